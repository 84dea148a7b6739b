"""Mappings in SSSOM, the table form in which ontologies say which of their terms mean the same."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Final

import pyoxigraph as ox

from yogakg.errors import MappingError
from yogakg.namespaces import PREFIXES

#: What a mapping may say of its subject and its object.
PREDICATES: Final = frozenset(
    PREFIXES["skos"] + name for name in ("exactMatch", "closeMatch", "broadMatch", "narrowMatch", "relatedMatch")
)
#: Prefixes that a mapping file may use without declaring them (SSSOM, section on CURIEs).
_BUILT_IN: Final = {
    "owl": PREFIXES["owl"],
    "rdf": PREFIXES["rdf"],
    "rdfs": PREFIXES["rdfs"],
    "semapv": "https://w3id.org/semapv/vocab/",
    "skos": PREFIXES["skos"],
    "sssom": "https://w3id.org/sssom/",
    "xsd": PREFIXES["xsd"],
}
_REQUIRED: Final = ("subject_id", "predicate_id", "object_id", "mapping_justification")
_LABEL: Final = ox.NamedNode(PREFIXES["rdfs"] + "label")


@dataclass(frozen=True, slots=True)
class Mapping:
    """One line of a mapping file; ``negated`` if it says that the two are not so related.

    ``subject``, ``predicate`` and ``object`` are IRIs, ``line`` counts from one.
    """

    subject: str
    predicate: str
    object: str
    object_label: str
    negated: bool
    justification: str
    confidence: float | None
    comment: str
    line: int


@dataclass(frozen=True, slots=True)
class MappingSet:
    """A mapping file: what its head says of it, and its lines."""

    name: str
    metadata: dict[str, str]
    prefixes: dict[str, str]
    mappings: tuple[Mapping, ...]

    def triples(self) -> Iterator[ox.Triple]:
        """Write each mapping as a triple, with the label of its object; what is negated is left out."""
        for mapping in self.mappings:
            if not mapping.negated:
                target = ox.NamedNode(mapping.object)
                yield ox.Triple(ox.NamedNode(mapping.subject), ox.NamedNode(mapping.predicate), target)
                if mapping.object_label:
                    yield ox.Triple(target, _LABEL, ox.Literal(mapping.object_label))


def read_mappings(data: bytes, *, name: str, is_known: Callable[[str], bool] | None = None) -> MappingSet:
    """Read an SSSOM file (tab-separated, with its metadata as YAML in lines that start with #).

    With ``is_known``, the subject of each mapping must be an IRI for which it is true.
    Raises MappingError, with file and line, at the first line that cannot be used.
    Source: https://mapping-commons.github.io/sssom/
    """
    try:
        lines = data.decode("utf-8-sig").splitlines()
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise MappingError(name, line, "this is not UTF-8", "Save the file in UTF-8") from error
    head = next((number for number, line in enumerate(lines) if not line.startswith("#")), len(lines))
    metadata, prefixes = _read_metadata(lines[:head], name)
    if head == len(lines):
        raise MappingError(name, head + 1, "there is no table", "Add a line with the names of the columns")
    columns = lines[head].split("\t")
    for column in _REQUIRED:
        if column not in columns:
            raise MappingError(name, head + 1, f"there is no column '{column}'", "Add it to the table")
    reader = _MappingReader(name, columns, _BUILT_IN | prefixes, is_known)
    mappings = [
        reader.mapping(number, line) for number, line in enumerate(lines[head + 1 :], start=head + 2) if line.strip()
    ]
    return MappingSet(name, metadata, prefixes, tuple(mappings))


def _read_metadata(lines: list[str], name: str) -> tuple[dict[str, str], dict[str, str]]:
    """Read the head: single values, and the prefixes of ``curie_map``. Other lists and maps are passed over."""
    metadata: dict[str, str] = {}
    prefixes: dict[str, str] = {}
    key = ""
    for number, line in enumerate(lines, start=1):
        text = line[1:].rstrip()
        if not text.strip() or text.lstrip().startswith("- "):
            continue
        found = re.fullmatch(r"(\s*)([^\s:]+):(?:\s+(.*))?", text.removeprefix(" "))
        if found is None:
            raise MappingError(name, number, "this is not 'key: value'", "Write the metadata as YAML")
        indent, word, value = found[1], found[2].strip("\"'"), (found[3] or "").strip("\"'")
        if not indent:
            key = word
            if value:
                metadata[word] = value
        elif key == "curie_map":
            prefixes[word] = value
    return metadata, prefixes


@dataclass(frozen=True, slots=True)
class _MappingReader:
    """Reads the lines of one table."""

    name: str
    columns: list[str]
    prefixes: dict[str, str]
    is_known: Callable[[str], bool] | None

    def mapping(self, number: int, line: str) -> Mapping:
        cells = line.split("\t")
        if len(cells) != len(self.columns):
            problem = f"{len(cells)} cells stand under {len(self.columns)} columns"
            raise MappingError(self.name, number, problem, "Give each column one cell, empty if need be")
        row = dict(zip(self.columns, (cell.strip() for cell in cells), strict=True))
        for column in _REQUIRED:
            if not row[column]:
                remedy = "Say how the mapping was found, such as semapv:ManualMappingCuration"
                raise MappingError(
                    self.name,
                    number,
                    f"'{column}' is empty",
                    remedy if column == "mapping_justification" else "Fill the cell or remove the line",
                )
        subject, predicate, target, justification = (self._address(row[column], number) for column in _REQUIRED)
        if predicate not in PREDICATES:
            known = "exact, close, broad, narrow or related"
            remedy = f"Use one of SKOS: skos:exactMatch and so on ({known})"
            raise MappingError(self.name, number, f"'{row['predicate_id']}' is not a predicate of mappings", remedy)
        if self.is_known is not None and not self.is_known(subject):
            remedy = "Correct it, or load what defines it first"
            raise MappingError(self.name, number, f"the subject '{row['subject_id']}' is not known", remedy)
        modifier = row.get("predicate_modifier", "")
        if modifier not in ("", "Not"):
            raise MappingError(self.name, number, f"'{modifier}' is no predicate_modifier", "Write Not or nothing")
        return Mapping(
            subject=subject,
            predicate=predicate,
            object=target,
            object_label=row.get("object_label", ""),
            negated=modifier == "Not",
            justification=justification,
            confidence=self._confidence(row.get("confidence", ""), number),
            comment=row.get("comment", ""),
            line=number,
        )

    def _address(self, curie: str, number: int) -> str:
        prefix, colon, local = curie.partition(":")
        if not colon or not local or local.startswith("//"):
            raise MappingError(self.name, number, f"'{curie}' is not a CURIE", "Write it as prefix:name")
        if prefix not in self.prefixes:
            remedy = f"Add '{prefix}: …' to the curie_map at the head of the file"
            raise MappingError(self.name, number, f"the prefix '{prefix}' is not declared", remedy)
        try:
            return ox.NamedNode(self.prefixes[prefix] + local).value
        except ValueError as error:
            raise MappingError(self.name, number, f"'{curie}' makes no IRI ({error})", "Correct it") from error

    def _confidence(self, text: str, number: int) -> float | None:
        if not text:
            return None
        try:
            value = float(text)
        except ValueError:
            value = -1.0
        if not 0 <= value <= 1:
            raise MappingError(self.name, number, f"the confidence '{text}' is not from 0 to 1", "Correct it")
        return value
