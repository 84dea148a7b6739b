"""JSON-LD 1.1, compact with the project's context, and framed: each pose and source with all that hangs on it.

PyLD gives the same, but takes a quarter of a minute for a hundred thousand triples, and frames
without bound where things name each other in circles.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Final

import pyoxigraph as ox

from yogakg import resources
from yogakg.namespaces import PREFIXES

_TYPE: Final = PREFIXES["rdf"] + "type"
_STRING: Final = PREFIXES["xsd"] + "string"
_NATIVE: Final = frozenset(PREFIXES["xsd"] + name for name in ("integer", "boolean"))


def write(triples: Iterable[ox.Triple]) -> str:
    """Write triples, in their order, as a JSON-LD document that holds its context."""
    context = _Context(json.loads(resources.read("ontology", "context.jsonld"))["@context"])
    frame = json.loads(resources.read("ontology", "frame.jsonld"))
    nodes = json.dumps(list(_Writer(triples, context, frame).nodes()), ensure_ascii=False, indent=1)
    # The context is long and always the same: a line an entry.
    entries = ",\n".join(f"  {json.dumps(name)}: {json.dumps(entry)}" for name, entry in context.definition.items())
    return f'{{\n "@context": {{\n{entries}\n }},\n "@graph": {nodes}\n}}\n'


@dataclass(frozen=True, slots=True)
class _Term:
    """A name that the context gives to a property: how its values are read, and in what they are kept."""

    name: str
    type: str | None = None
    is_set: bool = False
    by_language: bool = False


class _Context:
    def __init__(self, definition: Mapping[str, Any]) -> None:
        self.definition = definition
        self._vocabulary: str = definition["@vocab"]

    @cached_property
    def _prefixes(self) -> list[tuple[str, str]]:
        found = [
            (name, self._address(entry)) for name, entry in self.definition.items() if self._is_prefix(name, entry)
        ]
        return sorted(found, key=lambda pair: -len(pair[1]))

    @staticmethod
    def _is_prefix(name: str, entry: Any) -> bool:
        if isinstance(entry, dict):
            return bool(entry.get("@prefix"))
        return isinstance(entry, str) and not name.startswith("@") and entry.endswith(("/", "#"))

    @staticmethod
    def _address(entry: Any) -> str:
        return str(entry["@id"] if isinstance(entry, dict) else entry)

    def _expand(self, name: str) -> str:
        prefix, _, local = name.partition(":")
        space = self.definition.get(prefix)
        return self._address(space) + local if space and local else name

    @cached_property
    def terms(self) -> dict[str, _Term]:
        """The properties that the context names, by IRI."""
        found = {}
        for name, entry in self.definition.items():
            entry = {"@id": entry} if isinstance(entry, str) else entry
            if not isinstance(entry, dict) or "@id" not in entry or entry["@id"].startswith("@"):
                continue
            if not self._is_prefix(name, self.definition[name]):
                container = entry.get("@container", [])
                kind = entry.get("@type")
                found[self._expand(entry["@id"])] = _Term(
                    name,
                    kind if kind is None or kind.startswith("@") else self._expand(kind),
                    is_set="@set" in container,
                    by_language="@language" in container,
                )
        return found

    @cached_property
    def reverse(self) -> dict[str, str]:
        """The names of properties read backwards, by IRI."""
        return {
            self._expand(entry["@reverse"]): name
            for name, entry in self.definition.items()
            if isinstance(entry, dict) and "@reverse" in entry
        }

    def property(self, iri: str) -> _Term:
        """Return the name of a property, its IRI relative to the vocabulary if it has none."""
        return self.terms.get(iri) or _Term(self.word(iri))

    def word(self, iri: str) -> str:
        """Shorten the IRI of a class, property or value that stands where words of the vocabulary do."""
        return iri.removeprefix(self._vocabulary) if iri.startswith(self._vocabulary) else self.name(iri)

    def name(self, iri: str) -> str:
        """Shorten the IRI of a thing."""
        for prefix, space in self._prefixes:
            if iri.startswith(space) and len(iri) > len(space):
                return f"{prefix}:{iri[len(space) :]}"
        return iri


class _Writer:
    def __init__(self, triples: Iterable[ox.Triple], context: _Context, frame: Mapping[str, Any]) -> None:
        self.context = context
        self.frame = frame
        self.said: dict[Any, dict[str, list[Any]]] = {}
        #: Nodes that name a thing by a property that is read backwards, by that thing.
        self.pointing: dict[tuple[Any, str], list[Any]] = defaultdict(list)
        for triple in triples:
            values = self.said.setdefault(triple.subject, {})
            values.setdefault(triple.predicate.value, []).append(triple.object)
            if triple.predicate.value in context.reverse:
                self.pointing[triple.object, triple.predicate.value].append(triple.subject)

    def nodes(self) -> Iterator[dict[str, Any]]:
        """Yield the framed nodes, then those that stand in none of them."""
        kinds = set(self.frame["type"])
        framed = [subject for subject in self.said if kinds.intersection(map(self._word, self._types(subject)))]
        written: set[Any] = set(framed)
        for subject in framed:
            yield self._node(subject, self.frame, written)
        for subject in self.said:
            if subject not in written:
                yield self._node(subject, {}, written)

    def _types(self, subject: Any) -> list[Any]:
        return self.said[subject].get(_TYPE, [])

    def _node(self, subject: Any, frame: Mapping[str, Any], written: set[Any], came_by: str = "") -> dict[str, Any]:
        written.add(subject)
        node: dict[str, Any] = {"id": self._name(subject)}
        if types := self._types(subject):
            node["type"] = [self._word(one) for one in types]
        for predicate, values in self.said[subject].items():
            if predicate in (_TYPE, came_by):
                continue
            term = self._term(predicate, values)
            inner = frame.get(term.name)
            written_values = [
                self._node(value, inner, written)
                if inner is not None and value in self.said
                else self._value(value, term)
                for value in values
            ]
            node[term.name] = self._contain(values, written_values, term)
        for predicate, name in self.context.reverse.items():
            inner = frame.get(name)
            if inner is not None and (nodes := self.pointing.get((subject, predicate))):
                node[name] = [self._node(one, inner, written, predicate) for one in nodes]
        return node

    def _term(self, predicate: str, values: list[Any]) -> _Term:
        """Return the name of a property; one that keeps texts by language fits texts only."""
        term = self.context.property(predicate)
        texts = (
            isinstance(value, ox.Literal) and (value.language or value.datatype.value == _STRING) for value in values
        )
        return term if not term.by_language or all(texts) else _Term(self.context.word(predicate))

    def _contain(self, values: list[Any], written: list[Any], term: _Term) -> Any:
        if term.by_language:
            by_language: dict[str, list[str]] = {}
            for value in values:
                by_language.setdefault(value.language or "@none", []).append(value.value)
            return by_language
        return written if term.is_set or len(written) > 1 else written[0]

    def _value(self, value: Any, term: _Term) -> Any:
        if not isinstance(value, ox.Literal):
            if term.type == "@vocab":
                return self._word(value)
            return self._name(value) if term.type == "@id" else {"id": self._name(value)}
        datatype = value.datatype.value
        if value.language:
            return {"@value": value.value, "@language": value.language}
        if datatype == term.type:
            return value.value
        if datatype in _NATIVE and (native := _native(value.value)) is not None:
            return native if term.type is None else {"@value": native}
        if datatype == _STRING:
            return value.value if term.type is None else {"@value": value.value}
        return {"@value": value.value, "@type": self._word(value.datatype)}

    def _name(self, term: Any) -> str:
        return f"_:{term.value}" if isinstance(term, ox.BlankNode) else self.context.name(term.value)

    def _word(self, term: Any) -> str:
        return f"_:{term.value}" if isinstance(term, ox.BlankNode) else self.context.word(term.value)


def _native(lexical: str) -> int | bool | None:
    """Return a number or boolean that JSON writes with these very characters, if there is one."""
    if lexical in ("true", "false"):
        return lexical == "true"
    plain = lexical.removeprefix("-")
    is_plain = plain.isascii() and plain.isdigit() and len(plain) < 16
    return int(lexical) if is_plain and str(int(lexical)) == lexical else None
