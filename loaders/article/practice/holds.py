"""How long a pose is held, in seconds, minutes or breaths."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from yogakg.facts import Claim, Hold
from yogakg.loaders.article.context import Passage, Reader, rule
from yogakg.loaders.article.coordination import CONDITION
from yogakg.loaders.article.recognition.words import group, pattern, words

_NUMBERS: dict[str, float] = group("holds.numbers")
_NUMBER = r"(?:\d{1,4}(?:\.\d{1,2})?|½|{holds.numbers}\b)"
_UNIT = (
    r"(?:seconds?|secs?\b\.?|minutes?|mins?\b\.?|hours?|(?:{holds.kinds_of_breath}[ ,]+(?:and )?){0,4}breaths?\b"
    r"|{holds.breaths}|{holds.counts}\b|(?<=\d)\s?s\b)"
)
#: A time has a number in digits or one of these in its unit.
_UNIT_WORDS = ("sec", "min", "hour", "breath", "count of", *words("holds.counts"), *words("holds.breaths"))
_COUNTS = words("holds.counts")
_BREATHING = pattern(r"\b{holds.breathing}\b")
_DIGIT = re.compile(r"\d")
_RANGE = pattern(
    rf"(?P<few>\b(?:a )?(?P<how_many>few|several) (?P<unit_few>{_UNIT}))"
    rf"(?:,?\s*(?:to|and|or|up to|[-–—])\s*(?:(?:up to|as long as)\s+)?"
    rf"(?P<high_few>{_NUMBER})[\s-]*(?P<unit_high_few>{_UNIT}))?"
    rf"|(?P<at_most>\b(?:{{holds.at_most}}|{{holds.never}}\b[^.;,]{{0,40}}\b{{holds.longer}} than)\s+)?"
    rf"(?P<at_least>\b{{holds.at_least}}\s+(?:for\s+)?)?\b(?P<low>{_NUMBER})(?:\s*-?\s*(?P<unit_low>{_UNIT}))?"
    rf"(?P<or_more>\s+or more\b|\+)?"
    # A question mark stands where a dash was lost: "3?5 breaths".
    rf"(?:\s*(?:to|or|[-–—]|(?<=\d)\?(?=\d)|and up to|up to|and)\s*(?:{{holds.at_most}}\s+)?(?P<high>{_NUMBER}))?"
    rf"[\s-]*(?P<unit>{_UNIT})?"
    rf"(?:\s+(?:to|or)\s+(?:up to\s+)?(?P<top>{_NUMBER})\s+(?P<unit_top>{_UNIT}))?"
)
_HOLDING = pattern(r"\b{holds.holding}\b")
_HELD_FOR = pattern(r"\b{holds.held}\s+for\s+(?:{holds.about} )?$")
#: "The pose is held for about …", whatever happens after that time.
_PASSIVE = pattern(r"(?:^|[.;,] )[^.;,]{0,60}\b{holds.kept} for\s+(?:{holds.about} )?$")
#: "Try it daily for …".
_DONE_FOR = pattern(
    r"\b{holds.doing} (?:{holds.done}|\w+asana|(?:[\w'’-]+ ){1,3}(?:pose|posture))"
    r"(?:,? {holds.often})?,?\s+for\s+(?:{holds.about} )?$"
)
#: "Three rounds of 20 seconds".
_SETS = pattern(r"\b{holds.sets} of\s+(?:{holds.about} )?$")
#: "Stay for a count of ten".
_COUNT_OF = pattern(rf"\bcount of (?P<count>{_NUMBER})(?![\w-])")
_COUNT = "count"
#: Hours are seldom those of a hold, and never many: "keep a gap of four hours after meals".
_MOST_HOURS = 3
_STAYS = pattern(r"\b{holds.staying}\b")
#: What shows that a time is no hold: a wait, a rest, an interval; counts of rounds and days.
_NOT_BEFORE = pattern(r"\b{holds.never_before}\s*$|\b{holds.meals_before}\b[^.;,]{0,30}$")
_NOT_AFTER = pattern(r"\s+rest\b|[\s,]*(?:(?:or )?more )?(?:{holds.never_after}\b|after (?:a |your )?{holds.meals})")
#: A pause before it is done again: "Relax for a few seconds and repeat".
_PAUSES = pattern(r"(?:^|[.;,] |\b(?:and|then) )\W*{holds.pausing} for\s+(?:{holds.about} )?$")
_AGAIN = pattern(r"\W*(?:(?:and|then|before|you can|you may)\W+)*{holds.again}\b")
_FOR = pattern(r"\bfor\s+(?:{holds.about} )?$")
#: "Gradually increase the time to …", "start with …": the time is that of the hold.
_GROWS = pattern(
    r"\b{holds.growing}\b[^.;]{0,20}\b{holds.lengths}\b[^.;]{0,25}\b(?:to|by)\s+$"
    r"|\b{holds.lengths}\b[^.;]{0,20}\b{holds.growing}\b[^.;]{0,12}$"
    r"|\b(?:it|this) (?:can|may|could|should) be (?:\w+ly )?{holds.growing} (?:up )?to\s+$"
)
_STARTS_WITH = pattern(
    r"\b(?:start|begin)(?:ing)?\s+(?:out\s+)?with\s+(?:just\s+|only\s+)?(?:{holds.about} )?$"
    r"|\b(?:{holds.lengths}|this|that)\s+(?:is|will be|would be)\s+(?:\w+ly )?(?:{holds.about} )?$"
)
#: "Build up to a minute", "for another minute", "15 seconds is enough".
_BUILDS = pattern(r"\b{holds.building}\s+$")
_ENOUGH = pattern(r"\s*\b(?:is|are|will be|would be)\s+(?:(?:\w+|more than)\s+)?{holds.enough}\b")
#: "After five breaths, release": the time after which the pose is left.
_LEFT_AFTER = pattern(r"^\W*(?:{holds.then}\W+)?after\s+(?:{holds.about} )?$")
_LEAVES = pattern(r"\W*(?:{holds.then}\W+)?{holds.leaving}\b")
_LEAVES_AFTER = pattern(r"\b{holds.leaving}\b[^.;,]{0,40}\bafter\s+(?:{holds.about} )?$")
#: "Beginners 10 seconds", "advanced students up to 2 minutes".
_OF_PRACTISERS = pattern(
    r"(?:^|[.;,] )\W*(?:for )?(?:{modification_words.experienced}(?: {attribute_words.practisers})?|{holds.in_time})"
    r"\W+(?:for )?(?:{holds.about} )?$"
)
#: A sentence that is nothing but a time: "Five breaths on each side."
_BARE_BEFORE = pattern(r"^\W*(?:{holds.leading}\W+)*$")
#: Breaths at the start of a sentence that goes on: "Ten slow breaths, then …".
_GOES_ON = re.compile(r"\s*[,;]")
_BARE_AFTER = pattern(r"\W*(?:{practice.sides}|/ ?side|each)?\W*$")
#: How one stays for "a few breaths", which are else only taken on the way.
_STAYING = pattern(r"\b{holds.staying}\b[^.;,]{0,60}(?<!take )(?<!taking )$")
_RESTING = pattern(r"\b{holds.resting}\b[^.;]{0,120}\bfor\s+(?:{holds.about} )?$")
#: What may stand between a pose and how long it is held.
_ITS_TIME = pattern(r"\W*(?:{holds.often}\W*)?(?:for\b)?\W*(?:{holds.about}\W*)?")
_IN_POSE = re.compile(r"\s*(?:in|into)\s+(?:the\s+|an?\s+)?", re.IGNORECASE)
_ANY_TEXT = words("holds.sections_of_growing") | {None}
#: "Do not hold it for more than …", "should not be practised for longer than …".
_LIMITED = pattern(r"\b{holds.never} (?:be )?{holds.limited}\b[^.;,]{0,30}\bfor {holds.longer} than\b")
_NEVER = pattern(r"{holds.never}\b")
#: Sections whose every time is one.
_OF_HOLDS = frozenset({"hold", "attributes"})
_NO_HOLDS = words("holds.sections_without_holds")
_FACTORS = {"s": 1, "min": 60, "h": 3600, "breath": 1}
_UNIT_NAMES = {"count": "counts", "s": "seconds", "min": "minutes", "h": "hours", "breath": "breaths"}


@dataclass(frozen=True, slots=True)
class _Length:
    """A time as it is told: from ``low`` up to ``high``, if there is a least and a most, each with its unit."""

    text: str
    low: tuple[float, str] | None = None
    high: tuple[float, str] | None = None

    def limits(self, *, breaths: bool) -> tuple[int | None, int | None]:
        """Return the least and the most number of seconds or breaths."""
        told = self.high or self.low
        if told is None or told[1] == "count" or (told[1] == "breath") != breaths:
            return None, None
        return _count(self.low) if self.low else None, _count(self.high) if self.high else None


@rule("hasHold")
def hold_time(passage: Passage, reader: Reader) -> Iterator[Claim]:
    """How long the pose is held, in seconds, minutes or breaths."""
    said = passage.sentence.text.casefold()
    if passage.section in _NO_HOLDS and not _LIMITED.search(said):
        return
    if not any(unit in said for unit in _UNIT_WORDS) and not _DIGIT.search(said):
        return
    for match in _RANGE.finditer(passage.sentence.text):
        lengths = [length for length in _lengths(match) if _may_be_held(length, passage)]
        if not lengths or not _is_hold(passage, match) or _is_of_other(passage, match, reader):
            continue
        if not _limits_somebody(passage, match):
            yield from (_hold(length, passage) for length in lengths)
    for match in _COUNT_OF.finditer(passage.sentence.text):
        before = passage.sentence.text[: match.start()]
        if _STAYING.search(before) and not _BREATHING.search(before):
            yield _hold(_Length(_told((_number(match.group("count")), _COUNT))), passage)


RULES = (hold_time,)


def _hold(length: _Length, passage: Passage) -> Hold:
    (min_seconds, max_seconds), (min_breaths, max_breaths) = (
        length.limits(breaths=False),
        length.limits(breaths=True),
    )
    return Hold(
        span=passage.span,
        rule=hold_time.name,
        text=length.text,
        min_seconds=min_seconds,
        max_seconds=max_seconds,
        min_breaths=min_breaths,
        max_breaths=max_breaths,
    )


def _may_be_held(length: _Length, passage: Passage) -> bool:
    """Say whether a pose may be held so long: not for no time, and for hours only if there is a word of staying."""
    if 0 in (length.limits(breaths=False)[1], length.limits(breaths=True)[1]):
        return False  # "0 seconds"
    longest = length.high or length.low
    if longest is None or longest[1] != "h":
        return True
    stays = passage.section in _OF_HOLDS or _STAYS.search(passage.sentence.text) is not None
    return stays and longest[0] <= _MOST_HOURS


def _is_hold(passage: Passage, match: re.Match[str]) -> bool:
    """Tell a hold from a wait, a rest or a count of rounds."""
    sentence = passage.sentence.text
    limited = match.group("at_most") is not None and _LIMITED.match(match.group("at_most")) is not None
    if limited or passage.section in _NO_HOLDS:
        return limited and not _NOT_AFTER.match(sentence, match.end())
    before = sentence[max(0, match.start() - 90) : match.start()]
    counted = (match.group("unit") or match.group("unit_low") or "").casefold() in _COUNTS
    if counted and (_BREATHING.search(before) or not _STAYING.search(before)):
        return False  # "breathe in for 4 counts"
    one_breath = (match.group("low") or "").casefold() in {"a", "an"} and "breath" in match.group()
    if one_breath and not _FOR.search(before):
        return False  # "maintain a slow, even breath"
    if _PAUSES.search(before) and _AGAIN.match(sentence, match.end()):
        return False  # "Relax for a few seconds and repeat"
    if passage.section in _ANY_TEXT and (_is_told(sentence, match, before) or _is_bare(sentence, match)):
        return True
    if _PASSIVE.search(before) and not _NOT_BEFORE.search(before):
        return True
    if _NOT_BEFORE.search(before) or _NOT_AFTER.match(sentence, match.end()):
        return False
    if passage.section in _OF_HOLDS:
        return True
    if match.group("few") and "breath" in match.group("unit_few").casefold():
        return _STAYING.search(before) is not None
    opens_step = passage.section == "steps" and _BARE_BEFORE.match(sentence[: match.start()]) is not None
    if opens_step or _HELD_FOR.search(before) or _RESTING.search(before):
        return True
    if _DONE_FOR.search(before) or _SETS.search(before) or _is_least_of_breaths(passage, match):
        return True
    return _HOLDING.search(before + sentence[match.end() : match.end() + 15]) is not None


def _limits_somebody(passage: Passage, match: re.Match[str]) -> bool:
    """Say whether a time is the most for those with a condition: "With asthma do not hold it for more than 5 s"."""
    start = passage.span.start + match.start()
    ill = any(unit.entry(CONDITION) for unit in passage.sentence.units if unit.start < start)
    return match.group("at_most") is not None and _NEVER.match(match.group("at_most")) is not None and ill


def _is_least_of_breaths(passage: Passage, match: re.Match[str]) -> bool:
    """Say whether a step tells a least number of breaths, which is always that of a hold: "minimum of 5 breaths"."""
    counted = "breath" in (match.group("unit_low") or match.group("unit") or "").casefold()
    return passage.section == "steps" and match.group("at_least") is not None and counted


def _is_told(sentence: str, match: re.Match[str], before: str) -> bool:
    """Say whether words tell a time to be that of the hold: "increase the time to …", "after … release"."""
    if _GROWS.search(before) or _STARTS_WITH.search(before) or _ENOUGH.match(sentence, match.end()):
        return True
    if _LEFT_AFTER.search(sentence[: match.start()]) and _LEAVES.match(sentence, match.end()):
        return True
    told = _LEAVES_AFTER.search(before) or _OF_PRACTISERS.search(before)
    if told and not _NOT_AFTER.match(sentence, match.end()):
        return True
    return match.group("at_most") is not None and _BUILDS.search(before) is not None


def _is_bare(sentence: str, match: re.Match[str]) -> bool:
    """Say whether a sentence is nothing but a time, or opens with breaths: "Ten slow breaths, then …"."""
    if not _BARE_BEFORE.match(sentence[: match.start()]):
        return False
    if not sentence[: match.start()].strip() and "breaths" in match.group() and _GOES_ON.match(sentence, match.end()):
        return True
    return _BARE_AFTER.match(sentence, match.end()) is not None and not _NOT_AFTER.match(sentence, match.end())


def _is_of_other(passage: Passage, match: re.Match[str], reader: Reader) -> bool:
    """Say whether a time is that of another pose, which is named just before or after it.

    "Rest in Corpse Pose for a minute", "Remain two minutes in Corpse Pose".
    """
    if passage.section == "hold":
        return False
    time, end = passage.span.start + match.start(), passage.span.start + match.end()
    mentions = reader.finder.find(reader.text, passage.span)
    following = next((mention for mention in mentions if mention.span.start >= end), None)
    if following is not None and _IN_POSE.fullmatch(reader.text, end, following.span.start):
        return following.term.iri != reader.subject.iri
    named = [mention for mention in mentions if mention.span.end <= time]
    if not named or named[-1].term.iri == reader.subject.iri:
        return False
    return _ITS_TIME.fullmatch(reader.text, named[-1].span.end, time) is not None


def _lengths(match: re.Match[str]) -> Iterator[_Length]:
    """Yield what a time tells: two lengths if it is told in breaths as well, "30 seconds or 5 breaths"."""
    told = _length(match)
    if told is not None:
        yield told
    elif not match.group("few"):
        times = [
            _whole(_number(match.group(number)), _unit(unit))
            for number, unit in (
                ("low", match.group("unit_low") or match.group("unit")),
                ("high", match.group("unit") or match.group("unit_low")),
                ("top", match.group("unit_top")),
            )
            if match.group(number) and unit
        ]
        seconds = [time for time in times if time[1] in _FACTORS and time[1] != "breath"]
        breaths = [time for time in times if time[1] == "breath"]
        if seconds and breaths:
            for same in (seconds, breaths):
                both = _range(same[0], same[-1]) if len(same) > 1 else _Length(_told(same[0]), same[0], same[0])
                yield from (one for one in (both,) if one is not None)


def _length(match: re.Match[str]) -> _Length | None:
    """Put a time into the form "30 s - 1 min", "5-10 breaths", "up to 10 min", "few seconds - 1 min"."""
    if match.group("few"):
        return _few(match)
    unit_word = match.group("unit") or match.group("unit_low")
    if unit_word is None:
        return None
    low = _whole(_number(match.group("low")), _unit(match.group("unit_low") or unit_word))
    if match.group("high") is None and match.group("top") is None:
        return None if match.group("unit") and match.group("unit_low") else _single(low, match)
    last, last_unit = match.group("high"), match.group("unit") or match.group("unit_low")
    if match.group("top"):
        last, last_unit = match.group("top"), match.group("unit_top")  # "25 to 30 seconds to a minute"
    high = _whole(_number(last), _unit(last_unit))
    return _range(low, high)


def _whole(number: float, unit: str) -> tuple[float, str]:
    """Tell a part of a minute or hour in the next smaller unit: half a minute is 30 seconds."""
    smaller = {"min": "s", "h": "min"}.get(unit)
    return (number * 60, smaller) if smaller and number < 1 else (number, unit)


def _few(match: re.Match[str]) -> _Length:
    few = f"{match.group('how_many').casefold()} {_UNIT_NAMES[_unit(match.group('unit_few'))]}"
    if match.group("high_few") is None:
        return _Length(few)
    high = _number(match.group("high_few")), _unit(match.group("unit_high_few"))
    return _Length(f"{few} - {_told(high)}", high=high)


def _single(time: tuple[float, str], match: re.Match[str]) -> _Length:
    if match.group("at_most"):
        return _Length(f"up to {_told(time)}", high=time)
    if match.group("at_least") or match.group("or_more"):
        return _Length(f"at least {_told(time)}", low=time)
    return _Length(_told(time), low=time, high=time)


def _range(low: tuple[float, str], high: tuple[float, str]) -> _Length | None:
    if low[1] == high[1]:
        return _Length(f"{_plain(low[0])}-{_told(high)}", low, high) if low[0] <= high[0] else None
    if not {"breath", "count"}.isdisjoint((low[1], high[1])):
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
    if plain in _COUNTS:
        return "count"
    if "min" in plain:
        return "min"
    return "h" if "hour" in plain else "s"


def _told(time: tuple[float, str]) -> str:
    number, unit = time
    if unit == "count":
        unit = "counts"
    if unit == "breath":
        unit = "breath" if number == 1 else "breaths"
    return f"{_plain(number)} {unit}"


def _plain(number: float) -> str:
    return str(int(number)) if number == int(number) else str(number)
