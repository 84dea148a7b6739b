"""Bans of the whole practice: by what is avoided, by answers that only bar, by orders that leave the pose out."""

from __future__ import annotations

import re
from collections.abc import Container, Sequence
from itertools import pairwise, takewhile

from yogakg.loaders.article.advice.labels import OPENING, Condition, is_label
from yogakg.loaders.article.recognition.cues import WHOLE
from yogakg.loaders.article.recognition.mentions import Sentence, Unit
from yogakg.loaders.article.recognition.words import pattern, words

#: An answer that only bars: "Then no.", "Please don't".
_BAN = pattern(r"\W*(?:{advice_words.answering}\W+)*{advice_words.bare_bans}\W*$")
#: The same before a reason: "Pregnancy: no, there are kinder poses".
_NO = re.compile(r"\W*(?:no|nope|never)\s*[,;–—]", re.IGNORECASE)
#: Orders that bar the pose when its name follows: "drop Camel for now".
_LEAVING = words("advice_words.leaving_pose")
#: How a sentence passes over the pose: around its name, "give Camel a wide berth"; without it, "should pass for now";
#: at its end, "If it is swollen, then no."; or for another one, "choose another resting posture".
_PASSING_OVER = (
    pattern(
        r"\bgiv(?:e|es|ing) (?:[\w-]+ ){1,4}a (?:wide berth|miss|pass|skip)\b|\btak(?:e|es|ing) a pass on\b"
        r"|\bgiv(?:e|es|ing) (?:it|this|(?:[\w-]+ ){0,3}(?:{attribute_words.pose_nouns}|\w+asana)|(?-i:[A-Z])\w+)"
        r" a rest\b"
    ),
    pattern(
        r"\b(?:should|must|ought to|will want to|may want to|might want to|better) pass\b"
        r"(?=\s*(?:[.,;!–—)]|$|on (?:it|this)\b|{advice_words.after_passing}\b))"
    ),
    pattern(
        r"^\W*(?:and |but |or )?if\b.*(?:\bthen|,)\s*(?:also\s+)?"
        r"(?:it['’]?s (?:a )?|it is (?:a )?)?{advice_words.bare_bans}\W*$"
    ),
    pattern(
        r"(?<!\bor )\b{advice_words.choosing} {advice_words.another_one} "
        r"(?:[\w-]+ ){0,2}?(?:{attribute_words.pose_nouns}|position)s?\b"
    ),
)
_SO = frozenset({"so", ",", "–", "-", ":", "then"})
#: What is better than the pose: "better off with Bridge".
BETTER_OFF = "better off"
#: What is avoided when it is the whole practice, and not a part of it: "any of these poses".
_WHOLE = pattern(
    r"(?:{advice_words.whole_openers}\s+)*(?:{advice_words.wholes}|\w+asana)\b(?! to (?:the|your)\b)"
    r"|(?:(?!{advice_words.partial}\b)\w+ ){0,3}(?:{attribute_words.pose_nouns}|practice)\b"
)
#: Words after "avoid" by which the advice still means the whole practice: "avoid if …".
_CLAUSE_OPENERS = words("advice_words.clause_openers")
#: What may stand between the advice and what is avoided: "stay away from".
_BETWEEN = words("advice_words.between")
_HOLD = "hold"
#: Only a long stay in the pose: "holding the pose for extended periods".
_LONG = pattern(r"(?:\w+ ){0,4}(?:for )?{advice_words.long}\b")
#: Only a part or a form of the pose is left out: "should not do the full pose but should recline".
_PARTLY = pattern(
    r"(?:the |any |a )?(?:[\w-]+ ){0,2}{advice_words.forms} (?:with|where|in which|that|on|without)\b"
    r"|(?:the |a )?(?:full|final|complete|entire)"
    r" (?:(?:version|expression|variation|form|variant)\b|\w+ (?:, )?(?:but|instead|take|use|choose|try)\b)"
)
_PRACTISING = words("advice_words.practising")
#: A bad way or time to practise, which alone is barred: "do not practise it very fast".
_HASTY = words("advice_words.hasty")
_GOING = words("advice_words.going")
#: What goes on to the pose itself, and is no part of the way: "do not go into the pose", "do not go ahead".
_INTO = words("advice_words.into")
#: Units after an advice in which it may come to the pose: "be folded into Lotus".
_INTO_REACH = 7
_POSE_NOUNS = words("attribute_words.pose_nouns")
#: Movements and loads that are barred, and not the pose.
_MOVEMENTS = words("advice_words.movements")
#: Names of the practice that are verbs of moving after a negation, and how such negations end.
_MOVING = words("advice_words.moving")
_NEGATED = ("not", "n't", "n’t", "never")
#: Movements that are a part of a pose as well as a kind of it, and what is done with a pose.
_PARTS = words("advice_words.parts")
_TAKE = "take"
#: Parts of the way into a pose.
_STAGES = words("advice_words.stages")
#: What is waited for after a meal, and units in which it is told.
_WAIT, _LONG_REACH = "wait", 8
_MEALS = words("advice_words.meals")
_FOLLOWING = "following"
_THIS = frozenset({"this", "these"})
_IT = frozenset({"it", "this", "the", "be"})
#: What stands before examples of what is avoided: "deep backbends such as Camel Pose".
_EXEMPLIFYING = words("advice_words.exemplifying")


