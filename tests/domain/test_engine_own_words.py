"""Words at a screen of one's own: theirs alone, in nobody's way, and never lost."""

from __future__ import annotations

from typing import Any

import pytest

from tests.build import Play, a_deck
from wshoes_tui.domain.commands import (
    AddLightbulb,
    AddPledge,
    Begin,
    Close,
    Command,
    GiveFeedback,
    GoToClosing,
    KeepDraft,
    MoreTurns,
    Next,
    ParkCard,
    ParkTopic,
    Pass,
    PlaceCard,
    Redo,
    Remove,
    Reveal,
    Say,
    Skip,
    Swap,
    Undo,
    WriteFirst,
)
from wshoes_tui.domain.handlers.participant_handler import is_somebodys_own
from wshoes_tui.domain.models import DraftKind
from wshoes_tui.domain.summary import heard_counts

NO_TURN = "There is no such turn."
NO_SEAT = "There is no such seat."
ONE = "One person has words at their own screen that are not handed in. Close again to let them go."
TWO = "2 people have words at their own screens that are not handed in. Close again to let them go."


def own(play: Play, label: str = "Tom") -> dict[int, str]:
    """Number of the turn (0 for none) -> what a seat has at its own screen."""
    numbers = {turn.id: turn.number for turn in play.session.turns}
    mine = (d for d in play.session.drafts if d.seat == play.id_of(label) and d.kind == "own")
    return {numbers.get(draft.turn or "", 0): draft.text for draft in mine}


def typing(text: str = "I want") -> tuple[Play, str, str]:
    """A session in which Tom types on the first turn; his seat and that turn."""
    play = Play.begun(planned_turns=6)
    play.do(KeepDraft("own", text, play.id_of("Tom"), "nurse"))
    return play, play.id_of("Tom"), play.turn.id


# Typing


def test_each_seat_types_on_each_turn_in_shoes_of_its_own() -> None:
    play, tom, first = typing()
    play.do(KeepDraft("own", "Me too", play.id_of("Bea"), "patient"), KeepDraft("response", "Room"))
    play.do(KeepDraft("response", ""), Next(), KeepDraft("own", "And here", tom))
    assert own(play) == {1: "I want", 2: "And here"}
    assert own(play, "Bea") == {1: "Me too"}
    assert {d.shoes for d in play.session.drafts if d.turn == first} == {"nurse", "patient"}


def test_somebody_may_go_on_with_words_for_an_earlier_card() -> None:
    play, tom, first = typing()
    play.do(Next(), KeepDraft("own", "I want my own bed", tom, "nurse", first))
    assert own(play) == {1: "I want my own bed"}
    play.do(GoToClosing(), KeepDraft("own", "", tom, turn=first))
    assert own(play) == {}
    play.do(KeepDraft("own", "Once more", tom, turn=first))
    assert own(play) == {1: "Once more"}


@pytest.mark.parametrize(
    ("parts", "why"),
    [
        ({"turn": "nowhere"}, NO_TURN),
        ({"seat": None}, NO_SEAT),
        ({"seat": "nobody"}, NO_SEAT),
        ({"kind": "park", "turn": "first"}, NO_TURN),
        ({"kind": "response", "turn": "first"}, "This turn has ended already."),
    ],
)
def test_what_is_no_field_of_anybodys_is_refused(parts: dict[str, Any], why: str) -> None:
    play, tom, first = typing()
    play.do(Next())
    whole = {"kind": "own", "text": "I", "seat": tom, **parts}
    if whole.get("turn") == "first":
        whole["turn"] = first
    assert play.refused(KeepDraft(**whole)) == why


@pytest.mark.parametrize(
    "command", [Next(), Pass(), Skip(), ParkCard(), Swap(), GoToClosing()], ids=repr
)
def test_they_stop_nobody_and_stay_with_their_turn(command: Command) -> None:
    play, tom, first = typing()
    play.do(command)
    assert own(play) == {1: "I want"}
    play.do(Undo())
    assert (own(play), play.turn.id) == ({1: "I want"}, first)
    play.do(Redo())
    assert own(play) == {1: "I want"}
    assert play.session.draft("own", first, tom) is not None


