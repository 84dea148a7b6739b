"""What each clause of a block says: its conditions, and what it advises those who have them.

Sentences are parted where they turn from one condition to another. A clause has no conditions to warn of if it allows
the pose, gives examples of any condition, bars only another pose, or is the title of another page.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from yogakg.facts import Span
from yogakg.lexicon import fold
from yogakg.loaders.article.advice import Condition, advised, concerns, is_allowed_even, permits
from yogakg.loaders.article.context import Passage, Reader
from yogakg.loaders.article.contraindications.assertion import HEADS, requires_health
from yogakg.loaders.article.contraindications.conditions import conditions_in, is_pregnancy
from yogakg.loaders.article.contraindications.poses import bars_other, places_of_pose, tells_else, turns_to_other
from yogakg.loaders.article.coordination import CONDITION, Phrase
from yogakg.loaders.article.questions import calls_on
from yogakg.loaders.article.recognition.mentions import Sentence, Unit
from yogakg.loaders.article.recognition.words import pattern
from yogakg.loaders.article.structure.headings import sections_named

#: The section of headings about contraindications.
SECTION = "contraindications"
#: Kinds of conditions that are no difficulties in a pose.
OF_THE_BODY = frozenset({"Injury", "PhysiologicalState", "RecoveryState"})
#: Conditions of a bare sentence that is no list of them.
FEW = 2
#: A custom that is told and then called into question: "some sites advise against it, but a study found it safe".
_TELLING_CUSTOM = (
    r"\b(?:{contraindication_words.heard}\b|{contraindication_words.hearsay}\b[^.;]*\b{contraindication_words.says}\b)"
)
_DISPUTED = pattern(
    _TELLING_CUSTOM + r"[^;]*\b{contraindication_words.disputing}\b[^;]*\b{contraindication_words.refuting}\b"
)
_CUSTOM = pattern(_TELLING_CUSTOM)
#: The next sentence disputes it by want of grounds, or by turning against it: "It is safe for others" does not.
_DISPUTING = pattern(
    r"\b{contraindication_words.unfounded}\b"
    r"|^\W*{contraindication_words.disputing}\b[^;]*\b{contraindication_words.refuting}\b"
)
#: Where a sentence turns to another condition or time: "…, but if …", "…; later on …".
_TURN = pattern(
    r"[,;:]\s+(?:{contraindication_words.joints}\s+)?(?={contraindication_words.turns}\b)"
    r"|[,;]\s+but\s+(?!{contraindication_words.provisos}\b)|\s+but\s+(?=(?:{contraindication_words.turns}|{imperative.verbs})\b)"
    r"|[,;]\s+(?:{contraindication_words.joints}\s+)?(?={contraindication_words.later}\b)"
    r"|[,;]\s+and\s+(?={imperative.verbs}\b[^,;]*\b(?:if|in case of|with|when|during)\b)"
    r"|,?\s+and\s+(?=so (?:should|must)\b)"
    r"|,?\s+while\s+(?={contraindication_words.groups}\b)"
    r"|\s+and\s+(?={contraindication_words.groups} (?:with|who|having|suffering)\b)"
    r"|,?\s+{contraindication_words.joints}\s+(?={coordination.modals}\b[^.;]*\b{contraindication_words.later}\W*$)"
)
#: A sentence that lost the period before it: "they will not practise People with asthma …".
_RUN_ON = pattern(r"(?<=[a-z])\s+(?=(?-i:[A-Z]))(?={contraindication_words.groups} (?:with|who|suffering|having)\b)")
#: What is done if the first advice does not help: "bend the knees, and if it still hurts, leave the pose out".
_PERSISTING = pattern(
    r"[,;]\s+(?:and\s+|but\s+)?(?=if (?:it|that|this|the (?:pain|ache|problem)) {contraindication_words.persisting}\b)"
)
#: What a clause ends in where the sentence turns: "they can do it, but".
_DANGLING = pattern(r"[\s,;:]*(?:\b{contraindication_words.joints})?[\s,;:]*$")
#: A clause is complete if it holds an advice, roughly.
_COMPLETE = pattern(r"\b(?!should (?:you|they|anyone|someone)\b){contraindication_words.advising}\b")
#: The same where a group of people follows, which may only go on with a list.
_SURELY_COMPLETE = pattern(r"\b{contraindication_words.surely_advising}\b")
_GROUP = pattern(r"{contraindication_words.groups}\b")
#: A way of doing it in parentheses, for what stands just before, in a list: "asthma (breathe freely), gout".
_GLOSSED = pattern(
    r"(?:^|(?<=[,;] ))[^(),;]*"
    r"(?P<gloss>\()"
    r"(?:[^()]*\b(?<!ward )(?<!side )(?:{contraindication_words.advising}|{contraindication_words.gloss_ways})\b"
    r"|\W*{contraindication_words.glossing}\b)[^()]*\)(?:\s*[,;]\s+)?"
)
_JOINING = pattern(r"\b(?:and|or)\b")
#: Whom an allowance leaves out: "it is safe for everybody except pregnant women".
_EXCEPTING = pattern(
    r"\b(?:{advice_words.allowed}|suitable|no risks?"
    r"|(?:can|may) (?:be )?(?:{advice_words.doing}|{advice_words.done}))\b"
    r"[^.;]*\b{contraindication_words.excepting}\b"
)
#: The same, told first: "Except for people with an injury, everybody can do it".
_EXEMPTING = pattern(
    r"^\W*{contraindication_words.excepting}\b[^.;]*,"
    r"\s*(?P<all>everyone|everybody|anyone|anybody|all)\b[^.;]*\b(?:can|may)\b"
)
#: Advice for life: "see a doctor with any questions regarding back pain".
_DISCLAIMING = pattern(
    r"\b(?:not|no|neither) (?:a |any |intended as a |meant as a |intended to be a )?(?:substitute|replacement) for\b|"
    r"\bbefore (?:starting|beginning|you start|you begin) (?:any |a |an |your )?(?:new )?(?:exercise|fitness|workout)\b"
    r"|^\W*(?:no part of|nothing (?:on|in)|this|the (?:information|content))\b[^.;,]*"
    r"\b(?:replaces?|substitutes?(?: for)?) (?:the |any |your )?(?:medical |professional )?(?:advice|care)\b"
    r"|^\W*(?:it|they|this|these|the|all)\b[^.;,]*\b(?:does|do|can|should|will|cannot|must)"
    r"(?: not|n['’]t)? (?:not )?(?:replace|substitute)"
    r" (?:the |any |your )?(?:\w+ )?(?:advice|opinion|care|consultation|treatment)\b"
    r"|\b(?:read|see) (?:the |all |our )?(?:cautions?|contraindications?|precautions?)\b|^\W*disclaimer\b"
    r"|^\W*before (?:adopting|applying|following|trying) (?:any of )?(?:this|these|them|it|do|please)\b"
    r"|\bany (?:\w+ )?(?:questions?|queries|concerns?) (?:\w+ ){0,2}?(?:regarding|about|concerning)\b"
)
#: A question that is only told of: "a student asked whether she should stop".
_REPORTED = pattern(r"\b(?:asks|asked) (?:\w+ ){0,2}(?:whether|if) (?:she|he|they|i)\b")
_NO = "no"
#: Words beside its conditions of a sentence that only names them.
_BARE = 4
#: How a step opens with whom it is for: "With a knee injury, …".
_OPENING = frozenset({"with", "in", "during", "after", "for"})
_WITHIN = frozenset({"in", "during", "of"})
_SINCE = frozenset({"after", "from", "past", "beyond", "by"})
#: What stands before that from which a condition comes.
_COMING_FROM = frozenset({"from", "due to", "caused by"})
#: "Five poses to avoid during pregnancy".
_POSES_TO_AVOID = pattern(
    r"^\W*(?:[\w-]+ ){0,3}{contraindication_words.practices} (?:to|you should|not to) (?:avoid|skip|do|stop)\b"
)
#: Words that no title has.
_CONDITIONAL = frozenset({"if", "when", "unless"})
#: Advices that name the list which follows: "contraindications include …".
_LISTING = re.compile(r"contra ?indication|reason|restriction")
_OTHER_PAGE = pattern(r"(?<!\bthe )(?<!\bthis )\b{contraindication_words.remedies}\b[^.:;,]{0,20} (?:for|to)\b")


@dataclass(frozen=True, slots=True)
class Reading:
    """A clause: its conditions, what it advises, and whether it is ``bare``: only names its conditions.

    ``named`` are the conditions that it names, also those that it does not warn of.
    """

    passage: Passage
    conditions: tuple[Condition, ...]
    advice: str | None
    bare: bool
    named: tuple[Condition, ...] = ()

    @property
    def sentence(self) -> Sentence:
        """The words of the clause."""
        return self.passage.sentence

    @property
    def ends_in_conditions(self) -> bool:
        """Whether the clause has conditions, and no word follows the last of them."""
        lasts = [condition.phrase.last for condition in self.conditions]
        return bool(lasts) and ends_at(self.sentence.units, max(lasts))

    def words_of(self, condition: Condition) -> Sequence[Unit]:
        """Return the units that name a condition."""
        return self.sentence.units[condition.phrase.first : condition.phrase.last]


def read_block(block: Sequence[Passage], reader: Reader) -> list[Reading]:
    """Read the clauses of a block of sentences, but for customs that it disputes."""
    following = (*block[1:], None)
    asserted = (one for one, after in zip(block, following, strict=True) if not is_disputed(one, after))
    return _specific([_read(clause, reader) for passage in asserted for clause in _clauses(passage)])


def is_disputed(passage: Passage, following: Passage | None) -> bool:
    """Say whether a sentence tells a custom that it, or the next one, calls into question."""
    text = passage.sentence.text
    if _DISPUTED.search(text):
        return True
    return following is not None and bool(_CUSTOM.search(text) and _DISPUTING.search(following.sentence.text))


def _specific(readings: Sequence[Reading]) -> list[Reading]:
    """Leave out bare head nouns that only name what a block specifies: "Injury and surgery: … knee injury …"."""
    told = [c.phrase for reading in readings for c in reading.conditions]
    heads = {phrase.term.label.split()[-1] for phrase in told if " " in phrase.term.label}
    if not heads:
        return list(readings)
    kept = (
        tuple(c for c in reading.conditions if c.introduced or c.phrase.term.label not in heads) for reading in readings
    )
    return [replace(reading, conditions=conditions) for reading, conditions in zip(readings, kept, strict=True)]


def _clauses(passage: Passage) -> Iterator[Passage]:
    """Part a sentence where it turns to another condition: "avoid it if …, but if …, stay low"."""
    text = passage.sentence.text
    glossed = set(_glossed(passage.sentence)) if passage.section == SECTION else set()
    edges = [0]
    for turn in sorted((*_TURN.finditer(text), *_RUN_ON.finditer(text)), key=lambda turn: turn.end()):
        complete = _SURELY_COMPLETE if _GROUP.match(text, turn.end()) else _COMPLETE
        if complete.search(text, edges[-1], turn.start()) and complete.search(text, turn.end()):
            edges.append(turn.end())
    edges = sorted({*edges, *glossed, *(turn.end() for turn in _PERSISTING.finditer(text))})
    if len(edges) == 1:
        yield passage
        return
    base = passage.span.start
    for start, end in pairwise([*edges, len(text)]):
        length = len(_DANGLING.sub("", text[start:end]))
        if length == 0:
            continue
        span = Span(base + start, base + start + length)
        sentence = Sentence(passage.sentence.source, span)
        if sentence.units:
            yield replace(passage, sentence=sentence, first=passage.first and start == 0, alone=False)


def _glossed(sentence: Sentence) -> Iterator[int]:
    """Yield where members of a list start and end that have an advice of their own in parentheses.

    Two that "and" or "or" joins are parted only with their head: "back or neck issues (take care)", but not "injury to
    the hip, back or neck (take care)".
    """
    text, base = sentence.text, sentence.span.start
    for gloss in _GLOSSED.finditer(text):
        opening = gloss.start("gloss")
        if _JOINING.search(text, gloss.start(), opening):
            members = (one for one in sentence.units if gloss.start() <= one.start - base < opening)
            if not any(one.entry(CONDITION) or one.cue("glue.heads") for one in members):
                continue
        yield from (place for place in gloss.span() if 0 < place < len(text.rstrip(" .")))


def _read(passage: Passage, reader: Reader) -> Reading:
    """Read a clause: the conditions that it may warn of, what it advises, and whether it only names them."""
    sentence = passage.sentence
    conditions = named = asserted_conditions(passage, reader)
    poses = reader.finder.find(reader.text, sentence.span) if _may_bar(sentence) else []
    places = places_of_pose(sentence, poses, reader)
    advice = None if calls_on(sentence.text) else advised(sentence, conditions, places)
    if advice in {None, "Modify"} and (left_out := _left_out(sentence, conditions)):
        conditions, advice = left_out, "Avoid"
    if advice in {None, "Modify"} and turns_to_other(sentence, reader, of_conditions=bool(conditions)):
        advice = "Avoid"
    other = not (advice == "Modify" and tells_else(sentence)) and bars_other(sentence, poses, reader)
    allowed = other or (advice is None and permits(sentence, conditions))
    if allowed or (advice == "Caution" and passage.section != SECTION and _gives_examples(sentence)):
        conditions = ()
    introduced = any(condition.introduced for condition in conditions)
    bare = bool(conditions) and advice is None and not introduced and _is_covered(sentence, conditions)
    return Reading(passage, conditions, advice, bare, named)


def _may_bar(sentence: Sentence) -> bool:
    return bool(sentence.cued("advice", "avoid")) or any(unit.norm == _NO for unit in sentence.units)


def _left_out(sentence: Sentence, conditions: tuple[Condition, ...]) -> tuple[Condition, ...]:
    """Return the conditions that an allowance leaves out: "only if you are free from …", "all except …"."""
    if not conditions or requires_health(sentence):
        return conditions
    if (exempt := _EXEMPTING.search(sentence.text)) is not None:
        last = sentence.span.start + exempt.start("all")
        return tuple(one for one in conditions if sentence.units[one.phrase.first].start < last)
    said = _EXCEPTING.search(sentence.text)
    edge = sentence.span.start + said.end() if said else sentence.span.end
    return tuple(condition for condition in conditions if sentence.units[condition.phrase.first].start >= edge)


def _gives_examples(sentence: Sentence) -> bool:
    """Say whether conditions are only examples of any: "if you have a medical condition such as asthma, …"."""
    places = sentence.cued("glue.such_as")
    return any(fold(unit.text) in HEADS for place in places if place for unit in sentence.units[place - 1 : place])


def _is_covered(sentence: Sentence, conditions: Sequence[Condition]) -> bool:
    """Say whether a sentence has few words beside its conditions."""
    return words_beside(sentence, conditions) <= _BARE


def words_beside(sentence: Sentence, conditions: Sequence[Condition]) -> int:
    """Count the words of a sentence that name none of its conditions."""
    covered = sum(condition.phrase.last - condition.phrase.first for condition in conditions)
    return sum(unit.is_word for unit in sentence.units) - covered


def asserted_conditions(passage: Passage, reader: Reader) -> tuple[Condition, ...]:
    """Return the conditions for which a clause may advise something."""
    sentence = passage.sentence
    asks = sentence.text.endswith("?") and (passage.section == "asides" or not calls_on(sentence.text))
    asks = asks or _REPORTED.search(sentence.text) is not None or _DISCLAIMING.search(sentence.text) is not None
    conditions = () if asks else tuple(conditions_in(sentence, reader))
    if not conditions or is_allowed_even(sentence) or titles_remedy(sentence):
        return ()
    told = (
        passage.section != "steps"
        or passage.beside_steps
        or (_is_covered(sentence, conditions) and _stands_out(sentence, conditions))
    )
    told = told or _bars_those(sentence, conditions, reader) or _opens_with_state(sentence, conditions)
    own = (c for c in conditions if not _is_sign_of(c, conditions, sentence.units))
    return tuple(c for c in own if (c.introduced or told) and not _is_time_of(c, conditions, sentence.units))


def lists_after_ban(sentence: Sentence, opening: Phrase) -> bool:
    """Say whether a list follows an advice that names it: "contraindications include glaucoma", "a reason is …"."""
    before = sentence.units[: opening.first]
    return any(unit.cue("advice", "avoid") and _LISTING.search(unit.norm) for unit in before)


def _opens_with_state(sentence: Sentence, conditions: Sequence[Condition]) -> bool:
    """Say whether a step opens with whom it is for: "With a knee injury, place …"."""
    opening = conditions[0].opening
    parted = any(unit.norm == "," for unit in sentence.units[conditions[-1].phrase.last :][:1])
    kinds = {condition.phrase.term.kind for condition in conditions}
    return parted and opening.first in {1, 2} and sentence.units[0].norm in _OPENING and kinds <= OF_THE_BODY


def _bars_those(sentence: Sentence, conditions: Sequence[Condition], reader: Reader) -> bool:
    """Say whether a step bars the whole pose to those whom it names: "Avoid this pose with …", "Gout: leave it out"."""
    if not sentence.cued("advice", "avoid"):
        return False
    opening = conditions[0].opening
    opens = all(unit.cue("glue.determiners") for unit in sentence.units[: opening.first])
    if not opens and not (concerns(sentence, opening) or lists_after_ban(sentence, opening)):
        return False
    poses = reader.finder.find(reader.text, sentence.span)
    return advised(sentence, conditions, places_of_pose(sentence, poses, reader)) == "Avoid"


def _stands_out(sentence: Sentence, conditions: Sequence[Condition]) -> bool:
    """Say whether a bare sentence among steps speaks of conditions: it lists several, or asks: "Pregnant?"."""
    asks = sentence.text.endswith("?") and all(c.phrase.term.kind in OF_THE_BODY for c in conditions)
    return asks or len(conditions) > FEW


def titles_remedy(sentence: Sentence) -> bool:
    """Say whether a sentence is the title of another page: "Yoga Poses for Back Pain"."""
    if _POSES_TO_AVOID.match(sentence.text):
        return True
    if _OTHER_PAGE.search(sentence.text) is None:
        return False
    if len(sections_named(sentence.text.partition(":")[2], sentence.source.cues)) > 1:
        return True  # "Camel Pose for Diabetes: Benefits, Method & Caution"
    if any(unit.norm in _CONDITIONAL for unit in sentence.units):
        return False
    return not (sentence.cued("advice") or sentence.cued("negation.before") or sentence.cued("introducers", "people"))


def _is_time_of(condition: Condition, others: Sequence[Condition], units: Sequence[Unit]) -> bool:
    """Say whether pregnancy is only when another condition holds: "if you suffer from SPD during your pregnancy"."""
    first = condition.phrase.first
    if not is_pregnancy(condition.phrase) or not first:
        return False
    if units[first - 1].norm in _WITHIN and any(other.phrase.last == first - 1 for other in others):
        return True  # "For pelvic girdle pain in pregnancy, …"
    earlier = [other.phrase.last for other in others if other.phrase.last <= first]
    timed = units[first].norm.partition(" ")[0] in _SINCE  # "breech after 34 weeks"
    if timed and earlier and all(unit.is_word and not unit.joins for unit in units[max(earlier) : first]):
        return True
    before = [other.phrase.last for other in others if other.introduced and other.phrase.last <= first]
    between = units[max(before, default=first) : first]
    return any(unit.norm == "during" for unit in between) and not any(
        unit.joins or not unit.is_word for unit in between
    )


def _is_sign_of(condition: Condition, others: Sequence[Condition], units: Sequence[Unit]) -> bool:
    """Say whether a condition only tells which kind of another is meant, or where that comes from.

    "A slipped disc with leg pain", "nerve damage from diabetes".
    """
    first = condition.phrase.first
    if first > 1 and units[first - 1].norm in _COMING_FROM and any(other.phrase.last == first - 1 for other in others):
        return True
    follows = first > 1 and units[first - 1].norm == "with" and condition.phrase.term.kind == "Symptom"
    return follows and any(other.phrase.last == first - 1 for other in others)


def ends_at(units: Sequence[Unit], place: int) -> bool:
    """Say whether no word follows from a place on."""
    return not any(unit.is_word for unit in units[place:])
