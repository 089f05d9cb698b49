"""Page with a card above the field: scroll sign for the lines out of sight, and one key for them.

The sign stands where the card is cut, above what is asked. It is worked out on the page as it has
been laid out, whenever that has changed or was scrolled, so that it is there if and only if lines
are out of sight.
"""

from __future__ import annotations

from collections.abc import Sequence

from textual.content import Content

from wshoes_tui.domain.models import Session, Turn
from wshoes_tui.first_paint.page_frame import TALL, card_room_of, classes_of, grid_of, is_broad
from wshoes_tui.first_paint.page_text import BACK_UP, card_text, unseen_told
from wshoes_tui.first_paint.swap_text import SwapRoom, shoes_before, swap_text
from wshoes_tui.first_paint.text_places import (
    CARD_PLACES,
    CARD_SCROLL,
    QUESTION_PLACES,
    SIGN_TAKES_A_LINE,
    UNSEEN,
    UNSEEN_PLACE,
    TextRoom,
    placed_on,
)
from wshoes_tui.first_paint.turn_picture import FIELD_EDGE, fitted_card
from wshoes_tui.first_paint.turn_text import RoomLayout
from wshoes_tui.flow.blocks import Block, CardBlock, SpeakerBlock
from wshoes_tui.locale import _
from wshoes_tui.tui.block_content import LAST_LINES, LAST_SAID, seat_layout
from wshoes_tui.tui.content import cached_wrapping, styled_content
from wshoes_tui.tui.one_shot_screen import ACTIONS_PLACE, OneShotPage
from wshoes_tui.tui.widgets.header_footer import Body, KeyLine, PeopleLine
from wshoes_tui.tui.widgets.text_stack import TextStack, stacked

QUESTION_STACK = {UNSEEN: UNSEEN_PLACE, **ACTIONS_PLACE, **QUESTION_PLACES}
"""The texts above the field."""
MOST_LATEST = LAST_SAID * (LAST_LINES + 1) + 1
"""Lines that what was said last may take above the field of a seat."""


