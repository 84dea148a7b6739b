"""What a pose does: stretches, strengthens, presses, and what it is good for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from yogakg.facts import Claim, Term
from yogakg.lexicon import Entry
from yogakg.loaders.article.changes import (
    benefits_counted,
    better_noun,
    changed_region,
    changes_itself,
    gained,
    is_compared,
    kept_in_check,
    labelled_benefit,
    lesser_noun,
    listed_benefit,
    made_better,
    opens_itself,
    strengthened,
)
from yogakg.loaders.article.clauses import (
    ends_phrase,
    is_adverb,
    is_mere_pair,
    is_noun_use,
    is_warned,
    list_before,
    orders,
)
from yogakg.loaders.article.context import Passage, Reader, rule
from yogakg.loaders.article.coordination import CONDITION, GOOD, REGION, Phrase
from yogakg.loaders.article.grounding import term_of
from yogakg.loaders.article.mentions import Sentence, Unit
from yogakg.loaders.article.people import (
    benefit_of_conditional,
    benefit_of_people,
    benefit_of_regions,
    person_gains,
    pose_for,
)
from yogakg.loaders.article.words import mapping, pattern, words

#: Kinds of object that each property may take. A kind that does not fit the property's meaning is
#: carried over to the property that says it (see ``_fitting``).
_OBJECTS: dict[str, tuple[str, ...]] = {
    **dict.fromkeys(["stretches", "massages", "compresses", "mobilises", "lengthens", "decompresses"], (REGION,)),
    "opens": (REGION, *GOOD),
    **dict.fromkeys(["strengthens", "tones", "stimulates"], (REGION, *GOOD)),
    "relaxes": (REGION, *GOOD, CONDITION),
    **dict.fromkeys(["improves", "calms", "balances"], (*GOOD, REGION, CONDITION)),
    "restores": (*GOOD, REGION),
    "softens": (REGION, CONDITION),
    "controls": (CONDITION, *GOOD),
    "relieves": (CONDITION, *GOOD, "Limitation"),
    "treats": (CONDITION, REGION, *GOOD, "Limitation"),
}
#: Verbs that add nothing beside another of the same chain: "stretches and opens", "strengthens and tones".
_SAID_BY = {"opens": "stretches", "tones": "strengthens", "massages": "compresses"}
_TELLING = words("sections.telling_effects")
_KINDS = words("attribute_words.kind_sections")
_WEAK = words("effect_words.weak_verbs")
_HELPING = words("effect_words.helping_verbs")
_BUILDING = words("effect_words.building")
_RAISING = words("effect_words.raising")
_CORRECTING = words("effect_words.correcting")
_DEVELOPING = words("effect_words.developing_regions")
_LESSENING = words("effect_words.lessening_verbs")
_BEFORE_BASE = words("effect_words.before_base")
_OPENING_CHAIN = words("effect_words.opening_chain")
_AUXILIARIES = words("effect_words.auxiliaries")
_LINKS = words("effect_words.links")
_UNTIL = words("effect_words.until")
_PASSIVE_LINKS = words("effect_words.passive_links")
_RANGING = words("effect_words.ranging")
_RANGING_WEAKLY = words("effect_words.ranging_weakly")
_CIRCUMSTANCES = mapping("circumstances")
_GAINED = mapping("effect_words.gained_nouns") | mapping("effect_words.gained_adjectives")
_VERBS_OF_MIND = mapping("effect_words.verbs_of_mind")
_VERBS_OF_FUNCTION = mapping("effect_words.verbs_of_function")
_GAINS = pattern(r"{effect_words.gaining}\b(?: an?| the)?(?: \w+){0,3}? {effect_words.gained_nouns}\b")
_GIVEN = pattern(r"(?:the|an?)(?: \w+){0,2}? {effect_words.gained_nouns}\b")
#: Verbs before what a pose lets change, folded and as they tell it.
_ALLOWING = frozenset({"allow"})
#: Adjectives, one of which may tell nothing: "flexible and strong", "young and supple".
_ADJECTIVES = (
    r"(?:[a-z]+ (?:and|&|,) (?:more )?)?{effect_words.gained_adjectives}\b"
    r"(?: (?:and|&|,) (?:more )?{effect_words.gained_adjectives}\b)*"
)
_BECOMES = pattern(rf"{{effect_words.becoming}}\b(?: also)?(?: more| very)? {_ADJECTIVES}")
_RENDERED = pattern(rf"(?:more |very )?{_ADJECTIVES}")
_GAIN = pattern("{effect_words.gained_nouns}|{effect_words.gained_adjectives}", 0)
_DOERS = mapping("effect_words.doers")
_PRESSURES = mapping("effect_words.pressures")
_PRESSURE_LINKS = words("effect_words.pressure_links")
_OPENS = frozenset({"opener"})
_FIGURATIVE = words("effect_words.figurative")
#: What may get or become something, and what of it a state of mind may.
_GAINING_THINGS = (REGION, "MentalState")
_OF_MIND = frozenset({"calms", "relaxes"})
_PRONOUNS = words("effect_words.pronouns")
_RENDERING = words("effect_words.rendering")
_ENLARGING = words("effect_words.enlarging")
_OPENERS = words("effect_words.openers")
_DONE_TO_REGIONS = _OPENERS | {"stretch"}
_BEFORE_GAIN = words("effect_words.before_gain")
_STRETCH_LINKS = words("effect_words.stretch_links")
_GIVING = words("effect_words.giving")
_STRETCH_ADJECTIVES = words("effect_words.stretch_adjectives")
_FELT = words("effect_words.felt")
_PRACTISING = words("effect_words.practising")
_RELIEF = words("effect_words.relief")
_OF_CONDITIONS = words("effect_words.of_conditions")
_POSES = words("attribute_words.pose_nouns")
#: Parts of phrases that tell an effect wherever they stand.
_WHOLE = words("effect_words.whole")
_AGAINST = "against"
_INCREASE_IN = "increase in"
_USING = words("effect_words.using")
#: Kinds of regions whose work is what a pose helps: "helps the liver".
_ORGANS = frozenset({"Organ", "Gland", "BodySystem"})
_SUBJECTS = words("forms.subjects")
_PRESSURE = "pressure"
_PUTTING = words("effect_words.putting")
_EXERCISES = frozenset({"exercize", "workout"})  # as words are folded
_INSERTED = 16
_INSERTING = frozenset({"from"})
_ADJECTIVES_REACH = 4
_PERSONS_REACH = 6
_GENERAL_REACH = 10
_ILLNESS = "/illness"
_RISK = ("risk of", "chance of", "likelihood of")
_INJURY = "Injury"
_POSTURE = "/posture"
_PARTS = words("coordination.parts") | {"organ"}
_POINTING = frozenset({"this", "that"})
_WHO = frozenset({"who", "you", "they", "we"})
_NO_DETERMINERS = frozenset({"both", "you", "us", "people"})
_SUBORDINATING = words("effect_words.subordinating")
_ONLY_TOLD = words("effect_words.only_told")
_SUMMING_UP = frozenset({":", "–", "—", "-"})
_ORDERING = frozenset({"keep", "make", "let", "get"})
_SOMEBODY = frozenset({"he", "she"})
_REASONS = frozenset({"because", "since"})
_OF_POSE = frozenset({"it", "this", "practicing", "doing"}) | _POSES
_UPWARDS = frozenset({"up", "down"})
_RELATIVES = ("which ", "that ")
_POINTING_AT = frozenset({"the", "these", "both"})
#: Units of the longest subject that opens a sentence.
_SUBJECT_REACH = 7
_OF_POSTURE = words("effect_words.of_posture")
_ANY_MUSCLE = "/muscle"
_DONE_TO_MUSCLES = frozenset({"stretches", "strengthens", "tones", "opens", "lengthens", "relaxes"})
_ANYBODY = ("/body", "/mind")
_MIND = ("/mind", "/head")
#: Members of a list that has an "and".
_PAIR = 2
_WORKING = words("effect_words.working")
#: What is better low: "may increase the blood pressure" is no benefit.
_NO_GOOD_RAISED = ("/blood-pressure", "/heart-rate", "/blood-sugar", "/cortisol-level", "/ageing")
_STEADYING = words("effect_words.steadying")
_MOVING = words("effect_words.moving")
_LIMBS = ("/arm", "/leg")
_HOLDING = words("effect_words.holding")
_CONVEYING = words("effect_words.conveying")
_PRESSING = frozenset({"press", "apply pressure to", "apply pressure on", "put pressure on", "put pressure to"})
_IMPROVERS = mapping("effect_words.improvers")
_LEADING = words("effect_words.leading")
_INTO = frozenset({"into"})
_DOABLE = words("effect_words.doable")
_ANNOUNCING = words("effect_words.announcing")
_REMINDING = words("effect_words.reminding")
_HARD_TO = words("effect_words.hard_to") | words("effect_words.demanding")
_MODALS = words("coordination.modals")
_ASSISTANTS = words("effect_words.assistants")
_OBLIGING = frozenset({"should", "must"})
_OBLIGING_TO = [["need", "to"], ["have", "to"], ["want", "to"], ["try", "to"]]
_BREATHING = ("exhal", "inhal")
#: Units before a verb in which it is said whose doing it is.
_ASKING_REACH = 4
_LEAVING = words("effect_words.leaving")
_OTHER_DOERS = words("effect_words.other_doers")
_BABIES = words("effect_words.babies")
_OTHERS_REACH = 3
_OTHERS = frozenset({"next", "previous"})
_FORBIDDING = ("do not", "don't", "never", "avoid")
_GOES_OVER = frozenset({":", ";", "it"})
_COMPARING = frozenset({"unlike", "whereas"})
_MUSCLES = frozenset({"Muscle", "MuscleGroup"})
_UNTREATED = tuple(sorted(words("effect_words.untreated")))
_FILLED_WITH = words("effect_words.filled_with")
_PUT_ON = words("effect_words.put_on")
_PERSONS = words("effect_words.persons")
_RENDERING_PERSONS = words("effect_words.rendering_persons")
_FEELING = frozenset({"feeling", "feel"})
_FILLING_REACH = 4
#: Units of "is put on".
_PUT_REACH = 3
_ON_CONDITION = frozenset({"if", "when", "that", "until", "once"})
_ENERGY = "energy"
_DURING = " during"
_MENSTRUATION = "/menstruation"
_OF_ALL = words("effect_words.of_all")
_ASANAS = frozenset({"asanas", "poses", "postures"})
_ALL_REACH = 4
#: Words before "many poses" by which the pose is one of them or unlike them.
_AMONG = frozenset({"of", "the", "like", "unlike", "as", "than", "among", "amongst", "with", "in"})
_OPENING_OF = "opening of "
_FREE = "free"
_BOOKS = frozenset({"book"})
#: Adjectives of place that are also verbs of effect: "the lower digestive organs".
_PLACES = frozenset({"lower", "upper"})
#: Units between what is done to a region and the effect of that.
_EFFECTIVE_REACH = 9
_PLURAL_SUBJECT = "they"
_EXTEND = "extend"
#: Units behind the comma of "To help balance, the toes of one foot should …" that name what is placed.
_PLACED_REACH = 3
_HELPS = frozenset({"help", "to", "also"})
_EASING = frozenset({"treats", "relieves", "softens"})
_TROUBLES = mapping("effect_words.troubles")
_UPON = frozenset({"on", "upon"})


@rule(*_OBJECTS)
def effect_verb(passage: Passage, reader: Reader) -> Iterator[Claim]:
    """A verb of effect with its objects: "stretches and strengthens the legs, hips and lower back"."""
    sentence = passage.sentence
    told = sentence.cued("effect")
    if not told or _instructs(passage):
        return
    after = 0
    asserted = False
    for index in told:
        if (index < after and sentence.units[index].norm != _AGAINST) or not _asserts_effect(
            passage, index, chained=asserted
        ):
            continue
        verbs, start = _verb_chain(sentence, index)
        effects, after = _effects(sentence, verbs, start, reader)
        effects = effects or _done_to_same(sentence, verbs, start, reader)
        if passage.section not in _TELLING and _uses_prop(sentence, index):
            effects = []  # what the prop does: "adding a blanket elevates the hips"
        asserted = asserted or bool(effects)
        if not reader.is_negated(sentence, index) and not is_warned(sentence, index):
            hedged, circumstance = reader.is_hedged(sentence, index), _circumstance(sentence)
            for fit, phrase, verb in effects:
                if _means_pose(sentence, phrase, verb) or (fit == "improves" and is_compared(sentence, phrase)):
                    continue
                if _is_moved(sentence, index, phrase) or _is_conveyed(sentence, phrase, verb):
                    continue
                if _opens_passive(sentence, phrase):
                    continue
                prop, term = _worded(fit, phrase, verb, sentence, reader)
                yield effect_verb.relation(passage, prop, term, hedged=hedged, circumstance=circumstance)


@rule(*_OBJECTS)
def effect_passive(passage: Passage, reader: Reader) -> Iterator[Claim]:
    """Objects before a passive verb of effect: "the hamstrings and calves are stretched"."""
    sentence = passage.sentence
    for index in sentence.cued("effect"):
        unit = sentence.units[index]
        cue = unit.cue("effect")
        if cue is None or cue.form != "ed" or cue.base in _ALLOWING:
            continue
        if cue.value == "relaxes" and passage.section not in _TELLING:
            continue  # "the shoulders are relaxed" is how the pose is done
        following = sentence.units[index + 1 : index + 2]
        if cue.base == _EXTEND and any(
            unit.norm in _MOVING or unit.norm.partition(" ")[0] == "to" for unit in following
        ):
            continue  # "the legs are extended to the side"
        if cue.value == "balances" and any(unit.norm in _UPON for unit in sentence.units[index + 1 : index + 2]):
            continue  # "the weight is balanced on the hands"
        phrases = _passive_subjects(sentence, index, cue.value, reader)
        if phrases and any(unit.norm in _UNTIL for unit in sentence.units[: phrases[0].first + 1][-3:]):
            continue  # "until the injury is healed"
        phrases += _included(sentence, index, cue.value, reader) if phrases else []
        if phrases and not reader.is_negated(sentence, index, reach=2):
            hedged = reader.is_hedged(sentence, index)
            for prop, phrase in _fitted(cue.value, unit, phrases):
                if _means_pose(sentence, phrase, unit):
                    continue
                yield effect_passive.relation(passage, prop, phrase.term, hedged=hedged)


@rule(*sorted(set(_GAINED.values())))
def region_gains(passage: Passage, reader: Reader) -> Iterator[Claim]:
    """Regions that get something: "the calves get a thorough stretch", "keeps the spine flexible"."""
    sentence = passage.sentence
    if not (sentence.named(*_GAINING_THINGS) or (sentence.named(CONDITION) and sentence.worded(_PRONOUNS))):
        return
    if not _GAIN.search(sentence.text.casefold()):
        return
    if passage.section not in _TELLING and sentence.units[0].text.casefold().split()[0] in _ORDERING:
        return  # "Keep the shoulders strong" is how the pose is done
    phrases: list[Phrase] = []
    index = rendered_until = 0
    while index < len(sentence.units):
        if sentence.units[index].norm in _PRONOUNS and phrases and not _is_judged(sentence, index):
            after = index + 1  # "relieves stiffness of the back and makes it more flexible"
        elif sentence.units[index].entry(*_GAINING_THINGS):
            phrases, after = reader.phrases(sentence, index, *_GAINING_THINGS)
        else:
            phrases = _seat(sentence, index) or phrases
            index += 1
            continue
        rendered = rendered_until and any(unit.joins for unit in sentence.units[rendered_until:index][:3])
        gains = _gains(sentence, index, after, reader, rendered=bool(rendered)) if phrases else ()
        if gains and (rendered or _is_rendered(sentence, index)):
            rendered_until = after  # "makes the legs strong and the hips flexible"
        if gains and not reader.is_negated(sentence, index, reach=3):
            for phrase in phrases:
                for gain in gains:
                    if phrase.family != REGION and _GAINED[gain] not in _OF_MIND:
                        continue
                    if _GAINED[gain] == "relaxes" and passage.section not in _TELLING:
                        continue  # "keep the shoulders relaxed" is how the pose is done
                    yield region_gains.relation(passage, _GAINED[gain], gained(phrase, gain, reader))
        index = max(after, index + 1)


@rule("opens", "stretches")
def stretch_noun(passage: Passage, reader: Reader) -> Iterator[Claim]:
    """A stretch of regions: "the stretch continues via the calves", "a deep stretch for the hips", "a hip opener"."""
    sentence = passage.sentence
    for index in sentence.named("PoseCharacteristic"):
        if passage.section in _KINDS:
            break
        nouns = _OPENERS if passage.section in _TELLING else _OPENS  # as a kind of pose, "hip opening" is no effect
        following = sentence.units[index + 1 : index + 2]
        if any(unit.cue("glue.function_heads") or unit.norm in _POSES for unit in following):
            continue  # "the hip opening capacity", "a hip opener pose"
        if (region := _opened(sentence.units[index], nouns, reader)) and not reader.is_negated(sentence, index):
            hedged = reader.is_hedged(sentence, index)
            yield stretch_noun.relation(passage, "opens", term_of(region), hedged=hedged)
            if index > 1 and sentence.units[index - 1].joins:
                for phrase in list_before(sentence, index - 1, reader, REGION):  # "shoulder and chest opening"
                    yield stretch_noun.relation(passage, "opens", phrase.term, hedged=hedged)
    for index, unit in enumerate(sentence.units):
        if not unit.norm.startswith(_OPENING_OF) or not _shares_regions(sentence, index):
            continue
        named = unit.norm.removeprefix(_OPENING_OF).removeprefix("the ")  # "opening of the chest" is a function as well
        region = sentence.lexicon.named_folded(named, REGION)
        joined = any(one.joins for one in sentence.units[index + 1 : index + 2])
        others = reader.phrases(sentence, index + 2, REGION)[0] if joined else []
        for term in (term_of(region), *(phrase.term for phrase in others)) if region is not None else ():
            yield stretch_noun.relation(passage, "opens", term, hedged=reader.is_hedged(sentence, index))
    noun_before = False
    for index in sorted({*sentence.worded(_DONE_TO_REGIONS), *sentence.cued("stretch_noun.nouns")} - {0}):
        before = sentence.units[index - 1]
        region = before.entry(REGION) or reader.grounder.region_of_adjective(before.norm)
        if region is not None and _is_noun_of(sentence, index) and not reader.is_negated(sentence, index):
            prop, hedged = (
                "opens" if sentence.units[index].norm in _OPENERS else "stretches",
                reader.is_hedged(sentence, index),
            )
            listed = (
                list_before(sentence, index, reader, REGION) if index > 1 and sentence.units[index - 2].joins else []
            )
            for term in [phrase.term for phrase in listed] or [term_of(region)]:  # "a deep hip and groin opener"
                yield stretch_noun.relation(passage, prop, term, hedged=hedged)
        goes_on = noun_before and sentence.units[index - 1].joins and sentence.units[index].text == "stretch"
        goes_on = goes_on or _shares_regions(sentence, index)
        if not (_is_stretch(sentence, index) or goes_on) or reader.is_negated(sentence, index):
            continue
        travels = _travels(sentence, index)
        if travels or _is_linked(sentence, index):
            hedged = reader.is_hedged(sentence, index)
            prop = "opens" if sentence.units[index].norm in _OPENERS else "stretches"
            for phrase in _stretched(sentence, 0 if travels else index, reader, anywhere=travels):
                yield stretch_noun.relation(passage, prop, phrase.term, hedged=hedged)
            if travels:
                return
            noun_before = True  # "an opening in the chest and stretch in the shoulders"


@rule(*sorted(set(_DOERS.values())))
def doer_noun(passage: Passage, reader: Reader) -> Iterator[Claim]:
    """What a pose is to regions before it: "a powerful arm and wrist strengthener"."""
    sentence = passage.sentence
    for index in sentence.worded(_DOERS.keys()):
        is_noun = not sentence.units[index].norm.endswith("ing") or _is_named_doing(passage, index)
        if is_noun and not reader.is_negated(sentence, index):
            for phrase in list_before(sentence, index, reader, REGION):
                yield doer_noun.relation(passage, _DOERS[sentence.units[index].norm], phrase.term)


@rule(*sorted(set(_IMPROVERS.values())))
def improver_noun(passage: Passage, reader: Reader) -> Iterator[Claim]:
    """What a pose is to functions and states before it: "a stamina builder", "a confidence and mood booster"."""
    sentence = passage.sentence
    for index in sentence.worded(_IMPROVERS.keys()):
        if index and not reader.is_negated(sentence, index):
            for phrase in list_before(sentence, index, reader, *GOOD):
                yield improver_noun.relation(passage, _IMPROVERS[sentence.units[index].norm], phrase.term)


@rule("improves")
def led_into(passage: Passage, reader: Reader) -> Iterator[Claim]:
    """A state into which a pose brings somebody: "guides the body into a state of relaxation"."""
    sentence, units = passage.sentence, passage.sentence.units
    for into in sentence.worded(_INTO) if sentence.named(*GOOD) else ():
        if not into:
            continue
        somebody = units[into - 1].norm in _NO_DETERMINERS or _names_anybody(sentence, into - 1)
        verb = into - 2
        while verb > 0 and units[verb].cue("glue.determiners") and not units[verb].cue("effect"):
            verb -= 1
        leads = verb >= 0 and units[verb].text.split()[0].casefold() in _LEADING
        if somebody and leads and not reader.is_negated(sentence, verb):
            for phrase in reader.phrases(sentence, into + 1, *GOOD)[0]:
                yield led_into.relation(passage, "improves", phrase.term, hedged=reader.is_hedged(sentence, verb))


@rule("strengthens", "tones")
def doing_named(passage: Passage, reader: Reader) -> Iterator[Claim]:
    """What is done to regions, where it is also the name of a kind of pose: "Leg and core strengthening"."""
    sentence = passage.sentence
    for index in sentence.named("PoseCharacteristic"):
        name, _, noun = sentence.units[index].norm.rpartition(" ")
        region = sentence.lexicon.named_folded(name, REGION) if noun in _DOERS else None
        if region is None or not _is_named_doing(passage, index):
            continue
        joined = index > 1 and sentence.units[index - 1].joins
        others = list_before(sentence, index - 1, reader, REGION) if joined else []
        for term in (*(phrase.term for phrase in others), term_of(region)):
            yield doing_named.relation(passage, _DOERS[noun], term)


@rule("compresses", "massages", "strengthens")
def pressure_noun(passage: Passage, reader: Reader) -> Iterator[Claim]:
    """What is done to regions, as a noun: "the gentle compression of the abdomen aids digestion"."""
    sentence = passage.sentence
    for index in sentence.worded(_PRESSURES.keys()):
        units = sentence.units
        if passage.section not in _TELLING and not _is_effective(sentence, index):
            continue
        before = units[index - 1] if index else None
        wanted = before is None or before.joins or _is_described(before) or before.cue("better") is not None
        harms = any(unit.cue("effect", "relieves") or unit.cue("causes") for unit in units[:index])
        if not wanted or harms or index + 1 >= len(units) or reader.is_negated(sentence, index):
            continue
        if units[index].norm == _PRESSURE and not any(
            unit.norm in _PUTTING for unit in units[max(0, index - 4) : index]
        ):
            continue  # "puts gentle pressure on the belly"
        if units[index].norm in _EXERCISES and not _gives(sentence, index - 2):
            continue  # "gives good exercise to the arms"; "a good exercise for the arms" says nothing
        place = index + 1
        while place + 1 < len(units) and units[place].joins and units[place + 1].norm in _PRESSURES:
            place += 2
        if place < len(units) and units[place].norm in _PRESSURE_LINKS:
            for phrase in reader.phrases(sentence, place + 1, REGION)[0]:
                yield pressure_noun.relation(passage, _PRESSURES[units[index].norm], phrase.term)


@rule("compresses")
def pressure_put(passage: Passage, reader: Reader) -> Iterator[Claim]:
    """Regions on which pressure is put: "gentle pressure is put on the belly"; in prose, organs alone."""
    sentence, units = passage.sentence, passage.sentence.units
    for index in sentence.worded({_PRESSURE}):
        rest = [unit.norm for unit in units[index + 1 : index + 4]]
        put = len(rest) == _PUT_REACH and rest[0] in _AUXILIARIES and rest[1] in _PUT_ON and rest[2] in _UPON
        if not put or reader.is_negated(sentence, index) or any(unit.norm in _ON_CONDITION for unit in units[:index]):
            continue
        place = _past_determiners(sentence, index + 4)
        placed = place < len(units) and units[place].norm in _PLACES
        phrases, _ = reader.phrases(sentence, place + 1 if placed else index + 4, REGION)
        glossed = phrases[-1].last if phrases else len(units)
        if glossed < len(units) and units[glossed].norm == "(":
            phrases += reader.phrases(sentence, glossed + 1, REGION)[0]  # "the organs of digestion (liver and stomach)"
        for phrase in phrases:
            if passage.section in _TELLING or phrase.term.kind in _ORGANS:
                yield pressure_put.relation(passage, "compresses", phrase.term)


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
        words_, place = _filling(sentence, place)
        for phrase in reader.phrases(sentence, place, *GOOD)[0] if words_ else ():
            if not phrase.term.iri.endswith(_ANYBODY):
                hedged = reader.is_hedged(sentence, index)
                yield filled_with.relation(passage, "improves", phrase.term, hedged=hedged)


@rule("relieves")
def freed_of(passage: Passage, reader: Reader) -> Iterator[Claim]:
    """What something is to be free of, in few words: "Stress-free mind", "a pain-free back"."""
    sentence, units = passage.sentence, passage.sentence.units
    for index in sentence.worded({_FREE}) if passage.section in _TELLING else ():
        joined = index > 0 and units[index - 1].end + 1 == units[index].start
        hyphened = joined and reader.text[units[index - 1].end] in "-‐‑"
        practice = any(unit.norm in _POSES or unit.norm == "practice" for unit in units[index + 1 : index + 2])
        condition = units[index - 1].entry(CONDITION) if hyphened and not practice else None
        if condition is not None and not reader.is_negated(sentence, index - 1):
            phrases = list_before(sentence, index, reader)
            for term in [phrase.term for phrase in phrases] or [term_of(condition)]:
                yield freed_of.relation(passage, "relieves", term)


@rule("relieves")
def relief_noun(passage: Passage, reader: Reader) -> Iterator[Claim]:
    """Conditions followed by their end: "anxiety and stress relief", "pain reduction"."""
    if passage.section not in _TELLING:
        return
    sentence = passage.sentence
    for index in sentence.worded(_RELIEF):
        if index and not _has_object(sentence, index) and not reader.is_negated(sentence, index):
            for phrase in list_before(sentence, index, reader):
                yield relief_noun.relation(passage, "relieves", phrase.term)


RULES = (
    effect_verb,
    region_gains,
    kept_in_check,
    effect_passive,
    better_noun,
    stretch_noun,
    doer_noun,
    improver_noun,
    led_into,
    doing_named,
    pressure_noun,
    pressure_put,
    filled_with,
    freed_of,
    relief_noun,
    pose_for,
    benefit_of_people,
    benefit_of_regions,
    benefit_of_conditional,
    changes_itself,
    changed_region,
    lesser_noun,
    made_better,
    benefits_counted,
    person_gains,
    opens_itself,
    listed_benefit,
    labelled_benefit,
)


def _has_object(sentence: Sentence, index: int) -> bool:
    """Say whether a word that is verb and noun is the verb: "relieve backache"."""
    following = sentence.units[index + 1] if index + 1 < len(sentence.units) else None
    return following is not None and bool(following.entry(CONDITION, REGION) or following.cue("glue.determiners"))


def _is_effective(sentence: Sentence, index: int) -> bool:
    """Say whether what is done to a region opens a sentence that tells an effect: "The massage of the belly aids …"."""
    opening = [unit for unit in sentence.units[:index] if unit.is_word]
    others = any(not (_is_described(unit) or unit.cue("better")) for unit in opening)
    return not others and any(unit.cue("effect") for unit in sentence.units[index + 1 : index + _EFFECTIVE_REACH])


def _filling(sentence: Sentence, place: int) -> tuple[bool, int]:
    """Return whether words of filling stand at a place, and the place after them: "full of", "with a sense of"."""
    units = sentence.units
    for end in range(min(place + _FILLING_REACH, len(units)), place, -1):
        if " ".join(unit.text.casefold() for unit in units[place:end]) in _FILLED_WITH:
            return True, end
    return False, place


def _is_named_doing(passage: Passage, index: int) -> bool:
    """Say whether a list item only names what is done: "Core strengthening"."""
    return passage.section in _TELLING and passage.kind == "item" and ends_phrase(passage.sentence, index + 1)


# -- verbs of effect ------------------------------------------------------------------------------


def _means_pose(sentence: Sentence, phrase: Phrase, verb: Unit) -> bool:
    """Say whether "posture" is the pose itself: "this posture is supported", "a calming posture"."""
    if not phrase.term.iri.endswith(_POSTURE):
        return False
    if any(unit.norm in _POINTING for unit in sentence.units[max(0, phrase.first - 1) : phrase.last]):
        return True
    return _base(verb) not in _OF_POSTURE and any(
        unit.norm == "posture" for unit in sentence.units[phrase.first : phrase.last]
    )


def _is_moved(sentence: Sentence, verb: int, phrase: Phrase) -> bool:
    """Say whether a limb is only put somewhere: "you can stretch your arms in front of you"."""
    unit = sentence.units[verb]
    if unit.text.casefold().endswith("s") or not unit.cue("effect", "stretches"):
        return False
    following = sentence.units[phrase.last : phrase.last + 1]
    directed = any(one.norm in _MOVING or (one.entry("Gaze") and not one.entry(REGION)) for one in following)
    return directed and phrase.term.iri.endswith(_LIMBS)


def _opens_passive(sentence: Sentence, phrase: Phrase) -> bool:
    """Say whether a passive clause has a phrase as its subject: "it is good for asthma and backache is relieved"."""
    units = sentence.units
    joined = phrase.first > 0 and units[phrase.first - 1].joins and units[phrase.first - 1].norm != ","
    following = units[phrase.last : phrase.last + 2]
    if not joined or len(following) < _PAIR or following[0].text.casefold() != "is":
        return False
    cue = following[1].cue("effect")
    return cue is not None and cue.form == "ed"


def _is_conveyed(sentence: Sentence, phrase: Phrase, verb: Unit) -> bool:
    """Say whether a state of mind is only taken somewhere: "directs the awareness toward the spine"."""
    named = sentence.units[phrase.first : phrase.last]
    return _base(verb) in _CONVEYING and any(unit.entry("MentalState") for unit in named)


def _uses_prop(sentence: Sentence, stop: int) -> bool:
    """Say whether a prop stands before a unit; the chair of Chair Pose is none."""
    units = sentence.units
    return any(
        unit.entry("Prop")
        and not unit.entry("Pose")
        and units[place + 1].norm not in _POSES
        and not _is_read(sentence, place)
        for place, unit in enumerate(units[:stop])
    )


def _is_read(sentence: Sentence, index: int) -> bool:
    """Say whether a book is one in which something stands, and no prop: "as I tell in my book"."""
    units = sentence.units
    return units[index].norm in _BOOKS and any(unit.norm == "in" for unit in units[max(0, index - 2) : index])


def _instructs(passage: Passage) -> bool:
    """Say whether an effect is not the pose's: that of a movement ("Inhale to lengthen …"), or of all yoga."""
    opening = passage.sentence.units[0]
    if opening.norm == "yoga":
        return True  # what all yoga does
    if _is_for_placing(passage.sentence):
        return True
    if passage.section in _TELLING:
        return _is_held_so(passage.sentence)
    if opening.norm in _SUBORDINATING or opening.cue("introducers", "conditional"):
        following = (unit for mark, unit in pairwise(passage.sentence.units) if mark.norm in {",", ":"})
        # "If the back rounds, bend the knees to lengthen the spine", "When you are ready, soften the jaw"
        return any(orders(unit) or _is_doable(unit) or unit.text.casefold() in _REMINDING for unit in following)
    forbids = opening.norm.startswith(_FORBIDDING) and not passage.sentence.worded(_GOES_OVER)
    if opening.text.casefold() in _REMINDING or forbids:
        return True  # "Remember to relax the jaw"
    return (orders(opening) or _is_doable(opening)) and opening.norm not in _PRACTISING


