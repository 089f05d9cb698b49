"""Undo and redo: through every kind of step, and never over anybody's words."""

from __future__ import annotations

from datetime import date

import pytest

from tests.build import Play, a_deck
from tests.domain.invariants import essence
from wshoes_tui.domain import commands as c

NOT_HANDED_IN = "There are words that are not handed in yet. Save or clear them first."


def steps(play: Play) -> dict[str, c.Command]:
    """One of every command that is a step and can be taken back."""
    seats, turn = play.session.seats, play.turn
    response = play.session.responses[0].id
    other_card = "window" if turn.card != "window" else "cold-tea"
    other_shoes = "nurse" if turn.shoes != "nurse" else "patient"
    each = (
        c.Plan(order="random", planned_turns=9),
        c.AddSeat("Zoe"),
        c.ChangeSeat(seats[1].id, label="Thomas", state="away"),
        c.Agree(("Tea at four.",)),
        c.Consent(),
        c.Rate("home", "nurse", (3, 5), "before"),
        c.Next(),
        c.Pass(),
        c.Skip(),
        c.ParkCard(),
        c.Swap(),
        c.MoreTurns(2),
        c.ChangeShoes(other_shoes),
        c.GiveTurn(seats[2].id),
        c.DrawCard("home", other_card),
        c.Say("More."),
        c.EditResponse(response, "Other."),
        c.ShowAs(response, "withheld"),
        c.WriteFirst(),
        c.AddLightbulb("I see.", response=response),
        c.AddPledge("I will.", "Tom", date(2026, 3, 9)),
        c.ChangePledge(play.session.pledges[0].id, state="changed", note="Wrote instead."),
        c.ParkTopic("The bus."),
        c.PlaceCard("Ours"),
        c.Remove(response),
        c.GoToClosing(),
        c.GiveFeedback("heard", "Yes."),
    )
    return {type(command).__name__: command for command in each}


def on_second_turn() -> Play:
    play = Play.begun(planned_turns=4)
    play.do(c.Say("One."), c.AddPledge("I will ring."), c.Next())
    return play


def opening() -> Play:
    play = Play.ready()
    play.do(c.Rate("home", "nurse", (3, 5), "before"), c.PlaceCard("Ours"), c.AddSeat("Zoe"))
    return play


@pytest.mark.parametrize("name", sorted(steps(on_second_turn())))
def test_every_step_can_be_taken_back_and_done_again(name: str) -> None:
    play = on_second_turn()
    before = essence(play.session)
    play.do(steps(play)[name])
    after = essence(play.session)
    assert after != before
    for _ in range(2):
        play.do(c.Undo())
        assert essence(play.session) == before
        play.do(c.Redo())
        assert essence(play.session) == after


@pytest.mark.parametrize(
    "command",
    [
        c.ChooseDecks((a_deck("memory"), a_deck("home"))),
        c.Open(),
        c.Begin(),
        c.Rate("home", "nurse", (), "before"),
    ],
    ids=lambda command: type(command).__name__,
)
def test_every_step_before_the_turns_can_be_taken_back(command: c.Command) -> None:
    play = opening()
    before = essence(play.session)
    play.do(command)
    after = essence(play.session)
    assert after != before
    play.do(c.Undo())
    assert essence(play.session) == before
    play.do(c.Redo())
    assert essence(play.session) == after


def test_a_seat_taken_away_comes_back_in_its_place() -> None:
    play = opening()
    before = essence(play.session)
    play.do(c.RemoveSeat(play.id_of("Asha")), c.Undo())
    assert essence(play.session) == before
    assert [seat.label for seat in play.session.seats] == ["Asha", "Tom", "Bea", "Zoe"]


