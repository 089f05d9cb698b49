"""Painted lines are gone as soon as nobody shows them."""

from __future__ import annotations

import gc
from collections.abc import Callable

import pytest
from rich import cells
from rich.segment import Segment
from textual import _wrap
from textual.strip import Strip

from wshoes_tui.tui.textual_patches import apply_patches
from wshoes_tui.tui.textual_patches.library_caches import NULL_CACHE


@pytest.mark.parametrize(
    "use",
    [
        lambda strip: strip.divide([strip.cell_length]),
        lambda strip: strip.divide([1, strip.cell_length]),
        lambda strip: strip.adjust_cell_length(strip.cell_length),
        lambda strip: strip.crop_extend(0, strip.cell_length, None),
    ],
)
def test_a_line_does_not_hold_itself(use: Callable[[Strip], object]) -> None:
    apply_patches(for_host=True)
    gc.collect()
    gc.disable()
    try:
        use(Strip([Segment("Nobody asked me.")]))
        assert gc.collect() == 0
    finally:
        gc.enable()


def test_what_is_made_of_a_line_is_the_same_without_its_caches() -> None:
    apply_patches(for_host=True)
    strip = Strip([Segment("Nobody "), Segment("asked me.")])
    for _time in range(2):
        assert [part.text for part in strip.divide([3, 16])] == ["Nob", "ody asked me."]
        assert strip.crop(2, 9).text == "body as"
        assert strip.adjust_cell_length(18).text == "Nobody asked me.  "
    assert NULL_CACHE.get("anything", "else") == "else"


def test_a_long_text_is_measured_and_not_remembered() -> None:
    apply_patches(for_host=True)
    before = cells.cached_cell_len.cache_info().currsize
    assert _wrap.cell_len("\u5bb6" * 1000) == 2000
    assert cells.cached_cell_len.cache_info().currsize == before
    assert _wrap.cell_len is cells.cell_len
