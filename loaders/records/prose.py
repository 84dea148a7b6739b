"""Prose in records, read by the rules for articles."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Final

from yogakg.facts import Claim, Document, Field, Mention, Span, Term
from yogakg.lexicon import Lexicon
from yogakg.loaders.article import read_article
from yogakg.names import PoseNames

#: The headings that tell the rules for articles what a section is about.
HEADINGS: Final = {
    "about": "About",
    "benefits": "Benefits",
    "breathing": "Breathing",
    "contraindications": "Contraindications",
    "counter": "Counterposes",
    "follow_up": "Follow-up Poses",
    "hold": "Hold",
    "modifications": "Modifications",
    "preparation": "Preparatory Poses",
    "progression": "Level Up Poses",
    "steps": "Steps",
    "variations": "Variations",
}


@dataclass(frozen=True, slots=True)
class Prose:
    """A text of a record, where it is, and what it is about."""

    text: str
    pointer: str
    section: str


def read_prose(
    pose: Term, texts: Iterable[Prose], *, lexicon: Lexicon, names: PoseNames
) -> tuple[list[Claim], list[Mention], list[str]]:
    """Return what texts claim of a pose, the names in them that nothing is known by, and the sentences left unread.

    The texts become an article with the pose as its title and their sections as headings, so that the rules see what
    they know. Raises DocumentError if that cannot be read.
    """
    article = [f"# {pose.label}"]
    places: list[tuple[int, Prose]] = []
    length = len(article[0])
    section = None
    for text in texts:
        for part in ([f"## {HEADINGS[text.section]}"] if text.section != section else []) + [text.text]:
            article.append(part)
            length += 2 + len(part)
        section = text.section
        places.append((length - len(text.text), text))
    document = read_article(
        "\n\n".join(article).encode(), name=f"{pose.iri.rpartition('/')[2]}.md", lexicon=lexicon, names=names
    )
    claims = [_placed(claim, places) for claim in _claims(document, pose)]
    mentions = [replace(mention, span=_field(mention.span, places)) for mention in document.mentions]
    unused = [document.text[span.start : span.end] for span in document.unused]
    return [claim for claim in claims if claim is not None], mentions, unused


def _claims(document: Document, pose: Term) -> Iterator[Claim]:
    """Go through the claims about the pose; a text about one pose is about that one, whatever else it names."""
    single = len(document.descriptions) == 1
    for description, claim in document.claims():
        if single or description.practice.iri == pose.iri:
            yield claim


def _placed(claim: Claim, places: list[tuple[int, Prose]]) -> Claim | None:
    """Put a claim at its characters of a field; what the title says is no claim of the record."""
    return replace(claim, span=_field(claim.span, places)) if claim.span.start >= places[0][0] else None


def _field(span: Span, places: list[tuple[int, Prose]]) -> Field:
    start, text = next((start, text) for start, text in reversed(places) if start <= span.start)
    return Field(span.start - start, min(span.end - start, len(text.text)), text.pointer)
