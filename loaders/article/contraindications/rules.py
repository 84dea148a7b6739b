"""The rules that read contraindications, and the claims they make: with onset, severity and trimester."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import product, takewhile

from yogakg.facts import Claim, Contraindication, Mention, Span
from yogakg.lexicon import fold
from yogakg.loaders.article.advice import Condition, advised
from yogakg.loaders.article.context import Passage, Reader, Rule, rule
from yogakg.loaders.article.contraindications.assertion import HEADS
from yogakg.loaders.article.contraindications.conditions import (
    POINTERS,
    conditions_before,
    conditions_in,
    is_any_injury,
    is_general,
    is_generic,
    is_pregnancy,
)
from yogakg.loaders.article.contraindications.discourse import (
    Told,
    sort_conditions,
    tells_harm,
    tells_of_later,
)
from yogakg.loaders.article.contraindications.lines import advice_of_answer, advice_over
from yogakg.loaders.article.contraindications.readings import (
    SECTION,
    Reading,
    asserted_conditions,
    ends_at,
    is_disputed,
    read_block,
)
from yogakg.loaders.article.contraindications.unknown import (
    unknown_condition,
    unknown_item,
    unknown_mentions,
    unknown_of_people,
    without_determiners,
)
from yogakg.loaders.article.coordination import CONDITION, Phrase, sounds_medical
from yogakg.loaders.article.questions import asks_briefly, asks_whether, marks_answer, tells_of_oneself
from yogakg.loaders.article.recognition.mentions import Sentence, Unit
from yogakg.loaders.article.recognition.words import mapping, pattern, words

#: Stages of a condition, of which each that is named has a claim.
_ONSETS = ("Recent", "Old", "Recovering", "Acute", "Chronic", "Current")
_SEVERITIES = ("Severe", "Mild")
_TRIMESTERS = ("FirstTrimester", "SecondTrimester", "ThirdTrimester")
#: Words before a condition that tell its stage: "recovering from".
_WHEREABOUTS = mapping("contraindication_words.whereabouts")
_AROUND = pattern(r"\b{contraindication_words.whereabouts}\b")
_ONWARD = pattern(r"\btrimester{contraindication_words.onward}\b|\bmonths?{contraindication_words.onward}\b")
#: Several trimesters: "2nd/3rd trimester".
_SEVERAL_TRIMESTERS = pattern(
    r"\b{contraindication_words.trimesters}(?:\s*(?:[/&,+–-]|and\b|or\b|to\b)\s*{contraindication_words.trimesters})+"
    r"\s+trimesters?\b"
)
_ORDINALS = mapping("contraindication_words.trimesters")
_AFTER_TRIMESTER = pattern(r"\b{contraindication_words.after} (?:the |your )?(?:first|second|1st|2nd) trimester\b")
_WORSENED = words("contraindication_words.worsened")
_WORSENING = words("contraindication_words.worsening")
#: Sentences in which a question is answered.
_ANSWER = 3
_DISEASE = "Disease"
#: The same of a question in few words: "What about gout?".
_BRIEF_ANSWER = 2


def contraindications(block: Sequence[Passage], reader: Reader) -> Iterator[Claim | Mention]:
    """Read the contraindications of one block of sentences, and mention short items that name nothing known."""
    readings = read_block(block, reader)
    if not readings:
        return
    if any(reading.named for reading in readings):
        told = sort_conditions(readings, reader.text)
        yield from contraindication_stated(told)
        yield from contraindication_nearby(told)
        yield from contraindication_listed(told, reader)
        yield from contraindication_harmful(told)
        yield from unknown_mentions(told)
    if len(block) == 1 and not (readings[0].conditions or readings[0].named) and (unknown := unknown_item(block[0])):
        yield Mention(block[0].sentence.text, CONDITION, SECTION, block[0].span)
        yield from contraindication_unknown(block[0], unknown, reader)
    for reading in readings:
        yield from contraindication_of_people(reading, reader)
    yield from contraindication_worsened(readings, reader)
    yield from contraindication_asked(block, reader)


@rule("hasContraindication")
def contraindication_stated(told: Told) -> Iterator[Claim]:
    """A condition and an advice in one sentence: "if you have a recent knee injury, skip this pose"."""
    for reading, condition in told.stated:
        yield from _claims(
            contraindication_stated.name, reading, condition, reading.advice or "Avoid", reading.passage.span
        )


@rule("hasContraindication")
def contraindication_nearby(told: Told) -> Iterator[Claim]:
    """A condition in one sentence and an advice in the next or, before a semicolon, the last: "Diarrhea. Wait."."""
    for reading, condition, answer in told.answered:
        spans = (reading.passage.span, answer.passage.span)
        span = Span(min(span.start for span in spans), max(span.end for span in spans))
        claims = _claims(contraindication_nearby.name, reading, condition, answer.advice or "Avoid", span)
        yield from _moved_on(claims) if tells_of_later(answer) else claims


@rule("hasContraindication")
def contraindication_listed(told: Told, reader: Reader) -> Iterator[Claim]:
    """A condition without advice in a section about contraindications: as the sentence over its list, or to avoid."""
    for reading, condition in (*told.listed, *told.waiting):
        if reading.passage.section != SECTION:
            continue  # a label that nothing answered, or people whom the pose may harm
        if not reading.bare and is_any_injury(condition.phrase):
            continue  # "it is hard on those with injuries"
        advice = advice_over(reading.passage, reader) or "Avoid"
        yield from _claims(contraindication_listed.name, reading, condition, advice, reading.passage.span)


@rule("hasContraindication")
def contraindication_harmful(told: Told) -> Iterator[Claim]:
    """People of whom a text says elsewhere how the pose may harm them: "for those with a weak back it can strain …"."""
    for reading, condition in told.waiting:
        if reading.passage.section != SECTION and tells_harm(reading, condition):
            yield from _claims(contraindication_harmful.name, reading, condition, "Caution", reading.passage.span)


@rule("hasContraindication")
def contraindication_unknown(passage: Passage, item: Sequence[Unit], reader: Reader) -> Iterator[Claim]:
    """A short item of a section about contraindications that the vocabulary lacks: medical, or among conditions."""
    medical = item[-1].cue("glue.heads") or sounds_medical(item[-1])
    if not (medical or passage.among_conditions):
        return  # perhaps a fault of alignment; nothing is barred on such ground
    units = passage.sentence.units
    spoken = (unit for unit in units if unit.is_word)
    condition = unknown_condition(item, spoken, 0, len(units), introduced=False)
    reading = Reading(passage, (condition,), None, bare=True)
    advice = advice_over(passage, reader) or "Avoid"
    yield from _claims(contraindication_unknown.name, reading, condition, advice, passage.span)


@rule("hasContraindication")
def contraindication_of_people(reading: Reading, reader: Reader) -> Iterator[Claim]:
    """People who should avoid the pose for what the vocabulary lacks: "those with a reeling sensation should …"."""
    units = reading.sentence.units
    if reading.conditions or reading.named:
        return
    told = list(unknown_of_people(reading.sentence))
    advice = advised(reading.sentence, ()) if told else None
    listed = reading.passage.section == SECTION and advice is None and told and ends_at(units, told[-1][1])
    for first, last in told if advice == "Avoid" or listed else ():
        named = without_determiners(units[first:last])
        if is_generic(" ".join(unit.text for unit in named)):
            continue
        name = (unit for unit in named if not unit.cue("qualifiers"))
        condition = unknown_condition(name, named, first, last, introduced=True)
        asked = (advice_over(reading.passage, reader) if listed else None) or "Avoid"
        yield from _claims(contraindication_of_people.name, reading, condition, asked, reading.passage.span)


@rule("hasContraindication")
def contraindication_worsened(readings: Sequence[Reading], reader: Reader) -> Iterator[Claim]:
    """A condition that the pose may make worse, of which a block says no more: care is needed."""
    claimed = (reading for reading in readings if reading.advice or reading.passage.section == SECTION)
    told = {c.phrase.term.iri for reading in claimed for c in reading.conditions}
    named = " ".join(c.phrase.term.label for reading in readings for c in reading.conditions)
    for reading in readings:
        sentence = reading.sentence
        for index in sentence.worded(_WORSENING | _WORSENED):
            if reader.is_negated(sentence, index):
                continue
            passive = sentence.units[index].norm in _WORSENED and index and sentence.units[index - 1].norm == "be"
            phrases = (
                conditions_before(sentence, index, reader) if passive else _worsened_objects(sentence, index, reader)
            )
            for phrase in phrases:
                bare = fold(phrase.term.label) in HEADS and (phrase.term.kind != _DISEASE or phrase.term.label in named)
                general = is_general(phrase, sentence.units) or bare
                general = general or any(unit.norm in POINTERS for unit in sentence.units[index + 1 : phrase.first + 1])
                if phrase.term.iri not in told and not general:
                    condition = Condition(phrase, introduced=False, opening=phrase)
                    span = reading.passage.span
                    yield from _claims(contraindication_worsened.name, reading, condition, "Caution", span)


@rule("hasContraindication")
def contraindication_asked(block: Sequence[Passage], reader: Reader) -> Iterator[Claim]:
    """A question whether somebody with a condition may practise, and its answer: "Is it safe in pregnancy? No."."""
    for place, passage in enumerate(block):
        of_asker = tells_of_oneself(passage.sentence.text) and len(block) > place + 1
        of_asker = of_asker and marks_answer(reader.text[passage.span.end : block[place + 1].span.end])
        if not (of_asker or asks_whether(passage.sentence.text)):
            continue
        conditions = tuple(conditions_in(passage.sentence, reader, of_asker=of_asker))
        if not conditions and place and tells_of_oneself(block[place - 1].sentence.text):
            conditions = tuple(conditions_in(block[place - 1].sentence, reader, of_asker=True))
        reach = _BRIEF_ANSWER if asks_briefly(passage.sentence.text) else _ANSWER
        answer = list(takewhile(lambda one: not one.sentence.text.endswith("?"), block[place + 1 :]))[:reach]
        disputed = any(is_disputed(one, None) for one in answer)
        advice = advice_of_answer(passage, answer) if conditions and answer and not disputed else None
        if advice is None:
            continue
        told = {c.phrase.term.iri for one in answer for c in asserted_conditions(one, reader)}
        reading = Reading(passage, conditions, advice, bare=False)
        span = Span(passage.span.start, answer[-1].span.end)
        for condition in conditions:
            if condition.phrase.term.iri not in told or advice == "Avoid":
                yield from _claims(contraindication_asked.name, reading, condition, advice, span)


def _worsened_objects(sentence: Sentence, index: int, reader: Reader) -> list[Phrase]:
    """Return the conditions that a verb of making worse has as its object."""
    verb = sentence.units[index].norm in _WORSENING
    return reader.phrases(sentence, index + 1, CONDITION)[0] if verb and index + 1 < len(sentence.units) else []


CONTRAINDICATION_RULES: tuple[Rule[...], ...] = (
    contraindication_of_people,
    contraindication_stated,
    contraindication_nearby,
    contraindication_listed,
    contraindication_harmful,
    contraindication_unknown,
    contraindication_worsened,
    contraindication_asked,
)


def _claims(name: str, reading: Reading, condition: Condition, advice: str, span: Span) -> Iterator[Contraindication]:
    """Make a contraindication of a condition, or one a stage of those that the words mean: "recent or chronic"."""
    qualifiers = _qualifiers(reading.sentence, condition.phrase)
    onsets = tuple(onset for onset in _ONSETS if onset in qualifiers)
    severities = tuple(severity for severity in _SEVERITIES if severity in qualifiers)
    trimesters = _trimesters(reading.sentence, qualifiers)
    for onset, severity, trimester in product(onsets or (None,), severities or (None,), trimesters or (None,)):
        yield Contraindication(
            span=span,
            rule=name,
            condition=condition.phrase.term,
            advice=advice,
            onset=onset,
            severity=severity,
            trimester=trimester,
        )


def _moved_on(claims: Iterator[Contraindication]) -> Iterator[Contraindication]:
    """Move claims to the trimesters after that of which they were made: "After that it can be done with care"."""
    for claim in claims:
        later = _TRIMESTERS[_TRIMESTERS.index(claim.trimester) + 1 :] if claim.trimester else (None,)
        yield from (replace(claim, trimester=trimester) for trimester in later)


def _trimesters(sentence: Sentence, qualifiers: set[str]) -> tuple[str, ...]:
    """Return the trimesters that a sentence means: "from the second onward" and "after the first" are two."""
    several = _SEVERAL_TRIMESTERS.search(sentence.text) if qualifiers.intersection(_TRIMESTERS) else None
    if several is not None:
        spoken = re.findall(r"\w+", several.group().casefold())
        qualifiers = qualifiers | {_ORDINALS[word] for word in spoken if word in _ORDINALS}
    named = [place for place, trimester in enumerate(_TRIMESTERS) if trimester in qualifiers]
    if named and _AFTER_TRIMESTER.search(sentence.text):
        return _TRIMESTERS[named[0] + 1 :]
    if named and _ONWARD.search(sentence.text):
        return _TRIMESTERS[named[0] :]
    return tuple(_TRIMESTERS[place] for place in named)


def _qualifiers(sentence: Sentence, phrase: Phrase) -> set[str]:
    """Return what a condition's own words, and those just before it ("recovering from"), say of it."""
    before = " ".join(unit.norm for unit in sentence.units[max(0, phrase.first - 3) : phrase.first])
    qualifiers = {*phrase.qualifiers, *(_WHEREABOUTS[match.group()] for match in _AROUND.finditer(before))}
    if is_pregnancy(phrase):
        cues = (cue for unit in sentence.units for cue in unit.cues)
        qualifiers |= {cue.value for cue in cues if cue.role == "qualifiers" and cue.value in _TRIMESTERS}
    return qualifiers
