"""Records in JSON, CSV, YAML and RDF: what a mapping makes of them, and what is said of bad ones."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from yogakg import KnowledgeGraph
from yogakg.cli import main
from yogakg.errors import DocumentError, MappingError
from yogakg.explaining import explain, value_at
from yogakg.facts import Contraindication, Hold, Modification, Relation
from yogakg.loaders.records import Records, read_mapping, read_records
from yogakg.loaders.records.contents import find, read_contents, texts
from yogakg.loaders.records.mapping import parse_mapping
from yogakg.pipeline import load
from yogakg.querying import query
from yogakg.store import Store

HEAD = """
[source]
name = "school"
title = "Poses of a school"
license = "CC-BY-4.0"
"""
TABLE = """
[[tables]]
files = ["*"]
records = "*"
id = "key"
english = "name"
sanskrit = "sanskrit"
"""
CLAIMS = """
[[tables.claims]]
field = "level"
property = "level"

[[tables.claims]]
field = "works"
property = "stretches"
split = ";"

[tables.claims.values]
"tummy" = "abdomen"
"nothing" = false

[[tables.claims]]
field = "kind"
property = ["basePosition", "spinalAction", "focus"]

[[tables.claims]]
field = "not for"
kind = "contraindication"
split = ";"

[tables.claims.values]
"late pregnancy" = { names = ["pregnancy"], trimester = "ThirdTrimester" }

[[tables.claims]]
field = "seconds"
kind = "hold"

[[tables.claims]]
field = "next"
property = "followedBy"
split = ";"
"""
MAPPING = HEAD + TABLE + CLAIMS
CSV = """\
key,name,sanskrit,level,works,kind,not for,seconds,next
tree,Tree Pose,Vrksasana,beginner,adductors;tummy;nothing,standing,ankle_injury,30-60,cobra
cobra,Cobra Pose,Bhujangasana,intermediate,tibialis_anterior,yoga:Extension,late pregnancy;carpal tunnel,,child's pose
"""


def read(text: str, *, name: str = "poses.csv", mapping: str = MAPPING) -> Records:
    return read_records([(name, text.encode())], parse_mapping(mapping, file="school.toml"))


def said(records: Records) -> set[tuple[str, str, str]]:
    """Return the plain facts as pose, property and object."""
    return {
        (description.practice.label, claim.property, claim.object.label)
        for description, claim in records.document.claims()
        if isinstance(claim, Relation)
    }


def problems(records: Records) -> list[str]:
    return [str(problem) for problem in records.problems]


# What records say


def test_fields_become_claims() -> None:
    records = read(CSV)

    assert problems(records) == []
    assert said(records) == {
        ("Tree Pose", "level", "beginner"),
        ("Tree Pose", "stretches", "adductors"),
        ("Tree Pose", "stretches", "abdomen"),
        ("Tree Pose", "basePosition", "standing"),
        ("Tree Pose", "followedBy", "Cobra Pose"),
        ("Cobra Pose", "level", "intermediate"),
        ("Cobra Pose", "stretches", "tibialis anterior"),
        ("Cobra Pose", "spinalAction", "extension"),
        ("Cobra Pose", "followedBy", "Child's Pose"),
    }
    barred = {
        (claim.condition.label, claim.advice, claim.trimester)
        for _, claim in records.document.claims()
        if isinstance(claim, Contraindication)
    }
    assert barred == {
        ("ankle injury", "Avoid", None),
        ("pregnancy", "Avoid", "ThirdTrimester"),
        ("carpal tunnel syndrome", "Avoid", None),
    }
    holds = [claim for _, claim in records.document.claims() if isinstance(claim, Hold)]
    assert [(hold.min_seconds, hold.max_seconds) for hold in holds] == [(30, 60)]


COLUMNS, *ROWS = (line.split(",") for line in CSV.splitlines())
RECORDS = [dict(zip(COLUMNS, row, strict=True)) for row in ROWS]
YAML = "".join("- " + "\n  ".join(f'"{key}": "{value}"' for key, value in record.items()) + "\n" for record in RECORDS)


@pytest.mark.parametrize(
    ("name", "text"),
    [("poses.tsv", CSV.replace(",", "\t")), ("poses.json", json.dumps(RECORDS, indent="\t")), ("poses.yaml", YAML)],
)
def test_every_form_of_the_same_records_says_the_same(name: str, text: str) -> None:
    records = read(text, name=name)

    assert problems(records) == []
    assert said(records) == said(read(CSV))


def test_each_claim_leads_to_its_field() -> None:
    records = read(CSV)

    for _, claim in records.document.claims():
        value = value_at(records.document.text, claim.span.pointer)  # type: ignore[attr-defined]
        assert value
        assert value[claim.span.start : claim.span.end] == value
    assert {claim.rule for _, claim in records.document.claims()} >= {"school-stretches", "school-contraindication"}


def test_markdown_head_and_prose_are_read() -> None:
    mapping = (
        HEAD
        + """
