"""Small private files of what was read before: shortcuts, never believed more than a deck."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path

PRIVATE_FILE, PRIVATE_FOLDER = 0o600, 0o700


def stamp_of(path: Path) -> list[int]:
    """What changes with a file; empty where there is none."""
    try:
        found = path.stat()
    except OSError:
        return []
    # The time of the last change of the entry tells of new permissions, and of "cp -p" too.
    return [found.st_size, found.st_mtime_ns, found.st_ino, found.st_ctime_ns]


def write_down(file: Path, text: str) -> bool:
    """Put a text in a file, whole or not at all. False where the disk does not take it."""
    part = file.with_suffix(f".{os.getpid()}.part")
    with suppress(OSError):
        file.parent.mkdir(mode=PRIVATE_FOLDER, exist_ok=True)
        flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_NOFOLLOW", 0)
        with os.fdopen(os.open(part, flags, PRIVATE_FILE), "w", encoding="utf-8") as opened:
            opened.write(text)
        part.replace(file)
        return True
    return False
