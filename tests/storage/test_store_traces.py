"""What was removed is gone from the raw files too, and no file tells more than its records."""

from __future__ import annotations

import re
import sqlite3
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from random import Random
from uuid import UUID

import pytest

from tests.storage.hands import a_play, a_session, assert_kept, draft, put, say
from wshoes_tui.domain.commands import HandIn, Reveal, Say, ShowAs, WriteFirst
from wshoes_tui.domain.models import Draft, Session, Step
from wshoes_tui.errors import StoreError
from wshoes_tui.storage import database
from wshoes_tui.storage.database import raw
from wshoes_tui.storage.sql_store import SqlStore, open_store

MARKER = re.compile(rb"marker(\d{5})\.")


def marked(number: int, chance: Random) -> str:
    return f"marker{number:05d}." * chance.choice((5, 25, 50, 80))


def markers_in(folder: Path) -> set[int]:
    """The numbers of all markers in the raw bytes, and the names, of all files of a folder."""
    raw = b"".join(file.name.encode() + file.read_bytes() for file in folder.iterdir())
    return {int(number) for number in MARKER.findall(raw)}


def typing(store: SqlStore, session: Session, chance: Random) -> tuple[Session, set[int]]:
    """Many fields typed in, changed and handed in; the session, and what still stands in them."""
    drafts: dict[str, Draft] = {}
    texts: dict[str, int] = {}
    turn = session.turns[-1]
    number = 0
    for _ in range(150):
        typed = [str(UUID(int=chance.getrandbits(128))) for _ in range(6)] + chance.sample(
            list(drafts), min(3, len(drafts))
        )
        changed = []
        for one in typed:
            old = drafts.get(one) or Draft(id=one, kind="voice", text="", turn=turn.id)
            drafts[one] = replace(old, text=marked(number, chance), revision=old.revision + 1)
            texts[one] = number
            changed.append(drafts[one])
            number += 1
        kept = put(session, *changed)
        store.keep_draft(kept)
        gone = chance.sample(list(drafts), min(5, len(drafts)))
        words = say(kept.session, "handed in").session.responses[-1]
        handed_in = put(kept.session, words, drop=[drafts.pop(one) for one in gone])
        store.commit(handed_in)
        session = handed_in.session
        for one in gone:
            del texts[one]
    return session, set(texts.values())


SEEDS = (2, 4, 5)
"""With which SQLite 3.40 leaves traces of its own accord."""


@pytest.mark.parametrize("seed", SEEDS)
def test_handed_in_drafts_leave_no_trace_once_the_store_is_closed(path: Path, seed: int) -> None:
    store = open_store(path)
    session = a_session()
    store.create(session)
    session, still_there = typing(store, session, Random(seed))
    store.close()

    assert markers_in(path.parent) == still_there
    store = open_store(path, read_only=True)
    assert_kept(store, session)
    store.close()


