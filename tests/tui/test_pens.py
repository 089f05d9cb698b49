"""The pens of the visual design: what each terminal is sent for them, and that words are read."""

from __future__ import annotations

import re

import pytest
from rich.style import Style

from wshoes_tui.cells.colour_profiles import (
    LEAST_CONTRAST,
    PENS,
    STROKES_ALONE,
    contrast,
    cube_pens,
    hex_of,
    profile_of,
    rgb_of,
)
from wshoes_tui.cells.pens import PenMaker
from wshoes_tui.terminal.background import Background, Ground
from wshoes_tui.terminal.capabilities import TerminalCapabilities, terminal_named
from wshoes_tui.tui.content import styled_content
from wshoes_tui.tui.terminal.painter import _pen_name

DARK = ("000000", "1e1e1e", "002b36", "282c34", "2e3440")
LIGHT = ("ffffff", "faf9f6", "eff1f5", "fdf6e3")
XTERM = TerminalCapabilities()
TERMINALS = {
    "dark": TerminalCapabilities(background=(30, 30, 30)),
    "light": TerminalCapabilities(background=(253, 246, 227)),
    "bright sixteen": terminal_named("linux"),
    "sixteen": XTERM,
    "none": TerminalCapabilities(colours=False, background=(0, 0, 0)),
    "two colours": TerminalCapabilities(contrast="dark"),
}
STYLES = ["", "bold", "word", "dim", "thin", "live", "bold live", *PENS, "bold shoes:red"]


def rgb(text: str) -> Background:
    return int(text[:2], 16), int(text[2:4], 16), int(text[4:], 16)


@pytest.mark.parametrize(
    ("ground", "background"), [("dark", b) for b in DARK] + [("light", b) for b in LIGHT]
)
def test_every_pen_with_words_stands_out_from_its_ground(ground: Ground, background: str) -> None:
    colour = rgb(background)
    found = cube_pens(ground, colour)
    assert found is not None
    for name, number in found.items():
        assert not 16 <= number <= 21  # some theme scripts change them
        if name not in STROKES_ALONE:
            assert contrast(rgb_of(number), colour) >= LEAST_CONTRAST, name
    assert profile_of(TerminalCapabilities(background=colour)) == ground


def test_a_ground_between_the_two_is_left_to_the_terminal() -> None:
    assert cube_pens("dark", (0x6C, 0x6C, 0x6C)) is None
    assert profile_of(TerminalCapabilities(background=(0x6C, 0x6C, 0x6C))) == "bright sixteen"
    assert profile_of(TerminalCapabilities(background=(0x90, 0x90, 0x90))) == "sixteen"


def test_a_pen_takes_a_step_where_it_would_not_stand_out() -> None:
    white, cream = cube_pens("light", (255, 255, 255)), cube_pens("light", rgb("eff1f5"))
    assert white is not None
    assert cream is not None
    assert (white["live"], cream["live"]) == (130, 94)


@pytest.mark.parametrize("profile", TERMINALS)
def test_which_terminal_has_which_profile(profile: str) -> None:
    assert profile_of(TERMINALS[profile]) == profile
    slow = TerminalCapabilities(slow=True, background=(0, 0, 0))
    assert profile_of(slow) == "none"


@pytest.mark.parametrize("profile", TERMINALS)
def test_no_ground_nothing_reversed_and_no_coloured_word_but_in_the_cube(profile: str) -> None:
    maker = PenMaker(TERMINALS[profile])
    for style in STYLES:
        for text in ("Asha", "━━", "2"):
            pen = ";".join(maker.of_style(style, text))
            codes = set(re.sub(r"[34]8;5;\d+", "", pen).split(";")) - {""}
            assert not codes & {"3", "4", "5", "6", "7", "9"}
            if profile != "two colours":
                assert "48;5" not in pen
                assert not any(code[:-1] in ("4", "10") for code in codes)
            if profile in ("sixteen", "bright sixteen", "none") and text != "━━":
                assert codes <= {"1", "2"}, (style, text)


@pytest.mark.parametrize("profile", TERMINALS)
def test_the_first_paint_and_the_screens_have_the_same_pens(profile: str) -> None:
    maker = PenMaker(TERMINALS[profile])
    for style in STYLES:
        for text in ("Asha", "━━"):
            for span in styled_content(((text, style),)).spans:
                name, bold = _pen_name(Style.parse(str(span.style)))
                words = text.isalpha()
                assert maker.pen(name, bold=bold, words=words) == maker.of_style(style, text)


def test_what_textual_paints_with_a_ground_or_reversed_is_bold_and_live() -> None:
    assert _pen_name(Style(reverse=True)) == ("live", True)
    assert _pen_name(Style(bgcolor="blue")) == ("live", True)


def test_no_two_pens_are_named_by_the_same_colour() -> None:
    assert len({hex_of(name) for name in PENS}) == len(PENS)
