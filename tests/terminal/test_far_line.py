"""Real lines that take their time: everything arrives once, in order, and meets its screen."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from tests.terminal.far import FarWindow
from tests.terminal.window import ENTER, ESC, Window
from wshoes_tui.storage.sql_store import open_store

SAID = ("I want my own bed.", "Nobody asked me, said the driver.", "We did ask. On Monday.")
BAUD = 9_600
DELAY = 0.6


def ahead(said: tuple[str, ...]) -> list[str]:
    """The keys of a whole rehearsal, letter by letter: words, saved, the next card, and out."""
    keys: list[str] = []
    for number, words in enumerate(said):
        keys += [*([ESC, "n"] if number else []), *words, ENTER]
    return [*keys, ESC, "q"]


def kept(data: Path) -> list[tuple[int, str]]:
    """What was said in the newest session, and on which turn, in order."""
    with closing(open_store(data / "wshoes.db", read_only=True)) as store:
        session = store.load(store.sessions()[0].id)
    numbers = {turn.id: turn.number for turn in session.turns}
    return [(numbers[response.turn], response.text) for response in session.responses]


def test_a_rehearsal_typed_ahead_at_9600_baud(data: Path) -> None:
    with FarWindow("rehearse", "home-from-hospital", data=data, baud=BAUD) as window:
        window.until("stand here")
        assert window.leave(*ahead(SAID)) == 0
        assert window.is_restored
    assert kept(data) == list(enumerate(SAID, 1))


def test_a_rehearsal_typed_ahead_of_a_line_that_takes_its_time(data: Path) -> None:
    with FarWindow("rehearse", "home-from-hospital", data=data, delay=DELAY) as window:
        assert window.leave(*ahead(SAID)) == 0
    assert kept(data) == list(enumerate(SAID, 1))


def test_enter_is_enter_even_before_the_program_listens(data: Path) -> None:
    with Window("rehearse", "home-from-hospital", data=data) as window:
        window.type(*ahead(SAID[:2])[:-2])  # the terminal makes new lines of it, still
        window.until("Turn 2 of")
        window.until(SAID[1])
        assert window.leave(ESC, "q") == 0
    assert kept(data) == list(enumerate(SAID[:2], 1))


def test_what_is_typed_blindly_is_shown_once_and_in_order(data: Path) -> None:
    with FarWindow("rehearse", "home-from-hospital", data=data, delay=DELAY) as window:
        window.until("type what you would say")
        window.type(*SAID[0])
        window.until(lambda _lines: window.field == SAID[0])
        window.type(ENTER, ESC, "n", *SAID[1])
        window.until(lambda _lines: window.field == SAID[1])
        window.until("Turn 2 of")
        assert window.leave(ENTER, ESC, "q") == 0
    assert kept(data) == list(enumerate(SAID[:2], 1))


def test_a_key_of_three_bytes_is_one_key_however_slowly_they_come(data: Path) -> None:
    with Window("rehearse", "home-from-hospital", data=data) as window:
        window.until("stand here")
        window.type(*SAID[0])
        window.until(lambda _lines: window.field == SAID[0])
        for byte in "\x1b[D" * 4:
            window.type(byte)
            window._read(0.01)
        window.type("!")
        window.until(lambda _lines: window.field == SAID[0][:-4] + "!" + SAID[0][-4:])
        assert window.leave(ENTER, ESC, "q") == 0


@pytest.mark.parametrize("way", [{"delay": DELAY}, {"baud": BAUD}], ids=["late", "narrow"])
@pytest.mark.parametrize("words", [(), ("rehearse", "home-from-hospital")], ids=["home", "card"])
def test_a_line_that_answers_late_is_taken_for_a_slow_one(
    words: tuple[str, ...], way: dict[str, Any], data: Path
) -> None:
    with FarWindow(*words, data=data, **way) as window:
        if "baud" in way:  # found by one of the screens that come next
            window.until("stand here" if words else "Rehearse")
            for keys in ((ESC, "n"),) * 4 if words else ("d", ESC, "d", ESC, "d"):
                while window._read(1.0):
                    pass
                if "Slow line" not in window.text:
                    window.type(*keys)
        window.until("Slow line: only what is needed is sent.")
        window.type(ESC)
        if words:
            window.until("One letter: n next")
        assert window.leave("q") == 0


def test_a_line_that_answers_at_once_is_not(data: Path) -> None:
    with FarWindow("rehearse", "home-from-hospital", data=data) as window:
        window.until("stand here")
        window.until(lambda _lines: window._asked)
        window.type("words", ENTER)
        window.until("saved")
        assert "Slow line" not in window.text
        assert window.leave(ESC, "q") == 0


def test_a_terminal_that_never_answers_is_not(data: Path) -> None:
    with Window("rehearse", "home-from-hospital", data=data) as window:
        window.until("stand here")
        for _glance in range(5):
            window._read()
        assert b"\x1b[c" in window.sent
        assert "Slow line" not in window.text
        assert window.leave(ESC, "q") == 0
