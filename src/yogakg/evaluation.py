"""How well facts are extracted: predictions in a plain form, and their scores against facts that people wrote down.

A gold document is a mapping with ``file`` and ``facts``. A gold fact has ``p`` (predicate), ``o`` (object), ``q``
(qualifier or null), and may have ``alt``, ``p_alt`` and ``q_alt`` (what is right as well), ``opt`` (borderline: it
counts neither way) and ``start`` and ``end`` (the characters that say it).
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
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
from yogakg.lexicon import fold

#: A predicted fact, or one of the gold.
Fact = Mapping[str, Any]

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
_POSE_PREDICATES = frozenset({"prepares", "next_level", "follow_up", "counter", "variation", "starts_from"})

#: Words that an object may have or lack.
_SMALL = frozenset({"the", "a", "an", "of", "in", "to", "and", "pose", "asana", "muscle", "s"})
#: Words that count as one.
_SAME = {
    "low": "lower",
    "spinal": "spine",
    "pelvic": "pelvis",
    "abdominal": "abdomen",
    "digestive": "digestion",
    "stiffness": "stiff",
    "tightness": "tight",
    "tension": "tight",
    "injured": "injury",
    "belt": "strap",
    "cushion": "pillow",
}
_ONE_WORD = {
    "back bend": "backbend",
    "forward fold": "forward bend",
    "table top": "tabletop",
    "half moon": "halfmoon",
    "can not": "cannot",
    "low blood": "underpressure blood",
}
#: Words of which one cannot stand for another, however much else two objects share.
_CONTRASTS = tuple(
    frozenset(words.split())
    for words in (
        "high underpressure lower",
        "upper lower middle",
        "inner outer",
        "front back",
        "forward backward backbend",
        "upward downward up down",
        "seated standing supine prone kneeling reclined reclining supta",
        "revolved extended bound",
        "half full ardha",
        "first second third",
        "recent old",
        "i ii iii iv 1 2 3",
    )
)
#: Spellings of Sanskrit that sound alike, in the order in which they are replaced.
_SOUNDS = (
    (re.compile(r"sh"), "s"),
    (re.compile(r"r[iu]"), "r"),
    (re.compile(r"w"), "v"),
    (re.compile(r"ee"), "i"),
    (re.compile(r"oo"), "u"),
    (re.compile(r"(?<=[bcdkt])h"), ""),
    (re.compile(r"y"), "i"),
    (re.compile(r"(.)\1+"), r"\1"),
)
_TIME = re.compile(r"(\d+(?:\.\d+)?|½) ?(seconds?|secs?|s|minutes?|mins?|m|hours?|h|breaths?)?\b")
_ONE = re.compile(r"\b(?:an?|one) (?=minute|min|hour|breath)")
_FACTORS = {"s": 1, "m": 60, "h": 3600, "b": 1}
_OPEN_BELOW = re.compile(r"\b(?:up|few)\b")


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
    def precision(self) -> float:
        """The share of the facts found that are right."""
        return self.right / (self.right + self.wrong) if self.right else 0.0

    @property
    def recall(self) -> float:
        """The share of the gold facts that were found."""
        return self.right / (self.right + self.missed) if self.right else 0.0

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        return 2 * self.right / (2 * self.right + self.wrong + self.missed) if self.right else 0.0


@dataclass(frozen=True, slots=True)
class Scores:
    """Scores by predicate: ``strict`` asks for the same object and qualifier, ``relaxed`` for most of its words.

    ``located`` of the ``locatable`` right facts lie on the characters of their gold fact.
    """

    strict: Mapping[str, Score]
    relaxed: Mapping[str, Score]
    located: int
    locatable: int

    @property
    def overall(self) -> Score:
        """The strict score of all predicates together."""
        return sum(self.strict.values(), Score())


def evaluate(documents: Iterable[Document], gold: Iterable[Mapping[str, Any]]) -> Scores:
    """Score the facts of documents against the gold documents of the same file names.

    A gold document that is not among the documents counts as missed; one fact is matched with one gold
    fact, so that as many as possible match. A fact that repeats a right one word for word is not wrong.
    """
    predicted: defaultdict[str, list[Fact]] = defaultdict(list)
    for document in documents:
        predicted[document.name] += prediction(document)["facts"]
    strict: Counter[tuple[str, str]] = Counter()
    relaxed: Counter[tuple[str, str]] = Counter()
    spans: list[bool] = []
    for told in gold:
        facts, wanted = predicted[told["file"]], told["facts"]
        matched = _match(wanted, facts, relaxed=False)
        strict.update(_tally(wanted, facts, matched))
        relaxed.update(_tally(wanted, facts, _match(wanted, facts, relaxed=True)))
        spans += [_overlap(wanted[g], facts[f]) for f, g in matched.items() if "start" in wanted[g]]
    return Scores(_by_predicate(strict), _by_predicate(relaxed), sum(spans), len(spans))


def _by_predicate(tally: Counter[tuple[str, str]]) -> dict[str, Score]:
    return {
        predicate: Score(*(tally[predicate, kind] for kind in ("right", "wrong", "missed")))
        for predicate in sorted({predicate for predicate, _ in tally})
    }


def _tally(wanted: Sequence[Fact], facts: Sequence[Fact], matched: Mapping[int, int]) -> Iterator[tuple[str, str]]:
    """Yield the predicate and the outcome of each gold fact, and of each fact that is wrong."""
    found = set(matched.values())
    for index, gold in enumerate(wanted):
        if not gold.get("opt"):
            yield gold["p"], "right" if index in found else "missed"
    said = {_content(facts[index]) for index in matched}
    for index, fact in enumerate(facts):
        if index not in matched and _content(fact) not in said:
            yield fact["p"], "wrong"


def _content(fact: Fact) -> tuple[str, frozenset[str], str | None]:
    return fact["p"], _words(fact["o"]), fact.get("q")


def _match(wanted: Sequence[Fact], facts: Sequence[Fact], *, relaxed: bool) -> dict[int, int]:
    """Match facts with gold facts one to one, as many as possible, those that count first: fact to gold."""
    matched: dict[int, int] = {}

    def place(gold: int, tried: set[int]) -> bool:
        """Find a fact for a gold fact, moving others to another fact if need be."""
        for index in candidates[gold]:
            if index in tried:
                continue
            tried.add(index)
            if index not in matched or place(matched[index], tried):
                matched[index] = gold
                return True
        return False

    candidates = [[i for i, fact in enumerate(facts) if _matches(gold, fact, relaxed=relaxed)] for gold in wanted]
    for gold in sorted(range(len(wanted)), key=lambda index: bool(wanted[index].get("opt"))):
        place(gold, set())
    return matched


def _matches(gold: Fact, fact: Fact, *, relaxed: bool) -> bool:
    if fact["p"] != gold["p"] and fact["p"] not in gold.get("p_alt", ()):
        return False
    qualifiers = {gold.get("q"), *gold.get("q_alt", ())}
    if not relaxed and gold.get("q") is not None and fact.get("q") not in qualifiers:
        return False
    wanted, found = (gold["o"], *gold.get("alt", ())), (fact["o"], *fact.get("labels", ()))
    if gold["p"] == "hold_time":
        return _same_time(wanted, found)
    if _names_same(gold["p"], wanted, found):
        return True
    return relaxed and _close(wanted, found)


def _same_time(wanted: Iterable[str], found: Iterable[str]) -> bool:
    lengths = {_time(name) for name in wanted} & {_time(name) for name in found} - {None}
    return bool(lengths) or bool({fold(name) for name in wanted} & {fold(name) for name in found})


def _names_same(predicate: str, wanted: Iterable[str], found: Iterable[str]) -> bool:
    """Say whether two objects have a name in common: all words of it, or for poses its sound."""
    small = predicate == "etymology"
    if {_words(name, small=small) for name in wanted} & {_words(name, small=small) for name in found}:
        return True
    return predicate in _POSE_PREDICATES and bool({_sound(name) for name in wanted} & {_sound(name) for name in found})


def _close(wanted: Iterable[str], found: Iterable[str]) -> bool:
    """Say whether two objects share two thirds of their words, and differ in none that turns the meaning."""
    for one in map(_words, wanted):
        for other in map(_words, found):
            enough = 3 * len(one & other) >= 2 * max(len(one), len(other))
            if enough and all(one & contrast == other & contrast for contrast in _CONTRASTS):
                return True
    return False


def _overlap(gold: Fact, fact: Fact) -> bool:
    return bool(fact["start"] < gold["end"] and gold["start"] < fact["end"])


# -- names ----------------------------------------------------------------------------------------


@lru_cache(maxsize=20_000)
def _words(name: str, *, small: bool = False) -> frozenset[str]:
    """Return the words of a name, whatever their order and spelling; small ones only if asked or alone."""
    spoken = f" {fold(name)} "
    for apart, joined in _ONE_WORD.items():
        spoken = spoken.replace(f" {apart} ", f" {joined} ")
    found = [_SAME.get(word, word) for word in spoken.split()]
    return frozenset(found if small else [word for word in found if word not in _SMALL] or found)


@lru_cache(maxsize=20_000)
def _sound(name: str) -> str:
    """Return a key under which the usual spellings of a Sanskrit name fall together."""
    key = fold(name.replace("ś", "sh").replace("ṣ", "sh").replace("ṛ", "ri")).replace(" ", "")
    for written, sound in _SOUNDS:
        key = written.sub(sound, key)
    return key


def _time(name: str) -> tuple[float, float, str] | None:
    """Return the least and the most of a time in seconds or breaths; a number without a unit has that of the next."""
    plain = _ONE.sub("1 ", name.casefold().replace("–", "-").replace("-", " - "))
    told = _TIME.findall(plain)
    if not told:
        return None
    unit, values = next((unit for _, unit in reversed(told) if unit), "s"), []
    for number, own in told:
        values.append((0.5 if number == "½" else float(number)) * _FACTORS[(own or unit)[0]])
    least = 0.0 if _OPEN_BELOW.search(plain) else min(values)
    return least, max(values), "breath" if unit[0] == "b" else "s"
