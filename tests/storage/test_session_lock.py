"""A session has one writer, whoever else may be told who it is."""

from __future__ import annotations

import json
import os
import re
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from wshoes_tui.errors import BusyError, StoreError, WshoesError
from wshoes_tui.storage import private_files
from wshoes_tui.storage.session_lock import SessionLock

HOLD = """
import sys
from pathlib import Path
from wshoes_tui.storage.session_lock import SessionLock
lock = SessionLock(Path(sys.argv[1]), "one")
lock.acquire()
print("held", flush=True)
sys.stdin.read()
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "locks"


@pytest.fixture
def other(folder: Path) -> Iterator[subprocess.Popen[str]]:
    """Another program copy that holds the session."""
    process = subprocess.Popen(
        [sys.executable, "-c", HOLD, str(folder)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert process.stdout is not None
    assert process.stdout.readline() == "held\n"
    yield process
    process.kill()
    process.communicate()


def test_a_second_window_is_told_who_has_the_session(
    folder: Path, other: subprocess.Popen[str]
) -> None:
    with pytest.raises(BusyError) as caught:
        SessionLock(folder, "one").acquire()

    told = re.fullmatch(
        r"This session is open in another window on this computer"
        r" since \d\d:\d\d \(process (\d+)\)\.",
        caught.value.what,
    )
    assert told is not None
    assert int(told[1]) == other.pid


def test_a_killed_program_holds_nothing(folder: Path, other: subprocess.Popen[str]) -> None:
    other.send_signal(signal.SIGKILL)
    other.wait()

    with SessionLock(folder, "one"):
        pass


def test_two_windows_of_one_program_are_two(folder: Path) -> None:
    with SessionLock(folder, "one"):
        with pytest.raises(BusyError):
            SessionLock(folder, "one").acquire()
        with SessionLock(folder, "two"):
            pass

    with SessionLock(folder, "one"):
        pass
    assert list(folder.iterdir()) == []


def test_taking_twice_and_giving_back_twice_are_harmless(folder: Path) -> None:
    lock = SessionLock(folder, "one")
    lock.release()
    lock.acquire()
    lock.acquire()
    lock.release()
    lock.release()

    with SessionLock(folder, "one"):
        pass


def test_a_holder_that_was_slow_to_say_who_it_is_still_holds(
    folder: Path, other: subprocess.Popen[str]
) -> None:
    for noted in (b"", b"{", b"[]", b'{"host": 1}', b"\xff", b'{"host":"h","pid":"x","since":1}'):
        (folder / "one.lock").write_bytes(noted)
        with pytest.raises(BusyError, match=r"open in another window\."):
            SessionLock(folder, "one").acquire()


def test_a_holder_elsewhere_or_of_another_day_is_told_so(
    folder: Path, other: subprocess.Popen[str]
) -> None:
    since = (datetime.now(UTC) - timedelta(days=3)).isoformat()
    noted = {"host": "ward\x1b[2J", "pid": 7, "since": since}
    (folder / "one.lock").write_text(json.dumps(noted))

    with pytest.raises(BusyError) as caught:
        SessionLock(folder, "one").acquire()

    assert "on the computer 'ward\\x1b[2J' since 20" in caught.value.what
    assert caught.value.what.isprintable()


PLANTS: dict[str, Callable[[Path, Path], object]] = {
    "link": lambda victim, lock: lock.symlink_to(victim),
    "second name": lambda victim, lock: lock.hardlink_to(victim),
    "pipe": lambda victim, lock: os.mkfifo(lock),
    "folder": lambda victim, lock: lock.mkdir(),
}


@pytest.mark.parametrize("plant", PLANTS)
def test_no_planted_lock_is_followed(tmp_path: Path, folder: Path, plant: str) -> None:
    victim = tmp_path / "victim"
    victim.write_text("theirs")
    folder.mkdir()
    PLANTS[plant](victim, folder / "one.lock")

    with pytest.raises(WshoesError):
        SessionLock(folder, "one").acquire()

    assert victim.read_text() == "theirs"


def test_where_no_lock_can_be_kept_that_is_said(tmp_path: Path) -> None:
    (tmp_path / "file").touch()

    with pytest.raises(StoreError):
        SessionLock(tmp_path / "file" / "locks", "one").acquire()


@pytest.mark.parametrize("name", ["../one", "", "a/b", "one.lock", "x" * 65, "a\0b", "ü"])
def test_no_session_id_leads_out_of_the_folder(folder: Path, name: str) -> None:
    with pytest.raises(ValueError, match="session id"):
        SessionLock(folder, name)


def test_a_file_that_its_holder_removes_meanwhile_is_not_taken_for_the_lock(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    try_lock = private_files.try_lock
    tried: list[int] = []

    def removed_at_first(descriptor: int) -> bool:
        if not tried:
            (tmp_path / "one.lock").unlink()
        tried.append(descriptor)
        return try_lock(descriptor)

    monkeypatch.setattr(private_files, "try_lock", removed_at_first)

    with SessionLock(tmp_path, "one"), pytest.raises(BusyError):
        SessionLock(tmp_path, "one").acquire()
