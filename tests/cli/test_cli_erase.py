"""Erasing: to the byte, from all copies, by whoever may; and nothing of it comes back."""

from __future__ import annotations

import json
import shutil
import sqlite3
import sys
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from io import StringIO
from pathlib import Path
from secrets import token_hex
from time import process_time
from uuid import uuid4

import pytest

from tests.build import Play
from tests.cli.running import Run, a_play, keep
from wshoes_tui.domain.commands import (
    AddLightbulb,
    AddPledge,
    Close,
    EditResponse,
    GiveFeedback,
    GoToClosing,
    KeepDraft,
    Next,
    ParkTopic,
    Remove,
    Say,
    Undo,
)
from wshoes_tui.domain.models import Response, Session
from wshoes_tui.domain.writer_key import slow_hash, tag_of
from wshoes_tui.sessions.export_log import read_exports
from wshoes_tui.storage.sql_store import SqlStore, open_store

MARK = b"marker-"
KEY = "maple-otter-piano-river-4711"


def words(number: int) -> str:
    return f"marker-{number:03d} " + "and so on " * (number % 5 * 40)


def hits(data: Path, mark: bytes = MARK) -> list[str]:
    """The files of a folder and below in whose bytes or names the mark stands."""
    return [
        str(file.relative_to(data))
        for file in sorted(data.rglob("*"))
        if file.is_file() and (mark in file.read_bytes() or mark in file.name.encode())
    ]


def played(data: Path, first: int = 1, *, close: bool = False) -> Session:
    """A session with words in everything that can hold some; each step kept by the store."""
    play = a_play(first)
    tom = play.id_of("Tom")
    data.mkdir(mode=0o700, exist_ok=True)
    store = open_store(data / "wshoes.db")
    store.create(play.session)

    def do(*commands: object) -> None:
        for command in commands:
            play.do(command)  # type: ignore[arg-type]
            draft = isinstance(command, KeepDraft)
            (store.keep_draft if draft else store.commit)(play.transitions[-1])

    do(KeepDraft("own", words(1), tom), Say(words(1), tom, draft="own"))
    do(Say(words(2)), Say(words(3)))
    do(EditResponse(play.last.id, words(4)))
    do(AddLightbulb(words(5), response=play.session.responses[0].id), AddPledge(words(6)))
    do(ParkTopic(words(7)), Say(words(8)), Undo(), KeepDraft("response", ""))
    do(Say(words(9), tom, visibility="named"), Remove(play.session.responses[1].id), Next())
    do(KeepDraft("own", words(10), tom))
    if close:
        do(KeepDraft("own", "", tom), GoToClosing(), GiveFeedback("heard", words(11)), Close())
    store.close()
    return play.session


def copied(data: Path, store: SqlStore, *names: str) -> None:
    (data / "backups").mkdir(mode=0o700, exist_ok=True)
    for name in names:
        store.backup(data / "backups" / name)


def with_copies(data: Path) -> None:
    """Copies, a file that was set aside with its log, and parts that a killed program left."""
    store = open_store(data / "wshoes.db")
    copied(data, store, "one.db", "two.db")
    store.close()
    aside = data / "wshoes-before-restore.db"
    with closing(sqlite3.connect(data / "wshoes.db")) as disk:
        disk.execute("PRAGMA journal_mode = WAL")
        disk.execute("UPDATE response SET text = text || ' in the log'")
        disk.commit()
        for end in ("", "-wal"):
            source = data / f"wshoes.db{end}"
            aside.with_name(aside.name + end).write_bytes(source.read_bytes())
        disk.execute("UPDATE response SET text = replace(text, ' in the log', '')")
        disk.commit()
    (data / "backups" / ".three.db.0a1b2c3d.part").write_bytes(b"half a copy with marker-001")
    credentials = data / "host" / "codes"
    credentials.mkdir(parents=True)


def test_a_session_is_erased_to_the_byte_and_the_others_stay(
    run: Run, data: Path, record_property: Callable[[str, object], None]
) -> None:
    gone = played(data)
    other = a_play(2)
    other.do(Say("Other words."))
    keep(data, other.session)
    with_copies(data)
    (data / "host" / f"{gone.id}.json").write_text('{"keys": {}}')
    assert len(hits(data)) == 6

    ran = run("erase", gone.id, "--yes")

    assert ran.status == 0, ran.err
    assert hits(data) == []
    record_property("files with the words before", 6)
    record_property("files with the words after", 0)
    assert "copies of it in the data folder" in ran.sentence
    assert [path for path in hits(data, gone.id.encode()) if not path.endswith(".db")] == []
    for path in (data / "wshoes.db", *sorted((data / "backups").iterdir())):
        store = open_store(path, read_only=True)
        assert [line.id for line in store.sessions()] == [other.session.id]
        assert store.load(other.session.id).responses[0].text == "Other words."
        assert store.damage(other.session.id) == ()
        assert [(one.id, one.kind) for one in store.erased()] == [(gone.id, "session")]
        store.close()
    assert run("show", gone.id).status == 1


