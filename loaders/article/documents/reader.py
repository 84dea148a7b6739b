"""Bytes of an article to text: sizes, kinds of file and encodings."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import PurePath

from yogakg.errors import DocumentError

#: Larger documents are no articles; they are refused before any work is done on them.
MAX_BYTES = 20 * 1024 * 1024

_MEDIA_TYPES = {
    ".html": "text/html",
    ".htm": "text/html",
    ".xhtml": "text/html",
    ".md": "text/markdown",
    ".markdown": "text/markdown",
    ".docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    ".pdf": "application/pdf",
}
_DOCX, _PDF = _MEDIA_TYPES[".docx"], _MEDIA_TYPES[".pdf"]
_HTML_START = re.compile(
    rb"^\s*(?:<\?xml[^>]*>\s*)?(?:(?><!--.*?-->)\s*+)*+<(?:!doctype\s+html|html|head|body|article|main|div|p|h[1-6])\b",
    re.I | re.S,
)
#: Byte order marks, longer ones first, as a shorter one may open them.
_MARKS = (
    (b"\xef\xbb\xbf", "utf-8-sig"),
    (b"\xff\xfe\x00\x00", "utf-32"),
    (b"\x00\x00\xfe\xff", "utf-32"),
    (b"\xff\xfe", "utf-16"),
    (b"\xfe\xff", "utf-16"),
)
_CONTROLS = b"\x00\x01\x02\x03\x04\x05\x06\x0e\x0f\x10\x11\x12\x13\x14\x15"
#: A text may hold one control character in so many.
_RARE = 50
_SAMPLE = 8192


@dataclass(frozen=True, slots=True)
class Page:
    """The text of an article. Spans count in ``text``; line ends are single newlines."""

    text: str
    media_type: str
    title: str | None = None
    url: str | None = None


def read_page(data: bytes, *, name: str) -> Page:
    """Decode an article.

    HTML is recognised by the file name or by its first tag; its main content is turned into
    Markdown, so that headings and lists survive. So are Word and PDF files.

    Raises DocumentError for empty, binary, over-long, broken or wrongly encoded files, and
    MissingExtraError for Word and PDF files without the libraries that read them.
    """
    if len(data) > MAX_BYTES:
        raise DocumentError(
            name,
            f"the file has {len(data) / 1e6:.0f} MB, more than the {MAX_BYTES / 1e6:.0f} MB of an article",
            "Split it into one file an article.",
        )
    if not data.strip(b"\xef\xbb\xbf\xff\xfe \t\r\n\f\v\0"):
        raise DocumentError(name, "the file is empty", "Save the article's text in it and load it again.")
    media_type = _media_type(data, name)
    if media_type == _DOCX:
        from yogakg.loaders.article.documents.docx import read_docx

        return Page(read_docx(data, name=name), media_type)
    if media_type == _PDF:
        from yogakg.loaders.article.documents.pdf import read_pdf

        return Page(read_pdf(data, name=name), media_type)
    if media_type != "text/html":
        return Page(unix_lines(_decode(data, name=name)), media_type)

    from yogakg.loaders.article.documents.webpage import read_webpage

    return read_webpage(data, name=name)


def unix_lines(text: str) -> str:
    """Write every end of a line as one newline."""
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _media_type(data: bytes, name: str) -> str:
    if data.startswith(b"%PDF-"):
        return _PDF
    by_name = _MEDIA_TYPES.get(PurePath(name).suffix.lower())
    return by_name or ("text/html" if _HTML_START.match(data[:_SAMPLE]) else "text/plain")


def _decode(data: bytes, *, name: str) -> str:
    """Decode text: UTF-8, or UTF-16 and UTF-32 with a byte order mark."""
    encoding = next((encoding for mark, encoding in _MARKS if data.startswith(mark)), None)
    if encoding is None and _is_binary(data[:_SAMPLE]):
        raise DocumentError(
            name, "the file is binary, not text", "Export the article as text, Markdown or HTML and load that."
        )
    try:
        return data.decode(encoding or "utf-8")
    except UnicodeDecodeError as error:
        raise DocumentError(
            name,
            f"byte {error.start} (0x{data[error.start]:02x}) is not {(encoding or 'utf-8').upper()}",
            "Save the file as UTF-8, for example with: iconv -f WINDOWS-1252 -t UTF-8.",
        ) from None


def _is_binary(sample: bytes) -> bool:
    return b"\0" in sample or sum(sample.count(byte) for byte in _CONTROLS) > len(sample) / _RARE
