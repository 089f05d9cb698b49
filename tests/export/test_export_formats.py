"""The formats by their names, each loaded only when it is asked for."""

from __future__ import annotations

import subprocess
import sys

import pytest

from tests.export.played import a_session
from wshoes_tui.export.formats import FORMATS

LOADED = """
import sys
import wshoes_tui.export
print(*(name for name in sys.modules if name.startswith("wshoes_tui.export.")))
"""


@pytest.mark.parametrize(("name", "suffix"), [("md", ".md"), ("json", ".json")])
def test_every_format_writes_a_session_down(name: str, suffix: str) -> None:
    wanted = FORMATS[name]
    assert wanted.suffix == suffix
    assert "I want my own bed." in str(wanted.render(a_session()))


def test_no_format_is_loaded_before_it_is_asked_for() -> None:
    found = subprocess.run(
        [sys.executable, "-c", LOADED], capture_output=True, text=True, check=True
    )
    assert found.stdout.split() == []
