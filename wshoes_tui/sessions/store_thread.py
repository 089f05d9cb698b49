"""One thread for all that waits on a disk, so that no screen ever does.

Work is done in the order in which it was handed over. Words on their way to the store
hang on no timer and on no screen: a terminal that stops reading blocks its screen, not this.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import Future, ThreadPoolExecutor, wait
from contextvars import copy_context
from threading import Lock
from typing import Generic, ParamSpec, TypeVar

P = ParamSpec("P")
Result = TypeVar("Result")


class StoreThread:
    """A queue and the one thread that works it off."""

    def __init__(self) -> None:
        self._threads = ThreadPoolExecutor(max_workers=1, thread_name_prefix="store")
        self._newest: Future[object] | None = None

    def submit(
        self, work: Callable[P, Result], *args: P.args, **kwargs: P.kwargs
    ) -> Future[Result]:
        """Hand work over; the answer comes in the future."""
        # In the context of whoever asks: what they are answered is in their language.
        context = copy_context()
        future = self._threads.submit(lambda: context.run(work, *args, **kwargs))
        self._newest = future  # type: ignore[assignment]
        return future

    async def run(self, work: Callable[P, Result], *args: P.args, **kwargs: P.kwargs) -> Result:
        """Hand work over and await its answer, the loop staying free."""
        return await asyncio.wrap_future(self.submit(work, *args, **kwargs))

    def flush(self, seconds: float) -> bool:
        """Wait until all work handed over so far is done; False if that took too long."""
        newest = self._newest
        return newest is None or not wait([newest], timeout=seconds).not_done

    def close(self) -> None:
        """Finish what was handed over and let the thread go."""
        self._threads.shutdown(wait=True)


BatchResult = TypeVar("BatchResult")


class Batcher(Generic[BatchResult]):
    """Collects who asks, and answers them all from one piece of work.

    Args:
        worker: the thread it is done on.
        work: gets the names of all who asked, and gives an answer for each.
    """

    def __init__(
        self, worker: StoreThread, work: Callable[[Sequence[str]], Mapping[str, BatchResult]]
    ) -> None:
        self._worker = worker
        self._work = work
        self._asked: list[str] = []
        self._coming: Future[Mapping[str, BatchResult]] | None = None
        self._lock = Lock()

    async def ask(self, name: str) -> BatchResult:
        """The answer for that name; what goes wrong goes wrong for all who asked with it."""
        with self._lock:
            self._asked.append(name)
            if self._coming is None:
                self._coming = self._worker.submit(self._answer)
            coming = self._coming
        return (await asyncio.wrap_future(coming))[name]

    def _answer(self) -> Mapping[str, BatchResult]:
        with self._lock:
            asked, self._asked, self._coming = self._asked, [], None
        return self._work(asked)
