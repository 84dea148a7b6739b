"""Who should avoid, change or take care in a pose.

A condition and an advice make a contraindication when they meet in a sentence ("if you have a recent
knee injury, skip this pose"), in neighbouring sentences of one block, or when the condition stands bare
under a heading about contraindications.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise, product, takewhile

from yogakg.facts import Claim, Contraindication, Mention, Span, Term
from yogakg.lexicon import Lexicon, fold
from yogakg.loaders.article.advice import (
    Condition,
    advised,
    concerns,
    is_allowed_even,
    is_label,
    only_allows,
    orders_nothing,
    permits,
)
from yogakg.loaders.article.context import Passage, Reader, Rule, rule
from yogakg.loaders.article.coordination import (
    CONDITION,
    PRONOUNS,
    Phrase,
    condition_words,
    heads_what_follows,
    is_harm,
    is_state,
    names_group,
    names_injury,
    opens_unknown,
    opens_weakness,
    sounds_medical,
)
from yogakg.loaders.article.grounding import mint_condition
from yogakg.loaders.article.mentions import Sentence, Unit
from yogakg.loaders.article.poses import PoseMention
from yogakg.loaders.article.questions import asks_whether, bars
from yogakg.loaders.article.words import group, mapping, pattern, words

_SECTION = "contraindications"
_PREGNANCY = "/pregnancy"
_ONSETS = ("Recent", "Old", "Recovering", "Acute", "Chronic", "Current")
_SEVERITIES = ("Severe", "Mild")
_TRIMESTERS = ("FirstTrimester", "SecondTrimester", "ThirdTrimester")
_OPENING_FAMILIES = (CONDITION, "BodyRegion", "BodyFunction", "MentalState", "Trimester")
#: Conditions in disclaimers; they say nothing about a pose.
_GENERIC = frozenset(fold(phrase) for phrase in group("contraindication_words.generic"))
_WHEREABOUTS = mapping("contraindication_words.whereabouts")
_AROUND = pattern(r"\b{contraindication_words.whereabouts}\b")
_COORDINATING = frozenset({"or", "and", "/", ","})
_FIRST_PERSON = frozenset({"my", "i"})
_WEAK_INTRODUCERS = words("contraindication_words.weak_introducers")
_WEAK_CONDITIONALS = words("contraindication_words.weak_conditionals")
_WEAK_HAVING = words("contraindication_words.weak_having")
_PRACTISING = words("advice_words.practising")
_THEIRS = pattern(r"\b{contraindication_words.theirs}\b")
_USED_AGAINST = pattern(r"\b{contraindication_words.used_against}\s*(?:\w+\s+){0,2}$")
_INJURY = "injury"
_MEASURES = words("coordination.measures")
_STIFF = words("contraindication_words.stiff")
_IN_CASE = frozenset({"in case of", "in cases of"})
_LOADS = words("advice_words.loads")
_ON = frozenset({"on", "onto", "upon", "to"})
_POSSIBLE = words("advice_words.possible") | {"could", "might"}
_IN_THIS_CASE = pattern(r"\b{advice_words.in_this_case}\b")
#: A custom that is told and then called into question: "some sites advise against it, but a study found it safe".
_DISPUTED = pattern(
    r"\b{contraindication_words.hearsay}\b[^.;]*\b{contraindication_words.says}\b[^;]*"
    r"\b{contraindication_words.disputing}\b[^;]*\b{contraindication_words.refuting}\b"
)
_SAME = pattern(
    r"^(?:and )?likewise\b|\b(?:{contraindication_words.same} {contraindication_words.applies}\b|also belong"
    r"|{contraindication_words.these} includes?\b)"
)
_TURN = pattern(
    r"[,;:]\s+(?:{contraindication_words.joints}\s+)?(?={contraindication_words.turns}\b)|[,;]\s+but\s+|\s+but\s+(?={contraindication_words.turns}\b)"
    r"|[,;]\s+(?:{contraindication_words.joints}\s+)?(?={contraindication_words.later}\b)"
    r"|,?\s+{contraindication_words.joints}\s+(?={coordination.modals}\b[^.;]*\b{contraindication_words.later}\W*$)"
)
#: A sentence that lost the period before it: "they will not practise People with asthma …".
_RUN_ON = pattern(r"(?<=[a-z])\s+(?=(?-i:[A-Z])\w+ (?:with|who|suffering|having)\b)")
#: A clause is complete if it holds an advice, roughly.
_COMPLETE = pattern(r"\b{contraindication_words.advising}\b")
_CHANGING = words("contraindication_words.changing")
_COPULAS = frozenset({"is", "are"})
_FEELING = words("contraindication_words.feeling")
#: The same where a group of people follows, which may only go on with a list.
_SURELY_COMPLETE = pattern(r"\b{contraindication_words.surely_advising}\b")
_OTHER_PAGE = pattern(r"\b{contraindication_words.remedies}\b[^.:;,]{0,20} (?:for|to)\b")
_GROUP = pattern(r"{contraindication_words.groups}\b")
_ONWARD = pattern(r"\btrimester{contraindication_words.onward}\b|\bmonths?{contraindication_words.onward}\b")
_AFTER_TRIMESTER = pattern(r"\b{contraindication_words.after} (?:the |your )?(?:first|second|1st|2nd) trimester\b")
#: Kinds of conditions that are no difficulties in a pose.
_OF_THE_BODY = frozenset({"Injury", "PhysiologicalState", "RecoveryState"})
_DISCOMFORT = "discomfort"
_KIND_INJURY = "Injury"
_PROBLEM = "problem"
_PEOPLE = frozenset(map(fold, words("introducers.people")))
_OF_CONDITIONS = frozenset(map(fold, words("advice_words.of_conditions")))
_ANNOUNCING = words("contraindication_words.announcing")
_HEADS = frozenset(map(fold, words("glue.heads")))
_PRONE = words("contraindication_words.prone")
_WORSENED = words("contraindication_words.worsened")
_WORSENING = words("contraindication_words.worsening")
_OPENING_WORDS = words("contraindication_words.opening")
_LISTING = re.compile(r"contra ?indication|reason|restriction")
_SAID_BEFORE = pattern(
    r"\b(?:{contraindication_words.theirs}) (?:with|who have|having|suffering from|in) (?:any of )?"
    r"(?:this|these|such|those) (?:\w+ )?{contraindication_words.said_before}\b"
    r"|^(?:they|she|he) {coordination.modals}\b|^\W*{contraindication_words.later}\b"
    r"|\b{contraindication_words.later}\W*$"
)
_LATER = pattern(r"\b{contraindication_words.later}\b")
_GETTING = words("contraindication_words.getting")
_READERS = frozenset({"you", "who", "that", "the"})
_RELATIVE = frozenset({"that", "which"})
_OTHERWISE = "otherwise"
_SAYING = words("contraindication_words.saying")
#: How a pose is left when it hurts: "come out of the pose if there is pain".
_STOPPING = pattern(r"\b{contraindication_words.stopping}\b")
_THIS_POSE = pattern(r"\b(?:this|the) {attribute_words.pose_nouns}\b")
_POSE_NOUNS = words("attribute_words.pose_nouns")
_THEM = frozenset({"they", "he", "she", "one"})
#: Only those without a condition are told to practise: "only practise it if you are free from vertigo".
_REQUIRING = pattern(
    r"\bonly\b[^.;]*\b{advice_words.doing}\b[^.;]*\b{contraindication_words.provided}\b[^.;]*"
    r"\b{contraindication_words.lacking}\b"
)
#: Whom an allowance leaves out: "it is safe for everybody except pregnant women".
_EXCEPTING = pattern(
    r"\b(?:{advice_words.allowed}|suitable|no risks?"
    r"|(?:can|may) (?:be )?(?:{advice_words.doing}|{advice_words.done}))\b"
    r"[^.;]*\b{contraindication_words.excepting}\b"
)
#: The same, told first: "Except for people with an injury, everybody can do it".
_EXEMPTING = pattern(
    r"^\W*{contraindication_words.excepting}\b[^.;]*,\s*(?P<all>everyone|everybody|anyone|anybody|all)\b[^.;]*\b(?:can|may)\b"
)
_ABILITIES = words("coordination.located")
_CHANGES = "modifications"
_UNHEADED = frozenset({None, "steps"})
#: How what is felt in a pose reads, which a change of it answers.
_FELT = pattern(r"^{contraindication_words.felt}\b")
_GOOD_FOR = pattern(r"\b{contraindication_words.good_for}\b")
#: A way of doing it in parentheses, for what stands just before, in a list: "asthma (breathe freely), gout".
_GLOSSED = pattern(r"(?:^|(?<=[,;] ))[^(),;]*\([^()]*\b{contraindication_words.advising}\b[^()]*\)(?:\s*[,;]\s+)?")
_ASKING = words("contraindication_words.asking")
_AREAS = words("contraindication_words.areas")
_POINTERS = words("contraindication_words.pointers")
_OTHERS = words("contraindication_words.others")
_MAIN_SUBJECTS = words("contraindication_words.main_subjects")
_OF_SENTENCES = words("contraindication_words.of_sentences")
_SYMPTOM_SECTIONS = frozenset({"modifications", "variations", "steps"})
_SENSING = words("contraindication_words.sensing")
_OF_EFFECTS = words("sections.telling_effects")
_LABEL_SECTIONS = frozenset({None, _SECTION, "modifications", "about"})
_MODALS = words("coordination.modals")
#: Units in which a clause says that it speaks of people: "for example, those with …".
_OPENING = 4
#: Units before a condition of which a whole sentence speaks.
_LEADING = 5
_CLAUSE_ENDS = frozenset({".", ";", ":"})
#: Characters of the shortest word that tells a pose from others: "head", but not "on" or "the".
_TELLING_WORD = 4
#: Words beside its conditions of a clause that goes on with a list.
_QUALIFYING = 6
#: Clauses of a sentence of which the second answers the first.
_PAIR = 2
#: Units after a condition in which the way to avoid it may be told.
_HOW = 6
#: Units of a question to those with a condition: "Do your knees hurt?".
_SHORT_QUESTION = 6
#: Sentences in which a question is answered.
_ANSWER = 3
#: Conditions of a bare sentence that is no list of them.
_FEW = 2


@dataclass(frozen=True, slots=True)
class Reading:
    """A clause: its conditions, what it advises, and whether it is ``bare``: only names its conditions."""

    passage: Passage
    conditions: tuple[Condition, ...]
    advice: str | None
    bare: bool

    @property
    def sentence(self) -> Sentence:
        """The words of the clause."""
        return self.passage.sentence


@dataclass(frozen=True, slots=True)
class Told:
    """The conditions of a block of sentences, by how advice and condition meet."""

    #: A condition with an advice in its clause.
    stated: list[tuple[Reading, Condition]] = field(default_factory=list)
    #: A condition, and a later clause that advises.
    answered: list[tuple[Reading, Condition, Reading]] = field(default_factory=list)
    #: A condition that no advice follows.
    waiting: list[tuple[Reading, Condition]] = field(default_factory=list)


def contraindications(block: Sequence[Passage], reader: Reader) -> Iterator[Claim | Mention]:
    """Read the contraindications of one block of sentences, and mention short items that name nothing known."""
    asserted = (passage for passage in block if not _DISPUTED.search(passage.sentence.text))
    readings = _specific([_read(clause, reader) for passage in asserted for clause in _clauses(passage, reader)])
    if not readings:
        return
    if any(reading.conditions for reading in readings):
        told = _sort(readings, reader.text)
        yield from contraindication_stated(told)
        yield from contraindication_nearby(told)
        yield from contraindication_listed(told)
        yield from contraindication_harmful(told)
        yield from _unknown_mentions(told)
    if len(block) == 1 and not readings[0].conditions and (unknown := _unknown_item(block[0])):
        yield Mention(block[0].sentence.text, CONDITION, _SECTION, block[0].span)
        yield from contraindication_unknown(block[0], unknown)
    for reading in readings:
        yield from contraindication_of_people(reading)
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
        yield from _moved_on(claims) if _LATER.search(answer.sentence.text) else claims


@rule("hasContraindication")
def contraindication_listed(told: Told) -> Iterator[Claim]:
    """A condition without advice in a section about contraindications: as the sentence over its list, or to avoid."""
    for reading, condition in told.waiting:
        if reading.passage.section != _SECTION:
            continue  # a label that nothing answered, or people whom the pose may harm
        if not reading.bare and fold(condition.phrase.term.label) == _INJURY and not condition.phrase.qualifiers:
            continue  # "it is hard on those with injuries"
        advice = _of_lead(reading.passage.lead) or "Avoid"
        yield from _claims(contraindication_listed.name, reading, condition, advice, reading.passage.span)


@rule("hasContraindication")
def contraindication_harmful(told: Told) -> Iterator[Claim]:
    """People of whom a text says elsewhere how the pose may harm them: "for those with a weak back it can strain …"."""
    for reading, condition in told.waiting:
        if reading.passage.section != _SECTION and _tells_harm(reading, condition):
            yield from _claims(contraindication_harmful.name, reading, condition, "Caution", reading.passage.span)


@rule("hasContraindication")
def contraindication_unknown(passage: Passage, item: Sequence[Unit]) -> Iterator[Claim]:
    """A short item of a section about contraindications that the vocabulary lacks: medical, or among conditions."""
    medical = item[-1].cue("glue.heads") or sounds_medical(item[-1])
    if not (medical or passage.among_conditions):
        return  # perhaps a fault of alignment; nothing is barred on such ground
    units = passage.sentence.units
    qualifiers = frozenset(cue.value for unit in units if unit.is_word and (cue := unit.cue("qualifiers")))
    term = mint_condition([unit.text.casefold() for unit in item])
    phrase = Phrase(term, CONDITION, 0, len(units), qualifiers)
    condition = Condition(phrase, introduced=False, opening=phrase)
    reading = Reading(passage, (condition,), None, bare=True)
    yield from _claims(contraindication_unknown.name, reading, condition, "Avoid", passage.span)


@rule("hasContraindication")
def contraindication_of_people(reading: Reading) -> Iterator[Claim]:
    """People who should avoid the pose for what the vocabulary lacks: "those with a reeling sensation should …"."""
    units = reading.sentence.units
    if reading.conditions:
        return
    told = list(_unknown_of_people(reading.sentence))
    advice = advised(reading.sentence, ()) if told else None
    listed = reading.passage.section == _SECTION and advice is None and told and _ends_at(units, told[-1][1])
    for first, last in told if advice == "Avoid" or listed else ():
        named = [unit for unit in units[first:last] if not unit.cue("glue.determiners")]
        if fold(" ".join(unit.text for unit in named)) in _GENERIC:
            continue
        qualifiers = frozenset(cue.value for unit in named if (cue := unit.cue("qualifiers")))
        term = mint_condition(unit.text.casefold() for unit in named if not unit.cue("qualifiers"))
        phrase = Phrase(term, CONDITION, first, last, qualifiers)
        condition = Condition(phrase, introduced=True, opening=phrase)
        yield from _claims(contraindication_of_people.name, reading, condition, "Avoid", reading.passage.span)


@rule("hasContraindication")
def contraindication_worsened(readings: Sequence[Reading], reader: Reader) -> Iterator[Claim]:
    """A condition that the pose may make worse, of which a block says no more: care is needed."""
    claimed = (reading for reading in readings if reading.advice or reading.passage.section == _SECTION)
    told = {c.phrase.term.iri for reading in claimed for c in reading.conditions}
    for reading in readings:
        sentence = reading.sentence
        for index in sentence.worded(_WORSENING | _WORSENED):
            if reader.is_negated(sentence, index):
                continue
            passive = sentence.units[index].norm in _WORSENED and index and sentence.units[index - 1].norm == "be"
            phrases = _before(sentence, index, reader) if passive else _object(sentence, index, reader)
            for phrase in phrases:
                general = _is_general(phrase, sentence.units) or fold(phrase.term.label) in _HEADS
                general = general or any(
                    unit.norm in _POINTERS for unit in sentence.units[index + 1 : phrase.first + 1]
                )
                if phrase.term.iri not in told and not general:
                    condition = Condition(phrase, introduced=False, opening=phrase)
                    span = reading.passage.span
                    yield from _claims(contraindication_worsened.name, reading, condition, "Caution", span)


@rule("hasContraindication")
def contraindication_asked(block: Sequence[Passage], reader: Reader) -> Iterator[Claim]:
    """A question whether somebody with a condition may practise, and its answer: "Is it safe in pregnancy? No."."""
    for place, passage in enumerate(block):
        if not asks_whether(passage.sentence.text):
            continue
        conditions = tuple(_conditions(passage.sentence, reader))
        answer = list(takewhile(lambda one: not one.sentence.text.endswith("?"), block[place + 1 :]))[:_ANSWER]
        advice = _of_answer(passage, answer) if conditions and answer else None
        if advice is None:
            continue
        told = {c.phrase.term.iri for one in answer for c in _asserted(one, reader)}
        reading = Reading(passage, conditions, advice, bare=False)
        span = Span(passage.span.start, answer[-1].span.end)
        for condition in conditions:
            if condition.phrase.term.iri not in told or advice == "Avoid":
                yield from _claims(contraindication_asked.name, reading, condition, advice, span)


def _object(sentence: Sentence, index: int, reader: Reader) -> list[Phrase]:
    """Return the conditions that a verb of making worse has as its object."""
    verb = sentence.units[index].norm in _WORSENING
    return reader.phrases(sentence, index + 1, CONDITION)[0] if verb and index + 1 < len(sentence.units) else []


def _before(sentence: Sentence, index: int, reader: Reader) -> list[Phrase]:
    """Return the conditions that stand before a unit in its sentence."""
    for start in range(index):
        if _may_open(sentence.units, start):
            phrases, _ = reader.phrases(sentence, start, CONDITION, stop=index)
            if phrases:
                return phrases
    return []


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


# -- claims ---------------------------------------------------------------------------------------


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
    if phrase.term.iri.endswith(_PREGNANCY):
        cues = (cue for unit in sentence.units for cue in unit.cues)
        qualifiers |= {cue.value for cue in cues if cue.role == "qualifiers" and cue.value in _TRIMESTERS}
    return qualifiers


# -- advice and condition meet --------------------------------------------------------------------


def _sort(readings: Sequence[Reading], text: str) -> Told:
    """Sort the conditions of a block by how they meet an advice."""
    told = Told()
    spoken = {c.phrase.term.iri for reading in readings if not reading.bare for c in reading.conditions}
    broader = {one for reading in readings[:1] for iri in spoken for one in _broader(iri, reading.sentence.lexicon)}
    shared = {id(reading): lead for run in _runs(readings, text) for reading, lead in _sharing(run)}
    last: str | None = None
    spoken_of: Reading | None = None
    for before, reading in zip((None, *readings), readings, strict=False):
        if (lead := shared.get(id(reading))) is not None:
            told.answered.extend((reading, condition, lead) for condition in reading.conditions)
            continue
        if reading.advice is None and last and reading.conditions and _SAME.search(reading.sentence.text):
            reading = replace(reading, advice=last)  # "The same goes for a fresh ankle sprain."
        last = reading.advice or last
        named = spoken | broader if reading is readings[0] else spoken
        if reading.bare and any(c.phrase.term.iri in named for c in reading.conditions):
            continue  # a lead ("Knee injury.") only names what the next sentences speak of
        if reading.advice and not reading.conditions and spoken_of and _SAID_BEFORE.search(reading.sentence.text):
            later = _LATER.search(reading.sentence.text) is not None
            told.answered.extend((spoken_of, c, reading) for c in spoken_of.conditions if c.introduced or later)
        if before is not None and _asks_for_whom(before) and _names_them(before, reading):
            reading = replace(reading, advice="Avoid")
            told.stated.extend((reading, c) for c in reading.conditions)
            continue
        if before is not None and reading.bare and _breaks_off(before):
            reading = replace(reading, advice=before.advice)
            told.stated.extend((reading, c) for c in reading.conditions)
            continue
        if reading.conditions:
            spoken_of = reading
        if _answers(reading, told.waiting):
            told.answered.extend((earlier, condition, reading) for earlier, condition in told.waiting)
            told.waiting.clear()
        elif reading.advice:
            told.stated.extend((reading, c) for c in reading.conditions if _is_meant(reading, c))
        elif _speaks_for_itself(reading):
            reading = replace(reading, advice="Avoid")
            told.stated.extend((reading, c) for c in reading.conditions)
        elif (reading.passage.section == _SECTION and not _is_passing(reading)) or _is_labelled(reading):
            told.waiting.extend((reading, c) for c in reading.conditions if not _is_felt(reading, c))
        else:
            told.waiting.extend((reading, c) for c in reading.conditions if _tells_harm(reading, c))
    return told


def _speaks_for_itself(reading: Reading) -> bool:
    """Say whether a sentence without a heading can only list whom the pose is not for: "Hernia, pregnancy, gout."."""
    kinds = {condition.phrase.term.kind for condition in reading.conditions}
    if _is_only_if(reading):
        return True
    unheaded = reading.passage.section not in _OF_EFFECTS and reading.passage.kind == "paragraph"
    return unheaded and reading.bare and len(reading.conditions) > _FEW and not _OF_THE_BODY.isdisjoint(kinds)


def _is_only_if(reading: Reading) -> bool:
    """Say whether a paragraph under no heading of its own only says "If you have …": the heading over it is lost."""
    passage, units = reading.passage, reading.sentence.units
    if not (passage.alone and passage.kind == "paragraph" and passage.section in _UNHEADED and reading.conditions):
        return False
    last = max(condition.phrase.last for condition in reading.conditions)
    return units[0].norm == "if" and not any(unit.is_word for unit in units[last:])


def _tells_harm(reading: Reading, condition: Condition) -> bool:
    """Say whether a sentence goes on from people with a condition to what the pose may do to them."""
    units = reading.sentence.units
    if not (condition.introduced and _names_people(units[: condition.phrase.first])):
        return False
    following = units[condition.phrase.last :]
    harms = any(unit.cue("causes") or is_harm(unit) or not _LOADS.isdisjoint(unit.norm.split()) for unit in following)
    return harms and any(unit.norm in _POSSIBLE for unit in following)


def _asks_for_whom(reading: Reading) -> bool:
    """Say whether a sentence asks for whom the pose is not, which the next one answers: "Who should not do it?"."""
    opening = reading.sentence.text.casefold().lstrip("*•- ").partition(" ")[0]
    return reading.sentence.text.endswith("?") and reading.advice == "Avoid" and opening in _ASKING


def _names_them(question: Reading, answer: Reading) -> bool:
    """Say whether an answer to a question for whom the pose is not only names them: "Perhaps, if you have …"."""
    return answer.advice is None and bars(question.sentence.text, answer.sentence.text) is not False


def _breaks_off(reading: Reading) -> bool:
    """Say whether a clause ends in the conditions that it warns of, as if a list went on: "not for asthma. Hernia."."""
    if reading.advice != "Avoid" or not reading.conditions:
        return False
    last = max(condition.phrase.last for condition in reading.conditions)
    return not any(unit.is_word for unit in reading.sentence.units[last:]) and reading.passage.kind == "paragraph"


def _broader(iri: str, lexicon: Lexicon) -> tuple[str, ...]:
    """Return the conditions above a known one, under which a heading lists it: "Knee issues", over "knee pain"."""
    entry = lexicon.entries.get(iri)
    return entry.broader if entry is not None else ()


def _is_labelled(reading: Reading) -> bool:
    """Say whether a clause under no heading opens with whom the next one advises: "Knee injury: it stresses …"."""
    if not reading.conditions:
        return False
    if reading.passage.section == _CHANGES:  # a heading over what those change who have it
        kinds = {condition.phrase.term.kind for condition in reading.conditions}
        return reading.bare and reading.passage.first and not reading.passage.alone and "Symptom" not in kinds
    if reading.passage.section is not None:
        return False
    first = reading.conditions[0].phrase
    labels = first.first == 0 and is_label(reading.sentence, first)
    labels = labels or (reading.sentence.text.endswith("?") and reading.conditions[0].introduced)
    return labels or (first.first < _OPENING and _opens_with_people(reading))


def _is_of_use(reading: Reading) -> bool:
    """Say whether a sentence tells what the pose is good for, or a condition only by the way.

    "Benefit is achieved in slip disc and sciatica", "There will be a sensation of tension in the neck".
    """
    labels = any(is_label(reading.sentence, c.phrase) for c in reading.conditions[:1])
    if labels and _GOOD_FOR.search(reading.sentence.text):
        return True
    opens = any(c.introduced or c.phrase.first == 0 for c in reading.conditions)
    symptoms = all(c.phrase.term.kind == "Symptom" and c.phrase.first > _LEADING for c in reading.conditions)
    return not opens and (only_allows(reading.sentence) or (symptoms and not reading.bare))


def _is_passing(reading: Reading) -> bool:
    """Say whether a sentence among warnings only tells what it is good for, or what a weakness leads to."""
    weak = all(_is_stiffness(reading, c) and not c.introduced for c in reading.conditions)
    leads = any(unit.cue("causes") for unit in reading.sentence.units)
    return _is_of_use(reading) or (weak and leads)


def _runs(readings: Sequence[Reading], text: str) -> list[list[Reading]]:
    """Group the clauses that semicolons join."""
    runs: list[list[Reading]] = []
    for reading in readings:
        before = runs[-1][-1].passage.span.end if runs else 0
        if runs and text[before : reading.passage.span.start].strip() == ";":
            runs[-1].append(reading)
        else:
            runs.append([reading])
    return runs


def _sharing(run: Sequence[Reading]) -> Iterator[tuple[Reading, Reading]]:
    """Yield the clauses of a run that go on with one list, each with the only one that advises.

    "Avoid it if you have glaucoma; migraine; …", "those with migraine; those with glaucoma should avoid it".
    """
    advising = [reading for reading in run if reading.advice]
    if len(advising) != 1 or advising[0] not in (run[0], run[-1]):
        return
    lead = advising[0]
    if not lead.conditions and lead is run[-1] and len(run) == _PAIR:
        # "If you have weak bones, a fall is serious; keep a chair at hand."
        yield from ((reading, lead) for reading in run[:1] if any(c.introduced for c in reading.conditions))
    if any(c.introduced for c in lead.conditions) or any(concerns(lead.sentence, c.opening) for c in lead.conditions):
        yield from ((one, lead) for one in run if one.bare or _opens_with_people(one) or _goes_on(one))


def _goes_on(reading: Reading) -> bool:
    """Say whether a clause only names conditions, and words that qualify them: "and, possibly, a stroke"."""
    units = reading.sentence.units
    covered = sum(condition.phrase.last - condition.phrase.first for condition in reading.conditions)
    others = sum(unit.is_word for unit in units) - covered
    told = any(unit.cue("imperative") or unit.norm in _MODALS for unit in units if not unit.cue("introducers"))
    return bool(reading.conditions) and reading.advice is None and others <= _QUALIFYING and not told


def _opens_with_people(reading: Reading) -> bool:
    """Say whether a clause only goes on with whom an advice is for: "and those with osteoporosis"."""
    opening = reading.sentence.units[:_OPENING]
    return reading.advice is None and _names_people(opening)


def _of_lead(lead: Sentence | None) -> str | None:
    """Return what the sentence over a list advises those with a condition of it: "Ask a doctor if you have:"."""
    if lead is None or not any(_introduces(unit) for unit in lead.units):
        return None
    if lead.text.rstrip().endswith(".") and not any(unit.norm in _ANNOUNCING for unit in lead.units):
        return None  # it ends the text before the list
    return advised(lead, ())


def _answers(reading: Reading, waiting: Sequence[tuple[Reading, Condition]]) -> bool:
    """Say whether a clause without conditions advises those with the conditions named before it."""
    if not reading.advice or reading.conditions or not waiting:
        return False
    asked = waiting[-1][0].sentence.text.endswith("?")
    if reading.advice == "Modify" and all(_tells_harm(*told) for told in waiting):
        return reading.sentence.units[0].cue("imperative") is not None  # else it goes on about the harm
    return reading.advice == "Avoid" or asked or len({id(earlier) for earlier, _ in waiting}) == 1


def _of_answer(question: Passage, answer: Sequence[Passage]) -> str | None:
    """Return what an answer advises those of whom a question asks whether they may practise."""
    barred = bars(question.sentence.text, answer[0].sentence.text)
    advices = [advised(passage.sentence, ()) for passage in answer]
    if barred:
        return "Caution" if advices[0] == "Caution" else "Avoid"
    told = [advice for advice in advices if advice is not None and (barred is None or advice != "Avoid")]
    return told[0] if told else None


def _is_meant(reading: Reading, condition: Condition) -> bool:
    """Say whether the advice of a clause is for those with a condition of it."""
    section = reading.passage.section
    own = reading.sentence.units[condition.phrase.first : condition.phrase.last]
    symptom = condition.phrase.term.kind == "Symptom" or any(_DISCOMFORT in unit.norm for unit in own)
    if symptom or any(unit.norm in _SENSING for unit in reading.sentence.units[: condition.phrase.last]):
        lasting = reading.advice == "Avoid" or _is_had(reading, condition)
        barred = lasting and condition.introduced and not _follows_feeling(reading, condition)
        if (section in _SYMPTOM_SECTIONS and not barred) or _is_felt(reading, condition):
            return False  # a discomfort in the pose, which a modification answers
    if reading.advice == "Modify" and (_is_difficulty(reading, condition)):
        return False
    labelled = (
        condition.phrase.first == 0
        and reading.passage.first
        and section in _LABEL_SECTIONS
        and is_label(reading.sentence, condition.phrase)
    )
    if section == _SECTION or (labelled and not _is_stiffness(reading, condition)):
        return True
    theirs = _is_theirs(reading.sentence, condition) or _does(reading, condition) or _opens_clause(reading, condition)
    theirs = theirs or _is_listed_after_change(reading, condition)
    if reading.advice == "Modify" and not theirs:
        return False
    if _IN_THIS_CASE.search(reading.sentence.text):
        return True
    if reading.advice in {"Avoid", "Caution"} and concerns(reading.sentence, condition.opening):
        return True
    opens = _opens_clause(reading, condition) or _is_listed_after_change(reading, condition)
    opens = opens or _is_listed_after_ban(reading, condition)
    opens = opens or _does(reading, condition)
    return condition.introduced or opens or _names_people(reading.sentence.units) or _is_subject(reading, condition)


def _is_difficulty(reading: Reading, condition: Condition) -> bool:
    """Say whether a condition is only what is hard in the pose, which a change of it answers: "balance issues"."""
    term, units = condition.phrase.term, reading.sentence.units[condition.phrase.first : condition.phrase.last]
    said = " ".join(unit.norm for unit in units)
    if reading.passage.section in _SYMPTOM_SECTIONS and _FELT.search(said):
        return True  # "Sensitive knees: pad them"
    if not _ABILITIES.isdisjoint(said.split()):
        return True  # "flexibility issues"
    medical = term.kind == _KIND_INJURY or term.label.endswith(_PROBLEM)
    return not medical and any(unit.entry("Limitation") for unit in units)


def _is_listed_after_ban(reading: Reading, condition: Condition) -> bool:
    """Say whether a list follows an advice that names it: "contraindications include glaucoma", "a reason is …"."""
    before = reading.sentence.units[: condition.opening.first]
    return any(unit.cue("advice", "avoid") and _LISTING.search(unit.norm) for unit in before)


def _is_listed_after_change(reading: Reading, condition: Condition) -> bool:
    """Say whether a list follows an advice to change the pose: "Modify in the following cases: pregnancy, …"."""
    before = reading.sentence.units[: condition.opening.first]
    return bool(before) and before[0].cue("advice", "modify") is not None and any(unit.norm == ":" for unit in before)


def _opens_clause(reading: Reading, condition: Condition) -> bool:
    """Say whether a sentence opens with whom it advises: "With an injury of the back, avoid this pose"."""
    first = condition.opening.first
    opening = reading.sentence.units[:first]
    if not opening or opening[0].norm not in _OPENING_WORDS or first > _OPENING:
        return False
    kind = condition.phrase.term.kind
    if reading.advice == "Modify" and reading.passage.section in _SYMPTOM_SECTIONS and kind == "Symptom":
        return False  # "With sore knees, sit on a blanket" is for a difficulty
    lasting = condition.phrase.term.kind != "Symptom" or opening[0].norm != "for" or reading.advice != "Modify"
    following = reading.sentence.units[condition.phrase.last :]
    parted = any(unit.norm == "," or unit.cue("advice", "avoid") for unit in following)
    return lasting and parted and not any(unit.cue("effect") for unit in opening)


def _does(reading: Reading, condition: Condition) -> bool:
    """Say whether a condition stands for those who have it: "Wrist injuries should place the forearms down"."""
    last = max(c.phrase.last for c in reading.conditions if c.opening == condition.opening)
    following = reading.sentence.units[last : last + 1]
    modal = following[0].norm.partition(" ")[0] if following else ""  # "should avoid" is one advice
    return condition.opening.first == 0 and modal in _MODALS


def _is_subject(reading: Reading, condition: Condition) -> bool:
    """Say whether a condition is the subject of the advice: "glaucoma and migraine are contraindications"."""
    units = reading.sentence.units
    place = next((place for place, unit in enumerate(units) if unit.norm in _OF_CONDITIONS), 0)
    return condition.phrase.last <= place and not any(unit.entry("Pose") for unit in units[:place])


def _is_felt(reading: Reading, condition: Condition) -> bool:
    """Say whether a symptom is one that the pose brings: "if you feel numbness, come out of it"."""
    if reading.advice == "Avoid":
        return False
    stops = condition.phrase.term.kind == "Symptom" and _STOPPING.search(reading.sentence.text)
    return bool(stops) or _follows_feeling(reading, condition)


def _is_stiffness(reading: Reading, condition: Condition) -> bool:
    """Say whether a symptom only limits a movement: "tightness in the hamstrings"."""
    own = reading.sentence.units[condition.phrase.first : condition.phrase.last]
    return any(word in _STIFF for unit in own for word in unit.norm.split())


def _is_had(reading: Reading, condition: Condition) -> bool:
    """Say whether a symptom is that of people who have it, in the pose or not: "those with lower back pain"."""
    if _is_stiffness(reading, condition):
        return False
    units = reading.sentence.units
    before = units[max(0, condition.opening.first - _OPENING) : condition.opening.first]
    had = _names_people(before) and any(unit.cue("introducers", "having") for unit in before)
    return had or any(unit.norm in _IN_CASE for unit in before)


def _follows_feeling(reading: Reading, condition: Condition) -> bool:
    before = reading.sentence.units[max(0, condition.phrase.first - 6) : condition.phrase.first]
    if _names_people(before) or not any(unit.norm in _FEELING for unit in before):
        return False  # "those experiencing sciatica"
    if any(one.norm in _THEM and other.norm in _SENSING for one, other in pairwise(before)):
        return True  # "people with asthma should rest when they feel tired"
    others = (other for other in reading.conditions if other.opening != condition.opening and other.introduced)
    return all(other.phrase.term.kind == "Symptom" for other in others)  # "if you are pregnant or experience anxiety"


def _is_theirs(sentence: Sentence, condition: Condition) -> bool:
    """Say whether a sentence first names who has a condition and then what they change.

    Else the pose, or the change, is used against the condition.
    """
    if _IN_THIS_CASE.search(sentence.text):
        return True
    following = sentence.units[condition.phrase.last : condition.phrase.last + 1]
    last = following[0] if following and _is_person(following[0]) else sentence.units[condition.phrase.last - 1]
    whole = sentence.text[: last.end - sentence.span.start]  # "asthma patients"
    first = condition.phrase.first
    people = _names_people(sentence.units[max(0, first - 3) : first])  # "for those experiencing sciatica"
    return bool(_THEIRS.search(whole)) and (people or not _USED_AGAINST.search(sentence.before(first)))


def _names_people(units: Sequence[Unit]) -> bool:
    """Say whether words speak of a group of people by their condition: "Pregnant women should …"."""
    return any(map(_is_person, units))


def _is_person(unit: Unit) -> bool:
    """Say whether a unit is a word for people, or the name of a condition that ends in one: "pregnant mothers"."""
    of_people = unit.entry(CONDITION) is not None and unit.norm.rpartition(" ")[2] in _PEOPLE
    return of_people or unit.cue("introducers", "people") is not None


def _specific(readings: Sequence[Reading]) -> list[Reading]:
    """Leave out bare head nouns that only name what a block specifies: "Injury and surgery: … knee injury …"."""
    told = [c.phrase for reading in readings for c in reading.conditions]
    heads = {phrase.term.label.split()[-1] for phrase in told if " " in phrase.term.label}
    return [
        replace(
            reading, conditions=tuple(c for c in reading.conditions if c.introduced or c.phrase.term.label not in heads)
        )
        if heads
        else reading
        for reading in readings
    ]


# -- clauses and their conditions -----------------------------------------------------------------


def _clauses(passage: Passage, reader: Reader) -> Iterator[Passage]:
    """Part a sentence where it turns to another condition: "avoid it if …, but if …, stay low"."""
    text = passage.sentence.text
    glossed = set(_glossed(text)) if passage.section == _SECTION else set()
    edges = [0]
    for turn in sorted((*_TURN.finditer(text), *_RUN_ON.finditer(text)), key=lambda turn: turn.end()):
        complete = _SURELY_COMPLETE if _GROUP.match(text, turn.end()) else _COMPLETE
        if complete.search(text, edges[-1], turn.start()) and complete.search(text, turn.end()):
            edges.append(turn.end())
    edges = sorted({*edges, *glossed})
    if len(edges) == 1:
        yield passage
        return
    base = passage.span.start
    for start, end in pairwise([*edges, len(text)]):
        length = len(text[start:end].rstrip(" ,;:"))
        if length == 0:
            continue
        span = Span(base + start, base + start + length)
        sentence = Sentence(passage.sentence.source, span)
        if sentence.units:
            yield replace(passage, sentence=sentence, first=passage.first and start == 0, alone=False)


def _glossed(text: str) -> Iterator[int]:
    """Yield where members of a list start and end that have an advice of their own in parentheses."""
    for gloss in _GLOSSED.finditer(text):
        yield from (place for place in gloss.span() if 0 < place < len(text.rstrip(" .")))


def _read(passage: Passage, reader: Reader) -> Reading:
    sentence = passage.sentence
    conditions = _asserted(passage, reader)
    poses = reader.finder.find(reader.text, sentence.span) if sentence.cued("advice", "avoid") else []
    advice = advised(sentence, conditions, _named(poses, reader))
    if advice in {None, "Modify"} and (left_out := _left_out(sentence, conditions)):
        conditions, advice = left_out, "Avoid"
    allowed = (advice is None and permits(sentence, conditions)) or _bars_other(sentence, poses, reader)
    if allowed or (advice == "Caution" and passage.section != _SECTION and _gives_examples(sentence)):
        conditions = ()
    introduced = any(condition.introduced for condition in conditions)
    bare = bool(conditions) and advice is None and not introduced and _is_covered(sentence, conditions)
    return Reading(passage, conditions, advice, bare)


def _left_out(sentence: Sentence, conditions: tuple[Condition, ...]) -> tuple[Condition, ...]:
    """Return the conditions that an allowance leaves out: "only if you are free from …", "all except …"."""
    if not conditions or _requires_health(sentence):
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
    return any(fold(unit.text) in _HEADS for place in places if place for unit in sentence.units[place - 1 : place])


def _is_covered(sentence: Sentence, conditions: Sequence[Condition]) -> bool:
    """Say whether a sentence has few words beside its conditions."""
    covered = sum(condition.phrase.last - condition.phrase.first for condition in conditions)
    return sum(unit.is_word for unit in sentence.units) <= covered + 4


def _named(poses: Sequence[PoseMention], reader: Reader) -> frozenset[int]:
    """Return the places at which the pose is named that a text is about."""
    return frozenset(mention.span.start for mention in poses if mention.term.iri == reader.subject.iri)


def _bars_other(sentence: Sentence, poses: Sequence[PoseMention], reader: Reader) -> bool:
    """Say whether only another pose is barred, which has no word of its name in common: "avoid Headstand if …"."""
    if not poses or _named(poses, reader) or _THIS_POSE.search(sentence.text):
        return False
    own = _name_words(reader.subject)
    known = (one for one in poses if not one.term.minted and reader.text[one.span.start].isupper())
    starts = {mention.span.start for mention in known if own.isdisjoint(_name_words(mention.term))}
    units, avoided = sentence.units, sentence.cued("advice", "avoid")
    return all(any(unit.start in starts for unit in units[place + 1 : place + 3]) for place in avoided)


def _name_words(practice: Term) -> frozenset[str]:
    """Return the words of a practice's English and its Sanskrit name that tell it from others."""
    spoken = (word for label in practice.labels[:2] for word in fold(label).split())
    return frozenset(word for word in spoken if len(word) >= _TELLING_WORD) - _POSE_NOUNS


