"""Row mapping: records and steps as rows, and back, by the fields of the records."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from functools import cache, lru_cache
from typing import Any, get_args, get_origin, get_type_hints

from wshoes_tui.domain.deck import Deck
from wshoes_tui.domain.engine import find
from wshoes_tui.domain.models import Header, PlayedDeck, Record, Step, Transition
from wshoes_tui.domain.serialization import (
    KEEP_ORDER,
    KINDS,
    canonical,
    content_hash,
    hashed_text,
    nested_fields,
    record_from_json,
    record_hash,
    record_to_json,
    step_from_json,
    step_to_json,
)
from wshoes_tui.domain.text import text_hash
from wshoes_tui.domain.value import ADDED, Value, fields
from wshoes_tui.domain.value_reader import RecordError, object_from_json

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
    if kind is PlayedDeck and isinstance(row.get("deck"), str):
        return _deck_from_row(row)
    data = {
        name: _parsed(row[name]) if is_nested else row[name]
        for name, is_nested in _columns_of(kind)
        if name in row
    }
    record = record_from_json(kind, data)
    # Mostly the hash is that of the data, whose text is quicker to make than that of the record.
    quick = text_hash(canonical(_hashed(kind, data)))
    return record, quick == row["hash"] or record_hash(record) == row["hash"]


def _deck_from_row(row: Row) -> tuple[PlayedDeck, bool]:
    """As ``from_row``, with what the same deck in another session came to."""
    place = record_from_json(Record, {"id": row["id"], "revision": row["revision"]})
    deck, text = _parsed_deck(row["deck"])
    whole = f'{{"deck":{text},"id":{canonical(place.id)},"revision":{place.revision}}}'
    record = PlayedDeck(id=place.id, revision=place.revision, deck=deck)
    return record, text_hash(whole) == row["hash"]


@lru_cache(maxsize=64)
def _parsed_deck(column: str) -> tuple[Deck, str]:
    """A deck of its column, and the text of which the hash of its row is made.

    A deck is thirty kilobytes, and the same in many sessions: to parse and to hash it anew in each
    took as long as all their words.
    """
    deck: Deck = object_from_json(Deck, _parsed(column))
    return deck, hashed_text(deck)


def _hashed(kind: type[Value], data: dict[str, Any]) -> dict[str, Any]:
    """The data of a record without what its hash leaves out: see ``value.added``."""
    left_out, nested = _hashed_parts(kind)
    found = dict(data)
    for name, usual in left_out.items():
        if name in found and found[name] == usual:
            del found[name]
    for name, inner in nested.items():
        if name in found:
            found[name] = [_hashed(inner, one) for one in found[name]]
    return found


@cache
def _hashed_parts(kind: type[Value]) -> tuple[dict[str, object], dict[str, type[Value]]]:
    """Fields that a hash leaves out where they have these values, and those that hold values."""
    left_out = {one.name: one.default for one in fields(kind) if ADDED in one.metadata}
    hints = get_type_hints(kind).items()
    items = {name: get_args(hint)[0] for name, hint in hints if get_origin(hint) is tuple}
    nested = {name: inner for name, inner in items.items() if hasattr(inner, "__value_fields__")}
    return left_out, nested


@cache
def _columns_of(kind: type[Record]) -> tuple[tuple[str, bool], ...]:
    """The columns of the fields of a record, each with whether it holds JSON."""
    return tuple((field.name, field.name in nested_fields(kind)) for field in fields(kind))


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
