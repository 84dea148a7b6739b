"""What the members of a list share: a head noun on either side, a modifier, the tail of a name, a place."""

from __future__ import annotations

from collections.abc import Sequence

from yogakg.facts import Term
from yogakg.lexicon import Entry
from yogakg.loaders.article.coordination.adjectives import SURGERY, modified
from yogakg.loaders.article.coordination.ailments import HEADS, KIND_HEADS, pregnancy_in
from yogakg.loaders.article.coordination.heads import PATIENTS, PROBLEM, heads_what_follows
from yogakg.loaders.article.coordination.phrases import (
    CONDITION,
    GOOD,
    LIMITATION,
    REGION,
    TRIMESTER,
    Found,
    Phrase,
    Reading,
    as_condition,
)
from yogakg.loaders.article.coordination.separators import MODALS, closes_list, ends_list, past_separators, separates
from yogakg.loaders.article.recognition.grounding import mint_condition, term_of
from yogakg.loaders.article.recognition.mentions import Unit
from yogakg.loaders.article.recognition.words import words

#: Words of a member that is no name before the tail that it shares: "urinary" and "high".
_LONGEST_NAMELESS = 3
#: Members of a list that may share the tail of its last one, and words within which that tail is.
_MOST_SHARING = 4
_TAIL_REACH = 5
#: Words in the longest name of a region.
_LONGEST_REGION = 6
#: Units within which the passive of a verb stands.
_MOVED = 2
#: Participles that make a condition of a region: "a torn hamstring or groin".
_HARMED = words("coordination.harmed")
#: Head nouns of names that nothing else shares: "wrist or carpal tunnel syndrome".
_UNSHARED = words("coordination.unshared_heads")
#: Words between a condition and where it lies, and what stands for a condition just named.
_LYING = frozenset({"in", "of"})
_ONE = "one"
_PAIR = 2
#: Words between a region and a head noun that change nothing: "knee and back related issues".
_RELATED = "related "
#: The kind of a condition that surgeons leave, and words before what was operated.
_OPERATED = "RecoveryState"
_OPERATING = frozenset({"for", "of", "on"})
_DISEASE = "Disease"
#: Words of having with which also other things are brought in: "with the knees bent".
_WEAK_HAVING = words("contraindication_words.weak_having")
_CASES = words("coordination.cases")
#: Kinds of conditions that lie in no region.
_UNLOCATED = frozenset({_DISEASE, "PhysiologicalState"})


# -- the tail of a name ---------------------------------------------------------------------------


def with_shared_tail(reading: Reading, index: int, end: int) -> Found:
    """Complete words by the tail of the next member: "high or low blood pressure", "lower and middle back"."""
    separator = _end_of_nameless(reading, index, end)
    if separator is None:
        return None
    begin = [unit for unit in reading.units[index:separator] if not unit.cue("glue.determiners")]
    heads = reading.wants_only_conditions and any(map(heads_what_follows, reading.units[index:separator]))
    if not begin or heads:
        return None  # "problems of the small or large intestine": the problems are read
    place = separator
    for _ in range(_MOST_SHARING):  # "the nervous, digestive and reproductive systems"
        following, _ = past_separators(reading, place, end)
        entry = _completed_name(reading, begin, _words_from(reading.units, following, end))
        if entry is not None and entry.family == TRIMESTER:
            return pregnancy_in(reading, entry.iri.rsplit("#", 1)[-1], index, separator)
        if entry is not None:
            return [Phrase(term_of(entry), entry.family, index, separator)], separator
        place = _end_of_member(reading, following, end)
        if place >= end:
            break
    return None


def _end_of_nameless(reading: Reading, index: int, end: int) -> int | None:
    """Return the place of the separator after up to three words that name nothing."""
    count = 0
    for place in range(index, end):
        unit = reading.units[place]
        count += not unit.cue("glue.determiners")
        if separates(unit):
            return place if place > index else None
        if count > _LONGEST_NAMELESS:
            return None
        if not unit.is_word or unit.entry(*reading.families, REGION):
            return None  # a name of its own; a region waits for a head instead
    return None


def _end_of_member(reading: Reading, index: int, end: int) -> int:
    """Return the place of the separator after a nameless member or a region: "facial, eye and tongue muscles"."""
    units = reading.units
    if index + 1 < end and units[index].entry(REGION) is not None and separates(units[index + 1]):
        return index + 1
    return _end_of_nameless(reading, index, end) or end


