"""What a loader finds in a document: claims about practices, each with its characters and its rule."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import quote


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A run of characters of a document's text, from ``start`` up to but not including ``end``."""

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start < self.end:
            raise ValueError(f"no characters from {self.start} to {self.end}")

    @property
    def fragment(self) -> str:
        """The span as an RFC 5147 fragment, such as ``char=612,704``."""
        return f"char={self.start},{self.end}"


@dataclass(frozen=True, slots=True, order=True)
class Field(Span):
    """Characters of one value of a record; ``pointer`` is the JSON Pointer (RFC 6901) of that value."""

    pointer: str

    @property
    def fragment(self) -> str:
        """The address of the value, such as ``/12/difficulty``, as RFC 6901 writes it into an IRI."""
        return quote(self.pointer, safe="/~!$&'()*+,;=:@?-._")


@dataclass(frozen=True, slots=True)
class Term:
    """A resource that a claim is about or points at.

    ``labels`` are all its names in plain text, the preferred one first. A term that the
    vocabulary does not have is ``minted``: it was built from the words of the document,
    under ``broader`` terms (conditions) and located in ``affects`` regions where these are known.
    ``sanskrit`` is the Sanskrit name, in Latin letters, of a minted pose.
    """

    iri: str
    labels: tuple[str, ...]
    kind: str
    minted: bool = False
    broader: tuple[str, ...] = ()
    affects: tuple[str, ...] = ()
    sanskrit: str | None = None

    @property
    def label(self) -> str:
        """The preferred name."""
        return self.labels[0]


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """One thing that a document says of a practice.

    ``span`` holds the characters that say it, ``rule`` the name of the rule that read them,
    ``circumstance`` the words that restrict it, ``hedged`` whether the document softens it.
    """

    span: Span
    rule: str
    circumstance: str | None = None
    hedged: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Relation(Claim):
    """The practice stands in ``property`` (a local name of the ontology) to ``object``."""

    property: str
    object: Term


@dataclass(frozen=True, slots=True, kw_only=True)
class Contraindication(Claim):
    """Somebody with ``condition`` should avoid, change or take care in the practice.

    ``advice``, ``onset``, ``severity`` and ``trimester`` are local names of individuals of the ontology.
    """

    condition: Term
    advice: str
    onset: str | None = None
    severity: str | None = None
    trimester: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Modification(Claim):
    """A changed way of doing the practice, given in ``text``, that answers ``addresses``."""

    addresses: Term
    text: str
    prop: Term | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Hold(Claim):
    """How long the pose is kept: seconds, or breaths, or both; ``text`` is the normal form."""

    text: str
    min_seconds: int | None = None
    max_seconds: int | None = None
    min_breaths: int | None = None
    max_breaths: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Step(Claim):
    """One instruction, counted from one; ``breath`` and ``side`` are local names of individuals."""

    position: int
    text: str
    breath: str | None = None
    side: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class BreathingInstruction(Claim):
    """How to breathe throughout the practice; ``breath`` is a local name of an individual."""

    text: str
    breath: str


@dataclass(frozen=True, slots=True, kw_only=True)
class NameElement(Claim):
    """A part of the Sanskrit name and what it means."""

    element: str
    meaning: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Asymmetry(Claim):
    """The pose is performed on one side at a time."""


@dataclass(frozen=True, slots=True)
class Mention:
    """Words that name a condition, region or practice (``kind``) which the vocabulary does not have."""

    text: str
    kind: str
    section: str
    span: Span


@dataclass(frozen=True, slots=True)
class Description:
    """All that a document says of one practice."""

    practice: Term
    names: tuple[str, ...]
    claims: tuple[Claim, ...]


@dataclass(frozen=True, slots=True)
class Document:
    """A document that was read.

    ``text`` is what passages lie in: the decoded file for plain text and Markdown, the text of the
    main content for HTML, the values as JSON for records. ``telling`` counts the sentences in sections about benefits,
    contraindications, modifications and sequences; ``unused`` are those that gave no claim. ``evidence`` is the local
    name of the evidence class, ``version`` that of the content as its publisher counts it, ``copy_of`` the address of
    what it copies. ``key`` takes the place of name and content in the address of a source that is known by name.
    """

    name: str
    title: str
    text: str
    checksum: str
    media_type: str
    descriptions: tuple[Description, ...]
    mentions: tuple[Mention, ...] = ()
    telling: int = 0
    unused: tuple[Span, ...] = ()
    url: str | None = None
    evidence: str = "TeacherArticle"
    license: str | None = None
    version: str | None = None
    copy_of: str | None = None
    key: str | None = None

    @property
    def iri(self) -> str:
        """The address of the document as a source, made from its name and the checksum of its text."""
        from yogakg.iris import slug
        from yogakg.namespaces import PREFIXES

        if self.key:
            return PREFIXES["source"] + self.key
        return f"{PREFIXES['source']}{slug(self.name.rsplit('.', 1)[0])}-{self.checksum[:8]}"

    def claims(self) -> Iterator[tuple[Description, Claim]]:
        """Go through all claims with the description they belong to."""
        for description in self.descriptions:
            for claim in description.claims:
                yield description, claim
