"""Garbage collection in a program with one screen: off until it stands, then often and short."""

from __future__ import annotations

import gc
from typing import TYPE_CHECKING, Literal

from wshoes_tui.domain.value import Value, value

if TYPE_CHECKING:
    from wshoes_tui.sessions.session_library import StartedSession


@value()
class StartOptions(Value):
    """Home, the choice of decks, or straight into a session.

    ``decks`` are names; ``reference`` names a session.
    """

    kind: Literal["home", "choose", "rehearse", "play", "resume"] = "home"
    decks: tuple[str, ...] = ()
    reference: str = ""
    started: StartedSession | None = None


SETTLED_SECONDS = 1.5
"""When the first screen stands, whatever the machine: the collector may work from here on."""
COLLECT_AFTER = (700, 2, 2)
"""Often, because little is looked through: all of one page's widgets go soon after the page."""


def settle_memory() -> None:
    """Leave what was loaded for good out of all later collections, and have them more often."""
    gc.enable()
    gc.freeze()
    gc.set_threshold(*COLLECT_AFTER)
