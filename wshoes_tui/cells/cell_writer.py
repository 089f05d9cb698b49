"""Cell writer: rows of cells -> the bytes that bring a terminal from what it shows to those.

Remembers what stands in every cell of the terminal and sends the difference: the cursor's way, the
pen where it changes, the characters.

Screen readers speak what is written, so a phrase goes whole when a letter of it has changed, blanks
are written rather than jumped over, the next row is reached by CR LF, and the cursor's row comes
last, in the same bytes as the cursor. Only the rows of a field go cell by cell.
"""

from __future__ import annotations

from collections.abc import Container, Mapping, Sequence

from wshoes_tui.cells.cell_rows import (
    BLANK,
    DEFAULT,
    Cell,
    Pen,
    Rows,
    blank_rows,
    is_certain,
    is_seen_on_blanks,
    runs,
    whole_characters,
    whole_phrases,
    with_spills,
)
from wshoes_tui.cells.row_moves import row_move, scroll_bars
from wshoes_tui.terminal.capabilities import (
    CLEAR,
    HIDE_CURSOR,
    SHOW_CURSOR,
)

ERASE_REST = "\x1b[K"
SHORT_GAP = 4
"""Unchanged cells between two changed ones that are cheaper to write than to jump over."""
LEAST_ERASED = 4
LEAST_WORTH_ERASING = 20
"""Cells to be blanked before others that stay, for which the rest of a row is erased."""
MOST_FEEDS = 3
"""Rows further down that are cheaper to reach by line feeds than by an address."""


