"""Client of a host: the connection of somebody who has logged in, and the channel below it."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from contextlib import suppress
from time import monotonic
from typing import Any

import asyncssh

from wshoes_tui import limits
from wshoes_tui.host.credentials import Admitted
from wshoes_tui.host.login_limiter import TokenBucket
from wshoes_tui.locale import Speech, speech
from wshoes_tui.terminal.capabilities import TerminalCapabilities, terminal_named

Connection = asyncssh.SSHServerConnection
Channel = asyncssh.SSHServerChannel[bytes]
USUAL_SIZE = (80, 24)
SCREENLESS = ("", "dumb", "unknown")


class ClientChannel:
    """Channel to a client; by itself a null object, which counts in ``taken`` what is written."""

    def __init__(self) -> None:
        self.taken = 0

    @property
    def queued(self) -> int:
        """Bytes that were written and not taken by the system yet."""
        return 0

    def write(self, data: bytes) -> None:
        """Send this; nothing if the channel is closed."""
        self.taken += len(data)

    def pause_reading(self) -> None:
        """Let the client's window run out."""

    def resume_reading(self) -> None:
        """Open the client's window again."""

    def end(self, status: int) -> None:
        """Send what is queued and this exit status, then close; cut if that takes too long."""

    def cut(self) -> None:
        """Close the connection at once, whatever is queued."""


class SshChannel(ClientChannel):
    """One channel of one connection of asyncssh."""

    def __init__(self, channel: Channel, connection: Connection) -> None:
        super().__init__()
        self._channel = channel
        self._connection = connection

    @property
    def queued(self) -> int:
        """Bytes in the channel, those put off while keys are exchanged, and in the transport.

        The last two are private to asyncssh: it tells of the first alone, and a client that
        stops reading fills the others.
        """
        connection: Any = self._connection
        transport = getattr(connection, "_transport", None)
        deferred = getattr(connection, "_deferred_packets", ())
        put_off = sum(len(part) for _, parts in deferred for part in parts)
        below = 0 if transport is None else transport.get_write_buffer_size()
        return int(self._channel.get_write_buffer_size() + put_off + below)

    def write(self, data: bytes) -> None:
        with suppress(OSError):
            self._channel.write(data)

    def pause_reading(self) -> None:
        self._channel.pause_reading()

    def resume_reading(self) -> None:
        self._channel.resume_reading()

    def end(self, status: int) -> None:
        with suppress(OSError):
            self._channel.exit(status)
        self._channel.get_loop().call_later(limits.CLOSING_SECONDS, self._connection.abort)

    def cut(self) -> None:
        self._connection.abort()


