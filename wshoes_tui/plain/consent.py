"""Reading out the consent card."""

from __future__ import annotations

from wshoes_tui.domain.models import Session
from wshoes_tui.plain.out import Out
from wshoes_tui.services.wording import consent_lines, easy_consent_lines


def consent_card(out: Out, session: Session, *, easy: bool, apart: bool = False) -> None:
    """The whole card, one sentence a line. ``apart`` is for somebody at a seat of their own."""
    told = easy_consent_lines if easy else consent_lines
    for sentence in told(session, apart=apart):
        out.say("Consent", sentence)
