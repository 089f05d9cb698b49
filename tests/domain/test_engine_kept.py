"""What else is kept: lightbulbs, pledges, the car park, cards of their own."""

from __future__ import annotations

from datetime import date

import pytest

from tests.build import Play, a_deck
from tests.domain.hostile_texts import EVIL
from wshoes_tui.domain.commands import (
    AddLightbulb,
    AddPledge,
    ChangePledge,
    Command,
    GoToClosing,
    KeepDraft,
    Next,
    ParkTopic,
    PlaceCard,
    Remove,
    ReviewWords,
    Say,
    Undo,
    UpdatePledge,
)
from wshoes_tui.domain.models import DraftKind, PledgeNote

NOTHING = "There are no words to keep yet."
TODAY = date(2026, 3, 2)

# Lightbulbs


def test_a_lightbulb_belongs_to_the_turn_and_its_shoes() -> None:
    play = Play.begun()
    play.do(Say("I was afraid."))
    play.do(AddLightbulb("She was afraid.", "She was difficult.", play.last.id))
    (bulb,) = play.session.lightbulbs
    assert (bulb.now_see, bulb.used_to_think) == ("She was afraid.", "She was difficult.")
    assert (bulb.turn, bulb.shoes, bulb.response) == (play.turn.id, play.turn.shoes, play.last.id)


def test_a_lightbulb_may_come_at_any_time_and_have_one_half() -> None:
    play = Play.ready()
    play.do(AddLightbulb("", "I knew it all."))
    (bulb,) = play.session.lightbulbs
    assert (bulb.turn, bulb.shoes, bulb.now_see) == (None, "", "")


def test_a_lightbulb_is_refused() -> None:
    play = Play.begun()
    assert play.refused(AddLightbulb(" ", "\n")) == NOTHING
    assert play.refused(AddLightbulb("I see.", response="none")) == "There is no such response."


# Pledges


def test_a_pledge_has_a_history_from_the_first_day() -> None:
    play = Play.begun()
    play.do(AddPledge("I will ring.", " Tom ", date(2026, 3, 9), "plan"))
    (pledge,) = play.session.pledges
    assert (pledge.text, pledge.owner, pledge.by_when) == ("I will ring.", "Tom", date(2026, 3, 9))
    assert (pledge.horizon, pledge.state, pledge.turn) == ("plan", "open", play.turn.id)
    assert pledge.history == (PledgeNote(on=TODAY, state="open"),)


def test_a_pledge_can_be_completed_without_a_line_in_its_history() -> None:
    play = Play.begun()
    play.do(AddPledge("I will ring."))
    (pledge,) = play.session.pledges
    play.do(ChangePledge(pledge.id, owner=" Tom ", by_when=TODAY, horizon="others", text="I ring."))
    (changed,) = play.session.pledges
    assert (changed.owner, changed.by_when, changed.horizon) == ("Tom", TODAY, "others")
    assert (changed.text, changed.history) == ("I ring.", pledge.history)


def test_how_a_pledge_stands_is_dated() -> None:
    play = Play.begun()
    play.do(AddPledge("I will ring."))
    (pledge,) = play.session.pledges
    play.clock.forward(days=7)
    play.do(ChangePledge(pledge.id, note="Nobody answers."))
    play.clock.forward(days=1)
    play.do(ChangePledge(pledge.id, state="done"))
    (changed,) = play.session.pledges
    assert changed.state == "done"
    assert changed.history[1:] == (
        PledgeNote(on=date(2026, 3, 9), state="open", note="Nobody answers."),
        PledgeNote(on=date(2026, 3, 10), state="done"),
    )


def test_pledges_are_refused() -> None:
    play = Play.begun()
    assert play.refused(AddPledge(" ")) == NOTHING
    play.do(AddPledge("I will ring.", "Tom"))
    (pledge,) = play.session.pledges
    assert play.refused(ChangePledge("none", state="done")) == "There is no such pledge."
    assert play.refused(ChangePledge(pledge.id)) == "Nothing changes."
    assert play.refused(ChangePledge(pledge.id, state="open", owner="Tom ")) == "Nothing changes."
    assert play.refused(ChangePledge(pledge.id, text=" ")) == NOTHING


