"""Answers to queries: rows of RDF terms, and the forms people and programs want them in."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from operator import itemgetter
from typing import TYPE_CHECKING, Any, Final, Literal, overload
from urllib.parse import unquote

import pyoxigraph as ox

from yogakg.errors import MissingExtraError, QueryError
from yogakg.namespaces import PREFIXES, compress

if TYPE_CHECKING:
    import pandas as pd

Term = ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple
Kind = Literal["select", "ask", "graph"]

_XSD: Final = PREFIXES["xsd"]
_INTEGERS: Final = frozenset(
    _XSD + name
    for name in ("integer", "int", "long", "short", "byte", "nonNegativeInteger", "positiveInteger", "unsignedInt")
)
_PASSAGE: Final = re.compile(r"#(?:char=([0-9]+),([0-9]+)|(/.*))$")
_FLOATS: Final = frozenset(_XSD + name for name in ("decimal", "double", "float"))


class Row(tuple[Any, ...]):
    """One row of an answer: a tuple whose values are also reached by the names of their columns.

    IRIs and texts are ``str``, numbers and booleans their Python types, and what is not bound is None.
    """

    __slots__ = ()
    _columns: tuple[str, ...] = ()

    def keys(self) -> tuple[str, ...]:
        """Return the names of the columns, so that ``dict(row)`` works."""
        return self._columns

    @overload
    def __getitem__(self, key: str) -> Any: ...
    @overload
    def __getitem__(self, key: Any) -> Any: ...
    def __getitem__(self, key: Any) -> Any:
        if isinstance(key, str):
            try:
                return super().__getitem__(self._columns.index(key))
            except ValueError:
                raise KeyError(key) from None
        return super().__getitem__(key)

    def __getattr__(self, name: str) -> Any:
        raise AttributeError(f"no column {name!r}; there are {', '.join(self._columns)}")

    def __repr__(self) -> str:
        return "Row(" + ", ".join(f"{name}={value!r}" for name, value in zip(self._columns, self, strict=True)) + ")"


def _row_class(columns: tuple[str, ...]) -> type[Row]:
    # Properties come before the methods of tuple: a column may be called "count" or "index".
    named = {name: property(itemgetter(index)) for index, name in enumerate(columns) if name != "keys"}
    return type("Row", (Row,), {"__slots__": (), **named, "_columns": columns})


@dataclass(frozen=True, slots=True)
class Rows(Sequence[Row]):
    """The answer to a query.

    Iterating gives a ``Row`` for each solution, ``terms`` holds the RDF terms themselves. The answer
    of ASK has one row with one column ``answer``, and is true or false as a whole; triples of
    CONSTRUCT and DESCRIBE have the columns ``subject``, ``predicate`` and ``object``.
    ``notes`` are sentences a reader must see with the answer; ``merge`` names columns whose values
    the table joins where rows differ in nothing else.
    """

    columns: tuple[str, ...]
    terms: tuple[tuple[Term | None, ...], ...]
    kind: Kind = "select"
    notes: tuple[str, ...] = ()
    merge: tuple[str, ...] = ()
    _row: type[Row] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_row", _row_class(self.columns))

    def __len__(self) -> int:
        return len(self.terms)

    def __iter__(self) -> Iterator[Row]:
        for terms in self.terms:
            yield self._row(python_value(term) for term in terms)

    @overload
    def __getitem__(self, index: int) -> Row: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[Row]: ...
    def __getitem__(self, index: int | slice) -> Row | Sequence[Row]:
        if isinstance(index, slice):
            return Rows(self.columns, self.terms[index], self.kind, self.notes, self.merge)
        return self._row(python_value(term) for term in self.terms[index])

    def __bool__(self) -> bool:
        return self.truth if self.kind == "ask" else bool(self.terms)

    @property
    def truth(self) -> bool:
        """The answer of ASK."""
        return self.kind == "ask" and python_value(self.terms[0][0]) is True

    def to_json(self) -> str:
        """Return SPARQL 1.1 query results in JSON."""
        if self.kind == "ask":
            return json.dumps({"head": {}, "boolean": self.truth}, indent=2)
        bindings = [
            {name: _json_term(term) for name, term in zip(self.columns, terms, strict=True) if term is not None}
            for terms in self.terms
        ]
        answer = {"head": {"vars": list(self.columns)}, "results": {"bindings": bindings}}
        return json.dumps(answer, ensure_ascii=False, indent=2)

    def to_csv(self) -> str:
        """Return SPARQL 1.1 query results in CSV: a line of names, then plain values."""
        import csv
        import io

        buffer = io.StringIO()
        writer = csv.writer(buffer)
        writer.writerow(self.columns)
        writer.writerows([plain_value(term) for term in terms] for terms in self.terms)
        return buffer.getvalue()

    def to_turtle(self) -> str:
        """Return the triples of CONSTRUCT or DESCRIBE as Turtle. Raises QueryError for other answers."""
        if self.kind != "graph":
            raise QueryError("Only CONSTRUCT and DESCRIBE answer with triples that can be written as Turtle.")
        from yogakg.writers import WRITERS

        return WRITERS["turtle"](ox.Quad(*terms) for terms in self.terms)  # type: ignore[arg-type]

    def to_pandas(self) -> pd.DataFrame:
        """Return a data frame. Raises MissingExtraError without pandas."""
        try:
            import pandas
        except ImportError:
            raise MissingExtraError("A data frame", "notebook") from None
        return pandas.DataFrame([tuple(row) for row in self], columns=list(self.columns))

    def to_table(self, *, width: int | None = None) -> str:
        """Return a table for people: labels in place of IRIs, like rows joined, at most ``width`` characters wide."""
        from yogakg.tables import table

        return table(*self.display(), width=width)

    def display(self) -> tuple[tuple[str, ...], list[tuple[str, ...]]]:
        """Return headings and cells as people read them.

        A column and its ``…Label`` become one, an IRI is shortened, and rows that differ only in
        their source or in a ``merge`` column become one.
        """
        at = {name: index for index, name in enumerate(self.columns)}
        shown = [name for name in self.columns if not _labels(name, at)]
        cells = []
        for terms in self.terms:
            label = {name: terms[at[f"{name}Label"]] for name in shown if f"{name}Label" in at}
            cells.append(tuple(display_value(label.get(name) or terms[at[name]], column=name) for name in shown))
        merged = [i for i, name in enumerate(shown) if name in self.merge or name.lower().endswith("source")]
        return tuple(heading(name) for name in shown), _join_rows(cells, merged)

    def __str__(self) -> str:
        return "\n".join([self.to_table(), *self.notes])

    def _repr_html_(self) -> str:
        at = {name: index for index, name in enumerate(self.columns)}
        shown = [name for name in self.columns if not _labels(name, at)]
        lines = ["<table>", "<tr>" + "".join(f"<th>{html.escape(heading(name))}</th>" for name in shown) + "</tr>"]
        for terms in self.terms:
            lines.append("<tr>")
            for name in shown:
                label = terms[at[f"{name}Label"]] if f"{name}Label" in at else None
                text = html.escape(display_value(label or terms[at[name]], column=name))
                term = terms[at[name]]
                if isinstance(term, ox.NamedNode) and term.value.startswith(("https://", "http://")):
                    text = f'<a href="{html.escape(term.value)}">{text}</a>'
                lines.append(f"<td>{text}</td>")
            lines.append("</tr>")
        lines.append("</table>")
        lines += [f"<p>{html.escape(note)}</p>" for note in self.notes]
        return "\n".join(lines)


def _labels(name: str, columns: Mapping[str, int]) -> bool:
    return name.endswith("Label") and name.removesuffix("Label") in columns


def _join_rows(rows: list[tuple[str, ...]], merged: list[int]) -> list[tuple[str, ...]]:
    """Join rows that differ only in the columns at ``merged``, keeping the order of first appearance."""
    groups: dict[tuple[str, ...], list[tuple[str, ...]]] = {}
    for row in rows:
        key = tuple(cell for index, cell in enumerate(row) if index not in merged)
        groups.setdefault(key, []).append(row)
    return [
        tuple(
            "; ".join(dict.fromkeys(row[index] for row in group if row[index])) if index in merged else cell
            for index, cell in enumerate(group[0])
        )
        for group in groups.values()
    ]


def heading(column: str) -> str:
    """Turn the name of a column into words.

    >>> heading("stretchSource")
    'stretch source'
    """
    return re.sub(r"(?<=[a-z0-9])([A-Z])", r" \1", column).replace("_", " ").lower()


def python_value(term: Term | None) -> Any:
    """Return the Python value of an RDF term: numbers and booleans as such, everything else as text."""
    if not isinstance(term, ox.Literal):
        return None if term is None else plain_value(term)
    datatype = term.datatype.value
    try:
        if datatype in _INTEGERS:
            return int(term.value)
        if datatype in _FLOATS:
            return float(term.value)
    except ValueError:  # an ill-typed literal is kept as it was written
        return term.value
    return term.value in ("true", "1") if datatype == _XSD + "boolean" else term.value


def plain_value(term: Term | None) -> str:
    """Return the text of a term without quotes or angle brackets; empty for None."""
    if term is None:
        return ""
    if isinstance(term, ox.BlankNode):
        return f"_:{term.value}"
    return str(term) if isinstance(term, ox.Triple) else term.value


def display_value(term: Term | None, *, column: str = "") -> str:
    """Return the text of a term with its IRI shortened; in a column of passages only their place in the source."""
    if not isinstance(term, ox.NamedNode):
        return plain_value(term)
    if column == "passage" and (span := _PASSAGE.search(term.value)):
        return unquote(span[3]) if span[3] else f"{span[1]}–{span[2]}"
    return compress(term.value)


def _json_term(term: Term) -> dict[str, Any]:
    if isinstance(term, ox.NamedNode):
        return {"type": "uri", "value": term.value}
    if isinstance(term, ox.BlankNode):
        return {"type": "bnode", "value": term.value}
    if isinstance(term, ox.Literal):
        found = {"type": "literal", "value": term.value}
        if term.language:
            found["xml:lang"] = term.language
        elif term.datatype.value != _XSD + "string":
            found["datatype"] = term.datatype.value
        return found
    parts = {"subject": term.subject, "predicate": term.predicate, "object": term.object}
    return {"type": "triple", "value": {name: _json_term(part) for name, part in parts.items()}}
