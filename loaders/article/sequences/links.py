"""Lines that only lead to other pages: "« Previous: Cobra Pose", and titles and notices, which order no poses."""

from __future__ import annotations

from yogakg.loaders.article.context import Passage
from yogakg.loaders.article.recognition.words import pattern

#: Links to the pages before and after, which are no order of practice, and titles of other pages.
_BACK = pattern(r"(?:\b{order_words.back}\b[ \t]*(?:\w+[ \t]*)?(?:[:«‹←<]|\n|$)|[«‹←]|<<)")
_ON = pattern(r"(?:\b{order_words.on}\b[ \t]*(?:\w+[ \t]*)?(?:[:»›→>]|\n|$)|(?:[»›→]|>>)[ \t]*(?:\n|$))")
_TITLE = pattern(
    r":[^:]*\b{order_words.in_titles}\b|^\W*\d+ (?:\w+ ){0,3}{order_words.counted}\b|\b{order_words.ends_of_titles}\W*$"
)
_DEBRIS = pattern(
    r"^\W*{order_words.debris}\b|\bnext {sequence_words.lessons}\b|\b{order_words.notices}\b|\(c\) ?\d{4}|©"
)
#: "More standing poses: Chair · Eagle", a line of links below the article.
_MORE = pattern(r"^\W*more (?:(?!{sequence_words.preparing}\b)[\w-]+ ){0,2}{order_words.kinds}\s*[:–-]")
_NEIGHBOURS = 120


def leads_elsewhere(passage: Passage, text: str) -> bool:
    """Say whether a line only leads to other pages: "« Previous: Cobra Pose", "Bow Pose: Benefits and Steps"."""
    said = passage.sentence.text
    if _TITLE.search(said) or _DEBRIS.search(said) or _MORE.search(said):
        return True
    start, end = passage.span.start, passage.span.end
    if end - start > _NEIGHBOURS:
        return False
    after = text[end : end + _NEIGHBOURS]
    line = text[text.rfind("\n", 0, start) + 1 : end] + after.partition("\n")[0]
    above = text[max(0, start - _NEIGHBOURS) : start]
    marked = line if len(line.split()) > 1 else ""
    before = next((part for part in reversed(above.split("\n")) if part.strip()), "")
    if not any(mark.search(part) for mark in (_BACK, _ON) for part in (marked, f"{before}\n")):
        return False
    return all(mark.search(f"{above}{said}{after}") for mark in (_BACK, _ON))
