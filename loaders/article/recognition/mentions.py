"""Sentences as rows of units: the names of things and the cue words in them, longest first."""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence, Set
from functools import cache, partial
from itertools import chain
from typing import Final, NamedTuple, TypeVar

from yogakg.facts import Span
from yogakg.lexicon import Entry, Found, Lexicon, PhraseMatcher, cuts_no_word, fold
from yogakg.loaders.article.recognition.cues import Cue, Cues
from yogakg.loaders.article.recognition.words import group, pattern

_HEAD_FIRST = pattern(r"{mentions.heads_first} {mentions.head_links} ")
_CHILDREN = frozenset(map(fold, group("coordination.groups.childhood")))
_JOINING = frozenset(",&/+")

T = TypeVar("T")
#: Phrases by the token at which they start: the token after them, and their payloads.
Between = dict[int, tuple[int, tuple[T, ...]]]
_NOTHING: Final = (0, ())


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


#: What the name of the class does, but in C.
_unit: Callable[[tuple[str, str, int, int, tuple[Entry, ...], tuple[Cue, ...]]], Unit] = partial(tuple.__new__, Unit)


class Text:
    """A text with the names and cues in it, which are found once for all its sentences."""

    def __init__(self, text: str, lexicon: Lexicon, cues: Cues) -> None:
        self.text = text
        self.lexicon = lexicon
        self.cues = cues
        words = cues.words_of(text)
        self.words = words._replace(starts=array("L", words.starts))  # less memory for large texts
        self._named = vocabulary(lexicon).find_all(self.words.norms)
        self._cued = cues.matcher.find_all(self.words.norms)

    def units(self, span: Span) -> tuple[Unit, ...]:
        """Return the units of a run of the text, as if there were nothing around it."""
        if cuts_no_word(self.text, span.start) and cuts_no_word(self.text, span.end):
            first, last = bisect_left(self.words.starts, span.start), bisect_left(self.words.starts, span.end)
            named, cued = _between(self._named, first, last), _between(self._cued, first, last)
            if named is not None and cued is not None:
                return tuple(self._laid(first, last, named, cued))
        run = Text(self.text[span.start : span.end], self.lexicon, self.cues)
        units = run.units(Span(0, len(run.text)))
        return tuple(unit._replace(start=unit.start + span.start, end=unit.end + span.start) for unit in units)

    def _laid(self, first: int, last: int, named: Between[Entry], cued: Between[Cue]) -> Iterator[Unit]:
        """Lay names and cues over tokens: from left to right, the longer one first; equal ones share a unit."""
        words, norms, starts = self.words
        passing = self.cues.matcher.passing
        index = first
        while index < last:
            start = starts[index]
            if index not in named and index not in cued:
                word = words[index]
                yield _unit((word, norms[index], start, start + len(word), (), ()))
                index += 1
                continue
            last_named, entries = named.get(index, _NOTHING)
            last_cued, cues = cued.get(index, _NOTHING)
            after = max(index + 1, last_named, last_cued)
            if after == index + 1:
                word, norm = words[index], norms[index]
            else:
                word, norm = self.text[start : starts[after - 1] + len(words[after - 1])], " ".join(norms[index:after])
            named_here, cued_here = entries if last_named == after else (), cues if last_cued == after else ()
            if cued_here and not passing.isdisjoint(norms[index:after]):
                norm = " ".join(part for part in norms[index:after] if part not in passing) or norm
            yield _unit((word, norm, start, start + len(word), named_here, cued_here))
            index = after


def _between(found: Found[T], first: int, last: int) -> Between[T] | None:
    """Return the phrases from a token up to another; None if one of them goes on over an edge."""
    one, other = bisect_left(found.firsts, first), bisect_left(found.firsts, last)
    if (one and found.lasts[one - 1] > first) or (other and found.lasts[other - 1] > last):
        return None
    lasts = zip(found.lasts[one:other], found.payloads[one:other], strict=True)
    return dict(zip(found.firsts[one:other], lasts, strict=True))


class Sentence:
    """A sentence with its units."""

    def __init__(self, source: Text, span: Span) -> None:
        self.source = source
        self.text = source.text[span.start : span.end]
        self.span = span
        self.lexicon = source.lexicon
        self.units = source.units(span)
        #: The places of the families of things, and of the roles of cues.
        self._named: dict[str, list[int]] = {}
        self._cued: dict[str, list[int]] = {}
        for place, unit in enumerate(self.units):
            for entry in unit.entries:
                _mark(self._named, entry.family, place)
            for cue in unit.cues:
                _mark(self._cued, cue.role, place)
        self._norms = {unit.norm for unit in self.units}

    def before(self, index: int) -> str:
        """Return the characters before a unit."""
        return self.text[: self.units[index].start - self.span.start]

    def named(self, *families: str) -> Sequence[int]:
        """Return the places of the units that name a thing of some families."""
        places = [self._named[family] for family in families if family in self._named]
        if len(places) > 1:
            return sorted({*chain(*places)})
        return places[0] if places else ()

    def cued(self, role: str, value: str | None = None) -> Sequence[int]:
        """Return the places of the units with a cue of a role, and of a value if one is given."""
        places = self._cued.get(role, ())
        return places if value is None else [place for place in places if self.units[place].cue(role, value)]

    def worded(self, words: Set[str]) -> Sequence[int]:
        """Return the places of the units that are one of some folded words."""
        if self._norms.isdisjoint(words):
            return ()
        return [place for place, unit in enumerate(self.units) if unit.norm in words]


def _mark(places: dict[str, list[int]], mark: str, place: int) -> None:
    """Add a place to those of a mark, once."""
    found = places.setdefault(mark, [])
    if place not in found[-1:]:
        found.append(place)


@cache
def vocabulary(lexicon: Lexicon) -> PhraseMatcher[Entry]:
    """Return the names of the vocabulary, but for those with a head noun before a region ("injury to the knee").

    These are composed while lists are read, since a list may follow: "injury to the knee, hip or back". So are
    children, since they are warned in the plural alone, and a child may be anybody's.
    """
    return PhraseMatcher(
        (name, entry)
        for entry in lexicon
        for name in (*entry.labels, *entry.hidden)
        if not _HEAD_FIRST.match(fold(name))
        and fold(name) not in _CHILDREN
        and not (entry.family == "BodyRegion" and " and " in name)
    )
