"""Values behave as frozen dataclasses do."""

from __future__ import annotations

import copy
import pickle
from dataclasses import FrozenInstanceError, dataclass, fields, is_dataclass, replace
from dataclasses import field as stock_field
from typing import Any

import pytest

from wshoes_tui.domain.value import Value, field, value


@value()
class Spot(Value):
    """A value."""

    name: str
    number: int = 0
    remark: str = field(default="", compare=False)


@value(kw_only=True)
class Place(Spot):
    """A value with one more field."""

    town: str


@value()
class Empty(Value):
    """A value without fields."""


@value()
class Other(Value):
    """Another one."""


@dataclass(frozen=True)
class Stock:
    """What a spot would be in the stock way."""

    name: str
    number: int = 0
    remark: str = stock_field(default="", compare=False)


def test_equal_are_values_of_one_kind_with_equal_fields() -> None:
    assert Spot("a", 1) == Spot("a", 1)
    assert Spot("a", 1) != Spot("a", 2)
    assert Empty() == Empty()
    assert Empty() != Other()
    assert Spot("a", 1) != ("a", 1)


def test_a_field_left_out_of_the_comparison_changes_nothing() -> None:
    assert Spot("a", 1, remark="x") == Spot("a", 1, remark="y")
    assert hash(Spot("a", 1, remark="x")) == hash(Spot("a", 1, remark="y"))


def test_equal_values_have_one_hash_and_serve_as_keys() -> None:
    assert {Spot("a", 1): "found"}[Spot("a", 1)] == "found"
    assert len({Empty(), Empty(), Other()}) == 2


def test_a_value_is_shown_as_a_dataclass_is() -> None:
    assert repr(Spot("a")) == repr(Stock("a")).replace("Stock", "Spot")
    assert repr(Empty()) == "Empty()"


@pytest.mark.parametrize("name", ["name", "number"])
def test_no_field_can_be_changed_or_taken_away(name: str) -> None:
    spot = Spot("a", 1)
    with pytest.raises(FrozenInstanceError):
        setattr(spot, name, "b")
    with pytest.raises(FrozenInstanceError):
        delattr(spot, name)
    assert spot == Spot("a", 1)


def test_there_are_no_other_fields() -> None:
    with pytest.raises(AttributeError):
        Spot("a").nmae = "b"  # type: ignore[attr-defined]


def test_the_tools_for_dataclasses_work_on_values() -> None:
    assert is_dataclass(Spot)
    assert [one.name for one in fields(Place)] == ["name", "number", "remark", "town"]
    assert replace(Spot("a", 1), number=2) == Spot("a", 2)


def test_a_subclass_adds_its_fields() -> None:
    assert Place("a", town="b") == Place("a", town="b") != Place("a", town="c")
    assert Place("a", town="b") != Spot("a")


def test_a_copy_is_equal() -> None:
    assert copy.deepcopy(Spot("a", 1)) == pickle.loads(pickle.dumps(Spot("a", 1))) == Spot("a", 1)


def fresh() -> Any:
    """A class of which there is no value yet."""

    @value()
    class Fresh(Value):
        a: str
        b: tuple[int, ...] = field(default_factory=tuple)
        c: int = 7

    return Fresh


@pytest.mark.parametrize(
    ("args", "kwargs", "parts"),
    [
        (("x",), {}, ("x", (), 7)),
        ((), {"a": "x"}, ("x", (), 7)),
        (("x", (1,)), {"c": 3}, ("x", (1,), 3)),
    ],
)
def test_the_first_values_are_made_as_all_others(args: Any, kwargs: Any, parts: Any) -> None:
    """They are made without the compiled ``__init__``."""
    kind = fresh()
    made = [kind(*args, **kwargs) for _ in range(4)]
    assert [(one.a, one.b, one.c) for one in made] == [parts] * 4


@pytest.mark.parametrize(
    ("args", "kwargs", "why"),
    [
        ((), {}, "missing 1 required"),
        (("x", (), 1, 2), {}, "takes from 2 to 4"),
        (("x",), {"d": 1}, "unexpected keyword"),
        (("x",), {"a": "y"}, "multiple values"),
    ],
)
def test_wrong_arguments_of_the_first_value_are_told(args: Any, kwargs: Any, why: str) -> None:
    with pytest.raises(TypeError, match=why):
        fresh()(*args, **kwargs)
