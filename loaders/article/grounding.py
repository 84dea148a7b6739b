"""Words to terms: entries of the vocabulary, names composed of a region and a head noun, and minted terms."""

from __future__ import annotations

from collections.abc import Iterable

from yogakg.facts import Term
from yogakg.iris import slug
from yogakg.lexicon import Entry, Lexicon, fold, fold_word
from yogakg.namespaces import PREFIXES

#: Adjectives that stand for a region before a head noun.
_ADJECTIVES = {
    "spine": "spinal", "abdomen": "abdominal", "pelvis": "pelvic", "neck": "cervical", "lower back": "lumbar",
    "digestive system": "digestive", "heart": "cardiac", "stomach": "gastric", "respiratory system": "respiratory",
}  # fmt: skip
#: Classes of a condition by its head noun, where the head noun alone is no entry.
_INJURIES = frozenset(["injury", "strain", "sprain", "tear", "fracture", "dislocation", "damage", "bruising"])
_RECOVERIES = frozenset(["surgery", "operation", "replacement"])
_SYMPTOMS = frozenset(
    ["pain", "ache", "stiffness", "tension", "tightness", "discomfort", "weakness", "soreness", "swelling", "cramp", "spasm", "numbness", "sensitivity"]
)


class Grounder:
    """Finds or makes the term that words mean."""

    def __init__(self, lexicon: Lexicon) -> None:
        self.lexicon = lexicon

    @staticmethod
    def term(entry: Entry) -> Term:
        """Return an entry as a term."""
        return Term(entry.iri, (*entry.labels, *entry.hidden), entry.kind)

    def named(self, words: str, *families: str) -> Term | None:
        """Return the term that words name, or None."""
        entry = self.lexicon.named_folded(fold(words), *families)
        return self.term(entry) if entry else None

    def condition_of(self, whole: Entry, head: str) -> Term:
        """Return the condition of a region or function with a head noun: knee + injury.

        A condition that the vocabulary lacks is minted below the head noun's own condition and
        located in the region.
        """
        key = fold(head)
        for name in self._names(whole):
            if (entry := self.lexicon.named_folded(f"{fold(name)} {key}", "HealthCondition")) is not None:
                return self.term(entry)
            if (entry := self.lexicon.named_folded(f"{key} of the {fold(name)}", "HealthCondition")) is not None:
                return self.term(entry)
        general = self.lexicon.named_folded(key, "HealthCondition")
        kind = general.kind if general else _condition_kind(key)
        noun = self._noun(head, general)
        labels = tuple(f"{name} {noun}" for name in self._names(whole))
        return Term(
            PREFIXES["condition"] + slug(labels[0]),
            labels,
            kind,
            minted=True,
            broader=(general.iri,) if general else (),
            affects=(whole.iri,) if whole.family == "BodyRegion" else (),
        )

    def function_of(self, whole: Entry, head: str) -> Term:
        """Return the function of a region with a head noun: hip + flexibility."""
        names = self._names(whole)
        key = fold(head)
        for name in names:
            for words in (f"{fold(name)} {key}", f"{key} of the {fold(name)}", f"{key} of {fold(name)}"):
                if (entry := self.lexicon.named_folded(words, "BodyFunction", "MentalState")) is not None:
                    return self.term(entry)
        general = self.lexicon.named_folded(key, "BodyFunction", "MentalState")
        noun = self._noun(head, general)
        labels = tuple(f"{name} {noun}" for name in names)
        kind = general.kind if general else "BodyFunction"
        return Term(PREFIXES["function"] + slug(labels[0]), labels, kind, minted=True)

    @staticmethod
    def _noun(head: str, general: Entry | None) -> str:
        """Return a head noun as the vocabulary writes it, or as the text does."""
        if general is not None:
            return next((name for name in general.labels if fold(name) == fold(head)), general.label)
        return head.casefold()

    @staticmethod
    def _names(entry: Entry) -> tuple[str, ...]:
        names = [*entry.labels, *entry.hidden]
        names += [_ADJECTIVES[name] for name in entry.labels if name in _ADJECTIVES]
        return tuple(dict.fromkeys(names))

    @staticmethod
    def mint(words: Iterable[str], *, kind: str, namespace: str) -> Term:
        """Make a term of words that the vocabulary does not know."""
        label = " ".join(words)
        return Term(PREFIXES[namespace] + slug(label), (label,), kind, minted=True)

    @staticmethod
    def mint_condition(words: Iterable[str]) -> Term:
        """Make a condition of words that the vocabulary does not know."""
        listed = tuple(words)
        label = " ".join(listed)
        kind = _condition_kind(fold_word(listed[-1]))
        return Term(PREFIXES["condition"] + slug(label), (label,), kind, minted=True)


def _condition_kind(head: str) -> str:
    if head in _INJURIES:
        return "Injury"
    if head in _RECOVERIES:
        return "RecoveryState"
    return "Symptom" if head in _SYMPTOMS else "Disease"
