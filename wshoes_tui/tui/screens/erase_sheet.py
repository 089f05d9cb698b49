"""Sheet that asks before words or a whole session are erased for good, and what does it then."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from contextlib import AbstractContextManager
from typing import TYPE_CHECKING

from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from wshoes_tui.flow import erasure_flow
from wshoes_tui.flow.blocks import Blocks, SaidBlock, TextBlock
from wshoes_tui.flow.erasure_flow import ERASE_IT, KEEP_IT
from wshoes_tui.locale import _
from wshoes_tui.sessions.export_log import exports_of
from wshoes_tui.tui.content import safe_content, stacked_content
from wshoes_tui.tui.screens.choice_sheets import ChoiceSheet

if TYPE_CHECKING:
    from wshoes_tui.domain.list_rows import SessionLine
    from wshoes_tui.sessions.eraser import ErasureReport
    from wshoes_tui.tui.app_protocols import FacilitatorSessionApp


class EraseSheet(ChoiceSheet):
    """What goes and what cannot be reached; to leave it is marked. Answers "erase", or not."""

    def __init__(self, told: Blocks) -> None:
        first, *rest = [one.on_screen for one in told if isinstance(one, TextBlock)]
        rows = [("keep", Content(_(KEEP_IT))), ("erase", Content(_(ERASE_IT)))]
        super().__init__(first, rows, "keep")
        self._told = rest

    def compose_body(self) -> Iterable[Widget]:
        title, choices = super().compose_body()
        yield title
        yield Static(stacked_content([safe_content(told) for told in self._told]))
        yield choices


async def _erase(
    app: FacilitatorSessionApp, told: Blocks, erase: Callable[[], ErasureReport]
) -> bool:
    """Ask, erase, and say what became of it. Whether it was erased."""
    if await app.push_screen_wait(EraseSheet(told)) != "erase":
        return False
    report = await app.attempt(erase)
    if report is None:
        return False
    said = erasure_flow.erased_told(report.exports, report.left, report.unsaved)
    app.say(" ".join(one.on_screen for one in said if isinstance(one, TextBlock)))
    return True


async def erase_words(app: FacilitatorSessionApp, block: SaidBlock) -> bool:
    """Erase a response of the open session, after a yes. From a worker only."""
    from wshoes_tui.sessions.eraser import erase_records

    await app.settle()
    live, settings, library = app.live, app.settings, await app.library()
    if live is None:
        return False
    exports = await app.worker.run(exports_of, settings.data.root, live.session.id)

    def erase() -> ErasureReport:
        return erase_records(settings, library.store, live, (block.response.id,))

    done = await _erase(app, erasure_flow.words_told(block, exports), erase)
    if done:
        app.follow()
    return done


async def erase_session(app: FacilitatorSessionApp, session: SessionLine) -> bool:
    """Erase a whole session that nobody has open, after a yes. From a worker only."""
    from wshoes_tui.sessions import eraser

    settings, library = app.settings, await app.library()
    exports = await app.worker.run(exports_of, settings.data.root, session.id)

    def erase() -> ErasureReport:
        lock: AbstractContextManager[object] = library.locker(session.id)
        with lock:
            return eraser.erase_session(settings, library.store, session.id)

    return await _erase(app, erasure_flow.session_told(session, exports), erase)
