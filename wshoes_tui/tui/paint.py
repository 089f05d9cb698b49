"""Sends only the cells that changed.

Textual repaints whole spans of the screen: 1,500 bytes for a letter in a field, a second and
a half on a serial line. A painter remembers what stands in every cell of the terminal, puts
Textual's update beside it, and writes the difference: the cursor's way, the pen where it
changes, the characters. It makes its own pens, so seats with different colours in one
process do not meet in Rich's cache.

Rests on names Textual keeps to itself (``App._display`` and the updates of its compositor).
Everything that does is in this file; ``WSHOES_PAINT=stock`` goes back to Textual's painting.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator
from functools import lru_cache

from rich.cells import cell_len, get_character_cell_size
from rich.color import Color, ColorSystem
from rich.segment import Segment
from rich.style import Style
from textual._compositor import ChopsUpdate, CompositorUpdate, LayoutUpdate
from textual.strip import Strip

from wshoes_tui.services.terminals import Terminal

Pen = tuple[str, ...]
"""The parameters of the one SGR sequence that sets this pen from the default one."""

Cell = tuple[str, Pen]
"""What stands in a cell; the second cell of a wide character holds an empty text."""

DEFAULT: Pen = ()
BLANK: Cell = (" ", DEFAULT)
CLEAR = "\x1b[m\x1b[H\x1b[2J"
ERASE_REST = "\x1b[K"
SHORT_GAP = 4
"""Unchanged cells between two changed ones that are cheaper to write than to jump over."""
LEAST_ERASED = 4
JOINER, AS_EMOJI, SOFT_HYPHEN, FIRST_EMOJI = "\u200d", "\ufe0f", "\u00ad", "\U0001f000"

_ATTRIBUTES = (
    ("bold", "1"),
    ("dim", "2"),
    ("italic", "3"),
    ("underline", "4"),
    ("blink", "5"),
    ("reverse", "7"),
    ("strike", "9"),
)


class Painter:
    """What one terminal shows, and the way from there to what it should show."""

    def __init__(self, colours: ColorSystem | None, terminal: Terminal) -> None:
        self._colours = colours if terminal.colours else None
        self._terminal = terminal
        self._rows: list[list[Cell]] = []
        self._pens: dict[Style, Pen] = {}
        self._pen: Pen = DEFAULT
        self._at: tuple[int, int] | None = None
        self._cursor_shown: bool | None = None

    def forget(self) -> None:
        """The terminal may show anything now: the next painting begins with a clear screen."""
        self._rows = []
        self._cursor_shown = None

    def paint(
        self, update: CompositorUpdate, width: int, height: int, cursor: tuple[int, int] | None
    ) -> str:
        """What to write so that the terminal shows this update.

        Args:
            update: a ``LayoutUpdate`` or ``ChopsUpdate`` of the compositor.
            width: columns of the terminal.
            height: rows of the terminal.
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
                row = changed.setdefault(y, list(self._rows[y]))
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
                for character in text:
                    if x >= end:
                        return x
                    if x >= 0:
                        _put(row, x, character, pen)
                    x += 1
                continue
            for character, cells in _measured(text):
                if cells == 0:
                    # A mark that begins a strip would sit on whatever is left of it.
                    if begun < x <= len(row) and self._terminal.letters:
                        _combine(row, x - 1, character)
                    continue
                if x + cells > end:
                    return x
                if x >= 0:
                    _put(row, x, self._shown(character), pen)
                    if cells == 2:
                        _put_half(row, x + 1, pen, wide=self._terminal.letters)
                x += cells
        return x

    def _shown(self, character: str) -> str:
        if self._terminal.letters and len(character) > 1:
            return character
        return self._terminal.shown(character[0])

    def _pen_of(self, style: Style | None) -> Pen:
        if style is None:
            return DEFAULT
        pen = self._pens.get(style)
        if pen is None:
            pen = self._pens[style] = tuple(self._parameters(style))
        return pen

    def _parameters(self, style: Style) -> Iterator[str]:
        for name, code in _ATTRIBUTES:
            if getattr(style, name):
                yield code
        if self._colours is not None:
            for colour, foreground in ((style.color, True), (style.bgcolor, False)):
                if colour is not None and not colour.is_default:
                    yield from _codes(colour, self._colours, foreground=foreground)

    def _paint_row(self, out: list[str], y: int, before: list[Cell], row: list[Cell]) -> None:
        blank_from = len(row)
        while blank_from and row[blank_from - 1] == BLANK:
            blank_from -= 1
        dirty = [x for x in range(len(row)) if row[x] != before[x]]
        dirty = _with_spills(_whole_characters(dirty, before, row), row)
        erase = sum(x >= blank_from for x in dirty) >= LEAST_ERASED
        x = -1
        for target in dirty:
            if erase and target >= blank_from:
                break
            if target < x:
                continue
            if x >= 0 and x < target <= x + SHORT_GAP and self._same_pen(row, x, target):
                start = x
            else:
                start = target
            while start > 0 and row[start][0] == "":
                start -= 1
            self._go(out, start, y)
            x = self._write(out, row, start, target, y)
        if erase:
            self._go(out, blank_from, y)
            self._change_pen(out, DEFAULT)
            out.append(ERASE_REST)

    def _same_pen(self, row: list[Cell], start: int, end: int) -> bool:
        return all(pen == self._pen and _is_certain(text) for text, pen in row[start:end])

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
            wide = x + 1 < len(row) and row[x + 1][0] == ""
            if wide and not _is_certain(text):
                # Where it takes one cell only, nothing old is to show in the other.
                out.append("  ")
                self._at = None
                self._go(out, x, y)
            out.append(text)
            x += 1 + wide
            # After the last column terminals differ in where the cursor stands.
            self._at = (x, y) if x < len(row) and _is_certain(text) else None
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
            out.append("\x1b[?25h" if self._cursor_shown else "\x1b[?25l")


