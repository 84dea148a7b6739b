"""The questions that people ask: what the sources of the package answer, and that each engine answers it alike.

Each file in ``data/questions`` is named by the number of the question in ``docs/questions.md``.
"""

from __future__ import annotations

import csv
import re
import shlex
from collections.abc import Iterator
from pathlib import Path

import pyoxigraph as ox
import pytest
import rdflib
from click.testing import CliRunner

from yogakg import KnowledgeGraph
from yogakg.answers import display_value
from yogakg.cli import cli
from yogakg.namespaces import MAPPINGS_GRAPH, PREFIXES
from yogakg.querying import ask, parameter_term
from yogakg.questions import catalogue

EXPECTED = Path(__file__).parent / "data" / "questions"
TABLE = Path(__file__).parents[1] / "docs" / "questions.md"
ASKED = sorted(path.stem for path in EXPECTED.glob("*.tsv"))
pytestmark = pytest.mark.filterwarnings("ignore:Dataset:DeprecationWarning")


@pytest.fixture(scope="module")
def graph() -> Iterator[KnowledgeGraph]:
    with KnowledgeGraph() as graph:
        yield graph


@pytest.fixture(scope="module")
def dataset(graph: KnowledgeGraph) -> rdflib.Dataset:
    """Return the graph in rdflib, but for mappings, axioms and rules, of which these questions take no notice."""
    store = graph.store.graph
    axioms = {quad.subject for quad in store.quads_for_pattern(None, None, ox.NamedNode(PREFIXES["owl"] + "Axiom"))}
    dataset = rdflib.Dataset(default_union=True)
    for name in store.named_graphs():
        text = str(getattr(name, "value", name))
        if text in (MAPPINGS_GRAPH, PREFIXES["graph"] + "local") or "/imports/" in text:
            continue
        said = (quad.triple for quad in store.quads_for_pattern(None, None, None, name))
        kept = (one for one in said if one.subject not in axioms and not one.predicate.value.endswith("#extractedBy"))
        data = ox.serialize(kept, format=ox.RdfFormat.N_TRIPLES) or b""
        dataset.graph(rdflib.URIRef(text)).parse(data=data.decode(), format="nt")
    return dataset


def command(name: str) -> tuple[str, dict[str, str]]:
    """Return the question and its parameters: the first line of the file."""
    head = (EXPECTED / f"{name}.tsv").read_text(encoding="utf-8").partition("\n")[0]
    question, *words = shlex.split(head.removeprefix("#"))
    return question, dict(zip((word.removeprefix("--") for word in words[::2]), words[1::2], strict=True))


@pytest.mark.parametrize("name", ASKED)
def test_answer_is_the_expected_one(graph: KnowledgeGraph, name: str) -> None:
    with (EXPECTED / f"{name}.tsv").open(encoding="utf-8", newline="") as file:
        next(file)
        columns, *expected = csv.reader(file, delimiter="\t", quoting=csv.QUOTE_NONE)
    question, parameters = command(name)

    rows = graph.query(question, **parameters)

    assert [list(rows.columns), *([display_value(term) for term in row] for row in rows.terms)] == [columns, *expected]
    assert rows or rows.notes[0].startswith("No "), "where no source speaks, the answer says so"


# rdflib takes a quarter of a minute for each of these two, which are held to it on a smaller graph in test_competency.
@pytest.mark.parametrize("name", [name for name in ASKED if name not in ("15-helps", "21-standing")])
def test_rdflib_gives_the_same_answer(graph: KnowledgeGraph, dataset: rdflib.Dataset, name: str) -> None:
    asked, parameters = command(name)
    question, store = catalogue()[asked], graph.store.graph
    given = question.fill(parameters)
    bound = question.bind({key: parameter_term(store, question.parameter(key), value) for key, value in given.items()})

    theirs = [["" if term is None else str(term) for term in row] for row in dataset.query(bound)]

    assert theirs == [
        ["" if term is None else str(getattr(term, "value", term)) for term in row] for row in ask(store, bound).terms
    ]


