"""Difficulties that a sentence states of readers or of a region, and the answers that it or the next one gives.

"Most beginners cannot reach the floor: a block helps", "Your heels may not come down. Put a wedge under them."
"""

from __future__ import annotations

from collections.abc import Sequence

from yogakg.loaders.article.context import Passage
from yogakg.loaders.article.coordination import CONDITION, REGION
from yogakg.loaders.article.difficulties import HARD, in_plain_words, names_difficulty, names_quality_only, opens_order
from yogakg.loaders.article.modifications.clauses import OPENERS
from yogakg.loaders.article.modifications.exchange import (
    HINDERING,
    MODALS,
    OPEN_SECTIONS,
    PEOPLE,
    Exchange,
    helps,
    tells_to_do,
)
from yogakg.loaders.article.modifications.props import has_prop
from yogakg.loaders.article.recognition.mentions import Unit
from yogakg.loaders.article.recognition.words import pattern, words

#: Units in which a sentence names the readers whom it concerns.
_PEOPLE_REACH = 4
#: Units before the verb of which a difficulty is the subject.
_SUBJECT_REACH = 7
#: Verbs by which a region is said to like an answer, and how the answer may be.
_WELCOMING = words("modification_words.welcoming")
_EASED = words("modification_words.eased")
_ADMITTING = pattern(
    r"\b{modification_words.admitting_may}\b(?:\W+\w+){0,2}?\W+(?P<hard>{modification_words.admitting})\b(?=\W+\w)"
)
_CONCLUDING = words("modification_words.concluding")
#: "Balancing in this pose can be tricky."
_HARD_SKILL = pattern(
    r"^\W*{modification_words.skills}\b[^.;,]{0,40}\b(?:is|be) (?:\w+ )?{modification_words.tricky}\b[^.;,]{0,30}\W*$"
)
#: "Often it is not possible to straighten the legs."
_HARD_TO_DO = pattern(
    r"^\W*(?:\w+ ){0,2}it(?:['’]s| is| may be| might be| can be) (?:\w+ )?{modification_words.hard_to_do} to\b"
)
#: "Tight hamstrings are the usual complaint."
_COMMON = pattern(r"\b(?:is|are) (?:\w+ ){0,4}?{modification_words.complaints}\W*$")
_SENSATIONS = words("modification_words.sensations")
_WHOSE = "whose"
#: Those who are new to the pose, which is no difficulty but where a prop is for them.
_BEGINNER = "beginner"
_WHO = frozenset({"who", "that", "whose"})
_FINDING = words("modification_words.finding")
_FAILING = words("modification_words.failing")


def of_people(passage: Passage) -> Exchange | None:
    """Read a difficulty by which a sentence names its readers: "Those with tight hips should sit on a blanket"."""
    units = passage.sentence.units
    people = _people_named(units) if len(units) > 4 else None
    if people is None:
        return None
    may = units[people].norm == _BEGINNER and units[people + 1].norm in MODALS
    if may and tells_to_do(units[people + 2]) and has_prop(units[people + 3 :]):
        return Exchange(slice(people, people + 1), people + 1, len(units), stated=True)
    if units[people + 1].norm in PEOPLE:
        people += 1  # "those students who …"
    having = units[people + 1].norm.partition(" ")[0]
    # "Students with tight hips may sit on a block", "those with a big belly can part the knees".
    limited = having == "with" and (names_quality_only(units) or _names_only_limitation(units))
    if passage.section not in OPEN_SECTIONS and having not in _WHO and not limited:
        return None
    verb = next((place for place in range(people + 1, len(units)) if _tells_what_to_do(units, place)), None)
    told = verb is not None and verb > people + 1
    also = any(unit.entry("Limitation") for unit in units[:people])  # "Older adults and those who …"
    stated = having == _WHOSE
    return Exchange(slice(0 if also else people + 1, verb), verb, len(units), stated=stated) if told else None


def _names_only_limitation(units: Sequence[Unit]) -> bool:
    """Say whether a sentence names a limitation and no illness."""
    named = [unit for unit in units if unit.entry("Limitation") or unit.entry(CONDITION)]
    return bool(named) and all(unit.entry("Limitation") for unit in named)


def _tells_what_to_do(units: Sequence[Unit], place: int) -> bool:
    """Say whether what the readers should do opens: "… may", but no "can not", or an order after a comma."""
    after = units[place + 1 : place + 2]
    if units[place].norm in MODALS:
        return not after or after[0].norm != "not"
    return units[place].norm == "," and bool(after) and tells_to_do(after[0])


def _people_named(units: Sequence[Unit]) -> int | None:
    """Return where a sentence names its readers as what it is about: "a yoga student", "beginners and people"."""
    people = next(
        (place for place, unit in enumerate(units[:_PEOPLE_REACH]) if unit.norm.rpartition(" ")[2] in PEOPLE), None
    )
    return people if people is not None and all(_is_beside_people(units, place) for place in range(people)) else None


def _is_beside_people(units: Sequence[Unit], place: int) -> bool:
    """Say whether a word may stand before that for the readers: "a yoga student", "older adults and people"."""
    unit = units[place]
    if unit.entry("Limitation") and units[place + 1].joins:
        return True
    return not unit.entries or unit.entry("Level", "Style") is not None or unit.norm in PEOPLE


