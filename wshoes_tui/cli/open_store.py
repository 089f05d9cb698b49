"""Looking at what is kept, without making or changing anything."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING

from wshoes_tui.cli.console import many, write_error
from wshoes_tui.cli.options import GivenOptions
from wshoes_tui.settings import Settings

if TYPE_CHECKING:
    from wshoes_tui.domain.models import Session
    from wshoes_tui.sessions.ports import SessionStore

SHORT = 8
"""Characters of an id in a list; a session is found by any beginning that only it has."""


@contextmanager
def sessions_of(given: GivenOptions) -> Iterator[SessionStore]:
    """The store, to be read only; an empty one where nothing was ever kept.

    Raises:
        StoreError: what is kept cannot be read.
    """
    store = _open(given.settings)
    try:
        yield store
    finally:
        store.close()


def _open(settings: Settings) -> SessionStore:
    if not has_begun(settings):
        from wshoes_tui.storage.memory_store import MemoryStore

        return MemoryStore()
    from wshoes_tui.sessions.bootstrap import open_session_library

    return open_session_library(settings, read_only=True).store


def has_begun(settings: Settings) -> bool:
    """Whether there is a database, or at least a trace of one for the store to tell about."""
    if settings.database:
        return True
    try:
        names = os.listdir(settings.data.root)  # noqa: PTH208 - names alone are wanted
    except FileNotFoundError:
        return False
    except OSError:
        return True
    return any(name.startswith(settings.data.database.name) for name in names)


def load(store: SessionStore, reference: str) -> tuple[Session, str]:
    """The session of an id, the beginning of one or "last", and a sentence on what is damaged.

    Raises:
        NotFoundError: there is none, or more than one.
        StoreError: it cannot be read.
    """
    session_id = store.find(reference)
    damaged = len(store.damage(session_id))
    sentence = (
        f"Session {session_id[:SHORT]} has {many(damaged, 'damaged record')}, left out here or "
        "perhaps wrong. Everything else is here. A backup may hold it whole."
    )
    return store.load(session_id), sentence if damaged else ""


def status_of(troubles: Sequence[str]) -> int:
    """Tell on standard error what could not be read, and the exit status that says so."""
    told = [trouble for trouble in troubles if trouble]
    for trouble in told:
        write_error(trouble)
    return 1 if told else 0
