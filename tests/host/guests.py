"""People who come with the programs they have: ssh, sftp, scp, and a client of asyncssh."""

from __future__ import annotations

import asyncio
import os
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Self

import asyncssh
import pytest

from tests.host.lines import PATIENCE_SECONDS, until
from tests.host.seat import SeatApp
from wshoes_tui.host.client import ClientConnection
from wshoes_tui.host.credentials import Credentials
from wshoes_tui.host.host_files import host_key
from wshoes_tui.host.seat_runner import run_seat_app
from wshoes_tui.host.ssh_server import SshServer, serve

SSH = "/usr/bin/ssh"
OPTIONS = (
    "-F", "/dev/null",
    "-o", "StrictHostKeyChecking=no",
    "-o", "UserKnownHostsFile=/dev/null",
    "-o", "NumberOfPasswordPrompts=1",
    "-o", "LogLevel=INFO",
)  # fmt: skip


@dataclass
class Host:
    """A host, and all who came."""

    server: SshServer
    credentials: Credentials
    folder: Path
    clients: list[ClientConnection] = field(default_factory=list)
    apps: list[SeatApp] = field(default_factory=list)

    @classmethod
    async def begin(
        cls,
        folder: Path,
        receive: Callable[[ClientConnection], Awaitable[None]] | None = None,
        **settings: Any,
    ) -> Self:
        folder.mkdir(mode=0o700)
        credentials = Credentials(folder / "host")
        credentials.belong_to("one")
        key = host_key(folder / "host")

        async def note(client: ClientConnection) -> None:
            host.clients.append(client)
            await (receive or host.seat)(client)

        server = await serve(credentials, note, key, port=0, **settings)
        host = cls(server, credentials, folder)
        return host

    async def seat(self, client: ClientConnection) -> None:
        """A seat where there is a screen, a greeting where there is none."""
        if client.has_screen:
            app = SeatApp(client)
            self.apps.append(app)
            await run_seat_app(app, client)
        else:
            client.write("Welcome.\n")

    async def ssh(self, *args: str, code: str | None = None, program: str = SSH) -> Guest:
        """Somebody with OpenSSH's client, who answers every question with the code."""
        if not Path(program).exists():
            pytest.skip("needs the client of OpenSSH")
        ask = self.folder / "ask"
        if not ask.exists():
            ask.write_text('#!/bin/sh\nprintf "%s\\n" "$WSHOES_TEST_CODE"\n')
            ask.chmod(0o700)
        env = {
            "PATH": os.environ["PATH"],
            "HOME": str(self.folder),
            "TERM": "xterm-256color",
            "LC_ALL": "C.UTF-8",
            "SSH_ASKPASS": str(ask),
            "SSH_ASKPASS_REQUIRE": "force",
            "WSHOES_TEST_CODE": self.credentials.code if code is None else code,
        }
        port = "-p" if program == SSH else "-P"
        process = await asyncio.create_subprocess_exec(
            program, *OPTIONS, port, str(self.server.port), *args,
            env=env, start_new_session=True,
            stdin=asyncio.subprocess.PIPE,
            stdout=asyncio.subprocess.PIPE,
            stderr=asyncio.subprocess.PIPE,
        )  # fmt: skip
        return Guest(process)

    def connect(self, code: str | None = None, **settings: Any) -> Any:
        """Somebody with asyncssh's client."""
        given = {
            "username": "asha",
            "password": self.credentials.code if code is None else code,
            "known_hosts": None,
            "config": None,
            "client_keys": None,
            "agent_path": None,
            **settings,
        }
        return asyncssh.connect("127.0.0.1", self.server.port, **given)


class Guest:
    """A running client and what it has shown."""

    def __init__(self, process: asyncio.subprocess.Process) -> None:
        self.process = process
        self.shown = b""
        self.complaints = b""
        self._readers = [
            asyncio.create_task(self._read("shown", process.stdout)),
            asyncio.create_task(self._read("complaints", process.stderr)),
        ]

    async def _read(self, name: str, stream: asyncio.StreamReader | None) -> None:
        assert stream is not None
        while data := await stream.read(65536):
            setattr(self, name, getattr(self, name) + data)

    async def until(self, wanted: bytes) -> None:
        """Wait until this was shown."""
        await until(lambda: wanted in self.shown, f"{wanted!r} in {self.shown!r}")

    def type(self, keys: bytes) -> None:
        """Send this."""
        assert self.process.stdin is not None
        self.process.stdin.write(keys)

    async def end(self) -> int:
        """See the client end. Returns its exit status."""
        status = await asyncio.wait_for(self.process.wait(), PATIENCE_SECONDS)
        await asyncio.wait(self._readers)
        return status

    async def leave(self) -> None:
        """Be gone without a word."""
        if self.process.returncode is None:
            self.process.kill()
        await self.end()
