"""Database: transactions on one that is open; for SQLite also its log, wiping and backup."""

from __future__ import annotations

import sqlite3
from abc import ABC, abstractmethod
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager, suppress
from functools import partial
from pathlib import Path
from threading import RLock
from typing import TypeVar, cast

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.pool import StaticPool

from wshoes_tui.errors import WshoesError
from wshoes_tui.storage import migrations, private_files
from wshoes_tui.storage.backup import write_copy
from wshoes_tui.storage.copy_timer import CopyTimer
from wshoes_tui.storage.sqlite_file import connect
from wshoes_tui.storage.storage_errors import Failure, translated_errors

T = TypeVar("T")
Change = Callable[[Connection], T]
"""Work in a transaction that writes. It may be done again, from the beginning."""
Check = Callable[[Connection], bool]


class Database(ABC):
    """An open database of the current schema; for any thread, one at a time.

    Every method raises a WshoesError with a sentence for a person when it fails.
    """

    def __init__(self, engine: Engine, *, read_only: bool = False) -> None:
        self._engine = engine
        self._read_only = read_only
        self._one_at_a_time = RLock()
        self._closed = False
        self.copies: CopyTimer | None = None
        """What has copies made of it while it changes; a server makes its own."""
        self.purge_due = False
        """Whether older pages or the log tell what the records do not."""

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """A connection that sees one state of the database from beginning to end."""
        with (
            translated_errors(SQLAlchemyError, sqlite3.Error),
            self._turn(),
            self._engine.connect() as it,
        ):
            yield it

    @contextmanager
    def writing(self, *, durable: bool = True) -> Iterator[Connection]:
        """A connection whose changes are kept, all of them, when the block ends without error.

        Without ``durable`` they outlive the program, but perhaps not a power cut until the
        next durable change.
        """
        with translated_errors(SQLAlchemyError, sqlite3.Error), self._turn():
            self._must_write()
            with self._transaction(durable=durable) as connection:
                migrations.must_be_current(connection)
                yield connection

    def change(
        self, work: Change[T], *, durable: bool = True, is_kept: Check | None = None
    ) -> T | None:
        """Do work in a transaction that writes, and keep what it changed.

        Args:
            work: what is done.
            durable: see ``writing``.
            is_kept: whether the change stands in the database, for where that is uncertain.

        Returns:
            What ``work`` returned; None where the change was found to stand already.
        """
        del is_kept  # a file never leaves it uncertain
        with self.writing(durable=durable) as connection:
            return work(connection)

    @contextmanager
    def bulk(self) -> Iterator[None]:
        """Many changes, one after the other: a file takes more memory meanwhile, and less time."""
        yield

    def lease(self, session_id: str) -> AbstractContextManager[object] | None:
        """The lock of a session; None where files on this computer serve as locks."""
        del session_id
        return None

    def must_hold(self, connection: Connection, session_id: str) -> None:
        """Refuse a change of a session whose lease another program has taken meanwhile."""
        del connection, session_id  # a lock that is a file is never taken from its holder

    def _must_write(self) -> None:
        if self._read_only:
            raise Failure.READ_ONLY.error()

    @contextmanager
    def _turn(self) -> Iterator[None]:
        with self._one_at_a_time:
            if self._closed:
                raise Failure.CLOSED.error()
            yield

    @abstractmethod
    def _transaction(self, *, durable: bool) -> AbstractContextManager[Connection]:
        """A transaction that writes."""

    @abstractmethod
    def purge(self) -> None:
        """Where it is due, leave no trace of removed drafts and older counts.

        Raises:
            BusyError: somebody reads just now; it is due still.
        """

    @abstractmethod
    def wipe(self) -> None:
        """Leave no trace of removed words, as far as the database lets us."""

    @abstractmethod
    def backup(self, path: Path) -> None:
        """Write a verified copy of everything to a new private file.

        Raises:
            StoreError: there is something of that name, or no whole copy can be made.
        """

    def close(self) -> None:
        """Let go of the database. Closing twice is harmless."""
        with self._one_at_a_time:
            self._closed = True
            self._engine.dispose()


