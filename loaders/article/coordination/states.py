"""What is told of a region or function that makes a condition of it: that it is injured, weak, painful, high."""

from __future__ import annotations

from collections.abc import Sequence

from yogakg.facts import Term
from yogakg.lexicon import Entry
from yogakg.loaders.article.coordination.phrases import (
    CONDITION,
    GOOD,
    REGION,
    Found,
    Phrase,
    Reading,
    as_condition,
)
from yogakg.loaders.article.coordination.separators import past_separators
from yogakg.loaders.article.recognition.grounding import mint_condition
from yogakg.loaders.article.recognition.mentions import Unit
from yogakg.loaders.article.recognition.words import mapping, words

#: Words that stand for a region just named, and how many units before it may be.
PRONOUNS = frozenset({"it", "they"})
_PRONOUN_REACH = 6
#: Adjectives before a region that make a condition of it.
WEAKENED = words("coordination.weakened")
#: Verbs of harm, and words for how a region is, each with the head noun of the condition.
_HARMS = mapping("coordination.harms")
_HURT = mapping("coordination.hurt")
_HARMS_AND_HURT = _HARMS | _HURT
#: Adjectives of trouble before a region that a pose eases.
_TROUBLES = _HURT | mapping("effect_words.troubles")
#: Verbs of harm after a region: "a knee replaced".
_REPLACED = frozenset({"replaced", "operated"})
#: Verbs between a region and how it is, and adverbs after them.
_STATES = words("coordination.states")
_STATE_ADVERBS = words("coordination.state_adverbs")
#: Marks before adjectives that stand behind their noun.
_BEHIND = frozenset({",", "(", "-", "–", ":"})


def is_harm(unit: Unit) -> bool:
    """Say whether a unit is a verb of harm: "hurt", "injured"."""
    return unit.text.casefold() in _HARMS


def head_of_harm(unit: Unit) -> str | None:
    """Return the head noun of the condition that a verb of harm tells: "injury" for "injured"."""
    return _HARMS.get(unit.text.casefold())


def is_hurt(unit: Unit) -> bool:
    """Say whether a unit tells how a region is hurt: "painful", "sore"."""
    return unit.text.casefold() in _HURT


def is_state(unit: Unit) -> bool:
    """Say whether a unit is a verb between a region and how it is: "is", "has been"."""
    return unit.text.casefold() in _STATES


def opens_weakness(units: Sequence[Unit], index: int) -> bool:
    """Say whether an adjective makes a condition of the region after it: "weak blood vessels"."""
    region = units[index + 1].entry(REGION) if index + 1 < len(units) else None
    if region is None:
        return False
    very, _, weak = units[index].norm.rpartition(" ")
    return weak in WEAKENED and (bool(very) or units[index].entry(CONDITION) is None)


def named_with_modifier(reading: Reading, modifier: str, region: Entry) -> Term | None:
    """Return the condition that a modifier before a name of a region names: "enlarged spleen"."""
    names = (reading.grounder.named(f"{modifier} {name}", CONDITION) for name in region.labels)
    return next((term for term in names if term is not None), None)


def weakened_region(reading: Reading, index: int, end: int) -> Found:
    """Read "weak blood vessels in the eyes" as a condition, if no head noun follows."""
    if not reading.wants_only_conditions or not opens_weakness(reading.units, index):
        return None
    units = reading.units
    region = units[index + 1].entry(REGION)
    after = index + 2
    if region is None or (after < end and (units[after].cue("glue.heads") or units[after].entry(REGION))):
        return None
    modifier = units[index].norm.rpartition(" ")[2]
    known = named_with_modifier(reading, modifier, region)
    if after + 1 < end and units[after].cue("glue.prepositions"):
        after = reading.list_of((REGION,), after + 1, end)[1]
    return as_condition(known or mint_condition([modifier, region.label]), index, after)


def harmed_regions(reading: Reading, index: int, end: int) -> Found:
    """Read "injured your back or neck" as injuries of these."""
    units = reading.units
    head = head_of_harm(units[index]) if reading.wants_conditions else None
    if head is None:
        return None
    place = index + 1
    while place + 1 < end and units[place].joins and units[place + 1].cue("glue.adjectives"):
        place += 2  # "injured or bad knees"
    if place + 1 < end and units[place].joins and (first := _weak_region(reading, place + 1)) is not None:
        following, _ = past_separators(reading, place + 2, end)
        others, _ = reading.list_of((REGION,), following, end) if following > place + 2 else ([], 0)
        hurt = [first, *(entry for one in others if (entry := reading.entry_of(one)) is not None)]
        made = [Phrase(reading.grounder.condition_of(one, head), CONDITION, index, place) for one in hurt]
        return made, place  # "injured or weak knees, ankles and wrists": the weak ones are read next
    if place >= end or not (units[place].cue("glue.determiners") or units[place].entry(REGION)):
        return None
    regions, after = reading.list_of((REGION,), place, end)
    made = reading.in_each(regions, head, CONDITION, index)
    return (made, after) if made else None


def _weak_region(reading: Reading, index: int) -> Entry | None:
    """Return the region in the name of a weakness: "weak knees"."""
    adjective, _, name = reading.units[index].norm.partition(" ")
    return reading.lexicon.named_folded(name, REGION) if adjective in WEAKENED and name else None


