"""What a sentence advises somebody with a condition: to avoid the pose, to change it, or to take care."""

from __future__ import annotations

import re
from collections.abc import Container, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import pairwise, takewhile

from yogakg.lexicon import fold
from yogakg.loaders.article.coordination import Phrase
from yogakg.loaders.article.recognition.cues import WHOLE
from yogakg.loaders.article.recognition.mentions import Sentence, Unit
from yogakg.loaders.article.recognition.words import pattern, words

#: Words after "avoid" by which the advice still means the whole practice.
_CLAUSE_OPENERS = words("advice_words.clause_openers")
_PRACTISING = words("advice_words.practising")
_CONCERNING = words("advice_words.concerning")
_FOR_WHOM = frozenset(map(fold, words("advice_words.for_whom")))
_TYING = words("advice_words.tying")
_HARD = words("advice_words.hard")
_BETWEEN = words("advice_words.between")
_WHOLE = pattern(
    r"(?:{advice_words.whole_openers}\s+)*(?:{advice_words.wholes}|\w+asana)\b(?! to (?:the|your)\b)"
    r"|(?:(?!{advice_words.partial}\b)\w+ ){0,3}(?:{attribute_words.pose_nouns}|practice)\b"
)
#: Only a long stay in the pose: "holding the pose for extended periods".
_LONG = pattern(r"(?:\w+ ){0,4}(?:for )?{advice_words.long}\b")
#: "Not without supervision" is caution, not a ban.
_UNSUPERVISED = pattern(
    r"\b{advice_words.without}\b[^.;]{0,40}\b{advice_words.supervisors}|\b{advice_words.on_ones_own}\b"
)
_SHOULD = pattern(
    r"\b(?P<should>{advice_words.should})\s+(?:{advice_words.should_adverbs} )?"
    r"(?P<verb>(?!{advice_words.no_change}\b)\w+)"
)
#: The pose as the subject of a verb just after it: "the inversion can accelerate …".
_OF_POSE = pattern(r"\b{advice_words.wholes}\s+$")
#: After a verb, only the pose itself: "should sit in Virasana".
_INTO_POSE = pattern(r"\s+{advice_words.into}\s+(?:\w+ ){0,3}?(?:{advice_words.wholes}|\w+asana)\b")
#: A way of doing it that is only suggested: "I'd suggest keeping the foot low", "consider wearing a brace".
_SUGGESTING = pattern(r"\b{advice_words.suggesting}\s+(?!{advice_words.unsuggested}\b)\w+ing\b")
#: Who speaks, and so is not advised: "we need to slow it down".
_WE = pattern(r"\bwe\s+$")
#: What nobody has to do: "you don't have to give it up".
_DENIED = pattern(r"(?:n['’]t|\bnot)\s+$")
_POSSIBLE = words("advice_words.possible")
_DOING_IT = words("advice_words.doing_it")
_PRACTICE = "practice"
_OTHERWISE = words("advice_words.otherwise")
_HAPPENING = words("advice_words.happening")
_OPENING_WORDS = words("contraindication_words.opening")
_WITH_PROP = words("advice_words.with_prop")
_HASTY = words("advice_words.hasty")
_NEEDLESS = pattern(r"\b{advice_words.needless}$")
#: What may be left out of the pose: "it is not necessary to raise the arms".
_SPARED = pattern(r"\b{advice_words.needless}\s+(?<!\bno )(?!(?:to|{advice_words.unneeded})\b)[a-z]+")
_DENYING = words("advice_words.denying")
_ORDERS = words("advice_words.orders")
_DO_NOT = frozenset({"do not", "don't"})
_ALIGNED = words("advice_words.aligned")
_STATIVE = words("advice_words.stative")
_WHY = frozenset({"as", "since", "because", "for"})
_POSE_NOUNS = words("attribute_words.pose_nouns")
#: Units after an advice in which it may come to the pose: "be folded into Lotus".
_INTO_REACH = 7
#: How well the pose is done: "with benefit", "without difficulty".
_HOW_WELL = frozenset({"with", "without"})
_GAINS = words("advice_words.how_well")
_FEELING = frozenset({"feel", "feeling"})
_NONE = frozenset({"none", "neither"})
_TELLING = frozenset({"you", "we", "they", "i", "many", "most"})
_EVERYBODY = frozenset({"everyone", "everybody", "all", "every body"})
_BARRING = words("advice_words.barring")
_HARMFUL = frozenset({"be harmful", "be dangerous", "dangerous", "harmful for"})
_LEAVING = words("advice_words.leaving_pose")
_CASES = words("advice_words.cases")
_CHANGES = words("advice_words.changes")
_EXEMPLIFYING = words("advice_words.exemplifying")
_GOING = words("advice_words.going")
_INTO = words("advice_words.into")
_MODALS = words("coordination.modals")
_RESUMING = pattern(r"\b{advice_words.recovered}\b[^.;]*\b{advice_words.resuming}\b")
_LOADS = words("advice_words.loads")
_TIMES = words("advice_words.times")
_SUBJECTS = words("advice_words.subjects")
_ALLOWED = pattern(
    r"\b(?:is|are) {advice_words.allowed}\b|\b(?:can|may) (?:{advice_words.still} )?{advice_words.doing} (?:it|this)"
    r"|(?<!the )\b{advice_words.helping}\b"
)
_RECOMMENDING = pattern(r"\b(?:{advice_words.recommending}\b|{advice_words.recommending_at_end}\W*$)")
#: What a pose gives or is to those who have something: the second must be said of the pose itself.
_HELPING_IF = pattern(
    r"\b(?:{advice_words.given_if}|(?:is|are|be)(?: \w+)? (?P<pose>{advice_words.good_if})),?"
    r" (?P<if>if) (?:you|one|someone|somebody)\b"
)
_THE_POSE = frozenset({"it", "this", "pose", "asana", "posture"})
_PLACES = words("advice_words.places")
_ALLOWED_WORDS = words("advice_words.allowed")
_PERMITTING = pattern(
    r"\b(?:is|are) {advice_words.allowed}\b"
    r"|\b(?:can|may) (?:{advice_words.still} )?{advice_words.doing},? (?:it|this|the|{advice_words.reasons})\b"
    r"|\b(?:can|may) (?:{advice_words.still} )?be {advice_words.done}\b"
    r"|\b(?:can|may) (?:{advice_words.still} )?{advice_words.continuing}\b"
    r"|\b{advice_words.freely} {advice_words.doing} (?:it|this)\b"
)
#: What is no harm or no cause for alarm: "not harmful in pregnancy", "a mild ache is normal".
_HARMLESS = pattern(
    r"\b{advice_words.needless} {advice_words.worrying}\b|\bno (?:adverse|ill|bad|negative) (?:events?|effects?)\b"
    r"|\b(?:is|are|does|do) (?:not|no) (?:\w+ )?{advice_words.harms}\b|\b(?:is|are) (?:\w+ )?{advice_words.usual}\b"
)
#: Who should do the pose, and what for: "women after the menopause should sit in Virasana to be calm".
_PRESCRIBING = pattern(
    r"\b(?:should|must|can|may) (?:{advice_words.doing}|\w+ {advice_words.into})"
    r" (?:{advice_words.whole_openers} )?(?:{advice_words.wholes}|(?:\w+ ){0,2}\w+asana)\s+{advice_words.purposes}\b"
)
#: An order to do the pose as it is: "…, try this pose before bed".
_TRYING = pattern(r",\s*{advice_words.trying}\s+(?:{advice_words.whole_openers}\s+)?{advice_words.wholes}\b")
_EXCEPTING = pattern(r"\b{advice_words.excepting}\b")
_EVEN = pattern(r"\beven {advice_words.even_links}\b|\b(?:is|are) allowed\b")
#: Effects that happen to somebody, "may improve", and are no order.
#: Whom somebody advises against it, between the two words: "doctors advise people with glaucoma against inversions".
_AGAINST = pattern(r"\b{advice_words.advisers_say}\b[^.;:]*\bagainst (?!the (?:wall|floor|mat)\b)")
#: What is done with a region by those with a condition: "with sciatica the legs can be bent".
_PASSIVE = pattern(
    r"\b(?:the|both|your|their) {advice_words.moved} (?:can|may|should|must|(?:are|is|has|have|need) to) "
    r"(?:\w+ )?be (?!{advice_words.done}\b)\w+(?:ed|en|pt|ld|ent|ut)\b"
    r"|(?<!since )(?<!because )(?<!as )\b(?:the|both|your|their) (?:\w+ )?{advice_words.moved} {advice_words.staying}\b"
)
#: Words that order something only where they open a clause, and the ends of what is no such place.
_BETTER = "better"
_BARE_ORDERS = frozenset({_BETTER, "let", "leave"})
_NO_ORDERS = (" to", " how", " a", " the", " of", " and")
#: A prop as what somebody needs: "a folded towel is a must for people with …".
_NEEDED = pattern(
    r"\b{advice_words.serving} (?:\w+ ){0,2}(?:for|if|in) (?:\w+ ){0,3}(?:with|who have|having|suffering from|have)\b"
)
#: Those who have what was named before: "If you have it, bend the knees".
HAVING_IT = pattern(
    r"\b(?:if|when) (?:you|they|someone|somebody|one) (?:do )?(?:have|has|had|get|suffer from|are prone to)"
    r" (?:it|this|them|these|one)\b"
)
#: Only a part of the pose is left out: "should not do the full pose but should recline".
_PARTLY = pattern(
    r"(?:the |a )?(?:full|final|complete|entire)"
    r" (?:(?:version|expression|variation|form|variant)\b|\w+ (?:, )?(?:but|instead|take|use|choose|try)\b)"
)
_NEED = "need"
_USE = "use"
_HOLD = "hold"
#: What is better than the pose: "better off with Bridge".
BETTER_OFF = "better off"
_BAN = pattern(r"\W*(?:{advice_words.answering}\W+)*{advice_words.bare_bans}\W*$")
_HAPPENS = ("improves", "compresses")
#: Words of an order that a condition labels: "Pregnancy: stay upright".
_INSTRUCTION = 2
_PAIR = 2
#: Units before a condition in which a sentence says that it speaks of people: "anyone with …".
_OPENING = 4
#: Words between a preposition and the condition that it ties to an advice.
_TIE = 5
#: What a verb of doing may have as its object without telling another way: "do it", "perform the pose".
_IT = frozenset({"it", "this", "pose"})
#: It points to what to do: "Low blood pressure → eyes open".
_ARROW = "→"
_LABEL_MARKS = frozenset({":", "–", "-", "=", ";", "|", _ARROW})
#: What stands before an order: "…, use a wall", "… so use a wall".
_BEFORE_ORDERS = frozenset({",", "so", "then", "therefore", "thus"})
_SO = frozenset({"so", "therefore", "hence", "thus"})
#: Pronouns of people of whom the sentence before spoke.
_THEY = frozenset({"they", "he", "she"})


