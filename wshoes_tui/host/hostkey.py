"""The key by which people's programs know this host again."""

from __future__ import annotations

from pathlib import Path

import asyncssh

from wshoes_tui.errors import StoreError
from wshoes_tui.host.pages import bytes_of, put
from wshoes_tui.storage.failures import in_words

FILE = "host_key"
LARGEST = 16 * 1024


def host_key(folder: Path) -> asyncssh.SSHKey:
    """The key in this folder, made once. Touches the disk.

    Raises:
        StoreError: it cannot be kept or read, or is damaged. It is not made anew then: every
            program that knows the old one would warn of an attack.
    """
    path = folder / FILE
    with in_words():
        data = bytes_of(path, LARGEST)
        if data is None:
            key = asyncssh.generate_private_key("ssh-ed25519")
            put(path, key.export_private_key("openssh"))
            return key
    try:
        return asyncssh.import_private_key(data)
    except (asyncssh.KeyImportError, asyncssh.KeyEncryptionError):
        raise StoreError(
            f"The host key {FILE!r} is damaged.",
            kept="It was not changed.",
            todo="Put it back from a copy, or move it away: then another one is made, and "
            "everybody's ssh will ask about it.",
        ) from None


def fingerprint(key: asyncssh.SSHKey) -> str:
    """The fingerprint of a key as ssh shows it, for reading out."""
    return key.get_fingerprint()
