"""A desk whose store is opened behind the first question: reading a card needs no database."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from concurrent.futures import CancelledError, Future, ThreadPoolExecutor
from pathlib import Path
from threading import Lock
from types import TracebackType
from typing import TYPE_CHECKING

from wshoes_tui.domain.list_rows import SessionLine
from wshoes_tui.domain.models import Session, Transition
from wshoes_tui.sessions.session_library import SessionLibrary

if TYPE_CHECKING:
    from wshoes_tui.sessions.ports import SessionStore


class LazyStore:
    """A ``SessionStore`` that opens the real one when it is first needed, or when told to begin.

    A new session waits in memory until then; it is kept before anything that is asked for
    after it, so nothing is ever said to be saved that is not.

    Args:
        open_desk: opens the real store.
        prepare: what can take long before that, and can be broken off at any moment.
    """

    def __init__(
        self, open_desk: Callable[[], SessionLibrary], prepare: Callable[[], None] = lambda: None
    ) -> None:
        self._open_desk = open_desk
        self._prepare = prepare
        self._deciding = Lock()
        self._needed = self._given_up = False
        self._threads = ThreadPoolExecutor(max_workers=1, thread_name_prefix="opening")
        self._opening: Future[SessionLibrary] | None = None
        self._waiting: Session | None = None
        self._locks: dict[str, LazyLock] = {}

    @property
    def begun(self) -> bool:
        """Whether anything was asked of the store, or waits to be kept."""
        return self._opening is not None or self._waiting is not None

    def begin_opening(self) -> Future[SessionLibrary]:
        """Start to open the store, and do not wait for it."""
        if self._opening is None:
            self._opening = self._threads.submit(self._open)
        return self._opening

    def open_now(self) -> None:
        """Open the store and wait for it. StoreError if it refuses."""
        self._desk()

    def give_up(self) -> bool:
        """Leave the store unopened where nobody would miss anything; whether that is so.

        It is while a rehearsal waits in which nothing was done since its first card: neither
        a word nor a step of it is kept then. Nothing can be asked of the store afterwards.
        """
        if self._waiting is None or self._waiting.header.kind != "rehearsal":
            return False
        with self._deciding:
            self._given_up = not self._needed
            return self._given_up

    def _open(self) -> SessionLibrary:
        self._prepare()
        with self._deciding:
            if self._given_up:
                raise CancelledError
            self._needed = True
        return self._open_desk()

    def settle(self) -> None:
        """Have everything kept that waits. StoreError if it cannot be."""
        if self._waiting is not None:
            self._store()

    def lock(self, session_id: str) -> LazyLock:
        """The lock of a session; that of one which still waits is taken when it is kept.

        Raises:
            BusyError: another copy of the program holds it.
        """
        lock = LazyLock()
        if self._waiting is not None and self._waiting.id == session_id:
            self._locks[session_id] = lock
        else:
            lock.acquire(self._desk(), session_id)
        return lock

    def _desk(self) -> SessionLibrary:
        try:
            return self.begin_opening().result()
        except Exception:  # passed on: whatever it was, the next one tries again
            self._opening = None  # what stood in the way may be gone the next time
            self._needed = True
            raise

    def _store(self) -> SessionStore:
        library = self._desk()
        if self._waiting is not None:
            library.store.create(self._waiting)
            session_id, self._waiting = self._waiting.id, None
            lock = self._locks.pop(session_id, None)
            if lock is not None:
                lock.acquire(library, session_id)
        return library.store

    def create(self, session: Session) -> None:
        """Keep a new session as soon as the store is open."""
        self.settle()
        self._waiting = session

    def commit(self, transition: Transition) -> None:
        """Keep what a transition changed, durably."""
        self._store().commit(transition)

    def keep_draft(self, transition: Transition) -> None:
        """Keep changed drafts."""
        self._store().keep_draft(transition)

    def load(self, session_id: str) -> Session:
        """The session as last kept."""
        return self._store().load(session_id)

    def damage(self, session_id: str) -> Sequence[str]:
        """What is not as it was written."""
        return self._store().damage(session_id)

    def sessions(self) -> Sequence[SessionLine]:
        """All sessions."""
        return self._store().sessions()

    def find(self, reference: str) -> str:
        """The id for a reference."""
        return self._store().find(reference)

    def discard(self, session_id: str) -> None:
        """Remove a session."""
        self._store().discard(session_id)

    def wipe(self) -> None:
        """Overwrite traces of removed words."""
        self._store().wipe()

    def backup(self, path: Path) -> None:
        """Write a verified copy."""
        self._store().backup(path)

    def close(self) -> None:
        """Let go of the store, if it was ever opened."""
        self._threads.shutdown(wait=True)
        if self._opening is not None and self._opening.exception() is None:
            self._opening.result().store.close()


class LazyLock:
    """The right to change a session, perhaps not taken yet. Letting go of it always works."""

    def __init__(self) -> None:
        self._leave: Callable[[], object] = lambda: None
        self._left = False

    def acquire(self, library: SessionLibrary, session_id: str) -> None:
        """Take it, unless it was let go already. BusyError if somebody else holds it."""
        if self._left:
            return
        lock = library.locker(session_id)
        self._leave = lambda: lock.__exit__(None, None, None)

    def __enter__(self) -> LazyLock:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        leave, self._leave, self._left = self._leave, lambda: None, True
        leave()
