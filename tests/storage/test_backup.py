"""Copies: proven, private, rotated, without anybody's drafts, and made beside people who write."""

from __future__ import annotations

import os
import signal
import sqlite3
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path

import pytest

from tests.build import Play
from tests.cli.running import ROOT
from tests.storage.hands import a_play, a_session, assert_kept, draft, put, say
from wshoes_tui.domain.commands import HandIn, KeepDraft, Say, WriteFirst
from wshoes_tui.domain.models import Session
from wshoes_tui.errors import StoreError
from wshoes_tui.storage import backup, copy_timer, row_check
from wshoes_tui.storage.backup import copied, copy_file
from wshoes_tui.storage.copy_files import copies_in, why_failed
from wshoes_tui.storage.file_eraser import remove_parts
from wshoes_tui.storage.session_lock import SessionLock
from wshoes_tui.storage.sql_store import SqlStore, open_store

LONGEST_TRANSACTION = 0.1
PRIVATE = "nobody else reads this before the reveal"


def names(path: Path) -> list[str]:
    return sorted(one.name for one in (path.parent / "backups").glob("*.db"))


@pytest.fixture
def two(path: Path) -> list[Session]:
    """Two sessions with words, kept and closed."""
    store = open_store(path)
    sessions = [say(a_session(), f"words {number}").session for number in range(2)]
    for session in sessions:
        store.create(session)
    store.close()
    return sessions


def test_a_copy_holds_every_row_and_is_for_its_owner_alone(path: Path, two: list[Session]) -> None:
    copy = copy_file(path)

    assert copy.stat().st_mode & 0o777 == 0o600
    assert copy.parent.stat().st_mode & 0o777 == 0o700
    with closing(sqlite3.connect(path)) as one, closing(sqlite3.connect(copy)) as other:
        assert backup.same_rows(one, other)
        assert row_check.damaged_rows(other) == []
    store = open_store(copy, read_only=True)
    for session in two:
        assert_kept(store, session)
    store.close()


def test_drafts_of_one_seat_are_in_no_byte_of_a_copy(path: Path) -> None:
    play = a_play(write_first=True)
    store = open_store(path)
    store.create(play.session)
    asha, tom, _ = play.session.seats
    for command in (
        WriteFirst(),
        KeepDraft("private", PRIVATE, asha.id),
        HandIn(tom.id, f"{PRIVATE}, handed in"),
        KeepDraft("own", f"{PRIVATE}, own", asha.id, turn=play.session.turns[-1].id),
        KeepDraft("park", "typed by the facilitator"),
    ):
        with suppress(Exception):  # an engine may refuse a draft in this phase
            play.do(command)
            store.commit(play.transitions[-1])
    assert store.load(play.session.id).drafts

    copy = copy_file(path)

    raw = copy.read_bytes()
    assert PRIVATE.encode() in path.with_name("wshoes.db-wal").read_bytes() + path.read_bytes()
    assert PRIVATE.encode() not in raw
    assert b"typed by the facilitator" in raw
    reader = open_store(copy, read_only=True)
    assert reader.damage(play.session.id) == ()
    assert [one.kind for one in reader.load(play.session.id).drafts] == ["park"]
    reader.close()
    store.close()


def test_removed_words_are_in_no_byte_of_a_copy(path: Path) -> None:
    session = say(a_session(), "taken out " * 50).session
    store = open_store(path)
    store.create(session)
    store.commit(put(session, drop=session.responses))
    with closing(sqlite3.connect(path)) as disk:  # the control: free pages with words in them
        disk.execute("CREATE TABLE session_words (words)")
        disk.execute(
            "INSERT INTO session_words VALUES ('left in a free page ' || hex(zeroblob(9)))"
        )
        disk.commit()
        disk.execute("PRAGMA secure_delete = OFF")
        disk.execute("DROP TABLE session_words")
        disk.commit()

    copy = copy_file(path)
    store.close()

    assert b"left in a free page" in path.read_bytes()
    assert b"left in a free page" not in copy.read_bytes()


def test_the_last_three_are_kept_and_one_of_each_of_seven_days(path: Path) -> None:
    open_store(path).close()
    folder = path.parent / "backups"
    folder.mkdir(mode=0o700)
    days = ["2099-01-01", *(f"2026-11-{day:02d}" for day in range(10, 19)), "1970-01-01"]
    number = 0
    for day in days:  # the clock jumped twice
        for _ in range(4):
            number += 1
            (folder / f"wshoes-{number:06d}-{day}.db").write_bytes(b"")
    (folder / "mine.db").write_bytes(b"")
    (folder / "other-000001-2026-11-01.db").write_bytes(b"")

    copy = copy_file(path)

    kept = [(one.number, one.day) for one in copies_in(folder, "wshoes")]
    today = copy.name.removesuffix(".db")[-10:]
    assert kept[:3] == [(45, today), (44, "1970-01-01"), (43, "1970-01-01")]
    assert [day for _, day in kept[3:]] == [f"2026-11-{day}" for day in (18, 17, 16, 15, 14)]
    assert {"mine.db", "other-000001-2026-11-01.db"} <= set(names(path))


