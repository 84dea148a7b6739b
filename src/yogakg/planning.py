"""Plans of a class: who in the room needs a change of which pose, and what the order of poses lacks.

A plan is a YAML file with poses in their order and students with their conditions. What sources say and what only
follows from the form of poses are told apart. Nothing here says that a pose may be done.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass
from typing import Any, Final, Literal

import pyoxigraph as ox
import yaml

from yogakg.advising import (
    LEVELS,
    NOTHING,
    Condition,
    PoseAdvice,
    Substitute,
    Text,
    advise,
    find_substitutes,
    read_condition,
    reason_lines,
    worded,
    wrap_line,
)
from yogakg.errors import PlanError, UnknownNameError, YogaError
from yogakg.finding import Labels, find_term
from yogakg.namespaces import PREFIXES, YOGA, compress

Level = Literal["beginner", "intermediate", "advanced"]
Side = Literal["left", "right", "both"]
Basis = Literal["source", "form"]

SIDES: Final[tuple[Side, ...]] = ("left", "right", "both")
#: The movements of the spine that a class is held to, by the local names of their terms.
DIRECTIONS: Final = {
    "Flexion": "forward",
    "Extension": "backward",
    "Rotation": "in a twist",
    "LateralFlexion": "sideways",
}
#: How many poses are offered instead of one.
_OFFERED: Final = 3
_SOURCES: Final = PREFIXES["source"]
_INFERRED: Final = "/inferred"
_END_RANGE: Final = ox.NamedNode(PREFIXES["risk"] + "end-range-spinal-extension")
_TITLE: Final = ox.NamedNode(PREFIXES["dcterms"] + "title")
_DAY: Final = 24 * 60 * 60


@dataclass(frozen=True, slots=True)
class PlannedPose:
    """A place in a plan: a pose, the seconds it is held on each side, and the side; None where the plan tells none."""

    line: int
    pose: str
    label: str
    seconds: int | None = None
    side: Side | None = None

    @property
    def lasts(self) -> int:
        """The seconds that it takes in all; 0 where the plan tells none."""
        return (self.seconds or 0) * (2 if self.side == "both" else 1)

    @property
    def place(self) -> str:
        """The line and name of the pose."""
        return f"line {self.line}, {self.label}"


@dataclass(frozen=True, slots=True)
class Student:
    """Somebody in the room, with a level and conditions as far as they are told."""

    line: int
    name: str
    level: Level | None
    conditions: tuple[Condition, ...]


@dataclass(frozen=True, slots=True)
class Plan:
    """A class as it is planned: poses in their order, and who comes."""

    title: str
    level: Level | None
    poses: tuple[PlannedPose, ...]
    students: tuple[Student, ...]


@dataclass(frozen=True, slots=True)
class Remark:
    """Something that a plan lacks or that stands against it.

    ``basis`` says whether a source says so, or it is only held against the form of the poses; ``line`` is None for
    what concerns the plan as a whole.
    """

    kind: Literal["time", "sides", "direction", "preparation", "counterpose", "order", "level", "rest"]
    text: str
    basis: Basis
    line: int | None = None


@dataclass(frozen=True, slots=True)
class Change:
    """What is said of a planned pose to a student, and what could be done instead.

    ``advice`` is None if the student has no condition and only the level is ``too_hard``, in which case the levels
    are told that sources name.
    """

    line: int
    pose: str
    label: str
    student: str
    advice: PoseAdvice | None
    too_hard: str | None
    substitutes: tuple[Substitute, ...]

    @property
    def verdict(self) -> str:
        """The strictest advice, or that no source speaks of it."""
        return self.advice.verdict if self.advice else NOTHING

    @property
    def asks(self) -> tuple[str, ...]:
        """What is said of other stages and of narrower conditions, which the student should be asked about."""
        conditions = self.advice.conditions if self.advice else ()
        return tuple(dict.fromkeys(f"{worded(r)} — {r.title}" for one in conditions for r in one.elsewhere))

    @property
    def needed(self) -> bool:
        """Whether anything is said at all; silence is no permission."""
        return self.verdict != NOTHING or self.too_hard is not None


@dataclass(frozen=True, slots=True)
class PlanReport:
    """A plan held against what is known.

    ``seconds`` is the time that the plan tells, ``untimed`` the poses without one, ``directions`` the poses that move
    the spine in each direction, ``stretched`` and ``strengthened`` the regions that sources name for the poses.
    ``group`` offers poses that nothing speaks against for anybody in the room, by the pose they replace.
    """

    plan: Plan
    seconds: int
    untimed: tuple[str, ...]
    directions: tuple[tuple[str, tuple[str, ...]], ...]
    stretched: tuple[str, ...]
    strengthened: tuple[str, ...]
    remarks: tuple[Remark, ...]
    changes: tuple[Change, ...]
    group: tuple[tuple[str, tuple[Substitute, ...]], ...]

    def to_json(self) -> str:
        """Return the report as a JSON object."""
        found = asdict(self)
        for change, told in zip(self.changes, found["changes"], strict=True):
            told |= {"verdict": change.verdict, "asks": change.asks}
        return json.dumps(found, ensure_ascii=False, indent=2)

    def to_text(self, *, width: int | None = None) -> str:
        """Return the report for people, at most ``width`` characters wide."""
        return "\n".join(line for part in self._lines() for line in wrap_line(part, width))

    def __str__(self) -> str:
        return self.to_text()

    def _lines(self) -> Iterator[tuple[int, str]]:
        level = f", {self.plan.level}" if self.plan.level else ""
        yield 0, f"{self.plan.title}{level}: {len(self.plan.poses)} poses, {_time(self.seconds)} told"
        yield 0, ""
        yield 0, "Movements of the spine"
        for direction, poses in self.directions:
            yield 2, f"{direction}: {', '.join(poses) or 'none'}"
        yield 0, ""
        yield 0, "Regions that sources name for these poses; which of them oppose each other is not known here"
        yield 2, f"stretched: {', '.join(self.stretched) or 'none'}"
        yield 2, f"strengthened: {', '.join(self.strengthened) or 'none'}"
        yield 0, ""
        yield 0, "Order and balance" if self.remarks else "Order and balance: nothing was found to remark."
        for remark in self.remarks:
            yield 2, f"{remark.kind}: {remark.text}" + (" (by the form of the poses)" * (remark.basis == "form"))
        if self.plan.students:
            yield from self._people()

    def _people(self) -> Iterator[tuple[int, str]]:
        needed = [one for one in self.changes if one.needed]
        yield 0, ""
        yield 0, "Who needs a change" if needed else "Who needs a change: no source speaks of anybody here."
        for one in needed:
            yield from _change_lines(one)
        offered = {pose: found for pose, found in self.group if found}
        if offered:
            yield 0, ""
            yield 0, "For the whole room, what no source speaks against for anybody; silence is no permission"
            for pose, found in offered.items():
                yield 2, f"instead of {pose}: {_offer(found)}"
        silent = [one for one in self.changes if not one.needed]
        if silent:
            yield 0, ""
            yield 0, "No source speaks of these for the conditions that are told; silence is no permission"
            for one in silent:
                yield 2, f"line {one.line}, {one.label}: {one.student}"
                yield from ((4, f"ask: {said}") for said in one.asks)
        unread = dict.fromkeys((one.label, said) for one in self.changes if one.advice for said in one.advice.unread)
        if unread:
            yield 0, ""
            yield 0, "Sources also warn of what is not known here; see whether it concerns somebody"
            yield from ((2, f"{label}: {said}") for label, said in unread)


def _change_lines(change: Change) -> Iterator[tuple[int, str]]:
    verdict = change.verdict if change.verdict != NOTHING else "level"
    yield 2, f"line {change.line}, {change.label} — {change.student}: {verdict}"
    if change.too_hard:
        yield 4, f"level: {change.too_hard}"
    milder = 0
    for one in change.advice.conditions if change.advice else ():
        for reason in one.reasons:
            if reason.advice == one.verdict:
                yield from reason_lines(reason, indent=4)
            else:
                milder += 1
    if milder:
        yield 4, f"and {milder} milder: yogakg advise shows all"
    yield from ((4, f"ask: {said}") for said in change.asks)
    if change.substitutes:
        yield 4, f"instead, no source speaks against: {_offer(change.substitutes)}"
    elif change.verdict in ("avoid", "modify") or change.too_hard:
        yield 4, "instead: no pose is known that does some of the same and that nothing speaks against"


def _offer(found: Iterable[Substitute]) -> str:
    return "; ".join(
        f"{one.label} (does {one.share:.0%} of it)" + (f", ask about {', '.join(one.ask)}" if one.ask else "")
        for one in found
    )


def _time(seconds: int) -> str:
    return f"{seconds // 60} min" + (f" {seconds % 60} s" if seconds % 60 else "")


# Reading


def read_plan(graph: ox.Store, data: bytes, *, name: str) -> Plan:
    """Read a plan of a class: YAML with ``title``, ``level``, ``poses`` and ``students``.

    A pose is a name, or a mapping with ``pose``, ``seconds`` or ``minutes`` (on each side), and ``side`` (left, right
    or both); a student a mapping with ``name``, ``level`` and a list of ``conditions`` in words.

    Raises PlanError, with the line of each fault, if it is no such plan or names what is not known.
    """
    try:
        root = yaml.compose(data.decode("utf-8-sig"), Loader=yaml.SafeLoader)
    except UnicodeDecodeError:
        raise PlanError(name, [(1, "this is not text in UTF-8")]) from None
    except (yaml.YAMLError, RecursionError) as error:
        mark = getattr(error, "problem_mark", None)
        problem = getattr(error, "problem", None) or "this cannot be read"
        raise PlanError(name, [(mark.line + 1 if mark else 1, f"this is not YAML: {problem}")]) from None
    reader = _Reader(graph)
    plan = reader.plan(root, name)
    if reader.faults:
        raise PlanError(name, sorted(reader.faults))
    return plan


class _Reader:
    """Reads the nodes of a plan, and gathers all faults instead of stopping at the first."""

    def __init__(self, graph: ox.Store) -> None:
        self.graph = graph
        self.labels = Labels(graph)
        self.faults: list[tuple[int, str]] = []

    def plan(self, root: yaml.Node | None, name: str) -> Plan:
        parts = self._mapping(root, ("title", "level", "poses", "students"))
        poses = [pose for node in self._list(parts.get("poses")) if (pose := self._pose(node))]
        if not poses and not self.faults:
            self._fault(root, "there are no poses. List them under 'poses:'")
        students = [self._student(node) for node in self._list(parts.get("students"))]
        twice = {one.name for one in students if [other.name for other in students].count(one.name) > 1}
        self.faults += [(one.line, f"there are two students '{one.name}'") for one in students if one.name in twice]
        title = self._text(parts["title"]) if "title" in parts else name
        return Plan(title, self._level(parts.get("level")), tuple(poses), tuple(students))

    def _pose(self, node: yaml.Node) -> PlannedPose | None:
        if isinstance(node, yaml.ScalarNode):
            node = yaml.MappingNode("", [(yaml.ScalarNode("", "pose"), node)], node.start_mark, node.end_mark)
        parts = self._mapping(node, ("pose", "seconds", "minutes", "side"))
        if "pose" not in parts:
            if isinstance(node, yaml.MappingNode):
                self._fault(node, "the name of the pose is missing. Write 'pose: NAME'")
            return None
        if "seconds" in parts and "minutes" in parts:
            self._fault(node, "it has both seconds and minutes. Tell one of them")
        seconds = self._number(parts.get("seconds"), 1) or self._number(parts.get("minutes"), 60)
        side = self._choice(parts.get("side"), SIDES)
        text = self._text(parts["pose"])
        try:
            pose = find_term(self.graph, text, ("pose",))
        except YogaError as error:
            self._fault(parts["pose"], _sentence(error))
            return None
        return PlannedPose(_line(parts["pose"]), pose.value, _label(self.labels, pose), seconds, side)

    def _student(self, node: yaml.Node) -> Student:
        parts = self._mapping(node, ("name", "level", "conditions"))
        if "name" not in parts and isinstance(node, yaml.MappingNode):
            self._fault(node, "the name of the student is missing. Write 'name: …'; any name will do")
        conditions: dict[str, Condition] = {}
        for told in self._list(parts.get("conditions")):
            try:
                condition = read_condition(self.graph, self._text(told))
                conditions.setdefault(condition.iri + condition.words, condition)
            except YogaError as error:
                self._fault(told, _sentence(error))
        name = self._text(parts["name"]) if "name" in parts else ""
        return Student(_line(node), name, self._level(parts.get("level")), tuple(conditions.values()))

    def _level(self, node: yaml.Node | None) -> Level | None:
        found: Level | None = self._choice(node, LEVELS)
        return found

    def _mapping(self, node: yaml.Node | None, keys: Sequence[str]) -> dict[str, yaml.Node]:
        if not isinstance(node, yaml.MappingNode):
            self._fault(node, f"this should have some of: {', '.join(keys)}")
            return {}
        parts: dict[str, yaml.Node] = {}
        for key, value in node.value:
            name = self._text(key)
            if name not in keys:
                self._fault(key, f"'{name}' is not known here. Known are {', '.join(keys)}")
            elif name in parts:
                self._fault(key, f"'{name}' is told twice")
            parts[name] = value
        return parts

    def _list(self, node: yaml.Node | None) -> list[yaml.Node]:
        if node is None or (isinstance(node, yaml.ScalarNode) and node.tag == "tag:yaml.org,2002:null"):
            return []
        if not isinstance(node, yaml.SequenceNode):
            self._fault(node, "this should be a list, each line with a dash")
            return []
        return list(node.value)

    def _text(self, node: yaml.Node) -> str:
        if isinstance(node, yaml.ScalarNode) and node.value.strip():
            return str(node.value).strip()
        self._fault(node, "this should be a text" if isinstance(node, yaml.ScalarNode) else "this should be one text")
        return ""

    def _number(self, node: yaml.Node | None, unit: int) -> int | None:
        if node is None:
            return None
        try:
            seconds = float(self._text(node)) * unit
            if 1 <= seconds <= _DAY:
                return round(seconds)
        except ValueError:
            pass
        self._fault(node, f"'{node.value}' is no length of time. Write a number, of at most a day")
        return None

    def _choice(self, node: yaml.Node | None, choices: Sequence[Any]) -> Any:
        if node is None:
            return None
        text = self._text(node).lower()
        if text not in choices:
            self._fault(node, f"'{text}' is none of {', '.join(choices)}")
            return None
        return text

    def _fault(self, node: yaml.Node | None, problem: str) -> None:
        self.faults.append((_line(node), problem))


def _line(node: yaml.Node | None) -> int:
    return node.start_mark.line + 1 if node is not None and node.start_mark else 1


def _sentence(error: YogaError) -> str:
    if isinstance(error, UnknownNameError) and not error.candidates:
        return f"'{error.name}' is not known"
    return str(error).rstrip(".")


def _label(labels: Labels, thing: ox.NamedNode) -> str:
    found = labels[thing]
    return found.value if found else compress(thing.value)


# Holding a plan against what is known


def check_plan(graph: ox.Store, plan: Plan, *, text: Text = lambda source: None) -> PlanReport:
    """Hold a plan against what sources say of its poses, their order, and the conditions of the students.

    ``text`` returns the text of a source, for its sentences.
    """
    known = Known(graph)
    room = _Room(graph, known, plan, text)
    changes = tuple(room.changes())
    return PlanReport(
        plan=plan,
        seconds=sum(one.lasts for one in plan.poses),
        untimed=tuple(one.label for one in plan.poses if one.seconds is None),
        directions=tuple(
            (word, tuple(dict.fromkeys(one.label for one in plan.poses if name in known.actions(one.pose))))
            for name, word in DIRECTIONS.items()
        ),
        stretched=_regions(known, plan, "stretches"),
        strengthened=_regions(known, plan, "strengthens"),
        remarks=tuple(_remarks(known, plan)),
        changes=changes,
        group=tuple(room.group(changes)),
    )


def _regions(known: Known, plan: Plan, relation: str) -> tuple[str, ...]:
    found = {region for one in plan.poses for region, _ in known.stated(one.pose, relation)}
    return tuple(sorted(map(known.label, found)))


class Known:
    """What the graph tells of poses, as far as plans need it."""

    def __init__(self, graph: ox.Store) -> None:
        self.graph = graph
        self.labels = Labels(graph)

    def label(self, thing: str) -> str:
        """Return the English label of a thing."""
        return _label(self.labels, ox.NamedNode(thing))

    def values(self, thing: str, relation: str) -> list[Any]:
        """Return what a relation of the ontology leads to, in all graphs."""
        quads = self.graph.quads_for_pattern(ox.NamedNode(thing), ox.NamedNode(YOGA + relation), None, None)
        return sorted({quad.object for quad in quads}, key=str)

    def stated(self, thing: str, relation: str) -> list[tuple[str, str]]:
        """Return what sources state of a thing, each with the title of the source."""
        quads = self.graph.quads_for_pattern(ox.NamedNode(thing), ox.NamedNode(YOGA + relation), None, None)
        found = set()
        for quad in quads:
            if (title := self._source(quad)) and isinstance(quad.object, ox.NamedNode):
                found.add((quad.object.value, title))
        return sorted(found)

    def related(self, pose: str, relation: str, inverse: str) -> dict[str, set[str]]:
        """Return the practices that sources relate to a pose, by either direction, with the titles of the sources."""
        found: dict[str, set[str]] = {}
        for other, name in self.stated(pose, relation):
            found.setdefault(other, set()).add(name)
        for quad in self.graph.quads_for_pattern(None, ox.NamedNode(YOGA + inverse), ox.NamedNode(pose), None):
            if (title := self._source(quad)) and isinstance(quad.subject, ox.NamedNode):
                found.setdefault(quad.subject.value, set()).add(title)
        return found

    def actions(self, pose: str) -> set[str]:
        """Return the movements of the spine in a pose, or in the poses of a sequence."""
        practices = [pose, *(one.value for one in self.values(pose, "hasMember"))]
        return {action.value.removeprefix(YOGA) for one in practices for action in self.values(one, "spinalAction")}

    def is_one_sided(self, pose: str) -> bool:
        """Tell whether a pose is done on one side at a time."""
        return any(value.value == "true" for value in self.values(pose, "asymmetric"))

    def levels(self, pose: str) -> list[str]:
        """Return the levels that sources name for a pose, the easiest first."""
        names = {value.value.removeprefix(YOGA).lower() for value in self.values(pose, "level")}
        return [*(("all levels",) if "alllevels" in names else ()), *(one for one in LEVELS if one in names)]

    def too_hard(self, pose: str, level: Level | None) -> str | None:
        """Say that sources name a pose only for harder levels, or return None."""
        levels = self.levels(pose)
        if level is None or not levels or levels[0] == "all levels":
            return None
        harder = LEVELS[LEVELS.index(level) + 1 :]
        return f"sources name it for {' and '.join(levels)}, not for {level}" if levels[0] in harder else None

    def rests(self, pose: str) -> bool:
        """Tell whether a pose is one of rest."""
        return ox.NamedNode(YOGA + "Restoration") in self.values(pose, "focus")

    def is_deep_backbend(self, pose: str) -> bool:
        """Tell whether the spine bends back to the end of its range."""
        return _END_RANGE in self.values(pose, "hasRiskFeature")

    def _source(self, quad: ox.Quad) -> str | None:
        """Return the title of the source that states something, or None if none does."""
        source = str(getattr(quad.graph_name, "value", ""))
        if not source.startswith(_SOURCES) or source.endswith(_INFERRED):
            return None
        titles = self.graph.quads_for_pattern(ox.NamedNode(source), _TITLE, None, None)
        found = (one.object.value for one in titles if isinstance(one.object, ox.Literal))
        return next(found, compress(source))


def _remarks(known: Known, plan: Plan) -> Iterator[Remark]:
    for check in (_time_remarks, _side_remarks, _direction_remarks, _preparation_remarks, _counterpose_remarks,
                  _order_remarks, _level_remarks, _rest_remarks):  # fmt: skip
        yield from check(known, plan)


def _time_remarks(known: Known, plan: Plan) -> Iterator[Remark]:
    if untimed := [one.place for one in plan.poses if one.seconds is None]:
        yield Remark("time", f"no time is told for {'; '.join(untimed)}", "form")


def _side_remarks(known: Known, plan: Plan) -> Iterator[Remark]:
    """Hold the two sides of each one-sided pose against each other, over all its places in the plan."""
    for pose in dict.fromkeys(one.pose for one in plan.poses if known.is_one_sided(one.pose)):
        places = [one for one in plan.poses if one.pose == pose]
        first = places[0]
        if any(one.side is None for one in places):
            untold = f"{first.place} is done on one side at a time, and no side is told"
            yield Remark("sides", untold, "form", first.line)
            continue
        times = {side: sum(one.seconds or 0 for one in places if one.side in (side, "both")) for side in SIDES[:2]}
        done = {side for side in SIDES[:2] if any(one.side in (side, "both") for one in places)}
        if len(done) == 1:
            yield Remark("sides", f"{first.place} is done on the {done.pop()} side alone", "form", first.line)
        elif times["left"] != times["right"]:
            told = f"{times['left']} s on the left and {times['right']} s on the right"
            yield Remark("sides", f"{first.place} takes {told}", "form", first.line)


def _direction_remarks(known: Known, plan: Plan) -> Iterator[Remark]:
    moved = {action for one in plan.poses for action in known.actions(one.pose)}
    for name, word in DIRECTIONS.items():
        if name not in moved:
            yield Remark("direction", f"no pose moves the spine {word}", "form")


def _preparation_remarks(known: Known, plan: Plan) -> Iterator[Remark]:
    """Look for named preparations before each pose; for harder poses without them, for work on the same regions."""
    for index, one in enumerate(plan.poses):
        before = {other.pose for other in plan.poses[:index]}
        if one.pose in before:
            continue
        named = known.related(one.pose, "preparedBy", "preparesFor")
        if named and not before & set(named):
            unprepared = f"{one.place}: before it comes none of {_named(known, named)}"
            yield Remark("preparation", unprepared, "source", one.line)
        if named or not set(known.levels(one.pose)[:1]) & set(LEVELS[1:]):
            continue
        wanted = {region for region, _ in known.stated(one.pose, "stretches")}
        ready = {region.value for other in before for region in known.values(other, "stretches")}
        if missing := sorted(map(known.label, wanted - ready)):
            unprepared = f"no source names a preparation, and nothing before it stretches {', '.join(missing)}"
            yield Remark("preparation", f"{one.place}: {unprepared}", "form", one.line)


def _counterpose_remarks(known: Known, plan: Plan) -> Iterator[Remark]:
    """Look for named counterposes after each pose; after deep backbends without them, for a forward bend."""
    for index, one in enumerate(plan.poses):
        after = plan.poses[index + 1 :]
        if one.pose in {other.pose for other in after}:
            continue
        named = known.related(one.pose, "counteredBy", "counters")
        if named and not {other.pose for other in after} & set(named):
            lacking = f"{one.place}: after it comes none of {_named(known, named)}"
            yield Remark("counterpose", lacking, "source", one.line)
        bends = any("Flexion" in known.actions(other.pose) for other in after)
        if not named and known.is_deep_backbend(one.pose) and not bends:
            lacking = "no source names a counterpose, and no pose after it bends forward"
            yield Remark("counterpose", f"{one.place}: {lacking}", "form", one.line)


def _order_remarks(known: Known, plan: Plan) -> Iterator[Remark]:
    for one, other in zip(plan.poses, plan.poses[1:], strict=False):
        onward = known.related(one.pose, "followedBy", "follows")
        backward = known.related(other.pose, "followedBy", "follows")
        if one.pose != other.pose and one.pose in backward and other.pose not in onward:
            said = ", ".join(sorted(backward[one.pose]))
            turned = f"{other.place} comes after {one.label}; the other way round in {said}"
            yield Remark("order", turned, "source", other.line)


def _level_remarks(known: Known, plan: Plan) -> Iterator[Remark]:
    for one in plan.poses:
        if said := known.too_hard(one.pose, plan.level):
            yield Remark("level", f"{one.place}: {said}", "source", one.line)


def _rest_remarks(known: Known, plan: Plan) -> Iterator[Remark]:
    last = plan.poses[-1]
    if not known.rests(last.pose):
        restless = f"the plan ends with {last.label}, which is not known as a pose of rest"
        yield Remark("rest", restless, "form", last.line)


def _named(known: Known, named: dict[str, set[str]]) -> str:
    titles = sorted(set().union(*named.values()))
    return f"{', '.join(sorted(map(known.label, named)))}, which {' and '.join(titles)} name"


class _Room:
    """Holds the poses of a plan against the students."""

    def __init__(self, graph: ox.Store, known: Known, plan: Plan, text: Callable[[str], str | None]) -> None:
        self.graph, self.known, self.plan, self.text = graph, known, plan, text

    def changes(self) -> Iterator[Change]:
        """Yield what is said of each pose to each student, in the order of the plan; a repeated pose once."""
        first: dict[str, PlannedPose] = {}
        for one in self.plan.poses:
            first.setdefault(one.pose, one)
        for one in first.values():
            for student in self.plan.students:
                advice = (
                    advise(self.graph, one.pose, student.conditions, text=self.text) if student.conditions else None
                )
                hard = self.known.too_hard(one.pose, student.level)
                found: tuple[Substitute, ...] = ()
                if hard or (advice and advice.verdict in ("avoid", "modify")):
                    found = self._instead(one.pose, student.conditions, student.level or self.plan.level)
                if advice or hard:
                    yield Change(one.line, one.pose, one.label, student.name, advice, hard, found)

    def group(self, changes: Iterable[Change]) -> Iterator[tuple[str, tuple[Substitute, ...]]]:
        """Yield poses for the whole room instead of each pose that somebody should avoid or change."""
        students = self.plan.students
        everybody = {f"{c.iri} {c.words}": c for one in students for c in one.conditions}
        level = min((one.level for one in students if one.level), key=LEVELS.index, default=self.plan.level)
        wanted = [one for one in changes if one.verdict in ("avoid", "modify") or one.too_hard]
        for pose, label in dict.fromkeys((one.pose, one.label) for one in wanted):
            yield label, self._instead(pose, tuple(everybody.values()), level)

    def _instead(self, pose: str, people: Sequence[Condition], level: Level | None) -> tuple[Substitute, ...]:
        return find_substitutes(self.graph, pose, people, limit=_OFFERED, level=level) if people or level else ()
