"""Whether a condition is somebody's.

Words such as "if you have" and "people with" bring it in. It is nobody's if it is denied ("without pain"), the author's
own ("my knee"), or an outcome: what a fault would lead to, or what the pose changes.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise, takewhile

from yogakg.lexicon import fold
from yogakg.loaders.article.advice import endangers, is_bidden, orders_nothing
from yogakg.loaders.article.coordination import CONDITION, is_harm
from yogakg.loaders.article.questions import asks_whether
from yogakg.loaders.article.recognition.mentions import Sentence, Unit
from yogakg.loaders.article.recognition.words import pattern, words

#: Verbs before what somebody should or may do.
MODALS = words("coordination.modals")
_I = frozenset({"i", "i'm", "i’m", "i've", "i’ve"})
#: What an author does with readers: "I advise against it in pregnancy".
_TELLING = words("contraindication_words.telling_readers")
#: What may happen: "can", "might".
POSSIBLE = words("advice_words.possible") | {"could", "might"}
#: Words that point back to a condition as a case: "in this case".
IN_THIS_CASE = pattern(r"\b{advice_words.in_this_case}\b")
#: Head nouns of conditions, which name none by themselves: "injury", "problem".
HEADS = frozenset(map(fold, words("glue.heads")))
_PEOPLE = frozenset(map(fold, words("introducers.people")))
_WEAK_INTRODUCERS = words("contraindication_words.weak_introducers")
_WEAK_CONDITIONALS = words("contraindication_words.weak_conditionals")
_WEAK_HAVING = words("contraindication_words.weak_having")
_MAIN_SUBJECTS = words("contraindication_words.main_subjects")
_PRACTISING = words("advice_words.practising")
#: Only those without a condition are told to practise: "only practise it if you are free from vertigo".
_REQUIRING = pattern(
    r"\bonly\b[^.;]*\b{advice_words.doing}\b[^.;]*\b{contraindication_words.provided}\b[^.;]*"
    r"\b{contraindication_words.lacking}\b"
)
_PRONE = words("contraindication_words.prone")
_GETTING = words("contraindication_words.getting")
USUAL = words("contraindication_words.usual")
#: What makes somebody ill, and units in which it stands before that.
_MAKING, _ONE, _MADE = (
    frozenset({"make", "makes", "making", "leave", "leaves", "leaving"}),
    frozenset({"you", "them", "one"}),
    3,
)
_ARE = frozenset({"be", "is", "are"})
_IN = frozenset({"in", "with", "from"})
_FROM = frozenset({"from", "because", "through", "by", "when"})
_PAIR = 2
_COMING = words("contraindication_words.coming")
#: Whom a condition that they "may have" bars, as it is no outcome of the pose: "if you may have …".
_MAY_HAVE = frozenset({"you", "who", "that", "the"})
_FEELING = words("contraindication_words.becoming_ill")
_RELATIVE = frozenset({"that", "which"})
#: Words before a condition from which something comes.
_RISK = "risk"
_OWING = frozenset({"because", "due", "owing", "due to"})
_OF = frozenset({"of", "to", "a", "an", "your", "the"})
_OTHERWISE = "otherwise"
_SAYING = words("contraindication_words.saying")
_CHANGING = words("contraindication_words.changing")
_ADD = "add"
_COPULAS = frozenset({"is", "are"})
_CLAUSE_ENDS = frozenset({".", ";", ":"})
#: Marks behind a label, which names nobody: "Injuries: people with …".
_LABEL_MARKS = frozenset({":", "–", "—", "-"})
#: Units from a verb of putting to the danger.
_ENDANGERED = 5
#: Units after a condition in which the way to avoid it may be told.
_HOW = 6
#: Units after a negation in a relative clause.
_DENIED_REACH = 4


def is_asserted(sentence: Sentence, index: int, *, of_asker: bool = False) -> bool:
    """Say whether a condition is asserted of the readers: not of the author, not denied, not an outcome."""
    units = sentence.units
    if _is_of_author(units, index) and not of_asker and not asks_whether(sentence.text):
        return False
    if requires_health(sentence):
        return True
    if _is_denied(units, index):
        return False
    return not _is_outcome(units, index) or IN_THIS_CASE.search(sentence.text) is not None


def _is_of_author(units: Sequence[Unit], index: int) -> bool:
    """Say whether a condition is the author's: "my knee injury", "I had", but not "I ask pregnant women"."""
    for place in range(index, max(-1, index - 4), -1):
        if is_person(units[place]) or units[place].norm in _CLAUSE_ENDS:
            return False
        word = units[place].text.casefold()
        if word == "my" or (word in _I and _has(units[place + 1 : index + 1])):
            return True
    return False


