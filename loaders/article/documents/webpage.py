"""HTML pages to their main content, as Markdown."""

from __future__ import annotations

import logging
import re
from collections.abc import Mapping, Sequence
from typing import Any

from yogakg.errors import DocumentError
from yogakg.loaders.article.documents.boxes import keep_telling_boxes
from yogakg.loaders.article.documents.menus import drop_menus
from yogakg.loaders.article.documents.reader import Page, unix_lines
from yogakg.loaders.article.documents.sizes import counts, own_length
from yogakg.loaders.article.recognition.words import words

_BLOCKS = words("webpage.blocks")
_INLINE = words("webpage.inline")
_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
_LISTS = ("ol", "ul")
#: Columns of the smallest table that has several.
_COLUMNS = 2
_CONTAINERS = ("div", "section", "article", "main", "body")
#: Elements that lay out a page, and the share of the text that the main one of them has.
_LAYOUT = ("div", "section", "body")
_NEARLY_ALL = 0.9
#: What stands around the text of a page, and links.
_AROUND = ("a", "nav", "header", "footer", "aside", "noscript")
#: The share of a page's text that its main content has at least, else all of it is read.
_LEAST = 0.2
#: The share of it that the article has, where a page marks several.
_MOST = 0.5
#: Characters of the longest heading, and how a sentence ends within what is longer.
_LONGEST_HEADING = 120
_SENTENCE_END = re.compile(r"[.!?](?:\s|$)")
#: Characters that the parser lets through but that no tree takes as text.
_UNWRITABLE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def read_webpage(data: bytes, *, name: str) -> Page:
    """Take the main content of a page through trafilatura, which leaves out navigation and comments.

    Raises DocumentError for a page without any.
    """
    tree = _parse(data)
    told = counts(tree, own_length, without=(*_AROUND, "head"))[tree] if tree is not None else 0
    text = _main_text(tree) if tree is not None else None
    if len(text or "") < _LEAST * told:
        text = _main_text(_parse(data), whole=True) or text
    if tree is None or not text or not text.strip():
        raise DocumentError(
            name, "the page has no main text", "Copy the article's text into a .txt file and load that."
        )
    return Page(unix_lines(text), "text/html", _title(tree), _address(tree))


def _parse(data: bytes) -> Any:
    """Return the tree of a page, or None if it has none: elements alone, with text that can be written again."""
    from lxml import etree, html

    encoding = "utf-8" if _is_utf8(data) else None  # without a declaration the parser would take it for Latin-1
    try:
        tree = html.document_fromstring(
            data, parser=html.HTMLParser(no_network=True, huge_tree=True, encoding=encoding)
        )
    except (etree.ParserError, etree.XMLSyntaxError, ValueError):
        return None
    etree.strip_elements(
        tree, etree.Comment, etree.ProcessingInstruction, "script", "style", "template", with_tail=False
    )
    for element in tree.iter():
        element.text = _UNWRITABLE.sub("", element.text) if element.text else None
        element.tail = _UNWRITABLE.sub("", element.tail) if element.tail else None
    return tree if len(tree) else None


