"""Session hub: one hosted session and its participants, without any screen."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import nullcontext
from contextvars import copy_context
from dataclasses import replace

import pytest

from tests.hub_fixture import InMemoryKeys
from tests.tui.app_fixture import Decks
from tests.tui.decks import HOSPITAL
from wshoes_tui.domain.commands import AddSeat, Begin, KeepDraft, Next, Open, Undo
from wshoes_tui.domain.deck import Deck
from wshoes_tui.domain.models import Transition
from wshoes_tui.domain.value import Refusal
from wshoes_tui.flow.blocks import TextBlock
from wshoes_tui.flow.seat_flow import seat_blocks
from wshoes_tui.hub import session_hub
from wshoes_tui.hub.seat_session import SeatSession
from wshoes_tui.hub.session_hub import SessionHub
from wshoes_tui.locale import Speech, speak_to, speech
from wshoes_tui.sessions.session_library import SessionLibrary
from wshoes_tui.sessions.store_thread import StoreThread
from wshoes_tui.storage.memory_store import MemoryStore

WELSH = replace(
    HOSPITAL, id="adref", language="cy", title="Adref eto", translation_of=HOSPITAL.id,
    cards=tuple(replace(card, title=f"cy {card.title}") for card in HOSPITAL.cards),
)  # fmt: skip


class Translated(Decks):
    """A deck library in which the one deck has a translation."""

    half = WELSH

    def open(self, name: str, language: str | None = None) -> Deck:
        """The deck, in Welsh for those who read it."""
        return self.half if (language or "").startswith("cy") else super().open(name)


@pytest.fixture
async def hub() -> AsyncIterator[SessionHub]:
    worker = StoreThread()
    deck_library = Translated(HOSPITAL)
    hub = SessionHub(worker, InMemoryKeys(), deck_library)
    library = SessionLibrary(MemoryStore(), deck_library, lambda _id: nullcontext())
    await hub.take_up(library.group([HOSPITAL]))
    yield hub
    worker.close()


async def test_cards_are_told_in_the_language_of_whoever_looks(hub: SessionHub) -> None:
    await hub.learn("cy")
    await hub.learn("en")
    assert hub.decks_in("cy")[HOSPITAL.id].title == "Adref eto"
    assert hub.decks_in("cy")[HOSPITAL.id].cards[0].title.startswith("cy ")
    assert hub.decks_in("en")[HOSPITAL.id].title == HOSPITAL.title
    assert hub.decks_in("fr")[HOSPITAL.id].title == HOSPITAL.title, "not learnt, so as it is"


async def test_a_seat_is_told_how_much_there_is_in_its_language(
    hub: SessionHub, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Translated, "half", replace(WELSH, translated=1))
    await hub.learn("cy")
    asha = SeatSession(hub, await hub.join("Asha"), Speech(), lambda _error: None)
    count = f"1 of {len(HOSPITAL.cards)} cards in Welsh"
    for language, told in (("en", False), ("cy", True)):
        asha.speech.language = language  # the sentences stay English
        texts = [block.text for block in seat_blocks(asha) if isinstance(block, TextBlock)]
        assert any(count in text for text in texts) is told


async def test_there_is_a_bound_on_seats(hub: SessionHub, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(session_hub, "MOST_SEATS", 2)
    await hub.join("Asha")
    tom = await hub.join("Tom")
    with pytest.raises(Refusal, match="All the seats are taken"):
        await hub.join("Bea")
    await hub.let_go(tom.seat)
    await hub.join("Bea")


async def test_no_undo_takes_the_seat_of_somebody_at_a_screen_of_their_own(hub: SessionHub) -> None:
    await hub.do(AddSeat("Asha"))
    seat = hub.seat_called("asha ")
    assert seat is not None
    await hub.come_back(seat.id)
    for do in (hub.do, lambda command: hub.worker.run(hub.live.do, command)):
        with pytest.raises(Refusal, match="Asha is part of the session now"):
            await do(Undo())
    assert hub.seat_called("Asha") == seat


async def test_only_the_facilitator_hears_that_somebody_begins_to_write(hub: SessionHub) -> None:
    participant = await hub.join("Asha")
    await hub.do(Open())
    await hub.do(Begin())
    heard: list[Transition | None] = []
    watched: list[Transition | None] = []
    hub.listen(heard.append)
    hub.watch(watched.append)
    for text in ("N", "No", "Nob"):
        await hub.do(KeepDraft("own", text, participant.seat))
    await hub.worker.run(lambda: None)
    assert heard == []
    assert watched == [None], "that they do, and not a word"


async def test_whoever_asks_is_answered_once(hub: SessionHub) -> None:
    asha = await hub.join("Asha")
    seat = hub.session.seat(asha.seat) if hub.session else None
    assert seat is not None
    nod = asyncio.create_task(hub.ask(seat))
    await asyncio.sleep(0)
    (asking,) = hub.asking
    assert hub.answer(asking, let_in=False)
    assert not hub.answer(asking, let_in=True), "they have been answered"
    assert not await nod
    assert not hub.answer(asking, let_in=True), "they have gone away"


async def test_a_hand_is_taken_down_once(hub: SessionHub) -> None:
    asha = await hub.join("Asha")
    heard: list[Transition | None] = []
    hub.listen(heard.append)
    assert not hub.lower_hand(asha.seat)
    asha.hand = True
    assert hub.lower_hand(asha.seat)
    assert not asha.hand
    assert not hub.lower_hand(asha.seat)
    assert not hub.lower_hand("nobody")
    await hub.worker.run(lambda: None)
    assert heard == [None]


async def test_listeners_are_called_in_the_language_of_nobody_who_acts(hub: SessionHub) -> None:
    heard: list[str] = []
    hub.listen(lambda _transition: heard.append(speech.get().language))

    def in_welsh() -> None:
        speak_to("cy")
        hub.people_changed()

    copy_context().run(in_welsh)
    await hub.worker.run(lambda: None)
    assert heard == ["en"]


async def test_a_pass_is_for_one_turn_and_a_hand_for_one_screen(hub: SessionHub) -> None:
    asha = await hub.join("Asha")
    await hub.do(Open())
    await hub.do(Begin())
    asha.passes = asha.hand = True
    await hub.do(KeepDraft("own", "N", asha.seat))
    await hub.worker.run(lambda: None)
    assert asha.passes, "it is the same turn"
    await hub.do(Next())
    await hub.worker.run(lambda: None)
    assert not asha.passes
    ends: list[str] = []
    hub.attach_screen(asha, ends.append)
    await hub.detach_screen(asha, ends.append)
    assert not asha.hand


async def test_a_host_that_is_started_again_knows_who_had_a_seat(hub: SessionHub) -> None:
    asha, tom = await hub.join("Asha"), await hub.join("Tom")
    await hub.let_go(tom.seat)
    await hub.do(AddSeat("Bea"))
    assert hub.live is not None
    again = SessionHub(hub.worker, hub._keys, Translated(HOSPITAL))
    await again.take_up(hub.live)
    assert list(again.participants) == [asha.seat], "Tom's is closed, Bea is at the keyboard"
    states = [seat.state for seat in hub.live.session.seats]
    assert states == ["away", "left", "here"]
