"""What a failing disk does to a file is noticed, named, and keeps nobody from the rest."""

from __future__ import annotations

import re
import sqlite3
from collections import Counter
from collections.abc import Callable
from contextlib import closing, suppress
from dataclasses import replace
from pathlib import Path
from random import Random

import pytest

from tests.cli.running import as_process
from tests.storage.hands import a_play, a_session, arranged, assert_kept, say
from wshoes_tui.domain.commands import Next, PlaceCard, Say, Undo
from wshoes_tui.domain.models import Session
from wshoes_tui.errors import NotFoundError, StoreError, WshoesError
from wshoes_tui.storage.sql_store import SqlStore, open_store

WORDS = "I want my own bed, and the cat."


Two = tuple[Session, Session]


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> tuple[bytes, Two]:
    """A closed file and what is in it: a session with a good deal in it, and another."""
    path = tmp_path_factory.mktemp("written") / "wshoes.db"
    play = a_play()
    store = open_store(path)
    store.create(play.session)
    for command in (Say(WORDS), Next(), Say("Three more to discharge."), PlaceCard("Our own")):
        play.do(command)
        store.commit(play.transitions[-1])
    other = say(a_session(), "Other words").session
    store.create(other)
    store.close()
    return path.read_bytes(), (arranged(play.session), arranged(other))


@pytest.fixture
def two(path: Path, written: tuple[bytes, Two]) -> Two:
    path.parent.mkdir(mode=0o700)
    path.write_bytes(written[0])
    path.chmod(0o600)
    return written[1]


def change(path: Path, statement: str, *values: object) -> None:
    """Change rows behind the store's back."""
    with closing(sqlite3.connect(path)) as disk:
        assert disk.execute(statement, values).rowcount > 0
        disk.commit()


def read(path: Path) -> SqlStore:
    return open_store(path, read_only=True)


@pytest.mark.parametrize("place", range(len(WORDS.encode())))
def test_every_flipped_bit_in_a_response_is_noticed_and_named(
    path: Path, two: Two, place: int
) -> None:
    raw = bytearray(path.read_bytes())
    words = [found.start() for found in re.finditer(re.escape(WORDS.encode()), raw)]
    assert len(words) == 2, "once in its row, once in its step"
    for at in words:
        raw[at + place] ^= 1 << (place % 8)
    path.write_bytes(raw)
    session, other = two
    store = read(path)

    kept = store.load(session.id)

    assert [one.text for one in kept.responses] == ["Three more to discharge."]
    response = session.responses[0]
    assert f"response {response.id}" in store.damage(session.id)
    assert WORDS[:4] not in " ".join(store.damage(session.id))
    assert_kept(store, other)
    store.close()


def flipped(raw: bytes, seed: int) -> bytes:
    """With one bit that is not as it was."""
    chance, changed = Random(seed), bytearray(raw)
    changed[chance.randrange(len(changed))] ^= 1 << chance.randrange(8)
    return bytes(changed)


def cut_short(raw: bytes, seed: int) -> bytes:
    return raw[: Random(seed).randrange(1, len(raw))]


@pytest.mark.parametrize("seed", range(150))
def test_no_flipped_bit_anywhere_goes_unnoticed_or_breaks_more_than_it_must(
    path: Path, two: Two, seed: int
) -> None:
    path.write_bytes(flipped(path.read_bytes(), seed))

    assert_nothing_silent(path, two)


@pytest.mark.parametrize("seed", range(40))
def test_a_file_cut_short_is_never_taken_for_a_whole_one(path: Path, two: Two, seed: int) -> None:
    path.write_bytes(cut_short(path.read_bytes(), seed))

    assert_nothing_silent(path, two)


