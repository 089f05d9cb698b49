"""Standard input of line mode: a pipe, a file, or the keyboard of a terminal; and signals.

A signal never cuts into the keeping of words: it is noted, and the loop ends once the line that
is worked is done. asyncio is imported only when a loop reads, after the first card is written.
"""

from __future__ import annotations

import os
import select
import signal
import sys
import termios
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from types import FrameType
from typing import TYPE_CHECKING, Any

from wshoes_tui.domain.value import replace
from wshoes_tui.lines.key_sources import KeySource, LineSplitter, TypedLine
from wshoes_tui.terminal.encodings import UTF_8

if TYPE_CHECKING:
    from wshoes_tui.lines.line_loop import LineLoop

CHUNK = 65536
LONGEST_OF_TERMINAL = 4095
"""Bytes of a line, its end included, from which on a terminal may have dropped some: it drops
what goes beyond 4,095 without a word, and hands over one line at a time.
"""
PATIENCE_SECONDS = 1.0
ENDING = (signal.SIGINT, signal.SIGQUIT, signal.SIGTERM, signal.SIGHUP)


class Stopped(Exception):  # noqa: N818 - somebody's wish, no error
    """A signal asks the program to end while nobody takes what is written."""


class StandardInput(KeySource):
    """Standard input; ``write`` takes lines for standard output.

    A terminal shows what is typed, and keeps a line to itself until it is ended. ``stopped`` is
    the number of the signal that asked the program to end, or 0.
    """

    def __init__(self, write: Callable[[str], None], encoding: str = UTF_8) -> None:
        self.stopped = 0
        self._write = write
        self._descriptor = None if sys.stdin is None else sys.stdin.fileno()
        self._splitter = LineSplitter(encoding)
        self._woken, self._waking = os.pipe()
        self._writing = self._left_shown = self._ended = False
        self._terminal = TerminalInput(self._descriptor)

    @contextmanager
    def open(self) -> Iterator[None]:
        """Watch for signals, and leave terminal and signals as they were found."""
        for end in (self._woken, self._waking):
            os.set_blocking(end, False)
        woken_before = signal.set_wakeup_fd(self._waking, warn_on_full_buffer=False)
        before = {number: signal.signal(number, self._note) for number in ENDING}
        before[signal.SIGALRM] = signal.signal(signal.SIGALRM, self._give_up)
        self._terminal.take_over()
        try:
            yield
        finally:
            self._terminal.restore()
            signal.setitimer(signal.ITIMER_REAL, 0)
            signal.set_wakeup_fd(woken_before)
            for number, handler in before.items():
                signal.signal(number, handler)
            os.close(self._woken)
            os.close(self._waking)

    @contextmanager
    def reading_into(self, lines: LineLoop[Any]) -> Iterator[None]:
        """Feed the loop what comes, and stop it at a signal. On a running event loop.

        Its selector must be one that takes regular files: those of select and poll do.
        """
        import asyncio

        if self._descriptor is None:
            lines.end_of_input()
            yield
            return
        loop, descriptor = asyncio.get_running_loop(), self._descriptor

        def read() -> None:
            try:
                data = b"" if lines.ended else os.read(descriptor, CHUNK)
            except OSError:  # the terminal is gone
                data = b""
            if data:
                lines.feed(data)
            elif not lines.ended:
                self._ended = True
                lines.end_of_input()
            if lines.full or lines.ended:
                loop.remove_reader(descriptor)

        def wake() -> None:
            with suppress(BlockingIOError):
                os.read(self._woken, CHUNK)
            if self.stopped:
                lines.stop()

        lines.on_drained = lambda: loop.add_reader(descriptor, read)
        lines.on_drained()
        loop.add_reader(self._woken, wake)
        try:
            yield
        finally:
            loop.remove_reader(self._woken)
            loop.remove_reader(descriptor)

    @property
    def in_a_line(self) -> bool:
        """Whether a terminal shows a line that has not ended: what was typed, or a Ctrl+C."""
        return self._left_shown or (self._terminal.is_one and self.stopped == signal.SIGINT)

    def feed(self, data: bytes) -> list[TypedLine]:
        """The lines that end in this data."""
        lines = self._splitter.feed(data)
        cut = self._terminal.is_one and len(data) >= LONGEST_OF_TERMINAL
        return [replace(line, cut=True) for line in lines] if cut else lines

    def rest(self) -> TypedLine | None:
        """What was typed of a line without an end, also where a terminal still held it.

        None as well where whole lines stand before it that were not read. Where they leave by
        their own wish, a terminal keeps what was typed for the program that comes after.
        """
        taken = self._terminal.take_unfinished() if self.stopped or self._ended else b""
        self._left_shown = bool(taken)
        return None if self._splitter.feed(taken) else self._splitter.rest()

    def hide(self, hidden: bool) -> None:
        """Switch the echo of a terminal off, or on again."""
        self._terminal.echo(not hidden)

    def show_message(self, text: str) -> None:
        """Write whole lines.

        Raises:
            Stopped: a signal came, and a while later they were not taken yet.
        """
        self._writing = True
        try:
            self._write(text)
        finally:
            self._writing = False

    def _note(self, number: int, _frame: FrameType | None) -> None:
        self.stopped = self.stopped or number
        signal.setitimer(signal.ITIMER_REAL, PATIENCE_SECONDS, PATIENCE_SECONDS)

    def _give_up(self, _number: int, _frame: FrameType | None) -> None:
        if self._writing:
            raise Stopped


class TerminalInput:
    """What a terminal does with a line until it is finished. On anything else, nothing."""

    def __init__(self, descriptor: int | None) -> None:
        self._descriptor = descriptor
        self._before: list[Any] | None = None
        if descriptor is not None and os.isatty(descriptor):
            with suppress(termios.error):
                self._before = termios.tcgetattr(descriptor)

    @property
    def is_one(self) -> bool:
        """Whether it is a terminal at all."""
        return self._before is not None

    def take_over(self) -> None:
        """Let Ctrl+C end the program without throwing away the line that stands there."""
        self._set(lambda local: local | termios.NOFLSH)

    def echo(self, shown: bool) -> None:
        """Show what is typed, or only that a line was ended."""
        if shown:
            self.take_over()
        else:
            self._set(lambda local: (local | termios.NOFLSH | termios.ECHONL) & ~termios.ECHO)

    def send_every_key(self) -> None:
        """Hand every key over as it comes and show none, for a ``LineEditor``."""
        modes = termios.ICANON | termios.ECHO | termios.ISIG | termios.IEXTEN
        self._set(lambda local: local & ~modes)

    def restore(self) -> None:
        """As it was found."""
        self._set(lambda local: local)

    def take_unfinished(self) -> bytes:
        """What was typed of a line whose end has not come."""
        if self._descriptor is None or self._before is None:
            return b""
        taken = b""
        self._set(lambda local: local & ~(termios.ICANON | termios.ECHO))
        with suppress(OSError):
            while select.select([self._descriptor], [], [], 0)[0]:
                data = os.read(self._descriptor, CHUNK)
                if not data:
                    break
                taken += data
        self.restore()
        return taken

    def _set(self, local: Callable[[int], int]) -> None:
        if self._before is None or self._descriptor is None:
            return
        attributes = list(self._before)
        attributes[3] = local(attributes[3])
        with suppress(termios.error):
            termios.tcsetattr(self._descriptor, termios.TCSANOW, attributes)
