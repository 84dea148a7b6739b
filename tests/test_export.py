"""The formats of RDF: the same bytes on every run, the same graph in each, and nothing from outside."""

from __future__ import annotations

import hashlib
import json
import os
import socket
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any, get_args

import pyoxigraph as ox
import pytest
import rdflib
from pyld import jsonld as pyld
from rdflib.compare import isomorphic

from yogakg import resources
from yogakg.export import export, write_documents
from yogakg.loaders.article import read_article
from yogakg.namespaces import BASE, PREFIXES, YOGA
from yogakg.oxigraph import quads
from yogakg.writers import WRITERS, Format

ROOT = Path(__file__).parents[1]
ARTICLE = PREFIXES["source"] + "janu-1a2b3c4d"
NOTES = PREFIXES["source"] + "notes-9f8e7d6c"
JANU = PREFIXES["pose"] + "janu-sirsasana"
FORMATS: tuple[Format, ...] = get_args(Format)
PARSED = {"turtle": "turtle", "trig": "trig", "nquads": "nquads", "rdfxml": "xml", "jsonld": "json-ld"}
SCOPES: dict[str, dict[str, Any]] = {
    "stated": {},
    "inferred": {"inferred": True},
    "everything": {"inferred": True, "terms": True},
    "one source": {"sources": [NOTES]},
    "one pose": {"pose": JANU},
    "one pose with all": {"pose": JANU, "inferred": True},
}

pytestmark = pytest.mark.filterwarnings("ignore:Dataset:DeprecationWarning", "ignore:ConjunctiveGraph")


@pytest.fixture(scope="module")
def graph(small_graph: Callable[..., ox.Store]) -> ox.Store:
    return small_graph("janu", "notes")


