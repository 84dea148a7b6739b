"""Boxes of a page that are kept, whatever they are called: those that tell of the pose, and those that warn.

The library that takes the main content leaves out elements by their names and styles: "widget", "expand", "hidden".
Page builders name text so as well, and what folds up is hidden until somebody opens it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any, NamedTuple

from yogakg.loaders.article.documents.sizes import counts, own_length
from yogakg.loaders.article.recognition.words import pattern, words

#: A line of warnings, such as a heading or the button over what folds up: its elements, characters and parts.
_WARNING = pattern(r"\b{headings.contraindications}\b")
_LINES = frozenset(words("webpage.lines"))
_LONGEST_LINE, _PARTS = 60, 20
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
#: Elements that hold others, those of them that are left out for what they are, and what stands for a list.
_BOXES = frozenset(words("webpage.boxes"))
_LEFT_OUT = frozenset(words("webpage.left_out"))
#: Elements of old pages, by what they are called today, and of what folds up, whose head is below all headings.
_MODERN = {"menu": "ul", "dir": "ul", "center": "div", "summary": "h6", "details": "div"}
_NEVER = frozenset({"nav", "script", "style", "head"})
#: Names of boxes that are left out however they read.
_DEBRIS = pattern(r"{webpage.debris}|(?<![a-z])nav(?![a-z])")  # "navasana" is Boat Pose
_HIDING = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.I)
#: A sentence in which a box that is left out for what it is, "aside", warns somebody: "Skip it if you have a hernia".
_SENTENCE = re.compile(r"[^.!?;]+")
_ADVISING = pattern(r"\b(?:{contraindication_words.advising}|{webpage.of_warnings})\b")
_ABOUT_HEALTH = pattern(r"\b{webpage.of_health}\b")
#: A label of an attribute of the pose, in a box of any length: "Level: Beginner".
_LABELLED = pattern(
    r"\s*(?:{headings.level}|{headings.type}|{headings.hold}|{headings.style}|{headings.drishti}|{headings.modifications})\s*:"
)
#: What leaves a box out: its names, and what hides it.
_NAMES = ("class", "id", "style", "role", "aria-hidden")
#: Characters in the shortest box of text, and the share of them that links may have.
_TEXT, _LINKED = 40, 0.3
#: The share of a page's text by which a form is the page itself.
_PAGE = 0.5


class _Size(NamedTuple):
    """Characters of text within an element, and of those in links."""

    text: int
    linked: int

    @property
    def is_read(self) -> bool:
        """Whether it is text and no list of links."""
        return self.linked <= _LINKED * self.text


def keep_telling_boxes(tree: Any) -> list[Any]:
    """Take the names from boxes of text and of warnings, and make divisions of those left out by their kind.

    Returns the lines over warnings.
    """
    for element in tree.iter(*_MODERN):
        element.tag = _MODERN[element.tag]
    for heading in [element for element in tree.iter(*_HEADINGS) if _is_hidden(element) and _stands_beside(element)]:
        heading.drop_tree()  # the same in another language
    lines = [element for element in tree.iter(*_LINES) if _warns(element)]
    for line in lines:
        _open_fold(line)
    sizes = _sizes(tree)
    warning = {box for box in _boxes_around(lines) if sizes[box].is_read}
    whole = sizes[tree].text
    for box in list(tree.iter()):
        if box.tag not in _BOXES:
            continue
        size = sizes[box]
        tells = size.text >= _TEXT or (size.text > 0 and _LABELLED.match("".join(box.itertext())) is not None)
        is_text = size.is_read and tells and not _DEBRIS.search(_named(box)) and not _is_hidden(box)
        if box.tag == "aside" and is_text and _warns_in_a_sentence(box):
            warning.add(box)
        if box.tag == "form" and size.text >= _PAGE * whole:
            box.tag, is_text = "div", True
        if box in warning and box.tag in _LEFT_OUT:
            box.tag = "div"
        if box in warning or (is_text and box.tag not in _LEFT_OUT):
            for name in _NAMES:
                box.attrib.pop(name, None)
    return lines


def _warns(element: Any) -> bool:
    """Say whether an element is a short line with the heading of warnings, and no link to them."""
    text = ""
    for count, part in enumerate(element.iter()):
        text += (part.text or "") + ((part.tail or "") if part is not element else "")
        if len(text.strip()) > _LONGEST_LINE or count > _PARTS:
            return False
    return _WARNING.search(text) is not None and element.find(".//a[@href]") is None and not _is_linked(element)


def _warns_in_a_sentence(box: Any) -> bool:
    """Say whether a box beside the text warns somebody: "Give it a miss if you have a knee injury"."""
    sentences = _SENTENCE.findall(" ".join(box.itertext()))
    return any(_ADVISING.search(said) and _ABOUT_HEALTH.search(said) for said in sentences)


def _is_linked(element: Any) -> bool:
    return any((parent.tag == "a" and parent.get("href")) or parent.tag in _NEVER for parent in element.iterancestors())


def _open_fold(line: Any) -> None:
    """Make a heading of a button or legend, show what it unfolds, and take the links from the list below it."""
    if line.tag in _LEFT_OUT:
        line.tag = "h4"
    below = line.getnext()
    if below is None or below.tag in _HEADINGS:
        return
    for name in _NAMES:
        below.attrib.pop(name, None)
    if below.tag in {"ul", "ol"}:
        for link in list(below.iter("a")):
            link.drop_tag()


def _boxes_around(lines: Iterable[Any]) -> set[Any]:
    """Return the boxes that hold lines, up to the page."""
    around: set[Any] = set()
    for line in lines:
        for parent in line.iterancestors():
            if parent in around or parent.tag in {"body", "html"} or parent.tag in _NEVER:
                break
            around.add(parent)
    return around


def _named(box: Any) -> str:
    return f"{box.get('class', '')} {box.get('id', '')} {box.get('role', '')}"


def _is_hidden(box: Any) -> bool:
    return _HIDING.search(box.get("style", "")) is not None or box.get("aria-hidden") == "true"


def _stands_beside(heading: Any) -> bool:
    """Say whether a heading of the same rank that is shown stands right beside another."""
    beside = (heading.getprevious(), heading.getnext())
    return any(other is not None and other.tag == heading.tag and not _is_hidden(other) for other in beside)


def _sizes(tree: Any) -> dict[Any, _Size]:
    """Measure each element, those within it included."""
    lengths = counts(tree, own_length)
    linked = counts(tree, lambda element: lengths[element] if element.tag == "a" else 0)
    return {element: _Size(lengths[element], linked[element]) for element in lengths}
