"""Text places: how texts stand in a column, and the columns of a turn's page; their layout."""

from __future__ import annotations

from collections.abc import Iterable

from wshoes_tui.cells.cell_layout import Span, Styled, restyled, wrapped
from wshoes_tui.domain.value import Value, value

USUAL, BOLD, DIM = "", "bold", "dim"
MOST_COLUMNS = 90
"""Longer lines are hard to read."""

EATS_GAP = -1
"""As ``below``: the next text follows at once, whatever it has above it."""


@value()
class TextPlace(Value):
    """How a text stands in a column.

    ``above`` and ``below`` are empty lines; between two texts the larger one counts, and below
    ``EATS_GAP`` none. ``indent`` and ``most`` are columns. On screens of a class in ``dense``
    there is no room for the first three, and on those of a class in ``absent`` the text is not
    shown.
    """

    style: str = USUAL
    above: int = 0
    below: int = 0
    indent: int = 0
    most: int | None = None
    dense: tuple[str, ...] = ()
    absent: tuple[str, ...] = ()


CARD_PLACES = {
    "who": TextPlace(DIM),
    "shoes": TextPlace(BOLD),
    "you_are": TextPlace(indent=4, most=94, dense=("-narrow",)),
    "title": TextPlace(BOLD, above=1, below=1, most=MOST_COLUMNS, dense=("-low",)),
    "text": TextPlace(below=1, most=MOST_COLUMNS, dense=("-low",)),
    "rest": TextPlace(above=1, most=MOST_COLUMNS),
}
"""The card and everything that leads to it; ``rest`` is every other block."""
QUESTION_PLACES = {
    "latest": TextPlace(),
    "prompt": TextPlace(above=1, below=1, most=MOST_COLUMNS, dense=("-low", "-narrow")),
    "speaker": TextPlace(),
}
"""What was said last, what is asked, and in whose shoes: above the field."""


CARD_SCROLL = 0.95
"""The part of the body by which an arrow scrolls a card: all but a line or two, so that what was
read last stays in sight, and one key shows the rest."""

UNSEEN = "unseen"
UNSEEN_PLACE = TextPlace(BOLD, below=EATS_GAP)
"""The sign for lines of the card that are out of sight, above what is asked: it takes the empty
line there, if there is one."""
SIGN_TAKES_A_LINE = QUESTION_PLACES["prompt"].dense
"""Classes of screens on which there is none."""


def columns_left(width: int, place: TextPlace, *, dense: bool) -> int:
    """The columns for a text in a column of that width."""
    columns = max(1, width - (0 if dense else place.indent))
    return columns if place.most is None else min(columns, place.most)


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
        (text, place, not of_screen.isdisjoint(place.dense))
        for text, place in texts
        if any(part for part, _style in text) and of_screen.isdisjoint(place.absent)
    ]
    above = gaps((place, dense) for _text, place, dense in parts)
    rows: list[Styled] = [()] * above[0]
    for (text, place, dense), below in zip(parts, above[1:], strict=True):
        columns = columns_left(width, place, dense=dense)
        indent: tuple[Span, ...] = ((" " * place.indent, ""),) * (place.indent > 0 and not dense)
        rows += [(*indent, *row) for row in wrapped(restyled(text, place.style), columns)]
        rows += [()] * below
    return rows
