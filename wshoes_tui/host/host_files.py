"""Files of a host: the credentials of each session, the host key, and the running session.

Each is private to the account and written whole or not at all; a link or a file with a second
name is refused.
"""

from __future__ import annotations

import json
import os
from contextlib import suppress
from dataclasses import asdict
from hashlib import sha256
from pathlib import Path
from typing import Literal

import asyncssh

from wshoes_tui import limits
from wshoes_tui.domain.value import Value, field, value
from wshoes_tui.domain.value_reader import object_from_json
from wshoes_tui.errors import StoreError
from wshoes_tui.locale import _
from wshoes_tui.locale.phrases import NOT_CHANGED
from wshoes_tui.storage import private_files
from wshoes_tui.storage.storage_errors import translated_errors


@value()
class Preferences(Value):
    """Preferences of somebody on a seat; an empty language and None where they chose nothing."""

    language: str = ""
    easy: bool | None = None
    plain: bool = False


@value()
class StoredCredentials(Value):
    """The credentials of one hosted session, as they are kept on the disk."""

    code: str = ""
    facilitator_code: str = ""
    salt: str = ""
    keys: dict[str, str] = field(default_factory=dict)
    """The hash of its key, by the id of the seat."""
    liked: dict[str, Preferences] = field(default_factory=dict)
    version: Literal[1] = 1
    """Of this format."""


def file_name(session: str) -> str:
    """The name of a session's file: its id, or where that is no plain name, a hash of it."""
    plain = session and len(session) <= 64 and session.replace("-", "").isalnum()
    return session if plain and session.isascii() else sha256(session.encode()).hexdigest()


def read_credentials(path: Path) -> tuple[StoredCredentials, str]:
    """The credentials in a file; empty ones and a notice where it was damaged and put aside.

    Raises:
        StoreError: it is a link, has a second name, or cannot be read at all.
    """
    with translated_errors():
        text = read_private(path, limits.LARGEST_CREDENTIALS)
        if text is None:
            return StoredCredentials(), ""
        try:
            return _credentials_of(json.loads(text)), ""
        except (ValueError, RecursionError):
            aside = path.with_name(f"{path.name}.damaged")
            path.replace(aside)
            return StoredCredentials(), (
                _(
                    "The file of codes and seat keys was damaged. It is kept as {name!r}, and new "
                    "codes were made. People who come back need the facilitator's nod.",
                    name=aside.name,
                )
            )


def write_credentials(path: Path, stored: StoredCredentials) -> None:
    """Keep the credentials in place of the old ones.

    Raises:
        StoreError: it cannot be kept.
    """
    text = json.dumps(asdict(stored), indent=1)
    with translated_errors():
        write_private(path, text.encode())


def write_private(path: Path, data: bytes) -> None:
    """Write a private file, whole or not at all. OSError if that cannot be."""
    private_files.own_folder(path.parent)
    private_files.stat_plain_file(path)
    with private_files.arriving(path) as part:
        part.write_bytes(data)


def read_private(path: Path, largest: int) -> bytes | None:
    """The bytes of a plain file of our own; None if there is none. OSError if it cannot be read.

    Raises:
        StoreError: it is a link, has a second name, or is no plain file.
    """
    if private_files.stat_plain_file(path) is None:
        return None
    with os.fdopen(os.open(path, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK), "rb") as file:
        with suppress(OSError):
            os.fchmod(file.fileno(), private_files.PRIVATE_FILE)
        return file.read(largest + 1)


def _credentials_of(found: object) -> StoredCredentials:
    """Credentials from JSON values. ValueError where anything in them is missing or wrong."""
    stored: StoredCredentials = object_from_json(StoredCredentials, found)
    if not (stored.code and stored.facilitator_code and bytes.fromhex(stored.salt)):
        raise ValueError("incomplete")
    return stored


KEY_FILE = "host_key"


def host_key(folder: Path) -> asyncssh.SSHKey:
    """The host key in this folder, made once. Blocks on the disk.

    Raises:
        StoreError: it cannot be kept or read, or is damaged. It is not made anew then: every
            program that knows the old one would warn of an attack.
    """
    path = folder / KEY_FILE
    with translated_errors():
        data = read_private(path, limits.LARGEST_HOST_KEY)
        if data is None:
            key = asyncssh.generate_private_key("ssh-ed25519")
            write_private(path, key.export_private_key("openssh"))
            return key
    try:
        return asyncssh.import_private_key(data)
    except (asyncssh.KeyImportError, asyncssh.KeyEncryptionError):
        raise StoreError(
            _("The host key {KEY_FILE!r} is damaged.", KEY_FILE=KEY_FILE),
            kept=_(NOT_CHANGED),
            todo=_(
                "Put it back from a copy, or move it away: then another one is made, and "
                "everybody's ssh will ask about it."
            ),
        ) from None


RUNNING_FILE = "hosting"


def write_running(folder: Path, session_id: str) -> None:
    """Note that this session is hosted.

    Raises:
        StoreError: it cannot be kept.
    """
    with translated_errors():
        write_private(folder / RUNNING_FILE, session_id.encode())


def read_running(folder: Path) -> str:
    """The id of the session that was hosted last and not ended by the facilitator; or nothing."""
    try:
        with translated_errors():
            data = read_private(folder / RUNNING_FILE, limits.LARGEST_RUNNING_FILE)
    except StoreError:
        return ""
    return (data or b"").decode(errors="replace").strip()


def remove_running(folder: Path) -> None:
    """Note that the facilitator has ended it: the next host begins a new session."""
    with suppress(OSError):
        (folder / RUNNING_FILE).unlink(missing_ok=True)
