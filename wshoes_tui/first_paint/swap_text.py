"""Swap text: the page of a swap in two columns, one for each of the two pairs of shoes.

On the left what was said from the first shoes, on the right who stands in the other ones now.
Each column begins with a heavy stroke in the tint of its shoes. On a narrow screen they stand one
above the other.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import zip_longest
from typing import TYPE_CHECKING, NamedTuple

from wshoes_tui.cells.cell_layout import Styled, width_of, wrapped
from wshoes_tui.cells.colour_profiles import QUIET, SHOES, WORD
from wshoes_tui.domain.deck import Shoes
from wshoes_tui.domain.text import safe
from wshoes_tui.first_paint.page_text import card_text, joined
from wshoes_tui.first_paint.text_places import MOST_COLUMNS, TextRoom
from wshoes_tui.first_paint.turn_text import (
    MORE_SAID,
    STROKE,
    asked_text,
    big_title,
    cut_rows,
    shoes_text,
    stands_text,
    title_text,
    voice_head,
)
from wshoes_tui.flow.blocks import Block, CardBlock, PromptBlock, SaidBlock, ShoesBlock
from wshoes_tui.locale import N_, _

if TYPE_CHECKING:
    from wshoes_tui.domain.models import Session

USUAL_GAP, BROAD_GAP = 6, 10
MOST_SIDE = 54
"""Columns of one side at most."""
EARLIER = N_("a while ago")
WHOLE_CARD = N_("the whole card: Esc b")
FEW_LINES = 3
"""Lines of the newest words on a narrow screen."""


class SwapRoom(NamedTuple):
    """The room for the two sides of a swap.

    Attributes:
        room: the room over the whole width of the page.
        lines: the lines there are, for the card too; None where only the heads of the sides are
            wanted.
        broad: whether there is room for the text of the card.
        low: whether there is no room for empty lines.
    """

    room: TextRoom
    lines: int | None
    broad: bool
    low: bool

    @property
    def gap(self) -> int:
        """The columns between the sides."""
        return BROAD_GAP if self.broad else USUAL_GAP

    @property
    def side(self) -> int:
        """The columns of a side: half of the room, or all of it on a narrow screen."""
        if not self.room.hang:
            return self.room.width
        return max(1, min(MOST_SIDE, (self.room.width - self.gap) // 2))

    @property
    def second(self) -> int:
        """The column in which the words of the second side begin, from the first one's."""
        return self.side + self.gap if self.room.hang else 0


def shoes_before(session: Session) -> Shoes | None:
    """The shoes that were stood in before a swap; None where the open turn is none."""
    turn = session.turn
    first = next((one for one in session.turns if turn and one.id == turn.swap_of), None)
    return None if first is None else session.shoes_of(first)


def swap_text(blocks: Sequence[Block], first: Shoes, at: SwapRoom, *, easy: bool) -> Styled:
    """The title, what is asked, and both sides; on a broad screen also the text of the card.

    Args:
        blocks: the blocks of the page.
        first: the shoes that were stood in first.
        at: the room there is.
        easy: whether in easy words.
    """
    card = next(block for block in blocks if isinstance(block, CardBlock))
    prompt = next(block for block in blocks if isinstance(block, PromptBlock))
    words = at.room._replace(width=min(at.room.width, MOST_COLUMNS))
    right = "" if at.broad else _(WHOLE_CARD)
    title = big_title(card, at.room, easy=easy) or title_text(card, right, words, easy=easy)
    gap: list[Styled] = [()] * (not at.low)
    rows = wrapped(title, at.room.width)
    if at.broad:
        story: Styled = ((card_text(card, easy=easy), WORD),)
        rows += [*gap, *wrapped(story, words.width), *gap]
    if at.room.hang:
        rows += [*wrapped(asked_text(prompt, words, easy=easy), words.width), *gap]
    rows += gap * at.broad
    margin = " " * at.room.hang
    rows = [((margin, ""), *row) if row else () for row in rows]
    free = None if at.lines is None else at.lines - len(rows)
    return joined([*rows, *_sides(blocks, first, at, free, easy=easy)])


def _sides(
    blocks: Sequence[Block], first: Shoes, at: SwapRoom, lines: int | None, *, easy: bool
) -> list[Styled]:
    """The lines of both sides, beside each other or one above the other."""
    stands = next(block for block in blocks if isinstance(block, ShoesBlock))
    said = [block for block in blocks if isinstance(block, SaidBlock)]
    earlier = [b for b in said if b.is_earlier and b.shoes.id == first.id]
    here = [b for b in said if not b.is_earlier]
    column = TextRoom(at.side, 0, slow=at.room.slow)
    left, right = _head(ShoesBlock(first), column), _head(stands, column)
    life = wrapped(((safe(stands.life(easy=easy)), ""),), at.side)
    if not at.room.hang:
        if lines is None:
            return [*left, *right]
        most = max(1, lines - len(left) - len(right) - 1)
        now = _newest(here, stands.shoes, at.side, max(1, most - FEW_LINES))
        spare = most - len(now) - len(life)
        before = _newest(earlier, first, at.side, min(most, max(FEW_LINES, spare)))
        has_room = len(life) + len(now) + len(before) <= most
        return [*left, *before, (), *right, *(life if has_room else []), *now]
    left += [((_(EARLIER), QUIET),)] if earlier else []
    right += wrapped(stands_text(stands), at.side) if stands.stands else []
    top = max(len(left), len(right))
    left, right = ([*side, *[()] * (top - len(side))] for side in (left, right))
    if lines is not None:
        most = max(2, lines - top - 1)
        left += [(), *_newest(earlier, first, at.side, most)]
        now = _newest(here, stands.shoes, at.side, most)
        if len(life) + bool(now) + len(now) <= most:
            now = [*life, *[()] * bool(now), *now]
        right += [(), *now]
    return [_beside(one, other, at) for one, other in zip_longest(left, right, fillvalue=())]


def _head(block: ShoesBlock, room: TextRoom) -> list[Styled]:
    """A stroke and the name of the shoes."""
    tint = SHOES + block.shoes.colour
    stroke: list[Styled] = [] if room.slow else [((STROKE * room.width, tint),)]
    return [*stroke, *wrapped(shoes_text(ShoesBlock(block.shoes), room), room.width)]


def _newest(said: Sequence[SaidBlock], shoes: Shoes, width: int, lines: int) -> list[Styled]:
    """The newest of the words that fit, the oldest of them first; how many there are besides.

    The newest ones are cut where they do not fit. Who is only told where it is kept, or where the
    words were said in other shoes.
    """
    shown: list[list[Styled]] = []
    free, hidden = lines, 0
    for older, block in zip(range(len(said) - 1, -1, -1), reversed(said), strict=True):
        rows = wrapped(((safe(block.response.text), WORD),), width)
        if block.who or block.shoes.id != shoes.id:
            rows = [*wrapped(voice_head(block), width), *rows]
        told = bool(older)
        if shown and len(rows) + told > free:
            hidden = older + 1
            break
        rows = cut_rows(rows, max(1, free - told), width)
        free -= len(rows) + 1
        shown.insert(0, rows)
    found: list[Styled] = [((_(MORE_SAID, count=hidden), QUIET),)] * bool(hidden)
    for number, rows in enumerate(shown):
        found += [()] * bool(number) + rows
    return found


def _beside(left: Styled, right: Styled, at: SwapRoom) -> Styled:
    """A line of the one side and one of the other."""
    margin: Styled = ((" " * at.room.hang, ""),)
    if not right:
        return (*margin, *left) if left else ()
    return (*margin, *left, (" " * (at.second - width_of(left)), ""), *right)
