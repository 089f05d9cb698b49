"""What every test may count on."""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest

from wshoes_tui.locale import Speech, speech

if TYPE_CHECKING:
    from wshoes_tui.export.formats import Format


def pytest_configure() -> None:
    """Keep bytecode, also where the environment says otherwise: everything is compiled once.

    In its usual place, where that of the installed libraries stands already.
    """
    sys.dont_write_bytecode = False
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)


def pytest_collection_finish() -> None:
    """Leave the modules and the tests themselves out of the search for garbage: they stay."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(10_000, 20, 20)


@pytest.fixture(autouse=True)
def _english() -> Iterator[None]:
    """English is spoken, whatever a test before this one ran in this thread."""
    before = speech.set(Speech())
    yield
    speech.reset(before)


@pytest.fixture(autouse=True)
def _documents_here(monkeypatch: pytest.MonkeyPatch) -> None:
    """Exports go to the folder that the test works in; nobody's own settings are read."""
    monkeypatch.setenv("WSHOES_DOCUMENTS", ".")
    monkeypatch.setenv("WSHOES_CONFIG", "/dev/null/nowhere")


@pytest.fixture
def dummy_format(monkeypatch: pytest.MonkeyPatch) -> Format:
    """A format that is in the registry for one test, as if somebody had added it there."""
    from tests.export.dummy_format import DUMMY
    from wshoes_tui.export.formats import FORMATS

    monkeypatch.setitem(FORMATS, DUMMY.name, DUMMY)
    return DUMMY
