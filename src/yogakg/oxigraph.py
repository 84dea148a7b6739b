"""Shorthands for pyoxigraph, with the one type that each kind of query returns."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import cast

import pyoxigraph as ox

from yogakg.namespaces import PREFIXES


def quads(triples: Iterable[ox.Triple], graph: str | None = None) -> Iterator[ox.Quad]:
    """Put triples into a graph, or into the default graph."""
    name = ox.NamedNode(graph) if graph else ox.DefaultGraph()
    return (ox.Quad(triple.subject, triple.predicate, triple.object, name) for triple in triples)


def triples(store: ox.Store, graph: str) -> list[ox.Triple]:
    """Return the triples of one graph."""
    return [quad.triple for quad in store.quads_for_pattern(None, None, None, ox.NamedNode(graph))]


def select(store: ox.Store, query: str) -> Iterator[ox.QuerySolution]:
    """Run a SELECT query over the union of all graphs, with the project's prefixes."""
    return cast(ox.QuerySolutions, store.query(query, prefixes=PREFIXES, use_default_graph_as_union=True))


def construct(store: ox.Store, query: str) -> Iterator[ox.Triple]:
    """Run a CONSTRUCT query over the union of all graphs, with the project's prefixes."""
    return cast(ox.QueryTriples, store.query(query, prefixes=PREFIXES, use_default_graph_as_union=True))
