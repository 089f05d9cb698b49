"""A session on a server has one writer at a time on all computers, and changes are tried again."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from time import monotonic, sleep
from typing import Any

import pytest
from sqlalchemy import Connection, text, update
from sqlalchemy.exc import OperationalError

from tests.storage.conftest import SERVER
from tests.storage.hands import a_session, assert_kept, say
from wshoes_tui.domain.models import Session
from wshoes_tui.errors import BusyError
from wshoes_tui.sessions.bootstrap import told_when_slow
from wshoes_tui.storage import postgres, server_lease
from wshoes_tui.storage.server_lease import LEASE, ServerLease
from wshoes_tui.storage.sql_store import SqlStore, open_store

pytestmark = pytest.mark.skipif(not SERVER, reason="there is no PostgreSQL server here")

OTHER = """
import sys
from wshoes_tui.storage.sql_store import open_store
from wshoes_tui.errors import WshoesError
from tests.storage.hands import say
store = open_store(sys.argv[1])
session = store.load(sys.argv[2])
lease = store.lease(session.id)
lease.acquire()
print("held", flush=True)
for line in sys.stdin:
    try:
        said = say(session, line.strip())
        store.commit(said)
        session = said.session
        print("kept", flush=True)
    except WshoesError as error:
        print(error, flush=True)
"""


class Other:
    """Another program that has a session open."""

    def __init__(self, session: Session) -> None:
        self.process = subprocess.Popen(
            [sys.executable, "-c", OTHER, SERVER, session.id],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        assert self.read() == "held"

    def read(self) -> str:
        assert self.process.stdout is not None
        return self.process.stdout.readline().strip()

    def say(self, words: str) -> str:
        assert self.process.stdin is not None
        self.process.stdin.write(f"{words}\n")
        self.process.stdin.flush()
        return self.read()

    def end(self) -> None:
        self.process.kill()
        self.process.communicate()


@pytest.fixture
def store() -> Iterator[SqlStore]:
    store = open_store(SERVER)
    yield store
    for line in store.sessions():
        store.discard(line.id)
    store.close()


@pytest.fixture
def session(store: SqlStore) -> Session:
    session = a_session()
    store.create(session)
    return session


@pytest.fixture
def other(session: Session) -> Iterator[Other]:
    other = Other(session)
    yield other
    other.end()


def lease_of(store: SqlStore, session: Session) -> ServerLease:
    lease = store.lease(session.id)
    assert isinstance(lease, ServerLease)
    return lease


def test_a_second_program_is_told_where_the_session_is_open(
    store: SqlStore, session: Session, other: Other
) -> None:
    with pytest.raises(BusyError, match=rf"on this computer since .*{other.process.pid}"):
        lease_of(store, session).acquire()
    on_server(store, update(LEASE).values(host="hall-laptop"))
    with pytest.raises(BusyError, match=r"'hall-laptop' since .* try again in 30 seconds"):
        lease_of(store, session).acquire()


def test_a_program_that_was_killed_gives_the_session_back(
    store: SqlStore, session: Session, other: Other
) -> None:
    other.end()
    with lease_of(store, session):
        said = say(session, "words")
        store.commit(said)
    assert_kept(store, said.session)


def test_a_program_that_froze_cannot_write_over_the_one_that_followed(
    store: SqlStore, session: Session, other: Other, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(server_lease, "LEASE_SECONDS", 0.2)
    assert other.say("first") == "kept"
    os.kill(other.process.pid, signal.SIGSTOP)
    sleep(0.3)
    with lease_of(store, session):
        said = say(store.load(session.id), "second")
        store.commit(said)
        os.kill(other.process.pid, signal.SIGCONT)
        assert other.say("third").startswith("This session is open in another window")
    assert_kept(store, said.session)


def test_a_lease_is_renewed_while_nothing_is_said(
    store: SqlStore, session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(server_lease, "LEASE_SECONDS", 0.4)
    monkeypatch.setattr(server_lease, "RENEWAL_SECONDS", 0.05)
    second = open_store(SERVER)
    with lease_of(store, session):
        sleep(0.8)
        with pytest.raises(BusyError):
            lease_of(second, session).acquire()
    with lease_of(second, session):
        pass
    second.close()


def test_of_two_programs_that_come_at_once_one_has_the_session(session: Session) -> None:
    stores = [open_store(SERVER) for _ in range(6)]

    def take(store: SqlStore) -> bool:
        try:
            lease_of(store, session).acquire()
        except BusyError:
            return False
        return True

    with ThreadPoolExecutor(len(stores)) as threads:
        assert sum(threads.map(take, stores)) == 1
    for store in stores:
        lease_of(store, session)
        for lease in tuple(store._database._leases.values()):
            lease.release()
        store.close()


@pytest.mark.parametrize("isolation", ["REPEATABLE READ", "SERIALIZABLE"])
@pytest.mark.parametrize("when", ["before the commit", "after the commit"])
def test_what_the_server_undoes_is_tried_again_and_kept_once(
    isolation: str, when: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As an engine on several computers does: undone, or carried out with the answer lost."""
    monkeypatch.setattr(postgres, "ISOLATION", isolation)
    monkeypatch.setattr(postgres, "RETRY_PAUSES", (0.001,) * 6)
    store = open_store(SERVER)
    session = a_session()
    store.create(session)
    failing = Failing(store, 4 if when == "before the commit" else 1, when)
    for words in ("one", "two", "three"):
        failing.left = failing.times
        said = say(session, words)
        store.commit(said)
        session = said.session
        assert failing.left == 0
    failing.stop()
    assert_kept(store, session)
    store.discard(session.id)
    store.close()


