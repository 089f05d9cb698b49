"""The session at a glance: for looking at together more than for reading."""

from __future__ import annotations

from collections.abc import Iterable

from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from wshoes_tui.domain.models import Session
from wshoes_tui.flow import summary_flow
from wshoes_tui.flow.actions import Action
from wshoes_tui.flow.session_labels import day
from wshoes_tui.flow.summary_flow import VOICES, SummaryPart
from wshoes_tui.locale import _
from wshoes_tui.locale.phrases import HOST_ONLY, WHOSE_SHOES
from wshoes_tui.terminal.capabilities import LEAST_WIDTH
from wshoes_tui.tui.base_screen import ForFacilitator, Page
from wshoes_tui.tui.block_content import stacked_blocks
from wshoes_tui.tui.one_shot_screen import ReadingPage
from wshoes_tui.tui.summary_content import summary_content
from wshoes_tui.tui.widgets.header_footer import Body


def part_content(page: Page, session: Session, part: SummaryPart) -> Content:
    """A part of the summary for a page; the map as wide as there is room, beside a scroll bar."""
    width = max(20, page.size.width - 4)
    if part.id == "map":
        body = page.query_one(Body)
        taken = body.styles.padding.width + body.styles.scrollbar_size_vertical
        width = max(LEAST_WIDTH, page.size.width - taken)
    return summary_content(part.blocks(session), width, page.session_app.terminal)


class SummaryPage(ForFacilitator, Page):
    """One part at a time; Tab goes on to the next. Parts without anything are left out."""

    SCOPE = "summary"

    def __init__(self, session: Session, *, looking: bool = False) -> None:
        super().__init__()
        self._session = session
        self._looking = looking
        self._part = summary_flow.PARTS[0]

    def compose_body(self) -> Iterable[Widget]:
        yield Static(id="glance", classes="quiet", markup=False)
        yield Static(id="section-lead", classes="lead", markup=False)
        yield Static(id="section", markup=False)
        yield Static(id="sections", classes="gap quiet", markup=False)

    def fits(self, session: Session) -> bool:
        """A closed session stays closed; one that is looked at is not followed."""
        return self._looking or session.state == "closed"

    def applies(self, action: Action) -> bool:
        """Nothing is exported from a session that somebody else is writing in."""
        return not (self._looking and action.name == "export")

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
        counts = stacked_blocks(summary_flow.head_blocks(session))
        self.query_one("#glance", Static).update(counts)
        self.query_one("#section-lead", Static).update(_(part.title))
        self.query_one("#section", Static).update(part_content(self, session, part))
        titles = ", ".join(_(one.title) for one in self._parts)
        self.query_one("#sections", Static).update(Content(_("Tab: {parts}", parts=titles)))

    def action_section(self) -> None:
        parts = self._parts
        at = parts.index(self._part) if self._part in parts else -1
        self._part = parts[(at + 1) % len(parts)]
        self.query_one("Body").scroll_home(animate=False)
        self.update_page()

    def action_voices(self) -> None:
        self._part = summary_flow.PARTS[0] if self._part is VOICES else VOICES
        self.update_page()

    async def action_export(self) -> None:
        from wshoes_tui.tui.screens.choice_sheets import export_from_screen

        if self.session_app.facilitates is not None and not self.session_app.ends_hosting:
            self.say(_(HOST_ONLY))
            return
        if not self._looking:
            self.run_worker(export_from_screen(self.session_app, self._session))


class MapPage(ReadingPage):
    """Whose shoes, on what, while the session goes on."""

    def compose_body(self) -> Iterable[Widget]:
        yield Static(id="section", markup=False)

    def on_resize(self) -> None:
        """The map follows the width."""
        self.update_page()

    def update_page(self) -> None:
        self.top.show_heading(_(WHOSE_SHOES), self.session_app.session.header.title)
        session = self.session_app.session
        shown = part_content(self, session, summary_flow.PARTS[0])
        self.query_one("#section", Static).update(shown)
