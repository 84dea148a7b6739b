"""What kind of pose it is: level, style, form."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from yogakg.facts import Claim
from yogakg.lexicon import Entry
from yogakg.loaders.article.context import Passage, Reader, rule
from yogakg.loaders.article.recognition.grounding import term_of
from yogakg.loaders.article.recognition.mentions import Unit
from yogakg.loaders.article.recognition.words import group, pattern, words

_PROPERTIES = {"BasePosition": "basePosition", "SpinalAction": "spinalAction", "PoseFocus": "focus"}
_LEVEL_SECTIONS = words("attribute_words.level_sections")
_LEVEL_TEXT = words("attribute_words.level_text_sections") | {None}
_OTHER_POSES = words("sections.sequences")
_STYLE_SECTIONS = words("attribute_words.style_sections")
_STYLE_TEXT = words("attribute_words.style_text_sections") | {None}
_KIND_SECTIONS = words("attribute_words.kind_sections")
_KIND_TEXT = words("attribute_words.kind_text_sections") | {None}
_PERSONS = words("attribute_words.persons")
_TITLES = words("attribute_words.titles")
_STYLE_PERSONS = words("attribute_words.style_persons")
_LEVELS = words("attribute_words.levels")
_LEVEL_WORDS = words("attribute_words.level_words")
_LEVEL_NOUNS = words("attribute_words.level_nouns")
_MEANT_FOR = pattern(
    r"\b{attribute_words.performed} by(?: {attribute_words.for_whom})?$"
    r"|\b{attribute_words.suiting} (?:for|to)\b|\bsuits?$|\bfor(?: {attribute_words.for_whom})?$|level$"
)
_NO_LEVELS = words("attribute_words.sections_without_levels")
_TOO_HARD = pattern(r"\b{attribute_words.too_hard}\b")
_FOR_ALL = pattern(r"\b(?:{attribute_words.practisers} (?:of|at)|{attribute_words.suiting} (?:for|to))$")
_POSE_FOR = pattern(
    r"\b{attribute_words.suiting} (?:\w+ )?{attribute_words.pose_nouns} (?:for|to)(?: {attribute_words.for_whom})?$"
    r"|\b(?:is|it's) (?:\w+ ){0,2}{attribute_words.suiting} (?:for|to)(?: {attribute_words.for_whom})?$"
)
#: "It is not for beginners", after which the level is a higher one.
_NOT_FOR = pattern(
    r"(?:\b{attribute_words.copulas}(?: \w+ly)? not|\b(?:is|are)n['’]t)(?: {attribute_words.unsuited}){0,4} for$"
)
#: "An alternative to a foundational pose", "prepares for more advanced ones": levels of other poses.
_OF_OTHER_LEVEL = pattern(
    r"\b(?:{attribute_words.instead_of}(?: \w+)?|{attribute_words.leading_to}(?: an?| the)?(?: \w+)? more|less)$"
)
_VARIANT = pattern(r"\b{sequence_words.variants}s?\b")
_DESCRIBED = pattern(r"\b{attribute_words.described}\b")
_RATED = pattern(r"\b{attribute_words.rated}(?: as)?$")
_EASY = words("attribute_words.easy")
_EASIEST = words("attribute_words.easiest")
_THE_POSE = pattern(r"\b(?:{attribute_words.this} {attribute_words.pose_nouns}|asana)\b[^.;,]{0,12}$")
_ONLY_AN_ACTION = pattern(r"to (?!{attribute_words.doing_it}\b)")
_SUITING = words("attribute_words.suiting")
_MODIFIED = pattern(r"\bmodif")
_USED_IN = pattern(r"\b{attribute_words.used_in}\b")
_AROUND = frozenset({"after", "before", "between", "following"})
_AROUND_REACH = 5
_PRACTICES = frozenset({"sequence", "flow", "class", "session", "practice", "round"})
_DEGREES = words("attribute_words.degrees")
_IS_SUBJECT = re.compile(r"(?:,? (?:and|or)(?: \w+){1,2})? (?:is|are)\b")
_OF_YOGA = pattern(r"\b{attribute_words.kinds_of_yoga} of yoga\b")
_LISTED_BESIDE = re.compile(r"\s*(?:,|,? (?:and|or))\s+")
_KINDS_OF_YOGA = pattern(r"\b{attribute_words.kinds_of_yoga} of yoga\b\W*(?:{order_words.naming}\b)[^.;]{0,80}$")
_COPULAS = words("attribute_words.copulas")
_AFTER_COPULA = words("attribute_words.after_copula")
_CLAUSE_ENDS = words("attribute_words.clause_ends")
_WITH_NOUN_ONLY = words("attribute_words.with_noun_only")
_POSE_NOUNS = words("attribute_words.pose_nouns")
_COMBINING = words("attribute_words.combining")
_ARTICLES = frozenset({"a", "an", "the"})
_AMONG = words("attribute_words.among")
_SAME_KINDS: dict[str, str] = group("attribute_words.same_kinds")
_PERFORMED = pattern(r"\b(?:is|are)(?: \w+ly)? {attribute_words.performed} (?:in|while|from)(?: a| an| the| lying)?$")
_BELONGS = pattern(r"\b(?:{attribute_words.grouped}|of all)(?: the)?(?: \w+)?$")
_GROUPED = pattern(r"\b{attribute_words.grouped}(?: the)?(?: \w+)?$")
_KNOWN_FOR = pattern(r"\b{attribute_words.known_for}(?: \w+)?$")
#: "It is classified as a mild inversion", wherever it is told.
_CLASSIFIED = pattern(r"\b{attribute_words.classified} as\b")
_ROOT_OF = pattern(r"\b{attribute_words.roots} (?:of|for)(?: all)?(?: the)?(?: other)?$")
_OF_ITS_KIND = pattern(r"\b{attribute_words.compared}(?: all)?(?: the)? other$")
#: Letters that a body is shaped like.
_LETTERS = "CLSTUVXYZ"
_HELPS = words("attribute_words.helps")
_DONE = words("attribute_words.done")
#: Words before a kind that opens a sentence.
_OPENING_REACH = 5
#: Units from the comma after the pose's name to a kind of it.
_APPOSED_REACH = 6
#: Units from one level to the next of a list: "intermediate and advanced".
_JOINED_REACH = 2
#: Words within which a copula or "this" still governs a kind of pose.
_BETWEEN_LEVELS = frozenset({"and", "yet", "to", "or"})
_COPULA_REACH = 14
_THIS_REACH = 4
#: Units of a sentence that may tell a style in passing.
_SHORTEST_TOLD = 6


@rule("level")
def level_stated(passage: Passage, reader: Reader) -> Iterator[Claim]:
    """The level a pose is meant for: an attribute line, "a beginner pose", "suitable for beginners"."""
    is_attribute = passage.section in _LEVEL_SECTIONS
    if passage.section in _OTHER_POSES:
        return
    units = passage.sentence.units
    if not passage.sentence.named("Level") and not any(_names_beginners(unit) or unit.norm in _EASY for unit in units):
        return
    if passage.section in _LEVEL_TEXT and _is_called_easy(passage, reader):
        easy = reader.grounder.lexicon.named("easy", "Level")
        if easy is not None:
            yield level_stated.relation(passage, "level", term_of(easy))
    last = -_JOINED_REACH
    for index, unit in enumerate(units):
        entry = _level(unit, reader)
        if entry is not None and _is_not_for(passage, index, entry):
            advanced = reader.grounder.lexicon.named("advanced", "Level")
            if advanced is not None and passage.section in _LEVEL_TEXT and _is_own_form(passage, reader):
                yield level_stated.relation(passage, "level", term_of(advanced))
            continue
        if entry is None or reader.is_negated(passage.sentence, index):
            continue
        told = passage.section in _LEVEL_TEXT and _is_meant_for(units, index, entry)
        told = told or (passage.section not in _NO_LEVELS and _is_pose_for(units, index, entry))
        told = told or (passage.section in _LEVEL_TEXT and _is_alone(units, index))
        told = told or (last == index - _JOINED_REACH and (units[index - 1].joins or units[index - 1].norm == "to"))
        if is_attribute or told or _is_described(units, index, entry):
            last = index
            circumstance = "with modifications" if _MODIFIED.search(passage.sentence.text) else None
            yield level_stated.relation(passage, "level", term_of(entry), circumstance=circumstance)


@rule("practisedIn")
def style_stated(passage: Passage, reader: Reader) -> Iterator[Claim]:
    """The styles of yoga that use the pose."""
    is_attribute = passage.section in _STYLE_SECTIONS
    if not is_attribute and passage.section not in _STYLE_TEXT:
        return
    for index in passage.sentence.named("Style"):
        unit = passage.sentence.units[index]
        entry = unit.entry("Style")
        if entry is None or unit.entry("Pose") or entry.label.casefold() == "yoga":
            continue
        if not is_attribute and _is_no_style(passage.sentence.units, index):
            continue
        told = is_attribute or _USED_IN.search(_OF_YOGA.sub(" ", passage.sentence.text))
        usual = told or _is_usual(passage, index, entry, reader)
        if usual and not reader.is_negated(passage.sentence, index):
            yield style_stated.relation(passage, "practisedIn", term_of(entry))


@rule(*_PROPERTIES.values())
def kind_stated(passage: Passage, reader: Reader) -> Iterator[Claim]:
    """The kind of pose: "is an asymmetrical forward bend with a spinal twist", "this seated pose", an attribute."""
    is_attribute = passage.section in _KIND_SECTIONS
    in_text = is_attribute or passage.section in _KIND_TEXT
    if not in_text and not _CLASSIFIED.search(passage.sentence.text):
        return
    units = passage.sentence.units
    found: dict[Entry, None] = {}
    for index in passage.sentence.named("PoseCharacteristic", "Style", "BodyFunction"):
        entry = _kind(units, index, reader)
        if entry is None or reader.is_negated(passage.sentence, index):
            continue
        if not in_text and not (_CLASSIFIED.search(_before(units, index)) and _is_of_own(passage, reader)):
            continue
        if (is_attribute and not _is_step(units)) or (_names_kind(units, index) and _is_told_of_pose(units, index)):
            found[entry] = None
    for entry in found:
        yield kind_stated.relation(passage, _PROPERTIES[entry.kind], term_of(entry))


RULES = (level_stated, style_stated, kind_stated)


def _is_usual(passage: Passage, index: int, style: Entry, reader: Reader) -> bool:
    """Say whether a sentence may tell a style of the pose, and no kind of yoga among others or beside other poses."""
    units = passage.sentence.units
    if len(units) < _SHORTEST_TOLD or "restorative" in style.label:
        return False
    if _KINDS_OF_YOGA.search(passage.sentence.before(index)):
        return False
    if _IS_SUBJECT.match(reader.text, units[index].end, passage.span.end):
        return False  # "Yoga nidra and chanting are ideal …"
    mentions = reader.finder.find(reader.text, passage.span)
    start = units[index].start
    beside = (reader.text[mention.span.end : start] for mention in mentions if mention.span.end <= start)
    return not any(_LISTED_BESIDE.fullmatch(between) for between in beside)  # "Corpse Pose, yoga nidra and walks"


def _is_no_style(units: Sequence[Unit], index: int) -> bool:
    """Tell a style from a pose of a level, "a beginner yoga pose", from the name of a book, and from a person."""
    following = units[index + 1 : index + 2]
    if index and units[index - 1].norm in _TITLES:
        return True  # "says Mr Iyengar"
    if _is_other_practice(units, index):
        return True
    if following and following[0].norm in _STYLE_PERSONS:
        return True  # "our prenatal yoga writer"
    if not following or not following[0].is_word:
        return False
    title = units[index].text[0].isupper() and following[0].text[0].isupper() and not following[0].entries
    return title or (following[0].norm in _POSE_NOUNS and units[index].norm.split()[0] in _LEVEL_WORDS | _SUITING)


def _is_other_practice(units: Sequence[Unit], index: int) -> bool:
    """Say whether a style is only what the pose is done before or after: "rest after a fast vinyasa sequence"."""
    before = any(unit.norm in _AROUND for unit in units[max(0, index - _AROUND_REACH) : index])
    return before and any(unit.norm in _PRACTICES for unit in units[index + 1 : index + 2])


def _is_step(units: Sequence[Unit]) -> bool:
    """Say whether a sentence under a heading of attributes tells what to do: "Rest the hands on the knees"."""
    orders = units[0].cue("imperative") is not None or units[0].cue("advice", "modify") is not None
    return orders and "the" in " ".join(unit.norm for unit in units[:2]).split()  # but "Position: hands and knees"


# -- levels ---------------------------------------------------------------------------------------


def _names_beginners(unit: Unit) -> bool:
    return unit.norm.rpartition(" ")[2] == "beginner"  # "complete beginners", "for beginners"


def _level(unit: Unit, reader: Reader) -> Entry | None:
    if _names_beginners(unit):
        return unit.entry("Level") or reader.grounder.lexicon.named("beginner", "Level")
    return unit.entry("Level")


def _before(units: Sequence[Unit], index: int) -> str:
    opening = ("for",) if units[index].norm.startswith("for ") else ()
    return " ".join((*(unit.norm for unit in units[max(0, index - 4) : index]), *opening))


def _is_meant_for(units: Sequence[Unit], index: int, level: Entry) -> bool:
    """Say whether a level is told by the persons of it: "suitable for complete beginners"."""
    before = _before(units, index)
    if _TOO_HARD.search(before):
        return False
    if level.label == "all levels":
        return "not" not in before.split() and _FOR_ALL.search(before) is not None
    return _is_person(units, index, level) and _MEANT_FOR.search(before) is not None


def _is_not_for(passage: Passage, index: int, level: Entry) -> bool:
    """Say whether a pose is said not to be for beginners: "is not suitable for complete beginners"."""
    unit = passage.sentence.units[index]
    if level.label != "beginner" or unit.norm.rpartition(" ")[2] not in _PERSONS:
        return False
    *before, _ = f"{passage.sentence.before(index)}{unit.text}".casefold().split()
    while before and before[-1] in _DEGREES:
        before.pop()
    return _NOT_FOR.search(" ".join(before)) is not None


def _is_own_form(passage: Passage, reader: Reader) -> bool:
    """Say whether a sentence tells of this pose itself, and neither of a form of it nor of another pose."""
    return not _VARIANT.search(passage.sentence.text) and _is_of_own(passage, reader)


def _is_pose_for(units: Sequence[Unit], index: int, level: Entry) -> bool:
    """Say whether a pose is said to be for persons of a level, wherever it is told: "is a great pose for beginners"."""
    return _is_person(units, index, level) and _POSE_FOR.search(_before(units, index)) is not None


def _is_person(units: Sequence[Unit], index: int, level: Entry) -> bool:
    return level.label == "beginner" and units[index].norm.rpartition(" ")[2] in _PERSONS


def _is_called_easy(passage: Passage, reader: Reader) -> bool:
    """Say whether this pose is called easy: "the simplest pose", "here is an easy asana", "the pose is simple"."""
    units = passage.sentence.units
    for place, unit in enumerate(units):
        if unit.norm not in _EASY or unit.text[0].isupper() or reader.is_negated(passage.sentence, place):
            continue
        before = units[max(0, place - _THIS_REACH) : place]
        noun = any(following.norm in _POSE_NOUNS for following in units[place + 1 : place + _THIS_REACH])
        told = any(one.text.casefold() in _COPULAS or one.text.endswith(("'s", "’s")) for one in before)
        opens = bool(before) and before[-1].text.casefold() == "this"
        if noun and (told or opens or unit.norm in _EASIEST):
            return _is_of_own(passage, reader)
        said = _THE_POSE.search(" ".join(one.text.casefold() for one in units[:place]))
        rest = " ".join(one.text.casefold() for one in units[place + 1 : place + 3])
        if told and said and before and not _ONLY_AN_ACTION.match(rest):
            return _is_of_own(passage, reader)
    return False


def _is_of_own(passage: Passage, reader: Reader) -> bool:
    """Say whether a sentence names no pose but this one."""
    mentions = reader.finder.find(reader.text, passage.span)
    return all(mention.term.iri == reader.subject.iri for mention in mentions)


def _is_alone(units: Sequence[Unit], index: int) -> bool:
    """Say whether a sentence tells nothing but a level: "All levels.", "Beginner friendly."."""
    others = [unit for place, unit in enumerate(units) if place != index and unit.is_word]
    return len(others) <= 1 and all(unit.norm in _POSE_NOUNS | _SUITING for unit in others)


def _is_described(units: Sequence[Unit], index: int, level: Entry) -> bool:
    """Say whether a level is told as a property: "is an intermediate pose"."""
    if level.label not in _LEVELS or units[index].norm not in _LEVEL_WORDS:
        return False
    reach = 10 if units[index + 1 : index + 2] and units[index + 1].norm in _BETWEEN_LEVELS else 4
    if _OF_OTHER_LEVEL.search(_before(units, index)):
        return False
    has_noun = any(unit.norm in _LEVEL_NOUNS for unit in units[index + 1 : index + reach])
    if units[index].norm.endswith(" level") and any(
        unit.norm in {"at", "of"} for unit in units[max(0, index - 2) : index]
    ):
        return True  # "ideal for yogis at an intermediate level", "an asana of intermediate level"
    if _RATED.search(_before(units, index)):
        return True  # "It is rated intermediate"
    if units[index + 1 : index + 2] and units[index + 1].norm == "difficulty" and units[index - 1].norm in {"of", "a"}:
        return True  # "a pose of intermediate difficulty"
    return has_noun and _DESCRIBED.search(_before(units, index)) is not None


# -- kinds ----------------------------------------------------------------------------------------


def _kind(units: Sequence[Unit], index: int, reader: Reader) -> Entry | None:
    """Return the kind that a unit names; "restorative yoga" before "pose" is a style elsewhere."""
    kind, sort = units[index].entry("PoseCharacteristic"), units[index].norm.removesuffix(" yoga")
    if kind is None and _joins_noun(units[index]):
        sort = sort.rpartition(" ")[0]
        return reader.grounder.lexicon.named(_SAME_KINDS.get(sort, sort), "PoseCharacteristic")
    if kind is not None or not _is_before_noun(units, index) or sort == units[index].norm:
        return kind
    return reader.grounder.lexicon.named(sort, "PoseCharacteristic")


def _names_kind(units: Sequence[Unit], index: int) -> bool:
    """Tell a kind of pose from a pose of that name, and from words that only mean one before "pose"."""
    unit = units[index]
    if unit.entry("Pose") or (index and unit.text[0].isupper() and _is_within_name(units, index)):
        return False
    if any(len(following.text) == 1 and following.text in _LETTERS for following in units[index + 1 : index + 3]):
        return False  # "an inverted V"
    joined = any(before.text.casefold() in _COMBINING for before in units[max(0, index - _THIS_REACH) : index])
    joined = joined or (index > 0 and units[index - 1].entry("PoseCharacteristic") is not None)  # "a standing balance"
    return _is_before_noun(units, index) or joined or unit.norm not in _WITH_NOUN_ONLY


def _joins_noun(unit: Unit) -> bool:
    """Say whether a unit is a kind with its noun: "sitting posture"."""
    return " " in unit.norm and unit.norm.rpartition(" ")[2] in _POSE_NOUNS


def _is_before_noun(units: Sequence[Unit], index: int) -> bool:
    return _joins_noun(units[index]) or any(unit.norm in _POSE_NOUNS for unit in units[index + 1 : index + 2])


def _is_within_name(units: Sequence[Unit], index: int) -> bool:
    """Say whether a capitalised word has another one beside it, within a sentence: "the Sitting Wheel"."""
    beside = (*units[max(1, index - 1) : index], *units[index + 1 : index + 2])
    return any(unit.is_word and unit.text[0].isupper() for unit in beside)


def _is_told_of_pose(units: Sequence[Unit], index: int) -> bool:
    """Say whether "is a", "this" or the start of a sentence governs a unit: in the same clause, and near."""
    before = _before(units, index)
    if _ROOT_OF.search(" ".join(unit.norm for unit in units[:index])) or _OF_ITS_KIND.search(before):
        return True
    if _GROUPED.search(before):
        return True
    if _is_of_others(units, index):
        return False
    copulas = (place for place in range(max(0, index - _COPULA_REACH), index) if _is_copula(units, place))
    copula = next((place for place in copulas if _is_one_clause(units[place:index])), None)
    if copula is not None:
        doing = index == copula + 1 and units[index].text.endswith("ing") and not _is_before_noun(units, index)
        return not doing  # "this is sitting on a chair without a chair"
    known = " " in units[index].norm and _KNOWN_FOR.search(before) is not None  # "for its deep hip opening"
    if known or _BELONGS.search(before) or _PERFORMED.search(before) or _is_apposed(units, index):
        return True
    for place in range(max(0, index - _THIS_REACH), index):
        if place > 1 and units[place].text.casefold() == "this" and units[place - 1].norm == ",":
            return _is_one_clause(units[place:index])  # "as you lie there, this supine stretch …"
    this = next((place for place, unit in enumerate(units[:4]) if unit.text.casefold() == "this"), None)
    return (this is not None and this < index <= this + _THIS_REACH and index < 6) or _opens(units, index)


def _is_apposed(units: Sequence[Unit], index: int) -> bool:
    """Say whether a kind is told of the pose named just before: "Malasana, the deep yogic squat, opens the hips"."""
    opening = next(
        (place for place in range(index - 1, max(-1, index - _APPOSED_REACH), -1) if units[place].norm == ","), 0
    )
    if not opening or units[opening + 1].norm not in _ARTICLES:
        return False
    named = units[opening - 1]
    return (
        named.norm.endswith("asana") or named.norm.rpartition(" ")[2] in _POSE_NOUNS or named.entry("Pose") is not None
    )


def _is_of_others(units: Sequence[Unit], index: int) -> bool:
    """Say whether a kind of several poses is named that need not be this one's: "between other standing poses"."""
    if not _is_before_noun(units, index):
        return False
    noun = units[index] if _joins_noun(units[index]) else units[index + 1]
    if not noun.text.casefold().endswith("s"):
        return False
    return not any(unit.norm in _AMONG for unit in units[:index])


