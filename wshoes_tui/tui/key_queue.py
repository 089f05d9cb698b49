"""Queue of key events: the next is handed on when the last one has done its work.

Somebody on a slow machine or a poor line types ahead. What they typed must meet the screen
they had in mind: "n" draws the next card, and the words after it go to that card. Looks into the
message queues of Textual's widgets; where those cannot be seen, it asks each widget instead.
"""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import Awaitable, Callable, Hashable
from contextlib import suppress
from time import monotonic
from typing import Any

from textual import events
from textual import keys as textual_keys
from textual.app import App, ScreenStackError
from textual.message_pump import MessagePump

from wshoes_tui.domain.text import is_control_key

MOST_WAITING = 10_000
"""Keys that may wait in the queue before the reader of the terminal should pause."""
LONG_RUN = 128
"""Letters in a row that no fingers type at once: a field takes them together, and much quicker."""
LONGEST_RUN = 4096
RUN = "letters"
"""The name of a key event that stands for many letters."""
PATIENCE_SECONDS = 15.0
"""How long one key may work before the next is let through all the same."""

WATCH_SECONDS = 0.005

BACKGROUND = "background"
"""The group of workers that no key waits for."""

Event = Any


def run_of(letters: str) -> events.Key:
    """One event for all these letters, as they were typed one after the other."""
    return events.Key(RUN, letters)


class KeyQueue:
    """Hands key and paste events on, waiting after each until all it set going is done."""

    def __init__(self, app: App[Any], hand_on: Callable[[Event], Awaitable[None]]) -> None:
        self._app = app
        self._hand_on = hand_on
        self._waiting: deque[Event] = deque()
        self._came = asyncio.Event()
        self._task: asyncio.Task[None] | None = None
        self._working = False
        self.at_first_rest: Callable[[], None] = lambda: None
        """Called when the first page is at rest, before the first key is handed on."""
        self._again: Event | None = None

    def again(self, event: Event) -> None:
        """Hand this event on once more, before any other: the page for it is on its way."""
        self._again = event
        self._came.set()

    def put(self, event: Event) -> None:
        """Take an event. None is ever dropped: the reader waits while it is ``full``."""
        if self._task is None:
            self._task = asyncio.create_task(self._work())
        self._waiting.append(event)
        self._came.set()

    @property
    def has_more(self) -> bool:
        """Whether another key waits behind the one at work: somebody types ahead of the screen."""
        return bool(self._waiting)

    @property
    def full(self) -> bool:
        """Whether so much waits that no more should be read for now. From any thread."""
        return len(self._waiting) + _messages_of(self._app) >= MOST_WAITING

    def close(self) -> None:
        """Let the task go: as long as it waits for keys it keeps its app."""
        if self._task is not None:
            self._task.cancel()
            self._task = None

    @property
    def idle(self) -> bool:
        """Whether no key waits or works."""
        return not self._waiting and not self._working and self._again is None

    @property
    def is_empty(self) -> bool:
        """Whether, besides, no message waits that may bring one. From any thread."""
        return self.idle and not _messages_of(self._app)

    async def _work(self) -> None:
        with suppress(TimeoutError, ScreenStackError):
            async with asyncio.timeout(PATIENCE_SECONDS):
                await self._somebody_there()
        self.at_first_rest()
        while True:
            while not self._waiting and self._again is None:
                self._came.clear()
                await self._came.wait()
            if self._again is not None:
                event, self._again = self._again, None
            else:
                event = self._next()
            if not self._app.screen_stack:  # on the way out: nobody is there to take it
                continue
            self._working = True
            await asyncio.sleep(0)  # what was sent together with this key is here, too
            with suppress(TimeoutError, ScreenStackError):
                await self._hand_on(event)
                async with asyncio.timeout(PATIENCE_SECONDS):
                    await self._all_done()
            self._working = False

    def _next(self) -> Event:
        """The next event; a long run of letters as one for a field, as many for anything else."""
        event = self._waiting.popleft()
        if not is_letter(event):
            return event
        if not self._takes_words():
            if event.key != RUN:
                return event
            first, rest = event.character[0], event.character[1:]
            if rest:
                self._waiting.appendleft(run_of(rest))
            return events.Key(_key_name(first), first)
        letters = event.character
        count = 0
        for other in self._waiting:
            if not is_letter(other) or len(letters) + count >= LONGEST_RUN:
                break
            count += 1
        if count + 1 < LONG_RUN:
            return event
        return run_of(letters + "".join(self._waiting.popleft().character for _ in range(count)))

    def _takes_words(self) -> bool:
        """Whether letters go to a field now, and none of them is an action."""
        if not self._app.screen_stack or getattr(self._app.screen, "choosing", False):
            return False
        return bool(getattr(self._app.focused, "takes_words", False))

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
        if not all(hasattr(screen, "_result_callbacks") for screen in self._app.screen_stack):
            return False  # it may wait for an answer, and so for the next key
        at_work = sum(
            worker.group != BACKGROUND and not worker.is_finished for worker in self._app.workers
        )
        asked = sum(
            callback.future is not None and not callback.future.done()
            for screen in self._app.screen_stack
            for callback in screen._result_callbacks
        )
        return at_work > asked