@dataclass(frozen=True, slots=True)
class Condition:
    """A condition in a sentence, and the phrase that opens its list.

    ``introduced`` says that words such as "if" or "suffer from" brought it in.
    """

    phrase: Phrase
    introduced: bool
    opening: Phrase


def advised(sentence: Sentence, conditions: Sequence[Condition], named: Container[int] = ()) -> str | None:
    """Return what a sentence advises: Avoid, Caution or Modify.

    "Avoid" of the whole practice wins; "avoid" of a part of it is a change; "consult" and "careful" are caution.
    ``named`` are the places in the text at which a name of the pose starts.
    """
    if _bars_barely(sentence, conditions):
        return "Avoid"
    advising = sentence.cued("advice")
    inside = {place for c in conditions for place in range(c.phrase.first, c.phrase.last)} if advising else ()
    told = [
        (index, cue.value)
        for index in advising
        if index not in inside
        for cue in sentence.units[index].cues
        if cue.role == "advice" and not _advises_nothing(sentence.units, index)
        if not (cue.value == "modify" and _is_no_order(sentence.units, index))
    ]
    if any(map(partial(_leaves_pose, sentence.units, named), range(len(sentence.units)))):
        return "Avoid"
    asked = [index for index, value in told if value == "caution"]
    avoided = [index for index, value in told if value == "avoid" and not _is_reason(sentence.units, index, asked)]
    reasons = [index for index in avoided if _tells_why(sentence.units, index)]
    if reasons and (len({value for _, value in told}) > 1 or _tells_change(sentence, conditions)):
        avoided = [index for index in avoided if index not in reasons]
    if avoided and _UNSUPERVISED.search(sentence.text):
        return "Caution"
    if _AGAINST.search(sentence.text):
        return "Avoid"
    if any(_is_whole(sentence, index, conditions, named) for index in avoided):
        return "Avoid"
    values = {value for _, value in told}
    asked = [index for index in asked if index]  # the first word may be a lost heading
    if asked and len(values) > 1 and _only_announces(sentence.units, asked[-1], told):
        values.discard("caution")
    if "caution" in values and (not avoided or (asked and asked[0] < avoided[0])):
        return "Caution"
    changes = avoided or "modify" in values or _tells_change(sentence, conditions)
    return "Modify" if changes else None


