"""The session at a glance: for looking at together more than for reading."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial

from textual import events
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from wshoes_tui.domain import summary
from wshoes_tui.domain.models import Session
from wshoes_tui.flow.actions import Action
from wshoes_tui.flow.questions import SAID
from wshoes_tui.flow.session_labels import day
from wshoes_tui.locale import N_, _
from wshoes_tui.locale.phrases import (
    BEFORE_AND_AFTER,
    HOST_ONLY,
    WHOSE_SHOES,
    count_minutes,
    count_people,
    count_turns,
)
from wshoes_tui.terminal.capabilities import LEAST_WIDTH
from wshoes_tui.tui.base_screen import ForFacilitator, Page
from wshoes_tui.tui.content import stacked_content
from wshoes_tui.tui.one_shot_screen import back_to_words
from wshoes_tui.tui.screens import summary_content
from wshoes_tui.tui.widgets.header_footer import Body

SECTION_TITLES = {
    "map": WHOSE_SHOES,
    "lightbulbs": N_("Lightbulbs"),
    "pledges": N_("Pledges"),
    "said": SAID,
    "swaps": N_("From both sides"),
    "parked": N_("Car park"),
    "numbers": BEFORE_AND_AFTER,
    "feedback": N_("In our own words"),
    "voices": N_("Who has been heard: for the facilitator"),
}
SECTIONS: dict[str, Callable[[Session, int], Content]] = {
    "lightbulbs": summary_content.lightbulbs,
    "pledges": summary_content.pledges,
    "said": summary_content.said,
    "swaps": summary_content.swaps,
    "parked": summary_content.parked,
    "numbers": summary_content.before_after,
    "feedback": summary_content.feedback,
}


def _map(page: Page, session: Session, _width: int) -> Content:
    """The map as wide as the page has room for it, its scroll bar counted."""
    body = page.query_one(Body)
    room = page.size.width - body.styles.padding.width - body.styles.scrollbar_size_vertical
    return summary_content.coverage_map(session, max(LEAST_WIDTH, room), page.session_app.terminal)


class SummaryPage(ForFacilitator, Page):
    """One part at a time; Tab goes on to the next. Parts without anything are left out."""

    SCOPE = "summary"

    def __init__(self, session: Session, *, looking: bool = False) -> None:
        super().__init__()
        self._session = session
        self._looking = looking
        self._section = "map"

    def compose_body(self) -> Iterable[Widget]:
        """The counts, a heading, the part."""
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

    def _sections(self) -> list[tuple[str, str, Content]]:
        width = max(20, self.size.width - 4)
        views: dict[str, Callable[[Session, int], Content]]
        views = {"map": partial(_map, self), **SECTIONS}
        parts = [
            (name, SECTION_TITLES[name], view(self._session, width)) for name, view in views.items()
        ]
        return [part for part in parts if part[0] == "map" or part[2].plain.strip()]

    def update_page(self) -> None:
        """The part that is chosen."""
        session = self._session
        glance = summary.glance(session)
        self.top.show_heading(
            session.header.title, right=day(session.header.created.astimezone().date())
        )
        counts = (
            count_people(glance.people),
            count_turns(glance.turns),
            count_minutes(glance.minutes),
        )
        self.query_one("#glance", Static).update(" · ".join(counts))
        sections = self._sections()
        names = [name for name, _title, _content in sections]
        if self._section == "voices":
            title = _(SECTION_TITLES["voices"])
            content = summary_content.voices(session, self.size.width - 4)
        else:
            at = names.index(self._section) if self._section in names else 0
            _name, title, content = sections[at]
            title = _(title)
        self.query_one("#section-lead", Static).update(title)
        self.query_one("#section", Static).update(content)
        self.query_one("#sections", Static).update(
            stacked_content(
                [Content(_("Tab: {parts}", parts=", ".join(_(t) for _n, t, _c in sections)))]
            )
        )

    def action_section(self) -> None:
        """The next part."""
        names = [name for name, _title, _content in self._sections()]
        at = names.index(self._section) if self._section in names else -1
        self._section = names[(at + 1) % len(names)]
        self.query_one("Body").scroll_home(animate=False)
        self.update_page()

    def action_voices(self) -> None:
        """Who has been heard, or back to the map."""
        self._section = "map" if self._section == "voices" else "voices"
        self.update_page()

    async def action_export(self) -> None:
        """Write it to a file."""
        from wshoes_tui.tui.screens.choice_sheets import export_from_screen

        if self.session_app.facilitates is not None and not self.session_app.ends_hosting:
            self.say(_(HOST_ONLY))
            return
        if not self._looking:
            self.run_worker(export_from_screen(self.session_app, self._session))


class MapPage(Page):
    """Whose shoes, on what, while the session goes on."""

    SCOPE = "reading"

    def compose_body(self) -> Iterable[Widget]:
        """The map."""
        yield Static(id="section", markup=False)

    def on_resize(self) -> None:
        """The map follows the width."""
        self.update_page()

    def update_page(self) -> None:
        """The map as it is now."""
        self.top.show_heading(_(WHOSE_SHOES), self.session_app.session.header.title)
        session = self.session_app.session
        self.query_one("#section", Static).update(_map(self, session, self.size.width))

    def takes_key(self, event: events.Key | events.Paste) -> bool:
        """Words go back to the field of the page below."""
        return back_to_words(self, event)

    async def action_back(self) -> None:
        """Back to the card."""
        self.session_app.pop_screen()
