"""Gathering files that go wrong, sessions that are open, both sides changed, and kills."""

from __future__ import annotations

import json
import shutil
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from tests.cli.running import ROOT
from tests.gathering_machines import Machine, a_group
from tests.storage.interrupted import caught_before_calls
from tests.storage.lay_down import SCHEMAS
from wshoes_tui.domain import commands as c
from wshoes_tui.domain.models import Session
from wshoes_tui.export.json_format import to_dict
from wshoes_tui.flow.gather_flow import GatherReport
from wshoes_tui.sessions import gathering
from wshoes_tui.sessions.gathering import GatherProgress
from wshoes_tui.storage.backup import copy_file
from wshoes_tui.storage.session_lock import SessionLock
from wshoes_tui.storage.sql_store import open_store


@pytest.fixture
def here(tmp_path: Path) -> Machine:
    return Machine(tmp_path / "here")


@pytest.fixture
def there(tmp_path: Path) -> Machine:
    return Machine(tmp_path / "there")


@pytest.fixture
def session(here: Machine, there: Machine) -> Session:
    """A session that both machines hold."""
    session = a_group(c.Say("said first"), c.Say("my secret words"))
    there.keep(session)
    assert here.gather(there.file).is_whole
    return session


def counts(report: GatherReport) -> list[tuple[int, int, int]]:
    return [(one.new, one.updated, one.here) for one in report.sources]


def troubles(report: GatherReport) -> str:
    return "\n".join(trouble for one in report.sources for trouble in one.troubles)


def texts(machine: Machine, session: Session) -> set[str]:
    found = machine.load(session.id)
    return {one.text for one in found.responses} if found else set()


def test_what_comes_in_is_counted_and_the_same_file_again_changes_nothing(
    here: Machine, there: Machine, session: Session
) -> None:
    there.do(session.id, c.Say("said later"), c.AddPledge("I will."))
    report = here.gather(there.file)
    assert counts(report) == [(0, 1, 0)]
    assert report.sources[0].words == 2
    before = here.file.read_bytes()
    report = here.gather(there.file, there.file)
    assert counts(report) == [(0, 0, 1)]
    assert report.is_whole
    assert here.file.read_bytes() == before


def test_drafts_and_steps_stay_where_they_were_made(
    here: Machine, there: Machine, session: Session
) -> None:
    there.do(session.id, c.Say("taken back"), c.Undo(), c.KeepDraft("response", "half a thought"))
    here.do(session.id, c.KeepDraft("pledge", "typed here"))
    here.gather(there.file)
    found = here.load(session.id)
    assert found is not None
    assert [one.text for one in found.drafts] == ["typed here"]
    assert (found.done, found.undone) == ((), ())
    for word in ("taken back", "half a thought"):
        assert here.bytes_with(word) == []


def test_a_session_that_both_sides_changed_is_a_conflict_that_is_shown_and_not_decided(
    here: Machine, there: Machine, session: Session
) -> None:
    secret = session.responses[1].id
    there.do(session.id, c.EditResponse(session.responses[0].id, "as they say"))
    there.do(session.id, c.ShowAs(secret, "withheld"))
    here.do(session.id, c.EditResponse(session.responses[0].id, "as we say"))
    before = here.rows()
    for _ in range(2):
        report = here.gather(there.file)
        assert not report.is_whole
        told = troubles(report)
        assert session.id[:8] in told
        assert 'here "as we say", there "as they say"' in told
        assert "response" in told
        assert "secret" not in told
        assert here.rows() == before
    there.do(session.id, c.Say("once more"))
    assert not here.gather(there.file).is_whole


def test_both_sides_that_came_to_the_same_are_one(
    here: Machine, there: Machine, session: Session
) -> None:
    for machine in (here, there):
        machine.do(session.id, c.EditResponse(session.responses[0].id, "put right"))
    assert counts(here.gather(there.file)) == [(0, 1, 0)]
    there.gather(here.file)
    there.do(session.id, c.Say("and then"))
    assert here.gather(there.file).is_whole
    assert "and then" in texts(here, session)


