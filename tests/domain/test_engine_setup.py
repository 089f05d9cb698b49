"""Before the first turn: decks, plan, opening."""

from __future__ import annotations

from datetime import date, timedelta

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
    Join,
    Open,
    PlaceCard,
    Plan,
    Rate,
    Say,
    Undo,
    WriteFirst,
)
from wshoes_tui.domain.handlers.setup_handler import AGREEMENTS, planned_turns
from wshoes_tui.domain.models import Session

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
    other = a_deck("memory", shoes=(a_shoes("baker"), a_shoes("grocer", "service")), cards=())
    play.do(ChooseDecks((a_deck("home"), other)))
    assert [played.deck for played in play.session.decks] == [a_deck("home"), other]
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
    assert [played.deck.id for played in play.session.decks] == [deck.id for deck in decks]
    assert [played.deck.shoes[0].mark for played in play.session.decks] == ["P", "P2", "P3"]


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


def test_a_session_has_a_place_and_an_evening_on_paper_its_day() -> None:
    play = Play.ready()
    begun = play.session.header.created
    refused = play.refused(Plan(held_on=begun.date() - timedelta(days=3)))
    assert refused == "Only an evening that is typed up from paper can be of another day."
    play.do(Plan(place="Table 3", typed_up=True, held_on=begun.date() - timedelta(days=3)))
    header = play.session.header
    assert (header.place, header.typed_up) == ("Table 3", True)
    assert header.created.astimezone().date() == begun.astimezone().date() - timedelta(days=3)
    today = play.env.now().astimezone().date()
    assert play.refused(Plan(held_on=today + timedelta(days=1))) == "That day is still to come."
    assert play.refused(Plan(held_on=date(1926, 11, 24))) == "That day is too long ago."
    play.do(Plan(held_on=today))
    assert play.session.header.created <= play.env.now()


def test_who_may_be_told_stays_as_it_is_while_people_write() -> None:
    play = Play.begun()
    play.do(WriteFirst())
    assert play.refused(Plan(visibility="named")).startswith("People are writing")
    play.do(Plan(visibility="shoes", order="random"))
    assert play.session.header.order == "random"


# The opening


def test_who_comes_during_the_opening_has_turns_in_the_plan() -> None:
    play = Play.ready("A, B, C")
    play.do(Open())
    assert (play.session.state, play.session.turns) == ("opening", ())
    assert planned_turns(play.session) == 6
    assert play.refused(Open()) == BEGUN
    play.do(Join("D"))
    assert planned_turns(play.session) == 8
    play.do(Begin())
    assert play.session.header.planned_turns == 8


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
