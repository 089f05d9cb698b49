"""What can be read of a damaged file comes back: whatever stands on pages that are intact."""

from __future__ import annotations

import os
import shutil
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable
from contextlib import closing, suppress
from dataclasses import replace
from pathlib import Path
from random import Random

import pytest

from tests.cli.running import ROOT
from tests.storage.hands import a_play, a_session, arranged, assert_kept, say
from tests.storage.interrupted import caught_before_calls
from tests.storage.lay_down import SCHEMAS
from wshoes_tui.domain.commands import (
    AddLightbulb,
    AddPledge,
    Close,
    GiveFeedback,
    Next,
    ParkTopic,
    PlaceCard,
    Say,
)
from wshoes_tui.domain.dispatcher import Context, apply
from wshoes_tui.domain.erasure import Erased
from wshoes_tui.domain.models import Response, Session
from wshoes_tui.domain.value import Refusal
from wshoes_tui.errors import StoreError
from wshoes_tui.export.formats import FORMATS
from wshoes_tui.export.json_format import session_from_json, to_json
from wshoes_tui.export.markdown_format import to_markdown
from wshoes_tui.storage import inspection
from wshoes_tui.storage.backup import copy_file
from wshoes_tui.storage.page_reader import PageReader
from wshoes_tui.storage.restore import put_in_place
from wshoes_tui.storage.row_salvage import salvage_rows
from wshoes_tui.storage.salvage import SalvagedSession, salvage
from wshoes_tui.storage.sql_store import open_store

Record = Callable[[str, object], None]

MANY = 60
LONG = "a long story " * 900
"""So long that it stands on pages of its own."""


def said(number: int) -> str:
    return f"r{number:04d} nobody asked me about the stairs, {number * 7919 % 9973} " + "word " * 20


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> tuple[bytes, tuple[Session, ...]]:
    """A closed file with a session of many words in it and a small one."""
    path = tmp_path_factory.mktemp("written") / "wshoes.db"
    play, store = a_play(title="Home"), open_store(path)
    store.create(play.session)
    commands = [Say(said(number)) for number in range(MANY)]
    commands[20:20] = [Next(), Say(LONG), AddLightbulb("afraid", "difficult")]  # type: ignore[list-item]
    commands += [ParkTopic("Parking"), AddPledge("I will ring.", owner="Tom")]  # type: ignore[list-item]
    commands += [PlaceCard("Our own", "The cat"), GiveFeedback("heard", "I was.")]  # type: ignore[list-item]
    for command in commands:
        play.do(command)
        store.commit(play.transitions[-1])
    small = say(a_session(), "Other words").session
    store.create(small)
    store.close()
    return path.read_bytes(), (arranged(play.session), arranged(small))


@pytest.fixture
def laid(path: Path, written: tuple[bytes, tuple[Session, ...]]) -> tuple[Session, ...]:
    lay(path, written[0])
    return written[1]


def lay(path: Path, raw: bytes) -> None:
    shutil.rmtree(path.parent, ignore_errors=True)
    path.parent.mkdir(mode=0o700)
    path.write_bytes(raw)
    path.chmod(0o600)


def repaired(path: Path) -> list[SalvagedSession]:
    """Repair a file as doctor does."""
    found = salvage(path, ())
    put_in_place(path, as_it_is=True)
    return found


def texts(path: Path) -> set[str]:
    """The words that the program itself gives back; nothing of it may be damaged."""
    store = open_store(path)
    try:
        found: set[str] = set()
        for line in store.sessions():
            assert not line.damaged
            assert store.damage(line.id) == ()
            session = store.load(line.id)
            found |= {one.text for one in session.responses}
            to_json(session)
            to_markdown(session)
            if session.state != "closed":  # it can be gone on with
                go_on(session)
        return found
    finally:
        store.close()


def said_in(found: list[SalvagedSession]) -> set[str]:
    return {one.text for each in found for one in each.session.responses}


def go_on(session: Session) -> None:
    for command in (Say("afterwards"), Next(), Close()):
        with suppress(Refusal):
            session = apply(session, command, Context()).session


def test_a_file_that_is_whole_comes_back_whole(path: Path, laid: tuple[Session, ...]) -> None:
    found = repaired(path)

    assert sum(one.missing + one.put_in for one in found) == 0
    store = open_store(path)
    assert store.find("last") == laid[1].id, "the newest stays the newest"
    for session in laid:
        assert_kept(store, session)
    store.close()


