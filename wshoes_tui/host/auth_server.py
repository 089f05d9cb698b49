"""Authentication server: asks one connection for a code, and gives it one channel for a session.

What asyncssh's ``SSHServer`` does not allow unless a server says so stays as it is there:
commands, subsystems, forwarding in every form. The tests ask for each.
"""

from __future__ import annotations

import asyncio
from time import monotonic
from typing import Any, Protocol

import asyncssh

from wshoes_tui import limits
from wshoes_tui.host import codes
from wshoes_tui.host.client import ClientConnection, Connection, SshChannel
from wshoes_tui.host.credentials import Admitted, Credentials
from wshoes_tui.host.host_process import log
from wshoes_tui.host.login_limiter import ConnectionLimiter, LoginLimiter, PendingLogin
from wshoes_tui.locale import _

PROMPT = "Code: "
WALL_USER = "wall"
"""The user name of a second screen: with the code of the session it takes no seat."""
NO_MORE = asyncssh.DISC_NO_MORE_AUTH_METHODS_AVAILABLE
LOOK_AGAIN_SECONDS = 0.2
"""How often it is asked whether a code may be looked up, while the limiter holds it back."""


class AuthHost(Protocol):
    """What authentication needs of the SSH server that accepted the connection."""

    credentials: Credentials
    limiter: LoginLimiter
    connections: ConnectionLimiter

    @property
    def example(self) -> str: ...
    def serve_client(self, client: ClientConnection) -> None: ...


class AuthServer(asyncssh.SSHServer):
    """The authentication of one connection."""

    def __init__(self, host: AuthHost) -> None:
        self._host = host
        self._pending: PendingLogin | None = None
        self._admitted: Admitted | None = None
        self._tries = 0
        self._user = ""
        self._used = False
        self._late: asyncio.TimerHandle | None = None

    def connection_made(self, conn: Connection) -> None:
        """A connection was made; one too many ends another that has shown no code."""
        self._conn = conn
        self._came = monotonic()
        self.address = str(conn.get_extra_info("peername", ("",))[0])
        self._pending = self._host.connections.add_pending(self.address, self._dropped)

    def _dropped(self) -> None:
        log.info("%s let go: too many without a code", self.address)
        self._conn.abort()

    def connection_lost(self, exc: Exception | None) -> None:  # noqa: ARG002 - may hold words
        """The connection is gone, logged in or not."""
        self._end_login()

    def _end_login(self) -> None:
        if self._pending is not None:
            self._host.connections.remove_pending(self._pending)
            self._pending = None
        if self._late is not None:
            self._late.cancel()
            self._late = None

    def begin_auth(self, username: str) -> bool:
        """Everybody needs a code. The user name is a suggestion, but for that of the wall."""
        self._user = username
        return True

    def password_auth_supported(self) -> bool:
        """For clients that know nothing else."""
        return True

    async def validate_password(self, username: str, password: str) -> bool:  # noqa: ARG002
        """Whether the password is a code."""
        return await self._try(password)

    def kbdint_auth_supported(self) -> bool:
        """The code is asked for."""
        return True

    def get_kbdint_challenge(self, username: str, lang: str, submethods: str) -> Any:  # noqa: ARG002
        """The question; what is typed may be seen, as the code is read out to everybody."""
        return _question("")

    async def validate_kbdint_response(self, username: str, responses: Any) -> Any:  # noqa: ARG002
        """Whether the answer is a code; if not, the question once more in the same exchange."""
        if len(responses) != 1:
            return False
        typed = responses[0]
        if await self._try(typed):
            return True
        if self._tries >= limits.MOST_TRIES:
            return False
        return _question(self._what_it_looks_like(is_empty=not typed.strip()))

    def _what_it_looks_like(self, *, is_empty: bool) -> str:
        example = self._host.example
        if is_empty and example:
            return _("Type the code that was read out. It looks like {example}.", example=example)
        if is_empty:
            return _("Type the code that was read out.")
        if example:
            return _("That is not it. It looks like {example}.", example=example)
        return _("That is not it. Type the code as it was read out.")

    async def _try(self, code: str) -> bool:
        self._tries += 1
        admitted = await self._look_up(code) if code.strip() else None
        if admitted is None:
            if self._tries >= limits.MOST_TRIES:
                self._conn.disconnect(NO_MORE, _("No code was right. Ask for it, and come again."))
            return False
        if admitted.kind == "seat" and self._user == WALL_USER:
            admitted = Admitted("wall")
        self._admitted = admitted
        self._late = asyncio.get_running_loop().call_later(limits.LOGIN_SECONDS, self._conn.abort)
        log.info("%s let in: %s", self.address, admitted.kind)
        return True

    async def _look_up(self, code: str) -> Admitted | None:
        """What the code opens. A right one is answered at once, a wrong one after a delay."""
        limiter = self._host.limiter
        tried = limiter.begin_attempt(self.address, self._came, is_key=codes.is_seat_code(code))
        try:
            while not limiter.may_look_up(tried):
                await asyncio.sleep(LOOK_AGAIN_SECONDS)
                if self._pending is None:  # the connection is gone
                    return None
        finally:
            limiter.end(tried)
        loop = asyncio.get_running_loop()
        admitted = await loop.run_in_executor(None, self._host.credentials.admit, code)
        if admitted is not None:
            limiter.accept(tried)
            return admitted
        delay = limiter.reject(tried)
        log.info("%s wrong code", self.address)
        if self._pending is not None:
            self._pending.wrong += 1
        await asyncio.sleep(delay)
        return None

    def session_requested(self) -> Any:
        """One channel for one session; a second is refused."""
        if self._used or self._admitted is None:
            log.info("%s refused: a second session", self.address)
            return False
        self._used = True
        channel: Any = self._conn.create_server_channel(encoding=None, window=limits.WINDOW)
        # asyncssh takes note of every variable a client sends; none is wanted.
        channel._process_env_request = lambda _packet: False
        return channel, ClientChannelSession(self._host, self, self._conn, self._admitted)

    def session_began(self) -> None:
        """The session has begun: this is no pending login any more."""
        self._end_login()


