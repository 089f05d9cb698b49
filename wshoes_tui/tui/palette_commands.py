"""Entries of the command palette: actions of a screen, slow line, high contrast."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from wshoes_tui.flow.actions import ONE_SHOT, actions_of
from wshoes_tui.locale import _
from wshoes_tui.settings import Contrast

if TYPE_CHECKING:
    from wshoes_tui.tui.app_protocols import TerminalApp
    from wshoes_tui.tui.base_screen import PageParts

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
