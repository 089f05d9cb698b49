"""PostgreSQL database: a time limit on every wait for the server, and retries of what it undid.

An engine that spreads a database over several computers undoes a transaction that met another
one (SQLSTATE class 40) and expects it to be tried again; ``ServerDatabase.change`` does.
"""

from __future__ import annotations

import os
import random
import socket
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from queue import Empty, SimpleQueue
from threading import Event, Thread
from typing import Any, TypeVar, cast
from weakref import WeakSet

from sqlalchemy import Connection, Engine, create_engine, event, text
from sqlalchemy.engine import URL
from sqlalchemy.exc import DBAPIError, NoSuchModuleError, SQLAlchemyError

from wshoes_tui.domain.text import one_line
from wshoes_tui.errors import StoreError, WshoesError
from wshoes_tui.limits import (
    ANSWER_SECONDS,
    CONNECT_SECONDS,
    OPENING_SECONDS,
    RETRY_PAUSES,
    SLOW_SECONDS,
    STATEMENT_SECONDS,
)
from wshoes_tui.locale import _
from wshoes_tui.storage import migrations
from wshoes_tui.storage.database import Change, Check, Database
from wshoes_tui.storage.server_lease import LEASE, ServerLease
from wshoes_tui.storage.storage_errors import (
    UNTOUCHED,
    EmptyDatabaseError,
    code_of,
    silent,
    slow_listeners,
    translated_errors,
    undone_on_error,
)

T = TypeVar("T")

SPREAD = "cockroachdb"
"""The dialect of CockroachDB, which has SERIALIZABLE transactions alone."""
ISOLATION = "REPEATABLE READ"
UNDONE = "40"
"""The class of codes with which a server undoes a transaction that met another one."""
UNCERTAIN = ("08", "57P", "40003", "OperationalError", "InterfaceError")
"""Beginnings of codes after which it is not known whether a commit was carried out."""


def open_server(url: URL, *, read_only: bool) -> Database:
    """Open the database on a server.

    Raises:
        StoreError: it refuses, or does not answer in time; the sentence says which.
    """
    return within(OPENING_SECONDS, lambda: _open(url, read_only=read_only))


def _open(url: URL, *, read_only: bool) -> Database:
    connections: WeakSet[Any] = WeakSet()
    engine = _engine_of(url, connections)
    with undone_on_error(engine.dispose), translated_errors(SQLAlchemyError):
        if read_only:
            with engine.connect() as connection:
                migrations.must_be_set_up(connection)
                migrations.must_be_current(connection)
        else:
            with engine.begin() as connection:
                migrations.set_up_server(connection)
                LEASE.create(connection, checkfirst=True)
            migrations.migrate(engine.begin)
    return ServerDatabase(engine, connections, read_only=read_only)


def _engine_of(url: URL, connections: WeakSet[Any]) -> Engine:
    """An engine whose connections, as the driver knows them, are noted in a set."""
    spread = url.get_backend_name() == SPREAD
    try:
        engine = create_engine(
            url,
            hide_parameters=True,
            pool_pre_ping=True,
            isolation_level="SERIALIZABLE" if spread else ISOLATION,
            connect_args={"connect_timeout": CONNECT_SECONDS},
        )
    except (ModuleNotFoundError, NoSuchModuleError):
        kind = "CockroachDB" if spread else "PostgreSQL"
        package = "sqlalchemy-cockroachdb" if spread else "psycopg"
        raise StoreError(
            _(
                "Sessions on a {kind} server need the package {package}, which is not installed.",
                kind=kind,
                package=package,
            ),
            kept=_(UNTOUCHED),
            todo=_("Install {package}, or leave out --database to use a file.", package=package),
        ) from None
    event.listen(engine, "connect", partial(_prepare, connections))
    return engine


def _prepare(connections: WeakSet[Any], connection: Any, _record: object) -> None:
    """Note a new connection of the driver, and limit what the server may take for a statement."""
    connections.add(connection)
    with connection.cursor() as cursor:
        cursor.execute(f"SET statement_timeout = {int(STATEMENT_SECONDS * 1000)}")
    connection.commit()


@dataclass(frozen=True, slots=True)
class ServerFacts:
    """What a server says of itself and of the database at an address.

    Attributes:
        version: as the server names it, such as "PostgreSQL 15.3"; safe to show.
        delay: seconds from a question to its answer.
        encrypted: whether the connection is.
        nearby: whether the server is on this computer.
        writable: whether this account may keep sessions there.
        sessions: how many are kept there; None where nothing was ever kept.
    """

    version: str
    delay: float
    encrypted: bool
    nearby: bool
    writable: bool
    sessions: int | None


def inspect_server(url: URL) -> ServerFacts:
    """Ask a server about itself and a database, without changing anything.

    Raises:
        StoreError: it refuses, does not answer in time, or the tables there are not ours.
    """
    return within(OPENING_SECONDS, lambda: _inspect(url))


