"""Salvage: makes a new database of every row that can be read of a damaged one.

What is missing of the frame of a session (its header, a turn) is put in anew, so that the words
can be shown; words that are not as they were written are kept beside a mark that says so, out of
exports and without a seat, since any part of their row may be the one that changed.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from contextlib import closing, suppress
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from itertools import count
from pathlib import Path
from typing import Any, cast
from uuid import uuid4

from sqlalchemy.exc import SQLAlchemyError

from wshoes_tui.domain.erasure import Erased
from wshoes_tui.domain.models import (
    TEXTS,
    Evidence,
    Feedback,
    Header,
    PlayedDeck,
    Rating,
    Record,
    Response,
    Seat,
    Session,
    SpokenRecord,
    Step,
    Turn,
    Voice,
)
from wshoes_tui.domain.serialization import session_of, time_to_json
from wshoes_tui.domain.version_vector import VersionVector, new_writer, vector_from_row
from wshoes_tui.errors import StoreError, WshoesError
from wshoes_tui.locale import N_, _
from wshoes_tui.locale.phrases import PUT_BACK
from wshoes_tui.storage import (
    migrations,
    private_files,
    session_eraser,
    session_writer,
)
from wshoes_tui.storage.copy_files import copies_in, folder_of_copies
from wshoes_tui.storage.database import changing, engine_of
from wshoes_tui.storage.file_exchange import finish_exchange, forget_new, new_beside
from wshoes_tui.storage.light_schema import APPLICATION_ID
from wshoes_tui.storage.page_reader import PageReader
from wshoes_tui.storage.row_salvage import (
    SalvagedRow,
    SalvagedRows,
    by_session,
    complete_frames,
    salvage_rows,
    with_stand_ins,
)
from wshoes_tui.storage.sqlite_file import bytes_of, connect, connect_to_copy, identify
from wshoes_tui.storage.storage_errors import UNTOUCHED, translated_errors

NOT_AS_WRITTEN = N_("not as written")
"""The mark that stands before words in whose row something has changed on the disk."""
RECOVERED = N_("Recovered session")
"""The title of a session whose own could not be read."""

LONG_AGO = datetime(1970, 1, 1, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class MarkedText:
    """Words that are not as they were written, and the number of their turn; 0 for none."""

    kind: str
    turn: int
    text: str


@dataclass(frozen=True, slots=True)
class SalvagedSession:
    """What became of one session.

    Args:
        session: as it is in the new file.
        saved: when it was last saved, as text.
        commit_number: the number of its last commit; 0 where that is not known.
        marked: its words that are not as they were written.
        altered: other rows of it that are not: their tables.
        missing: how many rows could not be read, as far as the session itself tells.
        put_in: how many records of its frame were put in anew.
        copied: how many records of its frame were taken from a copy.
    """

    session: Session
    saved: str
    commit_number: int
    marked: tuple[MarkedText, ...]
    altered: tuple[str, ...]
    missing: int
    put_in: int
    copied: int


def salvage(path: Path, erased: Iterable[Erased]) -> list[SalvagedSession]:
    """Make a new database beside a damaged one, of all that can be read of it with its log.

    Args:
        path: the damaged file. It is not changed.
        erased: what was erased, which is left out.

    Raises:
        StoreError: nothing of ours can be read, or the new file cannot be written.
    """
    with translated_errors(sqlite3.Error, SQLAlchemyError):
        finish_exchange(path)
        forget_new(path)
        rows = salvage_rows(_reader_of(path))
        rows.erased |= set(erased)
        _complete(rows, path)
        found = [salvaged_session(one, all_) for one, all_ in by_session(rows)]
        if not any(one.sound for one in rows.rows.values()):
            raise StoreError(
                _("Nothing of wshoes can be read in {name!r}.", name=path.name),
                kept=_(UNTOUCHED),
                todo=_(PUT_BACK),
            )
        _write(path, found, rows)
    return found


def _complete(rows: SalvagedRows, path: Path) -> None:
    """Take from the copies, the newest first, what holds a session together and is lost.

    Only for sessions that lack something: from others it may have been taken out on purpose.
    """
    lacking = {session for session, found in by_session(rows) if not _is_whole(found)}
    for one in copies_in(folder_of_copies(path), path.stem):
        with suppress(sqlite3.Error, OSError, WshoesError):
            identity = identify(one.path)
            if identity.ours and not identity.strange:
                with closing(connect(one.path, "mode=ro")) as copy:
                    complete_frames(rows, copy, lacking)


def _is_whole(rows: list[SalvagedRow]) -> bool:
    """Whether a session has as many rows as it says, all as they were written."""
    top = next((one for one in rows if one.table == "session"), None)
    if top is None or not all(one.sound and not one.copied for one in rows):
        return False
    return top.row.get("records") == len(rows)


def _reader_of(path: Path) -> PageReader:
    """The pages of a file with its log; SQLite takes back what a rollback journal says."""
    if private_files.size_of_file(path.with_name(f"{path.name}-journal")):
        with suppress(sqlite3.Error), closing(connect_to_copy(path)) as copy:
            return PageReader(copy.serialize())
    return PageReader(bytes_of(path), bytes_of(path.with_name(f"{path.name}-wal")))


def salvaged_session(session_id: str, rows: list[SalvagedRow]) -> SalvagedSession:
    """A session of all rows that could be read of it, its steps only where all of it is sound."""
    rows = sorted(rows, key=_ordinal)
    top = next((one for one in rows if one.table == "session"), None)
    own = top is not None and top.sound and not top.copied
    promised = top.row.get("records") if top is not None and own else None
    missing = promised - len(rows) if isinstance(promised, int) else 0
    whole = _is_whole(rows)
    steps = [(cast("Step", one.record), one.row) for one in rows if one.table == "step"]
    kept = [one for one in rows if one.table not in ("session", "step")]
    turns = [cast("Turn", one.record) for one in kept if one.table == "turn"]
    numbers = {one.id: one.number for one in turns}
    marked: list[MarkedText] = []
    altered: list[str] = [] if top is None or top.sound else ["session"]
    records: list[Record] = []
    for one in kept:
        record = cast("Record", one.record)
        if one.sound:
            records.append(record)
        elif (told := _marked(record)) is not None:
            records.append(told)
            turn = numbers.get(getattr(record, "turn", None) or "", 0)
            texts = (str(getattr(record, name)) for name in _texts_of(record))
            words = " / ".join(filter(None, texts))
            marked.append(MarkedText(one.table, turn, words))
        else:
            altered.append(one.table)
            records += [] if isinstance(record, Rating) else [record]
    number = top.row.get("commit_number", 0) if top is not None else 0
    records, put_in = _with_turns(records)
    records = with_stand_ins(records)
    in_order = sorted((one for one in records if isinstance(one, Turn)), key=lambda one: one.number)
    header = _header(session_id, top, in_order)
    records = [_ended(one) if _must_end(one, in_order, header) else one for one in records]
    done = sorted((step for step, row in steps if not row["undone"]), key=lambda s: s.number)
    undone = sorted((step for step, row in steps if row["undone"]), key=lambda s: -s.number)
    session = session_of(header, records, *((tuple(done), tuple(undone)) if whole else ()))
    # What is not as it was written must never take the place of what is, elsewhere.
    version = VersionVector().bumped(new_writer())
    if whole and top is not None:
        version = vector_from_row(top.row.get("version"), top.row.get("saved"))
    return SalvagedSession(
        session=replace(session, version=version),
        saved=str((top and top.row.get("saved")) or time_to_json(LONG_AGO)),
        commit_number=number if isinstance(number, int) else 0,
        marked=tuple(marked),
        altered=tuple(altered),
        missing=max(0, missing),
        put_in=put_in + (top is None),
        copied=sum(one.copied for one in rows),
    )


def _must_end(record: Record, turns: list[Turn], header: Header) -> bool:
    """Whether a turn is open that cannot be: one of a copy, or of a session that is past turns."""
    is_open = isinstance(record, Turn) and record.state == "open"
    return is_open and not (record is turns[-1] and header.state == "turns")


def _ended(record: Record) -> Record:
    changed: dict[str, Any] = {"state": "answered", "phase": "talk"}
    changed["ended"] = cast("Turn", record).started
    return replace(record, **changed, revision=record.revision + 1)


def _ordinal(one: SalvagedRow) -> int:
    place = one.row.get("ordinal", 0)
    return place if isinstance(place, int) else 0


def _marked(record: Record) -> Record | None:
    """The record with the mark before its words; None for one that has none that were said.

    Whose words they are, and whether they may be passed on, may be what was altered.
    """
    names = _texts_of(record)
    if not names:
        return None
    changed: dict[str, Any] = {
        name: f"[{_(NOT_AS_WRITTEN)}] {getattr(record, name)}"
        for name in names
        if getattr(record, name)
    }
    if isinstance(record, Response):
        changed |= {"seat": None, "visibility": "withheld"}
    if isinstance(record, Evidence):
        changed |= {"seat": None, "named": False, "withheld": True}
    if isinstance(record, Feedback):
        changed["seat"] = None
    return replace(record, **changed, revision=record.revision + 1)


def _texts_of(record: Record) -> tuple[str, ...]:
    return TEXTS[type(record)] if isinstance(record, SpokenRecord) else ()


def _header(session_id: str, top: SalvagedRow | None, turns: list[Turn]) -> Header:
    """The header of a session; where it could not be read, that of a session which is closed."""
    begun = min((one.started for one in turns), default=LONG_AGO)
    if top is None:
        return Header(
            id=session_id,
            title=_(RECOVERED),
            kind="group",
            state="closed",
            created=begun,
            consented=True,
            closed=max((one.ended or one.started for one in turns), default=begun),
        )
    header = cast("Header", top.record)
    changed: dict[str, Any] = {}
    if not top.sound:  # whether people are named may be what was altered
        changed["visibility"] = "shoes"
    is_open = bool(turns) and turns[-1].state == "open"
    if header.state == "turns" and not is_open:
        changed["state"] = "closing"  # the turn that was open is gone
    return replace(header, **changed, revision=header.revision + 1) if changed else header


def _with_turns(records: list[Record]) -> tuple[list[Record], int]:
    """Records that name only turns and seats which are there; how many turns were put in.

    Words keep together that stood on one turn. An open turn stays the last one.
    """
    seats = {one.id for one in records if isinstance(one, Seat)}
    turns = {one.id: one for one in records if isinstance(one, Turn)}
    decks = [one.deck.id for one in records if isinstance(one, PlayedDeck)]
    begun = min((one.started for one in turns.values()), default=LONG_AGO)
    on_turns = (one for one in records if isinstance(one, Response | Evidence))
    lost = [one for one in on_turns if one.turn not in turns]
    free = (n for n in count(1) if n not in {one.number for one in turns.values()})
    put_in: dict[str, Turn] = {}
    for one in lost:
        if one.turn not in put_in:
            put_in[one.turn] = Turn(
                id=str(uuid4()),
                number=next(free),
                deck=decks[0] if decks else "",
                card="",
                seat=None,
                shoes=one.shoes,
                started=begun,
                state="answered",
                ended=begun,
            )
    last = max((one.number for one in put_in.values()), default=0)

    def mended(record: Record) -> Record:
        changed: dict[str, Any] = {}
        turn = getattr(record, "turn", None)
        if turn is not None and turn not in turns:
            changed["turn"] = put_in[turn].id if turn in put_in else None
        if getattr(record, "seat", None) not in (None, *seats):
            changed["seat"] = None
        if isinstance(record, Turn):
            if record.swap_of is not None and record.swap_of not in turns:
                changed["swap_of"] = None
            if record.state == "open" and record.number < last:
                changed["number"] = last + 1
        return replace(record, **changed, revision=record.revision + 1) if changed else record

    kept = [
        mended(one) for one in records if not (isinstance(one, Voice) and one.seat not in seats)
    ]
    return [*kept, *put_in.values()], len(put_in)


def _write(path: Path, found: list[SalvagedSession], rows: SalvagedRows) -> None:
    """Write the sessions to the file that is to take the place of the damaged one."""
    with private_files.arriving(new_beside(path)) as part:
        engine = engine_of(part, "mode=rw")
        try:
            with changing(engine, "OFF") as connection:
                connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION_ID}")
                migrations.set_up(connection)
                # Each gets the next number of a commit: the newest stays the newest.
                for one in sorted(found, key=lambda one: (one.commit_number, one.saved)):
                    session_writer.insert_session(connection, one.session, one.saved)
                session_eraser.remember(connection, rows.erased)
        finally:
            engine.dispose()
