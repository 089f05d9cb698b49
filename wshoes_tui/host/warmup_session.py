"""A seat in a session of nobody's, kept nowhere: what a host warms up with."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from contextlib import nullcontext

from wshoes_tui.domain.commands import Begin, Open
from wshoes_tui.host.client import USUAL_SIZE, ClientConnection
from wshoes_tui.host.credentials import Admitted
from wshoes_tui.hub.session_hub import SessionHub
from wshoes_tui.sessions.ports import DeckFinder
from wshoes_tui.sessions.session_library import SessionLibrary
from wshoes_tui.sessions.store_thread import StoreThread
from wshoes_tui.storage.memory_store import MemoryStore
from wshoes_tui.tui.seat.seat_app import Arrival, SeatApp


class NullChannel:
    """A line on which an app can paint. ``taken`` counts the bytes it wrote."""

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


def null_client(line: NullChannel) -> ClientConnection:
    """Somebody on a seat, at the most usual of terminals, who never types."""
    return ClientConnection(line, Admitted("seat"), term="xterm-256color", size=USUAL_SIZE)


class NullKeys:
    """Nobody comes back to it."""

    def belong_to(self, session_id: str) -> None:
        """To whatever session."""

    def has_key(self, seat_id: str) -> bool:  # noqa: ARG002
        """Nobody has one."""
        return False

    def seat_keys(self, seats: Sequence[str]) -> Mapping[str, str]:
        """None is made."""
        return dict.fromkeys(seats, "")

    def new_seat_key(self, seat_id: str) -> str:  # noqa: ARG002
        """None is made."""
        return ""

    def forget(self, seat_id: str) -> None:
        """There is nothing to forget."""


async def warmup_app(
    worker: StoreThread, deck_library: DeckFinder
) -> Callable[[ClientConnection], SeatApp]:
    """Makes the app of somebody who sits on their first card.

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
