"""Whom a pose is good for, and how somebody feels after it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from yogakg.facts import Claim
from yogakg.loaders.article.advice import benefits_if, recommended
from yogakg.loaders.article.context import Passage, Reader, rule
from yogakg.loaders.article.coordination import CONDITION, GOOD, REGION
from yogakg.loaders.article.effects.assertions import uses_prop
from yogakg.loaders.article.effects.clauses import ends_phrase, is_adverb, is_warned, list_before, tells_effects
from yogakg.loaders.article.effects.properties import BODY_AND_MIND, names_body_or_mind
from yogakg.loaders.article.recognition.mentions import Sentence, Unit
from yogakg.loaders.article.recognition.words import mapping, words

_GAINING_FROM = words("effect_words.gaining_from")
_FINDING = words("effect_words.finding")
_BENEFICIAL = words("effect_words.beneficial")
_BEFORE_GAINING = words("effect_words.before_gaining")
_DEGREES = words("effect_words.degrees")
_PERSONS_FEEL = words("effect_words.persons_feel")
_STATES_OF_PERSONS = mapping("effect_words.states_of_persons")
_WELL = words("effect_words.well")
_DONE_BY_PERSONS = mapping("effect_words.done_by_persons")
_WHO_SLEEP = words("effect_words.before_doing_well")
_HAVING = words("effect_words.having_states")
_WILL = words("effect_words.before_having")
#: Units between a person and how that person feels.
_FELT_REACH = 6
_UNTIL = words("effect_words.until")
_POSES = words("attribute_words.pose_nouns")
#: Those who may be led into a state, apart from body and mind.
_LED = frozenset({"both", "you", "us", "people"})
_LEADING = words("effect_words.leading")
_FILLED_WITH = words("effect_words.filled_with")
_PERSONS = words("effect_words.persons")
#: Pronouns that mean no person who practises.
_THINGS = frozenset({"it", "they"})
_RENDERING_PERSONS = words("effect_words.rendering_persons")
_GIVEN = words("effect_words.given")
#: Units of "given by teachers since long for".
_GIVEN_REACH = 6
#: Units between "one of" and "poses".
_AMONG_REACH = 4
_FEELING = frozenset({"feeling", "feel"})
#: Units of the longest words of filling.
_FILLING_REACH = 4


@rule("treats", "relieves")
def pose_for(passage: Passage, reader: Reader) -> Iterator[Claim]:
    """Conditions that a pose is said to be for: "my favourite pose for tight hips", "the asana for diabetes"."""
    sentence = passage.sentence
    for index in sentence.worded(_POSES) if tells_effects(passage) else ():
        if index and [unit.norm for unit in sentence.units[index + 1 : index + 2]] == ["for"]:
            if reader.is_negated(sentence, index) or is_warned(sentence, index) or _are_others(sentence, index):
                continue
            for phrase in reader.phrases(sentence, index + 2, CONDITION, "Limitation")[0]:
                prop = "treats" if phrase.family == CONDITION else "relieves"
                yield pose_for.relation(passage, prop, phrase.term, hedged=reader.is_hedged(sentence, index))


@rule("treats")
def given_for(passage: Passage, reader: Reader) -> Iterator[Claim]:
    """Conditions for which a pose is given by somebody or since some time: "is used by many teachers for asthma"."""
    sentence, units = passage.sentence, passage.sentence.units
    for index, unit in enumerate(units) if tells_effects(passage) else ():
        if unit.text.casefold() not in _GIVEN or is_warned(sentence, index):
            continue
        link = next(
            (place for place, one in enumerate(units[: index + _GIVEN_REACH]) if one.norm == "for" and place > index),
            None,
        )
        if link is None or reader.is_negated(sentence, index) or uses_prop(sentence, index):
            continue
        if all(one.is_word and not one.joins for one in units[index + 1 : link]):
            for phrase in reader.phrases(sentence, link + 1, CONDITION)[0]:
                yield given_for.relation(passage, "treats", phrase.term, hedged=reader.is_hedged(sentence, index))


@rule("treats")
def benefit_of_people(passage: Passage, reader: Reader) -> Iterator[Claim]:
    """People with a condition who gain from the pose: "Those with rounded shoulders will benefit"."""
    sentence = passage.sentence
    people = next(iter(sentence.cued("introducers", "people")), None)
    if people is None and not _names_people(sentence.units[0]):
        return
    advised = recommended(sentence)
    if advised is not None and people is not None and advised > people:
        for phrase in list_before(sentence, advised, reader):  # "Those with back pain should do this as it …"
            yield benefit_of_people.relation(passage, "treats", phrase.term)
    for index in range(1 if people is None else people + 1, len(sentence.units)):
        if not _tells_gain(sentence.units, index) or reader.is_negated(sentence, index):
            continue
        end = index
        while end > 1 and sentence.units[end - 1].norm in _BEFORE_GAINING:
            end -= 1
        if people == end - 1:
            end = people  # "Asthma patients benefit from it"
        for phrase in list_before(sentence, end, reader):
            yield benefit_of_people.relation(passage, "treats", phrase.term)


@rule("treats", "relieves")
def benefit_of_conditional(passage: Passage, reader: Reader) -> Iterator[Claim]:
    """Conditions for which a pose is recommended: "If you have varicose veins, this is the asana for you"."""
    sentence = passage.sentence
    opener = next(iter(sentence.cued("introducers", "conditional")), None)
    stop = recommended(sentence) if opener is not None else None
    prop = "treats"
    if opener is not None and (place := benefits_if(sentence)) is not None:
        opener, stop = place, len(sentence.units)
        prop = "relieves" if any(unit.norm == "relief" for unit in sentence.units[:place]) else prop
    if opener is None or stop is None:
        return
    index = opener + 1
    while index < stop:
        unit, after = sentence.units[index], index
        if unit.entry(CONDITION, REGION) or unit.cue("glue.heads"):
            phrases, after = reader.phrases(sentence, index, CONDITION, stop=stop)
            for phrase in phrases:
                yield benefit_of_conditional.relation(passage, prop, phrase.term)
        index = max(after, index + 1)


@rule("improves", "relieves")
def person_gains(passage: Passage, reader: Reader) -> Iterator[Claim]:
    """How somebody feels after a pose: "leaves you calm", "you will feel less stressed and sleep better"."""
    sentence = passage.sentence
    if not tells_effects(passage):
        return
    for index in sentence.worded(_STATES_OF_PERSONS.keys()):
        state = reader.grounder.named(_STATES_OF_PERSONS[sentence.units[index].norm], *GOOD)
        if state is not None and _is_felt(sentence, index) and not reader.is_negated(sentence, index):
            yield person_gains.relation(passage, "improves", state, hedged=reader.is_hedged(sentence, index))
    for index in sentence.worded(_HAVING):
        before = sentence.units[max(0, index - _FELT_REACH) : index]
        if not before or before[-1].norm not in _WILL or any(unit.norm in _UNTIL for unit in before):
            continue
        for phrase in reader.phrases(sentence, index + 1, "MentalState")[0]:
            if not phrase.term.iri.endswith(BODY_AND_MIND) and not reader.is_negated(sentence, index):
                yield person_gains.relation(passage, "improves", phrase.term, hedged=reader.is_hedged(sentence, index))
    for index in sentence.worded({"less"}):
        if _is_felt(sentence, index) and not reader.is_negated(sentence, index):
            for phrase in reader.phrases(sentence, index + 1, CONDITION)[0]:
                yield person_gains.relation(passage, "relieves", phrase.term, hedged=reader.is_hedged(sentence, index))
    for index in sentence.worded(_DONE_BY_PERSONS.keys()):
        done = reader.grounder.named(_DONE_BY_PERSONS[sentence.units[index].norm], *GOOD)
        if done is not None and _is_done_well(sentence, index) and not reader.is_negated(sentence, index):
            yield person_gains.relation(passage, "improves", done, hedged=reader.is_hedged(sentence, index))


@rule("improves")
def led_into(passage: Passage, reader: Reader) -> Iterator[Claim]:
    """A state into which a pose brings somebody: "guides the body into a state of relaxation"."""
    sentence, units = passage.sentence, passage.sentence.units
    for into in sentence.worded({"into"}) if sentence.named(*GOOD) else ():
        if not into:
            continue
        somebody = units[into - 1].norm in _LED or names_body_or_mind(sentence, into - 1)
        verb = into - 2
        while verb > 0 and units[verb].cue("glue.determiners") and not units[verb].cue("effect"):
            verb -= 1
        leads = verb >= 0 and units[verb].text.split()[0].casefold() in _LEADING
        if somebody and leads and not reader.is_negated(sentence, verb):
            for phrase in reader.phrases(sentence, into + 1, *GOOD)[0]:
                yield led_into.relation(passage, "improves", phrase.term, hedged=reader.is_hedged(sentence, verb))


@rule("improves")
def filled_with(passage: Passage, reader: Reader) -> Iterator[Claim]:
    """What a pose fills somebody with: "leaves you full of energy", "leaving you with a sense of calm"."""
    sentence, units = passage.sentence, passage.sentence.units
    for index in sentence.worded(_PERSONS) if sentence.named(*GOOD) else ():
        verb = units[index - 1].text.casefold() if index else ""
        if verb not in _RENDERING_PERSONS or not verb.endswith(("s", "ing")) or reader.is_negated(sentence, index):
            continue
        place = index + 1
        while place < len(units) and units[place].text.casefold() in _FEELING:
            place += 1
        filled, place = _filling(sentence, place)
        for phrase in reader.phrases(sentence, place, *GOOD)[0] if filled else ():
            if not phrase.term.iri.endswith(BODY_AND_MIND):
                hedged = reader.is_hedged(sentence, index)
                yield filled_with.relation(passage, "improves", phrase.term, hedged=hedged)


def _are_others(sentence: Sentence, index: int) -> bool:
    """Say whether poses are several and this one is not said to be among them: "10 asanas for back pain"."""
    among = any(unit.norm == "of" for unit in sentence.units[max(0, index - _AMONG_REACH) : index])
    return sentence.units[index].text.casefold().endswith("s") and not among


def _names_people(unit: Unit) -> bool:
    """Say whether a name of a condition means those who have it: "Diabetics benefit from it"."""
    return unit.entry(CONDITION) is not None and unit.text.casefold().endswith("ics")


def _tells_gain(units: Sequence[Unit], index: int) -> bool:
    """Say whether a verb tells who gains from the pose: "… benefit", "… will find this pose very helpful"."""
    if units[index].norm in _FINDING and any(unit.norm in _BENEFICIAL for unit in units[index + 1 : index + 8]):
        return True
    return units[index].norm in _GAINING_FROM or " ".join(u.norm for u in units[index : index + 2]) in _GAINING_FROM


def _is_felt(sentence: Sentence, index: int) -> bool:
    """Say whether a state is what somebody feels or becomes: "leaves you calm", "you will feel more focused"."""
    units = sentence.units
    place = index - 1
    while place >= 0 and (
        units[place].text.casefold() in _DEGREES or units[place].joins or units[place].norm in _STATES_OF_PERSONS
    ):
        place -= 1
    opening = max(0, place - _FELT_REACH)
    if place < 0 or any(unit.norm in _UNTIL for unit in units[opening : place + 1]):
        return False
    if any(unit.norm in _THINGS for unit in units[:place][-1:]):
        return False  # "the muscles hold you up and they get stronger"
    if units[place].norm in _PERSONS:
        return any(unit.text.casefold() in _RENDERING_PERSONS for unit in units[opening:place])
    feels = units[place].text.casefold().split()[-1] in _PERSONS_FEEL  # "you are" is one unit
    persons = (unit.norm.split()[0] in _PERSONS for unit in units[opening : place + 1])
    return feels and (place == 0 or any(persons))


def _is_done_well(sentence: Sentence, index: int) -> bool:
    """Say whether somebody does something better, or is helped to: "you sleep better", "helps you to concentrate"."""
    units = sentence.units
    before = index - 1
    if units[index].norm == "asleep" and before >= 0 and units[before].norm == "fall":
        before -= 1
    while before > 0 and is_adverb(units[before]):
        before -= 1  # "I personally sleep better"
    if before < 0 or units[before].norm not in _WHO_SLEEP:
        return False
    if index + 1 < len(units) and units[index + 1].norm in _WELL:
        return True
    helped = any(unit.norm == "help" for unit in units[max(0, index - _FELT_REACH) : index])
    return helped and ends_phrase(sentence, index + 1)


def _filling(sentence: Sentence, place: int) -> tuple[bool, int]:
    """Return whether words of filling stand at a place, and the place after them: "full of", "with a sense of"."""
    units = sentence.units
    for end in range(min(place + _FILLING_REACH, len(units)), place, -1):
        if " ".join(unit.text.casefold() for unit in units[place:end]) in _FILLED_WITH:
            return True, end
    return False, place
