"""Candidates in the stores: each is a session of its own, and nothing is in another's record."""

from __future__ import annotations

import json
from datetime import timedelta
from pathlib import Path

import pytest

from tests.storage.hands import a_play, arranged, assert_kept
from wshoes_tui.domain import commands as c
from wshoes_tui.domain.erasure import erased_of, without_erased
from wshoes_tui.domain.list_rows import overview
from wshoes_tui.domain.merge import merge, settled
from wshoes_tui.domain.models import Session
from wshoes_tui.domain.pledges import with_earlier
from wshoes_tui.domain.value import replace
from wshoes_tui.export.json_format import session_from_json, to_dict, to_json
from wshoes_tui.sessions.ports import SessionStore
from wshoes_tui.storage.programme_reader import read_programme, read_programmes
from wshoes_tui.storage.session_list import quick_lines, quick_overview
from wshoes_tui.storage.sql_store import SqlStore, open_store
from wshoes_tui.storage.word_search import search_words

MARKER = "unmistakable"


def a_candidate(label: str, **plan: str) -> Session:
    """A closed session of a candidate, with evidence, a pledge and the panel's sentence."""
    play = a_play(begun=False, candidate=label, programme="Spring", **plan)
    play.do(c.Begin(), c.Say(f"{MARKER}, as {label} says"), c.AddPledge(f"{MARKER}: ring {label}"))
    play.do(c.AddLightbulb(f"{MARKER} {label}"), c.ParkTopic(f"{MARKER} {label}"), c.WriteFirst())
    play.do(c.HandIn(play.id_of("Asha"), f"1: {MARKER} of {label}\nand more"))
    play.do(c.Reveal(anyway=True), c.GoToClosing(), c.GiveFeedback("agreed", f"{MARKER} {label}"))
    return play.do(c.Close())


def test_evidence_comes_back_from_every_store(store: SessionStore) -> None:
    session = a_candidate("7")
    store.create(session)
    assert_kept(store, session)
    assert [one.text for one in store.load(session.id).evidence] == [f"{MARKER} of 7\nand more"]
    (line,) = (one for one in store.sessions() if one.id == session.id)
    assert line.candidate_label == "7"


def test_a_list_tells_whose_session_it_is(path: Path) -> None:
    store = open_store(path)
    store.create(a_candidate("7"))
    store.create(a_play(programme="Winter").session)
    today = store.sessions()[0].created.date()
    lines = quick_lines(path)
    assert lines is not None
    assert sorted(one.candidate_label for one in lines) == ["", "7"]
    assert lines == store.sessions()
    quick = quick_overview(path, today)
    assert quick is not None
    assert quick.programmes == overview(lines, today).programmes == 1
    store.close()


def test_candidates_are_never_added_up_found_or_listed_together(any_sql: SqlStore) -> None:
    ordinary = a_play(programme="Spring")
    ordinary.do(c.Say(f"{MARKER} elsewhere"), c.AddPledge("Ours"))
    for session in (a_candidate("A"), a_candidate("B"), ordinary.session):
        any_sql.create(session)
    (line,) = any_sql.read(read_programmes) or []
    assert line.sessions == 1
    programme = any_sql.read(lambda connection: read_programme(connection, ["Spring"], {}))
    assert programme is not None
    assert (programme.sessions, programme.lightbulbs, programme.parked) == (1, (), ())
    found = any_sql.read(lambda connection: search_words(connection, MARKER, None))
    assert found is not None
    assert [one.text for one in found.found] == [f"{MARKER} elsewhere"]
    assert [one.text for one in any_sql.pledges()] == ["Ours"]


def test_no_candidate_is_asked_about_the_pledges_of_another(store: SessionStore) -> None:
    store.create(a_candidate("A"))
    ordinary = a_play(programme="Spring")
    ordinary.do(c.AddPledge("Ours"))
    header = ordinary.session.header
    before = replace(header, created=header.created - timedelta(days=1))
    store.create(replace(ordinary.session, header=before))
    other = a_play(begun=False, candidate="B", programme="Spring").session
    assert with_earlier(other, store.pledges).earlier == ()
    next_one = a_play(begun=False, programme="Spring").session
    assert [one.text for one in with_earlier(next_one, store.pledges).earlier] == ["Ours"]


def test_json_brings_evidence_back_and_an_older_file_has_none() -> None:
    session = a_candidate("7", visibility="named")
    data = to_dict(session)
    (one,) = data["evidence"]
    assert one["value"] == "information"
    assert one["text"] == f"{MARKER} of 7\nand more"
    assert (one["seat"], one["named"]) == (session.seats[0].id, True)
    assert data["session"]["candidate"] == next(s.id for s in session.seats if s.label == "7")
    again = session_from_json(to_json(session))
    assert (again.evidence, again.header) == (session.evidence, session.header)
    del data["evidence"], data["session"]["candidate"]
    older = session_from_json(json.dumps(data))
    assert (older.evidence, older.is_for_hiring) == ((), False)


@pytest.mark.parametrize("visibility", ["shoes", "withheld"])
def test_a_file_names_nobody_of_the_panel(visibility: str) -> None:
    session = a_candidate("7", visibility=visibility)
    wrong = replace(session, evidence=(replace(session.evidence[0], seat=session.seats[0].id),))
    assert to_dict(wrong)["evidence"][0]["seat"] is None
    assert merge(None, wrong).session.evidence[0].seat is None


def test_copies_are_merged_with_their_evidence() -> None:
    session = a_candidate("7")
    assert merge(None, session).session.evidence == session.evidence
    older = replace(session, evidence=())
    newer = replace(session, version=session.version.bumped("f" * 32))
    kept = merge(older, newer)
    assert kept.session.evidence == session.evidence
    assert merge(kept.session, newer).outcome == "here"


def test_a_copy_from_before_the_candidate_was_chosen_makes_no_ordinary_session_of_it() -> None:
    prepared = a_play(begun=False, programme="Spring")
    earlier = prepared.do(c.Plan(title="Renamed"))
    prepared.do(c.ChooseCandidate("7"), c.Begin(), c.Say(MARKER))
    heard = replace(prepared.session, version=earlier.version.bumped("f" * 32))
    header, rest = {heard.id}, {one.id for one in heard.records()} - {heard.id}
    for here, there, taken in ((heard, earlier, header), (earlier, heard, rest)):
        kept = settled(here, there, taken, "e" * 32)
        assert kept.is_for_hiring
        assert [one.text for one in kept.responses] == [MARKER]


def test_erased_evidence_is_in_no_byte_of_the_file(path: Path) -> None:
    session = a_candidate("7", visibility="named")
    store = open_store(path)
    store.create(session)
    gone = erased_of(session, (session.evidence[0].id,))
    store.erase(gone)
    left = store.load(session.id)
    assert left == arranged(without_erased(session, {one.id for one in gone}))
    store.close()
    raw = b"".join(one.read_bytes() for one in path.parent.rglob("*") if one.is_file())
    assert f"{MARKER} of 7".encode() not in raw
