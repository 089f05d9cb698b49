"""What is taken from the name of a terminal and from the environment, before it is asked."""

from __future__ import annotations

import pytest

from wshoes_tui.settings import Settings
from wshoes_tui.terminal.capabilities import SLOW_BAUD, TerminalCapabilities, fitting, terminal_of

UTF8 = {"LANG": "en_GB.UTF-8"}
ALTERNATE, PASTES, FOCUS, QUERY, KITTY, CURSOR = (
    "\x1b[?1049h",
    "\x1b[?2004h",
    "\x1b[?1004h",
    "\x1b[?2026$p",
    "\x1b[<u",
    "\x1b[?25l",
)


def taken_for(name: str, speed: int = 0, **environ: str) -> TerminalCapabilities:
    """What a terminal of this name is taken for."""
    return terminal_of(Settings(), {"TERM": name, **UTF8, **environ}, speed)


@pytest.mark.parametrize(
    ("name", "known"),
    [
        ("xterm-256color", {ALTERNATE, PASTES, FOCUS, QUERY, KITTY, CURSOR}),
        ("tmux-256color", {ALTERNATE, PASTES, FOCUS, CURSOR}),
        ("screen", {ALTERNATE, PASTES, CURSOR}),
        ("screen.xterm-256color", {ALTERNATE, PASTES, CURSOR}),
        ("putty-256color", {ALTERNATE, PASTES, CURSOR}),
        ("linux", {CURSOR}),
        ("vt220", {CURSOR}),
    ],
)
def test_what_it_may_be_sent(name: str, known: set[str]) -> None:
    terminal = taken_for(name)
    every = (ALTERNATE, PASTES, FOCUS, QUERY, KITTY, CURSOR)
    assert {sequence for sequence in every if terminal.knows(sequence)} == known


def test_a_slow_one_is_not_asked_and_reports_nothing() -> None:
    terminal = taken_for("xterm-256color", speed=9_600)
    assert terminal.slow
    assert not any(map(terminal.knows, (FOCUS, QUERY, KITTY, "\x1b[?1000h")))
    assert all(map(terminal.knows, (ALTERNATE, PASTES, CURSOR)))


@pytest.mark.parametrize(
    ("name", "speed", "slow"),
    [
        ("xterm", 0, False),
        ("xterm", SLOW_BAUD, False),
        ("vt220", SLOW_BAUD // 2, True),
        ("dumb", 0, True),
        ("", 0, True),
    ],
)
def test_which_are_slow(name: str, speed: int, slow: bool) -> None:
    assert taken_for(name, speed).slow == slow


@pytest.mark.parametrize(
    ("name", "environ", "dims"),
    [
        ("xterm-256color", {}, True),
        ("screen", {}, True),
        ("linux", {}, False),
        ("vt220", {}, False),
        ("xterm-256color", {"WT_SESSION": "x"}, False),
        ("xterm-256color", {"TERM_PROGRAM": "Apple_Terminal"}, False),
    ],
)
def test_whose_dim_words_can_be_read(name: str, environ: dict[str, str], dims: bool) -> None:
    assert taken_for(name, **environ).dims == dims


def test_what_was_cut_goes_to_clipboards_alone() -> None:
    cut = "\x1b]52;c;d29yZHM=\x07"
    assert fitting(cut, taken_for("xterm")) == cut
    assert [fitting(cut, taken_for(name)) for name in ("linux", "vt220")] == ["", ""]
    assert fitting(cut, taken_for("xterm", speed=9_600)) == ""
