"""Torn down in the middle of anything and started again: the same words stand in the field."""

from __future__ import annotations

from dataclasses import dataclass

import pytest

from tests.build import Play
from tests.tui.app_fixture import House, resume
from tests.tui.decks import HOSPITAL
from tests.tui.keyboard import DOWN, ENTER, ESC, LATER, TAB, typed
from tests.tui.screen_text import fields, in_field, screen_text, shown
from wshoes_tui.domain.commands import AddPledge, GoToClosing, KeepDraft, Open, Plan
from wshoes_tui.domain.draft_fields import unpack
from wshoes_tui.tui.base_screen import Sheet


@dataclass(frozen=True)
class Moment:
    """Keys to get there from the first card, the words left standing, and the keys back to them."""

    name: str
    there: tuple[str, ...]
    words: tuple[str, ...]
    back: tuple[str, ...] = ()
    same: bool = False
    """Whether the whole screen is the same again without a key."""


HERE_AGAIN = "Your half sentence is here again."
MOMENTS = (
    Moment("turn", ("Half a sen",), ("Half a sen",), same=True),
    Moment("lines", ("One\ntwo\n\n  three ",), ("One\ntwo\n\n  three ",), same=True),
    Moment("voice", (ESC, "v", DOWN, ENTER, ENTER, "And I sa"), ("And I sa",), same=True),
    Moment(
        "voice beside",
        ("Mine wai", ESC, "v", ENTER, ENTER, "And I sa"),
        ("Mine wai",),
        (ENTER,),
    ),
    Moment("writing", (ESC, "w", ESC, "w", "My pa"), ("My pa",), (ESC, "w")),
    Moment(
        "writing hidden",
        (ESC, "w", ESC, "w", "My pa", ESC, "w"),
        ("My pa",),
        (ESC, "w"),
    ),
    Moment(
        "written",
        (ESC, "w", ESC, "w", "Done.", ENTER, ESC, "w", "Not ye"),
        ("Not ye",),
        (ESC, "w"),
    ),
    Moment("pause", ("Half a sen", ESC, "z"), ("Half a sen",), (ENTER,)),
    Moment("own card", (ESC, "o", "The li", TAB, "It was"), ("The li", "It was"), (ESC, "o")),
    Moment("lightbulb", (ESC, "l", "hard", ENTER, "afr"), ("hard", "afr"), (ESC, "l")),
    Moment(
        "pledge",
        (ESC, "p", "If it rains", ENTER, "Ash", ENTER, "Fri"),
        ("If it rains", "Ash", "Fri"),
        (ESC, "p"),
    ),
    Moment("car park", (ESC, "k", "Park"), ("Park",), (ESC, "k")),
    Moment("sheet over words", ("Half", ESC, "l", "har"), ("har", ""), (ESC, "l")),
    Moment("words under a sheet", ("Half", ESC, "l", "har"), ("Half",)),
    Moment("seats over words", ("Half", ESC, "h"), ("Half",)),
    Moment("closing", (ESC, "c", "A bet"), ("A bet",), same=True),
    Moment("closing lightbulb", (ESC, "c", ESC, "l", "har"), ("har", ""), (ESC, "l")),
)


@pytest.fixture
def begun(house: House) -> House:
    """A house with a session of three on its first card."""
    house.hold(Play.begun("Asha/lived, Tom/service, Bea", HOSPITAL))
    return house


@pytest.mark.parametrize("moment", MOMENTS, ids=lambda moment: moment.name)
async def test_words_outlive_the_program(begun: House, moment: Moment) -> None:
    async with begun.open(resume()) as app:
        await typed(app, *moment.there)
        before = screen_text(app)
    async with begun.open(resume()) as app:
        if moment.same:
            blank = " " * len(HERE_AGAIN)
            rows = [row.replace(HERE_AGAIN, blank).rstrip() for row in screen_text(app)]
            assert rows == [row.rstrip() for row in before]
            assert (HERE_AGAIN in shown(app)) == (moment.name in ("turn", "lines"))
        if moment.name.startswith("writ"):
            assert moment.words[0] not in shown(app), (
                "a private page is hidden until it is asked for"
            )
        await typed(app, *moment.back)
        assert fields(app) == list(moment.words)
        await typed(app, *[ESC] * isinstance(app.screen, Sheet), ESC, "q")
        assert app.return_code == 0
    assert words_in_drafts(begun) >= set(moment.words) - {""}


