"""Regions by their names, by an adjective, by a side of theirs or by their parts: "muscles of the legs"."""

from __future__ import annotations

from collections.abc import Sequence

from yogakg.facts import Term
from yogakg.lexicon import Entry, fold
from yogakg.loaders.article.coordination.phrases import BODY, GOOD, LIMITATION, REGION, Found, Phrase, Reading, as_named
from yogakg.loaders.article.coordination.separators import past_separators
from yogakg.loaders.article.recognition.grounding import term_of
from yogakg.loaders.article.recognition.mentions import Unit
from yogakg.loaders.article.recognition.words import words

ORGAN = "organ"
#: Kinds of regions that are muscles, the limbs in which they may lie, and the units of "of the front leg".
_MUSCULAR = frozenset({"Muscle", "MuscleGroup"})
_LIMBS = ("/leg", "/arm")
_LIMB_REACH = 5
#: Units of adjectives that share organs.
_SHARING_REACH = 6
_ORGAN_KIND = "Organ"
#: What regions consist of, the sides that they have, and words by which a part tells of no region.
_PARTS = words("coordination.parts")
_SIDES = words("coordination.sides")
_COUNTING = words("coordination.counting")


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
    limb = _past_limb(units, after, end)
    # "the hamstrings of the leg" are its muscles, and "the hip of the front leg" is that on its side
    told_apart = limb > after and (entry.kind in _MUSCULAR or not units[limb - 2].cue("glue.determiners"))
    return phrases, limb if told_apart else after


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
    """Pass over the limb that a region lies in: "the hamstrings of the front leg"; else return the same place."""
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
