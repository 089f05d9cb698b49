"""Values: frozen dataclasses that are quick to make.

``dataclass(frozen=True)`` compiles seven methods for every class, and more than sixty classes
stand between the program's start and a first card. Here it compiles one, ``__init__``; the
others are the same for all, and written once.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import Field, FrozenInstanceError, dataclass, field, fields
from functools import cache
from operator import attrgetter
from typing import Any, ClassVar, TypeVar, dataclass_transform

Kind = TypeVar("Kind")

ADDED = "added"
"""In the metadata of a field: it was added after a release."""


def added(*, default: object) -> Any:
    """A field added after a release, with the value that older records have for it.

    The hash of a record leaves such a field out as long as it has that value, so hashes from
    before still hold. The default must never change.
    """
    return field(default=default, metadata={ADDED: True})


@dataclass_transform(frozen_default=True, field_specifiers=(field, added))
def value(*, kw_only: bool = False) -> Callable[[type[Kind]], type[Kind]]:
    """Make a subclass of ``Value`` a dataclass with slots."""
    return dataclass(eq=False, repr=False, slots=True, kw_only=kw_only)


_SET = object.__setattr__
"""Found without ``super``, which takes as long as setting a field: lists have thousands."""


class Value:
    """What is compared, hashed and shown by its fields, each of which is set only once."""

    __slots__ = ()
    __dataclass_fields__: ClassVar[dict[str, Field[Any]]]

    def __setattr__(self, name: str, to: object) -> None:
        if hasattr(self, name):
            raise FrozenInstanceError(f"cannot assign to field {name!r}")
        _SET(self, name, to)

    def __delattr__(self, name: str) -> None:
        raise FrozenInstanceError(f"cannot delete field {name!r}")

    def __eq__(self, other: object) -> bool:
        if type(other) is not type(self):
            return NotImplemented
        return _compared(self) == _compared(other)

    def __hash__(self) -> int:
        return hash(_compared(self))

    def __repr__(self) -> str:
        parts = (f"{one.name}={getattr(self, one.name)!r}" for one in fields(self))
        return f"{type(self).__qualname__}({', '.join(parts)})"


def _compared(one: object) -> object:
    """All that a value is compared by."""
    return _taker(type(one))(one)  # type: ignore[arg-type]  # a class is hashable


@cache
def _taker(kind: type[Any]) -> Callable[[object], object]:
    names = [part.name for part in fields(kind) if part.compare]
    return attrgetter(*names) if names else lambda _: ()


@value()
class Command(Value):
    """The base of all commands."""


class Refusal(Exception):  # noqa: N818 - a refusal is an answer, not an error
    """Why a command does not apply. ``template`` and ``words`` let a front end translate it."""

    def __init__(self, template: str, **words: object) -> None:
        self.template = template
        self.words = words
        super().__init__(template.format(**words))
