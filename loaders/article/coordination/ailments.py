"""Conditions by words of their own: unknown diseases, injuries among limitations, pregnancies."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from itertools import takewhile

from yogakg.lexicon import fold
from yogakg.loaders.article.coordination.phrases import (
    CONDITION,
    LIMITATION,
    REGION,
    TRIMESTER,
    Found,
    Phrase,
    Reading,
    as_condition,
)
from yogakg.loaders.article.recognition.grounding import condition_kind, mint_condition
from yogakg.loaders.article.recognition.mentions import Unit
from yogakg.loaders.article.recognition.words import group, mapping, pattern, words

#: Head nouns of conditions, and those that only announce the conditions after them.
HEADS = words("glue.heads")
GENERAL_HEADS = words("coordination.general_heads")
#: Words that open a clause, and belong to no name.
OPENERS = (
    words("advice_words.practising")
    | words("coordination.modals")
    | words("coordination.persons")
    | words("coordination.asides")
)

_MEDICAL_ENDING = pattern(r"\w{3}{contraindication_words.medical_endings}$")
#: Head nouns before which an unknown word says which condition it is, and endings of words that do not.
KIND_HEADS = words("coordination.kind_heads")
_NOT_KINDS: tuple[str, ...] = tuple(group("coordination.no_kinds"))
#: Endings of adjectives that say which ailments are meant: "orthopedic".
_KIND_ENDING = pattern(r"\w{3}(?:al|ic)$")
#: Words that end like a disease and name none.
_NO_DISEASES = words("coordination.no_diseases")
_AMONG_CONDITIONS = mapping("coordination.among_conditions")
_INJURY = "Injury"
#: Units after a trimester within which it may be said that it is one of pregnancy.
_PREGNANCY_REACH = 4


def sounds_medical(unit: Unit) -> bool:
    """Say whether a word that is no name ends like one of a disease: "thyroiditis"."""
    return unit.is_plain and _has_medical_ending(unit.norm)


@lru_cache(maxsize=8192)
def _has_medical_ending(word: str) -> bool:
    return _MEDICAL_ENDING.search(word) is not None and word not in _NO_DISEASES


def names_injury(unit: Unit) -> bool:
    """Say whether a unit names an injury by a name that the vocabulary has for a limitation alone: "ankle strain"."""
    limits = unit.entry(LIMITATION) is not None and unit.entry(CONDITION) is None
    return limits and condition_kind(unit.norm.rpartition(" ")[2]) == _INJURY


def opens_unknown(units: Sequence[Unit], index: int) -> bool:
    """Say whether an unknown word is the kind of a condition with a head noun after it: "a labral tear"."""
    unit = units[index]
    following = units[index + 1] if index + 1 < len(units) else None
    return (
        following is not None
        and following.norm in KIND_HEADS
        and following.cue("glue.heads") is not None
        and unit.is_plain
        and unit.norm.isalpha()
        and len(unit.norm) > 3
        and not unit.norm.endswith(_NOT_KINDS)
        and unit.norm not in OPENERS
    )


def unknown_condition(reading: Reading, index: int, end: int) -> Found:
    """Read a condition that the vocabulary lacks, where conditions alone are sought: "thyroiditis", "a labral tear"."""
    unit = reading.units[index]
    if not reading.wants_only_conditions:
        return None
    if sounds_medical(unit):
        return as_condition(mint_condition([unit.text.casefold()]), index, index + 1)
    if opens_unknown(reading.units, index) and index + 1 < end:
        spoken = [one.norm for one in reading.units[index : index + 2]]
        return as_condition(mint_condition(spoken), index, index + 2)
    return None


def unknown_ailment(reading: Reading, index: int, end: int) -> Found:
    """Read an adjective that names nothing with a head noun as a condition: "orthopedic ailments"."""
    unit = reading.units[index]
    if not (reading.wants_conditions and reading.wants_good):
        return None
    if index + 1 >= end or not unit.is_plain or not unit.text.islower():
        return None
    head = reading.units[index + 1]
    if head.norm not in GENERAL_HEADS or _KIND_ENDING.search(unit.norm) is None:
        return None
    if reading.grounder.region_of_adjective(unit.norm) is not None:
        return None  # "spinal problems"
    return as_condition(mint_condition([unit.norm, head.norm]), index, index + 2)


def named_among(reading: Reading, index: int, end: int) -> Found:
    """Read a word that names a condition only beside others: "pregnancy and periods"."""
    if not reading.wants_only_conditions:
        return None
    units = reading.units
    name = _AMONG_CONDITIONS.get(units[index].norm) if units[index].text.endswith("s") else None
    if name is None:
        return None
    beside = [*units[max(0, index - 2) : index], *units[index + 1 : min(end, index + 3)]]
    if not (any(one.joins for one in beside) and any(one.entry(CONDITION) for one in beside)):
        return None
    return known_condition(reading, name, index)


def known_condition(reading: Reading, name: str, index: int, last: int | None = None) -> Found:
    """Read units, one unless told otherwise, as the condition of a name that the vocabulary has."""
    term = reading.grounder.named(name, CONDITION)
    return as_condition(term, index, last or index + 1) if term is not None else None


def injury(reading: Reading, index: int, end: int) -> Found:
    """Compose an injury of the region and the head noun in the name of a limitation: "ankle strain"."""
    if not reading.wants_conditions or index >= end or not names_injury(reading.units[index]):
        return None
    name, _, head = reading.units[index].text.rpartition(" ")
    region = reading.lexicon.named_folded(fold(name), REGION)
    if region is None:
        return None
    return as_condition(reading.grounder.condition_of(region, head), index, index + 1)


def trimester(unit: Unit) -> str | None:
    """Return the trimester that words such as "late pregnancy" or "the last trimester" name."""
    cue, entry = unit.cue("qualifiers"), unit.entry(TRIMESTER)
    if cue is not None and cue.value.endswith(TRIMESTER):
        return cue.value
    return entry.iri.rsplit("#", 1)[-1] if entry is not None else None


def names_pregnancy(units: Sequence[Unit], index: int, end: int) -> bool:
    """Say whether pregnancy follows as the noun that a trimester modifies; "of pregnancy" does not."""
    near = units[index : min(end, index + _PREGNANCY_REACH)]
    return any("pregnan" in unit.norm for unit in takewhile(lambda unit: not unit.cue("glue.prepositions"), near))


def pregnancy(reading: Reading, index: int, end: int) -> Found:
    """Read a trimester as a pregnancy in it."""
    if not reading.wants_conditions or (told := trimester(reading.units[index])) is None:
        return None
    return pregnancy_in(reading, told, index, _end_of_time(reading.units, index + 1, end))


def _end_of_time(units: Sequence[Unit], index: int, end: int) -> int:
    """Return where the name of a time ends, which may say of what it is one: "the third trimester of pregnancy"."""
    if index >= end or units[index].norm != "of":
        return index
    noun = index + 1
    while noun < end and units[noun].cue("glue.determiners"):
        noun += 1
    return noun + 1 if noun < end and "pregnan" in units[noun].norm else index


def pregnancy_in(reading: Reading, told: str, first: int, last: int) -> Found:
    """Return the pregnancy in a trimester that a run of units means."""
    term = reading.grounder.named("pregnancy", CONDITION)
    return ([Phrase(term, CONDITION, first, last, frozenset({told}))], last) if term else None
