"""Sessions in a real terminal: from Home and back, large and small, with and without colour."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.terminal.window import DOWN, ENTER, ESC, PENS, TAB, Window


def test_a_rehearsal_from_home_and_out_again(data: Path) -> None:
    with Window(data=data) as window:
        window.until("your first session will stand here")
        window.type("r")
        window.until("Rehearse with which deck?")
        window.type(ENTER)
        window.until("You stand here")
        window.type("I want my own bed.")
        window.until("kept, not yet saved")
        window.until(lambda _lines: window.field == "I want my own bed.")
        window.type(ENTER)
        window.until("✓ saved")
        window.type(ESC, "n")
        window.until("Turn 2 of 6")
        assert window.leave(ESC, "q") == 0
        assert window.is_restored
    with Window("resume", data=data) as window:
        window.until("Turn 2 of 6")
        window.type(ESC, "u")
        window.until("I want my own bed.")
        assert window.leave(ESC, "q") == 0


def test_a_group_of_six_typed_ahead_in_one_breath(data: Path) -> None:
    names = ENTER.join(("Asha, carer", "Tom, nurse", "Bea", "Chidi", "Dora", "Eve"))
    with Window(data=data) as window:
        window.until("Rehearse")
        window.type("n", ENTER, names, ENTER, ESC, "g", ENTER, ENTER, "n", "The first words.")
        window.until("Asha's turn")
        window.until(lambda _lines: window.field == "The first words.")
        assert "Turn 1 of 12" in window.text
        assert window.leave(ENTER, ESC, "q") == 0


def test_a_turn_can_be_played_on_a_phone(data: Path) -> None:
    with Window("rehearse", "home-from-hospital", data=data, size=(40, 20)) as window:
        window.until("You stand here")
        window.type("Ask me first.")
        window.until(lambda _lines: window.field == "Ask me first.")
        window.type(ENTER)
        window.until("saved")
        window.type(ESC, "l", "hard", TAB, "afraid")
        window.until("Now I see")
        window.type(ENTER)
        window.until("The lightbulb is saved.")
        window.type(ESC, "n")
        window.until("Turn 2 of 6")
        assert all(len(line) <= 40 for line in window.lines)
        assert re.search(r"\bEnter \w|\bn next", window.lines[-1])
        assert window.leave(ESC, "q") == 0


WORDS = {*range(30, 38), *range(90, 98)}
"""Colours of letters and of strokes."""
GROUNDS = {*range(40, 48), *range(100, 108)}


@pytest.mark.parametrize("how", ["NO_COLOR", "--mono"])
def test_without_colour_none_is_sent(data: Path, how: str) -> None:
    words = (how,) if how.startswith("--") else ()
    with Window(*words, data=data, env={} if words else {how: "1"}) as window:
        tour(window)
        assert not pens(window) & (WORDS | GROUNDS)
        assert 1 in pens(window), "the marked line must stand out all the same"
        assert 7 not in pens(window)


def test_where_no_ground_is_known_strokes_alone_are_coloured(data: Path) -> None:
    with Window(data=data) as window:
        tour(window)
        assert not pens(window) & (GROUNDS | {3, 4, 5, 7})
        coloured, found = False, []
        for codes, text in re.findall(r"\x1b\[([\d;]*)m([^\x1b]*)", window.sent.decode()):
            numbers = {int(code or 0) for code in codes.split(";")}
            coloured = bool(numbers & WORDS) or (coloured and 0 not in numbers)
            found += [text] * coloured
        assert found
        assert not re.search(r"\w", "".join(found))


def tour(window: Window) -> None:
    """Home, decks, a turn, and the shoes, each pair told apart by letter and name."""
    window.until("Rehearse")
    window.type("r")
    window.until("People who live with it")
    window.type(DOWN, ENTER)
    window.until("You stand here")
    window.type("A word.", ENTER, ESC, "s")
    window.until("Swap: you stand here")
    window.type(ESC, "t")
    window.until("In whose shoes?")
    told = re.findall(
        r"\[(\w)\] (\w[\w' ]+)", "\n".join(window.lines).partition("In whose shoes?")[2]
    )
    assert len(told) > 3
    assert len({letter for letter, _name in told}) == len({name for _letter, name in told})
    assert window.leave(ESC, ESC, "q") == 0


def pens(window: Window) -> set[int]:
    """Every number in every order for a pen that was sent."""
    return {
        int(number) for pen in PENS.findall(window.sent) for number in pen.split(b";") if number
    }
