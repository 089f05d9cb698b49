"""Signs of the coverage map: spans with their pens, glyphs for each terminal, and legends."""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal, NamedTuple

from wshoes_tui.domain.value import Value, value
from wshoes_tui.locale import _
from wshoes_tui.locale.phrases import (
    NO_CARD,
    NOBODY_YET,
    NOT_YET,
    ONCE,
    TWICE,
    count_cards,
    count_times,
)
from wshoes_tui.terminal.capabilities import TerminalCapabilities

Pen = Literal["", "bold", "quiet", "thin", "mark", "dot"]
"""How a span is drawn: as usual, bold, quiet, as a thin line, or in the colour of its shoes."""


@value()
class Span(Value):
    """Characters with one pen. ``colour`` is that of the shoes whose tint they have, if any."""

    text: str
    pen: Pen = ""
    colour: str = ""


Row = tuple[Span, ...]


@value()
class Glyphs(Value):
    """The characters of the map."""

    dot: str = "●"
    point: str = "·"
    line: str = "─"
    corner: str = "┐"
    down: str = "│"
    more: str = "…"
    heavy: str = "━"


class Legend(NamedTuple):
    """What the signs of the map mean, and the words at the end of a row.

    ``once`` is empty where even one is shown as a number.
    """

    once: str = ONCE
    twice: str = TWICE
    not_yet: str = NOT_YET
    nobody: str = NOBODY_YET
    total: Callable[[int], str] = count_times

    def told(self, total: int) -> str:
        """The sum of a row in words: a screen reader says "dot dot" of its signs."""
        return self.total(total) if total else _(self.nobody)


TURNS = Legend()
CARDS = Legend("", "", NO_CARD, NO_CARD, count_cards)
"""Of the map of a deck, which counts cards."""

DRAWN = Glyphs()
CONSOLE = Glyphs(dot="■", more="...", heavy="─")
ASCII = Glyphs("o", ".", "-", ".", "|", "...", "=")


def glyphs_for(terminal: TerminalCapabilities) -> Glyphs:
    """The characters that a terminal can show."""
    if terminal.symbols and terminal.letters:
        return DRAWN
    return CONSOLE if terminal.console else ASCII
