"""Gather source: reads the sessions of another machine's data file, or of a copy of one.

The file is opened read-only and as one that nobody writes (immutable); nothing is made where it
lies. Where a log lies beside it, as after a kill, a private copy of both is read. A file of an
older schema is brought up to date in memory. Every row is checked against its hash, and every
session against the number of its rows: one of which anything is damaged or missing is not read.
"""

from __future__ import annotations

import os
import sqlite3
import struct
import sys
from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import cast

from sqlalchemy.exc import SQLAlchemyError

from wshoes_tui.domain.erasure import Erased
from wshoes_tui.domain.models import Header, Record, Session
from wshoes_tui.domain.serialization import KEEP_ORDER, KINDS, session_of
from wshoes_tui.domain.text import one_line, short_path
from wshoes_tui.domain.value import replace
from wshoes_tui.domain.value_reader import RecordError
from wshoes_tui.domain.version_vector import vector_from_row
from wshoes_tui.errors import StoreError
from wshoes_tui.locale import N_, _
from wshoes_tui.locale.phrases import NO_SESSIONS, OTHER_FILE, OTHER_ONE
from wshoes_tui.storage import migrations, private_files
from wshoes_tui.storage.backup import erased_rows
from wshoes_tui.storage.database import changing, engine_over
from wshoes_tui.storage.file_eraser import MAGIC
from wshoes_tui.storage.inspection import lacks_log
from wshoes_tui.storage.light_schema import VERSION
from wshoes_tui.storage.row_check import as_row
from wshoes_tui.storage.row_mapping import Row, from_row
from wshoes_tui.storage.sqlite_file import (
    IMMUTABLE,
    READ_SECONDS,
    Identity,
    connect,
    connect_to_copy,
    has_journal,
    limit_time,
    read_header,
)
from wshoes_tui.storage.storage_errors import code_of, explain_error

LOCKED_BYTES = 0x40000000, 512
"""Where SQLite locks a file, and how many bytes: as long as any program has it open with a log."""
READ = tuple(name for name in KINDS if name not in ("session", "draft"))
"""The tables of records that are read."""
COUNTED = (*READ, "draft", "step")
NOTHING_TAKEN = N_("Nothing of it was taken in.")


@dataclass(frozen=True, slots=True)
class IncomingSession:
    """A session as it is in a source.

    Attributes:
        session: the session.
        saved: when it was last saved; empty if that is not known.
        known: its records by their ids, with the rows they were read from, if they were.
    """

    session: Session
    saved: str = ""
    known: Mapping[str, tuple[Record, Row]] = field(default_factory=dict)


def refused(path: Path, what: str, todo: str) -> StoreError:
    """The error for a source of which nothing is taken in; its name stands first."""
    return StoreError(f"{shown(path)} {what}.", kept=_(NOTHING_TAKEN), todo=todo)


def shown(path: Path) -> str:
    """The name of a source, as it can stand in a message."""
    return short_path(path.parts)


def is_data_file(path: Path, but: Path | None = None) -> bool:
    """Whether a file begins as an SQLite file.

    Raises:
        StoreError: it is not there, no plain file, or the one file ``but`` which is meant to take
            in others.
    """
    if path.is_dir():
        raise refused(path, _("is a folder"), _("Name the files in it."))
    found = private_files.stat_plain_file(path)
    if but is not None and found is not None and but.exists() and path.samefile(but):
        raise refused(path, _("is the file in which sessions are kept here"), _(OTHER_ONE))
    if found is None:
        raise refused(path, _("is not there"), _("Look at how it is written."))
    if found.st_size == 0:
        raise refused(path, _("is empty"), _("Copy it once more from where it comes from."))
    with suppress(OSError), path.open("rb") as file:
        return file.read(len(MAGIC)) == MAGIC
    return False


@contextmanager
def open_data_file(path: Path) -> Iterator[DataFileSource]:
    """Open a data file of sessions to be read.

    Raises:
        StoreError: it is open in another program, damaged, hostile, no data file of wshoes, or of a
            newer version; the sentence begins with its name.
    """
    with _told_of(path):
        if is_open_elsewhere(path):
            raise refused(
                path,
                _("is open in another program"),
                _("Leave wshoes there, or gather a copy of it: wshoes backup"),
            )
        reader = connect_to_copy(path) if has_journal(path) else connect(path, IMMUTABLE)
        with closing(reader) as connection:
            limit_time(connection, READ_SECONDS)
            identity = read_header(connection)
            _must_be_known(path, identity)
            if connection.execute("PRAGMA quick_check(1)").fetchall() != [("ok",)]:
                raise _damaged(path)
            if identity.version == VERSION:
                yield DataFileSource(path, connection)
                return
            with closing(sqlite3.connect(":memory:", isolation_level=None)) as memory:
                connection.backup(memory)
                memory.text_factory = connection.text_factory
                memory.execute("PRAGMA trusted_schema = OFF")
                engine = engine_over(lambda: memory)
                memory.execute("PRAGMA foreign_keys = OFF")
                migrations.migrate(partial(changing, engine, "OFF"))
                yield DataFileSource(path, memory)


