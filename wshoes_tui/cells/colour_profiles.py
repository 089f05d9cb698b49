"""Colour profiles: the colours of the pens for each kind of terminal and of background.

A *pen name* is "word", "dim", "thin", "live", or "shoes:" with one of the eight colours of a deck;
"" is the terminal's own colour. Only indices of the cube of 256 colours and of its grey ramp
are used: they are the same in every terminal, and half as long as RGB. No profile has a ground of
its own, but that of high contrast, in which the user has asked for one.

Source: contrast by WCAG 2.2, 1.4.3 (relative luminance; 4.5:1 for words).
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from typing import Literal, NamedTuple

from wshoes_tui.terminal.background import Background, Ground
from wshoes_tui.terminal.capabilities import TerminalCapabilities

Profile = Literal["none", "sixteen", "bright sixteen", "dark", "light", "two colours"]
"""How a terminal is coloured: not at all; strokes alone in its dark or its bright colours, for no
word is coloured where the palette or the ground is not known; pens of the cube for dark or for
light ground; or white on black or black on white, as high contrast asks."""

WORD, QUIET, THIN, LIVE = "word", "dim", "thin", "live"
"""What people and cards say; what steps back, by Textual's name for it; lines; what is live now."""
SHOES = "shoes:"
"""The beginning of the name of a pen in the tint of shoes; the name of their colour follows."""
STROKES_ALONE = frozenset((THIN,))
"""Pens in which no words are written: they need not be read."""

FIRST_OF_CUBE, FIRST_GREY, WHITE = 16, 232, 15
LEAST_CONTRAST = 4.5


class PenColours(NamedTuple):
    """The colours of a pen, by their numbers.

    Attributes:
        dark, light: for dark and for light ground: the first one that stands out from it. Empty
            for the terminal's own colour.
        sixteen: among the first eight of a terminal, for strokes; None for its own colour.
    """

    dark: tuple[int, ...]
    light: tuple[int, ...]
    sixteen: int | None = None


PENS: Mapping[str, PenColours] = {
    WORD: PenColours((WHITE,), ()),
    QUIET: PenColours((247, 249, 251), (241, 239, 237)),
    THIN: PenColours((241,), (249,)),
    LIVE: PenColours((214,), (130, 94), 3),
    f"{SHOES}black": PenColours((249,), (235,)),
    f"{SHOES}red": PenColours((217,), (88,), 1),
    f"{SHOES}green": PenColours((150,), (22,), 2),
    f"{SHOES}yellow": PenColours((229,), (58,), 3),
    f"{SHOES}blue": PenColours((111,), (25,), 4),
    f"{SHOES}magenta": PenColours((183,), (90,), 5),
    f"{SHOES}cyan": PenColours((116,), (23,), 6),
    f"{SHOES}white": PenColours((254,), (238,)),
}


def rgb_of(number: int) -> Background:
    """Red, green and blue of a colour of the cube or of the grey ramp; 15 is white."""
    if number == WHITE:
        return 255, 255, 255
    if number >= FIRST_GREY:
        grey = 8 + 10 * (number - FIRST_GREY)
        return grey, grey, grey
    rest = number - FIRST_OF_CUBE
    red, green, blue = ((0, 95, 135, 175, 215, 255)[rest // by % 6] for by in (36, 6, 1))
    return red, green, blue


def hex_of(name: str) -> str:
    """The colour by which a style of a screen names a pen: that for dark ground, exactly."""
    return "#{:02x}{:02x}{:02x}".format(*rgb_of(PENS[name].dark[0]))


PEN_OF_HEX = {hex_of(name): name for name in PENS}
"""The names of the pens by the colours that stand for them in styles. No two are alike."""


def contrast(one: Background, other: Background) -> float:
    """The contrast of two colours: from 1 for the same up to 21 for black and white."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: Background) -> float:
    red, green, blue = (
        part / 255 / 12.92 if part <= 10 else ((part / 255 + 0.055) / 1.055) ** 2.4
        for part in colour
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@lru_cache(8)
def cube_pens(ground: Ground, background: Background) -> dict[str, int] | None:
    """The colour of each pen on a background; without an entry it is the terminal's own.

    A pen that would not stand out takes a step. None where one cannot: on such a ground, neither
    dark nor light, only the terminal's own colours are known to be read.
    """
    found: dict[str, int] = {}
    for name, colours in PENS.items():
        steps = colours.dark if ground == "dark" else colours.light
        if not steps:
            continue
        number = next((n for n in steps if name in STROKES_ALONE or _is_read(n, background)), None)
        if number is None:
            return None
        found[name] = number
    return found


def _is_read(number: int, background: Background) -> bool:
    return contrast(rgb_of(number), background) >= LEAST_CONTRAST


def profile_of(terminal: TerminalCapabilities) -> Profile:
    """The colour profile of a terminal. On a slow line colours cost too much."""
    if not terminal.colours:
        return "none"
    if terminal.contrast:
        return "two colours"
    if terminal.slow:
        return "none"
    ground, background = terminal.ground, terminal.background
    if not ground or background is None:
        # What the kernel draws on is black, and has no name for another one.
        return "bright sixteen" if terminal.name.startswith("linux") else "sixteen"
    if terminal.cube and cube_pens(ground, background) is not None:
        return ground
    return "bright sixteen" if ground == "dark" else "sixteen"
