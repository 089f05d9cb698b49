"""An app that runs on a line without a network."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

from tests.host.lines import FakeLine, a_caller, picture, until
from tests.host.seat import SeatApp
from wshoes_tui.host.client import ClientConnection
from wshoes_tui.host.seat_runner import run_seat_app


class Seat:
    """An app that runs on a line."""

    def __init__(self, line: FakeLine, client: ClientConnection) -> None:
        self.line, self.client = line, client
        self.app = SeatApp(client)
        self.running = asyncio.create_task(run_seat_app(self.app, client))

    @property
    def text(self) -> str:
        """What the terminal shows."""
        return "\n".join(picture(self.line.sent, (self.client.columns, self.client.lines)))

    @property
    def field(self) -> str:
        """What stands in the field for words."""
        return str(self.app.screen.query_one("WordsField").text)  # type: ignore[attr-defined]

    async def shows(self, wanted: str) -> None:
        """Wait until this is to be seen."""
        await until(lambda: wanted in self.text, wanted)

    def type(self, data: bytes) -> None:
        """They sent this, in one piece."""
        self.client.receive_data(data)

    async def write(self) -> None:
        """Get into the field."""
        self.type(b"w")
        await until(lambda: getattr(self.app.focused, "takes_words", False))

    async def worked_off(self) -> None:
        """Wait until everything typed has been."""
        inflow_of: Any = self.app._driver
        await until(lambda: not inflow_of.has_unread and self.app.key_queue.idle, "worked off")


@asynccontextmanager
async def seated(
    *, term: str = "xterm-256color", size: tuple[int, int] = (80, 24)
) -> AsyncIterator[Seat]:
    """Somebody in a seat."""
    line = FakeLine()
    seat = Seat(line, a_caller(line, term=term, size=size))
    await seat.shows("A seat")
    yield seat
    seat.client.lost()
    await seat.running
