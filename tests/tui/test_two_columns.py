"""Pages in columns: both sides of a swap, and all that is revealed; no voice is lost or cut."""

from __future__ import annotations

from dataclasses import replace
from random import Random

from tests.build import Play
from tests.tui.app_fixture import Decks, House, resume
from tests.tui.decks import HOSPITAL
from tests.tui.group_fixture import a_round
from tests.tui.keyboard import DOWN, ENTER, ESC, UP, resized, settled, typed
from tests.tui.screen_text import misfits, screen_text, shown
from wshoes_tui.cells.cell_layout import plain
from wshoes_tui.domain.commands import Begin, Open, Say, Swap
from wshoes_tui.first_paint.voice_columns import VoiceRoom, in_order, page_rows, voice_pages
from wshoes_tui.flow.blocks import SaidBlock
from wshoes_tui.flow.turn_flow import said_blocks

WORDS = ("Everyone", "keeps", "telling", "me", "it is good news", "and", "nobody", "asks", "what")
SIX = "Asha, Tom, Bea, Chidi, Dora, Eve"
SIZES = ((40, 20), (60, 20), (80, 24), (100, 30), (132, 43))


def voices(chance: Random, count: int, longest: int) -> list[SaidBlock]:
    """So many voices in shoes by chance, each of up to so many words."""
    play = Play.begun(SIX, HOSPITAL)
    for number in range(count):
        words = " ".join(chance.choices(WORDS, k=chance.randint(1, longest)))
        play.do(Say(f"{number}: {words}.", None, chance.choice(HOSPITAL.shoes).id))
    assert play.session.turn is not None
    return said_blocks(play.session, play.session.turn)


def test_every_voice_is_on_one_page_whole_and_no_page_is_longer_than_the_screen() -> None:
    chance = Random(7)
    for _ in range(60):
        said = voices(chance, chance.randint(1, 9), chance.choice((5, 20, 60)))
        hang = chance.choice((0, 5))
        columns = chance.choice((2, 3)) if hang else 1
        room = VoiceRoom(columns, chance.randint(20, 40), hang, chance.randint(6, 30))
        pages = voice_pages(said, room)
        assert [b for page in pages for row in page for b in row] == said
        for page in pages:
            rows = [plain(row) for row in page_rows(page, room)]
            assert len(rows) <= room.lines - (len(pages) > 1) or len(page) == 1
            for row in page:
                for block in row:
                    for word in block.response.text.split():
                        assert any(word in line for line in rows), word


def test_the_order_is_the_decks_and_goes_round_and_says_nothing_of_who_was_first() -> None:
    said = voices(Random(3), 8, 3)
    shuffled = Random(1).sample(said, len(said))
    for first in range(6):
        names = [block.shoes.id for block in in_order(shuffled, HOSPITAL.shoes, first)]
        assert names == [block.shoes.id for block in in_order(said, HOSPITAL.shoes, first)]
        worn = list(dict.fromkeys(names))
        turned = [one.id for one in HOSPITAL.shoes if one.id in names]
        at = first % len(turned)
        assert worn == turned[at:] + turned[:at]
    assert in_order([], HOSPITAL.shoes, 3) == []


async def test_all_that_is_revealed_can_be_reached_by_the_arrow_at_every_size(
    house: House,
) -> None:
    house.hold(Play.begun(SIX, HOSPITAL))
    told = [f"Voice {n} says: " + " ".join(WORDS) for n in range(6)]
    async with house.open(resume()) as app:
        await typed(app, ESC, "w")
        for words in told:
            await typed(app, ESC, "w", words, ENTER)
        await typed(app, ESC, "v")
        for size in SIZES:
            await resized(app, *size)
            await typed(app, *[UP] * 6)
            seen = shown(app)
            for _ in told if "Down arrow" in seen else ():
                await typed(app, DOWN)
                seen += shown(app)
            assert not misfits(app), f"{size}\n" + "\n".join(screen_text(app))
            assert all(f"Voice {n} says" in seen for n in range(6)), size
        await resized(app, 40, 20)
        await typed(app, *[UP] * 6)
        assert "2 more: Down arrow" in shown(app)
        await app.run_action("screen.scroll(0.8)")
        await settled(app)
        assert "2 more" not in shown(app)


async def test_a_swap_shows_both_sides_and_the_field_under_the_shoes_one_stands_in(
    house: House,
) -> None:
    long = replace(HOSPITAL, title="Llywodraethwr cysylltiadau gwasanaethau cymdeithasol")
    house.decks = Decks(long)
    play = Play.begun(SIX, long)
    play.do(Say("Where is the key?"), Swap(), Say("It was never mine."))
    house.hold(play)
    async with house.open(resume()) as app:
        for size in SIZES:
            await resized(app, *size)
            rows = screen_text(app)
            told = shown(app)
            assert not misfits(app), f"{size}\n" + "\n".join(rows)
            assert "Where is the key?" in told
            assert "never mine" in told
            assert "What is happening here?" in told
            if size[0] > 40:
                (both,) = (row for row in rows if "Where is the key?" in row)
                right = max(row.rfind("[") for row in rows if row.count("[") == 2)
                assert both.startswith(" ")
                assert next(row for row in rows if "▌" in row).index("▌") == right - 2
        assert "The heating has been off" in told, "there is room for the card"
        await resized(app, 80, 24)
        assert "The heating has been off" not in shown(app)
        await typed(app, ESC, "b")
        assert "The heating has been off" in shown(app)


async def test_write_first_shows_who_is_ready_by_name_alone_and_then_how_many_in_big_letters(
    house: House,
) -> None:
    house.hold(Play.begun("Asha, Tom, Bea", HOSPITAL))
    async with house.open(resume()) as app:
        await typed(app, ESC, "w")
        assert "✓" not in shown(app)
        await typed(app, ESC, "w", "The key is next door.", ENTER)
        (row,) = (row for row in screen_text(app) if "Asha  " in row)
        assert row.split() == ["Asha", "✓", "ready", "Tom", "Bea"]
        assert not any(mark in row for row in screen_text(app) for mark in ("[P]", "[N]", "[D]"))
        assert "next door" not in shown(app)
        assert "█" not in shown(app)
        await typed(app, *(ESC, "x") * 2)
        assert "█" in shown(app)
        await resized(app, 40, 20)
        assert "█" not in shown(app)
        assert shown(app).count("✓ ready") == 3


async def test_a_seat_sees_both_sides_of_a_swap_too_and_its_card_by_the_key_that_is_named(
    house: House,
) -> None:
    async with a_round(house) as together:
        app = await together.sits_down("Asha", size=(80, 24))
        await together.does(Open(), Begin(), Say("Where is the key?"), Swap(), Say("Not mine."))
        await settled(app)
        (head,) = (row for row in screen_text(app) if row.count("[") == 2)  # type: ignore[arg-type]
        assert "Where is the key?" in shown(app)  # type: ignore[arg-type]
        assert "feeds the cat" not in shown(app)  # type: ignore[arg-type]
        bar = next(row for row in screen_text(app) if "▌" in row)  # type: ignore[arg-type]
        assert bar.index("▌") == head.rindex("[") - 2
        await typed(app, ESC, "b")  # type: ignore[arg-type]
        assert "feeds the cat" in shown(app)  # type: ignore[arg-type]
