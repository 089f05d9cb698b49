"""The list of sessions for Home, read without SQLModel.

Importing the database toolkit takes longer than everything else on the way to the first
screen, and twenty megabytes. Home needs one line a session, so it reads them by hand, from a
connection that can only read; whatever is out of the ordinary is left to the store itself.
"""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import closing, suppress
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from wshoes_tui.domain.list_rows import SessionLine
from wshoes_tui.errors import NotFoundError, WshoesError

if TYPE_CHECKING:
    import sqlite3


def newest_first(line: SessionLine) -> tuple[float, float, str]:
    """The order of sessions in a list: the one saved last first."""
    return -line.saved.timestamp(), -line.created.timestamp(), line.id


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
            f"{len(meant)} sessions begin like that.", todo="Type a few more characters of the id."
        )
    if not meant:
        raise not_found()
    return meant[0]


def not_found() -> NotFoundError:
    """No session answers to that."""
    return NotFoundError(
        "There is no such session.", todo='See "wshoes sessions" for those there are.'
    )


APPLICATION_ID = 0x7773686F
SCHEMA = 1

LINES = """
SELECT s.id, s.title, s.kind, s.state, s.created, s.saved, s.programme, s.planned_turns,
  (SELECT count(*) FROM seat WHERE session = s.id),
  (SELECT max(number) FROM turn WHERE session = s.id),
  (SELECT seat.label FROM turn JOIN seat ON seat.id = turn.seat
    WHERE turn.session = s.id AND turn.state = 'open' ORDER BY turn.number DESC LIMIT 1),
  (SELECT count(*) FROM response WHERE session = s.id),
  (SELECT count(*) FROM lightbulb WHERE session = s.id),
  (SELECT count(*) FROM pledge WHERE session = s.id)
FROM session AS s ORDER BY s.saved DESC, s.created DESC, s.id
"""


def quick_lines(path: Path) -> list[SessionLine] | None:
    """All sessions of an SQLite file, the one saved last first; none where there is no file yet.

    None stands for "ask the store": it opens, migrates, or says in words what is wrong.
    """
    if not path.exists():
        return []
    import sqlite3

    with suppress(sqlite3.Error, ValueError, TypeError, OSError, WshoesError):
        address = f"{path.absolute().as_uri()}?mode=ro"
        try:
            with closing(sqlite3.connect(address, uri=True, timeout=1.0)) as connection:
                connection.text_factory = partial(str, encoding="utf-8", errors="replace")
                return _lines(connection)
        except sqlite3.Error:  # a full disk, or one that can only be read
            from wshoes_tui.storage.private_copy import read_untouched

            return read_untouched(path.absolute(), _lines)
    return None


def _lines(connection: sqlite3.Connection) -> list[SessionLine] | None:
    if not _is_ours(connection):
        return None
    return [_line(row) for row in connection.execute(LINES)]


def _is_ours(connection: sqlite3.Connection) -> bool:
    names = ("application_id", "user_version")
    found = [connection.execute(f"PRAGMA {name}").fetchone()[0] for name in names]
    return found == [APPLICATION_ID, SCHEMA]


def _line(row: tuple[object, ...]) -> SessionLine:
    (id_, title, kind, state, created, saved, programme, planned, seats, turn, whose, *counts) = row
    responses, lightbulbs, pledges = counts
    return SessionLine(
        id=str(id_),
        title=str(title),
        kind="rehearsal" if kind == "rehearsal" else "group",
        state=state,  # type: ignore[arg-type]
        created=datetime.fromisoformat(str(created)),
        saved=datetime.fromisoformat(str(saved)),
        programme=str(programme),
        seats=int(str(seats)),
        turn=int(str(turn or 0)),
        planned_turns=int(str(planned)),
        next_seat=str(whose or ""),
        responses=int(str(responses)),
        lightbulbs=int(str(lightbulbs)),
        pledges=int(str(pledges)),
    )
