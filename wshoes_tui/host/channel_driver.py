"""Textual's driver for a caller's line: no threads, no terminal settings, no signals.

Everything happens on the host's loop, so events go straight to the app.
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
from wshoes_tui.terminal.capabilities import TerminalCapabilities
from wshoes_tui.tui.terminal.terminal_modes import ENTER, LEAVE, fitting

CLOG_GLANCE_SECONDS = 0.25


class ChannelDriver(Driver):
    """Paints on a caller's terminal and hands their keys to one app."""

    def __init__(self, app: Any, *, client: ClientConnection, **kwargs: Any) -> None:
        super().__init__(app, **{**kwargs, "mouse": False})
        self._played = app
        app.terminal_driver = self
        self._timers = asyncio.get_running_loop()
        self._batch = ExitStack()
        self._caller = client
        self._size = (client.columns, client.lines)
        self._out: list[str] = []
        self._inflow = InputPump(app, client)
        self._resizing: asyncio.TimerHandle | None = None
        self._clogged: asyncio.TimerHandle | None = None
        self._clogged_since = 0.0
        self._going = False

    @property
    def has_unread(self) -> bool:
        """Whether keys of theirs wait."""
        return self._inflow.has_unread

    def write(self, data: str) -> None:
        """Send this with what else is written now, unless the terminal does not know it."""
        if not self._out:
            self._timers.call_soon(self.flush)
        self._out.append(fitting(data, self._terminal))

    @property
    def _terminal(self) -> TerminalCapabilities | None:
        return getattr(self._played, "terminal", None)

    def flush(self) -> None:
        """Send what was written; stop painting for a client that does not take it."""
        data, self._out = "".join(self._out), []
        self._caller.write(data)
        if self._going and self._clogged is None and self._caller.queued > MOST_QUEUED:
            self._clogged_since = monotonic()
            self._batch.enter_context(self._played.batch_update())
            self._clogged = self._timers.call_later(CLOG_GLANCE_SECONDS, self._unclog)

    def _unclog(self) -> None:
        """Paint it all anew once they have caught up; let them go if they do not."""
        if self._caller.queued > LEAST_QUEUED:
            if monotonic() - self._clogged_since > CLOGGED_SECONDS:
                log.info("%s let go: does not read", self._caller.address)
                self._caller.hang_up(N_("Your end stopped listening, so the line was closed."), 1)
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
        """Be the driver of this caller's line from here on: the app stood ready for anybody."""
        self._inflow.stop()
        self._caller, self._size = client, (client.columns, client.lines)
        self._inflow = InputPump(self._played, client)
        self._take_terminal()
        if self._played.size != self._size:
            self._send_size()

    def start_application_mode(self) -> None:
        """Take the terminal over."""
        self._take_terminal()
        self._send_size()

    def _take_terminal(self) -> None:
        self._going = True
        self._caller.parting = "".join(
            fitting(sequence, self._terminal) for sequence in LEAVE
        ).encode()
        for sequence in ENTER:
            self.write(sequence)
        self.flush()
        self._caller.on_resize = self._resized
        self._inflow.start()

    def disable_input(self) -> None:
        """Take no more keys."""
        self._going = False
        self._inflow.stop()
        self._caller.on_resize = None
        for timer in (self._resizing, self._clogged):
            if timer is not None:
                timer.cancel()
        self._resizing = self._clogged = None

    def stop_application_mode(self) -> None:
        """Give the terminal back."""
        self.disable_input()
        self.flush()
        self._caller.give_back()

    def close(self) -> None:
        """Nothing is left to close."""
        self._out = []

    def _resized(self, columns: int, lines: int) -> None:
        self._size = (columns, lines)
        if self._resizing is None:
            self._resizing = self._timers.call_later(RESIZE_SECONDS, self._send_size)

    def _send_size(self) -> None:
        self._resizing = None
        size = Size(*(self._size or (self._caller.columns, self._caller.lines)))
        self._played.post_message(events.Resize(size, size))

    def open_url(self, url: str, new_tab: bool = True) -> None:
        """Nothing is opened on the host's machine."""

    def deliver_binary(self, *args: Any, **kwargs: Any) -> None:
        """Nothing is saved on the host's machine."""
