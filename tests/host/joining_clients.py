"""Fixture: a host without a network, and clients that join it.

async with hosting(folder) as at:
    asha = JoiningClient(at.clients, name="Asha")
    await asha.goes_in()
"""

from __future__ import annotations

import asyncio
import gc
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, nullcontext
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from tests.host.lines import FakeLine, a_caller, picture, until
from tests.hub_fixture import take_up
from tests.tui.app_fixture import Decks
from tests.tui.decks import HOSPITAL
from wshoes_tui import limits
from wshoes_tui.host.client_session import ClientSessions
from wshoes_tui.host.credentials import Admitted, Credentials
from wshoes_tui.hub.session_hub import SessionHub
from wshoes_tui.sessions.session_library import SessionLibrary
from wshoes_tui.sessions.store_thread import StoreThread
from wshoes_tui.settings import DataFolder, Settings
from wshoes_tui.storage.memory_store import MemoryStore


@asynccontextmanager
async def hosting(
    folder: Path, most: int = 2, *, begun: bool = True, easy: bool = False
) -> AsyncIterator[Any]:
    """A host with so many seats ready, without a network."""
    settings = Settings(data=DataFolder(folder), language="en", easy=easy)
    library = SessionLibrary(MemoryStore(), Decks(HOSPITAL), lambda _session: nullcontext())
    worker, credentials = StoreThread(), Credentials(folder / "host")
    hub = SessionHub(worker, credentials, library.deck_library)
    clients = ClientSessions(settings, library, hub, credentials)
    if begun:
        await take_up(hub, library)
    try:
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(limits, "READY_SEATS", most)
            patch.setattr(limits, "CALM_SECONDS", 0.01)
            keeping = asyncio.create_task(clients.ready.keep_up())
            await until(lambda: len(clients.ready) == most, "seats are ready")
            yield SimpleNamespace(
                clients=clients, hub=hub, library=library, credentials=credentials, worker=worker
            )
            keeping.cancel()
            await asyncio.wait({keeping})
    finally:
        worker.close()
        gc.unfreeze()  # what rests here is not to rest on in other tests


class JoiningClient:
    """Somebody who joins on a fake line."""

    def __init__(
        self,
        clients: ClientSessions,
        term: str | None = "xterm",
        size: tuple[int, int] = (80, 24),
        name: str = "asha",
        admitted: Admitted | None = None,
        line: FakeLine | None = None,
    ) -> None:
        self.line, self.size = line or FakeLine(), size
        self.client = a_caller(self.line, term=term, size=size)
        self.client.user = name
        self.client.admitted = admitted or self.client.admitted
        self.stays = asyncio.create_task(clients.receive(self.client))

    @property
    def text(self) -> str:
        return "\n".join(picture(self.line.sent, self.size))

    async def sees(self, wanted: str) -> None:
        await until(lambda: wanted in self.text, wanted)

    async def goes_in(self) -> None:
        await self.sees("Press Enter to go in")
        self.client.receive_data(b"\r")
        await self.sees("What is kept")
        self.client.receive_data(b"\r")
        await self.sees("Your own key")

    async def leaves(self) -> None:
        self.client.lost()
        await self.stays
