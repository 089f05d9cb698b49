"""One connection: asked for a code, given one channel, refused everything else.

What asyncssh's ``SSHServer`` does not allow unless a server says so stays as it is there:
commands, subsystems, forwarding in every form. The tests ask for each.
"""

from __future__ import annotations

import asyncio
from time import monotonic
from typing import TYPE_CHECKING, Any

import asyncssh

from wshoes_tui.host import codes
from wshoes_tui.host.client import ClientConnection, Connection, SshChannel
from wshoes_tui.host.credentials import Admitted
from wshoes_tui.host.host_log import log
from wshoes_tui.host.login_limiter import PendingLogin
from wshoes_tui.limits import LOGIN_SECONDS, MOST_TRIES, WINDOW
from wshoes_tui.locale import _

if TYPE_CHECKING:
    from wshoes_tui.host.ssh_server import SshServer

PROMPT = "Code: "
NO_MORE = asyncssh.DISC_NO_MORE_AUTH_METHODS_AVAILABLE
LOOK_AGAIN_SECONDS = 0.2
"""Where no more codes may be looked at just now, before that is asked again."""


class AuthServer(asyncssh.SSHServer):
    """Stands at the door for one connection."""

    def __init__(self, host: SshServer) -> None:
        self._host = host
        self._visit: PendingLogin | None = None
        self._admitted: Admitted | None = None
        self._tries = 0
        self._used = False
        self._late: asyncio.TimerHandle | None = None

    def connection_made(self, conn: Connection) -> None:
        """Somebody is at the door."""
        self._conn = conn
        self._came = monotonic()
        self.address = str(conn.get_extra_info("peername", ("",))[0])
        self._visit = self._host.door.arrive(self.address, self._forgotten)

    def _forgotten(self) -> None:
        log.info("%s let go: too many at the door", self.address)
        self._conn.abort()

    def connection_lost(self, exc: Exception | None) -> None:  # noqa: ARG002 - may hold words
        """They are gone, in or not."""
        self._leave_door()

    def _leave_door(self) -> None:
        if self._visit is not None:
            self._host.door.leave(self._visit)
            self._visit = None
        if self._late is not None:
            self._late.cancel()
            self._late = None

    def begin_auth(self, username: str) -> bool:  # noqa: ARG002 - a suggestion, no more
        """Everybody needs a code."""
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
        """The question; what is typed may be seen, it stands on the wall."""
        return _question("")

    async def validate_kbdint_response(self, username: str, responses: Any) -> Any:  # noqa: ARG002
        """Whether the answer is a code; if not, the question once more in the same exchange."""
        if len(responses) != 1:
            return False
        typed = responses[0]
        if await self._try(typed):
            return True
        if self._tries >= MOST_TRIES:
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
        admitted = await self._looked_up(code) if code.strip() else None
        if admitted is None:
            if self._tries >= MOST_TRIES:
                self._conn.disconnect(NO_MORE, _("No code was right. Ask for it, and come again."))
            return False
        self._admitted = admitted
        self._late = asyncio.get_running_loop().call_later(LOGIN_SECONDS, self._conn.abort)
        log.info("%s let in: %s", self.address, admitted.kind)
        return True

    async def _looked_up(self, code: str) -> Admitted | None:
        """What the code opens. A right one is answered at once, a wrong one when it is due."""
        limiter = self._host.limiter
        tried = limiter.begin_attempt(self.address, self._came, is_key=codes.is_seat_code(code))
        try:
            while not limiter.may_look(tried):
                await asyncio.sleep(LOOK_AGAIN_SECONDS)
                if self._visit is None:  # they are gone, or were let go
                    return None
        finally:
            limiter.end(tried)
        loop = asyncio.get_running_loop()
        admitted = await loop.run_in_executor(None, self._host.book.admit, code)
        delay = 0.0
        if admitted is None:
            delay = limiter.wrong(tried)
        else:
            limiter.right(tried)
        if admitted is None:
            log.info("%s wrong code", self.address)
            if self._visit is not None:
                self._visit.wrong += 1
            await asyncio.sleep(delay)
        return admitted

    def session_requested(self) -> Any:
        """The channel, once."""
        if self._used or self._admitted is None:
            log.info("%s refused: a second session", self.address)
            return False
        self._used = True
        channel: Any = self._conn.create_server_channel(encoding=None, window=WINDOW)
        # asyncssh takes note of every variable a client sends; none is wanted.
        channel._process_env_request = _no
        return channel, ClientChannelSession(self._host, self, self._conn, self._admitted)

    def seated(self) -> None:
        """They have a place now."""
        self._leave_door()


def _question(lead: str) -> Any:
    # Some clients break the line after the lead, and Dropbear's does not: so there is a space.
    return "", lead and f"{lead} ", "", [(PROMPT, True)]


def _no(_packet: object) -> bool:
    return False


class ClientChannelSession(asyncssh.SSHServerSession[bytes]):
    """The channel of somebody who was let in, until it has become a ``ClientConnection``."""

    def __init__(
        self, host: SshServer, porter: AuthServer, connection: Connection, admitted: Admitted
    ) -> None:
        self._host = host
        self._porter = porter
        self._connection = connection
        self._admitted = admitted
        self._term: str | None = None
        self._size = (0, 0)
        self._caller: ClientConnection | None = None

    def connection_made(self, chan: Any) -> None:
        """The channel is open."""
        self._channel = chan

    def pty_requested(self, term_type: str, term_size: Any, term_modes: Any) -> bool:  # noqa: ARG002
        """There is a terminal at the other end."""
        self._term, self._size = term_type, (term_size[0], term_size[1])
        return True

    def terminal_size_changed(
        self,
        width: int,
        height: int,
        pixwidth: int,  # noqa: ARG002
        pixheight: int,  # noqa: ARG002
    ) -> None:
        """Their window has another size."""
        self._size = (width, height)
        if self._caller is not None:
            self._caller.resized(width, height)

    def shell_requested(self) -> bool:
        """The only thing there is: the session."""
        return True

    def exec_requested(self, command: str) -> bool:  # noqa: ARG002
        """No command of theirs is run here."""
        log.info("%s refused: a command", self._porter.address)
        return False

    def subsystem_requested(self, subsystem: str) -> bool:  # noqa: ARG002
        """No files are moved here, nor anything else."""
        log.info("%s refused: a subsystem", self._porter.address)
        return False

    def session_started(self) -> None:
        """They may be served."""
        self._porter.seated()
        self._caller = ClientConnection(
            SshChannel(self._channel, self._connection),
            self._admitted,
            user=str(self._connection.get_extra_info("username", "")),
            address=self._porter.address,
            term=self._term,
            size=self._size,
        )
        self._host.seat(self._caller)

    def data_received(self, data: bytes, datatype: Any) -> None:  # noqa: ARG002
        """They sent something."""
        if self._caller is not None:
            self._caller.heard(data)

    def eof_received(self) -> bool:
        """They will send no more; in line mode what they are told still reaches them."""
        if self._caller is not None:
            self._caller.heard_all()
        return True

    def connection_lost(self, exc: Exception | None) -> None:  # noqa: ARG002 - may hold words
        """The channel is closed, and with it all there was to the connection."""
        if self._caller is not None:
            self._caller.lost()
        self._connection.close()
