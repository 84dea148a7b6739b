"""The word lists of ``cues``, as sets, as mappings and as parts of regular expressions."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from functools import cache, reduce
from importlib.resources import files
from itertools import product
from typing import Any

from yogakg.loaders.article import cues

_FILLER = re.compile(r"\{([a-z_]+)\}")
_PLACEHOLDER = re.compile(r"\{([a-z_]+(?:\.[a-z_]+)*)\}")


@cache
def table() -> dict[str, Any]:
    """Return all groups of all files, with each phrase that has fillers as all the phrases that it stands for."""
    whole: dict[str, Any] = {}
    for file in sorted(files(cues).iterdir(), key=lambda file: file.name):
        if file.name.endswith(".toml"):
            read: dict[str, Any] = tomllib.loads(file.read_text(encoding="utf-8"))
            fillers: dict[str, list[str]] = read.pop("fillers", {})
            whole.update((name, _filled(member, fillers)) for name, member in read.items())
    return whole


def _filled(member: Any, fillers: dict[str, list[str]]) -> Any:
    """Fill the phrases of a list, of the lists of a group, or of the groups of a group."""
    if isinstance(member, dict):
        return {name: _filled(inner, fillers) for name, inner in member.items()}
    return [filled for phrase in member for filled in fill(phrase, fillers)] if isinstance(member, list) else member


def fill(phrase: str, fillers: dict[str, list[str]]) -> Iterator[str]:
    """Yield the phrases that one with fillers stands for.

    >>> list(fill("{never} do {it}", {"never": ["never", ""], "it": ["it"]}))
    ['never do it', 'do it']
    """
    said = _FILLER.split(phrase)
    if len(said) == 1:
        yield phrase  # blanks at its ends tell words from endings
        return
    # Every second part is the name of a filler.
    for parts in product(*(fillers[part] if place % 2 else [part] for place, part in enumerate(said))):
        yield " ".join("".join(parts).split())


def group(path: str) -> Any:
    """Return the group of a dotted path, as it is written in the file."""
    return reduce(lambda part, name: part[name], path.split("."), table())


def words(path: str) -> frozenset[str]:
    """Return a list of words as a set."""
    return frozenset(group(path))


def mapping(path: str) -> dict[str, str]:
    """Return groups of words as a mapping from each word to the name of its group."""
    return {word: name for name, members in group(path).items() for word in members}


def pattern(template: str, flags: int = re.IGNORECASE) -> re.Pattern[str]:
    r"""Compile a regular expression in which ``{group.list}`` stands for any phrase of that list.

    In the lists a star stands for any ending; a blank is any white space, as sentences go on over the ends of lines.

    >>> pattern(r"\b{practice.inhaling}\b").search("Breathe in").group()
    'Breathe in'
    """
    spaced = template.replace(" ", r"\s")
    return re.compile(_PLACEHOLDER.sub(lambda match: alternatives(match.group(1)), spaced), flags)


def alternatives(path: str) -> str:
    """Return the phrases of a group as a part of a regular expression, longer ones before shorter ones."""
    ordered = sorted(phrases(path), key=lambda phrase: (-len(phrase), phrase))
    return "(?:" + "|".join(re.escape(phrase).replace(r"\*", r"\w*").replace(r"\ ", r"\s") for phrase in ordered) + ")"


def phrases(path: str) -> list[str]:
    """Return the phrases of a list, of all lists of a group, or those that a group gives values to."""
    members = group(path)
    if isinstance(members, dict) and all(isinstance(value, list) for value in members.values()):
        return [phrase for value in members.values() for phrase in value]
    return list(members)
