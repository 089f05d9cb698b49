"""That the benchmark runs, and tells machines what it found; never how fast anything is."""

from __future__ import annotations

import json
import subprocess
import sys

import pytest

from tests.bench.program import ROOT, Program, StuckError
from tests.bench.rows import ROWS, Result, Round, Row, results

FIELDS = {"what", "unit", "limit", "figure", "met", "here", "bare_here"}


def test_two_rows_come_out_for_machines() -> None:
    words = ["--short", "--runs", "1", "--json", "--only", "at Home, "]
    done = _run("-m", "tests.bench.light", *words)
    assert (done.returncode, done.stderr) == (0, "")
    found = json.loads(done.stdout)
    assert found["runs"] == 1
    assert [row["what"] for row in found["rows"]] == [
        "idle at Home, written",
        "idle at Home, processor",
    ]
    assert all(set(row) == FIELDS for row in found["rows"])
    assert all(row["met"] is (round(row["figure"], 2) <= row["limit"]) for row in found["rows"])


def test_it_runs_by_its_path_too() -> None:
    done = _run("tests/bench/light.py", "--help")
    assert done.returncode == 0
    assert "--short" in done.stdout


def test_rows_that_are_none_are_wrong_usage() -> None:
    done = _run("-m", "tests.bench.light", "--only", "nothing like it")
    assert done.returncode == 2
    assert "nothing like it" in done.stderr


def test_a_ratio_is_the_median_of_its_pairs() -> None:
    row = Row("start", 1.5, "x", "home", "ms")
    slow_machine, *others = [Round({"ms": ms}, {"ms": 2 * ms}) for ms in (900.0, 100.0, 110.0)]
    (found,) = results([row], {"home": [slow_machine, *others]})
    assert (found.figure, found.bare_here, found.met) == (2.0, 110.0, False)


def test_a_figure_on_the_bar_meets_it() -> None:
    row = Row("letter", 60, "bytes", "rehearse", "letter")
    assert Result(row, 60).met
    assert not Result(row, 60.01).met


def test_every_row_has_a_name_of_its_own() -> None:
    assert len({row.what for row in ROWS}) == len(ROWS)


def test_a_program_that_ends_too_soon_is_told() -> None:
    with Program("tests.bench") as program, pytest.raises(StuckError, match="never seen"):
        program.until("Ready")


def _run(*words: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, *words]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
