"""What is told of a region or function that makes a condition of it: "your back is injured", "knees that hurt"."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import takewhile

from yogakg.facts import Term
from yogakg.lexicon import Entry, fold
from yogakg.loaders.article.coordination.adjectives import HURT, head_of_harm, is_done, named_with_modifier
from yogakg.loaders.article.coordination.ailments import HEADS
from yogakg.loaders.article.coordination.phrases import (
    BODY,
    CONDITION,
    GOOD,
    REGION,
    Found,
    Phrase,
    Reading,
)
from yogakg.loaders.article.recognition.mentions import Sentence, Unit
from yogakg.loaders.article.recognition.words import mapping, words

#: Words that stand for a region just named, and how many units before it may be.
PRONOUNS = frozenset({"it", "they"})
_PRONOUN_REACH = 6
#: Words for how a region is, what it does, and how high a function is, each with what it says.
_HURT_BEHIND = HURT | mapping("coordination.hurt_behind")
_ACHING = mapping("coordination.aching")
_ACHING_LASTS = frozenset(phrase.rpartition(" ")[2] for phrase in _ACHING)
_LEVELS = mapping("coordination.levels")
_UNCONTROLLED = frozenset({"uncontrolled high"})
_TREATED = words("coordination.treatments")
#: Verbs between a region and how it is, adverbs after them, and pronouns before them.
_STATES = words("coordination.states")
_STATE_ADVERBS = words("coordination.state_adverbs")
_RELATIVES = frozenset({"that", "which"})
_WELL = words("coordination.well")
_MODALS = words("coordination.modals")
_PRONE = "prone to"
_RECOVERING = words("coordination.recovering_from")
_ARE = frozenset({"is", "are"})
#: Verbs that tell how something is and not how it feels, words before whose it is, and marks between clauses.
_BEING = frozenset(map(fold, words("coordination.being")))
_OF_WHOM = frozenset({"if", "in case", "when", "whenever", "where", "unless", "whose", "should"})
_CLAUSE_ENDS = frozenset({".", ";", ":", "(", "?"})
#: How a region is held, and prepositions of where.
_POSITIONS = words("coordination.positions")
_PLACED = frozenset({"on", "in", "onto", "into", "against", "over", "under", "to", "at", "above", "below"})
#: Marks before adjectives that stand behind their noun.
_BEHIND = frozenset({",", "(", "-", "–", ":"})
#: Words that tell how long ago something was.
_SINCE = words("coordination.since")
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
    place = min(end, _past_verb(units, place))
    if units[index].entry(*GOOD) and place < end and units[place].norm in _WELL:
        return [], place  # "if your blood pressure is normal"
    if place > after or _is_level_behind(reading, index, place, end):
        known = _known_in_states(reading, after - 1, place, end, subjects[:-1])
        if known is not None:
            return known
    if not subjects:
        return None
    told = units[after:place]
    if place < end and is_done(units, place) and not _is_somebodys(units, index, place):
        return None
    heads, behind = _heads_of_states(units, place, end)
    if not (heads and any(map(is_state, told))) and units[index].norm not in PRONOUNS:
        aching, later = _head_of_verb(units, place, end)
        if aching or not (heads and _is_verbless(units, place, behind)):
            heads, behind = aching, later
    if not heads:
        heads, behind = _head_of_proneness(units, index, place, end)
        told = units[after:behind]
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
    if harms[-1] in _TREATED:
        return True
    ends = last >= len(units) or not units[last].is_word or units[last].norm in _SINCE
    return all(harms) and ends  # "ribs broken within the last two months"


def _head_of_verb(units: Sequence[Unit], place: int, end: int) -> tuple[list[str], int]:
    """Return the head noun for what a region does, if nothing tells when: "if your neck hurts"."""
    head, after = _longest(_ACHING, units, place, end)
    ends = after >= len(units) or not units[after].is_word or units[after].joins
    ends = ends or units[after].norm in _MODALS | _SINCE
    return ([head], after) if head is not None and ends else ([], place)


def _head_of_proneness(units: Sequence[Unit], index: int, place: int, end: int) -> tuple[list[str], int]:
    """Return what somebody's region is prone to: "if your calves are prone to cramps", not "the neck is prone to …".

    The same of what it recovers from: "your hip is recovering from an operation".
    """
    somebodys = any(unit.cue("introducers", "conditional") for unit in units[max(0, index - 2) : index])
    if somebodys and place + 1 < end and units[place].norm == _PRONE and units[place + 1].cue("glue.heads"):
        return [units[place + 1].text], place + 2
    if place < end and _recovers(units, place):
        place = next((one for one in range(place + 1, end) if not _is_before_noun(units[one])), end)
        if place < end and units[place].cue("glue.heads"):
            return [units[place].text], place + 1
    return [], place


def _recovers(units: Sequence[Unit], place: int) -> bool:
    """Say whether a unit tells from what a region recovers: "recovering from", "are recovering from"."""
    verb, _, told = units[place].norm.partition(" ")
    return told in _RECOVERING if verb in _ARE else units[place].norm in _RECOVERING


def _is_before_noun(unit: Unit) -> bool:
    return unit.cue("glue.determiners") is not None or unit.cue("qualifiers") is not None


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
    place = index + 1
    while place < end and (units[place].cue("glue.heads") or units[place].norm == "."):
        place += 1  # "BP problem, high or low", "B.P. (high or low)"
    if not reading.wants_only_conditions or place + 1 >= end or units[place].norm not in _BEHIND:
        return None
    if _function_of(reading, index) is None:
        return None
    while place + 1 < end and units[place + 1].norm in _STATE_ADVERBS:
        place += 1
    return _known_in_states(reading, index, place + 1, end)


def _is_level_behind(reading: Reading, index: int, place: int, end: int) -> bool:
    """Say whether words for a level need no verb after a function: "blood pressure on the high side"."""
    _, after = _longest(_LEVELS, reading.units, place, end)
    return after > place + 1 and reading.units[index].entry(*GOOD) is not None


def _function_of(reading: Reading, index: int) -> Entry | None:
    """Return the function that a unit names, perhaps with a head noun: "blood pressure problem"."""
    unit = reading.units[index]
    name, _, head = unit.norm.rpartition(" ")
    return unit.entry(*GOOD) or (reading.lexicon.named_folded(name, *GOOD) if head in HEADS else None)


def named_in_state(reading: Reading, index: int, end: int) -> Found:
    """Read what is told of a thing that is no region as the condition of that name: "a disc has slipped"."""
    if not reading.wants_only_conditions or reading.units[index].entries:
        return None
    place = _past_verb(reading.units, index + 1)
    return _known_in_states(reading, index, place, end) if index + 1 < place < end else None


def named_states(sentence: Sentence) -> Iterator[tuple[int, int]]:
    """Yield each thing that somebody may have, and what is told of it, where these name a condition.

    "If the liver is enlarged" and "a liver that is enlarged", but not "as the ligaments are loose".
    """
    units = sentence.units
    for place in sentence.worded(_BEING):
        if not place or is_state(units[place - 1]):
            continue
        after = _past_verb(units, place)
        index = next(one for one in range(place - 1, -1, -1) if not one or not _is_between(units[one]))
        if after == len(units) or not units[after].is_word or _is_position(units, index, after):
            continue
        level, _ = _longest(_LEVELS, units, after, len(units))
        told = f"{level or units[after].norm} {units[index].norm}"
        if sentence.lexicon.named_folded(told, CONDITION) is not None and _is_somebodys(units, index, place):
            yield index, after


def _is_somebodys(units: Sequence[Unit], index: int, place: int) -> bool:
    """Say whether words show that a thing is told of those who have it: "if", "whose", "that is"."""
    if any(unit.norm in _RELATIVES for unit in units[index + 1 : place]):
        return True
    clause = takewhile(lambda unit: unit.norm not in _CLAUSE_ENDS, reversed(units[:index]))
    return any(unit.norm in _OF_WHOM for unit in clause)


def _past_verb(units: Sequence[Unit], place: int) -> int:
    """Pass over the verb between a thing and how it is: "is", "that has recently been"."""
    while place < len(units) and (is_state(units[place]) or _is_between(units[place])):
        place += 1
    return place


def _is_between(unit: Unit) -> bool:
    return unit.norm in _STATE_ADVERBS | _RELATIVES


def _is_position(units: Sequence[Unit], index: int, place: int) -> bool:
    """Say whether a word tells where a region is held, and of no illness: "if the feet are flat on the floor"."""
    if units[index].entry(REGION) is None:
        return False
    held = any(unit.norm in _PLACED for unit in units[place + 1 : place + 2])
    return held or units[place].norm in _POSITIONS


def _known_in_states(
    reading: Reading, index: int, place: int, end: int, others: Sequence[Entry] = ()
) -> tuple[list[Phrase], int] | None:
    """Read the states that a list tells of a thing, and of others: "your blood pressure is too high or too low"."""
    made: list[Phrase] = []
    after = place
    while place < end and (found := _known_in_state(reading, index, place, end)) is not None:
        term, told, after = found
        alike = (named_with_modifier(reading, told, other) for other in others)
        if not (made and told in _UNCONTROLLED):  # "high and not under control" is one state
            made += [Phrase(one, CONDITION, index, after) for one in (*alike, term) if one is not None]
        place = after
        if place < end and reading.units[place].joins:
            place += 1
            while place < end and reading.units[place].norm in _STATE_ADVERBS:
                place += 1
    return (made, after) if made else None


def _known_in_state(reading: Reading, index: int, place: int, end: int) -> tuple[Term, str, int] | None:
    """Read "your blood pressure is high" as a condition with a name: return it, "high" and the place after it."""
    units = reading.units
    if place >= end or not units[place].is_word or _head_of_state(units[place]) is not None:
        return None
    if _is_position(units, index, place):
        return None
    level, after = _longest(_LEVELS, units, place, end)
    told = level or units[place].text
    function = _function_of(reading, index)
    names = (units[index].text, *(function.labels if function is not None else ()))
    known = (reading.grounder.named(f"{told} {name}", CONDITION) for name in names)
    term = next((one for one in known if one is not None), None)
    return (term, told, after if level else place + 1) if term is not None else None
