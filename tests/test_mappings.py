"""The mappings that come with the package: whole, without contradiction, and to identifiers that exist."""

from __future__ import annotations

import csv
from collections import defaultdict
from collections.abc import Callable, Iterable
from functools import cache
from pathlib import Path

import pyoxigraph as ox
import pytest

from yogakg import resources
from yogakg.alignment import shipped_mappings
from yogakg.namespaces import PREFIXES, compress
from yogakg.sssom import Mapping, MappingSet, read_mappings

SKOS = PREFIXES["skos"]
METADATA = {
    "mapping_set_id",
    "mapping_set_version",
    "mapping_set_title",
    "license",
    "mapping_date",
    "subject_source",
    "subject_source_version",
    "object_source",
}
#: Kinds of term that are either mapped or listed as without a target.
KINDS = ("region", "condition", "function", "state", "prop", "style", "breathing", "gaze", "limitation")
#: A person looked, or the mapping follows from another one.
JUSTIFICATIONS = {"semapv:ManualMappingCuration", "semapv:MappingChaining"}
#: Prefixes of pages, of which there is no list.
ENCYCLOPEDIAS = ("wikipedia:", "dbr:")
LISTS = Path(__file__).parents[1].parent / "shared" / "data" / "linking"
beside = pytest.mark.skipif(not LISTS.is_dir(), reason="the lists of identifiers do not lie beside the checkout")


def mapping(subject: str, predicate: str, target: str, *, negated: bool = False, label: str = "") -> Mapping:
    return Mapping(subject, SKOS + predicate, target, label, negated, "semapv:x", None, "", 1)


@cache
def labels() -> dict[str, str]:
    """Return the English name of each term of the package, by CURIE."""
    named: dict[str, str] = {}
    for path in ("yoga.ttl", "poses.ttl", *resources.listing("ontology", ".ttl", under="vocabulary")):
        for quad in ox.parse(resources.read("ontology", path), format=ox.RdfFormat.TURTLE):
            if isinstance(quad.subject, ox.NamedNode) and isinstance(quad.object, ox.Literal):
                if quad.predicate.value == SKOS + "prefLabel" and quad.object.language == "en":
                    named[compress(quad.subject.value)] = quad.object.value
                elif quad.predicate.value == PREFIXES["rdfs"] + "label":
                    named.setdefault(compress(quad.subject.value), quad.object.value)
    return named


def rows(name: str) -> list[dict[str, str]]:
    """Read the table of a mapping file as it is written."""
    lines = resources.read("mappings", name).decode().splitlines()
    table = [line for line in lines if not line.startswith("#")]
    return list(csv.DictReader(table, delimiter="\t", quoting=csv.QUOTE_NONE))


@pytest.fixture(params=resources.listing("mappings", ".sssom.tsv"))
def name(request: pytest.FixtureRequest) -> str:
    return str(request.param)


def read(name: str) -> MappingSet:
    return read_mappings(resources.read("mappings", name), name=name)


def test_each_important_ontology_has_a_file() -> None:
    files = resources.listing("mappings", ".sssom.tsv")

    assert {f"{target}.sssom.tsv" for target in ("uberon", "mondo", "hp", "mesh", "go", "schemaorg", "snyo")} <= {
        *files
    }


def test_the_head_says_what_is_mapped_to_what(name: str) -> None:
    read_set = read(name)

    assert set(read_set.metadata) >= METADATA
    assert read_set.metadata["mapping_set_id"] == f"https://w3id.org/yogakg/mappings/{name.removesuffix('.sssom.tsv')}"
    assert read_set.metadata["license"] == "https://creativecommons.org/licenses/by/4.0/"


def test_prefixes_mean_the_same_as_in_the_package(name: str) -> None:
    declared = read(name).prefixes

    assert {prefix: iri for prefix, iri in declared.items() if PREFIXES.get(prefix, iri) != iri} == {}


def test_each_row_has_a_known_subject_by_its_name(name: str) -> None:
    assert {
        (row["subject_id"], row["subject_label"]): labels().get(row["subject_id"])
        for row in rows(name)
        if row["subject_label"] != labels().get(row["subject_id"])
    } == {}


def test_each_row_is_justified_and_has_an_author(name: str) -> None:
    assert {
        (row["subject_id"], row["object_id"])
        for row in rows(name)
        if row["mapping_justification"] not in JUSTIFICATIONS or not row["author_label"]
    } == set()


def test_rows_are_sorted_and_none_comes_twice(name: str) -> None:
    keys = [(row["subject_id"], row["object_id"], row["predicate_id"], row["predicate_modifier"]) for row in rows(name)]

    assert keys == sorted(set(keys))


# Contradictions


