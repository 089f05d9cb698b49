"""A facilitator in plain lines hears what people do at seats of their own, as it happens."""

from __future__ import annotations

import asyncio
import threading
import time
from time import monotonic

import pytest

from tests.host.facilitator import facilitating
from tests.lines.process import of
from tests.lines.seats import seats
from wshoes_tui import limits
from wshoes_tui.domain.commands import AddSeat, Begin, ChangeSeat, HandIn, Next, Open, Reveal
from wshoes_tui.domain.deck import Deck
from wshoes_tui.domain.models import Transition
from wshoes_tui.storage.memory_store import MemoryStore

SECRET = "Nobody must read this yet."


async def test_arrivals_words_lightbulbs_and_pledges_are_told_as_they_come() -> None:
    async with seats() as together, facilitating(together) as jo:
        asha = await together.sits_down("Asha")
        await jo.hears("Seat: 1, Asha\n")
        await together.does(Open(), Begin())
        tom = await together.sits_down("Tom")
        await jo.hears("Seat: 2, Tom\n")
        await asha.types("I want my own bed.")
        await jo.hears("Said: 1, P The patient: I want my own bed.\n")
        await tom.types("/light I used to think he was slow | now I see he was tired")
        await jo.hears("Lightbulb: 1, I used to think: I used to think he was slow\n")
        await tom.types("/pledge I will ring first. who: Tom", "/park Who has the keys?")
        await jo.hears("Pledge: 1, I will ring first. (Tom, no day yet)\n")
        await jo.hears("Parked: 1, Who has the keys?\n")
        await tom.is_gone()
        await jo.hears("Seat: 2, Tom, away\n")
        for told in ("Seat: 1, Asha", "Said: 1", "Lightbulb: 1", "Pledge: 1", "Parked: 1"):
            assert jo.all_heard.count(told) == 1


async def test_what_is_private_is_not_told_until_all_is_revealed() -> None:
    async with seats(write_first=True) as together, facilitating(together) as jo:
        asha, tom = await together.sits_down("Asha"), await together.sits_down("Tom", raw=True)
        await together.does(Open(), Begin())
        await asha.types(SECRET)
        await tom.sends(SECRET.encode())
        await jo.hears("1 of 2 are ready")
        await asha.types("/light Now I see it")
        await jo.hears("Lightbulb: 1")
        assert SECRET not in jo.all_heard
        await together.does(Reveal(anyway=True))
        await jo.hears(f"Said: 1, P The patient: {SECRET}\n")
        await together.rest()
        assert jo.all_heard.count(SECRET) == 1, "once, in the turn that is told as a whole"


async def test_what_the_facilitator_does_is_not_told_twice() -> None:
    async with seats() as together, facilitating(together) as jo:
        await together.sits_down("Asha")
        await together.does(Open(), Begin())
        await jo.types("Words of the room.", "/light Now I see it", "/pledge I will ring.")
        await jo.types("/undo", "/redo", "/say Asha: Words of hers.", "/edit 1 Other words.")
        told = jo.all_heard.splitlines()
        assert of("Said", told) == []
        assert of("Lightbulb", told) == []
        assert len(of("Pledge", told)) == 1, "the answer to /pledge"


async def test_words_that_change_or_go_are_told_with_their_number() -> None:
    async with seats() as together, facilitating(together) as jo:
        asha = await together.sits_down("Asha")
        await together.does(Open(), Begin())
        await asha.types("One.", "Two.")
        await jo.hears("Said: 2, P The patient: Two.\n")
        await asha.types("/undo")
        await jo.hears("Undone: response 2\n")
        assert jo.heard.count("Two.") == 1, "what was taken back is not said again"


