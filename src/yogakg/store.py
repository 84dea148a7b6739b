"""The store: an oxigraph database of named graphs, with the texts and places of its documents beside it."""

from __future__ import annotations

import hashlib
import os
import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from difflib import get_close_matches
from functools import cache
from importlib.metadata import version
from pathlib import Path
from types import TracebackType
from typing import Final, Literal, Self

import pyoxigraph as ox

from yogakg import reasoning, resources
from yogakg.errors import StoreError, UnknownNameError
from yogakg.local import LocalRecords
from yogakg.namespaces import (
    MAPPINGS_GRAPH,
    ONTOLOGY_GRAPH,
    POSES_GRAPH,
    PREFIXES,
    RISKS_GRAPH,
    TERMS_INFERRED_GRAPH,
    VOCABULARY_GRAPH,
    YOGA,
    expand,
)
from yogakg.oxigraph import quads, select, triples
from yogakg.snapshots import Snapshot, remove_old_snapshots, take_snapshot
from yogakg.sssom import read_mappings

MEMORY: Final = ":memory:"
#: The name of a source's inferred graph is the name of its own graph and this.
INFERRED: Final = "/inferred"
#: Names that stand for all sources that a user loaded, and for all that came with the package.
LOADED: Final = "loaded"
SHIPPED: Final = "shipped"
#: The graphs that rules read. Imports and mappings are asked, not reasoned with.
_REASONED: Final = (ONTOLOGY_GRAPH, VOCABULARY_GRAPH, POSES_GRAPH, RISKS_GRAPH)
#: A store in memory remembers what was in it and gets slower: inference by a tenth of a millisecond each time.
_INFERENCES_PER_COPY: Final = 50
_TYPE: Final = ox.NamedNode(PREFIXES["rdf"] + "type")
_SOURCE: Final = ox.NamedNode(YOGA + "Source")
_CHECKSUM: Final = ox.NamedNode(YOGA + "checksum")
_DATE_LOADED: Final = ox.NamedNode(YOGA + "dateLoaded")

_SOURCES: Final = """
SELECT ?source ?title ?file ?media ?evidence ?date ?checksum ?url ?license {
  %s
  GRAPH ?source {
    ?source a yoga:Source .
    OPTIONAL { ?source dcterms:title ?title }
    OPTIONAL { ?source yoga:fileName ?file }
    OPTIONAL { ?source yoga:mediaType ?media }
    OPTIONAL { ?source yoga:evidenceClass ?evidence }
    OPTIONAL { ?source yoga:dateLoaded ?date }
    OPTIONAL { ?source yoga:checksum ?checksum }
    OPTIONAL { ?source dcterms:source ?url }
    OPTIONAL { ?source dcterms:license ?license }
  }
} ORDER BY ?source"""
_PRACTICES: Final = """
SELECT ?source ?value { %s GRAPH ?source { ?source a yoga:Source ; yoga:describes ?value } } ORDER BY ?value"""
# A claim is an axiom or a node that has a passage. A mention has one too, but claims nothing.
_CLAIMS: Final = """
SELECT ?source (COUNT(DISTINCT ?claim) AS ?value) {
  %s GRAPH ?source { ?source a yoga:Source . ?claim prov:wasDerivedFrom ?passage }
} GROUP BY ?source"""
_MENTIONS: Final = """
SELECT ?source (COUNT(DISTINCT ?mention) AS ?value) {
  %s GRAPH ?source { ?source a yoga:Source . ?mention a yoga:UngroundedMention ; prov:wasDerivedFrom ?passage }
} GROUP BY ?source"""


@dataclass(frozen=True, slots=True)
class SourceInfo:
    """What the store knows of one loaded source.

    ``iri`` is also the name of its graph. ``locations`` are the places it was loaded from (none for
    standard input), ``url`` the address it gives for itself, ``practices`` the IRIs of the
    practices it describes, ``claims`` and ``mentions`` how many it makes. ``shipped`` says that it came with the
    package and was not loaded by the user.
    """

    iri: str
    title: str | None
    file_name: str | None
    media_type: str | None
    evidence_class: str | None
    date_loaded: str | None
    checksum: str | None
    url: str | None
    locations: tuple[str, ...]
    practices: tuple[str, ...]
    claims: int
    mentions: int
    license: str | None = None
    shipped: bool = False


