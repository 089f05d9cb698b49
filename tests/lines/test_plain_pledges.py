"""Pledges in plain lines: last time's at the opening, a letter each; what a new one can say."""

from __future__ import annotations

import pytest

from tests.build import Play
from tests.lines.talk import Talk
from tests.pledge_days import a_session_on, the_first
from wshoes_tui.domain.commands import Plan
from wshoes_tui.flow.people_parser import Person
from wshoes_tui.sessions.session_library import StartedSession
from wshoes_tui.storage.memory_store import MemoryStore


@pytest.fixture
def talk() -> Talk:
    """The second session, at its opening, a fortnight after the first."""
    store, second = MemoryStore(), a_session_on(14)
    store.create(the_first().session)
    talk = Talk.over(second, store=store)
    talk.type("/go")
    return talk


def told(talk: Talk) -> list[tuple[str, str, str]]:
    return [(one.state, one.note, one.text) for one in talk.session.pledge_updates]


def test_the_second_session_opens_with_the_pledges_of_the_first(talk: Talk) -> None:
    assert talk.written[-5:-1] == [
        "Step: 1 of 4, last time, 1 of 2",
        "Pledge: When I plan a discharge, I will ring.",
        "Summary: Tom, by 1 April, I do it myself, Needs a plan",
        "Summary: made on 2 March, Home",
    ]
    assert talk.type("s Nobody had the number.")[:2] == [
        "Saved: stuck", "Step: 1 of 4, last time, 2 of 2",
    ]  # fmt: skip
    written = talk.type("c We ring instead.")
    assert written[0] == "Saved: changed"
    assert written[1].startswith("Step: 2 of 4, agreements"), "on, behind the last one"
    assert sorted(told(talk)) == [
        ("changed", "", "We ring instead."), ("stuck", "Nobody had the number.", ""),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("line", "state"), [("d", "done"), ("w", "under_way"), ("s", "stuck"), ("G", "dropped"),
                        ("done", "done"), ("under way", "under_way"), ("let go", "dropped")]
)  # fmt: skip
def test_a_letter_or_its_word_says_how_a_pledge_stands(talk: Talk, line: str, state: str) -> None:
    assert talk.type(line)[0].startswith("Saved: ")
    assert told(talk) == [(state, "", "")]


def test_what_is_no_answer_is_refused_and_later_keeps_nothing(talk: Talk) -> None:
    for text in ("dunno", "c", "I will ring tomorrow", "b"):
        assert talk.error(text)
    assert talk.type("l")[0] == "Step: 1 of 4, last time, 2 of 2"
    assert talk.type("b")[0] == "Step: 1 of 4, last time, 1 of 2"
    assert talk.type("/skip", "/skip")[0].startswith("Step: 2 of 4, agreements")
    assert told(talk) == []


def test_an_answer_is_taken_back_and_given_anew(talk: Talk) -> None:
    talk.type("d", "d")
    written = talk.type("/undo")
    assert written[0] == "Undone: how a pledge stands"
    assert written[1] == "Step: 1 of 4, last time, 2 of 2"
    talk.type("w")
    assert [state for state, _note, _text in told(talk)] == ["done", "under_way"]
    talk.type("/go last time", "b", "s No key.")
    assert sorted(told(talk)) == [("stuck", "No key.", ""), ("under_way", "", "")]


def test_the_pledges_come_again_where_the_opening_was_left(talk: Talk) -> None:
    talk.type("d")
    again = talk.again()
    assert "Step: 1 of 4, last time, 2 of 2" in again.written, "the first one without an answer"


