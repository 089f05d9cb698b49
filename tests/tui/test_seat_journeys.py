"""People at screens of their own: in, writing, revealed, talking, gone and back again."""

from __future__ import annotations

from tests.tui.eyes import in_field, picture, shown
from tests.tui.house import House
from tests.tui.keyboard import ENTER, ESC, typed
from tests.tui.round import a_round
from wshoes_tui.domain.commands import Begin, GoToClosing, Next, Open, Reveal


async def test_two_people_write_first_and_talk(house: House) -> None:
    async with a_round(house, write_first=True) as together:
        asha, tom = await together.sits_down("Asha"), await together.sits_down("Tom")
        assert "You are in." in shown(asha)
        assert "Asha, Tom" in shown(asha)
        assert "pebble-lemon-1" in shown(asha)
        await together.does(Open(), Begin())
        print(picture(asha)); print(picture(tom))
        await typed(asha, "Nobody asked me.")
        await together.rest()
        assert "Nobody asked" not in shown(tom)
        await typed(asha, ENTER)
        print(picture(asha))
        assert "1 of 2 have written" in shown(asha)
        await typed(tom, "She seems afraid.", ENTER)
        await together.does(Reveal())
        print(picture(tom))
        assert "Nobody asked me." in shown(tom)
        assert "She seems afraid." in shown(asha)
        await typed(tom, "b")
        print(picture(tom))
        await typed(tom, ENTER, "And tired")
        await together.does(Next())
        print(picture(tom))
        assert "Your words are kept: press Esc, then w." in shown(tom)
        await typed(tom, ESC, "w")
        print(picture(tom))
        await typed(tom, ENTER)
        assert [r.text for r in together.session.responses][-1] == "And tired"
        await typed(asha, ESC, "l", "she was rude", ENTER, "she was afraid", ENTER)
        print(picture(asha))
        await together.does(Reveal(anyway=True))
        await together.does(GoToClosing())
        print(picture(asha))