def _has(units: Sequence[Unit]) -> bool:
    """Say whether words after "I" go on with what the author has: no verb of telling, and no ban, is between."""
    return not any(unit.norm in _TELLING or unit.cue("advice", "avoid") for unit in units)


def _is_denied(units: Sequence[Unit], index: int) -> bool:
    """Say whether a condition is negated: "without the injury", "if you have no pain"."""
    for place in range(index - 1, max(-1, index - 6), -1):
        unit = units[place]
        if unit.cue("negation.pseudo") or unit.cue("negation.ends"):
            return False
        if unit.norm == "nor" and any(one.cue("advice", "avoid") for one in units[:place]):
            return False  # "not during menstruation, nor at any stage of pregnancy"
        if unit.norm == "not" and units[place + 1].norm == ",":
            return False  # "tired or not, pregnant women should …"
        if place and units[place - 1].norm in _RELATIVE and any(one.norm == "," for one in units[place:index]):
            return False  # "high blood pressure that isn't controlled, glaucoma"
        if unit.cue("negation.before") and (orders_nothing(units, place) or not unit.cue("advice")):
            # "should not be done with": the advice is negated, not the condition.
            return not any(_governs_advice(between) for between in units[place + 1 : index])
        if unit.norm in _CLAUSE_ENDS or unit.norm == "(" or unit.cue("advice"):
            return False
    return False


def end_of_relative(units: Sequence[Unit], index: int) -> int | None:
    """Return where a list goes on after a relative clause that denies: "pressure that isn't controlled, glaucoma"."""
    before = range(max(1, index - _DENIED_REACH), index)
    denies = any(units[place].cue("negation.before") and units[place - 1].norm in _RELATIVE for place in before)
    commas = (place + 1 for place in range(index, len(units)) if units[place].norm == ",")
    return next(commas, None) if denies else None


def requires_health(sentence: Sentence) -> bool:
    """Say whether only those without a condition should practise: "only do it if you don't have knee problems"."""
    return _REQUIRING.search(sentence.text) is not None


def _governs_advice(unit: Unit) -> bool:
    """Say whether a word after a negation shows that the practice is denied: "do not practise with", "not if"."""
    conditional = unit.cue("introducers", "conditional") or unit.cue("introducers", "people")
    return unit.norm in _PRACTISING or conditional is not None


def _is_outcome(units: Sequence[Unit], index: int) -> bool:
    """Say whether a condition is what a fault would lead to: "as it can cause back pain", "to avoid injury"."""
    if index and any(unit.norm == "avoid" for unit in _just_before(units, index)):
        return index > 1 or _tells_how(units[index:])  # "to avoid injury", "Avoid injury by warming up"
    if index and units[index - 1].norm in _PRONE and units[index].cue("glue.heads"):
        return True  # "the skull is prone to injuries"
    if is_harm(units[index]) and any(unit.norm in POSSIBLE for unit in units[max(0, index - 2) : index]):
        return True  # "you may hurt your back", "you can get injured"
    if index and units[index - 1].norm in POSSIBLE and units[index].norm.partition(" ")[0] in _GETTING:
        return True  # "they can feel faint"
    if any(one.norm in _MAKING and other.norm in _ONE for one, other in pairwise(units[max(0, index - _MADE) : index])):
        return True  # "as it may make you dizzy"
    if endangers(units[max(0, index - _ENDANGERED) : index + 1]):
        return True  # "it puts the vertebrae at risk of fracture", where that risk is a condition by name
    if _is_object_of_change(units, index) or _is_subject_of_change(units, index) or _may_come(units, index):
        return True
    if names_people(units[index : index + 2]):
        return False  # "As it is an inversion, pregnant women should leave it out"
    if index and units[index - 1].norm == "," and precedes_modal(units, index):
        return False  # "As the head is low, epileptics must leave it out"
    for place in range(index - 1, -1, -1):
        unit = units[place]
        if endangers(units[max(0, place - _ENDANGERED) : place + 1]):
            return True  # "it puts the vertebrae at risk of fracture"
        if unit.norm in _OWING and _is_cause(units, place, index):
            continue
        if unit.cue("causes") and not _is_said_otherwise(units, place) and not _is_relative(units, place):
            return True
        if unit.norm in _CLAUSE_ENDS or _is_strong_introducer(unit) or unit.cue("advice", "avoid"):
            return False
        if unit.cue("introducers", "people") and unit.norm != "one":  # "standing on one leg"
            return False
    return False


