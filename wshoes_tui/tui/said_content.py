"""Responses of a turn as content: one under the other, or in columns where all were revealed."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from textual.content import Content

from wshoes_tui.domain.models import Session
from wshoes_tui.first_paint.page_frame import classes_of
from wshoes_tui.first_paint.page_text import joined
from wshoes_tui.first_paint.text_places import TextRoom
from wshoes_tui.first_paint.turn_text import evidence_in, said_head, said_text
from wshoes_tui.first_paint.voice_columns import in_order, page_rows, voice_pages, voice_room
from wshoes_tui.flow.blocks import Block, SaidBlock
from wshoes_tui.tui.content import cached_content, styled_content

ANY_LINES = 10_000
"""Lines of a page that scrolls: all voices stand on one."""


def said_here(blocks: Iterable[Block]) -> list[SaidBlock]:
    """The responses among blocks that screens show."""
    return [block for block in blocks if isinstance(block, SaidBlock) and block.on_screen]


def said_count(blocks: Iterable[Block]) -> int:
    """How many responses among blocks the page of a turn shows."""
    return len(said_here(blocks))


def said_content(blocks: Sequence[Block], room: TextRoom, *, headed: bool = False) -> Content:
    """The responses among blocks, then evidence; ``headed``: below a line that says what they are.

    On a swap what was said from the first shoes stays in sight.
    """
    said, evidence = said_here(blocks), evidence_in(blocks)
    # With people at sixty screens this is sixty responses on each of them.
    key = tuple((b.who, b.shoes.mark, b.shoes.colour, b.response.text) for b in said)
    head = tuple(said_head(said, room)) if headed else ()  # in the language of this screen
    return cached_content(
        ("said", room, head, key, evidence),
        lambda: styled_content(said_text(said, evidence, room, headed=headed)),
    )


def read_content(
    blocks: Sequence[Block], session: Session, room: TextRoom, size: tuple[int, int]
) -> Content:
    """All that was said on the open turn, for a page that scrolls, on a screen of that size.

    What was written first stands in columns where there is room for two, in the order of the
    shoes of the deck: nobody is the first. A conversation, and a swap, stand in their own order.
    """
    said, turn = said_here(blocks), session.turn
    deck = session.deck(turn.deck) if turn is not None else None
    written = any(one.response.written_first for one in said)
    apart = evidence_in(blocks) or any(one.is_earlier for one in said)
    grid = voice_room(size[0], classes_of(*size), ANY_LINES)
    if not grid.hang or turn is None or deck is None or apart or not written or len(said) < 2:
        return said_content(blocks, room)
    ordered = in_order(said, deck.shoes, turn.number - 1)
    key = tuple((b.who, b.shoes.mark, b.shoes.colour, b.response.text) for b in ordered)
    return cached_content(
        ("read", grid, key),
        lambda: styled_content(joined(page_rows(voice_pages(ordered, grid)[0], grid))),
    )
