"""A plan of a class: what it lacks, who needs a change and what instead, and what is said of a wrong plan."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pyoxigraph as ox
import pytest

from yogakg import KnowledgeGraph
from yogakg.advising import NOTHING
from yogakg.errors import PlanError
from yogakg.namespaces import PREFIXES
from yogakg.planning import PlanReport, check_plan, read_plan
from yogakg.store import Store

DECLARED = "".join(f"PREFIX {prefix}: <{iri}>\n" for prefix, iri in PREFIXES.items())
EXAMPLE = Path(__file__).parents[1] / "docs" / "class.yaml"


@pytest.fixture(scope="module")
def graph() -> Iterator[KnowledgeGraph]:
    with KnowledgeGraph() as graph:
        yield graph


@pytest.fixture(scope="module")
def report(graph: KnowledgeGraph) -> PlanReport:
    return graph.check_plan(EXAMPLE)


@pytest.fixture
def teacher() -> Iterator[Store]:
    """Return a store in which one made-up teacher names preparations, counterposes and an order."""
    me = PREFIXES["source"] + "teacher-00000000"
    turtle = f"""{DECLARED}
    <{me}> a yoga:Source ; dcterms:title "Teacher" ; yoga:evidenceClass yoga:TeacherArticle .
    pose:janu-sirsasana a yoga:Pose ; yoga:preparedBy pose:dandasana , pose:uttanasana ;
        yoga:counteredBy pose:purvottanasana ; yoga:stretches region:hamstrings ;
        yoga:followedBy pose:paschimottanasana .
    pose:dandasana a yoga:Pose . pose:uttanasana a yoga:Pose . pose:purvottanasana a yoga:Pose .
    pose:paschimottanasana a yoga:Pose .
    """
    with Store.open(":memory:", shipped=False) as store:
        stated = [quad.triple for quad in ox.parse(turtle, format=ox.RdfFormat.TURTLE)]
        store.replace(me, stated, store.infer(stated), text="")
        yield store


def plan(*poses: str, more: str = "") -> bytes:
    return ("poses:\n" + "".join(f"  - {pose}\n" for pose in poses) + more).encode()


def check(store: Store, *poses: str, more: str = "") -> PlanReport:
    return check_plan(store.graph, read_plan(store.graph, plan(*poses, more=more), name="plan.yaml"))


def remarks(report: PlanReport, kind: str) -> list[str]:
    return [remark.text for remark in report.remarks if remark.kind == kind]


# Order and balance


def test_example_is_timed_and_its_directions_are_told(report: PlanReport) -> None:
    assert report.seconds == 180 + 120 + 60 + 30 + 2 * 45 + 45 + 120 + 20
    assert report.untimed == ("Corpse Pose",)
    assert dict(report.directions) == {
        "forward": ("Cat–Cow", "Downward-Facing Dog Pose", "Seated Forward Bend"),
        "backward": ("Cat–Cow", "Wheel Pose"),
        "in a twist": (),
        "sideways": ("Triangle Pose",),
    }
    assert {"hamstrings", "chest"} <= set(report.stretched)
    assert {"core", "quadriceps"} <= set(report.strengthened)


def test_example_lacks_what_it_lacks(report: PlanReport) -> None:
    assert [(remark.kind, remark.line, remark.basis) for remark in report.remarks] == [
        ("time", None, "form"),
        ("sides", 9, "form"),
        ("direction", None, "form"),
        ("preparation", 11, "form"),
        ("counterpose", 11, "form"),
        ("level", 11, "source"),
    ]
    assert remarks(report, "direction") == ["no pose moves the spine in a twist"]


@pytest.mark.parametrize(
    ("poses", "said"),
    [
        (["{pose: Triangle Pose, side: both}"], []),
        (["{pose: Triangle Pose, side: left}", "{pose: Triangle Pose, side: right}"], []),
        (["{pose: Triangle Pose, side: right}"], ["is done on the right side alone"]),
        (["Triangle Pose"], ["no side is told"]),
        (["{pose: Triangle Pose, side: left, seconds: 30}", "{pose: Triangle Pose, side: right, minutes: 1}"],
         ["takes 30 s on the left and 60 s on the right"]),
        (["Mountain Pose"], []),
    ],
)  # fmt: skip
def test_sides_are_held_against_each_other(teacher: Store, poses: list[str], said: list[str]) -> None:
    found = remarks(check(teacher, *poses), "sides")

    assert len(found) == len(said)
    assert all(words in one for words, one in zip(said, found, strict=True))


def test_named_preparation_must_come_before(teacher: Store) -> None:
    [missing] = remarks(check(teacher, "Janu Sirsasana", "Staff Pose"), "preparation")

    assert "none of Staff Pose, Standing Forward Bend, which Teacher name" in missing
    assert remarks(check(teacher, "Staff Pose", "Janu Sirsasana"), "preparation") == []


def test_named_counterpose_must_come_after(teacher: Store) -> None:
    [missing] = remarks(check(teacher, "Upward Plank", "Janu Sirsasana"), "counterpose")

    assert "none of Upward Plank Pose" in missing
    assert remarks(check(teacher, "Janu Sirsasana", "Upward Plank", "Child's Pose"), "counterpose") == []


def test_deep_backbend_wants_a_forward_bend_after_it(teacher: Store) -> None:
    assert len(remarks(check(teacher, "Seated Forward Bend", "Wheel Pose"), "counterpose")) == 1
    assert remarks(check(teacher, "Wheel Pose", "Child's Pose"), "counterpose") == []


def test_order_is_held_against_that_of_sources(teacher: Store) -> None:
    [turned] = remarks(check(teacher, "Seated Forward Bend", "Janu Sirsasana"), "order")

    assert "the other way round in Teacher" in turned
    assert remarks(check(teacher, "Janu Sirsasana", "Seated Forward Bend"), "order") == []


def test_class_ends_with_rest(teacher: Store) -> None:
    assert remarks(check(teacher, "Mountain Pose", "Corpse Pose"), "rest") == []
    assert len(remarks(check(teacher, "Corpse Pose", "Mountain Pose"), "rest")) == 1


# Who needs a change


def test_each_pose_is_held_against_each_student(report: PlanReport) -> None:
    verdicts = {(one.label, one.student): one.verdict for one in report.changes if one.needed}

    assert verdicts == {
        ("Cat–Cow", "Ben"): "caution",
        ("Downward-Facing Dog Pose", "Ben"): "avoid",
        ("Downward-Facing Dog Pose", "Dina"): "avoid",
        ("Plank Pose", "Ben"): "modify",
        ("Plank Pose", "Cleo"): "caution",
        ("Plank Pose", "Dina"): "caution",
        ("Seated Forward Bend", "Ben"): "avoid",
        ("Seated Forward Bend", "Cleo"): "avoid",
        ("Seated Forward Bend", "Dina"): "avoid",
        ("Wheel Pose", "Ada"): NOTHING,
        ("Wheel Pose", "Ben"): "modify",
        ("Wheel Pose", "Cleo"): "modify",
        ("Wheel Pose", "Dina"): "modify",
        ("Corpse Pose", "Cleo"): "avoid",
        ("Corpse Pose", "Dina"): "avoid",
    }
    [level] = [one for one in report.changes if one.student == "Ada"]
    assert level.too_hard == "sources name it for advanced, not for beginner"


def test_advice_is_that_of_the_adviser(graph: KnowledgeGraph, report: PlanReport) -> None:
    conditions = ("carpal tunnel syndrome", "herniated disc")
    for change in report.changes:
        if change.student == "Ben":
            assert change.advice is not None
            told = graph.advise(change.pose, *conditions)
            assert [one.reasons for one in change.advice.conditions] == [one.reasons for one in told.conditions]


def test_nothing_speaks_against_what_is_offered(graph: KnowledgeGraph, report: PlanReport) -> None:
    conditions = {one.name: [c.text for c in one.conditions] for one in report.plan.students}
    everybody = [text for texts in conditions.values() for text in texts]

    assert {label for label, found in report.group if found} == {
        "Downward-Facing Dog Pose", "Plank Pose", "Seated Forward Bend", "Wheel Pose",
    }  # fmt: skip
    for _, found in report.group:
        for one in found:
            assert graph.advise(one.pose, *everybody).verdict == NOTHING
    for change in report.changes:
        for one in change.substitutes if conditions[change.student] else ():
            assert graph.advise(one.pose, *conditions[change.student]).verdict == NOTHING


def test_no_unread_pose_and_no_harder_pose_is_offered(graph: KnowledgeGraph) -> None:
    """A pose that is not in the register was never held against risk features: Firefly Pose B loads the wrists."""
    offered = graph.substitutes("Plank", "carpal tunnel syndrome", limit=400)
    registered = {row.pose for row in graph.query("SELECT ?pose { GRAPH graph:poses { ?pose a yoga:Pose } }")}
    beginners = {row.pose for row in graph.query("poses", level="beginner")}
    group = graph.check_plan(EXAMPLE).group

    assert {one.pose for one in offered} <= registered
    assert {one.pose for _, found in group for one in found} <= beginners


def test_unknown_warning_of_a_source_is_passed_on(teacher: Store) -> None:
    me = PREFIXES["source"] + "warner-00000000"
    turtle = f"""{DECLARED}
    <{me}> a yoga:Source ; dcterms:title "Warner" ; yoga:describes pose:dandasana ; yoga:hasMention <{me}#mention-1> .
    <{me}#mention-1> a yoga:UngroundedMention ; yoga:text "wobbly elbows" ; yoga:section "contraindications" .
    pose:dandasana a yoga:Pose . """
    stated = [quad.triple for quad in ox.parse(turtle, format=ox.RdfFormat.TURTLE)]
    teacher.replace(me, stated, teacher.infer(stated), text="")

    text = check(teacher, "Staff Pose", more="students: [{name: Ada, conditions: [asthma]}]").to_text()

    assert "“wobbly elbows” — Warner" in text


def test_silence_is_told_and_never_called_safe(report: PlanReport) -> None:
    text = report.to_text(width=100)

    assert "line 8, Warrior II: Cleo" in text
    assert "silence is no permission" in text
    assert "safe" not in text
    assert max(map(len, text.splitlines())) <= 100


# Wrong plans


@pytest.mark.parametrize(
    ("data", "faults"),
    [
        (b"", [(1, "this should have some of: title")]),
        (b"poses: []", [(1, "there are no poses")]),
        (b"- Cobra Pose", [(1, "this should have some of: title")]),
        (b"poses:\n  - Cobra Pse\n", [(2, "'Cobra Pse' may mean Cobra Pose or")]),
        (b"poses:\n  - Pigeon\n", [(2, "may mean")]),
        (b"poses:\n  - Cobra Pose\n  - Zzyzx\nstudents:\n  - {name: Ada, conditions: [asthmo]}\n",
         [(3, "'Zzyzx' is not known"), (5, "asthmo")]),
        (b"poses:\n  - Cobra Pose\nstudents:\n  - conditions: [asthma]\n", [(4, "name of the student is missing")]),
        (b"poses:\n  - Cobra Pose\nstudents:\n  - name: Ada\n  - name: Ada\n",
         [(4, "two students"), (5, "two students")]),
        (b"poses:\n  - {pose: Cobra Pose, seconds: -3}\n", [(2, "'-3' is no length of time")]),
        (b"poses:\n  - {pose: Cobra Pose, seconds: nan}\n", [(2, "'nan' is no length of time")]),
        (b"poses:\n  - {pose: Cobra Pose, seconds: 5, minutes: 1}\n", [(2, "both seconds and minutes")]),
        (b"poses:\n  - {pose: Cobra Pose, side: up}\n", [(2, "'up' is none of left, right, both")]),
        (b"poses:\n  - {pose: Cobra Pose, hold: 5}\n", [(2, "'hold' is not known here")]),
        (b"level: easy\nposes: [Cobra Pose]\n", [(1, "'easy' is none of beginner")]),
        (b"poses: Cobra Pose\n", [(1, "this should be a list")]),
        (b"poses:\n  - [Cobra Pose]\n", [(2, "this should have some of: pose")]),
        (b"poses:\n\t- Cobra Pose\n", [(2, "this is not YAML")]),
        (b"poses: &a [*a]\n", [(1, "this should have some of: pose")]),
        (b"[" * 5000, [(1, "this is not YAML")]),
        (b"poses:\n  - \xff\n", [(1, "not text in UTF-8")]),
    ],
)  # fmt: skip
def test_wrong_plan_is_refused_with_its_lines(teacher: Store, data: bytes, faults: list[tuple[int, str]]) -> None:
    with pytest.raises(PlanError) as caught:
        read_plan(teacher.graph, data, name="plan.yaml")

    assert [line for line, _ in caught.value.faults][: len(faults)] == [line for line, _ in faults]
    for (_, words), (_, said) in zip(faults, caught.value.faults, strict=False):
        assert words in said


# The command


def run(tmp_path: Path, *arguments: str, data: bytes | None = None) -> subprocess.CompletedProcess[str]:
    command = [Path(sys.executable).with_name("yogakg"), "plan", *arguments, "--store", tmp_path / "store"]
    environment = {**os.environ, "PYTHONUTF8": "1"}
    text = data.decode() if data is not None else None
    return subprocess.run(command, input=text, env=environment, capture_output=True, check=False, encoding="utf-8")


def test_command_answers_and_refuses(tmp_path: Path) -> None:
    done = run(tmp_path, str(EXAMPLE), "--format", "json")
    wrong = run(tmp_path, "-", data=b"poses:\n  - Cobra Pse\n")

    assert done.returncode == 0, done.stderr
    found = json.loads(done.stdout)
    assert {change["verdict"] for change in found["changes"]} == {"avoid", "modify", "caution", NOTHING}
    assert wrong.returncode == 2
    assert "-:2: 'Cobra Pse' may mean Cobra Pose or Corpse Pose" in wrong.stderr
    assert "Traceback" not in wrong.stderr
