"""The turns: ending one, passing, skipping, parking, swapping, and who was heard."""

from __future__ import annotations

import pytest

from tests.build import Play, a_card, a_deck, a_shoes, plain_cards
from wshoes_tui.domain.commands import (
    ChangeSeat,
    Command,
    DrawCard,
    GoToClosing,
    KeepDraft,
    MoreTurns,
    Next,
    ParkCard,
    Pass,
    Pause,
    PlaceCard,
    Say,
    Skip,
    Swap,
    WriteFirst,
)
from wshoes_tui.domain.models import VISIBILITIES, Visibility

NO_TURN = "There is no open turn."
PAUSED = "The session is paused. Go on first."
NOBODY = "Nobody is here. Mark somebody as back first."
NOT_HANDED_IN = "There are words that are not handed in yet. Save or clear them first."
REVEAL_FIRST = "People have handed in what they wrote. Reveal it first."
ENDING = (Next(), Pass(), Skip(), ParkCard(), Swap(), GoToClosing())

SWAPPING = a_deck(cards=(a_card("one", opposite={"patient": "manager"}, shoes=("patient",)),))

ending = pytest.mark.parametrize("command", ENDING, ids=lambda c: type(c).__name__)


def away(play: Play, *labels: str) -> None:
    play.do(*(ChangeSeat(play.id_of(label), state="away") for label in labels))


# Ending a turn


def test_next_ends_the_turn_as_answered_and_draws_another() -> None:
    play = Play.begun()
    play.clock.forward(minutes=8)
    play.do(Next())
    first, second = play.session.turns
    assert (first.state, first.ended) == ("answered", play.clock.time)
    assert (second.number, second.state, second.ended) == (2, "open", None)
    assert play.labels() == ["Asha", "Tom"]


def test_a_pass_is_respected() -> None:
    play = Play.begun()
    play.do(Pass())
    assert [turn.state for turn in play.session.turns] == ["passed", "open"]
    assert play.labels() == ["Asha", "Tom"]


def test_a_skipped_card_costs_nobody_a_turn() -> None:
    play = Play.begun("Asha, Tom", planned_turns=2)
    play.do(Skip())
    assert [turn.state for turn in play.session.turns] == ["skipped", "open"]
    assert play.labels() == ["Asha", "Asha"]
    assert play.session.header.planned_turns == 3
    play.do(Next(), Next())
    assert play.session.state == "closing"


def test_a_parked_card_becomes_a_topic() -> None:
    play = Play.begun()
    card = play.session.card_of(play.turn)
    play.do(ParkCard())
    (topic,) = play.session.car_park
    assert (topic.text, topic.card, topic.turn) == (card.title, card.id, play.session.turns[0].id)
    assert [turn.state for turn in play.session.turns] == ["parked", "open"]
    assert play.labels() == ["Asha", "Asha"]


@pytest.mark.parametrize("command", [Skip(), ParkCard()], ids=["skip", "park"])
def test_another_card_goes_to_somebody_who_is_here(command: Command) -> None:
    play = Play.begun()
    away(play, "Asha")
    play.do(command)
    assert play.labels() == ["Asha", "Tom"]


def test_the_turns_end_after_the_last_one_planned() -> None:
    play = Play.begun(planned_turns=2)
    play.do(Next(), Next())
    assert play.session.state == "closing"
    assert play.session.turn is None
    assert len(play.session.turns) == 2


def test_the_turns_end_when_the_cards_do() -> None:
    play = Play.begun("Asha", a_deck(cards=plain_cards(2)), planned_turns=9)
    play.do(Next(), Pass())
    assert play.session.state == "closing"


def test_a_card_of_their_own_is_played_although_the_plan_is_reached() -> None:
    play = Play.begun(planned_turns=1)
    play.do(PlaceCard("Ours"), Next())
    assert play.session.card_of(play.turn).title == "Ours"
    assert play.session.header.planned_turns == 2
    play.do(Next())
    assert play.session.state == "closing"


def test_the_turns_can_be_ended_early() -> None:
    play = Play.begun()
    play.do(Say("One."), GoToClosing())
    assert play.session.state == "closing"
    assert play.session.turns[-1].state == "answered"


def test_a_turn_ended_early_without_words_was_not_taken() -> None:
    play = Play.begun()
    play.do(GoToClosing())
    assert play.session.turns[-1].state == "skipped"
    assert play.refused(GoToClosing()) == "There are no turns to end."


@ending
def test_no_turn_ends_in_a_pause(command: Command) -> None:
    play = Play.begun()
    play.do(Pause())
    assert play.refused(command) == PAUSED


@ending
def test_no_turn_ends_before_it_began(command: Command) -> None:
    nothing = "There are no turns to end." if isinstance(command, GoToClosing) else NO_TURN
    assert Play.ready().refused(command) == nothing


@ending
def test_no_turn_ends_over_words_that_wait(command: Command) -> None:
    for kind in ("response", "voice"):
        play = Play.begun()
        play.do(KeepDraft(kind, "I want", play.id_of("Tom")))
        assert play.refused(command) == NOT_HANDED_IN
        play.do(KeepDraft(kind, " ", play.id_of("Tom")), command)
        assert play.session.drafts == ()


