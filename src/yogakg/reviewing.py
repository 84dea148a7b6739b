"""A page on which a person checks what was read from an article: each sentence beside the facts it gave.

The page is one HTML file that needs nothing from elsewhere, and no script to be read. All that comes from the
article is escaped, and characters that would hide or turn text are shown by their codes.
"""

from __future__ import annotations

import base64
import hashlib
import re
import unicodedata
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, fields
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING, Any, Final, NamedTuple

import pyoxigraph as ox

from yogakg import resources, sssom
from yogakg.facts import (
    Asymmetry,
    BreathingInstruction,
    Claim,
    Contraindication,
    Description,
    Document,
    Hold,
    Modification,
    NameElement,
    Relation,
    Span,
    Step,
    Term,
)
from yogakg.namespaces import PREFIXES, YOGA, compress

if TYPE_CHECKING:
    from jinja2 import Template

_LABEL: Final = PREFIXES["rdfs"] + "label"
_ABOVE: Final = PREFIXES["rdfs"] + "subPropertyOf"
#: Characters of a document that are written as they are: without the two, words of Devanagari fall apart.
_HARMLESS: Final = frozenset("\t\n\u00ad\u200c\u200d")
#: What comes after a passage and belongs to it: marks up to the next line, or on the same line those that open nothing.
_TRAIL: Final = re.compile(r"\W*\n|[^\w(\[“‘*#-]*")
_LETTER: Final = re.compile(r"[^\W\d_]")
_LINE_END: Final = re.compile(r"\n+")
#: An end of a line or of a sentence; the point after a number or a single letter counts items.
_END: Final = re.compile(r"\n+|(?<=[^\W\d_]{2})[.!?…][\"”’)\]*_]*\s+")


class Kind(NamedTuple):
    """A kind of thing on the page: its name in the style sheet, its label, and the mark that stands for it."""

    name: str
    label: str
    mark: str


_AVOID: Final = Kind("avoid", "Contraindication: avoid", "×")
_MODIFY: Final = Kind("modify", "Contraindication: modify", "±")
_CAUTION: Final = Kind("caution", "Contraindication: caution", "!")
_EFFECT: Final = Kind("effect", "Effect on the body", "●")
_BENEFIT: Final = Kind("benefit", "Benefit", "+")
_MODIFICATION: Final = Kind("modification", "Modification or prop", "↔")
_SEQUENCE: Final = Kind("sequence", "Sequence", "→")
_STEP: Final = Kind("step", "Step or breathing", "#")
_ATTRIBUTE: Final = Kind("attribute", "Attribute", "=")
_NAME: Final = Kind("name", "Part of the name", "@")
_MENTION: Final = Kind("mention", "Name not known", "?")
_UNUSED: Final = Kind("unused", "Sentence without a fact", "∅")

#: All kinds, in the order of the legend.
KINDS: Final = (
    _AVOID,
    _MODIFY,
    _CAUTION,
    _EFFECT,
    _BENEFIT,
    _MODIFICATION,
    _SEQUENCE,
    _STEP,
    _ATTRIBUTE,
    _NAME,
    _MENTION,
    _UNUSED,
)
_ADVICE: Final = {"Avoid": _AVOID, "Modify": _MODIFY, "Caution": _CAUTION}
#: The kinds of relations by the property above them; all others are attributes.
_RELATIONS: Final = {
    "actsOn": _EFFECT,
    "benefits": _BENEFIT,
    "sequenceRelation": _SEQUENCE,
    "usesProp": _MODIFICATION,
}
#: Fields of claims that the page shows in other ways than as a qualifier.
_SHOWN: Final = frozenset(
    {"span", "rule", "property", "object", "condition", "advice", "addresses", "element", "meaning"}
)


@dataclass(frozen=True, slots=True)
class Grounding:
    """What words were taken to mean: a term, and what it is in other ontologies."""

    term: Term
    curie: str
    broader: tuple[str, ...]
    affects: tuple[str, ...]
    mappings: tuple[sssom.Mapping, ...]


