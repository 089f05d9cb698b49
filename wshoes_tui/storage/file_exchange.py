"""File exchange: puts a new database in the place of the one that is there, whenever it is killed.

The file that is there is copied aside first, with its log. The new one lies beside it, whole and
synced, before an empty marker says that the exchange has been decided. A program that opens the
database finishes it then: until the marker is there nothing has happened, and from then on all
of it happens.
"""

from __future__ import annotations

import os
import re
from contextlib import suppress
from datetime import datetime
from pathlib import Path

from wshoes_tui.storage import private_files
from wshoes_tui.storage.copy_files import ASIDE
from wshoes_tui.storage.sqlite_file import JOURNALS, bytes_of
from wshoes_tui.storage.storage_errors import Failure, translated_errors


def new_beside(path: Path) -> Path:
    """Where the new database lies until it is in its place."""
    return path.with_name(f"{path.name}.new")


def _marker(path: Path) -> Path:
    return path.with_name(f"{path.name}.exchange")


def next_aside(path: Path, folder: Path) -> Path:
    """The path of the next file that is set aside in a folder, which is made where it is missing.

    Raises:
        OSError: it cannot be made.
    """
    private_files.own_folder(folder)
    named = re.compile(rf"{re.escape(path.stem)}-{ASIDE}-(\d{{6,}})-.*")
    numbers = [int(found[1]) for one in folder.iterdir() if (found := named.fullmatch(one.name))]
    day = f"{datetime.now().astimezone():%Y-%m-%d}"
    return folder / f"{path.stem}-{ASIDE}-{max(numbers, default=0) + 1:06d}-{day}.db"


def set_aside(path: Path, aside: Path) -> None:
    """Copy a database with its log, damaged or not, byte by byte to new private files.

    Nobody may write to it meanwhile.

    Raises:
        OSError: they cannot be written.
    """
    # The file last: once it has its name, its log stands beside it.
    for end in (*JOURNALS, ""):
        part = path.with_name(path.name + end)
        if private_files.size_of_file(part):
            with private_files.arriving(aside.with_name(aside.name + end)) as copy:
                copy.write_bytes(bytes_of(part))


def exchange(path: Path) -> None:
    """Put the database that lies in ``new_beside`` in its place. The caller holds the lock.

    Raises:
        StoreError: another program copy has taken it away.
        OSError: it cannot; from the moment the marker is made, the next opening tries again.
    """
    if private_files.stat_plain_file(new_beside(path)) is None:
        raise Failure.BUSY.error()
    private_files.create_private_file(_marker(path))
    private_files.sync_folder(path.parent)
    _finish(path)


def finish_exchange(path: Path) -> None:
    """Finish an exchange that a kill or a power cut interrupted, if there is one.

    Raises:
        BusyError: another program copy is at it.
        StoreError: it cannot be finished here.
    """
    if not os.path.lexists(_marker(path)):
        return
    with translated_errors():
        lock = private_files.FileLock(path.with_name(f"{path.name}.lock"))
        try:
            with lock.held():
                if os.path.lexists(_marker(path)):
                    _finish(path)
        finally:
            lock.close()


def _finish(path: Path) -> None:
    new = new_beside(path)
    if private_files.stat_plain_file(new) is not None:
        # Before the new file has the name: SQLite would play an old log into it.
        for end in ("-shm", *JOURNALS):
            path.with_name(path.name + end).unlink(missing_ok=True)
        private_files.sync_folder(path.parent)
        new.rename(path)
        private_files.sync_folder(path.parent)
    _marker(path).unlink(missing_ok=True)
    private_files.sync_folder(path.parent)


def forget_new(path: Path) -> None:
    """Remove a new database that was never put in its place. The caller holds the lock."""
    if not os.path.lexists(_marker(path)):
        with suppress(FileNotFoundError):
            new_beside(path).unlink()
