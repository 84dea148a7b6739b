"""Changed ways of doing a pose: what they answer, and the props they use."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache

from yogakg.facts import Claim, Modification, Span, Term
from yogakg.iris import slug
from yogakg.lexicon import Entry, Lexicon, fold
from yogakg.loaders.article.advice import advised, benefits_if
from yogakg.loaders.article.context import Passage, Reader, rule
from yogakg.loaders.article.coordination import CONDITION, REGION, Phrase
from yogakg.loaders.article.difficulties import expand, heads_difficulty, names_difficulty, names_of_difficulty
from yogakg.loaders.article.grounding import term_of
from yogakg.loaders.article.mentions import Sentence, Unit
from yogakg.loaders.article.words import pattern, words
from yogakg.namespaces import PREFIXES

#: Sections in which a difficulty and its answer may be told at all, and those in which any clause counts as one.
_SUPPORTS = words("modification_words.sections") | {None}
_OPEN = words("modification_words.open_sections")
_CASUAL = words("modification_words.casual_sections") | {None}
_NO_FURNITURE = words("modification_words.no_furniture_sections")
_FURNITURE = words("modification_words.furniture")
_OF_TABLE = words("modification_words.after_table")
_BEFORE_FURNITURE = words("modification_words.before_furniture")
_MAT_ADJECTIVES = words("modification_words.mat_adjectives")
_BEFORE_VERB = words("modification_words.before_verb")
_VERB_OBJECTS = words("modification_words.verb_objects")
_FOLDING = words("modification_words.folding")
_ON_FLOOR = words("modification_words.on_floor")
#: Units between a verb of folding and the mat.
_FOLDING_REACH = 4
_USING = pattern(r"\b{modification_words.using}\W*(?:\w+\W+){0,2}$")
_NOT_USED = pattern(r"\b{modification_words.not_using}\b[^.;]{0,20}$")
#: A prop that is only compared with.
_AS_IF = pattern(r"\b{modification_words.as_if}\b[^.;,:]{0,40}$")
#: A prop that is given as an example: "a prop, like a chair".
_SUCH_AS = pattern(r"\b(?:{modification_words.props}|a prop)\W{1,3}like\b[^.;:]{0,40}$")
_NEEDLESS = pattern(r"(?:\bnot|n['’]t|\bno) {modification_words.needless}\b[^.;,]{0,30}$")
_PUT_TO_USE = pattern(
    r"\b{modification_words.put_to_use}\b|\b{holds.doing} [^.;,]{1,40} with an?\b"  # "do it at home with a couch"
)
_CLAUSE = words("modification_words.clause_openers")
_OPEN_CLAUSE = frozenset({"for", "with"})
#: Words before the readers whom a way of doing it is for: "… by those who are unsteady".
_FOR_PEOPLE = frozenset({"for", "by"})
_OPENING = _CLAUSE | _OPEN_CLAUSE | {"should"}
_BEFORE_CLAUSE = words("modification_words.before_clause")
_ANSWERS = words("modification_words.answers")
_ENDS_OF_CLAUSES = frozenset({",", ":", "–", "then"}) | _ANSWERS
_PEOPLE = words("modification_words.people")
_READERS = frozenset({"they", "you", "one", "he", "she"})
_MODALS = words("modification_words.modals")
_ORDERS = words("modification_words.orders")
_LACKING = words("modification_words.lacking")
_SIMPLY = words("modification_words.simply")
_LITTLE = words("modification_words.little")
_HARD = pattern(r"\b{modification_words.hard}\b")
_NO_DIFFICULTY = pattern(r"{modification_words.no_difficulty}\b")
_SIGNS = pattern(r"\b{modification_words.signs}\b")
_TIMES = words("modification_words.times")
_PROPS = words("modification_words.props")
_DOERS = words("modification_words.doers")
_PRONOUN_DOERS = _DOERS - {"the"}
_ALLOWS = words("modification_words.possible")
_STOPPING = words("modification_words.stopping")
_ADMITTING = pattern(
    r"\b{modification_words.admitting_may}\b(?:\W+\w+){0,2}?\W+(?P<hard>{modification_words.admitting})\b(?=\W+\w)"
)
_CONCLUDING = words("modification_words.concluding")
_HELPING = words("modification_words.helping")
_SPARING = words("modification_words.sparing")
_EASING = words("modification_words.easing")
_BEFORE_SPARING = words("modification_words.before_sparing")
_LOADS = pattern(r"\b{modification_words.loads}\b")
#: Verbs that offer the pose itself, and names of it: "If your back is stiff, try this pose".
_OFFERING = words("modification_words.offering")
_THIS_POSE = pattern(r"\b(?:{modification_words.this} {sequence_words.several}|asanas?|it|this|yoga|them)\b")
_AS_WELL = pattern(r"\b{modification_words.as_well}\b")
_CANNOT_DO = pattern(r"{difficulty_words.cannot}\b")
_HARD_TO = pattern(r"\b{difficulty_words.cannot}$")
#: Where a sentence goes on with another difficulty.
_ANOTHER = pattern(r",? (?:and|but|or) (?={modification_words.clause_openers}\b)")
_STRESSING = words("modification_words.stressing")
_HARMING = words("modification_words.harming")
_CAUSING = words("modification_words.causing")
#: "Balancing in this pose can be tricky."
_HARD_SKILL = pattern(
    r"^\W*{modification_words.skills}\b[^.;,]{0,40}\b(?:is|be) (?:\w+ )?{modification_words.tricky}\b[^.;,]{0,30}\W*$"
)
_OF_CHANGES = pattern(r"^\W*{modification_words.changes}\b")
#: "Another way to take some sensation out of the knees is to …".
_WAY_TO = pattern(
    r"^\W*(?:\w+ ){1,3}ways? to {modification_words.sparing}\b(?P<load>[^.;,:]{0,60}?"
    r"\b(?:{modification_words.loads}|{modification_words.felt_loads})\b[^.;,:]{0,60}?)\b(?:is|are) (?P<way>to|by)\b"
)
_SKIPPING = words("modification_words.skipping")
_AVOIDING = words("modification_words.avoiding")
_FALLING = pattern(r"(?:from )?{modification_words.falling}\b")
_PREVENTING = words("modification_words.preventing")
#: "The knees from splaying", after "keep" or "prevent".
_GOING_WRONG = pattern(r"^(?:\w+ ){1,4}from \w+ing\b")
_INQUIRING = words("modification_words.inquiring")
_SKILLS = words("modification_words.skills")
_VARIATIONS = "variations"
_HARDSHIP = words("modification_words.hardship")
_WELCOMING = words("modification_words.welcoming")
_HINDERING = words("modification_words.hindering")
_FELT_VERBS = _HINDERING | words("modification_words.outcomes")
_EASED = words("modification_words.eased")
_HELPERS = words("modification_words.helpers")
_HELPED_LINKS = words("modification_words.helped_links")
_SOLVING = words("modification_words.solving")
_FINDING = words("modification_words.finding")
_FAILING = words("modification_words.failing")
_QUALITIES = words("modification_words.qualities")
_BEFORE_QUALITY = words("modification_words.before_quality")
_SENSATIONS = words("modification_words.sensations")
_TELLING = words("modification_words.telling")
#: Units in which a sentence names the readers whom it concerns.
_PEOPLE_REACH = 4
_DENYING = words("modification_words.denying")
_EXPERIENCED = words("modification_words.experienced")
_FELT = words("contraindication_words.feeling")
_SENSING = words("contraindication_words.sensing")
_PRONOUNS = words("difficulty_words.pronouns")
_MEDICAL_KINDS = frozenset({"Injury", "Disease", "PhysiologicalState", "RecoveryState"})
_DISCOMFORT = "discomfort"
_SEVERAL = frozenset({"they", "them"})
_PLACING = frozenset({"on", "to", "onto"})
_GROUND = words("difficulty_words.surfaces")
_OWN = frozenset({"your", "the", "their", "both"})
#: Words in the longest clause that is named by its own words, and units of the longest heading that names a difficulty.
_LONGEST_CLAUSE = 16
_LONGEST_HEAD = 6
#: Units of "they can" before what they can do.
_SHORTEST_ANSWER = 2
#: Units of the longest answer that only says where a prop goes: "Blanket under the shins."
_SHORT_ANSWER = 12
#: Units in which an answer tells what to do or use: "No problem, put a wedge under them".
_ASIDE = 5
#: Marks between a difficulty and its answer.
_AFTER_LABEL = frozenset({":", "–", "—", "=", "→", "⇒", "➔", "➜"})
#: Units of a clause that only tells a feeling: "if it is uncomfortable".
_BARE_FEELING = 3
#: Units before the verb of which a difficulty is the subject.
_SUBJECT_REACH = 7
#: Units after "is" within which the pose is said to be of a kind.
_DESCRIBING_REACH = 6


@dataclass(frozen=True, slots=True)
class _Exchange:
    """The units of a sentence that tell a difficulty, and those of its answer: from ``start`` up to ``stop``.

    Without ``start`` the next sentence is the answer. ``stated`` says that the difficulty is told as one, so that what
    goes wrong in it needs no "if" before it.
    """

    difficulty: slice
    start: int | None
    stop: int
    stated: bool = False


@rule("usesProp")
def prop_named(passage: Passage, reader: Reader) -> Iterator[Claim]:
    """A prop that a sentence uses or lists."""
    for index, entry in _props(passage):
        if not reader.is_negated(passage.sentence, index) and not _NEEDLESS.search(passage.sentence.before(index)):
            yield prop_named.relation(passage, "usesProp", term_of(entry))


@rule("hasModification")
def limitations_answered(block: Sequence[Passage], reader: Reader) -> Iterator[Claim]:
    """A difficulty and what to do about it: "If you cannot reach your foot, use a strap", "Wobbly? Use a wall."."""
    before: list[Term] = []
    parted = [part for passage in block for part in _parted(passage)]
    for passage, following in zip(parted, [*parted[1:], None], strict=True):
        supports = passage.section in _SUPPORTS or _is_under_benefits(passage)
        answers = supports and benefits_if(passage.sentence) is None
        told = _told(passage, following, reader) if answers else None
        if told is not None:
            before, answer = told
            for term in before:
                yield from _modifications(term, passage, *answer, reader)
        elif before and _adds_way(passage):
            for term in before:
                yield from _modifications(term, passage, passage, 0, len(passage.sentence.units), reader)


RULES = (prop_named,)

#: The passage of an answer, and its units.
_Answer = tuple[Passage, int, int]


def _parted(passage: Passage) -> Iterator[Passage]:
    """Part a sentence that tells a difficulty with its answer, "and if …" another one."""
    sentence = passage.sentence
    edge = _ANOTHER.search(sentence.text) if passage.section in _SUPPORTS else None
    if edge is None or edge.start() == 0 or edge.end() == len(sentence.text):
        yield passage
        return
    start = passage.span.start
    first = replace(passage, sentence=Sentence(sentence.source, Span(start, start + edge.start())), alone=False)
    exchange = _exchange(first, None)
    rest = Sentence(sentence.source, Span(start + edge.end(), passage.span.end))
    second = replace(passage, sentence=rest, first=False, alone=False)
    if exchange is None or exchange.start is None or _is_hardship(first, exchange) or _shares(exchange, second):
        yield passage
        return
    yield first
    yield second


def _shares(exchange: _Exchange, second: Passage) -> bool:
    """Say whether a second difficulty has the answer before the first: "Sit on a block if … or if …"."""
    return exchange.start == 0 and _exchange(second, None) is None


def _told(passage: Passage, following: Passage | None, reader: Reader) -> tuple[list[Term], _Answer] | None:
    """Return the difficulties that a sentence tells, and their answer."""
    exchange = _exchange(passage, following)
    if exchange is not None and _is_hardship(passage, exchange):
        helped = following is not None and _helps(following)
        exchange = replace(exchange, start=None) if helped else None
    if exchange is None or _only_stops(passage, exchange):
        return None
    if passage.section not in _SUPPORTS and not _changes(passage, exchange):
        return None
    if passage.section not in _OPEN and not _answers(passage, following, exchange):
        return None
    answer = _answer(passage, following, exchange)
    terms = _difficulties(passage, exchange, reader) if answer is not None else []
    return (terms, answer) if answer is not None and terms else None


def _is_under_benefits(passage: Passage) -> bool:
    """Say whether a paragraph stands under the heading of benefits, after which that of the changes may be lost."""
    return passage.section == "benefits" and passage.kind == "paragraph"


def _changes(passage: Passage, exchange: _Exchange) -> bool:
    """Say whether an answer opens with an instruction, or uses a prop, and does not praise the pose itself."""
    if exchange.start is None:
        return False
    units = passage.sentence.units[exchange.start : exchange.stop]
    told = next((unit for unit in units if unit.is_word), None)
    changes = told is not None and _tells_to_do(told) and told.norm not in _OFFERING
    if any(unit.entry(CONDITION) and not unit.entry("Limitation") for unit in passage.sentence.units):
        return False  # "If you have back pain, bend the knees" warns
    return (changes or exchange.stated) and not _THIS_POSE.search(_clause(units))


def _is_hardship(passage: Passage, exchange: _Exchange) -> bool:
    """Say whether what stands as an answer only says that the pose is hard: "If you are stiff, it can be tough"."""
    if exchange.start is None:
        return False
    units = passage.sentence.units[exchange.start : exchange.stop]
    if _has_prop(units) or any(map(_tells_to_do, units)):
        return False
    return any(unit.norm in _HARDSHIP for unit in units)


def _adds_way(passage: Passage) -> bool:
    """Say whether a sentence adds a prop to the answer before it: "A block works as well", "You can also use …"."""
    return bool(passage.sentence.named("Prop")) and _AS_WELL.search(passage.sentence.text) is not None


# -- props ----------------------------------------------------------------------------------------


def _props(passage: Passage, *, answering: bool = False) -> Iterator[tuple[int, Entry]]:
    """Find the props of a sentence with their places; in an answer any is put to use."""
    for index in passage.sentence.named("Prop"):
        entry = passage.sentence.units[index].entry("Prop")
        if entry is not None and _is_used(passage, index, answering=answering):
            yield index, entry


def _is_used(passage: Passage, index: int, *, answering: bool) -> bool:
    """Say whether a prop is put to use and not only part of the room."""
    unit = passage.sentence.units[index]
    if unit.cue("effect") and passage.section == "benefits":
        return False
    if index and passage.sentence.units[index - 1].norm == "as" and _has_prop(passage.sentence.units[:index]):
        return False  # "a blanket under the knees as padding"
    if _is_verb(passage.sentence.units, index):
        return False
    word = unit.norm.rpartition(" ")[2]
    before = passage.sentence.before(index)
    if (_AS_IF.search(before) and not _SUCH_AS.search(before)) or _is_within_name(passage, index):
        return False
    following = passage.sentence.units[index + 1 : index + 2]
    if word in _FURNITURE and (index > 0 and passage.sentence.units[index - 1].entry(REGION) is not None):
        return False  # "the chest wall"
    if word in _FURNITURE and following and following[0].norm == "of":
        return False  # "the walls of the arteries"
    if word == "table" and following and following[0].norm in _OF_TABLE:
        return False  # "come to a table top position"
    if word == "mat" and not _is_mat_of_its_own(passage, index):
        return False
    if passage.section in _CASUAL and not answering and not _PUT_TO_USE.search(passage.sentence.text):
        return False
    return word == "mat" or word not in _FURNITURE or _is_furniture_used(passage, index, answering=answering)


def _is_verb(units: Sequence[Unit], index: int) -> bool:
    """Say whether a prop's name is what the text tells to do: "pad them", "and cushion the knees"."""
    before = units[index - 1].norm if index else ","
    if before == "to" and units[index].text.casefold() == units[index].norm:
        return True  # "an eye pillow to block light", but "hold on to blocks"
    opens = before in _BEFORE_VERB
    return opens and any(unit.norm in _VERB_OBJECTS for unit in units[index + 1 : index + 2])