[[tables]]
english = "title"

[[tables.claims]]
field = "effects"
kind = "prose"
section = "benefits"

[[tables.claims]]
field = "body/Care"
kind = "prose"
section = "contraindications"
"""
    )
    text = """---
title: Tree Pose
effects:
  - Strengthens the ankles.
  - Relieves stress.
---
# Care

Avoid with a knee injury. If you cannot balance, use a wall.
"""
    records = read(text, name="tree.md", mapping=mapping)

    assert said(records) >= {("Tree Pose", "strengthens", "ankle"), ("Tree Pose", "relieves", "stress")}
    places = {
        claim.span.fragment
        for _, claim in records.document.claims()
        if isinstance(claim, Relation | Contraindication | Modification)
    }
    assert places == {"/effects/0", "/effects/1", "/body/Care"}


def test_readings_take_the_place_of_the_rules() -> None:
    mapping = (
        HEAD
        + TABLE
        + """
[[tables.claims]]
field = "care"
kind = "prose"
section = "contraindications"

[tables.claims.readings]
tree = [{ advice = "Modify", names = ["wrist injury"] }]
"""
    )
    text = json.dumps([{"key": "tree", "name": "Tree Pose", "care": "For wrist injuries, suggest fists."}])
    records = read(text, name="poses.json", mapping=mapping)

    found = [claim for _, claim in records.document.claims() if isinstance(claim, Contraindication)]
    assert [(claim.condition.label, claim.advice) for claim in found] == [("wrist injury", "Modify")]


def test_claims_may_depend_on_another_field() -> None:
    mapping = (
        HEAD
        + TABLE
        + """
[[tables.claims]]
field = "muscles"
property = "stretches"
when = { kind = "stretch" }
"""
    )
    rows = [
        {"name": "Tree Pose", "muscles": "calves", "kind": "balance"},
        {"name": "Cobra Pose", "muscles": "abdomen", "kind": "stretch"},
    ]

    assert said(read(json.dumps(rows), name="p.json", mapping=mapping)) == {("Cobra Pose", "stretches", "abdomen")}


def test_tables_may_refer_to_each_other() -> None:
    mapping = (
        HEAD
        + TABLE.replace('["*"]', '["poses.json"]')
        + """
[[tables]]
files = ["links.json"]
records = "*"
pose = "of"

