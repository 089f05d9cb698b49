"""Writes the statements that make the tables of an SQLite file, as the schema declares them.

python -m tests.schema
"""

from __future__ import annotations

from collections.abc import Iterator

from sqlalchemy import create_mock_engine

from wshoes_tui.storage.migrations import STATEMENTS
from wshoes_tui.storage.schema import SCHEMA
from wshoes_tui.storage.tables import TABLES


def statements() -> Iterator[str]:
    """What the schema has SQLite do, statement by statement."""
    said: list[str] = []
    engine = create_mock_engine(
        "sqlite://", lambda sql, *_, **__: said.append(str(sql.compile(dialect=engine.dialect)))
    )
    tables = [SCHEMA.tables[name] for name in TABLES]
    SCHEMA.create_all(engine, tables=tables, checkfirst=False)  # type: ignore[arg-type]
    for sql in said:
        yield "\n".join(line.rstrip() for line in sql.strip().replace("\t", "  ").splitlines())


def whole() -> str:
    """All of them, as the file holds them."""
    return ";\n\n".join(statements()) + ";\n"


if __name__ == "__main__":
    STATEMENTS.write_text(whole(), encoding="utf-8")