def test_a_copy_of_something_damaged_takes_no_sound_ones_place(
    path: Path, two: list[Session]
) -> None:
    sound = copy_file(path)
    with closing(sqlite3.connect(path)) as disk:
        disk.execute("UPDATE response SET text = 'altered'")
        disk.commit()

    copies = [copy_file(path) for _ in range(5)]

    assert all(one.name.endswith("-damaged.db") for one in copies)
    assert names(path) == sorted([sound.name, copies[-1].name])


def test_a_copy_that_is_not_the_same_is_thrown_away(
    path: Path, two: list[Session], monkeypatch: pytest.MonkeyPatch
) -> None:
    def and_more(stage: sqlite3.Connection) -> None:
        stage.execute("UPDATE response SET text = text || '!'")

    monkeypatch.setattr(backup, "_leave_out_private", and_more)

    with pytest.raises(StoreError, match="not whole"):
        copy_file(path)

    assert names(path) == []
    assert [one.name for one in path.parent.rglob("*.part*")] == []


def test_what_is_erased_while_a_copy_is_made_is_not_in_it(
    path: Path, two: list[Session], monkeypatch: pytest.MonkeyPatch
) -> None:
    found = iter([frozenset(), frozenset({"new"}), frozenset({"new"}), frozenset({"new"})])
    monkeypatch.setattr(backup, "erased_ids", lambda _: next(found))

    copy_file(path)

    assert next(found, "all asked for") == "all asked for"
    assert len(names(path)) == 1


@pytest.mark.parametrize("moment", ["_stage", "_proven"])
def test_a_copy_whose_unfinished_file_is_removed_is_whole_and_private_all_the_same(
    path: Path, two: list[Session], monkeypatch: pytest.MonkeyPatch, moment: str
) -> None:
    before, times = getattr(backup, moment), iter(range(10))

    def and_erase(*arguments: object) -> object:
        if next(times) < 2:
            remove_parts(path.parent, below=True)
        return before(*arguments)

    monkeypatch.setattr(backup, moment, and_erase)
    mask = os.umask(0)
    try:
        copy = copied(path)
    finally:
        os.umask(mask)

    assert copy is not None
    assert_whole(copy, two)
    assert copy.stat().st_mode & 0o777 == 0o600
    assert why_failed(path) is None


def test_a_failed_copy_is_noted_until_one_is_made(path: Path, two: list[Session]) -> None:
    folder = path.parent / "backups"
    folder.write_text("in the way")
    assert why_failed(path) is None

    assert copied(path) is None
    assert why_failed(path)
    folder.unlink()
    assert copied(path) is not None
    assert why_failed(path) is None


@pytest.mark.parametrize("planted", ["link", "file"])
def test_nothing_is_copied_into_a_folder_that_was_planted(
    path: Path, tmp_path: Path, two: list[Session], planted: str
) -> None:
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    folder = path.parent / "backups"
    if planted == "link":
        folder.symlink_to(elsewhere)
    else:
        folder.write_bytes(b"")

    assert copied(path) is None
    locks = path.parent / "locks"
    locks.symlink_to(elsewhere)
    with pytest.raises(StoreError, match="locks"):
        SessionLock(locks, two[0].id).acquire()

    assert list(elsewhere.iterdir()) == []


