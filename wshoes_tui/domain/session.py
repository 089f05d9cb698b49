"""The session engine: a command in, a transition or a refusal out.

It knows neither screen nor store. A session is never changed in place, so any thread
may read one while another works the next command.
"""

from __future__ import annotations

from wshoes_tui.domain import apart, closing, history, setup, turns, words, writing
from wshoes_tui.domain.commands import Command
from wshoes_tui.domain.engine import HANDLERS, Env, Refusal, Work
from wshoes_tui.domain.models import Session, Transition
from wshoes_tui.domain.setup import new_session

__all__ = ["Env", "Refusal", "apply", "new_session"]

ROOMS = (setup, apart, turns, words, writing, closing, history)
"""The modules whose handlers make up the engine; importing them registers them."""


def apply(session: Session, command: Command, env: Env) -> Transition:
    """Work one command on a session.

    Raises:
        Refusal: the command does not apply; the session is as it was.
    """
    work = Work(session, env)
    HANDLERS[type(command)](work, command)
    name = type(command).__name__
    after = history.remember(session, work, name)
    return Transition(name, session, after, (*work.step, *work.aside))
