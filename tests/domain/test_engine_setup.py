"""Before the first turn, and who is here at any time."""

from __future__ import annotations

import pytest

from tests.build import START, Play, a_deck, a_shoes
from wshoes_tui.domain.commands import (
    AddSeat,
    Agree,
    Begin,
    ChangeSeat,
    ChooseDecks,
    Close,
    Command,
    Consent,
    GiveFeedback,
    KeepDraft,
    Open,
    PlaceCard,
    Plan,
    Rate,
    RemoveSeat,
    Say,
    Undo,
    WriteFirst,
)
from wshoes_tui.domain.models import Session
from wshoes_tui.domain.setup import AGREEMENTS

BEGUN = "The session has begun already."


def numbers(session: Session, shoes: str = "nurse") -> list[int]:
    return [rating.value for rating in session.ratings if rating.shoes == shoes]


def test_a_new_session_has_nothing_chosen() -> None:
    session = Play.fresh(seed=7).session
    assert (session.state, session.header.created, session.header.seed) == ("setup", START, 7)
    assert session.header.agreements == AGREEMENTS
    assert not session.header.consented
    assert session.header.visibility == "shoes"
    assert list(session.records()) == [session.header]
    assert session.done == session.undone == ()


def test_without_a_seed_chance_finds_one() -> None:
    seeds = {Play.fresh(chance=n, seed=None).session.header.seed for n in range(5)}
    assert len(seeds) == 5


# Decks


def test_decks_are_kept_as_they_are_now_and_name_the_session() -> None:
    play = Play.fresh()
    play.do(ChooseDecks((a_deck("home"), a_deck("memory"))))
    assert [played.deck for played in play.session.decks] == [a_deck("home"), a_deck("memory")]
    assert play.session.header.title == "Home + Memory"


def test_other_decks_take_the_place_of_the_first_and_the_title_follows() -> None:
    play = Play.fresh()
    play.do(ChooseDecks((a_deck("home"),)), ChooseDecks((a_deck("memory"),)))
    assert [played.deck.id for played in play.session.decks] == ["memory"]
    assert play.session.header.title == "Memory"


def test_a_title_of_its_own_stays() -> None:
    play = Play.ready(title="Tuesday at the hall")
    play.do(ChooseDecks((a_deck("memory"),)))
    assert play.session.header.title == "Tuesday at the hall"


def test_a_deck_chosen_twice_is_there_once() -> None:
    play = Play.fresh()
    play.do(ChooseDecks((a_deck(), a_deck())))
    assert len(play.session.decks) == 1


def test_other_decks_take_over_the_groups_own_cards_and_let_go_of_foreign_numbers() -> None:
    play = Play.ready()
    play.do(PlaceCard("Our bus stop"), Rate("home", "nurse", (3,), "before"))
    before = play.session
    play.do(ChooseDecks((a_deck("memory"),)))
    assert [own.deck for own in play.session.wild_cards] == ["memory"]
    assert play.session.ratings == ()
    play.do(Undo())
    assert [own.deck for own in play.session.wild_cards] == ["home"]
    assert numbers(play.session) == numbers(before) == [3]


def test_numbers_stay_where_their_shoes_do() -> None:
    play = Play.ready()
    play.do(Rate("home", "nurse", (3,), "before"), Rate("home", "patient", (4,), "before"))
    play.do(ChooseDecks((a_deck("home", shoes=(a_shoes("nurse", "service"),)), a_deck("memory"))))
    assert [(rating.shoes, rating.value) for rating in play.session.ratings] == [("nurse", 3)]


def test_undo_brings_decks_back_in_their_order() -> None:
    decks = (a_deck("home"), a_deck("memory"), a_deck("baby"))
    play = Play.fresh()
    play.do(ChooseDecks(decks), ChooseDecks(decks[:1]), Undo())
    assert tuple(played.deck for played in play.session.decks) == decks


def test_decks_are_refused_when_there_are_none_or_turns_have_begun() -> None:
    assert Play.fresh().refused(ChooseDecks(())) == "Choose at least one deck."
    begun = Play.begun().refused(ChooseDecks((a_deck(),)))
    assert begun == "The decks cannot be changed once the turns have begun."


# The plan


def test_a_plan_changes_what_it_names_and_nothing_else() -> None:
    play = Play.ready(order="sides", planned_turns=9)
    before = play.session.header
    play.do(Plan(write_first=True, programme="Spring", retention_days=30, visibility="named"))
    header = play.session.header
    assert (header.order, header.planned_turns) == ("sides", 9)
    assert (header.write_first, header.programme, header.retention_days) == (True, "Spring", 30)
    assert header.visibility == "named"
    assert header.revision == before.revision + 1


