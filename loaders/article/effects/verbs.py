"""Verbs of effect and their passives: "strengthens the legs", "the hamstrings are stretched"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from yogakg.facts import Claim
from yogakg.lexicon import Entry
from yogakg.loaders.article.context import Passage, Reader, rule
from yogakg.loaders.article.coordination import CONDITION, GOOD, REGION, Phrase
from yogakg.loaders.article.effects.assertions import POINTING, asserts_effect, uses_prop
from yogakg.loaders.article.effects.changes import is_kept
from yogakg.loaders.article.effects.clauses import (
    DUE_TO,
    added_behind,
    begins_clause,
    ends_clause,
    is_mere_pair,
    is_warned,
    list_before,
    tells_effects,
)
from yogakg.loaders.article.effects.disputes import is_disputed
from yogakg.loaders.article.effects.instructions import (
    instructs,
    is_conveyed,
    is_moved,
    is_placed,
    is_pressed_somewhere,
)
from yogakg.loaders.article.effects.objects import done_to_same, effects_of, verb_chain
from yogakg.loaders.article.effects.properties import NO_GOOD_RAISED, OBJECTS, base_of, fitted, worded
from yogakg.loaders.article.effects.regions import is_compared
from yogakg.loaders.article.recognition.grounding import term_of
from yogakg.loaders.article.recognition.mentions import Sentence, Unit
from yogakg.loaders.article.recognition.words import mapping, words

_AUXILIARIES = words("effect_words.auxiliaries")
_UNTIL = words("effect_words.until")
_PASSIVE_LINKS = words("effect_words.passive_links")
_CIRCUMSTANCES = mapping("circumstances")
#: Units of the longest insertion, and of the longest list of subjects.
_INSERTION_REACH = 16
_SUBJECTS_REACH = 40
#: How something gets better or less by itself.
_CHANGING = words("effect_words.improving_itself") | words("effect_words.lessening_itself")
#: Limbs, on which other parts of the body are pressed.
_LIMBS = ("/arm", "/leg", "/thigh", "/knee", "/calf", "/foot", "/heel", "/hand")
_RELATIVES = ("which", "that")
_HOLDING = words("effect_words.steadying")
_BEING = frozenset({"getting", "being", "also"})
#: Verbs before a participle or what is gained, whose subject is one thing.
_OF_ONE = words("effect_words.auxiliaries_of_one")
#: Units between "which" and its verb.
_RELATIVE_REACH = 3
_GAINED = mapping("effect_words.gained_adjectives")
_OF_POSTURE = words("effect_words.of_posture")


@rule(*OBJECTS)
def effect_verb(passage: Passage, reader: Reader) -> Iterator[Claim]:
    """A verb of effect with its objects: "stretches and strengthens the legs, hips and lower back"."""
    sentence = passage.sentence
    told = sentence.cued("effect")
    if not told or instructs(passage):
        return
    after = 0
    asserted = False
    for index in told:
        among_objects = index < after and sentence.units[index].norm != "against"
        if among_objects or not asserts_effect(passage, index, chained=asserted):
            continue
        verbs, start = verb_chain(sentence, index)
        effects, after = effects_of(sentence, verbs, start, reader)
        effects = effects or done_to_same(sentence, verbs, start, reader)
        if is_kept(sentence, verbs[-1], after) or (not tells_effects(passage) and uses_prop(sentence, index)):
            effects = []  # what the prop does: "adding a blanket elevates the hips"
        asserted = asserted or bool(effects)
        if not reader.is_negated(sentence, index) and not is_warned(sentence, index):
            hedged, circumstance = reader.is_hedged(sentence, index), _circumstance(sentence)
            own = _end_of_own(sentence, [phrase for _, phrase, _ in effects], after)
            for fit, phrase, verb in effects:
                told_elsewhere = (
                    phrase.first >= own
                    or _opens_passive(sentence, phrase)
                    or (fit == "improves" and is_compared(sentence, phrase))
                )
                if told_elsewhere or _means_pose(sentence, phrase, verb):
                    continue
                lessened = fit == "relieves" and phrase.family in GOOD and not phrase.term.iri.endswith(NO_GOOD_RAISED)
                if lessened and _is_of_complaint(sentence, index):
                    continue
                if is_moved(sentence, index, phrase) or is_conveyed(sentence, phrase, verb):
                    continue
                prop, term = worded(fit, phrase, verb, sentence, reader)
                if fit == "compresses" and phrase.term.iri.endswith(_LIMBS) and (presser := _presser(sentence, index)):
                    if presser.iri.endswith(_LIMBS):
                        continue
                    term = term_of(presser)
                yield effect_verb.relation(passage, prop, term, hedged=hedged, circumstance=circumstance)


@rule(*OBJECTS)
def effect_passive(passage: Passage, reader: Reader) -> Iterator[Claim]:
    """Objects before a passive verb of effect: "the hamstrings and calves are stretched"."""
    sentence = passage.sentence
    for index in sentence.cued("effect"):
        unit = sentence.units[index]
        cue = unit.cue("effect")
        if cue is None or cue.form != "ed" or cue.base == "allow":
            continue
        if cue.value == "relaxes" and not tells_effects(passage):
            continue  # "the shoulders are relaxed" is how the pose is done
        if is_placed(sentence, index) or is_disputed(sentence, index):
            continue
        phrases = _passive_subjects(sentence, index, cue.value, reader)
        if phrases and any(unit.norm in _UNTIL for unit in sentence.units[: phrases[0].first + 1][-3:]):
            continue  # "until the injury is healed"
        if phrases:
            added = added_behind(sentence, index + 1, reader, *OBJECTS[cue.value])
            phrases += added or _included(sentence, index, cue.value, reader)
        if phrases and not reader.is_negated(sentence, index, reach=2):
            hedged = reader.is_hedged(sentence, index)
            mixed = len({phrase.family == CONDITION for phrase in phrases}) > 1
            for prop, phrase in fitted(cue.value, unit, phrases):
                lessened = prop == "relieves" and phrase.family in GOOD and not phrase.term.iri.endswith(NO_GOOD_RAISED)
                if lessened and mixed:
                    continue  # "keeps the mind calm and stress is reduced"
                if _means_pose(sentence, phrase, unit) or is_conveyed(sentence, phrase, unit):
                    continue
                if is_pressed_somewhere(sentence, index, phrase):
                    continue
                if cue.base == "stretch out" and phrase.term.iri.endswith(_LIMBS[:2]):
                    continue  # "afterwards the legs are stretched out"
                yield effect_passive.relation(passage, prop, phrase.term, hedged=hedged)


def _is_of_complaint(sentence: Sentence, verb: int) -> bool:
    """Say whether a verb tells what a complaint does: "relieves tightness in the hips, which can reduce mobility"."""
    opening = next((place for place in range(verb - 1, -1, -1) if sentence.units[place].norm.startswith(_RELATIVES)), 0)
    complaints = (unit.entry(CONDITION, "Limitation") or unit.cue("glue.heads") for unit in sentence.units[:opening])
    return opening >= verb - _RELATIVE_REACH and any(complaints)


def _end_of_own(sentence: Sentence, phrases: Sequence[Phrase], after: int) -> int:
    """Return the place where the objects of a verb end, as the rest of a list is what gets better or less by itself.

    "Calms the brain, and stress and anxiety go down", "improves balance and stress goes down".
    """
    units = sentence.units
    spoken = [" ".join(unit.text.casefold() for unit in units[after : after + reach]) for reach in (1, 2)]
    if _CHANGING.isdisjoint(spoken) or not ends_clause(sentence, after + 1 + (spoken[1] in _CHANGING)):
        return len(units)
    joins = [phrase.first for phrase in phrases if phrase.first and units[phrase.first - 1].cue("glue.and")]
    parted = [place for place in joins if place > 1 and units[place - 2].norm == ","]
    return min(parted, default=max(joins, default=len(units)))


def _presser(sentence: Sentence, verb: int) -> Entry | None:
    """Return the part of the body that presses on something: "the belly presses on the thighs" presses the belly."""
    return sentence.units[verb - 1].entry(REGION) if verb else None


def _means_pose(sentence: Sentence, phrase: Phrase, verb: Unit) -> bool:
    """Say whether "posture" is the pose itself: "this posture is supported", "a calming posture"."""
    if not phrase.term.iri.endswith("/posture"):
        return False
    if any(unit.norm in POINTING for unit in sentence.units[max(0, phrase.first - 1) : phrase.last]):
        return True
    base = base_of(verb)
    if base in _HOLDING and any(unit.norm == "for" for unit in sentence.units[phrase.last : phrase.last + 1]):
        return True  # "maintain the posture for ten breaths"
    return (
        base not in _OF_POSTURE
        and not base.endswith(" for")
        and any(unit.norm == "posture" for unit in sentence.units[phrase.first : phrase.last])
    )


def _opens_passive(sentence: Sentence, phrase: Phrase) -> bool:
    """Say whether another clause has a phrase as its subject: "it is good for asthma and backache is relieved"."""
    place = phrase.last + 1
    while place < len(sentence.units) and sentence.units[place].text.casefold() in _BEING:
        place += 1  # "and the heart is getting stimulated"
    done = sentence.units[place : place + 1]
    gained = (unit.norm in _GAINED or ((cue := unit.cue("effect")) is not None and cue.form == "ed") for unit in done)
    return begins_clause(sentence, phrase) and any(gained)


def _circumstance(sentence: Sentence) -> str | None:
    """Return the words that tie a benefit to a long hold or to regular practice."""
    said = sentence.text.casefold()
    return next((name for phrase, name in _CIRCUMSTANCES.items() if phrase in said), None)


def _passive_subjects(sentence: Sentence, verb: int, prop: str, reader: Reader) -> list[Phrase]:
    """Return the list that ends before "is" or "are" and a passive verb; the longest one, if several do."""
    auxiliary = verb - 1
    while auxiliary > 0 and (_stands_in_passive(sentence.units[auxiliary]) or _is_coordinated(sentence, auxiliary)):
        auxiliary -= 1
    if auxiliary < 1 or sentence.units[auxiliary].text.casefold() not in _AUXILIARIES:
        return []
    while auxiliary > 1 and sentence.units[auxiliary - 1].norm in _PASSIVE_LINKS:
        auxiliary -= 1  # "the backache can be removed"
    if sentence.units[auxiliary - 1].norm == ",":
        auxiliary = _before_insertion(sentence, auxiliary - 1)
    for start in range(max(0, auxiliary - _SUBJECTS_REACH), auxiliary):
        phrases, after = reader.phrases(sentence, start, *OBJECTS[prop], stop=auxiliary)
        if phrases and after >= auxiliary and start and sentence.units[start - 1].norm == DUE_TO:
            return list_before(sentence, start - 1, reader, *OBJECTS[prop])
        if phrases and after >= auxiliary:
            return phrases[_of_other_clause(sentence, phrases, sentence.units[auxiliary]) :]
    return []


def _before_insertion(sentence: Sentence, comma: int) -> int:
    """Return the comma before which the subject ends: "the back of the body, from the heels up, is stretched"."""
    for place in range(comma - 1, max(0, comma - _INSERTION_REACH), -1):
        if sentence.units[place].norm == "," and sentence.units[place + 1].norm == "from":
            return place
    return comma


def _of_other_clause(sentence: Sentence, phrases: Sequence[Phrase], auxiliary: Unit) -> int:
    """Return how many phrases belong to the clause before.

    "While the head rests on the legs, the belly is …", "it is good for asthma and backache is relieved".
    """
    opening = sentence.units[phrases[0].first - 1] if phrases[0].first else None
    of_one = auxiliary.text.casefold() in _OF_ONE or begins_clause(sentence, phrases[-1])
    if opening is not None and opening.cue("effect") and of_one:
        return len(phrases) - 1
    return int(opening is not None and bool(opening.cue("glue.prepositions")) and is_mere_pair(sentence, phrases))


def _included(sentence: Sentence, verb: int, prop: str, reader: Reader) -> list[Phrase]:
    """Return the list that a passive sentence adds: "the body is stretched, including the back and shoulders"."""
    for place in range(verb + 1, len(sentence.units) - 1):
        if sentence.units[place].cue("glue.such_as") and sentence.units[place - 1].norm == ",":
            return reader.phrases(sentence, place + 1, *OBJECTS[prop])[0]
    return []


def _is_coordinated(sentence: Sentence, index: int) -> bool:
    """Say whether a unit belongs to another verb beside a passive one: "are contracted and toned", "work and get …"."""
    units = sentence.units
    unit, before, following = units[index], units[index - 1], units[index + 1]
    if unit.joins:
        return before.text.casefold().endswith(("ed", "ing")) and not before.entries
    if not unit.entries and unit.text.casefold().endswith(("ed", "ing")):
        return following.joins
    repeated = unit.text.casefold() in _AUXILIARIES and before.joins
    return repeated and index > 1 and _is_coordinated(sentence, index - 1)


def _stands_in_passive(unit: Unit) -> bool:
    """Say whether a word may stand between "are" and a passive verb: "are especially stimulated", "are all toned"."""
    adverb = unit.is_plain and unit.norm.endswith("ly")
    linked = unit.norm in _PASSIVE_LINKS and unit.text.casefold() not in _AUXILIARIES
    return adverb or linked or unit.cue("glue.adjectives") is not None
