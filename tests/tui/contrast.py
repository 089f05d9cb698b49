"""How well words stand out: from the pens that are sent, with the palettes terminals come with.

The palette of a terminal is not ours. These are those that most people have in front of them,
with what each makes of bold and of dim words; 4.5:1 is what WCAG 2 asks of words (AA).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Literal, TypeAlias

from rich.color import ColorSystem
from rich.style import Style

from tests.tui.screen_text import strips
from wshoes_tui.settings import Contrast, Settings
from wshoes_tui.terminal.capabilities import TerminalCapabilities, terminal_of
from wshoes_tui.tui.facilitator_app import WshoesApp
from wshoes_tui.tui.terminal.painter import Painter

LEAST = 4.5
RGB: TypeAlias = tuple[int, int, int]
Pen: TypeAlias = tuple[str, ...]
Dim = Literal["two thirds", "mixed", "grey", "half"]


@dataclass(frozen=True)
class Palette:
    """The sixteen colours of a terminal, its own pairs of words and ground, and its manners.

    Attributes:
        grounds: what words and ground are where no colour is asked for, each way it is set up.
        dim: two thirds of the light, or mixed with a third of the ground, or half of both, or
            the eighth colour, whatever the words had.
        brightens: whether bold words in one of the first eight colours take the brighter one.
        environ: what such a terminal tells of itself.
    """

    name: str
    colours: str
    grounds: tuple[tuple[str, str], ...]
    dim: Dim
    brightens: bool
    environ: Mapping[str, str] = field(default_factory=dict)

    def rgb(self, number: int) -> RGB:
        """One of the sixteen, or of the cube behind them, which is the same everywhere."""
        if number < 16:
            return of_hex(self.colours.split()[number])
        rest = number - 16
        return tuple((0, 95, 135, 175, 215, 255)[rest // by % 6] for by in (36, 6, 1))  # type: ignore[return-value]


XTERM = Palette(
    "xterm",
    "000000 cd0000 00cd00 cdcd00 0000ee cd00cd 00cdcd e5e5e5 "
    "7f7f7f ff0000 00ff00 ffff00 5c5cff ff00ff 00ffff ffffff",
    (("e5e5e5", "000000"), ("000000", "ffffff")),
    "two thirds",
    True,
    {"TERM": "xterm"},
)
PALETTES = (
    XTERM,
    replace(XTERM, name="xterm-256color", environ={"TERM": "xterm-256color"}),
    Palette(
        "the Linux console",
        "000000 aa0000 00aa00 aa5500 0000aa aa00aa 00aaaa aaaaaa "
        "555555 ff5555 55ff55 ffff55 5555ff ff55ff 55ffff ffffff",
        (("aaaaaa", "000000"),),
        "grey",
        True,
        {"TERM": "linux"},
    ),
    Palette(
        "PuTTY",
        "000000 bb0000 00bb00 bbbb00 0000bb bb00bb 00bbbb bbbbbb "
        "555555 ff5555 55ff55 ffff55 5555ff ff55ff 55ffff ffffff",
        (("bbbbbb", "000000"),),
        "two thirds",
        True,
        {"TERM": "xterm"},
    ),
    Palette(
        "GNOME",
        "171421 c01c28 26a269 a2734c 12488b a347ba 2aa1b3 d0cfcc "
        "5e5c64 f66151 33da7a e9ad0c 2a7bde c061cb 33c7de ffffff",
        (("d0cfcc", "171421"), ("171421", "ffffff")),
        "mixed",
        False,
        {"TERM": "xterm-256color"},
    ),
    Palette(
        "Windows",
        "0c0c0c c50f1f 13a10e c19c00 0037da 881798 3a96dd cccccc "
        "767676 e74856 16c60c f9f1a5 3b78ff b4009e 61d6d6 f2f2f2",
        (("cccccc", "0c0c0c"),),
        "half",
        False,
        {"TERM": "xterm-256color", "WT_SESSION": "1"},
    ),
    Palette(
        "macOS",
        "000000 990000 00a600 999900 0000b2 b200b2 00a6b2 bfbfbf "
        "666666 e50000 00d900 e5e500 0000ff e500e5 00e5e5 e5e5e5",
        (("000000", "ffffff"), ("ffffff", "000000")),
        "half",
        False,
        {"TERM": "xterm-256color", "TERM_PROGRAM": "Apple_Terminal"},
    ),
)


def of_hex(text: str) -> RGB:
    """The colour that six hexadecimal digits stand for."""
    return (int(text[:2], 16), int(text[2:4], 16), int(text[4:], 16))


def ratio(one: RGB, other: RGB) -> float:
    """The contrast of two colours, by WCAG 2: from 1 for the same to 21 for black and white."""
    light, dark = sorted((_light(one), _light(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _light(colour: RGB) -> float:
    parts = [
        part / 255 / 12.92 if part <= 10 else ((part / 255 + 0.055) / 1.055) ** 2.4
        for part in colour
    ]
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]


def pairs(palette: Palette, pen: Pen) -> Iterator[tuple[RGB, RGB]]:
    """The colours of words and ground that this pen makes, on each ground of the terminal."""
    for words, below in palette.grounds:
        fore, back, bold, dim, reverse = of_hex(words), of_hex(below), False, False, False
        number = -1
        codes = iter(";".join(pen).split(";") if pen else ())
        for code in map(int, codes):
            if code in (38, 48):
                assert next(codes) == "5"
                colour = palette.rgb(int(next(codes)))
                fore, back = (colour, back) if code == 38 else (fore, colour)
            elif 30 <= code < 38 or 90 <= code < 98:
                number = code - 30 if code < 90 else code - 82
                fore = palette.rgb(number)
            elif 40 <= code < 48 or 100 <= code < 108:
                back = palette.rgb(code - 40 if code < 100 else code - 92)
            bold, dim, reverse = bold or code == 1, dim or code == 2, reverse or code == 7
        if bold and palette.brightens and 0 <= number < 8:
            fore = palette.rgb(number + 8)
        if reverse:
            fore, back = back, fore
        if dim:
            fore = _dimmed(palette, fore, back)
        yield fore, back


def _dimmed(palette: Palette, fore: RGB, back: RGB) -> RGB:
    if palette.dim == "grey":
        return palette.rgb(8)
    own, ground = {"two thirds": (2 / 3, 0.0), "mixed": (2 / 3, 1 / 3), "half": (0.5, 0.5)}[
        palette.dim
    ]
    red, green, blue = (int(a * own + b * ground) for a, b in zip(fore, back, strict=True))
    return red, green, blue


def terminal(palette: Palette, contrast: Contrast = "") -> TerminalCapabilities:
    """What we take a terminal with this palette for."""
    return terminal_of(Settings(contrast=contrast), {"LANG": "en_GB.UTF-8", **palette.environ})


PAINTERS = {
    (palette.name, contrast): (palette, Painter(ColorSystem.STANDARD, terminal(palette, contrast)))
    for palette in PALETTES
    for contrast in ("", "dark", "light")
}


def faint(app: WshoesApp) -> set[str]:
    """Words on the screen that do not stand out from their ground, by palette and theme."""
    words: dict[Style, str] = {}
    for strip in strips(app):
        for segment in strip:
            if segment.style is not None and any(map(str.isalnum, segment.text)):
                words.setdefault(segment.style, segment.text.strip())
    found = set()
    for (name, contrast), (palette, painter) in PAINTERS.items():
        for style, text in words.items():
            pen = painter._pen_of(style)
            least = min(ratio(*pair) for pair in pairs(palette, pen))
            if least < LEAST:
                found.add(f"{text!r}, pen {pen}, {name}, contrast {contrast!r}: {least:.2f}")
    return found