def _is_within_name(passage: Passage, index: int) -> bool:
    """Say whether a word is a part of a name in capitals: "Doorway Chest Stretch"."""
    units = passage.sentence.units
    if not units[index].text[0].isupper() or passage.section == "modifications":
        return False
    return any(unit.is_word and unit.text[0].isupper() for unit in units[index + 1 : index + 2])


def _is_mat_of_its_own(passage: Passage, index: int) -> bool:
    """Say whether a mat is folded, rolled or listed; else it is the floor."""
    units = passage.sentence.units
    adjective = units[index - 1].norm if index else ""
    if any(unit.norm in _FOLDING for unit in units[max(0, index - _FOLDING_REACH) : index]):
        return True  # "Double up your mat"
    floor = index > 1 and units[index - 2].norm in _ON_FLOOR and adjective in _OWN  # "lower the knees to the mat"
    listed = passage.section == "modifications" and passage.alone and len(units) < 10 and not floor
    beside = index > 1 and units[index - 1].joins and units[index - 2].entry("Prop") is not None  # "a towel or mat"
    return adjective in _MAT_ADJECTIVES or listed or beside


def _is_furniture_used(passage: Passage, index: int, *, answering: bool) -> bool:
    """Say whether the text puts to use what is found in any room."""
    if _NOT_USED.search(passage.sentence.before(index)):
        return False
    if passage.section == "modifications":
        return True
    before = passage.sentence.units[index - 1].norm.rpartition(" ")[2] if index else ""
    unused = passage.section in _NO_FURNITURE and not answering
    if unused or (passage.section is None and before not in _BEFORE_FURNITURE):
        return False
    return _USING.search(passage.sentence.before(index)) is not None


