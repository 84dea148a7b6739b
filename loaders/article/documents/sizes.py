"""How much each element of a page holds."""

from __future__ import annotations

from collections.abc import Callable, Collection
from typing import Any


def counts(tree: Any, of_itself: Callable[[Any], int], *, without: Collection[str] = ()) -> dict[Any, int]:
    """Count something in each element, those within it included but for some."""
    found: dict[Any, int] = {}
    for element in reversed(list(tree.iter())):  # what is within before what it is within
        found[element] = of_itself(element) + sum(found[child] for child in element if child.tag not in without)
    return found


def own_length(element: Any) -> int:
    """Count the characters of text that stand in an element itself."""
    return len((element.text or "").strip()) + sum(len((child.tail or "").strip()) for child in element)
