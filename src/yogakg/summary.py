"""How much a store knows: its terms and their names, the mappings of them, its sources and what follows."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass
from typing import Any, Final, Literal

import pyoxigraph as ox

from yogakg.namespaces import MAPPINGS_GRAPH, PREFIXES, compress
from yogakg.oxigraph import select
from yogakg.store import INFERRED, Store

Precision = Literal["exact", "close", "broad", "narrow", "related"]

#: What a mapping may say, from the best to the loosest.
PRECISIONS: Final[tuple[Precision, ...]] = ("exact", "close", "broad", "narrow", "related")

#: The kinds of term that are counted, with the class of each.
_KINDS: Final = {
    "body regions": "yoga:BodyRegion",
    "conditions": "yoga:HealthCondition",
    "limitations": "yoga:Limitation",
    "functions": "yoga:BodyFunction",
    "mental states": "yoga:MentalState",
    "props": "yoga:Prop",
    "styles": "yoga:Style",
    "gazes": "yoga:Gaze",
    "breathing techniques": "yoga:BreathingTechnique",
    "poses": "yoga:Pose",
    "sequences": "yoga:PoseSequence",
    "classes": "owl:Class",
    "object properties": "owl:ObjectProperty",
    "data properties": "owl:DatatypeProperty",
}
#: The languages in which a pose has a preferred name.
_LANGUAGES: Final = {"English": "en", "IAST": "sa-latn", "Devanagari": "sa"}

_TERMS: Final = """
SELECT DISTINCT ?term {
  ?type rdfs:subClassOf* %s .
  VALUES ?graph { graph:ontology graph:vocabulary graph:poses }
  GRAPH ?graph { ?term a ?type }
  FILTER (STRSTARTS(STR(?term), "https://w3id.org/yogakg/"))
}"""
_NAMES: Final = """
SELECT ?term (COUNT(DISTINCT ?name) AS ?names) {
  VALUES ?graph { graph:ontology graph:vocabulary graph:poses }
  GRAPH ?graph { ?term skos:prefLabel|skos:altLabel|skos:hiddenLabel|rdfs:label ?name }
} GROUP BY ?term"""
_POSES_NAMED: Final = """
SELECT ?language (COUNT(DISTINCT ?pose) AS ?poses) {
  GRAPH graph:poses { ?pose a yoga:Pose ; skos:prefLabel ?name }
  BIND (LCASE(LANG(?name)) AS ?language)
} GROUP BY ?language"""
_UNREVIEWED: Final = "SELECT DISTINCT ?term { ?term yoga:status yoga:Unreviewed }"
_MAPPED: Final = """
SELECT DISTINCT ?term ?relation ?target {
  VALUES ?relation { skos:exactMatch skos:closeMatch skos:broadMatch skos:narrowMatch skos:relatedMatch }
  GRAPH ?graph { ?term ?relation ?target }
  FILTER (STRSTARTS(STR(?graph), "%s"))
}"""


@dataclass(frozen=True, slots=True)
class Kind:
    """How many terms of a kind there are, and how many names they have in all languages."""

    name: str
    terms: int
    names: int


@dataclass(frozen=True, slots=True)
class Coverage:
    """How many of the terms of a kind are mapped to an ontology, by its prefix, or to any if it is None.

    ``precisions`` counts each term once, by the best of its mappings.
    """

    kind: str
    target: str | None
    terms: int
    precisions: dict[Precision, int]

    @property
    def mapped(self) -> int:
        """How many of the terms are mapped."""
        return sum(self.precisions.values())

    @property
    def share(self) -> float:
        """Which part of the terms is mapped, from 0 to 1."""
        return self.mapped / self.terms


@dataclass(frozen=True, slots=True)
class Summary:
    """What is in a store.

    ``shipped`` of the ``sources`` came with the package; ``claims`` and ``mentions`` are those of all, ``unreviewed``
    the terms that sources brought, ``inferred`` the triples that follow, ``graphs`` the sizes of the project's own
    graphs and of what is linked to them. ``poses_named`` counts the poses with a preferred name in English, in IAST and
    in Devanagari, ``pose_names`` the registered names that resolve to their pose, those that several poses
    share, and those that resolve to another pose, of which there should be none.
    """

    triples: int
    inferred: int
    sources: int
    shipped: int
    claims: int
    mentions: int
    unreviewed: int
    graphs: dict[str, int]
    kinds: tuple[Kind, ...]
    poses_named: dict[str, int]
    pose_names: dict[str, int]
    coverage: tuple[Coverage, ...]

    def as_json(self) -> dict[str, Any]:
        """Return the figures as plain values."""
        coverage = [asdict(one) | {"mapped": one.mapped, "share": round(one.share, 4)} for one in self.coverage]
        return asdict(self) | {"coverage": coverage}


def summarise(store: Store) -> Summary:
    """Count what is in a store."""
    graph, sources = store.graph, store.sources()
    terms = {kind: _column(graph, _TERMS % class_) for kind, class_ in _KINDS.items()}
    sizes = {name.value: _size(graph, name) for name in graph.named_graphs()}
    names = {row["term"].value: int(row["names"].value) for row in select(graph, _NAMES)}
    named = {row["language"].value: int(row["poses"].value) for row in select(graph, _POSES_NAMED)}
    return Summary(
        triples=len(graph),
        inferred=sum(size for name, size in sizes.items() if name.endswith(INFERRED)),
        sources=len(sources),
        shipped=sum(source.shipped for source in sources),
        claims=sum(source.claims for source in sources),
        mentions=sum(source.mentions for source in sources),
        unreviewed=len(_column(graph, _UNREVIEWED)),
        graphs={compress(name): size for name, size in sorted(sizes.items()) if name.startswith(PREFIXES["graph"])},
        kinds=tuple(Kind(kind, len(its), sum(names.get(term, 0) for term in its)) for kind, its in terms.items()),
        poses_named={language: named.get(tag, 0) for language, tag in _LANGUAGES.items()},
        pose_names=_resolved_names(),
        coverage=tuple(_coverage(graph, terms)),
    )


def _resolved_names() -> dict[str, int]:
    """Resolve every name of the register, and count how that ends."""
    from yogakg.names import PoseNames

    names = PoseNames.shipped()
    counts = {"clear": 0, "shared": 0, "wrong": 0}
    for pose in names:
        for label in names.labels(pose):
            found = names.resolve(label).iri
            counts["clear" if found == pose else "shared" if found is None else "wrong"] += 1
    return counts


def _coverage(graph: ox.Store, terms: dict[str, set[str]]) -> Iterator[Coverage]:
    """Say for each kind how much of it is mapped at all, then to which ontology, the most mapped first."""
    mapped: dict[str, dict[str, set[Precision]]] = defaultdict(lambda: defaultdict(set))
    for row in select(graph, _MAPPED % MAPPINGS_GRAPH):
        relation = row["relation"].value.removeprefix(PREFIXES["skos"]).removesuffix("Match")
        precision = next(one for one in PRECISIONS if one == relation)
        mapped[row["term"].value][compress(row["target"].value).partition(":")[0]].add(precision)
    for kind, its in terms.items():
        targets = {target for term in its for target in mapped.get(term, ())}
        found = [
            Coverage(kind, target, len(its), _best(mapped.get(term, {}).get(target, ()) for term in its))
            for target in targets
        ]
        total = _best({one for said in mapped.get(term, {}).values() for one in said} for term in its)
        yield Coverage(kind, None, len(its), total)
        yield from sorted(found, key=lambda one: (-one.mapped, one.target or ""))


def _best(said: Iterable[Iterable[Precision]]) -> dict[Precision, int]:
    """Count terms by the best of their precisions."""
    best = Counter(min(found, key=PRECISIONS.index) for found in map(tuple, said) if found)
    return {precision: best[precision] for precision in PRECISIONS}


def _column(graph: ox.Store, query: str) -> set[str]:
    return {row["term"].value for row in select(graph, query)}


def _size(graph: ox.Store, name: ox.NamedNode | ox.BlankNode) -> int:
    return int(next(select(graph, f"SELECT (COUNT(*) AS ?size) {{ GRAPH {name} {{ ?s ?p ?o }} }}"))["size"].value)
