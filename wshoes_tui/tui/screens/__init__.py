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
    "paper": ("paper_screen", "PaperPage"),
    "closed": ("summary_screen", "SummaryPage"),
    "said": ("responses_screen", "SaidPage"),
}
"""The module and the class of the page for each place in a session, and of a page that several
lead to; loaded when it is shown.
"""


def page_for(session: Session) -> Page:
    """The page for where a session stands."""
    place: str = session.state
    if session.header.paused_at is not None:
        place = "pause"
    elif session.was_on_paper and place != "closed":
        place = "paper"
    elif place == "turns":
        place = session.turn.phase if session.turn is not None else "closing"
    return page_named(place, session) if place == "closed" else page_named(place)


def page_named(name: str, *args: object) -> Page:
    """A new page of that name in ``PAGES``."""
    module, page = PAGES[name]
    shown: Page = getattr(import_module(f"{__name__}.{module}"), page)(*args)
    return shown
