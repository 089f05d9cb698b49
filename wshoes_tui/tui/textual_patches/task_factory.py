"""Tasks of a loop with apps begin when it is their turn, on every Python.

From 3.12 on, each app of Textual's has all tasks of its loop begin at once, whoever makes them:
those of an SSH server wait for ever then for what is not set up yet, and a screen is painted
before it is complete.
"""

from __future__ import annotations

import asyncio


def begin_in_turn(loop: asyncio.AbstractEventLoop) -> None:
    """Keep this loop's tasks as they are, whoever would have it otherwise."""
    loop.set_task_factory(None)
    loop.set_task_factory = _leave_it  # type: ignore[method-assign]


def _leave_it(factory: object) -> None:
    """Change nothing."""
