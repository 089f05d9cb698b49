"""A server that refuses or keeps silent is told of in time, with the reason and no password."""

from __future__ import annotations

import os
import signal
import socket
import sys
from collections.abc import Iterator
from pathlib import Path
from threading import Event
from time import monotonic
from types import SimpleNamespace
from typing import Any, cast
from weakref import WeakSet

import pytest
from sqlalchemy import create_engine, text
from sqlalchemy.engine import make_url
from sqlalchemy.exc import OperationalError

from tests.storage.conftest import SERVER
from tests.storage.hands import a_session, assert_kept, say
from wshoes_tui.errors import StoreError
from wshoes_tui.storage import postgres
from wshoes_tui.storage import storage_errors as told
from wshoes_tui.storage.postgres import ServerDatabase, within
from wshoes_tui.storage.sql_store import open_store
from wshoes_tui.storage.storage_errors import explain_error

on_a_server = pytest.mark.skipif(not SERVER, reason="there is no PostgreSQL server here")


def from_driver(text: str, kind: str = "OperationalError", state: str | None = None) -> Exception:
    """An error as the driver raises it."""
    made = type(kind, (Exception,), {"__module__": "psycopg"})
    error = made(text)
    error.sqlstate = state
    return cast("Exception", error)


AT = 'connection failed: connection to server at "10.0.0.9", port 5432 failed: '


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        (f'{AT}FATAL:  password authentication failed for user "asha"', told.PASSWORD),
        (f"{AT}fe_sendauth: no password supplied", told.NO_PASSWORD),
        (f'{AT}FATAL:  database "nowhere" does not exist', told.NO_DATABASE),
        (f'{AT}FATAL:  role "database" does not exist', told.NO_ACCOUNT),
        (f'{AT}FATAL:  permission denied for database "ssl"\nDETAIL:  No.', told.NO_RIGHTS),
        (f'{AT}FATAL:  role "asha" is not permitted to log in', told.NO_RIGHTS),
        (f'{AT}FATAL:  no pg_hba.conf entry for host "1.2.3.4", no encryption', told.NOT_FROM_HERE),
        (f"{AT}Connection refused\n\tIs the server running?", told.NOBODY_THERE),
        (f"{AT}No route to host", told.UNREACHABLE),
        (f"{AT}server does not support SSL, but SSL was required", told.ENCRYPTION),
        (f"{AT}FATAL:  sorry, too many clients already", told.CROWDED),
        (f"{AT}FATAL:  the database system is starting up", told.NOT_READY),
        ("failed to resolve host 'pa$$word@x': [Errno -2] Name not known", told.UNKNOWN_HOST),
        ("connection timeout expired", told.SILENT),
        ("server closed the connection unexpectedly", told.GONE),
        (f"{AT}FATAL:  Passwort-Authentifizierung für Benutzer »x« fehlgeschlagen", told.REFUSED),
    ],
)
def test_what_a_server_says_is_told_by_its_reason_alone(text: str, reason: str) -> None:
    cause = from_driver(text)
    for error in (cause, OperationalError("SELECT", {}, cause)):
        said = explain_error(error)
        assert said.what == reason
        assert said.todo
        for private in ("asha", "pa$$word", "nowhere", "10.0.0.9"):
            assert private not in str(said)


@pytest.mark.parametrize(
    ("state", "reason"),
    [("28P01", told.PASSWORD), ("3D000", told.NO_DATABASE), ("42501", told.NO_RIGHTS)],
)
def test_what_a_server_says_with_a_code_is_told_by_it(state: str, reason: str) -> None:
    assert explain_error(from_driver("secret", "Whatever", state)).what == reason


def test_other_errors_of_the_driver_are_told_as_they_were() -> None:
    assert "disk is full" in str(explain_error(from_driver("secret", "DiskFull", "53100")))
    assert told.explain_server(from_driver("secret", "DataError")) is None
    assert told.explain_server(ValueError("secret")) is None


def test_what_takes_too_long_is_not_waited_for() -> None:
    never, began = Event(), monotonic()
    with pytest.raises(StoreError, match=r"did not answer within 0\.05 seconds"):
        within(0.05, never.wait)
    never.set()
    assert monotonic() - began < 5
    assert within(5, lambda: 7) == 7
    with pytest.raises(ValueError, match="mine"):
        within(5, lambda: (_ for _ in ()).throw(ValueError("mine")))


