"""Command ``wall``: a second screen that shows the session in large letters.

Another program holds the session; this one only reads. The database file tells by its size and its
time of change that something new is in it, and only then is it read.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from time import monotonic

from wshoes_tui.cli.options import GivenOptions, json_refused
from wshoes_tui.cli.stored_sessions import sessions_of
from wshoes_tui.domain.models import Session
from wshoes_tui.errors import NotFoundError, StoreError, WshoesError
from wshoes_tui.locale import _
from wshoes_tui.settings import Settings
from wshoes_tui.storage.quick_session import quick_session
from wshoes_tui.terminal.capabilities import terminal_of
from wshoes_tui.wall.wall_terminal import show_wall

LAST = "last"
READ_AGAIN_SECONDS = 2.0
"""How often it is read where no file tells of changes, as on a database server."""


class SessionFollower:
    """Reads a session whenever it may have changed.

    Args:
        settings: where the sessions are.
        load: reads the session; NotFoundError where there is none yet.
    """

    def __init__(self, settings: Settings, load: Callable[[], Session]) -> None:
        database = settings.data.database
        self._files = (
            () if settings.database else (database, database.with_name(f"{database.name}-wal"))
        )
        self._load = load
        self._seen: object = None
        self._read_at = 0.0
        self.session: Session | None = None
        """The session as it was last read."""

    def look(self) -> None:
        """Read the session if something has changed; what cannot be read now is kept as it was."""
        stamp = [_stamp(path) for path in self._files]
        if self._files:
            if stamp == self._seen:
                return
        elif monotonic() - self._read_at < READ_AGAIN_SECONDS:
            return
        self._read_at = monotonic()
        try:
            self.session = self._load()
        except StoreError:  # it is just being written; read at the next look
            return
        except NotFoundError:
            self.session = None
        self._seen = stamp


def _stamp(path: Path) -> tuple[int, int] | None:
    with suppress(OSError):
        told = path.stat()
        return told.st_size, told.st_mtime_ns
    return None


def read_session(given: GivenOptions, reference: str) -> Session:
    """A session, read without the store where that can be: it takes three times the memory."""
    if not given.settings.database:
        session = quick_session(given.settings.data.database, reference)
        if session is not None:
            return session
    with sessions_of(given) as store:
        return store.load(store.find(reference))


def open_wall(given: GivenOptions, reference: str) -> int:
    """Show a session on the wall until a key ends it; without one, always the newest.

    Raises:
        WshoesError: there is no terminal to show it on.
        NotFoundError: there is no session of that name.
    """
    if given.json:
        raise json_refused()
    if not all(one is not None and one.isatty() for one in (sys.stdin, sys.stdout)):
        raise WshoesError(_("The wall needs a terminal."), todo=_("Open one and type: wshoes wall"))
    if reference:
        read_session(given, reference)
    follower = SessionFollower(given.settings, lambda: read_session(given, reference or LAST))
    show_wall(follower, terminal_of(given.settings), easy=given.settings.easy)
    return 0
