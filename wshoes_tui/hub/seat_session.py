"""One person at a screen of their own: all they can do, besides what they see.

Every face of a seat is given one of these. It works no command that is not theirs to give.
"""

from __future__ import annotations

from collections.abc import Callable

from wshoes_tui.domain.commands import (
    AddLightbulb,
    AddPledge,
    Command,
    GiveFeedback,
    GiveNumber,
    HandIn,
    KeepDraft,
    ParkTopic,
    Pass,
    PlaceCard,
    Remove,
    Say,
)
from wshoes_tui.domain.engine import NO_SUCH_SHOES
from wshoes_tui.domain.handlers.response_handler import REMOVABLE
from wshoes_tui.domain.models import Draft, Record, Response, Transition
from wshoes_tui.domain.value import Refusal
from wshoes_tui.flow.answer_parser import read_rating
from wshoes_tui.flow.labels import SAVED_MARK
from wshoes_tui.flow.questions import NOTHING, Question, questions
from wshoes_tui.hub.participants import Participant
from wshoes_tui.hub.seat_projection import SeatProjection
from wshoes_tui.hub.session_hub import SessionHub
from wshoes_tui.locale import Speech, _
from wshoes_tui.sessions.open_session import Autosave

MINE = (AddLightbulb, AddPledge, ParkTopic, PlaceCard)
"""Commands that are a seat's to give besides answering, each of which keeps one record."""


