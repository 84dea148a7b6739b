"""The way of a document into the store, and what is done to the store as a whole."""

from __future__ import annotations

import hashlib
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

import pyoxigraph as ox

from yogakg import reasoning, validation
from yogakg.errors import DocumentError, ValidationError, YogaError
from yogakg.namespaces import ONTOLOGY_GRAPH, POSES_GRAPH, PREFIXES, RISKS_GRAPH, VOCABULARY_GRAPH, YOGA
from yogakg.oxigraph import triples
from yogakg.store import Action, Content, Store
from yogakg.validation import Finding, Report

if TYPE_CHECKING:
    from yogakg.loaders.records import Mapping
    from yogakg.store import SourceInfo

STDIN: Final = "-"
#: Bytes of one document.
SIZE_LIMIT: Final = 20 * 1024 * 1024
ARTICLES: Final = frozenset({".txt", ".md", ".markdown", ".html", ".htm", ".docx", ".pdf"})
RDF: Final = frozenset({".ttl", ".trig", ".nt", ".nq", ".rdf", ".owl", ".xml", ".jsonld", ".json-ld"})
#: Records, which are read by a mapping.
RECORDS: Final = frozenset({".json", ".csv", ".tsv", ".yaml", ".yml"})

_TYPE: Final = ox.NamedNode(PREFIXES["rdf"] + "type")
_DESCRIBES: Final = ox.NamedNode(YOGA + "describes")
_DERIVED: Final = ox.NamedNode(PREFIXES["prov"] + "wasDerivedFrom")
_MENTION: Final = ox.NamedNode(YOGA + "UngroundedMention")


@dataclass(frozen=True, slots=True)
class LoadedSource:
    """What came of one source.

    ``superseded`` are the sources that an older form of the document had given and that are gone now.
    ``unused`` are the sentences of telling sections that gave no claim, ``findings`` what does not
    violate a shape but is unusual. A document whose bytes were loaded before is ``unchanged`` and not
    read again: of it the last three are not known, and empty. ``copy_of`` is the file name of the source
    that was loaded from another document with the same text; the copy adds nothing to it. ``problems`` are what could
    not be used of records, each with its file and line.
    """

    source: str
    document: str
    action: Action
    superseded: tuple[str, ...]
    claims: int
    mentions: int
    inferred: int
    unused: tuple[str, ...] = ()
    findings: tuple[Finding, ...] = ()
    copy_of: str | None = None
    problems: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Failure:
    """A document of which nothing was loaded, and why."""

    document: str
    error: YogaError


@dataclass(frozen=True, slots=True)
class LoadReport:
    """What a load did, source by source, and what it could not load."""

    sources: tuple[LoadedSource, ...]
    failures: tuple[Failure, ...]

    @property
    def claims(self) -> int:
        """How many claims the loaded sources make."""
        return sum(source.claims for source in self.sources)


@dataclass(frozen=True, slots=True)
class _Read:
    """A source as a loader gives it, with the checksum of its text if it is an article."""

    source: str
    stated: tuple[ox.Triple, ...]
    text: str | None
    unused: tuple[str, ...] = ()
    checksum: str | None = None
    copy_of: str | None = None
    problems: tuple[str, ...] = ()


def load(
    paths: Iterable[str | Path],
    *,
    store: Store,
    mapping: str | Path | None = None,
    on_progress: Callable[[int, int, str], None] | None = None,
) -> LoadReport:
    """Load documents into a store: read each, infer, hold it to the shapes, write it in one transaction.

    ``paths`` are files, folders (with all in them that has a suffix of an article or of RDF, in the
    order of their names), patterns such as ``poses/*.md``, or ``-`` for standard input. The suffix
    says what a file is; a file with another suffix is read as text. ``on_progress`` is told, before
    each document, how many are done, how many there are, and which comes now.
    With ``mapping``, a file or the name of one that comes with the package, each file and each folder is one source
    of records. Raises MappingError for a mapping that cannot be used.

    A document that cannot be loaded is a failure in the report, and the rest is loaded. A document
    whose bytes are in the store already is not read again, so a load that was broken off goes on
    where it was. A document that has changed takes the place of its older form.
    """
    records = _mapping(mapping)
    documents, failures = find_documents(paths, whole=records is not None)
    sources: list[LoadedSource] = []
    for number, document in enumerate(documents):
        if on_progress:
            on_progress(number, len(documents), document)
        try:
            sources += _load_document(document, store, records)
        except DocumentError as error:
            # A loader knows the name alone, which many folders may have.
            failures.append(Failure(document, DocumentError(document, error.problem, error.remedy)))
        except YogaError as error:
            failures.append(Failure(document, error))
    if on_progress and documents:
        on_progress(len(documents), len(documents), documents[-1])
    return LoadReport(tuple(sources), tuple(failures))


