"""Words that were kept as long as was agreed, on the screens: warned of, deleted, kept longer."""

from __future__ import annotations

import os
from dataclasses import replace
from datetime import datetime, timedelta

from tests.build import Play
from tests.frozen import frozen_at
from tests.tui.app_fixture import House
from tests.tui.decks import HOSPITAL
from tests.tui.keyboard import DOWN, ENTER, ESC, typed
from tests.tui.screen_text import shown
from wshoes_tui.domain.commands import Begin, Close, GoToClosing, Say
from wshoes_tui.tui.startup import StartOptions


def a_year_later(play: Play) -> Play:
    """The same, closed when a clock can say so."""
    header = play.session.header
    assert header.closed is not None
    closed = header.closed + timedelta(days=365)
    play.session = replace(play.session, header=replace(header, closed=closed))
    return play


def a_due_one(house: House) -> Play:
    """In a house over SQLite: a session that was closed."""
    play = Play.ready("Asha, Tom", HOSPITAL)
    play.do(Begin(), Say("Where is the key?"), GoToClosing(), Close())
    house.hold(a_year_later(play))
    return play


def last_day(play: Play, days: int = 90) -> datetime:
    closed = play.session.header.closed
    assert closed is not None
    return closed + timedelta(days=days)


async def test_home_warns_and_keeps_them_longer(solid_house: House) -> None:
    play = a_due_one(solid_house)
    with frozen_at(last_day(play, 80)):
        async with solid_house.open(StartOptions()) as app:
            assert "the words will be deleted on" in shown(app)
            await typed(app, "k")
            assert "Not yet: 30 more days" in shown(app)
            assert "Deleted are the words that were said" in shown(app)
            await typed(app, ESC)
            assert "Past" in shown(app), "nothing was chosen"
            await typed(app, "k", ENTER)
            assert "That is longer than was agreed" in shown(app)
            assert "will be deleted" not in shown(app)
    assert solid_house.only.header.retention_days == 120
    assert solid_house.only.responses


async def test_home_deletes_after_a_yes(solid_house: House) -> None:
    play = a_due_one(solid_house)
    with frozen_at(last_day(play)):
        async with solid_house.open(StartOptions()) as app:
            assert "were to be kept until" in shown(app)
            await typed(app, "k", DOWN, DOWN, ENTER)
            assert "have been deleted, as was agreed" in shown(app)
            assert "Deleted: 1 response, the names of 2 people." in shown(app)
            await typed(app, ESC)
            assert "were to be kept" not in shown(app)
    assert not solid_house.only.responses


async def test_home_deletes_unasked_at_the_second_start_and_says_so(solid_house: House) -> None:
    play = a_due_one(solid_house)
    database = solid_house.settings.data.database
    with frozen_at(last_day(play)) as clock:
        for start in range(2):
            clock.shift(timedelta(days=start))
            saved = last_day(play, 0).timestamp()
            os.utime(database, (saved, saved))
            async with solid_house.open(StartOptions()) as app:
                assert ("have been deleted, as was agreed" in shown(app)) == bool(start)
    assert not solid_house.only.responses


async def test_without_anything_due_home_says_so(house: House) -> None:
    async with house.open(StartOptions()) as app:
        await typed(app, "k")
        assert "No words are due to be deleted." in shown(app)
