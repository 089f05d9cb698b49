"""What the visual design promises of the pages as they run: one text, no ground, nothing moves."""

from __future__ import annotations

from dataclasses import replace

import pytest
from rich.color import ColorSystem
from textual._compositor import LayoutUpdate

from tests.build import Play
from tests.tui.app_fixture import Decks, House, resume
from tests.tui.decks import COUNCIL, HOSPITAL
from tests.tui.keyboard import DOWN, ENTER, ESC, resized, typed
from tests.tui.screen_text import misfits, screen_text, shown, strips
from wshoes_tui.cells.cell_writer import Rows
from wshoes_tui.cells.colour_profiles import LIVE, PEN_OF_HEX
from wshoes_tui.domain.commands import AddLightbulb, Say, Swap
from wshoes_tui.terminal.capabilities import TerminalCapabilities
from wshoes_tui.tui.facilitator_app import WshoesApp
from wshoes_tui.tui.terminal.painter import Painter

TERMINALS = (
    TerminalCapabilities(background=(30, 30, 30)),
    TerminalCapabilities(background=(253, 246, 227)),
    TerminalCapabilities(),
    TerminalCapabilities(name="linux", modes=False, dims=False),
    TerminalCapabilities(colours=False),
)
SIZES = ((40, 20), (60, 20), (80, 24), (100, 30), (132, 43))
LONG = "Llywodraethwr cysylltiadau gwasanaethau cymdeithasol a phreswyl y sir"
WAYS: dict[str, tuple[tuple[str, ...], ...]] = {
    "home": ((), ("n",), (DOWN,), ("/", "good")),
    "pages": (
        (ESC, "m"),
        (ESC, ESC, "h"),
        (ESC, "b", ESC, "w"),
        (ESC, "s", ESC, "l"),
        (ESC, ESC, "c"),
        (ESC, "n"),
        (ESC, "n"),
        *((ESC, "n"),) * 5,
    ),
    "turn": ((), ("Words.", ENTER), ("And more of them.", ENTER), (ESC,), (ESC, ESC, "t")),
}


def painted(app: WshoesApp, terminal: TerminalCapabilities) -> Rows:
    """The cells of the screen on a terminal."""
    painter = Painter(ColorSystem.STANDARD, terminal)
    screen = [[strip] for strip in strips(app)]
    painter.paint(LayoutUpdate(screen, app.screen.region), *app.size, None)
    return painter._writer.rows


def of_a_long_deck() -> Play:
    """A session of three decks, with long names, in which something was said from two sides."""
    shoes = tuple(replace(one, name=f"{LONG} {one.mark}") for one in HOSPITAL.shoes)
    deck = replace(HOSPITAL, title=LONG, shoes=shoes)
    third = replace(COUNCIL, id="third", title=f"{LONG} 3")
    play = Play.begun("Asha, Tom", deck, COUNCIL, third)
    play.do(Say("Where is the key? " * 6), AddLightbulb("a", "b"), Swap(), Say("Not mine."))
    return play


@pytest.mark.parametrize("way", WAYS)
async def test_one_text_in_every_profile_and_neither_ground_nor_reverse(
    house: House, way: str
) -> None:
    house.decks = Decks(HOSPITAL, COUNCIL)
    play = Play.begun("Asha, Tom", HOSPITAL, COUNCIL)
    house.hold(play)
    async with house.open() if way == "home" else house.open(resume()) as app:
        for keys in WAYS[way]:
            await typed(app, *keys)
            every = [painted(app, terminal) for terminal in TERMINALS]
            texts = ["".join(cell for row in rows for cell, _pen in row) for rows in every]
            assert len(set(texts)) == 1, keys
            pens = {code for rows in every for row in rows for _cell, pen in row for code in pen}
            assert all(code in ("1", "2", "97") or code.startswith(("3", "9")) for code in pens)
            words = {
                cell + str(pen)
                for row in every[2]
                for cell, pen in row
                if cell.isalnum() and set(pen) - {"1", "2"}
            }
            assert words == set(), "no word is coloured where the palette is not known"


