"""What the parts of a Sanskrit name mean."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from yogakg.facts import Claim, NameElement
from yogakg.lexicon import fold
from yogakg.loaders.article.context import Passage, Reader, rule
from yogakg.loaders.article.recognition.words import group, pattern, words

_SANSKRIT_WORDS = words("etymology.sanskrit_words")
_NOT_SANSKRIT = words("etymology.not_sanskrit")
#: Words of all yoga, which explain no name of a pose: "the flow of prana (life force)".
_GENERAL = words("etymology.general")
_SPELLINGS: dict[str, str] = group("etymology.spellings")
_PROSE = words("etymology.prose_sections") | {None}
_OTHER_SECTIONS = words("etymology.sections_without_names")
_QUOTES = re.compile(r"[\"“”‘]|(?<!\w)['’]|['’](?!\w)")
_WORD_BEFORE = re.compile(r"(\w+)[ \u00a0]$")
_BEFORE_MEANING = pattern(r"^(?:the|an?) ")
_AFTER_MEANING = pattern(r" (?:and|or|,)$")
_KINDS_OF_POSE = words("attribute_words.pose_nouns") | words("etymology.kinds_of_pose")
_DESCRIBES = pattern(r"(?:ed|ing|ful|al|ic|ive|ous|able|ible|{etymology.describing})$")
_NO_ADJECTIVES = words("etymology.no_adjectives")
#: "Meaning: Bound Angle Pose", an attribute.
_LABEL = re.compile(r"(?<![^\n])[*_ ]*(?:meaning|translation|in english)[*_ ]*[:–-][*_ ]*\Z", re.I)
#: Characters of the longest such label with its marks.
_LABEL_REACH = 40
#: Parts of a name of which one at least would be the pose's own.
_WHOLE_OTHER_NAME = 3
#: Letters of the shortest part of a name that tells itself.
_SHORTEST_PART = 3
_ENGLISH_NAME = re.compile(r"(?:[A-Z][\w'’-]*(?: (?:of|the|to|and|in|or|/))*(?: |\W*$)){1,6}$")
_MARKED = re.compile("[āīūṛṃṅñṭḍṇśṣ]")
_IN_SANSKRIT_NAME = pattern(r"{etymology.name_endings}\b")

_TELLS_OF_POSE = pattern(r"(?:{etymology.pointing_at_pose})\b")

_LETTERS = r"[a-zāīūṛṝḷṃṁḥṅñṭḍṇśṣ'’]"
_QUOTE = r"[\"'“”‘’*_]{0,4}"
_END = r"(?=$|[,.;()·]|[–—]|\s{2}|\b{etymology.after_meaning}\b)"
#: A part of a name, which may be of several words: "adho mukha".
_ELEMENT = rf"(?P<element>\b(?:{_LETTERS}{{2,22}}[ -]){{0,3}}?{_LETTERS}{{2,22}})"
_TRANSLATES = r"(?:(?:is|can be|may be) )?(?:\w+ly |often |sometimes )?(?:be )?translate[sd]? (?:\w+ly )?(?:to|as|into)"
#: "janu – knee", "janu - means knee", a line of its own.
_GLOSS = pattern(
    rf"^{_QUOTE}(?P<element>{_LETTERS}{{2,20}}(?:[ -]{_LETTERS}{{2,20}}){{0,2}}){_QUOTE}(?:\s*\([^)]*\))?"
    rf"\s*(?:[-–—:]?\s*{{etymology.glosses}}\b|=>|->|=|–|—|-|:|→)\s*{_QUOTE}(?P<meaning>[^.;,(=·]{{2,40}}?){_QUOTE}(?:\s*\([^()]*\))?[.,;]?$"
)
#: "Tri: three." and "Vira: hero, warrior.", which is the whole of a sentence.
_LABELLED = re.compile(
    rf"^{_QUOTE}(?P<element>(?i:{_LETTERS}){{2,20}}){_QUOTE}\s*:{_QUOTE}\s+"
    rf"(?P<meaning>[a-z-]+(?: [a-z-]+){{0,2}}(?:, [a-z-]+(?: [a-z-]+)?)?)[.,;]?$"
)
#: "tri   - three", a line of several.
_LINED = re.compile(
    rf"^\s*{_QUOTE}(?P<element>{_LETTERS}{{2,20}}){_QUOTE}\s*(?:\s[-–—]|[=:])\s+"
    rf"{_QUOTE}(?P<meaning>[a-z][a-z ’',/-]{{1,40}}?){_QUOTE}[.,;]?\s*$",
    re.I,
)
#: "adho meaning downward", "Matsya comes from the word for fish".
_MEANS = pattern(
    rf"{_QUOTE}{_ELEMENT},?{_QUOTE}\s*(?:\([^)]{{1,40}}\)\s*)?"
    rf"(?:\bin \w+ )?(?:is an? (?:sanskrit )?(?:word|term|name) )?"
    rf"(?:,?\s*(?:which |that )?(?:in sanskrit,? )?\b(?:{{etymology.means}}|{_TRANSLATES})|=)"
    rf"\s*(?:{{etymology.articles}} )?{_QUOTE}"
    rf"(?P<meaning>\w[\w ’/-]{{1,40}}?(?:[\"'”’] or [\"'“‘]\w[\w ]{{1,30}}?)?){_QUOTE}\s*{_END}"
)
#: "adho is down, mukha is face", "Padma is a lotus": of few words.
_IS = pattern(
    rf"(?:^|[,;:(]\s*|\.\s+(?=[\"“])|\b(?:and|while|{{etymology.speaking}},?|of|word|in sanskrit,?)\s+)"
    rf"{_QUOTE}(?P<element>{_LETTERS}{{2,20}}){_QUOTE}"
    rf"(?:(?:,? in sanskrit)?\s*,?\s+is|\s+[-–—]\s*(?:it is)?|,? it is)\s+(?P<article>{{etymology.articles}} )?{_QUOTE}"
    rf"(?P<meaning>[a-z-]+(?: [a-z-]+){{0,2}}?(?:[\"'”’] or [\"'“‘][a-z-]+(?: [a-z-]+)?)?){_QUOTE}"
    r"(?=\s*(?:[,.;)]|$|\b(?:and|that|which|who|in sanskrit)\b))"
)
#: Names and meanings with nothing between, if a line is all of such: "ardha half, chandra moon".
_PAIR = rf"{_QUOTE}{_LETTERS}{{3,20}}{_QUOTE}\s+[a-z]+(?: [a-z]+)?"
_PAIRS = re.compile(rf"^\s*(?:{_PAIR})(?:\s*[,;/+·]\s*(?:{_PAIR}))+\.?\s*$", re.I)
_OF_PAIRS = re.compile(rf"{_QUOTE}(?P<element>\b{_LETTERS}{{3,20}}){_QUOTE}\s+(?P<meaning>[a-z]+(?: [a-z]+)?)", re.I)
#: "(eka, one; pada, foot or leg)": in parentheses, parted by semicolons.
_PARTED = re.compile(
    rf"(?<=[(;])\s*{_QUOTE}(?P<element>{_LETTERS}{{2,20}}){_QUOTE},\s+"
    rf"{_QUOTE}(?P<meaning>[a-z][a-z /-]{{2,30}}?){_QUOTE}(?=\s*;|\s*\))",
    re.I,
)
#: "(adho: down, mukha: face)": in parentheses, with a mark between.
_MARKED_OFF = re.compile(
    rf"(?<=[(;,])\s*{_QUOTE}(?P<element>{_LETTERS}{{2,20}}){_QUOTE}(?:\s*[:=]\s*|\s+[–—-]\s+)"
    rf"{_QUOTE}(?P<meaning>[a-z][a-z /-]{{2,30}}?){_QUOTE}(?=\s*[,;)])",
    re.I,
)
#: "Vira: Hero; Bhadra: Good", "tri – three / kona – angle": a line of nothing but such.
_MARKED_PAIR = rf"{_QUOTE}{_LETTERS}{{2,20}}{_QUOTE}(?:\s*[:=]\s*|\s+[–—-]\s+){_QUOTE}[a-z][a-z ’'-]{{2,30}}?{_QUOTE}"
_MARKED_PAIRS = re.compile(rf"^\s*{_MARKED_PAIR}(?:\s*[;/+·]\s*{_MARKED_PAIR})+[.;]?\s*$", re.I)
_OF_MARKED_PAIRS = re.compile(
    rf"(?:^|[;/+·])\s*{_QUOTE}(?P<element>{_LETTERS}{{2,20}}){_QUOTE}(?:\s*[:=]\s*|\s+[–—-]\s+)"
    rf"{_QUOTE}(?P<meaning>[a-z][a-z ’'-]{{2,30}}?){_QUOTE}(?=\s*(?:[;/+·]|[.;]?\s*$))",
    re.I,
)
#: "(ardha half, chandra moon)": such pairs alone.
_PAIRS_WITHIN = re.compile(rf"(?<=\()\s*(?:{_PAIR})(?:\s*[,;/+·]\s*(?:{_PAIR}))+(?=\s*\))", re.I)
#: "“Baka”, crane, and …": the name in quotation marks.
_QUOTED_APPOSED = pattern(
    rf"[\"“‘](?P<element>{_LETTERS}{{2,20}}),?[\"”’],? (?!{{etymology.no_meaning}}\b)"
    r"(?P<meaning>[a-z]+(?: [a-z]+)?)(?=\s*(?:[,.;)]|$|\band\b))"
)
#: "The name comes from Hanuman, a monkey god who …": a being with an article.
_FROM = pattern(
    rf"\b(?:from|after)  ?{_QUOTE}(?P<element>{_LETTERS}{{3,20}}){_QUOTE} ?, {_QUOTE}(?:the|an?) "
    r"(?P<meaning>[a-z]+(?: [\w'’-]+){0,4}?)(?=[,.;)]|$| (?:who|that|which|with|and) )"
)
#: "from salabha, which means locust, and asana, posture": after another part.
_APPOSED = re.compile(
    rf"\band {_QUOTE}(?P<element>{_LETTERS}{{3,20}}){_QUOTE}(?:, (?:the |an? )?| for (?:the |an? )?)[\"“‘]?"
    r"(?P<meaning>[a-z]+(?: [a-z]+)?)(?=[.,;)\"”’]|$)"
)
#: "named after the sage Marichi".
_NAMED_FOR = pattern(
    rf"\b{{etymology.named_for}} (?:the |an? )?(?P<meaning>(?:[a-z]+ ){{0,2}}?{{etymology.persons}})"
    rf"(?: named| called|,)? {_QUOTE}(?P<element>{_LETTERS}{{3,20}})"
)
#: "from baka, “crane”": the meaning in quotation marks.
_QUOTED = re.compile(
    rf"[\"'“‘*_]{{0,3}}(?P<element>\b{_LETTERS}{{2,20}}?)[\"'”’*_]{{0,3}}(?:\s*\([^()\w]*[^()a-z]{{1,30}}\))?\s*[,:]?\s+"
    r"[\"“‘](?P<meaning>\w[\w ’-]{1,30}(?:[\"”’] or [\"“‘]\w[\w ’-]{1,30})?)[\"”’]",
    re.I,
)
#: "“baka” for “crane”": both in quotation marks.
_QUOTED_FOR = re.compile(
    rf"[\"“‘'](?P<element>{_LETTERS}{{2,20}}),?[\"”’']\s+for\s+[\"“‘'](?P<meaning>\w[\w ’-]{{1,30}}),?[\"”’']", re.I
)
#: "Matsya is the Sanskrit for fish."
_SANSKRIT_FOR = re.compile(
    rf"[\"'“‘]?(?P<element>\b{_LETTERS}{{2,20}}?)[\"'”’]?,?\s+"
    r"(?:in sanskrit,? is (?:the |a )?(?:word|name|term) for |"
    r"(?:(?:which )?is |\()?(?:the |an? )?"
    r"sanskrit (?:word |name |term )?for )(?:the |an? )?[\"“‘]?(?P<meaning>\w+(?: \w+){0,2}?)[\"”’]?(?=[.,;)]|$)",
    re.I,
)
#: "The Sanskrit word for fish is matsya".
_WORD_FOR = re.compile(
    rf"\bsanskrit (?:word |name |term )?for (?:the |an? )?{_QUOTE}(?P<meaning>\w+(?: \w+){{0,2}}?){_QUOTE} is "
    rf"{_QUOTE}(?P<element>{_LETTERS}{{2,20}}){_QUOTE}(?=[,.;)]|$)",
    re.I,
)
#: "adho (down)".
_IN_PARENTHESES = re.compile(
    rf"{_QUOTE}{_ELEMENT}{_QUOTE}\s*\({_QUOTE}(?:meaning |= ?)?{_QUOTE}"
    rf"(?P<meaning>(?!or )[a-z][a-z '’/-]{{2,30}}?(?:, (?:or )?[a-z][a-z '’/-]{{2,30}}?)?){_QUOTE}\)",
    re.I,
)
#: "Bakasana translates as Crane Pose", "Bakasana, meaning crane pose", "Bakasana is literally the crane pose".
_WHOLE_NAME = re.compile(
    r"(?P<element>\b(?:[A-ZĀĪŪŚ]\w+ ){0,3}[A-ZĀĪŪŚ]\w*asana\b)\s*(?:\([^)]*\)\s*)?,?\s*(?:literally )?"
    r"(?:means|meaning|is literally|(?:translates|translating|is translated) (?:to|as|into))\s+(?:the |an? )?[\"'“‘]?"
    r"(?P<meaning>[A-Z][\w'’-]*(?:[ -][\w'’-]+){0,5}?|(?:[\w'’-]+[ -]){1,4}(?:pose|posture))"
    r"(?:[\"'”’]|(?=[.,;)]|$| in | and | because ))"
)
#: "kumbhaka, meaning “inhaling, holding and exhaling”": the meaning in quotation marks, with commas in it.
_MEANS_QUOTED = pattern(
    rf"{_QUOTE}{_ELEMENT}{_QUOTE}\s*(?:,?\s*(?:which |that )?(?:in sanskrit,? )?\b{{etymology.means}})"
    rf"\s*(?:{{etymology.articles}} )?[\"“‘]"
    rf"(?P<meaning>\w[^\"“”]{{1,70}}?(?:,?[\"”] or [\"“]\w[^\"“”]{{1,30}}?)?)[,.]?[\"”]"
)
#: "It means anjaneya – son of Anjani".
_DASHED = pattern(
    rf"\b(?:means|words?|from|sanskrit)\s+{_QUOTE}(?P<element>{_LETTERS}{{3,20}}){_QUOTE}\s+[-–—=]\s+"
    rf"{_QUOTE}(?P<meaning>\w[\w ’'-]{{1,30}}?){_QUOTE}\s*(?=[,.;)]|\band\b|$)"
)
#: How a sentence tells what a name means, and what it must have to do so.
_WITHIN_SENTENCES = (
    (re.compile(r"\([^()]*;"), _PARTED),
    (re.compile(r"\([^()]*[:=–—-]"), _MARKED_OFF),
    (re.compile(r"[\"“‘]"), _MEANS_QUOTED),
    (pattern(r"\b(?:{etymology.means}|translate[sd]?)\b|="), _MEANS),
    (re.compile(r"\("), _IN_PARENTHESES),
    (re.compile(r"\sis\s|\s[-–—]\s"), _IS),
    (re.compile(r"[\"“‘]"), _QUOTED_FOR),
    (re.compile(r"[\"“‘]"), _QUOTED),
    (re.compile(r"[\"”’],|,[\"”’]"), _QUOTED_APPOSED),
    (re.compile(r"\b(?:from|after)\b"), _FROM),
    (re.compile(r"sanskrit", re.I), _SANSKRIT_FOR),
    (re.compile(r"sanskrit", re.I), _WORD_FOR),
    (re.compile(r"\s[-–—=]\s"), _DASHED),
    (re.compile(r"named|dedicated", re.I), _NAMED_FOR),
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
    if (
        passage.first
        and _ENGLISH_NAME.match(text)
        and not _is_whole_name(text)
        and _LABEL.search(reader.text, max(0, passage.span.start - _LABEL_REACH), passage.span.start)
    ):
        name = next((name for name in reader.subject.labels if _IN_SANSKRIT_NAME.search(name)), None)
        if name is not None:
            meaning = text.strip().rstrip(".")
            written = _as_written(name, reader.text)
            yield NameElement(span=passage.span, rule=name_element.name, element=written, meaning=meaning)
        return
    if _MARKED_PAIRS.match(text):
        pairs = list(_OF_MARKED_PAIRS.finditer(text))
        if sum(_is_sanskrit(_element(pair), own) for pair in pairs) * 2 > len(pairs) and not any(
            map(_names_pose, pairs)
        ):
            yield from (_claim(passage, pair) for pair in pairs)
            return
    gloss = _GLOSS.match(text) if passage.alone else None
    if gloss and _is_gloss(gloss, own):
        yield _claim(passage, gloss)
        return
    if lines := _lines(text, own):
        yield from (_claim(passage, line) for line in lines)
        return
    label = _LABELLED.match(text.strip())
    if label and _is_own(_element(label), own):
        yield _claim(passage, label)
        return
    told_places: set[int] = set()
    parts: list[NameElement] = []
    for match in _matches(text, own, alone=passage.alone):
        element, last = _sanskrit_part(match, own), match.end("element")
        if not element or last in told_places or _is_second_name(match) or _is_remark(match) or _is_added(match):
            continue
        if not _is_whole_name(element) and not _is_whole_name(match.group("meaning")) and not _is_glossed_noun(match):
            told_places.add(last)
            parts.append(_claim(passage, match, element))
    apposed = _APPOSED.finditer(text) if told_places else ()
    parts += [
        _claim(passage, match)
        for match in apposed
        if match.end("element") not in told_places and _is_sanskrit(_element(match), own)
    ]
    if not _are_of_other_name(parts, own):
        yield from parts


RULES = (name_element,)


def _matches(text: str, own: str, *, alone: bool) -> Iterator[re.Match[str]]:
    """Yield the places where a sentence tells what a part of a name may mean."""
    for sign, told in _WITHIN_SENTENCES:
        if sign.search(text):
            yield from told.finditer(text)
    if alone and _PAIRS.match(text):
        yield from _OF_PAIRS.finditer(text)
        return
    for within in _PAIRS_WITHIN.finditer(text):
        pairs = list(_OF_PAIRS.finditer(text, within.start(), within.end()))
        if all(_is_sanskrit(_element(pair), own) and not _is_whole_name(pair.group("meaning")) for pair in pairs):
            yield from pairs


def _are_of_other_name(parts: Sequence[NameElement], own: str) -> bool:
    """Say whether so many parts of a name are told, and none of the pose's own, that another pose is named."""
    return bool(own) and len(parts) >= _WHOLE_OTHER_NAME and not any(_plain(part.element) in own for part in parts)