def test_they_move_on_only_where_their_turn_is_gone() -> None:
    play, tom, _ = typing()
    play.do(Next(), KeepDraft("own", "my own bed", tom), Undo())
    assert own(play) == {1: "I want\nmy own bed"}
    play.do(Redo())
    assert own(play) == {1: "I want\nmy own bed"}


def test_they_wait_where_there_is_no_turn_at_all() -> None:
    play, _, _ = typing()
    play.do(Undo())
    assert own(play) == {0: "I want"}
    play.do(Begin())
    assert own(play) == {1: "I want"}
    play.do(Undo(), Redo())
    assert own(play) == {1: "I want"}


def test_what_is_typed_after_the_last_turn_waits_for_another() -> None:
    play, tom, _ = typing()
    play.do(GoToClosing(), KeepDraft("own", "After all", tom), MoreTurns())
    assert own(play) == {1: "I want", 2: "After all"}


# Handing in


def test_what_is_handed_in_leaves_the_field_it_came_from_and_no_other() -> None:
    play, tom, _ = typing()
    asha = play.id_of("Asha")
    play.do(KeepDraft("response", "The room's"), KeepDraft("own", "Asha's", asha))
    play.do(Say("I want my own bed.", tom, "nurse", draft="own"))
    assert (play.last.text, play.last.shoes, play.last.seat) == (
        "I want my own bed.",
        "nurse",
        None,
    )
    assert own(play) == {}
    play.do(Say("And I.", asha, draft="own"), Say("More.", asha, draft="own"))
    assert [(d.kind, d.text) for d in play.session.drafts] == [("response", "The room's")]
    assert play.said == ["I want my own bed.", "And I.", "More."]


def test_words_for_an_earlier_card_are_kept_there() -> None:
    play, tom, first = typing()
    play.do(Say("One."), Next(), KeepDraft("own", "Here", tom), Say("Two."))
    play.do(Say("I want my own bed.", tom, draft="own", turn=first))
    turn = play.session.turns[0]
    assert [words.text for words in play.session.said(turn)] == ["One.", "I want my own bed."]
    assert (play.last.text, play.last.shoes, play.last.place) == (
        "I want my own bed.",
        turn.shoes,
        2,
    )
    assert own(play) == {2: "Here"}
    assert heard_counts(play.session)[tom] == 1
    play.do(GoToClosing(), Say("Last.", tom, "nurse", draft="own", turn=first))
    assert play.session.said(turn)[-1].shoes == "nurse"


def test_words_for_an_earlier_card_may_come_while_people_write() -> None:
    play, tom, first = typing()
    play.do(Next(), WriteFirst(), Say("I want my own bed.", tom, draft="own", turn=first))
    assert play.last.turn == first
    writing = "People are still writing. Hand in, or reveal first."
    assert play.refused(Say("Now.", tom, draft="own")) == writing
    assert play.refused(Say("Now.", tom, draft="own", turn=play.turn.id)) == writing


@pytest.mark.parametrize(
    ("parts", "why"),
    [
        ({"draft": "own", "turn": "nowhere"}, NO_TURN),
        ({"draft": "own", "seat": None}, NO_SEAT),
        ({"draft": "own", "shoes": "cat"}, "There are no such shoes in this deck."),
        ({"draft": "own", "text": " "}, "There are no words to keep yet."),
        ({"draft": "voice", "turn": "first"}, "This turn has ended already."),
        ({"turn": "first"}, "This turn has ended already."),
    ],
)
def test_handing_in_is_refused(parts: dict[str, Any], why: str) -> None:
    play, tom, first = typing()
    play.do(Next())
    whole = {"text": "I", "seat": tom, **parts}
    if whole.get("turn") == "first":
        whole["turn"] = first
    assert play.refused(Say(**whole)) == why
    assert own(play) == {1: "I want"}


