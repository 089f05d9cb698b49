"""Fixture: a session hub without any front end, with keys in memory.

async with open_hub(library) as hub:
    participant = await hub.join("Asha")
"""

from __future__ import annotations

from collections.abc import AsyncIterator, Mapping, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from itertools import count

from wshoes_tui.domain.models import Session
from wshoes_tui.domain.writer_key import tag_of, written_with
from wshoes_tui.hub.session_hub import SessionHub
from wshoes_tui.sessions.session_library import SessionLibrary, StartedSession
from wshoes_tui.sessions.store_thread import StoreThread


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

    def seat_keys(self, seats: Sequence[str]) -> Mapping[str, str]:
        """Those there are, or new ones."""
        return {seat: self.keys.get(seat) or self.new_seat_key(seat) for seat in seats}

    def new_seat_key(self, seat_id: str) -> str:
        """A new key."""
        self.keys[seat_id] = f"pebble-lemon-{next(self._numbers)}"
        return self.keys[seat_id]

    def forget(self, seat_id: str) -> None:
        """No key any more."""
        self.keys.pop(seat_id, None)

    def tag(self, seat_id: str, record_id: str) -> str:
        """The tag of a record, with a hash that is quick."""
        key = self.keys.get(seat_id)
        return tag_of(key.encode(), record_id) if key else ""

    def words_of(self, seat_id: str, session: Session) -> tuple[str, ...]:
        """What was written with the key of a seat."""
        key = self.keys.get(seat_id)
        return written_with(session, key.encode()) if key else ()


@asynccontextmanager
async def open_hub(library: SessionLibrary, *, begun: bool = True) -> AsyncIterator[SessionHub]:
    """A hub with a new session on the first deck of the library, before anybody has joined.

    Args:
        begun: whether there is a session at all; ``take_up`` begins one.
    """
    worker = StoreThread()
    hub = SessionHub(worker, InMemoryKeys(), library.deck_library)
    try:
        if begun:
            await take_up(hub, library)
        yield hub
    finally:
        worker.close()


async def take_up(hub: SessionHub, library: SessionLibrary) -> None:
    """Host a new session on the first deck of the library."""
    decks = [library.deck_library.open(library.deck_library.listing()[0].id)]
    await hub.take_up(library.group(decks, StartedSession(seed=7)))
