"""Whether terms keep to the rules of style: queries that find what does not, each with what to do about it.

The rules are written down in ``ontology/STYLE.md``. A shape looks at one thing at a time and guards
what is loaded; a check looks across all terms and guards what is written.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Final, Literal
from urllib.parse import quote, unquote

import pyoxigraph as ox

from yogakg import resources
from yogakg.errors import DocumentError
from yogakg.namespaces import PREFIXES, compress, expand
from yogakg.ontologies import read_file, read_ontology
from yogakg.oxigraph import quads, select
from yogakg.sssom import read_mappings

Severity = Literal["error", "warn", "info"]

#: From the worst to the slightest: must, should and may be mended before a release.
SEVERITIES: Final[tuple[Severity, ...]] = ("error", "warn", "info")

#: How the graphs are named that hold the files: those of the package, and others.
_SHIPPED: Final = "package:"
_GIVEN: Final = "file:"
_MAPPINGS: Final = ".sssom.tsv"
#: The check that a list of its own, beside the mappings, exempts terms from.
_UNMAPPED: Final = "unmapped-without-reason"
_LABEL: Final = ox.NamedNode(PREFIXES["rdfs"] + "label")
_TYPE: Final = ox.NamedNode(PREFIXES["rdf"] + "type")
_HEAD: Final = re.compile(r"^# (Title|Problem|Solution): (.+)$", re.MULTILINE)

_Node = ox.NamedNode | ox.BlankNode
_Term = _Node | ox.Literal


@dataclass(frozen=True, slots=True)
class Check:
    """A query whose rows break a rule. It is not run if it has no severity."""

    name: str
    title: str
    problem: str
    solution: str
    severity: Severity | None
    query: str


@dataclass(frozen=True, slots=True)
class CheckFinding:
    """A statement that breaks a rule, or a thing that lacks one.

    ``entity`` and ``property`` are IRIs, ``value`` is None where something is missing, ``file`` the file
    that holds the statement, if it is known.
    """

    check: str
    severity: Severity
    title: str
    entity: str
    property: str | None
    value: _Term | None
    solution: str
    file: str | None

    def __str__(self) -> str:
        _, _, *place, _, _ = self.row()
        where = f"{self.file}: " if self.file else ""
        return f"{where}{' '.join(cell for cell in place if cell)}: {self.title}. {self.solution} [{self.check}]"

    def row(self) -> tuple[str, str, str, str, str, str, str]:
        """Return severity, check, thing, property, value, file and solution, for a table."""
        return (
            self.severity,
            self.check,
            compress(self.entity),
            compress(self.property or ""),
            compress(self.value.value) if self.value else "",
            self.file or "",
            self.solution,
        )

    def as_json(self) -> dict[str, Any]:
        """Return the finding as plain values, with whole IRIs."""
        return {
            "check": self.check,
            "severity": self.severity,
            "title": self.title,
            "entity": self.entity,
            "property": self.property,
            "value": self.value.value if self.value else None,
            "file": self.file,
            "solution": self.solution,
        }


def check_terms(*files: Path) -> list[CheckFinding]:
    """Check the terms of the package, or with files the terms in these together with those of the package.

    The files are RDF in a syntax that ``ontologies.read_ontology`` reads, or mappings (``.sssom.tsv``).
    Of such a run only that is returned which the terms of the package do not show by themselves.

    Raises DocumentError if a file cannot be read or says nothing, with the line where it is not what it
    should be, and MappingError for a line of a mapping file.
    """
    graph = _shipped_terms()
    if not files:
        return check(graph)
    # Mappings come last, for their subjects may be terms of the other files.
    for file in sorted(files, key=lambda file: file.name.endswith(_MAPPINGS)):
        statements = list(_read(file, graph))
        if not statements:
            raise DocumentError(file, "there is no statement in it", "Name a file of terms or mappings")
        graph.extend(quads(statements, _GIVEN + quote(str(file))))
    return [finding for finding in check(graph) if finding not in _shipped_findings()]


def check(graph: ox.Store) -> list[CheckFinding]:
    """Run the checks over statements as they are written, in the union of all graphs of a store.

    The worst come first. What ``queries/checks/exemptions.tsv`` lists is left out.
    """
    findings = [finding for one in checks().values() if one.severity for finding in _run(one, one.severity, graph)]
    return sorted(findings, key=lambda one: (SEVERITIES.index(one.severity), *one.row()))


def at_least(findings: Iterable[CheckFinding], bar: Severity) -> list[CheckFinding]:
    """Return the findings that are as bad as a severity or worse.

    >>> at_least(check_terms(), "error")
    []
    """
    return [finding for finding in findings if SEVERITIES.index(finding.severity) <= SEVERITIES.index(bar)]


@cache
def checks() -> dict[str, Check]:
    """Return the checks of ``queries/checks``, by name, with the severities of ``severity.tsv``."""
    severities = {name: level.lower() for level, name in _rows("queries", "checks/severity.tsv")}
    found = {}
    for path in resources.listing("queries", ".rq", under="checks"):
        name = path.removeprefix("checks/").removesuffix(".rq")
        text = resources.read("queries", path).decode()
        head = {key.lower(): value for key, value in _HEAD.findall(text)}
        severity = next((one for one in SEVERITIES if one == severities[name]), None)
        found[name] = Check(name=name, **head, severity=severity, query=text)
    return found


@cache
def exemptions() -> dict[tuple[str, str, str], str]:
    """Return the reason for each exemption, by check, entity (an IRI) and value; what is empty stands for any.

    They are those of ``queries/checks/exemptions.tsv``, and for the lack of a mapping those of
    ``mappings/unmapped.tsv``.
    """
    listed = {
        (name, expand(entity) or entity, value): reason
        for name, entity, value, reason in _rows("queries", "checks/exemptions.tsv")
    }
    unmapped = {
        (_UNMAPPED, expand(entity) or entity, ""): reason for entity, _, reason in _rows("mappings", "unmapped.tsv")
    }
    return listed | unmapped


def _rows(folder: Literal["queries", "mappings"], path: str) -> Iterator[list[str]]:
    """Read the rows under the heading of a table; lines that begin with # are comments."""
    lines = [line for line in resources.read(folder, path).decode().splitlines() if line and not line.startswith("#")]
    return (line.split("\t") for line in lines[1:])


