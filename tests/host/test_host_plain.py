"""``wshoes host --plain``: the facilitator in plain lines at the host's own keyboard."""

from __future__ import annotations

import os
import pty
import subprocess
import sys
from pathlib import Path

from tests.host.hosted import CODE, PATIENCE_SECONDS, PORT, surroundings

SCRIPT = "Asha, carer; Tom, nurse\n/invite\n/go\n/go cards\nI want my own bed.\n/leave\n"


def command(folder: Path) -> list[str]:
    return [
        sys.executable, "-m", "wshoes_tui", "--data", str(folder / "data"), "--plain",
        "host", "home-from-hospital", "--port", "0", "--code", CODE,
    ]  # fmt: skip


def assert_script_held(folder: Path) -> None:
    """A script from a file, which asyncio cannot wait for, holds a new session."""
    script = folder / "script"
    script.write_text(SCRIPT)
    with script.open() as opened:
        ran = subprocess.run(
            command(folder), env=surroundings(), timeout=PATIENCE_SECONDS, text=True,
            capture_output=True, check=False, stdin=opened,
        )  # fmt: skip
    assert ran.returncode == 0, ran.stderr
    assert "Going on with the session" not in ran.stdout
    lines = ran.stdout.splitlines()
    assert sum(f"And then this code: {CODE}" in line for line in lines) == 2, "at first and asked"
    assert not [line for line in lines if "\N{MIDDLE DOT}" in line]
    assert PORT.search(ran.stdout)
    assert "Saved: 2, Tom, nurse, works in it" in lines
    assert lines[-1] == "End: Everything is kept."


def test_a_terminal_is_left_as_it_was_and_shows_what_is_typed(tmp_path: Path) -> None:
    import termios

    ours, theirs = pty.openpty()
    before = termios.tcgetattr(theirs)
    host = subprocess.Popen(
        command(tmp_path), env=surroundings(), stdin=theirs, stdout=theirs, stderr=theirs
    )
    try:
        told = b""
        while b"Question:" not in told:
            told += os.read(ours, 4096)
        os.write(ours, b"Asha, carer\r")
        while b"Saved: 1, Asha, carer" not in told:
            told += os.read(ours, 4096)
        assert b"\nAsha, carer\r\n" in told, "what was typed is shown"
        os.write(ours, b"\x03")
        while b"End: " not in told:
            told += os.read(ours, 4096)
        assert host.wait(PATIENCE_SECONDS) == 0
    finally:
        host.kill()
    assert termios.tcgetattr(theirs) == before
    os.close(ours)
    os.close(theirs)


def test_only_a_session_that_was_not_left_goes_on_by_itself(tmp_path: Path) -> None:
    """Ended by a signal it goes on, from a pipe; left there, the next script begins a new one."""
    with subprocess.Popen(
        command(tmp_path), env=surroundings(), text=True, stdin=subprocess.PIPE,
        stdout=subprocess.PIPE, stderr=subprocess.PIPE,
    ) as host:  # fmt: skip
        assert host.stdin is not None
        assert host.stdout is not None
        host.stdin.write("Asha, carer\n")
        host.stdin.flush()
        while not (line := host.stdout.readline()).startswith("Saved: 1, Asha"):
            assert line
        host.terminate()
        _told, complaints = host.communicate(timeout=PATIENCE_SECONDS)
    assert host.returncode == 0, complaints
    ran = subprocess.run(
        command(tmp_path), env=surroundings(), timeout=PATIENCE_SECONDS, text=True,
        capture_output=True, check=True, input="/leave\n",
    )  # fmt: skip
    assert "Going on with the session" in ran.stdout
    assert "Seat: 1, Asha, carer" in ran.stdout
    assert ran.stdout.splitlines()[-1] == "End: Everything is kept."
    assert_script_held(tmp_path)
