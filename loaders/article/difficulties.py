"""Difficulties in a pose, put into plain names: "cannot reach foot", "tight hip", "head does not reach knee"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from yogakg.loaders.article.coordination import REGION
from yogakg.loaders.article.mentions import Unit

_CANNOT = re.compile(
    r"\b(?:cannot|can not|can't|cant|couldn't|could not|unable to|not able to|isn't able to|aren't able to|hard time|struggle to|struggle with|(?:have )?trouble|(?:have )?difficulty(?: in)?"
    r"|(?:find it )?(?:too )?(?:difficult|hard) (?:to|for you to)|isn't possible to|impossible to)\b\s*"
)
_NEGATED = re.compile(r"\b(?:does not|do not|will not|is not|are not|cannot|not|never)\b")
_VERBS = r"(?:is|are|feel|feels|get|gets|become|becomes|seem|seems|tend to be|remain|stay)"
_DROPPED = frozenset(
    ["the", "a", "an", "your", "their", "his", "her", "my", "its", "our", "yet", "quite", "very", "comfortably", "easily", "all", "way", "fully", "completely", "down", "up", "just", "still", "really", "also", "both", "entire", "own", "that", "this", "too", "back", "at", "first", "enough", "properly", "be", "able", "any", "some", "so", "much", "little", "bit", "yourself", "there", "it"]
)
_COMPLAINS = re.compile(
    r"\b(?:hurts?|complains?|aches?|protests?|bothers? you|is painful|are painful|is sore|are sore|grumbles?)\b"
)
_STEMS = {
    "tire": "tired",
    "tires": "tired",
    "wobble": "wobbly",
    "wobbles": "wobbly",
    "slip": "slip",
    "balancing": "balance",
}
_QUALITY = {"tense": "tight", "inflexible": "tight", "tightness": "tight", "stiffness": "stiff"}


def expand(words: str) -> str:
    """Write contractions out, in lower case.

    >>> expand("Your head doesn’t reach")
    'your head does not reach'
    """
    plain = words.casefold().replace("’", "'")
    for short, long in (
        ("doesn't", "does not"),
        ("don't", "do not"),
        ("won't", "will not"),
        ("isn't", "is not"),
        ("aren't", "are not"),
        ("can't", "cannot"),
        ("can not", "cannot"),
        ("you're", "you are"),
    ):
        plain = plain.replace(short, long)
    return " ".join(re.findall(r"[\w'/-]+", plain))


def names_of_difficulty(units: tuple[Unit, ...]) -> tuple[str, ...]:
    """Return the names of a difficulty that a clause tells, the plainest first; none if it tells none."""
    words = expand(" ".join(u.text for u in units))
    return tuple(dict.fromkeys(name for name in _names(words, units) if 1 < len(name) <= 60))


def _names(words: str, units: tuple[Unit, ...]) -> Iterator[str]:
    regions = [u for u in units if u.entry(REGION)]
    nouns = [u.text.casefold() for u in units if u.entry(REGION) or u.norm in {"floor", "ground", "mat", "wall"}]
    match = _CANNOT.search(words)
    # "You cannot reach your foot", "reaching the foot is difficult"
    if match:
        rest = _content(words[match.end() :])
        subject = [w for w in _content(words[: match.start()]) if w not in {"you", "find", "have", "if", "are", "it"}]
        verb = rest[0] if rest else ""
        if rest:
            if not subject:
                yield " ".join(["cannot", *rest[:6]])
                if len(nouns) > 0 and verb:
                    yield f"cannot {verb} {nouns[0]}"
                    short = [w for w in rest if w not in _LINKS]
                    yield " ".join(["cannot", *short[:3]])
            else:
                yield " ".join([*subject[-2:], "cannot", *rest[:4]])
                yield " ".join([*subject[-2:], "does not", *rest[:4]])
                if nouns and nouns[-1] not in subject:
                    yield f"cannot {verb} {nouns[-1]}"
    # "Your head does not reach down to meet the knee", "hands not touching the floor"
    negated = _NEGATED.search(words)
    if negated and not match:
        subject = [w for w in _content(words[: negated.start()]) if w != "you"]
        rest = _content(words[negated.end() :])
        if (
            rest
            and (not subject or subject[-1] in {"it", "they", "that"})
            and nouns
            and _base(rest[0]) in {"reach", "touch", "come", "meet", "get"}
        ):
            yield f"cannot reach {nouns[-1]}"
        if subject and rest:
            verb = rest[0]
            base = _base(verb)
            number = "do not" if subject[-1].endswith("s") and not subject[-1].endswith("ss") else "does not"
            target = next((n for n in reversed(nouns) if n not in subject), None)
            if target:
                yield f"{subject[-1]} {number} {base} {target}"
                yield f"{' '.join(subject[-2:])} {number} {base} {target}"
                if base in {"reach", "touch", "come", "meet", "get"}:
                    yield f"{subject[-1]} does not reach {target}"
                    yield f"cannot reach {target}"
                    yield f"cannot reach {target} with {subject[-1]}"
            yield " ".join([*subject[-2:], number, base, *rest[1:4]])
    # "Your hips are tight", "the hip of the bent leg feels tense", "jammed shoulders", "you have tight hips"
    if regions and not negated and not match:
        region = regions[0]
        entry = region.entry(REGION)
        label = entry.label if entry else region.norm
        own = region.text.casefold()
        after = re.search(
            rf"\b{re.escape(own)}\b(?: (?:of|in|on) (?:\w+ ){{1,3}}?)?(?: {_VERBS})? (?:too |very |a bit |a little |rather |so |quite |particularly )?(\w+)",
            words,
        )
        before = re.search(rf"(\w+) (?:\w+ and )?{re.escape(own)}\b", words)
        verbal = re.search(
            rf"\b{_VERBS} (?:too |very |a bit |a little |rather |so |quite |particularly |really )?(\w+)", words
        )
        qualities = [m.group(1) for m in (verbal, after, before) if m]
        for quality in qualities:
            quality = _STEMS.get(quality, _QUALITY.get(quality, quality))
            if quality in _DROPPED or quality in _NOT_QUALITIES or quality in nouns:
                continue
            yield f"{quality} {label}"
            yield f"{quality} {own}"
            if quality in {"tight", "stiff"}:
                yield f"{label} tension"
                yield f"{label} tightness"
                yield f"{'stiff' if quality == 'tight' else 'tight'} {label}"
            if quality in {"sore", "painful", "uncomfortable", "sensitive", "tender"}:
                yield f"{label} discomfort"
                yield f"{label} pain"
        if _COMPLAINS.search(words):
            yield f"{label} pain"
            yield f"{label} discomfort"
            yield f"sore {label}"
    if re.search(
        r"\b(?:unsteady|unstable|wobbl\w+|los(?:e|ing) (?:your )?balance|balanc\w+|tip over|fall over)\b", words
    ):
        yield "poor balance"
        yield "difficulty balancing"
    if re.search(r"\b(?:afraid|fear|scared|nervous)\b", words) and "fall" in words:
        yield "fear of falling"
    if intense := re.search(r"\btoo (intense|much|difficult|challenging|deep|hard|strong|easy)\b", words):
        yield f"too {intense.group(1)}"
    plain = [
        w
        for w in _content(words)
        if w not in {"you", "have", "are", "feel", "is", "if", "when", "feeling", "experience", "for"}
    ]
    if 1 <= len(plain) <= 6:
        yield " ".join(plain)


_LINKS = frozenset(["with", "to", "in", "on", "of", "from", "for", "by", "without"])
_NOT_QUALITIES = frozenset(
    ["of", "in", "on", "and", "or", "to", "with", "you", "have", "feel", "feels", "are", "is", "get", "not", "does", "do", "under", "for", "from", "into", "off", "come", "comes", "both", "if", "when", "front", "end", "having", "two", "one", "each", "more", "other", "than", "over", "through", "lower", "upper", "bent", "straight", "front", "top", "behind", "away", "bottom", "standing", "lifted"]
)


def _base(verb: str) -> str:
    if verb.endswith("ing") and len(verb) > 5:
        return {"reaching": "reach", "touching": "touch", "coming": "come", "meeting": "meet", "getting": "get"}.get(
            verb, verb[:-3]
        )
    return verb


def _content(words: str) -> list[str]:
    return [w for w in words.split() if w not in _DROPPED]
