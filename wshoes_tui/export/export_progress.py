"""Progress of an export or import: counts the parts that are done, and stops between two of them.

A renderer goes through its parts with ``counted``; a front end that wants to know how far it is
renders within ``watched``. A rendering that is stopped has written nothing: files are written when
their content is whole.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from threading import Event
from typing import TypeVar

from wshoes_tui.errors import WshoesError
from wshoes_tui.locale import _
from wshoes_tui.locale.phrases import NOTHING_WRITTEN

Part = TypeVar("Part")


class ExportStoppedError(WshoesError):
    """Somebody stopped it before anything was written."""


class ExportProgress:
    """How far it is, and whether it is to stop; for any thread to look at.

    Args:
        tell: is given the number of parts that are done, each ``seconds``.
    """

    def __init__(self, tell: Callable[[int], object] | None = None, seconds: float = 2.0) -> None:
        self._tell, self._seconds = tell, seconds
        self._told = time.monotonic()
        self._stopped = Event()
        self.done = 0

    def stop(self) -> None:
        """Let it end before the next part."""
        self._stopped.set()

    def step(self, count: int = 1) -> None:
        """Count a part. ExportStoppedError where it is to stop."""
        self.check()
        self.done += count
        if self._tell is not None and time.monotonic() - self._told >= self._seconds:
            self._told = time.monotonic()
            self._tell(self.done)

    def check(self) -> None:
        """ExportStoppedError where it is to stop."""
        if self._stopped.is_set():
            raise ExportStoppedError(_("Stopped."), kept=_(NOTHING_WRITTEN))


_in_use: ContextVar[ExportProgress | None] = ContextVar("export_progress", default=None)


@contextmanager
def watched(progress: ExportProgress) -> Iterator[None]:
    """Count what is done in this block, on this thread."""
    token = _in_use.set(progress)
    try:
        yield
        progress.check()
    finally:
        _in_use.reset(token)


def counted(parts: Iterable[Part], count: int = 1) -> Iterator[Part]:
    """The parts, each counted when its turn comes. ExportStoppedError where it is to stop.

    A ``count`` of 0 is for parts that were counted before.
    """
    progress = _in_use.get()
    for part in parts:
        if progress is not None:
            progress.step(count)
        yield part
