"""Whom a pose is good for, and how somebody feels after it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import islice

from yogakg.facts import Claim
from yogakg.loaders.article.advice import benefits_if, recommended
from yogakg.loaders.article.context import Passage, Reader, rule
from yogakg.loaders.article.coordination import CONDITION, GOOD, REGION
from yogakg.loaders.article.effects.assertions import asserts_effect, uses_prop
from yogakg.loaders.article.effects.clauses import (
    ends_clause,
    ends_phrase,
    is_adverb,
    is_warned,
    list_before,
    past_determiners,
    tells_effects,
)
from yogakg.loaders.article.effects.instructions import instructs
from yogakg.loaders.article.effects.properties import BODY_AND_MIND, names_body_or_mind
from yogakg.loaders.article.recognition.mentions import Sentence, Unit
from yogakg.loaders.article.recognition.words import mapping, pattern, words

_GAINING_FROM = words("effect_words.gaining_from")
#: Units of the longest of these: "get some relief".
_GAINING_REACH = 3
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
#: Those whom a pose calms, and those who may be led into a state, apart from body and mind.
_CALMED = words("effect_words.calmed")
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
#: What a pose is said to be, and the verb before it.
_SAID_OF_POSES = mapping("effect_words.said_of_poses")
_IS = frozenset({"is", "was", "feels"})
_FOUND = words("effect_words.found_by_readers")
_CONTRACTED = ("'s", "’s")
_UNTREATED = tuple(sorted(words("effect_words.untreated")))
#: How a sentence opens that tells first for what the pose is good, and how it goes on.
_FOR_OR_IN = frozenset({"for", "in"})
_JUDGED = pattern(
    r"(?: also| too)?\W*(?:also )?{effect_words.judged} (?:also )?{effect_words.judging}"
    r"(?: (?:also|too|indeed))?\s*(?:[.,;:!]|$)"
)
#: "If you have …, this pose may help", of the pose itself and with nothing behind.
_HELPS_THEM = pattern(
    r"^\W*if (?:you|someone|somebody|one) [^,.;:]{3,60}, "
    r"(?:(?:this (?:(?!\w+ed)\w+ )?|the ){attribute_words.pose_nouns}"
    r"|(?!this |the |\w+ed )(?:\w+ ){0,3}(?:\w+asana|pose)) "
    r"(?:can|may|might|could|will) {effect_words.helping_them}\s*[.!]*$"
)
_NAMED_PEOPLE = tuple(words("effect_words.ends_of_people"))
_FEELS = words("effect_words.feels")
_FEELING = words("effect_words.feeling")
_MANY = words("effect_words.of_all")
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
        reach = enumerate(units[: index + _GIVEN_REACH])
        link = next((place for place, one in reach if place > index and (one.norm == "for" or _to(units, place))), None)
        if link is None or reader.is_negated(sentence, index) or uses_prop(sentence, index):
            continue
        if all(one.is_word and not one.joins for one in units[index + 1 : link]):
            start = link + 1
            while start < len(units) and (units[start].cue("introducers", "people") or units[start].norm == "with"):
                start += 1  # "given to people with asthma"
            for phrase in reader.phrases(sentence, start, CONDITION)[0]:
                yield given_for.relation(passage, "treats", phrase.term, hedged=reader.is_hedged(sentence, index))


@rule("treats")
def good_for_first(passage: Passage, reader: Reader) -> Iterator[Claim]:
    """Conditions before what is said of the pose in them: "For gout it is excellent", "In asthma nothing is better"."""
    sentence, units = passage.sentence, passage.sentence.units
    if units[0].norm not in _FOR_OR_IN or not (tells_effects(passage) or passage.section is None):
        return
    if sentence.cued("advice", "avoid") or sentence.cued("advice", "caution"):
        return
    phrases, after = reader.phrases(sentence, 1, CONDITION)
    rest = sentence.text[units[after - 1].end - sentence.span.start :] if phrases else ""
    for phrase in phrases if _JUDGED.match(rest) else ():
        if phrase.term.iri.endswith(_UNTREATED):
            continue
        yield good_for_first.relation(passage, "treats", phrase.term, hedged=bool(sentence.cued("hedges")))


@rule("treats", "relieves")
def benefit_of_people(passage: Passage, reader: Reader) -> Iterator[Claim]:
    """People with a condition who gain from the pose: "Those with rounded shoulders will benefit"."""
    sentence = passage.sentence
    people = next(iter(sentence.cued("introducers", "people")), None)
    if people is None and not _names_people(sentence.units[0]):
        return
    advised = recommended(sentence)
    if advised is not None and people is not None and advised > people:
        for phrase in list_before(sentence, advised, reader):  # "Those with back pain should do this as it …"
            yield benefit_of_people.relation(passage, _prop_of_gain(sentence, advised), phrase.term)
    for index in range(1 if people is None else people + 1, len(sentence.units)):
        if not _tells_gain(sentence.units, index) or reader.is_negated(sentence, index):
            continue
        end = index
        while end > 1 and sentence.units[end - 1].norm in _BEFORE_GAINING:
            end -= 1
        if people == end - 1:
            end = people  # "Asthma patients benefit from it"
        prop = _prop_of_gain(sentence, index)
        for phrase in list_before(sentence, end, reader):
            yield benefit_of_people.relation(passage, prop, phrase.term)


@rule("relieves")
def symptoms_of_people(passage: Passage, reader: Reader) -> Iterator[Claim]:
    """Conditions whose symptoms a pose eases in those who have them: "People with asthma find it eases symptoms"."""
    sentence, units = passage.sentence, passage.sentence.units
    if not tells_effects(passage) or sentence.cued("advice", "avoid") or sentence.cued("advice", "caution"):
        return
    having = min((*sentence.worded({"with"}), *sentence.cued("introducers", "having")), default=None)
    if having is None:
        return
    for index in (*sentence.cued("effect", "relieves"), *sentence.worded({"relief"})):
        eases = any(unit.norm == "symptom" for unit in units[past_determiners(sentence, index + 1) :][:1])
        gives = units[index].norm == "relief" and any(unit.norm == "them" for unit in units[having:index])
        if not (eases or gives) or reader.is_negated(sentence, index):
            continue
        named = (place for place in range(having + 1, index) if units[place].entry(CONDITION))
        for place in islice(named, 1):
            for phrase in reader.phrases(sentence, place, CONDITION, stop=index)[0]:
                yield symptoms_of_people.relation(passage, "relieves", phrase.term)


@rule("treats", "relieves")
def benefit_of_conditional(passage: Passage, reader: Reader) -> Iterator[Claim]:
    """Conditions for which a pose is recommended: "If you have varicose veins, this is the asana for you"."""
    sentence = passage.sentence
    opener = next(iter(sentence.cued("introducers", "conditional")), None)
    stop = recommended(sentence) if opener is not None else None
    prop = "treats"
    if stop is None and opener is not None and (helps := _helps_them(passage, reader)) is not None:
        stop = next(place for place, unit in enumerate(sentence.units) if unit.norm == ",")
        prop = "relieves" if "relief" in helps.group() else prop
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
    sentence, units = passage.sentence, passage.sentence.units
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
        if any(unit.entry(REGION) for unit in units[: index - 1][-1:]):
            continue  # "helps the shoulders to relax"
        done = reader.grounder.named(_DONE_BY_PERSONS[sentence.units[index].norm], *GOOD)
        if done is not None and _is_done_well(sentence, index) and not reader.is_negated(sentence, index):
            yield person_gains.relation(passage, "improves", done, hedged=reader.is_hedged(sentence, index))


@rule("calms", "improves")
def said_of_pose(passage: Passage, reader: Reader) -> Iterator[Claim]:
    """What a pose is said to be, without saying to whom: "It is calming and grounding", "the pose is energizing"."""
    sentence, units = passage.sentence, passage.sentence.units
    for index in sentence.worded(_SAID_OF_POSES.keys()) if tells_effects(passage) else ():
        if not _is_said_of_pose(sentence, index) or not ends_phrase(sentence, index + 1, "for", "to", "on"):
            continue
        if units[index + 1 : index + 2] and units[index + 1].joins and _may_share_object(sentence, index + 2):
            continue
        name = _SAID_OF_POSES[units[index].norm]
        term = reader.grounder.named(name, *GOOD, REGION)
        if term is not None and not reader.is_negated(sentence, index):
            prop = "calms" if term.iri.endswith(BODY_AND_MIND) else "improves"
            yield said_of_pose.relation(passage, prop, term, hedged=reader.is_hedged(sentence, index))


@rule("calms")
def somebody_calmed(passage: Passage, reader: Reader) -> Iterator[Claim]:
    """Somebody whom a pose calms: "it calms you down", "soothes everybody"."""
    sentence, units = passage.sentence, passage.sentence.units
    for index in sentence.cued("effect", "calms"):
        if not any(unit.norm in _CALMED for unit in units[index + 1 : index + 2]) or instructs(passage):
            continue
        term = reader.grounder.named("mind", REGION, *GOOD) if ends_clause(sentence, index + 2) else None
        if (
            term is not None
            and asserts_effect(passage, index, chained=False)
            and not reader.is_negated(sentence, index)
        ):
            yield somebody_calmed.relation(passage, "calms", term, hedged=reader.is_hedged(sentence, index))


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
        renders = verb in _RENDERING_PERSONS and verb.endswith(("s", "ing"))
        feeling = _past_feeling(sentence, index + 1) if not renders and tells_effects(passage) else index
        if not (renders or feeling > index) or reader.is_negated(sentence, max(index, feeling - 1)):
            continue
        place = index + 1 if renders else feeling
        while place < len(units) and units[place].text.casefold() in _FEELING:
            place += 1
        filled, place = _filling(sentence, place)
        for phrase in reader.phrases(sentence, place, *GOOD)[0] if filled else ():
            if not phrase.term.iri.endswith(BODY_AND_MIND):
                hedged = reader.is_hedged(sentence, index)
                yield filled_with.relation(passage, "improves", phrase.term, hedged=hedged)


def _helps_them(passage: Passage, reader: Reader) -> re.Match[str] | None:
    """Return how a sentence says that this pose, and no other, may help those whom it names first."""
    mentions = reader.finder.find(reader.text, passage.span)
    own = all(mention.term.iri == reader.subject.iri for mention in mentions)
    return _HELPS_THEM.search(passage.sentence.text) if own else None


def _are_others(sentence: Sentence, index: int) -> bool:
    """Say whether poses are several and this one is not said to be among them: "10 asanas for back pain"."""
    among = any(unit.norm == "of" for unit in sentence.units[max(0, index - _AMONG_REACH) : index])
    return sentence.units[index].text.casefold().endswith("s") and not among


def _names_people(unit: Unit) -> bool:
    """Say whether a name of a condition means those who have it: "Diabetics benefit from it", "Heart patients …"."""
    return unit.entry(CONDITION) is not None and unit.text.casefold().endswith(_NAMED_PEOPLE)


def _to(units: Sequence[Unit], index: int) -> bool:
    """Say whether a pose is given to those who have a condition: "recommended to diabetics", "to people with …"."""
    if units[index].norm != "to":
        return False
    return any(_names_people(unit) or unit.cue("introducers", "people") for unit in units[index + 1 : index + 2])


def _tells_gain(units: Sequence[Unit], index: int) -> bool:
    """Say whether a verb tells who gains from the pose: "… benefit", "… will find this pose very helpful"."""
    if units[index].norm in _FINDING and any(unit.norm in _BENEFICIAL for unit in units[index + 1 : index + 8]):
        return True
    spoken = [unit.norm for unit in units[index : index + _GAINING_REACH]]
    return any(" ".join(spoken[:reach]) in _GAINING_FROM for reach in range(1, len(spoken) + 1))


def _prop_of_gain(sentence: Sentence, index: int) -> str:
    """Return what people's gain says of their conditions: those who find relief are relieved."""
    return (
        "relieves"
        if any(unit.norm == "relief" for unit in sentence.units[index : index + _GAINING_REACH])
        else "treats"
    )


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
    if units[place].text.casefold() == "are" and any(unit.text.casefold() in _MANY for unit in units[opening:place]):
        return False  # "some people are flexible" by nature
    persons = (unit.norm.partition(" ")[0] in _PERSONS for unit in units[opening : place + 1])
    return feels and (place == 0 or any(persons))


