"""Rewrite Turtle files in the project's one canonical form, or check that they are in it.

Usage: python tools/format_turtle.py [--check] FILE...
"""

from __future__ import annotations

import sys
from pathlib import Path

from rdflib import Graph


def canonical(path: Path) -> str:
    """Return the canonical Turtle of a file: sorted, one predicate a line, stable blank nodes."""
    graph = Graph(bind_namespaces="none").parse(path, format="turtle")
    return graph.serialize(format="longturtle", canon=True).strip() + "\n"


def main(arguments: list[str]) -> int:
    """Format or check; return 1 if a checked file is not canonical."""
    check = "--check" in arguments
    astray = 0
    for path in (Path(a) for a in arguments if a != "--check"):
        text = canonical(path)
        if text != path.read_text(encoding="utf-8"):
            astray += 1
            print(f"{path}: {'not in canonical form' if check else 'formatted'}")
            if not check:
                path.write_text(text, encoding="utf-8")
    return int(check and astray > 0)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