# -- difficulty and answer ------------------------------------------------------------------------


def _exchange(passage: Passage, following: Passage | None) -> _Exchange | None:
    """Find the difficulty that a sentence tells, and its answer."""
    units = passage.sentence.units
    if following is not None and (_asks(passage, following) or _heads(passage, following)):
        start = 1 if units[0].norm in _OPENING else 0
        end = len(units) if units[-1].is_word else len(units) - 1
        return _Exchange(slice(start, end), None, end, stated=True)
    forms: tuple[Callable[[Passage], _Exchange | None], ...] = (
        _labelled,
        _conditional,
        _of_people,
        _of_region,
        _helped,
        _sparing,
        _within,
    )
    found = next((found for form in forms if (found := form(passage)) is not None), None)
    return found or _admitted(passage, following) or _stated(passage, following)


def _answer(passage: Passage, following: Passage | None, exchange: _Exchange) -> _Answer | None:
    """Return the passage of an answer and its units; "use props" is told by the props of the next sentence."""
    if exchange.start is None:
        return (following, 0, len(following.sentence.units)) if following is not None else None
    units = passage.sentence.units[exchange.start : exchange.stop]
    if following is not None and not _has_prop(units) and any(unit.norm in _PROPS for unit in units):
        first = following.sentence.named("Prop")[:1]
        if first:
            return following, 0, len(following.sentence.units)
    return passage, exchange.start, exchange.stop


def _only_stops(passage: Passage, exchange: _Exchange) -> bool:
    """Say whether an answer is to stop, or tells what the pose or the difficulty does: "it can strain the knee"."""
    if exchange.start is None:
        return False
    units = passage.sentence.units[exchange.start : exchange.stop]
    if _has_prop(units):
        return False
    if _describes_pose(units) or _does_harm(passage, exchange):
        return True
    words = [unit.text.casefold() for unit in units if unit.is_word]
    happens = len(words) > 2 and words[0] in _DOERS and not _ALLOWS.isdisjoint(words[1:3])
    return happens or (not _STOPPING.isdisjoint(words) and not any(unit.cue("advice", "modify") for unit in units))


def _does_harm(passage: Passage, exchange: _Exchange) -> bool:
    """Say whether what stands before a clause tells no way out: "staying long when tired can make you dizzy".

    Neither does what only goes wrong more "especially if …", unless it tells what to do.
    """
    units = passage.sentence.units
    if exchange.start != 0 or exchange.stop < 1:
        return False
    answer, clause = units[: exchange.stop], units[exchange.difficulty]
    if answer[-1].norm in _STRESSING:
        return not any(_opens_order(answer, place) for place in range(len(answer)))
    verbs = (place for place, unit in enumerate(clause[:-1]) if unit.norm in _HARMING)
    doing = any(unit.text.casefold().endswith("ing") for unit in answer[:2])
    return doing and any(clause[place + 1].norm in _HINDERING for place in verbs)


def _opens_order(units: Sequence[Unit], place: int) -> bool:
    """Say whether a verb tells the readers what to do: it opens a clause, or follows "you can"."""
    if not _tells_to_do(units[place]):
        return False
    before = units[max(0, place - 2) : place]
    told = len(before) > 1 and before[0].norm in _READERS and before[1].norm in _MODALS
    return told or not before or not before[-1].is_word


