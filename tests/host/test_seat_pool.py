"""Seat pool: a seat that stands ready is given to the next who joins, and is theirs alone."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest

from tests.host.joining_clients import JoiningClient, hosting
from tests.host.lines import until
from tests.hub_fixture import take_up
from wshoes_tui.host.credentials import Admitted
from wshoes_tui.tui.seat.seat_app import SeatApp


@pytest.mark.parametrize(
    ("term", "size"), [("xterm-256color", (80, 24)), ("linux", (80, 24)), ("vt100", (40, 20))]
)
async def test_whoever_comes_sits_on_a_ready_seat(
    term: str, size: tuple[int, int], tmp_path: Path
) -> None:
    async with hosting(tmp_path) as at:
        joiner = JoiningClient(at.clients, term, size)
        await until(lambda: len(at.clients.ready) == 1)
        await joiner.sees("asha")
        await joiner.goes_in()
        assert [participant.end is not None for participant in at.hub.participants.values()] == [
            True
        ]
        assert b"\x1b[?2004h" in joiner.line.sent or term == "vt100"
        await joiner.leaves()
        assert [participant.end for participant in at.hub.participants.values()] == [None]


async def test_whoever_comes_back_never_stands_at_the_door(tmp_path: Path) -> None:
    async with hosting(tmp_path) as at:
        first = JoiningClient(at.clients)
        await first.goes_in()
        (seat,) = at.hub.participants
        await first.leaves()
        again = JoiningClient(at.clients, admitted=Admitted("return", seat))
        again.client.receive_data(b"\x1bl")  # a lightbulb, typed before anything is shown
        await again.sees("I used to think")
        assert b"Press Enter to go in" not in again.line.sent
        await again.leaves()


async def test_more_are_made_ready_when_it_is_calm(tmp_path: Path) -> None:
    async with hosting(tmp_path) as at:
        joining = [JoiningClient(at.clients, name=name) for name in ("Asha", "Tom", "Eira")]
        for joiner in joining:  # the third finds none ready, and gets one all the same
            await joiner.goes_in()
        await until(lambda: len(at.clients.ready) == 2)
        for joiner in joining:
            await joiner.leaves()


async def test_keys_are_made_ready_too_once_there_is_a_session(tmp_path: Path) -> None:
    async with hosting(tmp_path, begun=False) as at:
        await take_up(at.hub, at.library)
        await until(lambda: not at.credentials.lacks_spare_keys(2), "two keys")
        assert at.credentials.lacks_spare_keys(3)
        joiner = JoiningClient(at.clients)
        await joiner.goes_in()
        await until(lambda: not at.credentials.lacks_spare_keys(2), "two again")
        await joiner.leaves()


async def test_a_ready_seat_is_nobodys_and_hears_nothing(tmp_path: Path) -> None:
    async with hosting(tmp_path) as at:
        assert not at.hub.participants
        assert at.hub._listeners == [at.clients.ready.on_news]  # and none of its seats


async def test_a_session_chosen_since_is_the_one_that_is_joined(tmp_path: Path) -> None:
    async with hosting(tmp_path, begun=False) as at:
        await take_up(at.hub, at.library)
        joiner = JoiningClient(at.clients)
        await joiner.sees(at.hub.session.header.title)
        await joiner.goes_in()
        await joiner.leaves()


async def test_a_seat_that_fails_before_anybody_comes_is_not_given(tmp_path: Path) -> None:
    async with hosting(tmp_path, most=1) as at:
        (one,) = at.clients.ready._ready
        one.app.exit()
        await one.running
        joiner = JoiningClient(at.clients)
        await joiner.goes_in()
        await joiner.leaves()


async def test_nothing_is_left_running_when_hosting_ends(tmp_path: Path) -> None:
    before = asyncio.all_tasks()
    async with hosting(tmp_path):
        assert asyncio.all_tasks() != before
    assert asyncio.all_tasks() == before


async def test_hosting_may_end_while_one_is_being_made(tmp_path: Path) -> None:
    before = asyncio.all_tasks()
    async with hosting(tmp_path, most=1) as at:
        await at.clients.ready.take_seat().end()
        await asyncio.sleep(0.03)  # calm again: the next is being made
    assert asyncio.all_tasks() == before


async def test_a_seat_that_cannot_be_made_is_noted_and_not_tried_for_ever(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, noted: pytest.LogCaptureFixture
) -> None:
    tries = []

    def fails(app: SeatApp) -> None:
        tries.append(app)
        raise ValueError("somebody's secret words")

    async with hosting(tmp_path, most=1) as at:
        (one,) = at.clients.ready._ready
        monkeypatch.setattr(SeatApp, "arrive", fails)
        at.clients.ready.take_seat()
        await until(lambda: "a seat is not ready: ValueError at join_screen" in noted.text)
        await asyncio.sleep(0.3)
        assert len(tries) == 1
        assert "secret" not in noted.text
        await one.end()