def _is_for_placing(sentence: Sentence) -> bool:
    """Say whether a sentence tells for what a part of the body is placed: "To help balance, the toes should …"."""
    units = sentence.units
    comma = next((place for place, unit in enumerate(units) if unit.norm == ","), len(units))
    placed = any(unit.entry(REGION) for unit in units[comma + 1 : comma + 1 + _PLACED_REACH])
    return units[0].norm == "to" and placed and any(unit.norm in _OBLIGING for unit in units[comma + 1 :])


def _is_held_so(sentence: Sentence) -> bool:
    """Say whether a sentence tells even among effects how the pose is held.

    "Press the palms against the floor", "Firm up the calves to keep the legs steady".
    """
    opening, units = sentence.units[0], sentence.units
    if opening.norm.partition(" ")[0] == "in" and opening.cue("introducers", "conditional") and " " in opening.norm:
        ordered = (unit for mark, unit in pairwise(units) if mark.norm in {",", ":"})
        return any(orders(unit) and unit.norm not in _PRACTISING for unit in ordered)  # "In case of difficulty, …"
    if opening.text.casefold() in _REMINDING or _tells_step(sentence):
        return True
    cue = opening.cue("effect")
    if cue is None or opening.text.split()[0].casefold() != cue.base.split()[0]:
        return False
    if cue.base in _PRESSING:
        return True
    aims = (place for place, unit in enumerate(units[:-1]) if unit.norm == "to" and place > 1)
    purpose = next(aims, None)
    return purpose is not None and units[purpose + 1].text.casefold().split()[0] in _HOLDING and _moves(cue.base)


