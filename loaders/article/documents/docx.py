"""Word files to Markdown: headings, lists and tables as their author set them."""

from __future__ import annotations

import io
import logging
import zipfile
from collections.abc import Iterator
from typing import Any, Final

from yogakg.errors import DocumentError, MissingExtraError

#: Bytes that the XML in a Word file may take when it is unpacked; an article takes less than one hundredth.
XML_LIMIT: Final = 10 * 1024 * 1024
_HEADINGS: Final = {f"h{rank}": "#" * rank for rank in range(1, 7)}
_REMEDY: Final = "Open it in a word processor, save it as .docx or as text, and load that."


def read_docx(data: bytes, *, name: str) -> str:
    """Return the text of a Word file as Markdown.

    Raises DocumentError for a file that is broken, encrypted, empty or too large when unpacked, and
    MissingExtraError without the library that reads it.
    """
    try:
        import mammoth
    except ImportError:
        raise MissingExtraError(f"Reading {name}", "documents") from None
    _refuse_bombs(data, name)
    logging.getLogger("mammoth").setLevel(logging.CRITICAL)
    try:
        found = mammoth.convert_to_html(
            io.BytesIO(data),
            convert_image=mammoth.images.img_element(lambda image: {}),
            style_map="p[style-name='Title'] => h1:fresh\np[style-name='Subtitle'] => p:fresh",
        )
    except Exception as error:  # the library lets through whatever its parsers raise
        raise DocumentError(name, f"the Word file is broken ({type(error).__name__})", _REMEDY) from None
    from lxml import html

    text = "\n\n".join(_blocks(html.fragment_fromstring(found.value, create_parent="body")))
    if not text.strip():
        raise DocumentError(name, "the Word file has no text", "Type or paste the article's text into it.")
    return text


def _refuse_bombs(data: bytes, name: str) -> None:
    """Refuse what is no Word file, and what would unpack to more than an article."""
    if data.startswith(b"\xd0\xcf\x11\xe0"):
        raise DocumentError(name, "the Word file is encrypted, or of Word 2003 or older", _REMEDY)
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as packed:
            parts = packed.infolist()
    except (zipfile.BadZipFile, ValueError, NotImplementedError):
        raise DocumentError(name, "this is no Word file, or a broken one", _REMEDY) from None
    if not any(part.filename == "[Content_Types].xml" for part in parts):
        raise DocumentError(name, "this is no Word file, or a broken one", _REMEDY)
    size = sum(part.file_size for part in parts if part.filename.endswith((".xml", ".rels")))
    if size > XML_LIMIT:
        problem = f"its text takes {size / 1e6:.0f} MB unpacked, more than the {XML_LIMIT / 1e6:.0f} MB of an article"
        raise DocumentError(name, problem, "Split it into one file an article.")


def _blocks(parent: Any, depth: int = 0) -> Iterator[str]:
    """Yield the headings, paragraphs, lists and tables below an element as Markdown."""
    for element in parent:
        if element.tag in _HEADINGS:
            if words := _words(element):
                yield f"{_HEADINGS[element.tag]} {words}"
        elif element.tag in {"ul", "ol"}:
            yield "\n".join(_items(element, depth))
        elif element.tag == "table":
            yield "\n".join(" | ".join(map(_words, row.iterchildren())) for row in element.iter("tr"))
        elif words := _words(element):
            yield words


def _items(parent: Any, depth: int) -> Iterator[str]:
    for number, item in enumerate(parent, start=1):
        mark = f"{number}." if parent.tag == "ol" else "-"
        lists = [child for child in item if child.tag in {"ul", "ol"}]
        for child in lists:
            item.remove(child)
        if words := _words(item):
            yield f"{'  ' * depth}{mark} {words}"
        for child in lists:
            yield from _items(child, depth + 1)


def _words(element: Any) -> str:
    for line_break in element.iter("br"):
        line_break.tail = f" {line_break.tail or ''}"
    return " ".join(element.text_content().split())
