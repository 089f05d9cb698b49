"""Screens that show what is written in the studio: a card as it will be, and the deck as a map.

A card is seen on two sizes of window and in plain lines, each in easy words too.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from textual.app import ComposeResult
from textual.widget import Widget
from textual.widgets import Static

from wshoes_tui.domain.deck import Card, Deck
from wshoes_tui.domain.summary import deck_coverage
from wshoes_tui.domain.text import one_line
from wshoes_tui.first_paint.page_frame import NotPicturedError, PageFrame
from wshoes_tui.first_paint.turn_picture import paint_turn
from wshoes_tui.flow.coverage_map import map_rows
from wshoes_tui.flow.map_signs import CARDS, glyphs_for
from wshoes_tui.flow.studio_flow import STUDIO
from wshoes_tui.flow.turn_flow import TurnFlow
from wshoes_tui.line_output.line_writer import LineWriter
from wshoes_tui.line_output.render import say_blocks
from wshoes_tui.locale import _
from wshoes_tui.locale.phrases import NO_CARD_ON, WHOSE_SHOES
from wshoes_tui.sessions.studio import on_the_table
from wshoes_tui.terminal.capabilities import TerminalCapabilities
from wshoes_tui.tui.content import joined_content, safe_content, span_content, stacked_content
from wshoes_tui.tui.one_shot_screen import ReadingPage
from wshoes_tui.tui.summary_content import BLANK, width_of_body
from wshoes_tui.tui.widgets.header_footer import Body


class View(NamedTuple):
    """How a card is seen: the cells of a window, none for plain lines; whether in easy words."""

    columns: int
    lines: int
    easy: bool


VIEWS = tuple(
    View(*window, easy) for window in ((80, 24), (40, 20), (0, 0)) for easy in (False, True)
)


class CardViewPage(ReadingPage):
    """A card on a window that is drawn here, with nothing around it; or as line mode tells it."""

    SCOPE = "card_view"

    def __init__(self, deck: Deck, card: Card) -> None:
        super().__init__()
        self._deck, self._card = deck, card
        self._view = 0

    def compose(self) -> ComposeResult:
        yield Static(id="picture", markup=False)
        yield from super().compose()

    def compose_body(self) -> Iterable[Widget]:
        yield Static(id="card-lines", markup=False)

    def begin_page(self) -> None:
        self.top.show_heading(_(STUDIO), one_line(self._card.title), one_line(self._deck.title))
        self.update_page()
        self.show_keys()

    def update_page(self) -> None:
        """The card in this view, and which view it is."""
        view = VIEWS[self._view]
        picture, body = self.query_one("#picture", Static), self.query_one(Body)
        picture.display = bool(view.columns)
        self.top.display = body.display = not view.columns
        if view.columns:
            picture.update("\n".join(window_rows(self._deck, self._card, view)))
        else:
            told = plain_lines(self._deck, self._card, easy=view.easy)
            self.query_one("#card-lines", Static).update("".join(told))
            body.scroll_home(animate=False)
        words = _("in easy words") if view.easy else _("as it is written")
        if view.columns:
            size = {"columns": view.columns, "lines": view.lines}
            self.say(_("{columns} by {lines}, {words}", **size, words=words))
        else:
            self.say(_("In plain lines, {words}", words=words))

    def action_next_view(self) -> None:
        """The next view; after the last one the first."""
        self._view = (self._view + 1) % len(VIEWS)
        self.update_page()


class DeckMapPage(ReadingPage):
    """The map of a deck: how many cards it has for whose shoes, on which themes."""

    def __init__(self, deck: Deck) -> None:
        super().__init__()
        self._deck = deck

    def compose_body(self) -> Iterable[Widget]:
        yield Static(id="section", markup=False)

    def begin_page(self) -> None:
        self.top.show_heading(_(WHOSE_SHOES), one_line(self._deck.title))
        self.update_page()
        self.show_keys()

    def update_page(self) -> None:
        """The map, and the themes without a card."""
        covered = deck_coverage(self._deck)
        glyphs = glyphs_for(self.session_app.terminal)
        rows = map_rows((covered,), width_of_body(self), glyphs, CARDS)
        shown = [joined_content(*map(span_content, row)) for row in rows]
        if without := [theme.title for theme in covered.untouched]:
            told = _(NO_CARD_ON, without=", ".join(without))
            shown += [BLANK, safe_content(told)]
        self.put("section", stacked_content(shown))

    def on_resize(self) -> None:
        """The map follows the width."""
        self.update_page()


def window_rows(deck: Deck, card: Card, view: View) -> list[str]:
    """The rows of the page of a turn with this card, without the row of its keys."""
    frame = PageFrame(view.columns, view.lines, TerminalCapabilities())
    try:
        paint_turn(frame, on_the_table(deck, card), easy=view.easy)
    except NotPicturedError:
        return [_("This card cannot be shown here.")]
    return ["".join(text for text, _pen in row).rstrip() for row in frame.rows[: view.lines - 2]]


def plain_lines(deck: Deck, card: Card, *, easy: bool) -> list[str]:
    """The lines in which line mode tells a turn with this card, before a terminal wraps them."""
    written: list[str] = []
    session = on_the_table(deck, card)
    blocks = TurnFlow(lambda: session).card_blocks()
    say_blocks(LineWriter(written.append), blocks, easy=easy)
    return written
