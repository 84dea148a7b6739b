"""The sources that come with the package: what they hold, how they are told apart, and where they agree."""

from __future__ import annotations

import csv
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pyoxigraph as ox
import pytest
import rdflib

from yogakg import KnowledgeGraph, reasoning, resources
from yogakg.answers import display_value
from yogakg.errors import StoreError, UnknownNameError
from yogakg.namespaces import ONTOLOGY_GRAPH, POSES_GRAPH, PREFIXES, VOCABULARY_GRAPH, YOGA
from yogakg.oxigraph import select, triples
from yogakg.querying import ask, parameter_term
from yogakg.questions import catalogue
from yogakg.validation import validate_source

ROOT = Path(__file__).parents[1]
ARTICLE = ROOT / "examples" / "head-to-knee-pose.txt"
MATERIAL = ROOT.parent / "shared" / "data" / "poses"
EXPECTED = Path(__file__).parent / "data" / "shipped"
SOURCE = PREFIXES["source"]
#: The sources, with how many poses each describes.
SOURCES = {
    "ai4society-sn-yo": 15,
    "async-io-pierre": 14,
    "cc-smith-yoga-poses": 123,
    "hemantctb-yoga-app": 110,
    "justhenner-yoga-rx": 47,
}
LICENCES = {"https://spdx.org/licenses/MIT"}
pytestmark = pytest.mark.filterwarnings("ignore:Dataset:DeprecationWarning")


@pytest.fixture(scope="module")
def graph() -> Iterator[KnowledgeGraph]:
    with KnowledgeGraph() as graph:
        graph.load(ARTICLE)
        yield graph


def count(graph: KnowledgeGraph, pattern: str, *, stated: bool = False) -> int:
    """Count the poses for which a pattern holds within one shipped source, or what follows from it."""
    names = [f"<{SOURCE}{name}>" for name in SOURCES]
    names += [] if stated else [f"<{SOURCE}{name}/inferred>" for name in SOURCES]
    query = (
        f"SELECT (COUNT(DISTINCT ?pose) AS ?n) {{ VALUES ?graph {{ {' '.join(names)} }} GRAPH ?graph {{ {pattern} }} }}"
    )
    return int(next(select(graph.store.graph, query))["n"].value)


# What they hold


def test_sources_have_origin_licence_kind_and_date(graph: KnowledgeGraph) -> None:
    shipped = [source for source in graph.sources() if source.shipped]

    assert {source.iri.removeprefix(SOURCE): len(source.practices) for source in shipped} == SOURCES
    assert {source.license for source in shipped} == LICENCES
    assert {source.evidence_class for source in shipped} == {YOGA + "CommunityData"}
    assert all(source.url and source.date_loaded for source in shipped)
    versions = list(select(graph.store.graph, "SELECT ?s ?v { ?s a yoga:Source ; dcterms:identifier ?v }"))
    assert len(versions) == len(SOURCES)


def test_they_say_much(graph: KnowledgeGraph) -> None:
    """Counts of poses over the shipped sources together."""
    works = "?pose yoga:actsOn|yoga:stretches|yoga:strengthens|yoga:opens|yoga:compresses|yoga:massages ?region"
    order = "?pose yoga:follows|yoga:followedBy ?other"

    assert count(graph, "?source yoga:describes ?pose", stated=True) == 188
    assert count(graph, works, stated=True) == 124
    assert count(graph, "?pose yoga:hasContraindication ?claim", stated=True) == 107
    assert count(graph, "?pose yoga:hasContraindication/yoga:advice yoga:Avoid", stated=True) == 84
    assert count(graph, order, stated=True) == 116
    assert count(graph, order) == 138
    named = "SELECT (COUNT(DISTINCT ?pose) AS ?n) { ?pose a yoga:Pose ; skos:prefLabel ?name }"
    assert int(next(select(graph.store.graph, named))["n"].value) >= 300


def test_no_link_dangles_and_each_has_its_inverse(graph: KnowledgeGraph) -> None:
    dangling = "SELECT ?a ?b { ?a yoga:sequenceRelation ?b FILTER NOT EXISTS { ?b skos:prefLabel ?name } }"
    one_way = """SELECT ?a ?b { ?p owl:inverseOf ?q . ?a ?p ?b FILTER NOT EXISTS { ?b ?q ?a } }"""

    assert list(select(graph.store.graph, dangling)) == []
    assert list(select(graph.store.graph, one_way)) == []
    assert len(list(select(graph.store.graph, "SELECT DISTINCT ?a ?b { ?a yoga:followedBy ?b }"))) > 380


