"""Running text to sentences."""

from __future__ import annotations

import re
from collections.abc import Iterator

from yogakg.facts import Span
from yogakg.loaders.article.recognition.words import words

#: No sentence has more characters; a longer one is parted, so that the work on a text grows with its size alone.
LONGEST = 2000

_ABBREVIATIONS = words("sentences.abbreviations")
#: Abbreviations before a number only: "no." may also be an answer.
_NUMBERING = words("sentences.numbering")
#: Marks of references belong to the sentence that they follow: "… in teachers.[4] Manuals advise …".
#: It opens with the characters that may end a sentence, so that all others are passed over fast.
_END = re.compile(
    r"[.!?…;\n](?:(?<=\n)\n+|(?:(?<=;)|(?<=[.!?…])(?<![.!?…][.!?…])[.!?…]*[\"”'’)\]]*(?:\[\d{1,3}\])*)(?=\s|$|[A-Z•]))"
)
#: What a list follows, whatever mark stands between: "contraindications are the following; hernia, …".
_LED_ON = re.compile(r"\b(?:following|as follows|are|include|includes)\s*$", re.I)
_LAST_WORD = re.compile(r"[\w.]+$")
_OPENING = "*_\u200b\ufeff"
_CLOSING = "*_;\u200b"


def sentences(text: str, span: Span, *, semicolons: bool = False) -> Iterator[Span]:
    """Split a run of text into sentences; semicolons end one too if asked."""
    start = span.start
    for match in _END.finditer(text, span.start, span.end):
        if match.group() == ";" and not (semicolons and _parts(text, start, match.start())):
            continue
        if match.group().startswith(".") and match.end() < span.end and _goes_on(text, start, match):
            continue
        yield from _trimmed(text, start, match.end())
        start = match.end()
    yield from _trimmed(text, start, span.end)


def _parts(text: str, start: int, place: int) -> bool:
    """Say whether a semicolon parts two clauses: not after "the following", nor within parentheses."""
    opened = text.count("(", start, place) > text.count(")", start, place)
    return not opened and _LED_ON.search(text, start, place) is None


def _goes_on(text: str, start: int, period: re.Match[str]) -> bool:
    """Say whether a sentence goes on after a period: after an abbreviation or an initial, or in small letters."""
    last = _LAST_WORD.search(text, max(start, period.start() - 20), period.start())
    word = last.group() if last else ""
    if word.casefold() in _NUMBERING:
        return text[period.end() : period.end() + 3].lstrip()[:1].isdigit()
    if word.casefold() in _ABBREVIATIONS or (len(word) == 1 and word.isupper()):
        return True
    following = text[period.end() : period.end() + 3].lstrip()[:1]
    return period.group() == "." and following.islower() and text[period.end()] != "\n"


def _trimmed(text: str, start: int, end: int) -> Iterator[Span]:
    """Give a sentence without the blanks and emphasis around it, in parts if it is over-long."""
    while start < end and (text[start].isspace() or text[start] in _OPENING):
        start += 1
    while end > start and (text[end - 1].isspace() or text[end - 1] in _CLOSING):
        end -= 1
    while end - start > LONGEST:
        blank = text.rfind(" ", start, start + LONGEST)
        cut = blank if blank > start else start + LONGEST
        yield Span(start, cut)
        start = cut + 1 if cut == blank else cut
    if start < end:
        yield Span(start, end)