def _asserted(passage: Passage, reader: Reader) -> tuple[Condition, ...]:
    """Return the conditions for which a clause may advise something."""
    sentence = passage.sentence
    asks = sentence.text.endswith("?") and (len(sentence.units) > _SHORT_QUESTION or passage.section == "asides")
    conditions = () if asks or asks_whether(sentence.text) else tuple(_conditions(sentence, reader))
    if not conditions or is_allowed_even(sentence) or _titles_remedy(sentence):
        return ()
    told = passage.section != "steps" or (_is_covered(sentence, conditions) and _stands_out(sentence, conditions))
    return tuple(c for c in conditions if (c.introduced or told) and not _is_time_of(c, conditions, sentence.units))


def _stands_out(sentence: Sentence, conditions: Sequence[Condition]) -> bool:
    """Say whether a bare sentence among steps speaks of conditions: it lists several, or asks: "Pregnant?"."""
    asks = sentence.text.endswith("?") and all(c.phrase.term.kind in _OF_THE_BODY for c in conditions)
    return asks or len(conditions) > _FEW


def _titles_remedy(sentence: Sentence) -> bool:
    """Say whether a sentence is the title of another page: "Yoga Poses for Back Pain"."""
    if _OTHER_PAGE.search(sentence.text) is None:
        return False
    return not (sentence.cued("advice") or sentence.cued("negation.before") or sentence.cued("introducers", "people"))


