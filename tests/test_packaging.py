"""What is installed is what lies in the folders: nothing left out, nothing left over."""

from __future__ import annotations

from pathlib import Path
from typing import get_args

import pytest

from yogakg import resources

ROOT = Path(__file__).parents[1]
#: Where a data folder lies that is not at the top.
WITHIN = {"pages": "src/yogakg/pages"}


@pytest.mark.parametrize("folder", get_args(resources.Folder))
@pytest.mark.parametrize("suffix", [".ttl", ".rq", ".tsv", ".jsonld", ".html", ".css", ".js"])
def test_data_files_are_installed(folder: resources.Folder, suffix: str) -> None:
    place = ROOT / WITHIN.get(folder, folder)
    lying = sorted(p.relative_to(place).as_posix() for p in place.rglob(f"*{suffix}"))

    assert resources.listing(folder, suffix) == lying


def test_modules_are_installed() -> None:
    import yogakg.loaders

    installed = Path(yogakg.loaders.__file__).parent
    for file in [*(ROOT / "loaders").rglob("*.py"), *(ROOT / "loaders").rglob("*.toml")]:
        assert (installed / file.relative_to(ROOT / "loaders")).is_file()
    package = Path(resources.__file__).parent
    for file in (ROOT / "src" / "yogakg").rglob("*.*"):
        if file.suffix in (".py", ".toml", ".css"):
            assert (package / file.relative_to(ROOT / "src" / "yogakg")).is_file()


def test_no_folder_is_importable_by_its_bare_name() -> None:
    import importlib.util

    installed = Path(resources.__file__).parents[1]
    for name in ("loaders", "ontology", "queries", "shapes", "mappings"):
        spec = importlib.util.find_spec(name)
        assert spec is None or spec.origin is None or not spec.origin.startswith(str(installed))
