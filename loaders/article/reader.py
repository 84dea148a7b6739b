"""Bytes of an article to text: encodings, Markdown, and the main content of HTML pages."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import PurePath
from typing import Any

from yogakg.errors import DocumentError

#: Larger documents are no articles; they are refused before any work is done on them.
MAX_BYTES = 20 * 1024 * 1024

_MEDIA_TYPES = {
    ".html": "text/html", ".htm": "text/html", ".xhtml": "text/html",
    ".md": "text/markdown", ".markdown": "text/markdown",
}  # fmt: skip
_HTML_START = re.compile(
    rb"^\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body|article|main|div|p|h[1-6])\b",
    re.I | re.S,
)


@dataclass(frozen=True, slots=True)
class Page:
    """The text of an article. Spans count in ``text``; line ends are single newlines."""

    text: str
    media_type: str
    title: str | None = None
    url: str | None = None


_MARKUP = re.compile(
    r"!\[[^\]\n]*\]\([^)\n]*\)"  # pictures
    r"|(?<=\])\([^)\s]*(?:\s+\"[^\"\n]*\")?\)|\[(?=[^\]\n]*\]\()|(?<=[^\s\[])\](?=\()"  # links, but not their words
    r"|<!--.*?-->|</?[a-zA-Z][^<>\n]{0,300}>"  # tags
    r"|\*\*|__|`+|(?<![\w*])\*(?=[^\s*])|(?<=[^\s*])\*(?![\w*])|(?<!\w)_(?=\w)|(?<=\w)_(?!\w)"  # emphasis
    r"|https?://\S+|\\(?=[^\w\s])",
    re.S,
)
_TABLE_ROW = re.compile(r"^[ \t]*\|.*\|[ \t]*$", re.M)
_TABLE_RULE = re.compile(r"^[ \t]*\|?[ \t]*:?-{2,}:?[ \t]*(?:\|[ \t:|-]*)?$", re.M)
_FRONT_MATTER = re.compile(r"\A---\n.*?\n---\n", re.S)


def visible(text: str) -> str:
    """Blank out markup, so that each character that a reader sees keeps its place.

    The cells of a table row are parted by colons: a row reads like a label and what is said of it.
    """
    masked = _FRONT_MATTER.sub(lambda m: re.sub(r"[^\n]", " ", m.group()), text)
    masked = _TABLE_RULE.sub(lambda m: " " * len(m.group()), masked)
    masked = _MARKUP.sub(lambda m: re.sub(r"[^\n]", " ", m.group()), masked)

    def row(match: re.Match[str]) -> str:
        inner = match.group()
        first, last = inner.index("|"), inner.rindex("|")
        return " " * first + "•" + inner[first + 1 : last].replace("|", ":") + " " * (len(inner) - last)

    return _TABLE_ROW.sub(row, masked)


def read_page(data: bytes, *, name: str) -> Page:
    """Decode an article.

    HTML is recognised by the file name or by its first tag; its main content is turned into
    Markdown, so that headings and lists survive.

    Raises DocumentError for empty, binary, over-long or wrongly encoded files.
    """
    if len(data) > MAX_BYTES:
        raise DocumentError(
            name,
            f"the file has {len(data) / 1e6:.0f} MB, more than the {MAX_BYTES / 1e6:.0f} MB of an article",
            "Split it into one file an article.",
        )
    if not data.strip(b"\xef\xbb\xbf \t\r\n\f\v\0"):
        raise DocumentError(name, "the file is empty", "Save the article's text in it and load it again.")
    media_type = _MEDIA_TYPES.get(PurePath(name).suffix.lower())
    if media_type is None:
        media_type = "text/html" if _HTML_START.match(data[:4096]) else "text/plain"
    if media_type == "text/html":
        return _read_html(data, name=name)
    return Page(_decode(data, name=name), media_type)


def _decode(data: bytes, *, name: str) -> str:
    """Decode text: UTF-8, or UTF-16 and UTF-32 with a byte order mark."""
    for mark, encoding in (
        (b"\xef\xbb\xbf", "utf-8-sig"),
        (b"\xff\xfe\x00\x00", "utf-32"),
        (b"\x00\x00\xfe\xff", "utf-32"),
        (b"\xff\xfe", "utf-16"),
        (b"\xfe\xff", "utf-16"),
    ):
        if data.startswith(mark):
            break
    else:
        encoding = "utf-8"
        controls = sum(
            data[:8192].count(byte) for byte in b"\x00\x01\x02\x03\x04\x05\x06\x0e\x0f\x10\x11\x12\x13\x14\x15"
        )
        if b"\0" in data[:8192] or controls > len(data[:8192]) / 50:
            raise DocumentError(
                name, "the file is binary, not text", "Export the article as text, Markdown or HTML and load that."
            )
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as error:
        raise DocumentError(
            name,
            f"byte {error.start} (0x{data[error.start]:02x}) is not {encoding.upper()}",
            "Save the file as UTF-8, for example with: iconv -f WINDOWS-1252 -t UTF-8.",
        ) from None
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _read_html(data: bytes, *, name: str) -> Page:
    """Take the main content of a page through trafilatura, which leaves out navigation and comments."""
    import logging

    import trafilatura
    from lxml import etree, html
    from trafilatura.settings import use_config

    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
    config = use_config()
    config.set("DEFAULT", "MIN_EXTRACTED_SIZE", "50")
    config.set("DEFAULT", "MIN_OUTPUT_SIZE", "10")
    try:
        tree = html.fromstring(data, parser=html.HTMLParser(no_network=True, huge_tree=True))
    except (etree.ParserError, etree.XMLSyntaxError, ValueError):
        tree = None
    text = None
    if tree is not None and len(tree):
        _prepare(tree)
        text = trafilatura.extract(
            tree,
            fast=True,
            output_format="markdown",
            include_comments=False,
            include_tables=True,
            include_links=False,
            include_images=False,
            favor_recall=True,
            deduplicate=False,
            with_metadata=False,
            config=config,
        )
    if not text or not text.strip():
        raise DocumentError(
            name, "the page has no main text", "Copy the article's text into a .txt file and load that."
        )
    assert tree is not None  # there is no text without a tree
    titles = [
        t.strip() for t in (*tree.xpath("//h1//text()[normalize-space()]"), *tree.xpath("//title/text()")) if t.strip()
    ]
    links = tree.xpath("//link[@rel='canonical']/@href") + tree.xpath("//meta[@property='og:url']/@content")
    url = next((str(link) for link in links if str(link).startswith(("http://", "https://"))), None)
    return Page(text.replace("\r\n", "\n"), "text/html", titles[0] if titles else None, url)


def _prepare(tree: Any) -> None:
    """Give a page the structure that its main content is found by.

    Terms of definition lists are joined with what is said of them, text that stands bare in a
    ``div`` becomes a paragraph, and a body with no article or main part becomes an article.
    """
    for term in list(tree.iter("dt")):
        said = term.getnext()
        if said is not None and said.tag == "dd":
            words = " ".join(term.text_content().split())
            said.text = f"{words.rstrip(':')}: {said.text or ''}"
            term.drop_tree()
    for division in list(tree.iter("div")):
        if (division.text_content() or "").strip() and not any(
            child.tag in _BLOCKS for child in division.iterdescendants()
        ):
            division.tag = "p"
    if tree.find(".//article") is None and tree.find(".//main") is None:
        headings = tree.xpath("//h1")
        parent = headings[0].getparent() if headings else tree.find("body")
        if parent is not None and parent.tag in {"div", "section", "body"} and len(parent) > 3:
            if parent.tag != "body":
                parent.tag = "article"
            else:
                article = parent.makeelement("article")
                for child in list(parent):
                    article.append(child)
                parent.append(article)


_BLOCKS = frozenset(
    ["div", "p", "ul", "ol", "table", "h1", "h2", "h3", "h4", "h5", "h6", "section", "article", "blockquote", "pre", "form", "nav", "aside", "header", "footer"]
)
