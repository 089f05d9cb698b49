"""Words kept as long as was agreed: the choice what becomes of them, and what was deleted.

The sheet is opened from Home; the page that says what was deleted stands on it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from wshoes_tui.domain.list_rows import SessionLine
from wshoes_tui.flow.blocks import TextBlock
from wshoes_tui.flow.retention_flow import (
    Expiry,
    due_choices,
    due_question,
    due_told,
    expiry_blocks,
    kept_longer_told,
    what_goes,
)
from wshoes_tui.locale import _
from wshoes_tui.tui.content import safe_content, stacked_content
from wshoes_tui.tui.one_shot_screen import ReadingPage
from wshoes_tui.tui.screens.choice_sheets import ChoiceSheet

if TYPE_CHECKING:
    from wshoes_tui.tui.app_protocols import FacilitatorSessionApp


class DueSheet(ChoiceSheet):
    """What goes and what stays, above the choices. The first of them deletes nothing."""

    def __init__(self, line: SessionLine) -> None:
        rows = [(id, Content(label)) for id, label in due_choices()]
        super().__init__(due_told(line), rows)

    def compose_body(self) -> Iterable[Widget]:
        title, choices = super().compose_body()
        yield title
        yield Static(what_goes(), classes="gap", markup=False)
        yield Static(due_question().label, classes="gap", markup=False)
        yield choices


class ExpiredPage(ReadingPage):
    """What was deleted, what stays, and which files are out of reach."""

    def __init__(self, done: Sequence[Expiry]) -> None:
        super().__init__()
        self._done = done

    def compose_body(self) -> Iterable[Widget]:
        told = [
            safe_content(block.on_screen)
            for one in self._done
            for block in expiry_blocks(one)
            if isinstance(block, TextBlock)
        ]
        yield Static(stacked_content(told), id="expired", markup=False)

    def update_page(self) -> None:
        self.top.show_heading(_("Deleted as agreed"))


async def ask_about_due(app: FacilitatorSessionApp, line: SessionLine) -> None:
    """Ask what becomes of the words of a session, and do it. From a worker only."""
    chosen = await app.push_screen_wait(DueSheet(line))
    if chosen is None:
        return
    from wshoes_tui.sessions.retention import expire, keep_longer

    library = await app.library()
    if chosen == "delete":
        done = await app.attempt(expire, app.settings, library, line.id)
        if done is not None:
            await show_expired(app, [done])
        return
    until = await app.attempt(keep_longer, library, line.id, int(chosen))
    if until is not None:
        await app.go_home(kept_longer_told(until))


async def expire_unasked(app: FacilitatorSessionApp, lines: Sequence[SessionLine]) -> None:
    """Delete the words whose day has come, where nobody need be asked, and say what was done."""
    from wshoes_tui.sessions import retention

    done = await app.attempt(retention.expire_unasked, app.settings, lines, app.opener.open_library)
    if done:
        await show_expired(app, done)


async def show_expired(app: FacilitatorSessionApp, done: Sequence[Expiry]) -> None:
    """Home anew, and over it what was deleted."""
    await app.go_home()
    app.push_screen(ExpiredPage(done))