def unload(name: str, *, store: Store) -> SourceInfo:
    """Remove a source, named by its file, title, address or IRI, with all that follows from it.

    Returns what the store knew of it. Raises UnknownNameError if no source, or several, have that name.
    """
    source = store.source(store.find_source(name))
    store.remove(source.iri)
    return source


def validate(store: Store, *, on_source: Callable[[str], None] | None = None) -> Report:
    """Hold all terms and all sources of a store to the shapes and to the ontology."""
    return validation.validate_store(store, on_source=on_source)


def reason(store: Store, *, prove: bool = False) -> dict[str, int]:
    """Infer anew all that follows in a store, and return how many triples follow from each graph.

    With ``prove``, HermiT first proves terms and sources consistent; see ``reasoning.prove`` for what
    that takes and raises.
    """
    if prove:
        stated = [ONTOLOGY_GRAPH, VOCABULARY_GRAPH, POSES_GRAPH, RISKS_GRAPH]
        stated += [source.iri for source in store.sources()]
        reasoning.prove(*(triples(store.graph, graph) for graph in stated))
    return store.reason()


def _mapping(asked: str | Path | None) -> Mapping | None:
    if asked is None:
        return None
    from yogakg.loaders.records import read_mapping

    return read_mapping(asked)


def find_documents(paths: Iterable[str | Path], *, whole: bool = False) -> tuple[list[str], list[Failure]]:
    """Return the documents that paths mean, each once, and the paths that mean none.

    Paths are files, folders, patterns, or ``-`` for standard input, as ``load`` takes them; a ``whole`` folder
    is one document.
    """
    documents: dict[str, None] = {}
    failures = []
    for path in map(str, paths):
        try:
            documents |= dict.fromkeys(_documents(path, whole=whole))
        except DocumentError as error:
            failures.append(Failure(path, error))
    return list(documents), failures


def _documents(path: str, *, whole: bool) -> Iterator[str]:
    place = Path(path).expanduser()
    if path == STDIN or place.is_file() or (whole and place.is_dir()):
        return iter([path if path == STDIN else str(place)])
    if place.is_dir():
        # A link that leads nowhere is listed, so that whoever meant it is told.
        files = (file for file in place.rglob("*") if file.is_file() or (file.is_symlink() and not file.is_dir()))
        found = sorted(file for file in files if file.suffix.lower() in ARTICLES | RDF)
        shown = [file for file in found if not any(part.startswith(".") for part in file.relative_to(place).parts)]
        if not shown:
            suffixes = " ".join(sorted(ARTICLES | RDF))
            raise DocumentError(path, "there is no document in this folder", f"Documents end in one of: {suffixes}.")
        return map(str, shown)
    if any(character in path for character in "*?["):
        root = Path(place.anchor)
        matches = sorted(file for file in root.glob(str(place.relative_to(root))) if file.is_file())
        if not matches:
            raise DocumentError(path, "no file fits this pattern", "Check the pattern, and the folder you are in.")
        return map(str, matches)
    raise DocumentError(path, "there is no such file", "Check its name, and the folder you are in.")


def _load_document(document: str, store: Store, mapping: Mapping | None) -> list[LoadedSource]:
    files = _files(document) if mapping else [(Path(document).name, read_bytes(document))]
    location = None if document == STDIN else Path(document).resolve().as_uri()
    digest = hashlib.sha256(repr(mapping).encode() if mapping else b"")
    for name, data in files:
        digest.update(data if len(files) == 1 else name.encode() + hashlib.sha256(data).digest())
    checksum = digest.hexdigest()
    if location and (known := store.sources_at(location, checksum=checksum)):
        return [_unchanged(source, document, store) for source in known]
    contents, reports = [], []
    found = iter([_read_records(files, document, mapping)]) if mapping else _read(files[0][1], document)
    for read in (_original(read, store) for read in found):
        inferred = store.infer(read.stated)
        findings = validation.validate_source(read.stated, inferred, store.terms)
        violations = [finding for finding in findings if finding.severity == "violation"]
        if violations:
            raise ValidationError(document, violations)
        contents.append(Content(read.source, read.stated, tuple(inferred), read.text))
        reports.append((read, tuple(findings)))
    changes = store.replace_all(contents, location=location, checksum=checksum)
    return [
        LoadedSource(
            change.source,
            document,
            change.action,
            change.superseded,
            *_count_claims(read.stated),
            change.inferred,
            read.unused,
            findings,
            read.copy_of,
            read.problems,
        )
        for change, (read, findings) in zip(changes, reports, strict=True)
    ]


