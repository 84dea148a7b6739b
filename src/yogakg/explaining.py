"""What the graph says about a thing, each fact with the sentence behind it."""

from __future__ import annotations

import json
import re
import textwrap
from collections.abc import Callable, Iterator, Sequence
from dataclasses import asdict, dataclass, replace
from functools import cache, cached_property, lru_cache
from typing import Any, Final, Literal
from urllib.parse import unquote

import pyoxigraph as ox

from yogakg.answers import plain_value
from yogakg.finding import Labels, find_term
from yogakg.namespaces import POSES_GRAPH, PREFIXES, RISKS_GRAPH, TERMS_INFERRED_GRAPH, YOGA, compress

Status = Literal["stated", "inferred"]
Text = Callable[[str], str | None]

_INFERRED: Final = "/inferred"
_SOURCES: Final = PREFIXES["source"]
_POSES: Final = PREFIXES["pose"]
#: Where the register of poses is, with the risks of poses, and what follows from it.
_REGISTER: Final = (ox.NamedNode(POSES_GRAPH), ox.NamedNode(RISKS_GRAPH), ox.NamedNode(TERMS_INFERRED_GRAPH))
_CHARACTERS: Final = re.compile(r"char=([0-9]+),([0-9]+)")


def _node(prefix: str, name: str) -> ox.NamedNode:
    return ox.NamedNode(PREFIXES[prefix] + name)


_TYPE: Final = _node("rdf", "type")
_SUBPROPERTY: Final = _node("rdfs", "subPropertyOf")
_DEFINED_BY: Final = _node("rdfs", "isDefinedBy")
_EQUIVALENT: Final = _node("owl", "equivalentClass")
_INVERSE: Final = _node("owl", "inverseOf")
_ANNOTATED: Final = _node("owl", "annotatedSource")
_PROPERTY: Final = _node("owl", "annotatedProperty")
_TARGET: Final = _node("owl", "annotatedTarget")
_PASSAGE: Final = _node("prov", "wasDerivedFrom")
_EVIDENCE_CLASS: Final = _node("yoga", "evidenceClass")
_BROADER: Final = _node("skos", "broaderTransitive")
_PART_OF: Final = _node("yoga", "partOf")
_RULE: Final = _node("yoga", "extractedBy")
_CONDITION: Final = _node("yoga", "condition")
_ADVICE: Final = _node("yoga", "advice")
_CLAIM: Final = _node("yoga", "hasContraindication")
_BARRED: Final = _node("yoga", "contraindicatedFor")

#: What a node that is a claim is about, in the order of preference.
_ABOUT: Final = tuple(_node("yoga", name) for name in ("condition", "addresses", "text", "meaning"))
#: What qualifies a claim, and the word for it.
_DETAILS: Final = {
    "position": "position",
    "advice": "advice",
    "onset": "onset",
    "severity": "severity",
    "trimester": "trimester",
    "insteadUse": "instead",
    "usesProp": "prop",
    "breath": "breath",
    "side": "side",
    "element": "element",
    "certainty": "certainty",
    "circumstance": "circumstance",
}
#: The order in which people want to read about a pose; what is not listed comes last.
_ORDER: Final = (
    "type", "basePosition", "spinalAction", "focus", "level", "asymmetric", "practisedIn", "gaze", "hasNameElement",
    "firstAttestedIn", "hasContraindication", "hasRiskFeature", "stretches", "opens", "strengthens", "compresses",
    "massages", "mobilises", "tones", "lengthens", "decompresses", "relieves", "treats", "improves", "stimulates",
    "calms", "relaxes", "balances", "restores", "softens", "controls", "preparedBy", "startsFrom", "hasStep",
    "hasHold", "hasBreathing", "endsIn", "usesProp", "hasModification", "hasVariation", "variationOf", "followedBy",
    "follows", "counteredBy", "counters", "progressesTo", "regressesTo", "preparesFor",
)  # fmt: skip
#: Claims that are best read in the order of the text.
_IN_TEXT_ORDER: Final = ("hasNameElement", "hasModification", "hasBreathing")


