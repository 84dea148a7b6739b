"""Head nouns and the regions they lie in: "knee injury", "pain in the knees or hips", "flexibility of the spine"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise, takewhile

from yogakg.facts import Term
from yogakg.lexicon import Entry, fold
from yogakg.loaders.article.coordination.adjectives import SURGERY, WEAKENED, head_of_harm
from yogakg.loaders.article.coordination.ailments import GENERAL_HEADS, HEADS
from yogakg.loaders.article.coordination.operations import OPERATED_ON, PROCEDURES, is_surgery
from yogakg.loaders.article.coordination.phrases import (
    BODY,
    CONDITION,
    FUNCTION,
    GOOD,
    REGION,
    Found,
    Phrase,
    Reading,
    as_condition,
    as_named,
)
from yogakg.loaders.article.coordination.separators import closes, is_opened, past_separators
from yogakg.loaders.article.recognition.grounding import term_of
from yogakg.loaders.article.recognition.mentions import Unit
from yogakg.loaders.article.recognition.words import mapping, words
from yogakg.namespaces import PREFIXES

#: The head noun of a condition that is named by its region alone.
PROBLEM = "problem"
#: Head nouns of people by where they are ill: "heart patients".
PATIENTS = words("coordination.patients")

_RELATED = "related"
#: Adjectives that stand for a region before a noun.
_OF_REGIONS = words("grounding.adjectives")
_FUNCTION_HEADS = words("glue.function_heads")
#: Head nouns of what lies in a region, and never in what it does.
_BODILY = words("coordination.bodily_heads")
#: Words between a head noun and the conditions that it announces.
_HEAD_LINKS = frozenset({"of", "with"})
_RELATING = words("coordination.relating")
_OF_HEALTH = words("coordination.of_health")
#: Functions that two of may lie in the same regions.
_SHARING_REGIONS = words("coordination.located")
#: Regions that say nothing of where an effect lies.
_GENERAL_REGIONS = frozenset({BODY, PREFIXES["region"] + "internal-organs"})
_STATE = "PhysiologicalState"
_INJURY = "Injury"
_DISEASE = "Disease"
_JOINT = "Joint"
#: Regions, and kinds of them, that are all over the body.
_SKIN = PREFIXES["region"] + "skin"
_TISSUE = "ConnectiveTissue"
_ANYWHERE = frozenset({_TISSUE, "BodySystem"})
#: Prepositions of a means and nouns after a region that make an act of it, and prepositions of a place.
_ACTS = mapping("effect_words.pressures").keys() | {"stretch", "opening"}
_BY = frozenset({"through", "by", "via"})
#: Conditions that any region may have, beside the head nouns: "cyst".
_ANYWHERE_NAMES = words("coordination.anywhere")
_WITHIN = frozenset({"in", "of"})
_WITH = "with"
_QUALIFIERS = mapping("qualifiers")
_ON_THE, _POSITION = "on the ", "PoseCharacteristic"
#: What regions consist of, of which a condition lies in the region: "joint pain of the wrist".
_PARTS = words("coordination.located_parts")
_PART_IRIS = frozenset(PREFIXES["region"] + part for part in _PARTS)
#: How blood returns somewhere.
_BLOOD, _BACK_TO = "blood", ["back", "to"]


# -- conditions -----------------------------------------------------------------------------------


def heads_what_follows(unit: Unit) -> bool:
    """Say whether a unit that is passed over elsewhere is the head noun of a region after it: "problems of the …"."""
    return unit.cue("glue.determiners") is not None and unit.norm.partition(" ")[0] in HEADS


def opens_region(units: Sequence[Unit], index: int) -> bool:
    """Say whether an adjective for a region has a head noun behind it: "bronchial congestion"."""
    place = _past_synonym(units, index + 1, len(units))
    return units[index].norm in _OF_REGIONS and any(unit.cue("glue.heads") for unit in units[place : place + 1])


def _past_synonym(units: Sequence[Unit], index: int, end: int) -> int:
    """Pass over another word for a region in parentheses: "cardiac (heart) problems"."""
    glossed = index + 3 < end and is_opened(units, index + 1) and closes(units[index + 2])
    return index + 3 if glossed else index


def heads_regions(reading: Reading, index: int, end: int) -> bool:
    """Say whether words that are passed over elsewhere name trouble in a region: "problems of the spinal cord"."""
    units = reading.units
    if not reading.wants_only_conditions or not heads_what_follows(units[index]):
        return False
    place = index + 1
    while place < end and units[place].cue("glue.determiners"):
        place += 1
    if place >= end or units[place].entry(REGION) is not None:
        return place < end
    paired = place + 1 < end and units[place + 1].joins  # "problems of the small or large intestine"
    return paired and bool(reading.list_of((REGION,), place, end)[0])


def headed_regions(reading: Reading, index: int, end: int) -> Found:
    """Read "problems of the spinal cord and discs" as one condition a region."""
    if not heads_regions(reading, index, end):
        return None
    regions, after = reading.list_of((REGION,), index + 1, end)
    made = reading.in_each(regions, reading.units[index].norm.partition(" ")[0], CONDITION, index)
    return (made, after) if made else None


def region_with_head(reading: Reading, index: int, end: int) -> Found:
    """Join a region with the head noun after it: "knee injury", "hip flexibility"."""
    if index + 1 >= end:
        return None
    units = reading.units
    region = reading.grounder.region_of_adjective(units[index].norm) or units[index].entry(REGION)
    if region is None:
        return None
    place = _past_synonym(units, index + 1, end)
    if units[place].norm == _RELATED and place + 1 < end:
        place += 1  # "stomach related problems"
    following = units[place]
    if reading.wants_only_conditions and following.norm in PATIENTS:
        made = reading.grounder.condition_of(region, PROBLEM)  # "heart, kidney and liver patients"
        return as_condition(made, index, place + 1)
    if following.norm == _WITH and (ill := _ill_region(reading, region, place + 1, end)) is not None:
        return as_condition(ill, index, place + 2)
    condition = following.entry(CONDITION)
    if reading.wants_only_conditions and (treated := PROCEDURES.get(following.norm)) is not None:
        return as_condition(reading.grounder.condition_of(region, treated), index, place + 1)
    if reading.wants_conditions and (following.cue("glue.heads") or (condition and _lies_in_any(reading, condition))):
        return as_condition(reading.grounder.condition_of(region, following.text), index, place + 1)
    if condition is not None and place > index + 1 and units[place - 1].norm == _RELATED:
        return as_condition(term_of(condition), index, place + 1)  # "disc-related sciatica"
    if reading.wants_good and following.cue("glue.function_heads"):
        made = reading.grounder.function_of(region, following.text)
        return [Phrase(made, FUNCTION, index, place + 1)], place + 1
    return None


def _ill_region(reading: Reading, region: Entry, index: int, end: int) -> Term | None:
    """Return the condition of a region that has one by a name: "a neck with arthritis", "knees with arthritis"."""
    ill = reading.units[index] if reading.wants_only_conditions and index < end else None
    if ill is None or ill.entry(CONDITION) is None or not ill.cue("glue.heads"):
        return None
    term = reading.grounder.condition_of(region, ill.text)
    return None if term.minted else term


def condition(reading: Reading, index: int, end: int) -> Found:
    """Read the name of a condition, or a head noun with the regions it lies in."""
    if not reading.wants_conditions:
        return None
    unit = reading.units[index]
    entry, is_head = unit.entry(CONDITION), unit.cue("glue.heads") is not None
    if entry is None and not is_head:
        return None
    if entry is not None and reading.wants_good and unit.entry(*GOOD):
        return None  # "blood pressure" is a condition only where conditions alone are listed
    if entry is None or is_head or _lies_anywhere(reading, unit, entry):
        wholes = (REGION,) if unit.norm in _BODILY else (REGION, *GOOD)
        located = _head_in_regions(reading, index, end, CONDITION, wholes)
        located = located or _heads_in_regions(reading, index, end) or _head_of_conditions(reading, index, end)
        if located is not None:
            return located
    if entry is None:
        return None
    if (worse := _bad_with_head(reading, index, end)) is not None:
        return worse
    phrases, after = as_named(index, entry)
    if after < end and _says_no_more(reading, entry, after):
        after += 1  # "asthma problem"
    kinds, beyond = _kinds_in_parentheses(reading, index, after, end)
    return ([*phrases, *kinds], beyond) if kinds else (phrases, _past_place(reading, after, end))


def _bad_with_head(reading: Reading, index: int, end: int) -> Found:
    """Read "a bad ankle sprain", where "bad ankle" alone is a name as well."""
    weak, _, place = reading.units[index].norm.partition(" ")
    region = reading.sentence.lexicon.named(place, REGION) if weak in WEAKENED and place else None
    head = reading.units[index + 1] if region is not None and index + 1 < end else None
    if region is None or head is None or not head.cue("glue.heads") or fold(head.text) in GENERAL_HEADS:
        return None
    return as_condition(reading.grounder.condition_of(region, head.text), index, index + 2)


def _kinds_in_parentheses(reading: Reading, index: int, place: int, end: int) -> tuple[list[Phrase], int]:
    """Read the kinds of a condition that parentheses list, if all are known: "hernia (inguinal or umbilical)"."""
    units = reading.units
    if not reading.wants_only_conditions or place >= end or not is_opened(units, place + 1):
        return [], place
    inside = list(takewhile(lambda one: not closes(units[one]), range(place + 1, end)))
    kinds = [one for one in inside if not units[one].joins]
    named = ((one, reading.grounder.named(f"{units[one].norm} {units[index].norm}", CONDITION)) for one in kinds)
    made = [Phrase(term, CONDITION, one, one + 1) for one, term in named if term is not None]
    return (made, place + len(inside) + 2) if kinds and len(made) == len(kinds) else ([], place)


def _says_no_more(reading: Reading, entry: Entry, index: int) -> bool:
    """Say whether a noun after a condition says no more than it: "asthma problem"; "pregnancy problems" are others."""
    return entry.kind != _STATE and fold(reading.units[index].text) in GENERAL_HEADS


def _lies_anywhere(reading: Reading, unit: Unit, entry: Entry) -> bool:
    """Say whether a condition has no place of its own: "tendinitis", which lies wherever a tendon is."""
    if " " in unit.norm:
        anywhere = entry.kind == _INJURY and all(iri in _PART_IRIS for iri in entry.affects)  # "stress fracture"
        return not entry.affects or anywhere or _of_parts(reading, unit, entry) is not None
    if entry.kind == _INJURY and entry.affects == (_SKIN,):
        return True  # "a wound on the scalp", but eczema is what it is anywhere
    regions = (reading.lexicon.entries.get(iri) for iri in entry.affects)
    return all(region is not None and region.kind in _ANYWHERE for region in regions)


def _of_parts(reading: Reading, unit: Unit, entry: Entry) -> str | None:
    """Return the head noun of a name that only tells in which parts of regions it lies: "pain" of "joint pain"."""
    part, _, head = unit.norm.partition(" ")
    region = reading.lexicon.named_folded(part, REGION) if part in _PARTS and head in HEADS else None
    return head if region is not None and entry.affects == (region.iri,) else None


def _lies_in_any(reading: Reading, entry: Entry) -> bool:
    """Say whether a condition is one of no region, or of a tissue that any region has: "elbow tendinopathy"."""
    regions = (reading.lexicon.entries.get(iri) for iri in entry.affects)
    return all(region is not None and region.kind == _TISSUE for region in regions)


def _past_place(reading: Reading, index: int, end: int) -> int:
    """Pass over where a condition lies that is named without it: "varicose veins in the legs"."""
    if index + 1 >= end or reading.units[index].norm not in _WITHIN:
        return index
    regions, _ = reading.list_of((REGION,), index + 1, end)
    return regions[0].last if regions else index


def _head_of_conditions(reading: Reading, index: int, end: int) -> Found:
    """Read "the pain of sciatica and slipped disc" as these, "problems with menstruation" as problems."""
    units = reading.units
    if index + 2 >= end or not units[index].cue("glue.heads"):
        return None
    link = units[index + 1].norm
    operates = is_surgery(units[index]) and link in OPERATED_ON
    relates = reading.wants_good and link in _RELATING and units[index].norm in GENERAL_HEADS
    if link not in _HEAD_LINKS and not (relates or operates):
        return None
    opening = index + 2
    while operates and opening + 1 < end and units[opening].cue("glue.determiners"):
        opening += 1  # "operations for a hernia"
    operated = units[opening].entry(CONDITION)
    if operated is None:
        return None
    if operates:
        return as_condition(reading.grounder.condition_of(operated, SURGERY), index, opening + 1)
    phrases, after = reading.list_of((CONDITION,), index + 2, end)
    head = units[index].text
    made = [
        Phrase(reading.grounder.condition_of(entry, head), CONDITION, index, phrase.last, phrase.qualifiers)
        if (entry := reading.entry_of(phrase)) is not None and entry.kind == _STATE
        else phrase
        for phrase in phrases
    ]
    return (made, after) if made else None


def _heads_in_regions(reading: Reading, index: int, end: int) -> Found:
    """Join several head nouns with the regions after them: "injury to or pain in the knees, hips or back"."""
    units = reading.units
    place = index + 1
    while place < end and (units[place].joins or units[place].cue("glue.prepositions")):
        place += 1
    if place + 1 < end and units[place - 1].joins and units[place].norm in _OF_HEALTH:
        place += 1  # "injury or medical condition of the back"
    if place == index + 1 or place >= end:
        return None
    links = heads_what_follows(units[place])  # "condition of" is one unit
    others = headed_regions(reading, place, end) if links else None
    if units[place].cue("glue.heads"):
        others = condition(reading, place, end)
    if others is None and place == index + 2 and units[index + 1].norm != ",":
        return _heads_beside_condition(reading, index, end)
    if others is None or others[0][0].last <= place + 1:
        return None  # the second head noun has no regions of its own
    wholes, after = reading.list_of((REGION,), place + (1 if links else 2), end)
    made = reading.in_each(wholes, units[index].text, CONDITION, index)
    if _has_its_place(reading, units[index]) and any(phrase.term.minted for phrase in made):
        return None  # "hernia or injury of the knee"
    return [*made, *others[0]], max(after, others[1])


def _heads_beside_condition(reading: Reading, index: int, end: int) -> Found:
    """Locate a head noun where the condition beside it is said to lie: "injury or slipped disc in the spine"."""
    units = reading.units
    place = index + 2
    entry = units[place].entry(CONDITION)
    if not reading.wants_only_conditions or entry is None or units[index].entry(CONDITION, REGION) is None:
        return None
    if _has_its_place(reading, units[index]) or place + 2 >= end or units[place + 1].norm not in _WITHIN:
        return None
    wholes, after = reading.list_of((REGION,), place + 2, end)
    made = reading.in_each(wholes, units[index].text, CONDITION, index)
    return ([*made, *as_named(place, entry)[0]], after) if made else None


def _has_its_place(reading: Reading, unit: Unit) -> bool:
    """Say whether a head noun names a disease of a region, or of the whole person, by itself.

    "Hernia" and "insomnia", but not "injury" or "arthritis".
    """
    entry = unit.entry(CONDITION)
    if entry is not None and not entry.affects and not unit.cue("glue.heads") and unit.norm not in _ANYWHERE_NAMES:
        return True
    if entry is None or entry.kind != _DISEASE:
        return False
    regions = (reading.lexicon.entries.get(iri) for iri in entry.affects)
    return any(region is not None and region.kind not in _ANYWHERE | {_JOINT} for region in regions)


def _region_like_position(reading: Reading, unit: Unit) -> Entry | None:
    """Return the region in words that also name how a pose is held: "surgery on the knee"."""
    named = unit.norm.startswith(_ON_THE) and unit.entry(_POSITION) is not None
    if not (named and reading.wants_only_conditions):
        return None
    return reading.lexicon.named_folded(unit.norm.removeprefix(_ON_THE), REGION)


def _before_other_trouble(reading: Reading, regions: Sequence[Phrase]) -> int:
    """Return how many regions stand before a head noun of others: one of "the stomach or any problem of the colon"."""
    pairs = enumerate(pairwise(regions), 1)
    between = ((count, reading.units[one.last : other.last]) for count, (one, other) in pairs)
    return next((count for count, units in between if any(map(heads_what_follows, units))), len(regions))


# -- functions ------------------------------------------------------------------------------------


def function(reading: Reading, index: int, end: int) -> Found:
    """Read the name of a function or state of mind, or a head noun with the regions it lies in."""
    if not reading.wants_good:
        return None
    unit = reading.units[index]
    good = unit.entry(*GOOD)
    if good is None and not unit.cue("glue.function_heads"):
        return None
    if good is not None and (impaired := impaired_function(reading, index, end)) is not None:
        return impaired
    located = _head_in_regions(reading, index, end, FUNCTION, (REGION,)) or _located_alike(reading, index, end)
    if located is not None:
        return located
    return as_named(index, good) if good else None


def _located_alike(reading: Reading, index: int, end: int) -> Found:
    """Locate functions that share their regions: "flexibility and mobility in the hips and spine"."""
    units = reading.units
    heads = [index]
    joined = False
    while units[heads[-1]].norm in _SHARING_REGIONS:
        place, _ = past_separators(reading, heads[-1] + 1, end)
        if place == heads[-1] + 1 or place >= end:
            break
        joined = joined or any(unit.joins and unit.norm != "," for unit in units[heads[-1] + 1 : place])
        heads.append(place)
    if len(heads) == 1 or not joined or units[heads[-1]].norm not in _SHARING_REGIONS:
        return None
    last = heads.pop()
    located = _head_in_regions(reading, last, end, FUNCTION, (REGION,))
    if located is None:
        return None
    wholes, after = reading.list_of((REGION,), last + 2, end)
    wholes = [whole for whole in wholes if whole.term.iri != BODY]
    made = [phrase for head in heads for phrase in reading.in_each(wholes, units[head].text, FUNCTION, head)]
    return ([*made, *located[0]], max(after, located[1])) if made else None


def impaired_function(reading: Reading, index: int, end: int) -> Found:
    """Join a function with the head noun after it: "digestive problems"."""
    if not reading.wants_conditions or index + 1 >= end:
        return None
    units = reading.units
    good = units[index].entry(*GOOD)
    if good is None:
        return None
    head = index + 1
    if units[head].norm == _RELATED and head + 1 < end:
        head += 1  # "posture related complaints"
    if not units[head].cue("glue.heads"):
        return None
    return as_condition(reading.grounder.condition_of(good, units[head].text), index, head + 1)


def _head_in_regions(reading: Reading, index: int, end: int, family: str, families: tuple[str, ...]) -> Found:
    """Read "<head> in/of/to <regions>" as one condition or function a region; ``families`` are those it may lie in."""
    units = reading.units
    unit = units[index]
    link, exemplifies = past_separators(reading, index + 1, end)
    if not (exemplifies and (unit.cue("glue.function_heads") or unit.cue("glue.heads"))):
        link = index + 1  # only "flexibility, especially in the hips" goes on after a comma
    if unit.norm == _BLOOD and [one.norm for one in units[link : link + 2]] == _BACK_TO:
        link += 1  # "brings blood back to the heart"
    if reading.wants_good and link + 1 < end and units[link].norm == ":" and units[link + 1].norm in _WITHIN:
        link += 1  # "Relieves tension: in the spine and neck"
    if link >= end:
        return None
    glossed = reading.wants_conditions and is_opened(units, link + 1)  # "injuries (knee, ankle)"
    listed = reading.wants_conditions and units[link].norm == ":"  # "injuries: knee, ankle"
    held = _region_like_position(reading, units[link])
    if not (glossed or listed or held or units[link].cue("glue.prepositions") or units[link].norm == "of"):
        return None
    regions, after = reading.list_of(families, link + 1, end)
    if held is not None:  # "surgery on the knee or hip"
        more, after = reading.list_of((REGION,), past_separators(reading, link + 1, end)[0], end)
        regions, after = [Phrase(term_of(held), REGION, link, link + 1), *more], after if more else link + 1
    while after < end and units[after].joins:
        again, _ = past_separators(reading, after, end)
        if again + 1 >= end or units[again].norm != units[link].norm:
            break
        more, following = reading.list_of(families, again + 1, end)  # "stiffness of the neck, and of the hip joints"
        if not more:
            break
        regions, after = [*regions, *more], following
    if family == CONDITION and (apart := _before_other_trouble(reading, regions)) < len(regions):
        regions = regions[:apart]  # "ulcers of the stomach or any other problem of the colon"
        after = regions[-1].last
    if len(regions) > 1 and after < end and regions[-1].last == after and units[after].cue("glue.heads"):
        regions.pop()  # "tightness in the shoulders, or knee soreness"
        after = regions[-1].last
    if glossed and not any(map(closes, units[after - 1 : min(end, after + 1)])):
        return None
    if listed and any(one.is_word for one in units[after:end]):
        return None
    after += glossed and not closes(units[after - 1])
    if not regions or any(reading.entry_of(region) is None for region in regions):
        return None
    if family == FUNCTION and units[link].norm == "from":
        return None  # "flushes out toxins from the kidneys"
    acts = after < end and ((units[after].is_plain and units[after].is_word) or units[after].norm in _ACTS)
    if acts and units[link].norm in _BY:
        return None  # "releases emotion through hip work", "aids digestion by abdominal compression"
    if len(regions) == 1 and regions[0].term.iri in (_GENERAL_REGIONS if reading.wants_good else {BODY}):
        entry = unit.entry(family)
        return (as_named(index, entry)[0], after) if entry else None  # "stress in the body" is stress
    head = head_of_harm(unit) or unit.text
    last_word = head.rpartition(" ")[2]
    if family == FUNCTION and last_word.casefold() in _FUNCTION_HEADS and not unit.cue("glue.function_heads"):
        head = last_word  # "overall health of …"
    entry = unit.entry(CONDITION) if family == CONDITION else None
    if entry is not None and " " in unit.norm and last_word not in HEADS and entry.kind == _INJURY:
        head = entry.label  # "a torn tendon in the shoulder"
    made = reading.in_each(regions, head, family, index)
    shorter = _of_parts(reading, unit, entry) if entry is not None else None
    stage, _, bare = unit.norm.partition(" ")
    if shorter is None and entry is not None and stage in _QUALIFIERS and bare in HEADS:
        shorter = bare
    if shorter is not None:
        others = reading.in_each(regions, shorter, family, index)  # "joint pain of the wrists" is wrist pain
        made = [other if one.term.minted else one for one, other in zip(made, others, strict=True)]
    if shorter == bare and stage in _QUALIFIERS:  # "chronic pain in the neck"
        made = [replace(one, qualifiers=frozenset({_QUALIFIERS[stage]})) for one in made]
    return made, after
