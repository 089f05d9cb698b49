"""Identity check of a database: whether it is ours, and of which schema version.

Nothing is made or changed beside a file that may be another program's.
"""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from wshoes_tui.errors import WshoesError
from wshoes_tui.storage.private_copy import has_journal, read_database, read_untouched
from wshoes_tui.storage.session_list import APPLICATION_ID
from wshoes_tui.storage.sqlite_connect import IMMUTABLE, connect
from wshoes_tui.storage.storage_errors import code_of


@dataclass(frozen=True, slots=True)
class Identity:
    """What stands in the header of a database."""

    application_id: int
    version: int

    @property
    def ours(self) -> bool:
        """Whether wshoes made it."""
        return self.application_id == APPLICATION_ID


def identify(path: Path) -> Identity:
    """Read the header of a database as SQLite knows it with its log.

    Raises:
        sqlite3.Error: SQLite cannot read it, with its log neither.
        WshoesError: no copy could be made where one was needed.
    """
    if not has_journal(path):
        return read_untouched(path, read_header)
    try:
        with closing(connect(path, IMMUTABLE)) as connection:
            header = read_header(connection)
    except sqlite3.Error:  # no verdict: the log has not been read
        return _with_log(path)
    if header.ours:
        return read_database(path, read_header)
    try:
        return read_untouched(path, read_header)
    except (sqlite3.Error, WshoesError):  # another program's
        return header


def _with_log(path: Path) -> Identity:
    try:
        return read_untouched(path, read_header)
    except WshoesError as no_copy:
        try:
            with closing(connect(path, "mode=ro")) as connection:
                return read_header(connection)
        except sqlite3.Error as error:
            if code_of(error).startswith(("SQLITE_CORRUPT", "SQLITE_NOTADB")):
                raise
            raise no_copy from None


def read_header(connection: sqlite3.Connection) -> Identity:
    """The identity that stands in a database."""
    names = ("application_id", "user_version")
    return Identity(*(int(connection.execute(f"PRAGMA {name}").fetchone()[0]) for name in names))
