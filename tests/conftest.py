"""What several tests start from."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pyoxigraph as ox
import pytest

from yogakg import resources
from yogakg.namespaces import (
    ONTOLOGY_GRAPH,
    POSES_GRAPH,
    PREFIXES,
    RISKS_GRAPH,
    TERMS_INFERRED_GRAPH,
    VOCABULARY_GRAPH,
)
from yogakg.oxigraph import quads
from yogakg.reasoning import infer, infer_terms
from yogakg.store import Store

DATA = Path(__file__).parent / "data"
#: The sources of the small graph, with the local names of their IRIs.
SOURCES = {"janu": "janu-1a2b3c4d", "notes": "notes-9f8e7d6c", "trial": "trial-55aa55aa"}


@pytest.fixture
def store() -> Iterator[Store]:
    """Open a new store in memory, with the terms and no source."""
    with Store.open(":memory:", shipped=False) as store:
        yield store


@pytest.fixture(scope="session")
def terms() -> ox.Store:
    """Return the terms of the package in memory, with what follows from them."""
    with Store.open(":memory:", shipped=False) as store:
        return store.terms


@pytest.fixture(scope="session")
def janu() -> list[ox.Triple]:
    """Return what a small source about Janu Sirsasana states."""
    return [quad.triple for quad in ox.parse(path=DATA / "sources" / "janu.ttl")]


@pytest.fixture(scope="session")
def small_graph() -> Callable[..., ox.Store]:
    """Return a function that fills a graph with a vocabulary small enough to follow by hand, and sources."""

    def fill(*sources: str) -> ox.Store:
        graph = ox.Store()
        ontology = ox.parse(resources.read("ontology", "yoga.ttl"), format=ox.RdfFormat.TURTLE)
        graph.extend(quads((quad.triple for quad in ontology), ONTOLOGY_GRAPH))
        graph.extend(quads(_read("terms"), VOCABULARY_GRAPH))
        graph.extend(quads(_read("poses"), POSES_GRAPH))
        graph.extend(quads(_read("risks"), RISKS_GRAPH))
        terms = ox.Store()
        terms.extend(graph)
        inferred = infer_terms(terms)
        for place in (graph, terms):
            place.extend(quads(inferred, TERMS_INFERRED_GRAPH))
        for name in sources:
            iri = (
                PREFIXES["source"]
                + {"janu": "janu-1a2b3c4d", "notes": "notes-9f8e7d6c", "trial": "trial-55aa55aa"}[name]
            )
            graph.extend(quads(_read(name), iri))
            graph.extend(quads(infer(_read(name), terms), f"{iri}/inferred"))
        return graph

    return fill


def _read(name: str) -> list[ox.Triple]:
    return [quad.triple for quad in ox.parse(path=DATA / "queries" / f"{name}.ttl")]
