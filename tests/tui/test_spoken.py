"""What a screen reader speaks is what a terminal is sent: whole phrases, with the cursor.

TDSR and yasr speak every character that is written, and the cursor's line. Held against random
pairs of screens, without any reader; ``.ci/readers`` holds the whole program against real ones.
"""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.build import Play
from tests.tui.app_fixture import House, resume
from tests.tui.keyboard import ENTER, ESC, typed
from tests.tui.screen_text import screen_text, shown
from tests.tui.terminal_emulator import Glass
from wshoes_tui.cells.cell_rows import GAP, Rows, blank_rows, put_run
from wshoes_tui.cells.cell_writer import CellWriter
from wshoes_tui.tui.hardware_cursor import cursor_of

WIDTH, HEIGHT = 40, 8
WORDS = ("Turn", "2", "of", "8", "12", "THE", "DAUGHTER", "saved", "bed", "a", "yes")
PENS = ((), ("1",), ("33",))
SEQUENCE = re.compile(r"\x1b\[[?\d;]*([A-Za-z])")

Phrase = tuple[int, int, str, int]
"""Row, column, words with one blank between them, and the number of a pen."""


class Ear(Glass):
    """A terminal that notes what is written, as a reader of it would."""

    def __init__(self) -> None:
        super().__init__(WIDTH, HEIGHT)
        self.written: set[tuple[int, int]] = set()

    def draw(self, data: str) -> None:
        """Note the cells."""
        self.written.update((self.cursor.y, self.cursor.x + x) for x in range(len(data)))
        super().draw(data)


def phrase(row: int) -> st.SearchStrategy[list[Phrase]]:
    """Up to two phrases in a row, far enough apart."""
    words = st.lists(st.sampled_from(WORDS), min_size=1, max_size=3).map(" ".join)
    pens = st.integers(0, len(PENS) - 1)
    left = st.tuples(st.just(row), st.integers(0, 2), words, pens)
    right = st.tuples(st.just(row), st.just(26), st.sampled_from(WORDS), pens)
    return st.tuples(st.lists(left, max_size=1), st.lists(right, max_size=1)).map(
        lambda found: [one for part in found for one in part if one[1] + len(one[2]) < WIDTH]
    )


SCREENS = st.tuples(*[phrase(row) for row in range(HEIGHT)]).map(
    lambda rows: [one for row in rows for one in row]
)
CURSORS = st.tuples(st.integers(0, WIDTH - 1), st.integers(0, HEIGHT - 1))


def laid(screen: list[Phrase]) -> Rows:
    """The rows of a screen of these phrases."""
    rows = blank_rows(WIDTH, HEIGHT)
    for y, x, words, pen in screen:
        put_run(rows[y], x, words[: 22 if x < GAP else None], PENS[pen])
    return rows


def told(screen: list[Phrase]) -> set[tuple[int, int, str]]:
    """The phrases by place and words."""
    return {(y, x, words[: 22 if x < GAP else None].rstrip()) for y, x, words, _pen in screen}


@pytest.mark.parametrize("moves_rows", [False, True], ids=["rewrites", "moves"])
@settings(deadline=None)
@given(screens=st.lists(SCREENS, min_size=2, max_size=4), cursors=st.lists(CURSORS, min_size=4))
def test_what_is_new_is_written_whole_and_the_cursor_with_it(
    moves_rows: bool, screens: list[list[Phrase]], cursors: list[tuple[int, int]]
) -> None:
    writer, ear = CellWriter(moves_rows=moves_rows), Ear()
    ear.show(writer.begin(WIDTH, HEIGHT))
    before: list[Phrase] = []
    for screen, cursor in zip(screens, cursors, strict=False):
        ear.written.clear()
        written = writer.write(dict(enumerate(laid(screen))), cursor)
        ear.show(written)
        assert (ear.cursor.x, ear.cursor.y) == cursor, "in the same bytes"
        for y, x, words in told(screen):
            cells = {(y, x + at) for at in range(len(words))}
            if (y, x, words) not in told(before):
                moved = any(words == other for _y, other_x, other in told(before) if other_x == x)
                heard = cells & ear.written
                assert heard == cells or (moves_rows and moved and not heard), (words, written)
        before = screen


