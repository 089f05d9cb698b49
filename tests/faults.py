"""Fault report: run the full form of the fault tests, and write what they measured.

``python -m tests.faults [ROW...]`` writes the table of ``docs/faults.md``: promise, tests, figure,
the control's figure, date and commit. With names of rows, only those are run, and the others stay
as they were. Figures are what the tests hand to pytest's ``record_property``: numbers of one name
are added up; a name that begins with "control: " counts as the control's, as does all that a test
of the control hands over. Takes about an hour on two cores; needs strace.
"""

from __future__ import annotations

import re
import subprocess
import sys
from collections import Counter
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PAGE = ROOT / "docs" / "faults.md"
CONTROL = "control: "
STORAGE, CLI = "tests/storage", "tests/cli"


@dataclass(frozen=True, slots=True)
class FaultRow:
    """A promise and the tests that hold it to that.

    Attributes:
        name: what stands on the command line.
        tests: ids of pytest: files, or tests of them.
        controls: tests that show that the others can fail.
    """

    name: str
    promise: str
    tests: tuple[str, ...]
    controls: tuple[str, ...] = ()


ROWS = (
    FaultRow(
        "power",
        "What is acknowledged survives a power cut, and the program opens it.",
        (f"{STORAGE}/test_power_loss.py::test_after_a_power_cut_every_acknowledged_word_is_there",),
        (f"{STORAGE}/test_power_loss.py::test_on_a_disk_that_ignores_syncs_words_are_lost",),
    ),
    FaultRow(
        "flips",
        "A damaged file is never taken for a whole one: no text is altered in silence.",
        (f"{STORAGE}/test_store_damage.py",),
    ),
    FaultRow(
        "kills",
        "Killed at any write to the file or its log, the program opens what is left.",
        (f"{STORAGE}/test_store_killed.py",),
        (
            f"{STORAGE}/test_store_recovery.py"
            "::test_a_file_that_lost_the_log_of_half_a_copying_is_found_out",
        ),
    ),
    FaultRow(
        "copies",
        "The same at any call that writes in backup, restore, repair and migration.",
        (f"{CLI}/test_cli_copies_killed.py",),
    ),
    FaultRow(
        "salvage",
        "Of a damaged file, all rows on intact pages come back.",
        (f"{STORAGE}/test_salvage.py",),
    ),
    FaultRow(
        "room",
        "On a full disk nothing is acknowledged that is not kept, and nothing is half written.",
        (
            f"{STORAGE}/test_store_survival.py"
            "::test_a_full_disk_is_told_in_words_and_saving_works_once_there_is_room",
            f"{STORAGE}/test_store_survival.py"
            "::test_wherever_the_room_ends_nothing_is_half_written",
            "tests/test_unsaved.py",
        ),
    ),
    FaultRow(
        "linking",
        "After no commit does the folder tie unattributed words to a seat.",
        (
            f"{STORAGE}/test_unlinkable.py"
            "::test_the_folders_of_many_evenings_tell_no_more_than_the_export",
        ),
        (f"{STORAGE}/test_unlinkable.py::test_where_the_log_is_not_cut_it_ties_nearly_all",),
    ),
    FaultRow(
        "erasure",
        "Erased words are gone to the byte, from copies and logs too, within two seconds.",
        (
            f"{CLI}/test_cli_erase.py",
            f"{STORAGE}/test_erasure.py",
            f"{STORAGE}/test_store_traces.py",
        ),
        (
            f"{CLI}/test_cli_erase.py::test_without_the_cleaning_of_copies_there_would_be_hits",
            f"{STORAGE}/test_store_traces.py::test_without_the_wiping_there_would_be_traces",
        ),
    ),
)


