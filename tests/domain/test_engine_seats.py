"""Who is here: at any time, and under which name."""

from __future__ import annotations

import pytest

from tests.build import Play
from wshoes_tui.domain.commands import (
    AddSeat,
    Begin,
    ChangeSeat,
    GiveFeedback,
    KeepDraft,
    Next,
    RemoveSeat,
)


def test_seats_are_numbered_and_named() -> None:
    play = Play.fresh()
    play.do(AddSeat(" Asha ", " carer ", "lived", " large print "), AddSeat(), AddSeat("  "))
    first, second, third = play.session.seats
    assert (first.label, first.role, first.side) == ("Asha", "carer", "lived")
    assert (first.needs, first.state) == ("large print", "here")
    assert (second.label, third.label) == ("Seat 2", "Seat 3")
    assert [seat.number for seat in play.session.seats] == [1, 2, 3]


def test_a_seat_without_a_name_finds_a_free_one() -> None:
    play = Play.ready("Seat 2")
    play.do(AddSeat())
    assert [seat.label for seat in play.session.seats] == ["Seat 2", "Seat 3"]


def test_a_seat_can_join_leave_and_come_back_at_any_time() -> None:
    play = Play.begun()
    play.do(AddSeat("Zoe"), ChangeSeat(play.id_of("Tom"), state="away"))
    assert [seat.label for seat in play.session.present] == ["Asha", "Bea", "Zoe"]
    play.do(
        ChangeSeat(play.id_of("Tom"), state="here"), ChangeSeat(play.id_of("Bea"), state="left")
    )
    assert [seat.label for seat in play.session.present] == ["Asha", "Tom", "Zoe"]


def test_a_seat_changes_in_what_is_named() -> None:
    play = Play.ready()
    play.do(ChangeSeat(play.id_of("Tom"), label=" TOM ", role=" nurse "))
    seat = play.seat("TOM")
    assert (seat.role, seat.side, seat.number) == ("nurse", "service", 2)


@pytest.mark.parametrize(
    ("parts", "why"),
    [
        ({"label": "asha"}, "There is already a seat called asha. Add a letter or a number."),
        ({"label": "  "}, "A seat needs a name, or a number."),
        ({}, "Nothing changes."),
        ({"state": "here", "label": "Tom"}, "Nothing changes."),
        ({"seat": "nobody"}, "There is no such seat."),
    ],
)
def test_a_change_of_a_seat_is_refused(parts: dict[str, str], why: str) -> None:
    play = Play.ready()
    command = ChangeSeat(**{"seat": play.id_of("Tom"), **parts})  # type: ignore[arg-type]
    assert play.refused(command) == why


def test_two_seats_are_never_called_the_same() -> None:
    why = "There is already a seat called ASHA. Add a letter or a number."
    assert Play.ready().refused(AddSeat("ASHA")) == why


def test_a_name_in_braces_is_a_name() -> None:
    play = Play.ready("{label} {0}")
    assert "{label} {0}" in play.refused(AddSeat("{label} {0}"))


def test_a_seat_added_by_mistake_can_be_taken_away() -> None:
    play = Play.ready()
    play.do(KeepDraft("voice", " ", play.id_of("Tom")), RemoveSeat(play.id_of("Tom")))
    assert [seat.label for seat in play.session.seats] == ["Asha", "Bea"]
    assert play.session.drafts == ()
    play.do(AddSeat("Zoe"))
    assert play.seat("Zoe").number == 4


def test_a_seat_that_took_part_stays() -> None:
    play = Play.ready(visibility="named")
    tom = play.id_of("Tom")
    part = "Tom is part of the session now. Mark them as left."
    assert play.refused(RemoveSeat("nobody")) == "There is no such seat."
    play.do(GiveFeedback("heard", "Yes.", tom))
    assert play.refused(RemoveSeat(tom)) == part
    begun = Play.begun()
    assert begun.refused(RemoveSeat(begun.id_of("Tom"))) == part


def test_a_seat_whose_words_wait_stays() -> None:
    play = Play.ready()
    play.do(KeepDraft("feedback", "I felt", play.id_of("Tom")))
    why = "There are words that are not handed in yet. Save or clear them first."
    assert play.refused(RemoveSeat(play.id_of("Tom"))) == why


def test_nothing_is_left_of_the_count_of_a_seat_taken_away() -> None:
    play = Play.ready()
    play.do(GiveFeedback("heard", "Yes.", play.id_of("Tom")), RemoveSeat(play.id_of("Tom")))
    play.do(Begin(), Next())
    assert {voice.seat for voice in play.session.voices} == {s.id for s in play.session.seats}
