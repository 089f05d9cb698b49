"""backup, restore and doctor --repair as they are typed; and what exports say of damage."""

from __future__ import annotations

import io
import json
import sqlite3
import sys
from contextlib import closing
from pathlib import Path

import pytest

from tests.cli.running import Ran, Run, a_play, is_calm, keep
from tests.storage.hands import say
from wshoes_tui.cli.backup_command import write_json_copies
from wshoes_tui.domain.commands import AddLightbulb, Say, ShowAs
from wshoes_tui.export.json_format import session_from_json
from wshoes_tui.sessions.bootstrap import backup_notice
from wshoes_tui.settings import DataFolder, Settings
from wshoes_tui.storage.copy_files import failed_note
from wshoes_tui.storage.memory_store import MemoryStore
from wshoes_tui.storage.session_lock import SessionLock
from wshoes_tui.storage.sql_store import open_store


def told(ran: Ran) -> str:
    return " ".join((ran.out + ran.err).split())


def kept(data: Path, first: int = 1, *words: str) -> str:
    play = a_play(first)
    for text in words:
        play.do(Say(text))
    keep(data, play.session)
    return play.session.id


def alter(data: Path, statement: str, *values: object) -> None:
    with closing(sqlite3.connect(data / "wshoes.db")) as disk:
        assert disk.execute(statement, values).rowcount
        disk.commit()


def texts(data: Path) -> set[str]:
    store = open_store(data / "wshoes.db", read_only=True)
    try:
        return {one.text for line in store.sessions() for one in store.load(line.id).responses}
    finally:
        store.close()


def test_a_backup_says_where_it_is_and_nothing_else(run: Run, data: Path, tmp_path: Path) -> None:
    kept(data, 1, "words")
    stick = tmp_path / "stick"
    stick.mkdir()
    for words, folder in (((), data / "backups"), ((str(stick),), stick)):
        ran = run("backup", *words)
        assert ran.status == 0
        [copy] = folder.glob("*.db")
        assert ran.out == f"{copy}\n"
        assert ran.sentence == "Copied and compared: 1 session."
        assert copy.stat().st_mode & 0o777 == 0o600
    ran = run("backup", str(tmp_path / "mine.db"))
    assert ran.out == f"{tmp_path / 'mine.db'}\n"
    again = run("backup", str(tmp_path / "mine.db"))
    assert (again.status, again.out) == (1, "")
    assert "already" in again.sentence


def test_without_sessions_there_is_nothing_to_copy(run: Run, data: Path) -> None:
    ran = run("backup")
    assert ran.status == 1
    assert "nothing to copy" in ran.sentence
    assert not data.exists()


def test_a_backup_into_nowhere_is_one_sentence(run: Run, data: Path) -> None:
    kept(data)
    ran = run("backup", "no/such/folder/x.db")
    assert (ran.status, ran.out) == (1, "")
    assert is_calm(ran.sentence)


def answer(monkeypatch: pytest.MonkeyPatch, text: str) -> None:
    monkeypatch.setattr(sys, "stdin", io.StringIO(text))