def _describes_pose(units: Sequence[Unit]) -> bool:
    """Say whether a clause tells what the pose is: "Camel Pose is a backbend that can give relief if …"."""
    copula = next((place for place, unit in enumerate(units) if unit.norm in {"is", "is a"}), None)
    if copula is None:
        return False
    return any(unit.entry("PoseCharacteristic") for unit in units[copula + 1 : copula + _DESCRIBING_REACH])


def _answers(passage: Passage, following: Passage | None, exchange: _Exchange) -> bool:
    """Say whether an answer tells what to do: an instruction or a prop, and not to take care or ask a doctor."""
    units = passage.sentence.units[exchange.start : exchange.stop] if exchange.start is not None else ()
    if exchange.start is None and following is not None:
        units = following.sentence.units
    told = any(_tells_to_do(unit) or unit.entry("Prop") for unit in units)
    told = told or (exchange.start is None and following is not None and _helps(following))
    if len(units) > _SHORTEST_ANSWER and _turns_to_reader(units, 0):
        told = units[2].norm not in _FELT_VERBS or _has_prop(units)  # "you may notice a stretch" answers nothing
    return told and not any(unit.cue("advice", "caution") for unit in units)


def _asks(passage: Passage, following: Passage) -> bool:
    """Say whether a short question or exclamation names a difficulty that the next sentence answers: "Wobbly?"."""
    units = passage.sentence.units
    answer = following.sentence.units
    reach = None if passage.section in _OPEN else _ASIDE
    return (
        units[-1].norm in {"?", "!"}
        and len(units) <= (14 if passage.section in _OPEN else 8)
        and (passage.section != "contraindications" or not any(unit.entry(CONDITION) for unit in (*units, *answer)))
        and not any(unit.norm in _INQUIRING for unit in units[:3])
        and answer[-1].norm != "?"
        and (any(map(_tells_to_do, answer[:_ASIDE])) or _has_prop(answer[:reach]))
    )


def _tells_to_do(unit: Unit) -> bool:
    return unit.cue("imperative") is not None or unit.cue("advice", "modify") is not None


def _heads(passage: Passage, following: Passage) -> bool:
    """Say whether a difficulty stands over its answer: "Sore wrists", "If you cannot kneel …", and "Use a wedge."."""
    units = passage.sentence.units
    if passage.section not in _OPEN or not passage.first or not _helps(following):
        return False
    if units[0].norm in _OPENING:
        return not passage.sentence.worded(_ENDS_OF_CLAUSES) and heads_difficulty(units)
    return len(units) <= _LONGEST_HEAD and names_difficulty(units)


def _labelled(passage: Passage) -> _Exchange | None:
    """Read a difficulty before a colon: "Tight hips: sit on a blanket"."""
    if passage.section not in _OPEN:
        return None
    units = passage.sentence.units
    colon = next((place for place, unit in enumerate(units[:8]) if unit.norm in _AFTER_LABEL), 0)
    label = units[:colon]
    if not label or len(units) - colon <= 3:
        return None
    if not (passage.first or names_difficulty(label)):
        return None
    titled = any(unit.text[:1].isupper() for unit in label[1:])
    if label[0].norm in _CLAUSE or titled or any(unit.entry("Prop") for unit in label):
        return None
    if label[0].norm.partition(" ")[0] in _ORDERS:
        return None  # "Don't drop your head: keep it in line"
    if any(unit.norm in _PEOPLE for unit in label[:3]) and label[0].norm not in _OPEN_CLAUSE:
        return None  # "Most beginners cannot reach the floor: a block helps"
    if passage.section == _VARIATIONS and not names_difficulty(label):
        return None  # "Arms forward: reach them overhead" tells a form
    told = _is_of_body(label[0]) or label[0].cue("qualifiers") or any(map(_tells_difficulty, label))
    if not (told or _CANNOT_DO.search(_clause(label)) or (label[0].norm in _READERS and _SIGNS.search(_clause(label)))):
        return None
    return _Exchange(slice(0, colon), colon + 1, len(units))


def _is_of_body(unit: Unit) -> bool:
    """Say whether a unit names something of the body that may be difficult, and not only why it is done: "learning"."""
    return unit.entry(REGION, CONDITION, "Limitation") is not None or unit.norm in _SKILLS


def _tells_difficulty(unit: Unit) -> bool:
    return unit.norm in _LACKING or unit.entry(REGION, "Limitation") is not None


def _conditional(passage: Passage) -> _Exchange | None:
    """Read a difficulty after "if" and the like: "If you cannot …, use …", "Use … if you cannot …"."""
    units = passage.sentence.units
    openers = passage.sentence.worded(_OPENING | _FOR_PEOPLE)
    opener = next((index for index in openers if _opens_clause(passage, index)), None)
    if opener is None or (opener and units[opener - 1].norm in {"as", "even", "only"}):
        return None  # "as if a balloon were tied to it", "even if you are not going deep"
    start, end = opener + 1, len(units)
    comma = next((place for place in range(start + 1, end) if _ends_clause(units, place)), None)
    if comma is not None and (opener <= 1 or units[opener - 1].norm in _BEFORE_CLAUSE):
        return _Exchange(slice(start, comma), comma + 1, end)
    if opener > 1:
        return _Exchange(slice(start, end if comma is None else comma), 0, opener)
    places = range(start + 1, end - 1)
    answer = next((place for place in places if _turns_to_reader(units, place)), None)
    answer = answer or next((place for place in places if _opens_answer(units, start, place)), None)
    return _Exchange(slice(start, answer), answer, end) if answer is not None else None


def _opens_answer(units: Sequence[Unit], start: int, place: int) -> bool:
    """Say whether a verb opens an answer with no comma before it, and is not what is difficult: "hard to place …"."""
    return units[place].text.casefold() in _ANSWERS and not _HARD_TO.search(_clause(units[start:place]))


def _turns_to_reader(units: Sequence[Unit], place: int) -> bool:
    """Say whether a clause opens that tells what the readers can do: "… they can sit on a block"."""
    return units[place].norm in _READERS and units[place + 1].norm in _MODALS


def _opens_clause(passage: Passage, index: int) -> bool:
    units = passage.sentence.units
    if units[index].norm in _OPEN_CLAUSE and (
        index == 0 or (units[index - 1].norm == ":" and passage.section in _OPEN)
    ):
        people = len(units) > index + 1 and units[index + 1].norm in _PEOPLE
        if units[index].norm == "with" and not people and _tells_posture(units[index + 1 : index + 6]):
            return False
        return people or (passage.section in _OPEN and any(map(_tells_difficulty, units[index : index + 6])))
    if units[index].norm in _FOR_PEOPLE and passage.section in _OPEN and units[index + 2 : index + 3]:
        return units[index + 1].norm in _PEOPLE and units[index + 2].norm.split()[0] in {"who", "that", "with"}
    return units[index].norm in _CLAUSE or (units[index].norm == "should" and _asks_of(units, index))


