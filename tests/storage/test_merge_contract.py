"""What every store promises of another machine's copy of a session, and how copies are compared."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import text

from tests.storage.conftest import SERVER
from tests.storage.hands import a_play, a_session, put, say
from wshoes_tui.domain.commands import AddLightbulb, Close, Remove, Say
from wshoes_tui.domain.erasure import Erased
from wshoes_tui.domain.merge import merge
from wshoes_tui.domain.models import Session
from wshoes_tui.domain.version_vector import (
    UNKNOWN_VERSION,
    VersionVector,
    order_of,
    vector_from_json,
    vector_from_row,
)
from wshoes_tui.errors import BusyError, UntakenSessionError
from wshoes_tui.sessions.ports import SessionStore
from wshoes_tui.storage import migrations
from wshoes_tui.storage.sql_store import SqlStore, open_store


def of(**counts: int) -> VersionVector:
    """A version vector whose writers have these letters, twelve times."""
    return VersionVector(tuple(sorted((name * 12, n) for name, n in counts.items())))


def before(count: int, **counts: int) -> VersionVector:
    return VersionVector((("", count), *of(**counts).counts))


@pytest.mark.parametrize(
    ("present", "other", "order"),
    [
        (of(a=1), of(a=1), "same"),
        (of(a=1), of(a=2), "newer"),
        (of(a=1), of(a=1, b=1), "newer"),
        (of(a=2, b=1), of(a=2), "older"),
        (of(a=2), of(a=1, b=1), "apart"),
        (before(5), before(5, a=1), "newer"),
        (before(5, a=1), before(5, b=1), "apart"),
        (before(5), before(6), "unsure"),
        (before(0), before(6, a=1), "unsure"),
        (before(0), of(a=1), "apart"),
    ],
)
def test_of_two_versions_one_is_newer_or_nobody_knows(
    present: VersionVector, other: VersionVector, order: str
) -> None:
    assert order_of(present, other) == order


def test_a_version_is_read_from_a_row_or_taken_from_the_time_of_its_last_commit() -> None:
    version = of(a=7)
    assert vector_from_row(version.to_text(), "2026-03-02T10:00:00.000001Z") == version
    assert vector_from_row("", "2026-03-02T10:00:00.000001Z") == before(1772445600000001)
    for text_, saved in (("{", ""), ("[]", ""), ('{"x": 1}', ""), ("", "tomorrow"), ("", None)):
        assert vector_from_row(text_, saved) == UNKNOWN_VERSION
    wrong: list[Any] = [None, [], {"a": 1}, {"": -1}, {"": True}, {"": "1"}, {"": 1 << 63}]
    assert [vector_from_json(one) for one in wrong] == [None] * len(wrong)


def with_version(session: Session, version: VersionVector) -> Session:
    return replace(session, version=version)


def texts(store: SessionStore, session: Session) -> list[str]:
    return [one.text for one in store.load(session.id).responses]


def test_a_copy_is_taken_in_once_and_the_newer_one_whole(store: SessionStore) -> None:
    first = with_version(say(a_session(), "one").session, of(a=1))
    later = with_version(say(first, "two").session, of(a=2))
    gone = with_version(put(later, drop=later.responses[:1]).session, of(a=2, b=1))

    def outcome(session: Session) -> str:
        looked = store.compare(session).outcome
        assert store.take_in(session, "2026-03-02T10:00:00Z", held=True).outcome == looked
        return looked

    outcomes = [outcome(one) for one in (first, first, later, first)]
    assert outcomes == ["new", "here", "updated", "here"]
    assert texts(store, first) == ["one", "two"]
    assert [outcome(one) for one in (gone, later, first)] == ["updated", "here", "here"]
    assert texts(store, first) == ["two"]
    assert store.damage(first.id) == ()
    assert store.load(first.id).version == gone.version
    assert store.load(first.id).done == ()


def test_a_session_that_is_here_is_changed_under_its_lock_alone(store: SessionStore) -> None:
    first = with_version(a_session(), of(a=1))
    later = with_version(say(first, "two").session, of(a=2))
    store.take_in(first, "", held=False)
    with pytest.raises(BusyError):
        store.take_in(later, "", held=False)
    assert texts(store, first) == []
    assert store.take_in(first, "", held=False).outcome == "here"


def test_both_sides_changed_is_a_conflict_and_the_present_rows_stay(store: SessionStore) -> None:
    first = with_version(say(a_session(), "one").session, of(a=1))
    ours = with_version(say(first, "ours").session, of(a=1, b=1))
    theirs = with_version(say(first, "theirs").session, of(a=1, c=1))
    store.take_in(ours, "", held=True)
    for _ in range(2):
        merged = store.take_in(theirs, "", held=True)
        assert merged.outcome == "conflict"
        assert [one.kind for one in merged.differing] == ["response", "response"]
    assert texts(store, first) == ["one", "ours"]


def test_what_was_erased_here_does_not_come_in(store: SessionStore) -> None:
    session = with_version(say(say(a_session(), "one").session, "two").session, of(a=1))
    store.create(session)
    gone = session.responses[0].id
    store.erase([Erased(gone, "response", session.id)])
    later = with_version(say(session, "three").session, of(a=2))
    assert store.take_in(later, "", held=True).words == 1
    assert texts(store, session) == ["two", "three"]
    assert store.load(session.id).erased == (gone,)
    store.erase([Erased(session.id, "session", session.id)])
    with pytest.raises(UntakenSessionError):
        store.take_in(later, "", held=True)


def test_records_of_another_session_are_never_taken_over(store: SessionStore) -> None:
    if not isinstance(store, SqlStore):
        pytest.skip("memory has no keys of records")
    session = with_version(say(a_session(), "mine").session, of(a=1))
    store.create(session)
    other = with_version(a_session(), of(a=1))
    thief = replace(other, responses=(replace(session.responses[0], turn=other.turns[0].id),))
    with pytest.raises(UntakenSessionError, match="in another session"):
        store.take_in(thief, "", held=True)
    assert texts(store, session) == ["mine"]
    assert [line.id for line in store.sessions()] == [session.id]


def test_files_from_before_versions_are_merged_only_where_nothing_is_lost() -> None:
    play = a_play()
    play.do(Say("one"))
    first = with_version(play.session, before(10))
    play.do(Say("two"), AddLightbulb("now"))
    later = with_version(play.session, before(20))
    play.do(Remove(play.session.responses[0].id))
    removed = with_version(play.session, before(30))
    play.do(Close())
    assert merge(first, later).outcome == "updated"
    assert merge(later, first).outcome == "here"
    assert merge(later, removed).outcome == "conflict", "removed, or never there?"
    assert merge(removed, with_version(later, UNKNOWN_VERSION)).outcome == "conflict"
    closed = with_version(play.session, before(30, a=1))
    assert merge(removed, closed).outcome == "updated"


def test_the_cards_that_a_json_export_leaves_out_are_kept_or_come_later() -> None:
    whole = with_version(say(a_session(), "one").session, of(a=1))
    drawn = {turn.card for turn in whole.turns}

    def trimmed(session: Session) -> Session:
        return replace(
            session,
            decks=tuple(
                replace(
                    one,
                    deck=replace(one.deck, cards=tuple(c for c in one.deck.cards if c.id in drawn)),
                )
                for one in session.decks
            ),
        )

    later = with_version(say(whole, "two").session, of(a=2))
    assert merge(whole, trimmed(later)).session.decks == whole.decks
    assert merge(trimmed(whole), whole).session.decks == whole.decks
    assert merge(trimmed(later), whole).session.decks == whole.decks
    assert merge(whole, trimmed(whole)).outcome == "here"


@pytest.mark.skipif(not SERVER, reason="there is no PostgreSQL server here")
def test_a_server_of_version_3_is_brought_up_to_date() -> None:
    store = open_store(SERVER)
    session = say(a_session(), "words from before").session
    store.create(session)
    columns = {
        "session": "place typed_up version candidate planned_minutes",
        "pledge": "condition scope lightbulb response",
        "wild_card": "tag review shared_text",
    }
    with store._database.writing() as connection:
        for name in ("pledge_update", "evidence"):
            connection.execute(text(f"DROP TABLE {name}"))
        for table, names in columns.items():
            for name in names.split():
                connection.execute(text(f"ALTER TABLE {table} DROP COLUMN {name}"))
        connection.execute(text("UPDATE schema_version SET version = 3"))
    store.close()

    store = open_store(SERVER)

    assert store.damage(session.id) == ()
    assert store.load(session.id) == session
    with store._database.reading() as connection:
        assert migrations.version_of(connection) == migrations.current_version()
    store.discard(session.id)
    store.close()


@pytest.mark.skipif(not SERVER, reason="there is no PostgreSQL server here")
def test_two_that_gather_the_same_into_a_server_at_once_end_with_it_once(tmp_path: Path) -> None:
    from concurrent.futures import ThreadPoolExecutor

    stores = [open_store(SERVER) for _ in range(2)]
    sessions = [with_version(say(a_session(), str(n)).session, of(a=1)) for n in range(8)]
    with ThreadPoolExecutor(2) as pool:
        taken = [
            pool.submit(lambda one=one: [one.take_in(s, "", held=True).outcome for s in sessions])
            for one in stores
        ]
        outcomes = [one.result() for one in taken]
    assert [sorted(pair) for pair in zip(*outcomes, strict=True)] == [["here", "new"]] * 8
    for session in sessions:
        assert texts(stores[0], session) == [session.responses[0].text]
        stores[0].discard(session.id)
    for store in stores:
        store.close()