@pytest.mark.slow
@pytest.mark.timeout(3600)
@pytest.mark.parametrize("part", range(4))
def test_of_five_thousand_damaged_files_none_is_silent(
    path: Path, two: Two, part: int, record_property: Callable[[str, object], None]
) -> None:
    """The control: what SQLite alone gives back of the same files, without any complaint."""
    raw, found = path.read_bytes(), Counter[str]()
    plain = plainly(path)
    for seed in range(1250 * part, 1250 * (part + 1)):
        damaged = cut_short(raw, seed) if seed % 5 == 4 else flipped(raw, seed)
        path.write_bytes(damaged)
        found["truncations" if seed % 5 == 4 else "flips"] += 1
        with suppress(sqlite3.Error, UnicodeDecodeError):
            found["control: silent changes read by SQLite alone"] += plainly(path) != plain
        found[assert_nothing_silent(path, two)] += 1
        if seed % 125 == 4 or seed % 125 == 60:  # the program itself, which fails on a traceback
            as_process("--data", str(path.parent), "export", "last", "--format", "md", "--out", "-")
            found["exports by the program, without a traceback"] += 1
    for name, many in found.items():
        record_property(name, many)
    record_property("silent changes", 0)
    assert found["control: silent changes read by SQLite alone"] > 100


def plainly(path: Path) -> list[object]:
    """All rows of a file, as SQLite gives them back."""
    with closing(sqlite3.connect(f"file:{path}?mode=ro", uri=True)) as disk:
        disk.text_factory = bytes
        tables = ("session", "played_deck", "seat", "turn", "response", "wild_card", "step")
        return [disk.execute(f"SELECT * FROM {table}").fetchall() for table in tables]


def assert_nothing_silent(path: Path, sessions: tuple[Session, ...]) -> str:
    """Every session is as it was, or named as damaged, or refused; says which."""
    try:
        store = read(path)
    except StoreError:
        return "refused"
    damaged, answer = 0, "as they were"
    for session in sessions:
        try:
            kept = store.load(session.id)
            if (kept, kept.done, kept.undone) != (session, session.done, session.undone):
                answer = "named"
                assert store.damage(session.id)
        except NotFoundError:
            answer = "named"
            damaged += 1
        except StoreError:
            answer = "refused"
    with suppress(StoreError):
        assert sum(bool(line.damaged) for line in store.sessions()) >= damaged
    store.close()
    return answer


CHANGES = {
    "played_deck": "deck = replace(deck, 'Own bed', 'Old bed')",
    "seat": "label = 'Ashe'",
    "turn": "started = '2026-03-02T10:00:00.000001Z'",
    "session": "title = 'Something else'",
}


@pytest.mark.parametrize("table", CHANGES)
def test_what_holds_a_session_together_is_kept_and_named(path: Path, two: Two, table: str) -> None:
    session, other = two
    key = "id" if table == "session" else "session"
    change(path, f"UPDATE {table} SET {CHANGES[table]} WHERE {key} = ?", session.id)
    store = read(path)

    kept = store.load(session.id)

    assert len(kept.turns) == len(session.turns)
    assert len(kept.seats) == len(session.seats)
    assert len(kept.decks) == len(session.decks)
    assert any(name.startswith(table) for name in store.damage(session.id))
    assert_kept(store, other)
    store.close()


@pytest.mark.parametrize(
    ("table", "setting"),
    [
        ("session", "created = 'yesterday'"),
        ("session", "kind = 'party'"),
        ("session", "agreements = '{'"),
        ("turn", "number = 'two'"),
        ("turn", "started = x'00'"),
        ("turn", "state = 'gone'"),
    ],
)
def test_a_session_that_cannot_be_made_out_is_refused_alone(
    path: Path, two: Two, table: str, setting: str
) -> None:
    session, other = two
    key = "id" if table == "session" else "session"
    change(path, f"UPDATE {table} SET {setting} WHERE {key} = ?", session.id)
    store = read(path)

    with pytest.raises(StoreError, match="damaged"):
        store.load(session.id)

    assert_kept(store, other)
    lines = {line.id: line for line in store.sessions()}
    assert lines.keys() == {session.id, other.id}
    assert bool(lines[session.id].damaged) is (table == "session")
    assert lines[other.id].damaged == ""
    store.close()


def test_a_row_that_went_to_another_session_is_missed_in_both(path: Path, two: Two) -> None:
    session, other = two
    change(path, "UPDATE response SET session = ? WHERE text = ?", other.id, WORDS)
    store = read(path)

    for one in two:
        assert any("rows are missing" in name for name in store.damage(one.id))
    assert session.responses[0] not in store.load(session.id).responses
    store.close()