def test_restore_shows_both_asks_and_keeps_what_was_here(
    run: Run, data: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept(data, 1, "then")
    run("backup", str(tmp_path / "copy.db"))
    kept(data, 2, "since", "and more")
    before = texts(data)
    for said in ("no\n", "", "perhaps\n"):
        answer(monkeypatch, said)
        ran = run("restore", str(tmp_path / "copy.db"))
        assert (ran.status, ran.out) == (1, "")
        assert "holds 1 session. Here: 2 sessions." in told(ran)
        assert "00000002 Home: not in the copy; here 2 responses" in told(ran)
        assert "Nothing was changed." in told(ran)
        assert texts(data) == before
        assert not list(data.glob("*.new"))
    answer(monkeypatch, "yes\n")
    ran = run("restore", str(tmp_path / "copy.db"))
    assert ran.status == 0
    assert texts(data) == {"then"}
    [aside] = (data / "backups").glob("*-aside-*.db")
    assert ran.out == f"{aside}\n"
    back = run("restore", "--yes", str(aside))
    assert back.status == 0
    assert texts(data) == before
    assert "2 files with words were set aside" in told(run("doctor"))


def test_restore_takes_the_newest_copy_of_a_folder(run: Run, data: Path, tmp_path: Path) -> None:
    kept(data, 1, "first")
    run("backup", str(tmp_path))
    kept(data, 2, "second")
    run("backup", str(tmp_path))
    elsewhere = tmp_path / "elsewhere"
    assert run("restore", "--yes", str(tmp_path), "--data", str(elsewhere)).status == 0
    assert texts(elsewhere) == {"first", "second"}
    ran = run("restore", "--yes", str(tmp_path / "here"))
    assert (ran.status, ran.out) == (1, "")
    assert "no copy of sessions in the folder" in ran.sentence


def test_what_was_erased_since_is_not_brought_back_from_a_stick(
    run: Run, data: Path, tmp_path: Path
) -> None:
    session = kept(data, 1, "erase me please", "these may stay")
    run("backup")
    run("backup", str(tmp_path / "stick.db"))
    store = open_store(data / "wshoes.db", read_only=True)
    gone = next(one.id for one in store.load(session).responses if "erase" in one.text)
    store.close()
    ran = run("erase", "last", "--response", gone, "--yes")
    assert ran.status == 0, ran.err
    assert b"erase me" in (tmp_path / "stick.db").read_bytes(), "out of reach"

    ran = run("restore", "--yes", str(tmp_path / "stick.db"))

    assert ran.status == 0
    assert "What was erased since is not brought back (1 record)." in told(ran)
    assert texts(data) == {"these may stay"}
    run("backup")
    found = [one for one in data.rglob("*") if one.is_file() and b"erase me" in one.read_bytes()]
    assert found == []
    ran = run("restore", "--yes", str(tmp_path / "stick.db"), "--data", str(tmp_path / "new"))
    assert texts(tmp_path / "new") == {"erase me please", "these may stay"}, "nobody told it"


def test_nothing_is_restored_under_a_session_that_is_open(
    run: Run, data: Path, tmp_path: Path
) -> None:
    session = kept(data, 1, "words")
    run("backup", str(tmp_path / "copy.db"))
    with SessionLock(data / "locks", session):
        for words in (("restore", "--yes", str(tmp_path / "copy.db")), ("doctor", "--repair")):
            ran = run(*words)
            assert ran.status == 1
            assert "open in another window" in ran.sentence


def test_repair_shows_what_is_not_as_written_and_keeps_the_file(run: Run, data: Path) -> None:
    kept(data, 1, "first words", "second words")
    assert "nothing to repair" in told(run("doctor", "--repair"))
    alter(data, "UPDATE response SET text = 'altered \x1b[2J words' WHERE text = 'first words'")
    seen = told(run("doctor"))
    assert "1 record is not as it was written: response 0000000" in seen
    assert "doctor --repair" in seen
    assert "altered" not in seen

    ran = run("doctor", "--repair")

    assert ran.status == 0
    assert is_calm(ran.out)
    assert "not as written (response, turn 1): altered" in told(ran)
    [aside] = (data / "backups").glob("*-aside-*.db")
    assert str(aside) in ran.err
    assert texts(data) == {"[not as written] altered \x1b[2J words", "second words"}
    assert "not as it was written" not in told(run("doctor"))
    for words in (("sessions",), ("show", "last"), ("export", "last", "--format", "takehome")):
        assert run(*words).status == 0


def test_a_file_cut_in_half_is_repaired_and_goes_on(run: Run, data: Path) -> None:
    kept(data, 1, *(f"words {number} " * 30 for number in range(40)))
    path = data / "wshoes.db"
    raw = path.read_bytes()
    path.write_bytes(raw[: len(raw) // 2])
    assert run("sessions").status == 1
    ran = run("doctor")
    assert ran.status == 1
    assert "doctor --repair" in told(ran)
    ran = run("doctor", "--repair")
    assert ran.status == 0, ran.err
    assert run("sessions").status == 0
    assert run("export", "last", "--format", "json", "--out", "-").status == 0
    assert run("doctor").status == 0


def test_a_file_with_a_trigger_is_refused_and_repaired_without_it(run: Run, data: Path) -> None:
    kept(data, 1, "words")
    with closing(sqlite3.connect(data / "wshoes.db")) as disk:
        disk.execute(
            "CREATE TRIGGER t AFTER INSERT ON response BEGIN UPDATE response "
            "SET text = 'I AGREE' WHERE id = new.id; END"
        )
    for words in (("sessions",), ("show", "last"), ("backup",), ("doctor",)):
        ran = run(*words)
        assert ran.status == 1
        assert "the trigger t" in told(ran)
    assert run("doctor", "--repair").status == 0
    assert texts(data) == {"words"}
    store = open_store(data / "wshoes.db")
    session = store.load(store.find("last"))
    store.commit(say(session, "my own words"))
    store.close()
    assert texts(data) == {"words", "my own words"}


@pytest.mark.parametrize(
    ("make", "said"),
    [
        (lambda path: None, "nothing to repair"),
        (lambda path: path.touch(), "empty"),
        (lambda path: path.write_bytes(b"My diary" * 900), "Nothing of wshoes"),
    ],
)
def test_what_cannot_be_repaired_is_one_sentence(
    run: Run, data: Path, make: object, said: str
) -> None:
    data.mkdir(mode=0o700)
    make(data / "wshoes.db")  # type: ignore[operator]
    ran = run("doctor", "--repair")
    assert (ran.status, ran.out) == (1, "")
    assert said in ran.sentence


def test_an_export_names_what_is_damaged_and_says_that_it_is_incomplete(
    run: Run, data: Path, tmp_path: Path
) -> None:
    play = a_play()
    play.do(Say("first words"), AddLightbulb("afraid", "difficult"), Say("second words"))
    play.do(Say("kept back"))
    play.do(ShowAs(play.last.id, "withheld"))
    keep(data, play.session)
    first = play.session.responses[0]
    whole = json.loads(run("export", "last", "--format", "json", "--out", "-").out)
    page = run("export", "last", "--everything", "--format", "md", "--out", "-").out
    assert whole["withheld"] == []
    assert "incomplete" not in page
    alter(data, "UPDATE response SET text = 'altered' WHERE id = ?", first.id)
    alter(data, "UPDATE seat SET label = 'Ashe' WHERE label = 'Asha'")

    ran = run("export", "last", "--format", "json", "--out", "-")

    assert ran.status == 1
    found = json.loads(ran.out)
    damaged = {one["id"] for one in found["withheld"] if one["kind"] == "damaged"}
    assert damaged == {first.id, play.session.seats[0].id}
    ids = [one["id"] for one in found["responses"]]
    ids += [one["id"] for one in found["withheld"] if one["kind"] != "draft"]
    assert sorted(ids) == sorted(
        [one.id for one in play.session.responses] + [play.session.seats[0].id]
    )
    assert session_from_json(ran.out).responses
    page = run("export", "last", "--everything", "--format", "md", "--out", "-").out
    assert "**This page is incomplete: a part of the session is damaged.**" in page
    assert "2 records are damaged on the disk." in page
    assert "1 text is left out: it was kept back by choice." in page
    assert "altered" not in page + ran.out


def test_a_server_is_copied_as_json_files_that_can_be_taken_in(tmp_path: Path, data: Path) -> None:
    store = MemoryStore()
    plays = [a_play(number) for number in (1, 2)]
    for play in plays:
        play.do(Say("words"), Say("for this room"))
        play.do(ShowAs(play.last.id, "withheld"))
        store.create(play.session)
    first, second = (write_json_copies(store, tmp_path) for _ in range(2))
    assert first != second
    assert first.stat().st_mode & 0o777 == 0o700
    for play in plays:
        path = second / f"{play.session.id}.json"
        assert path.stat().st_mode & 0o777 == 0o600
        session = session_from_json(path.read_bytes())
        assert {one.text for one in session.responses} == {"words", "for this room"}


def test_a_file_that_was_copied_alone_while_in_use_is_told(
    run: Run, data: Path, tmp_path: Path
) -> None:
    store = open_store(tmp_path / "in use" / "wshoes.db")
    store.create(a_play().session)
    data.mkdir(mode=0o700)
    (data / "wshoes.db").write_bytes((tmp_path / "in use" / "wshoes.db").read_bytes())
    store.close()
    lacks = "copied alone while it was in use"
    settings = Settings(data=DataFolder(data))
    assert lacks in backup_notice(settings)
    assert lacks in told(run("doctor"))
    assert lacks in run("sessions").err
    ran = run("restore", "--yes", str(data / "wshoes.db"), "--data", str(tmp_path / "other"))
    assert "copied by itself while it was in use" in told(ran)
    kept(data)  # the program has opened it: what is in it is in it
    assert backup_notice(settings) == ""


def test_a_copy_that_failed_is_told_at_home_and_by_doctor(run: Run, data: Path) -> None:
    kept(data, 1, "words")
    settings = Settings(data=DataFolder(data))
    assert "There is no copy of the sessions yet." in told(run("doctor"))
    assert backup_notice(settings) == ""
    failed_note(data / "wshoes.db").write_text("The disk is full.")
    assert "could not be made" in backup_notice(settings)
    assert "could not be made. The disk is full." in told(run("doctor"))