class CellWriter:
    """What one terminal shows, and the bytes from there to what it should show."""

    def __init__(self, *, moves_rows: bool = False) -> None:
        self.moves_rows = moves_rows
        """Whether the terminal can delete and insert rows."""
        self.rows: Rows = []
        """What is known to be shown; empty where nothing is."""
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
    ) -> str:
        """What to write so that these rows, by their numbers, and the cursor are shown.

        A scroll bar would change the pen twice in each row. It is written downwards, after the
        rows, where that takes fewer bytes.

        Args:
            changed: rows of cells.
            cursor: where (column, row) the cursor is to be seen; None hides it.
            typed: rows in which somebody types: a letter is all that is sent of them.
        """
        last = cursor[1] if cursor is not None else -1
        order = sorted(changed, key=lambda y: (y == last, y))
        new = {y: changed[y] for y in order if changed[y] != self.rows[y]}
        move = row_move(self.rows, new) if self.moves_rows and not typed else None
        begun = list(self.rows), self._pen, self._at
        best = self._ways_to(new, typed)
        if move is not None:
            plain = self.rows, self._pen, self._at
            self.rows, self._pen, self._at = (
                move.moved(begun[0]),
                DEFAULT,
                move.column_and_row_after,
            )
            there = {y: self.rows[y] for y in range(len(self.rows)) if self.rows[y] != begun[0][y]}
            rest = {
                y: new.get(y, begun[0][y])
                for y in sorted({*new, *there}, key=lambda y: (y == last, y))
            }
            moved = ("\x1b[m" if begun[1] else "") + move.sequence + self._ways_to(rest, typed)
            if len(moved) < len(best):
                best = moved
            else:
                self.rows, self._pen, self._at = plain
        out = [best]
        self._place(out, cursor)
        return "".join(out)

    def _ways_to(self, new: Mapping[int, list[Cell]], typed: Container[int]) -> str:
        """The shorter of two ways: scroll bars with the rows, or downwards after them."""
        bars = scroll_bars(self.rows, new)
        before = list(self.rows), self._pen, self._at
        out: list[str] = []
        for y, row in new.items():
            self._change(out, y, row, typed)
        if bars:
            after, apart = (self.rows, self._pen, self._at), list[str]()
            self.rows, self._pen, self._at = before
            self._write_apart(apart, new, bars, typed)
            if len("".join(apart)) < len("".join(out)):
                return "".join(apart)
            self.rows, self._pen, self._at = after
        return "".join(out)

    def _write_apart(
        self,
        out: list[str],
        new: Mapping[int, list[Cell]],
        bars: Sequence[tuple[int, list[int]]],
        typed: Container[int],
    ) -> None:
        rest = {y: list(row) for y, row in new.items()}
        for x, rows in bars:
            for y in rows:
                rest[y][x] = self.rows[y][x]
        last = next(reversed(rest))
        for y, row in rest.items():
            if y != last:
                self._change(out, y, row, typed)
        for x, rows in bars:
            for y in rows:
                if self._at == (x + 1, y - 1):
                    out.append("\b\x1b[B")
                    self._at = (x, y)
                self._go(out, x, y)
                text, pen = new[y][x]
                self._change_pen(out, pen)
                out.append(text)
                self._at = (x + 1, y)
                self.rows[y] = [*self.rows[y][:x], new[y][x], *self.rows[y][x + 1 :]]
        self._change(out, last, new[last], typed)

    def _change(self, out: list[str], y: int, row: list[Cell], typed: Container[int]) -> None:
        before = self.rows[y]
        if row != before:
            self._paint_row(out, y, before, row, whole=y not in typed)
            self.rows[y] = row

    def _paint_row(
        self, out: list[str], y: int, before: list[Cell], row: list[Cell], *, whole: bool
    ) -> None:
        before = self._without_rest(out, y, before, row)
        blank_from = len(row)
        while blank_from and row[blank_from - 1] == BLANK:
            blank_from -= 1
        dirty = [x for x in range(len(row)) if row[x] != before[x]]
        if whole:
            dirty = whole_phrases(dirty, before, row)
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
            if gap and all(self._fits_pen(cell) and is_certain(cell[0]) for cell in gap):
                start = x
            while start > 0 and row[start][0] == "":
                start -= 1
            self._go(out, start, y)
            x = self._write(out, row, start, last, y)
        if erase:
            self._go(out, blank_from, y)
            if not self._fits_pen(BLANK):
                self._change_pen(out, DEFAULT)
            out.append(ERASE_REST)

    def _without_rest(
        self, out: list[str], y: int, before: list[Cell], row: list[Cell]
    ) -> list[Cell]:
        """Erase the rest of a row where most of it goes, although something stays at its end.

        Such as a scroll bar. Returns what is shown then.
        """
        start = end = len(row)
        while end and row[end - 1] == BLANK:
            end -= 1
        kept = 0
        while end and row[end - 1] != BLANK and kept <= LEAST_ERASED:
            end, kept = end - 1, kept + 1
        start = end
        while start and row[start - 1] == BLANK:
            start -= 1
        gone = [x for x in range(start, end) if before[x] != BLANK]
        if kept > LEAST_ERASED or len(gone) < LEAST_WORTH_ERASING:
            return before
        self._go(out, gone[0], y)
        if not self._fits_pen(BLANK):
            self._change_pen(out, DEFAULT)
        out.append(ERASE_REST)
        return [*before[: gone[0]], *[BLANK] * (len(row) - gone[0])]

    def _fits_pen(self, cell: Cell) -> bool:
        """Whether a cell looks the same when it is written with the pen in use."""
        return cell[1] == self._pen or (cell == BLANK and not is_seen_on_blanks(self._pen))

    def _write(self, out: list[str], row: list[Cell], start: int, last: int, y: int) -> int:
        """Write the cells from start up to and with last; returns the cell after them."""
        x = start
        while x <= last or (x < len(row) and row[x][0] == ""):
            text, pen = row[x]
            if not text:
                x += 1
                continue
            self._go(out, x, y)
            if not self._fits_pen(row[x]):
                self._change_pen(out, pen)
            if text.isascii():
                begun = x
                while x <= last and row[x][0] and row[x][0].isascii() and self._fits_pen(row[x]):
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
        return x

    def _change_pen(self, out: list[str], pen: Pen) -> None:
        if pen == self._pen:
            return
        added = pen[len(self._pen) :] if pen[: len(self._pen)] == self._pen else None
        if not pen:
            out.append("\x1b[m")
        elif added is not None:
            out.append(f"\x1b[{';'.join(added)}m")
        else:
            out.append(f"\x1b[0;{';'.join(pen)}m")
        self._pen = pen

    def _go(self, out: list[str], x: int, y: int, *, apart: bool = True) -> None:
        """Move the cursor. ``apart``: words are written there, which are others than those here."""
        at = self._at
        if at == (x, y):
            return
        if at is not None and 0 < y - at[1] <= MOST_FEEDS:
            out.append("\r" + "\n" * (y - at[1]))
            at = (0, y)
            if x == 0:
                self._at = at
                return
        if at is not None and at[1] == y and 0 < x - at[0] <= SHORT_GAP:
            between = self.rows[y][at[0] : x]
            if all(cell[0] == " " and self._fits_pen(cell) for cell in between):
                out.append(" " * (x - at[0]))
                self._at = (x, y)
                return
        if at is not None and at[1] == y and x == 0:
            out.append("\r")
        elif at is not None and at[1] == y and x > at[0]:
            out.append(f"\x1b[{x - at[0]}C" if x - at[0] > 1 else "\x1b[C")
        elif at is not None and at[1] == y and at[0] - x < 4:
            out.append("\b" * (at[0] - x))
        else:
            if apart and at is not None and out and out[-1][-1:].isalnum():
                beyond = self.rows[at[1]][at[0]]
                out.append(" " * (beyond == BLANK and self._fits_pen(BLANK)))
            out.append(f"\x1b[{y + 1}H" if x == 0 else f"\x1b[{y + 1};{x + 1}H")
        self._at = (x, y)

    def _place(self, out: list[str], cursor: tuple[int, int] | None) -> None:
        if cursor is not None:
            self._go(out, *cursor, apart=False)
        # Whatever is written next, by whomever, is not to come out coloured.
        self._change_pen(out, DEFAULT)
        if self._cursor_shown != (cursor is not None):
            self._cursor_shown = cursor is not None
            out.append(SHOW_CURSOR if self._cursor_shown else HIDE_CURSOR)
