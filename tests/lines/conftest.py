"""A data folder of one's own, a clock that stands still, English, no network."""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.build import START
from tests.frozen import frozen_at


@pytest.fixture(autouse=True)
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The data folder of the test, which is not there yet; the current folder is another one."""
    for name in (
        "WSHOES_DATABASE_URL",
        "WSHOES_SLOW",
        "WSHOES_CONTRAST",
        "NO_COLOR",
        "LANG",
        "LC_MESSAGES",
        "COLUMNS",
    ):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("LC_ALL", "C.UTF-8")
    monkeypatch.setenv("TERM", "xterm")
    folder = tmp_path / "data"
    monkeypatch.setenv("WSHOES_DATA", str(folder))
    here = tmp_path / "here"
    here.mkdir()
    monkeypatch.chdir(here)
    return folder


@pytest.fixture
def _monday(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Monday 2 March 2026, ten in the morning, wherever the test runs."""
    monkeypatch.setenv("TZ", "UTC")
    time.tzset()
    with frozen_at(START):
        yield
    monkeypatch.undo()
    time.tzset()
