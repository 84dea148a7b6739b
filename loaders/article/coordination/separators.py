"""What stands between the members of a list: commas and "and", "such as", parentheses, and members to pass over."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile

from yogakg.loaders.article.coordination.ailments import HEADS, OPENERS, sounds_medical
from yogakg.loaders.article.coordination.phrases import CONDITION, GOOD, REGION, Phrase, Reading
from yogakg.loaders.article.recognition.mentions import Unit
from yogakg.loaders.article.recognition.words import pattern, words

_LIKE = "like"
_NOT = "not"
#: Words for the stage of what was named before.
_STAGES = words("coordination.stages")
_DASHES = frozenset({"–", "—"})
MODALS = words("coordination.modals")
#: Regions whose names are also adverbs: "stretch your arms back and …".
_ADVERBS = words("coordination.adverbs")
#: Endings of words that are no nouns.
_NO_NOUN_ENDING = pattern(r"(?:ly|ward|wards|ing|ed)$")
#: Words of sentences and exclamations, which no name of a condition has: "…, and I mean …", "…, hmm, …".
_NO_NAMES = words("coordination.no_names")
#: Words of the longest member that is unknown.
_LONGEST_UNKNOWN = 3
#: Units of the longest gloss that is passed over, and of the longest list in parentheses.
_LONGEST_GLOSS = 30
_LONGEST_LISTING = 40
#: What opens a clause about a condition, the units of the longest one, and those in which the next condition is.
_RELATIVES = frozenset({"that", "which", "who"})
_LONGEST_CLAUSE, _MEMBER = 12, 5
#: Commas in parentheses that list regions.
_COMMAS = 2
#: Units on either side of one.
_PAIR = 2


def separates(unit: Unit) -> bool:
    """Say whether a unit parts two members: a comma, "and", "such as"."""
    return unit.joins or unit.cue("glue.such_as") is not None


def past_separators(reading: Reading, index: int, end: int) -> tuple[int, bool]:
    """Pass over commas, "and" and "such as"; say whether examples follow."""
    units = reading.units
    exemplifies = False
    while index < end and (separates(units[index]) or _is_like(reading, index) or _is_dash(units, index, end)):
        exemplifies = exemplifies or not (units[index].joins or units[index].norm in _DASHES)
        index += 1
    return index, exemplifies


def _is_dash(units: Sequence[Unit], index: int, end: int) -> bool:
    """Say whether a dash stands before "and": "the abs – and the kidneys as well"."""
    is_dash = units[index].norm in _DASHES and index + 1 < end
    return is_dash and units[index + 1].cue("glue.and") is not None and units[index + 1].norm != ","


def _is_like(reading: Reading, index: int) -> bool:
    """Say whether "like" stands after a name with a head noun, which parts it from "problems like"."""
    if not index or not reading.wants_conditions or reading.units[index].norm != _LIKE:
        return False
    before = reading.units[index - 1]
    return before.entry(CONDITION) is not None and before.norm.rpartition(" ")[2] in HEADS


def ends_list(unit: Unit) -> bool:
    """Say whether a unit cannot go on with a list: a mark, an advice, or a verb before one."""
    return not unit.is_word or unit.cue("advice") is not None or unit.norm in MODALS


def closes_list(units: Sequence[Unit], phrase: Phrase) -> bool:
    """Say whether "and" or "or" stands before a phrase; after a mere comma another clause may begin."""
    place = phrase.first - 1
    while place >= 0 and units[place].cue("glue.determiners"):
        place -= 1
    return place >= 0 and units[place].cue("glue.and") is not None


def may_follow(reading: Reading, index: int, end: int) -> bool:
    """Say whether a member may stand after one without a comma.

    In parentheses, or as in "hip knees and the wrists", "balance memory and focus".
    """
    units = reading.units
    if is_opened(units, index):
        return True
    alike = _of_functions(reading) if units[index - 1].entry(REGION) is None else ()
    place = index - 1
    while place < end and units[place].entry(*alike or (REGION,)) and not _is_adverb(units, place):
        place += 1
    if place == index or place + 1 >= end or not units[place].joins:
        return False
    if alike and (units[place].norm == "," or " of " in units[index - 1].norm):
        return False  # "awareness of body alignment and balance"
    following = place + 1
    while following + 1 < end and units[following].cue("glue.determiners"):
        following += 1
    return units[following].entry(*alike or (REGION, *reading.families)) is not None


def _of_functions(reading: Reading) -> tuple[str, ...]:
    """Return the families of functions and states of mind that are wanted."""
    return tuple(family for family in reading.families if family in GOOD)


def _is_adverb(units: Sequence[Unit], index: int) -> bool:
    """Say whether a name of a region may be an adverb: "stretch the arms back", but not "the legs, back neck"."""
    before = units[index - 1] if index else None
    is_noun = before is not None and (before.joins or before.cue("glue.determiners"))
    return units[index].norm in _ADVERBS and not is_noun and not _is_between_regions(units, index)


def _is_between_regions(units: Sequence[Unit], index: int) -> bool:
    """Say whether a unit stands in a row of regions without commas: "the knees back arms or shoulders"."""
    around = (*units[max(0, index - 1) : index], *units[index + 1 : index + 2])
    before = units[max(0, index - _PAIR) : index]  # "the hips knees back or neck"
    return any(len(pair) == _PAIR and all(unit.entry(REGION) for unit in pair) for pair in (around, before))


def past_unknown(units: Sequence[Unit], index: int, end: int) -> int:
    """Pass over a member of up to three unknown words, if the list goes on after it."""
    place = index
    while place < end and place - index < _LONGEST_UNKNOWN and units[place].is_word and units[place].is_plain:
        place += 1
    if any(unit.norm in OPENERS | _NO_NAMES or unit.norm.endswith("ing") for unit in units[index:place]):
        return index
    goes_on = place > index and place + 1 < end and units[place].joins
    if goes_on and (units[place + 1].norm == _NOT or units[index].norm in _STAGES):
        return index  # "glaucoma, controlled or not", "an injury, present or past"
    return place if goes_on and not units[place + 1].cue("effect") else index


def past_compound(reading: Reading, found: Sequence[Phrase], index: int, end: int) -> int:
    """Pass over the noun that makes something unknown of a function before it: "sleep deprivation, migraine"."""
    if not (reading.wants_good and reading.wants_conditions) or len(found) != 1 or found[0].family not in GOOD:
        return index
    units = reading.units
    if found[0].last != index or index + 2 >= end or not units[index].is_plain:
        return index
    noun = units[index].text.isalpha() and units[index].text.islower()
    goes_on = units[index + 1].norm == "," and not units[index + 2].cue("effect")
    return index + 1 if noun and goes_on and not _NO_NOUN_ENDING.search(units[index].norm) else index


def is_opened(units: Sequence[Unit], index: int) -> bool:
    """Say whether a parenthesis opens just before a unit."""
    return units[index - 1].norm in "(["


def closes(unit: Unit) -> bool:
    """Say whether a unit ends a parenthesis."""
    return unit.norm in ")]"


def past_gloss(reading: Reading, index: int, end: int) -> int:
    """Pass over a gloss in parentheses, but enter one that goes on with the list ("(including the neck)")."""
    units = reading.units
    if index < end and closes(units[index]):
        return index + 1  # the end of a gloss that was entered
    if index >= end or not is_opened(units, index + 1):
        return index
    following = units[index + 1] if index + 1 < end else None
    goes_on = following is not None and (following.cue("glue.such_as") or following.cue("glue.and"))
    if goes_on or (following is not None and _enumerates(reading, index + 1, end)):
        return index + 1  # "the thyroid (and the parathyroids)"
    inside = range(index + 1, min(end, index + _LONGEST_GLOSS))
    return next((place + 1 for place in inside if closes(units[place])), index)


def past_relative(reading: Reading, index: int, end: int) -> int:
    """Pass over what a clause says of a condition if the list goes on: "tight hips that lift the knee, sciatica, …"."""
    units = reading.units
    if not reading.wants_only_conditions or index >= end or units[index].norm not in _RELATIVES:
        return index
    clause = takewhile(
        lambda place: units[place].cue("advice") is None, range(index, min(end, index + _LONGEST_CLAUSE))
    )
    comma = next((place for place in clause if units[place].norm == ","), index)
    following = units[comma + 1 : comma + _MEMBER]
    return comma if comma > index and any(unit.entry(CONDITION) for unit in following) else index


def _enumerates(reading: Reading, index: int, end: int) -> bool:
    """Say whether a parenthesis lists what is meant as well: "eye problems (glaucoma, …)", "arms (wrists, …)"."""
    units = reading.units
    if reading.wants_conditions and units[index].entry(CONDITION) is not None:
        return not _explains(units, index, end)
    if not reading.wants_regions or units[index].entry(REGION) is None:
        return False
    inside = range(index, min(end, index + _LONGEST_LISTING))
    stop = next((place for place in inside if closes(units[place])), index)
    joined = sum(unit.joins and unit.norm != "or" for unit in units[index:stop])
    pair = joined == 1 and all(unit.joins or unit.entry(REGION) for unit in units[index:stop])
    return pair or joined >= _COMMAS


def _explains(units: Sequence[Unit], index: int, end: int) -> bool:
    """Say whether a parenthesis after a condition only says it in other words: "hypertension (high pressure)"."""
    inner, before = units[index].entry(CONDITION), units[index - 2].entry(CONDITION)
    following = units[index + 1] if index + 1 < end else None
    if following is not None and units[index].cue("glue.heads") and following.norm == "of":
        return before is not None or sounds_medical(units[index - 2])  # "conjunctivitis (inflammation of …)"
    alone = following is not None and closes(following)
    if alone and before is not None and units[index].text.isupper():
        return True  # "pelvic girdle pain (SPD)"
    return bool(alone and inner and before and inner.iri in (before.iri, *before.broader))
