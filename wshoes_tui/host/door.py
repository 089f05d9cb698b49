"""Who may stand at the door, and the places inside.

A whole group sits behind one address and joins in the same minute, so nobody is shut out. Where
too many connections stand there, one that has given a wrong code is let go, else one of those
that came last: never the one that has been there longest, for somebody types on it. How often a
code may be tried is for ``limiter.py``.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from random import Random
from secrets import SystemRandom
from typing import Literal

from wshoes_tui.host.limiter import network
from wshoes_tui.host.limits import (
    MOST_FACILITATORS,
    MOST_RETURNS,
    MOST_SEATS,
    MOST_WAITING,
    MOST_WAITING_EACH,
)

Kind = Literal["seat", "facilitator", "return"]
PLACES: dict[Kind, int] = {
    "seat": MOST_SEATS,
    "facilitator": MOST_FACILITATORS,
    "return": MOST_RETURNS,
}


@dataclass(eq=False, slots=True)
class Visit:
    """One connection without a right code yet."""

    address: str
    forget: Callable[[], None] = field(repr=False)
    """Lets the connection go."""
    wrong: int = 0
    """Wrong codes that were given on it."""


class Door:
    """Counts visits and places."""

    def __init__(self, *, seats: int = MOST_SEATS, chance: Random | None = None) -> None:
        self._waiting: list[Visit] = []
        self._places = {**PLACES, "seat": seats}
        self._taken: Counter[Kind] = Counter()
        self._chance = chance or SystemRandom()

    # -- connections

    def arrive(self, address: str, forget: Callable[[], None]) -> Visit:
        """Somebody is at the door; where there are too many, one of them is let go.

        Of those from an address that has its share, or else from those that have most.
        """
        visit = Visit(network(address), forget)
        held = Counter(other.address for other in self._waiting)
        crowded: set[str] = set()
        if held[visit.address] >= MOST_WAITING_EACH:
            crowded = {visit.address}
        elif len(self._waiting) >= MOST_WAITING:
            most = max(held.values())
            crowded = {address for address, count in held.items() if count == most}
        self._waiting.append(visit)
        if crowded:
            gone = self._one_of([other for other in self._waiting if other.address in crowded])
            self._waiting.remove(gone)
            gone.forget()
        return visit

    def _one_of(self, crowd: Sequence[Visit]) -> Visit:
        """The connection to close: at random, so that no client can keep all the others out."""
        failed = [visit for visit in crowd[1:] if visit.wrong]
        return self._chance.choice(failed or crowd[len(crowd) // 2 :])

    def leave(self, visit: Visit) -> None:
        """They are gone, or have come in."""
        if visit in self._waiting:
            self._waiting.remove(visit)

    def clear(self) -> None:
        """Let everybody go who stands there."""
        waiting, self._waiting = self._waiting, []
        for visit in waiting:
            visit.forget()

    # -- places

    def take(self, kind: Kind) -> bool:
        """Take a place, if there is one."""
        if self._taken[kind] >= self._places[kind]:
            return False
        self._taken[kind] += 1
        return True

    def free(self, kind: Kind) -> None:
        """A place is free again."""
        self._taken[kind] = max(0, self._taken[kind] - 1)


class Allowance:
    """So much a second, and so much at once."""

    def __init__(self, steady: float, at_once: float, clock: Callable[[], float]) -> None:
        self._steady, self._at_once, self._clock = steady, at_once, clock
        self._left, self._seen = at_once, clock()

    def take(self, amount: float) -> float:
        """Take this much; how many seconds to wait before taking more."""
        now = self._clock()
        self._left = min(self._at_once, self._left + (now - self._seen) * self._steady) - amount
        self._seen = now
        return max(0.0, -self._left / self._steady)
