"""Typing ahead of a slow screen, or of a slow disk, changes nothing about what is kept."""

from __future__ import annotations

from threading import Event
from typing import Any

import pytest

from tests.build import Play, an_env
from tests.tui.app_fixture import House, Remembering, resume
from tests.tui.decks import COUNCIL, HOSPITAL
from tests.tui.group_fixture import a_round
from tests.tui.keyboard import (
    BACKSPACE,
    DOWN,
    ENTER,
    ESC,
    NAMED,
    SPACE,
    burst,
    in_one_read,
    keys_done,
    letter_by_letter,
    send,
    settled,
    typed,
)
from tests.tui.screen_text import fields, in_field, screen_text, shown
from wshoes_tui.domain.commands import Begin, Open
from wshoes_tui.domain.models import Session, Transition
from wshoes_tui.errors import StoreError
from wshoes_tui.tui.startup import StartOptions

TURNS = (
    *("One.", ENTER, "And two", ESC, "n"),
    *("Mine", ENTER, ESC, "s", "It is cold", ESC, SPACE, ESC, "n"),
    *("half", ESC, "v", ENTER, DOWN, ENTER, "A voice", ENTER, " and half", ENTER),
    *(ESC, "l", "hard", ENTER, "sad", ENTER),
    *(ESC, "p", "If so", ENTER, "me", ENTER, "Friday", ENTER),
    *(ESC, "k", "bus", ENTER, ESC, "o", "lift", ENTER, "broken", ENTER, ESC, "x"),
    *(ESC, "z", ENTER, "rested", ESC, "u", ESC, "y", ESC, "n", ESC, "u", ESC, "n"),
    *(ESC, "w", ESC, "w", "alone", ENTER, ESC, "w", "me too", ENTER, ESC, "x", ESC, "v"),
    *(ENTER, ESC, "n", "last", ENTER, ESC, "c", "I take it", ENTER, "not ye"),
)
FROM_HOME = (
    *("n", ENTER, "Asha, carer", ENTER, "Tom, nurse", ENTER, ESC, "g"),
    *(ENTER, ENTER, "i", "3 4", ENTER, "5", ENTER, ESC, "n", "Mine", ENTER, ESC, "n"),
    *("Hers", ESC, "x", ESC, "n"),
)


async def test_a_burst_ends_where_patience_does(house: House) -> None:
    begun = Play.begun("Asha/lived, Tom/service, Bea", HOSPITAL, COUNCIL, planned_turns=20)
    house.hold(begun)
    async with house.open(resume()) as app:
        await letter_by_letter(app, *TURNS)
        patient, screen = gist(app.session), screen_text(app)
    assert patient["steps"][-1] == "GiveFeedback"
    assert "not ye" in "\n".join(screen)
    house.store, house.env = Remembering(), an_env()
    house.hold(begun)
    async with house.open(resume()) as app:
        await burst(app, *TURNS)
        assert gist(app.session) == patient
        assert screen_text(app) == screen


async def test_a_burst_from_home_ends_where_patience_does(house: House) -> None:
    async with house.open() as app:
        await letter_by_letter(app, *FROM_HOME)
        patient, screen = gist(app.session), screen_text(app)
    house.store, house.env = Remembering(), an_env()
    async with house.open() as app:
        await burst(app, *FROM_HOME)
        assert gist(app.session) == patient
        assert screen_text(app) == screen


async def test_all_of_it_in_one_read_is_one_text_here_and_there_and_loses_no_words(
    house: House,
) -> None:
    house.hold(Play.begun("Asha/lived, Tom/service, Bea", HOSPITAL, COUNCIL, planned_turns=20))
    async with house.open(resume()) as app:
        await in_one_read(app, *TURNS)
        kept = repr(gist(app.session)) + " ".join(fields(app))
    words = {word for text in TURNS if len(text) > 2 and text not in NAMED for word in text.split()}
    assert not [word for word in words if word not in kept]


