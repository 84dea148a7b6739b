"""Snapshots of a database that another process may be writing to.

RocksDB, which keeps the store, opens some of its files only when they are first read, and its writer removes files
whenever it has merged them. So a reader has a folder of its own with links to all of them, which keep them.
"""

from __future__ import annotations

import os
import shutil
import tempfile
import time
from contextlib import suppress
from pathlib import Path
from typing import Final

#: A folder of links, which is removed with the object.
Snapshot = tempfile.TemporaryDirectory[str]

#: How folders of snapshots are called, and the age in seconds at which one was left by a process that broke off.
_PREFIX: Final = "reading-"
_DAY: Final = 24 * 3600
_TRIES: Final = 400
_TABLE: Final = ".sst"
#: Lock and logs of events, which no reader needs.
_OF_NO_USE: Final = ("LOCK", "LOG")


def take_snapshot(database: Path) -> Snapshot | None:
    """Link or copy the files of a database, as they are at one moment, into a new folder beside it.

    Returns None where that cannot be: the folder may not be written to (as a store that is only handed out), its file
    system has no links, or the database does not keep still for a second.
    """
    for _ in range(_TRIES):
        try:
            snapshot = Snapshot(prefix=_PREFIX, dir=database.parent, ignore_cleanup_errors=True)
        except OSError:
            return None
        try:
            if _link(database, Path(snapshot.name)):
                return snapshot
        except OSError:
            snapshot.cleanup()
            return None
        snapshot.cleanup()
        time.sleep(0.002)
    return None


def remove_old_snapshots(folder: Path) -> None:
    """Remove the snapshots in a folder that processes left which broke off a day and more ago."""
    for snapshot in folder.glob(f"{_PREFIX}*"):
        with suppress(OSError):
            if time.time() - snapshot.stat().st_mtime > _DAY:
                shutil.rmtree(snapshot, ignore_errors=True)


def _link(database: Path, snapshot: Path) -> bool:
    """Put the files of a database into a folder; say whether it had the same ones from first to last.

    Tables are written once and never changed, so links do. The manifest, which lists the tables and logs that belong
    together, grows, and logs of writes grow and are written over when they are of no more use: these are copied. Where
    the manifest has grown meanwhile, the files are of two moments.
    """
    try:
        manifest = database / (database / "CURRENT").read_text(encoding="ascii").strip()
        listed, names = manifest.read_bytes(), _names(database)
        for name in names - {manifest.name}:
            put = os.link if name.endswith(_TABLE) else shutil.copyfile
            put(database / name, snapshot / name)
        (snapshot / manifest.name).write_bytes(listed)
        return _names(database) == names and manifest.stat().st_size == len(listed)
    except FileNotFoundError:
        return False


def _names(database: Path) -> set[str]:
    return {file.name for file in database.iterdir() if not file.name.startswith(_OF_NO_USE)}
