"""What every store of sessions promises, in memory, in a file and on a server."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from tests.build import START
from tests.domain.hostile_texts import CONTROLS, DIRECTIONS, HEAPS, HIDDEN, MARKUP
from tests.frozen import frozen_at
from tests.storage.hands import a_play, a_session, arranged, assert_kept, draft, new_id, put, say
from wshoes_tui.domain.commands import (
    AddLightbulb,
    AddPledge,
    AddSeat,
    Attend,
    ChangePledge,
    ChangeSeat,
    Close,
    Command,
    EditResponse,
    GiveFeedback,
    GiveNumber,
    GoToClosing,
    HandIn,
    Join,
    KeepDraft,
    Next,
    ParkCard,
    ParkTopic,
    Pause,
    PlaceCard,
    Rate,
    Redo,
    Remove,
    Resume,
    Reveal,
    Say,
    ShowAs,
    ShowPrompt,
    Swap,
    Undo,
    WriteFirst,
)
from wshoes_tui.domain.models import Lightbulb, Seat
from wshoes_tui.errors import NotFoundError, StoreError
from wshoes_tui.sessions.ports import SessionStore
from wshoes_tui.storage.memory_store import MemoryStore

NO_FILE_HOLDS = "half \ud83d a pair"
TEXTS = [t for t in (*CONTROLS, *DIRECTIONS, *HIDDEN, *HEAPS, *MARKUP) if "\ud83d" not in t]
TEXTS += ["nul\0in the middle", "\0", "🥿👩🏽‍🦽", "אני רוצה את המיטה שלי", "x" * 100_000, " \n\t "]


def test_a_whole_session_comes_back_as_it_was_after_every_single_step(store: SessionStore) -> None:
    play = a_play(visibility="named")
    store.create(play.session)
    assert_kept(store, play.session)

    def do(command: Command) -> None:
        play.do(command)
        store.commit(play.transitions[-1])
        assert_kept(store, play.session)

    asha = play.id_of("Asha")
    do(Say("I want my own bed.", seat=asha))
    do(EditResponse(play.last.id, "I want my own bed back."))
    do(AddLightbulb("she was afraid", "she was difficult", response=play.last.id))
    do(AddPledge("When the form comes, I will ring.", owner="Tom", by_when=date(2026, 4, 1)))
    do(ChangePledge(play.session.pledges[0].id, state="done", note="rang"))
    do(ParkTopic("Parking"))
    do(PlaceCard("Our own", "The cat"))
    do(PlaceCard("Our second", "The key"))
    do(ShowPrompt())
    do(KeepDraft("voice", "half a thought", asha))
    do(Undo())
    do(Undo())
    do(Redo())
    do(Say("In other shoes", shoes="nurse", visibility="shoes"))
    do(Remove(play.last.id))
    do(Undo())
    do(KeepDraft("response", ""))
    do(KeepDraft("voice", "", asha))
    do(Swap())
    do(Pause())
    play.clock.forward(minutes=3)
    do(Resume())
    do(ParkCard())
    do(WriteFirst())
    for label in ("Asha", "Tom", "Bea"):
        do(HandIn(play.id_of(label), f"{label} writes"))
    do(Reveal())
    do(ShowAs(play.last.id, "shoes"))
    do(ChangeSeat(asha, label="Asha B", needs="a chair with arms"))
    do(AddSeat("Cid"))
    do(Join("Dora", "carer", "lived"))
    do(Attend(asha, "away"))
    do(Undo())
    do(Redo())
    dora, turn = play.id_of("Dora"), play.turn.id
    do(KeepDraft("own", "at my own", dora, "nurse"))
    do(KeepDraft("park", "mine", dora))
    do(Next())
    do(KeepDraft("own", "at my own screen", dora, "nurse", turn))
    do(KeepDraft("own", "here too", dora))
    do(Say("At my own screen.", dora, draft="own", turn=turn))
    do(Undo())
    do(Redo())
    do(GiveNumber("home", "nurse", 4, "after"))
    do(GiveNumber("home", "nurse", 6, "after", instead_of=4))
    do(GoToClosing())
    do(Rate("home", "nurse", (3, 7, 7), "after"))
    do(Rate("home", "nurse", (3, 8), "after"))
    do(Undo())
    do(Redo())
    do(GiveFeedback("heard", "I was.", seat=asha))
    do(Close(anyway=True))
    store.discard(play.session.id)


def test_a_session_left_and_resumed_draws_the_same_cards_as_one_never_left(
    store: SessionStore,
) -> None:
    play = a_play()
    store.create(play.session)
    for command in (PlaceCard("b", "first"), PlaceCard("a", "second"), Next(), Next(), Next()):
        play.do(command)
        store.commit(play.transitions[-1])
    resumed = replace(play, session=store.load(play.session.id), transitions=[])

    for one in (play, resumed):
        one.do(Next(), Next())

    drawn = [(turn.card, turn.shoes, turn.seat) for turn in play.session.turns]
    assert [(turn.card, turn.shoes, turn.seat) for turn in resumed.session.turns] == drawn


def test_what_was_undone_before_leaving_can_be_done_again_after_it(store: SessionStore) -> None:
    play = a_play()
    store.create(play.session)
    for command in (Say("one"), Say("two"), Say("three"), Undo(), Undo()):
        play.do(command)
        store.commit(play.transitions[-1])

    resumed = replace(play, session=store.load(play.session.id))
    resumed.do(Redo(), Redo())

    assert resumed.said == ["one", "two", "three"]


@pytest.mark.parametrize("text", TEXTS, ids=range(len(TEXTS)))
def test_text_comes_back_character_for_character(store: SessionStore, text: str) -> None:
    if "\0" in text and _on_a_server(store):
        pytest.skip("PostgreSQL cannot hold NUL")
    session = a_session()
    store.create(session)

    store.commit(say(session, text))

    (response,) = store.load(session.id).responses
    assert response.text == text
    assert store.damage(session.id) == ()


def _on_a_server(store: SessionStore) -> bool:
    return type(getattr(store, "_database", None)).__name__ == "ServerDatabase"


@pytest.mark.parametrize("keep", ["create", "commit", "keep_draft"])
def test_what_no_file_can_hold_is_refused_with_a_sentence_and_nothing_of_it_kept(
    store: SessionStore, keep: str
) -> None:
    session = a_session()
    if keep == "create":
        with pytest.raises(StoreError):
            store.create(say(session, NO_FILE_HOLDS).session)
        assert store.sessions() == []
        return
    store.create(session)
    sound = Lightbulb(id=new_id(), used_to_think="", now_see="sound")
    bad = replace(sound, id=new_id(), now_see=NO_FILE_HOLDS)
    refused = put(session, sound, bad) if keep == "commit" else draft(session, NO_FILE_HOLDS)

    with pytest.raises(StoreError) as caught:
        getattr(store, keep)(refused)

    assert "half" not in str(caught.value)
    assert_kept(store, session)
    store.commit(put(session, sound))
    assert store.load(session.id).lightbulbs == (sound,)


def test_a_session_is_made_only_once(store: SessionStore) -> None:
    session = a_session()
    store.create(session)

    with pytest.raises(StoreError):
        store.create(session)

    assert_kept(store, session)


def test_what_is_not_there_is_not_found(store: SessionStore) -> None:
    session = a_session()
    for ask in (
        lambda: store.load(session.id),
        lambda: store.damage(session.id),
        lambda: store.last_saved(session.id),
        lambda: store.discard(session.id),
        lambda: store.commit(say(session, "words")),
        lambda: store.keep_draft(draft(session, "words")),
        lambda: store.find("last"),
        lambda: store.find(session.id),
    ):
        with pytest.raises(NotFoundError):
            ask()


def test_a_commit_that_rests_on_something_else_than_what_is_kept_is_refused_whole(
    store: SessionStore,
) -> None:
    session = a_session()
    store.create(session)
    asha = session.seats[0]
    theirs = put(session, replace(asha, label="Theirs", revision=2))
    ours = put(session, replace(asha, label="Ours", revision=2), _another_seat())
    store.commit(theirs)

    with pytest.raises(StoreError):
        store.commit(ours)

    assert_kept(store, theirs.session)


def _another_seat() -> Seat:
    return Seat(id=new_id(), number=9, label="Another")


def test_a_record_that_is_gone_elsewhere_is_not_removed_twice(store: SessionStore) -> None:
    session = say(a_session(), "words").session
    store.create(session)
    gone = put(session, drop=session.responses)
    store.commit(gone)

    with pytest.raises(StoreError):
        store.commit(gone)

    assert_kept(store, replace(gone.session, done=session.done))


def test_a_draft_is_kept_changed_and_let_go(store: SessionStore) -> None:
    session = a_session()
    store.create(session)

    first = draft(session, "I w")
    store.keep_draft(first)
    assert_kept(store, first.session)
    second = draft(first.session, "I want")
    store.keep_draft(second)
    assert_kept(store, second.session)
    third = put(second.session, drop=second.session.drafts)
    store.keep_draft(third)
    assert_kept(store, session)


def test_a_draft_that_was_never_kept_does_not_stand_in_the_way_of_the_words(
    store: SessionStore,
) -> None:
    session = a_session()
    store.create(session)
    lost = draft(draft(session, "I w").session, "I want").session

    (words,) = say(lost, "I want my own bed.").session.responses
    handed_in = put(lost, words, drop=lost.drafts)
    store.commit(handed_in)

    assert_kept(store, handed_in.session)


def test_drafts_do_not_count_as_saved(store: SessionStore) -> None:
    session = a_session()
    with frozen_at(START) as clock:
        store.create(session)
        clock.shift(timedelta(minutes=2))
        store.keep_draft(draft(session, "I w"))
        assert store.sessions()[0].saved == START
        store.commit(say(session, "I want"))
        assert store.sessions()[0].saved == START + timedelta(minutes=2)
        assert store.last_saved(session.id) == START + timedelta(minutes=2)


def test_a_line_tells_what_a_list_needs_to_know(store: SessionStore) -> None:
    play = a_play(title="At home", programme="Winter")
    with frozen_at(START):
        store.create(play.session)
        for command in (Say("one"), Say("two"), AddLightbulb("I see"), AddPledge("I will"), Next()):
            play.do(command)
            store.commit(play.transitions[-1])

    (line,) = store.sessions()

    header = play.session.header
    assert (line.id, line.title, line.kind, line.state) == (header.id, "At home", "group", "turns")
    assert (line.created, line.saved, line.programme) == (header.created, START, "Winter")
    assert (line.seats, line.turn, line.planned_turns) == (3, 2, header.planned_turns)
    assert line.next_seat == play.labels()[1]
    assert (line.responses, line.lightbulbs, line.pledges, line.damaged) == (2, 1, 1, "")


def test_a_session_that_has_not_begun_has_a_line_too(store: SessionStore) -> None:
    store.create(a_play(begun=False).session)

    (line,) = store.sessions()

    assert (line.turn, line.next_seat, line.responses) == (0, "", 0)


def test_sessions_are_listed_by_when_they_were_saved(store: SessionStore) -> None:
    one, two, three = (a_session() for _ in range(3))
    with frozen_at(START) as clock:
        for session in (one, two, three):
            store.create(session)
            clock.shift(timedelta(minutes=1))
        store.commit(say(one, "words"))

    assert [line.id for line in store.sessions()] == [one.id, three.id, two.id]
    assert store.find("last") == one.id


def test_a_session_is_found_by_its_id_or_the_beginning_of_it(store: SessionStore) -> None:
    one, two = a_session(), a_session()
    one = replace(one, header=replace(one.header, id="aaaa1111" + one.id[8:]))
    two = replace(two, header=replace(two.header, id="aaaa2222" + two.id[8:]))
    store.create(one)
    store.create(two)

    assert store.find(one.id) == one.id
    assert store.find(" AAAA2 ") == two.id
    for nobody in ("aaaa", "", "  ", "zz", "%", "_", "a%", "\udcff", "\0"):
        with pytest.raises(NotFoundError):
            store.find(nobody)


def test_discarding_one_session_leaves_the_others(store: SessionStore) -> None:
    one, two = say(a_session(), "one").session, say(a_session(), "two").session
    store.create(one)
    store.create(two)

    store.discard(one.id)

    assert [line.id for line in store.sessions()] == [two.id]
    assert_kept(store, two)
    with pytest.raises(NotFoundError):
        store.load(one.id)
    store.create(one)
    assert_kept(store, one)


def test_a_copy_is_a_new_file_for_its_owner_alone(store: SessionStore, tmp_path: Path) -> None:
    if _on_a_server(store):
        pytest.skip("a server makes its own backups")
    store.create(a_session())
    copy = tmp_path / "copy[1].db"

    store.backup(copy)

    assert copy.stat().st_mode & 0o777 == 0o600
    assert [file.name for file in tmp_path.iterdir() if file.name != "data"] == [copy.name]
    before = copy.read_bytes()
    with pytest.raises(StoreError):
        store.backup(copy)
    assert copy.read_bytes() == before


def test_a_closed_store_says_so(store: SessionStore) -> None:
    session = a_session()
    store.create(session)
    store.close()
    store.close()

    for ask in (
        lambda: store.load(session.id),
        lambda: store.commit(say(session, "words")),
        lambda: store.keep_draft(draft(session, "words")),
        lambda: store.create(a_session()),
        store.sessions,
    ):
        with pytest.raises(StoreError, match="closed"):
            ask()


def test_the_order_of_a_stored_session_does_not_hang_on_the_store() -> None:
    session = a_session()
    assert arranged(arranged(session)) == arranged(session)


def test_the_newest_session_is_told_by_its_commit_whatever_the_clock_says(
    store: SessionStore,
) -> None:
    one, two, three = (a_session() for _ in range(3))
    with frozen_at(START) as clock:
        store.create(one)
        clock.shift(timedelta(days=-20_000))
        store.create(two)
        clock.shift(timedelta(days=40_000))
        store.create(three)
        clock.shift(timedelta(days=-39_000))
        store.commit(say(two, "words"))

    assert [line.id for line in store.sessions()] == [two.id, three.id, one.id]
    assert store.find("last") == two.id


def test_a_report_reads_what_was_kept_where_there_is_a_database(store: SessionStore) -> None:
    store.create(a_session())
    found = store.read(lambda connection: connection.exec_driver_sql("SELECT 2").scalar())
    assert found == (None if isinstance(store, MemoryStore) else 2)
