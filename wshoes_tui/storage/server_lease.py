"""Lease: the lock of a session on a database server, in force as long as its owner renews it.

The server's clock alone measures it. A program that was frozen and comes back finds its lease
taken, and its next change is refused in the same transaction. A lease whose owner died on this
computer is taken over at once; one of another computer when its time is over.
"""

from __future__ import annotations

import os
import socket
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from secrets import token_hex
from threading import Event, Thread
from typing import TYPE_CHECKING, Any, Self

from sqlalchemy import (
    BigInteger,
    Column,
    Connection,
    DateTime,
    MetaData,
    String,
    Table,
    delete,
    func,
    or_,
    select,
)
from sqlalchemy.dialects.postgresql import insert

from wshoes_tui.errors import BusyError, WshoesError
from wshoes_tui.limits import LEASE_SECONDS, RENEWAL_SECONDS
from wshoes_tui.storage.session_lock import Holder, held_by

if TYPE_CHECKING:
    from wshoes_tui.storage.database import Database

LEASE = Table(
    "session_lease",
    MetaData(),
    Column("session", String, primary_key=True),
    Column("token", String, nullable=False),
    Column("host", String, nullable=False),
    Column("pid", BigInteger, nullable=False),
    Column("since", String, nullable=False),
    Column("renewed", DateTime(timezone=True), nullable=False),
)
"""One row a session that is open somewhere. ``token`` tells owners apart, also in one process."""


class ServerLease:
    """The right to change one session, from ``acquire`` to ``release``; a context manager too.

    Args:
        database: where the lease is kept.
        session_id: the session.
        held: the leases that this program holds in that database, by session.
    """

    def __init__(self, database: Database, session_id: str, held: dict[str, ServerLease]) -> None:
        self._database = database
        self._session = session_id
        self._held = held
        self._token = token_hex(16)
        self._since = datetime.now(UTC).isoformat()
        self._released = Event()

    def acquire(self) -> None:
        """Take the session, and renew the lease from now on.

        Raises:
            BusyError: another program has it; the sentence says where.
            StoreError: the server cannot be reached.
        """
        if self._held.get(self._session) is self:
            return
        self._database.change(self.take, is_kept=lambda _connection: False)
        self._held[self._session] = self
        Thread(target=self._renew, daemon=True, name="lease").start()

    def take(self, connection: Connection) -> None:
        """Take or renew the lease in this transaction. BusyError if another program has it."""
        free = LEASE.c.renewed < func.clock_timestamp() - timedelta(seconds=LEASE_SECONDS)
        if self._write(connection, free):
            return
        row = connection.execute(select(LEASE).where(LEASE.c.session == self._session)).one()
        holder = Holder(row.host, row.pid, row.since)
        died_here = holder.host == socket.gethostname() and not _is_alive(holder.pid)
        if died_here and self._write(connection, LEASE.c.token == row.token):
            return
        raise held_by(holder, LEASE_SECONDS)

    def _write(self, connection: Connection, free: Any) -> bool:
        """Write the row where there is none, where it is ours or ``free``; whether it was."""
        row = {
            "session": self._session,
            "token": self._token,
            "host": socket.gethostname(),
            "pid": os.getpid(),
            "since": self._since,
            "renewed": func.clock_timestamp(),
        }
        statement = insert(LEASE).values(row)
        statement = statement.on_conflict_do_update(
            index_elements=[LEASE.c.session],
            set_=row,
            where=or_(LEASE.c.token == self._token, free),
        )
        return connection.execute(statement.returning(LEASE.c.token)).first() is not None

    def _renew(self) -> None:
        while not self._released.wait(RENEWAL_SECONDS):
            try:
                self._database.change(self.take, durable=False)
            except BusyError:
                return  # the next change tells the user
            except WshoesError:
                continue

    def release(self) -> None:
        """Give the session back. Releasing twice is harmless."""
        self._released.set()
        if self._held.get(self._session) is not self:
            return
        del self._held[self._session]
        ours = delete(LEASE).where(LEASE.c.session == self._session, LEASE.c.token == self._token)
        with suppress(WshoesError):  # its time will be over
            self._database.change(lambda connection: connection.execute(ours) and None)

    def __enter__(self) -> Self:
        self.acquire()
        return self

    def __exit__(self, *_error: object) -> None:
        self.release()


def _is_alive(pid: int) -> bool:
    """Whether a process of this computer lives, of whatever account."""
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except OSError:
        return True
    return True
