"""Each shape bites where it should, tells what to do, and leaves right data alone."""

from __future__ import annotations

import re
from collections import defaultdict
from pathlib import Path

import pyoxigraph as ox
import pyshacl
import pytest
import rdflib
from rdflib import RDF, RDFS, SH

from yogakg import reasoning, resources, validation
from yogakg.namespaces import PREFIXES, YOGA, compress
from yogakg.oxigraph import quads
from yogakg.store import Store
from yogakg.validation import Finding, Report

FIXTURES = Path(__file__).parent / "data" / "shapes"
SHAPE = PREFIXES["shape"]


def read(path: Path) -> list[ox.Triple]:
    return [quad.triple for quad in ox.parse(path=path)]


def read_cases() -> dict[str, tuple[str, list[ox.Triple], list[ox.Triple]]]:
    """Return, for each shape, the focus it must report, the triples to add and those to take away."""
    focus, graphs = {}, defaultdict(list)
    for path in sorted(FIXTURES.glob("*.trig")):
        for quad in ox.parse(path=path):
            if isinstance(quad.graph_name, ox.NamedNode):
                graphs[quad.graph_name.value].append(quad.triple)
            else:
                focus[quad.subject.value] = quad.object.value
    return {shape: (node, graphs[shape], graphs[f"{shape}-without"]) for shape, node in focus.items()}


def shapes_graph() -> rdflib.Graph:
    graph = rdflib.Graph()
    for path in resources.listing("shapes", ".ttl"):
        graph.parse(data=resources.read("shapes", path), format="turtle")
    return graph


CASES = read_cases()
SHAPES = shapes_graph()
#: What a finding names: a property shape, or a constraint that is not part of one.
RULES = sorted(
    {str(shape) for shape in SHAPES.subjects(RDF.type, SH.PropertyShape)}
    | {str(o) for s, o in SHAPES.subject_objects(SH.sparql) if (s, RDF.type, SH.NodeShape) in SHAPES}
)
TERM_RULES = {
    str(shape)
    for shape in rdflib.Graph().parse(data=resources.read("shapes", "vocabulary.ttl"), format="turtle").subjects()
}


def small_terms(triples: list[ox.Triple]) -> ox.Store:
    """Return a store of the ontology, some terms and what follows from both."""
    store = ox.Store()
    store.extend(quads(quad.triple for quad in ox.parse(resources.read("ontology", "yoga.ttl"), ox.RdfFormat.TURTLE)))
    store.extend(quads(triples))
    store.extend(quads(reasoning.infer_terms(store)))
    return store


def check(shape: str, terms: ox.Store) -> list[Finding]:
    _, added, taken = CASES[shape]
    if shape in TERM_RULES:
        good = read(FIXTURES / "terms.ttl")
        return validation.validate_terms(small_terms([*(t for t in good if t not in taken), *added]))
    stated = [*(triple for triple in read(FIXTURES / "base.ttl") if triple not in taken), *added]
    return validation.validate_source(stated, (), terms)


@pytest.mark.parametrize("shape", RULES)
def test_shape_reports_what_breaks_it_and_nothing_else(shape: str, terms: ox.Store) -> None:
    assert shape in CASES, f"tests/data/shapes has no graph that breaks {shape}"

    findings = check(shape, terms)

    assert {(finding.shape, finding.focus) for finding in findings} == {(shape, CASES[shape][0])}


def test_every_broken_graph_belongs_to_a_shape() -> None:
    node_shapes = {str(shape) for shape in SHAPES.subjects(RDF.type, SH.NodeShape)}

    assert set(CASES) <= set(RULES) | node_shapes


def test_axiom_that_says_more_than_it_may_is_reported(terms: ox.Store) -> None:
    shape = SHAPE + "AxiomShape"

    assert {(finding.shape, finding.focus) for finding in check(shape, terms)} == {(shape, CASES[shape][0])}


