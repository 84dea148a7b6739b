"""The store keeps what was put into it, whole or not at all, and says what is wrong with a place."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import tempfile
import threading
from pathlib import Path

import pyoxigraph as ox
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from yogakg import reasoning
from yogakg import store as store_module
from yogakg.errors import StoreError, UnknownNameError
from yogakg.local import LocalRecords
from yogakg.namespaces import (
    MAPPINGS_GRAPH,
    ONTOLOGY_GRAPH,
    PREFIXES,
    TERMS_INFERRED_GRAPH,
    VOCABULARY_GRAPH,
    YOGA,
    expand,
)
from yogakg.oxigraph import select, triples
from yogakg.store import Change, Store

JANU = "https://w3id.org/yogakg/source/janu-1a2b3c4d"
OTHER = "https://w3id.org/yogakg/source/other-00000000"


def node(curie: str) -> ox.NamedNode:
    return ox.NamedNode(expand(curie) or curie)


def source_triples(source: str, *, title: str = "A title", pose: str = "pose:tree") -> list[ox.Triple]:
    iri = ox.NamedNode(source)
    return [
        ox.Triple(iri, node("rdf:type"), node("yoga:Source")),
        ox.Triple(iri, node("dcterms:title"), ox.Literal(title)),
        ox.Triple(iri, node("yoga:describes"), node(pose)),
        ox.Triple(node(pose), node("yoga:stretches"), node("region:calf")),
    ]


def content(store: Store) -> set[ox.Quad]:
    return set(store.graph)


@pytest.fixture(scope="module")
def fresh(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Make a store on disk without sources."""
    place = tmp_path_factory.mktemp("fresh") / "store"
    Store.open(place, shipped=False).close()
    return place


@pytest.fixture
def folder(fresh: Path, tmp_path: Path) -> Path:
    """Copy the store on disk, which takes less time than to make one."""
    return shutil.copytree(fresh, tmp_path / "store")


