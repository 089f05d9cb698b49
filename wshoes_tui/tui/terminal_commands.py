"""What one can ask of the terminal while the program runs: to be spared, and to be seen well."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from textual.app import SystemCommand

from wshoes_tui.locale import _
from wshoes_tui.settings import Contrast

if TYPE_CHECKING:
    from wshoes_tui.terminal.capabilities import TerminalCapabilities
    from wshoes_tui.tui.base_app import BaseApp

NO_REPORTS = ("\x1b[?1004l", "\x1b[?2048l")
"""No more reports of the focus, nor of the window within what is typed."""

AFTER: dict[Contrast, Contrast] = {"": "dark", "dark": "light", "light": ""}


def commands(app: BaseApp) -> Iterator[SystemCommand]:
    """What the palette offers beside the keys of a screen."""
    yield SystemCommand(
        _("Slow line"),
        _("Send only what is needed, for a slow line; or everything again"),
        lambda: slow_line(app, on=not app.terminal.slow),
    )
    yield SystemCommand(
        _("High contrast"),
        _("White on black, then black on white, then your own colours again"),
        lambda: use(app, replace(app.terminal, contrast=AFTER[app.terminal.contrast])),
    )


def slow_line(app: BaseApp, *, on: bool) -> None:
    """Be sparing with the line, or not."""
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
    """From now on, take the app's terminal for this one."""
    app.terminal = terminal
    app.painter.use(terminal)
    app.screen.refresh()
