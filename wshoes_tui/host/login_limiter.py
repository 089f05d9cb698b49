"""Login limiter: token buckets against guessed codes, and bounds on connections and places.

A code is looked up as soon as it comes, so a right one is answered at once, also while somebody
behind the same address guesses: whole groups sit behind one address, and nobody is shut out.
Only the answer to a wrong code waits. A client that does not wait for it can try another code on
another connection; what bounds this are tokens. Each wrong code takes one, a right one none.
There are many, so that an attack of some minutes is felt by nobody, and they come back slowly,
so that one of an afternoon gets nowhere. When an address has none left its codes are looked up
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

from wshoes_tui import limits
from wshoes_tui.host.credentials import AdmissionKind

Clock = Callable[[], float]


class TokenBucket:
    """Token bucket: full at first with ``most`` tokens, of which some come back each second."""

    def __init__(self, most: float, per_second: float, clock: Clock) -> None:
        self.most, self._per_second, self._clock = most, per_second, clock
        self._left, self._seen = most, clock()

    @property
    def left(self) -> float:
        """Tokens there are now; below zero where more were taken."""
        now = self._clock()
        self._left = min(self.most, self._left + (now - self._seen) * self._per_second)
        self._seen = now
        return self._left

    @property
    def is_full(self) -> bool:
        """Whether it is as if nothing had ever been taken."""
        return self.left >= self.most

    def take(self, amount: float = 1) -> float:
        """Take tokens, or give some back. Seconds until none are owed."""
        self._left = self.left - amount
        return max(0.0, -self._left / self._per_second)


@dataclass(eq=False, slots=True)
class LoginAttempt:
    """A code that waits to be looked up."""

    address: str
    since: float
    """When its connection was made."""
    queue: list[LoginAttempt]
    buckets: tuple[TokenBucket, ...]


class LoginLimiter:
    """Rate limiter of login attempts by address."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._wrong: dict[str, TokenBucket] = {}
        """By address: its wrong codes that are remembered are the tokens that are missing."""
        self._buckets: dict[tuple[str, bool], TokenBucket] = {}
        self._queues: dict[tuple[str, bool], list[LoginAttempt]] = {}
        self._tidied = clock()

    def begin_attempt(self, address: str, since: float, *, is_key: bool = False) -> LoginAttempt:
        """Queue a code to be looked up, which came on a connection made at ``since``.

        Args:
            is_key: whether it looks like the key of a seat.
        """
        who = network(address)
        self._drop_old()
        failed = self._wrong.get(who)
        if failed is None or failed.is_full:
            who = "new"
            buckets = [self._bucket(("new", is_key), limits.TOKENS_OF_NEW)]
        else:
            buckets = [self._bucket((who, is_key), limits.TOKENS_OF_ADDRESS)]
            buckets.append(self._bucket(("failed", is_key), limits.TOKENS_OF_FAILED))
        queue = self._queues.setdefault((who, is_key), [])
        tried = LoginAttempt(address, since, queue, tuple(buckets))
        queue.append(tried)
        queue.sort(key=lambda one: one.since)
        return tried

    def may_look_up(self, tried: LoginAttempt) -> bool:
        """Whether it may be looked up now: then it takes its token. If not, ask again soon."""
        older = tried.queue.index(tried)  # each of these is to have a token first
        if any(bucket.left < 1 + older for bucket in tried.buckets):
            return False
        self.end(tried)
        for bucket in tried.buckets:
            bucket.take()
        return True

    def end(self, tried: LoginAttempt) -> None:
        """Take it off the queue."""
        if tried in tried.queue:
            tried.queue.remove(tried)

    def accept(self, tried: LoginAttempt) -> None:
        """The code was right, so it costs nothing."""
        for bucket in tried.buckets:
            bucket.take(-1)

    def reject(self, tried: LoginAttempt) -> float:
        """The code was wrong. Seconds that its answer waits."""
        who = network(tried.address)
        most, per_second = limits.MOST_REMEMBERED, 1 / limits.FORGET_SECONDS
        failed = self._wrong.setdefault(who, TokenBucket(most, per_second, self._clock))
        before = most - failed.left
        failed.take(min(1, failed.left))
        return delay_after(before - limits.FREE_TRIES)

    def _bucket(self, key: tuple[str, bool], tokens: tuple[float, float]) -> TokenBucket:
        found = self._buckets.get(key)
        if found is None:
            found = self._buckets[key] = TokenBucket(*tokens, self._clock)
        return found

    def _drop_old(self) -> None:
        """Drop what is kept of addresses that have long been quiet."""
        now = self._clock()
        many = max(len(self._wrong), len(self._buckets), len(self._queues)) > limits.MOST_ADDRESSES
        if not many or now - self._tidied < limits.TIDY_SECONDS:
            return
        self._tidied = now
        self._wrong = {who: failed for who, failed in self._wrong.items() if not failed.is_full}
        self._queues = {key: queue for key, queue in self._queues.items() if queue}
        self._buckets = {
            key: bucket
            for key, bucket in self._buckets.items()
            if not bucket.is_full or key in self._queues
        }


