"""Cache of what a list says of each deck file: unchanged files need not be read again.

Listing decks is on the way to the first screen, and reading YAML is the slowest thing on it.
A file is read in full once, so that a deck with errors is never counted as sound; from then on
its row comes from here. Without the cache, or with one that makes no sense, files are read.
"""

from __future__ import annotations

import json
import os
from contextlib import suppress
from pathlib import Path
from typing import Any

from wshoes_tui import __version__
from wshoes_tui.domain.list_rows import Listed
from wshoes_tui.domain.value import Value, value

SUFFIXES = (".yaml", ".yml")
"""How the names of deck files end."""


@value()
class FoundDeck(Value):
    """A deck of a folder. ``original`` is the id it is a translation of, or its own.

    ``beside`` is the file of that original as it was when the row was made.
    """

    row: Listed
    original: str = ""
    double: bool = False
    is_translation: bool = False
    beside: str = ""

    @property
    def key(self) -> tuple[str, str]:
        """What shadows what; things without a name of their own shadow nothing."""
        if self.double or not self.row.id:
            return str(self.row.path), ""
        return self.row.id, self.row.language.lower()


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


class RowCache:
    """Remembered rows, in one small file. ``None`` as the file remembers nothing."""

    def __init__(self, file: Path | None) -> None:
        self._file = file
        self._known: dict[str, Any] | None = None
        self._changed = False

    def recall(self, path: Path) -> dict[str, Any] | None:
        """What was remembered of a file, if it is still the file that it was."""
        entry = self._entries().get(str(path))
        if not isinstance(entry, dict) or entry.get("stamp") != stamp_of(path):
            return None
        head = entry.get("head")
        if not isinstance(head, dict):
            return None
        beside = head.get("beside")
        if beside and entry.get("beside") != stamp_of(Path(str(beside))):
            return None
        return head

    def remember(self, path: Path, stamp: list[int], head: dict[str, Any]) -> None:
        """Remember this of a file, and of the original beside it where it is a translation.

        Args:
            path: the file.
            stamp: what ``stamp_of`` said before the file was read.
            head: what the list says of it.
        """
        if self._file is not None and stamp:
            beside = head.get("beside")
            self._entries()[str(path)] = {
                "stamp": stamp,
                "head": head,
                "beside": stamp_of(Path(str(beside))) if beside else [],
            }
            self._changed = True

    def keep(self) -> None:
        """Write down what is new; a disk that does not take it costs only time."""
        if self._file is None or not self._changed or not self._file.parent.parent.is_dir():
            return
        text = json.dumps({"version": __version__, "heads": self._entries()})
        self._changed = not write_down(self._file, text)

    def _entries(self) -> dict[str, Any]:
        if self._known is None:
            self._known = {}
            if self._file is not None:
                with suppress(OSError, ValueError, KeyError, TypeError):
                    found = json.loads(self._file.read_text("utf-8"))
                    if found["version"] == __version__:
                        self._known = dict(found["heads"])
        return self._known
