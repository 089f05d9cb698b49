"""Page text: the words of Home, of a turn, of the top line and the footer, as styled text.

The one source for two: the screens make Textual's content of it, the first paint lays it out
itself. See ``cells.cell_layout`` for what a styled text is.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from wshoes_tui.cells.cell_layout import Span, Styled, cut, restyled, width_of
from wshoes_tui.cells.colour_profiles import LIVE, QUIET, SHOES, WORD
from wshoes_tui.domain.text import one_line, safe
from wshoes_tui.locale import _, many
from wshoes_tui.locale.phrases import RUNG_WORDS

if TYPE_CHECKING:
    from wshoes_tui.domain.deck import Shoes
    from wshoes_tui.flow.action_types import Action
    from wshoes_tui.flow.blocks import CardBlock, PromptBlock
    from wshoes_tui.flow.list_blocks import ChoiceBlock

BAR = "▌"
"""What stands before the field and before the marked line."""
TITLE_WIDTH = 12
"""Cells for the name of a choice at Home."""
MOST_LINES = 4
"""Lines of one sentence above the footer: longer ones only quote somebody at length."""
LEAST_FOR_NUMBER = 60
"""Columns from which on a prompt tells which one it is."""


def choice_text(block: ChoiceBlock) -> Styled:
    """A line of Home: its name, and what is said of it."""
    told = block.text if block.screen is None else block.screen
    return ((block.title.ljust(TITLE_WIDTH), ""), (one_line(told), QUIET))


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


def large_name(shoes: Shoes) -> Styled:
    """The letter and the name of the shoes, in their tint."""
    return (*letter_of(shoes), (" ", ""), (one_line(shoes.name), f"bold {SHOES}{shoes.colour}"))


def card_title(block: CardBlock, *, easy: bool) -> Styled:
    """The title of a card, and a warning where it may hurt."""
    title: Styled = ((one_line(block.title(easy=easy)), "bold"),)
    return (*title, (f"   {block.warning}", "dim")) if block.warning else title


def card_text(block: CardBlock, *, easy: bool) -> str:
    """The text of a card, and what else stands on it."""
    return safe("\n\n".join((block.text(easy=easy), *block.more())))


def prompt_text(block: PromptBlock, width: int, *, easy: bool) -> Styled:
    """A prompt with its rung before it and, on a screen that is not narrow, its number after."""
    number = f"  {block.number}/{block.count}" if width >= LEAST_FOR_NUMBER else ""
    rung = f"{_(RUNG_WORDS[block.prompt.rung])}  "
    return ((rung, "bold"), (one_line(block.asked(easy=easy)), ""), (number, "dim"))


def unseen_told(lines: int) -> str:
    """That so many lines of a card are out of sight below."""
    return many("Down arrow: {count} more line", "Down arrow: {count} more lines", lines)


def heading_text(left: str, middle: str, right: str, width: int) -> Styled:
    """The top line in so many cells; where there is no room the middle gives way first."""
    last: Styled = ((right, ""),)
    first = cut(((left, "bold"),), max(0, width - width_of(last) - 2), ellipsis=True)
    mid: Styled = ((middle, "dim"),)
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
    """The footer in so many cells: as many keys as there is room for, and ``?`` where it is one."""
    last = [("?", _("more"))] if more else []
    spare = width - sum(len(key) + len(label) + 3 for key, label in last)
    shown: Styled = ()
    for key, label in keys:
        part: Styled = ((key, "bold"), (" ", ""), (label, "dim"), ("  ", ""))
        if width_of(shown) + width_of(part) > spare:
            break
        shown += part
    for key, label in last:
        shown += ((key, "bold"), (" ", ""), (label, "dim"))
    return shown


def sentence_text(sentence: str, width: int) -> Styled:
    """The sentence above the footer."""
    return cut(restyled(((sentence, ""),), "bold"), MOST_LINES * width, ellipsis=True)