def test_without_the_cleaning_of_copies_there_would_be_hits(
    run: Run,
    data: Path,
    monkeypatch: pytest.MonkeyPatch,
    record_property: Callable[[str, object], None],
) -> None:
    """The control."""
    from wshoes_tui.storage import file_eraser

    gone = played(data)
    with_copies(data)
    monkeypatch.setattr(file_eraser, "erase_in_file", lambda path, erased: None)
    run("erase", gone.id, "--yes")
    assert hits(data) == ["backups/one.db", "backups/two.db", *hits(data)[2:]]
    assert len(hits(data)) >= 3
    record_property("files with the words, where copies are not cleaned", len(hits(data)))


def test_exports_that_are_known_are_named_with_their_paths(run: Run, data: Path) -> None:
    gone = played(data)
    run("export", gone.id, "--everything", "--format", "md", "--out", "here.md")
    run("export", gone.id, "--format", "json", "--out", "gone.json")
    Path("gone.json").unlink()
    Path(".wshoes-0123456789abcdef.part").write_text("marker-001 of a killed export")

    ran = run("erase", gone.id, "--yes")

    assert ran.out.splitlines() == [str(Path("here.md").absolute())]
    assert "Delete these files yourself" in ran.err
    assert [path.name for path in Path().iterdir()] == ["here.md"]
    assert read_exports(data) == ()


def test_one_response_is_erased_and_the_rest_of_the_session_is_whole(run: Run, data: Path) -> None:
    session = played(data, close=True)
    with_copies(data)
    response = session.responses[0]
    assert response.text == words(1)

    ran = run("erase", session.id, "--response", response.id, "--yes")

    assert ran.status == 0, ran.err
    assert hits(data, b"marker-001") == []
    store = open_store(data / "wshoes.db", read_only=True)
    left = store.load(session.id)
    assert store.damage(session.id) == ()
    assert [one.text for one in left.responses] == [one.text for one in session.responses[1:]]
    assert left.lightbulbs[0].response is None
    assert left.done == left.undone == ()
    assert left.erased == (response.id,)
    store.close()
    copy = open_store(data / "backups" / "one.db", read_only=True)
    assert copy.damage(session.id) == ()
    assert response.id not in {one.id for one in copy.load(session.id).responses}
    copy.close()


def test_a_seat_is_erased_with_its_drafts_and_named_words(run: Run, data: Path) -> None:
    session = played(data)
    with_copies(data)
    tom = next(one for one in session.seats if one.label == "Tom")
    assert session.turn is not None
    assert session.turn.seat == tom.id
    refused = run("erase", session.id, "--seat", "tom", "--yes")
    assert refused.status == 1
    assert "It is Tom's turn" in refused.sentence

    closed = played(data / "other", close=True)
    ran = run("--data", str(data / "other"), "erase", closed.id, "--seat", "tom", "--yes")

    assert ran.status == 0, ran.err
    assert "with their own key" in ran.err
    store = open_store(data / "other" / "wshoes.db", read_only=True)
    left = store.load(closed.id)
    assert store.damage(closed.id) == ()
    assert [one.label for one in left.seats] == ["Asha"]
    texts = [one.text for one in left.responses]
    assert words(9) not in texts
    assert words(1) in texts  # kept without a name
    assert hits(data / "other", b"marker-009") == hits(data / "other", b"Tom") == []
    assert hits(data / "other", b"marker-010") == []
    store.close()


def signed(data: Path) -> Session:
    """A session in which one response and a pledge were written with KEY."""
    play = Play.begun("Asha, Tom")
    slow = slow_hash(KEY, play.session.id)
    tagged = lambda seat, one: tag_of(slow, one) if seat == play.id_of("Tom") else "00" * 16  # noqa: E731
    play.env = replace(play.env, tag=tagged)
    tom = play.id_of("Tom")
    play.do(Say("marker-001 of Tom", tom), Say("marker-002 of Asha"))
    play.do(AddPledge("marker-003 of Tom", seat=tom), Next())
    keep(data, play.session)
    return play.session


