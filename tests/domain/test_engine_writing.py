"""Write first: in private, then all together."""

from __future__ import annotations

from random import Random

import pytest

from tests.build import Backwards, Play, Still
from wshoes_tui.domain.commands import (
    AddSeat,
    ChangeSeat,
    GoToClosing,
    HandIn,
    KeepDraft,
    Next,
    Pause,
    Redo,
    Reveal,
    Say,
    StopWriting,
    Undo,
    WriteFirst,
)
from wshoes_tui.domain.summary import heard_counts

NOT_WRITING = "Nobody is writing now."
WRITTEN = "People have written. Reveal it first."
PAUSED = "The session is paused. Go on first."


def writing(**parts: object) -> Play:
    play = Play.begun(**parts)  # type: ignore[arg-type]
    play.do(WriteFirst())
    return play


def writers(play: Play) -> list[str]:
    seats = {seat.id: seat.label for seat in play.session.seats}
    return [seats[page.seat or ""] for page in play.session.writers()]


# Everybody writes


def test_everybody_here_gets_a_page_and_shoes() -> None:
    play = Play.begun()
    play.do(ChangeSeat(play.id_of("Tom"), state="away"), WriteFirst())
    assert play.turn.phase == "writing"
    assert writers(play) == ["Asha", "Bea"]
    shoes = {shoes.id for shoes in play.session.decks[0].deck.shoes}
    assert all(page.text == "" and page.shoes in shoes for page in play.session.writers())


def test_a_session_may_write_first_on_every_turn() -> None:
    play = Play.begun(write_first=True)
    assert writers(play) == ["Asha", "Tom", "Bea"]
    play.do(Next())
    assert writers(play) == ["Asha", "Tom", "Bea"]
    assert play.turn.number == 2


def test_writing_is_refused() -> None:
    assert Play.ready().refused(WriteFirst()) == "There is no open turn."
    assert writing().refused(WriteFirst()) == "People are writing already."
    play = Play.begun()
    play.do(Pause())
    assert play.refused(WriteFirst()) == PAUSED
    play = Play.begun()
    play.do(*(ChangeSeat(seat.id, state="away") for seat in play.session.seats))
    assert play.refused(WriteFirst()) == "Nobody is here to write."


def test_what_is_written_is_seen_by_nobody_until_the_reveal() -> None:
    play = writing()
    play.do(KeepDraft("private", "half a secr", play.id_of("Tom")))
    play.write(Tom="half a secret", Bea="another secret")
    assert play.session.responses == ()
    assert "secret" not in repr((play.session.done, play.session.undone))
    assert all(d.kind == "private" for d in play.session.drafts if "secr" in d.text)
    assert {page.text for page in play.session.written()} == {"half a secret", "another secret"}


def test_a_draft_of_ones_own_goes_on_in_a_pause() -> None:
    play = writing()
    play.do(Pause(), KeepDraft("private", "I want", play.id_of("Tom")))
    assert play.page("Tom").text == "I want"
    assert play.refused(HandIn(play.id_of("Tom"), "I want")) == PAUSED
    assert play.refused(Reveal()) == PAUSED
    assert play.refused(StopWriting()) == PAUSED


# Handing in


def test_handing_in_waits_for_the_others() -> None:
    play = writing()
    play.write(Tom="I want my own bed.")
    assert [page.text for page in play.session.written()] == ["I want my own bed."]
    assert play.refused(Reveal()) == "2 people are still writing."
    assert play.session.done[-1].name == "WriteFirst"


def test_words_handed_in_can_be_taken_back_and_written_on() -> None:
    play = writing()
    tom = play.id_of("Tom")
    play.write(Tom="I want")
    play.do(HandIn(tom, "", done=False))
    assert (play.page("Tom").text, play.page("Tom").handed_in) == ("I want", False)
    play.do(KeepDraft("private", "I want my", tom), HandIn(tom, "I want my own bed."))
    assert [page.text for page in play.session.written()] == ["I want my own bed."]
    play.do(HandIn(tom, "Something else", done=False))
    assert play.page("Tom").text == "Something else"


def test_handing_in_again_puts_right() -> None:
    play = writing()
    play.write(Tom="I wnat")
    play.write(Tom="I want")
    assert [page.text for page in play.session.written()] == ["I want"]


