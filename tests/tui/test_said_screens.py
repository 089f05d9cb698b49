"""All that was said, on the screens: from any turn, the closing, the summary and a seat."""

from __future__ import annotations

import zipfile
from dataclasses import replace
from pathlib import Path

import pytest
from syrupy.assertion import SnapshotAssertion

from tests.build import Play
from tests.tui.app_fixture import House, resume
from tests.tui.decks import HOSPITAL
from tests.tui.group_fixture import a_round
from tests.tui.keyboard import (
    BACKSPACE,
    DOWN,
    ENTER,
    ESC,
    LATER,
    TAB,
    burst,
    in_one_read,
    resized,
    typed,
)
from tests.tui.screen_text import in_field, misfits, picture, shown
from tests.tui.test_seat_journeys import talking
from wshoes_tui.domain.commands import Close, GoToClosing, Next, Remove, Say, WriteFirst
from wshoes_tui.domain.models import Session
from wshoes_tui.flow.said_flow import SaidFlow
from wshoes_tui.sessions.export_log import note_export
from wshoes_tui.sessions.session_library import export_formats, write_session
from wshoes_tui.storage.session_lock import SessionLock
from wshoes_tui.tui.startup import StartOptions

PAGE_DOWN = "\x1b[6~"


def three_turns(*, named: bool = False) -> Play:
    """Words in two pairs of shoes on three turns."""
    play = Play.begun("Asha, Tom", HOSPITAL, visibility="named" if named else "shoes")
    asha, tom = (seat.id for seat in play.session.seats)
    play.do(Say("first words", asha, "person"), Say("second words", tom, "nurse"), Next())
    play.do(Say("third words", tom, "person"), Next())
    return play


def order_of(app: object, *words: str) -> list[str]:
    """These words in the order in which they stand on the screen."""
    text = shown(app)  # type: ignore[arg-type]
    return sorted((word for word in words if word in text), key=text.index)


FIRST, SECOND, THIRD = ALL = ("first words", "second words", "third words")


def exported(session: Session, folder: Path, *names: str) -> bytes:
    """The bytes of these formats."""
    found = b""
    for name in names:
        path = write_session(session, name, folder, everything=True)
        files = [path] if path.is_file() else [one for one in path.rglob("*") if one.is_file()]
        for file in files:
            found += file.read_bytes()
            if zipfile.is_zipfile(file):
                with zipfile.ZipFile(file) as held:
                    found += b"".join(held.read(one) for one in held.namelist())
    return found


async def test_from_a_turn_all_turns_are_one_key_away_in_three_orders(house: House) -> None:
    play = three_turns()
    play.do(Say("fourth words", None, "nurse"))
    house.hold(play)
    everything = (*ALL, "fourth words")
    async with house.open(resume()) as app:
        await typed(app, ESC, "b")
        assert order_of(app, *everything) == ["fourth words"], "at first what was said on this card"
        await typed(app, "o")
        assert order_of(app, *everything) == [*everything]
        assert order_of(app, "turn 1,", "turn 2,", "turn 3,") == ["turn 1,", "turn 2,", "turn 3,"]
        await typed(app, "o")
        assert order_of(app, *everything) == [FIRST, THIRD, SECOND, "fourth words"]
        await typed(app, "o")
        assert order_of(app, *everything) == ["fourth words", THIRD, SECOND, FIRST]
        await typed(app, "o")
        assert order_of(app, *everything) == ["fourth words"]
        await typed(app, ESC)
        assert in_field(app) == "", "back in the field"


@pytest.mark.parametrize("way", ["turn", "writing", "closing", "summary", "past"])
async def test_the_page_is_reached_from_everywhere(house: House, way: str) -> None:
    play = three_turns()
    if way == "writing":
        play.do(WriteFirst())
    if way in ("closing", "summary", "past"):
        play.do(GoToClosing())
    if way == "past":
        play.do(Close())
    house.hold(play)
    keys = {
        "turn": (ESC, "b"),
        "writing": (ESC, "b"),
        "closing": (ESC, "s"),
        "summary": (*(ESC, "n") * 7, LATER, "b"),
        "past": ("p", ENTER, "b"),
    }[way]
    async with house.open(StartOptions() if way == "past" else resume()) as app:
        await typed(app, *keys)
        assert order_of(app, *ALL) == [*ALL], picture(app)
        assert not misfits(app)
        await typed(app, DOWN, ENTER, " indeed", ENTER, ESC)
        assert "second words indeed" in shown(app)
        before, after = play.session, house.only
        assert [one.text for one in after.responses] == [FIRST, "second words indeed", THIRD]
        for was, now in zip(before.responses, after.responses, strict=True):
            assert replace(now, text=was.text, revision=was.revision) == was, "only the words"
        await typed(app, ESC)
        assert "What was said" not in shown(app).partition("Tab:")[0]


