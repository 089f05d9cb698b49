"""A limiter of guesses: how many codes are looked at, and how late a wrong one is answered.

A code is looked at as soon as it comes, so a right one is answered at once, also while somebody
behind the same address guesses: whole groups sit behind one address, and nobody is shut out.
Only the answer to a wrong code waits. A client that does not wait for it can try another code on
another connection; what bounds this are tokens. Each wrong code takes one, a right one none.
There are many, so that an attack of some minutes is felt by nobody, and they come back slowly,
so that one of an afternoon gets nowhere. When an address has none left its codes are looked at
one by one, those first whose connection is the oldest.

Addresses that have not failed lately and keys of seats have tokens of their own.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from ipaddress import IPv6Address, ip_address
from random import Random
from secrets import SystemRandom
from typing import Literal

from wshoes_tui.limits import (
    MOST_FACILITATORS,
    MOST_RETURNS,
    MOST_SEATS,
    MOST_WAITING,
    MOST_WAITING_EACH,
)

FREE_TRIES = 3
"""Wrong codes from one address that are answered at once, while they are remembered."""
FIRST_DELAY, LONGEST_DELAY, GROWTH = 0.1, 30.0, 1.5
"""Seconds until the next wrong code from there is answered."""
FORGET_SECONDS = 10.0
"""After so long one wrong code of an address is forgotten."""
MOST_REMEMBERED = 30.0
"""Wrong codes of one address: so many are forgotten after five minutes."""
MOST_ADDRESSES = 1000
TIDY_SECONDS = 10.0
"""Over so many, and so often, those that are quiet are let go of."""

TOKENS_OF_ADDRESS = 20_000, 1.5
"""At first, and back each second: with both, an afternoon is less than a hundredth of all codes."""
TOKENS_OF_FAILED = 40_000, 3.0
"""Of all addresses that have failed lately."""
TOKENS_OF_NEW = 8_000, 1.0
"""Of all others together: with IPv6 somebody may have a new one for each code."""


@dataclass(slots=True)
class WrongCodeCounter:
    """A counter of wrong codes, one of which is forgotten every so many seconds."""

    seen: float
    count: float = 0.0

    def at(self, now: float) -> float:
        """How many are still remembered."""
        self.count = max(0.0, self.count - (now - self.seen) / FORGET_SECONDS)
        self.seen = now
        return self.count

    def add(self, now: float) -> float:
        """Count one more. How many there were before it."""
        before = self.at(now)
        self.count = min(MOST_REMEMBERED, before + 1)
        return before


@dataclass(eq=False, slots=True)
class TokenBucket:
    """A bucket of tokens, which comes to be full again by itself."""

    most: float
    steady: float
    seen: float
    left: float = field(init=False)

    def __post_init__(self) -> None:
        self.left = self.most

    def at(self, now: float) -> float:
        """How many there are."""
        self.left = min(self.most, self.left + (now - self.seen) * self.steady)
        self.seen = now
        return self.left


@dataclass(eq=False, slots=True)
class LoginAttempt:
    """A code that waits to be looked at."""

    address: str
    since: float
    """When its connection was made."""
    queue: list[LoginAttempt]
    buckets: tuple[TokenBucket, ...]


class LoginLimiter:
    """Counts wrong codes and tokens. Knows the time by the clock it is given."""

    def __init__(self, clock: Callable[[], float]) -> None:
        self._clock = clock
        self._wrong: dict[str, WrongCodeCounter] = {}
        self._buckets: dict[tuple[str, bool], TokenBucket] = {}
        self._queues: dict[tuple[str, bool], list[LoginAttempt]] = {}
        self._tidied = clock()

    def begin_attempt(self, address: str, since: float, *, is_key: bool = False) -> LoginAttempt:
        """A code has come. ``is_key``: it looks like the key of a seat."""
        now, who = self._clock(), network(address)
        self._forget_old(now)
        count = self._wrong.get(who)
        if count is None or count.at(now) <= 0:
            who = "new"
            buckets = [self._bucket(("new", is_key), TOKENS_OF_NEW)]
        else:
            buckets = [self._bucket((who, is_key), TOKENS_OF_ADDRESS)]
            buckets.append(self._bucket(("failed", is_key), TOKENS_OF_FAILED))
        queue = self._queues.setdefault((who, is_key), [])
        tried = LoginAttempt(address, since, queue, tuple(buckets))
        queue.append(tried)
        queue.sort(key=lambda one: one.since)
        return tried

    def may_look(self, tried: LoginAttempt) -> bool:
        """Whether it may be looked at now: then it takes its token. If not, ask again soon."""
        now = self._clock()
        older = tried.queue.index(tried)  # each of these is to have a token first
        if any(bucket.at(now) < 1 + older for bucket in tried.buckets):
            return False
        self.end(tried)
        for bucket in tried.buckets:
            bucket.left -= 1
        return True

    def end(self, tried: LoginAttempt) -> None:
        """It does not wait any more."""
        if tried in tried.queue:
            tried.queue.remove(tried)

    def right(self, tried: LoginAttempt) -> None:
        """The code was right, so it costs nothing."""
        for bucket in tried.buckets:
            bucket.left += 1

    def wrong(self, tried: LoginAttempt) -> float:
        """The code was wrong. How many seconds its answer waits."""
        now = self._clock()
        count = self._wrong.setdefault(network(tried.address), WrongCodeCounter(now))
        return delay_after(count.add(now) - FREE_TRIES)

    def _bucket(self, key: tuple[str, bool], tokens: tuple[float, float]) -> TokenBucket:
        found = self._buckets.get(key)
        if found is None:
            found = self._buckets[key] = TokenBucket(*tokens, seen=self._clock())
        return found

    def _forget_old(self, now: float) -> None:
        """Keep nothing of addresses that have long been quiet."""
        many = max(len(self._wrong), len(self._buckets), len(self._queues)) > MOST_ADDRESSES
        if not many or now - self._tidied < TIDY_SECONDS:
            return
        self._tidied = now
        self._wrong = {who: count for who, count in self._wrong.items() if count.at(now) > 0}
        self._queues = {key: queue for key, queue in self._queues.items() if queue}
        self._buckets = {
            key: bucket
            for key, bucket in self._buckets.items()
            if bucket.at(now) < bucket.most or key in self._queues
        }


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


Kind = Literal["seat", "facilitator", "return"]
PLACES: dict[Kind, int] = {
    "seat": MOST_SEATS,
    "facilitator": MOST_FACILITATORS,
    "return": MOST_RETURNS,
}


@dataclass(eq=False, slots=True)
class PendingLogin:
    """One connection without a right code yet."""

    address: str
    forget: Callable[[], None] = field(repr=False)
    """Lets the connection go."""
    wrong: int = 0
    """Wrong codes that were given on it."""


class ConnectionLimiter:
    """Counts visits and places."""

    def __init__(self, *, seats: int = MOST_SEATS, chance: Random | None = None) -> None:
        self._waiting: list[PendingLogin] = []
        self._places = {**PLACES, "seat": seats}
        self._taken: Counter[Kind] = Counter()
        self._chance = chance or SystemRandom()

    def arrive(self, address: str, forget: Callable[[], None]) -> PendingLogin:
        """Somebody is at the door; where there are too many, one of them is let go.

        Of those from an address that has its share, or else from those that have most.
        """
        visit = PendingLogin(network(address), forget)
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

    def _one_of(self, crowd: Sequence[PendingLogin]) -> PendingLogin:
        """The connection to close: at random, so that no client can keep all the others out."""
        failed = [visit for visit in crowd[1:] if visit.wrong]
        return self._chance.choice(failed or crowd[len(crowd) // 2 :])

    def leave(self, visit: PendingLogin) -> None:
        """They are gone, or have come in."""
        if visit in self._waiting:
            self._waiting.remove(visit)

    def clear(self) -> None:
        """Let everybody go who stands there."""
        waiting, self._waiting = self._waiting, []
        for visit in waiting:
            visit.forget()

    def take_place(self, kind: Kind) -> bool:
        """Take a place, if there is one."""
        if self._taken[kind] >= self._places[kind]:
            return False
        self._taken[kind] += 1
        return True

    def free(self, kind: Kind) -> None:
        """A place is free again."""
        self._taken[kind] = max(0, self._taken[kind] - 1)


class RateLimiter:
    """So much a second, and so much at once."""

    def __init__(self, steady: float, at_once: float, clock: Callable[[], float]) -> None:
        self._steady, self._at_once, self._clock = steady, at_once, clock
        self._left, self._seen = at_once, clock()

    def consume(self, amount: float) -> float:
        """Take this much; how many seconds to wait before taking more."""
        now = self._clock()
        self._left = min(self._at_once, self._left + (now - self._seen) * self._steady) - amount
        self._seen = now
        return max(0.0, -self._left / self._steady)
