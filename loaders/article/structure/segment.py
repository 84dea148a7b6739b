"""Text to blocks: headings, list items, paragraphs and captions, whatever the layout."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from yogakg.facts import Span
from yogakg.loaders.article.recognition.cues import Cues
from yogakg.loaders.article.recognition.words import pattern
from yogakg.loaders.article.structure.headings import (
    advises,
    heading_section,
    is_caption,
    is_whole_heading,
    looks_like_heading,
    tells_effect,
)

_EMOJI_DIGIT = r"[0-9]\ufe0f?\u20e3|🔟"
#: What opens a list item. A hyphen must be followed by a blank, else it may belong to a word.
_MARKER = re.compile(
    r"[ \t\u00a0]*(?:"
    r"(?P<number>(?:step|stage|phase)\s*(?:no\.?\s*)?\d{1,2}\s*[.:)\-–—]*(?=\s|$)"
    r"|\(?\d{1,2}[.):\]](?!\d)|\d{1,2}\s+[-–]\s(?!\d)|"
    + _EMOJI_DIGIT
    + r"|[①-⑳❶-❿]|(?:[a-h]|(?-i:[ivx]{1,4}))[.)](?=\s))"
    r"|(?P<bullet>(?:(?:[•⦁●▪▫◦‣⁃∙·■□◆◇►▶▸➤➔➜→⇒✓✔✅☑✗✘❌🚫⚠★☆✦✨👉🔸🔹🔶🔷💪🧘🌿🌟❤💚🙏📌➡☛☞»>✖✕]"
    r"|[\u2190-\u21ff\u2600-\u27bf\U0001F300-\U0001FAFF](?=\ufe0f?\s))\ufe0f?\s?)+"
    r"|::|[-–—*+~](?=[\s\u00a0*]|[A-Z])|[oO§](?=\s{2,})|[ln](?=[ \t][A-Z]))"
    r")[ \t\u00a0]*",
    re.IGNORECASE,
)
#: A bullet within a line, or a dash between two sentences.
_INLINE_BULLET = re.compile(r"(?<=\S)[ \t]*[•⦁●▪◦‣][ \t]*(?=\S)|(?<=[.!?:])[ \t]+[-–—][ \t]+(?=[A-Z])")
_NUMBER = re.compile(r"\d+")
_COUNTED = pattern(r"\s*(?:{segment.counted}\b|%|-\s*\d)")
_MD_HEADING = re.compile(r"[ \t]{0,3}(#{1,6})[ \t]*(?=\S)")
_RULE = re.compile(r"^[\s\-*_=~.•]{3,}$")
_WRAPPED_IN_STARS = re.compile(r"^\s*(?:(\*\*|__)(?=\S)(.+?)(?<=\S)\1|【[^】]+】)\s*+(?::\s*+)?$")
_DASHED = re.compile(r"\s[-–—|]\s")
#: Characters of a line so short that it may be a heading.
_SHORT = 30
#: A line that no sentence ends with.
#: Characters of a line that no member of a list of bare lines has: ending in a comma, it goes on.
_LONG = 60
_OPEN_END = pattern(r"(?<!\w){segment.open_ends}\s*$")
#: The end of a sentence that began on the line before.
_SENTENCE_END = re.compile(r"\w\w[.!?](?:\s|$)")
#: A number within a line that counts an item: "if you have: 1. Hernia 2. Ulcers".
_INLINE_NUMBER = re.compile(r"(?<=[\s:])[ \t]*\(?(\d{1,2})[.)][ \t]+(?=[A-Z])")
#: Characters before the words of an item in which its bullet stands.
_MARKED = 8
_MIDDLE_DOT = re.compile(r"[ \t]+·[ \t]+(?=\S)")
#: Middle dots in the shortest list, and characters of the longest line of attributes, which they part as well.
_DOTS = 3
LONGEST_ATTRIBUTES = 90
_PARTED = frozenset({"paragraph", "item"})
#: How a paragraph opens that is marked as a question, whatever it says: "Q. I have a hernia."
_ASKED = re.compile(r"Q(?:uestion)?\s*[.:)–—-]\s")
#: How a step opens that enters another pose.
_TIME = re.compile(r"(?i)\d+[\d\s–-]*(?:to\s+\d+\s*)?(?:seconds?|secs?|minutes?|mins?|breaths?)\b")
_ENTERS = pattern(r"\W*{sequence_words.entering}\s+(?:in|into|from|with|to)\s+\w")
_BLANKS = " \t\u00a0\ufeff\u200b"
_SENTENCE_ENDS = (".", "!", "?")


@dataclass(frozen=True, slots=True)
class Block:
    """A run of text that belongs together.

    ``kind`` is heading, item, paragraph or caption; ``level`` the rank of a marked heading (0 if it
    is only guessed); ``number`` the number of a numbered item.
    """

    kind: str
    span: Span
    level: int = 0
    number: int | None = None


@dataclass(frozen=True, slots=True)
class Located:
    """A block with its section.

    ``span`` leaves out a run-in heading, ``lead`` is the line over a list, ``heading`` the last heading above, or the
    one that runs in; ``opens`` says that a lower heading is read as a member of its section, of which the block below
    it speaks.
    """

    block: Block
    span: Span
    section: str | None
    lead: Span | None = None
    opens: bool = False
    heading: Span | None = None


@dataclass(frozen=True, slots=True)
class _Line:
    """A line of a text with the place of its first character, and its words without the blanks around them."""

    start: int
    text: str
    bare: str

    @property
    def width(self) -> int:
        return len(self.text.rstrip())

    @property
    def span(self) -> Span:
        """The characters of the words."""
        first = self.start + self.text.index(self.bare)
        return Span(first, first + len(self.bare))

    @property
    def is_empty(self) -> bool:
        """Whether the line has nothing to read: it is blank or only drawn."""
        return not self.bare or self.bare.isspace() or _RULE.match(self.text) is not None


def segment(text: str, cues: Cues) -> list[Block]:
    """Split a text into blocks, in order; together they hold all its words.

    Hard line wraps inside sentences are undone, a bullet alone on a line takes the next line,
    and short lines that stand like headings become headings.
    """
    lines = list(_lines(text))
    segmenter = _Segmenter(text, _wrap_width(lines))
    for line in lines:
        segmenter.add(line)
    segmenter.close()
    blocks = [piece for block in segmenter.blocks for piece in _parted(text, block)]
    return _find_headings(text, blocks, cues)


def _lines(text: str) -> Iterator[_Line]:
    start = 0
    for line in text.split("\n"):
        yield _Line(start, line, line.strip(_BLANKS))
        start += len(line) + 1


def _wrap_width(lines: Sequence[_Line]) -> int | None:
    """Return the width to which a text is wrapped, or None; wrapped lines break in mid-sentence, near one width."""
    widths = sorted(line.width for line in lines if not line.is_empty)
    width = widths[int(len(widths) * 0.95)] if widths else 0
    broken = sum(_breaks_sentence(line, following) for line, following in pairwise(lines))
    return width if 20 <= width <= 120 and broken >= max(3, 0.1 * len(widths)) else None


def _breaks_sentence(line: _Line, following: _Line) -> bool:
    return line.text.rstrip()[-1:].isalnum() and following.text.strip()[:1].islower()


class _Segmenter:
    """Gathers lines into blocks."""

    def __init__(self, text: str, wrap: int | None) -> None:
        self.text = text
        self.wrap = wrap
        self.blocks: list[Block] = []
        self.open: Block | None = None
        self.awaits_words = False  # a bullet stands alone; its words are on the next line
        self.last_width = 0

    def close(self) -> None:
        """End the open block; a bullet without words is none."""
        if self.open is not None and not self.awaits_words:
            self.blocks.append(self.open)
        self.open = None
        self.awaits_words = False

    def add(self, line: _Line) -> None:
        """Take in the next line."""
        if line.is_empty:
            if not self.awaits_words:
                self.close()
        elif (heading := _MD_HEADING.match(line.text)) and line.start + heading.end() < line.span.end:
            self.close()
            inner = _inside(self.text, line.start + heading.end(), line.span.end)
            self.blocks.append(Block("heading", inner, len(heading.group(1))))
        else:
            self._add_unmarked(line)
            self.last_width = line.width

    def _add_unmarked(self, line: _Line) -> None:
        marker = _MARKER.match(line.text)
        if marker and _really_opens_item(line.text, marker) and not self._answers(marker):
            self._open_item(line, marker)
        else:
            self._add_words(line)

    def _answers(self, marker: re.Match[str]) -> bool:
        """Say whether a line that seems to be item A of a list is the answer to the question before it."""
        asked = self.open is not None and (
            self.text[self.open.span.end - 1] == "?" or _ASKED.match(self.text, self.open.span.start) is not None
        )
        return asked and (marker.group("number") or "").strip(" .)").casefold() == "a"

    def _open_item(self, line: _Line, marker: re.Match[str]) -> None:
        self.close()
        number = _NUMBER.search(marker.group("number") or "")
        inner, end = line.start + marker.end(), line.span.end
        self.awaits_words = inner >= end
        span = line.span if self.awaits_words else _inside(self.text, inner, end)
        self.open = Block("item", span, number=int(number.group()) if number else None)

    def _add_words(self, line: _Line) -> None:
        if self.open is not None and self.awaits_words:
            self.open = replace(self.open, span=line.span)
            self.awaits_words = False
        elif self.open is not None and self._goes_on(self.open, line.bare):
            self.open = replace(self.open, span=Span(self.open.span.start, line.span.end))
        else:
            self.close()
            if _WRAPPED_IN_STARS.match(line.text):
                self.blocks.append(Block("heading", _inside(self.text, line.span.start, line.span.end), 6))
            else:
                self.open = Block("paragraph", line.span)

    def _goes_on(self, block: Block, bare: str) -> bool:
        """Say whether a line goes on with the sentence of the open block."""
        before = self.text[max(block.span.start, block.span.end - 4) : block.span.end].rstrip()
        if before.endswith((".", "!", "?", "…", '."', ".”")):
            return self.wrap is not None and self.last_width >= self.wrap * 0.75 and block.kind == "paragraph"
        if before.endswith((":", ";")):
            return self.wrap is not None and self.last_width >= self.wrap * 0.75 and bare[0].islower()
        last = max(block.span.start, block.span.end - 12)
        unended = self.last_width >= _SHORT and _OPEN_END.search(self.text, last, block.span.end)
        if bare[0] in "(,;&" or unended or (before.endswith(",") and self.last_width >= _LONG):
            return True
        if bare[0].islower():
            # Short lines are lines of their own, "pada – foot", but for the rest of a sentence.
            return self.wrap is not None or self.last_width >= 45 or _SENTENCE_END.search(bare) is not None
        # A capital goes on with the sentence only if its word did not fit on the line before.
        return self.wrap is not None and self.last_width + 1 + len(bare.split()[0]) > self.wrap


def _inside(text: str, start: int, end: int) -> Span:
    """Trim blanks, Markdown emphasis and heading marks from the ends of a run of characters."""
    while start < end - 1 and text[start] in " \t\u00a0*_#\ufe0f\u200b":
        start += 1
    while end - 1 > start and text[end - 1] in " \t\u00a0*_#\u200b":
        end -= 1
    return Span(start, end)


def _parted(text: str, block: Block) -> Iterator[Block]:
    """Part a block at bullets within its lines: "Benefits • Calms the mind • Tones the legs"."""
    marks = list(_INLINE_BULLET.finditer(text, block.span.start, block.span.end)) if block.kind in _PARTED else []
    if block.kind == "paragraph" and not marks:
        counted = list(_INLINE_NUMBER.finditer(text, block.span.start, block.span.end))
        marks = counted if _counts(counted) else []
    dots = list(_MIDDLE_DOT.finditer(text, block.span.start, block.span.end)) if block.kind in _PARTED else []
    if len(dots) >= _DOTS and block.span.end - block.span.start > LONGEST_ATTRIBUTES:
        marks = dots  # "Headache · Neck injury – look down · Pregnancy"
    elif block.kind == "item":  # only at bullets like its own: a cell of a table may list poses with others
        own = text[max(0, block.span.start - _MARKED) : block.span.start].rstrip()[-1:]
        labelled = bool(marks) and ":" in text[block.span.start : marks[0].start()]
        marks = [mark for mark in marks if mark.group().strip() == own and not labelled]
    edges = [block.span.start, *(mark.start() for mark in marks), block.span.end]
    for place, (start, end) in enumerate(pairwise(edges)):
        first = marks[place - 1].end() if place else start
        while first < end and text[first].isspace():
            first += 1
        if first < end:
            span = _inside(text, first, end)
            yield replace(block, span=span) if not place else Block("item", span)


def _counts(marks: Sequence[re.Match[str]]) -> bool:
    """Say whether numbers count from one: "1. Hernia 2. Ulcers"."""
    return len(marks) > 1 and [int(mark.group(1)) for mark in marks] == list(range(1, len(marks) + 1))


def _really_opens_item(line: str, marker: re.Match[str]) -> bool:
    """Tell a list marker from a number or letter that opens a sentence."""
    return marker.group("number") is None or not _COUNTED.match(line, marker.end())


def _find_headings(text: str, blocks: Sequence[Block], cues: Cues) -> list[Block]:
    """Make headings of the short paragraphs that stand like one, and captions of those that describe a picture."""
    result: list[Block] = []
    for place, block in enumerate(blocks):
        following = blocks[place + 1] if place + 1 < len(blocks) else None
        words = text[block.span.start : block.span.end]
        before = result[-1] if result else None
        if block.kind == "item" and (
            is_whole_heading(words, cues) or _is_numbered_heading(block, words, following, cues)
        ):
            result.append(replace(block, kind="heading"))  # a bullet stands before the heading as well
        elif block.kind != "paragraph":
            result.append(block)
        elif looks_like_heading(words, cues) or (
            _stands_as_heading(text, before, block, following) and not _is_statement(words, cues)
        ):
            result.append(replace(block, kind="heading", span=_inside(text, block.span.start, block.span.end)))
        else:
            result.append(replace(block, kind="caption") if is_caption(words, cues) else block)
    return result


def _is_numbered_heading(block: Block, words: str, following: Block | None, cues: Cues) -> bool:
    """Say whether a numbered line is a heading: "2. Contraindications:" over bullets, "4. Cautions" over text."""
    if block.number is None or following is None or heading_section(words, cues) is None:
        return False
    over_list = following.kind == "item" and following.number is None
    told = words.endswith(":") or looks_like_heading(words, cues)
    return told and (over_list or following.kind == "paragraph")


def _is_statement(words: str, cues: Cues) -> bool:
    """Say whether a short line is no heading: "Not to be performed during pregnancy", "Improves posture"."""
    if words.rstrip().endswith(":") or heading_section(words, cues) is not None:
        return False
    if _TIME.match(words.strip()):
        return True  # "30 seconds to 3 minutes"
    tokens = cues.tokenize(words.strip())
    if len(tokens) > 2 and _ENTERS.match(words):
        return True  # "Sit in Dandasana", the first step
    return advises(tokens, cues) or (len(tokens) > 1 and tells_effect(tokens, cues))


def _stands_as_heading(text: str, before: Block | None, block: Block, following: Block | None) -> bool:
    """Say whether a short line stands over a list or running text, and not in a list of lines like itself."""
    if before is None or following is None or block.span.end - block.span.start > 60:
        return False
    words = text[block.span.start : block.span.end].strip()
    if not _has_form_of_heading(words) or _is_bare_line(text, before):
        return False
    said = text[following.span.start : following.span.end].strip()
    runs_on = len(said) > len(words) and (len(said) > 60 or said.endswith("."))
    return following.kind == "item" or (following.kind == "paragraph" and runs_on)


def _has_form_of_heading(words: str) -> bool:
    """Say whether words are few, open with a capital or number, and do not end as sentences or lists do."""
    if len(words.split()) > 8 or any(mark in words for mark in "\n:,;") or _DASHED.search(words):
        return False
    ends_sentence = words.endswith((".", ";", ",", ")", "!"))
    return not ends_sentence and (words[:1].isupper() or words[:1].isdigit())


def _is_bare_line(text: str, block: Block) -> bool:
    """Say whether a block is a short paragraph that is no sentence."""
    words = text[block.span.start : block.span.end]
    return block.kind == "paragraph" and len(words) <= 60 and not words.rstrip().endswith(_SENTENCE_ENDS)
