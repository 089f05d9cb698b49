"""Session list for Home, read with sqlite3 alone, for a fast start.

Importing SQLAlchemy takes longer than everything else on the way to the first screen, and
twenty megabytes. So Home runs the generated query of ``light_schema`` on a connection that can
only read; whatever is out of the ordinary is left to the store itself.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping, Sequence
from contextlib import closing, suppress
from datetime import UTC, date, datetime, timedelta
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from wshoes_tui.domain.list_rows import SessionLine, SessionsOverview, overview
from wshoes_tui.domain.value import fields, replace
from wshoes_tui.errors import NotFoundError, WshoesError
from wshoes_tui.limits import LONGEST_RETENTION
from wshoes_tui.locale import _
from wshoes_tui.storage.light_schema import APPLICATION_ID, SESSION_LINES, VERSION
from wshoes_tui.storage.schema_guard import strange_object

if TYPE_CHECKING:
    import sqlite3

Found = TypeVar("Found")


def newest_first(line: SessionLine) -> tuple[int, str]:
    """The order of sessions in a list: the one saved last first, whatever the clock said then."""
    return -line.commit_number, line.id


def the_one(reference: str, ids: Sequence[str]) -> str:
    """The id meant by an id, an unambiguous prefix of one, or "last", the first of ``ids``.

    Raises:
        NotFoundError: none or more than one is meant.
    """
    wanted = reference.strip().lower()
    if wanted == "last" and ids:
        return ids[0]
    if wanted in ids:
        return wanted
    meant = [one for one in ids if wanted and one.startswith(wanted)]
    if len(meant) > 1:
        raise NotFoundError(
            _("{meant} sessions begin like that.", meant=len(meant)),
            todo=_("Type a few more characters of the id."),
        )
    if not meant:
        raise not_found()
    return meant[0]


def not_found() -> NotFoundError:
    """No session answers to that."""
    return NotFoundError(
        _("There is no such session."), todo=_('See "wshoes sessions" for those there are.')
    )


def quick_lines(path: Path) -> list[SessionLine] | None:
    """All sessions of an SQLite file, the one saved last first; none where there is no file yet.

    None stands for "ask the store": it opens, migrates, or says in words what is wrong.
    """

    def read(connection: sqlite3.Connection) -> list[SessionLine] | None:
        if not is_current(connection):
            return None
        return sorted(_read_lines(connection, SESSION_LINES), key=newest_first)

    nothing: list[SessionLine] = []
    return quick(path, read, nothing)


def quick(
    path: Path, read: Callable[[sqlite3.Connection], Found | None], nothing: Found
) -> Found | None:
    """What is read of an SQLite file through a connection that can only read.

    ``nothing`` where there is no file yet; None ("ask the store") where it cannot be read so.
    """
    if os.path.lexists(f"{path}.exchange"):
        return None
    if not path.exists():
        return nothing
    import sqlite3

    with suppress(sqlite3.Error, ValueError, TypeError, OverflowError, OSError, WshoesError):
        address = f"{path.absolute().as_uri()}?mode=ro"
        try:
            with closing(sqlite3.connect(address, uri=True, timeout=1.0)) as connection:
                connection.text_factory = partial(str, encoding="utf-8", errors="replace")
                connection.execute("PRAGMA trusted_schema = OFF")
                connection.execute("PRAGMA cell_size_check = ON")
                return read(connection)
        except sqlite3.Error:  # a full disk, or one that can only be read
            from wshoes_tui.storage.sqlite_file import read_untouched

            return read_untouched(path.absolute(), read)
    return None


def quick_overview(path: Path, until: date) -> SessionsOverview | None:
    """What Home shows of the sessions of an SQLite file; None stands for "ask the store".

    Reads the counts and a few sessions alone, so a thousand take no longer than ten.
    """

    def read(connection: sqlite3.Connection) -> SessionsOverview | None:
        if not is_current(connection):
            return None
        count, pledges, programmes = (
            connection.execute(f"SELECT {counted}").fetchone()[0]
            for counted in ("count(*) FROM session", PLEDGES, PROGRAMMES)
        )
        newest = _read_lines(connection, NEWEST_UNFINISHED)
        # A day in UTC may be the next one here, or the one before.
        near = _read_lines(connection, NEAR_LAST_DAY, (until + timedelta(days=1)).isoformat())
        return replace(
            overview(near, until),
            count=count,
            pledges=pledges,
            programmes=programmes,
            unfinished=newest[0] if newest else None,
        )

    return quick(path, read, SessionsOverview())


PLEDGES = "count(*) FROM pledge WHERE session NOT IN (SELECT id FROM session WHERE candidate != '')"
PROGRAMMES = (
    "count(DISTINCT programme) FROM session"
    " WHERE kind = 'group' AND programme != '' AND candidate = ''"
)
NEWEST_UNFINISHED = (
    f"{SESSION_LINES} WHERE session.state != 'closed'"
    " ORDER BY session.commit_number DESC, session.id LIMIT 1"
)
NEAR_LAST_DAY = (
    f"{SESSION_LINES} WHERE session.kind = 'group' AND session.retention_days > 0"
    f" AND session.retention_days <= {LONGEST_RETENTION}"
    " AND date(coalesce(session.closed, session.created),"
    " session.retention_days || ' days') <= ?"
)
"""The sessions whose words are to be deleted by a day, as ``SessionLine.last_day`` has it."""


def is_current(connection: sqlite3.Connection) -> bool:
    """Whether a file is ours, of this version and harmless."""
    header = ("application_id", "user_version")
    found = [connection.execute(f"PRAGMA {name}").fetchone()[0] for name in header]
    return found == [APPLICATION_ID, VERSION] and not strange_object(connection, VERSION)


def _read_lines(connection: sqlite3.Connection, query: str, *values: str) -> list[SessionLine]:
    rows = connection.execute(query, values)
    names = [column[0] for column in rows.description]
    return [line_from_row(dict(zip(names, row, strict=True))) for row in rows]


def line_from_row(row: Mapping[str, Any], damaged: str = "") -> SessionLine:
    """The line of a row of ``SESSION_LINES``.

    Raises:
        ValueError, TypeError, OverflowError: the row is damaged.
    """
    values: dict[str, Any] = {name: read(row[name]) for name, read in _READERS.items()}
    return SessionLine(**values, damaged=damaged)


def _time(text: str) -> datetime:
    return datetime.fromisoformat(text).astimezone(UTC)


def _time_or_none(text: str | None) -> datetime | None:
    return None if text is None else _time(text)


_BY_TYPE: dict[object, Callable[[Any], object]] = {
    "datetime": _time,
    "datetime | None": _time_or_none,
    "int": int,
    "bool": bool,
}
_READERS = {
    field.name: _BY_TYPE.get(field.type, str)
    for field in fields(SessionLine)
    if field.name != "damaged"
}
