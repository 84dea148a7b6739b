"""What a sentence tells the reader to do, or how the pose is held, which is no effect of it."""

from __future__ import annotations

from itertools import pairwise

from yogakg.loaders.article.context import Passage
from yogakg.loaders.article.coordination import REGION, Phrase
from yogakg.loaders.article.effects.clauses import UPON, orders, tells_effects
from yogakg.loaders.article.effects.properties import base_of
from yogakg.loaders.article.recognition.mentions import Sentence, Unit
from yogakg.loaders.article.recognition.words import words

_PRACTISING = words("effect_words.practising")
_SUBORDINATING = words("effect_words.subordinating")
_STEADYING = words("effect_words.steadying")
_MOVING = words("effect_words.moving")
#: The limbs, as ends of IRIs.
_LIMBS = ("/arm", "/leg")
#: Parts of the limbs that are pressed somewhere, and words for where.
_PRESSED = (
    "/arm",
    "/leg",
    "/thigh",
    "/knee",
    "/foot",
    "/heel",
    "/hand",
    "/palm",
    "/forearm",
    "/elbow",
    "/toe",
    "/shin",
    "/inner-thigh",
)
_STRAIGHTEN = "straighten"
_LINING_UP = frozenset({"align", "realign"})
_OF_HEAD = ("/chin", "/forehead", "/head", "/cheek", "/face")
_PRESSED_TO = frozenset({"down", "together", "into", "against", "onto"})
_HOLDING = words("effect_words.holding")
_CONVEYING = words("effect_words.conveying")
_WEIGHT = "/weight-control"
_BEARING = _CONVEYING | {"support", "lift", "raise", "give", "bring", "balance", "keep"}
_PRESSING = words("effect_words.pressing")
_DOABLE = words("effect_words.doable")
_REMINDING = words("effect_words.reminding")
#: Verbs of staying in the pose, words before them, and what one does the while.
_STAYING = words("holds.staying")
_STAYING_REACH = 3
_LETTING_GO = frozenset({"relaxes", "softens", "calms"})
#: Verbs by which something is asked of somebody.
OBLIGING = frozenset({"should", "must"})
_BREATHE = frozenset({"inhale", "exhale", "breathe in", "breathe out"})
#: Words that open the next step.
_NEXT = words("effect_words.opening_steps")
_FOCUSING = ["focus", "on"]
_LEAVING = words("effect_words.leaving")
_FORBIDDING = ("do not", "don't", "never", "avoid")
#: Where a sentence that forbids something may go on with an effect: "Do not skip this pose: it …".
_GOING_ON = frozenset({":", ";", "it"})
#: Sections in which the reader is told what to do, words between what is promised and the pose, and units of its name.
_STEPS = frozenset({"steps", "modifications", "variations", "preparation"})
_WITH = frozenset({"with", "through"})
_POSES = words("attribute_words.pose_nouns")
_NAMED_REACH = 4
#: Units behind the comma of "To help balance, the toes of one foot should …" that name what is placed.
_PLACED_REACH = 3


def instructs(passage: Passage) -> bool:
    """Say whether an effect is not the pose's: that of a movement ("Inhale to lengthen …"), or of all yoga."""
    opening = passage.sentence.units[0]
    if opening.norm == "yoga":
        return True  # what all yoga does
    if promises(passage):
        return False
    if _is_for_placing(passage.sentence):
        return True
    if tells_effects(passage):
        return _is_held_so(passage.sentence)
    if opening.norm in _SUBORDINATING or opening.cue("introducers", "conditional"):
        following = (unit for mark, unit in pairwise(passage.sentence.units) if mark.norm in {",", ":"})
        # "If the back rounds, bend the knees to lengthen the spine", "When you are ready, soften the jaw"
        return any(orders(unit) or _may_order(unit) or unit.text.casefold() in _REMINDING for unit in following)
    forbids = opening.norm.startswith(_FORBIDDING) and not passage.sentence.worded(_GOING_ON)
    if _reminds(passage.sentence) or forbids:
        return True  # "Remember to relax the jaw"
    return opens_with_order(passage.sentence) and opening.norm not in _PRACTISING


