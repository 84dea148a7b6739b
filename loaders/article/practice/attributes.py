"""What kind of pose it is: style and form."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from yogakg.facts import Claim
from yogakg.lexicon import Entry
from yogakg.loaders.article.context import Passage, Reader, rule
from yogakg.loaders.article.practice.levels import names_no_other, words_before
from yogakg.loaders.article.recognition.grounding import term_of
from yogakg.loaders.article.recognition.mentions import Unit
from yogakg.loaders.article.recognition.words import group, pattern, words

_PROPERTIES = {"BasePosition": "basePosition", "SpinalAction": "spinalAction", "PoseFocus": "focus"}
_STYLE_SECTIONS = words("attribute_words.style_sections")
_STYLE_TEXT = words("attribute_words.style_text_sections") | {None}
_KIND_SECTIONS = words("attribute_words.kind_sections")
_KIND_TEXT = words("attribute_words.kind_text_sections") | {None}
_TITLES = words("attribute_words.titles")
_STYLE_PERSONS = words("attribute_words.style_persons")
_LEVEL_WORDS = words("attribute_words.level_words")
_SUITING = words("attribute_words.suiting")
_USED_IN = pattern(r"\b{attribute_words.used_in}\b")
_AROUND = frozenset({"after", "before", "between", "following"})
#: Marks between the parts of a line about the page, and of a question, which leads to another one.
_MARKS = frozenset({"·", "|", "?"})
_QUOTES = frozenset("\"'“”‘’")
_AROUND_REACH = 5
_PRACTICES = words("practice.practices")
_IS_SUBJECT = re.compile(r"(?:,? (?:and|or)(?: \w+){1,2})? (?:is|are)\b")
_OF_YOGA = pattern(r"\b{attribute_words.kinds_of_yoga} of yoga\b")
_LISTED_BESIDE = re.compile(r"\s*(?:,|,? (?:and|or))\s+")
_PATHS = words("attribute_words.paths_of_yoga")
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
_CLASSIFIED = pattern(r"\b(?:{attribute_words.classified} as|is considered(?: as| to be)? an?)\b")
_ROOT_OF = pattern(r"\b{attribute_words.roots} (?:of|for)(?: all)?(?: the)?(?: other)?$")
_OF_ITS_KIND = pattern(r"\b{attribute_words.compared}(?: all)?(?: the)? other$")
#: Letters that a body is shaped like.
_LETTERS = "CLSTUVXYZ"
_HELPS = words("attribute_words.helps")
_COMING_NEXT = words("attribute_words.coming_next")
_DONE = words("attribute_words.done")
#: Words before a kind that opens a sentence.
_OPENING_REACH = 5
#: Units from the comma after the pose's name to a kind of it.
_APPOSED_REACH = 6
#: Units within which a copula or "this" still governs a kind of pose.
_COPULA_REACH = 14
_THIS_REACH = 4
#: Units of a sentence that may tell a style in passing.
_SHORTEST_TOLD = 6


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
        if not is_attribute and entry.label.casefold() in _PATHS:
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
        if entry.kind == "PoseFocus" and _is_needed(units, index):
            continue
        if not in_text and not (_CLASSIFIED.search(words_before(units, index)) and names_no_other(passage, reader)):
            continue
        if (is_attribute and not _is_step(units)) or (_names_kind(units, index) and _is_told_of_pose(units, index)):
            found[entry] = None
    for entry in found:
        yield kind_stated.relation(passage, _PROPERTIES[entry.kind], term_of(entry))


RULES = (style_stated, kind_stated)


def _is_usual(passage: Passage, index: int, style: Entry, reader: Reader) -> bool:
    """Say whether a sentence may tell a style of the pose, and no kind of yoga among others or beside other poses."""
    units = passage.sentence.units
    if len(units) < _SHORTEST_TOLD or "restorative" in style.label or any(unit.text in _MARKS for unit in units):
        return False  # "Studio A · Prenatal yoga library · 4 minute read"
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
    if (
        index > 1
        and units[index - 1].norm == "."
        and len(units[index - 2].text) == 1
        and units[index - 2].text.isupper()
    ):
        return True  # "K. P. Jois"
    if units[index].text.casefold() == f"{units[index].norm}s":
        return True  # "it has five vinyasas"
    if _is_other_practice(units, index):
        return True
    if following and following[0].norm in _STYLE_PERSONS:
        return True  # "our prenatal yoga writer"
    if not following or not following[0].is_word:
        return False
    title = units[index].text[0].isupper() and following[0].text[0].isupper() and not following[0].entries
    return title or (
        following[0].norm in _POSE_NOUNS and units[index].norm.partition(" ")[0] in _LEVEL_WORDS | _SUITING
    )


def _is_other_practice(units: Sequence[Unit], index: int) -> bool:
    """Say whether a style is only what the pose is done before or after: "rest after a fast vinyasa sequence"."""
    before = any(unit.norm in _AROUND for unit in units[max(0, index - _AROUND_REACH) : index])
    return before and any(unit.norm in _PRACTICES for unit in units[index + 1 : index + 2])


def _is_step(units: Sequence[Unit]) -> bool:
    """Say whether a sentence under a heading of attributes tells what to do: "Rest the hands on the knees"."""
    orders = units[0].cue("imperative") is not None or units[0].cue("advice", "modify") is not None
    return orders and "the" in " ".join(unit.norm for unit in units[:2]).split()  # but "Position: hands and knees"


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
    if any(following.norm in _PRACTICES for following in units[index + 1 : index + 2]):
        return False  # "a hip-opening class"
    if any(len(following.text) == 1 and following.text in _LETTERS for following in units[index + 1 : index + 3]):
        return False  # "an inverted V"
    joined = any(before.text.casefold() in _COMBINING for before in units[max(0, index - _THIS_REACH) : index])
    joined = joined or (index > 0 and units[index - 1].entry("PoseCharacteristic") is not None)  # "a standing balance"
    return _is_before_noun(units, index) or joined or unit.norm not in _WITH_NOUN_ONLY


def _is_needed(units: Sequence[Unit], index: int) -> bool:
    """Say whether a focus is only what the pose takes: "It involves core strength"."""
    before = units[max(0, index - _THIS_REACH) : index]
    return any(unit.text.casefold() in {"involves", "involving"} for unit in before)


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
    before = words_before(units, index)
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
    if any(unit.norm in _COMING_NEXT for unit in following):
        return False  # "A final relaxation pose follows"
    if any(unit.cue("effect") for unit in following) or any(unit.norm in _HELPS for unit in following):
        return True
    ended = not following or following[0].norm in {",", ".", "and"}
    joined = bool(following) and following[0].entry("PoseCharacteristic") is not None  # "An inverted backbend that …"
    told = _is_before_noun(units, index) or ended or joined or following[0].norm in _DONE
    return before[0].norm != "the" and told


def _is_one_clause(units: Sequence[Unit]) -> bool:
    return all(unit.norm not in _CLAUSE_ENDS for unit in units)


def _is_copula(units: Sequence[Unit], index: int) -> bool:
    if units[index].text.casefold() in _COMBINING:
        return True
    following = next((unit for unit in units[index + 1 :] if unit.text not in _QUOTES), units[index])  # is "a bend"
    described = following.cue("glue.adjectives") or following.entry("PoseCharacteristic")
    return units[index].text.casefold() in _COPULAS and bool(following.norm in _AFTER_COPULA or described)
