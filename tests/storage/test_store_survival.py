"""What is acknowledged outlives kills, full disks and other writers; what fails, fails whole."""

from __future__ import annotations

import re
import signal
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing, contextmanager
from dataclasses import replace
from pathlib import Path
from random import Random
from time import sleep
from typing import Any

import pytest

from tests.storage.hands import a_session, assert_kept, draft, put, say
from wshoes_tui.domain.models import Session
from wshoes_tui.errors import BusyError, StoreError
from wshoes_tui.storage import private_files
from wshoes_tui.storage.database import raw
from wshoes_tui.storage.sql_store import SqlStore, open_store

SAY_ALL_THE_TIME = """
import sys
from pathlib import Path
from tests.storage.hands import draft, say
from wshoes_tui.storage.sql_store import open_store

path, session_id, many, name = sys.argv[1:]
store = open_store(Path(path))
session = store.load(session_id)
print("ready", flush=True)
for number in range(int(many)):
    typed = draft(session, f"{name} {number} half")
    store.keep_draft(typed)
    said = say(typed.session, f"{name} {number}")
    store.commit(said)
    session = said.session
    print(said.session.responses[-1].id, flush=True)
store.close()
"""


def talker(path: Path, session_id: str, many: int, name: str = "words") -> subprocess.Popen[str]:
    """Another program copy that says so many things, and prints the id of each one saved."""
    return subprocess.Popen(
        [sys.executable, "-c", SAY_ALL_THE_TIME, str(path), session_id, str(many), name],
        stdout=subprocess.PIPE,
        text=True,
    )


def test_every_acknowledged_response_is_there_after_a_kill(path: Path) -> None:
    session = a_session()
    store = open_store(path)
    store.create(session)
    store.close()
    acknowledged: set[str] = set()
    for seed in range(4):
        killed = talker(path, session.id, 100_000)
        assert killed.stdout is not None
        for _ in range(Random(seed).randrange(5, 40)):
            acknowledged.add(killed.stdout.readline().strip())
        sleep(Random(seed).random() / 100)
        killed.send_signal(signal.SIGKILL)
        acknowledged |= {line.strip() for line in killed.stdout if line.endswith("\n")}
        killed.wait()
    acknowledged.discard("ready")

    store = open_store(path)

    kept = store.load(session.id)
    assert acknowledged <= {one.id for one in kept.responses}
    assert len(kept.responses) <= len(acknowledged) + 4, "one more a kill may be on its way"
    assert store.damage(session.id) == ()
    store.close()


def test_two_programs_may_write_two_sessions_of_one_file(path: Path) -> None:
    one, two = a_session(), a_session()
    store = open_store(path)
    store.create(one)
    store.create(two)
    talkers = [talker(path, one.id, 60, "one"), talker(path, two.id, 60, "two")]

    for each in talkers:
        out, _ = each.communicate(timeout=60)
        assert each.returncode == 0
        assert len(out.splitlines()) == 61
    for session, name in ((one, "one"), (two, "two")):
        kept = store.load(session.id)
        assert [said.text for said in kept.said(kept.turns[-1])] == [
            f"{name} {number}" for number in range(60)
        ]
        assert store.damage(session.id) == ()
    store.close()
    with closing(sqlite3.connect(path)) as disk:
        assert disk.execute("PRAGMA integrity_check").fetchall() == [("ok",)]


def test_any_thread_may_use_one_store(sql: SqlStore) -> None:
    sessions = [a_session() for _ in range(4)]

    def talk(session: Session) -> Session:
        sql.create(session)
        for number in range(15):
            said = say(session, f"words {number}")
            sql.commit(said)
            session = said.session
            assert sql.load(session.id).responses[-1].text == f"words {number}"
        return session

    with ThreadPoolExecutor(4) as threads:
        for session in threads.map(talk, sessions):
            assert_kept(sql, session)


@contextmanager
def no_room(store: SqlStore) -> Iterator[None]:
    """A disk with no page to spare."""
    connection = raw(store._database._engine)
    pages = connection.execute("PRAGMA page_count").fetchone()[0]
    connection.execute(f"PRAGMA max_page_count = {pages}")
    yield
    connection.execute("PRAGMA max_page_count = 1073741823")


def test_a_full_disk_is_told_in_words_and_saving_works_once_there_is_room(
    path: Path, sql: SqlStore
) -> None:
    session = a_session()
    sql.create(session)
    long = say(session, "secret " * 20_000)

    with no_room(sql):
        with pytest.raises(StoreError, match="disk is full") as caught:
            sql.commit(long)
        with pytest.raises(StoreError, match="disk is full"):
            sql.keep_draft(draft(session, "secret " * 20_000))
        with pytest.raises(StoreError, match="disk is full"):
            sql.create(say(a_session(), "secret " * 20_000).session)
        assert_kept(sql, session)

    assert "secret" not in repr(caught.value)
    sql.commit(long)
    assert_kept(sql, long.session)
    assert len(sql.sessions()) == 1


