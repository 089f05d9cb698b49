"""A caller's line as asyncssh carries it: the channel, and what is sent back through it."""

from __future__ import annotations

from contextlib import suppress
from typing import Any

import asyncssh

from wshoes_tui.host.limits import CLOSING_SECONDS

Connection = asyncssh.SSHServerConnection
Channel = asyncssh.SSHServerChannel[bytes]


class ChannelLine:
    """What ``caller.Line`` asks for, of one channel of one connection."""

    def __init__(self, channel: Channel, connection: Connection) -> None:
        self._channel = channel
        self._connection = connection

    @property
    def queued(self) -> int:
        """Bytes in the channel, those put off while keys are exchanged, and in the transport.

        The last two are asyncssh's own: it tells of the first alone, and a client that stops
        reading fills the others.
        """
        connection: Any = self._connection
        transport = connection._transport
        put_off = sum(len(part) for _, parts in connection._deferred_packets for part in parts)
        below = 0 if transport is None else transport.get_write_buffer_size()
        return int(self._channel.get_write_buffer_size() + put_off + below)

    def write(self, data: bytes) -> None:
        """Send this; nothing if the channel is closed."""
        with suppress(OSError):
            self._channel.write(data)

    def pause_reading(self) -> None:
        """Let the client's window run out."""
        self._channel.pause_reading()

    def resume_reading(self) -> None:
        """Open the client's window again."""
        self._channel.resume_reading()

    def end(self, status: int) -> None:
        """Send what is queued and the status, then close; cut if that takes too long."""
        with suppress(OSError):
            self._channel.exit(status)
        self._channel.get_loop().call_later(CLOSING_SECONDS, self._connection.abort)

    def cut(self) -> None:
        """Close the connection at once."""
        self._connection.abort()
