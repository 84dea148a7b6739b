"""The one advice that a sentence comes to, and whether it is tied to a condition."""

from __future__ import annotations

from collections.abc import Container, Sequence
from functools import partial
from itertools import pairwise

from yogakg.loaders.article.advice.bans import bars_barely, is_whole, leaves_pose, passes_over
from yogakg.loaders.article.advice.changes import tells_change
from yogakg.loaders.article.advice.labels import TIE, Condition, orders
from yogakg.loaders.article.advice.no_advice import (
    FOR_WHOM,
    advises_nothing,
    is_no_order,
    is_reason,
    only_announces,
    tells_why,
)
from yogakg.loaders.article.coordination import Phrase
from yogakg.loaders.article.recognition.mentions import Sentence, Unit
from yogakg.loaders.article.recognition.words import pattern, words

#: "Not without supervision" is caution, not a ban.
_UNSUPERVISED = pattern(
    r"\b{advice_words.without}\b[^.;]{0,40}\b{advice_words.supervisors}"
    r"|(?:\b(?:not|never|avoid)|n['’]t)\b[^.,;]{0,40}\b{advice_words.on_ones_own}\b"
)
#: Whom somebody advises against it, between the two words: "doctors advise people with glaucoma against inversions".
_AGAINST = pattern(
    r"\b{advice_words.advisers_say}\b[^.;:]*\bagainst (?!the (?:wall|floor|mat)\b)"
    r"|\bkeeps? (?!the |your |both |them |it )[^.;:,]*? (?:away from|out of|off)"
    r" (?:it|this|the {attribute_words.pose_nouns})\b"
    r"|\bwarn(?:s|ed)?\b[^.;:]*\boff (?:it|this|the {attribute_words.pose_nouns})\b"
)
#: How bans open that after a call for care only tell why: "be cautious, as it may aggravate the condition".
_WORSENING = ("aggravate", "worsen")
#: What is a title before another advice: "Caution: bend the knees with a back injury".
_TITLES = frozenset({"caution", "precaution"})
#: Adverbs between "or" and a ban, what concludes, and what ends a clause.
_CHOOSING = words("advice_words.choosing_adverbs")
_SO = frozenset({"so", "therefore", "hence"})
_CLAUSE_ENDS = frozenset({".", ";", ":"})
#: What ties an advice to the condition right after it: "contraindicated for …".
_CONCERNING = words("advice_words.concerning")
#: What ties a ban to a condition near it: "not advisable after six months of …".
_TYING = words("advice_words.tying")


def advised(sentence: Sentence, conditions: Sequence[Condition], named: Container[int] = ()) -> str | None:
    """Return what a sentence advises: Avoid, Caution or Modify.

    "Avoid" of the whole practice wins; "avoid" of a part of it is a change; "consult" and "careful" are caution.
    ``named`` are the places in the text at which a name of the pose starts.
    """
    if bars_barely(sentence, conditions) or passes_over(sentence):
        return "Avoid"
    advising = sentence.cued("advice")
    inside = {place for c in conditions for place in range(c.phrase.first, c.phrase.last)} if advising else ()
    told = [
        (index, cue.value)
        for index in advising
        if index not in inside
        for cue in sentence.units[index].cues
        if cue.role == "advice" and not advises_nothing(sentence.units, index)
        if not (cue.value == "modify" and is_no_order(sentence.units, index))
    ]
    if any(map(partial(leaves_pose, sentence.units, named), range(len(sentence.units)))):
        return "Avoid"
    asked = [index for index, value in told if value == "caution"]
    avoided = [index for index, value in told if value == "avoid" and not is_reason(sentence.units, index, asked)]
    if asked:
        avoided = [i for i in avoided if not (i > asked[0] and sentence.units[i].norm.startswith(_WORSENING))]
    reasons = [index for index in avoided if tells_why(sentence.units, index)]
    if reasons and (len({value for _, value in told}) > 1 or tells_change(sentence, conditions)):
        avoided = [index for index in avoided if index not in reasons]
    avoided = [index for index in avoided if not _is_left_to_choice(sentence.units, index, told)]
    if asked and avoided and avoided[-1] < asked[0] and _concludes(sentence.units[avoided[-1] + 1 : asked[0]]):
        return "Caution"  # "it isn't ideal, so check with your doctor"
    if avoided and _UNSUPERVISED.search(sentence.text):
        return "Caution"
    if _AGAINST.search(sentence.text):
        return "Avoid"
    if any(is_whole(sentence, index, conditions, named) for index in avoided):
        return "Modify" if _lacks_prop(sentence, avoided[0]) else "Avoid"
    values = {value for _, value in told}
    # The first word may be a lost heading.
    asked = [i for i in asked if " " in sentence.units[i].norm or any(unit.is_word for unit in sentence.units[:i])]
    if not asked and "modify" in values and sentence.units[0].norm in _TITLES:
        values.discard("caution")
    if asked and len(values) > 1 and only_announces(sentence.units, asked[-1], told):
        values.discard("caution")
    if "caution" in values and (not avoided or (asked and asked[0] < avoided[0])):
        return "Caution"
    changes = avoided or "modify" in values or tells_change(sentence, conditions)
    return "Modify" if changes else None


def _is_left_to_choice(units: Sequence[Unit], index: int, told: Sequence[tuple[int, str]]) -> bool:
    """Say whether a ban is only the other choice: "bend the knees or skip it", no "skip it or bend them"."""
    before = index - 1 if index and units[index - 1].norm in _CHOOSING else index
    if not before or units[before - 1].norm != "or":
        return False
    others = any(place < index and value != "avoid" for place, value in told)
    return others or any(orders(unit) for unit in units[: before - 1])


def _concludes(units: Sequence[Unit]) -> bool:
    """Say whether what stands between a ban and a call for care makes that its conclusion: "…, so check with …"."""
    return any(unit.norm in _SO for unit in units) and not any(unit.norm in _CLAUSE_ENDS for unit in units)


def _lacks_prop(sentence: Sentence, index: int) -> bool:
    """Say whether only doing it without a prop is barred: "shouldn't sit in it without a wall behind"."""
    following = sentence.units[index + 1 :]
    places = [
        place for place, unit in enumerate(following) if unit.norm == "without" and following[place - 1].norm != "or"
    ]
    return any(unit.entry("Prop") for place in places for unit in following[place + 1 : place + 4])


def concerns(sentence: Sentence, phrase: Phrase) -> bool:
    """Say whether an advice to avoid is tied to what follows it: "contraindicated for …", "avoid during …"."""
    units = sentence.units[: phrase.first]
    if sentence.units[phrase.first].norm.partition(" ")[0] in _CONCERNING and any(unit.cue("advice") for unit in units):
        return True  # "not recommended" + "during periods"
    before = phrase.first - 1
    while before > 0 and units[before].cue("glue.determiners"):
        before -= 1
    if before >= 0 and units[before].norm in FOR_WHOM:
        return True  # "not with a hernia"
    if any(unit.norm in FOR_WHOM and unit.cue("advice", "avoid") for unit in units[-TIE:]):
        return True  # "just not if you've a hernia"
    if any(unit.cue("advice", "caution") for unit in units) and units[before : before + 1]:
        return units[before].norm in _CONCERNING  # "caution should be used with …"
    if any(unit.cue("advice", "avoid") and following.norm in _CONCERNING for unit, following in pairwise(units)):
        return True
    # "not advisable after six months of …", "avoid this pose in the third trimester"
    return any(unit.norm.partition(" ")[0] in _TYING for unit in units[-TIE:]) and any(
        unit.cue("advice", "avoid") for unit in units
    )