def test_a_row_that_is_gone_is_missed(path: Path, two: Two) -> None:
    change(path, "DELETE FROM response WHERE text = ?", WORDS)
    store = read(path)

    assert store.damage(two[0].id) == (f"session {two[0].id}: rows are missing",)
    assert store.damage(two[1].id) == ()
    store.close()


def test_words_where_an_id_should_be_are_not_repeated(path: Path, two: Two) -> None:
    change(path, "UPDATE response SET id = text WHERE text = ?", WORDS)
    store = read(path)

    assert store.damage(two[0].id) == ("response (unreadable id)",)
    store.close()


def test_with_a_damaged_step_nothing_older_can_be_undone_but_work_goes_on(
    path: Path, two: Two
) -> None:
    session = two[0]
    change(path, "UPDATE step SET name = 'Sing' WHERE session = ? AND number = 2", session.id)
    store = open_store(path)
    kept = store.load(session.id)
    assert (kept.done, kept.undone) == ((), ())
    assert kept == session

    play = replace(a_play(), session=kept)
    play.do(Say("Going on"))
    store.commit(play.transitions[-1])

    assert_kept(store, play.session)
    play.do(Undo())
    store.commit(play.transitions[-1])
    assert_kept(store, play.session)
    store.close()


def test_a_damaged_index_costs_no_words(path: Path, two: Two) -> None:
    with closing(sqlite3.connect(path)) as disk:
        (page,) = disk.execute(
            "SELECT rootpage FROM sqlite_master WHERE name = 'ix_response_session'"
        ).fetchone()
        (size,) = disk.execute("PRAGMA page_size").fetchone()
    raw = bytearray(path.read_bytes())
    raw[(page - 1) * size + 3 : (page - 1) * size + 5] = b"\0\0"  # the page holds no rows
    path.write_bytes(raw)
    store = read(path)

    assert store.load(two[0].id).responses == two[0].responses
    store.close()


def test_of_a_page_that_cannot_be_read_only_its_own_rows_are_lost(path: Path) -> None:
    session = a_session()
    store = open_store(path)
    for number in range(200):
        session = say(session, f"Words {number:03d} " * 10).session
    store.create(replace(session, done=()))
    store.close()
    raw = bytearray(path.read_bytes())
    pages = Counter(found.start() // 4096 for found in re.finditer(rb"(Words \d{3} ){10}", raw))
    (page, lost) = pages.most_common()[len(pages) // 2]
    raw[page * 4096] = 0xFF  # no kind of page
    path.write_bytes(raw)
    store = read(path)

    kept = store.load(session.id).responses

    assert 200 - 2 * lost < len(kept) < 200
    assert set(kept) <= set(session.responses)
    assert "response: a part cannot be read" in store.damage(session.id)
    store.close()


def test_an_older_damage_does_not_keep_new_words_from_being_saved(path: Path, two: Two) -> None:
    session = two[0]
    change(path, "UPDATE response SET text = 'I want' WHERE text = ?", WORDS)
    store = open_store(path)
    before = store.damage(session.id)

    store.commit(say(store.load(session.id), "New words"))

    assert "New words" in [one.text for one in store.load(session.id).responses]
    assert store.damage(session.id) == before
    store.close()


@pytest.mark.parametrize(
    "ask",
    [
        lambda store, one: store.commit(say(one, "secret words")),
        lambda store, one: store.load(one.id),
        lambda store, one: store.sessions(),
        lambda store, one: store.discard(one.id),
        lambda store, one: store.backup(Path("/nowhere/at/all")),
    ],
)
def test_tables_that_are_not_as_they_should_be_end_in_a_sentence(
    path: Path,
    two: Two,
    ask: Callable[[SqlStore, Session], object],
) -> None:
    with closing(sqlite3.connect(path)) as disk:
        for table in ("response", "turn"):
            disk.execute(f"DROP TABLE {table}")
    store = open_store(path)

    with pytest.raises(WshoesError) as caught:
        ask(store, two[0])

    assert "secret" not in repr(caught.value)
    assert "response" not in str(caught.value)
    assert caught.value.__suppress_context__
    store.close()
