"""Lines of a page that only interrupt its article: "Share this", "Subscribe to our newsletter"."""

from __future__ import annotations

import re

from yogakg.loaders.article.recognition.words import pattern

_INTERRUPTING = pattern(r"\b{sections.interrupting}\b")
#: Words of what stands below such lines and is no article: "Enter your email".
_AROUND_ARTICLE = pattern(r"\b{sections.around_article}\b")
#: Characters of the shortest paragraph with which the article goes on, and how it ends.
_RESUMED = 25
_ENDED = re.compile(r"[.!?]\s*$")


def interrupts(line: str) -> bool:
    """Say whether a heading that opens no part of the article only interrupts it."""
    return _INTERRUPTING.search(line) is not None


def resumes(paragraph: str) -> bool:
    """Say whether the article goes on with a paragraph below such a line: with sentences of its own."""
    whole = len(paragraph) >= _RESUMED and _ENDED.search(paragraph) is not None
    return whole and _AROUND_ARTICLE.search(paragraph) is None
