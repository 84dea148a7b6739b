"""What a person with health conditions is told about a pose, by whom, and what could be done instead.

Nothing here says that a pose may be done: where no source speaks, the answer is that none does.
What a source states and what follows from the form of a pose are gathered side by side and marked.
"""

from __future__ import annotations

import re
import textwrap
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass, field, replace
from functools import cache
from itertools import combinations
from typing import Any, Final, Literal

import pyoxigraph as ox

from yogakg.errors import QueryError, UnknownNameError
from yogakg.finding import Labels, find_term
from yogakg.lexicon import PhraseMatcher, fold, tokenize
from yogakg.loaders.article.recognition.words import mapping
from yogakg.namespaces import POSES_GRAPH, PREFIXES, YOGA, compress
from yogakg.oxigraph import select

Advice = Literal["avoid", "modify", "caution"]
Verdict = Literal["avoid", "modify", "caution", "no source speaks of it"]
#: ``applies`` to the person as told, is ``possible`` as far as told, is said of ``another stage``, or of a
#: narrower condition that the person may have (``more specific``).
Fit = Literal["applies", "possible", "another stage", "more specific"]
Text = Callable[[str], str | None]

#: From the strictest to the mildest.
STRICTNESS: Final[tuple[Advice, ...]] = ("avoid", "modify", "caution")
NOTHING: Final = "no source speaks of it"

#: From the easiest to the hardest.
LEVELS: Final[tuple[Literal["beginner", "intermediate", "advanced"], ...]] = ("beginner", "intermediate", "advanced")
_REGISTER: Final = ox.NamedNode(POSES_GRAPH)
_KINDS: Final = ("onset", "severity", "trimester")
_SOURCES: Final = PREFIXES["source"]
_INFERRED: Final = "/inferred"
_CHARACTERS: Final = re.compile(r"#char=([0-9]+),([0-9]+)$")
#: What people say around the name of a condition.
_AROUND: Final = frozenset(
    {
        "a",
        "an",
        "the",
        "my",
        "in",
        "of",
        "with",
        "from",
        "i",
        "am",
        "is",
        "was",
        "have",
        "had",
        "has",
        "having",
        "after",
    }
)


def _node(prefix: str, name: str) -> ox.NamedNode:
    return ox.NamedNode(PREFIXES[prefix] + name)


_TYPE: Final = _node("rdf", "type")
_BROADER: Final = (_node("skos", "broader"), _node("skos", "broaderTransitive"))
_TITLE: Final = _node("dcterms", "title")
_SAID: Final = _node("dcterms", "description")
_ADDRESS: Final = _node("dcterms", "source")
_WHERE: Final = _node("bibo", "locator")
_PASSAGE: Final = _node("prov", "wasDerivedFrom")
_ANNOTATED: Final = _node("owl", "annotatedSource")
_PROPERTY: Final = _node("owl", "annotatedProperty")
_TARGET: Final = _node("owl", "annotatedTarget")
_SHORTCUTS: Final[dict[str, Advice]] = {"avoidedFor": "avoid", "modifiedFor": "modify", "cautionedFor": "caution"}
_BENEFITS: Final = ("relieves", "treats", "improves")
_WORKS: Final = ("stretches", "strengthens")
_CONDITIONS: Final = """
SELECT DISTINCT ?thing ?name {
  ?thing a yoga:HealthCondition .
  VALUES ?relation { skos:prefLabel skos:altLabel skos:hiddenLabel }
  ?thing ?relation ?name
}"""


def _yoga(name: str) -> ox.NamedNode:
    return ox.NamedNode(YOGA + name)


@dataclass(frozen=True, slots=True)
class Condition:
    """A health condition of a person: the words it was told in, what they mean, and what qualifies it.

    ``onset``, ``severity`` and ``trimester`` are local names of individuals of the ontology, or None if untold.
    """

    text: str
    iri: str
    label: str
    onset: str | None = None
    severity: str | None = None
    trimester: str | None = None

    @property
    def words(self) -> str:
        """The name of the condition with its qualifiers."""
        told = [_plain(value) for value in (self.onset, self.severity, self.trimester) if value]
        return f"{self.label} ({', '.join(told)})" if told else self.label


