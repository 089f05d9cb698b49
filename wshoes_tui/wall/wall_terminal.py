"""Wall terminal: shows the wall on the terminal of this process until a key ends it."""

from __future__ import annotations

import os
import select
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from time import monotonic
from typing import Protocol

from wshoes_tui.domain.models import Session
from wshoes_tui.terminal.capabilities import TerminalCapabilities
from wshoes_tui.wall.wall_page import wall_page
from wshoes_tui.wall.wall_painter import ENDING_KEYS, PART_SECONDS, WallPainter

LOOK_SECONDS = 0.5
"""How often it is looked whether the session or the window has changed."""


class Follower(Protocol):
    """Reads a session whenever it may have changed."""

    @property
    def session(self) -> Session | None: ...
    def look(self) -> None: ...


def show_wall(follower: Follower, terminal: TerminalCapabilities, *, easy: bool = False) -> None:
    """Show the wall until a key ends it."""
    painter, turned = WallPainter(terminal), monotonic()
    with _wall_screen(painter):
        while True:
            follower.look()
            further = monotonic() - turned >= PART_SECONDS
            turned = monotonic() if further else turned
            columns, lines = os.get_terminal_size(sys.stdout.fileno())
            page = wall_page(follower.session, easy=easy)
            _write(painter.paint(page, columns, lines, further=further))
            ready, _out, _failed = select.select([sys.stdin.fileno()], [], [], LOOK_SECONDS)
            if ready:
                typed = os.read(sys.stdin.fileno(), 64).decode(errors="replace")
                if not typed or ENDING_KEYS & set(typed):
                    return


def _write(text: str) -> None:
    data = text.encode()
    while data:
        data = data[os.write(sys.stdout.fileno(), data) :]


@contextmanager
def _wall_screen(painter: WallPainter) -> Iterator[None]:
    """The terminal without echo, on its second screen; given back at the end."""
    import signal
    import termios
    import tty

    keyboard = sys.stdin.fileno()
    before = termios.tcgetattr(keyboard)

    def end(number: int, _frame: object) -> None:
        raise SystemExit(128 + number)

    handlers = {number: signal.signal(number, end) for number in (signal.SIGTERM, signal.SIGHUP)}
    try:
        tty.setraw(keyboard)
        _write(painter.enters)
        yield
    finally:
        with suppress(OSError):
            _write(painter.leaves)
        with suppress(OSError, termios.error):
            termios.tcsetattr(keyboard, termios.TCSAFLUSH, before)
        for number, handler in handlers.items():
            signal.signal(number, handler)
