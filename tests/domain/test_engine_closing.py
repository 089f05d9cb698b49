"""The closing round, and what can still be done to a session that is closed."""

from __future__ import annotations

from datetime import date
from typing import get_args

import pytest

from tests.build import START, Play, a_deck
from wshoes_tui.domain import commands as c
from wshoes_tui.domain.engine import HANDLERS
from wshoes_tui.domain.models import DraftKind, FeedbackKind
from wshoes_tui.domain.summary import heard_counts

NOT_HANDED_IN = "There are words that are not handed in yet. Save or clear them first."


def closing() -> Play:
    play = Play.begun()
    play.do(c.Say("One."), c.AddPledge("I will ring."), c.GoToClosing())
    return play


def closed() -> Play:
    play = closing()
    play.do(c.Close())
    return play


# Feedback


@pytest.mark.parametrize("kind", get_args(FeedbackKind))
def test_feedback_is_kept_without_a_name(kind: FeedbackKind) -> None:
    play = closing()
    play.do(c.GiveFeedback(kind, "I was heard.", play.id_of("Tom")))
    (words,) = play.session.feedback
    assert (words.kind, words.text, words.seat) == (kind, "I was heard.", None)


def test_feedback_has_a_name_where_the_session_names_people() -> None:
    play = Play.begun(visibility="named")
    play.do(c.GiveFeedback("heard", "Yes.", play.id_of("Tom")), c.GiveFeedback("safe", "Yes."))
    assert [words.seat for words in play.session.feedback] == [play.id_of("Tom"), None]


def test_whoever_gives_feedback_was_heard() -> None:
    play = closing()
    play.do(c.GiveFeedback("heard", "Yes.", play.id_of("Tom")))
    assert heard_counts(play.session)[play.id_of("Tom")] == 1


def test_feedback_empties_the_field_it_came_from() -> None:
    play = closing()
    tom = play.id_of("Tom")
    play.do(c.KeepDraft("feedback", "I was"), c.KeepDraft("feedback", "I felt", tom))
    play.do(c.GiveFeedback("heard", "I felt heard.", tom))
    assert [(draft.seat, draft.text) for draft in play.session.drafts] == [(None, "I was")]
    play.do(c.GiveFeedback("heard", "I was heard.", tom))
    assert play.session.drafts == ()


def test_feedback_is_refused() -> None:
    play = closing()
    assert play.refused(c.GiveFeedback("heard", " ")) == "There are no words to keep yet."
    assert play.refused(c.GiveFeedback("heard", "Yes.", "nobody")) == "There is no such seat."


# Closing


def test_a_closed_session_has_no_open_turn_no_drafts_and_no_steps() -> None:
    play = closing()
    play.do(c.KeepDraft("feedback", " "), c.Pause())
    play.clock.forward(minutes=3)
    play.do(c.Close())
    header = play.session.header
    assert (header.state, header.closed, header.paused_at) == ("closed", play.clock.time, None)
    assert play.session.drafts == ()
    assert play.session.undone == ()
    assert [step.name for step in play.session.done] == ["Close"]


@pytest.mark.parametrize(("words", "state"), [(("One.",), "answered"), ((), "skipped")])
def test_closing_ends_an_open_turn(words: tuple[str, ...], state: str) -> None:
    play = Play.begun()
    play.do(*map(c.Say, words), c.Close())
    assert play.session.state == "closed"
    assert play.session.turns[-1].state == state
    assert play.session.turns[-1].ended is not None


def test_what_was_taken_back_is_gone_for_good() -> None:
    play = closing()
    play.do(c.ParkTopic("A secret."))
    play.do(c.Remove(play.session.car_park[0].id), c.Close())
    assert "A secret." not in repr(play.session)


def test_closing_is_refused() -> None:
    for play in (Play.fresh(), Play.ready()):
        assert play.refused(c.Close()) == "The session has not begun yet."
    assert closed().refused(c.Close()).startswith("This session is closed.")
    paused = Play.begun()
    paused.do(c.Pause())
    assert paused.refused(c.Close()) == "The session is paused. Go on first."


@pytest.mark.parametrize("kind", ["response", "voice", "lightbulb", "pledge", "park", "wild"])
def test_nothing_is_closed_over_words_that_wait(kind: DraftKind) -> None:
    for play in (Play.begun(), closing()):
        play.do(c.KeepDraft(kind, "Wait"))
        assert play.refused(c.Close()) == NOT_HANDED_IN
        assert play.refused(c.Close(anyway=True)) == NOT_HANDED_IN


