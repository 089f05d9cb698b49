"""Storage probe: what a folder can and cannot do, found out before people speak.

It makes a hidden file there, and sets its mode, locks it, maps it into memory, writes, syncs and
renames it. What stands in the way of keeping words is an error with the way out. A weakness that
somebody may choose to live with is an error as well until a yes is noted in the folder.
"""

from __future__ import annotations

import errno
import fcntl
import mmap
import os
import stat
from collections.abc import Iterator, Mapping
from contextlib import suppress
from pathlib import Path

from wshoes_tui.domain.text import one_line
from wshoes_tui.domain.value import Value, value
from wshoes_tui.errors import StoreError
from wshoes_tui.limits import LITTLE_ROOM_BYTES, NO_ROOM_BYTES
from wshoes_tui.locale import N_, _
from wshoes_tui.settings import NO_HOME
from wshoes_tui.storage.private_files import PRIVATE_FILE, private_folder, sync_folder
from wshoes_tui.storage.storage_errors import UNTOUCHED

ACCEPTED = "accepted-storage.txt"
"""A file in the folder: the names of the weaknesses to which somebody said yes, one a line."""


@value()
class StorageWeakness(Value):
    """What a folder cannot do.

    Attributes:
        name: its id.
        what: a sentence that says it, and what follows from it.
        todo: the way out.
        kind: REFUSED: no session can be held there. ASKED: one can, after a yes.
            TOLD: one can; doctor tells what is different.
    """

    name: str
    what: str
    todo: str
    kind: str


ELSEWHERE = N_("Name another folder with --data.")
REFUSED, ASKED, TOLD = "refused", "asked", "told"
WEAKNESSES: Mapping[str, StorageWeakness] = {
    found.name: found
    for found in (
        StorageWeakness(
            "home",
            N_("It is not known which folder is yours: HOME names none, and no account list does."),
            N_("Name a folder with --data."),
            REFUSED,
        ),
        StorageWeakness(
            "made",
            N_("The data folder cannot be made, or nothing can be made in it."),
            N_("See who owns the folder above it, or name another one with --data."),
            REFUSED,
        ),
        StorageWeakness(
            "read-only",
            N_("The disk of the data folder can be read but not changed."),
            ELSEWHERE,
            REFUSED,
        ),
        StorageWeakness(
            "account",
            N_("The data folder belongs to another account."),
            N_("Start the program as that account, or name another folder with --data."),
            REFUSED,
        ),
        StorageWeakness(
            "sudo",
            N_("Started with sudo, wshoes would keep sessions that your own account cannot open."),
            N_("Start it without sudo."),
            ASKED,
        ),
        StorageWeakness(
            "modes",
            N_(
                "The disk of the data folder keeps no rights (FAT or exFAT, as on a stick): "
                "everybody who has the disk can read what is said."
            ),
            ELSEWHERE,
            ASKED,
        ),
        StorageWeakness(
            "locks",
            N_(
                "The data folder has no locks (a network folder, perhaps): two programs could "
                "write over each other."
            ),
            N_("Name a folder on this computer with --data, and copy it there afterwards."),
            REFUSED,
        ),
        StorageWeakness(
            "memory",
            N_("Files of the data folder cannot be mapped into memory."),
            N_("One program at a time may use it, and saving takes a little longer."),
            TOLD,
        ),
        StorageWeakness(
            "sync",
            N_(
                "The disk does not promise that a new file in the data folder outlives a power cut."
            ),
            N_("Copy the folder to another disk when the session is over."),
            TOLD,
        ),
        StorageWeakness(
            "disk", N_("The disk of the data folder reports errors."), ELSEWHERE, REFUSED
        ),
        StorageWeakness(
            "rename",
            N_("A file in the data folder cannot get another name, as copies and exports need."),
            ELSEWHERE,
            REFUSED,
        ),
        StorageWeakness(
            "full",
            N_("The disk of the data folder is full: there is no room for a session."),
            N_("Free some space, or use another disk."),
            REFUSED,
        ),
        StorageWeakness(
            "little",
            N_("The disk of the data folder is soon full."),
            N_("Free some space soon."),
            TOLD,
        ),
    )
}


class WeakStorageError(StoreError):
    """A folder that can hold sessions once somebody has said yes to what it cannot do."""

    def __init__(self, weaknesses: list[StorageWeakness]) -> None:
        self.weaknesses = weaknesses
        super().__init__(
            " ".join(weakness.what for weakness in weaknesses),
            kept=_(UNTOUCHED),
            todo=_(
                "{todo} Or use it all the same, and say so once: wshoes doctor --accept",
                todo=" ".join(dict.fromkeys(weakness.todo for weakness in weaknesses)),
            ),
        )


def must_hold_sessions(folder: Path) -> None:
    """Make a data folder, for this account alone, and see that sessions can be kept in it.

    Raises:
        WeakStorageError: they can, and somebody has to say yes to a weakness of it first.
        StoreError: they cannot; the sentence says why, and what to do.
    """
    found = probe_folder(folder, sync=False)
    for weakness in found:
        if weakness.kind == REFUSED:
            raise StoreError(
                _(
                    "Nothing can be kept in the data folder {folder}. {what}",
                    folder=one_line(str(folder)),
                    what=weakness.what,
                ),
                kept=_(UNTOUCHED),
                todo=weakness.todo,
            )
    asked = [weakness for weakness in found if stops(weakness, folder)]
    if asked:
        raise WeakStorageError(asked)


