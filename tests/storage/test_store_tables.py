"""The tables as statements name them are those that the schema makes."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from sqlalchemy import Table

from tests import schema
from wshoes_tui.storage.migrations import STATEMENTS
from wshoes_tui.storage.schema import SCHEMA
from wshoes_tui.storage.sql_store import open_store
from wshoes_tui.storage.tables import TABLES

LOADED = """
import sys
from wshoes_tui.storage.sql_store import open_store
open_store(sys.argv[1]).sessions()
print(*sys.modules)
"""


def columns(table: Table) -> dict[str, tuple[type[object], bool]]:
    """The type of each column, and whether it is of the key."""
    return {one.name: (type(one.type), one.primary_key) for one in table.columns}


def text_for_strings(found: dict[str, tuple[type[object], bool]]) -> dict[str, tuple[str, bool]]:
    names = {name: (kind.__name__, key) for name, (kind, key) in found.items()}
    return {n: (kind.replace("AutoString", "String"), key) for n, (kind, key) in names.items()}


def test_every_table_is_known() -> None:
    assert set(TABLES) == set(SCHEMA.tables)
    assert next(iter(TABLES)) == "session"


@pytest.mark.parametrize("name", TABLES)
def test_a_table_has_the_columns_of_the_schema(name: str) -> None:
    known = text_for_strings(columns(TABLES[name]))
    assert known == text_for_strings(columns(SCHEMA.tables[name]))


def test_the_statements_are_those_of_the_schema() -> None:
    assert STATEMENTS.read_text(encoding="utf-8") == schema.whole()


@pytest.mark.parametrize("there", [False, True], ids=["made", "there already"])
def test_a_file_is_opened_without_sqlmodel(there: bool, tmp_path: Path) -> None:
    place = tmp_path / "wshoes.db"
    if there:
        open_store(place).close()
    ran = subprocess.run(
        [sys.executable, "-c", LOADED, str(place)], capture_output=True, text=True, check=True
    )
    assert not {"sqlmodel", "pydantic", "sqlalchemy.orm"} & set(ran.stdout.split())
