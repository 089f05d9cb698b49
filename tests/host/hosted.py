"""A whole host as somebody starts it, and people who reach it with the ssh of this computer.

with Hosted(tmp_path) as hosted:
    asha = hosted.joins("Asha")
    asha.says("Nobody asked me.")
    asha.until("Saved:")
"""

from __future__ import annotations

import fcntl
import os
import pty
import re
import select
import shutil
import signal
import sqlite3
import struct
import subprocess
import sys
import termios
import time
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from types import TracebackType
from typing import Self

import pyte
import pytest

from tests.bench.program import ROOT
from tests.terminal.window import CachedScreen

CODE, FACILITATOR = "maple-otter-47", "lime-planet-stone-12"
PATIENCE_SECONDS = 60.0
PORT = re.compile(r"ssh -p (\d+) ")
KEY = re.compile(r"Your own key: ((?:[a-z]+-){4}\d{4})")
NO_FILES = ("-F", "/dev/null", "-o", "UserKnownHostsFile=/dev/null", "-o", "IdentitiesOnly=yes")
SSH = (
    "ssh", *NO_FILES, "-o", "StrictHostKeyChecking=no", "-o", "LogLevel=ERROR",
    "-o", "NumberOfPasswordPrompts=1",
)  # fmt: skip


class Hosted:
    """``wshoes host --headless`` in a process of its own, over one data folder."""

    def __init__(self, folder: Path, *words: str) -> None:
        needs_ssh()
        self.data = folder / "data"
        self.port = 0
        self.said: list[str] = []
        self.log = folder / "host.log"
        self._words = words or ("home-from-hospital",)
        self._folder = folder
        self._askpass = folder / "code.sh"
        self._askpass.write_text('#!/bin/sh\necho "$CODE"\n')
        self._askpass.chmod(0o700)
        self._guests: list[Guest] = []
        self._process: subprocess.Popen[str] | None = None

    def __enter__(self) -> Self:
        self.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        for guest in self._guests:
            guest.drop()
        if self._process is not None and self._process.poll() is None:
            self._process.terminate()
            self._process.wait(PATIENCE_SECONDS)

    def start(self) -> None:
        """Start it, or start it again after ``kill``."""
        codes = ("--code", CODE, "--facilitator-code", FACILITATOR)
        with self.log.open("a") as log:
            self._process = subprocess.Popen(
                [sys.executable, "-m", "wshoes_tui", "--data", str(self.data), "host",
                 *self._words, "--headless", "--port", str(self.port), *codes],
                stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=log, text=True,
                env=surroundings(),
            )  # fmt: skip
        assert self._process.stdout is not None
        while not (found := PORT.search(line := self._process.stdout.readline())):
            assert line, f"the host has ended: {self.log.read_text()}"
            self.said.append(line)
        self.port = int(found[1])

    def until_said(self, text: str) -> None:
        """Wait until it writes this on its own output."""
        assert self._process is not None
        assert self._process.stdout is not None
        while text not in (line := self._process.stdout.readline()):
            assert line, f"the host has ended: {self.log.read_text()}"

    def kill(self) -> None:
        """Kill it where it stands."""
        assert self._process is not None
        self._process.kill()
        self._process.wait(PATIENCE_SECONDS)

    def ends(self) -> int:
        """Ask it to end. Its exit status."""
        assert self._process is not None
        self._process.terminate()
        return self._process.wait(PATIENCE_SECONDS)

    def last_words(self) -> str:
        """Ask it to end. What it has to say until then."""
        assert self._process is not None
        self._process.terminate()
        return self._process.communicate(timeout=PATIENCE_SECONDS)[0]

    def comes(self, name: str, code: str = CODE, *words: str) -> Guest:
        """Somebody on a line without a terminal."""
        guest = Guest([*SSH, "-T", "-p", str(self.port), *words, f"{name}@127.0.0.1"], self, code)
        self._guests.append(guest)
        return guest

    def facilitates(self) -> Guest:
        """The facilitator, in plain lines."""
        guest = self.comes("jo", FACILITATOR)
        guest.until("Question:")
        return guest

    def joins(self, name: str) -> Guest:
        """Somebody goes in and agrees."""
        guest = self.comes(name)
        guest.until("What do you want to be called?")
        guest.says("/go")
        guest.until("Do you agree?")
        guest.says("/go")
        guest.until("Your own key:")
        found = KEY.search(guest.heard)
        assert found is not None
        guest.key = found[1]
        return guest

    @contextmanager
    def on_screen(
        self, name: str, code: str = CODE, *, term: str = "xterm", size: tuple[int, int] = (80, 24)
    ) -> Iterator[Screen]:
        """Somebody at a terminal."""
        command = [*SSH, "-tt", "-p", str(self.port), f"{name}@127.0.0.1"]
        screen = Screen(command, self.environment(code) | {"TERM": term}, size)
        try:
            yield screen
        finally:
            screen.drop()

    def environment(self, code: str) -> dict[str, str]:
        """What lets ssh answer the question for the code by itself."""
        asking = {"SSH_ASKPASS": str(self._askpass), "SSH_ASKPASS_REQUIRE": "force"}
        return surroundings() | asking | {"CODE": code}

    def until_kept(self, words: str) -> None:
        """Wait until a field with these words is kept."""
        end = time.monotonic() + PATIENCE_SECONDS
        where = f"file:{self.data / 'wshoes.db'}?mode=ro"
        while time.monotonic() < end:
            with closing(sqlite3.connect(where, uri=True)) as database:
                if (words,) in database.execute("SELECT text FROM draft").fetchall():
                    return
            time.sleep(0.05)
        raise AssertionError(f"never kept: {words}")

    @property
    def written(self) -> bytes:
        """All that the host has put into its log."""
        return self.log.read_bytes()


