"""A class of some minutes at a level with a focus, put together from what the graph tells of poses.

The method is plain: opening, warm-up, main part, balance, rest, each filled from the poses of the register that
sources name for the level and that nothing speaks against for those who come. The same graph gives the same class.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass
from typing import Final, Literal

import pyoxigraph as ox

from yogakg.advising import LEVELS, NOTHING, Condition, advise, read_condition
from yogakg.errors import QueryError
from yogakg.finding import find_term
from yogakg.namespaces import POSES_GRAPH, PREFIXES, YOGA, compress
from yogakg.planning import DIRECTIONS, Known, Level, Plan, PlannedPose, Remark, Student, check_plan

Part = Literal["opening", "warm-up", "main", "balance", "rest"]

#: The shares of the time, and the seconds that a pose is held on each side. No source says so: they are conventions.
_SHARES: Final[dict[Part, float]] = {"opening": 0.1, "warm-up": 0.2, "main": 0.45, "balance": 0.1, "rest": 0.15}
_HELD: Final[dict[Part, int]] = {"warm-up": 40, "main": 60, "balance": 45}
#: How long a pose of the main part is held at most on each side, where too few are known to fill it.
_HELD_AT_MOST: Final = 120
#: Which share of the class the rest takes at most, where too few poses are known to fill it.
_LONGEST_REST: Final = 0.2
#: For opening and rest, in the order of preference.
_RESTING: Final[dict[Part, tuple[tuple[str, str], ...]]] = {
    "opening": (("Meditation", "Seated"), ("Restoration", "Kneeling"), ("Restoration", "Supine")),
    "rest": (
        ("Restoration", "Supine"),
        ("Restoration", "Kneeling"),
        ("Restoration", "Prone"),
        ("Meditation", "Seated"),
    ),
}
#: The levels of the poses for warming up, opening and resting.
_EASIEST: Final = ("beginner", "all levels")
_SHORTEST: Final = 10
_LONGEST: Final = 180
_WORKS: Final = ("stretches", "strengthens", "opens")
_TYPE: Final = ox.NamedNode(PREFIXES["rdf"] + "type")


@dataclass(frozen=True, slots=True)
class ChosenPose:
    """A pose of a class, the part it is in, and why it was chosen."""

    part: Part
    planned: PlannedPose
    reason: str


@dataclass(frozen=True, slots=True)
class Composition:
    """A class that was put together, with what stands against it.

    ``warnings`` are what the check of the plan remarks, and what could not be done.
    """

    minutes: int
    level: Level
    focus: str
    conditions: tuple[str, ...]
    poses: tuple[ChosenPose, ...]
    warnings: tuple[str, ...]

    def to_json(self) -> str:
        """Return the class as a JSON object."""
        return json.dumps(asdict(self), ensure_ascii=False, indent=2)

    def to_text(self) -> str:
        """Return the class as a plan in YAML, which ``yogakg plan`` reads, with the reasons as comments."""
        return "\n".join(self._lines())

    def __str__(self) -> str:
        return self.to_text()

    def _lines(self) -> Iterator[str]:
        yield "# Put together from what sources say of poses; who is silent permits nothing. Lengths are conventions."
        yield from (f"# Warning: {warning}." for warning in self.warnings)
        yield f'title: "{self.minutes} minutes, {self.focus}"'
        yield f"level: {self.level}"
        yield "poses:"
        part = None
        for one in self.poses:
            if one.part != part:
                part = one.part
                yield f"  # {part}"
            side = ", side: both" if one.planned.side else ""
            label = json.dumps(one.planned.label, ensure_ascii=False)
            yield f"  - {{pose: {label}, seconds: {one.planned.seconds}{side}}}  # {one.reason}"
        if self.conditions:
            yield "students:"
            yield "  - name: everybody"
            yield "    conditions:"
            yield from (f"      - {json.dumps(condition, ensure_ascii=False)}" for condition in self.conditions)


def compose_plan(
    graph: ox.Store, *, minutes: int, level: Level, focus: str, conditions: Sequence[str] = ()
) -> Composition:
    """Put a class together.

    ``minutes`` are 10 to 180; ``focus`` is the name of a focus, a movement of the spine or a region; ``conditions``
    are told in words, those of all people together.

    Raises QueryError for other lengths or levels and if no pose fits, UnknownNameError for a name that is not known.
    """
    if not _SHORTEST <= minutes <= _LONGEST:
        raise QueryError(f"A class of {minutes} minutes cannot be put together. Ask for {_SHORTEST} to {_LONGEST}.")
    if level not in LEVELS:
        raise QueryError(f"'{level}' is none of {', '.join(LEVELS)}.")
    aim = find_term(graph, focus, ("focus", "action", "region"))
    people = [read_condition(graph, told) for told in conditions]
    composer = _Composer(graph, level, aim, people, minutes * 60)
    chosen, lacking = composer.compose()
    poses = tuple(one.planned for one in chosen)
    student = Student(0, "everybody", level, tuple(people))
    checked = check_plan(graph, Plan("", level, poses, (student,) if people else ()))
    return Composition(
        minutes,
        level,
        composer.known.label(aim.value),
        tuple(conditions),
        tuple(chosen),
        (*lacking, *map(_warned, checked.remarks)),
    )


def _warned(remark: Remark) -> str:
    place = remark.text.partition(", ")[2] if remark.line is not None else ""
    return f"{remark.kind}: {place or remark.text}"


class _Composer:
    """Chooses poses part by part; each is used once."""

    def __init__(
        self, graph: ox.Store, level: Level, aim: ox.NamedNode, people: Sequence[Condition], seconds: int
    ) -> None:
        self.graph, self.aim, self.people, self.seconds = graph, aim, people, seconds
        self.known = Known(graph)
        self.easy = (*LEVELS[: LEVELS.index(level) + 1], "all levels")
        self.used: set[str] = set()
        register = graph.quads_for_pattern(None, _TYPE, ox.NamedNode(YOGA + "Pose"), ox.NamedNode(POSES_GRAPH))
        names = sorted(quad.subject.value for quad in register if isinstance(quad.subject, ox.NamedNode))
        #: Those that most sources describe come first: they are the known ones.
        self.register = sorted(names, key=lambda pose: (-self._fame(pose), self.known.label(pose), pose))
        self.poses = [pose for pose in self.register if self._level(pose) in self.easy]

    def compose(self) -> tuple[list[ChosenPose], list[str]]:
        """Choose the poses, and say what could not be done."""
        time = {part: round(self.seconds * share) for part, share in _SHARES.items()}
        # The main part is chosen first: the warm-up is for it.
        main = self._main(time["main"])
        if not main:
            raise QueryError(
                f"No pose that sources name for {self.easy[-2]} works on {self.known.label(self.aim.value)} "
                "without something that speaks against it. Ask for another focus or level."
            )
        rest = self._resting("rest")
        opening = self._resting("opening")
        warm_up = self._warm_up(main, time["warm-up"])
        balance = self._balance([*warm_up, *main], time["balance"])
        found = {"opening": opening, "warm-up": warm_up, "rest": rest}
        lacking = [f"no pose was found for the {part}" for part, poses in found.items() if not poses]
        opening = [_timed(one, time["opening"]) for one in opening]
        left = self.seconds - time["rest"] - _lasting(*opening, *warm_up, *main, *balance)
        sides = sum(one.planned.lasts for one in main) // _HELD["main"]
        longer = min(max(left // sides, 0), _HELD_AT_MOST - _HELD["main"])
        main = [_timed(one, (_HELD["main"] + longer) * (2 if one.planned.side else 1)) for one in main]
        left = self.seconds - _lasting(*opening, *warm_up, *main, *balance)
        rest = [_timed(one, max(60, min(left, round(self.seconds * _LONGEST_REST)))) for one in rest]
        left -= _lasting(*rest)
        if left >= 60:
            lacking.insert(0, f"{left // 60} minutes are not filled: too few poses are known that fit")
        if left <= -60:
            lacking.insert(0, f"it takes {-left // 60} minutes more")
        chosen = [*opening, *warm_up, *main, *balance, *rest]
        return [self._placed(one, number) for number, one in enumerate(chosen, start=1)], lacking

    def _main(self, seconds: int) -> list[ChosenPose]:
        """Choose poses of the focus, and put the easier ones first."""
        chosen: list[ChosenPose] = []
        for pose in self.poses:
            if why := self._serves(pose):
                seconds = self._take(chosen, "main", pose, why, seconds)
        ranks: dict[str, int] = {level: rank for rank, level in enumerate(LEVELS)}
        return sorted(chosen, key=lambda one: ranks.get(self._level(one.planned.pose), 0))

    def _warm_up(self, main: Sequence[ChosenPose], seconds: int) -> list[ChosenPose]:
        """Choose named preparations of the main poses, then poses that stretch most of what those stretch."""
        chosen: list[ChosenPose] = []
        for pose, why in self._named(main, "preparedBy", "preparesFor", "prepares for"):
            seconds = self._take(chosen, "warm-up", pose, why, seconds)
        wanted = {region for one in main for region, _ in self.known.stated(one.planned.pose, "stretches")}
        while wanted and seconds > 0:
            free = [pose for pose in self.poses if pose not in self.used and self._level(pose) in _EASIEST]
            gains = {pose: wanted & {region for region, _ in self.known.stated(pose, "stretches")} for pose in free}
            best = max(gains, key=lambda pose: len(gains[pose]), default=None)
            if best is None or not gains[best]:
                break
            regions = ", ".join(sorted(map(self.known.label, gains[best])))
            left = self._take(chosen, "warm-up", best, f"stretches {regions}, as the main part does", seconds)
            if left != seconds:
                wanted -= gains[best]
            self.used.add(best)
            seconds = left
        return chosen

    def _balance(self, before: Sequence[ChosenPose], seconds: int) -> list[ChosenPose]:
        """Choose named counterposes, then poses for the movements of the spine that are missing."""
        chosen: list[ChosenPose] = []
        for pose, why in self._named(before, "counteredBy", "counters", "neutralises"):
            seconds = self._take(chosen, "balance", pose, why, seconds)
        moved = {action for one in before for action in self.known.actions(one.planned.pose)}
        bends_back = any(self.known.is_deep_backbend(one.planned.pose) for one in before)
        missing = [name for name in DIRECTIONS if name not in moved]
        # A forward bend goes last, after all backbends.
        if bends_back or "Flexion" in missing:
            missing = [*(name for name in missing if name != "Flexion"), "Flexion"]
        for name in missing:
            for pose in self.poses:
                taken = len(chosen)
                if pose not in self.used and name in self.known.actions(pose) and not self.known.is_deep_backbend(pose):
                    self._take(chosen, "balance", pose, f"moves the spine {DIRECTIONS[name]}", self.seconds)
                if len(chosen) > taken:
                    break
        return chosen

    def _named(self, chosen: Iterable[ChosenPose], relation: str, inverse: str, does: str) -> Iterator[tuple[str, str]]:
        """Tell the poses that sources name for chosen ones, each with why."""
        for one in chosen:
            for pose, titles in sorted(self.known.related(one.planned.pose, relation, inverse).items()):
                if pose in self.poses:
                    yield pose, f"{does} {one.planned.label}, {' and '.join(sorted(titles))} say"

    def _resting(self, part: Part) -> list[ChosenPose]:
        """Choose one pose to open with or to rest in, of those for beginners or that no source names a level for."""
        for focus, position in _RESTING[part]:
            for pose in self.register:
                known = ox.NamedNode(YOGA + focus) in self.known.values(pose, "focus")
                if known and self._level(pose) in ("", *_EASIEST) and position in self._positions(pose):
                    chosen: list[ChosenPose] = []
                    self._take(chosen, part, pose, f"a pose of {focus.lower()}", self.seconds)
                    if chosen:
                        return chosen
        return []

    def _positions(self, pose: str) -> set[str]:
        """Return the base position of a pose by the register."""
        position = ox.NamedNode(YOGA + "basePosition")
        quads = self.graph.quads_for_pattern(ox.NamedNode(pose), position, None, ox.NamedNode(POSES_GRAPH))
        return {str(getattr(quad.object, "value", "")).removeprefix(YOGA) for quad in quads}

    def _take(self, chosen: list[ChosenPose], part: Part, pose: str, why: str, seconds: int) -> int:
        """Add a pose if it fits the time and nothing speaks against it; return the time that is left."""
        side: Literal["both"] | None = "both" if self.known.is_one_sided(pose) else None
        planned = PlannedPose(0, pose, self.known.label(pose), _HELD.get(part, 60), side)
        if pose in self.used or planned.lasts > seconds or not self._is_silent(pose):
            return seconds
        self.used.add(pose)
        chosen.append(ChosenPose(part, planned, why))
        return seconds - planned.lasts

    def _serves(self, pose: str) -> str | None:
        """Say how a pose serves the focus, or return None."""
        for relation, words in (("focus", "for"), ("spinalAction", "moves the spine in"), *((w, w) for w in _WORKS)):
            if self.aim in self.known.values(pose, relation):
                return f"{words} {self.known.label(self.aim.value)}"
        return None

    def _is_silent(self, pose: str) -> bool:
        """Tell whether nothing at all speaks against a pose for the people."""
        if not self.people:
            return True
        advice = advise(self.graph, pose, self.people)
        return advice.verdict == NOTHING and not advice.unread and not any(c.elsewhere for c in advice.conditions)

    def _level(self, pose: str) -> str:
        """Return the easiest level that a source names for a pose, or nothing."""
        return next(iter(self.known.levels(pose)), "")

    def _fame(self, pose: str) -> int:
        """Return how many sources describe a pose."""
        describes = ox.NamedNode(YOGA + "describes")
        return len({quad.subject for quad in self.graph.quads_for_pattern(None, describes, ox.NamedNode(pose), None)})

    def _placed(self, one: ChosenPose, number: int) -> ChosenPose:
        planned = one.planned
        told = self.known.levels(planned.pose)
        placed = PlannedPose(number, planned.pose, planned.label, planned.seconds, planned.side)
        level = f"named for {', '.join(told)}" if told else "no source names a level"
        return ChosenPose(one.part, placed, f"{one.reason}; {level} ({compress(planned.pose)})")


def _lasting(*chosen: ChosenPose) -> int:
    """Return how many seconds poses take together."""
    return sum(one.planned.lasts for one in chosen)


def _timed(one: ChosenPose, seconds: int) -> ChosenPose:
    """Let a pose take some seconds in all."""
    planned = one.planned
    each = seconds // 2 if planned.side else seconds
    return ChosenPose(one.part, PlannedPose(0, planned.pose, planned.label, each, planned.side), one.reason)
