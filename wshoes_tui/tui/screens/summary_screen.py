"""Screens of the summary and of the coverage map."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import zip_longest

from textual import events
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from wshoes_tui.cells.big_letters import big_rows
from wshoes_tui.cells.colour_profiles import WORD
from wshoes_tui.domain.models import Session
from wshoes_tui.first_paint.page_frame import classes_of, grid_of, is_broad
from wshoes_tui.flow import blocks, summary_flow
from wshoes_tui.flow.actions import Action
from wshoes_tui.flow.coverage_map import NARROW
from wshoes_tui.flow.map_signs import glyphs_for
from wshoes_tui.flow.session_labels import day
from wshoes_tui.flow.summary_flow import VOICES, SummaryPart
from wshoes_tui.flow.summary_rows import BETWEEN
from wshoes_tui.locale import _
from wshoes_tui.locale.phrases import (
    HOST_ONLY,
    WHOSE_SHOES,
)
from wshoes_tui.terminal.capabilities import TerminalCapabilities
from wshoes_tui.tui.base_screen import ForFacilitator, Page
from wshoes_tui.tui.chart_content import parts_told
from wshoes_tui.tui.content import (
    joined_content,
    stacked_content,
    styled_content,
)
from wshoes_tui.tui.one_shot_screen import ReadingPage
from wshoes_tui.tui.screens import page_named
from wshoes_tui.tui.screens.print_sheet import PrintsSheets
from wshoes_tui.tui.summary_content import BLANK, block_rows, summary_content, width_of_body


def part_content(page: Page, session: Session, part: SummaryPart) -> Content:
    """A part of the summary for a page; below the map on a broad screen what came of it.

    The marks of a map of one deck hang in the margin.
    """
    width, terminal, classes = (
        width_of_body(page),
        page.session_app.terminal,
        classes_of(*page.size),
    )
    shown = list(part.blocks(session))
    maps = [block for block in shown if isinstance(block, blocks.MapBlock)]
    hang = grid_of(classes).hang and HUNG if [len(one.covered) for one in maps] == [1] else 0
    page.query_one("#section").set_class(bool(hang), "-hung")
    content = summary_content(shown, width + hang, terminal)
    if part.id != "map" or not is_broad(classes):
        return content
    beside = [
        joined_content(" " * hang, row) if row else row for row in _beside(session, width, terminal)
    ]
    return stacked_content([content, *beside])


HUNG = 4
"""Cells by which the marks of a map stand before the words of the page."""


def big_heading(page: Page, title: str) -> Content:
    """A heading in big letters; empty where there is no room for them."""
    terminal = page.session_app.terminal
    if not is_broad(classes_of(*page.size)) or terminal.slow or not terminal.symbols:
        return Content()
    rows = big_rows(title, width_of_body(page), lines=1)
    return (
        stacked_content([BLANK, *(styled_content(((row, WORD),)) for row in rows if row)])
        if rows
        else Content()
    )


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
        yield Static(id="section-lead", markup=False)
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
        rows = [row for block in told for row in block_rows(block, width, terminal)]
        above, below = ([], rows) if width < NARROW else (rows, [])
        self.query_one("#glance", Static).update(stacked_content(above))
        self.query_one("#glance", Static).display = bool(above)
        big = big_heading(self, _(part.title)) if part.id == "map" else Content()
        self.query_one("#section-lead", Static).update(big or Content.styled(_(part.title), "bold"))
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
