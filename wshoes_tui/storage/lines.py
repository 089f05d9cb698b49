"""One line for each session, added up by the database."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any, cast

from sqlalchemy import Connection, Select, func, select
from sqlalchemy.exc import DBAPIError

from wshoes_tui.domain.listing import SessionLine
from wshoes_tui.domain.models import Header
from wshoes_tui.domain.records import RecordError
from wshoes_tui.storage.reading import is_corrupt
from wshoes_tui.storage.references import newest_first
from wshoes_tui.storage.rows import Row, from_row
from wshoes_tui.storage.tables import SESSION, TABLES

COUNTED = {"seats": "seat", "responses": "response", "lightbulbs": "lightbulb", "pledges": "pledge"}
NEVER = datetime(1970, 1, 1, tzinfo=UTC)
DAMAGED = "A part of this session is damaged."


def session_lines(connection: Connection) -> list[SessionLine]:
    """All sessions, the one saved last first."""
    try:
        lines = [_line(dict(row)) for row in connection.execute(_counted()).mappings()]
    except DBAPIError as error:
        if not is_corrupt(error):
            raise
        ids = connection.execute(select(SESSION.c.id)).scalars().all()
        lines = [_line_alone(connection, session_id) for session_id in ids]
    return sorted(lines, key=newest_first)


def _counted() -> Select[Any]:
    turn, seat = TABLES["turn"], TABLES["seat"]
    of_session = turn.c.session == SESSION.c.id
    newest = select(func.max(turn.c.number)).where(of_session)
    whose = (
        select(seat.c.label)
        .where(of_session, turn.c.state == "open", seat.c.id == turn.c.seat)
        .order_by(turn.c.number.desc())
        .limit(1)
    )
    counts = [
        select(func.count()).where(TABLES[table].c.session == SESSION.c.id).scalar_subquery()
        for table in COUNTED.values()
    ]
    columns = [count.label(f"counted_{name}") for name, count in zip(COUNTED, counts, strict=True)]
    return select(
        SESSION,
        newest.scalar_subquery().label("newest_turn"),
        whose.scalar_subquery().label("whose_turn"),
        *columns,
    )


def _line_alone(connection: Connection, session_id: str) -> SessionLine:
    for wanted in (_counted(), select(SESSION)):
        try:
            found = connection.execute(wanted.where(SESSION.c.id == session_id))
            return _line(dict(found.mappings().one()))
        except DBAPIError as error:
            if not is_corrupt(error):
                raise
    return _line({"id": session_id})


def _line(row: Row) -> SessionLine:
    try:
        record, sound = from_row(Header, row)
        header = cast("Header", record)
    except (RecordError, KeyError):
        # Closed, so that nobody is asked to go on with it.
        header = Header(id=str(row["id"]), title="", kind="group", state="closed", created=NEVER)
        sound = False
    counts = {name: row.get(f"counted_{name}") or 0 for name in COUNTED}
    return SessionLine(
        id=header.id,
        title=header.title,
        kind=header.kind,
        state=header.state,
        created=header.created,
        saved=_saved(row),
        programme=header.programme,
        planned_turns=header.planned_turns,
        turn=row.get("newest_turn") or 0,
        next_seat=row.get("whose_turn") or "",
        damaged="" if sound and "newest_turn" in row else DAMAGED,
        **counts,
    )


def _saved(row: Row) -> datetime:
    try:
        return datetime.fromisoformat(row["saved"]).astimezone(UTC)
    except (KeyError, TypeError, ValueError, OverflowError):
        return NEVER