class Guest:
    """Somebody on a line without a terminal: sends lines, hears lines."""

    def __init__(self, command: Sequence[str], hosted: Hosted, code: str) -> None:
        self.key = ""
        self.heard = ""
        self.bytes = b""
        self._from = 0
        self._process = subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
            env=hosted.environment(code), start_new_session=True,
        )  # fmt: skip

    def says(self, *lines: str) -> None:
        """Send these lines. What is waited for afterwards must come after them."""
        self._from = len(self.heard)
        assert self._process.stdin is not None
        with suppress(BrokenPipeError):
            self._process.stdin.write("".join(f"{line}\n" for line in lines).encode())
            self._process.stdin.flush()

    def until(self, *texts: str) -> str:
        """Wait until one of these is heard; which one."""
        end = time.monotonic() + PATIENCE_SECONDS
        while True:
            for text in texts:
                if text in self.heard[self._from :]:
                    return text
            assert self.hears(end - time.monotonic()), f"never heard {texts}:\n{self.heard}"

    def told(self, text: str) -> bool:
        """Whether this was heard since something was last said."""
        return text in self.heard[self._from :]

    def hears(self, seconds: float) -> bool:
        """Take in what comes next. False if nothing did, or the line is at its end."""
        assert self._process.stdout is not None
        descriptor = self._process.stdout.fileno()
        if seconds <= 0 or not select.select([descriptor], [], [], seconds)[0]:
            return False
        data = os.read(descriptor, 65536)
        self.bytes += data
        self.heard = self.bytes.decode(errors="replace")
        return bool(data)

    def drop(self) -> None:
        """The line is gone, without a word."""
        with suppress(ProcessLookupError):
            self._process.kill()
        self._process.wait(PATIENCE_SECONDS)
        for stream in (self._process.stdin, self._process.stdout):
            if stream is not None:
                with suppress(BrokenPipeError):
                    stream.close()


class Screen:
    """Somebody at a terminal of so many columns and lines."""

    def __init__(self, command: Sequence[str], env: dict[str, str], size: tuple[int, int]) -> None:
        self.received = b""
        self._screen = CachedScreen(*size)
        self._stream = pyte.ByteStream(self._screen)
        pid, self._master = pty.fork()
        if pid == 0:
            os.execvpe(command[0], command, env)
        self._pid = pid
        self.resize(*size)

    def resize(self, columns: int, lines: int) -> None:
        """Another size of the window."""
        fcntl.ioctl(self._master, termios.TIOCSWINSZ, struct.pack("HHHH", lines, columns, 0, 0))
        self._screen.resize(lines, columns)

    def types(self, keys: str) -> None:
        """Type these."""
        os.write(self._master, keys.encode())

    def until(self, text: str) -> None:
        """Wait until this stands on the screen."""
        end = time.monotonic() + PATIENCE_SECONDS
        while text not in self.shown:
            assert self._reads(end - time.monotonic()), f"never seen {text!r}:\n{self.shown}"

    @property
    def shown(self) -> str:
        """What is on the screen, with every run of white space as one space."""
        return " ".join(" ".join(self._screen.display).split())

    def _reads(self, seconds: float) -> bool:
        if seconds <= 0 or not select.select([self._master], [], [], seconds)[0]:
            return False
        try:
            data = os.read(self._master, 65536)
        except OSError:
            return False
        self.received += data
        self._stream.feed(data)
        return bool(data)

    def drop(self) -> None:
        """The terminal is gone."""
        with suppress(ProcessLookupError):
            os.kill(self._pid, signal.SIGKILL)
        os.close(self._master)
        with suppress(ChildProcessError):
            os.waitpid(self._pid, 0)


def needs_ssh() -> None:
    """Leave the test out where there is no ssh to join with."""
    if shutil.which("ssh") is None:
        pytest.skip("needs the client of OpenSSH")


def surroundings() -> dict[str, str]:
    """An environment in which nothing of the reader's own is found."""
    left_out = ("WSHOES", "NO_COLOR", "SSH_", "LC_", "LANG")
    ours = {k: v for k, v in os.environ.items() if not k.startswith(left_out)}
    return ours | {"PYTHONPATH": str(ROOT), "LC_ALL": "C.UTF-8", "TERM": "xterm"}


def begins(facilitator: Guest) -> None:
    """Through the opening to the first card."""
    for step in ("Step: 1", "Step: 2", "Step: 3", "Card:"):
        facilitator.says("/go")
        facilitator.until(step)
