"""A limiter of guesses: how many codes may be looked at, and how late a wrong one is answered.

A code is looked at as soon as it comes, so a right one is answered at once, also while somebody
behind the same address guesses: whole groups sit behind one address, and nobody is shut out.
Only the answer to a wrong code waits. What bounds the guessing is that each look takes a place.
A right code gives it back at once, a wrong one when its answer is due, whether or not somebody
still waits for that. There are more places than one address may have connections, so only
clients that do not wait for their answers use them up.

Addresses that have not failed lately and keys of seats have places of their own, and so has
whoever took their time to type: none of them waits because somebody else guesses.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from ipaddress import IPv6Address, ip_address
from math import inf

from wshoes_tui.host.limits import MOST_WAITING_EACH

FREE_TRIES = 3
"""Wrong codes from one address that are answered at once, while they are remembered."""
FIRST_DELAY, LONGEST_DELAY, GROWTH = 0.1, 30.0, 1.5
"""Seconds until the next wrong code from there is answered."""
FORGET_SECONDS = 10.0
"""After so long one wrong code of an address is forgotten."""
MOST_REMEMBERED = 30.0
"""Wrong codes of one address: so many are forgotten after five minutes."""
LEAST_HOLD = 5.0
"""Seconds that a wrong code keeps its place, however early it is answered."""

FREE_OVERALL = 40
OVERALL_STEP = 0.1
"""Seconds longer that a place is kept, for each wrong code from anywhere that is remembered."""
FORGET_OVERALL_SECONDS = 2.0
MOST_REMEMBERED_OVERALL = FREE_OVERALL + LONGEST_DELAY / OVERALL_STEP

PLACES_OF_ADDRESS = MOST_WAITING_EACH + 20
PLACES_OF_PATIENT = 20
PLACES_OF_FAILED = 120
PLACES_OF_NEW = 40
PATIENT_SECONDS = 5.0
"""How long a person takes to read the question and to type a code; a program could do it sooner."""
MOST_ADDRESSES = 1000


@dataclass(frozen=True, slots=True)
class Try:
    """A code that somebody sent, as far as it matters for its place.

    Args:
        address: where it came from.
        is_key: whether it looks like the key of a seat.
        patient: whether it is the first on a connection that was open for some seconds.
    """

    address: str
    is_key: bool = False
    patient: bool = False


@dataclass(slots=True)
class Wrong:
    """A counter of wrong codes, one of which is forgotten every so many seconds."""

    forget: float
    most: float
    _count: float = 0.0
    _seen: float = 0.0

    def at(self, now: float) -> float:
        """How many are still remembered."""
        self._count = max(0.0, self._count - (now - self._seen) / self.forget)
        self._seen = now
        return self._count

    def add(self, now: float) -> float:
        """Count one more. How many there were before it."""
        before = self.at(now)
        self._count = min(self.most, before + 1)
        return before


@dataclass(slots=True)
class Pool:
    """A pool of places for looks."""

    most: int
    held: dict[Place, float] = field(default_factory=dict)
    """Until when each is taken."""

    def has_room(self, now: float) -> bool:
        """Whether there is a place."""
        for place in [place for place, until in self.held.items() if until <= now]:
            del self.held[place]
        return len(self.held) < self.most


@dataclass(eq=False, slots=True)
class Place:
    """The place of one look, in each pool that it counts for."""

    tried: Try
    pools: tuple[Pool, ...]

    def keep_until(self, when: float) -> None:
        """Give it back at that time."""
        for pool in self.pools:
            pool.held[self] = when

    def give_back(self) -> None:
        """Give it back now: the code was right."""
        for pool in self.pools:
            pool.held.pop(self, None)


class Limiter:
    """Counts wrong codes and looks. Knows the time by the clock it is given."""

    def __init__(self, clock: Callable[[], float]) -> None:
        self._clock = clock
        self._wrong: dict[str, Wrong] = {}
        self._overall = Wrong(FORGET_OVERALL_SECONDS, MOST_REMEMBERED_OVERALL)
        self._pools: dict[tuple[str, bool, str], Pool] = {}

    def place(self, tried: Try) -> Place | None:
        """Take a place to look at a code; None if there is none now: ask again a little later."""
        now = self._clock()
        for pools in self._choices(tried, now):
            if all(pool.has_room(now) for pool in pools):
                place = Place(tried, pools)
                place.keep_until(inf)
                return place
        return None

    def wrong(self, place: Place) -> float:
        """The code was wrong. How many seconds its answer waits."""
        now = self._clock()
        self._forget_old(now)
        who = network(place.tried.address)
        count = self._wrong.setdefault(who, Wrong(FORGET_SECONDS, MOST_REMEMBERED, _seen=now))
        delay = delay_after(count.add(now) - FREE_TRIES)
        over = self._overall.add(now) - FREE_OVERALL
        hold = max(delay, LEAST_HOLD, min(LONGEST_DELAY, OVERALL_STEP * over))
        place.keep_until(now + hold)
        return delay

    def _choices(self, tried: Try, now: float) -> list[tuple[Pool, ...]]:
        """The pools in which it may have its place, each choice with all it counts for."""
        who = network(tried.address)
        count = self._wrong.get(who)
        if count is None or count.at(now) <= 0:
            return [(self._pool("new", tried, "", PLACES_OF_NEW),)]
        failed = self._pool("failed", tried, "", PLACES_OF_FAILED)
        own = self._pool("address", tried, who, PLACES_OF_ADDRESS)
        if not tried.patient:
            return [(own, failed)]
        return [(own, failed), (self._pool("patient", tried, who, PLACES_OF_PATIENT),)]

    def _pool(self, kind: str, tried: Try, who: str, most: int) -> Pool:
        return self._pools.setdefault((kind, tried.is_key, who), Pool(most))

    def _forget_old(self, now: float) -> None:
        if len(self._wrong) > MOST_ADDRESSES:
            self._wrong = {who: count for who, count in self._wrong.items() if count.at(now) > 0}
        if len(self._pools) > MOST_ADDRESSES:
            # One that has room may still hold places.
            for key, pool in list(self._pools.items()):
                if pool.has_room(now) and not pool.held:
                    del self._pools[key]


def delay_after(wrong: float) -> float:
    """Seconds that the next wrong code waits, when there were so many beyond the free ones."""
    if wrong < 0:
        return 0.0
    return float(min(LONGEST_DELAY, FIRST_DELAY * GROWTH ** min(wrong, 20.0)))


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
