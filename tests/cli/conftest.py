"""A data folder of one's own, and the command line in this process."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from tests.cli.running import Ran, Run
from tests.surroundings import own_folders
from wshoes_tui.__main__ import main


@pytest.fixture(autouse=True)
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The data folder of the test, which is not there yet; the current folder is another one."""
    monkeypatch.setenv("TERM", "xterm")
    return own_folders(tmp_path, monkeypatch)


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Run:
    """Runs the command line with the words it is given."""

    def run(*words: str) -> Ran:
        monkeypatch.setattr(sys, "argv", ["wshoes", *words])
        capsys.readouterr()
        status = main()
        out, err = capsys.readouterr()
        return Ran(status, out, err)

    return run