def _original(read: _Read, store: Store) -> _Read:
    """Return the source in the store that has the text of an article and is about the same, if there is one.

    It would count as a second witness for the same words.
    """
    if read.checksum is None:
        return read
    about = {triple.object for triple in read.stated if triple.predicate == _DESCRIBES}
    for known in store.sources_of(read.checksum):
        stated = store.stated(known)
        if known == read.source or store.text(known) != read.text:
            continue
        if about == {triple.object for triple in stated if triple.predicate == _DESCRIBES}:
            name = store.source(known).file_name
            return _Read(known, tuple(stated), store.text(known), copy_of=name)
    return read


def _files(document: str) -> list[tuple[str, bytes]]:
    """Return the file, or the files in the folder, each with its path in it."""
    place = Path(document)
    if document == STDIN or not place.is_dir():
        return [(place.name, read_bytes(document))]
    found = sorted(file for file in place.rglob("*") if file.is_file())
    named = [(file.relative_to(place), file) for file in found]
    shown = [(name, file) for name, file in named if not any(part.startswith(".") for part in name.parts)]
    if not shown:
        raise DocumentError(document, "there is no file in this folder", "Name the folder or file of the records.")
    return [(name.as_posix(), read_bytes(str(file))) for name, file in shown]


def read_bytes(document: str) -> bytes:
    """Return the bytes of a file, or of standard input for ``-``.

    Raises DocumentError if it cannot be read or is larger than a document may be.
    """
    remedy = f"Split it: one document has no more than {SIZE_LIMIT // 1024**2} MB."
    try:
        if document == STDIN:
            data = sys.stdin.buffer.read(SIZE_LIMIT + 1)
        else:
            with Path(document).open("rb") as file:
                data = file.read(SIZE_LIMIT + 1)
    except OSError as error:
        problem = f"the file cannot be read ({error.strerror})"
        raise DocumentError(document, problem, "Check that it is there and that you may read it.") from error
    if len(data) > SIZE_LIMIT:
        raise DocumentError(document, "the document is too large", remedy)
    return data


def _read(data: bytes, document: str) -> Iterator[_Read]:
    """Read the sources in a document by the loader for its suffix."""
    path = Path("standard input" if document == STDIN else document)
    if path.suffix.lower() in RDF:
        from yogakg.loaders.rdf import read_rdf

        for source in read_rdf(data, name=path.name):
            yield _Read(source.iri, source.triples, source.text)
    elif path.suffix.lower() in RECORDS:
        problem = "nothing says what the fields of these records mean"
        raise DocumentError(document, problem, "Add --mapping FILE; docs/records.md tells how to write one.")
    else:
        from yogakg.graph import triples as write
        from yogakg.loaders.article import read_article

        article = read_article(data, name=path.name)
        unused = tuple(article.text[span.start : span.end] for span in article.unused)
        problems = tuple(
            f"{document}: the text never names its pose, which is kept as '{described.practice.label}'. "
            "Put its name into the title or the file name and load the document again."
            for described in article.descriptions
            if not described.names and described.practice.minted
        )
        yield _Read(article.iri, tuple(write(article)), article.text, unused, article.checksum, problems=problems)


def _read_records(files: Sequence[tuple[str, bytes]], document: str, mapping: Mapping) -> _Read:
    """Read the records in files by the mapping of their source."""
    from yogakg.graph import triples as write
    from yogakg.loaders.records import read_records

    records = read_records(files, mapping, name="records" if document == STDIN else Path(document).resolve().name)
    problems = tuple(map(str, records.problems))
    source = records.document
    return _Read(source.iri, tuple(write(source)), source.text, records.unread, problems=problems)


def _unchanged(source: str, document: str, store: Store) -> LoadedSource:
    known = store.source(source)
    return LoadedSource(source, document, "unchanged", (), known.claims, known.mentions, len(store.inferred(source)))


def _count_claims(stated: Iterable[ox.Triple]) -> tuple[int, int]:
    """Return how many claims statements make, and how many mentions."""
    passed, mentions = set(), set()
    for triple in stated:
        if triple.predicate == _DERIVED:
            passed.add(triple.subject)
        elif triple.predicate == _TYPE and triple.object == _MENTION:
            mentions.add(triple.subject)
    return len(passed - mentions), len(mentions)
