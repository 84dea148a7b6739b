"""The project keeps its own rules: style, types, imports, canonical Turtle, packaging."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]


def run(*command: str) -> str:
    done = subprocess.run([sys.executable, "-m", *command], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout[-4000:] + done.stderr[-2000:]
    return done.stdout


def test_code_follows_the_style() -> None:
    run("ruff", "check", "src", "loaders", "tests", "tools", "bench")
    run("ruff", "format", "--check", "src", "loaders", "tests", "tools", "bench")


def test_installed_package_is_typed() -> None:
    run("mypy", "-p", "yogakg")


def test_modules_import_only_downwards() -> None:
    script = Path(sys.executable).with_name("lint-imports")
    done = subprocess.run([script], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout[-4000:] + done.stderr[-2000:]


TURTLE = sorted(p.relative_to(ROOT) for folder in ("ontology", "shapes") for p in (ROOT / folder).rglob("*.ttl"))


@pytest.mark.parametrize("path", TURTLE, ids=str)
def test_turtle_is_canonical(path: Path) -> None:
    sys.path.insert(0, str(ROOT / "tools"))
    try:
        from format_turtle import canonical
    finally:
        sys.path.pop(0)

    assert (ROOT / path).read_text(encoding="utf-8") == canonical(ROOT / path)
