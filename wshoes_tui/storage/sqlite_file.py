"""SQLite files: connections to them, and reading one with its log wherever it lies.

SQLite writes an index of the log (-shm) beside a file even when it only reads. On a full disk
and in a folder that can only be read it cannot, and the newest words stand in the log. So the
file, its log and its journal are copied to a private place, in memory where there is one.
Nothing here loads the database toolkit, and nothing is made or changed beside a file that may
be another program's.
"""

from __future__ import annotations

import os
import sqlite3
import time
from collections.abc import Callable, Iterator
from contextlib import closing, suppress
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import TypeVar

from wshoes_tui.errors import StoreError, WshoesError
from wshoes_tui.locale import _
from wshoes_tui.storage import private_files
from wshoes_tui.storage.light_schema import APPLICATION_ID, VERSION
from wshoes_tui.storage.schema_guard import strange_object
from wshoes_tui.storage.storage_errors import UNTOUCHED, Failure, code_of, undone_on_error

T = TypeVar("T")

IMMUTABLE = "mode=ro&immutable=1"
"""How to connect to a file without a lock, a log or a journal.

What SQLite says of a file that it reads so is no verdict on it while a log or a journal lies
beside the file: a program that was killed while it copied the log into the file leaves a file
that is whole only together with its log.
"""

PRAGMAS = (
    f"busy_timeout = {int(private_files.PATIENCE * 1000)}",
    "foreign_keys = ON",
    "secure_delete = ON",
    "trusted_schema = OFF",
    "cell_size_check = ON",
    "mmap_size = 0",
    "temp_store = MEMORY",
    "cache_size = -256",
    "fullfsync = ON",
    "checkpoint_fullfsync = ON",
)
LIMITS = {
    sqlite3.SQLITE_LIMIT_LENGTH: 64 << 20,
    sqlite3.SQLITE_LIMIT_SQL_LENGTH: 1 << 20,
    sqlite3.SQLITE_LIMIT_COLUMN: 200,
    sqlite3.SQLITE_LIMIT_EXPR_DEPTH: 100,
    sqlite3.SQLITE_LIMIT_COMPOUND_SELECT: 50,
    sqlite3.SQLITE_LIMIT_ATTACHED: 1,
    sqlite3.SQLITE_LIMIT_TRIGGER_DEPTH: 1,
    sqlite3.SQLITE_LIMIT_WORKER_THREADS: 0,
}
"""What our own statements need, with room to spare: a file of somebody else gets no more.

The longest value is a deck within a step of undo: one megabyte. VACUUM attaches one database.
"""
READ_SECONDS = 60.0
"""How long one reading of a whole file may take: a hundred times that of a year of evenings."""
OPS_BETWEEN = 100_000
"""Steps of SQLite's machine between two looks at the clock: some milliseconds."""
ALONE = "locking_mode = EXCLUSIVE"
"""Before anything is read: the index of the log is then kept in memory, not in a -shm file."""

JOURNALS = ("-wal", "-journal")
"""What SQLite has to read together with a file: its write-ahead log, its rollback journal."""

MEMORY = Path("/dev/shm")  # noqa: S108 - a folder of ours is made in it, for this account alone
PREFIX = "wshoes-copy-"
LEFT_SECONDS = 600.0
"""A copy has its name for a moment; one as old as this was left by a program that was killed."""
CHUNK = 1 << 20
TRIES, PAUSE_SECONDS = 5, 0.05

_kept_open: dict[tuple[int, int], int] = {}
"""Descriptors of database files, by device and inode.

They are never closed: closing any descriptor of a file drops the locks that SQLite holds on
it in this process.
"""


def connect(path: Path, query: str, *, alone: bool = False) -> sqlite3.Connection:
    """Connect to a file that exists.

    Args:
        path: the file.
        query: how, as in an SQLite address: mode=ro, say.
        alone: nobody else may use the file, and no shared memory is needed for its log.
    """
    connection = sqlite3.connect(
        f"{path.as_uri()}?{query}", uri=True, isolation_level=None, check_same_thread=False
    )
    # A damaged text must reach the check of its hash instead of ending the whole reading.
    connection.text_factory = partial(str, encoding="utf-8", errors="replace")
    with undone_on_error(connection.close):
        for limit, most in LIMITS.items():
            connection.setlimit(limit, most)
        for pragma in (ALONE, *PRAGMAS) if alone else PRAGMAS:
            connection.execute(f"PRAGMA {pragma}")
    return connection


