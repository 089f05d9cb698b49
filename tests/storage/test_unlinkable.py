"""Whose unattributed words are whose stands nowhere in the folder, after any commit."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from random import Random
from sqlite3 import connect

import pytest

from tests.build import Play
from tests.storage import attacker
from tests.storage.attacker import Evening, evening
from wshoes_tui.domain import engine
from wshoes_tui.domain.commands import Close, Command, GoToClosing, KeepDraft, Next, Say
from wshoes_tui.domain.engine import UnitOfWork
from wshoes_tui.domain.handlers import response_handler, writing_handler
from wshoes_tui.domain.models import Voice
from wshoes_tui.storage import database, sql_store
from wshoes_tui.storage.database import SqliteDatabase
from wshoes_tui.storage.sql_store import SqlStore, open_store

WAYS = pytest.mark.parametrize("way", ["write first", "talk", "hiring"])


def played(path: Path, seed: int, *, way: str, turns: int) -> Evening:
    store = open_store(path)
    done = evening(store, path, Random(seed), way=way, turns=turns)
    store.close()
    path.unlink()
    return done


@WAYS
def test_the_folder_tells_no_more_than_the_export(path: Path, way: str) -> None:
    for seed in range(3):
        done = played(path, seed, way=way, turns=2)
        assert len(done.authors) > 10
        assert attacker.tied(done) == 0


@pytest.mark.slow
@pytest.mark.timeout(1800)
@WAYS
def test_the_folders_of_many_evenings_tell_no_more_than_the_export(
    path: Path, way: str, record_property: Callable[[str, object], None]
) -> None:
    words = folders = 0
    for seed in range(20):
        done = played(path, seed, way=way, turns=8)
        words, folders = words + len(done.authors), folders + len(done.folders)
        assert attacker.tied(done) == 0
    record_property("words", words)
    record_property("folders, one after each commit", folders)
    record_property("words tied to a seat", 0)
    assert words > 1000


@WAYS
def test_where_the_log_is_not_cut_it_ties_nearly_all(
    path: Path,
    monkeypatch: pytest.MonkeyPatch,
    way: str,
    record_property: Callable[[str, object], None],
) -> None:
    """The control: as it was before."""
    monkeypatch.setattr(SqliteDatabase, "purge", lambda self: None)

    done = played(path, 1, way=way, turns=1)

    tied = attacker.tied(done)
    record_property("words where the log is not cut", len(done.authors))
    record_property("of them tied to a seat", tied)
    assert tied > (0.7 if way == "hiring" else 0.9) * len(done.authors)


def test_counts_that_change_with_each_response_would_tie_them(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The control of the counts: as they were before, and the log not cut for them."""

    def heard(work: UnitOfWork, seat_id: str | None) -> None:
        for seat in work.session.seats:
            if seat.id not in {voice.seat for voice in work.session.voices}:
                work.put_aside(Voice(id=work.env.new_id(), seat=seat.id, count=0))
        for voice in work.session.voices:
            if voice.seat == seat_id:
                work.put_aside(replace(voice, count=voice.count + 1))

    monkeypatch.setattr(response_handler, "heard", heard)
    monkeypatch.setattr(SqliteDatabase, "purge", lambda self: None)
    store = open_store(path)
    done = Evening(store, path, Random(1))
    done.begin(planned_turns=2)
    for seat in done.seats[:4]:  # typed at the one keyboard, in a field of nobody's own
        done.do(Say(done.words(seat), seat))

    assert attacker.tied(done) > 2


