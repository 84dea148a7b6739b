"""The ontology is OWL 2 DL, says what each term means, and uses no construct that the rules do not know."""

from __future__ import annotations

import re
from collections import Counter
from importlib.metadata import version

import pytest
from rdflib import DCTERMS, OWL, RDF, RDFS, SKOS, BNode, Graph, Literal, Namespace, Node, URIRef
from rdflib.namespace import PROV, VANN

from yogakg import reasoning, resources
from yogakg.namespaces import PREFIXES

YOGA = Namespace(PREFIXES["yoga"])
IRI = URIRef("https://w3id.org/yogakg/ontology")
KINDS = (OWL.ObjectProperty, OWL.DatatypeProperty, OWL.AnnotationProperty)
#: Annotation properties that OWL 2 declares itself.
BUILT_IN = {RDFS.label, RDFS.comment, RDFS.seeAlso, RDFS.isDefinedBy, OWL.versionInfo, OWL.deprecated, OWL.priorVersion}


def parse(*paths: str) -> Graph:
    graph = Graph()
    for path in paths:
        graph.parse(data=resources.read("ontology", path), format="turtle")
    return graph


FILES = [
    path for path in resources.listing("ontology", ".ttl") if path != "prefixes.ttl" and "/imports/" not in f"/{path}"
]
ONTOLOGY = parse("yoga.ttl")
OWN = sorted({term for term in ONTOLOGY.subjects() if isinstance(term, URIRef) and term.startswith(YOGA)})


def of_kind(kind: Node) -> set[Node]:
    return set(ONTOLOGY.subjects(RDF.type, kind))


def logical(predicate: Node) -> bool:
    return str(predicate).startswith((str(OWL), str(RDFS), str(RDF))) and predicate not in BUILT_IN


# OWL 2 DL


def test_no_property_is_of_two_kinds() -> None:
    for one, other in ((KINDS[0], KINDS[1]), (KINDS[0], KINDS[2]), (KINDS[1], KINDS[2])):
        assert of_kind(one) & of_kind(other) == set()


def test_nothing_is_a_class_and_a_property_and_an_individual() -> None:
    classes, individuals = of_kind(OWL.Class), of_kind(OWL.NamedIndividual)
    properties = set().union(*map(of_kind, KINDS))

    assert classes & properties == classes & individuals == properties & individuals == set()


@pytest.mark.parametrize("path", FILES)
def test_every_property_used_is_declared(path: str) -> None:
    declared = set().union(*map(of_kind, KINDS), BUILT_IN)
    used = {predicate for predicate in parse(path).predicates() if not logical(predicate)}

    assert used - declared == set()


@pytest.mark.parametrize("path", FILES)
def test_every_term_of_ours_that_is_used_is_defined(path: str) -> None:
    used = {term for triple in parse(path) for term in triple if isinstance(term, URIRef) and term.startswith(YOGA)}

    assert used - set(OWN) == set()


@pytest.mark.parametrize("path", FILES)
def test_objects_fit_the_kind_of_their_property(path: str) -> None:
    graph = parse(path)
    objects, data = of_kind(OWL.ObjectProperty), of_kind(OWL.DatatypeProperty)

    assert [t for t in graph if t[1] in objects and isinstance(t[2], Literal)] == []
    assert [t for t in graph if t[1] in data and not isinstance(t[2], Literal)] == []


def test_axioms_relate_what_they_may() -> None:
    classes = of_kind(OWL.Class)
    properties = of_kind(OWL.ObjectProperty) | of_kind(OWL.DatatypeProperty)
    for subject, broader in ONTOLOGY.subject_objects(RDFS.subClassOf):
        assert {subject, broader} <= classes
    for subject, broader in ONTOLOGY.subject_objects(RDFS.subPropertyOf):
        assert {subject, broader} <= of_kind(OWL.ObjectProperty) or {subject, broader} <= of_kind(OWL.DatatypeProperty)
    for subject, domain in ONTOLOGY.subject_objects(RDFS.domain):
        assert subject in properties
        assert domain in classes
    for subject, range_ in ONTOLOGY.subject_objects(RDFS.range):
        assert (
            (range_ in classes) if subject in of_kind(OWL.ObjectProperty) else str(range_).startswith(PREFIXES["xsd"])
        )


def test_datatypes_are_of_owl_2() -> None:
    """A reasoner refuses xsd:date in a fact; in an annotation it is free."""
    refused = {URIRef(PREFIXES["xsd"] + name) for name in ("date", "time", "duration", "gYear", "gYearMonth")}

    assert set(ONTOLOGY.objects(None, RDFS.range)) & refused == set()


def test_blank_nodes_belong_to_one_axiom_each() -> None:
    """OWL 2 DL lets the parts of a class expression hang on one place only."""
    referred = Counter(obj for obj in ONTOLOGY.objects() if isinstance(obj, BNode))

    assert [node for node, count in referred.items() if count > 1] == []


def test_transitive_properties_and_chains_are_not_used_where_simple_ones_must_be() -> None:
    simple = {OWL.FunctionalProperty, OWL.InverseFunctionalProperty, OWL.AsymmetricProperty, OWL.IrreflexiveProperty}

    assert set(ONTOLOGY.objects(None, RDF.type)) & simple == set()
    assert not set(ONTOLOGY.objects(None, OWL.propertyDisjointWith))


