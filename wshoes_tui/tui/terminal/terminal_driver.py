"""Terminal driver: Textual's, with four things done otherwise; and a probe for slow lines.

Letters are read in the encoding that the locale names, and a byte that is none shows as a
replacement character instead of ending the program; no more is read than the app can queue;
the end of the input is a hang-up; and leaving wakes the input thread instead of waiting for it.
"""

from __future__ import annotations

import asyncio
import os
import re
import select
import signal
import sys
from collections.abc import Callable
from contextlib import suppress
from time import monotonic
from typing import TYPE_CHECKING, Any

from textual import events
from textual.drivers.linux_driver import LinuxDriver
from textual.message import Message

from wshoes_tui.cells.raw_terminal import waiting_bytes
from wshoes_tui.terminal.background import QUESTION as BACKGROUND_QUESTION
from wshoes_tui.terminal.background import Background, remember_background
from wshoes_tui.terminal.capabilities import (
    ENTER_ALTERNATE,
    HIDE_CURSOR,
    LEAVE_ALTERNATE,
    fitting,
)
from wshoes_tui.terminal.encodings import UTF_8, Decoder
from wshoes_tui.tui.terminal.input_parser import InputParser

if TYPE_CHECKING:
    from wshoes_tui.first_paint.first_paint import FirstPaint

READ = 4096
OUTPUT_FLAGS = 1
"""Where ``tcgetattr`` tells them."""
TICK_SECONDS = 0.1
HELD_SECONDS = 0.05
"""How long a lone Escape may be the start of a sequence."""
FULL_GLANCE_SECONDS = 0.02
"""How often an app with too many keys to work off is asked whether it takes more."""

PAINT_SECONDS = 1.0
"""How long the page may take until what it shows is painted over the first paint in any case."""

LEAVE_ALL = ("\x1b[?2004l", "\x1b[?7h", "\x1b[<u", LEAVE_ALTERNATE, "\x1b[?25h", "\x1b[?1004l")
"""Everything that was asked of the terminal, taken back."""


class TerminalDriver(LinuxDriver):
    """Textual's driver for a terminal, kept alive by whatever comes in."""

    def __init__(self, app: Any, **kwargs: Any) -> None:
        super().__init__(app, **kwargs)
        self._played = app
        app.terminal_driver = self
        self._wake_read, self._wake_write = os.pipe()
        self._gone = False
        self._sent: set[str] = set()
        """What the first paint has sent already: left out once."""
        self._typed_early = 0

    @property
    def has_unread(self) -> bool:
        """Whether keys wait in a terminal that is still there."""
        return not self._gone and bool(select.select([self.fileno], [], [], 0)[0])

    def start_application_mode(self) -> None:
        """Take the terminal over, from the first paint where there was one."""
        painted: FirstPaint | None = getattr(self._played, "first_paint", None)
        raw = None if painted is None else painted.raw
        if raw is None or raw.attributes is None:
            self._typed_early = waiting_bytes(self.fileno)
            super().start_application_mode()  # type: ignore[no-untyped-call]
            self._ask_background()
            return
        self._sent = {ENTER_ALTERNATE, HIDE_CURSOR}
        self._typed_early = raw.typed_early
        if raw.is_resized:
            self._played.painter.forget()
        super().start_application_mode()  # type: ignore[no-untyped-call]
        self.attrs_before = raw.attributes
        raw.taken_over()
        asyncio.get_running_loop().call_later(PAINT_SECONDS, self._played.release_painting)
        self._ask_background()
        if self._played.line is not None and not self._played.terminal.slow:
            self._played.line.painted_before(raw.shown, monotonic() - raw.shown_at, self.write)

    def _ask_background(self) -> None:
        """Ask for the colour of the background; what is answered is for the next start."""
        if self._played.line is not None and self._played.terminal.tells_background:
            self.write(BACKGROUND_QUESTION)

    def _background_told(self, colour: Background) -> None:
        app = self._played
        if app.line is None or colour == app.terminal.background:
            return
        with suppress(RuntimeError):  # the program is being left
            app.worker.submit(remember_background, app.settings.data.cache, colour)

    def run_input_thread(self) -> None:
        """Read bytes, turn them into events, until told to stop or the terminal is gone."""
        try:
            intake = InputParser(
                too_long=lambda: self._call("paste_refused"),
                background=self._background_told,
            )
        except ImportError:
            super().run_input_thread()
            return
        decoder = Decoder(getattr(getattr(self._played, "terminal", None), "encoding", UTF_8))
        early = self._typed_early
        try:
            while not self.exit_event.is_set():
                patience = HELD_SECONDS if intake.holds else TICK_SECONDS
                readable, _, _ = select.select([self.fileno, self._wake_read], [], [], patience)
                if self._wake_read in readable:
                    break
                if self._is_full() and self._wait_while_full():
                    break
                if self.fileno in readable:
                    data = self._read()
                    if not data:
                        self._gone = True
                        os.kill(os.getpid(), signal.SIGHUP)
                        break
                    # As a terminal in its usual mode does, it has made new lines of Enter.
                    data = data[:early].replace(b"\n", b"\r") + data[early:]
                    early = max(0, early - len(data))
                    for event in intake.feed(decoder.decode(data)):
                        self.process_message(event)
                    if decoder.has_mended():
                        self._call("bytes_mended")
                    self._line("received", data)
                    continue
                # Only now: on a slow line the bytes of one key come one by one.
                if patience == TICK_SECONDS:
                    self._line("waited")
                for event in intake.tick():
                    self.process_message(event)
        finally:
            intake.close()

    def _call(self, name: str) -> None:
        """Have the app call one of its methods, if it has it, behind the keys before."""
        method: Callable[[], None] | None = getattr(self._played, name, None)
        if method is not None:
            self.process_message(events.Callback(callback=method))

    def _is_full(self) -> bool:
        return bool(getattr(getattr(self._played, "key_queue", None), "full", False))

    def _wait_while_full(self) -> bool:
        """Wait until the app takes more keys. True where it is to end instead."""
        while self._is_full():
            if (
                select.select([self._wake_read], [], [], FULL_GLANCE_SECONDS)[0]
                or self.exit_event.is_set()
            ):
                return True
        return False

    def _line(self, what: str, *data: bytes) -> None:
        """Tell the app's watch of the line, if it has one."""
        watch = getattr(self._played, "line", None)
        if watch is not None:
            getattr(watch, what)(*data)

    def _read(self) -> bytes:
        try:
            return os.read(self.fileno, READ)
        except OSError:  # the other end of the terminal is gone
            return b""

    @property
    def _adds_returns(self) -> bool:
        """Whether the system puts a CR before each LF: then it need not be sent."""
        import termios

        flags = self.attrs_before[OUTPUT_FLAGS] if self.attrs_before else 0
        return bool(flags & termios.OPOST and flags & termios.ONLCR)

    def write(self, data: str) -> None:
        """Send this, unless the terminal is known not to know it."""
        if data in self._sent:
            self._sent.discard(data)
            return
        known = self._known(data)
        if known:
            super().write(known.replace("\r\n", "\n") if self._adds_returns else known)

    def _known(self, data: str) -> str:
        """What to send of this, or in its place."""
        return fitting(data, getattr(self._played, "terminal", None))

    def disable_input(self) -> None:
        """Stop reading, at once."""
        with suppress(OSError):
            os.write(self._wake_write, b"\0")
        super().disable_input()
        with suppress(OSError):
            os.set_blocking(self._wake_read, False)
            os.read(self._wake_read, READ)

    def restore_now(self) -> None:
        """Give the terminal back whatever the rest of the program is waiting for."""
        import termios

        with suppress(OSError, termios.error):
            if self.attrs_before is not None:
                termios.tcsetattr(self.fileno, termios.TCSANOW, self.attrs_before)
        with suppress(OSError):
            out = sys.__stderr__.fileno() if sys.__stderr__ else 2
            os.set_blocking(out, False)
            written = "".join(filter(None, map(self._known, LEAVE_ALL)))
            os.write(out, b"\x1b[m" + written.encode())


