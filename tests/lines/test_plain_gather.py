"""/gather at Home in plain lines: what came in, and what could not be."""

from __future__ import annotations

from pathlib import Path

from tests.gathering_machines import Machine, a_group
from tests.lines.talk import Talk
from wshoes_tui.domain.commands import Say
from wshoes_tui.settings import DataFolder, Settings


def test_gather_takes_files_in_by_name_or_by_star(tmp_path: Path) -> None:
    for name in ("one", "two"):
        Machine(tmp_path / name).keep(a_group(Say(f"said at table {name}")))
        (tmp_path / name / "wshoes.db").rename(tmp_path / f"{name}.db")
    talk = Talk.at_home()
    assert talk.error("/gather").startswith("That cannot be done here")
    talk.conversation.settings = Settings(data=DataFolder(tmp_path / "data"))
    assert talk.error("/gather").startswith("Which file?")
    said = talk.type(f"/gather {tmp_path}/*.db")
    folder = tmp_path.name
    assert (
        f"Session: {folder}/one.db: 1 session is new, 0 brought up to date, 0 here already" in said
    )
    assert "Saved: Taken in: 2 new sessions, 0 brought up to date, 4 texts." in said
    assert any(line.startswith("Choice: ") and "continue" in line for line in said)
    said = talk.type(f'/gather "{tmp_path / "three.db"}"')
    [error] = [line for line in said if line.startswith(("Session", "Error"))]
    assert error.startswith(f"Error: {folder}/three.db is not there. Nothing of it was taken in.")
