"""Benefits that are only named: items of lists, labels of their explanations, and what the benefits are said to be."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from yogakg.facts import Claim
from yogakg.loaders.article.context import Passage, Reader, rule
from yogakg.loaders.article.coordination import CONDITION, GOOD, REGION, Phrase
from yogakg.loaders.article.effects.clauses import SUMMING_UP, is_noun_use, past_determiners, tells_effects
from yogakg.loaders.article.effects.properties import BODY_AND_MIND, RELIEF, strengthened
from yogakg.loaders.article.recognition.mentions import Sentence, Unit
from yogakg.loaders.article.recognition.words import mapping, words

_REGION_SECTIONS = words("sections.of_regions")
#: Words before a condition of which there is less.
LESSER = words("effect_words.lesser")
_DEGREES = words("effect_words.degrees")
_BEFORE_CHANGED = words("effect_words.before_changed")
_COUNTED = words("effect_words.counted")
_COUNTING = words("effect_words.counting")
#: Words of "on the straight side, plus", and the units of "the straight side".
_AT = frozenset({"on", "of", "in"})
_SIDES = words("practice.other_limbs")
_SIDE_REACH = 4
_PLUS = frozenset({"plus", "also"})
_NO_BENEFITS = words("effect_words.never_named_benefits")
#: Units between the noun and the verb of "The benefits of this pose are …".
_COUNTED_REACH = 9
#: Units of the longest label of a benefit.
_LABEL_REACH = 6
_DEMANDING = words("effect_words.demanding")
_COMPARED = words("effect_words.compared")
#: Nouns for what is done to what stands before them.
_EFFECTS_NAMED = (
    RELIEF
    | words("effect_words.openers")
    | mapping("effect_words.doers").keys()
    | mapping("effect_words.improvers").keys()
    | mapping("effect_words.pressures").keys()
    | {"stretch"}
)
#: Members of a list, and units of the longest of them, by which it is known to be one.
_LISTED = 3
_MEMBER_REACH = 4


@rule("improves", "lengthens", "opens", "relieves", "strengthens", "stretches", "tones", "treats")
def listed_benefit(passage: Passage, reader: Reader) -> Iterator[Claim]:
    """An item of a list of benefits that is nothing but names: "Flexibility of the spine", "Asthma"."""
    units = passage.sentence.units
    # Under "Benefits" a paragraph may go over to warnings.
    stands_alone = (
        passage.kind == "item" or passage.alone or (passage.first and passage.section not in {"benefits", None})
    )
    if not tells_effects(passage) or not stands_alone:
        return
    if not all(is_noun_use(passage.sentence, index) for index in passage.sentence.cued("effect")):
        yield from _listed_among_others(passage, reader)
        return
    opening = 0
    while opening + 1 < len(units) and units[opening].cue("introducers", "having") and not units[opening].entries:
        opening += 1  # "This is a great pose if you: have back pain"
    phrases, after = reader.phrases(passage.sentence, opening, *GOOD, CONDITION, REGION)
    if any(unit.norm in _DEMANDING for unit in units):
        return
    while phrases and passage.section in _REGION_SECTIONS and (place := _past_side(passage.sentence, after)) > after:
        more, after = reader.phrases(passage.sentence, place, REGION) if place < len(units) else ([], place)
        phrases += more
    if any(unit.is_word for unit in units[after:]):
        yield from _listed_among_others(passage, reader)
    else:
        yield from _as_listed(passage, phrases, reader)


def _past_side(sentence: Sentence, index: int) -> int:
    """Pass over where regions of a list are: "calves on the straight side, plus …"; else return the same place."""
    units, place = sentence.units, index
    if place < len(units) and units[place].norm in _AT:
        reach = units[place + 1 : place + 1 + _SIDE_REACH]
        side = next((at for at, unit in enumerate(reach, start=place + 1) if unit.norm in _SIDES), None)
        place = side + 1 if side is not None else place
    while place < len(units) and (not units[place].is_word or units[place].joins or units[place].norm in _PLUS):
        place += 1
    return past_determiners(sentence, place)


def _listed_among_others(passage: Passage, reader: Reader) -> Iterator[Claim]:
    """Yield the names among the members of a list that tells others too: "Stress relief, hip opening, digestion"."""
    sentence = passage.sentence
    parts = list(_members(sentence))
    if len(parts) < _LISTED or any(last - first > _MEMBER_REACH for first, last in parts):
        return
    opening = parts[0][0]
    if sentence.units[opening].cue("effect") and not is_noun_use(sentence, opening):
        return  # "Helps insomnia, gout and asthma"
    listed: list[Phrase] = []
    for first, last in parts:
        phrases, after = reader.phrases(sentence, first, *GOOD, CONDITION, REGION, stop=last)
        if phrases and after >= last and not any(unit.cue("better") for unit in sentence.units[first:last]):
            listed += phrases
        elif not _names_effect(sentence.units[first:last]):
            return
    yield from _as_listed(passage, listed, reader)


def _members(sentence: Sentence) -> Iterator[tuple[int, int]]:
    """Yield the first unit of each member of a list that commas part, and the one behind its last."""
    first = 0
    for place, unit in enumerate((*sentence.units, None)):
        if unit is not None and unit.is_word and not unit.joins:
            continue
        if place > first:
            yield first, place
        first = place + 1


def _names_effect(units: Sequence[Unit]) -> bool:
    """Say whether a member of a list tells an effect by a noun: "hip opening", "stress relief", "better sleep"."""
    opens = units[0].cue("better") or units[0].norm in LESSER | _COMPARED
    return bool(opens) or units[-1].norm in _EFFECTS_NAMED or units[-1].entry("PoseCharacteristic") is not None


def _as_listed(passage: Passage, phrases: Iterable[Phrase], reader: Reader) -> Iterator[Claim]:
    """Yield what a pose does to things that are only named.

    Nothing is told by a line of which one is no benefit: "Hip injury or bursitis" is a warning under a wrong heading.
    """
    phrases = tuple(phrases)
    if passage.section != "therapeutics" and any(_is_harm(phrase) for phrase in phrases):
        return
    for phrase in phrases:
        if (prop := _listed_property(passage.section, phrase.family)) is not None:
            prop, term = strengthened(prop, phrase, passage.sentence, reader)
            yield listed_benefit.relation(passage, prop, term)


@rule("improves", "lengthens", "relieves", "strengthens")
def labelled_benefit(passage: Passage, reader: Reader) -> Iterator[Claim]:
    """A benefit that is the label of its explanation: "Posture: the back learns to …", "Flat feet – lifts …"."""
    sentence, units = passage.sentence, passage.sentence.units
    if passage.section != "benefits" or not passage.first:
        return
    if not any(unit.norm in SUMMING_UP for unit in units[1 : _LABEL_REACH + 1]):
        return
    if any(unit.cue("advice") and not unit.cue("effect") for unit in units):
        return
    phrases, after = reader.phrases(sentence, 0, *GOOD, CONDITION)
    labels = after + 1 < len(units) and units[after].norm in SUMMING_UP and after <= _LABEL_REACH
    if not labels or not all(is_noun_use(sentence, place) for place in range(after) if units[place].cue("effect")):
        return
    for phrase in phrases:
        if phrase.term.iri.endswith(BODY_AND_MIND):
            continue  # "Mind: it relieves stress"
        prop = "relieves" if phrase.family == CONDITION else "improves"
        prop, term = strengthened(prop, phrase, sentence, reader)
        yield labelled_benefit.relation(passage, prop, term)


@rule("improves")
def benefits_counted(passage: Passage, reader: Reader) -> Iterator[Claim]:
    """What the benefits of a pose are said to be: "Its benefits include focus and weight loss"."""
    sentence = passage.sentence
    counting = _counting(sentence)
    if counting is not None and not reader.is_negated(sentence, counting):
        for phrase in reader.phrases(sentence, counting + 1, *GOOD)[0]:
            yield benefits_counted.relation(passage, "improves", phrase.term)


def is_listed_change(passage: Passage, index: int) -> bool:
    """Say whether a changed thing is told as a benefit: in a list of them, or after a verb of effect."""
    units = passage.sentence.units
    place = index
    while place and (units[place - 1].norm in _DEGREES or units[place - 1].cue("glue.determiners")):
        place -= 1
    before = units[place - 1] if place else None
    counting = _counting(passage.sentence)
    if not tells_effects(passage) and (counting is None or counting > index):
        return False
    if any(unit.norm in _DEMANDING for unit in units[:index]):
        return False
    if before is None or before.cue("effect") or before.norm in _BEFORE_CHANGED or place - 1 == counting:
        return True
    gains = (unit.cue("better") or unit.cue("effect") or unit.norm in LESSER for unit in units[:place])
    return before.joins and (counting is not None or any(gains))


def _is_harm(phrase: Phrase) -> bool:
    """Say whether a condition is one of which a pose is kept away: "Recent ankle injury", "Pregnancy"."""
    names = (phrase.term.label, *phrase.term.labels)
    return phrase.family == CONDITION and any(name.casefold().split()[-1] in _NO_BENEFITS for name in names if name)


def _listed_property(section: str | None, kind: str) -> str | None:
    """Return what a pose does to a thing of a kind that is only named in a section; None if that says nothing."""
    if kind == REGION:
        return section if section in _REGION_SECTIONS else None
    if section == "therapeutics":
        return "treats"
    return "relieves" if kind == CONDITION else "improves"


def _counting(sentence: Sentence) -> int | None:
    """Return the place of the verb after which the benefits are told: "Its benefits include …"."""
    for index in sentence.worded(_COUNTED):
        for place in range(index + 1, min(index + _COUNTED_REACH, len(sentence.units))):
            unit = sentence.units[place]
            if unit.norm in _COUNTING:
                return place
            if unit.cue("effect") or not (unit.is_word or unit.norm == "("):
                break
    return None
