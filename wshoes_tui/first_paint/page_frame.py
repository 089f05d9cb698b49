"""Page frame: a page in the cells of a window, with its top line, body, field and footer.

The geometry of ``tui/styles/base.tcss`` and of the widgets of every page, worked out without
Textual. A test compares the cells of both over windows, languages, sessions and decks.
"""

from __future__ import annotations

from collections.abc import Sequence

from wshoes_tui.cells.cell_layout import Styled, wrapped
from wshoes_tui.cells.cell_rows import Rows, lay_text
from wshoes_tui.cells.colour_profiles import THIN
from wshoes_tui.cells.pens import PenMaker
from wshoes_tui.first_paint.page_text import heading_text, key_text, sentence_text
from wshoes_tui.terminal.capabilities import TerminalCapabilities

HORIZONTAL = ((0, "-narrow"), (60, "-usual"), (112, "-wide"))
"""Columns from which on a screen has each of these classes."""
TALL = 34
"""Lines from which on a window is called tall."""
VERTICAL = ((0, "-low"), (24, "-normal"), (TALL, "-tall"))
"""Lines, in the same way."""
SCROLL_BAR = "│"
"""A cell of a scroll bar beside what is in sight."""


def scroll_bar(size: int, whole: int, first: int) -> range:
    """The cells of a scroll bar that are drawn.

    Args:
        size: the lines in sight, and so the cells there are.
        whole: all the lines.
        first: the first one in sight.
    """
    if not 0 < size < whole:
        return range(0)
    drawn = max(1, size * size // whole)
    start = round((size - drawn) * first / (whole - size))
    return range(start, start + drawn)


class NotPicturedError(Exception):
    """Something stands on the page that only the app can lay out."""


class PageFrame:
    """The cells of a page, filled from the outside inwards: top line, footer, field, body.

    Args:
        width, height: columns and lines of the window.
        terminal: what it can show.

    Attributes:
        rows: the cells.
        classes: those of the screen in ``base.tcss``: how wide and how tall it is.
    """

    def __init__(self, width: int, height: int, terminal: TerminalCapabilities) -> None:
        self.width, self.height = width, height
        self._terminal = terminal
        self._pens = PenMaker(terminal)
        self.rows: Rows = [[(" ", self._pens.base)] * width for _ in range(height)]
        self.classes = (_class_at(HORIZONTAL, width), _class_at(VERTICAL, height))
        self._free = range(1, height)
        """The lines that are not taken yet."""

    @property
    def narrow(self) -> bool:
        """Whether there are few columns."""
        return self.classes[0] == "-narrow"

    def put(self, y: int, x: int, text: Styled, end: int | None = None) -> None:
        """A styled text from a cell on."""
        parts = [(part, self._pens.of_style(style, part)) for part, style in text if part]
        lay_text(self.rows[y], x, self.width if end is None else end, parts, self._terminal)

    def put_heading(self, left: str, middle: str = "", right: str = "") -> None:
        """The top line."""
        edge = 0 if self.narrow else 2
        self.put(0, edge, heading_text(left, middle, right, max(0, self.width - 2 * edge)))

    def put_keys(self, keys: Sequence[tuple[str, str]], *, more: bool, sentence: str = "") -> None:
        """The footer, and the sentence above it; an empty line where there is room for one."""
        edge = 0 if self.narrow else 2
        width = max(0, self.width - 2 * edge)
        above = wrapped(sentence_text(sentence, width), width) if sentence else []
        if not sentence and not {"-narrow", "-low"} & set(self.classes):
            above = [()]
        self._put_below([*above, key_text(keys, width, more=more)], edge)

    def put_below(self, rows: Sequence[Styled]) -> int:
        """Lines above the footer, where questions and fields stand. Returns the first line."""
        return self._put_below(rows, self.edge_below)

    @property
    def edge_below(self) -> int:
        """The columns on either side of what stands between the body and the footer."""
        return {"-narrow": 1, "-wide": 6}.get(self.classes[0], 3)

    def _put_below(self, rows: Sequence[Styled], x: int) -> int:
        top = self._free.stop - len(rows)
        if top < self._free.start + 1:
            raise NotPicturedError
        for y, row in enumerate(rows, top):
            self.put(y, x, row)
        self._free = range(self._free.start, top)
        return top

    @property
    def body(self) -> tuple[int, int, int, int]:
        """The body without its padding and the column of the scroll bar: x, y, columns, lines."""
        if self.classes[0] == "-wide":
            top, right, left = 2, 5, 6
        elif self.classes[1] == "-low":
            top, right, left = 0, 0, 0
        elif self.narrow:
            top, right, left = 0, 0, 1
        else:
            top, right, left = 1, 2, 3
        free = self._free
        columns = self.width - left - right - 1
        return left, free.start + top, columns, max(0, len(free) - top)

    def lines_left(self, below: int) -> int:
        """The lines of the body where so many lines are still to stand below it."""
        return max(0, self.body[3] - below)

    def put_body(self, rows: Sequence[Styled]) -> None:
        """Lines of the body; where they do not fit the first ones, and a scroll bar."""
        left, top, columns, lines = self.body
        for y, row in enumerate(rows[:lines], top):
            self.put(y, left, row, left + columns)
        if len(rows) > lines > 0:
            self._put_bar(range(top, top + lines), left + columns, len(rows))

    def _put_bar(self, lines: range, x: int, whole: int) -> None:
        """The scroll bar beside the first of ``whole`` lines, in the cells of these."""
        for cell in scroll_bar(len(lines), whole, 0):
            self.put(lines[cell], x, ((SCROLL_BAR, THIN),))


def _class_at(steps: Sequence[tuple[int, str]], length: int) -> str:
    return max((least, name) for least, name in steps if least <= length)[1]