def _is_done_well(sentence: Sentence, index: int) -> bool:
    """Say whether somebody does something better, or is helped to: "you sleep better", "helps you to concentrate"."""
    units = sentence.units
    before = index - 1
    if units[index].norm == "asleep" and before >= 0 and units[before].norm == "fall":
        before -= 1
    elif units[index].norm == "sleep" and [unit.norm for unit in units[max(0, before - 1) : index]] == ["get", "to"]:
        before -= 2  # "helps you get to sleep"
    while before > 0 and is_adverb(units[before]):
        before -= 1  # "I personally sleep better"
    if before < 0 or units[before].norm not in _WHO_SLEEP:
        return False
    if index + 1 < len(units) and units[index + 1].norm in _WELL:
        return True
    helped = any(unit.norm == "help" for unit in units[max(0, index - _FELT_REACH) : index])
    return helped and ends_phrase(sentence, index + 1)


def _past_feeling(sentence: Sentence, place: int) -> int:
    """Return the place after "will feel", or 0: "you will feel full of energy", and not "until you feel …"."""
    units = sentence.units
    if any(unit.norm in _UNTIL and unit.norm != "after" for unit in units[:place]):
        return 0
    while place < len(units) and units[place].norm in _WILL:
        place += 1
    feels = place < len(units) and units[place].text.casefold() in _FEELS
    return place + 1 if feels else 0


