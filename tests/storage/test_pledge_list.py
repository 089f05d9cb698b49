"""Pledges of all sessions with what became of them, in every store; and which a session asks of."""

from __future__ import annotations

from collections import Counter
from datetime import UTC, date, datetime
from pathlib import Path
from random import Random

import pytest

from tests.bench.many_sessions import Plan, fill
from tests.build import Clock, Play, a_deck
from wshoes_tui.domain import commands as c
from wshoes_tui.domain.dispatcher import Context, new_session
from wshoes_tui.domain.erasure import Erased, erased_of
from wshoes_tui.domain.models import Session
from wshoes_tui.domain.pledges import as_told, with_earlier_pledges
from wshoes_tui.domain.value import Refusal, replace
from wshoes_tui.flow.earlier_flow import with_why
from wshoes_tui.sessions.open_session import OpenSession
from wshoes_tui.sessions.ports import SessionStore
from wshoes_tui.storage.database_opener import open_database
from wshoes_tui.storage.row_mapping import to_row
from wshoes_tui.storage.sql_store import SqlStore
from wshoes_tui.storage.tables import SESSION, TABLES

PLEDGE = TABLES["pledge"]
LONG_BEFORE, AFTER = "1999-01-01T00:00:00.000000Z", "2999-01-01T00:00:00.000000Z"
NOW = datetime(2026, 11, 24, tzinfo=UTC)
PLEDGED = (c.AddPledge("I will ring."),)


def a_day(days: int, programme: str = "Home", place: str = "") -> Play:
    """A session of a programme in its set-up, so many days after the first."""
    clock = Clock()
    clock.forward(days=days)
    env = Context(now=clock, chance=Random(days))
    play = Play(new_session(env, seed=7), env, clock)
    play.do(c.ChooseDecks((a_deck(),)), c.AddSeat("Asha"))
    if programme or place:
        play.do(c.Plan(programme=programme, place=place))
    return play


def kept(store: SessionStore, play: Play, *commands: c.Command) -> Session:
    """The session, played with these commands, closed and kept."""
    play.do(c.Begin(), *commands, c.GoToClosing(), c.Close())
    store.create(play.session)
    return play.session


def opened(store: SessionStore, play: Play) -> OpenSession:
    """The session at its opening."""
    store.create(play.session)
    live = OpenSession(play.session, store, env=play.env)
    live.do(c.Open())
    return live


def asked(store: SessionStore, play: Play) -> list[str]:
    """The pledges that it is asked about, in order."""
    return [one.text for one in opened(store, play).session.earlier]


def test_a_pledge_is_told_with_what_became_of_it(store: SessionStore) -> None:
    first = kept(store, a_day(0), *PLEDGED)
    (ring,) = first.pledges
    kept(store, a_day(14), c.UpdatePledge(ring.id, first.id, "stuck", "No number."))
    kept(store, a_day(28), c.UpdatePledge(ring.id, first.id, "changed", "", "I will write."))

    (one,) = store.pledges("Home")
    assert (one.pledge, one.text, one.state) == (ring, "I will write.", "changed")
    assert [(note.on, note.state, note.note, note.was) for note in one.history] == [
        (date(2026, 3, 2), "open", "", ""),
        (date(2026, 3, 16), "stuck", "No number.", ""),
        (date(2026, 3, 30), "changed", "", "I will ring."),
    ]
    assert [*store.pledges("Other")] == []
    assert [*store.pledges()] == [*store.pledges("Home")]


def test_a_session_asks_about_the_open_pledges_of_its_programme_oldest_first(
    store: SessionStore,
) -> None:
    first = kept(store, a_day(0), *PLEDGED, c.AddPledge("We write."))
    done = next(one for one in first.pledges if one.text == "We write.")
    kept(store, a_day(7), c.AddPledge("We paint."), c.UpdatePledge(done.id, first.id, "done"))
    kept(store, a_day(8, "Other"), c.AddPledge("Of others."))
    kept(store, a_day(9, ""), c.AddPledge("Of none."))
    running = a_day(13)
    running.do(c.Begin(), c.AddPledge("Made elsewhere yesterday."))
    store.create(running.session)

    expected = ["I will ring.", "We paint.", "Made elsewhere yesterday."]
    assert asked(store, a_day(14)) == expected
    assert asked(store, a_day(14, "")) == [], "one of no programme asks about nothing"
    assert asked(store, a_day(13)) == expected[:2], "those of another table of today are theirs"


@pytest.mark.parametrize(("place", "expected"), [
    ("Table 1", ["At one.", "Nowhere."]), ("Table 2", ["At two.", "Nowhere."]),
    ("Table 3", ["Nowhere."]), ("", ["At one.", "At two.", "Nowhere."]),
])  # fmt: skip
def test_a_table_asks_about_its_own_and_those_of_no_table(
    store: SessionStore, place: str, expected: list[str]
) -> None:
    for made_at, text in (("Table 1", "At one."), ("Table 2", "At two."), ("", "Nowhere.")):
        kept(store, a_day(0, place=made_at), c.AddPledge(text))
    assert sorted(asked(store, a_day(14, place=place))) == expected


def test_what_was_answered_stays_in_the_list_and_can_be_taken_back(store: SessionStore) -> None:
    first = kept(store, a_day(0), *PLEDGED)
    (ring,) = first.pledges
    live = opened(store, a_day(14))
    live.do(c.UpdatePledge(ring.id, first.id, "dropped", "Moved away."))
    assert [(one.text, one.state) for one in as_told(live.session)] == [("I will ring.", "dropped")]
    again = OpenSession(store.load(live.session.id), store)
    again.read_earlier_pledges()
    assert [(one.state, len(one.updates)) for one in as_told(again.session)] == [("dropped", 1)]
    live.do(c.Undo())
    assert [one.state for one in as_told(live.session)] == ["open"]
    assert asked(store, a_day(28)) == ["I will ring."]


