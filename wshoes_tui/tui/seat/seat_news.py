"""When a seat is told what happens: at once, but who comes and goes only once that settles."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from time import monotonic

from wshoes_tui.domain.models import Transition

OF_PEOPLE = ("Join", "Attend", "HandIn")
"""What others do that changes nothing here but who is named and how many are counted."""
SETTLING_SECONDS, LONGEST_SETTLING_SECONDS = 0.5, 2.5
"""People are told of once nobody came or went for so long: thirty may come at once."""


class SeatNews:
    """Hears of everything, and tells that something is new: once, until that is shown."""

    def __init__(self, tell: Callable[[], object]) -> None:
        self._tell = tell
        self._told = False
        self._people: tuple[float, float] | None = None
        """When the first and the last of those came or went who are still to be told of."""

    def hear(self, transition: Transition | None) -> None:
        """Something was done; None if it is about people."""
        if self._told:
            return
        if transition is not None and transition.name not in OF_PEOPLE:
            self._tell_now()
            return
        now = monotonic()
        if self._people is None:
            self._people = now, now
            self._look_in(SETTLING_SECONDS)
        else:
            self._people = self._people[0], now

    def shown(self) -> None:
        """What was told of is being shown: what comes from here on is new."""
        self._told = False

    def stop(self) -> None:
        """Nothing is told any more."""
        self._told = True

    def _look_in(self, seconds: float) -> None:
        asyncio.get_running_loop().call_later(seconds, self._tell_of_people)

    def _tell_of_people(self) -> None:
        if self._people is None:  # told with something else
            return
        first, last = self._people
        wait = min(first + LONGEST_SETTLING_SECONDS, last + SETTLING_SECONDS) - monotonic()
        if wait > 0:
            self._look_in(wait)
        else:
            self._tell_now()

    def _tell_now(self) -> None:
        self._people = None
        if not self._told:
            self._told = True
            self._tell()
