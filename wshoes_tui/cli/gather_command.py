"""The command gather: the sessions of other computers, merged into those that are here."""

from __future__ import annotations

import signal
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING

from wshoes_tui.cli.console import (
    COULD_NOT,
    DONE,
    INTERRUPTED,
    write_error,
    write_json,
    write_table,
)
from wshoes_tui.cli.options import GivenOptions, path_of

if TYPE_CHECKING:
    from wshoes_tui.flow.gather_flow import GatherReport, SourceReport
    from wshoes_tui.sessions.gathering import GatherProgress

PROGRESS_SECONDS = 2.0
HEADS = ("File", "New", "Updated", "Here already", "Texts", "Erased")
COUNTS = ("new", "updated", "here", "words", "erased")


def gather(given: GivenOptions, files: Sequence[str]) -> int:
    """Merge files into the sessions here; a row for each file, and what could not be done.

    Ctrl+C ends it between two sessions, and says what came in. A second one ends it at once.

    Returns:
        1 where something could not be taken in, a conflict among it; 130 after Ctrl+C.

    Raises:
        StoreError: nothing can be kept or read here.
    """
    from wshoes_tui.flow import gather_flow
    from wshoes_tui.sessions.bootstrap import open_session_library
    from wshoes_tui.sessions.gathering import gather as gather_files

    library = open_session_library(given.settings)
    try:
        with _until_interrupted() as is_stopped:
            report = gather_files(
                given.settings,
                library,
                [path_of(one).absolute() for one in files],
                progress=_Progress(),
                is_stopped=is_stopped,
            )
    finally:
        library.store.close()
    if given.json:
        write_json([_as_json(one) for one in report.sources])
    else:
        write_table(HEADS, [_as_row(one) for one in report.sources])
    for sentence in (*gather_flow.troubles_told(report), *gather_flow.notices_told(report)):
        write_error(sentence)
    write_error(gather_flow.sum_told(report))
    return _status(report, interrupted=is_stopped())


def _status(report: GatherReport, *, interrupted: bool) -> int:
    if interrupted and report.stopped:
        return INTERRUPTED
    return DONE if report.is_whole else COULD_NOT


def _as_row(one: SourceReport) -> list[str]:
    return [one.name, *(str(getattr(one, name)) for name in COUNTS)]


def _as_json(one: SourceReport) -> dict[str, object]:
    counts = {name: getattr(one, name) for name in (*COUNTS, "kept_out")}
    return {"file": str(one.path), **counts, "troubles": one.troubles}


class _Progress:
    """Says on standard error how far it is, from time to time where it takes long."""

    def __init__(self) -> None:
        self._said = time.monotonic()

    def __call__(self, progress: GatherProgress) -> None:
        now = time.monotonic()
        if now - self._said >= PROGRESS_SECONDS:
            self._said = now
            write_error(
                f"Gathering: {progress.files} of {progress.of} files, "
                f"{progress.sessions} sessions. Ctrl+C stops."
            )


@contextmanager
def _until_interrupted() -> Iterator[Callable[[], bool]]:
    """Whether Ctrl+C was typed since; once more ends the program as usual."""
    typed: list[int] = []

    def note(number: int, _frame: object) -> None:
        typed.append(number)
        signal.signal(signal.SIGINT, before)
        write_error("Stopping after this session.")

    before = signal.signal(signal.SIGINT, note)
    try:
        yield lambda: bool(typed)
    finally:
        signal.signal(signal.SIGINT, before)
