"""Ontologies in OBO format, the form of one tag and value a line that biomedical ontologies share.

A relationship becomes a plain triple between the two classes, which a query meets in one step. What
only a reasoner uses (intersections, unions, disjointness) is left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

import pyoxigraph as ox

from yogakg.errors import DocumentError
from yogakg.namespaces import PREFIXES, expand

_OBO = "http://purl.obolibrary.org/obo/"
_IN_OWL = "http://www.geneontology.org/formats/oboInOwl#"
_FRAMES = {"Term": "Class", "Typedef": "ObjectProperty", "Instance": "NamedIndividual"}
_CLAUSE = re.compile(r"([A-Za-z_-]+):\s*(.*)")
_QUOTED = re.compile(r'"((?:[^"\\]|\\.)*)"\s*(EXACT|BROAD|NARROW|RELATED)?')
_REMARK = re.compile(r"\s*(?:\{[^}]*\}\s*)?(?:(?<!\\)!.*)?$")
_ESCAPES = {"n": "\n", "t": "\t", "W": " "}
#: Tags whose value is the identifier of another term, and the property that each states.
_LINKS = {
    "equivalent_to": PREFIXES["owl"] + "equivalentClass",
    "instance_of": PREFIXES["rdf"] + "type",
    "inverse_of": PREFIXES["owl"] + "inverseOf",
    "replaced_by": _OBO + "IAO_0100001",
}
#: Tags whose value is a text.
_TEXTS = {
    "name": PREFIXES["rdfs"] + "label",
    "comment": PREFIXES["rdfs"] + "comment",
    "xref": _IN_OWL + "hasDbXref",
    "alt_id": _IN_OWL + "hasAlternativeId",
}
_REMEDY = "Correct the line, or link the ontology in another format"


@dataclass(slots=True)
class _Frame:
    """One term: its kind, the line it starts on, and its clauses as (line, tag, value)."""

    kind: str
    line: int
    clauses: list[tuple[int, str, str]] = field(default_factory=list)

    def value(self, tag: str) -> str | None:
        return next((value for _, name, value in self.clauses if name == tag), None)


def read_obo(text: str, *, name: str) -> Iterator[ox.Triple]:
    """Read an ontology in OBO format; nothing that it imports is opened.

    Identifiers become the addresses that OBO ontologies publish (``UBERON:0000955`` is
    ``http://purl.obolibrary.org/obo/UBERON_0000955``), unless the file itself (``idspace``) or the
    project knows another.
    Raises DocumentError, with the line, where the text is not OBO.
    """
    header, *frames = _frames(text, name)
    if not frames:
        raise DocumentError(name, "it has no [Term]", "Name an ontology in OBO format")
    yield from _Reader(header, frames, name).triples()


def _frames(text: str, name: str) -> Iterator[_Frame]:
    frame = _Frame("Header", 1)
    for number, raw in enumerate(text.splitlines(), start=1):
        line = raw.strip().removeprefix("\ufeff")
        if not line or line.startswith("!"):
            continue
        if line.startswith("["):
            yield frame
            frame = _Frame(line.partition("]")[0][1:], number)
            if frame.kind not in _FRAMES:
                raise DocumentError(f"{name}:{number}", f"{line} is no kind of OBO frame", _REMEDY)
        elif clause := _CLAUSE.fullmatch(line):
            frame.clauses.append((number, clause[1], clause[2]))
        else:
            raise DocumentError(f"{name}:{number}", "this is not 'tag: value'", _REMEDY)
    yield frame


class _Reader:
    """Turns frames into triples; knows the addresses of the file's identifiers."""

    def __init__(self, header: _Frame, frames: list[_Frame], name: str) -> None:
        self.header = header
        self.frames = frames
        self.name = name
        self.ontology = header.value("ontology") or ""
        self.spaces = {}
        for _, tag, value in header.clauses:
            if tag == "idspace" and len(parts := value.split()) > 1:
                self.spaces[parts[0]] = parts[1]
        # A relation goes by a short name in the file and by its reference elsewhere.
        self.relations = {"part_of": "BFO:0000050", "has_part": "BFO:0000051"}
        for frame in frames:
            short, reference = frame.value("id"), frame.value("xref")
            if frame.kind == "Typedef" and short and ":" not in short and reference:
                reference = _REMARK.sub("", reference)
                if re.fullmatch(r"(?:RO|BFO):\d+", reference):
                    self.relations[short] = reference

    def triples(self) -> Iterator[ox.Triple]:
        if self.ontology:
            about = ox.NamedNode(self._address(f"{self.ontology}.owl"))
            yield ox.Triple(about, _term("rdf", "type"), _term("owl", "Ontology"))
            if version := self.header.value("data-version"):
                yield ox.Triple(about, _term("owl", "versionInfo"), ox.Literal(version))
        for frame in self.frames:
            identifier = frame.value("id")
            if identifier is None:
                raise DocumentError(f"{self.name}:{frame.line}", f"this [{frame.kind}] has no id", _REMEDY)
            subject = self._node(frame.line, _REMARK.sub("", identifier))
            yield ox.Triple(subject, _term("rdf", "type"), _term("owl", _FRAMES[frame.kind]))
            for line, tag, value in frame.clauses:
                yield from self._clause(subject, frame.kind, line, tag, value)

    def _clause(self, subject: ox.NamedNode, kind: str, line: int, tag: str, value: str) -> Iterator[ox.Triple]:
        if tag in _TEXTS:
            yield ox.Triple(subject, ox.NamedNode(_TEXTS[tag]), ox.Literal(_unescape(value)))
        elif tag in ("def", "synonym"):
            quoted = _QUOTED.match(value)
            if quoted is None:
                raise DocumentError(f"{self.name}:{line}", f"the text of '{tag}' is not in quotes", _REMEDY)
            scope = (quoted[2] or "RELATED").capitalize()
            stated = _OBO + "IAO_0000115" if tag == "def" else f"{_IN_OWL}has{scope}Synonym"
            yield ox.Triple(subject, ox.NamedNode(stated), ox.Literal(_unescape(quoted[1])))
        elif tag == "is_a":
            stated = "subPropertyOf" if kind == "Typedef" else "subClassOf"
            yield ox.Triple(subject, _term("rdfs", stated), self._node(line, _REMARK.sub("", value)))
        elif tag in _LINKS:
            yield ox.Triple(subject, ox.NamedNode(_LINKS[tag]), self._node(line, _REMARK.sub("", value)))
        elif tag == "relationship":
            parts = _REMARK.sub("", value).split()
            if len(parts) < 2:
                raise DocumentError(f"{self.name}:{line}", "a relationship names a relation and a term", _REMEDY)
            yield ox.Triple(subject, self._node(line, parts[0]), self._node(line, parts[1]))
        elif tag == "is_obsolete" and value.startswith("true"):
            yield ox.Triple(subject, _term("owl", "deprecated"), ox.Literal(value=True))
        elif tag == "is_transitive" and value.startswith("true"):
            yield ox.Triple(subject, _term("rdf", "type"), _term("owl", "TransitiveProperty"))

    def _node(self, line: int, identifier: str) -> ox.NamedNode:
        try:
            return ox.NamedNode(self._address(identifier.replace("\\", "")))
        except ValueError as error:
            raise DocumentError(f"{self.name}:{line}", f"'{identifier}' is no identifier ({error})", _REMEDY) from error

    def _address(self, identifier: str) -> str:
        identifier = self.relations.get(identifier, identifier)
        if identifier.startswith(("http://", "https://")):
            return identifier
        prefix, colon, local = identifier.partition(":")
        if not colon:
            return _OBO + identifier if identifier.endswith(".owl") else f"{_OBO}{self.ontology}#{identifier}"
        if prefix in self.spaces:
            return self.spaces[prefix] + local
        # Only the prefixes of ontologies are in capitals; those of the project itself mean nothing here.
        known = expand(identifier) if prefix.isupper() else None
        return known or f"{_OBO}{prefix}_{local}"


def _term(prefix: str, local: str) -> ox.NamedNode:
    return ox.NamedNode(PREFIXES[prefix] + local)


def _unescape(text: str) -> str:
    return re.sub(r"\\(.)", lambda escape: _ESCAPES.get(escape[1], escape[1]), text)
