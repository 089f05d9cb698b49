"""Health check of the database file and its folder, for doctor; nothing there is changed.

SQLite itself makes files when it only reads a write-ahead log, so how the file is opened
depends on what lies beside it; where there is no other way, a private copy is read.
Nothing here loads the database toolkit.
"""

from __future__ import annotations

import os
import re
import sqlite3
import stat
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Literal

from wshoes_tui.errors import WshoesError
from wshoes_tui.storage import private_files
from wshoes_tui.storage.light_schema import VERSION
from wshoes_tui.storage.row_check import DamagedRow, damaged_rows
from wshoes_tui.storage.sqlite_file import (
    bytes_of,
    has_journal,
    read_header,
    read_over,
    read_untouched,
)
from wshoes_tui.storage.storage_errors import Failure, code_of, explain_error

State = Literal[
    "absent",
    "sound",
    "older",
    "waiting",
    "newer",
    "foreign",
    "hostile",
    "empty",
    "lost",
    "damaged",
    "closed",
]
"""``hostile``: something stands in its schema that is none of ours. ``waiting``: the newest
words stand in a journal, and there is no room for a copy to read it.
``lost``: there is a journal, but the file is gone. ``closed``: it cannot be opened."""

Kind = Literal["sqlite", "server", "unknown"]

FIRST_WITH_LOG, LAST_WITH_RESET_BUG = (3, 7, 0), (3, 51, 2)
HEADER = 100
JOURNAL_BYTE = 18
IN_LOG = 2

MOUNTS = Path("/proc/self/mountinfo")
IN_MEMORY = frozenset({"tmpfs", "ramfs"})
OVER_NETWORK = re.compile(r"nfs|cifs|smb|9p$|afs|ceph|gluster|lustre|fuse\.(?:sshfs|rclone|davfs)")


@dataclass(frozen=True, slots=True)
class DatabaseHealth:
    """How a file of sessions is. ``journal`` is "wal" or "rollback"; empty where not known.

    ``damaged`` are the rows of a sound file that are not as they were written, ``strange`` is
    what makes it hostile.
    """

    state: State
    version: int = 0
    journal: str = ""
    sessions: int = 0
    damaged: tuple[DamagedRow, ...] = ()
    strange: str = ""


@dataclass(frozen=True, slots=True)
class FolderFacts:
    """A folder, there or not. ``mode`` has its permission bits, ``free`` is in bytes.

    ``system`` names the kind of file system, and is empty where that cannot be known.
    """

    there: bool
    usable: bool
    mode: int = 0
    free: int = 0
    read_only: bool = False
    system: str = ""

    @property
    def in_memory(self) -> bool:
        """Whether all of it is gone when the computer is switched off."""
        return self.system in IN_MEMORY

    @property
    def over_network(self) -> bool:
        """Whether it is on another computer."""
        return OVER_NETWORK.match(self.system) is not None


def has_reset_bug(version: tuple[int, int, int] = sqlite3.sqlite_version_info) -> bool:
    """Whether this SQLite can lose a commit when two connections write a log at once."""
    return FIRST_WITH_LOG <= version <= LAST_WITH_RESET_BUG


def sqlite_version() -> str:
    """The version of the SQLite that runs."""
    return sqlite3.sqlite_version


SERVER_DRIVERS = {
    "postgres": "postgresql+psycopg",
    "postgresql": "postgresql+psycopg",
    "postgresql+psycopg": "postgresql+psycopg",
    "cockroachdb": "cockroachdb+psycopg",
    "cockroachdb+psycopg": "cockroachdb+psycopg",
}
"""What the address of a server may begin with, and SQLAlchemy's name for its dialect and driver."""


def is_server(address: str) -> bool:
    """Whether sessions are kept on a database server."""
    return "://" in address and kind_of(address)[0] == "server"


def kind_of(address: str) -> tuple[Kind, Path]:
    """What ``--database`` names: a file with its path, a server, or nothing that can be used."""
    if "://" not in address:
        return "sqlite", Path(address).absolute()
    scheme, _, rest = address.partition("://")
    if scheme in SERVER_DRIVERS:
        return "server", Path()
    path = rest.removeprefix("/")
    a_file = scheme == "sqlite" and rest.startswith("/") and path not in ("", ":memory:")
    return ("sqlite", Path(path).absolute()) if a_file and "?" not in path else ("unknown", Path())


