"""Pens: SGR parameters (colour and weight of text) that one terminal understands.

The only place that decides what becomes of a pen on a terminal with 256, with sixteen or without
colours, and in high contrast. The painter asks for Textual's styles, the first paint for the
styles of ``cell_layout``. No pen reverses, underlines or blinks, and none but those of high
contrast has a ground: what stands out does so by its weight.
"""

from __future__ import annotations

from functools import lru_cache

from wshoes_tui.cells.cell_rows import DEFAULT, Pen
from wshoes_tui.cells.colour_profiles import (
    LIVE,
    PENS,
    QUIET,
    SHOES,
    THIN,
    WHITE,
    WORD,
    cube_pens,
    profile_of,
)
from wshoes_tui.terminal.capabilities import TerminalCapabilities

LAST_DARK = 49
BOLD, DIM = "1", "2"


class PenMaker:
    """Makes the pens of one terminal.

    Args:
        terminal: what it can do.
        coloured: whether it is sent colours, where it has them.
    """

    def __init__(self, terminal: TerminalCapabilities, *, coloured: bool = True) -> None:
        self._terminal = terminal
        self.profile = profile_of(terminal) if coloured else "none"
        self.base: Pen = two_colours(terminal) if self.profile == "two colours" else DEFAULT
        """The pen of plain text: in high contrast two colours, else none."""
        self._cube: dict[str, int] = {}
        if self.profile in ("dark", "light") and terminal.background is not None:
            self._cube = cube_pens(terminal.ground, terminal.background) or {}
        self._known: dict[tuple[str, bool], Pen] = {}

    def pen(self, name: str = "", *, bold: bool = False, words: bool = True) -> Pen:
        """The pen of that name.

        Args:
            name: one of ``colour_profiles.PENS``, or empty for the terminal's own colour.
            bold: whether it is a heavy one.
            words: whether letters or digits are written in it, or strokes alone. Where the
                palette is not known no word is coloured: it is bold instead.
        """
        weight = (BOLD,) if bold and self._has_bold() else ()
        if self._cube:
            return (*weight, *self._cube_code(name))
        if name in (QUIET, THIN):
            dims = self._terminal.dims and not self.base
            return (*self.base, *weight, *((DIM,) if dims else ()))
        if words and (name == LIVE or name.startswith(SHOES)):
            weight = (BOLD,) if self._has_bold() else ()
        elif not words and self.profile in ("sixteen", "bright sixteen"):
            return (*weight, *self._basic_code(name))
        return (*self.base, *weight)

    def of_style(self, style: str, text: str = "a") -> Pen:
        """The pen of a style of ``cell_layout``: the name of a pen, "bold", or both.

        Args:
            style: the words of the style.
            text: what is written in it.
        """
        words = has_words(text)
        pen = self._known.get((style, words))
        if pen is None:
            named = [word for word in style.split() if word != "bold"]
            name = named[-1] if named else ""
            if name == WORD and QUIET in named:  # as with Textual's styles
                name = QUIET
            pen = self.pen(name, bold="bold" in style.split(), words=words)
            self._known[style, words] = pen
        return pen

    def _has_bold(self) -> bool:
        # Where bold words are shown in brighter colours, black would turn to grey.
        terminal = self._terminal
        return not self.base or terminal.cube or terminal.contrast == "dark"

    def _cube_code(self, name: str) -> Pen:
        number = self._cube.get(name)
        if number is None:
            return ()
        return ("97",) if number == WHITE else (f"38;5;{number}",)

    def _basic_code(self, name: str) -> Pen:
        colours = PENS.get(name)
        if colours is None or colours.sixteen is None:
            return ()
        dark = str(30 + colours.sixteen)
        if self.profile == "sixteen":
            return (dark,)
        bright = str(90 + colours.sixteen)
        # The dark one first, for those that do not know the bright one.
        return (bright,) if self._terminal.modes else (dark, bright)


def has_words(text: str) -> bool:
    """Whether there are letters or digits in a text, and not strokes alone."""
    return any(map(str.isalnum, text))


def two_colours(terminal: TerminalCapabilities) -> Pen:
    """White on black, or black on white: those that every terminal has alike, where it can."""
    white, black = ("231", "16") if terminal.cube else ("97", "30")
    fore, back = (white, black) if terminal.contrast == "dark" else (black, white)
    if terminal.cube:
        return (f"38;5;{fore}", f"48;5;{back}")
    codes = (fore, str(int(back) + 10))
    # The grey first, for those that do not know the white.
    return tuple(f"{int(c) - 60};{c}" if int(c) > LAST_DARK else c for c in codes)


@lru_cache(4096)
def pen_change(before: Pen, after: Pen) -> str:
    """The shortest SGR sequence from one pen to another.

    The codes that take back a weight or a colour (22, 39, 49) are for terminals with 256 colours:
    older ones do not know all of them.
    """
    if not after:
        return "\x1b[m"
    whole = f"\x1b[;{';'.join(after)}m"  # nothing stands for 0, as in ECMA-48
    if set(before) <= set(after):
        return f"\x1b[{';'.join(code for code in after if code not in before)}m"
    old, new = _parts(before), _parts(after)
    if old is None or new is None or "8;" not in f"{before}{after}":
        return whole
    changed = [n or back for o, n, back in zip(old, new, ("22", "39", "49"), strict=True) if o != n]
    return min(f"\x1b[{';'.join(changed)}m", whole, key=len)


def _parts(pen: Pen) -> tuple[str, str, str] | None:
    """The codes for bold, a colour and a ground, each empty without; None where there is more."""
    bold = colour = ground = ""
    for code in pen:
        if code == "1":
            bold = code
        elif code == "97" or code.startswith("38;"):
            colour = code
        elif code.startswith("48;"):
            ground = code
        else:
            return None
    return bold, colour, ground
