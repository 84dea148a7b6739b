"""Difficulties in a clause, label, question or heading of their own, and the answers beside or after these.

"If you cannot reach your foot, use a strap", "Tight hips: sit on a blanket", "Wobbly? Stand at a wall."
"""

from __future__ import annotations

from collections.abc import Sequence

from yogakg.loaders.article.context import Passage
from yogakg.loaders.article.coordination import CONDITION, REGION
from yogakg.loaders.article.difficulties import (
    CLAUSE_OPENERS,
    EXPERIENCED,
    HARD,
    PHRASE_OPENERS,
    QUALITIES,
    SIGNS,
    heads_difficulty,
    in_plain_words,
    names_difficulty,
    names_quality_only,
    opens_order,
    tells_inability,
)
from yogakg.loaders.article.modifications.exchange import (
    MODALS,
    OPEN_SECTIONS,
    PEOPLE,
    READERS,
    Exchange,
    helps,
    tells_to_do,
    turns_to_reader,
)
from yogakg.loaders.article.modifications.plain_names import UNSTEADY
from yogakg.loaders.article.modifications.props import DETERMINERS, has_prop
from yogakg.loaders.article.questions import asks_help
from yogakg.loaders.article.recognition.mentions import Unit
from yogakg.loaders.article.recognition.words import pattern, words

_SHOULD = "should"
#: Words that may open what tells a difficulty.
OPENERS = CLAUSE_OPENERS | PHRASE_OPENERS | {_SHOULD}

#: Words before the readers whom a way of doing it is for: "… by those who are unsteady".
_FOR_PEOPLE = frozenset({"for", "by"})
_BEFORE_CLAUSE = words("modification_words.before_clause")
_ANSWERS = words("modification_words.answers")
_ENDS_OF_CLAUSES = frozenset({",", ":", "–", "then"})
_AFTER_VERB = DETERMINERS | {"on", "to", "a", "an"}
#: How a sentence says that it is of the first time, and units in which: "In the beginning, if …".
_FIRST = words("modification_words.first_times")
_LEADING_IN = 3
#: What is hard to do follows: "hard to place the hands".
_HARD_TO = pattern(r"\b{difficulty_words.cannot}$")
#: Marks between a difficulty and its answer, and units of the longest label.
_AFTER_LABEL = frozenset({":", "–", "—", "=", "→", "⇒", "➔", "➜"})
_LABEL_REACH = 8
_SHORT_LABEL = 5
#: Units in which a prop that opens an answer is said to be put to use: "a folded towel may be placed under it".
_PROP_REACH, _MODAL_REACH = 4, 6
_VARIATIONS = "variations"
_WARNING = "contraindications"
_LACKING = words("modification_words.lacking")
_WAYS = words("modification_words.ways")
_SKILLS = words("modification_words.skills")
#: "Then this pose is for you".
_PRAISES = pattern(r"\b(?:is|are) (?:\w+ ){0,2}?for you\b")
_INQUIRING = words("modification_words.inquiring")
#: Units in which an answer tells what to do or use: "No problem, put a wedge under them".
_ASIDE = 5
#: Units of the longest question that names a difficulty, where any clause may tell one and elsewhere.
_LONGEST_QUESTION, _LONGEST_QUESTION_ELSEWHERE = 14, 8
#: Units of the longest heading that names a difficulty.
_LONGEST_HEAD = 6


def answered_next(passage: Passage, following: Passage | None) -> Exchange | None:
    """Read a difficulty that is all of a sentence, which the next one answers: "Wobbly?", "If you cannot kneel …"."""
    if following is None or not (_asks(passage, following) or _heads(passage, following)):
        return None
    units = passage.sentence.units
    start = 1 if units[0].norm in OPENERS else 0
    if asks_help(passage.sentence.text):
        start = next(place for place, unit in enumerate(units) if "if" in unit.norm.split()) + 1
    end = len(units) if units[-1].is_word else len(units) - 1
    return Exchange(slice(start, end), None, end, stated=True)


