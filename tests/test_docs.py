"""The documentation: its commands run, its keys and its links are those of the program."""

from __future__ import annotations

import re
import shlex
import sys
from pathlib import Path

import pytest

import wshoes_tui
from tests import action_tables
from tests.cli.running import keep
from tests.export.played import a_session
from tests.surroundings import own_folders
from wshoes_tui.__main__ import main
from wshoes_tui.flow.actions import TABLE

ROOT = Path(wshoes_tui.__file__).parents[1]
PAGES = sorted([ROOT / "README.md", ROOT / "CONTRIBUTING.md", *(ROOT / "docs").glob("*.md")])
IN_ORDER = re.compile(r"^\$ wshoes (.+)$", re.MULTILINE)
CONSOLE = re.compile(r"^```console\n(.*?)^```$", re.MULTILINE | re.DOTALL)
LINK = re.compile(r"\]\((?!http)([^)#]+)")
KEY = re.compile(r"`Esc ([a-z])`")


def test_every_command_in_the_documentation_runs(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """In a data folder with one closed session; what a command asks is answered from a file."""
    keep(own_folders(tmp_path, monkeypatch), a_session())
    monkeypatch.setenv("WSHOES_DOCUMENTS", str(tmp_path / "documents"))
    answers = tmp_path / "answers"
    answers.write_text("share\n" * 99)
    commands = [
        command
        for page in PAGES
        for block in CONSOLE.findall(page.read_text("utf-8"))
        for command in IN_ORDER.findall(block)
    ]
    assert len(commands) > 8
    for command in commands:
        monkeypatch.setattr(sys, "argv", ["wshoes", *shlex.split(command)])
        with answers.open() as typed:
            monkeypatch.setattr(sys, "stdin", typed)
            assert main() == 0, (command, capsys.readouterr().err)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_a_page_names_keys_and_files_that_there_are(page: Path) -> None:
    text = page.read_text("utf-8")
    assert action_tables.filled(text) == text, f"python -m tests.action_tables {page.name}"
    known = {action.key for action in TABLE}
    assert set(KEY.findall(text)) <= known
    for link in LINK.findall(text):
        assert (page.parent / link).exists(), link