def _bars_barely(sentence: Sentence, conditions: Sequence[Condition]) -> bool:
    """Say whether a sentence, or what follows the label that it opens with, only bars: "Then no.", "Gout: don't"."""
    if not conditions:
        return _BAN.match(sentence.text) is not None
    phrase = conditions[-1].phrase
    if not (is_label(sentence, phrase) and conditions[-1].opening.first <= _OPENING):
        return False
    mark = sentence.units[phrase.last]
    return _BAN.match(sentence.text, mark.end - sentence.span.start) is not None


def _leaves_pose(units: Sequence[Unit], named: Container[int], index: int) -> bool:
    """Say whether an order leaves out the pose by its name: "leave Locust Pose aside", "drop Camel for now"."""
    following = units[index + 1 : index + 3]
    ordered = not units[index].text.endswith(("s", "ing")) and not units[index].cue("negation.before")
    return units[index].norm in _LEAVING and ordered and any(unit.start in named for unit in following)


def _tells_why(units: Sequence[Unit], index: int) -> bool:
    """Say whether a word of harm is a reason for another advice: "practise near a wall, as a fall can be dangerous"."""
    told_after = any(one.norm == "," and other.text.casefold() in _WHY for one, other in pairwise(units[:index]))
    hedged = units[index].norm in _HARMFUL and any(unit.cue("hedges") for unit in units[max(0, index - 1) : index])
    return hedged or (units[index].norm in _BARRING and told_after)


