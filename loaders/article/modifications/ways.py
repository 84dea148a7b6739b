"""Ways of doing a pose that answer a difficulty: the modifications that a block of sentences tells."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from itertools import takewhile

from yogakg.facts import Claim, Modification, Span, Term
from yogakg.lexicon import Entry
from yogakg.loaders.article.advice import benefits_if
from yogakg.loaders.article.context import Passage, Reader, rule
from yogakg.loaders.article.coordination import REGION
from yogakg.loaders.article.difficulties import names_difficulty, tells_inability
from yogakg.loaders.article.modifications.clauses import answered_next, conditional, labelled, listed_first, over_list
from yogakg.loaders.article.modifications.exchange import (
    OPEN_SECTIONS,
    Answer,
    Exchange,
    answer_of,
    answers_little,
    changes_pose,
    helps,
    is_answered,
    offers_no_way,
    reassures,
    tells_to_do,
    whole,
)
from yogakg.loaders.article.modifications.limitations import denies, limitations_told
from yogakg.loaders.article.modifications.plain_names import PRONOUNS, SURFACES
from yogakg.loaders.article.modifications.props import DETERMINERS, has_prop, props_used
from yogakg.loaders.article.modifications.purposes import helped, helped_by_that, sparing, steadying, suited
from yogakg.loaders.article.modifications.statements import admitted, of_people, of_region, stated
from yogakg.loaders.article.questions import asks_help
from yogakg.loaders.article.recognition.grounding import term_of
from yogakg.loaders.article.recognition.mentions import Sentence, Unit
from yogakg.loaders.article.recognition.words import pattern, words

#: Sections in which a difficulty and its answer may be told at all.
_SECTIONS = words("modification_words.sections") | {None}
#: Remarks on the rest, in which only a prop is an answer.
_ASIDES = "asides"
#: The forms in which a sentence may tell a difficulty and its answer; the first that fits is taken.
_FORMS: tuple[Callable[[Passage], Exchange | None], ...] = (
    labelled,
    listed_first,
    conditional,
    of_people,
    of_region,
    helped,
    steadying,
    sparing,
    suited,
)
#: Where a sentence goes on with another difficulty.
_ANOTHER = pattern(r",? (?:and|but|or) (?={modification_words.clause_openers}\b)")
_AS_WELL = pattern(r"\b{modification_words.as_well}\b")
#: What only some do, and another way of doing the whole pose, which answer no difficulty before.
_OTHERS = pattern(r"^\W*(?:some|many|most|other|advanced) {modification_words.people}s?\b")
_DOES_POSE = pattern(r"\b{holds.doing} (?:the|this) {sequence_words.poses}\b")
#: Words that open a way without a prop.
_SIMPLY = words("modification_words.simply")
_SKIPPING = words("modification_words.skipping")
_THERE = words("modification_words.there")
_OWN_PROPS = words("modification_words.own_props")
_PLACING = frozenset({"on", "to", "onto"})
#: Units before a prop in which an answer negates it, and not the difficulty before: "if it does not reach use a strap".
_NEGATION_REACH = 5
#: Units behind "or" in which a prop stands that is another one than what is before.
_NOUN_REACH = 4
#: Where a way ends and what is added to it opens: "or lift the heel and call it a lunge".
_CLAUSE_ENDS = frozenset({",", ";", "and"})
#: Units before "or" by which it joins two ways and not two names.
_SHORTEST_WAY = 3


@rule("hasModification", "usesProp")
def limitations_answered(block: Sequence[Passage], reader: Reader) -> Iterator[Claim]:
    """A difficulty and what to do about it: "If you cannot reach your foot, use a strap", "Wobbly? Use a wall."."""
    before: list[Term] = []
    parted = [part for passage in block if not reassures(passage.sentence.text) for part in _parted(passage)]
    for place, passage in enumerate(parted):
        previous = parted[place - 1] if place else None
        following = parted[place + 1] if place + 1 < len(parted) else None
        told = _told(passage, following, reader)
        if told is not None:
            before, answer = told
            for term in before:
                yield from _modifications(term, passage.sentence, answer, reader)
        elif previous is not None and _offers_way(previous) and (helped_ := helped_by_that(passage)) is not None:
            before = []  # a sentence that goes on adds to the way, whomever it helps
            for term in limitations_told(helped_, passage, reader):
                yield from _modifications(term, passage.sentence, whole(previous), reader)
        elif passage.lead is not None and (headed := _headed(passage, passage.lead, reader)):
            before = headed
            for term in before:
                yield from _modifications(term, passage.lead, whole(passage), reader)
        elif before and (another := _answer_if_not(passage, following)) is not None:
            for term in before:
                yield from _modifications(term, passage.sentence, another, reader)
        elif before and _adds_way(passage):
            for term in before:
                yield from _modifications(term, passage.sentence, whole(passage), reader)


def _parted(passage: Passage) -> Iterator[Passage]:
    """Part a sentence that tells a difficulty with its answer, "and if …" another one."""
    sentence = passage.sentence
    edge = _ANOTHER.search(sentence.text) if passage.section in _SECTIONS else None
    if edge is None or edge.start() == 0 or edge.end() == len(sentence.text):
        yield passage
        return
    start = passage.span.start
    first = replace(passage, sentence=Sentence(sentence.source, Span(start, start + edge.start())), alone=False)
    exchange = _exchange(first, None)
    rest = Sentence(sentence.source, Span(start + edge.end(), passage.span.end))
    second = replace(passage, sentence=rest, first=False, alone=False)
    answered = exchange is not None and exchange.start is not None and not answers_little(exchange, first)
    if exchange is None or not answered or _shares(exchange, second):
        yield passage
        return
    yield first
    yield second


def _shares(exchange: Exchange, second: Passage) -> bool:
    """Say whether a second difficulty has the answer before the first: "Sit on a block if … or if …"."""
    return exchange.start == 0 and _exchange(second, None) is None


def _told(passage: Passage, following: Passage | None, reader: Reader) -> tuple[list[Term], Answer] | None:
    """Return the difficulties that a sentence tells, and their answer."""
    may_tell = passage.section in _SECTIONS | {_ASIDES} or _is_under_benefits(passage)
    may_tell = may_tell or asks_help(passage.sentence.text)
    if not may_tell or benefits_if(passage.sentence) is not None:
        return None
    exchange = _exchange(passage, following)
    if exchange is not None and answers_little(exchange, passage):
        answered = following is not None and helps(following)
        exchange = replace(exchange, start=None) if answered else None
    if exchange is None or offers_no_way(exchange, passage):
        return None
    asked = exchange.start is None and asks_help(passage.sentence.text)
    if passage.section == _ASIDES and not asked and not _is_plain(exchange, passage):
        return None
    if passage.section not in _SECTIONS and not (asked or changes_pose(exchange, passage)):
        return None
    if passage.section not in OPEN_SECTIONS and not is_answered(exchange, passage, following):
        return None
    answer = answer_of(exchange, passage, following)
    terms = limitations_told(exchange, passage, reader) if answer is not None else []
    return (terms, answer) if answer is not None and terms else None


def _is_plain(exchange: Exchange, passage: Passage) -> bool:
    """Say whether a sentence tells a difficulty of the body and a prop: not "If the chakra is weak, wear red"."""
    units = passage.sentence.units[exchange.difficulty]
    return (names_difficulty(units) or tells_inability(units)) and has_prop(exchange.answer_in(passage))


def _headed(passage: Passage, lead: Sentence, reader: Reader) -> list[Term]:
    """Return the difficulties that the line over a list tells, if an item of the list answers them."""
    exchange = over_list(passage)
    return limitations_told(exchange, replace(passage, sentence=lead), reader) if exchange is not None else []


def _answer_if_not(passage: Passage, following: Passage | None) -> Answer | None:
    """Return the answer for those whom the one before does not help: "If this does not work, rest on a block"."""
    exchange = conditional(passage)
    if exchange is None or not denies(passage.sentence.units[exchange.difficulty]) or offers_no_way(exchange, passage):
        return None
    return answer_of(exchange, passage, following) if is_answered(exchange, passage, following) else None


def _is_under_benefits(passage: Passage) -> bool:
    """Say whether a paragraph stands under the heading of benefits, after which that of the changes may be lost."""
    return passage.section == "benefits" and passage.kind == "paragraph"


def _exchange(passage: Passage, following: Passage | None) -> Exchange | None:
    """Find the difficulty that a sentence tells, and its answer there or in the next sentence."""
    if (found := answered_next(passage, following)) is not None:
        return found
    found = next((found for form in _FORMS if (found := form(passage)) is not None), None)
    return found or admitted(passage, following) or stated(passage, following)


def _offers_way(passage: Passage) -> bool:
    return helps(passage) or has_prop(passage.sentence.units)


def _adds_way(passage: Passage) -> bool:
    """Say whether a sentence adds a way to the answer before it: "A block works as well", "Or rest the forehead …"."""
    units = passage.sentence.units
    if units[0].norm == "or" and (any(map(tells_to_do, units[1:2])) or _names_prop_or_deed(units[1:])):
        return True
    said = passage.sentence.text
    if _OTHERS.search(said) or _DOES_POSE.search(said):
        return False  # "Some students also like a sandbag on the thighs", "You can also do the pose in bed"
    return bool(passage.sentence.named("Prop")) and _AS_WELL.search(said) is not None


def _names_prop_or_deed(units: Sequence[Unit]) -> bool:
    """Say whether a prop opens a run of units, or what is left out: "a chair behind you", "skip the bind"."""
    return has_prop(units[:_NOUN_REACH]) or any(unit.norm in _SKIPPING for unit in units[:1])


def _modifications(term: Term, difficulty: Sentence, answer: Answer, reader: Reader) -> Iterator[Claim]:
    """Make a modification of each prop of an answer, and one without a prop if it offers such a way as well.

    The sentence of the difficulty is that of the answer, the one before or after it, or the line over a list.
    """
    told, sentence = answer.passage, answer.passage.sentence
    first, last = sorted((difficulty, sentence), key=lambda one: one.span)
    said = sentence.text if difficulty is sentence else f"{first.text} {last.text}"
    span = sentence.span if difficulty is told.lead else Span(first.span.start, last.span.end)
    props = {
        entry.iri: entry
        for index, entry in props_used(told, answering=True)
        if answer.start <= index < answer.stop
        and not reader.is_negated(sentence, index, reach=min(_NEGATION_REACH, index - answer.start))
    }
    ways: list[Entry | None] = [*props.values()]
    if not props or _offers_other_way(sentence.units[answer.start : answer.stop]):
        ways.append(None)
    for prop in ways:
        yield Modification(
            span=span,
            rule=limitations_answered.name,
            addresses=term,
            text=said,
            prop=term_of(prop) if prop is not None else None,
        )
        if prop is not None:
            yield limitations_answered.relation(told, "usesProp", term_of(prop))


def _offers_other_way(answer: Sequence[Unit]) -> bool:
    """Say whether an answer offers a way without the prop as well: "use a belt or simply rest your palms …"."""
    for index, unit in enumerate(answer):
        before, after = answer[:index], answer[index + 1 :]
        limb = bool(before) and before[-1].entry(REGION) is not None
        if unit.norm == "or" and (len(before) >= _SHORTEST_WAY or limb) and not has_prop(before):
            if after and after[0].norm in DETERMINERS and not has_prop(after[:_NOUN_REACH]):
                continue  # "brace the heel or the back of the trunk against a wall"
            return True  # "cross the ankles or sit on a block", "fists or a block"
        if unit.norm not in {"or", "and"} or not after or has_prop(after):
            continue
        if unit.norm == "or" and (_turns_to_other_way(after) or _is_other_way(before, after)):
            return True
    return False


def _turns_to_other_way(units: Sequence[Unit]) -> bool:
    """Say whether another way opens, and not what to do with the prop: "… and rest the feet on it"."""
    opening = units[0]
    clause = list(takewhile(lambda unit: unit.norm not in _CLAUSE_ENDS, units))
    if opening.entries or any(word in PRONOUNS | _THERE for unit in clause for word in unit.norm.split()):
        return False
    return opening.norm in _SIMPLY or opening.cue("advice", "modify") is not None


def _is_other_way(before: Sequence[Unit], after: Sequence[Unit]) -> bool:
    """Say whether "or" joins a way without the prop: "a block or your palms", "… or on the floor", "… or bending"."""
    opening = after[0]
    if opening.text.casefold().endswith("ing") or opening.cue("imperative") is not None:
        return not opening.entries
    if opening.norm in _PLACING:
        return any(unit.norm in SURFACES for unit in after[1:3])
    of_own = opening.norm in DETERMINERS or opening.text.casefold().endswith("ed")  # "your palms", "stacked fists"
    own = len(after) > 1 and of_own and (after[1].entry(REGION) is not None or after[1].norm in _OWN_PROPS)
    return own and bool(before) and before[-1].entry("Prop") is not None
