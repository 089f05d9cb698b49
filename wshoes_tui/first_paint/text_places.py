"""Text places: how texts stand in a column, and the columns of a turn's page; their layout."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import NamedTuple

from wshoes_tui.cells.cell_layout import Span, Styled, restyled, wrapped
from wshoes_tui.cells.colour_profiles import QUIET, WORD
from wshoes_tui.domain.value import Value, replace, value

USUAL, BOLD, DIM = "", "bold", QUIET
MOST_COLUMNS = 74
"""Longer lines are hard to read."""
HANG = 5
"""Columns of the margin before the words, in which marks of shoes hang. None on narrow screens."""


class TextRoom(NamedTuple):
    """The room for texts on a page.

    Attributes:
        width: the columns for words.
        hang: the cells before them in which marks hang; 0 where they stand among the words.
        slow: whether a line is slow, so that no strokes are drawn.
        big: the columns for a title in big letters; 0 where there are none.
    """

    width: int
    hang: int
    slow: bool = False
    big: int = 0

    @property
    def stack_width(self) -> int:
        """The columns of a stack of texts, with the margin."""
        return self.hang + max(self.width, self.big)


EATS_GAP = -1
"""As ``below``: the next text follows at once, whatever it has above it."""


@value()
class TextPlace(Value):
    """How a text stands in a column.

    ``above`` and ``below`` are empty lines; between two texts the larger one counts, and below
    ``EATS_GAP`` none. ``indent`` and ``most`` are columns; narrow screens have no indent. On
    screens of a class in ``dense`` there is no room for the empty lines, and on those of a class in
    ``absent`` the text is not shown.
    """

    style: str = USUAL
    above: int = 0
    below: int = 0
    indent: int = 0
    most: int | None = None
    dense: tuple[str, ...] = ()
    absent: tuple[str, ...] = ()


_WORDS = TextPlace(WORD, indent=HANG, most=MOST_COLUMNS)
_LOW = ("-low",)
CARD_PLACES = {
    "who": TextPlace(DIM, indent=HANG, most=MOST_COLUMNS),
    "shoes": TextPlace(below=1, dense=_LOW),
    "title": TextPlace(above=1, indent=HANG, dense=_LOW),
    "stroke": TextPlace(indent=HANG),
    "text": _WORDS,
    "you_are": TextPlace(above=1, dense=_LOW),
    "voices": TextPlace(above=1, dense=_LOW),
    "rest": TextPlace(above=1, indent=HANG, most=MOST_COLUMNS),
}
"""The card, what leads to it and what was said; ``rest`` is every other block."""
QUESTION_PLACES = {
    "latest": TextPlace(above=1, dense=("-low", "-narrow")),
    "prompt": TextPlace(
        above=1, below=1, indent=HANG, most=MOST_COLUMNS, dense=("-low", "-narrow")
    ),
    "speaker": TextPlace(indent=HANG),
}
"""What was said last, what is asked, and in whose shoes: above the field."""


CARD_SCROLL = 0.95
"""The part of the body by which an arrow scrolls a card: all but a line or two, so that what was
read last stays in sight, and one key shows the rest."""

UNSEEN = "unseen"
UNSEEN_PLACE = TextPlace(BOLD, below=EATS_GAP, indent=HANG)
"""The sign for lines of the card that are out of sight, above what is asked: it takes the empty
line there, if there is one."""
SIGN_TAKES_A_LINE = QUESTION_PLACES["prompt"].dense
"""Classes of screens on which there is none."""


def columns_left(width: int, place: TextPlace) -> int:
    """The columns for a text in a column of that width."""
    columns = max(1, width - place.indent)
    return columns if place.most is None else min(columns, place.most)


def placed_on(place: TextPlace, classes: Collection[str]) -> TextPlace:
    """The place as it is on a screen of these classes: a narrow one has no margin."""
    return replace(place, indent=0) if place.indent and "-narrow" in classes else place


def gaps(places: Iterable[tuple[TextPlace, bool]]) -> list[int]:
    """The empty lines above each text, and below the last one; each with whether it is dense."""
    found, below = [], 0
    for place, dense in places:
        above = 0 if dense or below == EATS_GAP else place.above
        found.append(max(below, above, 0))
        below = 0 if dense else place.below
    return [*found, max(below, 0)]


def column_rows(
    texts: Iterable[tuple[Styled, TextPlace]], width: int, classes: Iterable[str]
) -> list[Styled]:
    """The lines of a column of that many cells, on a screen of these classes."""
    of_screen = set(classes)
    parts = [
        (text, placed_on(place, of_screen), not of_screen.isdisjoint(place.dense))
        for text, place in texts
        if any(part for part, _style in text) and of_screen.isdisjoint(place.absent)
    ]
    above = gaps((place, dense) for _text, place, dense in parts)
    rows: list[Styled] = [()] * above[0]
    for (text, place, _dense), below in zip(parts, above[1:], strict=True):
        indent: tuple[Span, ...] = ((" " * place.indent, ""),) * (place.indent > 0)
        lines = wrapped(restyled(text, place.style), columns_left(width, place))
        rows += [(*indent, *row) for row in lines]
        rows += [()] * below
    return rows
