"""Records as plain JSON values and back: the one form that files and databases share.

A record is an object of its fields. Times are ISO 8601 in UTC with a Z, days ISO dates,
tuples arrays. Reading trusts nothing: every value must be of the kind its field asks for.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Mapping
from datetime import UTC, date, datetime
from functools import cache
from typing import (
    Any,
    TypeVar,
    cast,
    get_origin,
    get_type_hints,
)  # fmt: skip

from wshoes_tui.domain.models import (
    FIELDS,
    Change,
    Header,
    PlayedDeck,
    Record,
    Session,
    Step,
    Turn,
    WildCard,
)  # fmt: skip
from wshoes_tui.domain.models.marks import played_apart
from wshoes_tui.domain.text import text_hash
from wshoes_tui.domain.value import ADDED, MISSING, Value, fields
from wshoes_tui.domain.value_reader import PLAIN_TYPES, RecordError, is_value, object_from_json
from wshoes_tui.locale import N_

AnyRecord = TypeVar("AnyRecord", bound=Record)
Plain = dict[str, Any]
"""An object of JSON values."""


def snake_case(name: str) -> str:
    """The name of a class as a kind of record or a table has it: ``played_deck``."""
    return re.sub(r"\B[A-Z]", r"_\g<0>", name).lower()


KINDS: dict[str, type[Record]] = {"session": Header} | {
    snake_case(kind.__name__): kind for kind in FIELDS
}
"""Every kind of record by its name, which is that of its table too; the header first."""

NAMES: dict[type[Record], str] = {kind: name for name, kind in KINDS.items()}
"""The name of every kind of record."""


@cache
def nested_fields(kind: type[Record]) -> frozenset[str]:
    """The fields of a kind of record that hold more than one JSON value."""
    hints = get_type_hints(kind)
    return frozenset(n for n, h in hints.items() if get_origin(h) is tuple or is_value(h))


def record_to_json(record: Record) -> Plain:
    """The fields of a record as JSON values. RecordError for a time without a time zone."""
    return cast("Plain", _plain(record))


def time_to_json(time: datetime) -> str:
    """A time to the microsecond, so that its text sorts as it does."""
    if time.tzinfo is None:
        raise RecordError(N_("a time without a time zone"))
    return time.astimezone(UTC).isoformat(timespec="microseconds")[:-6] + "Z"


def record_from_json(kind: type[AnyRecord], data: object) -> AnyRecord:
    """The record of these JSON values; a field that is missing takes its default.

    Raises:
        RecordError: a field is missing that has no default, unknown, or of the wrong kind.
    """
    record: AnyRecord = object_from_json(kind, data)
    if not SAFE_ID.fullmatch(record.id):
        raise RecordError(N_("letters, digits and hyphens only"), "id")
    return record


def canonical(value: object) -> str:
    """The one JSON text of JSON values: keys sorted, no space, characters as they are."""
    return _encode(value)


def _make_encoder() -> Callable[[object], str]:
    """One encoder for all texts; ``JSONEncoder.encode`` has a new one made in C for each."""
    stock = json.JSONEncoder(ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    make: Any = getattr(json.encoder, "c_make_encoder", None)
    if make is None:
        return stock.encode
    basic = json.encoder.encode_basestring
    encode = make(None, stock.default, basic, None, ":", ",", True, False, True)
    return lambda value: "".join(encode(value, 0))


_encode = _make_encoder()


def record_hash(record: Record) -> str:
    """SHA-256 of a record's canonical JSON, in hexadecimal.

    Altered by every altered field: see ``added`` for how a version of the program may add one.

    Raises:
        UnicodeEncodeError: half a surrogate pair stands in a text, which no file can hold.
    """
    return text_hash(hashed_text(record))


def hashed_text(part: object) -> str:
    """The canonical JSON of a record, or of a part of one, as its hash is made of it."""
    return canonical(_plain(part, hashing=True))


def content_hash(value: object) -> str:
    """SHA-256 of the canonical JSON of JSON values, in hexadecimal."""
    return text_hash(canonical(value))


def step_to_json(step: Step) -> Plain:
    """A step with the whole records before and after it."""
    changes = [
        {
            "kind": NAMES[type(one)],
            "before": record_to_json(change.before) if change.before else None,
            "after": record_to_json(change.after) if change.after else None,
        }
        for change in step.changes
        if (one := change.after or change.before) is not None
    ]
    return {"number": step.number, "name": step.name, "final": step.final, "changes": changes}


def step_from_json(data: object) -> Step:
    """The step of these JSON values, or RecordError."""
    match data:
        case {
            "number": int(number),
            "name": str(name),
            "final": bool(final),
            "changes": list(all_),
        }:
            return Step(number, name, tuple(_change(one) for one in all_), final)
    raise RecordError(N_("not a step"))


def session_of(
    header: Header,
    records: Iterable[Record],
    done: tuple[Step, ...] = (),
    undone: tuple[Step, ...] = (),
) -> Session:
    """The session of these records, in the order that the records themselves tell.

    Decks and the group's own cards stay in the order given, on which the next draw rests.
    What has no place of its own is ordered by turn and id, so by nothing that was said when.
    Marks of shoes that a session of an older program left alike are told apart.
    """
    kept: dict[str, list[Record]] = {name: [] for name in FIELDS.values()}
    for record in records:
        kept[FIELDS[type(record)]].append(record)
    numbers = {turn.id: turn.number for turn in cast("list[Turn]", kept["turns"])}

    def place(record: Record) -> tuple[int, int, str]:
        on = numbers.get(getattr(record, "turn", None) or "", 0)
        return on, getattr(record, "number", 0) or getattr(record, "place", 0), record.id

    for kind, name in FIELDS.items():
        if kind not in KEEP_ORDER:
            kept[name].sort(key=place)
    parts: dict[str, Any] = {name: tuple(found) for name, found in kept.items()}
    parts["decks"] = played_apart(parts["decks"])
    return Session(header=header, done=done, undone=undone, **parts)


KEEP_ORDER: tuple[type[Record], ...] = (PlayedDeck, WildCard)
"""Kinds whose order in a session means something that the records do not hold."""

SAFE_ID = re.compile(r"[0-9A-Za-z-]{1,64}")


def _change(data: object) -> Change:
    match data:
        case {"kind": str(name), "before": before, "after": after} if name in KINDS:
            kind = KINDS[name]
            return Change(
                None if before is None else record_from_json(kind, before),
                None if after is None else record_from_json(kind, after),
            )
    raise RecordError(N_("not a change"))


def _plain(value: object, *, hashing: bool = False) -> object:
    kind = type(value)
    if kind in PLAIN_TYPES:
        return value
    match value:
        case datetime():
            return time_to_json(value)
        case date():
            return value.isoformat()
        case tuple():
            return [_plain(item, hashing=hashing) for item in value]
        case Mapping():
            return {key: _plain(item, hashing=hashing) for key, item in value.items()}
    if isinstance(value, Value):
        found: Plain = {}
        for name, default in _defaults(type(value)):
            part = getattr(value, name)
            if not hashing or default is MISSING or part != default:
                found[name] = part if type(part) in PLAIN_TYPES else _plain(part, hashing=hashing)
        return found
    return value


@cache
def _defaults(kind: type[Any]) -> tuple[tuple[str, object], ...]:
    """The fields of a class, each with its default where that is left out of a hash."""
    return tuple(
        (one.name, one.default if ADDED in one.metadata else MISSING) for one in fields(kind)
    )