class ClientConnection:
    """The connection of a client that has logged in.

    The code that serves it sets the hooks: ``on_data`` (bytes as they came), ``on_end`` (end of
    input; output still reaches the client), ``on_resize`` (columns, lines) and ``on_lost`` (once,
    whichever side ended it). Input that came before ``on_data`` was set is handed over then.

    Args:
        admitted: what their code opened.
        user: the name they gave to ssh.
        term: the name of their terminal; None where they asked for none.
        size: columns and lines; zeros where they are not known.
        clock: seconds.
    """

    def __init__(
        self,
        channel: ClientChannel,
        admitted: Admitted,
        *,
        user: str = "",
        address: str = "",
        term: str | None = None,
        size: tuple[int, int] = (0, 0),
        clock: Callable[[], float] = monotonic,
    ) -> None:
        self.admitted = admitted
        self.user = user[: limits.LONGEST_USER]
        self.address = address
        self.has_pty = term is not None
        self.term = (term or "")[: limits.LONGEST_USER]
        self.columns, self.lines = clamped(*size)
        self.on_resize: Callable[[int, int], None] | None = None
        self.on_end: Callable[[], None] | None = None
        self.on_lost: Callable[[], None] | None = None
        self.parting = b""
        """Bytes that give the terminal back; set by the code that took it over."""
        self.last_heard = clock()
        self.speech = speech.get(Speech())
        """Their language; set by the code that serves them."""
        self.gone = False
        """Whether nothing can be written any more."""
        self.ended = False
        """Whether they have closed their input."""
        self._channel = channel
        self._clock = clock
        self._input = TokenBucket(limits.MOST_BYTES_AT_ONCE, limits.STEADY_BYTES, clock)
        self._on_data: Callable[[bytes], None] | None = None
        self._early = b""
        self._is_gone = asyncio.Event()
        self._paused = self._throttled = False

    @property
    def has_screen(self) -> bool:
        """Whether there is a terminal that a screen can be painted on."""
        return self.has_pty and self.term.lower() not in SCREENLESS

    @property
    def terminal(self) -> TerminalCapabilities:
        """Their terminal, as far as its name tells."""
        return terminal_named(self.term)

    @property
    def queued(self) -> int:
        """Bytes that wait for the client, in the channel and below it."""
        return 0 if self.gone else self._channel.queued

    async def wait_gone(self) -> None:
        """Wait until nothing can be written any more."""
        await self._is_gone.wait()

    def write(self, data: str | bytes) -> None:
        """Send this; nothing if the connection is gone."""
        if data and not self.gone:
            self._channel.write(data.encode(errors="replace") if isinstance(data, str) else data)

    def hang_up(self, sentence: str = "", status: int = 0) -> None:
        """Give their terminal back, say why in their language, and end the connection.

        ``on_lost`` is called, to save what there is to keep. A second time does nothing.
        """
        if self.gone:
            return
        self.give_back()
        if sentence:
            told = self.speech.catalogue.gettext(sentence)
            self.write(told + ("\r\n" if self.has_pty else "\n"))
        self.gone = True
        self._channel.end(status)
        self._tell_lost()

    def give_back(self) -> None:
        """Give their terminal back, if it was taken."""
        parting, self.parting = self.parting, b""
        self.write(parting)

    def cut(self) -> None:
        """End the connection at once: the client would read nothing."""
        if not self.gone:
            self.gone = True
            self._channel.cut()
            self._tell_lost()

    @property
    def on_data(self) -> Callable[[bytes], None] | None:
        """Takes what they send."""
        return self._on_data

    @on_data.setter
    def on_data(self, hook: Callable[[bytes], None] | None) -> None:
        self._on_data = hook
        if hook is not None and self._early:
            early, self._early = self._early, b""
            self.resume_reading()
            hook(early)

    def pause_reading(self) -> None:
        """Take nothing more from them for now."""
        self._paused = True
        self._channel.pause_reading()

    def resume_reading(self) -> None:
        """Take more from them."""
        self._paused = False
        if not self._throttled and not self.gone:
            self._channel.resume_reading()

    def receive_data(self, data: bytes) -> None:
        """Take input. Called by the channel."""
        if self.gone:
            return
        self.last_heard = self._clock()
        wait = self._input.take(len(data))
        if wait > 0 and not self._throttled:
            self._throttled = True
            self._channel.pause_reading()
            asyncio.get_running_loop().call_later(wait, self._unthrottle)
        if self._on_data is None:
            self._early += data
            if len(self._early) > limits.MOST_UNREAD:
                self.pause_reading()
        else:
            self._on_data(data)

    def receive_eof(self) -> None:
        """Take the end of input. Called by the channel."""
        self.ended = True
        if self.on_end is not None and not self.gone:
            self.on_end()

    def line_columns(self) -> int:
        """The columns at which plain lines are to be wrapped; 0 without a terminal."""
        return self.columns if self.has_pty else 0

    def resized(self, columns: int, lines: int) -> None:
        """Take another size of the window. Called by the channel."""
        self.columns, self.lines = clamped(columns, lines)
        if self.on_resize is not None and not self.gone:
            self.on_resize(self.columns, self.lines)

    def lost(self) -> None:
        """The connection is gone. Called by the channel."""
        if not self.gone:
            self.gone = True
            self._tell_lost()

    def _unthrottle(self) -> None:
        self._throttled = False
        if not self._paused and not self.gone:
            self._channel.resume_reading()

    def _tell_lost(self) -> None:
        self._is_gone.set()
        hook, self.on_lost = self.on_lost, None
        if hook is not None:
            hook()


def clamped(columns: int, lines: int) -> tuple[int, int]:
    """A size that can be painted; the usual one where none is known."""
    columns, lines = columns or USUAL_SIZE[0], lines or USUAL_SIZE[1]
    return (
        max(limits.LEAST_COLUMNS, min(columns, limits.MOST_COLUMNS)),
        max(limits.LEAST_LINES, min(lines, limits.MOST_LINES)),
    )
