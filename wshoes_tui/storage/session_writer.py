"""Session writer: what a transition changed, as inserts, updates and deletes, and nothing else."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from sqlalchemy import (
    Connection,
    Insert,
    ScalarSelect,
    bindparam,
    delete,
    func,
    insert,
    select,
    update,
)
from sqlalchemy.exc import IntegrityError

from wshoes_tui.domain.erasure import Erased
from wshoes_tui.domain.models import Draft, Header, Record, Session, Step, Transition, Voice
from wshoes_tui.domain.serialization import KEEP_ORDER, KINDS, NAMES
from wshoes_tui.storage.row_mapping import Row, in_writing_order, net_changes, step_row, to_row
from wshoes_tui.storage.session_eraser import ERASED, remember
from wshoes_tui.storage.storage_errors import Failure
from wshoes_tui.storage.tables import SESSION, STEP, TABLES


def _insertion(name: str) -> Insert:
    table = TABLES[name]
    if not issubclass(KINDS[name], KEEP_ORDER):
        return insert(table)
    after_last = select(func.coalesce(func.max(table.c.ordinal), 0) + 1)
    return insert(table).values(
        ordinal=after_last.where(table.c.session == bindparam("in_session")).scalar_subquery()
    )


# Made once: to make them anew for every letter that is typed took longer than to carry them out.
_INSERTIONS = {name: _insertion(name) for name in KINDS}
_ALL_COLUMNS = {name: insert(TABLES[name]) for name in KINDS}
_DRAFT = TABLES["draft"]
_THE_DRAFT = (_DRAFT.c.id == bindparam("record")) & (_DRAFT.c.session == bindparam("in_session"))
_DRAFT_GONE = delete(_DRAFT).where(_THE_DRAFT)
_DRAFT_CHANGED = update(_DRAFT).where(_THE_DRAFT)


KnownRows = Mapping[str, tuple[Record, Row]]
"""Records by their ids, with the rows they were read from: their hashes need not be made anew."""


def insert_session(
    connection: Connection,
    session: Session,
    saved: str,
    *,
    last: bool = False,
    known: KnownRows | None = None,
) -> None:
    """Write a whole new session.

    Args:
        connection: in a transaction that writes.
        session: what is written.
        saved: the time to note as that of its last commit.
        last: put it behind all others in lists, as one that goes on elsewhere.
        known: rows of some of its records, if they are there.
    """
    number = 0 if last else _next_number()
    header = {**to_row(session.id, session.header), "saved": saved, "commit_number": number}
    header |= {"version": session.version.to_text(), "records": 1}
    connection.execute(insert(SESSION).values(header))
    _note(connection, session.id, {"records": 1 + _insert_parts(connection, session, known)})


def replace_session(
    connection: Connection, session: Session, saved: str | None, known: KnownRows | None = None
) -> None:
    """Write a whole session in the place of the one of its id.

    ``saved`` is the time to note as that of its last commit; None where nothing of it is newer.
    """
    for table in TABLES.values():
        if table not in (SESSION, ERASED):
            connection.execute(delete(table).where(table.c.session == session.id))
    noted: dict[str, Any] = {**to_row(session.id, session.header)}
    if saved is not None:
        noted |= {"saved": saved, "commit_number": _next_number()}
    noted |= {"version": session.version.to_text()}
    noted["records"] = 1 + _insert_parts(connection, session, known)
    _note(connection, session.id, noted)


def _insert_parts(connection: Connection, session: Session, known: KnownRows | None) -> int:
    """Write all that belongs to a session but its header; how many rows were written."""
    rows: dict[str, list[dict[str, Any]]] = {}
    for record in in_writing_order(r for r in session.records() if not isinstance(r, Header)):
        of_kind = rows.setdefault(NAMES[type(record)], [])
        found, row = (known or {}).get(record.id, (None, {}))
        of_kind.append({**row} if found is record else to_row(session.id, record))
        if isinstance(record, KEEP_ORDER):
            of_kind[-1]["ordinal"] = len(of_kind)
    for name, of_kind in rows.items():
        connection.execute(_ALL_COLUMNS[name], of_kind)
    steps = _write_steps(connection, session.id, {}, _steps(session))
    remember(connection, (Erased(one, "", session.id) for one in session.erased))
    return sum(map(len, rows.values())) + steps


def write_transition(connection: Connection, transition: Transition, saved: str | None) -> None:
    """Write what a transition changed; ``saved`` is the time to note, if any.

    Raises:
        StoreError: the rows are not as the transition found them.
    """
    session_id = transition.session.id
    grown = sum(_write(connection, session_id, *pair) for pair in net_changes(transition))
    before, after = _steps(transition.before), _steps(transition.session)
    grown += _write_steps(connection, session_id, before, after)
    noted: dict[str, Any] = {}
    if saved is not None:
        noted = {"saved": saved, "commit_number": _next_number()}
        noted["version"] = transition.session.version.to_text()
    if grown:
        noted["records"] = SESSION.c.records + grown
    if noted:
        _note(connection, session_id, noted)


def delete_session(connection: Connection, session_id: str) -> None:
    """Remove a session and all its rows. StoreError where an index hides some of them.

    What was erased of it stays known.
    """
    for table in TABLES.values():
        if table not in (SESSION, ERASED):
            connection.execute(delete(table).where(table.c.session == session_id))
    try:
        connection.execute(delete(SESSION).where(SESSION.c.id == session_id))
    except IntegrityError:
        raise Failure.DAMAGED.error() from None


def _write(
    connection: Connection, session_id: str, before: Record | None, after: Record | None
) -> int:
    """Write one change; by how many rows the session grew."""
    if isinstance(before, Draft) or isinstance(after, Draft):
        return _write_draft(connection, session_id, before, after)
    if before is not None:
        _replace(connection, session_id, before, after)
    elif after is not None:
        _insert(connection, session_id, after)
    return (after is not None) - (before is not None)


def _write_draft(
    connection: Connection, session_id: str, before: Record | None, after: Record | None
) -> int:
    """As ``_write``, whatever is there: one that failed last time must not be in the way now."""
    if after is not None:
        row = to_row(session_id, after)
        if connection.execute(_DRAFT_CHANGED, {**row, **_which(session_id, after)}).rowcount:
            return 0
        connection.execute(_INSERTIONS["draft"], row)
        return 1
    return -connection.execute(_DRAFT_GONE, _which(session_id, before)).rowcount if before else 0


def _which(session_id: str, record: Record) -> dict[str, str]:
    return {"record": record.id, "in_session": session_id}


def _insert(connection: Connection, session_id: str, record: Record) -> None:
    row = to_row(session_id, record)
    if isinstance(record, KEEP_ORDER):
        row["in_session"] = session_id
    connection.execute(_INSERTIONS[NAMES[type(record)]], row)


def _replace(connection: Connection, session_id: str, before: Record, after: Record | None) -> None:
    """Update or delete a row, which must be as it was before."""
    table = TABLES[NAMES[type(before)]]
    same = (table.c.id == before.id) & (table.c.revision == before.revision)
    if after is None:
        done = connection.execute(delete(table).where(same))
    else:
        done = connection.execute(update(table).where(same).values(to_row(session_id, after)))
    if done.rowcount != 1:
        raise Failure.CHANGED.error()


def _next_number() -> ScalarSelect[int]:
    """The number of the next commit to any session."""
    other = SESSION.alias()
    return select(func.coalesce(func.max(other.c.commit_number), 0) + 1).scalar_subquery()


def _note(connection: Connection, session_id: str, values: dict[str, Any]) -> None:
    connection.execute(update(SESSION).where(SESSION.c.id == session_id).values(values))


Steps = dict[int, tuple[Step, bool]]
"""Steps by number, each with whether it is undone."""


def _steps(session: Session) -> Steps:
    done = {step.number: (step, False) for step in session.done}
    return done | {step.number: (step, True) for step in session.undone}


def _write_steps(connection: Connection, session_id: str, before: Steps, after: Steps) -> int:
    """Write the steps that differ and all after them; by how many rows the session grew.

    Clearing the rest also lets go of damaged steps, which a session is loaded without.
    """
    differ = [n for n in before.keys() | after.keys() if before.get(n) != after.get(n)]
    if not differ:
        return 0
    first = min(differ)
    gone = connection.execute(
        delete(STEP).where(STEP.c.session == session_id, STEP.c.number >= first)
    )
    rows = [
        step_row(session_id, step, undone=undone)
        for number, (step, undone) in sorted(after.items())
        if number >= first
    ]
    if rows:
        connection.execute(insert(STEP), rows)
    return len(rows) - gone.rowcount


def parts_words_from_seats(transition: Transition) -> bool:
    """Whether older pages of the file, or its log, now tell what its records do not.

    That is whose the words were that stood in a seat's draft, in which shoes somebody wrote, and
    who was heard on the turn that ended.
    """

    def tells(before: Record | None, after: Record | None) -> bool:
        if isinstance(before, Draft) and before.seat is not None:
            kept = isinstance(after, Draft) and (after.kind, after.shoes) == (
                before.kind,
                before.shoes,
            )
            return not kept
        if isinstance(before, Draft) and before.kind == "slip" and "named" in before.text:
            return before != after  # whose the slip is may have been taken back
        return isinstance(after or before, Voice)

    return any(tells(change.before, change.after) for change in transition.changes)


def is_final(transition: Transition) -> bool:
    """Whether the transition let go of words for good: those of steps, or of a closed session."""
    before, after = transition.before, transition.session
    if before.state == "closed":
        return True
    newest = after.done[-1:]
    forgotten = len(after.done) < len(before.done) and transition.name != "Undo"
    return forgotten or (newest != before.done[-1:] and any(step.final for step in newest))
