"""From bytes to lines: whatever ends them, wherever they are cut."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wshoes_tui.limits import MOST_CHARACTERS
from wshoes_tui.lines.key_sources import LineSplitter, TypedLine


def split(*chunks: bytes) -> tuple[list[TypedLine], TypedLine | None]:
    """The whole lines in these chunks, and the rest."""
    splitter = LineSplitter()
    lines = [line for chunk in chunks for line in splitter.feed(chunk)]
    return lines, splitter.rest()


def texts(*chunks: bytes) -> list[str]:
    """The texts of the whole lines."""
    return [line.text for line in split(*chunks)[0]]


@given(st.binary(max_size=60), st.lists(st.integers(0, 60), max_size=5))
def test_it_is_all_the_same_where_the_input_is_cut(data: bytes, cuts: list[int]) -> None:
    places = sorted({0, len(data), *(cut for cut in cuts if cut < len(data))})
    chunks = [data[a:b] for a, b in pairwise(places)]
    assert split(*chunks) == split(data)


@given(st.lists(st.text(st.characters(codec="utf-8", exclude_characters="\r\n\ufeff")), max_size=6))
def test_every_line_comes_out_as_it_went_in(lines: list[str]) -> None:
    data = "".join(f"{line}\n" for line in lines).encode()
    assert split(data) == ([TypedLine(line) for line in lines], None)
    assert texts(data.replace(b"\n", b"\r\n")) == lines


def test_a_last_line_without_an_end_is_told_from_the_others() -> None:
    assert split(b"one\ntw", b"o") == ([TypedLine("one")], TypedLine("two", whole=False))
    assert split(b"one\n") == ([TypedLine("one")], None)
    assert split() == ([], None)


def test_a_mark_at_the_very_beginning_is_no_word() -> None:
    assert texts(b"\xef\xbb\xbf/next\r\n") == ["/next"]
    assert texts(b"\xef", b"\xbb", b"\xbf/next\n") == ["/next"]
    assert texts(b"\xef\xbb\n") == ["\ufffd"]
    assert texts(b"one\n\xef\xbb\xbftwo\n") == ["one", "\ufefftwo"]
    assert split(b"\xef\xbb")[1] == TypedLine("\ufffd", whole=False, mended=True)


@pytest.mark.parametrize("data", [b"caf\xe9\n", b"\xed\xa0\x80\n", b"\xff\xfe\n", b"ab\xf0\x9f\n"])
def test_bytes_that_are_no_text_are_replaced_and_told_of(data: bytes) -> None:
    [line] = split(data)[0]
    assert line.mended
    assert "\ufffd" in line.text
    line.text.encode("utf-8")


def test_a_replacement_character_that_was_typed_is_a_letter_like_any_other() -> None:
    assert split("\ufffd\n".encode())[0] == [TypedLine("\ufffd")]


@pytest.mark.parametrize("letter", ["a", "\u00e9", "\u6211", "\U0001f468"])
def test_a_line_of_the_most_characters_is_taken_and_one_more_is_not(letter: str) -> None:
    most = letter * MOST_CHARACTERS
    assert texts(f"{most}\r\n".encode()) == [most]
    lines, _rest = split(f"{most}{letter}\nnext\n".encode())
    assert lines == [TypedLine("", too_long=True), TypedLine("next")]


def test_an_endless_line_is_not_held() -> None:
    splitter = LineSplitter()
    for _ in range(100):
        assert list(splitter.feed(b"a" * 65536)) == []
        assert len(splitter._held) <= 4 * MOST_CHARACTERS + 1
    assert list(splitter.feed(b"\nnext\n")) == [TypedLine("", too_long=True), TypedLine("next")]
    list(splitter.feed(b"b" * 1_000_000))
    assert splitter.rest() == TypedLine("", whole=False, too_long=True)
    assert splitter.rest() is None