def _lines(text: str, own: str) -> list[re.Match[str]]:
    """Return the lines of a block, each a part of a name with its meaning; none if one of them is anything else."""
    lines = text.splitlines()
    found = [
        line
        for line in map(_LINED.match, lines)
        if line and _is_sanskrit(_element(line), own) and " - " not in line.group("meaning")
    ]  # "ardha - half, matsya - fish" in one line tells several
    several = len(lines) > 1 or any(_is_own(_element(line), own) for line in found)
    return found if several and len(found) == len(lines) and not any(map(_names_pose, found)) else []


def _names_pose(match: re.Match[str]) -> bool:
    return _is_whole_name(_element(match)) or _TELLS_OF_POSE.match(match.group("meaning")) is not None


def _claim(passage: Passage, match: re.Match[str], element: str | None = None) -> NameElement:
    meaning = " ".join(_QUOTES.sub(" ", match.group("meaning")).split()).removesuffix(" in Sanskrit")
    meaning = _AFTER_MEANING.sub("", _BEFORE_MEANING.sub("", meaning))
    return NameElement(span=passage.span, rule=name_element.name, element=element or _element(match), meaning=meaning)


def _sanskrit_part(match: re.Match[str], own: str) -> str | None:
    """Return the longest end of the words before a meaning that is Sanskrit: "where adho mukha" is "adho mukha".

    Of more words than the meaning has, only the last has it: "Janu Sirsa (head)".
    """
    parts = [part.strip("'’‘\"") for part in _element(match).split()]
    several = match.re in (_MEANS, _MEANS_QUOTED, _IN_PARENTHESES)
    words_ = len(re.findall(r"\w+", match.group("meaning"))) if match.re is _IN_PARENTHESES else len(parts)
    for start in range(max(0, len(parts) - words_), len(parts)) if several else (0,):
        name = " ".join(parts[start:])
        if start + 1 < len(parts) and _is_whole_name(parts[start]):
            continue  # "Ustrasana", over "ustra = camel"
        if all(_is_sanskrit(part, own) for part in parts[start:]) or (start == 0 and _is_sanskrit(name, own)):
            return name
    return None


