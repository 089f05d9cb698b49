"""Seats at screens of their own: they come, go and come back, and undo leaves them there."""

from __future__ import annotations

import pytest

from tests.build import Play
from wshoes_tui.domain.commands import (
    AddSeat,
    Attend,
    ChangeSeat,
    Command,
    GiveTurn,
    HandIn,
    Join,
    KeepDraft,
    Next,
    Pass,
    Redo,
    RemoveSeat,
    Reveal,
    Say,
    Skip,
    Swap,
    Undo,
    WriteFirst,
)

TAKEN = "There is already a seat called {}. Add a letter or a number."
PART = "Tom is part of the session now. Mark them as left."
NOT_HANDED_IN = "There are words that are not handed in yet. Save or clear them first."


def labels(play: Play) -> list[str]:
    return [seat.label for seat in play.session.seats]


def all_the_way_back(play: Play) -> None:
    play.do(*[Undo()] * len(play.session.done))


# Joining


def test_whoever_joins_has_a_seat_like_any_other() -> None:
    play = Play.fresh()
    play.do(Join(" Asha ", " carer ", "lived", " large print "), Join(), Join("  "))
    first, second, third = play.session.seats
    assert (first.label, first.role, first.side) == ("Asha", "carer", "lived")
    assert (first.needs, first.state) == ("large print", "here")
    assert (second.label, third.label) == ("Seat 2", "Seat 3")
    assert [seat.number for seat in play.session.seats] == [1, 2, 3]


def test_no_two_seats_are_called_the_same() -> None:
    play = Play.ready()
    play.do(Join("Zoe"))
    assert play.refused(Join("ASHA")) == TAKEN.format("ASHA")
    assert play.refused(Join("zoe ")) == TAKEN.format("zoe")
    assert play.refused(AddSeat("Zoe")) == TAKEN.format("Zoe")


def test_joining_is_no_step() -> None:
    play = Play.begun()
    play.do(Say("One."), Undo())
    done, undone = play.session.done, play.session.undone
    play.do(Join("Zoe"))
    assert (play.session.done, play.session.undone) == (done, undone)
    play.do(Redo())
    assert play.said == ["One."]


def test_undo_takes_nobodys_seat_away() -> None:
    play = Play.ready()
    play.do(Join("Zoe"), AddSeat("Yan"))
    all_the_way_back(play)
    assert labels(play) == ["Zoe"]
    while play.session.undone:
        play.do(Redo())
    assert labels(play) == ["Asha", "Tom", "Bea", "Zoe", "Yan"]


def test_a_seat_that_redo_brings_back_has_kept_its_number() -> None:
    play = Play.ready()
    play.do(AddSeat("Yan"), Undo(), Join("Zoe"), Redo())
    assert labels(play) == ["Asha", "Tom", "Bea", "Yan", "Zoe"]
    assert [seat.number for seat in play.session.seats] == [1, 2, 3, 4, 5]


def test_a_label_taken_meanwhile_is_theirs_who_took_it() -> None:
    play = Play.ready()
    play.do(AddSeat("Zoe"), Undo(), Join("zoe"), Redo())
    assert labels(play) == ["Asha", "Tom", "Bea", "Zoe 2", "zoe"]
    play.do(RemoveSeat(play.id_of("Tom")), Join("Tom"), Undo())
    assert labels(play) == ["Asha", "Tom 2", "Bea", "Zoe 2", "zoe", "Tom"]


def test_a_label_given_up_and_taken_meanwhile_does_not_come_back() -> None:
    play = Play.ready()
    tom = play.id_of("Tom")
    play.do(ChangeSeat(tom, label="Thomas", role="nurse"), Join("Tom"), Undo())
    seat = play.session.seat(tom)
    assert seat is not None
    assert (seat.label, seat.role) == ("Thomas", "")
    play.do(Redo())
    assert labels(play) == ["Asha", "Thomas", "Bea", "Tom"]


def test_undo_and_redo_ask_before_they_take_a_seat_on_which_somebody_sits() -> None:
    play = Play.fresh()
    play.do(AddSeat("Asha"), AddSeat("Tom"))
    seated = frozenset({play.id_of("Tom")})
    assert play.refused(Undo(seated)) == PART
    play.do(RemoveSeat(play.id_of("Tom")), Undo(seated))
    assert play.refused(Redo(seated)) == PART
    play.do(Undo())
    assert labels(play) == ["Asha"]
    play.do(Redo(seated), Undo(frozenset({play.id_of("Asha")})))
    assert labels(play) == ["Asha"]


def test_whoever_joins_takes_turns() -> None:
    play = Play.begun("Asha, Tom")
    play.do(Join("Zoe"), Next(), Next())
    assert play.labels() == ["Asha", "Tom", "Zoe"]


# Coming and going


def test_a_line_that_drops_and_comes_back_is_no_step() -> None:
    play = Play.begun()
    done, tom = play.session.done, play.id_of("Tom")
    for state in ("away", "here", "left", "here"):
        play.do(Attend(tom, state))  # type: ignore[arg-type]
        assert play.seat("Tom").state == state
    assert play.session.done == done


def test_attending_is_refused() -> None:
    play = Play.begun()
    assert play.refused(Attend("nobody", "here")) == "There is no such seat."
    assert play.refused(Attend(play.id_of("Tom"), "here")) == "Nothing changes."


def test_an_older_step_does_not_bring_an_old_state_back() -> None:
    play = Play.begun()
    tom = play.id_of("Tom")
    play.do(ChangeSeat(tom, label="Thomas"), Attend(tom, "away"), Undo())
    assert (play.seat("Tom").label, play.seat("Tom").state) == ("Tom", "away")
    play.do(Attend(tom, "here"), Redo())
    assert (play.seat("Thomas").label, play.seat("Thomas").state) == ("Thomas", "here")


