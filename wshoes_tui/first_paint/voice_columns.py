"""Voice columns: responses beside each other, in pages of whole voices.

In two columns, three on a broad screen, one on a narrow one. A name hangs from its mark in the
margin, the words stand below it. No voice is ever cut: what does not fit is on the next page.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from typing import NamedTuple

from wshoes_tui.cells.cell_layout import Styled, cut, width_of, wrapped
from wshoes_tui.cells.colour_profiles import LIVE, SHOES, WORD
from wshoes_tui.domain.deck import Shoes
from wshoes_tui.domain.text import one_line, safe
from wshoes_tui.first_paint.page_frame import grid_of, is_broad
from wshoes_tui.first_paint.page_text import BAR, letter_of
from wshoes_tui.first_paint.text_places import MOST_COLUMNS
from wshoes_tui.first_paint.turn_text import cut_rows
from wshoes_tui.flow.blocks import SaidBlock

GAP = 5
"""Columns between two voices: those in which the next mark hangs."""
NAME_LINES = 2
"""Lines of the name of shoes, at most; what people said is never cut."""
LEAST_NAME = 8
"""Columns for a name beside its mark, at least."""
BAR_CELLS = 2
"""Columns of the bar before the words of the marked voice, and a blank."""


class VoiceRoom(NamedTuple):
    """The room for voices beside each other.

    Attributes:
        columns: how many stand beside each other.
        width: the columns for the words of each.
        hang: the margin before each, in which its mark hangs; 0 where it stands above the words.
        lines: the lines of a page.
    """

    columns: int
    width: int
    hang: int
    lines: int

    def alone(self) -> VoiceRoom:
        """The room for one voice over the whole width."""
        whole = self.columns * (self.width + GAP) - GAP
        return self._replace(columns=1, width=min(MOST_COLUMNS, whole))


def voice_room(width: int, classes: Collection[str], lines: int) -> VoiceRoom:
    """The room for voices on a screen of that many columns and of these classes."""
    grid = grid_of(classes)
    whole = max(1, width - grid.words - grid.right)
    if not grid.hang:
        return VoiceRoom(1, max(1, whole - BAR_CELLS), 0, max(1, lines))
    count = 3 if is_broad(classes) else 2
    return VoiceRoom(count, max(1, (whole - GAP * (count - 1)) // count), grid.hang, max(1, lines))


def in_order(said: Sequence[SaidBlock], shoes: Sequence[Shoes], first: int) -> list[SaidBlock]:
    """Voices in the order of their shoes in the deck, which tells nothing of who wrote when.

    Args:
        said: the voices.
        shoes: the shoes of the deck.
        first: how many shoes to begin further on, so that the first place goes round.
    """
    places = {one.id: number for number, one in enumerate(shoes)}
    ordered = sorted(said, key=lambda block: places.get(block.shoes.id, len(places)))
    worn = sorted({places.get(block.shoes.id, len(places)) for block in said})
    if not worn:
        return ordered
    begins = worn[first % len(worn)]
    before = [b for b in ordered if places.get(b.shoes.id, len(places)) < begins]
    return [*ordered[len(before) :], *before]


def voice_pages(said: Sequence[SaidBlock], room: VoiceRoom) -> list[list[Sequence[SaidBlock]]]:
    """Voices in rows of a few beside each other, and as many rows to a page as there are lines."""
    pages: list[list[Sequence[SaidBlock]]] = []
    for lines in (room.lines, room.lines - 1):  # the last one tells that there are more pages
        pages, free = [[]], lines
        for row in _rows(said, room, lines):
            needed = _height(row, room)
            if pages[-1] and needed > free:
                pages.append([])
                free = lines
            pages[-1].append(row)
            free -= needed
        if len(pages) == 1:
            break
    return pages


def _rows(said: Sequence[SaidBlock], room: VoiceRoom, lines: int) -> Iterator[Sequence[SaidBlock]]:
    for start in range(0, len(said), room.columns):
        row = said[start : start + room.columns]
        if _height(row, room) > lines:
            yield from ((block,) for block in row)
        else:
            yield row


def _height(row: Sequence[SaidBlock], room: VoiceRoom) -> int:
    return max(len(_cell(block, _room_of(row, room), marked=False)) for block in row)


def _room_of(row: Sequence[SaidBlock], room: VoiceRoom) -> VoiceRoom:
    return room.alone() if len(row) < room.columns else room


def page_rows(
    page: Sequence[Sequence[SaidBlock]], room: VoiceRoom, marked: str | None = None
) -> list[Styled]:
    """The lines of a page, with an empty one between two rows of voices where there is room.

    Args:
        page: the rows of voices.
        room: the room there is.
        marked: the id of the response that has a bar before its words.
    """
    spare = room.lines - 1 - sum(_height(row, room) for row in page)
    found: list[Styled] = []
    for number, row in enumerate(page):
        found += [()] * bool(number and spare >= len(page) - 1)
        of_row = _room_of(row, room)
        cells = [_cell(block, of_row, marked=block.response.id == marked) for block in row]
        for y in range(max(map(len, cells))):
            found.append(_line([cell[y] if y < len(cell) else () for cell in cells], of_row))
    return found


def _cell(block: SaidBlock, room: VoiceRoom, *, marked: bool) -> list[Styled]:
    """The lines of one voice, each as wide as the margin and the words."""
    shoes = block.shoes
    name: Styled = ((one_line(shoes.name), f"bold {SHOES}{shoes.colour}"),)
    if block.who:
        name = (*name, (f"   {one_line(block.who)}", ""))
    mark = letter_of(shoes)
    bar: Styled = ((BAR, LIVE), (" ", "")) if marked else (("  ", ""),)
    words = wrapped(((safe(block.response.text), WORD),), room.width)
    if not room.hang:
        head: Styled = (*mark, (" ", ""), *name)
        first, *more = cut_rows(wrapped(head, room.width), NAME_LINES, room.width)
        return [first, *((*bar, *line) for line in (*more, *words))]
    before = room.hang - 1 - width_of(mark)
    beside = room.width + min(0, before)
    if beside < LEAST_NAME:  # a mark of many characters stands alone
        mark, first, more = cut(mark, room.width), (), wrapped(name, room.width)
        more = cut_rows(more, NAME_LINES, room.width)
    else:
        first, *more = cut_rows(wrapped(name, beside), NAME_LINES, beside)
    side: Styled = ((" " * (room.hang - BAR_CELLS), ""), *bar)
    return [
        ((" " * max(0, before), ""), *mark, (" ", ""), *first),
        *((*side, *line) for line in (*more, *words)),
    ]


def _line(cells: Sequence[Styled], room: VoiceRoom) -> Styled:
    """Lines of voices beside each other."""
    found: Styled = ()
    for number, cell in enumerate(cells):
        if cell:
            at = number * (room.width + GAP)
            found = (*found, (" " * (at - width_of(found)), ""), *cell) if number else cell
    return found
