"""How else those with a condition do the pose: by an order, with a prop, or with a part of the body held in its way."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise, takewhile

from yogakg.loaders.article.advice.allowances import only_allows, permits, prescribes
from yogakg.loaders.article.advice.labels import (
    ARROW,
    HAVING_IT,
    OPENING,
    TIE,
    Condition,
    end_of_label,
    is_label,
    orders,
    places_region,
)
from yogakg.loaders.article.advice.no_advice import NONE
from yogakg.loaders.article.advice.obligations import is_load, is_otherwise, obliges
from yogakg.loaders.article.advice.ways import gains_from_prop, goes_on_with_order, keeps, tells_way
from yogakg.loaders.article.recognition.mentions import Sentence, Unit
from yogakg.loaders.article.recognition.words import pattern, words

#: What stands before an order: "…, use a wall", "… so use a wall".
_BEFORE_ORDERS = frozenset({",", "so", "then", "therefore", "thus"})
#: What stands before an order that a condition alone leads to.
_SO = frozenset({"so", "therefore", "hence", "thus"})
#: Pronouns of people of whom the sentence before spoke.
_THEY = frozenset({"they", "he", "she"})
#: Who opens a statement after a label, which is no order: "…: you will find it on many lists".
_TELLING = frozenset({"you", "we", "they", "i", "many", "most"})
#: Words of an order that a condition labels: "Pregnancy: stay upright".
_INSTRUCTION = 2
#: Words within which it may tell where a part of the body goes.
_INSTRUCTION_OPENS = 4
#: An order to do the pose as it is: "…, try this pose before bed".
_TRYING = pattern(r",\s*{advice_words.trying}\s+(?:{advice_words.whole_openers}\s+)?{advice_words.wholes}\b")
#: What may be left out of the pose: "it is not necessary to raise the arms".
_SPARED = pattern(r"\b{advice_words.needless}\s+(?<!\bno )(?!(?:to|{advice_words.unneeded})\b)[a-z]+")
#: What is done with a region by those with a condition: "with sciatica the legs can be bent".
_PASSIVE = pattern(
    r"\b(?:the|both|your|their) {advice_words.moved} (?:can|may|should|must|(?:are|is|has|have|need) to) "
    r"(?:\w+ )?be (?!{advice_words.done}\b)\w+(?:ed|en|pt|ld|ent|ut)\b"
    r"|\b(?:the|both|your|their) {advice_words.moved} (?:can|may|should|must) be"
    r" (?:{advice_words.places}|{advice_words.smaller})\b"
    r"|(?<!since )(?<!because )(?<!as )\b(?:the|both|your|their) (?:\w+ )?{advice_words.moved} {advice_words.staying}\b"
)
#: The same of anything: "the depth should be limited".
_CHANGED = pattern(r"\b(?:should|must|has to|have to|needs to|need to) be (?:\w+ )?{advice_words.changed}\b")
#: How the pose itself is done: "it should be tried with the hips level".
_DONE = pattern(
    r"\b(?:should|must|can|may|has to|is to|is best)(?: only| best)? (?:be )?{advice_words.done}(?: only)? "
    r"(?:with|on|against|using|by|lying|sitting|seated|standing|leaning|near)\b"
)
_QUOTES = frozenset("'\"‘’“”")
_MODALS = words("coordination.modals")
#: What opens a sentence about those who have something: "for", "if".
_OPENING_WORDS = words("contraindication_words.opening")
#: Words before a condition that conclude: "so if".
_PAIR = 2
_NEED = "need"
#: What a region that hurts does to what is good for it.
_WANTING = words("advice_words.wanting")
#: Another form of the pose, which somebody may do: "can do an open twist".
_ANOTHER_WAY = pattern(
    r"\b(?:can|may|could|might|will) (?:{advice_words.doing}|take|try|choose|use|need|want|prefer|require)"
    r" an? (?:[\w-]+ ){0,3}?{advice_words.ways}\b"
)
#: What such people are advised: "a smaller backbend is advised", "two blocks are better".
_ADVISED = pattern(
    r"\b(?:an?|some|two|using|with) (?:[\w-]+ ){0,8}?(?:is|are|would be|will be|may be|might be) "
    r"(?:(?!not\b|never\b)\w+ )?{advice_words.advisable}\b"
)
_WAYS = words("advice_words.ways") | words("advice_words.more_ways")
#: Verbs of the whole practice: "no doing it".
_PRACTISING = words("advice_words.practising")
#: What allows the pose on a condition of how it is done: "it is fine if you …".
_FINE_IF = pattern(
    r"\b{advice_words.allowed},? {contraindication_words.provided} (?:you|they|one|he or she)"
    r" (?:(?:only|just|can|also) )?"
)
#: A prop as what somebody needs: "a folded towel is a must for people with …".
_NEEDED = pattern(
    r"\b{advice_words.serving} (?:\w+ ){0,2}(?:for|if|in) (?:\w+ ){0,3}(?:with|who have|having|suffering from|have)\b"
)
#: What brings in a condition right before it: "in case of", "for those".
_CASES = words("advice_words.cases")
#: What puts the prop after it to use: "against a wall".
_WITH_PROP = words("advice_words.with_prop")
#: What opens a reason after a label: "the bend puts pressure on the discs".
_SUBJECTS = words("advice_words.subjects")
#: Verbs of such a reason: "deep bending can disturb healing", "eye pressure increases".
_FINITE = words("advice_words.reason_verbs")


def tells_change(sentence: Sentence, conditions: Sequence[Condition]) -> bool:
    """Say whether a sentence tells somebody with a condition how else to do the pose."""
    if not conditions:
        opening = sentence.units[:1]
        if _bars_movement(sentence.units):
            return True
        if HAVING_IT.match(sentence.text):
            return any(one.norm in _BEFORE_ORDERS and orders(other) for one, other in pairwise(sentence.units))
        placed = places_region(sentence.units[:_INSTRUCTION_OPENS]) or keeps(sentence.units[:_INSTRUCTION_OPENS])
        return placed or any(orders(unit) or (unit.norm in _THEY and obliges(sentence)) for unit in opening)
    if _is_fine_if_changed(sentence) or gains_from_prop(sentence):
        return True
    if (only_allows(sentence) and not obliges(sentence)) or (prescribes(sentence) and not _tells_otherwise(sentence)):
        return False
    labels = (condition for condition in conditions if is_label(sentence, condition.phrase))
    label = next(labels, None)
    last = (
        end_of_label(sentence, label.phrase)
        if label
        else max(one.phrase.last for one in conditions if not _is_time_of(one, conditions))
    )
    mark = sentence.units[last].norm if label else ""
    cell = list(takewhile(lambda unit: unit.norm != mark, sentence.units[last + 1 :])) if label else []
    rest = [unit for unit in cell or sentence.units[last:] if unit.is_word]
    tail = [unit for unit in sentence.units[last:] if unit.norm not in _QUOTES]
    if label and permits(sentence, conditions) and not is_otherwise(tail):
        return False
    if label and sentence.units[last].norm == ARROW:
        return len(rest) > 1
    if label and places_region(rest[:_INSTRUCTION_OPENS]):
        return True  # "Pregnancy: feet apart"
    if label and _bars_movement(rest):
        return True
    if label and rest and (rest[0].norm in NONE or (rest[0].norm in _TELLING and not obliges(sentence))):
        return False  # "…: none of these is a reason to worry", "…: you will find it on many lists"
    if label and tells_way(cell or tail):
        return True  # "Knee injuries: a bolster takes the load"
    if label and rest and (len(rest) > _INSTRUCTION or orders(rest[0])):
        return orders(rest[0]) or obliges(sentence) or not _gives_reason(rest)
    told = any(unit.norm in _BEFORE_ORDERS and orders(following) for unit, following in pairwise(tail))
    told = told and _TRYING.search(sentence.text) is None
    is_subject = conditions[0].opening.first == 0 and bool(tail) and tail[0].norm in _MODALS
    before = sentence.units[max(0, conditions[0].opening.first - _PAIR) : conditions[0].opening.first]
    given = (
        any(condition.introduced for condition in conditions)
        or (conditions[0].opening.first <= TIE and sentence.units[0].norm in _OPENING_WORDS)
        or (len(before) == _PAIR and before[0].norm in _SO and before[1].norm in _OPENING_WORDS)
    )
    concluding = any(unit.norm in _SO and orders(following) for unit, following in pairwise(tail))
    if conditions[0].opening.first <= 1 and concluding:
        return True  # "Poor eyesight makes balance harder, so keep a hand on the wall"
    if (given or is_subject) and _SPARED.search(sentence.text):
        return True
    if given and any(way.search(sentence.text) for way in (_PASSIVE, _CHANGED, _DONE)):
        return True
    if conditions[0].opening.first <= 1 and any(unit.norm in _WANTING for unit in tail[:1]):
        return True  # "A painful neck wants the head kept level"
    if (given or is_subject) and _ANOTHER_WAY.search(sentence.text):
        return True
    if (given or is_subject) and _is_advised(sentence, conditions):
        return True
    needs = is_subject and tail[0].norm.startswith(_NEED)
    if needs and any(unit.entry("Prop") for unit in tail):
        return True  # "Knee injuries need firm blocks under the thighs"
    if given and (told or (tail and orders(tail[0]))):
        return True  # "if you have a neck injury, take the help of a wall"
    if _serves(sentence, conditions[0]):
        return True
    placed = places_region(sentence.units[:_INSTRUCTION_OPENS])
    opens = orders(sentence.units[0]) or (placed and sentence.units[1].text.islower())  # no "Legs Up the Wall"
    if opens and _is_cased(sentence, conditions[0]):
        return True  # "Raise the legs on a chair in case of asthma"
    # "Wrist injuries should place …" speaks of people, as "with a wrist injury" does.
    if (given or is_subject) and (obliges(sentence) or _uses_prop(tail)):
        return True
    if conditions[0].opening.first <= 1 and goes_on_with_order(tail):
        return True
    if _TRYING.search(sentence.text):
        return False
    return (given or conditions[0].opening.first <= 1) and tells_way(tail)


def _tells_otherwise(sentence: Sentence) -> bool:
    """Say whether a prescription tells another way as well: "daily, on a chair", but not "daily, with awareness"."""
    return is_otherwise([unit for unit in sentence.units if unit.norm != "with"])


def _is_fine_if_changed(sentence: Sentence) -> bool:
    """Say whether the pose is allowed with a change: "with arthritis it is fine if you keep the feet apart"."""
    proviso = _FINE_IF.search(sentence.text)
    if proviso is None:
        return False
    verb = next((unit for unit in sentence.units if unit.start >= sentence.span.start + proviso.end()), None)
    return verb is not None and orders(verb) and verb.norm.partition(" ")[0] not in _PRACTISING


def _is_time_of(condition: Condition, conditions: Sequence[Condition]) -> bool:
    """Say whether a condition is told again, as a time: "If you're pregnant, … from the second trimester onward"."""
    first = conditions[0]
    return condition is not first and condition.phrase.term.iri == first.phrase.term.iri


def _is_advised(sentence: Sentence, conditions: Sequence[Condition]) -> bool:
    """Say whether a prop or another way is said to be better: "for those with gout, a smaller bend is advised"."""
    last = max(condition.phrase.last for condition in conditions)
    start = sentence.units[last - 1].end - sentence.span.start
    match = _ADVISED.search(sentence.text, start)
    if match is None:
        return False
    first, end = sentence.span.start + match.start(), sentence.span.start + match.end()
    subject = [unit for unit in sentence.units if first <= unit.start < end]
    return any(unit.entry("Prop") or unit.norm in _WAYS for unit in subject)


def _bars_movement(units: Sequence[Unit]) -> bool:
    """Say whether words open with a movement that is left out: "No folding forward, please"."""
    if len(units) < _PAIR or units[0].norm != "no":
        return False
    movement = units[1].text.casefold().partition(" ")[0]
    return movement.endswith("ing") and movement not in _PRACTISING and not units[1].entries


def _serves(sentence: Sentence, condition: Condition) -> bool:
    """Say whether a sentence opens with a prop that those with a condition need: "A blanket is a must for …"."""
    before = sentence.units[: condition.opening.first]
    props = any(unit.entry("Prop") for unit in before[:OPENING])
    return props and _NEEDED.search(sentence.before(condition.opening.first)) is not None


def _is_cased(sentence: Sentence, condition: Condition) -> bool:
    """Say whether "in case of" or "if you have" stands right before a condition."""
    before = sentence.units[max(0, condition.opening.first - 3) : condition.opening.first]
    return any(unit.norm in _CASES for unit in before)


def _uses_prop(units: Sequence[Unit]) -> bool:
    """Say whether words tell to use a prop: "it is best to practise against a wall"."""
    places = (place for place, unit in enumerate(units) if unit.entry("Prop"))
    return any(unit.norm in _WITH_PROP for place in places for unit in units[max(0, place - 3) : place])


def _gives_reason(units: Sequence[Unit]) -> bool:
    """Say whether words tell why the pose is bad for somebody: "the bend puts pressure on the discs"."""
    told = any(unit.norm in _FINITE for unit in units)
    return told or units[0].norm in _SUBJECTS or any(unit.cue("causes") or is_load(unit) for unit in units)