def inspect_database(path: Path) -> DatabaseHealth:
    """How the SQLite file at a path is. Neither it nor its folder is changed, nor made."""
    try:
        found = private_files.stat_plain_file(path)
        for end in ("-wal", "-shm", "-journal"):
            private_files.stat_plain_file(path.with_name(path.name + end))
        journalled = has_journal(path)
        if found is None:
            return DatabaseHealth("lost" if journalled else "absent")
        if found.st_size == 0:
            return DatabaseHealth("lost" if journalled else "empty")
        journal = _journal_of(path)
        try:
            health = _look_in(path, journal)
            return health if health.state == "foreign" else replace(health, journal=journal)
        except WshoesError:  # no copy could be made
            return DatabaseHealth("waiting", journal=journal)
    except sqlite3.Error as error:
        foreign = code_of(error) == "SQLITE_NOTADB"
        damaged = str(explain_error(error)) == str(Failure.DAMAGED.error())
        return DatabaseHealth("foreign" if foreign else "damaged" if damaged else "closed")
    except (OSError, WshoesError, ValueError):
        return DatabaseHealth("closed")


def lacks_log(path: Path) -> bool:
    """Whether a file of sessions says that it has a log, and lies alone.

    So does one that was copied by itself while it was in use, without its newest words. Where
    the program has written to a file, a lock lies beside it.
    """
    beside = path.with_name(f"{path.name}.lock")
    try:
        if has_journal(path) or beside.exists() or not private_files.size_of_file(path):
            return False
        return _journal_of(path) == "wal"
    except (OSError, WshoesError):
        return False


def _look_in(path: Path, journal: str) -> DatabaseHealth:
    with suppress(sqlite3.Error):  # no verdict: perhaps nothing can be read in its place
        if journal != "wal":
            return read_over(path, "mode=ro", _examine)
        if all(path.with_name(path.name + end).exists() for end in ("-wal", "-shm")):
            # The index of the log is opened for reading only.
            return read_over(path, "mode=ro&readonly_shm=1", _examine)
    return read_untouched(path, _examine)


def _journal_of(path: Path) -> str:
    """How changes are journalled. It stands in the header, where no statement reads it."""
    header = bytes_of(path, HEADER)
    return "wal" if header[JOURNAL_BYTE : JOURNAL_BYTE + 1] == bytes([IN_LOG]) else "rollback"


def _examine(connection: sqlite3.Connection) -> DatabaseHealth:
    identity = read_header(connection)
    version = identity.version
    if not identity.ours or version < 1:
        return DatabaseHealth("foreign")
    if version > VERSION:
        return DatabaseHealth("newer", version)
    if identity.strange:
        return DatabaseHealth("hostile", version, strange=identity.strange)
    sound = connection.execute("PRAGMA quick_check(1)").fetchone() == ("ok",)
    count = "SELECT count(*) FROM session"
    sessions = int(connection.execute(count).fetchone()[0]) if sound else 0
    state: State = "damaged" if not sound else "older" if version < VERSION else "sound"
    damaged = tuple(damaged_rows(connection)) if sound else ()
    return DatabaseHealth(state, version, sessions=sessions, damaged=damaged)


def inspect_folder(folder: Path) -> FolderFacts:
    """How a folder is; where it is not there, how the nearest one above it is."""
    nearest = folder.absolute()
    try:
        while not os.path.lexists(nearest):
            nearest = nearest.parent
        found, system = nearest.stat(), os.statvfs(nearest)
    except OSError:
        return FolderFacts(there=False, usable=False)
    there = nearest == folder.absolute()
    return FolderFacts(
        there=there,
        usable=stat.S_ISDIR(found.st_mode) and os.access(nearest, os.W_OK | os.X_OK),
        mode=stat.S_IMODE(found.st_mode) if there else 0,
        free=system.f_bavail * system.f_frsize,
        read_only=bool(system.f_flag & os.ST_RDONLY),
        system=_system_of(nearest.resolve()),
    )


def _system_of(path: Path) -> str:
    try:
        lines = MOUNTS.read_text("utf-8", "surrogateescape").splitlines()
    except OSError:
        return ""
    best, system = -1, ""
    for line in lines:
        before, _, after = line.partition(" - ")
        point = Path(
            re.sub(r"\\([0-7]{3})", lambda found: chr(int(found[1], 8)), before.split()[4])
        )
        # Of several mounted at one point, the last one is seen.
        if path.is_relative_to(point) and len(point.parts) >= best:
            best, system = len(point.parts), after.split()[0]
    return system


def is_private(path: Path) -> bool:
    """Whether only its owner can read a file; so too where there is none."""
    try:
        return not stat.S_IMODE(path.lstat().st_mode) & 0o077
    except OSError:
        return True
