"""How long a pose is held, in seconds, minutes or breaths."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from yogakg.facts import Claim, Hold
from yogakg.loaders.article.context import Passage, Reader, rule
from yogakg.loaders.article.words import group, pattern, words

_NUMBERS: dict[str, float] = group("holds.numbers")
_NUMBER = r"(?:\d{1,4}(?:\.\d{1,2})?|{holds.numbers})"
_UNIT = (
    r"(?:seconds?|secs?\b\.?|minutes?|mins?\b\.?|hours?|(?:{holds.kinds_of_breath}[ ,]+(?:and )?){0,4}breaths?"
    r"|{holds.breaths}|(?<=\d)\s?s\b)"
)
#: A time has a number in digits or one of these in its unit.
_UNIT_WORDS = ("sec", "min", "hour", "breath", *words("holds.breaths"))
_DIGIT = re.compile(r"\d")
_RANGE = pattern(
    rf"(?P<few>\b(?:a )?(?:few|several) (?P<unit_few>{_UNIT}))"
    rf"(?:,?\s*(?:to|and|or|up to|[-–—])\s*(?:(?:up to|as long as)\s+)?"
    rf"(?P<high_few>{_NUMBER})[\s-]*(?P<unit_high_few>{_UNIT}))?"
    rf"|(?P<at_most>\b{{holds.at_most}}\s+)?\b(?P<low>{_NUMBER})(?:\s*-?\s*(?P<unit_low>{_UNIT}))?"
    rf"(?:\s*(?:to|or|[-–—]|and up to|up to|and)\s*(?:up to\s+)?(?P<high>{_NUMBER}))?[\s-]*(?P<unit>{_UNIT})?"
)
_HOLDING = pattern(r"\b{holds.holding}\b")
_HELD_FOR = pattern(r"\b{holds.held}\s+for\s+(?:{holds.about} )?$")
#: What shows that a time is no hold: a wait, a rest, an interval; counts of rounds and days.
_NOT_BEFORE = pattern(r"\b{holds.never_before}\s*$|\b{holds.meals_before}\b[^.;,]{0,30}$")
_NOT_AFTER = pattern(r"\s+rest\b|[\s,]*(?:(?:or )?more )?(?:{holds.never_after}\b|after (?:a |your )?{holds.meals})")
_WORD = re.compile(r"\w")
_FOR = pattern(r"\bfor\s+(?:{holds.about} )?$")
#: "Gradually increase the time to …", "start with …": the time is that of the hold.
_GROWS = pattern(
    r"\b{holds.growing}\b[^.;]{0,20}\b{holds.lengths}\b[^.;]{0,25}\b(?:to|by)\s+$"
    r"|\b{holds.lengths}\b[^.;]{0,20}\b{holds.growing}\b[^.;]{0,12}$"
)
_STARTS_WITH = pattern(
    r"\b(?:start|begin)(?:ing)?\s+(?:out\s+)?with\s+(?:just\s+|only\s+)?(?:{holds.about} )?$"
    r"|\b{holds.lengths}\s+is\s+(?:{holds.about} )?$"
)
_ANY_TEXT = words("holds.sections_of_growing") | {None}
_NO_HOLDS = words("holds.sections_without_holds")
_FACTORS = {"s": 1, "min": 60, "h": 3600, "breath": 1}
_UNIT_NAMES = {"s": "seconds", "min": "minutes", "h": "hours", "breath": "breaths"}


@dataclass(frozen=True, slots=True)
class _Length:
    """A time as it is told: from ``low``, if there is a least, up to ``high``, each with its unit."""

    text: str
    low: tuple[float, str] | None = None
    high: tuple[float, str] | None = None

    def limits(self, *, breaths: bool) -> tuple[int | None, int | None]:
        """Return the least and the most number of seconds or breaths."""
        if self.high is None or (self.high[1] == "breath") != breaths:
            return None, None
        return _count(self.low) if self.low else None, _count(self.high)


@rule("hasHold")
def hold_time(passage: Passage, reader: Reader) -> Iterator[Claim]:
    """How long the pose is held, in seconds, minutes or breaths."""
    if passage.section in _NO_HOLDS:
        return
    said = passage.sentence.text.casefold()
    if not any(unit in said for unit in _UNIT_WORDS) and not _DIGIT.search(said):
        return
    for match in _RANGE.finditer(passage.sentence.text):
        length = _length(match)
        if length is None or not _is_hold(passage, match):
            continue
        (min_seconds, max_seconds), (min_breaths, max_breaths) = (
            length.limits(breaths=False),
            length.limits(breaths=True),
        )
        yield Hold(
            span=passage.span,
            rule=hold_time.name,
            text=length.text,
            min_seconds=min_seconds,
            max_seconds=max_seconds,
            min_breaths=min_breaths,
            max_breaths=max_breaths,
        )


RULES = (hold_time,)


def _is_hold(passage: Passage, match: re.Match[str]) -> bool:
    """Tell a hold from a wait, a rest or a count of rounds."""
    sentence = passage.sentence.text
    before = sentence[max(0, match.start() - 90) : match.start()]
    one_breath = (match.group("low") or "").casefold() in {"a", "an"} and "breath" in match.group()
    if one_breath and not _FOR.search(before):
        return False  # "maintain a slow, even breath"
    if passage.section in _ANY_TEXT and (_GROWS.search(before) or _STARTS_WITH.search(before)):
        return True
    if _NOT_BEFORE.search(before) or _NOT_AFTER.match(sentence, match.end()):
        return False
    opens_step = passage.section == "steps" and not _WORD.search(sentence, 0, match.start())
    near = before + sentence[match.end() : match.end() + 15]
    held = _HELD_FOR.search(before) or _HOLDING.search(near)
    return passage.section == "hold" or opens_step or held is not None


def _length(match: re.Match[str]) -> _Length | None:
    """Put a time into the form "30 s - 1 min", "5-10 breaths", "up to 10 min", "few seconds - 1 min"."""
    if match.group("few"):
        return _few(match)
    unit_word = match.group("unit") or match.group("unit_low")
    if unit_word is None:
        return None
    low = _whole(_number(match.group("low")), _unit(match.group("unit_low") or unit_word))
    if match.group("high") is None:
        return None if match.group("unit") and match.group("unit_low") else _single(low, match)
    high = _whole(_number(match.group("high")), _unit(match.group("unit") or match.group("unit_low")))
    return _range(low, high)


def _whole(number: float, unit: str) -> tuple[float, str]:
    """Tell a part of a minute or hour in the next smaller unit: half a minute is 30 seconds."""
    smaller = {"min": "s", "h": "min"}.get(unit)
    return (number * 60, smaller) if smaller and number < 1 else (number, unit)


def _few(match: re.Match[str]) -> _Length:
    few = f"few {_UNIT_NAMES[_unit(match.group('unit_few'))]}"
    if match.group("high_few") is None:
        return _Length(few)
    high = _number(match.group("high_few")), _unit(match.group("unit_high_few"))
    return _Length(f"{few} - {_told(high)}", high=high)


def _single(time: tuple[float, str], match: re.Match[str]) -> _Length:
    if match.group("at_most"):
        return _Length(f"up to {_told(time)}", high=time)
    return _Length(_told(time), low=time, high=time)


def _range(low: tuple[float, str], high: tuple[float, str]) -> _Length | None:
    if low[1] == high[1]:
        return _Length(f"{_plain(low[0])}-{_told(high)}", low, high) if low[0] <= high[0] else None
    if "breath" in (low[1], high[1]):
        return None
    return _Length(f"{_told(low)} - {_told(high)}", low, high)


def _count(time: tuple[float, str]) -> int:
    return round(time[0] * _FACTORS[time[1]])


def _number(word: str) -> float:
    return float(word) if word[0].isdecimal() else _NUMBERS[word.casefold()]


def _unit(word: str) -> str:
    plain = word.casefold()
    if "breath" in plain or "inhalation" in plain:
        return "breath"
    if "min" in plain:
        return "min"
    return "h" if "hour" in plain else "s"


def _told(time: tuple[float, str]) -> str:
    number, unit = time
    if unit == "breath":
        unit = "breath" if number == 1 else "breaths"
    return f"{_plain(number)} {unit}"


def _plain(number: float) -> str:
    return str(int(number)) if number == int(number) else str(number)
