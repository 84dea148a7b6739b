"""How to breathe: in steps, and throughout a pose."""

from __future__ import annotations

from collections.abc import Iterator

from yogakg.facts import BreathingInstruction, Claim
from yogakg.loaders.article.context import Passage, Reader, rule
from yogakg.loaders.article.recognition.words import pattern, words

_RETAIN = pattern(r"\b{practice.retaining}\s+(?:{practice.owners} )?breath\b")
_STEADY = pattern(
    r"\b(?:{practice.steady}[\w, -]{0,25}\bbreath(?:s|ing|e)?"
    r"|breath(?:e|ing)\s+(?:\w+\s+){0,2}?{practice.steadily}|{practice.breathing_on})\b"
)
#: The breath actions of the ontology, with the words that tell them.
_BREATHS = {
    "Inhale": pattern(r"\b{practice.inhaling}\b"),
    "Exhale": pattern(r"\b{practice.exhaling}\b"),
    "Retain": _RETAIN,
    "SteadyBreath": _STEADY,
}
_LASTING_BREATHS = {"Retain": _RETAIN, "SteadyBreath": _STEADY}
_INSTRUCTS = pattern(r"\b{practice.instructing}\b")
_WHILE_HELD = pattern(r"\b{practice.while_held}\b[^,.;]*")
_NO_BREATHING = words("practice.sections_without_breathing")
_LISTS = words("practice.sections_with_lists")


@rule("hasBreathing")
def breathing_instruction(passage: Passage, reader: Reader) -> Iterator[Claim]:
    """How to breathe throughout the pose, told outside the steps or in a section about breathing."""
    if passage.section in _NO_BREATHING or (passage.kind == "item" and passage.section in _LISTS):
        return
    text = passage.sentence.text
    found = [(match.start(), name) for name, told in _LASTING_BREATHS.items() if (match := told.search(text))]
    if not found or not _INSTRUCTS.search(text):
        return
    yield BreathingInstruction(
        span=passage.span,
        rule=breathing_instruction.name,
        text=text,
        breath=min(found)[1],
        circumstance=_circumstance(text),
    )


RULES = (breathing_instruction,)


def step_breath(instruction: str) -> str | None:
    """Return the first breath action that an instruction names, as a local name of the ontology."""
    found = [(match.start(), name) for name, told in _BREATHS.items() if (match := told.search(instruction))]
    return min(found)[1] if found else None


def _circumstance(text: str) -> str | None:
    """Return the words that restrict an instruction: "if you hold this pose for long"."""
    if match := _WHILE_HELD.search(text):
        return match.group().strip()
    return "traditional practice" if "traditionally" in text.casefold() else None
