"""Measure of cards on the page of a turn: how many lines a card takes, and how many are in sight.

Texts, places, wrapping and the room that is left are those of the page as the first paint lays it
out. A test compares them with the running page, for every card that is shipped.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from typing import NamedTuple

from wshoes_tui.domain.deck import Card, Deck, Shoes
from wshoes_tui.domain.handlers.turn_handler import prompts_of
from wshoes_tui.first_paint.page_frame import PageFrame
from wshoes_tui.first_paint.text_places import (
    CARD_SCROLL,
    QUESTION_PLACES,
    SIGN_TAKES_A_LINE,
    column_rows,
)
from wshoes_tui.first_paint.turn_picture import fitted_card, placed
from wshoes_tui.first_paint.turn_text import asked_text
from wshoes_tui.flow.blocks import Block, CardBlock, PromptBlock, ShoesBlock
from wshoes_tui.locale import _, many
from wshoes_tui.locale.phrases import EASY_NAME, TEXT_NAME
from wshoes_tui.terminal.capabilities import TerminalCapabilities

STANDS = "somebody stands"
"""As long as what is said of who stands in the shoes: on a narrow window it takes a line."""
FIELD_LINES = 1
"""The field, while nothing stands in it."""
MEASURED_SHOES = 64
"""Measured shoes that are remembered: those of a deck, in each window and in easy words."""


class Window(NamedTuple):
    """The size of a window."""

    columns: int
    lines: int


WINDOWS = (Window(80, 24), Window(40, 20))
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
        return max(0, self.needed - self.seen - int(self.seen * CARD_SCROLL))


def card_fit(card: Card, deck: Deck, window: Window, *, easy: bool) -> CardFit:
    """How a card stands in a window, in the longest of its shoes and with its longest question."""
    frame = _frame(window)
    prompts = prompts_of(card)
    below = max(
        _question_lines(PromptBlock(prompt, number, len(prompts)), frame, easy=easy)
        for number, prompt in enumerate(prompts, 1)
    )
    seen = frame.lines_left(below + FIELD_LINES)
    longest = max(deck.suggested(card), key=lambda shoes: _shoes_lines(shoes, window, easy=easy))
    needed = _needed((ShoesBlock(longest, STANDS), CardBlock(card)), frame, seen, easy=easy)
    takes_line = not set(frame.classes).isdisjoint(SIGN_TAKES_A_LINE)
    return CardFit(needed, seen - (takes_line and needed > seen))


def too_long(card: Card, deck: Deck) -> Iterator[tuple[str, str]]:
    """What is wrong with the length of a card, and how to mend it; nothing where it fits.

    A card is whole on a window of 80 by 24; a poem on two such pages. On 40 by 20, one press of
    the arrow shows the rest of any card.
    """
    for easy in (False, True) if card.easy else (False,):
        name = _(EASY_NAME) if easy else _(TEXT_NAME)
        usual, small = (card_fit(card, deck, window, easy=easy) for window in WINDOWS)
        verse = CardBlock(card).is_verse(easy=easy)
        if not usual.is_whole and not verse:
            yield _told(name, usual.needed - usual.seen, _("one page of 80 by 24"))
        elif usual.too_many:
            yield _told(name, usual.too_many, _("two pages of 80 by 24"))
        elif small.too_many:
            yield _told(name, small.too_many, _("two pages of 40 by 20"))


def _told(name: str, lines: int, page: str) -> tuple[str, str]:
    return many(
        "With its {name} the card is {count} line too long for {page}",
        "With its {name} the card is {count} lines too long for {page}",
        lines,
        name=name,
        page=page,
    ), _("Shorten it.")


@cache
def _frame(window: Window) -> PageFrame:
    """The page with its footer."""
    frame = PageFrame(*window, TerminalCapabilities())
    frame.put_keys((), more=False)
    return frame


@lru_cache(MEASURED_SHOES)
def _shoes_lines(shoes: Shoes, window: Window, *, easy: bool) -> int:
    """The lines that shoes take, which are the same on every card of a deck."""
    return _needed((ShoesBlock(shoes, STANDS),), _frame(window), window.lines, easy=easy)


def _needed(blocks: Sequence[Block], frame: PageFrame, lines: int, *, easy: bool) -> int:
    """The lines of a card with what leads to it, where there are so many."""
    room = frame.card_room()
    return len(fitted_card(blocks, frame.classes, room, lines, easy=easy)[0])


def _question_lines(block: PromptBlock, frame: PageFrame, *, easy: bool) -> int:
    texts = {"prompt": asked_text(block, frame.text_room(), easy=easy)}
    return len(column_rows(placed(texts, QUESTION_PLACES), frame.stack_width, frame.classes))