def _is_time_of(condition: Condition, others: Sequence[Condition], units: Sequence[Unit]) -> bool:
    """Say whether pregnancy is only when another condition holds: "if you suffer from SPD during your pregnancy"."""
    first = condition.phrase.first
    if not condition.phrase.term.iri.endswith(_PREGNANCY) or not first:
        return False
    before = [other.phrase.last for other in others if other.introduced and other.phrase.last <= first]
    between = units[max(before, default=first) : first]
    return any(unit.norm == "during" for unit in between) and not any(
        unit.joins or not unit.is_word for unit in between
    )


def _conditions(sentence: Sentence, reader: Reader) -> Iterator[Condition]:
    """Find the conditions that a sentence asserts of somebody."""
    units = sentence.units
    end = max(condition_words(sentence), default=-1) + 1
    index = 0
    while index < end:
        phrases, after = reader.phrases(sentence, index, CONDITION) if _may_open(units, index) else ([], index)
        if phrases and not _is_asserted(sentence, index, reader):
            after = _next_subject(units, index, after)
        elif phrases:
            introduced = _is_introduced(units, index)
            known = [phrase for phrase in phrases if not _is_general(phrase, units)]
            if len(known) < len(phrases):  # "any health conditions or injuries"
                known = [phrase for phrase in known if phrase.qualifiers or fold(phrase.term.label) != _INJURY]
            yield from (Condition(phrase, introduced, phrases[0]) for phrase in known)
            if phrases[0] not in known and any(unit.cue("glue.such_as") for unit in units[index:after]):
                return  # "any medical condition such as …": advice for life, not for the pose
        index = max(after if phrases else index, index + 1)