def _asks_of(units: Sequence[Unit], index: int) -> bool:
    """Say whether "should" opens a clause like "if": "Should the knees protest, …"."""
    opens = index == 0 or not units[index - 1].is_word
    return opens and units[index + 1 : index + 2] != () and units[index + 1].norm in _OWN | {"you"}


def _tells_posture(units: Sequence[Unit]) -> bool:
    """Say whether a run of units tells how a region is held and no difficulty: "the arms extending forward"."""
    region = next((place for place, unit in enumerate(units[:-1]) if unit.entry(REGION)), None)
    if region is None or any(unit.norm.split()[0] in _QUALITIES for unit in units[: region + 1]):
        return False
    return units[region + 1].text.casefold().endswith("ing") and not units[region + 1].entry(CONDITION, "Limitation")


def _ends_clause(units: Sequence[Unit], place: int) -> bool:
    return units[place].norm in {",", "–", ":", "then"} and not _is_inside_list(units, place)


def _is_inside_list(units: Sequence[Unit], comma: int) -> bool:
    """Say whether a comma parts two members of a list and not two clauses: a name, then "or" or "and", follow."""
    following = units[comma + 1 : comma + 5]
    if units[comma].norm == "," and following and following[0].norm == "or":
        return any(unit.norm == "," for unit in units[comma + 2 :])  # "…, or your neck feels compressed, use …"
    if units[comma].norm != "," or not following or not following[0].entry(REGION, CONDITION):
        return False
    return any(unit.norm in {"or", "and", ","} for unit in following)


def _of_people(passage: Passage) -> _Exchange | None:
    """Read a difficulty by which a sentence names its readers: "Those with tight hips should sit on a blanket"."""
    units = passage.sentence.units
    if len(units) <= 4:
        return None
    people = next((place for place, unit in enumerate(units[:_PEOPLE_REACH]) if unit.norm in _PEOPLE), None)
    if people is None or not all(_is_beside_people(unit) for unit in units[:people]):
        return None
    if passage.section not in _OPEN and units[people + 1].norm.split()[0] not in {"who", "that"}:
        return None
    verb = next((place for place in range(people + 1, len(units)) if units[place].norm in _MODALS), None)
    return _Exchange(slice(people + 1, verb), verb, len(units)) if verb is not None else None


def _is_beside_people(unit: Unit) -> bool:
    """Say whether a word may stand before that for the readers: "a yoga student", "beginners and people"."""
    return not unit.entries or unit.entry("Level", "Style") is not None or unit.norm in _PEOPLE


def _of_region(passage: Passage) -> _Exchange | None:
    """Read a difficulty that is the subject: "Tight shoulders may stay on the hips", "Sore wrists like a wedge"."""
    units = passage.sentence.units
    if passage.section not in _OPEN:
        return None
    places = range(1, min(len(units) - 1, _SUBJECT_REACH))
    verb = next((place for place in places if units[place].norm in _MODALS | _WELCOMING), None)
    if verb is None or not names_difficulty(units[:verb]):
        return None
    answer = units[verb + 1 :]
    if units[verb].norm in _MODALS and answer[0].norm in _HINDERING:
        return None  # "Tight hips may make the knees rise"
    instructs = _has_prop(answer) or any(map(_tells_to_do, answer[:3]))
    bent = any(unit.text.casefold().endswith(("ed", "ing")) or unit.norm in _EASED for unit in answer[:4])
    if not (instructs or (units[verb].norm in _WELCOMING and bent)):
        return None
    return _Exchange(slice(0, verb), verb, len(units), stated=True)


def _helped(passage: Passage) -> _Exchange | None:
    """Read whom a way of doing it helps: "A chair helps those who cannot …", "A wedge is kind to sore wrists"."""
    units = passage.sentence.units
    helper = next((place for place in passage.sentence.worded(_HELPERS) if place), None)
    if helper is None or units[0].norm in _PRONOUN_DOERS:
        return None
    start = helper + 1
    while start < len(units) and units[start].norm in _HELPED_LINKS:
        start += 1
    people = any(unit.norm in _PEOPLE for unit in units[helper + 1 : start + 2])
    difficulty = slice(start, len(units))
    if start >= len(units) or any(unit.entry("Pose") for unit in units[:helper]):
        return None
    if passage.section in _OPEN:
        told = people or _opens_with_quality(units[start:])
    else:
        told = people and _has_prop(units[:helper])
    return _Exchange(difficulty, 0, helper, stated=True) if told else None


def _opens_with_quality(units: Sequence[Unit]) -> bool:
    """Say whether a region opens a run of units, with how it feels before it: "sensitive knees", "a tired back"."""
    region = next((place for place, unit in enumerate(units[:4]) if unit.entry(REGION, "Limitation")), None)
    if region is None:
        return False
    if units[region].entry("Limitation") is not None:
        return True
    return any(unit.norm in _QUALITIES for unit in units[:region])


def _is_felt(units: Sequence[Unit], conditions: Sequence[Term]) -> bool:
    """Say whether what a clause names is how a region feels and no illness: "tender knees", "a tired back"."""
    named = [unit for unit in units if unit.entry(CONDITION)]
    if named and all(unit.norm.split()[0] in _QUALITIES for unit in named):
        return True
    return _opens_with_quality(units) and not any(" " in term.label for term in conditions)


def _within(passage: Passage) -> _Exchange | None:
    """Read a difficulty among the words of an answer: "a bolster for a tired back", "a blanket under tight hips"."""
    units = passage.sentence.units
    if passage.section not in _OPEN:
        return None
    for place in passage.sentence.worded(_BEFORE_QUALITY):
        if not place or not _opens_with_quality(units[place + 1 :]):
            continue
        before = units[:place]
        if _has_prop(before) or any(unit.cue("imperative") for unit in before[:2]):
            last = next((end for end in range(place + 1, len(units)) if units[end].entry(REGION, "Limitation")), place)
            return _Exchange(slice(place + 1, last + 1), 0, place, stated=True)
    return None


def _stated(passage: Passage, following: Passage | None) -> _Exchange | None:
    """Read a difficulty that is stated of many or of a region, and answered after a mark or by the next sentence.

    "Most beginners cannot reach the floor: a block helps", "Your heels may not come down. Put a wedge under them."
    """
    units = passage.sentence.units
    start = _start_of_statement(units)
    if start is None:
        return None
    stop = next((place for place in range(start + 1, len(units)) if _turns(units, place)), len(units))
    said = slice(start, stop)
    if not names_difficulty(units[said]) and not _HARD.search(_clause(units[said])):
        return None
    answer = units[stop + 1 :]
    if answer:
        told = _has_prop(answer) or any(unit.cue("imperative") for unit in answer[:2])
        return _Exchange(said, stop + 1, len(units), stated=True) if told else None
    told = following is not None and _helps(following)
    if following is None or not told or not (passage.section in _OPEN or _has_prop(following.sentence.units)):
        return None
    return _Exchange(said, None, stop, stated=True)