class CardPage(OneShotPage):
    """A page whose body is a card; its stack "question" has the places of ``QUESTION_STACK``."""

    ARROW_SCROLL = CARD_SCROLL

    saved_news = ""
    """What stands in the empty field where words have just been saved; empty for its hint."""

    _top_of: tuple[str, str, str] = ("", "", "")
    """The turn, the card and the shoes whose beginning has been shown."""

    def begin_at_top(self, turn: Turn) -> None:
        """Scroll to the beginning of what is new: a turn, or another card or shoes on it."""
        shown = (turn.id, turn.card, turn.shoes)
        if shown != self._top_of:
            self._top_of = shown
            self.query_one(Body).scroll_home(animate=False)

    def lines_for_card(self) -> int:
        """The lines of the body while nothing but the question stands above the field."""
        width, height = self.size
        classes = classes_of(width, height)
        grid, crowded = grid_of(classes), not {"-narrow", "-low"}.isdisjoint(classes)
        keys = sum(line.outer_size.height for line in self.query(KeyLine))
        keys = keys or 2 - crowded + grid.below
        people = sum(line.outer_size.height + (not crowded) for line in self.query(PeopleLine))
        field = self.field.outer_size.height if self.field is not None else 0
        taken = grid.above + 1 + grid.head + keys + people + self._question_lines(classes)
        return max(0, height - taken - max(1, field))

    def _question_lines(self, classes: tuple[str, str]) -> int:
        grid = grid_of(classes)
        parts = []
        for name, place in QUESTION_PLACES.items():
            text = self._question.get(name)
            if name != "latest" and isinstance(text, str | Content) and text:
                dense = not set(classes).isdisjoint(place.dense)
                parts.append((cached_wrapping(text), placed_on(place, classes), dense))
        return stacked(parts).height(self.size.width - grid.words - grid.right + grid.hang)

    def card_layout(
        self, blocks: Sequence[Block], *, deck: str = "", voices: int = 0, spare: int = 0
    ) -> RoomLayout:
        """The layout of the room between card and question that fits.

        Args:
            blocks: the blocks of the page; those above the field are shown already.
            deck: what the card is from.
            voices: how many responses there are to be shown.
            spare: lines that are to stay free.
        """
        classes = classes_of(*self.size)
        room = card_room_of(self.size.width, classes, self.session_app.terminal)
        easy, lines = self.session_app.easy, self.lines_for_card() - spare
        return fitted_card(
            blocks, classes, room, lines, easy=easy, deck=deck, voices=voices
        )[1]  # fmt: skip

    def layout_at_seat(self, blocks: Sequence[Block]) -> tuple[RoomLayout, TextRoom]:
        """The layout of a page on which what was said last stands above the field, and its room."""
        classes = classes_of(*self.size)
        spare = MOST_LATEST if is_broad(classes) else 0
        fitted = self.card_layout(blocks, spare=spare)
        layout = seat_layout(blocks, fitted, low=self.size.height < TALL)
        grid, room = grid_of(classes), self.text_room
        big = self.size.width - grid.words - grid.right if layout.big else 0
        return layout, TextRoom(room.width, room.hang, room.slow, big)

    def swap_room(self, lines: int | None) -> SwapRoom:
        """The room for the two sides of a swap."""
        classes, width = classes_of(*self.size), self.size.width
        grid, room = grid_of(classes), card_room_of(width, classes, self.session_app.terminal)
        columns = max(1, width - grid.words - grid.right)
        room = TextRoom(columns, room.hang, room.slow, columns if room.big else 0)
        low = "-low" in classes
        free = lines if lines is None or low else lines - 1  # a stack ends with an empty line
        return SwapRoom(room, free, is_broad(classes), low)

    def place_field(self, *, swapped: bool) -> None:
        """On a swap the field stands in the column of the shoes that are stood in now."""
        hang = grid_of(classes_of(*self.size)).hang
        left = self.swap_room(None).second if swapped else 0
        if self.field is not None:
            self.field.styles.margin = (0, 0, 0, hang and hang - FIELD_EDGE + left)

    def swap_places(
        self, blocks: Sequence[Block], session: Session, *, reading: bool
    ) -> dict[str, Content]:
        """On a swap what stands in the places of the page: both sides; elsewhere nothing.

        Args:
            blocks: the blocks of the page.
            session: the session as it is now.
            reading: whether all that was said is read; the text of the card stands there too.
        """
        turn, easy = session.turn, self.session_app.easy
        first = shoes_before(session) if turn is not None and turn.phase == "talk" else None
        in_own = not any(isinstance(block, SpeakerBlock) for block in blocks)
        self.place_field(swapped=first is not None and in_own and not reading)
        card = next((block for block in blocks if isinstance(block, CardBlock)), None)
        if first is None or card is None:
            return {}
        if reading:
            return {"text": Content(card_text(card, easy=easy))}
        places = {name: Content() for name in CARD_PLACES if name not in ("who", "rest")}
        if self.text_room.hang:
            self._question["prompt"] = places["prompt"] = Content()
        at = self.swap_room(self.lines_for_card())
        sides = styled_content(swap_text(blocks, first, at, easy=easy))
        return {**places, "latest": Content(), "shoes": sides}

    def fit_room(self) -> None:
        """Show what fits between the card and the question; for pages whose room changes."""

    def _show_actions(self, *, choosing: bool, marked: int | None = None) -> None:
        super()._show_actions(choosing=choosing, marked=marked)
        self.fit_room()

    def body_moved(self) -> None:
        """Tell how many lines are out of sight below; or, at the end, how to see the first."""
        if self.choosing or not self.has_begun:
            return
        self.fit_room()
        if not self.query_one("#question", TextStack).is_laid_out:
            return  # told again once the sign has its line, or has lost it
        body, before = self.query_one(Body), self._question.get("unseen", "")
        hidden, told = int(body.max_scroll_y - body.scroll_y), ""
        takes_line = not self.classes.isdisjoint(SIGN_TAKES_A_LINE)
        if body.max_scroll_y <= (takes_line and before != ""):
            pass  # without the sign, all of it is in sight
        elif hidden:
            hidden += takes_line and before == ""  # once the sign is there, one more
            told = unseen_told(hidden)
        else:
            told = _(BACK_UP)
        if told != before:
            self.show_question(unseen=told)