def test_what_sqlite_reads_and_what_the_page_reader_reads_is_the_same(
    path: Path, laid: tuple[Session, ...]
) -> None:
    rows = salvage_rows(PageReader(path.read_bytes()))

    with closing(sqlite3.connect(path)) as disk:
        counted = {
            name: disk.execute(f"SELECT count(*) FROM {name}").fetchone()[0]
            for (name,) in disk.execute("SELECT name FROM sqlite_master WHERE type = 'table'")
        }
    found = dict.fromkeys(counted, 0)
    for one in rows.rows.values():
        assert one.sound
        found[one.table] += 1
    assert found == counted
    assert rows.whole
    assert rows.unreadable == 0


def rows_on_pages(raw: bytes) -> dict[int, set[str]]:
    """The ids of responses whose row begins on each page, by SQLite's own count of pages."""
    reader = PageReader(raw)
    found: dict[int, set[str]] = {}
    for number in reader.numbers:
        ids = {
            str(values[0])
            for values in reader.rows_of_page(number)
            if len(values) >= 11 and "nobody asked me" in str(values[6])
        }
        if ids:
            found[number] = ids
    return found


SLOW = [pytest.mark.slow, pytest.mark.timeout(1800)]
EVERY_PAGE = pytest.mark.parametrize(
    "every", [False, pytest.param(True, marks=SLOW)], ids=["few", "all"]
)


