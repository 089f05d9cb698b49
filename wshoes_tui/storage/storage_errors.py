"""Error translation: what a disk, SQLite or PostgreSQL reports, as a sentence for a person.

No sentence holds a statement, a parameter, an address or anybody's words.

A server that refuses a connection gives its driver a text and no code, in a language of its
own choice. What the texts say in English is known here; any other gets a general sentence.
"""

from __future__ import annotations

import errno
import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from enum import Enum

from wshoes_tui.errors import BusyError, StoreError, WshoesError
from wshoes_tui.locale import N_, _
from wshoes_tui.locale.phrases import BY_NEWER, NOT_CHANGED, NOTHING_CHANGED

slow_listeners: list[Callable[[], None]] = []
"""Called, on any thread, when a server has not answered for a second."""

SAFE = N_("Everything saved before is safe.")
UNTOUCHED = NOTHING_CHANGED


class Failure(Enum):
    """What can go wrong: what happened, what was kept, what to do."""

    FULL = (
        N_("The disk is full, so this was not saved."),
        SAFE,
        N_("Free some space, then save again."),
    )
    READ_ONLY = (
        N_("The place where sessions are kept can be read but not changed."),
        SAFE,
        N_("Check who owns the folder, or choose another one with --data."),
    )
    DISK = (
        N_("The disk reported an error, so this was not saved."),
        N_("What was saved before is as the disk holds it."),
        N_("Copy the folder to another disk, then try again."),
    )
    DAMAGED = (
        N_("The file of sessions is damaged."),
        UNTOUCHED,
        N_(
            "Copy its whole folder to a safe place: the files in it belong together. Then save "
            "all that can be read with wshoes doctor --repair, or put back the newest copy with "
            "wshoes restore."
        ),
    )
    FOREIGN = (
        N_("This file does not hold wshoes sessions."),
        NOT_CHANGED,
        N_("Choose another file, or move this one away."),
    )
    NEWER = (
        BY_NEWER,
        UNTOUCHED,
        N_("Install the newest version of wshoes to open them."),
    )
    OLDER = (
        N_("These sessions were written by an older version of wshoes."),
        UNTOUCHED,
        N_("Open them once where they may be changed: they are brought up to date then."),
    )
    BUSY = (
        N_("Another copy of wshoes is using the same file."),
        SAFE,
        N_("Try again in a moment, or close the other copy."),
    )
    CHANGED = (
        N_("This session was changed elsewhere in the meantime, so this was not saved."),
        SAFE,
        N_("Leave the session and open it again to go on from there."),
    )
    ERASED = (
        N_("This session was erased here."),
        N_("It was not taken in, and everything else is as it was."),
        N_("If it should be here after all, take it in with another data folder (--data)."),
    )
    UNSTORABLE = (
        N_("This holds a character or a number that cannot be stored, so it was not saved."),
        SAFE,
        N_("Take it out, then save again."),
    )
    UNREACHABLE = (
        N_("The place where sessions are kept cannot be opened."),
        UNTOUCHED,
        N_("Check that it exists and that you may use it."),
    )
    REPLACED = (
        N_("The file of sessions was moved away, or another one was put in its place."),
        N_("What was saved before is in the file that was there."),
        N_("Leave, and open the sessions again."),
    )
    CLOSED = (
        N_("The store of sessions is closed."),
        SAFE,
        N_("Open it again to go on."),
    )

    def error(self) -> WshoesError:
        """A new error with these sentences."""
        what, kept, todo = self.value
        kind: type[WshoesError] = BusyError if self is Failure.BUSY else StoreError
        return kind(_(what), kept=_(kept), todo=_(todo))


class EmptyDatabaseError(StoreError):
    """A database on a server in which nothing was ever kept, opened for reading."""


@contextmanager
def undone_on_error(undo: Callable[[], object]) -> Iterator[None]:
    """Call ``undo`` if the block fails in any way, an interrupt too; the error is passed on."""
    try:
        yield
    except BaseException:  # an interrupt too: it is passed on
        undo()
        raise


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
    if (refused := explain_server(cause)) is not None:
        return refused
    code = code_of(cause)
    if start := max(filter(code.startswith, _FAILURES), key=len, default=""):
        return _FAILURES[start].error()
    return StoreError(
        _("The store of sessions could not do that ({code}).", code=code),
        kept=_(SAFE),
        todo=_("Try again. If it happens again, ask: wshoes doctor."),
    )


def code_of(error: Exception) -> str:
    """SQLite's name for an error, PostgreSQL's state, the system's name, or its type."""
    cause: object = getattr(error, "orig", None) or error
    if isinstance(cause, OSError):
        return errno.errorcode.get(cause.errno or 0, "OSError")
    name = getattr(cause, "sqlite_errorname", None) or getattr(cause, "sqlstate", None)
    return str(name or type(cause).__name__)