class SeatSession(SeatProjection):
    """Somebody on a seat of their own.

    Args:
        hub: the session and the others.
        participant: who it is.
        speech: how the interface speaks to them; decks are shown in its language too.
        failed, kept: are told, on the store's thread, what became of words as they are typed.
    """

    def __init__(
        self,
        hub: SessionHub,
        participant: Participant,
        speech: Speech,
        failed: Callable[[Exception], None],
        kept: Callable[[], None] = lambda: None,
    ) -> None:
        if hub.live is None:
            raise Refusal("There is no session yet.")
        super().__init__(hub, participant, speech)
        hub.live.set_aside(participant.seat)
        self.autosave = Autosave(hub.live, hub.worker, failed, kept)

    def keep(self, asked: Question, text: str) -> None:
        """Have the words of the field kept as they stand."""
        if asked.kind is None:
            return
        seat, turn = self.participant.seat, asked.turn or None
        self.autosave.note(asked.kind, text, seat, asked.shoes, turn=turn)

    def has_kept(self, asked: Question, text: str) -> bool:
        """Whether these words of the field are kept, and no others are on their way there."""
        return self.autosave.at_rest and self.words_for(asked) == text

    async def hand_in(self, asked: Question, text: str) -> str:
        """Answer what was asked. Without words: leave it out. What became of it, in a sentence.

        Raises:
            Refusal: it cannot be answered like that, or not any more.
            StoreError: it could not be kept.
        """
        if asked != self.asked:
            raise Refusal("The group has moved on. Your words are kept.")
        match asked.what:
            case "page":
                await self.do(HandIn(self.participant.seat, text, turn=asked.turn))
                return _("Saved, and hidden until all are revealed.")
            case "words" if text.strip():
                await self._say(text, asked.shoes)
                return _(SAVED_MARK)
            case "number" if text.strip():
                await self._number(asked, text)
            case "feedback" if text.strip() and asked.feedback is not None:
                await self.do(GiveFeedback(asked.feedback, text, self.participant.seat, apart=True))
            case "nothing" | "words":
                return ""
            case _:
                pass
        self.go_on(1)
        return ""

    async def hand_in_for_earlier(self, asked: Question, text: str) -> str:
        """Keep words that were begun on a turn that the group has left, as said on that turn.

        Raises:
            Refusal: they cannot be kept there any more.
            StoreError: they could not be kept.
        """
        await self._say(text, asked.shoes, asked.turn)
        return _("✓ saved, for the card before")

    async def _say(self, text: str, shoes: str, turn: str | None = None) -> None:
        told = Say(text, self.participant.seat, shoes or None, draft="own", turn=turn)
        self._remember(await self.do(told))

    async def _number(self, asked: Question, text: str) -> None:
        value = read_rating(text)
        if value is None:
            raise Refusal("A whole number from 0 to 10, please. An empty line leaves it out.")
        key = (asked.when, asked.deck, asked.pair)
        before = self.participant.numbers.get(key)
        if before != value:
            await self.do(GiveNumber(asked.deck, asked.pair, value, asked.when, before))
            self.participant.numbers[key] = value

    def go_on(self, by: int) -> None:
        """To the next question of the opening or the closing, or back to the one before."""
        self.participant.answered = max(0, min(self._step + by, len(questions(self._whole))))

    async def write_on(self) -> None:
        """Take the page back that was handed in, to go on writing."""
        await self.do(HandIn(self.participant.seat, "", done=False))

    async def leave_out(self) -> str:
        """Pass: leave out what is asked. No reason is needed. What became of it, in a sentence.

        Raises:
            Refusal: there is nothing to pass.
            StoreError: it could not be kept.
        """
        match self.place:
            case "writing":
                await self.do(HandIn(self.participant.seat, "", turn=self.asked.turn))
                return _("You pass on this card. That is fine.")
            case "talk" if self.is_mine:
                return await self._pass()
            case "opening" | "closing" if self.asked != NOTHING:
                self.go_on(1)
                return ""
            case _:
                raise Refusal("There is nothing to pass just now.")

    async def _pass(self) -> str:
        try:
            await self.do(Pass(self.asked.turn))
        except Refusal:  # somebody's words stand in the facilitator's field: it is for them to end
            self.participant.passes = True
            self.hub.people_changed()
            return _("You pass. The facilitator is told, and goes on.")
        return _("You pass on this card. That is fine.")

    def raise_hand(self) -> bool:
        """Raise a hand, or take it down. Whether it is up now."""
        self.participant.hand = not self.participant.hand
        self.hub.people_changed()
        return self.participant.hand

    async def keep_this(self, command: Command) -> None:
        """Keep a lightbulb, a pledge, a topic for later, or a card of one's own.

        Raises:
            Refusal: it is none of these, or has no words.
            StoreError: it could not be kept.
        """
        if not isinstance(command, MINE):
            raise Refusal("That is for the facilitator.")
        self._remember(await self.do(command))

    async def take_back(self) -> bool:
        """Take back what was kept last from this seat; words come back to the field.

        Returns whether there was anything.

        Raises:
            Refusal: it is part of the record by now.
            StoreError: it could not be kept.
        """
        session = self.session
        while self.participant.own:
            record_id = self.participant.own[-1]
            record = next((r for r in session.records() if r.id == record_id), None)
            if record is None:  # the facilitator has taken it back, or put it elsewhere
                self.participant.own.pop()
                continue
            await self.do(Remove(record_id))
            self.participant.own.pop()
            await self._words_back(record)
            return True
        return False

    async def _words_back(self, record: Record) -> None:
        if isinstance(record, Response):
            waiting = self.session.draft("own", record.turn, self.participant.seat)
            text = f"{waiting.text}\n{record.text}" if waiting else record.text
            await self.do(
                KeepDraft("own", text, self.participant.seat, record.shoes, turn=record.turn)
            )

    async def change_shoes(self, shoes: str) -> None:
        """Stand in other shoes to talk on the open turn; what is written keeps those it was dealt.

        Raises:
            Refusal: people write just now, or it is this seat's turn.
        """
        session, turn = self.session, self.session.turn
        if turn is None or self.place != "talk" or session.shoes_of(turn, shoes).id != shoes:
            raise Refusal(NO_SUCH_SHOES)
        if self.is_mine:
            raise Refusal("It is your turn in these shoes. The facilitator can give you others.")
        self.participant.shoes[turn.id] = shoes
        own = session.draft("own", turn.id, self.participant.seat)
        if own is not None:
            await self.do(KeepDraft("own", own.text, self.participant.seat, shoes, turn=turn.id))

    async def hand_in_late(self, draft: Draft) -> None:
        """Hand in words for a card that the group has left."""
        await self._say(draft.text, draft.shoes, draft.turn)

    async def let_go_of(self, draft: Draft) -> None:
        """Let such words go."""
        await self.do(KeepDraft("own", "", self.participant.seat, turn=draft.turn))

    async def do(self, command: Command) -> Transition:
        """Work a command of this seat, after whatever was typed before it is kept.

        Raises:
            Refusal: it does not apply.
            StoreError: it could not be kept.
        """
        return await self.hub.do(command)

    def _remember(self, transition: Transition) -> None:
        kept = (change.after for change in transition.changes if change.before is None)
        self.participant.own += [record.id for record in kept if isinstance(record, REMOVABLE)]
