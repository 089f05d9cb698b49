"""Screen of past sessions: to go on with one, look back, export, review or erase it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from textual.widget import Widget
from textual.widgets import Static

from wshoes_tui.domain.list_rows import SessionLine
from wshoes_tui.errors import WshoesError
from wshoes_tui.flow import home_flow
from wshoes_tui.flow.actions import Action
from wshoes_tui.flow.session_labels import PAST_SESSIONS
from wshoes_tui.locale import _
from wshoes_tui.tui.base_screen import Page
from wshoes_tui.tui.block_content import block_content
from wshoes_tui.tui.screens.print_sheet import PrintsSheets
from wshoes_tui.tui.widgets.choice_list import ChoiceList

if TYPE_CHECKING:
    from wshoes_tui.domain.models import Session


class PastPage(PrintsSheets, Page):
    """Every session, the one saved last first."""

    SCOPE = "past"

    def __init__(self) -> None:
        super().__init__()
        self._sessions: Sequence[SessionLine] = ()

    def compose_body(self) -> Iterable[Widget]:
        yield Static(id="past-lead", markup=False)
        yield ChoiceList(id="past")

    def begin_page(self) -> None:
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
        lead = home_flow.past_question(self._sessions).label
        self.query_one("#past-lead", Static).update(lead)
        blocks = home_flow.past_blocks(self._sessions)
        rows = [(block.session.id, block_content(block)) for block in blocks]
        self.query_one(ChoiceList).fill(rows)
        self.show_keys()

    def _chosen(self) -> SessionLine | None:
        chosen = self.query_one(ChoiceList).chosen
        return next((session for session in self._sessions if session.id == chosen), None)

    async def on_option_list_option_selected(self) -> None:
        await self.action_open()

    async def action_open(self) -> None:
        """Go on with an unfinished one; look at a closed one."""
        session = self._chosen()
        if session is not None:
            from wshoes_tui.tui.screens.loading_screens import open_stored

            await open_stored(self.session_app, session.id, is_closed=session.state == "closed")

    async def action_search(self) -> None:
        """All that was said, by a word."""
        from wshoes_tui.tui.screens.search_screen import SearchPage

        self.session_app.push_screen(SearchPage())

    async def action_pledges(self) -> None:
        """The open pledges of the marked session."""
        from wshoes_tui.flow.pledges_flow import PledgesFlow
        from wshoes_tui.tui.screens.pledges_screen import PledgesPage

        session = self._chosen()
        if session is not None:
            flow = PledgesFlow(lambda: self.session_app.session, session=session.id)
            self.session_app.push_screen(PledgesPage(flow))

    async def _load(self, session: SessionLine) -> Session | None:
        library = await self.session_app.library()
        return await self.session_app.attempt(library.store.load, session.id)

    async def action_review(self) -> None:
        """Look through the marked session, before it is shared."""
        session = self._chosen()
        if session is not None:
            await self.session_app.review(session.id)

    async def action_export(self) -> None:
        from wshoes_tui.tui.screens.choice_sheets import export_from_screen

        session = self._chosen()
        whole = await self._load(session) if session is not None else None
        if whole is not None:
            self.run_worker(export_from_screen(self.session_app, whole))

    async def action_erase(self) -> None:
        """Erase the marked session for good, after a yes."""
        session = self._chosen()
        if session is not None:
            self.run_worker(self._erase(session))

    async def _erase(self, session: SessionLine) -> None:
        from wshoes_tui.tui.screens.erase_sheet import erase_session

        if await erase_session(self.session_app, session):
            await self._read()
            self.show_keys()

    def applies(self, action: Action) -> bool:
        """Without sessions there is only the way back."""
        return (
            action.name not in ("open", "export", "erase", "pledges") or self._chosen() is not None
        )