async def test_a_session_of_the_past_is_let_go_after_it_was_read(house: House) -> None:
    play = three_turns()
    play.do(GoToClosing(), Close())
    house.hold(play)
    async with house.open(StartOptions()) as app:
        await typed(app, "p", ENTER, "b")
        assert app.live is not None
        await typed(app, ENTER, " indeed", ENTER, ESC, ESC, TAB)
        assert app.live is None, "another copy of the program may have it"
        assert "first words indeed" in shown(app), "the summary is as it is now"
        await typed(app, ESC, ESC)
        assert "Past" in shown(app)


async def test_what_is_taken_out_or_kept_out_is_in_no_export(house: House, tmp_path: Path) -> None:
    house.hold(three_turns())
    async with house.open(resume()) as app:
        await typed(app, ESC, "b", "v", DOWN, "x")
        assert "Undo brings the words again" in shown(app)
        session = house.only
        assert [one.text for one in session.responses] == [FIRST, THIRD]
        out = exported(session, tmp_path, *export_formats())
        assert b"second words" not in out
        assert b"third words" in out
        to_share = [name for name in export_formats() if name != "json"]
        out = exported(session, tmp_path, *to_share)
        assert b"first words" not in out, "json alone keeps them, for a computer of one's own"
        assert b"third words" in out
        await typed(app, "u")
        assert SECOND in shown(app)
        await typed(app, "v")
        assert "kept out" not in shown(app).partition("Enter put right")[0]
        assert [one.text for one in house.only.responses] == [*ALL]


async def test_what_was_taken_out_cannot_be_brought_back_once_the_turn_is_left(
    house: House,
) -> None:
    house.hold(three_turns())
    async with house.open(resume()) as app:
        await typed(app, ESC, "b", "x", ESC, ESC, "n", ESC, "u")
        assert [one.text for one in house.only.responses] == [SECOND, THIRD]


async def test_in_a_closed_session_taking_out_is_final_and_asks(house: House) -> None:
    play = three_turns()
    play.do(GoToClosing(), Close())
    house.hold(play)
    async with house.open(StartOptions()) as app:
        await typed(app, "p", ENTER, "b", "x")
        assert "cannot be brought back" in shown(app)
        assert len(house.only.responses) == 3
        await typed(app, "x")
        assert len(house.only.responses) == 3, "a held key is no second one"
        await typed(app, LATER, DOWN, "x")
        assert len(house.only.responses) == 3, "nor is one on other words"
        await typed(app, LATER, "x")
        assert [one.text for one in house.only.responses] == [FIRST, THIRD]
        assert "undo" not in shown(app), "there is none in a closed session"


async def test_words_are_erased_for_good_after_a_yes(house: House) -> None:
    house.store = None
    session_id = house.hold(three_turns())
    data = house.settings.data.root
    file = data.parent / "sent.md"
    file.write_text("second words")
    note_export(data, session_id, file)
    async with house.open(resume()) as app:
        await typed(app, ESC, "b", DOWN, "d")
        text = picture(app).replace("\n", "").replace(" ", "")
        assert "Erasethesewordsforgood:secondwords" in text
        assert str(file).replace(" ", "") in text, "what cannot be reached is named"
        await typed(app, ENTER)
        assert SECOND in shown(app), "what is marked first leaves it as it is"
        await typed(app, "d", DOWN, ENTER)
        assert "Erased. 1 exported file is still there." in shown(app)
        assert order_of(app, *ALL) == [FIRST, THIRD]
        await typed(app, "u")
        assert SECOND not in shown(app)
    kept = b"".join(one.read_bytes() for one in data.rglob("*") if one.is_file())
    assert b"first words" in kept
    assert b"second words" not in kept


