"""Painter: screen diff that sends a terminal only the cells that changed.

Textual repaints whole spans of the screen: 1,500 bytes for a letter in a field, a second and
a half on a serial line. A painter remembers what stands in every cell of the terminal, puts
Textual's update beside it, and has ``cells.cell_writer`` write the difference. It makes its own
pens, so seats with different colours in one process do not meet in Rich's cache.

Reads the updates of Textual's compositor, and takes the place of ``App._display``: it is the
patch ``painter`` of ``textual_patches``. ``WSHOES_PAINT=stock`` has Textual write the updates.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from rich.color import ColorSystem
from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

from wshoes_tui.cells.cell_rows import Cell, Pen, Rows, blank_rows, lay_text
from wshoes_tui.cells.cell_writer import CellWriter
from wshoes_tui.cells.colour_profiles import LIVE, PEN_OF_HEX, QUIET, WORD
from wshoes_tui.cells.pens import PenMaker, has_words
from wshoes_tui.terminal.capabilities import TerminalCapabilities

COLOUR_SYSTEMS = {
    "standard": ColorSystem.STANDARD,
    "256": ColorSystem.EIGHT_BIT,
    "truecolor": ColorSystem.TRUECOLOR,
    "windows": ColorSystem.WINDOWS,
}
"""What Rich means by the names of ``Console.color_system``."""


def can_paint(update: object) -> bool:
    """Whether this is an update that a painter reads, of ``textual._compositor``."""
    return type(update).__name__ in ("LayoutUpdate", "ChopsUpdate")


class Painter:
    """What one terminal shows, and the way from there to what it should show.

    Args:
        colours: what the terminal can show; None for no colours.
        terminal: what it can do.
    """

    def __init__(self, colours: ColorSystem | None, terminal: TerminalCapabilities) -> None:
        self._asked = colours
        self._writer = CellWriter()
        self._held: Rows | None = None
        self._held_cursor: tuple[int, int] | None = None
        self._assumed_cursor: tuple[int, int] | None = None
        self._held_words = False
        self.use(terminal)

    def use(self, terminal: TerminalCapabilities) -> None:
        """From now on this is the terminal; what it shows is painted anew."""
        self._terminal = terminal
        self._writer.moves_rows = terminal.moves_rows
        self._maker = PenMaker(terminal, coloured=self._asked is not None)
        self._pens: dict[Style, tuple[Pen, Pen]] = {}
        self.forget()

    @property
    def size(self) -> tuple[int, int] | None:
        """Columns and rows of what is known to be shown; None where nothing is."""
        return self._writer.size

    @property
    def is_held(self) -> bool:
        """Whether updates are held back, behind a picture that was painted before the app."""
        return self._held is not None

    def forget(self) -> None:
        """The terminal may show anything now: the next painting begins with a clear screen."""
        self._writer.forget()
        self._held = None

    def assume(self, rows: Rows, cursor: tuple[int, int] | None) -> None:
        """The terminal shows these rows already: hold updates back until ``release``."""
        self._writer.assume(rows, cursor)
        self._assumed_cursor = cursor
        self._held, self._held_cursor = blank_rows(len(rows[0]), len(rows)), None

    def release(self) -> str:
        """What to write so that the terminal shows all that was held back."""
        held, self._held = self._held, None
        if held is None:
            return ""
        return self._writer.write(dict(enumerate(held)), self._held_cursor)

    def paint(
        self,
        update: Any,
        width: int,
        height: int,
        cursor: tuple[int, int] | None,
        is_parked: bool = False,
        field: range | None = None,
        entry: range | None = None,
    ) -> str:
        """What to write so that the terminal shows this update; nothing while it is held back.

        Args:
            update: a ``LayoutUpdate`` or ``ChopsUpdate`` of the compositor.
            width, height: columns and rows of the terminal.
            cursor: where (column, row) the cursor is to be seen; None hides it.
            is_parked: whether it is to stand at the first words from there on.
            field: rows of the field that somebody types in, if there are words in it.
            entry: columns of the list in focus: a row of it that the cursor comes to is written.
        """
        typed = field if field is not None and self._held_words else ()
        self._held_words = field is not None
        clear = ""
        if self.size != (width, height):
            clear, self._held = self._writer.begin(width, height), None
        rows = self._writer.rows if self._held is None else self._held
        changed: dict[int, list[Cell]] = {}
        for y, x, end, strips in _strips(update):
            if 0 <= y < height:
                row = changed.get(y)
                if row is None:
                    row = changed[y] = list(rows[y])
                for strip in strips:
                    x = self._lay(row, x, min(end, width), strip)
        if is_parked and cursor is not None:
            cursor = _first_words([changed.get(y, row) for y, row in enumerate(rows)], *cursor)
        if self._held is None:
            return clear + self._writer.write(changed, cursor, typed, entry)
        for y, row in changed.items():
            self._held[y] = row
        self._held_cursor = cursor
        is_shown = self._held == self._writer.rows and cursor == self._assumed_cursor
        return self.release() if is_shown else ""

    def _lay(self, row: list[Cell], x: int, end: int, segments: Iterable[Segment]) -> int:
        """Put a strip into a row of cells, as a terminal would; returns the cell after it."""
        parts = [
            (text, self._pen_of(style, text)) for text, style, control in segments if not control
        ]
        return lay_text(row, x, end, parts, self._terminal)

    def _pen_of(self, style: Style | None, text: str = "a") -> Pen:
        if style is None:
            return self._maker.base
        found = self._pens.get(style)
        if found is None:
            name, bold = _pen_name(style)
            made = (self._maker.pen(name, bold=bold, words=words) for words in (False, True))
            found = self._pens[style] = (next(made), next(made))
        strokes, words = found
        return words if strokes == words or has_words(text) else strokes


def _first_words(rows: Rows, x: int, y: int) -> tuple[int, int]:
    """Where the first words begin from a cell on: their column and row; else that cell."""
    for row, cells in enumerate(rows[y:], y):
        for column, (text, _pen) in enumerate(cells):
            if (column >= x or row > y) and has_words(text):
                return column, row
    return x, y


def _pen_name(style: Style) -> tuple[str, bool]:
    """The name of the pen that a style asks for, and whether it is a heavy one.

    Whatever Textual shows by a ground or in reverse, such as words that are selected, is live.
    """
    has_ground = style.bgcolor is not None and not style.bgcolor.is_default
    if has_ground or style.reverse:
        return LIVE, True
    colour = style.color
    name = PEN_OF_HEX.get(colour.triplet.hex, "") if colour and colour.triplet else ""
    if style.dim and name in ("", WORD):
        name = QUIET
    return name, bool(style.bold)


def _strips(update: Any) -> Iterator[tuple[int, int, int, Iterable[Strip]]]:
    """Parts of an update as (row, first column, column after the last, strips side by side).

    Not by the length that a strip says it has: with marks in it that is not always its own.
    """
    if type(update).__name__ == "LayoutUpdate":
        region = update.region
        for y, line in enumerate(update.strips, region.y):
            yield y, region.x, region.right, line
    else:
        for y, x1, x2 in update.spans:
            for end, (x, chop) in zip(update.chop_ends[y], update.chops[y].items(), strict=False):
                if chop is not None and x <= x2 and end > x1:
                    yield y, x, min(end, x2), (chop,)
