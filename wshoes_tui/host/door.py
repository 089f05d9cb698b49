"""Who may stand at the door, and how often they may try a code.

A whole group sits behind one address and joins in the same minute, so nobody is shut out and
right codes cost nothing. Those from one address are looked at one after the other, and after
wrong ones there is a gap before the next, which grows up to a bound and is soon forgotten.
Where wrong ones come from everywhere, every try waits.
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
FIRST_GAP, LONGEST_GAP, GROWTH = 0.1, 0.5, 1.5
"""Seconds after a wrong code before the next from there is looked at. At the longest, somebody
behind as many as may wait from one address still comes before the login time is over.
"""
FORGET_SECONDS = 10.0
"""After so long one wrong code of an address is forgotten."""
FREE_OVERALL = 40
PRESSURE_STEP, MOST_PRESSURE = 0.1, 15.0
"""Seconds that every try waits, for each wrong code from anywhere that is remembered."""
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
    """When the next may be looked at."""

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

    def pressure(self) -> float:
        """How many seconds any try waits, for all the wrong ones there were lately."""
        over = self._overall.at(self._clock()) - FREE_OVERALL
        return min(MOST_PRESSURE, PRESSURE_STEP * max(0.0, over))

    def gap(self, address: str) -> float:
        """How many seconds the next try from there waits, when its turn has come."""
        tries = self._tries.get(network(address))
        return 0.0 if tries is None else max(0.0, tries.next - self._clock())

    def wrong(self, address: str) -> None:
        """A code from there was wrong."""
        now = self._clock()
        self._forget_old(now)
        tries = self._tries.setdefault(network(address), Tries(FORGET_SECONDS, seen=now))
        tries.next = now + gap_after(tries.at(now) - FREE_TRIES)
        tries.count += 1
        self._overall.at(now)
        self._overall.count += 1

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


def gap_after(wrong: float) -> float:
    """Seconds after the next wrong code, when there were so many beyond the free."""
    if wrong < 0:
        return 0.0
    return float(min(LONGEST_GAP, FIRST_GAP * GROWTH ** min(wrong, 20.0)))


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