def _tells_step(sentence: Sentence) -> bool:
    """Say whether a clause of time or of leaving the pose opens a sentence that goes on with an order.

    "As you exhale, stretch the legs", "To come out, relax the thighs".
    """
    units = sentence.units
    comma = next((place for place, unit in enumerate(units) if unit.norm in {",", ":"}), len(units) - 1)
    opening, following = units[:comma], units[comma + 1 : comma + 2]
    if following and following[0].text.casefold().endswith("ing"):  # "As you exhale, keeping the back long, stretch …"
        comma = next((place for place in range(comma + 1, len(units)) if units[place].norm == ","), len(units))
        following = units[comma + 1 : comma + 2]
    if units[0].norm not in _SUBORDINATING or not any(orders(unit) or _is_doable(unit) for unit in following):
        return False
    leaves = any(not _LEAVING.isdisjoint(unit.text.casefold().split()) for unit in opening[1:3])
    timed = units[0].norm != "for" and any("you" in unit.text.casefold().split() for unit in opening)
    return (leaves or timed) and not any(unit.norm in _PRACTISING for unit in following)


def _is_doable(unit: Unit) -> bool:
    """Say whether a verb of effect in its base form may be an order: "soften", "open"."""
    cue = unit.cue("effect")
    if cue is None:
        return False
    word = unit.text.casefold()
    spelt = word == cue.base or (unit.norm == cue.base and word.endswith("e"))  # "energise"
    return spelt and _moves(cue.base)


