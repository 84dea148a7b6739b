"""The data files that come with the package: ontology, shapes, queries, mappings, facts of sources, parts of pages."""

from __future__ import annotations

from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Literal

Folder = Literal["data", "mappings", "ontology", "pages", "queries", "shapes"]


def folder(name: Folder) -> Traversable:
    """Return a data folder of the installed package."""
    return files(f"yogakg.{name}")


def read(name: Folder, path: str) -> bytes:
    """Return the bytes of one data file; ``path`` is relative to its folder, with slashes.

    Raises FileNotFoundError if the package does not contain it.
    """
    return folder(name).joinpath(*path.split("/")).read_bytes()


def listing(name: Folder, suffix: str, *, under: str = "") -> list[str]:
    """List the paths of the data files with a suffix, sorted, relative to their folder.

    >>> "yoga.ttl" in listing("ontology", ".ttl")
    True
    """

    def walk(place: Traversable, prefix: str) -> list[str]:
        found: list[str] = []
        for entry in place.iterdir():
            if entry.is_dir():
                found += walk(entry, f"{prefix}{entry.name}/")
            elif entry.name.endswith(suffix):
                found.append(prefix + entry.name)
        return found

    root = folder(name)
    start = root.joinpath(*under.split("/")) if under else root
    return sorted(walk(start, f"{under}/" if under else ""))