def _start_of_statement(units: Sequence[Unit]) -> int | None:
    """Return where a sentence tells what many cannot do, or what a region does not: "Most beginners cannot …"."""
    opening = units[:_PEOPLE_REACH]
    people = next((place for place, unit in enumerate(opening) if unit.norm in _PEOPLE), None)
    if people is not None and all(map(_is_beside_people, opening[:people])):
        found = (place for place in range(people + 1, min(len(units), people + 4)) if _finds(units[place]))
        having = units[people + 1 : people + 2] and units[people + 1].norm == "with"
        return people + 2 if having else next(found, None)
    if _HARD_SKILL.match(" ".join(unit.text for unit in units)):
        return 0
    region = next((place for place, unit in enumerate(units[:_SUBJECT_REACH]) if unit.entry(REGION)), None)
    if region is None or units[0].norm in _OPENING or units[0].norm.split()[0] in _ORDERS or _tells_to_do(units[0]):
        return None
    return 0 if any(unit.norm in _FAILING for unit in units[: region + 3]) else None


def _finds(unit: Unit) -> bool:
    return unit.norm in _FINDING or unit.entry("Limitation") is not None


def _turns(units: Sequence[Unit], place: int) -> bool:
    """Say whether an answer opens after a unit: a colon or dash, or "so"."""
    return units[place].norm in {":", "–", "—", ";"} or units[place].norm in _CONCLUDING


def _clause(units: Sequence[Unit]) -> str:
    return expand(" ".join(unit.text for unit in units))


def _admitted(passage: Passage, following: Passage | None) -> _Exchange | None:
    """Read a difficulty that is told as one: "You may find it hard to balance, so stand at a wall", "It may be …"."""
    said = _ADMITTING.search(passage.sentence.text)
    if said is None:
        return None
    units, edge = passage.sentence.units, passage.span.start + said.start("hard")
    start = next((place for place, unit in enumerate(units) if unit.end > edge), len(units))
    places = range(start + 1, len(units))
    stop = next((place for place in places if _concludes(units, place)), len(units))
    if stop < len(units):
        return _Exchange(slice(start, stop), stop, len(units))
    return _Exchange(slice(start, stop), None, stop) if following is not None and _helps(following) else None


def _concludes(units: Sequence[Unit], place: int) -> bool:
    """Say whether an answer opens at a unit: "so …", or after a comma an instruction."""
    if units[place].norm in _CONCLUDING:
        return True
    return units[place - 1].norm in {",", ";", "–"} and units[place].cue("imperative") is not None


def _helps(passage: Passage) -> bool:
    """Say whether a sentence answers the one before: an instruction, or what makes it easier."""
    units = passage.sentence.units
    if units[0].text.casefold().endswith("ing"):
        return any(unit.norm in _HELPING for unit in units[1:])
    if any(map(_tells_to_do, units[:3])):
        return True
    return _has_prop(units) and (
        any(unit.norm in _MODALS for unit in units[:4])
        or any(unit.norm in _HELPING | _HELPERS or unit.norm in _SOLVING for unit in units)
        or (_has_prop(units[:3]) and len(units) <= _SHORT_ANSWER)
    )


def _sparing(passage: Passage) -> _Exchange | None:
    """Read what a prop spares a region: "blocks to reduce the pressure on the wrists", "… to keep it from slipping"."""
    units = passage.sentence.units
    if passage.section in _OPEN | _CASUAL | {"benefits", "steps"} and (steadied := _steadying(passage)) is not None:
        return steadied
    if not (passage.sentence.named("Prop") or units[0].norm == "to"):
        return None
    prevented = next((place for place in passage.sentence.worded(_PREVENTING) if _has_prop(units[:place])), None)
    if prevented is not None and _GOING_WRONG.search(_clause(units[prevented + 1 :])):
        return _Exchange(slice(prevented + 1, len(units)), 0, prevented, stated=True)
    if passage.section not in _OPEN and not _OF_CHANGES.match(passage.sentence.text):
        return None
    if (way := _WAY_TO.match(passage.sentence.text)) is not None:
        return _way_to(passage, way)
    if units[0].norm == "to" and units[1:2] and units[1].norm in _SPARING | _EASING:
        return _purpose(passage)
    verb = next((place for place in passage.sentence.worded(_SPARING) if _has_prop(units[:place])), None)
    if verb is None or not _LOADS.search(passage.sentence.text):
        return None
    spared = units[verb + 1 :]
    if not any(unit.entry(REGION, CONDITION, "Limitation") or unit.norm in _PRONOUNS for unit in spared):
        return None  # "takes the weight off"
    if units[verb - 1].norm not in _BEFORE_SPARING and not units[verb].text.endswith("s"):
        return None
    return _Exchange(slice(verb + 1, len(units)), 0, verb)


def _way_to(passage: Passage, way: re.Match[str]) -> _Exchange:
    """Read a way to spare a region: "Another way to take some sensation out of the knees is to sit higher"."""
    units, start = passage.sentence.units, passage.span.start
    load = next(place for place, unit in enumerate(units) if unit.end > start + way.start("load") + 1)
    stop = next(place for place, unit in enumerate(units) if unit.end > start + way.end("load"))
    answer = next((place for place in range(stop, len(units)) if units[place].start >= start + way.end()), len(units))
    return _Exchange(slice(load, stop), answer, len(units), stated=True)


def _steadying(passage: Passage) -> _Exchange | None:
    """Read a prop that keeps the readers from falling: "use a wall to avoid falling over"."""
    units = passage.sentence.units
    for verb in passage.sentence.worded(_AVOIDING):
        if _has_prop(units[:verb]) and _FALLING.match(_clause(units[verb + 1 :])):
            return _Exchange(slice(verb + 1, min(len(units), verb + 4)), 0, verb, stated=True)
    return None


def _purpose(passage: Passage) -> _Exchange | None:
    """Read what an answer spares a region where that opens a sentence: "To ease pressure on the neck, look ahead"."""
    units = passage.sentence.units
    comma = next((place for place, unit in enumerate(units) if unit.norm in {",", ":", "–"}), None)
    if comma is None or comma == len(units) - 1 or not _LOADS.search(_clause(units[:comma])):
        return None
    return _Exchange(slice(2, comma), comma + 1, len(units), stated=True)


def _modifications(
    term: Term, passage: Passage, told: Passage, start: int, stop: int, reader: Reader
) -> Iterator[Claim]:
    """Make a modification of each prop of an answer, and one without a prop if it offers such a way as well."""
    sentence = told.sentence
    said = sentence.text if told is passage else f"{passage.sentence.text} {sentence.text}"
    span = Span(passage.span.start, told.span.end)
    props = {
        entry.iri: entry
        for index, entry in _props(told, answering=True)
        if start <= index < stop and not reader.is_negated(sentence, index)
    }
    ways: list[Entry | None] = [*props.values()]
    if not props or _offers_other_way(sentence.units, start, stop):
        ways.append(None)
    for prop in ways:
        yield Modification(
            span=span,
            rule=limitations_answered.name,
            addresses=term,
            text=said,
            prop=term_of(prop) if prop is not None else None,
        )