def test_all_the_way_back_and_on_again() -> None:
    play = Play.fresh()
    empty = essence(play.session)
    play.do(c.ChooseDecks((a_deck(),)), c.AddSeat("Asha"), c.AddSeat("Tom"), c.Begin())
    play.do(c.Say("One."), c.Next(), c.Skip(), c.Say("Two."), c.Swap(), c.GoToClosing())
    end, many = essence(play.session), len(play.session.done)
    play.do(*[c.Undo()] * many)
    assert essence(play.session) == empty
    assert play.refused(c.Undo()) == "There is nothing to undo."
    play.do(*[c.Redo()] * many)
    assert essence(play.session) == end
    assert play.refused(c.Redo()) == "There is nothing to do again."


def test_a_new_step_lets_go_of_what_was_undone() -> None:
    play = on_second_turn()
    play.do(c.ParkTopic("The bus."), c.Undo(), c.AddPledge("I will."))
    assert play.session.undone == ()
    assert play.refused(c.Redo()) == "There is nothing to do again."


def test_steps_keep_their_numbers_and_no_number_comes_twice() -> None:
    play = on_second_turn()
    numbers = [step.number for step in play.session.done]
    assert numbers == list(range(1, len(numbers) + 1))
    play.do(c.Undo(), c.Undo())
    undone = [step.number for step in play.session.undone]
    assert undone == [numbers[-1], numbers[-2]]
    play.do(c.ParkTopic("The bus."))
    assert play.session.done[-1].number == numbers[-1] + 1


def test_what_is_no_step_stays_and_leaves_redo_alone() -> None:
    play = on_second_turn()
    play.do(c.Undo(), c.ShowPrompt(2), c.Pause(), c.KeepDraft("park", "The bus"), c.Redo())
    assert play.turn.number == 2
    assert play.session.header.paused_at is not None
    assert play.session.turns[0].prompt == 2
    assert [draft.text for draft in play.session.drafts] == ["The bus"]


def test_a_pause_goes_on_while_a_step_is_taken_back() -> None:
    play = on_second_turn()
    play.do(c.Plan(order="random"), c.Pause(), c.Undo())
    assert play.session.header.order == "round"
    assert play.session.header.paused_at is not None


def test_the_prompt_belongs_to_the_card() -> None:
    play = Play.begun("Asha", a_deck())
    if play.turn.card != "own-bed":
        play.do(c.DrawCard("home", "own-bed"))
    play.do(c.ShowPrompt(1), c.DrawCard("home", "window"), c.ShowPrompt(3), c.Undo())
    assert (play.turn.card, play.turn.prompt) == ("own-bed", 1)


def test_words_taken_back_are_in_the_field_again() -> None:
    play = Play.begun()
    play.do(c.Say("One."), c.Undo())
    (draft,) = play.session.drafts
    assert (draft.kind, draft.text, draft.seat) == ("response", "One.", None)
    assert (draft.turn, draft.shoes) == (play.turn.id, play.turn.shoes)
    play.do(c.Redo())
    assert play.said == ["One."]
    assert play.session.drafts == ()


def test_words_that_wait_in_the_field_are_not_replaced() -> None:
    play = Play.begun()
    play.do(c.Say("One."), c.KeepDraft("response", "Two"), c.Undo())
    assert [draft.text for draft in play.session.drafts] == ["Two"]
    play.do(c.Redo())
    assert play.said == ["One."]
    assert [draft.text for draft in play.session.drafts] == ["Two"]


def test_words_written_on_since_stay_in_the_field() -> None:
    play = Play.begun()
    play.do(c.Say("One."), c.Undo(), c.KeepDraft("response", "One. And"), c.Redo())
    assert play.said == ["One."]
    assert [draft.text for draft in play.session.drafts] == ["One. And"]


def test_drafts_follow_the_open_turn_back_and_on() -> None:
    play = Play.begun()
    play.do(
        c.Next(),
        c.KeepDraft("response", "I want"),
        c.KeepDraft("voice", "Me too", play.id_of("Tom")),
    )
    for command in (c.Undo(), c.Redo(), c.Undo()):
        play.do(command)
        assert {draft.turn for draft in play.session.drafts} == {play.turn.id}
        assert {draft.text for draft in play.session.drafts} == {"I want", "Me too"}


