"""Command palette: Textual's own, with the rows of the action table and their synonyms."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from textual.app import ComposeResult
from textual.command import (
    CommandInput,
    CommandList,
    CommandPalette,
    DiscoveryHit,
    Hit,
    Hits,
    Provider,
)
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.widgets import LoadingIndicator

from wshoes_tui.flow.session_actions import FIND_HELP
from wshoes_tui.locale import _
from wshoes_tui.tui.base_screen import STYLES, PageParts
from wshoes_tui.tui.palette_commands import PaletteEntry, palette_entries
from wshoes_tui.tui.widgets.choice_list import MarkedList

if TYPE_CHECKING:
    from wshoes_tui.tui.app_protocols import TerminalApp


class ActionProvider(Provider):
    """What the palette finds: by the letters of a title, or by a part of a synonym."""

    def _entries(self) -> list[PaletteEntry]:
        if not isinstance(self.screen, PageParts):
            return []
        app = cast("TerminalApp", self.app)
        return sorted(palette_entries(app, self.screen), key=lambda entry: entry.title)

    async def discover(self) -> Hits:
        """All there is, before anything is typed."""
        for entry in self._entries():
            yield DiscoveryHit(entry.title, entry.do, help=entry.help)

    async def search(self, query: str) -> Hits:
        """What fits, the best first; one that a synonym found shows it behind its title."""
        matcher, wanted = self.matcher(query), query.strip().casefold()
        for entry in self._entries():
            if (score := matcher.match(entry.title)) > 0:
                yield Hit(score, matcher.highlight(entry.title), entry.do, help=entry.help)
                continue
            found = [one for one in entry.synonyms if wanted in one.casefold()]
            if wanted and found:
                shown = Content.assemble(entry.title, (f" · {found[0]}", "dim"))
                yield Hit(matcher.match(found[0]), shown, entry.do, help=entry.help)


class PaletteField(CommandInput, inherit_css=True):
    """Where one types; the terminal's own cursor stands in it and does not blink."""

    shows_cursor = True


class PaletteList(CommandList, MarkedList, can_focus=False):
    """What was found."""


class Palette(CommandPalette):
    """Find anything that can be done, by its name or by what people call it."""

    CSS_PATH = STYLES / "palette.tcss"

    def __init__(self) -> None:
        self._asked = _(FIND_HELP)
        super().__init__([ActionProvider], placeholder=self._asked, id="--command-palette")

    def compose(self) -> ComposeResult:
        """What Textual's has, without its picture of a lens."""
        field = PaletteField(placeholder=self._asked, select_on_focus=False)
        field.cursor_blink = False
        with Vertical(id="--container"):
            with Horizontal(id="--input"):
                yield field
            with Vertical(id="--results"):
                yield PaletteList()
                # Never shown: it would send fifty thousand bytes a second.
                yield LoadingIndicator()
