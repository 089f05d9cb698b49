"""Sheet that asks for a file of another computer, and the page that says what came in from it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from textual.widget import Widget
from textual.widgets import Static

from wshoes_tui.flow.actions import ESCAPE_GOES_BACK, Action
from wshoes_tui.flow.blocks import TextBlock
from wshoes_tui.flow.gather_flow import (
    GATHERED,
    TAKE_IN,
    WHICH_FILE,
    GatherReport,
    files_named,
    report_blocks,
    troubles_told,
)
from wshoes_tui.locale import _
from wshoes_tui.tui.content import safe_content, stacked_content
from wshoes_tui.tui.one_shot_screen import ReadingPage
from wshoes_tui.tui.screens.fields_page import FieldsPage, FieldSpec

if TYPE_CHECKING:
    from wshoes_tui.tui.app_protocols import FacilitatorSessionApp

EXAMPLE = "/media/stick/*.db"


class GatherSheet(FieldsPage):
    """One field for a path. Answers it, or None.

    Args:
        typed: the path that stands in it.
        told: why it could not be taken in; empty the first time.
    """

    ONE_FIELD_KEYS = (Action("enter", "", TAKE_IN), ESCAPE_GOES_BACK)

    def __init__(self, typed: str = "", told: str = "") -> None:
        super().__init__(_(GATHERED), (FieldSpec("path", WHICH_FILE, EXAMPLE, one_line=True),))
        self._typed, self._told = typed, told

    def begin_page(self) -> None:
        """Be ready to type."""
        self.fill_fields({"path": self._typed})
        self.say(self._told)

    async def action_go_on(self) -> None:
        """Enter: take it in. On an empty field it says what to type."""
        path = self.values()["path"].strip()
        if path:
            self.dismiss(path)
        else:
            self.say(_("Type the path of a file, such as {path}", path="/media/stick/wshoes.db"))

    def leave_field(self) -> None:
        """Escape: back to Home, nothing taken in."""
        self.dismiss(None)


class GatheredPage(ReadingPage):
    """What came in, file by file, and what could not be taken in."""

    def __init__(self, report: GatherReport) -> None:
        super().__init__()
        self._report = report

    def compose_body(self) -> Iterable[Widget]:
        told = [
            safe_content(block.on_screen)
            for block in report_blocks(self._report)
            if isinstance(block, TextBlock)
        ]
        yield Static(stacked_content(told), id="gathered", markup=False)

    def update_page(self) -> None:
        self.top.show_heading(_(GATHERED))


async def ask_what_to_gather(app: FacilitatorSessionApp) -> None:
    """Ask for a file, merge its sessions into those here, and say what came in. From a worker.

    A path of which nothing could be taken in stands in the field again, with the reason.
    """
    from wshoes_tui.sessions.gathering import gather

    typed = told = ""
    while path := await app.push_screen_wait(GatherSheet(typed, told)):
        typed = path
        app.page.say(_("Taking in the sessions of {path} ...", path=typed))
        library = await app.library()
        report = await app.attempt(gather, app.settings, library, files_named(typed))
        if report is None:
            return
        if not report.has_nothing:
            await _show_report(app, report)
            return
        told = " ".join(troubles_told(report))


async def _show_report(app: FacilitatorSessionApp, report: GatherReport) -> None:
    """What came in, on top of Home; below it what is to be decided."""
    await app.go_home()
    if report.conflicts:
        from wshoes_tui.tui.screens.conflict_screen import ConflictPage

        app.push_screen(ConflictPage(report.conflicts))
    app.push_screen(GatheredPage(report))
