"""What keeps many apps in one process small, and lets each of them go when it ends."""

from __future__ import annotations

import asyncio
import ctypes
import gc
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from typing import Any

from textual.app import App

from wshoes_tui.host.client import ClientConnection
from wshoes_tui.host.host_log import discard_output
from wshoes_tui.host.seat_runner import run_seat_app
from wshoes_tui.host.warmup_session import NullChannel, null_client

COLLECT_AFTER = 5_000
"""New objects before the collector looks: more for each look is a longer stop for everybody."""
SWITCH_SECONDS = 0.001
"""How long the thread that keeps words waits for the one that paints: many times for each of
them, and at five times as long the last of a whole room's words waited a second.
"""
GLANCE_SECONDS, QUIET_GLANCES, MOST_GLANCES = 0.01, 10, 500

M_MMAP_THRESHOLD, M_ARENA_MAX = -3, -8
"""As ``mallopt`` of the GNU C library calls them."""
MANY_WENT = 8
"""So many apps that have ended may lie about, each of a quarter of a megabyte."""
LARGE = 2**20
"""Bytes that are given back by themselves as soon as they are free."""


@contextmanager
def host_memory_settings() -> Iterator[None]:
    """The time in which there are seats: nothing is printed, and no app outlives its line."""
    limit_allocator()
    before = gc.get_threshold()
    gc.set_threshold(COLLECT_AFTER, *before[1:])
    gc.enable()
    interval = sys.getswitchinterval()
    sys.setswitchinterval(SWITCH_SECONDS)
    try:
        with discard_output():
            yield
    finally:
        sys.setswitchinterval(interval)
        gc.set_threshold(*before)
        gc.unfreeze()


def limit_allocator() -> None:
    """Have the system's library keep as little as can be for later, where it lets itself be told.

    By itself it gives every thread a heap of its own, and keeps in each what was once needed
    there: after a room has come, two megabytes for every thread that has hashed a key.
    """
    with suppress(OSError, AttributeError):
        tell = ctypes.CDLL(None).mallopt
        tell(M_ARENA_MAX, 1)
        tell(M_MMAP_THRESHOLD, LARGE)


def release_memory() -> None:
    """Hand free memory back to the system, where its library can; for when all have left."""
    gc.unfreeze()
    gc.collect()
    with suppress(OSError, AttributeError):
        ctypes.CDLL(None).malloc_trim(0)


class Rest:
    """Leaves what a room at rest holds out of every later collection.

    With sixty people there are 200,000 objects, and to look through all of them holds up
    everybody who types for a tenth of a second. What those who left had is let go of once
    enough of them have, and when nobody is there.
    """

    def __init__(self) -> None:
        self._went = 0
        self._disturbed = False

    def came(self) -> None:
        """Somebody has come."""
        self._disturbed = True

    def went(self) -> None:
        """Somebody has left, or dropped out."""
        self._disturbed = True
        self._went += 1

    def begins(self, *, here: int) -> None:
        """Nobody has come for a while, and nothing is left to prepare; ``here`` are so many."""
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


async def warm_up(make_app: Callable[[ClientConnection], App[Any]]) -> None:
    """Run one app where nobody sees it, so that the first to come does not wait for what all share.

    What is loaded then stays for good and is left out of every later collection.
    """
    line = NullChannel()
    client = null_client(line)
    running = asyncio.create_task(run_seat_app(make_app(client), client))
    taken, still = 0, 0
    for _glance in range(MOST_GLANCES):
        await asyncio.sleep(GLANCE_SECONDS)
        still = still + 1 if line.taken == taken else 0
        taken = line.taken
        if running.done() or (taken and still >= QUIET_GLANCES):
            break
    client.lost()
    await running
    gc.collect()
    gc.freeze()
