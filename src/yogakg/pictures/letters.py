"""How much room a text takes, and how it is broken into lines."""

from __future__ import annotations

import re
import tomllib
import unicodedata
from functools import cache
from importlib.resources import files

#: A line may break after these: blanks, hyphens, dashes and slashes.
_PIECES = re.compile(r"[^\s\-–—/]*[\-–—/]+|[^\s\-–—/]+|\s+")
#: What XML cannot hold, and what turns the direction of a text.
_FORBIDDEN = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]|[\u202a-\u202e\u2066-\u2069]")


@cache
def _table() -> tuple[dict[str, float], float, float, float]:
    table = tomllib.loads(files(__package__).joinpath("widths.toml").read_text(encoding="utf-8"))
    widths = {character: float(width) for width, listed in table["characters"].items() for character in listed}
    return widths, table["other"], table["wide"], table["bold"]


def clean(text: str) -> str:
    r"""Return a text on one line, in composed letters, with a mark for each character that has no place in it.

    >>> clean("a\x00  b")
    'a� b'
    """
    return " ".join(_FORBIDDEN.sub("\N{REPLACEMENT CHARACTER}", unicodedata.normalize("NFC", text)).split())


def width(text: str, size: float, *, bold: bool = False) -> float:
    """Return the room in pixels that a text takes at most, in a font of a size in pixels.

    >>> width("knee", 10) < width("KNEE", 10) < width("KNEE", 10, bold=True)
    True
    """
    widths, other, wide, heavier = _table()
    taken = 0.0
    for character in unicodedata.normalize("NFC", text):
        category = unicodedata.category(character)
        if category in ("Mn", "Me", "Cf"):
            continue
        letter = unicodedata.normalize("NFD", character)[0]  # ś is as wide as s
        is_wide = category == "So" or unicodedata.east_asian_width(character) in "WF"
        taken += widths.get(letter, wide if is_wide else other)
    return taken * size * (heavier if bold else 1)


def wrap(text: str, room: float, size: float, *, bold: bool = False, most: int = 4) -> list[str]:
    """Break a text into lines that fit into ``room`` pixels; what needs more than ``most`` lines ends in “…”.

    >>> wrap("Reclining Hand-to-Big-Toe Pose", 100, 13)
    ['Reclining', 'Hand-to-Big-', 'Toe Pose']
    """
    lines = [""]
    for piece in _PIECES.findall(clean(text)):
        for part in _cut(piece, room, size, bold=bold):
            if width((lines[-1] + part).rstrip(), size, bold=bold) <= room:
                lines[-1] += part
            else:
                lines.append(part.lstrip())
    lines = [line.rstrip() for line in lines if line.strip()] or [""]
    if len(lines) > most:
        last = lines[most - 1]
        while last and width(f"{last}…", size, bold=bold) > room:
            last = last[:-1]
        lines = [*lines[: most - 1], f"{last.rstrip()}…"]
    return lines


def _cut(word: str, room: float, size: float, *, bold: bool) -> list[str]:
    """Cut a word that is longer than a line."""
    parts = [""]
    for character in word:
        if parts[-1] and width(parts[-1] + character, size, bold=bold) > room:
            parts.append("")
        parts[-1] += character
    return parts
