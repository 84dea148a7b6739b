"""What stands before a region or function and makes a condition of it: injured, sore, weak, sluggish."""

from __future__ import annotations

from collections.abc import Sequence

from yogakg.facts import Term
from yogakg.lexicon import Entry
from yogakg.loaders.article.coordination.phrases import CONDITION, GOOD, REGION, Found, Phrase, Reading, as_condition
from yogakg.loaders.article.coordination.separators import past_separators
from yogakg.loaders.article.recognition.grounding import mint_condition, term_of
from yogakg.loaders.article.recognition.mentions import Unit
from yogakg.loaders.article.recognition.words import mapping, words

#: Verbs of harm, and adjectives for how a region is, each with the head noun of the condition.
HARMS = mapping("coordination.harms")
HURT = mapping("coordination.hurt")
#: Adjectives before a region that make a condition of it.
WEAKENED = words("coordination.weakened") | HURT.keys()
#: Adjectives of trouble before a region that a pose eases.
_TROUBLES = HURT | mapping("effect_words.troubles")
#: The head noun of an operation, and words before what it was done on: "operated for hernia", "operated on the knee".
SURGERY = "surgery"
#: Participles of harm that also tell what is done to a region, and verbs before them then.
_DONE = words("coordination.done")
_ARE = frozenset({"is", "are"})
#: Words that tell how long ago something was.
_SINCE = words("coordination.since")
_OPERATED_ON = frozenset({"on", "upon", "for"})
#: Words beside a verb of harm in one name: "been operated on".
_BESIDE_HARM = frozenset({"been", "recently", "on", "upon"})
#: Adjectives of what stands for a joint that was replaced: "a new hip".
REPLACING = words("coordination.replacing")
_REPLACEMENT = "replacement"
#: What lies in regions, and words between the two.
_PARTS = words("coordination.parts")
_WITHIN = frozenset({"in", "of"})


def is_harm(unit: Unit) -> bool:
    """Say whether a unit is a verb of harm: "hurt", "injured", "operated on"."""
    return head_of_harm(unit) is not None


def is_done(units: Sequence[Unit], index: int) -> bool:
    """Say whether a verb of harm may only tell what the pose does: "as the thighs are pulled back", not "had pulled".

    A sentence that ends with it tells how somebody is: "a thigh is pulled".
    """
    if units[index].norm not in _DONE or not index or units[index - 1].norm not in _ARE:
        return False
    return any(unit.is_word and not unit.joins and unit.norm not in _SINCE for unit in units[index + 1 : index + 2])


def head_of_harm(unit: Unit) -> str | None:
    """Return the head noun of the condition that a verb of harm tells: "injury" for "injured"."""
    spoken = unit.text.casefold()
    return HARMS.get(spoken) or HARMS.get(" ".join(word for word in spoken.split() if word not in _BESIDE_HARM))


def opens_weakness(units: Sequence[Unit], index: int) -> bool:
    """Say whether an adjective makes a condition of the region after it: "weak blood vessels", "a new hip"."""
    region = units[index + 1].entry(REGION) if index + 1 < len(units) else None
    if region is None:
        return False
    if units[index].norm in REPLACING:
        return index + 2 == len(units) or not units[index + 2].is_word
    very, _, weak = units[index].norm.rpartition(" ")
    return weak in WEAKENED and (bool(very) or weak in HURT or units[index].entry(CONDITION) is None)


def named_with_modifier(reading: Reading, modifier: str, region: Entry) -> Term | None:
    """Return the condition that a modifier before a name of a region names: "enlarged spleen"."""
    names = (reading.grounder.named(f"{modifier} {name}", CONDITION) for name in region.labels)
    return next((term for term in names if term is not None), None)


def modified(reading: Reading, modifier: str, region: Entry) -> Term | None:
    """Return the condition of a region with a modifier, if it has a name or the modifier has a head noun."""
    head = HURT.get(modifier)
    known = named_with_modifier(reading, modifier, region)
    return known or (reading.grounder.condition_of(region, head) if head else None)


