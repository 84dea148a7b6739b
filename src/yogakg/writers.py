"""RDF written with the same bytes on every run: sorted, with blank nodes named by their place in the graph."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any, Final, Literal

import pyoxigraph as ox

from yogakg import jsonld
from yogakg.namespaces import PREFIXES

Format = Literal["turtle", "trig", "nquads", "rdfxml", "jsonld"]

_TYPE: Final = ox.NamedNode(PREFIXES["rdf"] + "type")
#: Datatypes that are not written.
_IMPLIED: Final = (ox.NamedNode(PREFIXES["xsd"] + "string"), ox.NamedNode(PREFIXES["rdf"] + "langString"))
#: Names under these prefixes hold "#" and "=", which a prefixed name would have to escape.
_WRITTEN_OUT: Final = frozenset({"source", "graph"})


def _order(quad: ox.Quad) -> tuple[Any, ...]:
    is_type = quad.predicate == _TYPE
    return str(quad.graph_name), str(quad.subject), not is_type, quad.predicate.value, str(quad.object)


def _ordered(quads: Iterable[ox.Quad], *, flat: bool) -> list[ox.Quad]:
    """Sort quads, types first, with blank nodes named by their place in the graph (RDFC-1.0)."""
    if flat:
        quads = {ox.Quad(quad.subject, quad.predicate, quad.object) for quad in quads}
    quads = set(quads)
    if any(isinstance(term, ox.BlankNode) for quad in quads for term in (quad.subject, quad.object)):
        dataset = ox.Dataset(quads)
        dataset.canonicalize(ox.CanonicalizationAlgorithm.RDFC_1_0)
        quads = set(dataset)
    return sorted(quads, key=_order)


def _prefixes(quads: Iterable[ox.Quad]) -> dict[str, str]:
    """Return our prefixes that are used, so that no file begins with a list of all."""
    names = {
        term.value
        for quad in quads
        for term in (quad.subject, quad.predicate, quad.object, getattr(quad.object, "datatype", None))
        if isinstance(term, ox.NamedNode) and term not in _IMPLIED
    }
    heads = {name[: max(name.rfind(mark) for mark in "#/_:") + 1] for name in names}
    return {
        prefix: space for prefix, space in sorted(PREFIXES.items()) if prefix not in _WRITTEN_OUT and space in heads
    }


def _write_turtle(quads: Iterable[ox.Quad]) -> str:
    ordered = _ordered(quads, flat=True)
    return _spaced(_serialize([quad.triple for quad in ordered], ox.RdfFormat.TURTLE, ordered))


def _write_trig(quads: Iterable[ox.Quad]) -> str:
    ordered = _ordered(quads, flat=False)
    return _spaced(_serialize(ordered, ox.RdfFormat.TRIG, ordered))


def _write_rdfxml(quads: Iterable[ox.Quad]) -> str:
    ordered = _ordered(quads, flat=True)
    return _serialize([quad.triple for quad in ordered], ox.RdfFormat.RDF_XML, ordered)


def _serialize(data: Iterable[Any], form: ox.RdfFormat, ordered: Iterable[ox.Quad]) -> str:
    return (ox.serialize(data, format=form, prefixes=_prefixes(ordered)) or b"").decode()


def _spaced(text: str) -> str:
    """Sort the prefixes, whose order varies, and put an empty line before each subject and graph.

    A literal has no line break of its own: the serializer escapes them.
    """
    lines = text.removesuffix("\n").split("\n")
    prefixes = sorted(line for line in lines if line.startswith("@prefix "))
    others = lines[len(prefixes) :]
    return "\n".join([*prefixes, *(line if line.startswith(("\t", "}")) else f"\n{line}" for line in others), ""])


def _write_nquads(quads: Iterable[ox.Quad]) -> str:
    lines = (ox.serialize(_ordered(quads, flat=False), format=ox.RdfFormat.N_QUADS) or b"").decode()
    return "".join(sorted(f"{line}\n" for line in lines.split("\n") if line))


def _write_jsonld(quads: Iterable[ox.Quad]) -> str:
    return jsonld.write(quad.triple for quad in _ordered(quads, flat=True))


WRITERS: Final[dict[Format, Callable[[Iterable[ox.Quad]], str]]] = {
    "turtle": _write_turtle,
    "trig": _write_trig,
    "nquads": _write_nquads,
    "rdfxml": _write_rdfxml,
    "jsonld": _write_jsonld,
}
