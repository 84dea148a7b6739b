"""Find the thing that a name means, of any kind that a store knows."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING, Final

import pyoxigraph as ox

from yogakg.errors import UnknownNameError
from yogakg.namespaces import PREFIXES, YOGA, compress, expand
from yogakg.oxigraph import select

if TYPE_CHECKING:
    from yogakg.names import Candidate, Resolution

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
    "risk": ("RiskFeature",),
}
CLASSES["thing"] = tuple(name for names in CLASSES.values() for name in names)


@dataclass(frozen=True, slots=True)
class Match:
    """A thing that a name may mean. ``preferred`` says that the name is its preferred one."""

    iri: str
    label: str
    kind: str
    preferred: bool


@dataclass(frozen=True, slots=True)
class _Name:
    text: str
    preferred: bool
    english: bool


_TYPE: Final = ox.NamedNode(PREFIXES["rdf"] + "type")
#: Properties that give labels, in the order of preference.
_LABELS: Final = tuple(
    ox.NamedNode(PREFIXES[prefix] + name)
    for prefix, name in (("skos", "prefLabel"), ("rdfs", "label"), ("dcterms", "title"))
)
#: Properties by whose exact value a thing is found.
_EXACT: Final = (
    *_LABELS,
    *(ox.NamedNode(PREFIXES["skos"] + name) for name in ("altLabel", "hiddenLabel")),
    ox.NamedNode(YOGA + "fileName"),
)
_NAMES_OF: Final = """
SELECT DISTINCT ?thing ?class ?relation ?label {
  VALUES ?class { %s }
  ?thing a ?class .
  VALUES ?relation { skos:prefLabel skos:altLabel skos:hiddenLabel dcterms:title yoga:fileName }
  ?thing ?relation ?label
}"""
_NAMES_OF_PROPERTIES: Final = """
SELECT DISTINCT ?thing ?class ?relation ?label {
  VALUES ?class { owl:ObjectProperty owl:DatatypeProperty }
  ?thing a ?class ; rdfs:isDefinedBy <https://w3id.org/yogakg/ontology> .
  VALUES ?relation { rdfs:label }
  ?thing ?relation ?label
}"""
#: A kind has the names of the characteristic that it is defined by too: a forward bend pose is a forward bend.
_NAMES_OF_KINDS: Final = """
SELECT DISTINCT ?thing ?class ?relation ?label {
  VALUES ?class { owl:Class }
  {
    { ?thing owl:equivalentClass ?definition } UNION { VALUES ?thing { yoga:Pose yoga:PoseSequence } }
    VALUES ?relation { rdfs:label }
    ?thing ?relation ?label
  } UNION {
    ?thing owl:equivalentClass/owl:intersectionOf/rdf:rest*/rdf:first/owl:hasValue ?characteristic .
    VALUES (?named ?relation) { (skos:prefLabel skos:altLabel) (skos:altLabel skos:altLabel) }
    ?characteristic ?named ?label
  }
}"""


def find_term(graph: ox.Store, name: str, types: Sequence[str] = ("thing",)) -> ox.NamedNode:
    """Return the one thing of the given types that a name means: a label in any language, an IRI or a CURIE.

    Raises UnknownNameError with suggestions if nothing is meant, or with candidates if several things are.
    """
    if tuple(types) == ("class",):
        return _find_class(graph, name)
    names = _Names(graph, types)
    if (exact := names.as_written(name)) is not None:
        return exact
    found = names.matches(name) or names.mapped(name) or names.poses(name)
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


def resolve(graph: ox.Store, names: Sequence[str], types: Sequence[str] = ()) -> list[Resolution]:
    """Return what each of several names means, of any type or of some.

    A name of a pose is read first, in any spelling; then the names of all other things, as they are
    written. Where a name may mean several things, or none, the resolution has no IRI but candidates.
    """
    from yogakg.names import Candidate, PoseNames, Resolution

    others = _Names(graph, [one for one in types or ("thing", "property") if one != "pose"])
    poses = PoseNames.shipped() if not types or "pose" in types else None
    resolved = []
    for name in names:
        found = [match for match in others.matches(name) if match.kind != YOGA + "Practice"]
        candidates = tuple(Candidate(match.iri, match.label) for match in found)
        pose = poses.resolve(name) if poses else Resolution(name)
        if pose.iri is not None:
            resolved.append(replace(pose, candidates=candidates))
        elif len(found) == 1:
            resolved.append(Resolution(name, found[0].iri, found[0].label))
        elif found or pose.candidates:
            resolved.append(Resolution(name, candidates=(*candidates, *pose.candidates)))
        else:
            resolved.append(Resolution(name, candidates=tuple(others.similar(name))))
    return resolved


def _find_class(graph: ox.Store, name: str) -> ox.NamedNode:
    """Return the class of a linked ontology that a CURIE, an IRI or a label means."""
    iri = expand(name.strip()) or name.strip().removeprefix("<").removesuffix(">")
    found = {quad.subject for quad in graph.quads_for_pattern(None, _LABELS[1], None, None) if _says(quad.object, name)}
    with suppress(ValueError):
        node = ox.NamedNode(iri)
        if next(graph.quads_for_pattern(node, None, None, None), None) is not None:
            return node
    classes = [node for node in found if isinstance(node, ox.NamedNode) and not node.value.startswith(YOGA)]
    if len(classes) == 1:
        return classes[0]
    raise UnknownNameError(name, [compress(node.value) for node in classes], ambiguous=len(classes) > 1)


def _says(value: object, name: str) -> bool:
    return isinstance(value, ox.Literal) and value.value.casefold() == name.strip().casefold()


class _Names:
    """The names of all things of some types in a store."""

    def __init__(self, graph: ox.Store, types: Sequence[str]) -> None:
        self._graph = graph
        self._classes = [YOGA + name for one in types for name in CLASSES.get(one, ())]
        self._has_poses = "Practice" in (name.removeprefix(YOGA) for name in self._classes)
        self._types = types

    @cached_property
    def _table(self) -> tuple[dict[str, list[_Name]], dict[str, str]]:
        """All names and kinds, by the IRI of the thing: a third of a second for those of every type."""
        names: dict[str, list[_Name]] = {}
        kinds: dict[str, str] = {}
        for query in self._queries(self._types):
            for thing, kind, relation, label in select(self._graph, query):
                preferred = relation.value.endswith(("prefLabel", "label", "title"))
                kinds[thing.value] = min(kind.value, kinds.get(thing.value, kind.value))
                names.setdefault(thing.value, []).append(_Name(label.value, preferred, label.language == "en"))
        return names, kinds

    @property
    def _names(self) -> dict[str, list[_Name]]:
        return self._table[0]

    @property
    def _kinds(self) -> dict[str, str]:
        return self._table[1]

    def as_written(self, name: str) -> ox.NamedNode | None:
        """Return the thing of this IRI or CURIE, or the one thing of exactly this label, or the one pose of this name.

        All without reading the names of everything.
        """
        for iri in (name.strip().removeprefix("<").removesuffix(">"), expand(name.strip())):
            if iri and self._class_of(iri):
                return ox.NamedNode(iri)
        found = set()
        for language in ("en", "sa-latn", "sa", None):
            label = ox.Literal(name.strip(), language=language)
            for relation in _EXACT:
                found |= {quad.subject for quad in self._graph.quads_for_pattern(None, relation, label, None)}
        if not found and self._has_poses:
            from yogakg.names import PoseNames

            found = {ox.NamedNode(iri) for iri in PoseNames.shipped().lookup(name)}
        named = [thing for thing in found if isinstance(thing, ox.NamedNode)]
        things = [thing for thing in named if self._class_of(thing.value)]
        # A property or class of the ontology may have the same name, and may be meant.
        rivals = [] if set(self._types) <= CLASSES.keys() else [one for one in named if one.value.startswith(YOGA)]
        return things[0] if len(things) == 1 and set(rivals) <= set(things) else None

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
            if iri and (kind := self._kinds.get(iri) or self._class_of(iri)):
                return [Match(iri, self._label(iri), kind, preferred=True)]
        for key in (str.casefold, fold):
            wanted = key(plain)
            found = {
                thing: [one for one in names if key(one.text) == wanted]
                for thing, names in self._names.items()
                if wanted
            }
            if matches := [self._match(thing, found[thing]) for thing in sorted(found) if found[thing]]:
                return matches
        return []

    def mapped(self, code: str) -> list[Match]:
        """Return the things that the mappings equate with the code of another ontology: "MONDO:0004979"."""
        iri = expand(code.strip()) or code.strip()
        try:
            target = ox.NamedNode(iri)
        except ValueError:
            return []
        for relation in ("exactMatch", "closeMatch"):
            found = self._graph.quads_for_pattern(None, ox.NamedNode(PREFIXES["skos"] + relation), target, None)
            things = sorted({quad.subject.value for quad in found if isinstance(quad.subject, ox.NamedNode)})
            if known := [thing for thing in things if thing in self._kinds]:
                return [self._match(thing, []) for thing in known]
        return []

    def _class_of(self, iri: str) -> str | None:
        """Return the class of a thing that has no name."""
        try:
            thing = ox.NamedNode(iri)
        except ValueError:
            return None
        found = {quad.object for quad in self._graph.quads_for_pattern(thing, _TYPE, None, None)}
        return next((kind for kind in self._classes if ox.NamedNode(kind) in found), None)

    def poses(self, name: str) -> list[Match]:
        """Return the poses that a name may mean in another spelling than the registered ones."""
        from yogakg.names import PoseNames

        if not self._has_poses:
            return []
        resolved = PoseNames.shipped().resolve(name)
        found = [resolved.iri] if resolved.iri else [candidate.iri for candidate in resolved.candidates]
        return [self._match(iri, []) for iri in found if iri in self._kinds]

    def suggestions(self, name: str) -> list[str]:
        """Return up to three preferred labels near a name."""
        return list(dict.fromkeys(candidate.label for candidate in self.similar(name)))[:3]

    def similar(self, name: str) -> list[Candidate]:
        """Return up to five things with names near a name."""
        from difflib import get_close_matches

        from yogakg.names import Candidate

        things = {one.text.casefold(): thing for thing, names in self._names.items() for one in names}
        near = get_close_matches(name.strip().casefold(), things, n=5, cutoff=0.6)
        return [Candidate(thing, self._label(thing)) for thing in dict.fromkeys(things[key] for key in near)]

    def _match(self, thing: str, matched: Sequence[_Name]) -> Match:
        return Match(thing, self._label(thing), self._kinds[thing], any(one.preferred for one in matched))

    def _label(self, thing: str) -> str:
        """Return the preferred English name of a thing, or the best there is."""
        names = self._names.get(thing, [])
        best = min(names, key=lambda one: (not one.preferred, not one.english, one.text), default=None)
        return best.text if best else compress(thing)


class Labels:
    """The labels of things in a store: the preferred English name, else what comes nearest to it."""

    def __init__(self, graph: ox.Store) -> None:
        self._graph = graph
        self._found: dict[ox.NamedNode, ox.Literal | None] = {}

    def __getitem__(self, thing: ox.NamedNode) -> ox.Literal | None:
        """Return the label of a thing, or None if it has none."""
        if thing not in self._found:
            self._found[thing] = self._find(thing)
        return self._found[thing]

    def _find(self, thing: ox.NamedNode) -> ox.Literal | None:
        for relation in _LABELS:
            values = {quad.object for quad in self._graph.quads_for_pattern(thing, relation, None, None)}
            labels = [value for value in values if isinstance(value, ox.Literal)]
            if labels:
                return min(labels, key=lambda label: (label.language != "en", label.value))
        return None
