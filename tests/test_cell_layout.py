"""Cell layout: wrapped lines hold every word, and of a long text only the beginning is measured."""

from __future__ import annotations

from itertools import islice

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.domain.hostile_texts import EVIL, PLAIN
from wshoes_tui.cells import cell_layout
from wshoes_tui.cells.cell_layout import Styled, lazily_wrapped, plain, width_of, wrapped

PAGE = 80
words = st.lists(
    st.sampled_from([*EVIL, *PLAIN, " ", "\n", "家" * 30, "e\u0301" * 50]), max_size=8
).map("".join)


@given(words, st.integers(0, 60), st.integers(2, PAGE))
def test_lines_fit_and_hold_every_word(text: str, at: int, width: int) -> None:
    styled: Styled = ((text[:at], "bold"), (text[at:], ""))
    lines = wrapped(styled, width)
    assert all(width_of(line) <= width for line in lines)
    assert "".join("".join(map(plain, lines)).split()) == "".join(text.split())
    for most in (1, 3):
        assert [*islice(lazily_wrapped(styled, width), most)] == lines[:most]


@pytest.mark.parametrize("text", ["家" * 100_000, "a word and " * 10_000, "é" * 100_000])
def test_first_lines_of_a_long_text_cost_no_more_than_those_of_a_short_one(
    text: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    longest = [0]
    measure = cell_layout.cells_in

    def measured(part: str) -> int:
        longest.append(len(part))
        return measure(part)

    monkeypatch.setattr(cell_layout, "cells_in", measured)
    assert len([*islice(lazily_wrapped(((text, ""),), PAGE), 3)]) == 3
    assert max(longest) <= cell_layout.BEGINNING * PAGE
