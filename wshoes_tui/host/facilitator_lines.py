"""A circle and its session, for the thread of somebody who works in plain lines.

A circle lives on the loop and is changed and gone through nowhere else. What is asked of it here
is worked there; this thread waits for the answer, and the loop waits for nobody.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Coroutine, Sequence
from queue import SimpleQueue
from typing import TypeVar

from wshoes_tui.domain.commands import Command
from wshoes_tui.domain.models import Seat, Session, Transition
from wshoes_tui.host.client import ClientConnection
from wshoes_tui.hub.participants import JoinDetails, SeatClaim
from wshoes_tui.hub.roster import about, people_told
from wshoes_tui.hub.session_hub import SessionHub
from wshoes_tui.lines.conversation import Conversation
from wshoes_tui.lines.line_splitter import TypedLine
from wshoes_tui.lines.line_writer import LineWriter
from wshoes_tui.lines.seat.input_queue import KeySource, WholeLines
from wshoes_tui.lines.seat.line_editor import LineEditor
from wshoes_tui.lines.slash.slash_people import asking_told
from wshoes_tui.locale import Speech, _, language_of_environment, speech
from wshoes_tui.sessions.open_session import OpenSession
from wshoes_tui.sessions.session_library import SessionLibrary
from wshoes_tui.settings import Settings

R = TypeVar("R")


class HubProxy:
    """The people of a circle, for any thread but the loop's. Made on the loop."""

    def __init__(self, hub: SessionHub) -> None:
        self._circle = hub
        self._loop = asyncio.get_running_loop()

    def _wait(self, work: Coroutine[object, object, R]) -> R:
        return asyncio.run_coroutine_threadsafe(work, self._loop).result()

    def _ask(self, work: Callable[[], R]) -> R:
        async def on_loop() -> R:
            return work()

        return self._wait(on_loop())

    @property
    def joining(self) -> JoinDetails:
        """What is read out to whoever wants to join."""
        return self._ask(lambda: self._circle.joining)

    def told(self) -> str:
        """How they are doing, all of them in one line."""
        return self._ask(lambda: people_told(self._circle))

    def fitted(self, command: Command) -> Command:
        """The command with what it must know of people at screens of their own."""
        return self._ask(lambda: self._circle.fitted(command))

    def at_own_screen(self, seat_id: str) -> bool:
        """Whether somebody has that seat at a screen of their own, here or away just now."""
        return self._circle.at_own_screen(seat_id)  # one look, for each seat, many times over

    def about(self, seats: Sequence[Seat]) -> Sequence[Sequence[str]]:
        """What there is to know of each of these seats, in a few words each."""

        def work() -> list[list[str]]:
            session = self._circle.session
            return [about(self._circle, session, seat) if session else [] for seat in seats]

        return self._ask(work)

    def asking(self) -> Sequence[SeatClaim]:
        """Those who ask to be let in to a seat they say is theirs, the first of them first."""
        return self._ask(lambda: tuple(self._circle.asking))

    def answer(self, asking: SeatClaim, *, let_in: bool) -> bool:
        """Let somebody in who asks, or do not. False if they have stopped asking."""
        return self._ask(lambda: self._circle.answer(asking, let_in=let_in))

    def hands(self) -> Sequence[str]:
        """The ids of the seats that have a hand up."""
        return self._ask(lambda: [m.seat for m in self._circle.participants.values() if m.hand])

    def lower_hand(self, seat_id: str) -> bool:
        """Take somebody's hand down. False if it was not up."""
        return self._ask(lambda: self._circle.lower_hand(seat_id))

    def let_go(self, seat_id: str) -> None:
        """Close a seat: its key opens nothing any more, its words are kept. Or StoreError."""
        self._wait(self._circle.let_go(seat_id))

    def give_shoes(self, seat_id: str, turn_id: str, shoes_id: str) -> None:
        """Have somebody stand in these shoes to talk on that turn."""
        self._ask(lambda: self._circle.give_shoes(seat_id, turn_id, shoes_id))


