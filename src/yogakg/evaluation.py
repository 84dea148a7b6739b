"""How well facts are extracted: predictions in a plain form, and their scores against facts that people wrote down.

A gold fact has ``p`` (predicate), ``o`` (object), ``q`` (qualifier or null), and may have ``alt``, ``p_alt`` and
``q_alt`` (what is right as well), ``opt`` (borderline: it counts neither way) and ``start`` and ``end`` (the
characters that say it) or ``evidence`` (their words).
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from yogakg.errors import DocumentError
from yogakg.facts import (
    Asymmetry,
    Claim,
    Contraindication,
    Document,
    Hold,
    Modification,
    NameElement,
    Relation,
    Span,
    Term,
)
from yogakg.gold import GoldDocument
from yogakg.matching import Fact, content, is_same_object, match

#: Properties of the ontology that are predicates of the evaluation, with the qualifier they imply.
_PREDICATES: dict[str, tuple[str, str | None]] = {
    "stretches": ("stretches", None),
    "opens": ("stretches", "open"),
    "strengthens": ("strengthens", None),
    "compresses": ("massages_or_compresses", None),
    "massages": ("massages_or_compresses", None),
    "usesProp": ("prop", None),
    "preparedBy": ("prepares", None),
    "preparesFor": ("next_level", None),
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
    "relieves": ("benefit", "relieve"),
    "improves": ("benefit", "improve"),
    "stimulates": ("benefit", "stimulate"),
    "calms": ("benefit", "calm"),
    "relaxes": ("benefit", "relax"),
    "tones": ("benefit", "tone"),
    "balances": ("benefit", "balance"),
    "decompresses": ("benefit", "decompress"),
    "lengthens": ("benefit", "lengthen"),
    "restores": ("benefit", "restore"),
    "softens": ("benefit", "soften"),
    "controls": ("benefit", "control"),
    "treats": ("benefit", "treat"),
}
_MUSCULAR = frozenset({"Muscle", "MuscleGroup", "BodyPart", "SurfaceRegion", "Joint"})


def prediction(document: Document) -> dict[str, Any]:
    """Return a document's facts as one JSON object: ``file`` and ``facts``.

    A fact has ``p`` (predicate), ``o`` (preferred label), ``labels`` (all other labels), ``q``
    (qualifier or null), ``start`` and ``end`` (characters of the document's text), ``pose`` and ``rule``.
    Claims of one passage that differ only in what a fact does not tell, such as the trimester, are one fact.
    """
    facts: dict[tuple[object, ...], dict[str, Any]] = {}
    for description, claim in document.claims():
        for predicate, term, qualifier in _plain(claim):
            labels = [term] if isinstance(term, str) else list(term.labels)
            fact = {
                "p": predicate,
                "o": labels[0],
                "labels": labels[1:],
                "q": qualifier,
                "start": claim.span.start,
                "end": claim.span.end,
                "pose": description.practice.label,
                "rule": claim.rule,
            }
            facts.setdefault((predicate, labels[0], qualifier, claim.span, description.practice.iri), fact)
    return {"file": document.name, "facts": list(facts.values())}


def _plain(claim: Claim) -> Iterator[tuple[str, Term | str, str | None]]:
    match claim:
        case Relation(property="tones", object=term) if term.kind in _MUSCULAR:
            yield "strengthens", term, "tone"
        case Relation(property=prop, object=term) if prop in _PREDICATES:
            predicate, qualifier = _PREDICATES[prop]
            yield predicate, term, qualifier
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


@dataclass(frozen=True, slots=True)
class Coverage:
    """How many ``sentences`` should give a fact, as their section is about such facts, and how many ``read`` did."""

    sentences: int = 0
    read: int = 0

    @classmethod
    def of(cls, document: Document) -> Coverage:
        """Count the sentences of a document."""
        return cls(document.telling, document.telling - len(document.unused))

    def __add__(self, other: Coverage) -> Coverage:
        return Coverage(self.sentences + other.sentences, self.read + other.read)

    @property
    def share(self) -> float | None:
        """The share of the sentences that gave a fact; None where there are no such sentences."""
        return self.read / self.sentences if self.sentences else None

    def as_json(self) -> dict[str, int | float | None]:
        """Return the figures for a program, the share to four places."""
        share = None if self.share is None else round(self.share, 4)
        return {"sentences": self.sentences, "read": self.read, "share": share}


# -- scores ---------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Score:
    """Facts that were found, found wrongly, and missed."""

    right: int = 0
    wrong: int = 0
    missed: int = 0

    def __add__(self, other: Score) -> Score:
        return Score(self.right + other.right, self.wrong + other.wrong, self.missed + other.missed)

    @property
    def gold(self) -> int:
        """How many facts there are to find."""
        return self.right + self.missed

    @property
    def found(self) -> int:
        """How many facts were found, right or wrong."""
        return self.right + self.wrong

    @property
    def precision(self) -> float:
        """The share of the facts found that are right."""
        return self.right / self.found if self.found else 0.0

    @property
    def recall(self) -> float:
        """The share of the gold facts that were found."""
        return self.right / self.gold if self.gold else 0.0

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        return 2 * self.right / (self.found + self.gold) if self.right else 0.0

    def as_json(self) -> dict[str, int | float]:
        """Return the figures for a program, shares to four places."""
        shares = {"precision": self.precision, "recall": self.recall, "f1": self.f1}
        return {"gold": self.gold, "found": self.found, "right": self.right} | {
            name: round(share, 4) for name, share in shares.items()
        }


@dataclass(frozen=True, slots=True)
class Mistake:
    """A gold fact that was missed, or a fact that was found and is wrong.

    ``sentence`` is what the document says there, in ``line`` of its text; ``rule`` read it, if anything was read.
    """

    kind: Literal["missed", "wrong"]
    file: str
    line: int | None
    predicate: str
    object: str
    qualifier: str | None
    sentence: str | None
    rule: str | None = None


@dataclass(frozen=True, slots=True)
class Scores:
    """How the facts of documents compare with gold facts.

    ``strict`` and ``relaxed`` are scores by predicate: strict asks for the same object and qualifier, relaxed for
    most of its words. ``located`` of the ``locatable`` right facts lie on the characters of their gold fact.
    ``advice`` counts contraindications by what the gold advises and what was found, each one of avoid, caution,
    modify and None: missed, or not in the gold. ``mistakes`` are strict ones, in the order of the texts.
    """

    strict: Mapping[str, Score]
    relaxed: Mapping[str, Score]
    located: int
    locatable: int
    advice: Mapping[tuple[str | None, str | None], int]
    mistakes: tuple[Mistake, ...]

    @property
    def overall(self) -> Score:
        """The strict score of all predicates together."""
        return sum(self.strict.values(), Score())

    @property
    def overall_relaxed(self) -> Score:
        """The relaxed score of all predicates together."""
        return sum(self.relaxed.values(), Score())

    @property
    def advised(self) -> tuple[int, int]:
        """How many of the right conditions have the right advice, and how many right conditions there are."""
        conditions = {pair: count for pair, count in self.advice.items() if None not in pair}
        return sum(count for (wanted, found), count in conditions.items() if wanted == found), sum(conditions.values())

    def as_json(self) -> dict[str, Any]:
        """Return the figures for a program, without the mistakes."""
        right, conditions = self.advised
        names = ("gold", "found", "count")
        return {
            "strict": {"all": self.overall.as_json()} | {name: one.as_json() for name, one in self.strict.items()},
            "relaxed": {"all": self.overall_relaxed.as_json()}
            | {name: one.as_json() for name, one in self.relaxed.items()},
            "spans": {"located": self.located, "locatable": self.locatable},
            "advice": {
                "right": right,
                "conditions": conditions,
                "confusion": [dict(zip(names, (*pair, count), strict=True)) for pair, count in self.advice.items()],
            },
        }


def evaluate(documents: Iterable[Document], gold: Iterable[GoldDocument]) -> Scores:
    """Score the facts of documents against the gold documents of the same file names.

    A gold document that is not among the documents counts as missed; one fact is matched with one gold
    fact, so that as many as possible match. A fact that repeats a right one word for word is not wrong.
    Raises DocumentError if gold facts lie beyond the end of their document.
    """
    texts: dict[str, str] = {}
    predicted: defaultdict[str, list[Fact]] = defaultdict(list)
    for document in documents:
        texts[document.name] = document.text
        predicted[document.name] += prediction(document)["facts"]
    strict: Counter[tuple[str, str]] = Counter()
    relaxed: Counter[tuple[str, str]] = Counter()
    advice: Counter[tuple[str | None, str | None]] = Counter()
    spans: list[bool] = []
    mistakes: list[Mistake] = []
    for told in gold:
        wanted, facts = told.facts, predicted[told.file]
        places = [_places(fact, texts.get(told.file), told.path) for fact in wanted]
        matched = match(wanted, facts)
        outcomes = list(_outcomes(wanted, facts, matched))
        strict.update((fact["p"], outcome) for fact, _, outcome in outcomes)
        loosely = _outcomes(wanted, facts, match(wanted, facts, relaxed=True))
        relaxed.update((fact["p"], outcome) for fact, _, outcome in loosely)
        advice.update(_advice(wanted, facts, matched))
        spans += [_lies_on(facts[f], places[g]) for f, g in matched.items() if places[g]]
        found = _mistakes(outcomes, places, told.file, texts.get(told.file, ""))
        mistakes += sorted(found, key=lambda mistake: mistake.line or 0)
    by_predicate = _by_predicate(strict)
    loose = _by_predicate(relaxed, by_predicate)
    return Scores(by_predicate, loose, sum(spans), len(spans), advice, tuple(mistakes))


def _by_predicate(tally: Counter[tuple[str, str]], predicates: Iterable[str] = ()) -> dict[str, Score]:
    return {
        predicate: Score(*(tally[predicate, kind] for kind in ("right", "wrong", "missed")))
        for predicate in sorted({predicate for predicate, _ in tally}.union(predicates))
    }


def _outcomes(
    wanted: Sequence[Fact], facts: Sequence[Fact], matched: Mapping[int, int]
) -> Iterator[tuple[Fact, int, Literal["right", "missed", "wrong"]]]:
    """Yield each gold fact as right or missed, and each fact that is wrong, with their numbers."""
    found = set(matched.values())
    for index, gold in enumerate(wanted):
        if not gold.get("opt"):
            yield gold, index, "right" if index in found else "missed"
    said = {content(facts[index]) for index in matched}
    for index, fact in enumerate(facts):
        if index not in matched and content(fact) not in said:
            yield fact, index, "wrong"


def _advice(
    wanted: Sequence[Fact], facts: Sequence[Fact], matched: Mapping[int, int]
) -> Iterator[tuple[str | None, str | None]]:
    """Yield what the gold advises and what was found, for each condition; None where one of them is lacking.

    Conditions with the right advice are paired first, so that one condition with two kinds of advice,
    by its stage, is not confused with itself. Advice that is right as well counts as the gold's.
    """
    golds, founds = (
        {index: fact for index, fact in enumerate(all_of) if fact["p"] == "contraindicated_for"}
        for all_of in (wanted, facts)
    )
    for f, g in matched.items():
        fact, gold = founds.pop(f, None), golds.pop(g, None)
        if fact and gold and not gold.get("opt"):
            yield fact["q"], fact["q"]
    said = {content(facts[index]) for index in matched}
    rest = [fact for fact in founds.values() if content(fact) not in said]
    for gold in sorted(golds.values(), key=lambda gold: bool(gold.get("opt"))):
        other = next((fact for fact in rest if is_same_object(gold, fact)), None)
        if other:
            rest.remove(other)
        if not gold.get("opt"):
            yield gold["q"], other["q"] if other else None
    yield from ((None, fact["q"]) for fact in rest)


# -- places ---------------------------------------------------------------------------------------


def _places(gold: Fact, text: str | None, path: str) -> list[Span]:
    """Return the characters that say a gold fact: those it gives, else all places of its evidence."""
    if text is None:
        return []
    if "start" in gold:
        if gold["end"] > len(text):
            problem = f"'{gold['p']} {gold['o']}' ends at character {gold['end']}, its document at {len(text)}"
            raise DocumentError(path, problem, "Count the characters of the document as 'yogakg extract' shows them.")
        return [Span(gold["start"], gold["end"])]
    spoken = (gold.get("evidence") or "").split()
    if not spoken:
        return []
    return [Span(*found.span()) for found in re.finditer(r"\s+".join(map(re.escape, spoken)), text)]


def _lies_on(fact: Fact, places: Iterable[Span]) -> bool:
    return any(fact["start"] < place.end and place.start < fact["end"] for place in places)


def _mistakes(
    outcomes: Iterable[tuple[Fact, int, Literal["right", "missed", "wrong"]]],
    places: Sequence[Sequence[Span]],
    file: str,
    text: str,
) -> Iterator[Mistake]:
    for fact, index, outcome in outcomes:
        if outcome == "right":
            continue
        if outcome == "wrong":
            place: Span | None = Span(fact["start"], fact["end"])
        else:
            place = next(iter(places[index]), None)
        yield Mistake(
            outcome,
            file,
            text.count("\n", 0, place.start) + 1 if place else None,
            fact["p"],
            fact["o"],
            fact.get("q"),
            " ".join(text[place.start : place.end].split()) if place else fact.get("evidence"),
            fact.get("rule"),
        )
