"""Markup in text: blanked out, so that each character that a reader sees keeps its place."""

from __future__ import annotations

import re

from yogakg.loaders.article.recognition.words import pattern, words

#: No part reaches over another one of its kind: text full of opening brackets takes no longer than other text.
_MARKUP = re.compile(
    r"(?=[!(\[\]<`*_h\\])(?:"  # what they open with
    r"!\[[^\[\]\n]{0,500}\]\([^()\n]{0,1000}\)"  # pictures
    r"|(?<=\])\([^()\s]{0,500}(?:\s{1,9}\"[^\"\n]{0,500}\")?\)"  # where a link leads
    r"|\[(?=[^\[\]\n]{0,500}\]\()|(?<=[^\s\[])\](?=\()"  # the brackets around its words
    r"|<!--(?:[^-<]|-(?!->)|<(?!!--))*+-->|</?[a-zA-Z][^<>\n]{0,300}>"  # comments and tags
    r"|\*\*|__|`+|(?<![\w*])\*(?=[^\s*])|(?<=[^\s*])\*(?![\w*])|(?<!\w)_(?=\w)|(?<=\w)_(?!\w)"  # emphasis
    r"|https?://\S+|\\(?=[^\w\s]))"
)
#: Tags that end a line, in text that was copied with them.
_LINE_TAG = re.compile(r"</?(?:br|p|div|ul|ol|tr|(?P<item>li)|h(?P<rank>[1-6]))\b[^<>\n]{0,300}>", re.I)
#: Marks of a quotation or a box before each of its lines.
_QUOTE = re.compile(r"^[ \t]*+(?:>[ \t]?)++", re.M)
_TABLE_ROW = re.compile(r"^[ \t]*+\|.*\|[ \t]*$", re.M)
_TABLE_RULE = re.compile(r"^[ \t]*+(?:\|[ \t]*+)?:?-{2,}+:?[ \t]*+(?:\|[ \t:|-]*+)?$", re.M)
_FRONT_MATTER = re.compile(r"\A---\n.*?\n---\n", re.S)
#: A list of sentences under a key, which is a part of the article and no note about its file.
_SENTENCES = re.compile(r"^[ \t]*+[\w -]{3,40}:[ \t]*\n(?:[ \t]*-[ \t]+\"?[^\W\d_]\w*(?:,? [\w'-]+){3,}.*\n){2}", re.M)
#: Lines of a front matter that only tell of its file.
_NOTE = re.compile(r"^[ \t]*+(?:-[ \t]+)?(?:\w*id|slug|date|layout|image|tags|draft|author|url|permalink):.*$", re.M)
#: A field of front matter, and the marks around its values.
_FIELD = pattern(r"[ \t]*({markup.fields}|{markup.names})([ \t]*:)[ \t]*[^\s|>]")
_NAMES = words("markup.names")
#: A key of front matter over a list that is read whatever its items are, and an item of it.
_LISTING = pattern(r"[ \t]*({markup.listings})[ \t]*:[ \t]*$")
_LISTED = re.compile(r"[ \t]*-[ \t]+\S")
#: An item of a list of things with fields of their own.
_THING = re.compile(r"[ \t]*-[ \t]+\w+[ \t]*:")
_VALUE_MARKS = re.compile(r"[\"\[\]{}_]|(?<!\w)'|'(?!\w)")
_INK = re.compile(r"[^\n]")


def visible(text: str) -> str:
    """Blank out markup, so that each character that a reader sees keeps its place.

    The cells of a table row are parted by colons: a row reads like a label and what is said of it.
    """
    text = _LINE_TAG.sub(_as_line, text)
    text = _FRONT_MATTER.sub(_as_fields, text)
    for markup in (_QUOTE, _TABLE_RULE, _MARKUP):
        text = markup.sub(_blank, text)
    return _TABLE_ROW.sub(_as_item, text)


def _blank(match: re.Match[str]) -> str:
    return _INK.sub(" ", match.group())


def _as_line(tag: re.Match[str]) -> str:
    """Write a tag as the end of a line, and what it opens as Markdown, in the same length."""
    opens = not tag.group().startswith("</")
    mark = "•" if tag.group("item") else "#" * min(int(tag.group("rank") or 0), len(tag.group()) - 1)
    return ("\n" + (mark if opens else "")).ljust(len(tag.group()))


def _as_fields(front: re.Match[str]) -> str:
    """Keep of front matter the fields that tell of the pose, "level: beginner", and its names; blank out all others.

    A field is kept where it stands first, and not within a list of other things; so is a list of whom the pose is
    not for, or of what it is good for. Where the front matter holds the article itself, lists of sentences under
    keys, only what tells of its file is blanked out.
    """
    holds_article = _SENTENCES.search(front.group()) is not None
    kept: set[str] = set()
    lines: list[str] = []
    inside: int | None = None
    listing = False
    for line in front.group().split("\n"):
        indent = len(line) - len(line.lstrip())
        opens = _LISTING.match(line) is not None
        listing = opens or (listing and _LISTED.match(line) is not None and not _THING.match(line))
        if listing:
            lines.append(line[:indent] + line[indent:].capitalize() if opens else _VALUE_MARKS.sub(" ", line))
            continue
        if _THING.match(line):
            inside = indent
        elif inside is not None and indent <= inside:
            inside = None
        field = _FIELD.match(line) if inside is None else None
        key = field.group(1).casefold() if field else ""
        if field is None or key in kept:
            lines.append(_NOTE.sub(_blank, line) if holds_article else _INK.sub(" ", line))
            continue
        kept.add(key)
        label = " " * field.end(2) if key in _NAMES else line[:indent] + line[indent : field.end(2)].capitalize()
        shown = label + line[field.end(2) :]
        lines.append(_VALUE_MARKS.sub(" ", shown))
    return "\n".join(lines)


def _as_item(row: re.Match[str]) -> str:
    """Write a table row as a list item of the same length."""
    cells = row.group()
    first, last = cells.index("|"), cells.rindex("|")
    return " " * first + "•" + cells[first + 1 : last].replace("|", ":") + " " * (len(cells) - last)