def test_what_the_room_takes_back_is_in_the_field_of_the_room() -> None:
    # Nobody knows any more whose words they were.
    play, tom, first = typing()
    play.do(Say("I want my own bed.", tom, draft="own"), Undo())
    assert own(play) == {}
    (draft,) = play.session.drafts
    assert (draft.kind, draft.seat, draft.text) == ("response", None, "I want my own bed.")
    play.do(Redo(), Next())
    play.do(Say("Late.", tom, draft="own", turn=first), Undo())
    (draft,) = play.session.drafts
    assert (draft.turn, draft.text) == (play.turn.id, "Late.")
    play.do(Redo())
    assert play.session.drafts == ()
    play.do(Undo(), Redo(), KeepDraft("response", "Here"), Undo())
    (draft,) = play.session.drafts
    assert (draft.turn, draft.text) == (play.turn.id, "Here\nLate.")


# The reveal


def test_at_the_reveal_a_page_goes_back_to_the_screen_it_was_written_on() -> None:
    play, tom, first = typing("Before")
    bea = play.id_of("Bea")
    play.do(WriteFirst(), KeepDraft("private", "and after", tom), KeepDraft("private", "B", bea))
    shoes = play.page("Tom").shoes
    play.write(Asha="A")
    play.do(Reveal(anyway=True, apart=frozenset({tom, play.id_of("Asha")})))
    assert play.said == ["A"]
    assert own(play) == {1: "Before\nand after"}
    assert play.session.draft("response", first, bea) is not None
    assert play.refused(Next()).startswith("There are words that are not handed in yet.")
    play.do(KeepDraft("response", "", bea), Next())
    play.do(Say("Now.", tom, shoes, draft="own", turn=first))
    assert own(play) == {}


def test_an_empty_page_leaves_nothing_behind() -> None:
    play = Play.begun()
    seats = frozenset(seat.id for seat in play.session.seats)
    play.do(WriteFirst(), Reveal(anyway=True, apart=seats))
    assert play.session.drafts == ()


# The fields of which everybody has one


KEEPING: dict[DraftKind, Any] = {
    "lightbulb": lambda seat: AddLightbulb("I see.", seat=seat),
    "pledge": lambda seat: AddPledge("I will.", seat=seat),
    "park": lambda seat: ParkTopic("The bus.", seat=seat),
    "wild": lambda seat: PlaceCard("Ours", seat=seat),
    "feedback": lambda seat: GiveFeedback("heard", "Yes.", seat, apart=True),
}


@pytest.mark.parametrize("kind", KEEPING)
def test_only_the_field_the_words_came_from_is_emptied(kind: DraftKind) -> None:
    play = Play.begun()
    tom, bea = play.id_of("Tom"), play.id_of("Bea")
    seats = (None, tom, bea)
    play.do(*(KeepDraft(kind, f"At {seat}", seat) for seat in seats), KEEPING[kind](tom))
    assert {draft.seat for draft in play.session.drafts} == {None, bea}
    play.do(KEEPING[kind](tom))
    assert {draft.seat for draft in play.session.drafts} == {None, bea}
    assert tom not in repr((play.session.lightbulbs, play.session.pledges, play.session.car_park))
    assert tom not in repr((play.session.wild_cards, play.session.feedback))
    assert play.refused(KEEPING[kind]("nobody")) == NO_SEAT


@pytest.mark.parametrize("kind", [kind for kind in KEEPING if kind != "feedback"])
def test_what_the_room_keeps_leaves_the_seats_alone(kind: DraftKind) -> None:
    play = Play.begun()
    play.do(KeepDraft(kind, "Room"), KeepDraft(kind, "Mine", play.id_of("Tom")))
    play.do(KEEPING[kind](None))
    assert [draft.text for draft in play.session.drafts] == ["Mine"]


