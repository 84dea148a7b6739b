"""Markup in text: blanked out, so that each character that a reader sees keeps its place."""

from __future__ import annotations

import re

#: No part reaches over another one of its kind: text full of opening brackets takes no longer than other text.
_MARKUP = re.compile(
    r"!\[[^\[\]\n]{0,500}\]\([^()\n]{0,1000}\)"  # pictures
    r"|(?<=\])\([^()\s]{0,500}(?:\s{1,9}\"[^\"\n]{0,500}\")?\)"  # where a link leads
    r"|\[(?=[^\[\]\n]{0,500}\]\()|(?<=[^\s\[])\](?=\()"  # the brackets around its words
    r"|<!--(?:[^-<]|-(?!->)|<(?!!--))*+-->|</?[a-zA-Z][^<>\n]{0,300}>"  # comments and tags
    r"|\*\*|__|`+|(?<![\w*])\*(?=[^\s*])|(?<=[^\s*])\*(?![\w*])|(?<!\w)_(?=\w)|(?<=\w)_(?!\w)"  # emphasis
    r"|https?://\S+|\\(?=[^\w\s])"
)
_TABLE_ROW = re.compile(r"^[ \t]*+\|.*\|[ \t]*$", re.M)
_TABLE_RULE = re.compile(r"^[ \t]*+(?:\|[ \t]*+)?:?-{2,}+:?[ \t]*+(?:\|[ \t:|-]*+)?$", re.M)
_FRONT_MATTER = re.compile(r"\A---\n.*?\n---\n", re.S)
_INK = re.compile(r"[^\n]")


def visible(text: str) -> str:
    """Blank out markup, so that each character that a reader sees keeps its place.

    The cells of a table row are parted by colons: a row reads like a label and what is said of it.
    """
    for markup in (_FRONT_MATTER, _TABLE_RULE, _MARKUP):
        text = markup.sub(lambda match: _INK.sub(" ", match.group()), text)
    return _TABLE_ROW.sub(_as_item, text)


def _as_item(row: re.Match[str]) -> str:
    """Write a table row as a list item of the same length."""
    cells = row.group()
    first, last = cells.index("|"), cells.rindex("|")
    return " " * first + "•" + cells[first + 1 : last].replace("|", ":") + " " * (len(cells) - last)
