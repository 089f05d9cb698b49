"""The pace of an evening: turns for the time there is, elapsed time, a word near the end."""

from __future__ import annotations

from datetime import timedelta

import pytest

from tests.build import Clock, Play, a_card, a_deck
from wshoes_tui.domain.commands import Next, Pause, Plan, Resume
from wshoes_tui.domain.steady_clock import CLOCK
from wshoes_tui.domain.value import Refusal
from wshoes_tui.flow.pace_flow import EveningPace, proposed_turns, read_minutes

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
    [(1, 90, 9), (3, 90, 9), (4, 90, 8), (6, 90, 6), (25, 90, 9), (25, 300, 25), (6, 20, 1)],
)
def test_turns_for_the_time_and_the_people(people: int, minutes: int, turns: int) -> None:
    names = "; ".join(f"P{n}" for n in range(people)).replace(";", ",")
    session = Play.ready(names, LONG).session
    assert proposed_turns(session, minutes) == turns


def test_there_are_never_more_turns_than_cards() -> None:
    few = a_deck(minutes=5, cards=(a_card("a", "information"), a_card("b", "information")))
    pace = EveningPace(120)
    session = Play.ready("Asha, Tom, Bea", few).session
    assert pace.turns(session) == 2
    told = pace.plan_told(session)
    assert told.startswith("120 minutes from the first card on: 52 minutes a card")
    assert "Not everybody has a turn" in told


class Evening:
    """An evening whose clock is moved by hand."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, minutes: int, turns: int) -> None:
        self.play = Play.begun("Asha, Tom", LONG, planned_turns=turns)
        assert isinstance(self.play.env.now, Clock)
        self.clock = self.play.env.now
        self.pace = EveningPace(minutes)
        monkeypatch.setattr(type(CLOCK), "now", lambda _self: self.clock.time)

    def after(self, minutes: int, *commands: object) -> str:
        self.clock.time += timedelta(minutes=minutes)
        self.play.do(*commands)  # type: ignore[arg-type]
        return self.pace.word(self.play.session)


def test_a_word_near_the_end_of_the_time_is_told_once(monkeypatch: pytest.MonkeyPatch) -> None:
    evening = Evening(monkeypatch, 55, 5)
    assert evening.after(8, Next()) == ""
    assert evening.after(8, Next()) == ""
    assert evening.after(14, Next()) == "About one more card, then the closing."
    assert evening.after(1) == ""
    assert evening.after(12).startswith("The time for cards is over.")
    assert evening.after(9, Next()) == "", "nobody is told twice, and nothing ends"
    assert evening.play.session.state == "turns"


def test_without_a_time_the_last_but_one_card_tells(monkeypatch: pytest.MonkeyPatch) -> None:
    evening = Evening(monkeypatch, 0, 3)
    assert evening.after(50, Next()) == "One more card after this one, then the closing."
    assert evening.after(50, Next()) == ""


def test_a_pause_stops_the_clock(monkeypatch: pytest.MonkeyPatch) -> None:
    evening = Evening(monkeypatch, 60, 5)
    evening.after(4, Pause())
    evening.after(30)
    told = "This card: 4 minutes. All cards so far: 4 minutes, without pauses. 41 minutes left for "
    assert evening.pace.time_told(evening.play.session).startswith(told)
    evening.after(30, Resume())
    evening.after(1)
    assert evening.pace.time_told(evening.play.session).startswith("This card: 5 minutes. All")
    evening.after(2, Next())
    assert "This card: 0 minutes. All cards so far: 7 minutes" in evening.pace.time_told(
        evening.play.session
    )


def test_turns_that_were_chosen_stay() -> None:
    play = Play.ready("Asha, Tom", LONG)
    play.do(Plan(planned_turns=3))
    assert EveningPace(90).turns(play.session) == 3
