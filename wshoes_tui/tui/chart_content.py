"""Content of bar charts, of search results, of the parts of a page, of the sides of a deck."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import zip_longest
from typing import Protocol

from textual.content import Content

from wshoes_tui.domain.deck import SIDES, Deck
from wshoes_tui.flow.blocks import FoundBlock
from wshoes_tui.flow.list_blocks import Bar
from wshoes_tui.locale import _
from wshoes_tui.terminal.capabilities import TerminalCapabilities
from wshoes_tui.terminal.width import cells
from wshoes_tui.tui.content import (
    cell_content,
    hanging,
    joined_content,
    mark,
    one_line_content,
    safe_content,
    stacked_content,
)

LEAST_BAR, MOST_BAR = 16, 24
"""Cells of the longest bar of a chart; a narrow screen has fewer."""
WIDE = 70
"""Columns from which on names of shoes have the room that most of them need."""


class TitledPart(Protocol):
    """A part of a page with a title."""

    @property
    def title(self) -> str: ...


def bar_rows(bars: Sequence[Bar], width: int, terminal: TerminalCapabilities) -> Iterator[Content]:
    """A chart, with all that is said of a bar beside it where there is room, else its number."""
    longest = max((bar.amount for bar in bars), default=0) or 1
    full = "█" if terminal.symbols and terminal.letters else "#"
    widest = max((cells(bar.label) for bar in bars), default=0)
    label = min(widest, 24 if width >= WIDE else width // 2) + 1
    least = LEAST_BAR if width >= WIDE else 6
    told = [str(bar.amount) for bar in bars]
    for count in range(max((len(bar.told) for bar in bars), default=0), 0, -1):
        phrases = [" · ".join(bar.told[:count]) for bar in bars]
        if label + least + 1 + max(map(cells, phrases)) <= width:
            told = phrases
            break
    beside = max(map(cells, told), default=0)
    room = max(least, min(MOST_BAR, width - label - 1 - beside))
    for bar, phrase in zip(bars, told, strict=True):
        length = -(-bar.amount * room // longest)
        drawn = Content.styled(full * length, "dim") + Content(" " * (room - length))
        yield joined_content(cell_content(bar.label, label), drawn, " ", phrase)


def found_rows(block: FoundBlock, width: int) -> Iterator[Content]:
    """Words that were found, and below where they were said, with the shoes."""
    first = Content("")
    if block.shoes is not None:
        first = joined_content(mark(block.shoes), " ")
    yield hanging(first, safe_content(block.text), width)
    where = [*block.where, *([block.shoes.name] if block.shoes else [])]
    yield one_line_content(" · ".join(where), "dim")


def parts_told(parts: Iterable[TitledPart]) -> Content:
    """Through which parts of a page Tab goes."""
    return Content(_("Tab: {parts}", parts=", ".join(_(one.title) for one in parts)))


LEAST_SIDE = 24
"""Cells of the names of one side; with fewer, only their marks are shown."""


def sides_content(deck: Deck, width: int) -> Content:
    """The shoes of a deck: its two sides beside each other; where there is no room, marks alone."""
    column = width // 2
    if column < LEAST_SIDE:
        return Content(" ").join(mark(shoes) for shoes in deck.shoes)
    columns = []
    for side in SIDES:
        head = _("People who live with it") if side == "lived" else _("People who work in it")
        rows = [Content.styled(head, "dim")]
        for shoes in deck.shoes:
            if shoes.side == side:
                first, name = joined_content(mark(shoes), " "), one_line_content(shoes.name)
                rows += hanging(first, name, column - 2).split("\n")
        columns.append(rows)
    return stacked_content(
        [
            joined_content(left.pad_right(column - left.cell_length), right)
            for left, right in zip_longest(*columns, fillvalue=Content())
        ]
    )
