"""Bootstrap: factories of the session library. Slow imports are made here, when they are needed."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from wshoes_tui.domain.list_rows import overview
from wshoes_tui.flow.first_hints import FirstHints
from wshoes_tui.locale import N_, _, language_of_environment

if TYPE_CHECKING:
    from datetime import date, datetime

    from wshoes_tui.decks.deck_library import DeckLibrary
    from wshoes_tui.domain.list_rows import DeckCounts, SessionsOverview
    from wshoes_tui.sessions.ports import DeckFinder
    from wshoes_tui.sessions.session_library import SessionLibrary
    from wshoes_tui.settings import Settings


LACKS_LOG = N_(
    "{name} was perhaps copied alone while it was in use: then its newest words are missing."
)
NO_COPY = N_("The last copy of your sessions could not be made. Why: wshoes doctor")


def open_deck_library(settings: Settings, *, cached: bool = True) -> DeckLibrary:
    """The decks shipped with the program, then one's own, then those given for this run.

    Args:
        cached: whether what is read of them is kept on the disk for the next time.
    """
    from wshoes_tui.decks.deck_library import DeckLibrary, shipped_folder

    folders = [("shipped", shipped_folder()), ("yours", settings.data.decks)]
    folders += [("given", folder) for folder in settings.decks]
    frameworks = [shipped_folder() / "frameworks", settings.data.root / "frameworks"]
    cache = settings.data.cache / "decks.json" if cached else None
    language = settings.language or language_of_environment()
    return DeckLibrary(folders, cache, frameworks, language)


def prepare_data_folder(settings: Settings) -> None:
    """Make the data folder, and see that sessions can be kept there.

    Raises:
        WeakStorageError: they can, and somebody has to say yes to a weakness of the disk first.
        StoreError: they cannot.
    """
    from wshoes_tui.storage.storage_probe import must_hold_sessions

    must_hold_sessions(settings.data.root)


def accept_weak_storage(settings: Settings) -> list[str]:
    """Note a yes to what the disk of the data folder cannot do. Returns a sentence for each."""
    from wshoes_tui.storage.storage_probe import accept_weaknesses

    return [weakness.what for weakness in accept_weaknesses(settings.data.root)]


@contextmanager
def told_when_slow(tell: Callable[[str], None]) -> Iterator[None]:
    """Have a sentence told, on any thread, whenever a database server keeps people waiting."""
    from wshoes_tui.storage.storage_errors import slow_listeners

    def listener() -> None:
        tell(_("The database server is slow. Still trying: your words are held until it answers."))

    slow_listeners.append(listener)
    try:
        yield
    finally:
        slow_listeners.remove(listener)


def last_saved(settings: Settings) -> datetime | None:
    """When the file of sessions was last written, by the clock of that moment."""
    from datetime import UTC, datetime

    try:
        return datetime.fromtimestamp(settings.data.database.stat().st_mtime, UTC)
    except (OSError, ValueError, OverflowError):
        return None


def quick_overview(settings: Settings, until: date) -> SessionsOverview | None:
    """What Home shows of the sessions, read without the store; None where only that can tell."""
    if settings.database:
        return None
    from wshoes_tui.storage.session_list import quick_overview as read

    return read(settings.data.database, until)


def backup_notice(settings: Settings) -> str:
    """What Home says of the copies of the sessions where something is wrong; empty if all is well.

    That is where the last copy could not be made, and where the file itself was perhaps copied
    without its log. Looks at names of files, without opening the store.
    """
    from wshoes_tui.storage.copy_files import why_failed

    path = database_file(settings)
    if path is None:
        return ""
    return log_notice(settings) if why_failed(path) is None else _(NO_COPY)


def log_notice(settings: Settings) -> str:
    """What is said where the file of sessions was perhaps copied without its log; else empty."""
    path = database_file(settings)
    # Where the program has written to a file, a lock lies beside it.
    if path is None or not path.exists() or path.with_name(f"{path.name}.lock").exists():
        return ""
    from wshoes_tui.storage.inspection import lacks_log

    return _(LACKS_LOG, name=path.name) if lacks_log(path) else ""


def database_file(settings: Settings) -> Path | None:
    """The SQLite file of these settings, if that is named by a path."""
    if settings.database and "://" in settings.database:
        return None
    path = Path(settings.database) if settings.database else settings.data.database
    return path.absolute()


def open_lazy_library(settings: Settings) -> SessionLibrary:
    """A session library whose store is opened when something has to be kept or found.

    A store that was named with --database is opened at once: it may refuse for many reasons, and
    that has to be known before anybody speaks.

    Raises:
        StoreError: the data folder cannot be written, or the store that was named refuses.
    """
    from wshoes_tui.sessions import export_log
    from wshoes_tui.sessions.lazy_store import LazyStore
    from wshoes_tui.sessions.session_library import SessionLibrary

    prepare_data_folder(settings)
    export_log.use(settings.data.root)
    store = LazyStore(lambda: open_session_library(settings), prepare=_import_store)
    if settings.database:
        store.open_now()
    return SessionLibrary(store, open_deck_library(settings), store.lock)


def _import_store() -> None:
    import wshoes_tui.storage.session_lock
    import wshoes_tui.storage.sql_store  # noqa: F401 - it takes longer than opening it


def open_session_library(settings: Settings, *, read_only: bool = False) -> SessionLibrary:
    """A session library over the store of these settings, which is opened at once.

    Raises:
        StoreError: nothing can be kept or read there.
    """
    from wshoes_tui.sessions import export_log
    from wshoes_tui.sessions.session_library import SessionLibrary
    from wshoes_tui.storage.session_lock import SessionLock
    from wshoes_tui.storage.sql_store import open_store

    if not read_only:
        prepare_data_folder(settings)
        export_log.use(settings.data.root)

    store = open_store(settings.database or settings.data.database, read_only=read_only)

    def lock(session_id: str) -> AbstractContextManager[object]:
        held = store.lease(session_id) or SessionLock(settings.data.locks, session_id)
        held.__enter__()
        return held

    return SessionLibrary(store, open_deck_library(settings), lock)


class Opener:
    """Lazy access to the session library and the decks of one run.

    Args:
        open_library: opens the session library, in place of the one of the settings.
    """

    def __init__(
        self, settings: Settings, open_library: Callable[[], SessionLibrary] | None = None
    ) -> None:
        self._settings = settings
        self._open_library = open_library
        self._deck_library: DeckFinder | None = None
        self.library: SessionLibrary | None = None
        """The session library, once it is open."""
        self.hints = FirstHints(settings.data.cache)

    def open_library(self) -> SessionLibrary:
        """The session library.

        Raises:
            StoreError: nothing can be kept.
        """
        if self.library is None:
            self.library = (
                self._open_library() if self._open_library else open_lazy_library(self._settings)
            )
        return self.library

    def deck_library(self) -> DeckFinder:
        """The decks; needs no store."""
        if self.library is not None:
            return self.library.deck_library
        if self._deck_library is None:
            self._deck_library = open_deck_library(self._settings)
        return self._deck_library

    def remembered_counts(self) -> DeckCounts | None:
        """How many decks there are, where none has to be read for it; else None."""
        decks = open_deck_library(self._settings)
        self._deck_library = self._deck_library or decks
        return decks.remembered_counts()

    def copy_notice(self) -> str:
        """What Home says of the copies of the sessions; see ``backup_notice``."""
        return backup_notice(self._settings)

    def quick_overview(self, until: date) -> SessionsOverview | None:
        """As ``overview``, read without the store; None where only that can tell.

        Raises:
            StoreError: nothing can be kept.
        """
        found = quick_overview(self._settings, until)
        if found is not None:
            prepare_data_folder(self._settings)
        return found

    def overview(self, until: date) -> SessionsOverview:
        """What Home shows of all sessions; from the store only where it is open, or has to be.

        Args:
            until: the day up to which words that are to be deleted are near it.

        Raises:
            StoreError: nothing can be kept or read.
        """
        if self.library is None and self._open_library is None:
            found = self.quick_overview(until)
            if found is not None:
                return found
        return overview(self.open_library().store.sessions(), until)