def promises(passage: Passage) -> bool:
    """Say whether an order to the body is a promise of the pose: "Open your hips with this gentle backbend"."""
    units = passage.sentence.units
    if passage.section in _STEPS or not any(unit.cue("effect") for unit in units[:1]):
        return False
    for place in range(1, len(units) - 1):
        if units[place].norm in _WITH and units[place + 1].norm == "this":
            named = units[place + 2 : place + 2 + _NAMED_REACH]
            nouns = (at for at, unit in enumerate(named) if unit.norm in _POSES or unit.entry("PoseCharacteristic"))
            noun = next(nouns, None)
            return noun is not None and all(unit.is_word and not unit.joins for unit in named[:noun])
    return False


def opens_with_order(sentence: Sentence) -> bool:
    """Say whether a sentence opens by telling the reader what to do with the body: "Press …", "Soften …"."""
    return orders(sentence.units[0]) or _may_order(sentence.units[0])


def _is_for_placing(sentence: Sentence) -> bool:
    """Say whether a sentence tells for what a part of the body is placed: "To help balance, the toes should …"."""
    units = sentence.units
    comma = next((place for place, unit in enumerate(units) if unit.norm == ","), len(units))
    placed = any(unit.entry(REGION) for unit in units[comma + 1 : comma + 1 + _PLACED_REACH])
    return units[0].norm == "to" and placed and any(unit.norm in OBLIGING for unit in units[comma + 1 :])


def _is_held_so(sentence: Sentence) -> bool:
    """Say whether a sentence tells even among effects how the pose is held.

    "Press the palms against the floor", "Firm up the calves to keep the legs steady".
    """
    opening, units = sentence.units[0], sentence.units
    if opening.norm.partition(" ")[0] == "in" and opening.cue("introducers", "conditional") and " " in opening.norm:
        ordered = (unit for mark, unit in pairwise(units) if mark.norm in {",", ":"})
        return any(orders(unit) and unit.norm not in _PRACTISING for unit in ordered)  # "In case of difficulty, …"
    if _reminds(sentence) or _tells_step(sentence) or _breathes(sentence):
        return True
    cue = opening.cue("effect")
    if cue is None or opening.text.split()[0].casefold() != cue.base.split()[0]:
        return False
    if cue.base in _PRESSING:
        return True
    aims = (place for place, unit in enumerate(units[:-1]) if unit.norm == "to" and place > 1)
    purpose = next(aims, None)
    return purpose is not None and units[purpose + 1].text.casefold().split()[0] in _HOLDING and _may_be_done(cue.base)


def _reminds(sentence: Sentence) -> bool:
    """Say whether a sentence opens by reminding of how the pose is done: "Remember to …", "Focus on lifting …"."""
    opening = [unit.text.casefold() for unit in sentence.units[:2]]
    return opening[0] in _REMINDING or opening == _FOCUSING


def _breathes(sentence: Sentence) -> bool:
    """Say whether a sentence opens with an order to breathe for a movement: "Inhale to lengthen the spine"."""
    opening, following = sentence.units[0], sentence.units[1:2]
    return opening.text.casefold() in _BREATHE and any(unit.norm in {"to", "and", ","} for unit in following)


def _tells_step(sentence: Sentence) -> bool:
    """Say whether a clause of time or of leaving the pose opens a sentence that goes on with an order.

    "As you exhale, stretch the legs", "To come out, relax the thighs", "Next, lengthen the tailbone".
    """
    units = sentence.units
    if units[0].norm in _NEXT and any(orders(unit) and unit.norm not in _PRACTISING for unit in units[1:3]):
        return True
    comma = next((place for place, unit in enumerate(units) if unit.norm in {",", ":"}), len(units) - 1)
    opening, following = units[:comma], units[comma + 1 : comma + 2]
    if following and following[0].text.casefold().endswith("ing"):  # "As you exhale, keeping the back long, stretch …"
        comma = next((place for place in range(comma + 1, len(units)) if units[place].norm == ","), len(units))
        following = units[comma + 1 : comma + 2]
    if units[0].norm not in _SUBORDINATING or not any(orders(unit) or _may_order(unit) for unit in following):
        return False
    leaves = any(not _LEAVING.isdisjoint(unit.text.casefold().split()) for unit in opening[1:3])
    timed = units[0].norm != "for" and any("you" in unit.text.casefold().split() for unit in opening)
    return (leaves or timed) and not any(unit.norm in _PRACTISING for unit in following)


def _may_order(unit: Unit) -> bool:
    """Say whether a verb of effect in its base form may be an order: "soften", "open"."""
    cue = unit.cue("effect")
    if cue is None:
        return False
    word = unit.text.casefold()
    spelt = word == cue.base or (unit.norm == cue.base and word.endswith("e"))  # "energise"
    return spelt and _may_be_done(cue.base)


