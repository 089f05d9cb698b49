"""A pause: nothing moves on until you do."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from textual.widget import Widget
from textual.widgets import Static

from wshoes_tui.domain.commands import Pause, Resume
from wshoes_tui.locale import _
from wshoes_tui.tui.page import Page
from wshoes_tui.tui.times import clock

if TYPE_CHECKING:
    from wshoes_tui.tui.app import WshoesApp


class PausePage(Page):
    """Rest. Everything is kept."""

    SCOPE = "pause"

    def compose_body(self) -> Iterable[Widget]:
        """Two sentences."""
        yield Static(_("A pause"), classes="lead", markup=False)
        yield Static(
            _("Take the time you need. All that was said is saved."), classes="gap", markup=False
        )

    def show(self) -> None:
        """Since when."""
        since = self.room.session.header.paused_at
        told = _("since {time}", time=clock(since)) if since else ""
        self.top.tell(_("Pause"), self.room.session.header.title, told)

    async def action_resume(self) -> None:
        """Go on."""
        await self.room.attempt_quietly(Resume())
        self.room.show_session()


async def pause(room: WshoesApp) -> None:
    """Stop the clock and show the pause."""
    await room.settle()
    if room.session.header.paused_at is None:
        await room.attempt_quietly(Pause())
    room.show_session()
