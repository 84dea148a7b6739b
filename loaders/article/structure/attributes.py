"""Lines that only list attributes of a pose: "Restorative · All levels", "4.6 · Intermediate · 45 seconds"."""

from __future__ import annotations

import re

from yogakg.lexicon import Lexicon
from yogakg.loaders.article.recognition.cues import Cues
from yogakg.loaders.article.recognition.words import pattern, words
from yogakg.loaders.article.structure.headings import heading_section
from yogakg.loaders.article.structure.segment import LONGEST_ATTRIBUTES

#: Sections that list poses, under which one attribute alone is none.
_SEQUENCES = words("sections.sequences")
_FAMILIES = ("Level", "Style", "PoseCharacteristic")
_PIECES = re.compile(r"\s*[·|•,/]\s*|\s+[-–—]\s+")
#: A time or a rating among them: "45 seconds", "4.6".
_MEASURE = pattern(r"[\d.,/–—-]+\s*(?:{sections.measures})?(?:\s*{practice.sides}|/ ?side)?")
#: Sections in which times and ratings may stand among them.
_DESCRIBING = frozenset({None, "about", "type", "level"})
#: "How it is done: seated": a heading whose value is a kind of pose.
_LABEL = re.compile(r"([^:–—-]{3,40}?)(?:\s[-–—]\s|\s?:\s)")
_TELLS_KIND = frozenset({"steps", "type"})
_KIND = "PoseCharacteristic"
_POSE_WORD = re.compile(r"\s+(?:pose|asana|posture)$", re.I)


def tells_attributes(line: str, section: str | None, lexicon: Lexicon, cues: Cues) -> bool:
    """Say whether a short line under a section only lists what kind of pose it is."""
    if len(line) > LONGEST_ATTRIBUTES:
        return False
    line = line.strip().rstrip(".")
    label = _LABEL.match(line)
    if label and heading_section(label.group(1), cues) in _TELLS_KIND:
        line = line[label.end() :]
        if not lexicon.named(_POSE_WORD.sub("", line), _KIND):
            return False
    pieces = _pieces(line)
    if not pieces or (len(pieces) == 1 and section in _SEQUENCES):
        return False
    return all(_is_attribute(piece, lexicon) for piece in pieces)


def lists_attributes(line: str, section: str | None, lexicon: Lexicon) -> bool:
    """Say whether a line under a section lists several attributes, and times and ratings beside them."""
    if len(line) > LONGEST_ATTRIBUTES:
        return False
    pieces = _pieces(line)
    measured = section in _DESCRIBING  # elsewhere times are others
    named = [_is_attribute(piece, lexicon) for piece in pieces]
    may_be = (
        is_named or (measured and _MEASURE.fullmatch(piece)) for is_named, piece in zip(named, pieces, strict=True)
    )
    return len(pieces) > 1 and any(named) and all(may_be)


def _is_attribute(piece: str, lexicon: Lexicon) -> bool:
    told = _POSE_WORD.sub("", piece)
    parts = (told,) if lexicon.named(told, *_FAMILIES) else tuple(told.split())  # "standing balance"
    return all(lexicon.named(part, *_FAMILIES) for part in parts)


def _pieces(line: str) -> list[str]:
    return [piece for piece in map(str.strip, _PIECES.split(line.strip().rstrip("."))) if piece]