@dataclass(frozen=True, slots=True)
class Evidence:
    """Where a source says a fact.

    ``start`` and ``end`` are characters of its text, or ``field`` is the value of a record, by its JSON Pointer;
    ``sentence`` is what stands there (None where the text is not at hand). ``rules`` are those by which it was read,
    ``kind`` is the kind of evidence, such as ``community data``.
    """

    source: str
    title: str
    start: int | None = None
    end: int | None = None
    sentence: str | None = None
    rules: tuple[str, ...] = ()
    field: str | None = None
    kind: str | None = None


@dataclass(frozen=True, slots=True)
class Fact:
    """One statement, with all places that make it.

    ``details`` qualify it, such as ``("onset", "recent")``. An inferred one has in ``because`` the words of
    the stated one it follows from, where it follows from one.
    """

    subject: str
    relation: str
    object: str
    subject_label: str
    relation_label: str
    object_label: str
    status: Status
    details: tuple[tuple[str, str], ...]
    evidence: tuple[Evidence, ...]
    because: str | None = None

    @property
    def words(self) -> str:
        """The object with what qualifies it, such as ``avoid: knee injury (onset: recent)``."""
        said = dict(self.details)
        text = self.object_label
        for name, form in (("advice", "{}: {}"), ("position", "{}. {}"), ("element", "{} = {}")):
            if name in said:
                text = form.format(said.pop(name), text)
        details = ", ".join(f"{name}: {value}" for name, value in said.items())
        return f"{text} ({details})" if details else text


@dataclass(frozen=True, slots=True)
class Explanation:
    """The facts about a thing, stated ones first within each property."""

    iri: str
    label: str
    facts: tuple[Fact, ...]

    def to_json(self) -> str:
        """Return the facts as a JSON object."""
        return json.dumps(asdict(self), ensure_ascii=False, indent=2)

    def to_text(self, *, width: int | None = None) -> str:
        """Return the facts for people, grouped by property, at most ``width`` characters wide."""
        return "\n".join(line for part in self._lines() for line in _wrap(part, width))

    def _lines(self) -> Iterator[tuple[int, str]]:
        yield 0, f"{self.label} ({compress(self.iri)})"
        if not self.facts:
            yield 0, "No loaded source speaks of this."
        group = None
        for fact in self.facts:
            heading = fact.relation_label
            if fact.subject != self.iri:
                heading = f"{fact.subject_label}: {heading}"
            if heading != group:
                group = heading
                yield 0, ""
                yield 0, heading
            follows = f" — inferred, because {fact.because}" if fact.because else " — inferred"
            yield 2, fact.words + (follows if fact.status == "inferred" else "")
            for evidence in fact.evidence:
                yield 4, cite(evidence)

    def __str__(self) -> str:
        return self.to_text()


def cite(evidence: Evidence) -> str:
    """Return a piece of evidence in words: the sentence, then where it stands."""
    place = [f"{evidence.title} ({evidence.kind})" if evidence.kind else evidence.title]
    if evidence.field is not None:
        place.append(f"field {evidence.field[1:].replace('~1', '/').replace('~0', '~')}")
    if evidence.start is not None:
        place.append(f"characters {evidence.start}–{evidence.end}")
    if evidence.rules:
        place.append(f"rule {', '.join(evidence.rules)}")
    said = f"“{' '.join(evidence.sentence.split())}” — " if evidence.sentence else ""
    return said + ", ".join(place)


def _wrap(line: tuple[int, str], width: int | None) -> list[str]:
    indent, text = " " * line[0], line[1]
    if width is None or not text:
        return [indent + text if text else ""]
    return textwrap.wrap(text, max(width, 20), initial_indent=indent, subsequent_indent=indent + "  ")


