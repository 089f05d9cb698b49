"""One file a screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from wshoes_tui.domain.models import Session
    from wshoes_tui.tui.base_screen import Page


def page_for(session: Session) -> Page:
    """The page for where a session stands."""
    turn = session.turn
    if session.header.paused_at is not None:
        from wshoes_tui.tui.screens.session_screen import PausePage

        return PausePage()
    if session.state == "setup":
        from wshoes_tui.tui.screens.people_screen import PeoplePage

        return PeoplePage()
    if session.state == "opening":
        from wshoes_tui.tui.screens.opening_screen import OpeningPage

        return OpeningPage()
    if session.state == "turns" and turn is not None and turn.phase == "writing":
        from wshoes_tui.tui.screens.writing_screen import WritingPage

        return WritingPage()
    if session.state == "turns" and turn is not None:
        from wshoes_tui.tui.screens.turn_screen import TurnPage

        return TurnPage()
    if session.state == "closed":
        from wshoes_tui.tui.screens.summary_screen import SummaryPage

        return SummaryPage(session)
    from wshoes_tui.tui.screens.closing_screen import ClosingPage

    return ClosingPage()
