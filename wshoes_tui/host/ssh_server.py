"""SSH server of a host: listens, serves the clients that have logged in, and ends them."""

from __future__ import annotations

import asyncio
import socket
from collections.abc import Awaitable, Callable
from contextlib import suppress
from contextvars import Context
from ipaddress import ip_address
from time import monotonic
from typing import Any

import asyncssh

from wshoes_tui import limits
from wshoes_tui.domain.text import one_line
from wshoes_tui.errors import WshoesError, place_of_error
from wshoes_tui.host import codes
from wshoes_tui.host.auth_server import AuthServer
from wshoes_tui.host.client import ClientConnection
from wshoes_tui.host.credentials import Credentials
from wshoes_tui.host.host_process import log, note_fault, silence_asyncssh
from wshoes_tui.host.login_limiter import ConnectionLimiter, LoginLimiter
from wshoes_tui.locale import N_, _
from wshoes_tui.locale.phrases import NOTHING_CHANGED, system_reason
from wshoes_tui.tui.textual_patches import fits

LOOPBACK = "127.0.0.1"
PORT = 8022
BACKLOG = 128
OUTLIVING_SECONDS = 3 * limits.LEAVING_SECONDS
"""How long a client may be served after its connection is gone."""

KEY_EXCHANGES = (
    "curve25519-sha256",
    "mlkem768x25519-sha256",
    "curve25519-sha256@libssh.org",
    "ecdh-sha2-nistp256",
    "ecdh-sha2-nistp384",
    "ecdh-sha2-nistp521",
)
"""The first is the one that Dropbear's client begins with before it knows what is offered here.
asyncssh takes what it has sent by then for another one, unless both put the same first.
"""
CIPHERS = (
    "chacha20-poly1305@openssh.com",
    "aes256-gcm@openssh.com",
    "aes128-gcm@openssh.com",
    "aes256-ctr",
    "aes128-ctr",
)
"""None that chains packets: see ``send_no_empty_packets``."""
MACS = (
    "hmac-sha2-256-etm@openssh.com",
    "hmac-sha2-512-etm@openssh.com",
    "hmac-sha2-256",
    "hmac-sha2-512",
)

Receive = Callable[[ClientConnection], Awaitable[None]]


class SshServer:
    """A server that listens, and its clients. Made by ``serve``."""

    def __init__(
        self,
        credentials: Credentials,
        receive: Receive,
        connections: ConnectionLimiter,
        idle_seconds: float,
    ) -> None:
        self.credentials = credentials
        self.connections = connections
        self.limiter = LoginLimiter(monotonic)
        self._example = ""
        self.address = ""
        self.port = 0
        self.clients: set[ClientConnection] = set()
        self._receive = receive
        self._idle_seconds = idle_seconds
        self._serving: set[asyncio.Task[None]] = set()
        self._acceptor: asyncssh.SSHAcceptor | None = None
        self._loop = asyncio.get_running_loop()
        self._handler_before = self._loop.get_exception_handler()

    async def listen(self, bind: str, port: int, key: asyncssh.SSHKey) -> None:
        """Begin to listen. WshoesError where the address cannot be used."""
        silence_asyncssh()
        send_no_empty_packets()
        sock = _listening(bind, port)
        self.address, self.port = sock.getsockname()[:2]
        self._loop.set_exception_handler(note_fault)
        self._acceptor = await asyncssh.listen(
            sock=sock,
            backlog=BACKLOG,
            config=None,
            server_factory=lambda: AuthServer(self),
            server_host_keys=[key],
            public_key_auth=False,
            host_based_auth=False,
            gss_host=None,
            kbdint_auth=True,
            password_auth=True,
            encoding=None,
            line_editor=False,
            x11_forwarding=False,
            agent_forwarding=False,
            sftp_factory=None,
            allow_scp=False,
            rdns_lookup=False,
            login_timeout=limits.LOGIN_SECONDS,
            keepalive_interval=limits.KEEPALIVE_SECONDS,
            keepalive_count_max=limits.KEEPALIVES,
            compression_algs=["none"],
            kex_algs=_known(KEY_EXCHANGES),
            encryption_algs=list(CIPHERS),
            mac_algs=list(MACS),
        )
        log.info("listening on %s port %s", self.address, self.port)

    @property
    def example(self) -> str:
        """A random code that opens nothing, to show what one looks like.

        Empty where the host was given a code of another form.
        """
        known = self.credentials
        real = {"seat": known.code, "facilitator": known.facilitator_code}
        if not codes.is_session_code(real["seat"]):
            return ""
        if not self._example or codes.match_code(self._example, real):
            self._example = codes.example_code(*real.values())
        return self._example

    def serve_client(self, client: ClientConnection) -> None:
        """Serve a client that has logged in, if there is a place."""
        kind = client.admitted.kind
        if not self.connections.take_place(kind):
            log.info("%s refused: no place for a %s", client.address, kind)
            client.hang_up(N_("Every seat here is taken."), 1)
            return
        self.clients.add(client)
        # In a context of its own: no client may get the language or the app of another.
        own = Context()
        serving = self._loop.create_task(self._serve(client), context=own)
        watching = self._loop.create_task(self._watch(client, serving), context=own)
        self._serving.add(serving)
        serving.add_done_callback(self._serving.discard)
        serving.add_done_callback(lambda _: watching.cancel())

    async def _serve(self, client: ClientConnection) -> None:
        status = 1
        try:
            await self._receive(client)
            status = 0
        except Exception as error:  # noqa: BLE001 - one seat's error is not the others'
            log.error("%s fault: %s", client.address, place_of_error(error))
        finally:
            log.info("%s left: %s", client.address, client.admitted.kind)
            self.clients.discard(client)
            self.connections.free_place(client.admitted.kind)
            client.on_data = client.on_resize = client.on_end = client.on_lost = None
            client.hang_up("" if status == 0 else SORRY, status)

    async def _watch(self, client: ClientConnection, serving: asyncio.Task[None]) -> None:
        """Hang up on a participant who is idle for hours; cancel what outlives its connection."""
        while not client.gone:
            rest: float | None = None
            if client.admitted.kind not in ("facilitator", "wall"):
                rest = client.last_heard + self._idle_seconds - monotonic()
                if rest <= 0:
                    log.info("%s let go: idle", client.address)
                    client.hang_up(N_("Nothing was typed here for hours, so the line was closed."))
                    break
            with suppress(TimeoutError):
                await asyncio.wait_for(client.wait_gone(), rest)
        await asyncio.sleep(OUTLIVING_SECONDS)
        log.error("%s fault: still served with no line", client.address)
        serving.cancel()

    async def close(self, sentence: str = "") -> None:
        """Stop listening, hang up on all clients with a sentence, and wait until they are gone."""
        if self._acceptor is not None:
            self._acceptor.close()
        self.connections.clear()
        for client in list(self.clients):
            client.hang_up(sentence)
        if self._serving:
            _done, late = await asyncio.wait(self._serving, timeout=OUTLIVING_SECONDS)
            for task in late:
                task.cancel()
        if self._acceptor is not None:
            await self._acceptor.wait_closed()
        self._loop.set_exception_handler(self._handler_before)
        log.info("closed")


