"""People by the state that they are in: children, seniors, older students, those over 65."""

from __future__ import annotations

from collections.abc import Sequence

from yogakg.lexicon import fold
from yogakg.loaders.article.coordination.ailments import known_condition
from yogakg.loaders.article.coordination.phrases import CONDITION, Found, Reading
from yogakg.loaders.article.recognition.mentions import Unit
from yogakg.loaders.article.recognition.words import group, mapping, words

_GROUPS = mapping("coordination.groups")
_PEOPLE = frozenset(map(fold, words("introducers.people")))
#: Adjectives of people by their age.
_AGED = mapping("coordination.aged")
#: Words before an age, with whom they leave over, and the ages from and up to which that is a state of its own.
_AGES = mapping("coordination.ages")
#: Words for children, who are older or younger than others and not old: "older kids".
_CHILDREN = frozenset(fold(name) for name, state in _GROUPS.items() if state == "childhood")
_NUMBERS: dict[str, float] = group("holds.numbers")
_OLD = "old age"
_OLD_FROM, _OLDEST, _YOUNG_TO = 50, 100, 18
_AT_AGE = frozenset({"the age of"})
#: Units after "children with" in which a condition is named.
_HAVING_REACH = 4
_WHO, _WITH = "who", "with"
_OF_AGE = words("coordination.of_age")
_MODALS = words("coordination.modals")
_YEARS = frozenset({"year", "yr"})


def names_group(unit: Unit) -> bool:
    """Say whether a unit may name people by the state that they are in: "children", "older …", "over …"."""
    spoken = unit.text.casefold()
    return spoken in _GROUPS or spoken.partition(" ")[0] in _AGED or unit.norm in _AGES


def opens_group(units: Sequence[Unit], index: int) -> bool:
    """Say whether people are named by the state that they are in: "children", "older students"."""
    return units[index].text.casefold() in _GROUPS or _age_of(units, index) is not None


def people(reading: Reading, index: int, end: int) -> Found:
    """Read people who are named by their state: "children and pregnant women"."""
    if not reading.wants_only_conditions:
        return None
    unit, last = reading.units[index], index + 1
    name = _GROUPS.get(unit.text.casefold())
    if name is None and (name := _age_of(reading.units[:end], index)) is not None:
        last += " " not in unit.norm
    if name is None:
        name, last = _by_years(reading.units, index, end)
    if name is None or _has_condition(reading.units, last):
        return None
    return known_condition(reading, name, index, last)


def _has_condition(units: Sequence[Unit], index: int) -> bool:
    """Say whether only those of a group are meant who have a condition: "children with asthma"."""
    index += index < len(units) and units[index].norm == _WHO
    if index >= len(units) or not (units[index].cue("introducers", "having") or units[index].norm == _WITH):
        return False
    return any(unit.entry(CONDITION) for unit in units[index + 1 : index + 1 + _HAVING_REACH])


def _age_of(units: Sequence[Unit], index: int) -> str | None:
    """Return the state of people with an adjective of age, in one unit or two: "older students"."""
    adjective, _, person = units[index].norm.partition(" ")
    if not person and index + 1 < len(units):
        person = units[index + 1].norm
    return _AGED.get(adjective) if person in _PEOPLE and person not in _CHILDREN else None


def _by_years(units: Sequence[Unit], index: int, end: int) -> tuple[str | None, int]:
    """Return the state of people by their years, and the place after it: "anyone over 65", "below 14 years of age"."""
    name, place = _AGES.get(units[index].norm), index + 1
    told = " ".join(unit.norm for unit in units[place : place + 3]) in _AT_AGE
    place += 3 if told else 0  # "over the age of 60"
    if name is None or place >= end or not _is_age(units[place].norm, name):
        return None, index
    place += 1
    if place < end and units[place].norm in _YEARS:
        place += 1
    if " ".join(unit.norm for unit in units[place : place + 2]) in _OF_AGE:
        return name, min(end, place + 2)
    following = units[place] if place < len(units) else None
    if following is not None and following.is_word and not following.cues and following.norm not in _MODALS:
        return None, index  # "those under 5 feet"
    before = units[index - 1] if index else None
    if before is None or not before.is_word:
        told = told or following is None or not following.is_word  # "Over 65? Use a wall."
    else:
        told = told or any(before.cue("introducers", value) for value in ("people", "having"))
    return (name, place) if told else (None, index)


def _is_age(word: str, name: str) -> bool:
    """Say whether a number of years is one from which, or up to which, people are in a state."""
    years = _NUMBERS.get(word) or (int(word) if word.isdecimal() else 0)
    return _OLD_FROM <= years <= _OLDEST if name == _OLD else 0 < years <= _YOUNG_TO
