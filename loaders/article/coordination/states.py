"""What is told of a region or function that makes a condition of it: "your back is injured", "knees that hurt"."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from yogakg.lexicon import Entry
from yogakg.loaders.article.coordination.adjectives import HURT, head_of_harm
from yogakg.loaders.article.coordination.phrases import (
    BODY,
    CONDITION,
    GOOD,
    REGION,
    Found,
    Phrase,
    Reading,
    as_condition,
)
from yogakg.loaders.article.recognition.mentions import Unit
from yogakg.loaders.article.recognition.words import mapping, words

#: Words that stand for a region just named, and how many units before it may be.
PRONOUNS = frozenset({"it", "they"})
_PRONOUN_REACH = 6
#: Words for how a region is, what it does, and how high a function is, each with what it says.
_HURT_BEHIND = HURT | mapping("coordination.hurt_behind")
_ACHING = mapping("coordination.aching")
_ACHING_LASTS = frozenset(phrase.rpartition(" ")[2] for phrase in _ACHING)
_LEVELS = mapping("coordination.levels")
_TREATED = words("coordination.treatments")
#: Verbs between a region and how it is, adverbs after them, and pronouns before them.
_STATES = words("coordination.states")
_STATE_ADVERBS = words("coordination.state_adverbs")
_RELATIVES = frozenset({"that", "which"})
_WELL = words("coordination.well")
_MODALS = words("coordination.modals")
_PRONE = "prone to"
#: Marks before adjectives that stand behind their noun.
_BEHIND = frozenset({",", "(", "-", "–", ":"})
#: Units of the longest words for what a region does: "come out of its socket".
_LONGEST_VERB = 5


def is_hurt(unit: Unit) -> bool:
    """Say whether a unit tells how a region is: "painful", "sore"."""
    return unit.text.casefold() in _HURT_BEHIND


def is_aching(unit: Unit) -> bool:
    """Say whether a unit tells the last of what a region does that hurts: "hurts", "playing up"."""
    return unit.text.casefold() in _ACHING_LASTS


def is_state(unit: Unit) -> bool:
    """Say whether a unit is a verb between a region and how it is: "is", "has been"."""
    return unit.text.casefold() in _STATES


def region_in_state(reading: Reading, index: int, end: int) -> Found:
    """Read "your back is injured or painful", "wrists that were broken", "a shoulder has dislocated"."""
    if not reading.wants_only_conditions:
        return None
    units = reading.units
    subjects, after = _subjects(reading, index, end)
    place = after
    while place < end and (is_state(units[place]) or units[place].norm in _STATE_ADVERBS | _RELATIVES):
        place += 1
    if units[index].entry(*GOOD) and place < end and units[place].norm in _WELL:
        return [], place  # "if your blood pressure is normal"
    if place > after and (known := _known_in_states(reading, after - 1, place, end)) is not None:
        return known
    if not subjects:
        return None
    told = units[after:place]
    heads, behind = _heads_of_states(units, place, end)
    if not (heads and any(map(is_state, told))) and units[index].norm not in PRONOUNS:
        aching, later = _head_of_verb(units, place, end)
        if aching or not (heads and _is_verbless(units, place, behind)):
            heads, behind = aching, later
    if not heads:
        heads, behind = _head_of_proneness(units, index, place, end)
    qualifiers = frozenset(cue.value for unit in told if (cue := unit.cue("qualifiers")))
    conditions = [reading.grounder.condition_of(region, head) for region in subjects for head in heads]
    return ([Phrase(term, CONDITION, index, behind, qualifiers) for term in conditions], behind) if heads else None


def _subjects(reading: Reading, index: int, end: int) -> tuple[list[Entry], int]:
    """Return the regions of which something may be told, and the place after them: "your knees or ankles"."""
    units = reading.units
    if units[index].norm in PRONOUNS:
        before = reversed(units[max(0, index - _PRONOUN_REACH) : index])
        meant = next((region for unit in before if (region := unit.entry(REGION))), None)
        return ([meant] if meant else []), index + 1
    if units[index].entry(REGION) is None:
        return [], index + 1
    phrases, after = reading.list_of((REGION,), index, end)
    entries = [reading.entry_of(phrase) for phrase in phrases]
    return [entry for entry in entries if entry is not None and entry.iri != BODY], after


def _heads_of_states(units: Sequence[Unit], place: int, end: int) -> tuple[list[str], int]:
    """Return the head nouns for how a region is, and the place after them: "injured or painful"."""
    heads: list[str] = []
    while place < end and (head := _head_of_state(units[place])):
        heads.append(head)
        place += 1
        if place + 1 < end and units[place].joins:
            place += _head_of_state(units[place + 1]) is not None
            place = _past_states(units, place, end)
    return heads, place


def _past_states(units: Sequence[Unit], place: int, end: int) -> int:
    """Pass over "or has been" if how the region is follows: "is swollen or has been injured"."""
    after = place + units[place].joins
    while after < end and (is_state(units[after]) or units[after].norm in _STATE_ADVERBS):
        after += 1
    tells = after > place + 1 and after < end and _head_of_state(units[after]) is not None
    return after if tells else place


def _head_of_state(unit: Unit) -> str | None:
    """Return the head noun for how a region is: "injured", "been operated", "painful"."""
    return head_of_harm(unit) or _HURT_BEHIND.get(unit.text.casefold().rpartition(" ")[2])


def _is_verbless(units: Sequence[Unit], first: int, last: int) -> bool:
    """Say whether harm stands behind its region without a verb: "a knee replaced", "hamstring strained?"."""
    harms = [head_of_harm(unit) for unit in units[first:last] if not unit.joins]
    return harms[-1] in _TREATED or (all(harms) and (last >= len(units) or not units[last].is_word))


def _head_of_verb(units: Sequence[Unit], place: int, end: int) -> tuple[list[str], int]:
    """Return the head noun for what a region does, if nothing tells when: "if your neck hurts"."""
    head, after = _longest(_ACHING, units, place, end)
    ends = after >= len(units) or not units[after].is_word or units[after].norm in _MODALS or units[after].joins
    return ([head], after) if head is not None and ends else ([], place)


def _head_of_proneness(units: Sequence[Unit], index: int, place: int, end: int) -> tuple[list[str], int]:
    """Return what somebody's region is prone to: "if your calves are prone to cramps", not "the neck is prone to …"."""
    somebodys = any(unit.cue("introducers", "conditional") for unit in units[max(0, index - 2) : index])
    if somebodys and place + 1 < end and units[place].norm == _PRONE and units[place + 1].cue("glue.heads"):
        return [units[place + 1].text], place + 2
    return [], place