def is_letter(event: Event) -> bool:
    """Whether an event is a letter, or a run of them, and no key that does something."""
    if not isinstance(event, events.Key) or not event.character:
        return False
    return not is_control_key(event.character[0])


def is_text(event: Event) -> bool:
    """Whether an event is something typed or pasted, and no key such as Enter or an arrow."""
    return isinstance(event, events.Paste) or is_letter(event)


def _key_name(character: str) -> str:
    """Textual's name for the key of a character, such as "question_mark"."""
    named: Callable[[str], str] = getattr(textual_keys, "_character_to_key", str)
    return named(character)


def _messages_of(pump: MessagePump) -> int:
    """How many messages wait for a pump, as far as its queue can be seen."""
    queue: Any = getattr(pump, "_message_queue", None)
    return 0 if queue is None else int(queue.qsize())


def _is_at_rest(pump: MessagePump) -> bool:
    """Whether a pump waits for something to do: nothing is in its queue, or at work.

    False where its queue cannot be seen: then it is asked.
    """
    queue: Any = getattr(pump, "_message_queue", None)
    ready: Any = getattr(queue, "ready_event", None)
    return bool(getattr(ready, "_waiters", ())) and not queue.qsize()


async def _done(pump: MessagePump) -> None:
    """Wait until a pump has worked off what is in its queue now."""
    done = asyncio.Event()
    # As call_later does, but for the look at the callback's signature each time.
    if pump.post_message(events.Callback(callback=done.set)):
        await done.wait()


LEAST_SECONDS = 1.0
"""A press that comes sooner is the first one, held too long or pressed twice."""


MOST_SECONDS = 60.0
"""A press that comes later was not meant as the answer to a question long gone."""


class Confirmation:
    """Remembers what was asked, and when."""

    def __init__(self) -> None:
        self._asked: Hashable = None
        self._at = 0.0

    def given(self, what: Hashable) -> bool:
        """Whether this was asked before, not just now nor long ago; else it has been asked now."""
        waited = monotonic() - self._at
        if what == self._asked and waited <= MOST_SECONDS:
            return waited >= LEAST_SECONDS
        self._asked, self._at = what, monotonic()
        return False


class FinalKey:
    """The key that did something final, which does nothing else for a second."""

    def __init__(self) -> None:
        self._key = ""
        self._at = float("-inf")

    def pressed(self, key: str) -> None:
        """This key has just done something that cannot be taken back."""
        self._key, self._at = key, monotonic()

    def holds(self, key: str) -> bool:
        """Whether this key is still that one."""
        return key == self._key and self.recent

    @property
    def recent(self) -> bool:
        """Whether something final was done within the last second."""
        return monotonic() - self._at < LEAST_SECONDS
