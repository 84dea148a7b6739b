"""Headings and lines over conditions that promise or warn: what the pose is good for, or for whom it is not."""

from __future__ import annotations

from collections.abc import Sequence

from yogakg.loaders.article.recognition.cues import WHOLE
from yogakg.loaders.article.recognition.mentions import Sentence, Unit
from yogakg.loaders.article.recognition.words import pattern, words

#: A line over a list of effects: "This posture is intended to:".
PROMISES = pattern(
    r"\b(?:{sections.promising}|(?<!not )(?<!not a )(?<!n't a )(?<!not the )(?<!n't the ){sections.promising_if})"
    r"\s*:\W*$"
)
#: Words of headings over what the pose helps in: "Works wonders on", "A natural remedy for", "Reasons to love it".
_HELPING = pattern(r"\b{promises.helping}\b")
#: Words that turn a promise round, "Less suitable for", and by which it is none.
_TAKING_BACK = pattern(r"\b{promises.taking_back}\b")
_DENYING = pattern(r"\b{promises.denying}\b")
#: Calls to practise that read like bans: "Don't skip it if you have", "Say no to these problems".
_URGING = pattern(r"\b{promises.urging}\b")
_TROUBLES = pattern(r"\bsay no to (?:{promises.these} )?{promises.troubles}\b")
#: Why conditions may be told beside what the pose helps and whom it harms.
_ELSEWHERE = pattern(r"\b{promises.elsewhere}\b")
#: Effects on what is amiss; what a pose gives or keeps may be anything.
_HELPFUL = words("promises.effects")
_WARNINGS = ("avoid", "caution")
_CONDITION, _REGION = "HealthCondition", "BodyRegion"
#: Words that names of conditions have beside them: "those with recent injuries of the knee".
_OF_NAMES = (
    "glue.heads", "qualifiers", "glue.and", "glue.determiners", "glue.prepositions", "introducers",
)  # fmt: skip
_YOU = frozenset({"you", "you're", "you've"})
_SAYING_MORE = ("advice", "effect", "imperative")


def promises_help(heading: Sentence) -> bool | None:
    """Say whether the pose helps those with what stands below a heading; None if its words do not say.

    A heading that bars, calls for care, denies or takes back does not promise.
    """
    if _TROUBLES.search(heading.text):
        return True  # "Say no to these problems"
    units = [unit for unit in heading.units if not unit.cue("negation.pseudo")]
    if any(unit.cue("negation.before") or any(unit.cue("advice", advice) for advice in _WARNINGS) for unit in units):
        return False
    if _TAKING_BACK.search(heading.text):
        return False
    if _DENYING.search(heading.text):
        return None
    told = any(cue.role == "effect" and cue.value in _HELPFUL for unit in units for cue in unit.cues)
    return True if told or _URGING.search(heading.text) or _HELPING.search(heading.text) else None


def tells_elsewhere(heading: Sentence) -> bool:
    """Say whether conditions stand below a heading for another reason: "Symptoms of high blood pressure"."""
    return _ELSEWHERE.search(heading.text) is not None and promises_help(heading) is None


def bars_pose(heading: Sentence) -> bool:
    """Say whether a heading bars the whole pose: "Signs that it isn't your pose"."""
    return any(cue.role == "advice" and cue.form == WHOLE for unit in heading.units for cue in unit.cues)


def names_conditions(units: Sequence[Unit]) -> bool:
    """Say whether a line or paragraph names conditions and says little else: "Torn meniscus, SI joint instability"."""
    spoken = [unit for unit in units if unit.is_word]
    named = [unit for unit in spoken if unit.entry(_CONDITION)]
    beside = [unit for unit in spoken if not unit.entry(_CONDITION, _REGION) and not any(map(unit.cue, _OF_NAMES))]
    beside = [unit for unit in beside if unit.norm not in _YOU]
    told = (any(map(unit.cue, _SAYING_MORE)) for unit in beside)
    return bool(named) and not any(told) and len(beside) <= len(named)
