"""Process of a host: its log, its null output, its allocator and garbage collector.

The log holds times, addresses and kinds of events, and never what people say or are called. The
null output takes the place of the standard streams while screens are painted.
"""

from __future__ import annotations

import ctypes
import gc
import logging
import sys
from asyncio import AbstractEventLoop
from collections.abc import Iterator
from contextlib import contextmanager, redirect_stderr, redirect_stdout, suppress
from io import TextIOBase
from typing import Any

from wshoes_tui.errors import place_of_error

log = logging.getLogger("wshoes.host")


def log_to_stderr() -> None:
    """Write the log to standard error: for a host that paints no screen there."""
    handler = logging.StreamHandler(sys.__stderr__)
    handler.setFormatter(logging.Formatter("%(asctime)s %(message)s"))
    log.addHandler(handler)
    log.setLevel(logging.INFO)
    log.propagate = False


def silence_asyncssh() -> None:
    """Silence asyncssh's own log, which holds user names and commands."""
    logging.getLogger("asyncssh").setLevel(logging.CRITICAL + 1)


def note_fault(_loop: AbstractEventLoop, context: dict[str, Any]) -> None:
    """Exception handler of the event loop: the standard one prints the words of the error."""
    error = context.get("exception")
    log.error("fault: %s", place_of_error(error) if error is not None else "without an error")


class NullOutput(TextIOBase):
    """Null output: drops every text, which may be somebody's words."""

    encoding = "utf-8"

    def writable(self) -> bool:
        return True

    def write(self, text: str, /) -> int:
        return len(text)


OUTLET = NullOutput()


COLLECT_AFTER = 5_000
"""New objects before a collection: with more, each stops everybody for longer."""
SWITCH_SECONDS = 0.001
"""Switch interval of the interpreter: how long the store's thread waits for the one that paints,
many times for each draft. At five times as long the last draft of a whole group waited a second.
"""

M_MMAP_THRESHOLD, M_ARENA_MAX = -3, -8
"""Parameters of ``mallopt`` in the GNU C library."""
MANY_WENT = 8
"""Apps that have ended before they are collected, each of a quarter of a megabyte."""
LARGE = 2**20
"""Allocations of so many bytes are given back to the system as soon as they are free."""


@contextmanager
def host_memory_settings() -> Iterator[None]:
    """Settings while a host runs: frequent small collections, few arenas, and no output."""
    limit_allocator()
    before = gc.get_threshold()
    gc.set_threshold(COLLECT_AFTER, *before[1:])
    gc.enable()
    interval = sys.getswitchinterval()
    sys.setswitchinterval(SWITCH_SECONDS)
    try:
        with redirect_stdout(OUTLET), redirect_stderr(OUTLET):
            yield
    finally:
        sys.setswitchinterval(interval)
        gc.set_threshold(*before)
        gc.unfreeze()


def limit_allocator() -> None:
    """Have the C library keep little free memory, where it is the GNU one.

    By default it gives every thread an arena of its own, and keeps in each what was once needed
    there: after a whole group has come, two megabytes for every thread that has hashed a key.
    """
    with suppress(OSError, AttributeError):
        mallopt = ctypes.CDLL(None).mallopt
        mallopt(M_ARENA_MAX, 1)
        mallopt(M_MMAP_THRESHOLD, LARGE)


def release_memory() -> None:
    """Collect everything, and give free memory back to the system; for when all have left."""
    gc.unfreeze()
    gc.collect()
    with suppress(OSError, AttributeError):
        ctypes.CDLL(None).malloc_trim(0)


class IdleCollector:
    """Freezes the objects of a group that is at rest, so that no collection goes through them.

    With sixty people there are 200,000 objects, and to go through all of them holds up
    everybody who types for a tenth of a second. What those who left had is collected once
    enough of them have left, and when nobody is there.
    """

    def __init__(self) -> None:
        self._went = 0
        self._disturbed = False

    def client_came(self) -> None:
        """Somebody has come."""
        self._disturbed = True

    def client_left(self) -> None:
        """Somebody has left, or dropped out."""
        self._disturbed = True
        self._went += 1

    def collect(self, *, here: int) -> None:
        """Nobody has come or gone for a while, and the seat pool is full; so many are here."""
        if not self._disturbed:
            return
        self._disturbed = False
        if not here:
            release_memory()
            self._went = 0
        elif self._went >= MANY_WENT:
            gc.unfreeze()
            gc.collect()
            self._went = 0
        gc.freeze()