async def test_words_for_a_card_that_is_over_come_with_its_card() -> None:
    async with seats() as together, facilitating(together) as jo:
        asha = await together.sits_down("Asha", raw=True)
        await together.does(Open(), Begin())
        assert together.session.turn is not None
        first = together.session.card_of(together.session.turn).title
        await asha.sends(b"For the first card.")
        await together.does(Next())
        await asha.types("/save 1")
        await jo.hears("For the first card.\n")
        lines = jo.all_heard.splitlines()
        at = next(n for n, line in enumerate(lines) if "For the first card." in line)
        assert lines[at - 1] == f"Turn: turn 1, {first}"


@pytest.mark.parametrize("pause", [0.3, 60.0])
async def test_news_waits_for_a_pause_in_a_line_that_is_typed(
    monkeypatch: pytest.MonkeyPatch, pause: float
) -> None:
    monkeypatch.setattr(limits, "TYPING_PAUSE_SECONDS", pause)
    async with seats() as together, facilitating(together, raw=True) as jo:
        asha = await together.sits_down("Asha")
        await together.does(Open(), Begin())
        await jo.hears("what else there is.")
        jo.client.receive_data(b"/wh")
        began = monotonic()
        await asha.types("I want my own bed.")
        if pause < 1:
            await jo.hears("/wh\r\nSaid: 1, P The patient: I want my own bed.\r\n")
            assert monotonic() - began > 0.9 * pause
            await jo.hears("own bed.\r\n/wh")  # shown once more, to be typed on
        else:
            await together.rest()
            assert "own bed" not in jo.all_heard
            jo.client.receive_data(b"ere\r")
            await jo.hears("/where\r\nSaid: 1, P The patient: I want my own bed.\r\n")


async def test_what_somebody_writes_at_the_facilitators_keyboard_is_not_shown() -> None:
    async with seats(write_first=True) as together, facilitating(together, raw=True) as jo:
        await together.sits_down("Asha")
        await together.does(AddSeat("Nia", ""), Open(), Begin())
        await jo.hears("Nia, write one line for yourself.")
        jo.client.receive_data(b"A secrex\x7ft")
        jo.client.receive_data(b"\x0c\r")
        await jo.hears("Saved: hidden, 1 of 2")
        assert "secre" not in jo.all_heard
        assert "\b" not in jo.all_heard
        await jo.hears("/reveal")
        jo.client.receive_data(b"/reveal\r/reveal\r")
        await jo.hears("A secret\r\n")
        jo.client.receive_data(b"shown again")
        await jo.hears("shown again")


class Slow(MemoryStore):
    """A store that takes its time once ``seconds`` are set."""

    seconds = 0.0

    def commit(self, transition: Transition) -> None:
        """Keep it, in a while."""
        time.sleep(self.seconds)
        super().commit(transition)


async def test_a_facilitators_line_on_its_way_to_the_store_holds_nobody_up() -> None:
    store = Slow()
    async with seats(store=store) as together, facilitating(together) as jo:
        await together.does(AddSeat("Nia", ""), Open(), Begin())
        await jo.hears("what else there is.")
        store.seconds = 0.8
        jo.client.receive_data(b"One.\nTwo.\n/pledge I will ring\n")
        longest, before = 0.0, time.monotonic()
        while len(together.session.pledges) < 1:
            await asyncio.sleep(0.001)
            now = time.monotonic()
            longest, before = max(longest, now - before), now
        store.seconds = 0.0
        assert longest < 0.6
        assert [response.text for response in together.stored.responses] == ["One.", "Two."]


async def test_a_deck_is_read_while_the_others_go_on(monkeypatch: pytest.MonkeyPatch) -> None:
    async with seats() as together, facilitating(together) as jo:
        deck_library, threads = together.library.deck_library, list[int]()
        opening = deck_library.open

        def open_here(name: str, language: str | None = None) -> Deck:
            threads.append(threading.get_ident())
            return opening(name, language)

        monkeypatch.setattr(deck_library, "open", open_here)
        assert "Deck: " in await jo.types("/decks 1")
        assert threads
        assert threading.get_ident() not in threads


