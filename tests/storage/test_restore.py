"""Restore: what was copied comes back, what was erased does not, and what was here is kept."""

from __future__ import annotations

import os
import shutil
import signal
import sqlite3
import subprocess
import sys
import time
from contextlib import closing, suppress
from pathlib import Path
from random import Random

import pytest

from tests.cli.running import ROOT
from tests.storage.hands import a_session, assert_kept, draft, say
from tests.storage.lay_down import SCHEMAS
from tests.storage.test_backup import small_disk
from wshoes_tui.domain.erasure import Erased
from wshoes_tui.domain.models import Session
from wshoes_tui.errors import BusyError, StoreError
from wshoes_tui.storage import restore, sqlite_file
from wshoes_tui.storage.backup import copy_file
from wshoes_tui.storage.file_exchange import finish_exchange
from wshoes_tui.storage.inspection import inspect_database, lacks_log
from wshoes_tui.storage.restore import (
    find_copy,
    forget_restore,
    prepare_restore,
    put_in_place,
)
from wshoes_tui.storage.session_list import quick_lines
from wshoes_tui.storage.session_lock import SessionLock, none_is_held
from wshoes_tui.storage.sql_store import open_store


@pytest.fixture
def then(path: Path) -> Session:
    """A session, as it was when the first copy was made; two more words were said since."""
    session = say(a_session(), "said then").session
    store = open_store(path)
    store.create(session)
    store.close()
    copy_file(path)
    store = open_store(path)
    store.commit(say(session, "said since"))
    store.close()
    return session


def restored(copy: Path, path: Path) -> Path | None:
    prepare_restore(copy, path)
    return put_in_place(path)


def newest(path: Path) -> Path:
    return find_copy(path.parent / "backups", path.stem)


def words(path: Path) -> set[str]:
    store = open_store(path, read_only=True)
    try:
        lines = store.sessions()
        assert all(store.damage(line.id) == () for line in lines)
        return {one.text for line in lines for one in store.load(line.id).responses}
    finally:
        store.close()


def test_a_copy_comes_back_whole_and_what_was_here_is_kept_aside(path: Path, then: Session) -> None:
    found = prepare_restore(newest(path), path)
    assert [line.responses for line in found.there] == [1]
    assert [line.responses for line in found.here or ()] == [2]
    assert words(path) == {"said then", "said since"}, "nothing has happened yet"

    aside = put_in_place(path)

    store = open_store(path)
    assert_kept(store, then)
    store.close()
    assert aside is not None
    assert words(aside) == {"said then", "said since"}
    assert [one.name for one in aside.parent.glob("*-aside-*")] == [aside.name]
    assert {one.stat().st_mode & 0o777 for one in (path, aside)} == {0o600}


def test_a_copy_is_put_where_there_is_nothing_yet(
    path: Path, then: Session, tmp_path: Path
) -> None:
    other = tmp_path / "other" / "data" / "wshoes.db"

    assert restored(newest(path), other) is None

    store = open_store(other)
    assert_kept(store, then)
    store.close()


def test_what_was_erased_since_does_not_come_back(path: Path, then: Session) -> None:
    kept = say(a_session(), "another session").session
    store = open_store(path)
    store.create(kept)
    store.close()
    copy = copy_file(path)
    with closing(sqlite3.connect(copy)) as disk:
        assert disk.execute("SELECT count(*) FROM response").fetchone() == (3,)
    said = kept.responses[0].id
    gone = frozenset({Erased(then.id, "session", then.id), Erased(said, "response", kept.id)})
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(restore, "all_erased", lambda _: gone)
        found = prepare_restore(copy, path)
        assert found.erased > 3
        put_in_place(path)

    assert words(path) == set()
    assert [line.id for line in quick_lines(path) or ()] == [kept.id]
    raw = path.read_bytes()
    for erased in (b"said then", b"said since", b"another session"):
        assert erased not in raw


def test_a_copy_of_every_released_version_is_brought_up_to_date(path: Path, tmp_path: Path) -> None:
    for script in sorted(SCHEMAS.glob("schema-*.sql")):
        copy = tmp_path / f"{script.stem}.db"
        with closing(sqlite3.connect(copy)) as disk:
            disk.executescript(script.read_text(encoding="utf-8"))
        restored(copy, path)
        assert words(path) == {"I want my own bed.", "Ich möchte mein Bett 🐈"}


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"My diary" * 1000, "does not hold wshoes sessions"),
        (os.urandom(30_000), "does not hold wshoes sessions"),
        (None, "There is no file"),
    ],
)
def test_what_is_no_copy_changes_nothing(
    path: Path, then: Session, tmp_path: Path, content: bytes | None, said: str
) -> None:
    before = everything(path.parent)
    copy = tmp_path / "copy.db"
    if content is not None:
        copy.write_bytes(content)

    with pytest.raises(StoreError, match=said):
        prepare_restore(copy, path)

    assert everything(path.parent) == before
    assert then.id


