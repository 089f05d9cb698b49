"""Blocks: whatever a stage shows is shown in line mode and on the screens."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any, get_args

import pytest

from tests.build import Play, a_card, a_deck, a_shoes
from tests.lines.seats import seats
from tests.lines.talk import Talk
from tests.tui.app_fixture import House, resume
from tests.tui.decks import HOSPITAL
from tests.tui.group_fixture import a_round
from tests.tui.keyboard import ESC, typed
from tests.tui.screen_text import shown
from wshoes_tui.cli import show_session
from wshoes_tui.cli.options import read
from wshoes_tui.domain.commands import Begin, Close, Command, GoToClosing, Open, WriteFirst
from wshoes_tui.domain.deck import Prompt
from wshoes_tui.domain.list_rows import Listed, SessionLine
from wshoes_tui.domain.models import Lightbulb, Pledge, Response, Seat
from wshoes_tui.domain.summary import BeforeAfter, Coverage, CoverageRow, PathStep
from wshoes_tui.flow import home_flow, people_flow, seat_flow, summary_flow
from wshoes_tui.flow.blocks import (
    AskedNumberBlock,
    BeforeAfterBlock,
    Block,
    Blocks,
    CardBlock,
    FoundBlock,
    LightbulbBlock,
    MapBlock,
    NumbersBlock,
    PathBlock,
    PledgeBlock,
    PromptBlock,
    QuestionBlock,
    SaidBlock,
    ShoesBlock,
    SpeakerBlock,
    SwapBlock,
    TextBlock,
    VoiceBlock,
)
from wshoes_tui.flow.closing_flow import ClosingFlow
from wshoes_tui.flow.join_flow import JoinFlow
from wshoes_tui.flow.list_blocks import (
    Bar,
    BarsBlock,
    ChoiceBlock,
    DeckBlock,
    SeatBlock,
    SessionBlock,
)
from wshoes_tui.flow.opening_flow import OpeningFlow
from wshoes_tui.flow.said_flow import SaidFlow
from wshoes_tui.flow.turn_flow import TurnFlow
from wshoes_tui.flow.writing_flow import WritingFlow
from wshoes_tui.line_output.line_writer import LineWriter
from wshoes_tui.line_output.render import say_blocks
from wshoes_tui.tui.block_content import block_content

A_DECK = a_deck()
THEN = datetime(2026, 1, 2, tzinfo=UTC)
A_SESSION = SessionLine("1", "DUMMY", "group", "closed", THEN, THEN, 1, "", 2, 3, 4, "", 5, 6, 7)
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
    MapBlock((Coverage(A_DECK, (), (CoverageRow(a_shoes("dummy"), (), (), 1),)),)),
    PathBlock((PathStep(1, a_shoes("dummy"), "DUMMY", "answered", True, False, 0),)),
    SwapBlock("DUMMY", ((a_shoes("dummy"), ()), (a_shoes("nurse"), ()))),
    BeforeAfterBlock((BeforeAfter(A_DECK, a_shoes("dummy"), 4, 7, 5),)),
    VoiceBlock("DUMMY", "heard once"),
    ChoiceBlock("dummy", 1, "dummy", "Dummy", "a choice"),
    DeckBlock(Listed("dummy", "DUMMY", "en", "", 3, 20, Path("dummy.yaml"), ""), 1),
    SessionBlock(A_SESSION, 1),
    SeatBlock(Seat(id="1", number=1, label="DUMMY", role="carer")),
    BarsBlock((Bar("DUMMY", 4, ("4 people",)),)),
    FoundBlock("Said", 1, "DUMMY", ("turn 1",)),
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
    for flow in (OpeningFlow, WritingFlow, ClosingFlow, JoinFlow, SaidFlow):
        monkeypatch.setattr(flow, "blocks", with_a_dummy(flow.blocks))
    monkeypatch.setattr(TurnFlow, "card_blocks", with_a_dummy(TurnFlow.card_blocks, "OF TURN"))
    more = with_a_dummy(seat_flow.seat_blocks)
    for front_end in ("wshoes_tui.lines.seat_stage", "wshoes_tui.tui.seat.seat_screen"):
        monkeypatch.setattr(f"{front_end}.seat_blocks", more)
    more = with_a_dummy(people_flow.setup_blocks)
    for module in ("wshoes_tui.lines.setup_stage", "wshoes_tui.flow.people_flow"):
        monkeypatch.setattr(f"{module}.setup_blocks", more)


COMMANDS: dict[str, tuple[Command, ...]] = {
    "setup": (),
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


async def test_a_block_that_is_new_among_what_was_said_is_shown_everywhere(house: House) -> None:
    house.hold(play_of("turn"))
    assert "Notice: DUMMY" in Talk.over(play_of("turn")).type("/said cards")
    async with house.open(resume()) as app:
        await typed(app, ESC, "b")
        assert "DUMMY" in shown(app)
    async with seats() as at_lines:
        line = await at_lines.sits_down("Asha")
        await at_lines.does(Open(), Begin())
        assert "Notice: DUMMY" in await line.types("/my-words")


async def test_a_block_that_is_new_among_ones_own_words_is_shown_at_a_seat(house: House) -> None:
    async with a_round(house) as together:
        asha = await together.sits_down("Asha")
        await together.does(Open(), Begin())
        await typed(asha, ESC, "r")
        assert "DUMMY" in shown(asha)


DUMMY_PART = summary_flow.SummaryPart(
    "dummy", "A part of the test", lambda _session: iter((TextBlock("Notice", "DUMMY"),))
)


@pytest.fixture
def a_closed_session(monkeypatch: pytest.MonkeyPatch) -> Play:
    """A closed session, whose summary has a part more."""
    monkeypatch.setattr(summary_flow, "PARTS", (*summary_flow.PARTS, DUMMY_PART))
    play = Play.begun("Asha, Tom", HOSPITAL)
    play.do(GoToClosing(), Close())
    return play


def test_line_mode_tells_a_part_that_is_new_in_the_summary(a_closed_session: Play) -> None:
    assert "Notice: DUMMY" in Talk.over(a_closed_session).written


async def test_screens_show_a_part_that_is_new_in_the_summary(
    house: House, a_closed_session: Play
) -> None:
    house.hold(a_closed_session)
    async with house.open() as app:
        await typed(app, "p", "\r")
        assert "Tab: Whose shoes, on what, A part of the test" in shown(app)
        await typed(app, "\t")
        assert "DUMMY" in shown(app)


def test_the_report_of_the_command_line_shows_a_part_that_is_new_in_the_summary(
    a_closed_session: Play, capsys: pytest.CaptureFixture[str]
) -> None:
    show_session.write_summary(a_closed_session.session, read([]))
    assert "A part of the test\n  - DUMMY\n" in capsys.readouterr().out


@pytest.fixture
def a_new_choice(monkeypatch: pytest.MonkeyPatch) -> None:
    """Home offers something more."""
    home_blocks = home_flow.home_blocks

    def more(*args: Any, **named: Any) -> Iterator[ChoiceBlock]:
        yield from home_blocks(*args, **named)
        yield ChoiceBlock("dummy", 9, "dummy", "Dummy", "a choice of the test")

    monkeypatch.setattr(home_flow, "home_blocks", more)


@pytest.mark.usefixtures("a_new_choice")
def test_line_mode_tells_a_choice_that_is_new_at_home() -> None:
    talk = Talk.at_home()
    talk.role.follow()
    assert "Choice: 9, dummy: a choice of the test" in talk.written


@pytest.mark.usefixtures("a_new_choice")
async def test_the_screen_shows_a_choice_that_is_new_at_home(house: House) -> None:
    async with house.open() as app:
        assert "Dummy a choice of the test" in shown(app)
