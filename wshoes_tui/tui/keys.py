"""Keys one after the other: the next is looked at when the last one has done its work.

Somebody on a slow machine or a poor line types ahead. What they typed must meet the screen
they had in mind: "n" draws the next card, and the words after it go to that card. Rests on
names that Textual keeps to itself.
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from contextlib import suppress
from typing import Any

from textual import events
from textual.app import App, ScreenStackError
from textual.message_pump import MessagePump

MOST_WAITING = 10_000
PATIENCE_SECONDS = 15.0
"""How long one key may work before the next is let through all the same."""

WATCH_SECONDS = 0.005

BACKGROUND = "background"
"""The group of workers that no key waits for."""

Event = Any


class KeyQueue:
    """Hands key and paste events on, waiting after each until all it set going is done."""

    def __init__(self, app: App[Any], hand_on: Callable[[Event], Awaitable[None]]) -> None:
        self._app = app
        self._hand_on = hand_on
        self._waiting: asyncio.Queue[Event] = asyncio.Queue(MOST_WAITING)
        self._task: asyncio.Task[None] | None = None
        self._working = False
        self._again: Event | None = None

    def again(self, event: Event) -> None:
        """Hand this event on once more, before any other: the page for it is on its way."""
        self._again = event

    def put(self, event: Event) -> None:
        """Take an event; over ten thousand are a stuck key, and dropped."""
        if self._task is None:
            self._task = asyncio.create_task(self._work())
        if not self._waiting.full():
            self._waiting.put_nowait(event)

    def close(self) -> None:
        """Let the task go: as long as it waits for keys it keeps its app."""
        if self._task is not None:
            self._task.cancel()
            self._task = None

    @property
    def idle(self) -> bool:
        """Whether no key waits or works."""
        return self._waiting.empty() and not self._working and self._again is None

    async def _work(self) -> None:
        with suppress(TimeoutError, ScreenStackError):
            async with asyncio.timeout(PATIENCE_SECONDS):
                await self._somebody_there()
        while True:
            event, self._again = self._again or await self._waiting.get(), None
            if not self._app.screen_stack:  # on the way out: nobody is there to take it
                continue
            self._working = True
            with suppress(TimeoutError, ScreenStackError):
                await self._hand_on(event)
                async with asyncio.timeout(PATIENCE_SECONDS):
                    await self._all_done()
            self._working = False

    async def _somebody_there(self) -> None:
        """Wait for a screen that takes keys: at first there is none, or one that makes way."""
        while not self._app.screen_stack or getattr(self._app.screen, "makes_way", False):
            await asyncio.sleep(WATCH_SECONDS)
        await self._all_done()

    async def _all_done(self) -> None:
        # Messages bubble one parent at a time, so the parents are asked in that order; what
        # they did may have brought another screen and moved the focus, so both are asked again.
        for _round in range(2):
            screen = self._app.screen
            for pump in (screen.focused or screen).ancestors_with_self:
                if not _is_at_rest(pump):
                    await _done(pump)
            while self._work_goes_on():
                await asyncio.sleep(WATCH_SECONDS)

    def _work_goes_on(self) -> bool:
        """Whether a worker does something else than wait for an answer on the screen."""
        at_work = sum(
            worker.group != BACKGROUND and not worker.is_finished for worker in self._app.workers
        )
        asked = sum(
            callback.future is not None and not callback.future.done()
            for screen in self._app.screen_stack
            for callback in screen._result_callbacks
        )
        return at_work > asked


def _is_at_rest(pump: MessagePump) -> bool:
    """Whether a pump waits for something to do: nothing is in its queue, or at work."""
    queue: Any = pump._message_queue
    return queue.empty() and bool(queue.ready_event._waiters)


async def _done(pump: MessagePump) -> None:
    """Wait until a pump has worked off what is in its queue now."""
    done = asyncio.Event()
    # As call_later does, but for the look at the callback's signature each time.
    if pump.post_message(events.Callback(callback=done.set)):
        await done.wait()
