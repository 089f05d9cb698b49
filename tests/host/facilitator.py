"""The facilitator in plain lines, among people at seats of their own, all in this process.

async with seats() as together, facilitating(together) as jo:
    await jo.types("/seats")
    await jo.hears("Seat: 1, Asha")
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

from tests.host.lines import FakeLine, until
from tests.lines.seats import Together
from tests.lines.talk import check
from wshoes_tui.host.client import ClientConnection
from wshoes_tui.host.client_session import facilitate_in_lines
from wshoes_tui.host.credentials import Admitted
from wshoes_tui.settings import DataFolder, Settings


@dataclass
class Facilitator:
    """Whoever holds the session, on a line without a terminal."""

    together: Together
    line: FakeLine
    client: ClientConnection
    _from: int = 0

    @property
    def heard(self) -> str:
        """What was told since something was last typed."""
        return self.all_heard[self._from :]

    @property
    def all_heard(self) -> str:
        """Everything that was ever told."""
        return self.line.sent.decode()

    async def types(self, *lines: str) -> str:
        """Type whole lines; what answers them, up to the question that an empty line asks."""
        self._from = len(self.all_heard)
        self.client.receive_data("".join(f"{line}\n" for line in (*lines, "")).encode())
        await until(lambda: "Question:" in self.heard, self.heard)
        await self.together.rest()
        return self.heard

    async def error(self, line: str) -> str:
        """The one sentence with which a line is refused."""
        found = [told for told in (await self.types(line)).splitlines() if "Error: " in told]
        assert len(found) == 1, self.heard
        return found[0].removeprefix("Error: ")

    async def hears(self, text: str) -> None:
        """Wait until this has been told since something was last typed."""
        await until(lambda: text in self.heard, f"{text!r} in {self.heard!r}")


@asynccontextmanager
async def facilitating(
    together: Together, *, language: str = "en", raw: bool = False
) -> AsyncIterator[Facilitator]:
    """Let somebody hold the session in plain lines; ``raw`` where their client sends each key."""
    line = FakeLine()
    client = ClientConnection(
        line,
        Admitted("facilitator"),
        user="jo",
        address="10.0.0.7",
        term="dumb" if raw else None,
    )
    settings = Settings(data=DataFolder(Path("/nowhere")), language=language)
    running = asyncio.create_task(
        facilitate_in_lines(settings, together.library, together.hub, client)
    )
    jo = Facilitator(together, line, client)
    try:
        await jo.hears("Question:")
        yield jo
    finally:
        client.lost()
        await asyncio.wait_for(running, 30)
    for told in [] if raw else jo.all_heard.splitlines(keepends=True):
        check(told)
