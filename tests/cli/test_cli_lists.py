"""The lists of sessions and pledges."""

from __future__ import annotations

import io
import json
import sqlite3
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from tests.cli.running import Run, a_play, is_calm, keep
from tests.domain.hostile_texts import EVIL
from wshoes_tui.cli.session_reports import stage_label
from wshoes_tui.domain.commands import (
    AddPledge,
    ChangePledge,
    Close,
    GoToClosing,
    Plan,
    Say,
    UpdatePledge,
)
from wshoes_tui.storage.memory_store import MemoryStore

TODAY = datetime.now(UTC).astimezone().date()


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("sessions", "No sessions yet. Begin one with: wshoes rehearse\n"),
        ("pledges", "No pledges yet."),
        ("pledges --due", "No pledges are due within seven days. All of them: wshoes pledges\n"),
    ],
)
def test_an_empty_list_says_what_to_do_next(run: Run, data: Path, words: str, said: str) -> None:
    ran = run(*words.split())
    assert ran.status == 0
    assert ran.out.startswith(said)
    assert not data.exists(), "looking made a folder"


def test_a_lock_that_a_power_cut_left_alone_is_no_database(run: Run, data: Path) -> None:
    data.mkdir(mode=0o700)
    (data / "wshoes.db.lock").touch(0o600)
    assert run("sessions").out == "No sessions yet. Begin one with: wshoes rehearse\n"


@pytest.mark.parametrize("words", ["sessions", "pledges", "pledges --due"])
def test_an_empty_list_is_an_empty_array_for_scripts(run: Run, words: str) -> None:
    assert json.loads(run(*words.split(), "--json").out) == []


def test_sessions_are_aligned_and_the_newest_comes_first(run: Run, data: Path) -> None:
    group, alone = a_play(1), a_play(2, rehearsal=True)
    group.do(Plan(title="Leaving hospital"))
    keep(data, group.session, alone.session)
    head, first, second = run("sessions").out.splitlines()
    assert first.startswith("00000002")
    assert "alone" in first
    assert second.startswith("00000001")
    assert "2 seats" in second
    assert "turn 1 of 4" in second
    assert second.endswith("Leaving hospital")
    starts = [head.index(word) for word in ("Saved", "Who", "Where", "Title")]
    for row in (first, second):
        assert all(row[start - 1] == " " and row[start] != " " for start in starts)
        assert len(row) <= 80


def test_sessions_for_scripts(run: Run, data: Path) -> None:
    keep(data, a_play(1).session, a_play(2).session)
    found = json.loads(run("--json", "sessions").out)
    assert [one["id"][:8] for one in found] == ["00000002", "00000001"]
    assert found[0]["state"] == "turns"
    assert datetime.fromisoformat(found[0]["created"]).tzinfo is not None


def test_where_a_session_stands(run: Run, data: Path) -> None:
    play = a_play()
    play.do(Say("words"), GoToClosing(), Close())
    keep(data, play.session)
    assert "closed, 1 turn" in run("sessions").out


def test_pledges_stand_in_the_order_of_their_dates(run: Run, data: Path) -> None:
    play = a_play()
    play.do(
        AddPledge("in a month", "Tom", TODAY + timedelta(days=30)),
        AddPledge("yesterday", "Asha", TODAY - timedelta(days=1)),
        AddPledge("tomorrow", by_when=TODAY + timedelta(days=1)),
        AddPledge("some day"),
        AddPledge("kept", by_when=TODAY),
    )
    play.do(ChangePledge(play.session.pledges[-1].id, state="done"))
    keep(data, play.session)
    rows = run("pledges").out.splitlines()[1:]
    texts = ["yesterday", "tomorrow", "in a month", "some day", "kept"]
    assert [row.rsplit("  ", 1)[1] for row in rows] == texts
    assert "late" in rows[0]
    assert "nobody yet" in rows[1]
    assert "no date" in rows[3]
    assert "done" in rows[4]


def test_due_are_open_pledges_that_are_late_or_of_the_next_seven_days(run: Run, data: Path) -> None:
    play = a_play()
    for days in (-400, 0, 7, 8):
        play.do(AddPledge(str(days), by_when=TODAY + timedelta(days=days)))
    play.do(AddPledge("done", by_when=TODAY), AddPledge("no date"))
    play.do(ChangePledge(play.session.pledges[4].id, state="dropped"))
    keep(data, play.session)
    found = json.loads(run("pledges", "--due", "--json").out)
    assert [one["text"] for one in found] == ["-400", "0", "7"]
    assert found[0]["session"] == play.session.id


