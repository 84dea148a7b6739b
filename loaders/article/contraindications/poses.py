"""Which pose a clause bars: this one, by its name, its movement or another in its place; or only another."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from yogakg.facts import Span, Term
from yogakg.lexicon import fold
from yogakg.loaders.article.advice import BETTER_OFF
from yogakg.loaders.article.context import Reader
from yogakg.loaders.article.coordination import CONDITION, REGION
from yogakg.loaders.article.recognition.mentions import Sentence
from yogakg.loaders.article.recognition.movements import movements
from yogakg.loaders.article.recognition.poses import PoseMention
from yogakg.loaders.article.recognition.words import pattern, words

_THIS_POSE = pattern(r"\b(?:this|the) {attribute_words.pose_nouns}\b")
POSE_NOUNS = words("attribute_words.pose_nouns")
#: Characters of the shortest word that tells a pose from others: "head", but not "on" or "the".
_TELLING_WORD = 4
_SHORT_NAMES = words("contraindication_words.short_names")
#: What turns from this pose to the one named next, and characters between the two: "swap it for the Bridge".
_TURNING_TO = pattern(
    r"\b(?<!some )(?<!others )(?<!many )"
    r"(?:{contraindication_words.turning_to}|swap(?:s|ped)? the (?:\w+ ){1,2}for)\b(?! for\b)"
)
_NEAR = 6
#: The same around the name: "do Bridge Pose instead", but not "…, or do Bridge instead", which leaves the choice.
_TAKING = pattern(r"(?<!\bor )\b{contraindication_words.taking} (?:[\w-]+ )?$")
#: What makes only a part of the pose before it: "substitute Half Hero legs".
_LIMB = pattern(r"\s+{poses.limbs}\b")
_IN_ITS_PLACE = pattern(r"\b{contraindication_words.in_its_place}\b")
_INSTEAD = pattern(r"\W*(?:{attribute_words.pose_nouns}\W+)?{contraindication_words.in_its_place}\b")
#: What turns from a barred movement to another way.
_ELSE = pattern(r"\b(?:instead|but|rather)\b")
#: What brings a limb into another pose, which is a part of this one: "don't fold the leg into Half Hero".
_INTO = re.compile(r"\binto\s$")
#: Units before a ban in which its subject stands: "Headstand, which is barred to …".
_SUBJECT = 6


def places_of_pose(sentence: Sentence, poses: Sequence[PoseMention], reader: Reader) -> frozenset[int]:
    """Return the places at which the pose is named that a text is about, a word of its name or its movement.

    "Avoid Camel if", "avoid camel if", "do not bend backward if".
    """
    named = (mention.span.start for mention in poses if mention.term.iri == reader.subject.iri)
    own = _name_words(reader.subject)
    worded = (  # but not "leave the head up", "do not bend fully"
        unit.start
        for unit in sentence.units
        if unit.norm in own and not (unit.text.islower() and (unit.entry(REGION) or unit.cue("imperative")))
    )
    return frozenset((*named, *worded, *_movements_of_pose(sentence, reader)))


def _movements_of_pose(sentence: Sentence, reader: Reader) -> Iterator[int]:
    """Yield where a sentence bars a movement that the pose cannot be done without, and tells no other way to do it."""
    if _ELSE.search(sentence.text):
        return
    base = sentence.span.start
    named = [Span(base + first, base + last) for first, last in movements(reader.subject.iri, sentence.text)]
    orders = [sentence.units[place] for place in sentence.cued("advice", "modify")]
    if all(any(span.start <= unit.start < span.end for span in named) for unit in orders):
        yield from (span.start for span in named)


def bars_other(sentence: Sentence, poses: Sequence[PoseMention], reader: Reader) -> bool:
    """Say whether only another pose is barred, which has no word of its name in common: "avoid Headstand if …"."""
    if not poses or _THIS_POSE.search(sentence.text):
        return False
    own = _name_words(reader.subject)
    known = (
        one
        for one in poses
        if not one.term.minted
        and reader.text[one.span.start].isupper()
        and not _INTO.search(reader.text, max(0, one.span.start - _NEAR), one.span.start)
    )
    others = {mention.span.start for mention in known if own.isdisjoint(_name_words(mention.term))}
    subjects = {mention.span.start for mention in poses} - others
    units = sentence.units
    others -= {unit.start for unit in units if unit.entry(CONDITION, REGION)}  # "Neck injury …" is no Neck Pose
    avoided = [place for place in sentence.cued("advice", "avoid") if not units[place].norm.startswith(BETTER_OFF)]
    near = [(*units[max(0, place - _SUBJECT) : place], *units[place + 1 : place + 3]) for place in avoided]
    return bool(near) and all(
        any(unit.start in others for unit in around) and not any(unit.start in subjects for unit in around)
        for around in near
    )


def tells_else(sentence: Sentence) -> bool:
    """Say whether a ban of another pose is only the other choice of an order: "come down on the forearms, or skip"."""
    return any(unit.cue("imperative") or unit.cue("advice", "modify") for unit in sentence.units)


def turns_to_other(sentence: Sentence, reader: Reader, *, of_conditions: bool) -> bool:
    """Say whether another pose is advised in the place of this one: "In pregnancy, switch to Bridge Pose".

    A clause that names no condition must say so outright: "take Bridge Pose in its place".
    """
    text, base = sentence.text, sentence.span.start
    turn = _TURNING_TO.search(text) if of_conditions else None
    if turn is None and _IN_ITS_PLACE.search(text) is None:
        return False
    own = _name_words(reader.subject)
    poses = (pose for pose in reader.finder.find(reader.text, sentence.span) if not pose.term.minted)
    others = [pose.span for pose in poses if own.isdisjoint(_name_words(pose.term)) and pose.term != reader.subject]
    others = [other for other in others if not _LIMB.match(text, other.end - base)]
    turned_to = turn is not None and any(0 <= other.start - base - turn.end() <= _NEAR for other in others)
    return turned_to or any(
        _TAKING.search(text, 0, other.start - base) and _INSTEAD.match(text, other.end - base) for other in others
    )


def _name_words(practice: Term) -> frozenset[str]:
    """Return the words of a practice's English and its Sanskrit name that tell it from others."""
    return _telling_words(practice.labels[:2])


@lru_cache(maxsize=1024)  # asked of the same pose for every sentence
def _telling_words(names: tuple[str, ...]) -> frozenset[str]:
    spoken = (word for name in names for word in fold(name).split())
    return frozenset(word for word in spoken if len(word) >= _TELLING_WORD or word in _SHORT_NAMES) - POSE_NOUNS
