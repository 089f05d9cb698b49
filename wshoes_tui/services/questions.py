"""Questions of the opening and the closing round, for a group and for one person alone.

Written once for the screen, line mode and seats.
"""

from __future__ import annotations

from wshoes_tui.domain.models import FeedbackKind, Session
from wshoes_tui.locale import _

QUESTIONS: dict[FeedbackKind, str] = {
    "checkout": "One line each: what do you take with you?",
    "heard": "Were you heard today? Did you feel safe?",
    "valued": "What was of value to you?",
    "change": "What would you change next time?",
}
"""What a group is asked in the closing round."""
ALONE_QUESTIONS: dict[FeedbackKind, str] = {
    **QUESTIONS,
    "checkout": "What do you take with you?",
    "heard": "How was it to stand in these shoes on your own?",
}
"""What somebody who rehearses alone is asked."""


def is_alone(session: Session) -> bool:
    """Whether one person rehearses, and is to be spoken to as one."""
    return session.header.kind == "rehearsal"


def closing_question(session: Session, kind: FeedbackKind) -> str:
    """The question of the closing round that is answered with words of this kind."""
    return _((ALONE_QUESTIONS if is_alone(session) else QUESTIONS)[kind])


def numbers_question(session: Session) -> str:
    """The question that is answered with numbers from 0 to 10, for all shoes."""
    if is_alone(session):
        return _(
            "How well do I understand what life is like for them today? "
            "0 is not at all, 10 is completely."
        )
    return _(
        "How well do I understand what life is like for them today? "
        "0 is not at all, 10 is completely. Call out a number, no names."
    )


def pledges_lead(session: Session) -> str:
    """What stands above the pledges in the closing round."""
    return _("My pledges, read back") if is_alone(session) else _("Our pledges, read back")


def farewell(session: Session) -> str:
    """What stands at the end of the closing round."""
    return _("That was the rehearsal") if is_alone(session) else _("That was our session")


def thanks(session: Session) -> str:
    """What is said before the session is closed."""
    return _("That is all.") if is_alone(session) else _("Thank everybody.")
