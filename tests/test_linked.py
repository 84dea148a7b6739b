"""Questions that need our terms and other ontologies together, on the slices that come with the package."""

from __future__ import annotations

import pytest

from yogakg import KnowledgeGraph
from yogakg.errors import UnknownNameError

ARTICLE = """Head-to-Knee Pose (Janu Sirsasana)

Benefits

- Stretches the hamstrings, the calves and the neck
- Relieves anxiety

Contraindications

- Asthma
- Chest infection
- Knee injury
"""


@pytest.fixture(scope="module")
def graph(tmp_path_factory: pytest.TempPathFactory) -> KnowledgeGraph:
    article = tmp_path_factory.mktemp("linked") / "janu.txt"
    article.write_text(ARTICLE, encoding="utf-8")
    kg = KnowledgeGraph(shipped=False)
    kg.load(article)
    return kg


def test_poses_to_avoid_below_a_class_of_mondo(graph: KnowledgeGraph) -> None:
    rows = graph.query("avoid-in-class", **{"class": "MONDO:0005087"})

    assert {(row.conditionLabel, row.adviceLabel) for row in rows} == {
        ("asthma", "avoid"),
        ("chest infection", "avoid"),
    }


def test_broader_classes_do_not_bar_narrower_ones_only(graph: KnowledgeGraph) -> None:
    assert not graph.query("avoid-in-class", **{"class": "MONDO:0005041"})  # glaucoma


def test_poses_that_stretch_a_part_of_the_hindlimb(graph: KnowledgeGraph) -> None:
    rows = graph.query("stretch-in-anatomy", **{"class": "UBERON:0002103"})

    assert {row.regionLabel for row in rows} == {"hamstrings", "calf"}


def test_mesh_headings_of_benefits(graph: KnowledgeGraph) -> None:
    rows = graph.query("literature-terms", pose="Janu Sirsasana")

    assert {row.heading.rpartition("/")[2] for row in rows} == {"D001007"}


@pytest.mark.parametrize("code", ["MONDO:0004979", "MESH:D001249", "http://purl.obolibrary.org/obo/MONDO_0004979"])
def test_conditions_by_the_codes_of_other_ontologies(graph: KnowledgeGraph, code: str) -> None:
    rows = graph.query("avoid-for", condition=code)

    assert {(row.poseLabel, row.adviceLabel) for row in rows} == {("Head-to-Knee Pose", "avoid")}


@pytest.mark.parametrize("code", ["MONDO:9999999", "HP:0000978x", "NOBODY:1"])
def test_unknown_codes_are_refused(graph: KnowledgeGraph, code: str) -> None:
    with pytest.raises(UnknownNameError):
        graph.query("avoid-for", condition=code)
    with pytest.raises(UnknownNameError):
        graph.query("avoid-in-class", **{"class": code})
