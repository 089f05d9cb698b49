"""Nothing but the session: every other thing SSH can do is asked for, and denied."""

from __future__ import annotations

import asyncio
import socket
from typing import Any

import asyncssh
import pytest

from tests.host.conftest import Start
from tests.host.guests import Host
from tests.host.lines import PATIENCE_SECONDS, until
from wshoes_tui.host.client import ClientConnection


async def stay(client: ClientConnection) -> None:
    """Keep the line until it is gone."""
    gone = asyncio.Event()
    client.on_lost = gone.set
    client.write("In.\n")
    await gone.wait()


async def test_no_command_is_run(start: Start) -> None:
    host = await start()
    guest = await host.ssh("-T", "127.0.0.1", "id")
    assert await guest.end() != 0
    assert not guest.shown
    assert not host.clients


async def test_no_subsystem(start: Start) -> None:
    host = await start()
    guest = await host.ssh("-T", "-s", "127.0.0.1", "netconf")
    assert await guest.end() != 0
    assert not host.clients


@pytest.mark.parametrize("program", ["/usr/bin/sftp", "/usr/bin/scp"])
@pytest.mark.parametrize("old", [True, False])
async def test_no_files_are_moved(start: Start, program: str, old: bool) -> None:
    host = await start()
    there, here = "asha@127.0.0.1:/etc/hostname", str(host.folder / "got")
    first = ("-O",) if old and program.endswith("scp") else ()
    guest = await host.ssh(*first, there, here, program=program)
    assert await guest.end() != 0
    assert not (host.folder / "got").exists()
    assert not host.clients


def a_port() -> socket.socket:
    """A port of this machine, listened on: something to be forwarded to."""
    listening = socket.create_server(("127.0.0.1", 0))
    listening.setblocking(False)
    return listening


async def test_no_forwarding_from_there(start: Start) -> None:
    host = await start(stay)
    with a_port() as target:
        port = target.getsockname()[1]
        async with host.connect() as connection:
            with pytest.raises(asyncssh.ChannelOpenError):
                await connection.open_connection("127.0.0.1", port)
            with pytest.raises(asyncssh.ChannelOpenError):
                await connection.open_unix_connection(str(host.folder / "sock"))
        with pytest.raises(BlockingIOError):
            target.accept()


async def test_ssh_forwards_nothing_with_its_own_options(start: Start) -> None:
    host = await start(stay)
    with a_port() as target:
        port = target.getsockname()[1]
        guest = await host.ssh("-T", "-W", f"127.0.0.1:{port}", "127.0.0.1")
        assert await guest.end() != 0
        assert b"refused" in guest.complaints.lower()
        with pytest.raises(BlockingIOError):
            target.accept()


@pytest.mark.parametrize("way", ["-R", "-R socket"])
async def test_no_listening_here_for_somebody_there(start: Start, way: str) -> None:
    host = await start(stay)
    where = "0" if way == "-R" else str(host.folder / "listening")
    guest = await host.ssh(
        "-T", "-o", "ExitOnForwardFailure=yes", "-R", f"{where}:127.0.0.1:9", "127.0.0.1"
    )
    assert await guest.end() != 0
    assert b"forwarding failed" in guest.complaints
    assert not (host.folder / "listening").exists()


async def test_no_dynamic_forwarding(start: Start) -> None:
    host = await start(stay)
    with a_port() as target:
        async with host.connect() as connection:
            socks = await connection.forward_socks("127.0.0.1", 0)
            reader, writer = await asyncio.open_connection("127.0.0.1", socks.get_port())
            writer.write(b"\x05\x01\x00")
            await reader.readexactly(2)
            port = target.getsockname()[1].to_bytes(2, "big")
            writer.write(b"\x05\x01\x00\x01\x7f\x00\x00\x01" + port)
            await asyncio.wait_for(reader.read(), PATIENCE_SECONDS)
            writer.close()
            socks.close()
        with pytest.raises(BlockingIOError):
            target.accept()


@pytest.mark.parametrize("kind", ["create_tun", "create_tap"])
async def test_no_network_interface(start: Start, kind: str) -> None:
    host = await start(stay)
    async with host.connect() as connection:
        with pytest.raises(asyncssh.ChannelOpenError):
            await getattr(connection, kind)(asyncssh.SSHTunTapSession, 1)


async def requested(host: Host, name: bytes, *args: bytes) -> bool:
    """Whether a request on a channel that is open is granted."""
    async with host.connect() as connection:
        process = await connection.create_process()
        await process.stdout.readline()
        channel: Any = process.channel
        return bool(await channel._make_request(name, *args))


async def test_no_agent_no_x11_no_environment_nothing_unknown(start: Start) -> None:
    host = await start(stay)
    from asyncssh.packet import Boolean, String, UInt32

    assert not await requested(host, b"auth-agent-req@openssh.com")
    assert not await requested(
        host, b"x11-req", Boolean(False), String("MIT-MAGIC-COOKIE-1"), String("00"), UInt32(0)
    )
    assert not await requested(host, b"env", String("LANG"), String("cy_GB.UTF-8"))
    assert not await requested(host, b"shell")
    assert not await requested(host, b"exec", String("id"))
    assert not await requested(host, b"subsystem", String("sftp"))
    assert not await requested(host, b"something-new@example.org")


async def test_variables_that_ssh_sends_reach_nobody(start: Start) -> None:
    host = await start(stay)
    guest = await host.ssh("-T", "-o", "SetEnv=NO_COLOR=1 LANG=cy_GB", "127.0.0.1")
    await guest.until(b"In.")
    (client,) = host.clients
    line: Any = client._channel
    assert not line._channel.get_environment()
    await guest.leave()


async def test_no_second_session_on_a_connection(start: Start) -> None:
    host = await start(stay)
    control = str(host.folder / "control")
    first = await host.ssh("-T", "-M", "-S", control, "127.0.0.1")
    await first.until(b"In.")
    # It would try a connection of its own instead.
    second = await host.ssh("-T", "-S", control, "-o", "ProxyCommand=/bin/false", "127.0.0.1")
    assert await second.end() != 0
    assert not second.shown
    await first.leave()
    async with host.connect() as connection:
        await connection.create_process()
        with pytest.raises(asyncssh.ChannelOpenError):
            await connection.create_process()
    await until(lambda: not host.server.clients)
    assert len(host.clients) == 2
