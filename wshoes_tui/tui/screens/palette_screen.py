"""The command palette: Textual's own, still, in the terminal's colours and in our words."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.command import CommandInput, CommandList, CommandPalette
from textual.containers import Horizontal, Vertical
from textual.widgets import LoadingIndicator

from wshoes_tui.locale import _
from wshoes_tui.tui.base_screen import STYLES
from wshoes_tui.tui.widgets.choice_list import MarkedList


class PaletteField(CommandInput, inherit_css=True):
    """Where one types; the terminal's own cursor stands in it and does not blink."""

    shows_cursor = True


class PaletteList(CommandList, MarkedList, can_focus=False):
    """What was found."""


class Palette(CommandPalette):
    """Find anything that can be done, by its name."""

    CSS_PATH = STYLES / "palette.tcss"

    def __init__(self) -> None:
        self._asked = _("Find anything that can be done, by its name")
        super().__init__(placeholder=self._asked, id="--command-palette")

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
