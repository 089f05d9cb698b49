"""The hints of the first rehearsal: Enter, Esc and one letter, each gone once it was done."""

from __future__ import annotations

import pytest

from tests.build import Play
from tests.tui.app_fixture import House, resume
from tests.tui.decks import HOSPITAL
from tests.tui.keyboard import ENTER, ESC, letter_by_letter, typed
from tests.tui.screen_text import screen_text, shown
from wshoes_tui.flow.first_hints import FILE, MOVE, MOVE_NOW, OPEN, TYPE
from wshoes_tui.locale import LANGUAGES, _, speak_to
from wshoes_tui.terminal.width import cells
from wshoes_tui.tui.startup import StartOptions

HINTS = (TYPE, OPEN, MOVE, MOVE_NOW)
START = StartOptions("rehearse", decks=(HOSPITAL.id,))


def hint_of(text: str) -> str:
    found = [hint for hint in HINTS if hint in text]
    assert len(found) < 2, "one at a time"
    return "".join(found)


def field_row(rows: list[str]) -> int:
    return next(at for at, row in enumerate(rows) if row.lstrip().startswith("▌"))


@pytest.mark.parametrize("size", [(80, 24), (40, 20)])
async def test_each_hint_stays_until_it_was_done(house: House, size: tuple[int, int]) -> None:
    house.settings.data.root.mkdir(exist_ok=True)
    async with house.open(START, size=size) as app:
        assert hint_of(shown(app)) == TYPE
        where = field_row(screen_text(app))
        await letter_by_letter(app, "half")
        assert hint_of(shown(app)) == TYPE
        await typed(app, ENTER)
        assert hint_of(shown(app)) == OPEN
        await typed(app, ESC)
        assert hint_of(shown(app)) == MOVE_NOW
        await typed(app, ESC)
        assert hint_of(shown(app)) == MOVE
        assert field_row(screen_text(app)) == where, "nothing moves"
        assert not (house.settings.data.cache / FILE).exists()
        await typed(app, ESC, "n")
        assert hint_of(shown(app)) == ""
        assert (house.settings.data.cache / FILE).exists()
    async with house.open(START, size=size) as app:
        assert hint_of(shown(app)) == "", "once on a computer"
        await typed(app, "\x10", "first hints", ENTER)
        assert hint_of(shown(app)) == TYPE, "they can be asked for"
        await typed(app, ENTER)
        assert "Type what you would say" in shown(app), "a sentence goes first"
        await typed(app, "w")
        assert hint_of(shown(app)) == TYPE


async def test_a_group_is_taught_nothing(house: House) -> None:
    house.hold(Play.begun("Asha, Tom", HOSPITAL))
    async with house.open(resume()) as app:
        assert hint_of(shown(app)) == ""


async def test_an_old_hand_is_not_held_up(house: House) -> None:
    async with house.open(START) as app:
        await typed(app, ESC, "n")
        assert len(app.session.turns) == 2
        assert hint_of(shown(app)) == TYPE
        await typed(app, "Words.", ENTER)
        assert hint_of(shown(app)) == "", "Esc and n were pressed already"


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_hint_is_one_line_of_a_small_screen(language: str) -> None:
    speak_to(language)
    for hint in HINTS:
        assert cells(_(hint)) <= 38
    speak_to("en")
