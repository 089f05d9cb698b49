"""Reader of JSON of unknown origin: values that are safe to look into, objects with known keys.

It limits size, parts, depth and numbers, and has the error of everything that reads such a file.
"""

from __future__ import annotations

import json
import re
from collections.abc import Collection
from dataclasses import fields, is_dataclass
from datetime import datetime
from functools import cache
from typing import Any, NoReturn, TypeVar, get_args, get_type_hints

from wshoes_tui.domain.models import Record
from wshoes_tui.domain.serialization import Plain, record_from_json
from wshoes_tui.domain.text import one_line, without_surrogates
from wshoes_tui.domain.value_reader import RecordError
from wshoes_tui.errors import WshoesError
from wshoes_tui.limits import (
    DEEPEST_IMPORT,
    LARGEST_INTEGER,
    MOST_IMPORT_BYTES,
    MOST_IMPORT_PARTS,
)
from wshoes_tui.locale import N_, _
from wshoes_tui.locale.phrases import NONE_TAKEN_IN, PART_OF

AnyRecord = TypeVar("AnyRecord", bound=Record)
UUID = re.compile(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}")
YEARS = range(1970, 9000)
"""Years that stay years in every time zone."""
UTF_16 = (b"\xff\xfe", b"\xfe\xff", b"{\0", b"\0{")
"""What a JSON object in UTF-16 begins with, with a byte order mark or without."""
AGAIN = N_("Ask for the session to be exported again.")


class UnreadableError(WshoesError):
    """A file that is no session, or not one that can be taken in."""


def unreadable(what: str, todo: str = "") -> UnreadableError:
    """The error that refuses a file. ``what`` must hold nothing of the file but its keys."""
    return UnreadableError(what, kept=_(NONE_TAKEN_IN), todo=todo or _(AGAIN))


def named(key: str) -> str:
    """A key of a file as it can stand in a message."""
    return f'"{one_line(without_surrogates(key)[0])[:40]}"'


def entry(number: int, name: str) -> str:
    """One entry of a list, counted from 1, as it can stand in a message."""
    return _("{list} number {number}", list=named(name), number=number)


def parse_values(text: str | bytes) -> object:
    """The JSON values of a text, every text in them fit to be stored.

    Raises:
        UnreadableError: too large, too deep, not UTF-8 or not JSON; a key that stands twice
            in one object; a number that is not whole or has too many digits.
    """
    if len(text) > MOST_IMPORT_BYTES:
        raise unreadable(
            _(
                "The file is larger than {most} MB.",
                most=MOST_IMPORT_BYTES // 1024 // 1024,
            )
        )
    if isinstance(text, bytes):
        if text[:2] in UTF_16:
            raise unreadable(
                _(
                    'The file is UTF-16, as PowerShell writes what goes through ">": '
                    "letters may have been changed on the way."
                ),
                _("Export it again with --out FILE."),
            )
        try:
            text = text.decode("utf-8")
        except UnicodeDecodeError as error:
            raise unreadable(
                _("The file is not UTF-8 text (byte {start}).", start=error.start + 1)
            ) from None
    text = text.removeprefix("\ufeff")
    if sum(map(text.count, "{[,")) > MOST_IMPORT_PARTS:
        raise unreadable(_("The file has more parts than any session."))
    return _stored(_parsed(text), depth=0)


def _parsed(text: str) -> object:
    try:
        return json.loads(
            text, object_pairs_hook=_unique, parse_float=_no_number, parse_constant=_no_number
        )
    except json.JSONDecodeError as error:
        what = _(
            "The file is not whole, or not JSON (line {line}, column {column}).",
            line=error.lineno,
            column=error.colno,
        )
        raise unreadable(what) from None
    except RecursionError:
        raise _too_deep() from None
    except ValueError:  # whole numbers of thousands of digits
        raise unreadable(_("The file has a number that is too long.")) from None


def _unique(pairs: list[tuple[str, Any]]) -> Plain:
    found: Plain = {}
    for key, value in pairs:
        if key in found:
            raise unreadable(_("The key {key} stands twice in one place.", key=named(key)))
        found[key] = value
    return found


def _no_number(_text: str) -> NoReturn:
    raise unreadable(_("The file has a number that is not whole."))


def _too_deep() -> UnreadableError:
    return unreadable(_("The file is nested deeper than any session."))


def _stored(value: Any, depth: int) -> Any:
    if depth > DEEPEST_IMPORT:
        raise _too_deep()
    match value:
        case str():
            return without_surrogates(value)[0]
        case list():
            return [_stored(item, depth + 1) for item in value]
        case dict():
            return {without_surrogates(k)[0]: _stored(v, depth + 1) for k, v in value.items()}
        case int() if abs(value) > LARGEST_INTEGER:
            raise unreadable(_("The file has a number that is too large."))
    return value


def read_record(kind: type[AnyRecord], where: str, data: object) -> AnyRecord:
    """A record of this class from parsed JSON; ``where`` names it in errors.

    Raises:
        UsageError: it is none, or names a key that such a record does not have.
    """
    plain = read_fields(kind, data, where)
    try:
        record = record_from_json(kind, plain)
    except RecordError as error:
        why = ": ".join(filter(None, (error.field, _(error.why))))
        raise unreadable(_("{where} cannot be read ({why}).", where=where, why=why)) from None
    if not UUID.fullmatch(record.id):
        raise unreadable(_("{where} has an id that is not a UUID.", where=where))
    for field in fields(kind):
        value = getattr(record, field.name)
        if isinstance(value, datetime) and value.year not in YEARS:
            what = _(
                "{key} in {where} is a time out of all reason.", key=named(field.name), where=where
            )
            raise unreadable(what)
    return record


def read_object(data: object, known: Collection[str], where: str) -> Plain:
    """An object of parsed JSON with no other keys than those that are known.

    Raises:
        UsageError: it is none, has another key, or a negative number.
    """
    if not isinstance(data, dict):
        raise unreadable(_("{where} is not an object.", where=where))
    for key in data:
        if key not in known:
            raise unreadable(
                _("The key {key} in {where} is not known.", key=named(key), where=where)
            )
        if key != "seed" and type(data[key]) is int and data[key] < 0:
            raise unreadable(
                _("{key} in {where} is less than nothing.", key=named(key), where=where)
            )
    return data


def read_fields(
    kind: type[Any], data: object, where: str, *, but: str = "", more: str = ""
) -> dict[str, Any]:
    """An object of the fields of a dataclass, ``but`` one and with one ``more``.

    Objects in its lists have no key either that their dataclass does not know.
    """
    names = {field.name for field in fields(kind)}
    plain = read_object(data, (names | {more}) - {but, ""}, where)
    for field, inner in _inner_kinds(kind).items():  # type: ignore[arg-type]  # a class is hashable
        items = plain.get(field)
        if isinstance(items, list):
            for item in items:
                read_fields(inner, item, _(PART_OF, key=named(field), owner=where))
    return dict(plain)


@cache
def _inner_kinds(kind: type[Any]) -> dict[str, type[Any]]:
    """The fields of a dataclass that hold a list of objects, and what these are."""
    first = {name: (*get_args(hint), None)[0] for name, hint in get_type_hints(kind).items()}
    return {name: inner for name, inner in first.items() if is_dataclass(inner)}  # type: ignore[misc]
