"""Difficulties that are told as what a way of doing the pose is good for, beside or before it.

"A chair helps those who cannot kneel", "a bolster for a tired back", "use blocks to reduce the pressure on the
wrists", "use a wall to avoid falling over".
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from yogakg.loaders.article.context import Passage
from yogakg.loaders.article.coordination import CONDITION, REGION
from yogakg.loaders.article.difficulties import QUALITIES, in_plain_words, opens_with_quality
from yogakg.loaders.article.modifications.exchange import DOERS, HELPERS, OPEN_SECTIONS, PEOPLE, Exchange
from yogakg.loaders.article.modifications.plain_names import PRONOUNS
from yogakg.loaders.article.modifications.props import CASUAL_SECTIONS, DETERMINERS, has_prop, props_used
from yogakg.loaders.article.recognition.mentions import Unit
from yogakg.loaders.article.recognition.words import pattern, words

#: Verbs that bring in what a region is spared.
SPARING = words("modification_words.sparing")

#: "Good for", which a pose as a whole is as well.
_GOOD_FOR = re.compile(r" for$")
_POSES = words("sequence_words.several")
_PRONOUN_DOERS = DOERS - {"the"}
#: "This is the one for", "it is meant for", before those whom the way before is for.
_MEANT_FOR = pattern(
    r"\W*(?:it|this|that)(?:['’]s| is) (?:(?:the|a|an|my|our) (?:\w+ )?(?:one|{modification_words.ways}) "
    r"|{modification_words.meant} )?(?=for\b)"
)
_HELPED_LINKS = words("modification_words.helped_links")
_WAYS = words("modification_words.ways")
#: Units in which "this" is said to help.
_HELPER_REACH = 6
_BEFORE_QUALITY = words("modification_words.before_quality")
_STEADIED_SECTIONS = OPEN_SECTIONS | CASUAL_SECTIONS | {"benefits", "contraindications", "steps"}
_AVOIDING = words("modification_words.avoiding") | words("modification_words.fearing")
_BALANCE, _BENEFITS = frozenset({"balance"}), "benefits"
_BALANCING = words("modification_words.balancing")
_FALLING = pattern(r"(?:from )?{modification_words.falling}\b")
_PREVENTING = words("modification_words.preventing")
#: "The knees from splaying", after "keep" or "prevent".
GOING_WRONG = pattern(r"^(?:\w+ ){1,4}from \w+ing\b")
#: A sentence on ways of changing the pose: "Modifications include …".
_OF_CHANGES = pattern(r"^\W*{modification_words.changes}\b")
#: "Another way to take some sensation out of the knees is to …".
_WAY_TO = pattern(
    r"^\W*(?:\w+ ){1,3}ways? to {modification_words.sparing}\b(?P<load>[^.;,:]{0,60}?"
    r"\b(?:{modification_words.loads}|{modification_words.felt_loads})\b[^.;,:]{0,60}?)\b(?:is|are) (?P<way>to|by)\b"
)
_EASING = words("modification_words.easing")
_BEFORE_SPARING = words("modification_words.before_sparing")
_STEPS = frozenset({"steps", None})
#: "Pressure on the knees".
LOAD_ON = pattern(r"{modification_words.loads} (?:on|from|off) ")
_LOADS = pattern(r"\b{modification_words.loads}\b")


def helped(passage: Passage) -> Exchange | None:
    """Read whom a way of doing it helps: "A chair helps those who cannot …", "A wedge is kind to sore wrists"."""
    units = passage.sentence.units
    helper = next((place for place in range(1, len(units)) if _is_helper(units, place)), None)
    if helper is None or units[0].norm in _PRONOUN_DOERS:
        return None
    start = helper + 1
    while start < len(units) and units[start].norm in _HELPED_LINKS:
        start += 1
    if start >= len(units) or any(unit.entry("Pose") for unit in units[:helper]):
        return None
    told = any(unit.norm in PEOPLE for unit in units[helper + 1 : start + 2])
    if passage.section in OPEN_SECTIONS:
        told = told or opens_with_quality(units[start:])
    else:
        told = has_prop(units[:helper]) and (
            told or (_is_no_pose(units[:helper]) and opens_with_quality(units[start:]))
        )
    return Exchange(slice(start, len(units)), 0, helper, stated=True) if told else None


def helped_by_that(passage: Passage) -> Exchange | None:
    """Read whom the way before helps: "This is a good option for stiff knees", "Kind to those who cannot kneel".

    The exchange has no answer of its own.
    """
    units = passage.sentence.units
    opening = units[0].norm.replace("’", "'").removesuffix("'s")  # "that's the one for stiff hips"
    if passage.section not in OPEN_SECTIONS or not (opening in _PRONOUN_DOERS or _helps(units[0])):
        return None
    helper = next((place for place, unit in enumerate(units[:_HELPER_REACH]) if _helps(unit)), None)
    if helper is None and (meant := _MEANT_FOR.match(passage.sentence.text)) is not None:
        edge = passage.span.start + meant.end()
        helper = next((place - 1 for place, unit in enumerate(units) if unit.start >= edge), None)
    if helper is None:
        return None
    start = helper + 1
    while start < len(units) and units[start].norm in _HELPED_LINKS | _WAYS:
        start += 1
    named = any(unit.norm in PEOPLE for unit in units[helper : start + 1])
    # "For stiff knees", but not "for supporting the neck".
    felt = any(unit.norm.rpartition(" ")[2] == "for" for unit in units[helper:start])
    felt = felt and any(unit.norm.partition(" ")[0] in QUALITIES for unit in units[start : start + 1])
    if not (named or felt) or not any(unit.entry(REGION, CONDITION, "Limitation") for unit in units[start:]):
        return None
    return Exchange(slice(start, len(units)), None, len(units), stated=True)


def _is_helper(units: Sequence[Unit], place: int) -> bool:
    """Say whether a word tells that what stands before it helps; "good for" does of what is done with a prop."""
    return units[place].norm in HELPERS or (
        _helps(units[place]) and _GOOD_FOR.search(units[place].norm) is not None and has_prop(units[:place])
    )


def _helps(unit: Unit) -> bool:
    return unit.norm.partition(" ")[0] in HELPERS  # "good for"


def _is_no_pose(units: Sequence[Unit]) -> bool:
    """Say whether what helps is a prop and not the pose done with it."""
    return not any(unit.norm in _POSES for unit in units)


def suited(passage: Passage) -> Exchange | None:
    """Read a difficulty among the words of an answer: "a bolster for a tired back", "a blanket under tight hips"."""
    units = passage.sentence.units
    if passage.section not in OPEN_SECTIONS:
        return None
    for place in passage.sentence.worded(_BEFORE_QUALITY):
        if not place or not opens_with_quality(units[place + 1 :]):
            continue
        before = units[:place]
        if has_prop(before) or any(unit.cue("imperative") for unit in before[:2]):
            last = next((end for end in range(place + 1, len(units)) if units[end].entry(REGION, "Limitation")), place)
            return Exchange(slice(place + 1, last + 1), 0, place, stated=True)
    return None


def steadying(passage: Passage) -> Exchange | None:
    """Read a prop that keeps the readers from falling: "use a wall to avoid falling over", "… to help with balance"."""
    if passage.section not in _STEADIED_SECTIONS:
        return None
    units = passage.sentence.units
    for verb in passage.sentence.worded(_AVOIDING):
        if has_prop(units[:verb]) and _FALLING.match(in_plain_words(units[verb + 1 :])):
            return Exchange(slice(verb + 1, min(len(units), verb + 4)), 0, verb, stated=True)
    return _balancing(passage) if passage.section != _BENEFITS else None


def _balancing(passage: Passage) -> Exchange | None:
    """Read a prop that gives balance: "a chair to help with your balance", "near a wall for balance"."""
    units = passage.sentence.units
    used = next((index for index, _ in props_used(passage, answering=True)), len(units))
    for place in passage.sentence.worded(_BALANCE):
        before = place - 1
        while before > used and units[before].norm in DETERMINERS:
            before -= 1
        if used < before and units[before].norm in _BALANCING:
            return Exchange(slice(place, place + 1), 0, before, stated=True)
    return None


def sparing(passage: Passage) -> Exchange | None:
    """Read what a prop spares a region: "blocks to reduce the pressure on the wrists", "… to keep it from slipping"."""
    units = passage.sentence.units
    if not (passage.sentence.named("Prop") or units[0].norm == "to"):
        return None
    prevented = next((place for place in passage.sentence.worded(_PREVENTING) if has_prop(units[:place])), None)
    if prevented is not None and GOING_WRONG.search(in_plain_words(units[prevented + 1 :])):
        ends = (place for place in range(prevented + 1, len(units)) if units[place].norm in {",", ";"})
        return Exchange(slice(prevented + 1, next(ends, len(units))), 0, prevented, stated=True)
    if passage.section in _STEPS and (padded := _padding(passage)) is not None:
        return padded
    if passage.section not in OPEN_SECTIONS and not _OF_CHANGES.match(passage.sentence.text):
        return None
    if (way := _WAY_TO.match(passage.sentence.text)) is not None:
        return _way_to(passage, way)
    if units[0].norm == "to" and units[1:2] and units[1].norm in SPARING | _EASING:
        return _purpose(passage)
    verb = next((place for place in passage.sentence.worded(SPARING) if has_prop(units[:place])), None)
    if verb is None or not _LOADS.search(passage.sentence.text):
        return None
    spared = units[verb + 1 :]
    if not any(unit.entry(REGION, CONDITION, "Limitation") or unit.norm in PRONOUNS for unit in spared):
        return None  # "takes the weight off"
    if units[verb - 1].norm not in _BEFORE_SPARING and not units[verb].text.endswith("s"):
        return None
    return Exchange(slice(verb + 1, len(units)), 0, verb)


def _padding(passage: Passage) -> Exchange | None:
    """Read what a prop takes off a region in a step: "Fold a towel under the shins to reduce pressure on the knees"."""
    units = passage.sentence.units
    verb = next((place for place in passage.sentence.worded(SPARING) if has_prop(units[:place])), None)
    if verb is None or units[verb - 1].norm != "to" or not LOAD_ON.match(in_plain_words(units[verb + 1 :])):
        return None
    places = range(verb + 1, len(units))
    region = next((place for place in places if units[place].entry(REGION, CONDITION, "Limitation")), None)
    return Exchange(slice(verb + 1, region + 1), 0, verb, stated=True) if region is not None else None


def _way_to(passage: Passage, way: re.Match[str]) -> Exchange:
    """Read a way to spare a region: "Another way to take some sensation out of the knees is to sit higher"."""
    units, start = passage.sentence.units, passage.span.start
    load = next(place for place, unit in enumerate(units) if unit.end > start + way.start("load") + 1)
    stop = next(place for place, unit in enumerate(units) if unit.end > start + way.end("load"))
    answer = next((place for place in range(stop, len(units)) if units[place].start >= start + way.end()), len(units))
    return Exchange(slice(load, stop), answer, len(units), stated=True)


def _purpose(passage: Passage) -> Exchange | None:
    """Read what an answer spares a region where that opens a sentence: "To ease pressure on the neck, look ahead"."""
    units = passage.sentence.units
    comma = next((place for place, unit in enumerate(units) if unit.norm in {",", ":", "–"}), None)
    if comma is None or comma == len(units) - 1 or not _LOADS.search(in_plain_words(units[:comma])):
        return None
    return Exchange(slice(2, comma), comma + 1, len(units), stated=True)
