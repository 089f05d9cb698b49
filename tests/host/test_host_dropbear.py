"""Dropbear's client joins: it is what routers, small boards and some phones have."""

from __future__ import annotations

import asyncio
import os
import shutil

import pytest

from tests.host.conftest import Start
from tests.host.lines import PATIENCE_SECONDS
from wshoes_tui.host import ssh_server

KEY_EXCHANGES_OF_DROPBEAR = ("curve25519-sha256", "curve25519-sha256@libssh.org")
"""Whichever comes first in its list is what it begins with by a guess."""


def test_what_it_begins_with_is_offered_first() -> None:
    assert ssh_server.KEY_EXCHANGES[0] == KEY_EXCHANGES_OF_DROPBEAR[0]
    assert "mlkem768x25519-sha256" in ssh_server.KEY_EXCHANGES, "for all who know it"
    assert ssh_server._known(ssh_server.KEY_EXCHANGES)[0] == KEY_EXCHANGES_OF_DROPBEAR[0]


@pytest.mark.skipif(shutil.which("dbclient") is None, reason="needs the client of Dropbear")
async def test_it_joins(start: Start) -> None:
    host = await start()
    process = await asyncio.create_subprocess_exec(
        "dbclient", "-y", "-y", "-T", "-p", str(host.server.port), "Mary Ann@127.0.0.1",
        env={"PATH": os.environ["PATH"], "HOME": str(host.folder)},
        stdin=asyncio.subprocess.PIPE,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.PIPE,
    )  # fmt: skip
    typed = f"maple otter\n{host.credentials.code.upper()} \n".encode()
    shown, complaints = await asyncio.wait_for(process.communicate(typed), PATIENCE_SECONDS)
    assert b"That is not it. It looks like" in complaints
    assert b"Welcome." in shown, complaints
    assert [client.user for client in host.clients] == ["Mary Ann"]