def _words_from(units: Sequence[Unit], index: int, end: int) -> list[str]:
    """Return the words of the member at a place; none of what is said of other people: "…, so people with gout …"."""
    tail: list[str] = []
    while index < end and len(tail) < _TAIL_REACH and units[index].is_word and not separates(units[index]):
        if units[index].cue("introducers", "people"):
            return tail if units[index - 1].entry(CONDITION) else []  # "peptic or duodenal ulcer patients"
        tail += units[index].norm.split()
        index += 1
    return tail


def _completed_name(reading: Reading, begin: Sequence[Unit], tail: Sequence[str]) -> Entry | None:
    """Return the first entry that words and a part of the tail name; the tail's own first word is left out."""
    opening = [unit.norm for unit in begin]
    is_qualifier = len(begin) == 1 and begin[0].cue("qualifiers") is not None
    for cut in range(1, 2 if is_qualifier else len(tail)):  # "chronic or acute back pain" is no chronic pain
        for stop in range(len(tail), cut, -1):
            name = " ".join([*opening, *tail[cut:stop]])
            entry = reading.lexicon.named_folded(name, *reading.families, REGION, TRIMESTER)
            if entry is not None and not (is_qualifier and entry.family != CONDITION):
                return entry
    return None


# -- regions that wait ----------------------------------------------------------------------------


def completed(reading: Reading, pending: Sequence[Phrase], phrase: Phrase) -> list[Phrase]:
    """Give regions that wait the head of the phrase on their right: "leg, hip or shoulder injury"."""
    head = shared_head(reading, phrase) if pending else None
    if head is None:
        return []
    family, shared = phrase.family, pending[0].qualifiers
    made = [
        Phrase(reading.composed(entry, head, family), family, one.first, phrase.last, shared | one.qualifiers)
        for one in pending
        if (entry := reading.entry_of(one)) is not None
    ]
    if _names_by_adjective(reading, phrase) and any(one.term.minted for one in made):
        return []  # "lumbar or cervical spondylosis", but not "knees, cervical spondylosis"
    return made


def shared_head(reading: Reading, phrase: Phrase) -> str | None:
    """Return the head noun of a phrase of the form region + head, or None if it has another form."""
    spoken = " ".join([unit.norm for unit in reading.units[phrase.first : phrase.last]]).split()
    for cut in range(len(spoken) - 1, 0, -1):  # "sacroiliac joint issue": the longest region
        starts = range(max(0, cut - _LONGEST_REGION), cut)
        if any(reading.lexicon.named_folded(" ".join(spoken[start:cut]), REGION) for start in starts):
            head = PROBLEM if spoken[cut] in PATIENTS else " ".join(spoken[cut:]).removeprefix(_RELATED)
            located = spoken[cut] in _LYING  # "weak blood vessels in the eyes" shares nothing
            return head if head not in _UNSHARED and not located else None
    if len(spoken) > 1 and spoken[-1] in HEADS and phrase.family == CONDITION:
        return spoken[-1]  # "knee, hip and spinal surgeries"
    return spoken[-1] if _names_by_adjective(reading, phrase) else None


def _names_by_adjective(reading: Reading, phrase: Phrase) -> bool:
    """Say whether a disease is named by an adjective for its region and its own noun: "cervical spondylosis"."""
    spoken = " ".join([unit.norm for unit in reading.units[phrase.first : phrase.last]]).split()
    by_adjective = len(spoken) == _PAIR and reading.grounder.region_of_adjective(spoken[0]) is not None
    return by_adjective and phrase.family == CONDITION and spoken[1] not in HEADS


def with_shared_modifier(reading: Reading, phrase: Phrase, pending: Sequence[Phrase]) -> list[Phrase]:
    """Give regions after a condition its modifier: "an enlarged liver or spleen", "tight hips and hamstrings"."""
    named = [unit for unit in reading.units[phrase.first : phrase.last] if not unit.cue("glue.determiners")]
    if named and " " in named[-1].norm and named[-1].entry(CONDITION):
        named = named[-1:]  # "tired, swollen legs and feet": the name's own modifier
    spoken = [word for unit in named for word in unit.norm.split()]
    if len(spoken) < 2:
        return []
    if phrase.family == LIMITATION:
        return [
            Phrase(term, LIMITATION, region.first, region.last)
            for region in pending
            if (entry := reading.entry_of(region)) and (term := reading.grounder.limitation_of(entry, spoken[0]))
        ]
    return [
        Phrase(term, CONDITION, region.first, region.last, phrase.qualifiers)
        for region in pending
        if (term := _modified(reading, spoken[0], region)) is not None
    ]