def test_a_step_that_changed_the_state_takes_it_back() -> None:
    play = Play.begun()
    tom = play.id_of("Tom")
    play.do(ChangeSeat(tom, state="away"), Undo())
    assert play.seat("Tom").state == "here"
    play.do(Redo())
    assert play.seat("Tom").state == "away"
    play.do(Attend(tom, "left"), Undo())
    assert play.seat("Tom").state == "here"


def test_whoever_is_away_does_not_get_the_next_turn() -> None:
    play = Play.begun()
    play.do(Attend(play.id_of("Tom"), "away"), Next())
    assert play.labels() == ["Asha", "Bea"]
    play.do(Attend(play.id_of("Tom"), "here"), Next(), Next())
    assert play.labels() == ["Asha", "Bea", "Asha", "Tom"]


def test_whoever_is_away_keeps_the_open_turn_until_the_room_moves_on() -> None:
    play = Play.begun()
    asha = play.id_of("Asha")
    play.do(Attend(asha, "away"), Say("Meanwhile.", play.id_of("Tom")))
    assert play.turn.seat == asha
    play.do(Attend(asha, "here"))
    assert play.turn.seat == asha
    play.do(Attend(asha, "away"), GiveTurn(play.id_of("Bea")))
    assert play.turn.seat == play.id_of("Bea")


@pytest.mark.parametrize("command", [Skip(), Swap(), Pass(), Next()])
def test_the_room_moves_on_without_whoever_is_away(command: Command) -> None:
    play = Play.begun()
    play.do(Attend(play.id_of("Asha"), "away"), command)
    assert play.labels()[-1] != "Asha"


def test_a_swap_stays_with_the_seat_where_nobody_is_here() -> None:
    play = Play.begun()
    play.do(*(Attend(seat.id, "away") for seat in play.session.seats), Swap())
    assert play.labels() == ["Asha", "Asha"]


# While people write


def test_whoever_joins_while_people_write_is_dealt_a_page() -> None:
    play = Play.begun()
    play.do(WriteFirst(), Join("Zoe"))
    assert (play.page("Zoe").text, play.page("Zoe").handed_in) == ("", False)
    assert play.page("Zoe").shoes in {shoes.id for shoes in play.session.decks[0].deck.shoes}
    assert play.refused(Reveal()) == "4 people are still writing."


def test_a_seat_that_is_away_may_hand_in() -> None:
    play = Play.begun()
    tom = play.id_of("Tom")
    play.do(WriteFirst(), Attend(tom, "away"), HandIn(tom, "From Tom."))
    play.write(Asha="From Asha.", Bea="")
    play.do(Reveal())
    assert sorted(play.said) == ["From Asha.", "From Tom."]
    assert play.seat("Tom").state == "away"


def test_nobody_waits_for_a_dropped_line_without_words() -> None:
    play = Play.begun()
    play.do(WriteFirst(), Attend(play.id_of("Tom"), "away"))
    play.write(Asha="A", Bea="B")
    play.do(Reveal())
    assert sorted(play.said) == ["A", "B"]


@pytest.mark.parametrize("state", ["away", "left"])
def test_letting_somebody_go_keeps_their_words_and_lets_the_room_go_on(state: str) -> None:
    play = Play.begun()
    tom, turn = play.id_of("Tom"), play.turn.id
    play.do(WriteFirst(), KeepDraft("private", "Not yet", tom), Attend(tom, state))  # type: ignore[arg-type]
    play.write(Asha="A", Bea="B")
    assert play.refused(Reveal(apart=frozenset({tom}))) == "One person is still writing."
    play.do(Reveal(anyway=True, apart=frozenset({tom})), Next(), Attend(tom, "here"))
    kept = play.session.draft("own", turn, tom)
    assert kept is not None
    assert kept.text == "Not yet"


def test_a_seat_with_words_at_its_screen_is_not_taken_away() -> None:
    play = Play.ready()
    play.do(Join("Zoe"))
    zoe = play.id_of("Zoe")
    play.do(KeepDraft("park", "The bus", zoe))
    assert play.refused(RemoveSeat(zoe)) == NOT_HANDED_IN
    play.do(KeepDraft("park", "", zoe), RemoveSeat(zoe))
    assert labels(play) == ["Asha", "Tom", "Bea"]


def test_undo_does_not_take_a_seat_with_words_at_its_screen() -> None:
    play = Play.begun()
    play.do(AddSeat("Zoe"))
    play.do(KeepDraft("own", "I want", play.id_of("Zoe")))
    assert play.refused(Undo()) == NOT_HANDED_IN


# Two in the same moment


@pytest.mark.parametrize("command", [Next, Pass])
def test_nobody_ends_a_turn_they_did_not_mean(command: type[Next | Pass]) -> None:
    play = Play.begun()
    turn = play.turn.id
    play.do(command(turn))
    assert play.refused(command(turn)) == "This turn has ended already."
    play.do(command(play.turn.id))
    assert play.turn.number == 3


def test_nobody_hands_in_on_a_card_they_did_not_mean() -> None:
    play = Play.begun(write_first=True)
    turn, tom = play.turn.id, play.id_of("Tom")
    play.do(HandIn(tom, "In time", turn=turn), Reveal(anyway=True), Next())
    for late in (HandIn(tom, "Late", turn=turn), KeepDraft("private", "Late", tom, turn=turn)):
        assert play.refused(late) == "This turn has ended already."
    assert play.page("Tom").text == ""