def _next_subject(units: Sequence[Unit], first: int, last: int) -> int:
    """Return where a main clause opens within a list: "as it raises the blood pressure, diabetics should …"."""
    places = range(first + 1, last)
    clauses = (place for place in places if units[place - 1].norm == "," and _precedes_modal(units, place))
    return next(clauses, last)


def _precedes_modal(units: Sequence[Unit], place: int) -> bool:
    return any(unit.norm in _MODALS for unit in units[place + 1 : place + 2])


def _is_general(phrase: Phrase, units: Sequence[Unit]) -> bool:
    """Say whether a phrase names no condition of its own: "a medical condition", "injuries in these areas"."""
    following = units[phrase.last : phrase.last + 6]
    if fold(phrase.term.label) in _GENERIC:
        return True
    if any(unit.norm in _ANNOUNCING for unit in units[max(0, phrase.first - 2) : phrase.last]):
        return fold(phrase.term.label) in _HEADS  # "if you have the following injuries:"
    if fold(phrase.term.label) in _HEADS and any(unit.norm.partition(" ")[0] in _OTHERS for unit in following[:3]):
        return following[0].joins
    pointing = (one for one, other in pairwise(following) if one.norm in _POINTERS and other.norm in _AREAS)
    return next(pointing, None) is not None