def _inspect(url: URL) -> ServerFacts:
    engine = _engine_of(url, WeakSet())
    try:
        with translated_errors(SQLAlchemyError), engine.connect() as connection:
            began = time.monotonic()
            version = str(connection.exec_driver_sql("SELECT version()").scalar_one())
            delay = time.monotonic() - began
            try:
                migrations.must_be_set_up(connection)
                migrations.check_migrations(migrations.version_of(connection), migrating=True)
                sessions, right = connection.execute(_HELD).one()
            except EmptyDatabaseError:
                sessions, right = None, connection.execute(_MAY_CREATE).scalar_one()
            driver = cast("Any", connection.connection.dbapi_connection)
            return ServerFacts(
                version=one_line(" ".join(version.split()[:2])),
                delay=delay,
                encrypted=bool(driver.pgconn.ssl_in_use),
                nearby=(url.host or "/").startswith(("/", "localhost", "127.", "::1")),
                writable=bool(right),
                sessions=sessions,
            )
    finally:
        engine.dispose()


_HELD = text(
    "SELECT count(*), has_table_privilege('session', 'INSERT') AND "
    "has_table_privilege('session', 'UPDATE') AND has_table_privilege('session', 'DELETE') "
    "FROM session"
)
_MAY_CREATE = text("SELECT has_schema_privilege(current_schema(), 'CREATE')")


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
        self._leases: dict[str, ServerLease] = {}

    def lease(self, session_id: str) -> ServerLease:
        """The lock of a session; while it is held, every change of that session renews it."""
        return ServerLease(self, session_id, self._leases)

    def must_hold(self, connection: Connection, session_id: str) -> None:
        """Renew the lease of a session with a change. BusyError where another program took it."""
        lease = self._leases.get(session_id)
        if lease is not None:
            lease.take(connection)

    def change(
        self, work: Change[T], *, durable: bool = True, is_kept: Check | None = None
    ) -> T | None:
        """As declared above; tried again where the server undid it or the connection broke.

        Where it is not known whether the commit was carried out, ``is_kept`` tells; without it
        nothing is tried again then.
        """
        pauses = iter(RETRY_PAUSES)
        with translated_errors(SQLAlchemyError):
            while True:
                try:
                    return self._try(work, durable=durable)
                except DBAPIError as error:
                    code, pause = code_of(error), next(pauses, None)
                    uncertain = code.startswith(UNCERTAIN)
                    if pause is None or not (uncertain or code.startswith(UNDONE)):
                        raise
                    if uncertain and is_kept is None:
                        raise
                time.sleep(pause * random.uniform(0.5, 1.5))  # noqa: S311 - no secret
                if uncertain and is_kept is not None and self._try(is_kept, durable=False):
                    return None

    def _try(self, work: Change[T], *, durable: bool) -> T:
        with self._turn():
            self._must_write()
            with self._transaction(durable=durable) as connection:
                migrations.must_be_current(connection)
                return work(connection)

    @contextmanager
    def _turn(self) -> Iterator[None]:
        with super()._turn():
            cut: list[bool] = []
            done = Event()
            Thread(target=self._watch, args=(done, cut), daemon=True, name="patience").start()
            try:
                yield
            except (SQLAlchemyError, WshoesError):
                if cut:
                    raise silent(ANSWER_SECONDS) from None
                raise
            finally:
                done.set()

    def _watch(self, done: Event, cut: list[bool]) -> None:
        """Tell the front ends of a server that is slow, and cut what waits for a silent one."""
        soon = min(SLOW_SECONDS, ANSWER_SECONDS)
        if done.wait(soon):
            return
        for tell in tuple(slow_listeners):
            tell()
        if not done.wait(ANSWER_SECONDS - soon):
            self._cut(cut)

    @contextmanager
    def _transaction(self, *, durable: bool) -> Iterator[Connection]:
        with self._engine.begin() as connection:
            if not durable and connection.dialect.name != SPREAD:
                connection.exec_driver_sql("SET LOCAL synchronous_commit TO OFF")
            yield connection

    def purge(self) -> None:
        """Nothing: see ``wipe``."""

    def wipe(self) -> None:
        """Nothing: the traces are in the journals and backups of the server, out of reach."""

    def backup(self, path: Path) -> None:
        """Always a StoreError: only the server can copy its sessions."""
        raise StoreError(
            _("Sessions on a server cannot be copied to {name!r} from here.", name=path.name),
            kept=_(UNTOUCHED),
            todo=_("Ask whoever runs the server for a backup, or export the sessions."),
        )

    def _cut(self, cut: list[bool]) -> None:
        """End what waits for the server, from another thread: its sockets are shut down."""
        cut.append(True)
        for connection in tuple(self._connections):
            with suppress(Exception), socket.socket(fileno=os.dup(connection.fileno())) as line:
                line.shutdown(socket.SHUT_RDWR)
