"""Pledges on the screens: last time's at the opening, a key each; and the programme they are of."""

from __future__ import annotations

from collections.abc import AsyncIterator
from datetime import date

import pytest

from tests.build import Play
from tests.pledge_days import a_session_on, the_first
from tests.tui.app_fixture import House, resume
from tests.tui.decks import HOSPITAL
from tests.tui.keyboard import DOWN, ENTER, ESC, UP, typed
from tests.tui.screen_text import in_field, shown
from wshoes_tui.domain import commands as c
from wshoes_tui.tui.facilitator_app import WshoesApp

AT_PEOPLE = (ESC, "g")


@pytest.fixture
async def app(house: House) -> AsyncIterator[WshoesApp]:
    """The second session at its opening, a fortnight after the first."""
    house.hold(the_first(HOSPITAL))
    second = house.hold(a_session_on(14, HOSPITAL))
    async with house.open(resume(second)) as app:
        await typed(app, *AT_PEOPLE)
        yield app


def told(app: WshoesApp) -> list[tuple[str, str, str]]:
    return sorted((one.state, one.note, one.text) for one in app.session.pledge_updates)


async def test_the_second_session_opens_with_the_pledges_of_the_first(app: WshoesApp) -> None:
    assert "Pledges from last time, 1 of 2" in shown(app)
    assert "When I plan a discharge, I will ring." in shown(app)
    assert "Tom, by 1 April" in shown(app)
    await typed(app, "w")
    assert "We write the letter." in shown(app)
    assert told(app) == [("under_way", "", "")]
    await typed(app, "d")
    assert "How we want to be together" in shown(app), "on, behind the last one"
    await typed(app, "u")
    assert "We write the letter." in shown(app), "back to what was taken back"
    assert told(app) == [("under_way", "", "")]


async def test_why_a_pledge_is_stuck_is_words_and_nothing_is_kept_before_enter(
    app: WshoesApp,
) -> None:
    await typed(app, "s", "dwsg u q", ESC)
    assert told(app) == []
    assert "1 of 2" in shown(app)
    await typed(app, "s", *["\x7f"] * 8, "No number, dwsg.", ENTER)
    assert told(app) == [("stuck", "No number, dwsg.", "")]
    await typed(app, "g", ENTER)
    assert told(app) == [("dropped", "", ""), ("stuck", "No number, dwsg.", "")]


async def test_a_changed_pledge_begins_with_its_words_and_keeps_the_old_ones(
    house: House, app: WshoesApp
) -> None:
    await typed(app, "c")
    assert in_field(app) == "I will ring."
    await typed(app, *["\x7f"] * 5, "write.", ENTER)
    assert told(app) == [("changed", "", "I will write.")]
    (kept,) = [one for one in house.library().store.pledges() if one.updates]
    assert [note.was for note in kept.history] == ["", "I will ring."]
    assert kept.pledge.text == "I will ring.", "the first session is as it was"


async def test_enter_leaves_a_pledge_for_later(app: WshoesApp) -> None:
    await typed(app, ENTER)
    assert "We write the letter." in shown(app)
    await typed(app, "b")
    assert "I will ring." in shown(app)
    await typed(app, ENTER, ENTER)
    assert "How we want to be together" in shown(app)
    assert told(app) == []


async def test_no_letter_of_pledges_acts_at_another_step(app: WshoesApp) -> None:
    await typed(app, ENTER, ENTER, *"dwscg")
    assert told(app) == []
    assert "How we want to be together" in shown(app)


async def test_a_programme_is_named_on_the_page_of_people(house: House) -> None:
    house.hold(the_first(HOSPITAL))
    second = house.hold(a_session_on(14, HOSPITAL, programme=""))
    async with house.open(resume(second)) as app:
        await typed(app, ESC, "p")
        assert "There are: 1 Home" in shown(app)
        await typed(app, "1", ENTER, "Table 2", ENTER)
        assert "Programme: Home, Table 2" in shown(app)
        await typed(app, ESC, "p", ENTER, *["\x7f"] * 7, ENTER)
        assert (app.session.header.programme, app.session.header.place) == ("Home", "")
        await typed(app, *AT_PEOPLE)
        assert "Pledges from last time, 1 of 2" in shown(app)


