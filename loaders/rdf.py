"""RDF files in the project's terms as sources: Turtle, TriG, N-Triples, N-Quads, RDF/XML and JSON-LD.

A file is a source like an article. What it leaves out of the description of itself is filled in, and
its claims get the whole file as their passage where they have none. Nothing outside the file is ever
opened: no entity, document type, import or context.
"""

from __future__ import annotations

import hashlib
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cache
from typing import Final, NamedTuple

import pyoxigraph as ox

from yogakg import resources
from yogakg.errors import DocumentError
from yogakg.iris import slug
from yogakg.namespaces import ONTOLOGY_GRAPH, PREFIXES, YOGA, compress
from yogakg.oxigraph import quads, select

#: The formats by the suffix of a file.
FORMATS: Final = {
    ".ttl": ox.RdfFormat.TURTLE,
    ".trig": ox.RdfFormat.TRIG,
    ".nt": ox.RdfFormat.N_TRIPLES,
    ".nq": ox.RdfFormat.N_QUADS,
    ".rdf": ox.RdfFormat.RDF_XML,
    ".owl": ox.RdfFormat.RDF_XML,
    ".xml": ox.RdfFormat.RDF_XML,
    ".jsonld": ox.RdfFormat.JSON_LD,
    ".json-ld": ox.RdfFormat.JSON_LD,
}
#: Characters that the entities of a file may stand for. They shorten namespaces, and have no honest use beyond.
ENTITY_LIMIT: Final = 20_000_000


def _node(curie: str) -> ox.NamedNode:
    prefix, _, local = curie.partition(":")
    return ox.NamedNode(PREFIXES[prefix] + local)


_TYPE, _AXIOM, _SOURCE, _STATUS = (_node(c) for c in ("rdf:type", "owl:Axiom", "yoga:Source", "yoga:status"))
_DERIVED, _DESCRIBES, _CHECKSUM = (_node(c) for c in ("prov:wasDerivedFrom", "yoga:describes", "yoga:checksum"))
_ANNOTATED: Final = tuple(_node(f"owl:annotated{part}") for part in ("Source", "Property", "Target"))
#: Nodes that are claims themselves, and so carry their passage.
_CLAIMS: Final = frozenset(
    _node(f"yoga:{name}")
    for name in (
        "Contraindication",
        "Modification",
        "Step",
        "Hold",
        "BreathingInstruction",
        "NameElement",
        "UngroundedMention",
    )
)
#: What a source may say in the words of OWL and RDFS. All else is an axiom about terms.
_ALLOWED: Final = frozenset(
    {_AXIOM, *_ANNOTATED}
    | {_node(c) for c in ("owl:sameAs", "owl:NamedIndividual", "rdfs:label", "rdfs:comment", "rdfs:seeAlso")}
)


class _Statement(NamedTuple):
    """A triple without blank nodes."""

    subject: ox.NamedNode
    predicate: ox.NamedNode
    object: ox.NamedNode | ox.Literal


@dataclass(frozen=True, slots=True)
class RdfSource:
    """A source that was read from RDF: its IRI, all that it states, and the text its passages count in.

    The text is None if the file tells of another document.
    """

    iri: str
    triples: tuple[ox.Triple, ...]
    text: str | None


def read_rdf(data: bytes, *, name: str, url: str | None = None, loaded: datetime | None = None) -> list[RdfSource]:
    """Read the sources in an RDF file; most files are one.

    The suffix of ``name`` gives the format. IRIs in the file may be relative to it: ``<>`` is the file
    as a source, ``<#char=0,80>`` its first 80 characters. In TriG and N-Quads each named graph that
    describes itself as a source is one; graphs of the project and of inferences are left out, for a
    store has the one and draws the other. ``loaded`` is the time to record (now, if none is given).

    Raises DocumentError if the file is not UTF-8 or not in its format, if it would open something
    outside itself, if it makes axioms about terms, or if it states nothing.
    """
    suffix = name[name.rfind(".") :].lower()
    if suffix not in FORMATS:
        raise DocumentError(name, f"'{suffix}' is not a suffix of RDF", f"Use one of {', '.join(FORMATS)}.")
    text = _decode(data, name)
    if FORMATS[suffix] == ox.RdfFormat.RDF_XML:
        _refuse_entities(text, name)
    digest = hashlib.sha256(text.encode()).hexdigest()
    file = ox.NamedNode(f"{PREFIXES['source']}{slug(name.rsplit('.', 1)[0])}-{digest[:8]}")
    moment = (loaded or datetime.now(UTC)).astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    description: dict[ox.NamedNode, ox.NamedNode | ox.Literal] = {
        _node("dcterms:title"): ox.Literal(name),
        _node("yoga:fileName"): ox.Literal(name),
        _CHECKSUM: ox.Literal(digest),
        _node("yoga:mediaType"): ox.Literal(FORMATS[suffix].media_type),
        _node("yoga:evidenceClass"): _node("yoga:CommunityData"),
        _node("yoga:dateLoaded"): ox.Literal(moment, datatype=_node("xsd:dateTime")),
    }
    if url:
        description[_node("dcterms:source")] = ox.NamedNode(url)
    sources = []
    for source, statements in _parse(text, name, FORMATS[suffix], file).items():
        _refuse_axioms(statements, name)
        sources.append(_complete(source, statements, description, text))
    if not sources:
        raise DocumentError(name, "the file states nothing that can be loaded", "Write facts about poses in it.")
    return sources


