"""Words to terms: entries of the vocabulary, names composed of a region and a head noun, and minted terms."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from yogakg.facts import Term
from yogakg.iris import slug
from yogakg.lexicon import Entry, Lexicon, fold, fold_word
from yogakg.loaders.article.recognition.words import group, mapping, words
from yogakg.namespaces import PREFIXES

_ADJECTIVES: dict[str, str] = group("grounding.adjectives")
#: Classes of a condition by its head noun, where the head noun alone is no entry.
_KINDS = mapping("grounding.kinds")
#: Head nouns that say no more than another.
_SAME_HEADS: dict[str, str] = group("grounding.same_heads")
#: Head nouns for any problem.
_PROBLEM = "problem"
_PROBLEMS = words("grounding.problems")
_FUNCTIONS = ("BodyFunction", "MentalState")
#: Functions that are named by what flows: "sends blood to the brain".
_FLOWS: dict[str, str] = group("grounding.flows")
#: Shorter names of such a function, of a region: "pelvic floor circulation".
_FLOWING = {"blood circulation": "circulation"}


def term_of(entry: Entry) -> Term:
    """Return an entry of the vocabulary as a term."""
    return Term(entry.iri, (*entry.labels, *entry.hidden), entry.kind)


class Grounder:
    """Finds or makes the term that words mean."""

    def __init__(self, lexicon: Lexicon) -> None:
        self.lexicon = lexicon

    def named(self, name: str, *families: str) -> Term | None:
        """Return the term that words name, or None."""
        entry = self.lexicon.named(name, *families)
        return term_of(entry) if entry else None

    def region_of_adjective(self, word: str) -> Entry | None:
        """Return the region that an adjective stands for before a noun: "spinal" for the spine; None for others."""
        region = _ADJECTIVES.get(word)
        return self.lexicon.named(region, "BodyRegion") if region is not None else None

    def condition_of(self, whole: Entry, head: str) -> Term:
        """Return the condition of a region or function with a head noun: knee + injury.

        A condition that the vocabulary lacks is minted below the head noun's own condition and
        located in the region.
        """
        head = _SAME_HEADS.get(fold(head), head)
        names, key = _names(whole), fold(head)
        forms = (form for name in map(fold, names) for form in (f"{name} {key}", f"{key} of the {name}"))
        known = self._first_named(forms, "HealthCondition")
        if known is None and key in _PROBLEMS:  # "lumbar spine complaint"
            known = self._first_named((f"{name} {_PROBLEM}" for name in map(fold, names)), "HealthCondition")
        if known is not None:
            return known
        general = self.lexicon.named_folded(key, "HealthCondition")
        if general is not None and " " in key and fold(general.label) != key:
            known = self.condition_of(whole, general.label)  # "torn ligament" is a ligament tear
            if not known.minted or key in map(fold, general.hidden):
                return known
        labels = tuple(f"{name} {_noun(head, general)}" for name in names)
        return Term(
            PREFIXES["condition"] + slug(labels[0]),
            labels,
            general.kind if general else condition_kind(key),
            minted=True,
            broader=(general.iri,) if general else (),
            affects=(whole.iri,) if whole.family == "BodyRegion" else (),
        )

    def function_of(self, whole: Entry, head: str) -> Term:
        """Return the function of a region with a head noun: hip + flexibility."""
        head = _FLOWS.get(fold(head), head)
        names, key = _names(whole), fold(head)
        links = ("of the", "of", "to the", "to", "in the", "in")
        forms = (
            form for name in map(fold, names) for form in (f"{name} {key}", *(f"{key} {link} {name}" for link in links))
        )
        known = self._first_named(forms, *_FUNCTIONS)
        if known is not None:
            return known
        general = self.lexicon.named_folded(key, *_FUNCTIONS)
        nouns = dict.fromkeys((_noun(head, general), _FLOWING.get(fold(head), _noun(head, general))))
        labels = tuple(f"{name} {noun}" for noun in nouns for name in names)
        kind = general.kind if general else "BodyFunction"
        return Term(PREFIXES["function"] + slug(labels[0]), labels, kind, minted=True)

    def limitation_of(self, whole: Entry, modifier: str) -> Term | None:
        """Return the limitation of a region with an adjective, if the vocabulary has it: tight + hips."""
        return self._first_named((f"{modifier} {name}" for name in map(fold, _names(whole))), "Limitation")

    def parts_of(self, whole: Entry, noun: str) -> Term | None:
        """Return the parts of a region, if the vocabulary has them: pelvis + organs."""
        return self._first_named((f"{name} {noun}" for name in map(fold, _names(whole))), "BodyRegion")

    def _first_named(self, forms: Iterator[str], *families: str) -> Term | None:
        """Return the term of the first of some folded names that the vocabulary has."""
        entries = (self.lexicon.named_folded(form, *families) for form in forms)
        return next((term_of(entry) for entry in entries if entry is not None), None)


def mint_condition(spoken: Iterable[str]) -> Term:
    """Make a condition of words that the vocabulary does not know."""
    listed = tuple(spoken)
    label = " ".join(listed)
    return Term(PREFIXES["condition"] + slug(label), (label,), condition_kind(fold_word(listed[-1])), minted=True)


def _names(entry: Entry) -> tuple[str, ...]:
    """Return the names of an entry, and the adjectives that stand for it before a head noun."""
    adjectives = (adjective for adjective, region in _ADJECTIVES.items() if region in entry.labels)
    return tuple(dict.fromkeys((*entry.labels, *entry.hidden, *adjectives)))


def _noun(head: str, general: Entry | None) -> str:
    """Return a head noun as the vocabulary writes it, or as the text does, in the singular."""
    names = general.labels if general is not None else ()
    plain = head.casefold()
    return next((name for name in names if fold(name) == fold(head)), fold(head) if plain.endswith("s") else plain)


def condition_kind(head: str) -> str:
    """Return the class of conditions that a folded head noun names."""
    return _KINDS.get(head, "Disease")
