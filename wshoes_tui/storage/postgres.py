"""Why a database server refused, as a sentence for a person that holds no password.

A server that refuses a connection gives its driver a text and no code, in a language of its
own choice. What the texts say in English is known here; any other is told in general.
"""

from __future__ import annotations

import os
import re
import socket
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from queue import Empty, SimpleQueue
from threading import Thread, Timer
from typing import Any, TypeVar
from weakref import WeakSet

from sqlalchemy import Engine, create_engine, event
from sqlalchemy.engine import URL
from sqlalchemy.exc import SQLAlchemyError

from wshoes_tui.errors import StoreError, WshoesError
from wshoes_tui.storage import migrations
from wshoes_tui.storage.database import Database
from wshoes_tui.storage.storage_errors import SAFE, UNTOUCHED, translated_errors

CONNECT_SECONDS = 8
"""How long the driver waits for a connection to one address of a server."""

CHECK_ADDRESS = "Check the address in --database or WSHOES_DATABASE_URL, then start again."
ASK_SERVER = "Ask whoever runs the server, or leave out --database to use a file."

PASSWORD = "The database server refused the account or its password."  # noqa: S105
NO_PASSWORD = "The database server asks for a password, and none was given."  # noqa: S105
NO_ACCOUNT = "The database server knows no account of that name."
NO_DATABASE = "The database server has no database of that name."
NO_RIGHTS = "The account may not keep sessions in that database."
NOT_FROM_HERE = "The database server does not let that account in from this computer."
UNKNOWN_HOST = "No computer of the name in the address of the database can be found."
NOBODY_THERE = "No database server answers at that address: the connection was refused."
UNREACHABLE = "The computer of the database server cannot be reached."
CROWDED = "The database server has no connection free."
NOT_READY = "The database server is starting or stopping just now."
ENCRYPTION = "The database server and the address do not agree on encryption (sslmode)."
GONE = "The database server ended the connection."
SILENT = f"The database server did not answer within {CONNECT_SECONDS} seconds."
REFUSED = "The database server refused the connection."

WHAT_TO_DO = {
    PASSWORD: CHECK_ADDRESS,
    NO_PASSWORD: CHECK_ADDRESS,
    NO_ACCOUNT: CHECK_ADDRESS,
    NO_DATABASE: CHECK_ADDRESS,
    UNKNOWN_HOST: CHECK_ADDRESS,
    NOBODY_THERE: CHECK_ADDRESS,
    ENCRYPTION: CHECK_ADDRESS,
    REFUSED: "Check account, password and database in --database or WSHOES_DATABASE_URL.",
}

TEXTS = (
    ("no password supplied", NO_PASSWORD),
    ("password authentication failed", PASSWORD),
    ("authentication failed", PASSWORD),
    ("database  does not exist", NO_DATABASE),
    ("role  does not exist", NO_ACCOUNT),
    ("pg_hba.conf", NOT_FROM_HERE),
    ("permission denied for database", NO_RIGHTS),
    ("is not permitted to log in", NO_RIGHTS),
    ("remaining connection slots", CROWDED),
    ("too many c", CROWDED),  # "clients already", "connections for role"
    ("is starting up", NOT_READY),
    ("is shutting down", NOT_READY),
    ("resolve host", UNKNOWN_HOST),
    ("translate host name", UNKNOWN_HOST),
    ("name or service not known", UNKNOWN_HOST),
    ("connection refused", NOBODY_THERE),
    ("no such file or directory", NOBODY_THERE),
    ("no route to host", UNREACHABLE),
    ("network is unreachable", UNREACHABLE),
    ("timeout expired", SILENT),
    ("timed out", SILENT),
    ("ssl", ENCRYPTION),
    ("closed the connection", GONE),
    ("connection is lost", GONE),
    ("the connection is closed", GONE),
    ("terminating connection", GONE),
)
CODES = {
    "28P01": PASSWORD,
    "28000": PASSWORD,
    "3D000": NO_DATABASE,
    "42501": NO_RIGHTS,
    "53300": CROWDED,
    "57P01": GONE,
    "57P02": GONE,
    "57P03": NOT_READY,
}


def explain_server(error: BaseException) -> StoreError | None:
    """The sentence for an error of the driver; None where it is not about reaching the server."""
    kind = type(error)
    if kind.__module__.partition(".")[0] != "psycopg":
        return None
    code = getattr(error, "sqlstate", None)
    if code is not None:
        reason = CODES.get(code, "")
    elif kind.__name__ == "ConnectionTimeout":
        reason = SILENT
    elif kind.__name__ in ("OperationalError", "InterfaceError"):
        reason = _reason_in(str(error))
    else:
        reason = ""
    if not reason:
        return None
    return StoreError(reason, kept=SAFE, todo=WHAT_TO_DO.get(reason, ASK_SERVER))


def _reason_in(text: str) -> str:
    # Without the names of hosts, accounts and databases: they may be anything.
    told = re.sub(r"\"[^\"]*\"|'[^']*'", "", text.casefold())
    return next((reason for part, reason in TEXTS if part in told), REFUSED)


def silent(seconds: float) -> StoreError:
    """The error for a server that does not answer within so many seconds."""
    return StoreError(
        f"The database server did not answer within {seconds:g} seconds.",
        kept=SAFE,
        todo=ASK_SERVER,
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
    try:
        with translated_errors(SQLAlchemyError):
            if read_only:
                with engine.connect() as connection:
                    migrations.must_be_current(connection)
            else:
                with engine.begin() as connection:
                    migrations.set_up_server(connection)
                migrations.migrate(engine.begin)
    except BaseException:  # passed on, but nothing stays open
        engine.dispose()
        raise
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

    def _cut(self, cut: list[bool]) -> None:
        """End what waits for the server, from another thread: its sockets are shut down."""
        cut.append(True)
        for connection in tuple(self._connections):
            with suppress(Exception), socket.socket(fileno=os.dup(connection.fileno())) as line:
                line.shutdown(socket.SHUT_RDWR)
