"""Questions to the graph: those of the catalogue, with names of things for parameters, and free SPARQL."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path
from typing import Final

import pyoxigraph as ox

from yogakg.answers import Rows, Term
from yogakg.errors import QueryError
from yogakg.finding import Labels, find_term
from yogakg.namespaces import PREFIXES, YOGA
from yogakg.questions import Parameter, Question, find_question

Value = str | int | float | bool


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


def query(
    graph: ox.Store,
    asked: str | Path | Question,
    /,
    *,
    graphs: Sequence[str] | None = None,
    **parameters: Value | None,
) -> Rows:
    """Ask a question of the catalogue by name, or of a file, or a SPARQL query in full.

    ``graphs`` are the names of those that the answer is taken from, all by default; see ``Store.graphs``.
    Parameters that are None are left open, and so are columns such as ``poseLabel`` beside ``pose``, which are
    filled with the labels. Our prefixes need no declaration, and a query sees the
    union of all graphs. Raises QueryError for an unknown or malformed query or parameter and for
    one that would change something or leave the store, UnknownNameError for an unknown name.
    """
    question = asked if isinstance(asked, Question) else find_question(asked)
    values = {
        name: parameter_term(graph, question.parameter(name), value)
        for name, value in question.fill(parameters).items()
    }
    check(question.text)
    rows = ask(graph, question.bind(values), graphs=graphs)
    notes = [note for about, note in question.notes if (not about and rows) or parameters.get(about) is not None]
    if not rows and rows.kind == "select" and question.title:
        notes.insert(0, question.empty or "No loaded source speaks of this.")
    return Rows(rows.columns, _label(graph, rows), rows.kind, tuple(notes), question.merge)


def _label(graph: ox.Store, rows: Rows) -> tuple[tuple[Term | None, ...], ...]:
    """Fill each column ``…Label`` that the query leaves open with the labels of the column it is named after.

    A query that joined labels itself would give a row for each source that names a thing, and take
    ten times as long.
    """
    at = {name: index for index, name in enumerate(rows.columns)}
    open_columns = {at[name]: at[name.removesuffix("Label")] for name in at if name.removesuffix("Label") in at}
    open_columns = {label: thing for label, thing in open_columns.items() if label != thing}
    labels = Labels(graph)

    def cell(terms: tuple[Term | None, ...], index: int) -> Term | None:
        thing = terms[open_columns[index]] if index in open_columns and terms[index] is None else None
        return labels[thing] if isinstance(thing, ox.NamedNode) else terms[index]

    return tuple(tuple(cell(terms, index) for index in range(len(terms))) for terms in rows.terms)


def ask(graph: ox.Store, text: str, *, graphs: Sequence[str] | None = None) -> Rows:
    """Evaluate a SPARQL query that is known to be harmless, over some graphs or all.

    Raises QueryError if it cannot be evaluated.
    """
    try:
        if graphs is None:
            answer = graph.query(text, prefixes=PREFIXES, use_default_graph_as_union=True)
        else:
            named: list[ox.NamedNode | ox.BlankNode] = [ox.NamedNode(name) for name in graphs]
            answer = graph.query(text, prefixes=PREFIXES, default_graph=[*named], named_graphs=named)
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
