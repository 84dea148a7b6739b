"""Build the slices of other ontologies that the mappings lead to, with all that lies above them.

Usage: python tools/build_imports.py FOLDER [--check]

FOLDER holds each ontology (uberon, mondo, hp, go) as the OBO file of its release, or as a table (.tsv) with the
columns ``id``, ``label``, ``parents`` and ``part_of``, where a cell of the last two lists identifiers with their
labels, parted by "|". Ancestors are followed as far as the file goes. With --check nothing is written: the script
says which slices are not what the files and mappings give.

A part and its whole are joined by a plain triple (``A BFO:0000050 B``) and not by a restriction: a query
then climbs with ``(rdfs:subClassOf|BFO:0000050)*`` and meets no blank node. It stays OWL 2 DL, where a
class may also be spoken of as an individual; what it gives up, that each A is part of some B, is of use to
a reasoner only, and none reasons over these slices.
"""

from __future__ import annotations

import csv
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from rdflib import DCTERMS, OWL, RDF, RDFS, BNode, Graph, Literal, Namespace, URIRef

from yogakg.namespaces import PREFIXES, compress, expand
from yogakg.obo import read_obo
from yogakg.sssom import read_mappings

ROOT = Path(__file__).parents[1]
PART_OF = URIRef(PREFIXES["BFO"] + "0000050")
CREATIVE_COMMONS = "https://creativecommons.org/licenses/by/"


@dataclass(frozen=True, slots=True)
class Source:
    """An ontology that a slice is taken from."""

    prefix: str
    title: str
    iri: str
    version: str
    licence: str


SOURCES = {
    "uberon": Source(
        "UBERON", "Uberon", "http://purl.obolibrary.org/obo/uberon.owl", "2026-04-01", f"{CREATIVE_COMMONS}3.0/"
    ),
    "mondo": Source(
        "MONDO", "Mondo", "http://purl.obolibrary.org/obo/mondo.owl", "2026-05-05", f"{CREATIVE_COMMONS}4.0/"
    ),
    "hp": Source(
        "HP",
        "the Human Phenotype Ontology",
        "http://purl.obolibrary.org/obo/hp.owl",
        "2026-02-16",
        "https://hpo.jax.org/app/license",
    ),
    "go": Source(
        "GO", "the Gene Ontology", "http://purl.obolibrary.org/obo/go.owl", "2024-07-23", f"{CREATIVE_COMMONS}4.0/"
    ),
}


@dataclass(frozen=True, slots=True)
class Row:
    """A term of an ontology: its label, and the identifiers and labels of what is right above it."""

    label: str
    parents: tuple[tuple[str, str], ...]
    wholes: tuple[tuple[str, str], ...]


def read_terms(folder: Path, name: str) -> dict[str, Row]:
    """Read the terms of an ontology, by identifier, from its OBO file or else its table."""
    release = folder / f"{name}.obo"
    return _read_obo(release) if release.is_file() else _read_table(folder / f"{name}.tsv")


def _read_obo(path: Path) -> dict[str, Row]:
    labels: dict[str, str] = {}
    above: dict[URIRef, dict[str, list[str]]] = {RDFS.subClassOf: {}, PART_OF: {}}
    for triple in read_obo(path.read_text(encoding="utf-8"), name=path.name):
        subject, relation, value = (str(getattr(node, "value", node)) for node in triple)
        if relation == str(RDFS.label):
            labels[compress(subject)] = value
        elif URIRef(relation) in above:
            above[URIRef(relation)].setdefault(compress(subject), []).append(compress(value))
    named = {
        relation: {
            subject: tuple((other, labels[other]) for other in others if other in labels)
            for subject, others in found.items()
        }
        for relation, found in above.items()
    }
    return {
        subject: Row(label, named[RDFS.subClassOf].get(subject, ()), named[PART_OF].get(subject, ()))
        for subject, label in labels.items()
    }


def _read_table(path: Path) -> dict[str, Row]:
    with path.open(encoding="utf-8", newline="") as file:
        rows = csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)
        return {row["id"]: Row(row["label"], _above(row["parents"]), _above(row["part_of"])) for row in rows}


