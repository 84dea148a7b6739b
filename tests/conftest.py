"""What several tests start from."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pyoxigraph as ox
import pytest

from yogakg.store import Store

DATA = Path(__file__).parent / "data"


@pytest.fixture
def store() -> Iterator[Store]:
    """Open a new store in memory, with the terms and no source."""
    with Store.open(":memory:") as store:
        yield store


@pytest.fixture(scope="session")
def terms() -> ox.Store:
    """Return the terms of the package in memory, with what follows from them."""
    with Store.open(":memory:") as store:
        return store.terms


@pytest.fixture(scope="session")
def janu() -> list[ox.Triple]:
    """Return what a small source about Janu Sirsasana states."""
    return [quad.triple for quad in ox.parse(path=DATA / "sources" / "janu.ttl")]