def _may_open(units: Sequence[Unit], index: int) -> bool:
    """Say whether a list of conditions may open at a unit: a name, a head noun, a qualifier, or a word before "or"."""
    unit = units[index]
    if _is_verb(units, index) or _is_measure(units, index) or _is_put_on(units, index):
        return False
    if opens_weakness(units, index) or sounds_medical(unit) or heads_what_follows(unit):
        return True
    if opens_unknown(units, index):
        return True
    if unit.entry(*_OPENING_FAMILIES) or unit.cue("glue.heads") or unit.cue("qualifiers"):
        return True
    if is_harm(unit) or names_injury(unit) or names_group(unit):
        return True
    following = units[index + 1] if index + 1 < len(units) else None
    if (not unit.is_plain or unit.norm in PRONOUNS) and following is not None and is_state(following):
        return True  # "your back is painful", "your blood pressure is high"
    return unit.is_word and following is not None and following.norm in _COORDINATING


def _is_measure(units: Sequence[Unit], index: int) -> bool:
    """Say whether a word that also names a condition counts something: "a pile of cushions"."""
    following = units[index + 1] if index + 1 < len(units) else None
    return units[index].norm in _MEASURES and following is not None and following.norm == "of"


def _is_put_on(units: Sequence[Unit], index: int) -> bool:
    """Say whether a word that also names a condition is what a region bears: "places much stress on the knees"."""
    following = units[index + 1] if index + 1 < len(units) else None
    return units[index].norm in _LOADS and following is not None and following.norm in _ON


