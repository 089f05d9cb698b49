"""The pace of an evening: turns for the time there is, elapsed time, a word near the end."""

from __future__ import annotations

from contextlib import nullcontext
from datetime import timedelta
from pathlib import Path
from types import SimpleNamespace

import pytest

from tests.build import Clock, Decks, Play, a_card, a_deck, an_env
from tests.lines.seats import seats
from tests.lines.talk import Talk
from wshoes_tui.domain.commands import Begin, Next, Open, Pause, Plan, Resume, Say, Undo
from wshoes_tui.domain.value import Refusal, replace
from wshoes_tui.flow.pace_flow import (
    EveningPace,
    opening_steps,
    plan_told,
    proposed_turns,
    read_minutes,
    timed_turns,
)
from wshoes_tui.flow.people_parser import Person
from wshoes_tui.sessions.session_library import SessionLibrary, StartedSession
from wshoes_tui.storage.memory_store import MemoryStore
from wshoes_tui.storage.sql_store import open_store

LONG = a_deck(minutes=8, cards=tuple(a_card(f"c{n}", "information") for n in range(30)))


@pytest.mark.parametrize(
    ("typed", "minutes"),
    [("90", 90), ("90 min", 90), ("1:30", 90), ("1 h 30", 90), ("1h30", 90), ("2 hours", 120),
     ("２ h", 120), ("2 heures", 120), ("1 hora", 60), ("2 awr", 120)],
)  # fmt: skip
def test_a_time_as_people_write_it(typed: str, minutes: int) -> None:
    assert read_minutes(typed) == minutes


@pytest.mark.parametrize("typed", ["", "soon", "2", "14", "601", "99 h", "1:30:20"])
def test_what_is_no_time_is_refused(typed: str) -> None:
    with pytest.raises(Refusal):
        read_minutes(typed)


@pytest.mark.parametrize(
    ("people", "minutes", "turns"),
    [
        (1, 90, 9),
        (3, 60, 6),
        (3, 90, 9),
        (4, 90, 8),
        (6, 90, 6),
        (25, 90, 9),
        (25, 300, 25),
        (6, 20, 1),
    ],
)
def test_turns_for_the_time_and_the_people(people: int, minutes: int, turns: int) -> None:
    names = "; ".join(f"P{n}" for n in range(people)).replace(";", ",")
    session = Play.ready(names, LONG).session
    assert proposed_turns(session, minutes) == turns


def test_there_are_never_more_turns_than_cards() -> None:
    few = a_deck(minutes=5, cards=(a_card("a", "information"), a_card("b", "information")))
    play = Play.ready("Asha, Tom, Bea", few)
    play.do(Plan(planned_minutes=120))
    assert timed_turns(play.session) == 2
    told = plan_told(play.session)
    assert told.startswith("120 minutes from the first card on: 52 minutes a card")
    assert "Not everybody has a turn" in told


class Evening:
    """An evening whose clock is moved by hand."""

    def __init__(self, minutes: int, turns: int) -> None:
        self.play = Play.begun("Asha, Tom", LONG, planned_turns=turns)
        assert isinstance(self.play.env.now, Clock)
        self.clock = self.play.env.now
        if minutes:
            self.play.do(Plan(planned_minutes=minutes))
        self.pace = EveningPace(self.clock)

    def after(self, minutes: int, *commands: object) -> str:
        self.clock.time += timedelta(minutes=minutes)
        self.play.do(*commands)  # type: ignore[arg-type]
        return self.pace.word(self.play.session)


def test_a_word_near_the_end_of_the_time_is_told_once() -> None:
    evening = Evening(55, 5)
    assert evening.after(8, Next()) == ""
    assert evening.after(8, Next()) == ""
    assert evening.after(14, Next()) == "About one more card, then the closing."
    assert evening.after(1) == ""
    assert evening.after(12).startswith("The time for cards is over.")
    assert evening.after(9, Next()) == "", "nobody is told twice, and nothing ends"
    assert evening.play.session.state == "turns"


def test_without_a_time_the_last_but_one_card_tells() -> None:
    evening = Evening(0, 3)
    assert evening.after(50, Next()) == "One more card after this one, then the closing."
    assert evening.after(50, Next()) == ""


