"""Cell writer: rows of cells -> the bytes that bring a terminal from what it shows to those.

Remembers what stands in every cell of the terminal and sends the difference: the cursor's way, the
pen where it changes, the characters.

Screen readers speak what is written, so a phrase goes whole when a letter of it has changed, blanks
are written rather than jumped over, the next row is reached by CR LF, and the cursor's row comes
last, in the same bytes as the cursor. Only the rows of a field go cell by cell.
"""

from __future__ import annotations

from collections.abc import Callable, Container, Mapping, Sequence
from functools import partial
from typing import Literal

from wshoes_tui.cells.cell_rows import (
    BLANK,
    DEFAULT,
    Cell,
    Pen,
    Rows,
    blank_rows,
    has_ground,
    is_certain,
    runs,
    spoken_cells,
    whole_characters,
    whole_phrases,
    with_spills,
)
from wshoes_tui.cells.pens import pen_change
from wshoes_tui.cells.row_moves import STROKES, RowMove, row_move, scroll_bars
from wshoes_tui.terminal.capabilities import CLEAR, HIDE_CURSOR, SHOW_CURSOR

ERASE_REST = "\x1b[K"
SHORT_GAP = 4
"""Unchanged cells between two changed ones that are cheaper to write than to jump over."""
LEAST_ERASED = 4
LEAST_BLANKED = 6
"""Blanks in place of something that may be cheaper to erase, with the rest of their row."""
MOST_FEEDS = 3
"""Rows further down that are cheaper to reach by line feeds than by an address."""

WordEnd = Literal["", "as it was", "erased"]
Way = Callable[[list[str]], None]
"""A way to write something: adds it to a list of texts."""


