"""Sheet of an export that takes long: how far it is, and the key that stops it."""

from __future__ import annotations

import asyncio
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from textual.widget import Widget
from textual.widgets import Static

from wshoes_tui.domain.models import Session
from wshoes_tui.locale import _, many
from wshoes_tui.tui.base_screen import Sheet
from wshoes_tui.tui.content import one_line_content

if TYPE_CHECKING:
    from wshoes_tui.tui.app_protocols import SessionApp

SHOWN_AFTER = 1.0
"""Seconds: what takes less needs no sheet."""
EVERY = 0.5
"""Seconds between two looks at how far it is."""


class StoppableWork(Protocol):
    """Work that counts the parts that are done, and that can be stopped."""

    done: int

    def stop(self) -> None: ...


class ExportSheet(Sheet):
    """Shows progress until the work is done; Esc stops the work."""

    SCOPE = "exporting"

    def __init__(self, progress: StoppableWork, work: asyncio.Future[Path]) -> None:
        super().__init__()
        self._progress, self._work = progress, work

    def compose_body(self) -> Iterable[Widget]:
        yield Static(one_line_content(_("Writing ...")), classes="lead")
        yield Static(id="told", markup=False)

    def begin_page(self) -> None:
        """Say how far it is from now on, and make way when it is done."""
        self.show_keys()
        self._tell()
        self.set_interval(EVERY, self._tell)
        self._work.add_done_callback(lambda _work: self.dismiss(None))

    def _tell(self) -> None:
        told = many("{count} part so far", "{count} parts so far", self._progress.done)
        self.query_one("#told", Static).update(told)

    async def action_back(self) -> None:
        """Stop: the sheet makes way when the work has ended."""
        self._progress.stop()


async def written(
    app: SessionApp, session: Session, kind: str, *, everything: bool = False
) -> Path | None:
    """Write a session to a new file among the documents. From a worker only.

    Returns:
        The path; None where it could not be written or was stopped, which is said on the screen.
    """
    from wshoes_tui.sessions.session_library import new_progress, write_session

    progress = new_progress()
    work = asyncio.ensure_future(
        app.worker.run(write_session, session, kind, everything=everything, progress=progress)
    )
    try:
        await asyncio.wait([work], timeout=SHOWN_AFTER)
        if not work.done():
            await app.push_screen_wait(ExportSheet(progress, work))
    except asyncio.CancelledError:  # the program ends
        progress.stop()
        raise
    return await app.trying(work)
