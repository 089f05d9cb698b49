"""Rows of cells: what stands in which cell of a line, as a terminal and as Textual measure it.

What is joined, and what terminals do not agree on, is looked after here; ``cell_writer`` decides
what of it is sent. Widths are Rich's, character by character; Rich's tables, which take 12 ms to
import, are loaded for the first character that is not known here to take one cell.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from functools import lru_cache
from operator import itemgetter

from wshoes_tui.terminal.capabilities import TerminalCapabilities
from wshoes_tui.terminal.width import ONE_CELL

Pen = tuple[str, ...]
"""The parameters of the one SGR sequence that sets this pen from the default one."""

Cell = tuple[str, Pen]
"""What stands in a cell; the second cell of a wide character holds an empty text."""

Rows = list[list[Cell]]
"""The rows of a screen, from above to below."""

DEFAULT: Pen = ()
BLANK: Cell = (" ", DEFAULT)
JOINER, AS_EMOJI, SOFT_HYPHEN, FIRST_EMOJI = "\u200d", "\ufe0f", "\u00ad", "\U0001f000"


GROUND = re.compile("4|7|9|4[0-8].*|10[0-7]")
"""Parameters that are seen on a blank: a line under or through it, reverse, a ground."""


@lru_cache(4096)
def has_ground(pen: Pen) -> bool:
    """Whether a blank in this pen looks other than one in the default pen."""
    return any(map(GROUND.fullmatch, pen))


def cells_in(text: str) -> int:
    """How many cells a text takes, as Textual measures it."""
    if ONE_CELL.issuperset(text):
        return len(text)
    from rich.cells import cell_len

    return cell_len(text)


def size_of(character: str) -> int:
    """How many cells one character takes: 0, 1 or 2."""
    if character in ONE_CELL:
        return 1
    from rich.cells import get_character_cell_size

    return get_character_cell_size(character)


def _cut_wide(row: list[Cell], start: int, end: int) -> None:
    """Blank the halves of wide characters that stand out on both sides of these cells."""
    if row[start][0] == "" and start > 0:
        row[start - 1] = (" ", row[start - 1][1])
    if end < len(row) and row[end][0] == "":
        row[end] = (" ", row[end][1])


def put_cells(row: list[Cell], x: int, character: str, pen: Pen) -> None:
    """Put a character into a cell; a wide one that stood half in it is gone."""
    _cut_wide(row, x, x + 1)
    row[x] = cells_of(character, pen)[0] if character == " " else (character, pen)


def put_run(row: list[Cell], x: int, text: str, pen: Pen) -> None:
    """Put characters of one cell each, side by side; wide ones that stood half in them are gone."""
    end = x + len(text)
    _cut_wide(row, x, end)
    row[x:end] = cells_of(text, pen)


class _Cells(dict[str, Cell]):
    """The cells of one pen. Equal ones are one and the same: screens hold thousands."""

    def __init__(self, pen: Pen) -> None:
        super().__init__()
        self._pen = pen

    def __missing__(self, character: str) -> Cell:
        is_blank = character == " " and not has_ground(self._pen)
        cell = self[character] = BLANK if is_blank else (character, self._pen)
        return cell


_known: dict[Pen, _Cells] = {}


def cells_of(text: str, pen: Pen) -> list[Cell]:
    """A cell for each character of an ASCII text."""
    known = _known.get(pen)
    if known is None:
        known = _known[pen] = _Cells(pen)
    return [known[character] for character in text]


def put_half(row: list[Cell], x: int, pen: Pen, *, wide: bool) -> None:
    """The second cell of a wide character; a blank where only its stand-in is shown."""
    if x + 1 < len(row) and row[x + 1][0] == "":
        row[x + 1] = (" ", row[x + 1][1])
    row[x] = ("" if wide else " ", pen)


def combine(row: list[Cell], x: int, mark: str) -> None:
    """Put a mark on the character that stands in a cell, or in it and the one before."""
    if row[x][0] == "" and x > 0:
        x -= 1
    text, pen = row[x]
    row[x] = (text + mark, pen)


def measured(text: str) -> Iterator[tuple[str, int]]:
    """The characters of a text and their cells, exactly as Textual measures them.

    What is joined to another belongs to it and takes no cells of its own; no marks are put
    together with what they sit on: they follow it, with no cells.
    """
    if JOINER not in text and AS_EMOJI not in text:
        for character in text:
            yield character, size_of(character)
        return
    shown, cells, base, joined = "", 0, "", False
    for character in text:
        if joined or character in (JOINER, AS_EMOJI):
            shown += character
            if character == AS_EMOJI and not joined:
                cells += bool(base) and cells_in(base + AS_EMOJI) - cells_in(base)
                base = ""
        else:
            size = size_of(character)
            if size and shown:
                yield shown, cells
                shown, cells = "", 0
            shown += character
            if size:
                cells, base = size, character
        joined = character == JOINER and not joined
    yield shown, cells


@lru_cache(4096)
def is_certain(text: str) -> bool:
    """Whether every terminal gives this as many cells as Textual does.

    Newer ones draw a family of emoji in two cells, others in six; nor do they agree on flags,
    on shades of skin, on soft hyphens and on marks that take cells.
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
    return sum(2 if c >= FIRST_EMOJI else size_of(c) for c in text)


