"""Values: frozen dataclasses that are quick to import and quick to make.

The module ``dataclasses`` takes 15 ms to import, and compiles seven methods for each class; more
than eighty classes stand between the program's start and a first card. Here one method is compiled,
``__init__``, and only for a class that is made. The tools of ``dataclasses`` (``fields``,
``replace``, ``asdict``) work on values all the same: what they look at is made when they ask.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from operator import attrgetter
from typing import TYPE_CHECKING, Any, ClassVar, Final, TypeVar, dataclass_transform, get_origin

if TYPE_CHECKING:
    from dataclasses import Field

Kind = TypeVar("Kind")
AnyValue = TypeVar("AnyValue", bound="Value")

ADDED = "added"
"""In the metadata of a field: it was added after a release."""
_FIELDS = "__value_fields__"
MISSING: Final = object()
"""Stands for "no default"."""


class ValueField:
    """A field of a value. ``default`` or ``default_factory`` is MISSING, or both are."""

    __slots__ = ("compare", "default", "default_factory", "kw_only", "metadata", "name", "type")

    def __init__(
        self, default: Any, default_factory: Any, metadata: Mapping[str, Any], compare: bool
    ) -> None:
        self.default, self.default_factory = default, default_factory
        self.metadata, self.compare = metadata, compare
        self.name, self.type, self.kw_only = "", "", False

    @property
    def is_required(self) -> bool:
        """Whether it has no default."""
        return self.default is MISSING and self.default_factory is MISSING


def field(
    *, default: object = MISSING, default_factory: object = MISSING, compare: bool = True
) -> Any:
    """A field with a default that is made anew each time, or one that is not compared."""
    return ValueField(default, default_factory, {}, compare)


def added(*, default: object) -> Any:
    """A field added after a release, with the value that older records have for it.

    The hash of a record leaves such a field out as long as it has that value, so hashes from
    before still hold. The default must never change.
    """
    return ValueField(default, MISSING, {ADDED: True}, compare=True)


class _StockFields:
    """Descriptor of ``__dataclass_fields__``: made for a class when ``dataclasses`` asks for it."""

    def __get__(self, _one: object, kind: type[Value]) -> dict[str, Field[Any]]:
        import dataclasses

        specs = []
        for one in fields(kind):
            default = {} if one.default is MISSING else {"default": one.default}
            if one.default_factory is not MISSING:
                default = {"default_factory": one.default_factory}
            spec: Any = dataclasses.field(
                **default, compare=one.compare, metadata=one.metadata, kw_only=one.kw_only
            )
            specs.append((one.name, one.type, spec))
        stock: Any = dataclasses.make_dataclass(
            kind.__name__, specs, init=False, repr=False, eq=False, match_args=False
        )
        found: dict[str, Field[Any]] = stock.__dataclass_fields__
        kind.__dataclass_fields__ = found
        return found


class ValueMeta(type):
    """Metaclass of values: makes the annotations of a class its fields, and those its slots."""

    def __new__(mcs, name: str, bases: tuple[type, ...], namespace: dict[str, Any]) -> ValueMeta:
        found: dict[str, ValueField] = {}
        for base in reversed(bases):
            found |= {one.name: one for one in getattr(base, _FIELDS, ())}
        inherited = set(found)
        for field_name, hint in namespace.get("__annotations__", {}).items():
            if hint.startswith("ClassVar") if type(hint) is str else get_origin(hint) is ClassVar:
                continue
            one = namespace.pop(field_name, MISSING)
            if not isinstance(one, ValueField):
                one = ValueField(one, MISSING, {}, compare=True)
            one.name, one.type = field_name, hint
            found[field_name] = one
        own = tuple(field_name for field_name in found if field_name not in inherited)
        namespace |= {
            "__slots__": own,
            _FIELDS: tuple(found.values()),
            "__match_args__": tuple(one.name for one in found.values() if not one.kw_only),
            "__dataclass_fields__": _STOCK_FIELDS,
        }
        kind = super().__new__(mcs, name, bases, namespace)
        if "__init__" not in namespace:
            kind.__init__ = _first_init(kind)  # type: ignore[misc]
        return kind


_STOCK_FIELDS = _StockFields()


SLOWLY = 2
"""So many values of a class are made without a compiled ``__init__``: it costs as much as seven."""


def _first_init(kind: type[Any]) -> Callable[..., None]:
    """The ``__init__`` of a class for its first values, which then compiles the real one.

    That one is asked as well where the arguments do not fit, for it says why.
    """
    left = SLOWLY

    def __init__(self: Any, /, *args: Any, **kwargs: Any) -> None:  # noqa: N807
        nonlocal left
        left -= 1
        if left < 0 or not _fill(kind, self, args, kwargs):
            kind.__init__ = _compiled_init(kind)
            kind.__init__(self, *args, **kwargs)

    return __init__


def _fill(kind: type[Any], made: Any, args: tuple[Any, ...], kwargs: dict[str, Any]) -> bool:
    """Set the fields of a value to these arguments; False if they do not fit."""
    by_place = [one for one in fields(kind) if not one.kw_only]
    given = {one.name: part for one, part in zip(by_place, args, strict=False)}
    if len(args) > len(by_place) or not given.keys().isdisjoint(kwargs):
        return False
    given |= kwargs
    for one in fields(kind):
        if one.name in given:
            part = given.pop(one.name)
        elif one.default_factory is not MISSING:
            part = one.default_factory()
        elif one.default is not MISSING:
            part = one.default
        else:
            return False
        getattr(kind, one.name).__set__(made, part)
    return not given


def _compiled_init(kind: type[Any]) -> Callable[..., None]:
    names: dict[str, Any] = {"MISSING": MISSING}
    plain: list[str] = ["self"]
    kw_only: list[str] = []
    body: list[str] = []
    for one in fields(kind):
        names[f"set_{one.name}"] = getattr(kind, one.name).__set__
        parameter = one.name
        if one.default_factory is not MISSING:
            names[f"make_{one.name}"] = one.default_factory
            parameter += "=MISSING"
            body.append(f"    if {one.name} is MISSING: {one.name} = make_{one.name}()")
        elif one.default is not MISSING:
            names[f"default_{one.name}"] = one.default
            parameter += f"=default_{one.name}"
        (kw_only if one.kw_only else plain).append(parameter)
        body.append(f"    set_{one.name}(self, {one.name})")
    parameters = ", ".join([*plain, *(["*", *kw_only] if kw_only else ())])
    source = "\n".join([f"def __init__({parameters}):", *(body or ["    pass"])])
    exec(source, names)  # noqa: S102 - of names of fields alone
    made: Callable[..., None] = names["__init__"]
    made.__qualname__ = f"{kind.__qualname__}.__init__"
    return made


@dataclass_transform(frozen_default=True, field_specifiers=(field, added))
def value(*, kw_only: bool = False) -> Callable[[type[Kind]], type[Kind]]:
    """Decorator of every subclass of ``Value``; with ``kw_only`` its fields are given by name."""

    def marked(kind: type[Kind]) -> type[Kind]:
        inherited = [one for base in kind.__bases__ for one in getattr(base, _FIELDS, ())]
        known = fields(kind)  # type: ignore[arg-type]  # it is a class of values
        for one in known:
            one.kw_only = one.kw_only or one not in inherited
        by_place = tuple(one.name for one in known if not one.kw_only)
        setattr(kind, "__match_args__", by_place)  # noqa: B010 - mypy knows no such attribute
        return kind

    return marked if kw_only else lambda kind: kind


_SET = object.__setattr__
"""Found without ``super``, which takes as long as setting a field: lists have thousands."""


class Value(metaclass=ValueMeta):
    """What is compared, hashed and shown by its fields, each of which is set only once."""

    __value_fields__: ClassVar[tuple[ValueField, ...]]
    if TYPE_CHECKING:
        __dataclass_fields__: ClassVar[dict[str, Field[Any]]]

    def __setattr__(self, name: str, to: object) -> None:
        if hasattr(self, name):
            raise _frozen(f"cannot assign to field {name!r}")
        _SET(self, name, to)

    def __delattr__(self, name: str) -> None:
        raise _frozen(f"cannot delete field {name!r}")

    def __eq__(self, other: object) -> bool:
        if type(other) is not type(self):
            return NotImplemented
        return _compared(self) == _compared(other)

    def __hash__(self) -> int:
        return hash(_compared(self))

    def __repr__(self) -> str:
        parts = (f"{one.name}={getattr(self, one.name)!r}" for one in fields(self))
        return f"{type(self).__qualname__}({', '.join(parts)})"


def fields(one: Value | type[Value]) -> tuple[ValueField, ...]:
    """The fields of a value, or of a class of values, in their order."""
    return one.__value_fields__


def replace(one: AnyValue, /, **changes: Any) -> AnyValue:
    """The value with other values in these fields."""
    for known in one.__value_fields__:
        if known.name not in changes:
            changes[known.name] = getattr(one, known.name)
    return type(one)(**changes)


def as_dict(one: Value) -> dict[str, Any]:
    """The fields of a value by their names; values in them stay as they are."""
    return {known.name: getattr(one, known.name) for known in fields(one)}


def _frozen(what: str) -> Exception:
    from dataclasses import FrozenInstanceError

    return FrozenInstanceError(what)


_takers: dict[type[Any], Callable[[Any], object]] = {}


def _compared(one: object) -> object:
    """All that a value is compared by."""
    kind = type(one)
    taker = _takers.get(kind)
    if taker is None:
        names = [part.name for part in fields(kind) if part.compare]  # type: ignore[arg-type]
        taker = _takers[kind] = attrgetter(*names) if names else lambda _: ()
    return taker(one)


@value()
class Command(Value):
    """The base of all commands."""


class Refusal(Exception):  # noqa: N818 - a refusal is an answer, not an error
    """Why a command does not apply. ``template`` and ``words`` let a front end translate it."""

    def __init__(self, template: str, **words: object) -> None:
        self.template = template
        self.words = words
        super().__init__(template.format(**words))