def _decode(data: bytes, name: str) -> str:
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        problem = f"byte {error.start} (0x{data[error.start]:02x}) is not UTF-8"
        raise DocumentError(name, problem, "Save the file as UTF-8, which RDF is written in.") from None
    if not text.strip():
        raise DocumentError(name, "the file is empty", "Write facts about poses in it.")
    return text


def _refuse_entities(text: str, name: str) -> None:
    """Refuse a document type that reaches outside the file, or that a few bytes of blow up."""
    remedy = "Write the values out, and leave the DOCTYPE away."
    if re.search(r"<!DOCTYPE[^\[>]*\b(SYSTEM|PUBLIC)\b", text):
        raise DocumentError(name, "its document type lies outside the file, and nothing outside is opened", remedy)
    length = 0
    for entity in re.finditer(r"<!ENTITY\s+([^>]*)>", text):
        plain = re.fullmatch(r"""([^\s%&]+)\s+("[^"&%]*"|'[^'&%]*')\s*""", entity[1])
        if plain is None:
            problem = f"the entity '{entity[1].split()[0]}' is made of others, or of what lies outside the file"
            raise DocumentError(name, f"{problem}; nothing outside is opened", remedy)
        length += text.count(f"&{plain[1]};") * len(plain[2])
    if length > ENTITY_LIMIT:
        raise DocumentError(name, f"its entities stand for {length / 1e6:.0f} MB of text", remedy)


def _parse(text: str, name: str, form: ox.RdfFormat, file: ox.NamedNode) -> dict[ox.NamedNode, list[_Statement]]:
    """Return what each source in a file states. Blank nodes get IRIs, counted in the order of the file."""
    read: dict[ox.NamedNode | ox.BlankNode | ox.DefaultGraph, list[ox.Triple]] = defaultdict(list)
    try:
        for quad in ox.parse(text.encode(), format=form, base_iri=file.value):
            read[quad.graph_name].append(quad.triple)
    except SyntaxError as error:
        raise DocumentError(name, *_explain(error, form)) from None

    named: dict[ox.BlankNode, ox.NamedNode] = {}

    def node(term: ox.NamedNode | ox.BlankNode) -> ox.NamedNode:
        if isinstance(term, ox.BlankNode):
            return named.setdefault(term, ox.NamedNode(f"{file.value}#node-{len(named) + 1}"))
        return term

    def statement(triple: ox.Triple) -> _Statement:
        subject, predicate, target = triple
        if isinstance(target, ox.Triple) or isinstance(subject, ox.Triple):
            raise DocumentError(name, "it states something about a triple term", "Use an owl:Axiom instead.")
        return _Statement(node(subject), predicate, target if isinstance(target, ox.Literal) else node(target))

    apart: dict[ox.NamedNode, list[_Statement]] = {}
    together: list[_Statement] = []
    for graph, triples in read.items():
        iri = graph.value if isinstance(graph, ox.NamedNode) else ""
        if iri.startswith(PREFIXES["graph"]) or iri.endswith("/inferred"):
            continue
        statements = [statement(triple) for triple in triples]
        if isinstance(graph, ox.NamedNode) and _Statement(graph, _TYPE, _SOURCE) in statements:
            apart[graph] = statements
        else:
            together += statements
    if together:
        apart[_described_source(together, name) or file] = together
    return apart


def _explain(error: SyntaxError, form: ox.RdfFormat) -> tuple[str, str]:
    """Say where the syntax breaks, or what the file would have opened."""
    if "LoadDocumentCallback" in str(error):
        problem = "its @context lies outside the file, and nothing outside is opened"
        return problem, "Write the context itself into the file."
    where = f"line {error.lineno}, column {error.offset}: " if error.lineno else ""
    message = re.sub(r"^Parser error .*?: | \(line \d+\)$", "", str(error))
    return f"{where}{message}", f"Mend it; the file is read as {form.name}."


