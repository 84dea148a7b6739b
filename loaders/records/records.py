"""Records to claims, by a mapping."""

from __future__ import annotations

import hashlib
import json
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from fnmatch import fnmatch
from typing import Final

from yogakg.errors import DocumentError
from yogakg.facts import Claim, Contraindication, Description, Document, Field, Hold, Mention, Relation, Span, Term
from yogakg.lexicon import Lexicon
from yogakg.loaders.records.contents import Contents, Problem, Value, escape, find, read_contents, texts
from yogakg.loaders.records.grounding import Poses, Things
from yogakg.loaders.records.mapping import ClaimMapping, Mapping, Meaning, TableMapping
from yogakg.loaders.records.properties import properties
from yogakg.loaders.records.prose import Prose, read_prose
from yogakg.names import PoseNames

_LENGTH: Final = re.compile(r"\s*(\d{1,5})(?:\s*(?:-|–|to)\s*(\d{1,5}))?\D*")
_UNITS: Final = {"seconds": (1, "s"), "minutes": (60, "min"), "breaths": (1, "breaths")}
_BENEFITS: Final = frozenset({"relieves", "treats", "improves"})
_ANYWHERE: Final = Span(0, 1)
_MEDIA_TYPES: Final = {
    "json": "application/json", "csv": "text/csv", "tsv": "text/tab-separated-values", "md": "text/markdown",
    "yaml": "application/yaml", "yml": "application/yaml", "owl": "application/rdf+xml",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Records:
    """A source of records that was read: its claims, what could not be used, and what prose gave no claim."""

    document: Document
    problems: tuple[Problem, ...]
    unread: tuple[str, ...]


def read_records(
    files: Sequence[tuple[str, bytes]],
    mapping: Mapping,
    *,
    name: str | None = None,
    key: str | None = None,
    lexicon: Lexicon | None = None,
    names: PoseNames | None = None,
) -> Records:
    """Read the records in files, given as names and bytes, by the mapping of their source.

    ``name`` is that of the file or folder, ``key`` the address of the source if it is known by name. Raises
    DocumentError if no record can be read; what else is wrong is in the problems.
    """
    reader = _Reader(files, mapping, lexicon or Lexicon.shipped(), names or PoseNames.shipped())
    return reader.read(name or files[0][0], key)


@dataclass(slots=True)
class _Record:
    """A record, where it is, and what came of it."""

    contents: Contents
    pointer: str
    value: Value
    table: TableMapping
    pose: Term
    names: tuple[str, ...]
    key: str | None = None
    claims: list[Claim] = field(default_factory=list)


class _Reader:
    def __init__(
        self, files: Sequence[tuple[str, bytes]], mapping: Mapping, lexicon: Lexicon, names: PoseNames
    ) -> None:
        self.files = files
        self.mapping = mapping
        self.lexicon = lexicon
        self.names = names
        self.things = Things(lexicon)
        self.poses = Poses(names)
        self.problems: list[Problem] = []
        self.mentions: list[Mention] = []
        self.unread: list[str] = []
        self.used: dict[str, Value] = {}

    def read(self, name: str, key: str | None) -> Records:
        if self.mapping.license is None:
            self._complain_of_mapping(1, "the source has no licence; say under which its facts may be passed on")
        tables = [(table, list(self._contents(table))) for table in self.mapping.tables]
        # All ids come before any reference to them.
        records = [record for table, contents in tables for record in self._records(table, contents)]
        if not records:
            problem = str(self.problems[-1]) if self.problems else "no file fits the mapping"
            raise DocumentError(name, f"no record could be read: {problem}", f"Check {self.mapping.file}.")
        for record in records:
            self._read_record(record)
        for table, _ in tables:
            self._check_fields(table, [record for record in records if record.table is table])
        self._check_claims(records)
        return Records(self._document(records, name, key), tuple(sorted(set(self.problems))), tuple(self.unread))

    # -- files and records ------------------------------------------------------------------------

    def _contents(self, table: TableMapping) -> Iterator[Contents]:
        matching = [(file, data) for file, data in self.files if any(_fits(file, one) for one in table.files)]
        if not matching:
            self._complain_of_mapping(table.line, f"no file is named like {' or '.join(table.files)}")
        for file, data in matching:
            try:
                contents = read_contents(data, file=file, query=table.query)
            except DocumentError as error:
                place, _, line = error.document.partition(":")
                self.problems.append(Problem(place, int(line or 1), f"{error.problem}; nothing of the file is read"))
                continue
            self.used[file] = contents.value
            yield contents

    def _records(self, table: TableMapping, files: Iterable[Contents]) -> Iterator[_Record]:
        if table.pose is not None:
            for contents in files:
                for pointer, value in find(contents.value, table.records):
                    pose = self._referred(table.pose, contents, pointer, value)
                    if pose is not None:
                        yield _Record(contents, pointer, value, table, pose, ())
            return
        named = list(self._named(table, files))
        known = [self.poses.known(english, sanskrit) for _, _, _, english, sanskrit, _ in named]
        shared = {iri for iri, count in Counter(pose.iri for pose in known if pose).items() if count > 1}
        first: dict[str, int] = {}
        for (contents, pointer, value, english, sanskrit, key), pose in zip(named, known, strict=True):
            if key and key in table.poses:
                pose = self.poses.referred(table.poses[key])
            elif pose and pose.iri in shared and english and self.names.named(english) != pose.iri:
                # Of several records with one Sanskrit name, those are the pose that have its English name too.
                pose = None
            line = contents.line(pointer)
            names = tuple(filter(None, (english, sanskrit)))
            if pose is None:
                pose = self.poses.mint(english, sanskrit)
                said = f"'{' / '.join(names)}' is no pose that the register knows for certain; kept as unreviewed"
                self.problems.append(Problem(contents.file, line, said))
            before = first.setdefault(pose.iri, line)
            if before != line:
                said = f"a second record of {pose.label}, after line {before}; both are read"
                self.problems.append(Problem(contents.file, line, said))
            if key and self.poses.by_id.setdefault(key, pose) != pose:
                self.problems.append(Problem(contents.file, line, f"the id '{key}' is that of another record too"))
            yield _Record(contents, pointer, value, table, pose, names, key)

    def _named(
        self, table: TableMapping, files: Iterable[Contents]
    ) -> Iterator[tuple[Contents, str, Value, str | None, str | None, str | None]]:
        """Go through the records that have a name, with their English and Sanskrit ones and their ids."""
        for contents in files:
            for pointer, value in find(contents.value, table.records):
                english, sanskrit, key = (_text(value, path) for path in (table.english, table.sanskrit, table.id))
                if english or sanskrit:
                    yield contents, pointer, value, english, sanskrit, key
                else:
                    said = "the record is left out: it has no name of a pose"
                    self.problems.append(Problem(contents.file, contents.line(pointer), said))

    def _referred(self, path: str, contents: Contents, pointer: str, value: Value) -> Term | None:
        """Return the pose that a record names by the id of another one."""
        name = _text(value, path)
        pose = self.poses.referred(name) if name else None
        if pose is None:
            said = f"'{name}' is no pose of this source and none that is known" if name else "it names no pose"
            line = contents.line(pointer)
            self.problems.append(Problem(contents.file, line, f"the record is left out: {said}"))
        return pose

    # -- claims -----------------------------------------------------------------------------------

    def _read_record(self, record: _Record) -> None:
        prose: list[Prose] = []
        by_hand: set[str] = set()
        for claim in record.table.claims:
            if not all(_holds(record.value, path, value) for path, value in claim.when):
                continue
            reading = claim.readings.get(record.key or "")
            for at, inner in find(record.value, claim.field, record.pointer):
                for pointer, text in texts(inner, at):
                    address = self._address(record, pointer)
                    if claim.kind == "prose":
                        prose.append(Prose(text, address, claim.section))
                    else:
                        record.claims += self._claims(record, claim, pointer, text)
                    if reading is not None:
                        by_hand.add(address)
                        record.claims += self._read_by_hand(record, claim, reading, Field(0, len(text), address))
        if prose:
            self._read_prose(record, prose, by_hand)

    def _read_prose(self, record: _Record, prose: Sequence[Prose], by_hand: set[str]) -> None:
        """Read texts by the rules; of those that a person read, not whom they warn."""
        try:
            claims, mentions, unread = read_prose(record.pose, prose, lexicon=self.lexicon, names=self.names)
        except DocumentError as error:
            self._complain(record, "", f"its prose is not read: {error.problem}")
            return
        record.claims += (
            claim for claim in claims if not (isinstance(claim, Contraindication) and _pointer(claim.span) in by_hand)
        )
        self.mentions += (mention for mention in mentions if _pointer(mention.span) not in by_hand)
        self.unread += unread

    def _read_by_hand(
        self, record: _Record, claim: ClaimMapping, reading: Iterable[Meaning], span: Field
    ) -> Iterator[Claim]:
        for meaning in reading:
            for name in meaning.names:
                made = self._contraindication(claim, meaning, span, name)
                if made is None:
                    self._complain_of_mapping(claim.line, f"'{name}', read for '{record.key}', is no condition")
                else:
                    yield made

    def _claims(self, record: _Record, claim: ClaimMapping, pointer: str, text: str) -> Iterator[Claim]:
        span = Field(0, len(text), self._address(record, pointer))
        for value in [part.strip() for part in text.split(claim.split)] if claim.split else [text.strip()]:
            meaning = claim.values.get(value, Meaning((value,)))
            for name in filter(None, meaning.names):
                made = self._claim(claim, meaning, span, name)
                if made is None:
                    section = claim.kind if claim.kind != "relation" else " ".join(claim.properties)
                    self.mentions.append(Mention(value, claim.kind, section, span))
                    self._complain(record, pointer, f"'{value}' of {claim.field} is not known; it is kept as a mention")
                elif isinstance(made, Relation) and made.object.iri == record.pose.iri:
                    self._complain(record, pointer, f"'{value}' of {claim.field} is the pose itself; it is left out")
                else:
                    yield made

    def _claim(self, claim: ClaimMapping, meaning: Meaning, span: Field, name: str) -> Claim | None:
        if claim.kind == "hold":
            return _hold(name, claim, span)
        if claim.kind == "contraindication":
            return self._contraindication(claim, meaning, span, name)
        circumstance = meaning.circumstance or claim.circumstance
        for property_ in (meaning.property,) if meaning.property else claim.properties:
            classes = properties()[property_]
            found = self.poses.referred(name) if "Practice" in classes else self.things.term(name, classes)
            if found is not None:
                return Relation(span=span, rule=claim.rule, circumstance=circumstance, property=property_, object=found)
        return None

    def _contraindication(
        self, claim: ClaimMapping, meaning: Meaning, span: Field, name: str
    ) -> Contraindication | None:
        condition = self.things.term(name, ("HealthCondition",))
        if condition is None:
            return None
        return Contraindication(
            span=span,
            rule=claim.rule,
            circumstance=meaning.circumstance or claim.circumstance,
            condition=condition,
            advice=meaning.advice or claim.advice,
            onset=meaning.onset,
            severity=meaning.severity,
            trimester=meaning.trimester,
        )

    # -- what is wrong ----------------------------------------------------------------------------

    def _check_fields(self, table: TableMapping, records: Sequence[_Record]) -> None:
        """Complain of the fields of a mapping that no record has."""
        named = [(claim.field, claim.line) for claim in table.claims]
        named += [(path, table.line) for path in (table.id, table.pose, table.english, table.sanskrit) if path]
        for path, line in named:
            if records and not any(True for record in records for _ in find(record.value, path)):
                self._complain_of_mapping(line, f"no record has the field '{path}'")

    def _check_claims(self, records: Sequence[_Record]) -> None:
        """Complain of records that contradict each other, or themselves."""
        levels: dict[str, dict[str, _Record]] = defaultdict(dict)
        helped: dict[tuple[str, str], str] = {}
        for record in records:
            for claim in record.claims:
                if isinstance(claim, Relation) and claim.property == "level":
                    levels[record.pose.iri].setdefault(claim.object.label, record)
                elif isinstance(claim, Relation) and claim.property in _BENEFITS:
                    helped[record.pose.iri, claim.object.iri] = claim.property
        for said in levels.values():
            if len(said) > 1:
                record = list(said.values())[-1]
                self._complain(record, "", f"{record.pose.label} has two levels: {' and '.join(said)}; both are kept")
        for record in records:
            for claim in record.claims:
                if isinstance(claim, Contraindication) and claim.advice == "Avoid":
                    verb = helped.get((record.pose.iri, claim.condition.iri))
                    if verb:
                        both = f"the source says that {record.pose.label} {verb} {claim.condition.label}, and bars it"
                        self._complain(record, "", f"{both} for that; both are kept")

    def _complain(self, record: _Record, pointer: str, sentence: str) -> None:
        line = record.contents.line(pointer or record.pointer)
        self.problems.append(Problem(record.contents.file, line, sentence))

    def _complain_of_mapping(self, line: int, sentence: str) -> None:
        self.problems.append(Problem(self.mapping.file, line, sentence))

    # -- the document -----------------------------------------------------------------------------

    def _address(self, record: _Record, pointer: str) -> str:
        """Return the JSON Pointer of a value in all files together, or in the one that there is."""
        return f"/{escape(record.contents.file)}{pointer}" if len(self.files) > 1 else pointer

    def _document(self, records: Sequence[_Record], name: str, key: str | None) -> Document:
        value = self.used if len(self.files) > 1 else next(iter(self.used.values()))
        text = json.dumps(value, ensure_ascii=False, indent=1)
        suffixes = {file.rpartition(".")[2].lower() for file in self.used}
        return Document(
            name=name,
            title=self.mapping.title,
            text=text,
            checksum=hashlib.sha256(text.encode()).hexdigest(),
            media_type=_MEDIA_TYPES.get(suffixes.pop(), "text/plain") if len(suffixes) == 1 else "application/json",
            descriptions=tuple(
                Description(record.pose, record.names, tuple(_distinct(record.claims))) for record in records
            ),
            mentions=tuple(self.mentions),
            url=self.mapping.url,
            evidence=self.mapping.evidence,
            license=self.mapping.license,
            version=self.mapping.version,
            copy_of=self.mapping.copy_of,
            key=key,
        )


def _pointer(span: Span) -> str:
    return span.pointer if isinstance(span, Field) else ""


def _fits(file: str, pattern: str) -> bool:
    return fnmatch(file, pattern) or fnmatch(file.rpartition("/")[2], pattern)


def _text(value: Value, path: str | None) -> str | None:
    """Return the first text at a path, in one line."""
    found = (text for at, inner in find(value, path) for _, text in texts(inner, at)) if path else ()
    return next((" ".join(text.split()) for text in found), None)


def _holds(value: Value, path: str, wanted: str) -> bool:
    return any(text.strip() == wanted for _, inner in find(value, path) for _, text in texts(inner, ""))


def _hold(text: str, claim: ClaimMapping, span: Field) -> Hold | None:
    match = _LENGTH.fullmatch(text)
    if not match or not int(match[1]):
        return None
    factor, unit = _UNITS[claim.unit]
    least, most = int(match[1]) * factor, int(match[2] or match[1]) * factor
    shown = f"{match[1]}–{match[2]} {unit}" if match[2] else f"{match[1]} {unit}"
    if claim.unit == "breaths":
        return Hold(span=span, rule=claim.rule, text=shown, min_breaths=least, max_breaths=most)
    return Hold(span=span, rule=claim.rule, text=shown, min_seconds=least, max_seconds=most)


def _distinct(claims: Iterable[Claim]) -> Iterator[Claim]:
    """Keep of several equal claims the first; of plain statements all, since each passage of them is evidence."""
    seen = set()
    for claim in claims:
        content = replace(claim, span=_ANYWHERE, rule="")
        if isinstance(claim, Relation) or content not in seen:
            seen.add(content)
            yield claim
