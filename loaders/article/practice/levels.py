"""The level that a pose is meant for: "a beginner pose", "suitable for beginners", "any beginner can do it"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from yogakg.facts import Claim
from yogakg.lexicon import Entry
from yogakg.loaders.article.context import Passage, Reader, rule
from yogakg.loaders.article.recognition.grounding import term_of
from yogakg.loaders.article.recognition.mentions import Unit
from yogakg.loaders.article.recognition.words import mapping, pattern, words

_TYPE, _LEVEL = "type", "level"
#: Levels by their numbers, and a line that is nothing but one, under a heading that counts levels and no difficulty.
_NUMBERS = mapping("attribute_words.numbered_levels")
_NUMBERED = pattern(r"\W*(?:level )?(?P<number>{attribute_words.numbered_levels})\W*")
_OF_LEVELS = pattern(r"\W*(?:{attribute_words.counting_levels} )?level\b")
_LEVEL_SECTIONS = words("attribute_words.level_sections")
_LEVEL_TEXT = words("attribute_words.level_text_sections") | {None}
_OTHER_POSES = words("sections.sequences")
_PERSONS = words("attribute_words.persons")
_LEVELS = words("attribute_words.levels")
_LEVEL_WORDS = words("attribute_words.level_words")
_LEVEL_NOUNS = words("attribute_words.level_nouns")
_MEANT_FOR = pattern(
    r"\b{attribute_words.performed} by(?: {attribute_words.for_whom})?$"
    r"|\b{attribute_words.suiting} (?:for|to)\b|\b{attribute_words.kind_to} to\b"
    r"|\bsuits?$|\bfor(?: {attribute_words.for_whom})?$|level$"
    r"|\b{attribute_words.teaching} to(?: {attribute_words.for_whom})?$"
)
_NO_LEVELS = words("attribute_words.sections_without_levels")
_TOO_HARD = pattern(r"\b{attribute_words.too_hard}\b")
_FOR_ALL = pattern(r"\b(?:{attribute_words.practisers} (?:of|at)|{attribute_words.suiting} (?:for|to))$")
_POSE_FOR = pattern(
    r"\b{attribute_words.suiting} (?:\w+ )?{attribute_words.pose_nouns} (?:for|to)(?: {attribute_words.for_whom})?$"
    r"|\b(?:is|it's) (?:\w+ ){0,2}{attribute_words.suiting} (?:for|to)(?: {attribute_words.for_whom})?$"
)
#: "It is not for beginners", after which the level is a higher one.
_NOT_FOR = pattern(
    r"(?:\b{attribute_words.copulas}(?: \w+ly)? not|\b(?:is|are)n['’]t)(?: {attribute_words.unsuited}){0,4} for$"
)
#: "An alternative to a foundational pose", "prepares for more advanced ones": levels of other poses.
_OF_OTHER_LEVEL = pattern(
    r"\b(?:{attribute_words.instead_of}(?: \w+)?|{attribute_words.leading_to}(?: an?| the)?(?: \w+)? more|less)$"
)
_VARIANT = pattern(r"\b{sequence_words.variants}s?\b")
_DESCRIBED = pattern(r"\b{attribute_words.described}\b")
_RATED = pattern(r"\b{attribute_words.rated}(?: as)?(?: ,)?$")
#: "Open to everyone, beginners included".
_INCLUDED = pattern(
    r"\b(?:{attribute_words.suiting}|{attribute_words.welcoming}) (?:for|to) (?:{attribute_words.anybody}|all)\b"
    r"[^.;]{0,30}\b(?:(?:including|even) (?:{attribute_words.degrees} )?beginners|beginners included)\b"
)
_EASY = words("attribute_words.easy")
_EASIEST = words("attribute_words.easiest")
_THE_POSE = pattern(r"\b(?:{attribute_words.this} {attribute_words.pose_nouns}|asana)\b[^.;,]{0,12}$")
_ONLY_AN_ACTION = pattern(r"to (?!{attribute_words.doing_it}\b)")
#: "It is easy to learn": what may follow, what it is said of, and words before "easy" and a noun that open a line.
_IS_EASY_TO_DO = pattern(r"to {attribute_words.doing_it}\s*(?:[.,;!)]|and\b|$)")
_PRONOUNS = frozenset({"it", "it's", "it’s"})
_VERY = words("difficulty_words.degrees") | {"a", "an"}
#: A pose that this one is done from.
_FROM = re.compile(r"\bfrom (?:the )?\Z")
_CONDITION = pattern(r"\b{attribute_words.before_ability}\W*$")
_SUITING = words("attribute_words.suiting")
#: "Any beginner can do it", "anybody can do this pose": whose level it is, and anybody's.
_CAN_DO = pattern(
    r"\b(?:(?P<anybody>{attribute_words.anybody})"
    r"|^\W*{attribute_words.beginners}"
    r"|(?:{attribute_words.any}|an?)(?: {attribute_words.degrees})? {attribute_words.persons}s?)"
    r" can (?:\w+ly )?{attribute_words.doing_it} (?:it(?: right)?|{attribute_words.this} {attribute_words.pose_nouns})"
    r"(?: {attribute_words.with_ease})?\s*(?:[.,;!]|and\b|$)(?!\s*but\b)"
    # "… that even a beginner can manage".
    r"|\b(?:that|which) {attribute_words.any}(?: {attribute_words.degrees})? {attribute_words.persons}s?"
    r" can (?:\w+ly )?{attribute_words.doing_it}(?: {attribute_words.with_ease})?\s*(?:[.,;!]|and\b|$)(?!\s*but\b)"
)
#: "Intermediate and advanced students can do this pose", "all levels of students can try it".
_LEVELS_CAN_DO = pattern(
    r"(?:\b{attribute_words.levels}(?: and| or| to|,))* \b{attribute_words.levels} {attribute_words.practisers}"
    r" can (?:\w+ly )?{attribute_words.doing_it} (?:it|{attribute_words.this} {attribute_words.pose_nouns})"
    r"\s*(?:[.,;!]|and\b|$)(?!\s*but\b)"
    r"|\ball levels of {attribute_words.practisers} can (?:\w+ly )?{attribute_words.doing_it}\b"
)
#: Units of a line that lists what kind of pose it is: "Seated twist, intermediate".
_LONGEST_KIND = 8
_MODIFIED = pattern(r"\bmodif")
_DEGREES = words("attribute_words.degrees")
_COPULAS = words("attribute_words.copulas")
_POSE_NOUNS = words("attribute_words.pose_nouns")
#: Units from one level to the next of a list: "intermediate and advanced".
_JOINED_REACH = 2
#: Words between two levels: "beginner to intermediate".
_BETWEEN_LEVELS = frozenset({"and", "yet", "to", "or"})
#: Units around "easy" in which the pose is named.
_THIS_REACH = 4


@rule("level")
def level_stated(passage: Passage, reader: Reader) -> Iterator[Claim]:
    """The level a pose is meant for: an attribute line, "a beginner pose", "suitable for beginners"."""
    is_attribute = passage.section in _LEVEL_SECTIONS
    if passage.section in _OTHER_POSES:
        return
    units = passage.sentence.units
    is_attribute = is_attribute or (passage.section == _TYPE and _lists_kinds(units))
    can = passage.section in _LEVEL_TEXT and _CAN_DO.search(passage.sentence.text) is not None
    if not (can or passage.sentence.named("Level")) and not any(
        _names_beginners(unit) or unit.norm in _EASY for unit in units
    ):
        return
    if passage.section in _LEVEL_TEXT and _is_called_easy(passage, reader):
        easy = reader.grounder.lexicon.named("easy", "Level")
        if easy is not None:
            yield level_stated.relation(passage, "level", term_of(easy))
    if passage.section in _LEVEL_TEXT:
        yield from _of_those_who_can(passage, reader)
    last = -_JOINED_REACH
    for index, unit in enumerate(units):
        entry = _level(unit, reader)
        if entry is not None and _is_not_for(passage, index, entry):
            advanced = reader.grounder.lexicon.named("advanced", "Level")
            if advanced is not None and passage.section in _LEVEL_TEXT and _is_own_form(passage, reader):
                yield level_stated.relation(passage, "level", term_of(advanced))
            continue
        if entry is None or reader.is_negated(passage.sentence, index):
            continue
        told = passage.section in _LEVEL_TEXT and _is_meant_for(units, index, entry)
        told = told or (passage.section not in _NO_LEVELS and _is_pose_for(units, index, entry))
        told = told or (passage.section in _LEVEL_TEXT and _is_alone(units, index))
        told = told or (passage.section in _LEVEL_TEXT and _can_do(passage, unit) and _is_own_form(passage, reader))
        told = told or (last == index - _JOINED_REACH and (units[index - 1].joins or units[index - 1].norm == "to"))
        if is_attribute or told or _is_described(units, index, entry):
            last = index
            circumstance = "with modifications" if _MODIFIED.search(passage.sentence.text) else None
            yield level_stated.relation(passage, "level", term_of(entry), circumstance=circumstance)


@rule("level")
def level_numbered(passage: Passage, reader: Reader) -> Iterator[Claim]:
    """The number of a level of three, alone under the heading of levels: "Pose Level: 1" is for beginners."""
    number = _NUMBERED.fullmatch(passage.sentence.text) if passage.section == _LEVEL else None
    if number is None or passage.heading is None or not _OF_LEVELS.match(passage.heading.text):
        return
    spoken = number.group("number").casefold()
    entry = reader.grounder.lexicon.named(_NUMBERS[spoken], "Level")
    if entry is not None:
        term = term_of(entry)
        named = replace(term, labels=(*term.labels, spoken, f"level {spoken}"))
        yield level_numbered.relation(passage, "level", named)


RULES = (level_stated, level_numbered)


def _of_those_who_can(passage: Passage, reader: Reader) -> Iterator[Claim]:
    """Yield the level of those who are said to manage the pose: "any beginner can do it"."""
    said = passage.sentence.text
    told = _INCLUDED.search(said)
    told = told or next((can for can in _CAN_DO.finditer(said) if not _CONDITION.search(said, 0, can.start())), None)
    level = reader.grounder.lexicon.named("all levels" if _names_anybody(told) else "beginner", "Level")
    if told and level is not None and _is_own_form(passage, reader):
        yield level_stated.relation(passage, "level", term_of(level))


def _names_anybody(told: re.Match[str] | None) -> bool:
    return told is not None and bool(told.groupdict().get("anybody"))


def _can_do(passage: Passage, unit: Unit) -> bool:
    """Say whether a level is that of those who are said to do the pose: "advanced students can do it"."""
    told = _LEVELS_CAN_DO.search(f" {passage.sentence.text}")
    start = unit.start - passage.span.start + 1
    return told is not None and told.start() <= start < told.end()


def _lists_kinds(units: Sequence[Unit]) -> bool:
    """Say whether a line only lists kinds and a level: "Seated twist, intermediate"."""
    return len(units) <= _LONGEST_KIND and any(unit.norm in {",", "/", "|"} for unit in units)


def _names_beginners(unit: Unit) -> bool:
    return unit.norm.rpartition(" ")[2] == "beginner"  # "complete beginners", "for beginners"


def _level(unit: Unit, reader: Reader) -> Entry | None:
    if _names_beginners(unit):
        return unit.entry("Level") or reader.grounder.lexicon.named("beginner", "Level")
    return unit.entry("Level")


def words_before(units: Sequence[Unit], index: int) -> str:
    """Return the few words before a unit, with the "for" that it may open with."""
    opening = ("for",) if units[index].norm.startswith("for ") else ()
    return " ".join((*(unit.norm for unit in units[max(0, index - 4) : index]), *opening))


def _is_meant_for(units: Sequence[Unit], index: int, level: Entry) -> bool:
    """Say whether a level is told by the persons of it: "suitable for complete beginners"."""
    before = words_before(units, index)
    if _TOO_HARD.search(before):
        return False
    if level.label == "all levels":
        return "not" not in before.split() and _FOR_ALL.search(before) is not None
    return _is_person(units, index, level) and _MEANT_FOR.search(before) is not None


def _is_not_for(passage: Passage, index: int, level: Entry) -> bool:
    """Say whether a pose is said not to be for beginners: "is not suitable for complete beginners"."""
    unit = passage.sentence.units[index]
    if level.label != "beginner" or unit.norm.rpartition(" ")[2] not in _PERSONS:
        return False
    *before, _ = f"{passage.sentence.before(index)}{unit.text}".casefold().split()
    while before and before[-1] in _DEGREES:
        before.pop()
    return _NOT_FOR.search(" ".join(before)) is not None


def _is_own_form(passage: Passage, reader: Reader) -> bool:
    """Say whether a sentence tells of this pose itself, and neither of a form of it nor of another pose."""
    return not _VARIANT.search(passage.sentence.text) and names_no_other(passage, reader)


def _is_pose_for(units: Sequence[Unit], index: int, level: Entry) -> bool:
    """Say whether a pose is said to be for persons of a level, wherever it is told: "is a great pose for beginners"."""
    return _is_person(units, index, level) and _POSE_FOR.search(words_before(units, index)) is not None


def _is_person(units: Sequence[Unit], index: int, level: Entry) -> bool:
    return level.label == "beginner" and units[index].norm.rpartition(" ")[2] in _PERSONS


def _is_called_easy(passage: Passage, reader: Reader) -> bool:
    """Say whether this pose is called easy: "the simplest pose", "here is an easy asana", "the pose is simple"."""
    units = passage.sentence.units
    for place, unit in enumerate(units):
        if unit.norm not in _EASY or unit.text[0].isupper() or reader.is_negated(passage.sentence, place):
            continue
        before = units[max(0, place - _THIS_REACH) : place]
        noun = any(following.norm in _POSE_NOUNS for following in units[place + 1 : place + _THIS_REACH])
        told = any(one.text.casefold() in _COPULAS or one.text.endswith(("'s", "’s")) for one in before)
        opens = bool(before) and before[-1].text.casefold() == "this"
        opens = opens or (place == len(before) and all(one.norm in _VERY for one in before))  # "A very easy pose"
        if noun and (told or opens or unit.norm in _EASIEST):
            return names_no_other(passage, reader)
        if _IS_EASY_TO_DO.match(" ".join(one.text.casefold() for one in units[place + 1 :])) and (
            (told and units[0].text.casefold() in _PRONOUNS) or (before and before[-1].norm == ",")
        ):
            return names_no_other(passage, reader)
        said = _THE_POSE.search(" ".join(one.text.casefold() for one in units[:place]))
        rest = " ".join(one.text.casefold() for one in units[place + 1 : place + 3])
        if told and said and before and not _ONLY_AN_ACTION.match(rest):
            return names_no_other(passage, reader)
    return False


def names_no_other(passage: Passage, reader: Reader) -> bool:
    """Say whether a sentence names no pose but this one."""
    mentions = reader.finder.find(reader.text, passage.span)
    start = passage.span.start
    return all(
        mention.term.iri == reader.subject.iri or _FROM.search(reader.text, start, mention.span.start)
        for mention in mentions
    )


def _is_alone(units: Sequence[Unit], index: int) -> bool:
    """Say whether a sentence tells nothing but a level: "All levels.", "Beginner friendly."."""
    others = [unit for place, unit in enumerate(units) if place != index and unit.is_word]
    return len(others) <= 1 and all(unit.norm in _POSE_NOUNS | _SUITING for unit in others)


def _is_described(units: Sequence[Unit], index: int, level: Entry) -> bool:
    """Say whether a level is told as a property: "is an intermediate pose"."""
    if level.label not in _LEVELS or units[index].norm not in _LEVEL_WORDS:
        return False
    reach = 10 if units[index + 1 : index + 2] and units[index + 1].norm in _BETWEEN_LEVELS else 4
    if _OF_OTHER_LEVEL.search(words_before(units, index)):
        return False
    has_noun = any(unit.norm in _LEVEL_NOUNS for unit in units[index + 1 : index + reach])
    if units[index].norm.endswith(" level") and any(
        unit.norm in {"at", "of"} for unit in units[max(0, index - 2) : index]
    ):
        return True  # "ideal for yogis at an intermediate level", "an asana of intermediate level"
    if _RATED.search(words_before(units, index)):
        return True  # "It is rated intermediate"
    if units[index + 1 : index + 2] and units[index + 1].norm == "difficulty" and units[index - 1].norm in {"of", "a"}:
        return True  # "a pose of intermediate difficulty"
    return has_noun and _DESCRIBED.search(words_before(units, index)) is not None
