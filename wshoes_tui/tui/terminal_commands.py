"""Terminal commands of the palette: fewer bytes for a slow line, and high contrast."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from wshoes_tui.locale import N_, _
from wshoes_tui.settings import Contrast

if TYPE_CHECKING:
    from wshoes_tui.terminal.capabilities import TerminalCapabilities
    from wshoes_tui.tui.base_app import BaseApp

NO_REPORTS = ("\x1b[?1004l", "\x1b[?2048l")
"""Turn off focus reports and in-band size reports."""

AFTER: dict[Contrast, Contrast] = {"": "dark", "dark": "light", "light": ""}


@dataclass(frozen=True, slots=True)
class TerminalCommand:
    """One thing to ask of the terminal, found in the palette alone. Texts are English."""

    label: str
    help: str
    synonyms: str
    do: Callable[[], None]


def terminal_commands(app: BaseApp) -> Iterator[TerminalCommand]:
    """What the palette offers besides the actions of a screen."""
    yield TerminalCommand(
        N_("Slow line"),
        N_("Send only what is needed, for a slow line; or everything again"),
        N_("network, connection, poor, lag"),
        lambda: slow_line(app, on=not app.terminal.slow),
    )
    yield TerminalCommand(
        N_("High contrast"),
        N_("White on black, then black on white, then your own colours again"),
        N_("colours, black, white, see, bright"),
        lambda: use(app, replace(app.terminal, contrast=AFTER[app.terminal.contrast])),
    )


def slow_line(app: BaseApp, *, on: bool) -> None:
    """Send only what is needed, or everything again, and say so."""
    if not app.screen_stack:  # on the way out there is nobody to be told
        return
    if on and not app.terminal.slow and app._driver is not None:
        for sequence in NO_REPORTS:
            app._driver.write(sequence)
    use(app, replace(app.terminal, slow=on))
    app.say(
        _("Slow line: only what is needed is sent. Ctrl+P, Slow line: everything again.")
        if on
        else _("Everything is sent again.")
    )


def use(app: BaseApp, terminal: TerminalCapabilities) -> None:
    """Set the capabilities of the app's terminal and paint anew."""
    app.terminal = terminal
    app.painter.use(terminal)
    app.screen.refresh()