async def test_a_past_session_is_erased_from_home(house: House) -> None:
    house.store = None
    house.hold(three_turns())
    data = house.settings.data.root
    async with house.open(StartOptions()) as app:
        await typed(app, "p", "d")
        assert "3 responses" in shown(app)
        await typed(app, ESC)
        assert "Home again" in shown(app)
        await typed(app, "d", DOWN, ENTER)
        assert "No sessions yet." in shown(app)
        assert "Erased." in shown(app)
        await typed(app, "d", "x", ENTER)
        assert "No sessions yet." in shown(app), "there is nothing to choose"
        await typed(app, ESC)
        assert "nothing yet: your first session will stand here" in shown(app)
    kept = b"".join(one.read_bytes() for one in data.rglob("*") if one.is_file())
    assert b"first words" not in kept


async def test_a_session_that_is_open_elsewhere_is_not_erased(house: House) -> None:
    house.store = None
    session_id = house.hold(three_turns())
    async with house.open(StartOptions()) as app:
        await typed(app, "p")
        with SessionLock(house.settings.data.locks, session_id):
            await typed(app, "d", DOWN, ENTER)
        assert "open" in shown(app)
        assert "Erased" not in shown(app)
    assert [one.text for one in house.only.responses] == [*ALL]


async def test_nothing_said_yet_says_what_will_stand_there(house: House) -> None:
    house.hold(Play.begun("Asha", HOSPITAL))
    async with house.open(resume()) as app:
        await typed(app, ESC, "b")
        assert "Nothing has been said yet. What is said on a card will stand here." in shown(app)
        await typed(app, "x", "v", "d", ENTER, "o")
        assert "What was said" in shown(app)
        assert not misfits(app)


@pytest.mark.parametrize("size", [(80, 24), (40, 20)])
async def test_two_hundred_responses_are_gone_through_page_by_page(
    house: House, size: tuple[int, int]
) -> None:
    play = Play.begun("Asha, Tom", HOSPITAL)
    for turn in range(2):
        for number in range(100):
            play.do(Say(f"response {turn * 100 + number:03d} and more", None, "nurse"))
        play.do(Next())
    house.hold(play)
    async with house.open(resume(), size=size) as app:
        await typed(app, ESC, "b")
        assert "response 000" in shown(app)
        seen: set[str] = set()
        for _page in range(200):
            text = shown(app)
            seen |= {one for one in (f"response {n:03d}" for n in range(200)) if one in text}
            if "response 199" in seen:
                break
            await burst(app, PAGE_DOWN)
        assert len(seen) == 200, "no page leaves one out"
        assert not misfits(app)


def test_rows_are_made_in_time_that_grows_with_their_number() -> None:
    """Not with its square: a session of 2,000 responses is no wait."""
    play = Play.begun("Asha", HOSPITAL)
    for number in range(60):
        play.do(Say(f"{number}", None, "nurse"))
    looked: list[int] = []

    class Counted(str):
        def __hash__(self) -> int:
            looked.append(1)
            return super().__hash__()

    said = tuple(replace(one, id=Counted(one.id)) for one in play.session.responses)
    session = replace(play.session, responses=said)
    assert len(SaidFlow(lambda: session).rows()) == 60
    assert len(looked) <= 4 * 60


async def test_at_a_seat_there_are_ones_own_words_of_all_turns_and_no_others(house: House) -> None:
    async with a_round(house) as together:
        asha, tom = await talking(together, "Asha", "Tom")
        await typed(asha, "Asha one", ENTER)
        await typed(tom, "Tom one", ENTER)
        await together.does(Next())
        await typed(asha, "Asha two", ENTER)
        await typed(asha, ESC, "r")
        assert order_of(asha, "Asha one", "Asha two", "Tom one") == ["Asha one", "Asha two"]
        assert not misfits(asha)
        await typed(asha, "o", "o")
        assert order_of(asha, "Asha one", "Asha two", "Tom one") == ["Asha two", "Asha one"]
        before = {one.id: one for one in together.session.responses}
        await typed(asha, ENTER, " right", ENTER, ESC)
        for one in together.session.responses:
            was = before[one.id]
            assert replace(one, text=was.text, revision=was.revision) == was
        assert {one.text for one in together.session.responses} == {
            "Asha one", "Asha two right", "Tom one",
        }  # fmt: skip
        await typed(asha, "x")
        assert "cannot be brought back" in shown(asha)
        await typed(asha, LATER, "x")
        assert {one.text for one in together.session.responses} == {"Asha one", "Tom one"}
        assert "Asha two" not in shown(asha)
        await typed(asha, ESC)
        assert in_field(asha) == ""
        await typed(tom, ESC, "r")
        assert order_of(tom, "Asha one", "Tom one") == ["Tom one"]


