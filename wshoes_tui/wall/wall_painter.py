"""Wall painter: a wall page -> the bytes that bring one terminal from what it shows to it."""

from __future__ import annotations

from wshoes_tui.cells.cell_rows import Cell, lay_text
from wshoes_tui.cells.cell_writer import CellWriter
from wshoes_tui.cells.pens import PenMaker
from wshoes_tui.terminal.capabilities import (
    ENTER_ALTERNATE,
    HIDE_CURSOR,
    LEAVE_ALTERNATE,
    SHOW_CURSOR,
    TerminalCapabilities,
    fitting,
)
from wshoes_tui.wall.wall_layout import parts_of, wall_rows
from wshoes_tui.wall.wall_page import WallPage

PART_SECONDS = 20.0
"""How long each part of the voices or of the maps is shown, where they do not fit at once."""
ENDING_KEYS = frozenset("qQ\x03\x04\x1b")
"""The keys that end the wall: q, Ctrl+C, Ctrl+D, Esc."""


class WallPainter:
    """What one terminal shows of a wall.

    Args:
        terminal: what it can do.
    """

    def __init__(self, terminal: TerminalCapabilities) -> None:
        self._terminal = terminal
        self._pens = PenMaker(terminal)
        self._writer = CellWriter()
        self._page: WallPage | None = None
        self._part = 0

    @property
    def enters(self) -> str:
        """What is written before the first page."""
        return fitting(ENTER_ALTERNATE, self._terminal) + HIDE_CURSOR

    @property
    def leaves(self) -> str:
        """What gives the terminal back."""
        return f"\x1b[m{fitting(LEAVE_ALTERNATE, self._terminal)}{SHOW_CURSOR}"

    def paint(self, page: WallPage, width: int, height: int, *, further: bool = False) -> str:
        """What to write so that the page is shown; empty where it is already.

        Args:
            further: whether to show the next part of voices or maps, where there are several.
        """
        if self._page is None or page.voices != self._page.voices:
            self._part = 0
        elif further:
            self._part = (self._part + 1) % parts_of(page, width, height, self._terminal)
        self._page = page
        begin = "" if self._writer.size == (width, height) else self._writer.begin(width, height)
        rows = wall_rows(page, width, height, self._terminal, self._part)
        changed = {y: self._cells(row, width) for y, row in enumerate(rows)}
        return begin + self._writer.write(changed, None)

    def _cells(self, row: tuple[tuple[str, str], ...], width: int) -> list[Cell]:
        cells: list[Cell] = [(" ", self._pens.base)] * width
        parts = [(text, self._pens.of_style(style, text)) for text, style in row]
        lay_text(cells, 0, width, parts, self._terminal)
        return cells
