"""Retention: words are deleted at their day, after a yes or where two starts agree, and told."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from datetime import datetime, timedelta
from importlib import import_module
from pathlib import Path

import pytest

from tests.build import Decks, a_deck
from tests.cli.running import a_play
from tests.frozen import frozen_at
from tests.lines.talk import Talk
from tests.surroundings import own_folders
from wshoes_tui.domain.commands import (
    AddLightbulb,
    AddPledge,
    Close,
    GiveFeedback,
    GoToClosing,
    KeepDraft,
    Next,
    ParkTopic,
    Rate,
    Say,
)
from wshoes_tui.domain.erasure import expiring
from wshoes_tui.domain.list_rows import SessionLine, overview
from wshoes_tui.domain.models import Session
from wshoes_tui.domain.steady_clock import CLOCK
from wshoes_tui.domain.summary import coverage, glance, lacks_consent
from wshoes_tui.flow import home_flow
from wshoes_tui.flow.retention_flow import due_told, expiry_blocks
from wshoes_tui.sessions import eraser, retention
from wshoes_tui.sessions.bootstrap import open_session_library
from wshoes_tui.sessions.export_log import note_export
from wshoes_tui.sessions.open_session import OpenSession
from wshoes_tui.sessions.retention import Start, expire, expire_unasked, jumped, keep_longer
from wshoes_tui.sessions.session_library import SessionLibrary
from wshoes_tui.settings import DataFolder, Settings
from wshoes_tui.storage.session_lock import SessionLock
from wshoes_tui.storage.sql_store import SqlStore, open_store

MARK = b"marker-"
BULB, PLEDGE = "the lightbulb", "the pledge"
BOOT = "one"
A_YEAR = 365
"""Other tests play before the first day that a clock can say."""


@pytest.fixture(autouse=True)
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The data folder of the test."""
    monkeypatch.setattr(retention, "BOOT_ID", tmp_path / "boot_id")
    (tmp_path / "boot_id").write_text(BOOT)
    return own_folders(tmp_path, monkeypatch)


def a_session(*, close: bool = True) -> Session:
    """A session with words of every kind; each is marked, but for what stays."""
    play = a_play()
    tom = play.id_of("Tom")
    play.do(Say("marker-1"))
    play.do(
        Say("marker-2", tom, visibility="named"), ParkTopic("marker-3"),
        AddLightbulb(BULB, response=play.session.responses[0].id), AddPledge(PLEDGE),
        Rate("home", "nurse", (3, 4, 5, 6, 7), "before"), Next(), KeepDraft("own", "marker-4", tom),
    )  # fmt: skip
    if close:
        play.do(KeepDraft("own", "", tom), GoToClosing(), GiveFeedback("heard", "marker-5"))
        play.do(Close())
    seats = tuple(replace(s, label=f"marker-{s.label}") for s in play.session.seats)
    header = play.session.header
    later = {
        name: moment + timedelta(days=A_YEAR)
        for name in ("created", "closed")
        if (moment := getattr(header, name)) is not None
    }
    return replace(play.session, header=replace(header, **later), seats=seats, done=())


class Place:
    """A data folder with a session in it and a copy of it."""

    def __init__(self, data: Path, session: Session) -> None:
        self.settings = Settings(data=DataFolder(data))
        self.session = session
        self.saved = (session.header.closed or session.header.created).timestamp()
        data.mkdir(mode=0o700, exist_ok=True)
        with self.store() as store:
            store.create(session)
            (data / "backups").mkdir(mode=0o700, exist_ok=True)
            store.backup(data / "backups" / "one.db")

    @contextmanager
    def store(self) -> Iterator[SqlStore]:
        store = open_store(self.settings.data.database)
        try:
            yield store
        finally:
            store.close()

    @contextmanager
    def library(self) -> Iterator[SessionLibrary]:
        def lock(session_id: str) -> SessionLock:
            held = SessionLock(self.settings.data.locks, session_id)
            held.acquire()
            return held

        with self.store() as store:
            yield SessionLibrary(store, Decks(a_deck()), lock)

    def expire(self) -> retention.Expiry:
        with self.library() as library:
            return expire(self.settings, library, self.session.id)

    def start(self) -> list[retention.Expiry]:
        """A start of the program at Home: what it deletes unasked."""
        with self.library() as library:
            os.utime(self.settings.data.database, (self.saved, self.saved))
            lines = library.store.sessions()
            return expire_unasked(self.settings, lines, lambda: library)

    def now(self) -> Session:
        with self.store() as store:
            return store.load(self.session.id)

    def hits(self) -> list[str]:
        root = self.settings.data.root
        files = [file for file in sorted(root.rglob("*")) if file.is_file()]
        return [str(file.relative_to(root)) for file in files if MARK in file.read_bytes()]