# The car park


def test_a_topic_is_parked_with_its_turn() -> None:
    play = Play.ready()
    play.do(ParkTopic("The bus."))
    assert play.session.car_park[0].turn is None
    begun = Play.begun()
    begun.do(ParkTopic("The bus."))
    (topic,) = begun.session.car_park
    assert (topic.text, topic.turn, topic.card) == ("The bus.", begun.turn.id, "")
    assert begun.refused(ParkTopic("\n")) == NOTHING


# Cards of their own


def test_a_card_of_their_own_is_played_in_the_shoes_of_the_deck_on_the_table() -> None:
    play = Play.begun("Asha", a_deck("home"), a_deck("memory"))
    play.do(PlaceCard("Ours", "The bus stops at five."))
    (own,) = play.session.wild_cards
    assert (own.title, own.text, own.deck) == ("Ours", "The bus stops at five.", play.turn.deck)
    play.do(PlaceCard("Theirs", deck="memory"))
    assert play.session.wild_cards[1].deck == "memory"
    play.do(Next())
    card = play.session.card_of(play.turn)
    assert (card.id, card.kind, card.text) == (own.id, "wild", "The bus stops at five.")


def test_a_card_without_a_title_takes_its_first_line() -> None:
    play = Play.begun()
    play.do(PlaceCard("", "\n The bus \nstops at five."))
    assert play.session.wild_cards[0].title == "The bus "
    assert play.session.wild_cards[0].text == "\n The bus \nstops at five."


def test_no_word_of_a_long_title_is_lost() -> None:
    play = Play.begun()
    title = "word " * 40 + "end"
    play.do(PlaceCard(title, "And more."), PlaceCard(title), PlaceCard("", title))
    for own in play.session.wild_cards:
        assert len(own.title) == 80
        assert title in own.text
    assert "And more." in play.session.wild_cards[0].text


def test_cards_of_their_own_are_refused() -> None:
    bare = "Choose at least one deck first: its shoes are what you stand in."
    assert Play.fresh().refused(PlaceCard("Ours")) == bare
    play = Play.begun()
    assert play.refused(PlaceCard("Ours", deck="gone")) == "That deck is not part of this session."
    assert play.refused(PlaceCard(" ", "\n")) == NOTHING


# Common to all


@pytest.mark.parametrize("text", EVIL, ids=ascii)
def test_everything_is_kept_exactly_as_it_came(text: str) -> None:
    play = Play.begun()
    play.do(AddLightbulb(text, text), AddPledge(text), ParkTopic(text), PlaceCard("Ours", text))
    session = play.session
    assert (session.lightbulbs[0].now_see, session.lightbulbs[0].used_to_think) == (text, text)
    assert session.pledges[0].text == session.car_park[0].text == text
    assert session.wild_cards[0].text == text


@pytest.mark.parametrize(
    ("command", "kind"),
    [
        (AddLightbulb("I see."), "lightbulb"),
        (AddPledge("I will."), "pledge"),
        (ParkTopic("The bus."), "park"),
        (PlaceCard("Ours"), "wild"),
    ],
    ids=["lightbulb", "pledge", "topic", "card"],
)
def test_keeping_empties_its_own_field_and_no_other(command: Command, kind: DraftKind) -> None:
    play = Play.begun()
    fields: tuple[DraftKind, ...] = ("lightbulb", "pledge", "park", "wild", "response")
    play.do(*(KeepDraft(field, "words") for field in fields))
    play.do(command)
    assert {draft.kind for draft in play.session.drafts} == set(fields) - {kind}


