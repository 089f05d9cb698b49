"""Schema guard: refuses database files whose schema could run code of somebody else.

A file may come from another person. Triggers, views, virtual tables, generated columns, checks
and expressions in indexes all run when an innocent statement does. So the schema is compared
with ours by its text alone, on a connection on which nothing has been run but ``PRAGMA``:
reading ``sqlite_master`` evaluates none of it.

Source: sqlite.org/security.html, "untrusted SQLite database files".
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from wshoes_tui.errors import StoreError
from wshoes_tui.locale import _
from wshoes_tui.storage.light_schema import COLUMNS, VERSION
from wshoes_tui.storage.storage_errors import UNTOUCHED

if TYPE_CHECKING:
    import sqlite3

MOST_OBJECTS = 200
"""Entries of a schema: four times as many as there are tables and indexes of ours."""

_NAME = r'"?(\w+)"?'
_TABLE = re.compile(rf"CREATE TABLE {_NAME} ?\((.*)\) ?(?:WITHOUT ROWID)?", re.DOTALL)
_COLUMN = re.compile(
    rf"{_NAME} [A-Z]+(?: NOT NULL)?(?: DEFAULT (?:'[^']*'|-?\d+|NULL))?(?: NOT NULL)?"
    r"(?: PRIMARY KEY)?"
)
_KEY = re.compile(
    r'(?:PRIMARY KEY|UNIQUE) ?\([\w", ]+\)|FOREIGN KEY ?\([\w", ]+\) REFERENCES \w+ ?\([\w", ]+\)'
)
_SIGNS = re.compile("[,()'\"]")
_INDEX = re.compile(rf'CREATE INDEX {_NAME} ON {_NAME} ?\([\w", ]+\)')
_KNOWN = {
    name: {column.partition(":")[0].removesuffix("*") for column in columns.split()}
    for name, columns in COLUMNS.items()
}


def strange_object(connection: sqlite3.Connection, version: int) -> str:
    """The name of what does not belong in the schema of a file of ours; empty if all does.

    Args:
        connection: on which no statement has been run yet that reads a table.
        version: of the schema. A file of today's has no other tables and columns than today's;
            in one of an older version every table must be as plain as ours are. What is missing
            is damage, and found when it is read.
    """
    rows = connection.execute(
        "SELECT type, name, tbl_name, sql FROM sqlite_master LIMIT ?", (MOST_OBJECTS + 1,)
    ).fetchall()
    if len(rows) > MOST_OBJECTS:
        return _("a table too many")
    tables: dict[str, set[str]] = {}
    for kind, name, _table, sql in rows:
        columns = columns_in(name, sql) if kind == "table" else None
        if columns is not None:
            tables[name] = set(columns)
        elif kind != "index" or not _is_plain_index(name, sql):
            return _shown(kind, name)
    if version == VERSION:
        for name, found in tables.items():
            if name not in _KNOWN:
                return _shown("table", name)
            for column in found - _KNOWN[name]:
                return _("the column {column} of {name}", column=column, name=name)
    return ""


def must_be_plain(connection: sqlite3.Connection, version: int) -> None:
    """Raise a StoreError for a file in which something stands that we did not make."""
    if strange := strange_object(connection, version):
        raise refused_schema(strange)


def refused_schema(strange: str) -> StoreError:
    """The error for a file with such an object in its schema."""
    return StoreError(
        _(
            "Something in the file of sessions was not made by wshoes ({strange}), so it was not "
            "opened: it could change or give away words.",
            strange=strange,
        ),
        kept=_(UNTOUCHED),
        todo=_("Ask where the file comes from. Your own are in the folder backups: wshoes restore"),
    )


@lru_cache(MOST_OBJECTS)
def columns_in(name: object, sql: object) -> tuple[str, ...] | None:
    """The columns of a table that has nothing but columns and keys; None for any other.

    Cached: a wall looks at the same schema whenever the file changes.

    Args:
        name: of the table.
        sql: the statement that made it, as it stands in a schema.
    """
    found = _TABLE.fullmatch(_one_spaced(sql))
    if not found or found[1] != name:
        return None
    columns: list[str] = []
    for part in _parts(found[2]):
        column = _COLUMN.fullmatch(part)
        if column and column[1] not in ("PRIMARY", "FOREIGN", "UNIQUE", "CHECK", "CONSTRAINT"):
            columns.append(column[1])
        elif not _KEY.fullmatch(part):
            return None
    return tuple(columns)


@lru_cache(MOST_OBJECTS)
def _is_plain_index(name: object, sql: object) -> bool:
    if sql is None:  # made by SQLite for a key
        return str(name).startswith("sqlite_autoindex_")
    found = _INDEX.fullmatch(_one_spaced(sql))
    return found is not None and found[1] == name


def _one_spaced(sql: object) -> str:
    return " ".join(str(sql).split()).replace("( ", "(").replace(" )", ")")


def _parts(text: str) -> list[str]:
    """The parts between the commas that stand in no brackets and no quotes."""
    parts, depth, quote, start = [], 0, "", 0
    for found in _SIGNS.finditer(text):
        at, letter = found.start(), found[0]
        if quote:
            quote = "" if letter == quote else quote
        elif letter in "'\"":
            quote = letter
        elif letter in "()":
            depth += 1 if letter == "(" else -1
        elif letter == "," and not depth:
            parts.append(text[start:at].strip())
            start = at + 1
    return [*parts, text[start:].strip()]


def _shown(kind: object, name: object) -> str:
    """What an object is called, as it can stand in a message."""
    word = re.sub(r"\W", "?", str(name))[:30]
    return (
        _("the {kind} {word}", kind=kind, word=word)
        if kind in ("table", "index", "trigger", "view")
        else _("an entry")
    )