HOSTILE = {
    "a trigger": "CREATE TRIGGER t AFTER INSERT ON response BEGIN "
    "UPDATE response SET text = 'I AGREE' WHERE id = new.id; END",
    "a view": "CREATE VIEW v AS SELECT * FROM response",
    "a table": "CREATE TABLE leak (words VARCHAR)",
    "a virtual table": "CREATE VIRTUAL TABLE leak USING fts5(words)",
    "an index with an expression": "CREATE INDEX x ON response (abs(place))",
    "a column": "ALTER TABLE response ADD COLUMN leak VARCHAR",
}
ENDLESS = (
    "ALTER TABLE session RENAME TO s2",
    "CREATE VIEW session AS WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) "
    "SELECT s2.* FROM s2, n",
)


@pytest.mark.parametrize("what", [*HOSTILE, "an endless view"])
def test_a_hostile_file_is_refused_by_all_that_opens_one(
    path: Path, then: Session, tmp_path: Path, what: str
) -> None:
    hostile = tmp_path / "hostile" / "wshoes.db"
    hostile.parent.mkdir(mode=0o700)
    shutil.copy(path, hostile)
    with closing(sqlite3.connect(hostile)) as disk:
        for statement in (HOSTILE[what],) if what in HOSTILE else ENDLESS:
            disk.execute(statement)
        disk.commit()
    before, begun = hostile.read_bytes(), time.monotonic()

    for attempt in (
        lambda: open_store(hostile),
        lambda: open_store(hostile, read_only=True),
        lambda: prepare_restore(hostile, path),
    ):
        with pytest.raises(StoreError, match="not made by wshoes"):
            attempt()
    assert quick_lines(hostile) is None
    assert inspect_database(hostile).state == "hostile"
    assert hostile.read_bytes() == before
    assert time.monotonic() - begun < 5
    assert then.id


def test_a_check_that_fails_in_the_schema_is_refused(path: Path, then: Session) -> None:
    with closing(sqlite3.connect(path)) as disk:
        disk.execute("PRAGMA writable_schema = ON")
        disk.execute(
            "UPDATE sqlite_master SET sql = replace(sql, 'text VARCHAR NOT NULL', "
            "'text VARCHAR NOT NULL CHECK (abs(-9223372036854775807 - 1) > 0)') "
            "WHERE name = 'response'"
        )
        disk.commit()

    with pytest.raises(StoreError, match="the table response"):
        open_store(path)
    assert then.id


def test_a_file_that_was_copied_without_its_log_is_told(path: Path, tmp_path: Path) -> None:
    store = open_store(path)
    store.create(say(a_session(), "words").session)
    alone = tmp_path / "alone.db"
    shutil.copy(path, alone)
    assert lacks_log(alone)
    assert prepare_restore(alone, tmp_path / "new" / "wshoes.db").lacks_log
    assert not lacks_log(path), "its log is there"
    store.close()
    assert not lacks_log(path)
    assert not lacks_log(copy_file(path))


def test_a_copy_that_has_its_log_beside_it_is_read_with_it(path: Path, tmp_path: Path) -> None:
    store = open_store(path)
    store.create(say(a_session(), "in the log alone").session)
    folder = tmp_path / "stick"
    folder.mkdir()
    for end in ("", "-wal"):
        shutil.copy(path.with_name(f"wshoes.db{end}"), folder)
    store.close()
    other = tmp_path / "other" / "wshoes.db"

    restored(folder / "wshoes.db", other)

    assert words(other) == {"in the log alone"}


def test_a_store_that_is_open_elsewhere_notices_that_its_file_was_exchanged(
    path: Path, then: Session
) -> None:
    store = open_store(path)
    session = store.load(then.id)

    restored(newest(path), path)

    with pytest.raises(StoreError, match="another one was put in its place"):
        store.commit(say(session, "to nowhere"))
    with pytest.raises(StoreError, match="another one was put in its place"):
        store.keep_draft(draft(session, "to nowhere"))
    store.close()
    assert words(path) == {"said then"}


def test_an_open_session_is_named(tmp_path: Path) -> None:
    locks = tmp_path / "locks"
    none_is_held(locks)
    with SessionLock(locks, "one"), pytest.raises(BusyError, match="on this computer"):
        none_is_held(locks)
    none_is_held(locks)


def everything(folder: Path) -> dict[str, bytes]:
    return {
        str(one.relative_to(folder)): one.read_bytes()
        for one in folder.rglob("*")
        if one.is_file() and not one.name.endswith((".lock", "-shm"))
    }


