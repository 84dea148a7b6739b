"""Articles for tests, and what is read from them."""

from __future__ import annotations

from yogakg.facts import Contraindication, Document, Relation
from yogakg.loaders.article import read_article


def article(body: str, *, title: str = "Head-to-Knee Pose (Janu Sirsasana)", name: str = "article.txt") -> Document:
    """Read a text under a title."""
    return read_article(f"{title}\n\n{body}\n".encode(), name=name)


def relations(document: Document, prop: str) -> set[str]:
    """Return the things to which a pose stands in a relation."""
    return {
        claim.object.label for _, claim in document.claims() if isinstance(claim, Relation) and claim.property == prop
    }


def contraindications(document: Document) -> set[tuple[str, str, str | None]]:
    """Return conditions with what is advised and their onset."""
    return {
        (claim.condition.label, claim.advice, claim.onset)
        for _, claim in document.claims()
        if isinstance(claim, Contraindication)
    }


def advice(document: Document) -> set[tuple[str, str]]:
    """Return conditions with what is advised."""
    return {(condition, said) for condition, said, _ in contraindications(document)}


def every(said: str, *conditions: str) -> set[tuple[str, str]]:
    """Return the same advice for each of some conditions."""
    return {(condition, said) for condition in conditions}