async def test_a_sheet_in_the_closing_round_takes_all_that_can_be_said(house: House) -> None:
    play = Play.begun("Asha, Tom", HOSPITAL)
    play.do(c.AddPledge("I will ring."), c.GoToClosing())
    house.hold(play)
    async with house.open(resume()) as app:
        await typed(app, ESC, "n", ESC, "r", ENTER, "I plan a discharge", ENTER, "Tom", ENTER)
        await typed(app, "2026-04-30", ENTER, "us", ENTER, *["\x7f"] * 3, "a plon", ENTER)
        assert "a plon is none of: now, a plan, others." in shown(app)
        await typed(app, *["\x7f"] * 2, "an", ENTER)
        assert "When I plan a discharge, I will ring." in shown(app)
        assert "We do it together Needs a plan" in shown(app)
        (one,) = app.session.pledges
        assert (one.condition, one.owner, one.scope, one.horizon) == (
            "I plan a discharge", "Tom", "us", "plan",
        )  # fmt: skip
        await typed(app, ESC, "r", ENTER, *["\x7f"] * 18, *[ENTER] * 5)
        assert app.session.pledges[0].condition == "", "what is emptied is taken away"


async def test_the_day_that_was_understood_is_said_back(house: House) -> None:
    house.hold(Play.begun("Asha, Tom", HOSPITAL))
    async with house.open(resume()) as app:
        await typed(app, ESC, "p", "I will ring.", ENTER, ENTER, "1 April 2099", ENTER)
        assert "The pledge is saved. By Wednesday 1 April 2099." in shown(app)


async def test_a_pledge_comes_from_words_that_were_said(house: House) -> None:
    play = Play.begun("Asha, Tom", HOSPITAL)
    play.do(c.Say("Nobody rang."))
    house.hold(play)
    async with house.open(resume()) as app:
        await typed(app, ESC, "b", "p", "I will ring.", ENTER, ENTER, ENTER)
        assert app.session.pledges[0].response == play.last.id


@pytest.mark.parametrize("way", [("l",), ("p", "l"), ("a", ENTER, "l")])
async def test_between_sessions_open_pledges_are_answered_a_key_each(
    solid_house: House, way: tuple[str, ...]
) -> None:
    house = solid_house
    first = house.hold(the_first(HOSPITAL))
    async with house.open() as app:
        await typed(app, *way)
        assert "When I plan a discharge, I will ring. Tom · by 1 April · still open" in shown(app)
        assert "made on 2 March, Home" in shown(app)
        await typed(app, "w", DOWN, "s", "No paper, dwsg.", ENTER)
        assert "· under way" in shown(app)
        assert "stuck. No paper, dwsg." in shown(app)
        await typed(app, "u")
        assert "Taken back: how a pledge stands." in shown(app)
        assert "no owner yet · no day yet · still open" in shown(app)
        await typed(app, "g", "Too late.", ENTER, "s", "No paper, dwsg.", ENTER, "u")
        assert "That step cannot be taken back." in shown(app), "it stands in place of another"
        assert "· stuck" in shown(app)
        await typed(app, UP, "c", *["\x7f"] * 5, "write.", ENTER)
        assert "When I plan a discharge, I will write." in shown(app)
        assert "Before: I will ring." in shown(app)
        await typed(app, ESC)
        assert not app.has_session
    session = house.library().store.load(first)
    told = sorted((one.state, one.note, one.text) for one in session.pledge_updates)
    assert told == [("changed", "", "I will write."), ("stuck", "No paper, dwsg.", "")]
    assert [one.text for one in session.pledges] == ["I will ring.", "We write the letter."]