def _is_said_of_pose(sentence: Sentence, index: int) -> bool:
    """Say whether a quality is what a pose is said to be: "the pose is very calming", "most people find it calming"."""
    units = sentence.units
    place = index - 1
    while place > 0 and (
        units[place].text.casefold() in _DEGREES
        or is_adverb(units[place])
        or units[place].joins
        or units[place].norm in {"both", *_SAID_OF_POSES}
    ):
        place -= 1
    if place < 0:
        return False
    spoken = units[place].text.casefold()
    if spoken in _IS:
        place -= 1
    elif not (spoken.endswith(_CONTRACTED) or any(one.text.casefold() in _FOUND for one in units[:place][-2:])):
        return False
    subject = units[place] if place >= 0 else None
    return subject is not None and (
        subject.norm in {"it", "this"} | _POSES or subject.entry("Pose") is not None or subject.norm.endswith("asana")
    )


def _may_share_object(sentence: Sentence, index: int) -> bool:
    """Say whether another participle has an object that may be shared: "is calming and soothing for the mind"."""
    unit = sentence.units[index] if index < len(sentence.units) else None
    cue = unit.cue("effect") if unit is not None else None
    if cue is None or cue.form != "ing":
        return False
    return not ends_phrase(sentence, index + 1, "for", "to", "on")


def _filling(sentence: Sentence, place: int) -> tuple[bool, int]:
    """Return whether words of filling stand at a place, and the place after them: "full of", "with a sense of"."""
    units = sentence.units
    for end in range(min(place + _FILLING_REACH, len(units)), place, -1):
        if " ".join(unit.text.casefold() for unit in units[place:end]) in _FILLED_WITH:
            return True, end
    return False, place
