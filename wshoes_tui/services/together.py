"""Work that is done once for all who ask for it while it waits for its turn."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import Future
from threading import Lock
from typing import Generic, TypeVar

from wshoes_tui.services.worker import Worker

R = TypeVar("R")


class Together(Generic[R]):
    """Collects who asks, and answers them all from one piece of work.

    Args:
        worker: the thread it is done on.
        work: gets the names of all who asked, and gives an answer for each.
    """

    def __init__(self, worker: Worker, work: Callable[[Sequence[str]], Mapping[str, R]]) -> None:
        self._worker = worker
        self._work = work
        self._asked: list[str] = []
        self._coming: Future[Mapping[str, R]] | None = None
        self._lock = Lock()

    async def ask(self, name: str) -> R:
        """The answer for that name; what goes wrong goes wrong for all who asked with it."""
        with self._lock:
            self._asked.append(name)
            if self._coming is None:
                self._coming = self._worker.submit(self._answer)
            coming = self._coming
        return (await asyncio.wrap_future(coming))[name]

    def _answer(self) -> Mapping[str, R]:
        with self._lock:
            asked, self._asked, self._coming = self._asked, [], None
        return self._work(asked)
