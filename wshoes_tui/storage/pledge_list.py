"""Pledge list: a query for pledges of all sessions, each with its updates by later sessions."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, and_, or_, select

from wshoes_tui.domain.models import KeptPledge, Pledge, PledgeUpdate, Session
from wshoes_tui.domain.models.kept_pledge import OPEN_STATES
from wshoes_tui.domain.serialization import RecordError, time_to_json
from wshoes_tui.storage.row_mapping import from_row
from wshoes_tui.storage.tables import SESSION, TABLES

PLEDGE, UPDATE = TABLES["pledge"].c, TABLES["pledge_update"].c
MOST_IDS = 500
"""Ids in one statement: for more pledges than that, the updates of all are read."""


def read_pledges(
    connection: Connection, programme: str | None = None, asked_by: Session | None = None
) -> tuple[KeptPledge, ...]:
    """Pledges with their updates, those of the oldest session first.

    What was erased is not there, and neither is a row that is not as it was written: that is told
    where its session is read. Updates of a pledge that is gone have none to stand with. Of one day
    what was said between sessions comes behind what a session was told.

    Args:
        connection: to SQLite or PostgreSQL, in a transaction that reads.
        programme: only pledges made in sessions of it; None for all.
        asked_by: only pledges that this session may ask about, and perhaps some others: the
            query leaves out most of those that ``with_earlier_pledges`` would leave out.
    """
    of_session = (SESSION.c[name] for name in ("title", "created", "closed", "programme", "place"))
    made = select(*PLEDGE, *of_session).join(SESSION, PLEDGE.session == SESSION.c.id)
    between = UPDATE.made_in == UPDATE.session
    told = select(*UPDATE).join(SESSION, UPDATE.session == SESSION.c.id)
    if programme is not None:
        made = made.where(SESSION.c.programme == programme)
        of_programme = select(SESSION.c.id).where(SESSION.c.programme == programme)
        told = told.where(UPDATE.made_in.in_(of_programme))
    if asked_by is not None:
        made = made.where(_may_be_asked(asked_by))
    rows = _rows(connection, made.order_by(SESSION.c.created, PLEDGE.id))
    if len(rows) <= MOST_IDS:
        told = told.where(UPDATE.pledge.in_([row["id"] for row in rows]))
    updates: dict[str, list[PledgeUpdate]] = defaultdict(list)
    by_day = (UPDATE.on, between, SESSION.c.created, UPDATE.id)
    for row in _rows(connection, told.order_by(*by_day)) if rows else ():
        for update in _sound(PledgeUpdate, row):
            updates[update.pledge].append(update)
    return tuple(
        KeptPledge(
            pledge=pledge,
            session=row["session"],
            title=row["title"],
            created=_moment(row["created"]) or LONG_AGO,
            closed=_moment(row["closed"]),
            programme=row["programme"],
            place=row["place"],
            updates=tuple(updates[pledge.id]),
        )
        for row in rows
        for pledge in _sound(Pledge, row)
    )


AS_WRITTEN = "____-__-__T__:__:__.______Z"
"""Times of this form sort as their texts do; where a row is damaged, another may stand."""


def _may_be_asked(session: Session) -> ColumnElement[bool]:
    """What is true of each pledge that a session asks about, and of few others."""
    header = session.header
    told = PLEDGE.id.in_({one.pledge for one in session.pledge_updates})
    since_open = select(UPDATE.pledge).where(UPDATE.state.in_(OPEN_STATES))
    is_open = or_(PLEDGE.state.in_(OPEN_STATES), PLEDGE.id.in_(since_open))
    begun, (created, closed) = time_to_json(header.created), (SESSION.c.created, SESSION.c.closed)
    before = or_(
        created < begun,
        closed <= begun,
        created.not_like(AS_WRITTEN),
        closed.not_like(AS_WRITTEN),
    )
    made_in = [SESSION.c.id == header.parent]
    if header.programme:
        places = [SESSION.c.place.in_(("", header.place))] if header.place else []
        made_in.append(and_(SESSION.c.programme == header.programme, before, *places))
    sessions = select(SESSION.c.id).where(or_(*made_in))
    return and_(
        PLEDGE.session != session.id, or_(told, and_(PLEDGE.session.in_(sessions), is_open))
    )


LONG_AGO = datetime(1970, 1, 1, tzinfo=UTC)
"""When a session was begun whose row is damaged."""


def _rows(connection: Connection, query: Select[Any]) -> list[dict[str, Any]]:
    found = connection.execute(query)
    names = tuple(found.keys())
    return [dict(zip(names, row, strict=True)) for row in found]


def _moment(text: str | None) -> datetime | None:
    try:
        return datetime.fromisoformat(text or "").astimezone(UTC)
    except (ValueError, TypeError, OverflowError):
        return None


def _sound(kind: Any, row: dict[str, Any]) -> Iterator[Any]:
    """The record of a row, if it is as it was written."""
    try:
        record, sound = from_row(kind, row)
    except RecordError:
        return
    if sound:
        yield record
