"""Code generator: ``schema.sql`` and ``light_schema.py`` from the tables that SQLModel declares.

python -m tests.schema
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields
from pathlib import Path
from textwrap import wrap
from typing import Any

from sqlalchemy import Table, create_mock_engine
from sqlalchemy.dialects import sqlite

from wshoes_tui.domain.list_rows import SessionLine
from wshoes_tui.storage import light_schema, migrations, tables
from wshoes_tui.storage.schema import APPLICATION_ID, SCHEMA, select_session_lines

WIDTH = 96
SCHEMA_SQL = """\
-- The tables in SQLite. Generated from schema.py by: python -m tests.schema
-- Change schema.py, not this file.

"""
LIGHT_SCHEMA = '''\
"""What the start-up path knows of the schema, as constants: importing it loads nothing.

Generated from ``schema`` by ``python -m tests.schema``: change that, not this.
"""

APPLICATION_ID = 0x{application_id:X}
"""What stands in the header of an SQLite file of ours."""

VERSION = {version}
"""The version of the schema that this program writes."""

COLUMNS = {{
{columns}
}}
"""The columns of every table: ``name``, or ``name:type`` if it is no text; ``*`` marks the key."""

SESSION_LINES = """\\
{lines}"""
"""One row for each session, with the fields of a ``SessionLine``; in no order."""
'''


def statements() -> Iterator[str]:
    """The statements that make the tables in SQLite."""
    made: list[str] = []
    engine: Any = create_mock_engine(
        "sqlite://", lambda sql, *_, **__: made.append(str(sql.compile(dialect=engine.dialect)))
    )
    SCHEMA.create_all(engine, checkfirst=False)
    for sql in made:
        yield "\n".join(line.rstrip() for line in sql.strip().replace("\t", "  ").splitlines())


def columns_of(table: Table) -> str:
    """The columns of a table as ``light_schema.COLUMNS`` has them."""
    return " ".join(
        column.name
        + ("*" if column.primary_key else "")
        + ("" if type_ == "VARCHAR" else f":{type_}")
        for column in table.columns
        if (type_ := column.type.compile(sqlite.dialect()))
    )


def session_lines() -> str:
    """The SQL of the session list, which both SQLite and PostgreSQL understand."""
    known = {field.name for field in fields(SessionLine)} - {"damaged"}
    query = select_session_lines()
    assert {column.name for column in query.selected_columns} == known
    sql = str(query.compile(dialect=sqlite.dialect(), compile_kwargs={"literal_binds": True}))
    return " ".join(sql.split())


def generated() -> dict[Path, str]:
    """The text of every generated file, by its path."""
    light = LIGHT_SCHEMA.format(
        application_id=APPLICATION_ID,
        version=migrations.current_version(),
        columns="\n".join(_entry(name, columns_of(one)) for name, one in SCHEMA.tables.items()),
        lines="\n".join(wrap(session_lines(), WIDTH)),
    )
    return {
        tables.SCHEMA_SQL: SCHEMA_SQL + ";\n\n".join(statements()) + ";\n",
        Path(light_schema.__file__): light,
    }


def _entry(name: str, columns: str) -> str:
    """An entry of ``light_schema.COLUMNS``, as ruff formats it."""
    if len(entry := f'    "{name}": "{columns}",') <= WIDTH:
        return entry
    first, *rest = wrap(columns, WIDTH - (6 if len(columns) <= WIDTH - 6 else 12))
    parts = "\n".join(f'        "{part}"' for part in (first, *(f" {one}" for one in rest)))
    return f'    "{name}": (\n{parts}\n    ),'


if __name__ == "__main__":
    for path, text in generated().items():
        path.write_text(text, encoding="utf-8")
