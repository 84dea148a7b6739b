"""Sentences as rows of units: the names of things and the cue words in them, longest first."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from yogakg.facts import Span
from yogakg.lexicon import Entry, Lexicon, PhraseMatcher, Token, fold
from yogakg.loaders.article.cues import Cue, Cues
from yogakg.loaders.article.words import pattern

_HEAD_FIRST = pattern(r"{mentions.heads_first} {mentions.head_links} ")
_JOINING = frozenset(",&/+")


@dataclass(frozen=True, slots=True)
class Unit:
    """One or more tokens with a meaning: entries of the vocabulary, cues, or neither."""

    text: str
    norm: str
    start: int
    end: int
    entries: tuple[Entry, ...] = ()
    cues: tuple[Cue, ...] = ()

    def entry(self, *families: str) -> Entry | None:
        """Return the entry of one of the families, in the order asked."""
        for family in families:
            for entry in self.entries:
                if entry.family == family:
                    return entry
        return None

    def cue(self, role: str, value: str | None = None) -> Cue | None:
        """Return the cue of a role, and of a value if one is given."""
        for cue in self.cues:
            if cue.role == role and value in (None, cue.value):
                return cue
        return None

    @property
    def is_plain(self) -> bool:
        """Whether the unit is neither a name nor a cue."""
        return not self.entries and not self.cues

    @property
    def joins(self) -> bool:
        """Whether the unit parts the members of a list: a comma, slash, plus or ampersand, or a word such as "and"."""
        return self.norm in _JOINING or self.cue("glue.and") is not None

    @property
    def is_word(self) -> bool:
        """Whether the unit is more than a mark."""
        return self.norm[0].isalnum()


class Sentence:
    """A sentence with its tokens and units."""

    def __init__(self, text: str, span: Span, lexicon: Lexicon, cues: Cues) -> None:
        self.text = text[span.start : span.end]
        self.span = span
        self.lexicon = lexicon
        tokens = cues.tokenize(text, span.start, span.end)
        self.units = _units(text, tokens, vocabulary(lexicon).find(tokens), cues.matcher.find(tokens))

    def before(self, index: int) -> str:
        """Return the characters before a unit."""
        return self.text[: self.units[index].start - self.span.start]


@cache
def vocabulary(lexicon: Lexicon) -> PhraseMatcher[Entry]:
    """Return the names of the vocabulary, but for those with a head noun before a region ("injury to the knee").

    These are composed while lists are read, since a list may follow: "injury to the knee, hip or back".
    """
    return PhraseMatcher(
        (name, entry)
        for entry in lexicon
        for name in (*entry.labels, *entry.hidden)
        if not _HEAD_FIRST.match(fold(name)) and not (entry.family == "BodyRegion" and " and " in name)
    )


class _Match(NamedTuple):
    """Names and cues over the tokens up to ``last``."""

    last: int
    entries: tuple[Entry, ...] = ()
    cues: tuple[Cue, ...] = ()


def _units(
    text: str,
    tokens: Sequence[Token],
    named: Iterable[tuple[int, int, tuple[Entry, ...]]],
    cued: Iterable[tuple[int, int, tuple[Cue, ...]]],
) -> tuple[Unit, ...]:
    """Lay names and cues over the tokens: from left to right, the longer one first; equal ones share a unit."""
    matches: dict[int, list[_Match]] = {}
    for first, last, entries in named:
        matches[first] = [_Match(last, entries=entries)]
    for first, last, cues in cued:
        matches.setdefault(first, []).append(_Match(last, cues=cues))
    units = []
    index = 0
    while index < len(tokens):
        found = matches.get(index)
        if found is None:
            _, norm, start, end = tokens[index]
            units.append(Unit(text[start:end], norm, start, end))
            index += 1
            continue
        last = found[0].last if len(found) == 1 else max(found[0].last, found[1].last)
        longest = [match for match in found if match.last == last]
        units.append(_unit(text, tokens[index:last], longest))
        index = last
    return tuple(units)


def _unit(text: str, run: Sequence[Token], matches: Sequence[_Match]) -> Unit:
    start, end = run[0].start, run[-1].end
    norm = run[0].norm if len(run) == 1 else " ".join(token.norm for token in run)
    entries = tuple(entry for match in matches for entry in match.entries)
    cues = tuple(cue for match in matches for cue in match.cues)
    return Unit(text[start:end], norm, start, end, entries, cues)
