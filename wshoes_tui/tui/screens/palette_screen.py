"""Command palette: Textual's own, with the rows of the action table and their synonyms."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, cast

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

from wshoes_tui.flow.action_handlers import keep_settings
from wshoes_tui.flow.actions import ONE_SHOT, actions_of
from wshoes_tui.flow.session_actions import FIND_HELP, REMEMBER_HELP
from wshoes_tui.locale import _
from wshoes_tui.settings import Contrast
from wshoes_tui.tui.base_screen import STYLES, ForFacilitator, PageParts
from wshoes_tui.tui.widgets.choice_list import MarkedList

if TYPE_CHECKING:
    from wshoes_tui.tui.app_protocols import TerminalApp

NO_REPORTS = ("\x1b[?1004l", "\x1b[?2048l")
"""No more reports of the focus, nor of the window within what is typed."""

AFTER: dict[Contrast, Contrast] = {"": "dark", "dark": "light", "light": ""}


@dataclass(frozen=True, slots=True)
class PaletteEntry:
    """One line of the palette, and what choosing it does. ``synonyms`` find it, too."""

    title: str
    help: str
    do: Callable[[], object]
    synonyms: tuple[str, ...]


def palette_entries(app: TerminalApp, screen: PageParts[Any]) -> Iterator[PaletteEntry]:
    """All that can be done on a screen now, and for its terminal, in the language in use."""
    before = "Esc " if screen.scope in ONE_SHOT else ""
    for action in actions_of(screen.scope):
        handler = screen.handler_of(action)
        if handler is not None and screen.applies(action):
            told = f"{before}{action.key_label} · {_(action.help)}"
            also = split_synonyms(_(action.synonyms)) if action.synonyms else ()
            yield PaletteEntry(_(action.label).capitalize(), told, handler, also)
    yield PaletteEntry(
        _("Slow line"),
        _("Send only what is needed, for a slow line; or everything again"),
        lambda: slow_line(app, on=not app.terminal.slow),
        split_synonyms(_("network, connection, poor, lag")),
    )
    yield PaletteEntry(
        _("High contrast"),
        _("White on black, then black on white, then your own colours again"),
        lambda: app.use_terminal(replace(app.terminal, contrast=AFTER[app.terminal.contrast])),
        split_synonyms(_("colours, black, white, see, bright")),
    )
    if isinstance(screen, ForFacilitator):
        yield PaletteEntry(
            _("Remember"),
            _(REMEMBER_HELP),
            lambda: remember(app, screen),
            split_synonyms(_("settings, options, always, default, next time")),
        )


def split_synonyms(synonyms: str) -> tuple[str, ...]:
    """Synonyms with commas between them, one by one."""
    return tuple(part.strip() for part in synonyms.split(",") if part.strip())


def slow_line(app: TerminalApp, *, on: bool) -> None:
    """Send only what is needed from now on, or everything again, and say so."""
    if not app.screen_stack:  # on the way out there is nobody to be told
        return
    if on and not app.terminal.slow:
        for sequence in NO_REPORTS:
            app.write_to_terminal(sequence)
    app.use_terminal(replace(app.terminal, slow=on))
    app.say(
        _("Slow line: only what is needed is sent. Ctrl+P, Slow line: everything again.")
        if on
        else _("Everything is sent again.")
    )


def remember(app: TerminalApp, screen: PageParts[Any]) -> None:
    """Begin the next time as it is now, and say so."""
    shown = app.terminal
    speech = screen.session_app.speech
    app.say(keep_settings(speech, contrast=shown.contrast, slow=shown.slow))


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

    @property
    def holds_words(self) -> bool:
        """Whether anything has been typed."""
        return bool(self.value)


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
