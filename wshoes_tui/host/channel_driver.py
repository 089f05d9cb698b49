"""Channel driver: Textual's driver for an app that runs on the connection of a client.

It needs no threads, terminal settings or signals: everything happens on the host's event loop.
A flood at one seat must not be felt at the others: the input pump hands over a dozen keys at a
time, the next when the app has handled them; meanwhile nothing more than 32 KB is read. Letters
that no fingers type at once go to a field together. A paste that is too long is refused.
"""

from __future__ import annotations

import asyncio
import re
from collections.abc import Iterator
from contextlib import ExitStack
from itertools import islice
from time import monotonic
from typing import Any

from textual import events
from textual.driver import Driver
from textual.geometry import Size

from wshoes_tui import limits
from wshoes_tui.host.client import ClientConnection
from wshoes_tui.host.host_process import log
from wshoes_tui.locale import N_
from wshoes_tui.terminal.capabilities import ENTER, LEAVE, TerminalCapabilities, fitting
from wshoes_tui.terminal.encodings import Decoder
from wshoes_tui.tui.key_queue import LONG_RUN, LONGEST_RUN, run_of
from wshoes_tui.tui.terminal.input_parser import InputParser

TICK_SECONDS = 0.1
"""How long a lone Escape may be the start of a sequence."""
PIECE = 1024
"""Characters that are parsed together: they count as read."""
GLANCE_SECONDS = 0.005
"""How often it is asked whether the app has handled its keys."""

SEQUENCE_OR_RUN = re.compile(
    r"\x1b(?:\[[0-?]*[ -/]*.|O.)|(?P<run>[^\x00-\x1f\x7f]{" + f"{LONG_RUN},{LONGEST_RUN}" + "})"
)


class InputPump:
    """Input pump: posts what a client sends to its app, at the app's pace and within limits."""

    def __init__(self, app: Any, client: ClientConnection) -> None:
        self._app = app
        self._client = client
        self._parser = InputParser(too_long=lambda: self._call("paste_refused"))
        self._decoder = Decoder()
        self._loop = asyncio.get_running_loop()
        self._unread = ""
        self._events: Iterator[Any] | None = None
        self._timer: asyncio.TimerHandle | None = None
        self._tick: asyncio.TimerHandle | None = None
        self._going = self._working = self._paused = False

    @property
    def has_unread(self) -> bool:
        """Whether something waits for the app."""
        return bool(self._unread) or self._events is not None

    def start(self) -> None:
        """Take what comes from now on, and what has come already."""
        self._going = True
        self._client.on_data = self._take

    def stop(self) -> None:
        """Take nothing more."""
        if self._going:
            self._going = False
            self._client.on_data = None
            for timer in (self._timer, self._tick):
                if timer is not None:
                    timer.cancel()
            self._events = None
            self._unread = ""
            self._parser.close()

    def _take(self, data: bytes) -> None:
        self._unread += self._decoder.decode(data)
        if self._decoder.has_mended():
            self._call("bytes_mended")
        if self._tick is not None:
            self._tick.cancel()
            self._tick = None
        if len(self._unread) > limits.MOST_UNREAD and not self._paused:
            self._paused = True
            self._client.pause_reading()
        if self._timer is None and not self._working:
            self._work()

    def _work(self) -> None:
        """Hand over a few keys, and more when the app is ready for them."""
        self._timer = None
        # To resume reading calls ``_take`` at once, with what the channel has held back.
        self._working = True
        try:
            while self.has_unread:
                if not self._app_is_idle():
                    self._timer = self._loop.call_later(GLANCE_SECONDS, self._work)
                    return
                self._hand_over()
                if self._paused and len(self._unread) <= limits.MOST_UNREAD:
                    self._paused = False
                    self._client.resume_reading()
        finally:
            self._working = False
        if self._parser.waits:
            self._tick = self._loop.call_later(TICK_SECONDS, self._nothing_came)

    def _app_is_idle(self) -> bool:
        queue = getattr(self._app, "key_queue", None)
        return self._app._message_queue.empty() and (queue is None or queue.idle)

    def _hand_over(self) -> None:
        if self._events is None:
            self._events = self._next_events()
        posted = 0
        for event in islice(self._events, limits.KEYS_AT_ONCE):
            self._post(event)
            posted += 1
        if posted < limits.KEYS_AT_ONCE:
            self._events = None

    def _post(self, event: Any) -> None:
        """Hand an event to the app. A size that was typed is none: the channel tells the size."""
        if not isinstance(event, events.Resize):
            self._app.post_message(event)

    def _next_events(self) -> Iterator[Any]:
        """The events of as much of the text as can be parsed now."""
        text = self._unread
        run = None if self._parser.waits or self._parser.pasting else _first_run(text)
        if run is None:
            piece = min(len(text), PIECE)
        elif run.start() > 0:
            piece = min(run.start(), PIECE)
        elif getattr(self._app.focused, "takes_words", False):
            self._unread = text[run.end() :]
            return iter([run_of(run[0])])
        else:
            piece = limits.KEYS_AT_ONCE
        while text[piece - 1 : piece] == "\r" and piece < len(text):
            piece += 1  # whether an Enter is a line end within words depends on what follows it
        self._unread = text[piece:]
        return self._parser.feed(text[:piece])

    def _nothing_came(self) -> None:
        self._tick = None
        for event in list(self._parser.tick()):
            self._post(event)
        if self._parser.waits:
            self._tick = self._loop.call_later(TICK_SECONDS, self._nothing_came)

    def _call(self, name: str) -> None:
        """Have the app call one of its methods."""
        self._app.post_message(events.Callback(callback=getattr(self._app, name)))


