"""What follows: rules to a fixpoint for facts, and proof by a description logic reasoner for the ontology."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from typing import Final

import pyoxigraph as ox

from yogakg import resources
from yogakg.namespaces import PREFIXES
from yogakg.oxigraph import construct, quads

_NEW: Final = PREFIXES["graph"] + "new"
_KNOWN: Final = PREFIXES["graph"] + "known"


def infer(stated: Iterable[ox.Triple], terms: ox.Store) -> list[ox.Triple]:
    """Return what follows from statements and terms and is in neither, by the rules of ``queries/rules``.

    ``terms`` is a store in memory with the terms and what follows from them (``Store.terms``). It is
    written to meanwhile and is unchanged afterwards, so one inference at a time may use it.
    """
    return _fixpoint([triple for triple in stated if not _knows(terms, triple)], terms)


def infer_terms(terms: ox.Store) -> list[ox.Triple]:
    """Return what follows from the terms alone; ``terms`` is left as it is."""
    return _fixpoint([quad.triple for quad in terms], ox.Store())


def _fixpoint(new: list[ox.Triple], store: ox.Store) -> list[ox.Triple]:
    """Run the rules, semi-naively: each round joins what the last one found with all that is known.

    No triple may be in two graphs of the store: the joins over its union would meet it twice, and
    joins of several patterns many times.
    """
    found: list[ox.Triple] = []
    try:
        while new:
            store.extend(quads(new, _NEW))
            derived = {triple for rule in rules().values() for triple in construct(store, rule)}
            store.clear_graph(ox.NamedNode(_NEW))
            store.extend(quads(new, _KNOWN))
            new = [triple for triple in derived if not _knows(store, triple)]
            found += new
    finally:
        store.clear_graph(ox.NamedNode(_NEW))
        store.clear_graph(ox.NamedNode(_KNOWN))
    return found


def _knows(store: ox.Store, triple: ox.Triple) -> bool:
    return next(store.quads_for_pattern(triple.subject, triple.predicate, triple.object, None), None) is not None


@cache
def rules() -> dict[str, str]:
    """Return the rules: name and CONSTRUCT query.

    In a rule ``GRAPH graph:new`` holds what the last round found; outside it is all that is known.
    """
    return {
        path.removeprefix("rules/").removesuffix(".rq"): resources.read("queries", path).decode()
        for path in resources.listing("queries", ".rq", under="rules")
    }
