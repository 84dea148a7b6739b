"""One member of a list: what stands before its noun, and the forms that a noun phrase may have."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeAlias

from yogakg.loaders.article.coordination.adjectives import (
    harmed_regions,
    is_harm,
    opens_weakness,
    slowed_function,
    troubled_regions,
    weakened_region,
)
from yogakg.loaders.article.coordination.ailments import (
    GENERAL_HEADS,
    OPENERS,
    injury,
    named_among,
    names_pregnancy,
    opens_unknown,
    pregnancy,
    trimester,
    unknown_ailment,
    unknown_condition,
)
from yogakg.loaders.article.coordination.heads import (
    condition,
    function,
    headed_regions,
    heads_regions,
    impaired_function,
    region_with_head,
)
from yogakg.loaders.article.coordination.operations import procedure, treated_condition
from yogakg.loaders.article.coordination.people import opens_group, people
from yogakg.loaders.article.coordination.phrases import CONDITION, GOOD, REGION, Found, Phrase, Reading, as_named
from yogakg.loaders.article.coordination.regions import ORGAN, is_side, part_of, region
from yogakg.loaders.article.coordination.separators import separates
from yogakg.loaders.article.coordination.sharing import with_shared_tail
from yogakg.loaders.article.coordination.states import PRONOUNS, named_in_state, qualified_behind, region_in_state
from yogakg.loaders.article.recognition.mentions import Unit
from yogakg.loaders.article.recognition.words import pattern, words

#: Determiners of what was named before.
_POINTERS = words("coordination.pointers")
#: Words that tell which limb of two is meant, and the parts of the limbs, as ends of IRIs.
_PLACES = words("coordination.places")
_LIMBS = (
    *("/leg", "/thigh", "/knee", "/calf", "/ankle", "/foot", "/heel", "/hip", "/groin", "/buttock", "/arm"),
    *("/hamstrings", "/quadriceps", "/hip-flexors", "/glutes"),
)
_SIDE = "BodySide"
#: Nouns after a name that make something else of it: the throat chakra is no throat, a senior teacher is not old.
_OTHER_NOUNS = words("coordination.other_nouns")
_TITLES = words("coordination.titles")
#: Nouns for places after a condition that lies in them.
_SPOTS = words("coordination.spots")
_ADJECTIVE_ENDING = pattern(r"\w\w{coordination.adjective_endings}$")

_Form: TypeAlias = Callable[[Reading, int, int], Found]


def member(reading: Reading, index: int, end: int) -> Found:
    """Read the member of a list that starts at a unit."""
    if _is_verb(reading.units, index, end):
        return None
    shared = with_shared_tail(reading, index, end) or troubled_regions(reading, index, end)
    if shared is not None:
        return shared
    noun, qualifiers = _past_modifiers(reading, index, end)
    if noun >= end or (index < noun and _is_verb(reading.units, noun, end)):
        return None  # "more energy, and helps calm my mind"
    found = _noun_phrase(reading, noun, end)
    if found is None:
        return None
    phrases, after = found
    return [Phrase(p.term, p.family, index, p.last, p.qualifiers | qualifiers) for p in phrases], after


def _is_verb(units: Sequence[Unit], index: int, end: int) -> bool:
    """Say whether a word that is name and verb ("calms", "balance") is the verb: its object follows."""
    unit = units[index]
    if not unit.entries or index + 1 >= end or unit.cue("effect") is None:
        return False
    following = units[index + 1]
    if following.entries and index and units[index - 1].cue("effect", "improves"):
        return False  # "improves balance memory and focus"
    object_follows = following.cue("glue.determiners") or following.entries
    return bool(object_follows) and not following.cue("glue.heads")


# -- before the noun ------------------------------------------------------------------------------


def _past_modifiers(reading: Reading, index: int, end: int) -> tuple[int, frozenset[str]]:
    """Pass over determiners, adjectives and qualifiers ("a recent or chronic …"), noting the qualifiers."""
    qualifiers: set[str] = set()
    while index < end and (_tells_which(reading, index, end) or not _opens_noun(reading, index, end)):
        unit = reading.units[index]
        qualifier = unit.cue("qualifiers")
        if qualifier and not unit.entry(*reading.families):
            qualifiers.add(qualifier.value)
        elif not _tells_which(reading, index, end) and not _is_passed_over(
            reading, index, end, qualified=bool(qualifiers)
        ):
            break
        index += 1
    return index, frozenset(qualifiers)


def _tells_which(reading: Reading, index: int, end: int) -> bool:
    """Say whether a word tells which limb of two is meant: "the front leg", "the back hip"."""
    units = reading.units
    if (
        reading.wants_only_conditions
        or units[index].norm not in _PLACES
        or not index
        or not units[index - 1].cue("glue.determiners")
    ):
        return False
    limb = units[index + 1].entry(REGION) if index + 1 < end else None
    return limb is not None and limb.iri.endswith(_LIMBS)


def _opens_noun(reading: Reading, index: int, end: int) -> bool:
    """Say whether a unit is the noun itself: a name, or a trimester that stands for pregnancy."""
    units = reading.units
    unit = units[index]
    if unit.is_plain:
        return False
    if reading.wants_only_conditions and (
        opens_group(units, index) or heads_regions(reading, index, end) or opens_weakness(units, index)
    ):
        return True
    if reading.wants_conditions and trimester(unit) is not None and not names_pregnancy(units, index + 1, end):
        return True
    if unit.cue("qualifiers") and not unit.entry(*reading.families):
        return False
    return unit.entry(REGION, CONDITION, *GOOD) is not None


def _is_passed_over(reading: Reading, index: int, end: int, *, qualified: bool) -> bool:
    """Say whether a unit before the noun tells nothing; ``qualified`` says that a qualifier stands before it."""
    unit = reading.units[index]
    following = reading.units[index + 1] if index + 1 < end else None
    if qualified and separates(unit) and following and following.cue("qualifiers"):
        return True
    if unit.joins and unit.norm != "," and index and reading.units[index - 1].cue("glue.adjectives"):
        return following is not None and following.entry(*reading.families) is not None  # "physical and mental balance"
    if unit.entry(_SIDE) is not None:
        return following is not None and following.entry(REGION) is not None  # "an injury of the right knee"
    modifies = unit.cue("glue.determiners") or unit.cue("glue.adjectives") or unit.cue("better")
    return bool(modifies) or _describes(reading, index, end)


def _describes(reading: Reading, index: int, end: int) -> bool:
    """Say whether an unknown word is an adjective: a plain word between a determiner and a name."""
    units = reading.units
    unit = units[index]
    if not unit.is_plain or not (unit.text.islower() and unit.text.isalpha()) or unit.norm.endswith("ing"):
        return False
    if index == 0 or index + 1 >= end or units[index + 1].entry(*reading.families) is None:
        return False
    if reading.grounder.region_of_adjective(unit.norm) is not None:
        return False  # "the spinal joints"
    if reading.wants_only_conditions and opens_unknown(units, index):
        return False
    return units[index - 1].cue("glue.determiners") is not None or _is_adjective(reading, index)


def _is_adjective(reading: Reading, index: int) -> bool:
    """Say whether a plain word between a verb of effect and a name is an adjective: "builds immense strength"."""
    unit, before = reading.units[index], reading.units[index - 1]
    if not reading.wants_good and not reading.wants_regions:
        return False  # what a list of conditions lacks may be a condition itself
    if reading.wants_conditions and reading.units[index + 1].norm in GENERAL_HEADS:
        return False  # "orthopedic ailments" are no ailments in general
    if is_harm(unit) or unit.norm in OPENERS:
        return False
    if before.joins or before.cue("glue.adjectives"):
        return _ADJECTIVE_ENDING.search(unit.norm) is not None
    return before.cue("effect") is not None and not (unit.text.endswith("s") and not unit.text.endswith("ous"))


# -- the noun phrase ------------------------------------------------------------------------------


def _noun_phrase(reading: Reading, index: int, end: int) -> Found:
    """Read one noun phrase; a head with "of", "in" or "to" and a list of regions gives one a region."""
    units = reading.units
    unit = units[index]
    if unit.norm.endswith("ing") and index + 1 < end and units[index + 1].norm == "into":
        return None  # "breathing into the belly" is an act
    if unit.norm == ORGAN:
        if any(before.text.casefold() in _POINTERS for before in units[max(0, index - 2) : index]):
            return None  # "the functioning of these vital organs"
        if (organs := part_of(reading, index, end)) is not None:
            return organs
    if (found := _first(reading, index, end, _BEYOND_NAMES)) is not None:
        return found
    side = not reading.wants_only_conditions and is_side(units, index)
    if unit.is_plain and not side and not _may_be_noun(reading, index):
        return None
    if unit.cue("glue.heads") and _points_back(units, index):
        return None
    if index + 1 < end and (units[index + 1].norm in _OTHER_NOUNS or units[index + 1].text.casefold() in _TITLES):
        return None
    lies = any(following.norm in _SPOTS for following in units[index + 1 : index + 2])
    if lies and unit.entry(CONDITION) and not reading.wants_only_conditions:
        return None  # "specific tension areas"
    return _first(reading, index, end, _FORMS)


def _first(reading: Reading, index: int, end: int, forms: Sequence[_Form]) -> Found:
    """Return what is found by the first of some forms that a noun phrase has."""
    for form in forms:
        if (found := form(reading, index, end)) is not None:
            return found
    return None


def _may_be_noun(reading: Reading, index: int) -> bool:
    """Say whether a word that is neither name nor cue may open a noun phrase: "spinal …", "hurt your …", "they …"."""
    unit = reading.units[index]
    if reading.grounder.region_of_adjective(unit.norm) is not None or unit.norm in PRONOUNS:
        return True
    return is_harm(unit) or opens_weakness(reading.units, index)


def _points_back(units: Sequence[Unit], index: int) -> bool:
    """Say whether a determiner points to what was named before: "sufferers of these injuries", "such pain"."""
    return index > 0 and units[index - 1].text.casefold() in _POINTERS


def _other(reading: Reading, index: int, end: int) -> Found:
    """Read a name of any family that is sought."""
    entry = reading.units[index].entry(*reading.families)
    return as_named(index, entry) if entry else None


#: Forms of a noun phrase whose words need be no names.
_BEYOND_NAMES: tuple[_Form, ...] = (unknown_ailment, named_among, people, named_in_state, procedure, unknown_condition)
#: The other forms, the more telling ones first.
_FORMS: tuple[_Form, ...] = (
    headed_regions,
    weakened_region,
    region_in_state,
    qualified_behind,
    harmed_regions,
    region_with_head,
    slowed_function,
    pregnancy,
    treated_condition,
    condition,
    function,
    region,
    impaired_function,
    injury,
    _other,
)
