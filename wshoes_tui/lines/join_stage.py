"""Line stages of a seat: what they work on, their base class, and how somebody joins."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from contextlib import suppress
from typing import TYPE_CHECKING, ClassVar, Protocol

from wshoes_tui.domain.value import Refusal
from wshoes_tui.flow.action_types import Role, SeatScope
from wshoes_tui.flow.answer_parser import is_no, is_yes
from wshoes_tui.flow.join_flow import NOT_LET_IN, JoinFlow
from wshoes_tui.line_output import render
from wshoes_tui.line_output.line_writer import LineWriter
from wshoes_tui.lines.draft_buffer import DraftTarget
from wshoes_tui.lines.slash_commands import NOT_HERE
from wshoes_tui.lines.stage import GOODBYE
from wshoes_tui.locale import Speech, _

if TYPE_CHECKING:
    from wshoes_tui.domain.commands import Command
    from wshoes_tui.domain.models import DraftKind, Session
    from wshoes_tui.hub.participants import Participant
    from wshoes_tui.hub.seat_session import SeatSession
    from wshoes_tui.hub.session_hub import SessionHub
    from wshoes_tui.lines.key_sources import TypedLine
    from wshoes_tui.lines.line_loop import LineLoop


class SeatContext(Protocol):
    """The conversation of a seat, as its stages and slash commands work on it."""

    role: ClassVar[Role]
    hosted: bool
    hub: SessionHub
    loop: LineLoop[DraftTarget]
    out: LineWriter
    speech: Speech
    suggestion: str
    """What they might be called."""
    screen: bool
    """Whether there is a screen that they can change to."""
    raw: bool
    """Whether their client sends every key, and shows none of them."""

    @property
    def seat_session(self) -> SeatSession:
        """The session as their seat sees it. Raises Refusal where they have no seat yet."""

    @property
    def session(self) -> Session:
        """That session itself."""

    @property
    def author(self) -> tuple[str | None, str | None]:
        """The seat and the shoes of what is kept here."""

    async def keep_words(self, kind: DraftKind, command: Command) -> tuple[Session, str]:
        """Keep the words of a command. Returns the session after it, and the id of its record."""

    def hold(self, participant: Participant) -> None:
        """From here on it is their seat, and theirs to be ended."""

    async def sit(self, participant: Participant) -> None:
        """Take the seat, and tell where the session stands."""

    async def join_again(self) -> None:
        """The session is another one: they need a seat in it."""

    async def speak(
        self,
        language: str | None = None,
        *,
        easy: bool | None = None,
        told: Callable[[], str],
    ) -> None:
        """Speak to them like this from here on, say so, and tell everything once more."""


class SeatLineStage:
    """Line stage of a seat: tells what is there, asks, and takes what is typed.

    Whatever does not apply raises a Refusal, which is said as an error.
    """

    taking_out = ""
    """The id of the response of which it was told what taking it out means."""

    def __init__(self, conversation: SeatContext) -> None:
        self.conversation = conversation

    @property
    def out(self) -> LineWriter:
        return self.conversation.out

    @property
    def holder(self) -> SeatSession:
        """What rows of the action table are done on."""
        return self.conversation.seat_session

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
        return _(GOODBYE)


class JoinStage(SeatLineStage):
    """Where somebody is before they have a seat."""

    def __init__(self, conversation: SeatContext) -> None:
        super().__init__(conversation)
        hub, speech = conversation.hub, conversation.speech
        self._flow = JoinFlow(hub, lambda: speech.easy, conversation.suggestion)
        self._answer: asyncio.Task[bool] | None = None

    @property
    def scope(self) -> SeatScope:
        return self._flow.step

    async def follow(self) -> None:
        """The session has begun, or the facilitator has answered."""
        if self._flow.follow():
            await self.tell_state()
        elif self._answer is not None and self._answer.done():
            await self._answered(self._answer)

    async def tell_state(self) -> None:
        """What stands at this step; a consent card is read from here on as it is now."""
        render.say_blocks(self.out, self._flow.blocks())
        self._flow.begin_reading()
        self.ask()

    def question(self) -> str:
        return self._flow.question().text

    async def take_line(self, text: str, _meant: DraftTarget) -> None:
        """A name; a yes or a no where that is asked."""
        step = self._flow.step
        if step == "consent":
            await self._agree_or_not(text)
        elif step == "taken" and is_yes(text):
            await self.mine()
        elif step == "taken" and is_no(text):
            await self.back()
        else:
            self._stop_asking()
            self._flow.take_name(text)
            self.conversation.suggestion = self._flow.name
            await self._go_in()

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
        if self._flow.step == "name":
            await self._go_in()
        elif self._flow.step == "consent":
            outcome = await self._flow.agree()
            if outcome.participant is not None:
                await self.conversation.sit(outcome.participant)
                return
            if outcome.told is not None:
                render.say_blocks(self.out, (outcome.told,))
            await self.tell_state()
        else:
            raise Refusal(NOT_HERE)

    async def _go_in(self) -> None:
        self._flow.go_in()
        await self.tell_state()

    async def back(self) -> None:
        """To the name."""
        if self._flow.step == "name":
            raise Refusal(NOT_HERE)
        self._stop_asking()
        self._flow.back()
        self.ask()

    async def mine(self) -> None:
        """Ask the facilitator to be let in to their seat."""
        if self._flow.step != "taken":
            raise Refusal(NOT_HERE)
        self._answer = asyncio.create_task(self._flow.ask_for_seat())
        self._answer.add_done_callback(lambda _task: self.conversation.loop.wake())
        await asyncio.sleep(0)  # until it has been asked
        await self.tell_state()

    async def _answered(self, answer: asyncio.Task[bool]) -> None:
        self._answer = None
        if answer.cancelled() or not answer.result():
            self.out.say("Notice", _(NOT_LET_IN))
            self.ask()
            return
        await self.conversation.sit(await self._flow.take_seat_back(self.conversation.hold))

    def _stop_asking(self) -> None:
        if self._answer is not None:
            self._answer.cancel()
        self._answer = None

    def leave(self) -> None:
        """Nobody waits for the facilitator any more."""
        with suppress(RuntimeError):  # the loop is gone as well
            self._stop_asking()
