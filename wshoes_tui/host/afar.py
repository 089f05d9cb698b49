"""A circle and its session, for the thread of somebody who works in plain lines.

A circle lives on the loop and is changed and gone through nowhere else. What is asked of it here
is worked there; this thread waits for the answer, and the loop waits for nobody.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Coroutine, Sequence
from typing import TypeVar

from wshoes_tui.domain.commands import Command
from wshoes_tui.domain.models import Seat, Session, Transition
from wshoes_tui.services.circle import Circle
from wshoes_tui.services.live import Live
from wshoes_tui.services.members import Asking, Joining
from wshoes_tui.services.people_apart import about, people_told

R = TypeVar("R")


class CircleFromAfar:
    """The people of a circle, for any thread but the loop's. Made on the loop."""

    def __init__(self, circle: Circle) -> None:
        self._circle = circle
        self._loop = asyncio.get_running_loop()

    def _wait(self, work: Coroutine[object, object, R]) -> R:
        return asyncio.run_coroutine_threadsafe(work, self._loop).result()

    def _ask(self, work: Callable[[], R]) -> R:
        async def on_loop() -> R:
            return work()

        return self._wait(on_loop())

    @property
    def joining(self) -> Joining:
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

    def asking(self) -> Sequence[Asking]:
        """Those who ask to be let in to a seat they say is theirs, the first of them first."""
        return self._ask(lambda: tuple(self._circle.asking))

    def answer(self, asking: Asking, *, let_in: bool) -> bool:
        """Let somebody in who asks, or do not. False if they have stopped asking."""
        return self._ask(lambda: self._circle.answer(asking, let_in=let_in))

    def hands(self) -> Sequence[str]:
        """The ids of the seats that have a hand up."""
        return self._ask(lambda: [m.seat for m in self._circle.members.values() if m.hand])

    def lower_hand(self, seat_id: str) -> bool:
        """Take somebody's hand down. False if it was not up."""
        return self._ask(lambda: self._circle.lower_hand(seat_id))

    def let_go(self, seat_id: str) -> None:
        """Close a seat: its key opens nothing any more, its words are kept. Or StoreError."""
        self._wait(self._circle.let_go(seat_id))

    def give_shoes(self, seat_id: str, turn_id: str, shoes_id: str) -> None:
        """Have somebody stand in these shoes to talk on that turn."""
        self._ask(lambda: self._circle.give_shoes(seat_id, turn_id, shoes_id))


class SharedLive:
    """The session of a circle, for a thread that may wait for what it asks."""

    def __init__(self, circle: Circle, live: Live, apart: CircleFromAfar) -> None:
        self._worker = circle.worker
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