def test_ones_own_words_are_erased_by_ones_key(
    run: Run, data: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    session = signed(data)
    monkeypatch.setattr(sys, "stdin", StringIO(" Maple Otter piano-RIVER 4711\n"))

    ran = run("erase", session.id, "--key", "--yes")

    assert ran.status == 0, ran.err
    assert "2 records of your words" in ran.sentence
    assert hits(data, b"of Tom") == []
    assert hits(data, b"of Asha") == ["wshoes.db"]
    assert KEY not in ran.out + ran.err


def test_a_key_that_fits_nothing_erases_nothing(
    run: Run, data: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    session = signed(data)
    monkeypatch.setattr(sys, "stdin", StringIO("maple-otter-piano-river-4712\n"))
    ran = run("erase", session.id, "--key", "--yes")
    assert ran.status == 1
    assert "No words of this session fit that key. Nothing was erased." in ran.sentence
    assert hits(data) == ["wshoes.db"]


def test_nothing_is_erased_without_a_yes(
    run: Run, data: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Terminal(StringIO):
        def isatty(self) -> bool:
            return True

    session = played(data)
    ran = run("erase", session.id)  # nobody can be asked
    assert ran.status == 1
    assert "--yes" in ran.sentence
    monkeypatch.setattr(sys, "stdin", Terminal("y\n"))
    ran = run("erase", session.id)
    assert ran.status == 1
    assert ran.err.endswith("Nothing was erased.\n")
    assert hits(data) == ["wshoes.db"]
    monkeypatch.setattr(sys, "stdin", Terminal("yes\n"))
    assert run("erase", session.id).status == 0
    assert hits(data) == []


def test_what_was_erased_is_not_taken_in_again(run: Run, data: Path) -> None:
    session = played(data, close=True)
    run("export", session.id, "--format", "json", "--out", "old.json")
    run("erase", session.id, "--response", session.responses[0].id, "--yes")
    run("export", session.id, "--format", "json", "--out", "new.json")
    assert json.loads(Path("new.json").read_text())["erased"] == [session.responses[0].id]

    run("erase", session.id, "--yes")
    ran = run("import", "old.json")
    assert ran.status == 1
    assert "This session was erased here." in ran.sentence

    # Elsewhere, where an export told what was erased:
    elsewhere = str(data.with_name("elsewhere"))
    assert run("--data", elsewhere, "import", "new.json").status == 0
    with closing(sqlite3.connect(f"{elsewhere}/wshoes.db")) as disk:
        assert disk.execute("SELECT id, kind FROM erased").fetchall() == [
            (session.responses[0].id, "")
        ]
        disk.execute("PRAGMA foreign_keys = OFF")
        for (name,) in disk.execute(
            "SELECT name FROM sqlite_master WHERE type = 'table'"
        ).fetchall():
            if name not in ("erased", "session"):
                disk.execute(f"DELETE FROM {name}")
        disk.execute("DELETE FROM session")
        disk.commit()
    ran = run("--data", elsewhere, "import", "old.json")
    assert "1 record in the file had been erased here and stayed out." in ran.err
    assert "marker-001" not in run("--data", elsewhere, "show", "last").out


def test_a_copy_that_cannot_be_cleaned_is_named(run: Run, data: Path) -> None:
    session = played(data)
    with_copies(data)
    bad = data / "backups" / "two.db"
    raw = bytearray(bad.read_bytes())
    raw[100:3000] = bytes(2900)
    bad.write_bytes(raw)

    ran = run("erase", session.id, "--yes")

    assert ran.status == 1
    assert ran.out.splitlines() == [str(bad)]
    assert hits(data) == ["backups/two.db"]


@pytest.mark.parametrize(
    "words_",
    [("--seat", "Nobody"), ("--response", "ffffffff"), ("--seat", "a", "--key")],
)
def test_what_is_not_there_is_said(run: Run, data: Path, words_: tuple[str, ...]) -> None:
    session = played(data)
    ran = run("erase", session.id, *words_, "--yes")
    assert ran.status in (1, 2)
    assert ran.sentence
    assert hits(data)


def seconds_to_erase(run: Run, data: Path, others: int) -> float:
    """How long the processor is busy with erasing a session beside ten copies and other responses.

    What else the machine does is not counted.
    """
    shutil.rmtree(data, ignore_errors=True)
    gone, other = played(data), a_play(3)
    turn = other.turn
    said = tuple(
        Response(
            id=str(uuid4()),
            turn=turn.id,
            shoes=turn.shoes,
            text=f"Other words {number} " * 5,
            place=number,
            tag=token_hex(16),
        )
        for number in range(1, others + 1)
    )
    keep(data, replace(other.session, responses=said))
    store = open_store(data / "wshoes.db")
    copied(data, store, "0.db")
    store.close()
    for number in range(1, 10):
        shutil.copy2(data / "backups" / "0.db", data / "backups" / f"{number}.db")
    assert len(hits(data)) == 11

    busy = process_time()
    assert run("erase", gone.id, "--yes").status == 0
    busy = process_time() - busy

    assert hits(data) == []
    return busy


def test_with_ten_times_the_other_responses_it_takes_hardly_longer(run: Run, data: Path) -> None:
    """Reduced: 500 and 5000; going through all others for each would take 100 times as long."""
    few, many = (seconds_to_erase(run, data, others) for others in (500, 5000))
    assert many < 6 * few
    assert many < 2


@pytest.mark.slow
def test_with_ten_copies_and_many_other_responses_it_takes_two_seconds(
    run: Run, data: Path, record_property: Callable[[str, object], None]
) -> None:
    busy = seconds_to_erase(run, data, 20_000)
    record_property("seconds beside ten copies and 20,000 other responses", round(busy, 2))
    assert busy < 2
