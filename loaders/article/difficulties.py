"""The words that tell a difficulty in a pose: "stiff neck", "sensitive knees", "if you cannot reach the foot"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from yogakg.loaders.article.coordination import CONDITION, REGION
from yogakg.loaders.article.recognition.mentions import Unit
from yogakg.loaders.article.recognition.words import group, pattern, words

#: Words that open the clause of a difficulty, and those before people or regions that have one.
CLAUSE_OPENERS = words("modification_words.clause_openers")
PHRASE_OPENERS = frozenset({"for", "with"})
#: Readers by what they have done so far, which is no difficulty.
EXPERIENCED = words("modification_words.experienced")
#: Of these words any clause about a difficulty has one; of the others one after "if".
HARD = pattern(r"\b{modification_words.hard}\b")
SIGNS = pattern(r"\b{modification_words.signs}\b")
#: Words before what somebody cannot do.
CANNOT = pattern(r"\b{difficulty_words.cannot}\b\s*")
#: How a region may be that needs an answer.
QUALITIES = words("modification_words.qualities")

#: The same words, where what is before them is not looked at.
_INABILITY = pattern(r"{difficulty_words.cannot}\b")
_ORDERS = words("modification_words.orders")
_CONTRACTIONS: dict[str, str] = group("difficulty_words.contractions")
_WORD = re.compile(r"[\w'/-]+")
#: Units of the longest question that only names a difficulty.
_LONGEST_QUESTION = 9
#: Units in which a region stands with its quality: "sensitive knees", "a tired lower back".
_QUALITY_REACH = 4


def names_difficulty(units: Sequence[Unit]) -> bool:
    """Say whether words name a difficulty: one of the vocabulary, or a region and how it is: "stiff neck"."""
    if not units or units[0].cue("imperative") or units[0].norm in CLAUSE_OPENERS or opens_order(units[0]):
        return False
    if any(unit.entry("Limitation") and unit.norm not in EXPERIENCED for unit in units):
        return True
    clause = in_plain_words(units)
    return any(unit.entry(REGION, CONDITION) for unit in units) and bool(HARD.search(clause) or SIGNS.search(clause))


def heads_difficulty(units: Sequence[Unit]) -> bool:
    """Say whether a heading names a difficulty, as a clause as well: "If you cannot reach the foot"."""
    if not units or units[0].norm not in CLAUSE_OPENERS | PHRASE_OPENERS:
        return names_difficulty(units)
    clause = in_plain_words(units[1:])
    tips = units[0].norm in CLAUSE_OPENERS and SIGNS.search(clause) is not None  # "If you tip backward"
    return tips or names_difficulty(units[1:]) or CANNOT.search(clause) is not None


def asks_of_difficulty(units: Sequence[Unit]) -> bool:
    """Say whether a short question only names a difficulty: "Can't reach the foot?", "Tight hips?"."""
    if not units or units[-1].norm != "?" or len(units) > _LONGEST_QUESTION:
        return False
    if any(unit.entry(CONDITION) or unit.norm in {"us", "me"} for unit in units):
        return False  # "Can't reach us?"
    return tells_inability(units) or (names_difficulty(units) and units[0].entry("Limitation") is not None)


def opens_with_quality(units: Sequence[Unit]) -> bool:
    """Say whether a region opens a run of units, with how it feels before it: "sensitive knees", "a tired back"."""
    opening = units[:_QUALITY_REACH]
    region = next((place for place, unit in enumerate(opening) if unit.entry(REGION, "Limitation")), None)
    if region is None:
        return False
    if units[region].entry("Limitation") is not None:
        return True
    return any(unit.norm in QUALITIES for unit in units[:region])


def names_quality_only(units: Sequence[Unit]) -> bool:
    """Say whether words name how a region is and no illness, which is no reason to avoid the pose: "stiff neck"."""
    limited = [unit for unit in units if unit.entry("Limitation") and unit.norm.partition(" ")[0] in QUALITIES]
    return bool(limited) and all(unit in limited for unit in units if unit.entry(CONDITION))


def tells_inability(units: Sequence[Unit]) -> bool:
    """Say whether words tell what somebody cannot do: "you cannot kneel", "reaching is hard to do"."""
    return _INABILITY.search(in_plain_words(units)) is not None


def opens_order(unit: Unit) -> bool:
    """Say whether an order opens with a unit, which is no difficulty: "do not drop the head"."""
    return unit.norm.partition(" ")[0] in _ORDERS


def in_plain_words(units: Sequence[Unit]) -> str:
    """Return the words of a clause in lower case, without contractions and marks."""
    return expand(" ".join(unit.text for unit in units))


def expand(phrase: str) -> str:
    """Write contractions out, in lower case.

    >>> expand("Your head doesn’t reach")
    'your head does not reach'
    """
    plain = phrase.casefold().replace("’", "'")
    for short, long in _CONTRACTIONS.items():
        plain = plain.replace(short, long)
    return " ".join(_WORD.findall(plain))
