"""Session reader: rows back to a session, with a check of every hash."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from typing import Any, cast

from sqlalchemy import Connection, CursorResult, Select, Table, select, text
from sqlalchemy.exc import DBAPIError

from wshoes_tui.domain.list_rows import SessionLine
from wshoes_tui.domain.models import Header, PlayedDeck, Record, Seat, Session, Step, Turn
from wshoes_tui.domain.serialization import KINDS, record_hash, session_of
from wshoes_tui.domain.value_reader import RecordError
from wshoes_tui.domain.version_vector import vector_from_row
from wshoes_tui.errors import StoreError
from wshoes_tui.locale import _
from wshoes_tui.storage.light_schema import SESSION_LINES
from wshoes_tui.storage.row_check import UUID, as_row
from wshoes_tui.storage.row_mapping import Row, from_row, step_from_row
from wshoes_tui.storage.session_eraser import read_erased
from wshoes_tui.storage.session_list import line_from_row, newest_first, not_found
from wshoes_tui.storage.storage_errors import UNTOUCHED, code_of
from wshoes_tui.storage.tables import SESSION, STEP, TABLES, run_sql

FRAME: tuple[type[Record], ...] = (Header, PlayedDeck, Seat, Turn)
"""What holds a session together: kept, and named, as long as it can be made out at all."""

PARTS = tuple(name for name in KINDS if name != "session")
"""The tables of records that belong to a session."""


def _rows_of_session(table: Table) -> str:
    order = " ORDER BY ordinal" if "ordinal" in table.c else ""
    return f'SELECT * FROM "{table.name}" WHERE session = ?{order}'  # noqa: S608


_ROWS = {name: _rows_of_session(TABLES[name]) for name in (*PARTS, STEP.name)}
"""For ``run_sql``: to compile fourteen ``select``s took as long as to read a session."""


def load(connection: Connection, session_id: str) -> tuple[Session, tuple[str, ...]]:
    """A session with all of its sound rows, and the names of those that are not.

    Raises:
        NotFoundError: there is none.
        StoreError: its header or one of its turns cannot be made out.
    """
    loading = fetch(connection, session_id)
    return loading.session(), tuple(loading.damage)


def fetch(connection: Connection, session_id: str) -> Loading:
    """All rows of a session, of which ``Loading.session`` needs no connection any more.

    So that a reader holds no transaction for longer than the disk takes: while one is held,
    nobody can cut the log. NotFoundError if there is no such session.
    """
    loading = Loading(connection, session_id)
    loading.fetch()
    if loading.incomplete:
        # Perhaps only an index is damaged: look at every row of the tables instead.
        again = Loading(connection, session_id, scan=True)
        again.fetch()
        if again.count > loading.count:
            return again
    return loading


def holds_same(
    connection: Connection, session: Session, known: Mapping[str, tuple[Record, Row]]
) -> bool:
    """Whether a session is kept in this version, with the very rows that are known of it.

    It looks at their hashes alone: nothing of the session is read for it.
    """
    top = select(SESSION.c.version, SESSION.c.hash).where(SESSION.c.id == session.id)
    if connection.execute(top).first() != (session.version.to_text(), record_hash(session.header)):
        return False
    wanted = {(one, row["revision"], row["hash"]) for one, (_record, row) in known.items()}
    found: set[tuple[object, ...]] = set()
    for name in PARTS:
        if name != "draft":
            part = TABLES[name].c
            rows = select(part.id, part.revision, part.hash).where(part.session == session.id)
            found.update(tuple(row) for row in connection.execute(rows))
    return found == wanted


@contextmanager
def unless_corrupt() -> Iterator[None]:
    """Suppress the error of a part of the file that cannot be read, as against all of it."""
    try:
        yield
    except DBAPIError as error:
        if not code_of(error).startswith("SQLITE_CORRUPT"):
            raise


@dataclass(slots=True)
class Loading:
    """A session being read."""

    connection: Connection
    session_id: str
    scan: bool = False
    damage: list[str] = field(default_factory=list)
    count: int = 0
    incomplete: bool = False
    top: Row = field(default_factory=dict)
    rows: dict[str, list[Row]] = field(default_factory=dict)
    erased: tuple[str, ...] = ()

    def fetch(self) -> None:
        """Read every row of it."""
        wanted = "SELECT * FROM session WHERE id = ?"
        top = run_sql(self.connection, wanted, self.session_id).mappings().first()
        if top is None:
            raise not_found()
        self.top, self.count = as_row("session", dict(top).items()), 1
        self.rows = {name: self._rows(TABLES[name]) for name in (*PARTS, STEP.name)}
        self.erased = tuple(one.id for one in read_erased(self.connection, self.session_id))
        if top["records"] != self.count:
            self.incomplete = True
            self.damage.append(f"session {self.session_id}: rows are missing")

    def session(self) -> Session:
        """The session of the rows; those that are not as they were written go on ``damage``.

        Each row is dropped once it is a record, so that not all of both are in memory.
        """
        header = cast("Header", self._record("session", self.top))
        records = [self._record(name, row) for name in PARTS for row in _drained(self.rows[name])]
        done, undone = self._steps(self.rows[STEP.name])
        sound = (one for one in records if one is not None)
        session = session_of(header, sound, done, undone)
        version = vector_from_row(self.top["version"], self.top["saved"])
        return replace(session, erased=self.erased, version=version, damaged=tuple(self.damage))

    def _rows(self, table: Table) -> list[Row]:
        if not self.scan:
            rows, whole = self._fetch(table.name, _ROWS[table.name])
        else:
            rows, whole = self._scan(table)
        if not whole:
            self.incomplete = True
            self.damage.append(f"{table.name}: a part cannot be read")
        self.count += len(rows)
        return rows

    def _scan(self, table: Table) -> tuple[list[Row], bool]:
        """The rows found without an index: up to the first unreadable page from either end."""
        wanted = select(table).where(table.c.session + "" == self.session_id)
        key = list(table.primary_key)
        rows, whole = self._fetch(table.name, wanted.order_by(*key))
        if not whole:
            backwards, _ = self._fetch(
                table.name, wanted.order_by(*(column.desc() for column in key))
            )
            rows += [row for row in backwards if row not in rows]
        if all(isinstance(row.get("ordinal"), int) for row in rows):
            rows.sort(key=lambda row: row["ordinal"])
        return rows, whole

    def _fetch(self, table: str, wanted: Select[Any] | str) -> tuple[list[Row], bool]:
        """The rows up to the first page that cannot be read, and whether there is none."""
        with unless_corrupt():
            found = self._execute(wanted)
            names = tuple(found.keys())
            fetched = found.all()
            return [as_row(table, zip(names, row, strict=True)) for row in fetched], True
        rows: list[Row] = []
        with unless_corrupt():
            found = self._execute(wanted)
            rows.extend(as_row(table, row.items()) for row in found.mappings())
        return rows, False

    def _execute(self, wanted: Select[Any] | str) -> CursorResult[Any]:
        if isinstance(wanted, str):
            return run_sql(self.connection, wanted, self.session_id)
        return self.connection.execute(wanted)

    def _record(self, name: str, row: Row) -> Record | None:
        kind = KINDS[name]
        try:
            record, sound = from_row(kind, row)
        except RecordError:
            if kind in (Header, Turn):
                raise StoreError(
                    _(
                        "This session is damaged: its {name} {row} cannot be read.",
                        name=name,
                        row=_id(row),
                    ),
                    kept=_(UNTOUCHED),
                    todo=_(
                        "Save what can be read: wshoes doctor --repair. Other sessions can still "
                        "be opened."
                    ),
                ) from None
            record, sound = None, False
        if not sound:
            self.damage.append(f"{name} {_id(row)}")
        return record if sound or kind in FRAME else None

    def _steps(self, rows: list[Row]) -> tuple[tuple[Step, ...], tuple[Step, ...]]:
        """The steps done, and those undone as they would be done again, the next one last."""
        # Undo plays the steps backwards one by one: with one lost, none can be trusted.
        if self.incomplete:
            return (), ()
        done: list[Step] = []
        undone: list[Step] = []
        for row in rows:
            try:
                (undone if row["undone"] else done).append(step_from_row(row))
            except RecordError:
                self.damage.append("step: what undo goes by")
                return (), ()
        done.sort(key=lambda step: step.number)
        undone.sort(key=lambda step: -step.number)
        return tuple(done), tuple(undone)


def _drained(rows: list[Row]) -> Iterator[Row]:
    rows.reverse()
    while rows:
        yield rows.pop()


def _id(row: Row) -> str:
    # Where rows are damaged, words may stand where an id should.
    text = str(row["id"])
    return text if UUID.fullmatch(text) else "(unreadable id)"


NEVER = "1970-01-01T00:00:00Z"
UNREADABLE = {
    # Closed, so that nobody is asked to go on with it.
    "title": "",
    "kind": "group",
    "state": "closed",
    "created": NEVER,
    "programme": "",
    "planned_turns": 6,
    "retention_days": 0,
    "closed": None,
    "typed_up": False,
}
COUNTS = ("turn", "seats", "responses", "lightbulbs", "pledges")
DAMAGED = "A part of this session is damaged."

_LINES = text(SESSION_LINES)
_ONE_LINE = text(f"{SESSION_LINES} WHERE session.id = :wanted")


def session_lines(connection: Connection) -> list[SessionLine]:
    """All sessions, the one saved last first; what of one cannot be read is left out."""
    with unless_corrupt():
        counted = {row["id"]: row for row in connection.execute(_LINES).mappings()}
        headers = connection.execute(select(SESSION)).mappings()
        # The header last: a plain statement has no type for its flags.
        rows = [{**counted.get(header["id"], {}), **header} for header in headers]
        return sorted(map(_line, rows), key=newest_first)
    ids = connection.execute(select(SESSION.c.id)).scalars()
    return sorted((_line(_row_alone(connection, one)) for one in ids), key=newest_first)


def last_saved(connection: Connection, session_id: str) -> datetime:
    """When a session was last committed. NotFoundError if there is none."""
    query = select(SESSION.c.saved).where(SESSION.c.id == session_id)
    row = connection.execute(query).mappings().first()
    if row is None:
        raise not_found()
    return datetime.fromisoformat(_saved(dict(row)))


def _row_alone(connection: Connection, session_id: str) -> Row:
    row = {"id": session_id}
    header = select(SESSION).where(SESSION.c.id == session_id)
    for query in (_ONE_LINE.bindparams(wanted=session_id), header):
        with unless_corrupt():
            row.update(connection.execute(query).mappings().one())
    return row


def _line(row: Row) -> SessionLine:
    try:
        _, sound = from_row(Header, row)
    except (RecordError, KeyError):
        row, sound = {**row, **UNREADABLE}, False
    counts = {name: row.get(name) for name in COUNTS}
    numbers = {name: count if isinstance(count, int) else 0 for name, count in counts.items()}
    rest = {"saved": _saved(row), "next_seat": row.get("next_seat", "")}
    rest["candidate_label"] = row.get("candidate_label", "")
    whole = sound and "turn" in row
    return line_from_row({**row, **numbers, **rest}, damaged="" if whole else DAMAGED)


def _saved(row: Row) -> str:
    try:
        return datetime.fromisoformat(row["saved"]).astimezone(UTC).isoformat()
    except (KeyError, TypeError, ValueError, OverflowError):
        return NEVER