def _modified(reading: Reading, modifier: str, region: Phrase) -> Term | None:
    """Return the condition of a region with a modifier, if it has a name or the modifier tells of harm."""
    entry = reading.entry_of(region)
    if entry is None:
        return None
    known = modified(reading, modifier, entry)
    return known or (mint_condition([modifier, entry.label]) if modifier in _HARMED else None)


def troubled(reading: Reading, pending: Sequence[Phrase], after: int) -> list[Phrase]:
    """Read a bare region at the end of a list of conditions as trouble there: "hernia and low back"."""
    units = reading.units
    if not reading.wants_only_conditions or (after < len(units) and not ends_list(units[after])):
        return []
    if _goes_on(units, pending[-1], after) and not closes_list(units, pending[-1]):
        return []  # "in case of spondylitis, the head should not be raised", "…, your head should stay up"
    return [
        Phrase(reading.grounder.condition_of(entry, PROBLEM), CONDITION, region.first, region.last, region.qualifiers)
        for region in pending
        if (entry := reading.entry_of(region)) is not None
    ]


def suffered(reading: Reading, waiting: Sequence[Phrase], start: int, after: int) -> list[Phrase]:
    """Read bare regions among ailments that somebody has as trouble there: "if you have heart, BP or sugar".

    ``start`` and ``after`` are the edges of the list.
    """
    if not (reading.wants_only_conditions and waiting) or not _is_had(reading.units, start, after):
        return []
    return [
        Phrase(reading.grounder.condition_of(entry, PROBLEM), CONDITION, one.first, one.last, one.qualifiers)
        for one in waiting
        if one.last == one.first + 1 and (entry := reading.entry_of(one)) is not None
    ]


def _is_had(units: Sequence[Unit], start: int, after: int) -> bool:
    """Say whether people have what a list names: "if you have …", "those with …", "patients of …", "… patients"."""
    closing = units[max(0, after - 1) : after + 1]
    if any(unit.norm.rpartition(" ")[2] in PATIENTS | _CASES for unit in closing):
        return True  # "gout, heart and asthma patients", where "BP patient" is one unit
    before = units[start - 1] if start else None
    if before is None or not (before.cue("introducers", "having") or before.norm in _LYING):
        return False
    whose = units[start - 2].cue("introducers", "people") if start > 1 else None
    return whose is not None or (before.norm not in _WEAK_HAVING and before.norm not in _LYING)


def _goes_on(units: Sequence[Unit], region: Phrase, after: int) -> bool:
    """Say whether a region opens what is to be done with it: "the head should …", but not "… or neck should …"."""
    spoken = [word for unit in units[after : after + _MOVED] for word in unit.norm.split()]
    determined = any(unit.cue("glue.determiners") for unit in units[max(0, region.first - 1) : region.first + 1])
    return spoken[:1] != [] and spoken[0] in MODALS and (determined or "be" in spoken[1:3])


def elsewhere_too(reading: Reading, phrase: Phrase, pending: Sequence[Phrase]) -> list[Phrase]:
    """Give regions after a condition what lies in its region: "a torn ligament in the knee or ankle".

    The same of what was operated: "surgery for hernia or appendix"; and of functions: "the function of the liver and
    the kidneys".
    """
    head = lies_in_region(reading, phrase.first, phrase.last)
    if head is not None and phrase.family in GOOD:
        return reading.in_each(pending, head.removeprefix("the "), phrase.family, phrase.first)
    spoken = [word for unit in reading.units[phrase.first : phrase.last] for word in unit.norm.split()]
    if head is None and phrase.term.kind == _OPERATED and not _OPERATING.isdisjoint(spoken[1:]):
        head = SURGERY
    return reading.in_each(pending, head, CONDITION, phrase.first) if head else []