def test_a_server_that_was_opened_for_reading_is_not_written() -> None:
    engine: Any = SimpleNamespace()
    database = ServerDatabase(engine, WeakSet(), read_only=True)

    with pytest.raises(StoreError, match="can be read but not changed"), database.writing():
        pass


def test_a_server_that_falls_silent_is_cut_off(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(postgres, "ANSWER_SECONDS", 0.05)
    ours, theirs = socket.socketpair()

    class Connection:
        """As the driver has it: whoever waits on it is let go when its socket is shut down."""

        fileno = ours.fileno

    def wait(kind: str) -> None:
        with database._turn():
            if kind == "long":
                assert ours.recv(1) == b"", "nothing came; it was shut down"
            raise OperationalError("SELECT", {}, from_driver("consuming input failed"))

    line = Connection()
    engine: Any = SimpleNamespace(dispose=lambda: None)
    database = ServerDatabase(engine, WeakSet([line]))
    with pytest.raises(StoreError, match=r"did not answer within 0\.05 seconds"):
        wait("long")
    with pytest.raises(OperationalError):
        wait("quick")
    ours.close()
    theirs.close()


def test_a_server_that_takes_a_connection_and_says_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("psycopg")
    monkeypatch.setattr(postgres, "OPENING_SECONDS", 0.3)
    with socket.create_server(("127.0.0.1", 0)) as silent:
        address = f"postgresql://asha:secret@127.0.0.1:{silent.getsockname()[1]}/x"
        for read_only in (True, False):
            with pytest.raises(StoreError, match="did not answer within") as caught:
                open_store(address, read_only=read_only)
            assert "secret" not in str(caught.value)


# -- on a real server


@pytest.fixture
def lowly() -> Iterator[str]:
    """The address of an account that may connect to the server and do no more."""
    url = make_url(SERVER).set(drivername="postgresql+psycopg")
    engine = create_engine(url, isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        connection.execute(text("DROP DATABASE IF EXISTS wshoes_lowly"))
        connection.execute(text("DROP ROLE IF EXISTS lowly"))
        connection.execute(text("CREATE ROLE lowly LOGIN PASSWORD 'low'"))
        connection.execute(text("CREATE DATABASE wshoes_lowly"))
    inside = create_engine(url.set(database="wshoes_lowly"), isolation_level="AUTOCOMMIT")
    with inside.connect() as connection:
        connection.execute(text("REVOKE CREATE ON SCHEMA public FROM PUBLIC"))
    inside.dispose()
    yield url.set(username="lowly", password="low", database="wshoes_lowly").render_as_string(
        hide_password=False
    )
    with engine.connect() as connection:
        connection.execute(text("DROP DATABASE wshoes_lowly"))
        connection.execute(text("DROP ROLE lowly"))
    engine.dispose()


@on_a_server
def test_a_real_server_tells_its_reasons(lowly: str) -> None:
    with pytest.raises(StoreError) as caught:
        open_store(lowly)
    assert caught.value.what == told.NO_RIGHTS
    url = make_url(SERVER)
    with pytest.raises(StoreError) as caught:
        open_store(url.set(database="nowhere").render_as_string(hide_password=False))
    assert caught.value.what == told.NO_DATABASE
    with pytest.raises(StoreError) as caught:
        open_store(url.set(port=1).render_as_string(hide_password=False))
    assert caught.value.what == told.NOBODY_THERE


@on_a_server
@pytest.mark.skipif(sys.platform != "linux", reason="needs /proc")
def test_a_real_server_that_falls_silent_and_comes_back(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(postgres, "CONNECT_SECONDS", 2)
    monkeypatch.setattr(postgres, "ANSWER_SECONDS", 0.5)
    store = open_store(SERVER)
    session = a_session()
    store.create(session)

    def backend() -> int:
        with store._database.reading() as connection:
            return int(connection.execute(text("SELECT pg_backend_pid()")).scalar_one())

    pid = backend()
    parent = int(Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[1])
    os.kill(pid, signal.SIGSTOP)
    try:
        said = say(session, "by a new connection")
        store.commit(said)
        second = backend()
        for one in (parent, second):
            os.kill(one, signal.SIGSTOP)
        try:
            with pytest.raises(StoreError, match="did not answer within"):
                store.commit(say(said.session, "words"))
        finally:
            for one in (second, parent):
                os.kill(one, signal.SIGCONT)
    finally:
        os.kill(pid, signal.SIGCONT)
    assert_kept(store, said.session)
    store.discard(session.id)
    store.close()
