"""On the way into a session that the command line asked for."""

from __future__ import annotations

from collections.abc import Iterable

from textual.widget import Widget
from textual.widgets import Static

from wshoes_tui.errors import BusyError, WshoesError
from wshoes_tui.locale import _
from wshoes_tui.services.desk import Desk
from wshoes_tui.services.live import Live
from wshoes_tui.settings import Settings
from wshoes_tui.tui.page import Page
from wshoes_tui.tui.start import Start


class Entrance(Page):
    """Opens the store and the decks, then makes way. What cannot be done ends the program."""

    makes_way = True
    """Keys wait for the page after this one."""

    def compose_body(self) -> Iterable[Widget]:
        """One line, for slow disks."""
        yield Static(_("One moment ..."), classes="lead", markup=False)

    def begin(self) -> None:
        """Go in once this page has been painted."""
        self.call_after_refresh(self.run_worker, self._go_in())

    async def _go_in(self) -> None:
        start = self.room.start
        try:
            desk = await self.room.desk()
            live = await self.room.worker.run(open_live, desk, start, self.room.settings)
        except BusyError as error:
            from wshoes_tui.tui.screens.held import HeldPage

            self.room.go(HeldPage(start.reference, str(error)))
        except WshoesError as error:
            self.room.parting = str(error)
            await self.room.leave(1)
        else:
            await self.room.play(live)


def open_live(desk: Desk, start: Start, settings: Settings) -> Live:
    """The session that the command line asked for.

    Raises:
        WshoesError: a deck or session of that name cannot be had.
    """
    if start.kind == "resume":
        return desk.resume(start.reference)
    names = start.decks or (desk.first_deck(),)
    decks = [desk.shelf.open(name, settings.language or None) for name in names]
    if start.kind == "rehearse":
        return desk.rehearse(decks[0])
    return desk.group(decks, start.started)