def _is_remark(match: re.Match[str]) -> bool:
    """Say whether what follows "is" tells no meaning of a name but how the pose is.

    "Chaturanga is challenging", "an asana which is known for …".
    """
    if match.re is _MEANS:
        before = match.string[: match.start("meaning")]
        described = next((word for word in match.group("meaning").split() if not word.endswith("ly")), "")
        return before.endswith("which is ") and _DESCRIBES.search(described) is not None
    if match.re is not _IS:
        return False
    if match.group("meaning").casefold().startswith(("sanskrit", "word ", "name ", "term ")):
        return True  # "Matsya is the Sanskrit for fish"
    if match.group("element") == "Asana" and (not match.group("article") or match.group().startswith("and ")):
        return False  # "… and Asana is posture", "… and Asana is a pose"
    last = match.group("meaning").split()[-1]
    quoted = not match.group("element")[0].isupper() or _QUOTES.search(match.group()) is not None
    described = not match.group("article") and _DESCRIBES.search(last) is not None
    described = described and last.casefold() not in _NO_ADJECTIVES
    return not quoted and (last in _KINDS_OF_POSE or described)


def _is_added(match: re.Match[str]) -> bool:
    """Say whether a meaning is that of a whole sum of parts: "Vira + asana means Hero Pose", not "vira (hero) + …"."""
    return match.re is not _IN_PARENTHESES and match.string[: match.start("element")].rstrip().endswith("+")


