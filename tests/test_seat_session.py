"""Seat session: what one seat may do and sees, without any screen."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import nullcontext

import pytest

from tests.hub_fixture import open_hub
from tests.tui.app_fixture import Decks
from tests.tui.decks import HOSPITAL
from wshoes_tui.domain.commands import (
    Begin,
    GoToClosing,
    KeepDraft,
    Next,
    Open,
    ParkTopic,
    Plan,
    Redo,
    Reveal,
    Say,
    Undo,
)
from wshoes_tui.domain.models import Transition
from wshoes_tui.domain.value import Refusal
from wshoes_tui.errors import StoreError
from wshoes_tui.hub.participants import Participant
from wshoes_tui.hub.seat_session import SeatSession
from wshoes_tui.hub.session_hub import SessionHub
from wshoes_tui.locale import Speech
from wshoes_tui.sessions.session_library import SessionLibrary
from wshoes_tui.storage.memory_store import MemoryStore


class FullStore(MemoryStore):
    """A store that keeps no drafts while its disk is full."""

    full = False

    def keep_draft(self, transition: Transition) -> None:
        if self.full:
            raise StoreError("The disk is full.")
        super().keep_draft(transition)


@pytest.fixture
def store() -> FullStore:
    return FullStore()


@pytest.fixture
async def hub(store: FullStore) -> AsyncIterator[SessionHub]:
    library = SessionLibrary(store, Decks(HOSPITAL), lambda _id: nullcontext())
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


async def test_whatever_a_seat_keeps_is_its_own(hub: SessionHub) -> None:
    """Though a command may name another seat: whose field is emptied, whose tag the words get."""
    asha, tom = await seat_of(hub, "Asha"), await seat_of(hub, "Tom")
    await hub.do(KeepDraft("park", "Tom types", tom.participant.seat))
    await asha.keep_this(ParkTopic("The bus", tom.participant.seat))
    assert [draft.text for draft in tom.session.drafts] == ["Tom types"]


async def test_half_a_page_stays_its_writers_own_at_the_reveal(hub: SessionHub) -> None:
    asha, tom = await seat_of(hub, "Asha"), await seat_of(hub, "Tom")
    for command in (Plan(write_first=True), Open(), Begin()):
        await hub.do(command)
    asha.keep(asha.asked, "Half a sen")
    await tom.hand_in(tom.asked, "Tom's page.")
    await hub.do(Reveal(anyway=True))
    session = hub.open_session.session
    assert [said.text for said in session.responses] == ["Tom's page."]
    assert [(d.kind, d.seat, d.text) for d in session.drafts] == [
        ("own", asha.participant.seat, "Half a sen")
    ]
    assert tom.session.drafts == ()


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
    await asha.say("My own bed.", asked.shoes, asked.turn)
    (response,) = asha.session.responses
    assert response.turn == asked.turn


async def test_unsaved_words_are_not_replaced_by_those_of_who_sits_there_next(
    hub: SessionHub, store: FullStore
) -> None:
    first = await seat_of(hub, "Asha")
    await hub.do(Open())
    await hub.do(Begin())
    store.full = True
    first.keep(first.asked, "My own bed.")
    await hub.worker.run(lambda: None)
    assert not first.has_kept(first.asked, "My own bed.")
    again = SeatSession(hub, first.participant, Speech(), lambda _error: None)
    again.keep(again.asked, "Somebody to ask.")
    await hub.worker.run(lambda: None)
    assert hub.live is not None
    unsaved = [held.command for held in hub.live.unkept.values()]
    assert [one.text for one in unsaved if isinstance(one, KeepDraft)] == [
        "My own bed.",
        "Somebody to ask.",
    ]


async def test_an_answer_in_the_closing_leaves_the_field_of_the_facilitator(
    hub: SessionHub,
) -> None:
    asha = await seat_of(hub, "Asha")
    for command in (Open(), Begin(), GoToClosing(), KeepDraft("feedback", "We all ...")):
        await hub.do(command)
    while asha.asked.what != "feedback":
        asha.go_on(1)
    await asha.hand_in(asha.asked, "I was heard.")
    assert hub.session is not None
    assert [words.text for words in hub.session.feedback] == ["I was heard."]
    draft = hub.session.draft("feedback", None, None)
    assert draft is not None
    assert draft.text == "We all ..."


async def test_ones_own_words_of_any_turn_are_found_by_ones_key(hub: SessionHub) -> None:
    asha, tom = await seat_of(hub, "Asha"), await seat_of(hub, "Tom")
    await hub.do(Open())
    await hub.do(Begin())
    await asha.hand_in(asha.asked, "Asha's words.")
    await tom.hand_in(tom.asked, "Tom's words.")
    await hub.do(Say("At the one keyboard."))
    await hub.do(Next())
    await asha.hand_in(asha.asked, "More of Asha's.")

    assert [said.text for said in asha.own_words.responses()] == [
        "Asha's words.",
        "More of Asha's.",
    ]
    assert [said.text for said in tom.own_words.responses()] == ["Tom's words."]
    assert all(said.seat is None for said in asha.session.responses)
    tags = [said.tag for said in asha.session.responses]
    assert len({len(tag) for tag in tags}) == 1, "who has a key is not to be told from the tag"
    assert len(set(tags)) == len(tags)

    first, second = asha.own_words.responses()
    await asha.own_words.put_right(first.id, "Asha's own words.")
    await asha.own_words.take_out(second.id)
    assert [said.text for said in asha.own_words.responses()] == ["Asha's own words."]
    for theirs in tom.own_words.responses():
        with pytest.raises(Refusal, match="not yours"):
            await asha.own_words.take_out(theirs.id)
        with pytest.raises(Refusal, match="not yours"):
            await asha.own_words.put_right(theirs.id, "Mine.")


async def test_words_written_first_are_their_writers_too(hub: SessionHub) -> None:
    asha, tom = await seat_of(hub, "Asha"), await seat_of(hub, "Tom")
    await hub.do(Plan(write_first=True))
    await hub.do(Open())
    await hub.do(Begin())
    for seat, text in ((asha, "Asha's words."), (tom, "Tom's words.")):
        await seat.hand_in(seat.asked, text)
    await hub.do(Reveal())
    assert [said.text for said in tom.own_words.responses()] == ["Tom's words."]


async def test_while_unattributed_words_stand_on_a_turn_the_screen_remembers_the_shoes(
    hub: SessionHub,
) -> None:
    await hub.join("Asha")
    tom = await seat_of(hub, "Tom")
    await hub.do(Open())
    await hub.do(Begin())
    shoes = tom.shoes
    await tom.hand_in(tom.asked, "First.")
    tom.keep(tom.asked, "Second")
    await hub.worker.run(lambda: None)
    (draft,) = tom.session.drafts
    assert (draft.text, draft.shoes) == ("Second", "")
    assert tom.shoes == tom.asked.shoes == shoes
    await hub.do(Next())
    await tom.hand_in_late(tom.late[0])
    assert [said.shoes for said in tom.session.responses] == [shoes, shoes]


async def test_undo_does_not_bring_back_what_its_writer_took_back(hub: SessionHub) -> None:
    asha, tom = await seat_of(hub, "Asha"), await seat_of(hub, "Tom")
    await hub.do(Open())
    await hub.do(Begin())
    await hub.do(Say("At the one keyboard."))
    await tom.hand_in(tom.asked, "Tom's words.")
    assert await tom.take_back()
    tom.keep(tom.asked, "Tom's own words.")
    await hub.worker.run(lambda: None)
    await hub.do(Undo())  # of the removal
    await hub.do(Undo())  # of the saying
    await hub.do(Undo())  # of what was said before
    await hub.do(Redo())
    await hub.do(Redo())
    await hub.do(Redo())
    session = hub.open_session.session
    assert [said.text for said in session.responses] == ["At the one keyboard."]
    assert [draft.text for draft in session.drafts if draft.text] == ["Tom's own words."]
    await asha.hand_in(asha.asked, "Asha's.")
    await asha.own_words.take_out(asha.own_words.responses()[0].id)
    await hub.do(Undo())
    assert asha.own_words.responses() == ()
