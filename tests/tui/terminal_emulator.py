"""The glass of a terminal: what bytes make of its cells.

pyte, with three things put right that would hide a painter's faults, or invent some: it drops
the rest of a text after a joiner, leaves one half of a wide character standing when the other
is written over, and knows no dim pen (shown here as a blinking one, which the app never uses).
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Any, TypeAlias

import pyte
from rich._unicode_data import load
from rich.cells import get_character_cell_size
from wcwidth import wcwidth

DIM, BLINK = 2, 5
EXTENDED = {38: {5: 2, 2: 4}, 48: {5: 2, 2: 4}}
"""How many parameters belong to a colour of 256 or of millions."""
COMMON = re.compile("\x1b\\[([0-9;]*)([HKm])|[^\x00-\x1f\x7f-\x9f]+")
"""Places, clearings and pens, or a run of text."""
JOINER, AS_EMOJI = "\u200d", "\ufe0f"

Cells: TypeAlias = list[list[pyte.screens.Char]]


class Glass(pyte.Screen):
    """A screen that does not wrap. ``joins``: it draws a family as one character, as Textual
    measures it; without, every character takes its own cells, as on many a terminal.
    """

    def __init__(self, columns: int, lines: int, *, joins: bool = True) -> None:
        super().__init__(columns, lines)
        self._joins = joins
        self._after: tuple[int, int] | None = None
        self._joining = False
        self._pens: dict[tuple[pyte.screens.Char, str], pyte.screens.Char] = {}
        self._stream = pyte.Stream(self)
        self._stream.feed("\x1b[?7l")

    def show(self, written: str) -> None:
        """Take what a program writes.

        Text, pens, places and the clearing of lines go past the parser of pyte, which takes
        every sequence letter by letter. Everything else is left to it.
        """
        at = 0
        while at < len(written):
            found = COMMON.match(written, at)
            if found is None:
                following = written.find("\x1b", at + 1)
                end = len(written) if following < 0 else following
                self._stream.feed(written[at:end])
                at = end
                if not self._stream._taking_plain_text:  # in the middle of a sequence
                    self._stream.feed(written[at:])
                    return
                continue
            at = found.end()
            numbers, order = found.groups()
            if order is None:
                self.draw(found[0])
            elif order == "m":
                self._take_pen(numbers)
            else:
                given = [int(number or 0) for number in numbers.split(";")]
                (self.cursor_position if order == "H" else self.erase_in_line)(*given)

    def _take_pen(self, numbers: str) -> None:
        before = self.cursor.attrs
        after = self._pens.get((before, numbers))
        if after is None:
            self.select_graphic_rendition(*(int(number or 0) for number in numbers.split(";")))
            after = self._pens[before, numbers] = self.cursor.attrs
        self.cursor.attrs = after

    @property
    def cells(self) -> Cells:
        """Every cell, row by row."""
        every = range(self.columns)
        return [[row[x] for x in every] for row in map(self.buffer.__getitem__, range(self.lines))]

    def draw(self, data: str) -> None:
        """Put characters where the cursor stands, as wide as they are."""
        joined = self._joining and self._after == (self.cursor.x, self.cursor.y)
        fits = self.cursor.x + len(data) <= self.columns
        if data.isascii() and data.isprintable() and fits and not joined:
            self._put_run(data)
            return
        for character in data:
            if self._after != (self.cursor.x, self.cursor.y):
                self._joining = False
            if self._sits(character):
                self._combine(character)
            else:
                self._put(character, self._width(character))
            self._joining = self._joins and character == JOINER
            self._after = (self.cursor.x, self.cursor.y)

    def _width(self, character: str) -> int:
        if self._joins:
            return get_character_cell_size(character)
        return max(0, wcwidth(character))

    def _sits(self, character: str) -> bool:
        return self._joining or self._width(character) == 0

    def _combine(self, mark: str) -> None:
        if self._after != (self.cursor.x, self.cursor.y) or not self.cursor.x:
            return
        line, x = self.buffer[self.cursor.y], self.cursor.x - 1
        x -= not line[x].data and x > 0
        base = line[x].data
        line[x] = line[x]._replace(data=base + mark)
        widens = self._joins and mark == AS_EMOJI and base in load("auto").narrow_to_wide
        if widens and self.cursor.x < self.columns:
            self._clear_halves(line, self.cursor.x, 1)
            line[self.cursor.x] = line[x]._replace(data="")
            self.cursor.x += 1

    def _put(self, character: str, width: int) -> None:
        x = self.cursor.x = min(self.cursor.x, self.columns - width)
        line = self.buffer[self.cursor.y]
        self._clear_halves(line, x, width)
        line[x] = self.cursor.attrs._replace(data=character)
        if width == 2:
            line[x + 1] = self.cursor.attrs._replace(data="")
        self.cursor.x += width

    def _put_run(self, text: str) -> None:
        """As ``_put`` would, one after the other."""
        x, line, pen = self.cursor.x, self.buffer[self.cursor.y], self.cursor.attrs
        self._clear_halves(line, x, len(text))
        for place, character in enumerate(text, x):
            line[place] = _cell(pen, character)
        self.cursor.x += len(text)
        self._joining, self._after = False, (self.cursor.x, self.cursor.y)

    def _clear_halves(self, line: Any, x: int, width: int) -> None:
        if x and not line[x].data:
            line[x - 1] = line[x - 1]._replace(data=" ")
        if x + width < self.columns and not line[x + width].data:
            line[x + width] = line[x + width]._replace(data=" ")

    def cursor_position(self, line: int | None = None, column: int | None = None) -> None:
        """As pyte does; nothing joins what the cursor has been moved away from."""
        super().cursor_position(line, column)
        self._after = None

    def erase_in_line(self, how: int = 0, private: bool = False) -> None:
        """As pyte does, and the other half of what was cut through."""
        if how == 0 and self.cursor.x < self.columns:
            self._clear_halves(self.buffer[self.cursor.y], self.cursor.x, 1)
        super().erase_in_line(how, private)

    def select_graphic_rendition(self, *attrs: int, **kwargs: Any) -> None:
        """As pyte does, with a dim pen."""
        given = list(attrs)
        x = 0
        while x < len(given):
            if given[x] in EXTENDED and x + 1 < len(given):
                x += EXTENDED[given[x]].get(given[x + 1], 1)
            elif given[x] == DIM:
                given[x] = BLINK
            x += 1
        super().select_graphic_rendition(*given, **kwargs)


@lru_cache(10_000)
def _cell(pen: pyte.screens.Char, character: str) -> pyte.screens.Char:
    return pen._replace(data=character)


def _seen(cell: pyte.screens.Char) -> pyte.screens.Char:
    """A cell as it is seen: a blank without a ground or a line looks the same in every pen."""
    is_bare = cell.bg == "default" and not (cell.reverse or cell.underscore or cell.strikethrough)
    return pyte.screens.Char(" ") if cell.data == " " and is_bare else cell


def differences(one: Cells, other: Cells) -> list[str]:
    """Where two screens differ to the eye, and what the first shows there."""
    return [
        f"line {y + 1}, column {x + 1}: {tuple(a)}"
        for y, (row, others) in enumerate(zip(one, other, strict=True))
        if row != others
        for x, (a, b) in enumerate(zip(row, others, strict=True))
        if a != b and _seen(a) != _seen(b)
    ]