def comes(following: Sequence[Unit], *, labelled: bool = False) -> bool:
    """Say whether what was named before may only come: "If it is done too fast, boils may come".

    Behind the label of another condition it is also told as a risk: "Late pregnancy: dizziness is a real risk".
    """
    if len(following) < _PAIR:
        return False
    possible = following[0].norm in POSSIBLE and following[1].norm in _COMING
    if following[0].norm in _COMING and following[1].norm in _IN:
        return True  # "…, since most fractures happen in the upper back"
    clause = list(takewhile(lambda unit: unit.is_word, following[:_HOW]))
    if any(one.norm in _COMING and other.norm in _FROM for one, other in pairwise(clause)):
        return True  # "Knee injuries in this pose mostly come from hurrying"
    if labelled and any(unit.norm.endswith(_RISK) for unit in clause):
        return True
    usual = following[0].norm in _ARE and following[1].norm in USUAL
    return possible or (usual and any(unit.norm in _IN for unit in following[2:3]))  # "… is common in this pose"


def _is_cause(units: Sequence[Unit], place: int, index: int) -> bool:
    """Say whether a condition is that from which something comes: "it hurts because of an old fracture".

    "Avoid it because of the compression" tells what the pose does, and a risk is what may come.
    """
    bidden = any(is_bidden(units, before) for before in range(place))  # "anyone told to stay off twists because of …"
    told = any(unit.cue("advice") for unit in units[:place]) and not bidden
    return (
        not told and _RISK not in units[index].norm and any(unit.norm in _OF for unit in units[place + 1 : place + 2])
    )


def _may_come(units: Sequence[Unit], index: int) -> bool:
    """Say whether a condition is only what somebody may get: "they may have trouble with balance"."""
    place = _before_determiners(units, index)
    gets = place > 0 and units[place].norm in _GETTING and units[place - 1].norm in POSSIBLE
    felt = place > 0 and units[place].norm in _FEELING  # "you may feel dizzy"
    return gets and (felt or not any(unit.norm in _MAY_HAVE for unit in units[max(0, place - 2) : place - 1]))


def _tells_how(units: Sequence[Unit]) -> bool:
    """Say whether words go on with the way to something: "by warming up"."""
    return any(unit.norm == "by" and following.text.endswith("ing") for unit, following in pairwise(units[:_HOW]))


def _is_relative(units: Sequence[Unit], place: int) -> bool:
    """Say whether a clause only tells which conditions are meant: "any condition that causes fluid retention"."""
    before = units[max(0, place - 2) : place]
    return len(before) == 2 and before[1].norm in _RELATIVE and fold(before[0].text) in HEADS


def _is_said_otherwise(units: Sequence[Unit], place: int) -> bool:
    """Say whether "otherwise" only tells what somebody may say: "unless your doctor says otherwise"."""
    return units[place].text.casefold() == _OTHERWISE and place > 0 and units[place - 1].text.casefold() in _SAYING


def _is_subject_of_change(units: Sequence[Unit], index: int) -> bool:
    """Say whether a verb of effect in the passive has a condition as its subject: "the pressure is greatly reduced"."""
    if any(unit.cue("introducers", "conditional") for unit in units[max(0, index - _PAIR) : index]):
        return False  # "if your blood pressure is raised"
    following = [unit for unit in units[index + 1 : index + 4] if not unit.cue("glue.adjectives")]
    passive = following[:1] and following[0].norm in _COPULAS and following[1:]
    return bool(passive) and any(cue.role == "effect" and cue.form == "ed" for cue in following[1].cues)