def _only_announces(units: Sequence[Unit], index: int, told: Sequence[tuple[int, str]]) -> bool:
    """Say whether a call for care only announces an advice: "A word of caution for …: do not hold it for long"."""
    colon = next((place for place in range(index, len(units)) if units[place].norm == ":"), None)
    return colon is not None and any(place > colon for place, _ in told)


def _is_reason(units: Sequence[Unit], index: int, asked: Sequence[int]) -> bool:
    """Say whether a possible ban only tells why to take care: "consult an expert, since it may not be suitable"."""
    between = units[asked[0] + 1 : index] if asked else ()
    return any(unit.cue("causes") for unit in between) and any(unit.cue("hedges") for unit in between)


def _advises_nothing(units: Sequence[Unit], index: int) -> bool:
    """Say whether a word of advice advises nothing: "it does not put anybody at risk", "no need to avoid it"."""
    if any(unit.text.casefold() in _DENYING for unit in units[max(0, index - 1) : index + 1]):
        return True
    if orders_nothing(units, index) or _is_purpose(units, index):
        return True
    if index and units[index - 1].norm == "not" and units[index].norm in _BARRING:
        return True
    if any(unit.norm in _FEELING for unit in units[max(0, index - 1) : index]):
        return True  # "may feel unsafe with the eyes closed"
    if any(unit.norm in _NONE for unit in units[max(0, index - 6) : index]):
        return True  # "none of these is a reason not to practise"
    if units[index].norm in _FOR_WHOM and any(unit.norm in _EVERYBODY for unit in units[index + 1 : index + 2]):
        return True  # "it is not for everyone"
    before = " ".join(unit.text.casefold() for unit in units[max(0, index - 4) : index])
    return _NEEDLESS.search(before) is not None


def _is_purpose(units: Sequence[Unit], index: int) -> bool:
    """Say whether "to avoid" tells what for: "keep the legs aligned to avoid strain", not "it is best to avoid it"."""
    if units[index].norm != "avoid" or index < 2 or units[index - 1].norm != "to":
        return False
    before = units[index - 2]
    return before.entry("BodyRegion") is not None or before.norm in _ALIGNED


def orders_nothing(units: Sequence[Unit], index: int) -> bool:
    """Say whether "do not" only denies: "if you do not suffer from …", "we do not want to strain it"."""
    return units[index].norm in _DO_NOT and any(unit.norm in _STATIVE for unit in units[index + 1 : index + 2])


def _is_no_order(units: Sequence[Unit], index: int) -> bool:
    """Say whether a verb tells what is hard to do, "to raise the body", or what the pose does: "can put pressure"."""
    verb, *objects = units[index].norm.split()
    bare = verb in _DOING_IT and not _IT.isdisjoint(objects[-1:])
    if bare and not _is_otherwise(units[index + 1 :]):
        return True  # "can practise it" tells no other way
    if units[index].text.casefold() == f"{units[index].norm}s" and units[index].norm not in _CHANGES:
        return True  # "it puts them at risk"
    if units[index].norm == _USE and any(unit.norm in _IT for unit in units[index + 1 : index + 2]):
        return True  # "therapists use it with …"
    hard = any(unit.norm in _HARD for unit in units[max(0, index - 3) : index])
    if index and units[index - 1].cue("glue.determiners") and units[index].norm not in _CHANGES:
        return True  # "the fold"
    return hard or any(map(_is_load, units[index + 1 : index + 4]))