@dataclass(frozen=True, slots=True)
class Item:
    """Something to check: a fact, a name that is not known, or a sentence without a fact.

    ``words`` are the characters that say it. ``details`` are its qualifiers; a value that is a term is grounded.
    """

    id: str
    kind: Kind
    span: Span
    words: str
    pose: Term | None = None
    predicate: str = ""
    object: str = ""
    grounding: Grounding | None = None
    details: tuple[tuple[str, str | Grounding], ...] = ()
    rule: str = ""
    section: str = ""

    @property
    def doubtful(self) -> bool:
        """Whether a person should look at it first: something in it is not known, or nothing was read."""
        grounded = [self.grounding, *(value for _, value in self.details)]
        return not self.rule or any(isinstance(one, Grounding) and one.term.minted for one in grounded)


@dataclass(frozen=True, slots=True)
class Segment:
    """Characters of the text that all belong to the same items."""

    start: int
    text: str
    items: tuple[Item, ...]

    @property
    def is_blank(self) -> bool:
        """Whether it is nothing but ends of lines."""
        return not self.text.strip("\n")

    @property
    def kinds(self) -> tuple[Kind, ...]:
        """The kinds of its items, each once, in the order of the legend."""
        found = {item.kind for item in self.items}
        return tuple(kind for kind in KINDS if kind in found)


@dataclass(frozen=True, slots=True)
class Row:
    """A passage of the text, in segments, and the items in it."""

    segments: tuple[Segment, ...]
    items: tuple[Item, ...]

    @property
    def span(self) -> Span:
        """The characters of its items, without those around them."""
        return Span(min(item.span.start for item in self.items), max(item.span.end for item in self.items))


def review_page(document: Document, *, reasons: Mapping[str, str]) -> str:
    """Write the page of a document; ``reasons`` say, by the name of a rule, what it reads.

    The same document gives the same page.
    """
    items = _items(document)
    style, script = _read("review.css"), _read("review.js")
    return _template().render(
        document=document,
        rows=_rows(document.text, items),
        facts=sum(1 for item in items if item.rule),
        doubtful=[item for item in items if item.doubtful],
        kinds=KINDS,
        counts=Counter(item.kind for item in items),
        by_pose=Counter((item.pose.iri, item.kind) for item in items if item.pose),
        first={item.pose.iri: item for item in reversed(items) if item.pose},
        reasons=reasons,
        style=style,
        script=script,
        style_hash=_hash(style),
        script_hash=_hash(script),
    )


@cache
def _template() -> Template:
    import jinja2

    environment = jinja2.Environment(
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        undefined=jinja2.StrictUndefined,
        loader=jinja2.FunctionLoader(_read),
    )
    environment.filters |= {
        "compress": compress,
        "controls": _controls,
        "ground": _ground,
        "local": _local,
        "one_line": _one_line,
    }
    return environment.get_template("review.html")


def _read(name: str) -> str:
    return resources.read("pages", name).decode().replace("\r\n", "\n")


def _hash(text: str) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()


# Text


def _controls(text: str) -> Iterator[tuple[str, str, str]]:
    """Part text at the characters that hide or turn it: text before one, the character, and its code."""
    start = 0
    for place, character in enumerate(text):
        if character not in _HARMLESS and unicodedata.category(character) in ("Cc", "Cf"):
            # HTML has no null character.
            yield text[start:place], character.replace("\0", "\ufffd"), f"U+{ord(character):04X}"
            start = place + 1
    yield text[start:], "", ""


def _one_line(text: str) -> str:
    """Return text for a place that knows no elements: without what hides or turns it, on one line."""
    return " ".join("".join(plain for plain, _, _ in _controls(text)).split())


def _local(iri: str) -> str:
    """Return the last part of an IRI."""
    return re.split(r"[#/]", iri)[-1]