async def test_what_was_answered_is_seen_until_the_list_is_left(house: House) -> None:
    house.hold(the_first(HOSPITAL))
    async with house.open() as app:
        await typed(app, "l", "d")
        assert "done: When I plan a discharge, I will ring." in shown(app)
        assert "Tom · by 1 April · done" in shown(app)
        await typed(app, ESC, "l")
        assert "I will ring." not in shown(app)
        await typed(app, "g", ENTER, ESC, "l")
        assert "No pledge is open here." in shown(app)
        await typed(app, *"dwscgu", ESC)
        assert "Rehearse" in shown(app)


async def test_half_a_sentence_about_a_pledge_is_there_again(house: House, app: WshoesApp) -> None:
    await typed(app, "s", "No num", ESC, ENTER, "c", *["\x7f"] * 7, "card")
    async with house.open(resume(app.session.id)) as again:  # the other one has only died
        assert "· stuck: No num" in shown(again)
        await typed(again, "g")
        assert in_field(again) == "", "another answer has words of its own"
        await typed(again, ESC, "s", "ber.", ENTER)
        assert told(again) == [("stuck", "No number.", "")]
        await typed(again, "c")
        assert in_field(again) == "We write the card"
        await typed(again, ".", ENTER)
        assert again.session.draft("why") is None


async def test_half_a_sentence_between_sessions_is_there_again(house: House) -> None:
    house.hold(the_first(HOSPITAL))
    async with house.open() as app:
        await typed(app, "l", "g", "Nobody")
        async with house.open() as again:
            await typed(again, "l", "g")
            assert in_field(again) == "Nobody"
            await typed(again, *["\x7f"] * 6)
        assert house.only.draft("why") is None


async def test_the_day_of_a_pledge_is_taken_away_and_that_is_said_back(house: House) -> None:
    play = Play.begun("Asha, Tom", HOSPITAL)
    play.do(c.AddPledge("I will ring.", "Tom", date(2026, 4, 1)), c.GoToClosing())
    house.hold(play)
    async with house.open(resume()) as app:
        await typed(app, ESC, "n", ESC, "w", ENTER)
        assert "'no day' takes it away." in shown(app)
        await typed(app, *["\x7f"] * 10, "No day", ENTER)
        assert "No day." in shown(app)
        assert app.session.pledges[0].by_when is None
        assert app.session.pledges[0].owner == "Tom"
        await typed(app, ESC, "r", *[ENTER] * 3, "3 April 2099", *[ENTER] * 3)
        assert app.session.pledges[0].by_when == date(2099, 4, 3)
        await typed(app, ESC, "r", *[ENTER] * 3, *["\x7f"] * 10, *[ENTER] * 3)
        assert app.session.pledges[0].by_when is None, "what is emptied is taken away"
        assert "No day." in shown(app)
        await typed(app, ESC, "p", "We write.", ENTER, ENTER, "none", ENTER)
        assert "The pledge is saved. No day." in shown(app)
        assert app.session.pledges[1].by_when is None


async def test_a_pledge_comes_from_a_lightbulb_or_a_turn(house: House) -> None:
    play = Play.begun("Asha, Tom", HOSPITAL)
    play.do(c.AddLightbulb("She was afraid."), c.Next())
    house.hold(play)
    async with house.open(resume()) as app:
        await typed(app, ESC, "a")
        assert "What does the pledge come from? Lightbulb 1: She was afraid. turn 2," in shown(app)
        await typed(app, ENTER)
        assert "Lightbulb 1: She was afraid. What will be done" in shown(app)
        await typed(app, "I will ask.", ENTER, ENTER, ENTER, ESC, "a", DOWN, DOWN, ENTER)
        await typed(app, "I will ring.", ENTER, ENTER, ENTER)
        first, second = app.session.pledges
        turns = app.session.turns
        assert (first.lightbulb, first.turn) == (app.session.lightbulbs[0].id, turns[1].id)
        assert (second.lightbulb, second.turn) == (None, turns[0].id)


async def test_a_pledge_comes_from_nothing_where_nothing_is_there(house: House) -> None:
    play = Play.begun("Asha, Tom", HOSPITAL)
    house.hold(play)
    async with house.open(resume()) as app:
        await typed(app, ESC, "a")
        assert "turn 1," in shown(app), "the open turn is always there"
