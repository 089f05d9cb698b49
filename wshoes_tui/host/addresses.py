"""Under which address people find this host."""

from __future__ import annotations

import socket
from ipaddress import ip_address

SSH_PORT = 22
ELSEWHERE = {socket.AF_INET: "192.0.2.1", socket.AF_INET6: "2001:db8::1"}
"""Addresses of documentation: a way to them leads out of the machine, and nothing is sent."""


def command_to_join(address: str, port: int) -> str:
    """What people type, with NAME in the place of theirs."""
    where = "localhost" if is_loopback(address) else reachable(address)
    return f"ssh {f'-p {port} ' if port != SSH_PORT else ''}NAME@{where}"


def is_loopback(address: str) -> bool:
    """Whether only this machine can reach that address."""
    return ip_address(address).is_loopback


def reachable(address: str) -> str:
    """The address itself; for one that stands for all of them, the one others see."""
    listening = ip_address(address)
    if not listening.is_unspecified:
        return address
    family = socket.AF_INET6 if listening.version == 6 else socket.AF_INET
    with socket.socket(family, socket.SOCK_DGRAM) as way:
        try:
            way.connect((ELSEWHERE[family], 9))
            return str(way.getsockname()[0])
        except OSError:  # no network at all: its name is all there is to say
            return socket.gethostname()
