"""The catalogue of questions: SPARQL queries whose heads say what they ask and which parameters they take."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from functools import cache
from pathlib import Path
from typing import Final

from yogakg import resources
from yogakg.errors import QueryError
from yogakg.finding import CLASSES

_Value = str | int | float | bool

_PLAIN_TYPES: Final = ("property", "kind", "class", "integer", "boolean", "string")


@dataclass(frozen=True, slots=True)
class Parameter:
    """A parameter of a question. ``types`` are the kinds of thing it takes, ``choices`` those of an enumeration."""

    name: str
    types: tuple[str, ...]
    description: str
    required: bool = False
    default: str | None = None
    choices: tuple[str, ...] = ()

    @property
    def form(self) -> str:
        """What may be given: the kinds of thing or the choices."""
        return "|".join(self.choices or self.types)


@dataclass(frozen=True, slots=True)
class Question:
    """A SPARQL query with a head that says what it asks and which parameters it takes.

    The head is made of comment lines: ``title``, ``question``, ``keywords``, ``example``, ``empty``
    (said when there is no answer), ``note`` (said with every answer; ``note NAME`` only with that
    parameter), ``merge``, and for each parameter a line ``# param NAME: TYPE required — description``
    or ``# param NAME: TYPE = DEFAULT — description``. In the query each parameter has a
    ``VALUES ?NAME { UNDEF }``, which leaves it open until it is bound: the file is a query of its own.
    """

    name: str
    text: str
    title: str = ""
    question: str = ""
    keywords: tuple[str, ...] = ()
    parameters: tuple[Parameter, ...] = ()
    example: str = ""
    empty: str = ""
    notes: tuple[tuple[str, str], ...] = ()
    merge: tuple[str, ...] = ()

    def parameter(self, name: str) -> Parameter:
        """Return a parameter. Raises QueryError, with all parameters, if there is none of this name."""
        for parameter in self.parameters:
            if parameter.name == name:
                return parameter
        raise QueryError(f"'{self.name}' has no parameter '{name}'. {self.usage()}")

    def usage(self) -> str:
        """Say in one sentence which parameters there are."""
        if not self.parameters:
            return "It takes no parameters."
        listed = (f"{one.name} ({one.form}{', required' * one.required})" for one in self.parameters)
        return f"Its parameters are: {', '.join(listed)}."

    def fill(self, given: Mapping[str, _Value | None]) -> dict[str, _Value]:
        """Return the values of parameters: those that are given, and defaults.

        Raises QueryError for a parameter that there is not, and for a required one that is not given.
        """
        values: dict[str, _Value] = {name: value for name, value in given.items() if value is not None}
        for name in values:
            self.parameter(name)
        for parameter in self.parameters:
            if parameter.name not in values and parameter.default is not None:
                values[parameter.name] = parameter.default
            elif parameter.name not in values and parameter.required:
                needed = f"the parameter '{parameter.name}': {parameter.description}"
                raise QueryError(f"'{self.name}' needs {needed}. {self.usage()}")
        return values

    def bind(self, values: Mapping[str, object]) -> str:
        """Return the query with terms, written as SPARQL writes them, in the places of its parameters.

        All in one pass: a text that looks like the place of another parameter is not filled.
        """

        def fill(place: re.Match[str]) -> str:
            name = place[1]
            return f"VALUES ?{name} {{ {values[name]} }}" if name in values else place[0]

        return _PLACE.sub(fill, self.text)


#: Where a parameter stands in a query.
_PLACE: Final = re.compile(r"VALUES\s+\?(\w+)\s*\{\s*UNDEF\s*\}")
_HEAD: Final = re.compile(r"#\s*(title|question|keywords|param|example|empty|note|merge)(?:\s+([\w-]+))?\s*:\s*(.*)")
_PARAMETER: Final = re.compile(
    r"(?P<types>[a-z|]+(?:\([\w|]+\))?)(?:\s+(?P<required>required)|\s*=\s*(?P<default>\S+))?(?:\s+—\s+(?P<description>.+))?"
)


def parse_question(text: str, *, name: str) -> Question:
    """Read a query with its head; a query without one is a question without parameters.

    Raises QueryError for a head that cannot be understood.
    """
    said: dict[str, str] = {}
    lists: dict[str, tuple[str, ...]] = {}
    parameters: list[Parameter] = []
    notes: list[tuple[str, str]] = []
    for line in text.splitlines():
        if line.strip() and not line.startswith("#"):
            break
        match = _HEAD.match(line)
        if not match:
            continue
        key, about, value = match[1], match[2] or "", match[3].strip()
        if key == "param":
            parameters.append(_parse_parameter(about, value, text, name))
        elif key == "note":
            notes.append((about, value))
        elif key in ("keywords", "merge"):
            lists[key] = tuple(re.split(r",\s*", value))
        else:
            said[key] = value
    return Question(
        name,
        text,
        title=said.get("title", ""),
        question=said.get("question", ""),
        keywords=lists.get("keywords", ()),
        parameters=tuple(parameters),
        example=said.get("example", ""),
        empty=said.get("empty", ""),
        notes=tuple(notes),
        merge=lists.get("merge", ()),
    )


def _parse_parameter(about: str, value: str, text: str, query: str) -> Parameter:
    match = _PARAMETER.fullmatch(value)
    if not about or not match:
        raise QueryError(
            f"{query}: the head line '# param {about}: {value}' is not understood. "
            "Write '# param NAME: TYPE required — description'."
        )
    types, _, inner = match["types"].partition("(")
    choices = tuple(inner.rstrip(")").split("|")) if inner else ()
    unknown = [one for one in types.split("|") if one not in CLASSES and one not in _PLAIN_TYPES and one != "enum"]
    if unknown:
        known = ", ".join([*CLASSES, *_PLAIN_TYPES, "enum(…)"])
        raise QueryError(f"{query}: parameter '{about}' has the unknown type '{unknown[0]}'. The types are: {known}.")
    if about not in _PLACE.findall(text):
        place = f"VALUES ?{about} {{ UNDEF }}"
        raise QueryError(f"{query}: parameter '{about}' has no place. Put '{place}' into the query.")
    return Parameter(
        about, tuple(types.split("|")), match["description"] or "", bool(match["required"]), match["default"], choices
    )


@cache
def catalogue() -> Mapping[str, Question]:
    """Return the questions that come with the package, by name.

    >>> catalogue()["follow-ups"].question
    'Which practices may come after poses that stretch a region?'
    """
    return {
        (name := path.rpartition("/")[2].removesuffix(".rq")): parse_question(
            resources.read("queries", path).decode(), name=name
        )
        for folder in ("competency", "linked")
        for path in resources.listing("queries", ".rq", under=folder)
    }


def find_question(asked: str | Path) -> Question:
    """Return the question for a name of the catalogue, a file, or the text of a SPARQL query.

    Raises QueryError if it is none of these.
    """
    if str(asked) in catalogue():
        return catalogue()[str(asked)]
    is_file = Path(asked).suffix in (".rq", ".sparql")
    if isinstance(asked, str) and not is_file and re.search(r"[\s{]", asked.strip()):
        return parse_question(asked, name="query")
    if not is_file and not Path(asked).is_file():
        near = get_close_matches(str(asked), list(catalogue()), n=3)
        hint = f" Did you mean {' or '.join(near)}?" if near else ""
        raise QueryError(f"There is no query '{asked}'.{hint} 'yogakg queries' lists them all.")
    try:
        return parse_question(Path(asked).read_text(encoding="utf-8-sig"), name=Path(asked).name)
    except UnicodeDecodeError:
        raise QueryError(f"{asked}: this is not text in UTF-8. Save the query as UTF-8.") from None
    except OSError as error:
        raise QueryError(f"{asked}: the file cannot be read ({error.strerror}). Name a readable file.") from None
