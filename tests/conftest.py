"""What every test may count on."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from wshoes_tui.locale import Speech, speech


@pytest.fixture(autouse=True)
def _english() -> Iterator[None]:
    """English is spoken, whatever a test before this one ran in this thread."""
    before = speech.set(Speech())
    yield
    speech.reset(before)