def noon(session: Session, days: int) -> datetime:
    """Noon, so many days after the session was closed, or begun."""
    begun = session.header.closed or session.header.created
    return begun.astimezone().replace(hour=12, minute=0) + timedelta(days=days)


def told(done: retention.Expiry) -> str:
    return " ".join(getattr(block, "text", "") for block in expiry_blocks(done))


def test_words_are_deleted_at_their_date_after_a_yes(data: Path) -> None:
    place = Place(data, a_session())
    export = data.parent / "page.md"
    export.write_text("words")
    note_export(data, place.session.id, export)
    before = place.session
    assert place.hits() == ["backups/one.db", "wshoes.db"]

    done = place.expire()

    after = place.now()
    assert place.hits() == []
    assert (after.responses, after.drafts, after.feedback, after.car_park) == ((), (), (), ())
    assert [seat.label for seat in after.seats] == ["Seat 1", "Seat 2"]
    assert [bulb.now_see for bulb in after.lightbulbs] == [BULB]
    assert [pledge.text for pledge in after.pledges] == [PLEDGE]
    assert after.ratings == before.ratings
    assert [(t.card, t.shoes, t.state) for t in after.turns] == [
        (t.card, t.shoes, t.state) for t in before.turns
    ]
    assert coverage(after) == coverage(before)
    kept, had = glance(after), glance(before)
    assert (kept.people, kept.turns, kept.minutes) == (had.people, had.turns, had.minutes)
    sentences = told(done)
    assert "2 responses" in sentences
    assert "the names of 2 people" in sentences
    assert "What stays: the cards and the shoes, the numbers, 2 people, 1 lightbulb" in sentences
    assert str(export) in sentences
    with place.store() as store:
        assert store.damage(before.id) == ()
        assert due_first(store.sessions()) is None


def test_a_session_that_was_never_closed_keeps_nothing_that_was_not_read_back(data: Path) -> None:
    place = Place(data, a_session(close=False))
    assert place.expire().drafts == 1
    after = place.now()
    assert place.hits() == []
    assert (after.lightbulbs, after.pledges, after.drafts) == ((), (), ())
    assert after.state == "closed"
    assert after.turn is None
    assert glance(after).minutes == glance(place.session).minutes, "not the days that it lay there"


def test_what_was_reviewed_as_shareable_stays_without_its_name(data: Path) -> None:
    session = a_session()
    said = tuple(
        replace(one, review="share", text="Words to share." if one.seat else "marker-said",
                shared_text="" if one.seat else "Put right.")
        for one in session.responses
    )  # fmt: skip
    feedback = tuple(replace(one, review="keep") for one in session.feedback)
    place = Place(data, replace(session, responses=said, feedback=feedback))
    done = place.expire()
    assert (done.shared, done.responses) == (2, 1)
    left = place.now().responses
    assert {(one.text, one.seat, one.visibility, one.shared_text) for one in left} == {
        ("Words to share.", None, "shoes", ""),
        ("Put right.", None, "shoes", ""),
    }
    assert {one.turn for one in left} == {one.turn for one in said}
    assert place.hits() == [], "what was said before it was put right is gone from copies too"


def due_first(lines: Sequence[SessionLine]) -> SessionLine | None:
    """What Home tells of as due."""
    return next(iter(overview(lines, home_flow.soon()).due), None)


@pytest.mark.parametrize(
    ("days", "is_told"), [(75, ""), (76, "will be deleted on"), (90, "were to be kept until")]
)
def test_home_warns_fourteen_days_before(data: Path, days: int, is_told: str) -> None:
    place = Place(data, a_session())
    with place.store() as store, frozen_at(noon(place.session, days)):
        due = due_first(store.sessions())
        assert (due is not None) == bool(is_told)
        assert due is None or is_told in due_told(due)
        blocks = list(home_flow.home_blocks(overview(store.sessions(), home_flow.soon())))
        assert ([block.name for block in blocks][-1] == "due") == bool(is_told)


def test_rehearsals_and_sessions_without_a_date_are_never_due() -> None:
    play = a_play()
    session = replace(play.session, header=replace(play.session.header, retention_days=0))
    rehearsal = a_play(rehearsal=True).session
    from wshoes_tui.storage.memory_store import MemoryStore

    store = MemoryStore()
    store.create(session)
    with frozen_at(noon(session, 40_000)):
        assert due_first(store.sessions()) is None
    other = MemoryStore()
    other.create(rehearsal)
    with frozen_at(noon(session, 40_000)):
        assert due_first(other.sessions()) is None