def pages_of_each_kind(raw: bytes) -> list[int]:
    """The first, the middle and the last page of each kind, and the whole file's last one.

    Kinds are those of the file format, leaves of responses apart from other leaves. A page that
    begins with 0 is one of a text too long for a row.
    """
    with_responses = rows_on_pages(raw)
    kinds: dict[tuple[int, bool], list[int]] = {}
    for number in range(2, len(raw) // 4096 + 1):
        kind = (raw[(number - 1) * 4096], number in with_responses)
        kinds.setdefault(kind, []).append(number)
    assert len(kinds) > 4
    some = {n for of in kinds.values() for n in (of[0], of[len(of) // 2], of[-1])}
    return sorted({1, *some})


@EVERY_PAGE
def test_cut_off_after_any_page_all_rows_before_come_back(
    path: Path, laid: tuple[Session, ...], every: bool, record_property: Record
) -> None:
    """Every page is opened by the program itself too; reduced: some of each kind, one in four."""
    whole = path.read_bytes()
    pages = len(whole) // 4096
    standing = rows_on_pages(whole)
    assert len(standing) > 3
    assert sum(map(len, standing.values())) == MANY
    by_id = {one.id: one.text for session in laid for one in session.responses}
    numbers = range(1, pages) if every else pages_of_each_kind(whole)[:-1]
    for place, kept in enumerate(numbers):
        lay(path, whole[: kept * 4096])
        wanted = {by_id[one] for n, ids in standing.items() if n <= kept for one in ids}
        if not wanted:
            continue
        found = salvage(path, ())
        assert wanted <= said_in(found), f"cut off after page {kept} of {pages}"
        if every or place % 4 == 0:
            put_in_place(path, as_it_is=True)
            assert said_in(found) == texts(path) <= set(by_id.values())
    record_property("files cut off after a page", len(numbers))
    record_property("rows lost from whole pages", 0)


@EVERY_PAGE
def test_with_any_page_gone_the_rows_of_all_others_come_back(
    path: Path, laid: tuple[Session, ...], every: bool, record_property: Record
) -> None:
    whole = path.read_bytes()
    pages = len(whole) // 4096
    standing = rows_on_pages(whole)
    by_id = {one.id: one.text for session in laid for one in session.responses}
    chance = Random(4)
    numbers = range(1, pages + 1) if every else pages_of_each_kind(whole)
    for place, gone in enumerate(numbers):
        raw = bytearray(whole)
        rubbish = chance.choice((bytes(4096), chance.randbytes(4096)))
        raw[(gone - 1) * 4096 : gone * 4096] = rubbish
        lay(path, bytes(raw))
        wanted = {by_id[one] for n, ids in standing.items() if n != gone for one in ids}
        found = salvage(path, ())
        assert wanted <= said_in(found), f"without page {gone} of {pages}"
        if every or place % 4 == 0:
            put_in_place(path, as_it_is=True)
            assert said_in(found) == texts(path) <= set(by_id.values())
    record_property("files with a page gone", len(numbers))
    record_property("rows lost from whole pages", 0)


def test_words_in_the_log_alone_come_back(path: Path) -> None:
    store = open_store(path)
    session = a_session()
    store.create(session)
    for number in range(10):
        done = say(session, said(number))
        store.commit(done)
        session = done.session
    main, log = path.read_bytes(), path.with_name("wshoes.db-wal").read_bytes()
    store.close()
    for raw in (main, b"", main[:50], bytes(len(main))):
        lay(path, raw)
        path.with_name("wshoes.db-wal").write_bytes(log)
        repaired(path)
        assert texts(path) == {said(number) for number in range(10)}


def test_the_end_of_a_log_that_was_not_committed_is_left_out(path: Path) -> None:
    store = open_store(path)
    session = a_session()
    store.create(session)
    lengths = []
    log = path.with_name("wshoes.db-wal")
    for number in range(3):
        done = say(session, said(number))
        store.commit(done)
        session = done.session
        lengths.append(log.read_bytes())
    main = path.read_bytes()
    store.close()
    for cut in (1, 100, 4000):
        lay(path, main)
        log.write_bytes(lengths[2][:-cut])
        repaired(path)
        assert texts(path) == {said(0), said(1)}


def test_altered_words_come_back_beside_a_mark_and_out_of_exports(
    path: Path, laid: tuple[Session, ...]
) -> None:
    response = laid[0].responses[3]
    with closing(sqlite3.connect(path)) as disk:
        statement = "UPDATE response SET text = 'altered words', seat = ? WHERE id = ?"
        disk.execute(statement, (laid[0].seats[0].id, response.id))
        disk.commit()

    found = repaired(path)

    assert [one.text for each in found for one in each.marked] == ["altered words"]
    store = open_store(path)
    kept = next(one for one in store.load(laid[0].id).responses if one.id == response.id)
    assert kept == replace(
        response,
        text="[not as written] altered words",
        seat=None,
        visibility="withheld",
        revision=response.revision + 1,
    )
    for form in FORMATS.values():
        content = form.render(store.load(laid[0].id), everything=True)
        assert ("altered words" in str(content)) == (form.name == "json")
    store.close()


def test_words_whose_turn_and_header_are_gone_can_be_shown_and_taken_in_again(
    path: Path, laid: tuple[Session, ...]
) -> None:
    with closing(sqlite3.connect(path)) as disk:
        disk.execute("PRAGMA foreign_keys = OFF")
        disk.execute("DELETE FROM turn")
        disk.execute("DELETE FROM session")
        disk.execute("DELETE FROM played_deck")
        disk.commit()

    found = repaired(path)

    assert {one.session.header.title for one in found} == {"Recovered session"}
    assert texts(path) == {one.text for session in laid for one in session.responses}
    store = open_store(path)
    session = store.load(laid[0].id)
    on_turns = [one for turn in session.turns for one in session.said(turn)]
    assert len(on_turns) == len(laid[0].responses)
    store.close()


def test_decks_and_turns_that_are_lost_are_taken_from_a_copy_and_words_are_not(
    path: Path, laid: tuple[Session, ...]
) -> None:
    copy_file(path)
    gone = laid[0].responses[0]
    with closing(sqlite3.connect(path)) as disk:
        disk.execute("PRAGMA foreign_keys = OFF")
        for table in ("turn", "session", "played_deck", "seat"):
            disk.execute(f"DELETE FROM {table}")
        disk.execute("DELETE FROM response WHERE id = ?", (gone.id,))
        disk.commit()

    found = {one.session.id: one for one in repaired(path)}

    for session in laid:
        salvaged = found[session.id].session
        assert (salvaged.decks, salvaged.seats, salvaged.turns) == (
            session.decks,
            session.seats,
            session.turns,
        )
        assert salvaged.header.title == session.header.title
        assert found[session.id].copied
    assert texts(path) == {one.text for session in laid for one in session.responses} - {gone.text}


def test_what_was_removed_does_not_come_back(path: Path) -> None:
    store = open_store(path)
    session = a_session()
    store.create(session)
    for number in range(30):
        done = say(session, said(number))
        store.commit(done)
        session = done.session
    store.discard(session.id)
    store.create(other := say(a_session(), "stays").session)
    store.close()
    raw = bytearray(path.read_bytes())
    root = next(
        n for n in PageReader(bytes(raw)).numbers if b"stays" in raw[(n - 1) * 4096 : n * 4096]
    )
    raw[:100] = bytes(100)
    lay(path, bytes(raw))
    assert root > 1

    repaired(path)

    assert texts(path) == {"stays"}
    assert other.responses[0].text == "stays"


def test_what_was_erased_is_left_out(path: Path, laid: tuple[Session, ...]) -> None:
    gone = laid[0].responses[0]

    salvage(
        path, {Erased(gone.id, "response", laid[0].id), Erased(laid[1].id, "session", laid[1].id)}
    )
    put_in_place(path, as_it_is=True)

    assert texts(path) == {one.text for one in laid[0].responses if one.id != gone.id}


@pytest.mark.parametrize("content", [b"My diary" * 2000, os.urandom(40_000), bytes(40_000)])
def test_a_file_without_a_row_of_ours_is_left_as_it_is(path: Path, content: bytes) -> None:
    lay(path, content)

    with pytest.raises(StoreError, match="Nothing of wshoes"):
        salvage(path, ())

    assert path.read_bytes() == content
    assert sorted(one.name for one in path.parent.iterdir()) == ["wshoes.db"]


@pytest.mark.parametrize(
    "seed", [*range(20), *(pytest.param(seed, marks=SLOW) for seed in range(20, 600))]
)
def test_no_flipped_bits_are_passed_off_as_what_was_said(
    path: Path, laid: tuple[Session, ...], seed: int
) -> None:
    chance = Random(seed)
    raw = bytearray(path.read_bytes())
    for _ in range(chance.choice((1, 5, 60))):
        raw[chance.randrange(len(raw))] ^= 1 << chance.randrange(8)
    lay(path, bytes(raw))

    found = repaired(path)

    true = {one.text for session in laid for one in session.responses}
    marked = {one.text for each in found for one in each.marked if one.kind == "response"}
    assert texts(path) <= true | {f"[not as written] {text}" for text in marked}
    assert inspection.inspect_database(path).state == "sound"


def test_a_salvaged_session_can_be_taken_in_elsewhere(
    path: Path, laid: tuple[Session, ...]
) -> None:
    raw = path.read_bytes()
    lay(path, raw[: len(raw) // 2])
    for one in repaired(path):
        if one.session.responses and one.session.header.title != "Recovered session":
            taken = session_from_json(to_json(one.session))
            assert {r.text for r in taken.responses} == {
                r.text for r in one.session.responses if isinstance(r, Response)
            }


KILLED = """
import pathlib, sys
from wshoes_tui.storage.restore import put_in_place
from wshoes_tui.storage.salvage import salvage
path = pathlib.Path(sys.argv[1])
print("begun", flush=True)
for _ in range(1000):
    salvage(path, ())
    put_in_place(path, as_it_is=True)
"""


@pytest.mark.slow
@pytest.mark.timeout(1800)
def test_a_kill_while_a_file_is_repaired_leaves_it_to_be_opened(
    path: Path, laid: tuple[Session, ...], record_property: Record
) -> None:
    chance = Random(7)
    for _ in range(30):
        with subprocess.Popen(
            [sys.executable, "-c", KILLED, str(path)],
            stdout=subprocess.PIPE,
            env={**os.environ, "PYTHONPATH": str(ROOT)},
        ) as process:
            assert process.stdout is not None
            assert process.stdout.readline() == b"begun\n"
            time.sleep(chance.uniform(0, 0.3))
            process.send_signal(signal.SIGKILL)
        assert_all_kept(path, laid)
    record_property("kills during a repair", 30)


def test_a_repair_that_stops_before_any_call_leaves_the_file_to_be_opened(
    path: Path, laid: tuple[Session, ...], tmp_path: Path
) -> None:
    """Reduced: what a kill would leave, without a process for each; twice, over one set aside."""
    with caught_before_calls(path.parent, tmp_path / "caught") as caught:
        for _ in range(2):
            repaired(path)
    assert len(caught) > 8
    for _, state in caught:
        assert_all_kept(state / path.name, laid)


@pytest.mark.parametrize("with_schema", [True, False])
@pytest.mark.parametrize("script", sorted(SCHEMAS.glob("schema-*.sql")), ids=lambda one: one.stem)
def test_a_damaged_file_of_every_released_version_is_brought_up_to_date(
    path: Path, script: Path, with_schema: bool
) -> None:
    path.parent.mkdir(mode=0o700)
    with closing(sqlite3.connect(path)) as disk:
        disk.executescript(script.read_text(encoding="utf-8"))
        disk.execute("UPDATE pledge SET owner = 'Tim'")
        disk.commit()
    if not with_schema:
        raw = bytearray(path.read_bytes())
        raw[:4096] = bytes(4096)
        path.write_bytes(raw)

    repaired(path)

    assert texts(path) == {"I want my own bed.", "Ich möchte mein Bett 🐈"}
    store = open_store(path)
    (line,) = store.sessions()
    assert [one.text for one in store.load(line.id).pledges] == ["[not as written] I will ring."]
    store.close()


def assert_all_kept(path: Path, sessions: tuple[Session, ...]) -> None:
    store = open_store(path)
    for session in sessions:
        assert_kept(store, session)
    store.close()