def run(code: str, *arguments: str | Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-c", code, *map(str, arguments)]
    return subprocess.run(command, capture_output=True, text=True, check=False)


# Opening


def test_new_store_holds_the_terms_and_what_follows_from_them(store: Store) -> None:
    wanted = {ONTOLOGY_GRAPH, VOCABULARY_GRAPH, TERMS_INFERRED_GRAPH}

    assert wanted <= {str(graph)[1:-1] for graph in store.graph.named_graphs()}
    assert (
        ox.Quad(node("yoga:Pose"), node("rdfs:subClassOf"), node("yoga:Practice"), ox.NamedNode(ONTOLOGY_GRAPH))
        in store.graph
    )
    assert triples(store.graph, TERMS_INFERRED_GRAPH)
    assert store.sources() == []


def test_store_is_as_it_was_when_opened_again(folder: Path, janu: list[ox.Triple]) -> None:
    with Store.open(folder, shipped=False) as store:
        store.replace(JANU, janu, [], text="a text")
        before = content(store)

    with Store.open(folder, shipped=False) as store:
        assert content(store) == before
        assert store.text(JANU) == "a text"


def test_readers_open_beside_the_writer_and_each_other(folder: Path, janu: list[ox.Triple]) -> None:
    with Store.open(folder, shipped=False) as writer:
        with (
            Store.open(folder, read_only=True, shipped=False) as one,
            Store.open(folder, read_only=True, shipped=False) as two,
        ):
            writer.replace(JANU, janu, [])

            assert one.sources() == two.sources() == []
        with Store.open(folder, read_only=True, shipped=False) as after:
            assert [source.iri for source in after.sources()] == [JANU]


def test_readers_open_while_files_come_and_go(folder: Path) -> None:
    """A reader used to fail when the writer removed a file that the reader was about to open."""
    done = threading.Event()
    with Store.open(folder, shipped=False) as writer:

        def write() -> None:
            number = 0
            while not done.is_set():
                number += 1
                writer.replace(JANU, source_triples(JANU, title=f"Title {number}"), [])
                writer.graph.flush()

        thread = threading.Thread(target=write)
        thread.start()
        try:
            for _ in range(20):
                with Store.open(folder, read_only=True, shipped=False) as reader:
                    assert len(triples(reader.graph, VOCABULARY_GRAPH)) > 5000
        finally:
            done.set()
            thread.join()


def test_reader_keeps_what_it_opened_when_the_writer_removes_files(folder: Path) -> None:
    with Store.open(folder, shipped=False) as writer:
        writer.graph.flush()
        with Store.open(folder, read_only=True, shipped=False) as reader:
            before = content(writer)
            for number in range(3):
                writer.replace(JANU, source_triples(JANU, title=f"Title {number}"), [])
                writer.graph.flush()
            writer.graph.optimize()

            assert content(reader) == before != content(writer)


def test_reader_leaves_nothing_behind(folder: Path) -> None:
    before = sorted(folder.iterdir())

    with Store.open(folder, read_only=True, shipped=False):
        assert len(list(folder.glob("reading-*"))) == 1

    assert sorted(folder.iterdir()) == before


def test_writer_removes_what_readers_left_that_broke_off(folder: Path) -> None:
    old, young = folder / "reading-old", folder / "reading-young"
    for left in (old, young):
        left.mkdir()
        (left / "000001.sst").touch()
    os.utime(old, (0, 0))

    Store.open(folder, shipped=False).close()

    assert (old.exists(), young.exists()) == (False, True)


def test_reader_opens_where_no_files_can_be_linked(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise PermissionError

    monkeypatch.setattr(os, "link", refuse)

    with Store.open(folder, read_only=True, shipped=False) as reader:
        assert triples(reader.graph, VOCABULARY_GRAPH)
        assert not list(folder.glob("reading-*"))


def test_store_opened_for_reading_refuses_to_be_written(folder: Path, janu: list[ox.Triple]) -> None:
    with (
        Store.open(folder, read_only=True, shipped=False) as store,
        pytest.raises(StoreError, match="opened for reading"),
    ):
        store.replace(JANU, janu, [])


def test_location_comes_from_the_environment(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("YOGAKG_STORE", str(folder))

    with Store.open(shipped=False) as store:
        assert store.location == str(folder)


def test_location_is_a_folder_of_the_user_when_nothing_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("YOGAKG_STORE", raising=False)
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    monkeypatch.setattr("platformdirs.user_data_path", lambda name, **_: tmp_path / name)

    with Store.open(shipped=False) as store:
        assert Path(store.location) == tmp_path / "yogakg" / "store"


def test_closed_store_says_so(store: Store) -> None:
    store.close()

    with pytest.raises(StoreError, match="closed"):
        store.sources()


def test_terms_are_loaded_again_when_the_package_has_changed(
    folder: Path, janu: list[ox.Triple], monkeypatch: pytest.MonkeyPatch
) -> None:
    with Store.open(folder, shipped=False) as store:
        store.replace(JANU, janu, reasoning.infer(janu, store.terms), location="file:///janu.txt", checksum="abc")
        inferred = set(store.inferred(JANU))
        store.graph.update(f"DELETE WHERE {{ GRAPH <{VOCABULARY_GRAPH}> {{ ?s ?p ?o }} }}")
        store.graph.update(f"DELETE WHERE {{ GRAPH <{JANU}/inferred> {{ ?s ?p ?o }} }}")
    monkeypatch.setattr(store_module, "_fingerprint", lambda **_: "another version")

    with Store.open(folder, shipped=False) as store:
        assert triples(store.graph, VOCABULARY_GRAPH)
        assert set(store.inferred(JANU)) == inferred
        # Another version may read more from the same bytes.
        assert store.sources_at("file:///janu.txt", checksum="abc") == []


def test_reader_finds_the_terms_of_a_changed_package(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with Store.open(folder, shipped=False) as store:
        store.graph.update(f"DELETE WHERE {{ GRAPH <{VOCABULARY_GRAPH}> {{ ?s ?p ?o }} }}")
    monkeypatch.setattr(store_module, "_fingerprint", lambda **_: "another version")

    with Store.open(folder, read_only=True, shipped=False) as store:
        assert triples(store.graph, VOCABULARY_GRAPH)


def test_loading_of_terms_that_was_cut_short_is_done_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Store, "_reason_sources", lambda self, **_: 1 / 0)
        with pytest.raises(ZeroDivisionError):
            Store.open(tmp_path / "store", shipped=False)
    calls: list[Store] = []
    load = Store._load_package

    def counted(store: Store, *, shipped: bool) -> None:
        calls.append(store)
        load(store, shipped=shipped)

    monkeypatch.setattr(Store, "_load_package", counted)

    Store.open(tmp_path / "store", shipped=False).close()
    Store.open(tmp_path / "store", shipped=False).close()

    assert len(calls) == 1


# What is wrong with a place


def test_second_writer_is_told_to_wait(folder: Path) -> None:
    with Store.open(folder, shipped=False):
        other = run("from yogakg.store import Store; import sys; Store.open(sys.argv[1], shipped=False)", folder)

        assert "another process is writing to this store" in other.stderr
        with pytest.raises(StoreError, match="Wait until it has ended"):
            Store.open(folder, shipped=False)


def test_folder_of_other_things_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "holiday.txt").write_text("sun")

    with pytest.raises(StoreError, match="holds other things"):
        Store.open(tmp_path, shipped=False)
    assert [file.name for file in tmp_path.iterdir()] == ["holiday.txt"]


@pytest.mark.parametrize("read_only", [False, True])
def test_file_is_no_store(tmp_path: Path, read_only: bool) -> None:
    file = tmp_path / "store"
    file.write_text("not a folder")

    with pytest.raises(StoreError, match=r"a store is a folder|no store here"):
        Store.open(file, read_only=read_only, shipped=False)
    assert file.read_text() == "not a folder"


def test_reading_where_nothing_is_makes_nothing(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match=r"no store here.*Load a document first"):
        Store.open(tmp_path / "none", read_only=True, shipped=False)
    assert list(tmp_path.iterdir()) == []


def test_damaged_store_says_what_to_do(folder: Path) -> None:
    (folder / "graph" / "CURRENT").write_text("nonsense")

    with pytest.raises(StoreError, match=r"damaged.*load the documents again"):
        Store.open(folder, shipped=False)


def test_damaged_records_say_what_to_do(folder: Path) -> None:
    (folder / "local.sqlite").write_bytes(b"nonsense" * 1000)

    with pytest.raises(StoreError, match=r"damaged.*load the documents again"):
        Store.open(folder, shipped=False)


AS_SOMEBODY = """
import os, sys
from yogakg.errors import StoreError
from yogakg.store import Store
Store.open(":memory:", shipped=False).close()  # all modules are loaded while it may
if os.geteuid() == 0:  # permissions do not bind the superuser
    os.setuid(65534)
for place, read_only in ((sys.argv[1], False), (sys.argv[2], False), (sys.argv[1], True)):
    try:
        print(Store.open(place, read_only=read_only, shipped=False).sources()[0].iri)
    except StoreError as error:
        print(error.problem)
"""


def test_protected_folder_can_be_read_and_not_written(fresh: Path, janu: list[ox.Triple]) -> None:
    place = Path(tempfile.mkdtemp())  # the folders of pytest are closed to others than their owner
    shutil.copytree(fresh, place / "store")
    try:
        with Store.open(place / "store", shipped=False) as store:
            store.replace(JANU, janu, [])
        for path in [place, *place.rglob("*")]:
            path.chmod(0o555 if path.is_dir() else 0o444)

        result = run(AS_SOMEBODY, place / "store", place / "another")

        old, new, read = result.stdout.splitlines()
        assert old.startswith("the folder cannot be used")
        assert new.startswith("the folder cannot be used")
        assert read == JANU
    finally:
        for path in [place, *place.rglob("*")]:
            path.chmod(0o755)
        shutil.rmtree(place)


# Sources


def test_source_is_described(store: Store, janu: list[ox.Triple]) -> None:
    change = store.replace(JANU, janu, [], location="file:///poses/janu%20one.txt", text="the text", checksum="abc")

    [source] = store.sources()
    assert change == Change(JANU, "added", (), len(janu), 0)
    assert source == store.source(JANU)
    assert (source.iri, source.file_name, source.media_type) == (JANU, "janu.txt", "text/plain")
    assert source.evidence_class == YOGA + "TeacherArticle"
    assert source.locations == ("file:///poses/janu%20one.txt",)
    assert source.practices == (expand("pose:janu-sirsasana"),)
    assert (source.claims, source.mentions) == (27, 1)
    assert store.text(JANU) == "the text"


@pytest.mark.parametrize(
    "name",
    [
        JANU,
        "source:janu-1a2b3c4d",
        "janu-1a2b3c4d",
        "janu.txt",
        "Janu Sirsasana, a seated fold over one leg",
        "/poses/janu one.txt",
        "file:///poses/janu%20one.txt",
    ],
)
def test_source_is_found_by_any_of_its_names(store: Store, janu: list[ox.Triple], name: str) -> None:
    store.replace(JANU, janu, [], location="file:///poses/janu%20one.txt")

    assert store.find_source(name) == JANU


def test_unknown_source_name_gets_candidates(store: Store, janu: list[ox.Triple]) -> None:
    store.replace(JANU, janu, [])

    with pytest.raises(UnknownNameError, match=r"Did you mean janu\.txt\?"):
        store.find_source("jnau.txt")


def test_name_of_two_sources_is_not_guessed(store: Store) -> None:
    store.replace(JANU, source_triples(JANU, title="Same"), [])
    store.replace(OTHER, source_triples(OTHER, title="Same"), [])

    with pytest.raises(UnknownNameError) as caught:
        store.find_source("Same")
    assert caught.value.ambiguous
    assert caught.value.candidates == (JANU, OTHER)


def test_same_content_changes_nothing(store: Store, janu: list[ox.Triple]) -> None:
    store.replace(JANU, janu, [])
    before = content(store)
    date = node("yoga:dateLoaded")
    later = [t for t in janu if t.predicate != date]
    later.append(ox.Triple(ox.NamedNode(JANU), date, ox.Literal("2027-01-01T00:00:00Z", datatype=node("xsd:dateTime"))))

    assert store.replace(JANU, later, []).action == "unchanged"
    assert content(store) == before


def test_changed_document_takes_the_place_of_its_older_form(store: Store) -> None:
    place = "file:///a.txt"
    store.replace(JANU, source_triples(JANU), source_triples(JANU)[:1], location=place, text="old", checksum="1")

    change = store.replace(OTHER, source_triples(OTHER), [], location=place, text="new", checksum="2")

    assert (change.action, change.superseded) == ("added", (JANU,))
    assert [source.iri for source in store.sources()] == [OTHER]
    assert not store.graph.contains_named_graph(ox.NamedNode(JANU + "/inferred"))
    assert (store.text(JANU), store.text(OTHER)) == (None, "new")
    assert store.sources_at(place, checksum="1") == []
    assert store.sources_at(place, checksum="2") == [OTHER]


def test_older_form_stays_while_another_place_holds_it(store: Store) -> None:
    store.replace(JANU, source_triples(JANU), [], location="file:///a.txt", text="old")
    store.replace(JANU, source_triples(JANU), [], location="file:///copy.txt", text="old")

    first = store.replace(OTHER, source_triples(OTHER), [], location="file:///a.txt")
    second = store.replace(OTHER, source_triples(OTHER), [], location="file:///copy.txt")

    assert first.superseded == ()
    assert second.superseded == (JANU,)
    assert store.text(JANU) is None
    assert store.source(OTHER).locations == ("file:///a.txt", "file:///copy.txt")


def test_removing_a_source_leaves_no_trace(store: Store, janu: list[ox.Triple]) -> None:
    before = content(store)
    store.replace(JANU, janu, reasoning.infer(janu, store.terms), location="file:///a.txt", text="secret", checksum="1")

    assert store.remove(JANU)

    assert content(store) == before
    assert store.text(JANU) is None
    assert store.sources_at("file:///a.txt", checksum="1") == []
    assert not store.remove(JANU)


def test_texts_and_places_are_in_no_graph(store: Store, janu: list[ox.Triple]) -> None:
    store.replace(JANU, janu, [], location="file:///home/me/private.txt", text="every word of it")

    everything = (store.graph.dump(format=ox.RdfFormat.N_QUADS) or b"").decode()

    assert "private.txt" not in everything
    assert "every word of it" not in everything


@pytest.mark.parametrize("name", [VOCABULARY_GRAPH, YOGA + "Pose"])
def test_source_cannot_take_the_place_of_terms(store: Store, name: str) -> None:
    with pytest.raises(ValueError, match="cannot be the name of a source"):
        store.replace(name, source_triples(name), [])
    assert not store.remove(VOCABULARY_GRAPH)
    assert triples(store.graph, VOCABULARY_GRAPH)


def test_graph_of_the_project_is_set_and_unset(store: Store) -> None:
    said = ox.Triple(node("region:calf"), node("skos:exactMatch"), node("UBERON:0001383"))

    store.set_graph(MAPPINGS_GRAPH, [said])
    assert triples(store.graph, MAPPINGS_GRAPH) == [said]
    store.set_graph(MAPPINGS_GRAPH, [])
    assert triples(store.graph, MAPPINGS_GRAPH) == []
    with pytest.raises(ValueError, match="not a graph that may be set"):
        store.set_graph(VOCABULARY_GRAPH, [said])
    with pytest.raises(ValueError, match="not a graph that may be set"):
        store.set_graph("https://example.org/", [said])


@settings(max_examples=60, deadline=None)
@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=80))
def test_any_text_comes_back_as_it_went_in(text: str) -> None:
    with Store(":memory:", ox.Store(), LocalRecords(None), read_only=False) as store:
        stated = [*source_triples(JANU), ox.Triple(node("pose:tree"), node("yoga:text"), ox.Literal(text))]

        store.replace(JANU, stated, [], text=text)

        assert store.text(JANU) == text
        assert set(store.stated(JANU)) == set(stated)


