"""The line itself: what is sent can be hostile, too much, or cut off in the middle."""

from __future__ import annotations

import asyncio
import time

import pytest

from tests.lines.process import of
from tests.lines.seats import seats
from wshoes_tui.domain.commands import Begin, Open
from wshoes_tui.domain.models import Transition
from wshoes_tui.limits import MOST_LINES_WAITING
from wshoes_tui.lines.line_loop import Outcome
from wshoes_tui.lines.seat_conversation import SeatConversation
from wshoes_tui.locale import Speech
from wshoes_tui.storage.memory_store import MemoryStore

EVIL = (
    "\x1b]0;owned\x07\x1b[2J\x1b[31mred\x9b31m\r\x08\x00\u202eevil\u2066\x7f\u2028 </b>[/] {0} %s"
)


@pytest.mark.parametrize("raw", [False, True])
async def test_nothing_hostile_reaches_anybody(raw: bool) -> None:
    async with seats() as together:
        evil = await together.opens(raw=raw)
        tom = await together.sits_down("Tom")  # every line to anybody is looked at as it is written
        hostile = EVIL.replace("\r", "") if raw else EVIL
        await evil.types(hostile)
        await evil.types("/go")
        assert evil.lines.participant is not None
        await together.does(Open(), Begin())
        for words in ("", "/light ", "/pledge ", "/park ", "/card ", "/card x | ", "/shoes ",
                      "/lang ", "/help ", "/save ", "/drop ", "/", "//", "/late "):  # fmt: skip
            await evil.types(words + hostile)
        await evil.sends(b"\xff\xfe\xc3(\xed\xa0\x80 broken\n")
        assert "Some bytes were no letters" in of("Notice", evil.all_lines)[-1]
        assert "broken" in together.stored.responses[-1].text
        assert any("evil" in line for line in tom.all_lines)
        await tom.types("/where", "/said")


async def test_a_line_of_a_megabyte_is_refused_at_once() -> None:
    async with seats() as together:
        asha = await together.sits_down("Asha")
        await together.does(Open(), Begin())
        began = time.perf_counter()
        for _packet in range(16):
            asha.lines.loop.feed(b"a" * 65536)
        told = await asha.sends(b"\nshort\n")
        assert time.perf_counter() - began < 1
        assert told.startswith("Error: That line has more than 100000 characters")
        assert [response.text for response in together.stored.responses] == ["short"]


@pytest.mark.parametrize(
    "words",
    [
        "/light I thought " + "." * 99_000,
        "/light I thought " + " " * 99_000 + "x",
        "/light I used to think " + "now " * 24_000,
        "/pledge " + "by: " * 24_000,
        "/pledge x by: " + "9" * 99_000,
        "/" + "x" * 99_000,
        "/shoes " + "x " * 49_000,
        "/lang " + "-" * 99_000,
        "/save " + "9" * 99_000,
        " " * 99_000 + "x",
    ],
)  # fmt: skip
async def test_no_line_keeps_the_loop_from_the_others(words: str) -> None:
    async with seats() as together:
        asha = await together.sits_down("Asha", raw=True)
        await together.does(Open(), Begin())
        began = time.perf_counter()
        await asha.types(words)
        assert time.perf_counter() - began < 1


async def test_a_flood_asks_for_patience_and_every_line_is_worked_in_its_order() -> None:
    async with seats() as together:
        asha = await together.sits_down("Asha")
        await together.does(Open(), Begin())
        rooms: list[int] = []
        asha.lines.loop.on_drained = lambda: rooms.append(asha.lines.loop.waiting)
        assert not asha.lines.loop.full
        asha.lines.loop.feed(b"".join(b"word %d\n" % n for n in range(MOST_LINES_WAITING + 50)))
        assert asha.lines.loop.full
        await together.rest()
        assert not asha.lines.loop.full
        assert rooms == [MOST_LINES_WAITING - 1]
        texts = [response.text for response in together.stored.responses]
        assert texts == [f"word {n}" for n in range(MOST_LINES_WAITING + 50)]


async def test_a_flood_of_commands_leaves_room_for_the_others() -> None:
    async with seats() as together:
        asha = await together.sits_down("Asha")
        asha.lines.loop.feed(b"/help\n" * 150)
        turns = 0
        while asha.lines.loop.waiting:
            await asyncio.sleep(0)
            turns += 1
        assert turns >= 150


async def test_the_line_is_lost_in_the_middle_of_a_line() -> None:
    async with seats(write_first=True) as together:
        asha, tom = await together.sits_down("Asha"), await together.sits_down("Tom", raw=True)
        await together.does(Open(), Begin())
        await asha.sends(b"Half a li")
        await tom.sends("Half a thé".encode())
        assert await asha.is_gone() is Outcome.LEFT
        tom.running.cancel()
        with pytest.raises(asyncio.CancelledError):
            await tom.running
        await together.hub.detach_screen(tom.participant, tom.lines.loop.end)
        assert sorted(page.text for page in together.stored.writers()) == [
            "Half a li",
            "Half a thé",
        ]
        assert not any(page.handed_in for page in together.stored.writers())
        assert [seat.state for seat in together.session.seats] == ["away", "away"]
        assert not asha.all_lines[-1].startswith("End")


