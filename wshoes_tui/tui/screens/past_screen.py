"""Past sessions: continue one, look at one, write one to a file."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from wshoes_tui.domain.list_rows import SessionLine
from wshoes_tui.domain.models import Session
from wshoes_tui.errors import WshoesError
from wshoes_tui.flow.session_labels import PAST_SESSIONS, day
from wshoes_tui.locale import _
from wshoes_tui.locale.phrases import count_lightbulbs, count_people, count_pledges
from wshoes_tui.tui.base_screen import ForFacilitator, Page
from wshoes_tui.tui.content import one_line_content, session_row, stacked_content
from wshoes_tui.tui.screens.choice_sheets import export_from_screen
from wshoes_tui.tui.screens.loading_screens import take_up
from wshoes_tui.tui.widgets.choice_list import ChoiceList


class PastPage(ForFacilitator, Page):
    """Every session, the one saved last first."""

    SCOPE = "past"

    def __init__(self) -> None:
        super().__init__()
        self._sessions: Sequence[SessionLine] = ()

    def compose_body(self) -> Iterable[Widget]:
        """The list, or what to do while there is none."""
        yield Static(id="past-lead", markup=False)
        yield ChoiceList(id="past")

    def begin_page(self) -> None:
        """Read the list."""
        self.top.show_heading(_(PAST_SESSIONS))
        self.set_focus(self.query_one(ChoiceList))
        self.run_worker(self._read())
        self.show_keys()

    async def _read(self) -> None:
        try:
            library = await self.session_app.library()
            self._sessions = await self.session_app.worker.run(library.store.sessions)
        except WshoesError as error:
            self.say(str(error))
        self.update_page()

    def update_page(self) -> None:
        """The sessions."""
        self.query_one("#past-lead", Static).update(
            "" if self._sessions else _("No sessions yet. Esc, then Rehearse, begins one.")
        )
        self.query_one(ChoiceList).fill(
            [(session.id, self._row(session)) for session in self._sessions]
        )

    def _row(self, session: SessionLine) -> Content:
        counts = (
            day(session.created.astimezone().date()),
            count_people(session.seats),
            count_lightbulbs(session.lightbulbs),
            count_pledges(session.pledges),
        )
        second = one_line_content("   " + (session.damaged or " · ".join(counts)), "dim")
        return stacked_content([session_row(session), second])

    def _chosen(self) -> SessionLine | None:
        chosen = self.query_one(ChoiceList).chosen
        return next((session for session in self._sessions if session.id == chosen), None)

    async def on_option_list_option_selected(self) -> None:
        """Enter on a session."""
        await self.action_open()

    async def action_open(self) -> None:
        """Go on with an unfinished one; look at a closed one."""
        session = self._chosen()
        if session is None:
            return
        if session.state != "closed":
            await take_up(self.session_app, session.id)
            return
        whole = await self._load(session)
        if whole is not None:
            from wshoes_tui.tui.screens.summary_screen import SummaryPage

            self.session_app.push_screen(SummaryPage(whole))

    async def _load(self, session: SessionLine) -> Session | None:
        library = await self.session_app.library()
        return await self.session_app.attempt(library.store.load, session.id)

    async def action_export(self) -> None:
        """Write it to a file."""

        session = self._chosen()
        whole = await self._load(session) if session is not None else None
        if whole is not None:
            self.run_worker(export_from_screen(self.session_app, whole))