class SessionProxy:
    """The session of a circle, for a thread that may wait for what it asks."""

    def __init__(self, hub: SessionHub, live: OpenSession, apart: HubProxy) -> None:
        self._worker = hub.worker
        self._live = live
        self._apart = apart

    @property
    def session(self) -> Session:
        """The session as it is now."""
        return self._live.session

    @property
    def damaged(self) -> Sequence[str]:
        """What of it is not as it was written."""
        return self._live.damaged

    def do(self, command: Command) -> Transition:
        """Have the command worked on the store's thread, and wait for it."""
        return self._worker.submit(self._live.do, self._apart.fitted(command)).result()

    def release(self) -> None:
        """Nothing: it is the others' too."""


class FacilitatorLines:
    """The ``LineSource`` of a client. ``None`` in the queue ends it, an empty tuple is a nudge."""

    def __init__(self, source: KeySource, nudged: Callable[[], None]) -> None:
        self._queue: SimpleQueue[TypedLine | tuple[()] | None] = SimpleQueue()
        self._source = source
        self._nudged = nudged

    def feed(self, data: bytes) -> None:
        """They sent this."""
        for line in self._source.feed(data):
            self._queue.put(line)
        if self._source.done:
            self.end()

    def nudge(self) -> None:
        """Something has happened: whoever waits for a line looks up."""
        self._queue.put(())

    def end(self) -> None:
        """No more lines will come."""
        self._queue.put(None)

    def next(self) -> TypedLine | None:
        """Wait for the next line; None at the end of them."""
        while (found := self._queue.get()) == ():
            self._nudged()
        return found if isinstance(found, TypedLine) else None

    def rest(self) -> TypedLine | None:
        """What was typed of a line whose end has not come."""
        return self._source.rest()

    def hide(self, hidden: bool) -> None:
        """Nothing: what somebody types is shown by their own terminal, or by nobody."""


async def facilitate_in_lines(
    settings: Settings, library: SessionLibrary, hub: SessionHub, client: ClientConnection
) -> None:
    """Let the facilitator hold the session in plain lines until they leave."""
    spoken = Speech()
    spoken.use(settings.language or language_of_environment(), easy=settings.easy)
    speech.set(spoken)
    if hub.live is None:
        client.hang_up(_("Notice: the session is being chosen on the host. Come again then."))
        return
    loop = asyncio.get_running_loop()
    apart = HubProxy(hub)
    live = SessionProxy(hub, hub.live, apart)
    told = ["", ""]

    source: KeySource = LineEditor(client.write) if client.has_pty else WholeLines(client.write)

    def tell(text: str) -> None:
        source.show_message(text)
        source.show_line()

    def write(text: str) -> None:
        loop.call_soon_threadsafe(tell, text)

    def look_up() -> None:
        before = tuple(told)
        told[:] = asking_told(apart.asking()), apart.told()
        for line in told:
            if line and line not in before:
                conversation.out.say("Notice", line)
        conversation.follow()

    lines = FacilitatorLines(source, look_up)
    conversation = Conversation(
        LineWriter(write), lines, library, spoken, language=settings.language or None
    )
    conversation.apart = apart

    def converse() -> None:
        conversation.begin_session(live, resumed=bool(live.session.turns))
        look_up()
        while not conversation.over and (line := lines.next()) is not None:
            conversation.take_line(line)
        rest = lines.rest()
        if rest is not None and rest.text.strip():
            conversation.keep_unfinished(rest)

    client.on_lost = client.on_end = lines.end
    client.on_data = lines.feed
    if client.ended:  # before anybody listened
        lines.end()
    stop = hub.watch(lambda _transition: lines.nudge())
    try:
        await asyncio.to_thread(converse)
    finally:
        stop()
        for held in (
            *conversation.refused,
            *conversation.unkept,
        ):  # the host writes them to a file at its end
            hub.hold(held)
        client.on_data = client.on_lost = client.on_end = None
    LineWriter(source.show_message).say("End", _("Everything is kept."))
    client.hang_up()
