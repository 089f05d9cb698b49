"""The wall beside a session, each a program of its own in a pseudo-terminal."""

from __future__ import annotations

import signal
from pathlib import Path

from tests.terminal.window import ENTER, ESC, Window


def test_the_wall_follows_a_session_and_gives_the_terminal_back(data: Path) -> None:
    with Window("wall", data=data, size=(80, 22)) as wall:
        wall.until("It begins when everybody is here.")
        with Window("rehearse", "home-from-hospital", data=data) as window:
            window.until("You stand here")
            wall.until("[")
            wall.until(lambda lines: any(line.lstrip().startswith("▌") for line in lines))
            window.type("Half a sentence of mine")
            window.until(lambda _lines: window.field == "Half a sentence of mine")
            window.type(" is said.", ENTER)
            window.until("✓ saved")
            wall.until("Half a sentence of mine is said.")
            wall.resize(40, 20)
            wall.until("Half a sentence of mine is said.")
            window.type("Not said yet")
            window.until(lambda _lines: window.field == "Not said yet")
            assert window.leave(ESC, "q") == 0
        assert b"Not said" not in wall.sent
        assert wall.leave("q") == 0
        assert wall.is_restored
    with Window("wall", data=data) as wall:
        wall.until("is said.")
        assert wall.signal(signal.SIGTERM) == 128 + signal.SIGTERM
        assert wall.is_restored
