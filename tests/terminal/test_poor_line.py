"""A slow line: counted in bytes, of which 9,600 baud take 960 in a second."""

from __future__ import annotations

import pty
import re
import termios
from pathlib import Path
from typing import Any

from tests.terminal.window import DOWN, ENTER, ESC, Window

SECOND = 960
KEY_BYTES, CARD_BYTES = int(0.15 * SECOND), int(2.5 * SECOND)
"""What such a line takes in the time in which a key and a new card are to be seen."""
CHATTER = re.compile(
    rb"\x1b\[\?(?:\d+\$p|(?:1000|1002|1003|1004|1006|1015|2026|2048)[hl])|\x1b\[[<>]\d*u|\x1b\[c"
)
PALETTE = "\x10"


def quiet(window: Window) -> None:
    """Read until three glances in a row have found nothing."""
    left = 3
    while left:
        left = 3 if window._read() else left - 1


def cost(window: Window, *keys: str) -> int:
    """The bytes that these keys bring about."""
    sent = len(window.sent)
    window.type(*keys)
    quiet(window)
    return len(window.sent) - sent


def played(data: Path, *options: str, **env: str) -> bytes:
    """Everything sent in a short rehearsal, whose keys and cards are sparing."""
    with Window("rehearse", "home-from-hospital", *options, data=data, env=env) as window:
        window.until("stand here")
        quiet(window)
        for letter in "bed":
            assert 0 < cost(window, letter) <= KEY_BYTES
        window.type(ENTER)
        window.until("saved")
        quiet(window)
        assert cost(window, ESC, "n") <= CARD_BYTES
        window.until("Turn 2 of")
        assert window.leave(ESC, "q") == 0
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


def test_every_key_among_the_decks_and_in_the_palette(data: Path) -> None:
    with Window("--slow-line", data=data) as window:
        window.until("your first session will stand here")
        quiet(window)
        assert max(cost(window, DOWN) for _ in range(3)) <= KEY_BYTES
        assert cost(window, "d") <= CARD_BYTES
        window.until("Press s to see")
        for _ in range(2):
            assert 0 < cost(window, DOWN) <= KEY_BYTES
            assert any(line.lstrip().startswith("▌") for line in window.lines)
        assert cost(window, "s") <= CARD_BYTES
        window.until("People who live with it")
        assert cost(window, PALETTE) <= CARD_BYTES
        window.until("Find anything that can be done")
        sent = len(window.sent)
        for _glance in range(8):
            window._read()
        assert len(window.sent) == sent, "something moves or blinks"
        window.type(ESC)
        window.until("People who live with it")
        assert window.leave(ESC, "q") == 0


def test_the_palette_switches_it_on_and_off(data: Path) -> None:
    with Window("rehearse", "home-from-hospital", data=data) as window:
        window.until("stand here")
        window.type(ESC, PALETTE, "slow line")
        window.until("for a slow line; or everything again")
        window.type(ENTER)
        window.until("Slow line: only what is needed is sent.")
        assert b"\x1b[?1004l" in window.sent
        assert 1004 not in window.modes
        window.type(ESC, "t")
        window.until(lambda lines: any(line.lstrip().startswith("▌") for line in lines))
        quiet(window)
        assert max(cost(window, DOWN) for _ in range(2)) <= KEY_BYTES / 2
        window.type(ESC, PALETTE, "slow line")
        window.until("for a slow line; or everything again")
        window.type(ENTER)
        window.until("Everything is sent again.")
        assert window.leave(ESC, "q") == 0
        assert window.is_restored


def test_the_palette_switches_to_high_contrast(data: Path) -> None:
    with Window("rehearse", "home-from-hospital", data=data) as window:
        window.until("stand here")
        for ground, ink in (("000000", "ffffff"), ("ffffff", "000000")):
            window.type(ESC, PALETTE, "high contrast")
            window.until("White on black, then black on white")
            window.type(ENTER)
            window.until("stand here")
            quiet(window)
            cells = [window.screen.buffer[y][x] for y in range(24) for x in range(80)]
            assert {cell.bg for cell in cells} == {ground}
            assert {cell.fg for cell in cells} == {ink}
        assert window.leave(ESC, "q") == 0
