"""What is said about a thing, with the sentences behind it."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pyoxigraph as ox
import pytest

from yogakg.errors import UnknownNameError
from yogakg.explaining import Explanation, Fact, explain
from yogakg.namespaces import PREFIXES

DATA = Path(__file__).parent / "data" / "queries"
ARTICLE = PREFIXES["source"] + "janu-1a2b3c4d"
TEXT = (DATA / "janu.txt").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def graph(small_graph: Callable[..., ox.Store]) -> ox.Store:
    return small_graph("janu", "notes")


def told(graph: ox.Store, name: str) -> Explanation:
    return explain(graph, name, text=lambda source: TEXT if source == ARTICLE else None)


def find(explanation: Explanation, relation: str, words: str) -> Fact:
    found = [fact for fact in explanation.facts if fact.relation_label == relation and fact.words == words]
    assert len(found) == 1, [fact.words for fact in explanation.facts if fact.relation_label == relation]
    return found[0]


def test_fact_comes_with_the_sentence_the_rule_and_the_source(graph: ox.Store) -> None:
    fact = find(told(graph, "Janu Sirsasana"), "followed by", "Cat–Cow")

    evidence = fact.evidence[0]
    assert evidence.sentence == "Then do the Cat–Cow pair."
    assert (evidence.start, evidence.end) == (65, 90)
    assert evidence.rules == ("listed-pose",)
    assert evidence.title == "All about Head-to-Knee Pose"


def test_same_fact_of_two_sources_is_one_with_both(graph: ox.Store) -> None:
    fact = find(told(graph, "Janu Sirsasana"), "stretches", "hamstrings")

    assert [evidence.title for evidence in fact.evidence] == [
        "All about Head-to-Knee Pose",
        "Notes of a class on forward bends",
    ]


def test_span_stands_in_for_a_text_that_is_not_at_hand(graph: ox.Store) -> None:
    fact = find(
        told(graph, "Cobra Pose"),
        "has contraindication",
        "modify: pregnancy (trimester: third trimester, instead: Cat Pose)",
    )

    assert fact.evidence[0].sentence is None
    assert "characters 81–120" in told(graph, "Cobra Pose").to_text()


def test_contraindication_keeps_advice_and_onset(graph: ox.Store) -> None:
    words = {
        fact.words for fact in told(graph, "Janu Sirsasana").facts if fact.relation_label == "has contraindication"
    }

    assert {"avoid: knee injury (onset: recent)", "modify: knee injury (onset: old)"} <= words


def test_hedge_and_circumstance_are_told(graph: ox.Store) -> None:
    assert find(told(graph, "Janu Sirsasana"), "relieves", "anxiety (certainty: hedged, circumstance: extended hold)")


def test_steps_are_in_their_order(graph: ox.Store) -> None:
    steps = [fact.words for fact in told(graph, "Janu Sirsasana").facts if fact.relation_label == "has step"]

    assert steps == ["1. Sit in Staff Pose.", "2. Breathe out and fold. (breath: exhale, side: both sides)"]


@pytest.mark.parametrize(
    ("name", "relation", "words", "because"),
    [
        ("Head-to-Knee Pose", "stretches", "back of the thigh", "stretches hamstrings"),
        ("stretches", "stretches", "chest", "opens chest"),
        ("follows", "follows", "Head-to-Knee Pose", "Head-to-Knee Pose followed by Cat–Cow"),
        ("exercise-induced asthma", "avoided for", "exercise-induced asthma", "avoid: asthma"),
        ("exercise-induced asthma", "cautioned for", "exercise-induced asthma", "caution: respiratory condition"),
    ],
)
def test_inferred_fact_names_what_it_follows_from(
    graph: ox.Store, name: str, relation: str, words: str, because: str
) -> None:
    facts = [fact for fact in told(graph, name).facts if fact.relation_label == relation and fact.words == words]

    assert because in [fact.because for fact in facts]
    assert {fact.status for fact in facts} == {"inferred"}


def test_inferred_is_marked_in_the_text(graph: ox.Store) -> None:
    text = told(graph, "Head-to-Knee Pose").to_text()

    assert "back of the thigh — inferred, because stretches hamstrings" in text
    assert "hamstrings — inferred" not in text


def test_broader_words_for_the_same_are_left_out(graph: ox.Store) -> None:
    relations = {fact.relation_label for fact in told(graph, "Head-to-Knee Pose").facts}

    assert relations.isdisjoint({"acts on", "benefits", "sequence relation", "contraindicated for", "avoided for"})


def test_claims_about_a_region_are_gathered(graph: ox.Store) -> None:
    facts = told(graph, "hamstrings").facts

    assert [(fact.subject_label, fact.relation_label) for fact in facts] == [("Head-to-Knee Pose", "stretches")]


def test_claims_that_are_nodes_are_found_by_what_they_are_about(graph: ox.Store) -> None:
    facts = told(graph, "strap").facts

    assert {(fact.relation_label, fact.words) for fact in facts} == {
        ("uses prop", "strap"),
        ("has modification", "cannot reach the foot (prop: strap)"),
    }


def test_what_the_register_says_of_a_pose_is_told(small_graph: Callable[..., ox.Store]) -> None:
    graph = small_graph()
    pose = ox.NamedNode(PREFIXES["pose"] + "dandasana")
    seated = ox.Quad(pose, ox.NamedNode(PREFIXES["yoga"] + "basePosition"), ox.NamedNode(PREFIXES["yoga"] + "Seated"))
    graph.add(ox.Quad(*seated.triple, ox.NamedNode(PREFIXES["graph"] + "poses")))

    assert find(explain(graph, "Staff Pose"), "has base position", "seated").evidence[0].title == "register of poses"


def test_silence_is_said(graph: ox.Store) -> None:
    assert "No loaded source speaks of this." in told(graph, "migraine").to_text()


def test_unknown_name_gets_suggestions(graph: ox.Store) -> None:
    with pytest.raises(UnknownNameError, match="Did you mean hamstrings"):
        told(graph, "hamstrigs")


def test_text_fits_the_width(graph: ox.Store) -> None:
    assert max(len(line) for line in told(graph, "Head-to-Knee Pose").to_text(width=50).splitlines()) <= 50


def test_json_has_all(graph: ox.Store) -> None:
    explanation = told(graph, "Head-to-Knee Pose")

    found = json.loads(explanation.to_json())

    assert found["label"] == "Head-to-Knee Pose"
    assert len(found["facts"]) == len(explanation.facts)
    assert {"relation", "object", "status", "evidence", "because"} <= found["facts"][0].keys()