class CellWriter:
    """What one terminal shows, and the bytes from there to what it should show."""

    def __init__(self, *, moves_rows: bool = False) -> None:
        self.moves_rows = moves_rows
        """Whether the terminal can delete and insert rows."""
        self.rows: Rows = []
        """What is known to be shown; empty where nothing is."""
        self._typed: Container[int] = ()
        self._entry = range(0)
        self._last = -1
        """The row that is written last: that of the cursor."""
        self._arrived = -1
        """The row that the cursor comes to from another: it is spoken, so it is written."""
        self._word_ends: WordEnd = ""
        """What follows where a word was written last, into which another one might run."""
        self._pen: Pen = DEFAULT
        self._at: tuple[int, int] | None = None
        self._cursor_shown: bool | None = None

    @property
    def size(self) -> tuple[int, int] | None:
        """Columns and rows of what is known to be shown; None where nothing is."""
        return (len(self.rows[0]), len(self.rows)) if self.rows else None

    def forget(self) -> None:
        """The terminal may show anything now: the next painting begins with a clear screen."""
        self.rows = []
        self._cursor_shown = None

    def begin(self, width: int, height: int) -> str:
        """Begin with a screen of this size. Returns what clears it."""
        self.rows = blank_rows(width, height)
        self._pen, self._at = DEFAULT, (0, 0)
        return CLEAR

    def assume(self, rows: Rows, cursor: tuple[int, int] | None) -> None:
        """These rows are shown, written by another writer that ended with ``place``."""
        self.rows = rows
        self._pen, self._at, self._cursor_shown = DEFAULT, cursor, cursor is not None

    def write(
        self,
        changed: Mapping[int, list[Cell]],
        cursor: tuple[int, int] | None,
        typed: Container[int] = (),
        entry: range | None = None,
    ) -> str:
        """What to write so that these rows, by their numbers, and the cursor are shown.

        Args:
            changed: rows of cells.
            cursor: where (column, row) the cursor is to be seen; None hides it.
            typed: rows in which somebody types: of these, what has not changed is not written.
            entry: columns in which the row that the cursor comes to is written whole, if anything
                of it has changed there.
        """
        row_before, self._last = self._last, cursor[1] if cursor is not None else -1
        self._typed, self._arrived = typed, self._last if self._last != row_before else -1
        self._entry = entry or range(0)
        self._word_ends = ""
        new = {y: row for y, row in changed.items() if row != self.rows[y]}
        out: list[str] = []
        ways: list[Way] = [partial(self._paint_screen, new)]
        move = row_move(self.rows, new) if self.moves_rows and not typed else None
        if move is not None:
            ways.append(partial(self._paint_moved, new, move))
        self._shortest(out, *ways)
        for y, row in new.items():
            self.rows[y] = row
        self._place(out, cursor)
        return "".join(out)

    def _paint_screen(self, new: Mapping[int, list[Cell]], out: list[str]) -> None:
        """Write rows, from above to below, that of the cursor last.

        A scroll bar would change the pen twice in each row. It is written downwards, after the
        rows, where that takes fewer bytes.
        """
        new = {y: new[y] for y in sorted(new, key=lambda y: (y == self._last, y))}
        ways: list[Way] = [partial(self._paint_rows, new)]
        if bars := scroll_bars(self.rows, new):
            ways.append(partial(self._paint_apart, new, bars))
        self._shortest(out, *ways)

    def _paint_moved(self, new: Mapping[int, list[Cell]], move: RowMove, out: list[str]) -> None:
        """Have the terminal move rows, and write what is others then."""
        before = self.rows
        self._change_pen(out, DEFAULT)
        out.append(move.sequence)
        self.rows, self._at = move.moved(before), move.place_after
        rest = {y: new.get(y, row) for y, row in enumerate(before)}
        self._paint_screen({y: row for y, row in rest.items() if row != self.rows[y]}, out)
        self.rows = before

    def _shortest(self, out: list[str], *ways: Way) -> None:
        """Write in that one of several ways which takes the fewest characters."""
        before = self._pen, self._at, self._word_ends
        found: list[tuple[str, Pen, tuple[int, int] | None, WordEnd]] = []
        for way in ways:
            self._pen, self._at, self._word_ends = before
            written: list[str] = []
            way(written)
            found.append(("".join(written), self._pen, self._at, self._word_ends))
        text, self._pen, self._at, self._word_ends = min(found, key=lambda one: len(one[0]))
        out.append(text)

    def _paint_rows(self, new: Mapping[int, list[Cell]], out: list[str]) -> None:
        for y, row in new.items():
            before = self.rows[y]
            first = next(iter(self._dirty(y, before, row)), len(row))
            blanked = sum(row[x] == BLANK != before[x] for x in range(first, len(row)))
            ways: list[Way] = [partial(self._paint_row, y, before, row)]
            if blanked >= LEAST_BLANKED and all(is_certain(text) and text for text, _ in before):
                ways.append(partial(self._paint_erased, y, first, row))
            self._shortest(out, *ways)

    def _paint_erased(self, y: int, first: int, row: list[Cell], out: list[str]) -> None:
        """Erase a row from that cell on, and write the rest of it."""
        self._go(out, first, y)
        self._erase(out)
        before = [*self.rows[y][:first], *[BLANK] * (len(row) - first)]
        self._paint_row(y, before, row, out)

    def _paint_apart(
        self, new: Mapping[int, list[Cell]], bars: Sequence[tuple[int, range]], out: list[str]
    ) -> None:
        rest = {y: list(row) for y, row in new.items()}
        for x, rows in bars:
            for y in rows:  # letters go with the rest of their row, by one sequence
                rest[y][x] = self.rows[y][x] if self.rows[y][x][0] in STROKES else BLANK
        with_bar = rest.pop(self._last, None)
        self._paint_rows(rest, out)
        for x, rows in bars:
            for y in rows:
                self._go(out, x, y)
                text, pen = new[y][x]
                self._change_pen(out, pen)
                out.append(text)
                self._at = (x + 1, y)
        if with_bar is not None:
            y, before = self._last, self.rows[self._last]
            self.rows[y] = [
                new[y][x] if new[y][x] != cell else old
                for x, (cell, old) in enumerate(zip(with_bar, before, strict=True))
            ]  # its part of a bar is shown by now
            self._paint_rows({y: new[y]}, out)
            self.rows[y] = before

    def _paint_row(self, y: int, before: list[Cell], row: list[Cell], out: list[str]) -> None:
        blank_from = len(row)
        while blank_from and row[blank_from - 1] == BLANK:
            blank_from -= 1
        dirty = self._dirty(y, before, row)
        dirty = with_spills(whole_characters(dirty, before, row), row)
        erase = sum(x >= blank_from for x in dirty) >= LEAST_ERASED
        if erase:
            dirty = [x for x in dirty if x < blank_from]
        x = -1
        for first, last in runs(dirty):
            if last < x:
                continue
            start = max(first, x)
            gap = row[x:first] if 0 <= x < first <= x + SHORT_GAP else ()
            # It is written in the pen at hand, or in the one that is taken next anyway.
            at_hand = all(cell[1] == self._pen or self._is_free(cell) for cell in gap)
            if gap and (at_hand or {pen for _text, pen in gap} == {row[first][1]}):
                start = x if all(is_certain(text) for text, _pen in gap) else start
            while start > 0 and row[start][0] == "":
                start -= 1
            self._go(out, start, y)
            x = self._write(out, row, start, last, y)
        if erase:
            self._go(out, blank_from, y)
            self._erase(out)

    def _dirty(self, y: int, before: list[Cell], row: list[Cell]) -> list[int]:
        """The cells of a row that are to be written: those that are others, by phrases."""
        dirty = [x for x in range(len(row)) if row[x] != before[x]]
        if y in self._typed:
            return dirty
        has_arrived = y == self._arrived
        dirty = whole_phrases(dirty, before, row, pens=has_arrived)
        if not has_arrived or not any(x in self._entry for x in dirty):
            return dirty
        return sorted({*dirty, *(x for x in spoken_cells(row) if x in self._entry)})

    def _erase(self, out: list[str]) -> None:
        """Erase the row from the cursor on: in the ground of the pen at hand, if it has one."""
        if has_ground(self._pen):
            self._change_pen(out, DEFAULT)
        out.append(ERASE_REST)
        self._word_ends = self._word_ends and "erased"

    def _write(self, out: list[str], row: list[Cell], start: int, last: int, y: int) -> int:
        """Write the cells from start up to and with last; returns the cell after them."""
        x = start
        while x <= last or (x < len(row) and row[x][0] == ""):
            text, pen = row[x]
            if not text:
                x += 1
                continue
            self._go(out, x, y)
            if not self._is_free(row[x]):
                self._change_pen(out, pen)
            if text.isascii():
                begun, pen = x, self._pen
                while x <= last and (row[x][1] == pen or self._is_free(row[x])):
                    if not row[x][0] or not row[x][0].isascii():
                        break
                    x += 1
                out.append("".join([text for text, _ in row[begun:x]]))
                # After the last column terminals differ in where the cursor stands.
                self._at = (x, y) if x < len(row) else None
                continue
            wide = x + 1 < len(row) and row[x + 1][0] == ""
            if wide and not is_certain(text):
                # Where it takes one cell only, nothing old is to show in the other.
                out.append("  ")
                self._at = None
                self._go(out, x, y)
            out.append(text)
            x += 1 + wide
            self._at = (x, y) if x < len(row) and is_certain(text) else None
        self._word_ends = "as it was" if row[x - 1][0][:1].isalnum() else ""
        return x

    def _is_free(self, cell: Cell) -> bool:
        """Whether a cell is a blank that looks the same in the pen at hand."""
        return cell == BLANK and not has_ground(self._pen)

    def _change_pen(self, out: list[str], pen: Pen) -> None:
        if pen != self._pen:
            out.append(pen_change(self._pen, pen))
            self._pen = pen

    def _go(self, out: list[str], x: int, y: int, *, apart: bool = True) -> None:
        """Move the cursor. ``apart``: words are written there, which are others than those here."""
        at = self._at
        if at == (x, y):
            return
        if at == (x + 1, y - 1) and not self._word_ends:
            out.append("\b\x1b[B")
            self._at = (x, y)
            return
        if at is not None and 0 < y - at[1] <= MOST_FEEDS:
            out.append("\r" + "\n" * (y - at[1]))
            self._at, self._word_ends = (0, y), ""
            at = self._at
            if x == 0:
                return
        if at is not None and at[1] == y and 0 < x - at[0] <= SHORT_GAP:
            between = self.rows[y][at[0] : x]
            if all(cell[1] == self._pen or self._is_free(cell) for cell in between) and all(
                text == " " for text, _pen in between
            ):
                out.append(" " * (x - at[0]))
                self._at = (x, y)
                return
        if at is not None and at[1] == y and x == 0:
            out.append("\r")
        elif at is not None and at[1] == y and x > at[0]:
            out.append(f"\x1b[{x - at[0]}C" if x - at[0] > 1 else "\x1b[C")
        elif at is not None and at[1] == y:
            back = "\b" * (at[0] - x)
            out.append(min(back, "\r\x1b[C" if x == 1 else f"\r\x1b[{x}C", key=len))
        else:
            if apart and at is not None and self._word_ends and not has_ground(self._pen):
                is_blank = self._word_ends == "erased" or self.rows[at[1]][at[0]] == BLANK
                out.append(" " * is_blank)
            out.append(f"\x1b[{y + 1}H" if x == 0 else f"\x1b[{y + 1};{x + 1}H")
        self._at, self._word_ends = (x, y), ""

    def _place(self, out: list[str], cursor: tuple[int, int] | None) -> None:
        if cursor is not None:
            self._go(out, *cursor, apart=False)
        # Whatever is written next, by whomever, is not to come out coloured.
        self._change_pen(out, DEFAULT)
        if self._cursor_shown != (cursor is not None):
            self._cursor_shown = cursor is not None
            out.append(SHOW_CURSOR if self._cursor_shown else HIDE_CURSOR)
