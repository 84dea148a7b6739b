"""The Python interface: the words load, extract, query, explain, validate and export, and docstrings that run."""

from __future__ import annotations

import doctest
import importlib
import pkgutil
import subprocess
import sys
from pathlib import Path

import pyoxigraph as ox
import pytest

import yogakg
from yogakg import KnowledgeGraph
from yogakg.errors import DocumentError, StoreError, UnknownNameError, ValidationError, YogaError

ROOT = Path(__file__).parents[1]
ARTICLE = ROOT / "examples" / "head-to-knee-pose.txt"
COBRA = ROOT / "examples" / "cobra-pose.md"
MODULES = sorted(
    name
    for _, name, is_package in pkgutil.walk_packages(yogakg.__path__, "yogakg.")
    if not is_package and "yogakg.loaders" not in name
)
SHAPELESS = """
PREFIX yoga: <https://w3id.org/yogakg/ontology#>
<https://w3id.org/yogakg/source/wrong-1> a yoga:Source .
<https://w3id.org/yogakg/pose/nameless> a yoga:Pose .
"""


@pytest.fixture(scope="module")
def graph() -> KnowledgeGraph:
    return yogakg.load(ARTICLE)


@pytest.mark.parametrize("name", ["yogakg", *MODULES])
def test_docstrings_run(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)

    assert doctest.testmod(importlib.import_module(name)).failed == 0


def test_import_takes_nothing_along() -> None:
    script = "import sys, yogakg; print(' '.join(name for name in sys.modules if name.startswith('yogakg.')))"

    assert subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True).stdout == "\n"


def test_version_is_that_of_the_package() -> None:
    from importlib.metadata import version

    assert yogakg.__version__ == version("yogakg")
    with pytest.raises(AttributeError):
        _ = yogakg.nothing_of_this_name  # type: ignore[attr-defined]


def test_loaded_graph_answers_with_rows(graph: KnowledgeGraph) -> None:
    rows = graph.query("follow-ups", region="hamstrings", sources="loaded")

    assert {row.followUpLabel for row in rows} == {"Cat–Cow", "Bridge Pose", "Reclining Bound Angle Pose"}
    assert {row.status for row in rows} == {"stated"}
    assert "<table>" in rows._repr_html_()


def test_graph_explains_with_sentences(graph: KnowledgeGraph) -> None:
    facts = graph.explain("hamstrings", sources="loaded").facts

    assert facts[0].evidence[0].sentence == "Stretches the groins, the calves and the hamstrings of each leg."


def test_graph_exports_a_pose_by_any_name(graph: KnowledgeGraph) -> None:
    text = graph.export("turtle", pose="Janushirasana")

    assert text == graph.export("turtle", pose="Head-to-Knee Pose")
    assert list(ox.parse(text, format=ox.RdfFormat.TURTLE))


def test_exported_text_of_the_article_is_none_of_its_words_beyond_the_claims(graph: KnowledgeGraph) -> None:
    """The text of a document and its place on this machine stay here."""
    everything = graph.export("nquads", inferred=True, terms=True)

    assert "the name tells you where the body is heading" not in everything
    assert str(ROOT) not in everything


def test_graph_validates() -> None:
    with KnowledgeGraph(shipped=False) as graph:
        graph.load(ARTICLE)

        assert graph.validate().conforms


def test_graph_is_kept_in_a_folder(tmp_path: Path) -> None:
    with yogakg.load(ARTICLE, store=tmp_path / "store") as graph:
        assert str(tmp_path / "store") in repr(graph)

    with KnowledgeGraph(tmp_path / "store", read_only=True) as again:
        assert [source.file_name for source in again.sources() if not source.shipped] == ["head-to-knee-pose.txt"]
        with pytest.raises(StoreError, match="opened for reading"):
            again.load(COBRA)


def test_source_is_unloaded() -> None:
    with KnowledgeGraph() as graph:
        graph.load(COBRA)

        removed = graph.unload("cobra-pose.md")

        assert removed.title == "Cobra Pose (Bhujangasana)"
        assert all(source.shipped for source in graph.sources())
        with pytest.raises(UnknownNameError):
            graph.unload("cobra-pose.md")


def test_failed_document_raises_after_the_others_are_loaded(tmp_path: Path) -> None:
    with KnowledgeGraph() as graph:
        with pytest.raises(DocumentError, match=r"nowhere\.txt"):
            graph.load(tmp_path / "nowhere.txt", COBRA)

        assert [source.file_name for source in graph.sources() if not source.shipped] == ["cobra-pose.md"]


def test_failed_document_is_in_the_report_on_demand(tmp_path: Path) -> None:
    with KnowledgeGraph() as graph:
        report = graph.load(tmp_path / "nowhere.txt", strict=False)

    assert [failure.document for failure in report.failures] == [str(tmp_path / "nowhere.txt")]


def test_source_that_breaks_a_shape_raises(tmp_path: Path) -> None:
    (tmp_path / "wrong.ttl").write_text(SHAPELESS, encoding="utf-8")

    with KnowledgeGraph() as graph, pytest.raises(ValidationError):
        graph.load(tmp_path / "wrong.ttl")


def test_folder_is_free_again_after_a_failed_load(tmp_path: Path) -> None:
    with pytest.raises(DocumentError):
        yogakg.load(tmp_path / "nowhere.txt", store=tmp_path / "store")

    KnowledgeGraph(tmp_path / "store").close()


def test_extract_needs_no_store() -> None:
    document = yogakg.extract(COBRA)

    assert document.descriptions[0].practice.label == "Cobra Pose"


@pytest.mark.parametrize("name", ["nowhere.txt", "facts.ttl"])
def test_extract_says_what_is_no_article(name: str, tmp_path: Path) -> None:
    (tmp_path / "facts.ttl").write_text("", encoding="utf-8")

    with pytest.raises(DocumentError, match=name):
        yogakg.extract(tmp_path / name)


def test_every_error_of_the_project_is_one_kind() -> None:
    import yogakg.errors

    raised = [kind for kind in vars(yogakg.errors).values() if isinstance(kind, type) and issubclass(kind, Exception)]

    assert raised
    assert all(issubclass(kind, YogaError) for kind in raised)
