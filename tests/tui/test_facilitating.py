"""The facilitator of a hosted session at the screens, among people at screens of their own."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace

from tests.tui.app_fixture import House
from tests.tui.group_fixture import Round, a_round
from tests.tui.keyboard import DOWN, ENTER, ESC, LATER, resized, settled, typed
from tests.tui.screen_text import misfits, screen_text, shown
from wshoes_tui.domain.commands import AddSeat, Begin, GoToClosing, Open
from wshoes_tui.tui.facilitator_app import WshoesApp
from wshoes_tui.tui.seat.seat_app import SeatApp
from wshoes_tui.tui.startup import StartOptions


@asynccontextmanager
async def facilitating(house: House, together: Round) -> AsyncIterator[WshoesApp]:
    """The facilitator's screen."""
    app = WshoesApp(
        house.settings,
        StartOptions("choose"),
        open_library=lambda: together.library,
        hub=together.hub,
    )
    async with app.run_test(size=(80, 24)):
        await settled(app)
        yield app
    assert not app.place_of_error, app.place_of_error


async def asks_back(together: Round, left: SeatApp, name: str) -> SeatApp:
    """Somebody has left their seat, and somebody at the door asks for it."""
    participant = left.seated.participant
    left.end("")
    await together.hub.detach_screen(participant, left.end)
    app = await together.opens(suggestion=name)
    await typed(app, ENTER, ENTER)
    assert "Is it yours?" in shown(app)
    await typed(app, ENTER)
    return app


async def test_the_keys_that_let_somebody_in_are_those_of_the_screen(house: House) -> None:
    async with a_round(house) as together:
        await together.sits_down("Asha")
        tom = await together.sits_down("Tom")
        await together.does(Open(), Begin(), GoToClosing())
        async with facilitating(house, together) as app:
            again = await asks_back(together, tom, "Tom")
            await settled(app)
            assert "Tom asks to come back to their seat: h, then v to let them in" in shown(app)
            await typed(app, ESC, "h")
            assert "their seat: v lets them in, d does not" in shown(app)
            await typed(app, ESC, "v")
            await together.rest()
            assert again.seated.participant is tom.seated.participant
            assert "asks to come back" not in shown(app)


async def test_news_while_a_page_comes_up_wait_for_it(house: House) -> None:
    async with a_round(house) as together:
        await together.sits_down("Asha")
        async with facilitating(house, together) as app:
            await together.hub.do(Open())
            app.show_session()
            app.follow()  # what everybody's screen does when it hears of something
            app.say("Somebody asks to come back.")
            await settled(app)
            assert "1 of 3" in shown(app)
            assert "Somebody asks to come back." in shown(app)


async def test_the_facilitator_begins_with_somebody_at_a_screen(house: House) -> None:
    async with a_round(house) as together, facilitating(house, together) as app:
        asha = await together.sits_down("Asha")
        await settled(app)
        await typed(app, ESC, "g")
        assert "How we want to be together" in shown(app)
        await typed(app, ENTER, ENTER, "n")
        await together.rest()
        assert asha.session.state == "turns"


async def test_a_hand_is_taken_down_at_the_list_of_people(house: House) -> None:
    async with a_round(house) as together:
        asha = await together.sits_down("Asha")
        await together.does(AddSeat("Nia", ""), Open(), Begin())
        await typed(asha, ESC, "a")
        participant = together.hub.participants[together.session.seats[0].id]
        assert participant.hand
        async with facilitating(house, together) as app:
            await typed(app, ESC, "h", DOWN, ESC, "h")
            assert "Nia has no hand up." in shown(app)
            assert participant.hand
            await typed(app, ESC, "t")
            assert "Nia has no screen of their own to be given shoes at." in shown(app)
            await typed(app, ESC, "b", ESC, "h", ESC, "h")
            assert not participant.hand
            assert "hand up" not in shown(app)


async def test_nobody_is_let_go_by_one_wrong_key(house: House) -> None:
    async with a_round(house) as together:
        await together.sits_down("Asha")
        await together.sits_down("Tom")
        await together.does(Open(), Begin())
        async with facilitating(house, together) as app:
            await typed(app, ESC, "h", ESC, "x")
            assert "That closes the seat of Asha" in shown(app)
            await typed(app, LATER, DOWN, ESC, "x")
            assert "That closes the seat of Tom" in shown(app)
            assert [seat.state for seat in together.session.seats] == ["here", "here"]
            await typed(app, ESC, "x")
            await together.rest()
            assert [seat.state for seat in together.session.seats] == ["here", "here"], "too soon"
            await typed(app, LATER, ESC, "x")
            await together.rest()
            assert "Tom has been let go. Their words are kept." in shown(app)
            assert [seat.state for seat in together.session.seats] == ["here", "left"]


async def test_the_code_stands_in_big_letters_where_there_is_room(house: House) -> None:
    async with a_round(house) as together:
        together.hub.joining = replace(together.hub.joining, code="otter-banjo-88")
        await together.does(AddSeat("Asha"))
        async with facilitating(house, together) as app:
            assert sum("▀" in row for row in screen_text(app)) >= 3
            assert misfits(app) == []
            await resized(app, 80, 17)
            assert not any("▀" in row for row in screen_text(app))
            await resized(app, 40, 24)
            assert not any("▀" in row for row in screen_text(app))
            assert "otter-banjo-88" in shown(app), "it is at the bottom in any case"
            await resized(app, 80, 24)
            assert sum("▀" in row for row in screen_text(app)) >= 3