def bars_barely(sentence: Sentence, conditions: Sequence[Condition]) -> bool:
    """Say whether a sentence, or what follows the label that it opens with, only bars: "Then no.", "Gout: don't"."""
    if not conditions:
        return _BAN.match(sentence.text) is not None
    phrase = conditions[-1].phrase
    if not (is_label(sentence, phrase) and conditions[-1].opening.first <= OPENING):
        return False
    mark = sentence.units[phrase.last]
    place = mark.end - sentence.span.start
    return _BAN.match(sentence.text, place) is not None or _NO.match(sentence.text, place) is not None


def leaves_pose(units: Sequence[Unit], named: Container[int], index: int) -> bool:
    """Say whether an order leaves out the pose by its name: "leave Locust Pose aside", "drop Camel for now"."""
    following = units[index + 1 : index + 3]
    if units[index].norm == "no" and any(unit.start in named for unit in following[:1]) and _opens_case(following[1:]):
        return True  # "No headstands with a neck injury"
    if units[index].norm == "no" and index and units[index - 1].norm in _SO:
        return any(unit.start in named for unit in following)  # "Glaucoma: no deep squats", "so no Rabbit"
    ordered = not units[index].text.endswith(("s", "ing")) and not units[index].cue("negation.before")
    return units[index].norm in _LEAVING and ordered and any(unit.start in named for unit in following)


def _opens_case(units: Sequence[Unit]) -> bool:
    return any(unit.norm in _CLAUSE_OPENERS and unit.is_word for unit in units)


def passes_over(sentence: Sentence) -> bool:
    """Say whether a sentence tells to pass over what it names: "give Camel a wide berth", "give Plow Pose a miss"."""
    return any(passing.search(sentence.text) for passing in _PASSING_OVER)


def is_whole(sentence: Sentence, index: int, conditions: Sequence[Condition], named: Container[int]) -> bool:
    """Say whether an "avoid" means the whole practice: "avoid this pose", "avoid Tree Pose", "avoid if"."""
    units = sentence.units
    norm = units[index].norm
    following = units[index + 1 :]
    if _WAIT in norm.split() and any(unit.norm in _MEALS for unit in following[:_LONG_REACH]):
        return False  # "wait at least two hours after a meal"
    if any(cue.form == WHOLE for cue in units[index].cues if cue.role == "advice"):
        named_before = (c.phrase.last for c in conditions if c.phrase.last <= index)
        return not _is_of_movement(units[max(named_before, default=0) : index], named)
    if _HOLD in norm.split() and _LONG.match(" ".join(unit.norm for unit in following[:8])):
        return False  # "should not hold it for long"
    if _PARTLY.match(" ".join(unit.norm for unit in following[:6])):
        return False
    if norm.endswith(_NEGATED) and following and following[0].start in named:
        return True  # "should not invert", in a headstand
    if norm.startswith(BETTER_OFF):
        return following[:1] != () and following[0].text[:1].isupper()  # "better off with Bridge"
    if norm.split()[-1] in _PRACTISING and norm not in {"do not", "not be"}:
        if _LONG.match(" ".join(unit.norm for unit in following[:_LONG_REACH])):
            return False  # "should not practise it for more than three minutes"
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
    if norm.endswith(_NEGATED) and _takes(following):
        return True  # "do not take it in pregnancy"
    if _is_part(units, index, place):
        return False  # "stand with the feet apart and avoid the backbend"
    if _goes_into(following, named):
        return True
    if units[place].norm in _STAGES:
        return False  # "skip step 3"
    if norm == "skip" and units[place].is_plain and units[place].is_word and not units[place].norm.endswith("ing"):
        return True  # a name that is not known: "skip inclined plane"
    if units[place].norm.partition(" ")[0] in _CLAUSE_OPENERS:
        return True  # "should avoid" + "during periods"
    if any(c.phrase.first <= place < c.phrase.last for c in conditions):
        return index == 0  # "Avoid high blood pressure …" as a list; elsewhere "avoid injury" is a purpose
    clause = list(takewhile(lambda unit: unit.is_word, following))
    if norm.endswith(_NEGATED) and _says_at_all(clause) and not any(unit.entry("BodyRegion") for unit in clause):
        return True  # "should not be kneeling at all"
    if norm.endswith(_NEGATED) and units[place].norm in _MOVING:
        return False  # "should not stretch too far"
    rest = " ".join(unit.norm for unit in units[place : place + 8])
    return _WHOLE.match(rest) is not None and _LONG.match(rest) is None