def _is_otherwise(units: Sequence[Unit]) -> bool:
    """Say whether words tell in which other way the pose is done: "… lying down", "… on a mat"."""
    freely = any(one.norm in _HOW_WELL and other.norm in _GAINS | _IT for one, other in pairwise(units))
    if any(unit.norm in _OTHERWISE or unit.entry("Prop") for unit in units) and not freely:
        return True
    spoken = [unit for unit in units if not unit.cue("glue.determiners")]
    return any(one.norm == "on" and other.entry("BodyRegion") for one, other in pairwise(spoken))


def _is_load(unit: Unit) -> bool:
    """Say whether a unit names what a pose puts on a region: "unnecessary strain"."""
    named = unit.entry("HealthCondition") is not None and " " in unit.norm  # "high blood pressure"
    return not named and not _LOADS.isdisjoint(unit.norm.split())


def concerns(sentence: Sentence, phrase: Phrase) -> bool:
    """Say whether an advice to avoid is tied to what follows it: "contraindicated for …", "avoid during …"."""
    units = sentence.units[: phrase.first]
    if sentence.units[phrase.first].norm.partition(" ")[0] in _CONCERNING and any(unit.cue("advice") for unit in units):
        return True  # "not recommended" + "during periods"
    before = phrase.first - 1
    while before > 0 and units[before].cue("glue.determiners"):
        before -= 1
    if before >= 0 and units[before].norm in _FOR_WHOM:
        return True  # "not with a hernia"
    if any(unit.cue("advice", "caution") for unit in units) and units[before : before + 1]:
        return units[before].norm in _CONCERNING  # "caution should be used with …"
    if any(unit.cue("advice", "avoid") and following.norm in _CONCERNING for unit, following in pairwise(units)):
        return True
    # "not advisable after six months of …", "avoid this pose in the third trimester"
    return any(unit.norm.partition(" ")[0] in _TYING for unit in units[-_TIE:]) and any(
        unit.cue("advice", "avoid") for unit in units
    )


def is_label(sentence: Sentence, phrase: Phrase) -> bool:
    """Say whether a condition labels what follows: "Pregnancy: …", "Ankle injury – …"."""
    if phrase.last >= len(sentence.units):
        return False
    last = phrase.last + _time_after(sentence.units[phrase.last :])
    mark = sentence.units[last].norm
    if mark == "(":
        closing = next((place for place in range(last, len(sentence.units)) if sentence.units[place].norm == ")"), last)
        after = sentence.units[closing + 1 : closing + 2]
        if after and after[0].norm in _LABEL_MARKS and closing - last <= _TIE:
            return True  # "Jaw trouble (TMD): …"
        return _instructs(list(takewhile(lambda unit: unit.norm != ")", sentence.units[last + 1 :])))
    return mark in _LABEL_MARKS


def _instructs(units: Sequence[Unit]) -> bool:
    """Say whether words in parentheses tell what to do: "bend the knees", "reduce the depth", "hands on hips"."""
    openings = [0, *(place + 1 for place, unit in enumerate(units) if unit.norm in {";", ","})]
    if any(unit.cue("imperative") or unit.cue("advice", "modify") for at in openings for unit in units[at : at + 2]):
        return True
    orders = any(cue.role == "effect" and cue.form == "base" for unit in units[:1] for cue in unit.cues)
    if len(units) > 1 and orders and not units[0].text.endswith("s"):
        return True
    return _places_region(units)


def _places_region(units: Sequence[Unit]) -> bool:
    """Say whether words tell where a part of the body goes: "hands on hips", "feet apart"."""
    return any(one.entry("BodyRegion") and other.norm in _PLACES for one, other in pairwise(units))


def _time_after(units: Sequence[Unit]) -> int:
    """Count the units that say at which time of a condition: "past the sixth month" before a colon."""
    if units[0].norm not in _TIMES:
        return 0
    times = range(1, min(_TIE + 1, len(units)))
    return next((place for place in times if units[place].norm in _LABEL_MARKS), 0)


