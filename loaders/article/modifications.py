"""Changed ways of doing a pose: what they answer, and the props they use."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache

from yogakg.facts import Claim, Modification, Span, Term
from yogakg.iris import slug
from yogakg.lexicon import Entry, Lexicon, fold
from yogakg.loaders.article.advice import advised
from yogakg.loaders.article.context import Passage, Reader, rule
from yogakg.loaders.article.coordination import CONDITION, REGION
from yogakg.loaders.article.difficulties import expand, names_of_difficulty
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
_BEFORE_FURNITURE = words("modification_words.before_furniture")
_MAT_ADJECTIVES = words("modification_words.mat_adjectives")
_USING = pattern(r"\b{modification_words.using}\W*(?:\w+\W+){0,2}$")
_NOT_USED = pattern(r"\b{modification_words.not_using}\b[^.;]{0,20}$")
#: A prop that is only compared with.
_AS_IF = pattern(r"\b{modification_words.as_if}\b[^.;,:]{0,40}$")
_PUT_TO_USE = pattern(r"\b{modification_words.put_to_use}\b")
_CLAUSE = words("modification_words.clause_openers")
_OPEN_CLAUSE = frozenset({"for", "with"})
_BEFORE_CLAUSE = words("modification_words.before_clause")
_ANSWERS = words("modification_words.answers")
_PEOPLE = words("modification_words.people")
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
_ALLOWS = words("modification_words.possible")
_STOPPING = words("modification_words.stopping")
_ADMITTING = pattern(
    r"\b{modification_words.admitting_may}\b(?:\W+\w+){0,2}?\W+(?P<hard>{modification_words.admitting})\b(?=\W+\w)"
)
_CONCLUDING = words("modification_words.concluding")
_HELPING = words("modification_words.helping")
_SPARING = words("modification_words.sparing")
_BEFORE_SPARING = words("modification_words.before_sparing")
_LOADS = pattern(r"\b{modification_words.loads}\b")
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
#: Words in the longest clause that is named by its own words.
_LONGEST_CLAUSE = 16


@dataclass(frozen=True, slots=True)
class _Exchange:
    """The units of a sentence that tell a difficulty, and those of its answer: from ``start`` up to ``stop``.

    Without ``start`` the next sentence is the answer.
    """

    difficulty: slice
    start: int | None
    stop: int


@rule("usesProp")
def prop_named(passage: Passage, reader: Reader) -> Iterator[Claim]:
    """A prop that a sentence uses or lists."""
    for index, entry in _props(passage):
        if not reader.is_negated(passage.sentence, index):
            yield prop_named.relation(passage, "usesProp", term_of(entry))


@rule("hasModification")
def limitations_answered(block: Sequence[Passage], reader: Reader) -> Iterator[Claim]:
    """A difficulty and what to do about it: "If you cannot reach your foot, use a strap", "Wobbly? Use a wall."."""
    for passage, following in zip(block, [*block[1:], None], strict=True):
        exchange = _exchange(passage, following) if passage.section in _SUPPORTS else None
        if exchange is None or _only_stops(passage, exchange):
            continue
        if passage.section not in _OPEN and not _answers(passage, following, exchange):
            continue
        answer = _answer(passage, following, exchange)
        if answer is not None:
            for term in _difficulties(passage, exchange.difficulty, reader):
                yield from _modifications(term, passage, *answer, reader)


RULES = (prop_named,)


# -- props ----------------------------------------------------------------------------------------


def _props(passage: Passage) -> Iterator[tuple[int, Entry]]:
    """Find the props of a sentence with their places."""
    for index in passage.sentence.named("Prop"):
        entry = passage.sentence.units[index].entry("Prop")
        if entry is not None and _is_used(passage, index):
            yield index, entry


def _is_used(passage: Passage, index: int) -> bool:
    """Say whether a prop is put to use and not only part of the room."""
    unit = passage.sentence.units[index]
    if unit.cue("effect") and passage.section == "benefits":
        return False
    word = unit.norm.rpartition(" ")[2]
    if _AS_IF.search(passage.sentence.before(index)) or _is_within_name(passage, index):
        return False
    following = passage.sentence.units[index + 1 : index + 2]
    if word == "ball" and following and following[0].norm == "of":
        return False  # "the ball of the foot"
    if word == "mat" and not _is_mat_of_its_own(passage, index):
        return False
    if passage.section in _CASUAL and not _PUT_TO_USE.search(passage.sentence.text):
        return False
    return word == "mat" or word not in _FURNITURE or _is_furniture_used(passage, index)


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
    listed = passage.section == "modifications" and passage.alone and len(units) < 10
    beside = index > 1 and units[index - 1].joins and units[index - 2].entry("Prop") is not None  # "a towel or mat"
    return adjective in _MAT_ADJECTIVES or listed or beside


def _is_furniture_used(passage: Passage, index: int) -> bool:
    """Say whether the text puts to use what is found in any room."""
    if _NOT_USED.search(passage.sentence.before(index)):
        return False
    if passage.section == "modifications":
        return True
    before = passage.sentence.units[index - 1].norm if index else ""
    if passage.section in _NO_FURNITURE or (passage.section is None and before not in _BEFORE_FURNITURE):
        return False
    return _USING.search(passage.sentence.before(index)) is not None


# -- difficulty and answer ------------------------------------------------------------------------


def _exchange(passage: Passage, following: Passage | None) -> _Exchange | None:
    """Find the difficulty that a sentence tells, and its answer."""
    if following is not None and _asks(passage, following):
        end = len(passage.sentence.units)
        return _Exchange(slice(0, end - 1), None, end)
    forms: tuple[Callable[[Passage], _Exchange | None], ...] = (_labelled, _conditional, _of_people, _sparing)
    found = next((found for form in forms if (found := form(passage)) is not None), None)
    return found if found is not None else _admitted(passage, following)


def _answer(passage: Passage, following: Passage | None, exchange: _Exchange) -> tuple[Passage, int, int] | None:
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
    words = [unit.text.casefold() for unit in units if unit.is_word]
    happens = len(words) > 2 and words[0] in _DOERS and not _ALLOWS.isdisjoint(words[1:3])
    return happens or (not _STOPPING.isdisjoint(words) and not any(unit.cue("advice", "modify") for unit in units))


def _answers(passage: Passage, following: Passage | None, exchange: _Exchange) -> bool:
    """Say whether an answer tells what to do: an instruction or a prop, and not to take care or ask a doctor."""
    units = passage.sentence.units[exchange.start : exchange.stop] if exchange.start is not None else ()
    if exchange.start is None and following is not None:
        units = following.sentence.units
    told = any(unit.cue("imperative") or unit.cue("advice", "modify") or unit.entry("Prop") for unit in units)
    told = told or (exchange.start is None and following is not None and _helps(following))
    return told and not any(unit.cue("advice", "caution") for unit in units)


def _asks(passage: Passage, following: Passage) -> bool:
    """Say whether a short question or exclamation names a difficulty that the next sentence answers: "Wobbly?"."""
    units = passage.sentence.units
    return (
        units[-1].norm in {"?", "!"}
        and len(units) <= (14 if passage.section in _OPEN else 8)
        and passage.section != "contraindications"
        and any(unit.cue("imperative") or unit.cue("advice", "modify") for unit in following.sentence.units[:5])
    )


def _labelled(passage: Passage) -> _Exchange | None:
    """Read a difficulty before a colon: "Tight hips: sit on a blanket"."""
    if passage.section not in _OPEN or not passage.first:
        return None
    units = passage.sentence.units
    colon = next((place for place, unit in enumerate(units[:8]) if unit.norm in {":", "–", "="}), 0)
    label = units[:colon]
    if not label or len(units) - colon <= 3:
        return None
    titled = any(unit.text[:1].isupper() for unit in label[1:])
    if label[0].norm in _CLAUSE or titled or any(unit.entry("Prop") for unit in label):
        return None
    if label[0].norm.partition(" ")[0] in _ORDERS:
        return None  # "Don't drop your head: keep it in line"
    if not (label[0].entries or label[0].cue("qualifiers") or any(map(_tells_difficulty, label))):
        return None
    return _Exchange(slice(0, colon), colon + 1, len(units))


def _tells_difficulty(unit: Unit) -> bool:
    return unit.norm in _LACKING or unit.entry(REGION, "Limitation") is not None


def _conditional(passage: Passage) -> _Exchange | None:
    """Read a difficulty after "if" and the like: "If you cannot …, use …", "Use … if you cannot …"."""
    units = passage.sentence.units
    openers = passage.sentence.worded(_CLAUSE | _OPEN_CLAUSE)
    opener = next((index for index in openers if _opens_clause(passage, index)), None)
    if opener is None or (opener and units[opener - 1].norm == "as"):
        return None  # "as if a balloon were tied to it"
    start, end = opener + 1, len(units)
    comma = next((place for place in range(start + 1, end) if _ends_clause(units, place)), None)
    if comma is not None and (opener <= 1 or units[opener - 1].norm in _BEFORE_CLAUSE):
        return _Exchange(slice(start, comma), comma + 1, end)
    if opener > 1:
        return _Exchange(slice(start, end if comma is None else comma), 0, opener)
    answer = next((place for place in range(start + 1, end) if units[place].text.casefold() in _ANSWERS), None)
    return _Exchange(slice(start, answer), answer, end) if answer is not None else None


def _opens_clause(passage: Passage, index: int) -> bool:
    units = passage.sentence.units
    if units[index].norm in _OPEN_CLAUSE and (
        index == 0 or (units[index - 1].norm == ":" and passage.section in _OPEN)
    ):
        people = len(units) > index + 1 and units[index + 1].norm in _PEOPLE
        return people or (passage.section in _OPEN and any(map(_tells_difficulty, units[index : index + 6])))
    return units[index].norm in _CLAUSE


def _ends_clause(units: Sequence[Unit], place: int) -> bool:
    return units[place].norm in {",", "–", ":", "then"} and not _is_inside_list(units, place)


def _is_inside_list(units: Sequence[Unit], comma: int) -> bool:
    """Say whether a comma parts two members of a list and not two clauses: a name, then "or" or "and", follow."""
    following = units[comma + 1 : comma + 5]
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
    if passage.section not in _OPEN and units[people + 1].norm not in {"who", "that"}:
        return None
    verb = next((place for place in range(people + 1, len(units)) if units[place].norm in _MODALS), None)
    return _Exchange(slice(people + 1, verb), verb, len(units)) if verb is not None else None


def _is_beside_people(unit: Unit) -> bool:
    """Say whether a word may stand before that for the readers: "a yoga student", "beginners and people"."""
    return not unit.entries or unit.entry("Level", "Style") is not None or unit.norm in _PEOPLE


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
    return any(unit.cue("imperative") or unit.cue("advice", "modify") for unit in units[:3]) or (
        any(unit.norm in _MODALS for unit in units[:4]) and _has_prop(units)
    )


def _sparing(passage: Passage) -> _Exchange | None:
    """Read what a prop spares a region: "Use blocks to reduce the pressure on the wrists"."""
    units = passage.sentence.units
    if passage.section not in _OPEN or not passage.sentence.named("Prop"):
        return None
    verb = next((place for place in passage.sentence.worded(_SPARING) if _has_prop(units[:place])), None)
    if verb is None or units[verb - 1].norm not in _BEFORE_SPARING or not _LOADS.search(passage.sentence.text):
        return None
    return _Exchange(slice(verb + 1, len(units)), 0, verb)


def _modifications(
    term: Term, passage: Passage, told: Passage, start: int, stop: int, reader: Reader
) -> Iterator[Claim]:
    """Make a modification of each prop of an answer, and one without a prop if it offers such a way as well."""
    sentence = told.sentence
    said = sentence.text if told is passage else f"{passage.sentence.text} {sentence.text}"
    span = Span(passage.span.start, told.span.end)
    props = {
        entry.iri: entry
        for index, entry in _props(told)
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
        if _turns_to_other_way(after[0]) or (units[index].norm == "or" and _is_other_way(before, after)):
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


def _turns_to_other_way(unit: Unit) -> bool:
    return not unit.entries and (unit.norm in _SIMPLY or unit.cue("advice", "modify") is not None)


def _has_prop(units: Sequence[Unit]) -> bool:
    return any(unit.entry("Prop") for unit in units)


# -- the name of a difficulty ---------------------------------------------------------------------


def _difficulties(passage: Passage, place: slice, reader: Reader) -> list[Term]:
    """Name the difficulties of a clause, each once."""
    found = [term for part in _parts(passage, place) for term in _limitation(passage, part, reader)]
    return list({term.iri: term for term in found}.values())


def _parts(passage: Passage, place: slice) -> Iterator[slice]:
    """Split a clause at an "or" after which another verb tells a difficulty: "… or experience discomfort"."""
    units = passage.sentence.units
    start, stop = place.start, place.stop if place.stop is not None else len(units)
    for index in range(start + 2, stop - 1):
        if units[index].norm == "or" and units[index + 1].norm in _TELLING:
            yield slice(start, index)
            start = index + 1
    yield slice(start, stop)


def _limitation(passage: Passage, place: slice, reader: Reader) -> Iterator[Term]:
    """Name what a clause tells; nothing if it is a medical condition or no difficulty."""
    units = passage.sentence.units[place]
    if advised(passage.sentence, ()) == "Avoid" and any(unit.entry(CONDITION) for unit in passage.sentence.units):
        return  # "The pose should be avoided when you have a headache"
    if any(unit.norm in _EXPERIENCED for unit in units) or any(
        unit.entry("Prop") and _is_lacking(units) for unit in units
    ):
        return
    listed = passage.section == "contraindications"
    at = _limitation_named(units)
    if at is not None and not (listed and any(unit.entry(CONDITION) for unit in units)):
        named = units[at].entry("Limitation")
        if named is not None:
            yield term_of(named)
        if not any(unit.joins for unit in units[at + 1 :]):
            return
    first = place.start if at is None else place.start + at + 1
    conditions = _conditions(passage.sentence, slice(first, place.stop), reader)
    if not conditions and at is None:
        told = _told_difficulty(passage, _resolved(passage.sentence.units, place), reader)
        if told is not None:
            yield told
    felt = any(unit.norm in _FELT for unit in units)
    spared = place.start > 0 and passage.sentence.units[place.start - 1].norm in _SPARING
    sensed = any(unit.norm in _SENSING for unit in units)  # "if you feel compression in the neck" tells no illness
    if (listed and not felt) or (not sensed and any(term.kind in _MEDICAL_KINDS for term in conditions)):
        return
    located = [term for term in conditions if " " in term.label] or conditions
    several = [term for term in located if _DISCOMFORT not in term.label] if felt or spared else []
    if len(several) > 1:
        yield from several
    elif located:
        yield _also_called(located[-1], names_of_difficulty(units)[:2])


def _limitation_named(units: Sequence[Unit]) -> int | None:
    """Return the place of a limitation of the vocabulary; "tightness" before "in the hips" is only a part of one."""
    for index, unit in enumerate(units):
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
    regions = [unit for unit in reversed(units[: place.start]) if unit.entry(REGION)]
    if not regions or any(unit.entry(REGION) for unit in clause):
        return clause
    several = next((unit for unit in regions if unit.text != unit.norm), regions[0])
    return [(several if unit.norm in _SEVERAL else regions[0]) if unit.norm in _PRONOUNS else unit for unit in clause]


def _conditions(sentence: Sentence, place: slice, reader: Reader) -> list[Term]:
    """Return the conditions and discomforts that a clause names."""
    terms: list[Term] = []
    index = place.start
    while index < place.stop:
        unit = sentence.units[index]
        after = index + 1
        if unit.entry(CONDITION, REGION) or unit.cue("glue.heads"):
            phrases, end = reader.phrases(sentence, index, CONDITION, stop=place.stop)
            terms += [phrase.term for phrase in phrases]
            after = max(after, end) if phrases else after
        index = after
    return terms


def _told_difficulty(passage: Passage, units: Sequence[Unit], reader: Reader) -> Term | None:
    """Return the difficulty that the words of a clause tell: one of the vocabulary, or one of its own."""
    clause = expand(" ".join(unit.text for unit in units))
    if len(units) > _LONGEST_CLAUSE or _NO_DIFFICULTY.match(clause):
        return None
    told = _HARD.search(clause) or (_is_if(passage, units) and _SIGNS.search(clause))
    if not told and (passage.section not in _OPEN or passage.sentence.worded(_TIMES)):
        return None
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