def test_two_starts_on_different_days_delete_unasked(data: Path) -> None:
    place = Place(data, a_session())
    with frozen_at(noon(place.session, 89)) as clock:
        assert place.start() == []
        assert not (data / retention.STARTS).exists(), "nothing is noted before it is needed"
        clock.shift(timedelta(days=1))
        assert place.start() == [], "the first that says so"
        assert place.start() == [], "the same day says no more"
        clock.shift(timedelta(days=1))
        assert [done.responses for done in place.start()] == [2]
    assert place.hits() == []
    assert (data / retention.STARTS).stat().st_mode & 0o777 == 0o600
    for line in (data / retention.STARTS).read_text().splitlines():
        assert json.loads(line).keys() == {"day", "uptime", "boot"}


def test_a_clock_that_jumps_deletes_nothing(data: Path) -> None:
    place = Place(data, a_session())
    moment = noon(place.session, 10)

    def start_at(days: int, uptime: float, boot: str) -> list[retention.Expiry]:
        retention.BOOT_ID.write_text(boot)
        with frozen_at(noon(place.session, days)):
            CLOCK.__init__(uptime=lambda: uptime)  # type: ignore[misc]
            return place.start()

    assert moment
    assert start_at(4_000, 100, "one") == [], "the battery of the clock was empty"
    assert start_at(4_002, 200, "one") == [], "two days in a hundred seconds: it has jumped"
    assert start_at(95, 100, "two") == [], "back: what the wrong days said counts for nothing"
    assert start_at(95, 100, "three") == []
    assert place.hits(), "all is there"
    assert [done.responses for done in start_at(96, 100, "four")] == [2]


def test_a_jump_within_the_run_deletes_nothing(data: Path) -> None:
    place = Place(data, a_session())
    with frozen_at(noon(place.session, 90)) as clock:
        place.start()
        clock.shift(timedelta(days=2))
        uptime = CLOCK.uptime()
        CLOCK.__init__(uptime=lambda: uptime)  # type: ignore[misc]
        clock.shift(timedelta(hours=1))  # the wall clock alone
        assert place.start() == []


@pytest.mark.parametrize(
    ("before", "after", "has_jumped"),
    [
        (Start("2027-01-01", 0, "a"), Start("2027-01-02", 86_400, "a"), False),
        (Start("2027-01-01", 0, "a"), Start("2027-01-02", 100, "a"), False),
        (Start("2027-01-01", 0, "a"), Start("2027-01-05", 100, "a"), True),
        (Start("2027-01-01", 0, "a"), Start("2027-01-01", 300_000, "a"), True),
        (Start("2027-01-01", 0, "a"), Start("2029-01-05", 100, "b"), False),
        (Start("2027-01-02", 0, "a"), Start("2027-01-01", 100, "b"), True),
        (Start("2027-01-01", 0), Start("2027-01-09", 100), False),
    ],
)
def test_a_jump_is_seen_where_it_can_be(before: Start, after: Start, has_jumped: bool) -> None:
    assert jumped(before, after) == has_jumped


@pytest.mark.parametrize("junk", ["", "{", '{"day": 3}\n', '{"day": "x", "uptime": 1}\n', "\x00"])
def test_a_file_of_starts_that_is_no_such_thing_counts_for_nothing(data: Path, junk: str) -> None:
    place = Place(data, a_session())
    (data / retention.STARTS).write_text(junk)
    with frozen_at(noon(place.session, 90)):
        assert place.start() == []
        assert len((data / retention.STARTS).read_text().splitlines()) == 1


class Killed(BaseException):
    """Stands for a kill: nothing after it is done, and nothing is told."""


def killed(*_args: object, **_more: object) -> None:
    raise Killed


@pytest.mark.parametrize(
    "where",
    [
        (eraser, "erase_everywhere"),
        (SqlStore, "erase"),
        (SqlStore, "wipe"),
        (retention, "_told"),
        (OpenSession, "erase"),
    ],
)
@pytest.mark.parametrize("close", [True, False])
def test_a_deletion_that_was_killed_is_finished_at_the_next_start(
    data: Path, monkeypatch: pytest.MonkeyPatch, where: tuple[object, str], *, close: bool
) -> None:
    place = Place(data, a_session(close=close))
    with frozen_at(noon(place.session, 100)) as clock:
        place.start()
        clock.shift(timedelta(days=1))
        with monkeypatch.context() as patch:
            patch.setattr(where[0], where[1], killed)
            with pytest.raises(Killed):
                place.start()
        clock.shift(timedelta(days=1))
        place.start()
    assert place.hits() == []
    after = place.now()
    assert [seat.label for seat in after.seats] == ["Seat 1", "Seat 2"]
    assert after.header.retention_days == 0
    assert not expiring(after)


