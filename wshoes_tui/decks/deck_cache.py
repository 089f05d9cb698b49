"""Caches of deck files: counts and rows of the list, whole decks. Unchanged files are not read.

Listing decks is on the way to the first screen, and YAML and the rules of a deck take longer than
all else on it. A file is read in full once, so that a deck with errors is never counted as sound;
whole decks are remembered only where they are sound. Without a cache, or with one that makes no
sense, files are read.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path
from typing import Any

from wshoes_tui import __version__
from wshoes_tui.domain.list_rows import DeckCounts, Listed
from wshoes_tui.domain.value import Value, value
from wshoes_tui.locale import language_in_use

SUFFIXES = (".yaml", ".yml")
"""How the names of deck files end."""

PRIVATE_FILE, PRIVATE_FOLDER = 0o600, 0o700

OF_ROW = (
    "id", "title", "language", "summary", "cards", "minutes", "problem", "translated",
    "translation_of",
)  # fmt: skip
"""What is remembered of a row; the rest is where it was found."""


@value()
class FoundDeck(Value):
    """A deck of a folder. ``beside`` is the file of its original when the row was made."""

    row: Listed
    double: bool = False
    beside: str = ""

    @property
    def original(self) -> str:
        """The id it is a translation of, or its own."""
        return self.row.original

    @property
    def is_translation(self) -> bool:
        """Whether it says that it is a translation."""
        return bool(self.row.translation_of)

    @property
    def key(self) -> tuple[str, str]:
        """What shadows what; things without a name of their own shadow nothing."""
        if self.double or not self.row.id:
            return str(self.row.path), ""
        return self.row.id, self.row.language.lower()


def is_deck_name(name: str) -> bool:
    """Whether a file of that name is listed as a deck."""
    return name.lower().endswith(SUFFIXES) and not name.startswith(".")


def may_be_misnamed(name: str) -> bool:
    """Whether a file of that name may be a deck whose name has the wrong ending."""
    lower = name.lower()
    if is_deck_name(name) or lower.startswith(".") or lower.endswith("~"):
        return False
    return any(suffix in lower for suffix in SUFFIXES) or lower.endswith(".txt") or "." not in lower


def _may_be_deck(name: str) -> bool:
    return is_deck_name(name) or may_be_misnamed(name)


def stamp_of(path: Path | str) -> list[int]:
    """What changes with a file; empty where there is none."""
    try:
        found = os.stat(path)  # noqa: PTH116 - quicker, and there may be hundreds
    except OSError:
        return []
    # The time of the last change of the entry tells of new permissions, and of "cp -p" too.
    return [found.st_size, found.st_mtime_ns, found.st_ino, found.st_ctime_ns]


def write_whole(file: Path, text: str) -> bool:
    """Put a text in a file, whole or not at all. False where the disk does not take it."""
    part = file.with_suffix(f".{os.getpid()}.part")
    with suppress(OSError):
        file.parent.mkdir(mode=PRIVATE_FOLDER, exist_ok=True)
        if file.parent.is_symlink():  # it was planted there: nothing goes where it leads
            return False
        flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_NOFOLLOW", 0)
        with os.fdopen(os.open(part, flags, PRIVATE_FILE), "w", encoding="utf-8") as opened:
            opened.write(text)
        part.replace(file)
        return True
    return False


class RowCache:
    """Remembered rows, in one small file, and their counts in its first line.

    ``None`` as the file remembers nothing.
    """

    def __init__(self, file: Path | None) -> None:
        self._file = file
        self._known: dict[str, Any] | None = None
        self._changed = False

    def recall(self, path: Path, origin: str) -> FoundDeck | None:
        """The deck of a file, if that and the original beside it are still as they were."""
        entry: Any = self._entries().get(str(path))
        # Anything may stand in the cache that was not written by this program.
        try:
            if entry["stamp"] != stamp_of(path):
                return None
            found = FoundDeck(Listed(path=path, origin=origin, **entry["row"]), beside=entry["of"])
            if entry["beside"] != _stamp_beside(found):
                return None
            # What is wrong with a deck was told in the language of then.
            return found if entry["told"] in ("", language_in_use()) else None
        except (AttributeError, KeyError, TypeError):
            return None

    def remember(self, stamp: list[int], found: FoundDeck) -> None:
        """Remember a deck as of the ``stamp`` before it was read, and the original beside it."""
        if self._file is not None and stamp:
            self._entries()[str(found.row.path)] = {
                "stamp": stamp,
                "row": {name: getattr(found.row, name) for name in OF_ROW},
                "of": found.beside,
                "told": found.row.problem and language_in_use(),
                "beside": _stamp_beside(found),
            }
            self._changed = True

    def counts(self, folders: Iterable[Path]) -> DeckCounts | None:
        """The counts of the last list, where no file in its folders has changed since; else None.

        The rows are not looked at: there may be hundreds, and this is on the way to Home.
        """
        top, _rows = self._read()
        stamps, sound, broken = stamps_in(folders), top.get("sound"), top.get("broken")
        if stamps is None or top.get("stamps") != stamps:
            return None
        return DeckCounts(sound, broken) if type(sound) is type(broken) is int else None

    def keep(self, stamps: str | None, counts: DeckCounts) -> None:
        """Write down what is new; a disk that does not take it costs only time.

        Args:
            stamps: ``stamps_in`` the folders before the list was made.
            counts: what the list comes to.
        """
        if self._file is None or not self._file.parent.parent.is_dir():
            return
        top = {
            "version": __version__, "stamps": stamps,
            "sound": counts.sound, "broken": counts.broken,
        }  # fmt: skip
        if self._changed or top != self._read()[0]:
            text = f"{json.dumps(top)}\n{json.dumps(self._entries())}"
            self._changed = not write_whole(self._file, text)

    def _read(self) -> tuple[dict[str, Any], str]:
        """The first line of the file, and the rows below it; nothing of another version."""
        with suppress(OSError, ValueError, KeyError, TypeError, AttributeError):
            if self._file is not None:
                first, _newline, rows = self._file.read_text("utf-8").partition("\n")
                top = json.loads(first)
                if top["version"] == __version__:
                    return dict(top), rows
        return {}, "{}"

    def _entries(self) -> dict[str, Any]:
        if self._known is None:
            self._known = {}
            with suppress(ValueError, TypeError):
                self._known = dict(json.loads(self._read()[1]))
        return self._known


def _stamp_beside(found: FoundDeck) -> list[int]:
    return stamp_of(Path(found.beside)) if found.beside else []


def stamps_in(folders: Iterable[Path]) -> str | None:
    """What changes with any file in these folders that is a deck or may be one.

    None where a folder cannot be read.
    """
    found = []
    for folder in folders:
        try:
            with os.scandir(folder) as entries:
                files = [one for one in entries if _may_be_deck(one.name)]
        except FileNotFoundError:
            files = []
        except OSError:
            return None
        found.append("\n".join(sorted(f"{one.name} {stamp_of(one.path)}" for one in files)))
    return "\n\n".join(found)
