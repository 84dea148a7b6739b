"""Lines that stand over others: headings and their sections, and captions of pictures."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from yogakg.lexicon import Token
from yogakg.loaders.article.recognition.cues import Cues
from yogakg.loaders.article.recognition.words import pattern, words

#: Sections that a heading over all of an article names together: "Meaning, Benefits and Steps".
_MAIN = words("headings_form.main")
_SMALL = words("headings_form.small")
_WARNING = "contraindications"
_FORMS, _TYPE = "variations", "type"
#: Sections that give no facts, or hardly any.
_PASSED = frozenset({"ignore", "asides"})
_SHOWN = words("captions.shown")
_FINITE = words("captions.finite_verbs")
_LABELLED = pattern(r"^{captions.labels}\b[^.]{0,60}(?:[:–-]|{captions.credits}\b)")
_ATTRIBUTES = words("sections.attributes")
#: Words of the longest name of a pose in a heading.
_NAME = 3
_DASHED_COLON = re.compile(r"\s*:\s?[-–—]+$")  # "Duration :-"
_DASHED = re.compile(r"\w\s*[-–—]\s+\w")
_ASIDE = re.compile(r"\(([^()]*)\)")
_SENTENCE_BREAK = re.compile(r"[.!?]\s+\S")
#: Poses in a list, which is no heading though one is called a stretch.
_POSES = re.compile(r"\w{3,}asana\b(?=\s*(?:[,;]|$))", re.IGNORECASE)

#: The section whose headings say least: "Overview", "At a glance".
_LEAST = "about"


def heading_section(line: str, cues: Cues) -> str | None:
    """Return the section that a heading opens, or None if its words say none, or several.

    The longest cue decides; of two equally long, the last (English heads stand on the right),
    but one that opens the heading wins over one in its middle.
    """
    return _section(cues.tokenize(line), cues)


def _section(tokens: Sequence[Token], cues: Cues) -> str | None:
    found = cues.headings.find(tokens)
    if not found or len({sections[0] for _, _, sections in found} & _MAIN) > 1:
        return None
    if any(sections[0] == _WARNING for _, _, sections in found) and any(
        sections[0] in _PASSED for _, _, sections in found
    ):
        return _WARNING  # "Common Mistakes and Cautions"
    found = [match for match in found if match[2][0] != _LEAST] or found  # "Benefits at a glance"
    if any(sections[0] == _FORMS for _, _, sections in found):
        found = [match for match in found if match[2][0] != _TYPE]  # "Types and variations"
    _, _, sections = max(found, key=lambda match: (match[1] - match[0], match[0] == 0, match[0]))
    return sections[0]


def looks_like_heading(line: str, cues: Cues) -> bool:
    """Say whether a line has the form of a heading: short, no sentence, of the words that headings have."""
    bare = _DASHED_COLON.sub(":", line.strip(" *_#\u00a0"))
    if len(bare) > 90 or "\n" in bare:
        return False
    if bare.rstrip("\"”’'").endswith((".", ";")) and not bare.endswith("..."):
        return False
    if len(_POSES.findall(bare)) > 1:
        return False  # "Cat Stretch, Bhujangasana, Pavanamuktasana"
    signs = cues.tokenize(bare)
    tokens = _spoken(signs)
    if not 0 < len(tokens) <= 12:
        return False
    section = _section(signs, cues)
    if section is not None and _is_told_aside(bare, cues):
        return False
    if section is None and names_both(bare, cues):
        return True
    if bare.endswith(",") and _is_whole(tokens, cues):
        return True
    if bare.endswith((".", "!", ",")) and not _is_exclaimed_or_open(bare, tokens, section):
        return False
    if bare.endswith(":"):
        return len(tokens) <= 8
    if bare.endswith("?"):
        return section is not None or len(tokens) <= 10
    if _is_main(section, bare) and _is_whole(tokens, cues):
        return True
    if section is None or ":" in bare or tells_effect(tokens, cues):
        return False
    if dash := _DASHED.search(bare):
        opening = _spoken(cues.tokenize(bare[: dash.start() + 1]))
        if section in _ATTRIBUTES or _is_whole(opening, cues):
            return False  # "Level – Beginner", "Precautions - Hernia"
    return _is_titled(tokens, bare, cues)


def sections_named(line: str, cues: Cues) -> set[str]:
    """Return all sections that the words of a line name: "Benefits, Method & Caution" names three."""
    return {sections[0] for _, _, sections in cues.headings.find(_spoken(cues.tokenize(line)))}


def names_both(line: str, cues: Cues) -> bool:
    """Say whether a line is the heading of benefits and warnings, and of nothing else: "Benefits & Cautions"."""
    tokens = _spoken(cues.tokenize(line))
    return sections_named(line, cues) == {"benefits", _WARNING} and _is_whole(tokens, cues)


def _is_told_aside(line: str, cues: Cues) -> bool:
    """Say whether only a remark in parentheses has words of headings: "High blood pressure (don't hold for long)"."""
    aside = _ASIDE.search(line)
    if aside is None or heading_section(line[: aside.start()] + line[aside.end() :], cues) is not None:
        return False
    return not _is_whole(_spoken(cues.tokenize(aside.group(1))), cues)  # "Vidhi (Method)"


def is_whole_heading(line: str, cues: Cues) -> bool:
    """Say whether a line is nothing but the usual heading of a section with text of its own."""
    tokens = cues.tokenize(line)
    return _is_main(_section(tokens, cues), line) and _is_whole(_spoken(tokens), cues)


def is_heading(line: str, cues: Cues) -> bool:
    """Say whether a line is nothing but the words of a heading: "Benefits"."""
    return _is_whole(_spoken(cues.tokenize(line)), cues)


def _is_main(section: str | None, line: str) -> bool:
    return section in _MAIN and len(line.split()) > 1


def _spoken(tokens: Iterable[Token]) -> list[Token]:
    return [token for token in tokens if token.norm[0].isalnum()]


def _is_whole(tokens: Sequence[Token], cues: Cues) -> bool:
    """Say whether words are those of a heading and no others."""
    covered = {place for first, last, _ in cues.headings.find(tokens) for place in range(first, last)}
    return bool(covered) and all(place in covered or token.norm == "and" for place, token in enumerate(tokens))


def _is_exclaimed_or_open(bare: str, tokens: Sequence[Token], section: str | None) -> bool:
    """Say whether a line that ends like a sentence is a heading all the same: "Benefits!", "How to do it ..."."""
    return bare.endswith("...") or (bare.endswith("!") and section is not None and len(tokens) <= 4)


def tells_effect(tokens: Sequence[Token], cues: Cues) -> bool:
    """Tell a benefit from a heading: "Tones the abdominal muscles"."""
    opening = tokens[0]
    return (
        (len(tokens) > 2 or (len(tokens) == 2 and tokens[1].text[0].islower()))
        and opening.text.endswith("s")
        and tokens[1].norm not in {"of", "and"}
        and any(cue.role == "effect" for cue in cues.matcher.get_folded(opening.norm))
        and cues.headings.get_folded(opening.norm)[:1] != ("benefits",)
    )


def _is_titled(tokens: Sequence[Token], bare: str, cues: Cues) -> bool:
    """Say whether a line is made of heading words mostly, or written with capitals on its main words."""
    covered = sum(last - first for first, last, _ in cues.headings.find(tokens))
    others = [token for token in tokens if not token.text[0].isupper() and token.norm not in _SMALL]
    if covered >= len(tokens) / 2 or (len(tokens) <= 7 and len(others) <= covered):
        return tokens[0].text[0].isupper() or covered == len(tokens) or bare[0].isdigit()
    if _is_of_something(tokens, bare, cues):
        return True
    main = [token.text for token in tokens if len(token.text) > 3]
    return bool(main) and not any(word[0].islower() for word in main)


def _is_of_something(tokens: Sequence[Token], bare: str, cues: Cues) -> bool:
    """Say whether a line opens with the usual heading of a section, of a name in small letters: "Benefits of crow"."""
    opening = [last for first, last, (section, *_) in cues.headings.find(tokens) if first == 0 and section in _MAIN]
    of = opening[0] if opening else len(tokens)
    few = len(tokens) <= of + _NAME + 1
    return few and bare[0].isupper() and [token.norm for token in tokens[of : of + 1]] == ["of"]


def advises(tokens: Sequence[Token], cues: Cues) -> bool:
    """Say whether words advise to avoid the pose or to take care, which no caption does."""
    found = cues.matcher.find(tokens)
    return any(cue.role == "advice" and cue.value != "modify" for _, _, matched in found for cue in matched)


def is_caption(paragraph: str, cues: Cues) -> bool:
    """Say whether a paragraph only describes a picture: one noun phrase about something shown, with no finite verb."""
    bare = paragraph.strip()
    if _LABELLED.match(bare):
        return True
    if len(bare) > 1000 or _SENTENCE_BREAK.search(bare) or ":" in bare[:25] or ";" in bare:
        return False
    tokens = [token for token in cues.tokenize(bare) if token.norm[0].isalnum()]
    lower = [token.text.casefold().replace("’", "'") for token in tokens]
    if not 4 <= len(tokens) <= 45 or not _FINITE.isdisjoint(lower):
        return False
    shown = next((place for place, token in enumerate(tokens[:7]) if token.norm in _SHOWN), None)
    if shown is None or advises(tokens, cues):
        return False
    # "Woman doing Tree Pose", but not "Pregnant and menstruating women".
    return lower[0] in {"a", "an"} or any(word.endswith(("ing", "ed")) and len(word) > 4 for word in lower[shown + 1 :])
