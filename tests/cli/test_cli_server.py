"""A session that comes to a database as a file, and is erased there, by the command line."""

from __future__ import annotations

from pathlib import Path

import pytest
from sqlalchemy import Connection

from tests.cli.running import Run, a_play
from tests.storage.conftest import SERVER
from wshoes_tui.domain.commands import AddLightbulb, AddPledge, ParkTopic, Say
from wshoes_tui.export.json_format import to_json
from wshoes_tui.storage.sql_store import open_store
from wshoes_tui.storage.tables import TABLES

MARK = "marker"


@pytest.fixture(params=["sqlite", "server"] if SERVER else ["sqlite"])
def address(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """The address of a database that is empty."""
    if request.param == "sqlite":
        return f"sqlite:///{tmp_path}/elsewhere.db"
    store = open_store(SERVER)
    for line in store.sessions():
        store.discard(line.id)
    store.close()
    return SERVER


def rows_with_the_mark(connection: Connection) -> dict[str, int]:
    """How many rows of each table hold it."""
    found = {
        name: sum(MARK in repr(row) for row in connection.execute(table.select()))
        for name, table in TABLES.items()
    }
    return {name: number for name, number in found.items() if number}


def test_a_session_is_taken_in_and_erased_whole(tmp_path: Path, run: Run, address: str) -> None:
    play = a_play(first=0xABC)
    asha = play.session.seats[0]
    play.do(
        Say(f"{MARK} said, dŵr", asha.id),
        AddLightbulb(f"{MARK} before", f"{MARK} now"),
        AddPledge(f"{MARK} pledged"),
        ParkTopic(f"{MARK} parked"),
    )
    session, file = play.session, tmp_path / "session.json"
    file.write_text(to_json(session), "utf-8")
    at = ("--database", address)

    assert run(*at, "import", str(file)).status == 0
    assert run(*at, "import", str(file)).status == 1, "it is here already"
    assert "1 response," in run(*at, "show", "last").out
    assert MARK in run(*at, "search", "dwr").out
    store = open_store(address)
    held = store.read(rows_with_the_mark)
    assert held is not None
    assert {"response", "lightbulb", "pledge", "parked_topic"} <= held.keys()
    store.close()

    assert run(*at, "erase", session.id, "--yes").status == 0
    assert run(*at, "show", session.id).status == 1
    assert run(*at, "search", MARK).out.startswith("Nothing was found")
    ran = run(*at, "import", str(file))
    assert (ran.status, MARK in ran.err) == (1, False), "it does not come back"
    store = open_store(address)
    assert store.read(rows_with_the_mark) == {}
    assert [one.kind for one in store.erased() if one.session == session.id] == ["session"]
    store.close()
