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
from textual.fuzzy import Matcher
from textual.geometry import Offset
from textual.widgets import LoadingIndicator

from wshoes_tui.cells.cell_rows import cells_in
from wshoes_tui.first_paint.page_frame import HORIZONTAL, VERTICAL, classes_of, grid_of
from wshoes_tui.first_paint.text_places import MOST_COLUMNS
from wshoes_tui.flow.answer_parser import bare
from wshoes_tui.flow.session_actions import FIND_HELP
from wshoes_tui.locale import _
from wshoes_tui.tui.base_screen import STYLES, PageParts
from wshoes_tui.tui.screens.palette_entries import PaletteEntry, palette_entries
from wshoes_tui.tui.widgets.choice_list import MarkedList

if TYPE_CHECKING:
    from wshoes_tui.tui.app_protocols import TerminalApp

LATER = 0.25
"""The weight of what is done on another page."""

KEY_STYLE = "b"
"""Bold, in another word than the name of a line has: in the marked line both are live."""


class ActionProvider(Provider):
    """What the palette finds: by the letters of a title, or by a part of a synonym."""

    def _entries(self) -> list[PaletteEntry]:
        if not isinstance(self.screen, PageParts):
            return []
        app = cast("TerminalApp", self.app)
        entries = palette_entries(app, self.screen)
        return sorted(entries, key=lambda entry: (not entry.is_here, entry.title))

    async def discover(self) -> Hits:
        """All there is, before anything is typed."""
        for entry in self._entries():
            shown = self._row(entry, Content(entry.title))
            yield DiscoveryHit(shown, entry.do, text=entry.title, help=entry.help)

    def _row(self, entry: PaletteEntry, title: Content) -> Content:
        """The title, and at the right edge of the page the key, where there is one."""
        grid = grid_of(classes_of(*self.app.size))
        columns = min(self.app.size.width - max(grid.words, 2) - grid.right, MOST_COLUMNS)
        spare = columns - title.cell_length - cells_in(entry.key)
        if not entry.key:
            return title
        return Content.assemble(title, " " * max(2, spare), (entry.key, KEY_STYLE))

    async def search(self, query: str) -> Hits:
        """What fits, the best first; one that a synonym found shows it behind its title."""
        matcher, wanted = self.matcher(query), query.strip().casefold()
        found_any = False
        async for hit in self._hits(matcher, wanted):
            found_any = True
            yield hit
        if wanted and not found_any and isinstance(self.screen, PageParts):
            yield Hit(
                1.0,
                _("Nothing here is called that"),
                self.screen.action_help,
                help=_("Enter shows all that can be done here"),
            )

    async def _hits(self, matcher: Matcher, wanted: str) -> Hits:
        words = bare(wanted) or " "
        for entry in self._entries():
            near = matcher.match(entry.title)
            fits = [(_fit(one, words), one) for one in (entry.title, *entry.synonyms)]
            fit, found = max(fits, key=lambda one: one[0])
            if fit or near:
                shown = matcher.highlight(entry.title) if near else Content(entry.title)
                if found != entry.title:
                    shown = Content.assemble(entry.title, (f" · {found}", "dim"))
                score = fit + (found == entry.title) + near / (near + 1)
                score *= 1.0 if entry.is_here else LATER
                yield Hit(score, self._row(entry, shown), entry.do, help=entry.help)


def _fit(text: str, words: str) -> int:
    """How well a text has these words, without accents: whole, or as the beginning of one."""
    within = f" {bare(text)} "
    return 4 if f" {words} " in within else 2 * (f" {words}" in within)


class PaletteField(CommandInput, inherit_css=True):
    """Where one types; the terminal's own cursor stands in it and does not blink."""

    shows_cursor = True

    @property
    def holds_words(self) -> bool:
        """Whether anything has been typed."""
        return bool(self.value)

    @property
    def cursor_screen_offset(self) -> Offset:
        """Where the terminal's cursor stands: in the field, or on the entry arrows have marked."""
        if cast("Palette", self.screen).is_in_list:
            return self.screen.query_one(PaletteList).cursor_screen_offset
        return super().cursor_screen_offset

    @property
    def columns_of_entries(self) -> range | None:
        """The columns of the entries, while arrows move among them."""
        palette = cast("Palette", self.screen)
        return palette.query_one(PaletteList).columns_of_entries if palette.is_in_list else None

    def watch_selection(self) -> None:
        """A letter was typed, or the cursor moved: back from the list."""
        if self.is_attached:
            cast("Palette", self.screen).is_in_list = False


class PaletteList(CommandList, MarkedList, can_focus=False):
    """What was found."""


class Palette(CommandPalette):
    """Find anything that can be done, by its name or by what people call it."""

    CSS_PATH = STYLES / "palette.tcss"
    HORIZONTAL_BREAKPOINTS, VERTICAL_BREAKPOINTS = list(HORIZONTAL), list(VERTICAL)

    is_in_list = False
    """Whether an arrow was the last key, so that the cursor stands on an entry."""

    def _action_command_list(self, action: str) -> None:
        self.is_in_list = True
        super()._action_command_list(action)

    def _action_cursor_down(self) -> None:
        self.is_in_list = True
        super()._action_cursor_down()

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
