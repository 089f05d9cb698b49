"""One person at a seat of their own: what they type goes in, what happens comes out in lines.

Lives on the event loop of a host with many others, and so waits for nothing but the loop.
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from enum import Enum, auto

from wshoes_tui.domain.models import Transition
from wshoes_tui.domain.refusal import Refusal
from wshoes_tui.errors import WshoesError
from wshoes_tui.locale import N_, Speech, _, speech
from wshoes_tui.plain.commands import split_command
from wshoes_tui.plain.lines import Line, too_long
from wshoes_tui.plain.out import Out
from wshoes_tui.plain.seat import hands, view
from wshoes_tui.plain.seat.chair import Chair
from wshoes_tui.plain.seat.commands import command_named
from wshoes_tui.plain.seat.door import Door
from wshoes_tui.plain.seat.field import Meant
from wshoes_tui.plain.seat.intake import Intake
from wshoes_tui.plain.seat.place import NOT_HERE, Stand
from wshoes_tui.services.circle import Circle, Member
from wshoes_tui.services.sitting import Sitting

__all__ = ["Outcome", "SeatLines", "hands"]

UNFINISHED = N_("The last line had no end. It is kept as a draft, not said.")
NOT_TAKEN = N_("The last line had no end, so it was not taken.")
ELSEWHERE = N_("Your seat is open somewhere else now, so this line ends.")


class Outcome(Enum):
    """How a conversation has ended."""

    LEFT = auto()
    TO_SCREEN = auto()


class SeatLines:
    """Somebody at a seat of their own, in plain lines.

    Args:
        circle: the session and the others.
        write: takes what is to be sent to them, as text; it never waits.
        speech: how they are spoken to.
        suggestion: what they might be called.
        seat: the seat they come back to; None for somebody new.
        member: who it is already, where only the face changes.
        remember: is told of the language and the reading level they chose.
        screen: whether there is a screen that they can change to.
        raw: whether their client sends every key, and shows none of them.

    ``end`` ends it with a sentence, from outside. ``on_room`` is called when lines are taken
    again after ``full`` was True.
    """

    def __init__(
        self,
        circle: Circle,
        write: Callable[[str], None],
        speech: Speech,
        *,
        suggestion: str = "",
        seat: str | None = None,
        member: Member | None = None,
        remember: Callable[[Speech], None] = lambda _speech: None,
        screen: bool = False,
        raw: bool = False,
    ) -> None:
        self.circle = circle
        self.speech = speech
        self.suggestion = " ".join(suggestion.split())
        self.member = member
        self.screen = screen
        self.intake: Intake[Meant] = Intake(write, lambda: self.stand.meant, raw=raw)
        self.out = Out(self.intake.source.tell)
        self.stand: Stand = Door(self)
        self.end = self._ended_from_outside
        self._seat = seat
        self._remember = remember
        self._loop = asyncio.get_running_loop()
        self._woken = asyncio.Event()
        self._news = self._busy = self._all_came = self._failing = False
        self._complaint = ""
        self._outcome: Outcome | None = None
        self._parting: str | None = None

    # -- what comes from the line

    @property
    def full(self) -> bool:
        """Whether so many lines wait that no more should be read for now."""
        return self.intake.full

    @property
    def on_room(self) -> Callable[[], None]:
        """What to call when there is room for more lines."""
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
        self._end(Outcome.LEFT, self.stand.parting())

    def to_screen(self) -> None:
        """Go on at a screen."""
        self._end(Outcome.TO_SCREEN)

    def _end(self, outcome: Outcome, parting: str | None = None) -> None:
        """The first end counts. What was typed is on its way to the store before this returns."""
        if self._outcome is None:
            self._outcome, self._parting = outcome, parting
            self._keep_rest()
        self._woken.set()

    def _keep_rest(self) -> bool:
        """Whether there was nothing, or all of it could be kept."""
        return self.stand.keep_rest(self.intake.left())

    # -- the conversation

    async def run(self) -> Outcome:
        """Hold the conversation until it ends. When cancelled, it ends as if the line were lost."""
        talking = asyncio.create_task(self._converse())
        try:
            return await asyncio.shield(talking)
        except asyncio.CancelledError:
            # A line on its way to the store must get there; then it ends by itself.
            self.lost()
            await asyncio.wait({talking})
            raise

    async def _converse(self) -> Outcome:
        speech.set(self.speech)
        stop_listening = self.circle.listen(self._hear)
        try:
            await self._trying(self._begin)
            while self._outcome is None:
                await self._next()
        finally:
            stop_listening()
            self.stand.leave()
            self._keep_rest()
        await self.circle.worker.run(lambda: None)  # whatever is on its way is kept first
        if self._parting is not None:
            self.out.say("End", _(self._parting))
        return self._outcome

    async def _begin(self) -> None:
        if self._seat is not None and self.member is None:
            try:
                self.hold(await self.circle.come_back(self._seat))
            except Refusal:
                await self.stand.tell()
                raise
        if self.member is not None:
            await self.sit(self.member)
        else:
            await self.stand.tell()

    async def _next(self) -> None:
        """What happened goes first: nobody should answer what is asked no more."""
        if self._news:
            self._news = False
            self._complain()
            await self._trying(self._follow)
        elif len(self.intake):
            await self._take(*self.intake.next())
        elif self._all_came:
            self._leave_at_the_end()
        else:
            self.intake.source.show()
            self._woken.clear()
            await self._woken.wait()

    async def _follow(self) -> None:
        await self.stand.follow()

    def _leave_at_the_end(self) -> None:
        rest = self.intake.left()
        if any(line.text.strip() or line.too_long for line in rest):
            kept = self.stand.keep_rest(rest)
            self.out.say("Notice", _(UNFINISHED) if kept else _(NOT_TAKEN))
        self.leave()

    async def _take(self, line: Line, meant: Meant) -> None:
        self._busy = True

        async def work() -> None:
            if line.too_long:
                raise too_long()
            if line.mended:
                told = _("Some bytes were no UTF-8: each became a replacement character.")
                self.out.say("Notice", told)
            await self._work(line.text, meant)

        try:
            await self._trying(work)
            if self._outcome is None:
                await self._trying(self._follow)
        finally:
            self._busy = False
        self._mirror()
        await asyncio.sleep(0)  # commands that wait for nothing leave room for the others too

    async def _work(self, text: str, meant: Meant) -> None:
        if not text.strip():
            self.out.say("Question", self.stand.question())
        elif text.startswith("//"):
            await self.stand.take(text[1:], meant)
        elif text.startswith("/"):
            name, words = split_command(text)
            await command_named(name).hand(self, words)
        else:
            await self.stand.take(text, meant)

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
            self.stand.mirror(self.intake.source.typed)

    # -- where they are

    @property
    def chair(self) -> Chair:
        """The seat they sit on.

        Raises:
            Refusal: they stand at the door.
        """
        if not isinstance(self.stand, Chair):
            raise Refusal(NOT_HERE)
        return self.stand

    @property
    def door(self) -> Door:
        """The door at which they stand.

        Raises:
            Refusal: they have a seat.
        """
        if not isinstance(self.stand, Door):
            raise Refusal(NOT_HERE)
        return self.stand

    def hold(self, member: Member) -> None:
        """From here on it is their seat, and theirs to be ended."""
        self.member = member
        member.end = self.end

    async def sit(self, member: Member) -> None:
        """Take the seat, and tell where the session stands."""
        self.hold(member)
        sitting = Sitting(self.circle, member, self.speech, self._not_kept, self._kept)
        self.stand.leave()
        await self.circle.learn(self.speech.language)
        chair = self.stand = Chair(self, sitting)
        self._remember(self.speech)
        self.suggestion = sitting.seat.label
        view.own_seat(self.out, sitting)
        await chair.follow()
        view.more(self.out, sitting)

    async def to_the_door(self) -> None:
        """The session is another one: they need a seat in it."""
        self.member, self.stand = None, Door(self)
        await self.stand.tell()

    async def speak(
        self, language: str | None = None, *, easy: bool | None = None, told: Callable[[], str]
    ) -> None:
        """Speak to them like this from here on, say so, and tell everything once more."""
        self.speech.use(language, easy=easy)
        await self.circle.learn(self.speech.language)
        self._remember(self.speech)
        self.out.say("Notice", told())
        await self.stand.tell()

    # -- what is heard

    def wake(self) -> None:
        """Something has happened that is to be followed."""
        self._news = True
        self._woken.set()

    def _hear(self, _transition: Transition | None) -> None:
        self.wake()

    def _not_kept(self, error: Exception) -> None:
        """On the store's thread."""
        if isinstance(error, Refusal):  # the group went on while a letter was on its way
            return
        sentence = str(error) if isinstance(error, WshoesError) else ""
        self._loop.call_soon_threadsafe(self._tell_not_kept, sentence)

    def _kept(self) -> None:
        """On the store's thread."""
        self._failing = False

    def _tell_not_kept(self, sentence: str) -> None:
        """Once, until something is kept again."""
        if not self._failing:
            self._failing = True
            self._complaint = sentence or N_("These words could not be kept yet.")
            self.wake()

    def _complain(self) -> None:
        complaint, self._complaint = self._complaint, ""
        if complaint:
            self.out.say("Error", _(complaint))
