"""A slow line: counted in bytes, of which 9,600 baud take 960 in a second."""

from __future__ import annotations

import pty
import re
import termios
from pathlib import Path
from typing import Any

from tests.terminal.window import Window

KEY_BYTES, CARD_BYTES = 144, 2_400
"""What such a line takes in 0.15 and in 2.5 seconds."""
CHATTER = re.compile(
    rb"\x1b\[\?(?:\d+\$p|(?:1000|1002|1003|1004|1006|1015|2026|2048)[hl])|\x1b\[[<>]\d*u"
)


def quiet(window: Window) -> None:
    """Read until three glances in a row have found nothing."""
    left = 3
    while left:
        left = 3 if window._read() else left - 1


def played(data: Path, *options: str, **env: str) -> bytes:
    """Everything sent in a short rehearsal, whose keys and cards are sparing."""
    with Window("rehearse", "home-from-hospital", *options, data=data, env=env) as window:
        window.until("in the shoes of")
        quiet(window)
        for letter in "My bed":
            sent = len(window.sent)
            window.type(letter)
            quiet(window)
            assert 0 < len(window.sent) - sent <= KEY_BYTES
        window.type("\r")
        window.until("saved")
        quiet(window)
        sent = len(window.sent)
        window.type("\x1b", "n")
        window.until("Turn 2 of")
        quiet(window)
        assert len(window.sent) - sent <= CARD_BYTES
        assert window.leave("\x1b", "q") == 0
        return window.sent


def test_the_option(data: Path) -> None:
    assert not CHATTER.findall(played(data, "--slow-line"))


def test_the_environment(data: Path) -> None:
    assert not CHATTER.findall(played(data, WSHOES_SLOW="1"))


def test_a_serial_terminal_is_known_by_its_speed(data: Path, monkeypatch: Any) -> None:
    ordinary = pty.openpty

    def serial() -> tuple[int, int]:
        master, slave = ordinary()
        manners = termios.tcgetattr(slave)
        manners[4] = manners[5] = termios.B9600
        termios.tcsetattr(slave, termios.TCSANOW, manners)
        return master, slave

    monkeypatch.setattr(pty, "openpty", serial)
    assert not CHATTER.findall(played(data))


def test_any_other_terminal_is_asked_what_it_can(data: Path) -> None:
    assert CHATTER.findall(played(data))
