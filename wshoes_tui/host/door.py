"""Who may stand at the door, and how often they may try a code.

A whole group sits behind one address, so nobody is shut out: those who try wrong codes wait
longer and longer, up to a bound, and forget it soon. A try is counted as wrong until it has
proved right, so that many at once gain nothing.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from ipaddress import IPv6Address, ip_address
from typing import Literal

from wshoes_tui.host.limits import (
    MOST_FACILITATORS,
    MOST_RETURNS,
    MOST_SEATS,
    MOST_WAITING,
    MOST_WAITING_EACH,
)

FREE_TRIES = 3
"""Wrong codes from one address that cost nothing, while they are remembered."""
FIRST_WAIT, LONGEST_WAIT, GROWTH = 0.25, 2.0, 1.5
"""Seconds between two tries from one address."""
FORGET_SECONDS = 10.0
"""After so long one wrong code of an address is forgotten."""
FREE_OVERALL = 40
LONGEST_OVERALL = 15.0
OVERALL_STEP = 0.1
FORGET_OVERALL_SECONDS = 2.0

Kind = Literal["seat", "facilitator", "return"]
PLACES: dict[Kind, int] = {
    "seat": MOST_SEATS,
    "facilitator": MOST_FACILITATORS,
    "return": MOST_RETURNS,
}


@dataclass(slots=True)
class Tries:
    """Wrong codes that leak away, one every so many seconds."""

    forget: float
    count: float = 0.0
    seen: float = 0.0
    next: float = 0.0

    def at(self, now: float) -> float:
        """How many are still remembered."""
        self.count = max(0.0, self.count - (now - self.seen) / self.forget)
        self.seen = now
        return self.count


@dataclass(eq=False, slots=True)
class Visit:
    """One connection without a right code yet."""

    address: str
    forget: Callable[[], None] = field(repr=False)
    """Lets the connection go."""


class Door:
    """Counts visits, tries and places. Knows the time by the clock it is given."""

    def __init__(self, clock: Callable[[], float], *, seats: int = MOST_SEATS) -> None:
        self._clock = clock
        self._waiting: list[Visit] = []
        self._tries: dict[str, Tries] = {}
        self._overall = Tries(FORGET_OVERALL_SECONDS)
        self._places = {**PLACES, "seat": seats}
        self._taken: Counter[Kind] = Counter()

    # -- connections

    def arrive(self, address: str, forget: Callable[[], None]) -> Visit:
        """Somebody is at the door; where there are too many, the one longest there is let go.

        Of those from an address that has its share, or else from the one that has most.
        """
        visit = Visit(network(address), forget)
        held = Counter(other.address for other in self._waiting)
        crowd = ""
        if held[visit.address] >= MOST_WAITING_EACH:
            crowd = visit.address
        elif len(self._waiting) >= MOST_WAITING:
            crowd = held.most_common(1)[0][0]
        self._waiting.append(visit)
        if crowd:
            oldest = next(other for other in self._waiting if other.address == crowd)
            self._waiting.remove(oldest)
            oldest.forget()
        return visit

    def leave(self, visit: Visit) -> None:
        """They are gone, or have come in."""
        if visit in self._waiting:
            self._waiting.remove(visit)

    def clear(self) -> None:
        """Let everybody go who stands there."""
        waiting, self._waiting = self._waiting, []
        for visit in waiting:
            visit.forget()

    # -- codes

    def attempt(self, address: str) -> float:
        """Somebody tries a code: how many seconds they wait before it is looked at."""
        now = self._clock()
        self._forget_old(now)
        tries = self._tries.setdefault(network(address), Tries(FORGET_SECONDS, seen=now))
        own = wait_after(tries.at(now) - FREE_TRIES)
        overall = min(
            LONGEST_OVERALL, OVERALL_STEP * max(0.0, self._overall.at(now) - FREE_OVERALL)
        )
        tries.next = max(now, tries.next) + own
        tries.count += 1
        self._overall.count += 1
        return max(tries.next - now, overall)

    def right(self, address: str) -> None:
        """The code was right: the try does not count."""
        tries = self._tries.get(network(address))
        if tries is not None:
            tries.count = max(0.0, tries.count - 1)
        self._overall.count = max(0.0, self._overall.count - 1)

    def _forget_old(self, now: float) -> None:
        if len(self._tries) > 1000:
            self._tries = {
                address: tries
                for address, tries in self._tries.items()
                if tries.at(now) > 0 or tries.next > now
            }

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


def wait_after(wrong: float) -> float:
    """Seconds between tries after so many wrong ones beyond the free."""
    if wrong < 0:
        return 0.0
    return float(min(LONGEST_WAIT, FIRST_WAIT * GROWTH ** min(wrong, 20.0)))


def network(address: str) -> str:
    """Whom an address stands for: with IPv6, everyone has a whole network of them."""
    try:
        found = ip_address(address.partition("%")[0])
    except ValueError:
        return address
    if isinstance(found, IPv6Address):
        if found.ipv4_mapped is not None:
            return str(found.ipv4_mapped)
        return str(IPv6Address(int(found) >> 64 << 64))
    return str(found)


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
