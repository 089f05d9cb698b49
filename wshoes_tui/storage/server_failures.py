"""Why a database server refused, as a sentence for a person that holds no password.

A server that refuses a connection gives its driver a text and no code, in a language of its
own choice. What the texts say in English is known here; any other is told in general.
"""

from __future__ import annotations

import re

from wshoes_tui.errors import StoreError
from wshoes_tui.storage.failures import SAFE

CONNECT_SECONDS = 8
"""How long the driver waits for a connection to one address of a server."""

CHECK_ADDRESS = "Check the address in --database or WSHOES_DATABASE_URL, then start again."
ASK_SERVER = "Ask whoever runs the server, or leave out --database to use a file."

PASSWORD = "The database server refused the account or its password."  # noqa: S105
NO_PASSWORD = "The database server asks for a password, and none was given."  # noqa: S105
NO_ACCOUNT = "The database server knows no account of that name."
NO_DATABASE = "The database server has no database of that name."
NO_RIGHTS = "The account may not keep sessions in that database."
NOT_FROM_HERE = "The database server does not let that account in from this computer."
UNKNOWN_HOST = "No computer of the name in the address of the database can be found."
NOBODY_THERE = "No database server answers at that address: the connection was refused."
UNREACHABLE = "The computer of the database server cannot be reached."
CROWDED = "The database server has no connection free."
NOT_READY = "The database server is starting or stopping just now."
ENCRYPTION = "The database server and the address do not agree on encryption (sslmode)."
GONE = "The database server ended the connection."
SILENT = f"The database server did not answer within {CONNECT_SECONDS} seconds."
REFUSED = "The database server refused the connection."

WHAT_TO_DO = {
    PASSWORD: CHECK_ADDRESS,
    NO_PASSWORD: CHECK_ADDRESS,
    NO_ACCOUNT: CHECK_ADDRESS,
    NO_DATABASE: CHECK_ADDRESS,
    UNKNOWN_HOST: CHECK_ADDRESS,
    NOBODY_THERE: CHECK_ADDRESS,
    ENCRYPTION: CHECK_ADDRESS,
    REFUSED: "Check account, password and database in --database or WSHOES_DATABASE_URL.",
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
    "57P01": GONE,
    "57P02": GONE,
    "57P03": NOT_READY,
}


def explain_server(error: BaseException) -> StoreError | None:
    """The sentence for an error of the driver; None where it is not about reaching the server."""
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
    return StoreError(reason, kept=SAFE, todo=WHAT_TO_DO.get(reason, ASK_SERVER))


def _reason_in(text: str) -> str:
    # Without the names of hosts, accounts and databases: they may be anything.
    told = re.sub(r"\"[^\"]*\"|'[^']*'", "", text.casefold())
    return next((reason for part, reason in TEXTS if part in told), REFUSED)


def silent(seconds: float) -> StoreError:
    """The error for a server that does not answer within so many seconds."""
    return StoreError(
        f"The database server did not answer within {seconds:g} seconds.",
        kept=SAFE,
        todo=ASK_SERVER,
    )
