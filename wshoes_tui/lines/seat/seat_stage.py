"""The seat: tells what the session asks of it as it goes on, and takes what is typed."""

from __future__ import annotations

from collections.abc import Awaitable
from typing import TYPE_CHECKING, TypeVar

from wshoes_tui.domain.commands import Command, HandIn
from wshoes_tui.domain.engine import must_fit
from wshoes_tui.domain.value import Refusal
from wshoes_tui.errors import WshoesError
from wshoes_tui.flow.action_types import SeatScope
from wshoes_tui.flow.answer_parser import read_rating
from wshoes_tui.flow.questions import MOVED_ON_NOT_KEPT, SEAT_KEPT, Question
from wshoes_tui.flow.seat_flow import seat_question
from wshoes_tui.flow.session_labels import response_told
from wshoes_tui.hub.seat_session import SeatSession
from wshoes_tui.lines import render
from wshoes_tui.lines.seat import draft_buffer, seat_render
from wshoes_tui.lines.seat.draft_buffer import DraftBuffer, DraftTarget, draft_target_now, joined
from wshoes_tui.lines.seat.join_stage import SeatLineStage
from wshoes_tui.lines.seat.seat_render import Announcer
from wshoes_tui.locale import _

if TYPE_CHECKING:
    from wshoes_tui.lines.line_splitter import TypedLine
    from wshoes_tui.lines.seat.seat_conversation import SeatConversation

R = TypeVar("R")


