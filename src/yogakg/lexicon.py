"""The words of the vocabulary, and how to find them in running text.

Text and labels pass through the same folding, so that case, accents, plurals, hyphens and British
or American spelling make no difference. Matching is by whole words, longest first, in one pass
(Aho-Corasick), so its time is linear in the text.
"""

from __future__ import annotations

import re
import unicodedata
from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import accumulate, pairwise
from typing import Generic, NamedTuple, TypeVar

import ahocorasick

from yogakg import resources
from yogakg.namespaces import PREFIXES, YOGA

#: A word with its inner apostrophes, or one other character that is not a blank.
#: Combining marks belong to words; hyphens part them. No word has more letters than a token may hold.
_TOKEN = re.compile(
    r"[^\W_\u0964\u0965][\w\u0300-\u036f\u0900-\u0963\u0966-\u097f]{0,99}(?:['’ʼ][^\W\d_]{1,99}){0,9}|[^\w\s]|_"
)
_JOINED = re.compile(r"(?<=[a-z]{2})[A-Z](?=[a-z]{2})")
_ACHES = re.compile(r"(?:^|head|back|tooth|stomach|ear|belly|tummy|neck|heart|muscle)aches$")
_HYPHENS = frozenset("-‐‑–—−")
#: Beside one of these, or a blank, no word goes on.
_PARTS_WORDS = frozenset(".,;:!?()[]")
_BRITISH = (("aem", "em"), ("rrhoea", "rrhea"), ("oest", "est"), ("paed", "ped"))
_ISE = re.compile(r"is(e[sd]?|ing|ation|ations)$")
_IRREGULAR = {
    "feet": "foot", "teeth": "tooth", "women": "woman", "men": "man", "children": "child", "people": "person",
    "calves": "calf", "halves": "half", "knives": "knife", "selves": "self", "lives": "life", "vertebrae": "vertebra",
    "menisci": "meniscus", "disks": "disc", "disk": "disc", "belts": "belt", "practises": "practice",
    "practise": "practice", "practising": "practicing", "practised": "practiced",
    "diarrhoea": "diarrhea", "oedema": "edema", "tumour": "tumor", "fibre": "fiber", "labour": "labor",
    "centre": "center", "grey": "gray", "neighbour": "neighbor", "colour": "color",
    "goes": "go", "does": "do", "can't": "cannot", "cant": "cannot",
    # Possessives stand where "the" may stand: "the back of your knee" is the back of the knee.
    "your": "the", "their": "the", "his": "the", "her": "the", "our": "the", "my": "the",
}  # fmt: skip


class Token(NamedTuple):
    """A word or mark of a text, with its folded form and its characters."""

    text: str
    norm: str
    start: int
    end: int


@lru_cache(maxsize=100_000)
def fold_word(word: str) -> str:
    """Fold one word: lower case, no accents, singular, American spelling.

    The result is a key, not always a word: what matters is that both sides fold alike.

    >>> fold_word("Calves"), fold_word("Haemorrhoids"), fold_word("Śīrṣāsana")
    ('calf', 'hemorrhoid', 'sirsasana')
    """
    plain = unicodedata.normalize("NFKD", word.casefold().replace("’", "'").replace("ʼ", "'"))
    plain = "".join(c for c in plain if not unicodedata.combining(c) or "\u0900" <= c <= "\u097f") or word
    if plain in _IRREGULAR:
        return _IRREGULAR[plain]
    plain = _singular(_american(plain.removesuffix("'s") or plain))
    return _IRREGULAR.get(plain, plain)


def _american(word: str) -> str:
    """Spell a word in the American way."""
    if len(word) <= 4:
        return word
    for british, american in _BRITISH:
        word = word.replace(british, american)
    return _ISE.sub(r"iz\1", word)


def _singular(word: str) -> str:
    """Take the ending of the plural, or of the third person, from a word."""
    if len(word) <= 3 or not word.endswith("s"):
        return word
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if _ACHES.search(word):
        return word[:-1]
    if word.endswith(("ches", "shes", "sses", "xes", "zzes")):
        return word[:-2]
    return word if word.endswith(("ss", "us", "is")) else word[:-1]


V = TypeVar("V")


#: Characters of the longest chunk that is kept, and of all that are kept at a time.
_USUAL = 100
_KEPT = 1_000_000


