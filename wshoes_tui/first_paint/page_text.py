"""Page text: the words of Home, of a turn, of the top line and the footer, as styled text.

The one source for two: the screens make Textual's content of it, the first paint lays it out
itself. See ``cells.cell_layout`` for what a styled text is.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from wshoes_tui.cells.cell_layout import Span, Styled, cut, restyled, width_of, wrapped
from wshoes_tui.cells.colour_profiles import LIVE, QUIET, SHOES, WORD
from wshoes_tui.domain.text import one_line, safe
from wshoes_tui.locale import N_, _, many

if TYPE_CHECKING:
    from wshoes_tui.domain.deck import Shoes
    from wshoes_tui.flow.action_types import Action
    from wshoes_tui.flow.blocks import CardBlock
    from wshoes_tui.flow.list_blocks import ChoiceBlock

BREAK: Span = ("\n", "")
BAR = "▌"
"""What stands before the field and before the marked line."""
TITLE_WIDTH = 12
"""Cells for the name of a choice at Home."""
MOST_LINES = 4
"""Lines of one sentence above the footer: longer ones only quote somebody at length."""
MOST_KEYS = 7
"""Keys in a footer."""


def joined(rows: Iterable[Styled]) -> Styled:
    """Lines one under the other."""
    found: list[Span] = []
    for row in rows:
        found += [BREAK, *row] if found else row or [("", "")]
    return tuple(found)


def choice_rows(block: ChoiceBlock, width: int) -> list[Styled]:
    """A choice: its name, and beside it what is said of it; a second fact stands on its own line.

    Args:
        block: the choice.
        width: the columns there are.
    """
    told = block.text if block.screen is None else block.screen
    lines = told.split("\n")
    beside = max(1, width - TITLE_WIDTH)
    rows = [row for line in lines for row in wrapped(((one_line(line), QUIET),), beside)]
    name = block.title.ljust(TITLE_WIDTH)
    return [((" " * TITLE_WIDTH if n else name, ""), *row) for n, row in enumerate(rows)]


def marked_text(text: Styled) -> Styled:
    """A line of a list as the marked one: its name is live, and what is told of it not quiet."""
    has_bold = any(style == "bold" for _part, style in text)
    found: list[Span] = []
    for part, style in text:
        words = part.rstrip()
        if style in ("", "bold", QUIET):
            named = style != QUIET and (style == "bold" or not has_bold)
            found += [(words, f"bold {LIVE}" if named else WORD), (part[len(words) :], style)]
        else:
            found.append((part, style))
    return tuple(span for span in found if span[0])


def letter_of(shoes: Shoes) -> Styled:
    """The letter of the shoes, in their tint: ``[P]``."""
    return mark_of(shoes.mark, SHOES + shoes.colour)


def mark_of(mark: str, tint: str) -> Styled:
    """A letter of shoes between its brackets: the letter is bold, so that it stands out alone."""
    return ("[", tint), (one_line(mark), f"bold {tint}"), ("]", tint)


def turn_heading(left: str, lines: Sequence[Styled], right: str, width: int) -> Styled:
    """The top line of a turn: where we are, the evening as a line, what there is so far.

    Of the lines the first that fits is shown. Where none does, they give way, and after them what
    stands at the right.
    """
    first, last = cut(((left, QUIET),), width, ellipsis=True), ((right, QUIET),) if right else ()
    used = width_of(first) + width_of(last) + len("  ") * bool(last)
    if used > width:
        return first
    line = next((one for one in lines if one and used + width_of(one) + 2 <= width), ())
    if line:
        first = (*first, ("  ", ""), *line)
    return (*first, (" " * (width - width_of(first) - width_of(last)), ""), *last)


def card_text(block: CardBlock, *, easy: bool) -> str:
    """The text of a card, and what else stands on it."""
    return safe("\n\n".join((block.text(easy=easy), *block.more())))


BACK_UP = N_("Up arrow: back to the beginning")
"""What stands below the end of what was scrolled."""


def unseen_told(lines: int) -> str:
    """That so many lines of a card are out of sight below."""
    return many("Down arrow: {count} more line", "Down arrow: {count} more lines", lines)


def heading_text(left: str, middle: str, right: str, width: int) -> Styled:
    """The top line in so many cells; where there is no room the middle gives way first."""
    last: Styled = ((right, QUIET),)
    first = cut(((left, "bold"),), max(0, width - width_of(last) - 2), ellipsis=True)
    mid: Styled = ((middle, QUIET),)
    space = width - width_of(first) - width_of(last)
    if width_of(mid) > space - 4:
        mid = cut(mid, max(0, space - 4), ellipsis=True) if space > 12 else ()
    spare = width - width_of(first) - width_of(mid) - width_of(last)
    before = max(1, min((width - width_of(mid)) // 2 - width_of(first), spare - 1))
    after = max(1, spare - before)
    return (*first, (" " * before, ""), *mid, (" " * after, ""), *last)


def shown_keys(keys: Sequence[Action]) -> tuple[tuple[str, str], ...]:
    """The keys of a footer with what each does, in the language in use."""
    return tuple((key.key_label, _(key.footer_label)) for key in keys)


def key_text(keys: Sequence[tuple[str, str]], width: int, *, more: bool) -> Styled:
    """The footer in so many cells: as many keys as there is room for, and ``?`` where it is one.

    Few keys stand three cells apart where there is room for that, else all two.
    """
    last = [("?", _("more"))] if more else []
    for gap in (3, 2):
        spare = width - sum(len(key) + len(label) + gap + 1 for key, label in last)
        shown: list[Styled] = []
        for key, label in keys[: MOST_KEYS - len(last)]:
            part: Styled = ((key, "bold"), (" ", ""), (label, QUIET), (" " * gap, ""))
            spare -= width_of(part)
            if spare < 0:
                break
            shown.append(part)
        if len(shown) == len(keys) and len(shown) + len(last) < MOST_KEYS:
            break
    parts = [span for part in shown for span in part]
    for key, label in last:
        parts += [(key, "bold"), (" ", ""), (label, QUIET)]
    return tuple(parts)


def sentence_text(sentence: str, width: int) -> Styled:
    """The sentence above the footer."""
    return cut(restyled(((sentence, ""),), "bold"), MOST_LINES * width, ellipsis=True)