def _rows(text: str, items: Sequence[Item]) -> tuple[Row, ...]:
    """Part a text into passages, so that each of the items, in the order of the text, lies in one; nothing is lost."""
    places = sorted(_breaks(text, [item.span for item in items]) | {0, len(text)})
    starts = [item.span.start for item in items]
    rows = []
    for start, end in pairwise(places):
        inside = tuple(items[bisect_left(starts, start) : bisect_left(starts, end)])
        rows.append(Row(tuple(_segments(text, start, end, inside)), inside))
    return tuple(rows)


def _segments(text: str, start: int, end: int, items: Sequence[Item]) -> Iterator[Segment]:
    ink = start + len(text[start:end].rstrip("\n"))
    edges = sorted({start, ink, end, *(item.span.start for item in items), *(item.span.end for item in items)})
    for left, right in pairwise(edges):
        covering = tuple(item for item in items if item.span.start <= left and right <= item.span.end)
        yield Segment(left, text[left:right], covering)


def _breaks(text: str, spans: Iterable[Span]) -> set[int]:
    """Return where passages begin: each run of overlapping spans is one, with the marks around it."""
    breaks: set[int] = set()
    before = 0
    for start, end in _runs(spans):
        breaks |= {before + place for place in _gap_breaks(text[before:start], after_passage=before > 0)}
        before = end
    rest = text[before:]
    trail = _trail(rest)
    return breaks | {before + trail} | {before + line.end() for line in _LINE_END.finditer(rest, trail)}


def _runs(spans: Iterable[Span]) -> Iterator[tuple[int, int]]:
    start = end = 0
    for span in sorted(spans):
        if span.start >= end:
            if end:
                yield start, end
            start = span.start
        end = max(end, span.end)
    if end:
        yield start, end


def _gap_breaks(gap: str, *, after_passage: bool) -> Iterator[int]:
    """Yield where to part the text between two passages: after what trails the first, before what leads to the next."""
    trail = _trail(gap) if after_passage else 0
    yield trail
    if not _LETTER.search(gap, trail):
        return
    ends = [match.end() for match in _END.finditer(gap, trail)]
    if ends:
        yield from (line.end() for line in _LINE_END.finditer(gap, trail, ends[-1]))
        yield ends[-1]


def _trail(text: str) -> int:
    found = _TRAIL.match(text)
    return found.end() if found else 0


# Items


def _items(document: Document) -> list[Item]:
    """Return what there is to check, in the order of the text."""
    claims = sorted(document.claims(), key=lambda said: said[1].span.start)
    items = [
        _fact(f"fact-{number}", description, claim, document.text)
        for number, (description, claim) in enumerate(claims, start=1)
    ]
    for number, mention in enumerate(document.mentions, start=1):
        words = _words(document.text, mention.span)
        items.append(
            Item(f"mention-{number}", _MENTION, mention.span, words, object=mention.text, section=mention.section)
        )
    for number, span in enumerate(document.unused, start=1):
        items.append(Item(f"unused-{number}", _UNUSED, span, _words(document.text, span)))
    return sorted(items, key=lambda item: item.span.start)


def _words(text: str, span: Span) -> str:
    return text[span.start : span.end]


def _fact(identifier: str, description: Description, claim: Claim, text: str) -> Item:
    kind, name, value = _statement(claim)
    words = _words(text, claim.span)
    return Item(
        id=identifier,
        kind=kind,
        span=claim.span,
        words=words,
        pose=description.practice,
        predicate=_ontology().label(name),
        object=value.label if isinstance(value, Term) else value,
        grounding=_ground(value) if isinstance(value, Term) else None,
        details=tuple(_details(claim, shown={" ".join(words.split()), value if isinstance(value, str) else ""})),
        rule=claim.rule,
    )


