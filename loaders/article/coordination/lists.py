"""Lists of noun phrases: their members one after the other, with what these share and the examples among them."""

from __future__ import annotations

from collections.abc import Iterator

from yogakg.loaders.article.coordination.adjectives import REPLACING, WEAKENED, is_harm
from yogakg.loaders.article.coordination.ailments import names_injury, sounds_medical
from yogakg.loaders.article.coordination.heads import PATIENTS, heads_what_follows
from yogakg.loaders.article.coordination.members import member
from yogakg.loaders.article.coordination.operations import PROCEDURES
from yogakg.loaders.article.coordination.people import names_group
from yogakg.loaders.article.coordination.phrases import (
    BODY,
    CONDITION,
    LIMITATION,
    REGION,
    SITTING,
    TRIMESTER,
    Phrase,
    Reading,
)
from yogakg.loaders.article.coordination.regions import ORGAN
from yogakg.loaders.article.coordination.separators import (
    closes_list,
    may_follow,
    past_compound,
    past_gloss,
    past_relative,
    past_separators,
    past_unknown,
)
from yogakg.loaders.article.coordination.sharing import (
    another_one,
    completed,
    elsewhere_too,
    head_elsewhere,
    lies_in_region,
    lying_alike,
    shared_head,
    specialised,
    specialised_for_all,
    suffered,
    troubled,
    with_shared_modifier,
)
from yogakg.loaders.article.coordination.states import is_aching, is_hurt, named_states
from yogakg.loaders.article.recognition.grounding import Grounder, mint_condition
from yogakg.loaders.article.recognition.mentions import Sentence


def condition_words(sentence: Sentence) -> Iterator[int]:
    """Yield the units that a list of conditions has one of: a name, a head noun, a trimester, a verb of harm."""
    yield from sentence.named(CONDITION, TRIMESTER)
    yield from sentence.cued("glue.heads")
    yield from (place for place in sentence.cued("glue.determiners") if heads_what_follows(sentence.units[place]))
    yield from sentence.cued("qualifiers")
    yield from sentence.worded(WEAKENED | REPLACING)
    yield from sentence.worded(PATIENTS | PROCEDURES.keys())
    yield from (place for place in sentence.named(LIMITATION) if names_injury(sentence.units[place]))
    yield from (place for _, place in named_states(sentence))
    for place, unit in enumerate(sentence.units):
        if is_harm(unit) or is_hurt(unit) or is_aching(unit) or sounds_medical(unit) or names_group(unit):
            yield place


