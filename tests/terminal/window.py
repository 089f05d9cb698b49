"""A terminal window with the program in it.

    with Window("rehearse", data=folder) as window:
        window.until("stands here")
        window.type("I want my own bed.", ENTER)
        window.until("saved")
        assert window.leave() == 0

Waits for what appears on the screen, never for a time: only a hang takes ``PATIENCE_SECONDS``.
"""

from __future__ import annotations

import fcntl
import os
import pty
import re
import select
import struct
import subprocess
import sys
import termios
import time
from collections.abc import Callable
from pathlib import Path
from types import TracebackType
from typing import Any, Self

import pyte

ENTER, ESC, TAB = "\r", "\x1b", "\t"
UP, DOWN = "\x1b[A", "\x1b[B"

ROOT = Path(__file__).parents[2]
KEPT = ("PATH", "HOME", "WSHOES_PATCHES", "PYTHONPYCACHEPREFIX")
"""What of the environment of the tests a program is given."""
PATIENCE_SECONDS = 60.0
GLANCE_SECONDS = 0.2
REST_SECONDS = 0.01

MODE = re.compile(rb"\x1b\[\?([\d;]+)([hl])")
PENS = re.compile(rb"\x1b\[([\d;]*)m")
CURSOR, WRAP = 25, 7
ON_AT_FIRST = {CURSOR, WRAP}


class CachedScreen(pyte.Screen):
    """A pyte screen that reads a line again only where it has changed."""

    def __init__(self, columns: int, lines: int) -> None:
        self._texts: dict[int, str] = {}
        super().__init__(columns, lines)

    @property
    def display(self) -> list[str]:
        """What is on the screen, line by line."""
        for y in self.dirty:
            line = self.buffer[y]
            self._texts[y] = "".join(line[x].data for x in range(self.columns))
        self.dirty.clear()
        return [self._texts[y] for y in range(self.lines)]


class Window:
    """The program, a pseudo-terminal around it, and an emulator that shows what it paints."""

    def __init__(
        self,
        *words: str,
        data: Path,
        size: tuple[int, int] = (80, 24),
        env: dict[str, str] | None = None,
    ) -> None:
        width, height = size
        self.screen = CachedScreen(width, height)
        self._stream = pyte.ByteStream(self.screen)
        self.sent = b""
        self._master, self._slave = pty.openpty()
        self._set_size(width, height)
        self.manners_before = termios.tcgetattr(self._slave)
        self.process = subprocess.Popen(
            [sys.executable, "-m", "wshoes_tui", *words],
            stdin=self._slave,
            stdout=self._slave,
            stderr=self._slave,
            env=_environment(data, env or {}),
            cwd=data.parent,
            preexec_fn=lambda: os.login_tty(self._slave),
            pass_fds=(self._slave,),
        )

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if self.process.poll() is None:
            self.process.kill()
            self.process.wait()
        for descriptor in (self._master, self._slave):
            if descriptor >= 0:
                os.close(descriptor)

    # -- hands

    def type(self, *keys: str | bytes) -> None:
        """Send keys, as a keyboard does, all at once."""
        for key in keys:
            os.write(self._master, key if isinstance(key, bytes) else key.encode())

    def resize(self, width: int, height: int) -> None:
        """Make the window that large."""
        self._set_size(width, height)
        self.screen.resize(height, width)
        self.screen.erase_in_display(2)  # terminals differ in what they leave standing

    def _set_size(self, width: int, height: int) -> None:
        size = struct.pack("HHHH", height, width, 0, 0)
        fcntl.ioctl(self._master, termios.TIOCSWINSZ, size)

    def signal(self, number: int) -> int:
        """Send a signal to the program and see it end. Returns its status, negative for a kill."""
        self.process.send_signal(number)
        return self.end()

    def close(self) -> int:
        """Close the window as a person does: the terminal is gone. Returns the exit status."""
        os.close(self._slave)
        os.close(self._master)
        self._master = self._slave = -1
        return self.process.wait(PATIENCE_SECONDS)

    def leave(self, *keys: str) -> int:
        """Type the way out and see the program end. Returns the exit status."""
        self.type(*keys)
        return self.end()

    def end(self) -> int:
        """See the program end, and read all it has to say. Returns the exit status."""
        until = time.monotonic() + PATIENCE_SECONDS
        while self.process.poll() is None:
            self._read()
            assert time.monotonic() < until, f"the program does not end:\n{self.picture}"
        while self._read(0):
            pass
        return self.process.returncode

    # -- eyes

    @property
    def lines(self) -> list[str]:
        """What is on the screen, line by line, without the spaces at their ends."""
        return [line.rstrip() for line in self.screen.display]

    @property
    def text(self) -> str:
        """What is on the screen, with every run of white space as one space."""
        return " ".join(" ".join(self.screen.display).split())

    @property
    def picture(self) -> str:
        """What is on the screen, as a text of so many lines."""
        return "\n".join(self.lines)

    @property
    def field(self) -> str:
        """The words in the field of a turn: the lines with a bar, as one."""
        rows = [line.strip() for line in self.lines]
        return " ".join(row[1:].strip() for row in rows if row[:1] in ("▌", "|", "┃"))

    def until(self, wanted: str | Callable[[list[str]], Any]) -> None:
        """Wait until a text is on the screen, or something is true of its lines, and stays so.

        A terminal hands on a large frame in pieces: what comes right behind belongs to it.
        """
        end = time.monotonic() + PATIENCE_SECONDS
        runs = True
        while not self._shows(wanted) or self._read(REST_SECONDS):
            assert runs, f"the program ended before {wanted} came:\n{self.picture}"
            runs = self.process.poll() is None
            while not runs and self._read(0):
                pass
            assert time.monotonic() < end, f"never came: {wanted}\n{self.picture}"
            if runs and not self._shows(wanted):
                self._read()

    def _shows(self, wanted: str | Callable[[list[str]], Any]) -> bool:
        return wanted in self.text if isinstance(wanted, str) else bool(wanted(self.lines))

    def _read(self, seconds: float = GLANCE_SECONDS) -> bool:
        readable, _, _ = select.select([self._master], [], [], seconds)
        if not readable:
            return False
        data = os.read(self._master, 1 << 16)
        self.sent += data
        self._stream.feed(data)
        return True

    # -- what is left behind

    @property
    def modes(self) -> set[int]:
        """The private modes that are on now."""
        on = set(ON_AT_FIRST)
        for found in MODE.finditer(self.sent):
            numbers = {int(number) for number in found[1].split(b";")}
            on = on | numbers if found[2] == b"h" else on - numbers
        return on

    @property
    def is_restored(self) -> bool:
        """Whether the terminal is as it was before the program came."""
        pens = PENS.findall(self.sent)
        kitty = self.sent.count(b"\x1b[>1u") - self.sent.count(b"\x1b[<u")
        return (
            self.modes == ON_AT_FIRST
            and termios.tcgetattr(self._slave) == self.manners_before
            and (not pens or pens[-1] in (b"", b"0"))
            and kitty <= 0
        )


def _environment(data: Path, more: dict[str, str]) -> dict[str, str]:
    kept = {name: os.environ[name] for name in KEPT if name in os.environ}
    return {
        **kept,
        "TERM": "xterm-256color",
        "LC_ALL": "C.UTF-8",
        "PYTHONPATH": str(ROOT),
        "WSHOES_DATA": str(data),
        **more,
    }