def is_allowed_even(sentence: Sentence) -> bool:
    """Say whether the pose is said to be allowed, or good, with a condition: "Even with asthma it is fine"."""
    if recommended(sentence) is not None or benefits_if(sentence) is not None or _RESUMING.search(sentence.text):
        return True
    against = any(_speaks_against(unit) for unit in sentence.units)
    return not against and _EVEN.search(sentence.text) is not None and only_allows(sentence)


def permits(sentence: Sentence, conditions: Sequence[Condition]) -> bool:
    """Say whether a sentence allows the pose to all whom it names: "Those with gout can practise it", "Gout: safe"."""
    if _HARMLESS.search(sentence.text) or _PRESCRIBING.search(sentence.text):
        return True
    if _EXCEPTING.search(sentence.text):
        return False
    for condition in conditions:
        following = sentence.units[condition.phrase.last + 1 : condition.phrase.last + 2]
        allows = any(unit.norm in _ALLOWED_WORDS for unit in following) or _PERMITTING.search(sentence.text)
        glossed = any(unit.norm == "(" for unit in sentence.units[condition.phrase.last : condition.phrase.last + 1])
        if is_label(sentence, condition.phrase) and allows and not glossed:
            return True
    introduced = any(condition.introduced for condition in conditions)
    return introduced and _PERMITTING.search(sentence.text) is not None


def recommended(sentence: Sentence) -> int | None:
    """Return the unit at which a sentence says that the pose is for somebody: "… this is the asana for you"."""
    match = _RECOMMENDING.search(sentence.text)
    if match is None or any(_speaks_against(unit) for unit in sentence.units):
        return None
    place = sentence.span.start + match.start()
    if any(unit.entry("Prop") and unit.start < place for unit in sentence.units) and not named_pose(sentence, place):
        return None  # "a folded towel is a must for people with …"
    return next((index for index, unit in enumerate(sentence.units) if unit.start >= place), None)


def benefits_if(sentence: Sentence) -> int | None:
    """Return the unit of "if" at which a sentence says whom the pose helps: "gives relief if you have back pain"."""
    match = _HELPING_IF.search(sentence.text)
    if match is None or any(_speaks_against(unit) for unit in sentence.units):
        return None
    if any(unit.entry("Prop") and not unit.entry("Pose") for unit in sentence.units) or sentence.units[0].norm == "if":
        return None  # "a strap gives relief if …"
    if match.group("pose") and not any(unit.norm in _THE_POSE or unit.entry("Pose") for unit in sentence.units[:3]):
        return None  # "bent knees are helpful if …"
    start = sentence.span.start + match.start("if")
    return next((index for index, unit in enumerate(sentence.units) if unit.start >= start), None)


def _speaks_against(unit: Unit) -> bool:
    """Say whether a unit bars somebody, calls for care, or denies."""
    return unit.norm == "not" or unit.cue("advice", "avoid") is not None or unit.cue("advice", "caution") is not None


def named_pose(sentence: Sentence, place: int) -> bool:
    """Say whether the pose itself is spoken of before a place of the text: "this pose", a name of a pose."""
    before = [unit for unit in sentence.units if unit.start < place]
    return any(unit.entry("Pose") or unit.norm in _POSE_NOUNS for unit in before)


def only_allows(sentence: Sentence) -> bool:
    """Say whether a sentence only tells that the pose is allowed."""
    return _ALLOWED.search(sentence.text) is not None


def orders(unit: Unit) -> bool:
    """Say whether a unit opens an order to somebody with a condition: "sit", "reduce", "simply"."""
    return unit.cue("imperative") is not None or unit.norm.partition(" ")[0] in _ORDERS