def _is_utf8(data: bytes) -> bool:
    """Say whether bytes are UTF-8, whatever the page declares: other text is hardly ever so by chance."""
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def _main_text(tree: Any, *, whole: bool = False) -> str | None:
    """Take the main content of a page, or all that is no debris by its elements and names."""
    import trafilatura
    from trafilatura.settings import use_config

    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
    config = use_config()
    config.set("DEFAULT", "MIN_EXTRACTED_SIZE", "50")
    config.set("DEFAULT", "MIN_OUTPUT_SIZE", "10")
    _close_inline(tree)
    _unfold_layout(tree)
    _join_definitions(tree)
    drop_menus(tree)
    warnings = keep_telling_boxes(tree)
    _unfold_columns(tree)
    _mark_loose_items(tree)
    _open_mixed_lists(tree)
    _lower_long_headings(tree)
    _wrap_bare_text(tree)
    _mark_paragraphs(tree)
    if whole:
        _mark_all(tree)
    else:
        _mark_article(tree, warnings)
    text: str | None = trafilatura.extract(
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
    return text


def _title(tree: Any) -> str | None:
    """Return the first main heading of a page, or what its browser tab says."""
    titles = (*tree.xpath("//h1//text()[normalize-space()]"), *tree.xpath("//title/text()"))
    return next((title.strip() for title in titles if title.strip()), None)


def _address(tree: Any) -> str | None:
    """Return the address that a page gives as its own."""
    links = tree.xpath("//link[@rel='canonical']/@href") + tree.xpath("//meta[@property='og:url']/@content")
    return next((str(link) for link in links if str(link).startswith(("http://", "https://"))), None)


def _close_inline(tree: Any) -> None:
    """Unwrap emphasis that was left open and so holds blocks, else their headings are lost: ``<b>Cautions<b>``."""
    holding = set()
    for element in reversed(list(tree.iter())):  # what is within before what it is within
        if any(child.tag in _BLOCKS or child in holding for child in element) and element.tag in _INLINE:
            holding.add(element)
    for element in list(tree.iter(*_INLINE)):
        if element in holding:
            element.drop_tag()


def _unfold_layout(tree: Any) -> None:
    """Make divisions of the parts of a table that lays out the page: one with headings in it."""
    table_of: dict[Any, Any] = {}
    for element in tree.iter():
        table_of[element] = element if element.tag == "table" else table_of.get(element.getparent())
    laying_out = set()
    for heading in tree.iter(*_HEADINGS):
        table = table_of[heading]
        while table is not None and table not in laying_out:
            laying_out.add(table)
            table = table_of.get(table.getparent())
    for part in list(tree.iter("table", "tbody", "tr", "td")):
        if table_of[part] in laying_out:
            part.tag = "div"


def _join_definitions(tree: Any) -> None:
    """Join the terms of definition lists with what is said of them."""
    for term in list(tree.iter("dt")):
        said = term.getnext()
        if said is not None and said.tag == "dd":
            words = " ".join(term.text_content().split())
            said.text = f"{words.rstrip(':')}: {said.text or ''}"
            term.drop_tree()


def _open_mixed_lists(tree: Any) -> None:
    """Make blocks of what a list holds if it holds more than items; else what stands between them is left out."""
    for listing in list(tree.iter("ol", "ul")):
        blocks = (child for child in listing if child.tag in _BLOCKS and child.tag != "li")
        if not any(block.text_content().strip() for block in blocks):
            continue
        listing.tag = "div"
        for item in listing.findall("li"):
            _make_bullet(item)


def _mark_loose_items(tree: Any) -> None:
    """Make paragraphs of items that stand in no list, which else are left out: ``<p><li>Knee injury</li></p>``."""
    for item in list(tree.iter("li")):
        parent = item.getparent()
        if parent is not None and parent.tag not in _LISTS:
            _make_bullet(item)
            if parent.tag == "p":
                parent.tag = "div"


def _make_bullet(item: Any) -> None:
    """Make a block of an item that keeps its bullet as a character."""
    item.tag = "p" if not any(child.tag in _BLOCKS for child in item) else "div"
    item.text = f"• {(item.text or '').lstrip()}"


def _lower_long_headings(tree: Any) -> None:
    """Make paragraphs of headings that are text: longer than any heading, with a sentence that ends."""
    for heading in list(tree.iter(*_HEADINGS)):
        text = " ".join(heading.text_content().split())
        if len(text) > _LONGEST_HEADING and _SENTENCE_END.search(text):
            heading.tag = "p"


def _wrap_bare_text(tree: Any) -> None:
    """Make paragraphs of text that stands bare beside blocks; else it is left out, and what it warns of with it."""
    for container in list(tree.iter(*_CONTAINERS)):
        children = list(container)
        if not any(child.tag in _BLOCKS for child in children):
            continue
        run = _paragraph(container, container.text)
        if run is not None:
            container.insert(0, run)
        container.text = None
        for child in children:
            if child.tag not in _INLINE:
                run = _paragraph(container, child.tail)
                child.tail = None
                if run is not None:
                    child.addnext(run)
                continue
            if run is None and (child.text_content() + (child.tail or "")).strip():
                run = container.makeelement("p")
                child.addprevious(run)
            if run is not None:
                run.append(child)


def _paragraph(container: Any, text: str | None) -> Any:
    """Make a paragraph for a container of a text, if there is one."""
    if not text or not text.strip():
        return None
    paragraph = container.makeelement("p")
    paragraph.text = text
    return paragraph


def _mark_paragraphs(tree: Any) -> None:
    """Make a paragraph of each ``div`` that holds bare text."""
    for division in list(tree.iter("div")):
        if not any(child.tag in _BLOCKS for child in division.iterdescendants()) and division.text_content().strip():
            division.tag = "p"


def _mark_article(tree: Any, warnings: Sequence[Any]) -> None:
    """Mark the innermost division with nearly all text, the main heading and all lines of ``warnings``, as the article.

    Nothing is marked if the page marks its article. Without a mark trafilatura gathers paragraphs and lists alone, and
    leaves out the headings between them.
    """
    lengths = counts(tree, own_length, without=_AROUND)
    _unmark_cards(tree, lengths)
    if tree.find(".//article") is not None or tree.find(".//main") is not None:
        return
    heading, body = tree.find(".//h1"), tree.find("body")
    kept = {*warnings, heading}
    marked = counts(tree, lambda element: element in kept, without=_AROUND)
    parent = heading.getparent() if heading is not None else body
    if parent is not None and body is not None and lengths[parent] < _NEARLY_ALL * lengths[body]:
        parent = body  # a box that holds the heading and a part of the text
    while parent is not None and body is not None and marked[parent] < marked[body]:
        parent = parent.getparent()
    while parent is not None and (inner := _largest(parent, lengths)) is not None and marked[inner] == marked[parent]:
        parent = inner
    if parent is None or parent.tag not in _LAYOUT:
        return
    if parent.tag != "body":
        parent.tag = "article"
        return
    article = parent.makeelement("article")
    article.extend(list(parent))
    parent.append(article)


def _mark_all(tree: Any) -> None:
    """Make an article of the whole page."""
    for part in list(tree.iter("article", "main")):
        part.tag = "div"
    body = tree.find("body")
    if body is not None:
        article = body.makeelement("article")
        article.extend(list(body))
        body.append(article)


def _unmark_cards(tree: Any, lengths: Mapping[Any, int]) -> None:
    """Make divisions of all articles of a page but for the one with most of its text.

    The others are cards of related pages, of which the first may be taken for the page.
    """
    frame = tree.find(".//main")
    frame = tree.find("body") if frame is None else frame
    articles = list(tree.iter("article"))
    longest = max(articles, key=lambda article: lengths[article], default=None)
    is_page = longest is not None and (frame is None or lengths[longest] >= _MOST * lengths[frame])
    for article in articles:
        if article is not longest or not is_page:
            article.tag = "div"


def _largest(parent: Any, lengths: dict[Any, int]) -> Any:
    """Return the child of an element that holds nearly all of its text, if that lays out more."""
    children = (child for child in parent if lengths[child] >= _NEARLY_ALL * lengths[parent])
    return next((child for child in children if child.tag in _LAYOUT and len(child)), None)


def _unfold_columns(tree: Any) -> None:
    """Put the columns of a table of lists one below the other, each under its head."""
    for table in list(tree.iter("table")):
        heads, *rows = [list(row.iter("td", "th")) for row in table.iter("tr")] or [[]]
        listed = any(cell.find(".//li") is not None for row in rows for cell in row)
        if not listed or len(heads) < _COLUMNS or any(len(row) != len(heads) for row in rows):
            continue
        for child in list(table):
            table.remove(child)
        table.tag = "div"
        for head, *cells in zip(heads, *rows, strict=True):
            head.tag = "h4"
            table.append(head)
            for cell in cells:
                cell.tag = "div"
                table.append(cell)