def _question(lead: str) -> Any:
    # Some clients break the line after the lead, and Dropbear's does not: so there is a space.
    return "", lead and f"{lead} ", "", [(PROMPT, True)]


class ClientChannelSession(asyncssh.SSHServerSession[bytes]):
    """Adapter from a channel of asyncssh to a ``ClientConnection``, once a shell is asked for."""

    def __init__(
        self, host: AuthHost, auth: AuthServer, connection: Connection, admitted: Admitted
    ) -> None:
        self._host = host
        self._auth = auth
        self._connection = connection
        self._admitted = admitted
        self._term: str | None = None
        self._size = (0, 0)
        self._client: ClientConnection | None = None

    def connection_made(self, chan: Any) -> None:
        """The channel is open."""
        self._channel = chan

    def pty_requested(self, term_type: str, term_size: Any, term_modes: Any) -> bool:  # noqa: ARG002
        """There is a terminal at the client's end."""
        self._term, self._size = term_type, (term_size[0], term_size[1])
        return True

    def terminal_size_changed(self, width: int, height: int, *_pixels: int) -> None:
        """The client's window has another size."""
        self._size = (width, height)
        if self._client is not None:
            self._client.resized(width, height)

    def shell_requested(self) -> bool:
        """The only thing there is: the session."""
        return True

    def exec_requested(self, command: str) -> bool:  # noqa: ARG002
        """No command of theirs is run here."""
        log.info("%s refused: a command", self._auth.address)
        return False

    def subsystem_requested(self, subsystem: str) -> bool:  # noqa: ARG002
        """No files are moved here, nor anything else."""
        log.info("%s refused: a subsystem", self._auth.address)
        return False

    def session_started(self) -> None:
        """The shell was granted: serve the client."""
        self._auth.session_began()
        self._client = ClientConnection(
            SshChannel(self._channel, self._connection),
            self._admitted,
            user=str(self._connection.get_extra_info("username", "")),
            address=self._auth.address,
            term=self._term,
            size=self._size,
        )
        self._host.serve_client(self._client)

    def data_received(self, data: bytes, datatype: Any) -> None:  # noqa: ARG002
        """The client sent something."""
        if self._client is not None:
            self._client.receive_data(data)

    def eof_received(self) -> bool:
        """The client sends no more; what is written still reaches it."""
        if self._client is not None:
            self._client.receive_eof()
        return True

    def connection_lost(self, exc: Exception | None) -> None:  # noqa: ARG002 - may hold words
        """The channel is closed, so the connection is, too."""
        if self._client is not None:
            self._client.lost()
        self._connection.close()
