"""Backup: proven copies of an SQLite file of sessions, their rotation, and what became of the last.

A copy is made in two steps. SQLite's backup API takes the pages of one moment into memory, some
at a time, so that no transaction lasts. From there ``VACUUM INTO`` writes a new file row by row:
the pages may still hold removed words, a new file does not. What is private is taken out in
between (``row_check.PRIVATE_ROWS``), so it is in no page of the copy. It gets its name once it was
opened again and every row in it compared.

Sources: sqlite.org/backup.html, sqlite.org/lang_vacuum.html#vacuuminto.
"""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Callable, Iterator
from contextlib import (
    AbstractContextManager,
    ExitStack,
    closing,
    contextmanager,
    nullcontext,
    suppress,
)
from functools import partial
from pathlib import Path

from wshoes_tui.domain.erasure import Erased
from wshoes_tui.errors import BusyError, StoreError, WshoesError
from wshoes_tui.limits import MOST_IN_MEMORY
from wshoes_tui.locale import _
from wshoes_tui.storage import private_files
from wshoes_tui.storage.copy_files import (
    failed_note,
    folder_of_copies,
    next_copy,
    rotate_copies,
)
from wshoes_tui.storage.file_exchange import forget_new, new_beside
from wshoes_tui.storage.row_check import (
    PRIVATE_ROWS,
    DamagedRow,
    contents_of,
    damaged_rows,
    tables_of,
)
from wshoes_tui.storage.sqlite_file import LEFT_SECONDS, PRAGMAS, connect, read_over
from wshoes_tui.storage.storage_errors import (
    Failure,
    explain_error,
    translated_errors,
    undone_on_error,
)

PAGES_AT_ONCE = 1_000
"""Pages of one step of the backup: four megabytes, some milliseconds."""
MOST_STEPS = 2_000
"""Steps before all of it is taken at once: each write by somebody else begins it anew."""
TRIES = 3

ERASED = "erased"
"""The table of erased ids. It travels with every copy."""


def erased_ids(connection: sqlite3.Connection) -> frozenset[str]:
    """The ids of all that was erased for good; none where a file has no such table yet."""
    return frozenset(one.id for one in erased_rows(connection))


def erased_rows(connection: sqlite3.Connection) -> frozenset[Erased]:
    """All that was erased for good; nothing where a file has no such table yet."""
    if ERASED not in tables_of(connection):
        return frozenset()
    found = connection.execute(f"SELECT id, kind, session FROM {ERASED}")  # noqa: S608
    return frozenset(Erased(*map(str, row)) for row in found)


def copy_file(path: Path) -> Path:
    """Copy a database to the next file of its folder of copies; returns that.

    Raises:
        WshoesError: no whole copy can be made; a sentence says why.
    """
    with (
        translated_errors(sqlite3.Error),
        ExitStack() as held,
        closing(connect(path, "mode=ro")) as source,
    ):
        folder = folder_of_copies(path)
        private_files.own_folder(folder)
        held.enter_context(_held(folder / f".{path.stem}.lock"))
        _sweep(path, folder)
        target = next_copy(folder, path.stem)
        if_damaged = next_copy(folder, path.stem, damaged=True)
        copy = write_copy(source, target, if_damaged=if_damaged, lock=_lock_of(path))
        rotate_copies(folder, path.stem)
    return copy


def _sweep(path: Path, folder: Path) -> None:
    """Remove what programs that were killed left of a copy, a restore or a repair: it has words."""
    for left in folder.glob(f".{path.stem}-*.part*"):
        left.unlink(missing_ok=True)
    new = new_beside(path)
    for left in (new, *path.parent.glob(f".{new.name}.*.part*")):
        with suppress(FileNotFoundError):
            if time.time() - left.lstat().st_mtime > LEFT_SECONDS:
                forget_new(path) if left == new else left.unlink()


def _lock_of(path: Path) -> Callable[[], AbstractContextManager[object]]:
    """The lock under which the database is changed; none where nothing can be written there."""

    def lock() -> AbstractContextManager[object]:
        try:
            return _held(path.with_name(f"{path.name}.lock"))
        except OSError:
            return nullcontext()

    return lock


def _held(path: Path) -> ExitStack:
    """A lock file that is held until the stack is closed. BusyError, OSError if it cannot be."""
    with ExitStack() as stack:
        lock = private_files.FileLock(path)
        stack.callback(lock.close)
        stack.enter_context(lock.held())
        return stack.pop_all()


def copied(path: Path) -> Path | None:
    """Make the next copy of a database, and note whether it could be made; None where not.

    Nothing is raised: this is called on a thread while people speak.
    """
    try:
        copy = copy_file(path)
    except Exception as error:  # noqa: BLE001 - whatever it is, it is told at Home and by doctor
        told = error if isinstance(error, WshoesError) else explain_error(error)
        if not isinstance(error, BusyError):  # another window makes one just now
            with suppress(OSError, WshoesError):
                private_files.write_note(failed_note(path), told.what)
        return None
    with suppress(OSError):
        failed_note(path).unlink(missing_ok=True)
    return copy


