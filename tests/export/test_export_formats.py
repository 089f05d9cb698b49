"""The registry of export formats: every entry is whole, and loaded only when it is asked for."""

from __future__ import annotations

import subprocess
import sys

import pytest

from tests.export.played import a_session
from wshoes_tui.export.formats import FORMATS

LOADED = """
import sys
import wshoes_tui.export.formats
print(*(name for name in sys.modules if name.startswith("wshoes_tui.export.")))
"""


def test_names_and_suffixes_are_those_that_were_promised() -> None:
    promised = {"md": ".md", "json": ".json"}
    assert promised.items() <= {one.name: one.suffix for one in FORMATS.values()}.items()


@pytest.mark.parametrize("name", FORMATS)
def test_every_entry_is_whole(name: str) -> None:
    entry = FORMATS[name]
    assert entry.name == name
    assert name.isascii()
    assert name.islower()
    several = isinstance(entry.render(a_session()), dict)
    assert entry.suffix.startswith(".") or several
    assert entry.label
    assert entry.purpose
    assert not [other for other in FORMATS if other in entry.aliases]


@pytest.mark.parametrize("name", FORMATS)
def test_every_format_writes_a_session_down(name: str) -> None:
    entry = FORMATS[name]
    content = entry.render(a_session(), everything=True)
    assert isinstance(content, str) == entry.is_text
    if entry.is_text:
        words = "I will ring before noon."
        assert words in content
        assert words in entry.render_printable(a_session(), everything=True)


def test_no_format_is_loaded_before_it_is_asked_for() -> None:
    found = subprocess.run(
        [sys.executable, "-c", LOADED], capture_output=True, text=True, check=True
    )
    assert found.stdout.split() == ["wshoes_tui.export.formats"]
