"""Facts in the plain form of the evaluation: predicates, objects, qualifiers and characters."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from yogakg.facts import (
    Asymmetry,
    Claim,
    Contraindication,
    Document,
    Hold,
    Modification,
    NameElement,
    Relation,
    Term,
)

#: Properties of the ontology that are predicates of the evaluation, with the qualifier they imply.
_PREDICATES: dict[str, tuple[str, str | None]] = {
    "stretches": ("stretches", None),
    "opens": ("stretches", "open"),
    "strengthens": ("strengthens", None),
    "compresses": ("massages_or_compresses", None),
    "massages": ("massages_or_compresses", None),
    "usesProp": ("prop", None),
    "preparedBy": ("prepares", None),
    "progressesTo": ("next_level", None),
    "followedBy": ("follow_up", None),
    "counteredBy": ("counter", None),
    "hasVariation": ("variation", None),
    "startsFrom": ("starts_from", None),
    "practisedIn": ("style", None),
    "level": ("level", None),
    "basePosition": ("pose_type", None),
    "spinalAction": ("pose_type", None),
    "focus": ("pose_type", None),
}
_BENEFITS = {
    "relieves": "relieve", "improves": "improve", "stimulates": "stimulate", "calms": "calm", "relaxes": "relax", "tones": "tone", "balances": "balance",
    "decompresses": "decompress", "lengthens": "lengthen", "restores": "restore", "softens": "soften", "controls": "control", "treats": "treat",
}  # fmt: skip
_MUSCULAR = frozenset({"Muscle", "MuscleGroup", "BodyPart", "SurfaceRegion", "Joint"})


def prediction(document: Document) -> dict[str, Any]:
    """Return a document's facts as one JSON object: ``file`` and ``facts``.

    A fact has ``p`` (predicate), ``o`` (preferred label), ``labels`` (all other labels), ``q``
    (qualifier or null), ``start`` and ``end`` (characters of the document's text), ``pose`` and ``rule``.
    """
    facts = []
    for description, claim in document.claims():
        for predicate, term, qualifier in _plain(claim):
            labels = [term] if isinstance(term, str) else list(term.labels)
            facts.append(
                {
                    "p": predicate,
                    "o": labels[0],
                    "labels": labels[1:],
                    "q": qualifier,
                    "start": claim.span.start,
                    "end": claim.span.end,
                    "pose": description.practice.label,
                    "rule": claim.rule,
                }
            )
    return {"file": document.name, "facts": facts}


def _plain(claim: Claim) -> Iterator[tuple[str, Term | str, str | None]]:
    match claim:
        case Relation(property="tones", object=term) if term.kind in _MUSCULAR:
            yield "strengthens", term, "tone"
        case Relation(property=prop, object=term) if prop in _PREDICATES:
            predicate, qualifier = _PREDICATES[prop]
            yield predicate, term, qualifier
        case Relation(property=prop, object=term) if prop in _BENEFITS:
            yield "benefit", term, _BENEFITS[prop]
        case Contraindication():
            yield "contraindicated_for", claim.condition, claim.advice.casefold()
        case Modification():
            yield "modification_for", claim.addresses, claim.prop.label if claim.prop else None
        case Hold():
            yield "hold_time", claim.text, None
        case NameElement():
            yield "etymology", f"{claim.element} = {claim.meaning}", None
        case Asymmetry():
            yield "side", "asymmetric", None
        case _:
            return
