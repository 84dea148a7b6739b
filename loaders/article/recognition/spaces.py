"""Words that lost the blanks between them when a page was copied: "kneeorankleinjury"."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from itertools import pairwise

from yogakg.lexicon import Token, fold_word

_GLUED = re.compile(r"[a-z](?:[,;:!?](?=[A-Za-z])|\.(?=[A-Z][a-z])|[a-z](?=[A-Z][a-z]{2}))|\b[a-z]{22,}\b")
#: A text has lost its blanks if they miss in so many places, and so often.
_PLACES = 4
_RARITY = 1500
#: Letters in the longest word, and in the shortest that may be several.
_LONGEST = 24
_SHORTEST = 6


def has_lost_blanks(text: str) -> bool:
    """Say whether a text has lost blanks in several places, so that unknown words may be several words."""
    return sum(1 for _ in _GLUED.finditer(text)) >= max(_PLACES, len(text) // _RARITY)


def part(tokens: Iterable[Token], known: Collection[str]) -> Iterator[Token]:
    """Part unknown tokens that are made of known words, the fewest and longest, and pass on all others."""
    for token in tokens:
        whole = len(token.text) < _SHORTEST or token.norm in known or not token.text.isalpha()
        edges = [] if whole else _edges(token.text, known)
        if not edges:
            yield token
        for first, last in pairwise(edges):
            word = token.text[first:last]
            yield Token(word, fold_word(word), token.start + first, token.start + last)


def _edges(word: str, known: Collection[str]) -> list[int]:
    """Return the edges of the fewest known words that make up a word; none if there are no such words."""
    fewest = {0: 0}
    before: dict[int, int] = {}
    for end in range(1, len(word) + 1):
        for start in range(max(0, end - _LONGEST), end):
            if start not in fewest or fewest[start] + 1 >= fewest.get(end, len(word) + 1):
                continue
            if _is_known(word[start:end].casefold(), known):
                fewest[end], before[end] = fewest[start] + 1, start
    if len(word) not in fewest:
        return []
    edges = [len(word)]
    while edges[0] > 0:
        edges.insert(0, before[edges[0]])
    return edges


def _is_known(word: str, known: Collection[str]) -> bool:
    return (len(word) > 1 or word == "a") and fold_word(word) in known