def delay_after(wrong: float) -> float:
    """Seconds that the next wrong code waits, when there were so many beyond the free ones."""
    if wrong < 0:
        return 0.0
    return float(min(limits.LONGEST_DELAY, limits.FIRST_DELAY * limits.GROWTH ** min(wrong, 20.0)))


def network(address: str) -> str:
    """The network that stands for one client: with IPv6, everyone has a whole /64 of addresses."""
    try:
        found = ip_address(address.partition("%")[0])
    except ValueError:
        return address
    if isinstance(found, IPv6Address):
        if found.ipv4_mapped is not None:
            return str(found.ipv4_mapped)
        return str(IPv6Address(int(found) >> 64 << 64))
    return str(found)


PLACES: dict[AdmissionKind, int] = {
    "seat": limits.MOST_SEATS,
    "facilitator": limits.MOST_FACILITATORS,
    "return": limits.MOST_RETURNS,
    "wall": limits.MOST_WALLS,
}


@dataclass(eq=False, slots=True)
class PendingLogin:
    """A connection that has shown no right code yet."""

    address: str
    forget: Callable[[], None] = field(repr=False)
    """Ends the connection."""
    wrong: int = 0
    """Wrong codes that were given on it."""


class ConnectionLimiter:
    """Bounds the connections that have shown no code, and the places of those that have."""

    def __init__(self, *, seats: int = limits.MOST_SEATS, chance: Random | None = None) -> None:
        self._waiting: list[PendingLogin] = []
        self._places = {**PLACES, "seat": seats}
        self._taken: Counter[AdmissionKind] = Counter()
        self._chance = chance or SystemRandom()

    def add_pending(self, address: str, forget: Callable[[], None]) -> PendingLogin:
        """Count a new connection; where there are too many, one that is pending is ended.

        One from its own address where that has its share, or else from those that have most.
        """
        login = PendingLogin(network(address), forget)
        held = Counter(other.address for other in self._waiting)
        crowded: set[str] = set()
        if held[login.address] >= limits.MOST_WAITING_EACH:
            crowded = {login.address}
        elif len(self._waiting) >= limits.MOST_WAITING:
            most = max(held.values())
            crowded = {address for address, count in held.items() if count == most}
        self._waiting.append(login)
        if crowded:
            gone = self._one_of([other for other in self._waiting if other.address in crowded])
            self._waiting.remove(gone)
            gone.forget()
        return login

    def _one_of(self, crowd: Sequence[PendingLogin]) -> PendingLogin:
        """The connection to close: at random, so that no client can keep all the others out."""
        failed = [login for login in crowd[1:] if login.wrong]
        return self._chance.choice(failed or crowd[len(crowd) // 2 :])

    def remove_pending(self, login: PendingLogin) -> None:
        """A connection is gone, or has logged in."""
        if login in self._waiting:
            self._waiting.remove(login)

    def clear(self) -> None:
        """End all connections that are pending."""
        waiting, self._waiting = self._waiting, []
        for login in waiting:
            login.forget()

    def take_place(self, kind: AdmissionKind) -> bool:
        """Take a place of that kind. False if there is none."""
        if self._taken[kind] >= self._places[kind]:
            return False
        self._taken[kind] += 1
        return True

    def free_place(self, kind: AdmissionKind) -> None:
        """Give a place back."""
        self._taken[kind] = max(0, self._taken[kind] - 1)
