"""Yoga poses as a knowledge graph.

>>> import yogakg
>>> graph = yogakg.load("examples/head-to-knee-pose.txt")
>>> for row in graph.query("counterposes", pose="Janu Sirsasana"):
...     print(row.counterposeLabel, "is", row.status)
Upward Plank Pose is stated
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, Self

if TYPE_CHECKING:
    from types import TracebackType

    from yogakg.advising import PoseAdvice, Substitute
    from yogakg.answers import Rows
    from yogakg.composing import Composition
    from yogakg.explaining import Explanation
    from yogakg.facts import Document
    from yogakg.names import Resolution
    from yogakg.pictures import Picture
    from yogakg.pipeline import LoadReport
    from yogakg.planning import Level, PlanReport
    from yogakg.store import SourceInfo, Store
    from yogakg.validation import Report
    from yogakg.writers import Format

__all__ = ["KnowledgeGraph", "__version__", "extract", "load", "review"]

__version__: str

if not TYPE_CHECKING:

    def __getattr__(name: str) -> str:
        # The metadata of packages take longer to import than everything else here.
        if name == "__version__":
            from importlib.metadata import version

            return version("yogakg")
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def load(
    *paths: str | Path, store: str | Path | None = ":memory:", mapping: str | Path | None = None
) -> KnowledgeGraph:
    """Load documents and return the graph of what they say, beside what the sources of the package say.

    ``paths`` are files, folders, patterns, or ``-`` for standard input; ``store`` is a folder to keep the graph
    in, memory by default, or None for the folder that the command line uses; ``mapping`` says how records are read.
    Raises DocumentError for a document that cannot be read, ValidationError for one that breaks a shape.
    """
    graph = KnowledgeGraph(store)
    try:
        graph.load(*paths, mapping=mapping)
    except BaseException:
        graph.close()  # or nobody could open the folder until this graph is collected
        raise
    return graph


def extract(path: str | Path) -> Document:
    """Read an article and return the claims in it, without any store.

    Raises DocumentError if it cannot be read, is no article or names no pose.

    >>> document = extract("examples/head-to-knee-pose.txt")
    >>> document.descriptions[0].practice.label
    'Head-to-Knee Pose'
    """
    from yogakg.errors import DocumentError
    from yogakg.loaders.article import read_article
    from yogakg.pipeline import RDF, read_bytes

    if Path(path).suffix.lower() in RDF:
        raise DocumentError(path, "this is RDF, which is facts already", "Load it instead, or name an article")
    try:
        return read_article(read_bytes(str(path)), name=Path(path).name)
    except DocumentError as error:
        raise DocumentError(path, error.problem, error.remedy) from None


def review(path: str | Path) -> str:
    """Read an article and return an HTML page that shows its text and beside each sentence what was read from it.

    Raises DocumentError as ``extract`` does.

    >>> page = review("examples/head-to-knee-pose.txt")
    >>> "contraindication-stated" in page
    True
    """
    from yogakg.loaders.article import rules
    from yogakg.reviewing import review_page

    return review_page(extract(path), reasons={rule.name: rule.reason for rule in rules()})


class KnowledgeGraph:
    """A graph of poses: the terms and sources that come with the package, and what loaded sources say.

    Where a method takes ``sources``, these are names of sources, ``"loaded"`` for those that were loaded, or
    ``"shipped"`` for those that came with the package.

    >>> with KnowledgeGraph() as graph:
    ...     report = graph.load("examples/cobra-pose.md")
    ...     [source.title for source in graph.sources() if not source.shipped]
    ['Cobra Pose (Bhujangasana)']
    """

    def __init__(self, store: str | Path | None = ":memory:", *, read_only: bool = False, shipped: bool = True) -> None:
        """Open a graph in memory or in a folder; None is the folder that the command line uses.

        Without ``shipped`` it has no sources but those that are loaded into it.
        Raises StoreError if the folder is no store, cannot be used, or is being written to by another process.
        """
        from yogakg.store import Store

        self.store: Store = Store.open(store, read_only=read_only, shipped=shipped)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def __repr__(self) -> str:
        return f"<KnowledgeGraph {self.store.location}>"

    def close(self) -> None:
        """Write everything to the disk and let others open the store."""
        self.store.close()

    def load(self, *paths: str | Path, mapping: str | Path | None = None, strict: bool = True) -> LoadReport:
        """Load documents, each in one transaction; the same document again changes nothing.

        With ``mapping``, a file or the name of a shipped one, each path is a source of records: a file or a folder.
        All documents are tried. Then the error of the first that failed is raised, or with ``strict=False``
        all are in the report.
        """
        from yogakg.pipeline import load

        report = load(paths, store=self.store, mapping=mapping)
        if strict and report.failures:
            raise report.failures[0].error
        return report

    def unload(self, name: str) -> SourceInfo:
        """Remove a source with all that follows from it, and return what was known of it.

        ``name`` is its title, file name, address or IRI. Raises UnknownNameError if no source has it.
        """
        from yogakg.pipeline import unload

        return unload(name, store=self.store)

    def sources(self) -> list[SourceInfo]:
        """List the sources, those of the package and those that were loaded."""
        return self.store.sources()

    def query(self, question: str | Path, /, *, sources: str | Sequence[str] | None = None, **parameters: Any) -> Rows:
        """Ask a question of the catalogue by its name, or a SPARQL query in a file or in full, of some sources or all.

        Parameters take any name of a thing: English, Sanskrit, an IRI or a CURIE. Raises QueryError for
        a query that is unknown, malformed or not a question, UnknownNameError for an unknown name.

        >>> graph = load("examples/head-to-knee-pose.txt")
        >>> [row.followUpLabel for row in graph.query("follow-ups", region="hamstrings", sources="loaded")]
        ['Cat–Cow', 'Bridge Pose', 'Reclining Bound Angle Pose']
        >>> bool(graph.query("ASK { pose:janu-sirsasana yoga:stretches region:calf }"))
        True
        """
        from yogakg.querying import query

        return query(self.store.graph, question, graphs=self._graphs(sources), **parameters)

    def explain(self, name: str, *, sources: str | Sequence[str] | None = None) -> Explanation:
        """Gather what sources say about a pose, a property or any other thing, with the sentences behind it.

        Raises UnknownNameError if the name means nothing, or several things.
        """
        from yogakg.explaining import explain

        return explain(self.store.graph, name, text=self.store.text, graphs=self._graphs(sources))

    def advise(self, pose: str, *conditions: str) -> PoseAdvice:
        """Gather what is said of a pose to a person with these conditions: the strictest verdict, and all reasons.

        A condition is told in words, with onset, severity or trimester: "recent knee injury". Raises UnknownNameError
        for a name that means nothing, or several things.

        >>> graph = load("examples/head-to-knee-pose.txt")
        >>> graph.advise("Janu Sirsasana", "recent knee injury").verdict
        'avoid'
        """
        from yogakg.advising import advise

        return advise(self.store.graph, pose, conditions, text=self.store.text)

    def substitutes(self, pose: str, *conditions: str, limit: int = 10) -> tuple[Substitute, ...]:
        """Find poses that work on the same regions, and that nothing known speaks against for these conditions."""
        from yogakg.advising import find_substitutes

        return find_substitutes(self.store.graph, pose, conditions, limit=limit)

    def check_plan(self, path: str | Path) -> PlanReport:
        """Hold a plan of a class in a YAML file against what is known of its poses, their order and the students.

        Raises PlanError, with the line of each fault, for a plan that cannot be read or names what is not known.
        """
        from yogakg.planning import check_plan, read_plan

        plan = read_plan(self.store.graph, Path(path).read_bytes(), name=str(path))
        return check_plan(self.store.graph, plan, text=self.store.text)

    def compose_plan(self, *conditions: str, minutes: int, level: Level, focus: str) -> Composition:
        """Put together a class of some minutes at a level with a focus, for people with these conditions.

        Raises QueryError if no pose fits, UnknownNameError for a name that is not known.
        """
        from yogakg.composing import compose_plan

        return compose_plan(self.store.graph, minutes=minutes, level=level, focus=focus, conditions=conditions)

    def draw(self, name: str) -> Picture:
        """Draw a pose, region, condition, function or state with all that stands around it, as SVG.

        A notebook shows the picture; ``write`` writes it to a file. Raises UnknownNameError if the name
        means nothing, or several things.
        """
        from yogakg.pictures import draw

        return draw(self.store.graph, name, text=self.store.text)

    def export(
        self,
        form: Format = "turtle",
        *,
        pose: str | None = None,
        sources: str | Sequence[str] = "loaded",
        inferred: bool = False,
        terms: bool = False,
    ) -> str:
        """Write what the loaded sources state, or others, as Turtle, TriG, N-Quads, RDF/XML or JSON-LD.

        ``pose`` limits it to one pose, by any of its names; ``inferred`` adds what follows, ``terms`` the ontology
        and the vocabulary. The same graph gives the same text on every run.
        """
        from yogakg.export import export
        from yogakg.finding import find_term

        graph = self.store.graph
        return export(
            graph,
            form,
            pose=None if pose is None else find_term(graph, pose, ("pose",)).value,
            sources=self.store.choose([sources] if isinstance(sources, str) else sources),
            inferred=inferred,
            terms=terms,
        )

    def _graphs(self, sources: str | Sequence[str] | None) -> list[str] | None:
        """Return the graphs of chosen sources, or None for all."""
        return None if sources is None else self.store.graphs([sources] if isinstance(sources, str) else sources)

    def validate(self) -> Report:
        """Hold all terms and sources to the shapes and to the ontology."""
        from yogakg.pipeline import validate

        return validate(self.store)

    def reason(self, *, prove: bool = False) -> dict[str, int]:
        """Infer anew all that follows, and return how many triples follow from each source.

        With ``prove`` HermiT first proves everything consistent. Raises InconsistencyError if it is not.
        """
        from yogakg.pipeline import reason

        return reason(self.store, prove=prove)

    def resolve(self, name: str, *kinds: str) -> Resolution:
        """Return what a name means, of any kind or of some, such as ``pose`` or ``region``.

        Where it may mean several things, or none that is known, ``iri`` is None and ``candidates`` are told.

        >>> KnowledgeGraph().resolve("Janushirasana").label
        'Head-to-Knee Pose'
        """
        from yogakg.finding import resolve

        return resolve(self.store.graph, [name], kinds)[0]
