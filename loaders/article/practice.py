"""How a pose is done: steps, breath, holds, sides."""

from __future__ import annotations

import re
from collections.abc import Iterator

from yogakg.loaders.article.context import Passage, Reader, rule_name

from yogakg.facts import Asymmetry, BreathingInstruction, Hold, Span, Step

_INHALE = re.compile(r"\b(?:inhal\w*|breath(?:e|ing) in|in-?breath)\b", re.I)
_EXHALE = re.compile(r"\b(?:exhal\w*|breath(?:e|ing) out|out-?breath)\b", re.I)
_RETAIN = re.compile(r"\b(?:hold(?:ing)?|retain(?:ing)?|retention of|suspend)\s+(?:your |the |their )?breath\b", re.I)
_STEADY = re.compile(
    r"\b(?:(?:steady|even|slow|normal|natural|deep|smooth|calm|gentle|regular|long|full|rhythmic|relaxed)[\w, -]{0,25}\bbreath(?:s|ing|e)?"
    r"|breath(?:e|ing)\s+(?:\w+\s+){0,2}?(?:normally|deeply|evenly|slowly|steadily|naturally|freely|smoothly|calmly|gently)|keep breathing|continue (?:to breathe|breathing))\b",
    re.I,
)


def step_breath(text: str) -> str | None:
    """Return the first breath action that an instruction names, as a local name of the ontology."""
    found = [
        (m.start(), name)
        for pattern, name in ((_INHALE, "Inhale"), (_EXHALE, "Exhale"), (_RETAIN, "Retain"), (_STEADY, "SteadyBreath"))
        if (m := pattern.search(text))
    ]
    return min(found)[1] if found else None


def step_side(text: str) -> str | None:
    """Return the side that an instruction is for, where it names one for the whole of it."""
    return "OtherSide" if _OTHER_SIDE.search(text) else None


def step_item(span: Span, text: str, position: int) -> Step:
    """An item of a section about how the pose is done."""
    return Step(
        span=span,
        rule=rule_name(step_item),
        position=position,
        text=text,
        breath=step_breath(text),
        side=step_side(text),
    )


_OTHER_SIDE = re.compile(
    r"\b(?:(?:repeat|switch|change|do|perform|practi[cs]e|same|mirror|reverse|alternate|swap|then)\b[^.;]{0,60}?\b(?:other|opposite|second|left|right|each|both|alternate)\s+(?:\w+\s+)?(?:side|leg|arm|foot|hand|knee|direction)s?"
    r"|(?:switch|change|swap|alternate|alternating)\s+(?:the\s+)?(?:sides|legs|arms|feet)|on (?:each|both|either) sides?|per side|/side|a side\b|each side|(?:with|to|on) the (?:other|opposite) (?:side|leg|arm|foot|direction)|(?:the )?other side)\b",
    re.I,
)


def repeated_on_other_side(passage: Passage, reader: Reader) -> Iterator[Asymmetry]:
    """The pose is repeated on the other side, so it has one."""
    if passage.section in {"contraindications", "preparation", "follow_up", "counter", "progression", "benefits"}:
        return
    match = _OTHER_SIDE.search(passage.sentence.text)
    if match and re.search(
        r"\b(repeat|switch|change|swap|alternat\w+|reverse|same|mirror|each side|both sides|per side|other side|do|practi[cs]e|perform)",
        match.group(),
        re.I,
    ):
        yield Asymmetry(span=passage.span, rule=rule_name(repeated_on_other_side))


