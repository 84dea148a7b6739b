"""Words that lost the blanks between them when a page was copied: "kneeorankleinjury"."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator

from yogakg.lexicon import Token, fold_word

_GLUED = re.compile(r"[a-z][,;:!?](?=[A-Za-z])|[a-z]\.(?=[A-Z][a-z])|[a-z]{2}(?=[A-Z][a-z]{2})|\b[a-z]{22,}\b")
_LONGEST = 24


def has_lost_blanks(text: str) -> bool:
    """Say whether a text has lost blanks in several places, so that unknown words may be several words."""
    return sum(1 for _ in _GLUED.finditer(text)) >= max(4, len(text) // 1500)


def part(tokens: Iterable[Token], known: Collection[str]) -> Iterator[Token]:
    """Part unknown tokens that are made of known words, the fewest and longest, and pass on all others."""
    for token in tokens:
        if len(token.text) < 6 or len(token.text) > 200 or token.norm in known or not token.text.isalpha():
            yield token
            continue
        cuts = _cuts(token.text, known)
        if cuts is None:
            yield token
            continue
        for first, last in zip(cuts, cuts[1:], strict=False):
            word = token.text[first:last]
            yield Token(word, fold_word(word), token.start + first, token.start + last)


def _cuts(word: str, known: Collection[str]) -> list[int] | None:
    """Return the edges of the fewest known words that make up a word, or None."""
    lower = word.casefold()
    best: list[tuple[int, int] | None] = [(0, 0), *([None] * len(lower))]
    for end in range(1, len(lower) + 1):
        for start in range(max(0, end - _LONGEST), end):
            before = best[start]
            if before is None or (end - start == 1 and lower[start:end] != "a"):
                continue
            if fold_word(lower[start:end]) in known and (best[end] is None or before[0] + 1 < best[end][0]):  # type: ignore[index]
                best[end] = (before[0] + 1, start)
    if best[len(lower)] is None:
        return None
    edges = [len(lower)]
    while edges[-1] > 0:
        edges.append(best[edges[-1]][1])  # type: ignore[index]
    return edges[::-1]