def test_a_lightbulb_may_come_in_other_shoes() -> None:
    play = Play.begun()
    other = "nurse" if play.turn.shoes != "nurse" else "patient"
    play.do(AddLightbulb("I see.", shoes=other), AddLightbulb("I see."))
    assert [bulb.shoes for bulb in play.session.lightbulbs] == [other, play.turn.shoes]
    no_such = "There are no such shoes in this deck."
    assert play.refused(AddLightbulb("I see.", shoes="cat")) == no_such
    play.do(GoToClosing(), AddLightbulb("I see.", shoes=other))
    assert play.session.lightbulbs[-1].shoes == ""


def test_what_is_whose() -> None:
    play, tom, _ = typing()
    kinds: tuple[DraftKind, ...] = ("response", "voice", *KEEPING)
    play.do(*(KeepDraft(kind, "x", seat) for kind in kinds for seat in (None, tom)))
    mine = {(d.kind, d.seat) for d in play.session.drafts if is_somebodys_own(d)}
    assert mine == {("own", tom), *((kind, tom) for kind in KEEPING)}


# Closing


def test_the_session_closes_over_own_words_only_when_asked_twice() -> None:
    play, tom, _ = typing("MINE")
    play.do(GoToClosing(), KeepDraft("park", "MINE too", tom))
    assert play.refused(Close()) == ONE
    play.do(KeepDraft("feedback", "MINE as well", play.id_of("Bea")))
    assert play.refused(Close()) == TWO
    play.do(Close(anyway=True))
    assert play.session.state == "closed"
    assert "MINE" not in repr(play.session)


def test_own_fields_without_words_stop_no_closing() -> None:
    play, _, _ = typing(" \n")
    play.do(Close())
    assert play.session.drafts == ()


def test_words_of_the_room_come_first() -> None:
    play, _, _ = typing()
    play.do(KeepDraft("park", "The bus"))
    for command in (Close(), Close(anyway=True)):
        assert play.refused(command).startswith("There are words that are not handed in yet.")
    play.do(KeepDraft("park", ""))
    assert play.refused(Close()) == ONE


def test_words_for_a_card_of_another_deck_stay_with_it() -> None:
    other = a_deck("memory")
    play = Play.begun("Asha, Tom", a_deck(), other, planned_turns=2)
    tom, first = play.id_of("Tom"), play.turn
    play.do(KeepDraft("own", "Mine", tom, "nurse"), Next())
    assert play.turn.deck != first.deck
    play.do(Say("Mine.", tom, "nurse", draft="own", turn=first.id))
    assert play.last.turn == first.id


def test_words_that_undo_brings_back_stand_in_nobodys_field_any_more() -> None:
    """Side by side, record and field would tell whose the words are."""
    play = Play.begun("Asha, Tom, Bea")
    tom = play.id_of("Tom")
    play.do(Say("I want my own bed.", tom, draft="own"))
    play.do(Remove(play.last.id), KeepDraft("own", "I want my own bed.", tom))
    play.do(Undo())
    assert play.said == ["I want my own bed."]
    assert play.session.drafts == ()


def test_drafts_lose_their_shoes_where_unattributed_words_were_kept() -> None:
    play = Play.begun("Asha, Tom, Bea")
    tom, bea = play.id_of("Tom"), play.id_of("Bea")
    play.do(KeepDraft("own", "I", bea, "nurse"))
    assert play.session.drafts[0].shoes == "nurse"
    play.do(Say("I want my own bed.", tom, "nurse", draft="own"))
    play.do(KeepDraft("own", "And", tom, "nurse"))
    assert [draft.shoes for draft in play.session.drafts] == ["", ""]


def test_where_people_are_named_drafts_keep_their_shoes() -> None:
    play = Play.begun("Asha, Tom, Bea", visibility="named")
    tom = play.id_of("Tom")
    play.do(Say("I want my own bed.", tom, "nurse", draft="own"))
    play.do(KeepDraft("own", "And", tom, "nurse"))
    assert play.session.drafts[0].shoes == "nurse"