def _above(cell: str) -> tuple[tuple[str, str], ...]:
    listed = (entry.strip().partition(" ") for entry in cell.split("|") if entry.strip())
    return tuple((identifier, label) for identifier, _, label in listed)


def mapped(name: str) -> dict[str, str]:
    """Return the terms that the mappings to an ontology lead to, with their labels."""
    path = ROOT / "mappings" / f"{name}.sssom.tsv"
    mappings = read_mappings(path.read_bytes(), name=path.name).mappings
    namespace, prefix = PREFIXES[SOURCES[name].prefix], SOURCES[name].prefix
    return {
        f"{prefix}:{mapping.object.removeprefix(namespace)}": mapping.object_label
        for mapping in mappings
        if not mapping.negated
    }


def build(name: str, table: dict[str, Row], terms: dict[str, str]) -> str:
    """Return the slice of an ontology as Turtle: the terms and their ancestors."""
    source = SOURCES[name]
    graph = Graph(bind_namespaces="none")
    for prefix in (source.prefix, "BFO", "dcterms", "owl", "rdfs"):
        graph.bind(prefix, Namespace(PREFIXES[prefix]))
    about = URIRef(f"https://w3id.org/yogakg/imports/{name}")
    graph.add((about, RDF.type, OWL.Ontology))
    graph.add((about, DCTERMS.title, Literal(f"Slice of {source.title}", lang="en")))
    description = (
        f"The terms of {source.title} that yogakg maps to, and the terms above them: identifiers, labels, order."
    )
    graph.add((about, DCTERMS.description, Literal(description, lang="en")))
    graph.add((about, DCTERMS.source, URIRef(source.iri)))
    graph.add((about, DCTERMS.license, URIRef(source.licence)))
    graph.add((about, OWL.versionInfo, Literal(source.version)))
    for annotation in (DCTERMS.title, DCTERMS.description, DCTERMS.source, DCTERMS.license):
        graph.add((annotation, RDF.type, OWL.AnnotationProperty))
    graph.add((PART_OF, RDF.type, OWL.ObjectProperty))
    graph.add((PART_OF, RDFS.label, Literal("part of")))
    for subject, relation, value in _statements(table, terms):
        graph.add((subject, relation, value))
    if any(isinstance(node, BNode) for triple in graph for node in triple):
        raise ValueError(f"the slice of {name} has a blank node")
    return graph.serialize(format="longturtle", canon=True).strip() + "\n"


def _statements(table: dict[str, Row], terms: dict[str, str]) -> Iterator[tuple[URIRef, URIRef, URIRef | Literal]]:
    waiting, done = sorted(terms.items()), set()
    while waiting:
        identifier, label = waiting.pop()
        if identifier in done:
            continue
        done.add(identifier)
        subject = _address(identifier)
        row = table.get(identifier, Row(label, (), ()))
        yield subject, RDF.type, OWL.Class
        yield subject, RDFS.label, Literal(row.label or label)
        for relation, above in ((RDFS.subClassOf, row.parents), (PART_OF, row.wholes)):
            for other in above:
                yield subject, relation, _address(other[0])
                waiting.append(other)


def _address(identifier: str) -> URIRef:
    iri = expand(identifier)
    if iri is None:
        raise ValueError(f"the prefix of {identifier} is not known; add it to yogakg.namespaces")
    return URIRef(iri)


def main(arguments: list[str]) -> int:
    """Write the slices, or check them; return 1 if a checked one is out of date."""
    check = "--check" in arguments
    folders = [Path(argument) for argument in arguments if argument != "--check"]
    if len(folders) != 1:
        print("Usage: python tools/build_imports.py FOLDER [--check]", file=sys.stderr)
        return 2
    astray = 0
    for name in SOURCES:
        path = ROOT / "ontology" / "imports" / f"{name}.ttl"
        text = build(name, read_terms(folders[0], name), mapped(name))
        if not path.is_file() or path.read_text(encoding="utf-8") != text:
            astray += 1
            print(f"{path}: {'out of date' if check else 'written'}")
            if not check:
                path.write_text(text, encoding="utf-8")
    return int(check and astray > 0)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