def test_a_pause_stops_the_clock() -> None:
    evening = Evening(60, 5)
    evening.after(4, Pause())
    evening.after(30)
    told = "This card: 4 minutes. All cards: 4 minutes. 41 minutes left for cards."
    assert evening.pace.time_told(evening.play.session) == told
    evening.after(30, Resume())
    evening.after(1)
    assert evening.pace.time_told(evening.play.session).startswith("This card: 5 minutes. All")
    evening.after(2, Next())
    assert "This card: 0 minutes. All cards: 7 minutes" in evening.pace.time_told(
        evening.play.session
    )


def test_turns_that_were_chosen_stay() -> None:
    play = Play.ready("Asha, Tom", LONG)
    play.do(Plan(planned_turns=3, planned_minutes=90))
    assert timed_turns(play.session) == 3


@pytest.mark.parametrize("begin", [True, False])
def test_a_session_is_started_with_the_time_there_is(begin: bool) -> None:
    library = SessionLibrary(MemoryStore(), Decks(LONG), lambda _id: nullcontext(), an_env())
    people = tuple(Person(name) for name in ("Asha", "Tom", "Bea", "Chidi"))
    live = library.group([LONG], StartedSession(people, Plan(planned_minutes=90), begin=begin))
    assert live.session.header.planned_minutes == 90
    assert live.session.header.planned_turns == (8 if begin else 0)
    if not begin:
        for effect in opening_steps(live.session):
            live.do(effect)  # type: ignore[arg-type]
        assert live.session.header.planned_turns == 8


def test_the_time_in_plain_lines() -> None:
    talk = Talk.over(Play.ready("Asha, Tom", LONG))
    assert any("/minutes 90" in line for line in talk.type("/where"))
    assert talk.error("/minutes 3").startswith("How long have you got? From 15")
    told = talk.type("/minutes 60")
    assert told[0].startswith("Plan: 60 minutes from the first card on: 7 minutes a card, and 15")
    talk.type("/go", "/go", "yes", "/go")
    assert talk.session.header.planned_turns == 6
    assert talk.type("/time")[0].startswith("Notice: This card: 0 minutes. All cards: 0")
    told = talk.type(*["/next"] * 4)
    assert "Notice: One more card after this one, then the closing." in told
    assert talk.type("/next")[0] == "Turn: 6 of 6, the last, Tom"


@pytest.mark.parametrize(("orderly", "kept"), [(True, "memory"), (False, "memory"), (True, "disk")])
def test_time_a_session_lay_closed_does_not_count(
    orderly: bool, kept: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    clock = Clock()
    for name in ("memory_store", "sql_store"):
        monkeypatch.setattr(f"wshoes_tui.storage.{name}.CLOCK", SimpleNamespace(now=clock))
    store = MemoryStore() if kept == "memory" else open_store(tmp_path / "wshoes.db")
    env = replace(an_env(), now=clock)
    library = SessionLibrary(store, Decks(LONG), lambda _id: nullcontext(), env)
    plan = Plan(planned_turns=6, planned_minutes=60)
    live = library.group([LONG], StartedSession((Person("Asha"), Person("Tom")), plan, begin=True))
    clock.time += timedelta(minutes=4)
    live.do(Say("I want my own bed."))
    clock.time += timedelta(minutes=3)
    if orderly:
        live.leave()
    clock.time += timedelta(days=2)

    live = library.resume()

    told = f"This card: {7 if orderly else 4} minutes. All cards: {7 if orderly else 4} minutes. "
    assert live.pace.time_told(live.session).startswith(told), "of a kill, until the last words"
    assert live.pace.time_told(live.session).endswith("minutes left for cards.")
    clock.time += timedelta(seconds=30)
    before = live.session
    assert library.resume().session == before, "what was closed for a moment is not written"
    live.do(Undo())
    assert live.session.responses == (), "it is no step"
    store.close()


async def test_the_time_at_a_seat_in_plain_lines() -> None:
    async with seats() as together:
        asha = await together.sits_down("Asha")
        await together.does(Open(), Begin())
        told = await asha.types("/time")
        assert told[0] == "Notice: This card: 0 minutes. All cards: 0 minutes."
