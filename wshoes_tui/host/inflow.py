"""What a caller sends, on its way to an app: at the pace of the app, and never past its limits.

A flood at one seat must not be felt at the others. A dozen keys are handed over at a time,
the next when the app has worked them off; meanwhile nothing more than 32 KB is read. What no
fingers type at once is a paste, where words are typed; what comes in over the limit of one
paste is dropped, and that is said.
"""

from __future__ import annotations

import asyncio
import re
from codecs import getincrementaldecoder
from collections.abc import Iterator
from itertools import islice
from typing import Any

from textual import events

from wshoes_tui.host.caller import Caller
from wshoes_tui.host.limits import KEYS_AT_ONCE, LONG_RUN, LONGEST_PASTE, MOST_UNREAD
from wshoes_tui.locale import _
from wshoes_tui.tui.intake import Intake

TICK_SECONDS = 0.1
"""How long a lone Escape may be the start of a sequence."""
PIECE = 1024
"""Characters that are turned into events together: what is in there counts as read."""
GLANCE_SECONDS = 0.005
"""How often an app with keys to work off is asked whether it has."""

SEQUENCE_OR_RUN = re.compile(
    r"\x1b(?:\[[0-?]*[ -/]*.|O.)|(?P<run>[^\x00-\x1f\x7f-\x9f]{" + str(LONG_RUN) + ",})"
)


class Inflow:
    """Takes a caller's bytes and posts events to an app. Works only while something waits."""

    def __init__(self, app: Any, caller: Caller) -> None:
        self._app = app
        self._caller = caller
        self._intake = Intake(most_pasted=LONGEST_PASTE, too_long=self._say_too_long)
        self._decode = getincrementaldecoder("utf-8")(errors="replace").decode
        self._loop = asyncio.get_running_loop()
        self._unread = ""
        self._events: Iterator[Any] | None = None
        self._timer: asyncio.TimerHandle | None = None
        self._tick: asyncio.TimerHandle | None = None
        self._run = 0
        self._going = self._working = self._paused = False

    @property
    def has_unread(self) -> bool:
        """Whether something waits for the app."""
        return bool(self._unread) or self._events is not None

    def start(self) -> None:
        """Take what comes from here on, and what has come already."""
        self._going = True
        self._caller.on_data = self._take

    def stop(self) -> None:
        """Take nothing more."""
        if self._going:
            self._going = False
            self._caller.on_data = None
            for timer in (self._timer, self._tick):
                if timer is not None:
                    timer.cancel()
            self._events = None
            self._unread = ""
            self._intake.close()

    def _take(self, data: bytes) -> None:
        self._unread += self._decode(data)
        if self._tick is not None:
            self._tick.cancel()
            self._tick = None
        if len(self._unread) > MOST_UNREAD and not self._paused:
            self._paused = True
            self._caller.pause_reading()
        if self._timer is None and not self._working:
            self._work()

    def _work(self) -> None:
        """Hand over a little, and come back for more when the app is ready for it."""
        self._timer = None
        # To resume reading brings what the line has kept back, here and now.
        self._working = True
        try:
            while self.has_unread:
                if not self._app_is_idle():
                    self._timer = self._loop.call_later(GLANCE_SECONDS, self._work)
                    return
                self._hand_over()
                if self._paused and len(self._unread) <= MOST_UNREAD:
                    self._paused = False
                    self._caller.resume_reading()
        finally:
            self._working = False
        self._run = 0
        if self._intake.waits:
            self._tick = self._loop.call_later(TICK_SECONDS, self._nothing_came)

    def _app_is_idle(self) -> bool:
        queue = getattr(self._app, "key_queue", None)
        return self._app._message_queue.empty() and (queue is None or queue.idle)

    def _hand_over(self) -> None:
        if self._events is None:
            self._events = self._next_events()
        posted = 0
        for event in islice(self._events, KEYS_AT_ONCE):
            self._app.post_message(event)
            posted += 1
        if posted < KEYS_AT_ONCE:
            self._events = None

    def _next_events(self) -> Iterator[Any]:
        """The events of as much of the text as can be judged now."""
        text = self._unread
        run = None if self._intake.waits else _first_run(text)
        if run is None:
            piece = min(len(text), PIECE)
        elif run.start() > 0:
            piece = min(run.start(), PIECE)
        elif getattr(self._app.focused, "takes_words", False):
            self._unread = text[run.end() :]
            return self._pasted(run[0])
        else:
            piece = KEYS_AT_ONCE
        self._unread = text[piece:]
        return self._intake.feed(text[:piece])

    def _pasted(self, text: str) -> Iterator[Any]:
        room = max(0, LONGEST_PASTE - self._run)
        if self._run <= LONGEST_PASTE < self._run + len(text):
            self._say_too_long()
        self._run += len(text)
        if room:
            yield events.Paste(text[:room])

    def _nothing_came(self) -> None:
        self._tick = None
        for event in list(self._intake.tick()):
            self._app.post_message(event)
        if self._intake.waits:
            self._tick = self._loop.call_later(TICK_SECONDS, self._nothing_came)

    def _say_too_long(self) -> None:
        say = getattr(self._app, "say", None)
        if say is not None:
            say(_("That was too much to paste at once. The end of it is missing."))


def _first_run(text: str) -> re.Match[str] | None:
    """The first long run that is not the end of a sequence."""
    return next((found for found in SEQUENCE_OR_RUN.finditer(text) if found["run"]), None)
