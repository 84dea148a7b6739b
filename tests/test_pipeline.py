"""Documents go into the store whole or not at all, and the report says what became of each."""

from __future__ import annotations

import io
import os
import re
import shutil
import sys
from pathlib import Path

import pyoxigraph as ox
import pytest

from yogakg import pipeline
from yogakg.errors import DocumentError, InconsistencyError, UnknownNameError, ValidationError
from yogakg.namespaces import PREFIXES, expand
from yogakg.oxigraph import select
from yogakg.pipeline import LoadedSource, load
from yogakg.store import Store

ROOT = Path(__file__).parents[1]
ARTICLE = ROOT / "examples" / "head-to-knee-pose.txt"
JANU = ROOT / "tests" / "data" / "sources" / "janu.ttl"
HEAD = "".join(f"PREFIX {prefix}: <{iri}>\n" for prefix, iri in PREFIXES.items())
GOOD = HEAD + "pose:vrksasana yoga:strengthens region:calf ."
BROKEN = HEAD + "pose:vrksasana yoga:strengthens region:nowhere ."


def load_one(path: str | Path, store: Store) -> LoadedSource:
    report = load([path], store=store)
    assert report.failures == ()
    [source] = report.sources
    return source


def failure(path: str | Path, store: Store) -> str:
    report = load([path], store=store)
    assert report.sources == ()
    [failed] = report.failures
    return str(failed.error)


@pytest.fixture
def article(tmp_path: Path) -> Path:
    return Path(shutil.copy(ARTICLE, tmp_path / "janu.txt"))


def test_text_that_never_names_its_pose_is_loaded_and_told(tmp_path: Path, store: Store) -> None:
    path = tmp_path / "seventeen.txt"
    path.write_text("Turn in this pose. Hold the pose.\n\nAvoid if you have a hip injury.\n", encoding="utf-8")

    [problem] = load_one(path, store).problems

    assert problem.startswith(f"{path}: the text never names its pose")
    assert "Unnamed Pose (seventeen)" in problem


def test_article_goes_all_the_way_into_the_store(article: Path, store: Store) -> None:
    source = load_one(article, store)

    assert (source.document, source.action, source.superseded) == (str(article), "added", ())
    assert source.claims > 50
    assert source.inferred > 50
    [info] = store.sources()
    assert (info.iri, info.claims, info.mentions) == (source.source, source.claims, source.mentions)
    assert info.locations == (article.as_uri(),)
    text = store.text(source.source)
    assert text is not None
    rows = select(store.graph, "SELECT ?p { [] owl:annotatedTarget region:hamstrings ; prov:wasDerivedFrom ?p }")
    spans = [re.fullmatch(r".*#char=(\d+),(\d+)", row["p"].value) for row in rows]
    assert any(span and "hamstrings" in text[int(span[1]) : int(span[2])] for span in spans)
    assert list(select(store.graph, "SELECT ?x { ?x yoga:follows pose:janu-sirsasana }"))


@pytest.mark.parametrize("path", sorted((ROOT / "examples").glob("*.*")), ids=lambda path: path.name)
def test_every_example_loads_without_a_finding(path: Path, store: Store) -> None:
    source = load_one(path, store)

    assert source.claims > 0
    assert [str(finding) for finding in source.findings] == []


def test_rdf_goes_all_the_way_into_the_store(store: Store) -> None:
    source = load_one(JANU, store)

    assert (source.source, source.claims, source.mentions) == ("https://w3id.org/yogakg/source/janu-1a2b3c4d", 27, 1)


def test_same_document_again_changes_nothing(article: Path, store: Store) -> None:
    first = load_one(article, store)
    before = set(store.graph)

    again = load_one(article, store)

    assert (again.source, again.action) == (first.source, "unchanged")
    assert (again.claims, again.mentions, again.inferred) == (first.claims, first.mentions, first.inferred)
    assert set(store.graph) == before


