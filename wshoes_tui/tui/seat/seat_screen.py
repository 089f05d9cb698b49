"""The seat itself: one page through the whole session, so that little changes on a poor line."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from typing import ClassVar

from textual import events, work
from textual.content import Content

from wshoes_tui.flow.action_types import HAND_IN
from wshoes_tui.flow.actions import ENTER_SAVES, Action
from wshoes_tui.flow.blocks import TextBlock
from wshoes_tui.flow.labels import own_key
from wshoes_tui.flow.questions import NOTHING, NOTHING_SAID, REVEALED, Place, Question
from wshoes_tui.flow.seat_flow import (
    MOVED_ON_IN_FIELD,
    asked_block,
    seat_blocks,
    seat_can,
    seat_question,
    seat_where,
    state_blocks,
)
from wshoes_tui.flow.turn_flow import turn_news, words_for_turn
from wshoes_tui.hub.seat_session import (
    NOTHING_TO_TAKE_BACK,
    SHOES_WHEN_TALKING,
    TAKEN_BACK,
    SeatSession,
)
from wshoes_tui.locale import N_, _
from wshoes_tui.tui.base_screen import STYLES
from wshoes_tui.tui.block_content import LAST_SAID, block_content, placed_content
from wshoes_tui.tui.content import one_line_content
from wshoes_tui.tui.key_queue import is_text
from wshoes_tui.tui.said_content import read_content
from wshoes_tui.tui.screens.choice_sheets import shoes_sheet
from wshoes_tui.tui.seat.join_screen import JoinParts
from wshoes_tui.tui.widgets.words_field import WordsField


class SeatPage(JoinParts):
    """Waiting, writing, talking, closing: whatever the session asks of this seat."""

    SCOPE = "seat"
    CSS_PATH = STYLES / "turn.tcss"
    FIELD_HINT: ClassVar[tuple[Action, ...]] = (Action("enter", "", HAND_IN),)

    def __init__(self) -> None:
        super().__init__()
        self.waits_to_be_kept = False
        """Whether the next word of the store's is to be told on the top line."""
        self._asked: Question = NOTHING
        self._place: Place = "waiting"
        self._turn, self._prompt = "", 0
        self._reading = False
        self._mark = ""
        self._told_of_earlier = False
        """Whether it was said that the field holds words for a turn that is over."""

    @property
    def seat_session(self) -> SeatSession:
        return self.seat_app.seated

    @property
    def holder(self) -> SeatSession:
        """What the actions of a seat are done on."""
        return self.seat_session

    def sit_down(self) -> None:
        """Be the seat; the key to come back with is told at once."""
        self.stage = "inside"
        self._place = self.seat_session.place
        self.update_page()
        self.show_keys()
        self.say(own_key(self.seat_session.participant.key))

    def applies(self, action: Action) -> bool:
        """Only what can be done now."""
        return self.stage != "inside" or seat_can(action.name, self.seat_session)

    def enter_does(self) -> Sequence[Action]:
        """What Enter does depends on what is asked."""
        if self._asked == NOTHING or self._place == "paused":
            return ()
        is_answer = self._asked.what in ("number", "feedback")
        return (ENTER_SAVES,) if is_answer else self.FIELD_HINT

    def update_page(self) -> None:
        if self.stage != "inside":
            super().update_page()
            return
        seat = self.seat_session
        self._follow(seat)
        waits = self._asked.turn if self.holds_earlier else ""
        parts = [block_content(block).plain for block in state_blocks(seat, waits)]
        state = ", ".join(filter(None, (*parts, self._mark)))
        newest = None if self._reading else LAST_SAID
        blocks = list(seat_blocks(seat, self._prompt, newest))
        where = seat_where(seat)
        first = blocks[0] if blocks else None
        if isinstance(first, TextBlock) and first.word == "Turn":
            where = " · ".join(filter(None, (where, first.on_screen)))
            del blocks[0]
        self.top.show_heading(where, seat.session.header.title, state)
        room, easy = self.text_room, self.session_app.easy
        asked = asked_block(seat, self._asked, self._prompt)
        prompt = Content() if asked is None else block_content(asked, easy=easy, room=room)
        self._question |= {"prompt": prompt}
        layout, card_room = self.layout_at_seat(blocks)
        said = read_content(blocks, seat.session, room, self.size) if self._reading else None
        texts = placed_content(blocks, card_room, layout, easy=easy, reading=said)
        texts["prompt"] = prompt
        if self._place == "talk":
            texts |= self.swap_places(blocks, seat.session, reading=self._reading)
        if self.holds_earlier:
            words_for = words_for_turn(seat.session, self._asked.turn)
            texts["speaker"] = one_line_content(words_for, "bold")
        self.show_texts(**texts)

    def _follow(self, seat_session: SeatSession) -> None:
        """Let the field be the one for what is asked now, with the words that wait in it."""
        place, turn = seat_session.place, seat_session.session.turn
        if turn is not None and turn.id != self._turn:
            self._turn, self._prompt, self._reading = turn.id, 0, False
            self.say("")
            self._news = turn_news(seat_session.session, easy=self.session_app.easy)
        if turn is not None:
            self.begin_at_top(turn)
        revealed = self._place == "written" and place == "talk"
        if self._place == "waiting" != place:
            self.say("")
        self._place = place
        asked = seat_session.asked
        self.saved_news = N_("Saved. Type on") if asked.what == "words" else ""
        self._news = self._news if self.saved_news else ""
        self.field.display = True
        if place == "paused" and self._asked != NOTHING:
            pass  # what is being written goes on where it was
        elif self._asked.what == "words" != asked.what or self._asked.turn != asked.turn:
            self._follow_turn(seat_session, asked)
        elif asked.field != self._asked.field:
            self._take_up(seat_session, asked)
        else:
            self._asked = asked
        self.show_hint(self._hint)
        if self.is_current and not self.choosing:
            self.settle_focus()
        if revealed:  # first it is read, by everybody; then people talk
            self._reading = True
            self.say(_(REVEALED))

    def _follow_turn(self, seat_session: SeatSession, asked: Question) -> None:
        """The group has gone on. A sentence that was begun is ended where it was begun."""
        if self._asked.what != "words" or not self.field.text.strip():
            self._take_up(seat_session, asked)
        elif not self._told_of_earlier:
            self._told_of_earlier = True
            self.say(_(MOVED_ON_IN_FIELD))

    def _take_up(self, seat_session: SeatSession, asked: Question) -> None:
        was, field = self._asked, self.field
        text = seat_session.words_for(asked)
        same_words = was.what == "page" and asked.what == "words" and was.turn == asked.turn
        if same_words and field.text.strip():
            text = field.text  # revealed while a letter was on its way: still theirs
            self.say(_("All was revealed without these words. They are yours: Enter says them."))
        elif was == NOTHING and field.text.strip():
            text = f"{text}\n{field.text}" if text else field.text  # typed before it was asked
        if text != seat_session.words_for(asked):
            seat_session.keep(asked, text)
        field.fill(text)
        self._asked, self._told_of_earlier = asked, False
        self._mark = _("kept, not yet handed in") if text and asked.kind is not None else ""

    @property
    def holds_earlier(self) -> bool:
        """Whether the field still holds words that were begun on a turn the group has left."""
        turn = self.seat_session.session.turn
        return self._asked.what == "words" and (turn is None or turn.id != self._asked.turn)

    def moment(self) -> Hashable:
        """What is asked of this seat, and on which turn."""
        return self.stage, self._place, self._turn, self._asked.field

    def tell_kept(self) -> None:
        """What stands in the field is kept: say so, in words that promise no more than that."""
        self.waits_to_be_kept = False
        self.when_at_rest(self._tell_mark)

    def _tell_mark(self) -> None:
        if self.field.text and self._asked.kind is not None:
            self._mark = _("kept, not yet handed in")
            self.update_page()

    @property
    def _hint(self) -> str:
        return seat_question(self.seat_session, self._asked).hint

    def keep_fields(self) -> None:
        """Have the words of the field kept as they stand."""
        if self.stage == "inside" and not self.seat_session.has_kept(self._asked, self.field.text):
            self.seat_session.keep(self._asked, self.field.text)

    def words_typed(self) -> None:
        """Every change is on its way to the disk at once."""
        if self.stage != "inside":
            return
        self.news_is_read(self._hint)
        kept = self.seat_session.has_kept(self._asked, self.field.text)
        if self._asked.kind is not None and not kept:
            self.waits_to_be_kept = not self._mark
            self.seat_session.keep(self._asked, self.field.text)
            if not self.field.text and (self._mark or self.holds_earlier):
                self._mark = ""
                self.call_later(self.update_page)

    async def on_words_field_handed_in(self, message: WordsField.HandedIn) -> None:
        if self.stage != "inside":
            self.take_name(message.text)
            return
        asked = self._asked
        if not message.text.strip() or asked == NOTHING or self._place == "paused":
            self.say(seat_question(self.seat_session, asked).empty)
            return
        await self._hand_in(asked, message.text)

    async def _hand_in(self, asked: Question, text: str) -> None:
        seat = self.seat_session
        earlier = self.holds_earlier
        said = seat.say(text, asked.shoes, asked.turn) if earlier else seat.hand_in(asked, text)
        saved = await self.seat_app.trying(said)
        if saved is None:
            return
        if asked.what == "number":
            self.field.fill("")
        else:
            self.field.let_go(text)
        self._mark = ""
        if asked.what == "words" and not self.field.text:
            self._news = _(self.saved_news)
        self.update_page()
        self.show_keys()
        self.say(saved.on_screen)

    def takes_key(self, event: events.Key | events.Paste) -> bool:
        """Who types on after handing in a page has it back, to write more on it."""
        typed = self.stage == "inside" and not self.choosing and is_text(event)
        if typed and self._place == "written":
            self.session_app.key_queue.again(event)
            self.call_later(self._write_on)
            return True
        return super().takes_key(event)

    async def _write_on(self, *, new_line: bool = True) -> None:
        """Have the page back that was handed in."""
        await self.seat_app.trying(self.seat_session.write_on())
        self._place = "writing"
        self.update_page()
        if new_line and self.field.text:
            self.field.action_newline()

    async def action_go_on(self) -> None:
        """Words that stand in the field are handed in; an empty field leaves the question out."""
        if self.field.text.strip() and self._asked != NOTHING:
            await self._hand_in(self._asked, self.field.text)
        else:
            await self.action_pass()

    async def action_pass(self) -> None:
        if self.field.text.strip() and self._asked.what == "page":
            self.say(_("You have begun to write. Hand it in, or empty the field first."))
            return
        told = await self.seat_app.trying(self.seat_session.leave_out())
        if told is not None:
            self.update_page()
            self.show_keys()
            self.say(told)

    def action_prompt(self) -> None:
        """The next question of the card, at this seat alone."""
        self._prompt += 1
        self.update_page()

    def action_said(self) -> None:
        """What was said, or the card again."""
        self._reading = not self._reading
        session, turn = self.seat_session.session, self.seat_session.session.turn
        if self._reading and not (turn and (session.said(turn) or session.heard_on(turn))):
            self._reading = False
            self.say(_(NOTHING_SAID))
        self.update_page()

    async def action_own_words(self) -> None:
        """All that was said from here, on any card."""
        from wshoes_tui.tui.screens.responses_screen import OwnWordsPage

        self.keep_fields()
        await self.session_app.settle()
        self.session_app.push_screen(OwnWordsPage())

    @work
    async def action_pledge_from(self) -> None:
        from wshoes_tui.tui.screens.choice_sheets import ask_pledge_from

        await ask_pledge_from(self.session_app)

    @work
    async def action_shoes(self) -> None:
        session, turn = self.seat_session.session, self.seat_session.session.turn
        if turn is None or self.seat_session.place != "talk":
            self.say(_(SHOES_WHEN_TALKING))
            return
        chosen = await self.session_app.push_screen_wait(shoes_sheet(session, turn))
        if chosen is not None:
            await self.seat_app.trying(self.seat_session.change_shoes(chosen))
            self.update_page()

    async def action_late(self) -> None:
        """Words for cards that are over; those in the field join them."""
        if self.holds_earlier:
            self.keep_fields()
            await self.session_app.settle()
            self._asked = NOTHING
            self.field.fill("")
            self.update_page()
            self.say(_("Kept for later: Esc, then w, when you want to hand them in."))
        elif self.seat_session.late:
            from wshoes_tui.tui.screens.field_sheets import LateSheet

            self.session_app.push_screen(LateSheet())

    async def action_take_back(self) -> None:
        """Take back what was saved last from here, or the page that was handed in."""
        if self.seat_session.place == "written":
            await self._write_on(new_line=False)
            return
        done = await self.seat_app.trying(self.seat_session.take_back())
        if done is not None:
            self.field.fill(self.seat_session.words_for(self._asked))
            self.update_page()
            self.say(_(TAKEN_BACK if done else NOTHING_TO_TAKE_BACK))

    def action_back_one(self) -> None:
        if self._asked.what in ("number", "feedback") or self._place in ("opening", "closing"):
            self.seat_session.go_on(-1)
            self.update_page()
