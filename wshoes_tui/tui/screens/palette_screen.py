"""Command palette: Textual's own, with the rows of the action table and their synonyms."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

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

from wshoes_tui.flow.actions import ONE_SHOT, actions_of
from wshoes_tui.locale import _
from wshoes_tui.tui.base_app import BaseApp
from wshoes_tui.tui.base_screen import STYLES, PageParts
from wshoes_tui.tui.terminal_commands import terminal_commands
from wshoes_tui.tui.widgets.choice_list import MarkedList


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the palette, and what choosing it does. ``synonyms`` find it, too."""

    title: str
    help: str
    do: Callable[[], object]
    synonyms: tuple[str, ...]


def entries_of(screen: PageParts, app: BaseApp) -> Iterator[Entry]:
    """All that can be done on a screen now, and for its terminal, in the language in use."""
    before = "Esc " if screen.scope in ONE_SHOT else ""
    for action in actions_of(screen.scope):
        handler = screen.handler_of(action)
        if handler is not None and screen.applies(action):
            told = f"{before}{action.key_label} · {_(action.help)}"
            yield Entry(_(action.label).capitalize(), told, handler, split(action.synonyms))
    for command in terminal_commands(app):
        yield Entry(_(command.label), _(command.help), command.do, split(command.synonyms))


def split(synonyms: str) -> tuple[str, ...]:
    """A text of synonyms with commas between them, in the language in use, one by one."""
    return tuple(part.strip() for part in _(synonyms).split(",")) if synonyms else ()


class ActionProvider(Provider):
    """What the palette finds: by the letters of a title, or by a part of a synonym."""

    def _entries(self) -> list[Entry]:
        if not isinstance(self.screen, PageParts) or not isinstance(self.app, BaseApp):
            return []
        return sorted(entries_of(self.screen, self.app), key=lambda entry: entry.title)

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
        asked = _("Find anything that can be done, by its name")
        super().__init__([ActionProvider], placeholder=asked, id="--command-palette")

    def compose(self) -> ComposeResult:
        """What Textual's has, without its picture of a lens."""
        field = PaletteField(placeholder=self._placeholder, select_on_focus=False)
        field.cursor_blink = False
        with Vertical(id="--container"):
            with Horizontal(id="--input"):
                yield field
            with Vertical(id="--results"):
                yield PaletteList()
                # Never shown: it would send fifty thousand bytes a second.
                yield LoadingIndicator()
