"""Seat session: the session as one seat may see it, and the commands that the seat may give.

Made by every front end of a participant at a screen of their own. It shows no more of the session
than ``projection.seen_by`` lets through, and works no command that is the facilitator's.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

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
    Say,
)
from wshoes_tui.domain.engine import NO_SUCH_SHOES, the_seat
from wshoes_tui.domain.evidence import as_typed
from wshoes_tui.domain.handlers.response_handler import REMOVABLE
from wshoes_tui.domain.models import Draft, Evidence, Response, Seat, Session, Transition
from wshoes_tui.domain.projection import seen_by
from wshoes_tui.domain.value import Refusal
from wshoes_tui.flow.answer_parser import read_rating
from wshoes_tui.flow.blocks import TextBlock
from wshoes_tui.flow.pace_flow import EveningPace
from wshoes_tui.flow.promises import consent_rules
from wshoes_tui.flow.questions import MOVED_ON, NOTHING, Place, Question, place_of, questions
from wshoes_tui.flow.seat_flow import saved_block
from wshoes_tui.hub.own_words import OwnCommand, OwnWords
from wshoes_tui.hub.participants import Participant
from wshoes_tui.hub.session_hub import SessionHub
from wshoes_tui.locale import N_, Speech, _
from wshoes_tui.sessions.open_session import Autosave

SEAT_COMMANDS = (AddLightbulb, AddPledge, ParkTopic, PlaceCard)
"""Commands that a seat may give besides answering, each of which adds one record."""
TAKEN_BACK = N_("Taken back.")
NOTHING_TO_TAKE_BACK = N_("There is nothing of yours to take back.")
SHOES_WHEN_TALKING = N_("You can change shoes when people talk.")


class SeatSession:
    """One participant's view of the session, and what they do in it.

    Args:
        speech: their language; decks are shown in it too.
        failed, kept: are called on the store's thread when a draft was not kept, or was.
    """

    def __init__(
        self,
        hub: SessionHub,
        participant: Participant,
        speech: Speech,
        failed: Callable[[Exception], None],
        kept: Callable[[], None] = lambda: None,
    ) -> None:
        live = hub.open_session
        live.set_aside(participant.seat)
        self.hub = hub
        self.participant = participant
        self.speech = speech
        self.own_words = OwnWords(hub, participant)
        self.autosave = Autosave(live, hub.worker, failed, kept)
        self._seen: tuple[Session, str, Session] | None = None
        """The last projection: the session, the language, and what was made of them."""

    @property
    def session(self) -> Session:
        """The session as this seat may see it, its decks in the participant's language."""
        whole, language, seat = self._whole, self.speech.language, self.participant.seat
        if self._seen is None or self._seen[0] is not whole or self._seen[1] != language:
            own = self.hub.words_of(seat) if seat == whole.header.candidate else ()
            self._seen = whole, language, seen_by(whole, seat, self.hub.decks_in(language), own)
        return self._seen[2]

    @property
    def _whole(self) -> Session:
        """The session with everything in it, for what is counted or is this seat's own."""
        return self.hub.open_session.session

    @property
    def pace(self) -> EveningPace:
        """The times of the session."""
        return self.hub.open_session.pace

    @property
    def seat(self) -> Seat:
        """This seat."""
        return the_seat(self.session, self.participant.seat)

    @property
    def place(self) -> Place:
        """Where the session stands for this seat."""
        return place_of(self.hub.session, self.participant.seat)

    @property
    def is_mine(self) -> bool:
        """Whether it is this seat's turn."""
        turn = self.session.turn
        return turn is not None and turn.seat == self.participant.seat

    @property
    def written(self) -> tuple[int, int]:
        """How many have handed in what they wrote, and how many write."""
        writers = self._whole.writers()
        return sum(page.handed_in for page in writers), len(writers)

    @property
    def shoes(self) -> str:
        """The id of the shoes that this seat stands in on the open turn; empty without a turn."""
        turn = self.session.turn
        return "" if turn is None else self.participant.shoes_on(self.session, turn)

    @property
    def card_has_changed(self) -> bool:
        """Whether the consent card is another one than they agreed to as they came in."""
        card = self.participant.card
        return card is not None and card != consent_rules(self.session)

    @property
    def late(self) -> tuple[Draft, ...]:
        """Drafts for cards the group has left, to be handed in or dropped."""
        turn = self.session.turn
        drafts = (d for d in self.session.drafts if d.kind == "own" and d.text.strip())
        return tuple(draft for draft in drafts if turn is None or draft.turn != turn.id)

    @property
    def asked(self) -> Question:
        """The question that the field answers now."""
        turn = self.session.turn
        match self.place:
            case "writing" if turn is not None:
                return Question("page", kind="private", turn=turn.id, shoes=self.shoes)
            case "talk" if turn is not None:
                return Question("words", kind="own", turn=turn.id, shoes=self.shoes)
            case "opening" | "closing":
                asked = questions(self._whole)
                step = self._step
                return asked[step] if step < len(asked) else NOTHING
            case _:
                return NOTHING

    @property
    def _step(self) -> int:
        if self.participant.answered_in != self._whole.state:
            self.participant.answered_in, self.participant.answered = self._whole.state, 0
        return self.participant.answered

    @property
    def progress(self) -> tuple[int, int]:
        """Which question of the opening or the closing this is, from 1, and of how many."""
        return self._step + 1, len(questions(self._whole))

    def words_for(self, asked: Question) -> str:
        """The draft or the number that the field for this question starts with."""
        if asked.kind is None:
            number = self.participant.numbers.get((asked.when, asked.deck, asked.pair))
            return "" if number is None else str(number)
        draft = self._whole.draft(asked.kind, asked.turn or None, self.participant.seat)
        return draft.text if draft is not None else ""

    def keep(self, asked: Question, text: str) -> None:
        """Keep the words of the field as a draft."""
        if asked.kind is None:
            return
        seat, turn = self.participant.seat, asked.turn or None
        if asked.kind == "own":
            self.participant.typed[asked.turn] = asked.shoes
        self.autosave.note(asked.kind, text, seat, asked.shoes, turn=turn)

    def has_kept(self, asked: Question, text: str) -> bool:
        """Whether the draft of the field is kept with these words, and no save is pending."""
        return self.autosave.at_rest and self.words_for(asked) == text

    async def hand_in(self, asked: Question, text: str) -> TextBlock:
        """Answer a question, or leave it out where there are no words. Returns what is said then.

        Raises:
            Refusal: it cannot be answered like that, or not any more.
            StoreError: it could not be kept.
        """
        if asked != self.asked:
            raise Refusal(MOVED_ON)
        match asked.what:
            case "page":
                await self.do(HandIn(self.participant.seat, text, turn=asked.turn))
                return saved_block(self, asked)
            case "words" if text.strip():
                return await self.say(text, asked.shoes)
            case "number" if text.strip():
                await self._number(asked, text)
            case "feedback" if text.strip() and asked.feedback is not None:
                await self.do(GiveFeedback(asked.feedback, text, self.participant.seat, apart=True))
            case "nothing" | "words":
                return TextBlock("Saved", "")
        self.go_on(1)
        return saved_block(self, asked)

    async def say(self, text: str, shoes: str, turn: str | None = None) -> TextBlock:
        """Keep words as said on the open turn, or on the one on which they were begun."""
        command = Say(text, self.participant.seat, shoes or None, draft="own", turn=turn)
        await self._add(command)
        return saved_block(self, Question("words"), self.participant.own[-1])

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
        """Go forward or back by so many questions of the opening or the closing."""
        self.participant.answered = max(0, min(self._step + by, len(questions(self._whole))))

    async def write_on(self) -> None:
        """Take back the page that was handed in, to go on writing."""
        await self.do(HandIn(self.participant.seat, "", done=False))

    async def leave_out(self) -> str:
        """Pass: leave out what is asked. Returns a notice.

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
        except Refusal:  # words stand in the facilitator's field: the facilitator ends the turn
            self.participant.passes = True
            self.hub.people_changed()
            return _("You pass. The facilitator is told, and goes on.")
        return _("You pass on this card. That is fine.")

    def raise_hand(self) -> bool:
        """Raise a hand, or take it down. Whether it is up now."""
        self.participant.hand = not self.participant.hand
        self.hub.people_changed()
        return self.participant.hand

    async def keep_this(self, command: Command) -> Transition:
        """Keep a lightbulb, a pledge, a topic for later, or a card as this seat's own.

        Raises:
            Refusal: it is none of these, or has no words.
            StoreError: it could not be kept.
        """
        if not isinstance(command, SEAT_COMMANDS):
            raise Refusal("That is for the facilitator.")
        if isinstance(command, AddLightbulb):
            command = replace(command, shoes=command.shoes or self.shoes or None)
        return await self._add(replace(command, seat=self.participant.seat))

    async def take_back(self) -> bool:
        """Take back what this seat added last; a response becomes a draft again.

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
            await self.own_words.remove(record_id)
            self.participant.own.pop()
            if isinstance(record, Response | Evidence):
                await self._back_to_draft(record)
            return True
        return False

    async def _back_to_draft(self, said: Response | Evidence) -> None:
        waiting = self.session.draft("own", said.turn, self.participant.seat)
        text = f"{waiting.text}\n" if waiting else ""
        text += as_typed(self.session, said) if isinstance(said, Evidence) else said.text
        self.participant.typed[said.turn] = said.shoes
        await self.do(KeepDraft("own", text, self.participant.seat, said.shoes, turn=said.turn))

    async def change_shoes(self, shoes: str) -> None:
        """Talk in other shoes on the open turn; what is written keeps those it was dealt.

        Raises:
            Refusal: people write just now, or it is this seat's turn.
        """
        session, turn = self.session, self.session.turn
        if turn is None or self.place != "talk" or session.shoes_of(turn, shoes).id != shoes:
            raise Refusal(NO_SUCH_SHOES)
        if self.is_mine:
            raise Refusal("It is your turn in these shoes. The facilitator can give you others.")
        self.participant.shoes[turn.id] = self.participant.typed[turn.id] = shoes
        own = session.draft("own", turn.id, self.participant.seat)
        if own is not None:
            await self.do(KeepDraft("own", own.text, self.participant.seat, shoes, turn=turn.id))

    async def hand_in_late(self, draft: Draft) -> TextBlock:
        """Hand in a draft for a card that the group has left."""
        shoes = draft.shoes or self.participant.typed.get(draft.turn or "", "")
        return await self.say(draft.text, shoes, draft.turn)

    async def let_go_of(self, draft: Draft) -> None:
        """Drop such a draft."""
        await self.do(KeepDraft("own", "", self.participant.seat, turn=draft.turn))

    async def do(self, command: Command) -> Transition:
        """Apply a command of this seat, after the drafts before it: the store works in order.

        Raises:
            Refusal: it does not apply.
            StoreError: it could not be kept.
        """
        if isinstance(command, OwnCommand):
            return await self.own_words.change(command)
        return await self.hub.do(command)

    async def _add(self, command: Command) -> Transition:
        """Apply a command, and remember what it added, so that it can be taken back."""
        transition = await self.do(command)
        added = (change.after for change in transition.changes if change.before is None)
        self.participant.own += [record.id for record in added if isinstance(record, REMOVABLE)]
        return transition