@dataclass(eq=False, slots=True)
class FigureCollector:
    """Pytest plugin that adds up what the tests of a row hand over."""

    row: FaultRow
    figures: Counter[str] = field(default_factory=Counter)
    controls: Counter[str] = field(default_factory=Counter)
    passed: int = 0
    failed: int = 0
    when: str = field(default_factory=lambda: f"{datetime.now(UTC):%Y-%m-%d} {_commit()}")

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """Take the figures of a test that has run."""
        if report.failed:
            self.failed += 1
        if report.when != "call" or not report.passed:
            return
        self.passed += 1
        of_control = report.nodeid.startswith(self.row.controls) if self.row.controls else False
        for name, value in report.user_properties:
            if not isinstance(value, int | float):
                continue
            its = self.controls if of_control or name.startswith(CONTROL) else self.figures
            its[name.removeprefix(CONTROL)] += value  # type: ignore[assignment]

    def line(self) -> str:
        """The row of the table."""
        passed = f"{self.passed:,} tests passed"
        passed = f"{passed}, **{self.failed} FAILED**" if self.failed else passed
        tests = "<br>".join(f"`{one}`" for one in (*self.row.tests, *self.row.controls))
        figure, control = (
            "; ".join(f"{many:,} {name}" for name, many in its.items())
            for its in (self.figures, self.controls)
        )
        parts = (self.row.name, self.row.promise, tests, figure, control, passed, self.when)
        return f"| {' | '.join(part or '-' for part in parts)} |"


HEAD = """\
# Faults: what was measured

Each row is a promise of the program, the tests that hold it to that, what they measured, and what
their control measured: the same with the protection taken away, which has to fail. CI runs a
reduced form of all of them. The full form, which writes this page:

```sh
.venv/bin/python -m tests.faults          # or some rows by name: power flips
```

The page is written by that command, never by hand. "+" behind a commit: with changes on top of it.

| row | promise | tests | figure | control's figure | result | date and commit |
|---|---|---|---|---|---|---|
"""


def _commit() -> str:
    def git(*words: str) -> str:
        done = subprocess.run(["git", *words], cwd=ROOT, capture_output=True, text=True, check=True)
        return done.stdout.strip()

    changed = git("status", "--porcelain", "--", "wshoes_tui", "tests")
    return git("rev-parse", "--short", "HEAD") + "+" * bool(changed)


def rows_of(page: str) -> dict[str, str]:
    """The lines of a page's table by the names of their rows."""
    found = {one[1]: one[0] for one in re.finditer(r"^\| (\w+) \|.*\|$", page, re.MULTILINE)}
    return {row.name: found[row.name] for row in ROWS if row.name in found}


def page_with(page: str, line: str) -> str:
    """A page in which a row has been put in or replaced; rows that were never run say so."""
    lines = rows_of(page) | rows_of(line)
    never = {row.name: f"| {row.name} | {row.promise} | - | - | - | not run | - |" for row in ROWS}
    return HEAD + "".join(f"{lines.get(row.name, never[row.name])}\n" for row in ROWS)


def run_row(row: FaultRow) -> FigureCollector:
    """Run the tests of a row in their full form."""
    collector = FigureCollector(row)
    options = ("-n", "2", "-q", "-p", "no:randomly", "-p", "no:cacheprovider", "--timeout", "7200")
    nodes = dict.fromkeys((*row.tests, *row.controls))
    status = pytest.main([*options, "-m", "slow or not slow", *nodes], plugins=[collector])
    collector.failed += status not in (pytest.ExitCode.OK, pytest.ExitCode.TESTS_FAILED)
    return collector


def main(names: list[str]) -> int:
    """Run these rows, or all, and write the page after each."""
    if unknown := set(names) - {row.name for row in ROWS}:
        print(f"No such rows: {', '.join(sorted(unknown))}", file=sys.stderr)
        return 2
    failed = 0
    for row in ROWS:
        if names and row.name not in names:
            continue
        found = run_row(row)
        failed += found.failed + (not found.passed)
        PAGE.parent.mkdir(exist_ok=True)
        page = PAGE.read_text("utf-8") if PAGE.exists() else ""
        PAGE.write_text(page_with(page, found.line()), "utf-8")
        print(found.line())
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
