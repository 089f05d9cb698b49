"""One person at a seat of their own in plain lines: first joining, then on the seat."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import ClassVar

from wshoes_tui.domain.commands import Command
from wshoes_tui.domain.models import DraftKind, Session
from wshoes_tui.domain.value import Refusal
from wshoes_tui.errors import WshoesError
from wshoes_tui.flow.action_types import Role
from wshoes_tui.flow.labels import own_key
from wshoes_tui.flow.seat_flow import state_blocks
from wshoes_tui.hub.participants import Participant
from wshoes_tui.hub.seat_session import SeatSession
from wshoes_tui.hub.session_hub import SessionHub
from wshoes_tui.line_output import render
from wshoes_tui.line_output.line_writer import LineWriter
from wshoes_tui.lines.argument_parser import split_line
from wshoes_tui.lines.draft_buffer import DraftTarget
from wshoes_tui.lines.join_stage import JoinStage, SeatLineStage
from wshoes_tui.lines.key_sources import LineEditor, TypedLine, WholeLines
from wshoes_tui.lines.line_loop import LineLoop
from wshoes_tui.lines.pending_drafts import HELD
from wshoes_tui.lines.seat_slash import COMMANDS, seated
from wshoes_tui.lines.seat_stage import SeatStage
from wshoes_tui.locale import Speech, _
from wshoes_tui.sessions.open_session import NOT_KEPT_YET


class SeatConversation:
    """The ``LineRole`` of a seat, and its ``SeatContext``. Made on the event loop.

    Args:
        hub: the session and the others.
        write: takes what is to be sent to them, as text; it never waits.
        speech: how they are spoken to.
        suggestion: what they might be called.
        seat: the seat they come back to; None for somebody new.
        participant: who it is already, where only the front end changes.
        remember: is told of the language and the reading level they chose.
        screen: whether there is a screen that they can change to.
        raw: whether their client sends every key, and shows none of them.
    """

    over = False
    hosted = True
    role: ClassVar[Role] = "seat"

    def __init__(
        self,
        hub: SessionHub,
        write: Callable[[str], None],
        speech: Speech,
        *,
        suggestion: str = "",
        seat: str | None = None,
        participant: Participant | None = None,
        remember: Callable[[Speech], None] = lambda _speech: None,
        screen: bool = False,
        raw: bool = False,
        columns: Callable[[], int] = lambda: 0,
    ) -> None:
        self.hub = hub
        self.speech = speech
        self.loop: LineLoop[DraftTarget] = LineLoop(
            self, LineEditor(write) if raw else WholeLines(write)
        )
        self.out: LineWriter = LineWriter(self.loop.source.show_message, columns=columns)
        self.suggestion = " ".join(suggestion.split())
        self.participant = participant
        self.screen = screen
        self.raw = raw
        self.stage: SeatLineStage = JoinStage(self)
        self._seat = seat
        self._remember = remember
        self._event_loop = asyncio.get_running_loop()
        self._failing = False

    def meaning(self) -> DraftTarget:
        return self.stage.meant

    def listen(self, wake: Callable[[], None]) -> Callable[[], None]:
        return self.hub.listen(lambda _transition: wake())

    async def begin(self) -> None:
        """Ask them to join, or give them the seat of somebody who is known."""
        try:
            if self._seat is not None and self.participant is None:
                self.hold(await self.hub.come_back(self._seat))
            if self.participant is not None:
                await self.sit(self.participant)
                return
        except (Refusal, WshoesError):
            await self.stage.tell_state()
            raise
        await self.stage.tell_state()

    async def follow(self) -> None:
        await self.stage.follow()

    async def work(self, text: str, meant: DraftTarget) -> None:
        name, words = split_line(text)
        if not text.strip():
            self.stage.ask()
        elif name:
            action = await COMMANDS.work(self.stage, name, words)
            if action.does is not None:
                self.seat_stage.news.know_hand()
        else:
            await self.stage.take_line(words, meant)

    def mirror(self, typed: str) -> None:
        self.stage.mirror(typed)

    def keep_rest(self, lines: list[TypedLine]) -> bool:
        return self.stage.keep_rest(lines)

    def parting(self) -> str:
        return self.stage.parting()

    def closed(self) -> None:
        self.stage.leave()

    async def settle(self) -> None:
        await self.hub.worker.run(lambda: None)

    def not_kept(self, error: Exception) -> None:
        """What is being typed could not be kept. On the store's thread."""
        if isinstance(error, Refusal):  # the group went on while a letter was on its way
            return
        sentence = str(error) if isinstance(error, WshoesError) else ""
        self._event_loop.call_soon_threadsafe(self._tell_not_kept, sentence)

    def kept(self) -> None:
        """What is being typed is kept. On the store's thread."""
        self._failing = False

    def _tell_not_kept(self, sentence: str) -> None:
        """Once, until something is kept again."""
        if not self._failing:
            self._failing = True
            self.loop.complain(sentence or NOT_KEPT_YET)

    @property
    def seat_stage(self) -> SeatStage:
        """The stage of the seat they have. Raises Refusal where they have none yet."""
        return seated(self.stage)

    @property
    def seat_session(self) -> SeatSession:
        return self.seat_stage.seat_session

    @property
    def session(self) -> Session:
        return self.seat_session.session

    @property
    def author(self) -> tuple[str | None, str | None]:
        return self.seat_session.participant.seat, self.seat_session.shoes or None

    async def keep_words(self, kind: DraftKind, command: Command) -> tuple[Session, str]:
        """Keep the words of a command. Returns the session after it, and the id of its record.

        Raises:
            Refusal: it does not apply, or words of that kind wait already.
            StoreError: it could not be kept; it waits for /save.
        """
        here, seat = self.seat_stage, self.seat_session
        if here.field.waits(kind):
            raise Refusal(
                "Words of that kind wait already. /late says them, /save keeps them, /drop lets "
                "them go. Then type these again."
            )
        try:
            await seat.keep_this(command)
        except WshoesError:
            here.unkept.append(command)
            self.out.say("Notice", _(HELD))
            raise
        own = seat.participant.own
        return seat.session, own[-1] if own else ""

    def hold(self, participant: Participant) -> None:
        self.participant = participant
        participant.end = self.loop.end

    async def sit(self, participant: Participant) -> None:
        self.hold(participant)
        seat_session = SeatSession(self.hub, participant, self.speech, self.not_kept, self.kept)
        await self.hub.learn(self.speech.language)
        self.stage.leave()
        here = self.stage = SeatStage(self, seat_session)
        self._remember(self.speech)
        self.suggestion = seat_session.seat.label
        self.hub.attach_screen(participant, self.loop.end)
        self.out.say("Seat", render.seat_line(seat_session.seat))
        self.out.say("Seat", own_key(participant.key))
        render.say_blocks(self.out, state_blocks(seat_session))
        await here.follow()

    async def join_again(self) -> None:
        self.participant, self.stage = None, JoinStage(self)
        await self.stage.tell_state()

    async def speak(
        self, language: str | None = None, *, easy: bool | None = None, told: Callable[[], str]
    ) -> None:
        self.speech.use(language, easy=easy)
        await self.hub.learn(self.speech.language)
        self._remember(self.speech)
        self.out.say("Notice", told())
        await self.stage.tell_state()
