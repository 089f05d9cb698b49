"""What went wrong with a file or a database, as a sentence for a person.

No sentence holds a statement, a parameter, an address or anybody's words.
"""

from __future__ import annotations

import errno
from collections.abc import Iterator
from contextlib import contextmanager
from enum import Enum

from wshoes_tui.errors import BusyError, StoreError, WshoesError

SAFE = "Everything saved before is safe."
UNTOUCHED = "Nothing was changed."


class Failure(Enum):
    """What can go wrong: what happened, what was kept, what to do."""

    FULL = (
        "The disk is full, so this was not saved.",
        SAFE,
        "Free some space, then save again.",
    )
    READ_ONLY = (
        "The place where sessions are kept can be read but not changed.",
        SAFE,
        "Check who owns the folder, or choose another one with --data.",
    )
    DISK = (
        "The disk reported an error, so this was not saved.",
        "What was saved before is as the disk holds it.",
        "Copy the folder to another disk, then try again.",
    )
    DAMAGED = (
        "The file of sessions is damaged.",
        UNTOUCHED,
        "Copy its whole folder to a safe place: the files in it belong together. "
        "Then restore the newest backup, if there is one.",
    )
    FOREIGN = (
        "This file does not hold wshoes sessions.",
        "It was not changed.",
        "Choose another file, or move this one away.",
    )
    NEWER = (
        "These sessions were written by a newer version of wshoes.",
        UNTOUCHED,
        "Install the newest version of wshoes to open them.",
    )
    OLDER = (
        "These sessions were written by an older version of wshoes.",
        UNTOUCHED,
        "Open them once where they may be changed: they are brought up to date then.",
    )
    BUSY = (
        "Another copy of wshoes is using the same file.",
        SAFE,
        "Try again in a moment, or close the other copy.",
    )
    CHANGED = (
        "This session was changed elsewhere in the meantime, so this was not saved.",
        SAFE,
        "Leave the session and open it again to go on from there.",
    )
    UNSTORABLE = (
        "This holds a character or a number that cannot be stored, so it was not saved.",
        SAFE,
        "Take it out, then save again.",
    )
    UNREACHABLE = (
        "The place where sessions are kept cannot be opened.",
        UNTOUCHED,
        "Check that it exists and that you may use it.",
    )
    CLOSED = (
        "The store of sessions is closed.",
        SAFE,
        "Open it again to go on.",
    )

    def error(self) -> WshoesError:
        """A new error with these sentences."""
        what, kept, todo = self.value
        kind: type[WshoesError] = BusyError if self is Failure.BUSY else StoreError
        return kind(what, kept=kept, todo=todo)


@contextmanager
def translated_errors(*kinds: type[Exception]) -> Iterator[None]:
    """Turn errors of these kinds, and those of the operating system, into sentences."""
    caught: tuple[type[Exception], ...] = (OSError, UnicodeError, OverflowError, *kinds)
    try:
        yield
    except caught as error:
        # Its cause may hold somebody's words, so it goes no further.
        raise explain_error(error) from None


def explain_error(error: Exception) -> WshoesError:
    """The sentence for an error of the operating system, of SQLite or of PostgreSQL."""
    cause = getattr(error, "orig", None) or error
    if type(cause).__module__.startswith("psycopg"):
        from wshoes_tui.storage.postgres import explain_server

        if (refused := explain_server(cause)) is not None:
            return refused
    code = code_of(cause)
    for start, failure in _CODES:
        if code.startswith(start):
            return failure.error()
    return StoreError(
        f"The store of sessions could not do that ({code}).",
        kept=SAFE,
        todo="Try again. If it happens again, ask: wshoes doctor.",
    )


def code_of(error: Exception) -> str:
    """SQLite's name for an error, PostgreSQL's state, the system's name, or its type."""
    cause: object = getattr(error, "orig", None) or error
    if isinstance(cause, OSError):
        return errno.errorcode.get(cause.errno or 0, "OSError")
    name = getattr(cause, "sqlite_errorname", None) or getattr(cause, "sqlstate", None)
    return str(name or type(cause).__name__)


_CODES = (
    ("SQLITE_FULL", Failure.FULL),
    ("SQLITE_READONLY", Failure.READ_ONLY),
    ("SQLITE_PERM", Failure.READ_ONLY),
    ("SQLITE_CANTOPEN", Failure.UNREACHABLE),
    ("SQLITE_IOERR_SHMSIZE", Failure.FULL),  # no room for the index of the log
    ("SQLITE_IOERR", Failure.DISK),
    ("SQLITE_NOTADB", Failure.FOREIGN),
    ("SQLITE_CORRUPT", Failure.DAMAGED),
    ("SQLITE_ERROR", Failure.DAMAGED),  # our statements are sound, so the tables are not
    ("UnicodeDecodeError", Failure.DAMAGED),  # of SQLite's own message about them
    ("SQLITE_BUSY", Failure.BUSY),
    ("SQLITE_LOCKED", Failure.BUSY),
    ("SQLITE_CONSTRAINT", Failure.CHANGED),
    ("SQLITE_TOOBIG", Failure.UNSTORABLE),
    ("ENOSPC", Failure.FULL),
    ("EDQUOT", Failure.FULL),
    ("EFBIG", Failure.FULL),
    ("EROFS", Failure.READ_ONLY),
    ("EACCES", Failure.READ_ONLY),
    ("EPERM", Failure.READ_ONLY),
    ("EIO", Failure.DISK),
    ("ENOENT", Failure.UNREACHABLE),
    ("ENOTDIR", Failure.UNREACHABLE),
    ("UnicodeEncodeError", Failure.UNSTORABLE),
    ("OverflowError", Failure.UNSTORABLE),
    ("DataError", Failure.UNSTORABLE),
    ("OperationalError", Failure.UNREACHABLE),
    ("53", Failure.FULL),
    ("25006", Failure.READ_ONLY),
    ("42501", Failure.READ_ONLY),
    ("42P01", Failure.FOREIGN),
    ("42", Failure.DAMAGED),
    ("58", Failure.DISK),
    ("XX", Failure.DAMAGED),
    ("40", Failure.BUSY),
    ("55P03", Failure.BUSY),
    ("23", Failure.CHANGED),
    ("22", Failure.UNSTORABLE),
    ("08", Failure.UNREACHABLE),
    ("28", Failure.UNREACHABLE),
    ("3D", Failure.UNREACHABLE),
    ("57", Failure.UNREACHABLE),
)