@dataclass(frozen=True, slots=True)
class Reason:
    """One thing that is said for or against a pose, by whom, and how it concerns the person.

    ``advice`` is None for what speaks for the pose. ``condition`` is the one it is said of, ``open`` the kinds
    of qualifier on which it depends whether the person is meant, ``how`` the changes and substitutes that are
    offered, ``said`` the sentence of a loaded source or, of a publication, what it says in words
    of the project, ``place`` where it says so. ``chain`` leads from what is stated to what is inferred.
    """

    advice: Advice | None
    words: str
    status: Literal["stated", "inferred"]
    fit: Fit
    condition: str
    condition_label: str
    qualifiers: tuple[tuple[str, str], ...]
    open: tuple[str, ...]
    how: tuple[str, ...]
    source: str
    title: str
    address: str | None
    evidence_class: str | None
    said: str | None
    place: str | None
    chain: tuple[str, ...] = ()
    details: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class ConditionAdvice:
    """What is said for one condition of the person.

    ``basis`` says on what the verdict rests: a source states it, it is inferred from what is stated or published, or it
    is only the judgement of the editors; ``depends_on`` names what the person has not told and the verdict depends on.
    ``reasons`` concern the person; ``elsewhere`` is said of another
    stage or a narrower condition and weighs nothing; ``other_side`` speaks for the pose.
    """

    condition: Condition
    verdict: Verdict
    basis: Literal["stated", "inferred", "editorial judgement"] | None
    depends_on: tuple[str, ...]
    reasons: tuple[Reason, ...]
    elsewhere: tuple[Reason, ...]
    other_side: tuple[Reason, ...]


@dataclass(frozen=True, slots=True)
class PoseAdvice:
    """The answer for a pose and a person: the strictest verdict, and what is said for each condition.

    ``unread`` are warnings of sources about the pose whose conditions are not known; one may be of the person's.
    """

    pose: str
    label: str
    verdict: Verdict
    conditions: tuple[ConditionAdvice, ...]
    unread: tuple[str, ...] = ()

    def to_json(self) -> str:
        """Return the answer as a JSON object."""
        import json

        return json.dumps(asdict(self), ensure_ascii=False, indent=2)

    def to_text(self, *, width: int | None = None) -> str:
        """Return the answer for people, at most ``width`` characters wide."""
        return "\n".join(line for part in self._lines() for line in wrap_line(part, width))

    def __str__(self) -> str:
        return self.to_text()

    def _lines(self) -> Iterator[tuple[int, str]]:
        yield 0, f"{self.label} ({compress(self.pose)}): {self.verdict}"
        for one in self.conditions:
            yield 0, ""
            basis = f", {_BASES[one.basis]}" if one.basis else ""
            basis += f"; depends on {' and '.join(one.depends_on)}" if one.depends_on else ""
            yield 0, f"{one.condition.words}: {one.verdict}{basis}"
            if one.verdict == NOTHING:
                yield 2, f"No source speaks of {self.label} for {one.condition.words}. Silence is no permission."
            for reason in one.reasons:
                yield from reason_lines(reason)
            for heading, fit in _ELSEWHERE:
                if found := [reason for reason in one.elsewhere if reason.fit == fit]:
                    yield 2, heading
                    for reason in found:
                        yield from reason_lines(reason, indent=4)
            if one.other_side:
                yield 2, "On the other side; the stricter decides:"
                for reason in one.other_side:
                    yield from reason_lines(reason, indent=4)
        if self.unread:
            yield 0, ""
            yield 0, "Sources also warn of what is not known here; see whether it concerns the person:"
            yield from ((2, warning) for warning in self.unread)


_BASES: Final = {
    "stated": "as a source states",
    "inferred": "as follows from what is stated",
    "editorial judgement": "by judgement of the editors only",
}
_ELSEWHERE: Final = (
    ("Said of another stage:", "another stage"),
    ("Said of something more specific; ask whether it is the case:", "more specific"),
)


