"""Line stage of a seat: tells what the session asks of it, and takes what is typed."""

from __future__ import annotations

from collections.abc import Awaitable, Hashable, Sequence
from typing import TYPE_CHECKING, TypeVar

from wshoes_tui.domain.commands import Command, HandIn
from wshoes_tui.domain.engine import must_fit
from wshoes_tui.domain.value import Refusal
from wshoes_tui.errors import WshoesError
from wshoes_tui.flow.action_handlers import hand_told
from wshoes_tui.flow.action_types import SeatScope
from wshoes_tui.flow.answer_parser import read_rating
from wshoes_tui.flow.blocks import Block, SaidBlock, ShoesBlock, SpeakerBlock, TextBlock
from wshoes_tui.flow.questions import (
    GOES_ON,
    MOVED_ON_NOT_KEPT,
    REVEALED,
    SEAT_KEPT,
    Place,
    Question,
)
from wshoes_tui.flow.seat_flow import (
    ON_A_CARD,
    asked_number,
    saved_block,
    seat_blocks,
    seat_question,
    state_blocks,
)
from wshoes_tui.hub.seat_session import SeatSession
from wshoes_tui.line_output import render
from wshoes_tui.line_output.line_writer import LineWriter
from wshoes_tui.lines import draft_buffer
from wshoes_tui.lines.draft_buffer import DraftBuffer, DraftTarget, draft_target_now, joined
from wshoes_tui.lines.join_stage import SeatContext, SeatLineStage
from wshoes_tui.locale import _

if TYPE_CHECKING:
    from wshoes_tui.lines.key_sources import TypedLine

R = TypeVar("R")


class SeatStage(SeatLineStage):
    """Somebody's seat, through the whole session.

    ``unkept`` are the commands with words that the store did not take; /save tries again.
    """

    def __init__(self, conversation: SeatContext, seat_session: SeatSession) -> None:
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
            await self.conversation.join_again()
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
        render.say_blocks(self.out, state_blocks(self.seat_session))
        await self.follow()

    def ask(self) -> None:
        """What is asked now, behind the words that wait for it."""
        if number := asked_number(self.seat_session, self.seat_session.asked):
            render.say_blocks(self.out, (number,))
        draft_buffer.tell_here(self.out, self.field)
        self.out.say("Question", self.question())

    def question(self) -> str:
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
        match self.seat_session.place:
            case "written":
                await self._write_more(text, now.turn)
            case "paused":
                if not self.field.hold(text):
                    raise Refusal("This is a pause. Nothing was kept.")
                self.out.say("Notice", _("This is a pause. Your words are kept, not handed in."))
            case "writing" | "talk":
                await self._hand_in(text, now.field)
            case _:
                await self._hand_in(text, self.seat_session.asked)

    def _too_late(self, text: str, meant: DraftTarget) -> None:
        if not self.field.hold(text, meant.field):
            raise Refusal(MOVED_ON_NOT_KEPT)
        self.out.say("Notice", _("The group has moved on. Your words are kept: /late."))

    async def _hand_in(self, text: str, asked: Question) -> None:
        """Answer what is asked, with the words that waited for it."""
        whole = joined(self.field.waiting, text)
        match asked.what:
            case "nothing":
                raise Refusal("Nothing is asked just now. /help says what can be typed.")
            case "number":
                whole = text
                if read_rating(text) is None:
                    raise Refusal("A whole number from 0 to 10, please. /skip leaves it out.")
        saved = await self.holding(text, whole, self.seat_session.hand_in(asked, whole))
        self.field.handed_in()
        self.tell_saved(saved)
        if asked.what in ("number", "feedback"):
            self.ask_next()

    async def _write_more(self, text: str, turn: str) -> None:
        seat = self.seat_session.participant.seat
        page = self.seat_session.session.draft("private", turn, seat)
        whole = joined(page.text if page is not None else "", text)
        # In one: a page that is open for a moment might be passed over by the reveal.
        await self.holding(text, whole, self.seat_session.do(HandIn(seat, whole, turn=turn)))
        self.tell_saved(saved_block(self.seat_session, Question("page")))

    def tell_saved(self, saved: TextBlock) -> None:
        """Say what is kept; a response of one's own is no news then."""
        if self.seat_session.participant.own:
            self.news.know(self.seat_session.participant.own[-1])
        render.say_blocks(self.out, (saved,))

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