# Transactions


def test_operations_of_one_update_succeed_or_fail_together(store: Store) -> None:
    """The transaction that ``replace`` relies on, checked against the engine itself."""
    before = content(store)

    with pytest.raises(RuntimeError, match="does not exist"):
        store.graph.update(
            f"DROP GRAPH <{VOCABULARY_GRAPH}> ; INSERT DATA {{ GRAPH <urn:x> {{ <urn:a> <urn:b> 1 }} }} ; "
            "DROP GRAPH <urn:there-is-none>"
        )
    assert content(store) == before


BIG_LOAD = """
import sys
import pyoxigraph as ox
from yogakg.store import Store
type, kind = ox.NamedNode("http://www.w3.org/1999/02/22-rdf-syntax-ns#type"), ox.NamedNode("https://w3id.org/yogakg/ontology#Source")
source = ox.NamedNode("https://w3id.org/yogakg/source/big-00000000")
many = (ox.Triple(ox.NamedNode(f"urn:s{i}"), ox.NamedNode("urn:p"), ox.Literal(f"number {i}")) for i in range(200_000))
stated = [ox.Triple(source, type, kind), *many]
store = Store.open(sys.argv[1], shipped=False)
update = Store._write
def announce(self, **arguments):
    print("writing", flush=True)
    update(self, **arguments)
    print("written", flush=True)
Store._write = announce
store.replace(source.value, stated, [], location="file:///a.txt", text="new")
"""


