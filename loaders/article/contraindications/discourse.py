"""How advice and condition meet across the clauses of a block.

An advice may stand in the clause of its condition, in the next one, over a list, or before a semicolon. It may point
back ("those with these conditions"), be shared ("the same goes for"), or answer a question.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from yogakg.lexicon import Lexicon
from yogakg.loaders.article.advice import HAVING_IT, Condition, concerns, is_label, only_allows, orders
from yogakg.loaders.article.contraindications.addressees import (
    LASTING,
    OF_EFFECTS,
    OPENING,
    is_felt,
    is_group,
    is_meant,
    is_stiffness,
    is_symptom,
    is_topic,
)
from yogakg.loaders.article.contraindications.assertion import MODALS, POSSIBLE, names_people
from yogakg.loaders.article.contraindications.conditions import LOADS
from yogakg.loaders.article.contraindications.poses import POSE_NOUNS
from yogakg.loaders.article.contraindications.readings import (
    FEW,
    OF_THE_BODY,
    SECTION,
    Reading,
    words_beside,
)
from yogakg.loaders.article.coordination import is_harm
from yogakg.loaders.article.questions import bars, calls_on
from yogakg.loaders.article.recognition.mentions import Sentence
from yogakg.loaders.article.recognition.words import pattern, words

#: The section of headings about modifications.
_CHANGES = "modifications"
#: Sections that a lost heading leaves its sentences in.
_UNHEADED = frozenset({None, "steps"})
#: An advice is shared with the clause before: "The same goes for …".
_SAME = pattern(
    r"[,:–—-]\s*(?:the )?same(?: thing| story)?\W*$|^(?:and )?likewise\b|^\W*nor\b"
    r"|^\W*so (?:should|must|is|are|do|does)\b"
    r"|\b(?:can|should|may|must|could) do the same\b|^\W*ditto\b"
    r"|\b(?:i|we)(?: would|['’]d|['’]ll| will)? (?:also )?add\b|\b(?-i:[A-Z])\w+ (?:also )?adds\b"
    r"|\badd (?:to (?:that|this|these)|to this list|to the list)\b|\bto (?:that|this|this list|the list),? add\b"
    r"|\b(?:{contraindication_words.same} {contraindication_words.applies}\b|also belong"
    r"|{contraindication_words.these} includes?\b)"
)
#: An advice points back to the conditions that were named: "those with these conditions".
_SAID_BEFORE = pattern(
    r"\b(?:{contraindication_words.theirs}) (?:with|who have|having|suffering from|in) (?:any of )?"
    r"(?:this|these|such|those) (?:\w+ )?{contraindication_words.said_before}\b"
    r"|^such {contraindication_words.theirs}\b"
    r"|^(?:they|she|he) {coordination.modals}\b|^\W*{contraindication_words.later}\b"
    r"|\b{contraindication_words.later}\W*$"
)
_SUCH = pattern(r"such\b")
_LATER = pattern(r"\b{contraindication_words.later}\b")
#: What stiffness makes a pose.
_HARDER = words("contraindication_words.harder")
_ASKING = words("contraindication_words.asking")
_GOOD_FOR = pattern(r"\b{contraindication_words.good_for}\b")
#: An answer by which a pose is sold to those whom a question calls on: "Back pain? Try this pose."
_PRESCRIBING = pattern(
    r"^\W*(?:{advice_words.answering}\W+)*(?:{advice_words.trying}|{contraindication_words.selling})\s"
    r"(?!(?:\w+ )*?(?:with|on|against|without|lying|from|standing|sitting|seated|kneeling|only|half)\b)"
)
#: In which state of the condition told before an advice holds: "if it isn't controlled", "if acute", "if not".
_OF_STATE = pattern(
    r"\W*(?:even |but |and |only )?(?:if|when|while|as long as|until|once)"
    r"(?: (?:it|this|that|they|yours|the condition))?"
    r"(?:\s?['’]s| is| are)?(?:n['’]t| not)? (?:an? )?(?:\w+ )?{contraindication_words.states_of_it}\b"
)
_IF_NOT = pattern(r"\W*(?:but |and )?if not\b")
_IF_STATE = pattern(r"\bif (?:it is |it['’]s |they are )?(?:\w+ )?{contraindication_words.states_of_it}\b")
#: Units before a condition of which a whole sentence speaks.
_LEADING = 5
#: Words beside its conditions of a clause that goes on with a list.
_QUALIFYING = 6
#: Clauses of a sentence of which the second answers the first.
_PAIR = 2
#: What turns from an allowance to how the pose is done.
_BUT = "but"
#: Words of the longest name that labels a paragraph with a period behind it: "Bad neck."
_LABEL = 3
#: Who is addressed by an advice of their own: "Not for beginners without guidance."
_NOVICES = words("contraindication_words.novices")


@dataclass(frozen=True, slots=True)
class Told:
    """The conditions of a block of sentences, by how advice and condition meet."""

    #: A condition with an advice in its clause.
    stated: list[tuple[Reading, Condition]] = field(default_factory=list)
    #: A condition, and a later clause that advises.
    answered: list[tuple[Reading, Condition, Reading]] = field(default_factory=list)
    #: A condition that no advice follows.
    waiting: list[tuple[Reading, Condition]] = field(default_factory=list)
    #: A condition of a list that is a sentence of its own, of which what follows does not speak.
    listed: list[tuple[Reading, Condition]] = field(default_factory=list)


def sort_conditions(readings: Sequence[Reading], text: str) -> Told:
    """Sort the conditions of a block by how they meet an advice."""
    told = Told()
    spoken = {c.phrase.term.iri for reading in readings if not reading.bare for c in reading.conditions}
    broader = {one for reading in readings[:1] for iri in spoken for one in _broader(iri, reading.sentence.lexicon)}
    shared = {id(reading): lead for run in _runs(readings, text) for reading, lead in _sharing(run)}
    last: str | None = None
    spoken_of: Reading | None = None
    goes_on = False  # an advice is shared with the clauses that semicolons join
    for before, reading in zip((None, *readings), readings, strict=False):
        if (lead := shared.get(id(reading))) is not None:
            told.answered.extend((reading, condition, lead) for condition in reading.conditions)
            spoken_of = reading if reading.named else spoken_of
            continue
        goes_on = (
            goes_on and text[before.passage.span.end : reading.passage.span.start].strip() == ";" if before else False
        )
        goes_on = goes_on or _SAME.search(reading.sentence.text) is not None
        if reading.advice in {None, "Modify"} and last and reading.conditions and goes_on:
            reading = replace(reading, advice=last)  # "The same goes for a fresh ankle sprain."
        last = reading.advice or last
        named = spoken | broader if reading is readings[0] else spoken
        if reading.bare and any(c.phrase.term.iri in named for c in reading.conditions):
            # A lead ("Knee injury.") only names what the next sentences speak of.
            others = tuple(c for c in reading.conditions if c.phrase.term.iri not in named)
            if not others or reading.passage.section != SECTION:
                continue
            reading = replace(reading, conditions=others)
        if reading.advice and not reading.conditions and spoken_of and HAVING_IT.search(reading.sentence.text):
            felt = reading.advice == "Modify" and reading.passage.section != SECTION
            told.answered.extend((spoken_of, c, reading) for c in spoken_of.named if not (felt and is_symptom(c)))
        elif reading.advice and not reading.conditions and spoken_of and _speaks_of_them(reading):
            later, such = tells_of_later(reading), _SUCH.match(reading.sentence.text)
            told.answered.extend(
                (spoken_of, c, reading)
                for c in spoken_of.named
                if c.introduced or later or such or c.opening.first <= 1
            )
        elif reading.advice and not reading.conditions and spoken_of and _tells_state(reading, spoken_of):
            told.answered.extend((spoken_of, _at_stage(c, reading.sentence), reading) for c in spoken_of.named)
            continue
        if before is not None and _asks_for_whom(before) and _names_them(before, reading):
            reading = replace(reading, advice="Avoid")
            told.stated.extend((reading, c) for c in reading.conditions)
            continue
        if before is not None and reading.bare and _breaks_off(before) and not calls_on(reading.sentence.text):
            reading = replace(reading, advice=before.advice)
            told.stated.extend((reading, c) for c in reading.conditions)
            continue
        same_subject = False
        if before is not None and before.named and _goes_on_with_subject(before, reading, text):
            same_subject = True
            told.answered.extend((before, c, reading) for c in before.named if c.introduced or c.opening.first <= 1)
        if reading.named:
            spoken_of = reading
        if before is not None and _concludes(before, reading):
            told.answered.extend((before, c, reading) for c in before.conditions if _is_spoken_of(before, c))
        if not same_subject and _answers(reading, told.waiting, before) and not _goes_on_with(before, reading, text):
            told.answered.extend((earlier, condition, reading) for earlier, condition in told.waiting)
            told.waiting.clear()
        elif reading.advice:
            asked = _called_on(before)
            told.stated.extend((reading, c) for c in reading.conditions if is_meant(reading, c) or _is_one(c, asked))
        elif _speaks_for_itself(reading):
            reading = replace(reading, advice="Avoid")
            told.stated.extend((reading, c) for c in reading.conditions)
        elif reading.passage.section == SECTION and _lists(reading):
            told.listed.extend((reading, c) for c in reading.conditions)
        elif (reading.passage.section == SECTION and not _is_passing(reading)) or _is_labelled(reading):
            told.waiting.extend((reading, c) for c in reading.conditions if not is_felt(reading, c))
        else:
            told.waiting.extend((reading, c) for c in reading.conditions if tells_harm(reading, c))
    return told


def _is_spoken_of(reading: Reading, condition: Condition) -> bool:
    """Say whether a clause tells of a condition, or of people with it, without an advice."""
    opens = condition.introduced and names_people(reading.sentence.units[: condition.phrase.first])
    return is_topic(reading, condition) or (opens and condition.opening.first <= OPENING)


def _speaks_of_them(reading: Reading) -> bool:
    """Say whether an advice points back to conditions named before, or to a later time, and is no order of a pose."""
    if reading.advice == "Modify" and _names_practice(reading.sentence):
        return False  # "Rest in Corpse Pose afterwards."
    return _SAID_BEFORE.search(reading.sentence.text) is not None


def _tells_state(reading: Reading, before: Reading) -> bool:
    """Say whether an advice is for a state of the one condition told before: "If it isn't controlled, skip it"."""
    one = len({condition.phrase.term.iri for condition in before.named}) == 1
    denied = _IF_NOT.match(reading.sentence.text) and _IF_STATE.search(before.sentence.text)
    return one and bool(denied or _OF_STATE.match(reading.sentence.text))


def _at_stage(condition: Condition, sentence: Sentence) -> Condition:
    """Return a condition at the stage that a later sentence tells: "If acute, not at all"."""
    opening = (unit.cue("qualifiers") for unit in sentence.units[:_QUALIFYING])
    qualifiers = condition.phrase.qualifiers | {cue.value for cue in opening if cue is not None}
    return replace(condition, phrase=replace(condition.phrase, qualifiers=qualifiers))


def _called_on(before: Reading | None) -> tuple[Condition, ...]:
    """Return the conditions of a question that calls on those who have them: "Pregnant?"."""
    return before.conditions if before is not None and calls_on(before.sentence.text) else ()


def _is_one(condition: Condition, others: Sequence[Condition]) -> bool:
    return any(condition.phrase.term.iri == other.phrase.term.iri for other in others)


def _allows(reading: Reading) -> bool:
    """Say whether a clause only allows the pose to those whom it names."""
    return not reading.conditions or only_allows(reading.sentence)


def _goes_on_with_subject(before: Reading, reading: Reading, text: str) -> bool:
    """Say whether a clause advises those whom the one before allows it: "… can do it, but should take care"."""
    if not reading.advice or before.advice or reading.conditions or reading.passage.first:
        return False
    opening = reading.sentence.units[0]
    turns = text[before.passage.span.end : reading.passage.span.start].strip(" ,;").casefold() == _BUT
    return opening.norm in MODALS or (_allows(before) and (turns or (not reading.passage.alone and orders(opening))))


def _concludes(before: Reading, reading: Reading) -> bool:
    """Say whether a clause advises those of whom the one before told: "Bunions hurt here. Put the heel down."."""
    if before.advice or not reading.advice or reading.conditions or calls_on(before.sentence.text):
        return False
    if _is_for_novices(reading):
        return False
    if before.passage.section in OF_EFFECTS or any(unit.cue("effect") for unit in before.sentence.units):
        return False  # "Diabetes gets better with it."
    if reading.advice != "Modify":
        return True
    return orders(reading.sentence.units[0]) and not _names_practice(reading.sentence)


def _names_practice(sentence: Sentence) -> bool:
    """Say whether an order is to do a pose, as a remedy: "Sit in Thunderbolt Pose after meals"."""
    return any(unit.entry("Pose") or unit.norm in POSE_NOUNS or unit.text.endswith("asana") for unit in sentence.units)


def tells_of_later(reading: Reading) -> bool:
    """Say whether a clause tells of the time after that of which the text spoke: "After that it can be done …"."""
    return _LATER.search(reading.sentence.text) is not None


def _speaks_for_itself(reading: Reading) -> bool:
    """Say whether a sentence without a heading can only list whom the pose is not for: "Hernia, pregnancy, gout."."""
    return _is_only_if(reading) or (reading.passage.section not in {*OF_EFFECTS, SECTION} and _lists(reading))


def _lists(reading: Reading) -> bool:
    """Say whether a sentence only lists conditions, and which are no mere complaints: "Hernia, pregnancy, gout."."""
    kinds = {condition.phrase.term.kind for condition in reading.conditions}
    several = reading.bare and len(reading.conditions) > FEW and reading.passage.kind == "paragraph"
    return several and not OF_THE_BODY.isdisjoint(kinds)


def _is_only_if(reading: Reading) -> bool:
    """Say whether a paragraph under no heading of its own only says "If you have …": the heading over it is lost."""
    passage = reading.passage
    if not (passage.alone and passage.kind == "paragraph" and passage.section in _UNHEADED):
        return False
    return reading.sentence.units[0].norm == "if" and reading.ends_in_conditions


def tells_harm(reading: Reading, condition: Condition) -> bool:
    """Say whether a sentence goes on from people with a condition to what the pose may do to them."""
    units = reading.sentence.units
    if not (condition.introduced and names_people(units[: condition.phrase.first])):
        return False
    following = units[condition.phrase.last :]
    harms = any(unit.cue("causes") or is_harm(unit) or not LOADS.isdisjoint(unit.norm.split()) for unit in following)
    return harms and any(unit.norm in POSSIBLE for unit in following)


def _asks_for_whom(reading: Reading) -> bool:
    """Say whether a sentence asks for whom the pose is not, which the next one answers: "Who should not do it?"."""
    opening = reading.sentence.text.casefold().lstrip("*•- ").partition(" ")[0]
    return reading.sentence.text.endswith("?") and reading.advice == "Avoid" and opening in _ASKING


def _names_them(question: Reading, answer: Reading) -> bool:
    """Say whether an answer to a question for whom the pose is not only names them: "Perhaps, if you have …"."""
    return answer.advice is None and bars(question.sentence.text, answer.sentence.text) is not False


def _breaks_off(reading: Reading) -> bool:
    """Say whether a clause ends in the conditions that it warns of, as if a list went on: "not for asthma. Hernia."."""
    return reading.advice == "Avoid" and reading.ends_in_conditions and reading.passage.kind == "paragraph"


def _broader(iri: str, lexicon: Lexicon) -> tuple[str, ...]:
    """Return the conditions above a known one, under which a heading lists it: "Knee issues", over "knee pain"."""
    entry = lexicon.entries.get(iri)
    return entry.broader if entry is not None else ()


def _is_labelled(reading: Reading) -> bool:
    """Say whether a clause under no heading opens with whom the next one advises: "Knee injury: it stresses …"."""
    if not reading.conditions:
        return False
    if calls_on(reading.sentence.text):
        return reading.passage.section not in OF_EFFECTS
    if reading.passage.section == _CHANGES:  # a heading over what those change who have it
        symptoms = any(map(is_symptom, reading.conditions))
        return reading.bare and reading.passage.first and not reading.passage.alone and not symptoms
    if reading.passage.section is not None:
        return False
    if reading.bare and reading.passage.first and not reading.passage.alone and _is_alone_in_line(reading):
        return True  # a line over the paragraph about it
    first = reading.conditions[0].phrase
    labels = first.first == 0 and is_label(reading.sentence, first)
    if all(map(is_group, reading.conditions)) and not labels:
        return False  # "Children find it easy."
    return labels or (first.first < OPENING and _opens_with_people(reading))


def _is_alone_in_line(reading: Reading) -> bool:
    """Say whether a clause is but the name of a lasting condition: "Pelvic organ prolapse", "Bad neck."."""
    lasting = all(condition.phrase.term.kind in LASTING for condition in reading.conditions)
    short = sum(unit.is_word for unit in reading.sentence.units) <= _LABEL
    return lasting and reading.ends_in_conditions and (short or reading.sentence.text.rstrip()[-1:].isalnum())


def _is_of_use(reading: Reading) -> bool:
    """Say whether a sentence tells what the pose is good for, or a condition only by the way.

    "Benefit is achieved in slip disc and sciatica", "There will be a sensation of tension in the neck".
    """
    labels = any(is_label(reading.sentence, c.phrase) for c in reading.conditions[:1])
    if labels and _GOOD_FOR.search(reading.sentence.text):
        return True
    opens = any(c.introduced or c.phrase.first == 0 for c in reading.conditions)
    symptoms = all(is_symptom(c) and c.phrase.first > _LEADING for c in reading.conditions)
    return not opens and (only_allows(reading.sentence) or (symptoms and not reading.bare))


def _is_passing(reading: Reading) -> bool:
    """Say whether a sentence among warnings only tells what it is good for, or what a weakness leads to."""
    weak = all(is_stiffness(reading, c) and not c.introduced for c in reading.conditions)
    leads = any(unit.cue("causes") or unit.norm in _HARDER for unit in reading.sentence.units)
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
    others = words_beside(reading.sentence, reading.conditions)
    told = any(unit.cue("imperative") or unit.norm in MODALS for unit in units if not unit.cue("introducers"))
    return bool(reading.conditions) and reading.advice is None and others <= _QUALIFYING and not told


def _opens_with_people(reading: Reading) -> bool:
    """Say whether a clause only goes on with whom an advice is for: "and those with osteoporosis"."""
    opening = reading.sentence.units[:OPENING]
    return reading.advice is None and names_people(opening)


def _goes_on_with(before: Reading | None, reading: Reading, text: str) -> bool:
    """Say whether a clause goes on, in one sentence, with the advice for the conditions of the one before."""
    if before is None or not (before.conditions and before.advice):
        return False
    between = text[before.passage.span.end : reading.passage.span.start]
    return not any(mark in between or before.sentence.text.rstrip().endswith(mark) for mark in ".!?")


def _is_for_novices(reading: Reading) -> bool:
    """Say whether an advice is for those who are new to the pose: "Not for beginners without guidance."."""
    return any(unit.norm in _NOVICES for unit in reading.sentence.units)


def _answers(reading: Reading, waiting: Sequence[tuple[Reading, Condition]], before: Reading | None) -> bool:
    """Say whether a clause without conditions advises those with the conditions named before it."""
    if not reading.advice or reading.conditions or not waiting:
        return False
    if _is_for_novices(reading):
        return False
    if before is not None and calls_on(before.sentence.text) and waiting[-1][0] is not before:
        return False  # it answers a question about something else
    asked = calls_on(waiting[-1][0].sentence.text)
    if asked and reading.advice == "Modify" and reading.passage.section != SECTION:
        lasting = any(condition.phrase.term.kind in LASTING for _, condition in waiting)
        return lasting and _PRESCRIBING.search(reading.sentence.text) is None  # "Insomnia? Try this pose."
    if reading.advice == "Modify" and all(tells_harm(*told) for told in waiting):
        return reading.sentence.units[0].cue("imperative") is not None  # else it goes on about the harm
    return reading.advice == "Avoid" or asked or len({id(earlier) for earlier, _ in waiting}) == 1
