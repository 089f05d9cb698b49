"""A host on this machine alone, with the folder and the loop of the test."""

from __future__ import annotations

import logging
import sys
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from pathlib import Path

import pytest
from pytest_socket import enable_socket, socket_allow_hosts

from tests.host.guests import Host
from wshoes_tui.host.client import ClientConnection


@pytest.fixture(autouse=True)
def _loopback_only(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("NO_COLOR", "SSH_AUTH_SOCK", "DISPLAY", "WSHOES_DATA"):
        monkeypatch.delenv(name, raising=False)
    enable_socket()
    socket_allow_hosts(["127.0.0.1", "::1"])


@pytest.fixture(autouse=True)
def _streams_left_as_they_were() -> Iterator[None]:
    before = sys.stdout, sys.stderr
    yield
    sys.stdout, sys.stderr = before


@pytest.fixture
def noted(caplog: pytest.LogCaptureFixture) -> pytest.LogCaptureFixture:
    """All that any log gets to hold."""
    caplog.set_level(logging.DEBUG, logger="")
    caplog.set_level(logging.INFO, logger="wshoes.host")
    return caplog


Start = Callable[..., Awaitable[Host]]


@pytest.fixture
async def start(tmp_path: Path) -> AsyncIterator[Start]:
    """Starts a host; whatever is started ends with the test."""
    hosts: list[Host] = []

    async def begin(
        receive: Callable[[ClientConnection], Awaitable[None]] | None = None, **settings: object
    ) -> Host:
        host = await Host.begin(tmp_path / f"data{len(hosts)}", receive, **settings)
        hosts.append(host)
        return host

    yield begin
    for host in hosts:
        await host.server.close()
