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

from tests.hub_fixture import open_hub
from tests.tui.app_fixture import House
from tests.tui.keyboard import ENTER, settled, typed
from wshoes_tui.domain.commands import Command, Plan
from wshoes_tui.domain.models import Session
from wshoes_tui.hub.session_hub import SessionHub
from wshoes_tui.sessions.session_library import SessionLibrary
from wshoes_tui.terminal.capabilities import TerminalCapabilities
from wshoes_tui.tui.seat.seat_app import Arrival, SeatApp
from wshoes_tui.tui.textual_patches.library_caches import share_styles


@dataclass
class Round:
    """A circle, and the apps of those who sit in it."""

    hub: SessionHub
    library: SessionLibrary
    _stack: AsyncExitStack
    apps: list[SeatApp] = field(default_factory=list)

    @property
    def session(self) -> Session:
        """All of the session, as no seat sees it."""
        session = self.hub.session
        assert session is not None
        return session

    async def opens(
        self, *, size: tuple[int, int] = (80, 24), language: str = "en", **how: object
    ) -> SeatApp:
        """An app at the door, or on the seat that ``how`` names."""
        come = Arrival(TerminalCapabilities(), language, **how)  # type: ignore[arg-type]
        app = SeatApp(self.hub, come)
        share_styles(app)
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
        assert app.seat_session is not None
        return app

    async def does(self, *commands: Command) -> None:
        """The facilitator does all that, and everybody hears of it."""
        for command in commands:
            await self.hub.do(command)
        await self.rest()

    async def rest(self) -> None:
        """Wait until nothing is left to do at any screen."""
        for app in self.apps:
            await settled(app)


@asynccontextmanager
async def a_round(house: House, *, write_first: bool = False) -> AsyncIterator[Round]:
    """A session with the house's first deck, before anybody has come."""
    library = house.library()
    async with open_hub(library) as hub, AsyncExitStack() as stack:
        if write_first:
            await hub.do(Plan(write_first=True))
        yield Round(hub, library, stack)
