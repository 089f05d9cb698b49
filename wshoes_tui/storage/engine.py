"""A database that is open: one way to read it, one way to write it."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import RLock

from sqlalchemy import Connection, Engine
from sqlalchemy.exc import SQLAlchemyError

from wshoes_tui.errors import StoreError
from wshoes_tui.storage import migrations
from wshoes_tui.storage.failures import UNTOUCHED, Failure, in_words


class Database:
    """An open database of the current schema, for any thread to use.

    Everything raises a WshoesError with a sentence for a person when it cannot.
    """

    def __init__(self, engine: Engine, *, read_only: bool = False) -> None:
        self._engine = engine
        self._read_only = read_only
        self._one_at_a_time = RLock()
        self._closed = False

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """A connection that sees one state of the database from beginning to end."""
        with in_words(SQLAlchemyError, sqlite3.Error), self._turn(), self._engine.connect() as it:
            yield it

    @contextmanager
    def writing(self, *, durable: bool = True) -> Iterator[Connection]:
        """A connection whose changes are kept, all of them, when the block ends without error.

        Without ``durable`` they outlive the program, but perhaps not a power cut until the
        next durable change.
        """
        with in_words(SQLAlchemyError, sqlite3.Error), self._turn():
            self._must_write()
            with self._transaction(durable=durable) as connection:
                migrations.must_be_current(connection)
                yield connection

    def _must_write(self) -> None:
        if self._read_only:
            raise Failure.READ_ONLY.error()

    @contextmanager
    def _turn(self) -> Iterator[None]:
        with self._one_at_a_time:
            if self._closed:
                raise Failure.CLOSED.error()
            yield

    @contextmanager
    def _transaction(self, *, durable: bool) -> Iterator[Connection]:
        with self._engine.begin() as connection:
            if not durable:
                connection.exec_driver_sql("SET LOCAL synchronous_commit TO OFF")
            yield connection

    def wipe(self) -> None:
        """Leave no trace of removed words, as far as the database lets us.

        A server keeps traces in its own journals and backups, which we cannot reach.
        """

    def backup(self, path: Path) -> None:
        """Write a verified copy of everything to a new file. Always a StoreError here."""
        raise StoreError(
            f"Sessions on a server cannot be copied to {path.name!r} from here.",
            kept=UNTOUCHED,
            todo="Ask whoever runs the server for a backup, or export the sessions.",
        )

    def close(self) -> None:
        """Let go of the database. Closing twice is harmless."""
        with self._one_at_a_time:
            self._closed = True
            self._engine.dispose()