class _Chunks(dict[str, V]):
    """What is known of chunks, the characters between two blanks.

    Texts say the same over and over, so what is known of chunks of usual length is kept.
    """

    def __init__(self, read: Callable[[str], V]) -> None:
        super().__init__()
        self.read = read
        self.size = 0

    def __missing__(self, chunk: str) -> V:
        known = self.read(chunk)
        if len(chunk) <= _USUAL:
            if self.size > _KEPT:
                self.clear()
                self.size = 0
            self[chunk] = known
            self.size += len(chunk) + 1
        return known


def tokenize(text: str, start: int = 0, end: int | None = None) -> list[Token]:
    """Split text into tokens; a hyphen between two words parts them and is no token itself.

    >>> [t.norm for t in tokenize("Low-back pain, calves – and glutes")]
    ['low', 'back', 'pain', ',', 'calf', '–', 'and', 'glute']
    """
    return list(tokens_of(text, start, end))


def tokens_of(text: str, start: int = 0, end: int | None = None) -> Iterator[Token]:
    """Go through the tokens of a text."""
    place = start
    for characters in text[start:end].split(" "):
        for word, norm, first, last in _CHUNKS[characters]:
            yield Token(word, norm, place + first, place + last)
        place += len(characters) + 1


def _tokens(chunk: str) -> Iterator[Token]:
    """Split characters without regard to what stands around them."""
    for match in _TOKEN.finditer(chunk):
        word, left, right = match.group(), match.start(), match.end()
        if word in _HYPHENS:
            if not (left > 0 and right < len(chunk) and chunk[left - 1].isalnum() and chunk[right].isalnum()):
                yield Token(word, "–", left, right)
        elif word.islower() or _JOINED.search(word) is None:
            yield Token(word, fold_word(word), left, right)
        else:
            yield from _parted(word, left)


_CHUNKS = _Chunks(lambda chunk: tuple(_tokens(chunk)))


def _parted(word: str, start: int) -> Iterator[Token]:
    """Part words that lost the blanks between them: "PreparatoryPoses"."""
    edges = [0, *(joined.start() for joined in _JOINED.finditer(word)), len(word)]
    for first, last in pairwise(edges):
        yield Token(word[first:last], fold_word(word[first:last]), start + first, start + last)


def fold(text: str) -> str:
    """Fold a whole text to its words, joined by blanks.

    >>> fold("The Back of the Knees")
    'the back of the knee'
    """
    return " ".join(token.norm for token in tokenize(text) if token.norm[0].isalnum())


def cuts_no_word(text: str, place: int) -> bool:
    """Say whether the tokens on either side of a place are the same without the other side."""
    beside = text[max(0, place - 1) : place + 1]
    return len(beside) < 2 or any(sign.isspace() or sign in _PARTS_WORDS for sign in beside)


def _token_at(tokens: Sequence[Token], place: int) -> Token:
    """Return the token that covers a place of their folded words, each of which has a blank after it."""
    index = 0
    while (place := place - len(tokens[index].norm)) > 0:
        place -= 1
        index += 1
    return tokens[index]


class Words:
    """The tokens of a text in columns, which take less memory: folded forms, and first and last characters."""

    def __init__(self, tokens: Iterable[Token]) -> None:
        self.norms: list[str] = []
        self.starts, self.ends = array("L"), array("L")
        for _, norm, start, end in tokens:
            self.norms.append(norm)
            self.starts.append(start)
            self.ends.append(end)


T = TypeVar("T")


class Found(NamedTuple, Generic[T]):
    """Phrases in tokens, from left to right, in columns: first tokens, those after the last ones, and payloads."""

    firsts: Sequence[int]
    lasts: Sequence[int]
    payloads: Sequence[tuple[T, ...]]


