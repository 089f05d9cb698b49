"""Light reader of one session, with sqlite3 alone, for what only shows it: the wall, ``show``.

Importing SQLAlchemy costs twenty megabytes, and opening a store as long as reading a session. So
plain queries run on a connection that can only read; whatever is out of the ordinary, a damaged row
first of all, is left to the store.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

from wshoes_tui.domain.models import Header, Record, Session
from wshoes_tui.domain.pledges import with_earlier
from wshoes_tui.domain.serialization import KINDS, session_of
from wshoes_tui.domain.value_reader import RecordError
from wshoes_tui.errors import NotFoundError
from wshoes_tui.storage.light_schema import COLUMNS
from wshoes_tui.storage.pledge_list import read_pledges
from wshoes_tui.storage.row_check import as_row
from wshoes_tui.storage.row_mapping import Row, from_row, step_from_row
from wshoes_tui.storage.session_list import is_current, not_found, quick, the_one

if TYPE_CHECKING:
    import sqlite3

IDS = """
    SELECT id FROM session WHERE substr(id, 1, ?) = ? OR ? = 'last'
    ORDER BY commit_number DESC, id LIMIT 1000"""


def quick_session(path: Path, reference: str, *, for_report: bool = False) -> Session | None:
    """A session of an SQLite file, without its steps, its version and what was erased of it.

    Args:
        path: the file; there may be none yet.
        reference: an id, an unambiguous prefix of one, or "last".
        for_report: with the pledges of earlier sessions about which it asked, and only where its
            steps, too, are as they were written.

    Returns:
        The session. None stands for "ask the store": it migrates, or says in words what is wrong.

    Raises:
        NotFoundError: there is no such session.
    """

    def read(connection: sqlite3.Connection) -> Session | NotFoundError | None:
        connection.text_factory = str  # what is no UTF-8 is damaged, and left to the store
        connection.execute("BEGIN")  # so that all rows are of one moment
        if not is_current(connection):
            return None
        try:
            wanted = the_one(reference, _ids(connection, reference.strip().lower()))
        except NotFoundError as none:
            return none
        session = _read_session(connection, wanted)
        if session is None or not for_report:
            return session
        if not _has_sound_steps(connection, wanted):
            return None

        def query(sql: str, *values: str) -> list[dict[str, Any]]:
            return list(map(dict, _columns(connection, sql, *values)))

        return with_earlier(session, partial(read_pledges, query))

    nothing: Session | NotFoundError = not_found()
    found = quick(path, read, nothing)
    if isinstance(found, NotFoundError):
        raise found
    return found


def _ids(connection: sqlite3.Connection, begin: str) -> list[str]:
    """The ids that somebody may mean, the newest first."""
    whole = connection.execute("SELECT id FROM session WHERE id = ?", (begin,)).fetchall()
    asked = (len(begin), begin, begin)
    return [row[0] for row in whole or connection.execute(IDS, asked)]


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


def _has_sound_steps(connection: sqlite3.Connection, session_id: str) -> bool:
    try:
        for row in _rows(connection, "step", "session", session_id):
            step_from_row(row)
    except RecordError:
        return False
    return True


def _rows(connection: sqlite3.Connection, table: str, key: str, value: str) -> list[Row]:
    order = " ORDER BY ordinal" if " ordinal:" in COLUMNS[table] else ""
    sql = f'SELECT * FROM "{table}" WHERE {key} = ?{order}'  # noqa: S608
    return [as_row(table, columns) for columns in _columns(connection, sql, value)]


def _columns(
    connection: sqlite3.Connection, sql: str, *values: str
) -> Iterator[Iterable[tuple[str, Any]]]:
    """Run SQL with "?" for each value; of each row the columns with their names."""
    rows = connection.execute(sql, values)
    names = [column[0] for column in rows.description]
    return (zip(names, row, strict=True) for row in rows)
