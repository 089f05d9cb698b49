"""Seats over real connections: OpenSSH's client and asyncssh's."""

from __future__ import annotations

import asyncio
import socket
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

import asyncssh
import pytest
from textual.widgets import Static

from tests.host.conftest import Start
from tests.host.guests import Host
from tests.host.lines import picture, until
from wshoes_tui import limits

LEFT = b"\x1b[?2004l\x1b[?7h\x1b[?1049l\x1b[?25h"


async def opened(connection: asyncssh.SSHClientConnection, **settings: Any) -> Any:
    """A seat on a terminal, and a task that reads what it shows into ``shown``."""
    process: Any = await connection.create_process(
        **{"term_type": "xterm-256color", "term_size": (70, 20), "encoding": None, **settings}
    )
    process.shown = b""

    async def read() -> None:
        while data := await process.stdout.read(65536):
            process.shown += data

    process.reading = asyncio.create_task(read())
    return process


async def test_somebody_with_ssh_writes_and_leaves(start: Start) -> None:
    host = await start()
    guest = await host.ssh("-tt", "asha@127.0.0.1")
    await guest.until(b"A seat")
    assert "80 by 24" in "\n".join(picture(guest.shown))
    guest.type("wI want my own bed, Siân.\r".encode())
    await until(lambda: "Got 24: I want my own" in "\n".join(picture(guest.shown)))
    guest.type(b"\x1b")
    await until(lambda: host.apps[0].focused is None)
    guest.type(b"q")
    assert await guest.end() == 0
    assert host.apps[0].handed_in == ["I want my own bed, Siân."]
    assert guest.shown.endswith(LEFT)


@pytest.mark.parametrize(("term", "screen"), [("dumb", False), ("vt100", True), ("", False)])
async def test_the_name_of_the_terminal_says_whether_there_is_a_screen(
    start: Start, term: str, screen: bool
) -> None:
    host = await start()
    async with host.connect() as connection:
        process = await connection.create_process(term_type=term, encoding=None)
        await until(lambda: host.clients)
        (client,) = host.clients
        assert client.has_screen is screen
        process.close()


async def test_the_window_is_followed(start: Start) -> None:
    host = await start()
    async with host.connect() as connection:
        seat = await opened(connection)
        await until(lambda: "70 by 20" in "\n".join(picture(seat.shown, (70, 20))))
        seat.change_terminal_size(50, 15)
        await until(lambda: "50 by 15" in "\n".join(picture(seat.shown, (70, 20))))


async def test_a_hundred_kilobytes_are_pasted(start: Start) -> None:
    words = ("Dŵr glân. " * 12_000).encode()[:100_000].decode(errors="ignore")
    host = await start()
    async with host.connect() as connection:
        seat = await opened(connection)
        await until(lambda: b"A seat" in seat.shown)
        seat.stdin.write(b"w")
        await until(lambda: host.apps[0].focused)
        seat.stdin.write(b"\x1b[200~" + words.encode() + b"\x1b[201~\r")
        await until(lambda: host.apps[0].handed_in)
        (got,) = host.apps[0].handed_in
        assert len(got) == len(words)
        assert got == words


async def test_bytes_that_are_no_letters_end_nothing(start: Start) -> None:
    host = await start()
    guest = await host.ssh("-tt", "127.0.0.1")
    await guest.until(b"A seat")
    guest.type(b"wa\xff\xfe\x80b\xc3\r")
    await until(lambda: host.apps[0].handed_in)
    assert host.apps[0].handed_in == ["a���b�"]
    await guest.leave()


async def test_a_flood_is_borne_and_the_seat_lives(start: Start) -> None:
    host = await start()
    async with host.connect() as flooding, host.connect() as calm:
        flood, other = await opened(flooding), await opened(calm)
        await until(lambda: b"A seat" in flood.shown and b"A seat" in other.shown)
        flood.stdin.write(b"\x1b[B\x1b[A" * 50_000)
        other.stdin.write(b"wwords\r")
        await until(lambda: any(app.handed_in == ["words"] for app in host.apps))
        assert all(len(client._early) <= limits.MOST_UNREAD for client in host.clients)
        assert len(host.server.clients) == 2


