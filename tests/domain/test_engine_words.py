"""What is said on a turn, and the words that are not said yet."""

from __future__ import annotations

import pytest

from tests.build import Play
from tests.domain.hostile_texts import EVIL
from wshoes_tui.domain.commands import (
    AddLightbulb,
    Begin,
    Command,
    EditResponse,
    GoToClosing,
    KeepDraft,
    Next,
    Remove,
    Say,
    ShowAs,
    Undo,
    WriteFirst,
)
from wshoes_tui.domain.models import DraftKind, Visibility
from wshoes_tui.limits import MOST_CHARACTERS

NOTHING = "There are no words to keep yet."
TOO_MUCH = f"That is more than {MOST_CHARACTERS} characters. Please keep it in two parts."
NO_TURN = "There is no open turn."


def drafts(play: Play) -> dict[tuple[str, str], str]:
    """(kind, label of the seat or nothing) -> words."""
    seats = {seat.id: seat.label for seat in play.session.seats}
    return {
        (draft.kind, seats.get(draft.seat or "", "")): draft.text for draft in play.session.drafts
    }


# Saying


def test_words_are_kept_in_the_shoes_of_the_turn_and_without_a_name() -> None:
    play = Play.begun()
    play.do(Say("One.", play.id_of("Asha")), Say("Two.", play.id_of("Tom")))
    first, second = play.session.responses
    assert (first.text, first.turn, first.shoes, first.place) == (
        "One.",
        play.turn.id,
        play.turn.shoes,
        1,
    )
    assert (second.text, second.place) == ("Two.", 2)
    assert {first.seat, second.seat} == {None}
    assert {first.visibility, second.visibility} == {"shoes"}
    assert not first.written_first


def test_another_voice_may_stand_in_other_shoes() -> None:
    play = Play.begun()
    for shoes in ("nurse", "patient"):
        play.do(Say("From here.", shoes=shoes))
        assert play.last.shoes == shoes


@pytest.mark.parametrize(
    ("rule", "asked", "kept", "named"),
    [
        ("shoes", None, "shoes", False),
        ("shoes", "named", "named", True),
        ("named", None, "named", True),
        ("named", "shoes", "shoes", False),
        ("named", "withheld", "withheld", False),
        ("withheld", None, "withheld", False),
    ],
)
def test_a_name_is_kept_only_where_it_was_asked_for(
    rule: Visibility, asked: Visibility | None, kept: Visibility, named: bool
) -> None:
    play = Play.begun(visibility=rule)
    play.do(Say("One.", play.id_of("Tom"), visibility=asked))
    assert play.last.visibility == kept
    assert play.last.seat == (play.id_of("Tom") if named else None)


@pytest.mark.parametrize("text", EVIL, ids=ascii)
def test_words_are_kept_exactly_as_they_came(text: str) -> None:
    play = Play.begun()
    play.do(Say(text))
    assert play.last.text == text
    play.do(KeepDraft("voice", text))
    assert drafts(play) == {("voice", ""): text}


@pytest.mark.parametrize(
    ("say", "why"),
    [
        (Say(""), NOTHING),
        (Say(" \n\t "), NOTHING),
        (Say("x" * (MOST_CHARACTERS + 1)), TOO_MUCH),
        (Say("One.", shoes="cat"), "There are no such shoes in this deck."),
        (Say("One.", seat="nobody"), "There is no such seat."),
    ],
    ids=["empty", "blank", "long", "shoes", "seat"],
)
def test_words_are_refused(say: Say, why: str) -> None:
    assert Play.begun().refused(say) == why


def test_words_need_an_open_turn() -> None:
    play = Play.ready()
    assert play.refused(Say("One.")) == NO_TURN
    play = Play.begun()
    play.do(GoToClosing())
    assert play.refused(Say("One.")) == NO_TURN


def test_nobody_speaks_up_while_people_write() -> None:
    play = Play.begun()
    play.do(WriteFirst())
    assert play.refused(Say("One.")) == "People are still writing. Hand in, or reveal first."


def test_the_longest_words_are_kept() -> None:
    play = Play.begun()
    play.do(Say("x" * MOST_CHARACTERS))
    assert len(play.last.text) == MOST_CHARACTERS


# The fields they came from


def test_saying_empties_the_field_of_the_room() -> None:
    for seat in ("", "Asha"):
        play = Play.begun()
        play.do(KeepDraft("response", "I want"))
        play.do(Say("I want my own bed.", play.id_of(seat) if seat else None))
        assert drafts(play) == {}


def test_saying_empties_the_field_of_the_seat_it_came_from() -> None:
    play = Play.begun()
    kinds: tuple[DraftKind, ...] = ("response", "voice")
    for kind in kinds:
        for label in ("Asha", "Tom"):
            play.do(KeepDraft(kind, "not yet"), KeepDraft(kind, "I want", play.id_of(label)))
            play.do(Say("I want my own bed.", play.id_of(label), draft=kind))
            assert drafts(play) == {(kind, ""): "not yet"}
            play.do(KeepDraft(kind, ""))


def test_what_others_say_leaves_the_field_of_the_room_alone() -> None:
    play = Play.begun()
    play.do(KeepDraft("response", "I want"), Say("From my own screen.", play.id_of("Tom")))
    assert drafts(play) == {("response", ""): "I want"}


def test_a_voice_leaves_other_fields_alone() -> None:
    play = Play.begun()
    tom = play.id_of("Tom")
    play.do(KeepDraft("response", "I"), KeepDraft("voice", "you", tom), KeepDraft("voice", "they"))
    play.do(Say("you too", tom, draft="voice"))
    assert drafts(play) == {("response", ""): "I", ("voice", ""): "they"}


