"""Blocks: whatever a stage shows is shown in line mode and on the screens."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any, get_args

import pytest

from tests.build import Play, a_card, a_shoes
from tests.lines.seats import seats
from tests.lines.talk import Talk
from tests.tui.app_fixture import House, resume
from tests.tui.decks import HOSPITAL
from tests.tui.group_fixture import a_round
from tests.tui.screen_text import shown
from wshoes_tui.domain.commands import Begin, GoToClosing, Open, WriteFirst
from wshoes_tui.domain.deck import Prompt
from wshoes_tui.domain.models import Lightbulb, Pledge, Response
from wshoes_tui.flow import seat_flow
from wshoes_tui.flow.blocks import (
    AskedNumberBlock,
    Block,
    Blocks,
    CardBlock,
    LightbulbBlock,
    NumbersBlock,
    PledgeBlock,
    PromptBlock,
    QuestionBlock,
    SaidBlock,
    ShoesBlock,
    SpeakerBlock,
    TextBlock,
)
from wshoes_tui.flow.closing_flow import ClosingFlow
from wshoes_tui.flow.join_flow import JoinFlow
from wshoes_tui.flow.opening_flow import OpeningFlow
from wshoes_tui.flow.turn_flow import TurnFlow
from wshoes_tui.flow.writing_flow import WritingFlow
from wshoes_tui.lines.line_writer import LineWriter
from wshoes_tui.lines.render import say_blocks
from wshoes_tui.tui.block_content import block_content

RESPONSE = Response(id="1", turn="1", shoes="dummy", text="DUMMY", place=1)
EVERY_BLOCK: tuple[Block, ...] = (
    TextBlock("Notice", "DUMMY"),
    PledgeBlock(Pledge(id="1", text="DUMMY", owner="Asha", by_when=date(2026, 1, 2)), 1),
    LightbulbBlock(Lightbulb(id="1", used_to_think="DUMMY", now_see="now"), 1),
    NumbersBlock("home", a_shoes("dummy"), (4, 7)),
    AskedNumberBlock(a_shoes("dummy"), 1, 4, "7"),
    ShoesBlock(a_shoes("dummy")),
    SpeakerBlock(a_shoes("dummy"), "DUMMY", text="DUMMY"),
    CardBlock(a_card("dummy")),
    PromptBlock(Prompt("ask", "DUMMY"), 1, 4),
    SaidBlock(RESPONSE, 1, "", a_shoes("dummy")),
    QuestionBlock("DUMMY", "DUMMY"),
)


def test_every_kind_of_block_is_among_those_tried() -> None:
    assert {type(block) for block in EVERY_BLOCK} == set(get_args(Block))


@pytest.mark.parametrize("block", EVERY_BLOCK, ids=lambda block: type(block).__name__)
def test_both_renderers_know_every_kind_of_block(block: Block) -> None:
    lines: list[str] = []
    say_blocks(LineWriter(lines.append), (block,))
    assert lines[0].startswith(f"{block.word}: ")
    assert "dummy" in lines[0].lower()
    assert "dummy" in block_content(block).plain.lower()


def test_a_block_may_be_for_one_front_end_alone() -> None:
    for block in (TextBlock("Notice", "", "screen"), TextBlock("Notice", "line", "")):
        lines: list[str] = []
        say_blocks(LineWriter(lines.append), (block,))
        assert bool(lines) == (block.text == "line")
        assert bool(block_content(block)) == (block.on_screen == "screen")


def with_a_dummy(blocks: Callable[..., Blocks], text: str = "DUMMY") -> Callable[..., Blocks]:
    """The same blocks, and one more."""

    def more(*args: Any) -> Blocks:
        yield from blocks(*args)
        yield TextBlock("Notice", text)

    return more


@pytest.fixture(autouse=True)
def dummies(monkeypatch: pytest.MonkeyPatch) -> None:
    """A block more in every stage."""
    for flow in (OpeningFlow, WritingFlow, ClosingFlow, JoinFlow):
        monkeypatch.setattr(flow, "blocks", with_a_dummy(flow.blocks))
    monkeypatch.setattr(TurnFlow, "card_blocks", with_a_dummy(TurnFlow.card_blocks, "OF TURN"))
    more = with_a_dummy(seat_flow.seat_blocks)
    for front_end in ("wshoes_tui.lines.seat.seat_stage", "wshoes_tui.tui.seat.seat_screen"):
        monkeypatch.setattr(f"{front_end}.seat_blocks", more)


COMMANDS = {
    "opening": (Open(),),
    "turn": (Open(), Begin()),
    "writing": (Open(), Begin(), WriteFirst()),
    "closing": (Open(), Begin(), GoToClosing()),
}


DUMMIES = {"turn": "OF TURN"}
"""The text of the new block, where that of another flow is shown as well."""


def play_of(stage: str) -> Play:
    """A session that stands at this stage."""
    play = Play.ready("Asha, Tom", HOSPITAL)
    play.do(*COMMANDS[stage])
    return play


@pytest.mark.parametrize("stage", COMMANDS)
def test_line_mode_tells_a_block_that_is_new_in_a_stage(stage: str) -> None:
    assert f"Notice: {DUMMIES.get(stage, 'DUMMY')}" in Talk.over(play_of(stage)).written


@pytest.mark.parametrize("stage", COMMANDS)
async def test_screens_show_a_block_that_is_new_in_a_stage(house: House, stage: str) -> None:
    house.hold(play_of(stage))
    async with house.open(resume()) as app:
        assert DUMMIES.get(stage, "DUMMY") in shown(app)


async def test_lines_of_a_seat_tell_a_block_that_is_new() -> None:
    async with seats() as together:
        asha = await together.opens(suggestion="Asha")
        assert "Notice: DUMMY" in asha.all_lines
        before = len(asha.all_lines)
        await asha.types("/go", "/go")
        assert "Notice: DUMMY" in asha.all_lines[before:]
        await together.does(Open(), Begin())
        assert "Notice: OF TURN" in asha.all_lines


async def test_the_screen_of_a_seat_shows_a_block_that_is_new(house: House) -> None:
    async with a_round(house) as together:
        assert "DUMMY" in shown(await together.opens(suggestion="Asha"))
        asha = await together.sits_down("Asha")
        assert "DUMMY" in shown(asha)
        await together.does(Open(), Begin())
        assert "OF TURN" in shown(asha)