_CODES = {
    Failure.FULL: (
        # SHMSIZE: no room for the index of the log.
        "SQLITE_FULL SQLITE_IOERR_SHMSIZE ENOSPC EDQUOT EFBIG 53"
    ),
    Failure.READ_ONLY: "SQLITE_READONLY SQLITE_PERM EROFS EACCES EPERM 25006 42501",
    Failure.DISK: "SQLITE_IOERR EIO 58",
    Failure.DAMAGED: (
        # SQLITE_ERROR: our statements are sound, so the tables are not.
        # UnicodeDecodeError: of SQLite's own message about them.
        "SQLITE_CORRUPT SQLITE_ERROR UnicodeDecodeError 42 XX"
    ),
    Failure.FOREIGN: "SQLITE_NOTADB 42P01",
    Failure.BUSY: "SQLITE_BUSY SQLITE_LOCKED 40 55P03",
    Failure.CHANGED: "SQLITE_CONSTRAINT 23",
    Failure.UNSTORABLE: "SQLITE_TOOBIG UnicodeEncodeError OverflowError DataError 22",
    Failure.UNREACHABLE: "SQLITE_CANTOPEN ENOENT ENOTDIR OperationalError 08 28 3D 57",
}
_FAILURES = {start: failure for failure, starts in _CODES.items() for start in starts.split()}
"""What an error code stands for, by its beginning; the longest one counts."""

CHECK_ADDRESS = N_("Check the address in --database or WSHOES_DATABASE_URL, then start again.")
ASK_SERVER = N_("Ask whoever runs the server, or leave out --database to use a file.")

PASSWORD = N_("The database server refused the account or its password.")
NO_PASSWORD = N_("The database server asks for a password, and none was given.")
NO_ACCOUNT = N_("The database server knows no account of that name.")
NO_DATABASE = N_("The database server has no database of that name.")
NO_RIGHTS = N_("The account may not keep sessions in that database.")
NOT_FROM_HERE = N_("The database server does not let that account in from this computer.")
UNKNOWN_HOST = N_("No computer of the name in the address of the database can be found.")
NOBODY_THERE = N_("No database server answers at that address: the connection was refused.")
UNREACHABLE = N_("The computer of the database server cannot be reached.")
CROWDED = N_("The database server has no connection free.")
NOT_READY = N_("The database server is starting or stopping just now.")
ENCRYPTION = N_("The database server and the address do not agree on encryption (sslmode).")
GONE = N_("The database server ended the connection.")
SILENT = N_("The database server did not answer within {seconds} seconds.")
SLOW = N_("The database server took too long, so this was not saved.")
REFUSED = N_("The database server refused the connection.")

WHAT_TO_DO = {
    PASSWORD: CHECK_ADDRESS,
    NO_PASSWORD: CHECK_ADDRESS,
    NO_ACCOUNT: CHECK_ADDRESS,
    NO_DATABASE: CHECK_ADDRESS,
    UNKNOWN_HOST: CHECK_ADDRESS,
    NOBODY_THERE: CHECK_ADDRESS,
    ENCRYPTION: CHECK_ADDRESS,
    REFUSED: N_("Check account, password and database in --database or WSHOES_DATABASE_URL."),
}

TEXTS = (
    ("no password supplied", NO_PASSWORD),
    ("password authentication failed", PASSWORD),
    ("authentication failed", PASSWORD),
    ("database  does not exist", NO_DATABASE),
    ("role  does not exist", NO_ACCOUNT),
    ("pg_hba.conf", NOT_FROM_HERE),
    ("permission denied for database", NO_RIGHTS),
    ("is not permitted to log in", NO_RIGHTS),
    ("remaining connection slots", CROWDED),
    ("too many c", CROWDED),  # "clients already", "connections for role"
    ("is starting up", NOT_READY),
    ("is shutting down", NOT_READY),
    ("resolve host", UNKNOWN_HOST),
    ("translate host name", UNKNOWN_HOST),
    ("name or service not known", UNKNOWN_HOST),
    ("connection refused", NOBODY_THERE),
    ("no such file or directory", NOBODY_THERE),
    ("no route to host", UNREACHABLE),
    ("network is unreachable", UNREACHABLE),
    ("timeout expired", SILENT),
    ("timed out", SILENT),
    ("ssl", ENCRYPTION),
    ("closed the connection", GONE),
    ("connection is lost", GONE),
    ("the connection is closed", GONE),
    ("terminating connection", GONE),
)
CODES = {
    "28P01": PASSWORD,
    "28000": PASSWORD,
    "3D000": NO_DATABASE,
    "42501": NO_RIGHTS,
    "53300": CROWDED,
    "57014": SLOW,
    "57P01": GONE,
    "57P02": GONE,
    "57P03": NOT_READY,
}


def explain_server(error: BaseException) -> StoreError | None:
    """The sentence for an error of psycopg; None where it is not about reaching the server."""
    kind = type(error)
    if kind.__module__.partition(".")[0] != "psycopg":
        return None
    code = getattr(error, "sqlstate", None)
    if code is not None:
        reason = CODES.get(code, "")
    elif kind.__name__ == "ConnectionTimeout":
        reason = SILENT
    elif kind.__name__ in ("OperationalError", "InterfaceError"):
        reason = _reason_in(str(error))
    else:
        reason = ""
    if not reason:
        return None
    return StoreError(reason, kept=_(SAFE), todo=WHAT_TO_DO.get(reason, ASK_SERVER))


def _reason_in(text: str) -> str:
    # Without the names of hosts, accounts and databases: they may be anything.
    told = re.sub(r"\"[^\"]*\"|'[^']*'", "", text.casefold())
    return next((reason for part, reason in TEXTS if part in told), REFUSED)


def silent(seconds: float) -> StoreError:
    """The error for a server that does not answer within so many seconds."""
    waited = f"{seconds:g}"
    return StoreError(_(SILENT, seconds=waited), kept=_(SAFE), todo=_(ASK_SERVER))
