"""Row mapping: records and steps as rows, and back, by the fields of the records."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from typing import Any

from wshoes_tui.domain.engine import find
from wshoes_tui.domain.models import Header, Record, Step, Transition
from wshoes_tui.domain.serialization import (
    KEEP_ORDER,
    KINDS,
    RecordError,
    canonical,
    content_hash,
    nested_fields,
    record_from_json,
    record_hash,
    record_to_json,
    step_from_json,
    step_to_json,
)
from wshoes_tui.domain.value import fields

Pair = tuple[Record | None, Record | None]
"""A record before and after; None where there was or is none, never both."""


def net_changes(transition: Transition) -> list[Pair]:
    """Each record that changed: as it was before the transition and as it is after."""
    touched = (change.after or change.before for change in transition.changes)
    each = {(type(record), record.id): record for record in touched if record is not None}
    pairs = (
        (
            find(transition.before, type(record), record.id),
            find(transition.session, type(record), record.id),
        )
        for record in in_writing_order(each.values())
    )
    return [(before, after) for before, after in pairs if before != after]


def in_writing_order(records: Iterable[Record]) -> list[Record]:
    """By kind and, within most kinds, by id.

    A file tells in what order rows were put into it; an id is random and tells nothing.
    """
    kinds = list(KINDS.values())

    def place(record: Record) -> tuple[int, str]:
        return kinds.index(type(record)), "" if isinstance(record, KEEP_ORDER) else record.id

    return sorted(records, key=place)


Row = Mapping[str, Any]
STEP_COLUMNS = ("number", "name", "final", "undone", "changes")


def to_row(session_id: str, record: Record) -> dict[str, Any]:
    """The columns of a record. UnicodeEncodeError for text that no file can hold."""
    row = record_to_json(record)
    for name in nested_fields(type(record)):
        row[name] = canonical(row[name])
    row["hash"] = record_hash(record)
    if not isinstance(record, Header):
        row["session"] = session_id
    return row


def from_row(kind: type[Record], row: Row) -> tuple[Record, bool]:
    """The record of a row, and whether it is as it was written.

    A column that is not there, as in a file of an older version, takes the field's default.

    Raises:
        RecordError: the columns are too damaged to be a record.
    """
    data = {
        field.name: _parsed(row[field.name])
        if field.name in nested_fields(kind)
        else row[field.name]
        for field in fields(kind)
        if field.name in row
    }
    record = record_from_json(kind, data)
    return record, record_hash(record) == row["hash"]


def step_row(session_id: str, step: Step, *, undone: bool) -> dict[str, Any]:
    """The columns of a step."""
    data = step_to_json(step)
    row = {**data, "changes": canonical(data["changes"]), "session": session_id, "undone": undone}
    return {**row, "hash": _step_hash(row)}


def step_from_row(row: Row) -> Step:
    """The step of a row, or RecordError if it is not as it was written."""
    if _step_hash(row) != row["hash"]:
        raise RecordError("not as it was written")
    data = {name: row[name] for name in ("number", "name", "final")}
    return step_from_json({**data, "changes": _parsed(row["changes"])})


def _step_hash(row: Row) -> str:
    # As text, for a damaged row may hold values of any type.
    return content_hash([str(row[name]) for name in STEP_COLUMNS])


def _parsed(text: object) -> Any:
    try:
        return json.loads(text if isinstance(text, str) else "")
    except (ValueError, RecursionError):
        raise RecordError("not JSON") from None
