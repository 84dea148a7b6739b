"""PDF files to Markdown: lines joined to paragraphs, larger or bold ones as headings.

A PDF tells where letters stand, and no more. Lines are read in the order in which they were written into the file,
which is the order of reading in what word processors, browsers and typesetters write, columns too.
"""

from __future__ import annotations

import io
import logging
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise
from typing import Any, Final

from yogakg.errors import DocumentError, MissingExtraError

#: Pages of the longest article; more make a book.
PAGE_LIMIT: Final = 200
#: Letters to what they stand for: ligatures, soft hyphens, and bullets as the usual fonts number them.
_LETTERS: Final = str.maketrans(
    {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "\u00ad": "-", "\u00a0": " "}
    | dict.fromkeys("\x7f\x95\uf0a7\uf0b7\uf0d8\uf076", "•")
)
_BULLET: Final = re.compile(r"\s*(?:[-–—•●▪◦‣·*+■□➢►▶✓]|\(?\d{1,2}[.)]|[a-h][.)])(?:\s|$)|\s*[•●▪◦‣■□➢►▶✓]")
_PAGE_NUMBER: Final = re.compile(r"\W*(?:page\s*)?\d{1,3}(?:\s*(?:/|of)\s*\d{1,3})?\W*$", re.I)
_DIGITS: Final = re.compile(r"\d+")
_BROKEN: Final = re.compile(r"([^\W\d_]+)-$")
#: What does not begin a paragraph.
_WITHIN: Final = "(,;"
_NO_LETTER: Final = re.compile(r"\W")
#: Lines at the top and at the bottom of a page that may be its header and footer.
_MARGIN_LINES: Final = 2
#: A heading is larger than most of the text by this factor, or bold as a whole.
_LARGER: Final = 1.12
_LONGEST_HEADING: Final = 100
#: A line this much shorter than the longest one ends its paragraph.
_FULL: Final = 0.72
#: Lines further apart than the usual ones by this factor are of two paragraphs.
_APART: Final = 1.25
#: A distance is usual if so many of all lines have it.
_USUAL: Final = 0.05
#: The mean width of a letter, in sizes of the font.
_WIDTH: Final = 0.5


@dataclass(frozen=True, slots=True)
class _Line:
    """A line of a page: where it starts, the size of its letters, whether all are bold."""

    text: str
    page: int
    x: float
    y: float
    size: float
    bold: bool

    @property
    def end(self) -> float:
        """About where the line ends."""
        return self.x + len(self.text) * self.size * _WIDTH


def read_pdf(data: bytes, *, name: str) -> str:
    """Return the text of a PDF file as Markdown.

    Raises DocumentError for a file that is broken, encrypted, scanned without text or a book, and for
    a page on which most lines lie side by side; MissingExtraError without the library that reads it.
    """
    try:
        import pypdf
    except ImportError:
        raise MissingExtraError(f"Reading {name}", "documents") from None
    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
    try:
        lines = [line for page in _pages(pypdf.PdfReader(io.BytesIO(data)), name) for line in page]
    except DocumentError:
        raise
    except pypdf.errors.LimitReachedError:
        problem = "a page unpacks to more than an article takes"
        raise DocumentError(name, problem, "Print it to PDF anew, or split it.") from None
    except Exception as error:  # the library lets through whatever a broken file makes it stumble over
        remedy = "Print it to PDF anew, or copy the article's text into a .txt file."
        raise DocumentError(name, f"the PDF file is broken ({type(error).__name__})", remedy) from None
    lines = list(_without_margins(lines))
    if not lines:
        remedy = "If it is scanned, let a program recognise its text first, such as ocrmypdf."
        raise DocumentError(name, "the PDF file has no text", remedy)
    return "\n\n".join(_paragraphs(lines))


def _pages(reader: Any, name: str) -> Iterator[list[_Line]]:
    if reader.is_encrypted and not reader.decrypt(""):
        raise DocumentError(name, "the PDF file is encrypted", "Save it without a password and load that.")
    if len(reader.pages) > PAGE_LIMIT:
        problem = f"the PDF file has {len(reader.pages)} pages, more than the {PAGE_LIMIT} of the longest article"
        raise DocumentError(name, problem, "Split it into one file an article.")
    for number, page in enumerate(reader.pages):
        yield _rows(_pieces(page, number), name)


def _pieces(page: Any, number: int) -> list[_Line]:
    """Return the runs of letters on a page, in the order of the file."""
    pieces: list[_Line] = []

    def take(text: str, user: Sequence[float], matrix: Sequence[float], font: Any, size: float) -> None:
        said = " ".join(text.translate(_LETTERS).split())
        if said:
            x = matrix[4] * user[0] + matrix[5] * user[2] + user[4]
            y = matrix[4] * user[1] + matrix[5] * user[3] + user[5]
            scale = (abs(matrix[3]) or abs(matrix[1]) or 1) * (abs(user[3]) or abs(user[1]) or 1)
            named = str((font or {}).get("/BaseFont", "")).casefold()
            bold = "bold" in named or "black" in named or "heavy" in named
            pieces.append(_Line(said, number, x, y, round(size * scale, 1), bold))

    if contents := page.get_contents():
        contents.get_data()  # raises where the extraction would pass over a page that is too large
    page.extract_text(visitor_text=take)
    return pieces


