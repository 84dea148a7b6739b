"""The cue words of articles, read from ``cues.toml`` and turned into matchers."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from copy import copy
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from yogakg.loaders.article.spaces import has_lost_blanks, part

from yogakg.lexicon import Lexicon, PhraseMatcher, Token, fold, tokenize


@dataclass(frozen=True, slots=True)
class Cue:
    """A phrase with a role in a sentence.

    ``role`` is its group in the file; ``value`` the class within it, such as the property that a
    verb expresses; ``form`` the inflection of a verb: base, ed or ing (-s folds to the base).
    """

    role: str
    value: str
    form: str = "base"


def _inflect(phrase: str, irregular: dict[str, dict[str, str]]) -> Iterator[tuple[str, str]]:
    """Give the base, past and -ing form of a verb phrase; its first word carries the ending."""
    verb, _, rest = phrase.partition(" ")
    tail = f" {rest}" if rest else ""
    yield phrase, "base"
    stem = verb[:-1] if verb.endswith("e") and not verb.endswith("ee") else verb
    yield (
        irregular["ed"].get(
            phrase, (verb[:-1] + "ied" if verb.endswith("y") and verb[-2] not in "aeiou" else stem + "ed") + tail
        ),
        "ed",
    )
    yield irregular["ing"].get(phrase, stem + "ing" + tail), "ing"


class Cues:
    """All cues, as one matcher over tokens, and the headings as another."""

    def __init__(self, table: dict[str, object]) -> None:
        phrases: list[tuple[str, Cue]] = []

        def group(name: str) -> dict[str, list[str]]:
            value = table[name]
            assert isinstance(value, dict)
            return value

        irregular: dict[str, dict[str, str]] = table["verb_forms"]  # type: ignore[assignment]
        for prop, verbs in group("effects").items():
            for verb in verbs:
                phrases += ((form, Cue("effect", prop, kind)) for form, kind in _inflect(verb, irregular))
        for role in ("advice", "introducers", "qualifiers", "better", "hedges", "causes", "imperative"):
            for value, members in group(role).items():
                phrases += ((phrase, Cue(role, value)) for phrase in members)
        for role in ("negation", "glue", "stretch_noun"):
            for value, members in group(role).items():
                phrases += ((phrase, Cue(f"{role}.{value}", value)) for phrase in members)
        #: Words that may be parts of a word that lost its blanks; empty where texts keep their blanks.
        self.known: frozenset[str] = frozenset()
        self.matcher = PhraseMatcher(phrases)
        self.headings = PhraseMatcher(
            (phrase, section) for section, members in group("headings").items() for phrase in members
        )

    def for_text(self, text: str, lexicon: Lexicon) -> Cues:
        """Return the cues for one text; if it lost blanks, its tokens are parted into known words."""
        if not has_lost_blanks(text):
            return self
        cues = copy(self)
        cues.known = _known_words(self, lexicon)
        return cues

    def tokenize(self, text: str, start: int = 0, end: int | None = None) -> list[Token]:
        """Split a run of text into tokens."""
        tokens = tokenize(text, start, end)
        return list(part(tokens, self.known)) if self.known else tokens

    def has(self, phrase: str, role: str, value: str | None = None) -> bool:
        """Say whether a phrase is a cue of a role."""
        return any(c.role == role and value in (None, c.value) for c in self.matcher.get_folded(fold(phrase)))


@cache
def _known_words(cues: Cues, lexicon: Lexicon) -> frozenset[str]:
    named = (word for entry in lexicon for name in (*entry.labels, *entry.hidden) for word in fold(name).split())
    said = (
        word for matcher in (cues.matcher, cues.headings) for phrase in matcher.phrases() for word in phrase.split()
    )
    return frozenset(
        word
        for word in (
            *named,
            *said,
            *["with", "without", "than", "this", "that", "is", "are", "be", "has", "lie", "flat", "your", "pose", "asana", "baby", "happy", "dog", "hand", "stand"],
        )
        if len(word) > 1 or word == "a"
    )


@cache
def shipped() -> Cues:
    """Return the cues that come with the package."""
    return Cues(tomllib.loads(files(__package__).joinpath("cues.toml").read_text(encoding="utf-8")))