@ending
def test_no_turn_ends_over_words_written_in_private(command: Command) -> None:
    play = Play.begun()
    play.do(WriteFirst(), KeepDraft("private", "I", play.id_of("Tom")))
    assert play.refused(command) == NOT_HANDED_IN
    play.write(Tom="I want")
    assert play.refused(command) == REVEAL_FIRST


@ending
def test_a_turn_on_which_nobody_wrote_ends_with_its_pages(command: Command) -> None:
    play = Play.begun()
    play.do(WriteFirst(), command)
    assert play.session.drafts == ()
    assert play.session.turns[0].phase == "talk"


@pytest.mark.parametrize("kind", ["lightbulb", "pledge", "park", "wild"])
def test_words_in_other_fields_stay_for_later(kind: str) -> None:
    play = Play.begun()
    play.do(KeepDraft(kind, "I see"), Next())  # type: ignore[arg-type]
    assert play.session.draft(kind).text == "I see"  # type: ignore[union-attr,arg-type]


@pytest.mark.parametrize("command", [Next(), Pass(), Skip(), ParkCard()], ids=lambda c: str(c)[:4])
def test_nobody_left_to_draw_for(command: Command) -> None:
    play = Play.begun()
    away(play, "Asha", "Tom", "Bea")
    assert play.refused(command) == NOBODY
    play.do(Swap(), GoToClosing())
    assert play.session.state == "closing"


def test_the_last_turn_ends_although_everybody_is_away() -> None:
    play = Play.begun(planned_turns=1)
    away(play, "Asha", "Tom", "Bea")
    play.do(Next())
    assert play.session.state == "closing"


# More turns


def test_more_turns_from_the_closing_go_on_at_once() -> None:
    play = Play.begun(planned_turns=1)
    play.do(Next(), MoreTurns(2))
    assert (play.session.state, play.turn.number) == ("turns", 2)
    play.do(Next(), Next())
    assert play.session.state == "closing"
    assert len(play.session.turns) == 3


def test_more_turns_while_they_last_are_only_planned() -> None:
    play = Play.begun(planned_turns=2)
    play.do(MoreTurns(3))
    assert (play.session.header.planned_turns, len(play.session.turns)) == (5, 1)


def test_more_turns_are_refused() -> None:
    assert Play.ready().refused(MoreTurns()) == "The turns have not begun yet."
    play = Play.begun(planned_turns=1)
    assert play.refused(MoreTurns(0)) == "Plan at least one more turn."
    play.do(Next())
    away(play, "Asha", "Tom", "Bea")
    assert play.refused(MoreTurns()) == NOBODY


# Swap


def test_a_swap_is_the_same_card_and_seat_in_the_opposite_shoes() -> None:
    play = Play.begun("Asha, Tom", SWAPPING, planned_turns=2)
    play.do(Say("I want my own bed."), Swap())
    first, then = play.session.turns
    assert (then.card, then.seat, then.swap_of) == (first.card, first.seat, first.id)
    assert (first.shoes, then.shoes) == ("patient", "manager")
    assert (first.state, then.number) == ("answered", 2)
    assert play.session.header.planned_turns == 3


def test_a_swap_of_a_swap_comes_back_to_the_first_shoes() -> None:
    play = Play.begun("Asha", SWAPPING)
    play.do(Swap(), Swap())
    assert [turn.shoes for turn in play.session.turns] == ["patient", "manager", "patient"]
    assert play.turn.swap_of == play.session.turns[1].id


def test_a_swap_is_talked_about_at_once() -> None:
    play = Play.begun(write_first=True)
    assert len(play.session.writers()) == 3
    play.do(Swap())
    assert play.turn.phase == "talk"
    assert play.session.drafts == ()


def test_no_swap_where_there_are_no_other_shoes() -> None:
    deck = a_deck(shoes=(a_shoes("patient"),))
    why = "This deck has no other shoes to swap into."
    assert Play.begun("Asha", deck).refused(Swap()) == why


def test_another_card_on_a_swapped_turn_makes_it_no_swap() -> None:
    play = Play.begun()
    play.do(Swap())
    other = "cold-tea" if play.turn.card != "cold-tea" else "fourteen-pages"
    play.do(DrawCard("home", other))
    assert play.turn.swap_of is None


# Who was heard


@pytest.mark.parametrize("visibility", VISIBILITIES)
def test_whoever_answers_a_turn_was_heard(visibility: Visibility) -> None:
    play = Play.begun(visibility=visibility)
    counts = {"Asha": 0, "Tom": 0, "Bea": 0}
    for command, label in ((Next(), "Asha"), (Pass(), ""), (Swap(), "Bea"), (Next(), "Bea")):
        play.do(command)
        counts |= {label: counts[label] + 1} if label else {}
        heard = {play.session.seat(v.seat).label: v.count for v in play.session.voices}  # type: ignore[union-attr]
        assert heard == counts
