"""Sentences as rows of units: the names of things and the cue words in them, longest first."""

from __future__ import annotations

from collections.abc import Iterable, Sequence, Set
from functools import cache, cached_property
from typing import NamedTuple

from yogakg.facts import Span
from yogakg.lexicon import Entry, Lexicon, Line, PhraseMatcher, Token, fold
from yogakg.loaders.article.cues import Cue, Cues
from yogakg.loaders.article.words import pattern

_HEAD_FIRST = pattern(r"{mentions.heads_first} {mentions.head_links} ")
_JOINING = frozenset(",&/+")


class Unit(NamedTuple):
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
        line = Line(tokens)
        named, cued = vocabulary(lexicon).find_in_line(line), cues.matcher.find_in_line(line)
        self.units = _units(text, tokens, named, cued)
        #: The families and roles that units may have; rules ask for many that none has.
        self._families = {entry.family for _, _, entries in named for entry in entries}
        self._roles = {cue.role for _, _, found in cued for cue in found}

    @cached_property
    def _norms(self) -> set[str]:
        return {unit.norm for unit in self.units}

    def named(self, *families: str) -> Sequence[int]:
        """Return the places of the units that name a thing of some families."""
        if self._families.isdisjoint(families):
            return ()
        return [place for place, unit in enumerate(self.units) if unit.entry(*families)]

    def cued(self, role: str, value: str | None = None) -> Sequence[int]:
        """Return the places of the units with a cue of a role, and of a value if one is given."""
        if role not in self._roles:
            return ()
        return [place for place, unit in enumerate(self.units) if unit.cue(role, value)]

    def worded(self, words: Set[str]) -> Sequence[int]:
        """Return the places of the units that are one of some folded words."""
        if self._norms.isdisjoint(words):
            return ()
        return [place for place, unit in enumerate(self.units) if unit.norm in words]

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


def _units(
    text: str,
    tokens: Sequence[Token],
    named: Iterable[tuple[int, int, tuple[Entry, ...]]],
    cued: Iterable[tuple[int, int, tuple[Cue, ...]]],
) -> tuple[Unit, ...]:
    """Lay names and cues over the tokens: from left to right, the longer one first; equal ones share a unit."""
    names = {first: (last, entries) for first, last, entries in named}
    roles = {first: (last, cues) for first, last, cues in cued}
    units = []
    index = 0
    while index < len(tokens):
        word, norm, start, end = tokens[index]
        last_named, entries = names.get(index, (0, ()))
        last_cued, cues = roles.get(index, (0, ()))
        last = max(index + 1, last_named, last_cued)
        if last > index + 1:
            end = tokens[last - 1].end
            word, norm = text[start:end], " ".join([token.norm for token in tokens[index:last]])
        units.append(
            Unit(word, norm, start, end, entries if last_named == last else (), cues if last_cued == last else ())
        )
        index = last
    return tuple(units)
