"""Screens of the summary and of the coverage map, and the renderer of their blocks."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import zip_longest

from textual import events
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from wshoes_tui.cells.colour_profiles import SHOES, THIN
from wshoes_tui.domain.models import Session
from wshoes_tui.flow import blocks, list_blocks, summary_flow
from wshoes_tui.flow.actions import Action
from wshoes_tui.flow.coverage_map import NARROW, SIDE_BY_SIDE, map_rows
from wshoes_tui.flow.labels import STATE_WORDS, gaps_told, owner_and_day, words_of_pledge
from wshoes_tui.flow.map_signs import Pen, Span, glyphs_for
from wshoes_tui.flow.session_labels import day
from wshoes_tui.flow.summary_flow import VOICES, SummaryPart
from wshoes_tui.flow.summary_rows import BETWEEN, drawn_rows
from wshoes_tui.locale import _
from wshoes_tui.locale.phrases import (
    CAUSE,
    HOST_ONLY,
    NOW_I_SEE,
    USED_TO_THINK,
    WHOSE_SHOES,
    about_pledge,
)
from wshoes_tui.terminal.capabilities import LEAST_WIDTH, TerminalCapabilities
from wshoes_tui.tui.base_screen import ForFacilitator, Page
from wshoes_tui.tui.chart_content import bar_rows, found_rows, parts_told
from wshoes_tui.tui.content import (
    cell_content,
    flowing,
    hanging,
    joined_content,
    letter,
    mark,
    marked_name,
    one_line_content,
    safe_content,
    stacked_content,
    styled_content,
)
from wshoes_tui.tui.one_shot_screen import ReadingPage
from wshoes_tui.tui.screens import page_named
from wshoes_tui.tui.screens.print_sheet import PrintsSheets
from wshoes_tui.tui.widgets.header_footer import Body

PENS: dict[Pen, str] = {"": "", "dot": "", "bold": "bold", "quiet": "dim", "thin": THIN}
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
            rows += _rows(block, width, terminal or TerminalCapabilities())
    return stacked_content(rows + [BLANK] * bool(headings))


def _rows(block: blocks.Block, width: int, terminal: TerminalCapabilities) -> Iterator[Content]:
    match block:
        case blocks.MapBlock():
            for row in map_rows(block.covered, width, glyphs_for(terminal)):
                yield joined_content(*map(_span, row))
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
                yield joined_content(*map(_span, row))
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


def _span(span: Span) -> Content:
    if span.pen == "mark":
        return letter(span.text[1:-1], span.colour)
    pen = SHOES + span.colour if span.pen == "dot" and span.colour else PENS[span.pen]
    return styled_content(((span.text, pen),))


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


def part_content(page: Page, session: Session, part: SummaryPart) -> Content:
    """A part of the summary for a page; below the map on a large screen what came of it."""
    width, terminal = width_of_body(page), page.session_app.terminal
    shown = summary_content(part.blocks(session), width, terminal)
    if part.id != "map" or width < SIDE_BY_SIDE or page.size.height < LARGE:
        return shown
    return stacked_content([shown, *_beside(session, width, terminal)])


LARGE = 36
"""Rows from which on the map leaves room for lightbulbs and pledges."""
MOST_BESIDE = 9
"""Rows of each: the rest is on its own part."""


def _beside(session: Session, width: int, terminal: TerminalCapabilities) -> Iterator[Content]:
    """The first lightbulbs and pledges, side by side."""
    column = (width - BETWEEN) // 2
    both = []
    for part in summary_flow.PARTS:
        if part.id in ("lightbulbs", "pledges"):
            found = summary_content(part.blocks(session), column, terminal)
            rows = [line for row in found.split("\n") for line in row.wrap(column)]
            if len(rows) > MOST_BESIDE:
                rows[MOST_BESIDE:] = [Content.styled(glyphs_for(terminal).more, "dim")]
            title = Content.styled(_(part.title), "dim")
            both.append([title, *rows] if found.plain.strip() else [])
    yield BLANK
    for left, right in zip_longest(*both, fillvalue=BLANK):
        yield joined_content(left.pad_right(column + BETWEEN - left.cell_length), right)


def width_of_body(page: Page) -> int:
    """The columns of a page's body, as wide as there is room beside a scroll bar."""
    body = page.query_one(Body)
    taken = body.styles.padding.width + body.styles.scrollbar_size_vertical
    return max(LEAST_WIDTH, page.size.width - taken)


