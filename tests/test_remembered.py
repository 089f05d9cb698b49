"""What is remembered for the next start, from the palette and in plain lines."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.lines.talk import Talk
from wshoes_tui.storage.settings_file import FILE


@pytest.fixture
def file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The settings file, which is not there yet."""
    monkeypatch.setenv("WSHOES_CONFIG", str(tmp_path))
    return tmp_path / FILE


def test_line_mode_remembers_the_language_and_easy_words(file: Path) -> None:
    talk = Talk.at_home()
    talk.type("/easy")
    assert talk.type("/remember")[0].startswith("Notice: The next start will be like this.")
    assert json.loads(file.read_text()) == {"language": "en", "easy": True}


def test_a_folder_that_takes_nothing_is_said(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("WSHOES_CONFIG", "/dev/null/here")
    said = Talk.at_home().type("/remember")[:1]
    assert said == ["Notice: The settings could not be written to /dev/null/here/settings.json."]