def explain(
    graph: ox.Store, name: str, *, text: Text = lambda source: None, graphs: Sequence[str] | None = None
) -> Explanation:
    """Gather what the sources say about a pose, or by a property, or about any other thing.

    ``name`` is any name of it; ``text`` returns the text of a source, for the sentences; ``graphs`` are the names of
    those that are looked at, all by default. Raises
    UnknownNameError for a name that means nothing or several things.
    """
    thing = find_term(graph, name, ("thing", "property"))
    reader = _Reader(graph, text, graphs)
    facts: dict[Fact, list[Evidence]] = {}
    for fact in reader.facts(thing):
        facts.setdefault(replace(fact, evidence=()), []).extend(fact.evidence)
    gathered = [replace(fact, evidence=tuple(sorted(found, key=_place))) for fact, found in facts.items()]
    return Explanation(thing.value, reader.label(thing), tuple(sorted(gathered, key=lambda fact: _order(fact, thing))))


def _place(evidence: Evidence) -> tuple[str, int]:
    return evidence.title, evidence.start or 0


def _order(fact: Fact, thing: ox.NamedNode) -> tuple[Any, ...]:
    name = re.split("[#/]", fact.relation)[-1]
    return (
        fact.subject != thing.value,
        fact.subject_label,
        _ORDER.index(name) if name in _ORDER else len(_ORDER),
        fact.relation_label,
        fact.status != "stated",
        [int(value) for detail, value in fact.details if detail == "position"],
        [_place(evidence) for evidence in fact.evidence] if name in _IN_TEXT_ORDER else [],
        fact.object_label,
        fact.details,
    )


