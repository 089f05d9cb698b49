"""A session read by hand, for the wall, is the store's own session."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from tests.storage.hands import draft
from tests.storage.lay_down import SCHEMAS
from tests.storage.test_schema_change import TREE
from wshoes_tui.domain.version_vector import UNKNOWN_VERSION
from wshoes_tui.errors import NotFoundError
from wshoes_tui.storage.light_schema import VERSION
from wshoes_tui.storage.quick_session import quick_session
from wshoes_tui.storage.sql_store import open_store

ON_WALL = """
import sys
from wshoes_tui.cli.options import read
from wshoes_tui.cli.wall_command import read_session
from wshoes_tui.wall.wall_page import wall_page
assert wall_page(read_session(read(["--data", sys.argv[1], "wall"]), "last")).title
print(*sys.modules)
"""
HEAVY = {"textual", "sqlalchemy", "sqlmodel", "pydantic", "yaml", "asyncio", "dataclasses", "rich"}


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A file that holds a session with a record of every kind."""
    path = tmp_path / "wshoes.db"
    with closing(sqlite3.connect(path)) as disk:
        disk.executescript((SCHEMAS / f"schema-{VERSION}.sql").read_text(encoding="utf-8"))
    return path


def test_it_is_the_session_of_the_store_without_what_undo_needs(path: Path) -> None:
    store = open_store(path)
    whole = store.load(store.find("last"))
    store.keep_draft(draft(whole, "not in the main file yet"))
    whole = store.load(whole.id)
    wanted = replace(whole, done=(), undone=(), version=UNKNOWN_VERSION, erased=())
    for reference in ("last", whole.id, whole.id[:6]):
        assert quick_session(path, reference) == wanted
    with pytest.raises(NotFoundError):
        quick_session(path, "zzz")
    store.close()


def test_without_a_file_there_is_no_session(tmp_path: Path) -> None:
    with pytest.raises(NotFoundError):
        quick_session(tmp_path / "wshoes.db", "last")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    "damage",
    [
        "UPDATE response SET text = 'other words'",
        "UPDATE turn SET number = 'two'",
        "DELETE FROM step WHERE number = (SELECT min(number) FROM step)",
        "DELETE FROM seat WHERE number = 1",
        f"PRAGMA user_version = {VERSION - 1}",
    ],
)
def test_what_is_out_of_the_ordinary_is_left_to_the_store(path: Path, damage: str) -> None:
    with closing(sqlite3.connect(path)) as disk, disk:
        disk.execute(damage)
    assert quick_session(path, "last") is None


def test_a_wall_loads_nothing_heavy(path: Path) -> None:
    command = [sys.executable, "-c", ON_WALL, str(path.parent)]
    ran = subprocess.run(command, capture_output=True, text=True, check=True, cwd=TREE)
    assert not HEAVY & set(ran.stdout.split())
