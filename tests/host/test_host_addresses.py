"""Addresses to join by: every one that others can reach, and no other."""

from __future__ import annotations

from dataclasses import replace
from ipaddress import ip_address

import pytest

from wshoes_tui.host import addresses, ssh_host
from wshoes_tui.host.addresses import addresses_of, commands_to_join

MACHINE = [
    "127.0.0.1", "::1", "169.254.3.4", "fe80::fc:ff:fe00:1", "::ffff:10.0.0.9", "ff02::1",
    "2001:db8:0:0:0:0:0:77", "10.0.0.7", "192.168.1.20", "fd00::2", "10.0.0.7",
]  # fmt: skip
WAY_OUT = {4: "192.168.1.20", 6: "fd00::2"}


@pytest.fixture
def machine(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The addresses of this computer, for the test to change."""
    found = list(MACHINE)
    monkeypatch.setattr(addresses, "_of_interfaces", lambda: [ip_address(one) for one in found])
    monkeypatch.setattr(
        addresses,
        "_outgoing",
        lambda version: ip_address(WAY_OUT[version]) if found else None,
    )
    monkeypatch.setattr("socket.gethostname", lambda: "HOSTNAME")
    return found


@pytest.mark.parametrize(
    ("listening", "told"),
    [
        ("0.0.0.0", ["192.168.1.20", "10.0.0.7"]),
        ("::", ["192.168.1.20", "10.0.0.7", "fd00::2", "2001:db8::77"]),
        ("127.0.0.1", ["localhost"]),
        ("::1", ["localhost"]),
        ("10.0.0.7", ["10.0.0.7"]),
    ],
)
def test_where_others_find_it(machine: list[str], listening: str, told: list[str]) -> None:
    assert addresses_of(listening) == told


def test_this_computer_is_asked() -> None:
    assert ip_address("127.0.0.1") in addresses._of_interfaces()


def test_the_line_to_read_out_has_them_all(machine: list[str]) -> None:
    from asyncssh import generate_private_key

    key = generate_private_key("ssh-ed25519")
    joining = ssh_host.how_to_join("::", 8022, "maple-otter-47", key)
    assert joining.line == (
        "ssh -p 8022 NAME@192.168.1.20 or NAME@10.0.0.7 or NAME@fd00::2 or NAME@2001:db8::77"
        " · code maple-otter-47"
    )
    assert joining.others[-1] == "ssh -p 8022 NAME@2001:db8::77"
    assert not joining.note
    assert replace(joining, damage="The codes are new.").note == "The codes are new."
    machine.clear()
    joining = ssh_host.how_to_join("0.0.0.0", 8022, "maple-otter-47", key)
    assert "HOSTNAME" not in joining.line
    assert joining.note.startswith("This computer has no address that others can reach.")
    assert "--bind 0.0.0.0" in ssh_host.how_to_join("127.0.0.1", 8022, "x", key).note


def test_the_usual_port_is_left_out() -> None:
    assert commands_to_join(["10.0.0.7"], 22) == ("ssh NAME@10.0.0.7",)
