"""SQL session store: sessions in an SQLite file or a PostgreSQL database."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import AbstractContextManager, suppress
from pathlib import Path

from sqlalchemy import Connection, bindparam, select

from wshoes_tui.domain.list_rows import SessionLine
from wshoes_tui.domain.models import Session, Transition
from wshoes_tui.domain.serialization import time_to_json
from wshoes_tui.domain.steady_clock import CLOCK
from wshoes_tui.errors import StoreError, WshoesError
from wshoes_tui.storage import session_reader, session_writer
from wshoes_tui.storage.database import Database
from wshoes_tui.storage.database_opener import open_database
from wshoes_tui.storage.session_list import not_found, the_one
from wshoes_tui.storage.tables import SESSION


def open_store(place: Path | str, *, read_only: bool = False) -> SqlStore:
    """Open the store at a path, or at the address of an SQLite file or PostgreSQL database.

    For writing, a file is made where there is none (its folder too, for a path), and an
    older schema is brought up to date after a verified backup.

    Raises:
        StoreError: it cannot be opened, is not ours, or was written by a newer version.
        BusyError: another program copy is making or changing it.
    """
    return SqlStore(open_database(place, read_only=read_only))


class SqlStore:
    """A ``SessionStore`` in a database, for any thread to use."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._to_wipe = False

    def lease(self, session_id: str) -> AbstractContextManager[object] | None:
        """The lock of a session where the database keeps one; else None."""
        return self._database.lease(session_id)

    def create(self, session: Session) -> None:
        """Keep a whole new session, durably. A session of that id must not exist."""
        self._database.change(
            lambda connection: session_writer.insert_session(connection, session, _now()),
            is_kept=lambda connection: _exists(connection, session.id),
        )
        self._have_copied(at_once=False)

    def commit(self, transition: Transition) -> None:
        """Keep what a transition changed, durably, all of it or nothing."""
        session = transition.session
        self._database.change(
            lambda connection: self._write(connection, transition, _now()),
            is_kept=lambda it: session_reader.load(it, session.id)[0] == session,
        )
        self._to_wipe |= _is_final(transition)
        self._have_copied(at_once=transition.before.state != transition.session.state == "closed")

    def _have_copied(self, *, at_once: bool) -> None:
        if self._database.copies:
            self._database.copies.changed(at_once=at_once)

    def keep_draft(self, transition: Transition) -> None:
        """Keep changed drafts: they outlive the program; the next commit makes them durable."""
        self._database.change(
            lambda connection: self._write(connection, transition, None),
            durable=False,
            is_kept=lambda _connection: False,  # the same draft may be written twice
        )

    def _write(self, connection: Connection, transition: Transition, saved: str | None) -> None:
        _must_exist(connection, transition.session.id)
        self._database.must_hold(connection, transition.session.id)
        session_writer.write_transition(connection, transition, saved)

    def load(self, session_id: str) -> Session:
        """The session as last kept, without its damaged rows. NotFoundError if there is none."""
        with self._database.reading() as connection:
            return session_reader.load(connection, session_id)[0]

    def damage(self, session_id: str) -> Sequence[str]:
        """The table and id of every row that is not as it was written; empty if all is well."""
        with self._database.reading() as connection:
            return session_reader.load(connection, session_id)[1]

    def sessions(self) -> Sequence[SessionLine]:
        """All sessions, the one saved last first."""
        with self._database.reading() as connection:
            return session_reader.session_lines(connection)

    def find(self, reference: str) -> str:
        """The id for an id, an unambiguous prefix of one, or "last". NotFoundError otherwise."""
        newest = (SESSION.c.saved.desc(), SESSION.c.created.desc(), SESSION.c.id)
        with self._database.reading() as connection:
            ids = connection.execute(select(SESSION.c.id).order_by(*newest)).scalars().all()
        return the_one(reference, ids)

    def discard(self, session_id: str) -> None:
        """Remove a session and all its records, and every trace of them in the files.

        Raises:
            NotFoundError: there is none.
            StoreError: it is removed, but traces of it are still there.
        """
        self._database.change(lambda connection: _delete(connection, session_id))
        self._to_wipe = True
        self.wipe()

    def wipe(self) -> None:
        """Overwrite what remains of removed words in the files. StoreError if it cannot."""
        try:
            self._database.wipe()
        except WshoesError as error:
            raise StoreError(
                f"What was removed is gone, but traces of it remain in the file. {error.what}",
                kept="All other sessions are safe.",
                todo="Close other copies of wshoes and free some space, then do it once more.",
            ) from None
        self._to_wipe = False

    def backup(self, path: Path) -> None:
        """Write a verified copy of everything to a new file."""
        self._database.backup(path.absolute())

    def close(self) -> None:
        """Let go of the store, once a copy under way is made. Closing twice is harmless."""
        if self._database.copies:
            self._database.copies.close()
        if self._to_wipe:
            # Names were taken off or words removed for good since the store was opened.
            with suppress(WshoesError):
                self.wipe()
        self._database.close()


_THE_SESSION = select(SESSION.c.id).where(SESSION.c.id == bindparam("wanted"))


def _exists(connection: Connection, session_id: str) -> bool:
    return connection.execute(_THE_SESSION, {"wanted": session_id}).first() is not None


def _must_exist(connection: Connection, session_id: str) -> None:
    if not _exists(connection, session_id):
        raise not_found()


def _delete(connection: Connection, session_id: str) -> None:
    _must_exist(connection, session_id)
    session_writer.delete_session(connection, session_id)


def _is_final(transition: Transition) -> bool:
    """Whether the transition ended what could be taken back, and with it the old words."""
    newest = transition.session.done[-1:]
    return newest != transition.before.done[-1:] and any(step.final for step in newest)


def _now() -> str:
    return time_to_json(CLOCK.now())
