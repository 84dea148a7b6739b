"""Ontologies in files, whatever their syntax: Turtle, RDF/XML, JSON-LD, OBO and those of OWL."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Final, Literal

import pyoxigraph as ox

from yogakg.entities import entity_problem
from yogakg.errors import DocumentError, MissingExtraError
from yogakg.namespaces import PREFIXES
from yogakg.obo import read_obo

_OwlSyntax = Literal["ofn", "omn", "owx"]
_Syntax = ox.RdfFormat | _OwlSyntax | Literal["obo"]

_RDF: Final = {
    ".ttl": ox.RdfFormat.TURTLE,
    ".nt": ox.RdfFormat.N_TRIPLES,
    ".nq": ox.RdfFormat.N_QUADS,
    ".trig": ox.RdfFormat.TRIG,
    ".jsonld": ox.RdfFormat.JSON_LD,
    ".json": ox.RdfFormat.JSON_LD,
}
#: The syntaxes that need the extra ``owl``, by the name that its reader has for them.
_OWL: Final[dict[str, _OwlSyntax]] = {".ofn": "ofn", ".fss": "ofn", ".omn": "omn", ".owx": "owx"}
_SUB_CLASS: Final = PREFIXES["rdfs"] + "subClassOf"
_ON_PROPERTY: Final = PREFIXES["owl"] + "onProperty"
_SOME: Final = PREFIXES["owl"] + "someValuesFrom"
#: How files of a syntax begin that share a suffix, such as ``.owl``, with others.
_BEGINNINGS: Final[tuple[tuple[bytes, _Syntax], ...]] = (
    (rb"<(?:[\w.-]+:)?RDF[\s/>]", ox.RdfFormat.RDF_XML),
    (rb"<(?:[\w.-]+:)?Ontology[\s/>]", "owx"),
    (rb"(?:Prefix|Ontology)\s*\(", "ofn"),
    (rb"(?:Prefix|Ontology):\s", "omn"),
    (rb"format-version:|\[Term\]", "obo"),
    (rb"[\[{]", ox.RdfFormat.JSON_LD),
    (rb"(?i:@?prefix|@?base)\s|<[^>\s]*>\s", ox.RdfFormat.TURTLE),
)
#: What may stand before the first word of a file.
_COMMENT: Final = re.compile(
    rb"<\?.*?\?>|<!--.*?-->|<!DOCTYPE[^\[>]*(?:\[.*?\]\s*)?>|^\s*[#!].*?$|\s+", re.DOTALL | re.MULTILINE
)


def read_ontology(path: Path, *, base: str) -> Iterator[ox.Triple]:
    """Read an ontology; ``base`` is the address that its relative references start from.

    Turtle, TriG, N-Triples, N-Quads, RDF/XML, JSON-LD and OBO are read, and OWL functional,
    Manchester and XML syntax with the extra ``owl``. The suffix tells the syntax, or the beginning
    of the file. ``A subClassOf (p some B)`` is also said as ``A p B``, as OBO files are read, so that
    one query serves both. Nothing that the file imports or refers to is opened.

    Raises DocumentError, with the line where the parser knows it, and MissingExtraError.
    """
    data = read_file(path)
    syntax = _syntax(path, data)
    if syntax == "obo":
        yield from read_obo(_decode(data, path), name=str(path))
        return
    if syntax in ("owx", ox.RdfFormat.RDF_XML) and (problem := entity_problem(data)):
        raise DocumentError(path, problem, "Link a copy of the ontology without it")
    if isinstance(syntax, str):
        data, syntax = _translate(data, path, syntax), ox.RdfFormat.RDF_XML
    try:
        triples = [quad.triple for quad in ox.parse(data, format=syntax, base_iri=base)]
    except SyntaxError as error:
        raise _explain(path, syntax, error) from error
    yield from triples
    yield from _relations(triples)


def read_file(path: Path) -> bytes:
    """Return the bytes of a file, or raise DocumentError."""
    try:
        return path.read_bytes()
    except OSError as error:
        raise DocumentError(path, f"it cannot be opened ({error.strerror})", "Name a file that can be read") from error


def _relations(triples: Iterable[ox.Triple]) -> Iterator[ox.Triple]:
    """Say ``A p B`` for each ``A subClassOf (p some B)`` in which all three have names."""
    relations: dict[ox.BlankNode, ox.NamedNode] = {}
    fillers: dict[ox.BlankNode, ox.NamedNode] = {}
    restricted: list[tuple[ox.NamedNode, ox.BlankNode]] = []
    for triple in triples:
        subject, predicate, target = triple.subject, triple.predicate.value, triple.object
        if isinstance(subject, ox.BlankNode) and isinstance(target, ox.NamedNode):
            if predicate == _ON_PROPERTY:
                relations[subject] = target
            elif predicate == _SOME:
                fillers[subject] = target
        elif isinstance(subject, ox.NamedNode) and isinstance(target, ox.BlankNode) and predicate == _SUB_CLASS:
            restricted.append((subject, target))
    for subject, restriction in restricted:
        if restriction in relations and restriction in fillers:
            yield ox.Triple(subject, relations[restriction], fillers[restriction])


def _syntax(path: Path, data: bytes) -> _Syntax:
    """Return the syntax of a file by its suffix, or by its beginning where the suffix may mean several."""
    suffix = path.suffix.lower()
    if suffix in _RDF:
        return _RDF[suffix]
    if suffix == ".obo":
        return "obo"
    if suffix in _OWL:
        return _OWL[suffix]
    start = data[:100_000].removeprefix(b"\xef\xbb\xbf")
    position = 0
    while found := _COMMENT.match(start, position):
        position = found.end()
    start = start[position:]
    for beginning, syntax in _BEGINNINGS:
        if re.match(beginning, start):
            return syntax
    raise DocumentError(
        path, "its syntax is not known", "Link Turtle, RDF/XML, JSON-LD, N-Triples, OBO or an OWL syntax"
    )


def _decode(data: bytes, path: Path) -> str:
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise DocumentError(f"{path}:{line}", "this is not UTF-8", "Save the file in UTF-8") from error


def _translate(data: bytes, path: Path, syntax: _OwlSyntax) -> bytes:
    """Turn OWL functional, Manchester or XML syntax into RDF/XML."""
    try:
        import pyhornedowl
    except ImportError as error:
        raise MissingExtraError("Reading OWL functional, Manchester or XML syntax", "owl") from error
    try:
        ontology = pyhornedowl.open_ontology_from_string(_decode(data, path), syntax)
        return str(ontology.save_to_string("rdf")).encode()
    except ValueError as error:
        # The reader tells the place as so many bytes from the start.
        found = re.search(r"Byte(?:Position|Span)\((\d+)", str(error))
        line = data.count(b"\n", 0, int(found[1])) + 1 if found else 1
        remedy = "Correct it, or link the ontology in another syntax"
        raise DocumentError(f"{path}:{line}", "the OWL syntax breaks off here", remedy) from error


def _explain(path: Path, syntax: ox.RdfFormat, error: SyntaxError) -> DocumentError:
    """Turn what the parser reports into what a person can do."""
    problem = str(error.msg).rstrip(".")
    if "LoadDocumentCallback" in problem:
        remedy = "Write the context into the file"
        return DocumentError(path, "its JSON-LD context stands outside the file, which is never opened", remedy)
    place = f"{path}:{error.lineno}" if error.lineno else path
    return DocumentError(
        place, f"it is not {syntax.name} ({problem})", "Correct the file, or give it its proper suffix"
    )
