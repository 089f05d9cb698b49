"""A database in one SQLite file: private, durable, without traces of what was removed.

Two program copies may have the same file open. SQLite up to 3.51.2 can lose a commit when
two connections write or checkpoint a write-ahead log at the same moment, so whoever
writes holds a lock file meanwhile. Readers never write: their connections cannot.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from sqlalchemy import Connection, Engine
from sqlalchemy.exc import SQLAlchemyError

from wshoes_tui.errors import WshoesError
from wshoes_tui.storage import files
from wshoes_tui.storage.connection import changing, copy_to, cut_log, first, raw, wipe_drafts
from wshoes_tui.storage.engine import Database
from wshoes_tui.storage.failures import in_words


class SqliteDatabase(Database):
    """An open SQLite file: one connection, and a lock file around every change."""

    def __init__(self, engine: Engine, lock: files.FileLock | None) -> None:
        """Without a ``lock`` it is open for reading only."""
        super().__init__(engine, read_only=lock is None)
        self._lock = lock
        logged = lock is not None and first(engine, "PRAGMA journal_mode") == "wal"
        # Where there can be no write-ahead log, only EXTRA survives a power cut.
        self._durable = "FULL" if logged else "EXTRA"
        self._quick = "NORMAL" if logged else "EXTRA"

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
                yield

    def wipe(self) -> None:
        """Leave no trace of removed words in the file and its log.

        ``secure_delete`` alone does not: SQLite leaves copies behind when it moves rows
        between pages, and in the log. So the file is written anew, and the log cut.
        """
        with in_words(SQLAlchemyError, sqlite3.Error), self._turn(), self._alone():
            self._must_write()
            raw(self._engine).execute("VACUUM")
            cut_log(self._engine)

    def backup(self, path: Path) -> None:
        """Write a verified copy of everything to a new private file.

        Raises:
            StoreError: there is something of that name, or the copy is not whole.
        """
        with in_words(SQLAlchemyError, sqlite3.Error), self._turn(), self._alone():
            files.must_be_free(path)
            copy_to(self._engine, path)

    def close(self) -> None:
        """Wipe what was in drafts, cut the log, and let go of the file."""
        with self._one_at_a_time:
            if self._closed:
                return
            self._closed = True
            # What cannot be tidied now is safe in the log, where the next opening finds it.
            with suppress(WshoesError), in_words(SQLAlchemyError, sqlite3.Error), self._alone():
                try:
                    if self._lock and raw(self._engine).total_changes:
                        wipe_drafts(self._engine)
                        cut_log(self._engine)
                finally:
                    self._engine.dispose()
            self._engine.dispose()
            if self._lock:
                self._lock.close()