def _opens(units: Sequence[Unit], index: int) -> bool:
    """Say whether a kind opens a description: "A kneeling pose that …", "Like all balancing poses", "The twist …"."""
    start = max((place + 1 for place in range(index) if units[place].norm in {":", "–"}), default=0)
    before = units[start:index]
    if not before or len(before) > _OPENING_REACH or before[0].norm not in _ARTICLES | _AMONG:
        return False
    if any(unit.norm in _CLAUSE_ENDS - _AMONG or unit.entry("Pose", "BodyRegion") for unit in before):
        return False
    following = units[index + 1 : index + 3]
    if any(unit.cue("effect") for unit in following) or any(unit.norm in _HELPS for unit in following):
        return True
    ended = not following or following[0].norm in {",", ".", "and"}
    joined = bool(following) and following[0].entry("PoseCharacteristic") is not None  # "An inverted backbend that …"
    told = _is_before_noun(units, index) or ended or joined or following[0].norm in _DONE
    return before[0].norm != "the" and told


def _is_one_clause(units: Sequence[Unit]) -> bool:
    return all(unit.norm not in _CLAUSE_ENDS for unit in units)


def _is_copula(units: Sequence[Unit], index: int) -> bool:
    following = units[index + 1]
    if units[index].text.casefold() in _COMBINING:
        return True
    described = following.cue("glue.adjectives") or following.entry("PoseCharacteristic")
    return units[index].text.casefold() in _COPULAS and bool(following.norm in _AFTER_COPULA or described)
