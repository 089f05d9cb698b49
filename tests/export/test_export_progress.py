"""Exports and imports of large sessions: how far they are is told, and a stop leaves nothing."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from tests.bench.many_sessions import Plan, sessions
from wshoes_tui.domain.models import Session
from wshoes_tui.export.export_progress import (
    ExportProgress,
    ExportStoppedError,
    counted,
    watched,
)
from wshoes_tui.export.formats import FORMATS
from wshoes_tui.sessions.session_library import write_session

COUNTING = ("md", "html", "docx", "csv", "json")


@pytest.fixture(scope="module")
def session() -> Session:
    """One with 200 responses."""
    return next(sessions(Plan(sessions=1, responses=200, today=date(2026, 11, 24))))


@pytest.mark.parametrize("name", COUNTING)
def test_what_is_done_is_counted_and_a_stop_ends_it(session: Session, name: str) -> None:
    if name == "docx":
        pytest.importorskip("docx")
    told: list[int] = []
    progress = ExportProgress(told.append, seconds=0)
    with watched(progress):
        FORMATS[name].render(session, everything=True)
    assert told == sorted(told)
    assert progress.done > len(session.responses) / 2

    stopped = ExportProgress(lambda done: stopped.stop() if done == 10 else None, seconds=0)
    with (
        pytest.raises(ExportStoppedError, match=r"Stopped\. Nothing was written\."),
        watched(stopped),
    ):
        FORMATS[name].render(session, everything=True)
    assert stopped.done == 10


def test_a_stop_after_the_last_part_still_writes_nothing(session: Session, tmp_path: Path) -> None:
    progress = ExportProgress()
    progress.stop()
    with pytest.raises(ExportStoppedError):
        write_session(session, "ics", tmp_path, everything=True, progress=progress)
    assert list(tmp_path.iterdir()) == []


def test_nothing_is_counted_where_nobody_watches() -> None:
    assert list(counted([1, 2])) == [1, 2]
