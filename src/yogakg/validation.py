"""Whether sources and terms have the form that the shapes ask for, and what to do where they do not."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Final, Literal, cast

import pyoxigraph as ox

from yogakg import resources
from yogakg.namespaces import PREFIXES, YOGA, compress
from yogakg.oxigraph import quads
from yogakg.reasoning import find_clashes

if TYPE_CHECKING:
    import rdflib

    from yogakg.store import Store

Severity = Literal["violation", "warning", "info"]

_TYPE: Final = ox.NamedNode(PREFIXES["rdf"] + "type")
_LABEL: Final = ox.NamedNode(PREFIXES["skos"] + "prefLabel")
_SUBCLASS: Final = ox.NamedNode(PREFIXES["rdfs"] + "subClassOf")
_SOURCE: Final = ox.NamedNode(YOGA + "Source")
_SEVERITIES: Final[dict[str, Severity]] = {
    PREFIXES["sh"] + "Violation": "violation",
    PREFIXES["sh"] + "Warning": "warning",
    PREFIXES["sh"] + "Info": "info",
}
#: The file of shapes that only terms of the vocabulary must conform to.
_TERM_SHAPES: Final = "vocabulary.ttl"
#: What a finding calls the shape when it is no shape but an axiom of the ontology that is broken.
CONSISTENCY: Final = PREFIXES["shape"] + "Consistency"


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that does not have the form it should have.

    ``focus`` is the IRI of the thing, ``path`` the property (None if it is no single property), ``value``
    the value that is wrong (None if one is missing), ``shape`` the IRI of the property shape or
    constraint, ``message`` what is asked for and what to do, ``source`` the source that says it
    (None for a term of the project).
    """

    focus: str
    path: str | None
    value: ox.NamedNode | ox.BlankNode | ox.Literal | None
    severity: Severity
    shape: str
    message: str
    source: str | None

    def __str__(self) -> str:
        _, *place, message, shape, _ = self.row()
        return f"{' '.join(cell for cell in place if cell)}: {message} [{shape}]"

    def row(self) -> tuple[str, str, str, str, str, str, str]:
        """Return severity, thing, property, value, message, shape and source, for a table."""
        value = self.value.value if self.value is not None else ""
        return (
            self.severity,
            compress(self.focus),
            compress(self.path or ""),
            compress(value),
            self.message,
            compress(self.shape),
            compress(self.source or ""),
        )


@dataclass(frozen=True, slots=True)
class Report:
    """What validation found."""

    findings: tuple[Finding, ...]

    @property
    def conforms(self) -> bool:
        """Whether nothing is violated; warnings may remain."""
        return not any(finding.severity == "violation" for finding in self.findings)

    def rows(self) -> list[tuple[str, str, str, str, str, str, str]]:
        """Return a table: severity, thing, property, value, message, shape, source."""
        return [finding.row() for finding in self.findings]

    def turtle(self) -> str:
        """Return a SHACL validation report; each result says its source as ``dcterms:source``."""
        prefixes = {
            prefix: PREFIXES[prefix] for prefix in ("sh", "shape", "dcterms", "yoga", "pose", "condition", "region")
        }
        return (ox.serialize(self._triples(), format=ox.RdfFormat.TURTLE, prefixes=prefixes) or b"").decode()

    def _triples(self) -> Iterator[ox.Triple]:
        sh = PREFIXES["sh"]
        report = ox.BlankNode("report")
        yield ox.Triple(report, _TYPE, ox.NamedNode(sh + "ValidationReport"))
        yield ox.Triple(report, ox.NamedNode(sh + "conforms"), ox.Literal(self.conforms))
        for number, finding in enumerate(self.findings, 1):
            result = ox.BlankNode(f"result{number}")
            yield ox.Triple(report, ox.NamedNode(sh + "result"), result)
            yield ox.Triple(result, _TYPE, ox.NamedNode(sh + "ValidationResult"))
            yield ox.Triple(result, ox.NamedNode(sh + "focusNode"), ox.NamedNode(finding.focus))
            severity = ox.NamedNode(sh + finding.severity.capitalize())
            yield ox.Triple(result, ox.NamedNode(sh + "resultSeverity"), severity)
            yield ox.Triple(result, ox.NamedNode(sh + "sourceShape"), ox.NamedNode(finding.shape))
            yield ox.Triple(result, ox.NamedNode(sh + "resultMessage"), ox.Literal(finding.message, language="en"))
            if finding.path:
                yield ox.Triple(result, ox.NamedNode(sh + "resultPath"), ox.NamedNode(finding.path))
            if finding.value is not None:
                yield ox.Triple(result, ox.NamedNode(sh + "value"), finding.value)
            if finding.source:
                yield ox.Triple(result, ox.NamedNode(PREFIXES["dcterms"] + "source"), ox.NamedNode(finding.source))


