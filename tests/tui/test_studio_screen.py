"""The deck studio on the screen: writing, changing, taking back, seeing a card as it will be."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.decks.samples import ORIGINALS
from tests.tui.app_fixture import House
from tests.tui.keyboard import ENTER, ESC, TAB, resized, typed
from tests.tui.screen_text import misfits, picture, shown
from wshoes_tui.decks.deck_rules import load_deck
from wshoes_tui.domain.value import Refusal
from wshoes_tui.first_paint.card_fit import too_long
from wshoes_tui.sessions.studio import Studio, twins_of
from wshoes_tui.tui.screens.studio_screen import StudioPage
from wshoes_tui.tui.startup import StartOptions
from wshoes_tui.tui.widgets.header_footer import Body

LOCKED_OUT = next(path for path in ORIGINALS if path.stem == "locked-out")


@pytest.fixture
def mine(tmp_path: Path) -> Path:
    """A deck of one's own."""
    path = tmp_path / "mine.yaml"
    text = LOCKED_OUT.read_text("utf-8").replace("id: locked-out\n", "id: mine\n", 1)
    path.write_text(f"# A comment.\n{text}", "utf-8")
    return path


def opened(path: Path) -> Studio:
    """The studio on a deck."""
    return Studio(path, path.parent / "cache", too_long)


async def test_a_card_is_written_changed_taken_back_and_seen(house: House, mine: Path) -> None:
    before = mine.read_text("utf-8")
    async with house.open(StartOptions("home")) as app:
        app.push_screen(StudioPage(opened(mine)))
        await typed(app, "n", "The new card", ENTER)
        assert load_deck(mine).cards[-1].title == "The new card"
        await typed(app, *["\x1b[B"] * 2, ENTER)
        await typed(app, "\x01", "Somebody waits. ", ENTER)
        assert "✓ saved" in shown(app)
        assert load_deck(mine).cards[-1].text.startswith("Somebody waits.")
        await typed(app, "v")
        assert "Turn 1 of" in shown(app)
        assert "80 by 24, as it is written" in shown(app)
        await typed(app, TAB, TAB)
        assert "40 by 20, as it is written" in shown(app)
        await typed(app, TAB, TAB)
        assert "Card: Somebody waits. The new card" in shown(app)
        assert "In plain lines, as it is written" in shown(app)
        await typed(app, TAB, TAB)
        assert "80 by 24, as it is written" in shown(app)
        await typed(app, ESC, "u")
        assert load_deck(mine).cards[-1].text == "The new card"
        await typed(app, "y")
        assert load_deck(mine).cards[-1].text.startswith("Somebody waits.")
        await typed(app, ESC, "u", "u")
        assert mine.read_text("utf-8") == before


async def test_a_card_is_told_as_line_mode_tells_it(house: House, mine: Path) -> None:
    """Its turn, its shoes, its words and its question, each behind its word, in easy words too."""
    studio = opened(mine)
    card = studio.cards[0]
    async with house.open(StartOptions("home"), size=(80, 60)) as app:
        app.push_screen(StudioPage(studio))
        await typed(app, "v", *[TAB] * 4)
        for title, text in ((card.title, card.text), (card.easy_title, card.easy)):
            rows = shown(app)
            assert [word for word in ("Turn: ", "Shoes: ", "Card: ", "Prompt: ") if word in rows]
            assert f"Card: {title}" in rows
            assert text.split()[-1] in rows
            assert not misfits(app), picture(app)
            await typed(app, TAB)


async def test_the_map_of_a_deck_follows_what_is_written(house: House, mine: Path) -> None:
    studio = opened(mine)
    async with house.open(StartOptions("home")) as app:
        app.push_screen(StudioPage(studio))
        await typed(app, "m")
        assert all(f"[{pair.mark}] " in shown(app) for pair in studio.deck.shoes)
        assert all(theme.title in shown(app) for theme in studio.deck.themes)
        assert "No card on" not in shown(app)
        for size in ((80, 24), (40, 20)):
            await resized(app, *size)
            assert not misfits(app), picture(app)
        await typed(app, ESC)
        for card in studio.cards:
            if "getting-in" in card.themes:
                studio.remove(card.id)
        await typed(app, "m")
        assert "No card on: " in shown(app)


async def test_what_a_deck_cannot_have_is_told_and_the_words_stay(house: House, mine: Path) -> None:
    async with house.open(StartOptions("home")) as app:
        app.push_screen(StudioPage(opened(mine)))
        await typed(app, ENTER, *["\x1b[B"] * 12, ENTER)
        assert "Whose shoes?" in shown(app)
        await typed(app, "\x15", "nobody-at-all", ENTER)
        assert "nobody-at-all" in shown(app)
        assert "no shoes have that name" in shown(app)
        assert "nobody-at-all" not in mine.read_text("utf-8")


async def test_half_a_sentence_is_there_when_the_studio_opens_again(
    house: House, mine: Path
) -> None:
    async with house.open(StartOptions("home")) as app:
        app.push_screen(StudioPage(opened(mine)))
        await typed(app, ENTER, ENTER, "Half a ti")
        await app.settle()
    again = opened(mine)
    card = again.cards[0]
    assert again.draft(card.id, "title").endswith("Half a ti")
    again.change(card.id, "title", "A whole title")
    assert opened(mine).draft(card.id, "title") == ""


def test_a_file_that_another_program_changed_is_not_written_over(mine: Path) -> None:
    one, other = opened(mine), opened(mine)
    card = one.cards[0].id
    one.change(card, "title", "First")
    one.change(card, "title", "Second")
    for late in (
        lambda: other.change(card, "title", "Third"),
        lambda: other.add("Fourth"),
        lambda: other.remove(card),
    ):
        with pytest.raises(Refusal, match="Another program has changed this file"):
            late()
        assert load_deck(mine).card(card).title == "Second"
    assert opened(mine).undo() is False
    one.undo()
    assert load_deck(mine).card(card).title == "First"
    mine.unlink()
    with pytest.raises(Refusal):
        one.redo()


def test_twins_share_a_name_or_their_rare_words() -> None:
    deck = load_deck(LOCKED_OUT)
    one, other = deck.cards[0], deck.cards[1]
    from dataclasses import replace

    twin = replace(deck, id="other", cards=(replace(one, id="twin"), replace(other, id="far")))
    told = twins_of(one, [twin])
    assert told
    assert told[0].startswith("other, twin")
    assert not any("other, far" in line for line in told)


async def test_a_page_is_left_while_it_still_scrolls(house: House, mine: Path) -> None:
    """The animation of Textual goes on for a tick after the widget was taken away."""
    async with house.open(StartOptions("home"), size=(40, 12)) as app:
        page = StudioPage(opened(mine))
        app.push_screen(page)
        await typed(app, ENTER)
        body = app.screen.query_one(Body)
        assert body.max_scroll_y
        await app.screen.remove()
        body.scroll_y = body.max_scroll_y - body.scroll_y
