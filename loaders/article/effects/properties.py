"""Which property a verb of effect tells of which kind of thing: one strengthens legs, but improves digestion."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import pairwise

from yogakg.facts import Term
from yogakg.lexicon import Entry
from yogakg.loaders.article.context import Reader
from yogakg.loaders.article.coordination import CONDITION, GOOD, REGION, Phrase
from yogakg.loaders.article.recognition.grounding import term_of
from yogakg.loaders.article.recognition.mentions import Sentence, Unit
from yogakg.loaders.article.recognition.words import mapping, words

#: Kinds of object that each property may take. A kind that does not fit the property's meaning is
#: carried over to the property that says it (see ``fitted``).
OBJECTS: dict[str, tuple[str, ...]] = {
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
#: Regions and conditions too general to say much of, as ends of IRIs.
BODY_AND_MIND = ("/body", "/mind")
ANY_MUSCLE = "/muscle"
ILLNESS = ("/illness", "/health-condition", "/health-problem", "/health-issue", "/medical-condition")
#: Kinds of regions whose work is what a pose helps: "helps the liver".
ORGANS = frozenset({"Organ", "Gland", "BodySystem"})
#: Kinds of regions that are stretched if they are made longer: "lengthens the hamstrings".
_MUSCLES = frozenset({"Muscle", "MuscleGroup"})
#: Of these, the end of the IRI of the one that is a floor as well.
_PELVIC_FLOOR = "/pelvic-floor"
#: Words after a condition that name its end: "pain relief".
RELIEF = words("effect_words.relief")
#: "Benefit for", which says something of a condition and nothing of a region.
OF_CONDITIONS = words("effect_words.of_conditions")
_WEAK = words("effect_words.weak_verbs")
_HELPING = words("effect_words.helping_verbs")
_BUILDING = words("effect_words.building")
_RAISING = words("effect_words.raising")
_CORRECTING = words("effect_words.correcting")
_DEVELOPING = words("effect_words.developing_regions")
_LESSENING = words("effect_words.lessening_verbs")
_VERBS_OF_MIND = mapping("effect_words.verbs_of_mind")
_VERBS_OF_FUNCTION = mapping("effect_words.verbs_of_function")
_MOVEMENTS = words("effect_words.movements.nouns")
_ENLARGING = words("effect_words.enlarging")
_POSES = words("attribute_words.pose_nouns")
_USING = words("effect_words.using")
#: Ends of verbs that lessen a danger.
_RISK = tuple(words("effect_words.risk_of"))
_DONE_TOMUSCLES = frozenset({"stretches", "strengthens", "tones", "opens", "lengthens", "relaxes"})
#: The mind, as one clears it.
_MIND = ("/mind", "/head")
_WORKING = words("effect_words.working")
#: What is better low: "may increase the blood pressure" is no benefit.
NO_GOOD_RAISED = ("/blood-pressure", "/heart-rate", "/blood-sugar", "/cortisol-level", "/ageing")
#: What is good if it slows down.
SLOWED = ("/breathing", "/heart-rate", "/mind")
#: What a pose does to a region that gets more of something.
_GETTING_MORE = {"strength": "strengthens", "length": "lengthens"}
#: What no pose treats, as ends of IRIs.
_UNTREATED = tuple(sorted(words("effect_words.untreated")))


def names_body_or_mind(sentence: Sentence, index: int) -> bool:
    """Say whether the body or the mind as a whole is named at a place, which stands for somebody."""
    entry = sentence.units[index].entry(REGION) if index < len(sentence.units) else None
    return entry is not None and entry.iri.endswith(BODY_AND_MIND)


def is_muscle(term: Term) -> bool:
    """Say whether what is made longer is thereby stretched: the hamstrings, and not the spine or the pelvic floor."""
    return term.kind in _MUSCLES and not term.iri.endswith(_PELVIC_FLOOR)


def properties_of(unit: Unit) -> list[str]:
    """Return what a verb may do, by the kind of its object."""
    return list(dict.fromkeys(cue.value for cue in unit.cues if cue.role == "effect"))


def base_of(verb: Unit) -> str:
    """Return the base form of a verb of effect, with the words that belong to it."""
    return next(cue.base for cue in verb.cues if cue.role == "effect")


def fitted(prop: str, verb: Unit, phrases: Iterable[Phrase]) -> list[tuple[str, Phrase]]:
    """Return the things of which a verb says something, each with the property that it tells of it."""
    base = base_of(verb)
    too_general = _no_objects(prop, base)
    named: Iterable[Phrase] = (phrase for phrase in phrases if not phrase.term.iri.endswith(too_general))
    if base.endswith(_RISK):
        named = (phrase for phrase in named if phrase.term.kind != "Injury")  # that of a careless practice
    if prop == "relieves":
        named = _after_conditions(named)
    if prop == "compresses":
        named = (phrase for phrase in named if phrase.term.kind != "Nerve")  # a pressed nerve hurts
    if base == "slow the":
        return [("calms", phrase) for phrase in named if phrase.term.iri.endswith(SLOWED)]
    if prop == "lengthens":
        return [("stretches" if is_muscle(phrase.term) else prop, phrase) for phrase in named]
    fitting = ((_fitting(prop, verb, phrase.family, is_organ=phrase.term.kind in ORGANS), phrase) for phrase in named)
    return [(fit, phrase) for fit, phrase in fitting if fit is not None]


def _no_objects(prop: str, base: str) -> tuple[str, ...]:
    """Return the ends of the IRIs of what a verb says nothing of, being too general or no good."""
    ends = [*ILLNESS]  # "cures all diseases", "eases certain health conditions:"
    if base.partition(" ")[0] in _RAISING:
        ends += NO_GOOD_RAISED
    if base == "keep":
        ends += BODY_AND_MIND  # "keeps the mind quiet"
    if prop == "balances":
        ends += BODY_AND_MIND[:1]  # "balance the body on …"
    if prop in _DONE_TOMUSCLES:
        ends += [ANY_MUSCLE]  # "strengthens muscles"
    if prop == "relieves":
        ends += ["/bradycardia"]  # "reduces stress, slows heart rate"
    if prop == "treats":
        ends += [*BODY_AND_MIND, *_UNTREATED]  # "good for body and mind", "helpful during pregnancy"
        if base.startswith("used"):
            ends += ["/meditative-state"]  # "a seat that is used for meditation"
        if base.endswith(" during"):
            ends += ["/menstruation"]
    return tuple(ends)


def _after_conditions(phrases: Iterable[Phrase]) -> Iterator[Phrase]:
    """Leave out good things behind conditions that get less: "reduces edema and sleep caused by inactivity"."""
    among = False
    for phrase in phrases:
        among = among or phrase.family == CONDITION
        if not among or phrase.family not in GOOD or phrase.term.iri.endswith(NO_GOOD_RAISED):
            yield phrase


def _fitting(prop: str, verb: Unit, kind: str, *, is_organ: bool = False) -> str | None:
    """Choose the property that fits the kind of object: one strengthens legs but improves digestion."""
    base = base_of(verb)
    word = base.partition(" ")[0]
    if prop == "improves":
        return _fitting_improvement(base, word, kind, is_organ=is_organ)
    if prop in {"strengthens", "tones", "opens"} and kind != REGION:
        return "improves" if prop != "opens" or word in _ENLARGING else None
    if kind == "Limitation" or (kind == CONDITION and (prop == "relaxes" or base == "soothe")):
        return "relieves"
    if prop == "treats" and kind == REGION and word in _USING:
        return None  # "a strap is used for the shoulders"
    if prop == "treats" and kind != CONDITION and word == "use":
        return None  # "use it for balance"
    if prop == "treats" and kind == REGION and word in OF_CONDITIONS and base != word:
        return None  # "benefits for the body" says nothing, "benefits the lungs" and "benefits for focus" do
    if prop == "treats" and kind == REGION and not _POSES.isdisjoint(base.split()):
        return None  # "a good pose for the hips"
    if prop == "treats" and kind != CONDITION:
        return None if base == "help" and kind == REGION and not is_organ else "improves"
    if prop == "relieves" and kind != CONDITION:
        return "relieves" if word in _LESSENING or base in _LESSENING else None
    return prop


def _fitting_improvement(base: str, word: str, kind: str, *, is_organ: bool) -> str | None:
    """Choose the property of a verb of improving.

    Verbs such as "give" say nothing of a region or a condition; of a condition that is improved one is relieved.
    """
    if kind == CONDITION and word in _CORRECTING:
        return "treats"
    if kind == REGION and base == "increase in":
        return None  # "circulation increases in the legs"
    if kind == REGION and base in _BUILDING:
        return "strengthens"  # "builds the arches of the feet"
    if kind == CONDITION:
        says_nothing = (word in _WEAK and word not in _HELPING) or word in _RAISING
        return None if says_nothing else "relieves"  # "increases the stress on the knees" relieves nothing
    weak = word in _WEAK and word not in _DEVELOPING and base not in {"help with", "aid in"}
    if kind == REGION and weak and not (base == "work on" and is_organ):
        return None  # "works on the hips" says nothing, "works on the liver" that it works better
    return "improves"


def acts_on_work(sentence: Sentence, phrase: Phrase, prop: str, verb: Unit) -> bool:
    """Say whether a verb too weak for a region acts on its work: "helps the functioning of the liver"."""
    if phrase.family != REGION or _fitting(prop, verb, REGION) is not None:
        return False
    return any(unit.norm in _WORKING for unit in sentence.units[phrase.first : phrase.last])


def worded(prop: str, phrase: Phrase, verb: Unit, sentence: Sentence, reader: Reader) -> tuple[str, Term]:
    """Return what a verb does to what, where both are worded another way.

    "Aligns the spine" improves the alignment of the spine, "increases the strength of the calves" strengthens the
    calves, and "good for stress reduction" relieves stress.
    """
    of_mind = _VERBS_OF_MIND.get(base_of(verb)) if phrase.term.iri.endswith(_MIND) else None
    if of_mind and (state := reader.grounder.named(of_mind, *GOOD)):
        return prop, state  # "clears the mind"
    function = _VERBS_OF_FUNCTION.get(base_of(verb))
    region = reader.grounder.lexicon.entries.get(phrase.term.iri) if phrase.family == REGION else None
    if function and region:
        return prop, reader.grounder.function_of(region, function)
    moved = sentence.units[phrase.last : phrase.last + 1]
    if prop == "improves" and region and any(unit.norm in _MOVEMENTS for unit in moved):
        return prop, reader.grounder.function_of(region, moved[0].text)  # "improves hip extension"
    if prop == "improves" and (energized := _energized(phrase, sentence, reader)):
        return "stimulates", energized
    if prop == "improves":
        return strengthened(prop, phrase, sentence, reader)
    following = sentence.units[phrase.last : phrase.last + 1]
    reduced = prop == "treats" and following and following[0].norm in RELIEF
    return ("relieves" if reduced else prop), phrase.term


def _energized(phrase: Phrase, sentence: Sentence, reader: Reader) -> Term | None:
    """Return the region to which energy is given: "brings energy to the heart"; that of the heart is a function."""
    region, _, head = phrase.term.label.rpartition(" ")
    given = any(
        unit.norm == "energy" and following.norm == "to" for unit, following in pairwise(sentence.units[: phrase.last])
    )
    entry = reader.grounder.lexicon.named(region, REGION) if head == "energy" and given else None
    return term_of(entry) if entry is not None else None


def strengthened(prop: str, phrase: Phrase, sentence: Sentence, reader: Reader) -> tuple[str, Term]:
    """Return a property and its object.

    Where the strength of a region gets better the region is strengthened, and lengthened where its length does.
    """
    if prop == "improves" and phrase.family == GOOD[0]:
        for head, does in _GETTING_MORE.items():
            if (region := _region_of(sentence, phrase, head, reader)) is not None:
                return does, term_of(region)
    return prop, phrase.term


def _region_of(sentence: Sentence, phrase: Phrase, noun: str, reader: Reader) -> Entry | None:
    """Return the region whose strength or length a phrase names: "great strength in the calves", "core strength"."""
    units = sentence.units[phrase.first : phrase.last]
    opening = next((unit for unit in units if not (unit.is_plain or unit.cue("glue.determiners"))), units[0])
    name, _, head = phrase.term.label.rpartition(" ")
    if head != noun:
        return None  # "the strength and flexibility of the feet" are two functions
    if opening.norm.startswith(noun) and len(units) > 1:
        return units[-1].entry(REGION)
    spoken = " ".join(unit.norm for unit in units if not unit.cue("glue.determiners"))
    if (told := reader.grounder.lexicon.named_folded(spoken.removesuffix(f" {noun}"), REGION)) is not None:
        return told  # "lower back strength" is a name of that of the back
    return reader.grounder.lexicon.named(name, REGION) or reader.grounder.region_of_adjective(name)
