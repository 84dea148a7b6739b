"""Mappings: tables, in TOML, of what the fields of a source's records mean."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping as Table
from dataclasses import dataclass
from functools import cache
from pathlib import Path, PurePath
from typing import Any, Final, Literal

from yogakg import resources
from yogakg.errors import MappingError
from yogakg.loaders.records.properties import individuals, properties

Kind = Literal["relation", "contraindication", "hold", "prose"]

_SPDX: Final = "https://spdx.org/licenses/"
#: What a value may be said to mean beside the thing it names.
_QUALIFIERS: Final = ("advice", "onset", "severity", "trimester", "circumstance")
_SOURCE_KEYS: Final = frozenset({"name", "title", "url", "license", "evidence", "version", "date", "copy_of"})
_TABLE_KEYS: Final = frozenset({"files", "query", "records", "id", "pose", "english", "sanskrit", "poses", "claims"})
_CLAIM_KEYS: Final = frozenset(
    {"field", "property", "kind", "section", "split", "unit", "when", "values", "readings", *_QUALIFIERS}
)


@dataclass(frozen=True, slots=True)
class Meaning:
    """What one value means: names of the vocabulary, none if nothing is to be claimed of it.

    ``property`` takes the place of that of the field. The others qualify the claim, by local names of individuals.
    """

    names: tuple[str, ...]
    property: str | None = None
    advice: str | None = None
    onset: str | None = None
    severity: str | None = None
    trimester: str | None = None
    circumstance: str | None = None


@dataclass(frozen=True, slots=True)
class ClaimMapping:
    """What the values of a field claim.

    ``properties`` are those of a relation, of which the one is taken that fits the thing that is named; ``section`` is
    that of an article whose rules read prose, ``split`` what parts several values in one cell, ``values`` the
    meaning of values that the vocabulary does not name, ``when`` values that other fields of the record must have,
    ``rule`` the name by which claims are signed. ``readings``
    tell, by the ids of records, whom prose warns as a person read it, in place of what the rules would read.
    """

    field: str
    kind: Kind
    rule: str
    line: int
    values: Table[str, Meaning]
    readings: Table[str, tuple[Meaning, ...]]
    properties: tuple[str, ...] = ()
    section: str = ""
    split: str | None = None
    unit: str = "seconds"
    advice: str = "Avoid"
    circumstance: str | None = None
    when: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class TableMapping:
    """Where records are, what they are called by, and what their fields claim.

    ``files`` are patterns of file names, ``records`` the path of the records in a file, ``english``, ``sanskrit``
    and ``id`` the paths of their names in a record; or ``pose`` that of a name, or of the id of another record.
    ``poses`` names, by id, the poses of records whose own names leave that open.
    """

    files: tuple[str, ...]
    records: str
    claims: tuple[ClaimMapping, ...]
    line: int
    poses: Table[str, str]
    id: str | None = None
    pose: str | None = None
    english: str | None = None
    sanskrit: str | None = None
    query: str | None = None


@dataclass(frozen=True, slots=True)
class Mapping:
    """How one source is read; ``file`` is that of the mapping, for messages."""

    file: str
    name: str
    title: str
    tables: tuple[TableMapping, ...]
    url: str | None = None
    license: str | None = None
    evidence: str = "CommunityData"
    version: str | None = None
    date: str | None = None
    copy_of: str | None = None


@cache
def shipped_mappings() -> dict[str, Mapping]:
    """Return the mappings that come with the package, by the names of their sources."""
    found = {}
    for path in resources.listing("data", ".toml", under="mappings"):
        mapping = parse_mapping(resources.read("data", path).decode(), file=PurePath(path).name)
        found[mapping.name] = mapping
    return found


def read_mapping(asked: str | Path) -> Mapping:
    """Read a mapping from a file, or take that of a shipped source by its name.

    Raises MappingError, with file and line, for one that cannot be used.
    """
    if str(asked) in shipped_mappings():
        return shipped_mappings()[str(asked)]
    remedy = f"Name a file, or one of {', '.join(sorted(shipped_mappings()))}."
    try:
        text = Path(asked).read_text(encoding="utf-8-sig")
    except UnicodeDecodeError:
        raise MappingError(asked, 1, "this is not text in UTF-8", "Save the mapping as UTF-8.") from None
    except OSError as error:
        raise MappingError(asked, 1, f"the mapping cannot be read ({error.strerror})", remedy) from None
    return parse_mapping(text, file=str(asked))


def parse_mapping(text: str, *, file: str) -> Mapping:
    """Read a mapping from its text. Raises MappingError, with file and line, for one that cannot be used."""
    return _Parser(text, file).mapping()


class _Parser:
    """Reads one mapping; keeps its text, to tell the lines of what is wrong."""

    def __init__(self, text: str, file: str) -> None:
        self.text = text
        self.file = file
        self.at = 1

    def mapping(self) -> Mapping:
        try:
            read = tomllib.loads(self.text)
        except tomllib.TOMLDecodeError as error:
            line = re.search(r"line (\d+)", str(error))
            raise MappingError(
                self.file, int(line[1]) if line else 1, f"this is not TOML ({error})", "Correct the mapping."
            ) from None
        source = self._table(read.get("source"), "source", _SOURCE_KEYS)
        tables = read.get("tables")
        if not isinstance(tables, list) or not tables:
            raise self._error("the mapping has no [[tables]]", "Say in which files the records are.")
        name = str(source.get("name") or PurePath(self.file).stem)
        license_ = source.get("license")
        evidence = str(source.get("evidence", "CommunityData"))
        if evidence not in individuals("EvidenceClass"):
            remedy = f"Use one of {', '.join(sorted(individuals('EvidenceClass')))}."
            raise self._error(f"'{evidence}' is no evidence class", remedy, at="evidence")
        return Mapping(
            file=self.file,
            name=name,
            title=str(source.get("title", name)),
            tables=tuple(self._table_mapping(one, name) for one in tables),
            url=source.get("url"),
            license=license_ and (license_ if ":" in license_ else _SPDX + license_),
            evidence=evidence,
            version=source.get("version"),
            date=None if source.get("date") is None else str(source["date"]),
            copy_of=source.get("copy_of"),
        )

    def _table_mapping(self, read: Any, name: str) -> TableMapping:
        self._advance("[[tables]]")
        line = self.at
        table = self._table(read, "tables", _TABLE_KEYS)
        if not any(key in table for key in ("pose", "english", "sanskrit")):
            raise self._error("nothing says of which pose a record is", "Add english, sanskrit or pose.")
        claims = table.get("claims", [])
        return TableMapping(
            files=tuple(table.get("files", ["*"])),
            records=str(table.get("records", "")),
            claims=tuple(self._claim_mapping(one, name) for one in claims),
            line=line,
            poses=table.get("poses", {}),
            **{key: table.get(key) for key in ("id", "pose", "english", "sanskrit", "query")},
        )

    def _claim_mapping(self, read: Any, name: str) -> ClaimMapping:
        self._advance("[[tables.claims]]")
        claim = self._table(read, "tables.claims", _CLAIM_KEYS)
        field = claim.get("field")
        if not isinstance(field, str):
            raise self._error("a claim has no field", 'Add field = "…", the path of the values in a record.')
        kind = claim.get("kind", "relation")
        if kind not in ("relation", "contraindication", "hold", "prose"):
            raise self._error(
                f"there is no kind '{kind}'", "Use relation, contraindication, hold or prose.", at=str(kind)
            )
        named = claim.get("property", [])
        self._require_qualifiers(claim)
        wanted = (named,) if isinstance(named, str) else tuple(named)
        self._require_properties(wanted)
        values = {str(value): self._meaning(said) for value, said in claim.get("values", {}).items()}
        if kind == "relation" and not wanted and not all(said.property for said in values.values()):
            raise self._error(f"nothing says what '{field}' claims", 'Add property = "…".')
        if kind == "prose" and "section" not in claim:
            raise self._error(f"nothing says of what the prose of '{field}' is", 'Add section = "…".')
        return ClaimMapping(
            field=field,
            kind=kind,
            rule=f"{name}-{'-'.join(wanted) or claim.get('section') or kind}",
            line=self.at,
            properties=wanted,
            values=values,
            when=tuple((path, str(value)) for path, value in claim.get("when", {}).items()),
            readings={key: tuple(map(self._meaning, listed)) for key, listed in claim.get("readings", {}).items()},
            **{key: claim[key] for key in ("section", "split", "unit", "advice", "circumstance") if key in claim},
        )

    def _meaning(self, said: Any) -> Meaning:
        if said is False:
            return Meaning(())
        if isinstance(said, str):
            return Meaning((said,))
        table = self._table(said, "values", frozenset({"names", "property", *_QUALIFIERS}))
        self._require_properties((table["property"],) if "property" in table else ())
        self._require_qualifiers(table)
        return Meaning(
            tuple(table.get("names", ())), **{key: table[key] for key in ("property", *_QUALIFIERS) if key in table}
        )

    def _require_properties(self, names: tuple[str, ...]) -> None:
        for name in names:
            if name not in properties():
                remedy = "Name one that relates a pose to a thing."
                raise self._error(f"the ontology has no property '{name}'", remedy, at=name)

    def _require_qualifiers(self, table: dict[str, Any]) -> None:
        for key in _QUALIFIERS:
            known = individuals(key.capitalize())
            if key in table and known and table[key] not in known:
                remedy = f"Use one of {', '.join(sorted(known))}."
                raise self._error(f"there is no {key} '{table[key]}'", remedy, at=str(table[key]))

    def _table(self, read: Any, name: str, known: frozenset[str]) -> dict[str, Any]:
        if not isinstance(read, dict):
            raise self._error(f"there is no [{name}]", "Add it.")
        for key in read:
            if key not in known:
                raise self._error(f"[{name}] has no '{key}'", f"It may have {', '.join(sorted(known))}.", at=key)
        return read

    def _advance(self, heading: str) -> None:
        lines = self.text.splitlines()
        self.at = next((n for n in range(self.at + 1, len(lines) + 1) if lines[n - 1].strip() == heading), self.at)

    def _error(self, problem: str, remedy: str, *, at: str | None = None) -> MappingError:
        """Make an error for the next line that has a text in it, or for the table that is read."""
        lines = self.text.splitlines()
        found = (number for number in range(self.at, len(lines) + 1) if at and at in lines[number - 1])
        return MappingError(self.file, next(found, self.at), problem, remedy)
