"""No page and no export ties words or shoes to a person, unless the group chose to be named."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any, cast

import pytest

from tests.build import Play, a_deck
from wshoes_tui.cli import show_session
from wshoes_tui.domain.commands import (
    AddLightbulb,
    Close,
    GiveFeedback,
    GoToClosing,
    Next,
    ParkTopic,
    Reveal,
    Say,
    Swap,
    WriteFirst,
)
from wshoes_tui.domain.models import Session, Turn, Visibility
from wshoes_tui.export.html_format import to_html
from wshoes_tui.export.markdown_format import to_markdown
from wshoes_tui.export.poster_format import to_poster
from wshoes_tui.first_paint.text_places import TextRoom
from wshoes_tui.first_paint.turn_text import RoomLayout
from wshoes_tui.flow import summary_flow
from wshoes_tui.flow.blocks import Block, SaidBlock
from wshoes_tui.flow.closing_flow import end_blocks
from wshoes_tui.flow.said_flow import ALL_TURNS, SaidFlow
from wshoes_tui.flow.turn_flow import Speaker, TurnFlow, said_blocks
from wshoes_tui.line_output import render
from wshoes_tui.line_output.line_writer import LineWriter
from wshoes_tui.settings import DataFolder, Settings
from wshoes_tui.tui.block_content import placed_content, stacked_blocks
from wshoes_tui.tui.said_content import said_content, said_count
from wshoes_tui.tui.screens import choice_sheets
from wshoes_tui.tui.screens.responses_screen import response_row
from wshoes_tui.tui.summary_content import summary_content

if TYPE_CHECKING:
    from wshoes_tui.cli.options import GivenOptions

NAMES = ("Qasha", "Qtom", "Qbea")
SHOES = tuple(pair.name for pair in a_deck().shoes)
WORDS = "WORDS"


def an_evening(visibility: Visibility) -> Iterator[Session]:
    """The sessions of an evening in which everything is said that can be."""
    play = Play.begun(", ".join(NAMES), visibility=visibility)
    seats = {seat.label: seat.id for seat in play.session.seats}
    for seat in seats.values():
        play.do(Say("WORDS of somebody", seat, "nurse", draft="voice"))
        play.do(AddLightbulb("WORDS seen", "WORDS thought", seat=seat))
    yield play.session
    play.do(Swap())
    play.do(Say("WORDS swapped", play.session.turns[-1].seat))
    yield play.session
    play.do(Next(), WriteFirst())
    play.write(Qasha="WORDS one", Qtom="WORDS two", Qbea="WORDS three")
    play.do(Reveal())
    yield play.session
    play.do(ParkTopic("WORDS parked"), GoToClosing())
    for seat in seats.values():
        play.do(GiveFeedback("checkout", "WORDS at the end", seat))
    yield play.session
    play.do(Close())
    yield play.session


ROOM = TextRoom(200, 5)


class AnyTurn(TurnFlow):
    """The flow on any turn of a session, open or over."""

    def __init__(self, session: Session, turn: Turn) -> None:
        super().__init__(lambda: session)
        self._of_the_test = turn

    @property
    def turn(self) -> Turn:
        return self._of_the_test


def on_screen(blocks: list[Block]) -> str:
    """What a page of a turn shows, place by place, and beside them all that was said."""
    layout = RoomLayout(voices=said_count(blocks))
    places = placed_content(blocks, ROOM, layout, easy=False)
    return "\n".join([*(text.plain for text in places.values()), said_content(blocks, ROOM).plain])


def pages(session: Session, capsys: pytest.CaptureFixture[str]) -> dict[str, str]:
    """What each page shows of a session, in rows."""
    lines: list[str] = []
    out = LineWriter(lines.append)
    render.say_blocks(out, summary_flow.summary_blocks(session))
    render.say_blocks(out, summary_flow.voice_blocks(session))
    found: dict[str, Any] = {
        "closing": stacked_blocks(end_blocks(session)).plain,
        "markdown": to_markdown(session),
        "html": to_html(session),
        "poster": to_poster(session),
    }
    for part in (*summary_flow.PARTS, summary_flow.VOICES):
        if part.id != "pledges":  # people put their names to those themselves
            found[f"summary: {part.id}"] = summary_content(part.blocks(session), 200).plain
    said = [block for turn in session.turns for block in said_blocks(session, turn)]
    found["what was said"] = "\n".join(response_row(block).plain for block in said)
    for view in ALL_TURNS:
        blocks = [*SaidFlow(lambda: session, view).blocks()]
        rows = [response_row(block, view) for block in blocks if isinstance(block, SaidBlock)]
        found[f"all that was said: {view}"] = "\n".join(row.plain for row in rows)
        render.say_blocks(out, blocks)
    for turn in session.turns:
        flow = AnyTurn(session, turn)
        render.say_blocks(out, [flow.turn_block(), *said_blocks(session, turn)])
        found[f"turn {turn.id}"] = on_screen([*flow.blocks()])
        for seat in session.seats:
            found[f"voice {turn.id} {seat.id}"] = on_screen(
                [*flow.speaker_blocks(Speaker(seat.id, "nurse"))]
            )
            sheet = choice_sheets.voice_shoes_sheet(session, turn, seat)
            found[f"choice {turn.id} {seat.id}"] = f"{sheet._title} {sheet._rows[0][1].plain}"
    found["plain lines"] = "\n".join(lines)
    capsys.readouterr()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(show_session, "load_to_show", lambda _given, _reference: (session, ""))
        patch.setattr(show_session, "status_of", lambda _damage: 0)
        settings = Settings(data=DataFolder(Path("nowhere")))
        show_session.show_session(
            cast("GivenOptions", SimpleNamespace(json=False, settings=settings)), "last"
        )
    found["wshoes show"] = capsys.readouterr().out
    return found


def together(text: str) -> list[str]:
    """The rows in which a person stands beside shoes or words."""
    rows = [row for row in text.splitlines() if any(name in row for name in NAMES)]
    return [
        row
        for row in rows
        if WORDS in row or any(shoes.casefold() in row.casefold() for shoes in SHOES)
    ]


@pytest.mark.parametrize("visibility", ["shoes", "withheld"])
def test_nobody_is_named_beside_shoes_or_words(
    visibility: Visibility, capsys: pytest.CaptureFixture[str]
) -> None:
    for session in an_evening(visibility):
        for page, text in pages(session, capsys).items():
            assert together(text) == [], page
            assert "stands in" not in text, page
            assert not any(f"{seat.label} stands here" in text for seat in session.seats), page
        assert "Qasha's turn" in AnyTurn(session, session.turns[0]).turn_block().on_screen


def test_a_group_that_chose_to_be_named_is(capsys: pytest.CaptureFixture[str]) -> None:
    found: set[str] = set()
    for session in an_evening("named"):
        shown = pages(session, capsys)
        found |= {page.split()[0].strip(":") for page, text in shown.items() if together(text)}
        assert "stands here" in shown[f"turn {session.turns[0].id}"]
    assert found >= {"what", "summary", "turn", "voice", "choice", "plain"}
    assert "\N{EM DASH} Qasha" in shown["markdown"]