def contradictions(mappings: Iterable[Mapping]) -> list[tuple[str, str]]:
    """Find pairs that are related in two ways, or both related and not related in one."""
    said: dict[tuple[str, str], list[Mapping]] = defaultdict(list)
    for one in mappings:
        said[one.subject, one.object].append(one)
    return [
        pair
        for pair, found in said.items()
        if sum(not one.negated for one in found) > 1
        or {one.predicate for one in found if one.negated} & {one.predicate for one in found if not one.negated}
    ]


def shared_targets(mappings: Iterable[Mapping]) -> dict[str, set[str]]:
    """Find targets that several terms are said to be the same as."""
    subjects: dict[str, set[str]] = defaultdict(set)
    for one in mappings:
        if one.predicate == SKOS + "exactMatch" and not one.negated:
            subjects[one.object].add(compress(one.subject))
    return {target: found for target, found in subjects.items() if len(found) > 1}


def double_targets(mappings: Iterable[Mapping]) -> dict[tuple[str, str], set[str]]:
    """Find terms that are said to be the same as several targets of one ontology."""
    targets: dict[tuple[str, str], set[str]] = defaultdict(set)
    for one in mappings:
        if one.predicate == SKOS + "exactMatch" and not one.negated:
            targets[compress(one.subject), compress(one.object).partition(":")[0]].add(compress(one.object))
    return {key: found for key, found in targets.items() if len(found) > 1}


@pytest.mark.parametrize("check", [contradictions, shared_targets, double_targets])
def test_the_mappings_do_not_contradict_one_another(check: Callable[[list[Mapping]], object]) -> None:
    mappings = [one for read_set in shipped_mappings() for one in read_set.mappings]

    assert not check(mappings)


@pytest.mark.parametrize(
    ("check", "bad"),
    [
        (contradictions, [mapping("a:1", "exactMatch", "b:1"), mapping("a:1", "broadMatch", "b:1")]),
        (contradictions, [mapping("a:1", "exactMatch", "b:1"), mapping("a:1", "exactMatch", "b:1", negated=True)]),
        (shared_targets, [mapping("a:1", "exactMatch", "b:1"), mapping("a:2", "exactMatch", "b:1")]),
        (double_targets, [mapping("a:1", "exactMatch", "b:1"), mapping("a:1", "exactMatch", "b:2")]),
    ],
)
def test_a_contradiction_is_found(check: Callable[[list[Mapping]], object], bad: list[Mapping]) -> None:
    assert check(bad)


# Terms without a target


def test_each_term_is_mapped_or_the_reason_is_given_why_not() -> None:
    mapped = {compress(one.subject) for read_set in shipped_mappings() for one in read_set.mappings if not one.negated}
    unmapped = {row["subject_id"]: row for row in rows("unmapped.tsv")}
    terms = {term for term in labels() if term.partition(":")[0] in KINDS}

    assert terms - mapped - set(unmapped) == set(), "neither mapped nor listed"
    assert mapped & set(unmapped) == set(), "both"
    assert set(unmapped) - terms == set(), "no such term"
    assert {term for term, row in unmapped.items() if not row["reason"]} == set(), "no reason"
    assert {term: row["subject_label"] for term, row in unmapped.items()} == {term: labels()[term] for term in unmapped}


# Against the lists of identifiers


@cache
def identifiers() -> dict[str, tuple[str, bool]]:
    """Return label and life of each identifier in the lists, by CURIE."""
    known: dict[str, tuple[str, bool]] = {}
    for path in [*sorted(LISTS.glob("*.tsv")), *sorted((LISTS / "all_labels").glob("*.tsv"))]:
        with path.open(encoding="utf-8", newline="") as file:
            for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE):
                label = row.get("label") or row.get("label_en")
                if "id" in row and label:
                    known[compress(row["id"])] = (label, row.get("deprecated") != "y")
    return known


def wrong_targets(table: Iterable[tuple[str, str]]) -> list[str]:
    """Find targets (CURIE, label) that do not exist, are dead, or have another label."""
    wrong = []
    for target, label in table:
        found, live = identifiers().get(target, ("no such identifier", False))
        if not live or found != label:
            wrong.append(f"{target} {label!r}: {found!r}")
    return wrong


@beside
def test_each_target_exists_is_live_and_has_this_label(name: str) -> None:
    targets = [(row["object_id"], row["object_label"]) for row in rows(name)]
    listed = [target for target in targets if not target[0].startswith(ENCYCLOPEDIAS)]

    assert wrong_targets(listed) == []


@beside
@pytest.mark.parametrize(
    ("target", "label"),
    [
        ("UBERON:9999999", "no such thing"),
        ("MONDO:0000002", "obsolete 46,XX sex reversal"),
        ("UBERON:0000916", "stomach"),
    ],
)
def test_a_wrong_target_is_found(target: str, label: str) -> None:
    assert len(wrong_targets([(target, label)])) == 1