def _offers_other_way(units: Sequence[Unit], start: int, stop: int) -> bool:
    """Say whether an answer offers a way without the prop as well: "use a belt or simply rest your palms …"."""
    for index in range(start, stop):
        before, after = units[start:index], units[index + 1 : stop]
        if units[index].norm == "or" and len(before) >= 3 and not _has_prop(before):
            return True
        if units[index].norm not in {"or", "and"} or not after or _has_prop(after):
            continue
        if _turns_to_other_way(after) or (units[index].norm == "or" and _is_other_way(before, after)):
            return True
    return False


def _is_other_way(before: Sequence[Unit], after: Sequence[Unit]) -> bool:
    """Say whether "or" joins a way without the prop: "a block or your palms", "… or on the floor", "… or bending"."""
    opening = after[0]
    if opening.text.casefold().endswith("ing") or opening.cue("imperative") is not None:
        return not opening.entries
    if opening.norm in _PLACING:
        return any(unit.norm in _GROUND for unit in after[1:3])
    own = len(after) > 1 and opening.norm in _OWN and after[1].entry(REGION) is not None
    return own and bool(before) and before[-1].entry("Prop") is not None


def _turns_to_other_way(units: Sequence[Unit]) -> bool:
    """Say whether another way opens, and not what to do with the prop: "… and rest the feet on it"."""
    opening = units[0]
    if opening.entries or any(unit.norm in _PRONOUNS for unit in units):
        return False
    return opening.norm in _SIMPLY or opening.cue("advice", "modify") is not None


def _has_prop(units: Sequence[Unit]) -> bool:
    return any(unit.entry("Prop") for unit in units)


# -- the name of a difficulty ---------------------------------------------------------------------


def _difficulties(passage: Passage, exchange: _Exchange, reader: Reader) -> list[Term]:
    """Name the difficulties of a clause, each once."""
    parts = _parts(passage, exchange.difficulty)
    found = [term for part in parts for term in _limitation(passage, part, reader, stated=exchange.stated)]
    return list({term.iri: term for term in found}.values())


def _parts(passage: Passage, place: slice) -> Iterator[slice]:
    """Split a clause at an "or" after which another verb tells a difficulty: "… or experience discomfort"."""
    units = passage.sentence.units
    start, stop = place.start, place.stop if place.stop is not None else len(units)
    for index in range(start + 1, stop - 1):
        if units[index].norm in {"and", "but"} and _CANNOT_DO.match(_clause(units[index + 1 : index + 3])):
            yield slice(start, index)
            start = index + 1
        if units[index].norm != "or":
            continue
        again = units[index + 1].norm in _CLAUSE  # "… or if your back is weak"
        if again or units[index + 1].norm in _TELLING or _goes_on(units[start:index], units[index + 1 : stop]):
            yield slice(start, index)
            start = index + 2 if again else index + 1
    yield slice(start, stop)


def _goes_on(before: Sequence[Unit], after: Sequence[Unit]) -> bool:
    """Say whether "or" joins two clauses with a region each: "the hips are tight or the spine is bending"."""
    opening = after[1:] if after[0].norm in _OWN else after
    if opening is not after and opening and opening[0].entry("Limitation") is not None:
        return True  # "… or your arms are weak"
    told = len(opening) > 1 and opening[0].entry(REGION) is not None and not opening[1].joins
    difficult = names_difficulty(before) or _CANNOT_DO.search(_clause(before)) is not None
    return told and opening[1].is_word and opening[1].norm not in {"region", "area"} and difficult


def _limitation(passage: Passage, place: slice, reader: Reader, *, stated: bool) -> Iterator[Term]:
    """Name what a clause tells; nothing if it is a medical condition or no difficulty."""
    units = passage.sentence.units[place]
    if advised(passage.sentence, ()) == "Avoid" and any(unit.entry(CONDITION) for unit in passage.sentence.units):
        return  # "The pose should be avoided when you have a headache"
    if any(unit.norm in _EXPERIENCED for unit in units) or any(
        unit.entry("Prop") and (_is_lacking(units) or units[0].norm == "no") for unit in units
    ):
        return
    listed = passage.section == "contraindications"
    felt = any(unit.norm in _FELT for unit in units)
    at = _limitation_named(units)
    if at is not None and not (listed and not felt and any(unit.entry(CONDITION) for unit in units)):
        named = units[at].entry("Limitation")
        if named is not None:
            yield term_of(named)
        yield from _of_same_quality(units, at, reader.grounder.lexicon)
        if not any(unit.joins for unit in units[at + 1 :]):
            return
    first = place.start if at is None else place.start + at + 1
    conditions = _conditions(passage.sentence, slice(first, place.stop), reader)
    if not listed and _is_felt(units, conditions):
        conditions = [term for term in conditions if " " in term.label and term.kind not in _MEDICAL_KINDS]
    if not conditions and at is None:
        told = _told_difficulty(passage, _resolved(passage.sentence.units, place), reader, stated=stated)
        if told is not None:
            yield told
    spared = place.start > 0 and passage.sentence.units[place.start - 1].norm in _SPARING
    # "If you feel compression in the neck", "strain in the back" tell no illness.
    sensed = any(unit.norm in _SENSING for unit in units) or _tells_sensation(units[:1])
    if (listed and not felt) or (not sensed and any(term.kind in _MEDICAL_KINDS for term in conditions)):
        return
    located = [term for term in conditions if " " in term.label] or conditions
    several = [term for term in located if _DISCOMFORT not in term.label] if felt or spared else []
    if len(several) > 1:
        yield from several
    elif located:
        yield _also_called(_at_region(located[-1], units, reader), names_of_difficulty(units)[:2])


def _at_region(term: Term, units: Sequence[Unit], reader: Reader) -> Term:
    """Return the pain of a region that something causes there: "the deep bend at the knee causes pain"."""
    verb = next((place for place, unit in enumerate(units) if unit.norm in _CAUSING), None)
    regions = {region for unit in units[:verb] if (region := unit.entry(REGION)) is not None} if verb else set()
    if " " in term.label or len(regions) != 1:
        return term
    return reader.grounder.named(f"{regions.pop().label} {term.label}", "Limitation", CONDITION) or term


def _of_same_quality(units: Sequence[Unit], at: int, lexicon: Lexicon) -> Iterator[Term]:
    """Yield the difficulties of the regions that share a quality: "tight hips or thighs", "hips or knees are tight"."""
    spoken = units[at].norm.split()
    if spoken[0] in _SENSATIONS:  # "discomfort in the neck or shoulders"
        for _, region in _joined(units[at + 1 :]):
            names = (f"{region.label} {spoken[0]}", f"{spoken[0]} in {region.label}")
            yield _known(names, lexicon) or Term(
                PREFIXES["limitation"] + slug(names[0]), names, "Limitation", minted=True
            )
        return
    quality = next((word for word in (spoken[0], spoken[-1]) if word in _QUALITIES), None)
    beside = _joined(units[at + 1 :]) if spoken[0] == quality else _joined(units[:at][::-1])
    for unit, region in beside if quality else ():
        names = (f"{quality} {unit.norm}", f"{quality} {region.label}")
        known = _known(names, lexicon)
        yield known or Term(PREFIXES["limitation"] + slug(names[0]), names, "Limitation", minted=True)


