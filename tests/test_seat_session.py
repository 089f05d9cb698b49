"""Seat session: what one seat may do and sees, without any screen."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import nullcontext

import pytest

from tests.hub_fixture import open_hub
from tests.tui.app_fixture import Decks
from tests.tui.decks import HOSPITAL
from wshoes_tui.domain.commands import Begin, Next, Open, ParkTopic, Undo
from wshoes_tui.domain.value import Refusal
from wshoes_tui.hub.participants import Participant
from wshoes_tui.hub.seat_session import SeatSession
from wshoes_tui.hub.session_hub import SessionHub
from wshoes_tui.locale import Speech
from wshoes_tui.sessions.session_library import SessionLibrary
from wshoes_tui.storage.memory_store import MemoryStore


@pytest.fixture
async def hub() -> AsyncIterator[SessionHub]:
    library = SessionLibrary(MemoryStore(), Decks(HOSPITAL), lambda _id: nullcontext())
    async with open_hub(library) as hub:
        yield hub


async def seat_of(hub: SessionHub, name: str) -> SeatSession:
    """Somebody who has joined under that name."""
    return SeatSession(hub, await hub.join(name), Speech(), lambda _error: None)


async def test_a_seat_gives_no_command_of_the_facilitator(hub: SessionHub) -> None:
    asha = await seat_of(hub, "Asha")
    await hub.do(Open())
    await hub.do(Begin())
    for command in (Next(), Undo()):
        with pytest.raises(Refusal, match="That is for the facilitator"):
            await asha.keep_this(command)
    await asha.keep_this(ParkTopic("The bus"))
    assert [topic.text for topic in asha.session.car_park] == ["The bus"]


async def test_who_has_not_the_turn_talks_in_other_shoes_than_those_of_the_turn(
    hub: SessionHub,
) -> None:
    await hub.join("Asha")
    tom = await hub.join("Tom")
    await hub.do(Open())
    await hub.do(Begin())
    session = hub.session
    assert session is not None
    assert session.turn is not None
    assert session.turn.seat != tom.seat
    dealt = {Participant(tom.seat).shoes_on(session, session.turn) for _time in range(40)}
    assert len(dealt) > 1, "by chance"
    assert session.turn.shoes not in dealt


async def test_words_for_a_card_that_is_over_do_not_go_to_the_next(hub: SessionHub) -> None:
    asha = await seat_of(hub, "Asha")
    await hub.do(Open())
    await hub.do(Begin())
    asked = asha.asked
    await hub.do(Next())
    with pytest.raises(Refusal, match="The group has moved on"):
        await asha.hand_in(asked, "My own bed.")
    assert asha.session.responses == ()
    await asha.hand_in_for_earlier(asked, "My own bed.")
    (response,) = asha.session.responses
    assert response.turn == asked.turn