_text_of = itemgetter(0)
GAP = 3
"""Blanks between two phrases of a row. A phrase is what stands between two gaps."""
FIRST_STROKE, LAST_STROKE = "\u2500", "\u259f"
"""Lines of boxes and blocks."""


def whole_phrases(
    dirty: list[int], before: list[Cell], row: list[Cell], *, pens: bool = False
) -> list[int]:
    """The dirty cells with all of the phrases in which not the pens alone are others.

    Args:
        dirty: cells that are others now.
        before, row: what stood in the row, and what stands there now.
        pens: whether other pens are enough.
    """
    changed = {x for x in dirty if pens or _spoken(row[x]) != _spoken(before[x])}
    if not changed:
        return dirty
    cells = set(dirty)
    for first, last in phrases(row):
        if not changed.isdisjoint(range(first - GAP, last + GAP + 1)):
            cells.update(range(first, last + 1))
    return sorted(cells)


def _spoken(cell: Cell) -> str:
    """What a screen reader says of a cell: strokes are as good as blanks."""
    text = cell[0]
    return " " if FIRST_STROKE <= text <= LAST_STROKE else text


def spoken_cells(row: list[Cell]) -> Iterator[int]:
    """The cells of a row in which a screen reader finds something to say."""
    return (x for x, cell in enumerate(row) if _spoken(cell) != " ")


def phrases(row: list[Cell]) -> Iterator[tuple[int, int]]:
    """The first and the last cell of each phrase of a row. Strokes belong to none."""
    return runs(spoken_cells(row), apart=GAP)


def runs(cells: Iterable[int], apart: int = 1) -> Iterator[tuple[int, int]]:
    """The first and the last of every run of cells that are at most ``apart`` columns apart."""
    first = last = -1
    for x in cells:
        if last < 0:
            first = x
        elif x - last > apart:
            yield first, last
            first = x
        last = x
    if last >= 0:
        yield first, last


def with_spills(dirty: list[int], row: list[Cell]) -> list[int]:
    """The dirty cells with those that a character may spill over into where it is not joined."""
    if "".join(map(_text_of, row)).isascii() or all(is_certain(row[x][0]) for x in dirty):
        return dirty
    cells = set(dirty)
    for x, (text, _pen) in enumerate(row):
        if x in cells and text and not is_certain(text):
            cells.update(range(x, min(len(row), x + _cells_apart(text) + 1)))
    return whole_characters(sorted(cells), row, row)


def whole_characters(dirty: list[int], before: list[Cell], row: list[Cell]) -> list[int]:
    """The dirty cells with the other halves of the wide characters that they touch."""
    if "" not in map(_text_of, before) and "" not in map(_text_of, row):
        return dirty
    cells = set(dirty)
    for x in dirty:
        for cell_row in (before, row):
            if cell_row[x][0] == "" and x > 0:
                cells.add(x - 1)
            if x + 1 < len(cell_row) and cell_row[x + 1][0] == "":
                cells.add(x + 1)
    return sorted(cells)


def blank_rows(width: int, height: int) -> Rows:
    """A screen on which nothing stands."""
    return [[BLANK] * width for _ in range(height)]


def lay_text(
    row: list[Cell],
    x: int,
    end: int,
    parts: Iterable[tuple[str, Pen]],
    terminal: TerminalCapabilities,
) -> int:
    """Put texts into a row of cells side by side, as a terminal would.

    Args:
        row: what stands there, changed in place.
        x: the first cell; what stands before the row is left out.
        end: the cell after the last one that may be used.
        parts: each text with its pen.
        terminal: what it can show.

    Returns:
        The cell after the last one used.
    """
    begun = x
    for text, pen in parts:
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
                if begun < x <= len(row) and terminal.letters:
                    combine(row, x - 1, character)
                continue
            if x + cells > end:
                return x
            if x >= 0:
                put_cells(row, x, _shown(character, terminal), pen)
                if cells == 2:
                    put_half(row, x + 1, pen, wide=terminal.letters)
            x += cells
    return x


def _shown(character: str, terminal: TerminalCapabilities) -> str:
    if terminal.letters and len(character) > 1:
        return character
    return terminal.shown(character[0])