def _longest(table: Mapping[str, str], units: Sequence[Unit], place: int, end: int) -> tuple[str | None, int]:
    """Return what a table says of the longest words at a place, and the place after them."""
    for after in range(min(end, place + _LONGEST_VERB), place, -1):
        said = table.get(" ".join(unit.text.casefold() for unit in units[place:after]))
        if said is not None:
            return said, after
    return None, place


def qualified_behind(reading: Reading, index: int, end: int) -> Found:
    """Read "blood pressure, high or low" as conditions: a function that its state makes one."""
    units = reading.units
    if not reading.wants_only_conditions or index + 2 >= end or units[index + 1].norm not in _BEHIND:
        return None
    if units[index].entry(*GOOD) is None:
        return None
    return _known_in_states(reading, index, index + 2, end)


def _known_in_states(reading: Reading, index: int, place: int, end: int) -> Found:
    """Read the states that a list tells of a function: "your blood pressure is too high or too low"."""
    made: list[Phrase] = []
    after = place
    while place < end and (found := _known_in_state(reading, index, place, end)) is not None:
        made += found[0]
        place = after = found[1]
        if place < end and reading.units[place].joins:
            place += 1
            while place < end and reading.units[place].norm in _STATE_ADVERBS:
                place += 1
    return (made, after) if made else None


def _known_in_state(reading: Reading, index: int, place: int, end: int) -> Found:
    """Read "your blood pressure is high" as a condition with a name: "high blood pressure"."""
    units = reading.units
    if place >= end or not units[place].is_word or _head_of_state(units[place]) is not None:
        return None
    level, after = _longest(_LEVELS, units, place, end)
    known = reading.grounder.named(f"{level or units[place].text} {units[index].text}", CONDITION)
    return as_condition(known, index, after if level else place + 1) if known is not None else None