def _asks(passage: Passage, following: Passage) -> bool:
    """Say whether a short question or exclamation names a difficulty that the next sentence answers: "Wobbly?"."""
    units = passage.sentence.units
    answer = following.sentence.units
    is_open = passage.section in OPEN_SECTIONS
    if asks_help(passage.sentence.text):
        return len(units) <= _LONGEST_QUESTION and helps(following)
    return (
        units[-1].norm in {"?", "!"}
        and len(units) <= (_LONGEST_QUESTION if is_open else _LONGEST_QUESTION_ELSEWHERE)
        and (passage.section != "contraindications" or not any(unit.entry(CONDITION) for unit in (*units, *answer)))
        and not any(unit.norm in _INQUIRING for unit in units[:3])
        and (units[-1].norm == "?" or _names_any_difficulty(units))
        and answer[-1].norm != "?"
        and not _PRAISES.search(following.sentence.text)
        and (any(map(tells_to_do, answer[:_ASIDE])) or has_prop(answer if is_open else answer[:_ASIDE]))
    )


def _names_any_difficulty(units: Sequence[Unit]) -> bool:
    """Say whether an exclamation tells a difficulty: "Your heels lift!", but not "Enjoy the side of the leg!"."""
    return names_difficulty(units) or bool(HARD.search(in_plain_words(units)))


def _heads(passage: Passage, following: Passage) -> bool:
    """Say whether a difficulty stands over its answer: "Sore wrists", "If you cannot kneel …", and "Use a wedge."."""
    units = passage.sentence.units
    if passage.section not in OPEN_SECTIONS or not passage.first or not helps(following):
        return False
    if units[0].norm in OPENERS:
        return not passage.sentence.worded(_ENDS_OF_CLAUSES | _ANSWERS) and heads_difficulty(units)
    return len(units) <= _LONGEST_HEAD and names_difficulty(units)


def over_list(passage: Passage) -> Exchange | None:
    """Read a difficulty that stands over a list of answers: "For tight hips:", and "Sit on a blanket." below it."""
    lead = passage.lead
    if lead is None or passage.section not in OPEN_SECTIONS or not passage.first or not helps(passage):
        return None
    units = lead.units if lead.units[-1].is_word else lead.units[:-1]
    if not units or len(units) > _LONGEST_HEAD or not heads_difficulty(units):
        return None
    if any(unit.norm in _ENDS_OF_CLAUSES | _ANSWERS or not EXPERIENCED.isdisjoint(unit.norm.split()) for unit in units):
        return None  # "Tips for beginners" may be any
    return Exchange(slice(1 if units[0].norm in OPENERS else 0, len(units)), None, len(units), stated=True)


def labelled(passage: Passage) -> Exchange | None:
    """Read a difficulty before a colon: "Tight hips: sit on a blanket"."""
    units = passage.sentence.units
    colon = next((place for place, unit in enumerate(units[:_LABEL_REACH]) if unit.norm in _AFTER_LABEL), 0)
    label = units[:colon]
    if not label or len(units) - colon <= 3:
        return None
    able = tells_inability(label) and not any(unit.entry(CONDITION) for unit in label)
    may_tell = passage.section is None or (passage.section == _WARNING and (able or names_quality_only(label)))
    if passage.section not in OPEN_SECTIONS and not (may_tell and _is_remedy(label, units[colon + 1 :])):
        return None
    if not (passage.first or names_difficulty(label) or label[0].norm in _SKILLS):
        return None
    titled = any(unit.text[:1].isupper() for unit in label[1:])
    if label[0].norm in CLAUSE_OPENERS or titled or has_prop(label):
        return None
    if opens_order(label[0]) or _is_order(label):
        return None  # "Don't drop your head: keep it in line"
    conditional = units[colon + 1].norm in CLAUSE_OPENERS
    if (conditional or label[-1].norm in _WAYS) and not names_difficulty(label):
        return None  # "Protect the knee: if it is sore, …", "Straight-arm version: straighten the elbow"
    if any(unit.norm in PEOPLE for unit in label[:3]) and label[0].norm not in PHRASE_OPENERS:
        return None  # "Most beginners cannot reach the floor: a block helps"
    if passage.section == _VARIATIONS and not names_difficulty(label):
        return None  # "Arms forward: reach them overhead" tells a form
    told = _is_of_body(label[0]) or label[0].cue("qualifiers") or any(map(_tells_difficulty, label))
    wobbles = UNSTEADY.match(in_plain_words(label))  # "Wobbling all over the place: …"
    signs = label[0].norm in READERS and SIGNS.search(in_plain_words(label))
    return (
        Exchange(slice(0, colon), colon + 1, len(units)) if told or wobbles or tells_inability(label) or signs else None
    )