# What the rules know


def test_ontology_uses_no_construct_that_the_rules_do_not_know() -> None:
    """A new form of axiom needs a rule, and a place in the test against HermiT."""
    predicates = {str(p).rsplit("#", 1)[1] for p in ONTOLOGY.predicates() if logical(p)}
    kinds = {str(o).rsplit("#", 1)[1] for o in ONTOLOGY.objects(None, RDF.type) if str(o).startswith(str(OWL))}

    assert predicates == {
        "type",
        "first",
        "rest",
        "subClassOf",
        "subPropertyOf",
        "domain",
        "range",
        "inverseOf",
        "propertyChainAxiom",
        "equivalentClass",
        "intersectionOf",
        "onProperty",
        "hasValue",
        "disjointWith",
        "members",
        "versionIRI",
    }
    assert kinds == {
        "Ontology",
        "Class",
        "ObjectProperty",
        "DatatypeProperty",
        "AnnotationProperty",
        "TransitiveProperty",
        "NamedIndividual",
        "Restriction",
        "AllDisjointClasses",
    }


def test_chains_have_two_links_and_definitions_a_genus_and_a_value() -> None:
    for chain in ONTOLOGY.objects(None, OWL.propertyChainAxiom):
        assert len(list(ONTOLOGY.items(chain))) == 2
    for definition in ONTOLOGY.objects(None, OWL.equivalentClass):
        [parts] = ONTOLOGY.objects(definition, OWL.intersectionOf)
        genus, restriction = ONTOLOGY.items(parts)
        assert genus in of_kind(OWL.Class)
        assert set(ONTOLOGY.predicates(restriction)) == {RDF.type, OWL.onProperty, OWL.hasValue}


@pytest.mark.parametrize("name", sorted(reasoning.rules()))
def test_rules_name_terms_that_exist(name: str) -> None:
    named = {YOGA[local] for local in re.findall(r"\byoga:(\w+)", reasoning.rules()[name])}

    assert named <= set(OWN)


def test_shapes_name_terms_that_exist() -> None:
    named = set()
    for path in resources.listing("shapes", ".ttl"):
        text = resources.read("shapes", path).decode()
        named |= {YOGA[local] for local in re.findall(r"\byoga:([A-Za-z]\w*)", text)}

    assert named - set(OWN) == set()


# What each term says


@pytest.mark.parametrize("term", OWN, ids=lambda term: term.rsplit("#", 1)[1])
def test_term_has_one_label_and_one_definition(term: URIRef) -> None:
    [label] = ONTOLOGY.objects(term, RDFS.label)
    [definition] = ONTOLOGY.objects(term, SKOS.definition)

    assert isinstance(label, Literal)
    assert isinstance(definition, Literal)
    assert label.language == definition.language == "en"
    assert str(label) == str(label).strip().lower()
    assert re.fullmatch(r"[A-Z].*[^.\s]\.", definition)
    assert not definition.startswith("This ")
    assert list(ONTOLOGY.objects(term, RDFS.isDefinedBy)) == [IRI]


def test_definition_of_a_class_names_what_it_is_a_kind_of() -> None:
    for narrow, broad in ONTOLOGY.subject_objects(RDFS.subClassOf):
        genus = str(ONTOLOGY.value(broad, RDFS.label))
        definition = str(ONTOLOGY.value(narrow, SKOS.definition)).lower()

        assert re.match(rf"an? {re.escape(genus)}\b", definition), narrow


@pytest.mark.parametrize("predicate", [RDFS.label, SKOS.definition])
def test_no_two_terms_say_the_same(predicate: URIRef) -> None:
    said = Counter(str(text).casefold() for term in OWN for text in ONTOLOGY.objects(term, predicate))

    assert [text for text, count in said.items() if count > 1] == []


def test_names_follow_their_kind() -> None:
    for term in of_kind(OWL.Class) | of_kind(OWL.NamedIndividual):
        if str(term).startswith(YOGA):
            assert re.fullmatch(r"([A-Z][a-z]+)+", str(term).rsplit("#", 1)[1])
    for term in set().union(*map(of_kind, KINDS)):
        if str(term).startswith(YOGA):
            assert re.fullmatch(r"[a-z]+([A-Z][a-z]+)*", str(term).rsplit("#", 1)[1])


def test_header_says_what_the_ontology_is() -> None:
    needed = {
        DCTERMS.title,
        DCTERMS.description,
        DCTERMS.abstract,
        DCTERMS.license,
        DCTERMS.creator,
        DCTERMS.created,
        DCTERMS.issued,
        DCTERMS.publisher,
        OWL.versionIRI,
        OWL.versionInfo,
        VANN.preferredNamespacePrefix,
        VANN.preferredNamespaceUri,
    }

    assert needed <= set(ONTOLOGY.predicates(IRI))
    assert str(ONTOLOGY.value(IRI, OWL.versionInfo)) == version("yogakg")
    assert str(ONTOLOGY.value(IRI, OWL.versionIRI)) == f"{IRI}/{version('yogakg')}"
    assert str(ONTOLOGY.value(IRI, VANN.preferredNamespaceUri)) == str(YOGA)


def test_passages_are_annotations_and_so_outside_the_logic() -> None:
    assert PROV.wasDerivedFrom in of_kind(OWL.AnnotationProperty)