def test_document_that_is_known_is_not_read_again(article: Path, store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    load_one(article, store)
    monkeypatch.setattr(pipeline, "_read", lambda data, document: pytest.fail("it was read"))

    assert load_one(article, store).action == "unchanged"


def test_changed_document_replaces_its_older_form(article: Path, store: Store) -> None:
    first = load_one(article, store)
    article.write_text(article.read_text() + "\n\nHead-to-Knee Pose strengthens the calves.\n")

    second = load_one(article, store)

    assert (second.action, second.superseded) == ("added", (first.source,))
    assert [source.iri for source in store.sources()] == [second.source]


def test_change_that_cannot_be_loaded_leaves_the_older_form(article: Path, store: Store) -> None:
    first = load_one(article, store)
    article.write_bytes(b"\xff\xff not text")

    assert "is not UTF-8" in failure(article, store)
    assert [source.iri for source in store.sources()] == [first.source]


def test_violation_refuses_the_whole_document_and_the_rest_is_loaded(tmp_path: Path, store: Store) -> None:
    good, broken = tmp_path / "a.ttl", tmp_path / "b.ttl"
    good.write_text(GOOD)
    broken.write_text(BROKEN)
    before = set(store.graph)

    report = load([broken, good], store=store)

    assert [source.document for source in report.sources] == [str(good)]
    [failed] = report.failures
    assert failed.document == str(broken)
    assert isinstance(failed.error, ValidationError)
    assert "pose:vrksasana yoga:strengthens region:nowhere" in str(failed.error)
    assert "Point at a region of the vocabulary" in str(failed.error)
    store.remove(report.sources[0].source)
    assert set(store.graph) == before


def test_warning_is_reported_and_does_not_stop_the_load(tmp_path: Path, store: Store) -> None:
    file = tmp_path / "about-nothing.ttl"
    file.write_text(HEAD + '<urn:x> rdfs:label "x" .')

    source = load_one(file, store)

    assert [finding.severity for finding in source.findings] == ["warning"]
    assert "normally has a `yoga:describes`" in source.findings[0].message


def test_folder_is_loaded_with_all_in_it(tmp_path: Path, store: Store) -> None:
    for name in ("b.ttl", "a.nt", "deep/er/c.ttl"):
        file = tmp_path / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(GOOD.replace("PREFIX", "# PREFIX") if name == "a.nt" else f"{GOOD}\n# {name}")
    (tmp_path / "a.nt").write_text(f"<urn:{tmp_path.name}> <urn:b> <urn:c> .")
    (tmp_path / "photo.jpg").write_bytes(b"\xff\xd8")
    (tmp_path / ".hidden").mkdir()
    (tmp_path / ".hidden" / "d.ttl").write_text(BROKEN)
    seen: list[tuple[int, int, str]] = []

    report = load([tmp_path], store=store, on_progress=lambda *state: seen.append(state))

    names = [str(Path(source.document).relative_to(tmp_path)) for source in report.sources]
    assert names == ["a.nt", "b.ttl", str(Path("deep/er/c.ttl"))]
    assert report.failures == ()
    assert [(done, total) for done, total, _ in seen] == [(0, 3), (1, 3), (2, 3), (3, 3)]


def test_pattern_is_loaded_with_all_that_fits(tmp_path: Path, store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("one.ttl", "two.ttl", "three.txt"):
        (tmp_path / name).write_text(f"{GOOD} # {name}")
    monkeypatch.chdir(tmp_path)

    assert [
        source.document for source in load(["t*.ttl", "two.ttl", str(tmp_path / "o*.ttl")], store=store).sources
    ] == [
        "two.ttl",
        str(tmp_path / "one.ttl"),
    ]


def test_broken_off_load_of_a_folder_goes_on_where_it_was(
    tmp_path: Path, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    for number in range(4):
        (tmp_path / f"{number}.ttl").write_text(f"{GOOD} # {number}")

    def interrupt(done: int, total: int, document: str) -> None:
        if done == 2:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        load([tmp_path], store=store, on_progress=interrupt)
    report = load([tmp_path], store=store)

    assert [source.action for source in report.sources] == ["unchanged", "unchanged", "added", "added"]


def test_copy_under_another_name_is_no_second_source(article: Path, store: Store) -> None:
    first = load_one(article, store)
    copy = Path(shutil.copy(article, article.with_name("copy.txt")))

    second = load_one(copy, store)
    again = load_one(copy, store)

    assert (second.source, second.action, second.copy_of) == (first.source, "unchanged", "janu.txt")
    assert (again.source, again.action, again.copy_of) == (first.source, "unchanged", None)
    [info] = store.sources()
    assert info.locations == (copy.as_uri(), article.as_uri())


def test_copy_that_changes_becomes_a_source_of_its_own(article: Path, store: Store) -> None:
    first = load_one(article, store)
    copy = Path(shutil.copy(article, article.with_name("copy.txt")))
    load_one(copy, store)
    copy.write_text(copy.read_text() + "\n\nHead-to-Knee Pose strengthens the calves.\n")

    assert load_one(copy, store).action == "added"
    assert len(store.sources()) == 2
    copy.write_bytes(article.read_bytes())
    last = load_one(copy, store)
    assert (last.source, last.copy_of, len(last.superseded)) == (first.source, "janu.txt", 1)
    assert [source.iri for source in store.sources()] == [first.source]


def test_same_text_about_another_pose_is_no_copy(tmp_path: Path, store: Store) -> None:
    for name in ("tree-pose.txt", "cobra-pose.txt"):
        (tmp_path / name).write_text("Benefits\n\n- Stretches the groins.\n")

    report = load([tmp_path], store=store)

    assert [source.action for source in report.sources] == ["added", "added"]


def test_links_are_followed_to_files_and_never_in_circles(tmp_path: Path, store: Store) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a.ttl").write_text(GOOD)
    (tmp_path / "in" / "round").symlink_to(tmp_path)
    (tmp_path / "b.ttl").symlink_to(tmp_path / "gone.ttl")
    (tmp_path / "c.ttl").symlink_to(tmp_path / "c.ttl")

    report = load([tmp_path], store=store)

    assert [source.document for source in report.sources] == [str(tmp_path / "in" / "a.ttl")]
    assert [Path(failure.document).name for failure in report.failures] == ["b.ttl", "c.ttl"]
    assert all("cannot be read" in str(failure.error) for failure in report.failures)


def test_failure_names_the_file_with_its_folder(tmp_path: Path, store: Store) -> None:
    (tmp_path / "deep").mkdir()
    (tmp_path / "deep" / "empty.txt").write_text("")

    assert failure(tmp_path, store).startswith(f"{tmp_path / 'deep' / 'empty.txt'}: the file is empty")


def test_standard_input_is_a_document(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(ARTICLE.read_bytes())))

    source = load_one("-", store)

    assert source.document == "-"
    assert source.claims > 50
    assert store.source(source.source).locations == ()


def test_named_graphs_of_one_file_are_loaded_and_replaced_together(tmp_path: Path, store: Store) -> None:
    def graph(name: str, region: str) -> str:
        iri = f"<https://w3id.org/yogakg/source/{name}-00000000>"
        return (
            f'{iri} {{ {iri} a yoga:Source ; dcterms:title "{name}" ; yoga:describes pose:vrksasana .\n'
            f"pose:vrksasana yoga:strengthens region:{region} . }}\n"
        )

    file = tmp_path / "export.trig"
    file.write_text(HEAD + graph("one", "calf") + graph("two", "thigh"))
    first = load([file], store=store)
    file.write_text(HEAD + graph("two", "thigh") + graph("three", "knee"))
    second = load([file], store=store)

    assert [source.action for source in first.sources] == ["added", "added"], first.failures
    assert {source.source[-14:]: source.action for source in second.sources} == {
        "e/two-00000000": "replaced",
        "three-00000000": "added",
    }
    assert [source.title for source in store.sources()] == ["three", "two"]


@pytest.mark.parametrize("suffix", [".trig", ".nq"])
def test_exported_store_loads_as_it_was(suffix: str, tmp_path: Path, store: Store) -> None:
    load([ARTICLE, JANU], store=store)
    file = tmp_path / f"export{suffix}"
    store.graph.dump(file, ox.RdfFormat.from_extension(suffix[1:]))

    with Store.open(":memory:", shipped=False) as other:
        report = load([file], store=other)

        assert report.failures == ()
        assert [source.iri for source in other.sources()] == [source.iri for source in store.sources()]
        for source in store.sources():
            assert set(other.stated(source.iri)) == set(store.stated(source.iri))
            assert set(other.inferred(source.iri)) == set(store.inferred(source.iri))


# What can be wrong with a file


def test_missing_file(store: Store) -> None:
    assert "there is no such file" in failure("nowhere/pose.txt", store)


def test_folder_without_documents(tmp_path: Path, store: Store) -> None:
    (tmp_path / "photo.jpg").write_bytes(b"\xff\xd8")

    assert "no document in this folder" in failure(tmp_path, store)


def test_pattern_that_nothing_fits(tmp_path: Path, store: Store) -> None:
    assert "no file fits this pattern" in failure(tmp_path / "*.txt", store)


@pytest.mark.parametrize(
    ("name", "data", "problem"),
    [
        ("a.txt", b"", "the file is empty"),
        ("a.txt", b"PNG\0\0\1\2" * 50, "binary"),
        ("a.txt", b"Tree Pose \xe9\xe8", "is not UTF-8"),
        ("a.ttl", b"pose:x a .", "line 1, column 1"),
        ("a.ttl", b"", "the file is empty"),
        ("a.jsonld", b'{"@context": "https://example.org/"}', "nothing outside is opened"),
        ("a.nq", b"<urn:a> <urn:b> .", "line 1, column 17"),
        ("a.txt", b"x" * (pipeline.SIZE_LIMIT + 1), "too large. Split it: one document has no more than 20 MB"),
        ("a.ttl", b"#" * (pipeline.SIZE_LIMIT + 1), "too large. Split it: one document has no more than 20 MB"),
    ],
)
def test_file_that_cannot_be_read_says_why(name: str, data: bytes, problem: str, tmp_path: Path, store: Store) -> None:
    (tmp_path / name).write_bytes(data)

    assert problem in failure(tmp_path / name, store)
    assert store.sources() == []


def test_file_that_may_not_be_read(tmp_path: Path, store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "a.txt"
    file.write_text("closed")

    def refuse(self: Path, mode: str = "r") -> None:
        raise PermissionError(13, os.strerror(13), str(self))

    monkeypatch.setattr(Path, "open", refuse)  # permissions do not bind the superuser

    assert "the file cannot be read (Permission denied)" in failure(file, store)


def test_failures_are_collected_and_carry_their_errors(tmp_path: Path, store: Store) -> None:
    (tmp_path / "empty.txt").write_bytes(b"")
    (tmp_path / "good.ttl").write_text(GOOD)

    report = load(["nowhere.txt", tmp_path], store=store)

    assert [type(failed.error) for failed in report.failures] == [DocumentError, DocumentError]
    assert len(report.sources) == 1
    assert report.claims == 1


# The store as a whole


def test_unloading_leaves_the_store_as_it_was(article: Path, store: Store) -> None:
    before = set(store.graph)
    source = load_one(article, store)

    assert pipeline.unload("janu.txt", store=store).iri == source.source
    assert set(store.graph) == before
    with pytest.raises(UnknownNameError):
        pipeline.unload("janu.txt", store=store)


def test_loaded_store_conforms(store: Store) -> None:
    load([ARTICLE, JANU], store=store)

    report = pipeline.validate(store)

    assert [str(finding) for finding in report.findings] == []
    assert report.conforms


def test_reasoning_gives_what_loading_gave(store: Store) -> None:
    source = load_one(ARTICLE, store)
    before = set(store.graph)

    counts = pipeline.reason(store, prove=True)

    assert counts[source.source] == source.inferred
    assert set(store.graph) == before


def test_proof_names_what_contradicts_in_the_store(store: Store) -> None:
    load_one(JANU, store)
    graph = ox.NamedNode("https://w3id.org/yogakg/source/janu-1a2b3c4d")
    stretches, asthma = (ox.NamedNode(expand(curie) or "") for curie in ("yoga:stretches", "condition:asthma"))
    store.graph.add(ox.Quad(ox.NamedNode(expand("pose:janu-sirsasana") or ""), stretches, asthma, graph))

    with pytest.raises(InconsistencyError, match="condition:asthma cannot be both"):
        pipeline.reason(store, prove=True)
