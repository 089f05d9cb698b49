"""Home's list, read by hand, is the store's own list."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from tests.bench.many_sessions import Plan, fill
from tests.build import Play
from tests.storage.hands import a_play, a_session, put, say
from wshoes_tui.domain.commands import AddLightbulb, AddPledge, Next, Say
from wshoes_tui.domain.list_rows import SessionsOverview, overview
from wshoes_tui.storage.database_opener import open_database
from wshoes_tui.storage.light_schema import VERSION
from wshoes_tui.storage.memory_store import MemoryStore
from wshoes_tui.storage.session_list import quick_lines, quick_overview
from wshoes_tui.storage.sql_store import SqlStore, open_store

TODAY = date(2026, 11, 24)


@pytest.mark.parametrize(("seats", "next_seat"), [("Asha", "Asha"), ("Bea, Tom, Li", "Tom")])
def test_both_lists_are_the_same(tmp_path: Path, seats: str, next_seat: str) -> None:
    path = tmp_path / "wshoes.db"
    store = open_store(path)
    play = Play.begun(seats)
    play.do(Say("words"), AddLightbulb("now"), AddPledge("will"), Next())
    store.create(play.session)
    [line] = store.sessions()
    assert quick_lines(path) == [line]
    assert (line.next_seat, line.responses, line.lightbulbs, line.pledges) == (next_seat, 1, 1, 1)
    store.close()


def test_no_file_is_no_session_and_makes_none(tmp_path: Path) -> None:
    assert quick_lines(tmp_path / "wshoes.db") == []
    assert quick_overview(tmp_path / "wshoes.db", TODAY) == SessionsOverview()
    assert list(tmp_path.iterdir()) == []


def test_anything_unusual_is_left_to_the_store(tmp_path: Path) -> None:
    path = tmp_path / "wshoes.db"
    for content in (b"", b"not a database at all, but long enough to be read as one" * 40):
        path.write_bytes(content)
        assert quick_lines(path) is None
    path.unlink()
    open_store(path).close()
    connection = sqlite3.connect(path)
    connection.execute(f"PRAGMA user_version = {VERSION + 1}")
    connection.close()
    assert quick_lines(path) is None


@pytest.mark.parametrize("damage", ["session SET saved = 'yesterday'", "turn SET number = 'two'"])
def test_a_damaged_row_is_left_to_the_store_which_lists_the_session(
    tmp_path: Path, damage: str
) -> None:
    path = tmp_path / "wshoes.db"
    store = open_store(path)
    play = Play.begun("Asha")
    store.create(play.session)
    with closing(sqlite3.connect(path)) as disk:
        disk.execute(f"UPDATE {damage}")
        disk.commit()

    assert quick_lines(path) is None
    assert quick_overview(path, TODAY) is None
    assert [line.id for line in store.sessions()] == [play.session.id]
    store.close()


def test_the_overview_from_the_file_is_that_of_all_lines(tmp_path: Path) -> None:
    path = tmp_path / "wshoes.db"
    database = open_database(path)
    fill(database, Plan(sessions=39, responses=80, today=TODAY))
    database.close()
    with closing(open_store(path)) as store:
        play = a_play(candidate="7")
        store.create(play.do(AddPledge("what the list of pledges leaves out")))
    with closing(open_store(path, read_only=True)) as store:
        lines = store.sessions()

    last_days = {line.last_day for line in lines if line.last_day}
    assert len(last_days) > 20
    for until in (TODAY, *last_days, *(day - timedelta(days=1) for day in last_days)):
        found = quick_overview(path, until)
        assert found == overview(lines, until), until
        assert found is not None
        assert (found.count, found.pledges) == (40, sum(line.pledges for line in lines) - 1)
        assert found.unfinished is not None
    assert len(overview(lines, max(last_days)).due) == len([one for one in lines if one.last_day])


def test_the_list_from_the_file_is_that_from_memory(path: Path, sql: SqlStore) -> None:
    open_turn, unbegun, ended = say(a_session(), "words").session, a_play(begun=False), a_session()
    answered = replace(ended.turns[-1], state="answered", revision=2)
    memory = MemoryStore()
    for session in (open_turn, unbegun.session, put(ended, answered).session):
        memory.create(session)
        sql.create(session)

    [from_memory, from_store, from_file] = [
        {line.id: replace(line, saved=line.created) for line in lines}
        for lines in (memory.sessions(), sql.sessions(), quick_lines(path) or ())
    ]

    assert from_file == from_store == from_memory
    assert from_file[open_turn.id].next_seat
    assert from_file[ended.id].next_seat == "", "nobody's turn is open"
