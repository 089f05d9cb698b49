"""Page frame: a page in the cells of a window, with its top line, body, field and footer.

The geometry of ``tui/styles/base.tcss`` and of the widgets of every page, worked out without
Textual. A test compares the cells of both over windows, languages, sessions and decks.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import NamedTuple

from wshoes_tui.cells.cell_layout import Styled, wrapped
from wshoes_tui.cells.cell_rows import Rows, lay_text
from wshoes_tui.cells.colour_profiles import THIN
from wshoes_tui.cells.pens import PenMaker
from wshoes_tui.first_paint.page_text import heading_text, key_text, sentence_text, turn_heading
from wshoes_tui.first_paint.text_places import MOST_COLUMNS, TextRoom
from wshoes_tui.terminal.capabilities import TerminalCapabilities

HORIZONTAL = ((0, "-narrow"), (60, "-usual"), (120, "-wide"))
"""Columns from which on a screen has each of these classes."""
TALL = 36
"""Lines from which on a window is called tall; one that is wide and tall is laid out widely."""
VERTICAL = ((0, "-low"), (24, "-normal"), (TALL, "-tall"))
"""Lines, in the same way."""


class PageGrid(NamedTuple):
    """Columns and lines of a page, from its edges; the same as in ``base.tcss``.

    Attributes:
        words: the column in which all words begin.
        hang: cells before it in which marks of shoes hang; 0 where they stand among the words.
        right: columns that stay free at the right.
        above, below: lines that stay free at the top and at the bottom.
        head: empty lines under the top line.
    """

    words: int
    hang: int
    right: int
    above: int = 0
    head: int = 0
    below: int = 0


NARROW_GRID = PageGrid(1, 0, 1)
LOW_GRID = PageGrid(6, 5, 4)
USUAL_GRID = PageGrid(6, 5, 4, head=1)
WIDE_GRID = PageGrid(9, 5, 5, above=1, head=2, below=1)


def classes_of(width: int, height: int) -> tuple[str, str]:
    """The classes of a screen of that size."""
    return _class_at(HORIZONTAL, width), _class_at(VERTICAL, height)


def grid_of(classes: Collection[str]) -> PageGrid:
    """The grid of a screen of these classes."""
    if "-narrow" in classes:
        return NARROW_GRID
    if "-low" in classes:
        return LOW_GRID
    return WIDE_GRID if is_broad(classes) else USUAL_GRID


SAID_COLUMN = 35
"""Columns for what was said, beside the card on a broad screen, with the margin of its marks."""


def card_room_of(width: int, classes: Collection[str], terminal: TerminalCapabilities) -> TextRoom:
    """The room for a card on a screen of so many columns; a broad one has room for big letters."""
    grid, broad, slow = grid_of(classes), is_broad(classes), terminal.slow
    columns = max(1, width - grid.words - grid.right - (SAID_COLUMN if broad else 0))
    big = columns if broad and terminal.symbols and not slow else 0
    return TextRoom(min(columns, MOST_COLUMNS), grid.hang, slow, big)


def is_broad(classes: Collection[str]) -> bool:
    """Whether there is room for a second column."""
    return "-wide" in classes and "-tall" in classes


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
        self.terminal = terminal
        self._pens = PenMaker(terminal)
        self.rows: Rows = [[(" ", self._pens.base)] * width for _ in range(height)]
        self.classes = classes_of(width, height)
        self.grid = grid_of(self.classes)
        self.words = self.grid.words
        """The column in which the top line and the footer begin."""
        self._free = range(self.grid.above + 1, height - self.grid.below)
        """The lines that are not taken yet."""

    def put(self, y: int, x: int, text: Styled, end: int | None = None) -> None:
        """A styled text from a cell on."""
        parts = [(part, self._pens.of_style(style, part)) for part, style in text if part]
        lay_text(self.rows[y], x, self.width if end is None else end, parts, self.terminal)

    @property
    def columns(self) -> int:
        """The columns for words."""
        return max(0, self.width - self.words - self.grid.right)

    def put_heading(self, left: str, middle: str = "", right: str = "") -> None:
        """The top line."""
        shown = heading_text(left, middle, right, self.columns)
        self.put(self.grid.above, self.words, shown)

    def put_turn_heading(self, left: str, lines: Sequence[Styled], right: str) -> None:
        """The top line of a turn."""
        shown = turn_heading(left, lines, right, self.columns)
        self.put(self.grid.above, self.words, shown)

    def text_room(self) -> TextRoom:
        """The room for texts over the width of the page."""
        width = min(self.columns, MOST_COLUMNS)
        return TextRoom(width, self.grid.hang, self.terminal.slow)

    def card_room(self) -> TextRoom:
        """The room for the card: on a broad screen what was said stands beside it."""
        return card_room_of(self.width, self.classes, self.terminal)

    def put_keys(self, keys: Sequence[tuple[str, str]], *, more: bool, sentence: str = "") -> None:
        """The footer, and the sentence above it; an empty line where there is room for one."""
        width = self.columns
        above = wrapped(sentence_text(sentence, width), width) if sentence else []
        if not sentence and not {"-narrow", "-low"} & set(self.classes):
            above = [()]
        self._put_below([*above, key_text(keys, width, more=more)], self.words)

    def put_below(self, rows: Sequence[Styled]) -> int:
        """Lines above the footer, from the margin on. Returns the first line."""
        return self._put_below(rows, self.edge)

    @property
    def edge(self) -> int:
        """The first column of the margin in which marks hang."""
        return self.grid.words - self.grid.hang

    @property
    def stack_width(self) -> int:
        """The columns of a stack of texts, with the margin."""
        return self.columns + self.grid.hang

    def _put_below(self, rows: Sequence[Styled], x: int) -> int:
        top = self._free.stop - len(rows)
        if top < self._free.start + 1:
            raise NotPicturedError
        for y, row in enumerate(rows, top):
            self.put(y, x, row)
        self._free = range(self._free.start, top)
        return top

    @property
    def body(self) -> range:
        """The lines of the body."""
        return range(min(self._free.start + self.grid.head, self._free.stop), self._free.stop)

    def lines_left(self, below: int) -> int:
        """The lines of the body where so many lines are still to stand below it."""
        return max(0, len(self.body) - below)

    def put_body(self, rows: Sequence[Styled]) -> None:
        """Lines of the body; where they do not fit the first ones, and a scroll bar."""
        left, end, lines = self.edge, self.width - self.grid.right, self.body
        for y, row in zip(lines, rows, strict=False):
            self.put(y, left, row, end)
        for cell in scroll_bar(len(lines), len(rows), 0):
            self.put(lines[cell], end, ((SCROLL_BAR, THIN),))


def _class_at(steps: Sequence[tuple[int, str]], length: int) -> str:
    return max((least, name) for least, name in steps if least <= length)[1]
