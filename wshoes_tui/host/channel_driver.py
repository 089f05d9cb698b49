"""Channel driver: Textual's driver for an app that runs on the connection of a client.

It needs no threads, terminal settings or signals: everything happens on the host's event loop.
"""

from __future__ import annotations

import asyncio
from contextlib import ExitStack
from time import monotonic
from typing import Any

from textual import events
from textual.driver import Driver
from textual.geometry import Size

from wshoes_tui.host.client import ClientConnection
from wshoes_tui.host.host_log import log
from wshoes_tui.host.input_pump import InputPump
from wshoes_tui.limits import CLOGGED_SECONDS, LEAST_QUEUED, MOST_QUEUED, RESIZE_SECONDS
from wshoes_tui.locale import N_
from wshoes_tui.terminal.capabilities import ENTER, LEAVE, TerminalCapabilities, fitting

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
        if self._going and self._clogged is None and self._client.queued > MOST_QUEUED:
            self._clogged_since = monotonic()
            self._batch.enter_context(self._played.batch_update())
            self._clogged = self._timers.call_later(CLOG_GLANCE_SECONDS, self._unclog)

    def _unclog(self) -> None:
        """Paint everything anew once the client has caught up; hang up if it does not."""
        if self._client.queued > LEAST_QUEUED:
            if monotonic() - self._clogged_since > CLOGGED_SECONDS:
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
            self._resizing = self._timers.call_later(RESIZE_SECONDS, self._send_size)

    def _send_size(self) -> None:
        self._resizing = None
        size = Size(*(self._size or (self._client.columns, self._client.lines)))
        self._played.post_message(events.Resize(size, size))

    def open_url(self, url: str, new_tab: bool = True) -> None:
        """Nothing is opened on the host's machine."""

    def deliver_binary(self, *args: Any, **kwargs: Any) -> None:
        """Nothing is saved on the host's machine."""
