"""Programmes in SQL: the same numbers as from the sessions one by one, without loading them."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

from tests.bench.many_sessions import Plan, fill, shipped_decks
from tests.build import START, a_deck
from tests.storage.hands import a_play, new_id, put
from wshoes_tui.domain import summary
from wshoes_tui.domain.commands import AddPledge, ParkTopic
from wshoes_tui.domain.erasure import Erased
from wshoes_tui.domain.models import Header, PledgeUpdate, Session, WildCard
from wshoes_tui.domain.programme import Programme
from wshoes_tui.domain.value import replace
from wshoes_tui.sessions.programmes import list_programmes
from wshoes_tui.storage.database_opener import open_database
from wshoes_tui.storage.programme_reader import read_programme
from wshoes_tui.storage.sql_store import SqlStore, open_store


def of_group(session: Session, name: str, place: str = "") -> Session:
    """The session as one of a programme."""
    return replace(session, header=replace(session.header, programme=name, place=place))


def read(store: SqlStore, *names: str, shareable: bool = False) -> Programme | None:
    return store.read(lambda connection: read_programme(connection, names, {}, shareable=shareable))


def test_the_numbers_are_those_of_the_sessions_one_by_one(path: Path) -> None:
    database = open_database(path)
    fill(database, Plan(sessions=25, responses=500))
    database.close()
    store = open_store(path)
    lines = list_programmes(store)
    loaded = [store.load(line.id) for line in store.sessions()]
    for line in lines:
        mine = [
            one
            for one in loaded
            if one.header.programme == line.name and one.header.kind == "group"
        ]
        programme = read(store, *line.names)
        assert programme
        assert (programme.sessions, programme.damaged) == (len(mine), 0)
        stood: Counter[str] = Counter()
        themes: Counter[str] = Counter()
        for session in mine:
            for of_deck in summary.coverage(session):
                for row in of_deck.rows:
                    stood[row.shoes.name] += row.stood
                    for theme, times in zip(of_deck.themes, row.times, strict=True):
                        themes[theme.title] += times
        found: Counter[str] = Counter()
        on: Counter[str] = Counter()
        for of_map in programme.coverage:
            for row in of_map.rows:
                found[row.shoes.name] += row.stood
                for theme, times in zip(of_map.themes, row.times, strict=True):
                    on[theme.title] += times
        assert +found == +stood
        assert +on == +themes
        if programme.figures and not programme.left_out:
            assert programme.figures.people == sum(len(one.seats) for one in mine) == line.people
            assert programme.figures.lightbulbs == sum(len(one.lightbulbs) for one in mine)
            assert programme.figures.turns == sum(
                turn.state == "answered" for one in mine for turn in one.turns
            )
            assert sum(programme.pledges.values()) == sum(len(one.pledges) for one in mine)
    assert shipped_decks()
    store.close()


def test_a_programme_is_one_whatever_its_capitals_and_accents(any_sql: SqlStore) -> None:
    for name in ("Tŷ Ni", "ty ni", "Other", ""):
        any_sql.create(of_group(a_play().session, name))
    lines = list_programmes(any_sql)
    assert {(line.name.casefold(), line.sessions) for line in lines} >= {("other", 1)}
    (ours,) = [line for line in lines if line.sessions == 2]
    assert set(ours.names) == {"Tŷ Ni", "ty ni"}
    programme = read(any_sql, *ours.names)
    assert programme
    assert programme.sessions == 2


def test_pledges_stand_where_later_sessions_say(any_sql: SqlStore) -> None:
    first = a_play()
    first.do(AddPledge("Ring before I come", "Asha"), AddPledge("Fit the key safe", "Tom"))
    one, two = first.session.pledges
    any_sql.create(of_group(first.session, "Home"))
    later = of_group(a_play().session, "Home")
    any_sql.create(later)
    for day, state in (("2026-04-01", "stuck"), ("2026-03-20", "done")):
        update = PledgeUpdate(
            id=new_id(), pledge=one.id, made_in=first.session.id, state=state,  # type: ignore[arg-type]
            on=START.date().fromisoformat(day), text="Ring an hour before I come",
        )  # fmt: skip
        transition = put(later, update)
        any_sql.commit(transition)
        later = transition.session
    programme = read(any_sql, "Home")
    assert programme
    assert [(kept.record.id, kept.wording) for kept in programme.stuck] == [
        (one.id, "Ring an hour before I come")
    ]
    assert two.id not in {kept.record.id for kept in programme.stuck}


def test_what_comes_back_is_what_several_sessions_raised(any_sql: SqlStore) -> None:
    for words in ("Parking", "PARKING ", "Pàrking", "The cat"):
        play = a_play()
        play.do(ParkTopic(words))
        any_sql.create(of_group(play.session, "Home"))
    programme = read(any_sql, "Home")
    assert programme
    assert [one.sessions for one in programme.coming_back] == [3]
    assert len(programme.parked) == 2


def test_what_is_for_sharing_is_what_was_reviewed_so(any_sql: SqlStore) -> None:
    play = a_play()
    play.do(ParkTopic("Shared"), ParkTopic("Kept"), ParkTopic("Nobody looked"))
    shared, kept, _unseen = play.session.car_park
    session = put(
        play.session, changed_review(shared, "share"), changed_review(kept, "keep")
    ).session
    any_sql.create(of_group(session, "Home"))
    programme = read(any_sql, "Home", shareable=True)
    assert programme
    assert [one.record.id for one in programme.parked] == [shared.id]


def changed_review(record: object, review: str) -> object:
    return replace(record, review=review)  # type: ignore[type-var]


def test_erased_and_damaged_sessions_are_in_nothing(any_sql: SqlStore, path: Path) -> None:
    plays = [a_play() for _ in range(3)]
    for play in plays:
        play.do(ParkTopic("Parking"))
        any_sql.create(of_group(play.session, "Home"))
    gone, broken, _whole = (play.session for play in plays)
    any_sql.erase([Erased(gone.id, "session", gone.id)])
    with any_sql._database.writing() as connection:
        connection.exec_driver_sql(f"UPDATE session SET title = 'x' WHERE id = '{broken.id}'")
    programme = read(any_sql, "Home")
    assert programme
    assert (programme.sessions, programme.damaged) == (1, 1)
    assert [one.sessions for one in programme.parked] == [1]


def test_cards_of_older_decks_keep_their_themes_and_own_cards_have_none(any_sql: SqlStore) -> None:
    older = a_play()
    deck = older.session.decks[0].deck
    own = WildCard(id=new_id(), deck=deck.id, title="Ours", text="Our own")
    session = put(older.session, own, replace(older.session.turns[0], state="answered")).session
    any_sql.create(of_group(session, "Home"))
    newer = a_play()
    card = older.session.turns[0].card
    left = tuple(one for one in a_deck(deck.id).cards if one.id != card)
    played = newer.session.decks[0]
    shorter = replace(played, deck=replace(played.deck, cards=left, revision=2))
    turn = replace(newer.session.turns[0], card=own.id, state="answered")
    later = put(newer.session, shorter, turn).session
    header: Header = replace(later.header, created=START.replace(year=2027))
    any_sql.create(of_group(replace(later, header=header), "Home"))
    programme = read(any_sql, "Home")
    assert programme
    (of_map,) = programme.coverage
    assert sum(row.stood for row in of_map.rows) == 2
    assert sum(sum(row.times) for row in of_map.rows) == 1