@pytest.mark.parametrize("name", SOURCES)
def test_source_conforms(graph: KnowledgeGraph, name: str) -> None:
    store = graph.store

    assert validate_source(store.stated(SOURCE + name), store.inferred(SOURCE + name), store.terms) == []


def test_they_are_consistent(graph: KnowledgeGraph) -> None:
    graphs = [ONTOLOGY_GRAPH, VOCABULARY_GRAPH, POSES_GRAPH, *(SOURCE + name for name in SOURCES)]

    reasoning.prove(*(triples(graph.store.graph, name) for name in graphs))


def test_no_made_pose_takes_the_name_of_a_registered_one(graph: KnowledgeGraph) -> None:
    made = "SELECT DISTINCT ?name { ?pose yoga:status yoga:Unreviewed ; a yoga:Pose ; skos:prefLabel ?name }"
    names = {row["name"].value for row in select(graph.store.graph, made)}

    assert {"Crescent Moon (Ashta Chandrasana)", "Side Splits (Upavistha Konasana)"} <= names
    assert graph.resolve("Side Splits").label == "Side Splits"


@pytest.mark.parametrize(
    ("pose", "condition", "advice", "trimester"),
    [
        ("Cobra Pose", "pregnancy", "avoid", "second trimester"),
        ("Boat Pose", "pregnancy", "avoid", "third trimester"),
        ("Headstand", "neck injury", "avoid", None),
        ("Cat-Cow Pose", "wrist injury", "modify", None),
        ("Plank Pose", "carpal tunnel syndrome", "modify", None),
        ("Downward-Facing Dog", "high blood pressure", "avoid", None),
        ("Legs Up the Wall", "uncontrolled high blood pressure", "avoid", None),
    ],
)
def test_warnings_are_what_the_sources_say(
    graph: KnowledgeGraph, pose: str, condition: str, advice: str, trimester: str | None
) -> None:
    rows = graph.query("contraindications", pose=pose, sources="shipped")

    assert (condition, advice, trimester) in {(r.conditionLabel, r.adviceLabel, r.trimesterLabel) for r in rows}


def test_what_is_suggested_to_somebody_bars_nobody(graph: KnowledgeGraph) -> None:
    """For these a source says how to do the pose; none bars it."""
    for pose, condition in (("Corpse Pose", "anxiety"), ("Cat-Cow", "wrist injury"), ("Easy Pose", "knee problem")):
        rows = graph.query("contraindications", pose=pose, sources="hemantctb-yoga-app")
        assert "avoid" not in {row.adviceLabel for row in rows if row.conditionLabel == condition}


# Facts alone, rebuilt from the material


def test_no_text_is_longer_than_a_phrase() -> None:
    for path in resources.listing("data", ".ttl"):
        for quad in ox.parse(resources.read("data", path), format=ox.RdfFormat.TURTLE):
            if isinstance(quad.object, ox.Literal):
                assert len(quad.object.value.split()) < 10, quad


if MATERIAL.is_dir():

    @pytest.fixture(scope="module")
    def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
        folder = tmp_path_factory.mktemp("built")
        command = [sys.executable, ROOT / "tools" / "build_data.py", MATERIAL, "--output", folder]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stderr
        return folder

    def test_data_is_rebuilt_to_the_same_bytes(built: Path) -> None:
        for file in sorted(built.iterdir()):
            shipped = (ROOT / "data" / file.name).read_bytes()
            assert file.read_bytes() == shipped, f"run python tools/build_data.py: {file.name} is out of date"
        assert {file.name for file in built.iterdir()} == {f"{name}.ttl" for name in SOURCES} | {"REPORT.tsv"}

    def test_data_has_no_ten_words_in_a_row_of_the_material() -> None:
        def runs(text: str) -> set[tuple[str, ...]]:
            words = re.findall(r"\w+", text.casefold())
            return set(zip(*(words[start:] for start in range(10)), strict=False))

        files = [file for file in MATERIAL.rglob("*.*") if file.is_file() and "LICENSE" not in file.name]
        theirs = set().union(*(runs(file.read_text("utf-8")) for file in files))
        for file in [*(ROOT / "data").glob("*.ttl"), *(ROOT / "data").rglob("*.t[os][mv]*")]:
            said = " ".join(re.findall(r'"[^"\n]*"', file.read_text("utf-8")))
            assert not runs(said) & theirs, file