def _moves(base: str) -> bool:
    """Say whether a verb of effect may also be done by the reader: "firm up", "stretch", "open"."""
    return base.split()[0] in _DOABLE


def _asserts_effect(passage: Passage, index: int, *, chained: bool) -> bool:
    """Tell an assertion from an imperative ("stretch your arms up") and from a noun ("these stretches").

    ``chained`` says that an effect is asserted before it in the sentence.
    """
    sentence = passage.sentence
    unit = sentence.units[index]
    cue = unit.cue("effect")
    if cue is None or unit.entry("Pose"):
        return False
    if unit.norm == _AGAINST and any(before.cue("advice", "avoid") for before in sentence.units[:index]):
        return False
    if _is_whole_assertion(unit.norm):
        return passage.section in _TELLING or unit.norm not in _ONLY_TOLD
    if _is_of_all_yoga(sentence, index) or _is_of_other_doer(sentence, index):
        return False
    if cue.form == "ing" and cue.base in _STEADYING and passage.section not in _TELLING:
        return False  # "breathing deeply and maintaining alignment" is how the pose is held
    if _gives_reason(sentence, index):
        return False
    following = sentence.units[index + 1].norm if index + 1 < len(sentence.units) else ""
    if cue.base in _OF_CONDITIONS and following in _LINKS:
        return False  # "Benefits to the brain" names and tells nothing
    if cue.value == "compresses" and following == _AGAINST:
        return False  # "pressing against the wall", "caused by muscles pressing against a nerve"
    if cue.value == "balances" and following in {"on", "upon", "of"}:
        return False  # "the practitioner balances on the head"
    if unit.norm.endswith(" up") and following == "in":
        return False  # "the pressure that builds up in the belly"
    before = sentence.units[index - 1] if index else None
    telling = passage.section in _TELLING
    if cue.form == "ed":
        return False
    if unit.cue("introducers", "having") and _is_of_persons(sentence, index):
        return False  # "those dealing with stress", "if you deal with pain"
    if cue.form == "ing":
        return telling if before is None else _may_stand_before_participle(before)
    word = unit.text.split()[0].casefold()
    if before is not None and before.norm in _SOMEBODY:
        return False  # "she teaches balance to her students"
    if _is_asked(sentence, index, telling=telling):
        return False
    if word == "to":  # "to prevent"
        return before is not None and (before.norm in _BEFORE_BASE or (chained and telling))
    if word.endswith("s") and not word.endswith("ss"):
        return before is None or not _makes_noun(before)
    if before is None:
        return telling
    if chained and before.joins and not is_noun_use(sentence, index) and (telling or not _is_cue(sentence, index)):
        return True  # "helps in relieving sciatica and reduce flat feet"
    return _asserts_base_form(sentence, index, telling=telling)