def test_an_old_backup_that_was_put_back_is_not_newer_than_what_was_lost(
    here: Machine, there: Machine, session: Session
) -> None:
    old = there.file.read_bytes()
    there.do(session.id, c.Say("lost there"))
    here.gather(there.file)
    there.file.write_bytes(old)
    there.do(session.id, c.Say("said anew"), c.Say("and more"))
    assert not here.gather(there.file).is_whole
    assert texts(here, session) == {"said first", "my secret words", "lost there"}


def test_a_session_that_is_open_here_is_said_and_the_rest_goes_on(
    here: Machine, there: Machine, session: Session
) -> None:
    other = a_group(c.Say("another table"))
    there.keep(other)
    there.do(session.id, c.Say("said later"))
    there.erase(session.id, [session.responses[0].id])
    with SessionLock(here.settings.data.locks, session.id):
        report = here.gather(there.file)
    assert "open in another window on this computer" in troubles(report)
    assert counts(report) == [(1, 0, 0)]
    assert texts(here, session) == {"said first", "my secret words"}
    assert counts(here.gather(there.file)) == [(0, 1, 1)]
    assert texts(here, session) == {"my secret words", "said later"}


def test_what_was_erased_here_stays_out_and_the_file_that_has_it_is_named(
    here: Machine, there: Machine, session: Session
) -> None:
    old = there.root.parent / "old.db"
    shutil.copy(there.file, old)
    here.erase(session.id, [session.responses[1].id])
    there.do(session.id, c.Say("said later"))
    report = here.gather(old, there.file)
    assert [one.kept_out for one in report.sources] == [1, 1]
    assert texts(here, session) == {"said first", "said later"}
    assert here.bytes_with("my secret words") == []


BAD = {
    "empty.db": (b"", "is empty"),
    "noise.db": (bytes(range(256)) * 40, "does not hold wshoes sessions"),
    "half.json": (b'{"format": "wshoes-session", "version": 2, "session": {"id"', "not whole"),
    "newer.json": (b'{"format": "wshoes-session", "version": 99}', "newer wshoes"),
}


