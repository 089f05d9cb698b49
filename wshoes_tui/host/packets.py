"""Sends what there is to send, and nothing before it.

asyncssh puts an empty packet before each that carries something. It stands against an attack on
ciphers that chain each packet to the one before (RFC 4251, 9.3.1), and of those the host offers
none does. For a letter it is as much work, and as much to send, as the letter. Rests on names
that asyncssh keeps to itself.
"""

from __future__ import annotations

from typing import Any

from asyncssh.connection import SSHConnection
from asyncssh.constants import MSG_IGNORE


def send_no_empty_ones() -> None:
    """Have all connections of this process do so."""
    connections: Any = SSHConnection
    connections.send_packet = _send_packet


_stock: Any = SSHConnection.send_packet


def _send_packet(connection: Any, kind: int, *parts: bytes, **known: Any) -> None:
    if kind != MSG_IGNORE:
        _stock(connection, kind, *parts, **known)
