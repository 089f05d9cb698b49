"""Writing a session to a file from the screen."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from textual.content import Content

from wshoes_tui.domain.models import Session
from wshoes_tui.locale import _
from wshoes_tui.services.exporting import write_session
from wshoes_tui.tui.page import Page
from wshoes_tui.tui.screens.choices import ChoiceSheet

if TYPE_CHECKING:
    from wshoes_tui.tui.app import WshoesApp


def export(page: Page, session: Session) -> None:
    """Ask which kind of file, write it where the program was started, and say where."""
    page.run_worker(_export(page.room, session))


async def _export(room: WshoesApp, session: Session) -> None:
    rows = [
        ("md", Content(_("A page to send round (Markdown)"))),
        ("json", Content(_("A record that can be read in again (JSON)"))),
    ]
    chosen = await room.push_screen_wait(ChoiceSheet(_("Which kind of file?"), rows))
    if chosen is None:
        return
    path = await room.attempt(write_session, session, chosen, Path.cwd())
    if path is not None:
        room.say(_("Written to {path}", path=str(path)))
