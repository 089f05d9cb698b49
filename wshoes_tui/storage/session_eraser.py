"""Session eraser: removes records, and whatever else stands of their words, from any database.

Works on the present database and on copies of it, of older schemas too: only tables and columns
that are there are touched. What is removed stays in unused parts of the file until that is
written anew (``Database.wipe``, ``file_eraser``).
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import fields, replace
from typing import Any

from sqlalchemy import Column, Connection, delete, func, insert, inspect, select, update

from wshoes_tui.domain.erasure import WORDS, Erased, is_about
from wshoes_tui.domain.handlers.response_handler import NAMING
from wshoes_tui.domain.models import Feedback, PledgeUpdate, Record, Response, Turn
from wshoes_tui.domain.serialization import KINDS, NAMES
from wshoes_tui.domain.value_reader import RecordError
from wshoes_tui.storage.row_mapping import from_row, to_row
from wshoes_tui.storage.tables import SESSION, STEP, TABLES, run_sql

ERASED = TABLES["erased"]
_DRAFT = TABLES["draft"]
AT_ONCE = 500
"""Ids in one statement: SQLite takes a thousand and more."""


def erase(connection: Connection, erased: Collection[Erased], *, keep_drafts: bool) -> None:
    """Remove what these rows name, and remember that it is erased.

    Args:
        connection: in a transaction that writes.
        erased: what is to be removed; a whole session where the kind is "session".
        keep_drafts: keep drafts with other words. In an old copy an early form of the words may
            stand in a draft, so there all drafts of the session go.
    """
    there = {name: _columns(connection, name) for name in _tables(connection)}
    erased = (*erased, *_told_elsewhere(connection, there, erased))
    whole = {one.session for one in erased if one.kind == "session"}
    ids = [one.id for one in erased if one.session not in whole]
    for session_id in whole:
        _remove_session(connection, there, session_id)
    texts: set[tuple[str, str]] = set()
    for some in _chunks(ids):
        _release(connection, there, Turn, "seat", some)
        for naming, field in NAMING:
            _release(connection, there, naming, field, some)
        response = TABLES[NAMES[Response]]
        said = select(response.c.turn, response.c.text)
        mine = response.c.id.in_(some) | response.c.seat.in_(some)
        texts.update((row.turn, row.text) for row in connection.execute(said.where(mine)))
        connection.execute(delete(_DRAFT).where(_DRAFT.c.id.in_(some)))
        for kind in WORDS:
            table = TABLES[NAMES[kind]]
            if table.name in there:
                connection.execute(delete(table).where(table.c.id.in_(some)))
        for kind in (Response, Feedback):
            table = TABLES[NAMES[kind]]
            connection.execute(delete(table).where(table.c.seat.in_(some)))
        for name in ("voice", "draft"):
            connection.execute(delete(TABLES[name]).where(TABLES[name].c.seat.in_(some)))
        seat = TABLES["seat"]
        connection.execute(delete(seat).where(seat.c.id.in_(some)))
    for session_id in {one.session for one in erased} - whole:
        _remove_drafts(connection, session_id, texts, every=not keep_drafts)
        connection.execute(delete(STEP).where(STEP.c.session == session_id))
        _count(connection, there, session_id)
    if ERASED.name in there:
        parts = (one for one in erased if one.session not in whole or one.kind == "session")
        remember(connection, (one for one in parts if one.kind != _DRAFT.name))


def _told_elsewhere(
    connection: Connection, there: Mapping[str, set[str]], erased: Collection[Erased]
) -> Iterable[Erased]:
    """What later sessions were told of pledges that are erased: it may repeat their words.

    Also what was typed about them and not handed in, in any session.
    """
    ids = {one.id for one in erased}
    whys = select(_DRAFT.c.id, _DRAFT.c.session, _DRAFT.c.kind, _DRAFT.c.text)
    for draft in connection.execute(whys.where(_DRAFT.c.kind == "why")).all():
        if is_about(draft.kind, draft.text, ids):
            yield Erased(draft.id, _DRAFT.name, draft.session)
    update = TABLES[NAMES[PledgeUpdate]]
    if update.name not in there:
        return
    for column in (update.c.pledge, update.c.made_in):
        for some in _chunks([one.id for one in erased]):
            for row in connection.execute(
                select(update.c.id, update.c.session).where(column.in_(some))
            ):
                yield Erased(row.id, update.name, row.session)


def remember(connection: Connection, erased: Iterable[Erased]) -> None:
    """Remember that these were erased; of an erased session nothing but its own id."""
    for one in erased:
        if one.kind == "session":
            connection.execute(delete(ERASED).where(ERASED.c.session == one.session))
        if connection.execute(select(ERASED.c.id).where(ERASED.c.id == one.id)).first() is None:
            row = {"id": one.id, "kind": one.kind, "session": one.session}
            connection.execute(insert(ERASED).values(row))


def read_erased(connection: Connection, session_id: str | None = None) -> tuple[Erased, ...]:
    """All that was erased, or what was erased of one session."""
    of_one = () if session_id is None else (session_id,)
    where = "WHERE session = ?" if of_one else ""
    wanted = f"SELECT id, kind, session FROM erased {where} ORDER BY id"  # noqa: S608
    return tuple(Erased(**row) for row in run_sql(connection, wanted, *of_one).mappings())


def _tables(connection: Connection) -> set[str]:
    return set(inspect(connection).get_table_names())


def _columns(connection: Connection, name: str) -> set[str]:
    return {column["name"] for column in inspect(connection).get_columns(name)}


def _chunks(ids: list[str]) -> Iterable[list[str]]:
    return (ids[start : start + AT_ONCE] for start in range(0, len(ids), AT_ONCE))


def _remove_session(connection: Connection, there: Mapping[str, set[str]], session_id: str) -> None:
    for name, table in TABLES.items():
        if name in there and table is not SESSION:
            connection.execute(delete(table).where(table.c.session == session_id))
    connection.execute(delete(SESSION).where(SESSION.c.id == session_id))


def _release(
    connection: Connection,
    there: Mapping[str, set[str]],
    kind: type[Record],
    field: str,
    gone: Collection[str],
) -> None:
    """Let records of a kind name nothing in a field where they named what is gone."""
    table = TABLES[NAMES[kind]]
    if field not in there[table.name]:
        return
    columns: list[Column[Any]] = [one for one in table.c if one.name in there[table.name]]
    for found in connection.execute(select(*columns).where(table.c[field].in_(gone))).mappings():
        row = dict(found)
        values: dict[str, Any] = {field: None}
        defaults = {one.name: one.default for one in fields(kind)}
        try:
            record, sound = from_row(kind, {**defaults, **row})
            if sound:
                released: Any = replace(record, **values, revision=record.revision + 1)
                values = to_row(row["session"], released)
        except RecordError:
            pass  # it is damaged already, and stays so
        known = {name: value for name, value in values.items() if name in there[table.name]}
        connection.execute(update(table).where(table.c.id == row["id"]).values(known))


def _remove_drafts(
    connection: Connection, session_id: str, texts: Collection[tuple[str, str]], *, every: bool
) -> None:
    draft = TABLES["draft"]
    mine = draft.c.session == session_id
    if every:
        connection.execute(delete(draft).where(mine))
        return
    wanted = select(draft.c.id, draft.c.turn, draft.c.text).where(mine)
    for row in connection.execute(wanted).all():
        if (row.turn, row.text) in texts:
            connection.execute(delete(draft).where(draft.c.id == row.id))


def _count(connection: Connection, there: Mapping[str, set[str]], session_id: str) -> None:
    """Count the rows of a session anew, by which a lost one is noticed."""
    parts = [TABLES[name] for name in (*KINDS, STEP.name) if name in there and name != "session"]
    counts = [
        connection.execute(
            select(func.count()).select_from(table).where(table.c.session == session_id)
        ).scalar_one()
        for table in parts
    ]
    connection.execute(
        update(SESSION).where(SESSION.c.id == session_id).values(records=1 + sum(counts))
    )