def validate_source(stated: Iterable[ox.Triple], inferred: Iterable[ox.Triple], terms: ox.Store) -> list[Finding]:
    """Hold one source to the shapes, and to the ontology: nothing may be in two disjoint classes.

    Only the source is looked at, with the classes and labels of the terms that it names, so the time
    depends on the source and not on the store. The shapes are held against what is stated: what
    follows would excuse a missing class by the range of the very property that asks for it.
    """
    stated = list(stated)
    sources = (triple.subject for triple in stated if triple.predicate == _TYPE and triple.object == _SOURCE)
    source = next((iri.value for iri in sources if isinstance(iri, ox.NamedNode)), None)
    return _run(_described(stated, terms), source, _shapes(of_terms=False)) + _clashes(stated, inferred, terms, source)


def validate_terms(terms: ox.Store) -> list[Finding]:
    """Hold the terms, with what follows from them (``Store.terms``), to the shapes and to the ontology."""
    return _run(terms, None, _shapes(of_terms=True)) + _clashes([quad.triple for quad in terms], (), terms, None)


def validate_store(store: Store, *, on_source: Callable[[str], None] | None = None) -> Report:
    """Hold the terms and each source of a store to the shapes and to the ontology.

    ``on_source`` is told the IRI of each source before it is looked at.
    """
    findings = validate_terms(store.terms)
    for source in store.sources():
        if on_source:
            on_source(source.iri)
        findings += validate_source(store.stated(source.iri), store.inferred(source.iri), store.terms)
    return Report(tuple(findings))


def _described(stated: list[ox.Triple], terms: ox.Store) -> ox.Store:
    """Add to statements the classes of the terms they name, and the labels of those they give none."""
    data = ox.Store()
    data.extend(quads(stated))
    labelled = {triple.subject for triple in stated if triple.predicate == _LABEL}
    named = {term for triple in stated for term in (triple.subject, triple.object) if isinstance(term, ox.NamedNode)}
    for term in named:
        data.extend(terms.quads_for_pattern(term, _TYPE, None, None))
        if term not in labelled:
            data.extend(terms.quads_for_pattern(term, _LABEL, None, None))
    data.extend(terms.quads_for_pattern(None, _SUBCLASS, None, None))
    return data


def _clashes(
    stated: Iterable[ox.Triple], inferred: Iterable[ox.Triple], terms: ox.Store, source: str | None
) -> list[Finding]:
    clashes = find_clashes(stated, inferred, terms)
    return [
        Finding(clash.thing, None, None, "violation", CONSISTENCY, f"It {clash.explanation}", source)
        for clash in clashes
    ]


@cache
def _shapes(*, of_terms: bool) -> rdflib.Graph:
    """Return the shapes that sources must conform to, or all of them, to which terms must."""
    import rdflib

    graph = rdflib.Graph(bind_namespaces="none")
    for path in resources.listing("shapes", ".ttl"):
        if of_terms or path != _TERM_SHAPES:
            graph.parse(data=resources.read("shapes", path), format="turtle")
    return graph


def _run(data: ox.Store, source: str | None, shapes: rdflib.Graph) -> list[Finding]:
    """Run pySHACL, which asks oxigraph itself: five times as fast here as over an rdflib graph."""
    import pyshacl
    from rdflib import RDF, SH, URIRef

    # Its annotations do not know yet that it takes such a store.
    conforms, report, _ = pyshacl.validate(cast("rdflib.Graph", data), shacl_graph=shapes, inplace=True)
    if conforms:
        return []
    findings = []
    for result in report.objects(None, SH.result):
        path, value = report.value(result, SH.resultPath), report.value(result, SH.value)
        shape = report.value(result, SH.sourceShape)
        if (shape, RDF.type, SH.PropertyShape) not in shapes:
            shape = report.value(result, SH.sourceConstraint) or shape
        findings.append(
            Finding(
                focus=str(report.value(result, SH.focusNode)),
                path=str(path) if isinstance(path, URIRef) else None,
                value=_term(value),
                severity=_SEVERITIES[str(report.value(result, SH.resultSeverity))],
                shape=str(shape),
                message=_shorten(str(report.value(result, SH.resultMessage))),
                source=source,
            )
        )
    return sorted(findings, key=lambda finding: (finding.severity, finding.focus, finding.shape, str(finding.value)))


def _term(node: rdflib.term.Identifier | None) -> ox.NamedNode | ox.BlankNode | ox.Literal | None:
    import rdflib

    if node is None:
        return None
    if isinstance(node, rdflib.Literal):
        datatype = None if node.language or node.datatype is None else ox.NamedNode(str(node.datatype))
        return ox.Literal(str(node), datatype=datatype, language=node.language)
    return ox.BlankNode(str(node)) if isinstance(node, rdflib.BNode) else ox.NamedNode(str(node))


def _shorten(message: str) -> str:
    """Write the IRIs in a message as a person would."""
    return re.sub(r"https?://[^\s<>]*[^\s<>.,;]", lambda match: compress(match[0]), message)