def listed_first(passage: Passage) -> Exchange | None:
    """Read a difficulty that a comma parts from the order that answers it: "Tight hips, sit on a blanket"."""
    units = passage.sentence.units
    comma = next((place for place, unit in enumerate(units[:_SHORT_LABEL]) if unit.norm == ","), 0)
    if passage.section not in OPEN_SECTIONS or not comma or comma + 1 >= len(units):
        return None
    answered = tells_to_do(units[comma + 1]) and names_quality_only(units[:comma])
    return Exchange(slice(0, comma), comma + 1, len(units), stated=True) if answered else None


def _is_order(label: Sequence[Unit]) -> bool:
    """Say whether a label is an order itself: "Bend the back knee: …"."""
    return len(label) > 2 and tells_to_do(label[0]) and label[1].norm in DETERMINERS


def _is_remedy(label: Sequence[Unit], answer: Sequence[Unit]) -> bool:
    """Say whether a label names a difficulty and what follows is a remedy, whatever the heading: "… : use a strap"."""
    told = names_difficulty(label) or tells_inability(label)
    return told and (tells_to_do(answer[0]) or has_prop(answer[:_ASIDE]))


def _is_of_body(unit: Unit) -> bool:
    """Say whether a unit names something of the body that may be difficult, and not only why it is done: "learning"."""
    return unit.entry(REGION, CONDITION, "Limitation") is not None or unit.norm in _SKILLS


def _tells_difficulty(unit: Unit) -> bool:
    """Say whether a unit may tell a difficulty: a region, what is felt there, a limitation, or "not", "too"."""
    return unit.norm in _LACKING or unit.entry(REGION, CONDITION, "Limitation") is not None


def conditional(passage: Passage) -> Exchange | None:
    """Read a difficulty after "if" and the like: "If you cannot …, use …", "Use … if you cannot …"."""
    units = passage.sentence.units
    openers = passage.sentence.worded(OPENERS | _FOR_PEOPLE)
    opener = next((index for index in openers if _opens_clause(passage, index)), None)
    if opener is None or (opener and units[opener - 1].norm in {"as", "even", "only"}):
        return None  # "as if a balloon were tied to it", "even if you are not going deep"
    opens = opener <= 1 or (opener <= _LEADING_IN and units[0].norm.partition(" ")[0] in _FIRST)
    start, end = opener + 1, len(units)
    comma = next((place for place in range(start + 1, end) if _ends_clause(units, place)), None)
    if comma == end - 1:
        return None  # "For tight hips:" stands over its answers
    offer = next((place for place in range(start + 1, end - 1) if _offers(units, place)), None)
    if offer is not None and opens and (comma is None or offer < comma):
        return Exchange(slice(start, offer), offer, end)
    if comma is not None and (opens or units[opener - 1].norm in _BEFORE_CLAUSE):
        return Exchange(slice(start, comma), comma + 1, end)
    if not opens:
        goes_on = comma is not None and _adds_way(units[comma + 1 :])
        return Exchange(slice(start, end if comma is None else comma), 0, end if goes_on else opener)
    places = range(start + 1, end - 1)
    answer = next((place for place in places if turns_to_reader(units, place)), None)
    answer = answer or next((place for place in places if _opens_answer(units, start, place)), None)
    return Exchange(slice(start, answer), answer, end) if answer is not None else None


