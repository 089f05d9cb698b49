"""Slips of paper: one turn a card, whoever wrote them, in an evening on paper or in any other."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from tests.build import Play, a_deck
from wshoes_tui.domain.commands import (
    AddLightbulb,
    AddSlip,
    BeginSlips,
    Close,
    Consent,
    KeepDraft,
    Next,
    Plan,
    Redo,
    Say,
    Undo,
    WriteFirst,
)
from wshoes_tui.domain.draft_fields import unpack
from wshoes_tui.domain.summary import coverage, glance
from wshoes_tui.export.json_format import session_from_json, to_json


def a_slip(card: int, text: str, shoes: str = "nurse", **more: Any) -> AddSlip:
    deck = a_deck()
    return AddSlip(deck.id, deck.cards[card].id, shoes, text, **more)


def on_paper(seats: str = "Seat 1, Seat 2, Seat 3") -> Play:
    play = Play.ready(seats, typed_up=True)
    play.do(BeginSlips())
    return play


def test_each_card_has_one_turn_and_a_turn_takes_every_slip() -> None:
    play = on_paper()
    play.do(a_slip(2, "One."), a_slip(0, "Two.", "patient"), a_slip(2, "Three.", "patient"))
    session = play.session
    assert play.cards == [a_deck().cards[2].id, a_deck().cards[0].id]
    assert [(turn.number, turn.state, turn.seat) for turn in session.turns] == [
        (1, "answered", None),
        (2, "answered", None),
    ]
    first, second = session.turns
    assert [(r.text, r.shoes) for r in session.said(first)] == [
        ("One.", "nurse"),
        ("Three.", "patient"),
    ]
    assert [r.text for r in session.said(second)] == ["Two."]
    assert glance(session).minutes == 0
    stood = {row.shoes.id: row.stood for row in coverage(session)[0].rows}
    assert (stood["nurse"], stood["patient"]) == (1, 2)


def test_a_name_is_kept_only_where_the_slip_says_so() -> None:
    play = on_paper()
    play.do(a_slip(0, "Mine.", visibility="named", name="Tom"), a_slip(0, "Nobody's."))
    play.do(a_slip(1, "Not for others.", visibility="withheld", name="Eira"))
    session = play.session
    assert [seat.label for seat in session.seats] == ["Tom", "Seat 2", "Seat 3"]
    assert [r.seat for r in session.responses] == [play.id_of("Tom"), None, None]
    play.do(*(a_slip(0, name, visibility="named", name=name) for name in ("tom", "Bea", "Asha")))
    play.do(a_slip(0, "A fourth.", visibility="named", name="Zoe"))
    assert [seat.label for seat in play.session.seats] == ["Tom", "Bea", "Asha", "Zoe"]
    assert play.refused(a_slip(0, "x", visibility="named")) == "Which name stands on the slip?"


def test_an_evening_on_paper_counts_from_its_day() -> None:
    play = Play.ready("Seat 1", typed_up=True)
    day = play.env.now().astimezone().date() - timedelta(days=9)
    play.do(Plan(held_on=day), Consent(), BeginSlips(), a_slip(0, "Words."), AddLightbulb("So."))
    play.do(Close())
    header = play.session.header
    assert header.closed is not None
    assert header.closed.astimezone().date() == day
    assert (header.consented, header.typed_up, play.session.was_on_paper) == (True, True, True)
    told = to_json(play.session)
    assert to_json(session_from_json(told)) == told


def test_a_slip_in_a_session_that_goes_on_stands_before_the_open_turn() -> None:
    play = Play.begun()
    play.do(Say("Aloud."), Next())
    open_turn = play.turn
    cards = [card.id for card in a_deck().cards]
    other = next(n for n, card in enumerate(cards) if card not in play.cards)
    said = cards.index(play.cards[0])
    planned = play.session.header.planned_turns
    play.do(a_slip(other, "By hand."), a_slip(said, "To the first."))
    session = play.session
    assert (session.turn is not None, session.turns[-1].id) == (True, open_turn.id)
    assert [turn.number for turn in session.turns] == [1, 2, 3]
    assert session.header.planned_turns == planned + 1
    assert [r.text for r in session.said(session.turns[0])] == ["Aloud.", "To the first."]
    assert session.header.typed_up
    assert not session.was_on_paper
    told = to_json(session)
    assert to_json(session_from_json(told)) == told
    play.do(WriteFirst())
    on_table = cards.index(open_turn.card)
    assert play.refused(a_slip(on_table, "x")).startswith("People are still writing")


def test_undo_gives_a_slip_back_to_its_field_and_redo_takes_it() -> None:
    play = on_paper()
    labels = [seat.label for seat in play.session.seats]
    play.do(a_slip(1, "Mine.", visibility="named", name="Tom"), Undo())
    assert (play.session.turns, [seat.label for seat in play.session.seats]) == ((), labels)
    draft = play.session.draft("slip")
    assert draft is not None
    kept = unpack(draft.text)
    assert (kept["text"], kept["who"], kept["shoes"]) == ("Mine.", "named Tom", "nurse")
    play.do(Redo())
    assert play.session.draft("slip") is None
    assert [r.text for r in play.session.responses] == ["Mine."]
    play.do(KeepDraft("slip", "The next one"), Undo(), Redo())
    draft = play.session.draft("slip")
    assert draft is not None
    assert draft.text == "The next one"
    assert [r.text for r in play.session.responses] == ["Mine."]


def test_what_is_no_slip_of_this_session_is_refused() -> None:
    play = Play.ready("Asha")
    assert play.refused(a_slip(0, "x")) == "The session has not begun yet."
    play.do(BeginSlips())
    assert play.refused(a_slip(0, " ")) == "There are no words to keep yet."
    assert play.refused(a_slip(0, "x", "pilot")) == "There are no such shoes in this deck."
    nowhere = AddSlip(a_deck().id, "no-such-card", "nurse", "x")
    assert play.refused(nowhere) == "There is no such card in these decks."
    assert play.refused(BeginSlips()) == "The session has begun already."
    play.do(Close())
    assert play.refused(a_slip(0, "x")).startswith("This session is closed")