def test_a_session_without_a_programme_asks_for_nothing_until_it_is_named() -> None:
    store = MemoryStore()
    store.create(the_first().session)
    talk = Talk.over(a_session_on(14, programme=""), store=store)
    assert talk.type("/programme") == [
        "Plan: This session is in no programme.", "Plan: There are: 1 Home",
    ]  # fmt: skip
    assert talk.type("/programme home | Table 2") == ["Plan: Programme: Home, Table 2"]
    assert talk.session.header.programme == "Home", "as it was written before"
    assert talk.type("/programme | -") == ["Plan: Programme: Home"]
    assert talk.type("/programme -") == ["Plan: This session is in no programme."]
    talk.type("/go")
    assert any(line.startswith("Step: 1 of 3, agreements") for line in talk.written)
    talk.type("/programme 1")
    assert "Step: 1 of 4, last time, 1 of 2" in talk.written


def test_a_session_begun_on_its_first_card_asks_before_it() -> None:
    store = MemoryStore()
    store.create(the_first().session)
    talk = Talk.at_home(store=store, env=a_session_on(14).env)
    library, plan = talk.conversation.library, a_session_on(0).session.header
    people = (Person("Asha", "", None, ""),)
    decks = [talk.conversation.library.deck_library.open("home")]
    other = library.group(decks, StartedSession(people, Plan(programme="Other"), begin=True))
    assert other.session.state == "turns"
    started = StartedSession(people, Plan(programme=plan.programme), begin=True)
    live = library.group(decks, started)
    assert (live.session.state, len(live.session.earlier)) == ("opening", 2)
    talk.conversation.begin_session(live)
    talk.role.follow()
    talk.type("d", "g Too late.")
    assert talk.written[-1].startswith("Question: Do you agree?"), "consent, then the card"
    talk.type("yes")
    assert talk.session.state == "turns"


def test_a_pledge_is_typed_with_all_its_parts_in_one_line() -> None:
    talk = Talk.over(Play.begun("Asha, Tom"))
    talk.type("Nobody rang.")
    written = talk.type(
        "/pledge 1: I will ring. when: I plan a discharge who: Tom by: 2026-04-30 with: us "
        "needs: a plan"
    )
    told = "Tom, by 30 April, We do it together, Needs a plan"
    assert written[0] == "Saved: pledge 1"
    assert written[1].startswith("Pledge: 1, When I plan a discharge, I will ring. (Tom, by 30 A")
    assert written[1].endswith("We do it together, Needs a plan)"), told
    assert talk.session.pledges[0].response == talk.session.responses[0].id
    assert talk.type("/pledge 1 with: me needs: now")[1].endswith("I do it myself)")


@pytest.mark.parametrize("part", ["by: doomsday", "with: the moon", "needs: magic"])
def test_a_part_that_is_not_understood_leaves_the_words(part: str) -> None:
    talk = Talk.over(Play.begun("Asha, Tom"))
    written = talk.type(f"/pledge I will ring. {part}")
    assert written[0].startswith("Error: ")
    assert written[1] == "Saved: pledge 1"
    assert talk.session.pledges[0].text == "I will ring."


@pytest.mark.parametrize("text", ["10:30 I will ring", "When it rains, I will ring: twice"])
def test_times_and_sentences_are_left_as_they_were_said(text: str) -> None:
    talk = Talk.over(Play.begun("Asha, Tom"))
    talk.type(f"/pledge {text}")
    assert talk.session.pledges[0].text == text


@pytest.mark.parametrize(
    "way", [("pledges",), ("/pledges",), ("past", "/pledges 1"), ("/programme home", "/pledges")]
)
def test_between_sessions_open_pledges_are_answered_by_number(way: tuple[str, ...]) -> None:
    store, first = MemoryStore(), the_first()
    store.create(first.session)
    talk = Talk.at_home(store=store, env=first.env)
    talk.role.follow()
    assert talk.type(*way)[:2] == [
        "Choice: 1, When I plan a discharge, I will ring.: Tom, by 1 April, still open",
        "Choice: 2, We write the letter.: no owner yet, no day yet, still open",
    ]
    assert talk.type("1 d")[:2] == [
        "Saved: done", "Choice: 1, When I plan a discharge, I will ring.: Tom, by 1 April, done",
    ]  # fmt: skip
    assert talk.type("2 s No paper.")[0] == "Saved: stuck"
    assert talk.type("2") == [
        "Summary: made on 2 March, Home",
        "Summary: 2 March: stuck. No paper.",
    ]
    assert talk.type("/undo")[:2] == [
        "Undone: how a pledge stands",
        "Choice: 2, We write the letter.: no owner yet, no day yet, still open",
    ]
    for text in ("3 d", "d", "2 dunno", "2 c", "0"):
        assert talk.error(text)
    (update,) = store.load(first.session.id).pledge_updates
    assert (update.state, update.made_in) == ("done", first.session.id)
    assert talk.type("/home", *way)[0].startswith("Choice: 1, We write the letter.")


