"""Links to other ontologies: the mappings to them, and those of them that are loaded beside the graph.

A mapping becomes one plain triple, such as ``condition:asthma skos:exactMatch MONDO:0004979``, in the
graph of the mappings. An ontology that is linked has a graph of its own, so that a query steps from
a condition over its mapping into the hierarchy of the other ontology.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import pyoxigraph as ox

from yogakg import resources
from yogakg.errors import DocumentError, MappingError
from yogakg.iris import slug
from yogakg.namespaces import MAPPINGS_GRAPH, PREFIXES, compress
from yogakg.ontologies import read_file, read_ontology
from yogakg.oxigraph import select
from yogakg.sssom import PREDICATES, MappingSet, read_mappings
from yogakg.store import Store

_LINKED: Final = PREFIXES["graph"] + "linked/"
#: Mapping files of the user's own have graphs under that of the package's.
_OWN_MAPPINGS: Final = MAPPINGS_GRAPH + "/"
#: What makes a node of a file a term of an ontology or a thesaurus.
_KINDS: Final = frozenset(
    PREFIXES[prefix] + name
    for prefix, names in {
        "owl": ("Class", "ObjectProperty", "DatatypeProperty", "AnnotationProperty", "NamedIndividual"),
        "rdfs": ("Class",),
        "rdf": ("Property",),
        "skos": ("Concept",),
    }.items()
    for name in names
)
_DEPRECATED: Final = ox.NamedNode(PREFIXES["owl"] + "deprecated")
_TYPE: Final = PREFIXES["rdf"] + "type"
_SUB_CLASS: Final = PREFIXES["rdfs"] + "subClassOf"
_MAPPED: Final = """
SELECT DISTINCT ?term {{
  GRAPH ?mappings {{ ?subject ?predicate ?term }}
  FILTER (STRSTARTS(STR(?mappings), "{mappings}") && ?predicate IN ({predicates}))
}}"""


@dataclass(frozen=True, slots=True)
class Link:
    """What was linked: the graph it is in, its triples, its terms, and those of them that mappings lead to."""

    graph: str
    triples: int
    terms: int
    mapped: int


def shipped_mappings() -> list[MappingSet]:
    """Read the mapping files that come with the package."""
    names = resources.listing("mappings", ".sssom.tsv")
    return [read_mappings(resources.read("mappings", name), name=name) for name in names]


def link(store: Store, path: Path, *, name: str | None = None) -> Link:
    """Put another ontology into a graph of its own, in place of an older one of that name.

    The name is that of the file, unless one is given. ``ontologies.read_ontology`` says which syntaxes
    are read. An SSSOM file (``.sssom.tsv``), whose subjects the store must know and whose objects no
    ontology in it may call deprecated, is put beside the mappings of the package.

    Raises DocumentError if the file cannot be read or holds no ontology, MappingError for a
    mapping file, MissingExtraError if its syntax needs an extra.
    """
    if path.name.endswith(".sssom.tsv"):
        mappings = read_mappings(read_file(path), name=str(path), is_known=lambda iri: _is_known(store, iri))
        for mapping in mappings.mappings:
            if not mapping.negated and _is_deprecated(store, mapping.object):
                problem = f"the object '{compress(mapping.object)}' is deprecated"
                raise MappingError(path, mapping.line, problem, "Map to what has taken its place")
        graph = _OWN_MAPPINGS + slug(name or path.name.removesuffix(".sssom.tsv"))
        triples = list(dict.fromkeys(mappings.triples()))
        terms = {mapping.object for mapping in mappings.mappings if not mapping.negated}
    else:
        graph = _LINKED + slug(name or path.name.partition(".")[0])
        triples = list(read_ontology(path, base=graph))
        terms = _terms(triples)
        if not terms:
            raise DocumentError(path, "it defines no class, property or concept", "Name an ontology or a thesaurus")
    store.set_graph(graph, triples)
    return Link(graph, len(triples), len(terms), len(terms & _mapped(store)))


def unlink(store: Store, name: str) -> bool:
    """Remove a linked ontology or mapping file of that name; False if there is none."""
    graphs = [ox.NamedNode(place + slug(name)) for place in (_LINKED, _OWN_MAPPINGS)]
    linked = [graph.value for graph in graphs if store.graph.contains_named_graph(graph)]
    for graph in linked:
        store.set_graph(graph, ())
    return bool(linked)


def _is_known(store: Store, iri: str) -> bool:
    return any(True for _ in store.graph.quads_for_pattern(ox.NamedNode(iri), None, None, None))


def _is_deprecated(store: Store, iri: str) -> bool:
    return any(
        True for _ in store.graph.quads_for_pattern(ox.NamedNode(iri), _DEPRECATED, ox.Literal(value=True), None)
    )


def _terms(triples: Iterable[ox.Triple]) -> set[str]:
    """Return the IRIs that the triples define as a class, property, concept or individual."""
    return {
        triple.subject.value
        for triple in triples
        if isinstance(triple.subject, ox.NamedNode)
        and isinstance(triple.object, ox.NamedNode | ox.BlankNode)
        and (
            triple.predicate.value == _SUB_CLASS or (triple.predicate.value == _TYPE and triple.object.value in _KINDS)
        )
    }


def _mapped(store: Store) -> set[str]:
    """Return the terms of other ontologies that the mappings in the store lead to."""
    predicates = ", ".join(f"<{predicate}>" for predicate in sorted(PREDICATES))
    rows = select(store.graph, _MAPPED.format(mappings=MAPPINGS_GRAPH, predicates=predicates))
    return {row["term"].value for row in rows}
