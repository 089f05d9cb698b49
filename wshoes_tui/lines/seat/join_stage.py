"""The door: a name, what is kept, and in; or back to the seat that somebody has."""

from __future__ import annotations

import asyncio
from contextlib import suppress
from typing import TYPE_CHECKING

from wshoes_tui.domain.models import Seat
from wshoes_tui.domain.text import one_line
from wshoes_tui.domain.value import Refusal
from wshoes_tui.flow.action_types import JoinStep, SeatScope
from wshoes_tui.flow.answer_parser import is_no, is_yes
from wshoes_tui.flow.labels import consent_lines, is_it_yours
from wshoes_tui.limits import MOST_OF_A_NAME
from wshoes_tui.lines.line_writer import LineWriter
from wshoes_tui.lines.render import consent_card
from wshoes_tui.lines.seat.draft_buffer import DraftTarget
from wshoes_tui.lines.stages.stage import NOT_HERE
from wshoes_tui.locale import _

if TYPE_CHECKING:
    from wshoes_tui.lines.line_splitter import TypedLine
    from wshoes_tui.lines.seat.seat_conversation import SeatConversation

__all__ = ["NOT_HERE", "SeatLineStage"]


class SeatLineStage:
    """One place: it tells what is there, asks, and takes what is typed.

    Whatever does not apply raises a Refusal, which is said as an error.
    """

    def __init__(self, conversation: SeatConversation) -> None:
        self.conversation = conversation

    @property
    def out(self) -> LineWriter:
        """Where lines go."""
        return self.conversation.out

    @property
    def scope(self) -> SeatScope:
        """Where this is, for help."""
        raise NotImplementedError

    @property
    def meant(self) -> DraftTarget:
        """What a line that is begun now is for, as far as has been told."""
        return DraftTarget()

    async def follow(self) -> None:
        """Tell what is new since the last time, and ask where something else is asked now."""

    async def tell_state(self) -> None:
        """Tell everything once more, and ask."""

    def ask(self) -> None:
        """The question of this place."""
        self.out.say("Question", self.question())

    def question(self) -> str:
        """What may be typed now."""
        raise NotImplementedError

    async def take_line(self, text: str, meant: DraftTarget) -> None:
        """Take words that were typed, and what they were meant for."""

    def mirror(self, typed: str) -> None:
        """Keep what is being typed."""

    def keep_rest(self, lines: list[TypedLine]) -> bool:
        """Keep lines that are not taken any more. False where one of them could not be kept."""
        return not any(line.text.strip() for line in lines)

    def leave(self) -> None:
        """Nobody will stand here any more."""

    def parting(self) -> str:
        """What is said to somebody who leaves."""
        raise NotImplementedError