class Announcer:
    """Follows a seat, and tells in lines what is new: a place as a whole, then what changes in it.

    ``prompt`` is the one of the card's prompts that this seat looks at.
    """

    def __init__(self, out: LineWriter, seat_session: SeatSession) -> None:
        self._out = out
        self._seat = seat_session
        self.prompt = 0
        self._prompt_of = ("", "")
        self.forget()

    def forget(self) -> None:
        """As if nothing had been told yet."""
        self._place: Place | None = None
        self._paused = False
        self._card = ("", "")
        self._told: frozenset[Hashable] = frozenset()
        self.know_hand()

    def follow(self) -> bool:
        """Tell what is new. Returns whether something else is asked now than before."""
        place, turn = self._seat.place, self._seat.session.turn
        if place == "paused":
            paused, self._paused = self._paused, True
            if not paused:
                self._say(list(seat_blocks(self._seat)))
            return not paused
        goes_on, self._paused = self._paused, False
        if goes_on and self._place is not None:
            self._out.say("Pause", _(GOES_ON))
        card = (turn.id, f"{turn.deck}/{turn.card}") if turn is not None else ("", "")
        was, self._place = self._place, place
        before, self._card = self._card, card
        if card != self._prompt_of:
            self._prompt_of, self.prompt = card, 0
        blocks = list(seat_blocks(self._seat, self.prompt))
        told, self._told = self._told, frozenset(map(self._key, blocks))
        arrives = was is None or place != was or card != before
        again = arrives and card == before and was in ON_A_CARD
        if again:
            self._tell_again(place, blocks, told)
        elif arrives:
            self._say(blocks)
        else:
            self._say([block for block in blocks if self._key(block) not in {None, *told}])
            if self._hand and not self._seat.participant.hand:
                self._out.say("Notice", hand_told(up=False))
        self.know_hand()
        return not (again and place == "written") if arrives else goes_on

    def _say(self, blocks: Sequence[Block]) -> None:
        render.say_blocks(self._out, blocks, easy=self._seat.speech.easy)

    def _tell_again(self, place: Place, blocks: Sequence[Block], told: frozenset[Hashable]) -> None:
        """Tell a place on a card that was told before; who hands in is told the result there."""
        if place == "written":
            return
        said: list[Block] = [
            one for one in blocks if isinstance(one, SaidBlock) and not one.is_earlier
        ]
        said += [one for one in blocks if one.word == "Evidence"]
        if place == "writing":
            said = []
        else:
            is_revealed = any(self._key(one) not in told for one in said)
            self._out.say("Notice", _(REVEALED) if is_revealed else _("Now people talk."))
        stands = (ShoesBlock, SpeakerBlock)
        rest = [one for one in blocks if isinstance(one, stands) or one.word == "Write"]
        self._say([*said, *rest])

    def _key(self, block: Block) -> Hashable:
        """What must differ for a block to be news in the same place; None where it never is."""
        turn = self._seat.session.turn
        match block:
            case SaidBlock():
                return block.response.id, block.response.text
            case ShoesBlock() | SpeakerBlock():
                return type(block), block.shoes.id
            case TextBlock("Agreement" | "Consent" | "Evidence"):
                return block.on_screen
            case TextBlock("Turn") if turn is not None:
                return "Turn", turn.seat
            case _:
                return None

    def know(self, record_id: str) -> None:
        """Somebody was told already of a response: their own."""
        said = (one for one in self._seat.session.responses if one.id == record_id)
        self._told |= {(one.id, one.text) for one in said}

    def know_hand(self) -> None:
        """Somebody was told already whether their hand is up."""
        self._hand = self._seat.participant.hand
