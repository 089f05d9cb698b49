"""How to join: a line to read out, and how to tell that it is the right computer."""

from __future__ import annotations

from collections.abc import Iterable

from textual import events
from textual.widget import Widget
from textual.widgets import Static

from wshoes_tui.locale import _
from wshoes_tui.tui.one_shot import back_to_words
from wshoes_tui.tui.page import Page
from wshoes_tui.tui.prose import line


class JoiningPage(Page):
    """The line, large and alone."""

    SCOPE = "reading"

    def compose_body(self) -> Iterable[Widget]:
        """The command, the code, the fingerprint."""
        if self.room.facilitates is None:
            return
        joining = self.room.facilitates.joining
        yield Static(
            _("Everybody types this, with a name of their own, in one word, for NAME:"),
            markup=False,
        )
        yield Static(line(joining.command, "bold"), classes="gap", markup=False)
        if joining.others:
            yield Static(_("Or, if that does not answer:"), classes="gap", markup=False)
        for other in joining.others:
            yield Static(line(other, "bold"), markup=False)
        yield Static(_("And then this code:"), classes="gap", markup=False)
        yield Static(line(joining.code, "bold"), classes="gap", markup=False)
        yield Static(
            _("Their program may ask whether this is the right computer. It is, if it shows:"),
            classes="gap quiet", markup=False,
        )  # fmt: skip
        yield Static(line(joining.fingerprint), classes="quiet", markup=False)
        if joining.note:
            yield Static(joining.note, classes="gap", markup=False)

    def show(self) -> None:
        """What this is."""
        self.top.tell(_("How to join"))

    def takes_key(self, event: events.Key | events.Paste) -> bool:
        """Words go back to the field of the page below."""
        return back_to_words(self, event)

    async def action_back(self) -> None:
        """Back."""
        self.room.pop_screen()
