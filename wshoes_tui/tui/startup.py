"""Start options, and what is set up once for a process: garbage collection, tasks of the loop."""

from __future__ import annotations

import gc
from typing import TYPE_CHECKING, Any, Literal

from wshoes_tui.domain.value import Value, value

if TYPE_CHECKING:
    import asyncio

    from textual.app import App
    from textual.screen import Screen
    from textual.timer import Timer

    from wshoes_tui.sessions.session_library import StartedSession


StartKind = Literal["home", "choose", "rehearse", "play", "resume", "review", "paper"]


@value()
class StartOptions(Value):
    """Home, the choice of decks, or straight into a session.

    ``decks`` are names; ``reference`` names a session. ``then`` is the command that the program
    goes on with once the screens are left.
    """

    kind: StartKind = "home"
    decks: tuple[str, ...] = ()
    reference: str = ""
    started: StartedSession | None = None
    then: tuple[str, ...] = ()


SETTLED_SECONDS = 1.5
"""When the first screen stands, whatever the machine: the collector may work from here on."""
READING_SECONDS = 0.3
"""When the next page stands, and nobody has read enough of it yet to type."""
COLLECT_AFTER = (700, 2, 2)
"""Often, because little is looked through: all of one page's widgets go soon after the page."""


def settle_memory() -> None:
    """Turn garbage collection on: off until the first screen stands, then often and short."""
    gc.enable()
    gc.freeze()
    gc.set_threshold(*COLLECT_AFTER)


class PageCollector:
    """Garbage collector of pages that have gone, in a process with one app.

    Widgets refer to each other, and those of the first page are frozen with all the rest: half
    a megabyte stayed for each page that was left before collection was on. To look through
    everything takes 40 ms, and so it is done while the next page is read. Textual keeps the
    first page for good, and a page the children it showed last, until it is asked for them.
    """

    def __init__(self, app: App[Any]) -> None:
        self._app = app
        self._timer: Timer | None = None
        self._left: list[Screen[Any]] = []
        self._works = False

    def begin(self) -> None:
        """The first page stands."""
        self._works = True
        self._app.set_timer(SETTLED_SECONDS, settle_memory)

    def page_left(self, page: Screen[Any]) -> None:
        """Another page comes in the place of this one."""
        if self._timer is not None:
            self._timer.stop()
        if self._works:
            self._left.append(page)
            self._timer = self._app.set_timer(READING_SECONDS, self._collect)

    def _collect(self) -> None:
        while self._left:
            self._left.pop().displayed_children  # noqa: B018
        gc.unfreeze()
        gc.collect()


def use_stock_tasks(loop: asyncio.AbstractEventLoop) -> None:
    """Have no eager task factory on this loop, whatever sets one later.

    From Python 3.12 on each app of Textual's has all tasks of its loop begin at once, also
    those of others: tasks of an SSH server wait for ever then for what is not set up yet, and a
    screen is painted before it is complete.
    """
    loop.set_task_factory(None)
    loop.set_task_factory = lambda _factory: None  # type: ignore[method-assign, assignment]
