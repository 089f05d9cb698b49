"""Measure of cards on the page of a turn: how many lines a card takes, and how many are in sight.

The texts, their places and their wrapping are those of the page itself; only the lines of its
other widgets are added up here. A test compares the sum with the running page, for every card
that is shipped.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from textual.content import Content

from wshoes_tui.domain.deck import Card, Deck, Shoes
from wshoes_tui.domain.handlers.turn_handler import prompts_of
from wshoes_tui.first_paint.text_places import CARD_PLACES, QUESTION_PLACES
from wshoes_tui.flow.blocks import Block, CardBlock, PromptBlock, ShoesBlock, TextBlock
from wshoes_tui.tui.block_content import placed_content
from wshoes_tui.tui.card_page import QUESTION_STACK, CardPage
from wshoes_tui.tui.content import cached_wrapping
from wshoes_tui.tui.widgets.text_stack import TextPlace, stacked

FIELD_LINES = 1
"""The field, while nothing stands in it."""


class Window(NamedTuple):
    """A size of window: what of its page is not the card and not the question."""

    columns: int
    lines: int
    dense: frozenset[str]
    """The classes of its page: see ``TextPlace.dense``."""
    beside: int
    """Columns beside the card: padding and scroll bar."""
    beside_question: int
    around: int
    """Lines of the heading, the keys, the field, and padding."""


WINDOWS = (
    Window(80, 24, frozenset(), 6, 6, 1 + 2 + FIELD_LINES + 1),
    Window(40, 20, frozenset({"-narrow", "-low"}), 1, 2, 1 + 1 + FIELD_LINES),
)
"""The usual window, and the smallest for which cards are written."""


class CardFit(NamedTuple):
    """How a card stands in a window, with the longest of its shoes and of its questions."""

    needed: int
    """The lines of the card and of what leads to it."""
    seen: int
    """The lines that are in sight at once."""

    @property
    def is_whole(self) -> bool:
        """Whether all of it is in sight at once."""
        return self.needed <= self.seen

    @property
    def too_many(self) -> int:
        """The lines that one press of the arrow does not bring into sight."""
        return max(0, self.needed - self.seen - int(self.seen * CardPage.ARROW_SCROLL))


def card_fit(card: Card, deck: Deck, window: Window, *, easy: bool) -> CardFit:
    """How a card stands in a window, in the longest of its shoes and with its longest question."""
    leading = [_leading(shoes, window, easy=easy) for shoes in deck.suggested(card)]
    shoes = max(leading, key=lambda one: _height(CARD_PLACES, one, window, window.beside))
    prompts = prompts_of(card)
    asked = [PromptBlock(prompt, n, len(prompts)) for n, prompt in enumerate(prompts, 1)]
    below = max(
        _height(QUESTION_STACK, _texts((block,), window, easy=easy), window, window.beside_question)
        for block in asked
    )
    texts = shoes | _texts((CardBlock(card),), window, easy=easy)
    needed = _height(CARD_PLACES, texts, window, window.beside)
    seen = window.lines - window.around - below
    takes_line = not window.dense.isdisjoint(QUESTION_PLACES["prompt"].dense)
    return CardFit(needed, seen - (takes_line and needed > seen))


def too_long(card: Card, deck: Deck) -> Iterator[tuple[str, str]]:
    """What is wrong with the length of a card, and how to mend it; nothing where it fits.

    A card is whole on a window of 80 by 24; a poem on two such pages. On 40 by 20, one press of
    the arrow shows the rest of any card.
    """
    for easy in (False, True) if card.easy else (False,):
        name = "easy text" if easy else "text"
        usual, small = (card_fit(card, deck, window, easy=easy) for window in WINDOWS)
        verse = CardBlock(card).is_verse(easy=easy)
        if not usual.is_whole and not verse:
            yield _told(name, usual.needed - usual.seen, "one page of 80 by 24")
        elif usual.too_many:
            yield _told(name, usual.too_many, "two pages of 80 by 24")
        elif small.too_many:
            yield _told(name, small.too_many, "two pages of 40 by 20")


def _told(name: str, lines: int, page: str) -> tuple[str, str]:
    count = "line" if lines == 1 else "lines"
    return f"With its {name} the card is {lines} {count} too long for {page}", "Shorten it."


@cache
def _leading(shoes: Shoes, window: Window, *, easy: bool) -> dict[str, Content]:
    """What leads to a card: whose turn it is, in which shoes."""
    return _texts((TextBlock("Turn", "-"), ShoesBlock(shoes)), window, easy=easy)


def _texts(blocks: Sequence[Block], window: Window, *, easy: bool) -> dict[str, Content]:
    """The texts of these blocks that are not empty, by their places."""
    placed = placed_content(blocks, window.columns, easy=easy, low=True)
    return {name: text for name, text in placed.items() if text}


def _height(
    places: dict[str, TextPlace], texts: dict[str, Content], window: Window, beside: int
) -> int:
    """The lines of the texts in their places."""
    parts = [
        (cached_wrapping(texts[name]), place, not window.dense.isdisjoint(place.dense))
        for name, place in places.items()
        if name in texts
    ]
    return stacked(parts).height(window.columns - beside)