def _statement(claim: Claim) -> tuple[Kind, str, Term | str]:
    """Return the kind of a claim, the local name of its property, and its object."""
    match claim:
        case Relation():
            above = _ontology().above(claim.property)
            kind = next((kind for name, kind in _RELATIONS.items() if name in above), _ATTRIBUTE)
            return kind, claim.property, claim.object
        case Contraindication():
            return _ADVICE[claim.advice], "hasContraindication", claim.condition
        case Modification():
            return _MODIFICATION, "hasModification", claim.addresses
        case Hold():
            return _ATTRIBUTE, "hasHold", claim.text
        case Step():
            return _STEP, "hasStep", str(claim.position)
        case BreathingInstruction():
            return _STEP, "hasBreathing", _ontology().individual(claim.breath)
        case NameElement():
            return _NAME, "hasNameElement", f"{claim.element} = {claim.meaning}"
        case Asymmetry():
            return _ATTRIBUTE, "asymmetric", "true"
        case _:
            raise TypeError(f"no way to show a {type(claim).__name__}")


def _details(claim: Claim, *, shown: set[str]) -> Iterator[tuple[str, str | Grounding]]:
    """Yield all that qualifies a claim, whatever fields it has, but for what is shown of it already."""
    for field in fields(claim):
        value: Any = getattr(claim, field.name)
        if field.name in _SHOWN or value is None or value is False:
            continue
        if field.name == "hedged":
            yield "certainty", "hedged"
        elif isinstance(value, Term):
            yield field.name, _ground(value)
        elif (said := _ontology().individual(str(value))) not in shown:
            yield field.name.replace("_", " "), said


# Terms


def _ground(term: Term) -> Grounding:
    broader, affects = (tuple(map(compress, iris)) for iris in (term.broader, term.affects))
    return Grounding(term, compress(term.iri), broader, affects, _mappings().get(term.iri, ()))


@cache
def _mappings() -> dict[str, tuple[sssom.Mapping, ...]]:
    """Return what the terms of the package are in other ontologies, exact matches first."""
    found: defaultdict[str, list[sssom.Mapping]] = defaultdict(list)
    for path in resources.listing("mappings", ".sssom.tsv"):
        for mapping in sssom.read_mappings(resources.read("mappings", path), name=path).mappings:
            if not mapping.negated:
                found[mapping.subject].append(mapping)
    return {
        subject: tuple(sorted(mappings, key=lambda one: (not one.predicate.endswith("exactMatch"), one.object)))
        for subject, mappings in found.items()
    }


@dataclass(frozen=True, slots=True)
class _Ontology:
    """The labels of the ontology and the order of its properties, by local names."""

    labels: Mapping[str, str]
    parents: Mapping[str, tuple[str, ...]]

    def label(self, name: str) -> str:
        """Return the label of a local name, or the name if it has none."""
        return self.labels.get(name, name)

    def individual(self, value: str) -> str:
        """Return the label of an individual, whose name begins with a capital, or the value if it is none."""
        return self.label(value) if value[:1].isupper() else value

    def above(self, name: str) -> set[str]:
        """Return a property and all above it."""
        return {name}.union(*(self.above(parent) for parent in self.parents.get(name, ())))


@cache
def _ontology() -> _Ontology:
    labels: dict[str, str] = {}
    parents: defaultdict[str, tuple[str, ...]] = defaultdict(tuple)
    for quad in ox.parse(resources.read("ontology", "yoga.ttl"), format=ox.RdfFormat.TURTLE):
        if isinstance(quad.subject, ox.NamedNode) and quad.subject.value.startswith(YOGA):
            name = quad.subject.value.removeprefix(YOGA)
            if quad.predicate.value == _LABEL and isinstance(quad.object, ox.Literal):
                labels[name] = quad.object.value
            elif quad.predicate.value == _ABOVE and isinstance(quad.object, ox.NamedNode):
                parents[name] += (quad.object.value.removeprefix(YOGA),)
    return _Ontology(labels, parents)
