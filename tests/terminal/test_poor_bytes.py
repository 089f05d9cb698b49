"""How much is sent: counted in bytes on a terminal of 80 by 24, never in time."""

from __future__ import annotations

from pathlib import Path
from statistics import median

from tests.terminal.window import Window

ENTER, ESC, DOWN = "\r", "\x1b", "\x1b[B"
IDLE_GLANCES = 15
"""Glances of a fifth of a second each."""


def quiet(window: Window, glances: int = 3) -> None:
    """Read until so many glances in a row have found nothing."""
    left = glances
    while left:
        left = glances if window._read() else left - 1


def cost(window: Window, *keys: str) -> tuple[int, int]:
    """Bytes sent for these keys, and cells that look different after them."""
    sent = len(window.sent)
    cells = [row[:] for row in map(list, window.screen.display)]
    window.type(*keys)
    window.until(lambda _lines: len(window.sent) > sent)
    quiet(window)
    changed = sum(
        a != b
        for row, other in zip(cells, window.screen.display, strict=True)
        for a, b in zip(row, other, strict=True)
    )
    return len(window.sent) - sent, changed


def test_home_and_the_list_of_decks_which_shows_another_deck_beside_it(data: Path) -> None:
    with Window(data=data) as window:
        window.until("your first session will stand here")
        quiet(window)
        assert len(window.sent) <= 4_000
        window.type("r")
        window.until("Rehearse with which deck?")
        quiet(window)
        for _ in range(5):
            sent, changed = cost(window, DOWN)
            assert sent <= 1.5 * changed + 500


SCREENS = {"?": "Help", "b": "What was said", "l": "A lightbulb", "t": "In whose shoes?"}
"""Screens over a turn: the key that opens each, and what is on it."""


def test_a_turn(data: Path) -> None:
    """Letters, nothing at all, other screens and an arrow in a list, one after the other."""
    with Window("rehearse", "home-from-hospital", data=data) as window:
        window.until("stand here")
        quiet(window)
        assert median(cost(window, letter)[0] for letter in "When is?") <= 60
        quiet(window, 10)
        sent = len(window.sent)
        for _glance in range(IDLE_GLANCES):
            window._read()
        assert len(window.sent) == sent, "something is sent while nothing happens"
        for key, shown in SCREENS.items():
            cost(window, ESC)
            sent, changed = cost(window, key)
            assert shown in window.text
            assert sent <= 1.5 * changed + 500, shown
            if key == "t":
                assert max(cost(window, DOWN)[0] for _ in range(3)) <= 250
            cost(window, ESC)
        cost(window, ESC)
        sent, changed = cost(window, "n")
        assert "Turn 2 of" in window.text
        assert sent <= 1.5 * changed + 500
