"""Turn picture: the cells of the first card of a rehearsal."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from typing import TYPE_CHECKING

from wshoes_tui.cells.cell_layout import Styled, cut, width_of
from wshoes_tui.cells.colour_profiles import LIVE, QUIET
from wshoes_tui.domain.text import one_line
from wshoes_tui.first_paint.page_frame import SAID_COLUMN, NotPicturedError, PageFrame, is_broad
from wshoes_tui.first_paint.page_text import BAR, shown_keys, unseen_told
from wshoes_tui.first_paint.text_places import (
    CARD_PLACES,
    HANG,
    QUESTION_PLACES,
    SIGN_TAKES_A_LINE,
    UNSEEN_PLACE,
    TextPlace,
    TextRoom,
    column_rows,
)
from wshoes_tui.first_paint.turn_text import (
    RoomLayout,
    evening_lines,
    room_layouts,
    said_head,
    turn_texts,
)
from wshoes_tui.flow.action_types import ACTIONS_THEN, OPENS_ACTIONS, Action
from wshoes_tui.flow.actions import ENTER_SAVES, footer_of
from wshoes_tui.flow.blocks import Block, CardBlock, PromptBlock, ShoesBlock, TextBlock
from wshoes_tui.flow.turn_flow import TurnFlow, where_told
from wshoes_tui.locale.phrases import count_lightbulbs, count_pledges

if TYPE_CHECKING:
    from wshoes_tui.domain.models import Session

SAID_ROOM = TextRoom(SAID_COLUMN - HANG, HANG)
"""The room for what was said beside the card on a broad screen."""
FIELD_EDGE = 2
"""Cells before the words of a field: its bar and a blank."""


def one_shot_keys(
    scope: str, width: int, enter: Sequence[Action], applies: Callable[[Action], bool]
) -> tuple[Action, ...]:
    """The footer of a page on which letters are words: Enter, and what stands behind Esc."""
    behind = [one for one in footer_of(scope) if applies(one) and one.key != "enter"]
    if width < 60 or not behind:
        return (*enter, OPENS_ACTIONS)
    return (*enter, ACTIONS_THEN, *behind)


def paint_turn(
    frame: PageFrame, session: Session, *, easy: bool, hint: str = ""
) -> tuple[int, int]:
    """Fill a frame with the open turn of a session, nothing said yet. Returns the cursor's place.

    Args:
        frame: the cells.
        session: the session, at its first card.
        easy: whether in easy words.
        hint: what is taught in the row of messages, if anything is.

    Raises:
        NotPicturedError: something stands on it that only the app can lay out.
    """
    flow = TurnFlow(lambda: session)
    blocks = list(flow.blocks())
    if not all(map(_is_pictured, blocks)):
        raise NotPicturedError
    room = frame.text_room()
    frame.put_turn_heading(
        turn_head(session, blocks), evening_lines(session, room), counts(session)
    )
    keys = one_shot_keys("turn", frame.width, (ENTER_SAVES,), lambda one: not one.hiring)
    frame.put_keys(shown_keys(keys), more=False, sentence=hint)
    texts = turn_texts(blocks, RoomLayout(), room, easy=easy)
    below = column_rows(placed(texts, QUESTION_PLACES), frame.stack_width, frame.classes)
    card, _layout = fitted_card(
        blocks, frame.classes, frame.card_room(), frame.lines_left(len(below) + 1), easy=easy,
        deck=one_line(session.header.title),
    )  # fmt: skip
    hidden = len(card) - frame.lines_left(len(below) + 1)
    if hidden > 0:
        hidden += not set(frame.classes).isdisjoint(SIGN_TAKES_A_LINE)
        sign: Styled = ((unseen_told(hidden), ""),)
        if width_of(sign) > room.width:
            raise NotPicturedError
        asked = [(sign, UNSEEN_PLACE), *placed(texts, QUESTION_PLACES)]
        below = column_rows(asked, frame.stack_width, frame.classes)
    margin = frame.grid.hang and FIELD_EDGE
    at = frame.grid.words - margin
    edge: Styled = ((" " * (at - frame.edge), ""), (BAR, LIVE), (" ", ""))
    columns = frame.columns + margin - FIELD_EDGE
    in_field = cut(((flow.question().hint, QUIET),), columns, ellipsis=True)
    top = frame.put_below([*below, (*edge, *in_field)])
    frame.put_body(card)
    if is_broad(frame.classes):
        x = frame.width - frame.grid.right - SAID_COLUMN
        for y, row in zip(frame.body, said_head((), SAID_ROOM), strict=False):
            frame.put(y, x, row)
    return at + FIELD_EDGE, top + len(below)


def _is_pictured(block: Block) -> bool:
    return isinstance(block, ShoesBlock | CardBlock | PromptBlock) or (
        isinstance(block, TextBlock) and block.word == "Turn"
    )


def fitted_card(
    blocks: Sequence[Block], classes: Collection[str], room: TextRoom, lines: int, *,
    easy: bool, deck: str = "", voices: int = 0,
) -> tuple[list[Styled], RoomLayout]:  # fmt: skip
    """The lines of a card with what stands below it, in the first layout that fits.

    Args:
        blocks: the blocks of the page.
        classes: those of the screen.
        room: the room for texts beside each other.
        lines: the lines there are, while nothing stands above the question.
        easy: whether in easy words.
        deck: what the card is from.
        voices: how many responses there are to be shown.
    """
    card: list[Styled] = []
    layout = RoomLayout()
    for layout in room_layouts(min(voices, lines), big=room.big > 0):  # a line each, at least
        texts = turn_texts(blocks, layout, room, easy=easy, deck=deck)
        card = column_rows(placed(texts, CARD_PLACES), room.stack_width, classes)
        if len(card) <= lines and not layout.below:
            return card, layout
    return card, layout


def turn_head(session: Session, blocks: Sequence[Block]) -> str:
    """Which turn it is; and whose, where nothing that is said is told to be theirs."""
    lead = blocks[0]
    whose = lead.on_screen if isinstance(lead, TextBlock) else ""
    return one_line(" · ".join(filter(None, (where_told(session), whose))))


def counts(session: Session) -> str:
    """The lightbulbs and pledges so far; empty where there are none."""
    bulbs, pledges = len(session.lightbulbs), len(session.pledges)
    told = (count_lightbulbs(bulbs) if bulbs else "", count_pledges(pledges) if pledges else "")
    return " · ".join(filter(None, told))


def placed(
    texts: Mapping[str, Styled], places: Mapping[str, TextPlace]
) -> list[tuple[Styled, TextPlace]]:
    """The texts in the order of their places."""
    return [(texts[name], place) for name, place in places.items() if name in texts]
