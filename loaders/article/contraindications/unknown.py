"""Conditions that the vocabulary lacks: which words may name one, and the condition that is made of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from yogakg.facts import Mention, Span
from yogakg.loaders.article.advice import Condition
from yogakg.loaders.article.context import Passage
from yogakg.loaders.article.contraindications.assertion import MODALS, names_people
from yogakg.loaders.article.contraindications.conditions import ABILITIES, POINTERS, is_generic
from yogakg.loaders.article.contraindications.discourse import Told
from yogakg.loaders.article.contraindications.readings import SECTION, titles_remedy
from yogakg.loaders.article.coordination import CONDITION, Phrase
from yogakg.loaders.article.recognition.grounding import mint_condition
from yogakg.loaders.article.recognition.mentions import Sentence, Unit
from yogakg.loaders.article.recognition.words import words
from yogakg.loaders.article.structure.headings import is_heading

#: Words of sentences, which no name of a condition holds.
_OF_SENTENCES = words("contraindication_words.of_sentences")
#: "This one has the longest list" speaks of no person.
_ONE = "one"
#: Where a part of the body goes by fault, after a verb in -ing.
_WHERETO = words("contraindication_words.whereto")
_OF_TIMES = words("contraindication_words.of_times")


def unknown_item(passage: Passage) -> list[Unit]:
    """Return the words of a short bare item that may name a condition; none if it cannot."""
    if passage.section != SECTION or passage.kind != "item" or not passage.alone:
        return []
    sentence = passage.sentence
    if sentence.text.endswith(":") or titles_remedy(sentence) or is_heading(sentence.text, sentence.source.cues):
        return []  # a heading that is counted with the items
    spoken = [unit for unit in passage.sentence.units if unit.is_word]
    if not 1 <= len(spoken) <= 5 or spoken[0].norm.endswith(("ing", "ly")):
        return []
    if spoken[0].cue("negation.before") or any(unit.cue("introducers", "conditional") for unit in spoken[:2]):
        return []  # "Never force it", "If it hurts", "Just after meals"
    if any(unit.text.casefold() in _OF_TIMES for unit in spoken):
        return []
    if any(one.text.endswith("ing") and other.norm in _WHERETO for one, other in pairwise(spoken)):
        return []  # "The straight leg rolling out" is a fault of alignment
    if names_people(spoken) or _orders(spoken) or any(map(_is_no_condition, spoken)):
        return []
    kept = [unit for unit in without_determiners(spoken) if not unit.cue("qualifiers")]
    heads_columns = len(kept) > 1 and kept[0].cue("glue.heads") is not None  # "Condition | Advice"
    return [] if heads_columns or is_generic(" ".join(unit.text for unit in kept)) else kept


def _orders(spoken: Sequence[Unit]) -> bool:
    """Say whether an item is an order and how or to what it is done: "Breathe evenly", "Warm up the hips first"."""
    how = (unit.norm.endswith("ly") or unit.cue("glue.determiners") is not None for unit in spoken[1:])
    return spoken[0].cue("imperative") is not None and any(how)


def unknown_mentions(told: Told) -> Iterator[Mention]:
    """Mention the conditions that bar somebody and are only known by their words."""
    answered = ((reading, condition) for reading, condition, _ in told.answered)
    for reading, condition in (*told.stated, *answered, *told.listed, *told.waiting):
        term, section = condition.phrase.term, reading.passage.section
        if section is not None and term.minted and not term.broader and not term.affects:
            units = reading.words_of(condition)
            span, base = Span(units[0].start, units[-1].end), reading.sentence.span.start
            yield Mention(reading.sentence.text[span.start - base : span.end - base], CONDITION, section, span)


def unknown_of_people(sentence: Sentence) -> Iterator[tuple[int, int]]:
    """Yield the names of unknown conditions after "people with": up to four plain words each, from first to last."""
    units = sentence.units
    people = next((place for place in sentence.cued("introducers", "people") if units[place].norm != _ONE), None)
    if people is None or people + 1 >= len(units) or not units[people + 1].cue("introducers", "having"):
        return
    first = last = people + 2
    while last < len(units) and not _ends_name(units[last]):
        last += 1
        if last == len(units) or units[last].joins or _ends_name(units[last]):
            named = without_determiners(units[first:last])
            points = any(unit.norm in POINTERS for unit in units[first:last])
            unknown = all(map(_may_be_unknown, named)) and any(unit.is_plain for unit in named)
            if 1 <= len(named) <= 4 and unknown and not points:
                yield first, last
            first = last = last + 1 if last < len(units) and units[last].joins else last


def unknown_condition(
    name: Iterable[Unit], telling: Iterable[Unit], first: int, last: int, *, introduced: bool
) -> Condition:
    """Make a condition of its name, from a unit to another, at the stages that the telling units name."""
    qualifiers = frozenset(cue.value for unit in telling if (cue := unit.cue("qualifiers")))
    phrase = Phrase(mint_condition(unit.text.casefold() for unit in name), CONDITION, first, last, qualifiers)
    return Condition(phrase, introduced, opening=phrase)


def without_determiners(units: Sequence[Unit]) -> list[Unit]:
    """Return units without words such as "the" and "your"."""
    return [unit for unit in units if not unit.cue("glue.determiners")]


def _ends_name(unit: Unit) -> bool:
    """Say whether the name of a condition ends before a unit: at a mark, an advice or a word of sentences."""
    if unit.norm in _OF_SENTENCES or unit.norm in MODALS:
        return True
    return (not unit.is_word and not unit.joins) or unit.cue("advice") is not None


def _may_be_unknown(unit: Unit) -> bool:
    """Say whether a word may belong to the name of a condition that the vocabulary lacks."""
    cued = any(unit.cue(role) for role in ("glue.heads", "qualifiers", "glue.adjectives"))
    return unit.is_plain or cued or unit.entry("BodyRegion") is not None


def _is_no_condition(unit: Unit) -> bool:
    """Say whether a word shows that an item is an instruction, a reason or a name of another kind."""
    told = any(unit.cue(role) for role in ("advice", "causes", "effect"))
    told = told or unit.norm.rpartition(" ")[2] in ABILITIES  # "insufficient hip flexibility"
    named = unit.entry("Pose", "Prop", "Style", "Level")
    return told or named is not None or unit.text.casefold() in _OF_SENTENCES
