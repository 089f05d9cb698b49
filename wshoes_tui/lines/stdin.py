"""Standard input: a pipe, a file, or the keyboard of a terminal; and the signals that end it.

A signal never cuts into the keeping of words: it is noted, and the next wait for a line
gives way to it.
"""

from __future__ import annotations

import os
import select
import signal
import sys
import termios
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import replace
from types import FrameType
from typing import Any

from wshoes_tui.lines.line_splitter import LineSplitter, Stopped, TypedLine
from wshoes_tui.terminal.encodings import UTF_8

CHUNK = 65536
LONGEST_OF_TERMINAL = 4095
"""Bytes of a line, its end included, from which on a terminal may have dropped some: it drops
what goes beyond 4,095 without a word, and hands over one line at a time.
"""
PATIENCE_SECONDS = 1.0
ENDING = (signal.SIGINT, signal.SIGQUIT, signal.SIGTERM, signal.SIGHUP)


class StandardInput:
    """The ``LineSource`` of standard input."""

    def __init__(self, encoding: str = UTF_8) -> None:
        self._descriptor = None if sys.stdin is None else sys.stdin.fileno()
        self._splitter = LineSplitter(encoding)
        self._ready: list[TypedLine] = []
        self._ended = self._descriptor is None
        self._woken, self._waking = os.pipe()
        self._signal = 0
        self._writing = False
        self._terminal = TerminalInput(self._descriptor)

    @contextmanager
    def open(self) -> Iterator[StandardInput]:
        """Watch for signals, and leave terminal and signals as they were found."""
        for end in (self._woken, self._waking):
            os.set_blocking(end, False)
        woken_before = signal.set_wakeup_fd(self._waking, warn_on_full_buffer=False)
        before = {number: signal.signal(number, self._note) for number in ENDING}
        before[signal.SIGALRM] = signal.signal(signal.SIGALRM, self._give_up)
        self._terminal.take_over()
        try:
            yield self
        finally:
            self._terminal.restore()
            signal.setitimer(signal.ITIMER_REAL, 0)
            signal.set_wakeup_fd(woken_before)
            for number, handler in before.items():
                signal.signal(number, handler)
            os.close(self._woken)
            os.close(self._waking)

    def next(self) -> TypedLine | None:
        """Wait for the next line; None at the end. Raises Stopped when a signal came."""
        while not self._ready and not self._ended:
            self._wait()
        if self._signal:
            raise self._stopped()
        return self._ready.pop(0) if self._ready else None

    def rest(self) -> TypedLine | None:
        """What was typed of a line without an end, also where a terminal still held it.

        None as well where whole lines before it were not taken any more.
        """
        taken = self._terminal.take_unfinished()
        self._ready += self._splitter.feed(taken)
        rest = None if self._ready else self._splitter.rest()
        return rest and replace(rest, shown=bool(taken))

    def hide(self, hidden: bool) -> None:
        """Switch the echo of a terminal off, or on again."""
        self._terminal.echo(not hidden)

    def guarding(self, write: Callable[[str], None]) -> Callable[[str], None]:
        """``write``, given up with Stopped a while after a signal, where nobody reads."""

        def guarded(text: str) -> None:
            self._writing = True
            try:
                write(text)
            finally:
                self._writing = False

        return guarded

    def _wait(self) -> None:
        if self._signal or self._descriptor is None:
            raise self._stopped()
        readable, _, _ = select.select([self._descriptor, self._woken], [], [])
        if self._descriptor not in readable:
            return
        try:
            data = os.read(self._descriptor, CHUNK)
        except OSError:  # the terminal is gone
            data = b""
        self._ended = not data
        cut = self._terminal.is_one and len(data) >= LONGEST_OF_TERMINAL
        lines = self._splitter.feed(data)
        self._ready += [replace(line, cut=True) for line in lines] if cut else lines

    def _stopped(self) -> Stopped:
        return Stopped(self._signal, shown=self._terminal.is_one and self._signal == signal.SIGINT)

    def _note(self, number: int, _frame: FrameType | None) -> None:
        self._signal = self._signal or number
        signal.setitimer(signal.ITIMER_REAL, PATIENCE_SECONDS, PATIENCE_SECONDS)

    def _give_up(self, _number: int, _frame: FrameType | None) -> None:
        if self._writing:
            raise Stopped(self._signal, unheard=True)


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
