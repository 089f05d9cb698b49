"""SQLModel declares the tables; the generated files, the light tables and the records fit it."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import fields
from pathlib import Path
from types import NoneType
from typing import get_args, get_type_hints

import pytest
from sqlalchemy import Table
from sqlalchemy.dialects import postgresql, sqlite
from sqlmodel import Session, col, select

from tests import schema
from tests.storage.hands import a_session, say
from wshoes_tui.domain.models import Record
from wshoes_tui.domain.serialization import KEEP_ORDER, KINDS
from wshoes_tui.storage.database_opener import open_database
from wshoes_tui.storage.light_schema import SESSION_LINES
from wshoes_tui.storage.schema import SCHEMA, ResponseRow, SessionRow, select_session_lines
from wshoes_tui.storage.sql_store import SqlStore, open_store
from wshoes_tui.storage.tables import TABLES

LOADED = """
import sys
from wshoes_tui.storage.sql_store import open_store
open_store(sys.argv[1]).sessions()
print(*sys.modules)
"""


def columns(table: Table) -> dict[str, tuple[str, bool]]:
    """The type of each column, and whether it is of the key."""
    return {
        one.name: (one.type.compile(sqlite.dialect()), one.primary_key) for one in table.columns
    }


@pytest.mark.parametrize(("path", "text"), schema.generated().items(), ids=str)
def test_the_generated_files_are_those_of_the_schema(path: Path, text: str) -> None:
    assert path.read_text(encoding="utf-8") == text, "python -m tests.schema"


def test_every_kind_of_record_has_its_table() -> None:
    assert [*KINDS, "step", "erased"] == list(SCHEMA.tables) == list(TABLES)


@pytest.mark.parametrize("name", TABLES)
def test_a_light_table_has_the_columns_of_the_schema(name: str) -> None:
    assert columns(TABLES[name]) == columns(SCHEMA.tables[name])


ROW_ONLY = {"hash", "saved", "commit_number", "records", "session", "ordinal", "version"}
"""What a row may have that its record has not."""

TYPES = {int: ("INTEGER", "BIGINT"), bool: ("BOOLEAN",)}


@pytest.mark.parametrize(("name", "kind"), KINDS.items())
def test_a_table_has_a_column_for_each_field_of_its_record(name: str, kind: type[Record]) -> None:
    declared = {one.name: one for one in SCHEMA.tables[name].columns}
    types = get_type_hints(kind)
    hints = {field.name: types[field.name] for field in fields(kind)}

    assert declared.keys() - hints.keys() <= ROW_ONLY
    assert ("ordinal" in declared) == issubclass(kind, KEEP_ORDER)
    for field, hint in hints.items():
        type_ = declared[field].type.compile(sqlite.dialect())
        assert type_ in TYPES.get(hint, ("VARCHAR",)), field
        assert declared[field].nullable == (NoneType in get_args(hint)), field


def test_the_session_list_is_the_same_statement_on_a_server() -> None:
    there = select_session_lines().compile(
        dialect=postgresql.dialect(), compile_kwargs={"literal_binds": True}
    )
    assert " ".join(SESSION_LINES.split()).replace(" OFFSET 0", "") == " ".join(str(there).split())


def test_a_report_reads_through_the_select_of_sqlmodel(path: Path, sql: SqlStore) -> None:
    session = say(a_session(), "words").session
    sql.create(session)
    whose = (
        select(SessionRow.title, ResponseRow)
        .join(SessionRow, col(ResponseRow.session) == SessionRow.id)
        .where(ResponseRow.text == "words")
    )
    with open_database(path, read_only=True).reading() as connection:
        [(title, response)] = Session(connection).exec(whose).all()

    assert (title, response.id) == (session.header.title, session.responses[0].id)


@pytest.mark.parametrize("there", [False, True], ids=["made", "there already"])
def test_a_file_is_opened_without_sqlmodel(there: bool, tmp_path: Path) -> None:
    place = tmp_path / "wshoes.db"
    if there:
        open_store(place).close()
    ran = subprocess.run(
        [sys.executable, "-c", LOADED, str(place)], capture_output=True, text=True, check=True
    )
    assert not {"sqlmodel", "pydantic", "sqlalchemy.orm"} & set(ran.stdout.split())
