"""Fixtures of several folders: a data folder of a test's own, and a clock that stands still."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.build import START
from tests.frozen import frozen_at

LEFT_OUT = (
    "WSHOES_DATABASE_URL",
    "WSHOES_SLOW",
    "WSHOES_CONTRAST",
    "NO_COLOR",
    "COLUMNS",
)
"""Variables of whoever runs the tests that the program would go by."""


def own_folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, **environ: str) -> Path:
    """The data folder of a test, which is not there yet; the current folder is another one.

    Args:
        environ: further variables of the environment.
    """
    for name in LEFT_OUT:
        monkeypatch.delenv(name, raising=False)
    for name, value in environ.items():
        monkeypatch.setenv(name, value)
    folder = tmp_path / "data"
    monkeypatch.setenv("WSHOES_DATA", str(folder))
    here = tmp_path / "here"
    here.mkdir()
    monkeypatch.chdir(here)
    return folder


@contextmanager
def standing_clock(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Monday 2 March 2026, ten in the morning, wherever the test runs."""
    monkeypatch.setenv("TZ", "UTC")
    time.tzset()
    with frozen_at(START):
        yield
    monkeypatch.undo()
    time.tzset()