def send_no_empty_packets() -> None:
    """Have all connections of this process send no packet that is to be ignored.

    asyncssh sends one before each that holds something. That guards ciphers which chain packets,
    and none of these is offered here; on a poor line it is as long as a letter.
    """
    if not fits("packets"):
        return
    from asyncssh.connection import SSHConnection
    from asyncssh.constants import MSG_IGNORE

    connections: Any = SSHConnection
    stock = connections.send_packet
    if getattr(stock, "sends_no_empty_ones", False):
        return

    def send_packet(connection: Any, kind: int, *parts: bytes, **known: Any) -> None:
        if kind != MSG_IGNORE:
            stock(connection, kind, *parts, **known)

    send_packet.sends_no_empty_ones = True  # type: ignore[attr-defined]
    connections.send_packet = send_packet


SORRY = N_("Something went wrong at this seat, and its line was closed. What was saved is kept.")


async def serve(
    credentials: Credentials,
    receive: Receive,
    key: asyncssh.SSHKey,
    *,
    bind: str = LOOPBACK,
    port: int = PORT,
    seats: int = limits.MOST_SEATS,
    idle_seconds: float = limits.IDLE_SECONDS,
) -> SshServer:
    """Listen, and serve everybody with a right code until the server is closed.

    Args:
        receive: serves a client that has logged in; when it returns the connection ends.
        port: 0 for any that is free.
        seats: participants at one time.
        idle_seconds: after so long without a key pressed a participant is hung up on.

    Raises:
        WshoesError: the address is not valid, or taken, or may not be used.
    """
    server = SshServer(credentials, receive, ConnectionLimiter(seats=seats), idle_seconds)
    await server.listen(bind, port, key)
    return server


def _known(wanted: tuple[str, ...]) -> list[str]:
    """Those of these key exchanges that this installation of asyncssh supports."""
    from asyncssh.kex import get_kex_algs

    known = set(get_kex_algs())
    return [name for name in wanted if name.encode() in known]


def _listening(bind: str, port: int) -> socket.socket:
    try:
        family = socket.AF_INET6 if ip_address(bind).version == 6 else socket.AF_INET
    except ValueError:
        raise WshoesError(
            _('"{address}" is no address to listen on.', address=one_line(bind)),
            todo=_("Give one such as 0.0.0.0 or 192.168.1.20."),
        ) from None
    sock = socket.socket(family, socket.SOCK_STREAM)
    try:
        sock.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        if family == socket.AF_INET6:  # "::" is for all, also those without IPv6
            sock.setsockopt(socket.IPPROTO_IPV6, socket.IPV6_V6ONLY, 0)
        # Small: what the system holds for somebody who reads nothing cannot be taken back.
        sock.setsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF, limits.SOCKET_BUFFER)
        sock.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, limits.SOCKET_BUFFER)
        sock.bind((bind, port))
    except (OSError, OverflowError) as error:
        sock.close()
        what = _(
            "Nobody could be let in at {bind} port {port} ({reason}).",
            bind=bind,
            port=port,
            reason=system_reason(error),
        )
        raise WshoesError(
            what,
            kept=_(NOTHING_CHANGED),
            todo=_("Choose another one with --bind and --port."),
        ) from None
    return sock