def test_half_an_answer_about_a_pledge_waits_for_its_end(talk: Talk) -> None:
    assert talk.leave_unfinished("s Nobody had")
    again = talk.again()
    assert "Draft: stuck: Nobody had" in again.written
    assert "wait already" in again.error("d")
    assert again.type("/save")[0] == "Saved: stuck"
    assert told(again) == [("stuck", "Nobody had", "")]
    assert again.session.draft("why") is None
    again.leave_unfinished("g Too")
    last = again.again()
    last.type("/drop", "g Too late.")
    assert sorted(told(last)) == [("dropped", "Too late.", ""), ("stuck", "Nobody had", "")]


def test_the_day_of_a_pledge_is_taken_away_and_that_is_said_back() -> None:
    talk = Talk.over(Play.begun("Asha, Tom"))
    talk.type("/pledge I will ring. who: Tom by: 2026-04-30")
    assert talk.type("/pledge 1 by: no day")[-1] == "Notice: No day."
    assert talk.session.pledges[0].by_when is None
    assert talk.type("/pledge We write. by: -")[-2:] == [
        "Pledge: 2, We write. (no owner yet, no day yet)", "Notice: No day.",
    ]  # fmt: skip
    talk.type("/close", "/go pledges", "Asha")
    written = talk.type("none")
    assert "Notice: No day." in written
    assert not any("By when" in line for line in written), "it is not asked again"


def test_a_pledge_comes_from_a_lightbulb_or_a_turn() -> None:
    talk = Talk.over(Play.begun("Asha, Tom"))
    assert talk.error("/pledge-from").startswith("There are no lightbulbs yet.")
    talk.type("Nobody rang.", "/light She was afraid.", "/next")
    assert talk.type("/pledge-from")[0].startswith("Lightbulb: 1")
    assert talk.type("/pledge-from 1: I will ask. who: Tom by: 2026-04-30")[0] == "Saved: pledge 1"
    talk.type("/pledge-from turn 1: I will ring.", "/pledge 1.1: We write.")
    session = talk.session
    by_words = {one.text: one for one in session.pledges}
    first, second, third = (by_words[text] for text in ("I will ask.", "I will ring.", "We write."))
    assert (first.lightbulb, first.owner) == (session.lightbulbs[0].id, "Tom")
    assert second.turn == session.turns[0].id != session.turns[1].id
    assert third.response == session.responses[0].id
    told = " ".join(talk.type("/summary"))
    title = session.card_of(session.turns[0]).title
    assert "1, I will ask. (Tom, by 30 April). From the lightbulb: She was afraid." in told
    assert f"2, I will ring. (no owner yet, no day yet). From turn 1, {title}" in told
    assert "3, We write. (no owner yet, no day yet). From the words: Nobody rang." in told
    talk.type("/withhold 1.1")
    assert "Nobody rang" not in " ".join(x for x in talk.type("/summary") if "Pledge" in x)
    for text in ("/pledge-from 9: x", "/pledge-from x", "/pledge-from turn 9: x"):
        assert talk.error(text)
    assert talk.leave_unfinished("/pledge-from 1: half a pl")
    assert talk.again().session.draft("pledge") is not None
