"""The watch of the line: it counts looks in vain, between the question and the answer."""

from __future__ import annotations

import pytest

from wshoes_tui.tui.line import ENOUGH, QUESTION, SLOW_LOOKS, LineWatch

ANSWERS = (b"\x1b[?62;22c", b"\x1b[?6c", b"\x1b[?1;2c")


def watched(looks: int, *heard: bytes) -> tuple[int, str]:
    """How often the line was called slow, and what was written, after so many looks in vain."""
    told: list[bool] = []
    written: list[str] = []
    watch = LineWatch(lambda: told.append(True))
    watch.waited()
    for painting in ("x" * (ENOUGH - 1), "x", "x" * ENOUGH):
        watch.painted(painting, written.append)
    for _look in range(looks):
        watch.waited()
    for data in heard:
        watch.heard(data)
    return len(told), "".join(written)


@pytest.mark.parametrize("answer", ANSWERS)
def test_a_late_answer_is_a_slow_line_and_an_early_one_is_not(answer: bytes) -> None:
    assert watched(SLOW_LOOKS, answer) == (1, QUESTION)
    assert watched(SLOW_LOOKS - 1, answer) == (0, QUESTION)


def test_an_answer_in_parts_among_keys_is_heard_once() -> None:
    assert watched(9, b"ab\x1b[?6", b"2;2", b"2cde", b"\x1b[?62c") == (1, QUESTION)


def test_keys_are_no_answer_and_no_answer_is_no_verdict() -> None:
    assert watched(99, b"c", b"\x1b[A", b"\x1b[?2026;2$y") == (0, QUESTION)
    assert watched(99) == (0, QUESTION)


def test_the_question_waits_for_the_words_of_the_first_painting() -> None:
    written: list[str] = []
    watch = LineWatch(lambda: None)
    watch.painted("x" * (ENOUGH - 1), written.append)
    assert written == []
    watch.painted("x", written.append)
    assert written == [QUESTION]