def test_handing_in_is_refused() -> None:
    assert Play.ready().refused(HandIn("nobody", "I")) == "There is no open turn."
    talking = Play.begun()
    assert talking.refused(HandIn(talking.id_of("Tom"), "I")) == NOT_WRITING
    play = writing()
    assert play.refused(HandIn("nobody", "I")) == "There is no such seat."
    assert play.refused(HandIn(play.id_of("Tom"), "I", done=False)) == "Tom is still writing."


@pytest.mark.parametrize("way", ["typing", "handing in"])
def test_whoever_comes_late_is_dealt_shoes_and_a_page(way: str) -> None:
    found = set()
    for chance in range(30):
        play = writing(chance=chance)
        play.do(AddSeat("Zoe"))
        zoe = play.id_of("Zoe")
        play.do(KeepDraft("private", "Me too.", zoe) if way == "typing" else HandIn(zoe, "Me too."))
        assert play.page("Zoe").text == "Me too."
        found.add(play.page("Zoe").shoes)
        taken = {page.shoes for page in play.session.writers() if page.seat != zoe}
        assert play.page("Zoe").shoes not in taken
    assert len(found) == 4


def test_whoever_comes_back_finds_the_page_as_it_was() -> None:
    play = writing()
    tom = play.id_of("Tom")
    play.do(KeepDraft("private", "I want", tom), ChangeSeat(tom, state="away"))
    play.do(ChangeSeat(tom, state="here"))
    assert play.page("Tom").text == "I want"
    assert len(writers(play)) == 3


# The reveal


def test_all_is_revealed_together_in_the_shoes_it_was_written_in() -> None:
    play = writing()
    shoes = {f"From {label}.": play.page(label).shoes for label in ("Asha", "Tom", "Bea")}
    play.write(Asha="From Asha.", Tom="From Tom.", Bea="From Bea.")
    play.do(Reveal())
    assert play.turn.phase == "talk"
    assert {response.text: response.shoes for response in play.session.responses} == shoes
    assert all(response.written_first for response in play.session.responses)
    assert [response.place for response in play.session.said(play.turn)] == [1, 2, 3]
    assert play.session.drafts == ()


@pytest.mark.parametrize(
    ("chance", "order"), [(Still(), ["A", "T", "B"]), (Backwards(), ["B", "T", "A"])]
)
def test_chance_decides_the_order(chance: Random, order: list[str]) -> None:
    play = writing(chance=chance)
    play.write(Bea="B", Tom="T", Asha="A")
    play.do(Reveal())
    assert play.said == order


def test_every_order_comes_up() -> None:
    orders = set()
    for chance in range(80):
        play = writing(chance=chance)
        play.write(Asha="A", Tom="T", Bea="B")
        play.do(Reveal())
        orders.add("".join(play.said))
    assert len(orders) == 6


@pytest.mark.parametrize("named", [True, False])
def test_a_name_is_kept_only_where_the_session_names_people(named: bool) -> None:
    play = writing(visibility="named" if named else "shoes")
    play.write(Asha="From Asha.", Tom="From Tom.", Bea="From Bea.")
    play.do(Reveal())
    for response in play.session.responses:
        label = response.text[5:-1]
        assert response.seat == (play.id_of(label) if named else None)
        assert response.visibility == ("named" if named else "shoes")


def test_revealed_words_follow_those_said_before() -> None:
    play = Play.begun(chance=Still())
    play.do(Say("Said."), WriteFirst())
    play.write(Asha="A", Tom="T", Bea="B")
    play.do(Reveal())
    assert play.said == ["Said.", "A", "T", "B"]


def test_nothing_written_is_a_pass() -> None:
    play = writing()
    play.write(Asha="A", Tom="", Bea=" \n")
    play.do(Reveal())
    assert play.said == ["A"]
    assert heard_counts(play.session) == {play.id_of("Asha"): 1}


def test_nobody_waits_for_somebody_who_left_without_words() -> None:
    play = writing()
    play.write(Asha="A", Bea="B")
    assert play.refused(Reveal()) == "One person is still writing."
    play.do(ChangeSeat(play.id_of("Tom"), state="left"), Reveal())
    assert sorted(play.said) == ["A", "B"]
    assert play.session.drafts == ()


