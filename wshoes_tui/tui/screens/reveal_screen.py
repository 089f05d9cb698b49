"""Screen of the reveal: all that was written first, beside each other and shown at once."""

from __future__ import annotations

from collections.abc import Iterable

from textual import events
from textual.widget import Widget
from textual.widgets import Static

from wshoes_tui.domain.models import Session
from wshoes_tui.first_paint.page_frame import card_room_of, classes_of, grid_of
from wshoes_tui.first_paint.page_text import joined
from wshoes_tui.first_paint.text_places import TextRoom
from wshoes_tui.first_paint.turn_text import big_title
from wshoes_tui.first_paint.voice_columns import in_order, voice_room
from wshoes_tui.flow.actions import actions_of
from wshoes_tui.flow.blocks import CardBlock, SaidBlock
from wshoes_tui.flow.labels import SAVED_MARK
from wshoes_tui.flow.questions import NOTHING_SAID, REVEALED
from wshoes_tui.flow.turn_flow import prompt_block
from wshoes_tui.locale import _
from wshoes_tui.tui.block_content import block_content
from wshoes_tui.tui.content import styled_content
from wshoes_tui.tui.one_shot_screen import OneShotPage
from wshoes_tui.tui.screens.responses_screen import ResponseKeeping
from wshoes_tui.tui.widgets.choice_list import ChoiceList
from wshoes_tui.tui.widgets.header_footer import Body
from wshoes_tui.tui.widgets.voice_grid import VoiceGrid
from wshoes_tui.tui.widgets.words_field import WordsField


class RevealPage(ResponseKeeping, OneShotPage):
    """All that was written, together. Whatever is typed here is the beginning of the talk."""

    SCOPE = "reveal"

    def compose_body(self) -> Iterable[Widget]:
        yield Static(id="reveal-title", markup=False)
        yield Static(id="reveal-asked", markup=False)
        yield Static(id="said-lead", classes="quiet", markup=False)
        yield VoiceGrid(id="revealed")

    def fits(self, session: Session) -> bool:
        """While its turn is open."""
        return session.state == "turns" and session.turn is not None

    def update_page(self) -> None:
        """The question, and every voice in the order of the deck's shoes."""
        session = self.session_app.session
        turn = session.turn
        if turn is None:
            return
        self.top.show_heading(_(self.HEADING), self.heading())
        said = [block for block in self._flow.blocks() if isinstance(block, SaidBlock)]
        deck = session.deck(turn.deck)
        ordered = in_order(said, deck.shoes if deck else (), turn.number - 1)
        self._rows = list(ordered)
        asked = prompt_block(session, turn)
        easy = self.session_app.easy
        self.put("reveal-asked", block_content(asked, easy=easy, room=self.text_room))
        classes, terminal = classes_of(*self.size), self.session_app.terminal
        shown = "" if said and "-narrow" in classes else _(REVEALED if said else NOTHING_SAID)
        self.put("said-lead", shown)
        room = card_room_of(self.size.width, classes, terminal)
        grid = grid_of(classes)
        columns = self.size.width - grid.words - grid.right
        wide = TextRoom(room.width, room.hang, room.slow, columns if room.big else 0)
        title = big_title(CardBlock(session.card_of(turn)), wide, easy=easy)
        self.put("reveal-title", styled_content(joined([title, ()]) if title else ()))
        self.query_one(VoiceGrid).fill_voices(ordered)
        self.body_moved()

    def on_resize(self) -> None:
        """How many stand beside each other depends on the width."""
        if self.has_begun:
            self.update_page()

    def body_moved(self) -> None:
        """As many voices to a page as there are lines; while one letter acts, nothing moves."""
        if self.choosing or not self.has_begun:
            return
        body, grid = self.query_one(Body), self.query_one(VoiceGrid)
        classes = classes_of(*self.size)
        lines = body.scrollable_content_region.height - max(0, grid.virtual_region.y)
        grid.fit_into(voice_room(self.size.width, classes, lines))

    def action_scroll(self, pages: float) -> None:
        """Go on by a page: within a voice that is longer than the screen, else to the next ones."""
        body = self.query_one(Body)
        if body.scroll_y < body.max_scroll_y if pages > 0 else body.scroll_y > 0:
            body.scroll_relative(y=int(body.size.height * pages) or 1, animate=False)
        else:
            super().action_scroll(pages)

    @property
    def field(self) -> WordsField | None:
        """The field, while words are put right."""
        return self._field if self._editing is not None else None

    @property
    def rows(self) -> ChoiceList:
        return self.query_one(VoiceGrid)

    async def on_option_list_option_selected(self) -> None:
        """Enter: people have read, and talk about it."""
        await self.action_back()

    def edited(self) -> None:
        """Saved."""
        self.leave_field()
        self.say(_(SAVED_MARK))

    def typed_without_field(self, event: events.Key | events.Paste) -> bool:  # noqa: ARG002
        """Words go to the field of the turn."""
        self.session_app.pop_screen()
        self.session_app.follow()
        return False

    async def action_next(self) -> None:
        """On to the next turn, from its own page: words that wait there are said first."""
        await self.action_back()
        page = self.session_app.page
        if isinstance(page, OneShotPage):
            page.perform(next(one for one in actions_of("turn") if one.name == "next"))
