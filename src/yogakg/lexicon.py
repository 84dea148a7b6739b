"""The words of the vocabulary, and how to find them in running text.

Text and labels pass through the same folding, so that case, accents, plurals, hyphens and British
or American spelling make no difference. Matching is by whole words, longest first, from left to
right: at each word that opens phrases the words after it are followed as far as any of these goes.
"""

from __future__ import annotations

import re
import unicodedata
from array import array
from collections.abc import Callable, Iterable, Iterator, Sequence, Set
from dataclasses import dataclass
from functools import cache, lru_cache, partial
from itertools import accumulate, chain, compress, count, pairwise
from typing import Generic, NamedTuple, TypeAlias, TypeVar

from yogakg import resources
from yogakg.namespaces import PREFIXES, YOGA

#: Letters with periods between them ("B.P", "e.g"), a word with its inner apostrophes, or one other character.
#: Combining marks belong to words; hyphens part them, but for those after a form that is no word ("co-ordination").
#: No word has more letters than a token may hold.
_TOKEN = re.compile(
    r"(?:[Cc]o|[Pp]ara|[Nn]euro|[Hh]yper|[Hh]ypo|[Cc]ardio|[Gg]astro|[Mm]usculo)[-‐‑][^\W\d_]{4,99}|[^\W\d_](?:\.[^\W\d_]){1,5}(?!\w)|[^\W_\u0964\u0965][\w\u0300-\u036f\u0900-\u0963\u0966-\u097f]{0,99}(?:['’ʼ´`][^\W\d_]{1,99}){0,9}|[^\w\s]|_"
)
#: Marks within a word that make no other one of it.
_WITHIN = re.compile(r"\.|(?<=[^\W\d_])[-‐‑](?=[^\W\d_])")
_APOSTROPHES = str.maketrans("’ʼ´`", "''''")
_JOINED = re.compile(r"(?<=[a-z]{2})[A-Z](?=[a-z]{2})")
_ACHES = re.compile(r"(?:^|head|back|tooth|stomach|ear|belly|tummy|neck|heart|muscle)aches$")
_HYPHENS = frozenset("-‐‑–—−")
#: A place beside a blank or a mark, where no word goes on.
_PARTED = re.compile(r"(?=[\s.,;:!?()\[\]])|(?<=[\s.,;:!?()\[\]])|\A|\Z")
_BRITISH = (("aem", "em"), ("rrhoea", "rrhea"), ("oest", "est"), ("paed", "ped"))
_ISE = re.compile(r"is(e[sd]?|ing|ation|ations)$")
_IRREGULAR = {
    "feet": "foot", "teeth": "tooth", "women": "woman", "men": "man", "children": "child", "people": "person",
    "calves": "calf", "halves": "half", "knives": "knife", "selves": "self", "lives": "life", "vertebrae": "vertebra",
    "menisci": "meniscus", "disks": "disc", "disk": "disc", "belts": "belt", "practises": "practice",
    "practise": "practice", "practising": "practicing", "practised": "practiced",
    "diarrhoea": "diarrhea", "oedema": "edema", "tumour": "tumor", "fibre": "fiber", "labour": "labor",
    "centre": "center", "grey": "gray", "neighbour": "neighbor", "colour": "color",
    "goes": "go", "does": "do", "undoes": "undo", "can't": "cannot", "cant": "cannot",
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
    word = _WITHIN.sub("", word) or word
    plain = unicodedata.normalize("NFKD", word.casefold().translate(_APOSTROPHES))
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


#: Characters of the longest chunk that is kept, and of all that are kept at a time.
_USUAL = 100
_KEPT = 1_000_000

V = TypeVar("V")


class _OfChunks(dict[str, V]):
    """What is known of the characters between two blanks.

    Texts say the same over and over, so what was found for chunks of usual length is kept.
    """

    def __init__(self, find: Callable[[str], V]) -> None:
        super().__init__()
        self.find = find
        self.size = 0

    def __missing__(self, chunk: str) -> V:
        found = self.find(chunk)
        if len(chunk) <= _USUAL:
            if self.size > _KEPT:
                self.clear()
                self.size = 0
            self[chunk] = found
            self.size += len(chunk) + 1
        return found


class _Chunk(NamedTuple):
    """The tokens of a chunk, in columns; they start as far from its first character."""

    words: tuple[str, ...]
    norms: tuple[str, ...]
    starts: tuple[int, ...]


def _chunk(chunk: str) -> _Chunk:
    tokens = [(token.text, token.norm, token.start) for token in _tokens(chunk)]
    return _Chunk(*zip(*tokens, strict=True)) if tokens else _Chunk((), (), ())


def _ends(chunk: str) -> tuple[tuple[str, int], ...]:
    """Return the folded words of a chunk, each with the place after it."""
    return tuple((norm, end) for _, norm, _, end in _ROWS[chunk])


def _rows(chunk: str) -> tuple[tuple[str, str, int, int], ...]:
    """Return the tokens of a chunk in rows."""
    return tuple((word, norm, start, start + len(word)) for word, norm, start in zip(*_CHUNKS[chunk], strict=True))


def tokenize(text: str, start: int = 0, end: int | None = None) -> list[Token]:
    """Split text into tokens; a hyphen between two words parts them and is no token itself.

    >>> [t.norm for t in tokenize("Low-back pain, calves – and glutes")]
    ['low', 'back', 'pain', ',', 'calf', '–', 'and', 'glute']
    """
    return list(tokens_of(text, start, end))


def tokens_of(text: str, start: int = 0, end: int | None = None) -> Iterator[Token]:
    """Go through the tokens of a text."""
    place = start
    for chunk in text[start:end].split(" "):
        for word, norm, first, last in _ROWS[chunk]:
            yield _token((word, norm, place + first, place + last))
        place += len(chunk) + 1


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


_CHUNKS = _OfChunks(_chunk)
_ROWS = _OfChunks(_rows)
_ENDS = _OfChunks(_ends)
#: What the name of the class does, but in C: tokens are made more often than all else.
_token: Callable[[tuple[str, str, int, int]], Token] = partial(tuple.__new__, Token)


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
    return _PARTED.match(text, place) is not None


class Words(NamedTuple):
    """The tokens of a text in columns: their characters, folded forms, and places."""

    words: Sequence[str]
    norms: Sequence[str]
    starts: Sequence[int]

    @classmethod
    def of(cls, text: str) -> Words:
        """Split a text into its words."""
        chunks = text.split(" ")
        words, norms, starts = zip(*map(_CHUNKS.__getitem__, chunks), strict=True)
        places = accumulate([len(chunk) + 1 for chunk in chunks], initial=0)
        return cls(
            [*chain.from_iterable(words)],
            [*chain.from_iterable(norms)],
            [place + start for place, within in zip(places, starts, strict=False) for start in within],
        )


T = TypeVar("T")


class Found(NamedTuple, Generic[T]):
    """Phrases in tokens, from left to right, in columns: first tokens, those after the last ones, and payloads."""

    firsts: Sequence[int]
    lasts: Sequence[int]
    payloads: Sequence[tuple[T, ...]]


#: A word of a phrase: the payloads of the phrase that ends with it, and the words by which longer ones go on.
_Branch: TypeAlias = "tuple[tuple[T, ...], dict[str, _Branch[T]]]"
#: The longest phrase from a word of a chunk on, which has no payloads if no phrase ends in the chunk: the places of its
#: first character and after its last one, its payloads, and the words by which longer ones go on after the chunk.
_Opener: TypeAlias = "tuple[int, int, tuple[T, ...], dict[str, _Branch[T]]]"


class PhraseMatcher(Generic[T]):
    """Finds phrases in tokens; each phrase carries any number of payloads.

    In lists of tokens, ``passing`` words may stand within a phrase that has none there: "should also be avoided".
    """

    def __init__(self, phrases: Iterable[tuple[str, T]], passing: Set[str] = frozenset()) -> None:
        self.passing = passing
        payloads: dict[str, dict[T, None]] = {}
        for phrase, payload in phrases:
            payloads.setdefault(fold(phrase), {})[payload] = None
        payloads.pop("", None)
        self._payloads = {key: tuple(found) for key, found in payloads.items()}
        #: The words that open phrases.
        self._openings: dict[str, _Branch[T]] = {}
        for key in self._payloads:
            branches, words = self._openings, key.split(" ")
            for length, word in enumerate(words, 1):
                if word not in branches:
                    branches[word] = self.get_folded(" ".join(words[:length])), {}
                _, branches = branches[word]
        self._openers = _OfChunks(self._openers_in)

    def __len__(self) -> int:
        return len(self._payloads)

    def phrases(self) -> Iterator[str]:
        """Go through the phrases in their folded form."""
        return iter(self._payloads)

    def get(self, phrase: str) -> tuple[T, ...]:
        """Return the payloads of a phrase, or nothing."""
        return self.get_folded(fold(phrase))

    def get_folded(self, key: str) -> tuple[T, ...]:
        """Return the payloads of a phrase that is folded already."""
        return self._payloads.get(key, ())

    def find(self, tokens: Sequence[Token]) -> list[tuple[int, int, tuple[T, ...]]]:
        """Find the longest phrases from left to right, as (first token, one past the last, payloads)."""
        return self._find([token.norm for token in tokens])

    def find_in(self, text: str) -> list[tuple[int, int, tuple[T, ...]]]:
        """Find the longest phrases of a text from left to right, as (first character, one past the last, payloads).

        Only chunks with a word that opens phrases are looked at, and those after them as far as these phrases go.
        """
        chunks = text.split(" ")
        openers = [*map(self._openers.__getitem__, chunks)]
        lengths = [*accumulate(map(len, chunks), initial=0)]
        chunks.append(".")  # no phrase goes on over a mark
        found: list[tuple[int, int, tuple[T, ...]]] = []
        after = 0
        branches: dict[str, _Branch[T]] | None
        for place in compress(count(), openers):
            start = lengths[place] + place
            for first, last, payloads, branches in openers[place]:
                first += start
                if first < after:
                    continue
                after = start + last
                following = place
                while branches:
                    following += 1
                    for norm, end in _ENDS[chunks[following]]:
                        branch = branches.get(norm)
                        if branch is None:
                            branches = None
                            break
                        longer, branches = branch
                        if longer:
                            payloads, after = longer, lengths[following] + following + end
                if payloads:
                    found.append((first, after, payloads))
        return found

    def _openers_in(self, chunk: str) -> tuple[_Opener[T], ...]:
        """Return the words of a chunk that open phrases in it or going on after it."""
        openers: list[_Opener[T]] = []
        words, norms, starts = _CHUNKS[chunk]
        for first, opening in enumerate(norms):
            if opening not in self._openings:
                continue
            last = first
            payloads, branches = self._openings[opening]
            for place in range(first + 1, len(norms)):
                branch = branches.get(norms[place])
                if branch is None:
                    branches = {}
                    break
                longer, branches = branch
                if longer:
                    payloads, last = longer, place
            if payloads or branches:
                openers.append((starts[first], starts[last] + len(words[last]), payloads, branches))
        return tuple(openers)

    def find_all(self, norms: Sequence[str]) -> Found[T]:
        """Find the longest phrases in folded words."""
        found = self._find(norms)
        firsts, lasts, payloads = zip(*found, strict=True) if found else ((), (), ())
        return Found(array("L", firsts), array("L", lasts), payloads)

    def _find(self, norms: Sequence[str]) -> list[tuple[int, int, tuple[T, ...]]]:
        openings = [*map(self._openings.get, norms)]
        found: list[tuple[int, int, tuple[T, ...]]] = []
        after = 0
        for index in compress(count(), openings):
            branch = openings[index]
            if index < after or branch is None:
                continue
            payloads, branches = branch
            after = place = index + 1
            while branches and place < len(norms):
                branch = branches.get(norms[place])
                place += 1
                if branch is not None:
                    longer, branches = branch
                    if longer:
                        payloads, after = longer, place
                elif norms[place - 1] not in self.passing:
                    break
            if payloads:
                found.append((index, after, payloads))
        return found


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
