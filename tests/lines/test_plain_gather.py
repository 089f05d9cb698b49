"""/gather at Home in plain lines: what came in, and what could not be."""

from __future__ import annotations

from pathlib import Path

from tests.gathering_machines import Machine, a_group, gone_apart
from tests.lines.talk import Talk
from wshoes_tui.domain.commands import Say
from wshoes_tui.sessions.bootstrap import open_session_library
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


def test_a_conflict_is_told_side_by_side_and_decided(tmp_path: Path) -> None:
    here, there = Machine(tmp_path / "data"), Machine(tmp_path / "there")
    session_id = gone_apart(here, there)
    library = open_session_library(here.settings)
    try:
        talk = Talk.at_home(store=library.store)
        talk.conversation.settings = here.settings
        said = talk.type(f"/gather {there.file}")
        assert any(
            line.startswith(f"Session: {session_id[:8]}, Town + Home: here, and") for line in said
        )
        [pledge] = [line for line in said if "I will ring." in line and line.startswith("Choice")]
        assert 'here: "I will ring.". There: "I will write."' in pledge
        assert talk.error("x").startswith("Type b, k, t")
        assert talk.error("t 9")
        theirs = next(x for x in said if 'here: nothing. There: "theirs"' in x)
        number = theirs.removeprefix("Choice: ").partition(",")[0]
        assert talk.type(f"t {number}")[0].startswith("Saved: This is settled")
        settled = library.store.load(session_id)
        assert {one.text for one in settled.responses} == {"said at table one", "ours", "theirs"}
        assert settled.pledges[0].text == "I will ring."
        assert talk.written[-1] == "Question: That was all. /home goes back."
        assert talk.error("k")
        assert not any(
            line.startswith("Error") for line in talk.type("/home", f"/gather {there.file}")
        )
    finally:
        library.store.close()


def test_both_loses_nothing_of_a_conflict(tmp_path: Path) -> None:
    here, there = Machine(tmp_path / "data"), Machine(tmp_path / "there")
    session_id = gone_apart(here, there)
    library = open_session_library(here.settings)
    try:
        talk = Talk.at_home(store=library.store)
        talk.conversation.settings = here.settings
        talk.type(f"/gather {there.file}", "b")
        settled = library.store.load(session_id)
        assert {one.text for one in settled.responses} == {"said at table one", "ours", "theirs"}
        assert settled.pledges[0].text == "I will ring."
    finally:
        library.store.close()
