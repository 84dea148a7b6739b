"""Read damaged and made-up articles, and say where the article loader breaks or tells what cannot be.

Usage: python bench/fuzz.py [--count N] [--seed S] [--first I] [--sample N] [--keep FOLDER]

Each input is made from the seed and its number alone, so one that failed is made again by
``--seed S --first I --count 1``. An input may be refused with an error of the project's own; else it must
be read twice alike, each claim must stand in characters of the text and name its rule, and of every
``--sample``-th the triples must survive being written and read and must conform to the shapes.
Exits with 1 if an input failed; ``--keep`` writes such inputs to files.
"""

from __future__ import annotations

import argparse
import logging
import random
import sys
import time
import traceback
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pyoxigraph as ox

from yogakg import reasoning, validation
from yogakg.errors import YogaError
from yogakg.facts import Document
from yogakg.graph import triples
from yogakg.lexicon import Lexicon
from yogakg.loaders.article import read_article, rules
from yogakg.loaders.article.recognition.words import table
from yogakg.names import PoseNames
from yogakg.store import Store

ROOT = Path(__file__).parents[1]
FOLDERS = ("tests/data/articles", "tests/data/heldout", "examples")
NAMES = ("tree-pose.txt", "a.md", "page.html", "notes", ".html", "५.txt", "12 Cobra_Pose (1).markdown", "x.htm")
ODD = (
    "\u0000\u0001\b\t\r\x0b\x0c\x1b\x1c\x7f\x85\u00a0\u00ad\u0301\u0345\u0489\u061c\u115f\u180e\u200b\u200c\u200d"
    "\u200e\u200f\u2028\u2029\u202a\u202e\u2060\u2066\u2069\u20e3\u3000\ufe0f\ufeff\ufffd\uffff\ufdfa\U000e0041"
)
MARKS = "•*_#>|[](){}<>!\"'`~=-–—.:;?,/\\…“”‘’«»½²①٥५³ªßŉİıǆśṣआसनयोगशּׂלוםسलام🧘🏽‍♀️👉✅"
WORDS = ("वृक्षासन", "शवासन", "अधो मुख श्वानासन", "שלום", "مرحبا", "ｆｕｌｌ ｗｉｄｔｈ", "ŚĪRṢĀSANA", "vr̥kṣāsana", "30-60")
PAGE = (
    "<p>", "</p>", "<ul><li>", "</li>", "<div", "<!--", "-->", "<h2>", "</h3>", "<br/>", "&amp;", "&#0;", "&#x1F9D8;",
    "<script>", "</script", "<table><tr><td>", "<dl><dt>", "<dd>", "<![CDATA[", "<?xml?>", "<a href='", "<svg><title>",
)  # fmt: skip
LAYOUT = ("\n", "\n\n", "\n- ", "\n1. ", "\n# ", "\n\t• ", "\r\n", "\r", " | ", "\n> ", "\n---\n", ": ", "; ", " – ")
#: Characters of the longest part of an article that an input takes, most often; one input in fifty takes more.
SHORT = 1200