def lies_in_region(reading: Reading, first: int, last: int) -> str | None:
    """Return what lies in the region that units end with, but for a comma or "and": "osteoporosis in the wrists or"."""
    named = [unit for unit in reading.units[first:last] if not unit.joins]
    spoken = [word for unit in named for word in unit.norm.split()]
    links = [place for place, word in enumerate(spoken) if place and word in _LYING]
    if not links or reading.lexicon.named_folded(_without_the(spoken[links[-1] + 1 :]), REGION) is None:
        return None
    return " ".join(spoken[: links[-1]])


def _without_the(spoken: Sequence[str]) -> str:
    return " ".join(word for word in spoken if word != "the")


# -- a place --------------------------------------------------------------------------------------


def another_one(reading: Reading, index: int, end: int, before: Phrase) -> Found:
    """Read "one" as the kind of condition just named: "a hiatal hernia or an umbilical one", "… or an old one"."""
    units = reading.units
    while index < end and units[index].cue("glue.determiners"):
        index += 1
    if not reading.wants_only_conditions or index + 1 >= end or units[index + 1].norm != _ONE:
        return None
    if (stage := units[index].cue("qualifiers")) is not None:
        return [Phrase(before.term, CONDITION, index, index + 2, frozenset({stage.value}))], index + 2
    kind = units[before.last - 1].norm.rpartition(" ")[2]
    term = reading.grounder.named(f"{units[index].text} {kind}", CONDITION)
    return as_condition(term, index, index + 2) if term is not None else None


def head_elsewhere(reading: Reading, index: int, end: int, before: Phrase) -> Found:
    """Locate a bare head noun that is no condition by itself where the one before lies: "cirrhosis or failure"."""
    if not reading.wants_only_conditions:
        return None
    units = reading.units
    located = reading.entry_of(before)
    if located is None or len(located.affects) != 1 or not units[index].cue("glue.heads"):
        return None
    goes_on = index + 1 < end and separates(units[index + 1]) and shared_head(reading, before) is not None
    if index + 1 < end and not (goes_on or ends_list(units[index + 1])):
        return None  # "back pain, strain or injury"
    region = reading.lexicon.entries.get(located.affects[0])
    if region is None:
        return None
    return as_condition(reading.grounder.condition_of(region, units[index].text), index, index + 1)


def specialised_for_all(reading: Reading, phrase: Phrase, phrases: Sequence[Phrase]) -> list[Phrase]:
    """Locate a bare head noun wherever the phrases with one head just before it lie."""
    return [specialised(reading, phrase, whole) for whole in phrases if whole.last == phrases[-1].last]


def lying_alike(reading: Reading, phrase: Phrase, before: Phrase) -> Phrase:
    """Locate a condition where the one joined with it lies, if that has a name: "disc herniation or prolapse"."""
    located = reading.entry_of(before)
    if not reading.wants_only_conditions or located is None or len(located.affects) != 1:
        return phrase
    if reading.units[phrase.first].norm not in KIND_HEADS:
        return phrase  # "stomach ulcer or flu"
    between = reading.units[before.last : phrase.first]
    region = reading.lexicon.entries.get(located.affects[0])
    if region is None or len(between) != 1 or not between[0].joins or between[0].norm == ",":
        return phrase
    term = reading.grounder.condition_of(region, reading.units[phrase.first].norm)
    return phrase if term.minted else Phrase(term, CONDITION, phrase.first, phrase.last, phrase.qualifiers)


def specialised(reading: Reading, phrase: Phrase, whole: Phrase) -> Phrase:
    """Locate a general symptom that is an example of a located condition: bruising of the spine."""
    example, located = reading.entry_of(phrase), reading.entry_of(whole)
    if phrase.family != CONDITION or example is None or example.affects or example.kind in _UNLOCATED:
        return phrase
    has_head = reading.units[whole.last - 1].norm.rpartition(" ")[2] in HEADS
    if located is not None and located.kind == _DISEASE and not has_head:
        return phrase
    affected = located.affects if located else whole.term.affects
    region = reading.lexicon.entries.get(affected[0]) if len(affected) == 1 else None
    if region is None:
        return phrase
    term = reading.grounder.condition_of(region, example.label)
    return Phrase(term, CONDITION, phrase.first, phrase.last, phrase.qualifiers)