async def test_what_had_not_been_worked_when_the_line_went_is_a_draft() -> None:
    async with seats() as together:
        asha = await together.sits_down("Asha")
        await together.does(Open(), Begin())
        asha.lines.loop.feed(b"First.\nSecond.\n/pledge I will ring\nThird, with no e")
        await asha.is_gone()
        kept = {draft.kind: draft.text for draft in together.stored.drafts if draft.text}
        assert kept["own"] == "First.\nSecond.\nThird, with no e"
        assert "I will ring" in kept["pledge"]


class Slow(MemoryStore):
    """A store that takes its time."""

    def commit(self, transition: Transition) -> None:
        """Keep it, in a while."""
        time.sleep(0.05)
        super().commit(transition)


async def test_a_line_on_its_way_to_the_store_gets_there_though_the_task_is_cancelled() -> None:
    async with seats(store=Slow()) as together:
        asha = await together.sits_down("Asha")
        await together.does(Open(), Begin())
        asha.lines.loop.feed(b"I want my own bed.\n")
        while not asha.lines.loop._busy:
            await asyncio.sleep(0)
        asha.running.cancel()
        with pytest.raises(asyncio.CancelledError):
            await asha.running
        assert [response.text for response in together.stored.responses] == ["I want my own bed."]


async def test_somebody_who_is_lost_as_they_sit_down_has_a_seat_that_is_theirs() -> None:
    async with seats(store=Slow()) as together:
        asha = await together.opens(suggestion="Asha")
        await asha.types("/go")
        asha.lines.loop.feed(b"/go\n")
        while not asha.lines.loop._busy:
            await asyncio.sleep(0)
        await asha.is_gone()
        assert asha.participant.seat == together.seat("Asha")
        assert together.session.seats[0].state == "away"


async def test_a_line_that_was_lost_before_it_began_brings_nobody_back() -> None:
    async with seats() as together:
        asha = await together.sits_down("Asha")
        await asha.is_gone()
        speech, written = Speech(), list[str]()
        lines = SeatConversation(together.hub, written.append, speech, seat=together.seat("Asha"))
        lines.loop.lost()
        assert await lines.loop.run() is Outcome.LEFT
        assert written == []
        assert together.session.seats[0].state == "away"


async def test_the_end_of_the_input_is_leaving_after_all_that_came() -> None:
    async with seats() as together:
        asha = await together.opens(suggestion="Asha")
        asha.lines.loop.feed(b"/go\n/go\n")
        await together.rest()
        await together.does(Open(), Begin())
        asha.lines.loop.feed(b"One.\nTwo.\nThr")
        asha.lines.loop.end_of_input()
        asha.lines.loop.feed(b"too late\n")
        await asha.ends()
        assert [response.text for response in together.stored.responses] == ["One.", "Two."]
        assert [draft.text for draft in together.stored.drafts if draft.text] == ["Thr"]
        assert "It is kept as a draft, not said." in asha.written
        assert asha.all_lines[-1].startswith("End: Your seat is kept.")


async def test_a_last_line_for_which_there_is_no_place_is_said_to_be_gone() -> None:
    async with seats() as together:
        asha = await together.opens(suggestion="Asha")
        asha.lines.loop.feed(b"Ash")
        asha.lines.loop.end_of_input()
        await asha.ends()
        assert asha.all_lines[-2] == "Notice: The last line had no end, so it was not taken."
        assert together.session.seats == ()


async def test_many_lines_at_once_on_one_loop() -> None:
    async with seats(write_first=True) as together:
        people = [await together.sits_down(f"P{n}", raw=n % 2 == 1) for n in range(20)]
        await together.does(Open(), Begin())
        for n, person in enumerate(people):
            person.lines.loop.feed(b"mine is %d\r\n" % n)
        await together.rest()
        assert all("hidden until all are revealed" in person.written for person in people)
        assert len(together.session.written()) == 20


async def test_a_fault_ends_one_line_and_keeps_its_words() -> None:
    async with seats() as together:
        asha, tom = await together.sits_down("Asha"), await together.sits_down("Tom", raw=True)
        await together.does(Open(), Begin())
        await tom.sends(b"Half a li")

        async def fault() -> None:
            raise ZeroDivisionError

        tom.lines.stage.follow = fault  # type: ignore[method-assign]
        with pytest.raises(ZeroDivisionError):
            await asha.types("I go on.")
        together.sitters.remove(tom)
        assert await asha.types("Still here.") == ["Saved: response 2"]
        assert "Half a li" in [draft.text for draft in together.stored.drafts]


def test_it_is_made_on_a_loop() -> None:
    with pytest.raises(RuntimeError):
        SeatConversation(None, print, Speech())  # type: ignore[arg-type]