def test_a_pledge_let_go_is_not_asked_about_again_but_still_listed(store: SessionStore) -> None:
    first = kept(store, a_day(0), *PLEDGED)
    update = c.UpdatePledge(first.pledges[0].id, first.id, "dropped", "Moved away.")
    kept(store, a_day(14), update)
    assert asked(store, a_day(28)) == []
    (one,) = store.pledges("Home")
    assert (one.state, one.history[-1].note) == ("dropped", "Moved away.")


def test_an_erased_pledge_never_comes_back(store: SessionStore) -> None:
    first = kept(store, a_day(0), *PLEDGED)
    (ring,) = first.pledges
    second = kept(store, a_day(14), c.UpdatePledge(ring.id, first.id, "changed", "", "I write."))
    store.erase(erased_of(first, [ring.id]))
    assert "I write." not in repr(store.load(second.id)), "words that a later session was told"
    assert store.damage(second.id) == ()
    told = second.pledge_updates[0].id
    assert told in {one.id for one in store.erased()}, "so that it does not come back"
    assert asked(store, a_day(28)) == []
    assert [*store.pledges()] == []


def test_with_a_session_goes_what_later_ones_were_told_of_its_pledges(store: SessionStore) -> None:
    first = kept(store, a_day(0), *PLEDGED)
    update = c.UpdatePledge(first.pledges[0].id, first.id, "stuck", "No number.")
    second = kept(store, a_day(14), update)
    store.erase([Erased(first.id, "session", first.id)])
    assert store.load(second.id).pledge_updates == ()
    assert store.damage(second.id) == ()


def test_a_session_that_is_closed_is_told_of_its_own_pledges_alone(store: SessionStore) -> None:
    first, other = kept(store, a_day(0), *PLEDGED), kept(store, a_day(1), *PLEDGED)
    live = OpenSession(other, store)
    mine, theirs = other.pledges[0].id, first.pledges[0].id
    live.do(c.UpdatePledge(mine, other.id, "under_way", "Half of it."))
    states = {one.pledge.id: one.state for one in store.pledges()}
    assert states == {mine: "under_way", theirs: "open"}
    with pytest.raises(Refusal):
        live.do(c.UpdatePledge(theirs, first.id, "done"))


@pytest.mark.parametrize("what", ["pledge", "session"])
def test_half_an_answer_about_a_pledge_goes_with_it(store: SessionStore, what: str) -> None:
    first = kept(store, a_day(0), *PLEDGED, c.AddPledge("We write."))
    live = opened(store, a_day(14))
    ring, write = sorted(live.session.earlier, key=lambda one: one.text)
    text = with_why(live.session, ring, "changed", "I will ri")
    live.do(c.KeepDraft("why", text))
    between = OpenSession(store.load(first.id), store)
    between.do(c.KeepDraft("why", with_why(between.session, ring, "stuck", "No n")))
    erased = (
        [Erased(first.id, "session", first.id)]
        if what == "session"
        else erased_of(first, {ring.pledge.id})
    )
    store.erase(erased)
    assert store.load(live.session.id).draft("why") is None
    assert all(one.kind != "draft" for one in store.erased()), "nobody need remember it"
    if what == "pledge":
        assert store.load(first.id).draft("why") is None
        between = OpenSession(store.load(first.id), store)
        between.do(c.KeepDraft("why", with_why(between.session, write, "stuck", "No p")))
        store.erase(erased)
        assert store.load(first.id).draft("why") is not None, "about another pledge"


def test_leaving_out_in_sql_what_is_not_asked_about_changes_no_answer(tmp_path: Path) -> None:
    chance = Random(15)
    database = open_database(tmp_path / "wshoes.db")
    fill(database, Plan(sessions=60, responses=60, today=date(2026, 11, 24)))
    many = SqlStore(database)
    sessions = [many.load(line.id) for line in many.sessions()]
    headers = [one.header for one in sessions]
    rare = [one for one in many.pledges() if one.is_open and one.updates]
    with database.writing() as connection:  # what the generator does not make
        for one in rare:
            row = to_row(one.session, replace(one.pledge, state="done"))
            connection.execute(PLEDGE.update().where(PLEDGE.c.id == one.pledge.id).values(row))
        for header in headers[::3]:
            unusual = chance.choice(
                ({"place": ""}, {"created": "9"}, {"created": AFTER, "closed": LONG_BEFORE})
            )
            connection.execute(SESSION.update().where(SESSION.c.id == header.id).values(unusual))
    read, asked_about = Counter[bool](), 0
    for one in sessions * 3:
        other = chance.choice(headers)
        asks = replace(
            one,
            header=replace(
                one.header,
                programme=chance.choice((one.header.programme, other.programme)),
                place=chance.choice((one.header.place, "", other.place)),
                created=chance.choice((one.header.created, other.created, other.closed or NOW)),
                parent=chance.choice((None, other.id)),
                closed=chance.choice((one.header.closed, None)),
            ),
        )
        programme = asks.header.programme or None
        whole, fewer = many.pledges(programme), many.pledges(programme, asked_by=asks)
        expected = with_earlier_pledges(asks, whole).earlier
        assert with_earlier_pledges(asks, fewer).earlier == expected
        read += Counter({False: len(whole), True: len(fewer)})
        asked_about += len(expected)
    many.close()
    assert asked_about > 100
    assert asked_about <= read[True] < read[False] / 3
