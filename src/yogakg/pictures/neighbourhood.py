"""What stands around a thing: its neighbours in groups, each with what the sources say."""

from __future__ import annotations

import re
import tomllib
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from importlib.resources import files
from typing import Any, Final

import pyoxigraph as ox

from yogakg import resources
from yogakg.explaining import Fact, Status, Text, cite, explain
from yogakg.finding import find_term
from yogakg.namespaces import PREFIXES, compress
from yogakg.querying import query

#: Kinds of thing that have a picture.
KINDS: Final = ("pose", "region", "condition", "function", "state")
#: The question about the safety of a kind of thing: it gives the notes.
_SAFETY: Final = {"pose": "contraindications", "condition": "avoid-for"}
_NAMED: Final = ox.NamedNode(PREFIXES["skos"] + "prefLabel")
#: Details that are plain without their names.
_PLAIN: Final = ("onset", "severity", "trimester", "circumstance", "certainty")
_ADVICE: Final = ("avoid", "caution", "modify")
#: How many passages are told of one neighbour.
_MOST_TOLD: Final = 4


@dataclass(frozen=True, slots=True)
class Neighbour:
    """A thing beside another one.

    ``notes`` qualify what is said, such as ``recent``; ``sources`` is how many say so, none for what
    the vocabulary itself says; ``told`` are the sentences, with where they stand.
    """

    label: str
    iri: str
    notes: tuple[str, ...]
    status: Status
    sources: int = 0
    told: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Group:
    """Neighbours of one relation, stated ones and then the most supported ones first.

    ``more`` is how many others there are. ``mark`` is the advice that they all stand for, if they do.
    """

    title: str
    mark: str
    neighbours: tuple[Neighbour, ...]
    more: int = 0


@dataclass(frozen=True, slots=True)
class Band:
    """Groups that stand together: what comes before, what comes after, who should take care ….

    ``side`` is left or right of the thing, or empty for what stands below.
    """

    name: str
    title: str
    side: str
    groups: tuple[Group, ...]


@dataclass(frozen=True, slots=True)
class Neighbourhood:
    """A thing with all that stands around it. ``left`` says what is known of it and not drawn."""

    iri: str
    label: str
    kind: str
    names: tuple[str, ...]
    traits: tuple[str, ...]
    bands: tuple[Band, ...]
    notes: tuple[str, ...]
    left: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Said:
    """One fact, seen from the thing in the middle: ``key`` is its relation, with ^ before an inverse one."""

    key: str
    label: str
    iri: str
    notes: tuple[str, ...]
    status: Status
    sources: frozenset[str]
    told: tuple[str, ...]


@cache
def _table() -> dict[str, Any]:
    return tomllib.loads(files(__package__).joinpath("groups.toml").read_text(encoding="utf-8"))


def gather(graph: ox.Store, name: str, *, text: Text = lambda source: None) -> Neighbourhood:
    """Gather what stands around a pose, region, condition, function or state.

    ``name`` is any name of it; ``text`` returns the text of a source, for the sentences. Raises
    UnknownNameError for a name that means nothing, several things, or a thing of another kind.
    """
    thing = find_term(graph, name, KINDS)
    kind = compress(thing.value).partition(":")[0]
    told = explain(graph, thing.value, text=text)
    said: list[_Said] = [*_read(told.facts, thing.value), *_ordered(graph, thing.value)]
    if kind == "condition":
        said += _related_advice(graph, thing.value, text)
    table = _table()
    drawn = {key for band in table["band"] for group in band["groups"] for key in group["said"]}
    hidden = {*table["card"], *table["left_out"]}
    left = Counter(
        fact.relation_label
        for fact in told.facts
        if _key(fact, thing.value) not in drawn and _local(fact) not in hidden
    )
    return Neighbourhood(
        thing.value,
        told.label,
        kind,
        _names(graph, thing, told.label),
        _traits(told.facts, thing.value),
        tuple(_bands(said)),
        _notes(graph, thing.value, kind),
        tuple(f"{count} × {relation}" for relation, count in sorted(left.items())),
    )


def _local(fact: Fact) -> str:
    return re.split("[#/]", fact.relation)[-1]


def _key(fact: Fact, thing: str) -> str:
    """Return the relation of a fact, a contraindication going by its advice."""
    details = dict(fact.details)
    name = details.get("advice", _local(fact))
    if fact.subject == thing:
        return name
    # A thing that is neither subject nor object is named by a claim about another one.
    return "^insteadUse" if fact.object != thing and "instead" in details else f"^{name}"


def _read(facts: Iterable[Fact], thing: str) -> Iterator[_Said]:
    for fact in facts:
        key = _key(fact, thing)
        details = [(name, value) for name, value in fact.details if name not in ("advice", "position", "element")]
        notes = [value if name in _PLAIN else f"{name}: {value}" for name, value in details]
        if key == "^insteadUse":
            notes = [fact.words]
        outward = fact.subject == thing
        yield _Said(
            key,
            fact.object_label if outward else fact.subject_label,
            fact.object if outward else fact.subject,
            tuple(notes),
            fact.status,
            frozenset(one.source for one in fact.evidence),
            tuple(f"{fact.status}: {cite(one)}" for one in fact.evidence)
            + ((f"because {fact.because}",) if fact.because else ()),
        )