[[tables.claims]]
field = "muscle"
property = "stretches"
"""
    )
    files = [
        ("poses.json", b'[{"key": 1, "name": "Tree Pose"}]'),
        ("links.json", b'[{"of": "1", "muscle": "calf"},\n {"of": "9", "muscle": "calf"}]'),
    ]
    records = read_records(files, parse_mapping(mapping, file="school.toml"))

    assert said(records) == {("Tree Pose", "stretches", "calf")}
    assert problems(records)[0].startswith("links.json:2: the record is left out: '9' is no pose of this source")


# Bad input: told with file and line, and the rest is read


@pytest.mark.parametrize(
    ("bad", "told"),
    [
        ("x,,,beginner,,,,,\n", "poses.csv:4: the record is left out: it has no name of a pose"),
        ("x,Tree Pose,Vrksasana,,,,,,\n", "poses.csv:4: a second record of Tree Pose, after line 2; both are read"),
        ("tree,Boat Pose,Navasana,,,,,,\n", "poses.csv:4: the id 'tree' is that of another record too"),
        ("x,Boat Pose,Navasana,,,,,,flying-carpet-pose\n", "poses.csv:4: 'flying-carpet-pose' of next is not known"),
        ("x,Boat Pose,Navasana,,floccus,,,,\n", "poses.csv:4: 'floccus' of works is not known"),
        ("x,Boat Pose,Navasana,,,,floccitis,,\n", "poses.csv:4: 'floccitis' of not for is not known"),
        ("x,Boat Pose,Navasana,,,,,long,\n", "poses.csv:4: 'long' of seconds is not known"),
        ("x,Tree Pose,Vrksasana,advanced,,,,,\n", "poses.csv:4: Tree Pose has two levels: beginner and advanced"),
        ("x,Carpet Pose,Galicasana,,,,,,\n", "poses.csv:4: 'Carpet Pose / Galicasana' is no pose that the register"),
    ],
)
def test_bad_record_is_told_with_its_line_and_the_rest_is_read(bad: str, told: str) -> None:
    records = read(CSV + bad)

    assert any(problem.startswith(told) for problem in problems(records)), problems(records)
    assert said(records) >= said(read(CSV))


def test_what_is_not_known_is_kept_as_a_mention() -> None:
    records = read(CSV + "x,Boat Pose,Navasana,,,,floccitis,,\n")

    assert [(one.text, one.section) for one in records.document.mentions] == [("floccitis", "contraindication")]


@pytest.mark.parametrize(
    ("mapping", "told"),
    [
        (MAPPING.replace('field = "works"', 'field = "muscle"'), "school.toml:18: no record has the field 'muscle'"),
        (MAPPING.replace('sanskrit = "sanskrit"', 'sanskrit = "sa"'), "school.toml:7: no record has the field 'sa'"),
        (MAPPING.replace('license = "CC-BY-4.0"', ""), "school.toml:1: the source has no licence"),
        (MAPPING + TABLE.replace('"*"]', '"*.json"]'), "school.toml:48: no file is named like *.json"),
    ],
)  # fmt: skip
def test_mapping_that_does_not_fit_is_told_with_its_line(mapping: str, told: str) -> None:
    records = read(CSV, mapping=mapping)

    assert any(problem.startswith(told) for problem in problems(records)), problems(records)
    assert ("Tree Pose", "level", "beginner") in said(records)


def test_source_that_contradicts_itself_is_told() -> None:
    mapping = MAPPING + '\n[[tables.claims]]\nfield = "helps"\nproperty = "relieves"\n'
    text = json.dumps([{"name": "Tree Pose", "helps": "anxiety", "not for": "anxiety"}])

    told = problems(read(text, name="poses.json", mapping=mapping))

    assert any("says that Tree Pose relieves anxiety, and bars it for that" in problem for problem in told)


@pytest.mark.parametrize(
    ("mapping", "line", "problem"),
    [
        ("[source\n", 1, "this is not TOML"),
        (HEAD, 1, "no [[tables]]"),
        (HEAD + "[[tables]]\nfiles = ['*']\n", 6, "nothing says of which pose a record is"),
        (MAPPING.replace('property = "level"', 'property = "difficulty"'), 16, "no property 'difficulty'"),
        (MAPPING.replace('kind = "hold"', 'kind = "pause"'), 41, "no kind 'pause'"),
        (MAPPING.replace("ThirdTrimester", "LateTrimester"), 37, "no trimester 'LateTrimester'"),
        (MAPPING.replace('title = "Poses of a school"', 'titel = "x"'), 4, "[source] has no 'titel'"),
        (MAPPING.replace("license =", 'evidence = "Hearsay"\nlicense ='), 5, "'Hearsay' is no evidence class"),
    ],
)
def test_mapping_that_cannot_be_used_is_refused_with_its_line(mapping: str, line: int, problem: str) -> None:
    with pytest.raises(MappingError) as caught:
        parse_mapping(mapping, file="school.toml")

    assert problem in str(caught.value)
    assert caught.value.line == line


@pytest.mark.parametrize(
    ("name", "text", "problem"),
    [
        ("poses.json", '[{"name": "Tree Pose"},\n', "poses.json:2"),
        ("poses.yaml", "- name: [\n", "this is not YAML"),
        ("poses.yaml", "- &a {name: Tree Pose}\n- *a\n", "poses.yaml:2"),
        ("tree.md", "Tree Pose\n", "no YAML head"),
        ("poses.json", "[" * 60 + "]" * 60, "more than 50 deep"),
        ("poses.json", "[" * 100_000, "deep"),
        ("poses.json", "{}", "no record could be read"),
    ],
)
def test_file_that_cannot_be_read_is_refused(name: str, text: str, problem: str) -> None:
    with pytest.raises(DocumentError) as caught:
        read_contents(text.encode(), file=name) if problem != "no record could be read" else read(text, name=name)

    assert problem in str(caught.value)


def test_file_that_cannot_be_read_leaves_the_others() -> None:
    files = [("a.json", b"[{"), ("b.csv", CSV.encode())]
    records = read_records(files, parse_mapping(MAPPING, file="school.toml"))

    assert said(records) == said(read(CSV))
    assert problems(records)[0].startswith("a.json:1: this is not JSON")


KEYS = st.text(min_size=1, max_size=4)
VALUES = st.recursive(
    st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(KEYS, inner, max_size=3),
)


@settings(deadline=None)
@given(VALUES)
def test_every_text_is_found_at_its_pointer(value: object) -> None:
    text = json.dumps(value)
    contents = read_contents(text.encode(), file="any.json")

    for pointer, found in texts(contents.value, ""):
        assert value_at(text, pointer) == found
        assert contents.line(pointer) == 1
        if pointer:
            assert (pointer, found) in list(find(contents.value, pointer[1:]))


@settings(deadline=None, max_examples=30)
@given(st.text(max_size=60))
def test_any_cell_is_read_or_told(cell: str) -> None:
    quoted = cell.replace('"', '""').replace("\0", "").replace("\r", " ")
    records = read(f'{CSV}x,Boat Pose,Navasana,"{quoted}","{quoted}",,"{quoted}",,"{quoted}"\n')

    assert said(records) >= said(read(CSV))


# Loading


@pytest.fixture
def place(tmp_path: Path) -> Path:
    (tmp_path / "poses.csv").write_text(CSV, encoding="utf-8")
    (tmp_path / "school.toml").write_text(MAPPING, encoding="utf-8")
    return tmp_path


def test_records_are_loaded_beside_what_is_there(place: Path, store: Store) -> None:
    report = load([place / "poses.csv"], store=store, mapping=place / "school.toml")

    assert report.failures == ()
    (source,) = report.sources
    assert (source.action, source.findings) == ("added", ())
    (info,) = store.sources()
    assert (info.title, info.license) == ("Poses of a school", "https://spdx.org/licenses/CC-BY-4.0")
    rows = query(store.graph, "contraindications", pose="Cobra Pose")
    assert {(row.conditionLabel, row.trimesterLabel) for row in rows} == {
        ("pregnancy", "third trimester"),
        ("carpal tunnel syndrome", None),
    }
    again = load([place / "poses.csv"], store=store, mapping=place / "school.toml")
    assert [one.action for one in again.sources] == ["unchanged"]


def test_changed_mapping_is_read_again(place: Path, store: Store) -> None:
    load([place / "poses.csv"], store=store, mapping=place / "school.toml")
    (place / "school.toml").write_text(MAPPING.replace('property = "stretches"', 'property = "strengthens"'))

    load([place / "poses.csv"], store=store, mapping=place / "school.toml")

    assert [source.title for source in store.sources()] == ["Poses of a school"]
    assert bool(query(store.graph, "ASK { pose:vrksasana yoga:strengthens region:abdomen }"))
    assert not bool(query(store.graph, "ASK { pose:vrksasana yoga:stretches region:abdomen }"))


def test_folder_with_a_mapping_is_one_source(place: Path, store: Store) -> None:
    mapping = place / "school.toml"
    mapping.write_text(MAPPING.replace('files = ["*"]', 'files = ["*.csv"]'), encoding="utf-8")
    (place / "more.csv").write_text("key,name\nboat,Boat Pose\n", encoding="utf-8")

    report = load([place], store=store, mapping=mapping)

    assert len(report.sources) == 1
    assert len(store.sources()[0].practices) == 3


def test_explanation_shows_the_value_and_the_kind_of_evidence(place: Path, store: Store) -> None:
    load([place / "poses.csv"], store=store, mapping=place / "school.toml")

    text = explain(store.graph, "Tree Pose", text=store.text).to_text()

    assert "“ankle_injury” — Poses of a school (community data), field 0/not for, rule school-contraindication" in text


def test_records_without_a_mapping_are_refused(place: Path) -> None:
    with KnowledgeGraph(shipped=False) as graph, pytest.raises(DocumentError, match=r"poses\.csv.*--mapping"):
        graph.load(place / "poses.csv")


def test_mapping_that_is_not_there_is_refused(place: Path) -> None:
    with pytest.raises(MappingError, match=r"nowhere\.toml.*cannot be read.*hemantctb-yoga-app"):
        read_mapping(place / "nowhere.toml")


def test_command_loads_records_and_tells_what_is_wrong(
    place: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    with (place / "poses.csv").open("a", encoding="utf-8") as file:
        file.write("x,,,beginner,,,,,\n")
    monkeypatch.chdir(place)

    with pytest.raises(SystemExit) as ended:
        main(["load", "poses.csv", "--mapping", "school.toml", "--store", ":memory:"])

    done = capsys.readouterr()
    assert ended.value.code == 0
    assert "added" in done.out
    assert "poses.csv:4: the record is left out: it has no name of a pose" in done.err
