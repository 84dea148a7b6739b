"""What the parts of a Sanskrit name mean."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from yogakg.facts import Claim, NameElement
from yogakg.lexicon import fold
from yogakg.loaders.article.context import Passage, Reader, rule
from yogakg.loaders.article.words import group, pattern, words

_SANSKRIT_WORDS = words("etymology.sanskrit_words")
_NOT_SANSKRIT = words("etymology.not_sanskrit")
_SPELLINGS: dict[str, str] = group("etymology.spellings")
_PROSE = words("etymology.prose_sections") | {None}
_OTHER_SECTIONS = words("etymology.sections_without_names")
_QUOTES = re.compile(r"[\"“”‘]|(?<!\w)['’]|['’](?!\w)")
_WORD_BEFORE = re.compile(r"(\w+)[ \u00a0]$")
_MARKED = re.compile("[āīūṛṃṅñṭḍṇśṣ]")
_IN_SANSKRIT_NAME = pattern(r"{etymology.name_endings}\b")

_LETTERS = r"[a-zāīūṛṝḷṃṁḥṅñṭḍṇśṣ'’]"
_QUOTE = r"[\"'“”‘’*_]{0,4}"
_END = r"(?=$|[,.;)]|\b{etymology.after_meaning}\b)"
#: "janu – knee", a line of its own.
_GLOSS = pattern(
    rf"^{_QUOTE}(?P<element>{_LETTERS}{{2,20}}(?:[ -]{_LETTERS}{{2,20}}){{0,2}}){_QUOTE}(?:\s*\([^)]*\))?"
    rf"\s*(?:=|–|—|-|:|→|{{etymology.glosses}})\s*{_QUOTE}(?P<meaning>[^.;,(=]{{2,40}}?){_QUOTE}[.,;]?$"
)
#: "adho meaning downward", "Matsya comes from the word for fish".
_MEANS = pattern(
    rf"{_QUOTE}(?P<element>\b{_LETTERS}{{2,22}}){_QUOTE}\s*(?:\([^)]{{1,40}}\)\s*)?"
    rf"(?:in \w+ )?(?:,?\s*(?:which |that )?\b{{etymology.means}}|=)"
    rf"\s*(?:{{etymology.articles}} )?{_QUOTE}"
    rf"(?P<meaning>\w[\w ’/-]{{1,40}}?(?:[\"'”’] or [\"'“‘]\w[\w ]{{1,30}}?)?){_QUOTE}\s*{_END}"
)
#: "adho is down, mukha is face": only in small letters or quotes, and of few words.
_IS = re.compile(
    r"(?:^|[,;:]\s*|\band )[\"'“‘]?(?P<element>[a-zāīūṛṅñṭḍṇśṣ]{2,20})[\"'”’]?\s+(?:is|[-–—]|it is)\s+(?:the |an? )?"
    r"(?P<meaning>[a-z]+(?: [a-z]+){0,2})(?=[,.;]|$)"
)
#: "from baka, “crane”": the meaning in quotation marks.
_QUOTED = re.compile(
    rf"[\"'“‘]?(?P<element>\b{_LETTERS}{{2,20}}?)[\"'”’]?\s*[,:]?\s+[\"“‘](?P<meaning>\w[\w ’-]{{1,30}})[\"”’]", re.I
)
#: "Matsya is the Sanskrit for fish."
_SANSKRIT_FOR = re.compile(
    rf"[\"'“‘]?(?P<element>\b{_LETTERS}{{2,20}}?)[\"'”’]?\s+is (?:the )?sanskrit (?:word |name |term )?for "
    r"(?:the |an? )?[\"“‘]?(?P<meaning>\w+(?: \w+){0,2}?)[\"”’]?(?=[.,;)]|$)",
    re.I,
)
#: "adho (down)".
_IN_PARENTHESES = re.compile(
    rf"{_QUOTE}(?P<element>\b{_LETTERS}{{2,20}}){_QUOTE}\s*\({_QUOTE}(?:meaning |= ?)?{_QUOTE}"
    rf"(?P<meaning>[a-z][a-z '’/-]{{2,30}}?){_QUOTE}\)",
    re.I,
)
#: "Bakasana translates as Crane Pose".
_WHOLE_NAME = re.compile(
    r"(?P<element>\b(?:[A-ZĀĪŪŚ]\w+ ){0,3}[A-ZĀĪŪŚ]\w*asana\b)\s*(?:\([^)]*\)\s*)?(?:literally )?"
    r"(?:means|(?:translates|is translated) (?:to|as|into))\s+(?:the |an? )?[\"'“‘]?"
    r"(?P<meaning>[A-Z][\w'’-]*(?:[ -][\w'’-]+){0,5}?)"
    r"(?:[\"'”’]|(?=[.,;)]|$| in | and | because ))"
)
#: "kumbhaka, meaning “inhaling, holding and exhaling”": the meaning in quotation marks, with commas in it.
_MEANS_QUOTED = pattern(
    rf"{_QUOTE}(?P<element>\b{_LETTERS}{{2,22}}){_QUOTE}\s*(?:,?\s*(?:which |that )?\b{{etymology.means}})"
    rf"\s*(?:{{etymology.articles}} )?[\"“‘](?P<meaning>\w[^\"“”]{{1,70}}?)[,.]?[\"”]"
)
#: "It means anjaneya – son of Anjani".
_DASHED = pattern(
    rf"\b(?:means|words?|from|sanskrit)\s+{_QUOTE}(?P<element>{_LETTERS}{{3,20}}){_QUOTE}\s+[-–—=]\s+"
    rf"{_QUOTE}(?P<meaning>\w[\w ’'-]{{1,30}}?){_QUOTE}\s*(?=[,.;)]|\band\b|$)"
)
#: How a sentence tells what a name means, and what it must have to do so.
_WITHIN_SENTENCES = (
    (re.compile(r"[\"“‘]"), _MEANS_QUOTED),
    (pattern(r"\b{etymology.means}|="), _MEANS),
    (re.compile(r"\("), _IN_PARENTHESES),
    (re.compile(r"\sis\s|\s[-–—]\s"), _IS),
    (re.compile(r"[\"“‘]"), _QUOTED),
    (re.compile(r"sanskrit", re.I), _SANSKRIT_FOR),
    (re.compile(r"\s[-–—=]\s"), _DASHED),
)


@rule("hasNameElement")
def name_element(passage: Passage, reader: Reader) -> Iterator[Claim]:
    """What a part of the Sanskrit name means: "janu – knee", "adho meaning downward"."""
    if passage.section in _OTHER_SECTIONS or (passage.section not in _PROSE and passage.kind != "paragraph"):
        return
    text = passage.sentence.text
    own = _own_names(reader.subject.labels)
    for match in _WHOLE_NAME.finditer(text) if "asana" in text else ():
        yield _claim(passage, match)
    gloss = _GLOSS.match(text) if passage.alone else None
    if gloss and _is_gloss(gloss, own):
        yield _claim(passage, gloss)
        return
    told_places: set[int] = set()
    for sign, told in _WITHIN_SENTENCES:
        for match in told.finditer(text) if sign.search(text) else ():
            element = _element(match)
            if match.start("element") in told_places or _is_second_name(match):
                continue
            if _is_sanskrit(element, own) and not _is_whole_name(element) and not _is_glossed_noun(match):
                told_places.add(match.start("element"))
                yield _claim(passage, match)


RULES = (name_element,)


def _claim(passage: Passage, match: re.Match[str]) -> NameElement:
    meaning = " ".join(_QUOTES.sub(" ", match.group("meaning")).split()).removesuffix(" in Sanskrit")
    return NameElement(span=passage.span, rule=name_element.name, element=_element(match), meaning=meaning)


def _element(match: re.Match[str]) -> str:
    return match.group("element").strip("'’‘\"")


def _is_whole_name(word: str) -> bool:
    return fold(word).endswith("asana") and len(word) > len("asana")


def _is_glossed_noun(match: re.Match[str]) -> bool:
    """Say whether "asana" stands as a common noun with its translation: "This asana (pose) calms the mind"."""
    is_plain = _QUOTES.search(match.group()) is None and "meaning" not in match.group()
    alone = len(_IN_PARENTHESES.findall(match.string)) == 1
    return match.re is _IN_PARENTHESES and is_plain and alone and fold(match.group("element")) in {"asana", "asan"}


def _is_second_name(match: re.Match[str]) -> bool:
    """Say whether a name of several words and its English name stand together: "Viparita Karani (Waterfall Pose)"."""
    if match.re is not _IN_PARENTHESES or not match.group("meaning")[0].isupper():
        return False
    before = _WORD_BEFORE.search(match.string, 0, match.start("element"))
    return before is not None and before.group(1)[0].isupper() and _element(match)[0].isupper()


def _is_gloss(match: re.Match[str], own: str) -> bool:
    """Say whether a line of its own glosses a part of a name, and is no list of poses."""
    element = match.group("element")
    if _MEANS.search(match.group("meaning")):
        return False  # several parts of a name in one line
    return not _is_whole_name(element) and _is_sanskrit(element, own) and len(match.group("meaning").split()) <= 6


def _is_sanskrit(word: str, own: str) -> bool:
    """Say whether a word is a part of the pose's own names, or a known part of others, or is written with marks."""
    plain = word.casefold()
    if _MARKED.search(plain) or all(part in _SANSKRIT_WORDS for part in re.split(r"[ -]", plain)):
        return True
    key = _plain(word)
    if len(key) < 3 or plain in _NOT_SANSKRIT:
        return False
    return key in own or (len(key) > 3 and key[:-1] in own)


@lru_cache(maxsize=16)
def _own_names(labels: tuple[str, ...]) -> str:
    """Return the Sanskrit names of a pose as :func:`_plain` spells them."""
    return " ".join(_plain(name) for name in labels if _IN_SANSKRIT_NAME.search(name))


def _plain(name: str) -> str:
    """Spell a Sanskrit name so that its usual spellings fall together."""
    key = fold(name).replace(" ", "")
    for written, plain in _SPELLINGS.items():
        key = key.replace(written, plain)
    return key
