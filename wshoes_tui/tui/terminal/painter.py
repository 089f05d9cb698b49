"""Painter: screen diff that sends a terminal only the cells that changed.

Textual repaints whole spans of the screen: 1,500 bytes for a letter in a field, a second and
a half on a serial line. A painter remembers what stands in every cell of the terminal, puts
Textual's update beside it, and writes the difference: the cursor's way, the pen where it
changes, the characters. It makes its own pens, so seats with different colours in one
process do not meet in Rich's cache.

Reads the updates of Textual's compositor, and takes the place of ``App._display``: it is the
patch ``painter`` of ``textual_patches``. ``WSHOES_PAINT=stock`` has Textual write the updates.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from rich.color import Color, ColorSystem
from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

from wshoes_tui.terminal.capabilities import (
    CLEAR,
    HIDE_CURSOR,
    SHOW_CURSOR,
    TerminalCapabilities,
)
from wshoes_tui.tui.terminal.cell_rows import (
    BLANK,
    DEFAULT,
    Cell,
    Pen,
    combine,
    is_certain,
    measured,
    put_cells,
    put_half,
    put_run,
    runs,
    whole_characters,
    with_spills,
)

ERASE_REST = "\x1b[K"
SHORT_GAP = 4
"""Unchanged cells between two changed ones that are cheaper to write than to jump over."""
LEAST_ERASED = 4
FIRST_BRIGHT, LAST, LAST_DARK = 8, 16, 49

COLOUR_SYSTEMS = {
    "standard": ColorSystem.STANDARD,
    "256": ColorSystem.EIGHT_BIT,
    "truecolor": ColorSystem.TRUECOLOR,
    "windows": ColorSystem.WINDOWS,
}
"""What Rich means by the names of ``Console.color_system``."""

_ATTRIBUTES = (
    ("bold", "1"),
    ("dim", "2"),
    ("italic", "3"),
    ("underline", "4"),
    ("blink", "5"),
    ("reverse", "7"),
    ("strike", "9"),
)


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
        self._rows: list[list[Cell]] = []
        self._pen: Pen = DEFAULT
        self._at: tuple[int, int] | None = None
        self._cursor_shown: bool | None = None
        self.use(terminal)

    def use(self, terminal: TerminalCapabilities) -> None:
        """From now on this is the terminal; what it shows is painted anew."""
        self._terminal = terminal
        self._colours = self._asked if terminal.colours else None
        self._base = _two_colours(terminal) if self._colours and terminal.contrast else DEFAULT
        self._pens: dict[Style, Pen] = {}
        self.forget()

    @property
    def size(self) -> tuple[int, int] | None:
        """Columns and rows of what is known to be shown; None where nothing is."""
        return (len(self._rows[0]), len(self._rows)) if self._rows else None

    def forget(self) -> None:
        """The terminal may show anything now: the next painting begins with a clear screen."""
        self._rows = []
        self._cursor_shown = None

    def paint(self, update: Any, width: int, height: int, cursor: tuple[int, int] | None) -> str:
        """What to write so that the terminal shows this update.

        Args:
            update: a ``LayoutUpdate`` or ``ChopsUpdate`` of the compositor.
            width, height: columns and rows of the terminal.
            cursor: where (column, row) the cursor is to be seen; None hides it.
        """
        out: list[str] = []
        if len(self._rows) != height or (self._rows and len(self._rows[0]) != width):
            self._rows = [[BLANK] * width for _ in range(height)]
            self._pen, self._at = DEFAULT, (0, 0)
            out.append(CLEAR)
        changed: dict[int, list[Cell]] = {}
        for y, x, end, strips in _strips(update):
            if 0 <= y < height:
                row = changed.get(y)
                if row is None:
                    row = changed[y] = list(self._rows[y])
                for strip in strips:
                    x = self._lay(row, x, min(end, width), strip)
        for y, row in sorted(changed.items()):
            before = self._rows[y]
            if row != before:
                self._paint_row(out, y, before, row)
                self._rows[y] = row
        self._place(out, cursor)
        return "".join(out)

    def _lay(self, row: list[Cell], x: int, end: int, segments: Iterable[Segment]) -> int:
        """Put a strip into a row of cells, as a terminal would; returns the cell after it."""
        begun = x
        for text, style, control in segments:
            if control:
                continue
            pen = self._pen_of(style)
            if text.isascii():
                shown = text[max(0, -x) : max(0, end - x)]
                if shown:
                    put_run(row, max(0, x), shown, pen)
                if x + len(text) > end:
                    return end
                x += len(text)
                continue
            for character, cells in measured(text):
                if cells == 0:
                    # A mark that begins a strip would sit on whatever is left of it.
                    if begun < x <= len(row) and self._terminal.letters:
                        combine(row, x - 1, character)
                    continue
                if x + cells > end:
                    return x
                if x >= 0:
                    put_cells(row, x, self._shown(character), pen)
                    if cells == 2:
                        put_half(row, x + 1, pen, wide=self._terminal.letters)
                x += cells
        return x

    def _shown(self, character: str) -> str:
        if self._terminal.letters and len(character) > 1:
            return character
        return self._terminal.shown(character[0])

    def _pen_of(self, style: Style | None) -> Pen:
        if style is None:
            return self._base
        pen = self._pens.get(style)
        if pen is None:
            pen = self._pens[style] = tuple(self._parameters(style))
        return pen

    def _parameters(self, style: Style) -> Iterator[str]:
        yield from self._base
        coloured = self._colours is not None and not self._base
        for name, code in _ATTRIBUTES:
            on = bool(getattr(style, name))
            if name == "dim":
                on = on and self._terminal.dims and not self._terminal.contrast
            elif name == "bold" and self._base:
                # Where bold words are shown in brighter colours, black would turn to grey.
                on = on and (self._terminal.cube or self._terminal.contrast == "dark")
            elif name == "reverse" and not coloured:
                # A ground of its own, where there is no colour for it.
                on ^= style.bgcolor is not None and not style.bgcolor.is_default
            if on:
                yield code
        if self._colours is not None and coloured:
            for colour, foreground in ((style.color, True), (style.bgcolor, False)):
                if colour is not None and not colour.is_default:
                    yield from self._codes(colour.downgrade(self._colours), foreground=foreground)

    def _codes(self, colour: Color, *, foreground: bool) -> Iterator[str]:
        number = colour.number
        if not self._terminal.modes and number is not None and FIRST_BRIGHT <= number < LAST:
            # The dark one first, for those that do not know the bright one.
            yield str((30 if foreground else 40) + number - FIRST_BRIGHT)
        yield from colour.get_ansi_codes(foreground=foreground)

    def _paint_row(self, out: list[str], y: int, before: list[Cell], row: list[Cell]) -> None:
        blank_from = len(row)
        while blank_from and row[blank_from - 1] == BLANK:
            blank_from -= 1
        dirty = [x for x in range(len(row)) if row[x] != before[x]]
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
            if gap and all(pen == self._pen and is_certain(text) for text, pen in gap):
                start = x
            while start > 0 and row[start][0] == "":
                start -= 1
            self._go(out, start, y)
            x = self._write(out, row, start, last, y)
        if erase:
            self._go(out, blank_from, y)
            self._change_pen(out, DEFAULT)
            out.append(ERASE_REST)

    def _write(self, out: list[str], row: list[Cell], start: int, last: int, y: int) -> int:
        """Write the cells from start up to and with last; returns the cell after them."""
        x = start
        while x <= last or (x < len(row) and row[x][0] == ""):
            text, pen = row[x]
            if not text:
                x += 1
                continue
            self._go(out, x, y)
            self._change_pen(out, pen)
            if text.isascii():
                begun = x
                while x <= last and row[x][1] == pen and row[x][0] and row[x][0].isascii():
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

    def _go(self, out: list[str], x: int, y: int) -> None:
        at = self._at
        if at == (x, y):
            return
        if at is not None and at[1] == y and x == 0:
            out.append("\r")
        elif at is not None and at[1] == y and x > at[0]:
            out.append(f"\x1b[{x - at[0]}C" if x - at[0] > 1 else "\x1b[C")
        elif at is not None and at[1] == y and at[0] - x < 4:
            out.append("\b" * (at[0] - x))
        else:
            out.append(f"\x1b[{y + 1}H" if x == 0 else f"\x1b[{y + 1};{x + 1}H")
        self._at = (x, y)

    def _place(self, out: list[str], cursor: tuple[int, int] | None) -> None:
        if cursor is not None:
            self._go(out, *cursor)
        # Whatever is written next, by whomever, is not to come out coloured.
        self._change_pen(out, DEFAULT)
        if self._cursor_shown != (cursor is not None):
            self._cursor_shown = cursor is not None
            out.append(SHOW_CURSOR if self._cursor_shown else HIDE_CURSOR)


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


def _two_colours(terminal: TerminalCapabilities) -> Pen:
    """White on black, or black on white: those that every terminal has alike, where it can."""
    white, black = ("231", "16") if terminal.cube else ("97", "30")
    fore, back = (white, black) if terminal.contrast == "dark" else (black, white)
    if terminal.cube:
        return (f"38;5;{fore}", f"48;5;{back}")
    codes = (fore, str(int(back) + 10))
    # The grey first, for those that do not know the white.
    return tuple(f"{int(c) - 60};{c}" if int(c) > LAST_DARK else c for c in codes)