def _is_asked(sentence: Sentence, index: int, *, telling: bool) -> bool:
    """Say whether an effect is asked of somebody, hard for somebody, or done by somebody.

    "It is important to maintain balance", "find it hard to open the groins", "the teacher may press the hips",
    and where no effects are told "you should stretch the spine", "with each exhale you can relax the neck".
    """
    before = sentence.units[max(0, index - _ASKING_REACH) : index]
    spoken = [word for unit in before for word in unit.text.casefold().split()]
    if "to" in spoken[-1:] and not _HARD_TO.isdisjoint(spoken[-2:]):
        return True
    modal = spoken[-1:] and spoken[-1] in _MODALS
    if modal and len(before) > 1 and before[-2].norm in _ASSISTANTS:
        return True
    if telling or "you" not in spoken[-3:]:
        return False
    breathes = any(unit.norm.startswith(_BREATHING) for unit in sentence.units[:index])
    return spoken[-1] in _OBLIGING or spoken[-2:] in _OBLIGING_TO or (bool(modal) and breathes)


def _gives_reason(sentence: Sentence, index: int) -> bool:
    """Say whether a verb stands in a reason that opens the sentence and is no doing of the pose's.

    "Because the piriformis presses on the nerve, …"; but "Because it opens the chest, …".
    """
    units = sentence.units
    if units[0].norm not in _REASONS or any(unit.norm in _OF_POSE or unit.entry("Pose") for unit in units[1:3]):
        return False
    return all(unit.norm != "," for unit in units[:index])


def _is_of_persons(sentence: Sentence, index: int) -> bool:
    """Say whether what a verb tells is how people are, and no effect: "if you deal with pain"."""
    before = sentence.units[max(0, index - 3) : index]
    if not before or any(unit.norm == "help" for unit in before):
        return False
    last = before[-1]
    return bool(last.cue("introducers", "people")) or last.norm in _WHO or last.text.casefold() in _AUXILIARIES


def _is_of_all_yoga(sentence: Sentence, index: int) -> bool:
    """Say whether the doer of an effect is yoga itself: "we know that yoga opens the body"; "this yoga" is the pose."""
    while index and sentence.units[index - 1].norm == "help":
        index -= 1
    if _is_of_many_poses(sentence, index):
        return True
    if not index or sentence.units[index - 1].norm != "yoga":
        return False
    before = sentence.units[index - 2] if index > 1 else None
    return before is None or not before.is_word or before.joins or before.norm == "that"


def _is_of_many_poses(sentence: Sentence, index: int) -> bool:
    """Say whether the doer of an effect is many poses: "many (if not most) asanas aid digestion"."""
    units = sentence.units
    for place in (place for place, unit in enumerate(units[:index]) if unit.text.casefold() in _ASANAS):
        many = [one for one in range(max(0, place - _ALL_REACH), place) if units[one].text.casefold() in _OF_ALL]
        one_of = bool(many) and many[0] > 0 and units[many[0] - 1].norm in _AMONG
        named = any(unit.norm in _OF_POSE or unit.entry("Pose") for unit in units[place + 1 : index])
        if many and not one_of and not named:
            return True
    return False


def _is_of_other_doer(sentence: Sentence, index: int) -> bool:
    """Say whether something else than the pose has an effect.

    "Meditation calms the mind", "Unlike Cobra, which strengthens the back, …", "the next pose strengthens the glutes",
    "The quadriceps help to extend the knee".
    """
    units = sentence.units
    before = units[:index]
    commas = sum(unit.norm == "," for unit in before)
    if units[0].text.casefold() in _COMPARING and commas == 1:
        return True
    if commas == 1 and units[0].norm in _SUBORDINATING:  # "When somebody is pregnant, the weight of the baby …"
        comma = next(place for place, unit in enumerate(before) if unit.norm == ",")
        before, commas = before[comma + 1 :], 0
    if any(unit.norm in _OTHERS and following.norm in _POSES for unit, following in pairwise(before)):
        return commas <= 2 and not any(unit.norm in _POINTING for unit in before)
    if commas:
        return False
    muscle = len(before) > 1 and (region := before[1].entry(REGION)) is not None and region.kind in _MUSCLES
    if muscle and before[0].norm == "the" and all(unit.norm in _HELPS for unit in before[2:]):
        return len(before) > 2
    others = any(unit.norm in _OTHER_DOERS for unit in before[:_OTHERS_REACH]) or any(
        unit.norm in _BABIES for unit in before
    )
    others = others and not any(unit.cue("effect") and unit.norm != "help" for unit in before)
    return others and not any(
        unit.norm in _OF_POSE or unit.norm.endswith("asana") or unit.entry("Pose") for unit in before
    )


def _is_cue(sentence: Sentence, index: int) -> bool:
    """Say whether a verb tells the reader what to do with a part of the body: "press your heels"."""
    return index + 1 < len(sentence.units) and sentence.units[index + 1].text.casefold() == "your"


def _is_whole_assertion(phrase: str) -> bool:
    """Say whether a phrase tells an effect wherever it stands: "relief from", "good for", "calming effect on"."""
    return phrase == _AGAINST or phrase.endswith((" of", " such as", " including")) or any(p in phrase for p in _WHOLE)


def _may_stand_before_participle(before: Unit) -> bool:
    return before.norm != "of" and (not before.cue("glue.determiners") or before.norm in {"all", "both"})


def _makes_noun(before: Unit) -> bool:
    """Say whether a word makes a noun of the form in -s after it: "these stretches", "3 stretches"."""
    if before.norm in _NO_DETERMINERS:
        return False  # "both soothes and energizes", "with the arms behind you corrects"
    return bool(before.cue("glue.determiners") or before.cue("glue.prepositions") or before.norm.isdigit())


def _asserts_base_form(sentence: Sentence, index: int, *, telling: bool) -> bool:
    place = index - 1
    while place > 0 and (is_adverb(sentence.units[place]) or sentence.units[place].norm == ":"):
        place -= 1  # "can properly relieve", "can even aid", "is known to: relieve"
    before, unit = sentence.units[place], sentence.units[index]
    instructs = unit.cue("imperative") or unit.cue("advice")
    if before.norm == "," and instructs and sentence.units[0].norm in _SUBORDINATING:
        return False  # "To deepen the stretch, straighten the leg"
    if not telling and unit.norm in _ONLY_TOLD:
        return False  # "press down to work the legs"
    if _is_declared(sentence, index):
        return True
    if telling and place == 0 and before.norm == _PLURAL_SUBJECT:
        return True  # "They strengthen the legs", of a list of what the pose does
    if telling and (before.norm in _SUBJECTS or before.entry("Pose") or before.norm.endswith("asana")):
        return True  # "The pose strengthen the legs"
    if before.joins and is_noun_use(sentence, index):
        return False  # "coordination, balance, and flexibility"
    if telling and before.norm.startswith(_RELATIVES) and before.norm.rpartition(" ")[2] in _BEFORE_BASE:
        return True  # "which may aid digestion"
    if before.norm in _BEFORE_BASE or before.norm.endswith(" to") or before.cue("hedges"):
        return telling or before.norm not in {"and", "or", ",", "&"} or _goes_on_chain(sentence, index)
    if before.norm == "you" and telling:
        return True
    if before.norm == "you" or before.cue("introducers", "people"):
        return any(unit.norm == "help" for unit in sentence.units[max(0, index - 3) : index])
    return telling and before.cue("glue.adjectives") is not None


