"""Another copy of the program holds the session: it may be looked at."""

from __future__ import annotations

from collections.abc import Iterable

from textual.widget import Widget
from textual.widgets import Static

from wshoes_tui.locale import _
from wshoes_tui.tui.page import Page
from wshoes_tui.tui.prose import plain


class HeldPage(Page):
    """Says who holds the session and offers a look at it."""

    SCOPE = "held"

    def __init__(self, reference: str, sentence: str) -> None:
        super().__init__()
        self._reference = reference
        self._sentence = sentence

    def compose_body(self) -> Iterable[Widget]:
        """The sentence and what can be done."""
        yield Static(_("Somebody else has this session open"), classes="lead", markup=False)
        yield Static(plain(self._sentence), classes="gap")
        yield Static(
            _("You may look at it. To write in it, close it there first."),
            classes="gap",
            markup=False,
        )

    def show(self) -> None:
        """Who we are."""
        self.top.tell("wshoes")

    async def action_look(self) -> None:
        """The session as it was last saved."""
        from wshoes_tui.tui.screens.summary import SummaryPage

        desk = await self.room.desk()
        newest = desk.unfinished()
        reference = self._reference or (newest.id if newest else "last")
        session = await self.room.attempt(desk.look, reference)
        if session is not None:
            self.room.go(SummaryPage(session, looking=True))
