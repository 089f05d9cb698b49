"""List widget with columns: voices beside each other, in pages; one of them is marked."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from textual.content import Content
from textual.geometry import Offset, Region, Size
from textual.strip import Strip
from textual.style import Style
from textual.visual import RenderOptions

from wshoes_tui.cells.cell_layout import Styled
from wshoes_tui.cells.colour_profiles import QUIET
from wshoes_tui.first_paint.page_text import BACK_UP, joined
from wshoes_tui.first_paint.voice_columns import VoiceRoom, page_rows, voice_pages
from wshoes_tui.flow.blocks import SaidBlock
from wshoes_tui.locale import _
from wshoes_tui.tui.content import styled_content
from wshoes_tui.tui.widgets.choice_list import ChoiceList


def _style_of(style: Style | str) -> Style:
    return style if isinstance(style, Style) else Style.parse(style)


_OPTIONS = RenderOptions(_style_of, {}, None, None)


class VoiceGrid(ChoiceList):
    """Voices in columns, an option each. The page with the marked one is in sight."""

    DEFAULT_CSS = """
    VoiceGrid { height: auto; max-height: 999; overflow: hidden; }
    """

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._voices: list[SaidBlock] = []
        self._room = VoiceRoom(1, 30, 0, 10)
        self._pages: list[list[Sequence[SaidBlock]]] = []
        self._drawn: tuple[int | None, Content] | None = None

    def fill_voices(self, voices: Sequence[SaidBlock]) -> None:
        """Show these."""
        self._voices = list(voices)
        self.fill(
            [
                (one.response.id, Content(f"[{one.shoes.mark}] {one.shoes.name}"))
                for one in self._voices
            ]
        )
        self._lay_out()

    def fit_into(self, room: VoiceRoom) -> None:
        """Lay the pages out for this room."""
        if room != self._room:
            self._room = room
            self._lay_out()

    def _lay_out(self) -> None:
        self._pages = voice_pages(self._voices, self._room)
        self._drawn = None
        self.refresh(layout=True)

    @property
    def _page(self) -> int:
        """The page with the marked voice."""
        marked = self.chosen
        for number, page in enumerate(self._pages):
            if any(block.response.id == marked for row in page for block in row):
                return number
        return 0

    def _counts(self) -> list[int]:
        return [sum(map(len, page)) for page in self._pages]

    def _content(self) -> Content:
        if self._drawn is None or self._drawn[0] != self.highlighted:
            rows: list[Styled] = []
            if self._voices:
                rows = page_rows(self._pages[self._page], self._room, self.chosen)
            if len(self._pages) > 1:
                rows += [()] * (self._room.lines - 1 - len(rows))
                rows.append(((" " * self._room.hang + self._told(), QUIET),))
            self._drawn = (self.highlighted, styled_content(joined(rows)))
        return self._drawn[1]

    def _told(self) -> str:
        """How many voices the other pages have."""
        more = sum(self._counts()[self._page + 1 :])
        return _("{count} more: Down arrow", count=more) if more else _(BACK_UP)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:  # noqa: ARG002
        return len(self._content().plain.split("\n"))

    def _update_lines(self) -> None:
        """Nothing: its lines are those of a page."""

    def scroll_to_highlight(self, top: bool = False) -> None:  # noqa: ARG002
        """Another voice is marked: its page is shown."""
        self.refresh(layout=True)

    def render_lines(self, crop: Region) -> list[Strip]:
        """The lines of the page in sight."""
        width, style = self.outer_size.width, self.visual_style
        strips = self._content().render_strips(width, None, style, _OPTIONS)
        strips = [strip.extend_cell_length(width, style.rich_style) for strip in strips]
        strips = strips[crop.y : crop.bottom]
        strips += [Strip.blank(width, style.rich_style)] * (crop.height - len(strips))
        for line_filter in self.get_line_filters():
            strips = [
                strip.apply_filter(line_filter, self.background_colors[1]) for strip in strips
            ]
        return [strip.crop(crop.x, crop.right) for strip in strips]

    @property
    def cursor_screen_offset(self) -> Offset:
        """Where the terminal's cursor stands: at the beginning of the words of the marked voice."""
        lines = self._content().plain.split("\n")
        at = [(y, line.index("▌")) for y, line in enumerate(lines) if "▌" in line]
        y, x = at[0] if at else (0, 0)
        return self.content_region.offset + Offset(x + 2, y)

    def turn_page(self, by: Literal[-1, 1]) -> None:
        """Mark the first voice of the next page, or of the one before."""
        counts = self._counts()
        page = max(0, min(len(counts) - 1, self._page + by))
        self.highlighted = sum(counts[:page]) if self._voices else None
