"""A data folder of one's own for every window."""

from __future__ import annotations

from pathlib import Path

import pytest


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """The data folder, which is not there yet."""
    return tmp_path / "data"