def gist(session: Session) -> dict[str, Any]:
    """A session by what is in it: everything but ids and revisions, which count the drafts too."""
    labels = {seat.id: seat.label for seat in session.seats}
    numbers = {turn.id: turn.number for turn in session.turns}
    labels |= {own.id: own.title for own in session.wild_cards}
    return {
        "header": (session.state, session.header.planned_turns, session.header.agreements),
        "seats": [(s.label, s.role, s.side, s.state) for s in session.seats],
        "turns": [
            (t.number, labels.get(t.card, t.card), t.shoes, labels.get(t.seat or ""), t.state)
            for t in session.turns
        ],
        "prompts": [(t.prompt, t.phase, numbers.get(t.swap_of or "")) for t in session.turns],
        "responses": [(numbers[r.turn], r.shoes, r.text) for r in session.responses],
        "lightbulbs": [(b.used_to_think, b.now_see) for b in session.lightbulbs],
        "pledges": [(p.text, p.owner, p.by_when) for p in session.pledges],
        "own cards": [(card.title, card.text) for card in session.wild_cards],
        "car park": [topic.text for topic in session.car_park],
        "ratings": [(r.shoes, r.value, r.when) for r in session.ratings],
        "feedback": [(f.kind, f.text) for f in session.feedback],
        "drafts": sorted((d.kind, d.text) for d in session.drafts if d.text),
        "steps": [step.name for step in session.done],
    }


class Slow(Remembering):
    """A store on a disk that can be made to stand still."""

    def __init__(self) -> None:
        super().__init__()
        self.runs = Event()
        self.runs.set()

    def keep_draft(self, transition: Transition) -> None:
        assert self.runs.wait(30)
        super().keep_draft(transition)


class Broken(Remembering):
    """A store on a disk that can be made to fill up."""

    full = False

    def keep_draft(self, transition: Transition) -> None:
        self._must_have_room()
        super().keep_draft(transition)

    def commit(self, transition: Transition) -> None:
        self._must_have_room()
        super().commit(transition)

    def _must_have_room(self) -> None:
        if self.full:
            raise StoreError("The disk is full.", kept="The words are on the screen.", todo="")


@pytest.fixture
def slow(house: House) -> Slow:
    house.store = slow = Slow()
    return slow


async def test_a_letter_taken_back_on_a_slow_disk_is_gone(house: House, slow: Slow) -> None:
    async with house.open() as app:
        await typed(app, "r", ENTER)
        slow.runs.clear()
        send(app, "a" + BACKSPACE)
        await keys_done(app)
        slow.runs.set()
        await settled(app)
        assert not app.session.drafts
        await typed(app, ESC, "n")
        assert not app.session.responses


async def test_a_letter_taken_back_at_a_seat_is_gone(house: House, slow: Slow) -> None:
    async with a_round(house, write_first=True) as together:
        asha = await together.sits_down("Asha")
        await together.does(Open(), Begin())
        slow.runs.clear()
        send(asha, "a" + BACKSPACE)
        await keys_done(asha)
        slow.runs.set()
        await together.rest()
        assert [draft.text for draft in together.session.drafts] == [""]


async def test_words_typed_while_the_disk_stands_still_are_all_kept(
    house: House, slow: Slow
) -> None:
    async with house.open() as app:
        await typed(app, "r", ENTER)
        slow.runs.clear()
        send(app, "All of these words")
        await keys_done(app)
        assert "kept" not in shown(app), "nothing may be called kept before it is"
        slow.runs.set()
        await settled(app)
        assert "kept, not yet saved" in shown(app)
    assert [draft.text for draft in house.only.drafts] == ["All of these words"]


async def test_a_full_disk_is_said_and_costs_no_words(house: House) -> None:
    house.store = broken = Broken()
    async with house.open() as app:
        await typed(app, "r", ENTER)
        broken.full = True
        await typed(app, "These words", ENTER)
        assert "The disk is full. The words are on the screen." in shown(app)
        assert "saved" not in shown(app).replace("not yet saved", "")
        assert in_field(app) == "These words"
        await typed(app, ESC, "n", ESC, "s", ESC, "p", "A pledge", ENTER, ENTER, ENTER)
        assert "The disk is full." in shown(app)
        assert len(app.session.turns) == 1
        broken.full = False
        await typed(app, ENTER, ENTER)
        assert "✓ saved" in shown(app)
    assert [response.text for response in house.only.responses] == ["These words"]
    assert [pledge.text for pledge in house.only.pledges] == ["A pledge"]


async def test_keys_typed_before_home_has_read_everything_wait(house: House) -> None:
    house.hold(Play.begun("Asha, Tom", HOSPITAL))
    async with house.open(settle=False) as app:
        await burst(app, "c", "Early words", ENTER, ESC, "n", "More")
        assert [response.text for response in app.session.responses] == ["Early words"]
        assert in_field(app) == "More"


async def test_keys_typed_on_the_way_into_a_session_wait(house: House) -> None:
    async with house.open(StartOptions("rehearse"), settle=False) as app:
        await burst(app, "Early words", ENTER, ESC, "n", "More")
        assert [response.text for response in app.session.responses] == ["Early words"]
        assert in_field(app) == "More"
