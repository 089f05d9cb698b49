"""SQL session store: sessions in an SQLite file or a PostgreSQL database."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager, suppress
from datetime import datetime
from functools import partial
from pathlib import Path
from time import monotonic
from typing import TypeVar

from sqlalchemy import Connection, bindparam, func, select, update

from wshoes_tui.domain.erasure import Erased, without_erased
from wshoes_tui.domain.list_rows import SessionLine
from wshoes_tui.domain.merge import Merged, merge
from wshoes_tui.domain.models import KeptPledge, Session, Transition
from wshoes_tui.domain.serialization import time_to_json
from wshoes_tui.domain.steady_clock import CLOCK
from wshoes_tui.errors import StoreError, UntakenSessionError, WshoesError
from wshoes_tui.locale import _
from wshoes_tui.storage import session_eraser, session_reader, session_writer
from wshoes_tui.storage.database import Database
from wshoes_tui.storage.database_opener import open_database
from wshoes_tui.storage.session_list import not_found, the_one
from wshoes_tui.storage.session_writer import KnownRows
from wshoes_tui.storage.storage_errors import UNTOUCHED, Failure
from wshoes_tui.storage.tables import SESSION, query_rows, run_sql

Result = TypeVar("Result")

AGAIN_SECONDS = 1.0
"""After the log could not be cut: so that not every letter waits for another reader."""


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
        self._purge_again = 0.0
        """Not before this monotonic time, where somebody kept the log from being cut."""

    def lease(self, session_id: str) -> AbstractContextManager[object] | None:
        """The lock of a session where the database keeps one; else None."""
        return self._database.lease(session_id)

    def create(self, session: Session) -> None:
        """Keep a whole new session, durably, without what was erased of it here.

        Raises:
            StoreError: it was erased, or there is a session of that id.
        """

        def insert(connection: Connection) -> None:
            erased = session_eraser.read_erased(connection)
            if session.id in {one.id for one in erased}:
                raise Failure.ERASED.error()
            here = {one.id for one in erased if one.session in ("", session.id)}
            kept = without_erased(session, {*here, *session.erased})
            session_writer.insert_session(connection, kept, _now())

        self._database.change(insert, is_kept=lambda connection: _exists(connection, session.id))
        self._have_copied(at_once=False)

    def commit(self, transition: Transition) -> None:
        """Keep what a transition changed, durably, all of it or nothing."""
        session = transition.session
        self._database.change(
            lambda connection: self._write(connection, transition, _now()),
            is_kept=lambda it: session_reader.load(it, session.id)[0] == session,
        )
        self._to_wipe |= session_writer.is_final(transition)
        if session_writer.parts_words_from_seats(transition):
            self._database.purge_due, self._purge_again = True, 0.0
        self._purge()
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
        self._purge()

    def _write(self, connection: Connection, transition: Transition, saved: str | None) -> None:
        _must_exist(connection, transition.session.id)
        self._database.must_hold(connection, transition.session.id)
        session_writer.write_transition(connection, transition, saved)

    def _purge(self) -> None:
        """Overwrite what tied words to seats, if anything did; where that fails, at the next write.

        The words themselves are kept by then, so an error here is none of the caller's.
        """
        if self._database.purge_due and monotonic() >= self._purge_again:
            try:
                self._database.purge()
            except WshoesError:
                self._purge_again = monotonic() + AGAIN_SECONDS

    def compare(self, other: Session, known: KnownRows | None = None) -> Merged:
        """What ``take_in`` would come to; nothing is changed."""
        with self._database.reading() as connection:
            if known and session_reader.holds_same(connection, other, known):
                return Merged("here", other)
            return _merge(connection, other)

    def take_in(
        self, other: Session, saved: str, *, held: bool, known: KnownRows | None = None
    ) -> Merged:
        """Merge another machine's copy of a session into the one that is here, in one transaction.

        Args:
            other: the copy; see ``merge``. It outlives a power cut once ``bulk`` has ended.
            saved: when it was last saved there; empty for now.
            held: whether the caller holds its lock, without which one that is here stays as it is.
            known: the rows from which its records were read, if they were.

        Raises:
            BusyError: it would be changed, and is not ``held``.
            StoreError: it was erased here, is damaged here, or is not here as it is there.
        """

        def write(connection: Connection) -> Merged:
            merged = _merge(connection, other)
            session = merged.session
            if merged.outcome == "new":
                open_elsewhere = session.state != "closed"
                when = saved or _now()
                session_writer.insert_session(
                    connection, session, when, last=open_elsewhere, known=known
                )
            elif merged.outcome == "updated":
                if not held:
                    raise Failure.BUSY.error()
                self._database.must_hold(connection, session.id)
                newest = (saved or _now()) if merged.is_newer else None
                session_writer.replace_session(connection, session, newest, known)
            return merged

        try:
            merged = self._database.change(write, durable=False, is_kept=lambda _connection: False)
        except StoreError as error:
            if error.what == Failure.UNSTORABLE.error().what:
                raise UntakenSessionError(error.what, kept=_(UNTOUCHED)) from None
            if error.what != Failure.CHANGED.error().what:
                raise
            if (merged := self.compare(other)).outcome == "here":
                return merged  # somebody else took it in at the same moment
            raise UntakenSessionError(
                _("It has records that are here in another session."), kept=_(UNTOUCHED)
            ) from None
        if merged is None or merged.outcome not in ("new", "updated"):
            return merged or self.compare(other)
        if merged.outcome == "updated":
            self._to_wipe = self._database.purge_due = True
            self._purge()
        self._have_copied(at_once=False)
        return merged

    @contextmanager
    def bulk(self) -> Iterator[None]:
        """Take in many sessions: all of them outlive a power cut once this has ended."""
        with self._database.bulk():
            yield
            with self._database.writing() as connection:
                connection.execute(_TOUCHED)

    def load(self, session_id: str) -> Session:
        """The session as last kept, without its damaged rows. NotFoundError if there is none."""
        return self._loaded(session_id)[0]

    def damage(self, session_id: str) -> Sequence[str]:
        """The table and id of every row that is not as it was written; empty if all is well."""
        return self._loaded(session_id)[1]

    def _loaded(self, session_id: str) -> tuple[Session, Sequence[str]]:
        with self._database.reading() as connection:
            loading = session_reader.fetch(connection, session_id)
        return loading.session(), tuple(loading.damage)

    def last_saved(self, session_id: str) -> datetime:
        """When the session was last committed. NotFoundError if there is none."""
        with self._database.reading() as connection:
            return session_reader.last_saved(connection, session_id)

    def sessions(self) -> Sequence[SessionLine]:
        """All sessions, the one saved last first."""
        with self._database.reading() as connection:
            return session_reader.session_lines(connection)

    def pledges(
        self, programme: str | None = None, asked_by: Session | None = None
    ) -> Sequence[KeptPledge]:
        """All pledges, or those of a programme, with what became of them; the oldest first.

        Where a session asks, what it does not ask about may be left out.
        """
        from wshoes_tui.storage.pledge_list import read_pledges

        with self._database.reading() as connection:
            return read_pledges(partial(query_rows, connection), programme, asked_by)

    def find(self, reference: str) -> str:
        """The id for an id, an unambiguous prefix of one, or "last". NotFoundError otherwise."""
        wanted = reference.strip().lower()
        if not (wanted.isascii() and wanted.isprintable()):  # it begins no id
            return the_one(reference, ())
        begins = f"substr(id, 1, {len(wanted)}) = ? OR ? = 'last'"
        asked = f"SELECT id FROM session WHERE {begins} ORDER BY commit_number DESC, id"  # noqa: S608
        with self._database.reading() as connection:
            ids = run_sql(connection, asked, wanted, wanted).scalars().all()
        return the_one(reference, ids)

    def read(self, work: Callable[[Connection], Result]) -> Result | None:
        """What a report makes of a connection that only reads, and sees one state."""
        with self._database.reading() as connection:
            return work(connection)

    def erase(self, erased: Collection[Erased]) -> None:
        """Remove what these rows name, and every trace of it in the database and its log.

        Raises:
            StoreError: it is removed, but traces of it are still there.
        """
        with self._database.writing() as connection:
            session_eraser.erase(connection, erased, keep_drafts=True)
        self._to_wipe = True
        self.wipe()

    def erased(self) -> Sequence[Erased]:
        """All that was ever erased here, or elsewhere and was told of with a copy or a file."""
        with self._database.reading() as connection:
            return session_eraser.read_erased(connection)

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
                _(
                    "What was removed is gone, but traces of it remain in the file. {what}",
                    what=error.what,
                ),
                kept=_("All other sessions are safe."),
                todo=_("Close other copies of wshoes and free some space, then do it once more."),
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


def _merge(connection: Connection, other: Session) -> Merged:
    erased = session_eraser.read_erased(connection, other.id)
    if any(one.kind == "session" for one in erased):
        raise UntakenSessionError(Failure.ERASED.error().what, kept=_(UNTOUCHED))
    if not _exists(connection, other.id):
        return merge(None, other, [one.id for one in erased])
    present, damage = session_reader.load(connection, other.id)
    if damage:
        raise UntakenSessionError(
            _("This session is damaged here, so nothing was taken into it."),
            kept=_(UNTOUCHED),
            todo=_("Put it right first: wshoes doctor --repair"),
        )
    return merge(present, other, [one.id for one in erased])


_TOUCHED = (
    update(SESSION)
    .where(SESSION.c.id == select(func.min(SESSION.c.id)).scalar_subquery())
    .values(records=SESSION.c.records)
)
"""Changes nothing, but is a write: only a transaction with one is synced."""
_THE_SESSION = select(SESSION.c.id).where(SESSION.c.id == bindparam("wanted"))


def _exists(connection: Connection, session_id: str) -> bool:
    return connection.execute(_THE_SESSION, {"wanted": session_id}).first() is not None


def _must_exist(connection: Connection, session_id: str) -> None:
    if not _exists(connection, session_id):
        raise not_found()


def _delete(connection: Connection, session_id: str) -> None:
    _must_exist(connection, session_id)
    session_writer.delete_session(connection, session_id)


def _now() -> str:
    return time_to_json(CLOCK.now())
