"""Renderer of the blocks of a summary for the screens: blocks and width -> content."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from textual.content import Content

from wshoes_tui.flow import blocks
from wshoes_tui.flow.coverage_map import Pen, Span, glyphs_for, map_rows
from wshoes_tui.flow.labels import STATE_WORDS, owner_and_day
from wshoes_tui.flow.questions import NOW_I_SEE, USED_TO_THINK
from wshoes_tui.locale import N_, _
from wshoes_tui.terminal.capabilities import TerminalCapabilities
from wshoes_tui.tui.content import (
    cell_content,
    flowing,
    hanging,
    joined_content,
    letter,
    mark,
    marked_name,
    named,
    one_line_content,
    safe_content,
    stacked_content,
)

HORIZON_WORDS = {"now": N_("now"), "plan": N_("to be planned"), "others": N_("needs others")}
PENS: dict[Pen, str] = {"": "", "dot": "", "bold": "bold", "quiet": "dim", "thin": "dim"}
BLANK = Content("")
WIDE = 70
"""Columns from which on names of shoes have the room that most of them need."""


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
            rows += _rows(block, width, terminal or TerminalCapabilities())
    return stacked_content(rows + [BLANK] * bool(headings))


def _rows(block: blocks.Block, width: int, terminal: TerminalCapabilities) -> Iterator[Content]:
    match block:
        case blocks.MapBlock():
            for row in map_rows(block.covered, width, glyphs_for(terminal)):
                yield joined_content(*map(_span, row))
        case blocks.LightbulbBlock():
            yield from _lightbulb(block)
        case blocks.PledgeBlock():
            pledge = block.pledge
            told = [*owner_and_day(pledge), _(HORIZON_WORDS[pledge.horizon])]
            if pledge.state != "open":
                told.append(_(STATE_WORDS[pledge.state]))
            yield safe_content(pledge.text, "bold")
            yield Content("   ".join(told))
            yield BLANK
        case blocks.SaidBlock():
            who = one_line_content(f"{block.who} ") if block.who else ""
            first = joined_content("   ", who, mark(block.shoes), " ")
            yield hanging(first, safe_content(flowing(block.response.text)), width)
        case blocks.SwapBlock():
            yield one_line_content(block.title, "bold")
            for shoes, words in block.sides:
                shown = safe_content(flowing(words))
                if not words:
                    shown = Content.styled(_("not written down"), "dim")
                yield hanging(joined_content("   ", mark(shoes), " "), shown, width)
            yield BLANK
        case blocks.BeforeAfterBlock():
            yield from _before_after(block, width)
        case blocks.VoiceBlock():
            yield joined_content(cell_content(block.who, 20, "bold"), block.heard)
        case blocks.TextBlock(word="Parked"):
            yield safe_content(f"· {flowing(block.on_screen)}")
        case blocks.TextBlock(word="Feedback"):
            yield safe_content(f"   {flowing(block.on_screen)}")
        case blocks.TextBlock():
            yield safe_content(block.on_screen)


def _span(span: Span) -> Content:
    if span.pen == "mark":
        return letter(span.text[1:-1], span.colour)
    return Content.styled(span.text, PENS[span.pen])


def _lightbulb(block: blocks.LightbulbBlock) -> Iterator[Content]:
    """I used to think ... now I see ..., and where it came from."""
    halves = (
        (USED_TO_THINK, block.bulb.used_to_think, ""),
        (NOW_I_SEE, block.bulb.now_see, "bold"),
    )
    for label, words, style in halves:
        if words:
            lead = Content.styled(_(label) + "  ", "dim")
            yield joined_content(lead, safe_content(flowing(words), style))
    if block.shoes is not None:
        where = Content.styled(_("turn {turn}, in the shoes of", turn=block.turn), "dim")
        yield joined_content(where, " ", marked_name(block.shoes))
    yield BLANK


def _before_after(block: blocks.BeforeAfterBlock, width: int) -> Iterator[Content]:
    """The medians as a table, deck by deck."""
    every = [row.shoes for row in block.rows]
    deck = ""
    for row in block.rows:
        if block.titled and row.deck.id != deck:
            if deck:
                yield BLANK
            deck = row.deck.id
            yield one_line_content(row.deck.title, "bold")
        name = named(row.shoes, 28 if width >= WIDE else 19, every)
        before, after = ("-" if n is None else f"{n:g}" for n in (row.before, row.after))
        yield joined_content(name, f"{before}  ->  {after}")
