"""Rows of the summary: the path, both sides of a swap, numbers on a scale, at every width."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from tests.bench.many_sessions import Plan, sessions
from tests.build import Play
from wshoes_tui.domain.commands import AddLightbulb, Next, Pass, Rate, Say, ShowAs, Swap
from wshoes_tui.domain.models import Session
from wshoes_tui.flow import summary_flow
from wshoes_tui.flow.blocks import BeforeAfterBlock, LightbulbBlock, PathBlock, SwapBlock, TextBlock
from wshoes_tui.flow.coverage_map import plain_rows
from wshoes_tui.flow.map_signs import ASCII, CONSOLE, DRAWN, Glyphs
from wshoes_tui.flow.summary_rows import drawn_rows
from wshoes_tui.terminal.width import cells

MADE_UP = list(sessions(Plan(sessions=6, responses=300, today=date(2026, 11, 24))))
"""Long names of shoes, decks mixed, other scripts, up to 16 turns."""


def drawn(session: Session, part: str, width: int, glyphs: Glyphs = DRAWN) -> list[str]:
    """What is drawn of a part of the summary."""
    [found] = [one for one in summary_flow.PARTS if one.id == part]
    rows = (drawn_rows(block, width, glyphs) for block in found.blocks(session))
    return [text for one in rows if one is not None for text in plain_rows(list(one))]


@pytest.mark.parametrize("width", [30, 38, 55, 56, 70, 74, 120])
@pytest.mark.parametrize("glyphs", [DRAWN, CONSOLE, ASCII], ids=["drawn", "console", "ascii"])
def test_no_row_is_wider_than_the_screen(width: int, glyphs: Glyphs) -> None:
    for session in MADE_UP:
        for block in summary_flow.head_blocks(session):
            for row in plain_rows(list(drawn_rows(block, width, glyphs) or ())):
                assert cells(row) <= width
        for part in ("path", "swaps", "numbers"):
            for row in drawn(session, part, width, glyphs):
                assert cells(row) <= width, row
    assert any(drawn(session, "swaps", width, glyphs) for session in MADE_UP)


@pytest.fixture
def play() -> Play:
    """A card from two sides, a lightbulb from words on it, a card that was passed."""
    play = Play.begun("Asha, Tom")
    play.do(Say("I want my own bed and a key that turns."))
    play.do(AddLightbulb("she was afraid", "she was difficult", play.last.id))
    play.do(Swap(), Say("So do we."), Next(), Pass())
    play.do(Rate("home", "nurse", (2, 4), "before"), Rate("home", "nurse", (7, 8), "after"))
    return play


def test_the_path_tells_each_turn_and_not_who_passed(play: Play) -> None:
    turns = play.session.turns
    rows = drawn(play.session, "path", 100)
    assert [row.split()[0] for row in rows] == [str(turn.number) for turn in turns]
    assert "━━ [" in rows[0]
    assert rows[0].endswith("1 lightbulb")
    assert "from the other side" in rows[1]
    assert "·· [" in rows[2]
    assert "we moved on" in rows[2]
    assert "passed" not in " ".join(rows)
    assert not any(name in row for row in rows for name in ("Asha", "Tom"))


def test_the_path_as_a_line_has_a_stroke_for_each_turn(play: Play) -> None:
    [line] = [one for one in summary_flow.head_blocks(play.session) if isinstance(one, PathBlock)]
    [wide] = plain_rows(list(drawn_rows(line, 70) or ()))
    assert wide == "━━━━····   1 lightbulb · 0 pledges"
    assert plain_rows(list(drawn_rows(line, 20, ASCII) or ()))[0] == "====...."


def test_both_sides_stand_side_by_side_and_one_under_the_other_when_narrow(play: Play) -> None:
    wide = drawn(play.session, "swaps", 70)
    at = wide[2].rindex("[")
    assert wide[1] == f"{'━' * 32}      {'━' * 32}"
    assert wide[3][:at].rstrip() == "I want my own bed and a key that"
    assert wide[3][at:] == "So do we."
    assert wide[4] == "turns."
    narrow = drawn(play.session, "swaps", 40)
    assert narrow.index("So do we.") > narrow.index("I want my own bed and a key that turns.") + 2
    assert narrow[1] == "━" * 40


def test_numbers_stand_on_a_scale_from_bar_to_dot(play: Play) -> None:
    first = drawn(play.session, "numbers", 70)[0]
    assert first.startswith("[N] The nurse")
    assert first.endswith("3  -> 7.5   ──────│━━━━━━━━●─────")
    assert drawn(play.session, "numbers", 70, ASCII)[0].endswith("------|========o-----")


def test_numbers_of_enough_people_have_their_caution_too(play: Play) -> None:
    _table, caution = summary_flow.number_blocks(play.session)
    assert isinstance(caution, TextBlock)
    assert "prove nothing" in caution.text
    before, after = (4, 4, 5, 5, 6), (6, 6, 7, 7, 8)
    play.do(Rate("home", "nurse", before, "before"), Rate("home", "nurse", after, "after"))
    table, caution = summary_flow.number_blocks(play.session)
    assert isinstance(table, BeforeAfterBlock)
    assert isinstance(caution, TextBlock)
    assert "not a measurement" in caution.text


def test_a_lightbulb_has_the_words_that_brought_it_about_unless_they_are_kept_out(
    play: Play,
) -> None:
    def causes() -> list[str]:
        found = summary_flow.caused_blocks(play.session)
        return [
            block.cause.response.text
            for block in found
            if isinstance(block, LightbulbBlock) and block.cause is not None
        ]

    assert causes() == ["I want my own bed and a key that turns."]
    play.do(ShowAs(play.session.responses[0].id, "withheld"))
    assert causes() == []


def test_the_whole_summary_tells_words_of_both_sides_once(play: Play) -> None:
    blocks = list(summary_flow.summary_blocks(play.session))
    [swap] = [block for block in blocks if isinstance(block, SwapBlock)]
    told = [said.response.text for _shoes, all_said in swap.sides for said in all_said]
    assert told == ["I want my own bed and a key that turns.", "So do we."]
    assert not [block for block in blocks if block.word == "Said"]


def test_pledges_stand_by_horizon_with_the_numbers_of_the_session() -> None:
    session = next(one for one in MADE_UP if len({p.horizon for p in one.pledges}) > 1)
    told = [getattr(block, "number", block.word) for block in summary_flow.pledge_blocks(session)]
    numbers = [one for one in told if one != "Summary"]
    assert sorted(numbers) == list(range(1, len(session.pledges) + 1))
    assert told[0] == "Summary"
    assert told.count("Summary") == len({p.horizon for p in session.pledges})
    one = replace(session, pledges=session.pledges[:1])
    assert [block.word for block in summary_flow.pledge_blocks(one)] == ["Summary", "Pledge"]