async def test_saving_the_first_voice_changes_the_room_the_message_and_the_counts_alone(
    house: House,
) -> None:
    house.hold(Play.begun("Asha, Tom", HOSPITAL))
    async with house.open(resume()) as app:
        await typed(app, "Where is the key?")
        before = screen_text(app)
        room = app.screen.query_one("#card").region
        field = app.screen.query_one("#words").region.y
        asked = app.screen.query_one("#question").region
        await typed(app, ENTER)
        changed = {
            y for y, (a, b) in enumerate(zip(before, screen_text(app), strict=True)) if a != b
        }
        assert any(y in changed for y in range(room.y, asked.y)), "it stands in the room"
        below = {y for y in changed if y >= asked.y}
        assert below <= {field, len(before) - 2}, "the question and the footer stay"
        story = next(y for y, row in enumerate(before) if "━" in row and y > 1)
        assert not {y for y in changed if y <= story}


async def test_one_place_is_live(house: House) -> None:
    house.hold(Play.begun("Asha, Tom", HOSPITAL))
    async with house.open(resume()) as app:
        assert places_that_are_live(app) == ["line", "bar"]
        await typed(app, ESC)
        assert set(places_that_are_live(app)) == {"line", "letters"}
        await typed(app, ESC, ESC, "t")
        assert "bar" in places_that_are_live(app)


def places_that_are_live(app: WshoesApp) -> list[str]:
    """What is live, line by line: the open turn in the line of the evening, the bar, letters."""
    found = []
    for strip in strips(app):
        live = "".join(
            segment.text
            for segment in strip
            if segment.style is not None
            and segment.style.color is not None
            and segment.style.color.triplet is not None
            and PEN_OF_HEX.get(segment.style.color.triplet.hex) == LIVE
        )
        if live:
            found.append("line" if "━" in live else "bar" if "▌" in live else "letters")
    return found


async def test_long_names_and_three_decks_hold_at_every_size_while_it_is_open(
    house: House,
) -> None:
    house.hold(of_a_long_deck())
    async with house.open(resume()) as app:
        for keys in ((), (ESC,), (ESC, "Half a sentence")):
            await typed(app, *keys)
            for size in SIZES:
                await resized(app, *size)
                assert not misfits(app), f"{size}\n" + "\n".join(screen_text(app))
                assert keys != (ESC,) or "One letter now" in shown(app)
                assert len(keys) < 2 or "Half a sentence" in shown(app)
                assert keys or "Turn 2 of 5 · Swap: Asha's turn" in shown(app)


async def test_on_the_page_of_people_one_bar_is_live(house: House) -> None:
    house.hold(Play.ready("Asha, Tom", HOSPITAL))
    async with house.open(resume()) as app:

        def rows_with_bars() -> int:
            return sum("▌" in row for row in screen_text(app))

        assert rows_with_bars() == 1
        assert places_that_are_live(app) == ["bar"]
        await typed(app, DOWN)
        assert places_that_are_live(app) == ["bar"], "the marked line; that of the field is grey"
        await typed(app, "Bea")
        assert rows_with_bars() == 1
        await typed(app, ESC)
        assert rows_with_bars() == 2
        assert places_that_are_live(app)[0] == "bar", "which line an action is for"


OPENED = {
    "turn": (),
    "said": (ESC, "b"),
    "map": (ESC, "m"),
    "people": (ESC, "h"),
    "lightbulb": (ESC, "l"),
    "pledge": (ESC, "p"),
    "writing": (ESC, "w"),
    "page": (ESC, "w", ESC, "w"),
    "pause": (ESC, "z"),
    "help": (ESC, "?"),
    "closing": (ESC, "c"),
    "pledges": (ESC, "c", ESC, "n"),
    "numbers": (ESC, "c", ESC, "n", ESC, "n"),
    "closed": (ESC, "c", *(ESC, "n") * 7),
}


@pytest.mark.parametrize("size", [(40, 20), (132, 43)])
@pytest.mark.parametrize("page", OPENED)
async def test_a_page_opened_at_a_size_looks_as_one_that_was_resized_to_it(
    house: House, page: str, size: tuple[int, int]
) -> None:
    house.hold(Play.begun("Asha, Tom", HOSPITAL))
    async with house.open(resume(), size=size) as app:
        await typed(app, *OPENED[page])
        opened = screen_text(app)
        assert misfits(app) == []
        await resized(app, 80, 24)
        await resized(app, *size)
        assert screen_text(app) == opened
