"""Stored sessions from the command line: read-only access, export to a file, import from one."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING

from wshoes_tui.cli.console import counted, write_document, write_error, write_line
from wshoes_tui.cli.options import (
    NO_AGENDA,
    GivenOptions,
    UsageError,
    json_refused,
    no_format,
    path_of,
)
from wshoes_tui.domain.text import one_line, safe
from wshoes_tui.errors import WshoesError
from wshoes_tui.locale import _
from wshoes_tui.locale.phrases import NONE_TAKEN_IN, NOT_CHANGED, NOTHING_WRITTEN
from wshoes_tui.settings import Settings

if TYPE_CHECKING:
    from wshoes_tui.domain.models import Session
    from wshoes_tui.export.export_progress import ExportProgress
    from wshoes_tui.export.formats import Format
    from wshoes_tui.sessions.ports import SessionStore

SHORT = 8
"""Characters of an id in a list; a session is found by any beginning that only it has."""


@contextmanager
def sessions_of(given: GivenOptions) -> Iterator[SessionStore]:
    """The store, to be read only; an empty one where nothing was ever kept.

    Raises:
        StoreError: what is kept cannot be read.
    """
    store = _open(given.settings)
    try:
        yield store
    finally:
        store.close()


def _open(settings: Settings) -> SessionStore:
    from wshoes_tui.storage.storage_errors import EmptyDatabaseError

    if has_begun(settings):
        from wshoes_tui.sessions.bootstrap import log_notice, open_session_library

        if notice := log_notice(settings):
            write_error(notice)
        with suppress(EmptyDatabaseError):
            return open_session_library(settings, read_only=True).store
    from wshoes_tui.storage.memory_store import MemoryStore

    return MemoryStore()


def has_begun(settings: Settings) -> bool:
    """Whether there is a database, or at least a trace of one for the store to tell about."""
    if settings.database:
        return True
    try:
        names = os.listdir(settings.data.root)  # noqa: PTH208 - names alone are wanted
    except FileNotFoundError:
        return False
    except OSError:
        return True
    database = settings.data.database.name
    # A lock alone is what a power cut leaves before the first database is made.
    return any(name.startswith(database) and name != f"{database}.lock" for name in names)


def load(store: SessionStore, reference: str) -> tuple[Session, str]:
    """The session of an id, the beginning of one or "last", and a sentence on what is damaged.

    Raises:
        NotFoundError: there is none, or more than one.
        StoreError: it cannot be read.
    """
    from wshoes_tui.sessions.session_library import look_at

    session = look_at(store, store.find(reference))
    damaged = len(session.damaged)
    sentence = _(
        "Session {id} has {damaged}, left out here or perhaps wrong. Everything else is here. A "
        "backup may hold it whole.",
        id=session.id[:SHORT],
        damaged=counted(damaged, "damaged record"),
    )
    return session, sentence if damaged else ""


def status_of(troubles: Sequence[str]) -> int:
    """Tell on standard error what could not be read, and the exit status that says so."""
    told = [trouble for trouble in troubles if trouble]
    for trouble in told:
        write_error(trouble)
    return 1 if told else 0


STANDARD_OUTPUT = "-"


def export_session(
    given: GivenOptions,
    reference: str,
    name: str,
    out: str | None,
    *,
    everything: bool = False,
    agenda: str | None = None,
) -> int:
    """Write a session to standard output or to a new file, whose path is the line printed.

    Raises:
        UsageError: there is no such format, or it is no text that could be printed.
        WshoesError: nobody has looked through the session, and not ``everything`` is wanted; or
            it cannot be read or written.
    """
    if given.json:
        raise json_refused(_("Here it is: --format json"))
    from wshoes_tui.export.export_progress import watched
    from wshoes_tui.export.formats import FORMATS
    from wshoes_tui.flow.printing import print_offer
    from wshoes_tui.flow.questions import NOT_LOOKED_THROUGH

    wanted = FORMATS.get(name)
    if wanted is None:
        raise no_format(FORMATS, todo="--format md")
    if out == STANDARD_OUTPUT and not wanted.is_text:
        raise UsageError(_("This format is no text."), todo=_("Name a file with --out PATH."))
    if agenda is not None and not wanted.has_map:
        raise UsageError(_("This format has no map."), todo=_(NO_AGENDA))
    with sessions_of(given) as store:
        session, damage = load(store, reference)
    if not everything and wanted.must_be_reviewed(session):
        raise WshoesError(
            NOT_LOOKED_THROUGH,
            kept=_(NOTHING_WRITTEN),
            todo=_(
                "Do it with: wshoes review {id}. Or add --everything, for all that was not kept "
                "back.",
                id=session.id[:SHORT],
            ),
        )
    if agenda is not None:
        session = _by_agenda(given, session, agenda)
    offer = ""
    with told_of_progress("Writing", _(NOTHING_WRITTEN)) as progress:
        if out == STANDARD_OUTPUT:
            with watched(progress):
                text = wanted.render_printable(session, everything=everything)
        else:
            path = _write(given, session, wanted, out, progress, everything=everything)
            text, offer = "", print_offer(path)
    if text:
        write_document(text)
    else:
        write_line(safe(str(path)))
    told = [one for one in (*wanted.told(session, everything=everything), offer) if one]
    if damage:
        return status_of([" ".join((damage, *told))])
    if told:
        write_error(" ".join(told))
    return 0


def _by_agenda(given: GivenOptions, session: Session, name: str) -> Session:
    from wshoes_tui.domain.value import Refusal
    from wshoes_tui.flow.summary_flow import by_agenda
    from wshoes_tui.sessions.bootstrap import open_deck_library

    try:
        return by_agenda(open_deck_library(given.settings).frameworks(), name, session)
    except Refusal as refusal:
        told = _(refusal.template, **refusal.words)
        raise WshoesError(told, kept=_(NOTHING_WRITTEN)) from None


def _write(
    given: GivenOptions,
    session: Session,
    wanted: Format,
    out: str | None,
    progress: ExportProgress,
    *,
    everything: bool,
) -> Path:
    from wshoes_tui.export.export_files import write_export
    from wshoes_tui.export.export_progress import watched
    from wshoes_tui.sessions import export_log
    from wshoes_tui.sessions.session_library import write_session

    export_log.use(given.settings.data.root)
    path = None if out is None else path_of(out).absolute()
    if path is None or path.is_dir():
        return write_session(session, wanted.name, path, everything=everything, progress=progress)
    with watched(progress):  # before the log: it may fail
        content = wanted.render_file(session, everything=everything)
    export_log.note_in_use(session.id, path)
    write_export(path, content)
    return path


@contextmanager
def told_of_progress(doing: str, left: str) -> Iterator[ExportProgress]:
    """What tells on standard error, from time to time, how far an export or import is.

    After Ctrl+C it says what is left of it; that ends the program as usual.
    """
    from wshoes_tui.export.export_progress import ExportProgress

    def tell(done: int) -> None:
        write_error(_("{doing}: {done:,} parts so far. Ctrl+C stops.", doing=doing, done=done))

    try:
        yield ExportProgress(tell)
    except KeyboardInterrupt:
        write_error(_("Stopped. {left}", left=left))
        raise


def import_session(given: GivenOptions, path: Path) -> int:
    """Take a session in from the JSON file of an export.

    Raises:
        WshoesError: it is no such file, or the session is here already.
    """
    if given.json:
        raise json_refused()
    from wshoes_tui.export.export_files import read_import
    from wshoes_tui.export.export_progress import watched
    from wshoes_tui.export.json_format import session_from_json
    from wshoes_tui.sessions.bootstrap import open_session_library

    with told_of_progress("Reading", _(NONE_TAKEN_IN)) as progress, watched(progress):
        session = session_from_json(read_import(path))
    short = session.id[:SHORT]
    store = open_session_library(given.settings).store
    try:
        if any(one.id == session.id for one in store.sessions()):
            raise WshoesError(
                _("Session {short} is here already.", short=short),
                kept=_(NOT_CHANGED),
                todo=_("Look at it with: wshoes show {short}", short=short),
            )
        gone = {one.id for one in store.erased()} & {one.id for one in session.records()}
        store.create(session)
    finally:
        store.close()
    write_error(
        _(
            "Taken in: session {short}, {title}. See: wshoes show {short}",
            short=short,
            title=one_line(session.header.title),
        )
    )
    if gone:
        write_error(
            _(
                "{gone} in the file had been erased here and stayed out.",
                gone=counted(len(gone), "record"),
            )
        )
    return 0
