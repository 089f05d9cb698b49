"""The review on the screen: one key a line, words put right in a field, and what exports ask."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from tests.build import Play
from tests.export.reviewed import a_reviewed_play
from tests.tui.app_fixture import House, resume
from tests.tui.decks import HOSPITAL
from tests.tui.keyboard import DOWN, ENTER, ESC, LATER, send, typed
from tests.tui.screen_text import misfits, picture, shown
from wshoes_tui.domain import commands as c
from wshoes_tui.export.formats import FORMATS
from wshoes_tui.tui.screens import export_sheet
from wshoes_tui.tui.screens.review_screen import ReviewPage
from wshoes_tui.tui.screens.summary_screen import SummaryPage
from wshoes_tui.tui.startup import StartOptions

WORDS = ("My own bed.", "Mrs Jones is loud.", "Three more beds.")


def closed() -> Play:
    play = Play.begun("Asha, Tom", HOSPITAL)
    play.do(*map(c.Say, WORDS), c.Next(), c.GoToClosing(), c.Close())
    return play


def review() -> StartOptions:
    return StartOptions("review", reference="last")


def decided(house: House) -> list[tuple[str, str, str]]:
    """What was said, what was decided, and in which words it is shared: as it is kept."""
    return [(said.text, said.review, said.shared_text) for said in house.only.responses]


def exported(house: House, suffix: str) -> Iterator[str]:
    for path in sorted(house.settings.data.root.parent.glob(f"here/*{suffix}")):
        yield path.read_text("utf-8")


async def test_a_review_is_a_key_a_line(house: House) -> None:
    house.hold(closed())
    async with house.open(review()) as app:
        assert "1 of 3" in shown(app)
        assert "3 lines left" in shown(app)
        assert "turn 1, " in shown(app)
        assert WORDS[0] in shown(app)
        assert "not decided yet" in shown(app)
        await typed(app, "s")
        assert WORDS[1] in shown(app)
        assert "2 lines left" in shown(app)
        await typed(app, "k", "s")
        assert "You have looked through all of it." in shown(app)
        assert "2: to be shared" in shown(app)
        assert "1: kept back" in shown(app)
    assert [review for _text, review, _shared in decided(house)] == ["share", "keep", "share"]


async def test_the_field_of_long_words_is_seen_whenever_the_page_is_laid_out(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A timer may lay the page out after the field is shown and before the field asks for it."""
    put_right = ReviewPage.action_put_right

    def laid_out_early(page: ReviewPage) -> None:
        put_right(page)
        page._refresh_layout()

    monkeypatch.setattr(ReviewPage, "action_put_right", laid_out_early)
    play = Play.begun("Asha", HOSPITAL)
    play.do(c.Say("\n".join(["Nobody asked me."] * 20)), c.Next(), c.GoToClosing(), c.Close())
    house.hold(play)
    async with house.open(review()) as app:
        await typed(app, "r")
        assert not misfits(app), picture(app)


async def test_words_are_put_right_beside_those_that_were_said(house: House) -> None:
    house.hold(closed())
    async with house.open(review()) as app:
        await typed(app, "s", "r")
        assert shown(app).count(WORDS[1]) == 2, "in the field, too"
        await typed(app, " skbruq is a word here", ENTER)
        assert WORDS[2] in shown(app)
        await typed(app, "b")
        assert WORDS[1] in shown(app)
        assert f"shared as: {WORDS[1]} skbruq is a word here" in shown(app)
        await typed(app, "r", ESC)
        assert "May this be shared?" in shown(app)
        assert shown(app).count("skbruq") == 1, "the field is gone"
    assert decided(house)[1] == (WORDS[1], "share", f"{WORDS[1]} skbruq is a word here")


async def test_a_review_goes_on_where_it_was_left(house: House) -> None:
    house.hold(closed())
    async with house.open(review()) as app:
        await typed(app, "s", "k", ESC)
        assert isinstance(app.page, SummaryPage)
        await typed(app, "r")
        assert WORDS[2] in shown(app)
    async with house.open() as app:
        await typed(app, "p", "r")
        assert "3 of 3" in shown(app)
        assert WORDS[2] in shown(app)


async def test_a_decision_is_changed_a_line_back_or_undone(house: House) -> None:
    house.hold(closed())
    async with house.open(review()) as app:
        await typed(app, "b")
        assert "This is the first line." in shown(app)
        await typed(app, "k", "b")
        assert "kept back" in shown(app)
        await typed(app, "s")
        assert decided(house)[0][1] == "share"
        await typed(app, "u")
        assert WORDS[0] in shown(app)
        assert decided(house)[0][1] == "keep"
        await typed(app, "u", "u")
        assert decided(house)[0][1] == ""
        assert "There is nothing to undo." in shown(app)
        assert house.only.state == "closed"


async def test_undo_takes_nothing_back_but_decisions(house: House) -> None:
    play = Play.begun("Asha, Tom", HOSPITAL)
    play.do(c.Say("My own bed."))
    house.hold(play)
    async with house.open(review()) as app:
        await typed(app, "u")
        assert "There is nothing to undo." in shown(app)
        assert [said.text for said in app.session.responses] == ["My own bed."]


