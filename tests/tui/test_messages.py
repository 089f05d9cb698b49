"""Messages belong to their moment: after every key of an evening nothing on screen disagrees."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest

from tests.build import Play
from tests.tui.app_fixture import House, resume
from tests.tui.decks import COUNCIL, HOSPITAL
from tests.tui.group_fixture import a_round
from tests.tui.keyboard import BACKSPACE, DOWN, ENTER, ESC, LATER, NAMED, SPACE, typed
from tests.tui.screen_text import screen_text, shown
from tests.tui.test_facilitating import facilitating
from wshoes_tui.domain.commands import Begin, HandIn, Open
from wshoes_tui.domain.models import Session
from wshoes_tui.tui.facilitator_app import WshoesApp
from wshoes_tui.tui.hardware_cursor import cursor_of
from wshoes_tui.tui.startup import StartOptions
from wshoes_tui.tui.widgets.header_footer import KeyLine
from wshoes_tui.tui.widgets.words_field import WordsField

EVENING = (
    *("One.", ENTER, ENTER, "half", *[BACKSPACE] * 4, "Two", ESC, "n", ESC, SPACE),
    *(ESC, "p", "If so", ENTER, ENTER, ENTER, "typed on", *[BACKSPACE] * 8, ESC, "l", ESC),
    *(ESC, "x", ESC, "u", ESC, "y", ESC, "r", ESC, "k", "bus", ENTER, ESC, "h", DOWN, ESC, "s"),
    *(ESC, "b", ESC, "w", ENTER, ESC, "v", ESC, "w", "Mine", ENTER, "more", ESC, "v", ESC, "a"),
    *(ESC, "x", ESC, "x", ESC, "v", ENTER, ESC, "s", ESC, "z", ENTER, ESC, "m", ESC, ESC, "?"),
    *(ESC, ESC, "c", "A word", ENTER, ENTER, ESC, "n", "11", ENTER, BACKSPACE, ENTER),
    *(ESC, "n", ESC, "n", ESC, "n", ESC, "n", LATER, ESC, "n"),
)
TOGETHER_WRONG = (
    ("Everybody is ready", "has not written yet"),
    ("Everybody is ready", "Still writing"),
    ("Nothing has been written down", "Revealed together"),
    ("Pass the keyboard", "Everybody is ready"),
)
"""What can never be true at one moment."""
PLURAL = ("One line each", "Our pledges", "Call out", "Thank everybody", "Everybody is ready",
          "Pass the keyboard", "ype what is said", "1 will write", "our session")  # fmt: skip
"""What nobody says to one person alone."""


async def each_key(app: WshoesApp, keys: tuple[str, ...], look: Callable[[str], None]) -> None:
    """Press every key alone, and look at the screen after each."""
    for key in keys:
        for one in (key,) if key in (*NAMED, LATER) else key:
            await typed(app, one)
            look(one)


def no_contradiction(app: WshoesApp, session: Session) -> None:
    """Nothing on the screen disagrees with anything else there, or with the session."""
    text, top = shown(app), screen_text(app)[0]
    for one, other in TOGETHER_WRONG:
        assert not (one in text and other in text), text
    for turn, turns in re.findall(r"Turn (\d+) of (\d+)", top):
        cards = sum(len(deck.deck.cards) for deck in session.decks) + len(session.wild_cards)
        back = ("skipped", "parked")  # their cards can be drawn once more
        more = sum(one.swap_of is not None or one.state in back for one in session.turns)
        assert int(turn) <= int(turns) <= cards + more, top
    for done, people in re.findall(r"(\d+) of (\d+) are ready", text):
        pages = session.writers()
        assert (int(done), int(people)) == (sum(p.handed_in for p in pages), len(pages))
    told = text + top
    if "not yet saved" in told or "not yet handed in" in told:
        assert any(field.text for field in app.screen_stack[0].query(WordsField)), top


def said(app: WshoesApp) -> str:
    """The sentence of the page that is on top."""
    lines = app.screen.query(KeyLine)
    return lines.first().sentence if lines else ""


async def test_a_sentence_is_gone_at_the_next_key(house: House) -> None:
    house.hold(Play.begun("Asha/lived, Tom/service, Bea", HOSPITAL, COUNCIL, planned_turns=40))
    async with house.open(resume()) as app:
        before = ["", ""]

        def look(key: str) -> None:
            if app.has_session:
                no_contradiction(app, app.session)
            sentence = said(app)
            if key in "abcdefghijklmnopqrstuvwxyz" and before[1] == sentence != "":
                assert before[0] != sentence, f"{sentence!r} stays after {key!r}"
            before[:] = before[1], sentence

        await each_key(app, EVENING, look)
        assert app.session.state == "closed"


@pytest.mark.parametrize(("size", "stays"), [((80, 24), True), ((40, 20), False)])
async def test_a_long_sentence_that_goes_while_somebody_types_moves_nothing(
    house: House, size: tuple[int, int], stays: bool
) -> None:
    """Where there is room; and the terminal's cursor is in the field wherever that has moved."""
    async with a_round(house, write_first=True) as together:
        await together.sits_down("Tom")
        await together.does(Open(), Begin())
        app = await together.sits_down("Asha", size=size)
        field = app.screen.query_one(WordsField)
        before, top = screen_text(app), field.region.y
        assert "Your own key" in shown(app)
        for letter in "ab":
            await typed(app, letter)
            assert said(app) == ""
            assert (field.region.y == top) is stays
            assert cursor_of(app.screen).place == field.cursor_screen_offset
        changed = [row for row, text in enumerate(screen_text(app)) if text != before[row]]
        sentence = [row for row, text in enumerate(before) if row > top and text.strip()][:-1]
        assert not stays or set(changed) <= {0, top, *sentence}
        await typed(app, ENTER)
        assert field.region.y > top, "what is said next takes one row, and gives the others back"


async def test_nobody_is_told_to_wait_for_somebody_who_is_ready(house: House) -> None:
    """A sentence about others is gone when they have done what it waits for."""
    async with a_round(house, write_first=True) as together:
        await together.sits_down("Asha")
        await together.sits_down("Tom")
        await together.does(Open(), Begin())

        async with facilitating(house, together) as app:
            asha, tom = (seat.id for seat in together.session.seats)
            await together.does(HandIn(asha, "Mine."))
            await typed(app, ESC, "v")
            assert "Still writing: Tom" in shown(app)
            await together.does(HandIn(tom, ""))
            await typed(app)
            assert "Still writing" not in shown(app)
            assert "2 of 2 are ready" in shown(app), "who passes is ready, and has not written"
            no_contradiction(app, together.session)


async def test_one_person_is_spoken_to_as_one(house: House) -> None:
    async with house.open(StartOptions("rehearse")) as app:

        def look(_key: str) -> None:
            text = shown(app)
            assert not [words for words in PLURAL if words in text], text
            if app.has_session:
                no_contradiction(app, app.session)

        keys = (*("Mine.", ENTER, ESC, "w", "On my own", ENTER, ESC, "v", ENTER, ESC, "c"),
                *(ESC, "n") * 6)  # fmt: skip
        await each_key(app, keys, look)
        assert app.session.header.kind == "rehearsal"