def _is_verb(units: Sequence[Unit], index: int) -> bool:
    """Say whether a word that also names a condition is a verb with an object: "it stresses the joint"."""
    unit = units[index]
    word = unit.text.casefold()
    inflected = word == "stresses" or (word.endswith("s") and not unit.norm.endswith("s"))
    return inflected and index > 0 and index + 1 < len(units) and units[index + 1].cue("glue.determiners") is not None


def _is_asserted(sentence: Sentence, index: int, reader: Reader) -> bool:
    """Say whether a condition is asserted of the readers: not of the author, not denied, not an outcome."""
    units = sentence.units
    personal = any(unit.text.casefold() in _FIRST_PERSON for unit in units[max(0, index - 3) : index + 1])
    if personal and not asks_whether(sentence.text):
        return False
    if _requires_health(sentence):
        return True
    if _is_denied(units, index):
        return False
    return not _is_outcome(units, index) or _IN_THIS_CASE.search(sentence.text) is not None


def _is_denied(units: Sequence[Unit], index: int) -> bool:
    """Say whether a condition is negated: "without the injury", "if you have no pain"."""
    for place in range(index - 1, max(-1, index - 6), -1):
        unit = units[place]
        if unit.cue("negation.pseudo") or unit.cue("negation.ends"):
            return False
        if unit.norm == "not" and units[place + 1].norm == ",":
            return False  # "tired or not, pregnant women should …"
        if unit.cue("negation.before") and (orders_nothing(units, place) or not unit.cue("advice")):
            # "should not be done with": the advice is negated, not the condition.
            return not any(_governs_advice(between) for between in units[place + 1 : index])
        if unit.norm in _CLAUSE_ENDS or unit.norm == "(" or unit.cue("advice"):
            return False
    return False