def _element(match: re.Match[str]) -> str:
    return match.group("element").strip("'’‘\"")


def _is_whole_name(words_: str) -> bool:
    return any(fold(word).endswith("asana") and len(word) > len("asana") for word in words_.split())


def _is_glossed_noun(match: re.Match[str]) -> bool:
    """Say whether "asana" stands as a common noun with its translation: "This asana (pose) calms the mind"."""
    is_plain = _QUOTES.search(match.group()) is None and "meaning" not in match.group()
    alone = len(_IN_PARENTHESES.findall(match.string)) == 1
    noun = fold(match.group("element").split()[-1])  # "a twisting yoga asana (posture)"
    return match.re is _IN_PARENTHESES and is_plain and alone and noun in {"asana", "asan"}


def _is_second_name(match: re.Match[str]) -> bool:
    """Say whether a name of several words and its English name stand together: "Viparita Karani (Waterfall Pose)"."""
    if match.re is not _IN_PARENTHESES or not match.group("meaning")[0].isupper():
        return False
    *others, last = _element(match).split()
    before = _WORD_BEFORE.search(match.string, 0, match.start("element"))
    first = others[0] if others else before.group(1) if before else ""
    return first[:1].isupper() and last[0].isupper()


def _is_gloss(match: re.Match[str], own: str) -> bool:
    """Say whether a line of its own glosses a part of a name, and is no list of poses."""
    element = match.group("element")
    meaning = match.group("meaning")
    if match.string[match.end("element") :].startswith("-") and not _is_own(element, own):
        return False  # "asana-notes"
    if _MEANS.search(meaning):
        return False  # several parts of a name in one line
    if _TELLS_OF_POSE.match(meaning):
        return False  # "Viparita Karani: This pose …" opens a paragraph
    return not _is_whole_name(element) and _is_sanskrit(element, own) and len(match.group("meaning").split()) <= 6


def _is_sanskrit(word: str, own: str) -> bool:
    """Say whether a word is a part of the pose's own names, or a known part of others, or is written with marks."""
    plain = word.casefold()
    if plain in _GENERAL and _plain(word) not in own:
        return False
    if _MARKED.search(plain) or all(part in _SANSKRIT_WORDS for part in re.split(r"[ -]", plain)):
        return True
    key = _plain(word)
    if len(key) < 3 or plain in _NOT_SANSKRIT:
        return False
    return key in own or (len(key) > 3 and key[:-1] in own)


def _is_own(word: str, own: str) -> bool:
    """Say whether a word is a part of the pose's own Sanskrit names, and not of all names."""
    key = _plain(word)
    return len(key) >= _SHORTEST_PART and key in own and not key.startswith("asan")


def _as_written(name: str, text: str) -> str:
    """Return a name as a text spells it, or as it is where the text does not have it: "Shirshasana"."""
    spoken, length = list(re.finditer(r"\w+", text)), len(name.split())
    runs = ((spoken[place].start(), spoken[place + length - 1].end()) for place in range(len(spoken) - length + 1))
    return next((text[first:last] for first, last in runs if _plain(text[first:last]) == _plain(name)), name)


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