async def test_a_seat_that_fails_is_told_in_a_sentence(start: Start) -> None:
    host = await start()
    guest = await host.ssh("-tt", "127.0.0.1")
    await guest.until(b"A seat")
    guest.type(b"x")
    assert await guest.end() == 1
    tail = guest.shown[guest.shown.rindex(LEFT) + len(LEFT) :]
    assert tail.startswith(b"Something went wrong at this seat")
    assert b"secret" not in guest.shown + guest.complaints
    again = await host.ssh("-tt", "127.0.0.1")
    await again.until(b"A seat")
    await again.leave()


async def test_a_client_that_is_killed_leaves_its_words_behind(start: Start) -> None:
    host = await start()
    guest = await host.ssh("-tt", "127.0.0.1")
    await guest.until(b"A seat")
    guest.type(b"whalf a sen")
    await until(lambda: "half a sen" in "\n".join(picture(guest.shown)))
    await guest.leave()
    await until(lambda: not host.server.clients)
    assert host.apps[0].was_left


@asynccontextmanager
async def hard_of_hearing(host: Host) -> AsyncIterator[asyncssh.SSHClientConnection]:
    """A client whose system takes little before it has been read."""
    with socket.socket() as sock:
        sock.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
        sock.setblocking(False)
        address = ("127.0.0.1", host.server.port)
        await asyncio.get_running_loop().sock_connect(sock, address)
        async with asyncssh.connect(
            sock=sock,
            password=host.credentials.code,
            known_hosts=None,
            config=None,
            username="asha",
        ) as connection:
            yield connection


async def deafened(host: Host, connection: asyncssh.SSHClientConnection) -> tuple[Any, int]:
    """A seat whose client stops reading while its card changes; the most that was queued."""
    seat = await opened(connection, term_size=(200, 60))
    await until(lambda: b"A seat" in seat.shown)
    sending: Any = connection
    sending._transport.pause_reading()
    app, client = host.apps[0], host.clients[0]
    card = app.screen.query_one("#card", Static)
    most = 0
    for number in range(100_000):
        card.update("".join(chr(0x21 + (number * 7 + place) % 90) for place in range(9000)))
        await asyncio.sleep(0)
        await until(lambda: app._message_queue.empty())
        most = max(most, client.queued)
        if app._batch_count:
            break
    assert app._batch_count
    for _update in range(50):
        card.update("More of it.")
        await asyncio.sleep(0.001)
        most = max(most, client.queued)
    return seat, most


async def test_a_client_that_stops_reading_costs_little_and_catches_up(start: Start) -> None:
    host = await start()
    async with hard_of_hearing(host) as connection:
        seat, most = await deafened(host, connection)
        assert most < 4 * limits.MOST_QUEUED
        so_far = len(seat.shown)
        sending: Any = connection
        sending._transport.resume_reading()
        await until(lambda: host.apps[0]._batch_count == 0)
        await until(lambda: b"More of it." in seat.shown[so_far:])
        assert "A seat" in "\n".join(picture(seat.shown, (200, 60)))


async def test_a_client_that_never_reads_again_is_let_go(
    start: Start, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(limits, "CLOGGED_SECONDS", 0.1)
    host = await start()
    async with hard_of_hearing(host) as connection:
        await deafened(host, connection)
        await until(lambda: not host.server.clients)
        assert host.apps[0].was_left


async def test_the_end_of_hosting_is_said_at_every_seat(start: Start) -> None:
    host = await start()
    guests = [await host.ssh("-tt", "127.0.0.1") for _ in range(3)]
    for guest in guests:
        await guest.until(b"A seat")
    await host.server.close("The host has ended.")
    for guest in guests:
        assert await guest.end() == 0
        assert guest.shown.endswith(LEFT + b"The host has ended.\r\n")
    assert all(app.was_left for app in host.apps)
