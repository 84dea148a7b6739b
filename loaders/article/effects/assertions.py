"""Whether a verb asserts an effect, and one that the pose has: no order, no noun, and no doing of somebody else's."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from yogakg.loaders.article.context import Passage
from yogakg.loaders.article.coordination import REGION
from yogakg.loaders.article.effects.clauses import UPON, is_adverb, is_noun_use, opens_with_reason, tells_effects
from yogakg.loaders.article.effects.disputes import is_disputed
from yogakg.loaders.article.effects.instructions import OBLIGING, is_done_staying, promises
from yogakg.loaders.article.effects.properties import OF_CONDITIONS
from yogakg.loaders.article.recognition.cues import Cue
from yogakg.loaders.article.recognition.mentions import Sentence, Unit
from yogakg.loaders.article.recognition.words import words

_BEFORE_BASE = words("effect_words.before_base")
_OPENING_CHAIN = words("effect_words.opening_chain")
_AUXILIARIES = words("effect_words.auxiliaries")
_LINKS = words("effect_words.links")
_POSES = words("attribute_words.pose_nouns")
#: Parts of phrases that tell an effect wherever they stand.
_WHOLE = words("effect_words.whole")
_SUBJECTS = words("forms.subjects")
POINTING = frozenset({"this", "that"})
#: Pronouns of persons, before whose verbs no effect is told.
_WHO = frozenset({"who", "you", "they", "we"})
#: Words after which a form in -s is a verb, though they may be cues of determiners.
_NO_DETERMINERS = frozenset({"both", "you", "us", "people"})
_SUBORDINATING = words("effect_words.subordinating")
_ARTICLES = frozenset({"the", "a", "an"})
_THIRD_PERSONS = frozenset({"he", "she"})
_ONLY_TOLD = words("effect_words.only_told")
#: The verb of "use it for", by which props are meant as well where no effects are told.
_USE = "use "
#: Words by which the pose itself is named as the doer.
_OF_POSE = frozenset({"it", "this", "practicing", "doing"}) | _POSES
_RELATIVES = ("which ", "that ")
_BEFORE_SUBJECT = frozenset({"the", "these", "both"})
#: Units of the longest subject that opens a sentence.
_SUBJECT_REACH = 7
_STEADYING = words("effect_words.steadying")
_HARD_TO = words("effect_words.hard_to") | words("effect_words.demanding")
_MODALS = words("coordination.modals")
_ASSISTANTS = words("effect_words.assistants")
_OBLIGING_TO = [["need", "to"], ["have", "to"], ["want", "to"], ["try", "to"]]
_BREATHING = ("exhal", "inhal")
#: Units before a verb in which it is said whose doing it is.
_ASKING_REACH = 4
_OTHER_DOERS = words("effect_words.other_doers")
_BABIES = words("effect_words.babies")
#: Units at the head of a sentence, one of which may be another doer.
_DOER_REACH = 3
_NEIGHBOURING = words("effect_words.neighbouring")
#: Words between a muscle and what it does.
_HELPING_TO = frozenset({"help", "to", "also"})
_COMPARING = words("effect_words.comparing")
_MUSCLES = frozenset({"Muscle", "MuscleGroup"})
_SAYING = words("effect_words.saying")
_MANY = words("effect_words.of_all")
#: Words of "the practice of yoga", "doing yoga regularly", and the ones that tell it.
_OF_PRACTICE = words("effect_words.practice_of_yoga")
_PRACTICE = _OF_PRACTICE | words("effect_words.before_yoga")
_ASANAS = frozenset({"asanas", "poses", "postures"})
#: Units between "many" and "poses".
_MANY_REACH = 4
#: Words before "many poses" by which the pose is one of them or unlike them.
_AMONG = frozenset({"of", "the", "like", "unlike", "as", "than", "among", "amongst", "with", "in"})


def asserts_effect(passage: Passage, index: int, *, chained: bool) -> bool:
    """Tell an assertion from an imperative ("stretch your arms up") and from a noun ("these stretches").

    ``chained`` says that an effect is asserted before it in the sentence.
    """
    sentence = passage.sentence
    unit = sentence.units[index]
    cue = unit.cue("effect")
    if cue is None or unit.entry("Pose"):
        return False
    if unit.norm == "against" and any(before.cue("advice", "avoid") for before in sentence.units[:index]):
        return False
    if is_disputed(sentence, index):
        return False
    telling = tells_effects(passage) or promises(passage)
    if _is_whole_assertion(unit.norm):
        return telling or not (unit.norm in _ONLY_TOLD or cue.base.startswith(_USE))
    if _is_of_all_yoga(sentence, index) or _is_of_other_doer(sentence, index):
        return False
    if cue.form == "ing" and cue.base in _STEADYING and not telling:
        return False  # "breathing deeply and maintaining alignment" is how the pose is held
    if _gives_reason(sentence, index):
        return False
    if cue.form == "ed" or _is_turned(unit, cue, sentence.units[index + 1 : index + 3]):
        return False
    before = sentence.units[index - 1] if index else None
    if unit.cue("introducers", "having") and _is_of_persons(sentence, index):
        return False  # "those dealing with stress", "if you deal with pain"
    if cue.form == "ing" and not telling and is_done_staying(sentence, index):
        return False  # "Stay there, relaxing the face"
    if cue.form == "ing":
        return telling if before is None else _may_stand_before_participle(before)
    word = unit.text.split()[0].casefold()
    if before is not None and before.text.casefold() in _ARTICLES and cue.form == "base":
        return False  # "the shape of the calves"
    if cue.form == "base" and _ends_noun_phrase(sentence, index):
        return False  # "gives the calves a mild stretch and calms …"
    if before is not None and before.norm in _THIRD_PERSONS:
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


def _ends_noun_phrase(sentence: Sentence, index: int) -> bool:
    """Say whether a word is a noun after an article and adjectives: "a mild stretch"."""
    place = index - 1
    while place > 0 and sentence.units[place].cue("glue.adjectives"):
        place -= 1
    return 0 <= place < index - 1 and sentence.units[place].text.casefold() in _ARTICLES


def _is_turned(verb: Unit, cue: Cue, following: Sequence[Unit]) -> bool:
    """Say whether the word after a verb of effect turns what it says into something else."""
    word = following[0].norm if following else ""
    return (
        (
            cue.base in OF_CONDITIONS and (word in _LINKS or word == ",")
        )  # "Benefits to the brain" names and tells nothing
        or (cue.value == "compresses" and word == "against")  # "pressing against the wall"
        or (cue.value == "balances" and word in {"on", "upon", "of"})  # "the practitioner balances on the head"
        or (verb.norm.endswith(" up") and word == "in")  # "the pressure that builds up in the belly"
        or (cue.base == "bring" and word == "up")  # "it may bring up emotions"
        or (cue.base == "work" and _is_on(following))  # "works directly on the belly"
        or (cue.base in _SAYING and word == "that")  # "adding that good balance …"
    )


def _is_on(following: Sequence[Unit]) -> bool:
    """Say whether a preposition and not an object follows a verb, with an adverb or without: "directly on"."""
    return any(unit.norm in UPON for unit in following) and not following[0].entries


def _is_whole_assertion(phrase: str) -> bool:
    """Say whether a phrase tells an effect wherever it stands: "relief from", "good for", "calming effect on"."""
    return phrase == "against" or phrase.endswith((" of", " such as", " including")) or any(p in phrase for p in _WHOLE)


def _may_stand_before_participle(before: Unit) -> bool:
    """Say whether a form in -ing after a word may be a verb: "by stretching", and not "the stretching"."""
    return before.norm != "of" and (not before.cue("glue.determiners") or before.norm in {"all", "both"})


def _makes_noun(before: Unit) -> bool:
    """Say whether a word makes a noun of the form in -s after it: "these stretches", "3 stretches"."""
    if before.norm in _NO_DETERMINERS:
        return False  # "both soothes and energizes", "with the arms behind you corrects"
    return bool(before.cue("glue.determiners") or before.cue("glue.prepositions") or before.norm.isdigit())


def _asserts_base_form(sentence: Sentence, index: int, *, telling: bool) -> bool:
    """Say whether a verb in its base form, which may be an order, asserts an effect: "can relieve", "they stretch"."""
    place = index - 1
    while place > 0 and (is_adverb(sentence.units[place]) or sentence.units[place].norm == ":"):
        place -= 1  # "can properly relieve", "can even aid", "is known to: relieve"
    before, unit = sentence.units[place], sentence.units[index]
    if place and before.text.casefold() == "does" and sentence.units[place - 1].norm in _OF_POSE:
        return not sentence.text.rstrip().endswith("?")  # "it does stretch the calves"
    instructs = unit.cue("imperative") or unit.cue("advice")
    if before.norm == "," and instructs and sentence.units[0].norm in _SUBORDINATING:
        return False  # "To deepen the stretch, straighten the leg"
    if not telling and unit.norm in _ONLY_TOLD:
        return False  # "press down to work the legs"
    if _is_declared(sentence, index):
        return True
    if telling and place == 0 and before.norm == "they":
        return True  # "They strengthen the legs", of a list of what the pose does
    if telling and (before.norm in _SUBJECTS or before.entry("Pose") or before.norm.endswith("asana")):
        return True  # "The pose strengthen the legs"
    if before.joins and is_noun_use(sentence, index):
        return False  # "coordination, balance, and flexibility"
    if telling and before.norm.startswith(_RELATIVES) and before.norm.rpartition(" ")[2] in _BEFORE_BASE:
        return True  # "which may aid digestion"
    if before.norm in _BEFORE_BASE or before.norm.endswith(" to") or before.cue("hedges"):
        return telling or before.norm not in {"and", "or", ",", "&"} or _goes_on_chain(sentence, index)
    if before.norm == "is" and _tells_what_it_does(sentence, place):
        return True
    if before.norm == "you" and telling:
        return True
    if before.norm == "you" or before.cue("introducers", "people"):
        return any(unit.norm == "help" for unit in sentence.units[max(0, index - 3) : index])
    return telling and before.cue("glue.adjectives") is not None


def _tells_what_it_does(sentence: Sentence, stop: int) -> bool:
    """Say whether a clause before a place asks what the pose does: "What it does for you is open the chest"."""
    does = any(unit.text.casefold() in {"does", "will do"} for unit in sentence.units[:stop])
    return does and sentence.units[0].norm == "what"


def _is_declared(sentence: Sentence, index: int) -> bool:
    """Say whether a plural subject opens the sentence: "The legs of this pose stretch the hips", "The arms open …"."""
    units = sentence.units
    if units[0].norm not in _BEFORE_SUBJECT or not 1 < index < _SUBJECT_REACH:
        return False
    if units[index].cue("effect", "compresses"):
        return False  # "The legs press the floor"
    subject = units[1:index]
    if any(unit.joins or not unit.is_word or unit.cue("effect") or unit.norm in _WHO for unit in subject):
        return False
    plural = subject[0].text.casefold().endswith("s") or any(unit.text.casefold().endswith("s") for unit in subject[:2])
    following = units[index + 1 : index + 2]
    takes = bool(following) and bool(following[0].cue("glue.determiners") or following[0].entry(REGION))
    return plural and takes and not _is_cue(sentence, index)


def _is_cue(sentence: Sentence, index: int) -> bool:
    """Say whether a verb tells the reader what to do with a part of the body: "press your heels"."""
    return index + 1 < len(sentence.units) and sentence.units[index + 1].text.casefold() == "your"


def _goes_on_chain(sentence: Sentence, index: int) -> bool:
    """Say whether a verb in its base form goes on a chain that began with "to", "helps" or "can"."""
    return any(unit.norm in _OPENING_CHAIN for unit in sentence.units[max(0, index - 8) : index])


def _is_asked(sentence: Sentence, index: int, *, telling: bool) -> bool:
    """Say whether an effect is asked of somebody, hard for somebody, or done by somebody.

    "It is important to maintain balance", "find it hard to open the groins", "too stiff to open the hips",
    "the teacher may press the hips",
    and where no effects are told "you should stretch the spine", "with each exhale you can relax the neck".
    """
    before = sentence.units[max(0, index - _ASKING_REACH) : index]
    spoken = [word for unit in before for word in unit.text.casefold().split()]
    if "to" in spoken[-1:] and ("too" in spoken[-3:-2] or not _HARD_TO.isdisjoint(spoken[-2:])):
        return True
    modal = spoken[-1:] and spoken[-1] in _MODALS
    if modal and len(before) > 1 and before[-2].norm in _ASSISTANTS:
        return True
    if telling or "you" not in spoken[-3:]:
        return False
    breathes = any(unit.norm.startswith(_BREATHING) for unit in sentence.units[:index])
    return spoken[-1] in OBLIGING or spoken[-2:] in _OBLIGING_TO or (bool(modal) and breathes)


def _gives_reason(sentence: Sentence, index: int) -> bool:
    """Say whether a verb stands in a reason that opens the sentence and is no doing of the pose's.

    "Because the piriformis presses on the nerve, …"; but "Because it opens the chest, …".
    """
    units = sentence.units
    if not opens_with_reason(sentence) or any(unit.norm in _OF_POSE or unit.entry("Pose") for unit in units[1:3]):
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
    units = sentence.units
    if _is_of_many_poses(sentence, index) or _opens_with_yoga(sentence, index):
        return True
    while index and (units[index - 1].norm == "help" or units[index - 1].norm in _MODALS):
        index -= 1
    if not index or units[index - 1].norm != "yoga":
        return False
    before = units[index - 2] if index > 1 else None
    return before is None or not before.is_word or before.joins or before.norm == "that"


def _opens_with_yoga(sentence: Sentence, index: int) -> bool:
    """Say whether the practice of yoga is the subject of all that a clause tells: "practicing yoga may ease …"."""
    units = sentence.units
    for place in (place for place, unit in enumerate(units[:index]) if unit.norm == "yoga"):
        opening = place
        while opening and (units[opening - 1].norm in _PRACTICE or units[opening - 1].cue("glue.determiners")):
            opening -= 1
        practised = any(unit.norm in _OF_PRACTICE for unit in units[opening:place])
        begins = opening == 0 or units[opening - 1].norm in {",", ":", "that"}
        told = any(unit.norm in _MODALS or unit.cue("effect") for unit in units[place + 1 : place + 2])
        if practised and begins and told:
            return not any(unit.norm in _OF_POSE or unit.entry("Pose") for unit in units[place + 1 : index])
    return False


def _is_of_many_poses(sentence: Sentence, index: int) -> bool:
    """Say whether the doer of an effect is many poses: "many (if not most) asanas aid digestion"."""
    units = sentence.units
    for place in (place for place, unit in enumerate(units[:index]) if unit.text.casefold() in _ASANAS):
        many = [one for one in range(max(0, place - _MANY_REACH), place) if units[one].text.casefold() in _MANY]
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
        return not _goes_on_with_pose(before)
    if commas == 1 and units[0].norm in _SUBORDINATING:  # "When somebody is pregnant, the weight of the baby …"
        comma = next(place for place, unit in enumerate(before) if unit.norm == ",")
        before, commas = before[comma + 1 :], 0
    if any(unit.norm in _NEIGHBOURING and following.norm in _POSES for unit, following in pairwise(before)):
        return commas <= 2 and not any(unit.norm in POINTING for unit in before)
    if commas:
        return _goes_on_with_other(sentence, index)
    muscle = len(before) > 1 and (region := before[1].entry(REGION)) is not None and region.kind in _MUSCLES
    if muscle and before[0].norm == "the" and all(unit.norm in _HELPING_TO for unit in before[2:]):
        return len(before) > 2
    others = any(unit.norm in _OTHER_DOERS for unit in before[:_DOER_REACH]) or any(
        unit.norm in _BABIES for unit in before
    )
    if others and any(unit.cue("effect") and unit.norm != "help" for unit in before):
        return _goes_on_with_other(sentence, index)
    return others and not any(
        unit.norm in _OF_POSE or unit.norm.endswith("asana") or unit.entry("Pose") for unit in before
    )


def _goes_on_with_other(sentence: Sentence, index: int) -> bool:
    """Say whether a verb goes on with what another does: "Meditation calms the mind, reduces stress and aids sleep"."""
    units = sentence.units
    first = next((place for place in sentence.cued("effect") if not is_noun_use(sentence, place)), index)
    if first >= index or any(unit.norm == "," for unit in units[:first]) or not _is_of_other_doer(sentence, first):
        return False
    between = units[first + 1 : index]
    return not any(unit.norm in _OF_POSE or unit.entry("Pose") or unit.norm in {"but", "while"} for unit in between)


def _goes_on_with_pose(units: Sequence[Unit]) -> bool:
    """Say whether the pose is what is told of behind the comma: "Unlike most inversions, this pose …"."""
    comma = next(place for place, unit in enumerate(units) if unit.norm == ",")
    opening = units[comma + 1 : comma + 3]
    return any(unit.norm in {"it", "this"} or unit.norm in _POSES for unit in opening)


def uses_prop(sentence: Sentence, stop: int) -> bool:
    """Say whether a prop stands before a unit; the chair of Chair Pose is none."""
    units = sentence.units
    return any(
        unit.entry("Prop")
        and not unit.entry("Pose")
        and units[place + 1].norm not in _POSES
        and not _is_cited(sentence, place)
        for place, unit in enumerate(units[:stop])
    )


def _is_cited(sentence: Sentence, index: int) -> bool:
    """Say whether a book is one in which something stands, and no prop: "as I tell in my book"."""
    units = sentence.units
    return units[index].norm == "book" and any(unit.norm == "in" for unit in units[max(0, index - 2) : index])
