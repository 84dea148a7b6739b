"""What a store is said to hold, and that linking another ontology shows there."""

from __future__ import annotations

import json
from pathlib import Path

import pyoxigraph as ox
import pytest

from yogakg.cli import main
from yogakg.namespaces import MAPPINGS_GRAPH, PREFIXES
from yogakg.pipeline import load
from yogakg.store import Store
from yogakg.summary import PRECISIONS, Coverage, Summary, summarise

ROOT = Path(__file__).parents[1]
EXAMPLES = ROOT / "examples"
LUNGS = """\
format-version: 1.2

[Term]
id: MONDO:0004979
name: asthma
is_a: MONDO:0005087 ! respiratory system disorder

[Term]
id: MONDO:0005087
name: respiratory system disorder
"""


@pytest.fixture(scope="module")
def shipped() -> Summary:
    with Store.open(":memory:", shipped=False) as store:
        return summarise(store)


def coverage(summary: Summary, kind: str, target: str | None = None) -> Coverage:
    return next(one for one in summary.coverage if (one.kind, one.target) == (kind, target))


def run(capsys: pytest.CaptureFixture[str], *arguments: str | Path) -> tuple[object, str, str]:
    """Run the command and return its exit code, its output and its errors."""
    with pytest.raises(SystemExit) as ended:
        main([str(argument) for argument in arguments])
    output = capsys.readouterr()
    return ended.value.code, output.out, output.err


def iri(prefix: str, name: str) -> ox.NamedNode:
    return ox.NamedNode(PREFIXES[prefix] + name)


# Terms


def test_the_vocabulary_is_as_rich_as_it_is_meant_to_be(shipped: Summary) -> None:
    terms = {kind.name: kind.terms for kind in shipped.kinds}

    assert terms["body regions"] >= 220
    assert terms["conditions"] >= 200
    assert terms["functions"] + terms["mental states"] >= 70
    assert terms["props"] >= 20
    assert terms["styles"] >= 15
    assert terms["poses"] >= 300
    assert terms["sequences"] >= 5


def test_terms_and_names_are_those_of_the_files(shipped: Summary) -> None:
    text = (ROOT / "ontology" / "vocabulary" / "props.ttl").read_text(encoding="utf-8")
    kind = next(kind for kind in shipped.kinds if kind.name == "props")

    assert kind.terms == text.count("a yoga:Prop ;")
    assert kind.names == sum(
        quad.predicate.value.startswith(PREFIXES["skos"]) and quad.predicate.value.endswith("Label")
        for quad in ox.parse(text, format=ox.RdfFormat.TURTLE)
    )


def test_poses_are_counted_by_the_languages_of_their_names(shipped: Summary) -> None:
    poses = next(kind.terms for kind in shipped.kinds if kind.name == "poses")

    assert shipped.poses_named["English"] == poses
    assert poses > shipped.poses_named["IAST"] == shipped.poses_named["Devanagari"] >= 300


# Mappings


def test_regions_and_conditions_are_mapped_as_far_as_they_are_meant_to_be(shipped: Summary) -> None:
    assert coverage(shipped, "body regions").share >= 0.95
    assert coverage(shipped, "body regions", "UBERON").share >= 0.95
    assert coverage(shipped, "conditions").share >= 0.9


def test_no_ontology_covers_more_of_a_kind_than_all_together(shipped: Summary) -> None:
    for one in shipped.coverage:
        assert 0 <= one.mapped <= coverage(shipped, one.kind).mapped <= one.terms
        assert list(one.precisions) == list(PRECISIONS)


def test_a_term_counts_once_by_the_best_of_its_mappings(store: Store) -> None:
    hip, knee = iri("region", "hip"), iri("region", "knee")
    store.set_graph(
        MAPPINGS_GRAPH,
        [
            ox.Triple(hip, iri("skos", "relatedMatch"), iri("UBERON", "1")),
            ox.Triple(hip, iri("skos", "closeMatch"), iri("UBERON", "2")),
            ox.Triple(hip, iri("skos", "exactMatch"), iri("MESH", "D1")),
            ox.Triple(knee, iri("skos", "broadMatch"), iri("UBERON", "3")),
        ],
    )

    summary = summarise(store)

    uberon, total = coverage(summary, "body regions", "UBERON"), coverage(summary, "body regions")
    assert uberon.precisions == {"exact": 0, "close": 1, "broad": 1, "narrow": 0, "related": 0}
    assert total.precisions == {"exact": 1, "close": 0, "broad": 1, "narrow": 0, "related": 0}
    assert total.mapped == 2
    assert total.share == 2 / total.terms
    assert coverage(summary, "conditions").share == 0


# Sources


def test_sources_claims_and_what_follows_are_counted(store: Store, shipped: Summary) -> None:
    report = load([EXAMPLES / "head-to-knee-pose.txt"], store=store)

    summary = summarise(store)

    assert (shipped.sources, shipped.claims, shipped.unreviewed) == (0, 0, 0)
    assert (summary.sources, summary.claims) == (1, report.claims)
    assert summary.inferred == shipped.inferred + sum(source.inferred for source in report.sources) > shipped.inferred
    assert summary.triples == len(store.graph)
    assert summary.kinds == shipped.kinds


# On the command line


def test_info_prints_the_figures(capsys: pytest.CaptureFixture[str], tmp_path: Path, shipped: Summary) -> None:
    code, table, _ = run(capsys, "info", "--store", tmp_path / "none")
    _, text, _ = run(capsys, "info", "--store", tmp_path / "none", "--format", "json")

    assert code == 0
    regions = coverage(shipped, "body regions")
    assert f"body regions          {regions.terms} " in table
    assert f"{regions.share:.1%}" in table
    figures = json.loads(text)
    assert figures["store"] == ":memory:"
    assert figures["poses_named"] == shipped.poses_named
    assert figures["pose_names"]["wrong"] == 0
    assert figures["pose_names"]["clear"] > 20 * figures["pose_names"]["shared"]
    assert {one["name"]: one["terms"] for one in figures["kinds"]} == {one.name: one.terms for one in shipped.kinds}
    assert figures["coverage"][0]["share"] == round(regions.share, 4)


def test_what_is_linked_is_shown_until_it_is_unlinked(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    place, file = tmp_path / "store", tmp_path / "lungs.obo"
    file.write_text(LUNGS, encoding="utf-8")

    code, linked, _ = run(capsys, "link", file, "--store", place)
    _, shown, _ = run(capsys, "info", "--store", place)
    again, unlinked, _ = run(capsys, "unlink", "lungs", "--store", place)
    _, gone, _ = run(capsys, "info", "--store", place)
    missing, _, error = run(capsys, "unlink", "lungs", "--store", place)

    assert (code, again, missing) == (0, 0, 2)
    assert linked == "Linked as graph:linked/lungs: 5 triples, 2 terms, 2 of them mapped.\n"
    assert "graph:linked/lungs" in shown
    assert unlinked == "Unlinked 'lungs'.\n"
    assert "graph:linked/lungs" not in gone
    assert error == "Error: Nothing is linked by the name 'lungs'. 'yogakg info' lists the graphs that are.\n"


def test_a_file_that_is_no_ontology_is_not_linked(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    code, _, error = run(capsys, "link", EXAMPLES / "head-to-knee-pose.txt", "--store", tmp_path / "store")

    assert code == 2
    assert "head-to-knee-pose.txt: its syntax is not known" in error
