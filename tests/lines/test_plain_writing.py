"""Write first: private until the reveal, whatever is typed in between."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.build import Backwards, Play
from tests.lines.talk import Talk
from wshoes_tui.domain.commands import HandIn, KeepDraft
from wshoes_tui.lines.conversation import Conversation

SECRET = "I never told anybody"


@pytest.fixture
def talk() -> Talk:
    talk = Talk.over(Play.begun("Asha, Tom, Bea", chance=Backwards()))
    talk.type("/write")
    return talk


def everything_that_looks(talk: Talk) -> None:
    """Type every command that tells something."""
    for command in (
        "", "/where", "/help", "/help all", "/seats", "/map", "/voices", "/summary", "/said",
        "/note", "/prompt", "/light", "/pledge", "/easy", "/easy", "/shoes", "/next", "/undo",
        "/pass", "/save", "/reveal", "/talk", "/swap", "/close", "/say Tom: x", "/edit 1 x",
        "/remove 1", "/withhold 1", "/pause", "/pause", "/export md",
    ):  # fmt: skip
        talk.type(command)


def test_each_seat_is_asked_by_name_and_nothing_is_said_back(talk: Talk) -> None:
    writes = [line for line in talk.written if line.startswith("Write")]
    assert writes == ["Write: Asha"]
    assert talk.hidden
    told = talk.type(f"{SECRET} 1")
    assert told[:2] == ["Saved: hidden, 1 of 3", "Write: Tom"]
    assert told[-1].startswith("Question: Tom, write one line for yourself.")
    talk.type(f"{SECRET} 2")
    told = talk.type(f"{SECRET} 3")
    assert told == [
        "Saved: hidden, 3 of 3",
        "Question: Everybody is ready. /reveal shows it all together.",
    ]
    assert talk.error("late words").startswith("Everybody is ready.")
    assert SECRET not in "".join(talk.written)


def test_nothing_private_is_told_before_the_reveal(talk: Talk) -> None:
    talk.type(f"{SECRET} 1")
    assert "kept as a draft" in talk.leave_unfinished(f"{SECRET} 2")
    again = talk.again()
    everything_that_looks(again)
    talk.type("/home")
    assert SECRET not in "".join(talk.written + again.written)


def test_the_reveal_tells_all_in_an_order_that_tells_nothing(talk: Talk) -> None:
    talk.type("one", "two", "three")
    told = talk.type("/reveal")
    assert told[0] == "Saved: all is revealed, read it slowly"
    said = [line.rpartition(": ")[2] for line in told if line.startswith("Said")]
    assert said == ["three", "two", "one"]
    assert not any(line.startswith("Card") for line in told)
    assert not talk.hidden
    assert all(r.seat is None and r.written_first for r in talk.session.responses)
    assert talk.error("/reveal") == "Nobody is writing now."


def test_the_reveal_waits_for_everybody(talk: Talk) -> None:
    talk.type("one")
    assert talk.error("/reveal") == "Tom has not written yet. /pass leaves it out."
    talk.type("/pass", "/pass")
    assert [line for line in talk.type("/reveal") if line.startswith("Said")]
    assert talk.texts == ["one"]


def test_talking_instead_as_long_as_nobody_has_written(talk: Talk) -> None:
    told = talk.type("/talk")
    assert talk.heads(told) == ["Question"]
    assert not talk.hidden
    talk.type("/write", "one")
    assert talk.error("/talk") == "People have written. Reveal it first."
    assert talk.error("/next") == "People have handed in what they wrote. Reveal it first."
    assert talk.error("/write") == "People are writing already."


@pytest.mark.parametrize("command", ["/next", "/swap", "/park", "/close"])
def test_nothing_ends_a_turn_on_which_people_write(talk: Talk, command: str) -> None:
    before = talk.session
    assert talk.error(command).startswith("People are writing on this card")
    assert talk.session == before


def test_shoes_are_told_to_the_one_who_writes(talk: Talk) -> None:
    asked = [talk.written[-4:]]
    asked += [talk.type("one")[1:], talk.type("two")[1:]]
    turn = talk.session.turns[-1]
    for seat, lines in zip(talk.session.seats, asked, strict=True):
        page = talk.session.draft("private", turn.id, seat.id)
        assert page is not None
        worn = talk.session.shoes_of(turn, page.shoes)
        assert lines[0] == f"Write: {seat.label}"
        assert lines[1] == f"Shoes: {worn.mark} {worn.name}"


def test_it_is_said_that_lines_can_be_read_back() -> None:
    def warned(seats: str, **plan: object) -> bool:
        talk = Talk.over(Play.begun(seats, write_first=True, **plan))
        return sum("can be read back" in line for line in talk.written) == 1

    assert warned("Asha, Tom")
    assert not warned("Asha")
    assert not warned("Asha, Tom", visibility="named")


def test_the_card_is_told_where_writing_comes_first() -> None:
    talk = Talk.over(Play.begun("Asha, Tom", write_first=True))
    heads = talk.heads(talk.written)
    assert heads[:4] == ["Session", "Turn", "Card", "Card"]
    assert "Card" not in talk.heads(talk.type("one"))


WAITING: dict[str, Callable[[Talk], object]] = {
    "typed": lambda talk: talk.leave_unfinished(SECRET),
    "from a screen": lambda talk: talk.does(KeepDraft("private", SECRET, talk.session.seats[0].id)),
}


@pytest.mark.parametrize("way", WAITING)
def test_words_that_wait_on_a_page_are_not_shown(talk: Talk, way: str) -> None:
    WAITING[way](talk)
    again = talk.again()
    assert "Draft: words of yours wait here, not shown" in again.written
    assert again.error("/pass") == "Words wait here. /save hands them in, /drop lets them go."
    assert again.heads(again.type("/next"))[0] == "Error"
    again.type("and I never will")
    asha = again.session.seats[0].id
    page = again.session.draft("private", again.session.turns[0].id, asha)
    assert page is not None
    assert page.text == f"{SECRET}\nand I never will"
    assert SECRET not in "".join(again.written)


def test_words_that_wait_on_a_page_are_handed_in_or_dropped(talk: Talk) -> None:
    talk.leave_unfinished(SECRET)
    assert talk.type("/save")[0] == "Saved: hidden, 1 of 3"
    talk.leave_unfinished("not this")
    assert talk.type("/drop") == ["Saved: the words that waited are gone"]
    talk.type("/pass", "/pass")
    talk.type("/reveal")
    assert talk.texts == [SECRET]


def test_two_unfinished_lines_are_one_behind_the_other(talk: Talk) -> None:
    talk.leave_unfinished("one")
    talk.leave_unfinished("two")
    talk.type("/save")
    assert [d.text for d in talk.session.written()] == ["one\ntwo"]


def test_somebody_who_joins_late_is_asked_too(talk: Talk) -> None:
    talk.type("one", "two", "/away Bea", "/join Zo")
    assert talk.type("")[0] == "Question: Everybody is ready. /reveal shows it all together."
    talk.type("/back Bea")
    assert talk.type("")[0].startswith("Question: Bea, write")


def test_what_another_seat_handed_in_elsewhere_counts(talk: Talk) -> None:
    seats = talk.session.seats
    talk.does(HandIn(seats[1].id, SECRET))
    told = talk.type("one")
    assert told[:2] == ["Saved: hidden, 2 of 3", "Write: Bea"]
    assert SECRET not in "".join(talk.written)


def test_closing_waits_for_what_is_being_written(talk: Talk) -> None:
    writing = "People are writing on this card, in shoes of their own. Reveal or stop that first."
    assert talk.error("/close") == writing
    assert talk.session.state == "turns"
    talk.leave_unfinished(SECRET)
    again = talk.again()
    assert again.error("/close") == writing
    again.type("/save")
    assert again.error("/close") == "People have handed in what they wrote. Reveal it first."
    again.type("/pass", "/pass", "/reveal", "/close")
    assert again.session.state == "closing"


def test_nobody_is_left_out_who_was_not_named(monkeypatch: pytest.MonkeyPatch) -> None:
    play = Play.begun("Asha, Tom, Bea")
    asha, _tom, bea = (seat.id for seat in play.session.seats)
    monkeypatch.setattr(Conversation, "at_own_screen", lambda _self, seat: seat != asha)
    talk = Talk.over(play)
    talk.type("/write")
    talk.does(HandIn(bea, SECRET))
    talk.type("mine")
    asked = "Still writing: {names}. /reveal once more does it without them."
    assert talk.error("/reveal") == asked.format(names="Tom")
    talk.does(HandIn(bea, "", done=False))
    assert talk.error("/reveal") == asked.format(names="Tom, Bea")
    talk.type("/reveal")
    assert talk.texts == ["mine"]


@pytest.mark.parametrize("text", ["/next", "/swap", "/park", "/close"])
def test_nothing_ends_the_turn_while_people_write(talk: Talk, text: str) -> None:
    assert talk.error(text) == (
        "People are writing on this card, in shoes of their own. Reveal or stop that first."
    )
    assert talk.session.turn is not None
    assert talk.session.turn.phase == "writing"
    talk.type("/talk")
    assert not [line for line in talk.type(text) if line.startswith("Error")]