def write_copy(
    source: sqlite3.Connection,
    target: Path,
    *,
    if_damaged: Path | None = None,
    lock: Callable[[], AbstractContextManager[object]] = nullcontext,
) -> Path:
    """Copy a database; the copy takes its name once it is proven.

    Args:
        source: reads the database.
        target: the file it becomes, in the place of any that is there.
        if_damaged: its name instead, where rows are damaged in the database itself.
        lock: keeps others from changing the database while the copy gets its name: nothing may
            be erased between the last look at what was erased and that moment.

    Returns:
        The path of the copy.

    Raises:
        StoreError: the copy is not whole.
        sqlite3.Error, OSError: the database cannot be read, or the copy not written.
    """
    names = [target]
    for _try in range(TRIES):
        with suppress(_ErasedMeanwhileError), ExitStack() as last:
            with private_files.arriving(target, lambda: names[-1]) as part:
                with _unless_removed(part):
                    damaged, erased = fill_copy(source, part, private=False)
                last.enter_context(lock())
                if erased_ids(source) != erased or not part.exists():
                    raise _ErasedMeanwhileError
                if damaged and if_damaged is not None:
                    names.append(if_damaged)
            return names[-1]
    raise not_whole()


@contextmanager
def _unless_removed(part: Path) -> Iterator[None]:
    """An erasure removes unfinished files too: what fails for that is done once more."""
    try:
        yield
    except (OSError, sqlite3.Error):
        if not part.exists():
            raise _ErasedMeanwhileError from None
        raise


def fill_copy(
    source: sqlite3.Connection, part: Path, *, private: bool
) -> tuple[list[DamagedRow], frozenset[str]]:
    """Copy a database into an empty file, and prove it.

    Args:
        source: reads the database.
        part: the file.
        private: keep drafts that are somebody's alone.

    Returns:
        The rows that are damaged in the database itself, and the ids of what was erased in it.

    Raises:
        StoreError: the copy is not whole.
        sqlite3.Error, OSError: the database cannot be read, or the copy not written.
    """
    mark = _mark(source)
    with closing(_stage(source, part)) as stage:
        if not private:
            _leave_out_private(stage)
        stage.execute("VACUUM INTO ?", (str(part),))
        # Should somebody have removed the file, SQLite has made it anew, for all to read.
        private_files.set_mode(part, private_files.PRIVATE_FILE)
        return _proven(part, source, stage, mark), erased_ids(stage)


class _ErasedMeanwhileError(Exception):
    """Something was erased while a copy was made that still holds it."""


def _mark(source: sqlite3.Connection) -> tuple[int, int]:
    """Differs from an earlier one where the database was changed in between."""
    return int(source.execute("PRAGMA data_version").fetchone()[0]), source.total_changes


def _stage(source: sqlite3.Connection, part: Path) -> sqlite3.Connection:
    """A connection to the pages of one moment, in memory, or in a file where they are too many."""
    pages, size = (
        int(source.execute(f"PRAGMA {name}").fetchone()[0]) for name in ("page_count", "page_size")
    )
    in_memory = pages * size <= MOST_IN_MEMORY
    place = part.with_name(f"{part.name}.stage")
    if not in_memory:
        private_files.create_private_file(place)
    stage = sqlite3.connect(":memory:" if in_memory else place, isolation_level=None)
    with undone_on_error(stage.close):
        stage.text_factory = partial(str, encoding="utf-8", errors="replace")
        for pragma in (*PRAGMAS, "synchronous = OFF"):
            stage.execute(f"PRAGMA {pragma}")
        try:
            _take_pages(source, stage, PAGES_AT_ONCE)
        except _WrittenAllTheTime:
            _take_pages(source, stage, -1)
        stage.execute("PRAGMA journal_mode = MEMORY")
    return stage


def _take_pages(source: sqlite3.Connection, stage: sqlite3.Connection, at_once: int) -> None:
    left = iter(range(MOST_STEPS))

    def step(_status: int, remaining: int, _pages: int) -> None:
        if remaining and next(left, None) is None:
            raise _WrittenAllTheTime if at_once > 0 else Failure.BUSY.error()

    source.backup(stage, pages=at_once, progress=step, sleep=0.002)


class _WrittenAllTheTime(Exception):  # noqa: N818 - a signal within this module
    """A copy in steps never came to its end."""


def _leave_out_private(stage: sqlite3.Connection) -> None:
    """Take out what is private, and count the rows of each session anew."""
    stage.execute("BEGIN")
    for table in PRIVATE_ROWS.keys() & set(tables_of(stage)):
        private = f"FROM {table} WHERE {PRIVATE_ROWS[table]}"
        counts = stage.execute(f"SELECT session, count(*) {private} GROUP BY session")
        for session, many in counts.fetchall():
            stage.execute("UPDATE session SET records = records - ? WHERE id = ?", (many, session))
        stage.execute(f"DELETE {private}")
    stage.execute("COMMIT")


def _proven(
    part: Path, source: sqlite3.Connection, stage: sqlite3.Connection, mark: tuple[int, int]
) -> list[DamagedRow]:
    """Open a copy and compare every row; the rows that are damaged in it as in the source."""

    def look(copy: sqlite3.Connection) -> list[DamagedRow]:
        if copy.execute("PRAGMA integrity_check").fetchall() != [("ok",)]:
            raise not_whole()
        if not same_rows(copy, source) and (
            # Only where somebody wrote meanwhile, the pages of that moment are the measure.
            _mark(source) == mark or not same_rows(copy, stage)
        ):
            raise not_whole()
        return damaged_rows(copy)

    return read_over(part, "mode=ro", look)


def same_rows(one: sqlite3.Connection, other: sqlite3.Connection) -> bool:
    """Whether two databases hold the same rows, but for private ones."""
    tables = tables_of(one)
    if tables != tables_of(other):
        return False
    return all(contents_of(one, table) == contents_of(other, table) for table in tables)


def not_whole() -> StoreError:
    """The error for a copy that is not what it should be."""
    return StoreError(
        _("The copy was not whole, so it was thrown away."),
        kept=_("The sessions themselves are as they were."),
        todo=_("Try another disk. If it happens again, ask: wshoes doctor."),
    )
