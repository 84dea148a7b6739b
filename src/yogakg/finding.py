"""Find the thing that a name means, of any kind that a store knows."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

import pyoxigraph as ox

from yogakg.errors import UnknownNameError
from yogakg.namespaces import compress, expand
from yogakg.oxigraph import select

#: Kinds of thing that can be asked for by name, and the classes of those things.
CLASSES: Final[dict[str, tuple[str, ...]]] = {
    "pose": ("Practice",),
    "region": ("BodyRegion",),
    "condition": ("HealthCondition",),
    "limitation": ("Limitation",),
    "function": ("BodyFunction",),
    "state": ("MentalState",),
    "prop": ("Prop",),
    "style": ("Style",),
    "source": ("Source",),
    "position": ("BasePosition",),
    "action": ("SpinalAction",),
    "focus": ("PoseFocus",),
    "level": ("Level",),
}
CLASSES["thing"] = tuple(name for names in CLASSES.values() for name in names)


@dataclass(frozen=True, slots=True)
class Match:
    """A thing that a name may mean. ``preferred`` says that the name is its preferred one."""

    iri: str
    label: str
    kind: str
    preferred: bool


_NAMES_OF: Final = """
SELECT ?thing ?class ?relation ?label {
  VALUES ?class { %s }
  ?thing a ?class .
  VALUES ?relation { skos:prefLabel skos:altLabel skos:hiddenLabel dcterms:title yoga:fileName }
  ?thing ?relation ?label
}"""
_NAMES_OF_PROPERTIES: Final = """
SELECT ?thing ?class ?relation ?label {
  VALUES ?class { owl:ObjectProperty owl:DatatypeProperty }
  ?thing a ?class ; rdfs:isDefinedBy <https://w3id.org/yogakg/ontology> .
  VALUES ?relation { rdfs:label }
  ?thing ?relation ?label
}"""
_NAMES_OF_KINDS: Final = """
SELECT ?thing ?class ?relation ?label {
  { ?thing owl:equivalentClass ?definition } UNION { VALUES ?thing { yoga:Pose yoga:PoseSequence } }
  VALUES ?class { owl:Class }
  VALUES ?relation { rdfs:label }
  ?thing ?relation ?label
}"""


def find_term(graph: ox.Store, name: str, types: Sequence[str] = ("thing",)) -> ox.NamedNode:
    """Return the one thing of the given types that a name means: a label in any language, an IRI or a CURIE.

    Raises UnknownNameError with suggestions if nothing is meant, or with candidates if several things are.
    """
    names = _Names(graph, types)
    found = names.matches(name) or names.poses(name)
    if len(found) > 1:
        preferred = [match for match in found if match.preferred]
        found = preferred if len(preferred) == 1 else found
    if len(found) == 1:
        return ox.NamedNode(found[0].iri)
    if found:
        labels = [match.label for match in found]
        distinct = len({label.casefold() for label in labels}) == len(labels)
        raise UnknownNameError(name, labels if distinct else [compress(m.iri) for m in found], ambiguous=True)
    raise UnknownNameError(name, names.suggestions(name))


def find_matches(graph: ox.Store, name: str, types: Sequence[str] = ("thing", "property")) -> list[Match]:
    """Return all things of the given types that a name may mean, sorted by IRI."""
    names = _Names(graph, types)
    return names.matches(name) or names.poses(name)


class _Names:
    """The names of all things of some types in a store."""

    def __init__(self, graph: ox.Store, types: Sequence[str]) -> None:
        self._labels: dict[str, list[tuple[str, bool]]] = {}
        self._kinds: dict[str, str] = {}
        self._has_poses = "pose" in types or "thing" in types
        for query in self._queries(types):
            for row in select(graph, query):
                thing, kind, relation, label = (term.value for term in row)
                # The pattern by which a label is preferred differs for things, properties and sources.
                preferred = relation.endswith(("prefLabel", "label", "title"))
                self._kinds.setdefault(thing, kind)
                self._labels.setdefault(thing, []).append((label, preferred))

    @staticmethod
    def _queries(types: Sequence[str]) -> Iterator[str]:
        classes = sorted({f"yoga:{name}" for one in types for name in CLASSES.get(one, ())})
        if classes:
            yield _NAMES_OF % " ".join(classes)
        if "property" in types:
            yield _NAMES_OF_PROPERTIES
        if "kind" in types:
            yield _NAMES_OF_KINDS

    def matches(self, name: str) -> list[Match]:
        """Return what a name may mean: by IRI or CURIE, else as written, else folded."""
        from yogakg.lexicon import fold

        plain = name.strip()
        for iri in (plain.removeprefix("<").removesuffix(">"), expand(plain)):
            if iri in self._kinds:
                return [self._match(iri, preferred=True)]
        for key in (str.casefold, fold):
            wanted = key(plain)
            found = {
                thing: any(preferred for label, preferred in labels if key(label) == wanted)
                for thing, labels in self._labels.items()
                if wanted and any(key(label) == wanted for label, _ in labels)
            }
            if found:
                return [self._match(thing, preferred=found[thing]) for thing in sorted(found)]
        return []

    def poses(self, name: str) -> list[Match]:
        """Return the poses that a name may mean in another spelling than the registered ones."""
        from yogakg.names import PoseNames

        if not self._has_poses:
            return []
        resolved = PoseNames.shipped().resolve(name)
        found = [resolved.iri] if resolved.iri else [candidate.iri for candidate in resolved.candidates]
        return [self._match(iri, preferred=False) for iri in found if iri in self._kinds]

    def suggestions(self, name: str) -> list[str]:
        """Return up to three preferred labels near a name."""
        from difflib import get_close_matches

        by_key = {label.casefold(): thing for thing, labels in self._labels.items() for label, _ in labels}
        near = get_close_matches(name.strip().casefold(), by_key, n=5, cutoff=0.6)
        return list(dict.fromkeys(self._label(by_key[key]) for key in near))[:3]

    def _match(self, thing: str, *, preferred: bool) -> Match:
        return Match(thing, self._label(thing), self._kinds[thing], preferred)

    def _label(self, thing: str) -> str:
        labels = self._labels[thing]
        return min((label for label, preferred in labels if preferred), key=_latin_first, default=labels[0][0])


def _latin_first(label: str) -> tuple[bool, bool, str]:
    """Sort ASCII before accented Latin before other scripts: the English label comes first."""
    return (not label.isascii(), any(ord(character) > 0x24F for character in label), label)
