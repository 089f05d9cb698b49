"""Line loop: reads lines and has a conversation work them one after the other, on asyncio.

The same loop serves a terminal, a pipe or a file (``stdin``) and the clients of a host. Who is
spoken to is the role: a facilitator (``facilitator_role``) or a seat (``seat_conversation``).
On a host many loops share one event loop, so nothing here waits for anything but that.
"""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import Awaitable, Callable
from contextlib import suppress
from enum import Enum, auto
from time import monotonic
from typing import Generic, Protocol, TypeVar

from wshoes_tui.domain.value import Refusal
from wshoes_tui.errors import WshoesError
from wshoes_tui.limits import MOST_LINES_WAITING
from wshoes_tui.line_output.line_writer import LineWriter
from wshoes_tui.lines.key_sources import KeySource, TypedLine, cut_off, too_long
from wshoes_tui.locale import N_, Speech, _, speech
from wshoes_tui.terminal.encodings import BYTES_MENDED

UNFINISHED = N_("The last line had no end. It is kept as a draft, not said.")
NOT_TAKEN = N_("The last line had no end, so it was not taken.")
ELSEWHERE = N_("Your seat is open somewhere else now, so this line ends.")

Meant = TypeVar("Meant")
Result = TypeVar("Result")


class Outcome(Enum):
    """How a line loop has ended."""

    LEFT = auto()
    TO_SCREEN = auto()
    STOPPED = auto()
    """By a signal: what is left to keep and to say is for the caller."""


class LineRole(Protocol[Meant]):
    """One conversation: what a line means, and what there is to tell. Errors are said by the loop.

    ``Meant`` is what a line was typed for, noted as its typing began: the group may have moved
    on to something else by the time the line ends.
    """

    @property
    def over(self) -> bool:
        """Whether they want to leave."""

    @property
    def out(self) -> LineWriter:
        """Where lines go."""

    @property
    def speech(self) -> Speech:
        """How they are spoken to."""

    def meaning(self) -> Meant:
        """What a line that is begun now is for."""

    def listen(self, wake: Callable[[], None]) -> Callable[[], None]:
        """Have ``wake`` called on the event loop when there may be news. Returns how to stop."""

    def begin(self) -> Awaitable[None] | None:
        """Tell where they are."""

    def follow(self) -> Awaitable[None] | None:
        """Tell what is new since the last time."""

    def work(self, text: str, meant: Meant) -> Awaitable[None] | None:
        """Work one line."""

    def mirror(self, typed: str) -> None:
        """Have kept what is being typed, of a line that has not ended."""

    def keep_rest(self, lines: list[TypedLine]) -> Awaitable[bool] | bool:
        """Keep lines that are not worked any more. False where one of them could not be."""

    def parting(self) -> str:
        """The sentence for somebody who leaves."""

    def closed(self) -> None:
        """The conversation has ended, in whatever way."""

    def settle(self) -> Awaitable[None] | None:
        """See that everything is kept, before the last line says so.

        Raises:
            WshoesError: it is not.
        """


async def settled(result: Awaitable[Result] | Result) -> Result:
    """The result of a call that may be a coroutine and may be none."""
    return await result if isinstance(result, Awaitable) else result


