"""Tables of text, for a terminal of a given width or for a file."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence


def table(headings: Sequence[str], rows: Sequence[Sequence[str]], *, width: int | None = None) -> str:
    """Lay out cells in columns; without a width in plain lines as long as they need to be.

    Columns without any value are left out.
    """
    filled = [index for index in range(len(headings)) if not rows or any(row[index] for row in rows)]
    headings = [headings[index] for index in filled]
    rows = [[row[index] for index in filled] for row in rows]
    if width is None:
        return _plain(headings, rows)
    from io import StringIO

    from rich import box
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    laid = Table(box=box.SIMPLE_HEAD, show_edge=False, pad_edge=False, header_style="bold")
    for name in headings:
        laid.add_column(name, overflow="fold")
    for row in rows:
        laid.add_row(*(Text(cell) for cell in row))
    buffer = StringIO()
    console = Console(file=buffer, width=width, force_terminal=True, color_system=None, highlight=False, markup=False)
    console.print(laid)
    return "\n".join(line.rstrip() for line in buffer.getvalue().splitlines())


def _plain(headings: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    lines = [[_one_line(cell) for cell in row] for row in (headings, *rows)]
    widths = [max(_columns(line[index]) for line in lines) for index in range(len(headings))]
    padded = ("  ".join(cell + " " * (widths[i] - _columns(cell)) for i, cell in enumerate(line)) for line in lines)
    return "\n".join(line.rstrip() for line in padded)


def _one_line(cell: str) -> str:
    return " ".join(cell.split())


def _columns(text: str) -> int:
    """Return how many columns of a terminal a text takes: combining marks none, wide characters two."""
    return sum(
        0 if unicodedata.category(c) in ("Mn", "Me", "Cf") else 2 if unicodedata.east_asian_width(c) in "WF" else 1
        for c in text
    )
