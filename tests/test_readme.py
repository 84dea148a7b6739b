"""Every command of the README runs and does what the README says."""

from __future__ import annotations

import os
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")
COMMANDS = re.findall(r"^\$ (yogakg .*)$", README, flags=re.MULTILINE)
YOGAKG = Path(sys.executable).with_name("yogakg")


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with the examples, the documentation, and a store in which the examples are loaded."""
    folder = tmp_path_factory.mktemp("readme")
    for name in ("examples", "docs"):
        shutil.copytree(ROOT / name, folder / name)
    assert run("yogakg load examples", folder).returncode == 0
    return folder


def run(command: str, folder: Path) -> subprocess.CompletedProcess[str]:
    words = [str(YOGAKG), *shlex.split(command)[1:]]
    environment = {**os.environ, "YOGAKG_STORE": str(folder / "store"), "PYTHONUTF8": "1"}
    return subprocess.run(words, cwd=folder, env=environment, capture_output=True, text=True, check=False)


def test_first_commands_are_two() -> None:
    blocks = re.findall(r"^```sh\n(.*?)^```", README, flags=re.MULTILINE | re.DOTALL)

    assert [block.count("\n") for block in blocks] == [1, 1]
    assert "yogakg load examples/head-to-knee-pose.txt" in blocks[0]
    assert "pytest" in blocks[1]


def test_main_command_answers(place: Path) -> None:
    done = run("yogakg query follow-ups --region hamstrings", place)

    assert done.returncode == 0, done.stderr
    assert "Cat–Cow" in done.stdout
    assert "Reclining Bound Angle Pose" in done.stdout


@pytest.mark.parametrize("command", COMMANDS)
def test_command_runs(command: str, place: Path) -> None:
    done = run(command, place)

    assert done.returncode == 0, done.stderr
    assert done.stdout.strip() or "--output" in command
    assert "Traceback" not in done.stderr


def test_picture_is_what_the_command_prints(place: Path) -> None:
    picture = README.split('$ yogakg explain "Janu Sirsasana"\n', 1)[1].split("```", 1)[0]
    printed = run('yogakg explain "Janu Sirsasana"', place).stdout

    for line in picture.splitlines():
        assert line == "…" or line in printed.splitlines()


def test_python_example_runs(place: Path) -> None:
    code = re.search(r"^```python\n(.*?)^```", README, flags=re.MULTILINE | re.DOTALL)
    assert code is not None
    environment = {**os.environ, "YOGAKG_STORE": str(place / "python-store"), "PYTHONUTF8": "1"}
    done = subprocess.run(
        [sys.executable, "-c", code.group(1)], cwd=place, env=environment, capture_output=True, text=True, check=False
    )

    assert done.returncode == 0, done.stderr
    assert "Cat–Cow" in done.stdout