def has_journal(path: Path) -> bool:
    """Whether something lies beside a file that SQLite must read together with it."""
    return any(private_files.size_of_file(path.with_name(path.name + end)) for end in JOURNALS)


def read_over(path: Path, query: str, read: Callable[[sqlite3.Connection], T]) -> T:
    """Read a database over a connection of its own: see ``connect``. Broken off in READ_SECONDS."""
    with closing(connect(path, query)) as connection:
        limit_time(connection, READ_SECONDS)
        return read(connection)


def limit_time(connection: sqlite3.Connection, seconds: float) -> None:
    """Have statements on a connection end with SQLITE_INTERRUPT after so many seconds from now."""
    until = time.monotonic() + seconds
    connection.set_progress_handler(lambda: time.monotonic() > until, OPS_BETWEEN)


def read_database(path: Path, read: Callable[[sqlite3.Connection], T]) -> T:
    """Read a database together with its log, wherever it lies and however full its disk is.

    The file and its log stay as they are; an index of the log may come to lie beside them.

    Raises:
        sqlite3.Error: SQLite cannot read it, or no copy could be made where one was needed.
    """
    try:
        return read_over(path, "mode=ro", read)
    except sqlite3.Error as error:
        if code_of(error).startswith("SQLITE_BUSY"):
            raise
        try:
            return read_untouched(path, read)
        except WshoesError:
            raise error from None


def read_untouched(path: Path, read: Callable[[sqlite3.Connection], T]) -> T:
    """Read a database together with its log; nothing is made or changed where it lies.

    Raises:
        sqlite3.Error: SQLite cannot read it.
        WshoesError: no copy could be made.
    """
    if not has_journal(path):
        with suppress(sqlite3.Error):
            return read_over(path, IMMUTABLE, read)
        if not has_journal(path):
            # Perhaps another program copy wrote at this moment, and has finished by now.
            time.sleep(PAUSE_SECONDS)
            return read_over(path, IMMUTABLE, read)
    with closing(connect_to_copy(path)) as connection:
        return read(connection)


@dataclass(frozen=True, slots=True)
class Identity:
    """What stands in the header of a database.

    ``strange`` names what stands in its schema and is none of ours; see ``schema_guard``.
    """

    application_id: int
    version: int
    strange: str = ""

    @property
    def ours(self) -> bool:
        """Whether wshoes made it."""
        return self.application_id == APPLICATION_ID


def identify(path: Path) -> Identity:
    """Read the header of a database as SQLite knows it with its log.

    Raises:
        sqlite3.Error: SQLite cannot read it, with its log neither.
        WshoesError: no copy could be made where one was needed.
    """
    if not has_journal(path):
        return read_untouched(path, read_header)
    try:
        header = read_over(path, IMMUTABLE, read_header)
    except sqlite3.Error:  # no verdict: the log has not been read
        return _with_log(path)
    if header.ours:
        return read_database(path, read_header)
    try:
        return read_untouched(path, read_header)
    except (sqlite3.Error, WshoesError):  # another program's
        return header


def _with_log(path: Path) -> Identity:
    try:
        return read_untouched(path, read_header)
    except WshoesError as no_copy:
        try:
            return read_over(path, "mode=ro", read_header)
        except sqlite3.Error as error:
            if code_of(error).startswith(("SQLITE_CORRUPT", "SQLITE_NOTADB")):
                raise
            raise no_copy from None


def read_header(connection: sqlite3.Connection) -> Identity:
    """The identity that stands in a database; for one of ours its schema is looked at, too."""

    def number(name: str) -> int:
        return int(connection.execute(f"PRAGMA {name}").fetchone()[0])

    found = Identity(number("application_id"), number("user_version"))
    if found.ours and 1 <= found.version <= VERSION:
        return replace(found, strange=strange_object(connection, found.version))
    return found


