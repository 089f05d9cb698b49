"""Store thread: one worker thread for all that waits on a disk, so that no screen ever does.

Work is done in the order in which it was submitted. Words on their way to the store depend on
no timer and on no screen: a terminal that stops reading blocks its screen, not this.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from contextvars import copy_context
from threading import Lock
from typing import TYPE_CHECKING, Generic, ParamSpec, TypeVar

if TYPE_CHECKING:  # slow to import: not before there is a thread
    from concurrent.futures import Future

P = ParamSpec("P")
Result = TypeVar("Result")


class StoreThread:
    """An executor with one thread."""

    def __init__(self) -> None:
        from concurrent.futures import ThreadPoolExecutor

        self._threads = ThreadPoolExecutor(max_workers=1, thread_name_prefix="store")
        self._newest: Future[object] | None = None

    def submit(
        self, work: Callable[P, Result], *args: P.args, **kwargs: P.kwargs
    ) -> Future[Result]:
        """Submit work; the future holds its result."""
        # In the context of the caller: the result may be a sentence in their language.
        context = copy_context()
        future = self._threads.submit(lambda: context.run(work, *args, **kwargs))
        self._newest = future  # type: ignore[assignment]
        return future

    async def run(self, work: Callable[P, Result], *args: P.args, **kwargs: P.kwargs) -> Result:
        """Submit work and await its result."""
        from asyncio import wrap_future

        return await wrap_future(self.submit(work, *args, **kwargs))

    def flush(self, seconds: float) -> bool:
        """Wait until all work submitted so far is done; False if that took too long."""
        from concurrent.futures import wait

        newest = self._newest
        return newest is None or not wait([newest], timeout=seconds).not_done

    def close(self) -> None:
        """Finish what was submitted, and end the thread."""
        self._threads.shutdown(wait=True)


BatchResult = TypeVar("BatchResult")


class Batcher(Generic[BatchResult]):
    """Batches requests: those that come while the thread is busy are answered by one call.

    That call is of ``work``: it gets the names of all requests, and returns a result for each.
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
        """The result for that name; an error is raised for all requests of the batch."""
        from asyncio import wrap_future

        with self._lock:
            self._asked.append(name)
            if self._coming is None:
                self._coming = self._worker.submit(self._answer)
            coming = self._coming
        return (await wrap_future(coming))[name]

    def _answer(self) -> Mapping[str, BatchResult]:
        with self._lock:
            asked, self._asked, self._coming = self._asked, [], None
        return self._work(asked)
