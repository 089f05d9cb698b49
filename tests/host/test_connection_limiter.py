"""Connection limiter: a crowd without a code makes room, and never who has typed longest."""

from __future__ import annotations

from random import Random

import pytest

from tests.host.clock import Clock
from wshoes_tui import limits
from wshoes_tui.host.login_limiter import ConnectionLimiter, PendingLogin, TokenBucket


def a_limiter() -> ConnectionLimiter:
    return ConnectionLimiter(chance=Random(4))


def stand(
    limiter: ConnectionLimiter, address: str, gone: list[str], count: int = 1
) -> list[PendingLogin]:
    return [limiter.add_pending(address, lambda: gone.append(address)) for _ in range(count)]


def test_a_whole_group_may_stand_there_at_once() -> None:
    limiter, gone = a_limiter(), list[str]()
    stand(limiter, "10.0.0.1", gone, limits.MOST_WAITING_EACH)
    assert not gone


def test_an_address_over_its_share_loses_one_of_its_own_that_came_late() -> None:
    limiter, gone = a_limiter(), list[str]()
    stand(limiter, "10.0.0.2", gone)
    crowd = stand(limiter, "10.0.0.1", gone, limits.MOST_WAITING_EACH + 5)
    assert gone == ["10.0.0.1"] * 5
    for login in crowd[: limits.MOST_WAITING_EACH // 2 - 5]:
        assert login in limiter._waiting, "somebody types there"


def test_whoever_gave_a_wrong_code_goes_first_and_it_is_left_to_chance_which() -> None:
    limiter, gone = a_limiter(), list[str]()
    typing = stand(limiter, "10.0.0.1", gone, limits.MOST_WAITING_EACH - 20)
    guessing = stand(limiter, "10.0.0.1", gone, 20)
    for login in (typing[0], *guessing):
        login.wrong = 1
    typing += stand(limiter, "10.0.0.1", gone, 10)
    assert all(login in limiter._waiting for login in typing)
    left = [login in limiter._waiting for login in guessing]
    assert left.count(False) == 10
    assert left not in ([False] * 10 + [True] * 10, [True] * 10 + [False] * 10)


def test_nobody_who_came_early_goes_although_each_has_an_address_of_their_own() -> None:
    limiter, gone = a_limiter(), list[str]()
    early = [stand(limiter, f"10.0.0.{n}", gone)[0] for n in range(limits.MOST_WAITING // 2)]
    for n in range(200):
        stand(limiter, f"10.0.{1 + n // 100}.{n % 100}", gone)
    assert len(gone) == 200 - limits.MOST_WAITING // 2
    kept = sum(login in limiter._waiting for login in early)
    assert early[0] in limiter._waiting
    assert kept == len(early), "the later half alone makes room"


def test_when_it_is_full_the_crowd_makes_room_for_the_one() -> None:
    limiter, gone = a_limiter(), list[str]()
    stand(limiter, "10.0.0.1", gone, limits.MOST_WAITING_EACH)
    stand(limiter, "10.0.0.2", gone, limits.MOST_WAITING - limits.MOST_WAITING_EACH)
    stand(limiter, "10.0.0.3", gone)
    assert gone == ["10.0.0.1"]


def test_who_has_left_takes_no_room() -> None:
    limiter, gone = a_limiter(), list[str]()
    for _ in range(1000):
        (login,) = stand(limiter, "10.0.0.1", gone)
        limiter.remove_pending(login)
        limiter.remove_pending(login)
    assert not gone


def test_places_are_taken_and_freed() -> None:
    limiter = ConnectionLimiter(seats=2)
    assert [limiter.take_place("seat") for _ in range(3)] == [True, True, False]
    assert limiter.take_place("facilitator")
    assert limiter.take_place("return")
    limiter.free_place("seat")
    assert limiter.take_place("seat")
    assert not limiter.take_place("seat")


def test_a_bucket_is_so_much_at_once_and_so_much_a_second() -> None:
    clock = Clock()
    bucket = TokenBucket(100, 10, clock)
    assert bucket.take(100) == 0
    assert bucket.take(20) == pytest.approx(2)
    clock.now += 2
    assert bucket.take(0) == 0
    clock.now += 1000
    assert bucket.take(100) == 0
    assert bucket.take(1) > 0
