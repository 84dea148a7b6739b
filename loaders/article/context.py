"""What rules are and what they see: a sentence with its place in the article."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Generic, ParamSpec

from yogakg.facts import Claim, Relation, Span, Term
from yogakg.loaders.article.coordination import ListParser, Phrase
from yogakg.loaders.article.recognition.grounding import Grounder
from yogakg.loaders.article.recognition.mentions import Sentence
from yogakg.loaders.article.recognition.poses import PoseFinder

P = ParamSpec("P")

_CLAUSE_ENDS = frozenset(";:.(")


@dataclass(frozen=True, slots=True)
class Passage:
    """A sentence and where it stands.

    ``section`` is what its heading says it is about (None under no telling heading); ``kind`` that of
    its block; ``first`` whether it opens its block; ``alone`` whether it is all of it; ``lead`` the sentence over
    its list; ``heading`` the heading above it; ``among_conditions`` whether most items of this list name health
    conditions; ``among_effects`` whether its paragraph tells effects, though no heading says so; ``beside_steps``
    whether it is a paragraph in a section whose steps are a list.
    """

    sentence: Sentence
    section: str | None
    kind: str
    first: bool
    alone: bool
    lead: Sentence | None = None
    heading: Sentence | None = None
    among_conditions: bool = False
    among_effects: bool = False
    beside_steps: bool = False

    @property
    def span(self) -> Span:
        """The characters of the sentence."""
        return self.sentence.span


@dataclass(frozen=True, slots=True)
class Reader:
    """What all rules share: the text, the pose that this part of it is about, and the tools to read it with."""

    text: str
    subject: Term
    grounder: Grounder
    finder: PoseFinder

    def phrases(
        self, sentence: Sentence, start: int, *families: str, stop: int | None = None
    ) -> tuple[list[Phrase], int]:
        """Read a list of noun phrases of some families from a unit on."""
        return ListParser(sentence, self.grounder, families).read(start, stop)

    def is_negated(self, sentence: Sentence, index: int, *, reach: int = 5) -> bool:
        """Say whether a negation before a unit governs it: near, in the same clause, and not taken back by "but"."""
        for place in range(index - 1, max(-1, index - 1 - reach), -1):
            unit = sentence.units[place]
            if unit.cue("negation.ends") or unit.cue("negation.pseudo") or unit.norm in _CLAUSE_ENDS:
                return False
            if unit.cue("negation.before"):
                return True
            if unit.norm == "," and not sentence.units[place - 1].entries:
                return False
        return False

    def is_hedged(self, sentence: Sentence, index: int) -> bool:
        """Say whether a hedge stands before a unit in its sentence."""
        return any(place < index for place in sentence.cued("hedges"))


@dataclass(frozen=True, slots=True)
class Rule(Generic[P]):
    """A way in which articles say things.

    ``reason`` says what it reads and why that is a claim, ``yields`` are the local names of the
    properties that its claims may have. It is called to read, and signs what it finds with its name.
    """

    name: str
    reason: str
    yields: tuple[str, ...]
    read: Callable[P, Iterator[Claim]]

    def __call__(self, *args: P.args, **kwargs: P.kwargs) -> Iterator[Claim]:
        """Read the claims of a passage."""
        return self.read(*args, **kwargs)

    def relation(
        self, passage: Passage, prop: str, term: Term, *, hedged: bool = False, circumstance: str | None = None
    ) -> Relation:
        """Make a claim of a passage that the pose stands in a property to a term."""
        return Relation(
            span=passage.span, rule=self.name, property=prop, object=term, hedged=hedged, circumstance=circumstance
        )


#: A rule that reads one passage after another.
PassageRule = Rule[[Passage, Reader]]


def rule(*yields: str) -> Callable[[Callable[P, Iterator[Claim]]], Rule[P]]:
    """Make a rule of a function: its name is the function's, its reason the docstring's first paragraph."""

    def make(read: Callable[P, Iterator[Claim]]) -> Rule[P]:
        reason = " ".join((inspect.getdoc(read) or "").partition("\n\n")[0].split())
        return Rule(read.__name__.replace("_", "-"), reason, yields, read)

    return make