@pytest.mark.parametrize("name", ["source.ttl", "base.ttl"])
def test_right_source_conforms(name: str, terms: ox.Store) -> None:
    stated = read(FIXTURES / name)

    assert validation.validate_source(stated, reasoning.infer(stated, terms), terms) == []


def test_right_terms_conform() -> None:
    assert validation.validate_terms(small_terms(read(FIXTURES / "terms.ttl"))) == []


def test_right_data_has_something_for_every_shape_to_look_at(terms: ox.Store) -> None:
    data = rdflib.Graph()
    for name in ("source.ttl", "terms.ttl"):
        data.parse(FIXTURES / name)
    types = {str(kind) for kind in data.objects(None, RDF.type)}
    subclass = ox.NamedNode(str(RDFS.subClassOf))
    above = {
        str(quad.object)[1:-1]
        for kind in types
        for quad in terms.quads_for_pattern(ox.NamedNode(kind), subclass, None, None)
    }
    properties = {str(predicate) for predicate in data.predicates()}

    assert {str(target) for target in SHAPES.objects(None, SH.targetClass)} <= types | above
    assert {str(target) for target in SHAPES.objects(None, SH.targetSubjectsOf)} <= properties


def test_terms_of_the_package_conform(terms: ox.Store) -> None:
    assert [str(finding) for finding in validation.validate_terms(terms)] == []


def test_shapes_are_valid_shacl() -> None:
    conforms, _, text = pyshacl.validate(rdflib.Graph(), shacl_graph=SHAPES, meta_shacl=True)

    assert conforms, text


def test_every_shape_has_a_name_a_severity_and_a_message_that_says_what_to_do() -> None:
    verbs: dict[object, str] = {SH.Violation: "shall", SH.Warning: "normally"}
    for node in map(rdflib.URIRef, RULES):
        [message] = SHAPES.objects(node, SH.message)
        asked, *remedy = re.split(r"(?<=\.) ", str(message))

        assert node.startswith(SHAPE)
        assert SHAPES.value(node, SH.name) or SHAPES.value(node, RDFS.label), node
        assert f" {verbs[SHAPES.value(node, SH.severity)]} " in asked, node
        assert "`" in asked or "passage" in asked, node
        assert remedy, node
        assert str(message).endswith("."), node


def test_every_constraint_takes_its_prefixes_from_one_place() -> None:
    assert set(SHAPES.objects(None, SH.prefixes)) == {rdflib.URIRef("https://w3id.org/yogakg/shapes")}
    assert all(
        PREFIXES[str(SHAPES.value(declared, SH.prefix))] == str(SHAPES.value(declared, SH.namespace))
        for declared in SHAPES.objects(None, SH.declare)
    )


@pytest.mark.parametrize(
    "shape",
    [SHAPE + name for name in ("HoldShape-minSeconds-order", "StepOrderShape-positions", "ProvenanceShape-claims")],
)
def test_oxigraph_and_rdflib_give_pyshacl_the_same_results(shape: str, terms: ox.Store) -> None:
    _, added, taken = CASES[shape]
    stated = [*(triple for triple in read(FIXTURES / "base.ttl") if triple not in taken), *added]
    data = validation._described(stated, terms)
    graph = rdflib.Graph().parse(data=ox.serialize((quad.triple for quad in data), format=ox.RdfFormat.N_TRIPLES))
    shapes = validation._shapes(of_terms=False)

    _, report, _ = pyshacl.validate(graph, shacl_graph=shapes)

    found = validation._run(data, None, shapes)
    assert len(list(report.objects(None, SH.result))) == len(found) > 0
    assert {str(focus) for focus in report.objects(None, SH.focusNode)} == {finding.focus for finding in found}