def test_no_answer_calls_a_pose_safe(graph: KnowledgeGraph) -> None:
    for question in catalogue().values():
        for said in (question.empty, *(note for _, note in question.notes)):
            for word in re.finditer(r"\bsafe\b", said):
                assert re.search(r"\b(not|nor|never)\b[^.;]*$", said[: word.start()]), said


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("questions") / "store"
    KnowledgeGraph(folder).close()
    return folder


COMMANDS = [
    one for one in re.findall(r"`yogakg ([^`]+)`", TABLE.read_text("utf-8")) if " " in one and "TITLE" not in one
]


@pytest.mark.parametrize("asked", COMMANDS)
def test_command_of_the_table_answers(store: Path, asked: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(TABLE.parents[1])
    done = CliRunner().invoke(cli, [*shlex.split(asked), "--store", str(store)])

    assert done.exit_code == 0, done.output
    assert done.output.strip()


def test_table_has_all_questions() -> None:
    rows = re.findall(r"^\| (\d+) \|", TABLE.read_text("utf-8"), re.MULTILINE)

    assert [int(row) for row in rows] == list(range(1, 26))
    assert {int(name.partition("-")[0]) for name in ASKED} == set(range(1, 26)) - {18, 19, 20}


# Single questions


def poses(graph: KnowledgeGraph, question: str, **parameters: str) -> set[str]:
    return {row.poseLabel for row in graph.query(question, **parameters)}


def test_all_poses_named_for_high_blood_pressure_are_listed(graph: KnowledgeGraph) -> None:
    """Counted another way: the shortcuts that follow from the claims, for the condition and all broader ones."""
    claimed = "SELECT DISTINCT ?pose { ?pose yoga:contraindicatedFor condition:high-blood-pressure }"
    rows = graph.query("avoid-for", condition="high blood pressure")

    assert {row.pose for row in rows if row.status != "not claimed"} == {row.pose for row in graph.query(claimed)}


def test_late_pregnancy_leaves_out_what_is_said_of_earlier_trimesters(graph: KnowledgeGraph) -> None:
    whole = graph.query("avoid-for", condition="pregnancy")
    late = graph.query("avoid-for", condition="pregnancy", during="ThirdTrimester")

    assert {row.trimesterLabel for row in whole} == {None, "second trimester", "third trimester"}
    assert {row.trimesterLabel for row in late} == {None, "third trimester"}
    assert len([row for row in whole if row.trimesterLabel != "second trimester"]) == len(late)


def test_no_pose_on_bent_wrists_is_offered_without_them(graph: KnowledgeGraph) -> None:
    barred = poses(graph, "with-feature", feature="weight on extended wrists")
    offered = {
        row.otherLabel for row in graph.query("similar", pose="Downward Dog", without="weight on extended wrists")
    }

    assert {"Plank Pose", "Handstand"} <= barred
    assert offered
    assert not offered & barred


def test_who_advises_against_stands_beside_a_study_without_harm(graph: KnowledgeGraph) -> None:
    rows = graph.query("evidence", pose="Downward Dog", condition="pregnancy")

    assert {(row.side, row.evidenceLabel) for row in rows} == {
        ("no harm seen", "clinical study"),
        ("against", "community data"),
    }


def test_two_names_are_of_one_pose_or_of_two(graph: KnowledgeGraph) -> None:
    def answer(one: str, other: str) -> set[str]:
        return {row.answer for row in graph.query("same-pose", one=one, other=other)}

    assert answer("Bidalasana", "Marjariasana") == {"one pose"}
    assert answer("Shirshasana", "Kapalasana") == {"one pose"}
    assert answer("Uttanasana", "Ardha Uttanasana") == {"two poses, the other a form of the one"}
    assert answer("Ardha Uttanasana", "Uttanasana") == {"two poses, the one a form of the other"}
    assert answer("Uttanasana", "Savasana") == {"two poses"}
