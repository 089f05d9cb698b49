"""A program on a terminal of its own: what it shows, what it writes, what it costs."""

from __future__ import annotations

import fcntl
import os
import select
import signal
import struct
import sys
import termios
import time
from collections.abc import Callable, Mapping
from pathlib import Path
from types import TracebackType
from typing import Self

from tests.bench import machine
from tests.bench.emulator import Emulator

ROOT = Path(__file__).parents[2]
PATIENCE_SECONDS = 60.0
"""How long anything may take; only a hang takes as long."""
QUIET_SECONDS = 0.15
"""A program that writes nothing for so long has finished its answer to a key."""
CHUNK = 65_536
SLOW_CHUNK = 16
"""Bytes read in one go from a line on which every byte takes its time."""
LEFT_OUT = ("LINES", "COLUMNS", "NO_COLOR", "PYTHONDONTWRITEBYTECODE", "TEXTUAL", "WSHOES")
"""Beginnings of names: what the reader's own environment may hold and a measurement must not."""

TERMINAL = {"TERM": "xterm-256color", "COLORTERM": "truecolor", "LC_ALL": "C.UTF-8"}


class StuckError(Exception):
    """The program did not do what was waited for."""


class Program:
    """``python -m MODULE WORD...`` as somebody meets it at a terminal; a context manager.

    With ``baud``, what it writes comes over a line that is no quicker.

    Attributes:
        written: bytes it wrote so far.
        clock: seconds from its start to the text that was last waited for.
    """

    def __init__(
        self, module: str, *words: str, env: Mapping[str, str] | None = None, baud: int = 0
    ) -> None:
        self.written = 0
        self.clock = 0.0
        self._byte_seconds = 10 / baud if baud else 0.0
        self._screen = Emulator()
        self._ended = False
        self._master, slave = os.openpty()
        size = struct.pack("HHHH", self._screen.rows, self._screen.columns, 0, 0)
        fcntl.ioctl(slave, termios.TIOCSWINSZ, size)
        terminal = os.ttyname(slave)
        command = [sys.executable, "-m", module, *words]
        self._started = time.perf_counter()
        # The leader of a new session takes the first terminal it opens as its own.
        self.pid = os.posix_spawn(
            sys.executable,
            command,
            _surroundings(env or {}),
            setsid=True,
            file_actions=[
                (os.POSIX_SPAWN_OPEN, 0, terminal, os.O_RDWR, 0),
                (os.POSIX_SPAWN_DUP2, 0, 1),
                (os.POSIX_SPAWN_DUP2, 0, 2),
            ],
        )
        os.close(slave)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if not self._ended:
            os.kill(self.pid, signal.SIGKILL)
            os.waitpid(self.pid, 0)
        os.close(self._master)

    # -- what it shows

    def lines(self) -> list[str]:
        """The rows of its screen."""
        return self._screen.lines()

    def shows(self, *texts: str) -> bool:
        """Whether each of these stands on the screen, within one row."""
        lines = self.lines()
        return all(any(text in line for line in lines) for text in texts)

    def until(self, *texts: str) -> Self:
        """Wait until all of these stand on the screen.

        Raises:
            StuckError: they did not come, or the program ended first.
        """
        return self.until_true(lambda: self.shows(*texts), " and ".join(texts))

    def until_true(self, holds: Callable[[], bool], what: str) -> Self:
        """Wait until this holds of the screen. ``what`` names it where it never does.

        Raises:
            StuckError: it never held.
        """
        end = time.perf_counter() + PATIENCE_SECONDS
        while not holds():
            if self._ended or not self._read(end):
                raise StuckError(f"never seen: {what}\n" + "\n".join(self.lines()))
        return self

    def rest(self, quiet: float = QUIET_SECONDS) -> Self:
        """Wait until it has written nothing for so many seconds."""
        while not self._ended and self._read(time.perf_counter() + quiet):
            pass
        return self

    def watch(self, seconds: float) -> None:
        """Read for exactly so long."""
        end = time.perf_counter() + seconds
        while not self._ended and self._read(end):
            pass

    # -- what is typed

    def press(self, keys: str) -> None:
        """Type these keys, without waiting."""
        os.write(self._master, keys.encode())

    def answer_to(self, keys: str, *texts: str) -> int:
        """Type these keys, wait for these texts and for the answer to be over: its bytes."""
        before = self.written
        self.press(keys)
        self.until(*texts).rest()
        return self.written - before

    def timed(self, keys: str, *texts: str) -> float:
        """Type these keys; milliseconds until the last byte of the answer has come."""
        begun = time.perf_counter() - self._started
        self.answer_to(keys, *texts)
        return (self.clock - begun) * 1000

    def ended_after(self, keys: str) -> float:
        """Type the keys that leave the program; milliseconds until it has ended.

        Raises:
            StuckError: it did not end.
        """
        end = os.pidfd_open(self.pid)
        try:
            waiting = [end, self._master]
            sent = time.perf_counter()
            self.press(keys)
            while end not in (ready := select.select(waiting, [], [], PATIENCE_SECONDS)[0]):
                if not ready:
                    raise StuckError("it does not end")
                if not self._read(sent):
                    waiting = [end]
            took = time.perf_counter() - sent
        finally:
            os.close(end)
        os.waitpid(self.pid, 0)
        self._ended = True
        return took * 1000

    # -- what it costs

    def unshared_mb(self) -> float:
        """Its unshared memory now, in MB."""
        return machine.unshared_mb(self.pid)

    def filled_mb(self) -> float:
        """The memory it has written to, in MB."""
        return machine.filled_mb(self.pid)

    def processor_ms(self) -> float:
        """Its processor time so far, in milliseconds."""
        return machine.processor_ms(self.pid)

    def _read(self, until: float) -> bool:
        """Take in what it writes next. False when it wrote nothing by then, or is gone."""
        wait = max(0.0, until - time.perf_counter())
        if not select.select([self._master], [], [], wait)[0]:
            return False
        try:
            data = os.read(self._master, SLOW_CHUNK if self._byte_seconds else CHUNK)
        except OSError:  # the program has let go of the terminal
            return False
        time.sleep(len(data) * self._byte_seconds)
        self.clock = time.perf_counter() - self._started
        self.written += len(data)
        if answers := self._screen.feed(data):
            os.write(self._master, answers)
        return bool(data)


def _surroundings(more: Mapping[str, str]) -> dict[str, str]:
    ours = {k: v for k, v in os.environ.items() if not k.startswith(LEFT_OUT)}
    return {**ours, **TERMINAL, "PYTHONPATH": str(ROOT), **more}
