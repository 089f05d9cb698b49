"""Idle collector: objects of a group at rest are frozen; what people leave behind is collected."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from weakref import ref

import pytest

from wshoes_tui.host.host_process import MANY_WENT, IdleCollector


class Left:
    """What an app that has ended leaves behind: it holds itself, so only a collection finds it."""

    def __init__(self) -> None:
        self.itself = self


@pytest.fixture(autouse=True)
def _thawed() -> Iterator[None]:
    gc.unfreeze()
    gc.disable()
    yield
    gc.unfreeze()
    gc.enable()


def test_a_room_at_rest_is_left_out_of_collections() -> None:
    collector = IdleCollector()
    collector.collect(here=0)
    assert not gc.get_freeze_count()  # nobody has been here
    collector.client_came()
    collector.collect(here=1)
    frozen = gc.get_freeze_count()
    assert frozen
    more = [Left() for _one in range(1000)]
    collector.collect(here=1)
    assert gc.get_freeze_count() - frozen < len(more)  # nothing has happened since


@pytest.mark.parametrize(
    ("went", "here", "is_gone"), [(MANY_WENT, 9, True), (1, 0, True), (1, 9, False)]
)
def test_what_was_left_behind_is_let_go_of(went: int, here: int, is_gone: bool) -> None:
    collector = IdleCollector()
    left = ref(Left())
    collector.client_came()
    collector.collect(here=10)
    for _one in range(went):
        collector.client_left()
    collector.collect(here=here)
    assert (left() is None) == is_gone


def test_those_who_went_are_counted_until_they_are_many() -> None:
    collector = IdleCollector()
    left = ref(Left())
    for _one in range(MANY_WENT):
        assert left() is not None
        collector.client_left()
        collector.collect(here=9)
    assert left() is None
