"""A line to one person: what comes is worked one after the other, until it ends.

Lives on the event loop of a host with many others, and so waits for nothing but the loop.
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from enum import Enum, auto

from wshoes_tui.domain.value import Refusal
from wshoes_tui.errors import WshoesError
from wshoes_tui.hub.session_hub import SessionHub
from wshoes_tui.lines.line_splitter import TypedLine, too_long
from wshoes_tui.lines.line_writer import LineWriter
from wshoes_tui.lines.seat.draft_buffer import DraftTarget
from wshoes_tui.lines.seat.input_queue import InputQueue
from wshoes_tui.locale import N_, Speech, _, speech

UNFINISHED = N_("The last line had no end. It is kept as a draft, not said.")
NOT_TAKEN = N_("The last line had no end, so it was not taken.")
ELSEWHERE = N_("Your seat is open somewhere else now, so this line ends.")


class Outcome(Enum):
    """How a conversation has ended."""

    LEFT = auto()
    TO_SCREEN = auto()


class LineConnection:
    """What comes in as bytes and goes out as lines; what it means is for the class below.

    ``end`` ends it with a sentence, from outside; an empty one says that the seat is open
    elsewhere.
    """

    def __init__(
        self, hub: SessionHub, write: Callable[[str], None], speech: Speech, *, raw: bool
    ) -> None:
        self.hub = hub
        self.speech = speech
        self.intake: InputQueue[DraftTarget] = InputQueue(write, self.meaning, raw=raw)
        self.out = LineWriter(self.intake.source.show_message)
        self.end = self._ended_from_outside
        self._loop = asyncio.get_running_loop()
        self._woken = asyncio.Event()
        self._news = self._busy = self._all_came = self._failing = False
        self._complaint = ""
        self._outcome: Outcome | None = None
        self._parting: str | None = None

    def meaning(self) -> DraftTarget:
        """What a line that is begun now is for."""
        raise NotImplementedError

    async def begin_lines(self) -> None:
        """Tell where they are."""
        raise NotImplementedError

    async def follow(self) -> None:
        """Tell what is new."""
        raise NotImplementedError

    async def work(self, text: str, meant: DraftTarget) -> None:
        """Work a line."""
        raise NotImplementedError

    def mirror(self, typed: str) -> None:
        """Have what is being typed kept."""
        raise NotImplementedError

    def keep_rest(self, lines: list[TypedLine]) -> bool:
        """Have lines kept that are not worked any more. False where that cannot be."""
        raise NotImplementedError

    def parting(self) -> str:
        """What is said to somebody who leaves."""
        raise NotImplementedError

    def no_more(self) -> None:
        """It has ended."""
        raise NotImplementedError

    @property
    def full(self) -> bool:
        """Whether so many lines wait that no more should be read for now."""
        return self.intake.full

    @property
    def on_room(self) -> Callable[[], None]:
        """What to call when there is room again after ``full`` was True."""
        return self.intake.on_room

    @on_room.setter
    def on_room(self, hook: Callable[[], None]) -> None:
        self.intake.on_room = hook

    def feed(self, data: bytes) -> None:
        """Take bytes as they come. After the end, nothing."""
        if self._outcome is not None or self._all_came:
            return
        self.intake.feed(data)
        self._mirror()
        if self.intake.source.done:
            self.end_of_input()
        self._woken.set()

    def end_of_input(self) -> None:
        """The client sends no more: what has come is worked, then they have left."""
        self._all_came = True
        self._woken.set()

    def lost(self) -> None:
        """The line is gone: keep what was typed, and end."""
        self._end(Outcome.LEFT)

    def _ended_from_outside(self, sentence: str) -> None:
        self._end(Outcome.LEFT, sentence or ELSEWHERE)

    def leave(self) -> None:
        """Leave, everything kept; the seat waits."""
        self._end(Outcome.LEFT, self.parting())

    def to_screen(self) -> None:
        """Go on at a screen."""
        self._end(Outcome.TO_SCREEN)

    def _end(self, outcome: Outcome, parting: str | None = None) -> None:
        """The first end counts. What was typed is on its way to the store before this returns."""
        if self._outcome is None:
            self._outcome, self._parting = outcome, parting
            self.keep_rest(self.intake.left())
        self._woken.set()

    async def run(self) -> Outcome:
        """Hold the conversation until it ends. When cancelled, it ends as if the line were lost."""
        talking = asyncio.create_task(self._converse())
        try:
            return await asyncio.shield(talking)
        except asyncio.CancelledError:
            # A line on its way to the store must get there; then it ends by itself.
            self.lost()
            await asyncio.wait({talking})
            if not talking.cancelled():
                talking.exception()
            raise

    async def _converse(self) -> Outcome:
        speech.set(self.speech)
        stop_listening = self.hub.listen(lambda _transition: self.wake())
        try:
            if self._outcome is None:
                await self._trying(self.begin_lines)
            while self._outcome is None:
                await self._next()
        finally:
            stop_listening()
            self.no_more()
            self.keep_rest(self.intake.left())
        await self.hub.worker.run(lambda: None)  # whatever is on its way is kept first
        if self._parting is not None:
            self.out.say("End", _(self._parting))
        return self._outcome

    async def _next(self) -> None:
        """What happened goes first: nobody should answer what is asked no more."""
        if self._news:
            self._news = False
            complaint, self._complaint = self._complaint, ""
            if complaint:
                self.out.say("Error", _(complaint))
            await self._trying(self.follow)
        elif len(self.intake):
            await self._take(*self.intake.next())
        elif self._all_came:
            self._leave_at_the_end()
        else:
            self.intake.source.show_line()
            self._woken.clear()
            await self._woken.wait()

    def _leave_at_the_end(self) -> None:
        rest = self.intake.left()
        if any(line.text.strip() or line.too_long for line in rest):
            self.out.say("Notice", _(UNFINISHED) if self.keep_rest(rest) else _(NOT_TAKEN))
        self.leave()

    async def _take(self, line: TypedLine, meant: DraftTarget) -> None:
        async def work() -> None:
            if line.too_long:
                raise too_long()
            if line.mended:
                told = _("Some bytes were no letters: each became a replacement character.")
                self.out.say("Notice", told)
            await self.work(line.text, meant)

        self._busy = True
        try:
            await self._trying(work)
            if self._outcome is None:
                await self._trying(self.follow)
        finally:
            self._busy = False
        self._mirror()
        await asyncio.sleep(0)  # commands that wait for nothing leave room for the others too

    async def _trying(self, work: Callable[[], Awaitable[None]]) -> None:
        """Await something; what is refused or fails is said as an error."""
        try:
            await work()
        except Refusal as refusal:
            self.out.say("Error", _(refusal.template, **refusal.words))
        except WshoesError as error:
            self.out.say("Error", str(error))

    def _mirror(self) -> None:
        """Have what is being typed kept, unless lines before it are still on their way."""
        if not (self._busy or len(self.intake)) and self._outcome is None:
            self.mirror(self.intake.source.typed)

    def wake(self) -> None:
        """Something has happened that is to be followed."""
        self._news = True
        self._woken.set()

    def not_kept(self, error: Exception) -> None:
        """What is being typed could not be kept. On the store's thread."""
        if isinstance(error, Refusal):  # the group went on while a letter was on its way
            return
        sentence = str(error) if isinstance(error, WshoesError) else ""
        self._loop.call_soon_threadsafe(self._tell_not_kept, sentence)

    def kept(self) -> None:
        """What is being typed is kept. On the store's thread."""
        self._failing = False

    def _tell_not_kept(self, sentence: str) -> None:
        """Once, until something is kept again."""
        if not self._failing:
            self._failing = True
            self._complaint = sentence or N_("These words could not be kept yet.")
            self.wake()