def _is_declared(sentence: Sentence, index: int) -> bool:
    """Say whether a plural subject opens the sentence: "The legs of this pose stretch the hips", "The arms open …"."""
    units = sentence.units
    if units[0].norm not in _POINTING_AT or not 1 < index < _SUBJECT_REACH or units[index].cue("effect", "compresses"):
        return False
    subject = units[1:index]
    if any(unit.joins or not unit.is_word or unit.cue("effect") or unit.norm in _WHO for unit in subject):
        return False
    plural = subject[0].text.casefold().endswith("s") or any(unit.text.casefold().endswith("s") for unit in subject[:2])
    following = units[index + 1 : index + 2]
    takes = bool(following) and bool(following[0].cue("glue.determiners") or following[0].entry(REGION))
    return plural and takes and not _is_cue(sentence, index)


def _goes_on_chain(sentence: Sentence, index: int) -> bool:
    """Say whether a verb in its base form goes on a chain that began with "to", "helps" or "can"."""
    return any(unit.norm in _OPENING_CHAIN for unit in sentence.units[max(0, index - 8) : index])


def _verb_chain(sentence: Sentence, index: int) -> tuple[list[int], int]:
    """Collect verbs that share their objects, and the place after them: "stretch, strengthen and tone"."""
    units = sentence.units
    verbs = [index]
    place = index + 1
    while True:
        following = place
        while following < len(units) and (units[following].joins or units[following].cue("glue.adjectives")):
            following += 1
        following = _past_helping(units, place, following)
        place = _past_unknown_verb(units, place)
        if following >= len(units) or not units[following].cue("effect") or is_noun_use(sentence, following):
            return verbs, place
        if following > place and units[following].cue("advice"):
            return verbs, place  # "as the balance improves, bring the feet closer"
        if following == place and (units[verbs[-1]].norm != "help" or units[following].norm == _AGAINST):
            return verbs, place
        if following > place and _is_participle(units[following]) != _is_participle(units[verbs[-1]]):
            return verbs, place  # "Calming, reduces tension": the first has no object
        # "helps stretch the legs": it is the second verb that tells the effect.
        verbs = [following] if following == place else [*verbs, following]
        place = following + 1


def _past_helping(units: Sequence[Unit], joined: int, index: int) -> int:
    """Pass over "to" after "and helps": "lengthens and helps to realign the spine"; else return the same place."""
    helps = index > joined and index < len(units) and units[index].norm == "to" and units[index - 1].norm == "help"
    return index + 1 if helps else index


def _past_unknown_verb(units: Sequence[Unit], index: int) -> int:
    """Pass over a verb that tells no effect and shares the objects: "relax and ground your body"."""
    if index + 2 >= len(units) or not units[index].joins or units[index].norm == ",":
        return index
    verb, following = units[index + 1], units[index + 2]
    is_word = not verb.cues and not verb.entry(REGION, CONDITION, *GOOD) and verb.text.isalpha() and verb.text.islower()
    return index + 2 if is_word and following.cue("glue.determiners") else index


def _is_participle(verb: Unit) -> bool:
    return any(cue.role == "effect" and cue.form == "ing" for cue in verb.cues)


def _effects(
    sentence: Sentence, verbs: Sequence[int], start: int, reader: Reader
) -> tuple[list[tuple[str, Phrase, Unit]], int]:
    """Return what each verb of a chain does to which of the shared objects, and the place after them."""
    units = sentence.units
    said = {prop for verb in verbs for prop in _properties(units[verb])}
    found: list[tuple[str, Phrase, Unit]] = []
    after = start
    for verb in verbs:
        for prop in _properties(units[verb]):
            if _SAID_BY.get(prop) in said:
                continue
            phrases, end = _objects(sentence, start, prop, reader)
            told = [(fit, phrase, units[verb]) for fit, phrase in _fitted(prop, units[verb], phrases)]
            works = (phrase for phrase in phrases if _works(sentence, phrase, prop, units[verb]))
            found += [*told, *(("improves", phrase, units[verb]) for phrase in works)]
            after = max(after, end)
            if told:
                break  # "loosens" relieves stiffness, and relaxes a joint
    return found, after


def _done_to_same(
    sentence: Sentence, verbs: Sequence[int], start: int, reader: Reader
) -> list[tuple[str, Phrase, Unit]]:
    """Return what verbs do to the regions that "it" or "them" stands for: "tones the spine by stretching it"."""
    units = sentence.units
    place = start
    while place < len(units) and units[place].norm in _LINKS:
        place += 1  # "gives strength to it"
    if place >= len(units) or units[place].norm not in _PRONOUNS:
        return []
    before: list[Phrase] = []
    index = 0
    while index < verbs[0]:
        phrases, after = reader.phrases(sentence, index, REGION, stop=verbs[0]) if _opens(units[index]) else ([], index)
        before = phrases or before
        index = max(after, index + 1)
    if (units[place].norm == "it" and len(before) > 1) or units[0].norm in _REASONS:
        return []
    told = (fit for verb in verbs for prop in _properties(units[verb]) for fit in _done(prop, units[verb], before))
    return list(told)


def _opens(unit: Unit) -> bool:
    return unit.entry(REGION) is not None or unit.cue("glue.determiners") is not None


def _done(prop: str, verb: Unit, phrases: Iterable[Phrase]) -> Iterator[tuple[str, Phrase, Unit]]:
    """Yield what a verb does to regions, if regions are its usual objects."""
    if _OBJECTS[prop][0] == REGION:
        yield from ((fit, phrase, verb) for fit, phrase in _fitted(prop, verb, phrases))


def _properties(unit: Unit) -> list[str]:
    """Return what a verb may do, by the kind of its object."""
    return list(dict.fromkeys(cue.value for cue in unit.cues if cue.role == "effect"))


def _objects(sentence: Sentence, start: int, prop: str, reader: Reader) -> tuple[list[Phrase], int]:
    """Read the objects of a verb; a stretch may run "from the throat down to the ankles"."""
    if start < len(sentence.units) and sentence.units[start].joins:
        return [], start  # "Calming, reduces tension", "it requires balance and strong legs"
    opening = _past_links(sentence, start)
    noun = _past_determiners(sentence, opening)
    if prop == "relieves" and _frees(sentence, noun):
        opening = noun + 2  # "relieves the body of stress"
    if prop == "improves" and sentence.units[start - 1].text.split()[0].casefold() in _GIVING:
        opening = noun + 1 if _names_anybody(sentence, noun) else opening  # "gives the body the right posture"
    phrases, after = reader.phrases(sentence, opening, *_OBJECTS[prop])
    vague = all(phrase.term.iri.endswith(_ANY_MUSCLE) for phrase in phrases)
    if vague and (place := _past_general_noun(sentence, opening)) > opening:
        phrases, after = reader.phrases(sentence, place, *_OBJECTS[prop])
    phrases = _sharing_stiffness(sentence, phrases, reader) if prop in _EASING else phrases
    while phrases and (place := _past_repeated(sentence, start, after)) > after:
        more, end = reader.phrases(sentence, place, *_OBJECTS[prop])
        if not more:
            break
        phrases, after = [*phrases, *more], end
    if phrases and _is_summed_up(sentence, phrases[-1], after):
        more, end = reader.phrases(sentence, after + 1, REGION)
        if len(more) >= _PAIR:
            phrases, after = [*phrases, *more], end
    while phrases and _OBJECTS[prop][0] == REGION:
        place = _past_range(sentence, after)
        more, end = reader.phrases(sentence, place, REGION) if place > after else ([], after)
        if not more:
            break
        phrases, after = [*phrases, *more], end
    return phrases, after


def _sharing_stiffness(sentence: Sentence, phrases: list[Phrase], reader: Reader) -> list[Phrase]:
    """Give a region that ends a pair the trouble of the one before: "a boon for stiff shoulders and neck"."""
    shared: list[Phrase] = []
    for phrase in phrases:
        before = shared[-1] if shared else None
        paired = before is not None and phrase.family == REGION and before.family in {CONDITION, "Limitation"}
        trouble = sentence.units[before.last - 1].norm.partition(" ")[0] if before is not None and paired else ""
        joined = before is not None and sentence.units[before.last : phrase.first][:1]
        region = reader.grounder.lexicon.entries.get(phrase.term.iri)
        head = _TROUBLES.get(trouble) if joined and joined[0].joins else None
        if head is not None and region is not None:
            term = reader.grounder.condition_of(region, head)
            phrase = Phrase(term, CONDITION, phrase.first, phrase.last)
        shared.append(phrase)
    return shared


def _past_determiners(sentence: Sentence, index: int) -> int:
    while index < len(sentence.units) and sentence.units[index].cue("glue.determiners"):
        index += 1
    return index


def _names_anybody(sentence: Sentence, index: int) -> bool:
    entry = sentence.units[index].entry(REGION) if index < len(sentence.units) else None
    return entry is not None and entry.iri.endswith(_ANYBODY)


def _frees(sentence: Sentence, index: int) -> bool:
    """Say whether a region stands before "of" and what it is freed from."""
    units = sentence.units
    freed = index + 2 < len(units) and units[index + 1].norm == "of"
    return freed and (units[index].entry(REGION) is not None or units[index].norm == "body")


