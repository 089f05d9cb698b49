"""Words laid out in lines and columns."""

from __future__ import annotations

import pytest

from wshoes_tui.cli import console

HEADS = ("Session", "Where", "Title")
ROWS = [("00000001", "turn 1 of 4", "Leaving hospital, seen by everyone it touches")]


@pytest.fixture
def terminal(monkeypatch: pytest.MonkeyPatch) -> pytest.MonkeyPatch:
    """Standard output is a terminal; ``COLUMNS`` says how wide."""
    monkeypatch.setattr(console, "on_terminal", lambda: True)
    return monkeypatch


def test_a_pipe_gets_each_row_whole(capsys: pytest.CaptureFixture[str]) -> None:
    console.write_table(HEADS, ROWS)
    assert capsys.readouterr().out.splitlines()[1] == "  ".join(ROWS[0])


@pytest.mark.parametrize("columns", [20, 30, 40, 60, 80])
def test_a_terminal_gets_no_longer_lines_than_it_has_and_every_word(
    terminal: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], columns: int
) -> None:
    terminal.setenv("COLUMNS", str(columns))
    console.write_table(HEADS, ROWS)
    shown = capsys.readouterr().out
    assert max(map(len, shown.splitlines())) <= columns
    words = iter(shown.split())
    assert all(word in words for word in ROWS[0][-1].split()), shown


def test_a_narrow_terminal_gets_each_cell_under_its_head(
    terminal: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    terminal.setenv("COLUMNS", "30")
    console.write_table(HEADS, ROWS * 2)
    shown = capsys.readouterr().out
    assert shown.count("Session: 00000001\nWhere: turn 1 of 4\nTitle: Leaving") == 2
    assert "\n\n" in shown


def test_columns_are_aligned_by_cells_not_characters(capsys: pytest.CaptureFixture[str]) -> None:
    console.write_table(
        ("A", "B"), [("\u6211\u60f3", "x"), ("Tie\u0302\u0301ng", "x"), ("abcd", "x")]
    )
    _, wide, marked, plain = capsys.readouterr().out.splitlines()
    assert wide == "\u6211\u60f3   x"
    assert marked == "Tie\u0302\u0301ng  x"
    assert plain == "abcd   x"


@pytest.mark.parametrize("text", ["", "one", "one two three", "a" * 25, "\u6211" * 25, "x " * 30])
def test_wrapping_loses_nothing_and_fits(text: str) -> None:
    lines = console.wrapped(text, 7)
    assert "".join(lines).replace(" ", "") == text.replace(" ", "")
    assert all(0 < console.cells(line) <= 7 for line in lines)