LITTLE_ROOM = """
import resource, sys
from pathlib import Path
from tests.storage.hands import a_session, assert_kept, draft, put, say
from wshoes_tui.errors import StoreError
from wshoes_tui.storage.sql_store import open_store

path = Path(sys.argv[1])
session = a_session()
store = open_store(path)
store.create(session)
refused = 0
for room in range(0, 60_000, 2000):
    log = path.with_name("wshoes.db-wal").stat().st_size
    resource.setrlimit(resource.RLIMIT_FSIZE, (log + room, resource.RLIM_INFINITY))
    for keep, change, words in (
        (store.keep_draft, draft, "half " * 500),
        (store.commit, say, "words " * 3000),
    ):
        transition = change(session, words)
        try:
            keep(transition)
        except StoreError as error:
            refused += 1
            assert "words" not in str(error), error
            assert_kept(store, session)
        else:
            session = transition.session
    resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY,) * 2)
    said = say(session, "with room")
    store.commit(said)
    session = said.session
    assert_kept(store, session)
store.close()
store = open_store(path)
assert_kept(store, session)
store.close()
print(refused, "refused")
"""


def test_wherever_the_room_ends_nothing_is_half_written(
    path: Path, record_property: Callable[[str, object], None]
) -> None:
    done = subprocess.run(
        [sys.executable, "-c", LITTLE_ROOM, str(path)], capture_output=True, text=True, check=False
    )

    assert done.returncode == 0, done.stderr
    found = re.fullmatch(r"(\d+) refused\n", done.stdout)
    assert found is not None
    record_property("saves refused in words for want of room", int(found[1]))
    record_property("half written or acknowledged and lost", 0)
    assert int(found[1]) > 10


def test_somebody_who_writes_for_too_long_is_told_of(
    path: Path, sql: SqlStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    session = a_session()
    sql.create(session)
    monkeypatch.setattr(private_files, "PATIENCE", 0.1)
    other = private_files.FileLock(path.with_name("wshoes.db.lock"))

    with other.held():
        with pytest.raises(BusyError, match="Another copy"):
            sql.commit(say(session, "words"))
        with pytest.raises(BusyError):
            open_store(path)

    sql.commit(say(session, "words"))
    assert len(sql.load(session.id).responses) == 1
    other.close()


def test_another_programs_transaction_is_told_of_too(path: Path, sql: SqlStore) -> None:
    session = a_session()
    sql.create(session)
    raw(sql._database._engine).execute("PRAGMA busy_timeout = 50")
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(BusyError):
            sql.commit(say(session, "words"))
        other.execute("ROLLBACK")

    sql.commit(say(session, "words"))

    assert len(sql.load(session.id).responses) == 1


def test_a_newer_program_that_migrates_meanwhile_ends_our_writing(
    path: Path, sql: SqlStore
) -> None:
    session = a_session()
    sql.create(session)
    with closing(sqlite3.connect(path)) as newer:
        newer.execute("PRAGMA user_version = 99")

    with pytest.raises(StoreError, match="newer version"):
        sql.commit(say(session, "words"))


@pytest.mark.parametrize(("durable", "level"), [(True, 2), (False, 1)])
def test_commits_wait_for_the_disk_and_drafts_do_not(
    sql: SqlStore, durable: bool, level: int
) -> None:
    def ask(connection: Any, pragma: str) -> object:
        return connection.exec_driver_sql(f"PRAGMA {pragma}").scalar_one()

    with sql._database.writing(durable=durable) as connection:
        assert ask(connection, "synchronous") == level
        assert ask(connection, "journal_mode") == "wal"
        for pragma, value in {
            "foreign_keys": 1,
            "secure_delete": 1,
            "trusted_schema": 0,
            "cell_size_check": 1,
            "temp_store": 2,
            "busy_timeout": 5000,
            "fullfsync": 1,
        }.items():
            assert ask(connection, pragma) == value, pragma


def test_a_draft_of_another_session_is_never_overwritten(sql: SqlStore) -> None:
    one, two = a_session(), a_session()
    sql.create(one)
    sql.create(two)
    kept = draft(one, "words of one")
    sql.keep_draft(kept)

    with pytest.raises(StoreError):
        sql.keep_draft(put(two, replace(kept.session.drafts[-1], text="words of two")))

    assert_kept(sql, kept.session)