def _past_links(sentence: Sentence, index: int) -> int:
    """Pass over "of", "in", "people with" between a verb of effect and its objects."""
    units = sentence.units
    people = _past_determiners(sentence, index)
    if people < len(units) and units[people].cue("introducers", "people"):
        index = people  # "helps the patients going through menopause"
    if index and units[index - 1].norm.endswith(" for"):
        index = _past_persons(sentence, index)
    while index < len(units) and (
        units[index].norm in _LINKS
        or units[index].cue("introducers", "people")
        or units[index].cue("introducers", "having")
        or _is_mere_adjective(sentence, index)
    ):
        index += 1
    return index


def _past_persons(sentence: Sentence, index: int) -> int:
    """Pass over people who are named by what they do: "great for runners and office workers with tight hips"."""
    units = sentence.units
    for place in range(index, min(index + _PERSONS_REACH, len(units))):
        unit = units[place]
        persons = units[place - 2 if units[place - 1].norm == "who" else place - 1]
        if unit.cue("introducers", "having") and place > index and persons.text.casefold().endswith("s"):
            return place + 1
        if not (unit.is_plain or unit.joins or unit.norm == "who"):
            break
    return index


def _is_mere_adjective(sentence: Sentence, index: int) -> bool:
    """Say whether an adjective names nothing itself, as in "body and mind", "physical and mental balance"."""
    unit, following = sentence.units[index], sentence.units[index + 1 : index + 2]
    joined = any(one.joins and one.norm != "," for one in following)
    slows = unit.entry(CONDITION) is not None and any(one.entry(*GOOD) for one in following)  # "sluggish metabolism"
    return bool(unit.cue("glue.adjectives")) and not unit.entry(REGION) and not joined and not slows


def _is_summed_up(sentence: Sentence, phrase: Phrase, index: int) -> bool:
    """Say whether a list of what a region is made of follows it: "the whole body: arms, legs and core"."""
    sums_up = phrase.family == REGION and index + 1 < len(sentence.units) and sentence.units[index].norm in _SUMMING_UP
    return sums_up and sentence.units[index + 1].entry(REGION) is not None


def _past_general_noun(sentence: Sentence, index: int) -> int:
    """Pass over "all the muscles that twist you, including" before the objects themselves; else the same place."""
    units = sentence.units
    for place in range(index, min(index + _GENERAL_REACH, len(units) - 1)):
        unit = units[place]
        if unit.cue("glue.such_as"):
            named = any(one.norm in _PARTS or _announces(one) for one in units[index:place])
            return place + 1 if named else index
        if unit.cue("effect") or not (unit.is_word or unit.norm == ","):
            break
    return index


def _announces(unit: Unit) -> bool:
    """Say whether a noun announces conditions: "the effects of long sitting, such as …"."""
    return unit.cue("glue.heads") is not None or unit.norm.partition(" ")[0] in _ANNOUNCING


def _past_repeated(sentence: Sentence, start: int, index: int) -> int:
    """Pass over "and for" after the objects of "good for"; return the same place if it is not there."""
    units = sentence.units
    link = units[start - 1].norm.rpartition(" ")[2]
    place = index
    while place < len(units) and units[place].joins:
        place += 1
    repeated = index < place < len(units) - 1 and units[place].norm == link and units[place].cue("glue.prepositions")
    return place + 1 if repeated else index


def _past_range(sentence: Sentence, index: int) -> int:
    """Pass over "from", "all the way down to" and the like; return the same place if there is nothing of the kind."""
    units = sentence.units
    place = index
    while place < len(units) and (units[place].norm in _RANGING or units[place].cue("glue.adjectives")):
        place += 1
    ranges = any(unit.norm in _RANGING and unit.norm not in _RANGING_WEAKLY for unit in units[index:place])
    return place if ranges else index


def _fitted(prop: str, verb: Unit, phrases: Iterable[Phrase]) -> list[tuple[str, Phrase]]:
    named: Iterator[Phrase] = (
        phrase for phrase in phrases if not phrase.term.iri.endswith(_ILLNESS)
    )  # "cures all diseases"
    if _base(verb).endswith(_RISK):
        named = (phrase for phrase in named if phrase.term.kind != _INJURY)  # that of a careless practice
    if _base(verb).partition(" ")[0] in _RAISING:
        named = (phrase for phrase in named if not phrase.term.iri.endswith(_NO_GOOD_RAISED))
    if _base(verb) == "keep":
        named = (phrase for phrase in named if not phrase.term.iri.endswith(_ANYBODY))  # "keeps the mind quiet"
    if prop == "relieves":
        named = _after_conditions(named)
    if prop == "balances":
        named = (phrase for phrase in named if not phrase.term.iri.endswith(_ANYBODY[:1]))  # "balance the body on …"
    if prop in _DONE_TO_MUSCLES:
        named = (phrase for phrase in named if not phrase.term.iri.endswith(_ANY_MUSCLE))  # "strengthens muscles"
    if prop == "treats":
        no_object = (*_ANYBODY, *_UNTREATED)  # "good for body and mind", "helpful during pregnancy"
        if _base(verb).endswith(_DURING):
            no_object = (*no_object, _MENSTRUATION)
        named = (phrase for phrase in named if not phrase.term.iri.endswith(no_object))
    fitting = ((_fitting(prop, verb, phrase.family, is_organ=phrase.term.kind in _ORGANS), phrase) for phrase in named)
    return [(fit, phrase) for fit, phrase in fitting if fit is not None]


def _after_conditions(phrases: Iterable[Phrase]) -> Iterator[Phrase]:
    """Leave out good things behind conditions that get less: "reduces edema and sleep caused by inactivity"."""
    among = False
    for phrase in phrases:
        among = among or phrase.family == CONDITION
        if not among or phrase.family not in GOOD or phrase.term.iri.endswith(_NO_GOOD_RAISED):
            yield phrase


def _works(sentence: Sentence, phrase: Phrase, prop: str, verb: Unit) -> bool:
    """Say whether a verb too weak for a region acts on its work: "helps the functioning of the liver"."""
    if phrase.family != REGION or _fitting(prop, verb, REGION) is not None:
        return False
    return any(unit.norm in _WORKING for unit in sentence.units[phrase.first : phrase.last])


def _worded(prop: str, phrase: Phrase, verb: Unit, sentence: Sentence, reader: Reader) -> tuple[str, Term]:
    """Return what a verb does to what, where both are worded another way.

    "Aligns the spine" improves the alignment of the spine, "increases the strength of the calves" strengthens the
    calves, and "good for stress reduction" relieves stress.
    """
    of_mind = _VERBS_OF_MIND.get(_base(verb)) if phrase.term.iri.endswith(_MIND) else None
    if of_mind and (state := reader.grounder.named(of_mind, *GOOD)):
        return prop, state  # "clears the mind"
    function = _VERBS_OF_FUNCTION.get(_base(verb))
    region = reader.grounder.lexicon.entries.get(phrase.term.iri) if function and phrase.family == REGION else None
    if function and region:
        return prop, reader.grounder.function_of(region, function)
    if prop == "improves" and (energized := _energized(phrase, sentence, reader)):
        return "stimulates", energized
    if prop == "improves":
        return strengthened(prop, phrase, sentence, reader)
    following = sentence.units[phrase.last : phrase.last + 1]
    reduced = prop == "treats" and following and following[0].norm in _RELIEF
    return ("relieves" if reduced else prop), phrase.term


def _energized(phrase: Phrase, sentence: Sentence, reader: Reader) -> Term | None:
    """Return the region to which energy is given: "brings energy to the heart"; that of the heart is a function."""
    region, _, head = phrase.term.label.rpartition(" ")
    given = any(
        unit.norm == _ENERGY and following.norm == "to" for unit, following in pairwise(sentence.units[: phrase.last])
    )
    entry = reader.grounder.lexicon.named(region, REGION) if head == _ENERGY and given else None
    return term_of(entry) if entry is not None else None


def _fitting(prop: str, verb: Unit, kind: str, *, is_organ: bool = False) -> str | None:
    """Choose the property that fits the kind of object: one strengthens legs but improves digestion."""
    base = _base(verb)
    word = base.partition(" ")[0]
    if prop == "improves":
        return _fitting_improvement(base, word, kind)
    if prop in {"strengthens", "tones", "opens"} and kind != REGION:
        return "improves" if prop != "opens" or word in _ENLARGING else None
    if kind == "Limitation" or (prop == "relaxes" and kind == CONDITION):
        return "relieves"
    if prop == "treats" and kind == REGION and word in _USING:
        return None  # "a strap is used for the shoulders"
    if prop == "treats" and kind == REGION and word in _OF_CONDITIONS and base != word:
        return None  # "benefits for the body" says nothing, "benefits the lungs" and "benefits for focus" do
    if prop == "treats" and kind == REGION and not _POSES.isdisjoint(base.split()):
        return None  # "a good pose for the hips"
    if prop == "treats" and kind != CONDITION:
        return None if base == "help" and kind == REGION and not is_organ else "improves"
    if prop == "relieves" and kind != CONDITION:
        return "relieves" if word in _LESSENING or base in _LESSENING else None
    return prop