def test_shoes_kept_with_drafts_would_tie_them(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for module in (response_handler, writing_handler):
        monkeypatch.setattr(module, "hide_shoes", lambda work, turn: None)
    monkeypatch.setattr(response_handler, "are_told_apart", lambda session, turn: False)

    tied = sum(attacker.tied(played(path, seed, way="talk", turns=3)) for seed in range(3))

    assert tied > 2
    assert engine.hide_shoes is not response_handler.hide_shoes


# The sharpest form: two sessions that differ only in who said the unattributed words leave the
# same bytes, whatever an attacker may do with them.


def files_of(path: Path, rounds: Sequence[Sequence[str]]) -> list[bytes]:
    """The file and its log after each response, and after each turn."""
    play = Play.begun("Asha, Tom, Bea, Dev", chance=2)
    store = open_store(path)
    store.create(play.session)
    files = []

    def do(*commands: Command) -> None:
        for command in commands:
            play.do(command)
            kept = isinstance(command, KeepDraft)
            (store.keep_draft if kept else store.commit)(play.transitions[-1])
        log = path.with_name(f"{path.name}-wal")
        files.append(path.read_bytes() + log.read_bytes())

    for number, who in enumerate(rounds):
        seats = [play.id_of(label) for label in who]
        texts = [f"Words {number} {n}. " * 40 for n in range(len(seats))]
        for seat, text in zip(seats, texts, strict=True):
            do(KeepDraft("own", text[:9], seat, "nurse"), Say(text, seat, "nurse", draft="own"))
        do(Next())
    store.close()
    files.append(path.read_bytes())
    path.unlink()
    return files


@pytest.fixture
def _same_time(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sql_store, "_now", lambda: "2026-03-02T10:00:00.000000Z")


ORDERS = (["Tom", "Bea", "Dev"], ["Dev", "Tom", "Bea"], ["Bea", "Dev", "Tom"])


@pytest.mark.usefixtures("_same_time")
def test_who_said_it_leaves_the_same_bytes(path: Path) -> None:
    one = files_of(path, [ORDERS[0]] * 2)
    assert len(one) == 9
    for who in ORDERS[1:]:
        assert files_of(path, [who, who]) == one


@pytest.mark.usefixtures("_same_time")
def test_on_which_turn_somebody_was_heard_leaves_the_same_bytes(path: Path) -> None:
    """Once both turns are over: where a count stands in the file does not tell when it grew."""
    one = files_of(path, [["Bea"], ["Dev"]])[-1]
    assert files_of(path, [["Dev"], ["Bea"]])[-1] == one


@pytest.mark.usefixtures("_same_time")
def test_where_drafts_are_not_written_anew_the_bytes_tell(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The control: where it finds nothing, the tests above show nothing."""
    monkeypatch.setattr(SqliteDatabase, "purge", lambda self: None)
    one, other = (files_of(path, [who] * 2) for who in ORDERS[:2])
    assert one != other


def test_copies_made_one_after_the_other_do_not_tell_who_was_heard_between_them(
    path: Path,
) -> None:
    play = Play.begun("Asha, Tom, Bea, Dev", chance=2)
    store = open_store(path)
    store.create(play.session)
    counts = []
    for number, label in enumerate(("Bea", "Dev", "")):
        text = f"Words {number}"
        done = (Say(text, play.id_of(label)), Next()) if label else (GoToClosing(), Close())
        for command in done:
            play.do(command)
            store.commit(play.transitions[-1])
        copy = path.with_name(f"{number}.db")
        store.backup(copy)
        kept = open_store(copy, read_only=True)
        session = kept.load(play.session.id)
        assert kept.damage(session.id) == ()
        assert len(session.responses) == min(number + 1, 2)
        counts.append(sorted(voice.count for voice in session.voices))
        kept.close()
    assert counts == [[], [], [1, 1, 1, 1]]  # the last one is of a closed session
    store.close()


def test_a_reader_delays_the_cut_until_the_next_write(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sql_store, "AGAIN_SECONDS", 0.0)
    play = Play.begun("Asha, Tom, Bea")
    store = open_store(path)
    store.create(play.session)

    def do(command: Command) -> None:
        play.do(command)
        kept = isinstance(command, KeepDraft)
        (store.keep_draft if kept else store.commit)(play.transitions[-1])

    log = path.with_name(f"{path.name}-wal")
    tom = play.id_of("Tom")
    do(KeepDraft("own", "marker of Tom", tom))
    reader = connect(path, isolation_level=None)
    reader.execute("BEGIN")
    reader.execute("SELECT * FROM draft").fetchall()
    do(Say("marker of Tom.", tom, draft="own"))
    assert b"marker of Tom" in log.read_bytes()

    reader.close()
    do(KeepDraft("own", "more", play.id_of("Bea")))

    assert b"marker of Tom" not in log.read_bytes()
    assert path.read_bytes().count(b"marker of Tom") == 2  # the response, and its step
    store.close()


def test_what_a_killed_program_left_is_cut_at_the_next_opening(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    play = Play.begun("Asha, Tom, Bea")
    store = open_store(path)
    store.create(play.session)
    tom = play.id_of("Tom")
    with monkeypatch.context() as killed:  # between the commit and the cut
        killed.setattr(SqliteDatabase, "purge", lambda self: None)
        for command in (KeepDraft("own", "of Tom", tom), Say("of Tom.", tom, draft="own")):
            play.do(command)
            store.commit(play.transitions[-1])
    left = path.parent.with_name("left") / path.name
    left.parent.mkdir(mode=0o700)
    for file in path.parent.iterdir():
        (left.parent / file.name).write_bytes(file.read_bytes())
    store.close()
    log = left.with_name(f"{left.name}-wal")
    assert b"of Tom" in log.read_bytes()

    again = open_store(left)

    assert b"of Tom" not in (log.read_bytes() if log.exists() else b"")
    assert left.read_bytes().count(b"of Tom") == 2
    assert again.load(play.session.id).responses[0].text == "of Tom."
    again.close()


def test_no_reader_holds_its_transaction_while_it_checks_what_it_read(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    play = Play.begun("Asha, Tom, Bea")
    store = open_store(path)
    store.create(play.session)
    seen = []

    def hashed(*_: object) -> tuple[object, bool]:
        seen.append(database.raw(store._database._engine).in_transaction)
        return original(*_)

    original = sql_store.session_reader.from_row
    monkeypatch.setattr(sql_store.session_reader, "from_row", hashed)
    store.load(play.session.id)

    assert seen
    assert not any(seen)
    store.close()
    assert isinstance(store, SqlStore)