class SeatStage(SeatLineStage):
    """Somebody's seat, through the whole session.

    ``unkept`` are the commands with words that the store did not take; /save tries again.
    """

    def __init__(self, conversation: SeatConversation, seat_session: SeatSession) -> None:
        super().__init__(conversation)
        self.seat_session = seat_session
        self.field = DraftBuffer(seat_session)
        self.news = Announcer(conversation.out, seat_session)
        self.unkept: list[Command] = []
        self._live = conversation.hub.live
        # Whether all was revealed before they had handed in. Somebody who sends whole lines may
        # have been in the midst of one: what was begun in private is not said by accident.
        self._surprised = False

    @property
    def scope(self) -> SeatScope:
        """Where the session stands for this seat."""
        return self.seat_session.place

    @property
    def meant(self) -> DraftTarget:
        """What is asked, as far as it has been told."""
        return self.field.meant

    async def follow(self) -> None:
        """What is new, and the question where another is asked now."""
        if self.conversation.hub.live is not self._live:
            await self.conversation.to_join_page()
            return
        await self.conversation.hub.learn(self.seat_session.speech.language)
        typed = self.conversation.loop.source.typed
        was, now = self.field.meant, draft_target_now(self.seat_session)
        if self.field.take_up(typed):
            self.out.say("Notice", _("The group has moved on. Your words are kept: /late."))
            if self.field.words_in(typed):
                self.conversation.loop.clear_typed()
        if was.is_past(now):
            session, turn = self.seat_session.session, self.seat_session.session.turn
            said = session.said(turn) if turn is not None and turn.id == was.turn else ()
            revealed = any(response.written_first for response in said)
            self._surprised = was.field.kind == "private" and revealed
        if self.news.follow():
            self.ask()

    async def tell_state(self) -> None:
        """All of it once more."""
        self.out.say("Session", render.title(self.seat_session.session))
        self.news.forget()
        seat_render.more(self.out, self.seat_session)
        await self.follow()

    def ask(self) -> None:
        """What is asked now, behind the words that wait for it."""
        seat_render.number_asked(self.out, self.seat_session)
        draft_buffer.tell_here(self.out, self.field)
        self.out.say("Question", self.question())

    def question(self) -> str:
        """What may be typed now."""
        return seat_question(self.seat_session, self.seat_session.asked, self.field.waiting).text

    async def take_line(self, text: str, meant: DraftTarget) -> None:
        """Hand words in, for what they were meant for."""
        now = self.field.meant
        if meant.is_past(now):
            self._too_late(text, meant)
            return
        surprised, self._surprised = self._surprised, False
        if surprised and not self.conversation.raw and self.field.hold(text):
            told = _(
                "All was revealed before this came, so it is not said yet. /save says it, "
                "/drop lets it go."
            )
            self.out.say("Notice", told)
            return
        place = self.seat_session.place
        if place == "writing":
            await self._write(joined(self.field.waiting, text), text, now.field)
        elif place == "written":
            await self._write_more(text, now.turn)
        elif place == "talk":
            await self._say(joined(self.field.waiting, text), text, now.field)
        elif place == "paused":
            if not self.field.hold(text):
                raise Refusal("This is a pause. Nothing was kept.")
            self.out.say("Notice", _("This is a pause. Your words are kept, not handed in."))
        else:
            await self._answer(text)

    def _too_late(self, text: str, meant: DraftTarget) -> None:
        if not self.field.hold(text, meant.field):
            raise Refusal(MOVED_ON_NOT_KEPT)
        self.out.say("Notice", _("The group has moved on. Your words are kept: /late."))

    async def _write(self, whole: str, text: str, asked: Question) -> None:
        await self.holding(text, whole, self.seat_session.hand_in(asked, whole))
        self.field.handed_in()
        self.tell_written()

    async def _write_more(self, text: str, turn: str) -> None:
        seat = self.seat_session.participant.seat
        page = self.seat_session.session.draft("private", turn, seat)
        whole = joined(page.text if page is not None else "", text)
        # In one: a page that is open for a moment might be passed over by the reveal.
        await self.holding(text, whole, self.seat_session.do(HandIn(seat, whole, turn=turn)))
        self.tell_written()

    def tell_written(self) -> None:
        """That one's page is handed in, and how many have done so."""
        done, people = self.seat_session.written
        told = _(
            "hidden until all are revealed. {done} of {people} are ready",
            done=done,
            people=people,
        )
        self.out.say("Saved", told)

    async def _say(self, whole: str, text: str, asked: Question) -> None:
        await self.holding(text, whole, self.seat_session.hand_in(asked, whole))
        self.field.handed_in()
        self.tell_said()

    def tell_said(self) -> None:
        """That words are said, and which number they have."""
        session, own = self.seat_session.session, self.seat_session.participant.own[-1]
        said = session.said(session.turn) if session.turn is not None else ()
        number = next((at for at, response in enumerate(said, 1) if response.id == own), 0)
        self.news.know(own)
        told = response_told(number) if number else _("your words, on the card they are for")
        self.out.say("Saved", told)

    async def _answer(self, text: str) -> None:
        """A number, or words of the closing round."""
        asked = self.seat_session.asked
        if asked.what == "number":
            given = read_rating(text)
            if given is None:
                raise Refusal("A whole number from 0 to 10, please. /skip leaves it out.")
            await self.seat_session.hand_in(asked, text)
            self.out.say("Saved", str(given))
        elif asked.what == "feedback":
            whole = joined(self.field.waiting, text)
            await self.holding(text, whole, self.seat_session.hand_in(asked, whole))
            self.field.handed_in()
            self.tell_answered()
        else:
            raise Refusal("Nothing is asked just now. /help says what can be typed.")
        self.ask_next()

    def tell_answered(self) -> None:
        """That an answer in words is kept."""
        self.out.say("Saved", _("your answer"))

    def ask_next(self) -> None:
        """The next question of the opening or of the closing round."""
        self.field.take_up("")
        self.ask()

    async def holding(self, text: str, whole: str, work: Awaitable[R]) -> R:
        """Await the keeping of words; words that cannot be kept for good wait in the field.

        Raises:
            Refusal: they do not apply, or are too many.
            StoreError: they could not be kept.
        """
        try:
            must_fit(whole)
        except Refusal:
            _dismiss(work)
            raise
        try:
            return await work
        except (Refusal, WshoesError):
            if self.field.hold(text):
                self.out.say("Notice", _("Your words wait here: /save tries again."))
            raise

    def mirror(self, typed: str) -> None:
        """Keep what is being typed."""
        self.field.keep(typed)

    def keep_rest(self, lines: list[TypedLine]) -> bool:
        """Keep lines that are not taken any more. False where one of them could not be kept."""
        words, kept = [], True
        for line in lines:
            text = self.field.words_in(line.text)
            if text.strip():
                words.append(text)
            elif line.text.strip():
                kept = self.field.keep_command(line.text) and kept
            kept = kept and not line.too_long
        return (not words or self.field.hold(joined(*words))) and kept

    def parting(self) -> str:
        """That the seat is kept, and how to come back."""
        if self.seat_session.place == "closed":
            return super().parting()
        return _(SEAT_KEPT)


def _dismiss(work: Awaitable[object]) -> None:
    """Let go of work that is not done after all."""
    close = getattr(work, "close", None)
    if close is not None:
        close()
