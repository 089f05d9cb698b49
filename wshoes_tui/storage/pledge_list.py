"""Pledge list: a query for pledges of all sessions, each with its updates by later sessions."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Sized
from datetime import UTC, datetime
from typing import Any

from wshoes_tui.domain.models import KeptPledge, Pledge, PledgeUpdate, Session
from wshoes_tui.domain.models.kept_pledge import OPEN_STATES
from wshoes_tui.domain.serialization import time_to_json
from wshoes_tui.domain.value_reader import RecordError
from wshoes_tui.storage.row_mapping import from_row

Query = Callable[..., list[dict[str, Any]]]
"""Runs SQL with "?" for each value, as ``tables.query_rows`` does; returns rows by column."""
MOST_IDS = 500
"""Ids in one statement: for more pledges than that, the updates of all are read."""


def read_pledges(
    query: Query, programme: str | None = None, asked_by: Session | None = None
) -> tuple[KeptPledge, ...]:
    """Pledges with their updates, those of the oldest session first.

    What was erased is not there, and neither is a row that is not as it was written: that is told
    where its session is read. Updates of a pledge that is gone have none to stand with. Of one day
    what was said between sessions comes behind what a session was told.

    Args:
        query: asks SQLite or PostgreSQL, in a transaction that reads.
        programme: only pledges made in sessions of it; None for all.
        asked_by: only pledges that this session may ask about, and perhaps some others: the
            query leaves out most of those that ``with_earlier_pledges`` would leave out.
    """
    made, told = _Conditions(), _Conditions()
    made.add("pledge.session = session.id")
    made.add("session.candidate = ''")  # a candidate's record is part of nobody else's list
    if programme is not None:
        made.add("session.programme = ?", programme)
        told.add(_MADE_IN, programme)
    if asked_by is not None:
        _only_what_it_may_ask(made, asked_by)
    rows = _rows(query, _MADE, made, "session.created, pledge.id")
    if len(rows) <= MOST_IDS:
        told.add(f"pledge IN ({_signs(rows)})", *(row["id"] for row in rows))
    updates: dict[str, list[PledgeUpdate]] = defaultdict(list)
    for row in _rows(query, _TOLD, told, _BY_DAY) if rows else ():
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


_MADE = """
    SELECT pledge.*, session.title, session.created, session.closed, session.programme,
        session.place
    FROM session CROSS JOIN pledge"""
"""SQLite takes the tables of a CROSS JOIN in this order: a few sessions, and then their pledges."""
_TOLD = """
    SELECT told.* FROM pledge_update AS told JOIN session ON session.id = told.session"""
_MADE_IN = "EXISTS (SELECT 1 FROM session AS one WHERE one.id = told.made_in AND one.programme = ?)"
_BY_DAY = 'told."on", told.made_in = told.session, session.created, told.id'


class _Conditions:
    """What stands behind WHERE, with the values of its question marks."""

    def __init__(self) -> None:
        self.parts: list[str] = []
        self.values: list[str] = []

    def add(self, part: str, *values: str) -> None:
        self.parts.append(part)
        self.values += values


AS_WRITTEN = "____-__-__T__:__:__.______Z"
"""Times of this form sort as their texts do; where a row is damaged, another may stand."""


def _only_what_it_may_ask(made: _Conditions, session: Session) -> None:
    """Add what is true of each pledge that a session asks about, and of few others."""
    header, told = session.header, sorted({one.pledge for one in session.pledge_updates})
    made_in, values = "session.id = ?", [header.parent or ""]
    if header.programme:
        of_place = "AND session.place IN ('', ?)" if header.place else ""
        made_in += f" OR (session.programme = ? {of_place} AND ({_EARLIER}))"
        begun = time_to_json(header.created)
        values += (header.programme, *([header.place] if header.place else ()))
        values += (begun, begun, AS_WRITTEN, AS_WRITTEN)
    is_told = f"pledge.id IN ({_signs(told)})"
    told_in = f"session.id IN (SELECT pledge.session FROM pledge WHERE {is_told})"  # noqa: S608
    made.add(f"session.id != ? AND ({told_in} OR {made_in})", session.id, *told, *values)
    made.add(f"({is_told} OR {_OPEN})", *told)


_EARLIER = """
    session.created < ? OR session.closed <= ?
    OR session.created NOT LIKE ? OR session.closed NOT LIKE ?"""
_STATES = ", ".join(f"'{state}'" for state in sorted(OPEN_STATES))
_OPEN = f"""
    pledge.state IN ({_STATES})
    OR pledge.id IN (SELECT pledge FROM pledge_update WHERE state IN ({_STATES}))"""  # noqa: S608


def _signs(values: Sized) -> str:
    return ", ".join("?" * len(values)) or "NULL"


LONG_AGO = datetime(1970, 1, 1, tzinfo=UTC)
"""When a session was begun whose row is damaged."""


def _rows(query: Query, sql: str, where: _Conditions, order: str) -> list[dict[str, Any]]:
    conditions = f"WHERE {' AND '.join(where.parts)}" if where.parts else ""
    return query(f"{sql} {conditions} ORDER BY {order}", *where.values)


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
