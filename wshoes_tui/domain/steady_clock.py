"""Steady clock: the time of this computer without jumps, for the order and the length of things.

Small computers have no clock of their own: they begin in 1970, or where they were switched off,
and jump when the network tells them the time. This clock takes the time once, and from then on
counts as the kernel counts, through jumps and through sleep.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta

from wshoes_tui.limits import EARLIEST_DAY

Seconds = Callable[[], float]


def _uptime() -> float:
    """Seconds since some moment, also those in which the computer slept, where that is known."""
    if hasattr(time, "CLOCK_BOOTTIME"):
        return time.clock_gettime(time.CLOCK_BOOTTIME)
    return time.monotonic()


class SteadyClock:
    """A clock that never goes back.

    Args:
        wall: the wall clock, in seconds since 1970.
        uptime: a clock without jumps, in seconds since any moment.
    """

    __slots__ = ("_offset", "_uptime", "_wall")

    def __init__(self, wall: Seconds = lambda: time.time(), uptime: Seconds = _uptime) -> None:
        self._wall = wall
        self._uptime = uptime
        self._offset = wall() - uptime()

    def now(self) -> datetime:
        """The time, in UTC."""
        return datetime.fromtimestamp(self._offset + self._uptime(), UTC)

    def today(self) -> date:
        """The day in the local calendar."""
        return self.now().astimezone().date()

    def set_day(self, day: date) -> None:
        """Go on from the same time of day on another day, as somebody says that it is today."""
        self._offset += (day - self.today()).days * 86_400

    def uptime(self) -> float:
        """Seconds since any moment, as the clock without jumps counts them."""
        return self._uptime()

    def jump(self) -> timedelta:
        """By how much the wall clock has jumped since this one was made or set."""
        return timedelta(seconds=self._wall() - self._uptime() - self._offset)

    def is_doubtful(self, newest: datetime | None = None) -> bool:
        """Whether the day cannot be right.

        Args:
            newest: when something was last kept, if anything was.
        """
        if self.today() < EARLIEST_DAY:
            return True
        return newest is not None and newest > self.now() + timedelta(days=1)


CLOCK = SteadyClock()
"""The clock of this program."""