def reason_lines(reason: Reason, *, indent: int = 2) -> Iterator[tuple[int, str]]:
    """Yield the lines that tell a reason to people, each with its indentation."""
    possible = f" — possible, depends on {' and '.join(reason.open)}" if reason.fit == "possible" else ""
    yield indent, f"{worded(reason)}{possible}{' — inferred' if reason.status == 'inferred' else ''}"
    for how in reason.how:
        yield indent + 2, f"how: {how}"
    for link in reason.chain:
        yield indent + 2, f"because {link}"
    yield indent + 2, _cite(reason)


def worded(reason: Reason) -> str:
    """Say in short what a reason advises, for which condition, and what qualifies it."""
    told = ", ".join(f"{name}: {value}" for name, value in (*reason.qualifiers, *reason.details))
    return f"{reason.words}: {reason.condition_label}" + (f" ({told})" if told else "")


def _cite(reason: Reason) -> str:
    quote = "“{}” — " if reason.source.startswith(_SOURCES) else "{} — "
    said = quote.format(" ".join(reason.said.split())) if reason.said else ""
    return said + ", ".join(
        part for part in (reason.title, reason.place, reason.evidence_class, reason.address) if part
    )


def wrap_line(line: tuple[int, str], width: int | None) -> list[str]:
    """Break a line with its indentation into lines of at most ``width`` characters."""
    indent, text = " " * line[0], line[1]
    if width is None or not text:
        return [indent + text if text else ""]
    return textwrap.wrap(text, max(width, 20), initial_indent=indent, subsequent_indent=indent + "  ")


@dataclass(frozen=True, slots=True)
class Substitute:
    """A pose that works on the same regions and that no source speaks against for the person.

    ``shared`` are the labels of what it does as the other pose does, ``share`` their part of all that the other does.
    ``ask`` is what is said of narrower conditions and other stages, which the person should be asked about.
    """

    pose: str
    label: str
    share: float
    shared: tuple[str, ...]
    ask: tuple[str, ...]


def advise(
    graph: ox.Store, pose: str, conditions: Sequence[str | Condition], *, text: Text = lambda source: None
) -> PoseAdvice:
    """Gather what is said of a pose to a person with these conditions, and the strictest of it.

    ``pose`` is any name of it; a condition was read before, or is told in words, with onset, severity or trimester:
    "recent knee injury", "pregnancy, third trimester". ``text`` returns the text of a source, for its sentences.

    Raises UnknownNameError for a name that means nothing or several things, QueryError if no condition is told
    or one contradicts itself.
    """
    if not conditions:
        raise QueryError("Tell at least one condition of the person: --condition 'recent knee injury'.")
    practice = find_term(graph, pose, ("pose",))
    return _Adviser(graph, text).advise(practice, _people(graph, conditions))


def find_substitutes(
    graph: ox.Store,
    pose: str,
    conditions: Sequence[str | Condition],
    *,
    limit: int = 10,
    level: Literal["beginner", "intermediate", "advanced"] | None = None,
) -> tuple[Substitute, ...]:
    """Find poses that stretch or strengthen what a pose does, and that nothing known speaks against for the person.

    They are ordered by how much of it they do. A pose is left out if a source states or a risk feature
    implies anything for one of the conditions, or if it is not in the register, so that nobody has held it against
    the risk features. With ``level``, so are poses that no source names for this or an easier level.
    Raises what ``advise`` raises.
    """
    practice = find_term(graph, pose, ("pose",))
    levels = {_yoga(name.capitalize()) for name in LEVELS[: LEVELS.index(level) + 1]} if level else set()
    return _Adviser(graph, lambda source: None).substitutes(practice, _people(graph, conditions), limit, levels)


def _people(graph: ox.Store, conditions: Sequence[str | Condition]) -> list[Condition]:
    """Read conditions that are told in words, and keep each once."""
    read = [one if isinstance(one, Condition) else read_condition(graph, one) for one in conditions]
    return list({(one.iri, one.words): one for one in read}.values())


# Conditions of a person


