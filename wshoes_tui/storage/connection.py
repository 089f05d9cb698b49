"""SQLite's manners: how a connection is set up, and what stands outside any transaction."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from functools import partial
from pathlib import Path
from typing import cast

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.pool import StaticPool

from wshoes_tui.errors import StoreError
from wshoes_tui.storage import files
from wshoes_tui.storage.failures import Failure
from wshoes_tui.storage.sqlite_connect import connect

_SYNCHRONOUS = "wshoes_synchronous"


def engine_of(path: Path, query: str) -> Engine:
    """An engine with one connection, as ``connect`` makes it. Errors carry no parameters."""
    return engine_over(partial(connect, path, query))


def engine_over(creator: Callable[[], sqlite3.Connection]) -> Engine:
    """An engine with the one connection that ``creator`` makes."""
    engine = create_engine(
        "sqlite://",
        creator=creator,
        poolclass=StaticPool,
        hide_parameters=True,
    )
    event.listen(engine, "begin", _begin)
    return engine


@contextmanager
def changing(engine: Engine, synchronous: str) -> Iterator[Connection]:
    """A transaction that writes, at this level of PRAGMA synchronous."""
    options = {_SYNCHRONOUS: synchronous}
    with engine.connect().execution_options(**options) as connection, connection.begin():
        yield connection


def _begin(connection: Connection) -> None:
    level = connection.get_execution_options().get(_SYNCHRONOUS)
    if level is None:
        connection.exec_driver_sql("BEGIN")
        return
    if connection.info.get(_SYNCHRONOUS) != level:
        connection.exec_driver_sql(f"PRAGMA synchronous = {level}")
        connection.info[_SYNCHRONOUS] = level
    # Immediate: to read first and write later fails at once where somebody else writes.
    connection.exec_driver_sql("BEGIN IMMEDIATE")


def raw(engine: Engine) -> sqlite3.Connection:
    """The one connection of an engine, for what no transaction can hold."""
    with engine.connect() as connection:
        return cast("sqlite3.Connection", connection.connection.dbapi_connection)


def first(engine: Engine, statement: str) -> object:
    """The first value that a statement answers with."""
    return raw(engine).execute(statement).fetchone()[0]


def cut_log(engine: Engine) -> None:
    """Move the write-ahead log into the file and cut it to nothing.

    Raises:
        BusyError: somebody is reading, and it is still there.
    """
    if first(engine, "PRAGMA wal_checkpoint(TRUNCATE)"):
        raise Failure.BUSY.error()


def copy_to(engine: Engine, path: Path) -> None:
    """Copy a database; the copy takes its name once it is proven.

    It is made anew instead of page by page: pages may still hold removed words.

    Raises:
        StoreError: the copy is not whole.
    """
    with files.arriving(path) as part:
        before = _counts(raw(engine))
        raw(engine).execute("VACUUM INTO ?", (str(part),))
        with closing(connect(part, "mode=ro")) as copy:
            sound = copy.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
            # Where we may only read, somebody may have written just now.
            whole = _counts(copy) in (before, _counts(raw(engine)))
        if not (sound and whole):
            raise StoreError(
                "The copy was not whole, so it was thrown away.",
                kept="The sessions themselves are as they were.",
                todo="Try another disk. If it happens again, restore the newest sound backup.",
            )


def _counts(connection: sqlite3.Connection) -> dict[str, int]:
    tables = connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall()
    return {
        name: connection.execute(f'SELECT count(*) FROM "{name}"').fetchone()[0]  # noqa: S608
        for (name,) in tables
    }


def wipe_drafts(engine: Engine) -> None:
    """Write the drafts anew, so that no trace of earlier ones stays between them.

    Emptying the whole table at once overwrites all of its pages; SQLite does that only
    with foreign keys off.
    """
    connection = raw(engine)
    connection.execute("PRAGMA foreign_keys = OFF")
    connection.execute("BEGIN IMMEDIATE")
    connection.execute("CREATE TEMP TABLE kept AS SELECT * FROM main.draft")
    connection.execute("DELETE FROM main.draft")
    connection.execute("INSERT INTO main.draft SELECT * FROM kept")
    connection.execute("DROP TABLE kept")
    connection.execute("COMMIT")
