"""A class that is put together: its length, level, focus and order, and that nothing speaks against it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pyoxigraph as ox
import pytest
from click.testing import CliRunner

from yogakg import KnowledgeGraph
from yogakg.advising import NOTHING
from yogakg.cli import cli
from yogakg.composing import Composition
from yogakg.errors import QueryError, UnknownNameError
from yogakg.namespaces import PREFIXES
from yogakg.planning import LEVELS, Level, read_plan

DECLARED = "".join(f"PREFIX {prefix}: <{iri}>\n" for prefix, iri in PREFIXES.items())
PEOPLE = ("pregnancy, second trimester", "carpal tunnel syndrome")


@pytest.fixture(scope="module")
def graph() -> Iterator[KnowledgeGraph]:
    with KnowledgeGraph() as graph:
        yield graph


@pytest.fixture(scope="module")
def hips(graph: KnowledgeGraph) -> Composition:
    return graph.compose_plan(minutes=60, level="beginner", focus="hip opening")


@pytest.fixture(scope="module")
def room(graph: KnowledgeGraph) -> Composition:
    return graph.compose_plan(*PEOPLE, minutes=30, level="beginner", focus="hip opening")


def lasting(found: Composition) -> int:
    return sum(one.planned.lasts for one in found.poses)


@pytest.mark.parametrize(
    ("minutes", "level", "focus"),
    [
        (10, "beginner", "hamstrings"),
        (45, "intermediate", "backbends"),
        (60, "beginner", "hip opening"),
        (90, "advanced", "core strength"),
    ],
)
def test_class_has_the_length_level_and_parts(graph: KnowledgeGraph, minutes: int, level: Level, focus: str) -> None:
    found = graph.compose_plan(minutes=minutes, level=level, focus=focus)
    levels = (*LEVELS[: LEVELS.index(level) + 1], "all levels")
    named: dict[str, set[str]] = {}
    for row in graph.query("SELECT ?pose ?level ?levelLabel { ?pose yoga:level ?level }"):
        named.setdefault(row.pose, set()).add(row.levelLabel)
    parts = [one.part for one in found.poses]

    assert abs(lasting(found) - minutes * 60) <= 60
    assert parts == sorted(parts, key=["opening", "warm-up", "main", "balance", "rest"].index)
    assert {"opening", "main", "rest"} <= set(parts)
    assert len({one.planned.pose for one in found.poses}) == len(found.poses)
    assert all(
        named[one.planned.pose] & set(levels) for one in found.poses if one.part in ("warm-up", "main", "balance")
    )
    assert all(one.reason for one in found.poses)


def test_main_poses_serve_the_focus_and_begin_with_the_easier(graph: KnowledgeGraph, hips: Composition) -> None:
    open_hips = {row.pose for row in graph.query("poses", focus="hip opening")}
    backbends = graph.compose_plan(minutes=45, level="intermediate", focus="backbends")
    easy = ["named for beginner" in one.reason for one in backbends.poses if one.part == "main"]

    assert {one.planned.pose for one in hips.poses if one.part == "main"} <= open_hips
    assert easy == sorted(easy, reverse=True)
    assert set(easy) == {True, False}


def test_spine_bends_forward_after_deep_backbends(graph: KnowledgeGraph) -> None:
    found = graph.compose_plan(minutes=45, level="intermediate", focus="backbends")
    forward = {row.pose for row in graph.query("poses", action="flexion")}

    assert found.poses[-2].planned.pose in forward
    assert not [
        warning for warning in found.warnings if warning.startswith(("counterpose", "direction", "sides", "rest"))
    ]


def test_nothing_speaks_against_any_pose_for_the_people(graph: KnowledgeGraph, room: Composition) -> None:
    for one in room.poses:
        advice = graph.advise(one.planned.pose, *PEOPLE)
        assert advice.verdict == NOTHING
        assert not any(condition.elsewhere for condition in advice.conditions)


def test_class_is_a_plan_and_is_the_same_each_time(graph: KnowledgeGraph, room: Composition) -> None:
    plan = read_plan(graph.store.graph, room.to_text().encode(), name="class.yaml")

    assert [(one.pose, one.seconds, one.side) for one in plan.poses] == [
        (one.planned.pose, one.planned.seconds, one.planned.side) for one in room.poses
    ]
    assert tuple(one.text for one in plan.students[0].conditions) == PEOPLE
    assert graph.compose_plan(*PEOPLE, minutes=30, level="beginner", focus="hip opening") == room
    assert "safe" not in room.to_text()


def test_named_preparations_and_counterposes_come_first() -> None:
    me = PREFIXES["source"] + "teacher-00000000"
    turtle = f"""{DECLARED}
    <{me}> a yoga:Source ; dcterms:title "Teacher" ; yoga:evidenceClass yoga:TeacherArticle .
    pose:baddha-konasana a yoga:Pose ; yoga:level yoga:Beginner ; yoga:preparedBy pose:uttanasana ;
        yoga:counteredBy pose:setu-bandha-sarvangasana .
    pose:uttanasana a yoga:Pose ; yoga:level yoga:Beginner .
    pose:setu-bandha-sarvangasana a yoga:Pose ; yoga:level yoga:Beginner . """
    with KnowledgeGraph(shipped=False) as graph:
        stated = [quad.triple for quad in ox.parse(turtle, format=ox.RdfFormat.TURTLE)]
        graph.store.replace(me, stated, graph.store.infer(stated), text="")
        found = graph.compose_plan(minutes=20, level="beginner", focus="hip opening")

    reasons = {one.planned.label: (one.part, one.reason) for one in found.poses}
    assert reasons["Standing Forward Bend"][0] == "warm-up"
    assert "prepares for Bound Angle Pose, Teacher say" in reasons["Standing Forward Bend"][1]
    assert reasons["Bridge Pose"][0] == "balance"
    assert any("minutes are not filled" in warning for warning in found.warnings)


def test_what_cannot_be_done_is_refused(graph: KnowledgeGraph) -> None:
    with pytest.raises(QueryError, match="10 to 180"):
        graph.compose_plan(minutes=5, level="beginner", focus="hip opening")
    with pytest.raises(UnknownNameError):
        graph.compose_plan(minutes=30, level="beginner", focus="zzyzx")
    with pytest.raises(QueryError, match="Ask for another focus or level"):
        graph.compose_plan(*PEOPLE, minutes=30, level="beginner", focus="core strength")


def test_command_writes_a_plan(tmp_path: Path) -> None:
    asked = [
        "compose",
        "--minutes",
        "20",
        "--level",
        "beginner",
        "--focus",
        "hamstrings",
        "--store",
        str(tmp_path / "s"),
    ]
    done = CliRunner().invoke(cli, asked)
    data = CliRunner().invoke(cli, [*asked, "--format", "json"])

    assert done.exit_code == data.exit_code == 0
    assert "poses:\n  # opening\n" in done.output
    assert json.loads(data.output)["minutes"] == 20