CUT_SECONDS = 0.3
"""How long to wait for readers before the log is cut: ours are done after a tenth of a second."""
_SYNCHRONOUS = "wshoes_synchronous"


def engine_of(path: Path, query: str) -> Engine:
    """An engine with one connection, as ``connect`` makes it. Errors carry no parameters."""
    return engine_over(partial(connect, path, query))


def engine_over(creator: Callable[[], sqlite3.Connection]) -> Engine:
    """An engine with the one connection that ``creator`` makes."""
    engine = create_engine(
        "sqlite://",
        creator=creator,
        poolclass=StaticPool,
        hide_parameters=True,
    )
    event.listen(engine, "begin", _begin)
    return engine


@contextmanager
def changing(engine: Engine, synchronous: str) -> Iterator[Connection]:
    """A transaction that writes, at this level of PRAGMA synchronous."""
    options = {_SYNCHRONOUS: synchronous}
    with engine.connect().execution_options(**options) as connection, connection.begin():
        yield connection


def _begin(connection: Connection) -> None:
    level = connection.get_execution_options().get(_SYNCHRONOUS)
    if level is None:
        connection.exec_driver_sql("BEGIN")
        return
    if connection.info.get(_SYNCHRONOUS) != level:
        connection.exec_driver_sql(f"PRAGMA synchronous = {level}")
        connection.info[_SYNCHRONOUS] = level
    # Immediate: to read first and write later fails at once where somebody else writes.
    connection.exec_driver_sql("BEGIN IMMEDIATE")


def raw(engine: Engine) -> sqlite3.Connection:
    """The one connection of an engine, for what no transaction can hold."""
    with engine.connect() as connection:
        return cast("sqlite3.Connection", connection.connection.dbapi_connection)


def first(engine: Engine, statement: str) -> object:
    """The first value that a statement answers with."""
    return raw(engine).execute(statement).fetchone()[0]


def cut_log(engine: Engine, patience: float = private_files.PATIENCE) -> None:
    """Move the write-ahead log into the file and cut it to nothing.

    Raises:
        BusyError: somebody is reading after so many seconds, and it is still there.
    """
    raw(engine).execute(f"PRAGMA busy_timeout = {int(patience * 1000)}")
    try:
        busy = first(engine, "PRAGMA wal_checkpoint(TRUNCATE)")
    finally:
        raw(engine).execute(f"PRAGMA busy_timeout = {int(private_files.PATIENCE * 1000)}")
    if busy:
        raise Failure.BUSY.error()


BULK = {"cache_size": -(16 << 10), "wal_autocheckpoint": 16 << 10}
"""Kilobytes of pages in memory, and pages in the log (64 MB), while many sessions are taken in."""
TRACES = ("draft", "voice")
"""The tables whose older rows would tell whose unattributed words are whose."""


def wipe_drafts(engine: Engine) -> None:
    """Write the drafts and counts anew, so that no trace of earlier ones stays between them.

    Emptying a whole table at once overwrites all of its pages; SQLite does that only with
    foreign keys off. The rows are put back by their random ids, so that where they stand does
    not tell which of them changed last.
    """
    connection = raw(engine)
    connection.execute("PRAGMA foreign_keys = OFF")
    connection.execute("BEGIN IMMEDIATE")
    try:
        for name in TRACES:
            connection.execute(f"CREATE TEMP TABLE kept AS SELECT * FROM main.{name} ORDER BY id")  # noqa: S608
            connection.execute(f"DELETE FROM main.{name}")  # noqa: S608
            connection.execute(f"INSERT INTO main.{name} SELECT * FROM kept ORDER BY id")  # noqa: S608
            connection.execute("DROP TABLE kept")
        connection.execute("COMMIT")
    finally:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        connection.execute("PRAGMA foreign_keys = ON")