QUESTION = "\x1b[c"
ANSWER = re.compile(rb"\x1b\[\?[\d;]*c")
LONGEST = 64
ENOUGH = 400
"""Characters painted: at 9,600 baud they take longer than a quick line's answer may."""
MORE_PAINTINGS = 4
"""Paintings of that size that are measured once a line was late: it need not be late each time."""
SLOW_LOOKS = 3
"""Looks, a tenth of a second each, in which a quick line would have brought the answer."""


class SlowLineFound(Message):
    """The latency probe found a slow line; sent from the thread that reads the terminal."""


class LatencyProbe:
    """Asks, once more after a late answer, and tells of a slow line, from any thread.

    One late answer may be that of a machine that was busy, as most are while a program starts. The
    second question stands alone: if its answer is late too, the line is a slow one. If it is not,
    the next large paintings are measured as the first one was, and a late one decides.
    """

    def __init__(self, slow: Callable[[], object]) -> None:
        self._slow = slow
        self._painted = 0
        self._waiting = False
        self._looks = 0
        self._late = 0
        self._more = 1  # the first screen may be too small to tell
        self._write: Callable[[str], None] = lambda _text: None
        self._heard = b""
        self._head_start = 0

    def painted(self, painting: str, write: Callable[[str], None]) -> None:
        """This has been written: once enough has, the question follows it."""
        self._write = write
        before = self._painted
        self._painted += len(painting)
        if before < ENOUGH <= self._painted:
            self._ask()
        elif self._more and len(painting) >= ENOUGH and not self._waiting:
            self._more -= 1
            self._ask()

    def painted_before(self, painting: str, seconds: float, write: Callable[[str], None]) -> None:
        """This was written so many seconds ago, before anybody could hear an answer.

        The question follows now. Where its answer is late, the line was busy since then.
        """
        self._head_start = int(seconds / TICK_SECONDS)
        self.painted(painting, write)

    def _ask(self) -> None:
        self._waiting, self._looks, self._heard = True, 0, b""
        self._write(QUESTION)

    def waited(self) -> None:
        """A tenth of a second went by in which nothing came."""
        if self._waiting:
            self._looks += 1 + self._head_start
            self._head_start = 0

    def received(self, data: bytes) -> None:
        """Something came: keys, or the answer."""
        if not self._waiting:
            return
        self._heard = (self._heard + data)[-LONGEST:]
        if ANSWER.search(self._heard):
            self._waiting = False
            if self._looks < SLOW_LOOKS:
                return
            self._late += 1
            if self._late == 1:
                self._more = MORE_PAINTINGS
                self._ask()
            else:
                self._more = 0
                self._slow()
