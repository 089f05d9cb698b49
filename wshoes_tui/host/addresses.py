"""Network addresses at which others reach this host, and the ssh commands that use them."""

from __future__ import annotations

import ctypes
import socket
from collections.abc import Iterator
from ctypes import POINTER, Structure, c_char_p, c_uint, c_void_p, pointer
from ipaddress import IPv4Address, IPv6Address, ip_address
from typing import Any

SSH_PORT = 22
ELSEWHERE = {4: "192.0.2.1", 6: "2001:db8::1"}
"""Addresses reserved for documentation: the route to them leads outside, and nothing is sent."""
FAMILIES = {4: socket.AF_INET, 6: socket.AF_INET6}
UP_AND_RUNNING = 0x1 | 0x40

Address = IPv4Address | IPv6Address


def commands_to_join(addresses: list[str], port: int) -> tuple[str, ...]:
    """The command to join by each address, with NAME in the place of the user name."""
    where = f"-p {port} " if port != SSH_PORT else ""
    return tuple(f"ssh {where}NAME@{address}" for address in addresses)


def is_loopback(address: str) -> bool:
    """Whether only this machine can reach that address."""
    return ip_address(address).is_loopback


def addresses_of(listening: str) -> list[str]:
    """The addresses at which others reach a host that listens there, the likeliest first.

    Returns:
        The address it listens on; for one that stands for all, those that this machine has,
        without loopback and link-local ones, which nobody else can use. "localhost" where it is
        loopback. Empty where the machine has none that others can reach.
    """
    bound = ip_address(listening)
    if bound.is_loopback:
        return ["localhost"]
    if not bound.is_unspecified:
        return [listening]
    versions = (4,) if bound.version == 4 else (4, 6)  # "::" takes connections of both
    first = [found for version in versions if (found := _outgoing(version))]
    rest = _of_interfaces()
    usable = [one for one in (*first, *rest) if one.version in versions and _is_for_others(one)]
    usable.sort(key=lambda one: one.version)  # keeps the likeliest first of each kind
    return list(dict.fromkeys(map(str, usable)))


def _is_for_others(address: Address) -> bool:
    return not (
        address.is_loopback
        or address.is_link_local
        or address.is_unspecified
        or address.is_multicast
        or (isinstance(address, IPv6Address) and address.ipv4_mapped is not None)
    )


def _outgoing(version: int) -> Address | None:
    """The address that this machine sends from to the outside."""
    try:
        with socket.socket(FAMILIES[version], socket.SOCK_DGRAM) as sock:
            sock.connect((ELSEWHERE[version], 9))
            return ip_address(str(sock.getsockname()[0]).partition("%")[0])
    except (OSError, ValueError):  # no network of that kind
        return None


class _Interface(Structure):
    """``struct ifaddrs`` of the C library, as it is on Linux, macOS and the BSDs."""


_Interface._fields_ = [
    ("next", POINTER(_Interface)),
    ("name", c_char_p),
    ("flags", c_uint),
    ("address", c_void_p),
    ("netmask", c_void_p),
    ("other", c_void_p),
    ("data", c_void_p),
]


def _of_interfaces() -> list[Address]:
    """The addresses of all interfaces that are up; none where there is no ``getifaddrs``."""
    try:
        library: Any = ctypes.CDLL(None)
        first = POINTER(_Interface)()
        if library.getifaddrs(pointer(first)) != 0:
            return []
    except (OSError, AttributeError):
        return []
    try:
        return list(_along(first))
    finally:
        library.freeifaddrs(first)


def _along(entry: Any) -> Iterator[Address]:
    while entry:
        interface = entry.contents
        if interface.address and interface.flags & UP_AND_RUNNING == UP_AND_RUNNING:
            found = _address_at(interface.address)
            if found is not None:
                yield found
        entry = interface.next


def _address_at(where: int) -> Address | None:
    """The address in a ``struct sockaddr``; None where it is of another kind.

    Its second byte is the family; where that is none, the family is a number of two bytes.
    """
    head = ctypes.string_at(where, 2)
    match head[1] or head[0]:
        case socket.AF_INET:
            return IPv4Address(ctypes.string_at(where + 4, 4))
        case socket.AF_INET6:
            return IPv6Address(ctypes.string_at(where + 8, 16))
        case _:
            return None
