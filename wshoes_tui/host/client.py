"""One person's line: what they sent, what they are sent, and how it ends."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from contextlib import suppress
from time import monotonic
from typing import Any, Protocol

import asyncssh

from wshoes_tui.host.credentials import Admitted
from wshoes_tui.host.login_limiter import RateLimiter
from wshoes_tui.limits import (
    CLOSING_SECONDS,
    LEAST_COLUMNS,
    LEAST_LINES,
    LONGEST_USER,
    MOST_BYTES_AT_ONCE,
    MOST_COLUMNS,
    MOST_LINES,
    MOST_UNREAD,
    STEADY_BYTES,
)
from wshoes_tui.locale import Speech, speech
from wshoes_tui.terminal.capabilities import TerminalCapabilities, terminal_named

Connection = asyncssh.SSHServerConnection
Channel = asyncssh.SSHServerChannel[bytes]


class SshChannel:
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
        transport = getattr(connection, "_transport", None)
        deferred = getattr(connection, "_deferred_packets", ())
        put_off = sum(len(part) for _, parts in deferred for part in parts)
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


USUAL_SIZE = (80, 24)
SCREENLESS = ("", "dumb", "unknown")


class ClientChannel(Protocol):
    """What a caller needs of the connection below."""

    @property
    def queued(self) -> int:
        """Bytes that have been written and not been taken by the system yet."""

    def write(self, data: bytes) -> None:
        """Send this."""

    def pause_reading(self) -> None:
        """Let the client wait."""

    def resume_reading(self) -> None:
        """Take more from the client."""

    def end(self, status: int) -> None:
        """Send what is queued and this exit status, then close; cut where that takes long."""

    def cut(self) -> None:
        """Close at once, whatever is queued."""


class ClientConnection:
    """Somebody who was let in, on the line they came by.

    Whoever serves them sets the hooks: ``on_data`` (bytes as they came), ``on_end`` (they send
    no more, but still listen), ``on_resize`` (columns, lines) and ``on_lost`` (once, whoever
    ended it). What came before ``on_data`` was set is handed over then.
    """

    def __init__(
        self,
        line: ClientChannel,
        admitted: Admitted,
        *,
        user: str = "",
        address: str = "",
        term: str | None = None,
        size: tuple[int, int] = (0, 0),
        clock: Callable[[], float] = monotonic,
    ) -> None:
        self.admitted = admitted
        self.user = user[:LONGEST_USER]
        self.address = address
        self.has_pty = term is not None
        self.term = (term or "")[:LONGEST_USER]
        self.columns, self.lines = clamped(*size)
        self.on_resize: Callable[[int, int], None] | None = None
        self.on_end: Callable[[], None] | None = None
        self.on_lost: Callable[[], None] | None = None
        self.parting = b""
        """What gives the client's terminal back; set by whoever took it over."""
        self.last_heard = clock()
        self.speech = speech.get(Speech())
        """How they are spoken to; set by whoever serves them."""
        self.gone = False
        """Whether nothing can be said any more."""
        self.ended = False
        """Whether they have said that they will send no more."""
        self._line = line
        self._clock = clock
        self._allowance = RateLimiter(STEADY_BYTES, MOST_BYTES_AT_ONCE, clock)
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
        """Bytes that wait for the client: in the channel, and below it."""
        return 0 if self.gone else self._line.queued

    async def wait_gone(self) -> None:
        """Wait until nothing can be said any more."""
        await self._is_gone.wait()

    def write(self, data: str | bytes) -> None:
        """Send this; nothing if the line is gone."""
        if data and not self.gone:
            self._line.write(data.encode(errors="replace") if isinstance(data, str) else data)

    def hang_up(self, sentence: str = "", status: int = 0) -> None:
        """Give their terminal back, say why in their language, and end the line.

        A second time does nothing.

        Whoever serves the line is told by ``on_lost``, and puts away what there is to keep.
        """
        if self.gone:
            return
        self.give_back()
        if sentence:
            told = self.speech.catalogue.gettext(sentence)
            self.write(told + ("\r\n" if self.has_pty else "\n"))
        self.gone = True
        self._line.end(status)
        self._tell_lost()

    def give_back(self) -> None:
        """Give their terminal back, if it was taken."""
        parting, self.parting = self.parting, b""
        self.write(parting)

    def cut(self) -> None:
        """End the line at once: the client reads nothing that could be said."""
        if not self.gone:
            self.gone = True
            self._line.cut()
            self._tell_lost()

    @property
    def on_data(self) -> Callable[[bytes], None] | None:
        """Who takes what they send."""
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
        self._line.pause_reading()

    def resume_reading(self) -> None:
        """Take more from them."""
        self._paused = False
        if not self._throttled and not self.gone:
            self._line.resume_reading()

    def heard(self, data: bytes) -> None:
        """They sent this. For the line."""
        if self.gone:
            return
        self.last_heard = self._clock()
        wait = self._allowance.consume(len(data))
        if wait > 0 and not self._throttled:
            self._throttled = True
            self._line.pause_reading()
            asyncio.get_running_loop().call_later(wait, self._breathe)
        if self._on_data is None:
            self._early += data
            if len(self._early) > MOST_UNREAD:
                self.pause_reading()
        else:
            self._on_data(data)

    def heard_all(self) -> None:
        """They have closed their end, and will send nothing more. For the line."""
        self.ended = True
        if self.on_end is not None and not self.gone:
            self.on_end()

    def resized(self, columns: int, lines: int) -> None:
        """Their window has another size. For the line."""
        self.columns, self.lines = clamped(columns, lines)
        if self.on_resize is not None and not self.gone:
            self.on_resize(self.columns, self.lines)

    def lost(self) -> None:
        """The line is gone. For the line."""
        if not self.gone:
            self.gone = True
            self._tell_lost()

    def _breathe(self) -> None:
        self._throttled = False
        if not self._paused and not self.gone:
            self._line.resume_reading()

    def _tell_lost(self) -> None:
        self._is_gone.set()
        hook, self.on_lost = self.on_lost, None
        if hook is not None:
            hook()


def clamped(columns: int, lines: int) -> tuple[int, int]:
    """A size that can be painted; the usual one where none was told."""
    columns, lines = columns or USUAL_SIZE[0], lines or USUAL_SIZE[1]
    return (
        max(LEAST_COLUMNS, min(columns, MOST_COLUMNS)),
        max(LEAST_LINES, min(lines, MOST_LINES)),
    )
