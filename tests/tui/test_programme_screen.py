"""Screens of programmes and of the search."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.build import Play
from tests.tui.app_fixture import House
from tests.tui.decks import HOSPITAL
from tests.tui.keyboard import DOWN, ENTER, ESC, TAB, resized, typed
from tests.tui.screen_text import misfits, shown
from wshoes_tui.domain.commands import AddLightbulb, Close, GoToClosing, Next, ParkTopic, Say
from wshoes_tui.domain.value import replace
from wshoes_tui.export.formats import PROGRAMME_FORMATS, ProgrammeFormat
from wshoes_tui.settings import documents_folder

SIX = "Asha/lived, Tom/service, Bea, Chidi, Dora, Eve"
WORDS = "the needle in the haystack"


def hold(house: House, place: str = "Bala", seats: str = SIX) -> None:
    play = Play.begun(seats, HOSPITAL)
    play.do(Say(WORDS), AddLightbulb("now I see"), ParkTopic("Parking"), Next())
    play.do(GoToClosing(), Close())
    header = play.session.header
    play.session = replace(
        play.session, header=replace(header, programme="Home First", place=place)
    )
    house.hold(play)


async def test_a_programme_is_looked_at_part_by_part_and_written(solid_house: House) -> None:
    hold(solid_house)
    async with solid_house.open() as app:
        assert "Programme how sessions add up · 1 programme" in shown(app)
        await typed(app, "a")
        assert "Home First 1 session · 1 place · 6 people" in shown(app)
        await typed(app, ENTER)
        assert "Over time" in shown(app)
        assert "6 people" in shown(app)
        seen = []
        for _part in range(4):
            await typed(app, TAB)
            seen.append(shown(app))
        told = " ".join(seen)
        assert "Whose shoes, on what" in told
        assert "now I see" in told
        assert "Parking (2 March, Bala)" in told
        await typed(app, "x")
        assert "Written to" in shown(app)
        (path,) = Path(documents_folder()).glob("*.html")
        assert WORDS not in path.read_text()
        await typed(app, ESC, ESC)
        assert "Rehearse" in shown(app)


async def test_few_people_are_not_counted_on_the_screen(solid_house: House) -> None:
    hold(solid_house, seats="Asha/lived, Tom/service, Bea")
    async with solid_house.open() as app:
        await typed(app, "a")
        assert "fewer than 5 people at a time" in shown(app)
        await typed(app, ENTER)
        assert "3 people" not in shown(app)
        assert "Fewer than 5 people came at a time." in shown(app)


async def test_words_are_found_and_lead_to_their_session(solid_house: House) -> None:
    hold(solid_house)
    async with solid_house.open() as app:
        await typed(app, "/", "NÉEDLE", ENTER)
        assert "Found 1 time." in shown(app)
        assert WORDS in shown(app)
        assert "Asha" not in shown(app)
        await typed(app, ENTER)
        assert "Whose shoes, on what" in shown(app)
        await typed(app, ESC, "/", "s and q", ENTER)
        assert "Nothing was found." in shown(app)
        await typed(app, ESC)
        assert "Rehearse" in shown(app)


async def test_without_anything_it_says_what_to_do(house: House) -> None:
    async with house.open() as app:
        await typed(app, "a")
        assert "No session belongs to a programme yet. Begin one with:" in shown(app)
        await typed(app, ENTER, ESC, "/", ENTER)
        assert "Type the words that you remember, then Enter." in shown(app)
        await typed(app, "needle", ENTER)
        assert "Nothing was found." in shown(app)


@pytest.mark.parametrize("size", [(40, 20), (80, 24), (132, 43)])
async def test_they_fit_every_size(solid_house: House, size: tuple[int, int]) -> None:
    hold(solid_house, place="A village hall with a long name, Tregaron")
    async with solid_house.open(size=(80, 24)) as app:
        for keys in (("a",), (ENTER,), (TAB,), (TAB,), (ESC, ESC, "/", "needle", ENTER)):
            await typed(app, *keys)
            await resized(app, *size)
            assert not misfits(app)


async def test_a_new_format_of_programmes_can_be_chosen(
    solid_house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    dummy = ProgrammeFormat(
        "dummy", ".dummy", "A dummy", "", "tests.cli.test_cli_programme:to_dummy"
    )
    monkeypatch.setitem(PROGRAMME_FORMATS, "dummy", dummy)
    hold(solid_house)
    async with solid_house.open() as app:
        await typed(app, "a", ENTER, "x")
        assert "A dummy" in shown(app)
        await typed(app, DOWN, ENTER)
        assert ".dummy" in shown(app)
