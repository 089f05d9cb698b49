"""A host that gives everybody who joins a process of their own: what seats are compared with.

    python -m tests.bench.apiece DATA

The same server, door and codes as ``wshoes host``; behind them, in place of a seat in the
host's own process, ``tests.bench.alone`` on a terminal of its own.
"""

from __future__ import annotations

import asyncio
import fcntl
import os
import signal
import struct
import sys
import termios
from contextlib import suppress
from itertools import count
from pathlib import Path

from tests.bench.program import CHUNK
from wshoes_tui.host.client import ClientConnection
from wshoes_tui.host.credentials import Admitted
from wshoes_tui.host.host_files import host_key
from wshoes_tui.host.ssh_server import serve

numbers = count(1)


class Open:
    """Every code opens the door."""

    def admit(self, code: str) -> Admitted:
        """A seat."""
        return Admitted("seat")


async def hold(folder: Path) -> None:
    """Serve until told to end."""
    folder.mkdir(parents=True, exist_ok=True)

    async def receive(client: ClientConnection) -> None:
        own = folder / str(next(numbers))
        own.mkdir()
        await relay(client, own)

    server = await serve(Open(), receive, host_key(folder), port=0)
    print(f"ssh -p {server.port} NAME@127.0.0.1", flush=True)
    stop = asyncio.Event()
    asyncio.get_running_loop().add_signal_handler(signal.SIGTERM, stop.set)
    await stop.wait()
    await server.close()


async def relay(client: ClientConnection, data: Path) -> None:
    """Start a seat's process, and carry what is typed and shown between it and its caller."""
    loop = asyncio.get_running_loop()
    master, slave = os.openpty()
    size = struct.pack("HHHH", client.lines, client.columns, 0, 0)
    fcntl.ioctl(slave, termios.TIOCSWINSZ, size)
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "tests.bench.alone", str(data),
        stdin=slave, stdout=slave, stderr=slave, start_new_session=True,
        env={**os.environ, "TERM": client.term},
    )  # fmt: skip
    os.close(slave)

    def shown() -> None:
        try:
            client.write(os.read(master, CHUNK))
        except OSError:  # it has ended
            loop.remove_reader(master)

    loop.add_reader(master, shown)
    client.on_data = lambda data: os.write(master, data) and None
    await client.wait_gone()
    loop.remove_reader(master)
    with suppress(ProcessLookupError):
        process.kill()
    await process.wait()
    os.close(master)


if __name__ == "__main__":
    asyncio.run(hold(Path(sys.argv[1])))
