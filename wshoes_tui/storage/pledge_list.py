"""Pledge list: a query for pledges of all sessions, each with its updates by later sessions."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from wshoes_tui.domain.models import KeptPledge, Pledge, PledgeUpdate
from wshoes_tui.domain.serialization import RecordError
from wshoes_tui.storage.row_mapping import from_row

if TYPE_CHECKING:
    from sqlalchemy import Connection


def read_pledges(connection: Connection, programme: str | None = None) -> tuple[KeptPledge, ...]:
    """Pledges with their updates, those of the oldest session first.

    What was erased is not there, and neither is a row that is not as it was written: that is told
    where its session is read. Updates of a pledge that is gone have none to stand with. Of one day
    what was said between sessions comes behind what a session was told.

    Args:
        connection: to SQLite or PostgreSQL, in a transaction that reads.
        programme: only pledges made in sessions of it; None for all.
    """
    from sqlmodel import Session, col, select

    from wshoes_tui.storage.schema import PledgeRow, PledgeUpdateRow, SessionRow

    at = (col(SessionRow.created), col(PledgeRow.id))
    made = select(PledgeRow, SessionRow).where(PledgeRow.session == SessionRow.id).order_by(*at)
    made = made.where(SessionRow.candidate == "")  # a candidate's record is nobody else's list
    between = col(PledgeUpdateRow.made_in) == col(PledgeUpdateRow.session)
    by_day = (col(PledgeUpdateRow.on), between, col(SessionRow.created), col(PledgeUpdateRow.id))
    told = (
        select(PledgeUpdateRow)
        .join(SessionRow, col(PledgeUpdateRow.session) == SessionRow.id)
        .order_by(*by_day)
    )
    if programme is not None:
        made = made.where(SessionRow.programme == programme)
        told = told.where(
            col(PledgeUpdateRow.made_in).in_(
                select(SessionRow.id).where(SessionRow.programme == programme)
            )
        )
    rows = Session(connection)
    updates: dict[str, list[PledgeUpdate]] = defaultdict(list)
    for one in rows.exec(told):
        for update in _sound(PledgeUpdate, one.model_dump()):
            updates[update.pledge].append(update)
    return tuple(
        KeptPledge(
            pledge=pledge,
            session=session.id,
            title=session.title,
            created=_moment(session.created) or LONG_AGO,
            closed=_moment(session.closed),
            programme=session.programme,
            place=session.place,
            updates=tuple(updates[pledge.id]),
        )
        for row, session in rows.exec(made)
        for pledge in _sound(Pledge, row.model_dump())
    )


LONG_AGO = datetime(1970, 1, 1, tzinfo=UTC)
"""When a session was begun whose row is damaged."""


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