_NUMBERS = {
    "a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10, "twelve": 12,
    "fifteen": 15, "twenty": 20, "thirty": 30, "forty": 40, "forty five": 45, "sixty": 60, "ninety": 90, "half a": 0.5, "couple of": 2, "a couple of": 2,
}  # fmt: skip
_NUMBER = r"(?:\d+(?:\.\d+)?|½|(?:a|an|one|two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|twenty|thirty|forty[ -]five|forty|sixty|ninety|half a|a couple of|couple of))"
_UNIT = r"(?:seconds?|secs?\b\.?|minutes?|mins?\b\.?|hours?|(?:(?:full|deep|slow|long|even|complete|steady|conscious|calm|yogic|ujjayi|rounds of|cycles of)[ ,]+(?:and )?)*breaths?|breath cycles?|breathing cycles?|inhalations|(?<=\d)\s?s\b)"
_RANGE = re.compile(
    rf"(?P<few>\b(?:a )?few {_UNIT}|\bseveral {_UNIT})(?:[,]?\s*(?:to|and|or|up to|[-–—])\s*(?:(?:up to|as long as)\s+)?(?P<high0>{_NUMBER})[\s-]*(?P<unit0>{_UNIT}))?"
    rf"|(?P<upto>\b(?:up to|for up to|as long as|maximum of|max|at most|no more than|not more than)\s+)?\b(?P<low>{_NUMBER})(?:\s*-?\s*(?P<unitlow>{_UNIT}))?"
    rf"(?:\s*(?:to|or|[-–—]|and up to|up to|and)\s*(?:up to\s+)?(?P<high>{_NUMBER}))?[\s-]*(?P<unit>{_UNIT})?",
    re.I,
)
_HOLDING = re.compile(
    r"\b(?:hold|holding|held|stay|staying|remain|remaining|maintain|keep|kept|here|there|linger|duration|retain|breathe|take|relax|rest here|hang|last|lasts|will do|build up|pause)\b|\b(?:pose|position|posture|asana|stretch)\s+for\s+(?:about |around |at least )?$",
    re.I,
)
#: What shows that a time is no hold: a wait, a rest, an interval; counts of rounds and days.
_NOT_BEFORE = re.compile(
    r"\b(?:every|wait|rest(?:ing)? (?:of|for)|after(?: a meal for)?|within|at age|take a|step(?: your feet)?|apart|add|about an?|least)\s*$|\b(?:wait|meal|eat(?:en|ing)?)\b[^.;,]{0,30}$",
    re.I,
)
_NOT_AFTER = re.compile(
    r"[\s,]*(?:or more |more )?(?:times\b|reps\b|repetitions|rounds|sets|before\b|after (?:a |your )?(?:meal|eating|dinner)|a day|per day|daily|every day|each day|a week|ago|apart|old|of rest|of practice|rest\b|between|later|away|until|in and out)",
    re.I,
)


def hold_time(passage: Passage, reader: Reader) -> Iterator[Hold]:
    """How long the pose is held, in seconds, minutes or breaths."""
    sentence = passage.sentence.text
    if passage.section in {"benefits", "contraindications", "preparation", "follow_up", "counter"}:
        return
    attribute = passage.section == "hold"
    for match in _RANGE.finditer(sentence):
        hold = _normal_hold(match)
        if hold is None:
            continue
        before, after = sentence[: match.start()], sentence[match.end() :]
        if _NOT_BEFORE.search(before) or _NOT_AFTER.match(after):
            continue
        opens = passage.section == "steps" and not re.search(r"\w", before)
        if not attribute and not opens and not _HOLDING.search(before[-90:] + after[:15]):
            continue
        text, seconds, breaths = hold
        span = Span(passage.span.start, passage.span.end)
        yield Hold(
            span=span, rule=rule_name(hold_time), text=text,
            min_seconds=seconds[0] if seconds else None, max_seconds=seconds[1] if seconds else None,
            min_breaths=breaths[0] if breaths else None, max_breaths=breaths[1] if breaths else None,
        )  # fmt: skip


def _number(words: str) -> float:
    word = words.casefold().replace("-", " ").strip()
    if word == "½":
        return 0.5
    return float(word) if word[0].isdigit() else _NUMBERS[word]


