"""One person at a seat of their own in plain lines: first joining, then on the seat."""

from __future__ import annotations

import asyncio
from collections.abc import Callable

from wshoes_tui.domain.value import Refusal
from wshoes_tui.errors import WshoesError
from wshoes_tui.hub.participants import Participant
from wshoes_tui.hub.seat_session import SeatSession
from wshoes_tui.hub.session_hub import SessionHub
from wshoes_tui.lines.argument_parser import split_line
from wshoes_tui.lines.line_editor import LineEditor
from wshoes_tui.lines.line_loop import LineLoop
from wshoes_tui.lines.line_splitter import TypedLine, WholeLines
from wshoes_tui.lines.line_writer import LineWriter
from wshoes_tui.lines.seat import seat_render
from wshoes_tui.lines.seat.draft_buffer import DraftTarget
from wshoes_tui.lines.seat.join_stage import NOT_HERE, JoinStage, SeatLineStage
from wshoes_tui.lines.seat.seat_slash import find_seat_handler
from wshoes_tui.lines.seat.seat_stage import SeatStage
from wshoes_tui.locale import Speech
from wshoes_tui.sessions.open_session import NOT_KEPT_YET


class SeatConversation:
    """The ``LineRole`` of a seat. ``loop`` is its line loop. Made on the event loop.

    Args:
        hub: the session and the others.
        write: takes what is to be sent to them, as text; it never waits.
        speech: how they are spoken to.
        suggestion: what they might be called.
        seat: the seat they come back to; None for somebody new.
        participant: who it is already, where only the face changes.
        remember: is told of the language and the reading level they chose.
        screen: whether there is a screen that they can change to.
        raw: whether their client sends every key, and shows none of them.
    """

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
    ) -> None:
        self.hub = hub
        self.speech = speech
        self.over = False
        self.loop: LineLoop[DraftTarget] = LineLoop(
            self, LineEditor(write) if raw else WholeLines(write)
        )
        self.out: LineWriter = LineWriter(self.loop.source.show_message)
        self.suggestion = " ".join(suggestion.split())
        self.participant = participant
        self.screen = screen
        self.raw = raw
        self.stand: SeatLineStage = JoinStage(self)
        self._seat = seat
        self._remember = remember
        self._event_loop = asyncio.get_running_loop()
        self._failing = False

    def meaning(self) -> DraftTarget:
        """What a line that is begun now is for."""
        return self.stand.meant

    def listen(self, wake: Callable[[], None]) -> Callable[[], None]:
        """Have ``wake`` called when anything has happened. Returns how to stop."""
        return self.hub.listen(lambda _transition: wake())

    async def begin(self) -> None:
        """To the join stage, or straight to the seat of somebody who is known."""
        try:
            if self._seat is not None and self.participant is None:
                self.hold(await self.hub.come_back(self._seat))
            if self.participant is not None:
                await self.sit(self.participant)
                return
        except (Refusal, WshoesError):
            await self.stand.tell_state()
            raise
        await self.stand.tell_state()

    async def follow(self) -> None:
        """Tell what is new."""
        await self.stand.follow()

    async def work(self, text: str, meant: DraftTarget) -> None:
        """Words for where they are, or a command."""
        name, words = split_line(text)
        if not text.strip():
            self.stand.ask()
        elif name:
            await find_seat_handler(name)(self, words)
        else:
            await self.stand.take_line(words, meant)

    def mirror(self, typed: str) -> None:
        """Have what is being typed kept."""
        self.stand.mirror(typed)

    def keep_rest(self, lines: list[TypedLine]) -> bool:
        """Have lines kept that are not worked any more. False where that cannot be."""
        return self.stand.keep_rest(lines)

    def parting(self) -> str:
        """What is said to somebody who leaves."""
        return self.stand.parting()

    def closed(self) -> None:
        """Nobody stands here any more."""
        self.stand.leave()

    async def settle(self) -> None:
        """Wait until whatever is on its way is kept."""
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
    def chair(self) -> SeatStage:
        """The seat they sit on.

        Raises:
            Refusal: they have not joined yet.
        """
        if not isinstance(self.stand, SeatStage):
            raise Refusal(NOT_HERE)
        return self.stand

    @property
    def join_stage(self) -> JoinStage:
        """The stage at which they join.

        Raises:
            Refusal: they have a seat.
        """
        if not isinstance(self.stand, JoinStage):
            raise Refusal(NOT_HERE)
        return self.stand

    def hold(self, participant: Participant) -> None:
        """From here on it is their seat, and theirs to be ended."""
        self.participant = participant
        participant.end = self.loop.end

    async def sit(self, participant: Participant) -> None:
        """Take the seat, and tell where the session stands."""
        self.hold(participant)
        seat_session = SeatSession(self.hub, participant, self.speech, self.not_kept, self.kept)
        await self.hub.learn(self.speech.language)
        self.stand.leave()
        chair = self.stand = SeatStage(self, seat_session)
        self._remember(self.speech)
        self.suggestion = seat_session.seat.label
        self.hub.attach_screen(participant, self.loop.end)
        seat_render.own_seat(self.out, seat_session)
        seat_render.more(self.out, seat_session)
        await chair.follow()

    async def to_join_page(self) -> None:
        """The session is another one: they need a seat in it."""
        self.participant, self.stand = None, JoinStage(self)
        await self.stand.tell_state()

    async def speak(
        self, language: str | None = None, *, easy: bool | None = None, told: Callable[[], str]
    ) -> None:
        """Speak to them like this from here on, say so, and tell everything once more."""
        self.speech.use(language, easy=easy)
        await self.hub.learn(self.speech.language)
        self._remember(self.speech)
        self.out.say("Notice", told())
        await self.stand.tell_state()
