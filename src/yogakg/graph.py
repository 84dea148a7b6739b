"""The RDF of a document: its claims as triples, each with the passage it comes from.

A claim that is one triple is annotated by an ``owl:Axiom`` with four reification triples and one
``prov:wasDerivedFrom``: five provenance triples. A claim that is a node of its own (a
contraindication, a modification, a step …) carries its passage itself. Passages are addresses
of characters of the document's text (RFC 5147) or of a value of a record (RFC 6901), and say by which rule
they were read.
"""

from __future__ import annotations

from collections.abc import Generator, Iterator
from datetime import UTC, datetime

from pyoxigraph import Literal, NamedNode, Triple

from yogakg.facts import (
    Asymmetry,
    BreathingInstruction,
    Claim,
    Contraindication,
    Document,
    Hold,
    Modification,
    NameElement,
    Relation,
    Span,
    Step,
    Term,
)
from yogakg.namespaces import PREFIXES, YOGA

_XSD = PREFIXES["xsd"]
_TYPE = NamedNode(PREFIXES["rdf"] + "type")
_DERIVED = NamedNode(PREFIXES["prov"] + "wasDerivedFrom")
_AXIOM = NamedNode(PREFIXES["owl"] + "Axiom")
_SOURCE, _PROPERTY, _TARGET = (
    NamedNode(PREFIXES["owl"] + name) for name in ("annotatedSource", "annotatedProperty", "annotatedTarget")
)
_PREF, _ALT, _BROADER = (NamedNode(PREFIXES["skos"] + name) for name in ("prefLabel", "altLabel", "broader"))
_TITLE, _FROM, _LICENSE = (NamedNode(PREFIXES["dcterms"] + name) for name in ("title", "source", "license"))
_VERSION = NamedNode(PREFIXES["dcterms"] + "identifier")


def triples(document: Document, *, loaded: datetime | None = None) -> Iterator[Triple]:
    """Yield the triples of a document, in a fixed order.

    ``loaded`` is the time to record (now, if none is given); all else depends on the document alone.
    """
    return _Writer(document, loaded or datetime.now(UTC)).write()


def _yoga(name: str) -> NamedNode:
    return NamedNode(YOGA + name)


