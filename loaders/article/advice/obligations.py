"""What somebody should do, and not what the pose can do to them; and whether that is another way to do the pose."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from yogakg.loaders.article.advice.labels import orders
from yogakg.loaders.article.recognition.mentions import Sentence, Unit
from yogakg.loaders.article.recognition.words import pattern, words

_SHOULD = pattern(
    r"\b(?P<should>{advice_words.should})\s+(?:{advice_words.should_adverbs} )?"
    r"(?P<verb>(?!{advice_words.no_change}\b)\w+)"
)
#: A way of doing it that is only suggested: "I'd suggest keeping the foot low", "consider wearing a brace".
_SUGGESTING = pattern(r"\b{advice_words.suggesting}\s+(?!{advice_words.unsuggested}\b)\w+ing\b")
#: The pose as the subject of a verb just after it: "the inversion can accelerate …".
_OF_POSE = pattern(r"\b{advice_words.wholes}\s+$")
#: After a verb, only the pose itself: "should sit in Virasana".
_INTO_POSE = pattern(r"\s+{advice_words.into}\s+(?:\w+ ){0,3}?(?:{advice_words.wholes}|\w+asana)\b")
#: Who speaks, and so is not advised: "we need to slow it down".
_WE = pattern(r"\bwe\s+$")
#: What nobody has to do: "you don't have to give it up".
_DENIED = pattern(r"(?:n['’]t|\bnot)\s+$")
#: How somebody should leave the pose, or come into it.
_GETTING_UP = pattern(r"\b(?:should|must|need to|have to) (?:\w+ )?get (?:up|down|out|off|in)\b")
#: Whom a teacher tells what to do.
_BIDDING = pattern(
    r"\b(?:(?:i|we|they|teachers|please) (?:\w+ )?{advice_words.bidding}\b[^.;:]*?"
    r"|(?:are|is) {advice_words.bidden} )to "
)
#: What somebody was told by a doctor or a teacher.
_BIDDEN = words("advice_words.bidden")
_TOLD, _BEEN = "told", "been"
#: Who may do something, beside people and those with a condition.
_DOERS = frozenset({"you", "they", "one", "he", "she", "it", "this", "that", "who", "also", "still", "often"})
_BETTER = "better"
#: Words that order something only where they open a clause.
_BARE_ORDERS = frozenset({_BETTER, "let", "leave"})
#: Ends of what is no opening of a clause: "how to" + "let go", "linked to" + "better sleep".
_NO_ORDERS = (" to", " how", " a", " the", " of", " and")
#: What may be done to somebody as well as by them.
_POSSIBLE = words("advice_words.possible")
#: What happens to somebody and is not done: "may feel", "can develop".
_HAPPENING = words("advice_words.happening")
#: Effects that happen to somebody, "may improve", and are no order.
_HAPPENS = tuple(words("advice_words.only_happens"))
DOING_IT = words("advice_words.doing_it")
#: The verb of doing that tells no other way even after "should".
_PRACTICE = "practice"
#: What tells of another way to do the pose: "lying down", "with", "near".
_OTHERWISE = words("advice_words.otherwise")
#: How well the pose is done: "with benefit", "without difficulty".
_HOW_WELL = frozenset({"with", "without"})
#: With "with" or "without" before them they tell how well, and no other way.
_GAINS = words("advice_words.how_well")
#: What a verb of doing may have as its object without telling another way: "do it", "perform the pose".
IT = frozenset({"it", "this", "pose"})
#: What a pose puts on a region: "pressure", "strain".
_LOADS = words("advice_words.loads")


def is_bidden(units: Sequence[Unit], place: int) -> bool:
    """Say whether a unit says that somebody was told what to do: "anyone told to …", "who has been advised to …"."""
    told = units[place].norm
    return told == _TOLD or (told in _BIDDEN and place > 0 and units[place - 1].norm == _BEEN)


def obliges(sentence: Sentence) -> bool:
    """Say whether a sentence tells what somebody should do, and not what the pose can do to them."""
    if _SUGGESTING.search(sentence.text) or _GETTING_UP.search(sentence.text):
        return True
    bidden = _BIDDING.search(sentence.text)
    if bidden and any(orders(unit) for unit in sentence.units if unit.start == sentence.span.start + bidden.end()):
        return True  # "I tell my students with gout to leave the arms out"
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
        if only_possible and not _may_do(sentence, match.start()):
            continue  # "deep bending can disturb healing"
        doing = verb.norm.partition(" ")[0]
        if doing in DOING_IT and (only_possible or doing == _PRACTICE):
            if is_otherwise([unit for unit in sentence.units if unit.start > verb.start]):
                return True
            continue
        happens = verb.norm.partition(" ")[0] in _HAPPENING or any(verb.cue("effect", kind) for kind in _HAPPENS)
        if not (only_possible and happens):
            return True
    return False


def _may_do(sentence: Sentence, start: int) -> bool:
    """Say whether what stands before "can" or "may" may do something: readers, people, those with a condition."""
    before = [unit for unit in sentence.units if unit.end - sentence.span.start <= start]
    if not before or not before[-1].is_word or before[-1].joins:
        return True
    person = before[-1].cue("introducers", "people") is not None or before[-1].norm in _DOERS
    return person or before[-1].entry("HealthCondition") is not None or before[-1].cue("glue.heads") is not None


def _stands_as_order(sentence: Sentence, match: re.Match[str], verb: Unit) -> bool:
    """Say whether "better", "let" and the like order something: not "how to let go", "linked to better sleep"."""
    before = sentence.text[: match.start()].rstrip().casefold()
    said = match.group("should").casefold()
    return not before.endswith(_NO_ORDERS) and (said != _BETTER or orders(verb))


def is_otherwise(units: Sequence[Unit]) -> bool:
    """Say whether words tell in which other way the pose is done: "… lying down", "… on a mat"."""
    freely = any(one.norm in _HOW_WELL and other.norm in _GAINS | IT for one, other in pairwise(units))
    if any(unit.norm in _OTHERWISE or unit.entry("Prop") for unit in units) and not freely:
        return True
    spoken = [unit for unit in units if not unit.cue("glue.determiners")]
    return any(one.norm == "on" and other.entry("BodyRegion") for one, other in pairwise(spoken))


def _loads(units: Sequence[Unit], verb: Unit) -> bool:
    """Say whether a verb tells what is put on a region: "can put pressure on the discs", "can strain the neck"."""
    following = [unit for unit in units if unit.start >= verb.start][:4]
    return any(map(is_load, following))


def is_load(unit: Unit) -> bool:
    """Say whether a unit names what a pose puts on a region: "unnecessary strain"."""
    named = unit.entry("HealthCondition") is not None and " " in unit.norm  # "high blood pressure"
    return not named and not _LOADS.isdisjoint(unit.norm.split())
