"""Slips from paper on the screen: one question at a time, and nothing typed is lost."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.build import Play
from tests.lines.talk import Talk
from tests.tui.app_fixture import House, resume
from tests.tui.decks import HOSPITAL
from tests.tui.keyboard import ENTER, ESC, pasted, typed
from tests.tui.screen_text import in_field, misfits, shown
from wshoes_tui.domain import commands as c
from wshoes_tui.domain.models import Session
from wshoes_tui.flow.printing import SHEETS, PrintSheet
from wshoes_tui.tui.startup import StartOptions

SET_UP = ("yesterday", ENTER, "6", ENTER, "Table 3", ENTER, ENTER, "yes", ENTER)


def kept(session: Session) -> list[tuple[str, str, str]]:
    return [
        (turn.card, said.text, said.visibility)
        for turn in session.turns
        for said in session.said(turn)
    ]


async def test_an_evening_on_paper_from_home_to_the_summary(house: House) -> None:
    async with house.open() as app:
        await typed(app, "i", ENTER)
        assert "On which day was it?" in shown(app)
        await typed(app, *SET_UP)
        assert "Which card?" in shown(app)
        await typed(app, "3", ENTER)
        assert "Whose shoes?" in shown(app)
        await typed(app, "N", ENTER, "quit, or next?", "\n", "A second line.", ENTER)
        assert "Who may see it?" in shown(app)
        await typed(app, ENTER)
        assert "saved: slip 1" in shown(app)
        await typed(app, "1, N, not passed on", ENTER, "Another.", ENTER)
        assert misfits(app) == []
        await typed(app, ESC, "l", "I thought one.", ENTER, "I see two.", ENTER)
        await typed(app, ENTER)
        assert "Is that all?" in shown(app)
        await typed(app, ENTER, ESC, "c")
        assert "typed up from paper" in shown(app)
    session = house.only
    assert [words for _card, words, _seen in kept(session)] == [
        "quit, or next?\nA second line.", "Another.",
    ]  # fmt: skip
    assert (session.state, session.header.place, len(session.seats)) == ("closed", "Table 3", 6)
    assert session.header.consented
    assert len(session.lightbulbs) == 1


async def test_half_a_slip_is_there_again_and_one_can_go_back(house: House) -> None:
    async with house.open(StartOptions("paper")) as app:
        await typed(app, ENTER, *SET_UP, "3, N", ENTER, "The begin")
    async with house.open(resume()) as app:
        assert "The words, as they stand on the slip." in shown(app)
        assert in_field(app) == "The begin"
        await typed(app, "ning.", ENTER, ESC, "b")
        assert in_field(app) == "The beginning."
        await typed(app, ENTER, "named Tom", ENTER)
        assert "saved: slip 1" in shown(app)
        await typed(app, ESC, "u")
        assert "Enter alone: named Tom." in shown(app)
        await typed(app, ESC, "x")
        assert "Which card?" in shown(app)
    assert house.only.responses == ()
    assert house.only.drafts == ()


async def test_slips_that_are_pasted_are_typed_up_one_after_the_other(house: House) -> None:
    async with house.open(StartOptions("paper")) as app:
        await typed(app, ENTER, *SET_UP)
        await pasted(app, "3, N\nOne.\n\n1 N\nTwo,\nthree.\n\n\n99\n")
        await typed(app, ENTER)
        assert "There is no card 99" in shown(app)
        assert in_field(app).startswith("99")
    assert [words for _card, words, _seen in kept(house.only)] == ["One.", "Two,\nthree."]


@pytest.mark.parametrize("size", [(80, 24), (40, 20)])
async def test_beside_a_session_that_goes_on(house: House, size: tuple[int, int]) -> None:
    play = Play.begun("Asha, Tom", HOSPITAL)
    play.do(c.Say("Aloud."), c.Next())
    house.hold(play)
    async with house.open(resume(), size=size) as app:
        await typed(app, ESC, "i", "1, N", ENTER, "By hand.", ENTER, ENTER)
        assert misfits(app) == []
        await typed(app, ESC, "b")
        assert "By hand." not in shown(app)
        assert house.only.turn is not None
    assert "By hand." in [words for _card, words, _seen in kept(house.only)]


async def test_a_page_to_print_is_written_from_decks_and_from_a_session(
    house: House, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("WSHOES_DOCUMENTS", str(tmp_path / "documents"))
    async with house.open() as app:
        await typed(app, "t")
        assert "Which page to print?" in shown(app)
        await typed(app, "s", "l", ENTER)
        assert "Written to" in shown(app)
        await typed(app, "d", "p", ENTER)
    names = sorted(path.name for path in (tmp_path / "documents").iterdir())
    assert names[-1] == "slips.html"
    assert names[0].endswith("-cards.html")


async def test_a_new_sheet_is_offered_on_screens_and_in_lines(
    house: House, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("WSHOES_DOCUMENTS", str(tmp_path / "documents"))
    badges = PrintSheet("badges", "Badges to wear", lambda _job: "<p>badges</p>")
    monkeypatch.setitem(SHEETS, "badges", badges)
    async with house.open() as app:
        await typed(app, "t")
        assert "Badges to wear" in shown(app)
        await typed(app, "b", ENTER)
    talk = Talk.at_home()
    talk.role.follow()
    assert talk.type("/print badges")[0].endswith("badges-2.html")
    assert [path.name for path in (tmp_path / "documents").glob("*.html")] != []


async def test_numbers_and_closing_words_are_typed_up_and_the_evening_is_closed(
    house: House,
) -> None:
    async with house.open() as app:
        await typed(app, "i", ENTER, *SET_UP, "3, N", ENTER, "One.", ENTER, ENTER, ENTER)
        assert "Esc, then n: the numbers and the closing words from paper." in shown(app)
        await typed(app, ESC, "n")
        assert "The numbers from before the cards." in shown(app)
        await typed(app, "P 4 11", ENTER)
        assert "Numbers go from 0 to 10." in shown(app)
        assert in_field(app) == "P 4 11", "nothing typed is lost"
        await typed(app, *["\x7f"] * 6, "P 4 7", "\n", "N: 2", ENTER, ENTER, "P 9 8", ESC, "n")
        assert "what do you take with you?" in shown(app)
        assert misfits(app) == []
        await typed(app, "Courage, q.", ENTER, "A half")
        assert "Courage, q." in shown(app)
        async with house.open(StartOptions("paper", reference="last")) as again:
            assert again.session.draft("feedback") is not None
            await typed(again, ESC, "n", ENTER, ENTER)
            assert in_field(again) == "A half"
        await typed(app, " sentence.", ENTER, ENTER, ENTER, ENTER, ENTER)
        assert "Is that all?" in shown(app)
        await typed(app, ESC, "c")
        session = house.only
    numbers = sorted((one.when, one.shoes, one.value) for one in session.ratings)
    assert numbers == [
        ("after", "person", 8), ("after", "person", 9),
        ("before", "nurse", 2), ("before", "person", 4), ("before", "person", 7),
    ]  # fmt: skip
    words = {(one.kind, one.text) for one in session.feedback}
    assert words == {("checkout", "Courage, q."), ("checkout", "A half sentence.")}
    header = session.header
    assert (session.state, header.place, header.closed) == ("closed", "Table 3", header.created)
