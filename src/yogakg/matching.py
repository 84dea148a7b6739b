"""When an extracted fact is the same as one that a person wrote down.

Two names are the same if they have the same words, whatever their order, number and spelling; names of poses also
if they sound alike. Small words do not count. A name without any Latin letter is the same as itself alone.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from typing import Any, Final

#: An extracted fact, or one that a person wrote down; ``evaluation`` and ``gold`` say what is in them.
Fact = Mapping[str, Any]

_POSE_PREDICATES: Final = frozenset({"prepares", "next_level", "follow_up", "counter", "variation", "starts_from"})
#: Words that an object may have or lack.
_SMALL: Final = frozenset({"the", "a", "an", "of", "your", "in", "to", "and", "pose", "asana", "muscle", "s"})
#: Plurals that no ending tells, and words that count as one.
_SAME: Final = {
    "feet": "foot",
    "teeth": "tooth",
    "women": "woman",
    "children": "child",
    "calves": "calf",
    "halves": "half",
    "knives": "knife",
    "selves": "self",
    "problems": "problem",
    "disk": "disc",
    "disks": "disc",
    "diarrhoea": "diarrhea",
    "oedema": "edema",
    "low": "lower",
    "spinal": "spine",
    "pelvic": "pelvis",
    "abdominal": "abdomen",
    "digestive": "digestion",
    "stiffness": "stiff",
    "tightness": "tight",
    "tension": "tight",
    "injured": "injury",
    "belt": "strap",
    "cushion": "pillow",
}
#: Words that count as one if they stand together; low blood pressure is not the lower of two.
_TOGETHER: Final = (
    ("back bend", "backbend"),
    ("forward fold", "forward bend"),
    ("table top", "tabletop"),
    ("can t", "cannot"),
    ("can not", "cannot"),
    ("low blood", "underpressure blood"),
    ("half moon", "halfmoon"),
)
#: Words of which one cannot stand for another, however much else two objects share.
_CONTRASTS: Final = tuple(
    frozenset(words.split())
    for words in (
        "high underpressure",
        "upper lower middle",
        "inner outer",
        "front back",
        "forward backward backbend",
        "upward downward up down",
        "seated standing supine prone kneeling reclined reclining supta",
        "revolved extended bound",
        "half full ardha",
        "first second third",
        "recent old",
        "i ii iii iv 1 2 3",
    )
)
#: Letters with marks that are written with two letters where there are no marks.
_MARKED: Final = (("s\u0301", "sh"), ("s\u0323", "sh"), ("r\u0323", "ri"))
#: Spellings of Sanskrit that sound alike, in the order in which they are replaced.
_SOUNDS: Final = {
    "sh": "s",
    "ri": "r",
    "ru": "r",
    "w": "v",
    "ee": "i",
    "oo": "u",
    "aa": "a",
    "th": "t",
    "dh": "d",
    "bh": "b",
    "kh": "k",
    "ch": "c",
    "y": "i",
}
_DOUBLED: Final = re.compile(r"(.)\1+")
_WORD: Final = re.compile(r"[a-z0-9]+")
_LONG_PLURAL: Final = re.compile(r"(?:[cs]h|ss|x|z|us)es$")
_TIME: Final = re.compile(r"(\d+(?:\.\d+)?|½) ?(seconds?|secs?|s|minutes?|mins?|m|hours?|h|breaths?)?\b")
_ONE: Final = re.compile(r"\b(?:an?|one) (?=minute|min|hour|breath)")
_FACTORS: Final = {"s": 1, "m": 60, "h": 3600, "b": 1}
_OPEN_BELOW: Final = re.compile(r"\b(?:up|few)\b")


def match(wanted: Sequence[Fact], facts: Sequence[Fact], *, relaxed: bool = False) -> dict[int, int]:
    """Match facts with wanted ones one to one, as many as possible, optional ones last.

    Returns the index of a wanted fact by the index of its fact. Strictly, the qualifier must be the same where one is
    wanted, and the object in all its words; relaxed, two thirds of the words are enough unless one that turns the
    meaning differs.
    """
    matched: dict[int, int] = {}
    candidates = [[i for i, fact in enumerate(facts) if _matches(gold, fact, relaxed=relaxed)] for gold in wanted]

    def place(index: int, tried: set[int]) -> bool:
        """Find a fact for a wanted one, moving others to another fact if need be."""
        for fact in candidates[index]:
            if fact in tried:
                continue
            tried.add(fact)
            if fact not in matched or place(matched[fact], tried):
                matched[fact] = index
                return True
        return False

    for index in sorted(range(len(wanted)), key=lambda index: bool(wanted[index].get("opt"))):
        place(index, set())
    return matched


def is_same_object(gold: Fact, fact: Fact) -> bool:
    """Say whether two facts are about the same object, by any of its names."""
    wanted, found = _names(gold, "alt"), _names(fact, "labels")
    if gold["p"] == "hold_time":
        lengths = set(map(_time, wanted)) & set(map(_time, found)) - {None}
        return bool(lengths) or not set(map(_fold, wanted)).isdisjoint(map(_fold, found))
    small = gold["p"] == "etymology"
    if not {words(name, small=small) for name in wanted}.isdisjoint(words(name, small=small) for name in found):
        return True
    return gold["p"] in _POSE_PREDICATES and not set(map(_sound, wanted)).isdisjoint(map(_sound, found))


def content(fact: Fact) -> tuple[str, frozenset[str], str | None]:
    """Return what makes a fact a repetition of another."""
    return fact["p"], words(fact["o"]), fact.get("q")


def _matches(gold: Fact, fact: Fact, *, relaxed: bool) -> bool:
    if fact["p"] != gold["p"] and fact["p"] not in gold.get("p_alt", ()):
        return False
    if not relaxed and gold.get("q") is not None and fact.get("q") not in (gold["q"], *gold.get("q_alt", ())):
        return False
    if is_same_object(gold, fact):
        return True
    return relaxed and gold["p"] != "hold_time" and _is_close(_names(gold, "alt"), _names(fact, "labels"))


def _names(fact: Fact, others: str) -> tuple[str, ...]:
    return (fact["o"], *fact.get(others, ()))


def _is_close(wanted: Iterable[str], found: Sequence[str]) -> bool:
    """Say whether two objects share two thirds of their words, and differ in none that turns the meaning."""
    for one in map(words, wanted):
        for other in map(words, found):
            enough = 3 * len(one & other) >= 2 * max(len(one), len(other))
            if enough and all(one & contrast == other & contrast for contrast in _CONTRASTS):
                return True
    return False


# -- names ----------------------------------------------------------------------------------------


@lru_cache(maxsize=50_000)
def words(name: str, *, small: bool = False) -> frozenset[str]:
    """Return the words of a name, whatever their order and spelling; small ones only if asked for or alone."""
    found = [_singular(word) for word in _fold(name).split()]
    return frozenset(found if small else [word for word in found if word not in _SMALL] or found)


def _fold(text: str) -> str:
    """Return the words of a text in small letters without accents."""
    plain = unicodedata.normalize("NFKD", text.lower())
    plain = "".join(letter for letter in plain if not unicodedata.combining(letter))
    folded = " ".join(_WORD.findall(plain))
    for apart, joined in _TOGETHER:
        if apart in folded:
            folded = re.sub(rf"\b{apart}\b", joined, folded)
    return folded or text.casefold()


def _singular(word: str) -> str:
    if word in _SAME:
        return _SAME[word]
    if len(word) > 3 and word.endswith("ies"):
        word = word[:-3] + "y"
    elif len(word) > 4 and _LONG_PLURAL.search(word):
        word = word[:-2]
    elif len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is")):
        word = word[:-1]
    return _SAME.get(word, word)


@lru_cache(maxsize=50_000)
def _sound(name: str) -> str:
    """Return a key under which the usual spellings of a Sanskrit name fall together."""
    key = unicodedata.normalize("NFKD", name)
    for marked, plain in _MARKED:
        key = key.replace(marked, plain)
    key = _fold(key)
    for written, sound in _SOUNDS.items():
        key = key.replace(written, sound)
    return _DOUBLED.sub(r"\1", key.replace(" ", ""))


@lru_cache(maxsize=5_000)
def _time(name: str) -> tuple[float, float, str] | None:
    """Return the least and the most of a time in seconds or breaths; a number without a unit has the last one."""
    plain = _ONE.sub("1 ", name.casefold().replace("–", "-").replace("-", " - "))
    told = _TIME.findall(plain)
    if not told:
        return None
    last = next((unit for _, unit in reversed(told) if unit), "s")
    values = [(0.5 if number == "½" else float(number)) * _FACTORS[(own or last)[0]] for number, own in told]
    least = 0.0 if _OPEN_BELOW.search(plain) else min(values)
    return least, max(values), "breath" if "breath" in plain else "s"
