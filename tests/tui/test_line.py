"""The watch of the line: it counts looks in vain, between the question and the answer."""

from __future__ import annotations

import pytest

from wshoes_tui.tui.terminal.terminal_driver import (
    ENOUGH,
    MORE_PAINTINGS,
    QUESTION,
    SLOW_LOOKS,
    LatencyProbe,
)

ANSWERS = (b"\x1b[?62;22c", b"\x1b[?6c", b"\x1b[?1;2c")


def watched(looks: int, *heard: bytes) -> tuple[int, str]:
    """How often the line was called slow, and what was written, after so many looks in vain."""
    told: list[bool] = []
    written: list[str] = []
    watch = LatencyProbe(lambda: told.append(True))
    watch.waited()
    for painting in ("x" * (ENOUGH - 1), "x", "x" * ENOUGH):
        watch.painted(painting, written.append)
    for _look in range(looks):
        watch.waited()
    for data in heard:
        watch.received(data)
    return len(told), "".join(written)


class Line:
    """A watch, and what it says and writes."""

    def __init__(self) -> None:
        self.told: list[bool] = []
        self.written: list[str] = []
        self.watch = LatencyProbe(lambda: self.told.append(True))

    def paints(self) -> None:
        """A whole screen."""
        self.watch.painted("x" * ENOUGH, self.written.append)

    def answers(self, looks: int, answer: bytes = ANSWERS[0]) -> None:
        """The answer comes after so many looks in vain."""
        for _look in range(looks):
            self.watch.waited()
        self.watch.received(answer)


@pytest.mark.parametrize("answer", ANSWERS)
def test_a_line_that_answers_late_twice_is_a_slow_one(answer: bytes) -> None:
    line = Line()
    line.paints()
    line.answers(SLOW_LOOKS, answer)
    assert not line.told, "that may have been a machine that was busy"
    line.answers(SLOW_LOOKS, answer)
    assert line.told == [True]
    assert line.written == [QUESTION] * 2


def test_a_line_that_answers_early_twice_is_asked_no_more() -> None:
    line = Line()
    for _painting in range(4):
        line.paints()
        line.answers(SLOW_LOOKS - 1)
    assert (line.told, line.written) == ([], [QUESTION] * 2)


def test_a_narrow_line_is_found_by_its_next_painting() -> None:
    """It answers a question quickly, and one behind a screen late, again and again."""
    line = Line()
    line.paints()
    line.answers(SLOW_LOOKS)
    line.answers(0)
    assert not line.told
    line.paints()
    line.answers(SLOW_LOOKS)
    assert line.told == [True]


def test_a_machine_that_was_busy_once_is_no_slow_line() -> None:
    line = Line()
    line.paints()
    line.answers(SLOW_LOOKS)
    line.answers(0)
    for _painting in range(MORE_PAINTINGS + 2):
        line.paints()
        line.answers(0)
    assert (line.told, line.written) == ([], [QUESTION] * (MORE_PAINTINGS + 2))


def test_an_answer_in_parts_among_keys_is_heard_once() -> None:
    _told, written = watched(9, b"ab\x1b[?6", b"2;2", b"2cde")
    assert written == QUESTION * 2


def test_keys_are_no_answer_and_no_answer_is_no_verdict() -> None:
    assert watched(99, b"c", b"\x1b[A", b"\x1b[?2026;2$y") == (0, QUESTION)
    assert watched(99) == (0, QUESTION)


def test_the_question_waits_for_the_words_of_the_first_painting() -> None:
    written: list[str] = []
    watch = LatencyProbe(lambda: None)
    watch.painted("x" * (ENOUGH - 1), written.append)
    assert written == []
    watch.painted("x", written.append)
    assert written == [QUESTION]