def _before_determiners(units: Sequence[Unit], index: int) -> int:
    """Return the place before a noun and its determiners; -1 if it opens the sentence."""
    place = index - 1
    while place > 0 and units[place].cue("glue.determiners"):
        place -= 1
    return place


def _just_before(units: Sequence[Unit], index: int) -> Sequence[Unit]:
    """Return the unit before a noun, its determiners and qualifiers, and one more if that unit is plain."""
    place = index - 1
    while place > 0 and (units[place].cue("glue.determiners") or units[place].cue("qualifiers")):
        place -= 1
    return units[max(0, place - 1) : place + 1] if units[place].is_plain else units[place : place + 1]


def _is_object_of_change(units: Sequence[Unit], index: int) -> bool:
    """Say whether a verb of effect has a condition as its object: "it raises the blood pressure"."""
    place = _before_determiners(units, index)
    cue = units[place].cue("effect") if place >= 0 else None
    if place > 0 and is_person(units[place - 1]):
        return False  # "those managing sciatica"
    if place > 0 and units[place].cue("introducers", "having") and _goes_on_with_having(units, place):
        return False  # "if you are pregnant or dealing with sciatica"
    if place > 0 and units[place].norm == _ADD:
        return False  # "I would add neck arthritis"
    if place >= 0 and units[place].text.casefold().split()[0] in _CHANGING:
        return True
    return cue is not None and cue.form != "ed" and not units[place].entries


def _goes_on_with_having(units: Sequence[Unit], place: int) -> bool:
    """Say whether a verb of having goes on with what readers are or have: "if you are pregnant or dealing with"."""
    before = units[place - 1]
    told = any(unit.cue("introducers", "conditional") or is_person(unit) for unit in units[: place - 1])
    return told and (before.joins or before.norm in _ARE or before.cue("introducers", "having") is not None)


def _is_strong_introducer(unit: Unit) -> bool:
    """Say whether a unit brings in whose condition it is, and has no other work in a sentence."""
    conditional = unit.cue("introducers", "conditional") and unit.norm not in _WEAK_CONDITIONALS
    having = unit.cue("introducers", "having") and unit.norm not in _WEAK_HAVING
    return bool(conditional or having)


def precedes_modal(units: Sequence[Unit], place: int) -> bool:
    """Say whether a unit is the subject of a verb such as "should": "epileptics must leave it out"."""
    return any(unit.norm in MODALS for unit in units[place + 1 : place + 2])


def is_introduced(units: Sequence[Unit], index: int) -> bool:
    """Say whether words such as "if you have" bring a condition in, or it names people: "Pregnant women should …"."""
    before = units[_start_of_main(units, index) : index]
    named = takewhile(lambda unit: unit.norm not in _LABEL_MARKS, units[index : index + 4])
    return any(introduces(unit) for unit in before) or any(map(is_person, named))


def _start_of_main(units: Sequence[Unit], index: int) -> int:
    """Return where the main clause before a unit opens: "if you do it daily, it may make childbirth easier"."""
    commas = (place for place in range(index - 1, 0, -1) if units[place - 1].norm == ",")
    return next((place for place in commas if units[place].norm in _MAIN_SUBJECTS), 0)


def introduces(unit: Unit) -> bool:
    """Say whether a unit brings in a condition, perhaps beside other work: "if", "with", "suffering from", "people"."""
    if not unit.cue("introducers") or unit.norm in _WEAK_INTRODUCERS:
        return False
    return not unit.entries or unit.cue("introducers", "people") is not None


def names_people(units: Sequence[Unit]) -> bool:
    """Say whether words speak of a group of people by their condition: "Pregnant women should …"."""
    return any(map(is_person, units))


def is_person(unit: Unit) -> bool:
    """Say whether a unit is a word for people, or the name of a condition that ends in one: "pregnant mothers"."""
    named = unit.norm.removesuffix(" to be").rpartition(" ")[2]  # "mums-to-be"
    of_people = unit.entry(CONDITION) is not None and named in _PEOPLE
    return of_people or unit.cue("introducers", "people") is not None
