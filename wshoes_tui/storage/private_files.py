"""Private files and locks: for their owner alone; links and other planted files are refused."""

from __future__ import annotations

import errno
import fcntl
import os
import stat
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from functools import partial
from pathlib import Path

from wshoes_tui.errors import StoreError
from wshoes_tui.locale import _
from wshoes_tui.locale.phrases import NOT_CHANGED, OTHER_NAME
from wshoes_tui.storage.storage_errors import UNTOUCHED, Failure, undone_on_error

PRIVATE_FILE = 0o600
PRIVATE_FOLDER = 0o700
PATIENCE = 5.0
"""How long to wait for another program copy, in seconds."""


WITHOUT_MODES = frozenset({errno.EPERM, errno.ENOTSUP, errno.ENOSYS})
"""What a disk says that keeps no rights, such as a stick; ``storage_probe`` asks about it first."""


WITHOUT_FOLDER_SYNC = frozenset({errno.EINVAL, errno.ENOTSUP, errno.ENOSYS})


def set_mode(target: int | Path, mode: int) -> None:
    """Set the mode of a file, a folder or a descriptor, where its disk keeps modes at all.

    Raises:
        OSError: it cannot be set for another reason.
    """
    try:
        os.chmod(target, mode)  # noqa: PTH101 - a descriptor, too
    except OSError as error:
        if error.errno not in WITHOUT_MODES:
            raise


def private_folder(path: Path) -> None:
    """Make a folder, and what is missing above it, for its owner alone. An old one stays as it is.

    Raises:
        OSError: it cannot be made.
    """
    missing = [folder for folder in (path, *path.parents) if not folder.exists()]
    for folder in reversed(missing):
        with suppress(FileExistsError):
            folder.mkdir(mode=PRIVATE_FOLDER)
        set_mode(folder, PRIVATE_FOLDER)
        sync_folder(folder.parent)


def own_folder(path: Path) -> None:
    """Make a folder of ours inside the data folder. StoreError for one that was planted there.

    Raises:
        OSError: it cannot be made.
        StoreError: it is a link, or belongs neither to us nor to the owner of the data folder.
    """
    private_folder(path)
    found = path.lstat()
    owners = (os.geteuid(), path.parent.stat().st_uid)
    if not stat.S_ISDIR(found.st_mode) or found.st_uid not in owners:
        raise StoreError(
            _(
                "The folder {name!r} is a link or not yours, so nothing was put into it.",
                name=path.name,
            ),
            kept=_(UNTOUCHED),
            todo=_("Look at where it came from, then move it away."),
        )


def stat_plain_file(path: Path) -> os.stat_result | None:
    """What is known of a file, without opening it; None if there is none.

    Raises:
        StoreError: it is a link, has a second name, or is no plain file.
    """
    try:
        found = path.lstat()
    except FileNotFoundError:
        return None
    _must_be_plain(path, found)
    return found


def size_of_file(path: Path) -> int:
    """How many bytes a file has, without opening it; 0 if there is none."""
    found = stat_plain_file(path)
    return found.st_size if found else 0


def _must_be_plain(path: Path, found: os.stat_result) -> None:
    if stat.S_ISREG(found.st_mode) and found.st_nlink <= 1:
        return
    reason = _("has a second name") if stat.S_ISREG(found.st_mode) else _("is not a plain file")
    raise StoreError(
        _("The file {name!r} {reason}, so it was not opened.", name=path.name, reason=reason),
        kept=_(UNTOUCHED),
        todo=_("Look at where it came from, then move it away."),
    )


def refuse_existing(path: Path) -> None:
    """Raise a StoreError if there is anything of that name."""
    if os.path.lexists(path):
        raise StoreError(
            _("There is already something called {name!r}.", name=path.name),
            kept=_(NOT_CHANGED),
            todo=_(OTHER_NAME),
        )


def create_private_file(path: Path) -> None:
    """Make an empty private file. FileExistsError if there is anything of that name."""
    descriptor = os.open(path, os.O_RDWR | os.O_CREAT | os.O_EXCL | os.O_NOFOLLOW, PRIVATE_FILE)
    try:
        set_mode(descriptor, PRIVATE_FILE)
    finally:
        os.close(descriptor)


def write_note(path: Path, text: str) -> None:
    """Write a short private file, over an older one of that name. Never through a link.

    On a full disk the file may be there and empty.
    """
    flags = os.O_WRONLY | os.O_CREAT | os.O_TRUNC | os.O_NOFOLLOW | os.O_NONBLOCK
    descriptor = os.open(path, flags, PRIVATE_FILE)
    with os.fdopen(descriptor, "wb") as note:
        _must_be_plain(path, os.fstat(descriptor))
        note.write(text.encode())


def sync_folder(path: Path) -> bool:
    """Make the names in a folder outlive a power cut; whether its disk can do that for a folder."""
    try:
        _sync(path, os.O_DIRECTORY)
    except OSError as error:
        if error.errno not in WITHOUT_FOLDER_SYNC:
            raise
        return False
    return True


def _sync(path: Path, flags: int = 0) -> None:
    descriptor = os.open(path, os.O_RDONLY | flags)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


@contextmanager
def arriving(path: Path, named: Callable[[], Path] | None = None) -> Iterator[Path]:
    """A new private file beside ``path`` that takes its name when it is whole, or never was.

    The file is empty; the block fills it and lets go of it. Leftovers of a copy that was
    killed are removed first, for they may hold words. ``named`` gives the name instead, where it
    hangs on what is in the file.
    """
    _sweep(path.parent, f".{path.name}.", ".part")
    part = path.with_name(f".{path.name}.{os.urandom(4).hex()}.part")
    create_private_file(part)
    try:
        yield part
        _sync(part)
        part.rename(named() if named else path)
        sync_folder(path.parent)
    finally:
        _sweep(path.parent, part.name, "")


def _sweep(folder: Path, start: str, inside: str) -> None:
    for found in folder.iterdir():
        if found.name.startswith(start) and inside in found.name:
            found.unlink(missing_ok=True)


class FileLock:
    """One holder at a time, across threads and processes; the system lets go if one dies."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._descriptor = open_lock(path)

    @contextmanager
    def held(self) -> Iterator[None]:
        """Hold the lock. BusyError if that takes longer than PATIENCE."""
        until = time.monotonic() + PATIENCE
        while not try_lock(self._descriptor):
            if time.monotonic() > until:
                raise Failure.BUSY.error()
            time.sleep(0.01)
        try:
            yield
        finally:
            fcntl.flock(self._descriptor, fcntl.LOCK_UN)

    def close(self) -> None:
        """Let go of the file."""
        os.close(self._descriptor)


def open_lock(path: Path) -> int:
    """Open a private lock file, made where there is none. StoreError for one that was planted."""
    stat_plain_file(path)
    # Not blocking: a pipe put there must not make us wait for its writer.
    flags = os.O_RDWR | os.O_CREAT | os.O_NOFOLLOW | os.O_NONBLOCK
    descriptor = os.open(path, flags, PRIVATE_FILE)
    with undone_on_error(partial(os.close, descriptor)):
        _must_be_plain(path, os.fstat(descriptor))
        set_mode(descriptor, PRIVATE_FILE)
    return descriptor


def try_lock(descriptor: int) -> bool:
    """Lock a descriptor's file for us alone, if nobody else has."""
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True
