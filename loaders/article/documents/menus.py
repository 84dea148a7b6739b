"""Menus of a page: lists of links to its other parts, whatever they are called: "Home", "Treatments", "Contact us"."""

from __future__ import annotations

from typing import Any

from yogakg.loaders.article.recognition.words import words

_LISTS = frozenset({"ul", "ol", "menu", "dir"})
#: What a menu has at least two of, as a page's article has not.
_ENTRIES = words("webpage.menu")
_FEWEST = 2
#: Characters of the longest entry, and elements within one.
_LONGEST, _PARTS = 40, 12


def drop_menus(tree: Any) -> None:
    """Take the menus out of a page, with the lists within them: their entries name no condition of the readers."""
    for menu in [element for element in tree.iter(*_LISTS) if _is_menu(element)]:
        if menu.getparent() is not None:
            menu.drop_tree()


def _is_menu(element: Any) -> bool:
    """Say whether a list has short items only, of which two or more are parts that any site has."""
    labels = []
    for item in element:
        label = _label(item)
        if label is None:
            return False
        labels.append(label)
    return sum(label.casefold() in _ENTRIES for label in labels) >= _FEWEST


def _label(item: Any) -> str | None:
    """Return the text of an item before a list within it; None if it is too long for an entry."""
    text = item.text or ""
    for count, part in enumerate(item.iterdescendants()):
        if part.tag in _LISTS:
            break
        text += part.text or ""
        text += part.tail or ""
        if count > _PARTS or len(text) > _LONGEST:
            return None
    text = " ".join(text.split())
    return text if len(text) <= _LONGEST else None
