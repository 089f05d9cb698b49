"""Start options, and what is set up once for a process: garbage collection, tasks of the loop."""

from __future__ import annotations

import gc
from typing import TYPE_CHECKING, Literal

from wshoes_tui.domain.value import Value, value

if TYPE_CHECKING:
    import asyncio

    from wshoes_tui.sessions.session_library import StartedSession


@value()
class StartOptions(Value):
    """Home, the choice of decks, or straight into a session.

    ``decks`` are names; ``reference`` names a session.
    """

    kind: Literal["home", "choose", "rehearse", "play", "resume", "review", "paper"] = "home"
    decks: tuple[str, ...] = ()
    reference: str = ""
    started: StartedSession | None = None


SETTLED_SECONDS = 1.5
"""When the first screen stands, whatever the machine: the collector may work from here on."""
COLLECT_AFTER = (700, 2, 2)
"""Often, because little is looked through: all of one page's widgets go soon after the page."""


def settle_memory() -> None:
    """Turn garbage collection on: off until the first screen stands, then often and short."""
    gc.enable()
    gc.freeze()
    gc.set_threshold(*COLLECT_AFTER)


def use_stock_tasks(loop: asyncio.AbstractEventLoop) -> None:
    """Have no eager task factory on this loop, whatever sets one later.

    From Python 3.12 on each app of Textual's has all tasks of its loop begin at once, also
    those of others: tasks of an SSH server wait for ever then for what is not set up yet, and a
    screen is painted before it is complete.
    """
    loop.set_task_factory(None)
    loop.set_task_factory = lambda _factory: None  # type: ignore[method-assign, assignment]