class LineLoop(Generic[Meant]):
    """The loop of one conversation: bytes come in by ``feed``, the role writes lines.

    Args:
        role: the conversation.
        source: makes lines of bytes, and shows what is being typed where that is for it to do.
        patience: seconds for which news waits, at most, for a pause in the typing of a line.
        most_waiting: lines that may wait before no more should be read.
    """

    def __init__(
        self,
        role: LineRole[Meant],
        source: KeySource,
        *,
        patience: float = 0.0,
        most_waiting: int = MOST_LINES_WAITING,
    ) -> None:
        self.role = role
        self.source = source
        self.end = self._ended_from_outside
        """Ends it with a sentence; with an empty one because the seat is open elsewhere."""
        self.on_drained: Callable[[], None] = lambda: None
        """Called when lines are taken again after ``full`` was True."""
        self._lines: deque[tuple[TypedLine, Meant]] = deque()
        self._meant: Meant | None = None
        self._was_full = False
        self._patience = patience
        self._most_waiting = most_waiting
        self._typed_at = 0.0
        self._woken = asyncio.Event()
        self._news = self._busy = self._all_came = False
        self._complaint = ""
        self._outcome: Outcome | None = None
        self._parting: str | None = None
        self._keeping: list[Awaitable[bool]] = []

    @property
    def full(self) -> bool:
        """Whether so many lines wait that no more should be read for now."""
        return self.waiting >= self._most_waiting

    @property
    def ended(self) -> bool:
        """Whether nothing that comes is taken any more."""
        return self._outcome is not None or self._all_came

    @property
    def waiting(self) -> int:
        """How many lines wait."""
        return len(self._lines)

    def feed(self, data: bytes) -> None:
        """Take bytes as they come. After the end, nothing."""
        if self.ended:
            return
        meant = self.role.meaning() if self._meant is None else self._meant
        for line in self.source.feed(data):
            self._lines.append((line, meant))
            meant = self.role.meaning()
        self._meant = meant if self.source.typed else None
        self._typed_at = monotonic()
        self._was_full = self._was_full or self.full
        self._mirror()
        if self.source.done:
            self.end_of_input()
        self._woken.set()

    def clear_typed(self) -> None:
        """Let go of what is being typed, and of what it was meant for."""
        self.source.clear()
        self._meant = None

    def end_of_input(self) -> None:
        """No more will come: what has come is worked, then they have left."""
        self._all_came = True
        self._woken.set()

    def lost(self) -> None:
        """The connection is gone: keep what was typed, and end."""
        self._end(Outcome.LEFT)

    def leave(self) -> None:
        """Leave, everything kept."""
        self._end(Outcome.LEFT, self.role.parting())

    def to_screen(self) -> None:
        """Go on at a screen."""
        self._end(Outcome.TO_SCREEN)

    def stop(self) -> None:
        """End once the line that is worked just now is done, and leave the rest to the caller."""
        self._outcome = self._outcome or Outcome.STOPPED
        self._woken.set()

    def wake(self) -> None:
        """Something has happened that is to be followed."""
        self._news = True
        self._woken.set()

    def complain(self, sentence: str) -> None:
        """Have an error said, in English: it is translated as it is said."""
        self._complaint = sentence
        self.wake()

    def _ended_from_outside(self, sentence: str) -> None:
        self._end(Outcome.LEFT, sentence or ELSEWHERE)

    def _end(self, outcome: Outcome, parting: str | None = None) -> None:
        """The first end counts. A seat's words are on their way to the store on return."""
        if self._outcome is None:
            self._outcome, self._parting = outcome, parting
            self._keep_left()
        self._woken.set()

    def _keep_left(self) -> None:
        left = self._left()
        kept = self.role.keep_rest(left) if left else True
        if not isinstance(kept, bool):
            self._keeping.append(kept)

    def _left(self) -> list[TypedLine]:
        """Every line that was not worked, the last perhaps without an end; then there are none."""
        lines = [line for line, _meant in self._lines]
        self._lines.clear()
        rest = self.source.rest()
        return [*lines, rest] if rest is not None else lines

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
        speech.set(self.role.speech)
        stop_listening = self.role.listen(self.wake)
        try:
            if self._outcome is None:
                await self._trying(self.role.begin)
            while self._outcome is None:
                await self._next()
            if self._outcome is Outcome.STOPPED:
                return self._outcome
        finally:
            stop_listening()
            if self._outcome is not Outcome.STOPPED:
                self._keep_left()
            while self._keeping:
                await self._keeping.pop(0)
            self.role.closed()
        await settled(self.role.settle())
        if self._parting is not None:
            self.role.out.say("End", _(self._parting))  # in the language of this role
        return self._outcome

    async def _next(self) -> None:
        """What happened goes first: nobody should answer what is asked no more."""
        pause = self._typed_at + self._patience - monotonic() if self.source.typed else 0.0
        if self._news and pause <= 0:
            self._news = False
            complaint, self._complaint = self._complaint, ""
            if complaint:
                self.role.out.say("Error", _(complaint))
            await self._trying(self.role.follow)
        elif self._lines:
            line, meant = self._lines.popleft()
            if self._was_full and not self.full:
                self._was_full = False
                self.on_drained()
            await self.take(line, meant)
        elif self._all_came:
            if told := await self.keep_unfinished():
                self.role.out.say("Notice", told)
            self.leave()
        else:
            self.source.show_line()
            self._woken.clear()
            with suppress(TimeoutError):
                await asyncio.wait_for(self._woken.wait(), pause if self._news else None)

    async def keep_unfinished(self) -> str:
        """Keep a last line that has no end. What became of it in a sentence, if there is one."""
        left = self._left()
        if len(left) != 1 or left[0].whole or not (left[0].text.strip() or left[0].too_long):
            return ""
        if await settled(self.role.keep_rest(left)):
            return _(UNFINISHED)
        refusal = too_long() if left[0].too_long else Refusal(NOT_TAKEN)
        return _(refusal.template, **refusal.words)

    async def take(self, line: TypedLine, meant: Meant) -> None:
        """Work a whole line, and tell what became of it and what is new."""

        async def work() -> None:
            if line.too_long:
                raise too_long()
            if line.cut:
                raise cut_off()
            if line.mended:
                self.role.out.say("Notice", _(BYTES_MENDED))
            await settled(self.role.work(line.text, meant))

        self._busy = True
        try:
            await self._trying(work)
            if self.role.over:
                self.leave()
            if self._outcome is None:
                await self._trying(self.role.follow)
        finally:
            self._busy = False
        self._mirror()
        await asyncio.sleep(0)  # commands that wait for nothing leave room for the others too

    async def _trying(self, work: Callable[[], Awaitable[None] | None]) -> None:
        """Do something; what is refused or fails is said as an error."""
        try:
            await settled(work())
        except Refusal as refusal:
            self.role.out.say("Error", _(refusal.template, **refusal.words))
        except WshoesError as error:
            self.role.out.say("Error", str(error))

    def _mirror(self) -> None:
        """Have what is being typed kept, unless lines before it are still on their way."""
        if not (self._busy or self._lines) and self._outcome is None:
            self.role.mirror(self.source.typed)