@pytest.mark.parametrize("kind", ["response", "voice"])
def test_nothing_is_closed_over_words_of_a_seat_in_a_field_of_the_room(kind: DraftKind) -> None:
    for play in (Play.begun(), closing()):
        play.do(c.KeepDraft(kind, "Wait", play.id_of("Tom")))
        assert play.refused(c.Close()) == NOT_HANDED_IN
        assert play.refused(c.Close(anyway=True)) == NOT_HANDED_IN


def test_nothing_is_closed_over_words_handed_in() -> None:
    play = Play.begun()
    play.do(c.WriteFirst())
    play.write(Tom="T")
    assert play.refused(c.Close()) == "People have handed in what they wrote. Reveal it first."


# Afterwards


def every_command(play: Play) -> dict[str, c.Command]:
    """One of each, such as would be done on an open turn."""
    seat, response = play.session.seats[0].id, play.session.responses[0].id
    pledge = play.session.pledges[0].id
    each = (
        c.ChooseDecks((a_deck(),)),
        c.Plan(order="random"),
        c.AddSeat("Zoe"),
        c.Join("Zoe"),
        c.Attend(seat, "away"),
        c.ChangeSeat(seat, label="Ash"),
        c.RemoveSeat(seat),
        c.Open(),
        c.Agree(()),
        c.Consent(),
        c.Rate("home", "nurse", (3,), "after"),
        c.GiveNumber("home", "nurse", 3, "after"),
        c.Begin(),
        c.BeginSlips(),
        c.Next(),
        c.Pass(),
        c.Skip(),
        c.ParkCard(),
        c.Swap(),
        c.MoreTurns(),
        c.ChangeShoes("nurse"),
        c.GiveTurn(seat),
        c.DrawCard("home", "window"),
        c.ShowPrompt(),
        c.Say("More."),
        c.AddSlip("home", "window", "nurse", "By hand."),
        c.EditResponse(response, "Other."),
        c.ShowAs(response, "withheld"),
        c.ReviewWords(response, "share"),
        c.KeepDraft("response", "More"),
        c.WriteFirst(),
        c.ChooseCandidate("B"),
        c.HandIn(seat, "More."),
        c.Reveal(),
        c.StopWriting(),
        c.AddLightbulb("I see."),
        c.AddPledge("I will."),
        c.ChangePledge(pledge, state="done", note="Rang."),
        c.UpdatePledge("b2", "c3", "done"),
        c.ParkTopic("The bus."),
        c.PlaceCard("Ours"),
        c.Remove(response),
        c.Undo(),
        c.Redo(),
        c.Pause(),
        c.Resume(),
        c.Suspend(),
        c.GoOn(START),
        c.GoToClosing(),
        c.GiveFeedback("heard", "Yes."),
        c.Close(),
        c.KeepLonger(date(2026, 12, 24)),
        c.Expire(),
    )
    return {type(command).__name__: command for command in each}


AFTERWARDS = {
    "ChangePledge", "EditResponse", "Expire", "KeepLonger", "Remove", "ReviewWords", "ShowAs",
}  # fmt: skip
"""What a closed session allows: how pledges stand, words to be put right, taken out or reviewed,
and how long they are kept."""


def test_every_command_is_tried() -> None:
    assert set(every_command(closed())) == {kind.__name__ for kind in HANDLERS}


@pytest.mark.parametrize("name", sorted({kind.__name__ for kind in HANDLERS} - AFTERWARDS))
def test_a_closed_session_is_as_it_was(name: str) -> None:
    play = closed()
    assert play.refused(every_command(play)[name])


def test_how_a_pledge_stands_changes_for_years() -> None:
    play = closed()
    play.clock.forward(days=400)
    play.do(every_command(play)["ChangePledge"])
    (pledge,) = play.session.pledges
    assert (pledge.state, pledge.history[-1].note) == ("done", "Rang.")
    stood = []
    for command in (c.Undo(), c.Redo(), c.Undo()):
        play.do(command)
        stood.append(play.session.pledges[0].state)
    assert stood == ["open", "done", "open"]
    assert play.refused(c.Undo()).startswith("This session is closed.")


def test_words_can_be_withheld_after_the_closing() -> None:
    play = closed()
    play.do(c.ShowAs(play.last.id, "withheld"))
    assert play.last.visibility == "withheld"
    assert play.session.state == "closed"


def test_words_are_put_right_and_taken_out_in_a_closed_session_for_good() -> None:
    play = Play.begun()
    play.do(c.Say("One."), c.Say("Two."))
    one, two = (said.id for said in play.session.responses)
    play.do(c.Next(), c.GoToClosing(), c.Close())
    done = play.session.done
    play.do(c.EditResponse(one, "One, put right."), c.Remove(two))
    assert [said.text for said in play.session.responses] == ["One, put right."]
    assert play.session.done == done, "no step remembers them"
    assert play.refused(c.Undo())
    assert "Two." not in repr(play.session)