def _strips(update: CompositorUpdate) -> Iterator[tuple[int, int, int, Iterable[Strip]]]:
    """Parts of an update as (row, first column, column after the last, strips side by side).

    Not by the length that a strip says it has: with marks in it that is not always its own.
    """
    if isinstance(update, LayoutUpdate):
        region = update.region
        for y, line in enumerate(update.strips, region.y):
            yield y, region.x, region.right, line
    elif isinstance(update, ChopsUpdate):
        for y, x1, x2 in update.spans:
            for end, (x, chop) in zip(update.chop_ends[y], update.chops[y].items(), strict=False):
                if chop is not None and x <= x2 and end > x1:
                    yield y, x, min(end, x2), (chop,)


def _put(row: list[Cell], x: int, character: str, pen: Pen) -> None:
    """Put a character into a cell; a wide one that stood half in it is gone."""
    if row[x][0] == "" and x > 0:
        row[x - 1] = (" ", row[x - 1][1])
    if x + 1 < len(row) and row[x + 1][0] == "":
        row[x + 1] = (" ", row[x + 1][1])
    row[x] = (character, pen)


def _put_half(row: list[Cell], x: int, pen: Pen, *, wide: bool) -> None:
    """The second cell of a wide character; a blank where only its stand-in is shown."""
    if x + 1 < len(row) and row[x + 1][0] == "":
        row[x + 1] = (" ", row[x + 1][1])
    row[x] = ("" if wide else " ", pen)


def _combine(row: list[Cell], x: int, mark: str) -> None:
    if row[x][0] == "" and x > 0:
        x -= 1
    text, pen = row[x]
    row[x] = (text + mark, pen)


def _measured(text: str) -> Iterator[tuple[str, int]]:
    """The characters of a text and their cells, exactly as Textual measures them.

    What is joined to another belongs to it and takes no cells of its own; no marks are put
    together with what they sit on: they follow it, with no cells.
    """
    if JOINER not in text and AS_EMOJI not in text:
        for character in text:
            yield character, get_character_cell_size(character)
        return
    shown, cells, base, joined = "", 0, "", False
    for character in text:
        if joined or character in (JOINER, AS_EMOJI):
            shown += character
            if character == AS_EMOJI and not joined:
                cells += bool(base) and cell_len(base + AS_EMOJI) - cell_len(base)
                base = ""
        else:
            size = get_character_cell_size(character)
            if size and shown:
                yield shown, cells
                shown, cells = "", 0
            shown += character
            if size:
                cells, base = size, character
        joined = character == JOINER and not joined
    yield shown, cells


@lru_cache(4096)
def _is_certain(text: str) -> bool:
    """Whether every terminal gives this as many cells as Textual does.

    Newer ones draw a family of emoji in two cells, others in six; nor do they agree on flags,
    on shades of skin, on soft hyphens and on marks that take room.
    """
    if text.isascii():
        return True
    base, marks = text[0], text[1:]
    return (
        base < FIRST_EMOJI
        and base != SOFT_HYPHEN
        and AS_EMOJI not in marks
        and all(unicodedata.category(mark) == "Mn" for mark in marks)
    )


@lru_cache(4096)
def _cells_apart(text: str) -> int:
    """The cells of a text on a terminal that joins nothing."""
    return sum(2 if c >= FIRST_EMOJI else get_character_cell_size(c) for c in text)


def _with_spills(dirty: list[int], row: list[Cell]) -> list[int]:
    """The dirty cells with those that a character may spill over into where it is not joined."""
    if all(_is_certain(row[x][0]) for x in dirty):
        return dirty
    cells = set(dirty)
    for x, (text, _pen) in enumerate(row):
        if x in cells and text and not _is_certain(text):
            cells.update(range(x, min(len(row), x + _cells_apart(text) + 1)))
    return _whole_characters(sorted(cells), row, row)


def _whole_characters(dirty: list[int], before: list[Cell], row: list[Cell]) -> list[int]:
    """The dirty cells with the other halves of the wide characters that they touch."""
    cells = set(dirty)
    for x in dirty:
        for cell_row in (before, row):
            if cell_row[x][0] == "" and x > 0:
                cells.add(x - 1)
            if x + 1 < len(cell_row) and cell_row[x + 1][0] == "":
                cells.add(x + 1)
    return sorted(cells)


def _codes(colour: Color, colours: ColorSystem, *, foreground: bool) -> Iterable[str]:
    return colour.downgrade(colours).get_ansi_codes(foreground=foreground)
