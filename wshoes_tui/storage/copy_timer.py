"""Copy timer: a backup on a thread after each closing, and every few minutes of a session.

Driven by what is saved: where nothing changes, nothing is copied. A change waits for its copy
no longer than ``COPY_SECONDS``; the clock is the monotonic one.
"""

from __future__ import annotations

from pathlib import Path
from threading import Lock, Thread, Timer
from time import monotonic

from wshoes_tui.limits import COPY_SECONDS


class CopyTimer:
    """Schedules the copies of one database file, one at a time; for any thread.

    Args:
        path: the database.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._lock = Lock()
        self._last = monotonic()
        self._timer: Timer | None = None
        self._working: Thread | None = None
        self._again = self._closed = False

    def changed(self, *, at_once: bool = False) -> None:
        """Something was saved: have it copied in time, or ``at_once``."""
        with self._lock:
            if self._closed:
                return
            if at_once:
                self._start()
            elif self._timer is None:
                wait = max(0.0, self._last + COPY_SECONDS - monotonic())
                self._timer = Timer(wait, self._due)
                self._timer.daemon = True
                self._timer.start()

    def _due(self) -> None:
        with self._lock:
            if not self._closed:
                self._start()

    def _start(self) -> None:
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None
        if self._working is not None:
            self._again = True
            return
        self._working = Thread(target=self._work, daemon=True, name="copy")
        self._working.start()

    def _work(self) -> None:
        from wshoes_tui.storage.backup import copied

        more = True
        while more:
            copied(self._path)
            with self._lock:
                self._last = monotonic()
                more, self._again = self._again, False
                if not more:
                    self._working = None

    def close(self) -> None:
        """Make no more copies, once the one under way is made."""
        with self._lock:
            self._closed = True
            if self._timer is not None:
                self._timer.cancel()
            working = self._working
        if working is not None:
            working.join()
