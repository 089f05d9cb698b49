"""Reading out the consent card."""

from __future__ import annotations

from wshoes_tui.domain.models import Session
from wshoes_tui.plain.out import Out
from wshoes_tui.services.wording import consent_lines, easy_consent_lines


def consent_card(out: Out, session: Session, *, easy: bool) -> None:
    """The whole card, one sentence a line."""
    for sentence in easy_consent_lines(session) if easy else consent_lines(session):
        out.say("Consent", sentence)
