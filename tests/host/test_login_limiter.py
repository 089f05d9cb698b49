"""Login limiter, by a clock of its own: only wrong codes wait, and guessing gets nowhere."""

from __future__ import annotations

import pytest

from tests.host.clock import Clock
from wshoes_tui import limits
from wshoes_tui.host.login_limiter import LoginLimiter, network
from wshoes_tui.limits import FORGET_SECONDS, FREE_TRIES, LONGEST_DELAY, MOST_ADDRESSES

AFTERNOON = 4 * 60 * 60
SMALL = 100
CODES, KEYS = 256**2 * 100 / SMALL, 256**2 * 10_000 / limits.MOST_SEATS / SMALL
GUESSER, OTHER = "10.0.0.1", "10.0.0.2"


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def limiter(clock: Clock, monkeypatch: pytest.MonkeyPatch) -> LoginLimiter:
    """One with a hundredth of all tokens, for a hundredth of all codes."""
    for name in ("TOKENS_OF_ADDRESS", "TOKENS_OF_FAILED", "TOKENS_OF_NEW"):
        most, steady = getattr(limits, name)
        monkeypatch.setattr(limits, name, (most / SMALL, steady / SMALL))
    return LoginLimiter(clock)


def guesses(limiter: LoginLimiter, address: str, *, is_key: bool = False) -> float | None:
    """A wrong code; how long its answer waits, None where it is not looked at."""
    tried = limiter.begin_attempt(address, 0, is_key=is_key)
    looked = limiter.may_look_up(tried)
    limiter.end(tried)
    return limiter.reject(tried) if looked else None


def comes_in(limiter: LoginLimiter, address: str, *, is_key: bool = False) -> bool:
    """A right code; whether it is looked at when it comes."""
    tried = limiter.begin_attempt(address, 0, is_key=is_key)
    looked = limiter.may_look_up(tried)
    limiter.end(tried)
    if looked:
        limiter.accept(tried)
    return looked


def floods(limiter: LoginLimiter, address: str = GUESSER, *, is_key: bool = False) -> int:
    """Guesses, waiting for no answer, until nothing more is looked at. How often."""
    count = 0
    while guesses(limiter, address, is_key=is_key) is not None:
        count += 1
    return count


def test_wrong_codes_wait_longer_and_longer_up_to_a_bound(
    clock: Clock, limiter: LoginLimiter
) -> None:
    waits = []
    for _ in range(40):
        delay = guesses(limiter, GUESSER)
        assert delay is not None
        waits.append(delay)
        clock.now += delay
    assert waits[:FREE_TRIES] == [0] * FREE_TRIES
    assert waits == sorted(waits)
    assert FORGET_SECONDS * 0.9 < waits[-1] < FORGET_SECONDS, "one line at a time: no longer"
    at_once = [guesses(limiter, GUESSER) for _ in range(40)]
    assert at_once[-1] == LONGEST_DELAY
    assert limits.LOGIN_SECONDS >= 120


def test_right_codes_cost_nothing(limiter: LoginLimiter) -> None:
    assert all(comes_in(limiter, OTHER) for _ in range(2000))


def test_an_attack_of_some_minutes_is_felt_by_nobody(clock: Clock, limiter: LoginLimiter) -> None:
    for _ in range(20):
        clock.now += 10
        assert all(guesses(limiter, GUESSER) is not None for _ in range(8)), "80 a second"
        assert comes_in(limiter, GUESSER), "behind the same address"
        assert comes_in(limiter, OTHER)


def test_who_has_no_tokens_left_takes_none_of_others(limiter: LoginLimiter) -> None:
    floods(limiter)
    assert not comes_in(limiter, GUESSER)
    assert comes_in(limiter, GUESSER, is_key=True), "somebody comes back behind that address"
    floods(limiter, is_key=True)
    assert comes_in(limiter, OTHER)
    assert comes_in(limiter, OTHER, is_key=True)
    assert guesses(limiter, OTHER) == 0
    assert comes_in(limiter, OTHER), "after a slip, too"


def test_then_the_oldest_connections_come_first(clock: Clock, limiter: LoginLimiter) -> None:
    floods(limiter)
    young = [limiter.begin_attempt(GUESSER, since=clock.now) for _ in range(20)]
    typing = limiter.begin_attempt(GUESSER, since=clock.now - 30)
    clock.now += 1 / limits.TOKENS_OF_ADDRESS[1]
    assert not any(limiter.may_look_up(tried) for tried in young)
    assert limiter.may_look_up(typing)
    limiter.reject(typing)
    for tried in young[:-1]:
        limiter.end(tried)  # they have gone, and hold nobody up
    clock.now += 1 / limits.TOKENS_OF_ADDRESS[1]
    assert limiter.may_look_up(young[-1])


@pytest.mark.parametrize(("is_key", "all_of_them"), [(False, CODES), (True, KEYS)])
def test_guessing_for_an_afternoon_gets_nowhere(
    clock: Clock, limiter: LoginLimiter, *, is_key: bool, all_of_them: int
) -> None:
    tries, end = floods(limiter, is_key=is_key), clock.now + AFTERNOON
    while clock.now < end:
        clock.now += 60
        tries += floods(limiter, is_key=is_key)
    assert tries / all_of_them < 0.01


def test_nor_does_guessing_from_everywhere(clock: Clock, limiter: LoginLimiter) -> None:
    for all_new in (True, False):
        tries, begin = 0, clock.now
        while clock.now < begin + AFTERNOON / 4:
            address = f"2001:db8:{tries % (65536 if all_new else 300):x}::1"
            if guesses(limiter, address) is None:
                clock.now += 60
            else:
                tries += 1
        assert tries / CODES < 0.02
        clock.now += AFTERNOON


def test_it_is_forgotten_soon(clock: Clock, limiter: LoginLimiter) -> None:
    floods(limiter)
    clock.now += 31 * FORGET_SECONDS
    tried = limiter.begin_attempt(GUESSER, 0)
    assert limiter.reject(tried) == 0


def test_quiet_addresses_are_not_remembered(clock: Clock, limiter: LoginLimiter) -> None:
    for number in range(3 * MOST_ADDRESSES):
        for _ in range(2):
            guesses(limiter, f"10.{number // 60_000}.{number // 250}.{number % 250}")
        clock.now += 5
    clock.now += AFTERNOON
    guesses(limiter, OTHER)
    for kept in (limiter._wrong, limiter._buckets, limiter._queues):
        assert len(kept) <= MOST_ADDRESSES + 2


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("2001:db8::1", "2001:db8::2", True),
        ("2001:db8::1", "2001:db8:0:1::1", False),
        ("fe80::1%eth0", "fe80::2", True),
        ("::ffff:10.0.0.1", "10.0.0.1", True),
        ("10.0.0.1", "10.0.0.2", False),
        ("nonsense", "nonsense", True),
    ],
)
def test_whom_an_address_stands_for(one: str, other: str, same: bool) -> None:
    assert (network(one) == network(other)) is same
