"""The clock of the engine goes on evenly whatever happens to the clock of the computer."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from itertools import pairwise
from types import SimpleNamespace

import pytest

from tests.storage.hands import a_session
from wshoes_tui.domain.commands import Next, Say
from wshoes_tui.domain.dispatcher import Context
from wshoes_tui.domain.steady_clock import SteadyClock
from wshoes_tui.limits import EARLIEST_DAY
from wshoes_tui.sessions.open_session import OpenSession
from wshoes_tui.storage.memory_store import MemoryStore

NOON = datetime(2026, 12, 1, 12, tzinfo=UTC)


class Computer:
    """A computer whose two clocks are set by hand."""

    def __init__(self, wall: datetime = NOON) -> None:
        self.wall, self.up = wall.timestamp(), 100.0
        self.clock = SteadyClock(lambda: self.wall, lambda: self.up)

    def wait(self, seconds: float) -> None:
        self.wall += seconds
        self.up += seconds


@pytest.mark.parametrize("jump", [-86_400, 86_400 * 3650, -NOON.timestamp(), 3600])
def test_a_jump_of_the_wall_clock_changes_nothing_but_is_known(jump: float) -> None:
    computer = Computer()
    computer.wait(60)
    computer.wall += jump
    computer.wait(60)
    assert computer.clock.now() == NOON + timedelta(minutes=2)
    assert computer.clock.jump() == timedelta(seconds=jump)


@pytest.mark.parametrize(
    ("wall", "newest", "doubtful"),
    [
        (datetime(1970, 1, 1, tzinfo=UTC), None, True),
        (NOON, None, False),
        (NOON, NOON - timedelta(days=300), False),
        (NOON, NOON + timedelta(hours=20), False),  # another time zone
        (NOON, NOON + timedelta(days=2), True),
        (datetime(2020, 5, 5, tzinfo=UTC), datetime(2020, 5, 4, tzinfo=UTC), True),
    ],
)
def test_a_day_that_cannot_be_right_is_doubted(
    wall: datetime, newest: datetime | None, doubtful: bool
) -> None:
    assert Computer(wall).clock.is_doubtful(newest) is doubtful


def test_the_day_that_somebody_says_counts_from_then_on() -> None:
    computer = Computer(datetime(1970, 1, 1, 0, 3, tzinfo=UTC))
    computer.clock.set_day(date(2027, 3, 24))
    computer.wait(60)
    assert computer.clock.now() == datetime(2027, 3, 24, 0, 4, tzinfo=UTC)
    assert computer.clock.today() >= EARLIEST_DAY


@pytest.mark.parametrize("behind", [timedelta(days=20_000), timedelta(seconds=1), timedelta()])
def test_a_session_goes_on_after_its_last_moment_though_the_clock_is_behind(
    behind: timedelta,
) -> None:
    session = a_session()
    written = max(turn.started for turn in session.turns)
    now = SimpleNamespace(time=written - behind)
    store = MemoryStore()
    store.create(session)
    opened = OpenSession(session, store, env=Context(now=lambda: now.time))
    for _turn in range(3):
        now.time += timedelta(minutes=5)
        opened.do(Say("words"))
        opened.do(Next())
    started = [written, *(turn.started for turn in opened.session.turns[-3:])]
    assert [after - before for before, after in pairwise(started)] == [timedelta(minutes=5)] * 3
