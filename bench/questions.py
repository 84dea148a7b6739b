"""Measure each question of ``docs/questions.md`` on the shipped facts beside rdflib's own store, in one run.

Usage: python bench/questions.py [--runs N] [--alone]

Prints a row a question: rows of the answer, the median of oxigraph, that of one run of rdflib on the same data and text
in the same process, and their ratio. ``--alone`` leaves rdflib out, which takes minutes.
"""

from __future__ import annotations

import argparse
import shlex
import statistics
import sys
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pyoxigraph as ox
import rdflib

from yogakg import KnowledgeGraph
from yogakg.querying import ask, parameter_term
from yogakg.questions import catalogue

QUESTIONS = Path(__file__).parents[1] / "tests" / "data" / "questions"


def main(arguments: list[str]) -> int:
    """Run all questions and print them."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--runs", type=int, default=5, help="runs of oxigraph, of which the median is told")
    parser.add_argument("--alone", action="store_true", help="leave rdflib out")
    options = parser.parse_args(arguments)
    graph = KnowledgeGraph().store.graph
    dataset = rdflib.Dataset(default_union=True)
    if not options.alone:
        dataset.parse(data=(ox.serialize(graph, format=ox.RdfFormat.N_QUADS) or b"").decode(), format="nquads")
    print(f"{'question':26s}{'rows':>6s}{'oxigraph':>12s}{'rdflib':>13s}  ratio")
    for path in sorted(QUESTIONS.glob("*.tsv")):
        bound = _bound(graph, path)
        ours = _median(partial(ask, graph, bound), options.runs)
        row = f"{path.stem:26s}{len(ask(graph, bound)):6d}{ours * 1000:9.1f} ms"
        if not options.alone:
            theirs = _median(partial(_ask_all, dataset, bound), 1)
            row += f"{theirs * 1000:10.1f} ms{theirs / ours:6.0f}x"
        print(row, flush=True)
    return 0


def _bound(graph: ox.Store, path: Path) -> str:
    """Return the query of a file of expected answers, whose first line is the question with its parameters."""
    name, *words = shlex.split(path.read_text(encoding="utf-8").partition("\n")[0].removeprefix("#"))
    question = catalogue()[name]
    given = question.fill(dict(zip((word.removeprefix("--") for word in words[::2]), words[1::2], strict=True)))
    return question.bind({key: parameter_term(graph, question.parameter(key), value) for key, value in given.items()})


def _ask_all(dataset: rdflib.Dataset, query: str) -> list[object]:
    """Read the whole answer, which rdflib works out row by row."""
    return list(dataset.query(query))


def _median(function: Callable[[], object], runs: int) -> float:
    """Return the median of some runs in seconds, after one that does not count if there are several."""
    times = []
    for count in range(runs + (runs > 1)):
        start = time.perf_counter()
        function()
        if count or runs == 1:
            times.append(time.perf_counter() - start)
    return statistics.median(times)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