class ListParser(Reading):
    """Reads a coordinated list of noun phrases from a place in a sentence."""

    def __init__(self, sentence: Sentence, grounder: Grounder, families: tuple[str, ...]) -> None:
        super().__init__(sentence, grounder, families)
        self._left: list[Phrase] = []  # regions for which no head noun came

    def list_of(self, families: tuple[str, ...], start: int, end: int) -> tuple[list[Phrase], int]:
        """Return the phrases of a list of other families that starts at a unit, and the place after it."""
        return ListParser(self.sentence, self.grounder, families).read(start, end)

    def read(self, start: int, stop: int | None = None) -> tuple[list[Phrase], int]:
        """Return the phrases of the list that starts at a unit, and the place after it."""
        end = len(self.units) if stop is None else stop
        phrases: list[Phrase] = []
        leading: list[Phrase] = []  # unknown names before the first known one
        pending: list[Phrase] = []  # regions that wait for a head noun on their right
        examples_of: Phrase | None = None
        index = after = start
        while index < end:
            opening = index
            index, exemplifies = past_separators(self, index, end)
            if exemplifies and phrases:
                examples_of = phrases[-1]
                if self._is_only_explained(examples_of):
                    phrases.pop()  # "many areas of the body, including the arms"
            if index >= end or not (index > opening or index == start or may_follow(self, index, end)):
                break
            found = member(self, index, end)
            if found is None and phrases:
                found = another_one(self, index, end, phrases[-1]) or head_elsewhere(self, index, end, phrases[-1])
            if found is None:
                beyond = past_unknown(self.units, index, end)
                if beyond == index:
                    break
                if self.wants_only_conditions:
                    # Among conditions a name that the vocabulary lacks is one as well.
                    (phrases or leading).append(self._unknown(index, beyond))
                index = beyond
                continue
            members, following = found
            if not phrases and start and self.units[start - 1].cue("introducers", "having"):
                phrases += leading  # "those suffering from <unknown> or asthma"
            beyond = past_compound(self, members, following, end)
            if beyond > following:
                index = beyond  # the list goes on after a name that the vocabulary lacks
                continue
            for phrase in members:
                pending = self._take(phrase, phrases, pending, examples_of)
            index = after = past_relative(self, past_gloss(self, following, end), end)
        if pending and phrases and self.wants_conditions:
            shared: list[Phrase] = []
            if closes_list(self.units, pending[-1]):
                shared = elsewhere_too(self, phrases[-1], pending) or with_shared_modifier(self, phrases[-1], pending)
            lies = lies_in_region(self, phrases[-1].first, pending[0].first) is not None
            phrases += shared or ([] if lies else troubled(self, pending, after))
        phrases += suffered(self, self._left, start, after)
        return [phrase for phrase in phrases if phrase.family in self.families], after

    def _is_only_explained(self, phrase: Phrase) -> bool:
        """Say whether a phrase before examples says nothing beside them: "the body", "organs", "effects of sitting"."""
        return phrase.term.iri in (BODY, SITTING) or self.units[phrase.last - 1].norm == ORGAN

    def _unknown(self, first: int, last: int) -> Phrase:
        """Return a run of unknown words as a condition."""
        return Phrase(mint_condition(unit.text.casefold() for unit in self.units[first:last]), CONDITION, first, last)

    def _waiting(self, phrases: list[Phrase]) -> list[Phrase]:
        """Take from a list the regions at its end that wait for a head: "knee, hip and" before "shoulder problems".

        "Good for the hips, ankles and knee problems": what is in the plural, or has a determiner, stands for itself.
        """
        waiting: list[Phrase] = []
        while phrases and phrases[-1].family == REGION:
            if waiting and not self._may_wait(phrases[-1], waiting[0]):
                break
            waiting.insert(0, phrases.pop())
        return waiting

    def _may_wait(self, phrase: Phrase, following: Phrase) -> bool:
        """Say whether a region is in the singular, and parted from the next one by nothing but a comma."""
        units = self.units[phrase.first : phrase.last]
        singular = units[-1].text.casefold().replace("-", " ") == units[-1].norm
        bare = not any(unit.cue("glue.determiners") for unit in units)
        return singular and bare and [unit.norm for unit in self.units[phrase.last : following.first]] == [","]

    def _are_parted(self, phrase: Phrase, following: Phrase) -> bool:
        """Say whether a phrase closes a list before a comma: "…, spleen or liver, …"."""
        between = [unit.norm for unit in self.units[phrase.last : following.first]]
        return closes_list(self.units, phrase) and between == [","]

    def _take(
        self, phrase: Phrase, phrases: list[Phrase], pending: list[Phrase], examples_of: Phrase | None
    ) -> list[Phrase]:
        """Add a phrase to the list, completing the regions that waited for it; return those that still wait."""
        if phrase.family == REGION and not self.wants_regions:
            return [*pending, phrase]
        if phrase.family != REGION and self.wants_regions and not pending and shared_head(self, phrase):
            # "hip and shoulder flexibility": the region just before waits for this head.
            pending = self._waiting(phrases)
        waited: list[Phrase] = []
        if pending and phrases and self.wants_conditions and self._are_parted(pending[-1], phrase):
            waited = with_shared_modifier(
                self, phrases[-1], pending
            )  # "enlarged thyroid, spleen or liver, neck problems"
        waited = waited or completed(self, pending, phrase)
        if pending and phrases and not waited and self.wants_conditions:
            waited = with_shared_modifier(self, phrases[-1], pending)
        if not waited:
            self._left += pending
        phrases += waited
        if examples_of is not None:
            phrase = specialised(self, phrase, examples_of)
        elif phrases and phrase.last == phrase.first + 1 and self.units[phrase.first].cue("glue.heads"):
            *others, phrase = specialised_for_all(self, phrase, phrases)  # "knee and hip injuries or pain"
            phrases += others
        elif phrases and phrase.last == phrase.first + 1:
            phrase = lying_alike(self, phrase, phrases[-1])
        phrases.append(phrase)
        return []
