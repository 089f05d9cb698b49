"""What a terminal shows, when all that is known of it is what it is called."""

from __future__ import annotations

import pytest

from tests.host.lines import FakeLine, a_caller
from wshoes_tui.terminal.capabilities import terminal_named

SHOWS = {
    "xterm-256color": (True, True, True, True),
    "xterm-kitty": (True, True, True, True),
    "screen": (True, True, True, True),
    "tmux-256color": (True, True, True, True),
    "linux": (False, False, True, True),
    "vt100": (False, False, False, False),
    "vt220": (False, False, False, False),
    "ansi": (False, False, False, True),
    "dumb": (False, False, False, False),
    "": (False, False, False, False),
}


@pytest.mark.parametrize("name", SHOWS)
def test_a_name_tells_modes_symbols_letters_colours(
    name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    monkeypatch.setenv("LC_ALL", "C")
    shown = terminal_named(name)
    assert (shown.modes, shown.symbols, shown.letters, shown.colours) == SHOWS[name]


def test_what_somebody_asks_for_comes_on_top() -> None:
    shown = terminal_named("xterm", ascii=True, mono=True, slow=True)
    assert (shown.symbols, shown.letters, shown.colours, shown.slow) == (False, False, False, True)


@pytest.mark.parametrize(
    ("asked", "given"),
    [((0, 0), (80, 24)), ((1, 1), (20, 5)), ((10**9, 10**9), (500, 200)), ((40, 20), (40, 20))],
)
def test_sizes_are_such_that_can_be_painted(asked: tuple[int, int], given: tuple[int, int]) -> None:
    client = a_caller(FakeLine(), size=asked)
    assert (client.columns, client.lines) == given


def test_a_name_without_end_is_cut() -> None:
    client = a_caller(FakeLine(), term="x" * 10_000)
    assert len(client.term) == 64
