"""The cue words of articles, read from ``cues.toml`` and turned into matchers."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from yogakg.lexicon import PhraseMatcher, fold


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
    yield irregular["ed"].get(phrase, (verb[:-1] + "ied" if verb.endswith("y") and verb[-2] not in "aeiou" else stem + "ed") + tail), "ed"
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
        self.matcher = PhraseMatcher(phrases)
        self.headings = PhraseMatcher((phrase, section) for section, members in group("headings").items() for phrase in members)

    def has(self, phrase: str, role: str, value: str | None = None) -> bool:
        """Say whether a phrase is a cue of a role."""
        return any(c.role == role and value in (None, c.value) for c in self.matcher.get_folded(fold(phrase)))


@cache
def shipped() -> Cues:
    """Return the cues that come with the package."""
    return Cues(tomllib.loads(files(__package__).joinpath("cues.toml").read_text(encoding="utf-8")))
