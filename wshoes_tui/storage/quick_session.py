"""Light reader of one session, with sqlite3 alone, for a screen that only shows.

Importing SQLAlchemy costs twenty megabytes. So the wall runs plain queries on a connection that can
only read; whatever is out of the ordinary, a damaged row first of all, is left to the store.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, cast

from wshoes_tui.domain.models import Header, Record, Session
from wshoes_tui.domain.serialization import KINDS, session_of
from wshoes_tui.errors import NotFoundError
from wshoes_tui.storage.light_schema import COLUMNS
from wshoes_tui.storage.row_check import as_row
from wshoes_tui.storage.row_mapping import Row, from_row
from wshoes_tui.storage.session_list import is_current, not_found, quick, the_one

if TYPE_CHECKING:
    import sqlite3

IDS = "SELECT id FROM session ORDER BY commit_number DESC, id"


def quick_session(path: Path, reference: str) -> Session | None:
    """A session of an SQLite file, without its steps, its version and what was erased of it.

    Args:
        path: the file; there may be none yet.
        reference: an id, an unambiguous prefix of one, or "last".

    Returns:
        The session. None stands for "ask the store": it migrates, or says in words what is wrong.

    Raises:
        NotFoundError: there is no such session.
    """

    def read(connection: sqlite3.Connection) -> Session | NotFoundError | None:
        connection.execute("BEGIN")  # so that all rows are of one moment
        if not is_current(connection):
            return None
        try:
            wanted = the_one(reference, [row[0] for row in connection.execute(IDS)])
        except NotFoundError as none:
            return none
        return _read_session(connection, wanted)

    nothing: Session | NotFoundError = not_found()
    found = quick(path, read, nothing)
    if isinstance(found, NotFoundError):
        raise found
    return found


def _read_session(connection: sqlite3.Connection, session_id: str) -> Session | None:
    """The session of an id; None where a row is missing, or not as it was written."""
    [top] = _rows(connection, "session", "id", session_id)
    rows = [
        (KINDS[name], row)
        for name in KINDS
        if name != "session"
        for row in _rows(connection, name, "session", session_id)
    ]
    steps = connection.execute("SELECT count(*) FROM step WHERE session = ?", (session_id,))
    if top["records"] != 1 + len(rows) + steps.fetchone()[0]:
        return None
    records: list[Record] = []
    for kind, row in [(KINDS["session"], top), *rows]:
        record, sound = from_row(kind, row)
        if not sound:
            return None
        records.append(record)
    return session_of(cast("Header", records[0]), records[1:])


def _rows(connection: sqlite3.Connection, table: str, key: str, value: str) -> list[Row]:
    order = " ORDER BY ordinal" if " ordinal:" in COLUMNS[table] else ""
    rows = connection.execute(
        f'SELECT * FROM "{table}" WHERE {key} = ?{order}',  # noqa: S608
        (value,),
    )
    names = [column[0] for column in rows.description]
    return [as_row(table, zip(names, row, strict=True)) for row in rows]