def _ordered(graph: ox.Store, thing: str) -> Iterator[_Said]:
    """Yield the terms right above and below one, as the vocabulary or a source orders them."""
    text = resources.read("queries", "pictures/order.rq").decode()
    for row in query(graph, text, thing=thing):
        label = row.neighbourLabel or compress(row.neighbour)
        yield _Said(row.said, label, row.neighbour, (), "stated", frozenset(), ("the vocabulary of terms",))


def _related_advice(graph: ox.Store, condition: str, text: Text) -> Iterator[_Said]:
    """Yield what is advised for broader conditions, which counts for this one, and for narrower ones.

    The latter does not count, but nobody with the condition should miss it.
    """
    related = {row.claimedFor: row.basis for row in query(graph, "avoid-for", condition=condition)}
    for other, basis in sorted(related.items()):
        if other == condition:
            continue
        told = explain(graph, other, text=text)
        for said in _read((fact for fact in told.facts if fact.object == other), other):
            advice = said.key.removeprefix("^")
            if advice not in _ADVICE:
                continue
            if basis == "broader condition":
                yield replace(said, key=advice, notes=(*said.notes, f"said of {told.label}"), status="inferred")
            else:
                yield replace(said, key=f"narrower {advice}", notes=(f"for {told.label}", *said.notes))


def _bands(said: Sequence[_Said]) -> Iterator[Band]:
    """Put what is said into the groups of the table; groups and bands without any are left out."""
    by_key: dict[str, list[_Said]] = defaultdict(list)
    for one in said:
        by_key[one.key].append(one)
    table = _table()
    advice = [(one.iri, one.key.removeprefix("^")) for one in said]
    barred = {thing: [one for one in _ADVICE if (thing, one) in advice] for thing, name in advice if name in _ADVICE}
    for band in table["band"]:
        groups = []
        for group in band["groups"]:
            found = _join(one for key in group["said"] for one in by_key[key])
            if not band.get("all"):
                found = [_warn(one, barred) for one in found]
            shown = found if band.get("all") else _most(found, table["most"], table["most_inferred"])
            if found:
                groups.append(Group(group["title"], group.get("mark", ""), tuple(shown), len(found) - len(shown)))
        if groups:
            yield Band(band["name"], band["title"], band.get("side", ""), tuple(groups))


def _most(found: list[Neighbour], most: int, inferred: int) -> list[Neighbour]:
    """Return the first ones; nobody counts one that could stand in the line of the count."""
    stated = sum(one.status == "stated" for one in found)
    shown = min(most, stated + inferred)
    return found if len(found) <= shown + 1 else found[:shown]


def _warn(one: Neighbour, barred: dict[str, list[str]]) -> Neighbour:
    """Let what is said to do good not hide that a source also advises against it."""
    return replace(one, notes=(*one.notes, f"but see {', '.join(barred[one.iri])}")) if one.iri in barred else one


def _join(said: Iterable[_Said]) -> list[Neighbour]:
    """Make one neighbour of what is said of the same thing in the same words; what is stated needs no inference."""
    same: dict[tuple[str, tuple[str, ...]], list[_Said]] = defaultdict(list)
    for one in said:
        same[one.iri, one.notes].append(one)
    joined = []
    for (iri, notes), ones in same.items():
        best = [one for one in ones if one.status == "stated"] or ones
        sources = len(frozenset().union(*(one.sources for one in best)))
        told = sorted({line for one in best for line in one.told})
        rest = [f"and {len(told) - _MOST_TOLD} more passages"] if len(told) > _MOST_TOLD else []
        joined.append(Neighbour(best[0].label, iri, notes, best[0].status, sources, (*told[:_MOST_TOLD], *rest)))
    return sorted(joined, key=lambda one: (one.status != "stated", -one.sources, one.label, one.iri, one.notes))


def _names(graph: ox.Store, thing: ox.NamedNode, label: str) -> tuple[str, ...]:
    """Return the preferred names of a thing in other languages, Latin letters first."""
    found = {quad.object for quad in graph.quads_for_pattern(thing, _NAMED, None, None)}
    names = sorted(one.value for one in found if isinstance(one, ox.Literal) and one.language != "en")
    return tuple(name for name in dict.fromkeys(names) if name != label)


def _traits(facts: Iterable[Fact], thing: str) -> tuple[str, ...]:
    card = _table()["card"]
    found = [fact for fact in facts if fact.subject == thing and _local(fact) in card]
    return tuple(dict.fromkeys(fact.object_label for fact in sorted(found, key=lambda fact: card.index(_local(fact)))))


def _notes(graph: ox.Store, thing: str, kind: str) -> tuple[str, ...]:
    if kind not in _SAFETY:
        return (_table()["note"],)
    return query(graph, _SAFETY[kind], **{kind: thing}).notes
