"""The slices of other ontologies: what the mappings lead to, with all that lies above it."""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path
from types import ModuleType

import pytest
from rdflib import DCTERMS, OWL, RDF, RDFS, BNode, Graph, URIRef

from yogakg import resources
from yogakg.namespaces import PREFIXES, expand

ROOT = Path(__file__).parents[1]
PART_OF = URIRef(PREFIXES["BFO"] + "0000050")
#: The terms at the top, from which everything in a slice should hang.
TOPS = {"mondo": "MONDO:0000001", "hp": "HP:0000001", "go": "GO:0008150", "uberon": "UBERON:0001062"}


def load_tool() -> ModuleType:
    spec = importlib.util.spec_from_file_location("build_imports", ROOT / "tools" / "build_imports.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    # Data classes look their module up by name.
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


tool = load_tool()


def node(curie: str) -> URIRef:
    iri = expand(curie)
    assert iri is not None
    return URIRef(iri)


@pytest.fixture(params=sorted(TOPS))
def name(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def graph(name: str) -> Graph:
    return Graph().parse(data=resources.read("ontology", f"imports/{name}.ttl"), format="turtle")


# The slices that come with the package


def test_each_mapped_term_is_in_its_slice_with_its_label(name: str, graph: Graph) -> None:
    mapped = tool.mapped(name)

    assert mapped
    assert {term: str(graph.value(node(term), RDFS.label)) for term in mapped} == mapped


def test_the_head_gives_source_version_and_licence(name: str, graph: Graph) -> None:
    about = URIRef(f"https://w3id.org/yogakg/imports/{name}")

    assert (about, RDF.type, OWL.Ontology) in graph
    for wanted in (DCTERMS.source, DCTERMS.license, OWL.versionInfo, DCTERMS.title):
        assert len(list(graph.objects(about, wanted))) == 1


def test_a_slice_has_no_definition_no_blank_node_and_nothing_without_a_label(graph: Graph) -> None:
    assert not any(isinstance(part, BNode) for triple in graph for part in triple)
    allowed = {RDF.type, RDFS.label, RDFS.subClassOf, PART_OF, OWL.versionInfo}
    assert {str(p) for p in graph.predicates() if p not in allowed and not str(p).startswith(str(DCTERMS))} == set()
    classes = set(graph.subjects(RDF.type, OWL.Class))
    above = {*graph.objects(None, RDFS.subClassOf), *graph.objects(None, PART_OF)}
    assert above <= classes
    assert {term for term in classes if len(list(graph.objects(term, RDFS.label))) != 1} == set()


def test_nothing_lies_above_itself(graph: Graph) -> None:
    assert not graph.query("ASK { ?term rdfs:subClassOf+ ?term }").askAnswer


@pytest.mark.parametrize(
    ("name", "term", "ancestor"),
    [
        ("mondo", "MONDO:0004979", "MONDO:0005087"),  # asthma, respiratory system disorder
        ("hp", "HP:0003418", "HP:0000001"),  # back pain
        ("go", "GO:0007586", "GO:0008150"),  # digestion
        ("uberon", "UBERON:0001465", "UBERON:0001062"),  # knee
    ],
)
def test_a_term_hangs_from_its_ancestors(graph: Graph, term: str, ancestor: str) -> None:
    assert graph.query(
        "ASK { ?term (rdfs:subClassOf|BFO:0000050)+ ?ancestor }",
        initNs={"BFO": PREFIXES["BFO"]},
        initBindings={"term": node(term), "ancestor": node(ancestor)},
    ).askAnswer


# The tool

TABLE = """\
id\tlabel\tparents\tpart_of
UBERON:0000001\tknee cap\tUBERON:0000002 bone\tUBERON:0000003 knee
UBERON:0000002\tbone\tUBERON:0000005 organ\t
UBERON:0000003\tknee\t\tUBERON:0000004 leg
UBERON:0000006\tear\t\t
"""
OBO = """\
format-version: 1.2
ontology: uberon

[Term]
id: UBERON:0000001
name: knee cap
is_a: UBERON:0000002 ! bone
relationship: part_of UBERON:0000003 ! knee

[Term]
id: UBERON:0000002
name: bone
is_a: UBERON:0000005

[Term]
id: UBERON:0000003
name: knee
relationship: part_of UBERON:0000004 ! leg

[Term]
id: UBERON:0000004
name: leg

[Term]
id: UBERON:0000005
name: organ

[Term]
id: UBERON:0000006
name: ear

[Typedef]
id: part_of
name: part of
xref: BFO:0000050
"""


def test_ancestors_are_followed_and_nothing_else_is_taken(tmp_path: Path) -> None:
    (tmp_path / "uberon.tsv").write_text(TABLE, encoding="utf-8")

    built = tool.build("uberon", tool.read_terms(tmp_path, "uberon"), {"UBERON:0000001": "knee cap"})

    graph = Graph().parse(data=built, format="turtle")
    assert {str(graph.value(term, RDFS.label)) for term in graph.subjects(RDF.type, OWL.Class)} == {
        "knee cap",
        "bone",
        "knee",
        "leg",
        "organ",
    }
    assert (node("UBERON:0000003"), PART_OF, node("UBERON:0000004")) in graph
    assert (node("UBERON:0000002"), RDFS.subClassOf, node("UBERON:0000005")) in graph


def test_a_release_in_obo_gives_the_same_slice_as_a_table(tmp_path: Path) -> None:
    for folder in ("table", "release"):
        (tmp_path / folder).mkdir()
    (tmp_path / "table" / "uberon.tsv").write_text(TABLE, encoding="utf-8")
    (tmp_path / "release" / "uberon.obo").write_text(OBO, encoding="utf-8")

    slices = [
        tool.build("uberon", tool.read_terms(tmp_path / folder, "uberon"), {"UBERON:0000001": "knee cap"})
        for folder in ("table", "release")
    ]

    assert slices[0] == slices[1]


def test_an_unknown_prefix_is_refused() -> None:
    with pytest.raises(ValueError, match="the prefix of NOBODY:1"):
        tool.build("uberon", {}, {"NOBODY:1": "nothing"})


def test_the_tool_without_a_folder_says_how_to_use_it(capsys: pytest.CaptureFixture[str]) -> None:
    assert tool.main(["--check"]) == 2
    assert "FOLDER" in capsys.readouterr().err
