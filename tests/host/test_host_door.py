"""The door by a clock of its own: slower and slower, never shut."""

from __future__ import annotations

import pytest

from wshoes_tui.host import limits
from wshoes_tui.host.door import (
    FORGET_SECONDS,
    FREE_TRIES,
    LONGEST_GAP,
    MOST_PRESSURE,
    Allowance,
    Door,
    Visit,
    network,
)


class Clock:
    """Time that moves when it is told to."""

    def __init__(self) -> None:
        self.now = 1000.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


def test_who_gave_no_wrong_code_waits_for_nothing(clock: Clock) -> None:
    door = Door(clock)
    assert door.gap("10.0.0.1") == 0
    assert door.pressure() == 0


def test_a_right_code_after_a_wrong_one_costs_nothing(clock: Clock) -> None:
    door = Door(clock)
    door.wrong("10.0.0.1")
    assert door.gap("10.0.0.1") == 0


def test_wrong_codes_wait_longer_and_longer_up_to_a_bound(clock: Clock) -> None:
    door = Door(clock)
    waits = []
    for _ in range(40):
        waits.append(door.gap("10.0.0.1"))
        clock.now += waits[-1]
        door.wrong("10.0.0.1")
    assert waits[: FREE_TRIES + 1] == [0] * (FREE_TRIES + 1)
    assert waits == sorted(waits)
    assert waits[-1] == pytest.approx(LONGEST_GAP)


def test_the_last_of_a_crowd_still_comes_in_time() -> None:
    assert limits.MOST_WAITING_EACH * LONGEST_GAP <= limits.LOGIN_SECONDS
    assert MOST_PRESSURE < limits.LOGIN_SECONDS


def test_guessing_for_an_afternoon_gets_nowhere(clock: Clock) -> None:
    door = Door(clock)
    tries, end = 0, clock.now + 4 * 60 * 60
    while clock.now < end:
        clock.now += door.gap("10.0.0.1")
        door.wrong("10.0.0.1")
        tries += 1
    assert tries / (256**2 * 100) < 0.005
    assert tries * limits.MOST_SEATS / (256**2 * 10_000) < 0.005


def test_it_is_forgotten_soon(clock: Clock) -> None:
    door = Door(clock)
    for _ in range(10):
        clock.now += door.gap("10.0.0.1")
        door.wrong("10.0.0.1")
    clock.now += 10 * FORGET_SECONDS
    door.wrong("10.0.0.1")
    assert door.gap("10.0.0.1") == 0


def test_one_address_does_not_slow_another(clock: Clock) -> None:
    door = Door(clock)
    for _ in range(100):
        clock.now += door.gap("10.0.0.1") + 0.1
        door.wrong("10.0.0.1")
    assert door.gap("10.0.0.2") == 0


def test_guesses_from_everywhere_slow_everybody_up_to_a_bound(clock: Clock) -> None:
    door = Door(clock)
    for number in range(1000):
        door.wrong(f"10.0.{number // 250}.{number % 250}")
    assert door.gap("192.168.0.1") == 0
    assert door.pressure() == MOST_PRESSURE
    clock.now += 60 * 60
    assert door.pressure() == 0


def test_addresses_are_not_remembered_for_ever(clock: Clock) -> None:
    door = Door(clock)
    for number in range(5000):
        clock.now += 5
        door.wrong(f"10.{number // 60_000}.{number // 250}.{number % 250}")
    assert len(door._tries) < 1100


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


def stand(door: Door, address: str, gone: list[str], count: int = 1) -> list[Visit]:
    return [door.arrive(address, lambda: gone.append(address)) for _ in range(count)]


def test_a_whole_group_may_stand_there_at_once(clock: Clock) -> None:
    door, gone = Door(clock), list[str]()
    stand(door, "10.0.0.1", gone, limits.MOST_WAITING_EACH)
    assert not gone


def test_an_address_over_its_share_loses_its_own_oldest(clock: Clock) -> None:
    door, gone = Door(clock), list[str]()
    stand(door, "10.0.0.2", gone)
    stand(door, "10.0.0.1", gone, limits.MOST_WAITING_EACH + 5)
    assert gone == ["10.0.0.1"] * 5


def test_when_it_is_full_the_crowd_makes_room_for_the_one(clock: Clock) -> None:
    door, gone = Door(clock), list[str]()
    stand(door, "10.0.0.1", gone, limits.MOST_WAITING_EACH)
    stand(door, "10.0.0.2", gone, limits.MOST_WAITING - limits.MOST_WAITING_EACH)
    stand(door, "10.0.0.3", gone)
    assert gone == ["10.0.0.1"]


def test_who_has_left_takes_no_room(clock: Clock) -> None:
    door, gone = Door(clock), list[str]()
    for _ in range(1000):
        (visit,) = stand(door, "10.0.0.1", gone)
        door.leave(visit)
        door.leave(visit)
    assert not gone


def test_places_are_taken_and_freed(clock: Clock) -> None:
    door = Door(clock, seats=2)
    assert [door.take("seat") for _ in range(3)] == [True, True, False]
    assert door.take("facilitator")
    assert door.take("return")
    door.free("seat")
    assert door.take("seat")
    assert not door.take("seat")


def test_an_allowance_is_so_much_at_once_and_so_much_a_second(clock: Clock) -> None:
    allowance = Allowance(10, 100, clock)
    assert allowance.take(100) == 0
    assert allowance.take(20) == pytest.approx(2)
    clock.now += 2
    assert allowance.take(0) == 0
    clock.now += 1000
    assert allowance.take(100) == 0
    assert allowance.take(1) > 0