def stops(weakness: StorageWeakness, folder: Path) -> bool:
    """Whether no session can be held in a folder that has this weakness, or not yet."""
    if weakness.kind == ASKED:
        return weakness.name not in _accepted(folder)
    return weakness.kind == REFUSED


def accept_weaknesses(folder: Path) -> list[StorageWeakness]:
    """Note a yes to all weaknesses of a folder that may be accepted. Returns them."""
    found = [weakness for weakness in probe_folder(folder, sync=True) if weakness.kind == ASKED]
    names = sorted(_accepted(folder) | {weakness.name for weakness in found})
    if found:
        (folder / ACCEPTED).write_text("".join(f"{name}\n" for name in names), encoding="ascii")
    return found


def _accepted(folder: Path) -> set[str]:
    with suppress(OSError, ValueError):
        return set((folder / ACCEPTED).read_text(encoding="ascii").split())
    return set()


def probe_folder(folder: Path, *, sync: bool, make: bool = True) -> list[StorageWeakness]:
    """What a folder cannot do, each weakness once.

    Args:
        folder: the data folder.
        sync: whether to wait for its disk as well, which may take a tenth of a second.
        make: whether to make it where it is not there; else the nearest one above is tried.
    """
    return list(dict.fromkeys(_weaknesses(folder, sync=sync, make=make)))


def _weaknesses(folder: Path, *, sync: bool, make: bool) -> Iterator[StorageWeakness]:
    if folder == NO_HOME:
        yield WEAKNESSES["home"]
        return
    folder = folder.absolute()
    try:
        if make:
            private_folder(folder)
        while not folder.exists() and folder != folder.parent:
            folder = folder.parent
        there = folder.stat()
        room = os.statvfs(folder)
    except OSError as error:
        yield _of_error(error, "made")
        return
    yield from _of_account(there)
    free = room.f_bavail * room.f_frsize
    if free < NO_ROOM_BYTES:
        yield WEAKNESSES["full"]
    elif free < LITTLE_ROOM_BYTES:
        yield WEAKNESSES["little"]
    yield from _of_file(folder, sync=sync)


def _of_account(there: os.stat_result) -> Iterator[StorageWeakness]:
    account = os.geteuid()
    if account == 0:
        if os.environ.get("SUDO_UID", "0") != "0":
            yield WEAKNESSES["sudo"]
    elif there.st_uid != account and not there.st_mode & stat.S_ISVTX:
        yield WEAKNESSES["account"]


def _of_file(folder: Path, *, sync: bool) -> Iterator[StorageWeakness]:
    path = folder / f".probe-{os.urandom(4).hex()}"
    try:
        descriptor = os.open(path, os.O_RDWR | os.O_CREAT | os.O_EXCL | os.O_NOFOLLOW, PRIVATE_FILE)
    except OSError as error:
        yield _of_error(error, "made")
        return
    try:
        yield from _of_descriptor(descriptor, sync=sync)
        yield from _of_name(path, sync=sync)
    finally:
        os.close(descriptor)
        for left in (path, _renamed(path)):
            with suppress(OSError):
                left.unlink(missing_ok=True)


def _of_descriptor(descriptor: int, *, sync: bool) -> Iterator[StorageWeakness]:
    with suppress(OSError):  # what counts is the mode that the file has in the end
        os.fchmod(descriptor, PRIVATE_FILE)
    if stat.S_IMODE(os.fstat(descriptor).st_mode) & 0o077:
        yield WEAKNESSES["modes"]
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        fcntl.lockf(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)  # as SQLite does
    except OSError:
        yield WEAKNESSES["locks"]
    try:
        os.write(descriptor, bytes(mmap.PAGESIZE))
    except OSError as error:
        yield _of_error(error, "disk")
        return
    try:
        with mmap.mmap(descriptor, mmap.PAGESIZE, mmap.MAP_SHARED) as mapped:
            mapped[0] = 1
    except OSError:
        yield WEAKNESSES["memory"]
    if sync:
        try:
            os.fsync(descriptor)
        except OSError as error:
            yield _of_error(error, "disk")


def _of_name(path: Path, *, sync: bool) -> Iterator[StorageWeakness]:
    try:
        path.rename(_renamed(path))
    except OSError:
        yield WEAKNESSES["rename"]
    if sync:
        try:
            if not sync_folder(path.parent):
                yield WEAKNESSES["sync"]
        except OSError as error:
            yield _of_error(error, "disk")


def _renamed(path: Path) -> Path:
    return path.with_name(f"{path.name}.renamed")


def _of_error(error: OSError, usual: str) -> StorageWeakness:
    names = {
        errno.EROFS: "read-only",
        errno.ENOSPC: "full",
        errno.EDQUOT: "full",
        errno.EIO: "disk",
    }
    return WEAKNESSES[names.get(error.errno or 0, usual)]