def _run(one: Check, severity: Severity, graph: ox.Store) -> Iterator[CheckFinding]:
    for entity, property_, value in select(graph, one.query):
        if not _is_exempt(one.name, entity.value, value.value if value else ""):
            yield CheckFinding(
                check=one.name,
                severity=severity,
                title=one.title,
                entity=entity.value,
                property=property_.value if property_ else None,
                value=value,
                solution=one.solution,
                file=_file(graph, entity, property_, value),
            )


def _is_exempt(name: str, entity: str, value: str) -> bool:
    return any(key in exemptions() for key in ((name, entity, value), (name, entity, ""), (name, "", value)))


def _file(graph: ox.Store, entity: _Node, property_: ox.NamedNode | None, value: _Term | None) -> str | None:
    """Return the file that makes a statement or, where one is missing, that describes the thing."""
    for known, said in [(property_, value)] if value else [(property_, None), (_TYPE, None), (None, None)]:
        found = graph.quads_for_pattern(entity, known, said, None)
        names = {quad.graph_name.value for quad in found if isinstance(quad.graph_name, ox.NamedNode)}
        for prefix in (_GIVEN, _SHIPPED):
            for name in sorted(names):
                if name.startswith(prefix):
                    return unquote(name.removeprefix(prefix))
    return None


@cache
def _shipped_findings() -> frozenset[CheckFinding]:
    return frozenset(check(_shipped_terms()))


def _shipped_terms() -> ox.Store:
    """Put each file of the package's terms and mappings into a graph of its own."""
    graph = ox.Store()
    own = ("yoga.ttl", "poses.ttl", "risks.ttl", "pose-risks.ttl")
    for path in (*own, *resources.listing("ontology", ".ttl", under="vocabulary")):
        parsed = ox.parse(resources.read("ontology", path), format=ox.RdfFormat.TURTLE, rename_blank_nodes=True)
        graph.extend(quads((quad.triple for quad in parsed), f"{_SHIPPED}ontology/{path}"))
    for path in resources.listing("mappings", _MAPPINGS):
        statements = _mapped(resources.read("mappings", path), path)
        graph.extend(quads(statements, f"{_SHIPPED}mappings/{path}"))
    return graph


def _read(file: Path, graph: ox.Store) -> Iterator[ox.Triple]:
    if file.name.endswith(_MAPPINGS):
        return _mapped(read_file(file), str(file), graph)
    return read_ontology(file, base=file.resolve().as_uri())


def _mapped(data: bytes, name: str, graph: ox.Store | None = None) -> Iterator[ox.Triple]:
    """Read the mappings of a file; with a graph their subjects must be known in it.

    The labels of their objects are left out: those of other ontologies keep to other rules.
    """
    mappings = read_mappings(data, name=name, is_known=None if graph is None else lambda iri: _is_known(iri, graph))
    return (triple for triple in mappings.triples() if triple.predicate != _LABEL)


def _is_known(iri: str, graph: ox.Store) -> bool:
    return next(graph.quads_for_pattern(ox.NamedNode(iri), _TYPE, None, None), None) is not None