def test_not_yet_puts_the_day_off_and_is_noted(data: Path) -> None:
    place = Place(data, a_session())
    with frozen_at(noon(place.session, 95)), place.library() as library:
        assert keep_longer(library, place.session.id, 30) == CLOCK.today() + timedelta(days=30)
        [line] = library.store.sessions()
        assert line.last_day == CLOCK.today() + timedelta(days=30)
        assert due_first([line]) is None
    after = place.now()
    assert after.header.retention_days == 95 + 30
    assert lacks_consent(after), "nobody has agreed to that"
    assert after.responses == place.session.responses


def test_one_that_is_open_elsewhere_stays_due(data: Path) -> None:
    place = Place(data, a_session())
    with (
        frozen_at(noon(place.session, 95)) as clock,
        place.library() as library,
        library.locker(place.session.id),
    ):
        place.start()
        clock.shift(timedelta(days=1))
        assert place.start() == []
    assert place.now().responses


def at_home(place: Place, library: SessionLibrary) -> Talk:
    talk = Talk.at_home(store=library.store)
    talk.conversation.settings = place.settings
    talk.conversation.library = library
    talk.role.follow()
    return talk


def test_home_in_lines_asks_and_deletes_after_a_yes(data: Path) -> None:
    place = Place(data, a_session())
    with frozen_at(noon(place.session, 90)), place.library() as library:
        talk = at_home(place, library)
        [choice] = [line for line in talk.written if ", due: " in line]
        assert "were to be kept until" in choice
        asked = talk.type("due")
        assert any("Deleted are the words that were said" in line for line in asked)
        assert "Type yes to delete them" in asked[-1]
        talk.type("rehearse", "/home", "yes")
        assert place.now().responses, "the yes was to something else"
        told_lines = talk.type("due", "yes")
        assert "Notice: Deleted: 2 responses, 2 other texts, the names of 2 people." in told_lines
        assert not any(", due: " in line for line in told_lines)
    assert place.hits() == []


def test_home_in_lines_keeps_them_longer(data: Path) -> None:
    place = Place(data, a_session())
    with frozen_at(noon(place.session, 90)), place.library() as library:
        talk = at_home(place, library)
        assert "is no number of days" in talk.error("/keep me")
        said = talk.type("/keep 30")
        assert said[0].startswith("Saved: The words are kept until")
        assert not any(", due: " in line for line in said)
        assert talk.error("/keep 30"), "nothing is due any more"
    assert place.now().responses


def test_home_in_lines_deletes_unasked_at_the_second_start(data: Path) -> None:
    place = Place(data, a_session())
    with frozen_at(noon(place.session, 90)) as clock:
        for days in (0, 1):
            clock.shift(timedelta(days=days))
            with place.library() as library:
                os.utime(data / "wshoes.db", (place.saved, place.saved))
                written = at_home(place, library).written
                assert ("What stays: " in " ".join(written)) == bool(days)
    assert place.hits() == []


def expire_and_die(place: Place, module: str, name: str) -> int:
    """The exit status of a process that deletes, and is gone where it would call this function."""
    child = os.fork()
    if child:
        return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    try:
        library = open_session_library(place.settings)
        *names, last = name.split(".")
        owner = import_module(f"wshoes_tui.{module}")
        for one in names:
            owner = getattr(owner, one)
        setattr(owner, last, lambda *_args, **_more: os._exit(9))
        expire(place.settings, library, place.session.id)
    finally:
        os._exit(1)


@pytest.mark.parametrize("close", [True, False], ids=["closed", "not closed"])
@pytest.mark.parametrize(
    ("module", "name"),
    [
        ("sessions.eraser", "erase_everywhere"),
        ("storage.file_eraser", "erase_in_file"),
        ("storage.sql_store", "SqlStore.erase"),
        ("storage.session_eraser", "remember"),
        ("storage.sql_store", "SqlStore.wipe"),
        ("storage.file_eraser", "remove_parts"),
        ("sessions.open_session", "without_erased"),
        ("sessions.retention", "_told"),
    ],
)
def test_a_program_that_is_killed_while_it_deletes_is_finished_by_the_next(
    data: Path, module: str, name: str, *, close: bool
) -> None:
    place = Place(data, a_session(close=close))
    assert expire_and_die(place, module, name) == 9
    with place.store() as store:
        [line] = store.sessions()
        assert store.damage(line.id) == ()
        assert (line.last_day is None) == (name == "_told"), "it stays due until it is done"
    place.expire()
    assert place.hits() == []
    after = place.now()
    assert [seat.label for seat in after.seats] == ["Seat 1", "Seat 2"]
    assert after.header.retention_days == 0
    assert bool(after.pledges) is close
    assert not expiring(after)