class PhraseMatcher(Generic[T]):
    """Finds phrases in tokens; each phrase carries any number of payloads."""

    def __init__(self, phrases: Iterable[tuple[str, T]]) -> None:
        payloads: dict[str, list[T]] = {}
        for phrase, payload in phrases:
            found = payloads.setdefault(fold(phrase), [])
            if payload not in found:
                found.append(payload)
        payloads.pop("", None)
        self._payloads = payloads
        self._automaton = ahocorasick.Automaton()
        for key, values in payloads.items():
            self._automaton.add_word(f" {key} ", (len(key) + 1, key.count(" ") + 1, tuple(values)))
        if payloads:
            self._automaton.make_automaton()
        self._words = {word for key in payloads for word in key.split(" ")}
        self._lines = _Chunks(self._line)

    def __len__(self) -> int:
        return len(self._payloads)

    def phrases(self) -> Iterator[str]:
        """Go through the phrases in their folded form."""
        return iter(self._payloads)

    def get(self, phrase: str) -> tuple[T, ...]:
        """Return the payloads of a phrase, or nothing."""
        return tuple(self._payloads.get(fold(phrase), ()))

    def get_folded(self, key: str) -> tuple[T, ...]:
        """Return the payloads of a phrase that is folded already."""
        return tuple(self._payloads.get(key, ()))

    def find(self, tokens: Sequence[Token]) -> list[tuple[int, int, tuple[T, ...]]]:
        """Find the longest phrases from left to right, as (first token, one past the last, payloads)."""
        return list(zip(*self.find_all([token.norm for token in tokens]), strict=True))

    def find_all(self, norms: Sequence[str]) -> Found[T]:
        """Find the longest phrases in the folded words of a text."""
        starts = array("L", accumulate((len(norm) + 1 for norm in norms), initial=0))
        found: Found[T] = Found(array("L"), array("L"), [])
        for start, (_, count, payloads) in self._chosen("".join([f"{norm} " for norm in norms])):
            first = bisect_left(starts, start)
            found.firsts.append(first)
            found.lasts.append(first + count)
            found.payloads.append(payloads)
        return found

    def _line(self, chunk: str) -> str:
        """Return the folded words of a chunk, each with a blank after it; a mark stands for those of no phrase."""
        norms = [token.norm for token in _CHUNKS[chunk]]
        return "".join([f"{norm} " for norm in norms]) if not self._words.isdisjoint(norms) else "| " * bool(norms)

    def find_in(self, text: str) -> list[tuple[int, int, tuple[T, ...]]]:
        """Find the longest phrases of a text from left to right, as (first character, one past the last, payloads)."""
        chunks = text.split(" ")
        if max(map(len, chunks)) > _USUAL:  # the way below would go through such a chunk once a phrase
            tokens = tokenize(text)
            return [(tokens[first].start, tokens[last - 1].end, values) for first, last, values in self.find(tokens)]
        lines = [*map(self._lines.__getitem__, chunks)]
        places = [*accumulate(map(len, lines), initial=0)]
        starts = [*accumulate(map(len, chunks), initial=0)]  # without the blanks, of which each chunk has one
        found = []
        for start, (size, _, values) in self._chosen("".join(lines)):
            end = start + size
            one = bisect_right(places, start) - 1
            other = one if end <= places[one + 1] else bisect_left(places, end, one) - 1
            opening, closing = _CHUNKS[chunks[one]], _CHUNKS[chunks[other]]
            head = opening[0] if start == places[one] else _token_at(opening, start - places[one])
            tail = closing[-1] if end == places[other + 1] else _token_at(closing, end - 1 - places[other])
            found.append((starts[one] + one + head.start, starts[other] + other + tail.end, values))
        return found

    def _chosen(self, line: str) -> list[tuple[int, tuple[int, int, tuple[T, ...]]]]:
        """Return the longest phrases in folded words, each with a blank after it, and the places where they start."""
        chosen: list[tuple[int, tuple[int, int, tuple[T, ...]]]] = []
        place = 0
        for end, phrase in self._automaton.iter(f" {line}") if self._payloads else ():
            start = end - phrase[0]
            if start < place:  # hits come by their ends: this one may start before others and stand for them
                kept = len(chosen)
                while kept and chosen[kept - 1][0] >= start:
                    kept -= 1
                if kept and chosen[kept - 1][0] + chosen[kept - 1][1][0] > start:
                    continue
                del chosen[kept:]
            chosen.append((start, phrase))
            place = end
        return chosen


@dataclass(frozen=True, slots=True)
class Entry:
    """A term of the vocabulary: ``labels`` are the names to show, preferred first; ``hidden`` are only matched.

    ``kind`` is the local name of its class, ``family`` that of the broad class its names are unique in.
    """

    iri: str
    kind: str
    family: str
    labels: tuple[str, ...]
    hidden: tuple[str, ...] = ()
    broader: tuple[str, ...] = ()
    affects: tuple[str, ...] = ()

    @property
    def label(self) -> str:
        """The preferred name."""
        return self.labels[0]


