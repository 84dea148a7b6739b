"""What a rule sees: a sentence with its place in the article."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from yogakg.loaders.article.coordination import ListParser, Phrase
from yogakg.loaders.article.cues import Cues
from yogakg.loaders.article.grounding import Grounder
from yogakg.loaders.article.mentions import Sentence

from yogakg.facts import Claim, Span


@dataclass(frozen=True, slots=True)
class Passage:
    """A sentence and where it stands.

    ``section`` is what its heading says it is about (None under no telling heading); ``kind`` that of
    its block; ``first`` whether it opens its block; ``alone`` whether it is all of it.
    """

    sentence: Sentence
    section: str | None
    kind: str
    first: bool
    alone: bool

    @property
    def span(self) -> Span:
        """The characters of the sentence."""
        return self.sentence.span


@dataclass(frozen=True, slots=True)
class Reader:
    """The tools that all rules share."""

    cues: Cues
    grounder: Grounder

    def phrases(
        self, sentence: Sentence, start: int, *families: str, stop: int | None = None
    ) -> tuple[list[Phrase], int]:
        """Read a list of noun phrases of some families from a unit on."""
        return ListParser(sentence, self.grounder, families).read(start, stop)

    def is_negated(self, sentence: Sentence, index: int, *, reach: int = 5) -> bool:
        """Say whether a negation before a unit governs it: near, in the same clause, and not taken back by "but"."""
        for place in range(index - 1, max(-1, index - 1 - reach), -1):
            unit = sentence.units[place]
            if unit.cue("negation.ends") or unit.cue("negation.pseudo") or unit.norm in {";", ":", ".", "("}:
                return False
            if unit.cue("negation.before"):
                return True
            if unit.norm == "," and not sentence.units[place - 1].entries:
                return False
        return False

    def is_hedged(self, sentence: Sentence, index: int) -> bool:
        """Say whether a hedge stands before a unit in its sentence."""
        return any(unit.cue("hedges") for unit in sentence.units[:index])


#: A rule reads one passage and yields claims; its name is its function's, its reason its docstring.
Rule = Callable[[Passage, Reader], Iterator[Claim]]


def rule_name(rule: Callable[..., object]) -> str:
    """Return the name under which a rule signs its claims."""
    return rule.__name__.replace("_", "-")
