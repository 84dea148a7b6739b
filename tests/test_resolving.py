"""What ``yogakg resolve`` says of names of any kind: one answer a name, never a silent guess."""

from __future__ import annotations

import json

import pytest
from click.testing import CliRunner

from yogakg import KnowledgeGraph
from yogakg.cli import cli
from yogakg.namespaces import compress


@pytest.fixture(scope="module")
def graph() -> KnowledgeGraph:
    return KnowledgeGraph()


@pytest.mark.parametrize(
    ("name", "iri"),
    [
        ("Downward Dog", "pose:adho-mukha-svanasana"),
        ("जानुशीर्षासन", "pose:janu-sirsasana"),
        ("Warrior Two", "pose:virabhadrasana-ii"),
        ("hamstrings", "region:hamstrings"),
        ("condition:asthma", "condition:asthma"),
        ("stretches", "yoga:stretches"),
    ],
)
def test_clear_names(graph: KnowledgeGraph, name: str, iri: str) -> None:
    assert compress(graph.resolve(name).iri or "") == iri


@pytest.mark.parametrize("name", ["Warrior", "Janu Sirsasana IV", "blarf"])
def test_unclear_names_are_not_guessed(graph: KnowledgeGraph, name: str) -> None:
    found = graph.resolve(name)

    assert found.iri is None
    assert found.label is None
    assert found.candidates


def test_kinds_restrict_the_meaning(graph: KnowledgeGraph) -> None:
    assert compress(graph.resolve("back", "region").iri or "") == "region:back"
    assert graph.resolve("hamstrings", "condition").iri is None


def test_json_has_one_object_a_name() -> None:
    done = CliRunner().invoke(
        cli, ["resolve", "Staff Pose", "Warrior", "--store", ":memory:", "--format", "json"], catch_exceptions=False
    )

    told = json.loads(done.stdout)
    assert done.exit_code == 1
    assert [set(one) for one in told] == [{"name", "iri", "label", "candidates"}] * 2
    assert [one["name"] for one in told] == ["Staff Pose", "Warrior"]
    assert told[1]["iri"] is None