class _Reader:
    """Reads facts and what stands behind them from a store."""

    def __init__(self, graph: ox.Store, text: Text, graphs: Sequence[str] | None) -> None:
        self.graph = graph
        self.graphs = None if graphs is None else frozenset(graphs)
        self.text = cache(text)
        self._labels = Labels(graph)

    def facts(self, thing: ox.NamedNode) -> Iterator[Fact]:
        """Yield the facts in which a thing is subject, property or object."""
        if self._first(thing, _DEFINED_BY) is not None and self._is_property(thing):
            quads = self._in_sources(None, thing, None)
        else:
            claims = [quad.subject for quad in self._in_sources(None, None, thing) if self._is_claim(quad.subject)]
            quads = [*self._in_sources(thing, None, None), *self._in_sources(None, None, thing)]
            quads += [quad for claim in claims for quad in self._in_sources(None, None, claim)]
        for quad in dict.fromkeys(quads):
            if not self._is_claim(quad.subject) and self._is_telling(quad, thing):
                yield self._fact(quad)

    # What counts as a fact

    def _in_sources(self, subject: Any, predicate: Any, value: Any) -> list[ox.Quad]:
        """Return what sources say, and what the register says of poses."""
        found = self.graph.quads_for_pattern(subject, predicate, value, None)
        return [quad for quad in found if self._is_source(quad.graph_name) or self._is_register(quad)]

    def _is_source(self, graph: Any) -> bool:
        """Say whether a graph is that of a source that is looked at."""
        is_source = isinstance(graph, ox.NamedNode) and graph.value.startswith(_SOURCES)
        return is_source and (self.graphs is None or graph.value in self.graphs)

    @staticmethod
    def _is_register(quad: ox.Quad) -> bool:
        is_pose = isinstance(quad.subject, ox.NamedNode) and quad.subject.value.startswith(_POSES)
        return is_pose and quad.graph_name in _REGISTER

    def _is_claim(self, node: object) -> bool:
        """Say whether a node stands for something in a document: a claim, an axiom, a passage."""
        return isinstance(node, ox.NamedNode) and node.value.startswith(_SOURCES)

    def _is_property(self, thing: ox.NamedNode) -> bool:
        return thing.value in self._properties

    @cached_property
    def _properties(self) -> dict[str, list[ox.NamedNode]]:
        """The properties of the ontology, each with those right below it."""
        kinds = (_node("owl", "ObjectProperty"), _node("owl", "DatatypeProperty"))
        names = (name for kind in kinds for name in self._subjects(_TYPE, kind) if name.value.startswith(YOGA))
        return {name.value: self._subjects(_SUBPROPERTY, name) for name in names}

    def _is_telling(self, quad: ox.Quad, thing: ox.NamedNode) -> bool:
        """Leave out what only says again, more broadly, what another fact says."""
        if quad.predicate == _TYPE:
            return self._first(quad.object, _EQUIVALENT) is not None
        if not self._is_property(quad.predicate) or self._is_claim(quad.subject):
            return False
        if quad.predicate.value == YOGA + "hasMention" or quad.predicate.value == YOGA + "describes":
            return False
        if not _is_inferred(quad) or quad.predicate == thing:
            return True
        if any(self._says(quad.object, inverse, quad.subject) for inverse in self._inverses(quad.predicate)):
            return False
        if any(self._says(quad.subject, below, quad.object) for below in self._below(quad.predicate)[1:]):
            return False
        if quad.predicate in self._below(_BARRED):
            # The contraindications themselves are told; for narrower conditions only to who asks for one.
            return quad.subject != thing and not any(
                self._says(claim, _CONDITION, quad.object) for claim in self._values(quad.subject, _CLAIM)
            )
        return True

    def _inverses(self, name: ox.NamedNode) -> list[ox.NamedNode]:
        return [*self._values(name, _INVERSE), *self._subjects(_INVERSE, name)]

    def _below(self, name: ox.NamedNode) -> list[ox.NamedNode]:
        """Return a property and all below it."""
        found = [name]
        for one in found:
            found += [below for below in self._properties.get(one.value, ()) if below not in found]
        return found

    def _says(self, subject: Any, predicate: Any, value: Any) -> bool:
        return next(self.graph.quads_for_pattern(subject, predicate, value, None), None) is not None

    # What a fact is made of

    def _fact(self, quad: ox.Quad) -> Fact:
        source = POSES_GRAPH if self._is_register(quad) else str(quad.graph_name)[1:-1].removesuffix(_INFERRED)
        claim = quad.object if self._is_claim(quad.object) else self._axiom(quad)
        about = self._about(quad.object) if self._is_claim(quad.object) else quad.object
        inferred = _is_inferred(quad)
        return Fact(
            subject=plain_value(quad.subject),
            relation=quad.predicate.value,
            object=plain_value(about),
            subject_label=self.label(quad.subject),
            relation_label="is a" if quad.predicate == _TYPE else self.label(quad.predicate),
            object_label=self.label(about),
            status="inferred" if inferred else "stated",
            details=tuple(self._details(claim)) if claim else (),
            evidence=tuple(self._evidence(claim, source)),
            because=self._because(quad, source) if inferred else None,
        )

    def _axiom(self, quad: ox.Quad) -> ox.NamedNode | None:
        for found in self.graph.quads_for_pattern(None, _ANNOTATED, quad.subject, quad.graph_name):
            axiom = found.subject
            if not isinstance(axiom, ox.NamedNode):
                continue
            if self._values(axiom, _PROPERTY) == [quad.predicate] and self._values(axiom, _TARGET) == [quad.object]:
                return axiom
        return None

    def _about(self, claim: Any) -> Any:
        return next((value for name in _ABOUT for value in self._values(claim, name)), claim)

    def _details(self, claim: Any) -> Iterator[tuple[str, str]]:
        for name, word in _DETAILS.items():
            for value in self._values(claim, _node("yoga", name)):
                yield word, self.label(value)

    def _evidence(self, claim: Any, source: str) -> Iterator[Evidence]:
        name = "register of poses" if source == POSES_GRAPH else self.label(ox.NamedNode(source))
        classes = self._values(ox.NamedNode(source), _EVIDENCE_CLASS)
        kind = self.label(classes[0]) if classes else None
        passages = self._values(claim, _PASSAGE) if claim else []
        if not passages:
            yield Evidence(source, name, kind=kind)
        for passage in passages:
            rules = tuple(self.label(rule) for rule in self._values(passage, _RULE))
            text = self.text(source)
            fragment = passage.value.partition("#")[2]
            if match := _CHARACTERS.fullmatch(fragment):
                start, end = int(match[1]), int(match[2])
                said = text[start:end] if text is not None else None
                yield Evidence(source, name, start, end, said, rules, kind=kind)
            elif fragment.startswith("/"):
                pointer = unquote(fragment)
                said = value_at(text, pointer) if text is not None else None
                yield Evidence(source, name, sentence=said, rules=rules, field=pointer, kind=kind)
            else:
                yield Evidence(source, name, rules=rules, kind=kind)

    def _because(self, quad: ox.Quad, source: str) -> str | None:
        """Return the stated fact of the same source from which one follows in one step, in words."""
        said = self.graph.quads_for_pattern(quad.subject, None, None, ox.NamedNode(source))
        candidates = sorted((one for one in said if one.predicate != _TYPE), key=str)
        for inverse in self._inverses(quad.predicate):
            if self._says(quad.object, inverse, quad.subject):
                return f"{self.label(quad.object)} {self.label(inverse)} {self.label(quad.subject)}"
        for one in candidates:
            same_object = one.object == quad.object
            if one.predicate in self._below(quad.predicate) and (
                same_object or self._is_within(one.object, quad.object)
            ):
                return f"{self.label(one.predicate)} {self.label(one.object)}"
            if quad.predicate in self._below(_BARRED) and self._is_claim(one.object):
                for condition in self._values(one.object, _CONDITION):
                    if condition == quad.object or self._says(quad.object, _BROADER, condition):
                        advice = " ".join(self.label(value) for value in self._values(one.object, _ADVICE))
                        return f"{advice}: {self.label(condition)}"
        return None

    def _is_within(self, part: Any, whole: Any) -> bool:
        return not isinstance(part, ox.Literal) and self._says(part, _PART_OF, whole)

    # Values and labels

    def _values(self, subject: Any, name: ox.NamedNode) -> list[Any]:
        if isinstance(subject, ox.Literal):
            return []
        found = {quad.object for quad in self.graph.quads_for_pattern(subject, name, None, None)}
        return sorted(found, key=str)

    def _subjects(self, name: ox.NamedNode, value: Any) -> list[Any]:
        return sorted({quad.subject for quad in self.graph.quads_for_pattern(None, name, value, None)}, key=str)

    def _first(self, subject: Any, name: ox.NamedNode) -> Any:
        return next(iter(self._values(subject, name)), None)

    def label(self, term: Any) -> str:
        """Return the English label of a term, or its text."""
        if not isinstance(term, ox.NamedNode):
            return plain_value(term)
        label = self._labels[term]
        return label.value if label else compress(term.value).rpartition(":")[2]


def value_at(text: str, pointer: str) -> str | None:
    """Return the text at a JSON Pointer (RFC 6901) in JSON, or None if there is none.

    >>> value_at('{"a/b": ["one", "two"]}', "/a~1b/1")
    'two'
    """
    value = _parse(text)
    for step in pointer.split("/")[1:]:
        name = step.replace("~1", "/").replace("~0", "~")
        if isinstance(value, list) and name.isdigit() and int(name) < len(value):
            value = value[int(name)]
        elif isinstance(value, dict) and name in value:
            value = value[name]
        else:
            return None
    return value if isinstance(value, str) else None


@lru_cache(maxsize=4)
def _parse(text: str) -> Any:
    return json.loads(text)


def _is_inferred(quad: ox.Quad) -> bool:
    return str(quad.graph_name).endswith(f"{_INFERRED}>")