def test_thing_in_two_disjoint_classes_is_explained(terms: ox.Store) -> None:
    stated = [
        *read(FIXTURES / "source.ttl"),
        *(
            quad.triple
            for quad in ox.parse(
                """PREFIX yoga: <https://w3id.org/yogakg/ontology#> PREFIX owl: <http://www.w3.org/2002/07/owl#>
                PREFIX prov: <http://www.w3.org/ns/prov#> PREFIX source: <https://w3id.org/yogakg/source/>
                <https://w3id.org/yogakg/pose/test> yoga:opens <https://w3id.org/yogakg/condition/asthma> .
                [] a owl:Axiom ; owl:annotatedSource <https://w3id.org/yogakg/pose/test> ;
                   owl:annotatedProperty yoga:opens ; owl:annotatedTarget <https://w3id.org/yogakg/condition/asthma> ;
                   prov:wasDerivedFrom <https://w3id.org/yogakg/source/good-00000000#char=1,2> .""",
                ox.RdfFormat.TURTLE,
            )
        ),
    ]

    findings = validation.validate_source(stated, reasoning.infer(stated, terms), terms)

    clash = next(finding for finding in findings if finding.shape == validation.CONSISTENCY)
    assert compress(clash.focus) == "condition:asthma"
    assert clash.source == "https://w3id.org/yogakg/source/good-00000000"
    assert "both a `yoga:BodyRegion` and a `yoga:HealthCondition`" in clash.message
    assert "'pose:test yoga:opens condition:asthma' makes it a `yoga:BodyRegion`" in clash.message


def test_report_is_a_table_and_a_shacl_graph(terms: ox.Store) -> None:
    report = Report(tuple(check(SHAPE + "HoldShape-minSeconds-order", terms)))

    graph = rdflib.Graph().parse(data=report.turtle(), format="turtle")

    assert not report.conforms
    assert report.rows() == [
        (
            "violation",
            "source:good-00000000#hold-9",
            "yoga:minSeconds",
            "30",
            "A `Hold` shall have a `yoga:minSeconds` no greater than its `yoga:maxSeconds`. "
            "Exchange the two, or correct one.",
            "shape:HoldShape-minSeconds-order",
            "source:good-00000000",
        )
    ]
    result = graph.value(None, SH.sourceShape, None) or graph.value(
        predicate=SH.sourceShape, object=rdflib.URIRef(SHAPE + "HoldShape-minSeconds-order")
    )
    assert graph.value(result, SH.value) == rdflib.Literal(30)
    assert graph.value(result, SH.resultPath) == rdflib.URIRef(YOGA + "minSeconds")
    assert str(graph.value(result, rdflib.DCTERMS.source)) == "https://w3id.org/yogakg/source/good-00000000"
    assert (None, SH.conforms, rdflib.Literal(False)) in graph


def test_warning_does_not_break_conformance(terms: ox.Store) -> None:
    report = Report(tuple(check(SHAPE + "HoldShape-length", terms)))

    assert [finding.severity for finding in report.findings] == ["warning"]
    assert report.conforms


def test_store_is_validated_source_by_source(store: Store, terms: ox.Store) -> None:
    good = read(FIXTURES / "source.ttl")
    store.replace("https://w3id.org/yogakg/source/good-00000000", good, [])
    written = (ox.serialize(good, format=ox.RdfFormat.N_TRIPLES) or b"").decode()
    broken = written.replace("good-00000000", "bad-00000000").replace("Use a strap.", "")
    wrong = [quad.triple for quad in ox.parse(broken, ox.RdfFormat.N_TRIPLES)]
    store.replace("https://w3id.org/yogakg/source/bad-00000000", wrong, [])
    seen: list[str] = []

    report = validation.validate_store(store, on_source=seen.append)

    assert [(finding.shape, finding.source) for finding in report.findings] == [
        (SHAPE + "ModificationShape-text", "https://w3id.org/yogakg/source/bad-00000000")
    ]
    assert seen == ["https://w3id.org/yogakg/source/bad-00000000", "https://w3id.org/yogakg/source/good-00000000"]