def _tells_change(sentence: Sentence, conditions: Sequence[Condition]) -> bool:
    """Say whether a sentence tells somebody with a condition how else to do the pose."""
    if not conditions:
        opening = sentence.units[:1]
        if HAVING_IT.match(sentence.text):
            return any(one.norm in _BEFORE_ORDERS and orders(other) for one, other in pairwise(sentence.units))
        return any(orders(unit) or (unit.norm in _THEY and _should(sentence)) for unit in opening)
    if only_allows(sentence) and not _should(sentence):
        return False
    labels = (condition for condition in conditions if is_label(sentence, condition.phrase))
    label = next(labels, None)
    last = label.phrase.last if label else max(condition.phrase.last for condition in conditions)
    mark = sentence.units[last].norm if label else ""
    cell = list(takewhile(lambda unit: unit.norm != mark, sentence.units[last + 1 :])) if label else []
    rest = [unit for unit in cell or sentence.units[last:] if unit.is_word]
    tail = sentence.units[last:]
    if label and permits(sentence, conditions) and not _is_otherwise(tail):
        return False
    if label and sentence.units[last].norm == _ARROW:
        return len(rest) > 1
    if label and _places_region(rest):
        return True  # "Pregnancy: feet apart"
    if label and rest and (rest[0].norm in _NONE or (rest[0].norm in _TELLING and not _should(sentence))):
        return False  # "…: none of these is a reason to worry", "…: you will find it on many lists"
    if label and rest and (len(rest) > _INSTRUCTION or orders(rest[0])):
        return orders(rest[0]) or _should(sentence) or not _gives_reason(rest)
    told = any(unit.norm in _BEFORE_ORDERS and orders(following) for unit, following in pairwise(tail))
    told = told and _TRYING.search(sentence.text) is None
    is_subject = conditions[0].opening.first == 0 and bool(tail) and tail[0].norm in _MODALS
    before = sentence.units[max(0, conditions[0].opening.first - _PAIR) : conditions[0].opening.first]
    given = (
        any(condition.introduced for condition in conditions)
        or (conditions[0].opening.first <= _TIE and sentence.units[0].norm in _OPENING_WORDS)
        or (len(before) == _PAIR and before[0].norm in _SO and before[1].norm in _OPENING_WORDS)
    )
    concluding = any(unit.norm in _SO and orders(following) for unit, following in pairwise(tail))
    if conditions[0].opening.first <= 1 and concluding:
        return True  # "Poor eyesight makes balance harder, so keep a hand on the wall"
    if (given or is_subject) and _SPARED.search(sentence.text):
        return True
    if given and _PASSIVE.search(sentence.text):
        return True
    needs = is_subject and tail[0].norm.startswith(_NEED)
    if needs and any(unit.entry("Prop") for unit in tail):
        return True  # "Knee injuries need firm blocks under the thighs"
    if given and (told or (tail and orders(tail[0]))):
        return True  # "if you have a neck injury, take the help of a wall"
    if _serves(sentence, conditions[0]):
        return True
    if orders(sentence.units[0]) and _is_cased(sentence, conditions[0]):
        return True  # "Raise the legs on a chair in case of asthma"
    # "Wrist injuries should place …" speaks of people, as "with a wrist injury" does.
    return (given or is_subject) and (_should(sentence) or _uses_prop(tail))


def _serves(sentence: Sentence, condition: Condition) -> bool:
    """Say whether a sentence opens with a prop that those with a condition need: "A blanket is a must for …"."""
    before = sentence.units[: condition.opening.first]
    props = any(unit.entry("Prop") for unit in before[:_OPENING])
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
    return units[0].norm in _SUBJECTS or any(unit.cue("causes") or _is_load(unit) for unit in units)


def _loads(units: Sequence[Unit], verb: Unit) -> bool:
    """Say whether a verb tells what is put on a region: "can put pressure on the discs", "can strain the neck"."""
    following = [unit for unit in units if unit.start >= verb.start][:4]
    return any(map(_is_load, following))


def _should(sentence: Sentence) -> bool:
    """Say whether a sentence tells what somebody should do, and not what the pose can do to them."""
    if _SUGGESTING.search(sentence.text):
        return True
    starts = {unit.start - sentence.span.start: unit for unit in sentence.units}
    for match in _SHOULD.finditer(sentence.text):
        verb = starts.get(match.start("verb"))
        if (
            verb is None
            or verb.cue("causes")
            or _loads(sentence.units, verb)
            or _OF_POSE.search(sentence.text, 0, match.start())
            or _INTO_POSE.match(sentence.text, match.end())
            or _WE.search(sentence.text, 0, match.start())
            or _DENIED.search(sentence.text, 0, match.start())
            or (match.group("should").casefold() in _BARE_ORDERS and not _stands_as_order(sentence, match, verb))
        ):
            continue
        only_possible = match.group().split()[0].casefold() in _POSSIBLE
        doing = verb.norm.partition(" ")[0]
        if doing in _DOING_IT and (only_possible or doing == _PRACTICE):
            if _is_otherwise([unit for unit in sentence.units if unit.start > verb.start]):
                return True
            continue
        happens = verb.norm.partition(" ")[0] in _HAPPENING or any(verb.cue("effect", kind) for kind in _HAPPENS)
        if not (only_possible and happens):
            return True
    return False


