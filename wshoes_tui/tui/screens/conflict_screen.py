"""Screen of conflicts of a gathering: both sides of each record, and a key for which is kept."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partialmethod

from textual.widget import Widget
from textual.widgets import Static

from wshoes_tui.flow.actions import Action
from wshoes_tui.flow.blocks import TextBlock
from wshoes_tui.flow.conflict_flow import (
    CONFLICTS,
    SETTLED,
    Conflict,
    ConflictFlow,
    Which,
    as_it_was,
    sides_of,
)
from wshoes_tui.flow.step_flow import page_told
from wshoes_tui.locale import _
from wshoes_tui.tui.base_screen import ForFacilitator, Page
from wshoes_tui.tui.content import safe_content
from wshoes_tui.tui.widgets.choice_list import ChoiceList


class ConflictPage(ForFacilitator, Page):
    """The records that differ, each with the side that is marked for it; Enter decides."""

    SCOPE = "conflicts"

    def __init__(self, conflicts: list[Conflict]) -> None:
        super().__init__()
        self._flow = ConflictFlow(conflicts)

    def compose_body(self) -> Iterable[Widget]:
        yield Static(id="conflict-lead", classes="lead", markup=False)
        yield Static(id="conflict-question", markup=False)
        yield ChoiceList(id="sides")

    def begin_page(self) -> None:
        self.set_focus(self.query_one(ChoiceList))
        super().begin_page()

    def update_page(self) -> None:
        """Which session it is, and both sides of all that differs."""
        flow = self._flow
        there_is_one = flow.conflict is not None
        self.top.show_heading(_(CONFLICTS), "", page_told(*flow.position) if there_is_one else "")
        told = [block for block in flow.blocks() if isinstance(block, TextBlock)]
        self.put("conflict-lead", safe_content(told[0].on_screen) if told else "")
        self.put("conflict-question", flow.question().label)
        ids = [side.id for side in sides_of(flow.conflict)] if flow.conflict is not None else []
        shown = [safe_content(row.on_screen) for row in told[1:]]
        self.query_one(ChoiceList).fill(list(zip(ids, shown, strict=True)))

    def applies(self, action: Action) -> bool:
        """Behind the last conflict there is only the way back."""
        return self._flow.conflict is not None or action.name in ("back", "help", "easy")

    def action_other_side(self) -> None:
        """Take the marked record from there, or keep it after all."""
        chosen = self.query_one(ChoiceList).chosen
        if chosen is not None:
            self._flow.toggle(chosen)
            self.update_page()

    def _mark_all(self, which: Which) -> None:
        self._flow.take(which)
        self.update_page()

    action_keep_both = partialmethod(_mark_all, "both")
    action_keep_all = partialmethod(_mark_all, "here")
    action_take_all = partialmethod(_mark_all, "there")

    async def on_option_list_option_selected(self) -> None:
        await self.action_settle()

    async def action_settle(self) -> None:
        """Do what is marked, and go on to the next conflict."""
        from wshoes_tui.sessions.conflicts import settle

        app, conflict = self.session_app, self._flow.conflict
        if conflict is None:
            return
        library = await app.library()
        told: list[str] = []

        def work() -> bool:
            path = settle(library, conflict, self._flow.taken)
            told.extend([_(SETTLED), *([as_it_was(str(path))] if path is not None else [])])
            return True

        if await app.attempt(work):
            self._next(" ".join(told))

    def action_later(self) -> None:
        """Leave this conflict as it is: the next gathering tells it again."""
        if self._flow.conflict is not None:
            self._next("")

    def _next(self, told: str) -> None:
        self._flow.go_on()
        self.update_page()
        self.show_keys()
        self.say(told)