def test_without_the_wiping_there_would_be_traces(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The control: where it finds nothing, the test above shows nothing."""
    monkeypatch.setattr(database, "wipe_drafts", lambda engine: None)
    for seed in SEEDS:
        store = open_store(path)
        session = a_session()
        store.create(session)
        _, still_there = typing(store, session, Random(seed))
        store.close()
        if markers_in(path.parent) - still_there:
            return
        path.unlink()

    pytest.skip(f"SQLite {sqlite3.sqlite_version} leaves no traces here")


def test_a_discarded_session_leaves_no_trace_and_the_other_stays_whole(path: Path) -> None:
    chance = Random(4)
    store = open_store(path)
    gone, stays = a_session(), a_session()
    store.create(gone)
    store.create(stays)
    for number in range(150):
        said = say(gone, marked(number, chance))
        store.commit(said)
        gone = said.session
        if number % 3 == 0:
            removed = put(gone, drop=[chance.choice(gone.responses)], step="Remove")
            store.commit(removed)
            gone = removed.session
        other = say(stays, f"words {number} " * chance.choice((1, 50)))
        store.commit(other)
        stays = other.session

    store.discard(gone.id)

    assert markers_in(path.parent) == set()
    assert_kept(store, stays)
    assert gone.id.encode() not in b"".join(file.read_bytes() for file in path.parent.iterdir())
    store.close()


def test_words_that_were_taken_back_leave_no_trace_once_wiped(path: Path, sql: SqlStore) -> None:
    chance, session = Random(5), a_session()
    sql.create(session)
    for number in range(100):
        said = say(session, marked(number, chance))
        sql.commit(said)
        session = said.session
    bare = replace(put(session, drop=session.responses).session, done=(), undone=())
    sql.commit(replace(put(session, drop=session.responses), session=bare))

    sql.wipe()

    assert markers_in(path.parent) == set()
    assert_kept(sql, bare)


def test_what_a_final_step_removed_leaves_no_trace_once_the_store_is_closed(path: Path) -> None:
    chance, session, store = Random(6), a_session(), open_store(path)
    store.create(session)
    # As where SQLite leaves copies behind when it moves rows between pages.
    raw(store._database._engine).execute("PRAGMA secure_delete = OFF")
    for number in range(100):
        said = say(session, marked(number, chance))
        store.commit(said)
        session = said.session
    removed = put(session, drop=session.responses)
    final = Step(session.done[-1].number + 1, "ShowAs", (), final=True)
    bare = replace(removed.session, done=(final,), undone=())
    store.commit(replace(removed, session=bare))

    store.close()

    assert markers_in(path.parent) == set()


def test_a_copy_holds_no_words_that_were_removed_before_it(path: Path) -> None:
    store = open_store(path)
    session = a_session()
    store.create(session)
    _, still_there = typing(store, session, Random(0))
    folder = path.with_name("copies")
    folder.mkdir()

    store.backup(folder / "copy.db")

    assert markers_in(folder) == still_there
    store.close()


def test_that_traces_remain_is_said(path: Path) -> None:
    store = open_store(path)
    store.create(a_session())
    session = a_session()
    store.create(session)
    with closing(sqlite3.connect(path, isolation_level=None)) as reader:
        reader.execute("BEGIN")
        reader.execute("SELECT * FROM response").fetchall()
        raw(store._database._engine).execute("PRAGMA busy_timeout = 50")
        with pytest.raises(StoreError, match="traces of it remain"):
            store.discard(session.id)

    assert len(store.sessions()) == 1
    store.close()


def test_a_name_that_was_taken_off_is_gone_from_the_file(path: Path) -> None:
    play = a_play(visibility="named")
    store = open_store(path)
    store.create(play.session)
    tom = play.id_of("Tom")
    play.do(Say("Words of Tom", seat=tom))
    store.commit(play.transitions[-1])
    play.do(ShowAs(play.last.id, "shoes"))
    store.commit(play.transitions[-1])
    store.close()

    for row in everything_said(path):
        assert tom not in row


def everything_said(path: Path) -> list[str]:
    """Every row of every table in which words stand, as one text each."""
    with closing(sqlite3.connect(path)) as disk:
        tables = ("response", "lightbulb", "pledge", "feedback", "step", "parked_topic")
        return [str(row) for table in tables for row in disk.execute(f"SELECT * FROM {table}")]


def test_nothing_in_the_file_ties_a_seat_to_what_it_wrote(path: Path) -> None:
    play = a_play()
    store = open_store(path)
    store.create(play.session)
    seats = {label: play.id_of(label) for label in ("Asha", "Tom", "Bea")}

    def do(*commands: object) -> None:
        for command in commands:
            play.do(command)  # type: ignore[arg-type]
            store.commit(play.transitions[-1])

    do(Say("Aloud by Tom", seat=seats["Tom"]), WriteFirst())
    do(*(HandIn(seat, f"Written by {label}") for label, seat in seats.items()), Reveal())
    do(Say("Aloud by Bea", seat=seats["Bea"]))
    store.close()

    said = [row for row in everything_said(path) if "Aloud" in row or "Written" in row]
    assert said
    for row in said:
        step_of_a_turn = '"kind":"turn"' in row  # whose turn it is, and nothing they said
        assert step_of_a_turn or not any(seat in row for seat in seats.values()), row


def test_the_file_does_not_tell_in_what_order_people_were_revealed(path: Path) -> None:
    """Rows of one commit are put down by their random ids, whatever the order of the changes."""
    orders = []
    for turned in (False, True):
        session = a_session()
        store = open_store(path)
        store.create(session)
        said = [say(session, f"marker{number:05d}.").session for number in range(8)]
        ids = sorted(one.responses[-1].id for one in said)
        records = [replace(one.responses[-1], id=ids[n]) for n, one in enumerate(said)]
        store.commit(put(session, *(reversed(records) if turned else records)))
        store.close()
        orders.append([int(found) for found in MARKER.findall(path.read_bytes())])
        path.unlink()

    assert orders[0] == orders[1]
    assert len(orders[0]) == 8


def test_no_table_keeps_the_order_in_which_rows_came(path: Path) -> None:
    open_store(path).close()
    with closing(sqlite3.connect(path)) as disk:
        for (table,) in disk.execute("SELECT name FROM sqlite_master WHERE type = 'table'"):
            with pytest.raises(sqlite3.OperationalError, match="no such column"):
                disk.execute(f"SELECT rowid FROM {table}")


@pytest.mark.parametrize("table", ["response", "draft", "step", "rating", "voice", "feedback"])
def test_no_row_of_words_has_a_time_of_its_own(path: Path, table: str) -> None:
    session = say(a_session(), "words").session
    store = open_store(path)
    store.create(draft(session, "half").session)
    store.close()

    with closing(sqlite3.connect(path)) as disk:
        columns = {row[1] for row in disk.execute(f"PRAGMA table_info({table})")}
        assert not columns & {"created", "saved", "time", "at", "on", "started", "ordinal"}
        if table != "step":
            text = str(disk.execute(f"SELECT * FROM {table}").fetchall())
            assert not re.search(r"\d{4}-\d{2}-\d{2}T", text)