def _first_run(text: str) -> re.Match[str] | None:
    """The first long run that is not the end of a sequence."""
    return next((found for found in SEQUENCE_OR_RUN.finditer(text) if found["run"]), None)


CLOG_GLANCE_SECONDS = 0.25
"""How often it is looked whether a client that lags has read what waits for it."""


class ChannelDriver(Driver):
    """Paints on the terminal of a client and hands its keys to one app."""

    def __init__(self, app: Any, *, client: ClientConnection, **kwargs: Any) -> None:
        super().__init__(app, **{**kwargs, "mouse": False})
        self._played = app
        app.terminal_driver = self
        self._timers = asyncio.get_running_loop()
        self._batch = ExitStack()
        self._client = client
        self._size = (client.columns, client.lines)
        self._out: list[str] = []
        self._input = InputPump(app, client)
        self._resizing: asyncio.TimerHandle | None = None
        self._clogged: asyncio.TimerHandle | None = None
        self._clogged_since = 0.0
        self._going = False

    @property
    def has_unread(self) -> bool:
        """Whether keys wait."""
        return self._input.has_unread

    def write(self, data: str) -> None:
        """Send this with what else is written now, without what the terminal does not know."""
        if not self._out:
            self._timers.call_soon(self.flush)
        self._out.append(fitting(data, self._terminal))

    @property
    def _terminal(self) -> TerminalCapabilities | None:
        return getattr(self._played, "terminal", None)

    def flush(self) -> None:
        """Send what was written; stop painting for a client that does not take it."""
        data, self._out = "".join(self._out), []
        self._client.write(data)
        if self._going and self._clogged is None and self._client.queued > limits.MOST_QUEUED:
            self._clogged_since = monotonic()
            self._batch.enter_context(self._played.batch_update())
            self._clogged = self._timers.call_later(CLOG_GLANCE_SECONDS, self._unclog)

    def _unclog(self) -> None:
        """Paint everything anew once the client has caught up; hang up if it does not."""
        if self._client.queued > limits.LEAST_QUEUED:
            if monotonic() - self._clogged_since > limits.CLOGGED_SECONDS:
                log.info("%s let go: does not read", self._client.address)
                self._client.hang_up(N_("Your end stopped listening, so the line was closed."), 1)
                return
            self._clogged = self._timers.call_later(CLOG_GLANCE_SECONDS, self._unclog)
            return
        self._clogged = None
        painter = getattr(self._played, "painter", None)
        if painter is not None:
            painter.forget()
        self._batch.close()
        if self._played.screen_stack:
            self._played.screen.refresh(layout=True)

    def take_over(self, client: ClientConnection) -> None:
        """Drive the terminal of this client from now on: the app was in the seat pool."""
        self._input.stop()
        self._client, self._size = client, (client.columns, client.lines)
        self._input = InputPump(self._played, client)
        self._take_terminal()
        if self._played.size != self._size:
            self._send_size()

    def start_application_mode(self) -> None:
        """Take the terminal over."""
        self._take_terminal()
        self._send_size()

    def _take_terminal(self) -> None:
        self._going = True
        self._client.parting = "".join(
            fitting(sequence, self._terminal) for sequence in LEAVE
        ).encode()
        for sequence in ENTER:
            self.write(sequence)
        self.flush()
        self._client.on_resize = self._resized
        self._input.start()

    def disable_input(self) -> None:
        """Take no more keys."""
        self._going = False
        self._input.stop()
        self._client.on_resize = None
        for timer in (self._resizing, self._clogged):
            if timer is not None:
                timer.cancel()
        self._resizing = self._clogged = None

    def stop_application_mode(self) -> None:
        """Give the terminal back."""
        self.disable_input()
        self.flush()
        self._client.give_back()

    def close(self) -> None:
        """Nothing is left to close."""
        self._out = []

    def _resized(self, columns: int, lines: int) -> None:
        self._size = (columns, lines)
        if self._resizing is None:
            self._resizing = self._timers.call_later(limits.RESIZE_SECONDS, self._send_size)

    def _send_size(self) -> None:
        self._resizing = None
        size = Size(*(self._size or (self._client.columns, self._client.lines)))
        self._played.post_message(events.Resize(size, size))

    def open_url(self, url: str, new_tab: bool = True) -> None:
        """Nothing is opened on the host's machine."""

    def deliver_binary(self, *args: Any, **kwargs: Any) -> None:
        """Nothing is saved on the host's machine."""