@pytest.mark.parametrize(
    ("plan", "why"),
    [
        (Plan(), "That is the plan already."),
        (Plan(order="round", write_first=False), "That is the plan already."),
        (Plan(planned_turns=0), "Plan at least one turn."),
        (Plan(retention_days=-1), "The number of days cannot be negative."),
    ],
)
def test_a_plan_is_refused(plan: Plan, why: str) -> None:
    assert Play.ready().refused(plan) == why


def test_who_may_be_told_stays_as_it_is_while_people_write() -> None:
    play = Play.begun()
    play.do(WriteFirst())
    assert play.refused(Plan(visibility="named")).startswith("People are writing")
    play.do(Plan(visibility="shoes", order="random"))
    assert play.session.header.order == "random"


# Seats


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
    assert {voice.seat for voice in play.session.voices} == {s.id for s in play.session.seats}


# The opening


def test_the_opening_has_a_plan() -> None:
    play = Play.ready("A, B, C, D")
    play.do(Open())
    assert (play.session.state, play.session.header.planned_turns) == ("opening", 8)
    assert play.session.turns == ()
    assert play.refused(Open()) == BEGUN


@pytest.mark.parametrize("command", [Open(), Begin()])
def test_nothing_begins_without_a_deck_and_somebody(command: Command) -> None:
    play = Play.fresh()
    assert play.refused(command) == "Choose at least one deck first."
    play.do(ChooseDecks((a_deck(),)))
    assert play.refused(command) == "Say who is here first. One is enough."
    play.do(AddSeat("Asha"))
    play.do(ChangeSeat(play.id_of("Asha"), state="away"))
    assert play.refused(command) == "Say who is here first. One is enough."


def test_the_agreements_are_the_rooms() -> None:
    play = Play.ready()
    play.do(Agree((" We listen. ", "", "  ", "Tea at four.")))
    assert play.session.header.agreements == ("We listen.", "Tea at four.")
    same = play.refused(Agree(("We listen.", "Tea at four.", " ")))
    assert same == "These are the agreements already."


def test_consent_is_noted_once() -> None:
    play = Play.ready()
    play.do(Consent())
    assert play.session.header.consented
    assert play.refused(Consent()) == "That is noted already."


def test_numbers_are_kept_in_no_order_and_from_nobody() -> None:
    play = Play.ready()
    play.do(Rate("home", "nurse", (9, 2, 5), "before"))
    assert numbers(play.session) == [2, 5, 9]
    assert not any(hasattr(rating, "seat") for rating in play.session.ratings)


def test_new_numbers_take_the_place_of_those_for_the_same_shoes_and_moment() -> None:
    play = Play.ready()
    play.do(Rate("home", "nurse", (1,), "before"), Rate("home", "nurse", (8,), "after"))
    play.do(Rate("home", "patient", (4,), "before"), Rate("home", "nurse", (2, 3), "before"))
    assert sorted(numbers(play.session)) == [2, 3, 8]
    assert numbers(play.session, "patient") == [4]
    play.do(Rate("home", "nurse", (), "before"))
    assert numbers(play.session) == [8]


@pytest.mark.parametrize(
    ("rate", "why"),
    [
        (Rate("away", "nurse", (1,), "before"), "There are no such shoes in these decks."),
        (Rate("home", "cat", (1,), "before"), "There are no such shoes in these decks."),
        (Rate("home", "nurse", (3, 11), "before"), "Numbers go from 0 to 10."),
        (Rate("home", "nurse", (-1,), "before"), "Numbers go from 0 to 10."),
    ],
)
def test_numbers_are_refused(rate: Rate, why: str) -> None:
    assert Play.ready().refused(rate) == why


# The first turn


def test_the_first_turn_belongs_to_the_first_seat() -> None:
    play = Play.ready()
    play.clock.forward(minutes=5)
    play.do(Begin())
    assert (play.session.state, play.turn.number, play.turn.state) == ("turns", 1, "open")
    assert play.turn.seat == play.id_of("Asha")
    assert play.turn.started == play.clock.time
    assert play.refused(Begin()) == BEGUN


@pytest.mark.parametrize(("seats", "turns"), [(1, 2), (6, 12), (7, 7)])
def test_everybody_has_two_turns_or_one_in_a_large_group(seats: int, turns: int) -> None:
    play = Play.begun(",".join("ABCDEFG"[:seats]))
    assert play.session.header.planned_turns == turns


def test_a_chosen_number_of_turns_stays_and_a_rehearsal_has_six() -> None:
    assert Play.begun(planned_turns=5).session.header.planned_turns == 5
    assert Play.begun("You", kind="rehearsal").session.header.planned_turns == 6


def test_a_deck_without_cards_cannot_begin() -> None:
    why = "All the cards have been played. You can go to the closing round."
    assert Play.ready("Asha", a_deck(cards=())).refused(Begin()) == why


@pytest.mark.parametrize("command", [Open(), Begin()])
def test_what_has_begun_does_not_begin_again(command: Command) -> None:
    play = Play.begun()
    play.do(Say("One."), Close())
    assert play.refused(command) == BEGUN
