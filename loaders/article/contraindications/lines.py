"""What the line over a list, the heading above it, or the answer to a question advises those with a condition."""

from __future__ import annotations

from collections.abc import Sequence

from yogakg.loaders.article.advice import advised
from yogakg.loaders.article.context import Passage, Reader
from yogakg.loaders.article.contraindications.assertion import introduces
from yogakg.loaders.article.contraindications.conditions import ANNOUNCING
from yogakg.loaders.article.contraindications.poses import places_of_pose
from yogakg.loaders.article.questions import bars
from yogakg.loaders.article.recognition.mentions import Sentence
from yogakg.loaders.article.recognition.words import pattern, words

_WHO, _WHEN = "who", "when"
#: What ends a line that goes on with the conditions below it: "Adapt it for".
_BEFORE_WHOM = frozenset({"for", "if", "in", "with", "during"})
#: Whatever else a heading says, it lists bans with this word; and characters of the longest such heading.
_LISTS_BANS = pattern(r"\bcontra-?\s?indications?\b(?!\s*[:–—-]\s*\w)")
_LONGEST_TITLE = 90
#: A heading that only names the section: "Cautions", "Precautions for Tree Pose", but no "Use caution with".
_TITLE = pattern(
    r"(?!.*\b(?:use|exercise|take|with)\b)\W*(?:\S+\s+){0,6}?{contraindication_words.titles}\b"
    r"(?!\s+(?:if|when|with|in|during|while)\b)[^:–—-]*\W*"
)
#: How verbs open by which a line over a list asks for another way: "Modify the pose if you have:".
_CHANGE = tuple(words("contraindication_words.stems_of_change"))


def advice_over(passage: Passage, reader: Reader) -> str | None:
    """Return what the nearest line over a condition advises: the one over its list, else the heading above."""
    lead = passage.lead
    advice = _advice_of_line(lead, reader) if lead else None
    goes_on = lead is not None and not lead.text.rstrip().endswith(".")
    return advice if advice or goes_on or passage.heading is None else _advice_of_line(passage.heading, reader)


def _names_section(line: str) -> bool:
    """Say whether a line is no more than the name of a section of warnings."""
    return len(line) <= _LONGEST_TITLE and (_LISTS_BANS.search(line) or _TITLE.fullmatch(line)) is not None


def _advice_of_line(line: Sentence, reader: Reader) -> str | None:
    """Return what a line advises those with a condition below it: "Ask a doctor if you have:", "Handle with care".

    A heading that only names the section, "Cautions", advises nothing.
    """
    if not line.units or _names_section(line.text):
        return None
    advice = advised(line, (), places_of_pose(line, reader.finder.find(reader.text, line.span), reader))
    if advice == "Avoid":
        return advice
    if line.text.rstrip().endswith(".") and not any(unit.norm in ANNOUNCING for unit in line.units):
        return None  # it ends the text before the list
    tells_whom = line.units[0].norm == _WHO or any(
        introduces(unit) for unit in line.units
    )  # "Who should see a doctor?"
    spoken = [unit.norm for unit in line.units if unit.is_word]
    tells_whom = tells_whom or spoken[:1] == [_WHEN] or not _BEFORE_WHOM.isdisjoint(spoken[-1:])
    if advice == "Modify" and not any(unit.norm.startswith(_CHANGE) for unit in line.units):
        return None
    return advice if tells_whom or advice == "Caution" else None


def advice_of_answer(question: Passage, answer: Sequence[Passage]) -> str | None:
    """Return what an answer advises those of whom a question asks whether they may practise."""
    barred = bars(question.sentence.text, answer[0].sentence.text)
    advices = [advised(passage.sentence, ()) for passage in answer]
    if barred:
        return "Caution" if advices[0] == "Caution" else "Avoid"
    told = [advice for advice in advices if advice is not None and (barred is None or advice != "Avoid")]
    return told[0] if told else None