async def test_a_seat_that_has_said_nothing_is_told_so(house: House) -> None:
    async with a_round(house) as together:
        asha, tom = await talking(together, "Asha", "Tom")
        await typed(tom, "Tom one", ENTER)
        await typed(asha, ESC, "r")
        assert "Nothing of yours is kept yet." in shown(asha)
        await typed(asha, "x", ENTER, "o", ESC)
        assert len(together.session.responses) == 1


async def test_words_that_go_while_they_are_put_right_are_not_written_again(house: House) -> None:
    async with a_round(house) as together:
        (asha,) = await talking(together, "Asha")
        await typed(asha, "Asha one", ENTER, ESC, "r", ENTER)
        await together.does(Remove(together.session.responses[0].id))
        await typed(asha, " more", ENTER)
        assert "taken out meanwhile" in shown(asha)
        assert in_field(asha) == "Asha one more", "what was typed is not lost"
        assert together.session.responses == ()


async def test_letters_typed_while_words_are_put_right_are_words(house: House) -> None:
    house.hold(three_turns())
    async with house.open(resume()) as app:
        await typed(app, ESC, "b", ENTER)
        await in_one_read(app, " xdvouq?")
        assert in_field(app) == f"{FIRST} xdvouq?"
        await typed(app, *BACKSPACE * 8, ENTER, ESC)
        assert [one.text for one in house.only.responses] == [*ALL]


async def test_a_name_stays_with_the_words(house: House) -> None:
    play = three_turns(named=True)
    house.hold(play)
    async with house.open(resume()) as app:
        await typed(app, ESC, "b", "o")
        assert "Asha" in shown(app)
        await typed(app, ENTER, " indeed", ENTER, ESC)
        seats = [one.seat for one in play.session.responses]
        assert [one.seat for one in house.only.responses] == seats
        await typed(app, "v")
        assert "takes the name off" in shown(app)
        assert [one.seat for one in house.only.responses] == seats
        await typed(app, LATER, "v")
        assert [one.seat for one in house.only.responses] == [None, *seats[1:]]


async def test_ones_own_words_look_like_this(house: House, snapshot: SnapshotAssertion) -> None:
    async with a_round(house) as together:
        asha, tom = await talking(together, "Asha", "Tom")
        await typed(asha, "Nobody asked me what I need.", ENTER)
        await typed(tom, "I have three more to see.", ENTER)
        await together.does(Next())
        turn = together.session.turn
        assert turn is not None
        asha.seated.participant.shoes[turn.id] = "person"  # else dealt by chance
        await typed(asha, "And I said it twice.", ENTER, ESC)
        assert picture(asha) == snapshot(name="the way there")
        await typed(asha, "r")
        for size in ((40, 20), (80, 24)):
            await resized(asha, *size)
            assert picture(asha) == snapshot(name=f"{size[0]}x{size[1]}")
            assert not misfits(asha)


async def test_words_that_are_being_written_in_private_wait_meanwhile(house: House) -> None:
    play = three_turns()
    play.do(WriteFirst())
    house.hold(play)
    async with house.open(resume()) as app:
        await typed(app, ESC, "w", "Nobody must read this yet", ESC, "b")
        assert order_of(app, *ALL) == [*ALL]
        assert "Nobody must read" not in shown(app)
        await typed(app, "o", "o", ESC)
        assert in_field(app) == "Nobody must read this yet"


async def test_a_past_session_that_is_open_elsewhere_is_only_read(house: House) -> None:
    house.store = None
    play = three_turns()
    play.do(GoToClosing(), Close())
    session_id = house.hold(play)
    async with house.open(StartOptions()) as app:
        await typed(app, "p", ENTER)
        with SessionLock(house.settings.data.locks, session_id):
            await typed(app, "b")
        assert "Whose shoes, on what" in shown(app), "its summary is still there"
        assert app.live is None
        await typed(app, "b")
        assert order_of(app, *ALL) == [*ALL]