@pytest.mark.parametrize("raw", [False, True])
async def test_a_facilitator_who_is_lost_in_a_line_finds_it_as_a_draft(raw: bool) -> None:
    async with seats() as together:
        async with facilitating(together, raw=raw) as jo:
            await together.does(AddSeat("Nia", ""), Open(), Begin())
            await jo.hears("what else there is.")
            jo.client.receive_data(b"/pledge I will ri")
        assert [draft.kind for draft in together.stored.drafts if draft.text] == ["pledge"]
        assert not together.stored.pledges
        async with facilitating(together) as jo:
            await jo.types("/where")
            assert "a pledge: I will ri" in jo.all_heard


async def test_the_end_of_the_input_is_told_to_a_facilitator_too() -> None:
    async with seats() as together, facilitating(together) as jo:
        await together.does(AddSeat("Nia", ""), Open(), Begin())
        await jo.hears("what else there is.")
        jo.client.receive_data(b"One.\nTw")
        jo.client.receive_eof()
        await jo.hears("Notice: The last line had no end. It is kept as a draft, not said.\n")
        await jo.hears("End: Everything is kept.\n")
        await asyncio.wait_for(jo.client.wait_gone(), 10)
        assert [response.text for response in together.stored.responses] == ["One."]


async def test_words_are_not_said_on_a_card_that_came_while_they_were_typed() -> None:
    async with seats() as together, facilitating(together, raw=True) as jo:
        await together.does(AddSeat("Nia", ""), AddSeat("Ola", ""), Open(), Begin())
        await jo.hears("what else there is.")
        jo.client.receive_data(b"For the first ca")
        await together.does(Next())  # by another facilitator
        jo.client.receive_data(b"rd.\r")
        await jo.hears("Notice: The group has moved on. Your words are kept.\r\n")
        assert not together.stored.responses
        jo.client.receive_data(b"/save\r")
        await jo.hears("Saved: the words that waited")
        assert [response.text for response in together.stored.responses] == ["For the first card."]
        jo.client.receive_data(b"/next\rFor the next card.\r")
        await jo.hears("Saved: response 1")
        assert together.stored.responses[-1].turn == together.stored.turns[-1].id


async def test_what_one_has_written_is_never_handed_in_for_another() -> None:
    async with seats(write_first=True) as together, facilitating(together, raw=True) as jo:
        nia = await together.sits_down("Nia")
        await nia.is_gone()
        together.hub.participants.pop(together.seat("Nia"))
        await together.does(AddSeat("Ola", ""), ChangeSeat(together.seat("Nia"), state="here"))
        await together.does(Open(), Begin())
        await jo.hears("Nia, write one line for yourself.")
        jo.client.receive_data(b"A secret of Ni")
        await together.opens(seat=together.seat("Nia"))
        jo.client.receive_data(b"a\r")
        await jo.hears("The group has moved on before that came. Nothing was kept.")
        assert [page.text for page in together.stored.writers()] == ["", ""]


async def test_what_is_written_in_private_is_not_read_out_where_all_is_revealed_meanwhile() -> None:
    async with seats(write_first=True) as together, facilitating(together, raw=True) as jo:
        await together.does(AddSeat("Nia", ""), Open(), Begin())
        await jo.hears("Nia, write one line for yourself.")
        jo.client.receive_data(b"A secret of Ni")
        await together.does(HandIn(together.seat("Nia"), ""), Reveal())
        jo.client.receive_data(b"a\r")
        await jo.hears("The group has moved on before that came. Nothing was kept.")
        await jo.hears("What is said in these shoes?")
        assert "secret" not in jo.all_heard
        assert not together.stored.responses


async def test_whole_lines_of_a_facilitator_who_is_lost_are_worked() -> None:
    async with seats() as together:
        async with facilitating(together) as jo:
            await together.does(AddSeat("Nia", ""), Open(), Begin())
            await jo.hears("what else there is.")
            jo.client.receive_data(b"One.\nTwo.\nThr")
        assert [response.text for response in together.stored.responses] == ["One.", "Two."]
        assert [draft.text for draft in together.stored.drafts if draft.text] == ["Thr"]
