"""A new column and a new table: the record, the schema and a migration, and nothing else.

They are added to a copy of the package, as a contributor would add them.
"""

from __future__ import annotations

import re
import shutil
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import wshoes_tui
from tests.storage.lay_down import SCHEMAS

TREE = Path(wshoes_tui.__file__).parents[1]
BY_HAND = {
    "domain/models/records.py": (
        ('state: SeatState = "here"', '\\g<0>\n    colour: str = added(default="")'),
        (
            "class Draft",
            "class HouseRule(Record):\n    text: str\n\n\n@value(kw_only=True)\n\\g<0>",
        ),
    ),
    "domain/models/session.py": (
        ("    Header,\n", "\\g<0>    HouseRule,\n"),
        ("    drafts: tuple.*\n", "\\g<0>    rules: tuple[HouseRule, ...] = ()\n"),
        ('    Draft: "drafts",\n', '\\g<0>    HouseRule: "rules",\n'),
    ),
    "storage/schema.py": (
        ("needs: str\n    state: str\n", "\\g<0>    colour: str\n"),
        (
            "class StepRow",
            "class HouseRuleRow(SessionPartRow, table=True):\n    text: str\n\n\n\\g<0>",
        ),
    ),
    "storage/migrations.py": (
        (
            r"(MIGRATIONS: .* = \((?:\n    .*)*\n)\)\n",
            """
def _colour(connection: Connection) -> None:
    connection.exec_driver_sql("ALTER TABLE seat ADD COLUMN colour VARCHAR NOT NULL DEFAULT ''")


def _rules(connection: Connection) -> None:
    connection.exec_driver_sql(
        "CREATE TABLE house_rule (id VARCHAR NOT NULL PRIMARY KEY, revision INTEGER NOT NULL, "
        "hash VARCHAR NOT NULL, session VARCHAR NOT NULL REFERENCES session (id), "
        "text VARCHAR NOT NULL) WITHOUT ROWID"
    )


\\1    Migration("colour", _colour),\n    Migration("rules", _rules),\n)\n""",
        ),
    ),
}

USED = """
import sys
from dataclasses import replace
from pathlib import Path
from uuid import uuid4
from wshoes_tui.domain.models import Header, Seat
from wshoes_tui.domain.models.records import HouseRule
from wshoes_tui.storage.inspection import inspect_database
from wshoes_tui.storage.memory_store import MemoryStore
from wshoes_tui.storage.session_list import quick_lines
from wshoes_tui.storage.sql_store import open_store

new, old = Path(sys.argv[1]), Path(sys.argv[2])
assert inspect_database(old).state == "older"
store = open_store(old)
[line] = store.sessions()
assert store.damage(line.id) == ()
session = store.load(line.id)
assert {seat.colour for seat in session.seats} == {""} and session.rules == ()

seat = replace(session.seats[0], id=str(uuid4()), colour="green")
rule = HouseRule(id=str(uuid4()), text="One at a time")
header = replace(session.header, id=str(uuid4()))
session = replace(session, header=header, seats=(seat,), rules=(rule,), turns=(), responses=(),
    lightbulbs=(), pledges=(), car_park=(), wild_cards=(), ratings=(), feedback=(), voices=(),
    drafts=(), decks=(), done=(), undone=())
for kept in (store, open_store(new), MemoryStore()):
    kept.create(session)
    assert kept.load(session.id) == session
    assert kept.damage(session.id) == ()
    kept.close()
assert [line.seats for line in quick_lines(new)] == [1]
"""


def a_copy(folder: Path) -> Path:
    """A copy of the package and of the generator, as they are."""
    ignored = shutil.ignore_patterns("__pycache__", "*.po", "*.mo")
    shutil.copytree(TREE / "wshoes_tui", folder / "wshoes_tui", ignore=ignored)
    (folder / "tests").mkdir()
    for name in ("__init__.py", "schema.py"):
        shutil.copy(TREE / "tests" / name, folder / "tests" / name)
    return folder


def run(folder: Path, *arguments: str) -> None:
    subprocess.run([sys.executable, *arguments], cwd=folder, check=True)


def test_a_column_and_a_table_take_a_record_a_row_and_a_migration(tmp_path: Path) -> None:
    copy = a_copy(tmp_path / "copy")
    for name, edits in BY_HAND.items():
        path = copy / "wshoes_tui" / name
        text = path.read_text(encoding="utf-8")
        for pattern, replacement in edits:
            text, count = re.subn(pattern, replacement, text, count=1)
            assert count == 1, (name, pattern)
        path.write_text(text, encoding="utf-8")
    old = tmp_path / "old.db"
    with closing(sqlite3.connect(old)) as disk:
        disk.executescript((SCHEMAS / "schema-1.sql").read_text(encoding="utf-8"))

    run(copy, "-m", "tests.schema")

    run(copy, "-c", USED, str(tmp_path / "new.db"), str(old))
