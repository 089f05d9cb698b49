"""What is typed behind a command, and which of several things is meant."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wshoes_tui.domain.draft_fields import unpack
from wshoes_tui.domain.value import Refusal
from wshoes_tui.flow.pledge_words import TypedPledge, read_pledge
from wshoes_tui.lines.argument_parser import (
    TypedLightbulb,
    as_fields,
    pick,
    read_lightbulb,
)


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("I will ring", TypedPledge("I will ring")),
        ("I will ring. who: Asha by: Friday", TypedPledge("I will ring.", "Asha", "Friday")),
        ("I will ring, by: in 2 weeks, who: Tom.", TypedPledge("I will ring", "Tom", "in 2 weeks")),
        ("I will ring (who: Tom)", TypedPledge("I will ring", "Tom")),
        ("WHO: Tom BY: Friday", TypedPledge("", "Tom", "Friday")),
        ("2 by : Friday", TypedPledge("2", "", "Friday")),
        ("I ask who: nobody", TypedPledge("I ask", "nobody")),
        ("I stand by Tom, whoever asks", TypedPledge("I stand by Tom, whoever asks")),
        ("standby: the phone", TypedPledge("standby: the phone")),
    ],
)
def test_a_pledge_with_its_parts(typed: str, read: TypedPledge) -> None:
    assert read_pledge(typed) == read


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("she was afraid", TypedLightbulb("she was afraid")),
        ("a | b", TypedLightbulb("b", "a")),
        ("2: a | b", TypedLightbulb("b", "a", "2")),
        ("12: now", TypedLightbulb("now", "", "12")),
        ("I thought a. Now I see b", TypedLightbulb("b", "a")),
        ("used to think a; now see: b | c", TypedLightbulb("c", "used to think a; now see: b")),
        ("I used to think: a, and now I see: b", TypedLightbulb("b", "a")),
    ],
)
def test_a_lightbulb_with_its_halves(typed: str, read: TypedLightbulb) -> None:
    assert read_lightbulb(typed) == read


@given(st.text())
def test_reading_never_fails(text: str) -> None:
    read_pledge(text)
    read_lightbulb(text)
    assert unpack(as_fields("park", text)) == ({"text": text} if text else {})


THINGS = [("a", ("The nurse", "N")), ("b", ("The night nurse", "n")), ("c", ("Noor", "O"))]


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("N", "a"), ("n", "b"), ("o", "c"), ("the NURSE", "a"), ("no", "c"), ("the ni", "b"),
        ("night", "b"), ("  The   nurse ", "a"),
    ],
)  # fmt: skip
def test_the_one_that_is_meant(typed: str, found: str) -> None:
    assert pick(typed, THINGS, "no {wanted}") == found


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("the", "the could be The nurse, The night nurse."),
        ("nurse", "nurse could be The nurse, The night nurse."),
        ("x", "no x"),
        ("", "no "),
        ("\x1b[2J", "no ^[[2J"),
        ("y" * 99, f"no {'y' * 40}..."),
    ],
)
def test_what_is_not_clear_is_said(typed: str, said: str) -> None:
    with pytest.raises(Refusal) as refused:
        pick(typed, THINGS, "no {wanted}")
    assert str(refused.value) == said
