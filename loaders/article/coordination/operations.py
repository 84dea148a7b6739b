"""What surgeons do, as a condition: "a hernia repair", "stitches in the belly", "an operation for gallstones"."""

from __future__ import annotations

from collections.abc import Sequence

from yogakg.loaders.article.coordination.adjectives import SURGERY
from yogakg.loaders.article.coordination.phrases import CONDITION, REGION, Found, Reading, as_condition
from yogakg.loaders.article.recognition.mentions import Unit
from yogakg.loaders.article.recognition.words import mapping, words

#: What surgeons do, with the head noun of the condition.
PROCEDURES = mapping("coordination.procedures")
#: Words between an operation and what it was done about or on, and a pain that is called like what surgeons leave.
OPERATED_ON = frozenset({"of", "for", "on"})
_ALSO_FELT = words("coordination.also_felt")


def heads_procedure(units: Sequence[Unit], index: int) -> bool:
    """Say whether a noun of what surgeons do has what they did it to behind it: "a reconstruction of the ACL"."""
    following = units[index + 1 : index + 2]
    return units[index].norm in PROCEDURES and any(unit.cue("glue.prepositions") for unit in following)


def is_surgery(unit: Unit) -> bool:
    """Say whether a unit is a head noun of what surgeons do: "operation"."""
    entry = unit.entry(CONDITION)
    return entry is not None and entry.label == SURGERY and unit.cue("glue.heads") is not None


def procedure(reading: Reading, index: int, end: int) -> Found:
    """Read what surgeons did in regions: "stitches in the belly", "a reconstruction of the knee"."""
    unit = reading.units[index]
    if not reading.wants_only_conditions or index + 2 >= end or not heads_procedure(reading.units, index):
        return None
    if unit.norm in _ALSO_FELT and not unit.text.endswith("s"):
        return None
    regions, after = reading.list_of((REGION,), index + 2, end)
    made = reading.in_each(regions, PROCEDURES[unit.norm], CONDITION, index)
    return (made, after) if made else None


def treated_condition(reading: Reading, index: int, end: int) -> Found:
    """Read what was done about a condition as the surgery of it: "hernia repair", "fibroid removal"."""
    if not reading.wants_only_conditions or index + 1 >= end:
        return None
    units = reading.units
    entry = units[index].entry(CONDITION)
    if entry is None or units[index + 1].norm not in PROCEDURES:
        return None
    return as_condition(reading.grounder.condition_of(entry, SURGERY), index, index + 2)
