"""Words stand out from their ground: in all themes, all states and every colour of the shoes."""

from __future__ import annotations

from dataclasses import replace

import pytest
from rich.color import ColorSystem
from rich.style import Style
from textual._compositor import LayoutUpdate

from tests.build import Play
from tests.tui.app_fixture import Decks, House, resume
from tests.tui.contrast import LEAST, PALETTES, Palette, faint, pairs, ratio, terminal
from tests.tui.decks import COUNCIL, HOSPITAL
from tests.tui.keyboard import DOWN, ENTER, ESC, SPACE, typed
from tests.tui.screen_text import shown, strips
from tests.tui.terminal_emulator import Glass
from wshoes_tui.domain.deck import COLOURS
from wshoes_tui.terminal.capabilities import TerminalCapabilities
from wshoes_tui.tui.terminal.painter import Painter

PALETTE_KEY = "\x10"
STATES = {
    "a field that has the focus and is empty": ((), "type what"),
    "words in it": (("some words",), "some words"),
    "the actions": ((ESC,), "One letter now"),
    "one of them marked": ((DOWN,), "One letter now"),
    "an error in a sentence": ((ESC, ESC, "y"), "nothing"),
    "a list with a marked line": ((ESC, "t"), "In whose shoes?"),
    "another line marked": ((DOWN,), "In whose shoes?"),
    "the palette": ((ESC, PALETTE_KEY), "Find anything"),
    "the palette after a letter": (("s",), "Swap shoes"),
    "nothing found": (("qqqq",), "qqqq"),
    "help": ((ESC, ESC, "?"), "Help"),
    "a sheet": ((ESC, ESC, "l"), "Now I see"),
    "what was said": ((ESC, ESC, "b"), "What was said"),
    "the map": ((ESC, ESC, "m"), "Whose shoes, on what"),
}
"""The keys that lead from one to the next, and what it shows."""


def in_every_colour() -> Play:
    """A session whose deck has shoes in all eight colours."""
    first = HOSPITAL.shoes[0]
    shoes = tuple(
        replace(
            first,
            id=colour,
            name=f"The {colour} one",
            mark=colour[0].upper() + str(i),
            colour=colour,
            side="lived" if i % 2 else "service",
        )
        for i, colour in enumerate(COLOURS)
    )
    cards = tuple(replace(card, opposite={}) for card in HOSPITAL.cards)
    return Play.begun("Asha", replace(HOSPITAL, shoes=shoes, cards=cards))


async def test_every_state_in_every_colour_and_theme(house: House) -> None:
    play = in_every_colour()
    house.decks = Decks(play.session.decks[0].deck, COUNCIL, broken={"odd": "It is broken."})
    house.hold(play)
    async with house.open(resume()) as app:
        for state, (keys, seen) in STATES.items():
            await typed(app, *keys)
            assert seen in shown(app), state
            assert not faint(app), state
            if state == "a list with a marked line":
                assert all(f"The {colour} one" in shown(app) for colour in COLOURS)


async def test_choosing_and_disabled_lines(house: House) -> None:
    house.decks = Decks(HOSPITAL, COUNCIL, broken={"odd": "It is broken."})
    async with house.open() as app:
        for keys in (("n",), (SPACE,), (DOWN, SPACE), (DOWN,), ("/", "zzz"), (ESC, ENTER)):
            await typed(app, *keys)
            assert not faint(app), keys


@pytest.mark.parametrize("palette", PALETTES, ids=lambda palette: palette.name)
@pytest.mark.parametrize("contrast", ["dark", "light"])
def test_high_contrast_has_two_colours_and_no_dim(palette: Palette, contrast: str) -> None:
    painter = Painter(ColorSystem.STANDARD, terminal(palette, contrast))  # type: ignore[arg-type]
    for style in (
        Style.null(),
        Style(bold=True),
        Style(dim=True),
        Style(color="red"),
        Style(color="black", bgcolor="bright_green"),
        Style(reverse=True, dim=True),
        Style(color="white", bgcolor="white"),
    ):
        for fore, back in pairs(palette, painter._pen_of(style)):
            assert ratio(fore, back) >= 15
    (ground,) = {back for _fore, back in pairs(palette, painter._pen_of(Style.null()))}
    assert (max(ground) < 60) == (contrast == "dark")


def test_where_there_are_256_colours_the_palette_has_no_say() -> None:
    pale = Palette("pale", " ".join(["808080"] * 16), (("808080", "808080"),), "grey", True)
    painter = Painter(ColorSystem.STANDARD, TerminalCapabilities(contrast="dark"))
    assert {ratio(*pair) for pair in pairs(pale, painter._pen_of(Style(dim=True)))} == {21.0}


async def test_high_contrast_covers_every_cell_and_goes_away_again(house: House) -> None:
    async with house.open() as app:
        for contrast, expected in (("dark", {"000000"}), ("light", {"ffffff"}), ("", {"default"})):
            painter = Painter(ColorSystem.STANDARD, TerminalCapabilities(contrast=contrast))  # type: ignore[arg-type]
            glass = Glass(*app.size)
            screen = [[strip] for strip in strips(app)]
            written = painter.paint(LayoutUpdate(screen, app.screen.region), *app.size, None)
            glass.show(written)
            grounds = {c.bg for row in glass.cells for c in row}
            assert grounds == expected
            assert not any(c.blink for row in glass.cells for c in row) or not contrast


def test_the_measure_finds_what_is_too_faint() -> None:
    console = next(palette for palette in PALETTES if palette.name == "the Linux console")
    for pen, expected in ((("2",), 2.8), (("34",), 1.5), (("1", "30", "42"), 2.4), ((), 9.0)):
        (pair,) = pairs(console, pen)
        assert ratio(*pair) == pytest.approx(expected, abs=0.1)
    assert LEAST == 4.5
