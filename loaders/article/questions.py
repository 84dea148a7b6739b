"""Questions: whether one may practise with a condition, what to do about a difficulty, and calls on who has either."""

from __future__ import annotations

import re

from yogakg.loaders.article.recognition.words import pattern

_ASKS = pattern(
    r"^\W*(?:(?:q|question)\W+|\d+\W+)?{questions.openers}\s+(?!you (?:have|had|suffer|experience|feel|pregnant)\b)"
    r"[^?]*\b{questions.practising}\b[^?]*\?"
)
#: The same in few words: "What about high blood pressure?", "And with a slipped disc?".
_ASKS_BRIEFLY = pattern(
    r"^\W*(?:(?:q|question)\W+|\d+\W+)?(?:(?:and |but |so )?{questions.what_about}\b|(?:and|but) {questions.in_case}\b)"
    r"[^?.;]{3,80}\?\W*$"
)
#: "What if I cannot reach the heels?", "How do I do it if my hips are tight?".
_ASKS_HELP = pattern(
    r"^\W*(?:(?:q|question)\W+|\d+\W+)?(?:and |but )?(?:what|how)\b(?! happens| will happen)[^?]{0,60}?\bif [^?]*\?\W*$"
)
_HARM = pattern(r"\b{questions.harm}\b")
_ANSWER = pattern(
    r"^\W*(?:(?:a|answer|ans)\W+)?(?:(?P<yes>{questions.yes})|(?P<no>{questions.no}))(?=\W*$|\s*[,.;:!–—-])"
    r"|^\W*(?:(?:a|answer|ans)\W+)?(?P<not_yet>not (?:before|until|till|within|during|unless)\b)"
)


#: Words that open no call on somebody: "What about …?", "Do you want …?".
_ASKS_OTHERWISE = pattern(
    r"^\W*(?:and |or |but |so )?(?:{questions.interrogatives}\b|{questions.openers} (?!you\b|your\b|there\b|anyone\b)"
    r"|(?:{questions.openers}|did|have) (?:you|anyone) {questions.wishing}\b)"
)
#: Characters of the longest question that only calls on somebody.
_CALL = 160


def calls_on(text: str) -> bool:
    """Say whether a question calls on those who have something: "Pregnant?", "Do you have epilepsy?"."""
    if not text.rstrip("*_ ").endswith("?") or len(text) > _CALL:
        return False
    return not asks_whether(text) and _ASKS_OTHERWISE.match(text) is None


_ONESELF = pattern(r"^\W*(?:(?:q|question)\W+|\d+\W+)?(?:i|my|we|our)\b")


def tells_of_oneself(text: str) -> bool:
    """Say whether a sentence before a question tells of who asks it: "I have high blood pressure."."""
    return _ONESELF.match(text) is not None


_ASKED = re.compile(r"\W*q(?:uestion)?\s*[.:)–—-]\s", re.IGNORECASE)


def asks_of_oneself(text: str) -> bool:
    """Say whether a sentence that is marked as a question tells of who asks: "Q. I have high blood pressure."."""
    return _ASKED.match(text) is not None and tells_of_oneself(text)


_ANSWER_MARK = re.compile(r"\W*(?:a|ans|answer)\s*[.:)–—-]\s", re.IGNORECASE)


def marks_answer(text: str) -> bool:
    """Say whether what follows a sentence opens with the mark of an answer: "A. Then wait."."""
    return _ANSWER_MARK.match(text) is not None


def asks_whether(text: str) -> bool:
    """Say whether a sentence asks if somebody may practise: "Can I do it while pregnant?", "What about gout?"."""
    return _ASKS.match(text) is not None or asks_briefly(text)


def asks_briefly(text: str) -> bool:
    """Say whether a sentence asks the same in few words: "What about high blood pressure?"."""
    return _ASKS_BRIEFLY.match(text) is not None


def asks_help(text: str) -> bool:
    """Say whether a question asks what to do in some case: "What if I cannot reach the heels?"."""
    return _ASKS_HELP.match(text) is not None


def bars(question: str, answer: str) -> bool | None:
    """Say whether an answer opens by barring or by allowing what was asked; None if it opens with neither.

    >>> bars("Is it safe with glaucoma?", "No. The head is lowered.")
    True
    >>> bars("Is it dangerous with glaucoma?", "No, the head stays up.")
    False
    """
    opening = _ANSWER.match(answer)
    if opening is None:
        return None
    denied = opening["no"] is not None or opening["not_yet"] is not None
    return denied is not (_HARM.search(question) is not None)
