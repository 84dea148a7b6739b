"""What kind of pose it is: level, style, form."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from yogakg.facts import Claim
from yogakg.lexicon import Entry
from yogakg.loaders.article.context import Passage, Reader, rule
from yogakg.loaders.article.grounding import term_of
from yogakg.loaders.article.mentions import Unit
from yogakg.loaders.article.words import pattern, words

_PROPERTIES = {"BasePosition": "basePosition", "SpinalAction": "spinalAction", "PoseFocus": "focus"}
_LEVEL_SECTIONS = words("attribute_words.level_sections")
_LEVEL_TEXT = words("attribute_words.level_text_sections") | {None}
_OTHER_POSES = words("sections.sequences")
_STYLE_SECTIONS = words("attribute_words.style_sections")
_STYLE_TEXT = words("attribute_words.style_text_sections") | {None}
_KIND_SECTIONS = words("attribute_words.kind_sections")
_KIND_TEXT = words("attribute_words.kind_text_sections") | {None}
_PERSONS = words("attribute_words.persons")
_OF_BEGINNERS = " beginner"  # "complete beginners"
_LEVELS = words("attribute_words.levels")
_LEVEL_WORDS = words("attribute_words.level_words")
_LEVEL_NOUNS = words("attribute_words.level_nouns")
_MEANT_FOR = pattern(
    r"\b{attribute_words.suiting} (?:for|to)\b|\bsuits?$|\bfor(?: {attribute_words.for_whom})?$|level$"
)
_DESCRIBED = pattern(r"\b{attribute_words.described}\b")
_MODIFIED = pattern(r"\bmodif")
_USED_IN = pattern(r"\b{attribute_words.used_in}\b")
_COPULAS = words("attribute_words.copulas")
_AFTER_COPULA = words("attribute_words.after_copula")
_CLAUSE_ENDS = words("attribute_words.clause_ends")
_WITH_NOUN_ONLY = words("attribute_words.with_noun_only")
_POSE_NOUNS = words("attribute_words.pose_nouns")
#: Words within which a copula or "this" still governs a kind of pose.
_COPULA_REACH = 14
_THIS_REACH = 4


@rule("level")
def level_stated(passage: Passage, reader: Reader) -> Iterator[Claim]:
    """The level a pose is meant for: an attribute line, "a beginner pose", "suitable for beginners"."""
    is_attribute = passage.section in _LEVEL_SECTIONS
    if passage.section in _OTHER_POSES:
        return
    units = passage.sentence.units
    if not passage.sentence.named("Level") and not any(unit.norm.endswith(_OF_BEGINNERS) for unit in units):
        return
    for index, unit in enumerate(units):
        entry = _level(unit, reader)
        if entry is None or reader.is_negated(passage.sentence, index):
            continue
        told = passage.section in _LEVEL_TEXT and _is_meant_for(units, index, entry)
        if is_attribute or told or _is_described(units, index, entry):
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
        told = is_attribute or _USED_IN.search(passage.sentence.text)
        usual = told or (len(passage.sentence.units) >= 6 and "restorative" not in entry.label)
        if usual and not reader.is_negated(passage.sentence, index):
            yield style_stated.relation(passage, "practisedIn", term_of(entry))


@rule(*_PROPERTIES.values())
def kind_stated(passage: Passage, reader: Reader) -> Iterator[Claim]:
    """The kind of pose: "is an asymmetrical forward bend with a spinal twist", "this seated pose", an attribute."""
    is_attribute = passage.section in _KIND_SECTIONS
    if not is_attribute and passage.section not in _KIND_TEXT:
        return
    units = passage.sentence.units
    found: dict[Entry, None] = {}
    for index in passage.sentence.named("PoseCharacteristic"):
        entry = units[index].entry("PoseCharacteristic")
        if entry is None or reader.is_negated(passage.sentence, index):
            continue
        if is_attribute or (_names_kind(units, index) and _is_told_of_pose(units, index)):
            found[entry] = None
    for entry in found:
        yield kind_stated.relation(passage, _PROPERTIES[entry.kind], term_of(entry))


RULES = (level_stated, style_stated, kind_stated)


# -- levels ---------------------------------------------------------------------------------------


def _level(unit: Unit, reader: Reader) -> Entry | None:
    if unit.norm.endswith(_OF_BEGINNERS):
        return unit.entry("Level") or reader.grounder.lexicon.named("beginner", "Level")
    return unit.entry("Level")


def _before(units: Sequence[Unit], index: int) -> str:
    return " ".join(unit.norm for unit in units[max(0, index - 4) : index])


def _is_meant_for(units: Sequence[Unit], index: int, level: Entry) -> bool:
    """Say whether a level is told by the persons of it: "suitable for complete beginners"."""
    is_person = level.label == "beginner" and units[index].norm.rpartition(" ")[2] in _PERSONS
    return is_person and _MEANT_FOR.search(_before(units, index)) is not None


def _is_described(units: Sequence[Unit], index: int, level: Entry) -> bool:
    """Say whether a level is told as a property: "is an intermediate pose"."""
    if level.label not in _LEVELS or units[index].norm not in _LEVEL_WORDS:
        return False
    has_noun = any(unit.norm in _LEVEL_NOUNS for unit in units[index + 1 : index + 4])
    if units[index].norm.endswith(" level") and index > 1 and units[index - 2].norm == "at":
        return True  # "ideal for yogis at an intermediate level"
    return has_noun and _DESCRIBED.search(_before(units, index)) is not None


# -- kinds ----------------------------------------------------------------------------------------


def _names_kind(units: Sequence[Unit], index: int) -> bool:
    """Tell a kind of pose from a pose of that name, and from words that only mean one before "pose"."""
    unit = units[index]
    if unit.entry("Pose") or (index and unit.text[0].isupper() and _is_within_name(units, index)):
        return False
    before_noun = index + 1 < len(units) and units[index + 1].norm in _POSE_NOUNS
    return before_noun or unit.norm not in _WITH_NOUN_ONLY


def _is_within_name(units: Sequence[Unit], index: int) -> bool:
    """Say whether a capitalised word has another one beside it, within a sentence: "the Sitting Wheel"."""
    beside = (*units[max(1, index - 1) : index], *units[index + 1 : index + 2])
    return any(unit.is_word and unit.text[0].isupper() for unit in beside)


def _is_told_of_pose(units: Sequence[Unit], index: int) -> bool:
    """Say whether "is a" or "this" governs a unit: in the same clause, and near."""
    copula = next((place for place in range(len(units) - 1) if _is_copula(units, place)), None)
    if copula is not None and copula < index <= copula + _COPULA_REACH and _is_one_clause(units[copula:index]):
        return True
    this = next((place for place, unit in enumerate(units[:4]) if unit.text.casefold() == "this"), None)
    return this is not None and this < index <= this + _THIS_REACH and index < 6


def _is_one_clause(units: Sequence[Unit]) -> bool:
    return all(unit.norm not in _CLAUSE_ENDS for unit in units)


def _is_copula(units: Sequence[Unit], index: int) -> bool:
    following = units[index + 1]
    described = following.cue("glue.adjectives") or following.entry("PoseCharacteristic")
    return units[index].text.casefold() in _COPULAS and bool(following.norm in _AFTER_COPULA or described)