@pytest.mark.parametrize(
    "command",
    [AddLightbulb("I see."), AddPledge("I will."), ParkTopic("The bus."), PlaceCard("Ours")],
    ids=["lightbulb", "pledge", "topic", "card"],
)
def test_each_can_be_taken_back_and_brought_again(command: Command) -> None:
    play = Play.begun()
    before = {record.id for record in play.session.records()}
    play.do(command)
    (kept,) = (record for record in play.session.records() if record.id not in before)
    play.do(Remove(kept.id))
    assert {record.id for record in play.session.records()} == before
    play.do(Undo())
    assert kept.id in {record.id for record in play.session.records()}


def test_taking_back_is_refused() -> None:
    play = Play.begun()
    nothing = "There is nothing of that kind to take back."
    for record in ("none", play.turn.id, play.session.seats[0].id, play.session.id):
        assert play.refused(Remove(record)) == nothing
    play.do(PlaceCard("Ours"), Next())
    why = "This card was played. It stays in the record."
    assert play.refused(Remove(play.session.wild_cards[0].id)) == why
    play.do(Next(), GoToClosing())
    assert play.refused(Remove(play.session.wild_cards[0].id)) == why


# How pledges go on


def test_a_changed_pledge_keeps_its_old_wording_and_one_put_right_does_not() -> None:
    play = Play.begun()
    play.do(AddPledge("I wil ring.", condition="Ann calls", scope="us"))
    pledge = play.session.pledges[0].id
    play.do(ChangePledge(pledge, "I will ring."))
    play.do(ChangePledge(pledge, "I will write.", state="changed", note="No phone."))
    (kept,) = play.session.pledges
    assert (kept.text, kept.condition, kept.scope) == ("I will write.", "Ann calls", "us")
    assert [(one.state, one.note, one.was) for one in kept.history] == [
        ("open", "", ""), ("changed", "No phone.", "I will ring."),
    ]  # fmt: skip
    play.do(ChangePledge(pledge, "I will write soon.", state="changed"))
    assert play.session.pledges[0].history[-1].was == "I will write."
    assert play.refused(ChangePledge(pledge, text=" ")) == NOTHING
    play.do(ChangePledge(pledge, condition=""))
    assert play.session.pledges[0].condition == ""


def test_a_pledge_names_what_it_came_from_until_that_is_taken_back() -> None:
    play = Play.begun()
    play.do(Say("Nobody rang."), AddLightbulb("She was afraid."))
    said, bulb = play.last.id, play.session.lightbulbs[0].id
    play.do(AddPledge("I will ring.", response=said, lightbulb=bulb))
    play.do(Remove(said), Remove(bulb))
    assert (play.session.pledges[0].response, play.session.pledges[0].lightbulb) == (None, None)
    play.do(Undo(), Undo())
    assert (play.session.pledges[0].response, play.session.pledges[0].lightbulb) == (said, bulb)
    assert play.refused(AddPledge("I will.", response="nothing"))
    assert play.refused(AddPledge("I will.", lightbulb="nothing"))


def test_an_update_is_kept_once_a_day_and_its_new_words_wait_for_a_review() -> None:
    play = Play.begun()
    play.do(UpdatePledge("p", "s", "stuck", "No key."))
    (first,) = play.session.pledge_updates
    play.do(ReviewWords(first.id, "share"), UpdatePledge("p", "s", "under_way", "No key."))
    (same,) = play.session.pledge_updates
    assert (same.id, same.state, same.review) == (first.id, "under_way", "share")
    play.do(UpdatePledge("p", "s", "under_way", "Half of it."))
    assert play.session.pledge_updates[0].review == ""
    assert play.refused(UpdatePledge("p", "s", "under_way", "Half of it.")) == "Nothing changes."
    assert play.refused(UpdatePledge("p", "s", "changed")) == NOTHING
    play.clock.forward(days=1)
    play.do(UpdatePledge("p", "s", "done"))
    assert [one.state for one in play.session.pledge_updates] == ["under_way", "done"]
    play.do(Undo(), Undo(), Undo())
    assert [one.state for one in play.session.pledge_updates] == ["stuck"]