def test_files_that_cannot_be_taken_in_are_one_sentence_each(
    here: Machine, there: Machine, session: Session, tmp_path: Path
) -> None:
    whole = there.file.read_bytes()
    files: dict[str, tuple[bytes, str]] = {
        **BAD,
        "torn.db": (whole[: len(whole) // 2], "is damaged"),
        "utf16.json": (json.dumps(to_dict(session)).encode("utf-16"), "utf16.json"),
    }
    paths = [tmp_path / name for name in files]
    for path in paths:
        path.write_bytes(files[path.name][0])
    newer, altered, foreign = (tmp_path / f"{name}.db" for name in ("new", "altered", "foreign"))
    statements = {
        newer: ("PRAGMA user_version = 99", "newer version"),
        altered: ("UPDATE response SET text = 'I AGREE' WHERE text = 'said first'", "is damaged"),
        foreign: ("CREATE VIEW v AS SELECT * FROM response", "not made by wshoes"),
    }
    for path, (statement, _told) in statements.items():
        path.write_bytes(whole)
        with closing(sqlite3.connect(path)) as disk:
            disk.execute(statement)
            disk.commit()
    paths += [*statements, tmp_path / "nowhere.db", tmp_path, here.file]
    before = here.file.read_bytes()

    report = here.gather(*paths)

    for one in report.sources:
        [sentence] = one.troubles
        assert one.path.name in sentence
        expected = {name: told for name, (_, told) in files.items()}
        expected |= {path.name: told for path, (_, told) in statements.items()}
        assert expected.get(one.path.name, "") in sentence
    assert here.file.read_bytes() == before


HOLD = """
import sys, pathlib
from wshoes_tui.storage.sql_store import open_store
store = open_store(pathlib.Path(sys.argv[1]))
print("open", flush=True)
sys.stdin.readline()
"""


def test_a_file_that_is_open_in_another_program_is_refused_and_read_once_that_was_killed(
    here: Machine, there: Machine, tmp_path: Path
) -> None:
    there.keep(a_group(c.Say("in the log")))
    with subprocess.Popen(
        [sys.executable, "-c", HOLD, str(there.file)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        env={"PYTHONPATH": str(ROOT)},
    ) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == b"open\n"
        assert "is open in another program" in troubles(here.gather(there.file))
        process.kill()
    store = open_store(there.file)
    store.create(a_group(c.Say("in the log too")))
    killed = tmp_path / "killed"
    shutil.copytree(there.root, killed)
    store.close()
    assert (killed / "wshoes.db-wal").stat().st_size
    before = {one.name: one.read_bytes() for one in killed.iterdir() if one.is_file()}
    assert counts(here.gather(killed / "wshoes.db")) == [(2, 0, 0)]
    assert {one.name: one.read_bytes() for one in killed.iterdir() if one.is_file()} == before


def test_a_file_of_every_older_version_is_read(here: Machine, tmp_path: Path) -> None:
    for script in sorted(SCHEMAS.glob("schema-*.sql")):
        path = tmp_path / f"{script.stem}.db"
        with closing(sqlite3.connect(path)) as disk:
            disk.executescript(script.read_text(encoding="utf-8"))
        before = path.read_bytes()
        for expected in ((1, 0, 0), (0, 0, 1)):
            report = here.gather(path)
            assert troubles(report) == ""
            assert counts(report) == [expected]
        assert path.read_bytes() == before


def test_it_stops_between_two_sessions_and_the_same_again_does_the_rest(
    here: Machine, there: Machine
) -> None:
    for _ in range(3):
        there.keep(a_group(c.Say("words")))
    said: list[GatherProgress] = []
    report = here.use(
        lambda library: gathering.gather(
            here.settings,
            library,
            [there.file],
            progress=said.append,
            is_stopped=lambda: bool(said) and said[-1].sessions == 2,
        )
    )
    assert report.stopped
    assert not report.is_whole
    assert counts(report) == [(2, 0, 0)]
    assert counts(here.gather(there.file)) == [(1, 0, 2)]


def test_a_kill_at_any_moment_is_put_right_by_the_same_command(
    here: Machine, there: Machine, session: Session, tmp_path: Path
) -> None:
    there.do(session.id, c.Say("said later"))
    there.erase(session.id, [session.responses[1].id])
    there.keep(a_group(c.Say("another table")))
    copy_file(here.file)
    with caught_before_calls(here.root, tmp_path / "states") as states:
        here.gather(there.file)
    expected = here.rows()
    assert len(states) > 5
    for _call, root in states:
        killed = Machine(root)
        report = killed.gather(there.file)
        assert report.is_whole
        assert killed.rows() == expected
        assert killed.bytes_with("my secret words") == []


def test_without_the_note_of_an_erasure_a_kill_would_leave_words_in_a_copy(
    here: Machine, there: Machine, session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    there.erase(session.id, [session.responses[1].id])
    from wshoes_tui.storage import file_eraser

    cleaned = file_eraser.remove_parts

    def killed(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(file_eraser, "remove_parts", killed)
    with pytest.raises(KeyboardInterrupt):
        here.gather(there.file)
    monkeypatch.setattr(file_eraser, "remove_parts", cleaned)
    part = here.root / ".wshoes.db.0badcafe.part"
    part.write_bytes(b"my secret words")
    note = here.root / "erasing"
    assert note.exists()
    note.unlink()
    here.gather(there.file)
    assert here.bytes_with("my secret words") == [part.name]
    note.touch()
    here.gather(there.file)
    assert here.bytes_with("my secret words") == []
