"""The register of poses: names, forms, sequences."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from pathlib import Path

import pytest
from indic_transliteration import sanscript
from rdflib import OWL, RDF, SKOS, Graph, Literal, Namespace, URIRef

from yogakg.names import PoseNames
from yogakg.namespaces import PREFIXES, YOGA

ROOT = Path(__file__).parents[1]
POSE = PREFIXES["pose"]
Y = Namespace(YOGA)
SEQUENCES = {"cat-cow", "surya-namaskara", "surya-namaskara-a", "surya-namaskara-b", "chandra-namaskara"}
#: Sanskrit names that schools give to different poses; each means no pose until something tells which.
HOMONYMS = {
    "Aṣṭa Candrāsana": {"indudalasana", "utthita-ashva-sanchalanasana"},
    "Brahmacaryāsana": {"brahmacharyasana", "paschimottanasana"},
    "Cakrāsana": {"chakrasana", "urdhva-dhanurasana"},
    "Cakravākāsana": {"bharmanasana", "cat-cow", "utthita-cakravakasana"},
    "Garbhāsana": {"balasana", "garbha-pindasana"},
    "Matsyendrāsana": {"ardha-matsyendrasana", "paripurna-matsyendrasana"},
    "Parvatāsana": {"adho-mukha-svanasana", "parvatasana"},
    "Setu Bandhāsana": {"setu-bandha-sarvangasana", "setu-bandhasana"},
    "Sūrya Namaskāra": {"surya-namaskara", "surya-namaskara-a", "surya-namaskara-b"},
    "Uttāna Pādāsana": {"urdhva-prasarita-padasana", "uttana-padasana"},
}


@pytest.fixture(scope="module")
def register() -> Graph:
    return Graph().parse(ROOT / "ontology" / "poses.ttl")


@pytest.fixture(scope="module")
def terms() -> Graph:
    return Graph().parse(ROOT / "ontology" / "yoga.ttl")


def local(iri: object) -> str:
    return str(iri).removeprefix(POSE)


def labels(register: Graph, kind: URIRef, language: str) -> dict[str, list[str]]:
    """Return the names of one kind and language by the local name of their pose."""
    found: dict[str, list[str]] = defaultdict(list)
    for subject, label in register.subject_objects(kind):
        if isinstance(label, Literal) and label.language == language:
            found[local(subject)].append(str(label))
    return found


def test_the_register_has_the_poses_and_sequences(register: Graph) -> None:
    poses = {local(pose) for pose in register.subjects(RDF.type, Y.Pose)}
    assert len(poses) == 440
    assert {local(sequence) for sequence in register.subjects(RDF.type, Y.PoseSequence)} == SEQUENCES
    assert all(re.fullmatch(r"[a-z]+(?:-[a-z]+)*", name) for name in poses | SEQUENCES)


def test_every_term_that_the_register_uses_is_defined(register: Graph, terms: Graph) -> None:
    used = {term for triple in register for term in triple[1:] if str(term).startswith(YOGA)}
    assert {term for term in used if (term, RDF.type, None) not in terms} == set()


@pytest.mark.parametrize(
    ("property_", "kind", "least", "most"),
    [
        (Y.basePosition, Y.BasePosition, 1, 1),
        (Y.spinalAction, Y.SpinalAction, 1, 2),
        (Y.focus, Y.PoseFocus, 0, 3),
        (Y.asymmetric, None, 1, 1),
        (Y.variationOf, None, 0, 1),
        (Y.firstAttestedIn, None, 0, 1),
    ],
)
def test_every_pose_has_its_form(
    register: Graph, terms: Graph, property_: URIRef, kind: URIRef | None, least: int, most: int
) -> None:
    for pose in register.subjects(RDF.type, Y.Pose):
        values = list(register.objects(pose, property_))
        assert least <= len(values) <= most, pose
        assert kind is None or all((value, RDF.type, kind) in terms for value in values), pose


def test_a_neutral_spine_is_no_movement(register: Graph) -> None:
    for pose in register.subjects(Y.spinalAction, Y.NeutralSpine):
        assert len(list(register.objects(pose, Y.spinalAction))) == 1, pose


def test_preferred_names_are_one_a_language_and_unshared(register: Graph) -> None:
    english = labels(register, SKOS.prefLabel, "en")
    assert set(english) == {local(pose) for pose in register.subjects(RDF.type, Y.Pose)} | SEQUENCES
    for language in ("en", "sa-Latn", "sa"):
        names = labels(register, SKOS.prefLabel, language)
        assert {pose for pose, given in names.items() if len(given) != 1} == set()
        assert [name for name, times in Counter(name for (name,) in names.values()).items() if times > 1] == []


def test_no_name_is_given_twice_to_one_pose(register: Graph) -> None:
    given = Counter(
        (subject, str(label), label.language)
        for kind in (SKOS.prefLabel, SKOS.altLabel, SKOS.hiddenLabel)
        for subject, label in register.subject_objects(kind)
        if isinstance(label, Literal)
    )
    assert [entry for entry, times in given.items() if times > 1] == []
    assert [entry for entry in given if entry[1] != entry[1].strip() or entry[2] not in ("en", "sa", "sa-Latn")] == []


def test_devanagari_is_the_romanised_name_in_another_script(register: Graph) -> None:
    romanised = labels(register, SKOS.prefLabel, "sa-Latn")
    devanagari = labels(register, SKOS.prefLabel, "sa")
    assert set(romanised) == set(devanagari)
    assert len(romanised) > 400
    numbers = {"I": "1", "II": "2", "III": "3", "IV": "4", "A": "1", "B": "2", "C": "3", "D": "4"}
    for pose, (name,) in romanised.items():
        words = (numbers.get(word, word.lower()) for word in name.split())
        assert devanagari[pose] == [sanscript.transliterate(" ".join(words), sanscript.IAST, sanscript.DEVANAGARI)]


def test_variations_lead_to_a_pose_that_is_no_variation_of_them(register: Graph) -> None:
    for pose, base in register.subject_objects(Y.variationOf):
        assert set(register.objects(base, RDF.type)) == set(register.objects(pose, RDF.type))
        seen = {pose}
        while base is not None:
            assert base not in seen, pose
            seen.add(base)
            base = register.value(base, Y.variationOf)


def test_sequences_are_counted_from_one_and_made_of_poses(register: Graph) -> None:
    breaths = {Y.Inhale, Y.Exhale, Y.Retain}
    for sequence in register.subjects(RDF.type, Y.PoseSequence):
        members = list(register.objects(sequence, Y.hasSequenceMember))
        assert sorted(int(str(register.value(member, Y.position))) for member in members) == list(
            range(1, len(members) + 1)
        )
        for member in members:
            assert str(member) == f"{sequence}#{register.value(member, Y.position)}"
            assert (member, RDF.type, Y.SequenceMember) in register
            assert (register.value(member, Y.memberPose), RDF.type, Y.Pose) in register
            assert set(register.objects(member, Y.breath)) <= breaths


def test_cat_cow_is_cow_on_the_inhalation_and_cat_on_the_exhalation(register: Graph) -> None:
    members = [URIRef(f"{POSE}cat-cow#{position}") for position in (1, 2)]
    assert [local(register.value(member, Y.memberPose)) for member in members] == ["bitilasana", "marjaryasana"]
    assert [register.value(member, Y.breath) for member in members] == [Y.Inhale, Y.Exhale]


def test_preferred_names_mean_their_pose(register: Graph) -> None:
    names = PoseNames.shipped()
    for language in ("en", "sa-Latn", "sa"):
        for pose, (name,) in labels(register, SKOS.prefLabel, language).items():
            found = names.resolve(name)
            meant = {candidate.iri.removeprefix(POSE) for candidate in found.candidates}
            homonym = language != "en" and pose in meant and meant in HOMONYMS.values()
            assert found.iri == f"{POSE}{pose}" or homonym, name


def test_sanskrit_homonyms_are_the_known_ones() -> None:
    names = PoseNames.shipped()
    shared: dict[frozenset[str], set[str]] = defaultdict(set)
    for iri in names:
        for label in names.labels(iri):
            if label.endswith(("āsana", "Namaskāra")) and len(found := names.lookup(label)) > 1:
                shared[frozenset(local(iri) for iri in found)].add(label)
    assert set(shared) == {frozenset(poses) for poses in HOMONYMS.values()}
    assert all(HOMONYMS[name] == {local(iri) for iri in names.lookup(name)} for name in HOMONYMS)


def test_the_file_opens_with_its_header(register: Graph) -> None:
    header = URIRef("https://w3id.org/yogakg/poses")
    assert (header, RDF.type, OWL.Ontology) in register
    assert (header, OWL.imports, URIRef("https://w3id.org/yogakg/ontology")) in register
