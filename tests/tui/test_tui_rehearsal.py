"""A whole rehearsal: alone, from the first card to the summary and back."""

from __future__ import annotations

from tests.tui.app_fixture import House
from tests.tui.keyboard import DOWN, ENTER, ESC, LATER, SPACE, TAB, typed
from tests.tui.screen_text import in_field, screen_text, shown


async def test_somebody_rehearses_alone(house: House) -> None:
    async with house.open() as app:
        await typed(app, "r", ENTER)
        assert "You stand here" in shown(app)
        await typed(app, "A hard place to stand.", ENTER, "And a bus to catch.", ENTER)
        assert "A hard place to stand." in shown(app)
        await typed(app, ESC, "b")
        assert "What was said" in screen_text(app)[0]
        await typed(app, ENTER)
        assert in_field(app) == "A hard place to stand."
        await typed(app, " Here.", ENTER, ESC, "v")
        assert "kept out of every export" in shown(app)
        await typed(app, DOWN, "l", ENTER, "the bus was late", ENTER)
        await typed(app, "x")
        assert "bus to catch" not in shown(app)
        await typed(app, "u")
        assert "And a bus to catch." in shown(app)
        await typed(app, ESC, ESC, "s")
        assert "Swap: you stand here" in shown(app)
        await typed(app, ESC, "t", DOWN, ENTER)
        await typed(app, ESC, SPACE, ESC, "f")
        assert "This card has no note." in shown(app)
        await typed(app, ESC, "m")
        assert "Whose shoes, on what" in shown(app)
        await typed(app, ESC, ESC, "w")
        assert "only for now, only for you" in shown(app)
        await typed(app, ESC, "w")
        assert "Press Esc, then w, and write in your shoes." in shown(app)
        await typed(app, ESC, "s")
        assert screen_text(app)[0].strip().startswith("Turn 2 of 7")
        assert any("\u258c Turn 2: " in row for row in screen_text(app))
        for _turn in range(4):
            await typed(app, ESC, "n")
        assert screen_text(app)[0].strip().startswith("Turn 6 of 7")
        await typed(app, "The last word.", ESC, "c")
        assert "What do you take with you?" in shown(app)
        await typed(app, ESC, "t")
        assert screen_text(app)[0].strip().startswith("Turn 7 of 7")
        await typed(app, ESC, "n")
        assert "What do you take with you?" in shown(app)
        await typed(app, *(ESC, "n") * 7, LATER)
        assert "1 person · 7 turns" in shown(app)
        for _part in range(4):
            await typed(app, TAB)
        assert "A hard place to stand. Here." in shown(app)
        await typed(app, ESC, "p")
        assert "Home again · closed · rehearsal" in shown(app)
        await typed(app, ESC, "q")
        assert app.return_code == 0

    session = house.only
    assert session.header.kind == "rehearsal"
    assert [(r.text, r.visibility) for r in session.responses] == [
        ("A hard place to stand. Here.", "withheld"),
        ("And a bus to catch.", "shoes"),
        ("The last word.", "shoes"),
    ]
    (bulb,) = session.lightbulbs
    assert (bulb.now_see, bulb.response) == ("the bus was late", session.responses[1].id)
