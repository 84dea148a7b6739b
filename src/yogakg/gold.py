"""Gold facts: what people found in documents, read from files and held to their form (``docs/evaluation.md``)."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from yogakg.errors import DocumentError

#: What a fact may say, and the qualifiers it may have; None is any, or none.
PREDICATES: Final[Mapping[str, frozenset[str] | None]] = {
    "benefit": frozenset(
        {
            "balance",
            "calm",
            "control",
            "decompress",
            "improve",
            "lengthen",
            "relax",
            "relieve",
            "restore",
            "soften",
            "stimulate",
            "tone",
            "treat",
        }
    ),
    "contraindicated_for": frozenset({"avoid", "caution", "modify"}),
    "counter": None,
    "etymology": None,
    "follow_up": None,
    "hold_time": None,
    "level": None,
    "massages_or_compresses": None,
    "modification_for": None,
    "next_level": None,
    "pose_type": None,
    "prepares": None,
    "prop": None,
    "side": None,
    "starts_from": None,
    "strengthens": None,
    "stretches": None,
    "style": None,
    "variation": None,
}
#: Predicates whose facts cannot do without a qualifier.
_QUALIFIED: Final = frozenset({"contraindicated_for"})
_LISTS: Final = ("alt", "q_alt", "p_alt")
_TEXTS: Final = ("q", "evidence", "pose")


@dataclass(frozen=True, slots=True)
class GoldDocument:
    """The facts that a person found in the document of a file name; ``path`` is where they are written."""

    file: str
    facts: tuple[Mapping[str, Any], ...]
    path: str = ""


def read_gold(path: str | Path) -> list[GoldDocument]:
    """Read gold documents from a JSON file, or from all in a folder that end in ``.json``.

    Raises DocumentError, with the place in the file, for what is not JSON, lacks a key, has a value that means
    nothing, repeats a fact, or tells of a document that another file tells of.
    """
    place = Path(path)
    files = sorted(place.glob("*.json")) if place.is_dir() else [place]
    if not files:
        raise DocumentError(path, "there is no gold file in this folder", "Gold files end in .json.")
    found: dict[str, GoldDocument] = {}
    for file in files:
        document = _read(file)
        if document.file in found:
            problem = f"'{document.file}' has its facts in {found[document.file].path} already"
            raise DocumentError(file, problem, "Put all facts of a document into one file.")
        found[document.file] = document
    return list(found.values())


def _read(path: Path) -> GoldDocument:
    try:
        told = json.loads(path.read_text(encoding="utf-8-sig"))
    except OSError as error:
        raise DocumentError(path, f"the file cannot be read ({error.strerror})", "Check its name.") from None
    except UnicodeDecodeError as error:
        raise DocumentError(path, f"byte {error.start} is not UTF-8", "Save the file as UTF-8.") from None
    except json.JSONDecodeError as error:
        problem = f"line {error.lineno}, column {error.colno}: this is not JSON ({error.msg})"
        raise DocumentError(path, problem, "Mend it, or write it with a program.") from None
    except RecursionError:
        raise DocumentError(path, "its JSON is nested too deeply", "A gold file is one flat object.") from None
    if not isinstance(told, dict):
        raise DocumentError(path, "this is no JSON object", 'Write {"file": "tree-pose.txt", "facts": [...]}.')
    file, facts = told.get("file"), told.get("facts")
    if not isinstance(file, str) or not file.strip():
        raise DocumentError(path, "it names no document", 'Give the name of the document\'s file as "file".')
    if "/" in file or "\\" in file:
        raise DocumentError(path, f"'{file}' is a path", 'Give the name of the file alone as "file".')
    if not isinstance(facts, list):
        raise DocumentError(path, "it has no list of facts", 'Give the facts of the document as "facts".')
    _refuse_faults(path, facts)
    return GoldDocument(file, tuple(facts), str(path))


def _refuse_faults(path: Path, facts: Sequence[Any]) -> None:
    seen: dict[str, int] = {}
    for number, fact in enumerate(facts, start=1):
        if fault := next(_faults(fact), None):
            problem, remedy = fault
            raise DocumentError(path, f"fact {number}{_said(fact)}: {problem}", remedy)
        first = seen.setdefault(json.dumps(fact, sort_keys=True), number)
        if first != number:
            raise DocumentError(path, f"fact {number}{_said(fact)}: it repeats fact {first}", "Leave one of them out.")


def _said(fact: Any) -> str:
    """Return the words by which a person finds a fact in a file."""
    if not isinstance(fact, dict):
        return ""
    said = [fact[key] for key in ("p", "o") if isinstance(fact.get(key), str)]
    return f" ({' '.join(said)})" if said else ""


def _faults(fact: Any) -> Iterator[tuple[str, str]]:
    """Yield what is wrong with a fact, and what to do about it."""
    if not isinstance(fact, dict):
        yield "it is no JSON object", 'A fact is {"p": "stretches", "o": "hamstring", "q": null}.'
        return
    for key in ("p", "o"):
        if not isinstance(fact.get(key), str) or not fact[key].strip():
            yield f'it lacks "{key}", or it is no text', 'Each fact has a predicate "p" and an object "o".'
    for key in _TEXTS:
        if not isinstance(fact.get(key), str | None):
            yield f'"{key}" is neither text nor null', "Put it in quotation marks."
    for key in _LISTS:
        value, kinds = fact.get(key, []), (str, type(None)) if key == "q_alt" else str  # "the prop, or none"
        if not isinstance(value, list) or not all(isinstance(one, kinds) for one in value):
            yield f'"{key}" is no list of texts', 'Write it like ["one", "another"].'
    if not isinstance(fact.get("opt", False), bool):
        yield '"opt" is neither true nor false', "Write true, or leave it out."
    for predicate in (fact["p"], *fact.get("p_alt", ())):
        if predicate not in PREDICATES:
            yield f"'{predicate}' is no predicate", f"The predicates are: {', '.join(PREDICATES)}."
    yield from _faults_of_qualifiers(fact)
    yield from _faults_of_span(fact)


def _faults_of_qualifiers(fact: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    allowed = [PREDICATES[predicate] for predicate in (fact["p"], *fact.get("p_alt", ()))]
    remedy = f"{fact['p']} has one of: {', '.join(sorted(allowed[0] or ()))}."
    if fact["p"] in _QUALIFIED and fact.get("q") is None:
        yield 'it has no qualifier "q"', remedy
    known = None if None in allowed else frozenset[str]().union(*filter(None, allowed))
    for qualifier in filter(None, (fact.get("q"), *fact.get("q_alt", ()))):
        if known is not None and qualifier not in known:
            yield f"'{qualifier}' is no qualifier of {fact['p']}", remedy


def _faults_of_span(fact: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    if "start" not in fact and "end" not in fact:
        return
    start, end = fact.get("start"), fact.get("end")
    if type(start) is not int or type(end) is not int or not 0 <= start < end:  # True is an int of its own type
        yield f'"start" {start} and "end" {end} are no characters', "Count from 0; the end comes after the start."
