"""Codes: they can be read out, typed by anybody, and hardly be guessed."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wshoes_tui.host import codes


def test_the_words_are_short_plain_and_told_apart() -> None:
    assert len(set(codes.WORDS)) == len(codes.WORDS) == 256
    assert all(re.fullmatch("[a-z]{3,8}", word) for word in codes.WORDS)
    beginnings = [word for word in codes.WORDS if any(
        other != word and other.startswith(word) and len(other) - len(word) == 1
        for other in codes.WORDS
    )]  # fmt: skip
    assert not beginnings, "a letter more makes it another"


@pytest.mark.parametrize(
    ("make", "form"),
    [
        (codes.session_code, "[a-z]+-[a-z]+-[0-9]{2}"),
        (codes.facilitator_code, "[a-z]+-[a-z]+-[a-z]+-[0-9]{2}"),
        (codes.seat_code, "([a-z]+-){4}[0-9]{4}"),
    ],
)
def test_codes_have_their_form_and_differ(make, form: str) -> None:  # type: ignore[no-untyped-def]
    made = {make() for _ in range(200)}
    assert all(re.fullmatch(form, code) for code in made)
    assert len(made) > 190
    assert all(codes.normalize(code) == code and codes.is_strong(code) for code in made)


@pytest.mark.parametrize(
    "typed",
    ["Maple Otter 47", "maple.otter_47", " maple--otter--47\n", "MAPLE–OTTER–47", "maple otter47"],
)
def test_case_and_what_stands_between_is_forgiven(typed: str) -> None:
    assert codes.match_code(typed, {"seat": "maple-otter-47"}) == "seat"


@pytest.mark.parametrize("typed", ["", "maple", "maple-otter", "otter-maple-47", "maple-otter-477"])
def test_another_code_is_none(typed: str) -> None:
    assert codes.match_code(typed, {"seat": "maple-otter-47", "facilitator": "a-b-c-12345"}) == ""


def test_every_code_is_looked_at(monkeypatch: pytest.MonkeyPatch) -> None:
    looked: list[bytes] = []

    def note(one: bytes, other: bytes) -> bool:
        looked.append(other)
        return one == other

    monkeypatch.setattr(codes, "compare_digest", note)
    for typed in ("first-first-11", "last-last-22", "nothing"):
        looked.clear()
        codes.match_code(typed, {"a": "first-first-11", "b": "last-last-22"})
        assert len(looked) == 2
        assert {len(one) for one in looked} == {32}


@given(st.text(max_size=300))
def test_whatever_is_typed_can_be_looked_at(typed: str) -> None:
    normal = codes.normalize(typed)
    assert codes.normalize(normal) == normal
    assert codes.match_code(typed, {"seat": "maple-otter-47"}) in ("", "seat")
