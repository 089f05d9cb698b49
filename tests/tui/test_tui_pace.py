"""The pace of an evening on the screen: asked for on the page of people, told to who looks."""

from __future__ import annotations

import pytest

from tests.build import Clock, Play
from tests.tui.app_fixture import House, resume
from tests.tui.decks import COUNCIL, HOSPITAL
from tests.tui.group_fixture import a_round
from tests.tui.keyboard import DOWN, ENTER, ESC, typed
from tests.tui.screen_text import misfits, screen_text, shown
from wshoes_tui.domain.commands import Begin, Open, Plan


def clock_of(house: House) -> Clock:
    """The clock of the engine, by which the elapsed time is told as well."""
    assert isinstance(house.env.now, Clock)
    return house.env.now


@pytest.mark.parametrize("size", [(80, 24), (40, 20)])
async def test_how_long_there_is_plans_the_turns(house: House, size: tuple[int, int]) -> None:
    house.hold(Play.ready("Asha, Tom, Bea", HOSPITAL, COUNCIL))
    async with house.open(resume(), size=size) as app:
        await typed(app, DOWN)
        assert "How long have you got? Esc, then m." in shown(app)
        await typed(app, ESC, "m", "soon", ENTER)
        assert "How long have you got? From 15" in shown(app)
        await typed(app, *["\x7f"] * 4, "0:45", ENTER)
        assert "45 minutes from the first card on" in shown(app)
        assert "3 turns" in shown(app)
        assert misfits(app) == []
        await typed(app, "Chidi", ENTER)
        assert "4 people" in shown(app)
        await typed(app, ESC, "g")
        assert app.session.state == "opening"
        assert app.session.header.planned_turns in (3, 4)


async def test_the_time_is_told_to_who_looks_and_nothing_ticks(
    house: House,
) -> None:
    clock = clock_of(house)
    house.hold(Play.begun("Asha, Tom", HOSPITAL, planned_turns=3))
    async with house.open(resume()) as app:
        clock.forward(minutes=7)
        before = screen_text(app)
        await typed(app, ESC, "j")
        assert "This card: 7 minutes. All cards: 7 minutes" in shown(app)
        await typed(app, "x", "\x7f")
        assert screen_text(app)[:8] == before[:8]
        await typed(app, ESC, "z")
        clock.forward(minutes=20)
        await typed(app, ENTER, ESC, "h")
        assert "This card: 7 minutes" in shown(app), "a pause stops the clock"
        await typed(app, ESC, "b", ESC, "n")
        assert "One more card after this one, then the closing." in shown(app)
        await typed(app, "Said.", ENTER)
        assert "One more card" not in shown(app)
        await typed(app, ESC, "n")
        assert "Turn 3 of 3, the last" in shown(app)


async def test_the_time_is_told_at_a_seat(house: House) -> None:
    async with a_round(house) as together:
        asha = await together.sits_down("Asha")
        await typed(asha, ESC, "j")
        assert "The time begins with the first card." in shown(asha)
        await together.does(Plan(planned_minutes=60), Open(), Begin())
        clock_of(house).forward(minutes=7)
        await typed(asha, ESC, "j")
        assert "This card: 7 minutes. All cards: 7 minutes. 38 minutes left" in shown(asha)
