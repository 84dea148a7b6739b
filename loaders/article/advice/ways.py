"""Another way of doing the pose that is told and not ordered: "the feet stay low", "two blocks make it easier".

"Knee injuries: a bolster takes the load", "people with gout do better with the reclining version". What is hard or
hurts, and what the pose does to somebody, tells no way.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise, takewhile

from yogakg.loaders.article.advice.labels import orders, places_region
from yogakg.loaders.article.advice.obligations import is_load
from yogakg.loaders.article.recognition.mentions import Sentence, Unit
from yogakg.loaders.article.recognition.words import pattern, words

#: A form of the pose: "the reclining version", "a half variation".
_FORM = pattern(r"\b(?:an?|the|this|that|your|their) (?!full\b|final\b)(?:[\w-]+ ){1,3}?{advice_words.forms}\b")
#: How far, how long or how slowly it is done: "only half way", "no longer than a breath", "the lift remains small".
_LIMITED = pattern(
    r"\b{advice_words.limits}\b|\b{advice_words.limited}\W+only\b"
    r"|\bonly (?:with |against |on )?{advice_words.limited}\b"
    r"|\b(?:seconds?|breaths?|minutes?)\W+only\b|\bonly (?:for )?(?:\w+ ){1,2}(?:seconds?|breaths?|minutes?)\b"
    r"|\b(?:is|are) (?:quite |more than )?(?:enough|plenty|sufficient)\b|\bwill (?:do|suffice)\b"
    r"|\b{advice_words.staying} {advice_words.smaller}\b|\btolerates? an? (?:half|{advice_words.smaller})\b"
)
#: How a part of the body is: "the arms stay down".
_KEPT = pattern(r"\b{advice_words.moved} (?:should |must |can |may )?{advice_words.staying}\b")
#: What takes a hand from its place: "hands off the floor".
_OFF = "off"
#: What opens a reason why somebody may practise: "since the head stays up".
_WHY = frozenset({"since", "because", "as"})
#: What makes it hard, so that nothing is advised.
_HARD = words("advice_words.hard")
#: What brings in a prop that helps: "may benefit from a block", and units in which it follows.
_GAINING = pattern(
    r"\b{advice_words.gaining}(?: from)? (?:(?:using|placing|having|sitting on|leaning on) )?(?:an?|some) "
)
_NEAR = 4
#: What denies the prop after it: "without a blanket it strains the neck".
_WITHOUT = "without"


def tells_way(units: Sequence[Unit]) -> bool:
    """Say whether the words after a condition tell another way of doing the pose."""
    if any(unit.norm in _HARD | _WHY for unit in units):
        return False
    prop = next((place for place, unit in enumerate(units) if unit.entry("Prop")), None)
    if prop is not None:
        before = list(takewhile(lambda unit: unit.is_word, reversed(units[:prop])))  # of its own clause
        return not any(unit.norm == _WITHOUT or is_load(unit) for unit in before)
    if any(unit.cue("causes") or is_load(unit) or _tells_effect(unit) for unit in units):
        return False
    said = " ".join(unit.text for unit in units)
    if _FORM.search(said) or _LIMITED.search(said) or _KEPT.search(said):
        return True
    spoken = [unit for unit in units if unit.is_word and not unit.cue("glue.determiners")]
    placed = (
        bool(units) and not units[0].is_word and places_region(spoken[:3]) and spoken[0].entry("BodyRegion") is not None
    )
    return placed or any(one.entry("BodyRegion") and other.norm == _OFF for one, other in pairwise(units))


def _tells_effect(unit: Unit) -> bool:
    """Say whether a unit is the verb of what the pose does: "it eases the symptoms"."""
    return unit.cue("effect") is not None and unit.text.casefold().endswith("s") and not unit.norm.endswith("s")


def gains_from_prop(sentence: Sentence) -> bool:
    """Say whether a prop is what somebody gains from: "people with gout may benefit from a block under the foot"."""
    gaining = _GAINING.search(sentence.text)
    if gaining is None:
        return False
    following = [unit for unit in sentence.units if unit.start >= sentence.span.start + gaining.end()]
    return any(unit.entry("Prop") for unit in following[:_NEAR])


def keeps(units: Sequence[Unit]) -> bool:
    """Say whether words tell how a part of the body is kept: "Arms stay down"."""
    return _KEPT.match(" ".join(unit.text for unit in units)) is not None


def goes_on_with_order(units: Sequence[Unit]) -> bool:
    """Say whether an order follows the name of a condition, after a comma: "Late pregnancy, lie on the left side"."""
    return len(units) > 1 and units[0].norm == "," and orders(units[1])