#: Broad classes that entries are sorted into; a class not listed is its own family.
_FAMILIES = {
    "Muscle": "BodyRegion", "MuscleGroup": "BodyRegion", "Joint": "BodyRegion", "Bone": "BodyRegion",
    "ConnectiveTissue": "BodyRegion", "Nerve": "BodyRegion", "Organ": "BodyRegion", "BodyPart": "BodyRegion",
    "SurfaceRegion": "BodyRegion", "BodySystem": "BodyRegion",
    "Injury": "HealthCondition", "Disease": "HealthCondition", "Symptom": "HealthCondition",
    "PhysiologicalState": "HealthCondition", "RecoveryState": "HealthCondition",
    "BasePosition": "PoseCharacteristic", "SpinalAction": "PoseCharacteristic", "PoseFocus": "PoseCharacteristic",
}  # fmt: skip


def family_of(kind: str) -> str:
    """Return the broad class in which names of things of a class are unique."""
    return _FAMILIES.get(kind, kind)


class Lexicon:
    """The vocabulary as words: every entry, found by IRI, by name, or in running text."""

    def __init__(self, entries: Iterable[Entry]) -> None:
        self.entries = {entry.iri: entry for entry in entries}
        self._by_name: dict[str, list[Entry]] = {}
        for entry in self.entries.values():
            for name in (*entry.labels, *entry.hidden):
                named = self._by_name.setdefault(fold(name), [])
                if entry not in named:
                    named.append(entry)

    def __iter__(self) -> Iterator[Entry]:
        return iter(self.entries.values())

    def named(self, name: str, *families: str) -> Entry | None:
        """Return the entry of a name within families (any if none is given), or None.

        >>> Lexicon.shipped().named("Hamstring", "BodyRegion").iri
        'https://w3id.org/yogakg/region/hamstrings'
        """
        return self.named_folded(fold(name), *families)

    def named_folded(self, key: str, *families: str) -> Entry | None:
        """Return the entry of a name that is folded already."""
        for entry in self._by_name.get(key, ()):
            if not families or entry.family in families:
                return entry
        return None

    @classmethod
    @cache
    def shipped(cls) -> Lexicon:
        """Return the lexicon of the vocabulary that comes with the package."""
        paths = ["yoga.ttl", *resources.listing("ontology", ".ttl", under="vocabulary")]
        return cls(_read_entries(resources.read("ontology", path) for path in paths))


#: Properties of the Turtle files, and what they are to an entry.
_PARTS = {
    PREFIXES["skos"] + "prefLabel": "pref",
    PREFIXES["skos"] + "altLabel": "alt",
    PREFIXES["skos"] + "hiddenLabel": "hidden",
    PREFIXES["skos"] + "broader": "broader",
    YOGA + "affects": "affects",
}


def _read_entries(files: Iterable[bytes]) -> Iterator[Entry]:
    """Read the individuals with a preferred label from Turtle files."""
    from pyoxigraph import NamedNode, RdfFormat, Triple, parse

    kinds: dict[str, str] = {}
    parts: dict[str, dict[str, list[str]]] = {}
    for data in files:
        for quad in parse(data, format=RdfFormat.TURTLE):
            subject, predicate, value = quad.subject, quad.predicate.value, quad.object
            if isinstance(subject, NamedNode) and predicate == PREFIXES["rdf"] + "type":
                if isinstance(value, NamedNode) and value.value.startswith(YOGA):
                    kinds[subject.value] = value.value.removeprefix(YOGA)
            elif isinstance(subject, NamedNode) and (part := _PARTS.get(predicate)) and not isinstance(value, Triple):
                parts.setdefault(subject.value, {}).setdefault(part, []).append(value.value)
    for iri, kind in kinds.items():
        if "pref" in (found := parts.get(iri, {})):
            yield _entry(iri, kind, found)


def _entry(iri: str, kind: str, found: dict[str, list[str]]) -> Entry:
    return Entry(
        iri=iri,
        kind=kind,
        family=family_of(kind),
        labels=(*found["pref"], *sorted(found.get("alt", ()))),
        hidden=tuple(sorted(found.get("hidden", ()))),
        broader=tuple(sorted(found.get("broader", ()))),
        affects=tuple(sorted(found.get("affects", ()))),
    )
