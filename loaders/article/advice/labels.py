"""A condition as the label of an advice, and the words that open an order to those who have it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise, takewhile

from yogakg.loaders.article.coordination import Phrase
from yogakg.loaders.article.recognition.mentions import Sentence, Unit
from yogakg.loaders.article.recognition.words import pattern, words

#: Those who have what was named before: "If you have it, bend the knees".
HAVING_IT = pattern(
    r"\b(?:if|when) (?:you|they|someone|somebody|one) (?:do )?(?:have|has|had|get|suffer from|are prone to)"
    r" (?:it|this|them|these|one)\b"
)
#: Units before a condition in which a sentence says that it speaks of people: "anyone with …".
OPENING = 4
#: Units between a condition and what belongs to it: the advice, the time or the gloss.
TIE = 5
#: It points to what to do: "Low blood pressure → eyes open".
ARROW = "→"
_LABEL_MARKS = frozenset({":", "–", "-", "=", ";", "|", ARROW})
#: What opens a case that is left out.
_EXCEPTING = frozenset({"unless", "except"})
#: What opens the time of a condition: "past the sixth month".
_TIMES = words("advice_words.times")
#: Where or how a part of the body is held: "feet apart", "hands on hips".
_PLACES = words("advice_words.places")
#: Nouns that a region and a place before them only qualify.
_COMPOUNDS = words("advice_words.compounds")
#: Verbs before what somebody should or may do.
_MODALS = words("coordination.modals")
#: Verbs that open an order, beside those of the steps.
_ORDERS = words("advice_words.orders")


@dataclass(frozen=True, slots=True)
class Condition:
    """A condition in a sentence, and the phrase that opens its list.

    ``introduced`` says that words such as "if" or "suffer from" brought it in.
    """

    phrase: Phrase
    introduced: bool
    opening: Phrase


def end_of_label(sentence: Sentence, phrase: Phrase) -> int:
    """Return the place behind a condition, those who have it and its time: of the mark, where it is a label."""
    last = phrase.last
    if last >= len(sentence.units):
        return last
    if sentence.units[last].cue("introducers", "people") and last + 1 < len(sentence.units):
        last += 1  # "Low blood pressure patients: …"
    return last + _time_after(sentence.units[last:])


def is_label(sentence: Sentence, phrase: Phrase) -> bool:
    """Say whether a condition labels what follows: "Pregnancy: …", "Ankle injury – …"."""
    if phrase.last >= len(sentence.units):
        return False
    last = end_of_label(sentence, phrase)
    mark = sentence.units[last].norm
    if mark == ":" and any(unit.norm == ":" for unit in sentence.units[last + 1 : last + 2]):
        return False  # "Hernia :: Gout", which only parts them
    if mark == "(":
        closing = next((place for place in range(last, len(sentence.units)) if sentence.units[place].norm == ")"), last)
        after = sentence.units[closing + 1 : closing + 2]
        if after and after[0].norm in _LABEL_MARKS and closing - last <= TIE:
            return True  # "Jaw trouble (TMD): …"
        return _instructs(list(takewhile(lambda unit: unit.norm != ")", sentence.units[last + 1 :])))
    return mark in _LABEL_MARKS


def _time_after(units: Sequence[Unit]) -> int:
    """Count the units that say at which time of a condition: "past the sixth month" before a colon."""
    if units[0].norm not in _TIMES:
        return 0
    times = range(1, min(TIE + 1, len(units)))
    return next((place for place in times if units[place].norm in _LABEL_MARKS), 0)


def _instructs(units: Sequence[Unit]) -> bool:
    """Say whether words in parentheses tell what to do: "bend the knees", "reduce the depth", "hands on hips"."""
    if units and units[0].norm in _EXCEPTING:
        return False  # "pregnancy (unless you have practised for years)"
    openings = [0, *(place + 1 for place, unit in enumerate(units) if unit.norm in {";", ","})]
    if any(unit.cue("imperative") or unit.cue("advice", "modify") for at in openings for unit in units[at : at + 2]):
        return True
    is_verb = any(cue.role == "effect" and cue.form == "base" for unit in units[:1] for cue in unit.cues)
    if len(units) > 1 and is_verb and not units[0].text.endswith("s"):
        return True
    return places_region(units)


def places_region(units: Sequence[Unit]) -> bool:
    """Say whether words tell where a part of the body goes: "hands on hips", but not "the head-down position"."""
    placed = (
        place
        for place, (one, other) in enumerate(pairwise(units))
        if one.entry("BodyRegion") and other.norm.partition(" ")[0] in _PLACES
    )
    return any(not any(unit.norm in _COMPOUNDS for unit in units[place + 2 : place + 3]) for place in placed)


def is_doer(sentence: Sentence, condition: Condition, conditions: Sequence[Condition]) -> bool:
    """Say whether a list of conditions stands for those who have them: "Wrist injuries should …", "Diabetics may …"."""
    last = max(one.phrase.last for one in conditions if one.opening == condition.opening)
    following = sentence.units[last : last + 1]
    modal = following[0].norm.partition(" ")[0] if following else ""  # "should avoid" is one advice
    return condition.opening.first == 0 and modal in _MODALS


def orders(unit: Unit) -> bool:
    """Say whether a unit opens an order to somebody with a condition: "sit", "reduce", "simply"."""
    return unit.cue("imperative") is not None or unit.norm.partition(" ")[0] in _ORDERS
