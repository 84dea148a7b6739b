"""Headings within a paragraph: "Benefits: … Contraindications: …", and boxes that lost their lines."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from yogakg.facts import Span
from yogakg.loaders.article.recognition.cues import Cues
from yogakg.loaders.article.recognition.words import pattern, words
from yogakg.loaders.article.structure.headings import heading_section, tells_effect
from yogakg.loaders.article.structure.segment import Block
from yogakg.loaders.article.structure.sentences import sentences

_HEAD_WORD = r"[^\W\d_][\w'’&/()-]{0,39}+"
_RUN_IN = re.compile(
    rf"(?P<head>{_HEAD_WORD}(?:[ \t]+(?:&[ \t]+)?{_HEAD_WORD}){{0,5}})"
    r"[ \t]*(?P<mark>:[-–—]?+|;|[ \t][-–—][ \t]|[–—][ \t])[ \t]*(?=\S)"
)
_LABELS = pattern(r"\b{runins.labels}\b:?(?=\s+[A-Z0-9\"“])", 0)
#: A line within a wrapped paragraph, and the mark of an answer: "A: Before: …".
_LINE = re.compile(r"\n[ \t]*(?=[A-Z])")
_ANSWER = re.compile(r"(?:A|Ans|Answer)\s?[:.)]\s+(?=\S)")
#: Attributes in one line stand apart by wide blanks or marks.
_GAP = re.compile(r"(?:(?<![ \t])[ \t]{2,}+|\s[|·•]\s)(?=\w)")
#: A heading that lost the blank before it: "… of the hipsCaution: those with …".
_GLUED = pattern(r"(?<=[a-z.)])(?={runins.glued}\s?:)", 0)
_SEQUENCES = words("sections.sequences")
#: Sections whose heading may have lost its line, and words that may go on with it.
_BARE = words("runins.bare")
_MAIN = words("headings_form.main")
_LINKS = words("runins.links")
#: "Benefits of Eight Angle Pose".
_OF_POSE = pattern(r"\w[\w-]* (?:of|for) ")
_REMARKS = words("runins.remarks")
_FINITE = words("runins.finite")
#: A level as a label, and what stands before it in its line.
_LEVEL = pattern(r"{attribute_words.levels}\b")
_OUTER_MARKS = re.compile(r"^\W+")
_VARIATIONS = "variations"
_VARIANTS = words("sequence_words.variants")
_NO_NAME = words("sequence_words.poses") | words("sequence_words.other")
#: Characters of the longest box, and of a paragraph so long that it may have swallowed headings.
_BOX = 400
_WARNING = "contraindications"
_CONDITIONAL = frozenset({"if", "when"})
_AVOIDING = re.compile(r"(?i)\b(?:avoid|not|n't|never|skip)\b")
#: How a sentence opens that forbids, which as a heading needs a mark behind it.
_FORBIDDING = re.compile(r"(?:avoid|skip|never|do not|don['’]t)\b", re.IGNORECASE)
#: Words of "Stretches muscles", which is a heading as well.
_VERB_AND_OBJECT = 2


class _RunIn(NamedTuple):
    """A heading within a block: its first character, the first after it, and its section."""

    start: int
    end: int
    section: str


def run_ins(text: str, block: Block, cues: Cues) -> Iterator[tuple[Span, Span | None, str | None]]:
    """Part a block at run-in headings: what stands behind each, the heading, and its section.

    What stands before the first of them has none. A heading that is to be read itself has no characters of its own.
    """
    found = _boxed(text, block, cues) or list(_headings(text, block, cues))
    edges = [*(heading.start for heading in found), block.span.end]
    if edges[0] > block.span.start:
        yield Span(block.span.start, edges[0]), None, None
    for heading, end in zip(found, edges[1:], strict=True):
        if heading.end < end:
            words = Span(heading.start, heading.end) if heading.start < heading.end else None
            yield Span(heading.end, end), words, heading.section


def _boxed(text: str, block: Block, cues: Cues) -> list[_RunIn]:
    """Read an information box that was copied into one line; none if the block is no such box."""
    if block.span.end - block.span.start > _BOX:
        return []
    labels = list(_LABELS.finditer(text, block.span.start, block.span.end))
    if len(labels) < 3:
        return []
    return [_RunIn(m.start(), m.end(), heading_section(m.group(), cues) or "about") for m in labels]


def _headings(text: str, block: Block, cues: Cues) -> Iterator[_RunIn]:
    is_long = block.span.end - block.span.start > _BOX
    for start in _starts(text, block.span):
        match = _RUN_IN.match(text, start, block.span.end)
        if match is not None:
            section = _run_in_section(match, block, cues)
            if section is not None:
                names = section == _VARIATIONS and _names_variation(match.group("head"))
                yield _RunIn(start, start if names else match.end(), section)
        elif is_long or start == block.span.start:
            bare = _bare_heading(text, start, block.span.end, cues)
            if bare is not None and (is_long or bare.section in _MAIN):
                yield bare


def _starts(text: str, span: Span) -> Iterator[int]:
    """Yield the places where a heading may stand: sentences, and what wide blanks or marks part."""
    answer = _ANSWER.match(text, span.start, span.end)
    if answer is not None:
        yield answer.end()
    for sentence in sentences(text, span):
        yield sentence.start
        for line in _LINE.finditer(text, sentence.start, sentence.end):
            yield line.end()
        for glued in _GLUED.finditer(text, sentence.start, sentence.end):
            yield glued.end()
        for gap in _GAP.finditer(text, sentence.start, sentence.end):
            yield gap.end()


def _names_variation(head: str) -> bool:
    """Say whether a heading is itself the name of a variation, which is to be read: "Bent knee variation"."""
    *names, last = head.casefold().split()
    return last in _VARIANTS and not _NO_NAME.issuperset(names)


def _run_in_section(match: re.Match[str], block: Block, cues: Cues) -> str | None:
    """Return the section of words before a colon or dash, if they are heading words for the most part."""
    head = match.group("head")
    section = heading_section(head, cues)
    if section is None or head.casefold() in _REMARKS:
        return None
    if _LEVEL.fullmatch(head) and _LEVEL.match(_line_before(match.string, match.start())):
        return None  # "Intermediate: Cobra Pose", and below it "Advanced: Bow Pose", list poses by their level
    tokens = [token for token in cues.tokenize(head) if token.norm[0].isalnum()]
    if section == _WARNING and tokens[-1].norm in _CONDITIONAL and not _AVOIDING.search(head):
        return None  # "Be careful if: …" is advice, and tells which
    if any(token.norm in _FINITE for token in tokens):
        return None  # "Soon the leg gets stronger: …"
    if len(tokens) > _VERB_AND_OBJECT and tells_effect(tokens, cues):
        return None  # "Tones leg muscles: …" tells an effect
    covered = sum(last - first for first, last, _ in cues.headings.find(tokens))
    whole = covered == len(tokens)
    named = _OF_POSE.match(head) is not None and len(cues.headings.find(tokens)) > 0
    mostly = whole if block.kind == "item" else covered * 2 >= len(tokens) or section in _SEQUENCES or named
    mostly = mostly or (
        section == _WARNING and cues.headings.find(tokens)[-1][1] == len(tokens)
    )  # "Tree Pose Cautions"
    marked = match.group("mark").startswith(":") or whole
    return section if mostly and marked else None


def _line_before(text: str, start: int) -> str:
    """Return the words of the line above the one in which a place is."""
    above = text[:start].rpartition("\n")[0].rstrip()
    return _OUTER_MARKS.sub("", above[above.rfind("\n") + 1 :])


def _bare_heading(text: str, start: int, end: int, cues: Cues) -> _RunIn | None:
    """Find a heading that lost its line: capitalised, at the start of a sentence, with another capital after it."""
    if not text[start].isupper():
        return None
    tokens = cues.tokenize(text, start, min(end, start + 60))
    found = cues.headings.find(tokens)
    if not found:
        return None
    first, last, (section, *_) = found[0]
    if first != 0 or section not in _BARE or (last == 1 and len(tokens[0].text) < 8):
        return None
    if _FORBIDDING.match(text, start):
        return None  # "Do not practise Half Moon Pose if …" goes on
    while last < len(tokens) and tokens[last].text in _LINKS:
        last += 1
    if last >= len(tokens) or not tokens[last].text[0].isupper():
        return None
    return _RunIn(start, tokens[last].start, section)
