"""What the sources state, or a part of it, in the formats of RDF."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Any, Final

import pyoxigraph as ox

from yogakg.namespaces import (
    MAPPINGS_GRAPH,
    ONTOLOGY_GRAPH,
    POSES_GRAPH,
    PREFIXES,
    RISKS_GRAPH,
    TERMS_INFERRED_GRAPH,
    VOCABULARY_GRAPH,
    YOGA,
)
from yogakg.oxigraph import quads as as_quads
from yogakg.oxigraph import select
from yogakg.writers import WRITERS, Format

if TYPE_CHECKING:
    from yogakg.facts import Document

_INFERRED: Final = "/inferred"
_TERMS: Final = (ONTOLOGY_GRAPH, VOCABULARY_GRAPH, POSES_GRAPH, RISKS_GRAPH, MAPPINGS_GRAPH)
_LABEL: Final = ox.NamedNode(PREFIXES["skos"] + "prefLabel")
_NAME: Final = ox.NamedNode(PREFIXES["rdfs"] + "label")
_DATE_LOADED: Final = ox.NamedNode(YOGA + "dateLoaded")
_ABOUT: Final = ox.NamedNode(PREFIXES["owl"] + "annotatedSource")


def export(
    graph: ox.Store,
    form: Format = "turtle",
    *,
    sources: Sequence[str] | None = None,
    pose: str | None = None,
    inferred: bool = False,
    terms: bool = False,
) -> str:
    """Write what the sources state.

    ``sources`` are the IRIs of those to write (all, if None); ``pose`` limits it to one pose and what
    hangs on it, with the labels of the things it names. ``inferred`` adds what follows, ``terms`` the
    ontology, vocabulary, register of poses and mappings. Turtle, RDF/XML and JSON-LD have one graph, TriG and
    N-Quads keep that of each source.
    """
    quads = list(_select(graph, sources, inferred=inferred, terms=terms))
    if pose is not None:
        quads = list(_about(graph, quads, ox.NamedNode(pose)))
    return WRITERS[form](quads)


def write_documents(documents: Iterable[Document]) -> str:
    """Write documents that were read but not loaded as Turtle, without the time, so that it does not change."""
    from yogakg.graph import triples

    stated = (triple for document in documents for triple in triples(document))
    return WRITERS["turtle"](as_quads(triple for triple in stated if triple.predicate != _DATE_LOADED))


def _select(graph: ox.Store, sources: Sequence[str] | None, *, inferred: bool, terms: bool) -> Iterator[ox.Quad]:
    names = list(_sources(graph) if sources is None else sources)
    if inferred:
        names += [name + _INFERRED for name in names]
    if terms:
        names += [*_TERMS, TERMS_INFERRED_GRAPH] if inferred else _TERMS
    for name in names:
        yield from graph.quads_for_pattern(None, None, None, ox.NamedNode(name))


def _sources(graph: ox.Store) -> list[str]:
    return [row["source"].value for row in select(graph, "SELECT ?source { GRAPH ?source { ?source a yoga:Source } }")]


def _about(graph: ox.Store, quads: Iterable[ox.Quad], pose: ox.NamedNode) -> Iterator[ox.Quad]:
    """Keep what hangs on a pose: its statements, their nodes and passages, and who states them; add labels."""
    by_subject: dict[Any, list[Any]] = {}
    for quad in quads:
        by_subject.setdefault(quad.subject, []).append(quad)
    axioms = (q.subject for found in by_subject.values() for q in found if (q.predicate, q.object) == (_ABOUT, pose))
    waiting: list[Any] = [pose, *axioms]
    reached = set(waiting)
    named: dict[Any, None] = {pose: None}
    graphs = {ox.NamedNode(name) for name in _TERMS}
    for subject in waiting:
        for quad in by_subject.get(subject, ()):
            yield quad
            graphs.add(quad.graph_name)
            source = ox.NamedNode(quad.graph_name.value.removesuffix(_INFERRED))
            for term in (quad.predicate, quad.object, source):
                if term in reached or isinstance(term, ox.Literal):
                    continue
                if _hangs_on_claims(term) and term in by_subject:
                    reached.add(term)
                    waiting.append(term)
                else:
                    named[term] = None
    for term in named:
        for name in (_LABEL, _NAME):
            yield from (quad for quad in graph.quads_for_pattern(term, name, None, None) if quad.graph_name in graphs)


def _hangs_on_claims(term: ox.NamedNode | ox.BlankNode) -> bool:
    """Say whether a thing is there for the claims alone: it is a source, or a node or passage in one."""
    return isinstance(term, ox.BlankNode) or term.value.startswith(PREFIXES["source"])