def weakened_region(reading: Reading, index: int, end: int) -> Found:
    """Read "weak blood vessels in the eyes" or "sore wrists" as a condition, if no head noun follows."""
    if not reading.wants_only_conditions or not opens_weakness(reading.units, index):
        return None
    units = reading.units
    region = units[index + 1].entry(REGION)
    after = index + 2
    if region is None or (after < end and (units[after].cue("glue.heads") or units[after].entry(REGION))):
        return None
    modifier = units[index].norm.rpartition(" ")[2]
    if modifier in REPLACING:
        replaced = reading.grounder.condition_of(region, _REPLACEMENT)
        return None if replaced.minted else as_condition(replaced, index, after)
    term = modified(reading, modifier, region) or mint_condition([modifier, region.label])
    if after + 1 < end and units[after].cue("glue.prepositions"):
        after = reading.list_of((REGION,), after + 1, end)[1]
    return as_condition(term, index, after)


def harmed_regions(reading: Reading, index: int, end: int) -> Found:
    """Read "injured your back or neck", "sprained or operated knees" as conditions of these."""
    units = reading.units
    head = head_of_harm(units[index]) if reading.wants_conditions else None
    if head is None or is_done(units, index):
        return None
    heads, place = _heads_of_harms(units, index, end)
    if heads[-1] == SURGERY:
        while place < end and units[place].norm in _OPERATED_ON:
            place += 1
        if (operated := _operated_condition(reading, index, place, end)) is not None:
            return operated
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
    made = [phrase for one in heads for phrase in reading.in_each(regions, one, CONDITION, index)]
    thing = _harmed_thing(reading, index, place, end)
    if thing is not None and not (made and thing[0][0].term.minted):
        return thing
    return (made, after) if made else None


def _harmed_thing(reading: Reading, index: int, place: int, end: int) -> Found:
    """Read harm to what is no region as the condition of that name: "herniated a disc", "tore the labrum"."""
    units = reading.units
    while place < end and units[place].cue("glue.determiners"):
        place += 1
    if place >= end or (units[place].entry(REGION) is not None and units[place].norm not in _PARTS):
        return None
    head = head_of_harm(units[index])
    names = (f"{harmed} {units[place].norm}" for harmed, harm in HARMS.items() if harm == head)
    entries = (reading.lexicon.named_folded(name, CONDITION) for name in names)
    entry = next((one for one in entries if one is not None), None)
    if entry is None:
        return None
    place += 1
    if place + 1 < end and units[place].norm in _WITHIN:
        regions, after = reading.list_of((REGION,), place + 1, end)
        if located := reading.in_each(regions, entry.label, CONDITION, index):
            return located, after
    return as_condition(term_of(entry), index, place)


def _heads_of_harms(units: Sequence[Unit], index: int, end: int) -> tuple[list[str], int]:
    """Return the head nouns of one or more verbs of harm, and the place after them: "sprained or operated"."""
    heads: list[str] = []
    place = index
    while place < end and (head := head_of_harm(units[place])) is not None:
        heads.append(head)
        place += 1
        if place + 1 < end and units[place].joins and is_harm(units[place + 1]):
            place += 1
    return heads, place


def _operated_condition(reading: Reading, index: int, place: int, end: int) -> Found:
    """Read "operated for hernia", "operated bunions" as the surgery of the condition."""
    while place < end and reading.units[place].cue("glue.determiners"):
        place += 1
    operated = reading.units[place].entry(CONDITION) if place < end else None
    if operated is None or reading.units[place].entry(REGION) is not None:
        return None
    return as_condition(reading.grounder.condition_of(operated, SURGERY), index, place + 1)


def _weak_region(reading: Reading, index: int) -> Entry | None:
    """Return the region in the name of a weakness or harm: "weak knees", "operated knees"."""
    adjective, _, name = reading.units[index].norm.partition(" ")
    told = name and (adjective in WEAKENED or adjective in HARMS)
    return reading.lexicon.named_folded(name, REGION) if told else None


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
