"""A house for the app to run in: its own store, decks, clock and chance.

async with house.open() as app:
    await typed(app, "r", ENTER)
    assert "You stand here" in shown(app)
"""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import AbstractContextManager, ExitStack, asynccontextmanager, nullcontext
from dataclasses import dataclass, field, replace
from typing import Any

from tests.build import Decks, Play, an_env
from tests.tui.keyboard import settled
from wshoes_tui.domain.dispatcher import Context
from wshoes_tui.domain.models import Session
from wshoes_tui.sessions.bootstrap import prepare_data_folder
from wshoes_tui.sessions.ports import SessionStore
from wshoes_tui.sessions.session_library import SessionLibrary
from wshoes_tui.settings import Settings
from wshoes_tui.storage.memory_store import MemoryStore
from wshoes_tui.storage.session_lock import SessionLock
from wshoes_tui.storage.sql_store import open_store
from wshoes_tui.tui.facilitator_app import WshoesApp
from wshoes_tui.tui.startup import StartOptions
from wshoes_tui.tui.textual_patches.library_caches import share_styles


class Remembering(MemoryStore):
    """A store in memory that outlives the program that closed it."""

    def close(self) -> None:
        """Nothing: the next app finds everything again."""


@dataclass
class House:
    """What apps run on. Every app opened here finds what the one before it has kept."""

    settings: Settings
    decks: Decks
    store: SessionStore | None = None
    env: Context = field(default_factory=an_env)
    _opened: ExitStack = field(default_factory=ExitStack)

    def library(self) -> SessionLibrary:
        """A desk over the store in memory, or over SQLite in the data folder."""
        if self.store is not None:
            return SessionLibrary(self.store, self.decks, lambda _id: nullcontext(), self.env)
        prepare_data_folder(self.settings)
        store = open_store(self.settings.data.database)
        self._opened.callback(store.close)
        return SessionLibrary(store, self.decks, self._lock, self.env)

    def _lock(self, session_id: str) -> AbstractContextManager[object]:
        lock = SessionLock(self.settings.data.locks, session_id)
        lock.acquire()
        self._opened.callback(lock.release)
        return lock

    @asynccontextmanager
    async def open(
        self,
        start: StartOptions | None = None,
        *,
        size: tuple[int, int] = (80, 24),
        driver_class: Any = None,
        settle: bool = True,
        **settings: Any,
    ) -> AsyncIterator[WshoesApp]:
        """An app that runs here until it is torn down, with nothing saved that was not before.

        Args:
            settle: whether to wait for the first screen; without, keys can be typed before it.
        """
        app = WshoesApp(
            replace(self.settings, **settings),
            start,
            open_library=self.library,
            driver_class=driver_class,
        )
        share_styles(app)  # parsed once for all tests; whole programs parse their own
        try:
            async with app.run_test(size=size, headless=driver_class is None):
                if settle:
                    await settled(app)
                yield app
            assert not app.place_of_error, app.place_of_error
        finally:
            app.worker.close()
            self._opened.close()

    def hold(self, play: Play) -> str:
        """Have a session in the store. Returns its id."""
        with self._opened:
            self.library().store.create(play.session)
        return play.session.id

    @property
    def only(self) -> Session:
        """The only session there is, as the store has it."""
        with self._opened:
            store = self.library().store
            (line,) = store.sessions()
            return store.load(line.id)


def resume(session_id: str = "") -> StartOptions:
    """A start that goes on with a session."""
    return StartOptions("resume", reference=session_id)
