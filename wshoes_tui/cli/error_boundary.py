"""Whatever goes wrong is one line on standard error and an exit status, never a traceback."""

from __future__ import annotations

import io
import os
import sys
import traceback
from collections.abc import Callable
from pathlib import Path

from wshoes_tui.cli.console import flush_output, write_error
from wshoes_tui.cli.options import UsageError
from wshoes_tui.errors import WshoesError

PACKAGE = Path(__file__).parent.parent
DONE, COULD_NOT, WRONG_USAGE, INTERRUPTED = 0, 1, 2, 130


def guarded(work: Callable[[], int]) -> int:
    """The exit status of ``work``, or the one that tells how it failed."""
    try:
        _make_forgiving()
        status = work()
        flush_output()
    except Exception as error:  # noqa: BLE001 - the last resort: people never see a traceback
        status = _told(error)
    except KeyboardInterrupt:
        status = INTERRUPTED
    _let_go()
    return status


def _told(error: Exception) -> int:
    if isinstance(error, BrokenPipeError):
        return DONE  # the reader of the output has closed it
    if isinstance(error, UsageError):
        write_error(str(error))
        return WRONG_USAGE
    write_error(str(error) if _is_for_people(error) else unexpected(error))
    return COULD_NOT


def _is_for_people(error: Exception) -> bool:
    if isinstance(error, WshoesError):
        return True
    from wshoes_tui.domain.engine import Refusal

    return isinstance(error, Refusal)


def unexpected(error: Exception) -> str:
    """The kind and the place of an error. Its message is left out: it may hold people's words."""
    reason = type(error).__name__
    if isinstance(error, OSError) and error.errno is not None:
        reason = os.strerror(error.errno)
    if isinstance(error, ImportError) and error.name:
        reason = f"{reason} for {error.name}"
    return (
        f"Something went wrong that should not have ({reason} at {_place(error)}). "
        "What was marked saved is kept. Please report this line: it holds nobody's words."
    )


def _place(error: Exception) -> str:
    place = "an unknown place"
    for frame, number in traceback.walk_tb(error.__traceback__):
        path = Path(frame.f_code.co_filename)
        if path.is_relative_to(PACKAGE):
            place = f"{path.relative_to(PACKAGE.parent).as_posix()}:{number}"
    return place


def _make_forgiving() -> None:
    """A terminal that lacks a letter gets a question mark, not a failure."""
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(errors="replace")


def _let_go() -> None:
    """Leave nothing in the buffer of standard output on which the interpreter's end could fail."""
    if sys.stdout is None:
        return
    try:
        sys.stdout.flush()
    except OSError:
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, sys.stdout.fileno())
        os.close(nowhere)