def test_what_is_undone_for_ever_is_told_and_nothing_is_kept(
    store: SqlStore, session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(postgres, "RETRY_PAUSES", (0.001,) * 3)
    failing = Failing(store, 99, "before the commit")
    with pytest.raises(BusyError):
        store.commit(say(session, "words"))
    failing.stop()
    assert failing.left == 99 - 4
    assert_kept(store, session)


def test_a_connection_that_breaks_between_two_changes_is_made_anew(
    store: SqlStore, session: Session
) -> None:
    second = open_store(SERVER)
    with store._database.reading() as connection:
        pid = connection.execute(text("SELECT pg_backend_pid()")).scalar_one()
    on_server(second, text(f"SELECT pg_terminate_backend({pid})"))
    second.close()
    began = monotonic()
    said = say(session, "words")
    store.commit(said)
    assert monotonic() - began < 5
    assert_kept(store, said.session)


def on_server(store: SqlStore, statement: Any) -> None:
    def work(connection: Connection) -> None:
        connection.execute(statement)

    store._database.change(work)


class SerializationFailureError(Exception):
    """As psycopg raises it."""

    sqlstate = "40001"


class ConnectionLostError(Exception):
    """As psycopg raises it where the connection is gone when the commit should be answered."""

    sqlstate = "08006"


class Failing:
    """Makes the commits of a store fail so many times."""

    def __init__(self, store: SqlStore, times: int, when: str) -> None:
        self.times = self.left = times
        self.when = when
        self.dialect = store._database._engine.dialect
        self.commit = self.dialect.do_commit
        self.dialect.do_commit = self  # type: ignore[method-assign]

    def __call__(self, connection: Any) -> None:
        if not self.left:
            self.commit(connection)
            return
        self.left -= 1
        if self.when == "after the commit":
            self.commit(connection)
            raise OperationalError("COMMIT", {}, ConnectionLostError())
        raise OperationalError("COMMIT", {}, SerializationFailureError())

    def stop(self) -> None:
        self.dialect.do_commit = self.commit  # type: ignore[method-assign]


def test_people_are_told_after_a_second_that_a_slow_server_is_tried_still(
    store: SqlStore, session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(postgres, "SLOW_SECONDS", 0.05)
    told: list[str] = []
    with told_when_slow(told.append):
        store.commit(said := say(session, "quick"))
        assert told == []
        on_server(store, text("SELECT pg_sleep(0.2)"))
    assert len(told) == 1
    assert "Still trying: your words are held" in told[0]
    on_server(store, text("SELECT pg_sleep(0.1)"))
    assert len(told) == 1
    assert_kept(store, said.session)