def _adds_way(units: Sequence[Unit]) -> bool:
    """Say whether an answer goes on behind the difficulty: "Hold the knee if the hips are tight, or loop a strap …"."""
    return len(units) > 1 and units[0].norm == "or" and tells_to_do(units[1])


def _opens_clause(passage: Passage, index: int) -> bool:
    """Say whether a word opens a difficulty: "if …", "should the knees …", "for those who …", "with tight hips"."""
    units = passage.sentence.units
    if units[index].norm in PHRASE_OPENERS and (
        index == 0 or (units[index - 1].norm == ":" and passage.section in OPEN_SECTIONS)
    ):
        people = len(units) > index + 1 and units[index + 1].norm in PEOPLE
        if units[index].norm == "with" and not people and _tells_posture(units[index + 1 : index + 6]):
            return False
        return people or (passage.section in OPEN_SECTIONS and any(map(_tells_difficulty, units[index : index + 6])))
    if units[index].norm in _FOR_PEOPLE and passage.section in OPEN_SECTIONS and units[index + 2 : index + 3]:
        return units[index + 1].norm in PEOPLE and units[index + 2].norm.partition(" ")[0] in {
            "who",
            "that",
            "with",
            "whose",
            "having",
        }
    if units[index].norm.partition(" ")[0] == _SHOULD:
        return _asks_of(units, index)
    return units[index].norm in CLAUSE_OPENERS


def _asks_of(units: Sequence[Unit], index: int) -> bool:
    """Say whether "should" opens a clause like "if": "Should the knees protest, …", but no "so should the old"."""
    if index > 0 and units[index - 1].is_word:
        return False
    following = units[index + 1 : index + 2]
    return units[index].norm != _SHOULD or (bool(following) and following[0].norm in DETERMINERS | {"you"})


def _tells_posture(units: Sequence[Unit]) -> bool:
    """Say whether a run of units tells how a region is held and no difficulty: "the arms extending forward"."""
    region = next((place for place, unit in enumerate(units[:-1]) if unit.entry(REGION)), None)
    if region is None or any(unit.norm.partition(" ")[0] in QUALITIES for unit in units[: region + 1]):
        return False
    return units[region + 1].text.casefold().endswith("ing") and not units[region + 1].entry(CONDITION, "Limitation")


def _ends_clause(units: Sequence[Unit], place: int) -> bool:
    return units[place].norm in _ENDS_OF_CLAUSES and not _is_inside_list(units, place)


def _is_inside_list(units: Sequence[Unit], comma: int) -> bool:
    """Say whether a comma parts two members of a list and not two clauses: a name, then "or" or "and", follow."""
    following = units[comma + 1 : comma + 5]
    if units[comma].norm == "," and following and following[0].norm == "or":
        return any(unit.norm == "," for unit in units[comma + 2 :])  # "…, or your neck feels compressed, use …"
    if units[comma].norm != "," or not following or not following[0].entry(REGION, CONDITION):
        return False
    return any(unit.norm in {"or", "and", ","} for unit in following)


def _offers(units: Sequence[Unit], place: int) -> bool:
    """Say whether an answer opens that offers a form: "For those who cannot kneel there is one on a chair"."""
    return units[place].norm == "there" and units[place + 1].norm in {"is", "are"}


def _opens_answer(units: Sequence[Unit], start: int, place: int) -> bool:
    """Say whether a verb opens an answer with no comma before it, and is not what is difficult: "hard to place …"."""
    if units[place].norm == "then" and tells_to_do(units[place + 1]):
        return True  # "If the shoulders are stiff then catch the elbows"
    if units[place].norm in {"a", "an", "the"} and has_prop(units[place + 1 : place + _PROP_REACH]):
        return any(unit.norm in MODALS for unit in units[place + 2 : place + _MODAL_REACH])
    verb, *after = units[place].text.casefold().split()
    opens = verb in _ANSWERS and _AFTER_VERB.issuperset(after)  # "sit on", "keep your", but not "do not"
    return opens and not _HARD_TO.search(in_plain_words(units[start:place]))
