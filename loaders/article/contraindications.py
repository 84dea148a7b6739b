"""Who should avoid, change or take care in a pose.

A condition and an advice make a contraindication when they meet in a sentence ("if you have a recent
knee injury, skip this pose"), in neighbouring sentences of one block, or when the condition stands bare
under a heading about contraindications.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from yogakg.loaders.article.context import Passage, Reader, rule_name
from yogakg.loaders.article.coordination import CONDITION, Phrase
from yogakg.loaders.article.mentions import Sentence, Unit

from yogakg.facts import Contraindication, Mention, Span, Term
from yogakg.lexicon import fold

_ONSETS = ("Recent", "Old", "Recovering", "Acute", "Chronic", "Current")
_SEVERITIES = ("Severe", "Mild")
_TRIMESTERS = ("FirstTrimester", "SecondTrimester", "ThirdTrimester")
#: Conditions in disclaimers; they say nothing about a pose.
_GENERIC = frozenset(
    fold(words) for words in (
        "medical condition", "health condition", "health concern", "medical concern", "health problem", "health issue", "medical problem", "condition", "medical issue",
        "injury or condition", "limitation", "concern", "problem", "issue", "pain", "discomfort", "physical limitation", "complaint", "disease", "ailment", "illness", "any pain",
    )
)  # fmt: skip
#: Words after "avoid" by which the advice still means the whole practice.
_CLAUSE_OPENERS = frozenset(
    ["if", "when", "during", "while", "in", "for", "with", "until", "till", "because", "as", "since", "or", "and", ",", ".", ";", ":", "!", "–", "-", "altogether", "completely", "entirely", "due", "unless", "at", "after", "on", "by"]
)
_PRACTISING = frozenset(
    ["practice", "practicing", "practised", "do", "doing", "done", "perform", "performing", "performed", "attempt", "attempting", "try", "trying", "come", "coming", "enter", "entering", "go", "into", "be"]
)


@dataclass(frozen=True, slots=True)
class _Found:
    """A condition in a sentence: how it was brought in ("introduced": by if, with, suffer from, …)."""

    phrase: Phrase
    introduced: bool


@dataclass(frozen=True, slots=True)
class _Reading:
    passage: Passage
    conditions: tuple[_Found, ...]
    advice: str | None
    bare: bool


def contraindications(block: Sequence[Passage], reader: Reader) -> Iterator[Contraindication | Mention]:
    """Read the contraindications of one block of sentences."""
    section = block[0].section if block else None
    readings = [_read(clause, reader) for passage in block for clause in _clauses(passage, reader)]
    spoken = {found.phrase.term.iri for r in readings if not r.bare for found in r.conditions}
    waiting: list[tuple[_Reading, _Found]] = []
    last: str | None = None
    for reading in readings:
        passage = reading.passage
        if reading.advice is None and last and reading.conditions and _SAME.search(passage.sentence.text):
            reading = replace(reading, advice=last)  # "The same goes for a fresh ankle sprain."
        last = reading.advice or last
        if reading.bare and any(found.phrase.term.iri in spoken for found in reading.conditions):
            continue  # a lead ("Knee injury.") only names what the next sentences speak of
        if (
            reading.advice
            and not reading.conditions
            and waiting
            and (
                reading.advice == "Avoid"
                or len({id(r) for r, _ in waiting}) == 1
                or waiting[-1][0].passage.sentence.text.endswith("?")
            )
        ):
            for earlier, found in waiting:
                yield _claim(
                    found,
                    reading.advice,
                    Span(earlier.passage.span.start, passage.span.end),
                    contraindication_nearby,
                    earlier.passage.sentence,
                )
            waiting = []
            continue
        for found in reading.conditions:
            if section in {"modifications", "variations", "steps"} and found.phrase.term.kind == "Symptom":
                continue  # a discomfort in the pose, which a modification answers
            labelled = (
                found.phrase.first == 0
                and passage.first
                and section in {None, "contraindications", "modifications", "about"}
                and _is_label(passage.sentence, found.phrase)
            )
            if section != "contraindications" and reading.advice == "Modify" and not (labelled or _is_theirs(passage.sentence, found)):
                continue
            if reading.advice and (
                found.introduced or labelled or section == "contraindications" or _names_reader(passage.sentence)
            ):
                advice = reading.advice
                yield _claim(found, advice, passage.span, contraindication_stated, passage.sentence)
            elif section == "contraindications" and not reading.advice:
                waiting.append((reading, found))
    if section == "contraindications":
        for earlier, found in waiting:
            yield _claim(found, "Avoid", earlier.passage.span, contraindication_listed, earlier.passage.sentence)
        if len(block) == 1 and not readings[0].conditions:
            yield from _unknown(block[0], reader)


_TURN = re.compile(
    r"[,;:]\s+(?:(?:and|but|or|while|whereas)\s+)?(?=(?:if|in case of|those|people|anyone|when|for those|do not|don't|never)\b)|[,;]\s+but\s+",
    re.I,
)


def _clauses(passage: Passage, reader: Reader) -> Iterator[Passage]:
    """Part a sentence where it turns to another condition: "avoid it if …, but if …, stay low"."""
    text = passage.sentence.text
    edges = [0]
    for match in _TURN.finditer(text):
        before, after = text[edges[-1] : match.start()], text[match.end() :]
        if _COMPLETE.search(before) and _COMPLETE.search(after):
            edges.append(match.end())
    if len(edges) == 1:
        yield passage
        return
    base = passage.span.start
    document = " " * base + text  # spans count in the document
    for start, end in zip(edges, [*edges[1:], len(text)], strict=True):
        stripped = len(text[start:end].rstrip(" ,;:")) + start
        sentence = Sentence(document, Span(base + start, base + stripped), passage.sentence.lexicon, reader.cues)
        if sentence.units:
            yield replace(passage, sentence=sentence, first=passage.first and start == 0, alone=False)


#: A clause is complete if it has both a condition's introduction and an advice, roughly.
_COMPLETE = re.compile(
    r"\b(?:avoid|skip|should|must|do not|don't|never|leave|keep|stay|consult|careful|modify|use|place|bend|practi[cs]e|refrain|rest|ask|can|may|only|not)\b",
    re.I,
)


_SAME = re.compile(r"\b(?:the same|likewise|this also|also) (?:goes|applies|holds|is true|belong)\b|\balso belong", re.I)


def contraindication_stated() -> None:
    """A condition and an advice in one sentence."""


def contraindication_nearby() -> None:
    """A condition in one sentence and an advice in the next of the same block."""


def contraindication_listed() -> None:
    """A condition without advice in a section about contraindications: avoid."""


def contraindication_unknown() -> None:
    """A short item of a section about contraindications that names something the vocabulary lacks."""


def _claim(found: _Found, advice: str, span: Span, rule: object, sentence: Sentence) -> Contraindication:
    phrase = found.phrase
    qualifiers = set(phrase.qualifiers) | _around(sentence, phrase)
    if phrase.term.iri.endswith("/pregnancy"):
        qualifiers |= {u.cue("qualifiers").value for u in sentence.units if u.cue("qualifiers")} & set(_TRIMESTERS)  # type: ignore[union-attr]
    return Contraindication(
        span=span,
        rule=rule_name(rule),  # type: ignore[arg-type]
        condition=phrase.term,
        advice=advice,
        onset=next((q for q in _ONSETS if q in qualifiers), None),
        severity=next((q for q in _SEVERITIES if q in qualifiers), None),
        trimester=next((q for q in _TRIMESTERS if q in qualifiers), None),
    )


def _around(sentence: Sentence, phrase: Phrase) -> set[str]:
    """Return what the words just before a condition say of it: "recovering from", "experiencing"."""
    words = " ".join(u.norm for u in sentence.units[max(0, phrase.first - 3) : phrase.first])
    found = set()
    if re.search(r"\b(recover|recovering|healing|recuperating)\b", words):
        found.add("Recovering")
    if re.search(r"\b(experience|experiencing|currently|during)\b", words):
        found.add("Current")
    if re.search(r"\b(history of|past)\b", words):
        found.add("Old")
    return found


_THEIRS = re.compile(
    r"\b(?:if|when|in case of|should you|people|those|students?|anyone|women|men|ladies|practitioners?|patients?|individuals|persons?|someone|somebody|yogis|pregnant|for you)\b", re.I
)


def _is_theirs(sentence: Sentence, found: _Found) -> bool:
    """Say whether a sentence first names who has a condition and then what they change, not what the pose is used against."""
    start = sentence.span.start
    before = sentence.text[: sentence.units[found.phrase.first].start - start]
    whole = sentence.text[: sentence.units[found.phrase.last - 1].end - start]
    return bool(_THEIRS.search(whole)) and not re.search(r"\b(?:against|relieves?|helps?|for|eases?|soothes?)\s*(?:\w+\s+){0,2}$", before)


def _is_label(sentence: Sentence, phrase: Phrase) -> bool:
    """Say whether a condition labels what follows: "Pregnancy: …", "Ankle injury – …"."""
    following = sentence.units[phrase.last] if phrase.last < len(sentence.units) else None
    if following is not None and following.norm == "(":
        return any(
            u.cue("imperative") or u.cue("advice", "modify") for u in sentence.units[phrase.last + 1 : phrase.last + 3]
        )
    return following is not None and following.norm in {":", "–", "-", "=", ";"}


def _names_reader(sentence: Sentence) -> bool:
    """Say whether a sentence speaks of a group of people by their condition: "Pregnant women should …"."""
    return any(u.cue("introducers", "people") for u in sentence.units)


def _read(passage: Passage, reader: Reader) -> _Reading:
    sentence = passage.sentence
    conditions = tuple(_conditions(sentence, reader))
    if passage.section == "steps":
        conditions = tuple(c for c in conditions if c.introduced)
    if (
        conditions
        and _allows(sentence)
        and re.search(r"\beven (?:if|after|with|during|when|in)\b|\b(?:is|are) allowed\b", sentence.text, re.I)
    ):
        conditions = ()
    if sentence.text.endswith("?") and len(sentence.units) > 6:
        conditions = ()
    advice = _advice(sentence, conditions) if conditions or passage.section == "contraindications" else None
    words = [u for u in sentence.units if u.is_word]
    covered = sum(c.phrase.last - c.phrase.first for c in conditions)
    bare = (
        bool(conditions) and advice is None and not any(c.introduced for c in conditions) and len(words) <= covered + 4
    )
    return _Reading(passage, conditions, advice, bare)


def _conditions(sentence: Sentence, reader: Reader) -> Iterator[_Found]:
    """Find the conditions that a sentence asserts of somebody."""
    units = sentence.units
    index = 0
    while index < len(units):
        unit = units[index]
        following = units[index + 1] if index + 1 < len(units) else None
        may_start = (
            unit.entry(CONDITION, "BodyRegion", "BodyFunction", "MentalState") or unit.cue("glue.heads") or unit.cue("qualifiers")
            or (following is not None and unit.is_word and following.norm in {"or", "and", "/", ","})
        )  # fmt: skip
        if not may_start:
            index += 1
            continue
        phrases, after = reader.phrases(sentence, index, CONDITION)
        if not phrases:
            index += 1
            continue
        if not any(u.text.casefold() in {"my", "i"} for u in units[max(0, index - 3) : index + 1]) and not _is_denied(sentence, index, reader) and not _is_outcome(sentence, index):
            introduced = _is_introduced(sentence, index)
            for phrase in phrases:
                if fold(phrase.term.label) not in _GENERIC:
                    yield _Found(phrase, introduced)
            if any(fold(phrase.term.label) in _GENERIC for phrase in phrases[:1]) and any(
                u.cue("glue.such_as") for u in units[index:after]
            ):
                return  # "any medical condition such as …": advice for life, not for the pose
        index = max(after, index + 1)


def _is_denied(sentence: Sentence, index: int, reader: Reader) -> bool:
    """Say whether a condition is negated: "without the injury", "if you have no pain"."""
    units = sentence.units
    for place in range(index - 1, max(-1, index - 6), -1):
        unit = units[place]
        if unit.cue("negation.pseudo") or unit.cue("negation.ends"):
            return False
        if unit.cue("negation.before") and not unit.cue("advice"):
            # "should not be done with": the advice is negated, not the condition.
            between = units[place + 1 : index]
            return not any(
                u.cue("introducers", "conditional") or u.norm in _PRACTISING or u.cue("introducers", "people")
                for u in between
            )
        if unit.norm in {".", ";", ":", "("} or unit.cue("advice"):
            return False
    return False


def _is_outcome(sentence: Sentence, index: int) -> bool:
    """Say whether a condition is what a fault would lead to: "as it can cause back pain"."""
    if index and sentence.units[index - 1].norm == "avoid" and index > 1:
        return True  # "… to avoid injury"
    for place in range(index - 1, -1, -1):
        unit = sentence.units[place]
        if unit.cue("causes"):
            return True
        if (
            (unit.cue("introducers", "conditional")
            and unit.norm not in {"in", "for"})
            or (unit.cue("introducers", "having")
            and unit.norm not in {"with", "from", "are", "is", "got", "under", "feel", "face"})
        ):
            return False
        if unit.norm in {".", ";", ":"}:
            return False
    return False


def _is_introduced(sentence: Sentence, index: int) -> bool:
    """Say whether words such as "if you have", "people with" or "in case of" bring a condition in."""
    return any(_introduces(unit) for unit in sentence.units[:index]) or (
        # "High blood pressure patients should …", "Pregnant women should …"
        any(u.cue("introducers", "people") for u in sentence.units[index : index + 4])
    )


#: Introducers that also have other work to do in a sentence.
_WEAK = frozenset(
    ["in", "for", "after", "post", "with", "from", "are", "is", "got", "under", "feel", "feeling", "face", "facing", "develop", "notice", "sensitive", "to", "who", "are", "you", "are", "you're", "one", "while", "until", "when", "children"]
) | {"who are", "you are", "you're", "sensitive to"}


def _introduces(unit: Unit) -> bool:
    return (
        unit.cue("introducers") is not None
        and unit.norm not in _WEAK
        and not (unit.entries and not unit.cue("introducers", "people"))
    )


def _advice(sentence: Sentence, conditions: Sequence[_Found]) -> str | None:
    """Return what a sentence advises: Avoid, Caution or Modify.

    "Avoid" of the whole practice wins; "avoid" of a part of it is a change; "consult" and "careful" are caution.
    """
    inside = {place for c in conditions for place in range(c.phrase.first, c.phrase.last)}
    partial = modify = caution = False
    for index, unit in enumerate(sentence.units):
        if index in inside:
            continue
        for cue in unit.cues:
            if cue.role != "advice":
                continue
            if cue.value == "avoid":
                if _is_whole(sentence, index, conditions):
                    return "Caution" if _UNSUPERVISED.search(sentence.text) else "Avoid"
                partial = True
            elif cue.value == "caution":
                caution = True
            elif cue.value == "modify":
                modify = True
    if caution and not partial:
        return "Caution"
    if partial or modify or _changes(sentence, conditions):
        return "Modify"
    return None


_SHOULD = re.compile(
    r"\b(?:should|must|need to|have to|can|may|please|only|better|let|leave|do this pose|do it)\s+(?:only |always |just )?(?!not\b|avoid|be\b|practi[cs]e\b|consult|never)(\w+)",
    re.I,
)


def _changes(sentence: Sentence, conditions: Sequence[_Found]) -> bool:
    """Say whether a sentence tells somebody with a condition how else to do the pose."""
    if not conditions:
        return bool(sentence.units) and sentence.units[0].cue("imperative") is not None
    last = max(found.phrase.last for found in conditions)
    rest = [u for u in sentence.units[last:] if u.is_word]
    if _is_label(sentence, conditions[-1].phrase) and rest and len(rest) >= 3 and not _allows(sentence):
        return True
    return bool(conditions[0].introduced and _SHOULD.search(sentence.text) and not _allows(sentence))


def _allows(sentence: Sentence) -> bool:
    """Say whether a sentence only tells that the pose is allowed."""
    return bool(
        re.search(
            r"\b(?:is|are) (?:allowed|fine|safe|ok|okay|welcome|good)\b|\b(?:can|may) (?:safely |still |also )?(?:do|practi[cs]e|enjoy|perform) (?:it|this)|\bhelps?\b|\bbenefi",
            sentence.text,
            re.I,
        )
    )


#: "Not without supervision" is caution, not a ban.
_UNSUPERVISED = re.compile(r"\b(?:without|unless|except)\b[^.;]{0,40}\b(?:supervision|guidance|teacher|instructor|expert|approval|permission|doctor|advice)", re.I)


def _is_whole(sentence: Sentence, index: int, conditions: Sequence[_Found]) -> bool:
    """Say whether an "avoid" means the whole practice: "avoid this pose", "avoid if", "avoid during"."""
    unit = sentence.units[index]
    if any(
        part in unit.norm
        for part in (
            "recommended",
            "advis",
            "contra",
            "suitable",
            "safe",
            "idea",
            "ideal",
            "steer",
            "revisit",
            "for you",
            "limits",
            "miss",
            "appropriate",
            "be avoided",
            "best not",
            "better not",
            "wait",
        )
    ):
        return True
    if unit.norm.startswith(("leave", "better to leave", "best to leave")) and unit.norm != "leave out":
        return True
    if unit.norm.split()[-1] in _PRACTISING and unit.norm not in {"do not", "not be"}:
        place = index + 1
        return not (
            place < len(sentence.units)
            and sentence.units[place].norm.endswith("ing")
            and sentence.units[place].norm not in _PRACTISING
        )
    place = index + 1
    while place < len(sentence.units) and (
        sentence.units[place].cue("glue.adjectives")
        or sentence.units[place].norm in {"from", "of", "away", "clear", "out", "be"}
    ):
        place += 1
    if place >= len(sentence.units):
        return True
    after = sentence.units[place]
    if after.norm in _CLAUSE_OPENERS or not after.is_word or after.norm in _PRACTISING or after.entry("Pose"):
        return True
    if any(c.phrase.first <= place < c.phrase.last for c in conditions):
        return index == 0  # "Avoid high blood pressure …" as a list; elsewhere "avoid injury" is a purpose
    rest = " ".join(u.norm for u in sentence.units[place : place + 4])
    return bool(_WHOLE.match(rest))


_WHOLE = re.compile(
    r"(?:(?:this|the|these|such|any|all|doing|practicing|performing|trying|attempting|holding|it|full|yoga)\s+)*"
    r"(?:pose|asana|posture|exercise|practice|stretch|position|it|this|one|backbend|inversion|twist|yoga|movement|\w+asana|variation)\b"
)


def _unknown(passage: Passage, reader: Reader) -> Iterator[Contraindication | Mention]:
    """Keep a short bare item that names no known condition: a condition of its own, and a mention to review."""
    if passage.kind not in {"item", "paragraph"} or not passage.alone:
        return
    words = [u for u in passage.sentence.units if u.is_word]
    if (
        not 1 <= len(words) <= 5
        or passage.kind == "paragraph"
        or any(u.cue("advice") or u.cue("causes") or u.cue("effect") for u in words)
    ):
        return
    if (
        any(u.entry("Pose", "Prop", "Style", "Level") for u in words)
        or words[0].norm.endswith(("ing", "ly"))
        or any(u.text.casefold() in {"you", "your", "it", "is", "are", "be"} for u in words)
    ):
        return
    kept = [u for u in words if not u.cue("glue.determiners") and not u.cue("qualifiers")]
    if not kept or fold(" ".join(u.text for u in kept)) in _GENERIC:
        return
    yield Mention(passage.sentence.text, "HealthCondition", "contraindications", passage.span)
    if not (
        kept[-1].cue("glue.heads")
        or re.search(r"(?:itis|osis|algia|emia|pathy|rrhea|plegia|oma|ism|cele)$", kept[-1].norm)
    ):
        return  # perhaps a fault of alignment; nothing is barred on such ground
    term: Term = reader.grounder.mint_condition([u.text.casefold() for u in kept])
    qualifiers = frozenset(u.cue("qualifiers").value for u in words if u.cue("qualifiers"))  # type: ignore[union-attr]
    phrase = Phrase(term, CONDITION, 0, len(passage.sentence.units), qualifiers)
    yield replace(
        _claim(_Found(phrase, introduced=False), "Avoid", passage.span, contraindication_unknown, passage.sentence)
    )