@dataclass(frozen=True, slots=True)
class Content:
    """What is to be loaded of one source: what it states, what follows, and the text of its passages."""

    source: str
    stated: tuple[ox.Triple, ...]
    inferred: tuple[ox.Triple, ...]
    text: str | None


Action = Literal["added", "replaced", "unchanged"]


@dataclass(frozen=True, slots=True)
class Change:
    """What a load did to the graph of one source; ``superseded`` are sources that were removed for it."""

    source: str
    action: Action
    superseded: tuple[str, ...]
    stated: int
    inferred: int


class Store:
    """A set of named graphs: the project's terms, and two graphs for each loaded source.

    ``graph`` is the pyoxigraph store. It holds nothing that may not be published, so a query may
    take the union of all graphs (``use_default_graph_as_union=True``). That union has a triple once
    for each graph that states it: select and count ``DISTINCT``.
    The text of a document and the place it was loaded from are kept beside the graphs (``text``,
    ``SourceInfo.locations``), where no query and no export meets them.
    """

    def __init__(
        self,
        location: str,
        graph: ox.Store,
        local: LocalRecords,
        *,
        read_only: bool = False,
        snapshot: Snapshot | None = None,
    ) -> None:
        self.location = location
        self.read_only = read_only
        self._graph: ox.Store | None = graph
        self._local = local
        self._snapshot = snapshot
        self._terms: ox.Store | None = None
        self._working_terms: ox.Store | None = None
        self._inferences = 0

    @classmethod
    def open(cls, location: str | Path | None = None, *, read_only: bool = False, shipped: bool = True) -> Self:
        """Open a store, or make one where none is, with the terms and sources of the installed package.

        ``location`` is a folder or ``":memory:"``; without it the folder is ``$YOGAKG_STORE`` or
        else one in the user's data. One process at a time may open it for writing; with
        ``read_only`` any number may, beside the writer, and see what was there when they opened it.
        Terms and sources of the package are loaded on the first opening, and again when the package has changed;
        without ``shipped`` the store has no sources but those that are loaded into it.

        Raises StoreError if another process writes to it, if the folder is no store or cannot be
        written, and for reading if there is no store.
        """
        place = str(location if location is not None else os.environ.get("YOGAKG_STORE") or _user_folder())
        if place == MEMORY:
            store = cls(MEMORY, ox.Store(), LocalRecords(None))
            store._load_package(shipped=shipped)
            return store
        folder = Path(place).expanduser()
        store = cls._open_folder(folder, read_only=read_only)
        if store._local.fingerprint == _fingerprint(shipped=shipped):
            return store
        if not read_only:
            store._load_package(shipped=shipped)
            return store
        store.close()
        # If somebody is writing, or the folder is write-protected, the terms that are there serve.
        with suppress(StoreError):
            cls.open(folder, shipped=shipped).close()
        return cls._open_folder(folder, read_only=True)

    @classmethod
    def _open_folder(cls, folder: Path, *, read_only: bool) -> Self:
        database, records = folder / "graph", folder / "local.sqlite"
        try:
            if read_only and not (database / "CURRENT").is_file():
                raise StoreError(folder, "there is no store here", "Load a document first: yogakg load FILE.")
            if not read_only:
                if folder.is_dir() and any(folder.iterdir()) and not records.is_file():
                    remedy = "Name a store, or a new folder to make one."
                    raise StoreError(folder, "this folder is not a store; it holds other things", remedy)
                folder.mkdir(parents=True, exist_ok=True)
            # The records come first: by their file a store is known even if its making was cut short.
            local = LocalRecords(records, read_only=read_only)
            if read_only:
                snapshot = take_snapshot(database)
                graph = ox.Store.read_only(snapshot.name if snapshot else str(database))
                return cls(str(folder), graph, local, read_only=True, snapshot=snapshot)
            remove_old_snapshots(folder)
            return cls(str(folder), ox.Store(str(database)), local)
        except (OSError, RuntimeError, sqlite3.Error) as error:
            raise _explain(folder, error) from error

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Write everything to the disk and let others open the store."""
        if self._graph is not None:
            if not self.read_only and self.location != MEMORY:
                self._graph.flush()
            # The database has no close: its lock goes with the last reference to it.
            self._graph = self._terms = self._working_terms = None
            self._local.close()
            if self._snapshot is not None:
                self._snapshot.cleanup()

    @property
    def graph(self) -> ox.Store:
        """The pyoxigraph store."""
        if self._graph is None:
            raise StoreError(self.location, "this store is closed", "Open it again with Store.open.")
        return self._graph

    # Terms

    @property
    def terms(self) -> ox.Store:
        """A copy in memory of ontology, vocabulary, poses, risks and what follows from them."""
        if self._terms is None:
            self._terms = self._copy(*_REASONED, TERMS_INFERRED_GRAPH)
        return self._terms

    def infer(self, stated: Iterable[ox.Triple]) -> list[ox.Triple]:
        """Return what follows from statements and the terms, and is in neither."""
        if self._working_terms is None or self._inferences % _INFERENCES_PER_COPY == 0:
            self._working_terms = ox.Store()
            self._working_terms.extend(self.terms)
        self._inferences += 1
        return reasoning.infer(stated, self._working_terms)

    def set_graph(self, name: str, triples: Iterable[ox.Triple]) -> None:
        """Fill a graph of the project anew, such as the mappings or an import, in one transaction.

        ``name`` is an IRI under ``https://w3id.org/yogakg/graph/`` other than those of the package's
        terms. Without triples the graph is removed.
        """
        if not name.startswith(PREFIXES["graph"]) or name in (*_REASONED, TERMS_INFERRED_GRAPH):
            raise ValueError(f"<{name}> is not a graph that may be set")
        self._write(drop=[name], insert={name: triples})

    def reason(self) -> dict[str, int]:
        """Infer anew what follows from the terms and from each source.

        Returns how many triples follow from each graph; that of the terms has the name of the
        inferred graph itself.
        """
        inferred = reasoning.infer_terms(self._copy(*_REASONED))
        self._write(drop=[TERMS_INFERRED_GRAPH], insert={TERMS_INFERRED_GRAPH: inferred})
        self._terms = self._working_terms = None
        return {TERMS_INFERRED_GRAPH: len(inferred)} | self._reason_sources()

    def _reason_sources(self, *, without: frozenset[str] = frozenset()) -> dict[str, int]:
        counts = {}
        for source in self._source_graphs():
            if source not in without:
                inferred = self.infer(self.stated(source))
                self._write(drop=[source + INFERRED], insert={source + INFERRED: inferred})
                counts[source] = len(inferred)
        return counts

    def _load_package(self, *, shipped: bool) -> None:
        """Replace the terms and sources of the package and everything that follows from terms.

        The fingerprint is taken away first and set last, so that what is cut short begins anew.
        """
        self._local.fingerprint = None
        self._local.forget_checksums()
        package = (*_package_quads(), *(_shipped_quads() if shipped else ()))
        gone = {ox.NamedNode(name) for source in self._local.shipped for name in (source, source + INFERRED)}
        graphs = sorted({str(name) for name in (*gone, *(quad.graph_name for quad in package))})
        # A source is known to be shipped before it is there: if this is cut short, nobody takes it for the user's.
        sources = frozenset(_shipped_files()) if shipped else frozenset()
        self._local.shipped = self._local.shipped | sources
        self.graph.update(" ; ".join(f"DROP SILENT GRAPH {graph}" for graph in graphs))
        self.graph.bulk_extend(package)
        self._terms = self._working_terms = None
        self._local.shipped = sources
        self._reason_sources(without=sources)
        self._local.fingerprint = _fingerprint(shipped=shipped)

    # Sources

    def sources(self) -> list[SourceInfo]:
        """List the loaded sources, by IRI."""
        return self._describe(None)

    def source(self, iri: str) -> SourceInfo:
        """Describe one loaded source. Raises UnknownNameError if it is not loaded."""
        if not self._is_loaded(iri):
            raise UnknownNameError(iri)
        return self._describe(iri)[0]

    def _describe(self, source: str | None) -> list[SourceInfo]:
        """Describe one source, or all."""
        values = f"VALUES ?source {{ <{source}> }}" if source else ""
        practices, places = defaultdict(list), defaultdict(list)
        for iri, practice in self._pairs(_PRACTICES % values):
            practices[iri].append(practice)
        for location, iri in self._local.places(source):
            places[iri].append(location)
        shipped = self._local.shipped
        marked, mentions = dict(self._pairs(_CLAIMS % values)), dict(self._pairs(_MENTIONS % values))
        found: dict[str, SourceInfo] = {}
        for row in select(self.graph, _SOURCES % values):
            iri, title, file_name, media_type, evidence, date, checksum, url, license_ = (
                cell and cell.value for cell in row
            )
            # A second title or address makes a second row, not a second source.
            found.setdefault(
                iri,
                SourceInfo(
                    iri=iri,
                    title=title,
                    file_name=file_name,
                    media_type=media_type,
                    evidence_class=evidence,
                    date_loaded=date,
                    checksum=checksum,
                    url=url,
                    locations=tuple(places[iri]),
                    practices=tuple(practices[iri]),
                    claims=int(marked.get(iri, 0)) - int(mentions.get(iri, 0)),
                    mentions=int(mentions.get(iri, 0)),
                    license=license_,
                    shipped=iri in shipped,
                ),
            )
        return list(found.values())

    def choose(self, names: Sequence[str]) -> list[str]:
        """Return the IRIs of the sources that names mean.

        A name is one that ``find_source`` takes, ``"loaded"`` for all that were loaded into the store, or ``"shipped"``
        for all that came with the package. Raises UnknownNameError for a name that no source has.
        """
        shipped = self._local.shipped
        chosen: dict[str, None] = {}
        for name in names:
            if name in (LOADED, SHIPPED):
                chosen |= dict.fromkeys(one for one in self._source_graphs() if (one in shipped) == (name == SHIPPED))
            else:
                chosen[self.find_source(name)] = None
        return list(chosen)

    def graphs(self, names: Sequence[str]) -> list[str]:
        """Return the graphs of the sources that names mean, of what follows from them, and of terms and mappings.

        Asking these alone leaves out all other sources. Raises UnknownNameError for a name that no source has.
        """
        of_terms = [name.value for name in self.graph.named_graphs() if name.value.startswith(PREFIXES["graph"])]
        return [*of_terms, *(graph for source in self.choose(names) for graph in (source, source + INFERRED))]

    def find_source(self, name: str) -> str:
        """Return the IRI of the source that has this IRI, CURIE, file name, location, address or title.

        Raises UnknownNameError, with candidates, if no source has, or several have.
        """
        sources = self.sources()
        wanted = {name, expand(name), expand(f"source:{name}")} - {None}
        for source in sources:
            if wanted & {source.iri, source.url, *source.locations, *map(_path, source.locations)}:
                return source.iri
        named = [source.iri for source in sources if name in (source.file_name, source.title)]
        if len(named) == 1:
            return named[0]
        if named:
            raise UnknownNameError(name, named, ambiguous=True)
        names = [known for source in sources for known in (source.file_name, source.title) if known]
        raise UnknownNameError(name, get_close_matches(name, names))

    def stated(self, source: str) -> list[ox.Triple]:
        """Return what a source states."""
        return triples(self.graph, source)

    def inferred(self, source: str) -> list[ox.Triple]:
        """Return what follows from a source and the terms."""
        return triples(self.graph, source + INFERRED)

    def text(self, source: str) -> str | None:
        """Return the text of a source, in which its passages count, or None if it has none."""
        return self._local.text(source)

    def sources_of(self, checksum: str) -> list[str]:
        """Return the sources whose text has a checksum."""
        found = self.graph.quads_for_pattern(None, _CHECKSUM, ox.Literal(checksum), None)
        return sorted(quad.subject.value for quad in found if isinstance(quad.subject, ox.NamedNode))

    def sources_at(self, location: str, *, checksum: str) -> list[str]:
        """Return the sources that these bytes (by their checksum) at this place gave, if all are still loaded."""
        known = [source for source, digest in self._local.at(location) if digest == checksum]
        return known if all(map(self._is_loaded, known)) else []

    def replace(
        self,
        source: str,
        stated: Iterable[ox.Triple],
        inferred: Iterable[ox.Triple],
        *,
        location: str | None = None,
        text: str | None = None,
        checksum: str | None = None,
    ) -> Change:
        """Put one source into the store, in place of what was there; see ``replace_all``."""
        content = Content(source, tuple(stated), tuple(inferred), text)
        return self.replace_all([content], location=location, checksum=checksum)[0]

    def replace_all(
        self, contents: Iterable[Content], *, location: str | None = None, checksum: str | None = None
    ) -> list[Change]:
        """Put the sources of one document into the store in one transaction, in place of what was there.

        Sources that an older form of the document at the same ``location`` gave are removed in the
        same transaction, unless another location holds them still. ``checksum`` is that of the bytes
        at the location, for ``sources_at``. Content that is there already is not written again.
        """
        self._require_writable()
        contents = list(contents)
        kept = {content.source for content in contents}
        gone = [source for source in self._only_at(location) if source not in kept]
        drop = [name for source in gone for name in (source, source + INFERRED)]
        insert: dict[str, Iterable[ox.Triple]] = {}
        changes: list[Change] = []
        for content in contents:
            if content.source.startswith((YOGA, PREFIXES["graph"])):
                raise ValueError(f"<{content.source}> cannot be the name of a source")
            graphs = {content.source: content.stated, content.source + INFERRED: content.inferred}
            loaded = self._is_loaded(content.source)
            if loaded and self._holds(graphs):
                action: Action = "unchanged"
            else:
                self._require_own(content.source)
                action = "replaced" if loaded else "added"
                drop += graphs
                insert |= graphs
            sizes = (len(content.stated), len(content.inferred))
            changes.append(Change(content.source, action, tuple(gone) if not changes else (), *sizes))
        for content in contents:
            self._local.record(content.source, content.text, location, checksum)
        self._write(drop=drop, insert=insert)
        if location is not None:
            self._local.leave(location, [source for source, _ in self._local.at(location) if source not in kept])
        self._local.forget(gone)
        return changes

    def remove(self, source: str) -> bool:
        """Remove a source and what follows from it in one transaction; False if it is not loaded.

        Raises StoreError for a source that came with the package.
        """
        if not self._is_loaded(source):
            return False
        self._require_own(source)
        self._write(drop=[source, source + INFERRED], insert={})
        self._local.forget([source])
        return True

    def _only_at(self, location: str | None) -> list[str]:
        """Return the loaded sources that were read at a location and nowhere else."""
        if location is None:
            return []
        sources = [source for source, _ in self._local.at(location)]
        return [source for source in sources if self._is_loaded(source) and not self._local.elsewhere(source, location)]

    def _holds(self, graphs: Mapping[str, Iterable[ox.Triple]]) -> bool:
        """Say whether the graphs already say this, but for the date of loading."""
        wanted = ox.Store()  # writes numbers and dates in the same form as the store
        for name, said in graphs.items():
            wanted.extend(quads(said, name))
        return _undated(wanted, graphs) == _undated(self.graph, graphs)

    def _is_loaded(self, source: str) -> bool:
        iri = ox.NamedNode(source)
        return ox.Quad(iri, _TYPE, _SOURCE, iri) in self.graph

    def _source_graphs(self) -> list[str]:
        query = "SELECT ?source { GRAPH ?source { ?source a yoga:Source } } ORDER BY ?source"
        return [row["source"].value for row in select(self.graph, query)]

    # Reading and writing

    def _require_own(self, source: str) -> None:
        if source in self._local.shipped:
            remedy = "It cannot be removed or replaced; to ask without it, choose the sources 'loaded'."
            raise StoreError(source, "this source comes with the package", remedy)

    def _require_writable(self) -> None:
        if self.read_only:
            raise StoreError(self.location, "this store was opened for reading", "Open it without read_only.")

    def _write(self, *, drop: Iterable[str], insert: Mapping[str, Iterable[ox.Triple]]) -> None:
        """Drop and fill graphs in one transaction: the parts of one SPARQL update succeed or fail together."""
        self._require_writable()
        operations = [f"DROP SILENT GRAPH <{name}>" for name in drop]
        for name, said in insert.items():
            lines = ox.serialize(said, format=ox.RdfFormat.N_TRIPLES) or b""
            operations.append(f"INSERT DATA {{ GRAPH <{name}> {{\n{lines.decode()}}} }}")
        if operations:
            self.graph.update(" ;\n".join(operations))

    def _copy(self, *graphs: str) -> ox.Store:
        """Copy graphs into one store in memory, where each triple is once."""
        copy = ox.Store()
        for name in graphs:
            copy.extend(quads(triples(self.graph, name)))
        return copy

    def _pairs(self, query: str) -> Iterator[tuple[str, str]]:
        return ((row["source"].value, row["value"].value) for row in select(self.graph, query))


def _user_folder() -> Path:
    from platformdirs import user_data_path

    return user_data_path("yogakg", appauthor=False) / "store"


def _path(location: str) -> str | None:
    """Return the path of a file address."""
    from urllib.parse import unquote, urlsplit

    parts = urlsplit(location)
    return unquote(parts.path) if parts.scheme == "file" else None


def _undated(store: ox.Store, graphs: Iterable[str]) -> set[ox.Quad]:
    """Return the content of graphs but for the dates of loading, which say nothing of the content."""
    content = (quad for name in graphs for quad in quads(triples(store, name), name))
    return {quad for quad in content if quad.predicate != _DATE_LOADED}


def _explain(folder: Path, error: Exception) -> StoreError:
    """Turn what the databases report into what a person can do."""
    text = str(error)
    if "LOCK" in text or "database is locked" in text:
        return StoreError(
            folder,
            "another process is writing to this store",
            "Wait until it has ended, or open the store for reading only.",
        )
    if (
        isinstance(error, FileExistsError | NotADirectoryError)
        or "Not a directory" in text
        or "not a directory" in text
    ):
        return StoreError(folder, "this is a file, and a store is a folder", "Name a folder.")
    if isinstance(error, OSError) or "readonly" in text or "unable to open" in text:
        reason = getattr(error, "strerror", None) or text
        return StoreError(
            folder, f"the folder cannot be used ({reason})", "Name one that you may write to, with --store"
        )
    return StoreError(folder, f"the store is damaged ({text})", "Remove the folder and load the documents again.")


@cache
def _fingerprint(*, shipped: bool) -> str:
    """Return a digest of all that the package puts into a store, and of what its inferences depend on."""
    digest = hashlib.sha256(version("yogakg").encode())
    rules = "".join(reasoning.rules().values())
    terms = (resources.read("ontology", path) for path in _term_files())
    mappings = (resources.read("mappings", path) for path in _mapping_files())
    sources = (resources.read("data", path) for path in _shipped_files().values()) if shipped else ()
    for data in (rules.encode(), *terms, *mappings, *sources):
        digest.update(hashlib.sha256(data).digest())
    return digest.hexdigest()


def _term_files() -> dict[str, str]:
    """Return the files of terms, each with the graph that it belongs to."""
    graphs = {}
    for path in resources.listing("ontology", ".ttl"):
        folder, _, name = path.rpartition("/")
        if path == "yoga.ttl":
            graphs[path] = ONTOLOGY_GRAPH
        elif path == "poses.ttl":
            graphs[path] = POSES_GRAPH
        elif path in ("risks.ttl", "pose-risks.ttl"):
            graphs[path] = RISKS_GRAPH
        elif folder == "vocabulary":
            graphs[path] = VOCABULARY_GRAPH
        elif folder == "imports":
            graphs[path] = f"{PREFIXES['graph']}imports/{name.removesuffix('.ttl')}"
    return graphs


def _mapping_files() -> list[str]:
    return resources.listing("mappings", ".sssom.tsv")


@cache
def _package_quads() -> tuple[ox.Quad, ...]:
    """Return the terms of the package and what follows from them, each in its graph."""
    loaded, reasoned = ox.Store(), ox.Store()
    for path, graph in _term_files().items():
        parsed = ox.parse(resources.read("ontology", path), format=ox.RdfFormat.TURTLE, rename_blank_nodes=True)
        statements = [quad.triple for quad in parsed]
        loaded.extend(quads(statements, graph))
        if graph in _REASONED:
            reasoned.extend(quads(statements))
    for path in _mapping_files():
        mappings = read_mappings(resources.read("mappings", path), name=path)
        loaded.extend(quads(mappings.triples(), MAPPINGS_GRAPH))
    return (*loaded, *quads(reasoning.infer_terms(reasoned), TERMS_INFERRED_GRAPH))


def _shipped_files() -> dict[str, str]:
    """Return the files of the sources that come with the package, by the IRIs of the sources."""
    paths = resources.listing("data", ".ttl")
    return {PREFIXES["source"] + path.removesuffix(".ttl"): path for path in paths}


@cache
def _shipped_quads() -> tuple[ox.Quad, ...]:
    """Return what the sources of the package say, and what follows from each, in their graphs."""
    reasoned = {ox.NamedNode(name) for name in (*_REASONED, TERMS_INFERRED_GRAPH)}
    terms = ox.Store()
    terms.extend(quads(quad.triple for quad in _package_quads() if quad.graph_name in reasoned))
    loaded: list[ox.Quad] = []
    for source, path in _shipped_files().items():
        stated = [quad.triple for quad in ox.parse(resources.read("data", path), format=ox.RdfFormat.TURTLE)]
        loaded += quads(stated, source)
        loaded += quads(reasoning.infer(stated, terms), source + INFERRED)
    return tuple(loaded)