def _described_source(statements: Iterable[_Statement], name: str) -> ox.NamedNode | None:
    """Return the source that statements describe, if they describe one."""
    found = {said.subject for said in statements if (said.predicate, said.object) == (_TYPE, _SOURCE)}
    if len(found) > 1:
        listed = ", ".join(sorted(compress(iri.value) for iri in found))
        remedy = "Put each into a file of its own, or into a named graph of its own in TriG or N-Quads."
        raise DocumentError(name, f"it describes {len(found)} sources ({listed})", remedy)
    iri = next(iter(found), None)
    if iri and iri.value.startswith((YOGA, PREFIXES["graph"])):
        raise DocumentError(name, f"<{iri.value}> is the project's own and no source", "Write <> for the file itself.")
    return iri


def _refuse_axioms(statements: Iterable[_Statement], name: str) -> None:
    """Refuse statements that would change what follows from other sources."""
    for said in statements:
        word = said.object if said.predicate == _TYPE else said.predicate
        if word.value.startswith((PREFIXES["owl"], PREFIXES["rdfs"])) and word not in _ALLOWED:
            words = " ".join(compress(term.value) for term in said)
            remedy = "Load facts alone, or link the file as an ontology: yogakg link FILE."
            raise DocumentError(name, f"'{words}' is an axiom about terms, which a source may not make", remedy)


def _complete(
    source: ox.NamedNode,
    statements: list[_Statement],
    description: dict[ox.NamedNode, ox.NamedNode | ox.Literal],
    text: str,
) -> RdfSource:
    """Fill in what a source leaves out: its description, the practices it is about, passages."""
    stated = dict.fromkeys([*statements, _Statement(source, _TYPE, _SOURCE)])
    given = {said.predicate: said.object for said in stated if said.subject == source}
    stated |= {_Statement(source, p, value): None for p, value in description.items() if p not in given}
    practices = _practices(statements)
    if _DESCRIBES not in given:
        stated |= {_Statement(source, _DESCRIBES, practice): None for practice in practices}
    # A file that gives another checksum than its own tells of another document, whose passages it must know.
    is_document = given.get(_CHECKSUM, description[_CHECKSUM]) == description[_CHECKSUM]
    if is_document:
        stated |= dict.fromkeys(_passages(source, statements, practices, len(text)))
    return RdfSource(source.value, tuple(ox.Triple(*said) for said in stated), text if is_document else None)


def _practices(statements: Iterable[_Statement]) -> dict[ox.NamedNode, None]:
    """Return the practices that statements are about, in the order of the statements."""
    classes, properties = _practice_terms()
    return {
        said.subject: None
        for said in statements
        if said.predicate in properties or (said.predicate == _TYPE and said.object in classes)
    }


@cache
def _practice_terms() -> tuple[frozenset[ox.NamedNode], frozenset[ox.NamedNode]]:
    """Return the classes of practices, and the properties that only practices have."""
    ontology = ox.Store()
    parsed = ox.parse(resources.read("ontology", "yoga.ttl"), format=ox.RdfFormat.TURTLE)
    ontology.extend(quads((quad.triple for quad in parsed), ONTOLOGY_GRAPH))
    above = "(rdfs:subClassOf|owl:equivalentClass/owl:intersectionOf/rdf:first)* yoga:Practice"
    classes = select(ontology, f"SELECT ?x {{ ?x {above} }}")
    properties = select(ontology, f"SELECT ?x {{ ?x rdfs:subPropertyOf*/rdfs:domain/{above} }}")
    return frozenset(row["x"] for row in classes), frozenset(row["x"] for row in properties)


def _passages(
    source: ox.NamedNode, statements: list[_Statement], practices: Iterable[ox.NamedNode], length: int
) -> Iterator[_Statement]:
    """Give the whole file as their passage to the claims that have none."""
    whole = ox.NamedNode(f"{source.value}#char=0,{length}")
    nodes = {said.subject for said in statements if said.predicate == _TYPE and said.object in _CLAIMS}
    axioms: dict[ox.NamedNode, dict[ox.NamedNode, ox.NamedNode | ox.Literal]] = defaultdict(dict)
    for said in statements:
        if said.predicate in _ANNOTATED:
            axioms[said.subject][said.predicate] = said.object
    passed = {said.subject for said in statements if said.predicate == _DERIVED}
    for node in sorted((nodes | set(axioms)) - passed, key=str):
        yield _Statement(node, _DERIVED, whole)
    annotated = {tuple(parts.get(part) for part in _ANNOTATED) for parts in axioms.values()}
    about = set(practices)
    count = 0
    for said in dict.fromkeys(statements):
        is_claim = said.subject in about and said.predicate.value.startswith(YOGA) and said.predicate != _STATUS
        if is_claim and said.object not in nodes and tuple(said) not in annotated:
            count += 1
            axiom = ox.NamedNode(f"{source.value}#statement-{count}")
            yield _Statement(axiom, _TYPE, _AXIOM)
            yield from (_Statement(axiom, part, term) for part, term in zip(_ANNOTATED, said, strict=True))
            yield _Statement(axiom, _DERIVED, whole)