# Told apart


def test_answers_come_from_the_sources_asked(graph: KnowledgeGraph) -> None:
    def sources(asked: str | list[str] | None) -> set[str]:
        rows = graph.query("follow-ups", region="hamstrings", sources=asked)
        return {row.source.removeprefix(SOURCE) for row in rows}

    loaded, shipped = sources("loaded"), sources("shipped")
    assert {name.rpartition("-")[0] for name in loaded} == {"head-to-knee-pose"}
    assert shipped == {"hemantctb-yoga-app", "ai4society-sn-yo"}
    assert sources(None) == sources(["loaded", "shipped"]) == loaded | shipped
    assert sources("head-to-knee-pose.txt") == loaded
    assert sources("hemantctb-yoga-app") == {"hemantctb-yoga-app"}
    with pytest.raises(UnknownNameError):
        sources("nobody")


def test_free_queries_obey_too(graph: KnowledgeGraph) -> None:
    everywhere = "SELECT DISTINCT ?g { GRAPH ?g { ?pose yoga:stretches region:hamstrings } }"
    union = "ASK { source:hemantctb-yoga-app a yoga:Source }"

    found = {row.g for row in graph.query(everywhere, sources="loaded")}
    assert found
    assert not any("hemantctb" in name for name in found)
    assert not bool(graph.query(union, sources="loaded"))
    assert bool(graph.query(union))


def test_explanation_names_source_and_kind_of_evidence(graph: KnowledgeGraph) -> None:
    everything = graph.explain("Janu Sirsasana").to_text()
    loaded = graph.explain("Janu Sirsasana", sources="loaded").to_text()

    field = "yoga-app (hemantctb) (community data), field poses/head-to-knee-pose.md/difficulty_level"
    assert field in everything
    assert "(teacher article), characters" in everything
    assert "hemantctb" not in loaded


def test_export_has_what_was_loaded(graph: KnowledgeGraph) -> None:
    assert "hemantctb" not in graph.export("nquads")
    assert "hemantctb-yoga-app" in graph.export("nquads", sources=["shipped"])


def test_shipped_source_cannot_be_unloaded(graph: KnowledgeGraph) -> None:
    with pytest.raises(StoreError, match=r"comes with the package.*'loaded'"):
        graph.unload("hemantctb-yoga-app")
    assert len([source for source in graph.sources() if source.shipped]) == len(SOURCES)


def test_file_that_claims_to_be_a_shipped_source_is_refused(graph: KnowledgeGraph, tmp_path: Path) -> None:
    file = tmp_path / "false.nq"
    file.write_text(f"{graph.export('nquads', sources=['async-io-pierre'])}", encoding="utf-8")
    changed = tmp_path / "changed.nq"
    changed.write_text(file.read_text("utf-8").replace("pierre_mcp_server", "somebody"), encoding="utf-8")

    assert [source.action for source in graph.load(file).sources] == ["unchanged"]
    with pytest.raises(StoreError, match="comes with the package"):
        graph.load(changed)


def test_store_without_them_has_none(tmp_path: Path) -> None:
    with KnowledgeGraph(tmp_path / "store") as graph:
        assert len(graph.sources()) == len(SOURCES)
    with KnowledgeGraph(tmp_path / "store", shipped=False) as graph:
        assert graph.sources() == []
        assert not bool(graph.query("ASK { GRAPH ?g { source:hemantctb-yoga-app ?p ?o } }"))


def test_a_question_works_at_once(tmp_path: Path) -> None:
    command = [Path(sys.executable).with_name("yogakg"), "query", "avoid-for", "--condition", "glaucoma"]
    environment = {**os.environ, "YOGAKG_STORE": str(tmp_path / "new"), "PYTHONUTF8": "1"}
    done = subprocess.run(command, env=environment, capture_output=True, check=False, encoding="utf-8")

    assert done.returncode == 0, done.stderr
    assert "Headstand" in done.stdout
    assert "does not mean it is safe" in done.stdout


# Where sources agree


QUESTIONS = sorted(path.stem for path in EXPECTED.glob("*.tsv"))


