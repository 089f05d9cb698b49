"""Channel driver: what an app paints is shown, and however it ends the terminal is given back."""

from __future__ import annotations

import asyncio
import gc
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.host.lines import FakeLine, a_caller, picture, until
from tests.host.seat import SeatApp
from tests.host.seated import Seat, seated
from wshoes_tui import limits
from wshoes_tui.host.host_process import OUTLET, host_memory_settings
from wshoes_tui.host.seat_pool import warm_up
from wshoes_tui.host.seat_runner import run_seat_app
from wshoes_tui.terminal.capabilities import CLEAR

LEFT = b"\x1b[?2004l\x1b[?7h\x1b[?1049l\x1b[?25h"


async def test_keys_reach_the_app_and_its_cells_the_terminal() -> None:
    async with seated() as seat:
        await seat.shows("80 by 24")
        await seat.write()
        seat.type("Dŵr, ‘so’.".encode())
        await seat.shows("Dŵr, ‘so’.")
        seat.type(b"\r")
        await seat.shows("Got 10: Dŵr, ‘so’.")
        before = len(seat.line.sent)
        seat.type(b"a")
        await until(lambda: seat.field == "a")
        await until(lambda: len(seat.line.sent) > before)
        assert len(seat.line.sent) - before < 80


async def test_leaving_gives_the_terminal_back() -> None:
    async with seated() as seat:
        seat.type(b"q")
        assert await seat.running == 0
        assert seat.line.sent.endswith(LEFT)
        assert seat.app.was_left
        assert seat.client.on_data is None


async def test_a_terminal_is_sent_only_what_it_knows() -> None:
    async with seated(term="vt100") as seat:
        seat.type(b"q")
        await seat.running
    assert b"\x1b[?1049" not in seat.line.sent
    assert b"\x1b[?2004" not in seat.line.sent
    assert seat.line.sent.endswith(f"\x1b[?7h{CLEAR}\x1b[?25h".encode())


async def test_nothing_is_asked_of_a_terminal_and_no_mouse_wanted() -> None:
    async with seated() as seat:
        seat.type(b"q")
        await seat.running
    for wanted in (b"?1000", b"?1003", b"?1004", b"?1006", b"$p", b"?2048", b"u", b"\x1b]"):
        if wanted == b"u":
            assert b"\x1b[>" not in seat.line.sent
            assert b"\x1b[<" not in seat.line.sent
        else:
            assert wanted not in seat.line.sent


async def test_the_painting_follows_the_window() -> None:
    async with seated() as seat:
        for columns in range(60, 40, -1):
            seat.client.resized(columns, 20)
        await seat.shows("41 by 20")
        seat.client.resized(10**6, 0)
        await seat.shows("500 by 24")