@pytest.mark.parametrize("last", range(HEIGHT))
def test_a_scroll_bar_beside_the_row_of_the_cursor_is_whole_and_written_downwards(
    last: int,
) -> None:
    writer, ear = CellWriter(), Ear()
    before = [(y, 2, "somebody elses shoes", 0) for y in range(HEIGHT)]
    ear.show(writer.begin(WIDTH, HEIGHT) + writer.write(dict(enumerate(laid(before))), (0, 0)))
    rows = laid([(y, 2, "Turn", 0) for y in range(HEIGHT)])
    for y in range(1, HEIGHT - 1):
        rows[y][30] = ("\u2502", ("2",))
    written = writer.write(dict(enumerate(rows)), (2, last))
    ear.show(written)
    shown = ["".join(cell.data for cell in row).rstrip() for row in ear.cells]
    assert shown == ["".join(cell for cell, _pen in row).rstrip() for row in rows]
    assert written.count("\x1b[2m") <= 2, "that of the cursor alone may stand apart"


def test_words_do_not_run_together() -> None:
    writer = CellWriter()
    writer.begin(WIDTH, HEIGHT)
    screen = [(0, 2, "came one", 0), (1, 2, "home with", 1), (7, 2, "him", 0), (3, 1, "the end", 0)]
    written = writer.write(dict(enumerate(laid(screen))), (1, 3))
    spoken = SEQUENCE.sub(lambda found: "|" if found[1] in "CG" else "", written)
    assert " ".join(spoken.strip("|").split()) == "came one home with him the end"


def test_a_letter_in_a_field_costs_a_byte() -> None:
    writer = CellWriter()
    writer.begin(WIDTH, HEIGHT)
    writer.write(dict(enumerate(laid([(5, 2, "Turn", 0)]))), (6, 5))
    rows = laid([(5, 2, "Turn2", 0)])
    assert writer.write({5: rows[5]}, (7, 5), range(5, 6)) == "2"


def test_an_arrow_writes_the_whole_line_of_an_entry_and_nothing_of_what_stands_beside() -> None:
    writer, ear = CellWriter(), Ear()
    entries = [(0, 2, "All done", 0), (1, 2, "Turn", 0), (1, 14, "Esc n", 1), (1, 30, "bed", 0)]
    ear.show(writer.begin(WIDTH, HEIGHT) + writer.write(dict(enumerate(laid(entries))), (2, 0)))
    ear.written.clear()
    rows = laid([*entries, (1, 0, "|", 2)])
    ear.show(writer.write({1: rows[1]}, (2, 1), entry=range(28)))
    assert {(1, x) for x in (0, *range(2, 6), *range(14, 19))} <= ear.written
    assert all(x < 28 for _y, x in ear.written)
    writer.write(dict(enumerate(laid(entries))), (2, 0))
    ear.written.clear()
    ear.show(writer.write({1: rows[1]}, (2, 0), entry=range(28)))
    assert (1, 14) not in ear.written, "the cursor did not come there"


async def test_lf_is_enter_where_nothing_is_typed_and_a_line_break_where_something_is(
    house: House,
) -> None:
    async with house.open() as app:
        await typed(app, "r")
        await typed(app, "\n")
        assert type(app.screen).__name__ == "TurnPage"
        await typed(app, "one\ntwo")
        assert app.screen.field.text == "one\ntwo"  # type: ignore[attr-defined]


def test_the_row_of_the_cursor_is_written_last() -> None:
    writer = CellWriter()
    writer.begin(WIDTH, HEIGHT)
    screen = [(2, 2, "Turn", 0), (4, 2, "saved", 0), (6, 2, "yes", 0)]
    written = writer.write(dict(enumerate(laid(screen))), (2, 4))
    assert written.index("saved") > written.index("yes") > written.index("Turn")


async def test_the_line_of_the_cursor_says_what_happened(house: House) -> None:
    """A braille display shows that line alone."""
    async with house.open() as app:
        await typed(app, "p")
        x, y = cursor_of(app.screen).place or (0, 0)
        assert screen_text(app)[y][x:] == "Past sessions", "there is no line of a list to stand in"
    house.hold(Play.begun("Asha, Tom"))
    async with house.open(resume()) as app:
        await typed(app, ESC, "l", "She was afraid.", ENTER)
        assert "Saved. Type on, or Esc n" not in shown(app), "its second field is empty"
        await typed(app, "Of the stairs.", ENTER)
        _x, y = cursor_of(app.screen).place or (0, 0)
        assert "Saved. Type on, or Esc n" in screen_text(app)[y]
        await typed(app, ESC, "p", "I will", ESC)
        assert "▌ Not saved yet. The words wait here" in "\n".join(screen_text(app))
        await typed(app, "a", "\x7f")
        assert "Not saved yet" not in shown(app)
