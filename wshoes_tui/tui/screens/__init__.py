"""One file a screen, or a few that belong together."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from wshoes_tui.domain.models import Session
    from wshoes_tui.tui.base_screen import Page

PAGES = {
    "pause": ("session_screen", "PausePage"),
    "setup": ("people_screen", "PeoplePage"),
    "opening": ("opening_screen", "OpeningPage"),
    "writing": ("writing_screen", "WritingPage"),
    "talk": ("turn_screen", "TurnPage"),
    "closing": ("closing_screen", "ClosingPage"),
    "closed": ("summary_screen", "SummaryPage"),
}
"""The module and the class of the page for each place in a session; loaded when it is shown."""


def page_for(session: Session) -> Page:
    """The page for where a session stands."""
    place: str = session.state
    if session.header.paused_at is not None:
        place = "pause"
    elif place == "turns":
        place = session.turn.phase if session.turn is not None else "closing"
    module, name = PAGES[place]
    page = getattr(import_module(f"{__name__}.{module}"), name)
    shown: Page = page(session) if place == "closed" else page()
    return shown
