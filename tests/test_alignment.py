"""Mapping files and other ontologies: what is read, what is refused and why, and how they join the graph."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pyoxigraph as ox
import pytest

from yogakg.alignment import link, unlink
from yogakg.errors import DocumentError, MappingError, MissingExtraError
from yogakg.namespaces import MAPPINGS_GRAPH, PREFIXES, expand
from yogakg.ontologies import read_ontology
from yogakg.oxigraph import select
from yogakg.sssom import read_mappings
from yogakg.store import Store

HEAD = """\
#mapping_set_id: https://example.org/mappings/mondo
#mapping_set_version: "0.1.0"
#license: https://creativecommons.org/licenses/by/4.0/
#creator_id:
#  - orcid:0000-0000-0000-0000
#curie_map:
#  condition: https://w3id.org/yogakg/condition/
#  MONDO: "http://purl.obolibrary.org/obo/MONDO_"
"""
COLUMNS = "subject_id\tpredicate_id\tpredicate_modifier\tobject_id\tobject_label\tmapping_justification\tconfidence\n"
ASTHMA = "condition:asthma\tskos:exactMatch\t\tMONDO:0004979\tasthma\tsemapv:ManualMappingCuration\t0.9\n"
OBO = """\
format-version: 1.2
data-version: 2026-11-22
ontology: lungs

[Term]
id: MONDO:0005087
name: respiratory system disorder
def: "A disorder of \\"breathing\\"." [TEST:1]

[Term]
id: MONDO:0001358
name: bronchial disorder
is_a: MONDO:0005087 {source="TEST:2"} ! respiratory system disorder

[Term]
id: MONDO:0004979
name: asthma
synonym: "reactive airways" EXACT [TEST:3]
xref: any text : of a file that is not strict
is_a: MONDO:0001358 ! bronchial disorder
relationship: disease_has_location UBERON:0002048 ! lung
relationship: part_of MONDO:0005087

[Term]
id: MONDO:0000002
name: obsolete thing
is_obsolete: true
replaced_by: MONDO:0004979

[Typedef]
id: disease_has_location
name: disease has location
xref: RO:0004026
"""
TURTLE = """\
@prefix : <https://example.org/lungs#> .
@prefix owl: <http://www.w3.org/2002/07/owl#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix obo: <http://purl.obolibrary.org/obo/> .
<https://example.org/lungs> a owl:Ontology ; owl:imports <http://127.0.0.1:9/never-opened> .
:airways a owl:ObjectProperty .
obo:MONDO_0004979 a owl:Class ; rdfs:subClassOf :Wheezing , [ a owl:Restriction ; owl:onProperty :airways ;
    owl:someValuesFrom :Bronchus ] .