async def test_a_client_that_does_not_read_is_not_painted_for(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    async with seated() as seat:
        seat.line.stuck = True
        seat.line.waiting = limits.MOST_QUEUED
        await seat.write()
        await until(lambda: seat.line.waiting > limits.MOST_QUEUED)
        so_far = len(seat.line.sent)
        seat.type(b"typed while nothing is shown")
        await until(lambda: seat.field.endswith("shown"))
        await asyncio.sleep(0.1)
        assert len(seat.line.sent) == so_far
        seat.line.read_on()
        await seat.shows("typed while nothing is shown")
        assert CLEAR.encode() in seat.line.sent[so_far:]
        assert "A seat" in "\n".join(picture(seat.line.sent[so_far:]))


async def test_an_app_that_ends_while_its_client_does_not_read_leaves_nothing_to_do() -> None:
    async with seated() as seat:
        seat.line.stuck = True
        seat.line.waiting = limits.MOST_QUEUED
        seat.type(b"q")
        await seat.running
        stuck: Any = seat.app._driver
        assert stuck._clogged is None


async def test_a_client_that_does_not_read_for_long_is_let_go(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(limits, "CLOGGED_SECONDS", 0.1)
    async with seated() as seat:
        seat.line.stuck = True
        seat.line.waiting = limits.MOST_QUEUED
        seat.type(b"w")
        await seat.running
        assert seat.app.was_left
        assert seat.line.status == 1
        assert b"stopped listening" in seat.line.sent


async def test_an_app_that_fails_ends_its_line_with_a_sentence_and_nobodys_words(
    noted: pytest.LogCaptureFixture, capfd: pytest.CaptureFixture[str]
) -> None:
    async with seated() as seat, seated() as other:
        await seat.write()
        seat.type(b"marker-words\x1b")
        await until(lambda: seat.app.focused is None)
        seat.type(b"x")
        await seat.running
        assert seat.line.status == 1
        tail = seat.line.sent[seat.line.sent.rindex(LEFT) + len(LEFT) :].decode()
        assert tail.startswith("Something went wrong at this seat")
        assert "ValueError at seat.py:" in noted.text or "ValueError at" in noted.text
        said = noted.text + tail + "".join(capfd.readouterr())
        assert "secret" not in said
        assert "marker" not in said
        await other.write()
        other.type(b"still here")
        await other.shows("still here")


async def test_an_app_that_does_not_even_begin_ends_its_line(
    monkeypatch: pytest.MonkeyPatch, noted: pytest.LogCaptureFixture
) -> None:
    async def broken(self: SeatApp, **_: Any) -> None:
        raise KeyError("secret")

    monkeypatch.setattr(SeatApp, "run_async", broken)
    line = FakeLine()
    client = a_caller(line)
    assert await run_seat_app(SeatApp(client), client) is None
    assert b"Something went wrong" in line.sent
    assert "KeyError at" in noted.text
    assert "secret" not in noted.text


async def test_a_line_that_drops_lets_the_app_put_its_words_away() -> None:
    async with seated() as seat:
        await seat.write()
        seat.type(b"half a sen")
        await seat.shows("half a sen")
        seat.client.lost()
        await seat.running
        assert seat.app.was_left


async def test_an_app_that_does_not_end_is_ended(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(limits, "LEAVING_SECONDS", 0.1)

    async def never(self: SeatApp, code: int = 0) -> None:
        await asyncio.Event().wait()

    monkeypatch.setattr(SeatApp, "leave", never)
    async with seated() as seat:
        seat.client.lost()
        await seat.running
        assert not seat.app._running


@pytest.mark.parametrize("first", [0, 1, 2])
async def test_what_is_printed_goes_nowhere_whatever_ends_first(
    first: int, capfd: pytest.CaptureFixture[str]
) -> None:
    real = sys.stdout
    with host_memory_settings():
        assert sys.stdout is OUTLET
        async with seated() as one, seated() as two, seated() as three:
            seats = [one, two, three]
            for seat in (seats[first], *seats[:first], *seats[first + 1 :]):
                seat.type(b"p")
                await seat.worked_off()
                seat.type(b"q")
                await seat.running
                assert sys.stdout is OUTLET
    assert sys.stdout is real
    assert "printed" not in "".join(capfd.readouterr())


async def test_nothing_of_an_app_is_left_when_it_has_ended() -> None:
    with host_memory_settings():
        await warm_up(SeatApp)
        for _round in range(3):
            seats = []
            for _seat in range(8):
                line = FakeLine()
                seats.append(Seat(line, a_caller(line, size=(60, 20))))
            for seat in seats:
                await until(lambda seat=seat: b"A seat" in seat.line.sent)
                seat.type(b"\x1b[1;5C\x1b[57399uw")
            for seat in seats:
                await seat.worked_off()
                seat.client.lost()
                await seat.running
            del seat, seats, line
            gc.collect()
            assert not [found for found in gc.get_objects() if isinstance(found, SeatApp)]


def test_what_nobody_shows_any_more_is_collected_while_hosting() -> None:
    gc.disable()  # as it is while the program is loaded
    try:
        with host_memory_settings():
            assert gc.isenabled()
    finally:
        gc.enable()


async def test_warming_up_leaves_nothing_running() -> None:
    tasks = asyncio.all_tasks()
    with host_memory_settings():
        await warm_up(SeatApp)
    assert asyncio.all_tasks() == tasks


async def test_seats_do_not_share_a_language_nor_the_hosts_colours(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    async with seated() as seat:
        assert not seat.app.no_color
        assert Path("/nowhere") == seat.app.settings.data.root
