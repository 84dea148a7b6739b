"""Sentences as rows of units: the names of things and the cue words in them, longest first."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from yogakg.loaders.article.cues import Cue, Cues

from yogakg.facts import Span
from yogakg.lexicon import Entry, Lexicon, PhraseMatcher, Token, fold

_ABBREVIATIONS = frozenset(
    ["e.g", "i.e", "eg", "ie", "alt", "dr", "st", "mr", "mrs", "ms", "vs", "no", "approx", "etc", "cf", "pron", "lit", "skt", "sanskr", "fig", "ca", "min", "sec", "a.k.a"]
)
_HEAD_FIRST = re.compile(
    r"(?:injury|pain|surgery|strain|sprain|tear|fracture|operation|ache|tension|stiffness|tightness|problem|swelling|inflammation|flexibility|mobility|strength|range of motion|circulation|blood flow|movement) (?:to|of|in|on) "
)
_JOINING = frozenset(",&/+")
_END = re.compile(r"(?:[.!?…]+[\"”'’)\]]*|;)(?=\s|$|[A-Z•])|[\n]{2,}")


def sentences(text: str, span: Span, *, semicolons: bool = False) -> Iterator[Span]:
    """Split a run of text into sentences; semicolons end one too if asked."""
    start = span.start
    for match in _END.finditer(text, span.start, span.end):
        mark = match.group()
        if mark == ";" and not semicolons:
            continue
        if mark.startswith(".") and match.end() < span.end:
            word = re.search(r"([\w.]+)$", text[start : match.start()])
            following = text[match.end() : match.end() + 3].lstrip()
            if word and (
                word.group(1).casefold() in _ABBREVIATIONS or (len(word.group(1)) == 1 and word.group(1).isupper())
            ):
                continue
            if (
                following
                and following[0].islower()
                and mark == "."
                and match.end() < len(text)
                and text[match.end()] != "\n"
            ):
                continue
            if not following and not text[match.end() : span.end].strip():
                pass
        yield from _trimmed(text, start, match.end())
        start = match.end()
    yield from _trimmed(text, start, span.end)


def _trimmed(text: str, start: int, end: int) -> Iterator[Span]:
    while start < end and (text[start].isspace() or text[start] in "*_\u200b\ufeff"):
        start += 1
    while end > start and (text[end - 1].isspace() or text[end - 1] in "*_;\u200b"):
        end -= 1
    if start < end:
        yield Span(start, end)


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
    def joins(self) -> bool:
        """Whether the unit parts the members of a list: a comma, slash, plus or ampersand, or a word such as "and"."""
        return self.norm in _JOINING or self.cue("glue.and") is not None

    @property
    def is_word(self) -> bool:
        """Whether the unit is more than a mark."""
        return self.norm[0].isalnum()


@cache
def _vocabulary(lexicon: Lexicon) -> PhraseMatcher[Entry]:
    """Return the names of the vocabulary, but for those with a head noun before a region ("injury to the knee").

    These are composed while lists are read, since a list may follow: "injury to the knee, hip or back".
    """
    return PhraseMatcher(
        (name, entry)
        for entry in lexicon
        for name in (*entry.labels, *entry.hidden)
        if not _HEAD_FIRST.match(fold(name)) and not (entry.family == "BodyRegion" and " and " in name)
    )


class Sentence:
    """A sentence with its tokens and units."""

    def __init__(self, text: str, span: Span, lexicon: Lexicon, cues: Cues) -> None:
        self.text = text[span.start : span.end]
        self.span = span
        self.lexicon = lexicon
        self.tokens = cues.tokenize(text, span.start, span.end)
        self.units = _units(text, self.tokens, _vocabulary(lexicon).find(self.tokens), cues.matcher.find(self.tokens))

    def __len__(self) -> int:
        return len(self.units)

    def span_of(self, first: int, last: int) -> Span:
        """Return the characters from unit ``first`` to just before unit ``last``."""
        return Span(self.units[first].start, self.units[max(first, last - 1)].end)

    def index_of(self, role: str, value: str | None = None, *, start: int = 0) -> int | None:
        """Return the place of the first unit with a cue, from ``start``."""
        for index in range(start, len(self.units)):
            if self.units[index].cue(role, value):
                return index
        return None


def _units(
    text: str,
    tokens: Sequence[Token],
    named: Iterable[tuple[int, int, tuple[Entry, ...]]],
    cued: Iterable[tuple[int, int, tuple[Cue, ...]]],
) -> tuple[Unit, ...]:
    """Lay names and cues over the tokens: from left to right, the longer one first; equal ones share a unit."""
    starts: dict[int, list[tuple[int, tuple[Entry, ...], tuple[Cue, ...]]]] = {}
    for first, last, entries in named:
        starts.setdefault(first, []).append((last, entries, ()))
    for first, last, found in cued:
        starts.setdefault(first, []).append((last, (), found))
    units: list[Unit] = []
    index = 0
    while index < len(tokens):
        options = starts.get(index)
        last, entries, cues = index + 1, (), ()
        if options:
            last = max(option[0] for option in options)
            for end, e, c in options:
                if end == last:
                    entries, cues = (*entries, *e), (*cues, *c)
            if last - index > 1:
                # A shorter cue inside a longer name still tells what kind of word opens it; names win.
                pass
        run = tokens[index:last]
        units.append(
            Unit(
                text[run[0].start : run[-1].end],
                " ".join(t.norm for t in run),
                run[0].start,
                run[-1].end,
                entries,
                cues,
            )
        )
        index = last
    return tuple(units)