def fail_at(patched: pytest.MonkeyPatch, number: int) -> None:
    """Have so many names be changed or removed, and the next one end the program."""
    left = iter(range(1, number))
    rename, unlink = Path.rename, Path.unlink

    def or_fail() -> None:
        if next(left, None) is None:
            raise KeyboardInterrupt

    def renamed(self: Path, target: Path) -> Path:
        or_fail()
        return rename(self, target)

    def unlinked(self: Path, missing_ok: bool = False) -> None:
        or_fail()
        unlink(self, missing_ok)

    patched.setattr(Path, "rename", renamed)
    patched.setattr(Path, "unlink", unlinked)


def test_an_exchange_that_is_cut_off_anywhere_is_done_or_was_not_begun(
    path: Path, then: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each step that changes a name fails once; afterwards the program opens old or new words."""
    copy = newest(path)
    old, new = {"said then", "said since"}, {"said then"}
    seen = []
    for fails_at in range(1, 12):
        prepare_restore(copy, path)
        with monkeypatch.context() as patched:
            fail_at(patched, fails_at)
            try:
                put_in_place(path)
                finished = True
            except KeyboardInterrupt:
                finished = False
        found = words(path)
        assert found in (old, new)
        seen.append(found == new)
        assert not path.with_name("wshoes.db.exchange").exists()
        if finished:
            break
        store = open_store(path)
        session = store.load(then.id)
        if found == new:
            store.commit(say(session, "said since"))
        store.close()
    assert finished
    assert True in seen[:-1]
    assert False in seen


def test_on_a_full_disk_nothing_is_restored_and_nothing_lost(
    tmp_path: Path, then: Session, path: Path
) -> None:
    copy = newest(path)
    small = tmp_path / "small" / "wshoes.db"
    with small_disk(small.parent, 700):
        shutil.copy(path, small)
        small.chmod(0o600)
        for room in (0, 40, 260):  # for nothing; for less than the new file; for that alone
            filler = small.with_name("filler")
            filler.write_bytes(b"")
            with suppress(OSError), filler.open("wb") as file:
                while True:
                    file.write(bytes(4096))
                    file.flush()
            size = filler.stat().st_size - room * 1024
            os.truncate(filler, max(0, size))
            with pytest.raises(StoreError):
                restored(copy, small)
            forget_restore(small)
            assert words(small) == {"said then", "said since"}, room
            filler.unlink()
        restored(copy, small)
        assert words(small) == {"said then"}


KILLED = """
import pathlib, sys
from wshoes_tui.storage.restore import prepare_restore, put_in_place
copy, path = map(pathlib.Path, sys.argv[1:])
print("begun", flush=True)
for _ in range(1000):
    prepare_restore(copy, path)
    put_in_place(path)
"""


def test_a_kill_while_a_copy_is_restored_leaves_old_or_new(path: Path, then: Session) -> None:
    copy = newest(path)
    chance = Random()
    for _ in range(3):
        with subprocess.Popen(
            [sys.executable, "-c", KILLED, str(copy), str(path)],
            stdout=subprocess.PIPE,
            env={**os.environ, "PYTHONPATH": str(ROOT)},
        ) as process:
            assert process.stdout is not None
            assert process.stdout.readline() == b"begun\n"
            time.sleep(chance.uniform(0, 0.4))
            process.send_signal(signal.SIGKILL)
        assert "said then" in words(path)
        store = open_store(path)
        store.commit(say(store.load(then.id), "afterwards"))
        store.close()
        assert quick_lines(path)


def test_what_a_killed_restore_left_is_removed_by_a_copy_in_time(path: Path, then: Session) -> None:
    prepare_restore(newest(path), path)
    part = path.with_name(".wshoes.db.new.0badcafe.part")
    part.write_bytes(b"words")
    left = [path.with_name("wshoes.db.new"), part]
    copy_file(path)
    assert [one.exists() for one in left] == [True, True], "somebody may be asked just now"
    for one in left:
        os.utime(one, (0, 0))

    copy_file(path)

    assert [one.exists() for one in left] == [False, False]
    assert then.id


def test_a_marker_without_a_file_is_taken_away(path: Path, then: Session) -> None:
    path.with_name("wshoes.db.exchange").touch()

    finish_exchange(path)

    assert words(path) == {"said then", "said since"}
    assert not path.with_name("wshoes.db.exchange").exists()
    assert then.id


def test_what_runs_too_long_is_broken_off(path: Path, then: Session) -> None:
    def endless(disk: sqlite3.Connection) -> object:
        sqlite_file.limit_time(disk, 0.2)
        counting = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) "
        return disk.execute(f"{counting} SELECT count(*) FROM n").fetchone()

    begun = time.monotonic()
    with pytest.raises(sqlite3.OperationalError, match="interrupted"):
        sqlite_file.read_over(path, "mode=ro", endless)
    assert time.monotonic() - begun < 5
    with closing(sqlite_file.connect(path, "mode=ro")) as disk:
        for limit, most in sqlite_file.LIMITS.items():
            assert disk.getlimit(limit) == most
    assert then.id