async def test_a_session_without_words_says_so(house: House) -> None:
    house.hold(Play.begun("Asha, Tom", HOSPITAL))
    async with house.open(review()) as app:
        assert "There is nothing to look through in this session." in shown(app)
        await typed(app, "s", "k", "r", "b", ESC)
        assert "Turn 1" in shown(app)


async def test_words_kept_out_of_exports_are_not_shown_to_be_decided(house: House) -> None:
    house.hold(a_reviewed_play(decided=False))
    async with house.open(review()) as app:
        seen = []
        while isinstance(app.page, ReviewPage) and "all of it" not in shown(app):
            seen.append(shown(app))
            await typed(app, "s")
    assert len(seen) == 4 * 5 + 1
    assert not any("WITHHELD" in page for page in seen)
    for word in ("response", "seen", "thought", "pledge", "topic", "closing words"):
        assert sum(f"UNSEEN {word}" in page for page in seen) == 1


@pytest.mark.parametrize("size", [(40, 20), (80, 24)])
async def test_long_words_can_be_read_whole(house: House, size: tuple[int, int]) -> None:
    play = Play.begun("Asha, Tom", HOSPITAL)
    play.do(c.Say("\n".join(f"line {number}" for number in range(60))))
    house.hold(play)
    async with house.open(review(), size=size) as app:
        read = shown(app)
        for _ in range(40):
            await typed(app, DOWN)
            read += shown(app)
        assert all(f"line {number}" in read for number in range(60))


@pytest.mark.parametrize("place", ["summary", "past"])
async def test_an_export_asks_once_and_leads_to_the_review(house: House, place: str) -> None:
    house.hold(closed())
    async with house.open() as app:
        await typed(app, "p", *([ENTER] if place == "summary" else []), "x", ENTER)
        assert "Nobody has looked through this session yet." in shown(app)
        assert not list(exported(house, ".md"))
        await typed(app, ENTER)
        assert isinstance(app.page, ReviewPage)
        await typed(app, "s", "k", ESC, "x", ENTER)
        assert "kept back by choice" in shown(app)
    [page] = exported(house, ".md")
    assert "My own bed" in page
    assert "Jones" not in page
    assert "Three more" not in page


async def test_an_export_of_all_of_it_is_one_key_more(house: House) -> None:
    house.hold(closed())
    async with house.open() as app:
        await typed(app, "p", "x", ENTER, ESC)
        assert not list(exported(house, ".md")), "nothing was chosen"
        await typed(app, "x", ENTER, DOWN, ENTER, "x", ENTER, DOWN, ENTER)
    pages = list(exported(house, ".md"))
    assert len(pages) == 2, "numbered, never refused"
    assert all("Mrs Jones is loud" in page for page in pages)


async def test_the_lossless_record_is_written_at_once_and_says_what_it_holds(house: House) -> None:
    house.hold(closed())
    async with house.open() as app:
        await typed(app, "p", "x", DOWN, ENTER)
        assert "also what was kept back" in shown(app)
    [text] = exported(house, ".json")
    assert "Mrs Jones is loud" in text


async def test_the_page_to_take_home_is_offered_when_the_session_is_closed(house: House) -> None:
    play = Play.begun("Asha, Tom", HOSPITAL)
    play.do(c.Say("Mrs Jones is loud."), c.AddPledge("I will ring.", "Asha"), c.GoToClosing())
    house.hold(play)
    async with house.open(resume(), size=(80, 40)) as app:
        for _ in range(8):
            await typed(app, LATER, ESC, "n")
            if isinstance(app.page, SummaryPage):
                break
        assert "The page to take home is ready: t writes it." in shown(app)
        await typed(app, LATER, "t")
        assert ".take-home.md" in shown(app).replace(" ", "")
    [page] = exported(house, ".take-home.md")
    assert "I will ring" in page
    assert "Jones" not in page
    assert Path.cwd() == house.settings.data.root.parent / "here"


async def test_a_session_that_somebody_else_has_open_is_not_reviewed(house: House) -> None:
    house.store = None
    session_id = house.hold(closed())
    async with house.open(review()) as first:
        assert isinstance(first.page, ReviewPage)
        other = House(house.settings, house.decks)
        async with other.open(StartOptions("review", reference=session_id)) as second:
            assert "Somebody else has this session open" in shown(second)


async def test_an_export_that_takes_long_says_how_far_it_is_and_esc_stops_it(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    endless = replace(FORMATS["takehome"], renderer="tests.export.dummy_format:to_endless")
    monkeypatch.setitem(FORMATS, "takehome", endless)
    monkeypatch.setattr(export_sheet, "SHOWN_AFTER", 0)
    monkeypatch.setattr(export_sheet, "EVERY", 0.001)
    house.hold(closed())
    async with house.open() as app:
        await typed(app, "p", ENTER)
        send(app, "t")
        async with asyncio.timeout(20):
            while "parts so far" not in shown(app):
                await asyncio.sleep(0.01)
        assert "Writing ..." in shown(app)
        assert "Esc stop" in shown(app)
        await typed(app, ESC)
        assert "Stopped. Nothing was written." in shown(app)
        assert isinstance(app.page, SummaryPage)
    assert list(exported(house, ".take-home.md")) == []
