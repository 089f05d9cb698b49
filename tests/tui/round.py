"""Several people, each at a screen of their own, in one session.

async with a_round(house) as together:
    asha = await together.sits_down("Asha")
    await together.does(Open(), Begin())
    await typed(asha, "I want my own bed.", ENTER)
    assert "✓ saved" in shown(asha)
"""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, field
from itertools import count

from tests.tui.house import House
from tests.tui.keyboard import ENTER, settled, typed
from wshoes_tui.domain.commands import Command
from wshoes_tui.domain.models import Session
from wshoes_tui.services.circle import Circle
from wshoes_tui.services.desk import Desk, Started
from wshoes_tui.services.terminals import Terminal
from wshoes_tui.services.worker import Worker
from wshoes_tui.tui.seat.app import SeatApp


@dataclass
class InMemoryKeys:
    """Keys that are kept nowhere."""

    session: str = ""
    keys: dict[str, str] = field(default_factory=dict)
    _numbers: count[int] = field(default_factory=lambda: count(1))

    def belong_to(self, session_id: str) -> None:
        """Other seats."""
        if session_id != self.session:
            self.session, self.keys = session_id, {}

    def has_key(self, seat_id: str) -> bool:
        """Whether somebody may come back to it."""
        return seat_id in self.keys

    def seat_key(self, seat_id: str) -> str:
        """The key there is, or a new one."""
        return self.keys.get(seat_id) or self.new_seat_key(seat_id)

    def new_seat_key(self, seat_id: str) -> str:
        """A new key."""
        self.keys[seat_id] = f"pebble-lemon-{next(self._numbers)}"
        return self.keys[seat_id]

    def forget(self, seat_id: str) -> None:
        """No key any more."""
        self.keys.pop(seat_id, None)


@dataclass
class Round:
    """A circle, and the apps of those who sit in it."""

    circle: Circle
    desk: Desk
    _stack: AsyncExitStack
    apps: list[SeatApp] = field(default_factory=list)

    @property
    def session(self) -> Session:
        """All of the session, as no seat sees it."""
        session = self.circle.session
        assert session is not None
        return session

    async def opens(
        self, *, size: tuple[int, int] = (80, 24), language: str = "en", **how: object
    ) -> SeatApp:
        """An app at the door, or on the seat that ``how`` names."""
        app = SeatApp(self.circle, Terminal(), language, **how)  # type: ignore[arg-type]
        await self._stack.enter_async_context(app.run_test(size=size))
        self._stack.callback(app.stop_listening)
        self.apps.append(app)
        await settled(app)
        return app

    async def sits_down(self, name: str, **how: object) -> SeatApp:
        """Somebody goes in under that name and agrees to what is kept."""
        app = await self.opens(suggestion=name, **how)  # type: ignore[arg-type]
        await typed(app, ENTER, ENTER)
        await self.rest()
        assert app.sitting is not None
        return app

    async def does(self, *commands: Command) -> None:
        """The facilitator does all that, and everybody hears of it."""
        for command in commands:
            await self.circle.do(command)
        await self.rest()

    async def rest(self) -> None:
        """Wait until nothing is left to do at any screen."""
        for app in self.apps:
            await settled(app)


@asynccontextmanager
async def a_round(house: House, *, write_first: bool = False) -> AsyncIterator[Round]:
    """A session with the house's first deck, before anybody has come."""
    worker = Worker()
    desk = house.desk()
    circle = Circle(worker, InMemoryKeys(), house.decks)
    decks = [house.decks.open(house.decks.listing()[0].id)]
    live = desk.group(decks, Started(seed=7))
    await circle.take_up(live)
    try:
        async with AsyncExitStack() as stack:
            together = Round(circle, desk, stack)
            if write_first:
                from wshoes_tui.domain.commands import Plan

                await circle.do(Plan(write_first=True))
            yield together
    finally:
        worker.close()