def _joined(units: Sequence[Unit]) -> Iterator[tuple[Unit, Entry]]:
    """Yield the regions that a list goes on with: ", hips or lower back"."""
    place = 0
    while place + 1 < len(units) and units[place].joins:
        while place + 1 < len(units) and (units[place].joins or units[place].norm in _OWN):
            place += 1
        region = units[place].entry(REGION)
        if region is None:
            return
        yield units[place], region
        place += 1


def _tells_sensation(opening: Sequence[Unit]) -> bool:
    return any(unit.norm.split()[0] in _SENSATIONS for unit in opening)


def _limitation_named(units: Sequence[Unit]) -> int | None:
    """Return the place of a limitation of the vocabulary; "tightness" before "in the hips" is only a part of one."""
    for index, unit in enumerate(units):
        if unit.norm in _QUALITIES and any(before.entry(REGION) for before in units[:index]):
            continue  # "if your hips are inflexible" tells how they are
        if unit.entry("Limitation") and (" " in unit.norm or units[index + 1 : index + 2] == () or _ends(units, index)):
            return index
    return None


def _ends(units: Sequence[Unit], index: int) -> bool:
    return units[index + 1].norm not in {"in", "of", "on"}


def _is_lacking(units: Sequence[Unit]) -> bool:
    """Say whether a clause tells what somebody has not at hand: "if you do not have a bolster"."""
    return "not have" in expand(" ".join(unit.text for unit in units))


def _resolved(units: Sequence[Unit], place: slice) -> Sequence[Unit]:
    """Put the region just before a clause in place of its pronoun: "… under the knees if they are sensitive"."""
    clause = units[place]
    if sum(unit.is_word for unit in clause) <= _BARE_FEELING and (deed := _left_out(units[: place.start])):
        clause = [*(unit for unit in clause if unit.is_word), *deed]
    regions = [unit for unit in reversed(units[: place.start]) if unit.entry(REGION)]
    if not regions or any(unit.entry(REGION) for unit in clause):
        return clause
    several = next((unit for unit in regions if unit.text != unit.norm), regions[0])
    return [(several if unit.norm in _SEVERAL else regions[0]) if unit.norm in _PRONOUNS else unit for unit in clause]


def _left_out(units: Sequence[Unit]) -> Sequence[Unit]:
    """Return the deed that an answer lets somebody leave out: "skip raising the arms if uncomfortable"."""
    for place, unit in enumerate(units[:-1]):
        if unit.norm in _SKIPPING and units[place + 1].text.casefold().endswith("ing"):
            deed = units[place + 1 : -1] if units[-1].norm in _CLAUSE else units[place + 1 :]
            return [one for one in deed if one.is_word]
    return ()


def _conditions(sentence: Sentence, place: slice, reader: Reader) -> list[Term]:
    """Return the conditions and discomforts that a clause names."""
    terms: list[Term] = []
    index = place.start
    while index < place.stop:
        unit = sentence.units[index]
        after = index + 1
        if unit.entry(CONDITION, REGION) or unit.cue("glue.heads"):
            phrases, end = reader.phrases(sentence, index, CONDITION, stop=place.stop)
            terms += [
                _as_difficulty(phrase, sentence, reader) if len(phrases) == 1 else phrase.term for phrase in phrases
            ]
            after = max(after, end) if phrases else after
        index = after
    return terms


def _as_difficulty(phrase: Phrase, sentence: Sentence, reader: Reader) -> Term:
    """Return the difficulty that "discomfort in the knees" is; other phrases as they are."""
    lexicon = reader.grounder.lexicon
    known = lexicon.entries.get(phrase.term.iri)
    regions = known.affects if known is not None else phrase.term.affects
    region = lexicon.entries.get(regions[0]) if len(regions) == 1 else None
    if region is None or sentence.units[phrase.first].norm != _DISCOMFORT:
        return phrase.term
    return reader.grounder.named(f"{region.label} {_DISCOMFORT}", "Limitation") or phrase.term


def _told_difficulty(passage: Passage, units: Sequence[Unit], reader: Reader, *, stated: bool) -> Term | None:
    """Return the difficulty that the words of a clause tell: one of the vocabulary, or one of its own."""
    clause = _clause(units)
    if len(units) > _LONGEST_CLAUSE or _NO_DIFFICULTY.match(clause):
        return None
    told = _HARD.search(clause) or ((stated or _is_if(passage, units)) and _SIGNS.search(clause))
    if not told and (passage.section not in _OPEN or passage.sentence.worded(_TIMES)):
        return None
    if not told and all(unit.entry(REGION) or not unit.is_word for unit in units):
        return None  # "Lower back: knees bent"
    names = names_of_difficulty(units)
    if not names or _DENYING.issuperset(clause.split()):
        return None
    known = _known(names, reader.grounder.lexicon)
    if known is not None:
        return _also_called(known, names)
    return Term(PREFIXES["limitation"] + slug(names[0]), names, "Limitation", minted=True)


def _is_if(passage: Passage, clause: Sequence[Unit]) -> bool:
    """Say whether "if" opens a clause that tells a sign, and not "when", which opens any step, or what "you" do."""
    if len(clause) > 1 and clause[0].norm == "you" and clause[1].norm not in _TELLING:
        return False
    start = clause[0].start if clause else 0
    return any(unit.norm == "if" and unit.start < start for unit in passage.sentence.units)


def _also_called(term: Term, names: Sequence[str]) -> Term:
    """Add the words of the text to the names of a term."""
    return replace(term, labels=tuple(dict.fromkeys((*term.labels, *names))))


def _known(names: Sequence[str], lexicon: Lexicon) -> Term | None:
    """Return the limitation of the vocabulary that one of the names means: by its words, whatever their order."""
    exact = next((entry for name in names if (entry := lexicon.named(name, "Limitation"))), None)
    told = {_main_words(name) for name in names[:3]}
    entry = exact or next((entry for entry, known in _limitations(lexicon) if not told.isdisjoint(known)), None)
    return term_of(entry) if entry is not None else None


@cache
def _limitations(lexicon: Lexicon) -> list[tuple[Entry, frozenset[frozenset[str]]]]:
    """Return the limitations of the vocabulary, each with the words of its names."""
    return [
        (entry, frozenset(_main_words(name) for name in (*entry.labels, *entry.hidden)))
        for entry in lexicon
        if entry.family == "Limitation"
    ]


def _main_words(name: str) -> frozenset[str]:
    return frozenset(fold(name).split()) - _LITTLE
