"""A page of the book on the disk: private, whole or not there, and never somebody else's file."""

from __future__ import annotations

import json
import os
from contextlib import suppress
from dataclasses import asdict, dataclass, field
from hashlib import sha256
from pathlib import Path
from typing import Any

from wshoes_tui.storage import files
from wshoes_tui.storage.failures import in_words

VERSION = 1
LARGEST = 1_000_000
"""Bytes of a page: thousands of seats."""


@dataclass(frozen=True, slots=True)
class Preferences:
    """How somebody likes it: an interface language, easy words, lines instead of screens.

    An empty language, and None for easy words: they have not said.
    """

    language: str = ""
    easy: bool | None = None
    plain: bool = False


@dataclass(frozen=True, slots=True)
class Page:
    """All that is kept of one hosted session."""

    code: str = ""
    facilitator_code: str = ""
    salt: str = ""
    keys: dict[str, str] = field(default_factory=dict)
    """The hash of its key by the id of the seat."""
    liked: dict[str, Preferences] = field(default_factory=dict)


def file_name(session: str) -> str:
    """The name of a session's file: its id, or where that is no plain name, a hash of it."""
    plain = session and len(session) <= 64 and session.replace("-", "").isalnum()
    return session if plain and session.isascii() else sha256(session.encode()).hexdigest()


def read(path: Path) -> tuple[Page, str]:
    """The page, and a sentence if it was damaged: then it is put aside and the page is empty.

    Raises:
        StoreError: it is a link, has a second name, or cannot be read at all.
    """
    with in_words():
        text = bytes_of(path, LARGEST)
        if text is None:
            return Page(), ""
        try:
            return _page_of(json.loads(text)), ""
        except (ValueError, TypeError, KeyError, AttributeError, RecursionError):
            aside = path.with_name(f"{path.name}.damaged")
            path.replace(aside)
            return Page(), (
                f"The file of codes and seat keys was damaged. It is kept as {aside.name!r}, and "
                "new codes were made. People who come back need the facilitator's nod."
            )


def write(path: Path, page: Page) -> None:
    """Keep the page in place of the old one.

    Raises:
        StoreError: it cannot be kept.
    """
    text = json.dumps({"version": VERSION, **asdict(page)}, indent=1)
    with in_words():
        put(path, text.encode())


def put(path: Path, data: bytes) -> None:
    """A private file with this in it, whole or not at all. OSError if that cannot be."""
    files.private_folder(path.parent)
    files.look(path)
    with files.arriving(path) as part:
        part.write_bytes(data)


def bytes_of(path: Path, largest: int) -> bytes | None:
    """What is in a plain file of our own; None if there is none. OSError if it cannot be read.

    Raises:
        StoreError: it is a link, has a second name, or is no plain file.
    """
    if files.look(path) is None:
        return None
    descriptor = os.open(path, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK)
    try:
        with suppress(OSError):
            os.fchmod(descriptor, files.PRIVATE_FILE)
        with os.fdopen(descriptor, "rb", closefd=False) as file:
            return file.read(largest + 1)
    finally:
        os.close(descriptor)


def _page_of(found: Any) -> Page:
    if found["version"] != VERSION:
        raise ValueError("another version")
    page = Page(
        code=_text(found["code"]),
        facilitator_code=_text(found["facilitator_code"]),
        salt=bytes.fromhex(_text(found["salt"])).hex(),
        keys={_text(seat): _text(kept) for seat, kept in found["keys"].items()},
        liked={_text(seat): _preferences(liked) for seat, liked in found["liked"].items()},
    )
    if not (page.code and page.facilitator_code and page.salt):
        raise ValueError("incomplete")
    return page


def _preferences(found: Any) -> Preferences:
    easy = found["easy"]
    if not isinstance(easy, bool | None):
        raise TypeError("neither yes nor no")
    return Preferences(_text(found["language"]), easy, found["plain"] is True)


def _text(found: Any) -> str:
    if not isinstance(found, str):
        raise TypeError("no text")
    return found
