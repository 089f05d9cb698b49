"""Restore: a copy in the place of the sessions that are here, without what was erased since.

The copy is opened first, as a file of somebody else: its schema is looked at, every row of it
read. A new file is made of it, brought up to date and rid of what was erased; only that takes
the place of the present one, which is kept aside.
"""

from __future__ import annotations

import sqlite3
from contextlib import closing, suppress
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from sqlalchemy.exc import SQLAlchemyError

from wshoes_tui.domain.erasure import Erased
from wshoes_tui.domain.list_rows import SessionLine
from wshoes_tui.errors import StoreError, WshoesError
from wshoes_tui.locale import _
from wshoes_tui.storage import migrations, private_files, session_eraser
from wshoes_tui.storage.backup import ERASED, erased_rows, fill_copy
from wshoes_tui.storage.copy_files import copies_in, folder_of_copies
from wshoes_tui.storage.database import changing, engine_of, raw
from wshoes_tui.storage.file_exchange import (
    exchange,
    finish_exchange,
    forget_new,
    new_beside,
    next_aside,
    set_aside,
)
from wshoes_tui.storage.inspection import lacks_log
from wshoes_tui.storage.row_check import DamagedRow, damaged_rows, tables_of
from wshoes_tui.storage.schema_guard import refused_schema
from wshoes_tui.storage.session_list import quick_lines
from wshoes_tui.storage.sqlite_file import connect, connect_to_copy, has_journal, identify
from wshoes_tui.storage.storage_errors import UNTOUCHED, Failure, translated_errors


@dataclass(frozen=True, slots=True)
class PreparedRestore:
    """A copy that is ready to take the place of a database.

    Args:
        source: the file it was made of.
        here: the sessions that are here; None where they cannot be read.
        there: the sessions of the copy, without what was erased.
        erased: how many erased things the copy held.
        damaged: its rows that are not as they were written.
        lacks_log: whether the copy seems to be half of a file that was in use.
    """

    source: Path
    here: tuple[SessionLine, ...] | None
    there: tuple[SessionLine, ...]
    erased: int
    damaged: tuple[DamagedRow, ...]
    lacks_log: bool


def find_copy(path: Path, stem: str) -> Path:
    """The copy that a path names: itself, or the newest numbered one of a folder.

    Raises:
        StoreError: there is none.
    """
    if path.is_dir():
        for one in copies_in(path, stem):
            return one.path
        raise StoreError(
            _("There is no copy of sessions in the folder {name!r}.", name=path.name),
            kept=_(UNTOUCHED),
            todo=_("Name the file of a copy."),
        )
    return path


def prepare_restore(copy: Path, path: Path) -> PreparedRestore:
    """Open a copy, and make of it the file that would take the place of a database.

    Raises:
        StoreError: it is no copy of sessions, or cannot be read; nothing was changed.
    """
    with translated_errors(sqlite3.Error, SQLAlchemyError):
        _must_be_ours(copy)
        private_files.private_folder(path.parent)
        finish_exchange(path)
        forget_new(path)
        here = _lines(path) if path.exists() else ()
        with private_files.arriving(new_beside(path)) as part:
            with closing(_connect(copy)) as source:
                fill_copy(source, part, private=True)
            erased = _bring_up_to_date(part, all_erased(path))
            with closing(connect(part, "mode=ro")) as new:
                damaged = tuple(damaged_rows(new))
        there = _lines(new_beside(path))
    return PreparedRestore(
        copy, here, there or (), erased, damaged, lacks_log(copy) and copy != path
    )


def _must_be_ours(copy: Path) -> None:
    if private_files.stat_plain_file(copy) is None:
        raise StoreError(
            _("There is no file {name!r}.", name=copy.name),
            kept=_(UNTOUCHED),
            todo=_("Name the file of a copy."),
        )
    identity = identify(copy)
    if not identity.ours:
        raise Failure.FOREIGN.error()
    migrations.check_migrations(identity.version, migrating=True)
    if identity.strange:
        raise refused_schema(identity.strange)


def _connect(copy: Path) -> sqlite3.Connection:
    """A connection that reads a copy with its log, wherever it lies."""
    try:
        connection = connect(copy, "mode=ro")
        connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
    except sqlite3.Error:
        return connect_to_copy(copy)
    return connection


def _lines(path: Path) -> tuple[SessionLine, ...] | None:
    with suppress(WshoesError):
        lines = quick_lines(path)
        return None if lines is None else tuple(lines)
    return None


def all_erased(path: Path) -> frozenset[Erased]:
    """What was erased, as the database knows it and, should it be damaged, its copies."""
    found: frozenset[Erased] = frozenset()
    copies = [one.path for one in copies_in(folder_of_copies(path), path.stem)]
    for one in (path, *copies):
        with suppress(sqlite3.Error, OSError, WshoesError):
            if one.exists() and identify(one).ours:
                with closing(_connect(one)) as connection:
                    found |= erased_rows(connection)
    return found


def _bring_up_to_date(part: Path, erased: frozenset[Erased]) -> int:
    """Migrate a new file, and remove from it what was erased; how many rows were removed.

    An early form of erased words may stand in a draft, so drafts of their sessions go too.
    """
    engine = engine_of(part, "mode=rw")
    try:
        raw(engine).execute("PRAGMA foreign_keys = OFF")  # for tables that are made anew
        migrations.migrate(partial(changing, engine, "OFF"))
        before = _count_rows(raw(engine))
        with changing(engine, "OFF") as connection:
            gone = erased | {*session_eraser.read_erased(connection)}
            session_eraser.erase(connection, tuple(gone), keep_drafts=False)
        many = before - _count_rows(raw(engine))
        if many:
            raw(engine).execute("VACUUM")
        return many
    finally:
        engine.dispose()


def _count_rows(connection: sqlite3.Connection) -> int:
    tables = (one for one in tables_of(connection) if one not in (ERASED, "step", "draft"))
    counts = (connection.execute(f'SELECT count(*) FROM "{name}"') for name in tables)  # noqa: S608
    return sum(int(found.fetchone()[0]) for found in counts)


def put_in_place(path: Path, *, as_it_is: bool = False) -> Path | None:
    """Put what was prepared in the place of a database.

    Args:
        path: the database.
        as_it_is: keep the present file byte by byte, as for one that is damaged. A sound one is
            kept as a new file that holds the same: its log and the unused parts of its pages may
            still tell whose words are whose.

    Returns:
        Where the present file is kept; None if there was none.

    Raises:
        WshoesError: it cannot; the present file is as it was.
    """
    with translated_errors(sqlite3.Error):
        lock = private_files.FileLock(path.with_name(f"{path.name}.lock"))
        try:
            with lock.held():
                aside = None
                if path.exists() or has_journal(path):
                    aside = next_aside(path, folder_of_copies(path))
                    if as_it_is or not _copied_aside(path, aside):
                        set_aside(path, aside)
                exchange(path)
        finally:
            lock.close()
    return aside


def _copied_aside(path: Path, aside: Path) -> bool:
    """Keep a sound database as a new file; False where it is not sound."""
    with suppress(sqlite3.Error, WshoesError), private_files.arriving(aside) as part:
        with closing(_connect(path)) as source:
            fill_copy(source, part, private=True)
        return True
    return False


def forget_restore(path: Path) -> None:
    """Remove what was prepared."""
    with suppress(OSError):
        forget_new(path)
