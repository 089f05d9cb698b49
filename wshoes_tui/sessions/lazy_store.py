"""Lazy store: opens the database on first use, as it is slow, and no card needs it."""

from __future__ import annotations

from collections.abc import Callable
from threading import Lock
from typing import TYPE_CHECKING, Any

from wshoes_tui.domain.models import Session
from wshoes_tui.sessions.session_library import SessionLibrary

if TYPE_CHECKING:
    from concurrent.futures import Future, ThreadPoolExecutor  # slow to import

    from wshoes_tui.sessions.ports import SessionStore


def _forwarded(name: str) -> Any:
    """A method of ``SessionStore`` that opens the real store and calls the same one of it."""

    def forward(lazy: LazyStore, *args: Any, **named: Any) -> Any:
        return getattr(lazy._store(), name)(*args, **named)

    return forward


class LazyStore:
    """A ``SessionStore`` that opens the real one in a thread, when it is needed or told to begin.

    A new session waits in memory until then. It is kept before anything that is asked of the
    store after it, so nothing is ever said to be saved that is not.

    Args:
        open_library: opens the session library with the real store.
        prepare: slow work before that, such as imports; may be abandoned at any moment.
    """

    def __init__(
        self, open_library: Callable[[], SessionLibrary], prepare: Callable[[], None] = lambda: None
    ) -> None:
        self._open_library = open_library
        self._prepare = prepare
        self._deciding = Lock()
        self._needed = self._given_up = False
        self._threads: ThreadPoolExecutor | None = None
        self._opening: Future[SessionLibrary] | None = None
        self._waiting: Session | None = None
        self._locks: dict[str, LazyLock] = {}

    @property
    def begun(self) -> bool:
        """Whether anything was asked of the store, or waits to be kept."""
        return self._opening is not None or self._waiting is not None

    def begin_opening(self) -> Future[SessionLibrary]:
        """Start to open the store, without waiting for it."""
        if self._opening is None:
            from concurrent.futures import ThreadPoolExecutor

            self._threads = ThreadPoolExecutor(max_workers=1, thread_name_prefix="opening")
            self._opening = self._threads.submit(self._open)
        return self._opening

    def open_now(self) -> None:
        """Open the store and wait for it. StoreError if it refuses."""
        self._library()

    def give_up(self) -> bool:
        """Give up opening the store, where only an untouched rehearsal waits to be kept.

        Neither a word nor a step of that is lost. Nothing can be asked of the store afterwards.

        Returns:
            Whether it was given up.
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
                from concurrent.futures import CancelledError

                raise CancelledError
            self._needed = True
        return self._open_library()

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
            lock.acquire(self._library(), session_id)
        return lock

    def _library(self) -> SessionLibrary:
        try:
            return self.begin_opening().result()
        except Exception:  # of any kind: the next call tries again
            self._opening = None
            self._needed = True
            raise

    def _store(self) -> SessionStore:
        library = self._library()
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

    commit = _forwarded("commit")
    keep_draft = _forwarded("keep_draft")
    compare = _forwarded("compare")
    take_in = _forwarded("take_in")
    bulk = _forwarded("bulk")
    load = _forwarded("load")
    last_saved = _forwarded("last_saved")
    damage = _forwarded("damage")
    sessions = _forwarded("sessions")
    pledges = _forwarded("pledges")
    find = _forwarded("find")
    read = _forwarded("read")
    erase = _forwarded("erase")
    erased = _forwarded("erased")
    discard = _forwarded("discard")
    wipe = _forwarded("wipe")
    backup = _forwarded("backup")

    def close(self) -> None:
        """Close the store, if it was ever opened."""
        if self._threads is not None:
            self._threads.shutdown(wait=True)
        if self._opening is not None and self._opening.exception() is None:
            self._opening.result().store.close()


class LazyLock:
    """Lock of a session that is perhaps not acquired yet. It can be released in any case."""

    def __init__(self) -> None:
        self._release: Callable[[], object] = lambda: None
        self._released = False

    def acquire(self, library: SessionLibrary, session_id: str) -> None:
        """Acquire it, unless it was released before. BusyError if another process holds it."""
        if self._released:
            return
        lock = library.locker(session_id)
        self._release = lambda: lock.__exit__(None, None, None)

    def __enter__(self) -> LazyLock:
        return self

    def __exit__(self, *_error: object) -> None:
        release, self._release, self._released = self._release, lambda: None, True
        release()
