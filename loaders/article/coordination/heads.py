"""Head nouns and the regions they lie in: "knee injury", "pain in the knees or hips", "muscles of the legs"."""

from __future__ import annotations

from collections.abc import Sequence

from yogakg.facts import Term
from yogakg.lexicon import Entry, fold
from yogakg.loaders.article.coordination.adjectives import SURGERY, head_of_harm
from yogakg.loaders.article.coordination.ailments import GENERAL_HEADS, HEADS
from yogakg.loaders.article.coordination.phrases import (
    BODY,
    CONDITION,
    FUNCTION,
    GOOD,
    LIMITATION,
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
ORGAN = "organ"
#: What surgeons do, with the head noun of the condition.
PROCEDURES = mapping("coordination.procedures")

_RELATED = "related"
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
#: Regions, and kinds of them, that are all over the body.
_SKIN = PREFIXES["region"] + "skin"
_TISSUE = "ConnectiveTissue"
_ANYWHERE = frozenset({_TISSUE, "BodySystem"})
#: Kinds of regions that are muscles, the limbs in which they may lie, and the units of "of the front leg".
_MUSCULAR = frozenset({"Muscle", "MuscleGroup"})
_LIMBS = ("/leg", "/arm")
_LIMB_REACH = 5
#: Units of adjectives that share organs.
_SHARING_REACH = 6
_ORGAN_KIND = "Organ"
#: Prepositions of a means and nouns after a region that make an act of it, and prepositions of a place.
_ACTS = mapping("effect_words.pressures").keys() | {"stretch", "opening"}
_BY = frozenset({"through", "by", "via"})
_WITHIN = frozenset({"in", "of"})
#: What regions consist of, the sides that they have, and words by which a part tells of no region.
_PARTS = words("coordination.parts")
_SIDES = words("coordination.sides")
_COUNTING = words("coordination.counting")


# -- conditions -----------------------------------------------------------------------------------


def heads_what_follows(unit: Unit) -> bool:
    """Say whether a unit that is passed over elsewhere is the head noun of a region after it: "problems of the …"."""
    return unit.cue("glue.determiners") is not None and unit.norm.partition(" ")[0] in HEADS


def heads_regions(reading: Reading, index: int, end: int) -> bool:
    """Say whether words that are passed over elsewhere name trouble in a region: "problems of the spinal cord"."""
    units = reading.units
    if not reading.wants_only_conditions or not heads_what_follows(units[index]):
        return False
    place = index + 1
    while place < end and units[place].cue("glue.determiners"):
        place += 1
    return place < end and units[place].entry(REGION) is not None


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
    place = index + 1
    if is_opened(units, place + 1) and place + 3 < end and closes(units[place + 2]):
        place += 3  # "cardiac (heart) problems"
    if units[place].norm == _RELATED and place + 1 < end:
        place += 1  # "stomach related problems"
    following = units[place]
    if reading.wants_only_conditions and following.norm in PATIENTS:
        made = reading.grounder.condition_of(region, PROBLEM)  # "heart, kidney and liver patients"
        return as_condition(made, index, place + 1)
    condition = following.entry(CONDITION)
    if reading.wants_only_conditions and (treated := PROCEDURES.get(following.norm)) is not None:
        return as_condition(reading.grounder.condition_of(region, treated), index, place + 1)
    if reading.wants_conditions and (following.cue("glue.heads") or (condition and _lies_in_any(reading, condition))):
        return as_condition(reading.grounder.condition_of(region, following.text), index, place + 1)
    if reading.wants_good and following.cue("glue.function_heads"):
        made = reading.grounder.function_of(region, following.text)
        return [Phrase(made, FUNCTION, index, place + 1)], place + 1
    return None


def treated_condition(reading: Reading, index: int, end: int) -> Found:
    """Read what was done about a condition as the surgery of it: "hernia repair", "fibroid removal"."""
    if not reading.wants_only_conditions or index + 1 >= end:
        return None
    units = reading.units
    entry = units[index].entry(CONDITION)
    if entry is None or units[index + 1].norm not in PROCEDURES:
        return None
    return as_condition(reading.grounder.condition_of(entry, SURGERY), index, index + 2)


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
    phrases, after = as_named(index, entry)
    if after < end and _says_no_more(reading, entry, after):
        after += 1  # "asthma problem"
    return phrases, _past_place(reading, after, end)


def _says_no_more(reading: Reading, entry: Entry, index: int) -> bool:
    """Say whether a noun after a condition says no more than it: "asthma problem"; "pregnancy problems" are others."""
    return entry.kind != _STATE and fold(reading.units[index].text) in GENERAL_HEADS


def _lies_anywhere(reading: Reading, unit: Unit, entry: Entry) -> bool:
    """Say whether a condition has no place of its own: "tendinitis", which lies wherever a tendon is."""
    if " " in unit.norm:
        return not entry.affects
    if entry.kind == _INJURY and entry.affects == (_SKIN,):
        return True  # "a wound on the scalp", but eczema is what it is anywhere
    regions = (reading.lexicon.entries.get(iri) for iri in entry.affects)
    return all(region is not None and region.kind in _ANYWHERE for region in regions)


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
    relates = reading.wants_good and link in _RELATING and units[index].norm in GENERAL_HEADS
    if link not in _HEAD_LINKS and not relates:
        return None
    if units[index + 2].entry(CONDITION) is None:
        return None
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
    if others is None or others[0][0].last <= place + 1:
        return None  # the second head noun has no regions of its own
    wholes, after = reading.list_of((REGION,), place + (1 if links else 2), end)
    made = reading.in_each(wholes, units[index].text, CONDITION, index)
    return [*made, *others[0]], max(after, others[1])


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
    if reading.wants_good and link + 1 < end and units[link].norm == ":" and units[link + 1].norm in _WITHIN:
        link += 1  # "Relieves tension: in the spine and neck"
    if link >= end:
        return None
    glossed = reading.wants_conditions and is_opened(units, link + 1)  # "injuries (knee, ankle)"
    listed = reading.wants_conditions and units[link].norm == ":"  # "injuries: knee, ankle"
    if not (glossed or listed or units[link].cue("glue.prepositions") or units[link].norm == "of"):
        return None
    regions, after = reading.list_of(families, link + 1, end)
    while after + 2 < end and units[after].joins and units[after + 1].norm == units[link].norm:
        more, following = reading.list_of(families, after + 2, end)  # "stiffness of the neck and of the hip joints"
        if not more:
            break
        regions, after = [*regions, *more], following
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
    return reading.in_each(regions, head, family, index), after


# -- regions --------------------------------------------------------------------------------------


def region(reading: Reading, index: int, end: int) -> Found:
    """Read a region, by its name, by an adjective, or by its parts or a side of it."""
    units = reading.units
    unit = units[index]
    entry = unit.entry(REGION) or _limited_region(reading, unit)
    adjective = reading.grounder.region_of_adjective(unit.norm)
    if adjective is not None and index + 1 < end and units[index + 1].norm in _PARTS:
        return [Phrase(term_of(adjective), REGION, index, index + 2)], index + 2  # "the spinal region"
    if adjective is not None and index + 1 < end and units[index + 1].joins:
        following = units[index + 2] if index + 2 < end else None
        if reading.wants_regions and (organs := _sharing_organs(reading, adjective, index, end)) is not None:
            return [Phrase(organs, REGION, index, index + 1)], index + 1
        if not reading.wants_regions or (following is not None and following.entry(REGION)):
            return as_named(index, adjective)  # "spinal, neck and knee injuries", "pelvic and hip joints"
    if entry is None and unit.norm not in _SIDES:
        return None
    if (part := part_of(reading, index, end)) is not None or entry is None:
        return part
    phrases, after = as_named(index, entry)
    if after < end and units[after].norm in _PARTS and not units[after].cues:
        after += 1  # "the hip musculature", "the tongue muscles"
    return phrases, _past_limb(units, after, end) if entry.kind in _MUSCULAR else after


def _sharing_organs(reading: Reading, region: Entry, index: int, end: int) -> Term | None:
    """Return the organs that an adjective means before others: "the abdominal and reproductive organs"."""
    units = reading.units
    for place in range(index + 1, min(index + _SHARING_REACH, end)):
        unit = units[place]
        if unit.norm == ORGAN or unit.norm.endswith(f" {ORGAN}"):
            return reading.grounder.parts_of(region, ORGAN)
        if not unit.joins and reading.grounder.region_of_adjective(unit.norm) is None:
            return None
    return None


def _past_limb(units: Sequence[Unit], index: int, end: int) -> int:
    """Pass over the limb that a muscle lies in: "the hamstrings of the front leg"; else return the same place."""
    if index >= end or units[index].norm != "of":
        return index
    for place in range(index + 2, min(index + _LIMB_REACH, end)):
        region = units[place].entry(REGION)
        if region is not None and region.iri.endswith(_LIMBS):
            return place + 1
        if units[place].joins:
            break
    return index


def _limited_region(reading: Reading, unit: Unit) -> Entry | None:
    """Return the region of a limitation, where regions alone are asked for: "stretches tight hips"."""
    if reading.families == (REGION,) and unit.entry(*GOOD) is not None and " of " in unit.norm:
        name = unit.norm.rpartition(" of ")[2].removeprefix("the ")  # "stretches the length of the spine"
        return reading.lexicon.named_folded(name, REGION)
    if reading.wants_conditions or unit.entry(LIMITATION) is None:
        return None
    return reading.lexicon.named_folded(unit.norm.partition(" ")[2], REGION)


def is_side(units: Sequence[Unit], index: int) -> bool:
    """Say whether a word is the side of a region after it: "top of the feet"."""
    return units[index].norm in _SIDES and index + 1 < len(units) and units[index + 1].norm == "of"


def part_of(reading: Reading, index: int, end: int) -> Found:
    """Read "muscles of the legs" as the legs, and "back of the heels", where this has no name, as the heels."""
    if index + 1 >= end:
        return None
    units = reading.units
    unit = units[index]
    sided = is_side(units, index)
    link = _past_parts(reading, index, end)
    is_part = link is not None and units[link].cue("glue.prepositions") is not None
    if not (sided or is_part):
        return None
    regions, after = reading.list_of((REGION,), (index + 1 if link is None else link) + 1, end)
    if is_part and _is_counted(units, index) and len(regions) == 1:
        regions = [phrase for phrase in regions if phrase.term.iri != BODY]  # "many muscles in the body"
    if unit.norm == ORGAN:
        regions = [phrase for whole in regions if (phrase := _organs_in(reading, whole, index)) is not None]
    if sided:
        named = (phrase for phrase in regions if phrase.term.iri != BODY)  # "the front of the entire body"
        regions = [Phrase(_side_of(reading, unit, phrase), REGION, index, phrase.last) for phrase in named]
    return (regions, after) if regions else None


def _side_of(reading: Reading, side: Unit, phrase: Phrase) -> Term:
    """Return the side of a region, if it has a name, though an article is missing: "front of neck"; else the region."""
    entry = reading.lexicon.named_folded(f"{side.norm} of the {fold(phrase.term.label)}", REGION)
    return term_of(entry) if entry is not None else phrase.term


def _is_counted(units: Sequence[Unit], index: int) -> bool:
    return index > 0 and units[index - 1].text.casefold() in _COUNTING


def _past_parts(reading: Reading, index: int, end: int) -> int | None:
    """Return the place after "muscles", "muscles and nerves" or "muscles, especially"; None if there are none."""
    units = reading.units
    if units[index].norm not in _PARTS and units[index].norm != ORGAN:
        return None
    place = index + 1
    while place + 1 < end and units[place].joins and units[place + 1].norm in _PARTS:
        place += 2
    following, exemplifies = past_separators(reading, place, end)
    place = following if exemplifies else place
    return place if place < end else None


def _organs_in(reading: Reading, whole: Phrase, first: int) -> Phrase | None:
    """Return the organs that lie in a region, if they have a name: "organs of the pelvis"; an organ is one itself."""
    if whole.term.kind == _ORGAN_KIND:
        return whole  # "organs of the belly, such as the liver"
    entry = reading.entry_of(whole)
    term = reading.grounder.parts_of(entry, ORGAN) if entry is not None else None
    return Phrase(term, REGION, first, whole.last) if term is not None else None