# Putting right


def test_a_response_can_be_put_right() -> None:
    play = Play.begun()
    play.do(Say("I want my onw bed."))
    before = play.last
    play.do(EditResponse(before.id, "I want my own bed."))
    assert play.last.text == "I want my own bed."
    assert (play.last.id, play.last.revision) == (before.id, 2)


def test_putting_right_is_refused() -> None:
    play = Play.begun()
    play.do(Say("One."))
    assert play.refused(EditResponse("none", "Two.")) == "There is no such response."
    assert play.refused(EditResponse(play.last.id, "One.")) == "Nothing changes."
    assert play.refused(EditResponse(play.last.id, " ")) == NOTHING
    assert play.refused(EditResponse(play.last.id, "x" * (MOST_CHARACTERS + 1))) == TOO_MUCH


# Who may be told


def test_a_name_can_be_taken_off_and_is_gone() -> None:
    play = Play.begun(visibility="named")
    play.do(Say("One.", play.id_of("Tom")))
    play.do(ShowAs(play.last.id, "shoes"))
    assert (play.last.visibility, play.last.seat) == ("shoes", None)
    assert play.refused(Undo()) == "A name that was taken off cannot be put back."
    assert play.id_of("Tom") not in repr(play.session.done)


def test_words_can_be_withheld_and_given_back() -> None:
    play = Play.begun()
    play.do(Say("One."))
    play.do(ShowAs(play.last.id, "withheld"))
    withheld = play.last
    play.do(Undo())
    assert (withheld.visibility, play.last.visibility) == ("withheld", "shoes")


def test_named_words_of_nobody_have_no_name_to_lose() -> None:
    play = Play.begun(visibility="named")
    play.do(Say("One."))
    play.do(ShowAs(play.last.id, "shoes"), Undo())
    assert play.last.visibility == "named"


def test_who_may_be_told_is_refused() -> None:
    play = Play.begun()
    play.do(Say("One."))
    assert play.refused(ShowAs("none", "withheld")) == "There is no such response."
    assert play.refused(ShowAs(play.last.id, "shoes")) == "It is kept like that already."
    why = "These words were kept without a name, and nobody knows it any more."
    assert play.refused(ShowAs(play.last.id, "named")) == why


# Words not said yet


def test_one_draft_for_each_field_and_seat() -> None:
    play = Play.begun()
    tom = play.id_of("Tom")
    play.do(KeepDraft("response", "I"), KeepDraft("response", "I want"))
    play.do(KeepDraft("voice", "you", tom), KeepDraft("pledge", "we"))
    assert drafts(play) == {
        ("response", ""): "I want",
        ("voice", "Tom"): "you",
        ("pledge", ""): "we",
    }
    on = {draft.kind: draft.turn for draft in play.session.drafts}
    assert on == {"response": play.turn.id, "voice": play.turn.id, "pledge": None}


def test_an_empty_field_has_no_draft() -> None:
    play = Play.begun()
    play.do(KeepDraft("response", "I"), KeepDraft("response", ""), KeepDraft("park", ""))
    assert play.session.drafts == ()


def test_a_draft_is_no_step() -> None:
    play = Play.begun()
    steps = play.session.done
    play.do(KeepDraft("response", "I want"))
    assert play.session.done == steps


def test_a_voice_keeps_its_shoes() -> None:
    play = Play.begun()
    for shoes in ("nurse", "patient"):
        play.do(KeepDraft("voice", "I", shoes=shoes))
        assert play.session.drafts[0].shoes == shoes


def test_words_typed_before_the_first_turn_wait_for_it() -> None:
    play = Play.ready()
    play.do(KeepDraft("response", "I want"))
    assert play.session.drafts[0].turn is None
    play.do(Begin())
    assert drafts(play) == {("response", ""): "I want"}
    assert play.session.drafts[0].turn == play.turn.id


def test_drafts_are_refused() -> None:
    play = Play.begun()
    assert play.refused(KeepDraft("voice", "I", "nobody")) == "There is no such seat."
    private = KeepDraft("private", "I", play.id_of("Tom"))
    assert play.refused(private) == "Nobody is writing now."
    play.do(WriteFirst())
    assert play.refused(KeepDraft("private", "I")) == "There is no such seat."
    play.write(Tom="I")
    assert play.refused(private) == "This seat is not writing now."


# Taking back


def test_a_response_taken_back_is_gone_and_a_lightbulb_keeps_its_words() -> None:
    play = Play.begun()
    play.do(Say("One."), Say("Two."))
    first = play.session.responses[0].id
    play.do(AddLightbulb("I see.", response=first), Remove(first))
    assert play.said == ["Two."]
    (bulb,) = play.session.lightbulbs
    assert (bulb.now_see, bulb.response) == ("I see.", None)
    play.do(Undo())
    assert play.said == ["One.", "Two."]
    assert play.session.lightbulbs[0].response == first


def test_the_next_words_follow_all_others() -> None:
    play = Play.begun()
    play.do(Say("One."), Say("Two."), Say("Three."))
    play.do(Remove(play.session.responses[1].id), Say("Four."))
    assert play.said == ["One.", "Three.", "Four."]


@pytest.mark.parametrize("command", [Next(), GoToClosing()], ids=["next", "closing"])
def test_words_of_an_earlier_turn_can_still_be_put_right(command: Command) -> None:
    play = Play.begun()
    play.do(Say("One."))
    response = play.last.id
    play.do(command, EditResponse(response, "Won."), ShowAs(response, "withheld"))
    assert (play.last.text, play.last.visibility) == ("Won.", "withheld")
    play.do(Remove(response))
    assert play.session.responses == ()