def _base(verb: Unit) -> str:
    """Return the base form of a verb of effect, with the words that belong to it."""
    return next(cue.base for cue in verb.cues if cue.role == "effect")


def _fitting_improvement(base: str, word: str, kind: str) -> str | None:
    """Verbs such as "give" say nothing of a region or a condition; of a condition that is improved one is relieved."""
    if kind == CONDITION and word in _CORRECTING:
        return "treats"
    if kind == REGION and base == _INCREASE_IN:
        return None  # "circulation increases in the legs"
    if kind == REGION and base in _BUILDING:
        return "strengthens"  # "builds the arches of the feet"
    if kind == CONDITION:
        says_nothing = (word in _WEAK and word not in _HELPING) or word in _RAISING
        return None if says_nothing else "relieves"  # "increases the stress on the knees" relieves nothing
    if kind == REGION and word in _WEAK and word not in _DEVELOPING and base not in {"help with", "aid in"}:
        return None
    return "improves"


def _circumstance(sentence: Sentence) -> str | None:
    """Return the words that tie a benefit to a long hold or to regular practice."""
    said = sentence.text.casefold()
    return next((name for phrase, name in _CIRCUMSTANCES.items() if phrase in said), None)


# -- passives, gains, nouns -----------------------------------------------------------------------


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
    for start in range(max(0, auxiliary - 40), auxiliary):
        phrases, after = reader.phrases(sentence, start, *_OBJECTS[prop], stop=auxiliary)
        if phrases and after >= auxiliary:
            return phrases[_of_other_clause(sentence, phrases, sentence.units[auxiliary]) :]
    return []


def _before_insertion(sentence: Sentence, comma: int) -> int:
    """Return the comma before which the subject ends: "the back of the body, from the heels up, is stretched"."""
    for place in range(comma - 1, max(0, comma - _INSERTED), -1):
        if sentence.units[place].norm == "," and sentence.units[place + 1].norm in _INSERTING:
            return place
    return comma


def _of_other_clause(sentence: Sentence, phrases: Sequence[Phrase], auxiliary: Unit) -> int:
    """Return how many phrases belong to the clause before.

    "While the head rests on the legs, the belly is …", "it is good for asthma and backache is relieved".
    """
    opening = sentence.units[phrases[0].first - 1] if phrases[0].first else None
    if opening is not None and opening.cue("effect") and auxiliary.norm == "is":
        return len(phrases) - 1
    return int(opening is not None and bool(opening.cue("glue.prepositions")) and is_mere_pair(sentence, phrases))


def _included(sentence: Sentence, verb: int, prop: str, reader: Reader) -> list[Phrase]:
    """Return the list that a passive sentence adds: "the body is stretched, including the back and shoulders"."""
    for place in range(verb + 1, len(sentence.units) - 1):
        if sentence.units[place].cue("glue.such_as") and sentence.units[place - 1].norm == ",":
            return reader.phrases(sentence, place + 1, *_OBJECTS[prop])[0]
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
    """Say whether a word may stand between "are" and a passive verb: "are especially stimulated"."""
    adverb = unit.is_plain and unit.norm.endswith("ly")
    return adverb or (unit.norm in _PASSIVE_LINKS and unit.norm != "be") or unit.cue("glue.adjectives") is not None


def _seat(sentence: Sentence, index: int) -> list[Phrase]:
    """Return the one region in which a condition lies: "relieves back pain and makes it more flexible"."""
    condition = sentence.units[index].entry(CONDITION)
    regions = condition.affects if condition is not None else ()
    region = sentence.lexicon.entries.get(regions[0]) if len(regions) == 1 else None
    return [Phrase(term_of(region), REGION, index, index + 1)] if region is not None else []


def _is_judged(sentence: Sentence, pronoun: int) -> bool:
    """Say whether "it" is the way of doing something, which is hard on others: "it is too strong for the neck"."""
    return any(
        unit.norm in _GAINED and following.norm == "for"
        for unit, following in pairwise(sentence.units[pronoun + 1 : pronoun + 5])
    )


def _is_rendered(sentence: Sentence, start: int) -> bool:
    """Say whether a verb of making stands before regions: "makes the legs …"."""
    return any(unit.text.casefold().split()[0] in _RENDERING for unit in sentence.units[max(0, start - 3) : start])


def _gains(sentence: Sentence, start: int, index: int, reader: Reader, *, rendered: bool = False) -> list[str]:
    """Return what a list of regions gets or becomes: "get a thorough stretch", "keeps the spine flexible"."""
    while index < len(sentence.units) and sentence.units[index].norm in _BEFORE_GAIN:
        index += 1
    rest = " ".join(unit.text.casefold() for unit in sentence.units[index : index + 7])
    rendered = rendered or _is_rendered(sentence, start)
    given = any(unit.text.casefold() in _GIVING for unit in sentence.units[max(0, start - 3) : start])
    match = (
        _GAINS.match(rest)
        or _BECOMES.match(rest)
        or (_RENDERED.match(rest) if rendered else None)
        or (_GIVEN.match(rest) if given else None)
    )
    found = match.group().split() if match else []
    if any(reader.grounder.lexicon.named(word, REGION) for word in found):
        return []  # "gives the shoulders a chest stretch"
    return [word for word in found if word in _GAINED]


def _opened(unit: Unit, nouns: frozenset[str], reader: Reader) -> Entry | None:
    """Return the region in the name of a kind of pose that opens it: "a deep shoulder opener"."""
    name, _, noun = unit.text.casefold().rpartition(" ")
    return reader.grounder.lexicon.named(name, REGION) if noun in nouns and name not in _FIGURATIVE else None


def _is_noun_of(sentence: Sentence, index: int) -> bool:
    """Say whether a unit names what is done to the region before it: "a deep hamstring stretch", "a hip opener"."""
    units = sentence.units
    if units[index].norm in _OPENERS:
        return True
    if units[index].norm != "stretch" or units[index].text.casefold() == "stretches":
        return False
    if not ends_phrase(sentence, index + 1):
        return False
    return index == 1 or any(_is_described(unit) for unit in units[max(0, index - 3) : index - 1])


def _is_described(unit: Unit) -> bool:
    return bool(unit.cue("glue.determiners") or unit.cue("glue.adjectives") or unit.norm in _STRETCH_ADJECTIVES)


def _is_stretch(sentence: Sentence, index: int) -> bool:
    """Say whether a unit is "stretch" as a noun: after a determiner or adjective."""
    if sentence.units[index].cue("stretch_noun.nouns") is None:
        return False
    before = sentence.units[index - 1]
    if _is_described(before) or before.cue("better") or (before.norm == "of" and _travels(sentence, index)):
        return True  # "a good stretch", "a long line of stretch runs up the side"
    place = index - 1  # "an excellent lateral stretch"
    while place and index - place < _ADJECTIVES_REACH and _is_plain_adjective(sentence.units[place]):
        place -= 1
    return place < index - 1 and (_is_described(sentence.units[place]) or _gives(sentence, place))


def _is_plain_adjective(unit: Unit) -> bool:
    return unit.is_plain and unit.text.isalpha() and unit.text.islower() and not unit.norm.endswith("ing")


def _travels(sentence: Sentence, index: int) -> bool:
    """Say whether a stretch goes through the body, or is felt: "the stretch continues via", "feel the stretch in"."""
    units = sentence.units
    return any(unit.cue("stretch_noun.verbs") for unit in units[index + 1 : index + 4]) or any(
        unit.norm in _FELT for unit in units[max(0, index - 4) : index]
    )


def _gives(sentence: Sentence, index: int) -> bool:
    """Say whether a verb of giving may end before a place: "gives vertical stretch"."""
    return any(unit.text.casefold() in _GIVING for unit in sentence.units[max(0, index - 1) : index + 1])


def _shares_regions(sentence: Sentence, index: int) -> bool:
    """Say whether a noun of opening shares its regions with a stretch: "the stretch and opening of the chest"."""
    units = sentence.units
    opens = units[index].norm.partition(" ")[0] in _OPENERS
    return index > 1 and opens and units[index - 1].joins and _is_stretch(sentence, index - 2)


def _is_linked(sentence: Sentence, index: int) -> bool:
    """Say whether the regions of a stretch follow: "a stretch to the spine", "a stretching pose for the legs"."""
    place = index + 1
    while place < len(sentence.units) and sentence.units[place].norm in _POSES:
        place += 1
    return place < len(sentence.units) and sentence.units[place].norm in _STRETCH_LINKS


def _stretched(sentence: Sentence, index: int, reader: Reader, *, anywhere: bool) -> Iterator[Phrase]:
    """Yield the regions after the prepositions of a sentence, or after the first alone."""
    units, opening = sentence.units, index
    while index < len(units):
        if not anywhere and index > opening and units[index].cue("stretch_noun.nouns"):
            return  # another stretch
        after = index
        if units[index].norm == "from" and index and units[index - 1].norm == ",":
            return  # "…, from the heels to the fingertips" only says how far
        if units[index].cue("glue.prepositions") or (anywhere and units[index].norm in _UPWARDS):
            phrases, after = reader.phrases(sentence, index + 1, REGION)
            yield from phrases
            if not phrases and not anywhere:
                return
            after = after if phrases else index
        index = max(after, index + 1)
