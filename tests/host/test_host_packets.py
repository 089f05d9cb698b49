"""Nothing is sent that carries nothing."""

from __future__ import annotations

from typing import Any

import pytest
from asyncssh.connection import SSHConnection
from asyncssh.constants import MSG_IGNORE

from wshoes_tui.host import ssh_server
from wshoes_tui.host.ssh_server import CIPHERS


@pytest.fixture
def sent(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """The kinds of the packets that would go out."""
    kinds: list[int] = []
    monkeypatch.setattr(
        SSHConnection, "send_packet", lambda _line, kind, *_parts, **_known: kinds.append(kind)
    )
    ssh_server.send_no_empty_packets()
    return kinds


def test_a_packet_is_sent_alone(sent: list[int]) -> None:
    line: Any = SSHConnection.__new__(SSHConnection)
    line.send_packet(MSG_IGNORE, b"")
    line.send_packet(94, b"a letter")
    assert sent == [94]


def test_no_cipher_chains_one_packet_to_the_next() -> None:
    assert not [cipher for cipher in CIPHERS if "cbc" in cipher]
