"""Text to blocks: headings, list items, paragraphs and captions, whatever the layout."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from yogakg.loaders.article.cues import Cues

from yogakg.facts import Span

_EMOJI_DIGIT = r"[0-9]\ufe0f?\u20e3|🔟"
#: What opens a list item. A hyphen must be followed by a blank, else it may belong to a word.
_MARKER = re.compile(
    r"[ \t\u00a0]*(?:"
    r"(?P<number>(?:step|stage|phase)\s*(?:no\.?\s*)?\d{1,2}\s*[.:)\-–—]*(?=\s|$)|\(?\d{1,2}[.):\]](?!\d)|\d{1,2}\s+[-–]\s|"
    + _EMOJI_DIGIT
    + r"|[①-⑳❶-❿]|[a-hA-H][.)](?=\s))"
    r"|(?P<bullet>(?:(?:[•●▪▫◦‣⁃∙·■□◆◇►▶▸➤➔➜→⇒✓✔✅☑✗✘❌🚫⚠★☆✦✨👉🔸🔹🔶🔷💪🧘🌿🌟❤💚🙏📌➡☛☞»>✖✕]|[\u2190-\u21ff\u2600-\u27bf\U0001F300-\U0001FAFF](?=\ufe0f?\s))\ufe0f?\s?)+|::|[-–—*+~](?=[\s\u00a0*]|[A-Z])|[oO§](?=\s{2,}))"
    r")[ \t\u00a0]*",
    re.IGNORECASE,
)
_MD_HEADING = re.compile(r"[ \t]{0,3}(#{1,6})[ \t]*(?=\S)")
_RULE = re.compile(r"^[\s\-*_=~.•]{3,}$")
_WRAPPED_IN_STARS = re.compile(r"^\s*(\*\*|__)(?=\S)(.+?)(?<=\S)\1\s*:?\s*$")


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
    row: bool = False


@dataclass(frozen=True, slots=True)
class _Line:
    start: int
    end: int
    text: str


def _lines(text: str) -> Iterator[_Line]:
    start = 0
    for line in text.split("\n"):
        yield _Line(start, start + len(line), line)
        start += len(line) + 1


def segment(text: str, cues: Cues) -> list[Block]:
    """Split a text into blocks, in order; together they hold all its words.

    Hard line wraps inside sentences are undone, a bullet alone on a line takes the next line,
    and short lines that stand like headings become headings.
    """
    lines = [line for line in _lines(text)]
    filled = [line for line in lines if line.text.strip() and not _RULE.match(line.text)]
    widths = sorted(len(line.text.rstrip()) for line in filled)
    # A wrapped text has lines that break in mid-sentence, near one width.
    width = widths[int(len(widths) * 0.95)] if widths else 0
    broken = sum(
        1 for one, other in zip(lines, lines[1:], strict=False)
        if one.text.strip() and other.text.strip() and one.text.rstrip()[-1].isalnum() and other.text.strip()[0].islower()
    )  # fmt: skip
    wrapped = 20 <= width <= 120 and broken >= 3 and broken >= 0.1 * len(filled)
    blocks: list[Block] = []
    open_block: Block | None = None
    last_width = 0

    def close() -> None:
        nonlocal open_block
        if open_block is not None:
            blocks.append(open_block)
            open_block = None

    for line in lines:
        bare = line.text.strip(" \t\u00a0\ufeff\u200b")
        if not bare or _RULE.match(line.text):
            if (
                open_block is not None
                and open_block.span.end - open_block.span.start > 0
                and not (open_block.kind == "item" and _is_marker_only(text, open_block))
            ):
                close()
            continue
        start = line.start + line.text.index(bare[0])
        end = start + len(bare)
        heading = _MD_HEADING.match(line.text)
        if heading:
            close()
            blocks.append(Block("heading", _inside(text, line.start + heading.end(), end), len(heading.group(1))))
            continue
        marker = _MARKER.match(line.text)
        if marker and _really_opens_item(line.text, marker):
            close()
            inner = line.start + marker.end()
            number = re.search(r"\d+", marker.group("number") or "")
            open_block = Block(
                "item",
                Span(start, end) if inner >= end else _inside(text, inner, end),
                number=int(number.group()) if number else None,
            )
            if inner >= end:  # the bullet stands alone; its text is on the next line
                open_block = replace(open_block, row=True)
            last_width = len(line.text.rstrip())
            continue
        if open_block is not None and open_block.row:
            open_block = replace(open_block, span=Span(start, end), row=False)
        elif open_block is not None and _continues(
            text, open_block, bare, wrapped=wrapped, width=width, last=last_width
        ):
            open_block = replace(open_block, span=Span(open_block.span.start, end))
        else:
            close()
            stars = _WRAPPED_IN_STARS.match(line.text)
            if stars:
                blocks.append(Block("heading", _inside(text, start, end), 6))
                last_width = len(line.text.rstrip())
                continue
            open_block = Block("paragraph", Span(start, end))
        last_width = len(line.text.rstrip())
    close()
    blocks = [block for block in blocks if not block.row]
    return _find_headings(text, blocks, cues)


def _is_marker_only(text: str, block: Block) -> bool:
    return block.row


def _inside(text: str, start: int, end: int) -> Span:
    """Trim blanks, Markdown emphasis and heading marks from the ends of a run of characters."""
    while start < end - 1 and text[start] in " \t\u00a0*_#\ufe0f\u200b":
        start += 1
    while end - 1 > start and text[end - 1] in " \t\u00a0*_#\u200b":
        end -= 1
    return Span(start, end)


def _really_opens_item(line: str, marker: re.Match[str]) -> bool:
    """Tell a list marker from a number or letter that opens a sentence."""
    number = marker.group("number")
    if number is None:
        return True
    rest = line[marker.end() :]
    return not re.match(r"\s*(?:seconds?|minutes?|breaths?|times|%|degrees|-\s*\d)", rest)


def _continues(text: str, block: Block, bare: str, *, wrapped: bool, width: int, last: int) -> bool:
    """Say whether a line goes on with the sentence of the open block."""
    before = text[block.span.start : block.span.end].rstrip()
    if before.endswith((".", "!", "?", ":", ";", "…", '."', ".”")):
        return wrapped and not before.endswith((":", ";")) and last >= width * 0.75 and block.kind == "paragraph"
    if bare[0].islower() or bare[0] in "(,;&":
        return wrapped or last >= 45 or bare[0] in "(,;&"  # short lines are lines of their own: "pada – foot"
    # A capital goes on with the sentence only if its word did not fit on the line before.
    return wrapped and last + 1 + len(bare.split()[0]) > width


def _find_headings(text: str, blocks: list[Block], cues: Cues) -> list[Block]:
    """Make headings of the short paragraphs that stand like one, and captions of those that describe a picture."""
    result: list[Block] = []
    for index, block in enumerate(blocks):
        if block.kind != "paragraph":
            result.append(block)
            continue
        words = text[block.span.start : block.span.end]
        after = blocks[index + 1] if index + 1 < len(blocks) else None
        before = result[-1] if result else None
        if _looks_like_heading(words, after, cues) or _stands_as_heading(text, before, block, after):
            result.append(replace(block, kind="heading", span=_inside(text, block.span.start, block.span.end)))
        elif is_caption(words, cues):
            result.append(replace(block, kind="caption"))
        else:
            result.append(block)
    return result


def _stands_as_heading(text: str, before: Block | None, block: Block, after: Block | None) -> bool:
    """Say whether a short line stands over a list or running text, and not in a list of lines like itself."""
    words = text[block.span.start : block.span.end].strip()
    if before is None or after is None or len(words) > 60 or len(words.split()) > 8 or "\n" in words:
        return False
    if (
        (words.endswith((".", ";", ",", ")", "!"))
        and not words.endswith("…"))
        or (not words[0].isupper()
        and not words[0].isdigit())
        or ":" in words
        or re.search(r"\s[-–—|]\s", words)
    ):
        return False
    if (
        before.kind == "paragraph"
        and before.span.end - before.span.start <= 60
        and not text[: before.span.end].rstrip().endswith((".", "!", "?"))
    ):
        return False
    following = text[after.span.start : after.span.end].strip()
    return after.kind == "item" or (
        after.kind == "paragraph" and (len(following) > 60 or following.endswith(".")) and len(following) > len(words)
    )


def heading_section(words: str, cues: Cues) -> str | None:
    """Return the section that a heading opens, or None if its words say none, or several.

    The longest cue decides; of two equally long, the last (English heads stand on the right),
    but one that opens the heading wins over one in its middle.
    """
    tokens = cues.tokenize(words)
    found = cues.headings.find(tokens)
    if not found:
        return None
    if len({match[2][0] for match in found} & {"benefits", "contraindications", "steps"}) > 1:
        return None  # "Meaning, Benefits and Steps"
    best = max(found, key=lambda match: (match[1] - match[0], match[0] == 0, match[0]))
    return best[2][0]


def _looks_like_heading(words: str, after: Block | None, cues: Cues) -> bool:
    bare = words.strip(" *_#\u00a0")
    if len(bare) > 90 or "\n" in bare:
        return False
    tokens = [t for t in cues.tokenize(bare) if t.norm[0].isalnum()]
    if not tokens or len(tokens) > 12:
        return False
    section = heading_section(bare, cues)
    if (
        bare.endswith((".", "!", ";", ","))
        and not bare.endswith("...")
        and not (bare.endswith("!") and section and len(tokens) <= 4)
    ):
        return False
    covered = sum(last - first for first, last, _ in cues.headings.find(tokens))
    if bare.endswith(":"):
        return len(tokens) <= 8
    if bare.endswith("?"):
        return section is not None or len(tokens) <= 10
    if ":" in bare.rstrip(":"):
        return False
    if (
        any(c.role == "effect" for c in cues.matcher.get_folded(tokens[0].norm))
        and len(tokens) > 2
        and not cues.headings.get_folded(tokens[0].norm)[:1] == ("benefits",)
        and tokens[0].text.endswith("s")
        and tokens[1].norm not in {"of", "and"}
    ):
        return False  # "Tones the abdominal muscles" is a benefit
    rest = [t for t in tokens if not t.text[0].isupper() and t.norm not in _HEADING_WORDS]
    if section is not None and (covered >= len(tokens) / 2 or (len(tokens) <= 7 and len(rest) <= max(0, covered))):
        return tokens[0].text[0].isupper() or covered == len(tokens) or bool(re.match(r"\d", bare))
    # A title in capitals, or with capitals on its main words, above running text.
    main = [t.text for t in tokens if len(t.text) > 3]
    titled = bool(main) and all(not w[0].islower() for w in main)
    return titled and section is not None


_HEADING_WORDS = frozenset(
    ["of", "the", "for", "in", "and", "thi", "this", "pose", "asana", "a", "an", "to", "do", "you", "yoga", "health", "with", "on", "it", "is", "posture", "or", "by", "from"]
)
_SHOWN = frozenset(
    ["woman", "man", "person", "people", "girl", "boy", "lady", "female", "male", "yogi", "yogini", "practitioner", "student", "teacher", "instructor", "group", "couple", "model", "model's", "diagram", "illustration", "image", "picture", "photo", "photograph", "figure", "graphic", "drawing", "screenshot", "infographic", "chart", "view", "close", "shot", "closeup", "silhouette", "skeleton", "prop"]
)
_FINITE = frozenset(
    ["is", "are", "was", "were", "be", "has", "have", "had", "can", "could", "may", "might", "will", "would", "shall", "should", "must", "do", "does", "did", "helps", "help", "makes", "make", "gives", "give", "brings", "bring", "allows", "allow", "keeps", "keep", "means", "mean", "comes", "come", "goes", "go", "it's", "that's", "you'll", "don't", "isn't", "aren't", "you're", "you've", "avoid", "let", "try"]
)


def is_caption(words: str, cues: Cues) -> bool:
    """Say whether a paragraph only describes a picture: one noun phrase about something shown, with no finite verb."""
    bare = words.strip()
    if re.match(
        r"(?i)^(?:image|photo|picture|photograph|figure|credit|source|caption|pin)\b[^.]{0,60}(?:[:–-]|credit|source|by\b|courtesy)",
        bare,
    ):
        return True
    tokens = [t for t in cues.tokenize(bare) if t.norm[0].isalnum()]
    if not 4 <= len(tokens) <= 45 or re.search(r"[.!?]\s+\S", bare):
        return False
    lower = [t.text.casefold().replace("’", "'") for t in tokens]
    if any(word in _FINITE for word in lower):
        return False
    if not any(t.norm in _SHOWN for t in tokens[:7]) or ":" in bare[:25] or ";" in bare:
        return False
    return any(word.endswith(("ing", "ed")) and len(word) > 4 for word in lower[1:]) or lower[0] in {"a", "an"}