def parameters(name: str) -> dict[str, str]:
    head = (EXPECTED / f"{name}.tsv").read_text(encoding="utf-8").partition("\n")[0].split()[1:]
    return dict(zip((word.removeprefix("--") for word in head[::2]), head[1::2], strict=True))


@pytest.mark.parametrize("name", QUESTIONS)
def test_answer_is_the_expected_one(graph: KnowledgeGraph, name: str) -> None:
    with (EXPECTED / f"{name}.tsv").open(encoding="utf-8", newline="") as file:
        next(file)
        columns, *expected = csv.reader(file, delimiter="\t", quoting=csv.QUOTE_NONE)

    rows = graph.query(name.partition(".")[0], sources="shipped", **parameters(name))

    assert [list(rows.columns), *([display_value(term) for term in row] for row in rows.terms)] == [columns, *expected]


def without_provenance(store: ox.Store, name: str) -> list[ox.Triple]:
    """Return a graph without axioms and passages, of which the questions take no notice and rdflib much."""
    said = triples(store, name)
    axiom = ox.NamedNode(PREFIXES["owl"] + "Axiom")
    axioms = {triple.subject for triple in said if triple.object == axiom}
    beside = ("extractedBy", "wasDerivedFrom")
    return [triple for triple in said if triple.subject not in axioms and not triple.predicate.value.endswith(beside)]


# rdflib takes half a minute for all claims at once, so it is asked for those of some relations.
@pytest.mark.parametrize("name", [name for name in QUESTIONS if name != "agreement"])
def test_rdflib_gives_the_same_answer(graph: KnowledgeGraph, dataset: rdflib.Dataset, name: str) -> None:
    question = catalogue()[name.partition(".")[0]]
    store = graph.store.graph
    given = question.fill(parameters(name))
    bound = question.bind({key: parameter_term(store, question.parameter(key), value) for key, value in given.items()})

    ours = ask(store, bound, graphs=[ONTOLOGY_GRAPH, *(SOURCE + name for name in SOURCES)]).terms
    theirs = dataset.query(bound)

    assert [["" if term is None else str(term) for term in row] for row in theirs] == [
        ["" if term is None else str(getattr(term, "value", term)) for term in row] for row in ours
    ]


@pytest.fixture(scope="module")
def dataset(graph: KnowledgeGraph) -> rdflib.Dataset:
    """Return the shipped sources in rdflib, with the terms that the questions need."""
    dataset = rdflib.Dataset(default_union=True)
    for name in [ONTOLOGY_GRAPH, *(SOURCE + name for name in SOURCES)]:
        data = ox.serialize(without_provenance(graph.store.graph, name), format=ox.RdfFormat.N_TRIPLES) or b""
        dataset.graph(rdflib.URIRef(name)).parse(data=data.decode(), format="nt")
    return dataset


def test_a_copy_counts_once(tmp_path: Path) -> None:
    """Two sources say the same: as a copy one counts with the other, else each counts."""
    text = """
    PREFIX dcterms: <http://purl.org/dc/terms/> PREFIX owl: <http://www.w3.org/2002/07/owl#>
    PREFIX pose: <https://w3id.org/yogakg/pose/> PREFIX prov: <http://www.w3.org/ns/prov#>
    PREFIX region: <https://w3id.org/yogakg/region/> PREFIX yoga: <https://w3id.org/yogakg/ontology#>
    <https://w3id.org/yogakg/source/%s> a yoga:Source ; dcterms:title "%s" ; %s yoga:describes pose:vrksasana .
    pose:vrksasana a yoga:Pose ; yoga:stretches region:calf .
    """
    (tmp_path / "old.ttl").write_text(text % ("old-1", "old", "dcterms:source <https://example.org/old> ;"))
    (tmp_path / "new.ttl").write_text(text % ("new-1", "new", ""))
    (tmp_path / "copy.ttl").write_text(text % ("copy-1", "copy", "yoga:copyOf <https://example.org/old> ;"))
    asked = {"pose": "Tree Pose", "object": "calf", "relation": "stretches", "least": 1}

    with KnowledgeGraph(shipped=False) as graph:
        graph.load(tmp_path / "old.ttl", tmp_path / "copy.ttl")
        assert [row.sources for row in graph.query("agreement", **asked)] == [1]
        graph.load(tmp_path / "new.ttl")
        assert [row.sources for row in graph.query("agreement", **asked)] == [2]
