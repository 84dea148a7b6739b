"""The checks of terms: each finds what it says it finds, on both engines, and the package's own terms pass."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pyoxigraph as ox
import pytest
import rdflib

from yogakg import resources
from yogakg.checking import SEVERITIES, CheckFinding, at_least, check, check_terms, checks, exemptions
from yogakg.cli import main
from yogakg.errors import DocumentError, MappingError
from yogakg.lexicon import Lexicon
from yogakg.namespaces import PREFIXES, compress, expand
from yogakg.oxigraph import select

ROOT = Path(__file__).parents[1]
FIXTURES = Path(__file__).parent / "data" / "checks"
ONTOLOGY = resources.read("ontology", "yoga.ttl")
SUB_CLASS = ox.NamedNode(PREFIXES["rdfs"] + "subClassOf")


@pytest.fixture(scope="module")
def shipped() -> list[CheckFinding]:
    return check_terms()


def read(*texts: bytes) -> ox.Store:
    """Read the ontology and some Turtle."""
    store = ox.Store()
    for text in (ONTOLOGY, *texts):
        store.load(text, format=ox.RdfFormat.TURTLE)
    return store


def fixture(name: str, kind: str) -> bytes:
    return (FIXTURES / f"{name}.{kind}.ttl").read_bytes()


def expected(broken: bytes) -> set[str]:
    """Return the entities that the first line of a fixture names."""
    listed = broken.decode().splitlines()[0].removeprefix("# finds: ")
    return {name[1:-1] if name.startswith("<") else expand(name) or name for name in listed.split(", ")}


def entities(name: str, store: ox.Store) -> set[str]:
    """Return what the query of a check finds, whatever its severity."""
    return {row["entity"].value for row in select(store, checks()[name].query)}


# Each check


def test_each_check_has_a_pair_of_fixtures_and_a_severity() -> None:
    pairs = {f"{name}.{kind}.ttl" for name in checks() for kind in ("broken", "mended")}
    severity = resources.read("queries", "checks/severity.tsv").decode().splitlines()
    graded = [line.split("\t")[1] for line in severity[2:] if not line.startswith("#")]

    assert {path.name for path in FIXTURES.iterdir()} == pairs
    assert sorted(graded) == sorted(checks())


@pytest.mark.parametrize("name", checks())
def test_a_check_says_what_is_wrong_and_what_to_do(name: str) -> None:
    one = checks()[name]
    lines = one.query.splitlines()

    assert [line.split(":")[0] for line in lines[:3]] == ["# Title", "# Problem", "# Solution"]
    assert not one.title.endswith(".")
    assert one.problem.endswith(".")
    assert one.solution.endswith(".")
    assert re.search(r"^SELECT DISTINCT \?entity \?property \?value$", one.query, re.MULTILINE)


@pytest.mark.parametrize("name", checks())
def test_a_check_finds_what_breaks_it_and_nothing_else(name: str) -> None:
    remarks = entities(name, read())

    assert entities(name, read(fixture(name, "broken"))) - remarks == expected(fixture(name, "broken"))
    assert {
        entity for entity in entities(name, read(fixture(name, "mended"))) if (name, entity, "") not in exemptions()
    } <= remarks


@pytest.mark.parametrize("name", checks())
def test_a_mended_fixture_keeps_to_all_rules(name: str) -> None:
    found = [str(one) for one in at_least(check(read(fixture(name, "mended"))), "warn")]

    assert found == []


@pytest.mark.parametrize("name", checks())
def test_a_check_finds_the_same_with_rdflib(name: str) -> None:
    store = ox.Store()
    store.load(fixture(name, "broken"), format=ox.RdfFormat.TURTLE)
    store.extend(quad for quad in ox.parse(ONTOLOGY, format=ox.RdfFormat.TURTLE) if quad.predicate == SUB_CLASS)
    graph = rdflib.Graph().parse(data=ox.serialize(store, format=ox.RdfFormat.N_TRIPLES), format="nt")

    with_oxigraph = {tuple(term and term.value for term in row) for row in select(store, checks()[name].query)}
    with_rdflib = {
        tuple(None if term is None else str(term) for term in row)
        for row in graph.query(checks()[name].query)
        if isinstance(row, rdflib.query.ResultRow)
    }

    assert with_rdflib == with_oxigraph != set()


# The terms of the package


def test_the_terms_of_the_package_keep_to_the_rules(shipped: list[CheckFinding]) -> None:
    assert [str(one) for one in at_least(shipped, "warn")] == []


def test_remarks_on_the_terms_of_the_package_are_the_known_ones(shipped: list[CheckFinding]) -> None:
    assert {one.check for one in shipped} <= {"condition-affects-no-region", "pose-without-sanskrit"}


def test_each_exemption_names_a_check_gives_a_reason_and_is_needed(monkeypatch: pytest.MonkeyPatch) -> None:
    needed = exemptions()
    monkeypatch.setattr("yogakg.checking.exemptions", dict)
    bare = {
        key
        for one in check_terms()
        for value in (one.value.value if one.value else "",)
        for key in ((one.check, one.entity, value), (one.check, one.entity, ""), (one.check, "", value))
    }

    assert {name for name, _, _ in needed} <= set(checks())
    assert all(reason.strip() for reason in needed.values())
    assert all(entity or value for _, entity, value in needed)
    assert set(needed) - bare == set()


def test_no_folded_name_belongs_to_two_terms_of_a_kind() -> None:
    """The article loader folds plurals and spelling too, which a query cannot."""
    from yogakg.lexicon import fold

    family = {"MentalState": "BodyFunction"}
    owners: dict[tuple[str, str], set[str]] = {}
    for entry in Lexicon.shipped():
        for name in (*entry.labels, *entry.hidden):
            owners.setdefault((family.get(entry.family, entry.family), fold(name)), set()).add(compress(entry.iri))

    assert {key: terms for key, terms in owners.items() if len(terms) > 1} == {}


# The guide


def test_the_guide_names_each_check_and_no_other() -> None:
    guide = (ROOT / "ontology" / "STYLE.md").read_text(encoding="utf-8")
    named = set(re.findall(r"`([a-z]+(?:-[a-z]+)+)`", guide))

    assert set(checks()) - named == set()


def test_the_shapes_that_the_guide_names_exist() -> None:
    guide = (ROOT / "ontology" / "STYLE.md").read_text(encoding="utf-8")
    shapes = "".join(resources.read("shapes", path).decode() for path in resources.listing("shapes", ".ttl"))

    assert {name for name in re.findall(r"`(shape:[\w-]+)`", guide) if f"{name}\n" not in shapes} == set()


# Files of one's own


@pytest.fixture
def own(tmp_path: Path) -> Path:
    return tmp_path / "mine.ttl"


def write(path: Path, text: str) -> Path:
    prefixes = "".join(f"PREFIX {prefix}: <{iri}>\n" for prefix, iri in PREFIXES.items())
    path.write_text(f"{prefixes}PREFIX my: <https://example.org/mine/>\n{text}", encoding="utf-8")
    return path


def test_terms_of_ones_own_are_checked_together_with_those_of_the_package(own: Path) -> None:
    write(
        own,
        """
        my:ham a yoga:MuscleGroup ; skos:prefLabel "Hamstrings"@en ; skos:definition "What holds the leg back."@en ;
            yoga:partOf region:thigh .
        my:ache a yoga:Symptom ; skos:prefLabel "my ache"@en ; skos:hiddenLabel "low back pain"@en ;
            skos:definition "A pain that only I have."@en ; yoga:affects region:hip .
        """,
    )

    found = {(one.check, compress(one.entity), one.file) for one in at_least(check_terms(own), "error")}

    assert found == {
        ("duplicate-label", "https://example.org/mine/ham", str(own)),
        ("duplicate-label", "region:hamstrings", "ontology/vocabulary/regions.ttl"),
        ("shared-synonym", "https://example.org/mine/ache", str(own)),
        ("shared-synonym", "condition:lower-back-pain", "ontology/vocabulary/conditions.ttl"),
    }


def test_a_circle_is_shown_with_each_of_its_links_and_their_files(own: Path) -> None:
    write(own, "region:thigh yoga:partOf region:hamstrings .")

    found = {
        (compress(one.entity), compress(one.value.value), one.file)
        for one in check_terms(own)
        if one.check == "partof-cycle" and one.value
    }

    assert ("region:thigh", "region:hamstrings", str(own)) in found
    assert {file for _, _, file in found} == {str(own), "ontology/vocabulary/regions.ttl"}


def test_two_files_may_refer_to_each_other(own: Path, tmp_path: Path) -> None:
    write(
        own,
        """
        my:upper-part a yoga:BodyPart ; skos:prefLabel "upper part"@en ; yoga:partOf region:leg ;
            skos:definition "A part of the leg that only this file has."@en .
        """,
    )
    table = tmp_path / "mine.sssom.tsv"
    head = "#curie_map:\n#  my: https://example.org/mine/\nsubject_id\tpredicate_id\tobject_id\tmapping_justification\n"
    table.write_text(
        f"{head}my:upper-part\tskos:exactMatch\towl:Thing\tsemapv:ManualMappingCuration\n", encoding="utf-8"
    )

    assert check_terms(table, own) == []
    with pytest.raises(MappingError, match=r"mine\.sssom\.tsv:4: the subject 'my:upper-part' is not known"):
        check_terms(table)


def test_a_file_of_the_package_itself_shows_all_that_it_shows_there() -> None:
    remarks = {(one.check, one.entity) for one in check_terms() if one.file == "ontology/vocabulary/conditions.ttl"}
    again = check_terms(ROOT / "ontology" / "vocabulary" / "conditions.ttl")

    assert {(one.check, one.entity) for one in again} == remarks != set()


def test_turtle_that_breaks_off_is_named_with_its_line(own: Path) -> None:
    own.write_text('<https://example.org/a>\n  <https://example.org/b> "c"@en ;\n  ???\n', encoding="utf-8")

    with pytest.raises(DocumentError, match=r"mine\.ttl:3: it is not Turtle") as raised:
        check_terms(own)
    assert "\n" not in str(raised.value)


def test_a_file_that_says_nothing_is_named(own: Path) -> None:
    write(own, "")

    with pytest.raises(DocumentError, match=r"mine\.ttl: there is no statement in it"):
        check_terms(own)


def test_a_file_that_is_not_there_is_named(own: Path) -> None:
    with pytest.raises(DocumentError, match=r"mine\.ttl: it cannot be opened"):
        check_terms(own)


def test_a_finding_is_one_sentence_for_people_and_whole_iris_for_programs(own: Path) -> None:
    write(own, 'my:spot a yoga:BodyPart ; skos:prefLabel "spot"@en ; yoga:partOf region:leg .')

    finding = next(one for one in check_terms(own) if one.check == "missing-definition")

    assert str(finding) == (
        f"{own}: https://example.org/mine/spot skos:definition: Term without a definition. "
        "Add one `skos:definition`@en that says what kind of thing it is and what sets it apart. [missing-definition]"
    )
    assert finding.as_json() == {
        "check": "missing-definition",
        "severity": "error",
        "title": "Term without a definition",
        "entity": "https://example.org/mine/spot",
        "property": "http://www.w3.org/2004/02/skos/core#definition",
        "value": None,
        "file": str(own),
        "solution": "Add one `skos:definition`@en that says what kind of thing it is and what sets it apart.",
    }


def test_findings_come_from_the_worst_to_the_slightest() -> None:
    found = check(read(*(fixture(name, "broken") for name in ("label-whitespace", "iri-not-from-label", "iri-form"))))
    order = [SEVERITIES.index(one.severity) for one in found]

    assert order == sorted(order)
    assert {one.severity for one in found} == {*SEVERITIES}
    assert {one.severity for one in at_least(found, "warn")} == {"error", "warn"}


# On the command line


def run(capsys: pytest.CaptureFixture[str], *arguments: str | Path) -> tuple[object, str, str]:
    """Run the command and return its exit code, its output and its errors."""
    with pytest.raises(SystemExit) as ended:
        main([str(argument) for argument in arguments])
    output = capsys.readouterr()
    return ended.value.code, output.out, output.err


def test_the_command_passes_the_terms_of_the_package(
    capsys: pytest.CaptureFixture[str], shipped: list[CheckFinding]
) -> None:
    code, output, error = run(capsys, "check")

    assert code == 0
    assert output == "All terms keep to the rules.\n"
    assert error == f"{len(shipped)} remarks are not shown; '--fail-on info' shows them.\n"


def test_the_bar_says_what_is_bad_enough_to_fail(capsys: pytest.CaptureFixture[str], own: Path) -> None:
    definition = 'skos:definition "A part of the leg that only this file has."@en'
    write(own, f'my:Spot a yoga:BodyPart ; skos:prefLabel "spot"@en ; {definition} ; yoga:partOf region:leg .')

    codes = {bar: run(capsys, "check", own, "--fail-on", bar)[0] for bar in SEVERITIES}

    assert codes == {"error": 0, "warn": 1, "info": 1}


def test_the_command_says_what_to_do_and_gives_programs_the_whole(
    capsys: pytest.CaptureFixture[str], own: Path
) -> None:
    write(own, 'my:spot a yoga:BodyPart ; skos:prefLabel "spot"@en ; yoga:partOf region:leg .')

    _, table, error = run(capsys, "check", own)
    code, text, _ = run(capsys, "check", own, "--format", "json")

    assert "missing-definition  https://example.org/mine/spot  skos:definition" in table
    assert "missing-definition: Term without a definition. Add one `skos:definition`@en" in table
    assert error == "1 remarks are not shown; '--fail-on info' shows them.\n"
    assert code == 1
    found = json.loads(text)
    assert not found["passes"]
    assert [one["check"] for one in found["findings"]] == ["missing-definition", "unmapped-without-reason"]


def test_the_command_names_file_and_line_of_what_it_cannot_read(capsys: pytest.CaptureFixture[str], own: Path) -> None:
    own.write_text("PREFIX yoga: <https://w3id.org/yogakg/ontology#>\nregion:hip a yoga:BodyPart .\n")

    code, _, error = run(capsys, "check", own)

    assert code == 2
    assert error.startswith(f"Error: {own}:2: it is not Turtle")
    assert error.count("\n") == 1
