"""SQLModel schema: the one declaration of the tables, one for each kind of record and the steps.

Columns are named as the fields of the records. Times and days are the texts of the JSON
form and nested values its JSON: what was damaged on the disk can then be read, and named,
row by row. No table has a hidden row number, which would tell in what order rows came.

A new column stands last, as it does where a migration added it: a row that is salvaged from a page
without its table is read by place.

To change a table, change its record, its class here, and add a migration; then write the
generated files anew: ``python -m tests.schema``. They are ``schema.sql``, which makes the
tables in SQLite, and ``light_schema``, for the start-up path: importing SQLModel takes as long
as everything else there, and seventeen megabytes. Reports read with ``select`` and these
classes, on a connection of ``Database.reading``.
"""

from __future__ import annotations

from typing import Any, ClassVar

from sqlalchemy import BigInteger, ColumnElement, Select, case, func
from sqlalchemy.orm import declared_attr
from sqlmodel import Field, SQLModel, col, select

from wshoes_tui.domain.serialization import snake_case


class TableBase(SQLModel):
    """Base of every table: named after its class, ``played_deck`` for ``PlayedDeckRow``."""

    __table_args__: ClassVar[Any] = {"sqlite_with_rowid": False}

    @declared_attr.directive
    def __tablename__(cls) -> str:  # noqa: N805 - of the class
        return snake_case(cls.__name__.removesuffix("Row"))


class RecordRow(TableBase):
    """What every record's row has. ``hash`` is that of the record's content."""

    id: str = Field(primary_key=True)
    revision: int
    hash: str


class SessionRow(RecordRow, table=True):
    """A session's header.

    ``saved`` is the time of the last commit, ``commit_number`` its number among those of all
    sessions: which one is newest is told by it, for clocks jump. ``records`` is the number of rows
    that belong to the session, this one included: a row that is lost is noticed by it. By
    ``version``, its version vector, ``wshoes gather`` knows which of two copies is newer.
    """

    title: str
    kind: str
    state: str
    created: str
    order: str
    seed: int = Field(sa_type=BigInteger)
    planned_turns: int
    write_first: bool
    visibility: str
    retention_days: int
    agreements: str
    consented: bool
    language: str
    programme: str
    parent: str | None
    paused_at: str | None
    closed: str | None
    saved: str
    commit_number: int = Field(sa_type=BigInteger)
    records: int
    place: str
    typed_up: bool
    version: str
    candidate: str
    planned_minutes: int


class SessionPartRow(RecordRow):
    """A row that belongs to a session."""

    session: str = Field(foreign_key="session.id", index=True)


class PlayedDeckRow(SessionPartRow, table=True):
    """A deck, whole. ``ordinal`` is its place among the session's decks."""

    deck: str
    ordinal: int


class SeatRow(SessionPartRow, table=True):
    """A seat."""

    number: int
    label: str
    role: str
    side: str | None
    needs: str
    state: str


class TurnRow(SessionPartRow, table=True):
    """A turn."""

    number: int
    deck: str
    card: str
    seat: str | None
    shoes: str
    started: str
    state: str
    phase: str
    prompt: int
    swap_of: str | None
    ended: str | None
    paused_seconds: int


class ResponseRow(SessionPartRow, table=True):
    """A response. No time, and no order beyond its place on the turn."""

    turn: str
    shoes: str
    text: str
    place: int
    seat: str | None
    visibility: str
    written_first: bool
    tag: str
    review: str
    shared_text: str


class LightbulbRow(SessionPartRow, table=True):
    """A lightbulb."""

    used_to_think: str
    now_see: str
    turn: str | None
    shoes: str
    response: str | None
    tag: str
    review: str
    shared_text: str


class PledgeRow(SessionPartRow, table=True):
    """A pledge with its history."""

    text: str
    owner: str
    by_when: str | None
    horizon: str
    state: str
    history: str
    turn: str | None
    tag: str
    review: str
    shared_text: str
    condition: str
    scope: str
    lightbulb: str | None
    response: str | None


class PledgeUpdateRow(SessionPartRow, table=True):
    """How a pledge of an earlier session stood when this session asked."""

    pledge: str
    made_in: str
    on: str
    state: str
    note: str
    text: str
    tag: str
    review: str
    shared_text: str


