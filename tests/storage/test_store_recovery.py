"""Whatever was interrupted, the program itself opens what is left, with every acknowledged word."""

from __future__ import annotations

import errno
import os
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from random import Random

import pytest
from sqlalchemy import Connection

from tests.storage import interrupted
from tests.storage.hands import a_session, arranged, assert_kept, draft, say
from tests.storage.interrupted import Files
from wshoes_tui.domain.models import Session
from wshoes_tui.errors import BusyError, StoreError
from wshoes_tui.storage import inspection, migrations, sqlite_file
from wshoes_tui.storage.migrations import Migration
from wshoes_tui.storage.session_list import quick_lines
from wshoes_tui.storage.sql_store import SqlStore, open_store

LONG = "Nobody asked me about the stairs. " * 12

PRESENT = migrations.MIGRATIONS


def contents(folder: Path) -> dict[str, bytes]:
    return {file.name: file.read_bytes() for file in folder.iterdir() if file.is_file()}


def talk(store: SqlStore, session: Session, many: int) -> Session:
    for number in range(many):
        typed = draft(session, f"half {number} {LONG}")
        store.keep_draft(typed)
        said = say(typed.session, f"words {number} {LONG}")
        store.commit(said)
        session = said.session
    return session


def leaving(path: Path) -> Session:
    """A session in which words were said, and that was left."""
    session = a_session()
    store = open_store(path)
    store.create(session)
    session = talk(store, session, 6)
    store.close()
    return session


def taking_in(path: Path) -> Session:
    """A whole session taken into a file that is there already."""
    open_store(path).close()
    session = a_session()
    for number in range(15):
        session = say(session, f"words {number} {LONG}").session
    store = open_store(path)
    store.create(session)
    store.close()
    return session


SCENES: dict[str, Callable[[Path], Session]] = {"leaving": leaving, "taking in": taking_in}


def assert_opens(path: Path, session: Session, *, going_on: bool = True) -> None:
    """Looked at, listed, read, and gone on with, by the program and not by SQLite alone."""
    before = contents(path.parent)
    looked = inspection.inspect_database(path)
    assert (looked.state, looked.sessions) == ("sound", 1)
    assert contents(path.parent) == before
    lines = quick_lines(path)
    assert lines is not None
    assert [line.id for line in lines] == [session.id]
    reader = open_store(path, read_only=True)
    assert reader.load(session.id) == arranged(session)
    reader.close()
    if going_on:
        store = open_store(path)
        said = say(session, "afterwards")
        store.commit(said)
        assert_kept(store, said.session)
        store.close()


@pytest.mark.parametrize("scene", SCENES)
def test_wherever_the_copying_of_the_log_ends_every_word_is_opened(
    path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, scene: str
) -> None:
    with monkeypatch.context() as patched:
        caught = interrupted.caught_before_checkpoints(patched, path)
        session = SCENES[scene](path)
    files, chance = caught[-1], Random(4)
    pages = len(interrupted.newest_pages(files))
    assert pages > 15
    states = [
        *interrupted.killed_at_each_write(files),
        *interrupted.power_lost(files, chance, 15),
    ]
    left = tmp_path / "left" / "wshoes.db"
    left.parent.mkdir(mode=0o700)
    for number, state in enumerate(states):
        state.lay_down(left)
        assert_opens(left, session, going_on=number % 5 == 0)