def _requires_health(sentence: Sentence) -> bool:
    """Say whether only those without a condition should practise: "only do it if you don't have knee problems"."""
    return _REQUIRING.search(sentence.text) is not None


def _governs_advice(unit: Unit) -> bool:
    conditional = unit.cue("introducers", "conditional") or unit.cue("introducers", "people")
    return unit.norm in _PRACTISING or conditional is not None


def _is_outcome(units: Sequence[Unit], index: int) -> bool:
    """Say whether a condition is what a fault would lead to: "as it can cause back pain", "to avoid injury"."""
    if index and any(unit.norm == "avoid" for unit in _just_before(units, index)):
        return index > 1 or _tells_how(units[index:])  # "to avoid injury", "Avoid injury by warming up"
    if index and units[index - 1].norm in _PRONE and units[index].cue("glue.heads"):
        return True  # "the skull is prone to injuries"
    if is_harm(units[index]) and any(unit.norm in _POSSIBLE for unit in units[max(0, index - 2) : index]):
        return True  # "you may hurt your back", "you can get injured"
    if _is_changed(units, index) or _changes(units, index) or _may_come(units, index):
        return True
    if _names_people(units[index : index + 2]):
        return False  # "As it is an inversion, pregnant women should leave it out"
    if index and units[index - 1].norm == "," and _precedes_modal(units, index):
        return False  # "As the head is low, epileptics must leave it out"
    for unit in reversed(units[:index]):
        if unit.cue("causes") and not _is_said_otherwise(units, unit) and not _is_relative(units, unit):
            return True
        if unit.norm in _CLAUSE_ENDS or _is_strong_introducer(unit) or unit.cue("advice", "avoid"):
            return False
        if unit.cue("introducers", "people") and unit.norm != "one":  # "standing on one leg"
            return False
    return False


def _may_come(units: Sequence[Unit], index: int) -> bool:
    """Say whether a condition is only what somebody may get: "they may have trouble with balance"."""
    place = index - 1
    while place > 0 and units[place].cue("glue.determiners"):
        place -= 1
    gets = place > 0 and units[place].norm in _GETTING and units[place - 1].norm in _POSSIBLE
    return gets and not any(unit.norm in _READERS for unit in units[max(0, place - 2) : place - 1])


