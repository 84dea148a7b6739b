"""Words of advice that advise nothing: they deny, tell what for or why, or only announce another advice."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from yogakg.lexicon import fold
from yogakg.loaders.article.advice.obligations import DOING_IT, IT, is_bidden, is_load, is_otherwise
from yogakg.loaders.article.recognition.mentions import Unit
from yogakg.loaders.article.recognition.words import pattern, words

_DENYING = words("advice_words.denying")
#: What nobody has to do: "no need to avoid it".
_NEEDLESS = pattern(r"\b{advice_words.needless}$")
#: The same before a noun, with what kind of it: "no known contraindications".
_DENIED = pattern(r"\b{advice_words.needless}(?: \w+){0,2}$")
_CONTRAINDICATION = "contraindication"
_DO_NOT = frozenset({"do not", "don't"})
#: Verbs that nobody orders: "do not suffer from", "do not hesitate".
_STATIVE = words("advice_words.stative")
_FEELING = words("advice_words.feeling")
#: What denies all that follows: "none of these is a reason …".
NONE = frozenset({"none", "neither"})
_REASON = "reason"
_DENIES = pattern(r"\b(?:no|not)\b|n['’]t\b")
#: A negation and the leaving out that it bars.
_LEAVE = "leave"
_RELATIVE, _ALLOW = frozenset({"which", "that"}), "allow"
_NEGATED, _PAIR = ("not", "n't", "n’t", "never"), 2
_LEAVING_OUT = tuple(words("advice_words.leaving_out"))
#: Units before a ban in which "conditions where" stands, and "been".
_RELATIVE_REACH, _JUST_BEFORE = 12, 2
#: What says when to stop.
_STOP = "stop"
_ONCE = frozenset({"once", "as", "when", "whenever", "before"})
#: What says for whom the pose is not: "not for", "not with".
FOR_WHOM = frozenset(map(fold, words("advice_words.for_whom")))
_FOR, _REACH = frozenset({"for", "with", "in"}), 6
_EVERYBODY = words("advice_words.everybody")
#: What is said before the purpose of a way of doing: "keep the back straight to avoid strain".
_ALIGNED = words("advice_words.aligned")
#: Words of harm, which may be denied or be a reason as well as a ban.
_BARRING = words("advice_words.barring")
#: Words of harm that with a hedge are only a reason.
_HARMFUL = words("advice_words.harmful")
_WHY = frozenset({"as", "since", "because", "for"})
#: What makes the verb after it no order: "it is hard to raise the body".
_HARD = words("advice_words.hard")
#: Names of changes, which advise as nouns too: "needs a modification".
_CHANGES = words("advice_words.changes")
#: Verbs of putting, how dangers open in which one puts something, and units from the one to the other.
_PUTTING = words("advice_words.putting")
_DANGERS = tuple(words("advice_words.dangers"))
_DANGER_REACH = 7
#: "Use it" tells of the pose as a means: "therapists use it with …".
_USE = "use"


def advises_nothing(units: Sequence[Unit], index: int) -> bool:
    """Say whether a word of advice advises nothing: "it does not put anybody at risk", "no need to avoid it"."""
    if any(unit.text.casefold() in _DENYING for unit in units[max(0, index - 1) : index + 1]):
        return True
    if orders_nothing(units, index) or _is_purpose(units, index):
        return True
    if units[index].norm.startswith(_LEAVE) and any(unit.norm == "there" for unit in units[index + 1 : index + 2]):
        return True  # "do the bind, and leave it there"
    if index and units[index - 1].norm in _RELATIVE and _ALLOW in units[index].norm.split():
        return True  # "a disorder which does not allow bending"
    if index and units[index - 1].norm == "not" and units[index].norm in _BARRING:
        return True
    if _is_taken_back(units, index):
        return True  # "asthma patients must not skip it"
    if any(unit.norm in _FEELING for unit in units[max(0, index - 1) : index]):
        return True  # "may feel unsafe with the eyes closed"
    if _is_told_of_others(units, index):
        return True
    if _STOP in units[index].norm.split() and any(unit.norm in _ONCE for unit in units[index + 1 : index + 2]):
        return True  # "stop doing it once you feel it in the knee"
    reason = units[index].norm.startswith(_REASON)
    if reason and any(unit.norm in NONE for unit in units[max(0, index - 6) : index]):
        return True  # "none of these is a reason not to practise"
    if reason and any(_DENIES.search(unit.text) for unit in units[max(0, index - _JUST_BEFORE) : index]):
        return True  # "old sprains aren't a reason to skip it"
    if units[index].norm in FOR_WHOM and any(unit.norm in _EVERYBODY for unit in units[index + 1 : index + 2]):
        return True  # "it is not for everyone"
    if units[index].norm in FOR_WHOM and any(
        one.norm == "but" and other.norm in _FOR for one, other in pairwise(units[index + 1 : index + _REACH])
    ):
        return True  # "not for oneself but for all"
    before = " ".join(unit.text.casefold() for unit in units[max(0, index - 4) : index])
    denied = _DENIED if units[index].norm.startswith(_CONTRAINDICATION) else _NEEDLESS
    return denied.search(before) is not None


def _is_taken_back(units: Sequence[Unit], index: int) -> bool:
    """Say whether a ban is of leaving the pose out, or the leaving out that is barred: "must not" + "skip it"."""
    pairs = (units[max(0, index - 1) : index + 1], units[index : index + 2])
    return any(
        len(pair) == _PAIR and pair[0].norm.endswith(_NEGATED) and pair[1].norm.startswith(_LEAVING_OUT)
        for pair in pairs
    )


def _is_told_of_others(units: Sequence[Unit], index: int) -> bool:
    """Say whether a ban only tells which conditions are meant: "conditions where inversions have been discouraged"."""
    before = units[max(0, index - _RELATIVE_REACH) : index]
    been = any(unit.norm == "been" for unit in before[-_JUST_BEFORE:])
    return been and any(one.cue("glue.heads") and other.norm == "where" for one, other in pairwise(before))


def orders_nothing(units: Sequence[Unit], index: int) -> bool:
    """Say whether "do not" only denies: "if you do not suffer from …", "we do not want to strain it"."""
    return units[index].norm in _DO_NOT and any(unit.norm in _STATIVE for unit in units[index + 1 : index + 2])


def _is_purpose(units: Sequence[Unit], index: int) -> bool:
    """Say whether "to avoid" tells what for: "keep the legs aligned to avoid strain", not "it is best to avoid it"."""
    if units[index].norm != "avoid" or index < 2 or units[index - 1].norm != "to":
        return False
    before = units[index - 2]
    return before.entry("BodyRegion") is not None or before.norm in _ALIGNED


def is_no_order(units: Sequence[Unit], index: int) -> bool:
    """Say whether a verb tells what is hard to do, "to raise the body", or what the pose does: "can put pressure"."""
    verb, *objects = units[index].norm.split()
    bare = verb in DOING_IT and not IT.isdisjoint(objects[-1:])
    if bare and not is_otherwise(units[index + 1 :]):
        return True  # "can practise it" tells no other way
    if units[index].text.casefold().split()[0] == f"{verb}s" and units[index].norm not in _CHANGES:
        return True  # "it puts them at risk"
    if units[index].norm == _USE and any(unit.norm in IT for unit in units[index + 1 : index + 2]):
        return True  # "therapists use it with …"
    if any(endangers(units[index : index + length]) for length in range(2, _DANGER_REACH)):
        return True  # "it may put the vertebrae at risk"
    if index > 1 and units[index - 1].norm == "to" and is_bidden(units, index - 2):
        return True  # "if you have been told to rest because of …"
    hard = any(unit.norm in _HARD for unit in units[max(0, index - 3) : index])
    if index and units[index - 1].cue("glue.determiners") and units[index].norm not in _CHANGES:
        return True  # "the fold"
    return hard or any(map(is_load, units[index + 1 : index + 4]))


def endangers(units: Sequence[Unit]) -> bool:
    """Say whether words end with a danger in which something is put: "it puts the vertebrae at risk"."""
    put = any(unit.norm.partition(" ")[0] in _PUTTING for unit in units[:-1])
    return put and units[-1].norm.startswith(_DANGERS)


def is_reason(units: Sequence[Unit], index: int, asked: Sequence[int]) -> bool:
    """Say whether a possible ban only tells why to take care: "consult an expert, since it may not be suitable"."""
    between = units[asked[0] + 1 : index] if asked else ()
    return any(unit.cue("causes") for unit in between) and any(unit.cue("hedges") for unit in between)


def tells_why(units: Sequence[Unit], index: int) -> bool:
    """Say whether a word of harm is a reason for another advice: "practise near a wall, as a fall can be dangerous"."""
    told_after = any(one.norm == "," and other.text.casefold() in _WHY for one, other in pairwise(units[:index]))
    hedged = units[index].norm in _HARMFUL and any(unit.cue("hedges") for unit in units[max(0, index - 1) : index])
    return hedged or (units[index].norm in _BARRING and told_after)


def only_announces(units: Sequence[Unit], index: int, told: Sequence[tuple[int, str]]) -> bool:
    """Say whether a call for care only announces an advice: "A word of caution for …: do not hold it for long"."""
    colon = next((place for place in range(index, len(units)) if units[place].norm == ":"), None)
    return colon is not None and any(place > colon for place, _ in told)