@pytest.mark.parametrize("moment", MOMENTS[::5], ids=lambda moment: moment.name)
async def test_words_outlive_the_program_on_disk(solid_house: House, moment: Moment) -> None:
    solid_house.hold(Play.begun("Asha/lived, Tom/service, Bea", HOSPITAL))
    async with solid_house.open(resume()) as app:
        await typed(app, *moment.there)
    async with solid_house.open(resume()) as app:
        await typed(app, *moment.back)
        assert fields(app) == list(moment.words)


def words_in_drafts(house: House) -> set[str]:
    """Every text that stands in a draft, those of several fields one by one."""
    texts: set[str] = set()
    for draft in house.only.drafts:
        texts |= set(unpack(draft.text).values()) or {draft.text}
    return texts


async def test_the_set_up_stands_as_it_was_left(house: House) -> None:
    async with house.open() as app:
        await typed(
            app, "n", ENTER, "Asha, carer", ENTER, "Tom", ENTER, ESC, "o", ESC, "w", ESC, "+"
        )
        before = screen_text(app)
        assert "the sides in turn, everybody writes first." in shown(app)
    async with house.open(resume()) as app:
        assert screen_text(app) == before


async def test_the_opening_stands_as_it_was_left(house: House) -> None:
    opening = Play.ready("Asha, Tom", HOSPITAL)
    opening.do(Open())
    house.hold(opening)
    async with house.open(resume()) as app:
        await typed(app, "i", " Every one.", ENTER, ESC)
        before = screen_text(app)
        assert "1 Everybody here is an expert in their own life. Every one." in shown(app)
    async with house.open(resume()) as app:
        assert screen_text(app) == before
        await typed(app, ENTER, ENTER, "i", "3 4", ENTER)
    async with house.open(resume()) as app:
        assert "Before we begin, if you like" in shown(app), "consent was given already"
        assert "[P] The person going home 3 4" in shown(app)


async def test_the_closing_round_brings_its_words_to_the_page_where_they_fit(house: House) -> None:
    closing = Play.begun("Asha, Tom", HOSPITAL)
    closing.do(GoToClosing(), AddPledge("I will ring"))
    house.hold(closing)
    async with house.open(resume()) as app:
        await typed(app, ESC, "n", "Half wo", ESC, "w", "Asha", ENTER, ESC, "n")
        assert "Asha when?" in shown(app)
        assert fields(app) == ["Half wo"], "who keeps a pledge must not cost other words"
        await typed(app, ESC, "b")
        assert "One line each" in shown(app)
        assert fields(app) == ["Half wo"]
        assert len(app.session.pledges) == 1


async def test_another_voice_costs_no_words(begun: House) -> None:
    async with begun.open(resume()) as app:
        await typed(app, "Mine wai", ESC, "v", ENTER, ENTER, "Hers.", ENTER)
        assert in_field(app) == "Mine wai"
        assert "kept, not yet saved" in shown(app)
        await typed(app, "ted.", ESC, "n")
        assert [r.text for r in app.session.responses] == ["Hers.", "Mine waited."]


async def test_what_waits_at_peoples_own_screens_is_let_go_only_when_asked_twice(
    house: House,
) -> None:
    closing = Play.begun("Asha, Tom", HOSPITAL)
    tom = closing.id_of("Tom")
    closing.do(KeepDraft("own", "SECRET", tom), GoToClosing(), KeepDraft("park", "SECRET", tom))
    house.hold(closing)
    async with house.open(resume()) as app:
        for _ in range(9):
            await typed(app, ESC, "n")
            assert "SECRET" not in shown(app)
            if "One person has words" in shown(app):
                break
        assert "One person has words at their own screen" in shown(app)
        assert app.session.state == "closing"
        await typed(app, ESC, "n")
        assert app.session.state == "closing", "too soon to have been read"
        await typed(app, LATER, ESC, "n")
        assert app.session.state == "closed"
        assert app.session.car_park == ()


async def test_a_consent_card_that_changes_is_read_again(house: House) -> None:
    opening = Play.ready("Asha, Tom", HOSPITAL)
    opening.do(Open())
    house.hold(opening)
    async with house.open(resume()) as app:
        await typed(app, ENTER)
        assert "not with your name" in shown(app)
        await app.do(Plan(visibility="named"))
        await typed(app, ENTER)
        assert "This has changed. Please read it again." in shown(app)
        assert "It is kept with your name." in shown(app)
        assert not app.session.header.consented
        await typed(app, ENTER)
        assert app.session.header.consented