def test_process_killed_in_mid_load_leaves_the_store_as_it_was(folder: Path, janu: list[ox.Triple]) -> None:
    with Store.open(folder, shipped=False) as store:
        store.replace(JANU, janu, [], location="file:///a.txt", text="old", checksum="1")
        before = content(store)

    with subprocess.Popen([sys.executable, "-c", BIG_LOAD, folder], stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "writing\n"
        process.kill()
        rest = process.stdout.read()

    assert (process.returncode, rest) == (-signal.SIGKILL, "")
    with Store.open(folder, shipped=False) as store:
        assert content(store) == before
        assert [source.iri for source in store.sources()] == [JANU]
        assert store.text(JANU) == "old"
        assert store.sources_at("file:///a.txt", checksum="1") == [JANU]


def test_load_after_a_killed_one_completes_it(folder: Path) -> None:
    with Store.open(folder, shipped=False) as store:
        store.replace(JANU, source_triples(JANU), [], location="file:///a.txt", text="old", checksum="1")
        # As after a kill between the records and the graph: the record is there, the graph is not.
        store._local.record(OTHER, "new", "file:///a.txt", "2")

        assert store.sources_at("file:///a.txt", checksum="2") == []
        change = store.replace(OTHER, source_triples(OTHER), [], location="file:///a.txt", text="new", checksum="2")

        assert change.superseded == (JANU,)
        assert [source.iri for source in store.sources()] == [OTHER]


# Reasoning over the store


def test_reasoning_anew_gives_the_same(store: Store, janu: list[ox.Triple]) -> None:
    store.replace(JANU, janu, reasoning.infer(janu, store.terms))
    before = content(store)

    counts = store.reason()

    assert content(store) == before
    assert counts[JANU] == len(store.inferred(JANU)) > 0
    assert counts[TERMS_INFERRED_GRAPH] == len(triples(store.graph, TERMS_INFERRED_GRAPH)) > 0


def test_inference_takes_a_fresh_copy_of_the_terms_now_and_then(
    store: Store, janu: list[ox.Triple], monkeypatch: pytest.MonkeyPatch
) -> None:
    """In one and the same store in memory the two-hundredth inference took twice as long as the first."""
    used: list[ox.Store] = []

    def infer(stated: list[ox.Triple], terms: ox.Store) -> list[ox.Triple]:
        used.append(terms)
        return original(stated, terms)

    original = reasoning.infer
    monkeypatch.setattr(reasoning, "infer", infer)
    results = [store.infer(janu[:3]) for _ in range(101)]

    assert [id(terms) for terms in used] == [id(used[0])] * 50 + [id(used[50])] * 50 + [id(used[100])]
    assert len({id(used[0]), id(used[50]), id(used[100])}) == 3
    assert all(set(result) == set(results[0]) for result in results)


def test_inferred_statement_says_whose_claim_it_follows_from(store: Store, janu: list[ox.Triple]) -> None:
    store.replace(JANU, janu, reasoning.infer(janu, store.terms))

    rows = list(
        select(store.graph, "SELECT ?g { GRAPH ?g { pose:janu-sirsasana yoga:avoidedFor condition:wobbly-knee } }")
    )

    assert [row["g"].value for row in rows] == [JANU + "/inferred"]
    assert PREFIXES["source"] in rows[0]["g"].value
