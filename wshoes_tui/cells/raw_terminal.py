"""Raw terminal: shows one picture before there is an app, and gives the terminal back.

From ``RawTerminal.enter`` on nothing typed is echoed, and keys wait in the terminal for whoever
reads it next. Signals that end the program restore the terminal first. The app's driver takes over
what was done here (``taken_over``); until then ``restore`` takes it back.
"""

from __future__ import annotations

import _signal  # type: ignore[import-not-found]  # ``signal`` makes classes of all signals
import os
from contextlib import suppress
from time import monotonic
from typing import Any

from wshoes_tui.terminal.capabilities import (
    ENTER_ALTERNATE,
    LEAVE_ALTERNATE,
    SHOW_CURSOR,
    TerminalCapabilities,
    fitting,
)

IFLAG, LFLAG, CC = 0, 3, 6
"""Where ``tcgetattr`` tells them."""
KEYBOARD, SCREEN = 0, 2
"""Descriptors. Textual writes to standard error, and reads standard input."""
ENDING = (_signal.SIGTERM, _signal.SIGHUP)
KILLED = 128
"""Of the exit status of a program that a signal ended: the signal's number is added."""


class RawTerminal:
    """The terminal of this process, in raw mode, with what has to be known to give it back.

    Attributes:
        attributes: those of ``termios`` before raw mode.
        typed_early: bytes that were typed before it: in them Enter has become a new line.
        shown: the picture that was written; empty before that.
        shown_at: when, by ``time.monotonic``.
        is_resized: whether the size has changed since.
        defers: whether a signal that ends the program waits in ``ended_by`` for the app.
        ended_by: the number of that signal; 0 while none has come.
    """

    def __init__(self, terminal: TerminalCapabilities) -> None:
        self._terminal = terminal
        self._handlers: dict[int, Any] = {}
        self.attributes: list[Any] | None = None
        self.typed_early = 0
        self.shown = ""
        self.shown_at = 0.0
        self.is_resized = False
        self.defers = False
        self.ended_by = 0

    def enter(self) -> bool:
        """Take the terminal over, as Textual's driver would. False where that cannot be done."""
        import termios

        try:
            before = termios.tcgetattr(KEYBOARD)
            raw: list[Any] = [list(one) if isinstance(one, list) else one for one in before]
            raw[LFLAG] &= ~(termios.ECHO | termios.ICANON | termios.IEXTEN | termios.ISIG)
            raw[IFLAG] &= ~(
                termios.IXON | termios.IXOFF | termios.ICRNL | termios.INLCR | termios.IGNCR
            )
            raw[CC][termios.VMIN] = 1
            for number in ENDING:
                self._handlers[number] = _signal.signal(number, self._end)
            self._handlers[_signal.SIGWINCH] = _signal.signal(_signal.SIGWINCH, self._resized)
            self.attributes = before
            termios.tcsetattr(KEYBOARD, termios.TCSANOW, raw)
        except (OSError, ValueError, termios.error):  # no terminal, or not in the first thread
            self.restore()
            return False
        self.typed_early = waiting_bytes(KEYBOARD)
        return True

    def show(self, picture: str) -> None:
        """Write a picture on the alternate screen, all at once. OSError where that fails."""
        # From here on it is known to be changed, whatever comes of the writing.
        self.shown, self.shown_at = picture, monotonic()
        enter = fitting(ENTER_ALTERNATE, self._terminal)
        data = (enter + picture).encode()
        while data:
            data = data[os.write(SCREEN, data) :]

    def size(self) -> tuple[int, int]:
        """Columns and lines. OSError where they are not known."""
        columns, lines = os.get_terminal_size(SCREEN)
        return columns, lines

    def taken_over(self) -> None:
        """The app's driver restores the terminal from here on."""
        self.attributes = None
        self._handlers.clear()

    def restore(self) -> None:
        """Give the terminal back as it was. Does nothing once it has been taken over."""
        attributes, self.attributes = self.attributes, None
        if attributes is None:
            return
        import termios

        if self.shown:
            with suppress(OSError):
                os.set_blocking(SCREEN, False)
                leave = fitting(LEAVE_ALTERNATE, self._terminal)
                os.write(SCREEN, f"\x1b[m{leave}{SHOW_CURSOR}".encode())
                os.set_blocking(SCREEN, True)
        with suppress(OSError, termios.error):
            # What was typed at the picture is not for the shell.
            when = termios.TCSAFLUSH if self.shown else termios.TCSANOW
            termios.tcsetattr(KEYBOARD, when, attributes)
        handlers, self._handlers = self._handlers, {}
        for number, handler in handlers.items():
            with suppress(ValueError, TypeError):
                _signal.signal(number, handler)

    def _end(self, number: int, _frame: object) -> None:
        if self.defers and self.shown:
            self.ended_by = number
            return
        self.restore()
        os._exit(KILLED + number)

    def _resized(self, _number: int, _frame: object) -> None:
        self.is_resized = True


def waiting_bytes(descriptor: int) -> int:
    """How many bytes wait to be read from a terminal; 0 where that cannot be known."""
    import fcntl
    import struct
    import termios

    count = struct.pack("i", 0)
    try:
        (waiting,) = struct.unpack("i", fcntl.ioctl(descriptor, termios.FIONREAD, count))
    except OSError:  # no terminal
        return 0
    return int(waiting)
