"""The consent card on the screens: how long words are kept, and that nothing leads past it."""

from __future__ import annotations

import pytest

from tests.build import Play
from tests.tui.app_fixture import House, resume
from tests.tui.decks import HOSPITAL
from tests.tui.keyboard import ENTER, ESC, typed
from tests.tui.screen_text import shown
from wshoes_tui.domain.commands import Open
from wshoes_tui.flow.people_parser import Person
from wshoes_tui.sessions.session_library import StartedSession
from wshoes_tui.tui.startup import StartOptions


def at_the_opening() -> Play:
    play = Play.ready("Asha, Tom", HOSPITAL)
    play.do(Open())
    return play


async def test_a_key_changes_how_long_words_are_kept_and_the_card_with_it(house: House) -> None:
    house.hold(at_the_opening())
    async with house.open(resume()) as app:
        await typed(app, "k")
        assert "how many days" not in shown(app), "not at the agreements"
        await typed(app, ENTER)
        assert "for 90 days, then deleted" in shown(app)
        await typed(app, "k")
        assert "Type a number of days" in shown(app)
        await typed(app, "0", ENTER)
        assert "A number of days from 1" in shown(app)
        await typed(app, "\x7f", "30", ENTER)
        assert "for 30 days, then deleted" in shown(app)
        assert "This has changed. Please read it again." in shown(app)
        assert app.session.header.retention_days == 30
        await typed(app, "k", "7", ESC)
        assert "for 30 days, then deleted" in shown(app), "Esc leaves it as it is"
        await typed(app, ENTER)
        assert app.session.header.consented
        await typed(app, "b", "k", "60", ENTER)
        assert not app.session.header.consented, "that card nobody has agreed to"
        await typed(app, "n")
        assert app.session.state == "opening"
        await typed(app, ENTER, "n")
        assert app.session.state == "turns"
        assert app.session.header.consented


@pytest.mark.parametrize(
    "keys", [("n",), ("n", "n"), (ESC,), ("x",), ("b", "n"), ("h", ESC, "b", "n")]
)
async def test_a_session_begun_with_seats_shows_the_card_before_the_first_words(
    house: House, keys: tuple[str, ...]
) -> None:
    started = StartedSession(people=(Person("Asha"), Person("Tom")), begin=True)
    async with house.open(StartOptions("play", decks=("home-again",), started=started)) as app:
        assert "Please read it out" in shown(app)
        await typed(app, *keys)
        assert app.session.state == "opening"
        assert not app.session.header.consented
        if keys[0] != "b":
            await typed(app, ENTER)
            assert app.session.state == "turns", "the rest of the opening was not asked for"
            assert app.session.header.consented
