"""Line mode as a process of its own, on a pipe or on a terminal."""

from __future__ import annotations

import os
import pty
import re
import select
import subprocess
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

ROOT = Path(__file__).parents[2]
DECKS = Path(__file__).parent / "decks"
PATIENCE = 60.0
FORETOLD = """
import random, secrets, sys
random.SystemRandom = lambda: random.Random(7)
from wshoes_tui.__main__ import main
sys.exit(main())
"""
"""The program with a chance that is the same each time."""


def command(*words: str, code: str = "") -> list[str]:
    """The command line of ``wshoes`` with the deck of these tests, or of Python code."""
    start = ["-c", code] if code else ["-m", "wshoes_tui"]
    return [sys.executable, *start, *words, "--decks", str(DECKS), "--lang", "en-GB"]


def surroundings(**more: str) -> dict[str, str]:
    """The environment of a process."""
    return {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONUTF8": "1", **more}


@dataclass(frozen=True, slots=True)
class Ran:
    """What a run left behind."""

    status: int
    out: str
    err: str

    @property
    def lines(self) -> list[str]:
        """The lines it wrote."""
        return self.out.splitlines()


def piped(typed: str | bytes, *words: str, code: str = "", **environ: str) -> Ran:
    """Run it with this on standard input."""
    data = typed.encode() if isinstance(typed, str) else typed
    done = subprocess.run(
        command(*words, code=code),
        input=data,
        capture_output=True,
        env=surroundings(**environ),
        timeout=PATIENCE,
        check=False,
    )
    assert b"Traceback" not in done.stderr, done.stderr
    return Ran(done.returncode, done.stdout.decode(), done.stderr.decode())


def without_ids(text: str) -> str:
    """A transcript without what differs from run to run."""
    return re.sub(r"\b[0-9a-f]{8}\b", "12345678", text)


@dataclass
class Dialogue:
    """A process that is talked to line by line; ``heard`` is everything it wrote."""

    process: subprocess.Popen[bytes]
    reading: int
    writing: int
    heard: str = ""
    _at: int = 0
    _ends: list[int] = field(default_factory=list)

    @classmethod
    def on_pipes(cls, *words: str) -> Dialogue:
        """On pipes, as from a script."""
        process = subprocess.Popen(
            command(*words), stdin=subprocess.PIPE, stdout=subprocess.PIPE, env=surroundings()
        )
        assert process.stdin is not None
        assert process.stdout is not None
        return cls(process, process.stdout.fileno(), process.stdin.fileno())

    @classmethod
    def on_a_terminal(cls, *words: str, term: str = "dumb", run: Sequence[str] = ()) -> Dialogue:
        """On a terminal of its own, which is also the one that Ctrl+C comes from.

        ``run`` is another command in place of ``wshoes`` with these words.
        """
        ours, theirs = pty.openpty()
        process = subprocess.Popen(
            [sys.executable, "-c", TAKE_TERMINAL, *(run or command(*words))],
            stdin=theirs,
            stdout=theirs,
            stderr=theirs,
            env=surroundings(TERM=term, COLUMNS="80", LINES="24"),
            start_new_session=True,
        )
        os.close(theirs)
        return cls(process, ours, ours, _ends=[ours])

    def type(self, text: str) -> None:
        """Type, without waiting."""
        os.write(self.writing, text.encode())

    def until(self, wanted: str) -> str:
        """What it says from here until after this. Fails where it is not said."""
        until = time.monotonic() + PATIENCE
        while wanted not in self.heard[self._at :]:
            assert time.monotonic() < until, self.heard[self._at :]
            assert self._hear(0.5) or self.process.poll() is None, self.heard[self._at :]
        end = self.heard.index(wanted, self._at) + len(wanted)
        said, self._at = self.heard[self._at : end], end
        return said

    def ask(self, text: str, wanted: str) -> str:
        """Type a line and wait for this."""
        self.type(f"{text}\n")
        return self.until(wanted)

    @property
    def rest(self) -> list[str]:
        """The lines after what was waited for last."""
        return self.heard[self._at :].strip().splitlines()

    def end(self) -> int:
        """Wait for its end; its exit status."""
        while self._hear(0.2) or self.process.poll() is None:
            pass
        status = self.process.wait(PATIENCE)
        for end in self._ends:
            os.close(end)
        for stream in (self.process.stdin, self.process.stdout):
            if stream is not None:
                stream.close()
        return status

    def _hear(self, seconds: float) -> bool:
        if not select.select([self.reading], [], [], seconds)[0]:
            return False
        try:
            data = os.read(self.reading, 65536)
        except OSError:  # a terminal that nobody holds any more
            data = b""
        self.heard += data.decode("utf-8", "replace")
        return bool(data)


TAKE_TERMINAL = """
import fcntl, os, sys, termios
fcntl.ioctl(0, termios.TIOCSCTTY, 0)
os.execv(sys.argv[1], sys.argv[1:])
"""


def of(word: str, lines: Sequence[str]) -> list[str]:
    """What stands behind a word in these lines."""
    return [line.partition(": ")[2] for line in lines if line.startswith(f"{word}:")]
