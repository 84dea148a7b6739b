"""Files of records as plain values, each with the line it stands in."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import PurePath
from typing import Any, Final, TypeAlias

import yaml

from yogakg.errors import DocumentError
from yogakg.namespaces import PREFIXES

#: A value of a record: a text, a list of values or a table of them by name. Numbers and truth values are texts.
Value: TypeAlias = "str | list[Value] | dict[str, Value] | None"

_MARKDOWN: Final = frozenset({".md", ".markdown"})
_TABLES: Final = {".csv": ",", ".tsv": "\t"}
_YAML: Final = frozenset({".yaml", ".yml"})
_RDF: Final = {".owl": "RDF_XML", ".rdf": "RDF_XML", ".ttl": "TURTLE", ".nt": "N_TRIPLES"}
#: The field that holds the text below a YAML head, by headings.
BODY: Final = "body"

_FRONT_MATTER: Final = re.compile(r"\A---[ \t]*\r?\n(?P<head>.*?\n)---[ \t]*(?:\r?\n|\Z)(?P<body>.*)\Z", re.DOTALL)
_HEADING: Final = re.compile(r"^#{1,6}[ \t]+(.+?)[ \t]*#*[ \t]*$", re.MULTILINE)
_RULE: Final = re.compile(r"^[ \t]*(?:-{3,}|\*{3,}|_{3,})[ \t]*$", re.MULTILINE)
_LOADER: Final[Any] = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
#: Levels of lists and tables in each other; no data about poses has more than a few.
_DEEPEST: Final = 50


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """Something in a file that could not be used, where it stands, and what was done about it."""

    file: str
    line: int
    sentence: str

    def __str__(self) -> str:
        return f"{self.file}:{self.line}: {self.sentence}"


@dataclass(frozen=True, slots=True)
class Contents:
    """The values of one file; ``line`` tells the line of a value by its JSON Pointer."""

    file: str
    value: Value
    line: Callable[[str], int]


def read_contents(data: bytes, *, file: str, query: str | None = None) -> Contents:
    """Read a file by its suffix: JSON, CSV, TSV, YAML, Markdown with a YAML head, or RDF through a query.

    A table is a list of rows, each by the names of its columns; ``query`` gives the rows of RDF. Markdown has its head,
    and under ``body`` the text by headings. Raises DocumentError for a file that cannot be read.
    """
    suffix = PurePath(file).suffix.lower()
    if suffix in _RDF:
        return _rows(data, file, _RDF[suffix], query)
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise DocumentError(file, f"byte {error.start} is not UTF-8", "Save the file as UTF-8.") from None
    try:
        if suffix in _TABLES:
            return _table(text, file, _TABLES[suffix])
        if suffix in _MARKDOWN:
            return _markdown(text, file)
        if suffix in _YAML:
            return _yaml(text, file)
        return _json(text, file)
    except json.JSONDecodeError as error:
        raise DocumentError(f"{file}:{error.lineno}", f"this is not JSON ({error.msg})", "Correct the file.") from None
    except yaml.YAMLError as error:
        raise _explain_yaml(error, file) from None
    except csv.Error as error:
        raise DocumentError(file, f"this is no table ({error})", "Correct the file.") from None
    except RecursionError:
        raise _too_deep(file) from None


def find(value: Value, path: str, pointer: str = "") -> Iterator[tuple[str, Value]]:
    """Find the values at a path below a value, each with its JSON Pointer.

    A path is a JSON Pointer without the first slash in which ``*`` stands for every name or number.

    >>> list(find({"a": [{"b": "1"}, {"b": "2"}]}, "a/*/b"))
    [('/a/0/b', '1'), ('/a/1/b', '2')]
    """
    if not path:
        yield pointer, value
        return
    step, _, rest = path.partition("/")
    for name, inner in _entries(value):
        if step in ("*", name):
            yield from find(inner, rest, f"{pointer}/{name}")


def texts(value: Value, pointer: str) -> Iterator[tuple[str, str]]:
    """Go through the texts in a value, each with its JSON Pointer; blank ones are none."""
    if isinstance(value, str):
        if value.strip():
            yield pointer, value
    else:
        for name, inner in _entries(value):
            yield from texts(inner, f"{pointer}/{name}")


def escape(name: str) -> str:
    """Write a name as a step of a JSON Pointer."""
    return name.replace("~", "~0").replace("/", "~1")


def _entries(value: Value) -> Iterator[tuple[str, Value]]:
    if isinstance(value, dict):
        yield from ((escape(name), inner) for name, inner in value.items())
    elif isinstance(value, list):
        yield from ((str(index), inner) for index, inner in enumerate(value))


def _json(text: str, file: str) -> Contents:
    value = _plain(json.loads(text), file)
    # JSON is YAML but for tabs between its signs; no text in it has a bare one.
    return Contents(file, value, _lines(text.expandtabs(1)))


def _yaml(text: str, file: str) -> Contents:
    for token in yaml.scan(text, Loader=_LOADER):
        if isinstance(token, yaml.AliasToken):
            line = token.start_mark.line + 1
            raise DocumentError(f"{file}:{line}", "this repeats another part by an alias", "Write the part out.")
    return Contents(file, _plain(yaml.load(text, Loader=_LOADER), file), _lines(text))  # noqa: S506 (makes texts only)


def _markdown(text: str, file: str) -> Contents:
    match = _FRONT_MATTER.match(text)
    if not match:
        raise DocumentError(file, "the file has no YAML head between two lines of ---", "Add one, or load an article.")
    head = _yaml("\n" + match["head"], file)
    if not isinstance(head.value, dict):
        raise DocumentError(f"{file}:2", "the YAML head has no names of fields", "Write one 'name: value' in a line.")
    sections, lines = _sections(match["body"], text.count("\n", 0, match.start("body")) + 1)

    def line(pointer: str) -> int:
        return lines.get(pointer) or head.line(pointer)

    return Contents(file, {**head.value, BODY: sections}, line)


def _sections(body: str, first: int) -> tuple[dict[str, Value], dict[str, int]]:
    """Part a text at its headings; text above the first has the name ``""``."""
    sections: dict[str, Value] = {}
    lines: dict[str, int] = {f"/{BODY}": first}
    name, start = "", 0
    for heading in [*_HEADING.finditer(body), None]:
        text = _RULE.sub("", body[start : heading.start() if heading else len(body)]).strip()
        if text and name not in sections:
            sections[name] = text
            lines[f"/{BODY}/{escape(name)}"] = first + body.count("\n", 0, start)
        if heading:
            name, start = heading[1], heading.end()
    return sections, lines


def _table(text: str, file: str, delimiter: str) -> Contents:
    reader = csv.reader(io.StringIO(text), delimiter=delimiter)
    columns = next(reader, [])
    rows: list[Value] = []
    lines = []
    at = reader.line_num
    for cells in reader:
        if any(cells):
            row: dict[str, Value] = dict(zip(columns, cells, strict=False))
            rows.append(row)
            lines.append(at + 1)
        at = reader.line_num

    def line(pointer: str) -> int:
        step = pointer.split("/")[1] if pointer else ""
        return lines[int(step)] if step.isdigit() and int(step) < len(lines) else 1

    return Contents(file, rows, line)


def _rows(data: bytes, file: str, form: str, query: str | None) -> Contents:
    """Read the answer of a query to RDF as a table; a resource is named by the last part of its address."""
    import pyoxigraph as ox

    if query is None:
        raise DocumentError(file, "the mapping has no query for this RDF", "Add query = '''SELECT …''' to its table.")
    graph = ox.Store()
    try:
        graph.load(data, format=getattr(ox.RdfFormat, form))
        answer = graph.query(query, prefixes=PREFIXES)
    except (SyntaxError, ValueError) as error:
        raise DocumentError(file, f"the RDF or the query for it is not understood ({error})", "Correct it.") from None
    if not isinstance(answer, ox.QuerySolutions):
        raise DocumentError(file, "the query of the mapping gives no table", "Write a SELECT query.")
    names = [variable.value for variable in answer.variables]
    rows: list[Value] = [{name: _cell(row[name]) for name in names if row[name] is not None} for row in answer]
    return Contents(file, rows, lambda pointer: 1)


def _cell(term: Any) -> str:
    value: str = term.value
    return value if term.__class__.__name__ == "Literal" else re.split("[#/]", value)[-1]


def _plain(value: Any, file: str, depth: int = 0) -> Value:
    """Write numbers and truth values as texts."""
    if depth > _DEEPEST:
        raise _too_deep(file)
    if isinstance(value, dict):
        return {str(name): _plain(inner, file, depth + 1) for name, inner in value.items()}
    if isinstance(value, list):
        return [_plain(inner, file, depth + 1) for inner in value]
    if value is None or isinstance(value, str):
        return value
    return str(value).lower() if isinstance(value, bool) else str(value)


def _lines(text: str) -> Callable[[str], int]:
    """Return a function that tells the line of a value in JSON or YAML; the tree is read when it is first asked."""
    tree: list[Any] = []

    def line(pointer: str) -> int:
        if not tree:
            try:
                tree.append(yaml.compose(text, Loader=_LOADER))
            except yaml.YAMLError:
                tree.append(None)
        node, found = tree[0], 1
        for step in pointer.split("/")[1:]:
            if node is None:
                return found
            found = node.start_mark.line + 1
            node = _child(node, step)
        return node.start_mark.line + 1 if node is not None else found

    return line


def _child(node: Any, step: str) -> Any:
    if isinstance(node, yaml.SequenceNode) and step.isdigit() and int(step) < len(node.value):
        return node.value[int(step)]
    if isinstance(node, yaml.MappingNode):
        return next((inner for name, inner in node.value if escape(str(name.value)) == step), None)
    return None


def _explain_yaml(error: yaml.YAMLError, file: str) -> DocumentError:
    mark = getattr(error, "problem_mark", None)
    place = f"{file}:{mark.line + 1}" if mark else file
    return DocumentError(place, f"this is not YAML ({getattr(error, 'problem', None) or error})", "Correct the file.")


def _too_deep(file: str) -> DocumentError:
    return DocumentError(file, f"lists and tables lie more than {_DEEPEST} deep in each other", "Write it flatter.")