@pytest.fixture
def offline(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let every connection fail the test."""

    def refuse(*arguments: object) -> None:
        pytest.fail(f"a connection was opened to {arguments[1:]}")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)


def flat(text: str, form: str) -> rdflib.Graph:
    """Read a document with rdflib, without its named graphs."""
    found = rdflib.Dataset(default_union=True) if form in ("trig", "nquads") else rdflib.Graph()
    found.parse(data=text, format=PARSED[form])
    plain = rdflib.Graph()
    for triple in found.triples((None, None, None)):
        plain.add(triple)
    return plain


@pytest.mark.usefixtures("offline")
@pytest.mark.parametrize("scope", SCOPES)
@pytest.mark.parametrize("form", FORMATS)
def test_each_format_has_the_same_graph(graph: ox.Store, form: Format, scope: str) -> None:
    written = flat(export(graph, form, **SCOPES[scope]), form)

    expected = flat(export(graph, "nquads", **SCOPES[scope]), "nquads")
    assert len(expected) > 50
    assert isomorphic(written, expected)


@pytest.mark.usefixtures("offline")
@pytest.mark.parametrize("form", [form for form in FORMATS if form != "nquads"])
def test_oxigraph_reads_it_alike(graph: ox.Store, form: Format) -> None:
    formats = {
        "turtle": ox.RdfFormat.TURTLE,
        "trig": ox.RdfFormat.TRIG,
        "rdfxml": ox.RdfFormat.RDF_XML,
        "jsonld": ox.RdfFormat.JSON_LD,
    }

    read = {quad.triple for quad in ox.parse(export(graph, form), format=formats[form])}

    assert read == {quad.triple for quad in ox.parse(export(graph, "nquads"), format=ox.RdfFormat.N_QUADS)}


@pytest.mark.parametrize("form", ["trig", "nquads"])
def test_graph_of_each_source_is_kept(graph: ox.Store, form: Format) -> None:
    formats = {"trig": ox.RdfFormat.TRIG, "nquads": ox.RdfFormat.N_QUADS}

    read = set(ox.parse(export(graph, form), format=formats[form]))

    stated = {
        quad for name in (ARTICLE, NOTES) for quad in graph.quads_for_pattern(None, None, None, ox.NamedNode(name))
    }
    assert read == stated


SCRIPT = """
import sys, hashlib, pyoxigraph as ox
from yogakg.export import export
graph = ox.Store()
quads = list(ox.parse(path=sys.argv[1], format=ox.RdfFormat.N_QUADS))
graph.extend(quads[::-1] if sys.argv[2] == "1" else quads)
for form in ("turtle", "trig", "nquads", "rdfxml", "jsonld"):
    print(hashlib.sha256(export(graph, form, inferred=True, terms=True).encode()).hexdigest())
"""


def test_bytes_are_the_same_on_every_run(graph: ox.Store, tmp_path: Path) -> None:
    """In new processes, with other hash seeds, other orders of loading and so other labels of blank nodes."""
    data = tmp_path / "all.nq"
    data.write_bytes(ox.serialize(graph, format=ox.RdfFormat.N_QUADS) or b"")

    def run(seed: str) -> list[str]:
        environment = {**os.environ, "PYTHONHASHSEED": seed}
        command = [sys.executable, "-c", SCRIPT, str(data), seed]
        return subprocess.run(command, env=environment, capture_output=True, text=True, check=True).stdout.split()

    runs = [run(seed) for seed in "012"]
    here = [hashlib.sha256(export(graph, form, inferred=True, terms=True).encode()).hexdigest() for form in FORMATS]

    assert runs == [here, here, here]


def test_default_is_what_sources_state(graph: ox.Store) -> None:
    text = export(graph)

    assert "stretches region:calf" in text
    assert "yoga:actsOn" not in text
    assert "skos:definition" not in text


def test_inferred_and_terms_are_added_on_demand(graph: ox.Store) -> None:
    assert "yoga:actsOn" in export(graph, inferred=True)
    assert "skos:definition" in export(graph, terms=True)


def test_one_source_is_alone(graph: ox.Store) -> None:
    text = export(graph, sources=[NOTES])

    assert "notes-9f8e7d6c" in text
    assert "janu-1a2b3c4d" not in text


def test_pose_takes_along_what_hangs_on_it(graph: ox.Store) -> None:
    text = export(graph, pose=JANU)

    for part in (
        f"<{ARTICLE}#contraindication-1> a yoga:Contraindication",
        f"<{ARTICLE}#fact-1> a owl:Axiom",
        f"<{ARTICLE}#char=0,43> yoga:extractedBy rule:stretch-verb",
        f"<{ARTICLE}> a yoga:Source",
        f"<{NOTES}> a yoga:Source",
        'region:hamstrings skos:prefLabel "hamstrings"@en',
        'yoga:stretches rdfs:label "stretches"@en',
        '"Head-to-Knee Pose"@en',
        'condition:calf-injury skos:prefLabel "calf injury"@en',
    ):
        assert part in text, part


def test_pose_leaves_other_poses_behind(graph: ox.Store) -> None:
    text = export(graph, pose=JANU)

    assert '"Seated Forward Bend"@en' in text
    assert "yoga:counteredBy" not in text
    assert f"<{NOTES}#contraindication-1> a" in text
    assert f"<{NOTES}#contraindication-3>" not in text


def test_turtle_is_laid_out_for_reading(graph: ox.Store) -> None:
    lines = export(graph).splitlines()

    prefixes = [line for line in lines if line.startswith("@prefix ")]
    assert prefixes == sorted(prefixes)
    assert lines[: len(prefixes)] == prefixes
    assert lines[len(prefixes)] == ""
    assert "pose:janu-sirsasana a yoga:Pose ;" in lines


def test_line_breaks_in_texts_do_not_break_the_layout() -> None:
    text = "one\n\ntwo\u2028three\x85four\r\n\tfive } @prefix x: <y> ."
    quad = ox.Quad(ox.NamedNode(ARTICLE), ox.NamedNode(YOGA + "text"), ox.Literal(text), ox.NamedNode(ARTICLE))

    for form in (ox.RdfFormat.TURTLE, ox.RdfFormat.TRIG):
        written = WRITERS["turtle" if form == ox.RdfFormat.TURTLE else "trig"]([quad])
        assert [read.object for read in ox.parse(written, format=form)] == [ox.Literal(text)]


def test_documents_are_written_without_the_time() -> None:
    data = (ROOT / "examples" / "head-to-knee-pose.txt").read_bytes()
    document = read_article(data, name="head-to-knee-pose.txt")

    text = write_documents([document])

    assert "yoga:dateLoaded" not in text
    assert text == write_documents([document])


# JSON-LD


def test_jsonld_is_a_document_for_each_pose_and_source(graph: ox.Store) -> None:
    nodes = json.loads(export(graph, "jsonld"))["@graph"]

    by_name = {node["id"]: node for node in nodes}
    janu = by_name["yogakg:pose/janu-sirsasana"]
    assert janu["stretches"] == ["yogakg:region/calf", "yogakg:region/hamstrings", "yogakg:region/spine"]
    assert janu["asymmetric"] is True
    assert [step["text"] for step in janu["hasStep"]] == ["Sit in Staff Pose.", "Breathe out and fold."]
    claim = next(one for one in janu["hasContraindication"] if one["condition"] == "yogakg:condition/calf-injury")
    assert (claim["advice"], claim["onset"]) == ("Avoid", "Recent")
    assert claim["passages"][0]["extractedBy"] == ["yogakg:rule/advice-verb"]
    fact = next(fact for fact in janu["facts"] if fact.get("circumstance"))
    assert (fact["relation"], fact["object"]) == ("relieves", "yogakg:condition/anxiety")
    assert "about" not in fact
    assert by_name["yogakg:source/janu-1a2b3c4d"]["title"] == "All about Head-to-Knee Pose"
    assert by_name["yogakg:condition/calf-injury"]["label"] == {"en": ["calf injury"]}


@pytest.mark.usefixtures("offline")
def test_pyld_frames_and_compacts_alike(graph: ox.Store) -> None:
    """An implementation of the standard, given the same context and the frame, says the same."""
    document = json.loads(export(graph, "jsonld"))
    context = document["@context"]
    terms = [
        name
        for name, entry in context.items()
        if isinstance(entry, dict) and entry.get("@type") == "@id" and name not in ("passages", "facts")
    ]
    # PyLD embeds by default what is not told otherwise, and what it is in inherits that.
    never: dict[str, Any] = {name: {"@embed": "@never"} for name in terms}
    always = {"@embed": "@always", **never, "passages": {"@embed": "@always"}}
    frame = json.loads(resources.read("ontology", "frame.jsonld")) | {"@context": context}
    nested = {name: always for name in frame if isinstance(frame[name], dict) and name != "@context"}
    expanded = pyld.expand(document)

    framed = pyld.frame(expanded, {**frame, **never, **nested}, {"omitGraph": False, "omitDefault": True})["@graph"]

    ours = {node["id"]: node for node in document["@graph"]}
    for node in framed:
        for fact in node.get("facts", ()):
            fact.pop("about", None)
        assert canonical(node) == canonical(ours[node["id"]]), node["id"]
    assert len(framed) == 7


def canonical(value: Any) -> Any:
    """Sort what has no order in JSON-LD."""
    if isinstance(value, dict):
        return {key: canonical(one) for key, one in sorted(value.items())}
    if isinstance(value, list):
        return sorted((canonical(one) for one in value), key=json.dumps)
    return value


def test_context_knows_each_property_and_how_it_is_read() -> None:
    """A property that is added to the ontology is added to the context."""
    context = json.loads(resources.read("ontology", "context.jsonld"))["@context"]
    ontology = rdflib.Graph().parse(data=resources.read("ontology", "yoga.ttl"), format="turtle")
    for name in ontology.subjects(rdflib.RDF.type, rdflib.OWL.ObjectProperty):
        if str(name).startswith(YOGA):
            local = str(name).removeprefix(YOGA)
            assert local in context, f"ontology/context.jsonld lacks {local}"
            assert context[local]["@id"] == f"yoga:{local}"
            assert context[local]["@type"] == ("@vocab" if is_enumerated(ontology, name) else "@id"), local


def is_enumerated(ontology: rdflib.Graph, name: rdflib.term.Node) -> bool:
    """Say whether the values of a property are individuals of the ontology itself."""
    kind = ontology.value(name, rdflib.RDFS.range)
    kinds = set(ontology.transitive_subjects(rdflib.RDFS.subClassOf, kind)) if kind else set()
    individuals = ontology.subjects(rdflib.RDF.type, rdflib.OWL.NamedIndividual)
    return any(not kinds.isdisjoint(ontology.objects(one, rdflib.RDF.type)) for one in individuals)


def test_each_term_of_the_ontology_comes_back_from_the_context() -> None:
    """Whatever local name a term has, its short form in JSON-LD means the term and nothing else."""
    ontology = list(ox.parse(resources.read("ontology", "yoga.ttl"), format=ox.RdfFormat.TURTLE))
    names = sorted({quad.subject.value for quad in ontology if isinstance(quad.subject, ox.NamedNode)})
    properties = [ox.NamedNode(name) for name in names if name.startswith(YOGA)]
    subject, other = ox.NamedNode(BASE + "x"), ox.NamedNode(BASE + "y")
    triples = {ox.Triple(subject, name, other) for name in properties}
    triples |= {ox.Triple(other, ox.NamedNode(PREFIXES["rdf"] + "type"), name) for name in properties}
    triples |= {ox.Triple(other, ox.NamedNode(YOGA + "advice"), name) for name in properties}

    written = WRITERS["jsonld"](quads(triples))

    assert {quad.triple for quad in ox.parse(written, format=ox.RdfFormat.JSON_LD)} == triples


@pytest.mark.parametrize(
    "literal",
    [
        ox.Literal("x"),
        ox.Literal("x", language="sa-Latn"),
        ox.Literal("1", datatype=ox.NamedNode(PREFIXES["xsd"] + "integer")),
        ox.Literal("01", datatype=ox.NamedNode(PREFIXES["xsd"] + "integer")),
        ox.Literal("123456789012345678901", datatype=ox.NamedNode(PREFIXES["xsd"] + "integer")),
        ox.Literal("true", datatype=ox.NamedNode(PREFIXES["xsd"] + "boolean")),
        ox.Literal("1.50", datatype=ox.NamedNode(PREFIXES["xsd"] + "decimal")),
        ox.Literal("2026-11-22T10:00:00Z", datatype=ox.NamedNode(PREFIXES["xsd"] + "dateTime")),
        ox.Literal("x", datatype=ox.NamedNode("https://example.org/type")),
    ],
)
@pytest.mark.parametrize(
    "relation", ["yoga:text", "yoga:stretches", "yoga:dateLoaded", "skos:prefLabel", "rdfs:seeAlso"]
)
def test_each_value_comes_back_from_jsonld(literal: ox.Literal, relation: str) -> None:
    prefix, _, name = relation.partition(":")
    triple = ox.Triple(ox.NamedNode(JANU), ox.NamedNode(PREFIXES[prefix] + name), literal)

    written = WRITERS["jsonld"](quads([triple]))

    assert [quad.triple for quad in ox.parse(written, format=ox.RdfFormat.JSON_LD)] == [triple]
