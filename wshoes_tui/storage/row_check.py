"""Row check: recomputes the hash of every row of an SQLite file, with sqlite3 alone.

For the proof of a copy and for ``wshoes doctor``. The store does the same whenever it loads a
session; here all of them are read, in short readings that hold no transaction for long.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from wshoes_tui.domain.serialization import KINDS
from wshoes_tui.domain.value import Value, value
from wshoes_tui.domain.value_reader import RecordError
from wshoes_tui.storage.light_schema import COLUMNS
from wshoes_tui.storage.row_mapping import Row, from_row, step_from_row

if TYPE_CHECKING:
    import sqlite3

BATCH = 500
"""Rows of one reading: some milliseconds, so that nobody who writes waits for it."""

UUID = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")

PRIVATE_ROWS = {
    "draft": "kind IN ('private', 'own') OR seat IS NOT NULL",
    "voice": "session IN (SELECT id FROM session WHERE state != 'closed')",
}
"""Which rows stay out of copies, by their table.

Drafts that are somebody's alone: typed at a seat of their own, not handed in. And how often each
seat was heard, as long as the session lasts: two copies together would tell who was heard on the
turn between them, and so whose unattributed words are whose.
"""

_BOOLEANS = {
    name: {one.removesuffix(":BOOLEAN") for one in columns.split() if one.endswith(":BOOLEAN")}
    for name, columns in COLUMNS.items()
}


@value()
class DamagedRow(Value):
    """A row that is not as it was written, by its table and id; ``id`` empty if it has none."""

    table: str
    id: str
    session: str

    def __str__(self) -> str:
        return f"{self.table} {self.id or '(unreadable id)'}"


def rows_of(connection: sqlite3.Connection, table: str, where: str = "") -> Iterator[Row]:
    """All rows of a table by its key, in readings of ``BATCH`` rows; columns that are there."""
    keys = _keys_of(table)
    key = ", ".join(f'"{one}"' for one in keys)
    holes = ", ".join("?" * len(keys))
    last: list[object] = []
    while True:
        conditions = [f"({where})"] if where else []
        conditions += [f"({key}) > ({holes})"] if last else []
        asked = " AND ".join(conditions) or "1"
        cursor = connection.execute(
            f'SELECT * FROM "{table}" WHERE {asked} ORDER BY {key} LIMIT {BATCH}',  # noqa: S608
            last,
        )
        names = [column[0] for column in cursor.description]
        rows = [as_row(table, zip(names, row, strict=True)) for row in cursor.fetchall()]
        yield from rows
        if len(rows) < BATCH:
            return
        last = [rows[-1][one] for one in keys]


def as_row(table: str, columns: Iterable[tuple[str, object]]) -> dict[str, object]:
    """A row with its truth values as such: SQLite keeps them as 0 and 1."""
    row = dict(columns)
    for name in _BOOLEANS[table]:
        if row.get(name) in (0, 1):
            row[name] = bool(row[name])
    return row


def _keys_of(table: str) -> list[str]:
    return [column.partition("*")[0] for column in COLUMNS[table].split() if "*" in column]


def tables_of(connection: sqlite3.Connection) -> list[str]:
    """The tables of ours that a file has, the sessions first."""
    there = {name for (name,) in connection.execute("SELECT name FROM sqlite_master")}
    return [name for name in COLUMNS if name in there]


def damaged_rows(connection: sqlite3.Connection) -> list[DamagedRow]:
    """Every row whose content does not give its hash, and every session that lacks rows.

    Raises:
        sqlite3.Error: a part of the file cannot be read at all.
    """
    found: list[DamagedRow] = []
    promised: dict[str, object] = {}
    counted: dict[str, int] = {}
    for table in tables_of(connection):
        for row in rows_of(connection, table):
            session = str(row.get("session", row.get("id", "")))
            if "hash" in row and not is_sound(table, row):
                found.append(DamagedRow(table, _id(row), session))
            if table == "session":
                promised[session] = row["records"]
            if "hash" in row:
                counted[session] = counted.get(session, 0) + 1
    found += [
        DamagedRow("session", one, one) for one, many in promised.items() if counted[one] != many
    ]
    found += [DamagedRow("session", one, one) for one in counted.keys() - promised.keys()]
    return found


def is_sound(table: str, row: Row) -> bool:
    """Whether the content of a row gives the hash that stands in it."""
    try:
        if table == "step":
            step_from_row(row)
            return True
        return from_row(KINDS[table], row)[1]
    except (RecordError, KeyError):
        return False


def _id(row: Row) -> str:
    # Where rows are damaged, words may stand where an id should.
    text = str(row.get("id", row.get("session", "")))
    return text if UUID.fullmatch(text) else ""


def contents_of(connection: sqlite3.Connection, table: str) -> dict[tuple[object, ...], int]:
    """What stands in every row of a table, its hash included, as a number by its key.

    ``PRIVATE_ROWS`` are left out. The numbers hold within one process.
    """
    where = f"NOT ({PRIVATE_ROWS[table]})" if table in PRIVATE_ROWS else ""
    keys = _keys_of(table)
    return {
        tuple(row[one] for one in keys): hash(
            tuple(value for name, value in row.items() if name != "records")
        )
        for row in rows_of(connection, table, where)
    }
