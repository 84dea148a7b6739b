"""What the ontology says of the properties that a mapping may name."""

from __future__ import annotations

from functools import cache
from typing import Final

import pyoxigraph as ox

from yogakg import resources
from yogakg.namespaces import YOGA
from yogakg.oxigraph import select

#: What a benefit may be of; its properties have no range.
_BENEFITED: Final = ("BodyFunction", "MentalState", "HealthCondition", "BodyRegion")
_RANGES: Final = """
SELECT ?property ?range {
  { ?property rdfs:subPropertyOf* yoga:benefits . BIND (yoga:benefits AS ?range) }
  UNION
  { ?property a owl:ObjectProperty ; rdfs:subPropertyOf*/rdfs:domain yoga:Practice .
    ?property rdfs:subPropertyOf*/rdfs:range ?range }
  UNION
  { ?property rdfs:range ?range ; a owl:ObjectProperty . FILTER NOT EXISTS { ?property rdfs:domain ?domain } }
}"""


@cache
def properties() -> dict[str, tuple[str, ...]]:
    """Return the properties of practices, by local name, each with the classes of the things that it points at."""
    found: dict[str, tuple[str, ...]] = {}
    for row in select(_ontology(), _RANGES):
        name, range_ = (row[key].value for key in ("property", "range"))
        classes = _BENEFITED if range_ == YOGA + "benefits" else (range_.removeprefix(YOGA),)
        found[name.removeprefix(YOGA)] = classes
    return found


@cache
def individuals(kind: str) -> frozenset[str]:
    """Return the local names of the individuals of a class of the ontology."""
    found = select(_ontology(), f"SELECT ?one {{ ?one a yoga:{kind} }}")
    return frozenset(row["one"].value.removeprefix(YOGA) for row in found)


@cache
def _ontology() -> ox.Store:
    store = ox.Store()
    store.load(resources.read("ontology", "yoga.ttl"), format=ox.RdfFormat.TURTLE)
    return store