def _stands_as_order(sentence: Sentence, match: re.Match[str], verb: Unit) -> bool:
    """Say whether "better", "let" and the like order something: not "how to let go", "linked to better sleep"."""
    before = sentence.text[: match.start()].rstrip().casefold()
    said = match.group("should").casefold()
    return not before.endswith(_NO_ORDERS) and (said != _BETTER or orders(verb))


def _is_whole(sentence: Sentence, index: int, conditions: Sequence[Condition], named: Container[int]) -> bool:
    """Say whether an "avoid" means the whole practice: "avoid this pose", "avoid Tree Pose", "avoid if"."""
    units = sentence.units
    norm = units[index].norm
    if any(cue.form == WHOLE for cue in units[index].cues if cue.role == "advice"):
        return True
    following = units[index + 1 :]
    if _HOLD in norm.split() and _LONG.match(" ".join(unit.norm for unit in following[:8])):
        return False  # "should not hold it for long"
    if _PARTLY.match(" ".join(unit.norm for unit in following[:6])):
        return False
    if norm.startswith(BETTER_OFF):
        return following[:1] != () and following[0].text[:1].isupper()  # "better off with Bridge"
    if norm.split()[-1] in _PRACTISING and norm not in {"do not", "not be"}:
        if any(unit.norm in _HASTY for unit in takewhile(lambda unit: unit.is_word, following[:6])):
            return False  # "do not practise it very fast"
        if norm.split()[-1] in _GOING and _goes_part_way(following):
            return False
        return not (following and _is_other_activity(following))
    skipped = sum(1 for _ in takewhile(_stands_between, following))
    place = index + 1 + skipped
    if place < len(units) and units[place].norm in _GOING and _goes_part_way(units[place + 1 :]):
        return False
    if place >= len(units) or _ends_advice(units[place]):
        return True
    if any(unit.start in named for unit in units[place : place + 2]) or _is_example(following, named):
        return True
    if _goes_into(following, named):
        return True
    if norm == "skip" and units[place].is_plain and units[place].is_word:
        return True  # a name that is not known: "skip inclined plane"
    if any(c.phrase.first <= place < c.phrase.last for c in conditions):
        return index == 0  # "Avoid high blood pressure …" as a list; elsewhere "avoid injury" is a purpose
    rest = " ".join(unit.norm for unit in units[place : place + 8])
    return _WHOLE.match(rest) is not None and _LONG.match(rest) is None


def _goes_part_way(following: Sequence[Unit]) -> bool:
    """Say whether words after "go" tell how far: "do not go all the way down", but not "do not go into the pose"."""
    return bool(following) and following[0].is_word and following[0].norm not in _INTO | _CLAUSE_OPENERS


def _goes_into(following: Sequence[Unit], named: Container[int]) -> bool:
    """Say whether a verb goes on with the pose as a place: "should not sit in this posture", "be folded into Lotus"."""
    near = following[:_INTO_REACH]
    return any(
        one.norm in _INTO and (other.start in named or third.norm in _POSE_NOUNS)
        for one, other, third in zip(near, near[1:], near[2:], strict=False)
    )


def _is_example(following: Sequence[Unit], named: Container[int]) -> bool:
    """Say whether the pose is one of those that are avoided: "avoid deep backbends such as Camel Pose"."""
    clause = takewhile(lambda unit: unit.norm != ",", following)
    return any(unit.norm in _EXEMPLIFYING and other.start in named for unit, other in pairwise(clause))


def _is_other_activity(units: Sequence[Unit]) -> bool:
    """Say whether words name something else than the practice: "do not try lifting …", "do not try to bend …"."""
    unit = units[0]
    if unit.norm == "to" and len(units) > 1:
        return not _is_practising(units[1])
    plain = not _is_practising(unit) and unit.norm not in _CLAUSE_OPENERS and not unit.entries
    return unit.text.endswith("ing") and unit.text[0].islower() and plain


def _is_practising(unit: Unit) -> bool:
    """Say whether a unit opens with a verb of practising: "do", "do it"."""
    return unit.norm.partition(" ")[0] in _PRACTISING


def _stands_between(unit: Unit) -> bool:
    return unit.cue("glue.adjectives") is not None or unit.norm in _BETWEEN


def _ends_advice(unit: Unit) -> bool:
    """Say whether nothing that is avoided follows: a new clause, a mark, "doing", or a pose."""
    return unit.norm in _CLAUSE_OPENERS or not unit.is_word or _is_practising(unit) or unit.entry("Pose") is not None