class ParkedTopicRow(SessionPartRow, table=True):
    """A topic in the car park."""

    text: str
    turn: str | None
    card: str
    tag: str
    review: str
    shared_text: str


class WildCardRow(SessionPartRow, table=True):
    """A card of the group's own. ``ordinal`` is its place among them: the oldest is drawn first."""

    deck: str
    title: str
    text: str
    ordinal: int
    tag: str
    review: str
    shared_text: str


class RatingRow(SessionPartRow, table=True):
    """One number, from nobody in particular."""

    deck: str
    shoes: str
    value: int
    when: str


class FeedbackRow(SessionPartRow, table=True):
    """Words of the closing round."""

    kind: str
    text: str
    seat: str | None
    tag: str
    review: str
    shared_text: str


class VoiceRow(SessionPartRow, table=True):
    """How often a seat has been heard."""

    seat: str
    count: int


class DraftRow(SessionPartRow, table=True):
    """Words not yet handed in."""

    kind: str
    text: str
    turn: str | None
    seat: str | None
    shoes: str
    handed_in: bool


class EvidenceRow(SessionPartRow, table=True):
    """What somebody of a panel heard. No time, and no order beyond its place on the turn."""

    turn: str
    shoes: str
    value: str
    text: str
    place: int
    seat: str | None
    named: bool
    withheld: bool
    tag: str
    review: str
    shared_text: str


class StepRow(TableBase, table=True):
    """A step that can be taken back or, once ``undone``, done again. ``changes`` is JSON."""

    session: str = Field(foreign_key="session.id", primary_key=True)
    number: int = Field(primary_key=True, sa_column_kwargs={"autoincrement": False})
    name: str
    final: bool
    undone: bool
    changes: str
    hash: str


class ErasedRow(TableBase, table=True):
    """Something that was erased, so that no copy and no export brings it back: its id and kind.

    ``session`` is its own id where it was a whole session. Both are empty where they are not known.
    """

    id: str = Field(primary_key=True)
    kind: str = Field(sa_column_kwargs={"server_default": ""})
    session: str = Field(index=True, sa_column_kwargs={"server_default": ""})


APPLICATION_ID = 0x7773686F
"""What stands in the header of an SQLite file of ours."""

SCHEMA = SQLModel.metadata
"""All tables, the sessions first. On a server they are made from it."""


def select_session_lines() -> Select[Any]:
    """The list of sessions: a row for each, with the fields of a ``SessionLine``.

    Generated into ``light_schema.SESSION_LINES``, for Home is shown before SQLModel is imported.
    Turns of closed sessions are counted in the index of their sessions, for they are numbered
    without gaps: to look at each took longer than all the rest of a thousand sessions.
    """
    next_seat = (
        select(SeatRow.label)
        .where(
            TurnRow.session == SessionRow.id, TurnRow.state == "open", SeatRow.id == TurnRow.seat
        )
        .order_by(col(TurnRow.number).desc())
        .limit(1)
    )
    candidate = select(SeatRow.label).where(
        SeatRow.session == SessionRow.id, SeatRow.id == SessionRow.candidate
    )
    newest = select(func.coalesce(func.max(TurnRow.number), 0)).where(
        TurnRow.session == SessionRow.id
    )
    state = col(SessionRow.state)
    return select(SessionRow.id, SessionRow.title, SessionRow.kind, SessionRow.state).add_columns(
        col(SessionRow.created),
        col(SessionRow.saved),
        col(SessionRow.commit_number),
        col(SessionRow.programme),
        col(SessionRow.planned_turns),
        col(SessionRow.retention_days),
        col(SessionRow.closed),
        col(SessionRow.typed_up),
        func.coalesce(candidate.scalar_subquery(), "").label("candidate_label"),
        case((state == "closed", _count(TurnRow)), else_=newest.scalar_subquery()).label("turn"),
        func.coalesce(case((state == "turns", next_seat.scalar_subquery())), "").label("next_seat"),
        _count(SeatRow).label("seats"),
        _count(ResponseRow).label("responses"),
        _count(LightbulbRow).label("lightbulbs"),
        _count(PledgeRow).label("pledges"),
    )


def _count(part: type[SessionPartRow]) -> ColumnElement[int]:
    rows = select(func.count()).where(part.session == SessionRow.id)
    return rows.select_from(part).scalar_subquery()
