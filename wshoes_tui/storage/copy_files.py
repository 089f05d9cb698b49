"""Copy files: names, order and rotation of the copies of a database, and what became of the last.

Nothing here loads SQLite: Home asks whether the last copy failed.
"""

from __future__ import annotations

import re
from contextlib import suppress
from datetime import datetime
from pathlib import Path

from wshoes_tui.domain.value import Value, value
from wshoes_tui.errors import WshoesError
from wshoes_tui.limits import COPIES_KEPT, COPY_DAYS_KEPT
from wshoes_tui.storage import private_files
from wshoes_tui.storage.storage_errors import Failure

BACKUPS = "backups"
"""The folder of copies, beside the database."""
FAILED = ".copy-failed"
"""The end of the name of the file that says why the last copy could not be made. Without it, the
last one was made."""
_COPY = re.compile(r"(.+)-(\d{6,})-(\d{4}-\d\d-\d\d)(-damaged)?\.db")

LONGEST_NOTE = 400
ASIDE = "aside"
"""In the names of files that were set aside. They are kept until somebody removes them."""


@value()
class CopyFile(Value):
    """A copy in a folder, as its name tells. ``number`` grows by one with each."""

    path: Path
    number: int
    day: str
    damaged: bool


def copies_in(folder: Path, stem: str) -> list[CopyFile]:
    """The numbered copies of a database of that name in a folder, the newest first."""
    found = []
    with suppress(FileNotFoundError, NotADirectoryError):
        for path in folder.iterdir():
            named = _COPY.fullmatch(path.name)
            if named and named[1] == stem:
                found.append(CopyFile(path, int(named[2]), named[3], bool(named[4])))
    return sorted(found, key=lambda one: -one.number)


def next_copy(folder: Path, stem: str, *, damaged: bool = False) -> Path:
    """The path of the next copy in a folder: counted, for the clock may have jumped."""
    newest = next((one.number for one in copies_in(folder, stem)), 0)
    end = "-damaged" if damaged else ""
    return folder / f"{stem}-{newest + 1:06d}-{datetime.now().astimezone():%Y-%m-%d}{end}.db"


def folder_of_copies(path: Path) -> Path:
    """The folder of the copies of a database."""
    return path.parent / BACKUPS


def failed_note(path: Path) -> Path:
    """The file that says why the last copy of a database could not be made."""
    return path.with_name(f"{path.name}{FAILED}")


def why_failed(path: Path) -> str | None:
    """Why the last copy of a database could not be made; None if it was, or none was due yet."""
    note = failed_note(path)
    try:
        if private_files.stat_plain_file(note) is None:
            return None
    except NotADirectoryError:  # there is no data folder
        return None
    except (OSError, WshoesError):
        return ""
    try:
        return note.read_text("utf-8", "replace")[:LONGEST_NOTE] or Failure.FULL.value[0]
    except (OSError, WshoesError):
        return ""


def rotate_copies(folder: Path, stem: str) -> None:
    """Remove copies that are no longer needed; the newest damaged one and sound ones are kept."""
    found = copies_in(folder, stem)
    sound = [one for one in found if not one.damaged]
    days: dict[str, Path] = {}
    for one in sound:
        days.setdefault(one.day, one.path)
    keep = {one.path for one in sound[:COPIES_KEPT]} | set(list(days.values())[:COPY_DAYS_KEPT])
    keep |= {one.path for one in found if one.damaged and one == found[0]}
    for one in found:
        if one.path not in keep:
            one.path.unlink(missing_ok=True)


def files_set_aside(path: Path) -> list[Path]:
    """The damaged or replaced files that were set aside, without their logs; the oldest first."""
    return sorted(folder_of_copies(path).glob(f"{path.stem}-{ASIDE}-*.db"))