def test_the_words_of_somebody_who_left_are_waited_for() -> None:
    play = writing()
    tom = play.id_of("Tom")
    play.do(KeepDraft("private", "Not yet", tom), ChangeSeat(tom, state="left"))
    play.write(Asha="A", Bea="B")
    assert play.refused(Reveal()) == "One person is still writing."


def test_a_reveal_anyway_leaves_unfinished_words_with_their_seat() -> None:
    play = writing()
    tom = play.id_of("Tom")
    play.do(KeepDraft("private", "Not yet", tom))
    shoes = play.page("Tom").shoes
    play.write(Asha="A")
    play.do(Reveal(anyway=True))
    assert play.said == ["A"]
    (draft,) = play.session.drafts
    assert (draft.kind, draft.seat, draft.text, draft.shoes) == ("response", tom, "Not yet", shoes)
    assert not draft.handed_in
    play.do(Say("Not yet, but now.", tom, shoes))
    assert play.session.drafts == ()


def test_unfinished_words_join_those_that_wait_in_the_same_field() -> None:
    play = Play.begun()
    tom = play.id_of("Tom")
    play.do(KeepDraft("response", "Before", tom), WriteFirst())
    play.do(KeepDraft("private", "and after", tom), Reveal(anyway=True))
    (draft,) = play.session.drafts
    assert draft.text == "Before\nand after"


def test_what_was_revealed_stays_revealed() -> None:
    play = writing()
    play.write(Asha="A", Tom="T", Bea="B")
    play.do(Reveal())
    why = "What was revealed together stays revealed."
    assert play.refused(Undo()) == why
    play.do(Say("And then."), Undo())
    assert play.refused(Undo()) == why


def test_a_reveal_needs_writing() -> None:
    assert Play.begun().refused(Reveal()) == NOT_WRITING
    assert Play.ready().refused(Reveal()) == "There is no open turn."


def test_a_turn_can_be_written_on_twice() -> None:
    play = writing()
    play.write(Asha="A", Tom="T", Bea="B")
    play.do(Reveal(), WriteFirst())
    assert len(writers(play)) == 3
    play.write(Asha="again")
    play.do(Reveal(anyway=True))
    assert play.said[3:] == ["again"]


def test_alone_in_a_rehearsal() -> None:
    play = Play.begun("You", kind="rehearsal", write_first=True)
    assert play.page("You").shoes == play.turn.shoes
    play.write(You="I want my own bed.")
    play.do(Reveal(), Next())
    assert play.page("You").shoes == play.turn.shoes
    play.do(StopWriting(), Say("Aloud."), GoToClosing())
    assert [response.text for response in play.session.responses] == [
        "I want my own bed.",
        "Aloud.",
    ]


# Without a reveal


def test_writing_can_be_stopped_while_nobody_has_written() -> None:
    play = writing()
    play.do(StopWriting())
    assert play.turn.phase == "talk"
    assert play.session.drafts == ()
    play.do(Undo())
    assert writers(play) == ["Asha", "Tom", "Bea"]


def test_writing_is_not_stopped_over_anybodys_words() -> None:
    assert Play.begun().refused(StopWriting()) == NOT_WRITING
    play = writing()
    play.do(KeepDraft("private", "I", play.id_of("Tom")))
    assert play.refused(StopWriting()) == WRITTEN


def test_neither_undo_nor_redo_takes_words_from_anybody() -> None:
    play = writing()
    play.do(StopWriting(), Undo(), KeepDraft("private", "I want", play.id_of("Tom")))
    assert play.refused(Undo()) == WRITTEN
    assert play.refused(Redo()) == WRITTEN
    assert play.page("Tom").text == "I want"


def test_undo_takes_back_writing_that_nobody_has_begun() -> None:
    play = writing()
    play.do(Undo())
    assert play.turn.phase == "talk"
    assert play.session.drafts == ()
    play.do(Redo())
    assert writers(play) == ["Asha", "Tom", "Bea"]


def test_a_seat_taken_back_takes_its_empty_page_along() -> None:
    play = writing()
    play.do(AddSeat("Zoe"))
    play.do(KeepDraft("private", "", play.id_of("Zoe")))
    assert "Zoe" in writers(play)
    play.do(Undo())
    assert writers(play) == ["Asha", "Tom", "Bea"]
