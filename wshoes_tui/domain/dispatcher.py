"""The session engine: a command in, a transition or a refusal out.

It knows neither screen nor store. A session is never changed in place, so any thread
may read one while another works the next command.
"""

from __future__ import annotations

from wshoes_tui.domain.commands import Command
from wshoes_tui.domain.engine import HANDLERS, Context, Refusal, UnitOfWork
from wshoes_tui.domain.handlers import (
    closing_handler,
    paper_handler,
    participant_handler,
    pledge_handler,
    response_handler,
    review_handler,
    setup_handler,
    turn_handler,
    undo_handler,
    writing_handler,
)
from wshoes_tui.domain.handlers.setup_handler import new_session
from wshoes_tui.domain.models import Session, Transition

__all__ = ["Context", "Refusal", "apply", "new_session"]

HANDLER_MODULES = (
    setup_handler,
    participant_handler,
    turn_handler,
    response_handler,
    pledge_handler,
    review_handler,
    writing_handler,
    closing_handler,
    paper_handler,
    undo_handler,
)
"""The modules whose handlers make up the engine; importing them registers them."""


def apply(session: Session, command: Command, env: Context) -> Transition:
    """Work one command on a session.

    Raises:
        Refusal: the command does not apply; the session is as it was.
    """
    work = UnitOfWork(session, env)
    HANDLERS[type(command)](work, command)
    name = type(command).__name__
    after = undo_handler.remember(session, work, name)
    return Transition(name, session, after, (*work.step, *work.aside))
