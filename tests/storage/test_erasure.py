"""Erasing in every store: what is in memory afterwards is what is kept, and it stays gone."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from tests.storage.hands import a_play, assert_kept
from tests.storage.lay_down import SCHEMAS
from tests.storage.test_store_migrations import laid_down
from wshoes_tui.domain.commands import (
    AddLightbulb,
    AddPledge,
    GiveFeedback,
    KeepDraft,
    Next,
    ParkCard,
    ParkTopic,
    PlaceCard,
    Say,
    UpdatePledge,
)
from wshoes_tui.domain.erasure import Erased, erased_of, without_erased
from wshoes_tui.domain.models import Session
from wshoes_tui.domain.value import Refusal
from wshoes_tui.errors import StoreError, WshoesError
from wshoes_tui.export.json_format import session_from_json, to_json
from wshoes_tui.sessions.export_log import forget_exports, note_export, read_exports
from wshoes_tui.sessions.open_session import OpenSession
from wshoes_tui.sessions.ports import SessionStore
from wshoes_tui.storage import file_eraser
from wshoes_tui.storage.sql_store import open_store


def a_full_session() -> Session:
    """A session in which everything stands that names a seat or a response."""
    play = a_play()
    tom, asha = play.id_of("Tom"), play.id_of("Asha")
    play.do(Say("Unnamed."), Say("Named.", tom, visibility="named"))
    said = play.session.responses[0].id
    play.do(AddLightbulb("Now", response=said))
    bulb = play.session.lightbulbs[0].id
    play.do(AddPledge("I will", response=said, lightbulb=bulb))
    pledge = play.session.pledges[0].id
    play.do(UpdatePledge(pledge, play.session.id, "changed", "Too far", "I will write"))
    play.do(
        ParkTopic("Parking"), GiveFeedback("heard", "Yes"), PlaceCard("Ours", "The cat"), Next()
    )
    play.do(ParkCard())
    play.do(KeepDraft("own", "half", asha), KeepDraft("response", "Unnamed."))
    return play.session


def the_seat(session: Session, label: str) -> str:
    return next(seat.id for seat in session.seats if seat.label == label)


WHAT = pytest.mark.parametrize(
    "what",
    ["response", "named", "seat", "lightbulb", "pledge", "update", "topic", "card", "feedback"],
)


def ids_of(session: Session, what: str) -> set[str]:
    return {
        "response": {session.responses[0].id},
        "named": {session.responses[1].id},
        "seat": {the_seat(session, "Bea"), the_seat(session, "Asha")},
        "lightbulb": {session.lightbulbs[0].id},
        "pledge": {session.pledges[0].id},
        "update": {session.pledge_updates[0].id},
        "card": {session.wild_cards[0].id},
        "topic": {session.car_park[0].id},
        "feedback": {session.feedback[0].id},
    }[what]


@WHAT
def test_what_is_erased_from_an_open_session_is_erased_from_what_is_kept(
    store: SessionStore, what: str
) -> None:
    session = a_full_session()
    store.create(session)
    live = OpenSession(session, store)
    seen = []
    live.listen(lambda transition: seen.append(transition.name))

    live.erase(ids_of(session, what), store.erase)

    assert_kept(store, live.session)
    assert live.session.done == ()
    assert seen == ["Erase"]
    assert ids_of(session, what) <= {one.id for one in store.erased()}
    assert store.load(session.id).erased == live.session.erased
    assert session_from_json(to_json(live.session)), "and it can be passed on as it is now"
    live.do(Say("It goes on."))
    assert_kept(store, live.session)


def test_whose_turn_it_is_cannot_be_erased_and_nor_what_is_not_there() -> None:
    session = a_full_session()
    assert session.turn is not None
    with pytest.raises(Refusal, match="End the turn first"):
        erased_of(session, [session.turn.seat or ""])
    with pytest.raises(Refusal, match="no such words"):
        erased_of(session, ["nothing"])


def test_with_a_seat_go_its_named_words(store: SessionStore) -> None:
    session = a_full_session()
    session = replace(session, turns=tuple(replace(t, seat=None) for t in session.turns))
    store.create(session)
    live = OpenSession(session, store)
    live.erase([the_seat(session, "Tom")], store.erase)
    assert [said.text for said in live.session.responses] == ["Unnamed."]
    assert_kept(store, live.session)


def test_with_a_pledge_goes_what_became_of_it_and_with_a_card_its_topic() -> None:
    session = a_full_session()
    for what, words in (("pledge", ("I will", "Too far")), ("card", ("Ours", "The cat"))):
        gone = [one.id for one in erased_of(session, ids_of(session, what))]
        left = without_erased(session, gone)
        assert not [text for text in words if text in repr(left)]


def test_the_same_words_in_a_field_go_too(store: SessionStore) -> None:
    session = a_full_session()
    turn = session.turn
    assert turn is not None
    first = session.responses[0]
    same = tuple(
        replace(draft, turn=first.turn) if draft.text == first.text else draft
        for draft in session.drafts
    )
    session = replace(session, drafts=same)
    store.create(session)
    live = OpenSession(session, store)
    live.erase([first.id], store.erase)
    assert [draft.text for draft in live.session.drafts] == ["half"]
    assert_kept(store, live.session)


def test_an_erased_session_is_not_made_again(store: SessionStore) -> None:
    session = a_full_session()
    store.create(session)
    store.erase([Erased(session.id, "session", session.id)])
    assert store.sessions() == []
    with pytest.raises(StoreError, match="erased here"):
        store.create(session)
    assert [one.id for one in store.erased() if one.session == session.id] == [session.id]


def test_what_was_erased_stays_out_of_a_session_that_is_taken_in(store: SessionStore) -> None:
    session = a_full_session()
    store.create(session)
    gone = session.responses[0].id
    store.erase(erased_of(session, [gone]))
    store.discard(session.id)
    store.create(replace(session, erased=(session.pledges[0].id,)))
    kept = store.load(session.id)
    assert gone not in {said.id for said in kept.responses}
    assert kept.pledges == ()
    assert kept.done == ()


def test_a_damaged_row_is_erased_all_the_same(path: Path) -> None:
    session = a_full_session()
    store = open_store(path)
    store.create(session)
    with store._database.writing() as connection:
        connection.exec_driver_sql("UPDATE response SET text = 'altered'")
        connection.exec_driver_sql("UPDATE lightbulb SET now_see = 'altered'")
    store.erase([Erased(session.responses[0].id, "response", session.id)])
    assert len(store.damage(session.id)) == 2  # the other response, and the lightbulb
    store.close()
    assert path.read_bytes().count(b"altered") == 2


@pytest.mark.parametrize("script", sorted(SCHEMAS.glob("schema-*.sql")), ids=lambda one: one.stem)
def test_a_copy_of_any_schema_is_cleaned_and_keeps_its_schema(path: Path, script: Path) -> None:
    laid_down(script, path)
    copy = path.with_name("copy.db")
    copy.write_bytes(path.read_bytes())
    store = open_store(path)
    (line,) = store.sessions()
    session = store.load(line.id)
    store.close()
    version = copy.read_bytes()[60:64]
    bed = next(said for said in session.responses if "own bed" in said.text)

    file_eraser.erase_in_file(copy, erased_of(session, [bed.id]))

    assert b"own bed" not in copy.read_bytes()
    assert copy.read_bytes()[60:64] == version
    assert copy.stat().st_mode & 0o777 == 0o600
    cleaned = open_store(copy)
    left = cleaned.load(session.id)
    assert cleaned.damage(session.id) == ()
    expected = replace(without_erased(session, {bed.id}), drafts=(), erased=left.erased)
    assert left == replace(expected, lightbulbs=left.lightbulbs)
    cleaned.close()


def test_a_file_that_somebody_has_open_stays_as_it_is(path: Path) -> None:
    session = a_full_session()
    store = open_store(path)
    store.create(session)
    with pytest.raises(WshoesError):
        file_eraser.erase_in_file(path, [Erased(session.id, "session", session.id)])
    assert store.load(session.id).responses
    store.close()


@pytest.mark.parametrize(
    "planted",
    [
        "CREATE TRIGGER back AFTER DELETE ON response BEGIN SELECT randomblob(9); END",
        "PRAGMA user_version = 99",
    ],
)
def test_a_file_in_which_something_else_could_run_is_not_touched(path: Path, planted: str) -> None:
    session = a_full_session()
    store = open_store(path)
    store.create(session)
    store.close()
    with closing(sqlite3.connect(path)) as disk:
        disk.execute(planted)
    before = path.read_bytes()
    with pytest.raises(StoreError):
        file_eraser.erase_in_file(path, [Erased(session.id, "session", session.id)])
    assert path.read_bytes() == before


def test_exports_are_noted_once_and_forgotten_with_their_session(tmp_path: Path) -> None:
    for name in ("a.md", "a.md", "b.md"):
        note_export(tmp_path, "one", tmp_path / name)
    note_export(tmp_path, "two", Path("c.md"))
    assert [(one.session, Path(one.path).name) for one in read_exports(tmp_path)] == [
        ("one", "a.md"),
        ("one", "b.md"),
        ("two", "c.md"),
    ]
    assert (tmp_path / "exports.jsonl").stat().st_mode & 0o777 == 0o600
    forget_exports(tmp_path, "one")
    assert [one.session for one in read_exports(tmp_path)] == ["two"]
    with (tmp_path / "exports.jsonl").open("a") as file:
        file.write('{"broken\n[1]\n\n')
    assert len(read_exports(tmp_path)) == 1
    note_export(tmp_path / "absent", "one", tmp_path / "a.md")  # nothing is made for it
    assert not (tmp_path / "absent").exists()


def test_words_that_no_store_took_go_with_the_same_words(store: SessionStore) -> None:
    session = a_full_session()
    store.create(session)
    live = OpenSession(session, store)
    for text in ("Named.", "other"):
        live.hold(KeepDraft("response", text))
    live.erase([session.responses[1].id], store.erase)
    assert [held.command.text for held in live.unkept.values()] == ["other"]  # type: ignore[attr-defined]
