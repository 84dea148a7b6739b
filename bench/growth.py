"""Measure how the time and memory of reading an article grow with its size, for inputs that readers stumble over.

Usage: python bench/growth.py [--sizes BYTES ...] [--kinds NAME ...] [--bound RATIO]

Prints a row a kind of input and size: seconds, seconds a megabyte and the peak of memory, each read in a
process of its own after one short article that does not count. The peer of each size is the one before it in
its row: where seconds a megabyte grow by more than ``--bound`` from one size to a larger one, time does not
grow with size alone, and the exit code is 1.
"""

from __future__ import annotations

import argparse
import logging
import multiprocessing
import resource
import sys
import time
from collections.abc import Callable, Mapping
from concurrent.futures import ProcessPoolExecutor
from itertools import islice, pairwise
from pathlib import Path

from yogakg.errors import DocumentError
from yogakg.lexicon import Lexicon
from yogakg.loaders.article import read_article
from yogakg.names import PoseNames

ROOT = Path(__file__).parents[1]
ARTICLE = ROOT / "examples" / "head-to-knee-pose.txt"
TITLE = "Tree Pose\n\nBenefits\n\n- Improves balance\n\n"
SIZES = (10_000, 100_000, 1_000_000, 10_000_000)


def main(arguments: list[str]) -> int:
    """Measure all kinds at all sizes and print them."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--sizes", type=int, nargs="+", default=SIZES, help="sizes of the inputs in bytes")
    parser.add_argument("--kinds", nargs="+", choices=KINDS, default=list(KINDS), help="kinds of input")
    parser.add_argument("--bound", type=float, default=2.0, help="how much seconds a megabyte may grow")
    given = parser.parse_args(arguments)
    print(f"{'kind':28s}{'bytes':>11s}{'seconds':>10s}{'s/MB':>8s}{'peak MB':>9s}")
    grown = []
    for kind in given.kinds:
        rates = []
        for size in sorted(given.sizes):
            seconds, peak = measured(kind, size)
            rates.append(seconds / size * 1e6)
            print(f"{kind:28s}{size:11,d}{seconds:10.2f}{rates[-1]:8.2f}{peak:9.0f}", flush=True)
        if any(later > given.bound * earlier for earlier, later in pairwise(rates)):
            grown.append(kind)
    print(f"time grows faster than size: {', '.join(grown) or 'nowhere'}")
    return 1 if grown else 0


def measured(kind: str, size: int) -> tuple[float, float]:
    """Return the seconds of the processor and the peak of memory, in MB, of reading one input."""
    spawn = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(max_workers=1, mp_context=spawn) as pool:
        return pool.submit(_read, kind, size).result()


def _read(kind: str, size: int) -> tuple[float, float]:
    logging.disable(logging.CRITICAL)
    suffix = ".html" if kind.endswith("HTML") else ".txt"
    data = KINDS[kind](size).encode()
    for warming in (ARTICLE.read_bytes(), KINDS["articles in HTML"](2_000).encode()):
        read_article(warming, name=ARTICLE.name)
    start = time.process_time()
    try:
        read_article(data, name=f"tree-pose{suffix}")
    except DocumentError as error:
        print(f"  {error}"[:110])
    return time.process_time() - start, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def _repeated(part: str) -> Callable[[int], str]:
    """Make inputs of one part, over and over."""
    return lambda size: TITLE + part * max(1, (size - len(TITLE)) // len(part.encode()))


def _lines(form: str) -> Callable[[int], str]:
    """Make inputs of lines that differ by their numbers."""

    def make(size: int) -> str:
        count = size // (len(form) + 3)
        return TITLE + "".join(form.format(number) for number in range(count))

    return make


def _all_of(*families: str) -> Callable[[int], str]:
    """Make one sentence of all names of some families, over and over."""

    def make(size: int) -> str:
        entries = [entry for entry in Lexicon.shipped() if entry.family in families]
        part = ", the ".join(name for entry in entries for name in entry.labels) + ", the "
        return _repeated(part)(size)[:size]

    return make


def _poses(size: int) -> str:
    names = PoseNames.shipped()
    part = ", ".join(name for pose in islice(names, 400) for name in names.labels(pose)[:2]) + ", "
    return _repeated(part)(size)[: size * 2 // 3]


def _articles(size: int) -> str:
    paths = sorted((ROOT / "tests" / "data").glob("*/[0-9][0-9]-*.txt"))
    part = "\n\n".join(path.read_text(encoding="utf-8") for path in paths)
    return (part * (size // len(part) + 1))[:size]


def _pages(size: int) -> str:
    """Make a page of numbered lines, since its main content has each line once."""
    lines = enumerate(_articles(size).splitlines())
    paragraphs = "".join(f"<p>{line} {number}</p>\n" for number, line in lines if line)
    return f"<article><h1>Tree Pose</h1>{paragraphs}"[:size]


def _nested_list(size: int) -> str:
    """Nest list items by up to a hundred blanks, deeper and back, over and over."""
    depths = [*range(100), *range(100, 0, -1)]
    part = "".join(f"{' ' * depth}- Stretches the hips\n" for depth in depths)
    return _repeated(part)(size)


def _nested_tags(size: int) -> str:
    """Nest two hundred divisions, over and over; a parser leaves out what is nested some thousand deep."""
    deep = [f"<div>it calms the mind {number}{'</div>' * 200 * (number % 200 == 199)}" for number in range(size // 32)]
    return f"<article><h1>Tree Pose</h1>{''.join(deep)}{'</div>' * (len(deep) % 200)}</article>"


KINDS: Mapping[str, Callable[[int], str]] = {
    "articles": _articles,
    "articles in HTML": _pages,
    "one paragraph": _repeated("it stretches the hips and calms the mind of those who practise "),
    "one word": _repeated("a"),
    "words glued together": _repeated("kneeorankleinjury"),
    "bullets": _lines("- Relieves pain of the {}\n"),
    "headings": _lines("## Benefits {}\n\n"),
    "bare lines": _lines("Warrior of the {}\n"),
    "poses under headings": _lines("## Cobra Pose {}\n\nBenefits\n\n- It helps.\n"),
    "nested list": _nested_list,
    "brackets": lambda size: TITLE + "(" * (size // 2) + ")" * (size // 2),
    "brackets and words": _repeated("(the hip [of "),
    "nested tags in HTML": _nested_tags,
    "tags": _repeated("the <b><i "),
    "letters and commas": _repeated("a, b, c, "),
    "and": _repeated("and "),
    "regions and commas": _all_of("BodyRegion"),
    "conditions": _all_of("HealthCondition"),
    "conditions, all words": _repeated("avoid if you have a recent knee injury or "),
    "functions": _all_of("BodyFunction", "MentalState"),
    "poses": _poses,
    "poses without blanks": _repeated("Cobra-Pose,"),
    "poses in long words": _repeated("Cobra-Pose," * 9 + " "),
    "full stops": _repeated(". "),
    "blank lines": _repeated("\n \n"),
    "table": _lines("| hips | stretched {} |\n"),
    "holds": _repeated("hold for 30 to 60 seconds "),
    "meanings": _repeated("vrksa means tree and asana = pose "),
    "Devanagari": _repeated("it is वृक्षासन "),
    "Devanagari without blanks": _repeated("वृक्षासन"),
    "marks without letters": _repeated("\u0301"),
    "characters that turn text": _repeated("\u202e"),
    "open links": _repeated("]("),
    "open pictures": _repeated("![a]("),
    "open remarks": _repeated("<!-- "),
    "open tags": _repeated("<b"),
    "dots without blanks": _repeated("...."),
    "quotation marks": _repeated("\"'"),
    "stars": _repeated("**"),
    "bars": _repeated("| "),
    "hyphens": _repeated("-"),
    "abbreviations": _repeated("e.g. "),
    "one word a line": _repeated("a\n"),
    "empty bullets": _repeated("- \n"),
    "lists of verbs": _repeated("stretches the hips, knees, "),
    "shared heads": _repeated("knee or hip injury, "),
}


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
