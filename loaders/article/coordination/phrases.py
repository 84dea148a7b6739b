"""What a noun phrase of a sentence means: a term of one of the families, alone or a head noun with its region."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TypeAlias

from yogakg.facts import Term
from yogakg.lexicon import Entry
from yogakg.loaders.article.recognition.grounding import Grounder, term_of
from yogakg.loaders.article.recognition.mentions import Sentence
from yogakg.namespaces import PREFIXES

REGION = "BodyRegion"
CONDITION = "HealthCondition"
FUNCTION = "BodyFunction"
#: The families of what gets better: functions and states of mind.
GOOD = (FUNCTION, "MentalState")
TRIMESTER = "Trimester"
LIMITATION = "Limitation"
#: The region that says nothing beside its parts.
BODY = PREFIXES["region"] + "body"
#: The condition that says nothing beside its examples.
SITTING = PREFIXES["condition"] + "effects-of-sitting"


@dataclass(frozen=True, slots=True)
class Phrase:
    """A noun phrase that means a term; ``qualifiers`` are the values of the qualifier cues in it."""

    term: Term
    family: str
    first: int
    last: int
    qualifiers: frozenset[str] = field(default_factory=frozenset)


#: Phrases, and the place after them; None if a form of phrase is not there.
Found: TypeAlias = tuple[list[Phrase], int] | None


class Reading(ABC):
    """A sentence, and the families of terms that are sought in its noun phrases.

    ``families`` are the kinds of term that a list may hold. Regions are read in any case,
    since they may turn into conditions or functions through a shared head ("knee and hip pain").
    """

    def __init__(self, sentence: Sentence, grounder: Grounder, families: tuple[str, ...]) -> None:
        self.sentence = sentence
        self.units = sentence.units
        self.lexicon = sentence.lexicon
        self.grounder = grounder
        self.families = families
        self.wants_regions = REGION in families
        self.wants_conditions = CONDITION in families
        self.wants_only_conditions = families == (CONDITION,)
        self.wants_good = GOOD[0] in families or GOOD[1] in families

    @abstractmethod
    def list_of(self, families: tuple[str, ...], start: int, end: int) -> tuple[list[Phrase], int]:
        """Return the phrases of a list of other families that starts at a unit, and the place after it."""

    def entry_of(self, phrase: Phrase) -> Entry | None:
        """Return what the vocabulary has of the term of a phrase."""
        return self.lexicon.entries.get(phrase.term.iri)

    def composed(self, whole: Entry, head: str, family: str) -> Term:
        """Return the condition or the function of a region with a head noun."""
        compose = self.grounder.condition_of if family == CONDITION else self.grounder.function_of
        return compose(whole, head)

    def in_each(self, wholes: Sequence[Phrase], head: str, family: str, first: int) -> list[Phrase]:
        """Join a head noun at a place with each of the regions after it that the vocabulary has."""
        return [
            Phrase(self.composed(entry, head, family), family, first, whole.last)
            for whole in wholes
            if (entry := self.entry_of(whole)) is not None
        ]


def as_named(index: int, entry: Entry) -> tuple[list[Phrase], int]:
    """Return an entry that one unit names as a phrase."""
    return [Phrase(term_of(entry), entry.family, index, index + 1)], index + 1


def as_condition(term: Term, first: int, last: int) -> tuple[list[Phrase], int]:
    """Return a condition that a run of units means as a phrase."""
    return [Phrase(term, CONDITION, first, last)], last