class JoinStage(SeatLineStage):
    """Where somebody stands before they have a seat."""

    step: JoinStep = "name"
    _read: list[str]
    _theirs: Seat | None = None
    _nod: asyncio.Task[bool] | None = None

    @property
    def scope(self) -> SeatScope:
        """Which of its steps this is."""
        return self.step

    async def follow(self) -> None:
        """The session has begun, or the facilitator has answered."""
        if self.step == "wait" and self.conversation.hub.session is not None:
            await self._to_consent()
        elif self.step == "asking" and self._nod is not None and self._nod.done():
            await self._answered(self._nod)

    async def tell_state(self) -> None:
        """Where somebody stands."""
        session = self.conversation.hub.session
        match self.step:
            case "name":
                title = one_line(session.header.title) if session is not None else ""
                self.out.say("Session", title or "wshoes")
                self.out.say("Notice", _("Welcome."))
            case "wait":
                told = _(
                    "The facilitator is choosing the cards. You come in by yourself when it is "
                    "time."
                )
                self.out.say("Notice", told)
            case "consent" if session is not None:
                self.out.say("Step", _("What is kept of what you say"))
                consent_card(self.out, session, easy=self.conversation.speech.easy, apart=True)
            case "taken" if self._theirs is not None:
                self.out.say("Notice", is_it_yours(self._theirs))
            case _:
                self.out.say("Notice", _("The facilitator has been asked. One moment ..."))
        self.ask()

    def question(self) -> str:
        """What may be typed."""
        name = one_line(self.conversation.suggestion)
        match self.step:
            case "name" if name:
                return _(
                    "What do you want to be called? Type it, or /go to be {name}. /lang and "
                    "/easy change how you are spoken to.",
                    name=name,
                )
            case "name":
                return _(
                    "What do you want to be called? Type it, or /go to be called by a number. "
                    "/lang and /easy change how you are spoken to."
                )
            case "consent":
                return _("Do you agree? Type yes, or /go. /back is for another name.")
            case "taken":
                return _(
                    "/mine asks the facilitator to let you in. If you have your own key: /leave, "
                    "come again, and type it as the code. Somebody else types another name."
                )
            case _:
                return _("Wait here: it goes on by itself. /leave ends.")

    async def take_line(self, text: str, _meant: DraftTarget) -> None:
        """A name; a yes or a no where that is asked."""
        if self.step == "consent":
            await self._agree_or_not(text)
            return
        if self.step == "taken" and is_yes(text):
            await self.mine()
            return
        if self.step == "taken" and is_no(text):
            await self.back()
            return
        self._forget_nod()
        self.conversation.suggestion = " ".join(text.split())[:MOST_OF_A_NAME]
        await self._on()

    async def _agree_or_not(self, text: str) -> None:
        if is_no(text):
            told = _("Then no seat is taken, and nothing is kept. Ask the facilitator about it.")
            self.out.say("Notice", told)
            self.ask()
            return
        if not is_yes(text):
            raise Refusal("Type yes, or /go, if you agree. /back is for another name.")
        await self.go()

    async def go(self) -> None:
        """By the name that was offered; or agreed, and in."""
        if self.step == "name":
            await self._on()
        elif self.step == "consent":
            await self._agree()
        else:
            raise Refusal(NOT_HERE)

    async def back(self) -> None:
        """To the name."""
        if self.step == "name":
            raise Refusal(NOT_HERE)
        self._forget_nod()
        self.step = "name"
        self.ask()

    async def mine(self) -> None:
        """Ask the facilitator to be let in to their seat."""
        if self.step != "taken" or self._theirs is None:
            raise Refusal(NOT_HERE)
        self.step = "asking"
        self._nod = asyncio.create_task(self.conversation.hub.ask(self._theirs))
        self._nod.add_done_callback(lambda _task: self.conversation.loop.wake())
        await self.tell_state()

    async def _on(self) -> None:
        if self.conversation.hub.session is None:
            self.step = "wait"
            await self.tell_state()
        else:
            await self._to_consent()

    async def _to_consent(self) -> None:
        self.step = "consent"
        self._read = self._to_read()
        await self.tell_state()

    def _to_read(self) -> list[str]:
        session = self.conversation.hub.session
        return consent_lines(session, apart=True) if session is not None else []

    async def _agree(self) -> None:
        if self._read != self._to_read():
            self.out.say("Notice", _("This has changed. Please read it again."))
            await self._to_consent()
            return
        theirs = self.conversation.hub.seat_called(self.conversation.suggestion)
        if theirs is not None:
            self.step, self._theirs = "taken", theirs
            await self.tell_state()
            return
        try:
            participant = await self.conversation.hub.join(self.conversation.suggestion)
        except Refusal:
            self.step = "name"
            raise
        await self.conversation.sit(participant)

    async def _answered(self, nod: asyncio.Task[bool]) -> None:
        self._nod = None
        self.step = "taken"
        if nod.cancelled() or not nod.result() or self._theirs is None:
            self.out.say("Notice", _("The facilitator could not let you in to that seat."))
            self.ask()
            return
        participant = await self.conversation.hub.come_back(self._theirs.id)
        self.conversation.hold(participant)
        await self.conversation.hub.new_key(participant)
        await self.conversation.sit(participant)

    def _forget_nod(self) -> None:
        if self._nod is not None:
            self._nod.cancel()
        self._nod = None

    def leave(self) -> None:
        """Nobody waits for the facilitator any more."""
        with suppress(RuntimeError):  # the loop is gone as well
            self._forget_nod()

    def parting(self) -> str:
        """Goodbye."""
        return _("Goodbye.")