class SummaryPage(PrintsSheets, Page):
    """One part at a time; Tab goes on to the next. Parts without anything are left out."""

    SCOPE = "summary"

    def __init__(self, session: Session, *, looking: bool = False) -> None:
        super().__init__()
        self._session = session
        self._looking = looking
        self._part = summary_flow.first_part(session)
        self._borrowed = False
        """Whether the session is open only for the page of what was said."""

    def compose_body(self) -> Iterable[Widget]:
        yield Static(id="glance", classes="quiet", markup=False)
        yield Static(id="section-lead", classes="lead", markup=False)
        yield Static(id="section", markup=False)
        yield Static(id="sections", classes="gap quiet", markup=False)

    def fits(self, session: Session) -> bool:
        """A closed session stays closed; one that is looked at is not followed."""
        return self._looking or session.state == "closed"

    def applies(self, action: Action) -> bool:
        """Nothing is exported from a session that somebody else is writing in, nor changed."""
        return not (self._looking and action.name in ("export", "said", "review", "take_home"))

    def on_screen_resume(self, event: events.ScreenResume) -> None:
        """Show what was put right meanwhile; a session of the past is let go again."""
        super().on_screen_resume(event)
        live = self.session_app.live
        if self.has_begun and live is not None and live.session.id == self._session.id:
            self._session = live.session
            self.update_page()
            if self._borrowed:
                self._borrowed = False
                self.session_app.live = None
                self.session_app.worker.submit(live.release)

    def on_resize(self) -> None:
        """The map follows the width."""
        self.update_page()

    @property
    def _parts(self) -> list[SummaryPart]:
        return [part for part in summary_flow.PARTS if any(part.blocks(self._session))]

    def update_page(self) -> None:
        session, part = self._session, self._part
        begun = day(session.header.created.astimezone().date())
        self.top.show_heading(session.header.title, right=begun)
        _title, *told = summary_flow.head_blocks(session)
        width, terminal = width_of_body(self), self.session_app.terminal
        rows = [row for block in told for row in _rows(block, width, terminal)]
        above, below = ([], rows) if width < NARROW else (rows, [])
        self.query_one("#glance", Static).update(stacked_content(above))
        self.query_one("#glance", Static).display = bool(above)
        self.query_one("#section-lead", Static).update(_(part.title))
        self.query_one("#section", Static).update(part_content(self, session, part))
        parts = parts_told(self._parts)
        self.query_one("#sections", Static).update(stacked_content([*below, parts]))

    def action_section(self) -> None:
        parts = self._parts
        at = parts.index(self._part) if self._part in parts else -1
        self._part = parts[(at + 1) % len(parts)]
        self.query_one("Body").scroll_home(animate=False)
        self.update_page()

    def action_voices(self) -> None:
        first = summary_flow.first_part(self._session)
        self._part = first if self._part is VOICES else VOICES
        self.update_page()

    def action_agenda(self) -> None:
        """The map by the themes of the agendas that the decks name, or all parts again."""
        if self._part.id == summary_flow.AGENDA:
            self._part = summary_flow.first_part(self._session)
        else:
            self._part = summary_flow.agenda_part(self.session_app.deck_library().frameworks())
        self.query_one("Body").scroll_home(animate=False)
        self.update_page()

    async def action_said(self) -> None:
        """All that was said; a session of the past is opened for as long as it is read."""
        app = self.session_app
        if self._looking:
            return
        if app.live is None:
            library = await app.library()
            app.live = await app.attempt(library.resume, self._session.id)
            self._borrowed = app.live is not None
        if app.live is not None:
            app.push_screen(page_named("said"))

    @property
    def _newest(self) -> Session:
        """The session as it is now, where it is the one that is open."""
        live = self.session_app.live
        return live.session if live and live.session.id == self._session.id else self._session

    @property
    def to_print(self) -> Session:
        return self._session

    def _may_write(self) -> bool:
        """Whether files can be written from here; else it is said why not."""
        if self.session_app.facilitates is not None and not self.session_app.ends_hosting:
            self.say(_(HOST_ONLY))
            return False
        return not self._looking

    async def action_export(self) -> None:
        from wshoes_tui.tui.screens.choice_sheets import export_from_screen

        if self._may_write():
            by_agenda = self._part.id == summary_flow.AGENDA
            app = self.session_app
            self.run_worker(export_from_screen(app, self._newest, by_agenda=by_agenda))

    def action_take_home(self) -> None:
        """The page to take home, which needs no review."""
        from wshoes_tui.tui.screens.choice_sheets import write_from_screen

        if self._may_write():
            app = self.session_app
            self.run_worker(write_from_screen(app, self._newest, "takehome"))

    async def action_review(self) -> None:
        """Look through what was said, before it is shared."""
        if not self._looking:
            await self.session_app.review(self._session.id)


class MapPage(ForFacilitator, ReadingPage):
    """Whose shoes, on what, while the session goes on."""

    SCOPE = "map"

    def __init__(self) -> None:
        super().__init__()
        self._part = summary_flow.MAP_PART

    def compose_body(self) -> Iterable[Widget]:
        yield Static(id="section", markup=False)

    def action_agenda(self) -> None:
        """The map by the themes of the agendas that the decks name, or by those of the decks."""
        part = summary_flow.MAP_PART
        if self._part is part:
            part = summary_flow.agenda_part(self.session_app.deck_library().frameworks())
        self._part = part
        self.update_page()

    def on_resize(self) -> None:
        """The map follows the width."""
        self.update_page()

    def update_page(self) -> None:
        self.top.show_heading(_(WHOSE_SHOES), self.session_app.session.header.title)
        session = self.session_app.session
        shown = part_content(self, session, self._part)
        self.query_one("#section", Static).update(shown)