def _rows(pieces: Sequence[_Line], name: str) -> list[_Line]:
    """Join the pieces of each line; those far apart on one line are cells of a row, unless most are: then refuse."""
    rows: list[list[_Line]] = []
    for piece in pieces:
        last = rows[-1][-1] if rows else None
        if last and abs(last.y - piece.y) < 0.4 * max(piece.size, last.size) and piece.x >= last.x:
            rows[-1].append(piece)
        else:
            rows.append([piece])
    lines, apart = [], 0
    for row in rows:
        text = row[0].text
        for left, right in pairwise(row):
            is_cell = right.x - left.x > 120 and right.x - left.end > -0.25 * (left.end - left.x)
            text += f" | {right.text}" if is_cell else f" {right.text}"
            apart += is_cell
        first = max(row, key=lambda piece: len(piece.text))
        lines.append(_Line(text, first.page, row[0].x, first.y, first.size, all(piece.bold for piece in row)))
    if apart > 3 and apart > 0.4 * len(rows):
        problem = f"on page {pieces[0].page + 1} lines lie side by side, and a PDF does not tell columns from a table"
        raise DocumentError(name, problem, "Copy the article's text into a .txt file and load that.")
    return lines


def _without_margins(lines: Iterable[_Line]) -> Iterator[_Line]:
    """Leave out page numbers, and headers and footers: what stands at the edge of several pages."""
    pages = [list(page) for _, page in groupby(lines, key=lambda line: line.page)]
    edges = [_edges(page) for page in pages]
    repeated = Counter(key for edge in edges for key in {_DIGITS.sub("0", line.text) for line in edge})
    for page, edge in zip(pages, edges, strict=True):
        for line in page:
            is_repeated = repeated[_DIGITS.sub("0", line.text)] > max(1, len(pages) // 3)
            if not (line in edge and (is_repeated or _PAGE_NUMBER.match(line.text))):
                yield line


def _edges(page: Sequence[_Line]) -> list[_Line]:
    ordered = sorted(page, key=lambda line: line.y)
    return [*ordered[:_MARGIN_LINES], *ordered[_MARGIN_LINES:][-_MARGIN_LINES:]]


def _paragraphs(lines: Sequence[_Line]) -> Iterator[str]:
    """Join lines to paragraphs and items, and mark headings by their rank."""
    sizes = Counter[float]()
    for line in lines:
        sizes[line.size] += len(line.text)
    body = sizes.most_common(1)[0][0]
    larger = sorted({line.size for line in lines if line.size > _LARGER * body}, reverse=True)
    hyphened = set(re.findall(r"\w+-\w+", " ".join(line.text for line in lines)))
    width = max(line.end - line.x for line in lines if line.size <= _LARGER * body)
    for group in _joined(lines, body, width, _leading(lines)):
        text = group[0].text
        for line in group[1:]:
            text = _join(text, line.text, hyphened)
        if _is_heading(group[0], body) and len(text) <= _LONGEST_HEADING:
            rank = larger.index(group[0].size) if group[0].size in larger else len(larger)
            yield f"{'#' * min(rank + 1, 6)} {text}"
        else:
            yield text


def _leading(lines: Sequence[_Line]) -> float:
    """Return the least usual distance of lines, in sizes of their letters."""
    gaps = [round((upper.y - lower.y) / lower.size, 1) for upper, lower in pairwise(lines) if upper.page == lower.page]
    counted = Counter(gap for gap in gaps if 0.8 <= gap <= 3)
    usual = [gap for gap, count in counted.items() if count >= max(2, _USUAL * len(gaps))]
    return min(usual, default=1.5)


def _joined(lines: Sequence[_Line], body: float, width: float, leading: float) -> Iterator[list[_Line]]:
    group = [lines[0]]
    for line in lines[1:]:
        if _goes_on(group, line, body, width, leading):
            group.append(line)
        else:
            yield group
            group = [line]
    yield group


def _goes_on(group: Sequence[_Line], line: _Line, body: float, width: float, leading: float) -> bool:
    """Say whether a line belongs to the paragraph before it."""
    last = group[-1]
    if _BULLET.match(line.text) or (last.size, _is_heading(last, body)) != (line.size, _is_heading(line, body)):
        return False
    if _is_heading(line, body):
        return last.page == line.page and 0 < last.y - line.y < 1.5 * line.size and last.size > _LARGER * body
    if last.page == line.page and last.y - line.y > _APART * leading * line.size:
        return False
    is_hanging = _BULLET.match(group[0].text) and line.x > group[0].x + line.size / 2 and last.page == line.page
    is_open = last.text.count("(") > last.text.count(")")
    if is_hanging or is_open or line.text[0] in _WITHIN or _BROKEN.search(last.text) or line.text[0].islower():
        return True
    return last.end - last.x > _FULL * width and not (last.text[-1] in ".!?:" and line.page != last.page)


def _is_heading(line: _Line, body: float) -> bool:
    if len(line.text) > _LONGEST_HEADING or line.text.endswith("."):
        return False
    is_plain = not line.text.endswith((",", ";")) and not _BULLET.match(line.text)
    return line.size > _LARGER * body or (line.bold and is_plain)


def _join(text: str, following: str, hyphened: set[str]) -> str:
    """Join two lines; a hyphen at the end of the first goes if it only breaks a word."""
    broken = _BROKEN.search(text)
    if broken is None or not following[0].islower():
        return f"{text} {following}"
    rest = _NO_LETTER.split(following, maxsplit=1)[0]
    is_compound = f"{broken[1]}-{rest}" in hyphened or text[: broken.start()].endswith("-")
    return f"{text}{following}" if is_compound else f"{text[:-1]}{following}"
