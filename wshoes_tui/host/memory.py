"""What keeps many apps in one process small, and lets each of them go when it ends."""

from __future__ import annotations

import asyncio
import ctypes
import gc
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from typing import Any

from textual.app import App

from wshoes_tui.host.book import Admitted
from wshoes_tui.host.caller import Caller
from wshoes_tui.host.outlet import quiet
from wshoes_tui.host.running import run_app

COLLECT_AFTER = 5_000
"""New objects before the collector looks: more for each look is a longer stop for everybody."""
GLANCE_SECONDS, QUIET_GLANCES, MOST_GLANCES = 0.01, 10, 500


@contextmanager
def hosting() -> Iterator[None]:
    """The time in which there are seats: nothing is printed, and no app outlives its line."""
    before = gc.get_threshold()
    gc.set_threshold(COLLECT_AFTER, *before[1:])
    gc.enable()
    try:
        with quiet():
            yield
    finally:
        gc.set_threshold(*before)
        gc.unfreeze()


def give_back() -> None:
    """Hand free memory back to the system, where its library can; for when all have left."""
    gc.collect()
    with suppress(OSError, AttributeError):
        ctypes.CDLL(None).malloc_trim(0)


class Nowhere:
    """A line on which an app can paint with nobody at the other end."""

    def __init__(self) -> None:
        self.taken = 0

    @property
    def queued(self) -> int:
        """Nothing ever waits."""
        return 0

    def write(self, data: bytes) -> None:
        """Count it."""
        self.taken += len(data)

    def pause_reading(self) -> None:
        """There is nothing to read."""

    def resume_reading(self) -> None:
        """There is nothing to read."""

    def end(self, status: int) -> None:
        """There is nothing to end."""

    def cut(self) -> None:
        """There is nothing to end."""


async def warm_up(make_app: Callable[[Caller], App[Any]]) -> None:
    """Run one app where nobody sees it, so that the first to come does not wait for what all share.

    What is loaded then stays for good and is left out of every later collection.
    """
    line = Nowhere()
    caller = Caller(line, Admitted("seat"), term="xterm-256color", size=(80, 24))
    running = asyncio.create_task(run_app(make_app(caller), caller))
    taken, still = 0, 0
    for _glance in range(MOST_GLANCES):
        await asyncio.sleep(GLANCE_SECONDS)
        still = still + 1 if line.taken == taken else 0
        taken = line.taken
        if running.done() or (taken and still >= QUIET_GLANCES):
            break
    caller.lost()
    await running
    gc.collect()
    gc.freeze()
