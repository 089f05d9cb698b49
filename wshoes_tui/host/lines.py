"""The facilitator in plain lines, over SSH: the same conversation as on a terminal of the host's.

That conversation waits for one line after the other, so it has a thread of its own. What it
does goes to the store's thread like everything else, and it hears when others did something.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from queue import SimpleQueue

from wshoes_tui.host.afar import CircleFromAfar, SharedLive
from wshoes_tui.host.caller import Caller
from wshoes_tui.locale import Speech, _, language_of_environment, speech
from wshoes_tui.plain.hands.apart import asking_told
from wshoes_tui.plain.lines import Line
from wshoes_tui.plain.out import Out
from wshoes_tui.plain.room import Room
from wshoes_tui.plain.seat.editor import Editor
from wshoes_tui.plain.seat.intake import Source, WholeLines
from wshoes_tui.services.circle import Circle
from wshoes_tui.services.desk import Desk
from wshoes_tui.settings import Settings


class LinesFromAfar:
    """The ``Lines`` of a caller. ``None`` in the queue ends them, an empty tuple is a nudge."""

    def __init__(self, source: Source, nudged: Callable[[], None]) -> None:
        self._queue: SimpleQueue[Line | tuple[()] | None] = SimpleQueue()
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

    def next(self) -> Line | None:
        """Wait for the next line; None at the end of them."""
        while (found := self._queue.get()) == ():
            self._nudged()
        return found if isinstance(found, Line) else None

    def rest(self) -> Line | None:
        """What was typed of a line whose end has not come."""
        return self._source.rest()

    def hide(self, hidden: bool) -> None:
        """Nothing: what somebody types is shown by their own terminal, or by nobody."""


async def facilitate_in_lines(
    settings: Settings, desk: Desk, circle: Circle, caller: Caller
) -> None:
    """Let the facilitator hold the session in plain lines until they leave."""
    spoken = Speech()
    spoken.use(settings.language or language_of_environment(), easy=settings.easy)
    speech.set(spoken)
    if circle.live is None:
        caller.hang_up(_("Notice: the session is being chosen on the host. Come again then."))
        return
    loop = asyncio.get_running_loop()
    apart = CircleFromAfar(circle)
    live = SharedLive(circle, circle.live, apart)
    told = ["", ""]

    source: Source = Editor(caller.write) if caller.has_pty else WholeLines(caller.write)

    def tell(text: str) -> None:
        source.tell(text)
        source.show()

    def write(text: str) -> None:
        loop.call_soon_threadsafe(tell, text)

    def look_up() -> None:
        before = tuple(told)
        told[:] = asking_told(apart.asking()), apart.told()
        for line in told:
            if line and line not in before:
                room.out.say("Notice", line)
        room.follow()

    lines = LinesFromAfar(source, look_up)
    room = Room(Out(write), lines, desk, spoken, language=settings.language or None)
    room.apart = apart

    def converse() -> None:
        room.begin(live, resumed=bool(live.session.turns))
        look_up()
        while not room.over and (line := lines.next()) is not None:
            room.take(line)
        rest = lines.rest()
        if rest is not None and rest.text.strip():
            room.keep_unfinished(rest)

    caller.on_lost = caller.on_end = lines.end
    caller.on_data = lines.feed
    if caller.ended:  # before anybody listened
        lines.end()
    stop = circle.watch(lambda _transition: lines.nudge())
    try:
        await asyncio.to_thread(converse)
    finally:
        stop()
        for held in (*room.refused, *room.unkept):  # the host writes them to a file at its end
            circle.hold(held)
        caller.on_data = caller.on_lost = caller.on_end = None
    Out(source.tell).say("End", _("Everything is kept."))
    caller.hang_up()
