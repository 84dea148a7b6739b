"""Find the pose that a name means, however the name is written."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache, cached_property, lru_cache
from itertools import chain, takewhile
from typing import Final, NamedTuple, TypeVar

from yogakg.namespaces import PREFIXES, YOGA

_SKOS: Final = PREFIXES["skos"]

_Key = TypeVar("_Key")

#: Words that say no more than that a name is the name of a pose.
_POSE_WORDS: Final = frozenset({"pose", "poses", "posture", "postures", "asana", "asanas", "asan", "position"})
_SILENT_WORDS: Final = (_POSE_WORDS - {"asana", "asan"}) | {"and"}
_EMPTY_WORDS: Final = frozenset({"the", "of", "a", "an", "and", "to", "dedicated"})
#: Words that a title may write small.
_SMALL_WORDS: Final = _EMPTY_WORDS | {"with", "into", "behind", "facing"}
_SAME_WORDS: Final = {
    "fold": "bend",
    "folds": "bend",
    "plough": "plow",
    "legged": "leg",
    "footed": "foot",
    "handed": "hand",
    "angled": "angle",
    "limbed": "limb",
    "kneed": "knee",
    "single": "1",
    "one": "1",
    "two": "2",
    "ii": "2",
    "three": "3",
    "iii": "3",
    "four": "4",
    "iv": "4",
    "down": "downward",
    "downwards": "downward",
    "up": "upward",
    "upwards": "upward",
    "reclined": "reclining",
    "supine": "reclining",
    "lying": "reclining",
    "twisted": "revolved",
    "twisting": "revolved",
    "rotated": "revolved",
    "revolving": "revolved",
    "reversed": "reverse",
    "sideways": "side",
    "sitting": "seated",
    "relieving": "releasing",
    "release": "releasing",
    "stretching": "stretch",
    "pidgeon": "pigeon",
}
_ORDINALS: Final = {sign: sign for sign in "123456789abcd"} | {
    **dict.fromkeys(("i", "one"), "1"),
    **dict.fromkeys(("ii", "two"), "2"),
    **dict.fromkeys(("iii", "three"), "3"),
    **dict.fromkeys(("iv", "four"), "4"),
}
#: Words that turn a pose into another one, in English (as :func:`_english` leaves them) and in Sanskrit.
_MODIFIERS: Final = (
    (("half",), "ardha"),
    (("revolved",), "parivrtta"),
    (("bound",), "baddha"),
    (("reclining",), "supta"),
    (("1", "leg"), "eka pada"),
    (("1", "foot"), "eka pada"),
    (("3", "leg"), "eka pada"),
    (("2", "leg"), "dvi pada"),
    (("side",), "parsva"),
    (("supported",), "salamba"),
    (("unsupported",), "niralamba"),
    (("extended",), "utthita"),
    (("upward", "facing"), "urdhva mukha"),
    (("upward",), "urdhva mukha"),
    (("upward",), "urdhva"),
    (("downward", "facing"), "adho mukha"),
    (("downward",), "adho mukha"),
    (("reverse",), "viparita"),
    (("inverted",), "viparita"),
    (("full",), "paripurna"),
    (("full",), "purna"),
    (("king",), "raja"),
    (("little",), "laghu"),
)
_CHANGING_WORDS: Final = frozenset(
    {*(word for english, _ in _MODIFIERS for word in english), *_ORDINALS}
    | {"preparation", "preparatory", "prep", "variation", "variant", "modified", "modification"}
)
#: Keys of practices that are no poses and differ from one only in the ending.
_OTHER_PRACTICES: Final = frozenset({"yoganidr", "mulaband"})

_CONSONANTS: Final = dict(zip("कगङचजञटडणतदनपबमयरलवशषसहळ", "kgncjntdntdnpbmyrlvssshl", strict=True)) | dict(
    zip("खघछझठढथधफभ", ("kh", "gh", "ch", "jh", "th", "dh", "th", "dh", "ph", "bh"), strict=True)
)
_VOWELS: Final = dict(zip("अआइईउऊऋएओऑ", "aaiiuureoo", strict=True)) | {"ऐ": "ai", "औ": "au"}
_VOWEL_SIGNS: Final = dict(zip("ािीुूृेोॉ", "aiiuureoo", strict=True)) | {"ै": "ai", "ौ": "au"}
_OTHER_SIGNS: Final = {"ं": "m", "ँ": "m", "ः": "h", "्": "", "़": "", "ऽ": "", "\u200c": "", "\u200d": ""}
_DEVANAGARI: Final = re.compile("[\u0900-\u097f]")

#: Letters in the longest text that is taken for a name; sources write two names and a remark in fewer than this.
_LONGEST: Final = 160
_POSSESSIVE: Final = re.compile(r"['’ʼ`´](?:[sS]\b)?")
_HUMP: Final = re.compile(r"(?<=[a-z])(?=[A-Z])")
_WORD: Final = re.compile(r"[a-z]+|[0-9]+")
#: What parts two names of one pose: "Staff Pose (Dandasana)", "Dandasana – Staff Pose", "Butterfly / Cobbler's".
_SEPARATOR: Final = re.compile(r"\s*[()\[\]/|:;,=–—]+\s*|\s+-+\s+|\s+(?:or|aka|also known as|also called)\s+")

#: What parts alternatives rather than names of one pose.
_ALTERNATIVE: Final = re.compile(r"[,;/]|\bor\b")

_ASPIRATE: Final = re.compile(r"([bcdgjkpt])h+")
_NASAL: Final = re.compile(r"m(?=[bcdghjklnpst])")
_DOUBLE: Final = re.compile(r"(.)\1+")
_SYLLABIC_R: Final = re.compile(r"(?<=[bcdghjklmnpstv])r[iu](?=[bcdghjklmnpstvy])")
#: Spellings of -asana; none stands before one that it ends.
_ENDINGS: Final = ("asanam", "asana", "asan", "asna", "sana", "sna")
_SPELLINGS: Final = (
    ("sh", "s"),
    ("x", "ks"),
    ("w", "v"),
    ("z", "j"),
    ("f", "p"),
    ("q", "k"),
    ("ee", "i"),
    ("oo", "u"),
)
_VOWEL_JOINS: Final = (
    ("ai", "e"),
    ("ae", "e"),
    ("au", "o"),
    ("ou", "o"),
    ("ao", "o"),
    ("iy", "y"),
    ("ia", "ya"),
    ("ua", "va"),
)


@dataclass(frozen=True, slots=True)
class Candidate:
    """A pose that a name may mean, with its preferred English name."""

    iri: str
    label: str


@dataclass(frozen=True, slots=True)
class Resolution:
    """What a name means.

    ``iri`` and ``label`` are those of the one pose it means. If it may mean several, or none that is known,
    they are None and ``candidates`` has the poses it may mean or that are named most like it.
    """

    name: str
    iri: str | None = None
    label: str | None = None
    candidates: tuple[Candidate, ...] = ()


def _romanise(text: str) -> str:
    """Write Devanagari in plain Latin letters, with every inherent vowel, and leave other letters alone."""
    romanised: list[str] = []
    inherent = False  # whether the last consonant still waits for its vowel
    for sign in unicodedata.normalize("NFKD", text):
        if sign == "़":
            continue
        if inherent and sign not in _VOWEL_SIGNS and sign != "्":
            romanised.append("a")
        inherent = sign in _CONSONANTS
        if inherent:
            romanised.append(_CONSONANTS[sign])
        elif sign.isdigit():
            romanised.append(str(unicodedata.digit(sign)))
        else:
            romanised.append(_VOWELS.get(sign) or _VOWEL_SIGNS.get(sign) or _OTHER_SIGNS.get(sign, sign))
    return "".join(romanised) + ("a" if inherent else "")


def _split_words(text: str) -> list[str]:
    """Split a name into lower-case words of plain letters, and numbers."""
    if text.isascii() and text.isalpha() and not _HUMP.search(text):
        return [text.casefold()]
    text = _HUMP.sub(" ", _POSSESSIVE.sub("", text))
    if not text.isascii():
        if _DEVANAGARI.search(text):
            text = _romanise(text)
        text = "".join(sign for sign in unicodedata.normalize("NFKD", text) if not unicodedata.combining(sign))
    return _WORD.findall(text.casefold())


def _take_apart(words: Iterable[str]) -> tuple[list[str], str]:
    """Return the words of a name without "pose" and the like, and its number or letter ("#2", "#b") or ""."""
    words = [word for word in words if word not in _SILENT_WORDS]
    if len(words) > 1 and words[-1] == "yoga":
        words.pop()
    if words and words[-1].endswith("ii") and (stem := words[-1].rstrip("i")):
        words[-1:] = [stem, words[-1][len(stem) :]]  # "virabhadrasanaii"
    if len(words) > 1 and (ordinal := _ORDINALS.get(words[-1])):
        words.pop()
        if len(words) > 1 and words[-1] in ("no", "number"):
            words.pop()
        return words, "#" + ordinal
    return words, ""


@lru_cache(maxsize=8192)
def _english_word(word: str) -> str:
    """Bring an English word to the form shared by its spellings and near-synonyms; "" if it says nothing."""
    for ending in ("pose", "posture"):
        if word.endswith(ending) and len(word) > len(ending) + 2:
            word = word.removesuffix(ending)
    if word in _POSE_WORDS or word in _EMPTY_WORDS:
        return ""
    if word in _SAME_WORDS:
        return _SAME_WORDS[word]
    if len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us")):
        word = word[: -2 if word.endswith(("shes", "ches", "xes")) else -1]
    return _SAME_WORDS.get(word, word)


def _english(words: Iterable[str]) -> list[str]:
    return [token for word in words if (token := _english_word(word))]


@lru_cache(maxsize=8192)
def _fold(letters: str) -> str:
    """Bring romanised Sanskrit to one spelling.

    Takes away what writers leave out or write in several ways: the kind of s, aspiration, length, doubling,
    the class of a nasal, the vowel after a syllabic r, and the seam of two words (padma-uttana, padmottana).
    """
    for written, plain in _SPELLINGS:
        letters = letters.replace(written, plain)
    letters = _DOUBLE.sub(r"\1", _NASAL.sub("n", _ASPIRATE.sub(r"\1", letters)))
    for written, plain in _VOWEL_JOINS:
        letters = letters.replace(written, plain)
    return _SYLLABIC_R.sub("r", letters).removesuffix("h")


_FOLDED_MODIFIERS: Final = {_fold(sanskrit.replace(" ", "")): sanskrit for _, sanskrit in _MODIFIERS}
_OPENING_MODIFIERS: Final = frozenset(english[0] for english, _ in _MODIFIERS)


def _has_ending(folded: str) -> bool:
    return folded.endswith(_ENDINGS)


def _stem(folded: str) -> str:
    """Cut off the ending -asana, in its short and faulty spellings too, or a final -a."""
    return folded.removesuffix(next(filter(folded.endswith, _ENDINGS), "a"))


def _sanskrit(words: Iterable[str]) -> str:
    """Return the key of a Sanskrit name: its folded letters without spaces, ending in "asana" if it has an ending."""
    folded = _fold("".join(words))
    return f"{_stem(folded)}asana" if _has_ending(folded) else folded.removesuffix("a")


class _Name(NamedTuple):
    """A name with its number or letter ("#2", "#b", ""), its English words, and its keys in English and Sanskrit."""

    words: Sequence[str]
    ordinal: str
    tokens: Sequence[str]
    english: str
    sanskrit: str


def _parse(spoken: Iterable[str]) -> _Name:
    """Read the words of a name."""
    words, ordinal = _take_apart(spoken)
    tokens = _english(words)
    return _Name(words, ordinal, tokens, "".join(tokens), _sanskrit(words))


def _tolerance(length: int) -> int:
    """How many typing errors are forgiven in a word of so many letters."""
    return 0 if length < 5 else 1 if length < 10 else 2 if length < 15 else 3


def _distance(one: str, other: str, limit: int) -> int:
    """Count the letters to add, drop, change or swap with their neighbour; anything over ``limit`` is limit + 1."""
    if abs(len(one) - len(other)) > limit:
        return limit + 1
    before: list[int] = []
    above = list(range(len(other) + 1))
    for i, letter in enumerate(one, 1):
        row = [i] + [limit + 1] * len(other)
        for j in range(max(1, i - limit), min(len(other), i + limit) + 1):
            row[j] = min(above[j] + 1, row[j - 1] + 1, above[j - 1] + (letter != other[j - 1]))
            if i > 1 and j > 1 and letter == other[j - 2] and one[i - 2] == other[j - 1]:
                row[j] = min(row[j], before[j - 2] + 1)
        if min(row) > limit:
            return limit + 1
        before, above = above, row
    return above[-1]


class PoseNames:
    """All names of poses and pose sequences, and the poses they mean.

    ``labels`` are (IRI, name, language tag); the first English one of an IRI is its preferred name.
    ``variations`` are pairs of a pose and the pose of which it is a form, ``sequences`` the IRIs of sequences.
    """

    def __init__(
        self,
        labels: Iterable[tuple[str, str, str]],
        *,
        variations: Iterable[tuple[str, str]] = (),
        sequences: Iterable[str] = (),
    ) -> None:
        self._sequences = frozenset(sequences)
        self._names: dict[str, list[str]] = {}
        self._preferred: dict[str, str] = {}
        self._parents = dict(variations)
        self._by_english: dict[str, list[str]] = {}
        self._plain: dict[str, list[str]] = {}
        self._by_sanskrit: dict[str, list[str]] = {}
        self._families: dict[str, list[str]] = {}
        self._english_names: list[tuple[list[str], str, str]] = []
        self._sanskrit_words: set[str] = set()
        for iri, label, language in labels:
            self._names.setdefault(iri, []).append(label)
            spoken = _split_words(label)
            words, ordinal = _take_apart(spoken)
            if language == "en":
                self._preferred.setdefault(iri, label)
                tokens = _english(words)
                key = "".join(tokens)
                _add(self._by_english, key + ordinal, iri)
                if _POSE_WORDS.isdisjoint(spoken):
                    _add(self._plain, key + ordinal, iri)
                self._english_names.append((tokens, ordinal, iri))
            else:
                key = _sanskrit(words)
                _add(self._by_sanskrit, key + ordinal, iri)
                self._sanskrit_words.update(words)
            if ordinal:
                _add(self._families, key, iri)

    @classmethod
    @cache
    def shipped(cls) -> PoseNames:
        """Return the names of the register that comes with the package."""
        from pyoxigraph import Literal, NamedNode, RdfFormat, parse

        from yogakg.resources import read

        ranks = {f"{_SKOS}{kind}Label": rank for rank, kind in enumerate(("pref", "alt", "hidden"))}
        labels: list[tuple[int, bool, str, str, str]] = []
        variations: list[tuple[str, str]] = []
        sequences: list[str] = []
        for quad in parse(read("ontology", "poses.ttl"), format=RdfFormat.TURTLE):
            subject, thing = quad.subject, quad.object
            predicate = quad.predicate.value
            if predicate in ranks and isinstance(thing, Literal) and isinstance(subject, NamedNode):
                language = thing.language or ""
                labels.append((ranks[predicate], language != "en", subject.value, thing.value, language))
            elif thing == NamedNode(f"{YOGA}PoseSequence") and isinstance(subject, NamedNode):
                sequences.append(subject.value)
            elif predicate == f"{YOGA}variationOf" and isinstance(thing, NamedNode) and isinstance(subject, NamedNode):
                variations.append((subject.value, thing.value))
        labels.sort()
        named = ((iri, label, language) for _, _, iri, label, language in labels)
        return cls(named, variations=variations, sequences=sequences)

    def __iter__(self) -> Iterator[str]:
        """Go through the IRIs of all poses and sequences."""
        return iter(self._names)

    def is_sequence(self, iri: str) -> bool:
        """Say whether an IRI is that of a pose sequence."""
        return iri in self._sequences

    def labels(self, iri: str) -> tuple[str, ...]:
        """Return all names of a pose, the preferred English one first; none if the pose is not registered."""
        return tuple(self._names.get(iri, ()))

    def lookup(self, words: str) -> tuple[str, ...]:
        """Return the poses that words of a running text name, without any guessing.

        A name that is only registered with "pose" needs that word, or a capital in each of several words:
        "the tree pose" and "Bound Angle" are names, "the tree" and "a bound angle" are not.
        """
        spoken = _split_words(words)
        name = _parse(spoken)
        written = [word for word in re.findall(r"[^\W\d_]{3,}", words) if word not in _SMALL_WORDS]
        named = not _POSE_WORDS.isdisjoint(spoken) or (
            len(name.tokens) > 1 and all(word[0].isupper() for word in written)
        )
        english = (self._by_english if named else self._plain).get(name.english + name.ordinal, ())
        sanskrit = self._by_sanskrit.get(name.sanskrit + name.ordinal, ())
        return tuple(dict.fromkeys((*english, *sanskrit)))

    def resolve(self, name: str) -> Resolution:
        """Find the pose that a name means.

        Reads any case, with or without diacritics, in Devanagari, joined, with or without the ending, in English,
        as two names of one pose ("Staff Pose (Dandasana)") and with small typing errors. Where two poses
        are as likely, or two names disagree, it does not choose.
        """
        if len(name) > _LONGEST:
            return Resolution(name)
        found = self._meant(name)
        if len(found) == 1:
            return Resolution(name, found[0], self._label(found[0]))
        likely = found or self._family(_parse(_split_words(name))) or self._similar(name)
        return Resolution(name, candidates=tuple(Candidate(iri, self._label(iri)) for iri in likely))

    def named(self, name: str) -> str | None:
        """Return the pose that a name means, or None; unlike :meth:`resolve` it looks for no candidates."""
        found = self._meant(name) if len(name) <= _LONGEST else ()
        return found[0] if len(found) == 1 else None

    def whole(self, iris: Sequence[str]) -> str | None:
        """Return the one of some poses of which all others are forms, or None: that which a name without more means."""
        return next((iri for iri in iris if all(iri in self._forms(other) for other in iris)), None)

    def _meant(self, name: str) -> tuple[str, ...]:
        parsed = _parse(_split_words(name))
        if found := self._exactly(parsed):
            return found
        parts = [part for part in _SEPARATOR.split(name) if part.strip()]
        if len(parts) > 1:
            return self._together(parts, forms=not _ALTERNATIVE.search(name))
        return self._twofold(name) or self._alone(parsed)

    # -- what a name means ---------------------------------------------------------------------------------------

    def _exactly(self, name: _Name) -> tuple[str, ...]:
        """Return the poses registered under a name; for a name without its number all that have one."""
        found = self._registered(name, name.ordinal)
        if not found and not name.ordinal:
            family = self._family(name)
            found = family if len(family) > 1 else ()
        return found

    def _registered(self, name: _Name, ordinal: str) -> tuple[str, ...]:
        english = self._by_english.get(name.english + ordinal, ())
        sanskrit = self._by_sanskrit.get(name.sanskrit + ordinal, ())
        return tuple(dict.fromkeys((*english, *sanskrit))) if english or sanskrit else ()

    def _family(self, name: _Name) -> tuple[str, ...]:
        """Return the poses that have a name with a number, whatever the number."""
        numbered = (*self._families.get(name.english, ()), *self._families.get(name.sanskrit, ()))
        plain = self._registered(name, "") if name.ordinal else ()
        return tuple(dict.fromkeys((*plain, *numbered)))

    def _together(self, parts: Sequence[str], *, forms: bool) -> tuple[str, ...]:
        """Return what several names say together: the poses that none of them excludes, or else all they mean.

        With ``forms`` a name does not exclude the forms of its poses: "Head-to-Knee Pose (Janu Sirsasana B)".
        """
        rest = list(parts)
        at = 0
        while at + 1 < len(rest):  # "Triangle Pose (Revolved)", "Virabhadrasana (II)", "(Marjaryasana / Bitilasana)"
            one, other = rest[at : at + 2]
            both = (f"{one} {other}", f"{other} {one}")
            if merged := next((name for name in both if self._exactly(_parse(_split_words(name)))), None):
                rest[at : at + 2] = [merged]
            at += not merged
        if any(_changes(part) for part in rest):
            return ()
        meanings: dict[str, tuple[str, ...]] = {}
        for part in rest:
            name = _parse(_split_words(part))
            meanings[part] = self._exactly(name) or self._alone(name)
            if not forms and not meanings[part]:
                return ()  # one known word in a list of others names nothing: "knee, hip or back injury"
        if any(self._unknown_form(part) for part in rest if not meanings[part]):
            return ()
        said = [found for found in meanings.values() if found]
        if not forms and len(said) < len(rest):
            return ()  # nor does a list that has a name twice
        every = tuple(dict.fromkeys(iri for found in said for iri in found))
        for reach in (self._itself, self._forms) if forms else (self._itself,):
            allowed = tuple(iri for iri in every if all(any(form in found for form in reach(iri)) for found in said))
            if allowed:
                return allowed
        return every

    def _unknown_form(self, part: str) -> bool:
        """Tell whether words name a form of a pose that is not registered, such as "Extended Revolved Triangle"."""
        tokens = _english(_split_words(part))
        return not _CHANGING_WORDS.isdisjoint(tokens) and self._english_words.issuperset(tokens)

    @staticmethod
    def _itself(iri: str) -> Iterator[str]:
        yield iri

    def _forms(self, iri: str | None) -> Iterator[str]:
        """Yield a pose and the poses of which it is a form."""
        while iri:
            yield iri
            iri = self._parents.get(iri)

    def _twofold(self, name: str) -> tuple[str, ...]:
        """Read two names of one pose that nothing separates: "Dandasana Staff Pose"."""
        spoken = [_split_words(word) for word in re.split(r"[\s-]+", name.strip())]
        for middle in range(1, len(spoken)):
            one = self._exactly(_parse(chain(*spoken[:middle])))
            other = self._exactly(_parse(chain(*spoken[middle:]))) if one else ()
            if len(found := tuple(iri for iri in one if iri in other)) == 1:
                return found
        return ()

    def _alone(self, name: _Name) -> tuple[str, ...]:
        """Return what a name means that is not registered as it is written."""
        if not name.words or (name.ordinal and self._family(name)):
            return ()
        for reading in (self._by_ending, self._by_sound, self._by_order, self._by_modifier, self._by_correction):
            if found := reading(name):
                return found
        return ()

    def _by_ending(self, name: _Name) -> tuple[str, ...]:
        """Read a Sanskrit name that lacks -asana or has it too much: "Trikona", "Viparita Karani Asana"."""
        key = name.sanskrit
        if key in _OTHER_PRACTICES:
            return ()
        stem = key.removesuffix("asana")
        other = stem if stem != key else f"{key}asana"
        return tuple(self._by_sanskrit.get(other + name.ordinal, ())) if len(stem) > 2 else ()

    def _by_sound(self, name: _Name) -> tuple[str, ...]:
        """Read a Sanskrit name whose short vowels are left out, or English that spells a Sanskrit name its own way."""
        bare = name.sanskrit.replace("a", "")
        found = self._skeletons.get(bare + name.ordinal, ()) if len(bare) > 4 else ()
        sound = _fold(name.english)
        return tuple(found or (self._sounds.get(sound + name.ordinal, ()) if len(sound) > 5 else ()))

    def _by_order(self, name: _Name) -> tuple[str, ...]:
        """Read English words in another order, without "facing", or with "stretch" after them."""
        found = self._orders.get((*_sorted(name.tokens), name.ordinal), ())
        if not found and len(name.tokens) > 1 and name.tokens[-1] == "stretch":
            found = self._by_english.get("".join(name.tokens[:-1]) + name.ordinal, ())
        return tuple(found)

    def _by_modifier(self, name: _Name) -> tuple[str, ...]:
        """Read a name half English and half Sanskrit: "Reclined Baddha Konasana", "Supta Butterfly"."""
        spoken = [word for word in name.words if _english_word(word)]
        opening = tuple(map(_english_word, spoken[:2]))
        folded = {length: _fold("".join(name.words[:length])) for length in (1, 2)}
        if _OPENING_MODIFIERS.isdisjoint(opening[:1]) and not any(key in _FOLDED_MODIFIERS for key in folded.values()):
            return ()
        for english, sanskrit in _MODIFIERS:
            length = len(english)
            if opening[:length] == english and (
                found := self._by_sanskrit.get(_sanskrit([sanskrit.replace(" ", ""), *spoken[length:]]) + name.ordinal)
            ):
                return tuple(found)
            length = len(sanskrit.split())
            if _FOLDED_MODIFIERS.get(folded[length]) == sanskrit and (
                found := self._by_english.get("".join((*english, *_english(name.words[length:]))) + name.ordinal)
            ):
                return tuple(found)
        return ()

    # -- typing errors -------------------------------------------------------------------------------------------

    def _by_correction(self, name: _Name) -> tuple[str, ...]:
        """Read a name with small typing errors in words that are not words of other names."""
        english: Sequence[str] = ()
        if not any(map(_has_ending, name.tokens)):
            corrected = [*takewhile(bool, map(self._corrected_english, name.tokens))]
            if len(corrected) == len(name.tokens):
                english = self._by_english.get("".join(corrected) + name.ordinal, ())
        return tuple(dict.fromkeys((*english, *self._corrected_sanskrit(name))))

    def _corrected_english(self, token: str) -> str:
        # A short English word is too often another word: "float" is not a misspelt "flat".
        return _nearest(token, self._english_initials.get(token[0], frozenset()), shortest=6)

    def _corrected_sanskrit(self, name: _Name) -> Sequence[str]:
        stem = name.sanskrit.removesuffix("asana")
        kind = (name.ordinal, stem != name.sanskrit)
        limit = _tolerance(len(stem))
        alike = {
            other: iris
            for other, iris in self._stems.get((*kind, stem[:1]), {}).items()
            if abs(len(other) - len(stem)) <= limit
        }
        stems = [(word, part) for word in name.words if (part := _stem(_fold(word)))]
        if not alike and not all(self._corrected(part) for _, part in stems):
            return ()
        if not stem or self._composed(stem):
            return ()  # known words in a new order are another pose, not a slip
        corrected = [self._corrected(part) for _, part in stems]
        if all(corrected):
            whole = _stem(_fold("".join(f"{part}a" for part in corrected)))
            return self._stems.get((*kind, whole[:1]), {}).get(whole, ())
        kept = [part for part in corrected if part]
        limit = min(limit, sum(_tolerance(len(_fold(word))) for word, part in stems if not self._composed(part)))
        near: dict[int, dict[str, None]] = {}
        for other, iris in alike.items():
            if all(part in other for part in kept):
                near.setdefault(_distance(stem, other, limit), {}).update(dict.fromkeys(iris))
        closest = min(near, default=limit + 1)
        return () if closest > limit else tuple(near[closest])

    def _corrected(self, stem: str) -> str:
        """Return a stem that is made of known Sanskrit words as it is, and any other one without its typing error."""
        return stem if self._composed(stem) else _nearest(stem, self._sanskrit_initials.get(stem[0], frozenset()))

    def _composed(self, stem: str) -> bool:
        """Tell whether a stem is made of known Sanskrit words only."""
        if stem in self._sanskrit_stems:
            return True
        return any(
            stem.startswith(word) and self._composed(stem[length:].removeprefix("a"))
            for length in range(3, len(stem) - 1)
            if (word := stem[:length]) in self._sanskrit_stems
        )

    def _similar(self, name: str) -> tuple[str, ...]:
        """Return up to five poses that parts of an unknown name name, or whose names look most like it."""
        from difflib import get_close_matches

        parsed = _parse(_split_words(name))
        near = [
            *get_close_matches(parsed.english + parsed.ordinal, self._by_english, n=3, cutoff=0.7),
            *get_close_matches(parsed.sanskrit + parsed.ordinal, self._by_sanskrit, n=3, cutoff=0.75),
        ]
        words = parsed.words
        ends = (part for cut in range(1, len(words)) for part in (words[cut:], words[:-cut]))
        known = (
            iri for part in (*map(_split_words, _SEPARATOR.split(name)), *ends) for iri in self._exactly(_parse(part))
        )
        found = (iri for key in near for iri in (*self._by_english.get(key, ()), *self._by_sanskrit.get(key, ())))
        return tuple(dict.fromkeys((*known, *found)))[:5]

    # -- indexes that only unusual names need --------------------------------------------------------------------

    @cached_property
    def _skeletons(self) -> dict[str, list[str]]:
        return _index((key.replace("a", ""), iri) for key, iris in self._by_sanskrit.items() for iri in iris)

    @cached_property
    def _sounds(self) -> dict[str, list[str]]:
        return _index((_fold("".join(tokens)) + ordinal, iri) for tokens, ordinal, iri in self._english_names)

    @cached_property
    def _orders(self) -> dict[tuple[str, ...], list[str]]:
        return _index(((*_sorted(tokens), ordinal), iri) for tokens, ordinal, iri in self._english_names)

    @cached_property
    def _english_words(self) -> frozenset[str]:
        return frozenset(token for tokens, _, _ in self._english_names for token in tokens)

    @cached_property
    def _english_initials(self) -> dict[str, frozenset[str]]:
        return _by_initial(self._english_words)

    @cached_property
    def _sanskrit_initials(self) -> dict[str, frozenset[str]]:
        return _by_initial(self._sanskrit_stems)

    @cached_property
    def _sanskrit_stems(self) -> frozenset[str]:
        return frozenset(stem for word in self._sanskrit_words if len(stem := _stem(_fold(word))) > 2)

    @cached_property
    def _stems(self) -> dict[tuple[str, bool, str], dict[str, list[str]]]:
        """The poses of every Sanskrit stem, by the number of the name, whether it ends in -asana, and its initial."""
        stems: dict[tuple[str, bool, str], dict[str, list[str]]] = {}
        for key, iris in self._by_sanskrit.items():
            name, mark, number = key.partition("#")
            stem = name.removesuffix("asana")
            stems.setdefault((mark + number, stem != name, stem[:1]), {})[stem] = iris
        return stems

    def _label(self, iri: str) -> str:
        return self._preferred.get(iri) or self._names[iri][0]


def _add(index: dict[_Key, list[str]], key: _Key, iri: str) -> None:
    if key and iri not in index.setdefault(key, []):
        index[key].append(iri)


def _index(pairs: Iterable[tuple[_Key, str]]) -> dict[_Key, list[str]]:
    index: dict[_Key, list[str]] = {}
    for key, iri in pairs:
        _add(index, key, iri)
    return index


def _sorted(tokens: Iterable[str]) -> list[str]:
    return sorted(word for word in tokens if word != "facing")


def _by_initial(words: Iterable[str]) -> dict[str, frozenset[str]]:
    initials: defaultdict[str, set[str]] = defaultdict(set)
    for word in words:
        initials[word[0]].add(word)
    return {initial: frozenset(found) for initial, found in initials.items()}


def _changes(words: str) -> bool:
    """Tell whether words only make a pose another one: "revolved", "half", "II", "preparation"."""
    tokens = _english(_split_words(words))
    return bool(tokens) and _CHANGING_WORDS.issuperset(tokens)


@lru_cache(maxsize=8192)
def _nearest(word: str, known: frozenset[str], *, shortest: int = 0) -> str:
    """Return the word itself if it is known, else the one known word that a small typing error turns into it, or "".

    ``known`` are the known words with the same first letter.
    """
    if word in known:
        return word
    if len(word) < shortest:
        return ""
    limit = _tolerance(len(word))
    if not limit:
        return ""
    near: dict[int, list[str]] = {}
    for other in known:
        if abs(len(other) - len(word)) <= limit:
            near.setdefault(_distance(word, other, limit), []).append(other)
    closest = min(near, default=limit + 1)
    return near[closest][0] if closest <= limit and len(near[closest]) == 1 else ""
