"""Measure load, materialisation, validation and queries beside rdflib's own store and owlrl, in one run.

Usage: python bench/compare.py [--runs N]

Prints a row a task: the median of this project, the median of the peer on the same data in the same
process, and their ratio. The two are run in turn, so that a change of the machine's speed meets both.
"""

from __future__ import annotations

import argparse
import logging
import statistics
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pyoxigraph as ox
import rdflib

from yogakg import KnowledgeGraph, reasoning, resources, validation
from yogakg.graph import triples
from yogakg.loaders.article import read_article
from yogakg.namespaces import PREFIXES
from yogakg.querying import ask, parameter_term
from yogakg.questions import catalogue
from yogakg.store import Store

ARTICLE = Path(__file__).parents[1] / "examples" / "head-to-knee-pose.txt"
PARAMETERS = {
    "pose": "Janu Sirsasana",
    "region": "hamstrings",
    "condition": "knee injury",
    "aim": "digestion",
    "source": ARTICLE.name,
}


def main(arguments: list[str]) -> int:
    """Run all comparisons and print them."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--runs", type=int, default=5, help="runs of each side, of which the median is told")
    runs = parser.parse_args(arguments).runs
    logging.disable(logging.CRITICAL)
    data = ARTICLE.read_bytes()
    stated = list(triples(read_article(data, name=ARTICLE.name)))
    print(f"{'task':44s}{'yogakg':>11s}{'peer':>11s}  ratio  peer")
    for task, ours, theirs, peer in (
        ("parse and hold the terms", _hold_terms, _rdflib_terms, "rdflib.Graph"),
        ("materialise ontology and one article", _materialise(stated), _owlrl(stated), "owlrl (OWL 2 RL)"),
        ("validate one article", _validate(stated), _validate_all(stated), "pySHACL on terms and article"),
        *_queries(),
    ):
        one, other = _in_turn(ours, theirs, runs if "materialise" not in task else min(runs, 3))
        print(f"{task:44s}{one * 1000:9.1f} ms{other * 1000:9.1f} ms{other / one:6.1f}x  {peer}")
    return 0


def _in_turn(ours: Callable[[], object], theirs: Callable[[], object], runs: int) -> tuple[float, float]:
    """Time two functions in turn, after one run of each that does not count; return the medians in seconds."""
    sides: tuple[list[float], list[float]] = ([], [])
    for count in range(runs + 1):
        for side, function in zip(sides, (ours, theirs), strict=True):
            start = time.perf_counter()
            function()
            if count:
                side.append(time.perf_counter() - start)
    return statistics.median(sides[0]), statistics.median(sides[1])


def _files() -> list[bytes]:
    paths = ["yoga.ttl", "poses.ttl", *resources.listing("ontology", ".ttl", under="vocabulary")]
    return [resources.read("ontology", path) for path in paths]


def _hold_terms() -> object:
    store = ox.Store()
    for data in _files():
        store.load(data, format=ox.RdfFormat.TURTLE)
    return store


def _rdflib_terms() -> object:
    graph = rdflib.Graph()
    for data in _files():
        graph.parse(data=data, format="turtle")
    return graph


def _small(stated: list[ox.Triple]) -> ox.Store:
    """Return the ontology, the regions and an article's claims: what owlrl can close in reasonable time."""
    store = ox.Store()
    store.load(resources.read("ontology", "yoga.ttl"), format=ox.RdfFormat.TURTLE)
    for quad in ox.parse(resources.read("ontology", "vocabulary/regions.ttl"), format=ox.RdfFormat.TURTLE):
        if quad.predicate.value.endswith(("#partOf", "#type")):
            store.add(quad)
    for triple in stated:
        store.add(ox.Quad(triple.subject, triple.predicate, triple.object))
    return store


def _materialise(stated: list[ox.Triple]) -> Callable[[], object]:
    small = _small(stated)
    return lambda: reasoning.infer_terms(small)


def _owlrl(stated: list[ox.Triple]) -> Callable[[], object]:
    import owlrl

    turtle = ox.serialize((quad.triple for quad in _small(stated)), format=ox.RdfFormat.N_TRIPLES)
    assert turtle is not None

    def close() -> object:
        graph = rdflib.Graph().parse(data=turtle, format="nt")
        owlrl.DeductiveClosure(owlrl.OWLRL_Semantics).expand(graph)
        return graph

    return close


def _validate(stated: list[ox.Triple]) -> Callable[[], object]:
    terms = Store.open(":memory:").terms
    inferred = reasoning.infer(stated, terms)
    return lambda: validation.validate_source(stated, inferred, terms)


def _validate_all(stated: list[ox.Triple]) -> Callable[[], object]:
    import pyshacl

    data = rdflib.Graph()
    for file in _files():
        data.parse(data=file, format="turtle")
    text = ox.serialize(stated, format=ox.RdfFormat.N_TRIPLES)
    assert text is not None
    data.parse(data=text, format="nt")
    shapes = rdflib.Graph()
    for path in resources.listing("shapes", ".ttl"):
        shapes.parse(data=resources.read("shapes", path), format="turtle")
    return lambda: pyshacl.validate(data, shacl_graph=shapes, advanced=False)


def _queries() -> list[tuple[str, Callable[[], object], Callable[[], object], str]]:
    """Pair each question that the example can answer, on oxigraph, with the same text on rdflib's own store."""
    kg = KnowledgeGraph(":memory:")
    kg.load(ARTICLE)
    graph = kg.store.graph
    dataset = rdflib.Dataset(default_union=True)
    text = ox.serialize(graph, format=ox.RdfFormat.N_QUADS)
    assert text is not None
    dataset.parse(data=text, format="nquads")
    pairs: list[tuple[str, Callable[[], object], Callable[[], object], str]] = []
    for question in catalogue().values():
        required = [parameter.name for parameter in question.parameters if parameter.required]
        if not required or not set(required) <= set(PARAMETERS):
            continue
        given = {name: PARAMETERS[name] for name in required}
        terms = {name: parameter_term(graph, question.parameter(name), value) for name, value in given.items()}
        bound = question.bind(terms)

        def ours(bound: str = bound) -> object:
            return ask(graph, bound)

        def theirs(bound: str = bound) -> object:
            return list(dataset.query(bound, initNs=PREFIXES))

        pairs.append((f"query {question.name}", ours, theirs, "rdflib"))
    return pairs


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