def test_a_closing_is_copied_and_a_session_every_few_minutes(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(copy_timer, "COPY_SECONDS", 0.2)
    store = open_store(path)
    session = a_session()
    store.create(session)
    store.commit(said := say(session, "words"))
    wait_for(lambda: len(copies_in(path.parent / "backups", "wshoes")) == 1)
    assert_whole(copies_in(path.parent / "backups", "wshoes")[0].path, [said.session])
    time.sleep(0.5)
    assert len(names(path)) == 1, "where nothing changes nothing is copied"
    monkeypatch.setattr(copy_timer, "COPY_SECONDS", 1000.0)
    store.commit(say(said.session, "more words"))
    header = said.session.header
    closed = closing_of(store.load(session.id))
    assert header.state != "closed"
    store.commit(closed)
    store.close()
    assert len(names(path)) == 2


def closing_of(session: Session):  # type: ignore[no-untyped-def]
    from dataclasses import replace

    return put(session, replace(session.header, state="closed", revision=2))


def wait_for(done, seconds: float = 10.0) -> None:  # type: ignore[no-untyped-def]
    until = time.monotonic() + seconds
    while not done():
        assert time.monotonic() < until
        time.sleep(0.01)


def test_nobody_who_writes_waits_for_a_copy(path: Path) -> None:
    """Other connections write all the time, of this process; each write is fast, the copy whole."""
    store = open_store(path)
    session = a_session()
    for number in range(300):
        session = say(session, f"{number} " + "word " * 100).session
    store.create(session)
    waits: list[float] = []
    done = threading.Event()

    def write() -> None:
        held = session
        while not done.is_set():
            held = draft(held, f"typed {len(waits)}").session
            begun = time.perf_counter()
            store.keep_draft(put(session, *held.drafts))
            waits.append(time.perf_counter() - begun)
            time.sleep(0.002)

    writer = threading.Thread(target=write)
    writer.start()
    try:
        copies = [copy_file(path) for _ in range(4)]
    finally:
        done.set()
        writer.join()
    store.close()
    assert len(waits) > 20
    # The half of them: a busy computer takes its time with some, whoever copies.
    assert sorted(waits)[len(waits) // 2] < LONGEST_TRANSACTION
    reader = open_store(copies[-1], read_only=True)
    assert reader.damage(session.id) == ()
    reader.close()


def test_no_reading_of_a_copy_holds_the_log(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Between two steps, and between two batches of rows, the log can be cut."""
    monkeypatch.setattr(backup, "PAGES_AT_ONCE", 2)
    monkeypatch.setattr(row_check, "BATCH", 5)
    store = open_store(path)
    store.create(say(a_session(), "words " * 3000).session)
    cut: list[int] = []
    with closing(sqlite3.connect(path, timeout=0, check_same_thread=False)) as other:
        contents_of = backup.contents_of

        def and_cut(connection: sqlite3.Connection, table: str) -> dict[tuple[object, ...], int]:
            cut.append(other.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()[0])
            return contents_of(connection, table)

        monkeypatch.setattr(backup, "contents_of", and_cut)
        copy_file(path)
    store.close()
    assert set(cut) == {0}


@contextmanager
def small_disk(folder: Path, kilobytes: int) -> Iterator[None]:
    """A disk of that size at a folder; skipped where none can be mounted."""
    folder.mkdir(parents=True, exist_ok=True)
    done = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", f"size={kilobytes}k,mode=700", "tmpfs", folder],
        capture_output=True,
        check=False,
    )
    if done.returncode:
        pytest.skip("no disk can be mounted here")
    try:
        yield
    finally:
        subprocess.run(["umount", "-l", folder], check=True)


def test_on_a_full_disk_the_copy_is_missing_and_noted_and_nothing_else(
    path: Path, tmp_path: Path
) -> None:
    with small_disk(path.parent, 1200):
        session = say(a_session(), "words " * 3000).session
        store = open_store(path)
        store.create(session)
        filler = path.with_name("filler")
        with suppress(OSError), filler.open("wb") as file:
            while True:
                file.write(bytes(4096))
                file.flush()

        assert copied(path) is None

        assert why_failed(path)
        assert names(path) == []
        assert list(path.parent.rglob("*.part*")) == []
        filler.unlink()
        assert copied(path) is not None
        store.close()


KILLED = """
import pathlib, sys
from wshoes_tui.storage.backup import copy_file
print("begun", flush=True)
for _ in range(1000):
    copy_file(pathlib.Path(sys.argv[1]))
"""


def test_a_kill_while_copies_are_made_leaves_whole_copies_alone(
    path: Path, two: list[Session]
) -> None:
    for moment in (0.0, 0.01, 0.02, 0.035, 0.05, 0.08):
        with subprocess.Popen(
            [sys.executable, "-c", KILLED, str(path)],
            stdout=subprocess.PIPE,
            env={**os.environ, "PYTHONPATH": str(ROOT)},
        ) as process:
            assert process.stdout is not None
            assert process.stdout.readline() == b"begun\n"
            time.sleep(moment)
            process.send_signal(signal.SIGKILL)
        for name in names(path):
            assert_whole(path.parent / "backups" / name, two)
    assert_whole(copy_file(path), two)
    assert list(path.parent.rglob("*.part*")) == []


def assert_whole(copy: Path, sessions: list[Session]) -> None:
    store: SqlStore = open_store(copy, read_only=True)
    for session in sessions:
        assert_kept(store, session)
    store.close()


def test_what_a_killed_program_has_not_copied_is_copied_after_the_next_opening(
    path: Path, two: list[Session], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(copy_timer, "COPY_SECONDS", 0.05)
    store = open_store(path)
    wait_for(lambda: len(names(path)) == 1)
    store.close()
    assert_whole(copies_in(path.parent / "backups", "wshoes")[0].path, two)


def test_a_play_of_the_contract_is_not_copied_before_its_time(path: Path) -> None:
    play: Play = a_play()
    store = open_store(path)
    store.create(play.session)
    play.do(Say("words"))
    store.commit(play.transitions[-1])
    store.close()
    assert not (path.parent / "backups").exists()
