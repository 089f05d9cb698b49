"""However a run fails, people get one sentence, and scripts the right status."""

from __future__ import annotations

import errno
from collections.abc import Callable
from typing import NoReturn

import pytest

from tests.build import Play
from wshoes_tui.cli.console import guarded
from wshoes_tui.cli.options import UsageError, read
from wshoes_tui.domain.commands import Begin
from wshoes_tui.domain.dispatcher import Context, apply
from wshoes_tui.errors import StoreError

MARKER = "whatasaidinconfidence"


def failing(error: BaseException) -> Callable[[], NoReturn]:
    """Work that fails like this."""

    def work() -> NoReturn:
        raise error

    return work


@pytest.mark.parametrize(
    ("error", "status", "sentence"),
    [
        (UsageError("That is no number.", todo="Say 6."), 2, "That is no number. Say 6.\n"),
        (StoreError("Not saved.", kept="All is safe."), 1, "Not saved. All is safe.\n"),
        (StoreError("Two\nlines \x1b[2J."), 1, "Two lines ^[[2J.\n"),
        (KeyboardInterrupt(), 130, ""),
        (BrokenPipeError(errno.EPIPE, ""), 0, ""),
    ],
)
def test_the_status_and_the_sentence(
    error: BaseException, status: int, sentence: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert guarded(failing(error)) == status
    assert capsys.readouterr() == ("", sentence)


def test_a_refusal_of_the_engine_is_a_sentence(capsys: pytest.CaptureFixture[str]) -> None:
    session = Play.begun().session
    assert guarded(lambda: len(apply(session, Begin(), Context()).changes)) == 1
    assert capsys.readouterr().err == "The session has begun already.\n"


def test_a_fault_of_ours_tells_its_place_and_nobodys_words(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def settings() -> NoReturn:
        raise KeyError(MARKER)

    monkeypatch.setattr("wshoes_tui.cli.options.from_environment", settings)
    assert guarded(lambda: bool(read([])) and 0) == 1
    told = capsys.readouterr().err
    assert "KeyError at wshoes_tui/cli/options.py:" in told
    assert MARKER not in told
    assert told.count("\n") == 1


def test_an_error_of_the_system_tells_what_the_system_says(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert guarded(failing(OSError(errno.EIO, MARKER, MARKER))) == 1
    told = capsys.readouterr().err
    assert "(Input/output error at " in told
    assert MARKER not in told


def test_without_standard_error_nobody_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stderr", None)
    monkeypatch.setattr("sys.stdout", None)
    assert guarded(failing(StoreError("Not saved."))) == 1