def read_condition(graph: ox.Store, text: str) -> Condition:
    """Read a condition that a person tells: its name in the vocabulary or a source, and what qualifies it.

    The whole is taken for a name first ("chronic pain" is a condition), then with the qualifiers taken out.
    What is left must be known as a whole, so that nothing that was told is passed over.

    Raises UnknownNameError with candidates, QueryError if two qualifiers exclude each other.
    """
    labels = Labels(graph)
    if ":" in text:  # an IRI or the code of an ontology
        thing = find_term(graph, text, ("condition",))
        return Condition(text, thing.value, _label(labels, thing))
    known = _names(graph)
    bare = text
    for bare, values in _ways(text):
        meant = known.get(fold(bare), {})
        if len(meant) > 1:
            raise UnknownNameError(text, sorted(_label(labels, one) for one in meant), ambiguous=True)
        for one in meant:
            return Condition(text, one.value, _label(labels, one), **_sort(graph, text, values))
    try:
        find_term(graph, bare, ("condition",))
    except UnknownNameError as error:
        raise UnknownNameError(text, error.candidates) from None
    raise UnknownNameError(text)


def _names(graph: ox.Store) -> dict[str, dict[ox.NamedNode, None]]:
    """Return the conditions by their folded names."""
    names: dict[str, dict[ox.NamedNode, None]] = {}
    for thing, name in select(graph, _CONDITIONS):
        names.setdefault(fold(name.value), {})[thing] = None
    return names


