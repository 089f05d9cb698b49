"""Warm-up of a host: runs an app on a null channel, in a session in memory with null keys."""

from __future__ import annotations

import asyncio
import gc
from collections.abc import Callable, Mapping, Sequence
from contextlib import nullcontext
from typing import Any

from textual.app import App

from wshoes_tui.domain.commands import Begin, Open
from wshoes_tui.domain.models import Session
from wshoes_tui.host.client import USUAL_SIZE, ClientConnection
from wshoes_tui.host.credentials import Admitted
from wshoes_tui.host.seat_runner import run_seat_app
from wshoes_tui.hub.session_hub import SessionHub
from wshoes_tui.sessions.ports import DeckFinder
from wshoes_tui.sessions.session_library import SessionLibrary
from wshoes_tui.sessions.store_thread import StoreThread
from wshoes_tui.storage.memory_store import MemoryStore
from wshoes_tui.tui.seat.seat_app import Arrival, SeatApp

GLANCE_SECONDS, QUIET_GLANCES, MOST_GLANCES = 0.01, 10, 500
"""How often it is looked whether the app has painted, after how many looks without more output
it is done, and after how many looks in any case.
"""


class NullChannel:
    """Null object for a ``ClientChannel``. ``taken`` counts the bytes that were written."""

    def __init__(self) -> None:
        self.taken = 0

    @property
    def queued(self) -> int:
        """Nothing ever waits."""
        return 0

    def write(self, data: bytes) -> None:
        """Count it."""
        self.taken += len(data)

    def pause_reading(self) -> None:
        """There is nothing to read."""

    def resume_reading(self) -> None:
        """There is nothing to read."""

    def end(self, status: int) -> None:
        """There is nothing to end."""

    def cut(self) -> None:
        """There is nothing to end."""


def null_client(channel: NullChannel) -> ClientConnection:
    """A client with the most usual of terminals, who never types."""
    return ClientConnection(channel, Admitted("seat"), term="xterm-256color", size=USUAL_SIZE)


class NullKeys:
    """Null object for ``SeatKeys``: no seat has a key."""

    def belong_to(self, session_id: str) -> None:
        """Nothing depends on the session."""

    def has_key(self, seat_id: str) -> bool:  # noqa: ARG002
        """No seat has one."""
        return False

    def seat_keys(self, seats: Sequence[str]) -> Mapping[str, str]:
        """None is made."""
        return dict.fromkeys(seats, "")

    def new_seat_key(self, seat_id: str) -> str:  # noqa: ARG002
        """None is made."""
        return ""

    def forget(self, seat_id: str) -> None:
        """There is nothing to forget."""

    def tag(self, seat_id: str, record_id: str) -> str:  # noqa: ARG002
        """Without a key there is none."""
        return ""

    def words_of(self, seat_id: str, session: Session) -> tuple[str, ...]:  # noqa: ARG002
        """Without a key they are nobody's."""
        return ()


async def warmup_app(
    worker: StoreThread, deck_library: DeckFinder
) -> Callable[[ClientConnection], SeatApp]:
    """Returns what makes an app on the first card of a session in memory.

    Raises:
        WshoesError: there is no deck that can be read.
    """
    library = SessionLibrary(MemoryStore(), deck_library, lambda _session: nullcontext())
    hub = SessionHub(worker, NullKeys(), deck_library)
    deck = await worker.run(deck_library.open, await worker.run(library.first_deck))
    await hub.take_up(await worker.run(library.group, [deck]))
    participant = await hub.join("")
    await hub.do(Open())
    await hub.do(Begin())
    return lambda client: SeatApp(hub, Arrival(client.terminal, "en", participant=participant))


async def warm_up(make_app: Callable[[ClientConnection], App[Any]]) -> None:
    """Run one app where nobody sees it, so that the first to come does not wait for imports.

    What is loaded then stays for good and is left out of every later collection.
    """
    channel = NullChannel()
    client = null_client(channel)
    running = asyncio.create_task(run_seat_app(make_app(client), client))
    taken, still = 0, 0
    for _glance in range(MOST_GLANCES):
        await asyncio.sleep(GLANCE_SECONDS)
        still = still + 1 if channel.taken == taken else 0
        taken = channel.taken
        if running.done() or (taken and still >= QUIET_GLANCES):
            break
    client.lost()
    await running
    gc.collect()
    gc.freeze()
