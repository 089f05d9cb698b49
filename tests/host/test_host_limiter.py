"""The limiter by a clock of its own: only wrong codes wait, and guessing gets nowhere."""

from __future__ import annotations

import pytest

from tests.host.clock import Clock
from wshoes_tui.host import limits
from wshoes_tui.host.limiter import (
    FORGET_SECONDS,
    FREE_TRIES,
    LONGEST_DELAY,
    MOST_ADDRESSES,
    Limiter,
    Place,
    Try,
    network,
)

AFTERNOON = 4 * 60 * 60
CODES, KEYS = 256**2 * 100, 256**2 * 10_000 // limits.MOST_SEATS
GUESSER, OTHER = "10.0.0.1", "10.0.0.2"


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def limiter(clock: Clock) -> Limiter:
    return Limiter(clock)


def looks(limiter: Limiter, address: str, **how: bool) -> Place | None:
    return limiter.place(Try(address, **how))


def guesses(limiter: Limiter, address: str, **how: bool) -> float | None:
    """A wrong code; how long its answer waits, None where it could not even be looked at."""
    place = looks(limiter, address, **how)
    return None if place is None else limiter.wrong(place)


def jams(limiter: Limiter, address: str = GUESSER, **how: bool) -> int:
    """Guesses without waiting for any answer until nothing more is looked at."""
    count = 0
    while guesses(limiter, address, **how) is not None:
        count += 1
    return count


def test_wrong_codes_wait_longer_and_longer_up_to_a_bound(clock: Clock, limiter: Limiter) -> None:
    waits = []
    for _ in range(40):
        delay = guesses(limiter, GUESSER)
        assert delay is not None
        waits.append(delay)
        clock.now += delay
    assert waits[:FREE_TRIES] == [0] * FREE_TRIES
    assert waits == sorted(waits)
    assert FORGET_SECONDS * 0.9 < waits[-1] < FORGET_SECONDS, "one line at a time: no longer"
    assert limits.MOST_TRIES * 5 < limits.LOGIN_SECONDS, "there is time to think between them"
    assert limits.LOGIN_SECONDS >= 120


def test_right_codes_cost_nothing(limiter: Limiter) -> None:
    for _ in range(1000):
        place = looks(limiter, GUESSER)
        assert place is not None
        place.give_back()


def test_all_connections_of_one_address_may_guess_and_others_there_still_come_in(
    clock: Clock, limiter: Limiter
) -> None:
    due, longest = [clock.now] * (limits.MOST_WAITING_EACH - 1), 0.0
    for _ in range(600):
        clock.now += 0.1
        for n, when in enumerate(due):
            if when <= clock.now:
                delay = guesses(limiter, GUESSER)
                assert delay is not None, "the one who does not guess would wait"
                due[n] = clock.now + delay
                longest = max(longest, delay)
        place = looks(limiter, GUESSER)
        assert place is not None, "a right code is answered at once"
        place.give_back()
    assert longest == LONGEST_DELAY


def test_who_does_not_wait_for_answers_uses_up_no_place_of_others(limiter: Limiter) -> None:
    jams(limiter)
    for how in ({"patient": True}, {"is_key": True}):
        assert looks(limiter, GUESSER, **how), "behind the same address"
    assert looks(limiter, OTHER), "an address that has not failed"
    jams(limiter, is_key=True)
    assert looks(limiter, OTHER, is_key=True)


def test_a_jam_goes_by(clock: Clock, limiter: Limiter) -> None:
    jams(limiter)
    assert looks(limiter, GUESSER) is None
    clock.now += LONGEST_DELAY
    assert looks(limiter, GUESSER)


@pytest.mark.parametrize("patient", [False, True])
@pytest.mark.parametrize(("is_key", "all_of_them"), [(False, CODES), (True, KEYS)])
def test_guessing_for_an_afternoon_gets_nowhere(
    clock: Clock, limiter: Limiter, *, patient: bool, is_key: bool, all_of_them: int
) -> None:
    tries, end = 0, clock.now + AFTERNOON / 24
    while clock.now < end:
        tries += jams(limiter, is_key=is_key, patient=patient)
        clock.now += LONGEST_DELAY / 2
    assert tries * 24 / all_of_them < 0.01


def test_nor_does_guessing_from_everywhere(clock: Clock, limiter: Limiter) -> None:
    tries, begin = 0, clock.now
    while clock.now < begin + 600:
        address = f"2001:db8:{tries % 65536:x}::{tries}"
        place = looks(limiter, address)
        if place is None:
            clock.now += 0.2
            continue
        limiter.wrong(place)
        tries += 1
    assert tries * AFTERNOON / 600 / CODES < 0.02
    assert len(limiter._wrong) <= MOST_ADDRESSES + 1


def test_it_is_forgotten_soon(clock: Clock, limiter: Limiter) -> None:
    for _ in range(3):
        jams(limiter)
        clock.now += LONGEST_DELAY
    clock.now += 30 * FORGET_SECONDS
    assert guesses(limiter, GUESSER) == 0


def test_pools_are_not_kept_for_ever(clock: Clock, limiter: Limiter) -> None:
    for number in range(3 * MOST_ADDRESSES):
        for _ in range(2):
            guesses(limiter, f"10.{number // 60_000}.{number // 250}.{number % 250}")
        clock.now += 5
    assert len(limiter._pools) < MOST_ADDRESSES + 100


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
