"""A data folder of one's own, a clock that stands still, English, no network."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.surroundings import own_folders, standing_clock


@pytest.fixture(autouse=True)
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The data folder of the test, which is not there yet; the current folder is another one."""
    monkeypatch.delenv("LANG", raising=False)
    monkeypatch.delenv("LC_MESSAGES", raising=False)
    return own_folders(tmp_path, monkeypatch, LC_ALL="C.UTF-8", TERM="xterm")


@pytest.fixture
def _monday(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Monday 2 March 2026, ten in the morning, wherever the test runs."""
    with standing_clock(monkeypatch):
        yield