def connect_to_copy(path: Path) -> sqlite3.Connection:
    """A connection to a private copy of a database, its log and its journal, made now.

    The copy has no name any more once it is open, so nothing of it stays behind.

    Raises:
        sqlite3.Error: SQLite cannot read it.
        StoreError: there is no room for a copy.
        BusyError: the file is written all the time.
    """
    import shutil

    folder = _fill_a_folder(path)
    try:
        connection = connect(folder / path.name, "mode=rw", alone=True)
        with undone_on_error(connection.close):
            connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
            connection.execute("PRAGMA query_only = ON")
        return connection
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _fill_a_folder(path: Path) -> Path:
    import shutil
    import tempfile

    for place in _places():
        with suppress(OSError):
            _sweep(Path(place))
            folder = Path(tempfile.mkdtemp(prefix=PREFIX, dir=place))
            with undone_on_error(partial(shutil.rmtree, folder, ignore_errors=True)):
                _copy_stable(path, folder)
            return folder
    raise StoreError(
        _("The newest words stand in a journal that cannot be read in this folder."),
        kept=_(UNTOUCHED),
        todo=_("Copy the whole folder to a place of your own and open it there."),
    )


def _sweep(place: Path) -> None:
    """Remove what a program that was killed left there: it holds words."""
    import shutil

    for found in place.glob(f"{PREFIX}*"):
        with suppress(OSError):
            old = found.lstat()
            if old.st_uid == os.geteuid() and time.time() - old.st_mtime > LEFT_SECONDS:
                shutil.rmtree(found, ignore_errors=True)


def _places() -> Iterator[str]:
    """Folders for a private copy, those in memory first."""
    import tempfile

    yield str(MEMORY)
    if runtime := os.environ.get("XDG_RUNTIME_DIR", ""):
        yield runtime
    with suppress(OSError):  # no folder of this computer can be written
        yield tempfile.gettempdir()


def _copy_stable(path: Path, folder: Path) -> None:
    """Copy a file and what belongs to it as they are at one moment. BusyError if they never are."""
    for _try in range(TRIES):
        before = _marks(path)
        _copy(_descriptor_of(path), folder / path.name)
        for end in JOURNALS:
            journal = path.with_name(path.name + end)
            (folder / journal.name).unlink(missing_ok=True)
            if private_files.size_of_file(journal):
                descriptor = os.open(journal, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK)
                try:
                    _copy(descriptor, folder / journal.name)
                finally:
                    os.close(descriptor)
        if _marks(path) == before:
            return
        time.sleep(PAUSE_SECONDS)
    raise Failure.BUSY.error()


def _marks(path: Path) -> list[tuple[int, int, int] | None]:
    found = [
        private_files.stat_plain_file(path.with_name(path.name + end)) for end in ("", *JOURNALS)
    ]
    return [one and (one.st_ino, one.st_size, one.st_mtime_ns) for one in found]


def _descriptor_of(path: Path) -> int:
    found = private_files.stat_plain_file(path)
    if found is None:
        raise Failure.UNREACHABLE.error()
    key = (found.st_dev, found.st_ino)
    if key not in _kept_open:
        descriptor = os.open(path, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC)
        opened = os.fstat(descriptor)
        _kept_open[opened.st_dev, opened.st_ino] = descriptor
        return descriptor
    return _kept_open[key]


def bytes_of(path: Path, most: int = 0) -> bytes:
    """All or the first bytes of a file of a database, without dropping SQLite's locks on it."""
    if not private_files.size_of_file(path):
        return b""
    source = _descriptor_of(path)
    if most:
        return os.pread(source, most, 0)
    parts: list[bytes] = []
    while data := os.pread(source, CHUNK, CHUNK * len(parts)):
        parts.append(data)
    return b"".join(parts)


def _copy(source: int, target: Path) -> None:
    descriptor = os.open(target, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, private_files.PRIVATE_FILE)
    with os.fdopen(descriptor, "wb") as copy:
        at = 0
        while data := os.pread(source, CHUNK, at):
            copy.write(data)
            at += len(data)
