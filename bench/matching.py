"""Measure how fast terms are found in articles, and articles are read, beside spaCy's PhraseMatcher, in one run.

Usage: python bench/matching.py [--runs N]        (needs: pip install 'yogakg[bench]')

Both sides get the same texts and the same names of terms. spaCy is a blank English pipeline, which only
tokenises, with a PhraseMatcher over lower case (attribute LOWER); it loads no model. The sides run in
turn, in one thread, so that a change of the machine's speed meets both. Told are articles a second (medians), the
median of their ratio with its least and greatest, and how far the mentions agree.
"""

from __future__ import annotations

import argparse
import gc
import logging
import statistics
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TypeVar

import spacy
from spacy.matcher import PhraseMatcher
from spacy.util import filter_spans

from yogakg.lexicon import Lexicon
from yogakg.loaders.article import read_article
from yogakg.loaders.article.documents.reader import read_page
from yogakg.loaders.article.recognition.mentions import vocabulary

ROOT = Path(__file__).parents[1]
FOLDERS = ("tests/data/articles", "tests/data/heldout", "examples")
#: Characters from a first one up to but not including a last one.
Place = tuple[int, int]
T = TypeVar("T")


def main(arguments: list[str]) -> int:
    """Measure both sides and print the table."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--runs", type=int, default=15, help="runs of each side, after one that does not count")
    runs = parser.parse_args(arguments).runs
    logging.disable(logging.CRITICAL)
    files = [path for folder in FOLDERS for path in sorted((ROOT / folder).glob("*.[mth]*"))]
    data = [(path.read_bytes(), path.name) for path in files]
    texts = [read_page(article, name=name).text for article, name in data]
    ours = vocabulary(Lexicon.shipped())
    theirs = _PhraseMatcher()

    gc.collect()
    gc.freeze()  # what both sides hold is no garbage
    print(f"{len(texts)} articles, {sum(map(len, texts)):,} characters, {runs} runs of each pair")
    print(f"{'articles a second':38s}{'yogakg':>8s}{'spaCy':>8s}   ratio (least–greatest)")
    count = len(texts)
    found, spacy_matches = _over(ours.find_in, texts), _over(theirs.find, texts)
    read = _over(lambda article: read_article(article[0], name=article[1]), data)
    _tell("matching alone, spaCy's as it comes", found, spacy_matches, runs, count)
    _tell("matching alone, the same result", found, _over(theirs.places, texts), runs, count)
    _tell("whole extraction, spaCy's matching", read, spacy_matches, runs, count)
    _compare(*([[place[:2] for place in side(text)] for text in texts] for side in (ours.find_in, theirs.places)))
    return 0


class _PhraseMatcher:
    """The names of the vocabulary in a PhraseMatcher of spaCy."""

    def __init__(self) -> None:
        self.pipeline = spacy.blank("en")
        self.matcher = PhraseMatcher(self.pipeline.vocab, attr="LOWER")
        for entry in Lexicon.shipped():
            self.matcher.add(entry.iri, [self.pipeline.make_doc(name) for name in (*entry.labels, *entry.hidden)])

    def find(self, text: str) -> object:
        """Return all matches, overlapping ones too, by their tokens."""
        return self.matcher(self.pipeline.make_doc(text))

    def places(self, text: str) -> list[tuple[int, int, str]]:
        """Return what our side returns: the longest mentions, by their characters, each with its term."""
        spans = filter_spans(self.matcher(self.pipeline.make_doc(text), as_spans=True))
        return [(span.start_char, span.end_char, span.label_) for span in spans]


def _over(function: Callable[[T], object], items: Sequence[T]) -> Callable[[], object]:
    """Return a function that does one to all items."""
    return lambda: [function(item) for item in items]


def _tell(task: str, ours: Callable[[], object], theirs: Callable[[], object], runs: int, count: int) -> None:
    """Print a row: how many of so many articles each side does in a second, and the ratio."""
    pairs = _in_turn(ours, theirs, runs)
    one, other = (count / statistics.median(side) for side in zip(*pairs, strict=True))
    ratios = [peer / own for own, peer in pairs]
    spread = f"{statistics.median(ratios):.2f} ({min(ratios):.2f}–{max(ratios):.2f})"
    print(f"{task:38s}{one:8,.0f}{other:8,.0f}   {spread}", flush=True)


def _in_turn(ours: Callable[[], object], theirs: Callable[[], object], runs: int) -> list[tuple[float, float]]:
    """Time two functions in turn; return the seconds of each pair of runs, but for the first, which only warms."""
    pairs = []
    for _ in range(runs + 1):
        seconds = []
        for function in (ours, theirs):
            start = time.process_time()
            function()
            seconds.append(time.process_time() - start)
        pairs.append((seconds[0], seconds[1]))
    return pairs[1:]


def _compare(ours: Sequence[Sequence[Place]], theirs: Sequence[Sequence[Place]]) -> None:
    """Print how many mentions each side finds, and how many of them the other finds, whole or in part."""
    for name, found, others in (("ours", ours, theirs), ("spaCy", theirs, ours)):
        count = sum(map(len, found))
        same = sum(place in set(other) for one, other in zip(found, others, strict=True) for place in one)
        met = sum(
            any(start < last and first < end for first, last in other)
            for one, other in zip(found, others, strict=True)
            for start, end in one
        )
        print(
            f"mentions of {name}: {count}, {same / count:.1%} of them found alike, {met / count:.1%} in part at least"
        )


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