def _ways(text: str) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Yield the ways to part words into the name of a condition and qualifiers, those that part least first."""
    words = [token for token in tokenize(text) if token.norm[0].isalnum()]
    marks = _qualifiers().find(words)
    for size in range(len(marks) + 1):
        for taken in combinations(marks, size):
            out = sorted({index for first, last, _ in taken for index in range(first, last)})
            rest = _bare([token.text for index, token in enumerate(words) if index not in out])
            values = tuple(value for _, _, payloads in taken for value in payloads)
            if rest and out:
                yield (
                    " ".join((*(words[index].text for index in out), *rest)),
                    (),
                )  # "high blood pressure, uncontrolled"
            if rest:
                yield " ".join(rest), values
            elif any(value.endswith("Trimester") for value in values):
                yield "pregnancy", values


@cache
def _qualifiers() -> PhraseMatcher[str]:
    """Return the words for stages and grades: those by which articles are read too."""
    return PhraseMatcher(mapping("qualifiers").items())


def _bare(words: Sequence[str]) -> list[str]:
    """Take the words around a name away."""
    kept = list(words)
    while kept and kept[0].casefold() in _AROUND:
        kept.pop(0)
    while kept and kept[-1].casefold() in _AROUND:
        kept.pop()
    return kept


def _sort(graph: ox.Store, text: str, values: Iterable[str]) -> dict[str, str]:
    """Sort qualifiers into onset, severity and trimester; two of one kind must be one."""
    kinds: dict[str, str] = {}
    for value in values:
        classes = {quad.object for quad in graph.quads_for_pattern(_yoga(value), _TYPE, None, None)}
        kind = next(one for one in _KINDS if _yoga(one.capitalize()) in classes)
        if kinds.setdefault(kind, value) != value:
            raise QueryError(f"'{text}' tells two kinds of {kind}. Tell the one that holds now, or two conditions.")
    return kinds


def _label(labels: Labels, thing: ox.NamedNode) -> str:
    found = labels[thing]
    return found.value if found else compress(thing.value).rpartition(":")[2]


def _plain(name: str) -> str:
    """Write the local name of a qualifier as words."""
    return re.sub(r"(?<!^)([A-Z])", r" \1", name).lower()


# What is said


@dataclass(frozen=True, slots=True)
class _Said:
    """Something said of a practice and a condition, before it is held against a person."""

    advice: Advice | None
    words: str
    condition: ox.NamedNode
    qualifiers: dict[str, ox.NamedNode]
    source: ox.NamedNode
    how: tuple[str, ...] = ()
    said: str | None = None
    place: str | None = None
    chain: tuple[str, ...] = ()
    details: tuple[tuple[str, str], ...] = ()


@dataclass(slots=True)
class _Adviser:
    """Holds what a graph says of practices against the conditions of a person."""

    graph: ox.Store
    text: Text
    labels: Labels = field(init=False)
    _kin: dict[str, tuple[dict[str, tuple[str, ...]], set[str]]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.labels = Labels(self.graph)

    def advise(self, practice: ox.NamedNode, people: Sequence[Condition]) -> PoseAdvice:
        said = list(self._said(practice))
        answers = tuple(self._answer(said, person) for person in people)
        verdict = min((NOTHING, *(one.verdict for one in answers)), key=_strictness)
        return PoseAdvice(practice.value, self.label(practice), verdict, answers, tuple(self._unread(practice)))

    def _unread(self, practice: ox.NamedNode) -> Iterator[str]:
        """Yield what sources about a practice mention among its contraindications and nobody knows."""
        for source in self._subjects(_yoga("describes"), practice):
            for mention in self._values(source, _yoga("hasMention")):
                if self._first_text(mention, _yoga("section")) == "contraindications":
                    yield f"“{self._first_text(mention, _yoga('text'))}” — {self._title(source)}"

    def _answer(self, said: Iterable[_Said], person: Condition) -> ConditionAdvice:
        found = [reason for one in said if (reason := self._reason(one, person))]
        found.sort(key=_order)
        found = list(dict.fromkeys(found))
        counting = [one for one in found if one.advice and one.fit in ("applies", "possible")]
        verdict: Verdict = counting[0].advice if counting and counting[0].advice else NOTHING
        deciding = [one for one in counting if one.advice == verdict]
        certain = any(one.fit == "applies" for one in deciding)
        return ConditionAdvice(
            condition=person,
            verdict=verdict,
            basis=_basis(deciding),
            depends_on=() if certain else tuple(dict.fromkeys(kind for one in deciding for kind in one.open)),
            reasons=tuple(counting),
            elsewhere=tuple(one for one in found if one.advice and one.fit in ("another stage", "more specific")),
            other_side=tuple(one for one in found if one.advice is None and one.fit in ("applies", "possible")),
        )

    def _reason(self, said: _Said, person: Condition) -> Reason | None:
        """Say how something said concerns a person, or return None if it does not."""
        broader, narrower = self._kinship(person.iri)
        if said.condition.value in broader:
            (fit, unsure), because = self._stage(said, person), broader[said.condition.value]
        elif said.condition.value in narrower and said.advice:
            fit, unsure, because = "more specific", (), ()
        else:
            return None
        if said.advice is None and because:
            return None  # what was good for people with the broader condition tells nothing of the narrower one
        inferred = because or said.chain
        return Reason(
            advice=said.advice,
            words=said.words,
            status="inferred" if inferred else "stated",
            fit=fit,
            condition=said.condition.value,
            condition_label=self.label(said.condition),
            qualifiers=tuple((kind, self.label(value)) for kind, value in said.qualifiers.items()),
            open=unsure,
            how=said.how,
            source=said.source.value,
            title=self._title(said.source),
            address=self._first_text(said.source, _ADDRESS),
            evidence_class=self._evidence(said.source),
            said=said.said,
            place=said.place,
            chain=(*said.chain, *because),
            details=said.details,
        )

    def _stage(self, said: _Said, person: Condition) -> tuple[Fit, tuple[str, ...]]:
        """Hold the qualifiers of what is said against those of the person, and tell which of them stay open.

        What is said of a recent injury may be meant for an acute one, and is not for an old one.
        """
        unsure = []
        for kind, value in said.qualifiers.items():
            told = getattr(person, kind)
            if told is not None and self._says(value, _yoga("excludes"), _yoga(told)):
                return "another stage", ()
            if told is None or _yoga(told) != value:
                unsure.append(kind)
        return ("possible" if unsure else "applies"), tuple(unsure)

    def _kinship(self, iri: str) -> tuple[dict[str, tuple[str, ...]], set[str]]:
        """Return the conditions above one, each with the steps to it in words, and those below it.

        The steps are followed from graph to graph: a condition that one source brings inherits what
        another source says of a broader one.
        """
        if iri not in self._kin:
            above: dict[str, tuple[str, ...]] = {iri: ()}
            # By single steps as far as they lead, so that the chain tells each of them.
            for relations in (_BROADER[:1], _BROADER):
                queue = list(above)
                for one in queue:
                    for quad in (q for relation in relations for q in self._quads(ox.NamedNode(one), relation, None)):
                        if quad.object.value not in above:
                            above[quad.object.value] = (*above[one], self._step(quad))
                            queue.append(quad.object.value)
            below = [iri]
            for one in below:
                found = [quad for relation in _BROADER for quad in self._quads(None, relation, ox.NamedNode(one))]
                below += dict.fromkeys(quad.subject.value for quad in found if quad.subject.value not in below)
            self._kin[iri] = above, set(below) - set(above)
        return self._kin[iri]

    def _step(self, quad: Any) -> str:
        """Say a step to a broader condition, and whose it is if a source brought it."""
        words = f"{self.label(quad.subject)} is a kind of {self.label(quad.object)}"
        source = _source_of(quad.graph_name)
        return f"{words}, says {self._title(source)}" if source else words

    # Gathering

    def _said(self, practice: ox.NamedNode) -> Iterator[_Said]:
        """Yield all that is said of a practice, and of the poses it is made of."""
        yield from self._said_of(practice)
        members = [quad.object for quad in self._quads(practice, _yoga("hasSequenceMember"), None)]
        poses = {pose for member in members for pose in self._values(member, _yoga("memberPose"))}
        for pose in sorted(poses, key=str):
            link = f"{self.label(pose)} is a part of {self.label(practice)}"
            for one in self._said_of(pose):
                if one.advice:
                    yield replace(one, chain=(link, *one.chain))

    def _said_of(self, practice: ox.NamedNode) -> Iterator[_Said]:
        yield from self._claims(practice)
        yield from self._shortcuts(practice)
        yield from self._modifications(practice)
        yield from self._risks(practice)
        yield from self._benefits(practice)

    def _claims(self, practice: ox.NamedNode) -> Iterator[_Said]:
        """Yield the contraindications that sources state."""
        for quad, source in self._stated(practice, _yoga("hasContraindication")):
            claim = quad.object
            how = tuple(self._way(value) for value in self._values(claim, _yoga("insteadUse")))
            said, place = self._passage(claim, source)
            for condition in self._values(claim, _yoga("condition")):
                for advice in self._values(claim, _yoga("advice")):
                    name = _advice(advice)
                    yield _Said(name, name, condition, self._qualified(claim), source, how, said, place,
                                details=self._details(claim))  # fmt: skip

    def _shortcuts(self, practice: ox.NamedNode) -> Iterator[_Said]:
        """Yield the advice that a source states in one triple."""
        for name, advice in _SHORTCUTS.items():
            for quad, source in self._stated(practice, _yoga(name)):
                said, place = self._passage(self._axiom(quad), source)
                yield _Said(advice, advice, quad.object, {}, source, (), said, place)

    def _modifications(self, practice: ox.NamedNode) -> Iterator[_Said]:
        """Yield the changes that sources offer to people with a condition."""
        for quad, source in self._stated(practice, _yoga("hasModification")):
            said, place = self._passage(quad.object, source)
            for condition in self._values(quad.object, _yoga("addresses")):
                yield _Said("modify", "modify", condition, {}, source, (self._way(quad.object),), said, place)

    def _risks(self, practice: ox.NamedNode) -> Iterator[_Said]:
        """Yield what publications say of the risk features that the practice has."""
        features = {quad.object for quad in self._quads(practice, _yoga("hasRiskFeature"), None)}
        for feature in sorted(features, key=str):
            having = self._having(practice, feature)
            for statement in self._subjects(_yoga("concernsFeature"), feature):
                yield from self._risk(practice, feature, having, statement)

    def _risk(
        self, practice: ox.NamedNode, feature: ox.NamedNode, having: tuple[str, ...], statement: ox.NamedNode
    ) -> Iterator[_Said]:
        named = practice in self._values(statement, _yoga("namesPractice"))
        given = _yoga("AdviceGiven") in self._values(statement, _yoga("adviceBasis"))
        advices = [_advice(one) for one in self._values(statement, _yoga("advice"))]
        for publication in self._values(statement, _yoga("statedIn")):
            told = self._first_text(statement, _SAID)
            place = self._first_text(statement, _WHERE)
            how = tuple(value.value for value in self._values(statement, _yoga("text")))
            for condition in self._values(statement, _yoga("condition")):
                link = f"{self.label(feature)} is a risk for {self.label(condition)}"
                if not given:
                    link += ", an advice that the editors drew"
                for advice in advices or (None,):
                    # A publication that names the pose and gives the advice has stated it, and nothing was inferred.
                    chain = () if named and (given or advice is None) else (*having, link)
                    yield _Said(
                        advice=advice,
                        words=advice or f"no harm seen with {self.label(feature)}",
                        condition=condition,
                        qualifiers=self._qualified(statement),
                        source=publication,
                        how=how,
                        said=told,
                        place=place,
                        chain=chain if advice else (),
                    )

    def _having(self, practice: ox.NamedNode, feature: ox.NamedNode) -> tuple[str, ...]:
        """Say by which steps a practice has a risk feature."""
        name = self.label(practice)
        quads = self._quads(practice, _yoga("hasRiskFeature"), feature)
        stated = [quad for quad in quads if not _is_inferred(quad)]
        if stated:
            source = _source_of(stated[0].graph_name)
            ground = f"says {self._title(source)}" if source else "by its criterion"
            return (f"{name} has the risk feature {self.label(feature)}, {ground}",)
        for quad in self._quads(practice, _yoga("hasRiskFeature"), None):
            if quad.object != feature and not _is_inferred(quad) and self._says(quad.object, _BROADER[1], feature):
                return (
                    *self._having(practice, quad.object),
                    f"{self.label(quad.object)} is a kind of {self.label(feature)}",
                )
        source = next((one for quad in quads if (one := _source_of(quad.graph_name))), None)
        ground = f", says {self._title(source)}" if source else ""
        return (f"{name} is inverted{ground}, so it has the risk feature {self.label(feature)}",)

    def _benefits(self, practice: ox.NamedNode) -> Iterator[_Said]:
        """Yield what sources say the practice does for a condition."""
        for name in _BENEFITS:
            for quad, source in self._stated(practice, _yoga(name)):
                if isinstance(quad.object, ox.NamedNode):
                    said, place = self._passage(self._axiom(quad), source)
                    yield _Said(None, f"said that it {name}", quad.object, {}, source, (), said, place)

    # Substitutes

    def substitutes(
        self, practice: ox.NamedNode, people: Sequence[Condition], limit: int, levels: set[ox.NamedNode]
    ) -> tuple[Substitute, ...]:
        """Find poses of the register, and of any of the levels, that do the same and that nothing is said against."""
        wanted = {(work, quad.object) for work in _WORKS for quad, _ in self._stated(practice, _yoga(work))}
        doing: dict[ox.NamedNode, set[tuple[str, Any]]] = {}
        for work, region in wanted:
            for other in self._subjects(_yoga(work), region):
                doing.setdefault(other, set()).add((work, region))
        doing.pop(practice, None)
        doing = {other: shared for other, shared in doing.items() if self._says(other, _TYPE, _yoga("Pose"), _REGISTER)}
        if levels:
            levels = levels | {_yoga("AllLevels")}
            doing = {other: one for other, one in doing.items() if levels & set(self._values(other, _yoga("level")))}
        found: list[Substitute] = []
        for other in sorted(doing, key=lambda one: (-len(doing[one]), self.label(one), one.value)):
            if len(found) == limit:
                break
            advice = self.advise(other, people)
            if advice.verdict == NOTHING and not advice.unread:
                shared = sorted(f"{work} {self.label(region)}" for work, region in doing[other])
                ask = [f"{worded(r)} — {r.title}" for one in advice.conditions for r in one.elsewhere]
                share = len(shared) / len(wanted)
                found.append(Substitute(other.value, advice.label, share, tuple(shared), tuple(dict.fromkeys(ask))))
        return tuple(found)

    # Reading the graph

    def label(self, thing: ox.NamedNode) -> str:
        """Return the English label of a thing, or the end of its IRI."""
        return _label(self.labels, thing)

    def _quads(self, subject: Any, predicate: Any, value: Any) -> list[Any]:
        return sorted(self.graph.quads_for_pattern(subject, predicate, value, None), key=str)

    def _stated(self, subject: ox.NamedNode, predicate: ox.NamedNode) -> Iterator[tuple[Any, ox.NamedNode]]:
        """Yield the statements of loaded sources with the source, and not what follows from them."""
        for quad in self._quads(subject, predicate, None):
            if (source := _source_of(quad.graph_name)) is not None and not _is_inferred(quad):
                yield quad, source

    def _values(self, subject: Any, predicate: ox.NamedNode) -> list[Any]:
        return list(dict.fromkeys(quad.object for quad in self._quads(subject, predicate, None)))

    def _subjects(self, predicate: ox.NamedNode, value: ox.NamedNode) -> list[Any]:
        return list(dict.fromkeys(quad.subject for quad in self._quads(None, predicate, value)))

    def _title(self, source: ox.NamedNode) -> str:
        return self._first_text(source, _TITLE) or self.label(source)

    def _says(
        self, subject: ox.NamedNode, predicate: ox.NamedNode, value: ox.NamedNode, graph: ox.NamedNode | None = None
    ) -> bool:
        return any(self.graph.quads_for_pattern(subject, predicate, value, graph))

    def _first_text(self, subject: Any, predicate: ox.NamedNode) -> str | None:
        return next((value.value for value in self._values(subject, predicate)), None)

    def _evidence(self, source: ox.NamedNode) -> str | None:
        return next((self.label(value) for value in self._values(source, _yoga("evidenceClass"))), None)

    def _qualified(self, claim: Any) -> dict[str, ox.NamedNode]:
        return {kind: value for kind in _KINDS for value in self._values(claim, _yoga(kind))}

    def _details(self, claim: Any) -> tuple[tuple[str, str], ...]:
        found = [("certainty", self.label(value)) for value in self._values(claim, _yoga("certainty"))]
        found += [("circumstance", value.value) for value in self._values(claim, _yoga("circumstance"))]
        return tuple(found)

    def _way(self, thing: ox.NamedNode) -> str:
        """Say a modification in the words of its source, with its prop, or name the practice to do instead."""
        words = self._first_text(thing, _yoga("text")) or self.label(thing)
        props = [self.label(prop) for prop in self._values(thing, _yoga("usesProp"))]
        return f"{words} (prop: {', '.join(props)})" if props else words

    def _axiom(self, quad: ox.Quad) -> ox.NamedNode | None:
        for found in self.graph.quads_for_pattern(None, _ANNOTATED, quad.subject, quad.graph_name):
            about = (self._values(found.subject, _PROPERTY), self._values(found.subject, _TARGET))
            if about == ([quad.predicate], [quad.object]) and isinstance(found.subject, ox.NamedNode):
                return found.subject
        return None

    def _passage(self, claim: Any, source: Any) -> tuple[str | None, str | None]:
        """Return the sentence that makes a claim, if its text is at hand, and where it stands."""
        for passage in self._values(claim, _PASSAGE) if claim is not None else []:
            if match := _CHARACTERS.search(passage.value):
                start, end = int(match[1]), int(match[2])
                text = self.text(source.value)
                return (text[start:end] if text is not None else None), f"characters {start}–{end}"
        return None, None


def _advice(value: ox.NamedNode) -> Advice:
    name = value.value.removeprefix(YOGA).lower()
    return next(one for one in STRICTNESS if one == name)


def _strictness(verdict: str) -> int:
    return (*STRICTNESS, NOTHING).index(verdict)


def _order(reason: Reason) -> tuple[Any, ...]:
    return (
        _strictness(reason.advice or NOTHING),
        reason.status != "stated",
        _is_editorial(reason),
        reason.fit,
        reason.title,
        reason.condition_label,
        reason.place or "",
        reason.chain,
    )


def _is_editorial(reason: Reason) -> bool:
    return reason.evidence_class == "editorial judgement"


def _basis(reasons: Sequence[Reason]) -> Literal["stated", "inferred", "editorial judgement"] | None:
    if not reasons:
        return None
    if any(reason.status == "stated" for reason in reasons):
        return "stated"
    return "editorial judgement" if all(map(_is_editorial, reasons)) else "inferred"


def _is_inferred(quad: ox.Quad) -> bool:
    return isinstance(quad.graph_name, ox.NamedNode) and quad.graph_name.value.endswith(_INFERRED)


def _source_of(graph: Any) -> ox.NamedNode | None:
    """Return the loaded source that a graph belongs to, or None for a graph of the project."""
    if isinstance(graph, ox.NamedNode) and graph.value.startswith(_SOURCES):
        return ox.NamedNode(graph.value.removesuffix(_INFERRED))
    return None
