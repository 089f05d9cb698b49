"""PostgreSQL database: opened and used with a time limit on every wait for the server."""

from __future__ import annotations

import os
import socket
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from queue import Empty, SimpleQueue
from threading import Thread, Timer
from typing import Any, TypeVar
from weakref import WeakSet

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.engine import URL
from sqlalchemy.exc import SQLAlchemyError

from wshoes_tui.errors import StoreError, WshoesError
from wshoes_tui.storage import migrations
from wshoes_tui.storage.database import Database
from wshoes_tui.storage.storage_errors import (
    CONNECT_SECONDS,
    UNTOUCHED,
    silent,
    translated_errors,
    undone_on_error,
)

T = TypeVar("T")

OPENING_SECONDS = 12.0
"""For all of it: finding the server, signing in, making or checking the tables."""
ANSWER_SECONDS = 12.0
"""For one reading or one change, from its beginning to its commit."""


def open_server(url: URL, *, read_only: bool) -> Database:
    """Open the database on a server.

    Raises:
        StoreError: it refuses, or does not answer in time; the sentence says which.
    """
    return within(OPENING_SECONDS, lambda: _open(url, read_only=read_only))


def _open(url: URL, *, read_only: bool) -> Database:
    try:
        engine = create_engine(
            url,
            hide_parameters=True,
            pool_pre_ping=True,
            isolation_level="REPEATABLE READ",
            connect_args={"connect_timeout": CONNECT_SECONDS},
        )
    except ModuleNotFoundError:
        raise StoreError(
            "Sessions on a PostgreSQL server need the package psycopg, which is not installed.",
            kept=UNTOUCHED,
            todo="Install psycopg, or leave out --database to use a file.",
        ) from None
    connections: WeakSet[Any] = WeakSet()
    event.listen(engine, "connect", lambda connection, _record: connections.add(connection))
    with undone_on_error(engine.dispose), translated_errors(SQLAlchemyError):
        if read_only:
            with engine.connect() as connection:
                migrations.must_be_current(connection)
        else:
            with engine.begin() as connection:
                migrations.set_up_server(connection)
            migrations.migrate(engine.begin)
    return ServerDatabase(engine, connections, read_only=read_only)


def within(seconds: float, work: Callable[[], T]) -> T:
    """Do work on a thread of its own, and wait for it so long. StoreError if it takes longer."""
    results: SimpleQueue[tuple[bool, Any]] = SimpleQueue()

    def run() -> None:
        try:
            results.put((True, work()))
        except BaseException as error:  # noqa: BLE001 - raised again on the thread that waits
            results.put((False, error))

    # A daemon: should it never end, the program does all the same.
    Thread(target=run, daemon=True, name="server").start()
    try:
        done, result = results.get(timeout=seconds)
    except Empty:
        raise silent(seconds) from None
    if not done:
        raise result
    return result  # type: ignore[no-any-return]


class ServerDatabase(Database):
    """An open database on a server; whatever takes too long is broken off with a sentence."""

    def __init__(
        self, engine: Engine, connections: WeakSet[Any], *, read_only: bool = False
    ) -> None:
        """``connections`` are those that the engine has made, as the driver knows them."""
        super().__init__(engine, read_only=read_only)
        self._connections = connections

    @contextmanager
    def _turn(self) -> Iterator[None]:
        with super()._turn():
            cut: list[bool] = []
            timer = Timer(ANSWER_SECONDS, self._cut, [cut])
            timer.daemon = True
            timer.start()
            try:
                yield
            except (SQLAlchemyError, WshoesError):
                if cut:
                    raise silent(ANSWER_SECONDS) from None
                raise
            finally:
                timer.cancel()

    @contextmanager
    def _transaction(self, *, durable: bool) -> Iterator[Connection]:
        with self._engine.begin() as connection:
            if not durable:
                connection.exec_driver_sql("SET LOCAL synchronous_commit TO OFF")
            yield connection

    def purge(self) -> None:
        """Nothing: see ``wipe``."""

    def wipe(self) -> None:
        """Nothing: the traces are in the journals and backups of the server, out of reach."""

    def backup(self, path: Path) -> None:
        """Always a StoreError: only the server can copy its sessions."""
        raise StoreError(
            f"Sessions on a server cannot be copied to {path.name!r} from here.",
            kept=UNTOUCHED,
            todo="Ask whoever runs the server for a backup, or export the sessions.",
        )

    def _cut(self, cut: list[bool]) -> None:
        """End what waits for the server, from another thread: its sockets are shut down."""
        cut.append(True)
        for connection in tuple(self._connections):
            with suppress(Exception), socket.socket(fileno=os.dup(connection.fileno())) as line:
                line.shutdown(socket.SHUT_RDWR)
