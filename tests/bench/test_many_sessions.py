"""That generated sessions are such as the program makes and takes in, and the same each time."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import replace
from datetime import date
from pathlib import Path

from tests.bench.many_sessions import Plan, fill, sessions
from wshoes_tui.export.json_format import session_from_json, to_json
from wshoes_tui.storage.database_opener import open_database
from wshoes_tui.storage.row_check import damaged_rows
from wshoes_tui.storage.sql_store import open_store

PLAN = Plan(sessions=8, responses=240, today=date(2026, 11, 24))


def test_generated_rows_are_whole_and_sessions_keep_every_rule(tmp_path: Path) -> None:
    path = tmp_path / "wshoes.db"
    database = open_database(path)
    fill(database, PLAN)
    database.close()
    with closing(sqlite3.connect(path)) as connection:
        assert damaged_rows(connection) == []
        (responses,) = connection.execute("SELECT count(*) FROM response").fetchone()
    assert responses == PLAN.responses
    store = open_store(path, read_only=True)
    lines = store.sessions()
    kept = [store.load(line.id) for line in reversed(lines)]
    store.close()
    assert kept == list(sessions(PLAN))
    assert {session.state for session in kept} == {"turns", "closed"}
    for session in kept:
        assert session_from_json(to_json(session)).id == session.id


def test_one_seed_gives_one_set_of_sessions_and_another_gives_others() -> None:
    assert list(sessions(PLAN)) == list(sessions(PLAN))
    other = replace(PLAN, seed=2)
    assert next(sessions(other)).id != next(sessions(PLAN)).id