def _normal_hold(
    match: re.Match[str],
) -> tuple[str, tuple[int | None, int] | None, tuple[int | None, int] | None] | None:
    """Put a time into the form "30 s - 1 min", "5-10 breaths", "up to 10 min", "few seconds - 1 min"."""
    if match.group("few"):
        unit = _unit(match.group("few"))
        high, high_unit = match.group("high0"), match.group("unit0")
        if high is None:
            if unit == "breath":
                return "few breaths", None, None
            return f"few {'seconds' if unit == 's' else 'minutes' if unit == 'min' else 'hours'}", None, None
        top = _number(high)
        name = {"s": "seconds", "min": "minutes", "h": "hours", "breath": "breaths"}[unit]
        return f"few {name} - {_plain(top)} {_short(_unit(high_unit), top)}", *_limits(
            None, None, top, _unit(high_unit)
        )
    unit_word = match.group("unit") or match.group("unitlow")
    if unit_word is None:
        return None
    low, low_unit = _number(match.group("low")), _unit(match.group("unitlow") or unit_word)
    high_word = match.group("high")
    high_unit = _unit(unit_word)
    if high_word is None:
        if match.group("unit") and match.group("unitlow"):
            return None
        if match.group("upto"):
            return f"up to {_plain(low)} {_short(low_unit, low)}", *_limits(None, None, low, low_unit)
        return f"{_plain(low)} {_short(low_unit, low)}", *_limits(low, low_unit, low, low_unit)
    high = _number(high_word)
    if match.group("unit") is None:
        high_unit = low_unit
    if low_unit == high_unit:
        if high < low:
            return None
        return f"{_plain(low)}-{_plain(high)} {_short(high_unit, high)}", *_limits(low, low_unit, high, high_unit)
    if "breath" in (low_unit, high_unit):
        return None
    return f"{_plain(low)} {_short(low_unit, low)} - {_plain(high)} {_short(high_unit, high)}", *_limits(
        low, low_unit, high, high_unit
    )


def _limits(
    low: float | None, low_unit: str | None, high: float, high_unit: str
) -> tuple[tuple[int | None, int] | None, tuple[int | None, int] | None]:
    factor = {"s": 1, "min": 60, "h": 3600, "breath": 1}
    bottom = None if low is None or low_unit is None else round(low * factor[low_unit])
    pair = (bottom, round(high * factor[high_unit]))
    return (None, pair) if high_unit == "breath" else (pair, None)


def _unit(word: str) -> str:
    plain = word.casefold()
    if "breath" in plain or "inhalation" in plain:
        return "breath"
    if "min" in plain:
        return "min"
    return "h" if "hour" in plain else "s"


def _short(unit: str, count: float) -> str:
    return ("breath" if count == 1 else "breaths") if unit == "breath" else unit


def _plain(number: float) -> str:
    return str(int(number)) if number == int(number) else str(number)


def breathing_instruction(passage: Passage, reader: Reader) -> Iterator[BreathingInstruction]:
    """How to breathe throughout the pose, told outside the steps or in a section about breathing."""
    if (
        passage.section in {"steps", "benefits", "contraindications", "preparation", "follow_up"}
        and passage.kind == "item"
    ):
        return
    if passage.section in {"benefits", "contraindications"}:
        return
    text = passage.sentence.text
    found = [
        (m.start(), m.end(), name)
        for pattern, name in ((_RETAIN, "Retain"), (_STEADY, "SteadyBreath"))
        if (m := pattern.search(text))
    ]
    if not found or not re.search(
        r"\b(?:hold|holding|would|aim|keep|should|can|try|continue|breathe|breathing|take|maintain|focus|remember)\b",
        text,
        re.I,
    ):
        return
    _, _, name = min(found)
    circumstance = None
    lowered = text.casefold()
    if "traditionally" in lowered:
        circumstance = "traditional practice"
    if match := re.search(r"\b(?:if|when|while) you (?:hold|stay in|remain in|keep)\b[^,.;]*", text, re.I):
        circumstance = match.group().strip()
    yield BreathingInstruction(
        span=passage.span, rule=rule_name(breathing_instruction), text=text, breath=name, circumstance=circumstance
    )


RULES = (repeated_on_other_side, hold_time, breathing_instruction)