def _tells_how(units: Sequence[Unit]) -> bool:
    """Say whether words go on with the way to something: "by warming up"."""
    return any(unit.norm == "by" and following.text.endswith("ing") for unit, following in pairwise(units[:_HOW]))


def _is_relative(units: Sequence[Unit], unit: Unit) -> bool:
    """Say whether a clause only tells which conditions are meant: "any condition that causes fluid retention"."""
    place = units.index(unit)
    before = units[max(0, place - 2) : place]
    return len(before) == 2 and before[1].norm in _RELATIVE and fold(before[0].text) in _HEADS


def _is_said_otherwise(units: Sequence[Unit], unit: Unit) -> bool:
    """Say whether "otherwise" only tells what somebody may say: "unless your doctor says otherwise"."""
    place = units.index(unit)
    return unit.text.casefold() == _OTHERWISE and place > 0 and units[place - 1].text.casefold() in _SAYING


def _changes(units: Sequence[Unit], index: int) -> bool:
    """Say whether a condition is what the pose changes: "the blood pressure is greatly reduced"."""
    following = [unit for unit in units[index + 1 : index + 4] if not unit.cue("glue.adjectives")]
    passive = following[:1] and following[0].norm in _COPULAS and following[1:]
    return bool(passive) and any(cue.role == "effect" and cue.form == "ed" for cue in following[1].cues)


def _just_before(units: Sequence[Unit], index: int) -> Sequence[Unit]:
    """Return the unit before a noun phrase: past its determiners and one adjective."""
    place = index - 1
    while place > 0 and (units[place].cue("glue.determiners") or units[place].cue("qualifiers")):
        place -= 1
    return units[max(0, place - 1) : place + 1] if units[place].is_plain else units[place : place + 1]


def _is_changed(units: Sequence[Unit], index: int) -> bool:
    """Say whether a verb of effect has a condition as its object: "it raises the blood pressure"."""
    place = index - 1
    while place > 0 and units[place].cue("glue.determiners"):
        place -= 1
    cue = units[place].cue("effect") if place >= 0 else None
    if place > 0 and _is_person(units[place - 1]):
        return False  # "those managing sciatica"
    if place >= 0 and units[place].text.casefold().split()[0] in _CHANGING:
        return True
    return cue is not None and cue.form != "ed" and not units[place].entries


def _is_strong_introducer(unit: Unit) -> bool:
    """Say whether a unit brings in whose condition it is, and has no other work in a sentence."""
    conditional = unit.cue("introducers", "conditional") and unit.norm not in _WEAK_CONDITIONALS
    having = unit.cue("introducers", "having") and unit.norm not in _WEAK_HAVING
    return bool(conditional or having)


def _is_introduced(units: Sequence[Unit], index: int) -> bool:
    """Say whether words such as "if you have" bring a condition in, or it names people: "Pregnant women should …"."""
    before = units[_start_of_main(units, index) : index]
    return any(_introduces(unit) for unit in before) or _names_people(units[index : index + 4])


def _start_of_main(units: Sequence[Unit], index: int) -> int:
    """Return where the main clause before a unit opens: "if you do it daily, it may make childbirth easier"."""
    commas = (place for place in range(index - 1, 0, -1) if units[place - 1].norm == ",")
    return next((place for place in commas if units[place].norm in _MAIN_SUBJECTS), 0)


def _introduces(unit: Unit) -> bool:
    if not unit.cue("introducers") or unit.norm in _WEAK_INTRODUCERS:
        return False
    return not unit.entries or unit.cue("introducers", "people") is not None


# -- unknown items --------------------------------------------------------------------------------


def _unknown_item(passage: Passage) -> list[Unit]:
    """Return the words of a short bare item that may name a condition; none if it cannot."""
    if passage.section != _SECTION or passage.kind != "item" or not passage.alone:
        return []
    if passage.sentence.text.endswith(":") or _titles_remedy(passage.sentence):
        return []  # a heading that is counted with the items
    spoken = [unit for unit in passage.sentence.units if unit.is_word]
    if not 1 <= len(spoken) <= 5 or spoken[0].norm.endswith(("ing", "ly")):
        return []
    if spoken[0].cue("negation.before") or any(unit.cue("introducers", "conditional") for unit in spoken[:2]):
        return []  # "Never force it", "If it hurts", "Just after meals"
    if _names_people(spoken) or any(map(_is_no_condition, spoken)):
        return []
    kept = [unit for unit in spoken if not unit.cue("glue.determiners") and not unit.cue("qualifiers")]
    heads_columns = len(kept) > 1 and kept[0].cue("glue.heads") is not None  # "Condition | Advice"
    return [] if heads_columns or fold(" ".join(unit.text for unit in kept)) in _GENERIC else kept


def _unknown_mentions(told: Told) -> Iterator[Mention]:
    """Mention the conditions that bar somebody and are only known by their words."""
    answered = ((reading, condition) for reading, condition, _ in told.answered)
    for reading, condition in (*told.stated, *answered, *told.waiting):
        term, section = condition.phrase.term, reading.passage.section
        if section is not None and term.minted and not term.broader and not term.affects:
            units = reading.sentence.units[condition.phrase.first : condition.phrase.last]
            span, base = Span(units[0].start, units[-1].end), reading.sentence.span.start
            yield Mention(reading.sentence.text[span.start - base : span.end - base], CONDITION, section, span)


def _unknown_of_people(sentence: Sentence) -> Iterator[tuple[int, int]]:
    """Yield the names of unknown conditions after "people with": up to four plain words each, from first to last."""
    units = sentence.units
    people = next(iter(sentence.cued("introducers", "people")), None)
    if people is None or people + 1 >= len(units) or not units[people + 1].cue("introducers", "having"):
        return
    first = last = people + 2
    while last < len(units) and not _ends_name(units[last]):
        last += 1
        if last == len(units) or units[last].joins or _ends_name(units[last]):
            named = [unit for unit in units[first:last] if not unit.cue("glue.determiners")]
            points = any(unit.norm in _POINTERS for unit in units[first:last])
            unknown = all(map(_may_be_unknown, named)) and any(unit.is_plain for unit in named)
            if 1 <= len(named) <= 4 and unknown and not points:
                yield first, last
            first = last = last + 1 if last < len(units) and units[last].joins else last


def _ends_at(units: Sequence[Unit], place: int) -> bool:
    """Say whether no word follows from a place on."""
    return not any(unit.is_word for unit in units[place:])


def _ends_name(unit: Unit) -> bool:
    if unit.norm in _OF_SENTENCES or unit.norm in _MODALS:
        return True
    return (not unit.is_word and not unit.joins) or unit.cue("advice") is not None


def _may_be_unknown(unit: Unit) -> bool:
    """Say whether a word may belong to the name of a condition that the vocabulary lacks."""
    cued = any(unit.cue(role) for role in ("glue.heads", "qualifiers", "glue.adjectives"))
    return unit.is_plain or cued or unit.entry("BodyRegion") is not None


def _is_no_condition(unit: Unit) -> bool:
    """Say whether a word shows that an item is an instruction, a reason or a name of another kind."""
    told = any(unit.cue(role) for role in ("advice", "causes", "effect"))
    told = told or unit.norm.rpartition(" ")[2] in _ABILITIES  # "insufficient hip flexibility"
    named = unit.entry("Pose", "Prop", "Style", "Level")
    return told or named is not None or unit.text.casefold() in _OF_SENTENCES
