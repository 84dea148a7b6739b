"""A person is told what sources say of a pose for their conditions: all of it, the strictest first, and never leave."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import asdict
from pathlib import Path

import pyoxigraph as ox
import pytest

from yogakg import KnowledgeGraph
from yogakg.advising import NOTHING, ConditionAdvice, PoseAdvice, advise, find_substitutes, read_condition
from yogakg.errors import QueryError, UnknownNameError
from yogakg.namespaces import PREFIXES
from yogakg.oxigraph import select
from yogakg.store import Store

DECLARED = "".join(f"PREFIX {prefix}: <{iri}>\n" for prefix, iri in PREFIXES.items())
TEXT = "Nobody with this should do the pose. A wall helps."

Say = Callable[..., None]


@pytest.fixture(scope="module")
def store() -> Iterator[Store]:
    """Open one store for all tests; what a test says goes with it."""
    with Store.open(":memory:", shipped=False) as store:
        yield store


@pytest.fixture
def say(store: Store) -> Iterator[Say]:
    """Return a function that loads a source from a few statements; ``{me}`` is its IRI."""

    def load(name: str, statements: str) -> None:
        me = f"{PREFIXES['source']}{name}-00000000"
        turtle = (
            f'<{me}> a yoga:Source ; dcterms:title "{name}" ; yoga:evidenceClass yoga:TeacherArticle . {statements}'
        )
        stated = [q.triple for q in ox.parse(DECLARED + turtle.replace("{me}", me), format=ox.RdfFormat.TURTLE)]
        store.replace(me, stated, store.infer(stated), text=TEXT)

    yield load
    for source in store.sources():
        store.remove(source.iri)


def claim(pose: str, condition: str, advice: str, more: str = "", number: int = 1) -> str:
    node = f"<{{me}}#contraindication-{number}>"
    passage = "prov:wasDerivedFrom <{me}#char=0,36>"
    said = f"{node} a yoga:Contraindication ; yoga:condition {condition} ; yoga:advice yoga:{advice} ; {passage}"
    return f"pose:{pose} a yoga:Pose ; yoga:hasContraindication {node} . {said} {more}."


def ask(store: Store, pose: str, *conditions: str) -> PoseAdvice:
    return advise(store.graph, pose, conditions, text=store.text)


def one(store: Store, pose: str, condition: str) -> ConditionAdvice:
    [answer] = ask(store, pose, condition).conditions
    return answer


def fits(answer: ConditionAdvice) -> set[tuple[str | None, str]]:
    return {(reason.advice, reason.fit) for reason in (*answer.reasons, *answer.elsewhere)}


# What a person tells


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("recent knee injury", "knee injury (recent)"),
        ("knee injury, old", "knee injury (old)"),
        ("Knee Injuries", "knee injury"),
        ("recovering from knee surgery", "knee surgery (recovering)"),
        ("pregnancy, third trimester", "pregnancy (third trimester)"),
        ("in the second trimester of pregnancy", "pregnancy (second trimester)"),
        ("third trimester", "pregnancy (third trimester)"),
        ("early pregnancy", "pregnancy (first trimester)"),
        ("severe asthma", "asthma (severe)"),
        ("I have mild asthma", "asthma (mild)"),
        ("an acute, severe migraine", "migraine (acute, severe)"),
        # Such words may belong to the name of a condition.
        ("chronic pain", "chronic pain"),
        ("old age", "old age"),
        ("uncontrolled high blood pressure", "uncontrolled high blood pressure"),
        ("high blood pressure, uncontrolled", "uncontrolled high blood pressure"),
        ("condition:asthma", "asthma"),
        ("MONDO:0004979", "asthma"),
    ],
)
def test_condition_is_read_with_its_qualifiers(text: str, words: str, store: Store) -> None:
    assert read_condition(store.graph, text).words == words


@pytest.mark.parametrize(
    ("text", "candidate"),
    [
        ("recent knee injry", "knee injury"),
        ("asthmaa", "asthma"),
        ("knee injury from skiing", None),  # nothing that was told is passed over
        ("zzz", None),
        ("hamstrings", None),  # a region, and no condition
    ],
)
def test_unknown_condition_is_an_error_with_candidates(text: str, candidate: str | None, store: Store) -> None:
    with pytest.raises(UnknownNameError) as caught:
        ask(store, "Tree Pose", "asthma", text)

    assert caught.value.name == text
    assert candidate is None or candidate in caught.value.candidates


def test_qualifiers_that_contradict_each_other_and_no_condition_at_all_are_errors(store: Store) -> None:
    with pytest.raises(QueryError, match="two kinds of onset"):
        ask(store, "Tree Pose", "recent old knee injury")
    with pytest.raises(QueryError, match="at least one condition"):
        ask(store, "Tree Pose")


# Broader and narrower conditions


@pytest.mark.parametrize(
    ("barred", "has", "verdict", "fit"),
    [
        ("condition:asthma", "asthma", "avoid", "applies"),
        ("condition:lung-disease", "asthma", "avoid", "applies"),
        ("condition:respiratory-condition", "asthma", "avoid", "applies"),
        # Never the other way round: it is shown, to be asked, and decides nothing.
        ("condition:asthma", "lung disease", NOTHING, "more specific"),
        ("condition:uncontrolled-high-blood-pressure", "blood pressure problem", NOTHING, "more specific"),
        ("condition:asthma", "bronchitis", NOTHING, None),
    ],
)
def test_bar_for_the_broader_condition_holds_for_the_narrower(
    barred: str, has: str, verdict: str, fit: str | None, store: Store, say: Say
) -> None:
    say("one", claim("sukhasana", barred, "Avoid"))

    answer = one(store, "sukhasana", has)

    assert answer.verdict == verdict
    assert fits(answer) == ({("avoid", fit)} if fit else set())
    if verdict == "avoid":
        stated = barred == "condition:asthma"
        [reason] = answer.reasons
        assert reason.status == ("stated" if stated else "inferred")
        assert (reason.chain == ()) is stated
        assert reason.said == "Nobody with this should do the pose."


def test_condition_that_one_source_brings_inherits_what_another_bars(store: Store, say: Say) -> None:
    say(
        "mint",
        'condition:brittle-asthma a yoga:Disease ; skos:prefLabel "brittle asthma"@en ; '
        "skos:broader condition:asthma .",
    )
    say("bar", claim("sukhasana", "condition:lung-disease", "Avoid"))

    answer = one(store, "sukhasana", "brittle asthma")

    assert answer.verdict == "avoid"
    [reason] = answer.reasons
    assert reason.title == "bar"
    assert reason.chain == ("brittle asthma is a kind of asthma, says mint", "asthma is a kind of lung disease")


# Stage and grade


@pytest.mark.parametrize(
    ("said", "has", "verdict", "fit"),
    [
        ("", "knee injury", "avoid", "applies"),
        ("", "recent knee injury", "avoid", "applies"),
        ("onset yoga:Recent", "recent knee injury", "avoid", "applies"),
        ("onset yoga:Recent", "knee injury", "avoid", "possible"),
        ("onset yoga:Recent", "acute knee injury", "avoid", "possible"),
        ("onset yoga:Recent", "old knee injury", NOTHING, "another stage"),
        ("onset yoga:Old", "recent knee injury", NOTHING, "another stage"),
        ("onset yoga:Acute", "chronic knee injury", NOTHING, "another stage"),
        ("onset yoga:Recovering", "recent knee injury", "avoid", "possible"),
        ("severity yoga:Severe", "severe knee injury", "avoid", "applies"),
        ("severity yoga:Severe", "knee injury", "avoid", "possible"),
        ("severity yoga:Severe", "mild knee injury", NOTHING, "another stage"),
        ("onset yoga:Recent ; yoga:severity yoga:Severe", "recent mild knee injury", NOTHING, "another stage"),
        ("onset yoga:Recent ; yoga:severity yoga:Severe", "recent knee injury", "avoid", "possible"),
        # The bar for the broader condition keeps its stage.
        ("onset yoga:Recent", "old ACL injury", NOTHING, "another stage"),
        ("onset yoga:Recent", "ACL injury", "avoid", "possible"),
    ],
)
def test_stage_and_grade_of_a_claim_are_held_against_the_person(
    said: str, has: str, verdict: str, fit: str, store: Store, say: Say
) -> None:
    say("one", claim("sukhasana", "condition:knee-injury", "Avoid", f"; yoga:{said} " if said else ""))

    answer = one(store, "sukhasana", has)

    assert answer.verdict == verdict
    assert fits(answer) == {("avoid", fit)}
    assert bool(answer.depends_on) is (fit == "possible")
    shown = str(ask(store, "sukhasana", has))
    assert ("depends on" in shown) is (fit == "possible")
    assert ("Said of another stage" in shown) is (fit == "another stage")


@pytest.mark.parametrize(
    ("said", "has", "verdict", "fit"),
    [
        ("Third", "pregnancy, third trimester", "avoid", "applies"),
        ("Third", "pregnancy", "avoid", "possible"),
        ("Third", "pregnancy, first trimester", NOTHING, "another stage"),
        ("First", "pregnancy, third trimester", NOTHING, "another stage"),
        ("Second", "pregnancy, first trimester", NOTHING, "another stage"),
        # "From the second trimester" is told of the second, and may mean the third.
        ("Second", "pregnancy, third trimester", "avoid", "possible"),
    ],
)
def test_trimester_of_a_claim_is_held_against_the_person(
    said: str, has: str, verdict: str, fit: str, store: Store, say: Say
) -> None:
    say("one", claim("sukhasana", "condition:pregnancy", "Avoid", f"; yoga:trimester yoga:{said}Trimester "))

    answer = one(store, "sukhasana", has)

    assert answer.verdict == verdict
    assert fits(answer) == {("avoid", fit)}


# Several conditions, several sources


@pytest.mark.parametrize(
    ("conditions", "verdict", "each"),
    [
        (["asthma", "knee injury"], "avoid", ["caution", "avoid"]),
        (["asthma", "migraine"], "modify", ["caution", "modify"]),
        (["asthma", "insomnia"], "caution", ["caution", NOTHING]),
        (["insomnia", "fever"], NOTHING, [NOTHING, NOTHING]),
        (["asthma", "Asthma"], "caution", ["caution"]),
        (["old knee injury", "recent knee injury"], "avoid", ["avoid", "avoid"]),
    ],
)
def test_strictest_of_several_conditions_decides_and_each_is_answered(
    conditions: list[str], verdict: str, each: list[str], store: Store, say: Say
) -> None:
    advices = [("asthma", "Caution"), ("migraine", "Modify"), ("knee-injury", "Avoid")]
    say("one", " ".join(claim("sukhasana", f"condition:{c}", a, number=n) for n, (c, a) in enumerate(advices)))

    answer = ask(store, "sukhasana", *conditions)

    assert answer.verdict == verdict
    assert [found.verdict for found in answer.conditions] == each


def test_sources_that_disagree_are_all_shown_and_the_stricter_decides(store: Store, say: Say) -> None:
    say("strict", claim("sukhasana", "condition:asthma", "Avoid"))
    say("mild", claim("sukhasana", "condition:asthma", "Caution"))
    say("fond", "pose:sukhasana a yoga:Pose ; yoga:relieves condition:asthma , condition:lung-disease .")

    answer = one(store, "sukhasana", "asthma")

    assert answer.verdict == "avoid"
    assert [(reason.advice, reason.title) for reason in answer.reasons] == [("avoid", "strict"), ("caution", "mild")]
    # What relieves the broader condition was not said of the narrower one.
    assert [(reason.words, reason.condition_label) for reason in answer.other_side] == [
        ("said that it relieves", "asthma")
    ]
    assert "On the other side; the stricter decides:" in str(ask(store, "sukhasana", "asthma"))


def test_how_to_change_the_pose_is_told_as_the_source_gives_it(store: Store, say: Say) -> None:
    say(
        "one",
        claim("sukhasana", "condition:asthma", "Modify", "; yoga:insteadUse <{me}#modification-1> , pose:tadasana ")
        + '<{me}#modification-1> a yoga:Modification ; yoga:addresses condition:asthma ; yoga:text "Sit on a chair." ; '
        "yoga:usesProp prop:chair . "
        "pose:sukhasana yoga:hasModification <{me}#modification-2> . <{me}#modification-2> a yoga:Modification ; "
        'yoga:addresses condition:lung-disease ; yoga:text "Lean on a wall." ; prov:wasDerivedFrom <{me}#char=37,50> .',
    )

    answer = one(store, "sukhasana", "asthma")

    assert answer.verdict == "modify"
    ways = {reason.status: set(reason.how) for reason in answer.reasons}
    assert ways == {"stated": {"Sit on a chair. (prop: chair)", "Mountain Pose"}, "inferred": {"Lean on a wall."}}


def test_advice_in_a_single_triple_and_that_of_the_parts_of_a_sequence_count(store: Store, say: Say) -> None:
    say("one", "pose:sukhasana a yoga:Pose ; yoga:cautionedFor condition:fever .")
    say("two", claim("bitilasana", "condition:fever", "Avoid"))

    assert one(store, "sukhasana", "fever").verdict == "caution"
    flow = one(store, "Cat–Cow", "fever")
    assert flow.verdict == "avoid"
    assert flow.basis == "inferred"
    assert flow.reasons[0].chain == ("Cow Pose is a part of Cat–Cow",)


# Risks


def test_what_follows_from_a_risk_feature_tells_its_chain_and_is_no_claim_of_a_source(store: Store) -> None:
    answer = one(store, "Headstand", "neck pain")

    assert answer.verdict == "caution"
    assert answer.basis == "inferred"
    cited = next(reason for reason in answer.reasons if reason.title.startswith("Sirsasana (headstand) technique"))
    assert cited.status == "inferred"
    assert cited.evidence_class == "clinical study"
    assert cited.place == "abstract, interpretation"
    assert cited.chain == (
        "Headstand has the risk feature neck under load, by its criterion",
        "neck under load is a risk for neck problem, an advice that the editors drew",
        "neck pain is a kind of neck problem",
    )
    assert not list(select(store.graph, "SELECT * { pose:salamba-sirsasana yoga:contraindicatedFor ?condition }"))


def test_publication_that_names_the_pose_and_gives_the_advice_has_stated_it(store: Store) -> None:
    answer = one(store, "Headstand", "glaucoma")

    assert (answer.verdict, answer.basis) == ("avoid", "stated")
    assert answer.reasons[0].title == "Heading toward an IOP rise"
    assert answer.reasons[0].chain == ()


def test_judgement_of_the_editors_is_told_as_such(store: Store) -> None:
    answer = one(store, "Cobra Pose", "spinal stenosis")

    assert (answer.verdict, answer.basis) == ("caution", "editorial judgement")
    assert "by judgement of the editors only" in str(ask(store, "Cobra Pose", "spinal stenosis"))


def test_no_harm_that_was_seen_is_shown_on_the_other_side_for_its_stage_only(store: Store) -> None:
    late, early = (one(store, "Corpse Pose", f"pregnancy, {which} trimester") for which in ("third", "first"))

    assert late.verdict == early.verdict == "avoid"
    assert [reason.title[:17] for reason in late.other_side] == ["Yoga in Pregnancy"]
    assert early.other_side == ()


def test_source_that_calls_an_unknown_pose_inverted_gives_it_the_risk(store: Store, say: Say) -> None:
    say("one", 'pose:bat a yoga:Pose ; skos:prefLabel "Bat Pose"@en ; yoga:basePosition yoga:Inverted .')

    answer = one(store, "Bat Pose", "glaucoma")

    assert answer.verdict == "avoid"
    assert (
        answer.reasons[0].chain[0] == "Bat Pose is inverted, says one, so it has the risk feature head below the heart"
    )


#: Poses that must have a feature, and poses that must not.
RISKS = {
    "head-below-the-heart": (
        """adho-mukha-svanasana uttanasana prasarita-padottanasana salamba-sirsasana salamba-sarvangasana halasana
        viparita-karani setu-bandha-sarvangasana urdhva-dhanurasana ustrasana matsyasana balasana shashankasana
        pincha-mayurasana adho-mukha-vrksasana ardha-pincha-mayurasana parsvottanasana sasangasana karnapidasana
        urdhva-prasarita-eka-padasana padangusthasana padahastasana camatkarasana uttana-shishosana""",
        "tadasana savasana sukhasana vrksasana bhujangasana dandasana virabhadrasana-ii navasana",
    ),
    "neck-under-load": (
        """salamba-sirsasana salamba-sirsasana-ii salamba-sarvangasana halasana karnapidasana matsyasana sasangasana
        niralamba-sarvangasana urdhva-padmasana supta-konasana parsva-sirsasana setu-bandhasana""",
        "adho-mukha-vrksasana pincha-mayurasana adho-mukha-svanasana tadasana bakasana",
    ),
    "loaded-spinal-flexion": (
        "paschimottanasana uttanasana janu-sirsasana halasana karnapidasana balasana pavanamuktasana kurmasana",
        "adho-mukha-svanasana bhujangasana tadasana dandasana",
    ),
    "end-range-spinal-extension": (
        "urdhva-dhanurasana ustrasana dhanurasana kapotasana bhujangasana urdhva-mukha-svanasana natarajasana",
        "tadasana paschimottanasana salamba-bhujangasana",
    ),
    "weight-on-extended-wrists": (
        """adho-mukha-svanasana phalakasana chaturanga-dandasana bakasana adho-mukha-vrksasana vasisthasana
        urdhva-mukha-svanasana urdhva-dhanurasana mayurasana bharmanasana purvottanasana""",
        "pincha-mayurasana ardha-pincha-mayurasana salamba-sirsasana tadasana",
    ),
    "prone-pressure-on-the-belly": (
        "bhujangasana salabhasana dhanurasana makarasana",
        "urdhva-mukha-svanasana ustrasana",
    ),
    "deep-twist": (
        "ardha-matsyendrasana marichyasana-c parivrtta-trikonasana parivrtta-parsvakonasana supta-matsyendrasana",
        "parivrtta-sukhasana tadasana",
    ),
    "deep-knee-flexion-under-load": ("virasana vajrasana malasana supta-virasana balasana", "tadasana dandasana"),
    "turned-knee": ("padmasana ardha-padmasana eka-pada-rajakapotasana virasana gomukhasana", "tadasana malasana"),
    "balance-with-a-risk-of-falling": (
        "vrksasana garudasana natarajasana virabhadrasana-iii ardha-chandrasana salamba-sirsasana bakasana",
        "tadasana savasana halasana",
    ),
    "long-lying-on-the-back": ("savasana supta-baddha-konasana viparita-karani", "tadasana setu-bandha-sarvangasana"),
    "hamstring-stretch-at-the-end-of-its-range": (
        "paschimottanasana uttanasana hanumanasana janu-sirsasana upavistha-konasana supta-padangusthasana",
        "tadasana savasana",
    ),
}


@pytest.mark.parametrize("feature", RISKS)
def test_well_known_poses_have_the_features_of_their_form(feature: str, terms: ox.Store) -> None:
    found = select(terms, f"SELECT ?pose {{ ?pose yoga:hasRiskFeature <{PREFIXES['risk']}{feature}> }}")
    having = {row["pose"].value.removeprefix(PREFIXES["pose"]) for row in found}
    must, must_not = (set(names.split()) for names in RISKS[feature])

    assert must - having == set()
    assert must_not & having == set()


def test_each_practice_that_a_publication_names_has_the_feature(terms: ox.Store) -> None:
    query = """
    SELECT ?statement ?pose { ?statement yoga:namesPractice ?pose ; yoga:concernsFeature ?feature
      FILTER NOT EXISTS { ?pose yoga:hasRiskFeature ?feature } }"""

    assert list(select(terms, query)) == []


def test_what_was_read_and_what_is_judgement_are_kept_apart(terms: ox.Store) -> None:
    query = """
    SELECT ?editorial (COUNT(DISTINCT ?statement) AS ?count) {
      ?statement yoga:statedIn ?publication . ?publication yoga:evidenceClass ?class
      BIND(?class = yoga:EditorialJudgement AS ?editorial) } GROUP BY ?editorial"""
    counts = {row["editorial"].value: int(row["count"].value) for row in select(terms, query)}

    assert counts["false"] >= 60
    assert counts["true"] >= 100
    given = "ASK { ?statement yoga:statedIn publication:editorial ; yoga:adviceBasis yoga:AdviceGiven }"
    assert not terms.query(given, prefixes=PREFIXES)


# Silence


@pytest.mark.parametrize("pose", ["Easy Pose", "Tree Pose"])
def test_condition_that_no_source_speaks_of_is_answered_and_gives_no_leave(pose: str, store: Store) -> None:
    answer = ask(store, pose, "toothache")

    assert answer.verdict == NOTHING
    assert answer.conditions[0].basis is None
    assert f"No source speaks of {pose} for toothache. Silence is no permission." in str(answer)


def test_warnings_that_could_not_be_read_are_shown(store: Store, say: Say) -> None:
    mention = 'a yoga:UngroundedMention ; yoga:text "Kings-evil" ; yoga:section'
    say(
        "one",
        "<{me}> yoga:describes pose:sukhasana ; yoga:hasMention <{me}#mention-1> , <{me}#mention-2> . "
        f'<{{me}}#mention-1> {mention} "contraindications" . <{{me}}#mention-2> {mention} "benefits" .',
    )

    answer = ask(store, "sukhasana", "toothache")

    assert answer.unread == ("“Kings-evil” — one",)
    assert "Kings-evil" in str(answer)


@pytest.mark.parametrize("pose", ["Headstand", "Corpse Pose", "Cobra Pose", "Easy Pose", "Janu Sirsasana"])
def test_nothing_is_ever_called_safe(pose: str, store: Store) -> None:
    conditions = [
        "glaucoma",
        "pregnancy, third trimester",
        "old knee injury",
        "toothache",
        "osteoporosis",
        "acid reflux",
    ]

    text = re.sub(r"https?://\S+", "", str(ask(store, pose, *conditions)))

    assert not re.search(r"\bsafe\b", text, re.IGNORECASE)


# Substitutes


def test_substitutes_do_the_same_and_nothing_is_said_against_them(store: Store, say: Say) -> None:
    works = "a yoga:Pose ; yoga:stretches region:hamstrings , region:calf ; yoga:strengthens region:thigh ."
    say("all", f"pose:dandasana {works} pose:virabhadrasana-ii {works} pose:uttanasana {works}")
    say("part", "pose:tadasana a yoga:Pose ; yoga:strengthens region:quadriceps . pose:savasana a yoga:Pose .")
    say("barred", claim("virabhadrasana-ii", "condition:glaucoma", "Caution"))
    say("asked", claim("dandasana", "condition:uncontrolled-high-blood-pressure", "Avoid"))

    found = find_substitutes(store.graph, "uttanasana", ["glaucoma"])

    assert [(one.label, round(one.share, 2)) for one in found] == [("Staff Pose", 1.0), ("Mountain Pose", 0.33)]
    assert found[1].shared == ("strengthens thigh",)
    assert [one.label for one in find_substitutes(store.graph, "uttanasana", ["glaucoma"], limit=1)] == ["Staff Pose"]
    [first, *_] = find_substitutes(store.graph, "uttanasana", ["high blood pressure"])
    assert first.label == "Staff Pose"
    assert first.ask == ("avoid: uncontrolled high blood pressure — asked",)


# The command


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    place = tmp_path_factory.mktemp("advice") / "store"
    with KnowledgeGraph(place) as graph:
        graph.load(Path(__file__).parents[1] / "examples" / "head-to-knee-pose.txt")
    return place


def run(*arguments: str, folder: Path) -> subprocess.CompletedProcess[str]:
    command = [
        sys.executable,
        "-c",
        "from yogakg.cli import main; main()",
        "advise",
        *arguments,
        "--store",
        str(folder),
    ]
    return subprocess.run(command, capture_output=True, text=True, check=False)


def test_command_answers_with_reasons_sentences_and_exit_code_0(folder: Path) -> None:
    found = run("Janu Sirsasana", "-c", "recent knee injury", "-c", "toothache", "--substitutes", folder=folder)

    assert found.returncode == 0
    assert found.stdout.startswith("Head-to-Knee Pose (pose:janu-sirsasana): avoid\n")
    assert "“People with a recent knee injury should skip this pose.”" in found.stdout
    assert "toothache: no source speaks of it" in found.stdout
    assert "that no source speaks against; silence is no permission" in found.stdout


def test_command_gives_the_same_as_json(folder: Path) -> None:
    found = run("Janu Sirsasana", "-c", "recent knee injury", "--format", "json", folder=folder)
    with KnowledgeGraph(folder, read_only=True) as graph:
        answer = graph.advise("Janu Sirsasana", "recent knee injury")

    assert json.loads(found.stdout) == json.loads(json.dumps(asdict(answer)))


@pytest.mark.parametrize(
    "arguments",
    [("Janu Sirsasana", "-c", "recent knee injry"), ("No Such Thing At All", "-c", "asthma"), ("Janu Sirsasana",)],
)
def test_command_ends_with_2_for_what_is_not_known(arguments: tuple[str, ...], folder: Path) -> None:
    found = run(*arguments, folder=folder)

    assert found.returncode == 2
    assert not found.stdout
    assert "Traceback" not in found.stderr


def test_text_fits_the_width_it_is_given(store: Store) -> None:
    text = ask(store, "Headstand", "glaucoma").to_text(width=60)

    assert max(len(line) for line in text.splitlines() if "http" not in line) <= 60
