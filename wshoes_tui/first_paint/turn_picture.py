"""Turn picture: the cells of the first card of a rehearsal."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING

from wshoes_tui.cells.cell_layout import Styled, restyled, width_of, wrapped
from wshoes_tui.domain.text import one_line, safe
from wshoes_tui.first_paint.page_frame import NotPicturedError, PageFrame
from wshoes_tui.first_paint.page_text import (
    card_text,
    card_title,
    large_name,
    prompt_text,
    shown_keys,
    unseen_told,
)
from wshoes_tui.first_paint.text_places import (
    CARD_PLACES,
    QUESTION_PLACES,
    SIGN_TAKES_A_LINE,
    UNSEEN_PLACE,
    TextPlace,
    column_rows,
)
from wshoes_tui.flow.action_types import ACTIONS_THEN, OPENS_ACTIONS, Action
from wshoes_tui.flow.actions import ENTER_SAVES, footer_of
from wshoes_tui.flow.blocks import Block, CardBlock, PromptBlock, ShoesBlock, TextBlock
from wshoes_tui.flow.turn_flow import TurnFlow, where_told

if TYPE_CHECKING:
    from wshoes_tui.domain.models import Session

FIELD_EDGE = "▌ "
"""What stands before the words of a field: its border and its padding."""


def one_shot_keys(
    scope: str, width: int, enter: Sequence[Action], applies: Callable[[Action], bool]
) -> tuple[Action, ...]:
    """The footer of a page on which letters are words: Enter, and what stands behind Esc."""
    behind = [one for one in footer_of(scope) if applies(one) and one.key != "enter"]
    if width < 60 or not behind:
        return (*enter, OPENS_ACTIONS)
    return (*enter, ACTIONS_THEN, *behind)


def _is_of_any_turn(action: Action) -> bool:
    """Whether it is one of a session's first card: a session with a candidate is not painted."""
    return action.name not in ("evidence", "heard")


def paint_turn(frame: PageFrame, session: Session, *, easy: bool) -> tuple[int, int]:
    """Fill a frame with the open turn of a session, nothing said yet. Returns the cursor's place.

    Raises:
        NotPicturedError: something stands on it that only the app can lay out.
    """
    flow = TurnFlow(lambda: session)
    texts = card_texts(list(flow.blocks()), frame.width, easy=easy)
    frame.put_heading(one_line(where_told(session)), one_line(session.header.title), "")
    keys = one_shot_keys("turn", frame.width, (ENTER_SAVES,), _is_of_any_turn)
    frame.put_keys(shown_keys(keys), more=False)
    columns = frame.body[2]
    if frame.classes[0] == "-wide":
        columns = _first_column(columns)
    card = column_rows(placed(texts, CARD_PLACES), columns, frame.classes)
    width = frame.width - 2 * frame.edge_below
    below = column_rows(placed(texts, QUESTION_PLACES), width, frame.classes)
    hidden = len(card) - frame.lines_left(len(below) + 1)
    if hidden > 0:
        hidden += not set(frame.classes).isdisjoint(SIGN_TAKES_A_LINE)
        sign: Styled = ((unseen_told(hidden), ""),)
        if width_of(sign) > width:
            raise NotPicturedError
        asked = [(sign, UNSEEN_PLACE), *placed(texts, QUESTION_PLACES)]
        below = column_rows(asked, width, frame.classes)
    hint = wrapped(restyled(((flow.question().hint, ""),), "dim"), width - len(FIELD_EDGE))
    top = frame.put_below([*below, ((FIELD_EDGE, ""), *hint[0])])
    frame.put_body(card)
    return frame.edge_below + len(FIELD_EDGE), top + len(below)


def placed(
    texts: Mapping[str, Styled], places: Mapping[str, TextPlace]
) -> list[tuple[Styled, TextPlace]]:
    """The texts in the order of their places."""
    return [(texts[name], place) for name, place in places.items() if name in texts]


def _first_column(columns: int) -> int:
    """The columns of the card beside what was said: two thirds of what a gap of six leaves."""
    return (columns - 6) * 2 // 3


def card_texts(blocks: Sequence[Block], width: int, *, easy: bool) -> dict[str, Styled]:
    """What stands in each place, for the blocks of a first card.

    Raises:
        NotPicturedError: something else is among them.
    """
    texts: dict[str, Styled] = {}
    for block in blocks:
        match block:
            case TextBlock() if block is blocks[0]:
                texts["who"] = ((safe(block.on_screen), ""),)
            case ShoesBlock():
                texts["shoes"] = large_name(block.shoes)
                texts["you_are"] = ((safe(block.life(easy=easy)), ""),)
            case CardBlock():
                texts["title"] = card_title(block, easy=easy)
                texts["text"] = ((card_text(block, easy=easy), ""),)
            case PromptBlock():
                texts["prompt"] = prompt_text(block, width, easy=easy)
            case _:
                raise NotPicturedError
    return texts
