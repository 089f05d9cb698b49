"""One thread for all that waits on a disk, so that no screen ever does.

Work is done in the order in which it was handed over. Words on their way to the store
hang on no timer and on no screen: a terminal that stops reading blocks its screen, not this.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor, wait
from contextvars import copy_context
from typing import ParamSpec, TypeVar

P = ParamSpec("P")
R = TypeVar("R")


class Worker:
    """A queue and the one thread that works it off."""

    def __init__(self) -> None:
        self._threads = ThreadPoolExecutor(max_workers=1, thread_name_prefix="store")
        self._newest: Future[object] | None = None

    def submit(self, work: Callable[P, R], *args: P.args, **kwargs: P.kwargs) -> Future[R]:
        """Hand work over; the answer comes in the future."""
        # In the context of whoever asks: what they are answered is in their language.
        context = copy_context()
        future = self._threads.submit(lambda: context.run(work, *args, **kwargs))
        self._newest = future  # type: ignore[assignment]
        return future

    async def run(self, work: Callable[P, R], *args: P.args, **kwargs: P.kwargs) -> R:
        """Hand work over and await its answer, the loop staying free."""
        return await asyncio.wrap_future(self.submit(work, *args, **kwargs))

    def flush(self, seconds: float) -> bool:
        """Wait until all work handed over so far is done; False if that took too long."""
        newest = self._newest
        return newest is None or not wait([newest], timeout=seconds).not_done

    def close(self) -> None:
        """Finish what was handed over and let the thread go."""
        self._threads.shutdown(wait=True)