def test_a_file_that_lost_the_log_of_half_a_copying_is_found_out(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The control: without its log such a file is damaged, and is never taken for a whole one."""
    caught = interrupted.caught_before_checkpoints(monkeypatch, path)
    session = leaving(path)
    half = list(interrupted.killed_at_each_write(caught[-1]))[1:-1]
    for state in half[::4]:
        Files(state.main, b"").lay_down(path)
        assert inspection.inspect_database(path).state == "damaged"
        with pytest.raises(StoreError, match="damaged"):
            open_store(path)
        with pytest.raises(StoreError, match="belong together"):
            open_store(path, read_only=True)
    assert session


def test_wherever_the_log_ends_what_it_holds_is_opened(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    caught = interrupted.caught_before_checkpoints(monkeypatch, path)
    session = leaving(path)
    texts = [one.text for one in session.responses]
    seen = set()
    for state in interrupted.log_cut_short(caught[-1], Random(5), 25):
        state.lay_down(path)
        assert inspection.inspect_database(path).state == "sound"
        store = open_store(path)
        for line in store.sessions():  # none, where its first commit was cut
            kept = [one.text for one in store.load(line.id).responses]
            assert kept == texts[: len(kept)]
            assert store.damage(line.id) == ()
            seen.add(len(kept))
        store.close()
    assert len(seen) > 4


def note_each_response(connection: Connection) -> None:
    connection.exec_driver_sql("CREATE TABLE note (text VARCHAR)")
    connection.exec_driver_sql("INSERT INTO note SELECT text FROM response")


def test_wherever_a_migration_ends_it_is_done_or_done_anew(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    session = leaving(path)
    monkeypatch.setattr(
        migrations, "MIGRATIONS", (*PRESENT, Migration("notes", note_each_response))
    )
    caught = interrupted.caught_before_checkpoints(monkeypatch, path)
    open_store(path).close()
    backups = path.parent / "backups"
    shutil.rmtree(backups)
    chance = Random(6)
    states = [
        *list(interrupted.killed_at_each_write(caught[0]))[::2],
        *interrupted.power_lost(caught[0], chance, 5),
        *interrupted.log_cut_short(caught[0], chance, 5),
    ]
    for state in states:
        state.lay_down(path)
        store = open_store(path)
        assert_kept(store, session)
        store.close()
        with closing(sqlite3.connect(path)) as disk:
            (notes,) = disk.execute("SELECT count(*) FROM note").fetchone()
        assert notes == len(session.responses)
        shutil.rmtree(backups, ignore_errors=True)


def test_a_newer_schema_half_copied_is_newer_and_not_damaged(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    leaving(path)
    with monkeypatch.context() as patched:
        patched.setattr(
            migrations,
            "MIGRATIONS",
            (*PRESENT, Migration("notes", note_each_response)),
        )
        caught = interrupted.caught_before_checkpoints(patched, path)
        open_store(path).close()
    shutil.rmtree(path.parent / "backups")
    for state in interrupted.killed_at_each_write(caught[0]):
        state.lay_down(path)
        assert inspection.inspect_database(path).state == "newer"
        for read_only in (True, False):
            with pytest.raises(StoreError, match="newer version"):
                open_store(path, read_only=read_only)
        assert (path.read_bytes(), len(state.log)) == (state.main, len(state.log))


HOT = """
import os, sqlite3, sys
disk = sqlite3.connect(sys.argv[1], isolation_level=None)
disk.execute("PRAGMA journal_mode = DELETE")
disk.execute("PRAGMA cache_size = 2")
disk.execute("BEGIN IMMEDIATE")
disk.execute("UPDATE step SET name = name || 'x'")
disk.execute("CREATE TABLE t AS SELECT * FROM response")
disk.execute("INSERT INTO t SELECT * FROM t")
os._exit(0)
"""


def test_a_rollback_journal_is_played_back_before_anything_is_said(path: Path) -> None:
    session = leaving(path)
    subprocess.run([sys.executable, "-c", HOT, str(path)], check=True)
    assert path.with_name("wshoes.db-journal").stat().st_size > 4096
    assert_opens(path, session)


# -- where nothing can be written beside the file


@pytest.fixture
def unfinished(path: Path, monkeypatch: pytest.MonkeyPatch) -> tuple[Path, Session]:
    """A file, half of its log copied, and the log."""
    with monkeypatch.context() as patched:
        caught = interrupted.caught_before_checkpoints(patched, path)
        session = leaving(path)
    states = list(interrupted.killed_at_each_write(caught[-1]))
    states[len(states) // 2].lay_down(path)
    return path, session


def no_index(monkeypatch: pytest.MonkeyPatch, code: str) -> None:
    """Have SQLite refuse to use a log in its place, as it does where no index can be made."""
    connect = sqlite3.connect

    def refusing(address: str, **how: object) -> sqlite3.Connection:
        if "immutable" not in address and sqlite_file.MEMORY.as_posix() not in address:
            error = sqlite3.OperationalError("disk I/O error")
            error.sqlite_errorname = code
            raise error
        return connect(address, **how)  # type: ignore[call-overload, no-any-return]

    monkeypatch.setattr(sqlite3, "connect", refusing)


@pytest.mark.parametrize(
    "code",
    ["SQLITE_IOERR_SHMSIZE", "SQLITE_CANTOPEN", "SQLITE_READONLY_DIRECTORY", "SQLITE_FULL"],
)
def test_where_no_index_can_be_made_the_log_is_read_from_a_copy(
    unfinished: tuple[Path, Session], monkeypatch: pytest.MonkeyPatch, tmp_path: Path, code: str
) -> None:
    path, session = unfinished
    memory = tmp_path / "memory"
    memory.mkdir()
    monkeypatch.setattr(sqlite_file, "MEMORY", memory)
    no_index(monkeypatch, code)
    before = contents(path.parent)

    reader = open_store(path, read_only=True)

    assert_kept(reader, session)
    assert [line.id for line in quick_lines(path) or ()] == [session.id]
    assert inspection.inspect_database(path).state == "sound"
    with pytest.raises(StoreError, match="not changed"):
        reader.commit(say(session, "words"))
    reader.close()
    assert contents(path.parent) == before
    assert list(memory.iterdir()) == [], "no copy of anybody's words is left behind"


def test_where_no_copy_can_be_made_either_nothing_is_called_damaged(
    unfinished: tuple[Path, Session], monkeypatch: pytest.MonkeyPatch
) -> None:
    path, _session = unfinished

    def full(*_args: object) -> None:
        raise OSError(errno.ENOSPC, "full")

    monkeypatch.setattr(sqlite_file, "_copy_stable", full)
    no_index(monkeypatch, "SQLITE_IOERR_SHMSIZE")

    for read_only in (True, False):
        with pytest.raises(StoreError) as caught:
            open_store(path, read_only=read_only)
        assert "damaged" not in str(caught.value)
        assert "journal" in str(caught.value)
    assert inspection.inspect_database(path).state == "waiting"


def test_where_no_copy_can_be_made_a_log_is_read_in_its_place(
    unfinished: tuple[Path, Session], monkeypatch: pytest.MonkeyPatch
) -> None:
    path, session = unfinished
    monkeypatch.setattr(sqlite_file, "_places", lambda: iter(()))
    reader = open_store(path, read_only=True)
    assert_kept(reader, session)
    reader.close()
    store = open_store(path)
    assert_kept(store, session)
    store.close()


def test_a_copy_is_of_one_moment_or_is_not_made(
    unfinished: tuple[Path, Session], monkeypatch: pytest.MonkeyPatch
) -> None:
    path, session = unfinished
    monkeypatch.setattr(sqlite_file, "PAUSE_SECONDS", 0)
    copy, writes = sqlite_file._copy, []

    def while_somebody_writes(source: int, target: Path) -> None:
        copy(source, target)
        if len(writes) < 2:
            writes.append(os.utime(path, ns=(len(writes), len(writes))))

    monkeypatch.setattr(sqlite_file, "_copy", while_somebody_writes)
    with closing(sqlite_file.connect_to_copy(path)) as connection:
        found = connection.execute("SELECT count(*) FROM response").fetchone()
    assert found == (len(session.responses),)

    monkeypatch.setattr(sqlite_file, "_marks", lambda _path: object())
    with pytest.raises(BusyError):
        sqlite_file.connect_to_copy(path)


def test_a_copy_drops_no_lock_of_this_process(path: Path) -> None:
    session = a_session()
    store = open_store(path)
    store.create(session)
    sqlite_file.connect_to_copy(path).close()
    code = "import sqlite3, sys; c = sqlite3.connect(sys.argv[1], timeout=0);"
    code += "c.execute('PRAGMA locking_mode = EXCLUSIVE');"
    code += "c.execute('PRAGMA journal_mode = DELETE')"
    done = subprocess.run(
        [sys.executable, "-c", code, str(path)], capture_output=True, text=True, check=False
    )
    assert "locked" in done.stderr
    store.commit(say(session, "words"))
    store.close()


def test_without_shared_memory_a_journal_takes_the_place_of_the_log(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from wshoes_tui.storage import database_opener

    leaving_with_log = leaving(path)
    first = database_opener.first

    def no_memory(engine: object, statement: str) -> object:
        if statement == "PRAGMA user_version":
            error = sqlite3.OperationalError("disk I/O error")
            error.sqlite_errorname = "SQLITE_IOERR_SHMMAP"
            raise error
        return first(engine, statement)  # type: ignore[arg-type]

    monkeypatch.setattr(database_opener, "first", no_memory)
    store = open_store(path)
    assert store._database._durable == "EXTRA"  # type: ignore[attr-defined]
    said = say(leaving_with_log, "words")
    store.commit(said)
    store.close()
    monkeypatch.undo()
    assert_opens(path, said.session)


@pytest.mark.parametrize("index", [b"", b"x" * 32768])
def test_an_empty_log_and_an_index_that_was_left_are_no_matter(path: Path, index: bytes) -> None:
    session = leaving(path)
    path.with_name("wshoes.db-wal").touch(0o600)
    path.with_name("wshoes.db-shm").write_bytes(index)
    assert_opens(path, session)


def test_a_copy_that_a_killed_program_left_is_removed_by_the_next_one(
    path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    open_store(path).close()
    monkeypatch.setattr(sqlite_file, "MEMORY", tmp_path)
    old, new, other = (tmp_path / f"wshoes-{name}" for name in ("copy-old", "copy-new", "unsaved"))
    for folder in (old, new, other):
        folder.mkdir()
        (folder / "wshoes.db").write_text("words")
    for folder in (old, other):
        os.utime(folder, (0, 0))
    sqlite_file.connect_to_copy(path).close()
    assert [folder.exists() for folder in (old, new, other)] == [False, True, True]


def test_an_empty_file_with_a_journal_is_never_given_to_sqlite(path: Path) -> None:
    path.parent.mkdir()
    path.touch()
    log = path.with_name("wshoes.db-wal")
    log.write_bytes(b"x" * 5000)
    for read_only in (True, False):
        with pytest.raises(StoreError, match="Keep both together"):
            open_store(path, read_only=read_only)
    assert inspection.inspect_database(path).state == "lost"
    assert log.stat().st_size == 5000


# -- full disks of every size

ON_SMALL_DISKS = """
import subprocess, sys
from pathlib import Path
from tests.storage.hands import a_session, arranged, assert_kept, draft, say
from wshoes_tui.errors import StoreError
from wshoes_tui.storage.inspection import inspect_database
from wshoes_tui.storage.session_list import quick_lines
from wshoes_tui.storage.sql_store import open_store

disk = Path(sys.argv[1])

def mount(how, size):
    subprocess.run(["mount", "-t", "tmpfs", "-o", f"{how}size={size}", "tmpfs", disk], check=True)

def fill():
    with (disk / "filler").open("ab", buffering=0) as filler:
        try:
            while True:
                filler.write(bytes(4096))
        except OSError:
            pass

refused = logs = 0
for kilobytes in range(0, 300, 30):
    mount("", "20m")
    path = disk / "data" / "wshoes.db"
    session = a_session()
    store = open_store(path)
    store.create(session)
    used = sum(file.stat().st_blocks for file in path.parent.iterdir()) // 2
    mount("remount,", f"{used + 8 + kilobytes}k")
    for number in range(8):
        for keep, change in ((store.keep_draft, draft), (store.commit, say)):
            transition = change(session, f"words {number} " * 300)
            try:
                keep(transition)
            except StoreError as error:
                refused += 1
            else:
                session = transition.session
    fill()
    store.close()
    fill()
    logs += path.with_name("wshoes.db-wal").exists()
    for _ in range(2):
        assert inspect_database(path).state == "sound", (kilobytes, inspect_database(path))
        assert [line.id for line in quick_lines(path)] == [session.id], kilobytes
        reader = open_store(path, read_only=True)
        assert_kept(reader, session)
        reader.close()
        fill()
    try:
        open_store(path).close()
    except StoreError as error:
        assert "full" in str(error), error
    mount("remount,", "20m")
    store = open_store(path)
    assert_kept(store, session)
    said = say(session, "with room")
    store.commit(said)
    store.close()
    store = open_store(path, read_only=True)
    assert_kept(store, said.session)
    store.close()
    subprocess.run(["umount", "-l", disk], check=True)
print(refused, logs)
"""


def test_a_full_disk_of_any_size_can_be_read_and_gone_on_with_once_there_is_room(
    tmp_path: Path,
) -> None:
    unshare = ["unshare", "--mount"] if os.geteuid() == 0 else ["unshare", "-r", "--mount"]
    if subprocess.run([*unshare, "true"], capture_output=True, check=False).returncode:
        pytest.skip("no disk of a small size can be had here")
    done = subprocess.run(
        [*unshare, sys.executable, "-c", ON_SMALL_DISKS, str(tmp_path)],
        capture_output=True,
        text=True,
        check=False,
    )

    assert done.returncode == 0, done.stderr
    refused, logs = map(int, done.stdout.split())
    assert refused > 20
    assert logs > 4, "some of them could not move the log into the file"
