"""Questions to the graph: those of the catalogue, with names of things for parameters, and free SPARQL."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import pyoxigraph as ox

from yogakg.answers import Rows, plain_value
from yogakg.errors import QueryError, UnknownNameError
from yogakg.namespaces import PREFIXES, YOGA, compress, expand
from yogakg.questions import CLASSES, Parameter, Question, find_question

Value = str | int | float | bool


@dataclass(frozen=True, slots=True)
class Match:
    """A thing that a name may mean. ``preferred`` says that the name is its preferred one."""

    iri: str
    label: str
    kind: str
    preferred: bool


_NAMES_OF: Final = """
SELECT ?thing ?class ?relation ?label {
  VALUES ?class { %s }
  ?thing a ?class .
  VALUES ?relation { skos:prefLabel skos:altLabel skos:hiddenLabel dcterms:title yoga:fileName }
  ?thing ?relation ?label
}"""
_NAMES_OF_PROPERTIES: Final = """
SELECT ?thing ?class ?relation ?label {
  VALUES ?class { owl:ObjectProperty owl:DatatypeProperty }
  ?thing a ?class ; rdfs:isDefinedBy <https://w3id.org/yogakg/ontology> .
  VALUES ?relation { rdfs:label }
  ?thing ?relation ?label
}"""
_NAMES_OF_KINDS: Final = """
SELECT ?thing ?class ?relation ?label {
  { ?thing owl:equivalentClass ?definition } UNION { VALUES ?thing { yoga:Pose yoga:PoseSequence } }
  VALUES ?class { owl:Class }
  VALUES ?relation { rdfs:label }
  ?thing ?relation ?label
}"""


def find_term(graph: ox.Store, name: str, types: Sequence[str] = ("thing",)) -> ox.NamedNode:
    """Return the one thing of the given types that a name means: a label in any language, an IRI or a CURIE.

    Raises UnknownNameError with suggestions if nothing is meant, or with candidates if several things are.
    """
    names = _Names(graph, types)
    found = names.matches(name) or names.poses(name)
    if len(found) > 1:
        preferred = [match for match in found if match.preferred]
        found = preferred if len(preferred) == 1 else found
    if len(found) == 1:
        return ox.NamedNode(found[0].iri)
    if found:
        labels = [match.label for match in found]
        distinct = len({label.casefold() for label in labels}) == len(labels)
        raise UnknownNameError(name, labels if distinct else [compress(m.iri) for m in found], ambiguous=True)
    raise UnknownNameError(name, names.suggestions(name))


def find_matches(graph: ox.Store, name: str, types: Sequence[str] = ("thing", "property")) -> list[Match]:
    """Return all things of the given types that a name may mean, sorted by IRI."""
    names = _Names(graph, types)
    return names.matches(name) or names.poses(name)


class _Names:
    """The names of all things of some types in a store."""

    def __init__(self, graph: ox.Store, types: Sequence[str]) -> None:
        self._labels: dict[str, list[tuple[str, bool]]] = {}
        self._kinds: dict[str, str] = {}
        self._has_poses = "pose" in types or "thing" in types
        for query in self._queries(types):
            for row in ask(graph, query).terms:
                thing, kind, relation, label = (plain_value(term) for term in row)
                # The pattern by which a label is preferred differs for things, properties and sources.
                preferred = relation.endswith(("prefLabel", "label", "title"))
                self._kinds.setdefault(thing, kind)
                self._labels.setdefault(thing, []).append((label, preferred))

    @staticmethod
    def _queries(types: Sequence[str]) -> Iterator[str]:
        classes = sorted({f"yoga:{name}" for one in types for name in CLASSES.get(one, ())})
        if classes:
            yield _NAMES_OF % " ".join(classes)
        if "property" in types:
            yield _NAMES_OF_PROPERTIES
        if "kind" in types:
            yield _NAMES_OF_KINDS

    def matches(self, name: str) -> list[Match]:
        """Return what a name may mean: by IRI or CURIE, else as written, else folded."""
        from yogakg.lexicon import fold

        plain = name.strip()
        for iri in (plain.removeprefix("<").removesuffix(">"), expand(plain)):
            if iri in self._kinds:
                return [self._match(iri, preferred=True)]
        for key in (str.casefold, fold):
            wanted = key(plain)
            found = {
                thing: any(preferred for label, preferred in labels if key(label) == wanted)
                for thing, labels in self._labels.items()
                if wanted and any(key(label) == wanted for label, _ in labels)
            }
            if found:
                return [self._match(thing, preferred=found[thing]) for thing in sorted(found)]
        return []

    def poses(self, name: str) -> list[Match]:
        """Return the poses that a name may mean in another spelling than the registered ones."""
        from yogakg.names import PoseNames

        if not self._has_poses:
            return []
        resolved = PoseNames.shipped().resolve(name)
        found = [resolved.iri] if resolved.iri else [candidate.iri for candidate in resolved.candidates]
        return [self._match(iri, preferred=False) for iri in found if iri in self._kinds]

    def suggestions(self, name: str) -> list[str]:
        """Return up to three preferred labels near a name."""
        from difflib import get_close_matches

        by_key = {label.casefold(): thing for thing, labels in self._labels.items() for label, _ in labels}
        near = get_close_matches(name.strip().casefold(), by_key, n=5, cutoff=0.6)
        return list(dict.fromkeys(self._label(by_key[key]) for key in near))[:3]

    def _match(self, thing: str, *, preferred: bool) -> Match:
        return Match(thing, self._label(thing), self._kinds[thing], preferred)

    def _label(self, thing: str) -> str:
        labels = self._labels[thing]
        return min((label for label, preferred in labels if preferred), key=_latin_first, default=labels[0][0])


def _latin_first(label: str) -> tuple[bool, bool, str]:
    """Sort ASCII before accented Latin before other scripts: the English label comes first."""
    return (not label.isascii(), any(ord(character) > 0x24F for character in label), label)


def parameter_term(graph: ox.Store, parameter: Parameter, value: Value) -> ox.NamedNode | ox.Literal:
    """Turn the value of a parameter into an RDF term.

    Raises QueryError for a value that is not of the type, UnknownNameError for a name that is not known.
    """
    text = str(value).strip()
    types = parameter.types
    if parameter.choices:
        if text not in parameter.choices:
            raise QueryError(f"{parameter.name}: '{text}' is none of {', '.join(parameter.choices)}.")
        return ox.NamedNode(YOGA + text)
    if types == ("string",):
        return ox.Literal(str(value))
    if types == ("integer",):
        if not re.fullmatch(r"[+-]?[0-9]{1,18}", text):
            raise QueryError(f"{parameter.name}: '{text}' is not a whole number.")
        return ox.Literal(int(text))
    if types == ("boolean",):
        if text.lower() not in ("true", "false", "yes", "no"):
            raise QueryError(f"{parameter.name}: '{text}' is neither true nor false.")
        return ox.Literal(text.lower() in ("true", "yes"))
    return find_term(graph, text, types)


def query(graph: ox.Store, asked: str | Path | Question, /, **parameters: Value | None) -> Rows:
    """Ask a question of the catalogue by name, or of a file, or a SPARQL query in full.

    Parameters that are None are left open. Our prefixes need no declaration, and a query sees the
    union of all graphs. Raises QueryError for an unknown or malformed query or parameter and for
    one that would change something or leave the store, UnknownNameError for an unknown name.
    """
    question = asked if isinstance(asked, Question) else find_question(asked)
    given = {name: value for name, value in parameters.items() if value is not None}
    for name in given:
        question.parameter(name)
    values = {}
    for parameter in question.parameters:
        value = given.get(parameter.name, parameter.default)
        if value is not None:
            values[parameter.name] = parameter_term(graph, parameter, value)
        elif parameter.required:
            raise QueryError(
                f"'{question.name}' needs the parameter '{parameter.name}': {parameter.description}. {question.usage()}"
            )
    check(question.text)
    rows = ask(graph, question.bind(values))
    notes = [note for about, note in question.notes if (not about and rows) or about in given]
    if not rows and rows.kind == "select" and question.title:
        notes.insert(0, question.empty or "No loaded source speaks of this.")
    return Rows(rows.columns, rows.terms, rows.kind, tuple(notes), question.merge)


def ask(graph: ox.Store, text: str) -> Rows:
    """Evaluate a SPARQL query that is known to be harmless. Raises QueryError if it cannot be evaluated."""
    try:
        answer = graph.query(text, prefixes=PREFIXES, use_default_graph_as_union=True)
        if isinstance(answer, ox.QueryBoolean):
            return Rows(("answer",), ((ox.Literal(bool(answer)),),), "ask")
        if isinstance(answer, ox.QueryTriples):
            found = {(t.subject, t.predicate, t.object): None for t in answer}
            return Rows(("subject", "predicate", "object"), tuple(sorted(found, key=str)), "graph")
        return Rows(tuple(variable.value for variable in answer.variables), tuple(tuple(row) for row in answer))
    except SyntaxError as error:
        raise QueryError(_explain_syntax(text, str(error))) from None
    except (OSError, RuntimeError, ValueError) as error:
        raise QueryError(f"The query cannot be answered: {error}.") from None


def _explain_syntax(text: str, report: str) -> str:
    """Say where a query is not understood, and show the line."""
    match = re.search(r"at (\d+):(\d+)", report)
    if not match:
        return f"The query is not SPARQL 1.1: {report}."
    line, column = int(match[1]), int(match[2])
    lines = text.splitlines() or [""]
    shown = lines[line - 1] if line <= len(lines) else ""
    problem = "this is not understood"
    if "Prefix not found" in report:
        problem = "this prefix is not declared"
    elif not shown[column - 1 :].strip() and line >= len(lines):
        problem = "the query ends too early"
    pointer = " " * (column - 1) + "^"
    return f"SPARQL syntax error in line {line}, column {column}: {problem}.\n  {shown}\n  {pointer}"


#: The parts of a query, as far as needed to tell its keywords from its texts and names.
_TOKENS: Final = re.compile(
    r"""
      (?P<comment>\#[^\n\r]*)
    | (?P<string>\"\"\"(?:[^"\\]|\\.|\"(?!\"\"))*\"\"\"|'''(?:[^'\\]|\\.|'(?!''))*'''
        |"(?:[^"\\\n\r]|\\.)*"|'(?:[^'\\\n\r]|\\.)*')
    | (?P<iri><(?:[^\x00-\x20<>"{}|^`\\]|\\u[0-9A-Fa-f]{4}|\\U[0-9A-Fa-f]{8})*>)
    | (?P<variable>[?$]\w+)
    | (?P<name>(?P<prefix>[\w.\-]*):(?:(?:[\w:%]|\\.)(?:[\w.\-:%]|\\.)*)?)
    | (?P<tag>@[A-Za-z\-]+)
    | (?P<word>\w+)
    | (?P<other>.)
    """,
    re.VERBOSE | re.DOTALL,
)
_UPDATES: Final = frozenset({"INSERT", "DELETE", "LOAD", "CLEAR", "DROP", "CREATE", "ADD", "MOVE", "COPY", "WITH"})


def check(text: str) -> None:
    """Refuse a query that would change something, or would read what is not in the store.

    A prefix may not hold such a keyword either: oxigraph reads ``SERVICEex:a`` as the keyword and a
    name, where the grammar asks for a blank between them. Raises QueryError.
    """
    begun = False
    for token in _TOKENS.finditer(text):
        if token.lastgroup not in ("word", "name"):
            continue
        word = (token["word"] or token["prefix"] or "").upper()
        if token["word"] and not begun and word not in ("PREFIX", "BASE"):
            begun = True
            if word in _UPDATES:
                raise QueryError(
                    f"{word} would change the store, but a query only reads. Use 'yogakg load' or 'unload'."
                )
        if "SERVICE" in word:
            raise QueryError(
                "SERVICE would send the query to another computer, so it is refused. Load that data instead."
            )
        if word.startswith("FROM"):
            raise QueryError(
                "FROM would read another data set, so it is refused. Ask one graph of the store with GRAPH."
            )
