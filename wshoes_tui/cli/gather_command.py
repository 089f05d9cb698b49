"""The command gather: the sessions of other computers, merged into those that are here."""

from __future__ import annotations

import signal
import time
from collections.abc import Callable, Collection, Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING, NamedTuple

from wshoes_tui.cli.console import (
    COULD_NOT,
    DONE,
    INTERRUPTED,
    write_error,
    write_json,
    write_line,
    write_table,
)
from wshoes_tui.cli.options import NO_DECISION, GivenOptions, path_of
from wshoes_tui.domain.text import safe
from wshoes_tui.errors import NotFoundError
from wshoes_tui.locale import N_, _, many
from wshoes_tui.locale.phrases import NEW

if TYPE_CHECKING:
    from wshoes_tui.flow.gather_flow import GatherReport, SourceReport
    from wshoes_tui.sessions.gathering import GatherProgress
    from wshoes_tui.sessions.session_library import SessionLibrary

PROGRESS_SECONDS = 2.0
HEADS = (
    N_("File"),
    NEW,
    N_("Updated"),
    N_("Here already"),
    N_("Texts"),
    N_("Erased"),
)
COUNTS = ("new", "updated", "here", "words", "erased")


class Decided(NamedTuple):
    """What is done about conflicts: beginnings of ids of sessions, or of records of one.

    ``keep`` as it is here, ``take`` as it is there; ``both`` are sessions of which nothing is lost
    that only one side has. ``shown`` is whether both sides are listed.
    """

    keep: Sequence[str] = ()
    take: Sequence[str] = ()
    both: Sequence[str] = ()
    shown: bool = False


NOTHING_DECIDED = Decided()
SEE_BOTH = N_(
    "Both sides of it: add --conflicts. Then decide with --keep ID, --take ID or --both ID."
)


def gather(given: GivenOptions, files: Sequence[str], decided: Decided = NOTHING_DECIDED) -> int:
    """Merge files into the sessions here; a row for each file, and what could not be done.

    Ctrl+C ends it between two sessions, and says what came in. A second one ends it at once.

    Args:
        given: the options of this run.
        files: the files.
        decided: what is done about conflicts.

    Returns:
        1 where something could not be taken in, a conflict among it; 130 after Ctrl+C.

    Raises:
        StoreError: nothing can be kept or read here.
        NotFoundError: an id of ``decided`` stands for nothing that differs, or for several.
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
        settled = _settle(library, report, decided)
    finally:
        library.store.close()
    if given.json:
        write_json([_as_json(one) for one in report.sources])
    else:
        write_table([_(head) for head in HEADS], [_as_row(one) for one in report.sources])
    if decided.shown and not given.json:
        _write_sides(report)
    for sentence in (*gather_flow.troubles_told(report), *gather_flow.notices_told(report)):
        write_error(sentence)
    for sentence in settled:
        write_error(sentence)
    more = "" if decided.shown or not report.conflicts else f" {_(SEE_BOTH)}"
    write_error(gather_flow.sum_told(report) + more)
    return _status(report, interrupted=is_stopped())


def _settle(library: SessionLibrary, report: GatherReport, decided: Decided) -> list[str]:
    """Settle the conflicts that are decided in whole, and say what was done about each."""
    from wshoes_tui.flow.conflict_flow import ConflictFlow, as_it_was, conflict_lead, sides_of
    from wshoes_tui.sessions.conflicts import settle

    found = [(one, {side.id for side in sides_of(one)}) for one in report.conflicts]
    known = {id_ for one, sides in found for id_ in (one.session_id, *sides)}
    kept = {_the_id(known, one) for one in decided.keep}
    taken = {_the_id(known, one) for one in decided.take}
    both = {_the_id(known, one) for one in decided.both}
    told = []
    for conflict, sides in found:
        # What is said of a record counts before what is said of its session.
        takes_rest, keeps_rest = (conflict.session_id in ids for ids in (taken, kept))
        keeps_both = conflict.session_id in both
        rest = sides if takes_rest else ConflictFlow([conflict]).taken if keeps_both else set()
        mine = (taken & sides) | (rest - kept)
        if not (takes_rest or keeps_rest or keeps_both or sides <= kept | taken):
            continue
        path = settle(library, conflict, mine)
        report.settle(conflict)
        was = " " + as_it_was(safe(str(path))) if path else ""
        lead, counted = (
            conflict_lead(conflict),
            many("{count} difference", "{count} differences", len(sides)),
        )
        told.append(
            _(
                "Settled: {lead}. Of {counted}, {mine} as it is there.{was}",
                lead=lead,
                counted=counted,
                mine=len(mine),
                was=was,
            )
        )
    return told


def _the_id(known: Collection[str], reference: str) -> str:
    """The id that begins so, of a session in conflict or of a record of one."""
    wanted = reference.strip().lower()
    found = [one for one in known if wanted and one.startswith(wanted)]
    if len(found) != 1:
        what = (
            _("nothing that differs")
            if not found
            else _("{found} things that differ", found=len(found))
        )
        raise NotFoundError(
            _("{reference} stands for {what}.", reference=reference, what=what),
            kept=_(NO_DECISION),
            todo=_("See them with: wshoes gather FILE --conflicts"),
        )
    return found[0]


def _write_sides(report: GatherReport) -> None:
    """What was changed here and there, side by side, with the ids by which it is decided."""
    from wshoes_tui.flow.conflict_flow import SHORT, conflict_lead, sides_of

    for conflict in report.conflicts:
        write_line(conflict_lead(conflict))
        rows = [(one.id[:SHORT], one.what, one.here, one.there) for one in sides_of(conflict)]
        write_table(("Id", "What", "Here", "There"), rows)


def _status(report: GatherReport, *, interrupted: bool) -> int:
    if interrupted and report.stopped:
        return INTERRUPTED
    return DONE if report.is_whole else COULD_NOT


def _as_row(one: SourceReport) -> list[str]:
    return [one.name, *(str(getattr(one, name)) for name in COUNTS)]


def _as_json(one: SourceReport) -> dict[str, object]:
    counts = {name: getattr(one, name) for name in (*COUNTS, "kept_out")}
    return {"file": str(one.path), **counts, "troubles": one.troubles, "conflicts": _conflicts(one)}


def _conflicts(one: SourceReport) -> list[object]:
    """The conflicts of a file, for scripts."""
    from wshoes_tui.flow.conflict_flow import sides_of

    return [
        {"session": conflict.session_id, "differing": list(sides_of(conflict))}
        for conflict in one.conflicts
    ]


class _Progress:
    """Says on standard error how far it is, from time to time where it takes long."""

    def __init__(self) -> None:
        self._said = time.monotonic()

    def __call__(self, progress: GatherProgress) -> None:
        now = time.monotonic()
        if now - self._said >= PROGRESS_SECONDS:
            self._said = now
            write_error(
                _(
                    "Gathering: {files} of {of} files, {sessions} sessions. Ctrl+C stops.",
                    files=progress.files,
                    of=progress.of,
                    sessions=progress.sessions,
                )
            )


@contextmanager
def _until_interrupted() -> Iterator[Callable[[], bool]]:
    """Whether Ctrl+C was typed since; once more ends the program as usual."""
    typed: list[int] = []

    def note(number: int, _frame: object) -> None:
        typed.append(number)
        signal.signal(signal.SIGINT, before)
        write_error(_("Stopping after this session."))

    before = signal.signal(signal.SIGINT, note)
    try:
        yield lambda: bool(typed)
    finally:
        signal.signal(signal.SIGINT, before)
