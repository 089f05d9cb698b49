"""Light tables: SQLAlchemy tables with which statements are made, without SQLModel.

They have the names and types of the columns and the keys, as ``light_schema`` lists them; what
else ``schema`` declares is needed only where the tables are made.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    Connection,
    CursorResult,
    Integer,
    MetaData,
    String,
    Table,
)
from sqlalchemy.types import TypeEngine

from wshoes_tui.storage.light_schema import COLUMNS

SCHEMA_SQL = Path(__file__).with_name("schema.sql")
"""What ``schema`` comes to in SQLite: the first session of all need not load SQLModel for it."""

_TYPES: dict[str, type[TypeEngine[int]] | type[TypeEngine[bool]] | type[TypeEngine[str]]] = {
    "": String,
    "BIGINT": BigInteger,
    "BOOLEAN": Boolean,
    "INTEGER": Integer,
}
_METADATA = MetaData()


def light_table(name: str, columns: str, metadata: MetaData = _METADATA) -> Table:
    """The table of a text as in ``light_schema.COLUMNS``."""
    parts = (column.partition(":") for column in columns.split())
    return Table(
        name,
        metadata,
        *(
            Column(name.removesuffix("*"), _TYPES[type_], primary_key=name.endswith("*"))
            for name, _, type_ in parts
        ),
    )


TABLES: dict[str, Table] = {name: light_table(name, columns) for name, columns in COLUMNS.items()}
"""Every table by its name, the sessions first."""
SESSION, STEP = TABLES["session"], TABLES["step"]


def run_sql(connection: Connection, sql: str, *values: str) -> CursorResult[Any]:
    """Run a statement as it is, with "?" for each value: SQL that SQLite and PostgreSQL both know.

    For a program that runs each statement once: to compile a ``select`` takes longer than most
    queries. Truth values come from SQLite as 0 and 1; see ``row_check.as_row``.
    """
    sign = "?" if connection.dialect.paramstyle == "qmark" else "%s"
    return connection.exec_driver_sql(sql.replace("?", sign), values)


def query_rows(connection: Connection, sql: str, *values: str) -> list[dict[str, Any]]:
    """The rows of a statement that ``run_sql`` runs, by their columns."""
    found = run_sql(connection, sql, *values)
    names = tuple(found.keys())
    return [dict(zip(names, row, strict=True)) for row in found]


def create_tables(connection: Connection) -> None:
    """Make the tables of the current version in an empty database."""
    if connection.dialect.name == "sqlite":
        for statement in SCHEMA_SQL.read_text(encoding="utf-8").split(";\n"):
            if statement.strip():
                connection.exec_driver_sql(statement)
    else:
        from wshoes_tui.storage.schema import SCHEMA

        SCHEMA.create_all(connection)
