"""A host with people at their screens, all on this machine, over real SSH.

async with a_host(folder) as host:
    seat = await host.joins("Asha")
    await seat.types("Nobody asked me.", until="Nobody")
"""

from __future__ import annotations

import asyncio
import os
import re
import signal
import sys
import time
from collections.abc import AsyncIterator
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from pathlib import Path
from typing import Any

import asyncssh

from tests.bench import machine
from tests.bench.emulator import Emulator
from tests.bench.program import LEFT_OUT, PATIENCE_SECONDS, ROOT, StuckError

CODE, FACILITATOR = "maple-otter-47", "lime-planet-stone-12"
KEY = re.compile(r"(?:[a-z]+-){4}\d{4}")
GLANCE_SECONDS, REST_GLANCES, REST_MS = 0.25, 12, 1.0
"""At rest: so little processor time at each of so many glances."""
LISTENING = re.compile(r"ssh -p (\d+) ")


class Guest(asyncssh.SSHClientSession[bytes]):
    """One line to the host, and what came over it."""

    def __init__(self, *, screen: bool) -> None:
        self.key = ""
        self.received = 0
        self.came_in = 0.0
        """Seconds from the first packet of the connection to the last text that was awaited."""
        self._screen = Emulator() if screen else None
        self._heard = b""
        self._news = asyncio.Event()
        self._began = time.perf_counter()
        self._channel: Any = None
        self._connection: Any = None

    def connection_made(self, chan: Any) -> None:
        """The channel is open."""
        self._channel = chan

    def data_received(self, data: bytes, datatype: Any) -> None:
        """More has come."""
        self.received += len(data)
        if self._screen is not None:
            self._screen.feed(data)
        else:
            self._heard += data
        self._news.set()

    def send(self, keys: str) -> None:
        """Type these, and forget what was heard before."""
        self._heard = b""
        self._channel.write(keys.encode())

    async def until(self, *texts: str) -> None:
        """Wait until one of these has come.

        Raises:
            StuckError: none did.
        """
        try:
            async with asyncio.timeout(PATIENCE_SECONDS):
                while not any(text in self.shown() for text in texts):
                    self._news.clear()
                    await self._news.wait()
        except TimeoutError:
            raise StuckError(f"never came: {texts}\n{self.shown()}") from None
        self.came_in = time.perf_counter() - self._began

    def shown(self) -> str:
        """All that stands on the screen, or was heard since the last line."""
        if self._screen is None:
            return self._heard.decode(errors="replace")
        return "\n".join(self._screen.lines())

    async def echo(self, key: str) -> tuple[float, int]:
        """Type one key: seconds until something came back, and how much in all."""
        before, sent = self.received, time.perf_counter()
        self.send(key)
        while self.received == before:
            self._news.clear()
            await self._news.wait()
        took = time.perf_counter() - sent
        await asyncio.sleep(max(0.0, 1 / 3 - took))
        return took, self.received - before

    def stop_reading(self) -> None:
        """Take nothing more from the line."""
        self._channel.pause_reading()

    def leave(self) -> None:
        """Drop the line."""
        self._connection.abort()


class Host:
    """A host in a process of its own."""

    def __init__(self, process: asyncio.subprocess.Process, port: int) -> None:
        self.pid = process.pid
        self.port = port

    async def connects(self, name: str, code: str = CODE, *, term: str | None = "xterm") -> Guest:
        """Somebody connects and is let in."""
        guest = Guest(screen=term is not None)
        connection = await asyncssh.connect(
            "127.0.0.1", self.port, username=name, password=code, known_hosts=None,
            client_keys=None, config=None, agent_path=None, preferred_auth=["password"],
        )  # fmt: skip
        guest._connection = connection
        await connection.create_session(
            lambda: guest, term_type=term, term_size=(80, 24), encoding=None
        )
        return guest

    async def joins(self, name: str) -> Guest:
        """Somebody connects, goes in, agrees, and sees the first card."""
        guest = await self.connects(name)
        await guest.until("go in")
        guest.send("\r")
        await guest.until("I agree")
        guest.send("\r")
        await guest.until("Notice", "You are in.")
        await guest.until("Your own key:")
        found = KEY.search(guest.shown())
        guest.key = found[0] if found else ""
        return guest

    async def returns(self, key: str) -> Guest:
        """Somebody comes back to their seat, and sees the card."""
        guest = await self.connects("P", key)
        await guest.until("Notice")
        guest.key = key
        return guest

    async def rests(self) -> None:
        """Wait until it does nothing: what it makes ready for those to come is ready.

        Raises:
            StuckError: it always does something.
        """
        quiet, end = 0, time.perf_counter() + PATIENCE_SECONDS
        while quiet < REST_GLANCES:
            before = self.processor_ms()
            await asyncio.sleep(GLANCE_SECONDS)
            quiet = quiet + 1 if self.processor_ms() - before < REST_MS else 0
            if time.perf_counter() > end:
                raise StuckError("the host does not come to rest")

    def memory_mb(self) -> float:
        """Its unshared memory now."""
        return machine.unshared_mb(self.pid)

    def processor_ms(self) -> float:
        """Its processor time so far."""
        return machine.processor_ms(self.pid)


def a_host(folder: Path) -> AbstractAsyncContextManager[Host]:
    """A headless host with a shipped deck, nobody there yet."""
    words = ("host", "home-from-hospital", "--headless", "--port", "0", "--turns", "60")
    codes = ("--code", CODE, "--facilitator-code", FACILITATOR)
    return _running("wshoes_tui", "--data", str(folder), *words, *codes)


def a_process_apiece(folder: Path) -> AbstractAsyncContextManager[Host]:
    """A host that starts a process for everybody who joins."""
    return _running("tests.bench.apiece", str(folder))


@asynccontextmanager
async def _running(module: str, *words: str) -> AsyncIterator[Host]:
    ours = {k: v for k, v in os.environ.items() if not k.startswith(LEFT_OUT)}
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-m", module, *words,
        stdin=asyncio.subprocess.DEVNULL,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.DEVNULL,
        env={**ours, "PYTHONPATH": str(ROOT), "LC_ALL": "C.UTF-8"},
    )  # fmt: skip
    try:
        assert process.stdout is not None
        async with asyncio.timeout(PATIENCE_SECONDS):
            first = (await process.stdout.readline()).decode()
        found = LISTENING.search(first)
        if found is None:
            raise StuckError(f"the host says {first!r}")
        yield Host(process, int(found[1]))
    finally:
        if process.returncode is None:
            process.send_signal(signal.SIGTERM)
            await process.wait()


class Facilitator:
    """The facilitator, in plain lines."""

    def __init__(self, guest: Guest) -> None:
        self._guest = guest

    @classmethod
    async def comes(cls, host: Host) -> Facilitator:
        """The facilitator is let in."""
        guest = await host.connects("jo", FACILITATOR, term=None)
        await guest.until("Question:")
        return cls(guest)

    async def says(self, line: str, until: str) -> None:
        """Type a line and wait for this answer."""
        self._guest.send(f"{line}\n")
        await self._guest.until(until)

    async def begins(self) -> None:
        """Through the opening to the first card."""
        await self.says("/go", "Step: 1")
        await self.says("/go", "Step: 2")
        await self.says("/go", "Step: 3")
        await self.says("/go", "Card:")