def _place_of(path: Path) -> tuple[int, int] | None:
    """Which file it is that has a name, as against another one that is put there later."""
    try:
        found = path.lstat()
    except FileNotFoundError:
        return None
    return found.st_dev, found.st_ino


class SqliteDatabase(Database):
    """An open SQLite file: one connection, and a lock file around every change."""

    def __init__(self, engine: Engine, path: Path, lock: private_files.FileLock | None) -> None:
        """Without a ``lock`` the file at ``path`` is open for reading only."""
        super().__init__(engine, read_only=lock is None)
        self._lock = lock
        self._path = path
        self._opened = _place_of(path)
        self.copies = CopyTimer(path) if lock else None
        logged = lock is not None and first(engine, "PRAGMA journal_mode") == "wal"
        # Where there can be no write-ahead log, only EXTRA survives a power cut.
        self._durable = "FULL" if logged else "EXTRA"
        self._quick = "NORMAL" if logged else "EXTRA"
        with suppress(WshoesError, sqlite3.Error):
            log = raw(engine).execute("PRAGMA wal_checkpoint(PASSIVE)").fetchone()[1]
            self.purge_due = logged and log > 0  # a program that was killed left it
            self._purge_now()

    def _purge_now(self) -> None:
        if self.purge_due:
            wipe_drafts(self._engine)
            cut_log(self._engine, CUT_SECONDS)
            self.purge_due = False

    @contextmanager
    def _transaction(self, *, durable: bool) -> Iterator[Connection]:
        level = self._durable if durable else self._quick
        with self._alone(), changing(self._engine, level) as connection:
            yield connection

    @contextmanager
    def _alone(self) -> Iterator[None]:
        if self._lock is None:
            yield
        else:
            with self._lock.held():
                if _place_of(self._path) != self._opened:
                    raise Failure.REPLACED.error()
                yield

    @contextmanager
    def bulk(self) -> Iterator[None]:
        """As declared above: rows have random keys, so each session changes pages everywhere."""
        usual = [first(self._engine, f"PRAGMA {name}") for name in BULK]
        try:
            for name, value in BULK.items():
                raw(self._engine).execute(f"PRAGMA {name} = {value}")
            yield
        finally:
            with suppress(WshoesError, SQLAlchemyError, sqlite3.Error):
                for name, number in zip(BULK, usual, strict=True):
                    raw(self._engine).execute(f"PRAGMA {name} = {number}")

    def purge(self) -> None:
        """As declared above: the drafts and counts are written anew, and the log is cut."""
        with translated_errors(SQLAlchemyError, sqlite3.Error), self._turn(), self._alone():
            self._must_write()
            self._purge_now()

    def wipe(self) -> None:
        """Leave no trace of removed words in the file and its log.

        ``secure_delete`` alone does not: SQLite leaves copies behind when it moves rows
        between pages, and in the log. So the file is written anew, and the log cut.
        """
        with translated_errors(SQLAlchemyError, sqlite3.Error), self._turn(), self._alone():
            self._must_write()
            raw(self._engine).execute("VACUUM")
            cut_log(self._engine)

    def backup(self, path: Path) -> None:
        """As declared above. Words that were removed, and drafts of one seat, are not in it."""
        with translated_errors(SQLAlchemyError, sqlite3.Error), self._turn():
            private_files.refuse_existing(path)
            write_copy(raw(self._engine), path, lock=self._alone)

    def close(self) -> None:
        """Wipe what was in drafts, cut the log, and let go of the file."""
        if self.copies:
            self.copies.close()
        with self._one_at_a_time:
            if self._closed:
                return
            self._closed = True
            # What cannot be tidied now is safe in the log, where the next opening finds it.
            with (
                suppress(WshoesError),
                translated_errors(SQLAlchemyError, sqlite3.Error),
                self._alone(),
            ):
                try:
                    if self._lock and raw(self._engine).total_changes:
                        wipe_drafts(self._engine)
                        cut_log(self._engine)
                finally:
                    self._engine.dispose()
            self._engine.dispose()
            if self._lock:
                self._lock.close()
