"""Noun phrases and their lists: shared heads on either side, shared modifiers, glosses, such-as lists."""

from __future__ import annotations

from dataclasses import dataclass, field

from yogakg.loaders.article.grounding import Grounder
from yogakg.loaders.article.mentions import Sentence, Unit

from yogakg.facts import Term
from yogakg.lexicon import Entry

REGION = "BodyRegion"
_SIDES = frozenset(
    {"back", "front", "side", "top", "bottom", "inside", "outside", "underside", "base", "center", "tip"}
)
CONDITION = "HealthCondition"
GOOD = ("BodyFunction", "MentalState")


@dataclass(frozen=True, slots=True)
class Phrase:
    """A noun phrase that means a term; ``qualifiers`` are the values of the qualifier cues in it."""

    term: Term
    family: str
    first: int
    last: int
    qualifiers: frozenset[str] = field(default_factory=frozenset)


class ListParser:
    """Reads a coordinated list of noun phrases from a place in a sentence.

    ``families`` are the kinds of term that the list may hold. Regions are read in any case,
    since they may turn into conditions or functions through a shared head ("knee and hip pain").
    """

    def __init__(self, sentence: Sentence, grounder: Grounder, families: tuple[str, ...]) -> None:
        self.sentence = sentence
        self.units = sentence.units
        self.grounder = grounder
        self.families = families

    def read(self, start: int, stop: int | None = None) -> tuple[list[Phrase], int]:
        """Return the phrases of the list that starts at a unit, and the place after it."""
        end = len(self.units) if stop is None else stop
        phrases: list[Phrase] = []
        pending: list[Phrase] = []  # regions that wait for a head noun on their right
        examples_of: Phrase | None = None
        index = start
        after = start
        while index < end:
            separators = index
            while index < end and self._separates(self.units[index]):
                if self.units[index].cue("glue.such_as") and phrases:
                    examples_of = phrases[-1]
                index += 1
            if index >= end or (index == separators and index != start):
                break
            found, following = self._conjunct(index, end)
            if not found:
                following = self._past_unknown(index, end)
                if following == index:
                    break
                index = following
                continue
            for phrase in found:
                if phrase.family == REGION and REGION not in self.families:
                    pending.append(phrase)
                    continue
                if phrase.family != REGION and REGION in self.families and self._head_of(phrase):
                    # "hip and shoulder flexibility": the regions just before wait for this head.
                    while phrases and phrases[-1].family == REGION and not pending:
                        pending = [phrases.pop()]
                if pending:
                    phrases += self._completed(pending, phrase)
                    pending = []
                if examples_of is not None:
                    phrase = self._specialised(phrase, examples_of)
                elif phrases and phrase.last == phrase.first + 1 and self.units[phrase.first].cue("glue.heads"):
                    phrase = self._specialised(phrase, phrases[-1])  # "back injury or pain"
                phrases.append(phrase)
            after = index = following
            index = after = self._past_gloss(index, end)
        if pending and phrases and CONDITION in self.families:
            phrases += self._shared_modifier(phrases[-1], pending)
        return [p for p in phrases if p.family in self.families], after

    def _shared_modifier(self, phrase: Phrase, pending: list[Phrase]) -> list[Phrase]:
        """Give regions after a condition its modifier: "an enlarged liver or spleen", "a torn hamstring or groin"."""
        words = [w for u in self.units[phrase.first : phrase.last] if not u.cue("glue.determiners") for w in u.norm.split()]
        if len(words) < 2:
            return []
        found = []
        for region in pending:
            entry = self.sentence.lexicon.entries.get(region.term.iri)
            if entry is None:
                continue
            for name in (entry.label, *entry.labels):
                if (term := self.grounder.named(f"{words[0]} {name}", CONDITION)) is not None:
                    found.append(Phrase(term, CONDITION, region.first, region.last, phrase.qualifiers))
                    break
            else:
                if words[0] in {"torn", "enlarged", "sprained", "fractured", "injured", "broken", "dislocated", "swollen", "inflamed", "pulled", "strained"}:
                    made = self.grounder.mint_condition([words[0], entry.label])
                    found.append(Phrase(made, CONDITION, region.first, region.last, phrase.qualifiers))
        return found

    def _past_unknown(self, index: int, end: int) -> int:
        """Pass over a member of up to three unknown words, if the list goes on after it."""
        place = index
        while place < end and place - index < 3 and self.units[place].is_word and not self.units[place].cues and not self.units[place].entries:
            place += 1
        goes_on = place > index and place + 1 < end and self.units[place].joins and not self.units[place + 1].cue("effect")
        return place if goes_on else index

    # -- one conjunct -----------------------------------------------------------------------------

    def _conjunct(self, index: int, end: int) -> tuple[list[Phrase], int]:
        if self._is_verb(index, end):
            return [], index
        shared = self._shared_suffix(index, end)
        if shared is not None:
            return shared
        qualifiers: set[str] = set()
        first = index
        index = self._skip(index, end, qualifiers)
        if index >= end:
            return [], first
        found, following = self._noun_phrase(index, end)
        for_all = frozenset(qualifiers)
        return [Phrase(p.term, p.family, first, p.last, p.qualifiers | for_all) for p in found], following

    def _is_verb(self, index: int, end: int) -> bool:
        """Say whether a word that is name and verb ("calms", "balance") is the verb: its object follows."""
        unit = self.units[index]
        if unit.cue("effect") is None or not unit.entries:
            return False
        following = self.units[index + 1] if index + 1 < end else None
        return (
            following is not None
            and bool(following.cue("glue.determiners") or following.entries)
            and not following.cue("glue.heads")
        )

    def _skip(self, index: int, end: int, qualifiers: set[str]) -> int:
        """Pass over determiners, adjectives and qualifiers ("a recent or chronic …"), noting the qualifiers."""
        while index < end:
            unit = self.units[index]
            qualifier = unit.cue("qualifiers")
            if (
                CONDITION in self.families
                and self._trimester(unit) is not None
                and not self._names_pregnancy(index + 1, end)
            ):
                break
            if qualifier and not unit.entry(*self.families):
                qualifiers.add(qualifier.value)
            elif unit.entry(REGION, CONDITION, *GOOD) and not (unit.cue("glue.determiners") and not unit.entries):
                break
            elif self._separates(unit) and index + 1 < end and qualifiers and self.units[index + 1].cue("qualifiers"):
                pass
            elif not (unit.cue("glue.determiners") or unit.cue("glue.adjectives") or unit.cue("better")):
                if not self._describes(index, end):
                    break
            index += 1
        return index

    def _names_pregnancy(self, index: int, end: int) -> bool:
        return any("pregnan" in u.norm for u in self.units[index : min(end, index + 4)])

    def _describes(self, index: int, end: int) -> bool:
        """Say whether an unknown word is an adjective: a plain word between a determiner and a name."""
        unit = self.units[index]
        if (
            unit.cues
            or unit.entries
            or not unit.text.islower()
            or not unit.text.isalpha()
            or index == 0
            or index + 1 >= end
        ):
            return False
        before, following = self.units[index - 1], self.units[index + 1]
        return bool(before.cue("glue.determiners") and following.entry(*self.families)) and not unit.norm.endswith(
            "ing"
        )

    def _noun_phrase(self, index: int, end: int) -> tuple[list[Phrase], int]:
        """Read one noun phrase; a head with "of", "in" or "to" and a list of regions gives one a region."""
        unit = self.units[index]
        region = unit.entry(REGION)
        condition = unit.entry(CONDITION)
        good = unit.entry(*GOOD)
        following = self.units[index + 1] if index + 1 < end else None
        if region is not None:
            composed = self._with_head(region, following)
            if composed is not None:
                term, family = composed
                return [Phrase(term, family, index, index + 2)], index + 2
        head = unit.text
        if CONDITION in self.families and (pregnancy := self._trimester(unit)) is not None:
            return [Phrase(pregnancy[0], CONDITION, index, index + 1, frozenset({pregnancy[1]}))], index + 1
        if condition is not None and CONDITION in self.families:
            if not condition.affects:
                specialised = self._of_regions(index, end, head=unit.text, make="condition")
                if specialised is not None:
                    return specialised
            return [Phrase(Grounder.term(condition), CONDITION, index, index + 1)], index + 1
        if unit.cue("glue.heads") and CONDITION in self.families:
            specialised = self._of_regions(index, end, head=head, make="condition")
            if specialised is not None:
                return specialised
        if good is not None and any(f in self.families for f in GOOD):
            following_head = following.text if following is not None and (following.cue("glue.heads")) else None
            if following_head and CONDITION in self.families:
                return [
                    Phrase(self.grounder.condition_of(good, following_head), CONDITION, index, index + 2)
                ], index + 2
            specialised = self._of_regions(index, end, head=unit.text, make="function")
            if specialised is not None:
                return specialised
            return [Phrase(Grounder.term(good), good.family, index, index + 1)], index + 1
        if unit.cue("glue.function_heads") and any(f in self.families for f in GOOD):
            specialised = self._of_regions(index, end, head=unit.text, make="function")
            if specialised is not None:
                return specialised
        if region is not None:
            inner = self._part_of(index, end)
            if inner is not None:
                return inner
            return [Phrase(Grounder.term(region), REGION, index, index + 1)], index + 1
        if good is not None and CONDITION in self.families and following is not None and following.cue("glue.heads"):
            return [Phrase(self.grounder.condition_of(good, following.text), CONDITION, index, index + 2)], index + 2
        other = unit.entry(*self.families)
        if other is not None:
            return [Phrase(Grounder.term(other), other.family, index, index + 1)], index + 1
        return [], index

    def _trimester(self, unit: Unit) -> tuple[Term, str] | None:
        """Read a trimester as a pregnancy in it: "late pregnancy", "the last trimester"."""
        cue = unit.cue("qualifiers")
        entry = unit.entry("Trimester")
        value = (
            cue.value if cue and cue.value.endswith("Trimester") else entry.iri.rsplit("#", 1)[-1] if entry else None
        )
        term = self.grounder.named("pregnancy", CONDITION) if value else None
        return (term, value) if term and value else None

    def _with_head(self, region: Entry, following: Unit | None) -> tuple[Term, str] | None:
        """Join a region with the head noun after it: "knee injury", "hip flexibility"."""
        if following is None:
            return None
        condition = following.entry(CONDITION)
        if CONDITION in self.families and (following.cue("glue.heads") or (condition and not condition.affects)):
            return self.grounder.condition_of(region, following.text), CONDITION
        if any(f in self.families for f in GOOD) and following.cue("glue.function_heads"):
            return self.grounder.function_of(region, following.text), GOOD[0]
        return None

    def _of_regions(self, index: int, end: int, *, head: str, make: str) -> tuple[list[Phrase], int] | None:
        """Read "<head> in/of/to <regions>" as one composed term a region."""
        place = index + 1
        if place < end and self.units[place].norm == "(":
            return None
        if place >= end or not self.units[place].cue("glue.prepositions"):
            return None
        inner = ListParser(self.sentence, self.grounder, (REGION, *GOOD) if make == "condition" else (REGION,))
        regions, after = inner.read(place + 1, end)
        if not regions:
            return None
        result = []
        for phrase in regions:
            entry = self.sentence.lexicon.entries.get(phrase.term.iri)
            if entry is None:
                return None
            term = (
                self.grounder.condition_of(entry, head)
                if make == "condition"
                else self.grounder.function_of(entry, head)
            )
            result.append(Phrase(term, CONDITION if make == "condition" else GOOD[0], index, phrase.last))
        return result, after

    def _part_of(self, index: int, end: int) -> tuple[list[Phrase], int] | None:
        """Read "muscles of the legs" as the legs, and "<side> of <region>" as the region that has this name."""
        unit = self.units[index]
        if unit.norm in _SIDES and index + 1 < end and self.units[index + 1].norm == "of":
            # "The back of the heels" lies in the heels; the vocabulary has the sides that have names.
            regions, after = ListParser(self.sentence, self.grounder, (REGION,)).read(index + 2, end)
            if regions:
                return [Phrase(p.term, REGION, index, p.last) for p in regions], after
        if unit.norm not in {
            "muscle",
            "joint",
            "muscle group",
            "bone",
            "tissue",
            "ligament",
            "tendon",
            "skin",
            "nerve",
        }:
            return None
        if index + 1 < end and self.units[index + 1].cue("glue.prepositions"):
            regions, after = ListParser(self.sentence, self.grounder, (REGION,)).read(index + 2, end)
            if regions:
                return regions, after
        return None

    # -- coordination -----------------------------------------------------------------------------

    def _separates(self, unit: Unit) -> bool:
        return unit.joins or unit.cue("glue.such_as") is not None

    def _shared_suffix(self, index: int, end: int) -> tuple[list[Phrase], int] | None:
        """Complete words by the tail of the next conjunct: "high or low blood pressure", "lower and middle back"."""
        place = index
        while place < end and place - index < 3 and not self._separates(self.units[place]):
            if not self.units[place].is_word or self.units[place].entry(*self.families, REGION):
                return None  # a name of its own; a region waits for a head instead
            place += 1
        if place == index or place >= end or not self._separates(self.units[place]):
            return None
        words = [u for u in self.units[index:place] if not u.cue("glue.determiners")]
        if not words:
            return None
        begin = " ".join(u.norm for u in words)
        while place < end and self._separates(self.units[place]):
            place += 1
        if place >= end:
            return None
        # The next conjunct, up to its end, as words.
        tail: list[str] = []
        while place < end and not self._separates(self.units[place]) and self.units[place].is_word and len(tail) < 5:
            tail += self.units[place].norm.split()
            place += 1
        for cut in range(1, len(tail)):
            for stop in range(len(tail), cut, -1):
                entry = self.sentence.lexicon.named_folded(" ".join([begin, *tail[cut:stop]]), *self.families, REGION)
                if entry is not None and not (
                    len(words) == 1 and words[0].cue("qualifiers") and entry.family != CONDITION
                ):
                    last = index + len(self.units[index:index]) + 1
                    following = index
                    while not self._separates(self.units[following]):
                        following += 1
                    return [Phrase(Grounder.term(entry), entry.family, index, max(last, following))], following
        return None

    def _completed(self, pending: list[Phrase], phrase: Phrase) -> list[Phrase]:
        """Give regions that wait the head of the phrase on their right: "leg, hip or shoulder injury"."""
        head = self._head_of(phrase)
        if head is None:
            return []
        result = []
        qualifiers = frozenset[str]().union(*(p.qualifiers for p in pending[:1]))
        for region in pending:
            entry = self.sentence.lexicon.entries.get(region.term.iri)
            if entry is None:
                continue
            made = (
                self.grounder.condition_of(entry, head)
                if phrase.family == CONDITION
                else self.grounder.function_of(entry, head)
            )
            result.append(Phrase(made, phrase.family, region.first, phrase.last, qualifiers | region.qualifiers))
        return result

    def _head_of(self, phrase: Phrase) -> str | None:
        """Return the head noun of a phrase of the form region + head, or None if it has another form."""
        words = " ".join(u.norm for u in self.units[phrase.first : phrase.last]).split()
        for cut in range(1, len(words)):
            head = " ".join(words[cut:])
            if self.grounder.lexicon.named_folded(" ".join(words[max(0, cut - 3) : cut]), REGION) or any(
                self.grounder.lexicon.named_folded(" ".join(words[k:cut]), REGION) for k in range(cut)
            ):
                return head
        return None

    def _specialised(self, phrase: Phrase, whole: Phrase) -> Phrase:
        """Locate a general symptom that is an example of a located condition: bruising of the spine."""
        if phrase.family != CONDITION:
            return phrase
        example = self.sentence.lexicon.entries.get(phrase.term.iri)
        located = self.sentence.lexicon.entries.get(whole.term.iri)
        regions = located.affects if located else whole.term.affects
        if example is None or example.affects or example.kind == "Disease" or len(regions) != 1:
            return phrase
        if located is not None and located.kind == "Disease":
            return phrase
        region = self.sentence.lexicon.entries.get(regions[0])
        if region is None:
            return phrase
        term = self.grounder.condition_of(region, example.label)
        return Phrase(term, CONDITION, phrase.first, phrase.last, phrase.qualifiers)

    def _past_gloss(self, index: int, end: int) -> int:
        """Pass over a gloss in parentheses, but enter one that goes on with the list ("(including the neck)")."""
        if index < end and self.units[index].norm in "([":
            if index + 1 < end and self.units[index + 1].cue("glue.such_as"):
                return index + 1
            for place in range(index + 1, min(end, index + 12)):
                if self.units[place].norm in ")]":
                    return place + 1
        return index