def _must_be_known(path: Path, identity: Identity) -> None:
    """Refuse a file that is not ours, is newer, or in which something else could run."""
    if not identity.ours:
        raise refused(path, _(NO_SESSIONS), _(OTHER_FILE))
    if identity.version > VERSION:
        raise refused(
            path,
            _("was written by a newer version of wshoes"),
            _("Install the newest version here."),
        )
    if identity.strange or identity.version < 1:
        strange = identity.strange or _("no version")
        what = _("holds something that was not made by wshoes ({strange})", strange=strange)
        raise refused(path, what, _("Ask where it comes from."))


@contextmanager
def _told_of(path: Path) -> Iterator[None]:
    """Turn what SQLite says of a source into a sentence that names it."""
    try:
        yield
    except (sqlite3.Error, SQLAlchemyError, UnicodeError, OSError) as error:
        if code_of(error).startswith(("SQLITE_CORRUPT", "SQLITE_ERROR", "UnicodeDecode")):
            raise _damaged(path) from None
        if code_of(error).startswith("SQLITE_NOTADB"):
            raise refused(path, _(NO_SESSIONS), _(OTHER_FILE)) from None
        told = explain_error(error)
        raise StoreError(
            _("{path} cannot be read. {what}", path=shown(path), what=told.what),
            kept=_(NOTHING_TAKEN),
            todo=told.todo,
        ) from None


def _damaged(path: Path) -> StoreError:
    return refused(
        path,
        _("is damaged"),
        _(
            "Where it comes from, save what can be read with wshoes doctor --repair, and gather "
            "that."
        ),
    )


def is_open_elsewhere(path: Path) -> bool:
    """Whether another process of this computer has an SQLite file open.

    It asks the system for the locks that SQLite holds. Not for a file that this process itself has
    open: to close a descriptor of it drops those locks.
    """
    if sys.platform != "linux":
        return False  # another layout of the question
    import fcntl

    descriptor = os.open(path, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC)
    try:
        asked = struct.pack("hhqqi", fcntl.F_WRLCK, os.SEEK_SET, *LOCKED_BYTES, 0)
        found = fcntl.fcntl(descriptor, fcntl.F_GETLK, asked)
        return bool(struct.unpack_from("h", found)[0] != fcntl.F_UNLCK)
    except OSError:
        return False  # a file system without locks
    finally:
        os.close(descriptor)


class DataFileSource:
    """An open data file of another machine; see ``open_data_file``."""

    def __init__(self, path: Path, connection: sqlite3.Connection) -> None:
        self._path, self._connection = path, connection
        self.lacks_log = lacks_log(path)
        """Whether it seems to have been copied without its log, while it was in use."""

    def erased(self) -> frozenset[Erased]:
        """All that was erased on the other machine, as far as that knows."""
        with _told_of(self._path):
            return erased_rows(self._connection)

    def ids(self) -> list[str]:
        """The sessions in it, the one saved last at the end."""
        with _told_of(self._path):
            rows = self._connection.execute("SELECT id FROM session ORDER BY commit_number, id")
            return [str(one) for (one,) in rows]

    def read(self, session_id: str) -> IncomingSession:
        """A session, without its drafts and its steps of undo.

        Raises:
            StoreError: a part of it is damaged or missing.
        """
        limit_time(self._connection, READ_SECONDS)
        with _told_of(self._path):
            try:
                return self._read(session_id)
            except RecordError:
                raise StoreError(
                    _(
                        "Session {session_id} in {path} is damaged.",
                        session_id=one_line(session_id)[:8],
                        path=shown(self._path),
                    ),
                    kept=_("It was not taken in."),
                    todo=_(
                        "Where it comes from, save what can be read with wshoes doctor --repair."
                    ),
                ) from None

    def _read(self, session_id: str) -> IncomingSession:
        [top] = self._rows("session", "id", session_id)
        header = cast("Header", _sound("session", top))
        known: dict[str, tuple[Record, Row]] = {}
        for table in READ:
            order = "ordinal" if issubclass(KINDS[table], KEEP_ORDER) else "id"
            for row in self._rows(table, "session", session_id, order):
                record = _sound(table, row)
                known[record.id] = record, row
        if top["records"] != 1 + sum(self._count(table, session_id) for table in COUNTED):
            raise RecordError(_("rows are missing"))
        version = vector_from_row(top["version"], top["saved"])
        erased = self._connection.execute(
            "SELECT id FROM erased WHERE session = ? ORDER BY id", (session_id,)
        )
        ids = tuple(str(one) for (one,) in erased)
        session = session_of(header, (record for record, _row in known.values()))
        session = replace(session, version=version, erased=ids)
        return IncomingSession(session, str(top["saved"]), known)

    def _rows(
        self, table: str, column: str, session_id: str, order: str = "id"
    ) -> list[dict[str, object]]:
        cursor = self._connection.execute(
            f'SELECT * FROM "{table}" WHERE "{column}" = ? ORDER BY "{order}"',  # noqa: S608
            (session_id,),
        )
        names = [one[0] for one in cursor.description]
        return [as_row(table, zip(names, row, strict=True)) for row in cursor]

    def _count(self, table: str, session_id: str) -> int:
        counting = f'SELECT count(*) FROM "{table}" WHERE session = ?'  # noqa: S608
        return int(self._connection.execute(counting, (session_id,)).fetchone()[0])


def _sound(table: str, row: dict[str, object]) -> Record:
    """The record of a row. RecordError where it is not as it was written."""
    record, sound = from_row(KINDS[table], row)
    if not sound:
        raise RecordError(_("not as it was written"))
    return record
