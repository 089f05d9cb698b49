"""Local channel: standard input and output of the host as the transport of one client.

With it the facilitator holds the session in plain lines at the host's own keyboard, by the same
code that serves them over SSH. Output has a thread: a terminal that stops reading stops no seat.
"""

from __future__ import annotations

import asyncio
import os
from collections.abc import Iterator
from contextlib import contextmanager

from wshoes_tui.host.client import ClientChannel, ClientConnection
from wshoes_tui.host.credentials import Admitted
from wshoes_tui.lines.stdin import CHUNK, TerminalInput
from wshoes_tui.sessions.store_thread import StoreThread

STDIN, STDOUT = 0, 1


class LocalChannel(ClientChannel):
    """Channel over standard input and output. Made on the event loop."""

    def __init__(self) -> None:
        super().__init__()
        self._loop = asyncio.get_running_loop()
        self._output = StoreThread()
        self._terminal = TerminalInput(STDIN)
        term = "local" if self._terminal.is_one else None
        self.client = ClientConnection(self, Admitted("facilitator"), term=term)

    @contextmanager
    def open(self) -> Iterator[ClientConnection]:
        """The client, until its conversation has ended. The terminal is left as it was found."""
        self._terminal.send_every_key()
        self.resume_reading()
        try:
            yield self.client
        finally:
            self.pause_reading()
            self._output.close()
            self._terminal.restore()

    def _read(self) -> None:
        try:
            data = os.read(STDIN, CHUNK)
        except OSError:  # the terminal is gone
            data = b""
        if data:
            self.client.receive_data(data)
        else:
            self.pause_reading()
            self.client.receive_eof()

    def write(self, data: bytes) -> None:
        """Write this, one after the other. A terminal adds the carriage return itself."""
        self._output.submit(self._put, data.replace(b"\r\n", b"\n"))

    def _put(self, data: bytes) -> None:
        try:
            while data:
                data = data[os.write(STDOUT, data) :]
        except OSError:
            self._loop.call_soon_threadsafe(self.client.lost)

    def pause_reading(self) -> None:
        """Leave what is typed where it is."""
        self._loop.remove_reader(STDIN)

    def resume_reading(self) -> None:
        """Take what is typed."""
        self._loop.add_reader(STDIN, self._read)

    def end(self, status: int) -> None:  # noqa: ARG002 - the host has a status of its own
        """Take nothing any more; what was written is waited for by ``open``."""
        self.pause_reading()

    def cut(self) -> None:
        """Take nothing any more."""
        self.pause_reading()
