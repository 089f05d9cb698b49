"""Base class of the pages of a running session, and the page of its pause."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from textual import events
from textual.widget import Widget
from textual.widgets import Static

from wshoes_tui.domain.commands import Pause, Resume
from wshoes_tui.flow.questions import A_PAUSE, PAUSE
from wshoes_tui.flow.session_labels import clock
from wshoes_tui.locale import _
from wshoes_tui.tui.base_screen import ForFacilitator, Page
from wshoes_tui.tui.one_shot_screen import ACTIONS_PLACE, OneShotPage
from wshoes_tui.tui.screens import page_named
from wshoes_tui.tui.widgets.header_footer import KeyLine
from wshoes_tui.tui.widgets.text_stack import TextStack

if TYPE_CHECKING:
    from wshoes_tui.tui.app_protocols import FacilitatorSessionApp


class SessionAsides(ForFacilitator, Page):
    """A page of a session that is going on. What it leads to is loaded when it is asked for."""

    def show_keys(self) -> None:
        """The footer, and what the first rehearsal teaches."""
        super().show_keys()
        app = self.session_app
        if self.SCOPE == "turn" and app.has_session:
            hint = app.opener.hints.hint(app.session, choosing=getattr(self, "choosing", False))
            self.query_one(KeyLine).show_hint(hint)

    def pace_word(self) -> str:
        """A word near the end of the cards, where something else is shown anyway."""
        app = self.session_app
        return app.pace.word(app.session) if app.has_session else ""

    async def action_seats(self) -> None:
        from wshoes_tui.tui.screens.people_screen import PeoplePage

        self.session_app.push_screen(PeoplePage(during=True))

    async def action_said(self) -> None:
        await self.session_app.settle()
        self.session_app.push_screen(page_named("said"))

    async def action_enter_slips(self) -> None:
        """Slips from paper, beside the session."""
        await self.session_app.settle()
        self.session_app.go(page_named("paper"))

    async def action_map(self) -> None:
        from wshoes_tui.tui.screens.summary_screen import MapPage

        self.session_app.push_screen(MapPage())

    def action_pledge_from(self) -> None:
        from wshoes_tui.tui.screens.choice_sheets import ask_pledge_from

        self.run_worker(ask_pledge_from(self.session_app))

    async def action_pause(self) -> None:
        await pause(self.session_app)


class PausePage(ForFacilitator, OneShotPage):
    """Rest. Everything is kept. Who types goes on, and the words stand in the field."""

    SCOPE = "pause"

    def compose_body(self) -> Iterable[Widget]:
        yield Static(_(A_PAUSE), classes="lead", markup=False)
        yield Static(
            _("Take the time you need. All that was said is saved."), classes="gap", markup=False
        )

    def compose_below(self) -> Iterable[Widget]:
        """Room for what can be done."""
        yield TextStack(ACTIONS_PLACE, id="question")

    def update_page(self) -> None:
        since = self.session_app.session.header.paused_at
        told = _("since {time}", time=clock(since)) if since else ""
        self.top.show_heading(_(PAUSE), self.session_app.session.header.title, told)
        self.show_question()

    def typed_without_field(self, event: events.Key | events.Paste) -> bool:
        """Go on, and take what was typed along."""
        self.session_app.key_queue.again(event)
        self.call_later(self.action_resume)
        return True

    async def action_resume(self) -> None:
        await self.session_app.attempt_quietly(Resume())
        self.session_app.show_session()


async def pause(app: FacilitatorSessionApp) -> None:
    """Stop the clock and show the pause."""
    await app.settle()
    if app.session.header.paused_at is None:
        await app.attempt_quietly(Pause())
    app.show_session()