def _may_be_done(base: str) -> bool:
    """Say whether a verb of effect may also be done by the reader: "firm up", "stretch", "open"."""
    return base.split()[0] in _DOABLE


def is_aim_of_order(sentence: Sentence, index: int) -> bool:
    """Say whether a good thing is what an order is for that opens a sentence, and is not to practise the pose."""
    opening = sentence.units[0]
    if opening.norm in _PRACTISING or not any(unit.norm == "for" for unit in sentence.units[:index][-2:]):
        return False
    return orders(opening) or opening.text.casefold() in _STEADYING


def is_done_staying(sentence: Sentence, index: int) -> bool:
    """Say whether a participle is what the reader does while staying in the pose: "Hold it here, relaxing the face"."""
    units = sentence.units
    cue = units[index].cue("effect")
    stays = any(unit.text.casefold() in _STAYING for unit in units[:_STAYING_REACH])
    return stays and cue is not None and cue.value in _LETTING_GO and orders(units[0])


def is_moved(sentence: Sentence, verb: int, phrase: Phrase) -> bool:
    """Say whether a limb is only put somewhere.

    "You can stretch your arms in front of you", "squeezes the knees together", "pressing on the elbows".
    """
    unit = sentence.units[verb]
    following = sentence.units[phrase.last : phrase.last + 1]
    if any(cue.base == _STRAIGHTEN for cue in unit.cues if cue.role == "effect") and phrase.term.iri.endswith(_PRESSED):
        return True  # "straightening the legs"
    if unit.cue("effect", "compresses") and phrase.term.iri.endswith(_PRESSED):
        leans = unit.norm.endswith("ing") and any(one.norm in UPON for one in sentence.units[verb + 1 : verb + 2])
        return leans or any(one.norm in _MOVING | _PRESSED_TO for one in following)  # "presses the forearms down"
    if unit.text.casefold().endswith("s") or not unit.cue("effect", "stretches"):
        return False
    directed = any(one.norm in _MOVING or (one.entry("Gaze") and not one.entry(REGION)) for one in following)
    return directed and phrase.term.iri.endswith(_LIMBS)


def is_placed(sentence: Sentence, verb: int) -> bool:
    """Say whether a passive verb tells where a limb is put, or the weight.

    "The legs are extended to the side", "the weight is balanced on the hands".
    """
    cue, following = sentence.units[verb].cue("effect"), sentence.units[verb + 1 : verb + 2]
    if cue is None or not following:
        return False
    where = following[0].norm
    extended = cue.base == "extend" and (where in _MOVING or where.partition(" ")[0] == "to")
    extended = extended or (
        cue.base == "stretch" and (where in _MOVING or where == "back") and _moves_limb(sentence, verb)
    )
    if cue.base in _LINING_UP and where in {"with", "over", "under"}:
        return True  # "the knee is aligned with the ankle"
    weighs = where == "by" and any(unit.norm == "weight" for unit in sentence.units[:verb])
    return extended or (cue.value == "balances" and (where in UPON or weighs))


def _moves_limb(sentence: Sentence, verb: int) -> bool:
    """Say whether arms or legs are what a passive verb moves: "the legs are stretched back"."""
    region = sentence.units[verb - 2].entry(REGION) if verb > 1 else None
    return region is not None and region.iri.endswith(_LIMBS)


def is_pressed_somewhere(sentence: Sentence, verb: int, phrase: Phrase) -> bool:
    """Say whether a passive verb only tells where a limb or the head is put: "the chin is pressed to the chest"."""
    following = sentence.units[verb + 1 : verb + 2]
    where = any(unit.norm in _PRESSED_TO | {"to"} for unit in following)
    return where and phrase.term.iri.endswith((*_PRESSED, *_OF_HEAD))


def is_conveyed(sentence: Sentence, phrase: Phrase, verb: Unit) -> bool:
    """Say whether a state of mind or the weight is only taken somewhere.

    "Directs the awareness toward the spine", "the body weight is carried by the arms".
    """
    named = sentence.units[phrase.first : phrase.last]
    if phrase.term.iri.endswith(_WEIGHT):
        return base_of(verb) in _BEARING
    return base_of(verb) in _CONVEYING and any(unit.entry("MentalState") for unit in named)