def main(arguments: list[str]) -> int:
    """Make and read the inputs, and print what came of them."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--count", type=int, default=100_000, help="how many inputs to read")
    parser.add_argument("--seed", type=int, default=1, help="what the inputs are made from")
    parser.add_argument("--first", type=int, default=0, help="the number of the first input")
    parser.add_argument("--sample", type=int, default=200, help="of every how many inputs the triples are checked")
    parser.add_argument("--keep", type=Path, help="a folder for the inputs that failed")
    given = parser.parse_args(arguments)
    logging.disable(logging.CRITICAL)
    print(f"seed {given.seed}, inputs {given.first} to {given.first + given.count - 1}", flush=True)
    check((ROOT / "examples" / "head-to-knee-pose.txt").read_bytes(), name="head-to-knee-pose.txt", conforms=True)
    start = time.monotonic()
    outcomes: Counter[str] = Counter()
    claims = 0
    slowest = (0.0, 0, 0)
    for number in range(given.first, given.first + given.count):
        data, name = make(given.seed, number)
        began = time.process_time()
        try:
            document = check(data, name=name, conforms=number % given.sample == 0)
        except Exception:
            outcomes["failed"] += 1
            print(f"input {number} ({name!r}, {len(data)} bytes) failed:\n{traceback.format_exc()}", flush=True)
            if given.keep:
                given.keep.mkdir(parents=True, exist_ok=True)
                (given.keep / f"{given.seed}-{number}.bin").write_bytes(data)
            continue
        slowest = max(slowest, (time.process_time() - began, len(data), number))
        outcomes["read" if document else "refused"] += 1
        claims += sum(1 for _ in document.claims()) if document else 0
        if (number + 1) % 10_000 == 0:
            print(f"{number + 1}: {dict(outcomes)}, {time.monotonic() - start:.0f} s", flush=True)
    print(f"{given.count} inputs in {time.monotonic() - start:.0f} s: {dict(outcomes)}, {claims} claims")
    print(f"slowest: input {slowest[2]}, {slowest[1]} bytes, {slowest[0]:.2f} s")
    return 1 if outcomes["failed"] else 0


# -- what must hold -------------------------------------------------------------------------------


def check(data: bytes, *, name: str, conforms: bool) -> Document | None:
    """Read an input and assert what must hold of whatever is read; None if it is refused."""
    try:
        document = read_article(data, name=name)
    except YogaError:
        return None
    for _, claim in document.claims():
        assert claim.rule in _rule_names(), f"no rule {claim.rule}"
    spans = [claim.span for _, claim in document.claims()] + [mention.span for mention in document.mentions]
    for span in (*spans, *document.unused):
        assert 0 <= span.start < span.end <= len(document.text), f"{span} lies outside the text"
        assert document.text[span.start : span.end].strip(), f"{span} is blank"
    assert read_article(data, name=name) == document, "read again, the document says something else"
    if conforms:
        _check_triples(document)
    return document


def _check_triples(document: Document) -> None:
    stated = list(triples(document))
    text = ox.serialize(stated, format=ox.RdfFormat.TURTLE)
    assert text is not None
    again = {quad.triple for quad in ox.parse(text, format=ox.RdfFormat.TURTLE)}
    assert again == set(stated), "written and read, the triples differ"
    findings = validation.validate_source(stated, reasoning.infer(stated, _terms()), _terms())
    violations = [str(finding) for finding in findings if finding.severity == "violation"]
    assert not violations, violations


@cache
def _rule_names() -> frozenset[str]:
    return frozenset(rule.name for rule in rules())


@cache
def _store() -> Store:
    return Store.open(":memory:")


def _terms() -> ox.Store:
    return _store().terms


# -- how inputs are made --------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Material:
    """What inputs are made from: articles, the cue phrases, the names of terms and of poses."""

    articles: tuple[str, ...]
    cues: tuple[str, ...]
    labels: tuple[str, ...]
    poses: tuple[str, ...]


@cache
def material() -> Material:
    """Gather the material, in an order that does not change."""
    paths = [path for folder in FOLDERS for path in sorted((ROOT / folder).glob("*.[mth]*"))]
    names = PoseNames.shipped()
    return Material(
        articles=tuple(path.read_text(encoding="utf-8") for path in paths),
        cues=tuple(sorted(set(_strings(table())))),
        labels=tuple(sorted({name for entry in Lexicon.shipped() for name in (*entry.labels, *entry.hidden)})),
        poses=tuple(sorted({name for pose in names for name in names.labels(pose)})),
    )


def _strings(value: object) -> Iterator[str]:
    """Yield all words of a table of words, keys (the headings of its groups) included."""
    if isinstance(value, dict):
        yield from (str(key) for key in value)
        value = list(value.values())
    if isinstance(value, list):
        for member in value:
            yield from _strings(member)
    elif isinstance(value, str):
        yield value


def make(seed: int, number: int) -> tuple[bytes, str]:
    """Make the input of a number: its bytes and its file name."""
    chance = random.Random(f"{seed}-{number}")  # noqa: S311 - the same inputs again, no secret
    name = chance.choice(NAMES) if chance.random() < 0.5 else "tree-pose.txt"
    if chance.random() < 0.03:
        return chance.randbytes(chance.randint(0, 400)), name
    text = chance.choice((_excerpt, _excerpt, _told, _told, _mixed))(chance)
    for _ in range(chance.choice((0, 1, 1, 2, 3, 6))):
        text = chance.choice(DAMAGES)(text, chance)
    if chance.random() < 0.1:
        text = f"<article><h1>{chance.choice(material().poses)}</h1><p>{text}</p></article>"
    return _encoded(text, chance), name


def _excerpt(chance: random.Random) -> str:
    """Take a title and a part of a real article."""
    article = chance.choice(material().articles)
    start = chance.randrange(len(article))
    length = chance.randint(0, SHORT if chance.random() < 0.98 else 10_000)
    return f"{chance.choice(material().poses)}\n\n{article[start : start + length]}"


def _told(chance: random.Random) -> str:
    """Join cue phrases and names of terms and poses, as sentences and lists do."""
    known = material()
    kinds = (known.cues, known.cues, known.cues, known.labels, known.labels, known.poses, WORDS, PAGE)
    joints = (" ", " ", " ", " ", ", ", " and ", " or ", ". ", "", *LAYOUT)
    parts = [chance.choice(known.poses), "\n\n"]
    for _ in range(chance.randint(1, 60)):
        parts += [chance.choice(chance.choice(kinds)), chance.choice(joints)]
    return "".join(parts)


def _mixed(chance: random.Random) -> str:
    return _excerpt(chance) + chance.choice(LAYOUT) + _told(chance)


def _run(text: str, chance: random.Random) -> tuple[int, int]:
    """Choose a run of characters, short ones more often."""
    start = chance.randint(0, len(text))
    return start, min(len(text), start + int(chance.expovariate(1 / 60)))


def _delete(text: str, chance: random.Random) -> str:
    start, end = _run(text, chance)
    return text[:start] + text[end:]


def _splice(text: str, chance: random.Random) -> str:
    start, end = _run(text, chance)
    other = chance.choice(material().articles)
    first, last = _run(other, chance)
    return text[:start] + other[first:last] + text[end:]


def _insert(text: str, chance: random.Random) -> str:
    place = chance.randint(0, len(text))
    odd = "".join(chance.choice(ODD + MARKS) for _ in range(chance.randint(1, 12)))
    return text[:place] + chance.choice((odd, chance.choice(PAGE), chance.choice(WORDS))) + text[place:]


def _sprinkle(text: str, chance: random.Random) -> str:
    """Put one odd character between all characters of a run, or in place of its blanks."""
    start, end = _run(text, chance)
    odd = chance.choice(ODD + MARKS)
    run = text[start:end]
    return text[:start] + (odd.join(run) if chance.random() < 0.5 else run.replace(" ", odd)) + text[end:]


def _recase(text: str, chance: random.Random) -> str:
    start, end = _run(text, chance)
    change: Callable[[str], str] = chance.choice((str.upper, str.lower, str.title, str.swapcase))
    return text[:start] + change(text[start:end]) + text[end:] if chance.random() < 0.7 else change(text)


def _repeat(text: str, chance: random.Random) -> str:
    start, end = _run(text, chance)
    return text[:end] + text[start:end] * chance.randint(1, 12) + text[end:]


def _shuffle_lines(text: str, chance: random.Random) -> str:
    lines = text.splitlines(keepends=True)
    chance.shuffle(lines)
    return "".join(lines)


def _join_lines(text: str, chance: random.Random) -> str:
    return chance.choice(("", " ", "  ", *LAYOUT)).join(text.splitlines())


def _glue(text: str, chance: random.Random) -> str:
    """Take the blanks from a run."""
    start, end = _run(text, chance)
    return text[:start] + "".join(text[start:end].split()) + text[end:]


def _bracket(text: str, chance: random.Random) -> str:
    """Open brackets or quotes that nothing closes, or close what nothing opened."""
    start, end = _run(text, chance)
    marks = chance.choice(("()", "[]", "{}", "<>", "“”", "‘’", '""', "**", "__", "``", "[](", "\u202e\u202c"))
    before, after = chance.choice(((marks[0], ""), ("", marks[-1]), (marks, ""), (marks[-1], marks[0])))
    return text[:start] + before + text[start:end] + after + text[end:]


def _curl(text: str, chance: random.Random) -> str:
    return text.replace("'", chance.choice("’ʼ‘`´")).replace('"', chance.choice("“”„«"))


DAMAGES: tuple[Callable[[str, random.Random], str], ...] = (
    _delete,
    _splice,
    _insert,
    _insert,
    _sprinkle,
    _recase,
    _repeat,
    _shuffle_lines,
    _join_lines,
    _glue,
    _bracket,
    _curl,
)


def _encoded(text: str, chance: random.Random) -> bytes:
    """Encode a text: as UTF-8 mostly, now and then in another encoding or with damaged bytes."""
    kind = chance.random()
    if kind < 0.03:
        return text.encode(chance.choice(("utf-16", "utf-32", "utf-8-sig", "cp1252")), "replace")
    data = text.encode("utf-8", "surrogatepass")
    if kind < 0.06 and data:
        damaged = bytearray(data)
        damaged[chance.randrange(len(damaged))] = chance.randrange(256)
        return bytes(damaged)
    return data[: chance.randint(0, len(data))] if kind < 0.08 else data


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
