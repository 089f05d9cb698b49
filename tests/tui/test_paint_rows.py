"""The painter alone: whatever rows follow each other, the terminal shows the last of them."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.color import ColorSystem
from rich.segment import Segment
from rich.style import Style
from textual._compositor import ChopsUpdate, LayoutUpdate
from textual.geometry import Region
from textual.strip import Strip

from tests.tui.terminal_emulator import Cells, Glass, differences
from wshoes_tui.cells.colour_profiles import hex_of
from wshoes_tui.terminal.capabilities import TerminalCapabilities
from wshoes_tui.tui.terminal.painter import Painter

WIDTH, HEIGHT = 24, 3
FAMILY = "\U0001f468\u200d\U0001f469\u200d\U0001f467"
CERTAIN = ("a", "b", " ", " ", "\u00e9", "\u2500", "\u05d0", "e\u0301", "\u5bb6", "\u3000")
DEBATED = (FAMILY, "\u2764\ufe0f", "\U0001f44d\U0001f3fd", "\u00ad", "\U0001f1ec\U0001f1e7")
WIDE = {"\u5bb6", "\u3000", FAMILY, "\u2764\ufe0f", "\U0001f44d\U0001f3fd", "\U0001f1ec\U0001f1e7"}
PENS = (
    None,
    Style(),
    Style(bold=True),
    Style(dim=True),
    Style(bold=True, reverse=True),
    Style(color=hex_of("shoes:red")),
    Style(color="green", bgcolor="blue", underline=True),
)
MAKER = Painter(ColorSystem.STANDARD, TerminalCapabilities())

Row = list[tuple[str, int]]
"""Characters and their pens; as many as there is room for."""


def rows(characters: tuple[str, ...]) -> st.SearchStrategy[list[Row]]:
    cell = st.tuples(st.sampled_from(characters), st.integers(0, len(PENS) - 1))
    runs = st.lists(st.tuples(cell, st.integers(1, 6)), max_size=12)
    row = runs.map(lambda found: [cell for cell, times in found for _ in range(times)])
    return st.lists(row, min_size=HEIGHT, max_size=HEIGHT)


def strip_of(row: Row) -> Strip:
    """The row as a strip that fills the width."""
    segments, room = [], WIDTH
    for character, pen in row:
        cells = 2 if character in WIDE else 1
        if cells > room:
            break
        segments.append(Segment(character, PENS[pen]))
        room -= cells
    return Strip([*segments, Segment(" " * room)], WIDTH)


def as_layout(screen: list[Row]) -> LayoutUpdate:
    return LayoutUpdate([[strip_of(row)] for row in screen], Region(0, 0, WIDTH, HEIGHT))


def as_chops(screen: list[Row]) -> ChopsUpdate:
    chops = [{0: strip_of(row)} for row in screen]
    return ChopsUpdate(chops, [(y, 0, WIDTH) for y in range(HEIGHT)], [[WIDTH]] * HEIGHT)


def painted_once(screen: list[Row], *, joins: bool) -> Cells:
    """What stands there if every character is put in its place on an empty screen."""
    glass = Glass(WIDTH, HEIGHT, joins=joins)
    for y, row in enumerate(screen, 1):
        x = 0
        for segment in strip_of(row):
            pen = MAKER._pen_of(segment.style, segment.text)
            glass.show(f"\x1b[{y};{x + 1}H\x1b[0;{';'.join(pen)}m{segment.text}\x1b[0m")
            x += segment.cell_length
    return glass.cells


@settings(deadline=None)
@given(st.lists(rows(CERTAIN + DEBATED[:-1]), min_size=1, max_size=4), st.booleans())
def test_what_is_painted_last_is_shown(screens: list[list[Row]], whole: bool) -> None:
    painter, glass = Painter(ColorSystem.STANDARD, TerminalCapabilities()), Glass(WIDTH, HEIGHT)
    for screen in screens:
        update = as_layout(screen) if whole else as_chops(screen)
        glass.show(painter.paint(update, WIDTH, HEIGHT, None))
        assert not differences(glass.cells, painted_once(screen, joins=True))
        assert painter.paint(update, WIDTH, HEIGHT, None) == ""


@settings(deadline=None)
@given(st.lists(rows(CERTAIN + DEBATED), min_size=2, max_size=4))
def test_a_terminal_that_joins_nothing_shows_the_rest_in_its_place(
    screens: list[list[Row]],
) -> None:
    painter, glass = (
        Painter(ColorSystem.STANDARD, TerminalCapabilities()),
        Glass(WIDTH, HEIGHT, joins=False),
    )
    for screen in screens:
        glass.show(painter.paint(as_chops(screen), WIDTH, HEIGHT, None))
        for row, cells in zip(screen, glass.cells, strict=True):
            assert certain(row, [cell.data for cell in cells])


def certain(row: Row, shown: list[str]) -> bool:
    """Whether everything but what terminals do not agree on is where it belongs."""
    x = 0
    for segment in strip_of(row):
        wide = segment.text in WIDE
        if segment.text in CERTAIN:
            if shown[x] != segment.text or (wide and shown[x + 1] != ""):
                return False
        elif not segment.text.strip() and set(shown[x : x + segment.cell_length]) - {" "}:
            return False
        x += segment.cell_length
    return True


@pytest.mark.parametrize("text", ["\u5bb6", FAMILY, "\u2764\ufe0f", "e\u0301"])
def test_ascii_stands_where_the_letters_would(text: str) -> None:
    terminal = TerminalCapabilities(letters=False, symbols=False)
    painter, glass = Painter(ColorSystem.STANDARD, terminal), Glass(WIDTH, HEIGHT)
    update = as_layout([[(text, 0), ("b", 0)], [], []])
    written = painter.paint(update, WIDTH, HEIGHT, None)
    glass.show(written)
    assert written.isascii()
    assert glass.cells[0][2 if text in WIDE else 1].data == "b"


def test_a_mark_without_a_letter_does_not_heap_up() -> None:
    painter = Painter(ColorSystem.STANDARD, TerminalCapabilities())
    chops = [{0: Strip([Segment("a" * 12)]), 12: Strip([Segment("\u0301" + "b" * 12)])}]
    update = ChopsUpdate(chops, [(0, 0, WIDTH)], [[12, WIDTH]])
    painter.paint(update, WIDTH, HEIGHT, None)
    assert painter.paint(update, WIDTH, HEIGHT, None) == ""


def test_forgetting_begins_with_a_clear_screen() -> None:
    painter, glass = Painter(ColorSystem.STANDARD, TerminalCapabilities()), Glass(WIDTH, HEIGHT)
    screen: list[Row] = [[("a", 5)], [("b", 2)], [("\u5bb6", 0)]]
    painter.paint(as_layout(screen), WIDTH, HEIGHT, None)
    glass.show("\x1b[31;7mleft by somebody else")
    painter.forget()
    glass.show(painter.paint(as_layout(screen), WIDTH, HEIGHT, None))
    assert not differences(glass.cells, painted_once(screen, joins=True))