def of_region(passage: Passage) -> Exchange | None:
    """Read a difficulty that is the subject: "Tight shoulders may stay on the hips", "Sore wrists like a wedge"."""
    units = passage.sentence.units
    if passage.section not in OPEN_SECTIONS:
        return None
    places = range(1, min(len(units) - 1, _SUBJECT_REACH))
    verb = next((place for place in places if units[place].norm in MODALS | _WELCOMING), None)
    if verb is None or not (names_difficulty(units[:verb]) or _names_sensation(units[:verb])):
        return None
    answer = units[verb + 1 :]
    if units[verb].norm in MODALS and answer[0].norm in HINDERING:
        return None  # "Tight hips may make the knees rise"
    instructs = has_prop(answer) or any(map(tells_to_do, answer[:3]))
    bent = any(unit.text.casefold().endswith(("ed", "ing")) or unit.norm in _EASED for unit in answer[:4])
    if not (instructs or (units[verb].norm in _WELCOMING and bent)):
        return None
    return Exchange(slice(0, verb), verb, len(units), stated=True)


def _names_sensation(units: Sequence[Unit]) -> bool:
    """Say whether words name what is felt at a region: "discomfort in the ankles"."""
    return units[0].norm in _SENSATIONS and any(unit.entry(REGION) for unit in units)


def admitted(passage: Passage, following: Passage | None) -> Exchange | None:
    """Read a difficulty that is told as one: "You may find it hard to balance, so stand at a wall", "It may be …"."""
    said = _ADMITTING.search(passage.sentence.text)
    if said is None:
        return None
    units, edge = passage.sentence.units, passage.span.start + said.start("hard")
    start = next((place for place, unit in enumerate(units) if unit.end > edge), len(units))
    places = range(start + 1, len(units))
    stop = next((place for place in places if _concludes(units, place)), len(units))
    if stop < len(units):
        return Exchange(slice(start, stop), stop, len(units))
    return Exchange(slice(start, stop), None, stop) if following is not None and helps(following) else None


def _concludes(units: Sequence[Unit], place: int) -> bool:
    """Say whether an answer opens at a unit: "so …", or after a comma an instruction."""
    if units[place].norm in _CONCLUDING:
        return True
    return units[place - 1].norm in {",", ";", "–"} and units[place].cue("imperative") is not None


def stated(passage: Passage, following: Passage | None) -> Exchange | None:
    """Read a difficulty that is stated of many or of a region, and answered after a mark or by the next sentence."""
    units = passage.sentence.units
    start = _start_of_statement(units)
    if start is None:
        return None
    stop = next((place for place in range(start + 1, len(units)) if _turns(units, place)), len(units))
    said = slice(start, stop)
    if not names_difficulty(units[said]) and not HARD.search(in_plain_words(units[said])):
        return None
    answer = units[stop + 1 :]
    if answer:
        told = has_prop(answer) or any(unit.cue("imperative") for unit in answer[:2])
        return Exchange(said, stop + 1, len(units), stated=True) if told else None
    if following is None or not helps(following):
        return None
    told = passage.section in OPEN_SECTIONS or has_prop(following.sentence.units)
    return Exchange(said, None, stop, stated=True) if told else None


def _start_of_statement(units: Sequence[Unit]) -> int | None:
    """Return where a sentence tells what many cannot do, or what a region does not: "Most beginners cannot …"."""
    people = _people_named(units)
    if people is not None:
        found = (place for place in range(people + 1, min(len(units), people + 5)) if _finds(units[place]))
        having = units[people + 1 : people + 2] and units[people + 1].norm == "with"
        return people + 2 if having else next(found, None)
    said = " ".join(unit.text for unit in units)
    if (common := _COMMON.search(said)) and names_difficulty(units[: len(said[: common.start()].split())]):
        return 0
    if _HARD_SKILL.match(said) or _HARD_TO_DO.match(said):
        return 0
    if _hinders(units):
        return 0
    region = next((place for place, unit in enumerate(units[:_SUBJECT_REACH]) if unit.entry(REGION)), None)
    if region is None or units[0].norm in OPENERS or opens_order(units[0]) or tells_to_do(units[0]):
        return None
    fails = next((place for place, unit in enumerate(units[: region + 3]) if unit.norm in _FAILING), None)
    ordered = fails is not None and fails > 0 and units[fails - 1].norm == "," and opens_order(units[fails])
    return 0 if fails is not None and not ordered else None  # but "As for the feet, don't force them down"


def _hinders(units: Sequence[Unit]) -> bool:
    """Say whether a difficulty is what a sentence says to hinder: "Tight hamstrings make the second step hard"."""
    verb = next((place for place, unit in enumerate(units[:_SUBJECT_REACH]) if unit.norm in HINDERING), 0)
    limited = any(unit.entry("Limitation") for unit in units[:verb])
    return verb > 0 and limited and names_difficulty(units[:verb]) and bool(HARD.search(in_plain_words(units[verb:])))


def _finds(unit: Unit) -> bool:
    """Say whether a unit tells that many have a difficulty: "cannot", "struggle", "tight hips"."""
    return unit.norm in _FINDING or unit.entry("Limitation") is not None


def _turns(units: Sequence[Unit], place: int) -> bool:
    """Say whether an answer opens after a unit: a colon or dash, "so", or a comma before what to do."""
    if units[place].norm == ",":
        return any(unit.cue("imperative") is not None for unit in units[place + 1 : place + 2])
    return units[place].norm in {":", "–", "—", ";"} or units[place].norm in _CONCLUDING
