"""What a store knows of this machine: where documents lie, their texts, and what the package put into it."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from pathlib import Path
from typing import Final

_TABLES: Final = """
CREATE TABLE IF NOT EXISTS text (source TEXT PRIMARY KEY, text TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS place (
    location TEXT NOT NULL, source TEXT NOT NULL, checksum TEXT, PRIMARY KEY (location, source)
);
CREATE TABLE IF NOT EXISTS terms (fingerprint TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS shipped (source TEXT PRIMARY KEY);
"""


class LocalRecords:
    """Texts and places of documents, kept apart from the graphs because they must not be published.

    A record may name a source that the graphs do not have, after a load that was cut short; the
    graphs decide what is loaded. So a record is made before its graph and removed after it.
    """

    def __init__(self, path: Path | None, *, read_only: bool = False) -> None:
        """Open the records in a file, or in memory without one. Raises sqlite3.Error."""
        address = path.resolve().as_uri() + ("?mode=ro" if read_only else "") if path else ":memory:"
        self._database = sqlite3.connect(address, uri=True, check_same_thread=False)
        if not read_only:
            self._database.executescript(_TABLES)

    def close(self) -> None:
        """Close the file."""
        self._database.close()

    @property
    def fingerprint(self) -> str | None:
        """The fingerprint of the terms in the store, or None if they are not completely loaded."""
        row = self._database.execute("SELECT fingerprint FROM terms").fetchone()
        return row[0] if row else None

    @fingerprint.setter
    def fingerprint(self, value: str | None) -> None:
        with self._database:
            self._database.execute("DELETE FROM terms")
            if value:
                self._database.execute("INSERT INTO terms VALUES (?)", (value,))

    @property
    def shipped(self) -> frozenset[str]:
        """The sources that came with the package."""
        return frozenset(source for (source,) in self._database.execute("SELECT source FROM shipped"))

    @shipped.setter
    def shipped(self, sources: Iterable[str]) -> None:
        with self._database:
            self._database.execute("DELETE FROM shipped")
            self._database.executemany("INSERT INTO shipped VALUES (?)", [(source,) for source in sources])

    def text(self, source: str) -> str | None:
        """Return the text of a source."""
        row = self._database.execute("SELECT text FROM text WHERE source = ?", (source,)).fetchone()
        return row[0] if row else None

    def places(self, source: str | None = None) -> list[tuple[str, str]]:
        """List the locations of one source, or of all, each with its source."""
        query = "SELECT location, source FROM place WHERE source = ? OR ? IS NULL ORDER BY location"
        return self._database.execute(query, (source, source)).fetchall()

    def at(self, location: str) -> list[tuple[str, str | None]]:
        """List the sources recorded for a location, with the checksum of the bytes that gave them."""
        rows = self._database.execute("SELECT source, checksum FROM place WHERE location = ?", (location,))
        return rows.fetchall()

    def elsewhere(self, source: str, location: str) -> bool:
        """Say whether a source is recorded for another location too."""
        query = "SELECT 1 FROM place WHERE source = ? AND location <> ?"
        return self._database.execute(query, (source, location)).fetchone() is not None

    def record(self, source: str, text: str | None, location: str | None, checksum: str | None) -> None:
        """Keep the text of a source and the place where it was read."""
        with self._database:
            if text is not None:
                self._database.execute("INSERT OR REPLACE INTO text VALUES (?, ?)", (source, text))
            if location is not None:
                self._database.execute("INSERT OR REPLACE INTO place VALUES (?, ?, ?)", (location, source, checksum))

    def leave(self, location: str, sources: Iterable[str]) -> None:
        """Forget that sources were at a location."""
        with self._database:
            self._database.executemany(
                "DELETE FROM place WHERE location = ? AND source = ?", [(location, source) for source in sources]
            )

    def forget(self, sources: Iterable[str]) -> None:
        """Forget all about sources."""
        gone = [(source,) for source in sources]
        with self._database:
            self._database.executemany("DELETE FROM text WHERE source = ?", gone)
            self._database.executemany("DELETE FROM place WHERE source = ?", gone)

    def forget_checksums(self) -> None:
        """Let every document be read again, because the same bytes may now say more."""
        with self._database:
            self._database.execute("UPDATE place SET checksum = NULL")