class _Writer:
    def __init__(self, document: Document, loaded: datetime) -> None:
        self.document = document
        self.loaded = loaded
        self.source = NamedNode(document.iri)
        self.counts: dict[str, int] = {}
        #: Triples that were said before, with their axiom: said again, they only gain a passage.
        self.axioms: dict[Triple, NamedNode] = {}

    def write(self) -> Iterator[Triple]:
        seen: set[Triple] = set()
        for triple in self._all():
            if triple not in seen:
                seen.add(triple)
                yield triple

    def _all(self) -> Iterator[Triple]:
        yield from self._description()
        for description in self.document.descriptions:
            yield from self._term(description.practice)
            practice = NamedNode(description.practice.iri)
            yield Triple(practice, _TYPE, _yoga(description.practice.kind))
            yield Triple(self.source, _yoga("describes"), practice)
            for claim in description.claims:
                yield from self._claim(practice, claim)
                yield Triple(self._passage(claim.span), _yoga("extractedBy"), NamedNode(PREFIXES["rule"] + claim.rule))
        for mention in self.document.mentions:
            node = self._node("mention")
            yield Triple(self.source, _yoga("hasMention"), node)
            yield Triple(node, _TYPE, _yoga("UngroundedMention"))
            yield Triple(node, _yoga("text"), Literal(mention.text))
            yield Triple(node, _yoga("section"), Literal(mention.section))
            yield Triple(node, _DERIVED, self._passage(mention.span))

    def _description(self) -> Iterator[Triple]:
        document = self.document
        yield Triple(self.source, _TYPE, _yoga("Source"))
        yield Triple(self.source, _TITLE, Literal(document.title))
        yield Triple(self.source, _yoga("fileName"), Literal(document.name))
        yield Triple(self.source, _yoga("checksum"), Literal(document.checksum))
        yield Triple(self.source, _yoga("mediaType"), Literal(document.media_type))
        yield Triple(self.source, _yoga("evidenceClass"), _yoga(document.evidence))
        moment = self.loaded.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
        yield Triple(self.source, _yoga("dateLoaded"), Literal(moment, datatype=NamedNode(_XSD + "dateTime")))
        if document.url:
            yield Triple(self.source, _FROM, NamedNode(document.url))
        if document.license:
            yield Triple(self.source, _LICENSE, NamedNode(document.license))
        if document.version:
            yield Triple(self.source, _VERSION, Literal(document.version))
        if document.copy_of:
            yield Triple(self.source, _yoga("copyOf"), NamedNode(document.copy_of))

    def _term(self, term: Term) -> Iterator[Triple]:
        """Describe a term that the vocabulary does not have."""
        if not term.minted:
            return
        node = NamedNode(term.iri)
        yield Triple(node, _TYPE, _yoga(term.kind))
        yield Triple(node, _PREF, Literal(term.label, language="en"))
        for label in term.labels[1:]:
            yield Triple(node, _ALT, Literal(label, language="en"))
        if term.sanskrit:
            yield Triple(node, _PREF, Literal(term.sanskrit, language="sa-Latn"))
        for broader in term.broader:
            yield Triple(node, _BROADER, NamedNode(broader))
        for region in term.affects:
            yield Triple(node, _yoga("affects"), NamedNode(region))
        yield Triple(node, _yoga("status"), _yoga("Unreviewed"))

    def _claim(self, practice: NamedNode, claim: Claim) -> Iterator[Triple]:
        match claim:
            case Relation():
                yield from self._term(claim.object)
                yield from self._axiom(Triple(practice, _yoga(claim.property), NamedNode(claim.object.iri)), claim)
            case Asymmetry():
                true = Literal("true", datatype=NamedNode(_XSD + "boolean"))
                yield from self._axiom(Triple(practice, _yoga("asymmetric"), true), claim)
            case Contraindication():
                yield from self._term(claim.condition)
                node = yield from self._claim_node(
                    practice, "hasContraindication", "Contraindication", "contraindication", claim
                )
                yield Triple(node, _yoga("condition"), NamedNode(claim.condition.iri))
                yield Triple(node, _yoga("advice"), _yoga(claim.advice))
                for name, value in (
                    ("onset", claim.onset),
                    ("severity", claim.severity),
                    ("trimester", claim.trimester),
                ):
                    if value:
                        yield Triple(node, _yoga(name), _yoga(value))
            case Modification():
                yield from self._term(claim.addresses)
                node = yield from self._claim_node(practice, "hasModification", "Modification", "modification", claim)
                yield Triple(node, _yoga("addresses"), NamedNode(claim.addresses.iri))
                yield Triple(node, _yoga("text"), Literal(claim.text))
                if claim.prop is not None:
                    yield Triple(node, _yoga("usesProp"), NamedNode(claim.prop.iri))
            case Hold():
                node = yield from self._claim_node(practice, "hasHold", "Hold", "hold", claim)
                yield Triple(node, _yoga("text"), Literal(claim.text))
                for name, count in (
                    ("minSeconds", claim.min_seconds),
                    ("maxSeconds", claim.max_seconds),
                    ("minBreaths", claim.min_breaths),
                    ("maxBreaths", claim.max_breaths),
                ):
                    if count is not None:
                        yield Triple(node, _yoga(name), _integer(count))
            case Step():
                node = yield from self._claim_node(practice, "hasStep", "Step", "step", claim)
                yield Triple(node, _yoga("position"), _integer(claim.position))
                yield Triple(node, _yoga("text"), Literal(claim.text))
                if claim.breath:
                    yield Triple(node, _yoga("breath"), _yoga(claim.breath))
                if claim.side:
                    yield Triple(node, _yoga("side"), _yoga(claim.side))
            case BreathingInstruction():
                node = yield from self._claim_node(practice, "hasBreathing", "BreathingInstruction", "breathing", claim)
                yield Triple(node, _yoga("breath"), _yoga(claim.breath))
                yield Triple(node, _yoga("text"), Literal(claim.text))
            case NameElement():
                node = yield from self._claim_node(practice, "hasNameElement", "NameElement", "name", claim)
                yield Triple(node, _yoga("element"), Literal(claim.element))
                yield Triple(node, _yoga("meaning"), Literal(claim.meaning))
            case _:
                raise TypeError(f"no triples for {type(claim).__name__}")

    def _axiom(self, said: Triple, claim: Claim) -> Iterator[Triple]:
        """State a triple, and annotate it with its passage."""
        yield said
        axiom = self.axioms.get(said)
        if axiom is None:
            axiom = self.axioms[said] = self._node("fact")
            yield Triple(axiom, _TYPE, _AXIOM)
            yield Triple(axiom, _SOURCE, said.subject)
            yield Triple(axiom, _PROPERTY, said.predicate)
            yield Triple(axiom, _TARGET, said.object)
        yield from self._annotations(axiom, claim)

    def _claim_node(
        self, practice: NamedNode, link: str, kind: str, name: str, claim: Claim
    ) -> Generator[Triple, None, NamedNode]:
        node = self._node(name)
        yield Triple(practice, _yoga(link), node)
        yield Triple(node, _TYPE, _yoga(kind))
        yield from self._annotations(node, claim)
        return node

    def _annotations(self, node: NamedNode, claim: Claim) -> Iterator[Triple]:
        yield Triple(node, _DERIVED, self._passage(claim.span))
        if claim.hedged:
            yield Triple(node, _yoga("certainty"), _yoga("Hedged"))
        if claim.circumstance:
            yield Triple(node, _yoga("circumstance"), Literal(claim.circumstance))

    def _node(self, name: str) -> NamedNode:
        self.counts[name] = self.counts.get(name, 0) + 1
        return NamedNode(f"{self.source.value}#{name}-{self.counts[name]}")

    def _passage(self, span: Span) -> NamedNode:
        return NamedNode(f"{self.source.value}#{span.fragment}")


def _integer(number: int) -> Literal:
    return Literal(str(number), datatype=NamedNode(_XSD + "integer"))