def test_drafts_wait_where_there_is_no_turn() -> None:
    play = Play.begun()
    play.do(c.KeepDraft("response", "I want"), c.Undo())
    assert play.session.turns == ()
    (draft,) = play.session.drafts
    assert (draft.turn, draft.text) == (None, "I want")
    play.do(c.Begin())
    assert play.session.drafts[0].turn == play.turn.id


def test_drafts_that_meet_in_one_field_are_joined() -> None:
    play = Play.begun(planned_turns=1)
    play.do(c.Next(), c.KeepDraft("response", "From the closing"), c.MoreTurns())
    play.do(c.KeepDraft("response", "From the turn"), c.Undo())
    (draft,) = play.session.drafts
    assert draft.text == "From the turn"
    play.do(c.Undo())
    assert play.turn.number == 1
    assert [draft.text for draft in play.session.drafts] == ["From the turn"]


def test_a_seat_whose_words_wait_is_not_undone() -> None:
    play = Play.begun()
    play.do(c.AddSeat("Zoe"))
    zoe = play.id_of("Zoe")
    play.do(c.KeepDraft("voice", "I want", zoe))
    assert play.refused(c.Undo()) == NOT_HANDED_IN
    play.do(c.KeepDraft("voice", "", zoe), c.Undo())
    assert [seat.label for seat in play.session.seats] == ["Asha", "Tom", "Bea"]


def test_a_removal_is_not_done_again_over_words() -> None:
    play = Play.ready()
    tom = play.id_of("Tom")
    play.do(c.RemoveSeat(tom), c.Undo(), c.KeepDraft("voice", "I want", tom))
    assert play.refused(c.Redo()) == NOT_HANDED_IN


def test_the_count_of_a_seat_goes_with_it() -> None:
    play = Play.begun()
    play.do(c.AddSeat("Zoe"))
    zoe = play.id_of("Zoe")
    play.do(c.Say("One.", zoe), c.Undo(), c.KeepDraft("response", ""), c.Undo())
    play.do(c.Next())
    assert zoe not in {voice.seat for voice in play.session.voices}


def test_a_late_seat_is_taken_back_although_much_has_happened() -> None:
    play = Play.begun()
    play.do(c.AddSeat("Zoe"), c.Next(), c.Say("Two."), c.Next())
    play.do(*[c.Undo()] * 4)
    assert [seat.label for seat in play.session.seats] == ["Asha", "Tom", "Bea"]
    play.do(*[c.Redo()] * 4)
    assert play.turn.number == 3
    assert play.session.responses[0].text == "Two."


def test_the_words_of_another_voice_come_back_in_their_own_shoes() -> None:
    play = Play.begun("Asha, Tom")
    turn = play.turn
    other = next(one.id for one in play.session.decks[0].deck.shoes if one.id != turn.shoes)
    play.do(c.Say("Mine."))
    play.do(c.Say("From over there.", shoes=other, draft="voice"))
    play.do(c.Undo())
    (draft,) = play.session.drafts
    assert (draft.kind, draft.text, draft.shoes) == ("voice", "From over there.", other)
    play.do(c.Redo())
    assert play.session.drafts == ()
    assert [response.shoes for response in play.session.responses] == [turn.shoes, other]


def test_what_was_taken_out_can_be_brought_back_until_the_turn_is_left() -> None:
    play = Play.begun()
    play.do(c.Say("One."), c.Next(), c.Say("Two."))
    play.do(c.Remove(play.session.responses[0].id), c.Undo())
    assert sorted(one.text for one in play.session.responses) == ["One.", "Two."]
    play.do(c.Redo(), c.Next())
    assert "One." not in repr(play.session.done)
    play.do(c.Undo())  # the turn itself
    assert play.refused(c.Undo()) == "There is nothing to undo."
    assert [one.text for one in play.session.responses] == ["Two."]


def test_how_words_were_before_they_were_put_right_goes_with_the_turn() -> None:
    play = Play.begun()
    play.do(c.Say("Mr Smith."))
    play.do(c.EditResponse(play.last.id, "Somebody."), c.Next())
    assert "Mr Smith" not in repr(play.session.done)