:Wheezing a owl:Class ; rdfs:label "wheezing"@en .
:Bronchus a owl:Class .
"""
FUNCTIONAL = """\
Prefix(:=<https://example.org/lungs#>)
Ontology(<https://example.org/lungs>
Import(<http://127.0.0.1:9/never-opened>)
Declaration(Class(:Asthma)) Declaration(Class(:Wheezing)) Declaration(ObjectProperty(:airways))
SubClassOf(:Asthma :Wheezing)
SubClassOf(:Asthma ObjectSomeValuesFrom(:airways :Wheezing))
)
"""
MANCHESTER = """\
Prefix: : <https://example.org/lungs#>
Ontology: <https://example.org/lungs>
ObjectProperty: :airways
Class: :Wheezing
Class: :Asthma
    SubClassOf: :Wheezing, :airways some :Wheezing
"""
OWL_XML = """\
<?xml version="1.0"?>
<Ontology xmlns="http://www.w3.org/2002/07/owl#" ontologyIRI="https://example.org/lungs">
  <Declaration><Class IRI="https://example.org/lungs#Asthma"/></Declaration>
  <SubClassOf><Class IRI="https://example.org/lungs#Asthma"/><Class IRI="https://example.org/lungs#Wheezing"/></SubClassOf>
  <SubClassOf><Class IRI="https://example.org/lungs#Asthma"/><ObjectSomeValuesFrom>
    <ObjectProperty IRI="https://example.org/lungs#airways"/><Class IRI="https://example.org/lungs#Wheezing"/>
  </ObjectSomeValuesFrom></SubClassOf>
</Ontology>
"""
RDF_XML = """\
<?xml version="1.0"?>
<!-- A comment comes first. -->
<!DOCTYPE rdf:RDF [ <!ENTITY owl "http://www.w3.org/2002/07/owl#" > ]>
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:rdfs="http://www.w3.org/2000/01/rdf-schema#">
  <rdf:Description rdf:about="https://example.org/lungs#Asthma">
    <rdf:type rdf:resource="&owl;Class"/>
    <rdfs:subClassOf rdf:resource="https://example.org/lungs#Wheezing"/>
  </rdf:Description>
</rdf:RDF>
"""
JSON_LD = (
    '{"@id": "https://example.org/lungs#Asthma", "http://www.w3.org/2000/01/rdf-schema#subClassOf": {"@id": "_:b"}}'
)


@pytest.fixture
def store() -> Iterator[Store]:
    with Store.open(":memory:", shipped=False) as opened:
        yield opened


def write(folder: Path, name: str, text: str) -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def triples(path: Path) -> set[tuple[str, str, str]]:
    read = read_ontology(path, base="https://example.org/base")
    return {tuple(str(getattr(node, "value", node)) for node in triple) for triple in read}  # type: ignore[misc]


def iri(curie: str) -> str:
    expanded = expand(curie)
    assert expanded is not None
    return expanded


# Mapping files


def test_a_mapping_file_is_read_with_its_head() -> None:
    read = read_mappings((HEAD + COLUMNS + ASTHMA).encode(), name="mondo.sssom.tsv")

    assert read.metadata["mapping_set_version"] == "0.1.0"
    (mapping,) = read.mappings
    assert (mapping.subject, mapping.object) == (iri("condition:asthma"), iri("MONDO:0004979"))
    assert (mapping.predicate, mapping.confidence, mapping.line) == (iri("skos:exactMatch"), 0.9, 10)
    assert [str(triple) for triple in read.triples()] == [
        f"<{iri('condition:asthma')}> <{iri('skos:exactMatch')}> <{iri('MONDO:0004979')}>",
        f'<{iri("MONDO:0004979")}> <{iri("rdfs:label")}> "asthma"',
    ]


def test_what_is_said_not_to_match_gives_no_triple() -> None:
    negated = ASTHMA.replace("skos:exactMatch\t", "skos:exactMatch\tNot")

    read = read_mappings((HEAD + COLUMNS + negated).encode(), name="mondo.sssom.tsv")

    assert read.mappings[0].negated
    assert list(read.triples()) == []


@pytest.mark.parametrize(
    ("text", "line", "problem"),
    [
        (HEAD + COLUMNS + ASTHMA.replace("MONDO:", "DOID:"), 10, "the prefix 'DOID' is not declared"),
        (HEAD + COLUMNS + ASTHMA.replace("MONDO:0004979", "asthma"), 10, "'asthma' is not a CURIE"),
        (HEAD + COLUMNS + ASTHMA.replace("MONDO:0004979", "http://x.org/1"), 10, "'http://x.org/1' is not a CURIE"),
        (HEAD + COLUMNS + ASTHMA.replace("MONDO:0004979", "MONDO:a b"), 10, "'MONDO:a b' makes no IRI"),
        (HEAD + COLUMNS + ASTHMA.replace("semapv:ManualMappingCuration", ""), 10, "'mapping_justification' is empty"),
        (HEAD + COLUMNS + ASTHMA.replace("MONDO:0004979", ""), 10, "'object_id' is empty"),
        (HEAD + COLUMNS + ASTHMA.replace(":asthma", ":ague"), 10, "the subject 'condition:ague' is not known"),
        (HEAD + COLUMNS + ASTHMA.replace("exact", "no"), 10, "'skos:noMatch' is not a predicate of mappings"),
        (HEAD + COLUMNS + ASTHMA.replace("exactMatch\t", "exactMatch\tNever"), 10, "'Never' is no predicate_modifier"),
        (HEAD + COLUMNS + ASTHMA.replace("0.9", "1.9"), 10, "the confidence '1.9' is not from 0 to 1"),
        (HEAD + COLUMNS + ASTHMA.replace("0.9", "high"), 10, "the confidence 'high' is not from 0 to 1"),
        (HEAD + COLUMNS + "\n" + ASTHMA.replace("\t0.9", ""), 11, "6 cells stand under 7 columns"),
        (HEAD + COLUMNS.replace("object_id", "object"), 9, "there is no column 'object_id'"),
        (HEAD, 9, "there is no table"),
        ("#what is this\n" + COLUMNS + ASTHMA, 1, "this is not 'key: value'"),
    ],
)  # fmt: skip
def test_a_bad_line_is_named_with_what_to_do(text: str, line: int, problem: str) -> None:
    with pytest.raises(MappingError) as caught:
        read_mappings(text.encode(), name="mine.sssom.tsv", is_known={iri("condition:asthma")}.__contains__)

    assert (caught.value.line, caught.value.problem.partition(" (")[0]) == (line, problem)
    assert str(caught.value).startswith(f"mine.sssom.tsv:{line}: {problem}")
    assert caught.value.remedy


def test_a_file_that_is_not_utf_8_is_named_with_the_line() -> None:
    data = (HEAD + COLUMNS).encode() + ASTHMA.replace("asthma\t", "Ménière\t").encode("latin-1")

    with pytest.raises(MappingError, match=r"mine\.sssom\.tsv:10: this is not UTF-8"):
        read_mappings(data, name="mine.sssom.tsv")


def test_the_mappings_of_the_package_are_loaded_into_their_graph(store: Store) -> None:
    assert len([*store.graph.quads_for_pattern(None, None, None, ox.NamedNode(MAPPINGS_GRAPH))]) > 2000
    rows = select(store.graph, "SELECT ?target { condition:asthma skos:exactMatch ?target }")
    assert iri("MONDO:0004979") in {row["target"].value for row in rows}


# Reading ontologies


def test_obo_is_read_as_its_owl_form_is_published(tmp_path: Path) -> None:
    read = triples(write(tmp_path, "lungs.obo", OBO))

    asthma, in_owl = iri("MONDO:0004979"), "http://www.geneontology.org/formats/oboInOwl#"
    assert {
        (asthma, iri("rdf:type"), iri("owl:Class")),
        (asthma, iri("rdfs:label"), "asthma"),
        (asthma, iri("rdfs:subClassOf"), iri("MONDO:0001358")),
        (asthma, iri("RO:0004026"), iri("UBERON:0002048")),
        (asthma, iri("BFO:0000050"), iri("MONDO:0005087")),
        (asthma, in_owl + "hasExactSynonym", "reactive airways"),
        (iri("MONDO:0005087"), "http://purl.obolibrary.org/obo/IAO_0000115", 'A disorder of "breathing".'),
        (iri("MONDO:0000002"), iri("owl:deprecated"), "true"),
        ("http://purl.obolibrary.org/obo/lungs.owl", iri("owl:versionInfo"), "2026-11-22"),
    } <= read


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("lungs.ofn", FUNCTIONAL),
        ("lungs.omn", MANCHESTER),
        ("lungs.owx", OWL_XML),
        ("functional.owl", FUNCTIONAL),
        ("manchester.owl", MANCHESTER),
        ("xml.owl", OWL_XML),
    ],
)
def test_the_syntaxes_of_owl_say_the_same(tmp_path: Path, name: str, text: str) -> None:
    lungs = "https://example.org/lungs#"

    read = triples(write(tmp_path, name, text))

    assert (lungs + "Asthma", iri("rdfs:subClassOf"), lungs + "Wheezing") in read
    assert (lungs + "Asthma", lungs + "airways", lungs + "Wheezing") in read


@pytest.mark.parametrize(
    ("name", "text"),
    [("lungs.owl", RDF_XML), ("lungs.rdf", RDF_XML), ("lungs.jsonld", JSON_LD), ("lungs.owl", JSON_LD)],
)
def test_rdf_is_known_by_its_suffix_or_its_beginning(tmp_path: Path, name: str, text: str) -> None:
    read = triples(write(tmp_path, name, text))

    assert ("https://example.org/lungs#Asthma", iri("rdfs:subClassOf")) in {triple[:2] for triple in read}


def test_an_obo_file_and_a_turtle_file_are_known_by_their_beginning_too(tmp_path: Path) -> None:
    assert triples(write(tmp_path, "a.txt", OBO)) == triples(write(tmp_path, "lungs.obo", OBO))
    assert (iri("MONDO:0004979"), iri("rdf:type"), iri("owl:Class")) in triples(write(tmp_path, "b.owl", TURTLE))


BOMB = """<?xml version="1.0"?><!DOCTYPE rdf:RDF [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;">]><rdf:RDF/>"""
FOREIGN = BOMB.replace('"aaaaaaaaaa"', 'SYSTEM "file:///etc/passwd"')
REMOTE = '{"@context": "http://127.0.0.1:9/context", "@id": "http://example.org"}'


@pytest.mark.parametrize(
    ("name", "text", "place", "problem"),
    [
        ("a.obo", "format-version: 1.2\n\n[Term]\nid MONDO:1\n", ":4", "this is not 'tag: value'"),
        ("a.obo", "format-version: 1.2\n\n[Term]\nname: nameless\n", ":3", "this [Term] has no id"),
        ("a.obo", "[Term]\nid: A:1\nsynonym: bare EXACT []\n", ":3", "the text of 'synonym' is not in quotes"),
        ("a.obo", "[Term]\nid: A:1\nrelationship: part_of\n", ":3", "a relationship names a relation and a term"),
        ("a.obo", "[Term]\nid: A:1\nis_a: A:<2>\n", ":3", "'A:<2>' is no identifier"),
        ("a.obo", "[Words]\nid: A:1\n", ":1", "[Words] is no kind of OBO frame"),
        ("a.obo", "diary: today\n", "", "it has no [Term]"),
        ("a.ttl", "<http://a.org> <http://b.org> .\n", ":1", "it is not Turtle"),
        ("a.ttl", "<http://a.org/a> <http://b.org/b> 1 .\n", "", "it defines no class, property or concept"),
        ("a.owl", "Dear diary\n", "", "its syntax is not known"),
        ("a.ofn", "Prefix(:=<http://a.org/>)\nOntology(<http://a.org>\nSub(:A", ":3", "the OWL syntax breaks off here"),
        ("a.owl", BOMB, "", "it declares an entity made of other entities"),
        ("a.owl", FOREIGN, "", "it declares an entity that stands outside the file"),
        ("a.owx", BOMB.replace("&a;&a;&a;", "x" * 300), "", "it declares an entity of more than 256 characters"),
        ("a.jsonld", REMOTE, "", "its JSON-LD context stands outside the file, which is never opened"),
    ],
)  # fmt: skip
def test_what_is_no_ontology_is_refused_with_its_line(
    store: Store, tmp_path: Path, name: str, text: str, place: str, problem: str
) -> None:
    path = write(tmp_path, name, text)
    before = len(store.graph)

    with pytest.raises(DocumentError) as caught:
        link(store, path)

    assert caught.value.document == f"{path}{place}"
    assert caught.value.problem.partition(" (")[0] == problem
    assert len(store.graph) == before


def test_a_file_that_is_not_there_is_named(store: Store, tmp_path: Path) -> None:
    for name in ("missing.obo", "missing.sssom.tsv"):
        with pytest.raises(DocumentError, match=f"{name}: it cannot be opened"):
            link(store, tmp_path / name)


def test_owl_syntaxes_without_the_extra_say_how_to_install_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(__import__("sys").modules, "pyhornedowl", None)

    with pytest.raises(MissingExtraError, match=r"pip install 'yogakg\[owl\]'"):
        triples(write(tmp_path, "lungs.ofn", FUNCTIONAL))


# Linking

AVOIDED_FOR_LUNGS = """
SELECT DISTINCT ?pose {
  ?pose yoga:avoidedFor ?condition .
  ?condition skos:exactMatch|skos:closeMatch ?disease .
  ?disease rdfs:subClassOf* MONDO:0005087 .
}"""


def claim_avoided_for_asthma(store: Store) -> None:
    source = PREFIXES["source"] + "test"
    fact = (iri("pose:janu-sirsasana"), iri("yoga:avoidedFor"), iri("condition:asthma"))
    kind = (source, iri("rdf:type"), iri("yoga:Source"))
    store.replace(source, [ox.Triple(*map(ox.NamedNode, triple)) for triple in (kind, fact)], [])


def test_one_query_goes_from_a_pose_over_a_mapping_into_the_hierarchy_of_a_linked_ontology(
    store: Store, tmp_path: Path
) -> None:
    claim_avoided_for_asthma(store)
    for name in ("mondo", "hp"):  # the slices of the package answer as well
        store.set_graph(f"{PREFIXES['graph']}imports/{name}", ())
    assert [*select(store.graph, AVOIDED_FOR_LUNGS)] == []

    linked = link(store, write(tmp_path, "Lungs 2026.obo", OBO))

    assert linked.graph == f"{PREFIXES['graph']}linked/lungs-2026"
    assert (linked.terms, linked.mapped) == (5, 3)
    assert [row["pose"].value for row in select(store.graph, AVOIDED_FOR_LUNGS)] == [iri("pose:janu-sirsasana")]


def test_the_slices_of_the_package_answer_without_any_link(store: Store) -> None:
    claim_avoided_for_asthma(store)

    assert [row["pose"].value for row in select(store.graph, AVOIDED_FOR_LUNGS)] == [iri("pose:janu-sirsasana")]


def test_linking_again_replaces_and_unlinking_removes(store: Store, tmp_path: Path) -> None:
    before = len(store.graph)
    path = write(tmp_path, "lungs.obo", OBO)
    first = link(store, path)
    path.write_text(OBO.replace("is_a: MONDO:0001358 ! bronchial disorder\n", ""), encoding="utf-8")

    second = link(store, path)

    assert (second.graph, second.triples) == (first.graph, first.triples - 1)
    assert len(store.graph) == before + second.triples
    assert unlink(store, "lungs")
    assert not unlink(store, "lungs")
    assert len(store.graph) == before


def test_turtle_is_linked_under_a_name_of_choice_and_opens_no_import(store: Store, tmp_path: Path) -> None:
    linked = link(store, write(tmp_path, "lungs.ttl", TURTLE), name="My Lungs")

    assert linked.graph.endswith("/linked/my-lungs")
    rows = select(store.graph, "SELECT ?part { MONDO:0004979 <https://example.org/lungs#airways> ?part }")
    assert [row["part"].value for row in rows] == ["https://example.org/lungs#Bronchus"]


def test_mappings_of_the_users_own_join_a_linked_ontology(store: Store, tmp_path: Path) -> None:
    claim_avoided_for_asthma(store)
    store.set_graph(MAPPINGS_GRAPH, ())
    for name in ("mondo", "hp"):
        store.set_graph(f"{PREFIXES['graph']}imports/{name}", ())
    link(store, write(tmp_path, "lungs.obo", OBO))

    linked = link(store, write(tmp_path, "mine.sssom.tsv", HEAD + COLUMNS + ASTHMA))

    assert linked.graph == f"{MAPPINGS_GRAPH}/mine"
    assert [row["pose"].value for row in select(store.graph, AVOIDED_FOR_LUNGS)] == [iri("pose:janu-sirsasana")]
    assert unlink(store, "mine")
    assert [*select(store.graph, AVOIDED_FOR_LUNGS)] == []


def test_a_mapping_to_a_deprecated_term_of_a_linked_ontology_is_not_linked(store: Store, tmp_path: Path) -> None:
    link(store, write(tmp_path, "lungs.obo", OBO))
    text = HEAD + COLUMNS + ASTHMA + ASTHMA.replace("MONDO:0004979", "MONDO:0000002")

    with pytest.raises(MappingError, match=r"mine\.sssom\.tsv:11: the object 'MONDO:0000002' is deprecated"):
        link(store, write(tmp_path, "mine.sssom.tsv", text))
    assert not unlink(store, "mine")


def test_a_mapping_of_an_unknown_term_is_not_linked(store: Store, tmp_path: Path) -> None:
    path = write(tmp_path, "mine.sssom.tsv", HEAD + COLUMNS + ASTHMA.replace("condition:asthma", "condition:vapours"))

    with pytest.raises(MappingError, match=":10: the subject 'condition:vapours' is not known"):
        link(store, path)
