"""Lines of a page that only interrupt its article: "Share this", "Subscribe to our newsletter", bars of links."""

from __future__ import annotations

import re

from yogakg.loaders.article.recognition.words import pattern

_INTERRUPTING = pattern(r"\b{interruptions.lines}\b")
#: "Share  Tweet  Pin", "by Asha | in Yoga | 0 Comments".
_SHARING = pattern(r"\W*(?:{interruptions.sharing}\W*){2,}$")
_COUNTED = pattern(r"\b\d[\d,.]*k? {interruptions.counted}\b")
_PARTED = re.compile(r"\s[|·•]\s")
#: Words of what stands below such lines and is no article: "Enter your email".
_AROUND_ARTICLE = pattern(r"\b{interruptions.around_article}\b")
#: Characters of the shortest paragraph with which the article goes on, and how it ends.
_RESUMED = 25
_ENDED = re.compile(r"[.!?]\s*$")


def interrupts(line: str, *, above: bool) -> bool:
    """Say whether a heading that opens no part of the article only interrupts it.

    ``above`` says that no part of the article stands before it: below one, a count of comments opens these.
    """
    counts = above and _COUNTED.search(line) is not None and _PARTED.search(line) is not None
    return counts or _SHARING.match(line) is not None or _INTERRUPTING.search(line) is not None


def resumes(paragraph: str) -> bool:
    """Say whether the article goes on with a paragraph below such a line: with sentences of its own."""
    whole = len(paragraph) >= _RESUMED and _ENDED.search(paragraph) is not None
    return whole and _AROUND_ARTICLE.search(paragraph) is None
