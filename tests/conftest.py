"""What every test may count on."""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from wshoes_tui.locale import Speech, speech

if TYPE_CHECKING:
    from wshoes_tui.export.formats import Format

BYTECODE = Path(__file__).parents[1] / ".pytest_cache" / "bytecode"
"""Where the tests and the programs they start keep their bytecode: it is compiled once."""


def pytest_configure() -> None:
    """Keep bytecode, also where the environment says otherwise, and never beside the sources."""
    sys.dont_write_bytecode, sys.pycache_prefix = False, str(BYTECODE)
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    os.environ["PYTHONPYCACHEPREFIX"] = sys.pycache_prefix


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


@pytest.fixture
def dummy_format(monkeypatch: pytest.MonkeyPatch) -> Format:
    """A format that is in the registry for one test, as if somebody had added it there."""
    from tests.export.dummy_format import DUMMY
    from wshoes_tui.export.formats import FORMATS

    monkeypatch.setitem(FORMATS, DUMMY.name, DUMMY)
    return DUMMY