def test_nothing_that_people_wrote_drives_the_terminal(run: Run, data: Path) -> None:
    plays = []
    for number, words in enumerate(EVIL, 1):
        play = a_play(number)
        plain = words.encode("utf-8", "replace").decode()
        play.do(Plan(title=plain), AddPledge(f"{plain} x", owner=plain))
        plays.append(play.session)
    keep(data, *plays)
    for command in ("sessions", "pledges"):
        ran = run(command)
        assert ran.status == 0
        assert is_calm(ran.out)
        assert ran.out.count("\n") == 1 + len(EVIL)
        assert run(command, "--json").out.isascii()
    kept = {one["text"] for one in json.loads(run("pledges", "--json").out)}
    assert kept == {session.pledges[0].text for session in plays}, "JSON is to be lossless"


def test_pledges_beside_a_damaged_session_are_still_listed(run: Run, data: Path) -> None:
    broken, whole = a_play(1), a_play(2)
    broken.do(AddPledge("lost words"), AddPledge("kept words"))
    whole.do(AddPledge("whole words"))
    keep(data, broken.session, whole.session)
    with sqlite3.connect(data / "wshoes.db") as raw:
        raw.execute("UPDATE pledge SET text = replace(text, 'lost', 'last')")
    raw.close()
    ran = run("pledges")
    assert ran.status == 1
    assert "whole words" in ran.out
    assert "kept words" in ran.out
    assert "last words" not in ran.out
    assert "Session 00000001 has 1 damaged record," in ran.sentence


def test_a_damaged_line_says_so() -> None:
    store = MemoryStore()
    store.create(a_play().session)
    [line] = store.sessions()
    assert stage_label(replace(line, damaged="A part of this session is damaged.")) == "damaged"


def test_a_file_that_is_no_database_is_one_sentence(run: Run, data: Path) -> None:
    data.mkdir()
    (data / "wshoes.db").write_text("These are not sessions, whatever the name says." * 20)
    for words in ("sessions", "pledges", "show last"):
        ran = run(*words.split())
        assert ran.status == 1
        assert ran.out == ""
        assert ran.sentence
    assert "not sessions" in (data / "wshoes.db").read_text()


def test_a_journal_without_its_file_is_no_empty_list(run: Run, data: Path) -> None:
    data.mkdir()
    (data / "wshoes.db-wal").write_bytes(b"words that were saved")
    ran = run("sessions")
    assert ran.status == 1
    assert ran.sentence


def test_what_became_of_a_pledge_is_listed_and_can_be_set_between_sessions(
    run: Run, data: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first, second, other = a_play(1), a_play(2), a_play(3)
    first.do(Plan(programme="Winter"), AddPledge("I will ring.", condition="Ann calls"))
    first.do(GoToClosing(), Close())
    pledge = first.session.pledges[0].id
    second.do(Plan(programme="Winter"), UpdatePledge(pledge, first.session.id, "stuck", "No key."))
    other.do(AddPledge("Of others."))
    keep(data, first.session, second.session, other.session)

    listed = run("pledges", "--programme", "Winter").out.splitlines()
    assert len(listed) == 2, "one line a pledge, for other programs"
    assert "stuck" in listed[1]
    assert "When Ann calls, I will ring. - " in listed[1]
    assert listed[1].endswith("stuck, No key.")
    assert run("pledges", "--programme", "Summer").out.startswith("No pledges of that programme.")

    monkeypatch.setattr("sys.stdin", io.StringIO("She rang herself.\n"))
    assert run("pledges", "--set", f"{pledge}=done", "--why").status == 0
    [found] = json.loads(run("pledges", "--programme", "Winter", "--json").out)
    assert (found["state"], found["history"][-1]["note"]) == ("done", "She rang herself.")
    for words, status in (
        ("=done", 2),
        (f"{pledge}=lost", 2),
        (f"{pledge}=changed", 2),
        ("z=done", 1),
    ):
        ran = run("pledges", "--set", words)
        assert (ran.status, ran.out) == (status, "")
        assert ran.sentence


def test_the_day_of_a_pledge_is_set_and_taken_away(run: Run, data: Path) -> None:
    play = a_play(1)
    play.do(AddPledge("I will ring.", "Tom"), GoToClosing(), Close())
    keep(data, play.session)
    pledge = play.session.pledges[0].id[:8]
    assert run("pledges", "--set", f"{pledge}=by:2099-04-01").sentence.startswith("Kept: by 1 Apr")
    ran = run("pledges", "--set", f"{pledge}=no-day")
    assert ran.sentence.startswith("Kept: no day any more, it was 1 Apr 2099.")
    assert "no date" in run("pledges").out
    assert run("pledges", "--set", f"{pledge}=no-day").sentence.startswith("Kept: no day.")
    assert run("pledges", "--set", f"{pledge}=by:doomsday").status == 2