def _takes(units: Sequence[Unit]) -> bool:
    """Say whether a ban is of taking the pose up: "do not take in hernia", but not "do not take it too far"."""
    if not units or units[0].norm != _TAKE:
        return False
    after = units[2:] if any(unit.norm in _IT for unit in units[1:2]) else units[1:]
    return any(unit.norm in _CLAUSE_OPENERS for unit in after[:1])


def _is_part(units: Sequence[Unit], index: int, place: int) -> bool:
    """Say whether a movement is left out of the pose, which an order before tells how to do."""
    named = [unit.norm for unit in units[place : place + 2]]
    ordered = any(unit.cue("imperative") or unit.cue("advice", "modify") for unit in units[:index])
    return ordered and named[:1] == ["the"] and not _PARTS.isdisjoint(named[1:])


def _says_at_all(units: Sequence[Unit]) -> bool:
    return " at all" in " " + " ".join(unit.norm for unit in units)


def _is_of_movement(before: Sequence[Unit], named: Container[int]) -> bool:
    """Say whether what is barred is a movement: "lying on your back for long isn't advised"."""
    clause = list(takewhile(_goes_on, reversed(before)))
    while clause and clause[-1].cue("glue.determiners"):
        clause.pop()
    if any(unit.norm in _POSE_NOUNS or unit.entry("Pose") or unit.norm.endswith("asana") for unit in clause):
        return False  # "Being an inversion this pose is contraindicated"
    if clause and clause[-1].start in named:
        return False  # "being upside down is not advised", in a headstand
    if clause and clause[-1].norm in _MOVEMENTS:
        return True  # "hyperextension of the knee should be avoided"
    opening = clause[-1] if len(clause) > 1 else None
    if opening is None or not opening.norm.partition(" ")[0].endswith("ing") or opening.cue("introducers"):
        return False
    if opening.entry("HealthCondition") or opening.norm == _FOLLOWING:
        return False  # "bleeding piles", "the following conditions"
    return not _is_practising(opening) and clause[-2].norm not in _IT


def _goes_on(unit: Unit) -> bool:
    """Say whether a unit belongs to the clause of those after it."""
    return unit.is_word and not unit.cue("negation.ends")


def _goes_part_way(following: Sequence[Unit]) -> bool:
    """Say whether words after "go" tell how far: "do not go all the way down", but not "do not go into the pose"."""
    return bool(following) and following[0].is_word and following[0].norm not in _INTO | _CLAUSE_OPENERS


def _goes_into(following: Sequence[Unit], named: Container[int]) -> bool:
    """Say whether a verb goes on with the pose as a place: "should not sit in this posture", "be folded into Lotus"."""
    near = following[:_INTO_REACH]
    return any(
        one.norm in _INTO and (other.start in named or (third.norm in _POSE_NOUNS and other.cue("glue.determiners")))
        for one, other, third in zip(near, near[1:], near[2:], strict=False)
    )


def _is_example(following: Sequence[Unit], named: Container[int]) -> bool:
    """Say whether the pose is one of those that are avoided: "avoid deep backbends such as Camel Pose"."""
    clause = takewhile(lambda unit: unit.norm != ",", following)
    return any(
        unit.norm in _EXEMPLIFYING and (other.start in named or other.norm in _THIS) for unit, other in pairwise(clause)
    )


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
