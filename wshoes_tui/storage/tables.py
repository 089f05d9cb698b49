"""The tables as statements name them: enough to read and to write.

``schema`` declares the tables whole, with SQLModel. Importing that takes as long as everything
else in here, and seventeen megabytes: too much for opening what is there already, where the
fields of the records tell all there is to know. To make them in SQLite, ``schema.sql`` does.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields

from sqlalchemy import BigInteger, Boolean, Column, Integer, MetaData, String, Table
from sqlalchemy.types import TypeEngine

from wshoes_tui.domain.models import Header, Record
from wshoes_tui.domain.serialization import KEEP_ORDER, KINDS

TYPES: dict[object, type[TypeEngine[int]] | type[TypeEngine[bool]]] = {
    "int": Integer,
    "bool": Boolean,
}
"""The types of columns by those of fields. All others are kept as text."""

_METADATA = MetaData()


def _table(name: str, kind: type[Record]) -> Table:
    return Table(name, _METADATA, *_of_record(kind), *_of_row(kind))


def _of_record(kind: type[Record]) -> Iterator[Column[object]]:
    for field in fields(kind):
        wide = field.name == "seed"
        type_ = BigInteger if wide else TYPES.get(field.type, String)
        yield Column(field.name, type_, primary_key=field.name == "id")


def _of_row(kind: type[Record]) -> Iterator[Column[object]]:
    """What a row has that its record has not."""
    yield Column("hash", String)
    if kind is Header:
        yield Column("saved", String)
        yield Column("records", Integer)
    else:
        yield Column("session", String)
    if issubclass(kind, KEEP_ORDER):
        yield Column("ordinal", Integer)


SESSION = _table("session", Header)
STEP = Table(
    "step",
    _METADATA,
    Column("session", String, primary_key=True),
    Column("number", Integer, primary_key=True),
    Column("name", String),
    Column("final", Boolean),
    Column("undone", Boolean),
    Column("changes", String),
    Column("hash", String),
)
TABLES: dict[str, Table] = {
    name: SESSION if kind is Header else _table(name, kind) for name, kind in KINDS.items()
} | {"step": STEP}
"""Every table by its name, the sessions first."""
