"""What a terminal is sent when the screens take it over and give it back."""

from __future__ import annotations

from wshoes_tui.terminal.capabilities import TerminalCapabilities

POINTER_SHAPE = "\x1b]22;"
CLIPBOARD = "\x1b]52;"
"""What was cut or copied, for the clipboard of the terminal; the program has one of its own."""
ENTER_ALTERNATE, LEAVE_ALTERNATE = "\x1b[?1049h", "\x1b[?1049l"
HIDE_CURSOR, SHOW_CURSOR = "\x1b[?25l", "\x1b[?25h"
PASTES_ON, PASTES_OFF = "\x1b[?2004h", "\x1b[?2004l"
WRAP_OFF, WRAP_ON = "\x1b[?7l", "\x1b[?7h"
CLEAR = "\x1b[m\x1b[H\x1b[2J"
"""What a terminal with one screen only is left with, instead of the last page."""

ENTER = (ENTER_ALTERNATE, HIDE_CURSOR, PASTES_ON, WRAP_OFF)
LEAVE = (PASTES_OFF, WRAP_ON, LEAVE_ALTERNATE, SHOW_CURSOR)
"""For a line: nothing is asked of the terminal, and nobody told of the mouse or the focus."""


def fitting(data: str, terminal: TerminalCapabilities | None) -> str:
    """What to send of this to a terminal: nothing of what it is known not to know."""
    if data.startswith(POINTER_SHAPE):  # there is no pointer here, and old terminals print it
        return ""
    if data.startswith(CLIPBOARD) and terminal is not None:
        # Old terminals print it, and on a slow line a long text would hold everything up.
        return data if terminal.modes and not terminal.slow else ""
    if terminal is None or terminal.knows(data):
        return data
    return CLEAR if data == LEAVE_ALTERNATE else ""
