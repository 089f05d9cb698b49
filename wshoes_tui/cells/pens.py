"""Pens: SGR parameters (colour and attributes of text) that one terminal understands.

The only place that decides what becomes of bold, dim, reverse and colours on a terminal without
colours, in high contrast, or with an old set of codes. The painter asks for Textual's styles, the
first paint for the styles of ``cell_layout``.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator

from wshoes_tui.cells.cell_rows import DEFAULT, Pen
from wshoes_tui.terminal.capabilities import TerminalCapabilities

FIRST_BRIGHT, LAST, LAST_DARK = 8, 16, 49

ATTRIBUTES = (
    ("bold", "1"),
    ("dim", "2"),
    ("italic", "3"),
    ("underline", "4"),
    ("blink", "5"),
    ("reverse", "7"),
    ("strike", "9"),
)
"""The names of Rich, and of Textual, with their SGR parameters, in the order in which they go."""

SHOES = "shoes:"
"""The beginning of the style of a letter of shoes; the name of their colour follows."""
SHOES_COLOURS = {
    "black": (15, 0),
    "red": (15, 1),
    "green": (0, 10),
    "yellow": (0, 11),
    "blue": (15, 4),
    "magenta": (15, 5),
    "cyan": (0, 14),
    "white": (0, 7),
}
"""The eight colours of a deck, as the numbers of letters and ground among a terminal's sixteen. No
colour of a terminal stands out on dark and on light ground alike, so each brings its own: 4.5:1
with every palette that terminals commonly come with.
"""


SCROLL_BAR = "scroll-bar"
"""The style of the cells of a scroll bar."""
BAR_COLOUR = 8


class PenMaker:
    """Makes the pens of one terminal.

    Args:
        terminal: what it can do.
        coloured: whether it is sent colours, where it has them.
    """

    def __init__(self, terminal: TerminalCapabilities, *, coloured: bool = True) -> None:
        self._terminal = terminal
        coloured = coloured and terminal.colours
        self.base: Pen = two_colours(terminal) if coloured and terminal.contrast else DEFAULT
        """The pen of plain text: in high contrast two colours, else none."""
        self.coloured = coloured and not self.base
        """Whether a style's own colours are shown."""
        self._known: dict[str, Pen] = {"": self.base}

    def pen(
        self, attributes: Collection[str], codes: Iterable[str] = (), *, has_ground: bool = False
    ) -> Pen:
        """A pen with these attributes, and these parameters of colours.

        Args:
            attributes: names among ``ATTRIBUTES``.
            codes: as ``colour_codes`` gives them; left out where no colours are shown.
            has_ground: whether there is a ground of its own among them: it is shown by reversing
                where there is no colour for it.
        """
        return tuple(self._parameters(attributes, codes, has_ground))

    def _parameters(
        self, attributes: Collection[str], codes: Iterable[str], has_ground: bool
    ) -> Iterator[str]:
        yield from self.base
        terminal = self._terminal
        for name, code in ATTRIBUTES:
            on = name in attributes
            if name == "dim":
                on = on and terminal.dims and not terminal.contrast
            elif name == "bold" and self.base:
                # Where bold words are shown in brighter colours, black would turn to grey.
                on = on and (terminal.cube or terminal.contrast == "dark")
            elif name == "reverse" and not self.coloured:
                on ^= has_ground
            if on:
                yield code
        if self.coloured:
            yield from codes

    def of_style(self, style: str) -> Pen:
        """The pen of a style of ``cell_layout``: names of attributes, or the letter of shoes."""
        pen = self._known.get(style)
        if pen is None:
            pen = self._known[style] = self._of_style(style)
        return pen

    def _of_style(self, style: str) -> Pen:
        if style == SCROLL_BAR:
            grey = self.colour_codes(BAR_COLOUR, (str(_basic(BAR_COLOUR, 30)),), foreground=True)
            return self.pen(("reverse",), grey)
        words = style.split()
        attributes = {word for word in words if not word.startswith(SHOES)}
        shoes = next((word.removeprefix(SHOES) for word in words if word.startswith(SHOES)), None)
        if shoes is None:
            return self.pen(attributes)
        # Where a terminal shows bold words in brighter colours, black would turn to grey.
        attributes -= {"bold", "dim"}
        pair = SHOES_COLOURS.get(shoes)
        if pair is None:
            return self.pen(attributes)
        fore, ground = pair
        codes = (
            *self.colour_codes(fore, (str(_basic(fore, 30)),), foreground=True),
            *self.colour_codes(ground, (str(_basic(ground, 40)),), foreground=False),
        )
        # Without colours Textual takes the ground away before it is painted.
        return self.pen(attributes, codes, has_ground=self._terminal.colours)

    def colour_codes(
        self, number: int | None, codes: Iterable[str], *, foreground: bool
    ) -> Iterator[str]:
        """The parameters of a colour: those given, and before them what an old terminal knows.

        Args:
            number: among the terminal's sixteen; None for any other colour.
            codes: the parameters by which a newer terminal knows it.
            foreground: whether it is that of the letters.
        """
        if not self._terminal.modes and number is not None and FIRST_BRIGHT <= number < LAST:
            # The dark one first, for those that do not know the bright one.
            yield str((30 if foreground else 40) + number - FIRST_BRIGHT)
        yield from codes


def _basic(number: int, first: int) -> int:
    """The parameter of one of the sixteen colours, where ``first`` is that of black."""
    return first + number if number < FIRST_BRIGHT else first + 60 + number - FIRST_BRIGHT


def two_colours(terminal: TerminalCapabilities) -> Pen:
    """White on black, or black on white: those that every terminal has alike, where it can."""
    white, black = ("231", "16") if terminal.cube else ("97", "30")
    fore, back = (white, black) if terminal.contrast == "dark" else (black, white)
    if terminal.cube:
        return (f"38;5;{fore}", f"48;5;{back}")
    codes = (fore, str(int(back) + 10))
    # The grey first, for those that do not know the white.
    return tuple(f"{int(c) - 60};{c}" if int(c) > LAST_DARK else c for c in codes)
