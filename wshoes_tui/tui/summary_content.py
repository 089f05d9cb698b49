"""Content of the blocks of a summary, one under the other."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from textual.content import Content

from wshoes_tui.first_paint.page_frame import classes_of, grid_of
from wshoes_tui.flow import blocks, list_blocks
from wshoes_tui.flow.coverage_map import NARROW, map_rows
from wshoes_tui.flow.labels import STATE_WORDS, gaps_told, owner_and_day, words_of_pledge
from wshoes_tui.flow.map_signs import glyphs_for
from wshoes_tui.flow.summary_rows import drawn_rows
from wshoes_tui.locale import _
from wshoes_tui.locale.phrases import (
    CAUSE,
    NOW_I_SEE,
    USED_TO_THINK,
    about_pledge,
)
from wshoes_tui.terminal.capabilities import LEAST_WIDTH, TerminalCapabilities
from wshoes_tui.tui.base_screen import Page
from wshoes_tui.tui.chart_content import bar_rows, found_rows
from wshoes_tui.tui.content import (
    cell_content,
    flowing,
    hanging,
    joined_content,
    mark,
    marked_name,
    one_line_content,
    safe_content,
    span_content,
    stacked_content,
)

BLANK = Content("")


def summary_content(
    shown: Iterable[blocks.Block], width: int, terminal: TerminalCapabilities | None = None
) -> Content:
    """Blocks of a summary, one under the other; an empty line before each heading.

    Args:
        shown: the blocks of a part.
        width: the columns there are.
        terminal: what the terminal can show, for the characters of the map.
    """
    rows: list[Content] = []
    headings = 0
    for block in shown:
        if isinstance(block, blocks.TextBlock) and block.word == "Summary":
            rows += [BLANK] * bool(rows) + [one_line_content(block.on_screen, "bold")]
            headings += 1
        else:
            rows += block_rows(block, width, terminal or TerminalCapabilities())
    return stacked_content(rows + [BLANK] * bool(headings))


def block_rows(
    block: blocks.Block, width: int, terminal: TerminalCapabilities
) -> Iterator[Content]:
    """The rows of one block."""
    match block:
        case blocks.MapBlock():
            for row in map_rows(block.covered, width, glyphs_for(terminal)):
                yield joined_content(*map(span_content, row))
            if width < NARROW:  # the map itself has no room for words
                for covered in block.covered:
                    yield BLANK
                    yield from map(Content, gaps_told(covered))
        case blocks.LightbulbBlock():
            yield from _lightbulb(block, width)
        case blocks.PledgeBlock():
            pledge = block.pledge
            told = owner_and_day(pledge)
            told += about_pledge(pledge.scope, "now")
            if pledge.state != "open":
                told.append(_(STATE_WORDS[pledge.state]))
            yield safe_content(words_of_pledge(pledge), "bold")
            yield Content("   ".join(told))
            if block.origin:
                yield hanging(Content(""), safe_content(block.origin, "dim"), width)
            yield BLANK
        case blocks.SaidBlock():
            who = one_line_content(f"{block.who} ") if block.who else ""
            first = joined_content("   ", who, mark(block.shoes), " ")
            yield hanging(first, safe_content(flowing(block.response.text)), width)
        case blocks.PathBlock() | blocks.SwapBlock() | blocks.BeforeAfterBlock():
            for row in drawn_rows(block, width, glyphs_for(terminal)) or ():
                yield joined_content(*map(span_content, row))
        case list_blocks.BarsBlock():
            yield from bar_rows(block.bars, width, terminal)
        case blocks.FoundBlock():
            yield from found_rows(block, width)
        case blocks.VoiceBlock():
            yield hanging(cell_content(block.who, 20, "bold"), Content(block.heard), width)
        case blocks.TextBlock(word="Parked" | "Pledge" | "Evidence"):
            yield hanging(Content("· "), safe_content(flowing(block.on_screen)), width)
        case blocks.TextBlock(word="Feedback"):
            yield hanging(Content("   "), safe_content(flowing(block.on_screen)), width)
        case blocks.TextBlock():
            yield safe_content(block.on_screen)


def _lightbulb(block: blocks.LightbulbBlock, width: int) -> Iterator[Content]:
    """The words that brought it about, "I used to think ... now I see ...", where it came from."""
    if block.cause is not None:
        yield Content.styled(_(CAUSE), "dim")
        said = safe_content(flowing(block.cause.response.text), "dim")
        yield hanging(joined_content("   ", mark(block.cause.shoes), " "), said, width)
    halves = (
        (USED_TO_THINK, block.bulb.used_to_think, ""),
        (NOW_I_SEE, block.bulb.now_see, "bold"),
    )
    for label, words, style in halves:
        if words:
            lead = Content.styled(_(label) + "  ", "dim")
            yield hanging(lead, safe_content(flowing(words), style), width)
    if block.shoes is not None:
        where = _("turn {turn}, in the shoes of", turn=block.turn) + " " if block.turn else ""
        yield joined_content(Content.styled(where, "dim"), marked_name(block.shoes))
    yield BLANK


def width_of_body(page: Page) -> int:
    """The columns of a page's body, as wide as there is room beside a scroll bar."""
    grid = grid_of(classes_of(*page.size))
    return max(LEAST_WIDTH, page.size.width - grid.words - grid.right)
