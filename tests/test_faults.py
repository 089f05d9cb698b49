"""The fault report names tests that are there, and keeps the rows that were not run."""

from __future__ import annotations

from types import SimpleNamespace

import pytest

from tests.faults import PAGE, ROOT, ROWS, FaultRow, FigureCollector, page_with, rows_of


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.name)
def test_the_tests_of_each_row_are_there(row: FaultRow) -> None:
    for node in (*row.tests, *row.controls):
        file, _, name = node.partition("::")
        text = (ROOT / file).read_text("utf-8")
        assert f"def {name or 'test_'}" in text


def test_the_page_in_the_repository_has_all_rows() -> None:
    assert list(rows_of(PAGE.read_text("utf-8"))) == [row.name for row in ROWS]


def test_figures_are_added_up_and_other_rows_stay() -> None:
    first, second = ROWS[:2]
    collector = FigureCollector(first)
    for test, figures in ((first.tests[0], [("states", 900), ("control: lost", 2)]),) * 2 + (
        (first.controls[0], [("lost", 7)]),
    ):
        report = SimpleNamespace(
            nodeid=test, when="call", passed=True, failed=False, user_properties=figures
        )
        collector.pytest_runtest_logreport(report)  # type: ignore[arg-type]
    page = page_with(page_with("", f"| {second.name} | as it was |"), collector.line())

    assert "| 1,800 states | 11 lost | 3 tests passed |" in page
    assert f"| {second.name} | as it was |" in page
    assert page.count("not run") == len(ROWS) - 2
