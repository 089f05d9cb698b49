"""Value reader: records and other values from JSON. It trusts nothing that it is given.

Every value must be of the kind that its field asks for; what is wrong is told by the field.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime
from functools import cache
from types import NoneType, UnionType
from typing import Any, Literal, TypeGuard, Union, cast, get_args, get_origin, get_type_hints

from wshoes_tui.domain.value import Value, fields
from wshoes_tui.locale import N_


class RecordError(ValueError):
    """Values that are no such record: ``why`` (translated where shown), in which ``field``."""

    def __init__(self, why: str, field: str = "") -> None:
        super().__init__(f"{field}: {why}" if field else why)
        self.why = why
        self.field = field


PLAIN_TYPES = frozenset((str, int, bool, NoneType))
"""The types of most values, which are JSON values as they are."""


def is_value(hint: object) -> TypeGuard[type[Value]]:
    """Whether a type hint is a class of values."""
    return isinstance(hint, type) and issubclass(hint, Value)


Reader = Callable[[object], object]


def object_from_json(kind: type[Any], data: object) -> Any:
    """A value of this class from JSON values. RecordError as for ``record_from_json``."""
    if not isinstance(data, dict):
        raise RecordError(N_("not an object"))
    readers = _readers(kind)  # type: ignore[arg-type]  # a class is hashable
    if not readers.keys() >= data.keys():
        raise RecordError(N_("a field that is not known"))
    values = {}
    for name, (plain, read, required) in readers.items():
        if name in data:
            if type(part := data[name]) is plain:
                values[name] = part
                continue
            try:
                values[name] = read(part)
            except RecordError as error:
                raise RecordError(error.why, ": ".join(filter(None, (name, error.field)))) from None
        elif required:
            raise RecordError(N_("missing"), name)
    return kind(**values)


@cache
def _readers(kind: type[Any]) -> dict[str, tuple[object, Reader, bool]]:
    """For each field of a class a type, what reads its value, and whether it must be there.

    Values of that type, which most are, need not be read: they are what they are in JSON.
    """
    hints = get_type_hints(kind)
    return {
        one.name: (_plain_type(hints[one.name]), _reader(hints[one.name]), one.is_required)
        for one in fields(kind)
    }


def _plain_type(hint: Any) -> object:
    parts = get_args(hint) if get_origin(hint) in (Union, UnionType) else (hint,)
    return next((one for one in parts if one in PLAIN_TYPES and one is not NoneType), None)


def _reader(hint: Any) -> Reader:
    origin, inner = get_origin(hint), get_args(hint)
    if origin is Literal:
        return lambda value: value if value in inner else _one_of(inner, value)
    if origin in (Union, UnionType):
        read = _reader(next(part for part in inner if part is not NoneType))
        return lambda value: None if value is None else read(value)
    if origin is tuple:
        item = _reader(inner[0])
        return lambda value: tuple(item(one) for one in _of(list, value))
    if origin is not None:
        text, item = _reader(str), _reader(inner[1])
        return lambda value: {text(key): item(one) for key, one in _of(dict, value).items()}
    if is_value(hint):
        return lambda value: object_from_json(cast("type[Any]", hint), value)
    return _TIMES.get(hint) or (lambda value: value if type(value) is hint else _of(hint, value))


NOT_OF_KIND = {
    str: N_("not a text"),
    int: N_("not a whole number"),
    bool: N_("not true or false"),
    list: N_("not a list"),
    dict: N_("not an object"),
}


def _of(kind: type[Any], value: object) -> Any:
    # Not isinstance: True is an int, and no number that anybody meant.
    if type(value) is not kind:
        raise RecordError(NOT_OF_KIND.get(kind, N_("not of the right kind")))
    return value


def _one_of(choices: tuple[object, ...], value: object) -> object:
    if value not in choices:
        raise RecordError(N_("not one of its values"))
    return value


def _time(value: object) -> datetime:
    try:
        time = datetime.fromisoformat(_of(str, value))
        if time.tzinfo is not None:
            return time.astimezone(UTC)
    except (ValueError, OverflowError):
        pass
    raise RecordError(N_("not a time with a time zone"))


def _day(value: object) -> date:
    try:
        return date.fromisoformat(_of(str, value))
    except ValueError:
        raise RecordError(N_("not a day")) from None


_TIMES: dict[type[Any], Reader] = {datetime: _time, date: _day}
