"""Scroll optimization: rows that only moved up or down, and scroll bars, found in a screen diff.

Rows that moved are moved by the terminal itself (DL and IL, delete and insert line), which costs a
few bytes and is not spoken by a screen reader, as writing them again would be.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from operator import itemgetter
from typing import NamedTuple

from wshoes_tui.cells.cell_rows import BLANK, Cell, Pen, Rows, is_certain, runs

LEAST_BAR = 3
"""Cells one below the other that may be cheaper to write downwards than each with its row."""
LEAST_MOVED, FURTHEST = 2, 8
"""Rows with words that must have moved together, and by how many rows at most."""
STROKES = frozenset("│┃|")
"""What a scroll bar is drawn with. Letters that stand one below the other belong to their rows."""

_text_of = itemgetter(0)


class RowMove(NamedTuple):
    """A block of rows that moved.

    Attributes:
        first, end: its rows before the move; ``end`` is the one after the last.
        by: how many rows it moved; below zero for up.
    """

    first: int
    end: int
    by: int

    @property
    def sequence(self) -> str:
        """What has a terminal move the block, and leave all beside it where it is."""
        count, up = abs(self.by), self.by < 0
        cut, room = (self.first + self.by, self.end + self.by) if up else (self.end, self.first)
        return f"\x1b[{cut + 1}H\x1b[{count}M\x1b[{room + 1}H\x1b[{count}L"

    @property
    def place_after(self) -> tuple[int, int]:
        """Where the sequence leaves the cursor."""
        return (0, self.end + self.by if self.by < 0 else self.first)

    def moved(self, rows: Rows) -> Rows:
        """The rows of a screen after the move."""
        block, blank = rows[self.first : self.end], [BLANK] * len(rows[0])
        room = [list(blank) for _ in range(abs(self.by))]
        if self.by < 0:
            return [*rows[: self.first + self.by], *block, *room, *rows[self.end :]]
        return [*rows[: self.first], *room, *block, *rows[self.end + self.by :]]


def row_move(before: Rows, new: Mapping[int, list[Cell]]) -> RowMove | None:
    """The block of rows that moved, where there is one that may be worth moving.

    Args:
        before: what is shown.
        new: the rows that are others, by their numbers.
    """
    if len(new) < LEAST_MOVED:
        return None
    where: dict[str, int] = {}
    for y, row in enumerate(before):
        where.setdefault(_words_of(row), y)
    where.pop("", None)
    found = [(y, where[words]) for y, row in new.items() if (words := _words_of(row)) in where]
    ways = Counter(y - old for y, old in found if 0 < abs(y - old) <= FURTHEST)
    if not ways:
        return None
    by, count = ways.most_common(1)[0]
    old_rows = [old for y, old in found if y - old == by]
    move = RowMove(min(old_rows), max(old_rows) + 1, by)
    return move if count >= LEAST_MOVED else None


def _words_of(row: list[Cell]) -> str:
    """What stands in a row, without a scroll bar that stands beside it."""
    text = "".join(map(_text_of, row)).rstrip()
    return text[:-1].rstrip() if text[-1:] in STROKES else text


def scroll_bars(before: Rows, new: Mapping[int, list[Cell]]) -> list[tuple[int, range]]:
    """Scroll bars: strokes one below the other with a pen of their own, as column and rows.

    Not the last column, after which terminals differ in where the cursor stands, and no rows
    with characters that terminals do not give the same cells.
    """
    bars: dict[tuple[int, Pen], list[int]] = {}
    for y, row in new.items():
        old = before[y]
        here = [
            (x, row[x][1])
            for x in range(1, len(row) - 1)
            if row[x] != old[x]
            and row[x][0] in STROKES
            and row[x - 1][1] != row[x][1] != row[x + 1][1]
        ]
        if here and all(text and is_certain(text) for text, _pen in (*row, *old)):
            for bar in here:
                bars.setdefault(bar, []).append(y)
    return [
        (x, range(first, last + 1))
        for (x, _pen), rows in bars.items()
        for first, last in runs(sorted(rows))
        if last - first >= LEAST_BAR - 1
    ]