def troubled_regions(reading: Reading, index: int, end: int) -> Found:
    """Read "tired or cramped legs", where effects are told, as a condition of each region for each adjective."""
    units = reading.units
    if not (reading.wants_conditions and reading.wants_good) or units[index].text.casefold() not in _TROUBLES:
        return None
    heads = [_TROUBLES[units[index].text.casefold()]]
    place = index + 1
    while place + 1 < end and units[place].joins:
        adjective = units[place + 1].text.casefold().partition(" ")[0]  # "stiff shoulders" may be one name
        if adjective not in _TROUBLES:
            break
        heads.append(_TROUBLES[adjective])
        place += 2
    if len(heads) == 1:
        return None
    last = units[place - 1]
    named = reading.lexicon.named_folded(last.norm.partition(" ")[2], REGION)
    wholes, after = ([named], place) if named is not None else ([], place)
    if not wholes and place < end and units[place].entry(REGION) is not None:
        phrases, after = reading.list_of((REGION,), place, end)
        wholes = [entry for phrase in phrases if (entry := reading.entry_of(phrase)) is not None]
    made = [
        Phrase(reading.grounder.condition_of(one, head), CONDITION, index, after) for one in wholes for head in heads
    ]
    return (made, after) if made else None


def region_in_state(reading: Reading, index: int, end: int) -> Found:
    """Read "your back is injured or painful", "a shoulder has dislocated" as conditions of it."""
    if not reading.wants_only_conditions:
        return None
    if (replaced := _replaced_region(reading, index, end)) is not None:
        return replaced
    units = reading.units
    if index + 2 >= end or not is_state(units[index + 1]):
        return None
    place = index + 2
    while place < end and (is_state(units[place]) or units[place].norm in _STATE_ADVERBS):
        place += 1
    if (known := _known_in_state(reading, index, place, end)) is not None:
        return known
    region = _region_meant(units, index)
    if region is None:
        return None
    qualifiers = frozenset(cue.value for unit in units[index + 1 : place] if (cue := unit.cue("qualifiers")))
    heads: list[str] = []
    while place < end and (head := _head_of_state(units[place])):
        heads.append(head)
        place += 1
        if place + 1 < end and units[place].joins:
            place += _head_of_state(units[place + 1]) is not None
    conditions = [reading.grounder.condition_of(region, head) for head in heads]
    return ([Phrase(term, CONDITION, index, place, qualifiers) for term in conditions], place) if heads else None


def _head_of_state(unit: Unit) -> str | None:
    """Return the head noun for how a region is: "injured", "been operated", "painful"."""
    return _HARMS_AND_HURT.get(unit.text.casefold().rpartition(" ")[2])


def _replaced_region(reading: Reading, index: int, end: int) -> Found:
    """Read "had a knee replaced" as a replacement of it."""
    region = reading.units[index].entry(REGION)
    if region is None or index + 1 >= end or reading.units[index + 1].text.casefold() not in _REPLACED:
        return None
    head = _HARMS[reading.units[index + 1].text.casefold()]
    return as_condition(reading.grounder.condition_of(region, head), index, index + 2)


def _region_meant(units: Sequence[Unit], index: int) -> Entry | None:
    """Return the region that a unit names, or a pronoun means: "the hamstrings, if they are injured"."""
    if units[index].norm not in PRONOUNS:
        return units[index].entry(REGION)
    before = reversed(units[max(0, index - _PRONOUN_REACH) : index])
    return next((region for unit in before if (region := unit.entry(REGION))), None)


def qualified_behind(reading: Reading, index: int, end: int) -> Found:
    """Read "blood pressure, high or low" as conditions: a function that its state makes one."""
    units = reading.units
    if not reading.wants_only_conditions or index + 2 >= end or units[index + 1].norm not in _BEHIND:
        return None
    if units[index].entry(*GOOD) is None:
        return None
    made: list[Phrase] = []
    place = index + 2
    while place < end and (found := _known_in_state(reading, index, place, end)) is not None:
        made += found[0]
        place += 1
        if place + 1 < end and units[place].joins:
            place += _known_in_state(reading, index, place + 1, end) is not None
    return (made, place) if made else None


def _known_in_state(reading: Reading, index: int, place: int, end: int) -> Found:
    """Read "your blood pressure is high" as a condition with a name: "high blood pressure"."""
    units = reading.units
    if place >= end or not units[place].is_word or _head_of_state(units[place]) is not None:
        return None
    known = reading.grounder.named(f"{units[place].text} {units[index].text}", CONDITION)
    return as_condition(known, index, place + 1) if known is not None else None


def slowed_function(reading: Reading, index: int, end: int) -> Found:
    """Read a state before a function that is in it as one condition: "sluggish metabolism"."""
    unit = reading.units[index]
    if not reading.wants_conditions or index + 1 >= end or unit.entry(CONDITION) is None:
        return None
    function = reading.units[index + 1]
    if not unit.cue("glue.adjectives") or function.entry(*GOOD) is None or function.entry(CONDITION) is not None:
        return None
    spoken = (unit.norm, function.norm)
    term = reading.grounder.named(" ".join(spoken), CONDITION) or mint_condition(spoken)
    return as_condition(term, index, index + 2)
