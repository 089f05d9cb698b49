"""Nothing is told by colour alone: what is marked or worn shows without any."""

from __future__ import annotations

import pytest

from tests.build import Play
from tests.tui.app_fixture import House, resume
from tests.tui.decks import COUNCIL, HOSPITAL
from tests.tui.keyboard import DOWN, ENTER, ESC, typed
from tests.tui.screen_text import shown, strips
from wshoes_tui.tui.facilitator_app import WshoesApp


async def test_every_pair_of_shoes_has_its_letter_and_its_name(house: House) -> None:
    house.hold(Play.begun("Asha, Tom", HOSPITAL, COUNCIL))
    async with house.open(resume()) as app:
        turn = app.session.turn
        assert turn is not None
        worn = app.session.shoes_of(turn)
        assert f"[{worn.mark}] {worn.name}" in shown(app)
        await typed(app, ESC, "t")
        deck = app.session.deck(turn.deck)
        assert deck is not None
        told = [f"[{shoes.mark}] {shoes.name}" for shoes in deck.shoes]
        assert len(set(told)) == len(told)
        assert all(shoes in shown(app) for shoes in told)
        await typed(app, ESC, ESC, "m")
        assert all(shoes in shown(app) for shoes in told)


@pytest.mark.parametrize("way", [(), ("r",), ("n", ENTER, "Asha; Tom", ENTER, DOWN)])
async def test_the_marked_line_has_a_bar_and_a_name(house: House, way: tuple[str, ...]) -> None:
    async with house.open() as app:
        await typed(app, *way)
        first = marked_text(app)
        assert first
        await typed(app, DOWN)
        assert marked_text(app)
        assert marked_text(app) != first


def marked_text(app: WshoesApp) -> str:
    """The words that stand out from all others without a colour: behind the bar, and heavy."""
    lines = [strip for strip in strips(app) if "▌" in strip.text]
    segments = [segment for strip in lines for segment in strip]
    return "".join(s.text for s in segments if s.style and s.style.bold).strip()
