"""Completion in shells, the manual page, and ``wshoes help``."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

from tests.cli.running import Run
from tests.man_page import PLACE, page
from wshoes_tui.cli.completion import SHELLS
from wshoes_tui.cli.options import COMPLETE_VARIABLE, OPTIONS


@pytest.fixture
def complete(monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str], tmp_path: Path):
    """What bash is offered for the last word of a command line."""
    from wshoes_tui.cli.command_line import app
    from wshoes_tui.cli.completion import complete as answer

    monkeypatch.setenv("WSHOES_DATA", str(tmp_path / "data"))

    def offered(line: str) -> list[str]:
        monkeypatch.setenv("COMP_WORDS", line)
        monkeypatch.setenv("COMP_CWORD", str(len(line.split(" ")) - 1))
        monkeypatch.setenv(COMPLETE_VARIABLE, "complete_bash")
        capfd.readouterr()
        assert answer(app) == 0
        return capfd.readouterr().out.split()

    return offered


def test_commands_options_and_names_are_offered(complete) -> None:  # type: ignore[no-untyped-def]
    assert "rehearse" in complete("wshoes ")
    assert set(complete("wshoes deck ")) > {"list", "new", "check"}
    assert complete("wshoes play home-f") == ["home-from-hospital"]
    assert "last" in complete("wshoes show ")
    offered = complete("wshoes play --")
    assert {"--seats", "--turns"} <= set(offered)
    assert {option.name for option in OPTIONS} <= set(offered)
    assert complete("wshoes --lang cy deck exp") == ["export"]


@pytest.mark.parametrize("shell", SHELLS)
def test_there_is_a_script_for_each_shell(run: Run, shell: str, tmp_path: Path) -> None:
    ran = run("completion", shell)
    assert ran.status == 0
    program = shutil.which(shell)
    if program:
        script = tmp_path / "script"
        script.write_text(ran.out)
        assert subprocess.run([program, "-n", str(script)], check=False).returncode == 0
    assert run("completion", "csh").status == 2


def test_help_is_that_of_the_command(run: Run) -> None:
    assert run("help").out == run("--help").out
    assert run("help", "deck", "copy").out == run("deck", "copy", "--help").out
    wrong = run("help", "nothing")
    assert wrong.status == 2
    assert "nothing" in wrong.err


def test_the_manual_page_is_up_to_date() -> None:
    assert PLACE.read_text("utf-8") == page(), "python -m tests.man_page"
