"""The movements that a pose of the register cannot be done without: to twist in a twist, to invert in a headstand.

Who is told not to make such a movement is told not to do the pose: "do not invert if you have glaucoma".
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from functools import cache

from pyoxigraph import NamedNode, RdfFormat, parse

from yogakg.loaders.article.recognition.words import group, pattern
from yogakg.namespaces import YOGA
from yogakg.resources import read

#: Properties of a pose by which it needs a movement.
_PROPERTIES = (f"{YOGA}basePosition", f"{YOGA}spinalAction")


def movements(pose: str, text: str) -> Iterator[tuple[int, int]]:
    """Yield from where to where a text names a whole movement that a pose, by its IRI, cannot be done without.

    Only a part or a degree of it is no such movement: "do not twist the neck", "do not twist too far".
    """
    for kind in sorted(_kinds().get(pose, ())):
        if (named := _named(kind)) is not None:
            yield from (found.span() for found in named.finditer(text))


@cache
def _kinds() -> dict[str, set[str]]:
    """Return the base positions and spinal actions of the register's poses, by their local names."""
    kinds: dict[str, set[str]] = defaultdict(set)
    for quad in parse(read("ontology", "poses.ttl"), format=RdfFormat.TURTLE):
        thing = quad.object
        if quad.predicate.value in _PROPERTIES and isinstance(quad.subject, NamedNode) and isinstance(thing, NamedNode):
            kinds[quad.subject.value].add(thing.value.removeprefix(YOGA))
    return kinds


@cache
def _named(kind: str) -> re.Pattern[str] | None:
    """Return the pattern of a whole movement of a kind; None if the words have none of that kind."""
    name = kind.casefold()
    if name not in group("movements"):
        return None
    return pattern(rf"\b{{movements.{name}}}(?=\s*(?:[.,;:!)–—-]|$|{{movements.after}}\b))")
